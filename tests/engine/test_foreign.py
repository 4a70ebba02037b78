"""Strangers' models rebuilt: they predict what they predicted in their own Keras."""

from __future__ import annotations

import itertools
import json
import os
import tracemalloc
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.describe.cards import rows_of
from ffstudio.core.errors import ModelFileError
from ffstudio.engine.strangers import build as foreign
from ffstudio.engine.strangers.opened import take_up
from ffstudio.engine.strangers.optimizers import revive_optimizer
from ffstudio.files.foreign.examine import examine_here
from ffstudio.files.formats import numpy_cnn
from tests.files.legacy import (
    as_theano,
    conv_1,
    dense_1,
    layer_1,
    rows_first_channels,
    write_model,
    write_numpy_cnn,
    write_weights,
)
from tests.marks import THOROUGH, choose_cases

CORPUS = Path(os.environ.get("FFSTUDIO_CORPUS") or Path(__file__).parents[3] / "shared/h5-corpus")

pytestmark = pytest.mark.filterwarnings("ignore")


def randomised(model, seed=0):
    """A model whose weights, biases and moving means too, are all of use."""
    rng = np.random.default_rng(seed)
    for weight in model.weights:
        value = rng.normal(size=weight.shape) * 0.3
        weight.assign(np.abs(value) + 0.5 if "variance" in weight.path else value)
    return model


def inputs_of(model, count=3, seed=1):
    rng = np.random.default_rng(seed)
    given = [rng.uniform(-1, 1, size=(count, *x.shape[1:])).astype("float32") for x in model.inputs]
    return given[0] if len(given) == 1 else given


def sequential(shape, *parts):
    return keras.Sequential([keras.Input(shape), *parts])


def residual():
    x = keras.Input((8, 8, 2))
    y = layers.Conv2D(4, 3, padding="same", activation="relu")(x)
    z = layers.Conv2D(4, 1)(x)
    y = layers.Add()([y, z])
    y = layers.Concatenate()([y, layers.Multiply()([y, z]), layers.Average()([y, z])])
    y = layers.Subtract()([y, layers.Maximum()([y, y * 2.0])])
    return keras.Model(x, layers.GlobalAveragePooling2D()(y))


def shared():
    x = keras.Input((6,))
    twice = layers.Dense(6, "tanh")
    return keras.Model(x, layers.Dense(3, "softmax")(twice(twice(x))))


def two_inputs():
    a, b = keras.Input((5,)), keras.Input((4,))
    joined = layers.Concatenate()([layers.Dense(3)(a), layers.Dense(3)(b)])
    return keras.Model([a, b], layers.Dense(2, "softmax")(joined))


def nested():
    inner = keras.Sequential(
        [keras.Input((8, 8, 1)), layers.Conv2D(3, 3), layers.BatchNormalization(), layers.Flatten()]
    )
    head = keras.Sequential([keras.Input((108,)), layers.Dense(4, "relu"), layers.Dense(2)])
    x = keras.Input((8, 8, 1))
    return keras.Model(x, head(inner(x)))


def frozen_nested():
    model = nested()
    model.layers[1].trainable = False
    return model


def scaled():
    x = keras.Input((4, 4, 1))
    return keras.Model(x, layers.Dense(3)(layers.Flatten()(x / 255.0 - 0.5)))


def attention():
    x = keras.Input((6, 4))
    y = layers.Dense(5)(x)
    heads = layers.MultiHeadAttention(2, 3)(y, x)
    named = layers.MultiHeadAttention(1, 4, value_dim=2, output_shape=5, use_bias=False)(
        query=y, value=x, key=y
    )
    plain = layers.Attention(use_scale=True)([y, y])
    pairs = layers.Attention(score_mode="concat")([y, y, y])
    return keras.Model(
        x, layers.Add()([heads, named, plain, pairs, layers.AdditiveAttention()([y, y])])
    )


