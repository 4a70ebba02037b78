"""Autoencoders and decoders of which only what has weights is known.

A network inside another is listed as one layer: of an encoder and a decoder in an autoencoder
the file then tells neither pools nor what enlarges. Both halves are searched apart and put
together where they meet; so is a decoder alone.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.describe.kinds import Shape, check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.foreign.bare_weights.pieces import Piece

Found = tuple[list[Layer], list[str]]
# From a line of layers that ends in a code, and an image's shape, all that fits.
FindEncoders = Callable[[Sequence[Piece], Shape], list[Found]]

# What may stand between layers with weights and changes no size.
_IDLE = ("Activation", "ReLU", "LeakyReLU", "ELU", "Dropout", "BatchNormalization", "PReLU")
# More layers that might enlarge make too many ways.
_MOST_GROWING = 8
_MOST_PAIRS = 16


def find_autoencoders(
    line: Sequence[Piece], sides: Sequence[int], find_encoders: FindEncoders
) -> Iterator[tuple[Shape, list[Layer], list[str]]]:
    """Autoencoders of a line of layers, and decoders where it begins with a code.

    Args:
        sides: Of square images, the commonest first.
        find_encoders: Networks for the first half.

    Yields:
        Shape of what enters, the layers, and what was assumed for a reader.
    """
    kept = [p for p in line if p.shapes or p.kind in _IDLE]
    if any("Conv2D" in p.kind for p in kept) and all(_is_plain(p) for p in kept):
        if not kept[0].kind.startswith("Conv"):
            yield from _decoders_alone(kept, sides)
        elif any(p.kind == "Dense" for p in kept):
            yield from _around_a_code(kept, sides, find_encoders)
        else:
            yield from _without_a_code(kept, sides)


def _is_plain(one: Piece) -> bool:
    return one.kind in ("Dense", "Conv2D", "Conv2DTranspose") or one.kind in _IDLE


def _around_a_code(
    line: Sequence[Piece], sides: Sequence[int], find_encoders: FindEncoders
) -> Iterator[tuple[Shape, list[Layer], list[str]]]:
    """Convolutions, dense layers down to a code and up again, convolutions."""
    dense = [i for i, p in enumerate(line) if p.kind == "Dense"]
    later = [i for i, p in enumerate(line) if "Conv" in p.kind and i > dense[0]]
    if not later:
        return
    dense = [i for i in dense if i < later[0]]
    # The code is the narrowest; what comes after it decodes.
    code = min(dense, key=lambda i: line[i].shapes[0][1])
    first, second = list(line[: code + 1]), list(line[code + 1 :])
    if not any(p.kind == "Dense" for p in second):
        return
    channels = line[0].shapes[0][-2]
    for side in sides:
        shape = (side, side, channels)
        makers = list(_decode(second, None, side, channels))
        if not makers:
            continue
        readers = find_encoders(first, shape)
        # What is enlarged by strides was made smaller by strides more often than not.
        strided = any(p.kind == "Conv2DTranspose" for p in second)
        readers.sort(key=lambda way: (_oddity(way[0]), _strides(way[0]) != strided))
        pairs = sorted(
            itertools.product(enumerate(readers), enumerate(makers)),
            key=lambda pair: pair[0][0] + pair[1][0],
        )
        for (_, (reader, words)), (_, (maker, more)) in pairs[:_MOST_PAIRS]:
            layers = [_as_code(x) if x.name == line[code].name else x for x in reader]
            yield shape, [*layers, *maker], [f"images of {side}×{side}", *words, *more]
        if pairs:
            return


def _as_code(layer: Layer) -> Layer:
    """A code's numbers are free: nothing cuts them off."""
    settings = {**layer.settings, "activation": "linear"}
    return Layer(layer.name, layer.kind, settings)


def _strides(layers: Sequence[Layer]) -> bool:
    return any(x.kind == "Conv2D" and max(x.settings["strides"]) > 1 for x in layers)


def _oddity(layers: Sequence[Layer]) -> int:
    """In how many ways the convolutions of a half are unlike each other."""
    convs = [x.settings for x in layers if x.kind == "Conv2D"]
    pools = sum("Pooling" in x.kind for x in layers)
    kinds = len({str(c["strides"]) for c in convs}) + len({c["padding"] for c in convs})
    return kinds + (0 < pools < len(convs)) + (pools > 0 and _strides(layers))


