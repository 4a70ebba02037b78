"""What the user says of the run that is chosen: note and tags."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.forms.elided_label import ElidedLabel
from ffstudio.jobs.library import DAMAGED, KeptRun, Library

# After the last letter.
_WRITE_MS = 800


class AboutRun(QWidget):
    """A note and tags, kept on leaving them and in every pause."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._run: KeptRun | None = None
        self._title = ElidedLabel(self)
        self._title.setObjectName("run_about_title")
        self._title.setProperty("muted", True)
        # Tab goes through widgets as they were made.
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("run_note")
        self.note.setAccessibleName(tr("Note about the run"))
        self.note.setPlaceholderText(tr("A note about this run"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().height() * 3 + 14)
        self.tags = QLineEdit(self)
        self.tags.setObjectName("run_tags")
        self.tags.setAccessibleName(tr("Tags of the run"))
        self.tags.setPlaceholderText(tr("Tags, with commas between them"))
        self.tags.setToolTip(tr("Words to find the run by, with commas between them."))
        label = QLabel(tr("Tags"), self)
        label.setBuddy(self.tags)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label)
        row.addWidget(self.tags, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.note)
        column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WRITE_MS)
        self._timer.timeout.connect(self.write)
        self.note.textChanged.connect(self._begin)
        self.tags.textEdited.connect(self._begin)
        self.tags.editingFinished.connect(self.write)
        self.note.installEventFilter(self)
        self.show_run(None, tr("Choose a run to write about it."))

    def show_run(self, run: KeptRun | None, why: str = "") -> None:
        """Another run is chosen; what was typed about the last one is kept."""
        same = run is not None and self._run is not None and run.path == self._run.path
        if not same:
            self.write()
        if run is not None and run.state == DAMAGED:
            why, run = run.problem, None
        is_typing = same and (
            self._timer.isActive() or self.note.hasFocus() or self.tags.hasFocus()
        )
        self._run = run
        for widget in (self.note, self.tags):
            widget.setEnabled(run is not None)
        self._title.say(why if run is None else run.name or run.path.name)
        if not is_typing:
            self._fill(run)

    def _fill(self, run: KeptRun | None) -> None:
        note, tags = ("", "") if run is None else (run.note, ", ".join(run.tags))
        if self.note.toPlainText() != note:
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)
        if self.tags.text() != tags:
            self.tags.setText(tags)

    @Slot()
    def _begin(self) -> None:
        self._timer.start()

    @Slot()
    def write(self) -> None:
        """Keeps what was typed."""
        self._timer.stop()
        run = self._run
        if run is None:
            return
        typed = (part.strip() for part in self.tags.text().split(","))
        tags = tuple(dict.fromkeys(filter(None, typed)))
        changes: dict[str, object] = {}
        note = self.note.toPlainText()
        if note != run.note:
            changes["note"] = note
        if tags != run.tags:
            changes["tags"] = tags
        if changes:
            # Describing tells that the list has changed, which comes back here.
            self._run = dataclasses.replace(run, note=note, tags=tags)
            self._library.describe([run.path], **changes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the note keeps it."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.write()
        return False

    def close_it(self) -> None:
        """Keeps what was typed; nothing follows."""
        self.write()
        self.note.removeEventFilter(self)
        self._run = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
