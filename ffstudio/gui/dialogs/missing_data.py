"""What to do about missing images, as a row of buttons: the same wherever the message stands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.words import tr
from ffstudio.gui.dialogs.file_filters import data_filter
from ffstudio.gui.forms.elided_label import ElidedLabel
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.jobs.studio import Studio

_LOOK_MS = 100


class MissingDataRow(QWidget):
    """Says what is missing and offers to download it, the bundled digits, or a file.

    It hides itself while nothing is missing. All rows follow the studio's one download.

    Args:
        in_line: For a bar: one line, without the progress that the bar shows anyway.
        wraps: The sentence may take more lines, in a bar that can be higher.
        says_why: False where the reason stands beside it already.
        stands_in: False where nothing is to be said while the digits stand in for others.
    """

    def __init__(
        self,
        studio: Studio,
        parent: QWidget | None = None,
        *,
        in_line: bool = False,
        wraps: bool = False,
        says_why: bool = True,
        stands_in: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("missing_data_row")
        self._missing = studio.missing_data
        self._in_line, self._says_why, self._stands_in = in_line, says_why, stands_in
        self._build(in_line, wraps)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._show_progress)
        self._missing.changed.connect(self.refresh)
        self.refresh()

    # --- building -----------------------------------------------------------------------

    def _build(self, in_line: bool, wraps: bool) -> None:
        self._reason: QLabel = ElidedLabel(self) if in_line and not wraps else QLabel(self)
        self._reason.setObjectName("data_missing_reason")
        self._reason.setWordWrap(wraps or not in_line)
        self._download = self._button(
            "download_button",
            tr("Download"),
            tr("Download the data set"),
            tr("Fetch the published files into ffstudio's data folder."),
        )
        self._download.clicked.connect(self._missing.start_download)
        self._digits = self._button(
            "use_digits_button",
            tr("Use Bundled Digits"),
            tr("Use the bundled digits"),
            tr("1,797 handwritten digits that came with ffstudio."),
        )
        self._digits.clicked.connect(self._missing.use_digits)
        self._choose = self._button(
            "choose_file_button",
            tr("Choose a File…"),
            tr("Choose a data file"),
            tr("A file with images and labels: NumPy, IDX, CSV, MATLAB, HDF5 or zipped pictures."),
        )
        self._choose.clicked.connect(self._choose_file)
        self._keep = self._button(
            "keep_digits_button",
            tr("Keep the Digits"),
            tr("Keep the bundled digits"),
            tr("The bundled digits are what you want; this line goes away."),
        )
        self._keep.clicked.connect(self._missing.keep_digits)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("download_progress")
        self._bar.setAccessibleName(tr("Download progress"))
        self._cancel = self._button(
            "cancel_download_button",
            tr("Cancel"),
            tr("Cancel the download"),
            tr("Stop the download; nothing of it is kept."),
        )
        self._cancel.clicked.connect(self._missing.cancel)
        buttons = (self._download, self._digits, self._choose, self._keep)
        column: QBoxLayout
        if in_line:
            column = QHBoxLayout(self)
            column.addWidget(self._reason, 1)
            for button in buttons:
                column.addWidget(button)
            column.addWidget(self._bar)
            column.addWidget(self._cancel)
        else:
            column = QVBoxLayout(self)
            column.addWidget(self._reason)
            flow = FlowLayout(spacing=6)
            for button in buttons:
                flow.addWidget(button)
            column.addLayout(flow)
            under_way = QHBoxLayout()
            under_way.addWidget(self._bar, 1)
            under_way.addWidget(self._cancel)
            column.addLayout(under_way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)

    def _button(self, name: str, text: str, accessible: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(accessible)
        button.setToolTip(tip)
        return button

    # --- showing ------------------------------------------------------------------------

    @property
    def first_button(self) -> QPushButton | None:
        """Where to begin; None while nothing is missing."""
        if self.isHidden():
            return None
        usual = (self._cancel, self._download, self._digits, self._choose)
        return next((b for b in usual if not b.isHidden() and b.isEnabled()), None)

    @Slot()
    def refresh(self) -> None:
        """Shows what is missing and what can be done about it."""
        missing, wanted = self._missing, self._missing.wanted
        is_stand_in, busy = missing.is_stand_in, missing.download_under_way is not None
        shown = wanted is not None and (self._stands_in or not is_stand_in)
        if wanted is not None:
            why = missing.why()
            if isinstance(self._reason, ElidedLabel):
                self._reason.say(why)
            else:
                self._reason.setText(why)
            self._download.setText(tr("Download {wanted_label}", wanted_label=wanted.label))
            self._download.setVisible(bool(wanted.downloads) and not (busy and self._in_line))
        self._reason.setVisible(self._says_why)
        self._digits.setVisible(not is_stand_in and not (busy and self._in_line))
        self._choose.setVisible(not (busy and self._in_line))
        self._keep.setVisible(is_stand_in and not (busy and self._in_line))
        for button in (self._download, self._digits, self._choose, self._keep):
            button.setEnabled(not busy)
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy)
        self.setVisible(shown)
        if busy and not self._timer.isActive():
            self._bar.setRange(0, 0)
            self._timer.start()
        elif not busy:
            self._timer.stop()

    @Slot()
    def _show_progress(self) -> None:
        activity = self._missing.download_under_way
        stage = activity.stage if activity is not None else None
        fraction = stage.fraction if stage is not None else None
        self._bar.setRange(0, 0 if fraction is None else 1000)
        if stage is not None and fraction is not None:
            self._bar.setValue(round(1000 * fraction))
            self._bar.setFormat(stage.sentence())

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a Data Set"), "", data_filter())
        if path:
            self._missing.use_file(Path(path))
