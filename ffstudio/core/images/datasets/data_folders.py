"""Where data sets are looked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ffstudio.core.folders import data_folder


def search_folders() -> list[Path]:
    """``FFSTUDIO_DATA`` first, then the app's folder, then Keras' cache."""
    folders = []
    if os.environ.get("FFSTUDIO_DATA"):
        folders.append(Path(os.environ["FFSTUDIO_DATA"]))
    folders.append(data_folder())
    if sys.platform == "darwin":
        # Where it was before the XDG variables counted on a Mac too.
        folders.append(Path.home() / "Library" / "Application Support" / "ffstudio")
    keras_home = Path(os.environ.get("KERAS_HOME") or Path.home() / ".keras")
    return list(dict.fromkeys([*folders, keras_home / "datasets"]))
