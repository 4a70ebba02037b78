"""Reading what others wrote, and refusing what is broken or hostile in one sentence."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.errors import ModelFileError
from ffstudio.files.ours import archive
from ffstudio.files.ours.archive import read_archive
from tests.engine.test_forward_forward import tiny_data
from tests.engine.test_session import both

CORPUS = Path(os.environ.get("FFSTUDIO_CORPUS") or Path(__file__).parents[3] / "shared/h5-corpus")


def classifier(*layers, inputs=(16,)):
    return keras.Sequential([keras.Input(inputs), *layers])


def dense(units, activation="relu"):
    return keras.layers.Dense(units, activation=activation)


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    path = tmp_path_factory.mktemp("ours") / "net.h5"
    engine.save_session(engine.Session(both(), tiny_data()), path)
    return path


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
@pytest.mark.filterwarnings("ignore")
def test_plain_keras_classifiers_open_and_predict_the_same(tmp_path, suffix):
    from keras.layers import Activation, Dropout, Flatten

    models = {
        "flat": classifier(dense(8), Dropout(0.2), dense(5, "tanh"), dense(3, "softmax")),
        "image": classifier(Flatten(), dense(6, "sigmoid"), dense(3, "softmax"), inputs=(4, 4)),
        "split": classifier(
            dense(6, None), Activation("relu"), dense(3, None), Activation("softmax")
        ),
    }
    x = np.random.default_rng(0).uniform(size=(9, 16)).astype(np.float32)
    for name, model in models.items():
        path = tmp_path / f"{name}{suffix}"
        model.save(path)
        found = read_archive(path)
        given = x.reshape(9, 4, 4) if name == "image" else x
        np.testing.assert_allclose(
            found.snapshot.bp.probabilities(x),
            model.predict(given, verbose=0),
            rtol=1e-4,
            atol=1e-6,
        )
        assert found.shape.image_shape == (4, 4)
        assert found.writer.startswith("Keras 3")
    assert found.spec.layers[0].units == 6


@pytest.mark.filterwarnings("ignore")
def test_the_name_does_not_matter(tmp_path, ours):
    odd = tmp_path / "MODEL.H5.backup"
    odd.write_bytes(ours.read_bytes())
    assert read_archive(odd).snapshot.ff is not None


@pytest.mark.filterwarnings("ignore")
def test_other_layers_are_named(tmp_path):
    path = tmp_path / "conv.h5"
    net = classifier(
        keras.layers.Conv2D(2, 3), keras.layers.Flatten(), dense(3, "softmax"), inputs=(8, 8, 1)
    )
    net.save(path)
    with pytest.raises(ModelFileError, match=r"conv\.h5: The network has a Conv2D layer"):
        read_archive(path)


def functional(outputs):
    """A functional model; ``outputs`` makes its ends from the input of 16."""
    inputs = keras.Input((16,))
    return keras.Model(inputs, outputs(inputs))


def late_and_early(inputs):
    """The layer that is used last was made first."""
    last, first = dense(3, "softmax"), dense(8, "tanh")
    return last(first(inputs))


def two_heads(inputs):
    first = dense(3)(inputs)
    return [dense(3, "softmax")(first), dense(3, "softmax")(first)]


def shared(inputs):
    twice = dense(16)
    return dense(3, "softmax")(twice(twice(inputs)))


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
@pytest.mark.filterwarnings("ignore")
def test_spellings_of_the_same_net_open(tmp_path, suffix):
    from keras.layers import Dense, Dropout, ReLU

    models = {
        "functional": functional(late_and_early),
        "relu-layer": classifier(dense(8, None), Dropout(0.1), ReLU(), dense(3, "softmax")),
        "relu-object": classifier(dense(8, ReLU()), dense(3, "softmax")),
        "function": classifier(dense(8, keras.activations.silu), dense(3, "softmax")),
        "no-bias": classifier(Dense(8, "elu", use_bias=False), dense(3, "softmax")),
        "float64": classifier(Dense(8, "leaky_relu", dtype="float64"), dense(3, "softmax")),
    }
    logits = classifier(dense(8), dense(3, None))
    logits.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    x = np.random.default_rng(0).normal(size=(9, 16)).astype(np.float32)
    for name, model in models.items():
        path = tmp_path / f"{name}{suffix}"
        model.save(path)
        expected = np.asarray(model(x))
        np.testing.assert_allclose(
            read_archive(path).snapshot.bp.probabilities(x), expected, rtol=1e-4, atol=1e-6
        )
    path = tmp_path / f"logits{suffix}"
    logits.save(path)
    expected = np.asarray(keras.ops.softmax(logits(x)))
    np.testing.assert_allclose(
        read_archive(path).snapshot.bp.probabilities(x), expected, rtol=1e-4, atol=1e-6
    )


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
@pytest.mark.filterwarnings("ignore")
def test_nets_that_would_be_misread_are_refused(tmp_path, suffix):
    from keras.layers import Flatten, ReLU

    out = dense(3, "softmax")
    models = {
        "no grey square image": classifier(Flatten(), out, inputs=(2, 2, 4)),
        "no Flatten": classifier(dense(3, "softmax"), inputs=(4, 16)),
        "branches": functional(two_heads),
        "has branches": functional(shared),
        "a bound, slope": classifier(dense(8, None), ReLU(max_value=1.0), dense(3, "softmax")),
        "with a bound": classifier(dense(8, ReLU(negative_slope=0.1)), dense(3, "softmax")),
        "activation gelu": classifier(dense(8, "gelu"), dense(3, "softmax")),
        "end in a softmax": classifier(dense(8), dense(3, "sigmoid")),
    }
    for expected, model in models.items():
        path = tmp_path / f"net{suffix}"
        model.save(path)
        with pytest.raises(ModelFileError, match=expected):
            read_archive(path)
    spoilt = classifier(dense(8), dense(3, "softmax"))
    spoilt.layers[0].bias.assign(np.full(8, np.nan))
    spoilt.save(tmp_path / f"nan{suffix}")
    with pytest.raises(ModelFileError, match="not finite"):
        read_archive(tmp_path / f"nan{suffix}")


@pytest.mark.filterwarnings("ignore")
def test_archives_of_keras_2_have_their_weights_elsewhere(tmp_path):
    model = classifier(dense(8, "tanh"), dense(3, "softmax"))
    path, old = tmp_path / "new.keras", tmp_path / "old.keras"
    model.save(path)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(old, "w") as target:
        memory = io.BytesIO(source.read("model.weights.h5"))
        with h5py.File(memory, "a") as file:
            file.move("layers", "_layer_checkpoint_dependencies")
        target.writestr("config.json", source.read("config.json"))
        target.writestr("model.weights.h5", memory.getvalue())
    x = np.ones((2, 16), np.float32)
    np.testing.assert_array_equal(
        read_archive(old).snapshot.bp.probabilities(x),
        read_archive(path).snapshot.bp.probabilities(x),
    )


@pytest.mark.filterwarnings("ignore")
def test_a_net_that_cannot_be_trained_here_can_be_looked_at(tmp_path):
    path = tmp_path / "net.h5"
    classifier(dense(8, "softmax"), dense(3, "softmax")).save(path)
    found = read_archive(path)
    assert found.spec is None
    assert found.snapshot.bp.num_classes == 3
    with pytest.raises(ModelFileError, match="can be looked at"):
        engine.load_session(path)


@pytest.mark.filterwarnings("ignore")
def test_weights_only_files_say_so(tmp_path):
    path = tmp_path / "w.weights.h5"
    classifier(dense(3, "softmax")).save_weights(path)
    with pytest.raises(ModelFileError, match="weights only"):
        read_archive(path)


def test_files_that_are_no_models(tmp_path):
    cases = {
        "empty.h5": (b"", "empty"),
        "text.h5": (b"hello there", "not a model file"),
        "png.h5": (b"\x89PNG\r\n\x1a\n" + bytes(50), "not a model file"),
        "half.h5": (b"\x89HDF\r\n\x1a\n" + bytes(60), "damaged"),
        "half.keras": (b"PK\x03\x04" + bytes(60), "damaged"),
    }
    for name, (content, expected) in cases.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(ModelFileError, match=expected):
            read_archive(path)
    with pytest.raises(ModelFileError, match="no such file"):
        read_archive(tmp_path / "absent.h5")
    with pytest.raises(ModelFileError, match="folder"):
        read_archive(tmp_path)


def test_a_file_that_was_cut_short_says_how_much_is_missing(tmp_path, ours):
    whole = ours.read_bytes()
    path = tmp_path / "cut.h5"
    path.write_bytes(whole[:20_000])
    with pytest.raises(ModelFileError) as found:
        read_archive(path)
    assert found.value.message == (
        f"cut.h5 is cut short: 20,000 of its {len(whole):,} bytes are there."
    )


def edit(source, target, change):
    target.write_bytes(source.read_bytes())
    with h5py.File(target, "a") as file:
        change(file)
    return target


def test_links_and_outside_data_are_refused(tmp_path, ours):
    secret = tmp_path / "secret.bin"
    secret.write_bytes(b"x" * 64)

    def external_link(file):
        file["ffstudio/more"] = h5py.ExternalLink("other.h5", "/")

    def soft_link(file):
        file["ffstudio/more"] = h5py.SoftLink("/model_weights")

    def external_data(file):
        file["ffstudio"].create_dataset("more", (16,), "f4", external=[(str(secret), 0, 64)])

    def virtual_data(file):
        layout = h5py.VirtualLayout((4,), "f4")
        layout[:] = h5py.VirtualSource(str(ours), "ffstudio/ff/layer_0/bias", (4,))
        file["ffstudio"].create_virtual_dataset("more", layout)

    for change, expected in (
        (external_link, "link to another file"),
        (soft_link, "link to another place"),
        (external_data, "another file"),
        (virtual_data, "another file"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", change))


def test_declared_giants_are_refused_before_they_are_read(tmp_path, ours):
    def giant(file):
        del file["ffstudio/ff/layer_0/kernel"]
        file["ffstudio/ff"].create_dataset("layer_0/kernel", (200_000, 200_000), "f4", chunks=True)

    with pytest.raises(ModelFileError, match="more data than the file can hold"):
        read_archive(edit(ours, tmp_path / "bad.h5", giant))
    bomb = tmp_path / "bomb.keras"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", b" " * 50_000_000)
        archive.writestr("model.weights.h5", b"")
    with pytest.raises(ModelFileError):
        read_archive(bomb)


def test_wrong_weights_are_refused(tmp_path, ours):
    def change(name, value):
        def apply(file):
            del file[f"ffstudio/{name}"]
            file[f"ffstudio/{name}"] = value

        return apply

    nan = np.full(4, np.nan, np.float32)
    for apply, expected in (
        (change("ff/layer_0/bias", nan), "not finite"),
        (change("ff/layer_0/bias", np.zeros(3, np.float32)), "shape"),
        (change("bp/layer_1/0", np.zeros((2, 2), np.float32)), "shape"),
        (change("about", np.frombuffer(b"{", np.uint8)), "damaged"),
        (lambda file: file.__delitem__("ffstudio/ff/layer_1/kernel"), "lacks"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", apply))


def test_the_description_is_checked(tmp_path, ours):
    def change(**changes):
        def apply(file):
            about = json.loads(file["ffstudio/about"][()].tobytes())
            about.update(changes)
            del file["ffstudio/about"]
            file["ffstudio/about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)

        return apply

    mark = {"algorithm": "ff", "text": "x", "step": 1, "epoch": None, "seconds": 0}
    for changes, expected in (
        ({"version": 99}, "newer ffstudio"),
        ({"format": "other"}, "ffstudio part"),
        ({"spec": None}, "settings cannot be used"),
        ({"image_shape": [-2, -5]}, "image size"),
        ({"class_names": "abc"}, "list of classes"),
        ({"class_names": ["a"] * 9}, "no room for 9 label pixels"),
        ({"plan": [4, 2]}, "training plan"),
        ({"history": {"epochs": ["x"]}}, "history"),
        ({"history": {"epochs": [{"epoch": 1, "seconds": {}, "evaluated_on": "test"}]}}, "history"),
        ({"history": {"marks": [mark]}}, "history"),
        ({"history": {"series": [{"algorithm": "zz"}]}}, "history"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", change(**changes)))


def test_damaged_training_states_are_refused(tmp_path, ours):
    def change(name, value):
        def apply(file):
            del file[f"ffstudio/{name}"]
            file[f"ffstudio/{name}"] = value

        return apply

    for name, value, expected in (
        ("ff/layer_0/threshold", np.float32(np.nan), "not finite"),
        ("ff/layer_0/threshold", np.zeros(2, np.float32), "shape"),
        ("ff/layer_0/kernel", np.ones((10, 4), bool), "not hold numbers"),
        ("ff/layer_0/kernel", np.full((10, 4), 1e300), "not finite"),
        ("ff/step", np.int64(-1), "step counter"),
        ("ff/step", np.arange(3), "step counter"),
        ("bp/rates", np.array([np.nan]), "learning rate"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", change(name, value)))


def test_groups_that_contain_themselves_are_refused_at_once(tmp_path, ours):
    def circle(file):
        file["ffstudio/ff/loop"] = file["ffstudio"]

    def ladder(file):  # two names on every rung: 2**30 ways down
        group = file["ffstudio"]
        for _ in range(30):
            below = group.create_group("a")
            group["b"] = below
            group = below

    for change in (circle, ladder):
        with pytest.raises(ModelFileError, match="circle"):
            read_archive(edit(ours, tmp_path / "bad.h5", change))


@pytest.mark.filterwarnings("ignore")
def test_a_damaged_heap_does_not_hang_the_library(tmp_path):
    """One wrong length there has HDF5 1.14 run in circles, with the interpreter locked."""
    path = tmp_path / "net.h5"
    classifier(dense(8), dense(3, "softmax")).save(path)
    data = bytearray(path.read_bytes())
    heap = data.find(b"GCOL\x01")
    data[heap + 24 : heap + 32] = (2**64 - 16).to_bytes(8, "little")
    path.write_bytes(data)
    with pytest.raises(ModelFileError, match="texts overlap"):
        read_archive(path)


def test_a_lambda_is_refused_by_name_and_never_run(tmp_path):
    path = tmp_path / "evil.h5"
    marker = tmp_path / "ran"
    config = {
        "class_name": "Sequential",
        "config": [
            {"class_name": "Lambda", "config": {"function": [f"open({str(marker)!r}, 'w')"]}}
        ],
    }
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps(config)
        file.create_group("model_weights")
    with pytest.raises(ModelFileError, match="Lambda"):
        read_archive(path)
    assert not marker.exists()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published models is not here")
def test_every_published_model_opens_or_is_refused_by_name():
    with (CORPUS / "table.csv").open(newline="", encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 33
    opened = {}
    for row in rows:
        path = CORPUS / row["file"]
        if "weights-only" in row["kind"]:
            expected = "holds weights only"
        elif row["kind"] == "not HDF5":
            expected = "not a model file"
        else:
            strange = [
                x for x in row["layers"].split() if x not in ("InputLayer", "Dense", "Flatten")
            ]
            expected = f"has a {strange[0]} layer" if strange else "does not end in a softmax"
        try:
            opened[path.name] = read_archive(path)
        except ModelFileError as error:
            assert str(error).startswith(f"{path.name}: ")
            assert expected in str(error), error
    assert {name[:2] for name in opened} == {"05", "31", "32"}
    assert [opened[n].writer for n in sorted(opened)] == [
        "Keras 2.0.4", "Keras 2.2.4-tf", "Keras 2.2.4-tf",
    ]  # fmt: skip


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published models is not here")
def test_published_dense_models_read_real_digits(mnist_folder):
    with np.load(mnist_folder / "mnist.npz", allow_pickle=False) as data:
        x = (data["x_test"].reshape(-1, 784) / 255).astype(np.float32)
        y = data["y_test"]
    for name, least in (("05_TFKeras.h5", 0.92), ("32_robust_mnist.h5", 0.90)):
        net = read_archive(CORPUS / name).snapshot.bp
        assert (net.predict(x) == y).mean() > least


def test_zip_members_that_lie_about_their_size(tmp_path):
    path = tmp_path / "net.keras"
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("config.json", "{}")
    path.write_bytes(memory.getvalue())
    with pytest.raises(ModelFileError, match=r"no model\.weights\.h5"):
        read_archive(path)


def test_epochs_of_older_files_lack_what_came_later():
    old = {"epoch": 1, "seconds": 0.5, "ff_losses": [0.1], "evaluated_on": "test"}
    row = archive._epoch_row(old, 1)
    assert row["ff_read_out_accuracy"] is None and row["ff_cumulative_accuracy"] is None
    new = {**old, "ff_read_out_accuracy": 0.9, "ff_cumulative_accuracy": [0.5, 0.8]}
    assert archive._epoch_row(new, 1)["ff_cumulative_accuracy"] == [0.5, 0.8]
    for wrong in ({"ff_cumulative_accuracy": [None]}, {"ff_read_out_accuracy": "x"}):
        with pytest.raises(ModelFileError):
            archive._epoch_row({**old, **wrong}, 1)
