"""What the epochs of a run are judged on: chosen in the menu, seen in curves and matrices."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QMenu

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.judging import Judging, margin
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

LONG = 120_000


def images(count, seed):
    """Four pixels' means tell three classes apart, with noise."""
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % 3
    x = 0.3 * rng.random((count, 4, 4)) + 0.5 * (np.arange(4) == labels[:, None])[:, None, :]
    return Samples(x.reshape(count, 16).astype(np.float32), labels.astype(np.int64))


@pytest.fixture
def studio(qtbot):
    data = PreparedData(
        DataSpec("digits"), "Bars", images(240, 1), images(0, 2), images(3000, 3), (4, 4),
        ("left", "middle", "right"),
    )  # fmt: skip
    layer = LayerSpec(units=8, learning_rate=0.01)
    spec = ExperimentSpec(data=data.spec, layers=(layer, layer), batch_size=16, epochs=3)
    made = Studio.with_data(spec, data)
    yield made
    assert made.shutdown(10.0)


def choices(window):
    menu = window.findChild(QMenu, "judging_menu")
    menu.aboutToShow.emit()
    return {action.objectName(): action for action in menu.actions()}


def test_the_choice_is_in_the_menu_and_remembered(make_window, studio):
    window = make_window(panels=few_panels("curves", "confusion"))
    assert studio.runs.judging is Judging.SAMPLE, "the default"
    assert choices(window)["judge_sample_action"].isChecked()
    assert not choices(window)["judge_all_action"].isChecked()
    choices(window)["judge_all_action"].trigger()
    assert studio.runs.judging is Judging.WHOLE
    assert choices(window)["judge_all_action"].isChecked()
    window.close_without_asking()
    studio.runs.judging = Judging.SAMPLE
    make_window(panels=few_panels("curves", "confusion"))
    assert studio.runs.judging is Judging.WHOLE
    assert any("Judge Epochs On" in offer.text for offer in window.commands.offers())


def test_curves_and_matrices_say_that_it_is_a_sample(qtbot, make_window, studio):
    window = make_window(panels=few_panels("curves", "confusion"))
    epochs = []
    studio.epoch_done.connect(epochs.append)
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=LONG)
    window.docks["confusion"].bring_up()
    studio.runs.train(paused=True)
    qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED, timeout=LONG)
    studio.runs.step_epoch()
    qtbot.waitUntil(lambda: len(epochs) == 2, timeout=LONG)
    panel = window.docks["confusion"].panel
    panel.pace.catch_up()
    judged = panel.findChild(QLabel, "confusion_judged")
    assert judged.isVisible() and judged.text() == "± for 95%"
    for event in epochs:
        view = panel.findChild(ConfusionView, f"{event.algorithm}_confusion")
        want = confusion_counts(studio.data.test.y[event.rows], event.predictions, 3)
        np.testing.assert_array_equal(view.counts, want)
        accuracy = event.number("accuracy")
        about = f"{100 * accuracy:.2f} ± {100 * margin(accuracy, 1000):.2f}%"
        assert about in view.heading()
        assert "right of 1,000 of 3,000 test images of" in view.figure_title

    curves = window.docks["curves"].panel
    window.docks["curves"].bring_up()
    curves.redraw()
    chip = curves.chip(SeriesKey("ff", "accuracy", None, "test"))
    ff = next(e for e in epochs if e.algorithm == "ff").number("accuracy")
    assert chip.value == f"{100 * ff:.2f} ± {100 * margin(ff, 1000):.2f}%"
    assert curves.chip(SeriesKey("bp", "evaluation_loss", None, "test")).value.startswith("≈ ")
    assert "samples of 1,000" in chip.details()
    rows = [row for row in curves.figures()[0].figure_table()[1] if row[2] == "accuracy"]
    assert {row[4] for row in rows} == {"test sample of 1000"}

    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.resume()
    curves.redraw()
    assert "±" not in chip.value and [e.sample for e in epochs[-2:]] == [None, None]
    window.docks["confusion"].bring_up()
    qtbot.waitUntil(lambda: not judged.isVisible(), timeout=10_000)
    total = [panel.findChild(ConfusionView, f"{a}_confusion").counts.sum() for a in ("ff", "bp")]
    assert total == [3000, 3000]


def test_a_difference_is_of_the_same_images_only(qtbot, make_window, studio):
    """At the end of a plan one net may be judged on all images while the other is not yet."""
    window = make_window(panels=few_panels("curves", "confusion"))
    epochs = []
    studio.epoch_done.connect(epochs.append)
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=LONG)
    window.docks["confusion"].bring_up()
    panel = window.docks["confusion"].panel
    studio.edits.edit(studio.spec.replace(epochs=2), "Epochs")
    seen = []

    def note(event):
        panel.pace.catch_up()
        views = [panel.findChild(ConfusionView, f"{a}_confusion") for a in ("ff", "bp")]
        totals = [int(v.counts.sum()) for v in views if v.counts is not None]
        seen.append((totals, panel.controls_to_remember()["difference"].isEnabled()))

    studio.epoch_done.connect(note)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
    assert sorted(map(sorted, (totals for totals, _ in seen))) == [
        [1000], [1000, 1000], [1000, 3000], [3000, 3000],
    ]  # fmt: skip
    assert [enabled for _, enabled in seen] == [False, True, False, True]
    assert dataclasses.replace(epochs[-1], rows=None).sample is None
