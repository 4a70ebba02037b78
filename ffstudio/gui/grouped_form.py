"""A long form in groups that fold, so that rare settings do not stand in the way."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffstudio.core.fields import Field
from ffstudio.core.spec import Problem
from ffstudio.gui.section import Section
from ffstudio.gui.setting_form import SettingForm


class GroupedForm(QWidget):
    """Several :class:`SettingForm` under headings; behaves like one.

    Args:
        name: Prefix of the object names.
        fields: What to edit, by name.
        groups: Title, setting names, and whether the group is open at first.

    Signals:
        edited(name, value): The user changed a setting.
        fix_wanted(Problem): The user pressed a Fix button.
    """

    edited = Signal(str, object)
    fix_wanted = Signal(object)

    def __init__(
        self,
        name: str,
        fields: dict[str, Field],
        groups: tuple[tuple[str, tuple[str, ...], bool], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts: list[tuple[Section, SettingForm]] = []
        self._owner: dict[str, SettingForm] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, (title, names, is_open) in enumerate(groups):
            section = Section(f"{name}_group_{number}", title, self)
            form = SettingForm(name, {key: fields[key] for key in names}, section.body)
            form.edited.connect(self.edited)
            form.fix_wanted.connect(self.fix_wanted)
            section.column.addWidget(form)
            section.set_open(is_open)
            column.addWidget(section)
            self._parts.append((section, form))
            self._owner.update(dict.fromkeys(names, form))

    def editor(self, name: str) -> QWidget:
        """The editor of one setting."""
        return self._owner[name].editor(name)

    def set_values(self, spec: Any) -> None:
        """Shows the settings of ``spec`` without telling anybody."""
        for _, form in self._parts:
            form.set_values(spec)

    def set_problems(self, problems: dict[str, Problem]) -> None:
        """Marks the fields that have a problem, and opens their groups."""
        for section, form in self._parts:
            mine = {name: p for name, p in problems.items() if self._owner.get(name) is form}
            form.set_problems(mine)
            if mine:
                section.set_open(True)

    def set_idle(self, reasons: dict[str, str]) -> None:
        """Greys the settings that have no effect now, with the reason."""
        for _, form in self._parts:
            form.set_idle(reasons)

    def show_row(self, name: str, shown: bool) -> None:
        """Shows or hides one setting."""
        self._owner[name].show_row(name, shown)

    def show_live(self, running: bool) -> None:
        """Marks the settings that take effect while a run goes on."""
        for _, form in self._parts:
            form.show_live(running)
