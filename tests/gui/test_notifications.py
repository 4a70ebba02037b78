"""Messages and errors: shown once, counted, copied, gone when dismissed; and the log."""

import itertools
import logging
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton, QWidget

from ffstudio.gui.panels.log.panel import LogPanel
from ffstudio.gui.system.notifications import MOST_TOASTS, ErrorDialog, Toasts
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _errors_are_expected(caplog):
    """What the user is told is logged as well."""
    caplog.expected = True


@pytest.fixture
def toasts(qtbot, themes):
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return Toasts(window, themes)


@pytest.fixture
def dialog(qtbot, themes):
    made = ErrorDialog(themes)
    qtbot.addWidget(made)
    return made


def test_toast_is_inside_the_window_and_whole(toasts):
    text = "The loss became infinite. " * 6
    toast = toasts.show("Layer 2 diverged", text, level="warning", lasts_ms=0)
    assert toast.isVisible()
    assert toast.parentWidget().rect().contains(toast.geometry())
    assert toast.height() >= toast.heightForWidth(toast.width()), "no line is cut off"


def test_same_message_is_counted_not_repeated(toasts):
    first = toasts.show("Saved", "a.h5", lasts_ms=0)
    assert toasts.show("Saved", "a.h5", lasts_ms=0) is first
    assert len(toasts.shown) == 1
    assert "×2" in first.findChild(QWidget, "toast_title").text()
    assert toasts.show("Saved", "b.h5", lasts_ms=0) is not first


def test_stack_does_not_overlap_and_is_bounded(toasts):
    for i in range(MOST_TOASTS + 2):
        toasts.show(f"Message {i}", lasts_ms=0)
    shown = toasts.shown
    assert len(shown) == MOST_TOASTS
    for upper, lower in itertools.pairwise(shown):
        assert upper.geometry().bottom() < lower.geometry().top()


def test_cross_dismisses_and_others_move_down(qtbot, toasts):
    upper = toasts.show("One", lasts_ms=0)
    lower = toasts.show("Two", lasts_ms=0)
    bottom = lower.geometry().bottom()
    qtbot.mouseClick(lower.findChild(QToolButton, "toast_close"), LEFT)
    assert toasts.shown == [upper]
    assert upper.geometry().bottom() == bottom


def test_button_acts_and_dismisses(qtbot, toasts):
    pressed = []
    toast = toasts.show("One", lasts_ms=0, action=("Show", lambda: pressed.append(1)))
    qtbot.mouseClick(toast.findChild(QPushButton, "toast_action"), LEFT)
    assert pressed == [1]
    assert toasts.shown == []


def test_message_goes_by_itself(qtbot, toasts):
    toasts.show("Briefly", lasts_ms=30)
    qtbot.waitUntil(lambda: toasts.shown == [])


def test_error_blocks_nothing_and_shows_details_on_request(qtbot, dialog):
    dialog.add(UserError("Training stopped", "The disk is full.", "Traceback: boom"))
    assert dialog.isVisible()
    assert not dialog.isModal()
    details = dialog.findChild(QWidget, "details_text")
    assert not details.isVisible()
    qtbot.mouseClick(dialog.findChild(QPushButton, "details_button"), LEFT)
    assert details.isVisible()
    assert "Traceback: boom" in details.toPlainText()


def test_details_are_copied_with_versions(qtbot, dialog):
    dialog.add(UserError("Training stopped", "The disk is full.", "Traceback: boom"))
    qtbot.mouseClick(dialog.findChild(QPushButton, "copy_details_button"), LEFT)
    copied = QGuiApplication.clipboard().text()
    for part in ("ffstudio 0.", "Python 3.", "The disk is full.", "Traceback: boom"):
        assert part in copied


def test_many_errors_stay_one_dialog(dialog):
    first = UserError("A", "First.", "one")
    dialog.add(first)
    dialog.add(first)
    dialog.add(UserError("B", "Second.", "two"))
    assert [(e.title, n) for e, n in dialog.errors] == [("A", 2), ("B", 1)]
    more = dialog.findChild(QWidget, "error_more")
    assert more.text() == "It came up 2 times. 1 more error since then; see Details."
    assert "two" in dialog.text()


def test_closed_dialog_starts_afresh(dialog):
    dialog.add(UserError("A", "First."))
    dialog.close()
    dialog.add(UserError("B", "Second."))
    assert [e.title for e, _ in dialog.errors] == ["B"]


def test_error_without_details_offers_none(dialog):
    dialog.add(UserError("A", "First."))
    assert not dialog.findChild(QPushButton, "details_button").isVisible()


# --- log ------------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot, themes):
    studio = Studio()
    made = LogPanel(studio, themes)
    qtbot.addWidget(made)
    yield made
    made.shutdown()
    studio.shutdown()


def test_log_takes_records_of_any_thread_and_filters(qtbot, panel):
    logger = logging.getLogger("ffstudio.test_log")
    logger.setLevel(logging.DEBUG)
    logger.debug("a debug line")
    thread = threading.Thread(target=lambda: logger.error("an error line"))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "an error line" in panel.visible_text())
    assert "a debug line" not in panel.visible_text()
    level = panel.findChild(QComboBox, "log_level_combo")
    level.setCurrentIndex(0)
    assert "a debug line" in panel.visible_text()
    level.setCurrentIndex(3)
    assert panel.visible_text().count("\n") == 0
    qtbot.mouseClick(panel.findChild(QToolButton, "copy_log_button"), LEFT)
    assert "an error line" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(panel.findChild(QToolButton, "clear_log_button"), LEFT)
    assert panel.visible_text() == ""


def test_log_stops_listening(qtbot, panel):
    panel.shutdown()
    before = len(logging.getLogger().handlers)
    logging.getLogger("ffstudio.test_log").error("too late")
    assert "too late" not in panel.visible_text()
    assert len(logging.getLogger().handlers) == before
