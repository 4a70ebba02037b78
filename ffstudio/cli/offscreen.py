"""Qt without a display, for pictures and reports."""

from __future__ import annotations

import logging
import os
from typing import Any

from ffstudio.core.errors import DatasetError, FfstudioError
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData, prepare
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


def find_images(run: ReportedRun) -> tuple[PreparedData | None, str]:
    """The images of a run, or None and why they are not there."""
    try:
        return prepare(datasets.load(run.spec.data), run.spec.data, run.spec.seed), ""
    except DatasetError as error:
        return None, str(error)
