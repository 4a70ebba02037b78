"""The live views while the real engine trains on the bundled digits."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.curves.panel import CurvesPanel
from ffstudio.gui.panels.goodness.panel import GoodnessPanel
from ffstudio.jobs.studio import Studio


def test_curves_and_histograms_follow_a_run(qtbot, themes, tmp_path):
    spec = ExperimentSpec(
        epochs=2,
        batch_size=16,
        layers=(LayerSpec(units=20), LayerSpec(units=12)),
        data=DataSpec(name="digits", subset=0.2, validation=0.1),
    )
    studio = Studio(spec)
    curves, goodness = CurvesPanel(studio, themes), GoodnessPanel(studio, themes)
    for panel in (curves, goodness):
        qtbot.addWidget(panel)
        with qtbot.waitExposed(panel):
            panel.show()
    studio.start()
    try:
        qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=60_000)
        with qtbot.waitSignal(studio.run_finished, timeout=60_000):
            studio.runs.train()
        assert studio.status is RunStatus.IDLE
        second, accuracy = (
            SeriesKey("ff", "loss", 1),
            SeriesKey("ff", "accuracy", None, "validation"),
        )
        qtbot.waitUntil(lambda: curves.curve(accuracy) is not None)
        qtbot.waitUntil(lambda: len(curves.curve(accuracy).data()[0]) == 2)
        steps = len(studio.history.series[second])
        assert steps > 20
        qtbot.waitUntil(lambda: len(curves.curve(second).data()[0]) == steps)
        drawn = curves.curve(accuracy).data()[1]
        np.testing.assert_allclose(drawn, 100 * studio.history.series[accuracy].values)
        last = studio.snapshot.version
        qtbot.waitUntil(lambda: goodness.probed.version == last)
        assert goodness.probed.layers[0].wins > 0.6  # it has learnt something
        assert goodness.over_time[-1].epoch == pytest.approx(2.0)
        figures = [*curves.figures(), *goodness.figures()]
        written = export_all(
            figures, tmp_path, ExportOptions(("png", "svg", "pdf")), studio.history
        )
        assert len(written) == 3 * len(figures) == 24
    finally:
        curves.shutdown()
        goodness.shutdown()
        assert studio.shutdown(10.0)
