"""What to do when a data set is not on this computer: download it, or take another."""

from __future__ import annotations

import dataclasses
import threading

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import FfstudioError
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import DATASETS, KnownDataset
from ffstudio.core.images.datasets.download import download
from ffstudio.gui.dialogs.file_filters import data_filter
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio


class MissingDataPage(QWidget):
    """See the module docstring."""

    _progressed = Signal(float, float)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._cancelled = threading.Event()
        self._task = LatestTask(self, name="download")
        self._task.done.connect(self._take_download)
        self._task.failed.connect(self._tell_failure)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        card = QFrame(self)
        card.setObjectName("welcome_card")
        self._reason = QLabel(card)
        self._reason.setObjectName("data_missing_reason")
        self._reason.setWordWrap(True)
        self._download = QPushButton("Download", card)
        self._download.setObjectName("download_button")
        self._download.setAccessibleName("Download the data set")
        self._download.setToolTip("Fetch the published files into ffstudio's data folder.")
        self._download.clicked.connect(self.start_download)
        self._bundled = QPushButton("Use Bundled Digits", card)
        self._bundled.setObjectName("use_digits_button")
        self._bundled.setAccessibleName("Use the bundled digits")
        self._bundled.setToolTip("1,797 handwritten digits that came with ffstudio.")
        self._bundled.clicked.connect(self._use_digits)
        self._choose = QPushButton("Choose a File…", card)
        self._choose.setObjectName("choose_file_button")
        self._choose.setAccessibleName("Choose a data file")
        self._choose.setToolTip("An .npz file with x_train, y_train, x_test and y_test.")
        self._choose.clicked.connect(self._choose_file)
        self._bar = QProgressBar(card)
        self._bar.setObjectName("download_progress")
        self._bar.setAccessibleName("Download progress")
        self._cancel = QPushButton("Cancel", card)
        self._cancel.setObjectName("cancel_download_button")
        self._cancel.setAccessibleName("Cancel the download")
        self._cancel.clicked.connect(self._cancelled.set)
        self._bar.hide()
        self._cancel.hide()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(18, 16, 18, 16)
        inner.setSpacing(10)
        inner.addWidget(self._reason)
        for button in (self._download, self._bundled, self._choose):
            inner.addWidget(button)
        inner.addWidget(self._bar)
        inner.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card)
        column.addStretch(2)

    def close_download(self) -> None:
        """Cancels a download and ends the background work."""
        self._cancelled.set()
        self._task.close()

    def show_reason(self, text: str) -> None:
        """Says why the data are missing, and offers what helps."""
        self._reason.setText(text)
        self._download.setVisible(bool(DATASETS[self._studio.spec.data.name].downloads))

    def _edit(self, data: DataSpec, text: str) -> None:
        self._studio.edits.edit(self._studio.spec.replace(data=data), text)

    @Slot()
    def _use_digits(self) -> None:
        data = dataclasses.replace(self._studio.spec.data, name="digits", path="")
        self._edit(data, "Use bundled digits")

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Choose a Data Set", "", data_filter())
        if path:
            data = dataclasses.replace(self._studio.spec.data, name="file", path=path)
            self._edit(data, "Choose data file")

    @Slot()
    def start_download(self) -> None:
        """Fetches the data set that is missing."""
        known = DATASETS[self._studio.spec.data.name]
        self._cancelled.clear()
        self._show_download(True)
        self._task.submit(_download, known, self._progressed.emit, self._cancelled.is_set)

    def _show_download(self, active: bool) -> None:
        for button in (self._download, self._bundled, self._choose):
            button.setEnabled(not active)
        self._bar.setVisible(active)
        self._cancel.setVisible(active)
        self._bar.setRange(0, 0)

    @Slot(float, float)
    def _show_progress(self, done: float, total: float) -> None:
        self._bar.setRange(0, 1000 if total > 0 else 0)
        if total > 0:
            self._bar.setValue(round(1000 * done / total))
            self._bar.setFormat(f"{done / 1e6:.1f} of {total / 1e6:.1f} MB")

    @Slot(object)
    def _take_download(self, error: FfstudioError | None) -> None:
        self._show_download(False)
        if error is None:
            self._studio.images.reload()
        else:
            self._reason.setText(str(error))

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._show_download(False)
        self._reason.setText(f"The download failed ({message}). Try again or choose a file.")


def _download(known: KnownDataset, tell: object, is_cancelled: object) -> FfstudioError | None:
    try:
        download(
            known,
            lambda done, total: tell(float(done), float(total or 0)),  # type: ignore[operator]
            is_cancelled,  # type: ignore[arg-type]
        )
    except FfstudioError as error:
        return error
    return None
