"""What units answer and like, and one image under every label, against sums written out."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.errors import ModelFileError
from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.label_looks import look_at_labels, why_no_label_looks
from ffstudio.core.look.unit_activity import like_best, most_active, unit_activities
from ffstudio.core.look.weights import ConvWeights, DenseWeights
from tests.nets import backprop_net


def forward_forward(**more):
    rng = np.random.default_rng(1)
    sizes = ((12 + 3, 7), (7, 5))
    layers = tuple(
        DenseWeights(
            rng.normal(size=size).astype(np.float32), np.zeros(size[1], np.float32), "relu", 0.5
        )
        for size in sizes
    )
    return FFSnapshot(layers, 3, label_embedding="append", image_shape=(3, 4), **more)


def images(count=40):
    rng = np.random.default_rng(2)
    return Samples(rng.random((count, 12)).astype(np.float32), np.arange(count, dtype=np.int32) % 3)


def test_every_label_is_embedded_by_hand():
    net, x = forward_forward(), images().x[0]
    looks = look_at_labels(net, x)
    first, second = net.layers
    for label in range(3):
        seen = np.concatenate([x, np.eye(3)[label]])
        seen = seen / np.sqrt(np.mean(seen**2) + 1e-8)
        a = np.maximum(seen @ first.kernel, 0)
        np.testing.assert_allclose(looks.activities[0][label], a, rtol=1e-5, atol=1e-6)
        above = np.maximum(a / np.sqrt(np.mean(a**2) + 1e-8) @ second.kernel, 0)
        np.testing.assert_allclose(looks.activities[1][label], above, rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(
            looks.goodness[:, label], [np.mean(a**2), np.mean(above**2)], rtol=1e-4
        )
    np.testing.assert_allclose(looks.summed, looks.goodness.sum(axis=0))
    assert looks.answer == net.predict(x[None])[0]
    np.testing.assert_array_equal(
        looks.differ(0, 2, 1), looks.activities[0][2] - looks.activities[0][1]
    )
    assert not looks.differ(1, 2, 2).any()


def test_only_layers_that_vote_are_summed():
    looks = look_at_labels(forward_forward(votes="2-"), images().x[0])
    np.testing.assert_allclose(looks.summed, looks.goodness[1])


def test_a_net_without_labels_says_so():
    net = FFSnapshot(forward_forward().layers, 3, supervision="classes", goodness="class_mean")
    assert "whatever the label" in why_no_label_looks(net)
    with pytest.raises(ModelFileError):
        look_at_labels(net, images().x[0])


def test_units_like_the_images_they_answer_to_most():
    net, samples = forward_forward(), images()
    sample = draw_sample(samples, "train", 25)
    liked = like_best(net, sample, 4)
    answers = net.activities(samples.x, samples.y)
    for layer, own in zip(liked, answers, strict=True):
        for unit in range(own.shape[1]):
            rows = sample.rows[np.argsort(-own[sample.rows, unit], kind="stable")[:4]]
            np.testing.assert_allclose(layer.activities[unit], own[rows, unit], atol=1e-6)
            assert layer.silent[unit] == (not own[sample.rows, unit].any())
            np.testing.assert_allclose(own[layer.rows[unit], unit], own[rows, unit], atol=1e-6)


def test_channels_answer_by_their_mean_and_backprop_without_labels():
    rng = np.random.default_rng(3)
    kernel = rng.normal(size=(3, 3, 4, 6)).astype(np.float32)
    conv = ConvWeights(kernel, np.zeros(6, np.float32), "relu")
    net = FFSnapshot((conv,), 3, label_embedding="append", image_shape=(3, 4))
    samples = images(5)
    (means,) = unit_activities(net, samples.x, samples.y)
    (every,) = net.activities(samples.x, samples.y)
    np.testing.assert_allclose(means, every.mean(axis=(1, 2)), rtol=1e-6)
    twin = backprop_net([DenseWeights(kernel[0, 0, :, :3].repeat(3, 0), np.zeros(3), "tanh")])
    (outputs,) = unit_activities(twin, samples.x, samples.y)
    np.testing.assert_allclose(outputs, twin.activities(samples.x)[0])


def test_the_most_active_are_named_first_and_the_silent_never():
    assert most_active([0, 3, 0, -5, 1], 4) == [3, 1, 4]
    assert most_active([0, np.nan], 4) == []
