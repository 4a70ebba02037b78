"""A long form in groups that fold, so that rare settings do not stand in the way."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffstudio.core.experiment.problems import Problem
from ffstudio.core.fields import Field
from ffstudio.core.words import source_of, tr
from ffstudio.gui.forms.section import Section
from ffstudio.gui.forms.setting_form import SettingForm, setting_text


class GroupedForm(QWidget):
    """Several :class:`SettingForm` under headings; behaves like one.

    Args:
        name: Prefix of the object names.
        fields: What to edit, by name.
        groups: Title, setting names, and whether the group is open at first.

    Signals:
        edited(name, value): The user changed a setting.
        fix_wanted(Problem): The user pressed a Fix button.
        menu_wanted(name, at): As a :class:`SettingForm`'s.
    """

    edited = Signal(str, object)
    fix_wanted = Signal(object)
    menu_wanted = Signal(str, QPoint)

    def __init__(
        self,
        name: str,
        fields: dict[str, Field],
        groups: tuple[tuple[str, tuple[str, ...], bool], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_form")
        self._fields = fields
        self._values: dict[str, Any] = {}
        self._idle: dict[str, str] = {}
        self._parts: list[tuple[Section, SettingForm]] = []
        self._owner: dict[str, SettingForm] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for title, names, is_open in groups:
            # Choices are remembered by these names, whatever language is spoken.
            slug = source_of(title).lower().replace(" ", "_").replace("-", "_")
            section = Section(f"{name}_{slug}", title, self, is_part=True)
            form = SettingForm(name, {key: fields[key] for key in names}, section.body)
            form.edited.connect(self.edited)
            form.fix_wanted.connect(self.fix_wanted)
            form.menu_wanted.connect(self.menu_wanted)
            section.column.addWidget(form)
            section.set_open(is_open)
            column.addWidget(section)
            self._parts.append((section, form))
            self._owner.update(dict.fromkeys(names, form))
        self._align()

    def _align(self) -> None:
        """Has the editors of all groups begin at one line; only very long labels stick out."""
        most = self.fontMetrics().horizontalAdvance(tr("Validation (share)"))
        widths = [w for _, form in self._parts for w in form.label_widths() if w <= most]
        for _, form in self._parts:
            form.set_label_width(max(widths, default=0))

    def event(self, event: QEvent) -> bool:
        """Lines the editors up again when labels have changed, or the text's size has."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._align()
        return bool(super().event(event))

    def offer_menus(self) -> None:
        """Has a right click, or the menu key, on a setting ask for a menu."""
        for _, form in self._parts:
            form.offer_menus()

    def editor(self, name: str) -> QWidget:
        """The editor of one setting."""
        return self._owner[name].editor(name)

    def set_values(self, spec: Any) -> None:
        """Shows the settings of ``spec`` without telling anybody."""
        self._values = {name: getattr(spec, name) for name in self._owner}
        for _, form in self._parts:
            form.set_values(spec)
        self._show_notes()

    def set_problems(self, problems: dict[str, Problem]) -> None:
        """Marks the fields that have a problem, and opens their groups."""
        for section, form in self._parts:
            mine = {name: p for name, p in problems.items() if self._owner.get(name) is form}
            form.set_problems(mine)
            if mine:
                section.set_open(True)
        if self._values:
            self._show_notes()

    def set_idle(self, reasons: dict[str, str]) -> None:
        """Greys the settings that have no effect now, with the reason."""
        self._idle = reasons
        for _, form in self._parts:
            form.set_idle(reasons)
        self._show_notes()

    def show_row(self, name: str, shown: bool) -> None:
        """Shows or hides one setting."""
        self._owner[name].show_row(name, shown)

    def withhold(self, names: set[str]) -> None:
        """Hides just these settings, and the groups that hold nothing else."""
        for _, form in self._parts:
            form.withhold(names)
        self._show_notes()

    def visible_names(self) -> list[str]:
        """The settings whose rows are not hidden."""
        return [name for _, form in self._parts for name in form.visible_names()]

    def open_group_of(self, name: str) -> None:
        """Unfolds the group that one setting is in."""
        for section, form in self._parts:
            if self._owner[name] is form:
                section.set_open(True)

    def set_label(self, name: str, text: str) -> None:
        """Names a setting otherwise."""
        self._owner[name].set_label(name, text)

    def _show_notes(self) -> None:
        """Beside each heading, how many settings below it are not the usual ones.

        What a folded group holds must not be missed: it may decide the outcome.
        """
        for section, form in self._parts:
            names = [n for n in form.visible_names() if n in self._values]
            section.setVisible(bool(names))
            active = [n for n in names if n not in self._idle]
            changed = [n for n in active if self._values[n] != self._fields[n].default]
            if not active:
                section.set_note(tr("no effect now"), self._idle.get(names[0], "") if names else "")
            elif changed:
                listed = "\n".join(
                    f"{self._fields[n].label}: {setting_text(self._fields[n], self._values[n])}"
                    for n in changed
                )
                section.set_note(
                    tr("{changed} changed", changed=len(changed)),
                    tr("Not the usual values:\n{listed}", listed=listed),
                )
            else:
                section.set_note("")

    def show_live(self, running: bool) -> None:
        """Marks the settings that take effect while a run goes on."""
        for _, form in self._parts:
            form.show_live(running)