MODELS = {
    "dense": lambda: sequential((16,), layers.Dense(8, "relu"), layers.Dropout(0.3), layers.Dense(3, "softmax")),
    "conv": lambda: sequential(
        (12, 12, 1), layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(),
        layers.BatchNormalization(), layers.Conv2D(5, 3, padding="same", dilation_rate=2),
        layers.ReLU(max_value=2.0, negative_slope=0.1), layers.AveragePooling2D(2, padding="same"),
        layers.Flatten(), layers.Dense(3, "softmax"),
    ),
    "separable": lambda: sequential(
        (9, 9, 2), layers.SeparableConv2D(4, 3, strides=2), layers.DepthwiseConv2D(2, depth_multiplier=2),
        layers.LeakyReLU(negative_slope=0.05), layers.Conv2D(4, 1, groups=2), layers.PReLU(shared_axes=[1, 2]),
        layers.GlobalMaxPooling2D(), layers.LayerNormalization(), layers.Dense(2),
    ),
    "groups": lambda: sequential(
        (8, 8, 2), layers.Conv2D(6, 3), layers.GroupNormalization(3), layers.Flatten(), layers.Dense(2),
    ),
    "cells": lambda: sequential(
        (5, 4), layers.RNN(layers.LSTMCell(3), return_sequences=True), layers.RNN(layers.GRUCell(3), return_sequences=True),
        layers.RNN(layers.SimpleRNNCell(2)), layers.Dense(2),
    ),
    "decoder": lambda: sequential(
        (10,), layers.Dense(48, layers.LeakyReLU(negative_slope=0.1)), layers.Reshape((4, 4, 3)),
        layers.Conv2DTranspose(4, 3, strides=2, padding="same"), layers.ELU(), layers.UpSampling2D(),
        layers.ZeroPadding2D(((1, 2), (0, 1))), layers.Cropping2D(1), layers.Conv2D(1, 3, activation="sigmoid"),
    ),
    "transpose": lambda: sequential(
        (5, 5, 2), layers.Conv2DTranspose(3, 2, strides=2, output_padding=1), layers.Permute((2, 1, 3)),
        layers.Conv2DTranspose(2, 4), layers.GaussianNoise(0.1), layers.SpatialDropout2D(0.1), layers.Softmax(),
    ),
    "rows": lambda: sequential(
        (7, 5), layers.LSTM(4, return_sequences=True), layers.Bidirectional(layers.GRU(3, return_sequences=True)),
        layers.TimeDistributed(layers.Dense(4, "gelu")), layers.SimpleRNN(5, go_backwards=True), layers.Dense(2, "softmax"),
    ),
    "gates": lambda: sequential(
        (7, 5), layers.Bidirectional(layers.LSTM(4, return_sequences=True), merge_mode="sum"),
        layers.GRU(4, reset_after=False), layers.RepeatVector(3), layers.Flatten(), layers.Dense(2),
    ),
    "line": lambda: sequential(
        (20, 3), layers.Conv1D(4, 3, padding="causal"), layers.MaxPooling1D(), layers.ZeroPadding1D(1),
        layers.SeparableConv1D(4, 3), layers.UpSampling1D(), layers.Cropping1D(1), layers.GlobalAveragePooling1D(),
        layers.Dense(3, kernel_regularizer="l2"),
    ),
    "volume": lambda: sequential(
        (6, 6, 6, 1), layers.Conv3D(2, 3), layers.MaxPooling3D(), layers.Flatten(), layers.Dense(2)
    ),
    "film": lambda: sequential(
        (4, 6, 6, 1), layers.ConvLSTM2D(2, 3, padding="same", return_sequences=True), layers.ConvLSTM2D(2, 3),
        layers.Flatten(), layers.Dense(2),
    ),
    "words": lambda: sequential((6,), layers.Embedding(9, 4), layers.Flatten(), layers.Dense(2)),
    "pictures": lambda: sequential(
        (8, 8, 1), layers.Rescaling(1 / 255, offset=-0.5), layers.RandomRotation(0.1), layers.Resizing(6, 6),
        layers.Flatten(), layers.Dense(3, "softmax"), layers.Activation("softmax"),
    ),
    "residual": residual,
    "shared": shared,
    "two inputs": two_inputs,
    "attention": attention,
    "nested": nested,
    "frozen nested": frozen_nested,
    "scaled": scaled,
}  # fmt: skip


def saved(model, folder, way):
    """Saves a model in one of Keras 3's three layouts."""
    if way == ".weights.h5":
        (folder / "net.json").write_text(model.to_json())
        path = folder / "net.weights.h5"
        model.save_weights(path)
        return path
    path = folder / f"net{way}"
    model.save(path)
    return path


# Bare weights lie as they do in a .keras file.
@pytest.mark.parametrize("way", choose_cases([".h5", ".keras", ".weights.h5"], ".h5", ".keras"))
@pytest.mark.parametrize("name", MODELS)
def test_what_keras_3_saves_predicts_the_same(tmp_path, name, way):
    model = randomised(MODELS[name]())
    contents = examine_here(saved(model, tmp_path, way))
    assert contents.card.refused == ()
    (candidate,) = contents.candidates
    again = foreign.build(candidate.network, candidate.weights)
    x = np.abs(inputs_of(model)).round() * 3 if name == "words" else inputs_of(model)
    np.testing.assert_allclose(
        np.asarray(again(x)), np.asarray(model(x, training=False)), rtol=1e-4, atol=1e-5
    )
    assert contents.card.parameters == again.count_params() == model.count_params()
    json.dumps(contents.card.to_dict())
    rebuilt = Architecture.from_dict(json.loads(json.dumps(candidate.network.to_dict())))
    assert rebuilt == candidate.network


def built(path):
    contents = examine_here(path)
    assert contents.card.refused == ()
    candidate = contents.candidates[0]
    return foreign.build(candidate.network, candidate.weights), contents


def arrays(model):
    return [(x.name, [np.asarray(w) for w in x.weights]) for x in model.layers]


# --- older Keras, written by hand -------------------------------------------------------


def digit_net():
    """A small convolutional net and its arrays, as today's Keras has them."""
    model = randomised(
        sequential(
            (10, 12, 3), layers.Conv2D(4, (3, 5), activation="relu"), layers.MaxPooling2D(),
            layers.Flatten(), layers.Dense(6, "tanh"), layers.Dense(3, "softmax"),
        )
    )  # fmt: skip
    return model, [np.asarray(w) for w in model.weights]


def old_net(path, weights, ordering, backend, version="1.2.2"):
    """The same net as Keras 1 wrote it, with TensorFlow's or Theano's axes."""
    kernel, bias, k1, b1, k2, b2 = weights
    first = ordering == "th"
    config = {
        "class_name": "Sequential",
        "config": [
            conv_1("convolution2d_1", kernel, ordering, activation="relu",
                   batch_input_shape=[None, 3, 10, 12] if first else [None, 10, 12, 3]),
            layer_1("MaxPooling2D", "maxpooling2d_1", pool_size=[2, 2], strides=[2, 2],
                    border_mode="valid", dim_ordering=ordering),
            layer_1("Dropout", "dropout_1", p=0.25),
            layer_1("Flatten", "flatten_1"),
            dense_1("dense_1", 6, "tanh", input_dim=64),
            dense_1("dense_2", 3, "softmax", input_dim=6),
        ],
    }  # fmt: skip
    if first:
        kernel = as_theano(kernel, backend == "theano")
        k1 = rows_first_channels(k1, (4, 4, 4))
    named = [
        ("convolution2d_1", [("convolution2d_1_W:0", kernel), ("convolution2d_1_b:0", bias)]),
        ("maxpooling2d_1", []),
        ("dropout_1", []),
        ("flatten_1", []),
        ("dense_1", [("dense_1_W:0", k1), ("dense_1_b:0", b1)]),
        ("dense_2", [("dense_2_W:0", k2), ("dense_2_b:0", b2)]),
    ]
    return write_model(path, config, named, version, backend)


