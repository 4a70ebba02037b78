"""Runs killed at random moments and taken up again: what is lost, and whether curves agree.

    python tests/benchmarks/bench_kills.py [--window] [TRIES [SEED]]

Trains a small experiment on the bundled digits once without interruption, then again and again
in a process that gets kill -9 at a random moment: a moment after its record has come to a random
share of the whole one, so that other work on the machine does not shift it. Without a window each
run is gone on with to its end. With ``--window`` the studio itself is killed while it trains (offscreen, driven by keys
and clicks) and started anew; its offer is taken, Continue pressed, and it is killed again, until
the run has come to its end. Prints tries, recovered, the most epochs lost in one kill, and how
many curves are those of the whole run bit for bit. Kills before the first epoch's checkpoint
begin anew, and count as recovered. Where curves part is said. Nets are not compiled by XLA, which
takes most of the time of such tiny ones, unless the environment says ``FFSTUDIO_XLA=1``.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.agreement import compare_curves
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.folder import RUN, RunFolder
from ffstudio.files.runs.library import find_cut_off, list_runs
from ffstudio.files.runs.record import read_record
from ffstudio.files.runs.resume import read_resumable

LAYER = LayerSpec(units=100)
SPEC = ExperimentSpec(
    name="killed", data=DataSpec("digits"), layers=(LAYER, LAYER), batch_size=16, epochs=12
)
# In the window a run is killed several times before it comes to its end.
WINDOW_EPOCHS = 40
# The record is written out every so often: a kill comes at any time between two.
MOMENT_S = 0.5
# A studio that has not come so far in that time never will.
PATIENCE_S = 300.0
# What the window's process says to the one that kills it.
OFFERED, BACK, RUNNING, FINISHED = "offered", "back", "running", "finished"


def start(*arguments) -> subprocess.Popen:
    environment = {"FFSTUDIO_XLA": "0", **os.environ}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "ffstudio", "train", *map(str, arguments), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


def main() -> None:
    """All tries, a line each, then the sums."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--drive"]:
        drive(*arguments[1:])
        return
    in_window = "--window" in arguments
    numbers = [int(a) for a in arguments if a != "--window"]
    tries = numbers[0] if numbers else 100
    moments = random.Random(numbers[1] if len(numbers) > 1 else 1)
    with tempfile.TemporaryDirectory() as name:
        if in_window:
            kill_windows(Path(name), tries, moments)
        else:
            kill_commands(Path(name), tries, moments)


# --- without a window -----------------------------------------------------------------------


def kill_commands(place: Path, tries: int, moments: random.Random) -> None:
    experiment = place / "killed.json"
    experiment.write_text(reading.to_json(SPEC))
    whole = start(experiment, "--out", place / "whole")
    _, said = whole.communicate()
    if whole.returncode:
        sys.exit(said)
    size = RunFolder(place / "whole").record_path.stat().st_size
    print(f"the whole record has {size:,} bytes", flush=True)
    expected = read_record(place / "whole" / "record.jsonl").history
    recovered = equal = most_lost = too_early = 0
    for number in range(tries):
        folder = RunFolder(place / str(number))
        process = start(experiment, "--out", folder.path)
        # Starting takes longer than training, and there is nothing to lose before.
        wait_for_record(process, folder, moments.uniform(0.0, 1.0) * size)
        time.sleep(moments.uniform(0.0, MOMENT_S))
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
        history = read_record(folder.record_path).history
        same = have_equal_curves(history, expected)
        equal += same
        if not same:
            print(f"    {compare_curves(expected, history).text}", flush=True)
        print(f"{number + 1}: killed after epoch {at}, curves equal: {same}", flush=True)
    counted = tries - too_early
    print(
        f"{tries} tries, {too_early} before anything was begun; {recovered} of {counted} "
        f"recovered, {equal} with the curves of the whole run bit for bit, at most {most_lost} "
        "epochs lost and learnt again"
    )


def wait_for_record(process: subprocess.Popen, folder: RunFolder, size: float) -> None:
    """Until the run's folder is there, and so many bytes of its record."""
    path = folder.record_path
    while process.poll() is None and not (path.exists() and path.stat().st_size >= size):
        time.sleep(0.01)


# --- in the window --------------------------------------------------------------------------


