"""Networks that fit bare weights.

What weights cannot tell is searched: paddings, pool sizes and places of pools such that the
first dense layer gets as many inputs as it has rows. Everything that was assumed is said;
several answers are all returned.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ffstudio.core.describe.architecture import Architecture, Flow, Layer, Port, chain, flow
from ffstudio.core.describe.kinds import Shape
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.foreign.bare_weights.geometry import Geometry, find_picture
from ffstudio.files.foreign.bare_weights.halves import find_autoencoders
from ffstudio.files.foreign.bare_weights.mixed_formats import find_mixed
from ffstudio.files.foreign.bare_weights.pieces import BRANCHES, RECURRENT_NAMES, Piece
from ffstudio.files.foreign.bare_weights.sides import (
    ANY_SIDE,
    SIDES,
    fits_any_side,
    guess_sides,
    habitual_strides,
    list_groups,
    list_levels,
)

MOST_ANSWERS = 16


# A trial takes about half a millisecond, a look at sizes alone some microseconds.
_MOST_TRIALS = 3_000


_MOST_LOOKS = 100_000


# So many networks for images of a side that somebody says are enough to choose from.
_ENOUGH = 4

# Fewer numbers are no picture.
_FEWEST_PIXELS = 16

# Channels that are the rows of a picture, by mistake.
_ROWS = (28, 32)

# Levels of oddity: 0 is how most networks are built; every convolution that is unlike the
# others counts 1, pools of another size than 2 and strides throughout count 1.
_LEVELS = (0, 1, 2, 3, 4)


@dataclass(frozen=True)
class FittingNetwork:
    """One architecture that fits the weights.

    Attributes:
        assumed: What the file does not say and was taken for granted, for a reader.
    """

    network: Architecture
    assumed: tuple[str, ...]


@dataclass(frozen=True)
class SearchResult:
    """All that could be found out.

    Attributes:
        pieces: The layers in their order.
        answers: Architectures that fit, the likeliest first; perhaps none.
        why: Why there is no answer, for a reader.
    """

    pieces: tuple[Piece, ...]
    answers: tuple[FittingNetwork, ...]
    why: str = ""


def find_networks(
    pieces: Sequence[Piece],
    certain_order: bool,
    num_pools: int | None = None,
    has_inner: bool = False,
    side: int = 0,
) -> SearchResult:
    """Architectures that fit.

    Args:
        certain_order: False for Keras 3's layout: pools may stand after any convolution.
        num_pools: How many pools there are, where their places are unknown.
        has_inner: True where layers of inner networks are among them: of those only layers with
            weights are known.
        side: Of the images in pixels, where somebody says it: no others are looked for; else 0.
    """
    line = _along_rows(tuple(p for p in pieces if p.kind != "InputLayer"))
    if not any(p.shapes for p in line):
        return SearchResult(line, (), tr("The file holds no weights."))
    odd = [p.name for p in line if p.shapes and p.kind == "?"]
    if odd:
        return SearchResult(
            line, (), tr("No known layer has weights like those of {layer}.", layer=odd[0][:80])
        )
    branches = [p.name for p in line if p.kind in BRANCHES]
    if branches:
        return SearchResult(
            line,
            (),
            tr(
                "The network has branches ({branches}); weights do not tell how they run.",
                branches=branches[0],
            ),
        )
    stray, first = _stray(line), next(p for p in line if p.shapes)
    if stray is not None or (first.kind == "Conv2D" and first.shapes[0][-2] in _ROWS):
        mixed = [
            FittingNetwork(network, (*words, *_guesses(network.layers)))
            for network, words in itertools.islice(
                find_mixed(line, certain_order, side), MOST_ANSWERS
            )
        ]
        if mixed:
            return SearchResult(line, tuple(mixed))
    if stray is not None:
        said = tr(
            "{layer} does not take what the layer before it gives: the network has branches; "
            "weights do not tell how they run.",
            layer=stray.name[:80],
        )
        return SearchResult(line, (), said)
    unsaid = [p for p in line if p.kind in _UNSAID]
    if unsaid:
        said = tr(
            "Weights do not tell the settings of {layer} ({kind}).",
            layer=unsaid[0].name[:80],
            kind=unsaid[0].kind,
        )
        return SearchResult(line, (), said)
    whole, left_out = _one_head(line)
    answers: list[FittingNetwork] = []
    if has_inner:
        answers += _find_halves(whole, left_out, side)
    for shape, layers, assumed in itertools.islice(
        _wire(whole, certain_order, num_pools, side), MOST_ANSWERS - len(answers)
    ):
        if left_out:
            layers = _end_in_code(layers)
            known = [words for words in assumed if not words.startswith(tr(_GUESSED))]
            assumed = [*known, *_guesses(layers)]
        network = chain("network", layers, shape)
        if all(network != one.network for one in answers):
            answers.append(FittingNetwork(network, (*assumed, *left_out, *_say_code(pieces))))
    if not answers and not has_inner:
        answers += _find_halves(whole, left_out, side)
    answers += [other for one in answers if (other := _end_in_a_value(one)) is not None]
    if side:
        answers = [one for one in answers if _takes_side(one.network, side)]
    if not answers:
        why = tr("No sizes of images, pools and margins that ffstudio tries fit these weights.")
        plain = [p for p in line if p.shapes and p.kind not in _IN_BETWEEN]
        if any(p.kind == "Embedding" for p in line):
            why = tr("It begins with an Embedding: it takes words of a text, not pictures.")
        elif all(p.kind == "Dense" for p in plain[-2:]) and _breaks(plain[-2:]):
            why = tr(
                "{layer} does not take what the layer before it gives: the network has branches; "
                "weights do not tell how they run.",
                layer=plain[-1].name[:80],
            )
        return SearchResult(line, (), why)
    return SearchResult(whole, tuple(answers))


_IN_BETWEEN = ("BatchNormalization", "LayerNormalization", "PReLU")


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
            turns = one.kind in ("Reshape", "Permute", "Flatten", "Dense", *RECURRENT_NAMES)
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


def _say_code(pieces: Sequence[Piece]) -> list[str]:
    """That layers of program code are among them, which are not run."""
    names = [p.name for p in pieces if not p.shapes and "lambda" in p.name.lower()]
    if not names:
        return []
    named = ", ".join(names[:4])
    return [tr("{layers}: a Lambda is program code, which is not run, and left out", layers=named)]


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
    said = tr("{layer} is taken for the spread of a variational code and left out", layer=out.name)
    return tuple(p for p in line if p is not out), [said]


def _breaks(dense: Sequence[Piece]) -> int:
    """How many dense layers cannot take what the one before them gives."""
    return sum(a.shapes[0][1] != b.shapes[0][0] for a, b in itertools.pairwise(dense))


def _end_in_a_value(one: FittingNetwork) -> FittingNetwork | None:
    """The same network of one number without the sigmoid at its end, which weights do not tell;
    None for other networks."""
    last = one.network.layers[-1]
    if last.kind != "Dense" or last.settings["units"] != 1:
        return None
    return free_end(one) if last.settings["activation"] == "sigmoid" else None


def free_end(one: FittingNetwork) -> FittingNetwork:
    """The same network whose last dense layer gives plain numbers, not shares."""
    *layers, last = one.network.layers
    if last.kind != "Dense":
        return one
    last = replace(last, settings={**last.settings, "activation": "linear"})
    network = replace(one.network, layers=(*layers, last))
    rest = [words for words in one.assumed if not words.startswith(tr(_GUESSED))]
    return FittingNetwork(network, (*rest, *_guesses(network.layers)))


def _takes_side(network: Architecture, side: int) -> bool:
    """Whether pictures of so many pixels a side go into it."""
    shape = flow(network).shapes[network.inputs[0]]
    return len(shape) == 3 and sorted(n or 0 for n in shape)[1:] == [side, side]


def _wire(
    line: Sequence[Piece], certain: bool, num_pools: int | None, asked: int
) -> Iterator[tuple[Shape, list[Layer], list[str]]]:
    first = next(p for p in line if p.shapes)
    if "Conv2D" not in first.kind and first.kind != "Conv1D":
        shape: Shape
        if first.kind in RECURRENT_NAMES:
            wide = first.shapes[0][0]
            shape = (wide if 784 % wide else 784 // wide, wide)
        elif first.kind == "Dense":
            shape = (first.shapes[0][0],)
        elif first.kind == "BatchNormalization":
            shape = first.shapes[0]
        else:
            return
        side = math.isqrt(first.shapes[0][0])
        inputs = first.shapes[0][0]
        # What is made into a picture larger than itself is noise or a code.
        made = [p.shapes[0][1] for p in line if p.kind == "Dense"]
        pictures = [n for n in made if n > 2 * inputs and find_picture(n) is not None]
        is_code = bool(pictures) and made[-1] in (1, *pictures)
        is_images = side * side == inputs >= _FEWEST_PIXELS and not is_code
        said = [f"images of {side}×{side}"] if is_images else []
        if first.kind in RECURRENT_NAMES:
            side = math.isqrt(math.prod(shape))
            steps = (
                tr("rows as time steps")
                if shape[0] == shape[1]
                else tr("{steps} time steps", steps=shape[0])
            )
            said = [tr("images of {side}×{side}, {steps}", side=side, steps=steps)]
            if shape[0] != shape[1]:
                said.append(tr("weights do not tell how many steps: other series fit as well"))
        clock, looks = iter(range(_MOST_TRIALS)), iter(range(_MOST_LOOKS))
        answers = _find_fitting(line, shape, certain, _LEVELS, num_pools, clock, looks)
        for layers, words in answers:
            yield shape, layers, [*said, *words, *_guesses(layers)]
        return
    channels = first.shapes[0][-1] if first.kind == "Conv2DTranspose" else first.shapes[0][-2]
    clock, looks = iter(range(_MOST_TRIALS)), iter(range(_MOST_LOOKS))
    if first.kind == "Conv1D":  # along rows of a digit, or along all its pixels
        if 784 % channels == 0:
            shape = (784 // channels, channels)
            for layers, words in _find_fitting(
                line, shape, certain, _LEVELS, num_pools, clock, looks
            ):
                along = tr(
                    "images of 28×28, {steps} steps of {channels}",
                    steps=shape[0],
                    channels=channels,
                )
                yield shape, layers, [along, *words, *_guesses(layers)]
        return
    if fits_any_side(line):
        yield from _find_free(line, channels, certain, num_pools, clock, looks, asked)
        return
    count = 0
    for group in list_levels(asked) if asked else list_groups(channels):
        for side, levels in group:
            shape = (side, side, channels)
            for layers, words in _find_fitting(
                line, shape, certain, levels, num_pools, clock, looks
            ):
                count += 1
                yield shape, layers, [f"images of {side}×{side}", *words, *_guesses(layers)]
        if count >= (_ENOUGH if asked else 1):
            return


def _find_halves(
    line: Sequence[Piece], left_out: Sequence[str], asked: int
) -> list[FittingNetwork]:
    """Autoencoders and decoders, found half by half."""
    answers = []
    sides = (asked,) if asked else SIDES[:3]
    autoencoders = find_autoencoders(line, sides, _find_encoders)
    for shape, layers, assumed in itertools.islice(autoencoders, MOST_ANSWERS):
        if _fits(layers, line, shape) is not None:
            words = (*assumed, *_guesses(layers), *left_out, *_say_code(line))
            answers.append(FittingNetwork(chain("network", layers, shape), words))
    return answers


def _end_in_code(layers: list[Layer]) -> list[Layer]:
    """A variational encoder without a decoder gives free numbers, not shares of classes."""
    *before, last = layers
    if last.kind != "Dense":
        return layers
    return [*before, replace(last, settings={**last.settings, "activation": "linear"})]


def _find_encoders(line: Sequence[Piece], shape: Shape) -> list[tuple[list[Layer], list[str]]]:
    """What fits the first half of an autoencoder."""
    clock, looks = iter(range(_MOST_TRIALS)), iter(range(_MOST_LOOKS))
    return _find_fitting(line, shape, False, (0, 1), None, clock, looks)


def _find_free(
    line: Sequence[Piece],
    channels: int,
    certain: bool,
    num_pools: int | None,
    clock: Iterator[int],
    looks: Iterator[int],
    asked: int,
) -> Iterator[tuple[Shape, list[Layer], list[str]]]:
    """What fits weights that fit images of any size: sides by habit, the likeliest first, or the
    one that somebody says."""

    def list_ways(side: int) -> list[tuple[list[Layer], list[str]]]:
        shape = (side, side, channels)
        made: list[tuple[list[Layer], list[str]]] = []
        geometry = Geometry(line, shape, certain)
        for stride in habitual_strides(line) if not num_pools else []:
            made += geometry.stride_by(stride)
        made = [(layers, words) for layers, words in made if _fits(layers, line, shape)]
        return made + _find_fitting(line, shape, certain, (0,), num_pools, clock, looks)

    if asked:
        for layers, words in list_ways(asked):
            said = [f"images of {asked}×{asked}", *words, *_guesses(layers)]
            yield (asked, asked, channels), layers, said
        return
    likely = list_ways(224)
    if not likely:
        return
    first, *others = guess_sides(likely[0][0], channels)
    ways = [(first, *one) for one in list_ways(first)[: MOST_ANSWERS - len(others)]]
    # Smaller ones cost less to try than other ways to build the first.
    ways[1:1] = [(side, *one) for side in others for one in list_ways(side)[:1]]
    for side, layers, words in ways:
        words = [f"images of {side}×{side}", ANY_SIDE, *words, *_guesses(layers)]
        yield (side, side, channels), layers, words


def _find_fitting(
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
    fitting: list[tuple[list[Layer], list[str]]] = []
    for level in levels:
        pictures: list[tuple[list[Layer], list[str]]] = []
        for layers, words in Geometry(line, shape, certain).trials(level, num_pools, looks):
            if next(clock, None) is None or len(fitting) > 200:
                break
            sizes = _fits(layers, line, shape)
            if sizes is None or any(layers == known for known, _ in fitting):
                continue
            fitting.append((layers, words))
            if makes_picture and _is_picture(sizes.shapes[Port(layers[-1].name)], shape):
                pictures.append((layers, words))
        if pictures:
            return pictures
    return fitting


def _is_picture(output: Shape, shape: Shape) -> bool:
    """True for an autoencoder's output, or a generator's of the commonest sizes."""
    if len(shape) == 3:  # itself again, or of another kind, as masks of it are
        return output[:2] == shape[:2]
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


_GUESSED = "activations (weights do not tell)"


def _guesses(layers: Sequence[Layer]) -> list[str]:
    """What was taken for the activations; weights do not tell them."""
    names = [x.settings["activation"] for x in layers if "activation" in x.settings]
    names = [a for a in names if a != "linear"]
    if not names:
        return []
    is_open = layers[-1].settings.get("activation") == "linear" or len(names) > 1
    inside = "ReLU inside, " if is_open else ""
    ending = f"{names[-1]} at the end"
    if layers[-1].settings.get("activation") == "linear":
        ending = "nothing at the end" if layers[-1].kind == "Dense" else ""
    return [f"{tr(_GUESSED)}: {inside}{ending}".removesuffix(", ")]


def with_activation(network: Architecture, activation: str) -> Architecture:
    """The same network with another guess for the ReLUs inside it."""
    layers = tuple(
        replace(x, settings={**x.settings, "activation": activation})
        if x.settings.get("activation") == "relu"
        else x
        for x in network.layers
    )
    return replace(network, layers=layers)
