"""Background work of which only the newest request counts."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from ffstudio.core.errors import error_words


class LatestTask(QObject):
    """Runs functions in one thread of its own; a newer request replaces a waiting one.

    A request that already runs is not interrupted, but its result is dropped when a
    newer one has come in the meantime (unless ``keep_stale``: a canvas wants each
    result while the next is on its way).

    Signals:
        done(result): The newest request's result, in the thread of this object.
        failed(message, details): It raised.
        spent(seconds, worked): A request has ended, wanted or not, and this it took, with what
            those did who were told, and for how much of it a core was at work; 0 when it was
            dropped before it began.
    """

    done = Signal(object)
    failed = Signal(str, str)
    spent = Signal(float, float)
    _arrived = Signal(int, object, float, float)
    _raised = Signal(int, str, str, float, float)

    def __init__(
        self, parent: QObject | None = None, *, name: str = "background", keep_stale: bool = False
    ) -> None:
        super().__init__(parent)
        self._condition = threading.Condition()
        self._request: tuple[int, Callable[..., Any], tuple[Any, ...]] | None = None
        self._number = 0
        self._unreported = 0  # requests that were begun and whose end has not arrived yet
        self._closed = False
        self._keep_stale = keep_stale
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._raised.connect(self._report, Qt.ConnectionType.QueuedConnection)
        self._name = f"ffstudio-{name}"
        self._thread: threading.Thread | None = None  # many are never asked for anything

    @property
    def is_busy(self) -> bool:
        """True from the asking until the end of it was reported."""
        with self._condition:
            return self._unreported > 0 or self._request is not None

    def submit(self, function: Callable[..., Any], *args: Any) -> None:
        """Asks for ``function(*args)``; it must not touch Qt objects."""
        with self._condition:
            self._number += 1
            self._request = (self._number, function, args)
            self._condition.notify()
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()

    def finish(self, timeout_s: float = 20.0) -> bool:
        """Waits for what was asked for, and tells it; True when it came in time.

        Nothing else is done meanwhile in the thread of this object, so nobody can press a button.
        """
        deadline = time.monotonic() + timeout_s
        while self.is_busy and not self._closed and time.monotonic() < deadline:
            time.sleep(0.002)
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return not self.is_busy

    def forget(self) -> None:
        """Drops what waits and the result of what runs."""
        with self._condition:
            self._number += 1
            self._request = None
        self.spent.emit(0.0, 0.0)

    def close(self, timeout_s: float = 5.0) -> bool:
        """Ends the thread after the request it works on; True when it has ended."""
        with self._condition:
            self._closed = True
            self._request = None
            self._number += 1
            self._condition.notify()
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while True:
            with self._condition:
                while self._request is None and not self._closed:
                    self._condition.wait()
                if self._closed or self._request is None:
                    return
                number, function, args = self._request
                self._request = None
                self._unreported += 1
            start, worked = time.perf_counter(), time.thread_time()
            outcome: tuple[Any, ...]
            try:
                outcome = self._arrived, number, function(*args)
            except Exception as error:
                outcome = self._raised, number, error_words(error), traceback.format_exc()
            spent = time.perf_counter() - start, time.thread_time() - worked
            self._send(*outcome, *spent)
            del function, args, outcome

    def _send(self, signal: Any, *values: Any) -> None:
        if self._closed:
            return
        try:
            signal.emit(*values)
        except RuntimeError:  # the QObject was deleted while the request ran
            self._closed = True

    @Slot(int, object, float, float)
    def _deliver(self, number: int, result: object, seconds: float, worked: float) -> None:
        self._end(number, (seconds, worked), self.done, result)

    @Slot(int, str, str, float, float)
    def _report(
        self, number: int, message: str, details: str, seconds: float, worked: float
    ) -> None:
        self._end(number, (seconds, worked), self.failed, message, details)

    def _end(self, number: int, spent: tuple[float, float], signal: Any, *values: object) -> None:
        start, worked = time.perf_counter(), time.thread_time()
        if not self._closed and (self._keep_stale or number == self._number):
            signal.emit(*values)
        with self._condition:
            self._unreported -= 1
        if not self._closed:
            self.spent.emit(
                spent[0] + time.perf_counter() - start, spent[1] + time.thread_time() - worked
            )
