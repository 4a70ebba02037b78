"""Bare weights of nets in nets, of autoencoders and of layers that disagree on channels."""

from __future__ import annotations

import h5py
import keras
import numpy as np
import pytest
from keras import layers

from ffstudio.core.describe import cards
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.engine.strangers import build as foreign
from ffstudio.engine.strangers.opened import open_foreign, take_up
from ffstudio.engine.strangers.trials import sample
from ffstudio.files.foreign import sandbox
from ffstudio.files.foreign.bare_weights.pieces import piece_of
from ffstudio.files.foreign.bare_weights.search import find_networks
from ffstudio.files.foreign.examine import examine_here
from tests.files.legacy import write_weights
from tests.marks import THOROUGH, choose_cases

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def bundled_digits_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture(scope="module")
def digits():
    spec = DataSpec("digits")
    return prepare(datasets.load(spec), spec, 0).train


def randomised(model):
    rng = np.random.default_rng(0)
    for weight in model.weights:
        weight.assign(rng.normal(size=weight.shape) * 0.3)
    return model


def of_layer(layer):
    kinds = ("kernel:0", "bias:0")
    inner = getattr(layer, "layers", [layer])
    return [
        (f"{one.name}/{kind}", np.asarray(value))
        for one in inner
        for kind, value in zip(kinds, one.get_weights(), strict=False)
    ]


def write_legacy(path, model):
    with h5py.File(path, "w") as file:
        named = [(layer.name, of_layer(layer)) for layer in model.layers]
        write_weights(file, named, "2.1.6", "tensorflow")
    return path


def encoder(pools=False, twins=True, dense=8):
    x = given = keras.Input((28, 28, 1))
    for filters in (3, 4):
        step = {} if pools else {"strides": 2}
        x = layers.Conv2D(filters, 3, padding="same", activation="relu", **step)(x)
        x = layers.MaxPooling2D()(x) if pools else x
    x = layers.Flatten()(x)
    x = layers.Dense(dense, activation="relu")(x) if dense else x
    mean = layers.Dense(2, name="z_mean")(x)
    made = [mean, layers.Dense(2, name="z_log_var")(x)] if twins else mean
    return keras.Model(given, made, name="encoder")


def decoder(up=False, middle=0):
    x = given = keras.Input((2,))
    x = layers.Dense(middle, activation="relu")(x) if middle else x
    x = layers.Reshape((7, 7, 4))(layers.Dense(196, activation="relu")(x))
    for filters in (4, 3):
        if up:
            x = layers.UpSampling2D()(x)
            x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
        else:
            x = layers.Conv2DTranspose(filters, 3, strides=2, padding="same", activation="relu")(x)
    last = layers.Conv2D if up else layers.Conv2DTranspose
    return keras.Model(given, last(1, 3, padding="same", activation="sigmoid")(x), name="decoder")


def variational(one, other):
    given = keras.Input((28, 28, 1))
    out = one(given)
    mean = out[0] if isinstance(out, (list, tuple)) else out
    return keras.Model(given, other(mean))


class OfItsOwn(keras.Model):
    def __init__(self):
        super().__init__()
        self.encoder, self.decoder = encoder(), decoder()

    def call(self, x):
        return self.decoder(self.encoder(x)[0])


def own_class():
    model = OfItsOwn()
    model(np.zeros((1, 28, 28, 1), np.float32))
    return model


def in_two_chains():
    first = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(4, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(padding="same"),
            layers.Conv2D(3, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(padding="same"),
        ],
        name="reads",
    )
    second = keras.Sequential(
        [
            keras.Input((7, 7, 3)),
            layers.UpSampling2D(),
            layers.Conv2D(3, 3, padding="same", activation="relu"),
            layers.UpSampling2D(),
            layers.Conv2D(4, 3, padding="same", activation="relu"),
            layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
        ],
        name="writes",
    )
    return keras.Sequential([keras.Input((28, 28, 1)), first, second])


def with_features():
    features = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(3, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(4, 3, activation="relu"),
            layers.MaxPooling2D(),
        ],
        name="features",
    )
    head = [layers.Flatten(), layers.Dense(6, "relu"), layers.Dense(10, "softmax")]
    return keras.Sequential([keras.Input((28, 28, 1)), features, *head])


