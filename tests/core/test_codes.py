"""Experiments as a line of text: there and back, and what is no code."""

from __future__ import annotations

import base64
import dataclasses
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment.codes import is_code, read_code, write_code
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.reading import to_dict
from ffstudio.core.experiment.spec import ExperimentSpec

# The default experiment as it was first written: codes in old messages stay readable.
FIRST = "ffs1:Z0nEPBstWUZLltGSZbRkwVGy6IwGBRUKWQA"


def test_every_preset_comes_back():
    for name, spec in presets().items():
        code = write_code(spec)
        assert read_code(code) == spec, name
        assert code.isascii() and not set(code) & set(" \n/+="), name


def test_codes_are_short_and_stay_readable():
    assert read_code(FIRST) == ExperimentSpec()
    assert len(write_code(ExperimentSpec())) < 100
    assert len(write_code(ExperimentSpec(seed=17, epochs=33))) < 120


@given(st.text(max_size=200), st.text(max_size=300), st.integers(0, 2**31 - 1))
def test_any_words_come_back(name, description, seed):
    spec = ExperimentSpec(name=name, description=description, seed=seed)
    assert read_code(write_code(spec)) == spec


def test_a_code_is_found_in_a_message_and_across_lines():
    code = write_code(presets()["hinton-2022"])
    broken = "\n> ".join((code[:70], code[70:])).replace("> ", "")
    text = f"Have a look at this:\n\n{broken}\nWorks well for me."
    assert is_code(text) and read_code(text) == presets()["hinton-2022"]
    assert not is_code("Have a look at this.")


@pytest.mark.parametrize("cut", [6, 9, 20, -20, -3, -1])
def test_a_cut_off_code_is_refused(cut):
    code = write_code(presets()["ff-fast"])
    with pytest.raises(SpecError, match="cut off or has been changed"):
        read_code(code[:cut])


def test_a_changed_letter_is_noticed():
    code = write_code(presets()["ff-fast"])
    for at in range(5, len(code), 7):
        other = code[:at] + ("A" if code[at] != "A" else "B") + code[at + 1 :]
        with pytest.raises(SpecError):
            read_code(other)


def test_newer_versions_are_named():
    with pytest.raises(SpecError, match="newer ffstudio") as told:
        read_code("ffs2:" + FIRST[5:])
    assert "Update ffstudio" in str(told.value)


def packed(raw: bytes) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = zlib.crc32(raw).to_bytes(4, "big") + packer.compress(raw) + packer.flush()
    return "ffs1:" + base64.urlsafe_b64encode(body).decode()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"[1, 2]", "not an ffstudio experiment"),
        (b"\xff\xfe", "no experiment"),
        (b"{" * 5000, "not valid JSON"),
        (json.dumps({**to_dict(ExperimentSpec()), "version": 99}).encode(), "newer ffstudio"),
        (json.dumps({**to_dict(ExperimentSpec()), "colour": 1}).encode(), "newer ffstudio"),
        (json.dumps({**to_dict(ExperimentSpec()), "epochs": -1}).encode(), "cannot be used"),
        (b"0" * (9 * 2**20), "cut off"),
    ],
)
def test_what_a_whole_code_may_hold_is_judged(raw, words):
    with pytest.raises(SpecError, match=words):
        read_code(packed(raw))


def test_nonsense_is_refused():
    for text in ("", "ffs1:", "ffs1:!!", "hello", "ffs999999:abc", "ffs1:" + "A" * 5000):
        with pytest.raises(SpecError):
            read_code(text)


def test_equal_experiments_have_equal_codes():
    spec = presets()["ff-fast"]
    assert write_code(dataclasses.replace(spec)) == write_code(spec)
