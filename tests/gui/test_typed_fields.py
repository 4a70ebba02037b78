"""What is typed into a field counts when one is done with it; by real keys and a real run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QToolButton, QWidget

import ffstudio
from ffstudio.core.experiment.spec import ExperimentSpec, LayerSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.forms.number_boxes import RealBox, WholeBox
from ffstudio.gui.forms.typed_edit import LIVE_PAUSE_MS, PAUSE_MS, commit_open_texts
from ffstudio.gui.panels.builder.panel import BuilderPanel
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.marks import choose_cases

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot, studio, themes):
    made = BuilderPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(380, 1400)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def field(inside, name) -> QLineEdit:
    return inside.findChild(QLineEdit, name)


def start_typing(qtbot, edit, text):
    """Types over what is in a field, and does not end it."""
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.selectAll()
    qtbot.keyClicks(edit, text)


@pytest.fixture
def running(qtbot, themes):
    """A builder beside a net that really learns."""
    spec = ExperimentSpec(
        epochs=100_000,
        batch_size=32,
        layers=(LayerSpec(units=16, learning_rate=0.03), LayerSpec(units=16)),
        data=DataSpec(name="digits", subset=0.3),
    )
    studio = Studio(spec)
    panel = BuilderPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.resize(380, 1400)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    studio.start()
    try:
        qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=120_000)
        studio.runs.train()
        qtbot.waitUntil(
            lambda: studio.status is RunStatus.RUNNING and bool(studio.history), timeout=60_000
        )
        yield panel, studio
        with qtbot.waitSignal(studio.run_finished, timeout=60_000):
            studio.runs.stop()
    finally:
        assert studio.shutdown(10.0)


def rate_in_the_run(studio):
    return studio.shown.session.spec.layers[0].learning_rate


def marks(studio):
    return [mark.text for mark in studio.history.marks]


# --- while a run goes on ------------------------------------------------------------------


def test_a_rate_typed_slowly_is_never_applied_by_halves(qtbot, running):
    panel, studio = running
    edit = field(panel, "layer_learning_rate")
    used = set()
    studio.spec_changed.connect(lambda spec: used.add(spec.layers[0].learning_rate))
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.selectAll()
    snapshots = []
    studio.snapshot_changed.connect(snapshots.append)
    for typed, key in (("1", "1"), ("1e", "e"), ("1e-", "-"), ("1e-3", "3")):
        qtbot.keyClicks(edit, key)
        before = len(snapshots)
        qtbot.wait(LIVE_PAUSE_MS // 8)
        qtbot.waitUntil(lambda before=before: len(snapshots) > before, timeout=10_000)
        assert edit.text() == typed, "no snapshot touches it"
        assert studio.spec.layers[0].learning_rate == 0.03
    assert marks(studio) == [] and rate_in_the_run(studio) == 0.03
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert used == {0.001}
    qtbot.waitUntil(lambda: len(studio.history.marks) > 0, timeout=10_000)
    assert rate_in_the_run(studio) == 0.001
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)  # of the panel alone nobody takes it
    studio.edits.undo_stack.undo()
    qtbot.waitUntil(lambda: len(studio.history.marks) > 1, timeout=10_000)
    assert marks(studio) == ["Layer 1 learning rate → 0.001", "Layer 1 learning rate → 0.03"]
    assert rate_in_the_run(studio) == 0.03 and edit.text() == "0.03"
    assert not studio.edits.undo_stack.canUndo(), "one step"


def test_held_arrows_are_one_mark_and_layers_that_come_send_no_rates(qtbot, running):
    panel, studio = running
    edit = field(panel, "layer_learning_rate")
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    for _ in range(8):
        qtbot.keyClick(edit, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: len(studio.history.marks) > 0, timeout=10_000)
    assert marks(studio) == [f"Layer 1 learning rate → {edit.text()}"]
    assert rate_in_the_run(studio) == float(edit.text()) > 0.06
    remove = panel.findChild(QToolButton, "layer_remove_button")
    qtbot.mouseClick(remove, LEFT)
    assert len(studio.spec.layers) == 1
    epoch = studio.progress.epoch
    qtbot.waitUntil(lambda: studio.progress.epoch > epoch + 1, timeout=20_000)
    assert len(studio.history.marks) == 1


def test_the_field_says_that_enter_is_awaited(qtbot, running):
    panel, studio = running
    edit = field(panel, "layer_learning_rate")
    start_typing(qtbot, edit, "0,05")
    note = edit.findChild(QLabel, "typed_note")
    assert note.isVisible() and note.text() == "= 0.05"
    start_typing(qtbot, edit, "1e-3")
    assert note.isVisible() and note.text().startswith("Enter")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert edit.text() == "0.03" and marks(studio) == []


# --- when it counts -------------------------------------------------------------------------


def test_escape_brings_the_old_value_back(qtbot, panel, studio):
    edit = field(panel, "layer_units")
    start_typing(qtbot, edit, "40")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "16"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert studio.spec.layers[0].units == 16 and not studio.edits.undo_stack.canUndo()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_enter_and_leaving_take_it_over_in_one_step(qtbot, panel, studio, key):
    edit = field(panel, "layer_units")
    for text in ("40", "50"):
        start_typing(qtbot, edit, text)
        assert studio.spec.layers[0].units != int(text)
        qtbot.keyClick(edit, key)
        assert studio.spec.layers[0].units == int(text)
    studio.edits.undo_stack.undo()
    assert studio.spec.layers[0].units == 40, "each is a step of its own, however quick"


def test_a_pause_takes_over_a_finished_number(qtbot, panel, studio):
    edit = field(panel, "layer_learning_rate")
    start_typing(qtbot, edit, "0.004")
    qtbot.waitUntil(lambda: studio.spec.layers[0].learning_rate == 0.004, timeout=10_000)
    assert edit.hasFocus() and edit.text() == "0.004"


@pytest.mark.parametrize("text", choose_cases(["1e", "1e-", "0.", "-", "abc"], "1e-", "0."))
def test_a_pause_leaves_an_unfinished_number_alone(qtbot, panel, studio, text):
    edit, before = field(panel, "layer_learning_rate"), studio.spec
    start_typing(qtbot, edit, text)
    qtbot.wait(PAUSE_MS + 300)
    assert studio.spec == before and edit.text() == text and studio.problems == []


def test_a_finished_number_that_is_not_legal_is_doubted_softly(qtbot, panel, studio):
    edit, before = field(panel, "layer_units"), studio.spec
    start_typing(qtbot, edit, "999999")
    assert panel.findChild(QLabel, "layer_units_reason") is None
    qtbot.waitUntil(lambda: panel.findChild(QLabel, "layer_units_reason") is not None)
    reason = panel.findChild(QLabel, "layer_units_reason")
    qtbot.waitUntil(reason.isVisible)
    assert reason.text() == "Units must be at most 20,000; it is 999,999."
    assert studio.spec == before and studio.problems == []
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert not reason.isVisible(), "one goes on typing"
    qtbot.keyClick(edit, Qt.Key.Key_Escape)


def test_a_decimal_comma_and_thousands_are_read_and_shown(qtbot, panel, studio):
    rate = field(panel, "layer_learning_rate")
    start_typing(qtbot, rate, "0,003")
    note = rate.findChild(QLabel, "typed_note")
    assert note.isVisible() and note.text() == "= 0.003"
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert studio.spec.layers[0].learning_rate == 0.003 and rate.text() == "0.003"
    units = field(panel, "layer_units")
    start_typing(qtbot, units, "1,000")
    assert units.findChild(QLabel, "typed_note").text() == "= 1000"
    qtbot.keyClick(units, Qt.Key.Key_Return)
    assert studio.spec.layers[0].units == 1000 and units.text() == "1000"


def test_a_click_elsewhere_finds_it_taken_over(qtbot, panel, studio):
    start_typing(qtbot, field(panel, "layer_units"), "40")
    qtbot.mouseClick(panel.findChild(QToolButton, "layer_duplicate_button"), LEFT)
    assert [layer.units for layer in studio.spec.layers] == [40, 40, 16]
    edit = field(panel, "layer_units")
    start_typing(qtbot, edit, "50")
    rows = panel.findChild(QListWidget, "layer_list")
    qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(2)).center())
    assert [layer.units for layer in studio.spec.layers] == [40, 50, 16]
    assert edit.text() == "16"


def test_another_experiment_takes_the_place_of_what_is_typed(qtbot, panel, studio):
    edit = field(panel, "run_epochs")
    start_typing(qtbot, edit, "7")
    studio.edits.edit(studio.spec.replace(epochs=33), "Open experiment.json")
    assert edit.text() == "33"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert studio.spec.epochs == 33


# --- in the window --------------------------------------------------------------------------


@pytest.fixture
def window(qtbot, make_window):
    made = make_window(panels=few_panels("builder", "curves"))
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key as the keyboard sends it: to the window, which asks the focused control."""
    qtbot.keyClick(window.windowHandle(), key, modifiers)


