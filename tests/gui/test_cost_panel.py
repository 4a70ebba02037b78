"""The cost of both nets: computed, measured at rest, and what training took."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QToolButton

from ffstudio.core.experiment import presets
from ffstudio.core.experiment.training_work import count_training_work
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.status import EngineState
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.cost.bill import bill_height, shape_table
from ffstudio.gui.panels.cost.panel import CostPanel, CostView
from ffstudio.gui.style.theme import LIGHT, ThemeManager
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels


@pytest.fixture
def studio(qapp):
    spec = presets.preset("camera-by-hand").replace(algorithms="both", weights=None, epochs=2)
    made = Studio.with_data(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))
    yield made
    assert made.shutdown(30.0)


@pytest.fixture
def panel(qtbot, studio):
    made = CostPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(600, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def test_a_run_is_counted_and_measured(qtbot, panel, studio, tmp_path):
    assert "No net yet" in panel.findChild(QLabel, "cost_empty_label").text()
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=60_000)
    with qtbot.waitSignal(studio.run_finished, timeout=60_000):
        studio.runs.train()
    qtbot.waitUntil(lambda: set(panel.bill.times) == {"ff", "bp"}, timeout=20_000)
    expected = count_training_work(studio.spec, studio.data.shape, len(studio.data.train))
    assert panel.bill.work == expected
    assert [len(panel.bill.times[net]) for net in ("ff", "bp")] == [3, 4]
    rows = panel.bill.rows()
    assert [name for name, _ in rows] == ["Layer 1", "Layer 2", "Layer 3", "Output", "In all"]
    history = studio.history
    steps = max(s.axis("step")[-1] for k, s in history.series.items() if k.algorithm == "bp")
    seconds = max(s.axis("seconds")[-1] for k, s in history.series.items() if k.algorithm == "bp")
    assert panel.bill.seconds_per_step("bp") == pytest.approx(seconds / steps, rel=0.05)
    about = panel.findChild(QLabel, "cost_about_label").text()
    assert "ms a step of 16 images" in about and "shortest of five" in about
    chart = panel.bill.chart(LIGHT)
    assert [line.label for line in chart.lines] == ["FF", "BP"]
    spent = expected.per_step("bp") * steps / 1e3
    assert chart.x_label == "multiply-adds, in 10³"
    assert chart.lines[1].x[-1] == pytest.approx(spent)
    assert "Output" in panel.findChild(CostView).accessibleDescription()
    (figure,) = panel.figures()
    header, table = figure.figure_table()
    assert header[2] == "multiply_adds_forward" and len(table) == 8
    export_all([figure], tmp_path, ExportOptions(("svg", "png")), history)
    assert "In all" in (tmp_path / "cost.svg").read_text(encoding="utf-8")
    panel.hide()
    rounds = panel.pace.num_rounds
    studio.tell_curves()
    qtbot.wait(200)
    assert panel.pace.num_rounds == rounds


def test_other_images_of_the_same_kind_are_timed_too(qtbot, panel, studio):
    """The set was changed after training: the same experiment, images that are others."""
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=60_000)
    with qtbot.waitSignal(studio.run_finished, timeout=60_000):
        studio.runs.train()
    qtbot.waitUntil(lambda: bool(panel.bill.times), timeout=20_000)
    spec = studio.spec
    panel.bill.times = dict.fromkeys(("ff", "bp"), ())
    studio.images.take(prepare(datasets.load(spec.data), spec.data, spec.seed + 1))
    qtbot.waitUntil(lambda: any(panel.bill.times.values()), timeout=20_000)


def test_a_narrow_table_stands_in_parts_below_each_other(panel, studio):
    bill = panel.bill
    bill.work = count_training_work(studio.spec, studio.data.shape, len(studio.data.train))
    metrics = QFontMetricsF(panel.font())
    widest = max(metrics.horizontalAdvance(w) for _, words in bill.rows() for w in words)
    heights = []
    for width in (900.0, 420.0, 280.0):
        shape = shape_table(bill, metrics, width)
        assert shape.cell > widest and shape.first + 2 * shape.columns * shape.cell <= width + 1
        heights.append(bill_height(bill, metrics, width))
    assert heights == sorted(set(heights))


def test_why_opens_its_help(qtbot, make_window):
    window = make_window(panels=few_panels("cost", "draw"))
    window.docks.bring_up("cost")
    why = window.docks["cost"].panel.findChild(QToolButton, "cost_why_button")
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert window.help.window.isVisible()
