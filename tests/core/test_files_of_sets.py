"""Files of arrays in folders of sets side by side, and names that say what and of which set."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.images.datasets import own_path
from tests.core.test_archives import TX, TY, X, Y, check_pictures, idx, npy, open_data, put, saved

SETS = {"train": (X, Y), "test": (TX, TY)}


def arrays(pattern, kind):
    """Both arrays of both sets; of a pattern {s} is the set, {r} is x or y."""
    return {
        pattern.format(s=which, r="xy"[i]): kind(array)
        for which, pair in SETS.items()
        for i, array in enumerate(pair)
    }


CASES = {
    "npy": (arrays("{s}/{r}.npy", npy), "train/x.npy"),
    "npy of words": (arrays("seg_{s}_data/{r}.npy", npy), "seg_test_data/y.npy"),
    "npy that says its set": (arrays("d/{s}/{r}_{s}.npy", npy), "d/train/y_train.npy"),
    "npz": ({f"{s}/data.npz": saved(x=x, y=y) for s, (x, y) in SETS.items()}, "test/data.npz"),
    "npz of words": ({f"a-{s}1/{s}.npz": saved(images=x, labels=y) for s, (x, y) in SETS.items()},
                     "a-train1/train.npz"),
    "idx": (arrays("{r}_{s}.idx", idx), "x_train.idx"),
    "idx the other way": (arrays("{s}-{r}.idx", idx), "train-x.idx"),
    "idx of a prefix": (arrays("own-{r}-{s}-idx-ubyte", idx), "own-y-test-idx-ubyte"),
    "idx without a gap": (arrays("{r}{s}.idx", idx), "ytest.idx"),
    "idx in sets": (arrays("{s}/{r}.idx", idx), "test/x.idx"),
    "idx in sets of words": (arrays("my {s}ing set/{r}-ubyte", idx), "my training set/y-ubyte"),
}  # fmt: skip


@pytest.mark.parametrize("how", ["", ".zip"])
@pytest.mark.parametrize("case", CASES)
def test_files_of_both_sets_are_read(tmp_path, case, how):
    files, one = CASES[case]
    path = put(tmp_path, files, how)
    for opened in (path, path / one):
        dataset = open_data(opened)
        check_pictures(dataset, 56)
        assert (len(dataset.y_train), len(dataset.y_test)) == (40, 16) and not dataset.held_out
    assert how or own_path(path) in ("folder", "idx")


def test_what_was_read_together_is_said(tmp_path):
    (note,) = open_data(put(tmp_path, CASES["npy"][0], "")).notes
    assert note == "Read together: test/x.npy, test/y.npy, train/x.npy, train/y.npy."
    (tmp_path / "npz").mkdir()
    path = put(tmp_path / "npz", CASES["npz"][0], "")
    assert (
        "Read together: test/data.npz, train/data.npz." in open_data(path / "test/data.npz").notes
    )


def test_files_in_folders_that_only_have_words_of_sets_are_not_joined(tmp_path):
    files = {"test_scripts/a.npz": saved(x=X, y=Y), "training_notes/b.npz": saved(x=TX, y=TY)}
    path = put(tmp_path, files, "")
    dataset = open_data(path / "test_scripts" / "a.npz")
    check_pictures(dataset, 40)
    assert dataset.held_out
    whole = saved(x_train=X, y_train=Y, x_test=TX, y_test=TY)
    (tmp_path / "two").mkdir()
    path = put(tmp_path / "two", {"train/a.npz": whole, "test/b.npz": saved(x=TX, y=TY)}, "")
    check_pictures(open_data(path / "train" / "a.npz"), 56)


def test_idx_sets_of_two_prefixes_stay_two(tmp_path):
    files = {f"{prefix}-{name}": content if prefix == "a" else idx(np.zeros((1, 3, 3)))
             for prefix in "ab" for name, content in arrays("{r}_{s}.idx", idx).items()}  # fmt: skip
    files = {n: c for n, c in files.items() if not n.startswith("b-y")}
    check_pictures(open_data(put(tmp_path, files, "")), 56)
