"""What network a file of bare weights belongs to, as far as names and shapes tell.

Shapes give dense, convolution and normalisation layers exactly, names give layers without
weights where the file lists them. What weights cannot tell is searched: paddings, pool
sizes and places of pools such that the first dense layer gets as many inputs as it has
rows. Everything that was assumed is said; several answers are all returned.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from ffstudio.core.describe.architecture import Architecture, Flow, Layer, Port, chain, flow
from ffstudio.core.describe.kinds import KINDS, Shape, checked
from ffstudio.core.errors import ModelFileError
from ffstudio.files.foreign.stored_weights import snake_case

MOST_ANSWERS = 16
# A trial takes about half a millisecond, a look at sizes alone some microseconds.
_MOST_TRIALS = 3_000
_MOST_LOOKS = 100_000
# Levels of oddity: 0 is how most networks are built; every convolution that is unlike the
# others counts 1, pools of another size than 2 and strides throughout count 1.
_LEVELS = (0, 1, 2, 3, 4)
# Sides of square images that people train on, the commonest first.
SIDES = (28, 32, 64, 20, 24, 8, 16, 14, 48, 56, 80, 96, 100, 128, 150, 160, 192, 200, 224, 256)
CHANNELS_FIRST = "kernels as (filters, channels, rows, columns)"


@dataclass(frozen=True)
class Piece:
    """What is known of one layer.

    Attributes:
        kind: As in ``KINDS``; ``?`` for a layer without weights and without a telling name.
        shapes: Of its arrays, as Keras 3 has them.
        turned: True when the file keeps the kernel as (filters, channels, rows, columns).
        known: Settings that are certain.
    """

    name: str
    kind: str
    shapes: tuple[tuple[int, ...], ...] = ()
    turned: bool = False
    known: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """One architecture that fits the weights.

    Attributes:
        assumed: What the file does not say and was taken for granted, for a reader.
    """

    network: Architecture
    assumed: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """All that could be found out.

    Attributes:
        pieces: The layers in their order.
        answers: Architectures that fit, the likeliest first; perhaps none.
        why: Why there is no answer, for a reader.
    """

    pieces: tuple[Piece, ...]
    answers: tuple[Answer, ...]
    why: str = ""


# --- single layers ----------------------------------------------------------------------

_WORDS = (
    ("global_max", "GlobalMaxPooling2D"),
    ("globalmax", "GlobalMaxPooling2D"),
    ("global", "GlobalAveragePooling2D"),
    ("gap", "GlobalAveragePooling2D"),
    ("average_pool", "AveragePooling2D"),
    ("avg_pool", "AveragePooling2D"),
    ("avgpool", "AveragePooling2D"),
    ("averagepool", "AveragePooling2D"),
    ("pool", "MaxPooling2D"),
    ("flat", "Flatten"),
    ("drop", "Dropout"),
    ("noise", "GaussianNoise"),
    ("pad", "ZeroPadding2D"),
    ("up_samp", "UpSampling2D"),
    ("upsamp", "UpSampling2D"),
    ("reshape", "Reshape"),
    ("softmax", "Softmax"),
    ("predict", "Activation"),
    ("prob", "Activation"),
    ("relu", "Activation"),
    ("activation", "Activation"),
    ("act", "Activation"),
    ("input", "InputLayer"),
)
_RECURRENT = ("SimpleRNN", "LSTM", "GRU", "Bidirectional")
_BRANCHES = ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot")


_JOINTS = {
    "add": "Add",
    "multiply": "Multiply",
    "concat": "Concatenate",
    "concatenate": "Concatenate",
    "merge": "Concatenate",
    "mixed": "Concatenate",
}


def _kind_by_name(name: str) -> str:
    stem = re.sub(r"_\d+$", "", name.lower())
    for kind in KINDS:
        if stem in (snake_case(kind), kind.lower()):
            return kind
    joint = _JOINTS.get(re.split(r"[_/]", stem)[-1].rstrip("0123456789"))
    if joint is not None:
        return joint
    for word, kind in _WORDS:
        if word in stem:
            return kind
    return "?"


def piece(name: str, shapes: Sequence[tuple[int, ...]], old: bool) -> Piece:
    """One layer from its name and the shapes of its arrays.

    Args:
        old: True for Keras 0 and 1, whose kernels may have their axes in another order.

    Returns:
        A piece of the kind ``?`` when no known layer has such weights.
    """
    if not shapes:
        return Piece(name, _kind_by_name(name))
    first, count = shapes[0], len(shapes)
    kept = tuple(shapes)
    lower = name.lower()
    flat = all(len(s) == 1 for s in shapes)
    if flat and len(set(shapes)) == 1:
        if count in (3, 4) or (count == 2 and "batch" in lower):
            more: dict[str, object] = {"scale": count == 4, "center": count >= 3}
            return Piece(name, "BatchNormalization", kept, known=more)
        if count == 2:
            return Piece(name, "LayerNormalization", kept)
    if count in (2, 3) and len(first) == 2 and len(shapes[1]) == 2:
        return _recurrent(name, kept)
    if count in (4, 6) and len(first) == 2 and kept[: count // 2] == kept[count // 2 :]:
        return _both_ways(name, kept)
    bias = count == 2 and len(shapes[1]) == 1
    if not bias and count != 1 and not (count in (2, 3) and len(first) in (3, 4)):
        return Piece(name, "?", kept)
    if len(first) == 2 and count == 1 and "embed" in lower:
        return Piece(name, "Embedding", kept, known={"input_dim": first[0], "output_dim": first[1]})
    if len(first) == 2:
        return Piece(name, "Dense", kept, known={"units": first[1], "use_bias": bias})
    if len(first) in (3, 4):
        return _convolution(name, kept, old)
    if count == 1 and ("prelu" in lower or "p_re_lu" in lower):
        return Piece(name, "PReLU", kept)
    return Piece(name, "?", kept)


def _recurrent(name: str, shapes: tuple[tuple[int, ...], ...]) -> Piece:
    units, wide = shapes[1]
    gates, rest = divmod(wide, units)
    kind = {1: "SimpleRNN", 3: "GRU", 4: "LSTM"}.get(gates)
    if kind is None or rest or shapes[0][1] != wide:
        return Piece(name, "?", shapes)
    known: dict[str, object] = {"units": units, "use_bias": len(shapes) == 3}
    if kind == "GRU":
        known["reset_after"] = len(shapes) == 3 and len(shapes[2]) == 2
    return Piece(name, kind, shapes, known=known)


def _both_ways(name: str, shapes: tuple[tuple[int, ...], ...]) -> Piece:
    """A Bidirectional: the arrays of one direction after those of the other."""
    one = _recurrent(name, shapes[: len(shapes) // 2])
    if one.kind == "?":
        return Piece(name, "?", shapes)
    return Piece(name, "Bidirectional", shapes, known={**one.known, "inner": one.kind})


def _convolution(name: str, shapes: tuple[tuple[int, ...], ...], old: bool) -> Piece:
    first = shapes[0]
    axes = len(first) - 2
    known: dict[str, object] = {"use_bias": len(shapes[-1]) == 1}
    lower = name.lower()
    if len(shapes) > 1 and len(shapes[1]) == len(first):
        known |= {"kernel_size": first[:axes], "depth_multiplier": first[-1]}
        known |= {"filters": shapes[1][-1]}
        return Piece(name, f"SeparableConv{axes}D", shapes, known=known)
    if "depthwise" in lower:
        known |= {"kernel_size": first[:axes], "depth_multiplier": first[-1]}
        return Piece(name, f"DepthwiseConv{axes}D", shapes, known=known)
    units = shapes[1][0] if len(shapes) == 2 else None
    turned = False
    if old and axes == 2:
        ends = (first[0] == units, first[3] == units)
        turned = ends == (True, False) or (ends[0] == ends[1] and first[2] == first[3] != first[0])
        if turned:
            first = (first[2], first[3], first[1], first[0])
            shapes = (first, *shapes[1:])
    if "transpose" in lower or "deconv" in lower or (units == first[-2] != first[-1]):
        known |= {"kernel_size": first[:axes], "filters": first[-2]}
        return Piece(name, f"Conv{axes}DTranspose", shapes, turned, known)
    known |= {"kernel_size": first[:axes], "filters": first[-1]}
    return Piece(name, f"Conv{axes}D", shapes, turned, known)


def in_order(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Layers of Keras 3's layout, which forgets the order between classes.

    Convolutions come before dense layers; within a class the numbers tell. A batch
    normalisation follows the first layer without one that has as many channels. Where
    idle layers stood does not matter, where pools stood is searched. Activations of their
    own stand after the normalisations if there is one for each of them.
    """
    spatial = _chained([p for p in pieces if "Conv" in p.kind])
    recurrent = [p for p in pieces if p.kind in (*_RECURRENT, "Embedding")]
    dense = _chained([p for p in pieces if p.kind == "Dense"])
    norms = [p for p in pieces if p.kind in ("BatchNormalization", "LayerNormalization")]
    flat = [p for p in pieces if p.kind in ("Flatten",) or p.kind.startswith("Global")]
    line = [*spatial, *recurrent, *(flat[:1] if spatial else []), *dense]
    active = [p for p in pieces if p.kind in ("Activation", "ReLU", "LeakyReLU", "ELU")]
    after = iter(active if len(active) >= len(norms) else [])
    for norm in norms:
        size = norm.shapes[0][0]
        for i, one in enumerate(line):
            taken = i + 1 < len(line) and line[i + 1].kind.endswith("Normalization")
            units = one.known.get("filters", one.known.get("units"))
            if units == size and not taken:
                line[i + 1 : i + 1] = [norm, *itertools.islice(after, 1)]
                break
        else:
            return (*line, norm)
    return tuple(line)


