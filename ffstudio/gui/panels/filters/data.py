"""What the filter panel shows, cut out of a net: weights, dead units, feature maps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.look.network_snapshot import Net, NetworkSnapshot
from ffstudio.core.look.snapshot import (
    BPSnapshot,
    ConvWeights,
    DenseWeights,
    FFSnapshot,
    ModelSnapshot,
)
from ffstudio.gui.panels.filters.sheet import Filters

Floats = npt.NDArray[np.float32]

NAMES = {"ff": "Forward-Forward", "bp": "Backprop"}

# The layer's weights, net and layer (0-based), and which of its units are dead.
Dead = tuple[tuple[DenseWeights, str, int], npt.NDArray[np.bool_]]


def layer_title(net: Net, algorithm: str, layer: int) -> str:
    """For example ``Backprop output``; of a stranger's net the layer's own name."""
    if isinstance(net, NetworkSnapshot):
        return f"{net.seen[layer].path} ({net.seen[layer].kind})"
    last = isinstance(net, BPSnapshot) and layer == len(net.layers) - 1
    return f"{NAMES[algorithm]} {'output' if last else f'layer {layer + 1}'}"


def layer_names(net: Net | None) -> list[str]:
    """The layers of a net that can be looked at, for a choice."""
    if net is None:
        return []
    if isinstance(net, NetworkSnapshot):
        return [f"{layer.path} ({layer.kind})" for layer in net.seen]
    names = [f"Layer {i + 1}" for i in range(len(net.layers))]
    if isinstance(net, BPSnapshot):
        names[-1] = "Output"
    return names


def channels_below(snapshot: ModelSnapshot | None, algorithm: str, layer: int) -> int:
    """Channels that a deeper convolution looks at; 0 of any other layer."""
    net = getattr(snapshot, algorithm, None)
    if net is None or not 0 <= layer < len(net.layers):
        return 0
    weights = net.layers[layer]
    if not isinstance(weights, ConvWeights):
        return 0
    below = int(weights.kernel.shape[2])
    if isinstance(net, NetworkSnapshot):
        return below if below > 1 else 0
    return below if layer else 0


def is_convolution(snapshot: ModelSnapshot | None, algorithm: str, layer: int) -> bool:
    """True for a layer that has feature maps."""
    net: Net | None = getattr(snapshot, algorithm, None)
    if net is None or not 0 <= layer < len(net.layers):
        return False
    if isinstance(net, NetworkSnapshot) and net.seen[layer].port is None:
        return False  # a layer of a net in the net: its kernels can be shown, not its answers
    return isinstance(net.layers[layer], ConvWeights)


def filters_of(
    snapshot: ModelSnapshot, algorithm: str, layer: int, channel: int | None = None
) -> Filters | None:
    """The weights of one layer (0-based), cut into image and label.

    Args:
        channel: Which channel below a deeper convolution's kernels look at; None for the
            mean of all.
    """
    net: Net | None = getattr(snapshot, algorithm)
    if net is None or layer >= len(net.layers):
        return None
    weights = net.layers[layer]
    title = layer_title(net, algorithm, layer)
    if isinstance(weights, ConvWeights):
        return _kernels(snapshot, net, weights, layer, channel, title)
    if isinstance(net, NetworkSnapshot):
        return _of_network(net, layer, title)
    if layer:
        above = _rows_above(net, layer)
        places = _places_below(snapshot, net, layer)
        return Filters(
            weights.kernel, weights.bias, None, title=title, places=places, rows_above=above
        )
    if isinstance(net, BPSnapshot):
        return Filters(weights.kernel, weights.bias, snapshot.image_shape, title=title)
    pixels = weights.kernel[: net.num_inputs]
    if net.supervision != "labels":
        return Filters(pixels, weights.bias, snapshot.image_shape, title=title)
    return Filters(
        pixels,
        weights.bias,
        snapshot.image_shape,
        net.label_kernel,
        net.label_rows.stop if net.label_embedding == "replace" else 0,
        class_names=snapshot.class_names,
        title=title,
    )


def _of_network(net: NetworkSnapshot, layer: int, title: str) -> Filters:
    """A stranger's dense or recurrent layer; as tiles where it sees the pixels of the image."""
    weights, seen = net.layers[layer], net.seen[layer]
    way = net.network.preprocessing
    size = net.image_shape if way is None else way.size
    pixels = seen.kind == "Dense" and weights.kernel.shape[0] == size[0] * size[1]
    first = not any(isinstance(other, ConvWeights) for other in net.layers[:layer])
    if pixels and first and layer == 0:
        return Filters(weights.kernel, weights.bias, size, title=title)
    bias = weights.bias
    if len(bias) != weights.kernel.shape[1]:
        bias = np.zeros(weights.kernel.shape[1], np.float32)
    return Filters(weights.kernel, bias, None, title=title)


