"""What the filter panel shows, cut out of a net: weights, dead units, feature maps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.image_shape import (
    COLOURS,
    ImageShape,
    count_numbers,
    name_colour,
    read_shape,
    size_of,
)
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot, Net
from ffstudio.core.look.weights import ConvWeights, DenseWeights, FieldWeights, SeenLayer
from ffstudio.core.words import tr
from ffstudio.gui.panels.filters.layer_filters import Filters

Floats = npt.NDArray[np.float32]


# The layer's weights, net and layer (0-based), and which of its units are dead.
Dead = tuple[tuple[DenseWeights, str, int], npt.NDArray[np.bool_]]


def net_of(snapshot: ModelSnapshot | None, algorithm: str) -> Net | None:
    """The net of an algorithm, ``ff`` or ``bp``."""
    if snapshot is None:
        return None
    return snapshot.ff if algorithm == "ff" else snapshot.bp


def find_layer(snapshot: ModelSnapshot | None, algorithm: str, layer: int) -> SeenLayer | None:
    """A layer (0-based) that can be looked at, or None."""
    net = net_of(snapshot, algorithm)
    if net is None or not 0 <= layer < len(net.seen):
        return None
    return net.seen[layer]


def layer_names(net: Net | None) -> list[str]:
    """The layers of a net that can be looked at, for a choice."""
    return [] if net is None else [layer.name for layer in net.seen]


def channels_below(snapshot: ModelSnapshot | None, algorithm: str, layer: int) -> int:
    """Channels that a deeper convolution looks at; 0 of any other layer."""
    seen = find_layer(snapshot, algorithm, layer)
    return 0 if seen is None else seen.channels_below


def sees_colours(snapshot: ModelSnapshot | None, algorithm: str, layer: int) -> bool:
    """True for a layer whose weights see red, green and blue of an image."""
    seen = find_layer(snapshot, algorithm, layer)
    return seen is not None and seen.sees_colours


def is_convolution(snapshot: ModelSnapshot | None, algorithm: str, layer: int) -> bool:
    """True for a layer that has feature maps."""
    seen = find_layer(snapshot, algorithm, layer)
    return seen is not None and seen.has_maps


def filters_of(
    snapshot: ModelSnapshot, algorithm: str, layer: int, channel: int | None = None
) -> Filters | None:
    """The weights of one layer (0-based), cut into image and label.

    Args:
        channel: Which channel below a deeper convolution's kernels look at; None for the
            mean of all. Of a layer that sees colours one of these; None for all in colour.
    """
    seen = find_layer(snapshot, algorithm, layer)
    if seen is None:
        return None
    if seen.is_convolution:
        return _kernels(snapshot, seen, channel)
    weights = seen.weights
    title = seen.title
    title += tr(", batch normalisation included") if weights.has_batch_norm else ""
    if seen.sees_pixels:
        size = seen.image_size or snapshot.image_shape
        kernel, label_pixels = weights.kernel[: count_numbers(size)], seen.label_pixels
        colour = channel if seen.sees_colours else None
        if colour is not None:
            kernel = np.ascontiguousarray(kernel[colour::COLOURS])
            size, label_pixels = size_of(size), len(range(colour, label_pixels, COLOURS))
            title += tr(", what {colour} counts", colour=name_colour(colour))
        return Filters(
            kernel,
            weights.bias,
            size,
            seen.label,
            label_pixels,
            class_names=snapshot.class_names if seen.label is not None else (),
            title=title,
            rows_above=seen.rows_above,
            scores_classes=seen.scores_classes,
            colour=colour,
        )
    bias = weights.bias
    if len(bias) != weights.kernel.shape[1]:  # gates of a recurrent layer
        bias = np.zeros(weights.kernel.shape[1], np.float32)
    return Filters(
        weights.kernel,
        bias,
        None,
        seen.label,
        class_names=snapshot.class_names if seen.label is not None else (),
        title=title,
        places=seen.places,
        rows_above=seen.rows_above,
        scores_classes=seen.scores_classes,
    )


def _kernels(snapshot: ModelSnapshot, seen: SeenLayer, channel: int | None) -> Filters:
    """A convolution's kernels as tiles: of the image, of one channel below, or their mean."""
    weights, title = seen.weights, seen.title
    if isinstance(weights, FieldWeights):
        return _fields(snapshot, seen, weights, channel)
    high, wide, below, channels = weights.kernel.shape
    title += tr(", batch normalisation included") if weights.has_batch_norm else ""
    groups = weights.groups if isinstance(weights, ConvWeights) else 1
    size: ImageShape = (high, wide)
    if seen.sees_colours and channel is None:
        kernels, size = weights.kernel[:, :, :COLOURS], (high, wide, COLOURS)
    elif seen.sees_colours and channel is not None and channel < COLOURS:
        kernels = weights.kernel[:, :, channel]
        title += tr(", what {colour} counts", colour=name_colour(channel))
    elif below == 1 or seen.sees_image:
        kernels = weights.kernel[:, :, 0]
    elif channel is not None and 0 <= channel < below:
        kernels = weights.kernel[:, :, channel]
        title += (
            tr(", from channel {channel} below", channel=channel + 1)
            if groups == 1
            else tr(", from channel {channel} of each one's group below", channel=channel + 1)
        )
    else:
        kernels = weights.kernel.mean(axis=2)
        title += (
            tr(" (mean over the {below} channels below)", below=below)
            if groups == 1
            else tr(" (mean over the {below} channels of each one's group below)", below=below)
        )
    return Filters(
        np.ascontiguousarray(kernels).reshape(-1, channels),
        weights.bias,
        size,
        seen.label,
        class_names=snapshot.class_names if seen.label is not None else (),
        title=title,
        unit="channel",
        scores_classes=seen.scores_classes,
    )


