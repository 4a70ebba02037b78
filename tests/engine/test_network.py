"""Backprop on any architecture: against NumPy gradients, continued and saved exactly."""

from __future__ import annotations

import dataclasses
import functools

import keras
import numpy as np
import pytest

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.network import Network
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errors import SpecError, TrainingError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.named_weights import network_state, network_weights, weight_slots
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.run.history import History
from ffstudio.engine.saving.session_files import load_session, save_session
from ffstudio.engine.training.backprop import BackpropTrainer, variables_of
from ffstudio.engine.training.continuing import continue_session
from ffstudio.engine.training.session import Session
from ffstudio.engine.training.trainer import TrainingData
from tests.marks import choose_cases

pytestmark = pytest.mark.filterwarnings("ignore")

SHAPE = DataShape((6, 6), ("a", "b", "c"), "squares")


def layer(kind, name, inner=None, **settings):
    given = {} if kind == "Model" else check_settings(kind, settings, name)
    return Layer(name, kind, given, inner=inner)


def conv_net(output="softmax"):
    return chain(
        "net",
        [
            layer("Conv2D", "conv", filters=4, kernel_size=3, activation="relu"),
            layer("BatchNormalization", "norm"),
            layer("MaxPooling2D", "pool"),
            layer("Flatten", "flat"),
            layer("Dropout", "drop", rate=0.25),
            layer("Dense", "out", units=3, activation=output),
        ],
        (6, 6, 1),
    )


def recurrent_net():
    return chain(
        "rows",
        [
            layer("Bidirectional", "both", layer("LSTM", "layer", units=4, return_sequences=True)),
            layer("TimeDistributed", "each", layer("Dense", "layer", units=3, activation="tanh")),
            layer("GRU", "gru", units=5),
            layer("Dense", "out", units=3, activation="softmax"),
        ],
        (6, 6),
    )


def nested_net():
    inner = chain("inner", [layer("Dense", "same", units=5, activation="relu")], (36,))
    return chain(
        "outer",
        [
            layer("Model", "model", inner),
            layer("Dense", "same", units=3, activation="softmax"),
        ],
        (36,),
    )


def attention_net():
    """Rows look at each other; a layer without shared kernels in front of them."""
    x, heads, both = Port("input"), Port("heads"), Port("both")

    def fed(made, *ports):
        return dataclasses.replace(made, calls=(ports,))

    return Architecture(
        "attention",
        (
            Layer("input", "InputLayer", {"shape": [6, 6]}, ((),)),
            fed(layer("LocallyConnected1D", "local", filters=6, kernel_size=1), x),
            fed(layer("MultiHeadAttention", "heads", num_heads=2, key_dim=3, dropout=0.1), Port("local"), x),
            fed(layer("Add", "both"), heads, x),
            fed(layer("Attention", "scaled", use_scale=True), both, both),
            fed(layer("Flatten", "flat"), Port("scaled")),
            fed(layer("Dense", "out", units=3, activation="softmax"), Port("flat")),
        ),
        (x,), (Port("out"),),
    )  # fmt: skip


NETS = {
    "conv": conv_net,
    "recurrent": recurrent_net,
    "nested": nested_net,
    "attention": attention_net,
}


def spec_of(architecture, preprocessing=None, **changes):
    values = {
        "algorithms": "bp",
        "batch_size": 16,
        "epochs": 2,
        "layers": (),
        "data": DataSpec("digits"),
        "bp": BackpropSpec(learning_rate=0.01),
        "network": Network(architecture, preprocessing, "classifier", "some.h5"),
    }
    return ExperimentSpec("net", **{**values, **changes})


