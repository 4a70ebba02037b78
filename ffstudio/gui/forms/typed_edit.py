"""Fields one types into: what is typed counts when one is done with it, not at every key.

A text is *open* from the first key until it is taken over: on Enter, on leaving the field,
after a pause when it is a finished, legal value, and before anything else is done in the
window (a click, a shortcut, a menu, closing), so that what is seen is what counts. Escape
brings the old value back.
"""

from __future__ import annotations

import weakref
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from ffstudio.core.fields import Field
from ffstudio.core.numbers import is_finished_number, number_text, read_number, was_interpreted
from ffstudio.core.words import tr

# Milliseconds without a key after which a finished, legal number counts.
PAUSE_MS = 1500
# The same for a setting that takes effect in a run at once: 1 may be the head of 1e-3.
LIVE_PAUSE_MS = 5000
# After an arrow key; held ones count once.
STEP_PAUSE_MS = 400

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# The focus comes back from these by itself.
_FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

_open: weakref.WeakSet[TypedEdit] = weakref.WeakSet()


def commit_open_texts() -> None:
    """Takes over what has been typed and not been taken over yet."""
    box = QApplication.focusWidget()
    if isinstance(box, QAbstractSpinBox):
        box.interpretText()
    if _open:
        for widget in QApplication.allWidgets():  # of those in the set, some may be gone
            if isinstance(widget, TypedEdit):
                widget.commit()


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None  # noqa: S101  a widget cannot be without one
    return app


