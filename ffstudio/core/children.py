"""Child processes of ours: started so that nothing beside a user's files is ever imported.

``python -m`` puts the working folder at the head of the module path: a ``json.py`` beside a
downloaded model would run. A child of ours is started with a safe path and in a folder of
nobody's, and is told by absolute paths what to read.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psutil

from ffstudio.core.errand import Errand
from ffstudio.core.language_file import language_environment

TOO_LONG, TOO_MUCH = "time", "memory"
# What a reader of a file may take: seconds, and bytes beside what the file needs.
SECONDS = 60
MEMORY = 2**30

# Seconds from one look at a child to the next.
_EVERY = 0.02


def module_command(module: str) -> list[str]:
    """The command that runs one of our modules without the working folder on its path."""
    return [sys.executable, "-P", "-m", module]


def neutral_folder() -> str:
    """A working folder that holds nothing of a user's: the root of the system's drive."""
    return Path(sys.executable).anchor or os.sep


def child_environment(**more: str) -> dict[str, str]:
    """The environment of a child: ours, with the folder of this package on a safe path.

    What the user has put on the path stays if it is absolute: relative entries mean the
    working folder or something in it.
    """
    here = str(Path(__file__).resolve().parents[2])
    try:
        working = Path.cwd()
    except OSError:  # it has been deleted
        working = None
    known = [
        entry
        for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep)
        if entry and Path(entry).is_absolute() and Path(entry) != working
    ]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONSTARTUP"}
    return {
        **environment,
        "PYTHONPATH": os.pathsep.join([here, *known]),
        "PYTHONSAFEPATH": "1",
        **more,
    }


def start_child(command: list[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Starts a process whose standard output is read here and that reads nothing.

    Raises:
        OSError: No process can be started.
    """
    return subprocess.Popen(
        command,
        cwd=neutral_folder(),
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def watch(
    child: subprocess.Popen[bytes], end: float, memory: int, errand: Errand | None = None
) -> tuple[bytes, str]:
    """What a child process wrote until it ended, or was ended and why.

    A reader limits itself where the system offers that; Windows has no such limits and macOS
    does not keep to that of memory, so it is watched from here as well.

    Args:
        end: When it is ended, on the clock of :func:`time.monotonic`.
        memory: The most it may hold, in bytes.
        errand: When that is called off, the child is ended.

    Returns:
        Its standard output, and "", :data:`TOO_LONG` or :data:`TOO_MUCH`.

    Raises:
        CalledOff: Somebody no longer wants its answer.
    """
    while True:
        try:
            return child.communicate(timeout=_EVERY)[0], ""
        except subprocess.TimeoutExpired:
            fault = TOO_LONG if time.monotonic() > end else ""
            if _measure_memory(child.pid) > memory:
                fault = TOO_MUCH
            is_unwanted = errand is not None and errand.is_called_off
            if fault or is_unwanted:
                child.kill()
                child.communicate()
                if errand is not None:
                    errand.check()
                return b"", fault


def watch_stream(
    child: subprocess.Popen[bytes],
    take: Callable[[bytes], object],
    end: float,
    memory: int,
    most: int,
) -> str:
    """As :func:`watch`, of a child that writes much: what it writes is handed on piece by piece.

    Args:
        most: Bytes it may write; what comes after them is dropped.

    Returns:
        "", :data:`TOO_LONG` or :data:`TOO_MUCH`.
    """
    source, taken = child.stdout, 0
    if source is None:
        raise ValueError("the child's output is not read here")

    def pump() -> None:
        nonlocal taken
        while piece := source.read(2**20):
            if taken < most:
                take(piece[: most - taken])
            taken += len(piece)

    thread = threading.Thread(target=pump, name="ffstudio-child", daemon=True)
    thread.start()
    fault = ""
    while thread.is_alive() and not fault:
        thread.join(_EVERY)
        fault = TOO_LONG if time.monotonic() > end else ""
        if _measure_memory(child.pid) > memory:
            fault = TOO_MUCH
    if fault:
        child.kill()
    thread.join()
    child.wait()
    return fault


def reader_environment() -> dict[str, str]:
    """The environment of a child that reads a stranger's file."""
    return child_environment(
        PYTHONDONTWRITEBYTECODE="1",
        # One thread: every further one claims memory that the limit counts.
        OPENBLAS_NUM_THREADS="1",
        OMP_NUM_THREADS="1",
        # HDF5 would load compression plugins from a folder when a file asks for one.
        HDF5_PLUGIN_PRELOAD="::",
        **language_environment(),
    )


def give_up_rights(memory: int, seconds: int = SECONDS) -> None:
    """Gives up this process's rights to much time, much memory, and to write any file.

    Does nothing on Windows.
    """
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def _measure_memory(pid: int) -> int:
    """Bytes of memory a process holds; 0 when it has just ended."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