@pytest.mark.parametrize(
    ("ordering", "backend"),
    [("tf", None), ("tf", "tensorflow"), ("th", "theano"), ("th", "tensorflow")],
)
def test_keras_1_in_either_order_of_axes_predicts_the_same(tmp_path, ordering, backend):
    model, weights = digit_net()
    again, contents = built(old_net(tmp_path / "old.h5", weights, ordering, backend))
    x = inputs_of(model)
    np.testing.assert_allclose(again(x), model(x), rtol=1e-4, atol=1e-5)
    assert contents.card.writer == "Keras 1.2.2"
    assert any("Keras 1's names" in line for line in contents.card.migrated)
    assert any("mirrored" in line for line in contents.card.migrated) == (backend == "theano")
    assert again.layers[-1].kernel_regularizer.l2 == pytest.approx(0.01)


def test_kernels_of_an_unnamed_backend_are_offered_both_ways(tmp_path):
    model, weights = digit_net()
    x = inputs_of(model)
    kernel = np.asarray(weights[0])
    for mirrored, which in ((False, 0), (True, 1)):
        given = [kernel[::-1, ::-1] if mirrored else kernel, *weights[1:]]
        contents = examine_here(old_net(tmp_path / "old.h5", given, "th", None, version="1.1.0"))
        assert len(contents.candidates) == 2
        assert contents.card.status == "opens partly"
        candidate = contents.candidates[which]
        again = foreign.build(candidate.network, candidate.weights)
        np.testing.assert_allclose(again(x), model(x), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("ordering", ["tf", "th"])
def test_locally_connected_layers_of_old_keras(tmp_path, ordering):
    """Against a loop over the places; patches of Theano's order have their channels first."""
    rng = np.random.default_rng(2)
    kernel = rng.normal(size=(4 * 7, 3 * 2 * 2, 3)).astype("float32")
    bias = rng.normal(size=(4, 7, 3)).astype("float32")
    first = ordering == "th"
    x = rng.normal(size=(5, 9, 8, 2)).astype("float32")
    expected = np.zeros((5, 4, 7, 3), "float32")
    for i, j in itertools.product(range(4), range(7)):
        patch = x[:, 2 * i : 2 * i + 3, j : j + 2]
        patch = (patch.transpose(0, 3, 1, 2) if first else patch).reshape(5, -1)
        expected[:, i, j] = np.maximum(patch @ kernel[7 * i + j] + bias[i, j], 0)
    local = layer_1(
        "LocallyConnected2D", "local", nb_filter=3, nb_row=3, nb_col=2, subsample=[2, 1],
        border_mode="valid", dim_ordering=ordering, activation="relu", bias=True,
        batch_input_shape=[None, 2, 9, 8] if first else [None, 9, 8, 2],
    )  # fmt: skip
    config = {"class_name": "Sequential", "config": [local]}
    named = [("local", [("local_W:0", kernel), ("local_b:0", bias)])]
    path = write_model(tmp_path / "old.h5", config, named, "1.2.2", "tensorflow")
    again, contents = built(path)
    np.testing.assert_allclose(again(x), expected, rtol=1e-4, atol=1e-5)
    assert contents.card.parameters == kernel.size + bias.size
    again.save(tmp_path / "new.keras")
    once_more, _ = built(tmp_path / "new.keras")
    np.testing.assert_allclose(once_more(x), expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("flatten", [None, "channels_last", "channels_first"])
def test_keras_2_channels_first_runs_with_channels_last(tmp_path, flatten):
    """Keras 2.2 and later flatten channels-first images as if their channels were last."""
    model, (kernel, bias, k1, b1, k2, b2) = digit_net()

    def entry(kind, name, **settings):
        return {"class_name": kind, "config": {"name": name, "trainable": True, **settings}}

    first = {"data_format": "channels_first"}
    more = {} if flatten is None else {"data_format": flatten}
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "sequential_1",
            "layers": [
                entry("Conv2D", "conv", filters=4, kernel_size=[3, 5], activation="relu",
                      batch_input_shape=[None, 3, 10, 12], **first),
                entry("MaxPooling2D", "pool", pool_size=[2, 2], strides=[2, 2], **first),
                entry("Flatten", "flat", **more),
                entry("Dense", "one", units=6, activation="tanh"),
                entry("Dense", "two", units=3, activation="softmax"),
            ],
        },
    }  # fmt: skip
    if flatten != "channels_first":
        k1 = rows_first_channels(k1, (4, 4, 4))
    named = [
        ("conv", [("conv/kernel:0", kernel), ("conv/bias:0", bias)]),
        ("one", [("one/kernel:0", k1), ("one/bias:0", b1)]),
        ("two", [("two/kernel:0", k2), ("two/bias:0", b2)]),
    ]
    again, contents = built(
        write_model(tmp_path / "first.h5", config, named, "2.2.4", "tensorflow")
    )
    x = inputs_of(model)
    np.testing.assert_allclose(again(x), model(x), rtol=1e-4, atol=1e-5)
    assert contents.card.input_shapes == ((10, 12, 3),)
    assert any("channels first" in line for line in contents.card.migrated)


def branching_channels_first():
    """A functional net whose axes matter in many places, and its channels-first twin's config."""
    x = keras.Input((6, 8, 2), name="x")
    a = layers.Conv2D(3, 3, padding="same", name="a")(x)
    b = layers.BatchNormalization(name="b")(a)
    c = layers.PReLU(name="c")(b)
    d = layers.Concatenate(name="d")([c, a])
    e = layers.Activation("softmax", name="e")(layers.Conv2D(2, 1, name="e0")(d))
    f = layers.Permute((3, 1, 2), name="f")(e)
    h = layers.Dense(4, name="h")(f)
    i = layers.GlobalAveragePooling2D(name="i")(d)
    j = layers.Concatenate(name="j")([layers.Flatten(name="g")(h), i])
    return randomised(keras.Model(x, layers.Dense(3, name="k")(j)))


