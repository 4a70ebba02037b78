"""What MATLAB and Octave write: text, cells, structures and sparse matrices, in both formats."""

from __future__ import annotations

import gzip

import h5py
import numpy as np
import pytest
import scipy.sparse
from scipy.io import savemat

from tests.core.test_brought_data import says
from tests.core.test_containers import NAMES, TX, TY, X, Y, check, load
from tests.marks import choose_cases

WORDS = np.array(NAMES)


def write_numbers(group, name, array):
    made = group.create_dataset(name, data=np.asarray(array).T)
    made.attrs["MATLAB_class"] = np.bytes_(str(np.asarray(array).dtype))
    return made


def write_text(group, name, words):
    """A matrix of letters, a word in each row."""
    width = max(map(len, words))
    codes = [[ord(letter) for letter in word.ljust(width)] for word in words]
    made = group.create_dataset(name, data=np.array(codes, np.uint16).T)
    made.attrs["MATLAB_class"] = np.bytes_("char")
    made.attrs["MATLAB_int_decode"] = np.int32(2)
    return made


def write_cells(file, name, values, as_column=True):
    refs = file.require_group("#refs#")
    made = []
    for i, value in enumerate(values):
        where = f"{name.replace('/', '_')}{i}"
        write = write_text if isinstance(value, str) else write_numbers
        made.append(write(refs, where, [value] if isinstance(value, str) else value).ref)
    shape = (1, -1) if as_column else (-1, 1)
    cells = file.create_dataset(name, data=np.array(made, h5py.ref_dtype).reshape(shape))
    cells.attrs["MATLAB_class"] = np.bytes_("cell")


def write_sparse(file, name, array):
    matrix = scipy.sparse.csc_matrix(array)
    group = file.create_group(name)
    group.attrs["MATLAB_sparse"] = np.uint64(matrix.shape[0])
    group.attrs["MATLAB_class"] = np.bytes_("double")
    group["data"], group["ir"], group["jc"] = matrix.data, matrix.indices, matrix.indptr


@pytest.fixture
def mat(tmp_path):
    """An open file of version 7.3 with the images in it, and its path once it is closed."""
    path = tmp_path / "own.mat"
    with h5py.File(path, "w", userblock_size=512) as file:
        write_numbers(file, "x_train", X)
        write_numbers(file, "x_test", TX)
        yield path, file


LABELS = {
    "letters in a column": lambda f, n, y: write_text(f, n, [str(v) for v in y]),
    "letters in a row": lambda f, n, y: write_text(f, n, ["".join(map(str, y))]),
    "matrix of words": lambda f, n, y: write_text(f, n, WORDS[y]),
    "column of cells": lambda f, n, y: write_cells(f, n, WORDS[y].tolist()),
    "row of cells": lambda f, n, y: write_cells(f, n, WORDS[y].tolist(), False),
    "cells of numbers": lambda f, n, y: write_cells(f, n, [np.array([[v]]) for v in y]),
}


@pytest.mark.parametrize(
    "kind",
    choose_cases(
        LABELS, "letters in a row", "matrix of words", "column of cells", "cells of numbers"
    ),
)
def test_labels_of_7_3(mat, kind):
    path, file = mat
    LABELS[kind](file, "y_train", Y)
    LABELS[kind](file, "y_test", TY)
    file.close()
    check(
        load(path),
        classes=NAMES if "words" in kind or kind.endswith("cells") else tuple("0123456789"),
    )


@pytest.mark.parametrize("write", [write_text, write_cells])
def test_class_names_of_7_3(mat, write):
    path, file = mat
    write_numbers(file, "y_train", Y[:, None])
    write_numbers(file, "y_test", TY[:, None])
    write(file, "class_names", ["Ünä", *NAMES[1:]])
    file.close()
    made = load(path)
    check(made, classes=("Ünä", *NAMES[1:]))
    assert made.class_names == ("Ünä", *NAMES[1:])


def test_cells_of_7_3(tmp_path):
    """A cell for each class, or for each picture, square or not."""
    with h5py.File(tmp_path / "classes.mat", "w", userblock_size=512) as file:
        write_cells(file, "faces", [X[k == Y] for k in range(10)])
    made = load(tmp_path / "classes.mat")
    assert made.class_names == tuple(str(k) for k in range(1, 11))
    assert len(made.x_train) + len(made.x_test) == len(X)
    pictures, labels = X[:50], Y[:50]
    for width in (28, 20):
        with h5py.File(tmp_path / "own.mat", "w", userblock_size=512) as file:
            for name, x, y in (("Train", pictures, labels), ("Test", TX[:20], TY[:20])):
                write_cells(file, f"X{name}", list(x[:, :, :width]))
                write_numbers(file, f"Y{name}", y[:, None])
        made = load(tmp_path / "own.mat")
        np.testing.assert_array_equal(made.x_train, pictures[:, :, :width])
        np.testing.assert_array_equal(made.y_test, TY[:20])


def test_cells_of_7_3_that_are_no_pictures_are_named(mat):
    path, file = mat
    del file["x_train"], file["x_test"]
    write_cells(file, "x_train", [x[:, : 20 + i % 2] for i, x in enumerate(X)])
    write_numbers(file, "y_train", Y[:, None])
    file.close()
    assert "x_train holds cells of different sizes, neither numbers nor text" in says(path)