NESTED = {
    "strides": (lambda: variational(encoder(), decoder()), "autoencoder"),
    "pools": (lambda: variational(encoder(pools=True), decoder(up=True)), "autoencoder"),
    "strides, then larger": (lambda: variational(encoder(), decoder(up=True)), "autoencoder"),
    "no twins": (lambda: variational(encoder(twins=False), decoder()), "autoencoder"),
    "dense in the decoder": (lambda: variational(encoder(), decoder(middle=8)), "autoencoder"),
    "straight to the code": (lambda: variational(encoder(dense=0), decoder()), "autoencoder"),
    "of its own class": (own_class, "autoencoder"),  # its layers: encoder, decoder
    "no code": (in_two_chains, "autoencoder"),
    "classifier": (with_features, "classifier"),
    "decoder": (decoder, "decoder"),
    "decoder that enlarges": (lambda: decoder(up=True), "decoder"),
}


@pytest.mark.parametrize("layout", ["legacy", "native"])
@pytest.mark.parametrize(
    "name",
    choose_cases(
        NESTED, "strides", "pools", "of its own class", "no code", "classifier", "decoder"
    ),
)
def test_one_of_the_answers_is_the_net_in_its_halves(tmp_path, name, layout):
    make, role = NESTED[name]
    model = randomised(make())
    if layout == "native":
        model.save_weights(path := tmp_path / "w.weights.h5")
    elif role == "decoder":
        path = write_legacy(tmp_path / "w.h5", keras.Sequential([model]))
    else:
        path = write_legacy(tmp_path / "w.h5", model)
    contents = examine_here(path)
    assert contents.card.role == role, contents.card.refused
    size = (2,) if role == "decoder" else (28, 28, 1)
    x = np.random.default_rng(1).uniform(-1, 1, (3, *size)).astype(np.float32)
    expected = np.asarray(model(x))
    outputs = [foreign.predict(foreign.build(c.network, c.weights), x) for c in contents.candidates]
    assert any(
        out.shape == expected.shape and np.allclose(out, expected, rtol=1e-4, atol=1e-5)
        for out in outputs
    ), [c.text for c in contents.candidates]


def test_a_variational_encoder_alone_is_no_classifier(tmp_path):
    model = randomised(encoder())
    model.save_weights(tmp_path / "w.weights.h5")
    contents = examine_here(tmp_path / "w.weights.h5")
    assert contents.card.role == "encoder"
    assert not any("softmax" in line for line in contents.card.assumed)
    x = np.random.default_rng(1).uniform(0, 1, (3, 28, 28, 1)).astype(np.float32)
    expected = np.asarray(model(x)[0])
    outputs = [foreign.predict(foreign.build(c.network, c.weights), x) for c in contents.candidates]
    assert any(np.allclose(out, expected, rtol=1e-4, atol=1e-5) for out in outputs)


@THOROUGH
def test_the_images_tell_pools_from_strides(tmp_path, digits):
    keras.utils.set_random_seed(0)
    model = variational(encoder(pools=True, twins=False, dense=0), decoder(up=True))
    model.compile(keras.optimizers.Adam(5e-3), "binary_crossentropy", jit_compile=False)
    x = digits.x.reshape(-1, 28, 28, 1)
    model.fit(x, x, epochs=4, batch_size=32, verbose=0)
    model.save_weights(tmp_path / "w.weights.h5")
    contents = examine_here(tmp_path / "w.weights.h5")
    assert len(contents.candidates) > 1
    pictures = (255 * x[:200, ..., 0]).astype(np.uint8)
    loaded = foreign.choose_candidate(contents, pictures, digits.y[:200])
    np.testing.assert_allclose(loaded.predict(x[:5]), np.asarray(model(x[:5])), atol=1e-4)


# --- channels ---------------------------------------------------------------------------


class PoolsFirst(layers.Layer):
    """Pools with channels first, written out: TensorFlow has them on graphics cards only."""

    def call(self, x):
        turned = keras.ops.transpose(x, (0, 2, 3, 1))
        pooled = keras.ops.max_pool(turned, 2, 2, "valid", "channels_last")
        return keras.ops.transpose(pooled, (0, 3, 1, 2))


