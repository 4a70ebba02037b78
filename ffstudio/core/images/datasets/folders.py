"""Where data sets are looked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """The app's own data folder; downloads go there. It may not exist yet."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "ffstudio"


def search_folders() -> list[Path]:
    """``FFSTUDIO_DATA`` first, then the app's folder, then Keras' cache."""
    folders = []
    if os.environ.get("FFSTUDIO_DATA"):
        folders.append(Path(os.environ["FFSTUDIO_DATA"]))
    keras_home = Path(os.environ.get("KERAS_HOME") or Path.home() / ".keras")
    return [*folders, data_folder(), keras_home / "datasets"]
