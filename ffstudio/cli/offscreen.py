"""Qt without a display, for pictures and reports."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from ffstudio.cli.run_data import load_found, with_found_data
from ffstudio.core.errors import DatasetError, FfstudioError
from ffstudio.core.images.data import PreparedData
from ffstudio.core.run.reported import ReportedRun

_application: Any = None  # lives as long as the process


def begin_offscreen() -> None:
    """Has Qt paint into memory alone from now on.

    Raises:
        FfstudioError: A library that Qt needs is missing.
    """
    global _application
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    logging.getLogger("ffstudio").setLevel(logging.WARNING)
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise FfstudioError(
            f"Qt cannot be loaded ({error}).", "Install ffstudio with its window."
        ) from error
    if QApplication.instance() is None:
        _application = QApplication(["ffstudio"])
        _application.setStyle("Fusion")


def find_images(run: ReportedRun, path: Path | None) -> tuple[PreparedData | None, str]:
    """The images of a run, or None and why they are not there.

    Args:
        path: Where its file of images lies by now; or None, or a folder to look in.

    Raises:
        SpecError: ``path`` is a data set, and the run has not learnt from a file.
    """
    spec = with_found_data(run.spec, path)
    try:
        return load_found(spec), ""
    except DatasetError as error:
        return None, str(error)
