"""Editors made from the settings' declarations: label, field, unit, reason and fix."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ffstudio.core.experiment.problems import Problem
from ffstudio.core.fields import Field
from ffstudio.core.numbers import number_text
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.typed_edit import NumberEdit, TextEdit, TypedEdit


def setting_text(field: Field, value: Any) -> str:
    """A setting's value as its editor shows it."""
    if field.kind == "bool":
        return tr("on") if value else tr("off")
    named = [c.label for c in field.choices if c.value == value]
    return named[0] if named else f"{number_text(value)} {field.unit}".strip()


class ChoiceBox(Combo):
    """A list of choices that the wheel changes only when it has the focus."""

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        group = field.choices[0].group if field.choices else ""
        for choice in field.choices:
            if choice.group != group:
                self.insertSeparator(self.count())
                group = choice.group
            self.addItem(choice.label, choice.value)
            self.setItemData(self.count() - 1, choice.help, Qt.ItemDataRole.ToolTipRole)
        self.activated.connect(self._tell)

    def set_value(self, value: Any) -> None:
        self.setCurrentIndex(self.findData(value))

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.value_edited.emit(self.itemData(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Switch(QCheckBox):
    """A setting that is on or off."""

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field.label, parent)
        self.clicked.connect(self._tell)

    def set_value(self, value: Any) -> None:
        self.setChecked(value is True)

    @Slot(bool)
    def _tell(self, checked: bool) -> None:
        self.value_edited.emit(checked)


_EDITORS = {"int": NumberEdit, "float": NumberEdit, "choice": ChoiceBox, "bool": Switch}


def counts_at_once(field: Field) -> bool:
    """True for a setting whose editor takes over every choice; what is typed ends by itself.

    Choices made in a row, on the way through a list, are one step to undo.
    """
    return field.kind in ("choice", "bool")


def field_tip(field: Field) -> str:
    """What it is, what is legal, what is usual."""
    lines = [field.help]
    low = number_text(field.minimum) if field.minimum is not None else ""
    high = number_text(field.maximum) if field.maximum is not None else ""
    if field.kind in ("int", "float") and (low or high):
        sign = tr("above ") if field.above else tr("from ")
        lines.append(
            tr(
                "Legal: {sign}{low} to {high} {unit}.",
                sign=sign,
                low=low,
                high=high,
                unit=field.unit,
            ).replace(" .", ".")
        )
    if field.kind == "choice":
        lines += [f"{c.label}: {c.help}" for c in field.choices if c.help]
    elif field.kind != "text":
        default = ("on" if field.default else "off") if field.kind == "bool" else field.default
        lines.append(tr("Usual: {default}.", default=number_text(default)))
    return "\n".join(lines)


class ProblemRow(QWidget):
    """What is wrong with a setting, and a button that mends it.

    Args:
        name: Prefix of the object names.

    Signals:
        fix_wanted(): The user pressed Fix.
    """

    fix_wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_problem")
        self._reason = QLabel(self)
        self._reason.setObjectName(f"{name}_reason")
        self._reason.setWordWrap(True)
        policy = QSizePolicy.Policy
        self._reason.setSizePolicy(policy.Expanding, policy.Preferred)
        self._fix = QPushButton(tr("Fix"), self)
        self._fix.setObjectName(f"{name}_fix")
        self._fix.clicked.connect(lambda checked=False: self.fix_wanted.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 2)
        line.addWidget(self._reason, 1)
        line.addWidget(self._fix)

    def show_problem(self, what: str, problem: Problem) -> None:
        """Shows a problem of the setting called ``what``."""
        self._reason.setText(f"⚠ {problem.say_of(what)}")
        self._fix.setAccessibleName(tr("Fix {what}", what=what))
        self._fix.setVisible(problem.fixed is not None)
        self._fix.setToolTip(problem.fix)

    def show_doubt(self, what: str, reason: str) -> None:
        """Says what would be wrong with what is typed; it can still be typed otherwise."""
        self._reason.setText(end_sentence(f"{what} {reason}"))
        self._fix.hide()


def _line_width(label: QLabel, text: str) -> int:
    edges = label.contentsMargins()
    return label.fontMetrics().horizontalAdvance(text) + edges.left() + edges.right() + 1


def _longest_word(label: QLabel) -> int:
    return max((_line_width(label, word) for word in label.text().split()), default=0)


class SettingForm(QWidget):
    """A column of editors for the settings of one spec.

    Args:
        name: Prefix of the object names, for example ``ff`` → ``ff_negatives``.
        fields: What to edit, in order.

    Signals:
        edited(name, value): The user changed a setting.
        fix_wanted(Problem): The user pressed a Fix button.
        menu_wanted(name, at): A menu for a setting was asked for, at that point of the screen;
            see :meth:`offer_menus`.
    """

    edited = Signal(str, object)
    fix_wanted = Signal(object)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, name: str, fields: dict[str, Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._editors: dict[str, Any] = {}
        self._prefix = name
        self._rows: dict[str, int] = {}
        # Made when a setting has its first problem: few ever have one.
        self._reasons: dict[str, ProblemRow] = {}
        self._tips = {key: field_tip(field) for key, field in fields.items()}
        self._labels: dict[str, QLabel] = {}
        self._live: dict[str, tuple[int, QWidget, QLabel]] = {}
        self._running = False
        self._grid = QGridLayout(self)
        # Where it is narrow each label stands above its field.
        self._stacked = False
        self._label_width = 0
        self._problems: dict[str, Problem] = {}
        # Why what is typed in a field, and does not count yet, would not be legal.
        self._doubts: dict[str, str] = {}
        self._idle: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._withheld: set[str] = set()
        self._names: dict[str, str] = {}
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for key, field in fields.items():
            self._add_row(grid, name, key, field)

    def editor(self, name: str) -> QWidget:
        editor: QWidget = self._editors[name]
        return editor

    def offer_menus(self) -> None:
        """Has a right click, or the menu key, on a setting ask for a menu."""
        for name, editor in self._editors.items():
            for widget in (editor, self._labels.get(name)):
                if widget is not None:
                    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                    widget.customContextMenuRequested.connect(
                        lambda at, name=name, widget=widget: self.menu_wanted.emit(
                            name, widget.mapToGlobal(at)
                        )
                    )

    def label_widths(self) -> list[int]:
        """How wide the labels are in one line, in pixels."""
        return [_line_width(label, label.text()) for label in self._labels.values()]

    def set_label_width(self, width: int) -> None:
        """At least this much room for the labels, so that several forms line up."""
        if width == self._label_width:
            return
        self._label_width = width
        self._grid.setColumnMinimumWidth(0, 0 if self._stacked else width)
        self._fit()

    # --- narrow places ------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest field: labels can stand above."""
        high = super().minimumSizeHint().height()
        shown = [self._editors[name] for name in self.visible_names()]
        wide = [editor.minimumSizeHint().width() for editor in shown]
        wide += [_longest_word(label) for label in self._labels.values()]
        return QSize(max(wide, default=0), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts labels above their fields where both have no room side by side."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fits anew when fields have come, gone or grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return bool(super().event(event))

    def _fit(self) -> None:
        wide = [e.minimumSizeHint().width() for n, e in self._editors.items() if n in self._labels]
        beside = max([self._label_width, *self.label_widths()])
        needed = beside + self._grid.horizontalSpacing() + max(wide, default=0)
        stacked = bool(self._labels) and self.width() < needed
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.setColumnMinimumWidth(0, 0 if stacked else self._label_width)
        for name, label in self._labels.items():
            row, editor = self._rows[name], self._editors[name]
            label.setWordWrap(stacked)
            self._grid.addWidget(label, row if stacked else row + 1, 0, 1, 3 if stacked else 1)
            self._grid.addWidget(editor, row + 1, int(not stacked), 1, 3 - int(not stacked))
            if name in self._live:
                self._dress(name)

    def _add_row(self, grid: QGridLayout, prefix: str, name: str, field: Field) -> None:
        row = 3 * len(self._rows) + 1  # the label's if it stands above; the last one a problem's
        editor: Any = _EDITORS.get(field.kind, TextEdit)(field, self)
        editor.setObjectName(f"{prefix}_{name}")
        editor.setAccessibleName(field.label)
        editor.setToolTip(self._tips[name])
        editor.value_edited.connect(lambda value, name=name: self.edited.emit(name, value))
        if isinstance(editor, TypedEdit):
            editor.doubted.connect(lambda reason, name=name: self._doubt(name, reason))
        self._editors[name] = editor
        if field.kind == "bool":
            grid.addWidget(editor, row + 1, 0, 1, 3)
        else:
            text = f"{field.label} ({field.unit})" if field.unit else field.label
            label = QLabel(text, self)
            label.setObjectName(f"{prefix}_{name}_label")
            label.setBuddy(editor)
            label.setToolTip(self._tips[name])
            self._labels[name] = label
            grid.addWidget(label, row + 1, 0)
            grid.addWidget(editor, row + 1, 1, 1, 2)
        if field.live:
            badge = QLabel(tr("live"), self)
            badge.setObjectName(f"{prefix}_{name}_live")
            badge.setProperty("muted", True)
            badge.setToolTip(
                tr(
                    "A change takes effect at Enter, or when you leave the field, and is marked on "
                    "the curves."
                )
            )
            badge.hide()
            self._live[name] = (row, editor, badge)
        self._rows[name] = row

    def set_values(self, spec: Any) -> None:
        """Shows the settings of ``spec`` without telling anybody."""
        for name, editor in self._editors.items():
            editor.set_value(getattr(spec, name))

    def set_problems(self, problems: dict[str, Problem]) -> None:
        """Marks the fields that have one of ``problems``, by setting name."""
        self._problems = {name: p for name, p in problems.items() if name in self._editors}
        for name in self._editors:
            self._dress(name)

    def set_idle(self, reasons: dict[str, str]) -> None:
        """Greys the settings that have no effect beside the others.

        Args:
            reasons: By setting name; settings of other forms are ignored.
        """
        self._idle = {name: why for name, why in reasons.items() if name in self._editors}
        for name in self._editors:
            self._dress(name)

    def show_row(self, name: str, shown: bool) -> None:
        """Shows or hides one setting; one with a problem stays, or nobody could mend it."""
        (self._hidden.discard if shown else self._hidden.add)(name)
        self._dress(name)

    def withhold(self, names: set[str]) -> None:
        """Hides just these settings, whatever :meth:`show_row` says; as there, one with a problem
        stays."""
        self._withheld = names & set(self._editors)
        for name in self._editors:
            self._dress(name)

    def set_label(self, name: str, text: str) -> None:
        """Names a setting otherwise, where another word says better what it is here."""
        self._names[name] = text
        self._editors[name].setAccessibleName(text)
        if name in self._labels:
            unit = self._fields[name].unit
            self._labels[name].setText(f"{text} ({unit})" if unit else text)

    def visible_names(self) -> list[str]:
        """The settings whose rows are not hidden."""
        hidden = self._hidden | self._withheld
        return [n for n in self._editors if n not in hidden or n in self._problems]

    def _dress(self, name: str) -> None:
        """One row as its problem, its idleness and its place in the form have it."""
        editor, label = self._editors[name], self._labels.get(name)
        problem, idle = self._problems.get(name), self._idle.get(name, "")
        shown = problem is not None or name not in self._hidden | self._withheld
        # A setting with a problem can be edited even where it has no effect.
        enabled = not idle or problem is not None
        tip = self._tips[name]
        if idle:
            tip = tr("No effect now. {idle}\n{tip}", idle=idle, tip=tip)
        for widget in (editor, label):
            if widget is not None:
                widget.setVisible(shown)
                widget.setEnabled(enabled)
                widget.setToolTip(tip)
        said = tr("No effect now. {idle}", idle=idle) if idle else ""
        if problem is not None:
            what = self._names.get(name, self._fields[name].label)
            self._reason_row(name).show_problem(what, problem)
            said = f"{problem.say_of(what)} {problem.fix}"
        doubt = self._doubts.get(name, "") if problem is None else ""
        if doubt:
            what = self._names.get(name, self._fields[name].label)
            self._reason_row(name).show_doubt(what, doubt)
        if name in self._reasons:
            self._reasons[name].setVisible(problem is not None or bool(doubt))
        editor.setAccessibleDescription(said)
        if bool(editor.property("problem")) != (problem is not None):
            editor.setProperty("problem", problem is not None)
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        if name in self._live:
            self._dress_badge(name, shown and enabled)

    def _reason_row(self, name: str) -> ProblemRow:
        if name not in self._reasons:
            row = ProblemRow(f"{self._prefix}_{name}", self)
            row.fix_wanted.connect(lambda: self._fix(name))
            self._grid.addWidget(row, self._rows[name] + 2, 0, 1, 3)
            self._reasons[name] = row
        return self._reasons[name]

    def _dress_badge(self, name: str, wanted: bool) -> None:
        row, editor, badge = self._live[name]
        shown = self._running and wanted
        # The badge takes room from its field only while it is shown.
        at, columns = (0, 2) if self._stacked or name not in self._labels else (1, 1)
        self._grid.addWidget(editor, row + 1, at, 1, columns if shown else columns + 1)
        if shown:
            self._grid.addWidget(badge, row + 1, 2)
        badge.setVisible(shown)

    def show_live(self, running: bool) -> None:
        """Marks the settings that take effect while a run goes on."""
        self._running = running
        for name in self._live:
            editor = self._editors[name]
            if isinstance(editor, TypedEdit):
                editor.show_live(running)
            self._dress(name)

    def _doubt(self, name: str, reason: str) -> None:
        self._doubts[name] = reason
        self._dress(name)

    def _fix(self, name: str) -> None:
        if name in self._problems:
            self.fix_wanted.emit(self._problems[name])
