"""What a child process says about a file is in the language of whoever asked it."""

from __future__ import annotations

import json

import h5py
import pytest

from ffstudio.core.language_file import speak_as_told
from ffstudio.core.words import language_spoken, speak, tr
from ffstudio.files.foreign.sandbox import examine

LAMBDA = "The layer {name} is a Lambda, which carries program code."
ADVICE = "ffstudio never runs code from a file."


@pytest.fixture(params=["pl", "zh_CN"])
def language(request, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_LANGUAGE", request.param)
    speak_as_told()
    yield request.param
    speak(None)


@pytest.fixture
def with_code(tmp_path):
    """A model with a layer of its author's."""
    layer = {"class_name": "Lambda", "config": {"name": "mine", "function": "x"}}
    config = {"class_name": "Sequential", "config": {"name": "net", "layers": [layer]}}
    path = tmp_path / "model.h5"
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps(config)
        file.attrs["keras_version"] = "2.4.0"
        file.create_group("model_weights")
    return path


def test_a_card_is_in_the_language_of_the_window(language, with_code):
    assert language_spoken() == language.replace("_", "-")
    card = examine(with_code).card
    assert tr(LAMBDA, name="mine") != LAMBDA.format(name="mine")
    assert card.refused == (tr(LAMBDA, name="mine"),)
    assert card.advice == tr(ADVICE)


def test_a_language_that_is_not_there_is_english(monkeypatch, with_code):
    monkeypatch.setenv("FFSTUDIO_LANGUAGE", "xx")
    speak_as_told()
    assert language_spoken() == "en"
    assert examine(with_code).card.refused == (LAMBDA.format(name="mine"),)