def squares(count=64, seed=0):
    """Three classes that a small net can tell apart: where the bright part lies."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, count).astype(np.int32)
    x = rng.random((count, 6, 6)).astype(np.float32) * 0.3
    for image, label in zip(x, y, strict=True):
        image[2 * label : 2 * label + 2] += 0.7
    return Samples(x.reshape(count, 36), y)


def data():
    none = Samples(np.zeros((0, 36), np.float32), np.zeros(0, np.int32))
    return PreparedData(
        DataSpec("digits"), "squares", squares(), none, squares(40, 1), (6, 6), SHAPE.class_names
    )


EPOCHS = 24


@functools.cache
def run_whole(name):
    """A session, the history of its run and its end; to be looked at, never changed."""
    session, history = Session(spec_of(NETS[name](), epochs=EPOCHS), data()), History()
    end = session.run(history.add)
    return session, history, end


@functools.cache
def run_half(name):
    """A session after half of its epochs; to be looked at, never changed."""
    session = Session(spec_of(NETS[name](), epochs=EPOCHS // 2), data())
    session.run()
    return session


@pytest.mark.parametrize("name", NETS)
def test_snapshots_say_what_the_keras_model_says(name):
    session = run_half(name)
    net = session.snapshot().bp
    assert isinstance(net, NetworkSnapshot)
    x = data().test.x
    given = net.prepare(x)
    np.testing.assert_allclose(
        net.probabilities(x), session.bp.model(given, training=False), atol=1e-5
    )
    assert net.num_classes == 3
    assert net.num_inputs == 36


@pytest.mark.parametrize("name", NETS)
def test_a_net_learns_and_is_judged_on_what_it_says(name):
    session, history, end = run_whole(name)
    right = (session.snapshot().bp.predict(data().test.x) == data().test.y).mean()
    assert end.test_accuracy["bp"] == pytest.approx(right)
    assert right > 0.8
    losses = [row["bp_loss"] for row in history.epochs]
    assert losses[-1] < 0.5 * losses[0]


def log_probability(network, weights, x, y):
    out = forward.predict(network, weights, x)
    return -np.log(out[np.arange(len(y)), y]).mean()


@pytest.mark.parametrize("output", ["softmax", "linear", "sigmoid"])
def test_gradients_agree_with_numerical_ones_of_the_numpy_net(output):
    """SGD's first step divided by the rate is the gradient of the cross-entropy."""
    network = chain(
        "net",
        [
            layer("Conv2D", "conv", filters=2, kernel_size=3, activation="tanh"),
            layer("AveragePooling2D", "pool"),
            layer("Flatten", "flat"),
            layer("Dense", "out", units=3, activation=output),
        ],
        (6, 6, 1),
    )
    rate = 1e-3
    spec = spec_of(network, bp=BackpropSpec("sgd", rate), batch_size=64)
    trainer = BackpropTrainer(spec, SHAPE)
    trainer.attach(TrainingData(data(), 64, 0))
    before = network_weights(trainer.weights(), trainer.network)
    loss = trainer.train_step(1.0, 0.0)[0][0]
    after = network_weights(trainer.weights(), trainer.network)
    x = data().train.x.reshape(-1, 6, 6, 1).astype(np.float64)
    y = data().train.y

    def entropy(weights):
        out = forward.predict(network, weights, x)
        if output == "linear":
            out = np.exp(out - out.max(axis=1, keepdims=True))
        out = out / out.sum(axis=1, keepdims=True)
        return -np.log(out[np.arange(len(y)), y]).mean()

    exact = {path: [a.astype(np.float64) for a in arrays] for path, arrays in before.items()}
    assert loss == pytest.approx(entropy(exact), rel=1e-5)
    rng = np.random.default_rng(3)
    for path, arrays in exact.items():
        for part, array in enumerate(arrays):
            step = (before[path][part] - after[path][part]) / rate
            for _ in range(4):
                at = tuple(rng.integers(0, n) for n in array.shape)
                values = []
                for shift in (1e-5, -1e-5):
                    array[at] += shift
                    values.append(entropy(exact))
                    array[at] -= shift
                numerical = (values[0] - values[1]) / 2e-5
                assert step[at] == pytest.approx(numerical, rel=0.02, abs=2e-4), (path, part, at)


