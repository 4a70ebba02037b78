"""The program's own folders, where each system wants them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

_FOLDERS = PlatformDirs("ffstudio", appauthor=False)


def expand_home(path: str | Path) -> Path:
    """A path whose ``~`` is the home folder; as it is where there is no such user, whose file is
    then not found like any other (:meth:`Path.expanduser` ends with a ``RuntimeError``)."""
    return Path(os.path.expanduser(path))


def data_folder() -> Path:
    """For data sets; downloads go there. It may not exist yet."""
    return _FOLDERS.user_data_path


def state_folder() -> Path:
    """For what the program notes about itself. It may not exist yet."""
    return _FOLDERS.user_log_path if sys.platform == "darwin" else _FOLDERS.user_state_path