def _fields(
    snapshot: ModelSnapshot, seen: SeenLayer, weights: FieldWeights, channel: int | None
) -> Filters:
    """The kernels of local fields: a tile per number of a unit, its fields as they lie."""
    below = weights.kernel.shape[2]
    title = seen.title
    if seen.sees_colours and channel is None:
        each = np.stack([weights.mosaic(k) for k in range(COLOURS)], axis=2)
        return _mosaic(weights, each, title)
    if seen.sees_colours and channel is not None:
        title += tr(", what {colour} counts", colour=name_colour(channel))
    elif below > 1 and channel is not None and 0 <= channel < below:
        title += tr(", from channel {channel} below", channel=channel + 1)
    elif below > 1 and not seen.sees_image:
        title += tr(" (mean over the {below} channels below)", below=below)
        channel = None
    else:
        channel = 0
    return _mosaic(weights, weights.mosaic(channel), title)


def _mosaic(weights: FieldWeights, tiles: Floats, title: str) -> Filters:
    """Tiles (height, width, units), or with colours before the units."""
    units = tiles.shape[-1]
    return Filters(
        tiles.reshape(-1, units),
        weights.bias.reshape(-1, units).mean(axis=0),
        read_shape(tiles.shape[:-1]),
        title=title,
        unit="channel",
        field_side=weights.side,
    )


def dead_units(
    snapshot: ModelSnapshot, algorithm: str, layer: int, x: npt.NDArray[np.float32], y: Any
) -> Dead:
    """Which units answer to none of the images: (weights, net, layer) and (units,).

    A channel of a convolution is dead when it answers nowhere.
    """
    if algorithm == "ff" and snapshot.ff is not None:
        active = snapshot.ff.activities(x, y)[layer]
    else:
        assert snapshot.bp is not None  # noqa: S101 - the caller has checked
        active = snapshot.bp.activities(x)[layer]
    weights = getattr(snapshot, algorithm).layers[layer]
    answers = np.asarray((active > 0).any(axis=tuple(range(active.ndim - 1))))
    if len(answers) != weights.kernel.shape[-1]:  # gates, or a layer inside another
        answers = np.ones(weights.kernel.shape[-1], bool)
    return (weights, algorithm, layer), np.logical_not(answers)


@dataclass(frozen=True)
class Maps:
    """Feature maps of a picture.

    Attributes:
        asked: Net and layer (0-based) they belong to.
        filters: One tile per channel.
        of: The picture, for a reader.
    """

    asked: tuple[str, int]
    filters: Filters
    of: str = ""


def feature_maps(
    snapshot: ModelSnapshot, algorithm: str, layer: int, picture: Floats, of: str = ""
) -> Maps:
    """What each channel of a convolution answers to a picture (height, width).

    A Forward-Forward net with labels in its input sees the one it finds best.

    Args:
        of: The picture, for a reader.
    """
    x = np.asarray(picture, np.float32).reshape(1, -1)
    net = getattr(snapshot, algorithm)
    title = tr("{seen_title}, feature maps", seen_title=net.seen[layer].title)
    with np.errstate(all="ignore"):  # diverged weights show as such
        if isinstance(net, FFSnapshot):
            label = net.predict(x)
            active = net.activities(x, label)[layer][0]
            if net.has_label_in_input:
                title += tr(
                    " with label {class_names}", class_names=snapshot.class_names[int(label[0])]
                )
        else:
            active = net.activities(x)[layer][0]
    high, wide, channels = active.shape
    weights = net.layers[layer]
    filters = Filters(
        np.ascontiguousarray(active).reshape(-1, channels),
        weights.bias.reshape(-1, channels).mean(axis=0),
        (high, wide),
        title=title,
        unit="channel",
        value="activity",
    )
    return Maps((algorithm, layer), filters, of)
