"""Data as people have them: spellings, places and slips that files of others showed."""

from __future__ import annotations

import gzip
import pickle
import struct

import numpy as np
import pytest
from PIL import Image

from ffstudio.core.errors import DatasetError
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec

COUNT, TESTS, SIDE = 40, 12, 6
rng = np.random.default_rng(3)
X = rng.integers(0, 256, (COUNT + TESTS, SIDE, SIDE)).astype(np.uint8)
# A corner that says which image it is: they may come in another order, but for it.
X[:, 0, 0] = np.arange(COUNT + TESTS)
X[:, 1] = 0
X[:, 1, :2] = 255
Y = np.arange(COUNT + TESTS) % 4
TRAIN, TEST = (X[:COUNT], Y[:COUNT]), (X[COUNT:], Y[COUNT:])
WORDS = np.array(["cat", "dog", "emu", "owl"])


def read(path):
    return datasets.load(DataSpec("file", path=str(path)))


def says(path):
    with pytest.raises(DatasetError) as caught:
        read(path)
    return str(caught.value)


def assert_all(dataset, names=("0", "1", "2", "3"), whole=True):
    """Every image of the source has its own label, whichever set it has come to."""
    assert dataset.class_names == tuple(names)
    seen = []
    for x, y in ((dataset.x_train, dataset.y_train), (dataset.x_test, dataset.y_test)):
        for picture, label in zip(np.asarray(x), y.tolist(), strict=True):
            scaled = picture if picture.dtype == np.uint8 else np.round(picture * 255)
            at = int(scaled[0, 0])
            np.testing.assert_allclose(scaled, X[at], atol=1)
            assert label == Y[at]
            seen.append(at)
    if whole:
        assert sorted(seen) == list(range(len(seen))) and len(seen) in (COUNT, len(X))


# --- values -----------------------------------------------------------------------------


def save(folder, x_train, x_test, name="a.npz"):
    np.savez(folder / name, x_train=x_train, y_train=TRAIN[1], x_test=x_test, y_test=TEST[1])
    return folder / name


def test_a_few_odd_pixels_make_no_bytes_of_0_and_1_black(tmp_path):
    binary = (rng.random((COUNT, 40, 40)) < 0.3).astype(np.uint8)
    odd = binary.copy()
    odd[3, 3, 3] = 255
    dataset = read(save(tmp_path, odd, binary[:TESTS]))
    np.testing.assert_array_equal(dataset.x_test, binary[:TESTS])
    assert dataset.values.white == 1


def test_one_odd_pixel_of_the_test_set_does_not_make_it_black(tmp_path):
    x = TRAIN[0].repeat(5, 1).repeat(5, 2)
    test = TEST[0].repeat(5, 1).repeat(5, 2) / 255.0
    test[0, 4, 4] = 255.0
    dataset = read(save(tmp_path, x, test))
    np.testing.assert_allclose(dataset.x_test[1:], test[1:], atol=0.01)
    assert any("Each is read in its own range" in warning for warning in dataset.warnings)


def test_standardised_training_images_beside_plain_test_images_are_refused(tmp_path):
    x = (TRAIN[0] / 255.0 - 0.1307) / 0.3081
    assert "The training images hold values" in says(save(tmp_path, x, TEST[0] / 255.0))


def test_two_signed_ranges_are_each_read_in_their_own(tmp_path):
    dataset = read(save(tmp_path, TRAIN[0] / 127.5 - 1, TEST[0] / 255.0 - 0.5))
    assert_all(dataset)
    assert any("Each is read in its own range" in warning for warning in dataset.warnings)


def test_a_set_that_is_much_darker_on_the_same_scale_is_named(tmp_path):
    dataset = read(save(tmp_path, TRAIN[0], (TEST[0] * 0.4).astype(np.uint8)))
    (warning,) = (w for w in dataset.warnings if "one scale" in w)
    assert "The training images reach 255, the test images 102" in warning


# --- tables -----------------------------------------------------------------------------


def table(
    path, x=TRAIN[0], y=TRAIN[1], by=",", heads=False, before="", after="", index=False,
    number=str, encoding="utf-8", between="\n",
):  # fmt: skip
    lines = []
    if heads:
        lines.append(by.join([*(["id"] if index else []), "label", *map(str, range(SIDE**2))]))
    for row, (picture, label) in enumerate(zip(x, y, strict=True)):
        cells = [str(label), *(number(v) for v in picture.ravel().tolist())]
        lines.append(by.join([*([str(row)] if index else []), *cells]) + after)
    path.write_bytes((before + between.join(lines) + "\n").encode(encoding))
    return path