@pytest.mark.parametrize("name", choose_cases(NETS, "attention"))
def test_equal_seeds_give_equal_runs_and_others_do_not(name):
    def weights(**changes):
        session = Session(spec_of(NETS[name](), epochs=EPOCHS // 2, **changes), data())
        session.run()
        return session.bp.weights()

    first = run_half(name).bp.weights()
    second, other = weights(), weights(seed=2)
    assert all(np.array_equal(first[k], second[k]) for k in first)
    assert not all(np.array_equal(first[k], other[k]) for k in first)


@pytest.mark.parametrize("suffix", choose_cases([".h5", ".keras"], ".keras"))
@pytest.mark.parametrize("name", NETS)
def test_a_saved_net_goes_on_exactly_where_it_stood(tmp_path, name, suffix):
    (whole, _, _), half = run_whole(name), run_half(name)
    path = tmp_path / f"net{suffix}"
    save_session(half, path)
    again = load_session(path)
    assert again.spec == half.spec
    again = continue_session(again, half.spec, data())
    again.run()
    for key, value in whole.bp.weights().items():
        np.testing.assert_array_equal(again.bp.weights()[key], value, key)


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
def test_keras_opens_a_saved_net(tmp_path, suffix):
    session = run_half("conv")
    path = tmp_path / f"net{suffix}"
    save_session(session, path)
    model = keras.models.load_model(path, compile=False)
    x = data().test.x
    np.testing.assert_allclose(
        np.asarray(model(x.reshape(-1, 6, 6, 1), training=False)),
        session.snapshot().bp.probabilities(x),
        atol=1e-5,
    )


def test_a_net_may_be_given_the_weights_it_starts_with():
    network = Network(conv_net())
    rng = np.random.default_rng(0)
    given = {}
    for _, path, size in weight_slots(network):
        given.setdefault(path, []).append(rng.random(size).astype(np.float32))
    session = Session(spec_of(conv_net()), None, SHAPE, weights=given)
    by_path = network_weights(session.bp.weights(), network)
    for path, arrays in given.items():
        for a, b in zip(arrays, by_path[path], strict=True):
            np.testing.assert_array_equal(a, b)
    assert network_state(by_path, network).keys() == session.bp.weights().keys()


def test_constants_of_a_normalization_are_kept(tmp_path):
    network = chain(
        "net",
        [
            layer("Normalization", "norm"),
            layer("Flatten", "flat"),
            layer("Dense", "out", units=3, activation="softmax"),
        ],
        (6, 6),
    )
    rng = np.random.default_rng(0)
    mean, variance = rng.random(6, np.float32), rng.random(6, np.float32) + 0.5
    weights = {
        "norm": [mean, variance, np.zeros((), np.float32)],
        "out": [rng.random((36, 3), np.float32), np.zeros(3, np.float32)],
    }
    session = Session(spec_of(network), None, SHAPE, weights=weights)
    path = tmp_path / "net.h5"
    save_session(session, path)
    again = load_session(path)
    x = data().test.x
    expected = forward.predict(network, weights, x.reshape(-1, 6, 6))
    for one in (session, again):
        np.testing.assert_allclose(one.snapshot().bp.probabilities(x), expected, atol=1e-6)
        np.testing.assert_allclose(
            np.asarray(one.bp.model(x.reshape(-1, 6, 6))), expected, atol=1e-5
        )


def test_frozen_layers_do_not_learn():
    layers = list(conv_net().layers)
    layers = [dataclasses.replace(x, trainable=x.name != "conv") for x in layers]
    network = dataclasses.replace(conv_net(), layers=tuple(layers))
    session = Session(spec_of(network), data())
    before = session.bp.weights()
    session.run()
    after = session.bp.weights()
    slots = {name: path for name, path, _ in weight_slots(Network(network))}
    changed = {slots[k] for k in before if not np.array_equal(before[k], after[k])}
    assert "conv" not in changed
    assert "out" in changed


def test_penalties_of_the_architecture_count():
    plain = chain("net", [layer("Dense", "out", units=3, activation="softmax")], (36,))
    heavy = chain(
        "net",
        [
            layer(
                "Dense", "out", units=3, activation="softmax",
                kernel_regularizer={"l1": 0.0, "l2": 0.5},
            )
        ],
        (36,),
    )  # fmt: skip
    losses = []
    for network in (plain, heavy):
        trainer = BackpropTrainer(spec_of(network, batch_size=64), SHAPE)
        trainer.attach(TrainingData(data(), 64, 0))
        kernel = trainer.weights()["layer_0/0"]
        losses.append(trainer.train_step(1.0, 0.0)[0][0])
    assert losses[1] - losses[0] == pytest.approx(0.5 * np.square(kernel).sum(), rel=1e-4)


def test_preprocessing_is_what_the_net_is_trained_on():
    way = Preprocessing("1–0", (36,), (6, 6))
    network = chain("net", [layer("Dense", "out", units=3, activation="softmax")], (36,))
    spec = spec_of(network, way, batch_size=64)
    trainer = BackpropTrainer(spec, SHAPE)
    trainer.attach(TrainingData(data(), 64, 0))
    x, y = (np.array(part) for part in trainer.training_data().batch(0, 0))
    right = np.array(trainer.model(1 - x, training=False))[np.arange(len(y)), y]
    (loss,), _, _ = trainer.train_step(1.0, 0.0)
    assert loss == pytest.approx(-np.log(right).mean(), rel=1e-5)
    session = Session(spec, data())
    session.run()
    net = session.snapshot().bp
    expected = session.bp.model(1 - data().test.x, training=False)
    np.testing.assert_allclose(net.probabilities(data().test.x), expected, atol=1e-5)
    other = dataclasses.replace(session.spec.network, preprocessing=None)
    go_on = continue_session(session, session.spec.replace(network=other), data())
    np.testing.assert_array_equal(go_on.snapshot().bp.prepare(data().test.x), data().test.x)


def test_other_nets_and_other_data_are_told_apart():
    spec = spec_of(conv_net())
    session = Session(spec, data())
    with pytest.raises(TrainingError, match="not those of this net"):
        continue_session(session, spec_of(recurrent_net()), data())
    assert not spec_problems(spec, 36, 3, (6, 6))
    (problem,) = spec_problems(spec, 36, 10, (6, 6))
    assert "3 classes" in problem.reason
    assert "10" in problem.reason
    (problem,) = spec_problems(spec.replace(algorithms="both"))
    assert problem.fixed.algorithms == "bp"
    coder = dataclasses.replace(spec.network, role="autoencoder")
    (problem,) = spec_problems(spec.replace(network=coder))
    assert "an autoencoder" in problem.reason


def test_an_experiment_with_a_net_survives_json():
    way = Preprocessing("mean/std", (12, 12, 3), (12, 12), "crop", True)
    spec = spec_of(nested_net(), way)
    assert reading.from_json(reading.to_json(spec)) == spec
    assert "network" not in reading.to_dict(ExperimentSpec())


@pytest.mark.parametrize(
    "damage",
    [
        lambda n: n.update(role="thief"),
        lambda n: n.update(architecture=None),
        lambda n: n["architecture"]["layers"][1].update(kind="Lambda"),
        lambda n: n["architecture"]["layers"][1]["settings"].update(units=-3),
        lambda n: n["architecture"].update(outputs=[["nowhere", 0, 0]]),
        lambda n: n.update(preprocessing={"scale": "0–1"}),
        lambda n: n.update(
            preprocessing={
                "scale": "eval", "shape": [36], "size": [6, 6], "fit": "pad", "transposed": False,
            }
        ),
        lambda n: n.update(
            preprocessing={
                "scale": "0–1", "shape": [10**9], "size": [6, 6], "fit": "pad",
                "transposed": False,
            }
        ),
    ],
)  # fmt: skip
def test_a_damaged_net_in_an_experiment_is_refused(damage):
    config = reading.to_dict(spec_of(chain("n", [layer("Dense", "out", units=3)], (36,))))
    damage(config["network"])
    with pytest.raises(SpecError):
        reading.from_dict(config)


def test_variables_are_found_by_the_paths_of_the_weights():
    for make in NETS.values():
        trainer = BackpropTrainer(spec_of(make()), SHAPE)
        variables = variables_of(trainer.model, trainer.network.architecture)
        sizes = {}
        for _, path, size in weight_slots(trainer.network):
            sizes.setdefault(path, []).append(size)
        assert {p: [tuple(v.shape) for v in vs] for p, vs in variables.items()} == sizes


def test_several_inputs_are_no_net_to_train():
    both = Architecture(
        "two",
        (
            Layer("a", "InputLayer", {"shape": [3]}, ((),)),
            Layer("b", "InputLayer", {"shape": [3]}, ((),)),
            dataclasses.replace(
                layer("Add", "sum"), calls=((Port("a"), Port("b")),)
            ),
        ),
        (Port("a"), Port("b")),
        (Port("sum"),),
    )  # fmt: skip
    (problem,) = spec_problems(spec_of(both))
    assert "inputs" in problem.reason
