"""Reading what others wrote, and refusing what is broken or hostile in one sentence."""

from __future__ import annotations

import io
import json
import os
import random
import zipfile
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.errors import ModelFileError
from ffstudio.files.archive import Archive, read_archive
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
        (change("bp/layer_1/kernel", np.zeros((2, 2), np.float32)), "shape"),
        (change("about", np.frombuffer(b"{", np.uint8)), "damaged"),
        (lambda file: file.__delitem__("ffstudio/ff/layer_1/kernel"), "lacks"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", apply))


def test_a_newer_version_says_update(tmp_path, ours):
    def newer(file):
        about = json.loads(file["ffstudio/about"][()].tobytes())
        about["version"] = 99
        del file["ffstudio/about"]
        file["ffstudio/about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)

    with pytest.raises(ModelFileError, match="newer ffstudio"):
        read_archive(edit(ours, tmp_path / "bad.h5", newer))


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


@pytest.mark.parametrize("seed", range(4))
def test_mutated_files_give_one_clear_error_or_open(tmp_path, ours, seed):
    rng = random.Random(seed)
    original = ours.read_bytes()
    path = tmp_path / "mutant.h5"
    for _ in range(60):
        data = bytearray(original)
        for _ in range(rng.choice([1, 2, 8, 64])):
            data[rng.randrange(len(data))] = rng.randrange(256)
        if rng.random() < 0.3:
            data = data[: rng.randrange(len(data))]
        path.write_bytes(data)
        try:
            assert isinstance(read_archive(path), Archive)
        except ModelFileError as error:
            assert str(error).startswith("mutant.h5")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published models is not here")
def test_every_published_model_opens_or_is_refused_by_name():
    opened, refused = [], []
    for path in sorted(CORPUS.glob("*.*")):
        if path.suffix in (".csv", ".md"):
            continue
        before = path.stat().st_mtime_ns
        try:
            opened.append((path.name, read_archive(path).snapshot.title))
        except ModelFileError as error:
            assert str(error).startswith(path.name)
            assert "Error:" not in str(error), error
            refused.append((path.name, str(error)))
        assert path.stat().st_mtime_ns == before
    assert len(opened) + len(refused) == 33
    assert len(opened) >= 3, refused


def test_zip_members_that_lie_about_their_size(tmp_path):
    path = tmp_path / "net.keras"
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("config.json", "{}")
    path.write_bytes(memory.getvalue())
    with pytest.raises(ModelFileError, match=r"no model\.weights\.h5"):
        read_archive(path)
