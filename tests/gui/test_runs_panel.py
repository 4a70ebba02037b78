"""The library of runs, by mouse and keys, with real run folders and a run under way."""

from __future__ import annotations

import dataclasses
import itertools
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)

from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.run.events import CheckpointTaken, RunFinished, RunStarted
from ffstudio.core.run.status import RunEnd, RunStatus
from ffstudio.files.runs.folder import RunFolder, new_card
from ffstudio.files.runs.library import list_runs
from ffstudio.files.runs.recorder import Recorder
from ffstudio.files.runs.thumbnail import HEIGHT, WIDTH, Course, write_thumbnail
from ffstudio.gui.panels.runs import panel as runs_panel
from tests.gui.few_panels import few_panels
from tests.gui.test_colormaps import contrast, luminance, rgb
from tests.gui.test_kept_runs import LONG, begin, settle, train, train_until

assert begin  # a fixture

LEFT = Qt.MouseButton.LeftButton
LOOK_S = 0.2
DECORATION = Qt.ItemDataRole.DecorationRole


def root():
    return Path(os.environ["FFSTUDIO_RUNS"])


def write_run(studio, name, *, seed=1, share=0.5, end=RunEnd.COMPLETED, day=1, preset=""):
    """A run of the studio's experiment in a folder, as a recorder leaves it."""
    spec, shape = studio.spec.replace(name=name, seed=seed), studio.data.shape
    card = dataclasses.replace(
        new_card(spec, "Digits", {}, preset=preset, by="test"),
        created=f"2026-01-{day:02}T10:00:00+00:00",
    )
    folder = RunFolder.create(root() / name, card, spec)
    recorder = Recorder(folder, spec)
    recorder.take(RunStarted(0, spec, 1, 1))
    states = {net: {"layer_0/kernel": np.ones((40, 40), np.float32)} for net in ("ff", "bp")}
    moment = Checkpoint(spec, shape, (0, 1), 1.0, states, {"ff": 1, "bp": 1})
    recorder.take(CheckpointTaken(0, moment))
    if end is not None:
        recorder.take(RunFinished(0, end, {"ff": share, "bp": share / 2}, {"train": 75.0}))
    assert recorder.close(30) and not recorder.problem
    return folder


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Panels that look for what other processes do ten times as often."""
    monkeypatch.setattr(runs_panel, "LOOK_S", LOOK_S)


@pytest.fixture
def library(qtbot, studio, make_window):
    """A window with its panel of runs in front, and three runs to list."""
    write_run(studio, "alpha", share=0.9, day=3, preset="ff-fast")
    write_run(studio, "beta", seed=7, share=0.7, day=2, end=RunEnd.STOPPED)
    write_run(studio, "gamma", share=0.8, day=1, end=None)
    window = make_window(panels=few_panels("curves", "runs"))
    window.resize(1280, 800)
    panel = bring_up(qtbot, window)
    qtbot.waitUntil(lambda: len(names(panel)) == 3, timeout=LONG)
    return window, panel


def bring_up(qtbot, window):
    window.docks.bring_up("runs")
    qtbot.waitUntil(lambda: window.docks["runs"].is_seen)
    return window.docks["runs"].panel


def table(panel):
    return panel.findChild(QTableView, "runs_table")


def heads(panel):
    model = table(panel).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    horizontal = Qt.Orientation.Horizontal
    return [model.headerData(i, horizontal, role) for i in range(model.columnCount())]


def cell(panel, row, head):
    return table(panel).model().index(row, heads(panel).index(head))


def column(panel, head, role=Qt.ItemDataRole.DisplayRole):
    return [cell(panel, i, head).data(role) for i in range(table(panel).model().rowCount())]


def names(panel):
    return column(panel, "Name", Qt.ItemDataRole.EditRole)


def at(panel, name, head="Name"):
    """Where a cell is."""
    view = table(panel)
    index = cell(panel, names(panel).index(name), head)
    view.scrollTo(index)
    return view.visualRect(index).center()


def click(qtbot, panel, name, head="Name", modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(table(panel).viewport(), LEFT, modifier, at(panel, name, head))


def action(panel, name):
    return next(a for a in table(panel).actions() if a.objectName() == f"run_{name}_action")


def about(name):
    return RunFolder(root() / name).read_about()


def toast(window, words):
    return next(
        (t for t in window.findChildren(QFrame, "toast")
         if t.isVisible() and words in t.accessibleName()), None
    )  # fmt: skip


def answer_about_unsaved(qtbot, text):
    """Clicks a button of the question, once it is there."""

    def click_it():
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog.objectName() != "unsaved_model_dialog":
            return
        timer.stop()
        buttons = dialog.findChildren(QPushButton)
        [button] = [b for b in buttons if b.text().replace("&", "") == text]
        qtbot.mouseClick(button, LEFT)

    timer = QTimer()
    timer.timeout.connect(click_it)
    timer.start(20)
    return timer


# --- the list ---------------------------------------------------------------------------------


def test_runs_are_listed_newest_first_with_what_is_known_of_them(qtbot, library):
    _, panel = library
    assert names(panel) == ["alpha", "beta", "gamma"]
    assert column(panel, "State") == ["completed", "stopped", "interrupted"]
    assert column(panel, "FF Accuracy") == ["90.00%", "70.00%", ""]
    assert column(panel, "BP Accuracy") == ["45.00%", "35.00%", ""]
    assert column(panel, "Epochs") == ["1", "1", "1"] and column(panel, "Seed") == ["1", "7", "1"]
    assert column(panel, "Preset") == ["ff-fast", "", ""]
    assert column(panel, "How Long") == ["1 min", "1 min", ""]
    qtbot.waitUntil(lambda: all(text.endswith(" MB") for text in column(panel, "Size")))
    head = table(panel).model().headerData
    at_ff = heads(panel).index("FF Accuracy")
    assert "test" in head(at_ff, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)


def test_a_head_sorts_and_what_is_not_known_comes_last_either_way(qtbot, library):
    _, panel = library
    header = table(panel).findChild(QHeaderView, "runs_header")
    i = heads(panel).index("FF Accuracy")
    spot = QPoint(header.sectionViewportPosition(i) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=spot)
    first = names(panel)
    qtbot.mouseClick(header.viewport(), LEFT, pos=spot)
    assert {tuple(first), tuple(names(panel))} == {
        ("alpha", "beta", "gamma"), ("beta", "alpha", "gamma")
    }  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_boxes_for_ticks_are_seen(qtbot, library, theme):
    window, panel = library
    window.appearance.choose_theme(theme)
    for name in ("alpha", "beta"):  # rows of either shade
        place = table(panel).visualRect(cell(panel, names(panel).index(name), "Compare"))
        image = table(panel).viewport().grab(place).toImage()
        spots = itertools.product(range(image.width()), range(image.height()))
        shades = sorted((rgb(image.pixelColor(*spot)) for spot in spots), key=luminance)
        # The frame of an empty box against its own ground; there is nothing else.
        assert contrast(shades[0], shades[-1]) >= 3.0, name


def test_search_filters_and_what_is_said_when_nothing_fits(qtbot, library):
    _, panel = library
    search = panel.findChild(QLineEdit, "runs_search")
    qtbot.keyClicks(search, "fast ALPH")
    assert names(panel) == ["alpha"]
    assert panel.findChild(QLabel, "runs_count").text() == "1 of 3 runs"
    qtbot.keyClicks(search, " x")
    assert names(panel) == [] and not table(panel).isVisible()
    assert "No run fits" in panel.findChild(QLabel, "runs_words").text()
    search.clear()
    hide = panel.findChild(QCheckBox, "runs_hide_finished")
    qtbot.mouseClick(hide, LEFT, pos=QPoint(8, hide.height() // 2))
    assert names(panel) == ["gamma"]
    qtbot.mouseClick(hide, LEFT, pos=QPoint(8, hide.height() // 2))
    state = panel.findChild(QComboBox, "runs_state_filter")
    state.setFocus()
    qtbot.keyClicks(state, "Sto")
    assert names(panel) == ["beta"]


def test_a_run_is_seen_at_a_glance(qtbot, studio, make_window):
    """The picture of its accuracies; another one once it has gone on."""
    folder = write_run(studio, "seen")
    course = Course()
    for epoch, share in ((1, 0.2), (2, 0.9)):
        course.values.setdefault("ff", {})[epoch] = share
    write_thumbnail(folder.path, course)
    write_run(studio, "never judged")
    window = make_window(panels=few_panels("curves", "runs"))
    window.docks.bring_up("runs")
    panel = window.docks["runs"].panel
    qtbot.waitUntil(lambda: sorted(names(panel)) == ["never judged", "seen"], timeout=LONG)

    def find_picture(name):
        return cell(panel, names(panel).index(name), "Course").data(DECORATION)

    picture = find_picture("seen")
    assert (picture.width(), picture.height()) == (WIDTH, HEIGHT)
    assert picture.deviceIndependentSize().width() == WIDTH / 2
    assert find_picture("never judged") is None
    spoken = dict(
        zip(names(panel), column(panel, "Course", Qt.ItemDataRole.AccessibleTextRole), strict=True)
    )
    assert spoken == {"seen": "A picture of its accuracies", "never judged": ""}
    course.values["bp"] = {1: 0.5}
    write_thumbnail(folder.path, course)
    qtbot.waitUntil(lambda: find_picture("seen").toImage() != picture.toImage(), timeout=LONG)


def test_columns_are_chosen_by_a_right_click_and_come_back(qtbot, library, make_window):
    window, panel = library
    header = table(panel).findChild(QHeaderView, "runs_header")
    header.customContextMenuRequested.emit(QPoint(30, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    wanted = {a.text(): a for a in menu.actions()}
    assert not wanted["Name"].isEnabled() and not wanted["Tags"].isChecked()
    for text in ("Tags", "Preset"):
        qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(wanted[text]).center())
        if not menu.isVisible():
            header.customContextMenuRequested.emit(QPoint(30, 5))
            menu = QApplication.activePopupWidget()
            wanted = {a.text(): a for a in menu.actions()}
    menu.close()
    hidden = {h: table(panel).isColumnHidden(i) for i, h in enumerate(heads(panel))}
    assert hidden["Preset"] and not hidden["Tags"]
    header.resizeSection(heads(panel).index("Data"), 171)
    table(panel).sortByColumn(heads(panel).index("Seed"), Qt.SortOrder.DescendingOrder)
    window.close_without_asking()
    again = make_window(panels=few_panels("curves", "runs"))
    panel = bring_up(qtbot, again)
    assert {h: table(panel).isColumnHidden(i) for i, h in enumerate(heads(panel))} == hidden
    assert table(panel).columnWidth(heads(panel).index("Data")) == 171
    qtbot.waitUntil(lambda: names(panel)[:1] == ["beta"], timeout=LONG)


def test_an_empty_library_says_what_a_run_is_and_where_they_are_kept(qtbot, make_window, studio):
    panel = bring_up(qtbot, make_window(panels=few_panels("curves", "runs")))
    words = panel.findChild(QLabel, "runs_words")
    qtbot.waitUntil(lambda: "There are no runs yet" in words.text(), timeout=LONG)
    assert words.isVisible() and str(root()) in words.text() and "being kept" in words.text()
    studio.runs.are_kept = False
    qtbot.waitUntil(lambda: "Keep Runs on Disk" in words.text(), timeout=LONG)


def test_damaged_runs_say_why_and_can_only_be_deleted(qtbot, library):
    _, panel = library
    (root() / "beta" / "run.json").write_text("{")
    qtbot.waitUntil(lambda: "damaged" in column(panel, "State"), timeout=LONG)
    click(qtbot, panel, "beta")
    row = names(panel).index("beta")
    assert "damaged" in cell(panel, row, "State").data(Qt.ItemDataRole.ToolTipRole)
    for name in ("open", "use", "rename", "star", "note"):
        assert not action(panel, name).isEnabled()
        assert "damaged" in action(panel, name).toolTip()
    assert action(panel, "delete").isEnabled()


def test_folders_that_come_and_go_by_other_processes_are_followed(qtbot, library, studio):
    window, panel = library
    click(qtbot, panel, "beta")
    write_run(studio, "delta", day=9)
    qtbot.waitUntil(lambda: names(panel) == ["delta", "alpha", "beta", "gamma"], timeout=LONG)
    assert [i.row() for i in table(panel).selectionModel().selectedRows()] == [2]
    shutil.rmtree(root() / "alpha")
    qtbot.waitUntil(lambda: names(panel) == ["delta", "beta", "gamma"], timeout=LONG)
    # Behind another tab it does nothing.
    window.docks.bring_up("curves")
    qtbot.waitUntil(lambda: not window.docks["runs"].is_seen)
    told = []
    studio.library.changed.connect(lambda: told.append(True))
    write_run(studio, "epsilon", day=10)
    qtbot.wait(int(2500 * LOOK_S))
    assert not told and "epsilon" not in names(panel)
    window.docks.bring_up("runs")
    qtbot.waitUntil(lambda: "epsilon" in names(panel), timeout=LONG)


# --- what the user says of a run ----------------------------------------------------------------


def begin_to_rename(qtbot, panel, name):
    """F2 on a run's name; the editor that is there then."""
    click(qtbot, panel, name)
    qtbot.waitUntil(table(panel).hasFocus, timeout=LONG)
    qtbot.waitUntil(lambda: not editors(panel), timeout=LONG)  # the one before goes a turn later
    qtbot.keyClick(table(panel), Qt.Key.Key_F2)
    [editor] = editors(panel)
    assert editor.hasFocus() and editor.text() == name == editor.selectedText()
    assert editor.accessibleName() == "Name"
    return editor


