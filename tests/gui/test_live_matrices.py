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
from ffstudio.gui.panels.confusion.panel import ConfusionPanel
from ffstudio.gui.panels.filters.panel import FilterPanel
from ffstudio.jobs.studio import Studio


@pytest.mark.timeout(120)
def test_matrices_and_weights_follow_a_run(qtbot, themes, tmp_path):
    spec = ExperimentSpec(
        epochs=2,
        batch_size=16,
        layers=(LayerSpec(units=20), LayerSpec(units=12)),
        data=DataSpec(name="digits", subset=0.2, validation=0.1),
    )
    studio = Studio(spec)
    confusion, filters = ConfusionPanel(studio, themes), FilterPanel(studio, themes)
    for panel in (confusion, filters):
        qtbot.addWidget(panel)
        panel.resize(600, 640)
        with qtbot.waitExposed(panel):
            panel.show()
    judged = []  # what the panel shows of each epoch once it is brought up to date

    def note(event):
        confusion.pace.catch_up()
        judged.append((event.algorithm, event, confusion._views[event.algorithm].counts))

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
        qtbot.waitUntil(lambda: confusion._labels_of[0] is snapshot, timeout=10_000)
        for name, net in (("ff", snapshot.ff), ("bp", snapshot.bp)):
            counts = confusion._views[name].counts
            want = confusion_counts(true, net.predict(studio.data.validation.x), 10)
            np.testing.assert_array_equal(counts, want)
            last = studio.history.series[SeriesKey(name, "accuracy", None, "validation")].values
            assert np.trace(counts) / counts.sum() == pytest.approx(last[-1], abs=1.5 / len(true))

        sheet = filters._sheet
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
        confusion.shutdown()
        filters.shutdown()
        assert studio.shutdown(10.0)
