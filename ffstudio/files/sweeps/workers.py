"""Processes of this machine that train a sweep's trials."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from ffstudio.core.children import child_environment, module_command, neutral_folder


def worker_command(out: Path, parent: int) -> list[str]:
    """The command of a process that trains trials of the sweep in a folder.

    Args:
        parent: The process that it ends with; 0 for none.
    """
    if getattr(sys, "frozen", False):
        start = [sys.executable]
    else:
        start = module_command("ffstudio")
    return [*start, "sweep", "--out", str(out), "--worker", str(parent)]


def worker_environment(jobs: int) -> dict[str, str]:
    """The environment of one of several processes: each has its share of the cores."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        cores = os.cpu_count() or 1
    share = str(max(1, cores // jobs))
    folder = os.environ.get("FFSTUDIO_DATA")
    more = {"FFSTUDIO_DATA": os.path.abspath(folder)} if folder else {}
    runs = os.environ.get("FFSTUDIO_RUNS")
    if runs:
        more["FFSTUDIO_RUNS"] = os.path.abspath(runs)
    return child_environment(
        TF_NUM_INTRAOP_THREADS=share, TF_NUM_INTEROP_THREADS=share, OMP_NUM_THREADS=share, **more
    )


def start_workers(out: Path, jobs: int, log: Path | None = None) -> list[subprocess.Popen[bytes]]:
    """Starts processes that train until no trial waits; they end with this one.

    Args:
        log: Where they write what they have to tell; None for this process's own place.

    Raises:
        OSError: No process can be started.
    """
    command, environment = worker_command(out, os.getpid()), worker_environment(jobs)
    # A Ctrl-C is for all processes of a terminal: these are told by this one alone, once.
    apart: dict[str, Any] = {"start_new_session": True}
    if os.name == "nt":
        apart = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    with contextlib.ExitStack() as opened:
        if log is not None:
            apart["stderr"] = opened.enter_context(log.open("ab"))
        return [
            subprocess.Popen(
                command,
                cwd=neutral_folder(),
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                **apart,
            )
            for _ in range(jobs)
        ]


def ask_to_end(child: subprocess.Popen[bytes]) -> None:
    """Has one give back what it trains, and end."""
    if child.poll() is None:
        child.send_signal(getattr(signal, "CTRL_BREAK_EVENT", signal.SIGTERM))