def editors(panel):
    return table(panel).viewport().findChildren(QLineEdit)


def test_a_run_is_renamed_in_its_place(qtbot, library):
    _, panel = library
    editor = begin_to_rename(qtbot, panel, "alpha")
    qtbot.keyClicks(editor, "my best")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(panel)[0] == "my best", timeout=LONG)
    qtbot.waitUntil(lambda: about("alpha").name == "my best", timeout=LONG)
    # Nothing typed gives back the experiment's name.
    editor = begin_to_rename(qtbot, panel, "my best")
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(panel)[0] == "alpha" and about("alpha").name == "", timeout=LONG)


def test_what_changes_meanwhile_leaves_a_half_typed_name_alone(qtbot, library, studio):
    _, panel = library
    # Once all is known of them the library has nothing to tell by itself.
    qtbot.waitUntil(lambda: all(text.endswith(" MB") for text in column(panel, "Size")))
    table(panel).sortByColumn(heads(panel).index("FF Accuracy"), Qt.SortOrder.DescendingOrder)
    hide = panel.findChild(QCheckBox, "runs_hide_finished")
    hide.setChecked(True)
    assert names(panel) == ["gamma"]
    editor = begin_to_rename(qtbot, panel, "gamma")
    qtbot.keyClicks(editor, "half ")
    runs, model = list(studio.library.runs), table(panel).model().sourceModel()

    def become(**changes):
        at = next(i for i, run in enumerate(runs) if run.path.name == "gamma")
        runs[at] = dataclasses.replace(runs[at], **changes)
        model.show_runs(runs)

    become(epochs=7, size=12_345_678)  # as while it is trained
    assert cell(panel, 0, "Epochs").data() == "7"
    become(ff=0.99)  # another place in the order
    model.mark_shown(root() / "gamma")
    become(state="completed")  # what is hidden
    model.show_runs([run for run in runs if run.path.name != "beta"])
    assert editor.isVisible() and editor.hasFocus() and editor.text() == "half "
    qtbot.keyClicks(editor, "typed")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: about("gamma").name == "half typed", timeout=LONG)
    assert about("alpha").name == about("beta").name == ""
    # Now rows go where they belong again.
    model.show_runs(runs)
    qtbot.waitUntil(lambda: "gamma" not in names(panel), timeout=LONG)
    hide.setChecked(False)
    qtbot.waitUntil(lambda: names(panel)[-1] == "beta", timeout=LONG)