def comma(value):
    return f"{value / 255:.6f}".replace(".", ",")


@pytest.mark.parametrize(
    "how",
    [
        {"by": ";", "number": comma},
        {"by": ";", "number": comma, "heads": True},
        {"by": "\t", "number": comma},
        {"by": "|"},
        {"by": ";", "before": "sep=;\n"},
        {"by": "\t", "heads": True, "encoding": "utf-16"},
        {"encoding": "utf-16-le"},
        {"heads": True, "encoding": "utf-32"},
        {"encoding": "utf-32-be"},
        {"encoding": "utf-8-sig", "before": "\ufeff"},
        {"encoding": "utf-8-sig", "before": "\ufeff", "heads": True},
        {"before": "# made by hand\n# in 2020\n"},
        {"before": "\n", "heads": True},
        {"after": ","},
        {"by": " ", "after": " "},
        {"between": "\n\n"},
        {"index": True},
        {"index": True, "heads": True},
    ],
    ids=lambda how: " ".join(how),
)
def test_tables_however_they_are_written(tmp_path, how):
    assert_all(read(table(tmp_path / "own.csv", **how)))


@pytest.mark.parametrize("name", ["own.txt", "own.tra", "zip.train"])
def test_a_table_is_told_by_its_rows(tmp_path, name):
    path = table(tmp_path / name, by=" ")
    assert datasets.data_set_of_file(path) is not None
    assert_all(read(path))


def test_words_in_windows_letters(tmp_path):
    words = np.array(["Bär", "Käse", "Löwe", "Wal"])
    dataset = read(table(tmp_path / "own.csv", y=words[TRAIN[1]], encoding="cp1252"))
    assert_all(dataset, words)
    assert "own.csv is no UTF-8: read as Windows-1252." in dataset.notes


def test_arff(tmp_path):
    head = "@relation own\n@attribute 'class' {'0','1'}\n"
    head += "".join(f"@attribute p{i} numeric\n" for i in range(SIDE**2)) + "@data\n"
    quoted = [f"'{label}'" for label in TRAIN[1]]
    assert_all(read(table(tmp_path / "own.arff", y=quoted, before=head)))


def test_labels_one_hot_in_the_last_columns(tmp_path):
    rows = np.concatenate([TRAIN[0].reshape(COUNT, -1), np.eye(4, dtype=int)[TRAIN[1]]], axis=1)
    np.savetxt(tmp_path / "own.csv", rows, "%d", ",")
    dataset = read(tmp_path / "own.csv")
    assert_all(dataset)
    assert "The last 4 of 40 columns are the labels, one hot." in dataset.notes


@pytest.mark.parametrize("opened", ["X_train.csv", "y_train.csv", ""])
@pytest.mark.parametrize("head", ["", "label\n"])
def test_images_and_labels_in_tables_of_their_own(tmp_path, opened, head):
    for which, (x, y) in (("train", TRAIN), ("test", TEST)):
        np.savetxt(tmp_path / f"X_{which}.csv", x.reshape(len(x), -1), "%d", ",")
        (tmp_path / f"y_{which}.csv").write_text(head + "\n".join(map(str, y)))
    dataset = read(tmp_path / opened)
    assert_all(dataset)
    assert len(dataset.y_test) == TESTS


def test_test_images_without_labels_beside_training_images_are_left_out(tmp_path):
    path = table(tmp_path / "train.csv", heads=True)
    np.savetxt(tmp_path / "test.csv", TEST[0].reshape(TESTS, -1), "%d", ",")
    dataset = read(path)
    assert_all(dataset)
    assert "test.csv beside it has no labels: left out." in dataset.notes
    assert "which are all pixels: it holds no labels" in says(tmp_path / "test.csv")


@pytest.mark.parametrize(
    ("cell", "what"), [("", "nothing in column 37"), ("NA", "“NA” in column 37")]
)
def test_a_gap_is_no_class(tmp_path, cell, what):
    path = table(tmp_path / "own.csv")
    lines = path.read_text().splitlines()
    lines[6] = lines[6].rpartition(",")[0] + "," + cell
    path.write_text("\n".join(lines))
    assert f"row 7 has {what}" in says(path)


