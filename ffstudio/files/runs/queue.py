"""Experiments that wait to be trained one after another, in a folder beside the runs.

::

    queue/queue.json       who waits, in what order, and what has become of those before
    queue/ID.json          an experiment, as any experiment file
    queue/ID.h5            the nets that it goes on from, where it does
    queue/ID.log           what the process had to tell that trained it

Each is trained by ``ffstudio train`` in a process of its own into a run folder among the runs;
what was killed or stopped goes on from there.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import uuid
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import psutil

from ffstudio.core.children import child_environment, module_command, neutral_folder
from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errors import RunFolderError, explain_reading
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.queued import DONE, INTERRUPTED, RUNNING, Queued
from ffstudio.core.run.status import RunEnd
from ffstudio.core.words import tr
from ffstudio.files.runs.folder import MODEL, RUN, RunFolder
from ffstudio.files.runs.library import look_at, runs_folder
from ffstudio.files.runs.writer import is_alive, this_process

QUEUE_FORMAT = "ffstudio-queue"
QUEUE_VERSION = 1
QUEUE = "queue.json"


def find_folder(entry: Queued) -> Path | None:
    """The folder of an entry's run; None before it was begun."""
    return runs_folder() / entry.run if entry.run else None


def queue_folder() -> Path:
    """Where the queue is kept. It may not exist yet."""
    return runs_folder() / "queue"


def read_queue() -> list[Queued]:
    """All experiments in their order, with what has become of them by now.

    Raises:
        RunFolderError: It cannot be read, or is of a newer ffstudio.
    """
    path = queue_folder() / QUEUE
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        if config.get("format") != QUEUE_FORMAT:
            raise ValueError(QUEUE_FORMAT)
        if int(config["version"]) > QUEUE_VERSION:
            raise RunFolderError(tr("The queue is of a newer ffstudio."), tr("Update ffstudio."))
        return [_settle(Queued(**entry)) for entry in config["entries"]]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise RunFolderError(*explain_reading(path, error)) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise RunFolderError(
            tr("{path} is damaged.", path=path),
            tr("Move it away to begin a new queue; the experiments lie beside it."),
        ) from error


def write_queue(entries: Sequence[Queued]) -> None:
    """Keeps the queue.

    Raises:
        OSError: It cannot be written.
    """
    queue_folder().mkdir(parents=True, exist_ok=True)
    config = {
        "format": QUEUE_FORMAT,
        "version": QUEUE_VERSION,
        "entries": [asdict(entry) for entry in entries],
    }
    write_text_atomically(queue_folder() / QUEUE, json.dumps(config, indent=2) + "\n")


def place_nets() -> tuple[str, Path]:
    """An id for an entry that goes on from nets, and where these are to be written first."""
    number = uuid.uuid4().hex[:12]
    queue_folder().mkdir(parents=True, exist_ok=True)
    return number, _nets_path(number)


def keep_experiment(
    spec: ExperimentSpec,
    about: str,
    before: Queued | None = None,
    number: str = "",
    *,
    keeps_nets: bool = False,
) -> Queued:
    """Writes an experiment beside the queue; returns its entry.

    Args:
        about: What it is, in a line.
        before: The entry whose experiment it replaces.
        number: From :func:`place_nets`, where it goes on from nets.
        keeps_nets: It goes on from the nets of ``before``, which are dropped otherwise.

    Raises:
        OSError: It cannot be written.
    """
    if spec.data.path:  # it is trained from elsewhere
        data = replace(spec.data, path=os.path.abspath(os.path.expanduser(spec.data.path)))
        spec = spec.replace(data=data)
    goes_on = bool(number) or keeps_nets
    if before is not None:
        number = before.id
        if not keeps_nets:
            _nets_path(number).unlink(missing_ok=True)
    number = number or uuid.uuid4().hex[:12]
    queue_folder().mkdir(parents=True, exist_ok=True)
    write_text_atomically(_experiment_path(number), reading.to_json(spec))
    return Queued(number, spec.name, about, spec.seed, spec.epochs, goes_on=goes_on)


def read_experiment(entry: Queued) -> ExperimentSpec:
    """The experiment of an entry.

    Raises:
        SpecError: It is missing or damaged.
    """
    return reading.read_experiment(_experiment_path(entry.id))


