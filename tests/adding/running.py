"""Trains an experiment by the command line and judges the file it wrote."""

from __future__ import annotations

import json

from ffstudio import cli
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.files.ours.archive import read_archive


def small_spec(name, layer=None, **ff):
    """A Forward-Forward net that trains on the bundled digits in a second."""
    layer = layer or LayerSpec(units=20, learning_rate=0.004)
    return ExperimentSpec(
        name=name,
        algorithms="ff",
        layers=(layer, layer),
        ff=ForwardForwardSpec(**{"negatives": "random", **ff}),
        batch_size=32,
        epochs=4,
        data=DataSpec("digits", subset=0.5),
    )


def run_headless(spec, folder, capsys):
    """(result of ``train --json``, result of ``evaluate --json``, what the file holds)."""
    path = folder / "experiment-in.json"
    path.write_text(reading.to_json(spec), encoding="utf-8")
    assert reading.read_experiment(path) == spec
    code = cli.main(["train", str(path), "--out", str(folder), "--json"])
    captured = capsys.readouterr()
    assert code == cli.OK, captured.err
    result = json.loads(captured.out.splitlines()[-1])
    assert cli.main(["evaluate", str(folder / "model.h5"), "--json"]) == cli.OK
    judged = json.loads(capsys.readouterr().out)
    assert judged["accuracy"] == result["accuracy"]["ff"]
    return result, judged, read_archive(folder / "model.h5")
