"""What arrays beside the images mean: names of classes, of other things, and which set is which."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.io import savemat

from ffstudio.core.images.understanding.roles import role_of
from tests.core.test_brought_data import says
from tests.core.test_containers import NAMES, TX, TY, X, Y, check, load

BOTH = {"x_train": X, "y_train": Y, "x_test": TX, "y_test": TY}
ALL, LABELS = np.concatenate([X, TX]), np.concatenate([Y, TY])
SET = np.array(["train"] * len(X) + ["test"] * len(TX))
PIXELS = X.shape[1] * X.shape[2]


def save(folder, **arrays):
    np.savez(folder / "own.npz", **arrays)
    return folder / "own.npz"


# --- names of classes -----------------------------------------------------------------


@pytest.mark.parametrize("order", [1, -1], ids=["names first", "names last"])
def test_names_of_features_are_none_of_classes(tmp_path, order):
    """As scikit-learn's data sets have both."""
    names = {
        "target_names": np.array(NAMES),
        "feature_names": np.array([f"p{i}" for i in range(PIXELS)]),
    }
    arrays = dict(list({**BOTH, **names}.items())[::order])
    made = load(save(tmp_path, **arrays))
    check(made, classes=NAMES)
    assert made.class_names == NAMES
    assert f"Left out: feature_names ({PIXELS},)." in made.notes


@pytest.mark.parametrize(
    ("key", "count", "why"),
    [
        ("names", PIXELS, "one for each pixel"),
        ("names", len(X), "one for each image"),
        ("class_names", len(X), "one for each image"),
        ("names", 333, "many more than its classes"),
        ("class_names", 333, "many more than its classes"),
    ],
)
def test_names_of_other_things_are_none_of_classes(tmp_path, key, count, why):
    arrays = {key: np.array([f"img_{i:04}.png" for i in range(count)])}
    made = load(save(tmp_path, **BOTH, **arrays))
    check(made)
    assert made.class_names == tuple("0123456789")
    assert f"{key} holds {count} names, {why}: no names of classes, left out." in made.notes


@pytest.mark.parametrize("key", ["pixel_names", "column_names", "filenames", "image_paths"])
def test_lists_that_say_what_they_name_are_passed_over(tmp_path, key):
    made = load(save(tmp_path, **BOTH, **{key: np.array(NAMES)}))
    check(made)
    assert made.class_names == tuple("0123456789")
    assert f"Left out: {key} (10,)." in made.notes


def test_words_called_labels_beside_numbers_are_their_names(tmp_path):
    made = load(save(tmp_path, images=X, y=Y, labels=np.array(NAMES)))
    assert made.class_names == NAMES and not any("Left out" in note for note in made.notes)


def test_arrays_without_a_role_are_named(tmp_path):
    made = load(save(tmp_path, **BOTH, weights=np.ones(len(X)), of=np.zeros((3, 4)), n=10))
    check(made)
    assert "Left out: weights (200,), of (3, 4)." in made.notes


# --- words of a name -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("pixel_values", "x_train"),
        ("test_pixel_values", "x_test"),
        ("device_images", "x_train"),
        ("latest_images", "x_train"),
        ("interval_labels", "y_train"),
        ("contestLabels", "y_train"),
        ("trainedImages", "x_train"),
        ("xtrain", "x_train"),
        ("ytest", "y_test"),
        ("testlabels", "y_test"),
        ("validationdata", "x_val"),
        ("trainingSetImages", "x_train"),
        ("XVal", "x_val"),
        ("DTest", "y_test"),
        ("xtr", "x_train"),
        ("yte", "y_test"),
        ("shapestest_labels", "y_test"),
        ("x_entrenamiento", "x_train"),
        ("y_prueba", "y_test"),
        ("x_entraînement", "x_train"),
        ("t10k-images-idx3-ubyte", "x_test"),
        ("train-labels.idx1-ubyte", "y_train"),
        ("train-idx3-ubyte", "x_train"),
        ("train_idx", None),
        ("values", None),
        ("latest", None),
        ("evaluator", None),
    ],
)
def test_only_whole_words_of_a_name_count(key, role):
    assert role_of(key) == role


@pytest.mark.parametrize("prefix", ["", "test_"])
def test_pixel_values_are_no_validation_set(tmp_path, prefix):
    """As Hugging Face's image processors name them."""
    arrays = {"pixel_values": X, "labels": Y}
    if prefix:
        arrays |= {"test_pixel_values": TX, "test_labels": TY}
    made = load(save(tmp_path, **arrays))
    if prefix:
        check(made)
    else:
        assert len(made.x_train) + len(made.x_test) == len(X) and not len(made.x_validation)


def test_half_a_training_set_beside_a_test_set_is_not_dropped(tmp_path):
    said = says(save(tmp_path, foo=X, y_train=Y, x_test=TX, y_test=TY))
    assert "holds no x_train; found: foo (200, 28, 28)" in said


@pytest.mark.parametrize(
    "names", [("X1", "Y1", "X2", "Y2"), ("images_a", "labels_a", "images_b", "labels_b")]
)
def test_which_names_mean_what_is_said_where_two_are_alike(tmp_path, names):
    said = says(save(tmp_path, **dict(zip(names, (X, Y, TX, TY), strict=True))))
    assert f"{names[0]} and {names[2]}: which one is meant is not clear" in said
    assert "Call what is meant x_train and y_train, and a test set x_test and y_test" in said


