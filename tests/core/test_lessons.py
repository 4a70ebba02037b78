"""Lesson files and their checks: read back equal, refused in a sentence, and each check alone."""

from __future__ import annotations

import copy
import dataclasses
import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffstudio.core.errors import FfstudioError, LessonError
from ffstudio.core.experiment.presets import preset
from ffstudio.core.lessons import reading
from ffstudio.core.lessons.checks import CHECKS, look
from ffstudio.core.lessons.lesson import Check, Lesson, Step
from ffstudio.core.lessons.settings import SETTINGS, gather, names_in, spread
from ffstudio.core.lessons.shipped import SHIPPED, find_shipped, name_of_shipped
from ffstudio.core.lessons.view import (
    DREW,
    EXPORTED,
    OPENED,
    LessonView,
    Measured,
    measure_history,
)
from ffstudio.core.look.separation import LayerSeparation
from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.history import History

PANELS = ("builder", "curves", "goodness", "data", "draw")
SPEC = preset("digits-quick")
# What each check is given in the tests; a check that is missing here fails them.
GIVEN = {
    "epochs": {"at_least": 5},
    "accuracy": {"of": "layers", "at_least": 90.0},
    "auc": {"at_least": 0.9},
    "wins": {"at_least": 95.0},
    "overlap": {"at_most": 20.0},
    "setting": {"setting": "layers.threshold", "how": "at_least", "value": 3.0},
    "trained_with": {"setting": "ff.negatives", "how": "is", "value": "random"},
    "drawing": {"read_as": "3"},
    "panel": {"panel": "goodness"},
    "export": {},
    "choice": {"question": "Which?", "choices": ["a", "b"], "right": 2},
    "answer": {"question": "What?", "accepts": ["goodness", "the goodness"]},
}


def check_of(kind, **changes):
    arguments = {**GIVEN[kind], **changes}
    return reading.read_check({"check": kind, **arguments}, "Step 1, check 1", PANELS)


def lesson_dict(**changes):
    made = {
        "format": "ffstudio-lesson",
        "version": 1,
        "title": "A lesson",
        "about": "What it is about.",
        "experiment": "digits-quick",
        "hide": {"panels": ["builder"], "settings": ["bp.*", "ff.goodness"]},
        "steps": [
            {
                "title": "One",
                "text": "Do **this**.",
                "panel": "goodness",
                "checks": [{"check": kind, **arguments} for kind, arguments in GIVEN.items()],
            },
            {"title": "Two"},
        ],
    }
    return {**made, **changes}


def view(**changes):
    return LessonView(**{"spec": SPEC, "trained_spec": SPEC, **changes})


def layer(auc=0.5, overlap=0.7, wins=0.5):
    return LayerSeparation(np.zeros(1), np.zeros(1), 1.0, auc, 0.0, overlap, wins)


# --- files ---------------------------------------------------------------------------------


def test_a_lesson_is_read_back_as_it_was_written(tmp_path):
    lesson = reading.from_dict(lesson_dict(), PANELS)
    assert lesson.experiment == SPEC
    assert set(names_in("bp")) | {"ff.goodness"} == set(lesson.hidden_settings)
    path = tmp_path / "mine.ffstudio-lesson.json"
    reading.write_lesson(path, lesson)
    assert reading.read_lesson(path, PANELS) == lesson
    written = dataclasses.replace(lesson, preset="", written=SPEC.replace(epochs=3))
    reading.write_lesson(path, written)
    assert reading.read_lesson(path, PANELS) == written
    assert reading.read_lesson(path, PANELS).experiment.epochs == 3


