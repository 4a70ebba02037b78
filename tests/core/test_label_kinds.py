"""Labels as they are written: large numbers, bytes, one hot, words that say there is none."""

from __future__ import annotations

import time

import numpy as np
import pytest

from tests.core.test_array_roles import save
from tests.core.test_brought_data import says
from tests.core.test_containers import NAMES, TX, TY, X, Y, check, load, png

LATIN = np.array([word.encode("latin-1") for word in "abcdefgäöü"])


def with_labels(folder, change):
    return save(folder, x_train=X, y_train=change(Y), x_test=TX, y_test=change(TY))


@pytest.mark.parametrize("factor", [10**15, 5 * 10**7, 10**6])
def test_large_numbers_are_labels_like_others(tmp_path, factor):
    begun = time.monotonic()
    made = load(with_labels(tmp_path, lambda y: y.astype(np.int64) * factor))
    assert time.monotonic() - begun < 5
    check(made, classes=tuple(str(k * factor) for k in range(10)))
    made = load(with_labels(tmp_path, lambda y: np.where(y == 9, 9 * factor, y)))
    check(made, classes=(*"012345678", str(9 * factor)))


def test_folders_called_by_large_numbers(tmp_path):
    for i in range(20):
        folder = tmp_path / str(Y[i] * 10**15)
        folder.mkdir(exist_ok=True)
        (folder / f"{i}.png").write_bytes(png(X[i]))
    assert load(tmp_path).class_names == tuple(str(k * 10**15) for k in sorted(set(Y[:20])))


def test_words_of_thousands_of_digits_are_put_in_order(tmp_path):
    words = np.array(["7" * 5000, "cat"])
    made = load(save(tmp_path, x=X[:20], y=words[np.arange(20) % 2]))
    assert set(made.class_names) == set(words)


def test_bytes_that_are_no_utf8_stay_different_words(tmp_path):
    made = load(with_labels(tmp_path, lambda y: LATIN[y]))
    check(made, classes=tuple("abcdefgäöü"))
    assert "y_train is no UTF-8: read as Windows-1252." in made.notes
    made = load(save(tmp_path, x=X, y=Y, class_names=LATIN))
    assert made.class_names == tuple("abcdefgäöü")
    assert "class_names is no UTF-8: read as Windows-1252." in made.notes
    odd = np.array([b"\x81", b"\x9d"])  # nothing in Windows-1252
    assert load(save(tmp_path, x=X[:20], y=odd[np.arange(20) % 2])).class_names == ("\x81", "\x9d")


def test_bytes_of_hdf5_that_are_no_utf8_stay_different_words(tmp_path):
    import h5py

    with h5py.File(tmp_path / "own.h5", "w") as file:
        file["x_train"], file["y_train"] = X, LATIN[Y]
    made = load(tmp_path / "own.h5")
    assert made.class_names == tuple("abcdefgäöü")
    assert "y_train is no UTF-8: read as Windows-1252." in made.notes


NOISE = np.random.default_rng(0).normal(0, 1e-7, (200, 10))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: rows + NOISE[: len(rows)], "Its numbers are 1 and 0 but for rounding."),
        (lambda rows: rows.astype("f2") * 0.9 + 0.01, "Its numbers are 0.91 and 0.01"),
        (lambda rows: (rows * 0.9 + 0.01).astype("f4"), "Its numbers are 0.91 and 0.01."),
        (lambda rows: rows.astype(int).astype("U"), "the place of the one is the label."),
        (lambda rows: rows.astype("S"), "the place of the one is the label."),
    ],
    ids=["noise", "halves", "smoothed", "text", "bytes"],
)
def test_one_hot_that_is_nearly_so(tmp_path, change, said):
    made = load(with_labels(tmp_path, lambda y: change(np.eye(10)[y])))
    check(made)
    assert any(said in note for note in made.notes)


@pytest.mark.parametrize(
    "rows",
    [
        np.random.default_rng(0).dirichlet(np.ones(10), len(X)),
        np.eye(10)[Y] * np.linspace(0.5, 1, len(X))[:, None],
        np.eye(10)[Y] + np.eye(10)[(Y + 1) % 10],
        np.zeros((len(X), 10)),
    ],
    ids=["probabilities", "weighted", "two hot", "none hot"],
)
def test_what_is_not_one_hot_is_refused(tmp_path, rows):
    assert "is not one hot" in says(save(tmp_path, x=X, y=rows))


@pytest.mark.parametrize("word", ["", "nan", "NaN", "None", "N/A", "null", "?"])
def test_a_word_that_says_there_is_no_label_is_named(tmp_path, word):
    words = np.array([*NAMES[:9], word])
    made = load(with_labels(tmp_path, lambda y: words[y]))
    check(made, classes=(*NAMES[:9], word))
    assert any(
        warning.startswith(f"Label {word!r} stands among the classes") for warning in made.warnings
    )
    assert "leave these images out" in " ".join(made.warnings)
    assert not load(with_labels(tmp_path, lambda y: np.array(NAMES)[y])).warnings
