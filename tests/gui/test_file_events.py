"""Files that the system asks a running program to open, as macOS does on a double-click."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from ffstudio.gui.system.file_events import FileEvents


def ask_for(path):
    QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(QUrl.fromLocalFile(str(path))))


def test_files_wait_until_the_window_is_there(qapp, tmp_path):
    opened, parent = [], QObject()
    events = FileEvents(opened.append, parent)
    first, second = tmp_path / "a.ffstudio-lesson.json", tmp_path / "b.h5"
    ask_for(first)
    assert opened == []
    events.begin()
    assert opened == [Path(first)]
    ask_for(second)
    assert opened == [Path(first), Path(second)]
    qapp.removeEventFilter(events)
