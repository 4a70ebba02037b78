"""Clouds of a layer's answers: components against other libraries', and axes that stay put."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from scipy.linalg import orthogonal_procrustes

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.images.data import Samples
from ffstudio.core.look.embedding import (
    BOTH,
    NEUTRAL,
    TRUE_LABEL,
    embed,
    find_components,
    has_negative_data,
    lay_reference,
    turn_onto,
)
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.weights import ConvWeights, DenseWeights
from tests.core.test_layer_scores import CLASSES, random_net, samples
from tests.nets import backprop_net


@pytest.mark.parametrize("shape", [(40, 7), (12, 90), (30, 30)])
def test_components_are_those_of_scikit_learn(shape):
    decomposition = pytest.importorskip("sklearn.decomposition")
    answers = np.random.default_rng(0).gamma(0.7, 2.0, shape).astype(np.float32)
    scores, total = find_components(answers, 5)
    judge = decomposition.PCA(5, svd_solver="full")
    expected = judge.fit_transform(answers.astype(np.float64))
    signs = np.sign((scores * expected).sum(axis=0))
    np.testing.assert_allclose(scores * signs, expected, rtol=1e-7, atol=1e-7)
    shares = (scores**2).sum(axis=0) / total
    np.testing.assert_allclose(shares, judge.explained_variance_ratio_, rtol=1e-9)


def test_clouds_of_fewer_dimensions_have_no_other_component():
    line = np.outer(np.arange(6.0), [1.0, 2.0, 2.0])
    scores, total = find_components(line, 3)
    np.testing.assert_allclose(np.abs(scores[:, 0]), np.abs(np.arange(6) - 2.5) * 3)
    assert not scores[:, 1:].any() and np.isclose(total, (scores**2).sum())
    assert find_components(np.ones((5, 4)))[1] == 0.0


def test_a_turned_or_mirrored_cloud_comes_out_as_it_was():
    rng = np.random.default_rng(1)
    cloud, reference = rng.normal(size=(50, 2)) * (3, 1), rng.normal(size=(50, 2))
    reference += 0.5 * cloud
    laid = turn_onto(cloud, reference)
    np.testing.assert_allclose(laid, cloud @ orthogonal_procrustes(cloud, reference)[0])
    angle = np.array([[np.cos(2.0), -np.sin(2.0)], [np.sin(2.0), np.cos(2.0)]])
    for turn in (angle, angle @ np.diag([1, -1]), np.diag([-1, -1])):
        np.testing.assert_allclose(turn_onto(cloud @ turn, reference), laid, atol=1e-9)


def test_the_reference_is_of_the_mean_pictures_and_whole_for_two_classes_and_one():
    decomposition = pytest.importorskip("sklearn.decomposition")
    some = samples(60, seed=3)
    means = np.array([some.x[some.y == y].mean(axis=0) for y in some.y], np.float64)
    expected = decomposition.PCA(2).fit_transform(means)
    expected /= np.sqrt((expected**2).sum(axis=0))
    laid = lay_reference(some.x, some.y)
    np.testing.assert_allclose(np.abs((laid * expected).sum(axis=0)), 1.0, rtol=1e-6)
    for count in (2, 1):
        laid = lay_reference(some.x, some.y % count)
        np.testing.assert_allclose(laid.T @ laid, np.eye(2), atol=1e-6)


def embedded(net, what=TRUE_LABEL, **more):
    return embed(net, draw_sample(samples(80), "test", 50), what, **more)


def test_shares_are_of_all_that_a_layer_varies_by_and_need_no_turning():
    net, sample = random_net(), draw_sample(samples(80), "test", 50)
    laid = embed(net, sample)
    np.testing.assert_array_equal(laid.predictions, net.predict(sample.x))
    for plane, answers in zip(laid.planes, net.activities(sample.x, sample.y), strict=True):
        variances = np.linalg.svd(answers - answers.mean(axis=0), compute_uv=False) ** 2
        assert sum(plane.shares) == pytest.approx(variances[:2].sum() / variances.sum(), rel=1e-4)
        own = plane.places.var(axis=0) * len(sample) / variances.sum()
        np.testing.assert_allclose(plane.shares, own, rtol=1e-4)
        # Dots are as far from each other as the two components have them.
        assert plane.num_units == answers.shape[1] and not plane.why_not
    steady = embed(net, sample, is_steady=True)
    assert all(
        sum(one.shares) <= sum(two.shares) + 1e-12
        for one, two in zip(steady.planes, laid.planes, strict=True)
    )


def test_a_little_learning_moves_dots_a_little_and_a_moment_looks_the_same_from_anywhere():
    net, sample = random_net(), draw_sample(samples(200), "test")
    rng = np.random.default_rng(5)
    moved = FFSnapshot(
        tuple(
            dataclasses.replace(
                layer,
                kernel=(layer.kernel + 1e-3 * rng.normal(size=layer.kernel.shape)).astype(
                    np.float32
                ),
            )
            for layer in net.layers
        ),
        CLASSES,
    )
    first, then, again = embed(net, sample), embed(moved, sample), embed(net, sample)
    for one, two, three in zip(first.planes, then.planes, again.planes, strict=True):
        way = np.sqrt(((one.places - two.places) ** 2).sum(axis=1))
        assert way.max() < 0.1 * one.reach
        np.testing.assert_array_equal(one.places, three.places)


def test_negative_data_carry_wrong_labels_and_lie_in_the_same_plane():
    net, sample = random_net(), draw_sample(samples(80), "test", 50)
    laid = embed(net, sample, BOTH)
    assert (laid.wrong != sample.y).all() and set(laid.wrong) <= set(range(CLASSES))
    both = [
        np.concatenate(pair)
        for pair in zip(
            net.activities(sample.x, sample.y), net.activities(sample.x, laid.wrong), strict=True
        )
    ]
    reference = np.tile(lay_reference(sample.x, sample.y), (2, 1))
    for plane, answers in zip(laid.planes, both, strict=True):
        expected = turn_onto(find_components(answers)[0], reference)
        np.testing.assert_allclose(plane.places, expected, atol=1e-5)
    assert laid.is_negative.sum() == 50 and laid.image_of(73) == 23
    neutral = embed(net, sample, NEUTRAL).planes[0].places
    answers = net.net.neutral_activities(sample.x)[0]
    expected = turn_onto(find_components(answers)[0], reference[:50])
    np.testing.assert_allclose(neutral, expected, atol=1e-5)


def test_nets_of_every_kind():
    even = random_net().layers[1:2]  # 9 to 8 units, which 4 classes own
    by_class = FFSnapshot(
        (dataclasses.replace(even[0], kernel=np.tile(even[0].kernel, (4, 1))[:30]),),
        CLASSES,
        supervision="classes",
        goodness="class_mean",
    )
    assert not has_negative_data(by_class)
    assert embedded(by_class, BOTH).what == TRUE_LABEL
    read_out = DenseWeights(
        np.ones((15, CLASSES), np.float32), np.zeros(CLASSES, np.float32), "softmax"
    )
    unsupervised = random_net(supervision="images", read_out=read_out, image_shape=(5, 6))
    assert has_negative_data(unsupervised)
    laid = embedded(unsupervised, BOTH)
    assert laid.what == BOTH and len(laid.planes[0].places) == 100
    # Hybrids are other images than those they are made of.
    assert not np.allclose(laid.planes[0].places[:50], laid.planes[0].places[50:])
    assert embedded(unsupervised, NEUTRAL).what == TRUE_LABEL
    beside = dataclasses.replace(unsupervised, supervision="pairs")
    laid = embedded(beside, BOTH)
    assert laid.what == BOTH
    assert not np.allclose(laid.planes[0].places[:50], laid.planes[0].places[50:])
    rng = np.random.default_rng(0)
    sizes = ((30 + 7, 8), (8 + CLASSES, 7))  # what is above each layer answers back to it
    top_down = FFSnapshot(
        tuple(
            DenseWeights(0.3 * rng.normal(size=size).astype(np.float32), np.zeros(size[1]), "relu")
            for size in sizes
        ),
        CLASSES,
        supervision="frames",
    )
    laid = embedded(top_down, BOTH)
    assert laid.what == BOTH and [plane.num_units for plane in laid.planes] == [8, 7]
    kernel = rng.normal(size=(3, 3, 1 + CLASSES, 6)).astype(np.float32)
    conv = FFSnapshot(
        (ConvWeights(kernel, np.zeros(6, np.float32), "relu"),),
        CLASSES,
        label_embedding="append",
        image_shape=(5, 6),
    )
    (plane,) = embedded(conv, BOTH).planes
    assert plane.num_units == 6 and plane.places.shape == (100, 2)
    twin = backprop_net(
        [DenseWeights(rng.normal(size=(30, CLASSES)).astype(np.float32), np.zeros(4), "softmax")]
    )
    assert embedded(twin, BOTH).what == TRUE_LABEL and len(embedded(twin).planes) == 1


def test_what_has_no_cloud_says_why():
    layers = random_net().layers
    dead = dataclasses.replace(layers[1], kernel=0 * layers[1].kernel - 1, bias=layers[1].bias - 9)
    bad = dataclasses.replace(layers[2], kernel=layers[2].kernel * np.float32(np.nan))
    planes = embedded(FFSnapshot((layers[0], dead, bad), CLASSES)).planes
    assert [bool(plane.why_not) for plane in planes] == [False, True, True]
    assert "same to every image" in planes[1].why_not and "diverged" in planes[2].why_not
    assert not len(planes[2].places) and planes[2].reach == 0.0


def test_it_can_be_called_off():
    errand = Errand()
    errand.call_off()
    with pytest.raises(CalledOff):
        embedded(random_net(), errand=errand)


def test_one_image_makes_no_cloud():
    one = Samples(np.zeros((1, 30), np.float32), np.zeros(1, np.int32))
    laid = embed(random_net(), draw_sample(one, "test"))
    assert all("same to every image" in plane.why_not for plane in laid.planes)