@pytest.mark.parametrize("row", [6, 230])
def test_a_row_that_is_too_short_is_named(tmp_path, row):
    path = table(tmp_path / "own.csv", X[:1].repeat(240, 0), np.arange(240) % 4)
    lines = path.read_text().splitlines()
    lines[row] = lines[row].rsplit(",", 3)[0]
    path.write_text("\n".join(lines))
    assert f"row {row + 1} has 34 columns" in says(path)


# --- arrays -----------------------------------------------------------------------------


@pytest.mark.parametrize("opened", ["k-train-imgs.npz", "k-test-labels.npz", ""])
def test_npz_files_of_one_array_each(tmp_path, opened):
    for which, (x, y) in (("train", TRAIN), ("test", TEST)):
        np.savez(tmp_path / f"k-{which}-imgs.npz", x)
        np.savez(tmp_path / f"k-{which}-labels.npz", y)
    np.savez(tmp_path / "k49-train-imgs.npz", X[:3])
    assert_all(read(tmp_path / (opened or "k-train-imgs.npz")))


@pytest.mark.parametrize("opened", ["train.npz", "test.npz", ""])
def test_npz_files_of_one_set_each(tmp_path, opened):
    np.savez(tmp_path / "train.npz", x=TRAIN[0], y=TRAIN[1])
    np.savez(tmp_path / "test.npz", x=TEST[0], y=TEST[1])
    dataset = read(tmp_path / opened)
    assert_all(dataset)
    assert len(dataset.y_test) == TESTS


@pytest.mark.parametrize("prefix", ["", "full_numpy_bitmap_"])
@pytest.mark.parametrize("in_one", [True, False])
def test_an_array_for_each_class(tmp_path, prefix, in_one):
    of_class = {
        f"{prefix}{word}": X[:COUNT][Y[:COUNT] == k].reshape(-1, SIDE**2)
        for k, word in enumerate(WORDS)
    }
    if in_one:
        np.savez(tmp_path / "own.npz", **of_class)
    else:
        for name, pictures in of_class.items():
            np.save(tmp_path / f"{name}.npy", pictures)
    dataset = read(tmp_path / "own.npz" if in_one else tmp_path)
    assert_all(dataset, WORDS)
    assert any("Each array was taken for the images of one class" in n for n in dataset.notes)


def test_weights_are_no_classes(tmp_path):
    np.savez(tmp_path / "own.npz", w1=np.ones((36, 20)), b1=np.ones(20), w2=np.ones((20, 20)))
    assert "found: w1 (36, 20), b1 (20,)" in says(tmp_path / "own.npz")


@pytest.mark.parametrize(
    "shape", [(-1, SIDE**2, 1), (-1, 1, SIDE**2), (-1, 1, SIDE**2, 1)], ids=str
)
def test_rows_of_pixels_with_an_axis_of_length_one(tmp_path, shape):
    assert_all(read(save(tmp_path, TRAIN[0].reshape(shape), TEST[0].reshape(shape))))


@pytest.mark.parametrize(
    ("train", "test", "names"),
    [
        (np.eye(4)[TRAIN[1]][:, None], np.eye(4)[TEST[1]][:, None], None),
        (TRAIN[1].astype(float).astype(str), TEST[1].astype(float).astype(str), None),
        (WORDS[TRAIN[1]], np.char.upper(WORDS[TEST[1]]), WORDS),
    ],
    ids=["one hot with an axis more", "3.0 as text", "capital letters"],
)
def test_labels_however_they_are_spelt(tmp_path, train, test, names):
    path = tmp_path / "own.npz"
    np.savez(path, x_train=TRAIN[0], y_train=train, x_test=TEST[0], y_test=test)
    assert_all(read(path), ("0", "1", "2", "3") if names is None else names)


def test_capital_letters_part_classes_where_one_set_has_both(tmp_path):
    both = np.array(["a", "A", "b", "B"])
    path = tmp_path / "own.npz"
    np.savez(path, x_train=TRAIN[0], y_train=both[TRAIN[1]], x_test=TEST[0], y_test=both[TEST[1]])
    assert len(read(path).class_names) == 4


@pytest.mark.parametrize("label", [-1, 255])
def test_a_label_that_says_there_is_none_is_named(tmp_path, label):
    labels = np.where(np.arange(COUNT) % 5 == 4, label, TRAIN[1])
    np.savez(tmp_path / "own.npz", x_train=TRAIN[0], y_train=labels)
    warnings = read(tmp_path / "own.npz").warnings
    assert any(f"Label {label} stands beside 0 to 3" in warning for warning in warnings)


