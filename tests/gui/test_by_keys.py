"""Everything by keyboard alone: grids, rings, dialogs, and a first experiment from start to end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from ffstudio.app import first_experiment
from ffstudio.core.assets import resource
from ffstudio.core.describe.cards import REFUSED, Card
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.dialogs.lesson_editor.dialog import LessonEditor
from ffstudio.gui.dialogs.lesson_editor.draft import Draft
from ffstudio.gui.dialogs.model_card import ModelCardDialog
from ffstudio.gui.dialogs.questions import AboutDialog
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.forms.grid_keys import move_in_rows, move_in_table
from ffstudio.gui.panels.table import PANELS, panel_names
from ffstudio.gui.system.notifications import ErrorDialog
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.gui.focus_rings import without_ring
from tests.gui.resting import rest
from tests.gui.spoken_names import ambiguous, focusable, unnamed
from tests.marks import choose_cases

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key as the keyboard sends it: to the window, which asks the focused control."""
    qtbot.keyClick(window.windowHandle(), key, modifiers)


def type_in(qtbot, window, text):
    qtbot.keyClicks(window.focusWidget(), text)


def tab_to(qtbot, window, wanted, modifiers=Qt.KeyboardModifier.NoModifier):
    """Tab until the control has the keyboard."""
    gone = []
    for _ in range(120):
        now = window.focusWidget()
        if now is not None and (now is wanted or wanted.isAncestorOf(now)):
            return
        gone.append(now.objectName() if now is not None else None)
        key = KEY.Key_Backtab if modifiers == SHIFT else KEY.Key_Tab
        press(qtbot, window, key, modifiers)
    raise AssertionError(f"{wanted.objectName()} is not reached: {gone}")


@pytest.fixture
def window(qtbot, make_window, studio):
    window = make_window()
    with qtbot.waitSignal(studio.model_changed, timeout=20_000):
        studio.files.open(resource("models", "mnist.h5"), quietly=True)
    window.activateWindow()
    return window


# --- moving in grids ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "at", "lands"),
    [
        (KEY.Key_Right, -1, 0),
        (KEY.Key_Right, 3, 4),
        (KEY.Key_Left, 0, 0),
        (KEY.Key_Down, 1, 5),
        (KEY.Key_Down, 7, 7),  # there is no row below in its column
        (KEY.Key_Up, 2, 2),
        (KEY.Key_Home, 6, 0),
        (KEY.Key_End, -1, 9),
        (KEY.Key_PageDown, 1, 9),
        (KEY.Key_PageDown, 3, 7),
        (KEY.Key_PageUp, 7, 3),
        (KEY.Key_A, 3, None),
    ],
)
def test_keys_in_rows(key, at, lands):
    """Ten things in rows of four, two rows a page."""
    assert move_in_rows(key, at, 10, 4, 2) == lands


def test_nothing_is_reached_where_there_is_nothing():
    assert move_in_rows(KEY.Key_End, -1, 0, 4, 2) is None


@pytest.mark.parametrize(
    ("key", "far", "lands"),
    [
        (KEY.Key_Left, False, (1, 1)),
        (KEY.Key_Down, False, (2, 2)),
        (KEY.Key_Home, False, (1, 0)),
        (KEY.Key_End, False, (1, 3)),
        (KEY.Key_PageUp, False, (0, 2)),
        (KEY.Key_PageDown, False, (2, 2)),
        (KEY.Key_Home, True, (0, 0)),
        (KEY.Key_End, True, (2, 3)),
        (KEY.Key_Return, False, None),
    ],
)
def test_keys_in_a_table(key, far, lands):
    assert move_in_table(key, (1, 2), (3, 4), far=far) == lands