def test_axes_follow_the_channels_through_branches(tmp_path):
    model = branching_channels_first()
    first = {"data_format": "channels_first"}

    def entry(kind, name, *fed, **settings):
        nodes = [[[n, 0, 0, {}] for n in fed]] if fed else []
        return {
            "class_name": kind, "name": name, "inbound_nodes": nodes,
            "config": {"name": name, "trainable": True, **settings},
        }  # fmt: skip

    config = {
        "class_name": "Model",
        "config": {
            "name": "m",
            "layers": [
                entry("InputLayer", "x", batch_input_shape=[None, 2, 6, 8]),
                entry("Conv2D", "a", "x", filters=3, kernel_size=[3, 3], padding="same", **first),
                entry("BatchNormalization", "b", "a", axis=1, epsilon=1e-3),
                entry("PReLU", "c", "b"),
                entry("Concatenate", "d", "c", "a", axis=1),
                entry("Conv2D", "e0", "d", filters=2, kernel_size=[1, 1], **first),
                entry("Softmax", "e", "e0", axis=1),
                # The twin permutes to channels first here; this one is there already.
                entry("Dense", "h", "e", units=4),
                entry("Flatten", "g", "h"),
                entry("GlobalAveragePooling2D", "i", "d", **first),
                entry("Concatenate", "j", "g", "i"),
                entry("Dense", "k", "j", units=3),
            ],
            "input_layers": [["x", 0, 0]],
            "output_layers": [["k", 0, 0]],
        },
    }
    named = []
    for name, values in arrays(model):
        if name == "c":
            values = [values[0].transpose(2, 0, 1)]
        if values:
            named.append((name, [(f"{name}/{i}:0", v) for i, v in enumerate(values)]))
    again, _ = built(write_model(tmp_path / "m.h5", config, named, "2.1.0", "tensorflow"))
    x = inputs_of(model)
    np.testing.assert_allclose(again(x), model(x), rtol=1e-4, atol=1e-5)


def numpy_lstm(x, kernel, recurrent, bias):
    """Keras 2's LSTM with hard sigmoid gates, step by step."""

    def gate(v):
        return np.clip(0.2 * v + 0.5, 0, 1)

    units = recurrent.shape[0]
    h = c = np.zeros((len(x), units))
    for t in range(x.shape[1]):
        i, f, g, o = np.split(x[:, t] @ kernel + h @ recurrent + bias, 4, axis=1)
        c = gate(f) * c + gate(i) * np.tanh(g)
        h = gate(o) * np.tanh(c)
    return h


@pytest.mark.parametrize("version", ["1.2.2", "2.1.6"])
def test_old_lstm_gates_and_their_hard_sigmoid(tmp_path, version):
    rng = np.random.default_rng(0)
    kernel, recurrent, bias = (
        rng.normal(size=s).astype("float32") for s in ((5, 16), (4, 16), (16,))
    )
    x = rng.normal(size=(3, 7, 5)).astype("float32")
    if version.startswith("1"):
        settings = {"output_dim": 4, "inner_activation": "hard_sigmoid", "inner_init": "orthogonal"}
        i, f, g, o = (
            [np.split(w, 4, axis=-1)[n] for w in (kernel, recurrent, bias)] for n in range(4)
        )
        items = [(f"lstm_1_{n}:0", a) for n, a in enumerate([*i, *g, *f, *o])]
    else:
        settings = {"units": 4, "recurrent_activation": "hard_sigmoid", "implementation": 0}
        items = [(f"lstm_1/{n}:0", a) for n, a in enumerate([kernel, recurrent, bias])]
    config = {
        "class_name": "Sequential",
        "config": [
            layer_1("LSTM", "lstm_1", activation="tanh", batch_input_shape=[None, 7, 5], **settings)
        ],
    }
    again, contents = built(
        write_model(tmp_path / "rows.h5", config, [("lstm_1", items)], version, "tensorflow")
    )
    np.testing.assert_allclose(
        again(x), numpy_lstm(x, kernel, recurrent, bias), rtol=1e-4, atol=1e-5
    )
    assert any("hard_sigmoid" in line for line in contents.card.migrated)
    # What is saved from here keeps the old function, and opens again.
    again.save(tmp_path / "again.h5")
    third, _ = built(tmp_path / "again.h5")
    np.testing.assert_allclose(third(x), again(x), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
def test_layers_for_graphics_cards_become_plain_ones(tmp_path, kind):
    """cuDNN keeps kernels transposed gate by gate and two biases (Keras 2.2's converter)."""
    gates = {"LSTM": 4, "GRU": 3}[kind]
    plain = randomised(sequential((7, 5), getattr(layers, kind)(4)))
    kernel, recurrent, bias = (np.asarray(w) for w in plain.weights)
    kernels = [k.reshape(k.T.shape, order="F").T for k in np.split(kernel, gates, axis=1)]
    states = [r.T for r in np.split(recurrent, gates, axis=1)]
    both = np.stack([0.25 * bias, 0.75 * bias]) if kind == "LSTM" else bias
    items = [np.concatenate(kernels, axis=1), np.concatenate(states, axis=1), both.reshape(-1)]
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "s",
            "layers": [layer_1(f"CuDNN{kind}", "r", units=4, batch_input_shape=[None, 7, 5])],
        },
    }
    named = [("r", [(f"r/{i}:0", a) for i, a in enumerate(items)])]
    again, _ = built(write_model(tmp_path / "c.h5", config, named, "2.2.4", "tensorflow"))
    x = inputs_of(plain)
    np.testing.assert_allclose(again(x), plain(x), rtol=1e-4, atol=1e-5)


