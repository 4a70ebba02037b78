"""Ctrl-C in the terminal: the first closes cleanly, the second leaves at once.

Qt's event loop does not look at Python's signals. On POSIX the interpreter writes each
signal's number into a socket that wakes the loop; on Windows a slow timer does.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot

log = logging.getLogger(__name__)


class Interrupts(QObject):
    """Active between :meth:`install` and :meth:`uninstall`.

    Args:
        close: Called in the GUI thread on the first Ctrl-C.
        leave: Called on the second with the exit code; ends the process.
    """

    def __init__(
        self,
        close: Callable[[], None],
        leave: Callable[[int], Any] = os._exit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._close, self._leave = close, leave
        self._count = 0
        self._old: dict[int, Any] = {}
        self._timer: QTimer | None = None

    def install(self) -> None:
        """Takes over the signals."""
        names = ("SIGINT", "SIGTERM", "SIGHUP")
        for number in (getattr(signal, n) for n in names if hasattr(signal, n)):
            self._old[number] = signal.signal(number, self._take)
        if sys.platform == "win32":
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._let_python_run)
            self._timer.start(250)
            return
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._old_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def uninstall(self) -> None:
        """Gives the signals back."""
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._old.clear()
        if self._timer is not None:
            self._timer.stop()
        elif hasattr(self, "_notifier"):
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._old_fd)
            self._reader.close()
            self._writer.close()

    @Slot()
    def _let_python_run(self) -> None:
        """Returning to Python is all it takes for signal handlers to run."""

    @Slot()
    def _drain(self) -> None:
        try:
            while self._reader.recv(64):
                pass
        except BlockingIOError:
            pass

    def _take(self, number: int, frame: FrameType | None) -> None:
        self._count += 1
        if self._count > 1:
            self._leave(128 + number)
            return
        log.info("Closing; press Ctrl-C again to leave at once.")
        QTimer.singleShot(0, self._close)
