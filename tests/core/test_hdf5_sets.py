"""HDF5 files beside each other, and those whose names say nothing."""

from __future__ import annotations

import h5py
import numpy as np
import pytest

from ffstudio.core.images import datasets
from tests.core.test_brought_data import says
from tests.core.test_containers import NAMES, TX, TY, X, Y, check, load
from tests.marks import choose_cases


def write(path, **arrays):
    with h5py.File(path, "w") as file:
        for key, array in arrays.items():
            file[key] = array


@pytest.mark.parametrize("opened", ["", "train_cat.h5"])
def test_a_file_for_each_set(tmp_path, opened):
    """As A. Ng's course on Coursera gives its cats."""
    names = np.array(NAMES, "S")
    write(tmp_path / "train_cat.h5", train_set_x=X, train_set_y=Y, list_classes=names)
    write(tmp_path / "test_cat.h5", test_set_x=TX, test_set_y=TY, list_classes=names)
    made = load(tmp_path / opened)
    check(made, classes=NAMES)
    assert list(made.notes) == ["test_cat.h5 beside it was read too."]
    assert datasets.own_path(tmp_path) == "folder"


@pytest.mark.parametrize(
    "opened",
    choose_cases(["", "a_split_train_x.h5", "a_split_test_y.h5"], "", "a_split_test_y.h5"),
)
def test_a_file_for_each_array(tmp_path, opened):
    """As PatchCamelyon has them."""
    for which, x, y in (("train", X, Y), ("test", TX, TY)):
        write(tmp_path / f"a_split_{which}_x.h5", x=x)
        write(tmp_path / f"a_split_{which}_y.h5", y=y.reshape(-1, 1, 1, 1))
    assert datasets.data_set_of_file(tmp_path / (opened or "a_split_train_x.h5")).name == "file"
    check(load(tmp_path / opened))


def test_one_half_alone_is_named(tmp_path):
    write(tmp_path / "a_train_x.h5", x=X)
    assert "holds no images with labels; found: x (200, 28, 28)" in says(tmp_path / "a_train_x.h5")


def test_names_that_say_nothing_are_told_by_shape(tmp_path):
    write(tmp_path / "own.h5", foto=X, klasse=Y)
    made = load(tmp_path / "own.h5")
    assert "Its arrays were told by their shapes: foto as x_train, klasse as y_train." in made.notes
    assert len(made.x_train) + len(made.x_test) == len(X)


def test_an_array_for_each_class(tmp_path):
    write(tmp_path / "own.h5", **{name: X[k == Y] for k, name in enumerate(NAMES)})
    made = load(tmp_path / "own.h5")
    assert made.class_names == tuple(sorted(NAMES))
    for x, y in ((made.x_train, made.y_train), (made.x_test, made.y_test)):
        for picture, label in zip(x, y, strict=True):
            assert any((picture == of).all() for of in X[NAMES.index(made.class_names[label]) == Y])


@pytest.mark.parametrize(
    "arrays",
    [
        {"kernel": np.ones((784, 10), "f4"), "bias": np.ones(10, "f4")},
        {"one": np.ones((64, 64), "f4"), "two": np.ones((64, 64), "f4")},
        {"model_config": X, "foto": X, "klasse": Y},
        {"vars": X, "foto": X, "klasse": Y},
    ],
    ids=["a layer", "two kernels", "Keras", "Keras 3"],
)
def test_weights_are_no_images_whatever_their_shapes(tmp_path, arrays):
    write(tmp_path / "own.h5", **arrays)
    assert "If it is a model, open it as one" in says(tmp_path / "own.h5")
    assert datasets.data_set_of_file(tmp_path / "own.h5") is None


def test_a_folder_of_models_is_no_data(tmp_path):
    for name in ("train_a.h5", "test_a.h5"):
        write(tmp_path / name, model_config=X, images=X, labels=Y)
    assert datasets.data_set_of_file(tmp_path) is None