def _chained(pieces: list[Piece]) -> list[Piece]:
    """In an order in which each takes what the one before it gives, the file's if it does."""

    def fits(order: Sequence[Piece]) -> bool:
        for before, after in itertools.pairwise(order):
            given = before.known.get("filters", before.known.get("units"))
            takes = after.shapes[0][-1 if "Transpose" in after.kind else -2]
            if given is not None and given != takes:
                return False
        return True

    if len(pieces) > 7 or fits(pieces):
        return pieces
    return next((list(o) for o in itertools.permutations(pieces) if fits(o)), pieces)


# --- whole networks ---------------------------------------------------------------------


def find_out(pieces: Sequence[Piece], certain_order: bool, num_pools: int | None = None) -> Finding:
    """Architectures that fit.

    Args:
        certain_order: False for Keras 3's layout: pools may stand after any convolution.
        num_pools: How many pools there are, where their places are unknown.
    """
    line = _along_rows(tuple(p for p in pieces if p.kind != "InputLayer"))
    if not any(p.shapes for p in line):
        return Finding(line, (), "The file holds no weights.")
    odd = [p.name for p in line if p.shapes and p.kind == "?"]
    if odd:
        return Finding(line, (), f"No known layer has weights like those of {odd[0][:80]}.")
    branches = [p.name for p in line if p.kind in _BRANCHES]
    if branches:
        return Finding(
            line, (), f"The network has branches ({branches[0]}); weights do not tell how they run."
        )
    stray = _stray(line)
    if stray is not None:
        said = f"{stray.name[:80]} does not take what the layer before it gives: the network has "
        return Finding(line, (), said + "branches; weights do not tell how they run.")
    unsaid = [p for p in line if p.kind in _UNSAID]
    if unsaid:
        said = f"Weights do not tell the settings of {unsaid[0].name[:80]} ({unsaid[0].kind})."
        return Finding(line, (), said)
    whole, left_out = _one_head(line)
    answers: list[Answer] = []
    for shape, layers, assumed in itertools.islice(
        _wirings(whole, certain_order, num_pools), MOST_ANSWERS
    ):
        network = chain("network", layers, shape)
        answers.append(Answer(network, (*assumed, *left_out)))
    if not answers:
        why = "No sizes of images, pools and margins that ffstudio tries fit these weights."
        return Finding(line, (), why)
    return Finding(whole, tuple(answers))


