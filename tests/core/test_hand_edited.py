"""Experiments edited by hand and settings typed in a terminal: whatever stands there is read or refused."""

from __future__ import annotations

import copy
import json

import pytest

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.by_name import read_value
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.problems import spec_problems

# Whatever JSON can hold where something else belongs.
STRANGE = [
    None, {}, [], ["a"], {"a": 1}, [[]], [None], True, 1.5, 0, -1, "x", "", float("inf"),
    float("nan"), 10**400, "\ud800", "9" * 5000,
]  # fmt: skip


@pytest.fixture
def config():
    values = json.loads(reading.to_json(preset("ff-spatial")))
    values["layers"] = values["layers"][:2]  # the others have the same settings
    return values


def walk(value, before=()):
    """The paths of everything within an experiment."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*before, key)
        if isinstance(inner, (dict, list)):
            yield from walk(inner, (*before, key))


def with_value(config, path, value):
    changed = at = copy.deepcopy(config)
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return changed


@pytest.mark.parametrize("strange", STRANGE, ids=lambda value: f"{value!r:.12}")
def test_a_strange_value_at_any_place_is_read_or_refused(config, strange, tmp_path):
    refused = 0
    for path in walk(config):
        text = json.dumps(with_value(config, path, strange))
        try:
            reading.from_json(text, tmp_path)
        except SpecError as error:
            refused += 1
            assert error.message and error.advice and len(str(error)) < 1000, path
        with_draft = None
        try:
            with_draft = reading.from_json(text, tmp_path, is_draft=True)
        except SpecError:
            continue
        spec_problems(with_draft)  # what the builder shows of it
    assert refused > 20


@pytest.mark.parametrize("path", [0, 7, 1.5, True, None, [], {}, ["a"]])
def test_a_path_of_data_that_is_no_text_is_refused(config, path):
    config["data"] |= {"name": "file", "path": path}
    with pytest.raises(SpecError, match=r"Data: File must be text \(data\.path\)"):
        reading.from_dict(config)


def test_a_recipe_for_a_file_names_none(config):
    config["data"] |= {"name": "file", "path": ""}
    assert reading.from_dict(config).data.path == ""


def test_a_version_is_a_whole_number_however_it_is_written(config):
    assert reading.from_dict({**config, "version": 4.0}) == reading.from_dict(config)
    with pytest.raises(SpecError, match=r"version \"4\" is no whole number") as refused:
        reading.from_dict({**config, "version": "4"})
    assert refused.value.advice == 'Write "version": 4.'
    del config["version"]
    with pytest.raises(SpecError, match="does not say which format"):
        reading.from_dict(config)


@pytest.mark.parametrize("text", ["true", "True", "on", "ON", "yes", "1"])
def test_switches_are_typed_in_any_of_the_usual_words(config, text):
    assert read_value(config, "data.transposed", text) == (True, "")


@pytest.mark.parametrize("text", ["false", "False", "off", "no", "0"])
def test_switches_are_turned_off_so_too(config, text):
    assert read_value(config, "ff.read_out", text) == (False, "")


def test_another_word_for_a_switch_is_judged_with_what_to_do(config):
    value, _ = read_value(config, "data.transposed", "maybe")
    config["data"]["transposed"] = value
    with pytest.raises(SpecError, match="must be on or off") as refused:
        reading.from_dict(config, advice="Give another value.")
    assert refused.value.advice == "Give another value."


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("3", 3, ""),
        ("3.0", 3.0, ""),
        ("1.000", 1000, "epochs: 1.000 is read as 1000."),
        ("1,000", 1000, "epochs: 1,000 is read as 1000."),
        ("2.5", 2.5, ""),
        ("[[", "[[", ""),
        ("9" * 5000, "9" * 5000, ""),
        ("[" * 100_000, "[" * 100_000, ""),
    ],
    ids=lambda value: f"{value!r:.12}",
)
def test_whole_numbers_are_typed_as_in_the_window(config, text, value, note):
    assert read_value(config, "epochs", text) == (value, note)
