"""Folders around pictures, however they are called and nested: which are sets, which are classes."""

from __future__ import annotations

import pytest

from ffstudio.core.errors import DatasetError
from tests.core.test_archives import (
    TX,
    TY,
    WORDS,
    X,
    Y,
    check_pictures,
    listed,
    open_data,
    pictures,
    png,
    put,
)


def split(train, test):
    """Files of both sets; of a pattern {y} is the class and {i} the number."""
    return pictures(X, train, Y) | pictures(TX, test, TY)


def check(dataset, words=False, tests=16):
    check_pictures(dataset, 40 + tests, words)
    assert (len(dataset.y_train), len(dataset.y_test)) == (40, tests)
    assert len(dataset.class_names) == 4 and not dataset.held_out


def says(path):
    with pytest.raises(DatasetError) as caught:
        open_data(path)
    return str(caught.value)


SPELT = [
    ("train_images", "test_images"), ("seg_train", "seg_test"), ("train1", "test1"),
    ("asl_alphabet_train", "asl_alphabet_test"), ("01-train", "02-test"), ("trainval", "test"),
    ("train_split", "test_split"), ("training-images", "testing-images"), ("Train", "Test"),
    ("chest_train", "chest_test"), ("train (1)", "test (1)"), ("train_val", "test"),
    ("GTSRB_Final_Training", "GTSRB_Final_Test"), ("mnisttrain", "mnisttest"),
    ("myTrainSet", "myTestSet"), ("TRAIN_DATA_2", "TEST_DATA_2"), ("training_set", "t10k_images"),
]  # fmt: skip


@pytest.mark.parametrize("how", ["", ".zip"])
@pytest.mark.parametrize(("train", "test"), SPELT)
def test_sets_however_they_are_spelt(tmp_path, train, test, how):
    path = put(tmp_path, split(train + "/{y}/{i}.png", test + "/{y}/{i}.png"), how)
    check(open_data(path))


def test_what_is_not_called_as_a_set_alone_is_said(tmp_path):
    path = put(tmp_path, split("seg_train/{y}/{i}.png", "seg_test/{y}/{i}.png"), "")
    said = "Folders were taken for sets: seg_test for test, seg_train for training."
    assert said in open_data(path).notes
    check(open_data(path / "seg_train" / "0" / "0.png"))
    assert not open_data(
        put(tmp_path, split("train/{y}/{i}.png", "test/{y}/{i}.png"), ".zip")
    ).notes