def _along_rows(line: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pools and margins that go with convolutions along one axis."""
    if not any(p.kind == "Conv1D" for p in line):
        return line
    return tuple(p if p.shapes else replace(p, kind=p.kind.replace("2D", "1D")) for p in line)


def _stray(line: Sequence[Piece]) -> Piece | None:
    """The first convolution that takes other channels than the layer before it gives."""
    given: int | None = None
    for one in line:
        if "Conv" not in one.kind:
            # What keeps the channels: norms, activations, pools and what has no name.
            turns = one.kind in ("Reshape", "Permute", "Flatten", "Dense", *_RECURRENT)
            given = None if turns else given
            continue
        kernel, filters = one.shapes[0], one.known.get("filters")
        takes = kernel[-1 if "Transpose" in one.kind else -2]
        if given not in (None, takes):
            return one
        given = filters if isinstance(filters, int) else takes * kernel[-1]
    return None


# Layers without weights whose settings matter to what comes out.
_UNSAID = ("Permute", "RepeatVector", "Resizing", "Normalization", "Masking")
_SPREADS = re.compile("var|sig|std|dev|spread")


def _one_head(line: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], list[str]]:
    """A variational encoder without its second head, which stands for the code's spread.

    Two dense layers of one shape that do not follow each other are fed by one layer; the
    mean alone goes on to the decoder when nothing is drawn at random.
    """
    dense = [p for p in line if p.kind == "Dense"]
    if _breaks(dense) == 0:
        return line, []
    twins = [
        p
        for p in dense
        if p.shapes[0][0] != p.shapes[0][1]
        and sum(q.shapes[0] == p.shapes[0] for q in dense) == 2
        and _breaks([q for q in dense if q is not p]) == 0
    ]
    if not twins:
        return line, []
    named = [p for p in twins if _SPREADS.search(p.name.lower())]
    out = (named or twins)[-1]
    said = f"{out.name} is taken for the spread of a variational code and left out"
    return tuple(p for p in line if p is not out), [said]


def _breaks(dense: Sequence[Piece]) -> int:
    """How many dense layers cannot take what the one before them gives."""
    return sum(a.shapes[0][1] != b.shapes[0][0] for a, b in itertools.pairwise(dense))


def _wirings(
    line: Sequence[Piece], certain: bool, num_pools: int | None
) -> Iterator[tuple[Shape, list[Layer], list[str]]]:
    first = next(p for p in line if p.shapes)
    if "Conv2D" not in first.kind and first.kind != "Conv1D":
        shape: Shape
        if first.kind in _RECURRENT:
            wide = first.shapes[0][0]
            shape = (wide if 784 % wide else 784 // wide, wide)
        elif first.kind == "Dense":
            shape = (first.shapes[0][0],)
        elif first.kind == "BatchNormalization":
            shape = first.shapes[0]
        else:
            return
        side = math.isqrt(first.shapes[0][0])
        said = [f"images of {side}×{side}"] if side * side == first.shapes[0][0] else []
        if first.kind in _RECURRENT:
            side = math.isqrt(math.prod(shape))
            steps = "rows as time steps" if shape[0] == shape[1] else f"{shape[0]} time steps"
            said = [f"images of {side}×{side}, {steps}"]
        clock, looks = iter(range(_MOST_TRIALS)), iter(range(_MOST_LOOKS))
        answers = _fitting(line, shape, certain, _LEVELS, num_pools, clock, looks)
        for layers, words in answers:
            yield shape, layers, [*said, *words, *_guessed(layers)]
        return
    channels = first.shapes[0][-1] if first.kind == "Conv2DTranspose" else first.shapes[0][-2]
    clock, looks = iter(range(_MOST_TRIALS)), iter(range(_MOST_LOOKS))
    if first.kind == "Conv1D":  # along rows of a digit, or along all its pixels
        if 784 % channels == 0:
            shape = (784 // channels, channels)
            for layers, words in _fitting(line, shape, certain, _LEVELS, num_pools, clock, looks):
                along = f"images of 28×28, {shape[0]} steps of {channels}"
                yield shape, layers, [along, *words, *_guessed(layers)]
        return
    for group in _sizes_to_try(channels):
        answered = False
        for side, levels in group:
            shape = (side, side, channels)
            for layers, words in _fitting(line, shape, certain, levels, num_pools, clock, looks):
                answered = True
                yield shape, layers, [f"images of {side}×{side}", *words, *_guessed(layers)]
        if answered:
            return


def _sizes_to_try(channels: int) -> Iterator[list[tuple[int, tuple[int, ...]]]]:
    """Groups of sides of images with levels of oddity: the first group with an answer counts.

    Digits are 28 wide; as often as a network for 32, which they were padded to, it is one for
    28 that fits with a little oddity, such as another padding in one convolution.
    """
    # Colour pictures are CIFAR's more often than not.
    usual = (32, 64, 28) if channels == 3 else (28, 32)
    first, *others = usual
    yield [(first, (0,))]
    yield [(first, (1, 2)), *((side, (0,)) for side in others)]
    yield [(first, (3,)), *((side, (1, 2)) for side in others)]
    yield [(first, (4,)), *((side, (3,)) for side in others)]
    rest = [side for side in SIDES if side not in usual]
    for levels in ((0,), (1, 2)):
        for side in rest:
            yield [(side, levels)]


def _fitting(
    line: Sequence[Piece],
    shape: Shape,
    certain: bool,
    levels: Sequence[int],
    num_pools: int | None,
    clock: Iterator[int],
    looks: Iterator[int],
) -> list[tuple[list[Layer], list[str]]]:
    """All that fits, the least odd first.

    Args:
        clock: Ends when enough has been tried.
        looks: Ends when enough sizes have been looked at.
    """
    # Where no dense layer follows, sizes do not matter to weights; a picture should come out.
    makes_picture = "Conv2D" in [p for p in line if p.shapes][-1].kind
    if makes_picture:
        levels = sorted({*levels, *_LEVELS[:3]})
    found: list[tuple[list[Layer], list[str]]] = []
    for level in levels:
        pictures: list[tuple[list[Layer], list[str]]] = []
        for layers, words in _Geometry(line, shape, certain).trials(level, num_pools, looks):
            if next(clock, None) is None or len(found) > 200:
                break
            sizes = _fits(layers, line, shape)
            if sizes is None or any(layers == known for known, _ in found):
                continue
            found.append((layers, words))
            if makes_picture and _is_picture(sizes.shapes[Port(layers[-1].name)], shape):
                pictures.append((layers, words))
        if pictures:
            return pictures
    return found


def _is_picture(output: Shape, shape: Shape) -> bool:
    """True for an autoencoder's output, or a generator's of the commonest sizes."""
    if len(shape) == 3:
        return output == shape
    return len(output) == 3 and output[0] == output[1] and output[0] in SIDES[:3]


def _fits(layers: Sequence[Layer], line: Sequence[Piece], shape: Shape) -> Flow | None:
    """The network's sizes when its weights have exactly the shapes in the file."""
    try:
        sizes = flow(chain("", layers, shape))
    except ModelFileError:
        return None
    wanted = ((p.name, p.shapes) for p in line if p.shapes)
    same = all(tuple(w.shape for w in sizes.weights[n]) == shapes for n, shapes in wanted)
    return sizes if same else None


def _guessed(layers: Sequence[Layer]) -> list[str]:
    """What was taken for the activations; weights do not tell them."""
    found = [x.settings["activation"] for x in layers if "activation" in x.settings]
    found = [a for a in found if a != "linear"]
    if not found:
        return []
    inside = "ReLU inside, " if len(found) > 1 else ""
    return [f"activations (weights do not tell): {inside}{found[-1]} at the end"]


@dataclass
class _Geometry:
    """The free sizes of one line of layers, for one size of image."""

    line: Sequence[Piece]
    shape: Shape
    certain: bool

    @property
    def spatial(self) -> bool:
        """True when images go into a convolution."""
        return "Conv" in next(p.kind for p in self.line if p.shapes)

    @property
    def ending(self) -> str:
        """Of the kinds of layers that slide: 2D, or 1D over rows."""
        return "1D" if len(self.shape) == 2 else "2D"

    @property
    def pooling(self) -> tuple[str, str]:
        """The kinds of its pools."""
        return f"MaxPooling{self.ending}", f"AveragePooling{self.ending}"

    def trials(
        self, level: int, num_pools: int | None, looks: Iterator[int]
    ) -> Iterator[tuple[list[Layer], list[str]]]:
        """Everything of one level of oddity: see `_LEVELS`."""
        convs = [p.name for p in self.line if f"Conv{self.ending}" in p.kind]
        pools = [p.name for p in self.line if p.kind in self.pooling]
        pads = [p.name for p in self.line if p.kind == f"ZeroPadding{self.ending}"]
        slots = self._slots(convs, level)
        # Each halves what is left at least.
        most = min(len(slots), int(math.log2(_known_side(self.shape[0]) or 1)))
        # Networks with more pools are commoner than those with none.
        counts = range(most, -1, -1) if num_pools is None else [min(num_pools, len(slots))]
        chosen = (frozenset(c) for n in counts for c in itertools.combinations(slots, n))
        usual = [(2, steps) for steps in self._steps(level)]
        if level and (pools or slots):
            # What is odd throughout is commoner than one odd layer.
            usual[:0] = [(size, steps) for size in (3, 4) for steps in self._steps(level - 1)]
        ways = ((places, *way) for places in chosen for way in usual)
        for places, size, (padding, stride) in ways:
            for margins in itertools.product((1, 2, 3), repeat=len(pads)):
                if next(looks, None) is None:
                    return
                pool = dict.fromkeys([*pools, *(f"pool_{s}" for s in places)], size)
                margin = dict(zip(pads, margins, strict=True))
                if not self._may_fit(padding, stride, pool, margin, places):
                    continue
                layers = self.layers(padding, pool, margin, places, stride)
                if layers is not None:
                    yield layers, _said(padding, size, bool(pool), margins, places, stride)

    def _steps(self, level: int) -> Iterator[tuple[dict[str, str], dict[str, int]]]:
        """Paddings and strides of the convolutions, as many unlike the others as ``level``."""
        convs = [p.name for p in self.line if f"Conv{self.ending}" in p.kind]
        growing = [p.name for p in self.line if p.kind == "Conv2DTranspose"]
        bases = [dict.fromkeys(convs, p) for p in ("valid", "same")]
        if growing:  # these are there to enlarge
            grown = dict.fromkeys(growing, 2)
            # An autoencoder's first half makes smaller what its second half enlarges.
            before = list(itertools.takewhile(lambda name: name not in growing, convs))
            steps = [grown, grown | dict.fromkeys(before, 2)]
            if level >= 1 and len(growing) <= 4:
                mixes = itertools.product((2, 1), repeat=len(growing))
                steps = [dict(zip(growing, mix, strict=True)) for mix in mixes]
            if level >= 1:
                steps.append(dict.fromkeys(convs, 2))
            if level >= 2 and 1 < len(convs) <= 4:
                mixes = itertools.product((1, 2), repeat=len(convs))
                steps = [dict(zip(convs, mix, strict=True)) for mix in mixes]
            yield from itertools.product(bases, steps)
            return
        # More than four of them leave nothing of a picture.
        if level == 1 and 1 < len(convs) <= 4:
            yield from ((base, dict.fromkeys(convs, 2)) for base in bases)
        if level > len(convs):
            return
        for base in bases:
            other = "same" if base == bases[0] else "valid"
            usual = "same" if other == "valid" else "valid"
            unlike = ((other, 1), (usual, 2), (other, 2))
            for names in itertools.combinations(convs, level):
                for ways in itertools.product(unlike, repeat=len(names)):
                    padding = base | {n: p for n, (p, _) in zip(names, ways, strict=True)}
                    yield padding, {n: 2 for n, (_, k) in zip(names, ways, strict=True) if k == 2}

    def _may_fit(
        self,
        padding: Mapping[str, str],
        stride: Mapping[str, int],
        pool: Mapping[str, int],
        margin: Mapping[str, int],
        places: frozenset[str],
    ) -> bool:
        """False where the first dense layer would get another number of inputs, by sizes alone."""
        if not self.spatial:
            return True
        axes = len(self.shape) - 1
        side, filters = _known_side(self.shape[0]), 0
        for one in self.line:
            if one.kind == f"Conv{self.ending}":
                size, step = one.shapes[0][0], stride.get(one.name, 1)
                side = (
                    -(-side // step) if padding[one.name] == "same" else (side - size) // step + 1
                )
                filters = one.shapes[0][-1]
                if one.name in places:
                    side //= pool[f"pool_{one.name}"]
            elif one.kind in self.pooling:
                side //= pool[one.name]
            elif one.kind == f"ZeroPadding{self.ending}":
                side += 2 * margin[one.name]
            elif one.kind == "Dense":
                return one.shapes[0][0] in (filters, side**axes * filters)
            elif one.kind not in (("BatchNormalization",) if one.shapes else _SIZE_KEEPING):
                return True
            if side < 1:
                return False
        return True

    def _slots(self, convs: Sequence[str], level: int) -> list[str]:
        """Convolutions after which a pool may stand that the file does not name.

        A nameless layer between two convolutions is their activation before it is a pool;
        before a dense layer one is the Flatten.
        """
        if not self.certain:
            return list(convs)
        found: list[str] = []
        last, nameless = "", 0
        for one in self.line:
            if not one.shapes:
                nameless += one.kind == "?"
                continue
            free = nameless - (one.kind == "Dense") - (level == 0)
            if last and free > 0:
                found.append(last)
            last, nameless = one.name if one.name in convs else "", 0
        return found

    def layers(
        self,
        padding: dict[str, str],
        pool: dict[str, int],
        margins: dict[str, int],
        places: frozenset[str],
        stride: Mapping[str, int] = MappingProxyType({}),
    ) -> list[Layer] | None:
        """The line with all sizes filled in; None when it makes no sense."""
        made: list[Layer] = []
        last = [p for p in self.line if p.shapes and p.kind != "BatchNormalization"][-1]
        flat = not self.spatial
        for i, one in enumerate(self.line):
            settings: dict[str, object] = dict(one.known)
            kind = one.kind
            if kind == "?":
                continue
            if "Conv" in kind:
                settings |= {
                    "padding": padding.get(one.name, "valid"),
                    "strides": stride.get(one.name, 1),
                }
            if kind in _RECURRENT:
                row, every = self._row(one, i)
                made.append(row)
                flat = not every
                continue
            if "Conv" in kind or kind == "Dense":
                settings["activation"] = self._activation(i, one is last)
            elif kind in ("Activation", "Softmax"):
                settings = {"activation": "softmax" if self._ends(i) else "relu"}
                kind = "Activation"
            elif kind in pool or one.name in pool:
                settings["pool_size"] = pool[one.name]
            elif kind.startswith("ZeroPadding"):
                settings["padding"] = margins.get(one.name, 1)
            elif kind == "Reshape":
                target = self._target(i)
                if target is None:
                    return None
                settings, flat = {"target_shape": list(target)}, False
            if kind == "Dense" and not flat:
                made.append(self._flattened(one, made))
                flat = True
            if kind == "Flatten" or kind.startswith("Global"):
                if flat:
                    continue
                flat = True
            made.append(Layer(one.name, kind, checked(kind, settings, one.name)))
            if one.name in places:
                size = {"pool_size": pool[f"pool_{one.name}"]}
                slid = self.pooling[0]
                made.append(Layer(f"pool_{one.name}", slid, checked(slid, size)))
        return made

    def _row(self, one: Piece, i: int) -> tuple[Layer, bool]:
        """A recurrent layer, and whether it hands on every step: the next layer tells."""
        settings = {k: v for k, v in one.known.items() if k != "inner"}
        units = int(str(settings["units"]))
        later = next((p for p in self.line[i + 1 :] if p.shapes), None)
        twice = one.kind == "Bidirectional"
        takes = None if later is None else later.shapes[0][0]
        steps = self.shape[0] or 0
        # Directions are joined unless the next layer takes as many values as one has.
        joined = twice and takes not in (units, steps * units)
        values = units * (1 + joined)
        every = later is not None and (
            later.kind in _RECURRENT
            or (later.kind == "Dense" and takes == steps * values != values)
        )
        settings["return_sequences"] = every
        if not twice:
            return Layer(one.name, one.kind, checked(one.kind, settings, one.name)), every
        kind = str(one.known["inner"])
        inner = Layer("layer", kind, checked(kind, settings, one.name))
        mode = {"merge_mode": "concat" if joined else "sum"}
        made = checked("Bidirectional", mode, one.name)
        return Layer(one.name, "Bidirectional", made, inner=inner), every

    def _flattened(self, dense: Piece, made: Sequence[Layer]) -> Layer:
        filters = [x.settings["filters"] for x in made if "filters" in x.settings]
        if filters and filters[-1] == dense.shapes[0][0]:
            kind = f"GlobalAveragePooling{self.ending}"
            return Layer(f"{dense.name}_pool", kind, checked(kind, {}))
        return Layer(f"{dense.name}_flatten", "Flatten", checked("Flatten", {}))

    def _activation(self, i: int, is_last: bool) -> str:
        """Of a layer that may have an activation layer of its own after it."""
        for later in self.line[i + 1 :]:
            if later.kind in ("BatchNormalization", "Dropout"):
                continue
            if later.kind in ("Activation", "Softmax", "ReLU", "LeakyReLU", "ELU", "PReLU"):
                return "linear"
            break
        if not is_last:
            return "relu"
        units = int(np.prod(self.line[i].shapes[-1][-1:]))
        inputs = math.prod(n or 1 for n in self.shape)
        return "sigmoid" if units == 1 or units == inputs else "softmax"

    def _ends(self, i: int) -> bool:
        return not any(p.shapes for p in self.line[i + 1 :])

    def _target(self, i: int) -> Shape | None:
        """What a Reshape between a dense layer and a convolution makes."""
        units = next((p.shapes[0][1] for p in reversed(self.line[:i]) if p.kind == "Dense"), None)
        later = next((p for p in self.line[i + 1 :] if "Conv2D" in p.kind), None)
        if units is None or later is None:
            return None
        channels = later.shapes[0][-1] if "Transpose" in later.kind else later.shapes[0][-2]
        side = math.isqrt(units // channels)
        return (side, side, channels) if side * side * channels == units else None


# What `_may_fit` may pass over.
_SIZE_KEEPING = (
    "?",
    "Dropout",
    "Activation",
    "ReLU",
    "LeakyReLU",
    "ELU",
    "Flatten",
    "GaussianNoise",
)


def _known_side(n: int | None) -> int:
    return n or 0


def _said(
    padding: dict[str, str],
    size: int,
    pools: bool,
    margins: Sequence[int],
    places: frozenset[str],
    stride: Mapping[str, int],
) -> list[str]:
    kinds = set(padding.values())
    if len(kinds) > 1:
        words = ["padding " + ", ".join(f"{k}: {v}" for k, v in padding.items())]
    else:
        words = [f"padding {p} in all convolutions" for p in kinds]
    if pools:
        words.append(f"pools of {size}×{size}")
    if places:
        words.append("a pool after " + ", ".join(sorted(places)))
    steps = sorted(set(stride.values()))
    if steps == [2]:
        words.append("strides of 2 in " + ", ".join(stride))
    elif len(steps) > 1:
        words.append("strides of 2 in " + ", ".join(k for k, v in stride.items() if v == 2))
    words += [f"a margin of {m}" for m in margins]
    return words


def with_activation(network: Architecture, activation: str) -> Architecture:
    """The same network with another guess for the ReLUs inside it."""
    layers = tuple(
        replace(x, settings={**x.settings, "activation": activation})
        if x.settings.get("activation") == "relu"
        else x
        for x in network.layers
    )
    return replace(network, layers=layers)
