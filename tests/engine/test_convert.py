"""Models from one format into another: nothing changes but the format."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from ffstudio.core import forward
from ffstudio.core.describe.architecture import chain, flow
from ffstudio.core.describe.cards import NUMPY_CNN, OURS, WEIGHTS, WHOLE
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.model_formats import MODEL_FORMATS, format_of
from ffstudio.engine.saving.conversion import convert, of_snapshot, write_model
from ffstudio.engine.saving.formats.plain_words import without_own_activations
from ffstudio.engine.saving.session_files import save_session
from ffstudio.engine.strangers.build import load_foreign
from ffstudio.engine.training.session import Session
from ffstudio.files.foreign.examine import examine_here
from ffstudio.files.formats.model import Model
from ffstudio.files.ours.archive import read_archive, same_nets, same_states
from tests.engine.test_forward_forward import tiny_data
from tests.engine.test_network import layer
from tests.engine.test_session import both
from tests.marks import choose_cases

pytestmark = pytest.mark.filterwarnings("ignore")

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("FFSTUDIO_CORPUS") or ROOT.parent / "shared/h5-corpus")
NEGATIVE = Preprocessing("1–0", (8, 8, 1), (8, 8))


def random_weights(network, seed=0):
    rng = np.random.default_rng(seed)
    by_path = {}
    for weights in flow(network).weights.values():
        for weight in weights:
            value = rng.normal(0, 0.4, weight.shape).astype(np.float32)
            value = np.abs(value) + 0.5 if "variance" in weight.role else value
            by_path.setdefault(weight.layer, []).append(value)
    return by_path


def conv_model(bias=True, **more):
    network = chain(
        "digits",
        [
            layer("Conv2D", "conv", filters=3, kernel_size=3, activation="relu", use_bias=bias),
            layer("AveragePooling2D", "pool"),
            layer("Flatten", "flat"),
            layer("Dense", "hidden", units=7, activation="tanh", use_bias=bias),
            layer("Dense", "out", units=4, activation="softmax", use_bias=bias),
        ],
        (8, 8, 1),
    )
    return Model(network, random_weights(network), NEGATIVE, **more)


def says(model, x):
    return forward.predict(model.network, model.weights, x)


def images(count=5):
    return np.random.default_rng(9).random((count, 8, 8, 1), np.float32)


@pytest.mark.parametrize(
    ("ending", "kind"),
    [(".h5", WHOLE), (".keras", WHOLE), (".npz", WHOLE), (".numpy.h5", NUMPY_CNN),
     (".weights.h5", WEIGHTS)],
)  # fmt: skip
def test_what_is_written_reads_back_with_its_preprocessing(tmp_path, ending, kind):
    model = conv_model(bias=ending != ".numpy.h5")
    done = write_model(model, tmp_path / f"net{ending}")
    assert done.size == done.path.stat().st_size
    contents = examine_here(done.path)
    assert contents.card.kind == kind
    if kind == WEIGHTS:
        beside = tmp_path / "net.weights.h5.preprocessing.json"
        assert Preprocessing.from_dict(json.loads(beside.read_text("utf-8"))) == NEGATIVE
        return
    assert contents.kept == NEGATIVE
    assert "1 − x/255" in contents.card.text()
    one = contents.candidates[0]
    np.testing.assert_allclose(
        forward.predict(one.network, one.weights, images()), says(model, images()), atol=1e-6
    )
    assert not list(tmp_path.glob(".*")), "no temporary file stays"


@pytest.mark.parametrize("first", [".h5", ".keras", ".npz", ".numpy.h5"])
@pytest.mark.parametrize(
    "second", choose_cases([".h5", ".keras", ".npz", ".numpy.h5"], ".keras", ".numpy.h5")
)
def test_round_trips_through_two_formats(tmp_path, first, second):
    model = conv_model(bias=False)
    write_model(model, tmp_path / f"one{first}")
    convert(tmp_path / f"one{first}", tmp_path / f"two{second}")
    contents = examine_here(tmp_path / f"two{second}")
    one = contents.candidates[0]
    np.testing.assert_allclose(
        forward.predict(one.network, one.weights, images()), says(model, images()), atol=1e-6
    )
    assert contents.kept == NEGATIVE


PLAIN = """
import sys, numpy as np, keras
model = keras.models.load_model(sys.argv[1], compile=False)
assert not any(m.startswith("ffstudio") for m in sys.modules)
np.save(sys.argv[2], model.predict(np.load(sys.argv[3]), verbose=0))
"""


def in_plain_keras(path, x, tmp_path):
    """What Keras alone makes of a file, in a process that never saw ffstudio."""
    np.save(tmp_path / "x.npy", x)
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, path, tmp_path / "y.npy", tmp_path / "x.npy"],
        cwd=tmp_path,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return np.load(tmp_path / "y.npy")


@pytest.mark.parametrize("ending", choose_cases([".h5", ".keras"], ".keras"))
def test_keras_alone_opens_what_was_converted(tmp_path, ending):
    """Even an old net: its hard sigmoids are written in today's words."""
    network = chain(
        "old",
        [
            layer("LSTM", "lstm", units=5, recurrent_activation="hard_sigmoid_2",
                  return_sequences=True),
            layer("Bidirectional", "both",
                  layer("GRU", "layer", units=4, recurrent_activation="hard_sigmoid_2",
                        reset_after=False)),
            layer("Dense", "hidden", units=6, activation="hard_sigmoid_2"),
            layer("Dense", "out", units=4, activation="softmax"),
        ],
        (8, 8),
    )  # fmt: skip
    model = Model(network, random_weights(network), Preprocessing("0–1", (8, 8), (8, 8)))
    path = tmp_path / f"net{ending}"
    done = write_model(model, path)
    assert not any("ffstudio.engine" in note for note in done.notes)
    x = 4 * images()[..., 0] - 2
    np.testing.assert_allclose(in_plain_keras(path, x, tmp_path), says(model, x), atol=1e-5)