def test_a_lesson_is_known_by_its_name_or_by_what_is_inside(tmp_path):
    named, marked = tmp_path / "a.ffstudio-lesson.json", tmp_path / "b.json"
    named.write_text("{}")
    marked.write_text(json.dumps(lesson_dict()))
    experiment = tmp_path / "c.json"
    experiment.write_text('{"format": "ffstudio-experiment"}')
    other = tmp_path / "d.txt"
    other.write_text(json.dumps(lesson_dict()))
    files = (named, marked, experiment, other, tmp_path / "missing.json")
    assert [reading.is_lesson_file(path) for path in files] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"format": "x"}, "not an ffstudio lesson"),
        ({"version": True}, "which format"),
        ({"version": 2}, "newer ffstudio"),
        ({"title": " "}, "The lesson has no title"),
        ({"title": 3}, '"title" must be text'),
        ({"title": "\ud800"}, "holds what is no text"),
        ({"colour": 1}, "Unknown in the lesson: 'colour'"),
        ({"experiment": "nope"}, "'nope' is no preset. Known are: side-by-side"),
        ({"experiment": 7}, "no experiment"),
        ({"experiment": {"format": "ffstudio-experiment", "version": 3}}, "list of layers"),
        ({"hide": []}, '"hide" of the lesson'),
        ({"hide": {"panels": "builder"}}, "must be a list of names"),
        ({"hide": {"panels": ["nope"]}}, "'nope', which does not exist. Known are: builder"),
        ({"hide": {"except": ["ff.nope"]}}, "'ff.nope', which does not exist. Known are: data"),
        ({"hide": {"settings": ["ff.nope"]}}, "'ff.nope', which does not exist. Known are: data"),
        ({"steps": []}, "has no steps"),
        ({"steps": [1]}, "Step 1 must be an object"),
        ({"steps": [{"title": "x"}] * 101}, "101 steps"),
        ({"steps": [{"title": "x", "text": "y" * 20001}]}, "20,001 characters"),
        ({"steps": [{"title": "x", "panel": "nope"}]}, "brings up a panel 'nope'"),
        (
            {"hide": {"panels": ["data"]}, "steps": [{"title": "x", "panel": "data"}]},
            "which the lesson hides",
        ),
    ],
)
def test_what_is_wrong_with_a_lesson_is_one_sentence(changes, says):
    with pytest.raises(LessonError) as error:
        reading.from_dict(lesson_dict(**changes), PANELS)
    assert says in str(error.value)
    assert "\n" not in error.value.message


@pytest.mark.parametrize(
    ("check", "says"),
    [
        (1, "Step 1, check 1 does not say what it checks. Known are: epochs"),
        ({"check": "nope"}, "Step 1, check 1 is 'nope'. Known are: epochs, accuracy"),
        ({"check": "epochs", "epochs": 3}, "Unknown in Step 1, check 1 (epochs): 'epochs'"),
        ({"check": "epochs", "at_least": 0}, '"at_least" must be at least 1; it is 0'),
        ({"check": "epochs", "at_least": math.inf}, "must be a number"),
        ({"check": "accuracy", "of": "me"}, '"of" must be one of ff, bp'),
        ({"check": "setting", "setting": "x"}, '"setting" must be one of data.name'),
        (
            {"check": "setting", "setting": "ff.negatives", "how": "at_least", "value": "hard"},
            "ff.negatives is no number",
        ),
        (
            {"check": "trained_with", "setting": "layers.units", "value": 0},
            '"value" for layers.units must be at least 1',
        ),
        ({"check": "panel", "panel": "nope"}, "there is no panel 'nope'"),
        ({"check": "panel", "panel": "builder"}, "hides the panel builder"),
        ({"check": "choice", "choices": "a"}, '"choices" must be a list'),
        ({"check": "choice", "choices": ["a", "a"]}, "different texts"),
        ({"check": "choice", "choices": ["a"], "right": 2}, '"right" is 2, but there are 1'),
        ({"check": "answer", "accepts": []}, '"accepts" must be a list'),
    ],
)
def test_what_is_wrong_with_a_check_is_said_with_its_place(check, says):
    steps = [{"title": "x", "checks": [check]}]
    with pytest.raises(LessonError) as error:
        reading.from_dict(lesson_dict(steps=steps), PANELS)
    assert says in str(error.value)


def test_a_lesson_that_hides_the_pad_cannot_ask_for_a_drawing():
    steps = [{"title": "x", "checks": [{"check": "drawing"}]}]
    with pytest.raises(LessonError, match="nobody can draw"):
        reading.from_dict(lesson_dict(hide={"panels": ["draw"]}, steps=steps), PANELS)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"format": "ffstudio-lesson", "version": ' + b"9" * 5000 + b"}",
        b"x" * 1_000_001,
        b'{"format": "ffstudio-lesson", "version": 1, "title": "a", "steps": [{"title": "b",'
        b' "checks": [{"check": "epochs", "at_least": 1e999}]}], "experiment": "digits-quick"}',
    ],
    ids=["empty", "no text", "deep", "huge number", "large", "infinite"],
)
def test_hostile_files_get_one_sentence(tmp_path, content):
    path = tmp_path / "x.ffstudio-lesson.json"
    path.write_bytes(content)
    with pytest.raises(LessonError) as error:
        reading.read_lesson(path, PANELS)
    assert len(error.value.message) < 400
    assert "\n" not in error.value.message


def places(value, path=()):
    """All places in a JSON value."""
    yield path
    if isinstance(value, (dict, list)):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in items:
            yield from places(inner, (*path, key))


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=400, deadline=None)
@given(data=st.data(), odd=ODD)
def test_whatever_stands_anywhere_is_read_or_refused(data, odd):
    config = lesson_dict()
    *way, last = data.draw(st.sampled_from([p for p in places(config) if p]))
    inside = config = copy.deepcopy(config)
    for key in way:
        inside = inside[key]
    inside[last] = odd
    try:
        lesson = reading.from_dict(config, PANELS)
    except FfstudioError as error:
        assert isinstance(error, LessonError)
        assert "\n" not in error.message
    else:
        assert reading.from_json(reading.to_json(lesson), PANELS) == lesson


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    lesson = Lesson("A", (Step("One"),), preset="digits-quick")
    with pytest.raises(LessonError, match="cannot be written"):
        reading.write_lesson(tmp_path / "missing" / "a.json", lesson)