def type_epochs(qtbot, window, text):
    edit = field(window, "run_epochs")
    start_typing(qtbot, edit, text)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is edit)
    assert window.studio.spec.epochs != int(text)
    return edit


def test_a_command_finds_it_taken_over(qtbot, window):
    type_epochs(qtbot, window, "77")
    press(qtbot, window, Qt.Key.Key_S, CONTROL)  # there is nothing to save: it says so
    assert window.studio.spec.epochs == 77
    type_epochs(qtbot, window, "78")
    window.commands["zoom_in"].trigger()  # as a menu of the system does
    assert window.studio.spec.epochs == 78


def test_a_menu_finds_it_taken_over(qtbot, window):
    type_epochs(qtbot, window, "77")
    bar = window.menuBar()
    edit_menu = next(a for a in bar.actions() if a.text().replace("&", "") == "Edit")
    qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(edit_menu).center())
    assert window.studio.spec.epochs == 77
    edit_menu.menu().close()


def test_undo_is_of_the_text_while_it_is_typed_and_then_of_the_experiment(qtbot, window):
    before = window.studio.spec.epochs
    edit = type_epochs(qtbot, window, "77")
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert edit.text() != "77" and window.studio.spec.epochs == before
    press(qtbot, window, Qt.Key.Key_Escape)
    assert edit.text() == str(before)
    type_epochs(qtbot, window, "77")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.studio.spec.epochs == 77 and QApplication.focusWidget() is edit
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.studio.spec.epochs == before and edit.text() == str(before)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert window.studio.spec.epochs == 77 and edit.text() == "77"