def forget_experiment(entry: Queued) -> None:
    """Removes the files of an entry that is in the queue no longer; its run stays."""
    for path in (_experiment_path(entry.id), _nets_path(entry.id), _log_path(entry)):
        path.unlink(missing_ok=True)


def _experiment_path(number: str) -> Path:
    return queue_folder() / f"{number}.json"


def _nets_path(number: str) -> Path:
    return queue_folder() / f"{number}.h5"


def _log_path(entry: Queued) -> Path:
    return queue_folder() / f"{entry.id}.log"


# --- training -------------------------------------------------------------------------------


def start_training(entry: Queued) -> tuple[Queued, subprocess.Popen[bytes]]:
    """Starts the process that trains an experiment, or goes on with it.

    Returns:
        The entry as it is now, and the process.

    Raises:
        OSError: No process can be started.
    """
    folder = find_folder(entry)
    if folder is not None and (folder / RUN).is_file():
        arguments = ["--resume", str(folder)]
    else:
        folder = _find_free(entry)
        arguments = [str(_experiment_path(entry.id)), "--out", str(folder)]
        if entry.goes_on:
            arguments += ["--from", str(_nets_path(entry.id))]
    if getattr(sys, "frozen", False):
        start = [sys.executable]
    else:
        start = module_command("ffstudio")
    # A Ctrl-C in the terminal is for the window, which tells this process itself.
    apart: dict[str, Any] = {"start_new_session": True}
    if os.name == "nt":
        apart = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    with _log_path(entry).open("wb") as log:
        child = subprocess.Popen(
            [*start, "train", *arguments],
            cwd=neutral_folder(),
            env=child_environment(FFSTUDIO_RUNS=os.path.abspath(runs_folder()), **_data_folder()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            **apart,
        )
    worker = {**this_process(), "pid": child.pid, "begun": find_begin(child.pid)}
    return replace(entry, run=folder.name, state=RUNNING, worker=worker, problem=""), child


def ask_to_end(child: subprocess.Popen[bytes]) -> None:
    """Has a process keep what it has learnt, and end."""
    if child.poll() is None:
        child.send_signal(getattr(signal, "CTRL_BREAK_EVENT", signal.SIGTERM))


def say_why_failed(entry: Queued, code: int) -> str:
    """What a process had to tell that has ended with an error."""
    try:
        lines = _log_path(entry).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    said = next((line for line in reversed(lines) if line.strip()), "")
    return said.removeprefix("ffstudio: ") or tr("It has ended with the code {code}.", code=code)


def _data_folder() -> dict[str, str]:
    folder = os.environ.get("FFSTUDIO_DATA")
    return {"FFSTUDIO_DATA": os.path.abspath(folder)} if folder else {}


def find_begin(pid: int) -> float:
    """When a process began, in seconds since 1970; tells it from a later one of its number."""
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.Error:  # it has ended already
        return 0.0


def _find_free(entry: Queued) -> Path:
    name = re.sub(r"[^\w.-]+", "-", entry.name).strip("-.")[:40] or "run"
    stem = f"queued-{name}-s{entry.seed}-{entry.id[:6]}"
    number, path = 1, runs_folder() / stem
    while path.exists():
        number += 1
        path = runs_folder() / f"{stem}-{number}"
    return path


def _settle(entry: Queued) -> Queued:
    """An entry as it is by now: its process may have ended, and nobody have noted it."""
    folder = find_folder(entry)
    if entry.state not in (RUNNING, INTERRUPTED) or folder is None:
        return entry
    if not (folder / RUN).is_file():
        lives = entry.worker is not None and is_alive(entry.worker)
        return replace(entry, state=RUNNING if lives else INTERRUPTED)
    listed = look_at(RunFolder(folder))
    card = listed.card
    state = RUNNING if entry.worker is not None and is_alive(entry.worker) else INTERRUPTED
    if card is None:
        return replace(entry, state=state)
    is_whole = card.end in (RunEnd.COMPLETED, RunEnd.EARLY)
    if is_whole and state != RUNNING and (folder / MODEL).is_file():
        state = DONE
    accuracy = card.test_accuracy
    # Nets that go on count on from the epochs they have.
    epochs = card.planned or entry.epochs
    return replace(
        entry,
        state=state,
        done=listed.epochs,
        epochs=epochs,
        ff=accuracy.get("ff"),
        bp=accuracy.get("bp"),
    )
