"""Data sets as they are found, and what becomes of files that are not as they should be."""

from __future__ import annotations

import gzip
import os
import struct
import tracemalloc
import zipfile

import numpy as np
import pytest

from ffstudio.core.errors import DatasetError
from ffstudio.core.folders import data_folder
from ffstudio.core.images import datasets
from ffstudio.core.images.containers import idx_format
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.datasets import camera, digits, idx, npz, published


def arrays(num=60, classes=3, side=5, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.integers(0, 256, (num, side, side)).astype(np.uint8)
    return x, (np.arange(num) % classes).astype(np.int64)


def npz_file(folder, **members):
    path = folder / "own.npz"
    np.savez(path, **members)
    return path


def full(num=60, **changes):
    x, y = arrays(num)
    return {"x_train": x, "y_train": y, "x_test": x[:12], "y_test": y[:12]} | changes


class _Bomb:
    """What a pickle must never get to do."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (open, (self.path, "w"))


# --- a file of one's own ----------------------------------------------------------------


def test_a_plain_file_is_read_as_it_is(tmp_path):
    members = full()
    dataset = datasets.load(DataSpec("file", path=str(npz_file(tmp_path, **members))))
    np.testing.assert_array_equal(dataset.x_train, members["x_train"])
    np.testing.assert_array_equal(dataset.y_test, members["y_test"])
    assert dataset.x_train.dtype == np.uint8
    assert dataset.class_names == ("0", "1", "2")
    assert dataset.title == "own.npz"


@pytest.mark.parametrize(
    "reshape",
    [lambda x: x.reshape(len(x), -1), lambda x: x[..., None], np.asfortranarray],
    ids=["flat", "one channel", "Fortran order"],
)
def test_other_layouts_of_the_same_images(tmp_path, reshape):
    members = full()
    changed = members | {k: reshape(members[k]) for k in ("x_train", "x_test")}
    changed["y_train"] = members["y_train"][:, None].astype(np.float64)
    dataset = npz.read(npz_file(tmp_path, **changed))
    np.testing.assert_array_equal(dataset.x_train, members["x_train"])
    np.testing.assert_array_equal(dataset.y_train, members["y_train"])


def test_floats_of_0_to_255_and_of_minus_1_to_1_become_0_to_1(tmp_path):
    members = full()
    wide = {k: members[k].astype(np.float64) for k in ("x_train", "x_test")}
    dataset = npz.read(npz_file(tmp_path, **(members | wide)))
    np.testing.assert_allclose(dataset.x_train, members["x_train"] / 255.0, rtol=1e-6)
    signed = {k: members[k] / 127.5 - 1.0 for k in ("x_train", "x_test")}
    dataset = npz.read(npz_file(tmp_path, **(members | signed)))
    np.testing.assert_allclose(dataset.x_train, members["x_train"] / 255.0, atol=1e-6)
    assert dataset.x_train.dtype == np.float32


def test_bytes_beside_floats_are_brought_to_one_range(tmp_path):
    members = full()
    for test in (members["x_test"] / 255.0, members["x_test"].astype(np.float64)):
        dataset = npz.read(npz_file(tmp_path, **(members | {"x_test": test})))
        np.testing.assert_allclose(dataset.x_train, members["x_train"] / 255.0, rtol=1e-6)
        np.testing.assert_allclose(dataset.x_test, members["x_test"] / 255.0, rtol=1e-6)


def test_labels_with_gaps_are_counted_from_zero(tmp_path):
    members = full()
    values = np.array([-3, 7, 40])
    labels = {k: values[members[k]] for k in ("y_train", "y_test")}
    dataset = npz.read(npz_file(tmp_path, **(members | labels)))
    assert dataset.class_names == ("-3", "7", "40")
    np.testing.assert_array_equal(dataset.y_train, members["y_train"])
    np.testing.assert_array_equal(dataset.y_test, members["y_test"])


def test_a_file_without_test_set_holds_some_back(tmp_path):
    x, y = arrays(60)
    x[:, 0, 0] = np.arange(60)  # tells the images apart
    path = npz_file(tmp_path, x_train=x, y_train=y)
    dataset = npz.read(path)
    train, test = set(dataset.x_train[:, 0, 0].tolist()), set(dataset.x_test[:, 0, 0].tolist())
    assert len(train) == 50 and len(test) == 10
    assert train.isdisjoint(test)
    assert train | test == set(range(60))
    for images, labels in ((dataset.x_train, dataset.y_train), (dataset.x_test, dataset.y_test)):
        np.testing.assert_array_equal(images[:, 0, 0] % 3, labels)
    assert sorted(np.bincount(dataset.y_test).tolist()) == [3, 3, 4]
    assert "10 images were held back" in dataset.source
    np.testing.assert_array_equal(npz.read(path).x_test, dataset.x_test)


def test_python_objects_are_refused_and_never_run(tmp_path):
    trap = tmp_path / "trap"
    bad = np.array([_Bomb(str(trap))], dtype=object)
    path = tmp_path / "own.npz"
    np.savez(path, allow_pickle=True, x_train=bad, y_train=np.array([0]))
    trap.unlink(missing_ok=True)
    with pytest.raises(DatasetError, match="Python objects, which could run code"):
        npz.read(path)
    assert not trap.exists()


def _header(shape):
    text = f"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}".encode()
    text += b" " * (117 - len(text)) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        ("(1000000, 1000, 1000)", "GiB"),
        ("(60, 5, 5)", "cut short"),
        ("(-1, 5, 5)", "impossible shape"),
        ("(-2, -5, 5)", "impossible shape"),
    ],
)
def test_a_header_that_lies_is_found_before_its_bytes_are_read(tmp_path, shape, says):
    path = tmp_path / "own.npz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x_train.npy", _header(shape) + bytes(100))
        archive.writestr("y_train.npy", _header("(4,)") + bytes([0, 1, 0, 1]))
    with pytest.raises(DatasetError, match=says):
        npz.read(path)


def test_the_size_of_all_arrays_together_counts(tmp_path, monkeypatch):
    read = []
    monkeypatch.setattr(zipfile.ZipExtFile, "read", _counted(zipfile.ZipExtFile.read, read))
    path = tmp_path / "own.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for key in ("x_train", "x_test"):
            archive.writestr(f"{key}.npy", _header("(3000, 1000, 1000)") + bytes(100_000))
        for key in ("y_train", "y_test"):
            archive.writestr(f"{key}.npy", _header("(4,)") + bytes([0, 1, 0, 1]))
    with pytest.raises(DatasetError, match=r"would take 5\.6 GiB"):
        npz.read(path)
    assert sum(read) < 4 * 200  # the headers


def _counted(read, sizes):
    def counting(stream, n=-1):
        data = read(stream, n)
        sizes.append(len(data))
        return data

    return counting


def test_an_array_that_is_there_twice_is_refused(tmp_path):
    path = npz_file(tmp_path, **full())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("y_train", _header("(4,)") + bytes([0, 1, 0, 1]))
    with pytest.raises(DatasetError, match="y_train twice"):
        npz.read(path)


@pytest.mark.parametrize("keep", [0, 1, 10, 300, 0.5, 0.98])
def test_a_cut_file_is_a_dataset_error(tmp_path, keep):
    path = npz_file(tmp_path, **full())
    whole = path.read_bytes()
    path.write_bytes(whole[: int(keep if keep >= 1 or keep == 0 else len(whole) * keep)])
    with pytest.raises(DatasetError, match=r"own\.npz"):
        npz.read(path)


def test_a_flipped_byte_in_compressed_data_is_a_dataset_error(tmp_path):
    path = tmp_path / "own.npz"
    np.savez_compressed(path, **full())
    content = bytearray(path.read_bytes())
    for at in range(200, 400, 7):
        content[at] ^= 0xFF
    path.write_bytes(bytes(content))
    with pytest.raises(DatasetError, match=r"own\.npz"):
        npz.read(path)


X, Y = arrays()
NAN = X.astype(np.float32)
NAN[3, 2, 2] = np.nan


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ({"pears": X, "plums": X[:, :4]}, r"holds no x_train; found: pears \(60, 5, 5\), plums"),
        ({"x_train": X}, "holds no y_train"),
        ({"x_train": X, "y_train": Y, "x_test": X}, "half a test set"),
        ({"x_train": X, "y_train": Y[:-1]}, "60 train images but 59 labels"),
        (full(y_test=Y[:11]), "12 test images but 11 labels"),
        ({"x_train": NAN, "y_train": Y}, "NaN or infinite"),
        ({"x_train": X[:0], "y_train": Y[:0]}, "shape"),
        ({"x_train": X[:, :3, 0], "y_train": Y}, "shape"),
        ({"x_train": X.astype(np.complex64), "y_train": Y}, "complex64"),
        ({"x_train": X.astype("U3"), "y_train": Y}, "not numbers"),
        ({"x_train": X * 1e300, "y_train": Y}, "NaN or infinite"),
        ({"x_train": X, "y_train": Y + 0.5}, "whole numbers"),
        ({"x_train": X, "y_train": Y * np.nan}, "whole numbers"),
        ({"x_train": X, "y_train": Y * 1e300}, "whole numbers"),
        ({"x_train": X, "y_train": Y.astype(np.uint64) + np.uint64(2**63)}, "smaller class"),
        ({"x_train": X, "y_train": np.eye(3)[Y] * 0.8 + 0.1 * X[:, 0, :1]}, "one whole number per"),
        ({"x_train": X, "y_train": Y * 0}, "one class only"),
        (full(x_test=X[:12, :4]), "Give both the same height and width"),
    ],
)
def test_what_cannot_be_used_says_why(tmp_path, members, says):
    with pytest.raises(DatasetError, match=says) as raised:
        npz.read(npz_file(tmp_path, **members))
    assert raised.value.advice


def test_too_many_labels(tmp_path):
    x = np.zeros((1001, 2, 2), np.uint8)
    with pytest.raises(DatasetError, match="1,001 different labels"):
        npz.read(npz_file(tmp_path, **full(x_train=x, y_train=np.arange(1001), x_test=x[:12])))


def test_missing_files_folders_and_other_files(tmp_path):
    with pytest.raises(DatasetError, match="There is no file"):
        npz.read(tmp_path / "none.npz")
    with pytest.raises(DatasetError, match="cannot be read"):
        npz.read(tmp_path)
    with pytest.raises(DatasetError, match="cannot be reached"):
        npz.read(tmp_path / ("a" * 5000))
    (tmp_path / "text.npz").write_text("not a zip")
    with pytest.raises(DatasetError, match="cannot be read"):
        npz.read(tmp_path / "text.npz")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.npz")
    with pytest.raises(DatasetError, match="it is not a file"):
        npz.read(tmp_path / "pipe.npz")


# --- IDX --------------------------------------------------------------------------------


def idx_bytes(array):
    head = b"\0\0\x08" + bytes([array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape)
    return head + array.astype(np.uint8).tobytes()


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("shape", [(7,), (3, 4, 5)])
def test_idx_round_trip(tmp_path, zipped, shape):
    array = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    content = idx_bytes(array)
    path = tmp_path / "some-idx"
    path.write_bytes(gzip.compress(content) if zipped else content)
    np.testing.assert_array_equal(idx.read(path), array)


GOOD = idx_bytes(np.arange(24).reshape(2, 3, 4))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not an IDX file"),
        (b"\0\0\x0a\x01" + GOOD[4:], "not an IDX file"),
        (b"\0\0\x08\x09" + GOOD[4:], "not an IDX file"),
        (GOOD[:-1], "cut short"),
        (GOOD[:9], "damaged"),
        (gzip.compress(GOOD, mtime=0)[:-12], "damaged"),
        (b"\x1f\x8b" + bytes(30), "damaged"),
        (b"\0\0\x08\x03" + struct.pack(">3I", 2**31, 2**20, 2), "declares"),
    ],
)
def test_broken_idx_files(tmp_path, content, says):
    path = tmp_path / "broken-idx"
    path.write_bytes(content)
    with pytest.raises(DatasetError, match=says):
        idx.read(path)


def test_a_missing_idx_file(tmp_path):
    with pytest.raises(DatasetError, match="is not there"):
        idx.read(tmp_path / "none")


def write_idx(place, **changes):
    x, y = arrays(20, 10, 28)
    members = {"x_train": x, "y_train": y, "x_test": x[:10], "y_test": y[:10]} | changes
    place.mkdir(parents=True)
    for key, name in published.IDX_FILES.items():
        (place / name).write_bytes(gzip.compress(idx_bytes(members[key])))
    return members


@pytest.mark.parametrize("folder", ["fashion-mnist", "fashion_mnist"])
def test_the_original_files_of_fashion_mnist(tmp_path, monkeypatch, folder):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    written = write_idx(tmp_path / folder)
    dataset = datasets.load(DataSpec("fashion_mnist"))
    np.testing.assert_array_equal(dataset.x_train, written["x_train"])
    np.testing.assert_array_equal(dataset.y_test, written["y_test"])
    assert dataset.class_names[9] == "Ankle boot"
    assert dataset.source == str(tmp_path / folder)


@pytest.mark.parametrize(
    "change",
    [
        {"y_train": np.zeros(19)},
        {"x_train": np.zeros((20, 784))},
        {"y_test": np.full(10, 10)},
        {"x_test": np.zeros((10, 14, 14))},
        {"x_train": np.zeros((0, 28, 28)), "y_train": np.zeros(0)},
    ],
    ids=["lengths", "dimensions", "label of no class", "image sizes", "no images"],
)
def test_original_files_that_do_not_belong_together(tmp_path, monkeypatch, change):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    write_idx(tmp_path / "mnist", **change)
    with pytest.raises(DatasetError, match="belong together"):
        datasets.load(DataSpec("mnist"))


# --- where they are looked for ----------------------------------------------------------


def mnist_like(folder, mark):
    folder.mkdir(parents=True, exist_ok=True)
    x, y = arrays(20, 10, 28)
    x[:] = mark
    np.savez(folder / "mnist.npz", x_train=x, y_train=y, x_test=x[:10], y_test=y[:10])


def test_the_search_order(tmp_path, monkeypatch):
    own, keras = tmp_path / "own", tmp_path / "keras"
    monkeypatch.setenv("FFSTUDIO_DATA", str(own))
    monkeypatch.setenv("KERAS_HOME", str(keras))
    app = data_folder()
    assert datasets.search_folders() == [own, app, keras / "datasets"]
    assert tmp_path in app.parents
    with pytest.raises(DatasetError, match=r"MNIST is not on this computer.*bundled digits"):
        datasets.load(DataSpec("mnist"))
    for mark, folder in ((3, keras / "datasets"), (2, app), (1, own)):
        mnist_like(folder, mark)
        assert datasets.load(DataSpec("mnist")).x_train.max() == mark
    monkeypatch.delenv("FFSTUDIO_DATA")
    assert datasets.search_folders() == [app, keras / "datasets"]
    assert datasets.load(DataSpec("mnist")).x_train.max() == 2


def test_a_damaged_copy_is_named_and_not_passed_over(tmp_path, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    (tmp_path / "mnist.npz").write_bytes(b"PK nothing")
    with pytest.raises(DatasetError, match=r"mnist\.npz cannot be read") as raised:
        datasets.load(DataSpec("mnist"))
    assert str(tmp_path) in raised.value.message and "Remove that file" in raised.value.advice


def test_a_folder_that_cannot_be_entered_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_DATA", "/" + "a" * 5000)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    mnist_like(tmp_path / "datasets", 4)
    assert datasets.load(DataSpec("mnist")).x_train.max() == 4


def test_a_sample_of_fashion_mnist_says_that_it_is_one(tmp_path, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    x, y = arrays(40, 10, 28)
    np.savez(tmp_path / "fashion_mnist_900.npz", x_train=x, y_train=y, x_test=x, y_test=y)
    dataset = datasets.load(DataSpec("fashion_mnist"))
    assert dataset.title == "Fashion-MNIST (sample of 900 images)"
    assert dataset.class_names[0] == "T-shirt/top" and len(dataset.class_names) == 10
    # Whatever is whole comes first, wherever it lies.
    write_idx(data_folder() / "fashion-mnist")
    assert datasets.load(DataSpec("fashion_mnist")).title == "Fashion-MNIST"


def test_the_real_mnist(mnist_folder, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_DATA", str(mnist_folder))
    dataset = datasets.load(DataSpec("mnist"))
    assert dataset.title == "MNIST"
    assert dataset.x_train.shape == (60000, 28, 28)
    assert dataset.x_test.shape == (10000, 28, 28)
    assert dataset.x_train.dtype == np.uint8
    # The published class counts.
    counts = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    assert np.bincount(dataset.y_train).tolist() == counts
    assert dataset.y_train[:5].tolist() == [5, 0, 4, 1, 9]
    assert dataset.y_test[:5].tolist() == [7, 2, 1, 0, 4]


# --- bundled and generated --------------------------------------------------------------


@pytest.fixture(scope="module")
def bundled():
    return digits.load()


def test_bundled_digits_are_placed_as_mnist_places_its_own(bundled):
    images = np.concatenate([bundled.x_train, bundled.x_test]).astype(np.float64)
    assert images.shape == (1797, 28, 28)
    rows, columns = np.indices((28, 28))
    for picture in images:
        ink = picture > 0.06 * 255
        down, across = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
        assert abs(max(np.ptp(down), np.ptp(across)) + 1 - 20) <= 1
        mass = picture.sum()
        assert abs((picture * rows).sum() / mass - 14) <= 1
        assert abs((picture * columns).sum() / mass - 14) <= 1
        assert not picture.ravel()[:10].any()  # there the label is embedded
        assert picture.max() > 200


def test_bundled_digits_are_the_same_every_time(bundled):
    again = datasets.load(DataSpec("digits"))
    for key in ("x_train", "y_train", "x_test", "y_test"):
        np.testing.assert_array_equal(getattr(again, key), getattr(bundled, key))
    assert (len(bundled.x_train), len(bundled.x_test)) == (1497, 300)
    tests, trains = np.bincount(bundled.y_test), np.bincount(bundled.y_train)
    assert (np.abs(tests - (tests + trains) / 6) < 1).all()  # every class keeps its share
    keys = {p.tobytes() for p in bundled.x_train}
    shared = sum(p.tobytes() in keys for p in bundled.x_test)
    assert shared == 0


def test_an_empty_picture_stays_empty():
    assert not digits.enlarge(np.zeros((1, 8, 8), np.float32)).any()


def test_camera_patterns():
    dataset = datasets.load(DataSpec("camera"))
    assert dataset.class_names == ("solid", "vertical", "diagonal", "horizontal")
    assert (len(dataset.x_train), len(dataset.x_test)) == (800, 200)
    for picture, label in zip(dataset.x_train, dataset.y_train, strict=True):
        assert set(np.abs(picture).ravel().tolist()) == {1.0}
        same_in_column = (picture[0] == picture[1]).all()
        same_in_row = (picture[:, 0] == picture[:, 1]).all()
        seen = {(True, True): 0, (True, False): 1, (False, False): 2, (False, True): 3}
        assert label == seen[bool(same_in_column), bool(same_in_row)]
    for label in range(4):  # both signs of every pattern
        assert set(dataset.x_train[dataset.y_train == label][:, 0, 0].tolist()) == {-1.0, 1.0}
    np.testing.assert_array_equal(camera.load().x_test, dataset.x_test)


# --- splits -----------------------------------------------------------------------------


def numbered(num=200, classes=4):
    """Every image carries its own number."""
    y = np.sort(np.arange(num) % classes)
    x = np.zeros((num, 2, 2), np.float32)
    x[:, 0, 0] = np.arange(num)
    names = tuple(str(i) for i in range(classes))
    return Dataset("file", "numbered", x, y, -x[:20] - 1, y[:20], names)


def test_splits_are_stratified_disjoint_and_complete():
    data = numbered()
    prepared = prepare(data, DataSpec("digits", validation=0.2), 1)
    train, held = prepared.train.x[:, 0].astype(int), prepared.validation.x[:, 0].astype(int)
    assert not set(train) & set(held)
    assert set(train) | set(held) == set(range(200))
    assert np.bincount(prepared.train.y).tolist() == [40] * 4
    assert np.bincount(prepared.validation.y).tolist() == [10] * 4
    np.testing.assert_array_equal(data.y_train[train], prepared.train.y)
    np.testing.assert_array_equal(data.y_train[held], prepared.validation.y)
    np.testing.assert_array_equal(prepared.test.x, data.x_test.reshape(20, 4))
    assert prepared.evaluated_on == "validation"
    assert (prepared.num_inputs, prepared.num_classes) == (4, 4)


def test_equal_seeds_give_equal_splits_and_others_do_not():
    data, spec = numbered(), DataSpec("digits", subset=0.5, validation=0.2)
    one, same, other = (prepare(data, spec, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.train.x, same.train.x)
    np.testing.assert_array_equal(one.validation.x, same.validation.x)
    assert not np.array_equal(one.train.x, other.train.x)
    assert len(one.train) + len(one.validation) == 100


def test_a_subset_keeps_every_class_and_the_whole_test_set():
    prepared = prepare(numbered(), DataSpec("digits", subset=0.001), 1)
    assert np.bincount(prepared.train.y).tolist() == [1] * 4
    assert len(prepared.test) == 20
    assert prepared.evaluated_on == "test"
    assert len(prepared.validation) == 0 and prepared.validation.x.shape == (0, 4)


def test_bytes_become_0_to_1():
    data = numbered(200)
    pixels = np.full((200, 2, 2), 255, np.uint8)
    prepared = prepare(
        Dataset("file", "t", pixels, data.y_train, pixels[:20], data.y_test, data.class_names),
        DataSpec("digits"),
        1,
    )
    assert prepared.train.x.dtype == np.float32 and prepared.train.y.dtype == np.int32
    np.testing.assert_array_equal(prepared.train.x, np.float32(1.0))


def test_too_little_left_says_so():
    with pytest.raises(DatasetError, match="Only 0 training images"):
        prepare(numbered(4), DataSpec("digits", subset=0.01, validation=0.9), 1)
    with pytest.raises(DatasetError, match="less than one image"):
        prepare(numbered(40), DataSpec("digits", validation=0.01), 1)


# --- large sets -------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(40, 5, 7), (300,)])
def test_large_idx_files_stay_on_disk(tmp_path, monkeypatch, shape):
    monkeypatch.setattr(idx_format, "MAPPED_FROM", 100)
    array = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    head = bytes((0, 0, 8, len(shape))) + b"".join(n.to_bytes(4, "big") for n in shape)
    path = tmp_path / "own-idx-ubyte"
    path.write_bytes(head + array.tobytes())
    read = idx_format.read(path)
    assert isinstance(read, np.memmap) and not read.flags.writeable
    assert np.array_equal(read, array)
    path.write_bytes(head + array.tobytes()[:-1])
    with pytest.raises(DatasetError, match="cut short"):
        idx_format.read(path)


def test_preparing_holds_little_beside_the_pictures_themselves():
    """Bytes become floats a piece at a time, in any order, with and without a part held back."""
    rng = np.random.default_rng(0)
    x = rng.integers(0, 256, (12_000, 28, 28)).astype(np.uint8)
    y = np.arange(len(x)) % 10
    made = Dataset("file", "Large", x, y, x[:10], y[:10], tuple("0123456789"))
    spec = DataSpec("file", validation=0.25)
    prepare(made, spec, 3)  # what is loaded once is not counted
    tracemalloc.start()
    try:
        data = prepare(made, spec, 3)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    floats = data.train.x.nbytes + data.validation.x.nbytes
    assert len(data.train) == 9000 and peak < 1.3 * floats
    known = {picture.tobytes() for picture in x}
    back = np.round(np.concatenate([data.train.x, data.validation.x]) * 255).astype(np.uint8)
    assert {picture.tobytes() for picture in back} == known
