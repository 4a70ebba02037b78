"""Networks whose layers disagree on where channels are.

Whoever mixes examples of two backends has convolutions with channels last and pools with
channels first, fed with (1, 28, 28) or (28, 28, 1): Keras trains that, pooling along the wrong
axes. The kernels tell it by the number of channels that they take.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ffstudio.core.describe.architecture import Architecture, Layer, chain, flow
from ffstudio.core.describe.kinds import Shape, check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import say_all, tr
from ffstudio.files.foreign.bare_weights.geometry import Geometry
from ffstudio.files.foreign.bare_weights.pieces import Piece

_FIRST, _LAST = "channels_first", "channels_last"
# Where convolutions and pools look for channels; both last is what the usual search tries.
_FORMATS = ((_LAST, _FIRST), (_LAST, _LAST), (_FIRST, _LAST), (_FIRST, _FIRST))
_WORDS = say_all({_FIRST: "channels first", _LAST: "channels last"})
_SIDES = (28, 32)
_MOST_POOLS = 5


def find_mixed(
    line: Sequence[Piece], certain: bool, asked: int = 0
) -> Iterator[tuple[Architecture, list[str]]]:
    """Networks whose kernels fit only so, and what was assumed for a reader.

    Args:
        certain: True where the pools are among the layers that are named.
        asked: The side of the images, where somebody says it; else 0.
    """
    convs = [p for p in line if p.kind == "Conv2D"]
    if not convs or len(convs) > _MOST_POOLS or any("Transpose" in p.kind for p in line):
        return
    named = [p.name for p in line if p.kind in ("MaxPooling2D", "AveragePooling2D")]
    slots = [] if named else [p.name for p in convs]
    counts = range(len(slots), -1, -1) if slots and not certain else (len(slots), 0)
    places = [frozenset(c) for n in dict.fromkeys(counts) for c in itertools.combinations(slots, n)]
    for side in (asked,) if asked else _SIDES:
        known: list[object] = []
        shapes = ((1, side, side), (side, side, 1), (side, 1, side), (3, side, side))
        ways = itertools.product(
            _FORMATS, shapes, _paddings(convs), (2, 3), ("valid", "same"), places
        )
        for (conv, pool), shape, padding, size, pad, chosen in ways:
            network = _make(line, shape, conv, pool, padding, size, pad, chosen, named)
            if network is None:
                continue
            # Another padding of pools that leave no rest computes the same.
            shapes_inside = (conv, pool, padding, list(flow(network).shapes.values()))
            if shapes_inside in known:
                continue
            known.append(shapes_inside)
            words = [tr("images of {shape}", shape="×".join(map(str, shape)))]
            if conv != pool:
                words.append(
                    tr(
                        "convolutions with {convolution_format}, pools with {pool_format}",
                        convolution_format=_WORDS[conv],
                        pool_format=_WORDS[pool],
                    )
                )
            kinds = set(padding.values())
            words.append(
                tr("padding {p} in all convolutions", p=kinds.pop())
                if len(kinds) == 1
                else tr("padding {p}", p=", ".join(f"{k}: {v}" for k, v in padding.items()))
            )
            words += [tr("pools of {size}×{size}", size=size)] if named or chosen else []
            yield network, words
        if known:
            return


def say_otherwise(network: Architecture) -> Iterator[tuple[Architecture, str]]:
    """The same layers with channels elsewhere, where weights have the same shapes either way.

    Weights do not tell whether images had their channels first: their maps are then laid out
    flat in another order. Nor does a single convolution tell along which axes a pool went.
    """
    if not any(layer.kind == "Conv2D" for layer in network.layers):
        return
    wanted = _shapes_of_weights(network)
    for conv, pool, text in (
        (_FIRST, _FIRST, tr("maps laid out flat with channels first")),
        (_LAST, _FIRST, tr("pools with channels first")),
    ):
        layers = []
        for layer in network.layers:
            settings = dict(layer.settings)
            if layer.kind == "InputLayer" and len(settings["shape"] or ()) == 3 and conv == _FIRST:
                *places, channels = settings["shape"]
                settings["shape"] = [channels, *places]
            elif layer.kind == "BatchNormalization" and conv == _FIRST:
                settings["axis"] = 1
            elif layer.kind.startswith(("MaxPooling2D", "AveragePooling2D")):
                settings["data_format"] = pool
            elif "data_format" in settings and layer.kind != "Flatten":
                settings["data_format"] = conv
            layers.append(replace(layer, settings=settings))
        other = replace(network, layers=tuple(layers))
        if other != network and wanted is not None and _shapes_of_weights(other) == wanted:
            yield other, text


def _shapes_of_weights(network: Architecture) -> dict[str, list[Shape]] | None:
    try:
        weights = flow(network).weights
    except ModelFileError:
        return None
    return {name: [w.shape for w in given] for name, given in weights.items()}


def _paddings(convs: Sequence[Piece]) -> Iterator[dict[str, str]]:
    """All alike first, then each on its own."""
    names = [p.name for p in convs]
    alike = [dict.fromkeys(names, way) for way in ("same", "valid")]
    mixes = (
        dict(zip(names, mix, strict=True))
        for mix in itertools.product(("valid", "same"), repeat=len(names))
    )
    yield from alike
    yield from (mix for mix in mixes if mix not in alike)


def _make(
    line: Sequence[Piece],
    shape: Shape,
    conv: str,
    pool: str,
    padding: dict[str, str],
    size: int,
    pad: str,
    places: frozenset[str],
    named: Sequence[str],
) -> Architecture | None:
    first = next(p for p in line if p.shapes)
    if first.shapes[0][-2] != shape[0 if conv == _FIRST else -1]:
        return None
    sizes = dict.fromkeys([*named, *(f"pool_{name}" for name in places)], size)
    try:
        layers = Geometry(line, shape, certain=True).layers(padding, sizes, {}, places)
    except ModelFileError:
        return None
    if layers is None:
        return None
    made = [_with_format(layer, conv, pool, pad) for layer in layers]
    network = chain("network", made, shape)
    try:
        weights = flow(network).weights
    except ModelFileError:
        return None
    fits = all(tuple(w.shape for w in weights[p.name]) == p.shapes for p in line if p.shapes)
    return network if fits else None


def _with_format(layer: Layer, conv: str, pool: str, pad: str) -> Layer:
    settings = dict(layer.settings)
    if layer.kind == "Conv2D":
        settings["data_format"] = conv
    elif layer.kind in ("MaxPooling2D", "AveragePooling2D"):
        settings |= {"data_format": pool, "padding": pad}
    elif layer.kind == "BatchNormalization" and conv == _FIRST:
        settings["axis"] = 1
    else:
        return layer
    return replace(layer, settings=check_settings(layer.kind, settings, layer.name))
