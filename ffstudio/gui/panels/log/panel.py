"""The program's log: newest records, filtered by level, to copy."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.gui.system.log_records import MOST_RECORDS, LogRecords
from ffstudio.jobs.studio import Studio

LEVELS = say_all(
    (
        ("Everything", logging.DEBUG),
        ("Information", logging.INFO),
        ("Warnings and errors", logging.WARNING),
        ("Errors", logging.ERROR),
    )
)


class LogPanel(Panel):
    """Shows what the program's :class:`LogRecords` has received, also before this was made."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("log_panel")
        self._records: deque[tuple[int, str]] = deque(maxlen=MOST_RECORDS)
        self._level = Combo(self)
        self._level.setObjectName("log_level_combo")
        self._level.setAccessibleName(tr("Log level"))
        self._level.setToolTip(tr("How serious a record must be to be shown."))
        for name, level in LEVELS:
            self._level.addItem(name, level)
        self._level.setCurrentIndex(1)
        self._level.currentIndexChanged.connect(self._fill)
        self._copy = QToolButton(self)
        self._copy.setObjectName("copy_log_button")
        self._copy.setAccessibleName(tr("Copy Log"))
        self._copy.setToolTip(tr("Copy the records shown, for a bug report."))
        self._copy.clicked.connect(self.copy)
        self._clear = QToolButton(self)
        self._clear.setObjectName("clear_log_button")
        self._clear.setAccessibleName(tr("Clear Log"))
        self._clear.setToolTip(tr("Forget all records."))
        self._clear.clicked.connect(self.clear)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("log_text")
        self._text.setAccessibleName(tr("Log"))
        self._text.setReadOnly(True)
        self._text.setMaximumBlockCount(MOST_RECORDS)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setPlaceholderText(tr("Nothing has been logged at this level yet."))
        row = QHBoxLayout()
        label = QLabel(tr("Show"), self)
        label.setBuddy(self._level)
        row.addWidget(label)
        row.addWidget(self._level)
        row.addStretch(1)
        row.addWidget(self._copy)
        row.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._text, 1)
        kept = LogRecords.find_installed()
        self._handler = kept if kept is not None else LogRecords.install()
        self._keeps_handler = kept is None
        self._listens = True
        self._handler.bridge.arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)
        self._take()

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"level": self._level}

    def hand_over(self) -> object:
        return self._records

    def take_over(self, held: object) -> None:
        """Shows what has been said before, too: what came meanwhile is later."""
        if isinstance(held, deque):
            self._records = deque([*held, *self._records], maxlen=MOST_RECORDS)
            self._fill()

    def shutdown(self) -> None:
        """Stops listening to the log."""
        if self._listens:
            self._listens = False
            self._handler.bridge.arrived.disconnect(self._take)
        if self._keeps_handler:
            self._handler.uninstall()

    def visible_text(self) -> str:
        """The records shown, one per line or more."""
        return self._text.toPlainText()

    @Slot()
    def copy(self) -> None:
        """Puts the records shown on the clipboard."""
        QGuiApplication.clipboard().setText(self.visible_text())

    @Slot()
    def clear(self) -> None:
        """Forgets all records."""
        self._records.clear()
        self._text.clear()

    @Slot()
    def _take(self) -> None:
        for level, text in self._handler.take():
            self._records.append((level, text))
            if level >= self._level.currentData():
                self._append(level, text)

    @Slot()
    def _fill(self) -> None:
        self._text.clear()
        for level, text in self._records:
            if level >= self._level.currentData():
                self._append(level, text)

    def _append(self, level: int, text: str) -> None:
        theme = self._themes.theme
        ink = QTextCharFormat()
        if level >= logging.ERROR:
            ink.setForeground(QColor(theme.danger))
        elif level >= logging.WARNING:
            ink.setForeground(QColor(theme.warning))
        elif level < logging.INFO:
            ink.setForeground(QColor(theme.muted))
        else:
            ink.setForeground(QColor(theme.text))
        bar = self._text.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 2
        cursor = QTextCursor(self._text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self._text.document().isEmpty():
            cursor.insertBlock()
        cursor.insertText(text, ink)
        if follows:
            bar.setValue(bar.maximum())

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        self._copy.setIcon(icon("copy", theme))
        self._clear.setIcon(icon("clear", theme))
        self._fill()