@pytest.mark.parametrize(
    ("shape", "padding"), [((1, 28, 28), "same"), ((28, 28, 1), "same"), ((28, 28, 1), "valid")]
)
def test_pools_along_the_wrong_axes(tmp_path, shape, padding):
    model = keras.Sequential(
        [
            keras.Input(shape),
            layers.Conv2D(4, 5, padding=padding, activation="relu", name="conv2d_1"),
            PoolsFirst(name="max_pooling2d_1"),
            layers.Conv2D(6, 3, padding=padding, activation="relu", name="conv2d_2"),
            PoolsFirst(name="max_pooling2d_2"),
            layers.Flatten(name="flatten_1"),
            layers.Dense(8, "relu", name="dense_1"),
            layers.Dense(10, "softmax", name="dense_2"),
        ]
    )
    randomised(model)
    contents = examine_here(write_legacy(tmp_path / "w.h5", model))
    assert any("pools with channels first" in line for line in contents.card.assumed)
    x = np.random.default_rng(1).uniform(-1, 1, (3, *shape)).astype(np.float32)
    first = foreign.build(contents.candidates[0].network, contents.candidates[0].weights)
    np.testing.assert_allclose(foreign.predict(first, x), np.asarray(model(x)), atol=1e-4)


def solve(features, truth):
    """A read-out by least squares."""
    rows = np.hstack([features, np.ones((len(features), 1), np.float32)])
    wanted = np.eye(10, dtype=np.float32)[truth]
    answer = np.linalg.solve(rows.T @ rows + 0.5 * np.eye(rows.shape[1]), rows.T @ wanted)
    return 8 * answer[:-1].astype(np.float32), 8 * answer[-1].astype(np.float32)


def classifier(padding, pooled, digits):
    """Convolutions at random and a read-out of them that knows the digits."""
    conv = layers.Conv2D(8, 4, padding=padding, activation="relu", name="conv2d_1")
    flat = [
        PoolsFirst(name="max_pooling2d_1")
        if pooled
        else layers.MaxPooling2D(name="max_pooling2d_1")
    ]
    below = keras.Sequential(
        [keras.Input((28, 28, 1)), conv, *flat, layers.Flatten(name="flatten_1")]
    )
    keras.utils.set_random_seed(3)
    conv.set_weights([np.random.default_rng(5).normal(size=(4, 4, 1, 8)) * 0.4, np.zeros(8)])
    features = below.predict(digits.x.reshape(-1, 28, 28, 1), verbose=0)
    dense = layers.Dense(10, "softmax", name="dense_1")
    model = keras.Sequential([keras.Input((28, 28, 1)), *below.layers, dense])
    dense.set_weights(solve(features, digits.y))
    return model


@pytest.mark.parametrize(
    "kind",
    choose_cases(["rows in another order", "pools first", "as usual"], "rows in another order"),
)
def test_the_images_tell_where_channels_were(tmp_path, digits, kind):
    model = classifier("same", kind == "pools first", digits)
    x, y = sample(datasets.load(DataSpec("digits")), 300)
    expected = np.asarray(model(x[..., None] / np.float32(255))).argmax(axis=1)
    assert np.mean(expected == y) > 0.8
    if kind == "rows in another order":
        # What Keras 2 has learnt with channels first: the same kernels, other dense rows.
        weights, bias = model.layers[-1].get_weights()
        rows = weights.reshape(14, 14, 8, 10).transpose(2, 0, 1, 3).reshape(-1, 10)
        model.layers[-1].set_weights([rows, bias])
    contents = examine_here(write_legacy(tmp_path / "w.h5", model))
    loaded = foreign.choose_candidate(contents, x, y)
    assert loaded.trials[0].score == pytest.approx(np.mean(expected == y), abs=0.02)
    said = " ".join(loaded.assumed or ())
    assert ("channels first" in said) == (kind != "as usual")


def test_what_was_assumed_comes_through_the_reader_of_another_process(tmp_path):
    randomised(variational(encoder(), decoder())).save_weights(tmp_path / "w.weights.h5")
    here = examine_here(tmp_path / "w.weights.h5").candidates
    there = sandbox.examine(tmp_path / "w.weights.h5").candidates
    assert [one.assumed for one in there] == [one.assumed for one in here]
    assert len({one.assumed for one in here}) == len(here)


