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
        # What the fields were filled with: what differs from that was typed here.
        self._filled: tuple[str, tuple[str, ...]] = ("", ())
        self._title = ElidedLabel(self)
        self._title.setObjectName("run_about_title")
        self._title.setProperty("muted", True)
        # Tab goes through widgets as they were made.
        self.note = QPlainTextEdit(self)
        self.note.setAcceptDrops(False)  # files that are dropped are the window's
        self.note.setObjectName("run_note")
        self.note.setAccessibleName(tr("Note about the run"))
        self.note.setPlaceholderText(tr("A note about this run"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().height() * 3 + 14)
        self.tags = QLineEdit(self)
        self.tags.setAcceptDrops(False)
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
        self._run = run
        for widget in (self.note, self.tags):
            widget.setEnabled(run is not None)
        self._title.say(why if run is None else run.title or run.path.name)
        note, tags = ("", ()) if run is None else (run.note, run.tags)
        # What is being typed stays; the other of the two may come from another window.
        if not same or not (self.note.hasFocus() or self.note.toPlainText() != self._filled[0]):
            self._fill_note(note)
        if not same or not (self.tags.hasFocus() or self._read_tags() != self._filled[1]):
            self._fill_tags(tags)

    def _fill_note(self, note: str) -> None:
        self._filled = note, self._filled[1]
        if self.note.toPlainText() != note:
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)

    def _fill_tags(self, tags: tuple[str, ...]) -> None:
        self._filled = self._filled[0], tags
        if self.tags.text() != ", ".join(tags):
            self.tags.setText(", ".join(tags))

    def _read_tags(self) -> tuple[str, ...]:
        typed = (part.strip() for part in self.tags.text().split(","))
        return tuple(dict.fromkeys(filter(None, typed)))

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
        changes: dict[str, object] = {}
        note, tags = self.note.toPlainText(), self._read_tags()
        # Another window may have changed the other of the two meanwhile.
        if note != self._filled[0]:
            changes["note"] = note
        if tags != self._filled[1]:
            changes["tags"] = tags
        if changes:
            self._filled = note, tags
            # Describing tells that the list has changed, which comes back here.
            self._run = dataclasses.replace(run, **changes)  # type: ignore[arg-type]
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
