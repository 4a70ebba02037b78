"""Negative data: wrong labels, and images that look right only close by.

A new way of choosing wrong labels is a function here and an entry in :data:`NEGATIVES`,
which carries it: builder, experiment files and the compiled step take it from there. All
randomness is handed in, so the same functions serve NumPy and the compiled step.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.mathematics import numpy_ops
from ffstudio.core.mathematics._variant import Array, Namespace, Variant

Floats = npt.NDArray[np.float32]


def random_wrong_labels(
    labels: Array, num_classes: int, uniform: Array, xp: Namespace = numpy_ops
) -> Array:
    """A wrong label, all equally likely; never the true one.

    Args:
        labels: True labels (batch,), integer.
        uniform: Random numbers in [0, 1) (batch, num_classes); column 0 is used.
    """
    shift = 1 + xp.cast(xp.floor(uniform[:, 0] * (num_classes - 1)), "int32")
    shift = xp.minimum(shift, num_classes - 1)  # the product may round up to num_classes - 1
    return (labels + shift) % num_classes


def hard_wrong_labels(
    labels: Array, logits: Array, uniform: Array, one_hot: Array, xp: Namespace = numpy_ops
) -> Array:
    """A wrong label with probability ∝ exp(logit); never the true one.

    Gumbel-max sampling; Hinton 2022, section 3.3 draws negatives from the net's
    own predictions in the same way.

    Args:
        labels: True labels (batch,).
        logits: What the net thinks of each label (batch, num_classes).
        uniform: Random numbers in [0, 1) of the same shape.
        one_hot: One-hot of the true labels (batch, num_classes).
    """
    gumbel = -xp.log(-xp.log(xp.clip(uniform, 1e-7, 1.0 - 1e-7)))
    return xp.cast(xp.argmax(logits + gumbel - 1e9 * one_hot, axis=-1), "int32")


def _random(labels: Array, one_hot: Array, logits: Array, uniform: Array, xp: Namespace) -> Array:
    classes = int(one_hot.shape[-1])
    return xp.one_hot(random_wrong_labels(labels, classes, uniform, xp), classes)


def _hard(labels: Array, one_hot: Array, logits: Array, uniform: Array, xp: Namespace) -> Array:
    wrong = hard_wrong_labels(labels, logits, uniform, one_hot, xp)
    return xp.one_hot(wrong, int(one_hot.shape[-1]))


def _shuffle(labels: Array, one_hot: Array, logits: Array, uniform: Array, xp: Namespace) -> Array:
    return xp.take(one_hot, xp.argsort(uniform[:, 0]), axis=0)


def _every_other(
    labels: Array, one_hot: Array, logits: Array, uniform: Array, xp: Namespace
) -> Array:
    return 1.0 - one_hot


def hybrid_masks(
    count: int, size: tuple[int, int], rng: np.random.Generator, blurs: int = 6
) -> Floats:
    """Masks of large smooth regions of ones and zeros: (count, height, width).

    A random bit image is blurred again and again with [¼, ½, ¼] in both directions and
    then cut at ½ (Hinton 2022, section 3.2).
    """
    mask = rng.integers(0, 2, (count, *size)).astype(np.float32)
    for axis in (1, 2):
        for _ in range(blurs):
            pad = [(0, 0), (0, 0), (0, 0)]
            pad[axis] = (1, 1)
            wide = np.pad(mask, pad, mode="edge")
            before, after = (
                np.take(wide, range(start, start + mask.shape[axis]), axis) for start in (0, 2)
            )
            mask = np.float32(0.25) * (before + after) + np.float32(0.5) * mask
    return (mask > 0.5).astype(np.float32)


def hybrid_images(first: Array, second: Array, mask: Array) -> Array:
    """x₁·m + x₂·(1 − m) (Hinton 2022, section 3.2); any equal shapes."""
    return first * mask + second * (1.0 - mask)


def other_images(images: Array, xp: Namespace = np) -> Array:
    """For each row of a batch another one, the row before it: never the same one of two or more.

    The order of a batch is random, so any other row will do. Any shape (batch, …).
    """
    return xp.roll(images, 1, axis=0)


def _other_image(first: Array, second: Array, mask: Array) -> Array:
    return first + second


@dataclass(frozen=True)
class NegativeStrategy(Variant):
    """How negative data are made.

    ``function(labels, one_hot, logits, uniform, xp)`` returns the wrong labels as one-hot
    rows (batch, classes): ``labels`` (batch,) and ``one_hot`` (batch, classes) are the true
    ones, ``logits`` what the net thinks of each label (batch, classes; None with ``scores``
    "none"), ``uniform`` random numbers in [0, 1) (batch, classes). Where negatives are
    images, ``function(first, second, mask)`` returns the negative images.

    Attributes:
        scores: Layers that score all labels before each step: ``none``, ``first``,
            ``all`` that learn (their sum counts), or ``next`` (each layer goes by the
            layer above it).
        may_collide: True when a negative may carry the true label.
        images: True when negatives are other images instead of wrong labels: no label
            is used, and a linear read-out classifies.
        every: True when each image is compared with all its wrong labels at once: a row then
            has a one for each.
    """

    scores: str = "none"
    may_collide: bool = False
    images: bool = False
    every: bool = False


NEGATIVES: dict[str, NegativeStrategy] = {
    "random": NegativeStrategy(
        _random,
        "Random wrong label",
        "Any wrong label, all equally likely; never the true one (Hinton 2022, 3.3).",
    ),
    "hard": NegativeStrategy(
        _hard,
        "Hard wrong label",
        "A wrong label the net itself finds plausible; never the true one (Hinton 2022, 3.3).",
        scores="all",
    ),
    "hard_first": NegativeStrategy(
        _hard,
        "Hard wrong label, first layer's view",
        "As the hard wrong label, but only the first layer judges: it scores all labels with one "
        "product, so hard negatives cost almost nothing.",
        scores="first",
    ),
    "hard_next": NegativeStrategy(
        _hard,
        "Hard wrong label, next layer's view",
        "Each layer learns from the labels that the layer above it confuses; the last layer from "
        "its own confusions.",
        scores="next",
    ),
    "all_wrong": NegativeStrategy(
        _every_other,
        "All wrong labels",
        "Each image is compared with all its wrong labels at once: a layer's loss is the mean over "
        "them, or a softmax over all labels. Above the first layer a row a label: five times the work "
        "of one wrong label with ten classes (as in lab-emi's FF-Algorithms, nine groups).",
        every=True,
    ),
    "shuffled": NegativeStrategy(
        _shuffle,
        "Shuffled labels (Keras example)",
        "Labels shuffled among the images: about 1 in 10 negatives carries its true label.",
        may_collide=True,
    ),
    "hybrid": NegativeStrategy(
        hybrid_images,
        "Hybrid images (unsupervised)",
        "Two images mixed by a blurred mask: right close by, wrong as a whole. No label is used; "
        "a linear read-out on the activities classifies (Hinton 2022, 3.2).",
        images=True,
    ),
    "other_image": NegativeStrategy(
        _other_image,
        "Another image beside it (unsupervised)",
        "An image beside itself is positive, beside another one negative. No label is used; a "
        "linear read-out on the activities classifies (SCFF, 2025).",
        images=True,
    ),
}
