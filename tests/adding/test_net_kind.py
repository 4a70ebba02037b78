"""A kind of Forward-Forward net that is not ffstudio's own: one class and one line in a table.

It tells images from their negatives: the same images with black and white exchanged, and
classifies by the read-out.
"""

from __future__ import annotations

import keras
import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox

from ffstudio import engine
from ffstudio.core.forward_forward import KINDS
from ffstudio.core.forward_forward.hybrids import HybridNet, HybridObjective
from ffstudio.core.forward_forward.kind import Pairs, Picture, Words
from ffstudio.core.look.pairs import make_pairs
from ffstudio.core.look.separation import separation
from ffstudio.core.mathematics import NEGATIVES
from ffstudio.core.mathematics.negatives import NegativeStrategy
from ffstudio.gui.panels.builder.panel import BuilderPanel
from ffstudio.gui.panels.goodness.panel import GoodnessPanel
from tests.adding.running import run_headless, small_spec


class InvertedObjective(HybridObjective):
    def first_input(self, batch, num_layers):
        rows = self.xp.concatenate([batch.x, 1.0 - batch.x])
        return self.net.layers[0].normalise(self.net.images(rows))


class InvertedNet(HybridNet):
    name = "inverted"
    words = Words("Positive: ink", "Negative: inverted", "against its inverse", "ink", "how often.")
    needs_masks = False

    @classmethod
    def is_chosen(cls, ff):
        return ff.negatives == "inverted"

    @classmethod
    def pairs(cls, request):
        shape = request.settings.image_shape
        shown = [Picture(1 - x.reshape(shape), "− inverted", "negative") for x in request.x]
        return Pairs("Each image inverted.", tuple(shown), together=1)

    def contrast(self, x, labels, wrong, rng):
        return self.layer_goodness(x, labels), self.layer_goodness(1 - x, labels)

    def objective(self, rule):
        return InvertedObjective(self, rule)


@pytest.fixture
def inverted(monkeypatch):
    strategy = NegativeStrategy(lambda first, second, mask: 1 - first, "Inverted images", "No.")
    monkeypatch.setitem(NEGATIVES, "inverted", strategy)
    monkeypatch.setitem(KINDS, "inverted", InvertedNet)


def test_it_trains_headless_and_its_file_opens(inverted, tmp_path, capsys):
    spec = small_spec("inverted", negatives="inverted", read_out_rate=0.01)
    assert spec.ff.supervision == "inverted"
    assert spec.ff.has_read_out
    result, judged, archive = run_headless(spec, tmp_path, capsys)
    assert result["accuracy"]["ff"] > 0.3
    assert judged["read_out_accuracy"] == judged["accuracy"]
    net = archive.snapshot.ff
    assert net.kind is InvertedNet
    session = engine.load_session(tmp_path / "model.h5")
    x = np.random.default_rng(0).random((4, 784), np.float32)
    np.testing.assert_allclose(
        session.ff.model.goodness(x), net.label_goodness(x), rtol=1e-4, atol=1e-5
    )
    loaded = keras.models.load_model(tmp_path / "model.h5", compile=False)
    np.testing.assert_allclose(loaded.goodness(x), session.ff.model.goodness(x), rtol=1e-6)


def test_builder_and_panels_know_it(inverted, qtbot, studio, themes, digits_data, monkeypatch):
    builder = BuilderPanel(studio, themes)
    qtbot.addWidget(builder)
    builder.show()
    box = builder.findChild(QComboBox, "ff_negatives")
    row = box.findText("Inverted images")
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert studio.spec.ff.supervision == "inverted"
    assert studio.problems == []

    session = engine.Session(studio.spec.replace(epochs=1), digits_data)
    session.run()
    panel = GoodnessPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.show()
    studio.set_snapshot(session.snapshot())
    qtbot.waitUntil(lambda: panel.probed is not None, timeout=10_000)
    assert panel.chart(0).areas[1].label == "Positive: ink"
    panel.shutdown()

    samples = digits_data.validation
    expected = separation(session.snapshot().ff, samples)
    assert len(expected) == 2
    pairs = make_pairs(
        samples.x[:3], samples.y[:3], digits_data.shape, studio.spec, None, np.random.default_rng(0)
    )
    assert pairs.text == "Each image inverted."
    np.testing.assert_allclose(pairs.pictures[0].pixels.ravel(), 1 - samples.x[0])
