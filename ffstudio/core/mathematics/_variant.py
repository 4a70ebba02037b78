"""What every table of variants holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ffstudio.core.words import speaks

Array = Any
Namespace = Any


@speaks("label", "help")
@dataclass(frozen=True)
class Variant:
    """One named way of doing something: the function and its sentence of help."""

    function: Callable[..., Array]
    label: str
    help: str