def test_tf_keras_arithmetic_and_policies(tmp_path):
    """tf.keras 2: TFOpLambda by its name and number, dtype policies, groups, time_major."""
    rng = np.random.default_rng(0)
    kernel, bias = rng.normal(size=(4, 2)).astype("float32"), np.ones(2, "float32")
    policy = {"class_name": "Policy", "config": {"name": "mixed_float16"}}
    config = {
        "class_name": "Functional",
        "config": {
            "name": "m",
            "layers": [
                {"class_name": "InputLayer", "name": "x", "inbound_nodes": [],
                 "config": {"batch_input_shape": [None, 4], "name": "x"}},
                {"class_name": "TFOpLambda", "name": "half", "inbound_nodes": [["x", 0, 0, {"y": 2.0, "name": None}]],
                 "config": {"name": "half", "function": "math.truediv"}},
                {"class_name": "Dense", "name": "d", "inbound_nodes": [[["half", 0, 0, {}]]],
                 "config": {"name": "d", "units": 2, "activation": "linear", "dtype": policy}},
            ],
            "input_layers": [["x", 0, 0]],
            "output_layers": [["d", 0, 0]],
        },
    }  # fmt: skip
    named = [("d", [("d/kernel:0", kernel), ("d/bias:0", bias)])]
    again, contents = built(write_model(tmp_path / "m.h5", config, named, "2.9.0", "tensorflow"))
    x = rng.normal(size=(3, 4)).astype("float32")
    np.testing.assert_allclose(again(x), x / 2 @ kernel + bias, rtol=1e-5)
    assert "number formats given as policies → float32" in contents.card.migrated


def test_pruned_layers_and_autokeras_own(tmp_path):
    """Wrappers and layers of two well-known libraries that do nothing when predicting."""
    model = randomised(
        sequential((6, 7, 1), layers.Conv2D(3, 3), layers.Flatten(), layers.Dense(2))
    )
    kernel, bias, k1, b1 = (np.asarray(w) for w in model.weights)

    def pruned(kind, name, **settings):
        inner = {"class_name": kind, "config": {"name": name, **settings}}
        wrapper = {"name": f"prune_{name}", "pruning_schedule": {}, "layer": inner}
        return {"class_name": "PruneLowMagnitude", "config": wrapper}

    config = {
        "class_name": "Sequential",
        "config": {
            "name": "s",
            "layers": [
                {
                    "class_name": "InputLayer",
                    "config": {"name": "x", "batch_input_shape": [None, 6, 7]},
                },
                {"class_name": "Custom>CastToFloat32", "config": {"name": "cast"}},
                {"class_name": "Custom>ExpandLastDim", "config": {"name": "expand"}},
                pruned("Conv2D", "c", filters=3, kernel_size=[3, 3]),
                {"class_name": "Flatten", "config": {"name": "f"}},
                pruned("Dense", "d", units=2),
            ],
        },
    }

    def kept(name, *values):
        more = [
            (f"{name}/mask:0", values[0]),
            (f"{name}/threshold:0", np.float32(1)),
            (f"{name}/pruning_step:0", np.int64(9)),
        ]
        return (f"prune_{name}", [(f"{name}/{i}:0", v) for i, v in enumerate(values)] + more)

    again, contents = built(
        write_model(
            tmp_path / "p.h5",
            config,
            [kept("c", kernel, bias), kept("d", k1, b1)],
            "2.4.0",
            "tensorflow",
        )
    )
    x = inputs_of(model)
    np.testing.assert_allclose(again(x[..., 0]), model(x), rtol=1e-4, atol=1e-5)
    assert "wrappers that prune while training are left out" in contents.card.migrated


# --- the NumPy CNN framework ------------------------------------------------------------


def convolve(x, kernels):
    """Cross-correlation of (n, C, H, W) with (out, C, kH, kW), by the definition."""
    count, _, height, width = x.shape
    out, _, rows, columns = kernels.shape
    output = np.zeros((count, out, height - rows + 1, width - columns + 1))
    for i in range(output.shape[2]):
        for j in range(output.shape[3]):
            patch = x[:, :, i : i + rows, j : j + columns]
            output[:, :, i, j] = np.einsum("nchw,ochw->no", patch, kernels)
    return output


def test_the_numpy_cnn_layout_predicts_as_its_framework_does(tmp_path):
    rng = np.random.default_rng(0)
    kernels = rng.normal(size=(4, 2, 3, 3))
    hidden, last = rng.normal(size=(5, 4 * 4 * 5)) * 0.2, rng.normal(size=(3, 5))
    path = write_numpy_cnn(
        tmp_path / "net.h5",
        (2, 10, 12),
        [
            (["Conv2D", "valid", "relu"], [4, 3, 1], kernels),
            (["AveragePooling2D", "valid"], [2], None),
            (["Flatten"], None, None),
            (["Dense", "relu"], [5], hidden),
            (["Output", "softmax"], [3], last),
        ],
    )
    again, contents = built(path)
    assert contents.card.kind == "NumPy CNN model"
    assert contents.card.training == {"loss": "cross_entropy", "learning_rate": 0.01}
    x = rng.normal(size=(3, 2, 10, 12))
    h = np.maximum(convolve(x, kernels), 0)
    h = h.reshape(3, 4, 4, 2, 5, 2).mean(axis=(3, 5)).reshape(3, -1)
    z = np.maximum(h @ hidden.T, 0) @ last.T
    expected = np.exp(z - z.max(axis=1, keepdims=True))
    expected /= expected.sum(axis=1, keepdims=True)
    predicted = again(x.transpose(0, 2, 3, 1).astype("float32"))
    np.testing.assert_allclose(predicted, expected, rtol=1e-4, atol=1e-5)
    assert again.count_params() == kernels.size + hidden.size + last.size


