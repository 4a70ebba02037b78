"""Enter, Esc and F1, by real keys: in dialogs they do the harmless thing, in panels they help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from ffstudio.core.describe.cards import REFUSED, Card
from ffstudio.core.run.events import StepDone
from ffstudio.gui.dialogs.help_window import HelpWindow, title_of
from ffstudio.gui.dialogs.model_card import ModelCardDialog
from ffstudio.gui.dialogs.questions import (
    AboutDialog,
    CloseWhileTrainingDialog,
    Leave,
    UnsavedModelDialog,
)
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.system.notifications import ErrorDialog
from ffstudio.jobs.state import UserError
from tests.gui.few_panels import few_panels

ENTER, ESC, F1 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1


def press(qtbot, window, key):
    """A key as the keyboard sends it: to the window, which gives it to what has the focus."""
    qtbot.keyClick(window.windowHandle(), key)


def press_in_question(qtbot, key, kind=QDialog):
    """Presses a key in the dialog that is about to be shown."""

    def go():
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isActiveWindow():
            QTimer.singleShot(50, go)
            return
        assert isinstance(dialog, kind)
        press(qtbot, dialog, key)

    QTimer.singleShot(50, go)


@pytest.mark.parametrize("key", [ENTER, ESC])
def test_an_error_is_closed_by_enter_and_esc(qtbot, themes, caplog, key):
    caplog.expected = True
    dialog = ErrorDialog(themes)
    qtbot.addWidget(dialog)
    for _ in range(2):  # and when it comes up again
        dialog.add(UserError("It failed", "There is no room.", "Traceback: …"))
        qtbot.waitUntil(dialog.isActiveWindow)
        close = dialog.findChild(QPushButton, "close_error_button")
        assert close.isDefault() and close.hasFocus()
        press(qtbot, dialog, key)
        assert not dialog.isVisible()
        assert not dialog.findChild(QPushButton, "details_button").isChecked()


@pytest.mark.parametrize(("key", "reply"), [(ENTER, Leave.STAY), (ESC, Leave.STAY)])
def test_a_run_is_not_stopped_by_enter_or_esc(qtbot, make_window, key, reply):
    window = make_window(panels=few_panels("curves", "draw", "builder"))
    press_in_question(qtbot, key, QMessageBox)
    assert CloseWhileTrainingDialog.ask(window) is reply


@pytest.mark.parametrize(("key", "reply"), [(ENTER, Leave.SAVE), (ESC, Leave.STAY)])
def test_a_model_is_not_lost_by_enter_or_esc(qtbot, make_window, key, reply):
    window = make_window(panels=few_panels("curves", "draw", "builder"))
    press_in_question(qtbot, key, QMessageBox)
    assert UnsavedModelDialog.ask(window, "mine") is reply


@pytest.mark.parametrize(
    ("is_kept", "says", "button"),
    [(False, "are lost if you do not save it", "Discard"), (True, "nothing is lost", "Don't Save")],
)
def test_a_kept_run_is_not_said_to_be_lost(qtbot, make_window, is_kept, says, button):
    window, seen = make_window(panels=few_panels("curves", "draw", "builder")), []

    def look():
        box = QApplication.activeModalWidget()
        seen.append((box.informativeText(), [b.text() for b in box.buttons()]))
        box.reject()

    QTimer.singleShot(50, look)
    assert UnsavedModelDialog.ask(window, "mine", is_kept) is Leave.STAY
    [(text, buttons)] = seen
    assert says in text and button in [b.replace("&", "") for b in buttons]


@pytest.mark.parametrize("key", [ENTER, ESC])
def test_what_only_tells_is_closed_by_enter_and_esc(qtbot, make_window, studio, themes, key):
    window = make_window(panels=few_panels("curves", "draw", "builder"))
    press_in_question(qtbot, key)
    AboutDialog.ask(window)
    card = ModelCardDialog(
        studio, themes, Card("x.h5", 9, "a model", REFUSED, refused=("It holds code.",)), window
    )
    card.show()
    qtbot.waitUntil(card.isActiveWindow)
    assert card.findChild(QPushButton, "model_card_close").hasFocus()
    press(qtbot, card, key)
    assert not card.isVisible()


def test_enter_in_a_field_of_the_export_writes_nothing(qtbot, make_window, studio, tmp_path):
    window = make_window(panels=few_panels("curves", "draw", "builder"))
    studio.history.add(StepDone(0, "bp", 1, 0.1, 1.0, (0.5,)))
    dialog = ExportDialog(window.docks.figures(), studio, window.settings, window)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    folder = dialog.findChild(QLineEdit, "export_folder_edit")
    folder.setFocus()
    folder.selectAll()
    half = tmp_path / "hal"
    qtbot.keyClicks(folder, str(half))
    press(qtbot, dialog, ENTER)
    assert not half.exists() and dialog.isVisible()
    assert dialog.findChild(QPushButton, "export_button").hasFocus()
    press(qtbot, dialog, ESC)
    assert not dialog.isVisible() and not half.exists()


# --- F1 -----------------------------------------------------------------------------------


def heading_in_sight(help_window):
    """The headings of the page that can be seen."""
    text = help_window.findChild(QTextBrowser, "help_text")
    seen, block = [], text.document().begin()
    while block.isValid():
        top = text.cursorRect(QTextCursor(block)).top()
        if block.blockFormat().headingLevel() > 1 and 0 <= top < text.viewport().height() - 10:
            seen.append(block.text())
        block = block.next()
    return seen


def has_the_keyboard(panel):
    """Something in the panel that takes the focus."""
    kinds = (QComboBox, QLineEdit, QPushButton)
    return next(
        (w for k in kinds for w in panel.findChildren(k) if w.isVisible() and w.isEnabled()), panel
    )


def test_f1_opens_the_page_of_the_panel_that_has_the_keyboard(qtbot, make_window):
    window = make_window()
    for entry in PANELS:
        assert_f1_opens_the_page(qtbot, window, entry)
        window.help.close()
        if entry.hidden:
            window.docks[entry.name].hide()
        window.activateWindow()


def assert_f1_opens_the_page(qtbot, window, entry):
    assert title_of(entry.help_page), "there is such a page"
    window.docks.bring_up(entry.name)
    widget = has_the_keyboard(window.docks[entry.name].panel)
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.setFocus()
    qtbot.waitUntil(lambda: window.docks[entry.name].holds(QApplication.focusWidget()))
    press(qtbot, window, F1)
    shown = window.help.window
    assert shown.isVisible() and shown.title == title_of(entry.help_page), entry.name
    if entry.help_page == "50-panels":
        assert entry.title in heading_in_sight(shown)


def test_f1_opens_the_page_of_the_panel_under_the_mouse(qtbot, make_window):
    window = make_window(panels=few_panels("curves", "draw", "builder"))
    window.setFocus()
    panel = window.docks["curves"].panel  # within the screen, however small that is
    QCursor.setPos(panel.mapToGlobal(QPoint(30, 60)))
    press(qtbot, window, F1)
    assert window.help.window.title == title_of("50-panels")
    assert "Curves" in heading_in_sight(window.help.window)
    window.help.close()
    QCursor.setPos(window.mapToGlobal(QPoint(40, 5)))  # the menu bar belongs to no panel
    window.help.window.open_page_of("10-first-steps")
    window.help.close()
    window.activateWindow()
    window.setFocus()
    press(qtbot, window, F1)
    assert window.help.window.title == title_of("10-first-steps"), "the one seen last"


def test_f1_helps_in_dialogs(qtbot, make_window, studio, themes):
    window = make_window(panels=few_panels("curves", "draw", "builder"))
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        # Figures that nobody has looked at are made first.
        if dialog is None or not dialog.isActiveWindow():
            QTimer.singleShot(50, look)
            return
        press(qtbot, dialog, F1)
        beside = dialog.findChild(HelpWindow)
        seen.append((beside.isVisible(), beside.title, beside.isEnabled()))
        beside.close()
        dialog.reject()

    QTimer.singleShot(100, look)
    window.commands["export"].trigger()
    assert seen == [(True, title_of(ExportDialog.help_page), True)]
    studio.card_refused.emit(Card("x.h5", 9, "a model", REFUSED, refused=("It holds code.",)))
    card = next(w for w in window.findChildren(ModelCardDialog))
    qtbot.waitUntil(card.isActiveWindow)
    press(qtbot, card, F1)
    assert window.help.window.title == title_of(ModelCardDialog.help_page)
    assert isinstance(card, QWidget)
    card.close()