def test_an_image_is_found_and_taken_by_keys(qtbot, window):
    window.docks.go_to("data")
    grid = window.findChild(QWidget, "data_preview")
    qtbot.waitUntil(lambda: bool(grid.pictures))
    assert grid.accessibleDescription() == f"{len(grid.pictures)} images"
    tab_to(qtbot, window, grid)
    press(qtbot, window, KEY.Key_Right)
    assert grid.current == 0
    assert "of the training set" in grid.accessibleDescription()
    press(qtbot, window, KEY.Key_End)
    assert grid.current == len(grid.pictures) - 1
    assert not grid.place_of(grid.current).isEmpty(), "it is scrolled into sight"
    press(qtbot, window, KEY.Key_PageUp)
    assert 0 <= grid.current < len(grid.pictures)
    press(qtbot, window, KEY.Key_Home)
    press(qtbot, window, KEY.Key_Right)
    chosen = []
    window.docks.links.image_chosen.connect(lambda index, which: chosen.append((index, which)))
    press(qtbot, window, KEY.Key_Return)
    ((index, which),) = chosen
    assert f"image {index} of the training set; 2 of" in grid.accessibleDescription()
    assert which == "train"
    number = window.findChild(QWidget, "image_number")
    assert number.value() == index


def test_a_double_click_takes_the_image_under_the_mouse(qtbot, window):
    window.docks.bring_up("data")
    grid = window.findChild(QWidget, "data_preview")
    qtbot.waitUntil(lambda: bool(grid.pictures))
    place = grid.place_of(1).center().toPoint()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=place)
    assert grid.current == 1
    with qtbot.waitSignal(window.docks.links.image_chosen) as taken:
        qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=place)
    assert f"image {taken.args[0]} of" in grid.accessibleDescription()


def test_pairs_are_gone_through_by_keys(qtbot, window):
    window.docks.go_to("data")
    tabs = window.findChild(QWidget, "data_tabs").tabBar()
    tab_to(qtbot, window, tabs)
    press(qtbot, window, KEY.Key_Right)
    grid = window.findChild(QWidget, "pair_preview")
    qtbot.waitUntil(lambda: bool(grid.pictures))
    tab_to(qtbot, window, grid)
    said = []
    for key in (KEY.Key_Home, KEY.Key_Right, KEY.Key_Right):
        press(qtbot, window, key)
        said.append(grid.accessibleDescription())
    assert said[0].startswith("positive") and said[1].startswith("negative")
    assert len(set(said)) == 3


def test_the_matrix_says_where_one_is(qtbot, window):
    window.docks.bring_up("confusion")
    matrix = window.findChild(QWidget, "ff_confusion")
    qtbot.waitUntil(lambda: matrix.counts is not None, timeout=20_000)
    matrix.setFocus()
    press(qtbot, window, KEY.Key_Down)
    press(qtbot, window, KEY.Key_End, CTRL)
    count = int(matrix.counts[-1, -1])
    assert matrix.accessibleDescription().startswith(f"true 9, predicted 9, {count} images; ")
    press(qtbot, window, KEY.Key_Home)
    assert matrix.selected == (9, 0)
    press(qtbot, window, KEY.Key_PageUp)
    assert matrix.selected == (0, 0)
    press(qtbot, window, KEY.Key_Return)
    gallery = window.findChild(QListWidget, "confusion_gallery")
    qtbot.waitUntil(lambda: gallery.count() > 0)
    tab_to(qtbot, window, gallery)
    press(qtbot, window, KEY.Key_End)
    assert gallery.currentRow() == gallery.count() - 1
    spoken = gallery.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Image ") and "of the validation set" in spoken
    with qtbot.waitSignal(window.docks.links.image_chosen):
        press(qtbot, window, KEY.Key_Return)


def test_a_unit_is_found_by_keys_and_told(qtbot, window):
    window.docks.bring_up("filters")
    sheet = window.findChild(QWidget, "filter_sheet")
    qtbot.waitUntil(lambda: sheet.image is not None)
    sheet.setFocus()

    def goes_a_page_down():  # once the sheet has got its width
        columns = sheet.columns
        press(qtbot, window, KEY.Key_Home)
        press(qtbot, window, KEY.Key_PageDown)
        rows = sheet.chosen // columns
        return sheet.columns == columns and rows > 1 and sheet.chosen % columns == 0

    qtbot.waitUntil(goes_a_page_down)
    assert f"nit {sheet.chosen + 1}" in sheet.accessibleDescription()
    seen = sheet.visibleRegion().boundingRect()
    assert seen.contains(sheet.place_of(sheet.chosen).center().toPoint())
    press(qtbot, window, KEY.Key_PageUp)
    assert sheet.chosen == 0


