"""Whether steps are compiled by XLA."""

from __future__ import annotations

import os


def may_use_xla() -> bool:
    """False where the environment variable ``FFSTUDIO_XLA`` is 0.

    Without XLA a run begins a second or two sooner and its steps are slower, which suits tiny
    nets. Results differ in their last bits.
    """
    return os.environ.get("FFSTUDIO_XLA", "1") != "0"
