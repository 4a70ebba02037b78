"""Data that keep their classes, or their heads, in ways of their own."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from tests.core.test_brought_data import COUNT, TEST, TRAIN, WORDS, X, Y, assert_all, read, says


def by_class(x, y):
    return [x[y == k] for k in range(4)]


def test_pictures_called_as_their_labels_are_still_the_pictures(tmp_path):
    np.save(tmp_path / "digits.npy", TRAIN[0])
    np.save(tmp_path / "digits_labels.npy", TRAIN[1])
    assert_all(read(tmp_path))
    (tmp_path / "flat").mkdir()
    np.save(tmp_path / "flat" / "classes.npy", TRAIN[1])
    np.save(tmp_path / "flat" / "digits.npy", TRAIN[0].reshape(COUNT, -1))
    assert_all(read(tmp_path / "flat"))


def test_two_arrays_of_labels_are_still_asked_about(tmp_path):
    np.savez(tmp_path / "a.npz", x=TRAIN[0], digits=TRAIN[1], classes=TRAIN[1][::-1])
    assert "which one is meant is not clear" in says(tmp_path / "a.npz")


@pytest.mark.parametrize("spelling", ["train{}", "train_{}", "Train {}"])
def test_a_set_and_a_class_in_each_name(tmp_path, spelling):
    """As in mnist_all.mat: train0 … train9, test0 … test9."""
    arrays = {
        spelling.replace("rain", name).format(k): part
        for name, (x, y) in (("rain", TRAIN), ("est", TEST))
        for k, part in enumerate(by_class(x, y))
    }
    np.savez(tmp_path / "all.npz", **arrays)
    made = read(tmp_path / "all.npz")
    assert_all(made)
    assert len(made.x_train) == COUNT
    assert any("images of one class" in note for note in made.notes)


def test_names_of_sets_alone_are_no_classes(tmp_path):
    np.savez(tmp_path / "a.npz", train_x=TRAIN[0], train_y=TRAIN[1])
    assert_all(read(tmp_path / "a.npz"))


@pytest.mark.parametrize("kind", ["a class each", "a picture each"])
def test_cell_arrays_of_matlab(tmp_path, kind):
    import scipy.io as scipy_io

    parts = by_class(*TRAIN) if kind == "a class each" else list(TRAIN[0])
    cells = np.empty((1, len(parts)), object)
    for k, part in enumerate(parts):
        cells[0, k] = part
    values = {"faces": cells} if kind == "a class each" else {"images": cells, "labels": TRAIN[1]}
    scipy_io.savemat(tmp_path / "cells.mat", values)
    names = tuple("1234") if kind == "a class each" else tuple("0123")
    assert_all(read(tmp_path / "cells.mat"), names)


def write_idx(path, array, magic=None):
    head = struct.pack(">I", 0x800 + array.ndim if magic is None else magic)
    head += struct.pack(f">{array.ndim}I", *array.shape)
    path.write_bytes(head + array.astype(np.uint8).tobytes())


def write_set(folder, magics=(None, None)):
    write_idx(folder / "train-images-idx3-ubyte", TRAIN[0], magics[0])
    write_idx(folder / "train-labels-idx1-ubyte", TRAIN[1], magics[1])
    write_idx(folder / "t10k-images-idx3-ubyte", TEST[0])
    write_idx(folder / "t10k-labels-idx1-ubyte", TEST[1])


@pytest.mark.parametrize("magics", [(0x12345678, None), (None, 0x00FF0801), (0x00000001, None)])
def test_an_idx_file_with_a_wrong_head_is_not_passed_over(tmp_path, magics):
    """Its set would be missing without a word, and the test images would be all there is."""
    write_set(tmp_path, magics)
    name = "train-images" if magics[0] is not None else "train-labels"
    for path in (tmp_path, tmp_path / "t10k-images-idx3-ubyte"):
        said = says(path)
        assert name in said and "is called IDX but is not readable as that" in said
        assert f"{magics[0] or magics[1]:08x}"[:2] in said


def test_an_idx_file_that_goes_on_after_its_numbers_is_refused(tmp_path):
    write_set(tmp_path, (0x801, None))
    said = says(tmp_path)
    assert "train-images-idx3-ubyte declares 40 numbers and goes on after them" in said
    assert "2051" in said


def test_whole_idx_sets_are_read(tmp_path):
    write_set(tmp_path)
    assert_all(read(tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("net.tflite", b"\x1c\0\0\0TFL3" + bytes(60), "a model of TensorFlow Lite"),
        ("net.onnx", b"\x08\x07\x12\x07pytorch", "an ONNX model"),
        ("net.safetensors", bytes(8) + b'{"a":1}', "weights (safetensors)"),
        ("saved_model.pb", b"\x08\x01\x12\x02", "a TensorFlow SavedModel"),
    ],
)
def test_models_of_other_programs_are_no_data(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name, *([tmp_path] if name.endswith(".pb") else [])]
    for path in paths:
        assert words in says(path) and "no data" in says(path)


def test_classes_by_words_are_kept(tmp_path):
    np.savez(tmp_path / "a.npz", x=TRAIN[0], y=WORDS[TRAIN[1]])
    assert_all(read(tmp_path / "a.npz"), WORDS)
    assert len(X) == len(Y)


@pytest.mark.parametrize(("cell", "number"), [('"4,626"', "4626"), ("1'234'567", "1234567")])
def test_marks_between_thousands_are_named(tmp_path, cell, number):
    heads = ",".join(["label", *(f"pixel{i}" for i in range(36))])
    rows = [",".join([str(k % 4), *["7"] * 34, cell, "250"]) for k in range(8)]
    (tmp_path / "a.csv").write_text("\n".join([heads, *rows]))
    said = says(tmp_path / "a.csv")
    assert "row 1 has" in said and f"without marks between the thousands: {number}" in said


SPELLINGS = ["digit_{}", "class_{}", "label_{}", "images_{}", "img{}", "X{}", "{}_images", "set/{}"]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("kind", ["npz", "mat"])
def test_a_telling_word_in_the_name_of_each_class(tmp_path, spelling, kind):
    import scipy.io as scipy_io

    arrays = {spelling.format(k): part for k, part in enumerate(by_class(*TRAIN))}
    if kind == "npz":
        np.savez(tmp_path / "own.npz", **arrays)
    elif spelling[0].isalpha() and "/" not in spelling:
        scipy_io.savemat(tmp_path / "own.mat", arrays)
    else:
        return  # no names that MATLAB has
    made = read(tmp_path / f"own.{kind}")
    assert_all(made)
    assert "Each array was taken for the images of one class: 0, 1, 2, 3." in made.notes


@pytest.mark.parametrize("spelling", ["train_images_{}", "{}_train", "train/digit_{}"])
def test_a_telling_word_beside_set_and_class(tmp_path, spelling):
    arrays = {
        spelling.replace("train", which).format(k): part
        for which, (x, y) in (("train", TRAIN), ("test", TEST))
        for k, part in enumerate(by_class(x, y))
    }
    np.savez(tmp_path / "own.npz", **arrays)
    made = read(tmp_path / "own.npz")
    assert_all(made)
    assert len(made.x_train) == COUNT


def test_names_of_classes_beside_an_array_for_each(tmp_path):
    arrays = {f"digit_{k}": part for k, part in enumerate(by_class(*TRAIN))}
    np.savez(tmp_path / "own.npz", **arrays, class_names=WORDS)
    assert_all(read(tmp_path / "own.npz"), WORDS)


@pytest.mark.parametrize("names", [("data_batch_1", "data_batch_2"), ("images_train", "images_b")])
def test_parts_of_a_set_are_no_classes(tmp_path, names):
    np.savez(tmp_path / "own.npz", **dict(zip(names, (X, X), strict=True)))
    assert "Call what is meant x_train and y_train" in says(tmp_path / "own.npz")
