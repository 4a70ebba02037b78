"""The epoch to stop at, on the curves of both nets."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from ffstudio.gui.panels.curves.panel import CurvesPanel
from ffstudio.gui.style.theme import LIGHT, ThemeManager
from ffstudio.jobs.studio import Studio
from tests.gui.test_curves_panel import epoch, feed, step


@pytest.fixture
def studio(qapp):
    made = Studio()
    yield made
    made.shutdown()


@pytest.fixture
def panel(qtbot, studio):
    made = CurvesPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(560, 640)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def learn(studio, epochs, rises):
    """A run whose held-out loss falls until epoch 9, and then rises or not."""
    for number in epochs:
        beyond = max(number - 9, 0) * (0.05 if rises else -0.001)
        loss = 0.2 + math.exp(-number / 3) + beyond
        feed(studio, step("bp", 10 * number, 0.1), step("ff", 10 * number, 0.5))
        # Its sets are of one image, so that errors need an enormous rise to count.
        feed(studio, epoch("ff", number, 1 - 0.5 * loss, math.nan))
        feed(studio, epoch("bp", number, 0.9, loss))


def marks(panel, plot):
    return [(mark.x, mark.text) for mark in panel.plot(plot).marks]


def test_turns_are_marked_once_they_are_there_and_not_before(qtbot, panel, studio):
    learn(studio, range(1, 10), rises=True)
    panel.redraw()
    assert marks(panel, "bp_loss") == [] and marks(panel, "accuracy") == []
    learn(studio, range(10, 21), rises=True)
    panel.redraw()
    expected = "BP test loss lowest: stop at epoch 9"
    ((x, text),) = marks(panel, "bp_loss")
    assert x == 90.0 and text == expected
    assert [mark.text for mark in panel.chart("bp_loss", LIGHT).marks] == [expected]
    assert "gap of test to training loss +" in panel.chart("bp_loss", LIGHT).legend_note
    switch = panel.findChild(QCheckBox, "curves_turns_check")
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: marks(panel, "bp_loss") == [])
    assert panel.choices()["turns"] is False
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(marks(panel, "bp_loss")) == 1)


def test_the_error_of_a_net_without_loss_is_marked_where_images_are_many(qtbot, panel, studio):
    learn(studio, range(1, 21), rises=True)
    for key, series in studio.history.series.items():
        if key.metric == "accuracy":
            series.images = 10_000
    panel.redraw()
    ((x, text),) = marks(panel, "accuracy")
    assert text == "FF test error lowest: stop at epoch 9" and np.isclose(x, 90.0)


def test_a_run_that_goes_on_learning_has_no_mark(qtbot, panel, studio):
    learn(studio, range(1, 30), rises=False)
    panel.redraw()
    assert marks(panel, "bp_loss") == [] and marks(panel, "accuracy") == []