class TypedEdit(QLineEdit):
    """A line whose text counts when one is done with it.

    Signals:
        value_edited(value): The user has typed another value and is done with it.
        doubted(reason): What is typed is finished but not legal; empty when that is over.
    """

    value_edited = Signal(object)
    doubted = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # a file that is dropped is the window's, not an address here
        self._field = field
        self._value: Any = None
        self._is_open = False
        self._in_doubt = False
        self._counts_at_once = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._end_pause)
        self._note = QLabel(self)
        self._note.setObjectName("typed_note")
        self._note.setProperty("muted", True)
        self._note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._note.hide()
        self.textEdited.connect(self._open_text)
        self.textChanged.connect(self._place_note)

    # --- what kinds of fields differ in --------------------------------------------

    def parse(self, text: str) -> Any:
        """The value that a text means."""
        return text

    def text_of(self, value: Any) -> str:
        """How a value is written in the field."""
        return str(value)

    def is_finished(self, text: str) -> bool:
        """True when the text may count after a pause; a path or a name never does."""
        return False

    def reads_as(self, text: str) -> str:
        """What the text is read as, where one could think otherwise."""
        return ""

    # --- for the form --------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """True while it holds a text that does not count yet."""
        return self._is_open

    def set_value(self, value: Any) -> None:
        """Shows a value. What is being typed stays, unless the value is another one now."""
        if value == self._value and (self._is_open or self.text() == self.text_of(value)):
            return
        self._value = value
        self._close_text()
        self._show_value()

    def show_live(self, running: bool) -> None:
        """A run goes on in which the value takes effect at once, or it does so no longer."""
        self._counts_at_once = running
        self._show_note()

    def commit(self) -> None:
        """Takes over what is typed."""
        if not self._is_open:
            return
        value = self.parse(self.text())
        self._close_text()
        if value == self._value and type(value) is type(self._value):
            self._show_value()
        else:
            self._value = value
            self._show_value()
            self.value_edited.emit(value)

    def take_back(self) -> None:
        """Brings the old value back."""
        self._close_text()
        self._show_value()

    def step_to(self, value: Any) -> None:
        """Writes a value that counts in a moment, or earlier when one goes on elsewhere."""
        self.setText(self.text_of(value))
        self._open_text(self.text())
        self._pause.start(STEP_PAUSE_MS)

    # --- open texts ----------------------------------------------------------------

    def _show_value(self) -> None:
        at, text = self.cursorPosition(), self.text_of(self._value)
        self.setText(text)  # also when it is the same: forgets what Ctrl+Z would take back
        if self.hasFocus():
            self.setCursorPosition(min(at, len(text)))

    @Slot(str)
    def _open_text(self, text: str) -> None:
        if not self._is_open:
            self._is_open = True
            _open.add(self)
            _application().installEventFilter(self)
        self._doubt("")
        if self.is_finished(text):
            self._pause.start(LIVE_PAUSE_MS if self._counts_at_once else PAUSE_MS)
        else:
            self._pause.stop()
        self._show_note()

    def _close_text(self) -> None:
        self._pause.stop()
        if self._is_open:
            self._is_open = False
            _open.discard(self)
            _application().removeEventFilter(self)
        self._doubt("")
        self._show_note()

    @Slot()
    def _end_pause(self) -> None:
        problem = self._field.problem(self.parse(self.text()))
        if problem is None:
            self.commit()
        else:
            self._doubt(problem[0])

    def _doubt(self, reason: str) -> None:
        if reason or self._in_doubt:
            self._in_doubt = bool(reason)
            self.doubted.emit(reason)

    # --- the note inside the field --------------------------------------------------

    def _show_note(self) -> None:
        """What is read from the text, and that Enter is awaited, on the free side."""
        words = self.reads_as(self.text()) if self._is_open else ""
        if self._is_open and not words and self._counts_at_once:
            words = tr("Enter ↵")
        if words != self._note.text():
            self._note.setText(words)
            self._place_note()

    @Slot()
    def _place_note(self, *_: object) -> None:
        words = self._note.text()
        if not words:
            self._note.hide()
            return
        self._note.adjustSize()
        room = self.width() - self.fontMetrics().horizontalAdvance(self.text()) - 24
        self._note.setVisible(self._note.width() <= room)
        self._note.move(7, (self.height() - self._note.height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()

    # --- keys, focus, and what happens elsewhere --------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leaves undo to the window where there is no open text to undo in."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if not self._is_open and (undo or redo):
                event.ignore()
                return False
            if self._is_open and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.commit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self._is_open:
            self.take_back()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_WHILE:
            self.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a text is open: whatever is done elsewhere finds it taken over."""
        if self._is_left_for(watched, event):
            self.commit()
        return super().eventFilter(watched, event)

    def _is_left_for(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Shortcut:
            return True
        if not isinstance(watched, QWidget):
            return False
        if kind == QEvent.Type.MouseButtonPress:
            return not isinstance(watched, QScrollBar) and not self._owns(watched)
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # A key that the field had no use for has come up to the window.
            return watched is self.window() and event.key() not in _MODIFIERS
        return kind in (QEvent.Type.Close, QEvent.Type.Drop) and not self._owns(watched)

    def _owns(self, widget: QWidget) -> bool:
        """True for the field and what belongs to it, its menu for example."""
        inside: QObject | None = widget
        while inside is not None and inside is not self:
            inside = inside.parent()
        return inside is self


class NumberEdit(TypedEdit):
    """A number as text: 0.002, 0,002 and 2e-3 alike; the arrow keys change it.

    ``value_edited`` carries an int or float, or the text itself when it is no number.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    @property
    def _whole(self) -> bool:
        return self._field.kind == "int"

    def parse(self, text: str) -> Any:
        value = read_number(text, whole=self._whole)
        return text.strip() if value is None else value

    def text_of(self, value: Any) -> str:
        return number_text(value, grouped=False)

    def is_finished(self, text: str) -> bool:
        return is_finished_number(text, whole=self._whole)

    def reads_as(self, text: str) -> str:
        value = read_number(text, whole=self._whole)
        if value is None or not was_interpreted(text, whole=self._whole):
            return ""
        return f"= {self.text_of(value)}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            value = self.parse(self.text())
            if isinstance(value, (int, float)):
                up = event.key() == Qt.Key.Key_Up
                many = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._step(value, up, many)
                return
        super().keyPressEvent(event)

    def _step(self, value: float, up: bool, many: bool) -> None:
        if self._whole:
            changed: float = int(value) + (1 if up else -1) * (10 if many else 1)
        elif value == 0:
            changed = 0.01 if up else 0.0
        else:
            factor = 2.0 if many else 1.1
            changed = float(f"{value * factor if up else value / factor:.4g}")
        if self._field.problem(changed) is None:
            self.step_to(changed)


class TextEdit(TypedEdit):
    """A setting that is text."""


class TypedArea(QPlainTextEdit):
    """Several lines of text, which count at every key.

    Undo takes letters back while there are any; after that it is the window's.
    """

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window where there are no letters to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            held = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not held.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not held.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def set_value(self, text: str) -> None:
        """Shows another text, with nothing to take back."""
        if text != self.toPlainText():
            self.setPlainText(text)
