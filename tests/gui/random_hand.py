"""A hand that does anything: clicks, keys, half-typed numbers, commands, dialogs, by a seed.

It finds sequences of right steps that nobody thought of. A step is chosen among what can be
reached at that moment, so that what is done depends on the machine's speed as well as on the
seed: the list of steps that led to a fault is kept, and tells more than the seed.
"""

from __future__ import annotations

import random
from collections import deque
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QColorDialog,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ffstudio.gui.panels.draw.pad import DrawPad

LEFT = Qt.MouseButton.LeftButton
# Half numbers, numbers out of range, other scripts, nothing, and far too much.
TEXTS = (
    "", "1", "0", "-1", "1e", "2-", "0.", ".", "nan", "1e999", "1,5", "3, 5, 7", "é日本", "12" * 40,
    "all", "2-4", "<b>x</b>", "../x", " ", "0.3", "17", "100000",
)  # fmt: skip
KEYS = (
    "Tab", "Up", "Down", "Left", "Right", "Home", "End", "PageDown", "Delete", "Backspace",
    "Return", "Escape", "Space", "F1", "F2",
)  # fmt: skip
# What a run's fate hangs on, given more often than the many others.
OFTEN = {"train", "stop", "cancel", "continue", "step_epoch", "undo", "redo", "open", "save"}
# Commands that end the window, and what would wait for the network.
LEFT_ALONE = {"quit"}
KINDS = (
    QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QSlider, QTabBar, QAbstractItemView,
    DrawPad, QPlainTextEdit, QTextEdit,
)  # fmt: skip


