"""Gradient alignment: on a real short run, live, and over its kept epochs."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from ffstudio.core.experiment import presets
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.look.alignment import align
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.alignment.panel import AlignmentPanel
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.gui.test_goodness_panel import net, prepared, snapshot


@pytest.fixture
def studio(qapp):
    spec = presets.preset("camera-by-hand").replace(algorithms="both", weights=None, epochs=3)
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    made = Studio.with_data(spec, data)
    yield made
    assert made.shutdown(30.0)


@pytest.fixture
def panel(qtbot, studio):
    made = AlignmentPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(560, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def empty_text(panel):
    return panel.findChild(QLabel, "alignment_empty_label").text()


def test_it_says_what_is_missing(panel, studio):
    assert "No net yet" in empty_text(panel)
    studio.images.take(prepared())
    studio.set_snapshot(snapshot(net()))
    assert "experiment that says how these layers learn" in empty_text(panel)


def test_a_run_is_followed_and_measured_again_where_it_is_kept(qtbot, panel, studio, tmp_path):
    studio.runs.are_kept = True
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=60_000)
    with qtbot.waitSignal(studio.runs.settled, timeout=60_000):
        studio.runs.train()
    # The net of the last epoch may come a moment after the run has settled.
    qtbot.waitUntil(lambda: studio.snapshot.epoch == studio.spec.epochs)
    last = studio.snapshot
    qtbot.waitUntil(lambda: panel.points and panel.points[-1][0] == last.epoch, timeout=20_000)

    def align_shown():
        return align(studio.snapshot, panel.choose_sample(), studio.trained_spec)

    qtbot.waitUntil(lambda: panel.alignment == align_shown())
    expected = align_shown()
    assert len(expected.with_sum) == 3 and math.isclose(expected.with_sum[2], 1.0)
    assert all(-1 <= cosine <= 1 for cosine in (*expected.with_sum, *expected.with_twin))
    (figure,) = panel.figures()
    epochs = [round(epoch) for epoch, _ in panel.points if epoch == round(epoch)]
    assert set(studio.moments.kept) <= set(epochs) and len(epochs) > 1
    header, rows = figure.figure_table()
    assert header[:3] == ["epoch", "layer", "cosine_with_sum"] and len(rows) == 3 * len(
        panel.points
    )
    export_all([figure], tmp_path, ExportOptions(("svg", "png")), studio.history)
    assert "cosine" in (tmp_path / "gradient-alignment.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("status", [RunStatus.PAUSED, RunStatus.IDLE])
def test_the_end_of_a_run_or_its_rest_ends_the_pause(qtbot, panel, studio, status):
    """However long what was asked for during the run would have had to wait."""
    studio.set_status(RunStatus.RUNNING)
    qtbot.waitUntil(lambda: panel.pace.num_rounds > 0 and not panel.pace.is_waiting)
    panel.pace.add_cost(1000.0)
    studio.set_snapshot(snapshot(net()))
    assert panel.pace.is_waiting
    rounds = panel.pace.num_rounds
    studio.set_status(status)
    qtbot.waitUntil(lambda: panel.pace.num_rounds == rounds + 1)
    assert not panel.pace.is_waiting


def test_hidden_it_does_nothing(qtbot, panel, studio):
    panel.hide()
    rounds = panel.pace.num_rounds
    studio.set_snapshot(snapshot(net()))
    qtbot.wait(300)
    assert panel.pace.num_rounds == rounds and panel.alignment is None


def test_why_opens_its_help(qtbot, make_window):
    window = make_window(panels=few_panels("alignment", "draw"))
    window.docks.bring_up("alignment")
    why = window.docks["alignment"].panel.findChild(QToolButton, "alignment_why_button")
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert window.help.window.isVisible()
