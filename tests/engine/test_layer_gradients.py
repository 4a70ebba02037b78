"""Each layer's own gradient and that of all losses together: TensorFlow's, of the nets' losses."""

from __future__ import annotations

import types
from dataclasses import replace

import numpy as np
import pytest
import tensorflow as tf

from ffstudio import engine
from ffstudio.core.describe.architecture import Architecture, Layer, Port
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import initial_weights, stack_architecture
from ffstudio.core.forward_forward.objective import Batch, LearningRule
from ffstudio.core.look import alignment
from ffstudio.core.look.alignment import align, measure_cosine
from ffstudio.core.look.backpropagation import mean_gradients, trace
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.gradient_check import check_gradients
from ffstudio.core.look.layer_gradients import LayerLosses, follow_layers, why_no_layer_gradients
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics import hybrid_masks, random_wrong_labels
from tests.engine.test_image_gradients import CLASSES, PIXELS, SHAPE, images, made

LABELS = np.array([0, 2, 1, 2])


def losses_of(snapshot):
    names = ("symmetric", "logistic", "swish", "symmetric", "symmetric")[: len(snapshot.layers)]
    return LayerLosses(names, 2.0, negatives="random")


def tensorflow_gradients(net, snapshot, x):
    """Per layer its loss, ∂(own loss)/∂kernel and ∂(all losses)/∂kernel, by the trainer's losses."""
    rule = LearningRule(losses_of(snapshot).names, 2.0, "random")
    rng = np.random.default_rng(7)
    uniform = rng.random((len(x), CLASSES)).astype(np.float32)
    mask = hybrid_masks(len(x), SHAPE, np.random.default_rng(20221213)).reshape(len(x), -1)
    batch = Batch(tf.constant(x), tf.constant(LABELS, tf.int32), uniform, mask, {})
    objective = net.net.objective(rule)
    kernels = [layer.kernel.value for layer in net.ff_layers]
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(kernels)
        losses, _ = objective.run(batch, len(kernels))
    own = [tape.gradient(loss, kernel) for loss, kernel in zip(losses, kernels, strict=True)]
    # The same without what keeps layers apart.
    objective.xp = types.SimpleNamespace(**{**vars(objective.xp), "stop_gradient": lambda a: a})
    with tf.GradientTape() as tape:
        tape.watch(kernels)
        total = tf.add_n(objective.run(batch, len(kernels))[0])
    true = tape.gradient(total, kernels)
    wrong = random_wrong_labels(LABELS, CLASSES, uniform[:, :1])
    return [float(v) for v in losses], own, true, wrong


FOLLOWED = (
    "label pixels", "label planes", "strides", "convolutions", "centred planes", "classes",
    "projections", "prototypes", "energies by place", "shortcuts", "images",
)  # fmt: skip


@pytest.mark.parametrize("name", FOLLOWED)
def test_tensorflow_finds_the_same_gradients_of_the_trainers_losses(name):
    net, snapshot = made(name)
    thresholds = [float(np.asarray(layer.theta)) for layer in net.ff_layers]
    layers = zip(snapshot.layers, thresholds, strict=True)
    snapshot = replace(snapshot, layers=tuple(replace(w, threshold=t) for w, t in layers))
    x = images()
    losses, own, true, wrong = tensorflow_gradients(net, snapshot, x)
    ours = follow_layers(snapshot, x, LABELS, wrong, losses_of(snapshot))
    np.testing.assert_allclose([layer.loss for layer in ours], losses, rtol=1e-4)
    differs = 0
    for i, layer in enumerate(ours):
        for made_here, theirs in (
            (layer.kernel_gradient, own[i]),
            (layer.through_gradient, true[i]),
        ):
            largest = float(np.abs(theirs).max())
            np.testing.assert_allclose(made_here, theirs, atol=2e-4 * largest + 1e-7)
        differs += not np.allclose(layer.kernel_gradient, layer.through_gradient)
    assert differs == len(ours) - 1  # what comes back from above counts, but to the last


def test_what_is_not_followed_is_told():
    _, pairs = made("pairs")
    assert "sums of two images" in why_no_layer_gradients(pairs, losses_of(pairs))
    _, classes = made("classes")
    other = replace(losses_of(classes), class_loss="contrastive")
    assert "Supervised contrastive" in why_no_layer_gradients(classes, other)
    recurrent = replace(classes, supervision="frames", goodness="mean_square")
    assert "top-down" in why_no_layer_gradients(recurrent, losses_of(recurrent))


# --- the backprop net -------------------------------------------------------------------------


def part(name, kind, *fed, **settings):
    return Layer(name, kind, check_settings(kind, settings, name), (tuple(map(Port, fed)),))


