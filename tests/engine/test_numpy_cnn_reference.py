"""The NumPy CNN framework's layout against references of its own, written here in float64.

They know nothing of ffstudio's arrays: they read the file with h5py and compute in the
layout's own order (images (n, C, H, W), kernels (out, C, kH, kW), matrices (units, inputs)).
"""

from __future__ import annotations

import h5py
import numpy as np
import pytest

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Layer, chain, flow
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.network import Network
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.named_weights import network_weights
from ffstudio.engine.strangers import build as foreign
from ffstudio.engine.training.backprop import BackpropTrainer
from ffstudio.engine.training.trainer import TrainingData
from ffstudio.files.foreign.examine import examine_here
from ffstudio.files.formats import numpy_cnn
from tests.files.legacy import write_numpy_cnn

pytestmark = pytest.mark.filterwarnings("ignore")


# --- the references ---------------------------------------------------------------------


def read(path):
    """(words, numbers, arrays) per layer, as they lie in the file."""
    blocks = []
    with h5py.File(path) as file:
        for i in range(int(file["layer_cnt"][()])):
            group = file[f"layer_{i}"]
            words = [w.decode() for w in group["_str"][()]]
            numbers = [int(n) for n in group["init_params"][()]] if "init_params" in group else []
            arrays = []
            if group["params_flag"][()]:
                item = group["params"]
                listed = [item[n] for n in sorted(item)] if isinstance(item, h5py.Group) else [item]
                arrays = [np.asarray(a[()], np.float64) for a in listed]
            blocks.append((words, numbers, arrays))
    return blocks


def direct(x, kernels, stride):
    """Cross-correlation by its definition, one product after the other."""
    images, channels, height, width = x.shape
    filters, _, high, wide = kernels.shape
    rows, columns = (height - high) // stride + 1, (width - wide) // stride + 1
    output = np.zeros((images, filters, rows, columns))
    values, weights = x.tolist(), kernels.tolist()
    for n, f, i, j in np.ndindex(*output.shape):
        total = 0.0
        for c in range(channels):
            for a in range(high):
                line, factors = values[n][c][i * stride + a], weights[f][c][a]
                for b in range(wide):
                    total += line[j * stride + b] * factors[b]
        output[n, f, i, j] = total
    return output


def by_columns(x, kernels, stride):
    """Cross-correlation as one product: every window a column."""
    images, channels, height, width = x.shape
    filters, _, high, wide = kernels.shape
    rows, columns = (height - high) // stride + 1, (width - wide) // stride + 1
    patches = np.zeros((images, channels, high, wide, rows, columns))
    for a in range(high):
        for b in range(wide):
            part = x[:, :, a : a + rows * stride : stride, b : b + columns * stride : stride]
            patches[:, :, a, b] = part[:, :, :rows, :columns]
    patches = patches.reshape(images, channels * high * wide, rows * columns)
    return (kernels.reshape(filters, -1) @ patches).reshape(images, filters, rows, columns)