def test_scaled_gates_are_exact_where_they_saturate():
    """0.2·x + 0.5 clipped is 1.2·x/6 + 0.5 clipped."""
    network = chain("n", [layer("Dense", "d", units=3, activation="hard_sigmoid_2")], (2,))
    weights = random_weights(network)
    made, scaled = without_own_activations(network, weights)
    assert made.layers[-1].settings["activation"] == "hard_sigmoid"
    x = np.linspace(-20, 20, 82).reshape(41, 2)
    np.testing.assert_allclose(
        forward.predict(made, scaled, x), forward.predict(network, weights, x), atol=1e-6
    )
    assert np.array_equal(weights["d"][0], random_weights(network)["d"][0]), "nothing is changed"


def test_what_plain_keras_cannot_name_is_said(tmp_path):
    network = chain("n", [layer("Dense", "d", units=3, activation="gelu_tanh")], (6,))
    done = write_model(Model(network, random_weights(network)), tmp_path / "net.keras")
    assert any("ffstudio.engine" in note for note in done.notes)


def test_the_preprocessing_that_is_kept_is_taken_first(tmp_path):
    write_model(conv_model(), tmp_path / "net.h5")
    pictures = (255 * images(40)[..., 0]).astype(np.uint8)
    labels = np.arange(40) % 4
    loaded = load_foreign(tmp_path / "net.h5", pictures, labels)
    assert loaded.trials[0].preprocessing == NEGATIVE
    right = says(conv_model(), NEGATIVE.apply(pictures)).argmax(axis=1) == labels
    assert loaded.trials[0].score == pytest.approx(right.mean())
    assert len({t.preprocessing for t in loaded.trials}) == len(loaded.trials) > 5


def test_ours_is_converted_too(tmp_path):
    session = Session(both(optimizer="adam", epochs=1), tiny_data())
    session.run()
    save_session(session, tmp_path / "ours.h5")
    assert examine_here(tmp_path / "ours.h5").card.kind == OURS
    done = convert(tmp_path / "ours.h5", tmp_path / "bp.keras", net="bp")
    assert done.format == "keras"
    x = tiny_data().test.x
    model = keras.models.load_model(tmp_path / "bp.keras", compile=False)
    np.testing.assert_allclose(
        np.asarray(model(x)), session.snapshot().bp.probabilities(x), atol=1e-5
    )


@pytest.fixture(scope="module")
def file_of_both(tmp_path_factory):
    session = Session(both(optimizer="adam", epochs=1), tiny_data())
    session.run()
    path = tmp_path_factory.mktemp("both") / "ours.h5"
    save_session(session, path)
    return path


@pytest.fixture(scope="module")
def file_of_projections(tmp_path_factory):
    """A net whose layers score classes by matrices of their own."""
    spec = both(epochs=1)
    conv = replace(spec.layers[0], kind="conv", units=6, pooling="max")
    ff = replace(spec.ff, goodness="projection", sharpness=1.0)
    session = Session(spec.replace(layers=(conv, spec.layers[1]), ff=ff), tiny_data())
    session.run()
    path = tmp_path_factory.mktemp("projections") / "ours.h5"
    save_session(session, path)
    return path


def test_a_file_of_both_nets_stays_one_where_there_is_room(file_of_both, tmp_path):
    done = convert(file_of_both, tmp_path / "ours.keras")
    assert "Both nets" in done.notes[0]
    before, after = read_archive(file_of_both), read_archive(tmp_path / "ours.keras")
    assert same_nets(before.snapshot, after.snapshot) and same_states(before.states, after.states)


