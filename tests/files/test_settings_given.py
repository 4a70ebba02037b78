"""``--set`` of every command that takes an experiment: it is the experiment so changed."""

from __future__ import annotations

import json

import pytest

from ffstudio import cli
from ffstudio.core.experiment.codes import read_code, write_code
from ffstudio.core.experiment.presets import preset

WIDER = ("--set", "layers.0.units=31", "--set", "ff.negatives=random")


def tell(capsys, *args):
    assert cli.main([str(arg) for arg in args]) == cli.OK
    return capsys.readouterr()


def test_summary_lists_the_changed_layers(capsys):
    rows = json.loads(tell(capsys, "summary", "--preset", "digits-quick", *WIDER, "--json").out)
    assert rows[0]["name"] == "1 dense 31 · ReLU" and rows[0]["output"] == [31]
    assert rows[0]["ff"] == 784 * 31 + 31
    assert rows[1]["ff"] == 31 * 200 + 200


def test_a_code_holds_them(capsys):
    spec = read_code(tell(capsys, "code", "ff-fast", *WIDER).out.strip())
    assert spec.layers[0].units == 31 and spec.ff.negatives == "random"
    assert spec.layers[1] == preset("ff-fast").layers[1]
    # Of a code comes the experiment; of a changed one its code.
    code = write_code(preset("ff-fast"))
    assert read_code(tell(capsys, "code", code, *WIDER).out.strip()) == spec


def test_a_script_trains_them(capsys, tmp_path):
    script = tmp_path / "wider.py"
    told = tell(capsys, "script", "digits-quick", "-o", script, *WIDER).err
    assert "another experiment" not in told  # it is of no run
    assert "UNITS = [31, 200]" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["summary", "code", "script"])
@pytest.mark.parametrize(
    ("setting", "words"),
    [("layers.9.units=3", "layers.9"), ("ff.negatives", "is no setting"), ("seed=x", "seed")],
)
def test_what_is_no_setting_is_said(capsys, tmp_path, command, setting, words):
    which = ["--preset", "ff-fast"] if command == "summary" else ["ff-fast"]
    out = ["-o", str(tmp_path / "s.py")] if command == "script" else []
    assert cli.main([command, *which, *out, "--set", setting]) == cli.BAD_INPUT
    assert words in capsys.readouterr().err
    assert not list(tmp_path.glob("*.py"))


def test_a_script_of_a_run_so_changed_is_said_to_train_another(kept_run, capsys, tmp_path):
    script = tmp_path / "again.py"
    assert "another experiment" not in tell(capsys, "script", kept_run, "-o", script).err
    changed = tell(capsys, "script", kept_run, "-o", script, "--set", "layers.0.units=31")
    assert "With --set the script trains another experiment than the run." in changed.err
    assert "UNITS = [31" in script.read_text(encoding="utf-8")
