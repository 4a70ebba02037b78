"""Each image's own gap between its labels, against a recomputation one image at a time."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ffstudio.core.forward_forward import KINDS
from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.gaps import label_gaps
from ffstudio.core.look.separation import MOST_IMAGES, separation
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.mathematics import LOCAL_LOSSES

RNG = np.random.default_rng(5)
CLASSES = 4


def samples(count=60, pixels=16):
    return Samples(
        RNG.random((count, pixels)).astype(np.float32),
        RNG.integers(0, CLASSES, count).astype(np.int32),
    )


def random_net(**settings):
    """Two dense layers of random weights that have the label in their first pixels."""
    layers, inputs = [], 16
    for units in (12, 8):
        kernel = RNG.normal(size=(inputs, units)).astype(np.float32)
        layers.append(DenseWeights(kernel, np.zeros(units, np.float32), "relu", 1.0))
        inputs = units
    return FFSnapshot(tuple(layers), CLASSES, **settings)


def expected_gap(scores, label):
    """By hand: the true label's score less the largest of the others."""
    best = -math.inf
    for other, score in enumerate(scores):
        if other != label and score > best:
            best = score
    return scores[label] - best


def test_gaps_are_those_computed_one_image_at_a_time():
    scores = RNG.normal(size=(30, 3, CLASSES))
    labels = RNG.integers(0, CLASSES, 30)
    measured = label_gaps(scores, labels, np.arange(30) * 2)
    assert len(measured) == 3
    for k, layer in enumerate(measured):
        gaps = [expected_gap(scores[i, k], labels[i]) for i in range(30)]
        np.testing.assert_allclose(layer.gaps, gaps)
        assert layer.above == sum(gap > 0 for gap in gaps) / 30
        for i, rival in enumerate(layer.rivals):
            assert rival != labels[i] and scores[i, k, rival] == pytest.approx(
                scores[i, k, labels[i]] - gaps[i]
            )
        assert layer.rows.tolist() == list(range(0, 60, 2))


def test_a_tie_is_not_above_0_and_what_is_no_number_has_no_gap():
    scores = np.array([[[1.0, 1.0, 0.0]], [[2.0, 1.0, 0.0]], [[np.nan, 1.0, 5.0]]])
    layer = label_gaps(scores, np.array([0, 0, 2]), [0, 1, 2])[0]
    assert layer.gaps[:2].tolist() == [0.0, 1.0] and math.isnan(layer.gaps[2])
    assert layer.above == pytest.approx(1 / 3)
    assert layer.finite.tolist() == [0.0, 1.0]
    lost = label_gaps(scores[2:], np.array([2]), [0])[0]
    assert math.isnan(lost.above) and len(lost.finite) == 0


def test_a_nets_gaps_come_from_its_goodness_with_every_label():
    net, shown = random_net(), samples()
    layers = separation(net, shown)
    given = [net.layer_goodness(shown.x, np.full(60, label)) for label in range(CLASSES)]
    for k, layer in enumerate(layers):
        own = layer.own
        for at, row in enumerate(own.rows):
            scores = [float(goodness[k][row]) for goodness in given]
            assert own.gaps[at] == pytest.approx(expected_gap(scores, shown.y[row]), rel=1e-4)
        assert own.above == pytest.approx(net.judge(shown).layer_accuracy[k])


def test_more_images_than_are_measured_are_sampled_alike():
    net, shown = random_net(), samples(MOST_IMAGES + 200)
    first, second = separation(net, shown)[0].own, separation(net, shown)[0].own
    assert len(first.gaps) == MOST_IMAGES == len(set(first.rows.tolist()))
    np.testing.assert_array_equal(first.gaps, second.gaps)
    np.testing.assert_array_equal(first.labels, shown.y[first.rows])


# --- what is declared ---------------------------------------------------------------------------


def test_every_loss_says_what_it_parts():
    for name, loss in LOCAL_LOSSES.items():
        assert loss.aim.endswith("."), name
        promises = "threshold" in loss.aim.replace("no threshold", "") or "θ" in loss.aim
        assert promises == loss.uses_threshold, name
    assert LOCAL_LOSSES["logistic"].thresholds(2.0) == (("θ", 2.0),)
    assert LOCAL_LOSSES["separate"].thresholds(-2.0) == (("θ⁻", -3.0), ("θ⁺", -1.0))


def test_kinds_of_nets_without_labels_say_why_there_are_no_gaps():
    silent = {name for name, kind in KINDS.items() if not kind.no_gaps}
    assert silent == {"labels", "classes", "projections", "prototypes", "frames"}
    assert "without labels" in KINDS["images"].no_gaps