@THOROUGH
def test_an_autoencoder_that_gives_nothing_back_keeps_the_usual_way(tmp_path):
    """Chance picks among ways, networks and activations that all fail."""
    randomised(variational(encoder(), decoder())).save_weights(tmp_path / "w.weights.h5")
    opened = open_foreign(tmp_path / "w.weights.h5")
    assert max(trial.score for trial in opened.trials) < 0.02
    assert opened.trials[0].preprocessing.scale == "0–1"
    assert opened.spec.network.preprocessing == opened.trials[0].preprocessing
    assert any("gives nothing of the images back" in note for note in opened.notes)
    inside = opened.snapshot.bp.network.architecture.layer("functional_conv2d").settings
    assert inside["activation"] == "relu"
    assert any("padding" in line for line in opened.card.assumed)


def test_program_code_among_bare_weights_is_named():
    pieces = (
        piece_of("dense", ((784, 8), (8,)), old=False),
        piece_of("lambda_1", (), old=False),
        piece_of("dense_1", ((8, 1), (1,)), old=False),
    )
    answer, _ = find_networks(pieces, certain_order=True).answers  # with a sigmoid and without
    assert "lambda_1: a Lambda is program code, which is not run, and left out" in answer.assumed
    assert "Lambda" not in str(find_networks((pieces[0], pieces[2]), True).answers[0].assumed)


def gan():
    maker = keras.Sequential(
        [keras.Input((20,)), layers.Dense(64), layers.BatchNormalization(), layers.Dense(784)]
    )
    judge = keras.Sequential([keras.Input((784,)), layers.Dense(16), layers.Dense(1)])
    noise = keras.Input((20,))
    return keras.Model(noise, judge(maker(noise)))


def siamese():
    branch = keras.Sequential(
        [keras.Input((28, 28, 1)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(20)]
    )
    one, other = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
    return keras.Model(
        [one, other], layers.Dense(1)(layers.Subtract()([branch(one), branch(other)]))
    )


@pytest.mark.parametrize(
    ("make", "said", "roles"),
    [
        (gan, "two nets joined: a generator, and a discriminator", ["generator", "discriminator"]),
        (siamese, "branches (subtract", ["encoder"]),
    ],
)
@pytest.mark.parametrize("name", ["net.weights.h5", "net_weights.h5"])
def test_nets_in_a_net_whose_whole_is_not_told_open_alone(tmp_path, make, said, roles, name):
    model = randomised(make())
    if name == "net.weights.h5":
        model.save_weights(tmp_path / name)
    else:
        with h5py.File(tmp_path / name, "w") as file:
            named = [
                (layer.name, [(w.path, np.asarray(w)) for w in layer.weights])
                for layer in model.layers
            ]
            write_weights(file, named, "2.1.6", "tensorflow")
    contents = examine_here(tmp_path / name)
    assert said in contents.card.assumed[0] and "one of its nets alone" in contents.card.assumed[0]
    found = [cards.describe_answer(contents.card, c.network).role for c in contents.candidates]
    assert list(dict.fromkeys(found)) == roles
    if make is siamese:  # of any number of numbers
        assert contents.candidates[0].network.layers[-1].settings["activation"] == "linear"
    # What its layers compute is what they compute in the whole.
    within = next(layer for layer in model.layers if isinstance(layer, keras.Sequential))
    first = next(layer for layer in within.layers if layer.weights)
    weights = contents.candidates[0].weights
    np.testing.assert_array_equal(next(iter(weights.values()))[0], first.get_weights()[0])


def test_one_number_of_bare_weights_is_not_said_to_part_two_classes(tmp_path):
    keras.Sequential([keras.Input((28, 1)), layers.LSTM(2), layers.Dense(1)]).save_weights(
        tmp_path / "series.weights.h5"
    )
    opened = open_foreign(tmp_path / "series.weights.h5")
    assert "two classes, a value (regression), or how alike" in opened.card.unsaid_role
    assert "weights do not tell how many steps" in " ".join(opened.card.assumed)
    assert not any("two classes" in note for note in opened.notes)
    ends = [c.network.layers[-1].settings["activation"] for c in opened.contents.candidates]
    assert ends == ["sigmoid", "linear"]
    assert take_up(opened.contents, 1).card.role == "regression"