def test_strings_of_matlabs_own_are_named(mat):
    path, file = mat
    made = write_numbers(file, "y_train", np.arange(6, dtype=np.uint32)[:, None])
    made.attrs["MATLAB_class"] = np.bytes_("string")
    made.attrs["MATLAB_object_decode"] = np.int32(3)
    del file["x_test"]
    file.close()
    assert "y_train holds string of MATLAB, neither numbers nor text" in says(path)


def assert_digits(made):
    """Floats of 0 to 255, as sparse matrices hold them."""
    for x, y, pictures, labels in (
        (made.x_train, made.y_train, X, Y),
        (made.x_test, made.y_test, TX, TY),
    ):
        np.testing.assert_array_equal(np.round(np.asarray(x) * 255), pictures)
        np.testing.assert_array_equal(y, labels)


def test_sparse_matrices(tmp_path):
    rows = {"X_train": X.reshape(len(X), -1), "X_test": TX.reshape(len(TX), -1)}
    values = {key: scipy.sparse.csc_matrix(x.astype(float)) for key, x in rows.items()}
    savemat(tmp_path / "five.mat", {**values, "y_train": Y, "y_test": TY})
    assert_digits(load(tmp_path / "five.mat"))
    with h5py.File(tmp_path / "seven.mat", "w", userblock_size=512) as file:
        for key, x in rows.items():
            write_sparse(file, key, x.astype(float))
        write_numbers(file, "y_train", Y[:, None])
        write_numbers(file, "y_test", TY[:, None])
    assert_digits(load(tmp_path / "seven.mat"))


def test_a_sparse_matrix_that_is_too_large_with_its_zeros_is_refused(tmp_path):
    huge = scipy.sparse.csc_matrix((200, 10**7))
    savemat(tmp_path / "own.mat", {"X_train": huge, "y_train": Y})
    assert "would take 14.9 GiB of memory" in says(tmp_path / "own.mat")


def cells(values):
    made = np.empty((1, len(values)), object)
    for i, value in enumerate(values):
        made[0, i] = value
    return made


def test_a_structure_for_each_picture(tmp_path):
    made = np.empty((1, len(X)), [("image", object), ("label", object)])
    for words in (False, True):
        for i, (x, y) in enumerate(zip(X, Y, strict=True)):
            made[0, i] = (x[:, :20], NAMES[y] if words else y)
        savemat(tmp_path / "own.mat", {"s": made})
        read = load(tmp_path / "own.mat")
        assert read.x_train.shape[1:] == (28, 20)
        assert set(read.class_names) == (set(NAMES) if words else set("0123456789"))
        assert len(read.x_train) + len(read.x_test) == len(X)


@pytest.mark.parametrize("times", [1, 6], ids=["few", "many"])
def test_cells_of_pictures_that_are_not_square(tmp_path, times):
    x, y = np.concatenate([X] * times)[:, :, :20], np.tile(Y, times)
    test = {"XTest": cells(TX[:, :, :20]), "YTest": TY}
    savemat(tmp_path / "own.mat", {"XTrain": cells(x), "YTrain": y, **test})
    made = load(tmp_path / "own.mat")
    np.testing.assert_array_equal(made.x_train, x)
    np.testing.assert_array_equal(made.y_train, y)
    np.testing.assert_array_equal(made.x_test, TX[:, :, :20])


def test_cells_of_pictures_of_several_sizes_are_named(tmp_path):
    values = {"XTrain": cells([x[:, : 20 + i % 2] for i, x in enumerate(X)]), "YTrain": Y}
    savemat(tmp_path / "own.mat", values)
    said = says(tmp_path / "own.mat")
    assert (
        "XTrain holds 200 cells with arrays of different sizes, such as (28, 20) and (28, 21)"
        in said
    )
    assert "Bring all pictures to one size" in said


def test_cells_of_classes_beside_their_names(tmp_path):
    parts = [X[k == Y] for k in range(10)]
    for name, each in (("first", parts), ("last", [np.moveaxis(p, 0, -1) for p in parts])):
        savemat(tmp_path / f"{name}.mat", {"data": cells(each), "class_names": cells(NAMES)})
        made = load(tmp_path / f"{name}.mat")
        assert made.class_names == NAMES
        assert len(made.x_train) + len(made.x_test) == len(X)
        for x, y in ((made.x_train, made.y_train), (made.x_test, made.y_test)):
            for picture, label in zip(x, y, strict=True):
                assert any((picture == of).all() for of in parts[label])


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"# Created by Octave 8.4.0, Mon Jan 01 2024\n# name: x\n", "a text file of Octave"),
        (gzip.compress(b"# Created by Octave 8.4.0, Mon\n"), "a text file of Octave"),
        (b"Octave-1-L\0\1\0\0\0x", "a binary file of Octave's own format"),
    ],
    ids=["text", "text, gzipped", "binary"],
)
def test_formats_of_octaves_own_say_how_to_save(tmp_path, content, what):
    (tmp_path / "own.mat").write_bytes(content)
    said = says(tmp_path / "own.mat")
    assert f"own.mat is {what}" in said and "save -v7 own.mat" in said


@pytest.mark.parametrize("opened", ["train.mat", "test.mat", ""])
def test_files_of_a_set_each(tmp_path, opened):
    savemat(tmp_path / "train.mat", {"X": X, "y": Y})
    savemat(tmp_path / "test.mat", {"X": TX, "y": TY})
    check(load(tmp_path / opened))
