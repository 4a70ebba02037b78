"""Nets that make pictures, against NumPy written out."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Layer, Port
from ffstudio.core.describe.network import Network
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.picture_makers import find_comparer, find_picture_maker, tell_spread, walk
from tests.picture_nets import (
    autoencoder,
    conditional_generator,
    decoder,
    distance_of_two,
    in_two_parts,
)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def test_a_decoder_makes_pictures_of_codes():
    net = decoder()
    maker = find_picture_maker(net)
    assert (maker.code_size, maker.label, maker.encoder) == (2, None, None)
    assert maker.picture_shape == (28, 28, 1)
    codes = np.random.default_rng(1).normal(size=(3, 2)).astype(np.float32)
    (kernel, bias), (second, other) = net.weights["one"], net.weights["two"]
    expected = sigmoid(np.maximum(codes @ kernel + bias, 0) @ second + other)
    made = maker.pictures(codes)
    np.testing.assert_allclose(made, expected.reshape(3, 28, 28, 1), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("one_hot", [False, True])
def test_a_conditional_generator_is_asked_for_labels(one_hot):
    net = conditional_generator(one_hot)
    maker = find_picture_maker(net)
    assert maker.code_size == 6
    assert (maker.label.count, maker.label.is_one_hot) == (10, one_hot)
    noise = np.random.default_rng(1).normal(size=(2, 6)).astype(np.float32)
    table = net.weights["embedding"][0]
    kernel, bias = net.weights["dense"]
    x = noise * table[[3, 7]]
    expected = (np.tanh(x @ kernel + bias) + 1) / 2
    made = maker.pictures(noise, [3, 7])
    np.testing.assert_allclose(made.reshape(2, -1), expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("make", [autoencoder, in_two_parts])
def test_an_autoencoder_is_cut_at_its_code(make):
    net = make()
    maker = find_picture_maker(net)
    assert maker.code_size == 3
    x = np.random.default_rng(0).uniform(0, 1, (4, 784)).astype(np.float32)
    given = net.prepare(x)
    codes = maker.encode(given)
    assert codes.shape == (4, 3)
    whole = forward.predict(net.network.architecture, net.weights, given)
    np.testing.assert_allclose(maker.raw(codes).reshape(4, -1), whole, rtol=1e-4, atol=1e-5)


def test_a_way_past_the_narrowest_place_is_no_code():
    """A tensor that another one passes by does not make the picture alone."""
    net = autoencoder(skip=True)
    maker = find_picture_maker(net)
    assert maker is None or maker.code_size > 3


def test_a_net_of_two_pictures_tells_their_distance():
    net = distance_of_two()
    assert find_picture_maker(net) is None
    comparer = find_comparer(net)
    rng = np.random.default_rng(2)
    one, others = rng.uniform(0, 1, (28, 28)), rng.uniform(0, 1, (5, 28, 28))
    kernel, bias = net.weights["tell"]
    expected = (one.reshape(1, -1) - others.reshape(5, -1)) @ kernel + bias
    answers = comparer.compare(one.astype(np.float32), others.astype(np.float32))
    np.testing.assert_allclose(answers, expected[:, 0], rtol=1e-3, atol=1e-4)


def test_classifiers_make_nothing():
    layer = Layer("x", "InputLayer", {"shape": [784]}, ((),))
    only = Architecture("net", (layer,), (Port("x"),), (Port("x"),))
    way = Preprocessing("0–1", (784,), (28, 28))
    net = NetworkSnapshot(Network(only, way, "classifier"), {}, (28, 28))
    assert find_picture_maker(net) is None
    assert find_comparer(net) is None


def test_walks_and_spreads():
    ends = np.array([0.0, 2.0], np.float32), np.array([1.0, 0.0], np.float32)
    np.testing.assert_allclose(walk(*ends, 3), [[0, 2], [0.5, 1], [1, 0]])
    mean, spread = tell_spread(np.array([[1.0, 5.0], [3.0, 5.0]], np.float32))
    np.testing.assert_allclose(mean, [2, 5])
    np.testing.assert_allclose(spread, [1, 1])  # a number that never changes spreads by 1
