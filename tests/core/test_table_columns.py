"""Tables of text: which columns are pixels, labels, sets and none of these, and in which order."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from ffstudio.core.errors import DatasetError
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load as load_digits

DIGITS = load_digits()
COUNT, SIDE = 260, 8
X = np.ascontiguousarray(DIGITS.x_train[:COUNT, 4:28:3, 4:28:3])
X[:, 0, 0] = X[:, -1, -1] = 0
# Each picture is told by two pixels inside.
X[:, 3, 3], X[:, 3, 4] = np.arange(COUNT) // 256, np.arange(COUNT) % 256
Y = DIGITS.y_train[:COUNT].astype(int)
# Smooth and grey up to the frame: a corner has many values.
GREY = np.clip(X // 2 + np.random.default_rng(5).integers(1, 120, (COUNT, 1, 1)), 1, 255)
GREY[:, 3, 3:5] = X[:, 3, 3:5]
GREY = GREY.astype(np.uint8)
FLAT, FLAT_GREY = X.reshape(COUNT, -1), GREY.reshape(COUNT, -1)
PIXELS = [f"pixel{i}" for i in range(SIDE**2)]
WORDS = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
NAMES = np.array(WORDS)[Y]
IDS = 1000 + np.arange(COUNT) * 37 % 997
USAGE = np.repeat(["Training", "PublicTest", "PrivateTest"], [200, 30, 30])
HOT = np.eye(10, dtype=int)[Y]
DIGIT_NAMES = tuple("0123456789")


def columns(*parts):
    return np.concatenate([np.atleast_2d(np.asarray(p, object).T).T.reshape(COUNT, -1) for p in parts],
                          axis=1)  # fmt: skip


def write(folder, heads, rows):
    path = folder / "own.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        if heads:
            out.writerow(heads)
        out.writerows(rows.tolist())
    return path


def read(folder, heads, rows):
    return datasets.load(DataSpec("file", path=str(write(folder, heads, rows))))


def says(folder, heads, rows):
    with pytest.raises(DatasetError) as caught:
        read(folder, heads, rows)
    return str(caught.value)


def assert_all(dataset, x=X, names=DIGIT_NAMES, y=Y, first=0):
    """Every picture is there as it was, with its label."""
    assert dataset.class_names == tuple(names)
    seen = []
    for images, labels in (
        (dataset.x_train, dataset.y_train),
        (dataset.x_validation, dataset.y_validation),
        (dataset.x_test, dataset.y_test),
    ):
        for picture, label in zip(np.asarray(images), labels.tolist(), strict=True):
            whole = picture if picture.dtype == np.uint8 else np.round(picture * 255)
            at = int(whole[3, 3]) * 256 + int(whole[3, 4])
            np.testing.assert_array_equal(whole, x[at])
            assert label == y[at]
            seen.append(at)
    assert sorted(seen) == list(range(first, COUNT))


# --- columns that are no pixels ---------------------------------------------------------


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (["ImageId", "label", *PIXELS], (IDS, Y, FLAT)),
        (["label", *PIXELS, "ImageId"], (Y, FLAT, IDS)),
        (["label", "bias", *PIXELS], (Y, np.ones(COUNT, int), FLAT)),
        ([*PIXELS, "subject", "label"], (FLAT, Y % 3, Y)),
        (["filename", "label", *PIXELS], ([f"a{i}.png" for i in range(COUNT)], Y, FLAT)),
        (["label", "note", *PIXELS], (Y, ["x"] * COUNT, FLAT)),
        (["label", "gap", *PIXELS], (Y, [""] * COUNT, FLAT)),
        (None, (IDS, Y, FLAT)),
        (None, (Y, IDS, FLAT)),
        (None, (Y, FLAT, IDS)),
        (None, (IDS, FLAT, Y)),
    ],
    ids=lambda v: "-".join(v[:2]) if isinstance(v, list) else "",
)
def test_other_columns_are_no_pixels(tmp_path, heads, rows):
    assert_all(read(tmp_path, heads, columns(*rows)))


@pytest.mark.parametrize("number", ["id_class", "label", "class_id"])
@pytest.mark.parametrize("word", ["name", "class_name", "animal"])
def test_words_that_say_what_the_numbers_say_are_the_labels(tmp_path, number, word):
    dataset = read(tmp_path, [number, word, *PIXELS], columns(Y, NAMES, FLAT))
    assert_all(dataset, names=WORDS)
    assert f"{word} was taken for the labels; {number} says the same." in dataset.notes


def test_which_of_two_is_the_label_is_asked(tmp_path):
    said = says(tmp_path, ["group", "animal", *PIXELS], columns(Y % 3, Y, FLAT))
    assert "says more than one thing of each image (group, animal)" in said


def test_left_out_columns_are_named(tmp_path):
    rows = columns([f"a{i}.png" for i in range(COUNT)], Y, Y % 3, FLAT)
    dataset = read(tmp_path, ["file", "label", "subject", *PIXELS], rows)
    assert_all(dataset)
    assert "No pixels and no labels, left out: file, subject." in dataset.notes


@pytest.mark.parametrize("heads", [["label", "Usage", *PIXELS], None], ids=["heads", "none"])
def test_a_column_tells_the_sets(tmp_path, heads):
    dataset = read(tmp_path, heads, columns(Y, USAGE, FLAT))
    assert_all(dataset)
    assert [len(x) for x in (dataset.x_train, dataset.x_validation, dataset.x_test)] == [
        200,
        30,
        30,
    ]
    head = "Usage" if heads else "column 2"
    assert f"{head} says of which set an image is." in dataset.notes


@pytest.mark.parametrize("between", [" ", ", "])
@pytest.mark.parametrize("heads", [["emotion", "pixels", "Usage"], None], ids=["heads", "none"])
def test_pictures_in_one_cell_each(tmp_path, heads, between):
    cells = [between.join(map(str, row)) for row in FLAT.tolist()]
    dataset = read(tmp_path, heads, columns(Y, cells, USAGE))
    assert_all(dataset)
    assert [len(x) for x in (dataset.x_train, dataset.x_validation, dataset.x_test)] == [
        200,
        30,
        30,
    ]


def test_a_picture_in_a_cell_that_is_cut_is_named(tmp_path):
    cells = [" ".join(map(str, row)) for row in FLAT.tolist()]
    cells[230] = " ".join(cells[230].split()[:-3])
    said = says(tmp_path, ["emotion", "pixels"], columns(Y, cells))
    assert "row 231 has 61 pixels, others have 64" in said


# --- where the labels are ---------------------------------------------------------------


@pytest.mark.parametrize("head", ["species", "target_class", "class_id", "emotion", "what"])
@pytest.mark.parametrize(
    "pixels", [PIXELS, [str(i) for i in range(SIDE**2)]], ids=["word", "number"]
)
def test_the_head_that_is_no_pixel_is_the_label(tmp_path, head, pixels):
    dataset = read(tmp_path, [*pixels, head], columns(FLAT_GREY, Y))
    assert_all(dataset, GREY)


@pytest.mark.parametrize("is_last", [False, True])
def test_without_heads_few_classes_are_likelier_than_many(tmp_path, is_last):
    parts = (FLAT_GREY, Y) if is_last else (Y, FLAT_GREY)
    dataset = read(tmp_path, None, columns(*parts))
    assert_all(dataset, GREY)
    where, other = ("last", "first") if is_last else ("first", "last")
    assert (
        f"The {where} of 65 columns was taken for the labels. The {other} one may be as well: if "
        "it is, write a line of heads and call it label." in dataset.notes
    )


@pytest.mark.parametrize("is_last", [False, True])
def test_numbers_beyond_all_pixels_are_labels(tmp_path, is_last):
    binary = (X > 127).astype(np.uint8)
    binary[:, 0, 0] = binary[:, -1, -1] = np.arange(COUNT) % 2
    flat = binary.reshape(COUNT, -1)
    dataset = read(tmp_path, None, columns(*((flat, Y) if is_last else (Y, flat))))
    assert dataset.class_names == DIGIT_NAMES
    assert dataset.x_train.shape[1:] == (SIDE, SIDE)
    where = "last" if is_last else "first"
    assert f"The {where} of 65 columns was taken for the labels." in dataset.notes


def test_a_table_sorted_by_class_is_read(tmp_path):
    y = np.repeat([0, 1], [COUNT - 40, 40])
    dataset = read(tmp_path, None, columns(y, FLAT_GREY))
    assert_all(dataset, GREY, ("0", "1"), y)


@pytest.mark.parametrize(
    ("heads", "rows", "names"),
    [
        ([*PIXELS, *WORDS], (FLAT, HOT), WORDS),
        (["id", *WORDS, *PIXELS], (IDS, HOT, FLAT), WORDS),
        ([*PIXELS, *(f"label_{word}" for word in WORDS)], (FLAT, HOT.astype(bool)), WORDS),
        ([*(f"label_{i}" for i in range(10)), *PIXELS], (HOT, FLAT), DIGIT_NAMES),
        ([str(i) for i in range(74)], (FLAT, HOT), DIGIT_NAMES),
        (None, (FLAT, HOT.astype(bool)), DIGIT_NAMES),
        (None, (np.arange(COUNT), HOT, FLAT), DIGIT_NAMES),
    ],
    ids=["words", "words first", "of pandas", "numbers", "counted", "truths", "numbered"],
)
def test_one_hot_labels_are_named_by_their_heads(tmp_path, heads, rows, names):
    assert_all(read(tmp_path, heads, columns(*rows)), names=names)


def test_an_image_of_no_class_is_named_by_its_row(tmp_path):
    rows = np.concatenate([columns(FLAT, HOT)] * 2)
    rows[240, SIDE**2 :] = 0  # none of the rows that are looked at
    said = says(tmp_path, [*PIXELS, *WORDS], rows)
    assert "row 241 has 0 labels that are 1; one hot it has one." in said


# --- the order of pixels ----------------------------------------------------------------

PLACES = [(r, c) for r in range(12) for c in range(12)]
LARGE = np.zeros((COUNT, 12, 12), np.uint8)
LARGE[:, :SIDE, :SIDE] = X
LARGE[:, 9:, 10] = np.arange(COUNT)[:, None] % 7


@pytest.mark.parametrize(
    ("spell", "note"),
    [
        (lambda r, c: f"{r + 1}x{c + 1}", "The first number was taken for the row."),
        (lambda r, c: f"pixel_{r}_{c}", "The first number was taken for the row."),
        (lambda r, c: f"{r}_{c}", "The first number was taken for the row."),
        (lambda r, c: f"r{r}c{c}", "rows and columns in their heads."),
        (lambda r, c: f"row {r} col {c}", "rows and columns in their heads."),
        (lambda r, c: f"x{c}y{r}", "rows and columns in their heads."),
        (lambda r, c: f"p{12 * r + c}", "the numbers in their heads."),
    ],
)
@pytest.mark.parametrize("how", ["as text", "by columns"])
def test_pixels_are_placed_by_their_heads(tmp_path, spell, note, how):
    by_columns = sorted(PLACES, key=lambda place: place[::-1])
    places = by_columns if how == "by columns" else sorted(PLACES, key=lambda place: spell(*place))
    heads = ["label", *(spell(r, c) for r, c in places)]
    rows = columns(Y, np.stack([LARGE[:, r, c] for r, c in places], axis=1))
    if how == "by columns" and "taken for the row" in note:
        dataset = read(tmp_path, heads, rows)
        assert_turned(dataset)
        return
    dataset = read(tmp_path, heads, rows)
    assert_all(dataset, LARGE)
    assert any(text.endswith(note) for text in dataset.notes), dataset.notes


def assert_turned(dataset):
    """Two numbers without letters, the first running fastest: as they stand, and it is said."""
    np.testing.assert_array_equal(dataset.x_train[0].T[:3], LARGE[0][:3])
    assert any("runs fastest: it was taken for the column" in note for note in dataset.notes)


def test_heads_give_the_sides_of_pictures_that_are_no_square(tmp_path):
    heads = ["label", *(f"r{r}c{c}" for r in range(SIDE) for c in range(6))]
    dataset = read(tmp_path, heads, columns(Y, X[:, :, :6].reshape(COUNT, -1)))
    assert_all(dataset, X[:, :, :6])


COLOURS = np.stack([X, X // 2, 255 - X], axis=-1)
BY_PLACE = [(r, c, k) for r in range(SIDE) for c in range(SIDE) for k in range(3)]


@pytest.mark.parametrize(
    "spell",
    [
        lambda r, c, k: f"{'rgb'[k]}{SIDE * r + c}",
        lambda r, c, k: f"{('red', 'green', 'blue')[k]}_{r}_{c}",
        lambda r, c, k: f"pixel_{r}_{c}_{k}",
        lambda r, c, k: f"{k}_{r}_{c}",
    ],
    ids=["letters", "words", "last", "first"],
)
@pytest.mark.parametrize("order", ["places", "planes", "text"])
def test_heads_of_three_colours(tmp_path, spell, order):
    keys = {"places": None, "planes": lambda p: (p[2], p), "text": lambda p: spell(*p)}
    places = sorted(BY_PLACE, key=keys[order])
    heads = ["label", *(spell(*place) for place in places)]
    path = write(
        tmp_path, heads, columns(Y, np.stack([COLOURS[:, r, c, k] for r, c, k in places], axis=1))
    )
    dataset = datasets.load(DataSpec("file", path=str(path), colours="kept"))
    for images in (dataset.x_train, dataset.x_test):
        at = np.asarray(images)[:, 3, 3, 0].astype(int) * 256 + np.asarray(images)[:, 3, 4, 0]
        np.testing.assert_array_equal(images, COLOURS[at])


# --- lines of heads that are images -----------------------------------------------------


def as_pandas_heads(row):
    seen, heads = {}, []
    for cell in map(str, row):
        count = seen[cell] = seen.get(cell, -1) + 1
        heads.append(f"{cell}.{count}" if count else cell)
    return heads


@pytest.mark.parametrize("before", ["", "X"], ids=["pandas", "R"])
@pytest.mark.parametrize("is_last", [False, True])
def test_an_image_that_pandas_took_for_heads_is_read(tmp_path, is_last, before):
    rows = columns(*((FLAT, Y) if is_last else (Y, FLAT)))
    heads = [before + cell for cell in as_pandas_heads(rows[0])]
    dataset = read(tmp_path, heads, rows[1:])
    assert_all(dataset)
    assert dataset.x_train.dtype == np.uint8
    assert (
        "The line of heads of own.csv is an image whose equal numbers pandas marked .1, .2 …: "
        "read as an image." in dataset.notes
    )


def test_such_an_image_without_its_number_is_left_out(tmp_path):
    rows = columns(Y, FLAT)
    heads = ["", *as_pandas_heads(rows[0])]
    numbered = np.concatenate([np.arange(COUNT - 1)[:, None], rows[1:]], axis=1)
    dataset = read(tmp_path, heads, numbered)
    assert_all(dataset, first=1)
    assert any(note.endswith("without its number: left out.") for note in dataset.notes)


def test_words_in_the_first_row_of_many_are_no_heads(tmp_path):
    dataset = read(tmp_path, None, columns(NAMES, USAGE, FLAT))
    assert_all(dataset, names=sorted(WORDS), y=[sorted(WORDS).index(name) for name in NAMES])


# --- gaps -------------------------------------------------------------------------------


@pytest.mark.parametrize("row", [3, 240])
@pytest.mark.parametrize(("cell", "what"), [("", "nothing"), ("n/a", "“n/a”")])
def test_a_gap_is_named_by_its_row(tmp_path, row, cell, what):
    rows = columns(Y, FLAT)
    rows[row, 5] = cell
    assert f"row {row + 1} has {what} in column 6." in says(tmp_path, ["label", *PIXELS], rows)


@pytest.mark.parametrize("row", [3, 240])
def test_an_image_without_a_label_is_named_by_its_row(tmp_path, row):
    rows = columns(Y, FLAT)
    rows[row, 0] = ""
    assert f"row {row + 1} has nothing in column 1." in says(tmp_path, ["label", *PIXELS], rows)
