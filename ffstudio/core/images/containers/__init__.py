"""Files and folders that hold images: a reader each, and the table that chooses one."""

from __future__ import annotations

from ffstudio.core.images.containers.table import (
    CONTAINERS,
    Container,
    container_of,
    data_endings,
    open_any,
)

__all__ = ["CONTAINERS", "Container", "container_of", "data_endings", "open_any"]
