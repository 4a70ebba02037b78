"""The sizes that weights leave free: paddings, strides, pools and margins."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.describe.kinds import Shape, check_settings
from ffstudio.core.words import tr
from ffstudio.files.foreign.bare_weights.pieces import RECURRENT_NAMES, Piece

# The level of oddity of nets for large images, as AlexNet: a first convolution in strides of 3 or
# 4, and pools of 3×3 that overlap. It is looked at where nothing else fits.
WIDE = 5
# Side and stride of such a pool, and the strides.
_OVERLAPPING, _WIDE_STRIDES = (3, 2), (4, 3, 2)
# A pool's side, and its stride where that is another.
Size = int | tuple[int, int]


@dataclass
class Geometry:
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
        """Everything of one level of oddity.

        See :mod:`ffstudio.files.foreign.bare_weights.search`.
        """
        convs = [p.name for p in self.line if f"Conv{self.ending}" in p.kind]
        pools = [p.name for p in self.line if p.kind in self.pooling]
        pads = [p.name for p in self.line if p.kind == f"ZeroPadding{self.ending}"]
        slots = self._slots(convs, level)
        # Each halves what is left at least.
        most = min(len(slots), int(math.log2(_zero_if_open(self.shape[0]) or 1)))
        # Networks with more pools are commoner than those with none.
        counts = range(most, -1, -1) if num_pools is None else [min(num_pools, len(slots))]
        chosen = (frozenset(c) for n in counts for c in itertools.combinations(slots, n))
        usual: list[tuple[Size, tuple[dict[str, str], dict[str, int]]]]
        usual = [(2, steps) for steps in self._steps(level)]
        if level == WIDE:
            usual = self._wide_ways()
        elif level and (pools or slots):
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
                    yield (
                        layers,
                        _describe_reading(padding, size, bool(pool), margins, places, stride),
                    )

    def _wide_ways(self) -> list[tuple[Size, tuple[dict[str, str], dict[str, int]]]]:
        """Sizes of pools with paddings and strides, of nets that begin with a wide stride and of
        those whose pools overlap."""
        convs = [p.name for p in self.line if f"Conv{self.ending}" in p.kind]
        kernels = [p.shapes[0][0] for p in self.line if p.name in convs]
        ways: list[tuple[Size, tuple[dict[str, str], dict[str, int]]]] = []
        for step in _WIDE_STRIDES if kernels and kernels[0] > 1 else ():
            for first, rest in itertools.product(("valid", "same"), repeat=2):
                padding = {**dict.fromkeys(convs, rest), convs[0]: first}
                for size in (_OVERLAPPING, 2, 3):
                    ways.append((size, (padding, {convs[0]: step})))
        ways += [(_OVERLAPPING, steps) for level in (0, 1, 2) for steps in self._steps(level)]
        return ways

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

    def stride_by(self, stride: Mapping[str, int]) -> Iterator[tuple[list[Layer], list[str]]]:
        """The line without pools, each convolution with a stride that is given or none."""
        convs = [p.name for p in self.line if f"Conv{self.ending}" in p.kind]
        for kind in ("same", "valid"):
            padding = dict.fromkeys(convs, kind)
            layers = self.layers(padding, {}, {}, frozenset(), stride)
            if layers is not None:
                words = _describe_reading(padding, 2, False, (), frozenset(), stride)
                yield layers, words

    def _may_fit(
        self,
        padding: Mapping[str, str],
        stride: Mapping[str, int],
        pool: Mapping[str, Size],
        margin: Mapping[str, int],
        places: frozenset[str],
    ) -> bool:
        """False where the first dense layer would get another number of inputs, by sizes alone."""
        if not self.spatial:
            return True
        axes = len(self.shape) - 1
        side, filters = _zero_if_open(self.shape[0]), 0
        for one in self.line:
            if one.kind == f"Conv{self.ending}":
                size, step = one.shapes[0][0], stride.get(one.name, 1)
                side = (
                    -(-side // step) if padding[one.name] == "same" else (side - size) // step + 1
                )
                filters = one.shapes[0][-1]
                if one.name in places:
                    side = _pool(side, pool[f"pool_{one.name}"])
            elif one.kind in self.pooling:
                side = _pool(side, pool[one.name])
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
        free_places: list[str] = []
        last, nameless = "", 0
        for one in self.line:
            if not one.shapes:
                nameless += one.kind == "?"
                continue
            free = nameless - (one.kind == "Dense") - (level == 0)
            if last and free > 0:
                free_places.append(last)
            last, nameless = one.name if one.name in convs else "", 0
        return free_places

    def layers(
        self,
        padding: dict[str, str],
        pool: Mapping[str, Size],
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
            if kind in RECURRENT_NAMES:
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
                settings |= _pool_settings(pool[one.name])
            elif kind.startswith("ZeroPadding"):
                settings["padding"] = margins.get(one.name, 1)
            elif kind == "Reshape":
                target = self._target(i)
                if target is None:
                    return None
                settings, flat = {"target_shape": list(target)}, False
            if kind == "Dense" and not flat:
                made.append(self._flatten(one, made))
                flat = True
            if kind == "Flatten" or kind.startswith("Global"):
                if flat:
                    continue
                flat = True
            made.append(Layer(one.name, kind, check_settings(kind, settings, one.name)))
            if one.name in places:
                size = _pool_settings(pool[f"pool_{one.name}"])
                slid = self.pooling[0]
                made.append(Layer(f"pool_{one.name}", slid, check_settings(slid, size)))
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
            later.kind in RECURRENT_NAMES
            or (later.kind == "Dense" and takes == steps * values != values)
        )
        settings["return_sequences"] = every
        if not twice:
            return Layer(one.name, one.kind, check_settings(one.kind, settings, one.name)), every
        kind = str(one.known["inner"])
        inner = Layer("layer", kind, check_settings(kind, settings, one.name))
        mode = {"merge_mode": "concat" if joined else "sum"}
        made = check_settings("Bidirectional", mode, one.name)
        return Layer(one.name, "Bidirectional", made, inner=inner), every

    def _flatten(self, dense: Piece, made: Sequence[Layer]) -> Layer:
        filters = [x.settings["filters"] for x in made if "filters" in x.settings]
        if filters and filters[-1] == dense.shapes[0][0]:
            kind = f"GlobalAveragePooling{self.ending}"
            return Layer(f"{dense.name}_pool", kind, check_settings(kind, {}))
        return Layer(f"{dense.name}_flatten", "Flatten", check_settings("Flatten", {}))

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
        is_picture = units > inputs and find_picture(units) is not None
        is_coloured = "Conv" in self.line[i].kind and units == 3
        if units == 1 or units == inputs or is_picture or is_coloured:
            return "sigmoid"
        # So many numbers are a code more often than classes; a code's numbers are free.
        return "linear" if units % 16 == 0 else "softmax"

    def _ends(self, i: int) -> bool:
        return not any(p.shapes for p in self.line[i + 1 :])

    def _target(self, i: int) -> Shape | None:
        """What a Reshape between a dense layer and a convolution makes."""
        units = next((p.shapes[0][1] for p in reversed(self.line[:i]) if p.kind == "Dense"), None)
        later = next((p for p in self.line[i + 1 :] if "Conv2D" in p.kind), None)
        if units is None or later is None:
            return None if units is None else find_picture(units)
        channels = later.shapes[0][-1] if "Transpose" in later.kind else later.shapes[0][-2]
        side = math.isqrt(units // channels)
        return (side, side, channels) if side * side * channels == units else None


def find_picture(count: int) -> Shape | None:
    """The square picture, grey or in colour, that so many numbers make; None for none."""
    for channels in (1, 3):
        side = math.isqrt(count // channels)
        if side >= 8 and side * side * channels == count:
            return (side, side, channels)
    return None


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


def _pool(side: int, size: Size) -> int:
    """How many places a side a pool without padding leaves."""
    wide, step = (size, size) if isinstance(size, int) else size
    return (side - wide) // step + 1


def _pool_settings(size: Size) -> dict[str, object]:
    if isinstance(size, int):
        return {"pool_size": size}
    return {"pool_size": size[0], "strides": size[1]}


def _zero_if_open(n: int | None) -> int:
    return n or 0


def _describe_reading(
    padding: dict[str, str],
    size: Size,
    pools: bool,
    margins: Sequence[int],
    places: frozenset[str],
    stride: Mapping[str, int],
) -> list[str]:
    kinds = set(padding.values())
    if len(kinds) > 1:
        words = ["padding " + ", ".join(f"{k}: {v}" for k, v in padding.items())]
    else:
        words = [tr("padding {p} in all convolutions", p=p) for p in kinds]
    if pools:
        wide = size if isinstance(size, int) else size[0]
        words.append(f"pools of {wide}×{wide}" + ("" if wide == size else " that overlap"))
    if places:
        words.append("a pool after " + ", ".join(sorted(places)))
    for step in sorted(set(stride.values()) - {1}):
        names = ", ".join(name for name, one in stride.items() if one == step)
        words.append(tr("strides of {step} in {layers}", step=step, layers=names))
    words += [f"a margin of {m}" for m in margins]
    return words
