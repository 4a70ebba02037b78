"""Nets that say something of each place, and nets that measure: neither are classifiers."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.network import Network, why_no_pictures
from ffstudio.core.describe.places import count_places, has_skip
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.describe.roles import find_roles, say_role, tell_role
from ffstudio.core.look.network_snapshot import NetworkSnapshot

MSE, CROSS = {"loss": "mse"}, {"loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]}
BINARY = {"loss": "binary_crossentropy", "metrics": ["accuracy"]}


def layer(kind, name, *fed, **settings):
    calls = ((*(Port(one) for one in fed),),) if fed else ()
    return Layer(name, kind, check_settings(kind, settings), calls)


def conv(filters, activation="softmax", name="mark", **more):
    settings = {"filters": filters, "kernel_size": 1, "activation": activation, **more}
    return layer("Conv2D", name, **settings)


def dense(units, activation="linear", name="end"):
    return layer("Dense", name, units=units, activation=activation)


def laid_out(*shape):
    units = math.prod(shape)
    return [
        layer("Flatten", "flat"),
        dense(units, name="all"),
        layer("Reshape", "lay", target_shape=list(shape)),
    ]


SOFT = layer("Softmax", "shares")


@pytest.mark.parametrize(
    ("shape", "layers", "training"),
    [
        ((28, 28, 1), [conv(10)], CROSS),
        ((28, 28, 1), [conv(10)], {}),
        ((128, 128, 3), [conv(3)], CROSS),  # as large as the picture: no autoencoder
        ((128, 128, 3), [conv(3, "linear")], CROSS),
        ((128, 128, 3), [conv(21)], CROSS),
        ((28, 28, 1), [conv(10, "sigmoid")], BINARY),
        ((None, None, 3), [conv(21)], {"loss": "categorical_crossentropy"}),
        ((64, 64, 1), [*laid_out(5, 10), SOFT], CROSS),
        ((32, 128, 1), [*laid_out(31, 63), SOFT], {}),
        ((28, 28), [dense(10, "softmax")], CROSS),
        ((20, 20), [dense(17, "softmax")], CROSS),
        ((28, 28), [dense(28, "softmax")], CROSS),
    ],
)
def test_what_labels_places_is_no_classifier(shape, layers, training):
    assert find_roles(chain("net", layers, shape), training, "x.h5") == ("network",)


@pytest.mark.parametrize(
    ("shape", "layers", "training", "role"),
    [
        ((28, 28, 1), [conv(10, kernel_size=28)], CROSS, "classifier"),  # one place
        ((28, 28, 1), [conv(1, "sigmoid")], BINARY, "autoencoder"),
        ((28, 28, 3), [conv(3, "sigmoid")], CROSS, "autoencoder"),
        ((28, 28, 1), [conv(8, "relu", strides=4)], {}, "encoder"),
        ((28, 28, 1), [conv(8, "linear", strides=4, name="latent")], MSE, "encoder"),
    ],
)
def test_their_neighbours_are_what_they_were(shape, layers, training, role):
    assert tell_role(chain("net", layers, shape), training, "x.h5") == role


def test_a_grid_of_what_is_found_may_be_a_code():
    yolo = chain("net", laid_out(7, 7, 30), (64, 64, 3))
    assert find_roles(yolo, MSE, "x.h5") == ("network", "encoder")
    assert "choose encoder" in say_role(("network", "encoder"), 1470)


def unet(join="Concatenate", pool=True, name="net", side=64, skip=True):
    down = (
        layer("MaxPooling2D", "pool", "fine")
        if pool
        else conv(4, "relu", name="pool", strides=2, padding="same")
    )
    down = Layer("pool", down.kind, down.settings, ((Port("fine"),),))
    up = {"filters": 4, "kernel_size": 2, "strides": 2}
    kernel = {"kernel_size": 3, "padding": "same"}
    return Architecture(
        name,
        (
            Layer(
                "given",
                "InputLayer",
                check_settings("InputLayer", {"shape": [side, side, 1]}),
                ((),),
            ),
            layer("Conv2D", "fine", "given", filters=4, **kernel),
            down,
            layer("Conv2DTranspose", "up", "pool", **up),
            layer(join, "join", "fine" if skip else "up", "up"),
            layer("Conv2D", "end", "join", filters=1, kernel_size=1, activation="sigmoid"),
        ),
        (Port("given"),),
        (Port("end"),),
    )


@pytest.mark.parametrize(
    ("network", "training", "title", "roles"),
    [
        (unet(), BINARY, "x.h5", ("network", "autoencoder")),
        (unet("Add"), BINARY, "x.h5", ("network", "autoencoder")),
        (unet(pool=False), BINARY, "x.h5", ("network", "autoencoder")),
        (unet(side=None), BINARY, "x.h5", ("network",)),
        (unet(skip=False), BINARY, "x.h5", ("autoencoder",)),
        (unet(), BINARY, "unet_64.h5", ("network",)),
        (unet(skip=False), BINARY, "my_u-net.h5", ("network",)),
        (unet(skip=False), BINARY, "seg_model.keras", ("network",)),
        (unet(skip=False), BINARY, "mask.keras", ("network",)),
        (unet(skip=False), {"loss": "dice_loss"}, "x.h5", ("network",)),
        (unet(skip=False), {**BINARY, "metrics": ["binary_io_u"]}, "x.h5", ("network",)),
        (unet(skip=False, name="attention_unet"), BINARY, "x.h5", ("network",)),
        (unet(skip=False), BINARY, "gru_net.h5", ("autoencoder",)),
        (unet(), MSE, "denoising_autoencoder.h5", ("autoencoder", "network")),
        (unet(skip=False), MSE, "masked_autoencoder.h5", ("autoencoder",)),
    ],
)
def test_a_mask_as_large_as_its_picture_is_told_from_an_autoencoder(
    network, training, title, roles
):
    found = find_roles(network, training, title)
    assert found == roles
    assert bool(say_role(found, 4096)) == (len(found) > 1)


def test_a_skip_within_a_network_is_seen():
    inside = Layer("net", "Model", {}, ((Port("given"),),), unet())
    given = Layer(
        "given", "InputLayer", check_settings("InputLayer", {"shape": [64, 64, 1]}), ((),)
    )
    assert has_skip(Architecture("all", (given, inside), (Port("given"),), (Port("net"),)))


def test_places_are_counted():
    shapes = [(10,), (1, 1, 10), (5, 10), (28, 28, 3), (None, 10)]
    assert [count_places(shape) for shape in shapes] == [1, 1, 5, 784, 2]


def test_a_mask_of_classes_is_shown_as_the_likeliest_class():
    network = chain("net", [conv(3)], (28, 28, 1))
    way = Preprocessing("0–1", (28, 28, 1), (28, 28))
    kernel = np.array([[[[0.0, 1.0, 2.5]]]], np.float32)
    bias = np.array([0.0, -0.2, -1.2], np.float32)  # of 0, 0.5 and 1 the first, second, third
    seen = NetworkSnapshot(Network(network, way, "network"), {"mark": (kernel, bias)}, (28, 28))
    x = np.zeros((1, 784), np.float32)
    x[0, :3] = [0.0, 0.5, 1.0]
    np.testing.assert_array_equal(seen.maps(x)[1][0, 0, :4], [0, 1, 2, 0])
    assert seen.num_marked == 3


# --- several measured values --------------------------------------------------------------


MAE = {"loss": "mse", "metrics": ["mae"]}


@pytest.mark.parametrize(
    ("shape", "units", "last", "training", "title", "roles"),
    [
        ((8,), 3, "linear", MAE, "x.h5", ("regression",)),
        ((4,), 2, "linear", MSE, "x.h5", ("regression", "classifier")),
        ((24,), 12, "linear", {"loss": "mae"}, "x.h5", ("regression",)),
        ((24,), 12, "linear", {"loss": "log_cosh"}, "x.h5", ("regression",)),
        ((84, 84, 4), 6, "linear", {"loss": "huber"}, "x.h5", ("regression", "encoder", "classifier")),
        ((96, 96, 1), 30, "linear", MAE, "x.h5", ("regression", "encoder", "classifier")),
        ((96, 96, 1), 30, "linear", MSE, "x.h5", ("encoder", "classifier", "regression")),
        ((96, 96, 1), 30, "linear", MSE, "facial_keypoints.h5", ("regression",)),
        ((64, 64, 3), 4, "sigmoid", MSE, "bbox.h5", ("regression",)),
        ((64, 64, 3), 4, "sigmoid", MSE, "x.h5", ("encoder", "classifier", "regression")),
        # One hot labels of digits by such a loss are a habit.
        ((784,), 10, "linear", MSE, "x.h5", ("encoder", "classifier", "regression")),
        ((784,), 10, "relu", {**MSE, "metrics": ["accuracy"]}, "x.h5",
         ("encoder", "classifier", "regression")),
        ((784,), 10, "sigmoid", {**MSE, "metrics": ["accuracy"]}, "x.h5", ("classifier",)),
        ((784,), 10, "softmax", MSE, "x.h5", ("classifier",)),
        ((784,), 10, "softmax", {"loss": "kl_divergence"}, "x.h5", ("classifier",)),
        ((4,), 3, "sigmoid", MSE, "x.h5", ("classifier", "regression")),
        ((4,), 3, "softmax", MSE, "x.h5", ("classifier",)),
        ((4,), 3, "linear", {}, "x.h5", ("classifier", "regression")),
        ((8,), 3, "tanh", {}, "x.h5", ("regression", "classifier")),
        ((42,), 26, "linear", {}, "landmark_classifier.h5", ("classifier", "regression")),
    ],
)  # fmt: skip
def test_several_measured_values(shape, units, last, training, title, roles):
    layers = [layer("Flatten", "flat"), dense(units, last)]
    found = find_roles(chain("net", layers, shape), training, title)
    assert found == roles
    said = say_role(found, units)
    assert bool(said) == (len(found) > 1)
    for role in found[1:]:
        assert f"choose {role} in the model card" in said


# --- several ends, several inputs ---------------------------------------------------------


def given(name, *shape):
    return Layer(name, "InputLayer", check_settings("InputLayer", {"shape": list(shape)}), ((),))


def two_ends(activation="linear"):
    ends = [layer("Dense", name, "hidden", units=10, activation=activation) for name in ("a", "b")]
    return Architecture(
        "net",
        (given("x", 784), layer("Dense", "hidden", "x", units=16), *ends),
        (Port("x"),),
        (Port("a"), Port("b")),
    )


@pytest.mark.parametrize(
    ("network", "training", "title", "roles"),
    [
        (two_ends(), {}, "vae_encoder.h5", ("encoder",)),
        (two_ends(), {}, "x.h5", ("encoder", "network")),
        (two_ends(), MSE, "x.h5", ("network",)),
        (two_ends("softmax"), {}, "x.h5", ("network",)),
    ],
)
def test_two_ends_may_be_mean_and_spread_of_a_code(network, training, title, roles):
    found = find_roles(network, training, title)
    assert found == roles
    assert bool(say_role(found, 10)) == (len(found) > 1)


@pytest.mark.parametrize(
    ("units", "activation", "role"),
    [(784, "tanh", "generator"), (784, "sigmoid", "generator"), (784, "relu", "network"),
     (1, "sigmoid", "network")],
)  # fmt: skip
def test_noise_and_a_label_make_a_picture_laid_flat(units, activation, role):
    network = Architecture(
        "net",
        (
            given("noise", 100),
            given("label", 10),
            layer("Concatenate", "join", "noise", "label"),
            layer("Dense", "end", "join", units=units, activation=activation),
        ),
        (Port("noise"), Port("label")),
        (Port("end"),),
    )
    assert tell_role(network, {}, "g_epoch_40.keras") == role


def test_what_takes_categories_takes_no_picture():
    encoding = layer("CategoryEncoding", "marks", num_tokens=10, output_mode="one_hot")
    network = chain("net", [encoding, dense(3)], (1,))
    assert "whole numbers" in why_no_pictures(network)