def _kernels(
    snapshot: ModelSnapshot,
    net: Net,
    weights: ConvWeights,
    layer: int,
    channel: int | None,
    title: str,
) -> Filters:
    """A convolution's kernels as tiles: of the image, of one channel below, or their mean."""
    high, wide, below, channels = weights.kernel.shape
    label: Floats | None = None
    names: tuple[str, ...] = ()
    if below == 1 or (layer == 0 and isinstance(net, FFSnapshot)):
        found = weights.kernel[:, :, 0]
        if isinstance(net, FFSnapshot) and net.num_label_units:
            # A label plane has one value all over, so only the mean of its kernel tells.
            # Copies of a plane add up.
            planes = weights.kernel[:, :, 1:].mean(axis=(0, 1))
            label = planes.reshape(-1, net.num_classes, channels).sum(axis=0)
            names = snapshot.class_names
    elif channel is not None and 0 <= channel < below:
        found = weights.kernel[:, :, channel]
        title += f", from channel {channel + 1} below"
    else:
        found = weights.kernel.mean(axis=2)
        title += f" (mean over the {below} channels below)"
    return Filters(
        np.ascontiguousarray(found).reshape(-1, channels),
        weights.bias,
        (high, wide),
        label,
        class_names=names,
        title=title,
        unit="channel",
    )


def _rows_above(net: Net, layer: int) -> int:
    """The last rows of a kernel that see the layer above, or the label on top of the net."""
    if not isinstance(net, FFSnapshot) or net.supervision != "frames":
        return 0
    return net.layers[layer + 1].units if layer + 1 < len(net.layers) else net.num_classes


def _places_below(snapshot: ModelSnapshot, net: Net, layer: int) -> tuple[int, int, int] | None:
    """(height, width, channels) of the image that a dense layer sees flat, or None."""
    below = net.layers[layer - 1]
    if not isinstance(below, ConvWeights):
        return None
    height, width = snapshot.image_shape
    for weights in net.layers[:layer]:
        if isinstance(weights, ConvWeights) and weights.pooling != "none":
            height, width = height // 2, width // 2
    return height, width, below.units


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
    """

    asked: tuple[str, int]
    filters: Filters


def feature_maps(snapshot: ModelSnapshot, algorithm: str, layer: int, picture: Floats) -> Maps:
    """What each channel of a convolution answers to a picture (height, width).

    A Forward-Forward net with labels in its input sees the one it finds best.
    """
    x = np.asarray(picture, np.float32).reshape(1, -1)
    net = getattr(snapshot, algorithm)
    title = f"{layer_title(net, algorithm, layer)}, feature maps"
    with np.errstate(all="ignore"):  # diverged weights show as such
        if isinstance(net, FFSnapshot):
            label = net.predict(x)
            active = net.activities(x, label)[layer][0]
            if net.supervision == "labels":
                title += f" with label {snapshot.class_names[int(label[0])]}"
        else:
            active = net.activities(x)[layer][0]
    high, wide, channels = active.shape
    weights = net.layers[layer]
    filters = Filters(
        np.ascontiguousarray(active).reshape(-1, channels),
        weights.bias,
        (high, wide),
        title=title,
        unit="channel",
        value="activity",
    )
    return Maps((algorithm, layer), filters)
