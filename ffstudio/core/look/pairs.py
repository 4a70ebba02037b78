"""Positive and negative data as a training step would make them, for a gallery."""

from __future__ import annotations

from functools import partial

import numpy as np
import numpy.typing as npt

from ffstudio.core.experiment.sizes import net_settings
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import PairRequest, Pairs, kind_of
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.mathematics import NEGATIVES, numpy_ops
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.core.words import tr

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer]

# Said of negatives that change with the net shown.
CHOSEN_BY_NET = "chosen by the net you see"


def draw_negatives(
    labels: Ints,
    images: Floats,
    num_classes: int,
    spec: ExperimentSpec,
    net: FFSnapshot | None,
    rng: np.random.Generator,
) -> tuple[Ints, str]:
    """Wrong labels as a training step would draw them, and who chose them.

    They are (n,), or (n, classes − 1) where each image is compared with all of them.
    Hard negatives need a net: the one shown, when it fits; otherwise they are random,
    as they nearly are for a net that has learnt nothing.
    """
    strategy = NEGATIVES[spec.ff.negatives]
    uniform = rng.random((len(labels), num_classes)).astype(np.float32)
    one_hot = numpy_ops.one_hot(labels, num_classes)
    fits = net is not None and net.num_inputs == images.shape[1] and net.num_classes == num_classes
    who, logits = strategy.label, None
    if strategy.scores != "none" and net is not None and fits:
        scores = net.label_goodness(images)
        judges = scores[:, :1] if strategy.scores == "first" else scores
        logits = spec.ff.sharpness * count_votes(judges, net.vote_weights)
        who += f", {tr(CHOSEN_BY_NET)}"
    elif strategy.scores != "none":
        logits = np.zeros((len(labels), num_classes), np.float32)
        who += tr(" (random: there is no fitting net yet)")
    chosen = strategy.function(labels, one_hot, logits, uniform, numpy_ops)
    if strategy.every:
        return np.nonzero(chosen)[1].reshape(len(labels), num_classes - 1), who
    return np.argmax(chosen, axis=1), who


def measure_gaps(net: FFSnapshot, images: Floats, labels: Ints, wrong: Ints) -> Floats:
    """How hard negatives are: summed goodness with the true less that with a wrong label.

    Summed over the layers that vote. The smaller, the harder; below 0 the net takes the wrong
    label for the better one.

    Args:
        wrong: (n,), or (n, wrong labels of each image).

    Returns:
        Of the shape of ``wrong``.
    """
    with np.errstate(all="ignore"):  # of diverged weights there are no numbers
        true = net.layer_goodness(images, labels)
        columns = wrong.reshape(len(images), -1).T
        gaps = np.stack([true - net.layer_goodness(images, other) for other in columns], axis=-1)
        summed = count_votes(gaps.transpose(1, 0, 2), net.vote_weights)
    return np.asarray(summed, np.float32).reshape(wrong.shape)


def make_pairs(
    images: Floats,
    labels: Ints,
    shape: DataShape,
    spec: ExperimentSpec,
    net: FFSnapshot | None,
    rng: np.random.Generator,
    second: Floats | None = None,
) -> Pairs:
    """The gallery of an experiment's kind of net.

    Args:
        images: (n, pixels), changed as in training.
        labels: (n,).
        net: The net that is shown, which chooses hard negatives.
        second: Other changed copies of the images, where each stands beside one.
    """

    def draw() -> tuple[Ints, str]:
        return draw_negatives(labels, images, shape.num_classes, spec, net, rng)

    measure = None
    fits = net is not None and (net.num_inputs, net.num_classes) == (
        images.shape[1],
        shape.num_classes,
    )
    if net is not None and fits and net.has_label_in_input:
        measure = partial(measure_gaps, net, images, labels)
    request = PairRequest(
        images,
        labels,
        net_settings(spec.ff, shape.num_inputs, shape.num_classes, shape.image_shape),
        shape.class_names,
        bool(spec.layers) and spec.layers[0].sees_places,
        draw,
        rng,
        measure_gaps=measure,
        second=second,
    )
    return kind_of(spec.ff).pairs(request)
