"""What the user is told: short messages that come and go, and errors with details.

Neither blocks the window. Every message is logged as well.
"""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio import __version__
from ffstudio.core.words import say_all, tr
from ffstudio.gui.style.headline import Headline
from ffstudio.gui.style.icons import icon, pixmap
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.state import UserError

log = logging.getLogger("ffstudio.messages")

MOST_TOASTS = 3
_LEVELS = {"info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
# As a screen reader says them.
_SPOKEN = say_all({"info": "Note", "warning": "Warning", "error": "Error"})


class Toast(QFrame):
    """One message with an icon, perhaps a button, and a cross.

    Signals:
        dismissed(Toast): It went away.
    """

    dismissed = Signal(object)

    def __init__(
        self,
        themes: ThemeManager,
        parent: QWidget,
        title: str,
        text: str,
        level: str,
        action: tuple[str, Callable[[], Any]] | None,
        declined: Callable[[], Any] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setProperty("level", level)
        self.setAccessibleName(f"{_SPOKEN[level]}: {title}")
        self.key = (title, text, level)
        self._themes, self._level, self._count, self._title = themes, level, 1, title
        self._picture = QLabel(self)
        self._title_label = QLabel(title, self)
        self._title_label.setObjectName("toast_title")
        self._title_label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title_label)
        if text:
            label = QLabel(text, self)
            label.setObjectName("toast_text")
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        if action is not None:
            button = QPushButton(action[0], self)
            button.setObjectName("toast_action")
            button.setAccessibleName(action[0])
            button.clicked.connect(action[1])
            button.clicked.connect(self.dismiss)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._close = QToolButton(self)
        self._close.setObjectName("toast_close")
        self._close.setAccessibleName(tr("Dismiss message"))
        self._close.setToolTip(tr("Dismiss"))
        if declined is not None:
            self._close.clicked.connect(declined)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._life = QTimer(self)
        self._life.setSingleShot(True)
        self._life.timeout.connect(self.dismiss)
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)

    def live_for(self, milliseconds: int) -> None:
        """Dismisses itself after that time; 0 stays until dismissed."""
        if milliseconds:
            self._life.start(milliseconds)

    def again(self) -> None:
        """The same message once more: counts instead of a second one."""
        self._count += 1
        self._title_label.setText(f"{self._title} (×{self._count})")
        if self._life.isActive():
            self._life.start()

    @Slot()
    def dismiss(self) -> None:
        """Takes the message away."""
        if not self.isHidden():
            self._life.stop()
            self.hide()
            self.dismissed.emit(self)
            self.deleteLater()

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        color = {"info": theme.accent, "warning": theme.warning, "error": theme.danger}
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._level, color[self._level], 20, ratio))
        self._close.setIcon(icon("close", theme))


