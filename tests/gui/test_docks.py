"""Docks: when their panels are made, and layouts of older versions."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ffstudio.core.assets import resource
from ffstudio.gui.forms.sample_choice import SampleChoice
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.panels.table import PANELS, PanelEntry, Place
from tests.gui.kinds import show
from tests.gui.test_screens import draw_one

CENTRE = ("curves", "goodness", "confusion", "filters", "data")
SEEN_FIRST = {"builder", "curves", "draw"}
# The rest is out of sight, and made when it is asked for.
MADE_FIRST = {entry.name for entry in PANELS if entry.listens or not entry.hidden}


@pytest.fixture
def store(tmp_path):
    return tmp_path / "settings.ini"


@pytest.fixture
def make_window(make_window):
    """Windows that have not been shown yet."""
    return functools.partial(make_window, shown=False)


def made_panels(window):
    return {dock.entry.name for dock in window.docks if dock.is_made}


def appear(qtbot, window):
    with qtbot.waitSignal(window.appeared):
        window.show()


# --- when panels are made ---------------------------------------------------------------------


def test_no_panel_is_made_before_the_first_picture(qtbot, make_window):
    window = make_window()
    assert made_panels(window) == set()
    appear(qtbot, window)
    assert made_panels(window) == MADE_FIRST


def test_a_panel_out_of_sight_is_made_when_it_is_shown_by_whatever_way(qtbot, make_window):
    window = make_window()
    appear(qtbot, window)
    toggle = window.docks["layers"].toggleViewAction()
    toggle.trigger()
    qtbot.waitUntil(lambda: window.docks["layers"].is_made)
    window.docks["compare"].show()  # as a restored layout does
    qtbot.waitUntil(lambda: window.docks["compare"].is_made)
    assert made_panels(window) == MADE_FIRST | {"layers", "compare"}
    compare = window.docks["compare"]
    assert compare.panel.isVisibleTo(window) and compare.isAncestorOf(compare.panel)


def test_a_panel_in_the_kept_layout_is_there_after_the_start(qtbot, make_window):
    window = make_window()
    appear(qtbot, window)
    window.docks.bring_up("timeline")
    window.close()
    again = make_window()
    appear(qtbot, again)
    assert made_panels(again) == MADE_FIRST | {"timeline"}


def test_what_was_drawn_before_a_panel_was_made_is_its_picture(qtbot, make_window, studio):
    window = make_window()
    appear(qtbot, window)
    with qtbot.waitSignal(studio.model_changed):
        studio.files.open(resource("models", "mnist.h5"), quietly=True)
    draw_one(qtbot, window)
    qtbot.waitUntil(lambda: window.docks.links.picture.any())
    picture = window.docks.links.picture
    assert not window.docks["labels"].is_made
    window.docks.bring_up("labels")
    sample = window.docks["labels"].panel.findChild(SampleChoice)
    sample.source_choice.setCurrentIndex(0)
    assert sample.is_drawn and np.array_equal(sample.image()[0].x, picture.reshape(-1))


def test_what_is_in_sight_comes_first_and_one_at_a_time(qtbot, make_window, monkeypatch):
    order, turns = [], []
    make = PanelEntry.make

    def noted(entry, *args):
        order.append(entry.name)
        turns.append(len(made_panels(window)))
        return make(entry, *args)

    monkeypatch.setattr(PanelEntry, "make", noted)
    window = make_window()
    appear(qtbot, window)
    assert set(order[: len(SEEN_FIRST)]) == SEEN_FIRST
    assert turns == list(range(len(MADE_FIRST)))


def test_what_is_asked_for_is_made_at_once(make_window):
    window = make_window()
    assert isinstance(window.docks["filters"].panel, Panel)
    assert made_panels(window) == {"filters"}
    window.docks.bring_up("log")
    assert made_panels(window) == {"filters", "log"}


def test_all_figures_are_there_before_the_window_is_shown(make_window):
    window = make_window()
    names = {figure.figure_name for figure in window.docks.figures()}
    assert {"learning-curves", "image_preview"} & names
    assert made_panels(window) == {entry.name for entry in PANELS}


def test_a_window_that_was_never_shown_closes(make_window):
    window = make_window()
    window.close()
    assert window.ended
    assert window.ended_cleanly


def test_placeholders_keep_the_layout(qtbot, make_window):
    """What comes into a dock does not push its neighbours about."""
    window = make_window()
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    before = {dock.entry.name: dock.width() for dock in window.docks if dock.is_seen}
    appear(qtbot, window)
    qtbot.wait(30)
    for name, width in before.items():
        assert abs(window.docks[name].width() - width) <= 2, name


def test_choices_come_back(qtbot, make_window):
    window = make_window()
    curves = window.docks["curves"].panel
    curves.choose({"axis": "seconds", "log": True})
    assert curves.choices()["axis"] == "seconds"
    window.close()
    again = make_window()
    assert again.docks["curves"].panel.choices() == curves.choices()


def test_a_panel_that_cannot_be_made_keeps_none_away(qtbot, make_window):
    broken = PanelEntry("broken", "Broken", "Nothing at all.", Place.CENTRE, f"{__name__}:nowhere")
    window = make_window(panels=(broken, *PANELS))
    with qtbot.capture_exceptions() as errors:
        appear(qtbot, window)
    assert [kind for kind, _, _ in errors] == [AttributeError]
    assert made_panels(window) == MADE_FIRST


# --- panels that are brought to the front -----------------------------------------------------


def test_a_message_keeps_no_panel_back_and_stays_above_it(qtbot, make_window):
    window = make_window()
    window.resize(1280, 800)
    appear(qtbot, window)
    window.messages.notify("Opened net.h5", "It is a classifier.", lasts_ms=0)
    toast = window.findChild(QWidget, "toast")
    window.docks["draw"].close()  # the middle reaches below the message
    for name in ("confusion", "filters", "data", "goodness", "curves"):
        window.docks.bring_up(name)
        dock = window.docks[name]
        assert dock.is_seen, name
        QApplication.processEvents()
        assert dock.geometry().intersects(toast.geometry())
        shared = dock.geometry().intersected(toast.geometry()).center()
        assert toast.isAncestorOf(window.childAt(shared)) or window.childAt(shared) is toast


# --- older layouts ----------------------------------------------------------------------------


def test_a_dock_follows_what_its_panel_needs(qtbot, make_window):
    window = make_window()
    window.resize(1280, 800)
    appear(qtbot, window)
    dock = window.docks["curves"]
    panel, area = dock.panel, dock.widget()
    before, wide = area.minimumSizeHint().width(), dock.width() + 60
    more = QLabel(panel)
    more.setFixedWidth(wide)
    panel.layout().addWidget(more)
    qtbot.waitUntil(lambda: dock.width() >= area.minimumSizeHint().width() >= wide)
    assert area.horizontalScrollBar().maximum() == 0
    more.hide()
    qtbot.waitUntil(lambda: area.minimumSizeHint().width() == before)
    docks = [dock, window.docks["draw"]]

    def gets_narrow():  # once the window has heard of the smaller minimum
        window.resizeDocks(docks, [before, 2 * wide], Qt.Orientation.Horizontal)
        return dock.width() < wide

    qtbot.waitUntil(gets_narrow)


def test_a_layout_of_0_3_0_comes_back(qtbot, make_window, store):
    """Written by 0.3.0: Draw hidden, Log shown, Filters in front, a window of 1000×640."""
    shutil.copy(Path(__file__).with_name("layout-0.3.0.ini"), store)
    window = make_window()
    appear(qtbot, window)
    # Its place and size belong to a screen of another width, where Qt leaves them aside.
    assert (window.width(), window.height()) == (1280, 800)
    assert window.docks["draw"].isHidden()
    assert window.docks["log"].isVisible()
    assert window.docks["filters"].is_seen
    assert not window.docks["curves"].is_seen
    assert window.docks["log"].y() > window.docks["builder"].y()
    assert set(window.tabifiedDockWidgets(window.docks["filters"])) == {
        window.docks[name] for name in ("curves", "goodness", "confusion", "data")
    }
    # Draw goes back to where it was.
    window.commands["show_draw"].trigger()
    qtbot.waitUntil(lambda: window.docks["draw"].is_seen)
    assert window.docks["draw"].x() > window.docks["filters"].x()


# --- what another tab covers ---------------------------------------------------------------------


def paces(window):
    return {name: window.docks[name].panel.pace for name in CENTRE}


def test_a_panel_behind_another_tab_computes_nothing(qtbot, make_window, studio):
    """To Qt it is visible, only moved away; it catches up once it is in front."""
    window = make_window()
    appear(qtbot, window)
    shown = {name: pace.is_shown for name, pace in paces(window).items()}
    assert shown == {name: name == "curves" for name in CENTRE}
    before = {name: pace.num_rounds for name, pace in paces(window).items()}
    show(studio, "labels")
    qtbot.wait(200)
    assert not paces(window)["goodness"].is_waiting
    assert window.docks["goodness"].panel.probed is None
    window.docks["goodness"].bring_up()
    qtbot.waitUntil(lambda: window.docks["goodness"].panel.probed is not None, timeout=10_000)
    assert paces(window)["goodness"].num_rounds > before["goodness"]
    assert not paces(window)["curves"].is_shown
    window.docks["curves"].bring_up()
    qtbot.waitUntil(lambda: paces(window)["curves"].is_shown)
    assert not paces(window)["goodness"].is_shown


def test_a_dock_that_floats_is_seen_whatever_tab_is_in_front(qtbot, make_window):
    window = make_window()
    appear(qtbot, window)
    window.docks["filters"].setFloating(True)
    qtbot.waitUntil(lambda: paces(window)["filters"].is_shown)
    window.docks["filters"].setFloating(False)
    window.docks["curves"].bring_up()
    qtbot.waitUntil(lambda: not paces(window)["filters"].is_shown)
