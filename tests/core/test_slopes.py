"""Derivatives written out, against differences; every gradient of the views, against numbers."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.describe.network import Network
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment import presets
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import initial_weights, stack_architecture
from ffstudio.core.forward.activation_rules import activate
from ffstudio.core.images.data import Samples
from ffstudio.core.look.alignment import align, measure_cosine
from ffstudio.core.look.backpropagation import losses_with, mean_gradients, trace, why_not_traced
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.gradient_check import check_gradients
from ffstudio.core.look.local_gradients import local_gradients, why_no_local_gradients
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.mathematics import (
    GOODNESS,
    LOCAL_LOSSES,
    NORMALISATIONS,
    normalise,
    numpy_ops,
    random_wrong_labels,
)
from ffstudio.core.mathematics.slopes import (
    ACTIVATION_SLOPE_WORDS,
    ACTIVATION_SLOPES,
    GOODNESS_SLOPES,
    LOSS_SLOPES,
    pull_through_norm,
)
from tests.nets import backprop_net

H = 1e-6


def difference(function, x):
    """∂f/∂x of a scalar function by central differences, float64."""
    slopes = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += H
        down[i] -= H
        slopes[i] = (function(up) - function(down)) / (2 * H)
    return slopes


@pytest.mark.parametrize("name", ACTIVATION_SLOPES)
def test_slopes_of_activations(name):
    z = np.array([-3.1, -0.7, -0.01, 0.02, 0.9, 2.5, 6.5])
    found = (activate(z + H, name) - activate(z - H, name)) / (2 * H)
    np.testing.assert_allclose(ACTIVATION_SLOPES[name](z), found, atol=1e-7)
    assert ACTIVATION_SLOPE_WORDS[name]


@pytest.mark.parametrize("name", GOODNESS_SLOPES)
def test_slopes_of_goodness(name):
    a = np.random.default_rng(1).normal(size=(1, 7))
    found = difference(lambda v: float(GOODNESS[name].function(v)[0]), a)
    np.testing.assert_allclose(GOODNESS_SLOPES[name](a), found, atol=1e-8)


@pytest.mark.parametrize("name", LOCAL_LOSSES)
def test_slopes_of_local_losses(name):
    rng = np.random.default_rng(2)
    p, n = rng.normal(1, 0.5, 9), rng.normal(0.8, 0.5, 9)
    loss = LOCAL_LOSSES[name].function
    found = [
        difference(lambda v: float(loss(v, n, 0.9, 1.7).sum()), p),
        difference(lambda v: float(loss(p, v, 0.9, 1.7).sum()), n),
    ]
    np.testing.assert_allclose(LOSS_SLOPES[name](p, n, 0.9, 1.7), found, atol=1e-7)


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_pulling_through_a_norm(name):
    rng = np.random.default_rng(3)
    x, weight = rng.normal(0.4, 1.0, (1, 6)), rng.normal(size=6)
    found = difference(lambda v: float((normalise(v, name) @ weight)[0]), x)
    centred = x - x.mean() if name == "standard" else x
    divisor = NORMALISATIONS[name].function(np.sum(centred**2, axis=-1, keepdims=True), 6)
    made = pull_through_norm(centred, weight[None], divisor, name)
    np.testing.assert_allclose(made, found, atol=1e-8)


def random_net(activations, sizes, seed=4):
    rng = np.random.default_rng(seed)
    layers = [
        DenseWeights(
            rng.normal(0, 0.6, (n, m)).astype(np.float32),
            rng.normal(0, 0.3, m).astype(np.float32),
            activation,
        )
        for n, m, activation in zip(sizes[:-1], sizes[1:], activations, strict=True)
    ]
    return backprop_net(layers, (2, sizes[0] // 2))


@pytest.mark.parametrize("last", ["softmax", "linear", "sigmoid"])
@pytest.mark.parametrize("hidden", ["relu", "tanh", "silu"])
def test_every_number_of_a_trace_is_the_difference_of_the_loss(hidden, last):
    net = random_net([hidden, "tanh", last], [6, 5, 4, 3])
    x = np.random.default_rng(5).random(6)
    traced = trace(net, x, 2, smoothing=0.1)
    assert len(traced.layers) == 3 and not traced.skipped
    np.testing.assert_allclose(traced.target.sum(), 1)
    for layer in traced.layers:
        arrays = [layer.kernel, layer.bias]
        kernel = difference(
            lambda v, at=layer, a=arrays: losses_with(net, x, traced.target, at.path, [v, a[1]]),
            layer.kernel,
        )
        bias = difference(
            lambda v, at=layer, a=arrays: losses_with(net, x, traced.target, at.path, [a[0], v]),
            layer.bias,
        )
        np.testing.assert_allclose(layer.kernel_gradient, kernel, atol=1e-8)
        np.testing.assert_allclose(layer.delta, bias, atol=1e-8)
    assert abs(traced.loss - losses_with(net, x, traced.target, "output", arrays)) < 1e-12


def test_the_formulas_hold_among_the_numbers_shown():
    net = random_net(["tanh", "sigmoid", "softmax"], [4, 3, 5, 4])
    first, second, output = trace(net, np.array([1.0, -1, -1, 1]), 1).layers
    np.testing.assert_allclose(output.delta, output.after - np.eye(4)[1])
    for layer, above in ((second, output), (first, second)):
        np.testing.assert_allclose(layer.pulled, above.kernel @ above.delta)
        np.testing.assert_allclose(layer.delta, layer.pulled * layer.slope)
        np.testing.assert_allclose(layer.kernel_gradient, np.outer(layer.below, layer.delta))


def test_the_check_finds_what_is_wrong():
    net = random_net(["tanh", "softmax"], [4, 3, 4])
    x = np.array([0.2, 0.9, 0.1, 0.4])
    traced = trace(net, x, 0)
    check = check_gradients(net, x, traced)
    assert max(a.numerical_difference for a in check.arrays) < 1e-8
    broken = random_net(["tanh", "softmax"], [4, 3, 4], seed=9)
    wrong = check_gradients(broken, x, traced)
    assert min(a.numerical_difference for a in wrong.arrays) > 1e-3


def test_of_a_large_layer_the_largest_are_checked():
    net = random_net(["relu", "softmax"], [40, 30, 4])
    x = np.random.default_rng(6).random(40)
    traced = trace(net, x, 0)
    checked = check_gradients(net, x, traced, most=50).of("dense_1", 0)
    gradient = np.abs(traced.layers[0].kernel_gradient.reshape(-1))
    assert len(checked.places) <= 50 < gradient.size
    assert set(np.argsort(-gradient)[:25]) <= set(checked.places)


def test_the_error_goes_through_a_block_and_past_it():
    layers = (LayerSpec(units=5), LayerSpec(units=5, skip=1), LayerSpec(units=4, activation="tanh"))
    spec = ExperimentSpec(algorithms="bp", layers=layers)
    network = Network(stack_architecture(spec, (2, 3), 3))
    rng = np.random.default_rng(3)
    weights = initial_weights(network.architecture, 1)
    weights = {
        path: [a + rng.normal(0, 0.3, a.shape) for a in arrays] for path, arrays in weights.items()
    }
    net = NetworkSnapshot(network, weights, (2, 3))
    x = rng.random(6).astype(np.float32)
    traced = trace(net, x, 1)
    titles = [layer.title for layer in traced.layers]
    assert titles == ["Layer 1", "Layer 2", "Layer 2, sum with the shortcut", "Layer 3", "Output"]
    assert [layer.sources for layer in traced.layers] == [(-1,), (0,), (1, 0), (2,), (3,)]
    np.testing.assert_allclose(traced.outputs, net.probabilities(x[None])[0], rtol=1e-5)
    h1 = np.maximum(x @ weights["dense_1"][0] + weights["dense_1"][1], 0)
    h2 = np.maximum(h1 @ weights["dense_2"][0] + weights["dense_2"][1] + h1, 0)
    np.testing.assert_allclose(traced.layers[3].below, h2, rtol=1e-5)
    np.testing.assert_allclose(net.activities(x[None])[1][0], h2, rtol=1e-5)
    check = check_gradients(net, x, traced)
    assert len(check.arrays) == 8
    assert max(a.numerical_difference for a in check.arrays) < 1e-7


def test_what_is_not_followed_says_so():
    net = random_net(["mish", "softmax"], [4, 3, 4])
    traced = trace(net, np.zeros(4), 0)
    assert [layer.title for layer in traced.layers] == ["Output"] and traced.skipped == ("dense_1",)
    net = random_net(["relu", "mish"], [4, 3, 4])
    assert "mish" in why_not_traced(net)
    with pytest.raises(ModelFileError, match="mish"):
        trace(net, np.zeros(4), 0)


def forward_forward(embedding="append", repeats=1, normalisation="rms", goodness="mean_square"):
    rng = np.random.default_rng(7)
    inputs = 8 + (3 * repeats if embedding == "append" else 0)
    layers = tuple(
        DenseWeights(
            rng.normal(0, 0.7, (n, m)).astype(np.float32),
            rng.normal(0, 0.2, m).astype(np.float32),
            activation,
            0.8,
        )
        for n, m, activation in ((inputs, 6, "tanh"), (6, 5, "silu"), (5, 4, "relu"))
    )
    return FFSnapshot(
        layers, 3, goodness, normalisation, embedding, label_repeats=repeats, image_shape=(2, 4)
    )


CASES = [
    ("append", 1, "rms", "mean_square"),
    ("append", 2, "l2", "sum_square"),
    ("replace", 1, "none", "minus_mean_square"),
    ("replace", 2, "rms", "mean_absolute"),
    ("append", 2, "standard", "mean_square"),
    ("replace", 1, "standard", "sum_square"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(map(str, case)))
def test_local_and_true_gradients_are_differences_of_the_losses(case):
    net = forward_forward(*case)
    rng = np.random.default_rng(8)
    x = rng.random((4, 8)).astype(np.float32)
    labels, wrong = np.array([0, 1, 2, 0]), np.array([1, 2, 0, 2])
    losses = ["logistic", "symmetric", "swish"]
    made = local_gradients(net, x, labels, wrong, losses, 1.3)
    for layer, activity in zip(made, net.activities(x, labels), strict=True):
        np.testing.assert_allclose(layer.after[:4], activity, atol=1e-5)

    def losses_of(kernels, stop):
        """All local losses; with ``stop`` what goes up is that of the net as it is."""
        total, below = [], made[0].below
        for i, layer in enumerate(net.layers):
            z = below @ kernels[i] + layer.bias.astype(np.float64)
            a = activate(z, layer.activation)
            g = GOODNESS[net.goodness].function(a)
            loss = LOCAL_LOSSES[losses[i]].function(g[:4], g[4:], layer.threshold, 1.3)
            total.append(float(np.mean(loss)))
            up = made[i].after if stop else a
            below = normalise(up, net.normalisation)
        return total

    kernels = [layer.kernel.astype(np.float64) for layer in net.layers]
    np.testing.assert_allclose([m.loss for m in made], losses_of(kernels, False), atol=1e-12)
    for i, layer in enumerate(made):

        def with_kernel(v, at=i):
            return [v if k == at else kernel for k, kernel in enumerate(kernels)]

        own = difference(lambda v, at=i: losses_of(with_kernel(v, at), True)[at], kernels[i])
        true = difference(lambda v, at=i: sum(losses_of(with_kernel(v, at), False)), kernels[i])
        np.testing.assert_allclose(layer.kernel_gradient, own, atol=1e-7)
        np.testing.assert_allclose(layer.through_gradient, true, atol=1e-7)
    # The last layer has nothing above it.
    np.testing.assert_allclose(made[-1].delta, made[-1].through)


def test_other_nets_say_why_they_have_no_local_gradients():
    net = forward_forward()
    assert why_no_local_gradients(net, ["logistic"] * 3) == ""
    assert "logcosh" in why_no_local_gradients(net, ["logistic", "logcosh", "logistic"])
    assert "all wrong labels" in why_no_local_gradients(net, ["softmax"] * 3, "all_wrong")
    unlabelled = FFSnapshot(net.layers, 3, supervision="classes", goodness="class_mean")
    assert "label in their input" in why_no_local_gradients(unlabelled, ["logistic"] * 3)


def test_by_hand_the_camera_is_sure():
    spec = presets.preset("camera-by-hand")
    layers = [
        DenseWeights(
            np.array(w.kernel, np.float32), np.array(w.bias, np.float32),
            spec.layers[i].activation if i < len(spec.layers) else "softmax",
        )
        for i, w in enumerate(spec.weights)
    ]  # fmt: skip
    net = backprop_net(layers, (2, 2))
    solid = np.array([1.0, 1, 1, 1])
    traced = trace(net, solid, 0)
    assert np.argmax(traced.outputs) == 0
    np.testing.assert_allclose(traced.layers[0].before, [2, 2, 0, 0])
    np.testing.assert_allclose(traced.layers[0].after, np.tanh([2, 2, 0, 0]))
    np.testing.assert_allclose(traced.loss, -np.log(traced.outputs[0]))
    assert numpy_ops.activation("tanh")(0.0) == 0.0


def test_the_mean_over_images_is_that_of_each_ones_gradient():
    for last in ("softmax", "sigmoid"):
        net = random_net(["tanh", "relu", last], [6, 5, 4, 3])
        rng = np.random.default_rng(11)
        x, labels = rng.random((7, 6)), rng.integers(0, 3, 7)
        made = mean_gradients(net, x, labels, smoothing=0.1)
        traces = [trace(net, one, int(y), 0.1) for one, y in zip(x, labels, strict=True)]
        for i, path in enumerate(("dense_1", "dense_2", "output")):
            each = [t.layers[i].kernel_gradient for t in traces]
            np.testing.assert_allclose(made[path], np.mean(each, axis=0), atol=1e-7)


def test_alignment_is_the_cosine_of_gradients_found_by_differences():
    ff = forward_forward("replace", 1)
    kernels = [ff.layers[0].kernel, ff.layers[1].kernel, ff.layers[2].kernel]
    twin = backprop_net(
        [
            *(DenseWeights(k * 0.5, np.zeros(k.shape[1], np.float32), "tanh") for k in kernels),
            DenseWeights(np.ones((4, 3), np.float32) * [1, -1, 0.5], np.zeros(3), "softmax"),
        ],
        (2, 4),
    )
    rng = np.random.default_rng(12)
    samples = Samples(rng.random((9, 8)).astype(np.float32), np.arange(9, dtype=np.int32) % 3)
    sample = draw_sample(samples, "test")
    layers = tuple(LayerSpec(units=k.shape[1], loss="logistic") for k in kernels)
    spec = ExperimentSpec(layers=layers)
    snapshot = ModelSnapshot(ff, twin, (2, 4), tuple("abc"))
    made = align(snapshot, sample, spec)
    wrong = random_wrong_labels(
        sample.y, 3, np.random.default_rng(20221213).random((len(sample), 1))
    )
    local = local_gradients(ff, sample.x, sample.y, wrong, ["logistic"] * 3, spec.ff.sharpness)
    for i, layer in enumerate(local):
        a, b = layer.kernel_gradient.ravel(), layer.through_gradient.ravel()
        np.testing.assert_allclose(made.with_sum[i], a @ b / np.linalg.norm(a) / np.linalg.norm(b))
    np.testing.assert_allclose(made.with_sum[2], 1.0)
    theirs = mean_gradients(twin, sample.x, sample.y)["dense_1"][3:].ravel()
    own = local[0].kernel_gradient[3:].ravel()
    expected = own @ theirs / np.linalg.norm(own) / np.linalg.norm(theirs)
    np.testing.assert_allclose(made.with_twin[0], expected)
    assert align(ModelSnapshot(None, twin, (2, 4), tuple("abc")), sample, spec) is None
    alone = align(ModelSnapshot(ff, None, (2, 4), tuple("abc")), sample, spec)
    assert all(np.isnan(alone.with_twin)) and alone.with_sum == made.with_sum


def test_cosine():
    a, b = np.array([3.0, 4.0]), np.array([4.0, -3.0])
    assert measure_cosine(a, a) == 1.0 and measure_cosine(a, b) == 0.0
    assert measure_cosine(a, -2 * a) == -1.0 and np.isnan(measure_cosine(a, 0 * b))