def test_two_classes_of_minus_1_and_1_are_no_slip(tmp_path):
    np.savez(tmp_path / "own.npz", x_train=TRAIN[0], y_train=TRAIN[1] % 2 * 2 - 1)
    assert not any("stands beside" in warning for warning in read(tmp_path / "own.npz").warnings)


def test_class_names_that_are_alike_name_nothing(tmp_path):
    np.savez(tmp_path / "own.npz", x=TRAIN[0], y=TRAIN[1], class_names=np.array(["a"] * 4))
    assert_all(read(tmp_path / "own.npz"))


# --- IDX --------------------------------------------------------------------------------

TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def idx(path, array, code=8):
    path.parent.mkdir(parents=True, exist_ok=True)
    head = struct.pack(f">HBB{array.ndim}I", 0, code, array.ndim, *array.shape)
    path.write_bytes(head + array.astype(TYPES[code]).tobytes())


def idx_set(folder, code=8, prefix="", own_folders=False, x=X, y=Y):
    for which, part in (("train", slice(COUNT)), ("t10k", slice(COUNT, None))):
        for what, array in (("images-idx3", x), ("labels-idx1", y)):
            name = f"{prefix}{which}-{what}-ubyte"
            place = folder / name if own_folders else folder
            idx(place / name, array[part], code if what[0] == "i" else 8)
    return folder / f"{prefix}train-images-idx3-ubyte"


@pytest.mark.parametrize("code", [8, 11, 12, 13, 14])
def test_idx_of_any_numbers(tmp_path, code):
    assert_all(read(idx_set(tmp_path, code)))


def test_idx_of_signed_bytes(tmp_path):
    idx_set(tmp_path, 9, x=(X.astype(int) - 128))
    assert_all(read(tmp_path))


@pytest.mark.parametrize("as_folder", [True, False])
def test_idx_files_in_folders_of_their_own_names(tmp_path, as_folder):
    file = idx_set(tmp_path, own_folders=True)
    assert_all(read(tmp_path if as_folder else file / file.name))


@pytest.mark.parametrize("place", ["archive", "mnist/raw", "data/MNIST/raw"])
def test_idx_below_a_folder(tmp_path, place):
    idx_set(tmp_path / place)
    assert_all(read(tmp_path))


def test_labels_of_qmnist(tmp_path):
    for which, (x, y) in (("train", TRAIN), ("test", TEST)):
        more = np.stack([y, *(np.arange(len(y)) + 900 for _ in range(7))], axis=1)
        idx(tmp_path / f"qmnist-{which}-images-idx3-ubyte", x)
        idx(tmp_path / f"qmnist-{which}-labels-idx2-int", more, 12)
    assert_all(read(tmp_path))


def test_of_several_sets_in_one_folder_the_first_is_read_and_it_is_said(tmp_path):
    idx_set(tmp_path, prefix="emnist-balanced-")
    letters = idx_set(tmp_path, prefix="emnist-letters-", y=Y + 1)
    dataset = read(tmp_path)
    assert_all(dataset)
    assert any("emnist-balanced was read" in n and "emnist-letters" in n for n in dataset.notes)
    assert read(letters).class_names == ("1", "2", "3", "4")


# --- pictures ---------------------------------------------------------------------------


def pictures(folder, rows=range(COUNT), change=lambda x: x, ending="png"):
    for i in rows:
        place = folder / str(Y[i])
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(change(X[i])).save(place / f"{i}.{ending}")


def test_sets_below_a_folder_that_holds_nothing_else(tmp_path):
    pictures(tmp_path / "own_png" / "train")
    pictures(tmp_path / "own_png" / "test", range(COUNT, len(X)))
    dataset = read(tmp_path)
    assert_all(dataset)
    assert len(dataset.y_test) == TESTS


def test_a_folder_of_unlabelled_test_pictures_is_no_class(tmp_path):
    pictures(tmp_path / "train")
    (tmp_path / "test").mkdir()
    Image.fromarray(X[-1]).save(tmp_path / "test" / "1.png")
    dataset = read(tmp_path)
    assert_all(dataset)
    assert "1 pictures that lie in no folder of a class were left out." in dataset.notes


