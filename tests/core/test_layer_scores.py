"""Layers alone and summed, who decides and how good labels look: against loops written out."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import MOST_IMAGES, draw_sample
from ffstudio.core.look.layer_scores import (
    ALONE,
    SUMMED,
    WITHOUT_FIRST,
    LayerScores,
    score_sample,
)
from ffstudio.core.look.weights import DenseWeights

CLASSES, LAYERS, PIXELS = 4, 3, 30


def samples(count, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.random((count, PIXELS)).astype(np.float32)
    return Samples(x, rng.integers(0, CLASSES, count).astype(np.int32))


def random_net(seed=1, **settings):
    rng = np.random.default_rng(seed)
    widths = (PIXELS, 9, 8, 7)
    layers = tuple(
        DenseWeights(
            rng.normal(0, 1 / np.sqrt(low), (low, high)).astype(np.float32),
            rng.normal(0, 0.1, high).astype(np.float32),
            "relu",
            1.0,
        )
        for low, high in itertools.pairwise(widths)
    )
    return FFSnapshot(layers, CLASSES, **settings)


def made_up(scores, y, first_voter=0):
    scores = np.asarray(scores, np.float32)
    set_ = Samples(np.zeros((len(y), 1), np.float32), np.asarray(y, np.int32))
    return LayerScores(
        scores,
        draw_sample(set_, "test"),
        tuple(float(i >= first_voter) for i in range(scores.shape[1])),
    )


def goodness_by_hand(net, image, label):
    """The goodness of one labelled image in every layer, one unit after the other."""
    a = image.astype(np.float64).copy()
    a[:CLASSES] = 0.0
    a[label] = 1.0
    every = []
    for layer in net.layers:
        a = a / np.sqrt(np.mean(a**2) + 0.0)
        a = np.array(
            [
                max(sum(a[i] * float(layer.kernel[i, j]) for i in range(len(a)))
                    + float(layer.bias[j]), 0.0)
                for j in range(layer.units)
            ]
        )  # fmt: skip
        every.append(np.mean(a**2))
    return every


def test_scores_are_the_goodness_of_every_label_in_every_layer():
    net, sample = random_net(), draw_sample(samples(6), "test")
    measured = score_sample(net, sample)
    assert measured.scores.shape == (6, LAYERS, CLASSES)
    for i, image in enumerate(sample.x):
        for label in range(CLASSES):
            np.testing.assert_allclose(
                measured.scores[i, :, label], goodness_by_hand(net, image, label), rtol=1e-4
            )


def test_accuracies_and_deciders_are_those_counted_image_by_image():
    sample = draw_sample(samples(300), "test")
    measured = score_sample(random_net(votes="2-"), sample)
    assert measured.weights == (0, 1, 1) and measured.own_rule == WITHOUT_FIRST
    for layer in range(LAYERS):
        used = {ALONE: [layer], SUMMED: range(layer + 1), WITHOUT_FIRST: range(1, layer + 1)}
        for which, layers in used.items():
            right = {label: [] for label in range(CLASSES)}
            for scores, label in zip(measured.scores.astype(float), sample.y, strict=True):
                total = [sum(scores[k, c] for k in layers) for c in range(CLASSES)]
                right[int(label)].append(bool(layers) and total.index(max(total)) == label)
            if which == WITHOUT_FIRST and layer == 0:
                assert np.isnan(measured.accuracy(which)[0])
                assert np.isnan(measured.class_accuracy(which)[:, 0]).all()
                continue
            every = [one for own in right.values() for one in own]
            assert measured.accuracy(which)[layer] == pytest.approx(np.mean(every))
            for label, own in right.items():
                assert measured.class_accuracy(which)[label, layer] == pytest.approx(np.mean(own))
    deciders = []
    for scores in measured.scores.astype(float):
        total = scores[1:].sum(axis=0)
        best, second = np.argsort(-total)[:2]
        leads = {k: scores[k, best] - scores[k, second] for k in (1, 2)}
        deciders.append(max(leads, key=leads.get))
    assert measured.deciders.tolist() == deciders
    shares = measured.count_deciders()
    assert shares[:, 0].tolist() == [0.0] * CLASSES
    np.testing.assert_allclose(shares.sum(axis=1), 1.0)
    for label in range(CLASSES):
        own = [d for d, y in zip(deciders, sample.y, strict=True) if y == label]
        assert shares[label, 2] == pytest.approx(own.count(2) / len(own))


def test_mean_goodness_is_the_mean_over_the_images_of_a_class():
    sample = draw_sample(samples(50), "test")
    measured = score_sample(random_net(), sample)
    for layer in (0, 2, None):
        table = measured.mean_goodness(layer)
        for true in range(CLASSES):
            for candidate in range(CLASSES):
                layers = range(LAYERS) if layer is None else [layer]
                own = [
                    sum(float(s[k, candidate]) for k in layers)
                    for s, y in zip(measured.scores, sample.y, strict=True)
                    if y == true
                ]
                assert table[true, candidate] == pytest.approx(np.mean(own), rel=1e-5)


def test_a_class_without_images_and_a_diverged_layer_are_told():
    scores = np.zeros((2, 2, 3))
    scores[:, 0, 1], scores[1, 1] = 1.0, np.nan
    measured = made_up(scores, [1, 1])
    assert measured.accuracy(ALONE) == (1.0, 0.0)  # of ties the lower label; NaN is wrong
    assert measured.predict(ALONE).tolist() == [[1, 0], [1, -1]]
    assert measured.deciders.tolist() == [0, -1]
    assert np.isnan(measured.class_accuracy(ALONE)[0]).all()
    assert np.isnan(measured.count_deciders()[0]).all()
    assert np.isnan(measured.mean_goodness(0)[0]).all()


def test_a_sample_is_the_same_at_every_look_and_says_what_it_is_of():
    large = samples(2500)
    one, two = draw_sample(large, "test"), draw_sample(large, "test")
    np.testing.assert_array_equal(one.rows, two.rows)
    assert len(one) == MOST_IMAGES == len(set(one.rows.tolist()))
    np.testing.assert_array_equal(one.x, large.x[one.rows])
    np.testing.assert_array_equal(one.y, large.y[one.rows])
    assert one.describe("MNIST") == "1,000 of 2,500 test images of MNIST, always the same"
    assert draw_sample(samples(7), "validation").describe("A") == "all 7 validation images of A"


def test_scoring_can_be_called_off():
    errand = Errand()
    errand.call_off()
    with pytest.raises(CalledOff):
        score_sample(random_net(), draw_sample(samples(5), "test"), errand)
