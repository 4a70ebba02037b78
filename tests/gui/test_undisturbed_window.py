"""The whole window while the real engine trains: whatever a hand is at stays as it is."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QSpinBox,
    QToolButton,
    QToolTip,
    QWidget,
)

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.test_curves_panel import roll
from tests.gui.test_undisturbed import DIGITS, drag

LEFT = Qt.MouseButton.LeftButton
LONG = 120_000
NAMES = [entry.name for entry in PANELS]


class Arrivals:
    """Counts what comes: weights, judgements and curves."""

    def __init__(self, qtbot, studio):
        self._qtbot = qtbot
        self.weights = self.epochs = 0
        studio.snapshot_changed.connect(self._add_weights)
        studio.epoch_done.connect(self._add_epoch)

    def _add_weights(self, _):
        self.weights += 1

    def _add_epoch(self, _):
        self.epochs += 1

    def wait(self, weights=2):
        """Until some more of all have come."""
        at, epochs = self.weights + weights, self.epochs + 2
        self._qtbot.waitUntil(lambda: self.weights >= at and self.epochs >= epochs, timeout=LONG)


@pytest.fixture
def window(qtbot, themes, tmp_path):
    """A window whose engine trains, faster than anybody can do anything."""
    spec = ExperimentSpec(
        epochs=100_000,
        batch_size=32,
        layers=tuple(LayerSpec(units=40) for _ in range(6)),
        data=DataSpec(name="digits", subset=0.1, validation=0.2),
    )
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made = MainWindow(Studio(spec), themes, settings)
    made.files.asks = False
    made.studio.allowance.is_sparing = False  # something new comes as often as it can
    made.resize(1280, 800)
    with qtbot.waitSignal(made.appeared):
        made.show()
    made.activateWindow()
    studio = made.studio
    studio.start()
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=LONG)
    made.commands["train"].trigger()
    qtbot.waitUntil(lambda: len(studio.last_epochs) == 2, timeout=LONG)
    assert studio.status is RunStatus.RUNNING
    yield made
    made.close_without_asking()
    made.deleteLater()
    made.studio.deleteLater()


@pytest.fixture
def arrivals(qtbot, window):
    return Arrivals(qtbot, window.studio)


def shown(panel, kind):
    """The widgets of a kind that can be seen and used."""
    return [w for w in panel.findChildren(kind) if w.isVisible() and w.isEnabled()]


def name_of(widget):
    return widget.objectName() or widget.accessibleName() or type(widget).__name__


def each_panel(window):
    """Every panel in turn, in front."""
    for name in NAMES:
        window.docks.bring_up(name)
        yield name, window.docks[name].panel


def test_open_lists_and_menus_stay_open(qtbot, window, arrivals):
    shut, tried = [], 0
    for name, panel in each_panel(window):
        arrivals.wait(1)  # a panel that comes up shows what there is by then
        for combo in shown(panel, QComboBox):
            combo.showPopup()
            at = combo.view().model().index(combo.count() - 1, 0)
            combo.view().setCurrentIndex(at)
            arrivals.wait(1)
            is_open, chosen = combo.view().isVisible(), combo.view().currentIndex().row()
            if not is_open or chosen != combo.count() - 1:
                shut.append(f"{name}: {name_of(combo)} {is_open} {chosen} of {combo.count()}")
            combo.hidePopup()
            tried += 1
        for button in shown(panel, QToolButton):
            if button.menu() is not None:
                button.menu().popup(button.mapToGlobal(QPoint(0, button.height())))
                arrivals.wait(1)
                if not button.menu().isVisible():
                    shut.append(f"{name}: {name_of(button)}")
                button.menu().close()
                tried += 1
    for action in window.menuBar().actions():
        menu = action.menu()
        menu.popup(window.mapToGlobal(QPoint(20, 20)))
        usable = [a for a in menu.actions() if not a.isSeparator() and a.isEnabled()]
        last = usable[-1] if usable else None
        menu.setActiveAction(last)
        arrivals.wait(1)
        if not menu.isVisible() or menu.activeAction() is not last:
            shut.append(f"menu {menu.title()}")
        menu.close()
        tried += 1
    assert not shut, "; ".join(shut)
    assert tried > 20


def test_scrolled_places_and_selections_stay(qtbot, window, arrivals):
    window.resize(1000, 560)  # so that there is something to scroll
    moved, tried = [], 0
    for name, panel in each_panel(window):
        arrivals.wait(1)
        bars = []
        for area in (
            *shown(panel, QAbstractScrollArea),
            *shown(panel.parentWidget(), QAbstractScrollArea),
        ):
            for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
                if bar.maximum() > 8 and not isinstance(area, QListView):
                    bar.setValue(bar.maximum() // 2)
                    bars.append((f"{name}: {name_of(area)}", bar, bar.value()))
        focused = [w for w in shown(panel, QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for widget in focused[:1] + focused[-1:]:
            widget.setFocus()
            at = [bar.value() for _, bar, _ in bars]
            arrivals.wait(1)
            if not widget.hasFocus():
                moved.append(f"{name}: the keyboard left {name_of(widget)}")
            moved += [
                f"{where} scrolled" for (where, bar, _), was in zip(bars, at, strict=True)
                if bar.value() != was
            ]  # fmt: skip
            tried += 1
        tried += len(bars)
    assert not moved, "; ".join(moved)
    assert tried > 12


def test_what_can_be_pressed_when_a_panel_comes_up_is_not_taken_away(qtbot, window, arrivals):
    taken, tried = [], 0
    for name in NAMES:
        window.docks.bring_up(name)
        panel = window.docks[name].panel
        # At once, before anything was read for it: a hand may be that fast. (Cancel goes when
        # what it cancels has ended.)
        usable = [
            w for w in shown(panel, QWidget)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus and name_of(w) != "wants_cancel_button"
        ]  # fmt: skip
        arrivals.wait(3)
        taken += [f"{name}: {name_of(w)}" for w in usable if not w.isEnabled()]
        tried += len(usable)
    assert not taken, "; ".join(taken)
    assert tried > 60


def test_what_is_half_typed_chosen_and_magnified_stays(qtbot, window, arrivals):
    window.docks.bring_up("confusion")
    view = window.findChild(ConfusionView, "ff_confusion")
    qtbot.waitUntil(lambda: view.counts is not None, timeout=LONG)
    qtbot.mouseClick(view, LEFT, pos=view.cell_rect(3, 5).center().toPoint())
    arrivals.wait()
    assert view.selected == (3, 5)

    window.docks.bring_up("filters")
    sheet = window.findChild(FilterSheet, "filter_sheet")
    qtbot.waitUntil(lambda: sheet.filters is not None, timeout=LONG)
    qtbot.mouseClick(sheet, LEFT, pos=sheet.place_of(7).center().toPoint())
    arrivals.wait()
    assert sheet.chosen == 7

    window.docks.bring_up("curves")
    curves = window.docks["curves"].panel
    plot = curves.plot("bp_loss")
    # What was hidden has caught up: a plot that shows nothing yet cannot be magnified.
    qtbot.waitUntil(lambda: plot.isVisible() and plot.x_range[1] > 1, timeout=LONG)
    roll(plot, 6)
    within = plot.x_range
    arrivals.wait()
    assert plot.x_range == within and not plot.follows_x

    layers = window.findChild(QWidget, "layer_list")
    layers.setCurrentRow(4)
    number = window.findChild(QSpinBox, "image_number")
    number.setFocus()
    number.lineEdit().selectAll()
    qtbot.keyClicks(number, "1")
    arrivals.wait()
    assert layers.currentRow() == 4
    assert number.lineEdit().text() == "1" and number.hasFocus()
    qtbot.keyClick(number, Qt.Key.Key_Escape)

    units = (
        window.findChild(QLineEdit, "setting_ff_sharpness")
        or shown(window.docks["builder"].panel, QLineEdit)[0]
    )
    units.setFocus()
    units.selectAll()
    qtbot.keyClicks(units, "1e-")
    arrivals.wait()
    assert units.text() == "1e-" and units.hasFocus()
    qtbot.keyClick(units, Qt.Key.Key_Escape)

    line = window.docks["draw"].findChild(QWidget, "net_line")
    place = line.rect().center()
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, place, line.mapToGlobal(place)))
    said = QToolTip.text()
    arrivals.wait()
    assert QToolTip.isVisible() and QToolTip.text() == said and "Learnt from" in said
    QToolTip.hideText()


def test_all_digits_drawn_in_the_window_during_a_run_are_whole_and_scored(qtbot, window, arrivals):
    pad, bars = window.findChild(DrawPad, "draw_pad"), window.findChild(ScoreBars, "score_bars")
    for digit, strokes in DIGITS.items():
        qtbot.keyClick(pad, Qt.Key.Key_C)
        qtbot.waitUntil(lambda: bars.scores is None, timeout=LONG)
        for points in strokes:
            before, half, moves = arrivals.weights, len(points) // 2, itertools.count(1)

            def wait_for_weights(half=half, before=before, moves=moves):
                if next(moves) == half:  # the button is down
                    qtbot.waitUntil(lambda: arrivals.weights > before, timeout=LONG)

            drag(pad, points, wait_for_weights)
        drawn = [len(stroke.points) for stroke in pad.drawing.strokes]
        assert drawn == [len(points) for points in strokes], digit
        qtbot.waitUntil(lambda: bars.scores is not None, timeout=LONG)
    assert window.studio.status is RunStatus.RUNNING
