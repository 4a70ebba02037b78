"""Runs killed at random moments and taken up again: what is lost, and whether curves agree.

    python tests/benchmarks/bench_kills.py [TRIES [SEED]]

Trains a small experiment on the bundled digits once without interruption, then again and again
in a process that gets kill -9 at a random moment; each is gone on with to its end. Prints
tries, recovered, the most epochs lost in one kill, and how many curves are those of the whole
run bit for bit. Kills before the first epoch's checkpoint begin anew, and count as recovered.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.folder import RUN, RunFolder
from ffstudio.files.runs.record import read_record
from ffstudio.files.runs.resume import read_resumable

LAYER = LayerSpec(units=100)
SPEC = ExperimentSpec(
    name="killed", data=DataSpec("digits"), layers=(LAYER, LAYER), batch_size=16, epochs=12
)


def start(*arguments) -> subprocess.Popen:
    environment = {**os.environ, "FFSTUDIO_XLA": "0"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "ffstudio", "train", *map(str, arguments), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


def main() -> None:
    """All tries, a line each, then the sums."""
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    moments = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        experiment = place / "killed.json"
        experiment.write_text(reading.to_json(SPEC))
        begun = time.perf_counter()
        whole = start(experiment, "--out", place / "whole")
        _, said = whole.communicate()
        if whole.returncode:
            sys.exit(said)
        took = time.perf_counter() - begun
        expected = read_record(place / "whole" / "record.jsonl").history
        recovered = equal = most_lost = too_early = 0
        for number in range(tries):
            folder = RunFolder(place / str(number))
            process = start(experiment, "--out", folder.path)
            time.sleep(moments.uniform(0.0, took))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            if not (folder.path / RUN).exists():
                too_early += 1  # nothing had been begun
                continue
            resumable = read_resumable(folder)
            most_lost = max(most_lost, resumable.lost_epochs)
            at = resumable.checkpoint.epoch if resumable.checkpoint is not None else 0
            if folder.state() == "interrupted":
                going_on = start("--resume", folder.path)
                out, said = going_on.communicate()
                recovered += going_on.returncode == 0 and bool(json.loads(out)["history"])
            else:  # it had ended before the signal came
                recovered += 1
            same = have_equal_curves(read_record(folder.record_path).history, expected)
            equal += same
            print(f"{number + 1}: killed after epoch {at}, curves equal: {same}", flush=True)
    counted = tries - too_early
    print(
        f"{tries} tries, {too_early} before anything was begun; {recovered} of {counted} "
        f"recovered, {equal} with the curves of the whole run bit for bit, at most {most_lost} "
        "epochs lost and learnt again"
    )


if __name__ == "__main__":
    main()
