"""The processes that train a sweep: on this machine, or started by a cluster."""

from __future__ import annotations

import importlib
import os
import sys
import time
from pathlib import Path

from ffstudio.cli.sweep_worker import SweepReins
from ffstudio.core.children import neutral_folder
from ffstudio.core.errors import SweepError, error_words
from ffstudio.files.sweeps.study import Sweep
from ffstudio.files.sweeps.workers import (
    ask_to_end,
    start_workers,
    worker_command,
    worker_environment,
)

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


def _train_once(out: Path, jobs: int, reins: SweepReins) -> list[int]:
    children = start_workers(out, jobs)
    is_told = False
    try:
        while any(child.poll() is None for child in children):
            if reins.is_ended and not is_told:
                is_told = True
                for child in children:
                    ask_to_end(child)
            time.sleep(_EVERY_S)
    except BaseException:  # a second Ctrl-C: at once
        for child in children:
            child.kill()
            child.wait()
        raise
    return [child.returncode for child in children]


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