def _without_a_code(
    line: Sequence[Piece], sides: Sequence[int]
) -> Iterator[tuple[Shape, list[Layer], list[str]]]:
    """Convolutions alone: the first half ends somewhere about the middle."""
    convs = [i for i, p in enumerate(line) if "Conv" in p.kind]
    channels = line[0].shapes[0][-2]
    filters = line[convs[-1]].known["filters"]
    if filters != channels or len(convs) < 3:
        return
    side = sides[0]
    for count in (len(convs) // 2, (len(convs) + 1) // 2, len(convs) // 2 - 1):
        if not 0 < count < len(convs) - 1:
            continue
        cut = convs[count]
        for (reader, small, words), _ in itertools.product(_shrink(line[:cut], side), (0,)):
            start = (small, small, int(str(line[convs[count - 1]].known["filters"])))
            for maker, more in _decode(line[cut:], start, side, channels):
                yield (
                    (side, side, channels),
                    [*reader, *maker],
                    [f"images of {side}×{side}", *words, *more],
                )


def _shrink(line: Sequence[Piece], side: int) -> Iterator[tuple[list[Layer], int, list[str]]]:
    """Convolutions that each halve the picture, by a pool after them or by their stride."""
    for how in ("pools", "strides"):
        layers, size = [], side
        for one in line:
            if one.kind in _IDLE:
                layers.append(_idle(one))
                continue
            stride = 2 if how == "strides" else 1
            layers.append(_conv(one, "same", stride, "relu"))
            size = -(-size // 2)
            if how == "pools":
                settings = check_settings("MaxPooling2D", {"pool_size": 2, "padding": "same"})
                layers.append(Layer(f"pool_{one.name}", "MaxPooling2D", settings))
        yield (
            layers,
            size,
            [tr("padding same in all convolutions"), tr("{how} of 2 before the code", how=how)],
        )


def _decoders_alone(
    line: Sequence[Piece], sides: Sequence[int]
) -> Iterator[tuple[Shape, list[Layer], list[str]]]:
    last = [p for p in line if "Conv" in p.kind][-1]
    channels = int(str(last.known["filters"]))
    if channels not in (1, 3) or line[0].kind != "Dense":
        return
    for side in sides:
        ways = list(_decode(line, None, side, channels))
        if ways and all(p.shapes[0][:2] == (5, 5) for p in line if "Conv" in p.kind):
            # Kernels of 5×5 are those of the usual generator, which grows in its last steps.
            ways.reverse()
        for layers, words in ways[:_MOST_PAIRS]:
            yield (line[0].shapes[0][0],), layers, words
        if ways:
            return


def _decode(
    line: Sequence[Piece], start: tuple[int, int, int] | None, side: int, channels: int
) -> Iterator[Found]:
    """Layers from a code, or from small maps, to pictures of one size.

    Args:
        start: Shape of the maps that enter; None for a code and dense layers first.
    """
    convs = [p for p in line if "Conv" in p.kind]
    if not convs or len(convs) > _MOST_GROWING or convs[-1].known["filters"] != channels:
        return
    if start is None:
        units = [p.shapes[0][1] for p in line if p.kind == "Dense"]
        takes = _takes(convs[0])
        small = math.isqrt(units[-1] // takes) if units else 0
        if not small or small * small * takes != units[-1]:
            return
        start = (small, small, takes)
    # Where layers grow by themselves nothing else enlarges.
    transposed = any(p.kind == "Conv2DTranspose" for p in convs)
    free = [p for p in convs if p.kind == "Conv2DTranspose" or not transposed]
    for padding in ("same", "valid"):
        for growth in itertools.product((2, 1), repeat=len(free)):
            grown = dict(zip((p.name for p in free), growth, strict=True))
            if _reaches(convs, start[0], grown, padding) == side:
                try:
                    yield _fill_in(line, start, grown, padding)
                except ModelFileError:
                    continue


def _takes(conv: Piece) -> int:
    return conv.shapes[0][-1 if conv.kind == "Conv2DTranspose" else -2]


def _reaches(convs: Sequence[Piece], size: int, grown: dict[str, int], padding: str) -> int:
    for one in convs:
        by, kernel = grown.get(one.name, 1), one.shapes[0][0]
        if one.kind == "Conv2DTranspose":
            size = size * by if padding == "same" else (size - 1) * by + max(kernel, by)
        else:
            size = size * by - (0 if padding == "same" else kernel - 1)
    return size


def _fill_in(
    line: Sequence[Piece], start: tuple[int, int, int], grown: dict[str, int], padding: str
) -> Found:
    last = [p for p in line if "Conv" in p.kind][-1]
    layers: list[Layer] = []
    is_flat = any(p.kind == "Dense" for p in line)
    lead = [p.name for p in line if p.kind == "Dense"][-1:]
    for one in line:
        wide = one.kind == "BatchNormalization" and one.shapes[0] != (math.prod(start),)
        passed = {x.name for x in layers}
        if is_flat and (not lead or lead[0] in passed) and (wide or "Conv" in one.kind):
            target = check_settings("Reshape", {"target_shape": list(start)})
            layers.append(Layer(f"reshape_{one.name}", "Reshape", target))
            is_flat = False
        if one.kind == "Dense":
            settings = check_settings("Dense", {**one.known, "activation": "relu"}, one.name)
            layers.append(Layer(one.name, "Dense", settings))
        elif one.kind in _IDLE:
            layers.append(_idle(one))
        else:
            by = grown.get(one.name, 1)
            activation = "sigmoid" if one is last else "relu"
            if one.kind == "Conv2D" and by > 1:
                size = check_settings("UpSampling2D", {"size": by})
                layers.append(Layer(f"up_{one.name}", "UpSampling2D", size))
            stride = by if one.kind == "Conv2DTranspose" else 1
            layers.append(_conv(one, padding, stride, activation))
    enlarging = ", ".join(name for name, by in grown.items() if by > 1)
    words = [tr("padding {padding} while it decodes", padding=padding)]
    words += [tr("twice as large at {enlarging}", enlarging=enlarging)] if enlarging else []
    return layers, words


def _conv(one: Piece, padding: str, stride: int, activation: str) -> Layer:
    settings = {**one.known, "padding": padding, "strides": stride, "activation": activation}
    return Layer(one.name, one.kind, check_settings(one.kind, settings, one.name))


def _idle(one: Piece) -> Layer:
    if one.kind in ("Activation", "ReLU", "LeakyReLU", "ELU"):
        return Layer(one.name, "Activation", check_settings("Activation", {"activation": "relu"}))
    return Layer(one.name, one.kind, check_settings(one.kind, dict(one.known), one.name))