# --- names of settings ---------------------------------------------------------------------


def test_what_is_to_be_at_most_is_never_rounded_down_to_it():
    overlap, auc = check_of("overlap", at_most=20), check_of("wins", at_least=80)
    measured = (layer(overlap=0.2001, wins=0.7999),)
    assert look(view(separations=measured), overlap).text.startswith("layer 1: 20.1% instead")
    assert look(view(separations=measured), auc).text.startswith("layer 1: 79.9% of")


def test_a_part_is_short_for_its_settings():
    assert spread("bp.*") == names_in("bp")
    assert spread("layers.units") == ["layers.units"]
    assert spread("nope.*") == spread("layers.nope") == []
    assert gather([*names_in("bp"), "ff.goodness"]) == (["ff.goodness", "bp.*"], [])


def test_a_part_of_which_most_is_hidden_is_hidden_with_what_comes_to_it():
    shown = {"layers.threshold", "layers.loss"}
    hidden = [name for name in names_in("layers") if name not in shown]
    assert gather(hidden) == (["layers.*"], sorted(shown, key=names_in("layers").index))
    lesson = reading.from_dict(
        lesson_dict(hide={"settings": ["layers.*"], "except": sorted(shown)}), PANELS
    )
    assert list(lesson.hidden_settings) == hidden
    assert reading.to_dict(lesson)["hide"]["settings"] == ["layers.*"]
    assert reading.from_json(reading.to_json(lesson), PANELS) == lesson


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("negatives", {"ff.negatives", "run.epochs"}),
        ("threshold", {"layers.threshold", "layers.loss", "run.epochs"}),
    ],
)
def test_shipped_lessons_show_the_settings_they_speak_of(name, shown):
    from ffstudio.gui.panels.table import panel_names

    lesson = reading.read_lesson(find_shipped(name), panel_names())
    assert set(SETTINGS) - set(lesson.hidden_settings) == shown


def test_every_setting_is_there_with_its_values():
    assert SETTINGS["layers.units"].values_in(SPEC) == [200, 200]
    assert SETTINGS["run.epochs"].values_in(SPEC) == [20]
    assert SETTINGS["bp.learning_rate"].label == "Backprop learning rate"
    for setting in SETTINGS.values():
        values = setting.values_in(SPEC)
        assert values
        assert all(setting.field.problem(value) is None for value in values)


# --- the checks, one by one ----------------------------------------------------------------


def test_every_check_is_tried_here():
    assert GIVEN.keys() == CHECKS.keys()
    for kind in CHECKS:
        check = check_of(kind)
        standing = look(LessonView(SPEC), check)
        assert not standing.done
        assert standing.text


def test_epochs():
    check = check_of("epochs")
    some = view(measured=Measured({"ff": 3, "bp": 2}))
    assert (look(some, check).done, look(some, check).text) == (False, "2 of 5 epochs trained")
    assert look(some, check).share == pytest.approx(0.4)
    assert look(view(measured=Measured({"ff": 5, "bp": 6})), check).done
    # Of two nets that learn, one is not enough.
    assert not look(view(measured=Measured({"ff": 9})), check).done
    alone = SPEC.replace(algorithms="ff")
    assert look(view(trained_spec=alone, measured=Measured({"ff": 9})), check).done


def test_accuracy():
    measured = Measured({}, {"ff": 0.97, "bp": 0.8}, (0.95, 0.8415), "179 validation images")
    told = look(view(measured=measured), check_of("accuracy"))
    assert not told.done
    assert told.text == "layer 2: 84.1% of 90% (179 validation images)"
    assert told.share == pytest.approx(0.8415 / 0.9)
    both = look(view(measured=measured), check_of("accuracy", of="both"))
    assert both.text == "backprop: 80.0% of 90% (179 validation images)"
    assert look(view(measured=measured), check_of("accuracy", of="ff")).done
    assert not look(view(measured=measured), check_of("accuracy", of="bp")).done
    # Nothing is rounded up to what was not reached.
    near = Measured({}, {"ff": 0.89999}, (), "")
    assert "89.9%" in look(view(measured=near), check_of("accuracy", of="ff")).text
    assert "not judged yet" in look(view(), check_of("accuracy", of="ff")).text