def test_a_half_typed_name_goes_with_its_run_and_no_other_gets_it(qtbot, library, studio):
    _, panel = library
    editor = begin_to_rename(qtbot, panel, "beta")
    qtbot.keyClicks(editor, "half")
    shutil.rmtree(root() / "beta")
    qtbot.waitUntil(lambda: names(panel) == ["alpha", "gamma"], timeout=LONG)
    qtbot.waitUntil(lambda: not editors(panel), timeout=LONG)
    assert about("alpha").name == about("gamma").name == ""
    write_run(studio, "delta", day=9)  # rows are put in order again
    qtbot.waitUntil(lambda: names(panel) == ["delta", "alpha", "gamma"], timeout=LONG)


def test_a_half_typed_name_is_kept_when_the_panel_is_made_anew(qtbot, library):
    window, panel = library
    qtbot.keyClicks(begin_to_rename(qtbot, panel, "alpha"), "half")
    window.speech.choose("pl")
    try:
        qtbot.waitUntil(lambda: about("alpha").name == "half", timeout=LONG)
    finally:
        window.speech.choose("en")


def test_stars_and_colours_by_mouse_and_keys(qtbot, library):
    _, panel = library
    click(qtbot, panel, "beta", "Star")
    assert column(panel, "Star") == ["☆", "★", "☆"]
    qtbot.waitUntil(lambda: about("beta").star, timeout=LONG)
    click(qtbot, panel, "alpha")
    click(qtbot, panel, "gamma", modifier=Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table(panel), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert column(panel, "Star") == ["★", "★", "★"]
    colours = panel.findChild(QMenu, "runs_colour_menu")
    next(a for a in colours.actions() if a.text() == "Red").trigger()
    spoken = column(panel, "Colour", Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ["Red", "Red", "Red"]
    qtbot.waitUntil(
        lambda: all(about(n).colour == "#d55e00" and about(n).star for n in ("alpha", "gamma")),
        timeout=LONG,
    )
    starred = panel.findChild(QCheckBox, "runs_starred")
    qtbot.keyClick(table(panel), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    click(qtbot, panel, "beta", "Star")
    qtbot.mouseClick(starred, LEFT, pos=QPoint(8, starred.height() // 2))
    assert names(panel) == ["beta"]


def test_notes_and_tags_are_kept_and_found(qtbot, library):
    _, panel = library
    click(qtbot, panel, "beta")
    action(panel, "note").trigger()
    note, tags = panel.findChild(QPlainTextEdit, "run_note"), panel.findChild(QLineEdit, "run_tags")
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "Too wide a layer")
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert tags.hasFocus()
    qtbot.keyClicks(tags, "wide, sweep,wide")
    qtbot.keyClick(tags, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: about("beta").tags == ("wide", "sweep"), timeout=LONG)
    assert about("beta").note == "Too wide a layer"
    # Half a note is kept when another run is chosen.
    qtbot.keyClicks(note, "! ")
    click(qtbot, panel, "alpha")
    assert note.toPlainText() == "" and tags.text() == ""
    qtbot.waitUntil(lambda: "!" in about("beta").note, timeout=LONG)
    qtbot.keyClicks(panel.findChild(QLineEdit, "runs_search"), "too wide")
    assert names(panel) == ["beta"]
    panel.findChild(QLineEdit, "runs_search").clear()
    combo = panel.findChild(QComboBox, "runs_tag_filter")
    combo.setFocus()
    qtbot.keyClicks(combo, "swe")
    assert combo.currentText() == "sweep" and names(panel) == ["beta"]


# --- deleting ---------------------------------------------------------------------------------


def test_deleting_is_undone(qtbot, library):
    window, panel = library
    click(qtbot, panel, "alpha")
    click(qtbot, panel, "beta", modifier=Qt.KeyboardModifier.ControlModifier)
    before = {p.relative_to(root()): p.read_bytes() for p in root().rglob("*") if p.is_file()}
    qtbot.keyClick(table(panel), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(panel) == ["gamma"], timeout=LONG)
    assert [one.name for one in list_runs(root())] == ["gamma"]
    card = toast(window, "2 runs were deleted")
    qtbot.mouseClick(card.findChild(QPushButton, "toast_action"), LEFT)
    qtbot.waitUntil(lambda: names(panel) == ["alpha", "beta", "gamma"], timeout=LONG)
    assert before == {
        p.relative_to(root()): p.read_bytes() for p in root().rglob("*") if p.is_file()
    }


# --- opening, settings ----------------------------------------------------------------------------


def test_settings_go_into_the_builder_and_can_be_undone(qtbot, library, studio):
    _, panel = library
    before = studio.spec
    click(qtbot, panel, "beta")
    qtbot.mouseClick(panel.findChild(QPushButton, "run_use_button"), LEFT)
    qtbot.waitUntil(lambda: studio.spec == before.replace(name="beta", seed=7), timeout=LONG)
    studio.edits.undo_stack.undo()
    assert studio.spec == before
    action(panel, "duplicate").trigger()
    qtbot.waitUntil(lambda: studio.spec.name == "beta copy", timeout=LONG)
    assert studio.spec.seed == 7


class Manager(QObject):
    """Stands where the system's file manager would."""

    def __init__(self):
        super().__init__()
        self.shown = []

    @Slot(QUrl)
    def show_folder(self, url):
        self.shown.append(url.toLocalFile())


def test_the_folder_is_revealed_and_its_path_copied(qtbot, library):
    _, panel = library
    click(qtbot, panel, "gamma")
    manager = Manager()
    QDesktopServices.setUrlHandler("file", manager, "show_folder")
    try:
        action(panel, "reveal").trigger()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert manager.shown == [str(root() / "gamma")]
    qtbot.keyClick(table(panel), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(root() / "gamma")


def test_enter_and_a_double_click_open(qtbot, library):
    window, panel = library
    wanted = []
    window.docks.links.run_wanted.disconnect()
    window.docks.links.run_wanted.connect(wanted.append)
    click(qtbot, panel, "beta")
    qtbot.mouseDClick(table(panel).viewport(), LEFT, pos=at(panel, "beta"))
    assert wanted == [root() / "beta"]
    qtbot.mouseClick(panel.findChild(QPushButton, "run_open_button"), LEFT)
    table(panel).setFocus()
    qtbot.keyClick(table(panel), Qt.Key.Key_Up)
    qtbot.keyClick(table(panel), Qt.Key.Key_Return)
    assert wanted == [root() / "beta", root() / "beta", root() / "alpha"]


def test_what_cannot_be_done_says_why(qtbot, library, studio):
    _, panel = library
    assert action(panel, "open").toolTip() == "Choose a run in the table first."
    click(qtbot, panel, "alpha")
    click(qtbot, panel, "beta", modifier=Qt.KeyboardModifier.ControlModifier)
    button = panel.findChild(QPushButton, "run_open_button")
    assert not button.isEnabled() and button.toolTip() == "Choose a single run."
    assert action(panel, "delete").isEnabled()


def test_the_menu_offers_everything_at_a_right_click(qtbot, library):
    _, panel = library
    click(qtbot, panel, "alpha")
    table(panel).customContextMenuRequested.emit(at(panel, "alpha"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [a.text() for a in menu.actions() if a.text()]
    menu.close()
    assert texts == [
        "Open", "Compare", "Use These Settings", "Duplicate Settings", "Rename", "Star", "Colour", "Tags…",
        "Note…", "Reveal in File Manager", "Copy Path", "Delete",
    ]  # fmt: skip


def test_a_run_under_way_is_listed_left_alone_and_marked(qtbot, begin):
    studio, window = begin(epochs=2)
    train(qtbot, studio)
    panel = bring_up(qtbot, window)
    qtbot.waitUntil(lambda: column(panel, "Name") == ["kept (shown)"], timeout=LONG)
    [first] = list_runs(root())
    studio.edits.edit(studio.spec.replace(name="second", epochs=4000))
    studio.runs.train()
    qtbot.waitUntil(lambda: column(panel, "Name") == ["second (shown)", "kept"], timeout=LONG)
    qtbot.waitUntil(lambda: int(column(panel, "Epochs")[0]) >= 2, timeout=LONG)
    assert column(panel, "State") == ["running", "completed"]
    click(qtbot, panel, "second")
    for name in ("open", "delete"):
        assert not action(panel, name).isEnabled()
        assert "being trained" in action(panel, name).toolTip()
    # Others are described and deleted meanwhile, and the run goes on.
    click(qtbot, panel, "kept", "Star")
    qtbot.waitUntil(lambda: first.folder.read_about().star, timeout=LONG)
    click(qtbot, panel, "kept")
    assert "A run is active" in action(panel, "open").toolTip()
    qtbot.keyClick(table(panel), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(panel) == ["second"], timeout=LONG)
    qtbot.mouseClick(toast(window, "deleted").findChild(QPushButton, "toast_action"), LEFT)
    qtbot.waitUntil(lambda: names(panel) == ["second", "kept"], timeout=LONG)
    assert studio.status is RunStatus.RUNNING
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.stop()
    settle(qtbot, studio)
    qtbot.waitUntil(lambda: column(panel, "State")[0] == "stopped", timeout=LONG)
    # The first one again, without a question: the second one is kept.
    click(qtbot, panel, "kept")
    qtbot.mouseDClick(table(panel).viewport(), LEFT, pos=at(panel, "kept"))
    qtbot.waitUntil(lambda: studio.shown.kept == first.folder.path, timeout=LONG)
    assert column(panel, "Name") == ["second", "kept (shown)"]
    assert len(studio.history.epochs) == 2 and studio.spec.name == "kept"
    # And back by the keyboard.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    table(panel).setFocus()
    qtbot.keyClick(table(panel), Qt.Key.Key_Up)
    qtbot.keyClick(table(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: studio.spec.name == "second", timeout=LONG)


def test_a_cancelled_run_leaves_the_list(qtbot, begin):
    studio, window = begin(epochs=400)
    panel = bring_up(qtbot, window)
    train_until(qtbot, studio, 1)
    qtbot.waitUntil(lambda: names(panel) == ["kept"], timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()
    settle(qtbot, studio)
    qtbot.waitUntil(lambda: names(panel) == [], timeout=LONG)


def test_a_run_stopped_within_its_first_epoch_can_be_opened(qtbot, begin):
    studio, window = begin(epochs=2)
    panel = bring_up(qtbot, window)
    for _ in range(2):
        studio.runs.step_batch()
        qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED, timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.stop()
    settle(qtbot, studio)
    qtbot.waitUntil(lambda: column(panel, "State") == ["stopped"], timeout=LONG)
    assert column(panel, "Epochs") == ["0"]
    click(qtbot, panel, "kept")
    assert action(panel, "open").isEnabled()
    kernel = studio.snapshot.ff.layers[0].kernel
    qtbot.mouseClick(panel.findChild(QPushButton, "run_open_button"), LEFT)
    qtbot.waitUntil(lambda: studio.shown.file is not None, timeout=LONG)
    np.testing.assert_array_equal(studio.snapshot.ff.layers[0].kernel, kernel)


def test_nets_that_are_kept_nowhere_are_asked_about(qtbot, begin):
    studio, window = begin(epochs=1)
    train(qtbot, studio)
    panel = bring_up(qtbot, window)
    qtbot.waitUntil(lambda: column(panel, "Name") == ["kept (shown)"], timeout=LONG)
    [first] = list_runs(root())
    studio.runs.are_kept = False
    studio.edits.edit(studio.spec.replace(name="second"))
    train(qtbot, studio)
    assert studio.shown.kept is None and studio.has_unsaved_model
    click(qtbot, panel, "kept")
    for button in ("Cancel", "Discard"):
        waiting = answer_about_unsaved(qtbot, button)
        qtbot.mouseDClick(table(panel).viewport(), LEFT, pos=at(panel, "kept"))
        assert not waiting.isActive()  # it has been asked
        if button == "Cancel":
            assert studio.spec.name == "second" and studio.has_unsaved_model
    qtbot.waitUntil(lambda: studio.shown.kept == first.folder.path, timeout=LONG)
    assert studio.spec.name == "kept"


def test_closing_over_kept_nets_says_that_nothing_is_lost(qtbot, begin):
    studio, window = begin(epochs=1)
    train(qtbot, studio)
    assert studio.has_unsaved_model and studio.newest.kept is not None
    waiting = answer_about_unsaved(qtbot, "Don't Save")
    assert window.files.may_lose_model(lambda: None)
    assert not waiting.isActive()
