"""A qtbot that waits long enough on a busy machine.

What is waited for comes at once where nothing else runs; a limit of a few seconds only tells how
busy the machine was. What never comes fails here as well, later.
"""

from __future__ import annotations

from pytestqt.qtbot import QtBot

PATIENCE = 60_000  # ms


class PatientBot(QtBot):
    """Waits for a minute at least, whatever a test says."""

    def waitUntil(self, callback, *, timeout=PATIENCE):
        return super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal, *, timeout=PATIENCE, raising=None, **more):
        # Whoever takes it well that nothing comes says how long that is to be watched.
        patience = timeout if raising is False else max(timeout, PATIENCE)
        return super().waitSignal(signal, timeout=patience, raising=raising, **more)

    def waitSignals(self, signals, *, timeout=PATIENCE, raising=None, **more):
        patience = timeout if raising is False else max(timeout, PATIENCE)
        return super().waitSignals(signals, timeout=patience, raising=raising, **more)

    def waitActive(self, widget, *, timeout=PATIENCE):
        return super().waitActive(widget, timeout=max(timeout, PATIENCE))

    def waitExposed(self, widget, *, timeout=PATIENCE):
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))

    def waitCallback(self, *, timeout=PATIENCE, raising=None):
        return super().waitCallback(timeout=max(timeout, PATIENCE), raising=raising)
