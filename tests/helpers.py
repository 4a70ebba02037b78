"""What guards and tests share: what a test leaves behind, and processes of our own."""

from __future__ import annotations

import gc
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Collection, Sequence
from datetime import timedelta

THREADS = "ffstudio-"


MANY_OBJECTS = 20_000


def our_threads() -> set[threading.Thread]:
    """Our threads that run now."""
    return {t for t in threading.enumerate() if t.name.startswith(THREADS)}


def left_threads(before: Collection[threading.Thread] = (), timeout_s: float = 5.0) -> list[str]:
    """Names of our threads that still run after the time a closed one needs to end.

    Those that ran ``before`` were left by another, who has been told.
    """
    deadline = time.monotonic() + timeout_s
    while True:
        left = our_threads() - set(before)
        if not left or time.monotonic() > deadline:
            return sorted(t.name for t in left)
        time.sleep(0.02)


class TimerWatch:
    """Remembers where every ``QTimer`` was started, and tells which still tick."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._started: dict[int, tuple[weakref.ref, str]] = {}
        self._start = start = QTimer.start

        def remember(timer, *args):
            # The last line outside of this file is the one that started it.
            where = traceback.extract_stack(limit=2)[0]
            self._started[id(timer)] = (weakref.ref(timer), f"{where.filename}:{where.lineno}")
            # A signal connected to `start` hands over whatever it carries; Qt drops what is no
            # interval, a Python function gets it.
            return start(timer, *(a for a in args if isinstance(a, int | timedelta)))

        QTimer.start = remember

    def close(self) -> None:
        """Gives ``QTimer`` its own ``start`` back."""
        from PySide6.QtCore import QTimer

        QTimer.start = self._start

    def ticking(self) -> dict[int, str]:
        """Timers that are alive and active → the line that started them."""
        import shiboken6

        by_key = {}
        for key, (reference, where) in list(self._started.items()):
            timer = reference()
            if timer is None or not shiboken6.isValid(timer):
                del self._started[key]
            elif timer.isActive():
                by_key[key] = where
        return by_key


def visible_windows() -> list[str]:
    """What is on the screen, by class and name."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [
        f"{type(w).__name__}({w.objectName()})"
        for w in QApplication.topLevelWidgets()
        if w.isVisible()
    ]


def layout_items() -> dict[int, str]:
    """The classes of Python's wrappers of what layouts hold for their widgets, by identity."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    import shiboken6
    from PySide6.QtWidgets import QSpacerItem, QWidgetItem

    kinds = (QWidgetItem, QSpacerItem)
    wrappers = shiboken6.getAllValidWrappers()
    return {id(w): type(w).__name__ for w in wrappers if isinstance(w, kinds)}


def delete_what_is_due() -> None:
    """Carries out ``deleteLater`` without an event loop."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def keep_what_stays() -> None:
    """Lets the garbage collector pass over what has been loaded by now.

    TensorFlow brings hundreds of thousands of objects that never go; looking at them again
    after every test took minutes in all.
    """
    if len(gc.get_objects()) > MANY_OBJECTS:
        gc.collect()
        gc.freeze()


def says(names: Sequence[str]) -> str:
    """A list for a message."""
    return ", ".join(sorted(names))
