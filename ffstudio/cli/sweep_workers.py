"""The processes that train a sweep: on this machine, or started by a cluster."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from ffstudio.cli.sweep_worker import SweepReins
from ffstudio.core.children import child_environment, module_command, neutral_folder
from ffstudio.core.errors import SweepError, error_words
from ffstudio.files.sweeps.study import Sweep

_EVERY_S = 0.2
# A job of a cluster is asked for this long; what it does not manage goes on with the next call.
_MINUTES = 24 * 60


def train_by_processes(sweep: Sweep, jobs: int, reins: SweepReins) -> None:
    """Trains with several processes, which share the cores, until no trial waits.

    What one leaves behind that dies is taken up by others, but for trials that kill again and
    again.
    """
    while not reins.is_ended:
        sweep.queue_abandoned()
        count = min(jobs, sweep.count_waiting())
        if not count:
            return
        codes = _train_once(sweep.path, count, reins)
        for code in codes:
            if code and not reins.is_ended:
                print(f"A process ended with code {code}; others go on.", file=sys.stderr)
        if not any(code < 0 or code == 0 for code in codes):
            return  # all of them refuse: they would again


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


def _train_once(out: Path, jobs: int, reins: SweepReins) -> list[int]:
    command, environment = worker_command(out, os.getpid()), worker_environment(jobs)
    # A Ctrl-C is for all processes of a terminal: these are told by this one alone, once.
    apart: dict[str, Any] = {"start_new_session": True}
    if os.name == "nt":
        apart = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    children = [
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
    is_told = False
    try:
        while any(child.poll() is None for child in children):
            if reins.is_ended and not is_told:
                is_told = True
                for child in children:
                    _ask_to_end(child)
            time.sleep(_EVERY_S)
    except BaseException:  # a second Ctrl-C: at once
        for child in children:
            child.kill()
            child.wait()
        raise
    return [child.returncode for child in children]


def _ask_to_end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.send_signal(getattr(signal, "CTRL_BREAK_EVENT", signal.SIGTERM))


def start_on_cluster(out: Path, cluster: str, jobs: int) -> list[str]:
    """Has a cluster start processes that train, by submitit, and does not wait for them.

    Args:
        cluster: ``slurm``, or ``local`` for processes of this machine.

    Returns:
        Lines that say what was started.

    Raises:
        SweepError: submitit is missing, or the cluster is.
    """
    try:
        submitit = importlib.import_module("submitit")
    except ImportError as error:
        raise SweepError(
            "Clusters need submitit, which is not installed.",
            'Install the extra: pip install "ffstudio[slurm]".',
        ) from error
    # submitit starts Python in the working folder: nothing there may be imported.
    os.environ["PYTHONSAFEPATH"] = "1"
    share = jobs if cluster == "local" else 1
    try:
        executor = submitit.AutoExecutor(folder=out / "jobs", cluster=cluster)
        executor.update_parameters(name="ffstudio-sweep", timeout_min=_MINUTES)
        run = submitit.helpers.CommandFunction(
            worker_command(out, 0), cwd=neutral_folder(), env=worker_environment(share)
        )
        submitted = [executor.submit(run) for _ in range(jobs)]
    except (RuntimeError, ValueError, OSError) as error:
        raise SweepError(
            f"{cluster} cannot start processes ({error_words(error)}).",
            "See that its commands, like sbatch, are there, or use --jobs alone.",
        ) from error
    return [
        f"Job {job.job_id} of {cluster} was submitted; it writes {job.paths.stderr}."
        for job in submitted
    ]
