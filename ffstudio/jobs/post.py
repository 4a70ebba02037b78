"""The way back into the GUI thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Post(QObject):
    """Called from any thread with a function, has it run in the thread of this object."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def __call__(self, function: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the window is gone, nobody is left to tell
            self._posted.emit(function)

    @Slot(object)
    def _run(self, function: Callable[[], None]) -> None:
        function()
