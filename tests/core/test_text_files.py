"""Experiments and lessons as editors save them, with paths as people write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ffstudio.core.errors import LessonError, SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.by_name import change_setting
from ffstudio.core.experiment.presets import preset
from ffstudio.core.lessons.reading import is_lesson_file, read_lesson
from ffstudio.core.text_files import decode_text, parse_json

ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
]
LESSON = {
    "format": "ffstudio-lesson",
    "version": 1,
    "title": "Güte",
    "experiment": "digits-quick",
    "steps": [{"title": "Eins", "text": "×"}],
}


def written(**data):
    config = json.loads(reading.to_json(preset("digits-quick").replace(name="Güte × 2")))
    config["data"] = data or config["data"]
    return config


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_experiments_and_lessons_in_any_encoding(encoding, tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps(written(), ensure_ascii=False).encode(encoding))
    assert reading.read_experiment(path).name == "Güte × 2"
    path.write_bytes(json.dumps(LESSON, ensure_ascii=False).encode(encoding))
    assert is_lesson_file(path)
    if encoding == "utf-8-sig":  # some programs put the mark there twice
        path.write_bytes(path.read_bytes()[:3] + path.read_bytes())
    assert read_lesson(path, ()).title == "Güte"


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(UnicodeDecodeError):
        decode_text(b"\xff\x00\xfe\x01\x80")


def test_a_key_named_twice_is_named():
    assert parse_json('{"a": {"b": 1}, "b": {"b": 2}}') == {"a": {"b": 1}, "b": {"b": 2}}
    text = json.dumps(written()).replace('"epochs"', '"seed": 3, "epochs"')
    with pytest.raises(SpecError, match='names "seed" twice'):
        reading.from_json(text)


def test_a_lesson_that_names_a_key_twice(tmp_path):
    path = tmp_path / "a.ffstudio-lesson.json"
    path.write_text(json.dumps(LESSON).replace('"title"', '"about": "", "about": "x", "title"', 1))
    with pytest.raises(LessonError, match='names "about" twice'):
        read_lesson(path, ())


@pytest.mark.parametrize("given", ["mine.npz", "./sub/../mine.npz", "~/mine.npz"])
def test_paths_are_relative_to_the_file_that_says_them(given, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    path = tmp_path / "a.json"
    path.write_text(json.dumps(written(name="file", path=given)))
    assert reading.read_experiment(path).data.path == str(tmp_path / "mine.npz")
    lesson = tmp_path / "a.ffstudio-lesson.json"
    lesson.write_text(json.dumps({**LESSON, "experiment": written(name="file", path=given)}))
    assert read_lesson(lesson, ()).written.data.path == str(tmp_path / "mine.npz")
    monkeypatch.chdir(tmp_path)
    assert reading.read_experiment("~/a.json") == reading.read_experiment(Path("a.json"))


def test_a_path_without_a_name_means_the_file(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(written(path="mine.npz")))
    assert reading.read_experiment(path).data.name == "file"
    path.write_text(json.dumps(written(path="mine.docx")))
    with pytest.raises(SpecError, match=r"data\.path"):
        reading.read_experiment(path)


@pytest.mark.parametrize(
    "given", ["some\\mine.npz", " some/mine.npz ", '"some/mine.npz"', "file://{}"]
)
def test_paths_as_people_copy_them(given, tmp_path):
    (tmp_path / "some").mkdir()
    mine = tmp_path / "some" / "mine.npz"
    mine.write_bytes(b"PK")
    path = tmp_path / "a.json"
    path.write_text(json.dumps(written(path=given.format(mine.as_posix()), name="file")))
    assert Path(reading.read_experiment(path).data.path) == mine


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("~nobody-of-this-name/x", "There is no file"),
        ("none/at/all", "There is no file"),
        ("https://example.org/x.npz", "an address of the web"),
    ],
)
def test_paths_that_lead_nowhere_are_named(given, said, tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(written(path=given)))
    with pytest.raises(SpecError, match=said):
        reading.read_experiment(path)


@pytest.mark.parametrize("layer", ["layers[0]", "layers [ 0 ] ", "layers.[0]", 'ff.layers["0"]'])
def test_settings_named_as_people_write_them(layer):
    config = json.loads(reading.to_json(preset("digits-quick")))
    change_setting(config, f"{layer}.units", 7)
    assert config["layers"][0]["units"] == 7


@pytest.mark.parametrize("layer", ["layers.-1", "layers[−1]", "layers.2"])
def test_layers_that_are_not_there_are_counted(layer):
    config = json.loads(reading.to_json(preset("digits-quick")))
    with pytest.raises(SpecError, match=r"counted from 0.*The last is 1"):
        change_setting(config, f"{layer}.units", 7)