@pytest.mark.parametrize(
    ("change", "ending"),
    [
        (lambda x: (x / 255).astype(np.float32), "tif"),
        (lambda x: x.astype(np.float32), "tif"),
        (lambda x: x.astype(np.uint16) * 257, "png"),
    ],
    ids=["floats of 0 to 1", "floats of 0 to 255", "16 bit"],
)
def test_pictures_of_more_than_8_bits(tmp_path, change, ending):
    pictures(tmp_path, change=change, ending=ending)
    assert_all(read(tmp_path))


def test_a_dim_picture_of_16_bits_is_no_bright_one(tmp_path):
    pictures(tmp_path, change=lambda x: x.astype(np.uint16) * 257)
    Image.fromarray(np.full((SIDE, SIDE), 200, np.uint16)).save(tmp_path / "0" / "dim.png")
    dataset = read(tmp_path)
    dim = [x for s in (dataset.x_train, dataset.x_test) for x in s if x.min() == x.max()]
    assert [int(x.max()) for x in dim] == [1]


def test_one_folder_of_pictures_is_no_data_set(tmp_path):
    (tmp_path / "images").mkdir()
    Image.fromarray(X[0]).save(tmp_path / "images" / "1.png")
    (tmp_path / "labels.txt").write_text("others 0")
    assert "has one folder of pictures only, images" in says(tmp_path)


def test_a_damaged_picture_is_named_without_pythons_words(tmp_path):
    pictures(tmp_path)
    (tmp_path / "3" / "bad.png").write_bytes(b"none")
    assert "3/bad.png cannot be read (it is damaged, or no picture)." in says(tmp_path)


# --- what is no data --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.npz", b"<!DOCTYPE html><html>404", "is a page of the web"),
        ("a.csv", b"\n <html><body>", "is a page of the web"),
        ("a.mat", b"version https://git-lfs.github.com/spec/v1\noid", "Git LFS"),
        ("a.pkl", b"none", "is a Python pickle"),
        ("batch_1", pickle.dumps([1], 4), "is a Python pickle"),
        ("a.pkl.gz", gzip.compress(pickle.dumps([1])), "could run code"),
        ("a.pt", b"none", "is a file of PyTorch"),
        ("a.parquet", b"PAR1....PAR1", "is a Parquet table"),
        ("a.tar.gz", gzip.compress(b"none"), "it is damaged, or cut short"),
        ("a.tar.xz", b"none", "it is damaged, or cut short"),
        ("a.rar", b"Rar!\x1a\x07\0", "Unpack it"),
        ("a.xlsx", b"PK\x03\x04", "Save it as CSV"),
        ("a.tfrecord", b"\x18\0\0\0", "is a file of TensorFlow records"),
        ("a.scale", b"5 153:3 154:18 155:18\n", "is a sparse table of LIBSVM"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value,
)
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(tmp_path, name, content, what):
    (tmp_path / name).write_bytes(content)
    assert what in says(tmp_path / name)


@pytest.mark.parametrize("name", ["a.parquet", "a.tar.gz", "a.xlsx", "a.pkl.gz", "a.7z"])
def test_data_of_other_kinds_are_never_answered_as_models(tmp_path, name):
    (tmp_path / name).write_bytes(b"none")
    assert datasets.data_set_of_file(tmp_path / name) is datasets.DATASETS["file"]


@pytest.mark.parametrize("name", ["a.h5", "a.keras", "a.pkl", "a.onnx", "a.docx"])
def test_other_files_are_no_data(tmp_path, name):
    (tmp_path / name).write_bytes(b"PK\x03\x04none")
    assert datasets.data_set_of_file(tmp_path / name) is None


def test_hdf5_without_images_lists_what_is_in_it(tmp_path):
    h5py = pytest.importorskip("h5py")
    with h5py.File(tmp_path / "own.h5", "w") as file:
        file["foo"], file["bar"] = X, Y / 3
    assert "found: bar (52,), foo (52, 6, 6)" in says(tmp_path / "own.h5")


@pytest.mark.parametrize("names", [("features", "targets"), ("img", "cls")])
def test_hdf5_with_other_usual_names(tmp_path, names):
    h5py = pytest.importorskip("h5py")
    with h5py.File(tmp_path / "own.h5", "w") as file:
        file[names[0]], file[names[1]] = TRAIN
    assert_all(read(tmp_path / "own.h5"))
