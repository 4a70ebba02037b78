"""Unexpected exceptions and Qt's own messages: logged always, shown once, survived.

Exceptions in slots and virtual methods reach ``sys.excepthook`` and the event loop goes
on; those of other threads reach ``threading.excepthook`` in that thread. Both are handed
to the GUI thread by a signal.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import traceback
from collections import Counter
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from ffstudio.core.words import tr
from ffstudio.jobs.state import UserError

log = logging.getLogger("ffstudio.crash")
qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# An exception in a paint event comes back sixty times a second.
_MOST_LOGGED = 5


class CrashHandler(QObject):
    """Takes over the exception hooks between :meth:`install` and :meth:`uninstall`.

    Signals:
        crashed(UserError): Once per place in the code, in the thread of this object.
    """

    crashed = Signal(object)
    _arrived = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._installed = False
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Replaces the hooks of Python and Qt."""
        self._old = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread
        self._old_qt = qInstallMessageHandler(_log_qt_message)
        self._installed = True

    def uninstall(self) -> None:
        """Puts back the hooks found by :meth:`install`."""
        if self._installed:
            sys.excepthook, threading.excepthook = self._old
            qInstallMessageHandler(self._old_qt)
            self._installed = False

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
        where: str = "",
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        last = traceback.extract_tb(trace)[-1:] if trace else []
        key = f"{kind.__name__} {[(f.filename, f.lineno) for f in last]}"
        with self._lock:
            self._seen[key] += 1
            count = self._seen[key]
        if count <= _MOST_LOGGED:
            log.error("Unexpected error%s\n%s", where, details.rstrip())
        if count == _MOST_LOGGED:
            log.error("This error keeps coming back; it is not logged any more.")
        if count == 1:
            text = str(error).strip().splitlines()
            summary = f"{kind.__name__}: {text[0]}" if text else kind.__name__
            # It fails when the program is ending and nobody is left to tell.
            with contextlib.suppress(RuntimeError):
                self._arrived.emit(summary, details)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is SystemExit:
            return
        value = args.exc_value if args.exc_value is not None else args.exc_type()
        name = args.thread.name if args.thread is not None else tr("a thread")
        self._take(args.exc_type, value, args.exc_traceback, tr(" in {name}", name=name))

    @Slot(str, str)
    def _tell(self, summary: str, details: str) -> None:
        text = tr(
            "{summary}. Your experiment is still open and you can go on; save your work if "
            "it matters, and send the details to the project if this happens again.",
            summary=summary,
        )
        self.crashed.emit(UserError(tr("Something unexpected happened"), text, details))


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    category = context.category or "default"
    qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, text)
