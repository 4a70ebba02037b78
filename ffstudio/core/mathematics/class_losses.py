"""Local losses of layers that score every class in one pass: the label enters through them alone.

Each is a function of one mini-batch: the layer's ``scores`` of all classes (batch, classes), its
``activities`` (batch, units) or (batch, height, width, channels), or the layer's own map of them,
the true classes ``one_hot``
(batch, classes) and the sharpness α, and gives a loss for each image (batch,). A new one is a
function here and an entry in :data:`CLASS_LOSSES`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ffstudio.core.mathematics import numpy_ops
from ffstudio.core.mathematics._variant import Array, Namespace, Variant
from ffstudio.core.mathematics.losses import class_loss
from ffstudio.core.words import speaks

# β of predsim: the similarities' share (Nøkland & Eidnes' code).
SIMILARITY_SHARE = 0.99
# Beside sums of squares, so that a silent layer has a gradient that is a number.
_TINY = 1e-8


def cross_entropy(
    scores: Array, activities: Array, one_hot: Array, sharpness: Array, xp: Namespace = numpy_ops
) -> Array:
    """−log softmax(α·scores)[true class] ("pred" of Nøkland & Eidnes 2019; Mono-Forward)."""
    return class_loss(scores, one_hot, sharpness, xp)


def similarity_loss(
    scores: Array, activities: Array, one_hot: Array, sharpness: Array, xp: Namespace = numpy_ops
) -> Array:
    """mean_j (S(h)_ij − S(y)_ij)², S the cosines between images, each less its own mean ("sim").

    Source: Nøkland & Eidnes 2019, "Training Neural Networks with Local Error Signals"; the linear
    layer that they put between h and its similarities is a choice
    (:meth:`ffstudio.core.forward_forward.LocalLayer.compare_by`). Of a convolution, h is the
    standard deviation over places of each channel.
    """
    difference = _cosines(_of_channels(activities, xp), xp) - _cosines(one_hot, xp)
    return xp.mean(xp.square(difference), axis=-1)


def predsim_loss(
    scores: Array, activities: Array, one_hot: Array, sharpness: Array, xp: Namespace = numpy_ops
) -> Array:
    """(1 − β)·cross-entropy + β·similarity loss, β = 0.99 (Nøkland & Eidnes 2019)."""
    told = cross_entropy(scores, activities, one_hot, sharpness, xp)
    alike = similarity_loss(scores, activities, one_hot, sharpness, xp)
    return (1.0 - SIMILARITY_SHARE) * told + SIMILARITY_SHARE * alike


def contrastive_loss(
    scores: Array, activities: Array, one_hot: Array, sharpness: Array, xp: Namespace = numpy_ops
) -> Array:
    """−mean_p log(e^{α z_i·z_p} / Σ_{j≠i} e^{α z_i·z_j}) over the other images p of i's class.

    z is h of length 1, of a convolution the standard deviations of its channels. Source: Khosla
    et al. 2020, "Supervised Contrastive Learning", L_out with τ = 1/α, with a linear projection
    head or none in the place of theirs. An image that is the only one of its class in the batch has loss 0.
    """
    h = _of_channels(activities, xp)
    z = h / xp.sqrt(xp.sum(xp.square(h), axis=-1, keepdims=True) + _TINY)
    logits = sharpness * xp.matmul(z, xp.transpose(z))
    alone = xp.eye(xp.shape(one_hot)[0])
    logits = logits - 1e9 * alone
    logits = logits - xp.stop_gradient(xp.max(logits, axis=-1, keepdims=True))
    log_share = logits - xp.log(xp.sum(xp.exp(logits), axis=-1, keepdims=True))
    same = xp.matmul(one_hot, xp.transpose(one_hot)) * (1.0 - alone)
    count = xp.sum(same, axis=-1)
    return -xp.sum(same * log_share, axis=-1) / xp.maximum(count, 1.0)


def _of_channels(activities: Array, xp: Namespace) -> Array:
    """(batch, units): dense activities, or how much each channel varies from place to place."""
    if len(activities.shape) == 2:
        return activities
    if math.prod(int(n) for n in activities.shape[1:3]) == 1:
        return xp.reshape(activities, (-1, int(activities.shape[3])))
    centred = activities - xp.mean(activities, axis=(1, 2), keepdims=True)
    return xp.sqrt(xp.mean(xp.square(centred), axis=(1, 2)) + _TINY)


def _cosines(h: Array, xp: Namespace) -> Array:
    """Cosines between rows (batch, units), each less its own mean: (batch, batch)."""
    centred = h - xp.mean(h, axis=-1, keepdims=True)
    direction = centred / xp.sqrt(xp.sum(xp.square(centred), axis=-1, keepdims=True) + _TINY)
    return xp.matmul(direction, xp.transpose(direction))


@speaks("aim")
@dataclass(frozen=True)
class ClassLoss(Variant):
    """A local loss of layers that score every class.

    Attributes:
        compares_images: True where it looks at pairs of images of a batch.
        scores_follow: True where only activities matter to it: the layer's projection then learns
            beside it to read them, and moves no unit.
        aim: What it makes of a layer, a whole sentence; empty where the kind of net says it.
    """

    compares_images: bool = False
    scores_follow: bool = False
    aim: str = ""


CLASS_LOSSES: dict[str, ClassLoss] = {
    "cross_entropy": ClassLoss(
        cross_entropy,
        "Cross-entropy",
        'Each layer learns to give the true class the largest score (Mono-Forward; "pred" of '
        "Nøkland & Eidnes 2019).",
    ),
    "similarity": ClassLoss(
        similarity_loss,
        "Similarity matching",
        'Images of one class are to be alike in a layer, those of different ones unlike ("sim", '
        "Nøkland & Eidnes 2019). A learnt projection reads the layer and moves no unit of it.",
        compares_images=True,
        scores_follow=True,
        aim="Each layer makes images of one class alike and others unlike; its projection learns "
        "beside that to read the class, so the gap between classes grows as well.",
    ),
    "predsim": ClassLoss(
        predsim_loss,
        "Cross-entropy and similarity",
        '0.01 × cross-entropy + 0.99 × similarity matching ("predsim", Nøkland & Eidnes 2019). Short '
        "runs without batch normalisation do better by cross-entropy alone.",
        compares_images=True,
        aim="Each layer makes images of one class alike and others unlike, and the gap between the "
        "true class's score and the others' grow.",
    ),
    "contrastive": ClassLoss(
        contrastive_loss,
        "Supervised contrastive",
        "An image is to lie nearer to those of its class than to all others of the batch, with "
        "temperature 1/α (Khosla et al. 2020). A learnt projection reads the layer and moves no "
        "unit of it.",
        compares_images=True,
        scores_follow=True,
        aim="Each layer draws images of one class together and others apart; its projection learns "
        "beside that to read the class, so the gap between classes grows as well.",
    ),
}
