"""The checks of a step, a row each: a ring, what is asked, what is still missing, and answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.lessons.checks import CHECKS, Standing
from ffstudio.core.lessons.lesson import Check
from ffstudio.core.words import tr
from ffstudio.gui.panels.lesson.marks import Ring
from ffstudio.gui.style.theme import ThemeManager

Answer = Callable[[Check, str], None]


def _wrap(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    # What a file says is text, whatever it looks like.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


class CheckRow(QWidget):
    """One check.

    Args:
        number: From 1, in the object names.
        answer: Told when a question is answered.
    """

    def __init__(
        self, number: int, check: Check, answer: Answer, themes: ThemeManager, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"lesson_check_{number}")
        self._check, self._answer = check, answer
        kind = CHECKS[check.kind]
        self._title = (tr(check.text("question")) if kind.asks else "") or kind.label
        self._ring = Ring(themes, self)
        title = _wrap(self._title, self)
        title.setObjectName(f"lesson_check_{number}_title")
        title.setProperty("strong", True)
        self._state = _wrap("", self)
        self._state.setObjectName(f"lesson_check_{number}_state")
        self._state.setProperty("muted", True)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(title)
        if check.kind == "choice":
            column.addWidget(self._make_choices(number))
        elif check.kind == "answer":
            column.addWidget(self._make_field(number))
        column.addWidget(self._state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _make_choices(self, number: int) -> QWidget:
        box = QWidget(self)
        box.setAccessibleName(self._title)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(7)
        group = QButtonGroup(box)
        for i, text in enumerate(self._check.texts("choices"), start=1):
            line = QHBoxLayout()
            line.setSpacing(7)
            button = QRadioButton(box)
            button.setObjectName(f"lesson_check_{number}_choice_{i}")
            button.setAccessibleName(tr(text))
            button.clicked.connect(lambda checked=False, text=text: self._answer(self._check, text))
            group.addButton(button)
            label = _ChoiceText(tr(text), button, box)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
            column.addLayout(line)
        return box

    def _make_field(self, number: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"lesson_check_{number}_answer")
        field.setAccessibleName(self._title)
        field.setPlaceholderText(tr("Your answer"))
        field.textEdited.connect(lambda text: self._answer(self._check, text))
        return field

    def show_standing(self, standing: Standing) -> None:
        """How the check stands now."""
        self._ring.show_state(standing.done, standing.share)
        text = standing.text[:1].upper() + standing.text[1:]
        if self._state.text() != text:
            self._state.setText(text)
        done = "done" if standing.done else tr("not done")
        self.setAccessibleName(f"{self._title}: {done}. {standing.text}")


class _ChoiceText(QLabel):
    """The words of a radio button, which wrap as its own cannot; a click chooses it."""

    def __init__(self, text: str, button: QRadioButton, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mouseReleaseEvent(self, event: object) -> None:
        """Chooses it."""
        self._button.click()


class CheckRows(QWidget):
    """All checks of a step."""

    def __init__(self, answer: Answer, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._answer, self._themes = answer, themes
        self._rows: list[CheckRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(10)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Rows for other checks."""
        for row in self._rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self._rows = [
            CheckRow(i, check, self._answer, self._themes, self)
            for i, check in enumerate(checks, start=1)
        ]
        for row in self._rows:
            self._column.addWidget(row)

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """How they stand now, in their order."""
        for row, standing in zip(self._rows, standings, strict=False):
            row.show_standing(standing)