def test_auc_wins_and_overlap():
    parted = view(separations=(layer(0.95, 0.1, 0.99), layer(0.91, 0.2, 0.96)))
    mixed = view(separations=(layer(0.95, 0.1, 0.99), layer(0.6129, 0.7, 0.5)))
    for kind, missing in (
        ("auc", "layer 2: 0.612 of 0.9"),
        ("wins", "layer 2: 50.0% of 95%"),
        ("overlap", "layer 2: 70.0% instead of at most 20%"),
    ):
        check = check_of(kind)
        assert look(parted, check).done, kind
        assert (look(mixed, check).done, look(mixed, check).text) == (False, missing)
        assert look(view(), check).text == "being measured…"
        assert CHECKS[kind].needs_separation


def test_a_setting():
    check = check_of("setting")
    told = look(view(), check)
    assert (told.done, told.text) == (False, "Threshold θ in every layer: at least 3; it is 1")
    half = SPEC.with_layer(0, threshold=4.0)
    assert not look(view(spec=half), check).done
    assert look(view(spec=half.with_layer(1, threshold=3.0)), check).done
    most = check_of("setting", how="at_most", value=1.0)
    assert look(view(), most).done
    named = check_of("setting", setting="ff.negatives", how="is", value="hard")
    assert look(view(), named).text == "Negative data: Hard wrong label"


def test_trained_with_looks_at_the_net_not_at_the_builder():
    check = check_of("trained_with")
    random = SPEC.replace(ff=dataclasses.replace(SPEC.ff, negatives="random"))
    assert not look(view(spec=random), check).done
    assert "the net began with Hard wrong label" in look(view(spec=random), check).text
    assert look(view(trained_spec=random), check).done
    assert "not trained" in look(LessonView(random), check).text


def test_a_drawing():
    check = check_of("drawing")
    assert look(view(), check).text == "draw one that is read as 3"
    other = view(deeds=frozenset({(DREW, ""), (DREW, "8")}))
    assert look(other, check).text == "draw one that is read as 3; so far read as 8"
    assert look(view(deeds=frozenset({(DREW, "3")})), check).done
    assert look(other, check_of("drawing", read_as="")).done


def test_a_panel_and_an_export():
    assert look(view(deeds=frozenset({(OPENED, "goodness")})), check_of("panel")).done
    assert not look(view(deeds=frozenset({(OPENED, "curves")})), check_of("panel")).done
    assert look(view(deeds=frozenset({(EXPORTED, "")})), check_of("export")).done


def test_questions():
    choice, answer = check_of("choice"), check_of("answer")
    assert look(view(answers={choice: "b"}), choice).done
    assert "not quite" in look(view(answers={choice: "a"}), choice).text
    assert look(view(answers={answer: "  The   GOODNESS. "}), answer).done
    assert "not quite" in look(view(answers={answer: "loss"}), answer).text


# --- what checks look at -------------------------------------------------------------------


def test_what_is_measured_comes_from_the_curves():
    history = History()
    for epoch in (1, 2):
        for net, values in (
            ("ff", {"accuracy": 0.4 * epoch, "layer_accuracy": (0.3 * epoch, 0.35 * epoch)}),
            ("bp", {"accuracy": 0.45 * epoch}),
        ):
            predictions, rows = np.zeros(3, np.int16), None
            if (net, epoch) == ("ff", 2):
                rows = np.arange(3)
            history.add(
                EpochDone(1, net, epoch, epoch, 1.0, "validation", predictions, values, rows)
            )
    measured = measure_history(history, {"validation": 1790})
    assert measured.epochs == {"ff": 2, "bp": 2}
    assert measured.accuracy == {"ff": 0.8, "bp": 0.9}
    assert measured.layer_accuracy == (0.6, 0.7)
    assert measured.judged_on == "1,790 validation images"
    assert measure_history(History(), {}) == Measured()


# --- those that come along -----------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_lessons_are_whole(name):
    pytest.importorskip("PySide6")
    from ffstudio.gui.panels.table import panel_names

    path = find_shipped(name)
    lesson = reading.read_lesson(path, panel_names())
    assert (lesson.title, name_of_shipped(path)) == (SHIPPED[name], name)
    assert lesson.about
    assert len(lesson.steps) >= 5
    assert all(step.text for step in lesson.steps)
    # No download and minutes at most.
    assert lesson.experiment.data.name == "digits"
    assert lesson.experiment.epochs <= 20
    assert reading.to_json(lesson) == path.read_text(encoding="utf-8")


def test_another_file_of_the_same_name_is_not_shipped(tmp_path):
    path = tmp_path / find_shipped("goodness").name
    path.write_text("{}")
    assert name_of_shipped(path) == ""


def test_a_check_gives_its_arguments():
    check = Check("x", (("a", 2), ("b", ("c",)), ("d", "e")))
    assert (check.number("a"), check.texts("b"), check.text("d")) == (2.0, ("c",), "e")
    assert check.texts("d") == ("e",)
    assert math.isnan(check.number("d"))
