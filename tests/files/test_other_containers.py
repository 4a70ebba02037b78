"""Models packed otherwise than Keras packs them, damaged on their way, or of other programs."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

import h5py
import numpy as np
import pytest

from ffstudio.files.foreign.examine import examine_here
from tests.files.legacy import write_model, write_weights
from tests.files.test_inspection import (
    DENSE,
    change,
    dense_layers,
    entry,
    sequential,
    with_config,
)


@pytest.fixture
def plain(tmp_path):
    """A healthy dense classifier of Keras 2.2.4."""
    layers = dense_layers(784, 8, 10)
    return write_model(tmp_path / "plain.h5", DENSE, layers, "2.2.4", "tensorflow")


@pytest.fixture
def keras_3(tmp_path):
    """The parts of a ``.keras`` file."""
    buffer = io.BytesIO()
    with h5py.File(buffer, "w") as file:
        for name, shapes in (("dense", ((784, 8), (8,))), ("dense_1", ((8, 10), (10,)))):
            group = file.create_group(f"layers/{name}/vars")
            for i, shape in enumerate(shapes):
                group[str(i)] = np.full(shape, i + 0.5, np.float32)
    return {
        "config.json": json.dumps(DENSE).encode(),
        "metadata.json": b'{"keras_version": "3.4.1"}',
        "model.weights.h5": buffer.getvalue(),
    }


def pack(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def kernel(contents):
    return contents.candidates[0].weights["dense_1"][0]


# --- archives ---------------------------------------------------------------------------


@pytest.mark.parametrize("within", ["mnist.h5", "model/mnist.h5", "a/b/net.hdf5"])
def test_a_packed_model_is_read_within_its_archive(tmp_path, plain, within):
    members = {within: plain.read_bytes(), "model/README.txt": b"a net", "__MACOSX/._x.h5": b"x"}
    contents = examine_here(pack(tmp_path / "net.zip", members))
    assert contents.card.status == "opens" and contents.card.role == "classifier"
    assert f"{within} in the archive is read" in contents.card.migrated
    np.testing.assert_array_equal(kernel(contents), kernel(examine_here(plain)))


@pytest.mark.parametrize("ending", ["zip", "keras"])
def test_an_archive_of_a_folder_or_of_an_archive_is_read(tmp_path, keras_3, ending):
    folder = {"mymodel/": b"", **{f"mymodel/{name}": content for name, content in keras_3.items()}}
    contents = examine_here(pack(tmp_path / f"net.{ending}", folder))
    assert kernel(contents).shape == (784, 8) and kernel(contents)[0, 0] == 0.5
    assert any("folder mymodel" in line for line in contents.card.migrated)
    inner = pack(tmp_path / "inner.keras", keras_3).read_bytes()
    packed = examine_here(pack(tmp_path / f"outer.{ending}", {"x/inner.keras": inner}))
    np.testing.assert_array_equal(kernel(packed), kernel(contents))


def test_weights_alone_in_an_archive(tmp_path):
    path = tmp_path / "w.h5"
    with h5py.File(path, "w") as file:
        write_weights(file, dense_layers(784, 8, 10), "2.2.4", "tensorflow")
    alone = examine_here(pack(tmp_path / "alone.zip", {"w.h5": path.read_bytes()}))
    assert alone.candidates
    beside = {"w.h5": path.read_bytes(), "net.json": b"{}"}
    card = examine_here(pack(tmp_path / "beside.zip", beside)).card
    assert card.refused == ("This archive is no model itself; it holds w.h5.",)
    assert card.advice == "Unpack it and open that."


def test_several_models_in_an_archive_are_named(tmp_path, plain):
    members = {f"{i}.h5": plain.read_bytes() for i in "abcd"}
    card = examine_here(pack(tmp_path / "nets.zip", members)).card
    assert card.refused == ("This archive is no model itself; it holds a.h5, b.h5, c.h5, ….",)
    assert card.advice == "Unpack it and open one of them."


def test_an_archive_within_an_archive_within_an_archive_is_not_followed(tmp_path, plain):
    inner = pack(tmp_path / "1.keras", {"m.h5": plain.read_bytes()}).read_bytes()
    card = examine_here(pack(tmp_path / "2.keras", {"1.keras": inner})).card
    assert card.status == "refused"


@pytest.mark.parametrize(
    ("members", "what", "advice"),
    [
        ({"m/saved_model.pb": b"\x08\x01", "m/variables/x.index": b""}, "SavedModel", "model.save"),
        ({"arr_0.npy": b"\x93NUMPY", "arr_1.npy": b"\x93NUMPY"}, "arrays without a network",
         "the network is in it too"),
        ({"[Content_Types].xml": b"<x/>"}, "office program", "Choose"),
        ({"readme.txt": b"x"}, "holds no config.json", "Choose"),
    ],
)  # fmt: skip
def test_archives_of_something_else_are_named(tmp_path, members, what, advice):
    card = examine_here(pack(tmp_path / "x.zip", members)).card
    assert what in card.refused[0] and advice in card.advice


# --- damaged on the way -----------------------------------------------------------------


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\r\n", b"\n"),
        lambda data: bytes(4) + data[4:],
        lambda data: bytes(b & 127 for b in data),
        lambda data: data.decode("latin-1").encode(),
        lambda data: data.decode("utf-8", "replace").encode(),
        lambda data: b"\xef\xbb\xbf" + data,
    ],
    ids=["to crlf", "to lf", "first bytes", "seven bits", "latin-1", "replaced", "mark"],
)
def test_what_was_damaged_in_transfer_says_so(tmp_path, plain, spoil):
    path = tmp_path / "x.h5"
    path.write_bytes(spoil(plain.read_bytes()))
    card = examine_here(path).card
    assert "damaged in transfer" in card.refused[0]
    assert card.advice == "Get a fresh copy in binary mode."


@pytest.mark.parametrize("size", [100, 2048, 4096, 20_000])
@pytest.mark.parametrize("libver", ["earliest", "latest"])
def test_what_is_cut_short_says_so(tmp_path, size, libver):
    path = tmp_path / "x.h5"
    with h5py.File(path, "w", libver=libver) as file:
        file["a"] = np.zeros(8000, np.float32)
        file.create_dataset("t", data=["text"] * 900, dtype=h5py.string_dtype())
    whole = path.stat().st_size
    path.write_bytes(path.read_bytes()[:size])
    said = f"The file is cut short: {size:,} of its {whole:,} bytes are there."
    assert examine_here(path).card.refused == (said,)


# --- other programs ---------------------------------------------------------------------


def make_tar():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("model.h5"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "what", "advice"),
    [
        *(
            (f"{n}.safetensors", bytes([n]) + bytes(7) + b'{"a":{"dtype":"F32"}}' + b" " * 300,
             "a safetensors file", "model.save")
            for n in (0x20, 0x3C, 0x7B, 0x0A, 0x80)
        ),
        ("m.h5", gzip.compress(b"x" * 99, mtime=0), "packed by gzip", "Unpack it"),
        ("m.h5", b"7z\xbc\xaf\x27\x1c" + bytes(30), "packed by 7-Zip", "Unpack it"),
        ("m.keras", b"Rar!\x1a\x07\0" + bytes(30), "packed by RAR", "Unpack it"),
        ("m.h5", make_tar(), "packed by tar", "Unpack it"),
        ("c.data-00000-of-00001", bytes(99), "TensorFlow checkpoint", "model.save"),
        ("model.ckpt", b"\x01\x02" * 50, "TensorFlow checkpoint", "model.save"),
        ("model.ckpt-2000.meta", b"\x01\x02" * 50, "TensorFlow checkpoint", "model.save"),
        ("m.mlmodel", b"\x08\x01\x12", "a Core ML model", "model.save"),
        ("m.caffemodel", b"\n\x05LeNet", "weights of Caffe", "model.save"),
        ("yolo.weights", bytes(4) + b"\x02" + bytes(99), "YOLO", "model.save"),
        ("m.gguf", b"GGUF" + bytes(30), "a language model's weights", "Choose"),
        ("m.h5", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is a picture", "Choose"),
        ("m.h5", b"\xff\xd8\xff\xe0" + bytes(9), "it is a picture", "Choose"),
        ("m.h5", b"MATLAB 5.0 MAT-file" + b" " * 99, "MATLAB", "model.save"),
        ("m.h5", b"\x93NUMPY\x01\0", "an array of NumPy's", "model.save"),
        ("m.h5", "<html>x</html>".encode("utf-16"), "a web page", "Download the file itself"),
        ("m.h5", b"\n\n <!DOCTYPE html>", "a web page", "Download the file itself"),
        ("m.h5", b"version https://git-lfs.github.com/spec/v1\n", "a pointer of Git LFS",
         "git lfs pull"),
        ("m.h5", b' {"nbformat": 4}', "a notebook", "Choose"),
    ],
)  # fmt: skip
def test_what_is_no_model_is_named_with_what_to_do(tmp_path, name, content, what, advice):
    (tmp_path / name).write_bytes(content)
    card = examine_here(tmp_path / name).card
    assert what in card.refused[0] and advice in card.advice


def test_quantised_weights_are_called_so(plain):
    def quantise(file):
        group = file["model_weights/dense_1/dense_1"]
        del group["kernel:0"]
        group["kernel:0"] = np.ones((784, 8), np.int8)

    card = examine_here(change(plain, quantise)).card
    assert "are quantised" in card.refused[0]
    assert card.advice == "Save the model as it was before model.quantize()."


# --- Keras 1's gates --------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "gates"), [("LSTM", "icfo"), ("GRU", "zrh")])
def test_bare_gates_of_keras_1_are_read_as_with_their_architecture(tmp_path, kind, gates):
    random = np.random.default_rng(5)
    name = f"{kind.lower()}_1"

    def some(*shape):
        return random.normal(size=shape).astype(np.float32)

    items = [
        (f"{name}_{part}_{gate}", some(*shape))
        for gate in gates
        for part, shape in (("W", (28, 6)), ("U", (6, 6)), ("b", (6,)))
    ]
    layers = [(name, items), ("dense_1", [("dense_1_W", some(6, 10)), ("dense_1_b", some(10))])]
    path = tmp_path / "w.h5"
    with h5py.File(path, "w") as file:
        write_weights(file, layers, "1.1.0", "tensorflow")
    bare = examine_here(path).candidates[0]
    config = sequential(
        entry(
            kind, name, output_dim=6, batch_input_shape=[None, 28, 28], inner_activation="sigmoid"
        ),
        entry("Dense", "dense_1", output_dim=10, activation="softmax"),
    )
    with h5py.File(path, "a") as file:
        groups = list(file)
        inner = file.create_group("model_weights")
        for key, value in file.attrs.items():
            inner.attrs[key] = value
        for key in groups:
            file.move(key, f"model_weights/{key}")
    whole = examine_here(with_config(path, {**config, "keras_version": "1.1.0"})).candidates[0]
    for ours, theirs in zip(bare.weights[name], whole.weights[name], strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert not bare.network.layer(name).settings.get("reset_after", False)