class Window:
    """A studio in a process of its own, and what it has said.

    Args:
        takes_offer: Whether there is a run to bring back; else the experiment is trained.
    """

    def __init__(self, home: Path, experiment: Path, *, takes_offer: bool) -> None:
        self.said: dict[str, str] = {}
        self._news = threading.Condition()
        homes = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CONFIG", "DATA", "STATE")}
        self._process = subprocess.Popen(
            [sys.executable, "-P", __file__, "--drive", str(experiment), str(int(takes_offer))],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={
                **os.environ,
                **homes,
                "QT_QPA_PLATFORM": "offscreen",
                "FFSTUDIO_RUNS": str(home / "runs"),
                "FFSTUDIO_XLA": "0",
                "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            },
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        for line in self._process.stdout:
            word, _, more = line.strip().partition(" ")
            with self._news:
                self.said[word] = more
                self._news.notify()

    def waits_for(self, word: str, seconds: float) -> bool:
        """True once it has said that."""
        deadline = time.monotonic() + seconds
        with self._news:
            while word not in self.said:
                left = deadline - time.monotonic()
                if left <= 0 or self._process.poll() is not None:
                    break
                self._news.wait(min(left, 0.5))
            return word in self.said

    def kill(self) -> None:
        """As a power cut does."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._listener.join(5)


def kill_windows(place: Path, tries: int, moments: random.Random) -> None:
    experiment = place / "killed.json"
    experiment.write_text(reading.to_json(SPEC.replace(epochs=WINDOW_EPOCHS)))
    window = Window(place / "whole", experiment, takes_offer=False)
    if not window.waits_for(RUNNING, PATIENCE_S):
        sys.exit("the window did not train")
    begun = time.perf_counter()
    window.waits_for(FINISHED, PATIENCE_S)
    took = time.perf_counter() - begun
    window.kill()
    os.environ["FFSTUDIO_RUNS"] = str(place / "whole" / "runs")
    [whole] = list_runs(place / "whole" / "runs")
    expected = read_record(whole.folder.record_path).history
    print(f"the whole run took {took:.1f} s", flush=True)

    sums: Counter[str] = Counter()
    most_lost = chain = done = 0
    is_cut_off = False  # whether the run of this chain is to be brought back
    while done < tries:
        home = place / str(chain)
        window = Window(home, experiment, takes_offer=is_cut_off)
        if is_cut_off and not window.waits_for(BACK, PATIENCE_S):
            window.kill()
            print(f"{done}: NOT RECOVERED, it had said {window.said}", flush=True)
            sums["lost"] += 1
            chain, is_cut_off = chain + 1, False
            continue
        sums["recovered"] += is_cut_off
        window.waits_for(RUNNING, PATIENCE_S)
        ended = window.waits_for(FINISHED, moments.uniform(0.0, took))
        window.kill()
        done += 1
        os.environ["FFSTUDIO_RUNS"] = str(home / "runs")
        runs = list_runs(home / "runs")
        if not runs:
            print(f"{done}: killed before anything was begun", flush=True)
            sums["before anything was begun"] += 1
            continue
        resumable = read_resumable(runs[0].folder)
        most_lost = max(most_lost, resumable.lost_epochs)
        at = resumable.checkpoint.epoch if resumable.checkpoint is not None else 0
        is_cut_off = find_cut_off("window") is not None
        if is_cut_off:
            print(f"{done}: killed after epoch {at}, lost {resumable.lost_epochs}", flush=True)
            continue
        if not ended and runs[0].state == "interrupted":
            print(f"{done}: killed before the first checkpoint", flush=True)
            sums["before the first checkpoint"] += 1
        else:
            history = read_record(runs[0].folder.record_path).history
            same = have_equal_curves(history, expected)
            sums["ended"] += 1
            sums["equal"] += same
            if not same:
                print(f"    {compare_curves(expected, history).text}", flush=True)
            print(f"{done}: killed after its end, curves equal: {same}", flush=True)
        chain += 1
    offers = sums["recovered"] + sums["lost"]
    print(
        f"{done} kills of the window ({sums['before the first checkpoint']} before the first "
        f"checkpoint, {sums['before anything was begun']} before anything was begun, "
        f"{sums['ended']} after the run's end); {sums['recovered']} of {offers} runs "
        f"brought back by the next start, at most {most_lost} epochs lost in a kill; "
        f"{sums['equal']} of {sums['ended']} runs that came to their end have the curves of the "
        "whole run bit for bit"
    )


def drive(experiment: str, takes_offer: str) -> None:
    """The studio as ``ffstudio EXPERIMENT`` starts it, with a hand on keys and mouse."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QFrame, QPushButton

    from ffstudio import app
    from ffstudio.gui.window import main_window

    offers = takes_offer == "1"

    class Driven(main_window.MainWindow):
        """Brings back what is offered and goes on, or trains."""

        def __init__(self, *args) -> None:
            super().__init__(*args)
            self._did: set[str] = set()
            self._hand = QTimer(self)
            self._hand.setInterval(20)
            self._hand.timeout.connect(self._move)
            self._hand.start()
            self.studio.runs.settled.connect(lambda: self._say(FINISHED))

        def _say(self, word: str, more: str = "") -> None:
            if word not in self._did:
                self._did.add(word)
                print(word, more, flush=True)

        def _move(self) -> None:
            studio = self.studio
            if studio.status.is_active:
                if studio.status.value == "running":
                    self._say(RUNNING)
                return
            if offers and OFFERED not in self._did:
                for toast in self.findChildren(QFrame, "toast"):
                    button = toast.findChild(QPushButton, "toast_action")
                    if "was cut off" in toast.accessibleName() and toast.isVisible():
                        self._say(OFFERED)
                        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                        return
            elif studio.why_not_train() or "pressed" in self._did:
                return
            elif not offers and studio.spec.name == "killed":
                self._did.add("pressed")
                self.setFocus()
                QTest.keyClick(self, Qt.Key.Key_Space)
            elif offers and studio.newest.kept is not None:
                self._say(BACK, f"{studio.snapshot.epoch:.0f}")
                self._did.add("pressed")
                QTimer.singleShot(0, self.commands["continue"].trigger)

    main_window.MainWindow = Driven
    arguments = [] if offers else [experiment]
    sys.exit(app.run(arguments))


if __name__ == "__main__":
    main()