def test_the_numpy_cnn_layout_is_written_as_it_is_read(tmp_path):
    model = randomised(
        sequential(
            (10, 12, 2), layers.Conv2D(4, 3, activation="relu", use_bias=False), layers.AveragePooling2D(2),
            layers.Dropout(0.1), layers.Flatten(), layers.Dense(5, "tanh", use_bias=False), layers.Dense(3, "softmax"),
        )
    )  # fmt: skip
    model.layers[-1].bias.assign(np.zeros(3))
    model.save(tmp_path / "net.h5")
    (one,) = examine_here(tmp_path / "net.h5").candidates
    with h5py.File(tmp_path / "numpy.h5", "w") as file:
        numpy_cnn.write_into(file, one.network, one.weights, 0.05)
        assert file["layer_0/params"].shape == (4, 2, 3, 3)
        assert file["layer_0/init_params"][()].tolist() == [4, 3, 1]
        assert [v.decode() for v in file["layer_4/_str"][()]] == ["Output", "softmax"]
    again, contents = built(tmp_path / "numpy.h5")
    assert contents.card.training["learning_rate"] == 0.05
    x = inputs_of(model)
    np.testing.assert_allclose(again(x), model(x, training=False), rtol=1e-4, atol=1e-5)
    model.layers[-1].bias.assign(np.ones(3))
    model.save(tmp_path / "net.h5")
    (one,) = examine_here(tmp_path / "net.h5").candidates
    with (
        h5py.File(tmp_path / "no.h5", "w") as file,
        pytest.raises(ModelFileError, match="has a bias"),
    ):
        numpy_cnn.write_into(file, one.network, one.weights)


# --- bare weights -----------------------------------------------------------------------


@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("layout", ["legacy", "native"])
def test_bare_weights_find_their_network(tmp_path, padding, layout):
    model = randomised(
        sequential(
            (28, 28, 1), layers.Conv2D(4, 5, padding=padding, activation="relu"), layers.MaxPooling2D(),
            layers.BatchNormalization(), layers.Conv2D(6, 3, padding=padding, activation="relu"),
            layers.MaxPooling2D(), layers.Flatten(), layers.Dense(12, "relu"), layers.Dense(10, "softmax"),
        )
    )  # fmt: skip
    if layout == "native":
        path = tmp_path / "net.weights.h5"
        model.save_weights(path)
    else:
        path = tmp_path / "net_weights.h5"
        with h5py.File(path, "w") as file:
            named = [(n, [(f"{n}/{i}:0", a) for i, a in enumerate(v)]) for n, v in arrays(model)]
            write_weights(file, named, "2.3.1", "tensorflow")
    contents = examine_here(path)
    assert contents.card.kind == "weights only"
    assert contents.card.assumed
    x = inputs_of(model)
    expected = np.asarray(model(x))
    outputs = [np.asarray(foreign.build(c.network, c.weights)(x)) for c in contents.candidates]
    if layout == "legacy":
        assert contents.card.status == "opens"
        np.testing.assert_allclose(outputs[0], expected, rtol=1e-4, atol=1e-5)
    else:
        # Where the normalisation stood, before or after the pool, the file does not say.
        assert all(o.shape == expected.shape for o in outputs)