def test_which_net_is_meant_is_asked_or_said(file_of_both, tmp_path):
    done = convert(file_of_both, tmp_path / "twin.npz")
    assert "The backprop net alone" in done.notes[0]
    with pytest.raises(ModelFileError, match="--net ff or --net bp"):
        convert(file_of_both, tmp_path / "net.tflite")
    with pytest.raises(ModelFileError, match="no place for a Forward-Forward net"):
        convert(file_of_both, tmp_path / "net.npz", net="ff")
    assert not (tmp_path / "net.npz").exists() and not (tmp_path / "net.tflite").exists()
    convert(file_of_both, tmp_path / "ff.h5", net="ff")
    with pytest.raises(ModelFileError, match="holds no backprop net"):
        convert(tmp_path / "ff.h5", tmp_path / "x.npz", net="bp")
    write_model(conv_model(), tmp_path / "stranger.keras")
    with pytest.raises(ModelFileError, match="holds no Forward-Forward net"):
        convert(tmp_path / "stranger.keras", tmp_path / "x.tflite", net="ff")


@pytest.mark.parametrize("ending", [".tflite", ".onnx", ".keras", ".h5"])
@pytest.mark.parametrize("kind", ["file_of_both", "file_of_projections"])
def test_a_forward_forward_net_scores_alike_elsewhere(ending, kind, request, tmp_path):
    file_of_both = request.getfixturevalue(kind)
    if ending == ".onnx":
        pytest.importorskip("tf2onnx")
        pytest.importorskip("onnxruntime")
    path = tmp_path / f"ff{ending}"
    convert(file_of_both, path, net="ff")
    x = tiny_data().test.x[:5]
    net = read_archive(file_of_both).snapshot.ff
    expected = net.label_goodness(x).sum(axis=1)
    if ending == ".tflite":
        runtime = tf.lite.Interpreter(str(path))
        runtime.resize_tensor_input(runtime.get_input_details()[0]["index"], x.shape)
        runtime.allocate_tensors()
        runtime.set_tensor(runtime.get_input_details()[0]["index"], x)
        runtime.invoke()
        scores = runtime.get_tensor(runtime.get_output_details()[0]["index"])
    elif ending == ".onnx":
        import onnxruntime

        session = onnxruntime.InferenceSession(str(path))
        scores = session.run(None, {session.get_inputs()[0].name: x})[0]
    else:
        scores = np.asarray(keras.models.load_model(path, compile=False)(x))
        assert read_archive(path).snapshot.bp is None
    np.testing.assert_allclose(scores, expected, rtol=1e-3, atol=1e-4)


def test_a_net_with_convolutions_of_the_twin_is_converted(tmp_path):
    spec = ExperimentSpec(
        algorithms="bp",
        data=DataSpec("digits"),
        layers=(
            LayerSpec(kind="conv", units=3, pooling="max", dropout=0.2),
            LayerSpec(kind="conv", units=4, activation="tanh"),
            LayerSpec(kind="conv", units=6, stride=2, skip=2),
            LayerSpec(units=5),
        ),
    )
    session = Session(spec, tiny_data())
    x = tiny_data().test.x
    model = of_snapshot(session.snapshot().bp)
    write_model(model, tmp_path / "net.keras")  # compared once it is written, as here again
    read = examine_here(tmp_path / "net.keras").candidates[0].network
    assert {"SpatialDropout2D", "Add"} <= {layer.kind for layer in read.layers}
    given = x.reshape(len(x), *flow(model.network).shapes[model.network.inputs[0]])
    np.testing.assert_allclose(
        says(model, given), session.snapshot().bp.probabilities(x), atol=1e-5
    )


def test_tflite_says_the_same(tmp_path):
    done = write_model(conv_model(), tmp_path / "net.tflite")
    assert done.size > 500
    assert not any("not run" in note for note in done.notes), "it was compared"


def test_onnx_says_the_same_or_what_to_install(tmp_path):
    if importlib.util.find_spec("tf2onnx") is None or importlib.util.find_spec("onnx") is None:
        with pytest.raises(ModelFileError, match=r"pip install .*ffstudio\[onnx\]"):
            write_model(conv_model(), tmp_path / "net.onnx")
        assert not (tmp_path / "net.onnx").exists()
        return
    assert write_model(conv_model(), tmp_path / "net.onnx").size > 500


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda ls: [*ls[:1], layer("BatchNormalization", "norm"), *ls[1:]], "BatchNormalization"),
        (lambda ls: [layer("Conv2D", "odd", filters=2, kernel_size=[3, 1], use_bias=False), *ls[1:]],
         "not square"),
    ],
)  # fmt: skip
def test_what_the_numpy_layout_cannot_hold_is_named(tmp_path, change, said):
    model = conv_model(bias=False)
    stack = change([x for x in model.network.layers if x.kind != "InputLayer"])
    network = chain("n", stack, (8, 8, 1))
    with pytest.raises(ModelFileError, match=said):
        write_model(Model(network, random_weights(network)), tmp_path / "net.numpy.h5")
    assert list(tmp_path.iterdir()) == []