# --- rings --------------------------------------------------------------------------------------


def test_the_audit_of_rings_finds_what_has_none(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 100)
    resting, plain = QWidget(page), QWidget(page)
    for at, widget in enumerate((resting, plain)):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.setGeometry(0, 50 * at, 100, 40)
    page.show()
    assert len(without_ring(page, resting, set())) == 1


@pytest.mark.parametrize("theme", choose_cases(["light", "dark"], "light"))
def test_everything_shows_that_it_has_the_keyboard(qtbot, window, theme):
    window.appearance.choose_theme(theme)
    window.resize(1280, 900)
    known, faults = set(), {}
    for entry in PANELS:
        window.docks.bring_up(entry.name)
        rest(qtbot, window)
        if found := without_ring(window, window, known):
            faults[entry.name] = found
    assert len(known) > 60
    assert faults == {}


# --- dialogs ------------------------------------------------------------------------------------


def make_dialog(name, window, studio, themes):
    if name == "error":
        dialog = ErrorDialog(themes)
        dialog.add(UserError("It failed", "There is no room.", "Traceback: …"))
        return dialog
    if name == "export":
        return ExportDialog(window.docks.figures(), studio, window.settings, window)
    if name == "card":
        card = Card("x.h5", 9, "a model", REFUSED, refused=("It holds code.",))
        return ModelCardDialog(studio, themes, card, window)
    if name == "lesson editor":
        titles = {entry.name: entry.title for entry in PANELS if entry.name in panel_names()}
        draft = Draft.of_present(studio.spec, ("log",), ())
        return LessonEditor(draft, titles, studio.spec, lambda lesson: True)
    if name == "help":
        window.help.show()
        return window.help.window
    return AboutDialog(window)


DIALOGS = ["error", "export", "card", "lesson editor", "help", "about"]


