"""The program's own folders, where each system wants them."""

from __future__ import annotations

import sys
from pathlib import Path

from platformdirs import PlatformDirs

_FOLDERS = PlatformDirs("ffstudio", appauthor=False)


def data_folder() -> Path:
    """For data sets; downloads go there. It may not exist yet."""
    return _FOLDERS.user_data_path


def state_folder() -> Path:
    """For what the program notes about itself. It may not exist yet."""
    return _FOLDERS.user_log_path if sys.platform == "darwin" else _FOLDERS.user_state_path