BARE = {
    "generator": lambda: sequential(
        (20,), layers.Dense(7 * 7 * 8, "relu"), layers.BatchNormalization(), layers.Reshape((7, 7, 8)),
        layers.Conv2DTranspose(6, 5, strides=2, padding="same", activation="relu"),
        layers.Conv2DTranspose(1, 5, strides=2, padding="same", activation="sigmoid"),
    ),
    "discriminator": lambda: sequential(
        (28, 28, 1), layers.Conv2D(4, 5, strides=2, padding="same", activation="relu"), layers.Dropout(0.3),
        layers.Conv2D(6, 5, strides=2, padding="same", activation="relu"), layers.Flatten(),
        layers.Dense(1, "sigmoid"),
    ),
    "autoencoder": lambda: sequential(
        (28, 28, 1), layers.Conv2D(4, 3, padding="same", activation="relu"), layers.MaxPooling2D(),
        layers.Conv2D(3, 3, padding="same", activation="relu"), layers.UpSampling2D(),
        layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    ),
    "colours": lambda: sequential(
        (32, 32, 3), layers.Conv2D(4, 3, padding="same", activation="relu"), layers.Conv2D(4, 3, activation="relu"),
        layers.MaxPooling2D(), layers.Flatten(), layers.Dense(10, "softmax"),
    ),
    "rows": lambda: sequential((28, 28), layers.LSTM(6), layers.Dense(10, "softmax")),
    "both ways": lambda: sequential(
        (28, 28), layers.Bidirectional(layers.LSTM(5, return_sequences=True)), layers.Dropout(0.2),
        layers.Bidirectional(layers.GRU(4), merge_mode="sum"), layers.Dense(10, "softmax"),
    ),
    "every row": lambda: sequential(
        (28, 28), layers.SimpleRNN(5, return_sequences=True), layers.Flatten(), layers.Dense(10, "softmax")
    ),
    "along rows": lambda: sequential(
        (28, 28), layers.Conv1D(6, 3, activation="relu"), layers.MaxPooling1D(), layers.Conv1D(5, 3, activation="relu"),
        layers.Flatten(), layers.Dense(10, "softmax"),
    ),
    "pixels": lambda: sequential((784, 1), layers.GRU(6), layers.Dense(10, "softmax")),
    "wide pools": lambda: sequential(
        (28, 28, 1), layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(3),
        layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(3), layers.Flatten(), layers.Dense(10, "softmax"),
    ),
    "one padding of its own": lambda: sequential(
        (28, 28, 1), layers.Conv2D(4, 5, padding="same", activation="relu"), layers.MaxPooling2D(),
        layers.Conv2D(6, 5, activation="relu"), layers.MaxPooling2D(), layers.Conv2D(12, 5, activation="relu"),
        layers.Flatten(), layers.Dense(8, "relu"), layers.Dense(10, "softmax"),
    ),
    "some strides": lambda: sequential(
        (28, 28, 1), layers.Conv2D(3, 3, activation="relu"), layers.Conv2D(3, 3, activation="relu"),
        layers.Conv2D(3, 5, strides=2, padding="same", activation="relu"), layers.Conv2D(4, 3, activation="relu"),
        layers.Conv2D(4, 3, activation="relu"), layers.Conv2D(4, 5, strides=2, padding="same", activation="relu"),
        layers.Conv2D(5, 4, activation="relu"), layers.Flatten(), layers.Dense(10, "softmax"),
    ),
    "all convolutions": lambda: sequential(
        (28, 28, 1), layers.Conv2D(4, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2D(3, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2DTranspose(3, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2DTranspose(4, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    ),
}  # fmt: skip
# Where sizes are odd in one place several places fit.
MOST_FITTING = {"wide pools": 6, "one padding of its own": 16, "some strides": 16}


@pytest.mark.parametrize("name", BARE)
def test_one_of_the_answers_is_the_right_one(tmp_path, name):
    model = randomised(BARE[name]())
    with h5py.File(tmp_path / "w.h5", "w") as file:
        named = [(n, [(f"{n}/{i}:0", a) for i, a in enumerate(v)]) for n, v in arrays(model)]
        write_weights(file, named, "2.9.0", "tensorflow")
    contents = examine_here(tmp_path / "w.h5")
    assert 1 <= len(contents.candidates) <= MOST_FITTING.get(name, 4)
    assert contents.card.status == ("opens" if len(contents.candidates) == 1 else "opens partly")
    x = inputs_of(model)

    def answer(net):
        # Step by step, what looks at one pixel after the other takes seconds.
        return np.asarray((tf.function(net) if name == "pixels" else net)(x, training=False))

    expected = answer(model)

    def same(candidate):
        out = answer(foreign.build(candidate.network, candidate.weights))
        return out.shape == expected.shape and np.allclose(out, expected, rtol=1e-4, atol=1e-5)

    assert any(map(same, contents.candidates)), [c.text for c in contents.candidates]


@THOROUGH
def test_the_card_is_of_the_network_that_was_taken(tmp_path):
    """Weights that fit two networks: what the card says is said of the one that is shown."""
    kernels = {"conv2d_1": (3, 3, 1, 4), "dense_1": (4, 10)}
    rng = np.random.default_rng(0)
    named = [
        (n, [(f"{n}/kernel:0", rng.normal(size=s)), (f"{n}/bias:0", rng.normal(size=s[-1]))])
        for n, s in kernels.items()
    ]
    named.insert(1, ("global_average_pooling2d_1", []))
    with h5py.File(tmp_path / "open.h5", "w") as file:
        write_weights(file, named, "2.2.4", "tensorflow")
    contents = examine_here(tmp_path / "open.h5")
    opened = [take_up(contents, answer) for answer in range(2)]
    for one, padding in zip(opened, ("valid", "same"), strict=True):
        assert one.was_asked_for and one.card.layers == rows_of(one.spec.network.architecture)
        assert any(f"padding {padding}" in line for line in one.card.assumed), one.card.assumed
    assert opened[0].card.layers != opened[1].card.layers
    assert not take_up(contents).was_asked_for


@pytest.mark.parametrize("name", ["rows", "both ways", "every row", "along rows"])
def test_rows_in_keras_3s_layout(tmp_path, name):
    model = randomised(BARE[name]())
    model.save_weights(tmp_path / "net.weights.h5")
    (candidate,) = examine_here(tmp_path / "net.weights.h5").candidates
    x = inputs_of(model)
    again = foreign.build(candidate.network, candidate.weights)
    np.testing.assert_allclose(again(x), model(x, training=False), rtol=1e-4, atol=1e-5)


def test_large_networks_with_branches_are_told_at_once(tmp_path):
    """Thirty convolutions with pools anywhere would be more than memory holds."""
    x = y = keras.Input((16, 16, 3))
    for _ in range(10):
        z = layers.Conv2D(4, 1)(layers.Conv2D(4, 3, padding="same")(layers.Conv2D(8, 1)(y)))
        y = layers.Concatenate()([y, z])
    named = keras.Model(x, layers.Dense(10)(layers.GlobalAveragePooling2D()(y)))
    for n, one in enumerate(named.layers):
        one.name = f"part{n}" if one.weights else f"idle{n}"
    with h5py.File(tmp_path / "w.h5", "w") as file:
        given = [(n, [(f"{n}/{i}:0", a) for i, a in enumerate(v)]) for n, v in arrays(named)]
        write_weights(file, given, "2.9.0", "tensorflow")
    contents = examine_here(tmp_path / "w.h5")
    assert contents.card.status == "opens partly"
    assert "branches" in contents.card.refused[0]
    assert not contents.candidates


def test_many_convolutions_without_a_word_on_pools_are_searched_in_little_memory(tmp_path):
    """Pools after any of 30 convolutions are 2³⁰ ways to try; the likeliest come first."""
    same = [layers.Conv2D(4, 3, padding="same", activation="relu") for _ in range(30)]
    model = randomised(
        sequential(
            (28, 28, 1), *same[:29], layers.MaxPooling2D(), same[29], layers.MaxPooling2D(),
            layers.Flatten(), layers.Dense(10, "softmax"),
        )
    )  # fmt: skip
    with h5py.File(tmp_path / "w.h5", "w") as file:
        named = [(n, [(f"{n}/{i}:0", a) for i, a in enumerate(v)]) for n, v in arrays(model) if v]
        write_weights(file, named, "2.9.0", "tensorflow")
    tracemalloc.start()
    contents = examine_here(tmp_path / "w.h5")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100 * 2**20
    assert contents.card.status == "opens partly"
    assert contents.candidates
    assert all("pools of 2×2" in candidate.text for candidate in contents.candidates)


def test_activations_of_their_own_come_after_the_normalisations(tmp_path):
    """Keras 3's layout keeps no order between classes of layers."""
    model = randomised(
        sequential(
            (28, 28, 1), layers.Conv2D(4, 3, use_bias=False), layers.BatchNormalization(), layers.Activation("relu"),
            layers.Conv2D(6, 3, strides=2, use_bias=False), layers.BatchNormalization(), layers.ReLU(),
            layers.Flatten(), layers.Dense(10, "softmax"),
        )
    )  # fmt: skip
    model.save_weights(tmp_path / "net.weights.h5")
    x = inputs_of(model)
    outputs = [
        np.asarray(foreign.build(c.network, c.weights)(x))
        for c in examine_here(tmp_path / "net.weights.h5").candidates
    ]
    expected = np.asarray(model(x, training=False))
    assert any(np.allclose(o, expected, rtol=1e-4, atol=1e-5) for o in outputs)


def test_a_model_of_a_class_of_its_own_keeps_only_its_weights(tmp_path):
    class Net(keras.Model):
        def __init__(self):
            super().__init__()
            self.head = layers.Dense(10, "softmax")
            self.body = layers.Dense(8, "relu")

        def call(self, x):
            return self.head(self.body(x))

    model = Net()
    x = np.random.default_rng(0).uniform(size=(3, 784)).astype("float32")
    expected = np.asarray(model(x))
    model.save_weights(tmp_path / "own.weights.h5")
    again, contents = built(tmp_path / "own.weights.h5")
    np.testing.assert_allclose(again(x), expected, rtol=1e-4, atol=1e-6)
    assert [row.name for row in contents.card.layers] == ["input", "body", "head"]


# --- optimizers -------------------------------------------------------------------------


def trained(optimizer):
    """A net in the middle of its training, and the data."""
    keras.utils.set_random_seed(3)
    model = sequential((6,), layers.Dense(5, "tanh"), layers.Dense(3, "softmax"))
    model.compile(optimizer, "sparse_categorical_crossentropy")
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(32, 6)).astype("float32"), rng.integers(0, 3, 32)
    for _ in range(3):
        model.train_on_batch(x, y)
    return model, x, y


@pytest.mark.parametrize("way", [".h5", ".keras"])
@pytest.mark.parametrize("kind", choose_cases(["Adam", "RMSprop", "SGD"], "Adam"))
def test_training_goes_on_where_it_stood(tmp_path, kind, way):
    more = {"momentum": 0.9} if kind == "SGD" else {}
    model, x, y = trained(getattr(keras.optimizers, kind)(learning_rate=0.02, **more))
    model.save(tmp_path / f"net{way}")
    loaded = foreign.load_foreign(tmp_path / f"net{way}")
    assert loaded.optimizer.steps == 3
    optimizer = revive_optimizer(loaded.model, loaded.optimizer)
    loaded.model.compile(optimizer, "sparse_categorical_crossentropy")
    for net in (model, loaded.model):
        net.train_on_batch(x, y)
    for expected, restored in zip(model.weights, loaded.model.weights, strict=True):
        np.testing.assert_allclose(np.asarray(restored), np.asarray(expected), rtol=1e-4, atol=1e-6)


def test_old_moments_come_one_kind_after_the_other(tmp_path):
    """Keras 2.3: the step, all first moments, all second ones, placeholders."""
    rng = np.random.default_rng(0)
    arrays_of = [rng.uniform(size=s).astype("float32") for s in ((6, 5), (5,), (5, 3), (3,))]
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "s",
            "layers": [
                layer_1("Dense", "a", units=5, batch_input_shape=[None, 6]),
                layer_1("Dense", "b", units=3),
            ],
        },
    }
    named = [
        ("a", [("a/k:0", arrays_of[0]), ("a/b:0", arrays_of[1])]),
        ("b", [("b/k:0", arrays_of[2]), ("b/b:0", arrays_of[3])]),
    ]
    training = {
        "optimizer_config": {
            "class_name": "Adam",
            "config": {"lr": 0.01, "beta_1": 0.8, "decay": 0.0, "amsgrad": False},
        }
    }
    path = write_model(tmp_path / "net.h5", config, named, "2.3.1", "tensorflow", training)
    with h5py.File(path, "a") as file:
        group = file.create_group("optimizer_weights")
        kept = [
            np.int64(7),
            *arrays_of,
            *(a + 1 for a in arrays_of),
            *(np.zeros(1, "float32") for _ in arrays_of),
        ]
        for i, value in enumerate(kept):
            group[f"w{i}"] = value
        group.attrs["weight_names"] = np.array([f"w{i}".encode() for i in range(len(kept))])
    state = examine_here(path).optimizer
    assert (state.kind, state.steps) == ("Adam", 7)
    assert state.settings == {"learning_rate": 0.01, "beta_1": 0.8}
    np.testing.assert_array_equal(state.slots[0][2], arrays_of[2])
    np.testing.assert_array_equal(state.slots[1][2], arrays_of[2] + 1)
    with h5py.File(path, "a") as file:
        file["optimizer_weights"].attrs["weight_names"] = np.array([b"w0", b"w1"])
    contents = examine_here(path)
    assert contents.card.status == "opens"
    assert contents.optimizer is None
    assert (
        "the optimizer's state is left out: it belongs to other weights" in contents.card.migrated
    )


# --- the corpus -------------------------------------------------------------------------


def corpus(name):
    path = CORPUS / name
    if not path.is_file():
        pytest.skip("the corpus is not here (set FFSTUDIO_CORPUS)")
    return path


@pytest.mark.parametrize(
    "name",
    ["02_ae_cnn.h5", "03_autoencoder.h5", "06_mnist.h5", "08_mnist.h5", "09_mnist_cnn.h5", "12_mnist.h5", "17_mnist.h5"],
)  # fmt: skip
def test_what_plain_keras_opens_predicts_the_same_here(name):
    path = corpus(name)
    model = keras.models.load_model(path, compile=False)
    again, _ = built(path)
    x = inputs_of(model, 5)
    np.testing.assert_allclose(again(x), model(x), rtol=1e-4, atol=1e-5)


def test_impossible_networks_are_one_clear_error():
    from ffstudio.core.describe.architecture import Layer, chain
    from ffstudio.core.describe.kinds import check_settings

    pool = Layer("p", "MaxPooling2D", check_settings("MaxPooling2D", {"pool_size": 9}))
    with pytest.raises(ModelFileError, match="does not fit its input"):
        foreign.build(chain("n", [pool], (4, 4, 1)), {})
    dense = Layer("d", "Dense", check_settings("Dense", {"units": 3}))
    with pytest.raises(ModelFileError, match="Keras cannot build"):
        foreign.build(chain("n", [dense], (4,)), {"d": (np.zeros((2, 2), "float32"),)})
