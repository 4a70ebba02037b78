"""Signals that end a run come at any moment, also while a line is being written."""

from __future__ import annotations

import io
import signal
import threading

import pytest

from ffstudio.cli.signals import StopSignals


class _Terminal(io.TextIOBase):
    """As a terminal is: a second write while one is under way in the same thread is an error."""

    def __init__(self):
        self.text, self._under_way = "", None

    def write(self, text):
        if self._under_way is threading.current_thread():
            raise RuntimeError("reentrant call")
        self._under_way = threading.current_thread()
        try:
            if text == "epoch 1":
                signal.raise_signal(signal.SIGINT)
            self.text += text
        finally:
            self._under_way = None
        return len(text)


def test_a_signal_while_a_line_is_written_stops_the_run(monkeypatch):
    terminal, stopped = _Terminal(), threading.Event()
    monkeypatch.setattr("sys.stderr", terminal)

    class Run:
        def stop(self):
            stopped.set()

    with StopSignals(Run()) as signals:
        terminal.write("epoch 1")
        assert stopped.wait(30)
        assert signals.caught == signal.SIGINT and signals.code == 128 + signal.SIGINT
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert "Stopping after this batch" in terminal.text
