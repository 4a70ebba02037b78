"""The gradients of a Forward-Forward net's layers, dense or convolutions: own, and of all losses.

A layer's own gradient takes what comes from below as given; nothing comes back from above. The
true gradient of the summed local losses also goes back through the layers and their shortcuts, as
backprop would.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward.classes import ClassNet
from ffstudio.core.forward_forward.frames import FrameNet
from ffstudio.core.forward_forward.hybrids import HybridNet
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.forward_forward.self_contrast import SelfContrastNet
from ffstudio.core.image_shape import size_of, spread_over_channels
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.layer_slopes import LayerJudge, SlopedLayer, find_unknown
from ffstudio.core.look.weights import ConvWeights, DenseWeights, FieldWeights
from ffstudio.core.mathematics import (
    CLASS_LOSSES,
    LOCAL_LOSSES,
    NEGATIVES,
    class_loss,
    hybrid_images,
    hybrid_masks,
    softmax,
)
from ffstudio.core.mathematics.convolution import conv_places
from ffstudio.core.mathematics.slopes import LOSS_SLOPES
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer]

# The one class loss whose derivative is written out here.
_CROSS_ENTROPY = "cross_entropy"
# Decides the masks of hybrids.
_SEED = 20221213


@dataclass(frozen=True)
class LayerLosses:
    """How the layers of a net learn, as far as their losses go.

    Attributes:
        names: A name of ``LOCAL_LOSSES`` per layer, for layers that compare pairs.
        class_loss: A name of ``CLASS_LOSSES``, for layers that score every class.
        negatives: A name of ``NEGATIVES``; empty where it is not known.
    """

    names: tuple[str, ...]
    sharpness: float
    class_loss: str = _CROSS_ENTROPY
    negatives: str = ""

    @classmethod
    def of(cls, spec: ExperimentSpec) -> LayerLosses:
        """Those of an experiment."""
        names = tuple(layer.loss for layer in spec.layers)
        return cls(names, spec.ff.sharpness, spec.ff.class_loss, spec.ff.negatives)


@dataclass(frozen=True, eq=False)
class LayerGradient:
    """One layer's numbers for n images: n rows, or 2n where pairs are compared, positive first.

    Attributes:
        seen: What the layer sees, normalised (rows, inputs) or (rows, height, width, channels).
        before, full, after: z, g(z), and that pooled (rows, units) or (rows, …, channels).
        goodness: (rows,); of layers that score every class (rows, classes).
        loss: The local loss, its mean over the n images.
        delta: ∂loss/∂z of the layer's own loss, shaped as z.
        through: ∂(all layers' losses)/∂z, what comes back from above included.
        kernel_gradient, through_gradient: The same for the kernel, shaped as it.
    """

    seen: Values
    before: Values
    full: Values
    after: Values
    goodness: Values
    loss: float
    delta: Values
    through: Values
    kernel_gradient: Values
    through_gradient: Values


def why_no_layer_gradients(net: FFSnapshot, losses: LayerLosses) -> str:
    """Why a net's gradients cannot be followed, one sentence; empty when they can."""
    if issubclass(net.kind, FrameNet):
        return tr(
            "With top-down connections a layer's answer comes about in several frames of all layers "
            "together, so no gradient belongs to one layer alone."
        )
    if issubclass(net.kind, SelfContrastNet):
        return tr(
            "Layers here see sums of two images, and what is positive or negative is their sum; "
            "gradients are followed for single images."
        )
    if any(isinstance(layer, FieldWeights) for layer in net.layers):
        return tr("Gradients are not followed through local fields, each with its own weights.")
    if any(layer.has_batch_norm for layer in net.layers):
        return tr(
            "Layers here are normalised over the mini-batch, so no image has a gradient of its own."
        )
    if NEGATIVES[losses.negatives].every if losses.negatives else False:
        return tr(
            "Layers here learn from all wrong labels at once; local gradients are followed for one "
            "wrong label."
        )
    unknown = find_unknown(net)
    known: Mapping[str, object] = LOSS_SLOPES
    names = losses.names
    if issubclass(net.kind, ClassNet):
        known, names = {_CROSS_ENTROPY: class_loss}, (losses.class_loss,)
    elif len(names) != len(net.layers):
        return tr("The experiment that says how these layers learn is not there.")
    unknown = unknown or next((name for name in names if name not in known), "")
    if not unknown:
        return ""
    label = CLASS_LOSSES[unknown].label if unknown in CLASS_LOSSES else unknown
    return tr("The derivative of {name} is not among those that are known.", name=label)


def follow_layers(
    net: FFSnapshot, x: npt.ArrayLike, labels: Ints, wrong: Ints, losses: LayerLosses
) -> tuple[LayerGradient, ...]:
    """Both gradients of every layer.

    Peer normalisation, collaboration, dropout and penalties on weights are left out. Hybrids are
    of each image and the one before it, always with the same masks.

    Args:
        x: Images (n, pixels).
        labels, wrong: Labels of positive and of negative data (n,).

    Raises:
        ModelFileError: They cannot be followed; says why.
    """
    why = why_no_layer_gradients(net, losses)
    if why:
        raise ModelFileError(why)
    layers = [
        SlopedLayer(local, weights)
        for local, weights in zip(net.net.layers, net.layers, strict=True)
    ]
    seen = [_first_seen(net, layers[0], np.asarray(x, np.float64), labels, wrong)]
    passed: list[tuple[Values, Values, Values]] = []
    for i, layer in enumerate(layers):
        before = layer.weigh(seen[i])
        if layer.skip:
            before = before + layer.project(seen[i + 1 - layer.skip])
        full, after = layer.finish(before)
        passed.append((before, full, after))
        if i + 1 < len(layers):
            seen.append(layers[i + 1].see(after))
    made: list[LayerGradient] = []
    beside: dict[int, Values] = {}  # what shortcuts bring back to what a layer sees
    back: Values | None = None  # from the layer above to what this one sees
    for i in reversed(range(len(layers))):
        layer, (before, full, after) = layers[i], passed[i]
        judge = LayerJudge(net, i)
        goodness = judge.measure(after)
        loss, slopes = _judge_loss(net, i, goodness, labels, losses)
        own = judge.pull(after, slopes)
        delta = through = layer.pull_finish(before, full, own)
        if back is not None:
            pulled = own + layers[i + 1].pull_see(after, back)
            through = layer.pull_finish(before, full, pulled)
        if layer.skip:
            entry = i + 1 - layer.skip
            brought = layer.pull_project(through, seen[entry].shape[1:3])
            beside[entry] = beside[entry] + brought if entry in beside else brought
        if i:
            back = layer.pull_weigh(through, seen[i].shape[1:3])
            back = back + beside[i] if i in beside else back
        own_gradient = layer.pull_kernel(seen[i], delta)
        true_gradient = own_gradient
        if through is not delta:
            true_gradient = layer.pull_kernel(seen[i], through)
        made.insert(
            0,
            LayerGradient(
                seen[i], before, full, after, goodness, loss,
                delta, through, own_gradient, true_gradient,
            ),
        )  # fmt: skip
    return tuple(made)


def _judge_loss(
    net: FFSnapshot, index: int, goodness: Values, labels: Ints, losses: LayerLosses
) -> tuple[float, Values]:
    """A layer's loss, the mean over the images, and its slopes, shaped as its goodness."""
    if issubclass(net.kind, ClassNet):
        one_hot = np.eye(goodness.shape[1])[np.asarray(labels)]
        loss = class_loss(goodness, one_hot, losses.sharpness)
        shares = np.asarray(softmax(losses.sharpness * goodness))
        return float(np.mean(loss)), losses.sharpness * (shares - one_hot) / max(len(one_hot), 1)
    half, name = len(goodness) // 2, losses.names[index]
    given = goodness[:half], goodness[half:], net.layers[index].threshold, losses.sharpness
    slopes = np.concatenate(LOSS_SLOPES[name](*given)) / max(half, 1)
    return float(np.mean(LOCAL_LOSSES[name].function(*given))), slopes


def count_work(net: FFSnapshot) -> int:
    """Multiply-adds of one row upward."""
    return sum(layer.kernel.size * uses for layer, uses, _ in _list_sizes(net))


def count_activities(net: FFSnapshot) -> int:
    """Numbers of one row in all layers, before pooling."""
    return sum(numbers for _, _, numbers in _list_sizes(net))


def _list_sizes(net: FFSnapshot) -> list[tuple[DenseWeights, int, int]]:
    """Per layer how often its kernel is used for a row, and the numbers it makes of it."""
    height, width = size_of(net.image_shape or (1, 1))
    made = []
    for layer in net.layers:
        places = 1
        if isinstance(layer, ConvWeights):
            high, wide = conv_places((height, width), layer.side, layer.stride, layer.padding)
            places = high * wide
            height, width = layer.places_after((height, width))
        made.append((layer, places, places * layer.units))
    return made


# --- what the first layer sees ----------------------------------------------------------------


def _first_seen(
    net: FFSnapshot, first: SlopedLayer, x: Values, labels: Ints, wrong: Ints
) -> Values:
    """Rows as the first layer sees them, normalised; of pairs the positive ones first."""
    if net.has_label_in_input:
        return np.concatenate([label_first_layer(net, x, chosen) for chosen in (labels, wrong)])
    if issubclass(net.kind, HybridNet):
        shape = net.settings.image_shape
        masks = hybrid_masks(len(x), size_of(shape), np.random.default_rng(_SEED))
        masks = spread_over_channels(masks, shape)
        x = np.concatenate([x, hybrid_images(x, np.roll(x, 1, axis=0), masks)])
    return first.see(np.asarray(net.net.images(x)))


def label_first_layer(net: FFSnapshot, x: npt.ArrayLike, labels: Ints) -> Values:
    """What the first layer sees of labelled images, normalised.

    Returns:
        (n, inputs), or of a convolution (n, height, width, planes).
    """
    local = net.net
    assert isinstance(local, LabelNet)  # noqa: S101 - asked of such a net only
    image, weight = local.split_input(np.asarray(x, np.float64))
    classes, repeats = net.num_classes, net.label_repeats
    pattern = np.tile(np.eye(classes)[np.asarray(labels)], repeats) * weight
    if net.label_embedding == "append":
        units = classes * repeats
        pattern = pattern.reshape(len(pattern), *(1,) * (image.ndim - 2), units)
        pattern = np.broadcast_to(pattern, (*image.shape[:-1], units))
        planes = image.shape[-1]
        if planes == first_planes(net):
            return np.concatenate([image, pattern], axis=-1)
        # A normalisation that centres leaves something of the mean on the label's places.
        return np.asarray(np.concatenate([image[..., :-units], image[..., -units:] + pattern], -1))
    flat = np.array(image, np.float64).reshape(len(image), -1)
    flat[:, : classes * repeats] += pattern
    return flat.reshape(image.shape)


def first_planes(net: FFSnapshot) -> int:
    """How many of the inputs or planes that the first layer's kernel sees are the image's."""
    kernel = net.layers[0].kernel
    local = net.net
    beside = local.num_label_units if isinstance(local, LabelNet) else 0
    return int(kernel.shape[-2]) - beside