def test_the_optimizer_goes_along(tmp_path):
    net = keras.Sequential([keras.Input((8, 8, 1)), layers.Flatten(), layers.Dense(4, "softmax")])
    net.compile("adam", "sparse_categorical_crossentropy")
    net.fit(images(12), np.arange(12) % 4, batch_size=4, epochs=2, verbose=0)
    net.save(tmp_path / "net.h5")
    convert(tmp_path / "net.h5", tmp_path / "net.keras")
    state = examine_here(tmp_path / "net.keras").optimizer
    assert state is not None
    assert state.steps == 6
    momentums = [v for v in net.optimizer.variables if v.path.endswith("_momentum")]
    for moment, expected in zip(state.slots[0], momentums, strict=True):
        np.testing.assert_allclose(moment, expected, atol=1e-7)


def test_names_say_the_format():
    assert format_of("a/net.weights.h5").name == "weights"
    assert format_of("NET.NUMPY.H5").name == "numpy-cnn"
    assert format_of("net.hdf5").name == "h5"
    assert format_of("anything", "npz").name == "npz"
    for name, known in MODEL_FORMATS.items():
        assert {format_of(f"net{e}").name for e in known.endings} == {name}
    with pytest.raises(ModelFileError, match=r"\.tflite"):
        format_of("net.pb")
    with pytest.raises(ModelFileError, match="Known are"):
        format_of("net.h5", "pickle")


def test_a_source_is_never_changed_and_never_written_over(tmp_path):
    path = tmp_path / "net.h5"
    write_model(conv_model(), path)
    before = path.read_bytes()
    with pytest.raises(ModelFileError, match="over itself"):
        convert(path, tmp_path / "." / "net.h5")
    with pytest.raises(ModelFileError, match="no folder"):
        convert(path, tmp_path / "absent" / "net.keras")
    convert(path, tmp_path / "net.keras")
    assert path.read_bytes() == before


def test_a_target_stays_when_writing_fails(tmp_path):
    target = tmp_path / "net.numpy.h5"
    write_model(conv_model(bias=False), target)
    before = target.read_bytes()
    with pytest.raises(ModelFileError):
        write_model(conv_model(bias=True), target)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_damaged_archive_of_arrays_is_refused(tmp_path):
    path = tmp_path / "net.npz"
    write_model(conv_model(), path)
    with np.load(path) as archive:
        arrays = dict(archive)
    for damage in (
        {"weights/conv/0": arrays["weights/conv/0"][..., :2]},
        {"weights/conv/0": arrays["weights/conv/0"] * np.nan},
        {"weights/conv/0": np.array(["text"] * 3)},
        {"architecture": np.frombuffer(b'{"network": 3}', np.uint8)},
        {"architecture": np.zeros(4)},
    ):
        np.savez(tmp_path / "bad.npz", **{**arrays, **damage})
        contents = examine_here(tmp_path / "bad.npz")
        assert not contents.candidates
        assert contents.card.refused
    thief = {**arrays, "weights/conv/0": np.array([object()], dtype=object)}
    np.savez(tmp_path / "thief.npz", **thief)
    assert not examine_here(tmp_path / "thief.npz").candidates


def test_a_damaged_preprocessing_is_refused(tmp_path):
    path = tmp_path / "net.h5"
    write_model(conv_model(), path)
    with h5py.File(path, "a") as file:
        file.attrs["ffstudio_preprocessing"] = '{"scale": "__import__"}'
    contents = examine_here(path)
    assert not contents.candidates
    assert "preprocessing" in " ".join(contents.card.refused)


def test_settings_of_kinds_are_checked_when_read_again(tmp_path):
    model = conv_model()
    broken = replace(model.network, layers=model.network.layers[:-1])
    with pytest.raises(ModelFileError):
        write_model(Model(broken, model.weights), tmp_path / "net.npz")
    assert check_settings("Dense", {"units": 3})["units"] == 3


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize(
    "name",
    choose_cases(
        ["09_mnist_cnn.h5", "02_ae_cnn.h5", "27_lenet_weights.hdf5"],
        "09_mnist_cnn.h5",
        "27_lenet_weights.hdf5",
    ),
)
def test_strangers_models_are_converted(tmp_path, name):
    for ending in (".h5", ".keras", ".npz"):
        done = convert(CORPUS / name, tmp_path / f"net{ending}")
        assert examine_here(done.path).kept is not None
