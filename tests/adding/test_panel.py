"""A panel that is not ffstudio's own: dock, menu, command, figure and choices from one line."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout

from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.panels.table import PANELS, PanelEntry, Place


class Greeting:
    """The panel's figure: the experiment's name."""

    figure_name = "greeting"
    figure_title = "Greeting"

    def __init__(self, studio):
        self._studio = studio

    def figure_size(self):
        return QSizeF(120, 40)

    def paint_figure(self, painter, rect, theme):
        painter.drawText(rect, self._studio.spec.name)

    def figure_table(self):
        return ["name"], [[self._studio.spec.name]]


class GreetingPanel(Panel):
    """Shows the experiment's name."""

    def __init__(self, *args):
        super().__init__(*args)
        self.label = QLabel(self._studio.spec.name, self)
        self.loud = QCheckBox("Loud", self)
        column = QVBoxLayout(self)
        column.addWidget(self.label)
        column.addWidget(self.loud)
        self._studio.spec_changed.connect(lambda spec: self.label.setText(spec.name))

    def controls_to_remember(self):
        return {"loud": self.loud}

    def figures(self):
        return [Greeting(self._studio)]


ENTRY = PanelEntry(
    "greeting",
    "Greeting",
    "The experiment's name, and nothing else.",
    Place.CENTRE,
    f"{__name__}:GreetingPanel",
)


def test_it_has_a_dock_a_menu_entry_and_a_command(qtbot, make_window):
    window = make_window(panels=(*PANELS, ENTRY))
    dock = window.docks["greeting"]
    assert dock in window.tabifiedDockWidgets(window.docks["curves"])
    assert window.findChild(QAction, "show_greeting_dock_action").text() == "Greeting\tAlt+8"
    assert not dock.is_seen
    window.commands["show_greeting"].trigger()
    qtbot.waitUntil(lambda: dock.is_seen)
    assert "Show Greeting" in [offer.text for offer in window.commands.offers()]
    window.studio.edits.edit(window.studio.spec.replace(name="Ada"), "Rename")
    assert dock.panel.label.text() == "Ada"


def test_its_figure_is_exported_with_the_others(make_window, tmp_path):
    window = make_window(panels=(*PANELS, ENTRY))
    window.studio.edits.edit(window.studio.spec.replace(name="Ada"), "Rename")
    (figure,) = [f for f in window.docks.figures() if f.figure_name == "greeting"]
    export_all([figure], tmp_path, ExportOptions(("svg",)), window.studio.history)
    assert "Ada" in (tmp_path / "greeting.svg").read_text(encoding="utf-8")


def test_its_choices_and_its_place_come_back(qtbot, make_window):
    window = make_window(panels=(*PANELS, ENTRY))
    window.commands["show_greeting"].trigger()
    qtbot.waitUntil(lambda: window.docks["greeting"].is_seen)
    window.docks["greeting"].panel.loud.setChecked(True)
    window.close()
    again = make_window(panels=(*PANELS, ENTRY))
    assert again.docks["greeting"].panel.loud.isChecked()
    assert again.docks["greeting"].is_seen
