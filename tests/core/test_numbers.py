"""Numbers as people write and read them."""

from __future__ import annotations

import ast
import json
import math
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ffstudio
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.fields import fields_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.mathematics.layer_choice import weights_text
from ffstudio.core.numbers import (
    is_finished_number,
    number_text,
    plain_number,
    read_number,
    was_interpreted,
    write_json,
    write_number,
    write_percent,
)
from ffstudio.core.run.results import say_tested_on
from ffstudio.core.words import speak, tr


@pytest.mark.parametrize(
    ("value", "text"),
    [(1_000_000, "1,000,000"), (1e6, "1,000,000"), (0.003, "0.003"), (1e-7, "1e-7"), (2.0, "2"),
     (0.1 + 0.2, "0.3"), (1234567.8, "1,234,568"), (-1.5e-6, "−1.5e-6"), (0.0, "0"),
     (float("nan"), "nan"), (1e20, "1e20"), (10**40, "a number of about 40 digits"),
     ("many", "many"), (True, "True")],
)  # fmt: skip
def test_a_number_for_a_reader(value, text):
    assert number_text(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_is_written_is_read_back(value):
    text = number_text(value, grouped=False)
    assert math.isclose(read_number(text), value, rel_tol=1e-5, abs_tol=1e-300)
    assert is_finished_number(text)
    assert not re.search(r"e[+]|e-?0", text), "an exponent as people write it"


@given(st.integers(min_value=-(10**17), max_value=10**17))
def test_whole_numbers_are_read_back_with_their_thousands(value):
    assert read_number(number_text(value), whole=True) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("0,003", 0.003), ("1e-3", 0.001), ("1,5e-3", 0.0015), (".5", 0.5), ("−2", -2.0),
     ("1,000", 1.0), ("1,000,000", 1e6), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1 000", 1000.0),
     ("abc", None), ("", None), ("1e", None), ("1,2,3", None), ("nan", None), ("inf", None)],
)  # fmt: skip
def test_a_decimal_number_as_it_is_typed(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,000", 1000), ("1.000", 1000), ("12'000", 12000), ("1 000 000", 1_000_000), ("2,5", 2.5),
     ("2.0", 2), ("1e3", 1000), ("1,00", 1), ("many", None)],
)  # fmt: skip
def test_a_whole_number_as_it_is_typed(text, value):
    read = read_number(text, whole=True)
    assert read == value and type(read) is type(value)


@pytest.mark.parametrize("text", ["", "-", "+", "0.", "0,", ".", "1e", "1e-", "1e+", "1,5e", "abc"])
def test_a_number_with_something_left_open(text):
    assert not is_finished_number(text)


@pytest.mark.parametrize("text", ["1", "1e-3", "0,003", "-2", ".5", "1,000"])
def test_a_finished_number(text):
    assert is_finished_number(text)


def test_thousands_on_their_way_are_not_finished():
    assert [is_finished_number("1,000"[:n], whole=True) for n in range(1, 6)] == [
        True, False, False, False, True,
    ]  # fmt: skip
    assert plain_number("1,000", whole=True) == "1000"


# Numbers that no reader sees as they are written here, or that get their signs afterwards; and
# the rooms and files whose readers read a terminal, which speaks English.
WRITES_ITS_OWN = {
    "core/numbers.py": "the one place",
    "core/describe/cards.py": "rounds a number; the card as plain lines",
    "core/describe/kinds/setting_readers.py": "what a card is told, which says it in its own words",
    "core/experiment/sweep_plan.py": "rounds a number",
    "core/images/understanding/value_range.py": "rounds a number",
    "gui/forms/typed_edit.py": "rounds a number",
    "gui/figures/svg.py": "writes a length into a file",
    "gui/plots/ticks.py": "makes 2×10⁶ of it",
    "gui/plots/plot.py": "rounds a number",
    "gui/panels/curves/looks.py": "keeps zeros at the end, between 0.0001 and 10,000",
    "gui/panels/backprop/numbers.py": "drops zeros at the end",
    "engine/strangers/trials.py": "the table of `inspect`",
    "engine/training/session_run.py": "what files keep, in English",
    "selftest.py": "a terminal",
}


