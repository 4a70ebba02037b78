"""The command palette, by real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTreeView

from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.reading import to_json
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.lessons.shipped import SHIPPED
from ffstudio.core.shipped_nets import SHIPPED_NETS
from ffstudio.gui.commands.palette import CommandPalette
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.style.colormaps import PICTURE_MAPS, WEIGHT_MAPS
from ffstudio.gui.style.palettes import PALETTES
from ffstudio.gui.style.theme import DARK, LIGHT
from ffstudio.gui.system.languages import NAMES
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.command_table import MENUS
from ffstudio.gui.window.main_window import MainWindow

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, studio, themes, tmp_path):
    font = QApplication.font()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = MainWindow(studio, themes, Settings(store))
    with qtbot.waitSignal(made.appeared):
        made.show()
    made.activateWindow()
    made.setFocus()
    yield made
    made.close_without_asking()
    made.deleteLater()
    made.studio.deleteLater()
    QApplication.setFont(font)


@pytest.fixture
def palette(qtbot, window):
    """The palette, opened by its key."""
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_P, CONTROL_SHIFT)
    shown = window.findChild(CommandPalette)
    qtbot.waitUntil(shown.isVisible)
    yield shown
    shown.close()


def field(palette):
    return palette.findChild(QLineEdit, "palette_search")


def shown_list(palette):
    return palette.findChild(QTreeView, "palette_list")


def rows(palette):
    """(name, menu or reason, keys) of each row."""
    model = shown_list(palette).model()
    return [
        tuple(model.index(row, column).data() for column in range(3))
        for row in range(model.rowCount())
    ]


def current(palette):
    return shown_list(palette).currentIndex().siblingAtColumn(0).data()


def about(palette):
    return palette.findChild(QLabel, "palette_about").text()


def test_comes_up_in_the_middle_of_the_top_ready_to_type(qtbot, window, palette):
    assert QApplication.focusWidget() is field(palette)
    left = palette.mapToGlobal(palette.rect().topLeft())
    over = window.mapToGlobal(window.rect().topLeft())
    assert abs((left.x() - over.x()) * 2 + palette.width() - window.width()) <= 2
    assert 0 < left.y() - over.y() < 120
    qtbot.keyClicks(field(palette), "zoom")
    assert [name for name, _, _ in rows(palette)][:2] == ["Zoom In", "Zoom Out"]


def test_holds_all_there_is(window, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(to_json(ExperimentSpec(name="From a file")), encoding="utf-8")
    window.open_path(path)
    window.commands["palette"].trigger()
    shown = window.findChild(CommandPalette)
    names = [name for name, _, _ in rows(shown)]
    assert len(names) == len(set(names))
    commands = sum(len(list(menu.commands())) for menu in MENUS)
    assert (
        len(names)
        == commands
        + len(presets())
        + len(SHIPPED)
        + len(SHIPPED_NETS)
        + len(WEIGHT_MAPS)
        + len(PICTURE_MAPS)
        + len(PALETTES)
        + len(("system", *NAMES))
        + len(("light", "dark", "system", "all", "sample", "kept", "not kept"))
        + len(("hold back", "follow often"))
        + 1
    )
    assert {f"Show {entry.title}" for entry in PANELS} <= set(names)
    assert {"Theme: Dark", "Open Recent: mine.json", "New from Preset: ff-fast"} <= set(names)
    assert "Clear List" not in names
    shown.close()


def test_enter_runs_the_best(qtbot, window, palette):
    qtbot.keyClicks(field(palette), "theme dark")
    assert current(palette) == "Theme: Dark"
    qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert not palette.isVisible()
    qtbot.waitUntil(lambda: window.themes.theme is DARK)


def test_arrows_move_through_the_rows(qtbot, window, palette):
    qtbot.keyClicks(field(palette), "zoom")
    qtbot.keyClick(field(palette), Qt.Key.Key_Down)
    assert current(palette) == "Zoom Out"
    qtbot.keyClick(field(palette), Qt.Key.Key_Up)
    assert current(palette) == "Zoom In"
    qtbot.keyClick(field(palette), Qt.Key.Key_PageDown)
    assert current(palette) == rows(palette)[-1][0]
    qtbot.keyClick(field(palette), Qt.Key.Key_PageUp)
    before = window.settings.font_scale
    qtbot.keyClick(field(palette), Qt.Key.Key_Enter)
    qtbot.waitUntil(lambda: window.settings.font_scale > before)


def test_escape_leaves_all_as_it_was(qtbot, window, palette):
    qtbot.keyClicks(field(palette), "new experiment")
    before = window.studio.spec
    qtbot.keyClick(field(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.studio.spec == before
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window)


def test_a_click_runs_a_row(qtbot, window, palette):
    window.docks["log"].hide()
    qtbot.keyClicks(field(palette), "show log")
    view = shown_list(palette)
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(window.docks["log"].isVisible)


def test_a_reason_stands_beside_what_cannot_be_done(qtbot, window, palette):
    qtbot.keyClicks(field(palette), "step batch")
    name, why, keys = rows(palette)[0]
    assert (name, why, keys) == ("Step Batch", "The engine is warming up.", "→")
    assert about(palette) == "The engine is warming up."
    index = shown_list(palette).model().index(0, 0)
    muted = index.data(Qt.ItemDataRole.ForegroundRole)
    assert muted.name() == LIGHT.muted
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Step Batch, not now: The engine is warming up., Run, →"
    qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "The engine is warming up.")


def test_what_can_be_done_stands_above_what_fits_as_well(qtbot, palette):
    qtbot.keyClicks(field(palette), "save")
    names = [name for name, _, _ in rows(palette)]
    can_be_done = {"Save Experiment As…", "Save as Lesson…"}
    assert set(names[:2]) == can_be_done, "there is no model that could be saved"
    assert set(names[2:5]) == {"Save Model", "Save Model As…", "Save Backprop Net As…"}


def test_nothing_fits(qtbot, palette):
    qtbot.keyClicks(field(palette), "xyzzy")
    assert rows(palette) == []
    assert about(palette) == "No command has these letters."
    qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_opened_again_it_is_empty_and_up_to_date(qtbot, window, palette):
    qtbot.keyClicks(field(palette), "undo")
    assert rows(palette)[0][1] == "There is nothing to undo."
    qtbot.keyClick(field(palette), Qt.Key.Key_Escape)
    window.studio.edits.edit(window.studio.spec.replace(epochs=77), "Change Epochs")
    window.commands["palette"].trigger()
    assert field(palette).text() == ""
    qtbot.keyClicks(field(palette), "undo change")
    assert rows(palette)[0] == ("Undo Change Epochs", "Edit", "Ctrl+Z")


def test_a_preset_is_taken(qtbot, window, palette):
    qtbot.keyClicks(field(palette), "preset ff-fast")
    qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.studio.spec == presets()["ff-fast"])


def test_names_are_spoken(palette):
    for widget in (palette, field(palette), shown_list(palette)):
        assert widget.accessibleName()
    assert field(palette).accessibleDescription() == "New Experiment, File, Ctrl+N"
    interface = QAccessible.queryAccessibleInterface(shown_list(palette))
    assert interface is None or interface.text(QAccessible.Text.Name) == "Commands"


def test_follows_the_theme(qtbot, window, palette):
    light = palette.grab().toImage().pixelColor(3, 3).name()
    window.themes.choose("dark")
    qtbot.waitUntil(lambda: palette.grab().toImage().pixelColor(3, 3).name() != light)
    assert palette.grab().toImage().pixelColor(3, 3).name() == DARK.surface
