"""Classes are matched by their names."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ffstudio.core.images.data import Samples, prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load as load_digits
from ffstudio.core.images.matching import label_as_net, match_classes

DIGITS = tuple("0123456789")


def test_the_same_names_in_the_same_order_need_no_word():
    (one,) = match_classes(DIGITS, DIGITS)
    assert one.is_plain and one.text == ""


@pytest.mark.parametrize("names", [DIGITS[:9], ("0", "1", "2", "7", "9"), ("7", "9")])
def test_a_part_of_the_classes_is_judged_on_its_own_names(names):
    (one,) = match_classes(names, DIGITS)
    assert [DIGITS[i] for i in one.to_net] == list(names)
    assert one.unseen == tuple(n for n in DIGITS if n not in names)
    assert "the data have no" in one.text


def test_of_many_classes_the_first_are_named():
    letters = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    (one,) = match_classes(DIGITS, (*DIGITS, *letters))
    assert one.text == (
        "Classes are matched by name; the data have no A, B, C, D, E, F, G, H, I, J, 16 more."
    )


def test_another_order_other_spellings_and_unknown_classes():
    (one,) = match_classes(("Dog", "cat", "cow"), ("cat", "dog"))
    assert one.to_net.tolist() == [1, 0, -1] and one.missing == ("cow",)
    assert "the net does not know cow: left out" in one.text
    (one,) = match_classes(("03", "1"), DIGITS)
    assert one.to_net.tolist() == [3, 1]


def test_labels_from_1_to_10_can_be_meant_in_two_ways():
    from_one, round_about = match_classes(tuple(map(str, range(1, 11))), DIGITS)
    assert from_one.to_net.tolist() == list(range(10))
    assert round_about.to_net.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
    assert "label 10 is taken for class 0" in round_about.text


WORDS = ("eight", "five", "four", "nine", "one", "seven", "six", "three", "two", "zero")
FROM_1 = tuple(map(str, range(1, 11)))


@pytest.mark.parametrize(
    ("data", "net"), [(DIGITS, FROM_1), (WORDS, FROM_1), (FROM_1, WORDS), (FROM_1, DIGITS)]
)
def test_counted_from_1_on_either_side_is_tried_in_both_ways(data, net):
    def number(name):
        words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        return words.index(name) if name in words else int(name)

    by = -1 if net == FROM_1 else 1
    shifted, around = match_classes(data, net)
    for name, one, two in zip(data, shifted.to_net, around.to_net, strict=True):
        assert number(name) - number(net[one]) == by
        assert number(name) % 10 == number(net[two]) % 10
    assert shifted.how and around.how and not shifted.missing


def test_labels_1_to_9_are_those_digits_or_counted_from_1():
    by_name, shifted = match_classes(FROM_1[:9], DIGITS)
    assert by_name.to_net.tolist() == list(range(1, 10)) and by_name.how == ""
    assert shifted.to_net.tolist() == list(range(9)) and shifted.unseen == ("9",)


def test_letters_by_their_numbers():
    letters = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    (one,) = match_classes(tuple(map(str, range(1, 27))), letters)
    assert one.to_net.tolist() == list(range(26)) and "letter A is taken" in one.text
    (one,) = match_classes(letters[::-1], tuple(map(str, range(1, 27))))
    assert one.to_net.tolist() == list(range(25, -1, -1))
    shifted, _ = match_classes(tuple(map(str, range(26))), letters)
    assert shifted.to_net.tolist() == list(range(26))
    assert match_classes(("a", "b"), ("1", "2")) == []


LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.mark.parametrize("letters", [LETTERS, tuple("".join(LETTERS).lower()), LETTERS[::-1]])
@pytest.mark.parametrize(
    "numbers",
    [DIGITS, tuple(map(str, range(1, 10))), tuple(map(str, range(1, 11))), ("1", "2"),
     tuple(map(str, range(30))), tuple(map(str, range(2, 28))),
     tuple(f"class_{i}" for i in range(10)),
     ("eight", "five", "four", "nine", "one", "seven", "six", "three", "two", "zero")],
)  # fmt: skip
def test_no_digit_is_a_letter(letters, numbers):
    assert match_classes(numbers, letters) == []
    assert match_classes(letters, numbers) == []


@pytest.mark.parametrize(
    ("numbers", "first"),
    [([str(n) for n in range(1, 27)], 0), ([f"{n:02}" for n in range(1, 27)], 0),
     ([f"class_{n}" for n in range(1, 27)], 0), ([str(n) for n in range(27)], -1)],
)  # fmt: skip
def test_a_number_for_each_letter_is_that_letter(numbers, first):
    (one,) = match_classes(tuple(numbers), LETTERS)
    assert one.to_net.tolist() == list(range(first, 26))
    assert "letter A is taken for class 1" in one.text
    assert one.missing == (("0",) if first else ())
    back, *_ = match_classes(LETTERS, tuple(numbers))
    assert [numbers[at] for at in back.to_net] == numbers[-first:]


BOTH_CASES = (*DIGITS, *LETTERS, *"abcdefghijklmnopqrstuvwxyz")


def test_letters_of_both_cases_are_two_classes_where_the_net_has_both():
    (one,) = match_classes(BOTH_CASES, BOTH_CASES)
    assert one.is_plain
    (some,) = match_classes(("a", "B", "b"), BOTH_CASES)
    assert [BOTH_CASES[at] for at in some.to_net] == ["a", "B", "b"]
    (merged,) = match_classes(("a", "A", "c"), (*LETTERS, "a"))  # EMNIST's 47 have no small c
    assert merged.to_net.tolist() == [26, 0, 2] and not merged.missing
    (folded,) = match_classes(("a", "A", "c"), LETTERS)
    assert folded.to_net.tolist() == [0, 0, 2]


def test_data_are_labelled_as_the_net_labels():
    digits = prepare(load_digits(), DataSpec("digits"), 1)
    kept = digits.test.y != 9
    shuffled = tuple("908172635a")  # and a class that the net does not know
    at = np.array([shuffled.index(n) if n in shuffled else -1 for n in DIGITS])
    kept &= at[digits.test.y] >= 0
    other = dataclasses.replace(
        digits,
        class_names=shuffled,
        test=Samples(digits.test.x[kept], at[digits.test.y[kept]].astype(np.int32)),
    )
    matched = label_as_net(other, DIGITS)
    assert matched.class_names == DIGITS
    np.testing.assert_array_equal(matched.test.y, digits.test.y[kept])
    np.testing.assert_array_equal(matched.test.x, digits.test.x[kept])
    assert label_as_net(digits, DIGITS) is digits


def test_nothing_in_common():
    assert match_classes(("cat", "dog"), DIGITS) == []


@pytest.mark.parametrize(
    ("names", "word"),
    [([f"class_{i}" for i in range(10)], "class_"), ([f"Digit {i:02}" for i in range(10)], "digit"),
     ([f"n-{i}" for i in (9, 3, 7)], "n-"), ([f"c1_{i}" for i in range(9, -1, -1)], "c1_")],
)  # fmt: skip
@pytest.mark.parametrize("net", [DIGITS, WORDS, tuple(f"Label{i}" for i in range(10))])
def test_a_word_before_all_numbers_is_left_out_and_said(names, word, net):
    (matching,) = match_classes(tuple(names), net)
    in_words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    expected = [int(name.split("_")[-1].split("-")[-1].split()[-1]) for name in names]
    found = [net[at].removeprefix("Label") for at in matching.to_net]
    assert [in_words.index(n) if n in in_words else int(n) for n in found] == expected
    assert (
        f"{word}{', label' * (net[0] == 'Label0')} before the number is left out" in matching.text
    )
    (back,) = match_classes(net, tuple(names))
    assert back.to_net[matching.to_net].tolist() == list(range(len(names)))


def test_a_word_before_numbers_from_1_is_still_tried_in_both_ways():
    shifted, around = match_classes(tuple(f"Sample{i:03}" for i in range(1, 11)), DIGITS)
    assert shifted.to_net.tolist() == list(range(10))
    assert around.to_net.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
    said = "Classes are matched by name; sample before the number is left out; label 1 is taken for"
    assert shifted.text.startswith(said)


@pytest.mark.parametrize("names", [("dog2", "cat3"), ("class_2",), ("class_a", "class_b")])
def test_other_words_with_numbers_are_no_numbers(names):
    assert match_classes(names, DIGITS) == []


@pytest.mark.parametrize("count", [5, 10, 11])
def test_outputs_that_nobody_has_named_are_no_classes(count):
    names = tuple(f"output {i}" for i in range(count))
    assert match_classes(DIGITS, names) == []
    assert match_classes(tuple(f"class_{i}" for i in range(count)), names) == []


def test_words_in_two_unicode_forms_are_one_name():
    (one,) = match_classes(("ze\u0301ro", "un"), ("un", "z\u00e9ro"))
    assert one.to_net.tolist() == [1, 0] and not one.missing


def test_words_for_digits_are_their_digits():
    words = ("eight", "five", "four", "nine", "one", "seven", "six", "three", "two", "zero")
    (matching,) = match_classes(words, DIGITS)
    assert matching.to_net.tolist() == [8, 5, 4, 9, 1, 7, 6, 3, 2, 0]
    (other,) = match_classes(DIGITS, words)
    assert [words[at] for at in other.to_net.tolist()][:3] == ["zero", "one", "two"]
    (same,) = match_classes(("one", "two"), ("two", "one"))
    assert same.to_net.tolist() == [1, 0]