def test_numbers_for_readers_are_written_in_one_place():
    package = Path(ffstudio.__file__).parent
    writers = {}
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).parts[0] == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
                spec = ast.unparse(node.format_spec).strip("f'\"")
                if re.search(r",|[.][^0].*[fge%]|[ge]$", spec):
                    writers.setdefault(path.relative_to(package).as_posix(), []).append(spec)
    assert set(writers) == set(WRITES_ITS_OWN), writers


def test_no_limit_of_any_setting_is_told_with_an_exponent_of_zeros():
    for part in (ExperimentSpec, DataSpec, LayerSpec, ForwardForwardSpec, BackpropSpec):
        for name, field in fields_of(part).items():
            if field.kind in ("int", "float") and field.maximum is not None:
                reason, _ = field.problem(field.maximum * 10)
                assert not re.search(r"e[+]?0?\d", reason), (name, reason)


@pytest.mark.parametrize(
    ("share", "digits", "text"),
    [(0.9996, 1, "99.9%"), (0.9995, 1, "99.9%"), (0.99951, 0, "99%"), (59_999 / 60_000, 2, "99.99%"),
     (np.float32(0.9999999), 1, "99.9%"), (0.9994, 1, "99.9%"), (0.99, 0, "99%"),
     (1, 1, "100.0%"), (1.0, 2, "100.00%"), (math.fsum([0.1] * 10) - 1e-16, 1, "100.0%"),
     (1.25, 0, "125%"), (0.0, 1, "0.0%"), (math.nan, 1, "nan%")],
)  # fmt: skip
def test_less_than_all_is_never_100_percent(share, digits, text):
    assert write_percent(share, digits) == text


def test_json_has_null_for_what_is_no_number():
    values = {"a": math.nan, "b": [math.inf, 0.5, (1, -math.inf)], "c": {"d": np.float64("nan")}}
    told = json.loads(write_json(values), parse_constant=pytest.fail)
    assert told == {"a": None, "b": [None, 0.5, [1, None]], "c": {"d": None}}


def test_signs_are_those_of_the_language_and_codes_keep_the_point():
    speak(lambda text: "", "pl")
    try:
        assert write_number(12345.678, ",.2f") == "12\N{NO-BREAK SPACE}345,68"
        assert (number_text(0.003), number_text(-1.5e-6)) == ("0,003", "−1,5e-6")
        assert number_text(0.003, local=False) == "0.003"
        assert write_percent(0.9667, 2) == "96,67%"
        assert number_text("v1.5") == "v1.5", "no number"
        assert tr("epoch {epoch}", epoch=2.5) == "epoch 2,5"
        assert read_number(number_text(12345.5)) == 12345.5
        assert not was_interpreted("0,003") and was_interpreted("1,000", whole=True)
        assert weights_text((0.5, 1.0)) == "0.5, 1", "a list with commas"
    finally:
        speak(None)
    assert write_number(12345.678, ",.2f") == "12,345.68"
    assert write_percent(0.9667) == "96.7%" and write_number(-0.334, ".2f") == "−0.33"
    assert number_text(-0.5, local=False) == "-0.5", "a code"


def test_what_a_run_was_judged_on_follows_the_language():
    told = "the 10,000 test images of Bundled digits"
    known = {
        "the {count} test images of {data_title}": "obrazy testowe ({count}): {data_title}",
        "Bundled digits": "Dołączone cyfry",
    }
    speak(lambda text: known.get(text, ""), "pl")
    try:
        assert say_tested_on(told) == "obrazy testowe (10\N{NO-BREAK SPACE}000): Dołączone cyfry"
        assert say_tested_on("all") == "all", "as a file says it"
    finally:
        speak(None)
    assert say_tested_on(told) == told


def test_percent_is_written_in_one_way_everywhere():
    root = Path(ffstudio.__file__).parents[1]
    texts = [
        *(root / "ffstudio").rglob("*.py"),
        *(root / "resources").rglob("*.md"),
        *(root / "resources").rglob("*.json"),
        *(root / "resources" / "languages").glob("*.ts"),
        root / "README.md",
    ]
    # Behind a bracket or a number alone, "%" may be the operator.
    parted = re.compile(r"[0-9}][ \N{NO-BREAK SPACE}]%(?! ?[a-z0-9(=])|\\xa0%|SPACE\}%|\" %\"")
    found = [
        f"{path.name}: {line.strip()}"
        for path in texts
        for line in path.read_text(encoding="utf-8").splitlines()
        if parted.search(line)
    ]
    assert not found
