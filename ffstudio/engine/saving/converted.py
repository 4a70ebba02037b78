"""What became of a net that was written in another format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Converted:
    """A file that was written.

    Attributes:
        format: Its name in :data:`ffstudio.core.model_formats.MODEL_FORMATS`.
        size: In bytes.
        notes: What a user should know, a sentence each.
    """

    path: Path
    format: str
    size: int
    notes: tuple[str, ...] = ()
