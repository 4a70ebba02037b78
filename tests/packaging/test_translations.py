"""The files of translations: whole, in step with the sources, and compiled."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool():
    path = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts(tool):
    return tool.Gatherer().gather()


def test_the_gatherer_finds_what_is_said(texts):
    assert "&Save Model" in texts  # a table of commands
    assert "Learning rate" in texts  # a setting
    assert "{path_name} is empty." in texts  # a sentence with a value
    assert len(texts) > 1500


@pytest.mark.parametrize("language", ["zh_CN", "pl"])
def test_every_text_is_translated_with_its_values(tool, texts, language):
    assert tool.faults(language, texts) == []


@pytest.mark.parametrize("language", ["zh_CN", "pl"])
def test_what_the_program_reads_is_compiled_from_it(tool, language, tmp_path):
    source = tool.ts_path(language)
    made = tmp_path / "made.qm"
    try:
        tool.compile_ts(source, made)
    except FileNotFoundError as error:
        pytest.skip(str(error))
    assert made.read_bytes() == source.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("language", ["zh_CN", "pl"])
def test_each_page_of_the_help_is_there_with_its_headings(language):
    shipped = ROOT / "resources" / "help"
    for page in shipped.glob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines()
        translated = (shipped / language / page.name).read_text(encoding="utf-8").splitlines()
        depth = [line.split(" ")[0] for line in lines if line.startswith("#")]
        assert [line.split(" ")[0] for line in translated if line.startswith("#")] == depth
