"""What a net is made for, by loss, last activation and names; what its outputs are called."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain
from ffstudio.core.describe.cards import OPENS, WHOLE, Card, describe_answer
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.network import Network, why_no_pictures
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.describe.roles import (
    find_roles,
    maps_pictures,
    name_outputs,
    say_role,
    suggest_scale,
    tell_role,
)
from ffstudio.core.images.matching import match_classes
from ffstudio.core.look.network_snapshot import NetworkSnapshot


def dense(units, activation="relu", name="dense"):
    return Layer(name, "Dense", check_settings("Dense", {"units": units, "activation": activation}))


def net(shape, *layers, name="net"):
    numbered = [
        Layer(x.name if x.name != "dense" else f"dense_{i}", x.kind, x.settings)
        for i, x in enumerate(layers)
    ]
    return chain(name, numbered, shape)


MSE, CROSS = {"loss": "mean_squared_error"}, {"loss": "categorical_crossentropy"}


@pytest.mark.parametrize(
    ("shape", "units", "last", "training", "title", "role"),
    [
        ((784,), 10, "softmax", {}, "mnist.h5", "classifier"),
        ((784,), 10, "linear", {}, "mnist.h5", "classifier"),
        ((784,), 10, "linear", CROSS, "encoder.h5", "classifier"),
        ((784,), 10, "sigmoid", {**MSE, "metrics": ["accuracy"]}, "mnist.h5", "classifier"),
        ((784,), 10, "softmax", MSE, "mnist.h5", "classifier"),
        ((784,), 10, "relu", {**MSE, "metrics": ["accuracy"]}, "x.h5", "encoder"),
        ((784,), 10, "linear", MSE, "x.h5", "encoder"),
        ((784,), 10, "linear", {}, "my_encoder.h5", "encoder"),
        ((784,), 10, "softmax", {}, "mnist_encoder_weights.h5", "encoder"),
        ((784,), 10, "softmax", {}, "autoencoder.h5", "classifier"),
        ((784,), 2, "linear", {}, "x.h5", "encoder"),
        ((784,), 5, "linear", {}, "x.h5", "classifier"),
        ((784,), 43, "linear", {}, "x.h5", "classifier"),
        ((784,), 5, "linear", {}, "encoder.h5", "encoder"),
        ((784,), 32, "linear", {}, "x.h5", "encoder"),
        ((784,), 32, "sigmoid", MSE, "x.h5", "encoder"),
        ((784,), 26, "softmax", {}, "x.h5", "classifier"),
        ((784,), 784, "sigmoid", MSE, "x.h5", "autoencoder"),
        ((32,), 784, "sigmoid", {}, "x.h5", "decoder"),
        ((100,), 784, "tanh", {}, "x.h5", "generator"),
        ((100,), 784, "sigmoid", {}, "generator_epoch_30.h5", "generator"),
        ((100,), 784, "tanh", {}, "decoder.h5", "decoder"),
        ((784,), 1, "sigmoid", {}, "discriminator.h5", "discriminator"),
        ((784,), 1, "linear", {}, "x.h5", "regression"),
        ((784,), 1, "linear", {"loss": "binary_crossentropy"}, "cats.h5", "network"),
        ((784,), 10, "linear", {}, "conv_enc.h5", "encoder"),
        ((10,), 784, "tanh", {}, "dec-3.h5", "decoder"),
    ],
)
def test_roles(shape, units, last, training, title, role):
    network = net(shape, dense(64), dense(units, last))
    assert tell_role(network, training, title) == role


@pytest.mark.parametrize(
    ("layers", "roles"),
    [
        ([dense(64), dense(2, "linear", "logits")], ("classifier", "encoder")),
        ([dense(64), dense(16, "linear", "predictions")], ("classifier", "encoder")),
        ([dense(64), dense(16, "linear", "fc")], ("classifier", "encoder")),
        ([dense(64), dense(5, "linear", "z_mean")], ("encoder", "classifier")),
        (
            [Layer("drop", "Dropout", check_settings("Dropout", {})), dense(2, "linear")],
            ("classifier", "encoder"),
        ),
        ([dense(64), dense(5, "relu")], ("encoder", "classifier")),
        ([dense(64), dense(5, "softmax")], ("classifier",)),
        ([dense(64), dense(1, "linear")], ("regression",)),
    ],
)
def test_where_a_file_does_not_say_both_roles_are_offered(layers, roles):
    network = net((28, 28), Layer("flat", "Flatten", check_settings("Flatten", {})), *layers)
    assert find_roles(network, {}) == roles
    few = network.layers[-1].settings["units"]
    assert bool(say_role(roles, few)) == (len(roles) > 1)
    chosen = Card("x.h5", 0, WHOLE, OPENS, chosen_role=roles[-1])
    card = describe_answer(chosen, network)
    assert card.role == roles[-1] and not card.unsaid_role
    assert card.roles == tuple(sorted(roles))
    assert Card.from_dict(card.to_dict()) == card


def test_bare_weights_of_short_codes_may_be_codes():
    def roles(units):
        return find_roles(net((784,), dense(64), dense(units, "softmax")), {}, "w.h5", True)

    assert roles(10) == ("classifier",)
    assert roles(2) == ("classifier", "encoder")
    assert roles(32) == ("encoder", "classifier")


def test_numbers_that_become_a_picture_and_are_judged_take_no_picture():
    shape = check_settings("Reshape", {"target_shape": [28, 28, 1]})
    flat = Layer("flat", "Flatten", check_settings("Flatten", {}))
    gan = net((100,), dense(784), Layer("paint", "Reshape", shape), flat, dense(1, "sigmoid"))
    assert "takes 100 numbers" in why_no_pictures(gan)
    logits = net((100,), dense(784), Layer("paint", "Reshape", shape), flat, dense(1, "linear"))
    assert tell_role(gan, {}) == tell_role(logits, {}) == "network"  # no regression
    digits = net((784,), Layer("paint", "Reshape", shape), flat, dense(1, "sigmoid"))
    assert not why_no_pictures(digits)


@pytest.mark.parametrize(
    ("given", "channels", "is_map"),
    [
        ((28, 28, 3), 1, True),
        ((28, 28, 1), 3, True),
        ((28, 28, 16), 1, False),
        ((7, 7, 1), 1, False),
    ],
)
def test_a_picture_of_a_picture_is_told_from_a_decoder(given, channels, is_map):
    settings = {"filters": channels, "kernel_size": 2, "strides": 2}
    grown = Layer("grow", "Conv2DTranspose", check_settings("Conv2DTranspose", settings))
    network = net(given, grown)
    assert maps_pictures(network) is is_map
    if is_map:
        assert tell_role(network, MSE, "x.h5") == "network"
        assert tell_role(network, MSE, "decoder.h5") == "decoder"
        rng = np.random.default_rng(0)
        kernel = rng.normal(size=(2, 2, channels, given[-1])).astype(np.float32)
        weights = {"grow": (kernel, np.zeros(channels, np.float32))}
        way = Preprocessing("0–1", given, given[:2])
        seen = NetworkSnapshot(Network(network, way, "network"), weights, (28, 28))
        x = rng.random((2, 784), dtype=np.float32)
        before, after = seen.maps(x)
        assert before.shape == (2, 28, 28) and after.shape == (2, 56, 56)
        np.testing.assert_allclose(before.reshape(2, -1), x, atol=1e-6)
        # One pixel becomes a square: each of its places is the pixel times the kernel there.
        weight = kernel[1, 0].mean(axis=0).sum()
        np.testing.assert_allclose(after[:, 1::2, ::2], before * weight, rtol=1e-4, atol=1e-5)


def test_a_net_with_noise_and_label_that_makes_pictures_is_a_generator():
    def given(name, shape):
        return Layer(name, "InputLayer", check_settings("InputLayer", {"shape": shape}))

    join = check_settings("Concatenate", {"axis": -1})
    shape = check_settings("Reshape", {"target_shape": [28, 28, 1]})
    made = Architecture(
        "net",
        (
            given("noise", [10]),
            given("label", [1]),
            Layer("join", "Concatenate", join, ((Port("noise"), Port("label")),)),
            Layer("paint", "Dense", dense(784).settings, ((Port("join"),),)),
            Layer("picture", "Reshape", shape, ((Port("paint"),),)),
        ),
        (Port("noise"), Port("label")),
        (Port("picture"),),
    )
    assert tell_role(made, {}) == "generator"


def test_noise_of_a_hundred_numbers_is_no_picture_of_ten_by_ten():
    network = net((100,), dense(784, "tanh"))
    assert "takes 100 numbers, not a picture" in why_no_pictures(network, "generator")
    assert not why_no_pictures(net((100,), dense(10)), "classifier")


@pytest.mark.parametrize(
    ("count", "first", "last"),
    [
        (26, "A", "Z"),
        (27, "–", "Z"),
        (36, "0", "Z"),
        (47, "0", "t"),
        (62, "0", "z"),
        (52, "A", "z"),
    ],
)
def test_letters_are_called_by_their_names(count, first, last):
    names, what = name_outputs(count)
    assert len(names) == len(set(names)) == count
    assert (names[0], names[-1]) == (first, last)
    assert what
    names, what = name_outputs(37)
    assert (len(names), names[0], names[-1], what) == (37, "output 0", "output 36", "")
    assert not match_classes(tuple("0123456789"), names), "no digits are judged by them"


def test_its_own_layers_tell_the_scale_of_images():
    scaled = Layer("scale", "Rescaling", check_settings("Rescaling", {"scale": 1 / 255}))
    assert suggest_scale(net((28, 28, 1), scaled))[0] == "0–255"
    assert suggest_scale(net((784,), dense(26)))[0] == "0–1"
    assert suggest_scale(net((784,), dense(784, "tanh")))[0] == "−1…1"
