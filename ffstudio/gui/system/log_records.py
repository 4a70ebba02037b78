"""Keeps the newest records of the program's log until something shows them."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque

from PySide6.QtCore import QObject, Signal

MOST_RECORDS = 2000


class _Bridge(QObject):
    arrived = Signal()


class LogRecords(logging.Handler):
    """Keeps the newest records of all threads; tells the GUI once per batch of them.

    Attributes:
        bridge: Its signal ``arrived`` says that there is something to :meth:`take`.
    """

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.bridge = _Bridge()
        self._waiting: deque[tuple[int, str]] = deque(maxlen=MOST_RECORDS)
        self._told = False
        self._guard = threading.Lock()
        self.setFormatter(logging.Formatter("%(message)s"))

    @classmethod
    def install(cls) -> LogRecords:
        """Listens to everything that is logged from now on."""
        records = cls()
        logging.getLogger().addHandler(records)
        return records

    @classmethod
    def find_installed(cls) -> LogRecords | None:
        """The one that listens, or None."""
        handlers = reversed(logging.getLogger().handlers)
        return next((one for one in handlers if isinstance(one, cls)), None)

    def uninstall(self) -> None:
        """Stops listening."""
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Takes a record; may be called in any thread."""
        try:
            when = time.strftime("%H:%M:%S", time.localtime(record.created))
            text = f"{when}  {record.levelname:<8} {record.name}  {self.format(record)}"
            with self._guard:
                self._waiting.append((record.levelno, text))
                tell, self._told = not self._told, True
            if tell:
                self.bridge.arrived.emit()
        except RuntimeError:
            pass  # the window is gone
        except Exception:
            self.handleError(record)

    def take(self) -> list[tuple[int, str]]:
        """What has come since the last call."""
        with self._guard:
            self._told = False
            taken = list(self._waiting)
            self._waiting.clear()
        return taken