def test_three_sets_with_words_before_them(tmp_path):
    files = split("A Train/{y}/{i}.png", "A Test/{y}/{i}.png")
    files |= pictures(X[:8] // 2, "A Valid/{y}/v{i}.png", Y[:8])
    dataset = open_data(put(tmp_path, files, ""))
    assert [len(y) for y in (dataset.y_train, dataset.y_validation, dataset.y_test)] == [40, 8, 16]


@pytest.mark.parametrize("how", ["", ".zip"])
@pytest.mark.parametrize(
    ("train", "test"),
    [
        ("training_set/training_set/{y}/{i}.png", "test_set/test_set/{y}/{i}.png"),
        ("seg_train/seg_train/{y}/{i}.png", "seg_test/seg_test/{y}/{i}.png"),
        ("train/images/{y}/{i}.png", "test/images/{y}/{i}.png"),
        ("train/a/b/{y}/{i}.png", "test/{y}/{i}.png"),
        ("archive/dataset/train/{y}/{i}.png", "archive/dataset/test/{y}/{i}.png"),
        ("a/b/c/d/seg_train/x/{y}/{i}.png", "a/b/c/d/seg_test/x/{y}/{i}.png"),
        ("{y}/train/{i}.png", "{y}/test/{i}.png"),
        ("d/{y}/my_train/{i}.png", "d/{y}/my_test/{i}.png"),
        ("{y}/{i}.png", "{y}/test/{i}.png"),
        ("train_{y}/{i}.png", "test_{y}/{i}.png"),
        ("train/{y}.{i}.png", "test/{y}.{i}.png"),
        ("train/train/{y}.{i}.png", "test1/{y}.{i}.png"),
    ],
)
def test_sets_however_they_are_nested(tmp_path, train, test, how):
    check(open_data(put(tmp_path, split(train, test), how)))


def test_nested_classes_with_words_and_something_beside_the_wrapper(tmp_path):
    path = put(tmp_path, split("d/train/train/{y}/{i}.png", "d/test/test/{y}/{i}.png"), "")
    for place in path.glob("d/*/*/*"):
        place.rename(place.with_name(WORDS[int(place.name)]))
    (path / "README").write_text("of cats")
    for name in ("docs/a.png", "docs/b.png", "shown.png"):
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_bytes(next((path / "d").rglob("*.png")).read_bytes())
    dataset = open_data(path)
    check(dataset, words=True)
    assert "docs (2 pictures) were left out" in " ".join(dataset.notes)
    assert "1 pictures that lie in no folder of a class" in " ".join(dataset.notes)
    check(open_data(path / "d" / "train" / "train" / "cat" / "0.png"), words=True)


@pytest.mark.parametrize(
    ("more", "note"),
    [
        (pictures(X[:6], "unlabeled/{i}.png"), "unlabeled (6 pictures) were left out: their names"),
        (pictures(X[:6], "other/{y}/{i}.png", Y), "other (6 pictures) were left out: their names"),
        (pictures(X[:6], "train_old/{y}/{i}.png", Y),
         "train_old (6 pictures) were left out beside train: put them there"),
        (pictures(X[:6], "pred/pred/{i}.png"), "pred (6 pictures) were left out: their names"),
        (pictures(X[:6], "all/train/{y}/{i}.png", Y), "all (6 pictures) were left out"),
    ],
)  # fmt: skip
def test_folders_beside_sets_are_left_out_and_named(tmp_path, more, note):
    files = split("train/{y}/{i}.png", "test/{y}/{i}.png") | more
    dataset = open_data(put(tmp_path, files, ""))
    check(dataset)
    assert note in " ".join(dataset.notes)


@pytest.mark.parametrize("place", ["test", "test/unknown", "seg_test/seg_test", "test/images"])
def test_test_pictures_without_classes_are_no_class(tmp_path, place):
    files = pictures(X, "train/{y}/{i}.png", Y) | pictures(TX, place + "/{i}.png")
    dataset = open_data(put(tmp_path, files, ".zip"))
    check_pictures(dataset, 40)
    assert len(dataset.class_names) == 4 and dataset.held_out
    assert "16 pictures that lie in no folder of a class were left out." in dataset.notes


def test_a_set_of_one_class_alone_keeps_it(tmp_path):
    files = {f"train/{WORDS[y]}/{i}.png": png(x) for i, (x, y) in enumerate(zip(X, Y, strict=True))}
    files |= {f"test/Cat/{i}.png": png(x) for i, x in enumerate(TX[TY == 0])}
    files |= {f"val/val/owl/{i}.png": png(x) for i, x in enumerate(TX[TY == 2])}
    dataset = open_data(put(tmp_path, files, ""))
    assert dataset.class_names == tuple(sorted(WORDS))
    assert {dataset.class_names[y] for y in dataset.y_test} == {"cat"}
    assert {dataset.class_names[y] for y in dataset.y_validation} == {"owl"}
    assert (len(dataset.y_train), len(dataset.y_validation), len(dataset.y_test)) == (40, 4, 4)


def test_pictures_named_after_their_class_beside_others_without(tmp_path):
    files = pictures(X, "train/train/{y}.{i}.png", Y) | pictures(TX, "test1/test1/{i}.png")
    dataset = open_data(put(tmp_path, files, ""))
    check_pictures(dataset, 40)
    assert "16 pictures that lie in no folder of a class were left out." in dataset.notes


def test_parts_of_a_set_are_read_together(tmp_path):
    files = pictures(X[:20], "train_1/{y}/{i}.png", Y) | pictures(TX, "test/{y}/{i}.png", TY)
    files |= pictures(X[20:], "train_2/{y}/{i}.png", Y[20:])
    dataset = open_data(put(tmp_path, files, ""))
    check(dataset)
    assert "train_1, train_2 were read together, as the training set." in dataset.notes


@pytest.mark.parametrize(
    "names",
    [("car", "train", "plane", "test"), ("car", "plane", "bus", "train/steam"), ("train", "trail", "boat", "test_bench"),
     ("test_positive", "test_negative", "test_void", "test_open")],
)  # fmt: skip
def test_folders_with_pictures_in_them_are_classes_whatever_they_are_called(tmp_path, names):
    files = {}
    for i, y in enumerate(Y):
        files |= pictures(X[i : i + 1], f"{names[y]}/{i}.png")
    dataset = open_data(put(tmp_path, files, ""))
    names = sorted(name.partition("/")[0] for name in names)
    assert dataset.class_names == tuple(names) and dataset.held_out
    assert len(dataset.y_train) + len(dataset.y_test) == 40


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        (split("train/{y}/{i}.png", "private/{y}/{i}.png"),
         "train is called as a set and holds folders, private beside it is not"),
        (pictures(X, "train/{y}/{i}.png", Y) | pictures(TX, "shown/{i}.png"),
         "train is called as a set and holds folders, shown beside it is not"),
        (split("train/{y}/{i}.png", "test/{y}/{i}.png".replace("test", "test_easy"))
         | pictures(TX, "test_hard/{y}/{i}.png", TY),
         "test_easy, test_hard may each be its test set"),
        (split("one/train/{y}/{i}.png", "one/test/{y}/{i}.png")
         | split("two/train/{y}/{i}.png", "two/test/{y}/{i}.png"),
         "holds several data sets (one, two)"),
        (split("train_images/{i}.png", "test_images/{i}.png"), "in folders of sets"),
        (split("train/images/{i}.png", "test/images/{i}.png"), "has one folder of pictures only, images"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("how", ["", ".zip"])
def test_what_can_be_meant_in_two_ways_is_asked(tmp_path, files, sentence, how):
    assert sentence in says(put(tmp_path, files, how))


@pytest.mark.parametrize("how", ["", ".zip"])
def test_one_of_several_data_sets_in_a_folder_can_be_chosen(tmp_path, how):
    files = split("x/one/train/{y}/{i}.png", "x/one/test/{y}/{i}.png")
    files |= pictures(255 - X, "x/two/train/{y}/{i}.png", Y)
    files |= pictures(255 - TX, "x/two/test/{y}/{i}.png", TY)
    path = put(tmp_path, files, how)
    with pytest.raises(DatasetError) as caught:
        open_data(path)
    assert caught.value.choices == (f"{path}/x/one", f"{path}/x/two")
    check(open_data(path / "x" / "one"))


def test_folders_in_those_of_classes_that_are_not_told_apart_are_named(tmp_path):
    files = pictures(X, "cat/{y}/{i}.png", Y) | pictures(TX, "dog/{y}/{i}.png", TY)
    dataset = open_data(put(tmp_path, files, ""))
    assert dataset.class_names == ("cat", "dog")
    said = "The folders in them (0, 1, 2, 3) were not told apart."
    assert any(said in note for note in dataset.notes)


def test_lists_name_pictures_of_sets_however_those_are_spelt(tmp_path):
    files = pictures(X, "train_images/{i}.png") | pictures(TX, "test_images/{i}.png")
    files |= {"train.csv": listed(range(40), Y), "test.csv": listed(range(16), TY)}
    dataset = open_data(put(tmp_path, files, ""))
    check(dataset)
