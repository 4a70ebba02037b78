"""Views hold back while a run trains: said in their heads, chosen in the menu, painting counted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from ffstudio.core.run.status import RunStatus
from ffstudio.gui.window.net_line import NetLine
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels


@pytest.fixture
def studio(qtbot):
    made = Studio()
    yield made
    assert made.shutdown(10.0)


def choose(window, name):
    menu = window.findChild(QMenu, "views_while_training_menu")
    menu.aboutToShow.emit()
    action = next(a for a in menu.actions() if a.objectName() == f"{name}_action")
    was_on = action.isChecked()
    action.trigger()
    return was_on


def test_the_head_says_how_often_a_view_follows_and_the_menu_ends_it(
    qtbot, make_window, studio, monkeypatch
):
    window = make_window(panels=few_panels("curves", "log"))
    dock = window.docks["curves"]
    line, pace = dock.header.findChild(NetLine), dock.panel.pace
    assert line.often == ""
    studio.set_status(RunStatus.RUNNING)
    pace.now()
    monkeypatch.setattr(studio.allowance, "fixed", 0.06)
    pace.add_cost(3.9 * 0.06)
    pace.ask()
    studio.set_snapshot(None)  # as it comes again and again
    assert line.often == "every 5 s"
    assert "every 5 s" in line.toolTip() and "Views While Training" in line.toolTip()
    rounds = pace.num_rounds
    assert not choose(window, "views_follow_often")
    qtbot.waitUntil(lambda: pace.num_rounds > rounds)
    assert line.often == "" and "Views While Training" not in line.toolTip()
    window.close_without_asking()
    window = make_window(panels=few_panels("curves", "log"))
    assert not studio.allowance.is_sparing, "remembered"
    assert not choose(window, "views_hold_back")
    assert studio.allowance.binds
    studio.set_status(RunStatus.IDLE)


def test_what_a_round_paints_counts_docked_and_afloat(qtbot, make_window, studio):
    window = make_window(panels=few_panels("curves", "log"))
    dock = window.docks["curves"]
    panel = dock.panel
    told = []
    studio.allowance.note_painting = lambda of, seconds: told.append((of, seconds))
    for is_floating in (False, True):
        dock.setFloating(is_floating)
        dock.show()
        qtbot.waitUntil(panel.isVisible)
        told.clear()
        panel.update()
        top = dock if is_floating else window
        qtbot.waitUntil(lambda top=top: any(of is top and s > 0 for of, s in told))
