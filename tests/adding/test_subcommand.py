"""A subcommand that is not ffstudio's own: run, listed, and its errors told."""

from __future__ import annotations

import pytest

from ffstudio import cli
from ffstudio.cli.table import COMMANDS


@pytest.fixture(autouse=True)
def count_layers(monkeypatch):
    monkeypatch.setitem(COMMANDS, "count", "tests.adding.count_layers")


def test_it_runs(capsys):
    assert cli.main(["count", "--preset", "ff-conv", "--times", "3"]) == cli.OK
    assert capsys.readouterr().out == "12\n"


def test_it_is_listed_with_the_others(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    assert "count an experiment's layers" in capsys.readouterr().out


def test_its_errors_are_bad_input(capsys):
    assert cli.main(["count"]) == cli.BAD_INPUT
    assert "Say what to count." in capsys.readouterr().err
