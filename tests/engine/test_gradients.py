"""TensorFlow's gradient of one image's loss against the chain rule written out."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.look.backpropagation import trace
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.mathematics import ACTIVATIONS
from tests.nets import backprop_net


@pytest.mark.parametrize("last", ["softmax", "linear", "sigmoid"])
@pytest.mark.parametrize("hidden", ["relu", "tanh", "elu", "silu", "leaky_relu", "gelu", "selu"])
def test_tensorflow_finds_the_same_gradients(hidden, last):
    rng = np.random.default_rng(1)
    sizes, activations = [6, 5, 4, 3], [hidden, "sigmoid", last]
    layers = [
        DenseWeights(
            rng.normal(0, 0.7, (n, m)).astype(np.float32),
            rng.normal(0, 0.3, m).astype(np.float32),
            activation,
        )
        for n, m, activation in zip(sizes[:-1], sizes[1:], activations, strict=True)
    ]
    net = backprop_net(layers, (2, 3))
    x = rng.random(6).astype(np.float32)
    traced = trace(net, x, 2, smoothing=0.1)
    theirs = engine.gradients_of(net, x, traced.target)
    assert abs(theirs.loss - traced.loss) < 1e-6
    for layer in traced.layers:
        kernel, bias = theirs.arrays[layer.path]
        np.testing.assert_allclose(kernel, layer.kernel_gradient, atol=1e-6)
        np.testing.assert_allclose(bias, layer.bias_gradient, atol=1e-6)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations_of_that_name_are_keras_own(name):
    x = np.linspace(-6, 6, 1001, dtype=np.float32)
    ours = ACTIVATIONS[name](x)
    assert ours.dtype == np.float32
    theirs = np.asarray(keras.activations.get(name)(x))
    np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=1e-6)