@pytest.mark.parametrize(
    ("fine", "coarse"),
    [("y_{}_fine", "y_{}_coarse"), ("y_{}", "coarse_y_{}"), ("fine_labels_{}", "coarse_labels_{}")],
)
def test_of_fine_and_coarse_labels_the_fine_ones_are_read_and_it_is_said(tmp_path, fine, coarse):
    arrays = {"x_train": X, "x_test": TX}
    for which, y in (("train", Y), ("test", TY)):
        arrays |= {coarse.format(which): y // 5, fine.format(which): y}
    made = load(save(tmp_path, **arrays))
    check(made)
    assert any(f"Left out: {coarse.format('train')} (200,)" in note for note in made.notes)
    if "fine" in fine:
        first = fine.format("train")
        assert (
            f"Labels are those of {first}; for the coarser ones of {coarse.format('train')} take "
            f"{first} out of the file." in made.notes
        )


# --- sets ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("X", "Y", "Xt", "Yt"), "Xt and Yt were taken for x_test and y_test."),
        (("Xtr", "Ytr", "Xt", "Yt"), "Xt and Yt were taken for x_test and y_test."),
        (("x_t", "y_t", "x_v", "y_v"), "x_t and y_t were taken for x_train and y_train."),
    ],
)
def test_letters_for_sets(tmp_path, names, said):
    made = load(save(tmp_path, **dict(zip(names, (X, Y, TX, TY), strict=True))))
    check(made)
    assert said in made.notes


TRAIN_ROWS, TEST_ROWS = np.arange(len(X)), np.arange(len(X), len(ALL))
SPLITS = [
    {"split": SET},
    {"split": np.char.upper(SET).astype("S")},
    {"Set": np.where(SET == "train", 1, 3)},
    {"is_train": SET == "train"},
    {"istest": (SET == "test").astype(np.uint8)[:, None]},
    {"train_mask": SET == "train", "test_mask": SET == "test"},
    {"fold": np.where(SET == "train", np.arange(len(ALL)) % 4, 4)},
    {"train_idx": TRAIN_ROWS, "test_idx": TEST_ROWS},
    {"train_indices": TRAIN_ROWS + 1, "testIndices": TEST_ROWS + 1},
    {"idx_test": TEST_ROWS},
]


@pytest.mark.parametrize("marks", SPLITS, ids=lambda marks: " ".join(marks))
@pytest.mark.parametrize("one_hot", [False, True])
def test_sets_that_an_array_of_the_file_says_are_used(tmp_path, marks, one_hot):
    y = np.eye(10, dtype=int)[LABELS] if one_hot else LABELS
    made = load(save(tmp_path, **marks, images=ALL, labels=y))
    check(made)
    keys = " and ".join(marks)
    assert any(
        note.startswith(f"By {keys}: 200 training images, 60 test im") for note in made.notes
    )
    assert not any("Left out" in note for note in made.notes)


def test_sets_in_any_order_and_images_in_none(tmp_path):
    rows = np.random.default_rng(0).permutation(len(ALL))
    words = np.where(SET[rows] == "train", "Training", "testing")
    words[rows < 10] = "val"
    made = load(save(tmp_path, x=ALL[rows], y=LABELS[rows], partition=words))
    np.testing.assert_array_equal(made.x_validation, ALL[rows[rows < 10]])
    np.testing.assert_array_equal(made.x_train, ALL[rows[(rows >= 10) & (rows < len(X))]])
    np.testing.assert_array_equal(made.x_test, ALL[rows[rows >= len(X)]])
    some = {"train_idx": TRAIN_ROWS[5:], "test_idx": TEST_ROWS}
    made = load(save(tmp_path, x=ALL, y=LABELS, **some))
    np.testing.assert_array_equal(made.x_train, X[5:])
    assert "5 images are in none of these sets: left out." in made.notes


def test_numbers_of_matlab_count_from_one(tmp_path):
    values = {"fea": ALL.reshape(len(ALL), -1), "gnd": LABELS[:, None]}
    rows = {"trainIdx": TRAIN_ROWS[:, None] + 1, "testIdx": TEST_ROWS[:-1, None] + 1}
    savemat(tmp_path / "own.mat", {**values, **rows})
    made = load(tmp_path / "own.mat")
    np.testing.assert_array_equal(made.x_train, X)
    np.testing.assert_array_equal(made.x_test, TX[:-1])
    assert any(note.endswith("(counted from 1).") for note in made.notes)


def test_numbers_of_images_that_are_not_there_are_refused(tmp_path):
    path = save(tmp_path, x=ALL, y=LABELS, train_idx=TRAIN_ROWS, test_idx=TEST_ROWS + 9)
    assert "train_idx and test_idx name image 268, but there are 260" in says(path)


@pytest.mark.parametrize(
    "marks",
    [{"split": SET[:50]}, {"split": np.array(["a", "b"])[LABELS % 2]}, {"fold": LABELS / 3}],
)
def test_what_says_no_sets_is_left_out(tmp_path, marks):
    made = load(save(tmp_path, x=ALL, y=LABELS, **marks))
    assert len(made.x_train) + len(made.x_test) == len(ALL)
    assert any("were held back" in note for note in made.notes)
    if "fold" not in marks:
        assert any(f"Left out: split ({len(marks['split'])},)" in note for note in made.notes)