def hand_made():
    """A net of everything that errors are followed through."""
    layers = (
        Layer("input", "InputLayer", {"shape": [8, 7, 1]}, ((),)),
        part("scale", "Rescaling", "input", scale=2.0, offset=-0.5),
        part("conv", "Conv2D", "scale", filters=4, kernel_size=[3, 3], activation="tanh"),
        part("norm", "BatchNormalization", "conv"),
        part("norm_activation", "Activation", "norm", activation="elu"),
        part("most", "MaxPooling2D", "norm_activation", pool_size=[2, 2], padding="same"),
        part("groups", "Conv2D", "most", filters=4, kernel_size=[2, 3], groups=2, padding="same",
             use_bias=False),
        part("past", "Conv2D", "most", filters=4, kernel_size=[1, 1], padding="same"),
        part("add", "Add", "groups", "past"),
        part("add_activation", "Activation", "add", activation="silu"),
        part("drop", "Dropout", "add_activation", rate=0.5),
        part("mean", "AveragePooling2D", "drop", pool_size=[3, 2], strides=[1, 1], padding="same"),
        part("steps", "Conv2D", "mean", filters=3, kernel_size=[3, 3], strides=[2, 2],
             padding="same", activation="softplus"),
        part("whole", "GlobalAveragePooling2D", "steps"),
        part("flat", "Flatten", "whole"),
        part("dense", "Dense", "flat", units=5, activation="sigmoid"),
        part("output", "Dense", "dense", units=3, activation="softmax"),
    )  # fmt: skip
    network = Architecture("all", layers, (Port("input"),), (Port("output"),))
    rng = np.random.default_rng(2)
    weights = {
        path: [
            np.asarray(np.abs(a) + 0.3 if k == 3 else a + rng.normal(0, 0.3, a.shape), np.float32)
            for k, a in enumerate(arrays)
        ]
        for path, arrays in initial_weights(network, 3).items()
    }
    return NetworkSnapshot(Network(network), weights, (8, 7))


def test_the_error_goes_back_through_convolutions_and_poolings_as_in_tensorflow():
    net = hand_made()
    x = np.random.default_rng(4).random(56).astype(np.float32)
    traced = trace(net, x, 2, smoothing=0.1)
    assert not traced.skipped
    theirs = engine.gradients_of(net, x, traced.target)
    assert abs(theirs.loss - traced.loss) < 1e-6
    check = check_gradients(net, x, traced, theirs)
    assert {a.path for a in check.arrays} == {"conv", "groups", "past", "steps", "dense", "output"}
    for array in check.arrays:
        assert np.abs(array.shown).max() > 1e-5, array.path
        assert array.numerical_difference < 1e-8 and array.engine_difference < 1e-6, array.path
    outputs = {layer.path: layer.after for layer in traced.layers}
    assert outputs["most"].shape == (3, 3, 4) and outputs["whole"].shape == (3,)
    images = np.random.default_rng(5).random((5, 56)).astype(np.float32)
    labels = np.array([0, 1, 2, 0, 1])
    means = mean_gradients(net, images, labels)
    each = [trace(net, one, int(y)) for one, y in zip(images, labels, strict=True)]
    for i, layer in enumerate(each[0].layers):
        if layer.has_weights:
            expected = np.mean([t.layers[i].kernel_gradient for t in each], axis=0)
            np.testing.assert_allclose(means[layer.path], expected, atol=1e-9)


def test_below_a_layer_without_a_rule_nothing_is_followed():
    """Not even past it: part of what comes back would be missing there."""
    net = hand_made()
    layers = list(net.network.architecture.layers)
    at = next(i for i, layer in enumerate(layers) if layer.name == "groups")
    layers.insert(at, part("strange", "LayerNormalization", "most"))
    layers[at + 1] = replace(layers[at + 1], calls=((Port("strange"),),))
    network = replace(net.network.architecture, layers=tuple(layers))
    weights = {**net.weights, "strange": [np.ones(4, np.float32), np.zeros(4, np.float32)]}
    traced = trace(NetworkSnapshot(Network(network), weights, (8, 7)), np.ones(56), 0)
    paths = [layer.path for layer in traced.layers]
    assert paths == ["groups", "past", "add", "mean", "steps", "whole", "dense", "output"]
    assert {"strange", "conv", "norm", "most"} <= set(traced.skipped)


def test_alignment_of_convolutions_with_their_sum_and_with_a_twin(monkeypatch):
    """Many images in parts are as all at once; the twin's shortcuts stand beside no layer."""
    monkeypatch.setattr(alignment, "MOST_NUMBERS", 1)
    _, snapshot = made("shortcuts")
    kinds = [("conv", 4), ("conv", 4), ("conv", 5), ("dense", 9), ("dense", 12)]
    skips = (0, 1, 2, 0, 1)
    layers = tuple(
        LayerSpec(kind=kind, units=units, skip=skip, stride=2 if units == 5 else 1,
                  pooling="max" if units == 5 else "none")
        for (kind, units), skip in zip(kinds, skips, strict=True)
    )  # fmt: skip
    spec = ExperimentSpec(algorithms="both", layers=layers)
    network = Network(stack_architecture(spec, SHAPE, CLASSES))
    twin = NetworkSnapshot(network, initial_weights(network.architecture, 1), SHAPE)
    x = np.random.default_rng(8).random((11, PIXELS)).astype(np.float32)
    labels = np.arange(11) % CLASSES
    sample = FixedSample(x, labels, np.arange(11), "test", 11)
    made_here = align(ModelSnapshot(snapshot, twin, SHAPE, tuple("abc")), sample, spec)
    whole = follow_layers(snapshot, x, labels, labels, LayerLosses.of(spec))
    expected = [measure_cosine(m.kernel_gradient, m.through_gradient) for m in whole]
    np.testing.assert_allclose(made_here.with_sum, expected)
    assert made_here.with_sum[-1] == 1.0 and max(made_here.with_sum[:-1]) < 0.9999
    theirs = mean_gradients(twin, x, labels)
    names = ("conv_1", "conv_2", "conv_3", "dense_4", "dense_5")
    expected = [
        measure_cosine(m.kernel_gradient, theirs[name])
        for m, name in zip(whole, names, strict=True)
    ]
    np.testing.assert_allclose(made_here.with_twin, expected)
