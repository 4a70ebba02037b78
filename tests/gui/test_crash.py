"""Exceptions anywhere are logged, shown once, and do not end the program."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, qWarning

from ffstudio.gui.system.crash import CrashHandler

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def crashes(qtbot, caplog):
    caplog.expected = True
    # pytest-qt watches the hook itself: it must be ours while the test runs.
    made = CrashHandler()
    made.install()
    yield made
    made.uninstall()


def raise_value_error():
    raise ValueError("boom\nsecond line")


def take(error_raiser):
    try:
        error_raiser()
    except Exception:
        sys.excepthook(*sys.exc_info())


def test_shown_once_with_details(qtbot, crashes, caplog):
    shown = []
    crashes.crashed.connect(shown.append)
    for _ in range(20):
        take(raise_value_error)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0].message.startswith("ValueError: boom. ")
    assert "raise_value_error" in shown[0].details
    logged = [r for r in caplog.records if "second line" in r.getMessage()]
    assert len(logged) == 5, "an endless error does not flood the log"


def test_thread_exceptions_reach_the_gui_thread(qtbot, crashes):
    threads = []
    crashes.crashed.connect(lambda error: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(crashes.crashed):
        worker = threading.Thread(target=raise_value_error)
        worker.start()
        worker.join()
    assert threads == [crashes.thread()]


def test_uninstall_puts_the_hooks_back(qtbot):
    before = (sys.excepthook, threading.excepthook)
    crashes = CrashHandler()
    crashes.install()
    assert sys.excepthook != before[0]
    crashes.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_qt_messages_are_logged(crashes, caplog):
    qWarning("something about fonts")
    assert any(
        r.name == "qt" and r.levelname == "WARNING" and "about fonts" in r.getMessage()
        for r in caplog.records
    )


RUN = """
    import logging, sys
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from ffstudio.gui.system.crash import CrashHandler
    from ffstudio.gui.system.interrupts import Interrupts
    app = QApplication([])
    crashes = CrashHandler(); crashes.install()
    {body}
    sys.exit(app.exec())
"""


def start(body, **kwargs):
    body = textwrap.indent(textwrap.dedent(body), "    ").strip()
    code = textwrap.dedent(RUN).replace("{body}", textwrap.dedent("    " + body))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **kwargs,
    )


def test_exception_in_a_slot_is_survived():
    process = start(
        """
        crashes.crashed.connect(lambda error: (print("shown", error.title), app.exit(7)))
        QTimer.singleShot(0, lambda: 1 / 0)
        """
    )
    out, err = process.communicate(timeout=60)
    assert process.returncode == 7, err
    assert "shown Something unexpected happened" in out


def test_keyboard_interrupt_ends_the_program_without_a_dialog():
    process = start(
        """
        crashes.crashed.connect(lambda error: print("shown"))
        def interrupt(): raise KeyboardInterrupt
        QTimer.singleShot(0, interrupt)
        """
    )
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "shown" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_first_ctrl_c_closes_second_leaves():
    process = start(
        """
        interrupts = Interrupts(lambda: print("closing", flush=True))
        interrupts.install()
        QTimer.singleShot(0, lambda: print("up", flush=True))
        """
    )
    assert process.stdout.readline() == "up\n"
    process.send_signal(signal.SIGINT)
    assert process.stdout.readline() == "closing\n", "the idle event loop is woken"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130