@pytest.mark.parametrize("theme", choose_cases(["light", "dark"], "light"))
@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_by_keys(qtbot, make_window, studio, themes, caplog, name, theme):
    """Named, ringed, in an order that comes round, with one default and Esc to leave."""
    caplog.expected = True  # the error is one
    window = make_window(panels=few_panels("curves", "draw"))
    window.appearance.choose_theme(theme)
    dialog = make_dialog(name, window, studio, themes)
    if dialog.parent() is None:
        qtbot.addWidget(dialog, before_close_func=lambda one: one.done(0))
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert unnamed(dialog) == []
    assert ambiguous(dialog) == []
    assert dialog.windowTitle()
    defaults = [b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.isDefault()]
    assert len(defaults) <= 1
    # In the editor Enter takes what is typed, field by field: nothing is saved by mistake.
    assert bool(defaults) == (name != "lesson editor") or not dialog.findChildren(QDialogButtonBox)
    wanted = {w for w in focusable(dialog) if w.isVisible() and w.isEnabled()}
    reached = set()
    for _ in range(3 * len(wanted)):
        reached.add(dialog.focusWidget())
        press(qtbot, dialog, KEY.Key_Tab)
    missed = [w.objectName() for w in wanted - reached if takes_tab(w)]
    assert missed == []
    assert without_ring(dialog, dialog, set()) == []
    press(qtbot, dialog, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def takes_tab(widget):
    """One radio button of a group stands for all, as everywhere."""
    return not (isinstance(widget, QAbstractButton) and widget.autoExclusive())


# --- from start to end --------------------------------------------------------------------------


@pytest.fixture
def learner(qtbot, themes, tmp_path):
    """A window on a studio of its own, as the program makes it."""
    from PySide6.QtCore import QSettings

    from ffstudio.gui.system.settings import Settings
    from ffstudio.gui.window.main_window import MainWindow

    studio = Studio(first_experiment())
    store = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    window = MainWindow(studio, themes, Settings(store))
    with qtbot.waitSignal(window.appeared):
        window.show()
    window.activateWindow()
    studio.start()
    yield window
    window.close_without_asking()
    qtbot.waitUntil(lambda: window.ended, timeout=20_000)
    window.deleteLater()


def run_by_palette(qtbot, window, words):
    press(qtbot, window, KEY.Key_P, CTRL | SHIFT)
    palette = window.findChild(QWidget, "command_palette")
    qtbot.waitUntil(palette.isVisible)
    search = palette.findChild(QLineEdit, "palette_search")
    qtbot.keyClicks(search, words)
    qtbot.keyClick(search, KEY.Key_Return)
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_a_first_experiment_by_keys_alone(qtbot, learner, tmp_path):
    window, studio = learner, learner.studio
    run_by_palette(qtbot, window, "preset digits-quick")
    qtbot.waitUntil(lambda: studio.spec.name == "digits-quick")
    run_by_palette(qtbot, window, "show builder")
    epochs = window.findChild(QWidget, "run_epochs")
    tab_to(qtbot, window, epochs)
    press(qtbot, window, KEY.Key_A, CTRL)
    type_in(qtbot, window, "2")
    press(qtbot, window, KEY.Key_Return)
    assert studio.spec.epochs == 2
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=60_000)
    press(qtbot, window, KEY.Key_2, ALT)  # the curves; there Space trains
    window.setFocus()
    with qtbot.waitSignal(studio.run_finished, timeout=90_000):
        press(qtbot, window, KEY.Key_Space)
    assert studio.status is RunStatus.IDLE

    run_by_palette(qtbot, window, "show draw")
    tab_to(qtbot, window, window.findChild(QWidget, "image_number"))
    press(qtbot, window, KEY.Key_Up)
    bars = window.findChild(QWidget, "score_bars")
    qtbot.waitUntil(lambda: bars.scores is not None)

    run_by_palette(qtbot, window, "show confusion")
    matrix = window.findChild(QWidget, "ff_confusion")
    qtbot.waitUntil(lambda: matrix.counts is not None, timeout=20_000)
    tab_to(qtbot, window, matrix)
    press(qtbot, window, KEY.Key_Down)
    press(qtbot, window, KEY.Key_Return)
    gallery = window.findChild(QListWidget, "confusion_gallery")
    qtbot.waitUntil(lambda: gallery.count() > 0)

    def export():
        dialog = QApplication.activeModalWidget()
        # Figures that nobody has looked at are made first.
        if dialog is None or not dialog.isActiveWindow():
            QTimer.singleShot(50, export)
            return
        assert isinstance(dialog, ExportDialog)
        folder = dialog.findChild(QLineEdit, "export_folder_edit")
        tab_to(qtbot, dialog, folder)
        press(qtbot, dialog, KEY.Key_A, CTRL)
        type_in(qtbot, dialog, str(tmp_path))
        check = next(b for b in dialog.findChildren(QCheckBox) if "svg" in b.objectName())
        if not check.isChecked():
            tab_to(qtbot, dialog, check)
            press(qtbot, dialog, KEY.Key_Space)
        tab_to(qtbot, dialog, dialog.findChild(QPushButton, "export_button"))
        press(qtbot, dialog, KEY.Key_Space)
        QTimer.singleShot(200, lambda: leave(dialog))

    def leave(dialog):
        if not list(tmp_path.glob("*.svg")):
            QTimer.singleShot(200, lambda: leave(dialog))
            return
        if dialog.isVisible():
            press(qtbot, dialog, KEY.Key_Escape)

    QTimer.singleShot(300, export)
    press(qtbot, window, KEY.Key_E, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert [path for path in tmp_path.glob("*.svg") if path.stat().st_size > 1000]
