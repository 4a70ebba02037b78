"""Matrices and weights while the real engine trains on the bundled digits."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.confusion.panel import ConfusionPanel
from ffstudio.gui.panels.filters.panel import FilterPanel
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.jobs.studio import Studio


def counts_of(panel, name):
    return panel.findChild(ConfusionView, f"{name}_confusion").counts


def test_matrices_and_weights_follow_a_run(qtbot, themes, tmp_path):
    spec = ExperimentSpec(
        epochs=2,
        batch_size=16,
        layers=(LayerSpec(units=20), LayerSpec(units=12)),
        data=DataSpec(name="digits", subset=0.2, validation=0.1),
    )
    studio = Studio(spec)
    panels = []

    def shown(panel):
        panels.append(panel)
        qtbot.addWidget(panel)
        panel.resize(600, 640)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    confusion, filters = shown(ConfusionPanel(studio, themes)), shown(FilterPanel(studio, themes))
    judged = []  # what the panel shows of each epoch once it is brought up to date

    def note(event):
        confusion.pace.catch_up()
        judged.append((event.algorithm, event, counts_of(confusion, event.algorithm)))

    studio.epoch_done.connect(note)
    studio.start()
    try:
        qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=60_000)
        with qtbot.waitSignal(studio.run_finished, timeout=60_000):
            studio.runs.train()
        assert studio.status is RunStatus.IDLE
        true = studio.data.validation.y
        assert sorted(name for name, _, _ in judged) == ["bp", "bp", "ff", "ff"]
        for _, event, counts in judged:
            np.testing.assert_array_equal(counts, confusion_counts(true, event.predictions, 10))
            assert np.trace(counts) / counts.sum() == pytest.approx(event.number("accuracy"))

        # At rest the same numbers come from the weights alone, without the engine.
        snapshot = studio.snapshot
        later = shown(ConfusionPanel(studio, themes))  # it knows nothing of the run
        for name, net in (("ff", snapshot.ff), ("bp", snapshot.bp)):
            qtbot.waitUntil(lambda name=name: counts_of(later, name) is not None, timeout=10_000)
            counts = counts_of(later, name)
            want = confusion_counts(true, net.predict(studio.data.validation.x), 10)
            np.testing.assert_array_equal(counts, want)
            np.testing.assert_array_equal(counts_of(confusion, name), want)
            last = studio.history.series[SeriesKey(name, "accuracy", None, "validation")].values
            assert np.trace(counts) / counts.sum() == pytest.approx(last[-1], abs=1.5 / len(true))

        sheet = filters.findChild(FilterSheet)
        qtbot.waitUntil(
            lambda: np.array_equal(sheet.filters.kernel, snapshot.ff.layers[0].kernel),
            timeout=10_000,
        )
        qtbot.waitUntil(lambda: sheet.filters.dead is not None, timeout=10_000)
        figures = [*confusion.figures(), *filters.figures()]
        written = export_all(
            figures, tmp_path, ExportOptions(("png", "svg", "pdf")), studio.history
        )
        assert len(written) == 3 * len(figures) == 12
    finally:
        for panel in panels:
            panel.shutdown()
        assert studio.shutdown(10.0)