def pooled(x, size, stride, largest):
    images, channels, height, width = x.shape
    rows, columns = (height - size) // stride + 1, (width - size) // stride + 1
    output = np.zeros((images, channels, rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = x[:, :, i * stride : i * stride + size, j * stride : j * stride + size]
            output[:, :, i, j] = window.max(axis=(2, 3)) if largest else window.mean(axis=(2, 3))
    return output


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


FUNCTIONS = {
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "linear": lambda z: z,
    "softmax": softmax,
}


def reference(layers, x, convolve=by_columns):
    """What the framework computes for x (n, C, H, W)."""
    for i, (words, numbers, arrays) in enumerate(layers):
        kind, activation = words[0], FUNCTIONS.get(words[-1])
        if kind == "Conv2D":
            x = activation(convolve(x, arrays[0], numbers[2]))
        elif kind in ("MaxPooling2D", "AveragePooling2D"):
            x = pooled(x, numbers[0], numbers[-1], kind == "MaxPooling2D")
        elif kind == "Flatten":
            x = x.reshape(len(x), -1)
        elif kind in ("Dense", "Output"):
            x = activation(x @ arrays[0].T)
        else:
            assert kind == "Recurrent"
            rows = x[:, 0] if x.ndim == 4 else x
            h, states = np.zeros((len(x), numbers[0])), []
            for t in range(rows.shape[1]):
                h = activation(rows[:, t] @ arrays[0].T + h @ arrays[1].T)
                states.append(h)
            x = np.stack(states, axis=1) if layers[i + 1][0][0] == "Recurrent" else h
    return x


# --- nets -------------------------------------------------------------------------------


def layer(kind, name, **settings):
    return Layer(name, kind, check_settings(kind, settings))


def bare(kind, name, **settings):
    return layer(kind, name, use_bias=False, **settings)


def conv_net(
    shape=(28, 28, 1), filters=20, size=9, units=100, classes=10, pool="Average", stride=1
):
    """The numpy-cnn preset, or the like of it."""
    return chain(
        "cnn",
        [
            bare("Conv2D", "a", filters=filters, kernel_size=size, strides=stride, activation="relu"),
            layer(f"{pool}Pooling2D", "b", pool_size=2),
            layer("Flatten", "c"),
            bare("Dense", "d", units=units, activation="relu"),
            bare("Dense", "e", units=classes, activation="softmax"),
        ],
        shape,
    )  # fmt: skip


def recurrent_net(shape=(28, 28), units=(12, 9), classes=10):
    """The rows of the image, one after the other."""
    return chain(
        "rows",
        [
            bare("SimpleRNN", "a", units=units[0], activation="tanh", return_sequences=True),
            bare("SimpleRNN", "b", units=units[1], activation="relu"),
            bare("Dense", "c", units=classes, activation="softmax"),
        ],
        shape,
    )


def random_weights(network, seed=0):
    rng = np.random.default_rng(seed)
    return {
        name: tuple(
            (rng.normal(size=w.shape) * (2.0 / np.prod(w.shape[:-1])) ** 0.5).astype("float32")
            for w in listed
        )
        for name, listed in flow(network).weights.items()
        if listed
    }


def written(tmp_path, network, seed=0):
    """The net in a file of the layout, as ffstudio reads it again, and as it lies there."""
    path = tmp_path / "net.h5"
    with h5py.File(path, "w") as file:
        numpy_cnn.write_into(file, network, random_weights(network, seed), 0.01)
    contents = examine_here(path)
    assert contents.card.refused == ()
    (candidate,) = contents.candidates
    return candidate, contents.card, read(path)


# --- what comes out ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "parameters"),
    [("average", 202_620), ("max", 202_620), ("stride", 52_620), ("recurrent", 759)],
)
def test_two_references_the_numpy_net_and_keras_agree(tmp_path, name, parameters):
    network = {
        "average": lambda: conv_net(),
        "max": lambda: conv_net(pool="Max"),
        "stride": lambda: conv_net(stride=2),
        "recurrent": lambda: recurrent_net(),
    }[name]()
    candidate, card, layers = written(tmp_path, network)
    assert card.parameters == parameters == sum(a.size for *_, arrays in layers for a in arrays)
    x = np.random.default_rng(1).random((2, 1, 28, 28))
    first, second = reference(layers, x, direct), reference(layers, x, by_columns)
    np.testing.assert_allclose(first, second, rtol=0, atol=1e-10)
    np.testing.assert_allclose(first.sum(axis=1), 1, atol=1e-12)
    assert np.ptp(first, axis=0).max() > 1e-3  # it does depend on the image

    ours = x.transpose(0, 2, 3, 1)
    exact = forward.predict(candidate.network, candidate.weights, ours)
    assert exact.dtype == np.float64
    np.testing.assert_allclose(exact, first, rtol=0, atol=1e-10)
    single = ours.astype("float32")
    np.testing.assert_allclose(
        forward.predict(candidate.network, candidate.weights, single), first, rtol=0, atol=1e-5
    )
    keras_model = foreign.build(candidate.network, candidate.weights)
    np.testing.assert_allclose(foreign.predict(keras_model, single), first, rtol=0, atol=1e-4)


def test_each_layer_gives_what_the_reference_gives(tmp_path):
    candidate, _, layers = written(tmp_path, conv_net())
    x = np.random.default_rng(2).random((3, 1, 28, 28))
    tensors = forward.run(candidate.network, candidate.weights, x.transpose(0, 2, 3, 1))
    for i, count in ((0, 1), (1, 2)):
        expected = reference(layers[:count], x)
        (port,) = (p for p in tensors if p.layer == f"layer_{i}")
        np.testing.assert_allclose(tensors[port].transpose(0, 3, 1, 2), expected, atol=1e-12)


def test_several_channels_are_flattened_in_the_layouts_order(tmp_path):
    candidate, _, layers = written(tmp_path, conv_net((9, 8, 3), 4, 3, 6, 5))
    x = np.random.default_rng(3).normal(size=(2, 3, 9, 8))
    outputs = forward.predict(candidate.network, candidate.weights, x.transpose(0, 2, 3, 1))
    np.testing.assert_allclose(outputs, reference(layers, x, direct), rtol=0, atol=1e-10)


# --- gradients --------------------------------------------------------------------------

HIGH, WIDE, CLASSES = 8, 6, 3
SHAPE = DataShape((HIGH, WIDE), ("a", "b", "c"), "noise")
COUNT = 12

GRADIENTS = {
    "average": lambda: conv_net((HIGH, WIDE, 1), 2, 3, 5, CLASSES),
    "max": lambda: conv_net((HIGH, WIDE, 1), 2, 3, 5, CLASSES, pool="Max"),
    "recurrent": lambda: recurrent_net((HIGH, WIDE), (4, 5), CLASSES),
}


def noise():
    rng = np.random.default_rng(4)
    x = rng.random((COUNT, HIGH * WIDE)).astype(np.float32)
    none = Samples(np.zeros((0, HIGH * WIDE), np.float32), np.zeros(0, np.int32))
    train = Samples(x, rng.integers(0, CLASSES, COUNT).astype(np.int32))
    return PreparedData(
        DataSpec("digits"), "noise", train, none, train, (HIGH, WIDE), SHAPE.class_names
    )


def numerical(layers, x, y, step=1e-6):
    """Central differences of the mean cross-entropy for every weight, per array."""

    def entropy():
        return -np.log(reference(layers, x)[np.arange(len(y)), y]).mean()

    gradients = []
    for *_, arrays in layers:
        for array in arrays:
            slopes = np.zeros(array.shape)
            for at in np.ndindex(*array.shape):
                before = array[at]
                array[at] = before + step
                above = entropy()
                array[at] = before - step
                slopes[at] = (above - entropy()) / (2 * step)
                array[at] = before
            gradients.append(slopes)
    return gradients


def in_the_layout(tmp_path, network, weights):
    """Arrays as the layout has them, in the order of the layers."""
    path = tmp_path / "again.h5"
    with h5py.File(path, "w") as file:
        numpy_cnn.write_into(file, network, weights)
    return [a for *_, arrays in read(path) for a in arrays]


@pytest.mark.parametrize("name", GRADIENTS)
def test_the_training_step_follows_the_numerical_gradient(tmp_path, name):
    """A step of SGD with the rate 1 is minus the gradient of the mean cross-entropy."""
    candidate, _, layers = written(tmp_path, GRADIENTS[name](), seed=5)
    spec = ExperimentSpec(
        "net", algorithms="bp", batch_size=COUNT, epochs=1, layers=(), data=DataSpec("digits"),
        bp=BackpropSpec("sgd", 1.0), network=Network(candidate.network, None, "classifier", "n.h5"),
    )  # fmt: skip
    trainer = BackpropTrainer(spec, SHAPE, candidate.weights)
    trainer.attach(TrainingData(noise(), COUNT, 0))
    before = network_weights(trainer.weights(), trainer.network)
    loss = trainer.train_step(1.0, 0.0)[0][0]
    after = network_weights(trainer.weights(), trainer.network)

    x, y = noise().train.x.astype(np.float64).reshape(-1, 1, HIGH, WIDE), noise().train.y
    out = reference(layers, x, direct)
    assert loss == pytest.approx(-np.log(out[np.arange(COUNT), y]).mean(), abs=1e-5)
    step = {
        path: [a.astype(np.float64) - b for a, b in zip(before[path], after[path], strict=True)]
        for path in before
    }
    gradients = in_the_layout(tmp_path, candidate.network, step)
    expected = numerical(layers, x, y)
    assert len(gradients) == len(expected)
    for one, other in zip(gradients, expected, strict=True):
        assert np.abs(other).max() > 1e-3
        np.testing.assert_allclose(one, other, rtol=1e-3, atol=2e-6)


# --- Recurrent, as it is written and read -----------------------------------------------


def test_recurrent_layers_are_written_as_they_are_read(tmp_path):
    candidate, card, layers = written(tmp_path, recurrent_net())
    assert [words for words, *_ in layers] == [
        ["Recurrent", "tanh"], ["Recurrent", "relu"], ["Output", "softmax"],
    ]  # fmt: skip
    assert [[a.shape for a in arrays] for *_, arrays in layers] == [
        [(12, 28), (12, 12)], [(9, 12), (9, 9)], [(10, 9)],
    ]  # fmt: skip
    assert card.input_shapes == ((28, 28, 1),)
    with h5py.File(tmp_path / "twice.h5", "w") as file:
        numpy_cnn.write_into(file, candidate.network, candidate.weights)
        assert file["input_shape"][()].tolist() == [1, 28, 28]
    for (_, _, one), (_, _, other) in zip(layers, read(tmp_path / "twice.h5"), strict=True):
        for a, b in zip(one, other, strict=True):
            np.testing.assert_array_equal(a, b)


def test_the_matrix_on_the_states_is_known_by_its_shape(tmp_path):
    rng = np.random.default_rng(6)
    inputs, states, last = (rng.normal(size=s) * 0.4 for s in ((5, 6), (5, 5), (3, 5)))
    x = rng.normal(size=(2, 1, 8, 6))
    h = np.zeros((2, 5))
    for t in range(8):
        h = np.tanh(x[:, 0, t] @ inputs.T + h @ states.T)
    for first, second in (("0", "1"), ("1", "0")):
        path = write_numpy_cnn(
            tmp_path / "net.h5",
            (1, 8, 6),
            [(["Recurrent"], [5], None), (["Output", "softmax"], [3], last)],
        )
        with h5py.File(path, "a") as file:
            file[f"layer_0/params/{first}"] = inputs
            file[f"layer_0/params/{second}"] = states
        (candidate,) = examine_here(path).candidates
        outputs = forward.predict(candidate.network, candidate.weights, x.transpose(0, 2, 3, 1))
        np.testing.assert_allclose(outputs, softmax(h @ last.T), atol=1e-6)


def test_what_the_layout_cannot_say_of_recurrent_layers(tmp_path):
    def refusal(*layers):
        network = chain("n", layers, (8, 6))
        with h5py.File(tmp_path / "no.h5", "w") as file, pytest.raises(ModelFileError) as error:
            numpy_cnn.write_into(file, network, random_weights(network))
        return str(error.value)

    last = bare("Dense", "z", units=3)
    assert "backwards" in refusal(bare("SimpleRNN", "a", units=3, go_backwards=True), last)
    every = bare("SimpleRNN", "a", units=3, return_sequences=True)
    assert "all its steps" in refusal(every, layer("Flatten", "f"), last)
    assert "has a bias" in refusal(layer("SimpleRNN", "a", units=3), last)
    assert "no image" in refusal(bare("LSTM", "a", units=3), last)


def test_a_recurrent_layer_over_several_channels_is_refused(tmp_path):
    path = write_numpy_cnn(
        tmp_path / "net.h5",
        (3, 8, 6),
        [(["Recurrent"], [5], None), (["Output", "softmax"], [3], np.zeros((3, 5)))],
    )
    contents = examine_here(path)
    assert not contents.candidates
    assert any("no rows of one channel" in reason for reason in contents.card.refused)