class Toasts(QObject):
    """Stacks messages in the lower right corner of a window, above its panels."""

    _covered = Signal()

    def __init__(self, window: QWidget, themes: ThemeManager) -> None:
        super().__init__(window)
        self._window, self._themes = window, themes
        self._shown: list[Toast] = []
        # Queued: a dock looks whether it is the uppermost when it hears that it was raised, and
        # only then brings its tab to the front. It comes before the next picture all the same.
        self._covered.connect(self._raise, Qt.ConnectionType.QueuedConnection)

    def show(
        self,
        title: str,
        text: str = "",
        *,
        level: str = "info",
        action: tuple[str, Callable[[], Any]] | None = None,
        lasts_ms: int = 7000,
        declined: Callable[[], Any] | None = None,
    ) -> Toast:
        """Shows a message; the same one twice is shown once with a count.

        Args:
            title: What happened, a few words.
            text: One or two sentences.
            level: ``info``, ``warning`` or ``error``.
            action: Text of a button and what it does.
            lasts_ms: 0 stays until dismissed.
            declined: What its cross does besides.
        """
        log.log(_LEVELS[level], "%s", f"{title}. {text}".strip())
        for toast in self._shown:
            if toast.key == (title, text, level):
                toast.again()
                return toast
        while len(self._shown) >= MOST_TOASTS:
            self._shown[0].dismiss()
        toast = Toast(self._themes, self._window, title, text, level, action, declined)
        toast.dismissed.connect(self._forget)
        toast.live_for(lasts_ms)
        self._shown.append(toast)
        for beside in self._window.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            beside.installEventFilter(self)  # once, however often it is asked
        toast.show()
        self.place()
        return toast

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays above a panel that is brought to the front."""
        if event.type() == QEvent.Type.ZOrderChange and watched not in self._shown:
            self._covered.emit()
        return super().eventFilter(watched, event)

    @Slot()
    def _raise(self) -> None:
        for toast in self._shown:
            toast.raise_()

    @property
    def shown(self) -> list[Toast]:
        """The messages on screen, oldest first."""
        return list(self._shown)

    def clear(self) -> None:
        """Takes all messages away."""
        for toast in list(self._shown):
            toast.dismiss()

    @Slot(object)
    def _forget(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            self.place()

    def place(self) -> None:
        """Puts the messages in their corner; to be called when the window was resized."""
        bottom = self._window.height() - 40
        width = min(400, self._window.width() - 32)
        for toast in reversed(self._shown):
            toast.setFixedWidth(width)
            toast.ensurePolished()
            height = max(toast.heightForWidth(width), toast.minimumSizeHint().height(), 44)
            toast.setGeometry(self._window.width() - width - 16, bottom - height, width, height)
            toast.raise_()
            bottom -= height + 10


class ErrorDialog(QDialog):
    """Errors in plain words, with details to copy; later ones join the open dialog."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error_dialog")
        self.setWindowTitle("ffstudio")
        self.setModal(False)
        self.setMinimumWidth(460)
        self._themes = themes
        self._errors: list[tuple[UserError, int]] = []
        self._picture = QLabel(self)
        self._picture.setFixedSize(36, 36)
        self._title = Headline(parent=self)
        self._title.setObjectName("error_title")
        self._message = QLabel(self)
        self._message.setObjectName("error_message")
        for label in (self._title, self._message):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QLabel(self)
        self._more.setObjectName("error_more")
        self._more.setProperty("muted", True)
        self._details = QPlainTextEdit(self)
        self._details.setObjectName("details_text")
        self._details.setAccessibleName(tr("Error details"))
        self._details.setReadOnly(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setMinimumHeight(200)
        self._toggle = QPushButton(tr("Details"), self)
        self._toggle.setObjectName("details_button")
        self._toggle.setAccessibleName(tr("Show Details"))
        self._toggle.setToolTip(tr("What the program was doing when the error came up."))
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._show_details)
        self._copy = QPushButton(tr("Copy Details"), self)
        self._copy.setObjectName("copy_details_button")
        self._copy.setAccessibleName(tr("Copy Details"))
        self._copy.setToolTip(tr("Puts message and details on the clipboard, for a bug report."))
        self._copy.clicked.connect(self.copy_details)
        self._close = close = QPushButton(tr("Close"), self)
        close.setObjectName("close_error_button")
        close.setAccessibleName(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self._toggle)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        words = QVBoxLayout()
        words.setSpacing(6)
        for label in (self._title, self._message, self._more):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._details, 1)
        column.addLayout(buttons)
        self._details.hide()
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)

    @property
    def errors(self) -> list[tuple[UserError, int]]:
        """What is shown, with how often it came."""
        return list(self._errors)

    @Slot(object)
    def add(self, error: UserError) -> None:
        """Shows an error, or joins it to those the open dialog shows."""
        log.error("%s: %s%s", error.title, error.message, f"\n{error.details}".rstrip())
        if not self.isVisible():
            self._close.setFocus()  # Enter does no more than Esc
            self._errors.clear()
            self._toggle.setChecked(False)
        for i, (known, count) in enumerate(self._errors):
            if (known.title, known.message) == (error.title, error.message):
                self._errors[i] = (known, count + 1)
                break
        else:
            self._errors.append((error, 1))
        self._fill()
        self.adjustSize()
        self.show()
        self.raise_()

    def _fill(self) -> None:
        first, count = self._errors[0]
        self._title.setText(first.title)
        self._message.setText(first.message)
        more = len(self._errors) - 1
        lines = []
        if count > 1:
            lines.append(tr("It came up {count} times.", count=count))
        if more:
            plural = "s" if more > 1 else ""
            lines.append(
                tr("{more} more error{plural} since then; see Details.", more=more, plural=plural)
            )
        self._more.setText(" ".join(lines))
        self._more.setVisible(bool(lines))
        has_details = more > 0 or bool(first.details)
        self._toggle.setVisible(has_details)
        self._details.setPlainText(self.text())

    def text(self) -> str:
        """Everything, for the clipboard."""
        parts = [
            tr(
                "ffstudio {version}, Python {python_version}, {system}",
                version=__version__,
                python_version=platform.python_version(),
                system=_system(),
            )
        ]
        for error, count in self._errors:
            times = f" (×{count})" if count > 1 else ""
            parts.append(f"{error.title}{times}\n{error.message}\n{error.details}".rstrip())
        return "\n\n".join(parts) + "\n"

    @Slot()
    def copy_details(self) -> None:
        """Puts everything on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())
        self._copy.setText(tr("Copied"))
        QTimer.singleShot(1500, self._copy, lambda: self._copy.setText("Copy Details"))

    @Slot(bool)
    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self._toggle.setText(tr("Hide Details") if shown else tr("Details"))
        self.adjustSize()

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap("error", theme.danger, 34, ratio))


def _system() -> str:
    return f"{platform.system()} {platform.release()} {platform.machine()}"