def test_closing_finds_it_taken_over(qtbot, window):
    type_epochs(qtbot, window, "77")
    window.close()
    assert window.studio.spec.epochs == 77
    assert window.settings.last_experiment.epochs == 77


def test_a_dock_that_is_drawn_on_finds_it_taken_over(qtbot, window):
    type_epochs(qtbot, window, "77")
    qtbot.mouseClick(window.docks["curves"], LEFT, pos=QPoint(30, 60))
    assert window.studio.spec.epochs == 77


def test_a_real_number_reads_the_same_whatever_the_system_speaks(qtbot):
    QLocale.setDefault(QLocale(QLocale.Language.Polish))
    try:
        box = RealBox()
    finally:
        QLocale.setDefault(QLocale.system())
    qtbot.addWidget(box)
    box.setDecimals(3)
    box.setSuffix(" cm")
    box.setValue(1.5)
    box.show()
    assert box.text() == "1.500 cm"
    for typed in ("0.25", "0,25"):
        box.setValue(7)
        box.selectAll()
        qtbot.keyClicks(box, typed)
        assert box.value() == 7, "not at every key"
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert (box.text(), box.value()) == ("0.250 cm", 0.25)


def test_no_other_fields_with_arrows_are_used():
    """Qt's own count at every key, and read 0.25 as 25 where the system speaks Polish."""
    source = Path(ffstudio.__file__).parent
    made = re.compile(r"Q(Double)?SpinBox\((?!\):$)")
    uses = [p.name for p in source.rglob("*.py") if made.search(p.read_text("utf-8"))]
    assert uses == []


def test_a_number_in_a_box_counts_on_enter_on_leaving_and_after_a_pause(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    whole, real = WholeBox(holder), RealBox(holder)
    real.move(0, 60)
    whole.setRange(1, 1200)
    real.setRange(-10, 10)
    told = []
    whole.valueChanged.connect(told.append)
    real.valueChanged.connect(told.append)
    with qtbot.waitExposed(holder):
        holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)

    def begin(box, text):
        box.setFocus()
        qtbot.waitUntil(box.hasFocus)
        box.selectAll()
        qtbot.keyClicks(box, text)

    begin(whole, "300")
    assert told == []
    qtbot.keyClick(whole, Qt.Key.Key_Return)
    assert told.pop() == 300
    begin(whole, "45")
    real.setFocus()
    assert told.pop() == 45
    begin(real, "-")
    qtbot.wait(PAUSE_MS + 200)
    assert told == [] and real.text() == "−", "nothing finished"
    begin(real, "-1,5")
    qtbot.waitUntil(lambda: told == [-1.5], timeout=10 * PAUSE_MS)
    assert real.text() == "−1.50"
    begin(whole, "7")
    commit_open_texts()
    assert told == [-1.5, 7], "whoever begins something has what is typed"
