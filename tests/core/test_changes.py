"""Live changes of settings, as records hold them and as a reader is told."""

import pytest

from ffstudio.core import words
from ffstudio.core.run.changes import (
    BEGUN_ANEW,
    BP_LEARNS,
    LEARNS,
    OUTPUT_LEARNS,
    VOTES,
    Mark,
    mark_of,
    say_change,
)
from ffstudio.core.run.events import SettingChanged


def marked(algorithm, layer, name, value, is_output=False):
    setting = say_change(algorithm, layer, name, is_output)
    return mark_of(SettingChanged(0, algorithm, setting, value, 5, 0.5, 2.5, layer, name))


CHANGES = [
    (("ff", 0, "learning_rate", 0.01), "Layer 1 learning rate → 0.01"),
    (("ff", 1, "threshold", 2.0), "Layer 2 threshold → 2"),
    (("bp", None, "learning_rate", 0.5), "Backprop learning rate → 0.5"),
    (("ff", None, VOTES, "2-"), "Layers that vote → 2-"),
    (("ff", 2, LEARNS, 0.0), "Layer 3 frozen"),
    (("ff", 2, LEARNS, 1.0), "Layer 3 learns"),
    (("bp", 0, BP_LEARNS, 0.0), "Backprop layer 1 frozen"),
    (("bp", 2, OUTPUT_LEARNS, 1.0, True), "Backprop output learns"),
    (("ff", 1, BEGUN_ANEW, 12345.0), "Layer 2 begun anew (seed 12345)"),
    (("bp", 2, BEGUN_ANEW, 7.0, True), "Backprop output begun anew (seed 7)"),
]


@pytest.mark.parametrize(("change", "text"), CHANGES)
def test_in_english_a_mark_says_what_the_record_holds(change, text):
    mark = marked(*change)
    assert mark.text == text and mark.said == text


@pytest.mark.parametrize(("change", "text"), CHANGES)
def test_a_mark_speaks_the_language_of_the_moment_and_the_record_english(change, text):
    mark = marked(*change)
    words.speak(lambda english: "«" + english + "»" if english else "")
    try:
        assert mark.text == text
        assert "«" in mark.said and mark.said.replace("«", "").replace("»", "") == text
    finally:
        words.speak(None)


def test_a_mark_of_which_no_more_is_known_says_what_was_written():
    old = Mark("ff", "Layer 1 learning rate → 0.01", 5, 0.5, 2.5)
    assert old.said == old.text