class RandomHand:
    """Does one thing every few milliseconds, inside of dialogs that wait too.

    Args:
        window: The main window.
        folder: The only place whose files it opens and writes.
        seed: Decides what is done.

    Attributes:
        steps: What was done, the latest last.
    """

    def __init__(self, window, folder: Path, seed: int) -> None:
        self._window, self._folder, self._random = window, folder, random.Random(seed)
        self.steps: deque[str] = deque(maxlen=60)
        self.num_steps = 0
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._do_next)

    def begin(self) -> None:
        self._timer.start(0)

    def end(self) -> None:
        """Takes the hand away and closes what it has opened."""
        self._timer.stop()
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and isinstance(widget, QDialog | QMenu):
                widget.close()
                widget.hide()

    # --- what is done -------------------------------------------------------------------

    def _do_next(self) -> None:
        # Before the step: a dialog that waits inside of it is served by the next one.
        self._timer.start(self._random.choice((0, 0, 5, 30, 200)))
        self.num_steps += 1
        front = self._front()
        if isinstance(front, QFileDialog):
            self._answer_file_dialog(front)
        elif isinstance(front, QMenu):
            self._use_menu(front)
        elif isinstance(front, QColorDialog):
            self._note("leaves", front)
            QTest.keyClick(front, Qt.Key.Key_Escape)
        elif front is self._window and self._random.random() < 0.3:
            self._give_command()
        elif front is self._window and self._random.random() < 0.08:
            self._bring_file_or_size()
        elif front is not self._window and self._random.random() < 0.1:
            self._note("leaves", front)
            QTest.keyClick(front, Qt.Key.Key_Escape)
        else:
            self._use_widget(front)

    def _front(self) -> QWidget:
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            return popup
        if dialog is not None:
            return dialog
        others = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible()
        ]
        # Help and the like leave the window free: mostly it goes on there.
        return self._random.choice([*others, self._window, self._window, self._window])

    def _answer_file_dialog(self, dialog: QFileDialog) -> None:
        if self._random.random() < 0.3:
            self._note("leaves", dialog)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            return
        # Never a path that was not made for it: it would write anywhere.
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            path = self._random.choice([p for p in self._folder.iterdir() if p.is_dir()])
        elif dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            path = self._folder / self._random.choice(("a.h5", "b.json", "c", "d.png", "e.keras"))
        else:
            path = self._random.choice([p for p in self._folder.iterdir() if p.is_file()])
        self._note(f"gives {path.name} to", dialog)
        line = dialog.findChild(QLineEdit)
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    def _use_menu(self, menu: QMenu) -> None:
        shown = [a for a in menu.actions() if a.isEnabled() and a.isVisible() and not a.menu()]
        if not shown or self._random.random() < 0.3:
            self._note("leaves", menu)
            menu.close()
            return
        action = self._random.choice(shown)
        if action.objectName() in LEFT_ALONE or action in self._quits():
            menu.close()
            return
        self._note(f"chooses {action.text()!r} in", menu)
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    def _quits(self) -> list[QAction]:
        return [self._window.commands[name] for name in LEFT_ALONE]

    def _give_command(self) -> None:
        commands = self._window.commands
        names = [name for name in commands if name not in LEFT_ALONE and commands[name].isEnabled()]
        often = [name for name in names if name in OFTEN]
        name = self._random.choice(often if often and self._random.random() < 0.4 else names)
        self._note(f"gives the command {name}", self._window)
        commands[name].trigger()

    def _bring_file_or_size(self) -> None:
        if self._random.random() < 0.5:
            path = self._random.choice(sorted(self._folder.iterdir()))
            self._note(f"brings {path.name} to", self._window)
            self._window.open_path(path)
        else:
            width, height = self._random.choice(((1280, 800), (1024, 700), (820, 560), (1600, 900)))
            self._note(f"makes {width}×{height}", self._window)
            self._window.resize(width, height)

    def _use_widget(self, front: QWidget) -> None:
        widgets = [
            w
            for kind in KINDS
            for w in front.findChildren(kind)
            if w.isVisible() and w.isEnabled() and not w.visibleRegion().isEmpty()
        ]
        if not widgets:
            self._note("leaves", front)
            front.close() if front is not self._window else None
            return
        widget = self._random.choice(widgets)
        if self._random.random() < 0.08:
            self._note("asks for the menu of", widget)
            at = self._place_in(widget)
            target = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, target.mapToGlobal(at))
            QApplication.sendEvent(target, event)
        elif isinstance(widget, QAbstractButton):
            self._note("clicks", widget)
            QTest.mouseClick(widget, LEFT)
        elif isinstance(widget, QComboBox):
            self._note("chooses", widget)
            widget.setFocus()
            for _ in range(self._random.randrange(1, 4)):
                QTest.keyClick(widget, self._random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))
        elif isinstance(widget, DrawPad | QSlider):
            self._note("drags on", widget)
            QTest.mousePress(widget, LEFT, pos=self._place_in(widget))
            for _ in range(self._random.randrange(6)):
                QTest.mouseMove(widget, self._place_in(widget))
            QTest.mouseRelease(widget, LEFT, pos=self._place_in(widget))
        elif isinstance(widget, QTabBar):
            self._note("turns to another tab of", widget)
            at = widget.tabRect(self._random.randrange(max(widget.count(), 1))).center()
            QTest.mouseClick(widget, LEFT, pos=at)
        elif isinstance(widget, QAbstractItemView):
            self._use_list(widget)
        else:
            self._type_into(widget)

    def _use_list(self, view: QAbstractItemView) -> None:
        target, at = view.viewport(), self._place_in(view.viewport())
        self._note("uses the list", view)
        turn = self._random.randrange(5)
        if turn == 0:
            QTest.mouseDClick(target, LEFT, pos=at)
        elif turn == 1:
            QTest.keyClick(view, getattr(Qt.Key, f"Key_{self._random.choice(KEYS[:11])}"))
        elif turn == 2:
            wheel = QWheelEvent(
                QPointF(at), QPointF(target.mapToGlobal(at)), QPoint(), QPoint(0, -120),
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(target, wheel)
        else:
            QTest.mouseClick(target, LEFT, pos=at)

    def _type_into(self, widget: QWidget) -> None:
        text = self._random.choice(TEXTS)
        self._note(f"types {text[:20]!r} into", widget)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text and not text.isascii():  # such letters come from an input method
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(widget, event)
        elif text:
            QTest.keyClicks(widget, text)
        else:
            QTest.keyClick(widget, Qt.Key.Key_Delete)
        if self._random.random() < 0.6:
            QTest.keyClick(widget, getattr(Qt.Key, f"Key_{self._random.choice(KEYS)}"))

    # --- helpers ------------------------------------------------------------------------

    def _place_in(self, widget: QWidget) -> QPoint:
        width, height = max(widget.width(), 1), max(widget.height(), 1)
        return QPoint(self._random.randrange(width), self._random.randrange(height))

    def _note(self, what: str, widget: QWidget) -> None:
        title = widget.windowTitle() if widget.isWindow() else ""
        name = widget.objectName() or title or getattr(widget, "text", str)()
        self.steps.append(f"{what} {type(widget).__name__} {str(name)[:40]!r}")
