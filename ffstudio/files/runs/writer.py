"""Marks of processes: who writes a run, or trains one of a sweep, and whether it still lives."""

from __future__ import annotations

import os
import platform
from typing import Any

import psutil

# Two clocks that tell when a process began differ by less.
_SAME_START_S = 2.0


def this_process() -> dict[str, Any]:
    """What tells this process from every other one, on this machine and others."""
    return {
        "pid": os.getpid(),
        "host": platform.node(),
        "begun": psutil.Process().create_time(),
    }


def is_elsewhere(mark: dict[str, Any]) -> bool:
    """True for a process of another machine: nobody here can tell whether it lives."""
    return mark.get("host") != platform.node()


def is_alive(mark: dict[str, Any]) -> bool:
    """Whether a process of this machine lives; its number may be another's by now."""
    try:
        begun = psutil.Process(mark["pid"]).create_time()
        return abs(begun - float(mark["begun"])) < _SAME_START_S
    except (psutil.Error, KeyError, TypeError, ValueError, OverflowError):
        return False
