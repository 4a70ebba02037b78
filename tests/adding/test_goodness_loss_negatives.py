"""A goodness, a local loss and negative data that are not ffstudio's own."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.forward_forward import LearningRule
from ffstudio.core.look.pairs import draw_negatives
from ffstudio.core.mathematics import GOODNESS, LOCAL_LOSSES, NEGATIVES, Goodness, LocalLoss
from ffstudio.core.mathematics.negatives import NegativeStrategy
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.training.trainer import TrainingData
from ffstudio.gui.panels.builder.panel import BuilderPanel
from tests.adding.running import run_headless, small_spec


def root_goodness(a, xp=np, axis=-1):
    """g = √(mean_j a_j² + 1e-6)."""
    return xp.sqrt(xp.mean(xp.square(a), axis=axis) + 1e-6)


def exponential_loss(positive, negative, threshold, sharpness, xp=np):
    """exp(α(g⁻ − g⁺))."""
    return xp.exp(xp.clip(sharpness * (negative - positive), -20.0, 20.0))


def next_label(labels, one_hot, logits, uniform, xp):
    """The label after the true one."""
    return xp.roll(one_hot, 1, axis=-1)


@pytest.fixture
def added(monkeypatch):
    monkeypatch.setitem(GOODNESS, "root", Goodness(root_goodness, "Root of mean", "√ of it."))
    monkeypatch.setitem(
        LOCAL_LOSSES, "exponential", LocalLoss(exponential_loss, "Exponential", "Steep.")
    )
    monkeypatch.setitem(
        NEGATIVES, "next_label", NegativeStrategy(next_label, "Next label", "One more.")
    )


def test_the_builder_offers_them(added, qtbot, studio, themes):
    panel = BuilderPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.show()
    for name, label in (
        ("ff_goodness", "Root of mean"),
        ("ff_negatives", "Next label"),
        ("layer_loss", "Exponential"),
    ):
        box = panel.findChild(QComboBox, name)
        row = box.findText(label)
        assert row >= 0, name
        box.setCurrentIndex(row)
        box.activated.emit(row)
    assert (studio.spec.ff.goodness, studio.spec.ff.negatives) == ("root", "next_label")
    assert studio.spec.layers[0].loss == "exponential"
    assert studio.problems == []


def test_they_train_headless_and_their_files_open(added, tmp_path, capsys):
    layer = LayerSpec(units=20, learning_rate=0.004, loss="exponential")
    spec = small_spec("added", layer, goodness="root", negatives="next_label")
    result, _, archive = run_headless(spec, tmp_path, capsys)
    assert archive.spec == spec
    net = archive.snapshot.ff
    x = np.random.default_rng(0).random((5, 784), np.float32)
    labels = np.arange(5)
    expected = [np.sqrt(np.mean(a**2, axis=1) + 1e-6) for a in net.activities(x, labels)]
    np.testing.assert_allclose(net.layer_goodness(x, labels), expected, rtol=1e-5)
    losses = [row["ff_loss"] for row in result["history"]]
    assert losses[-1] < 0.7 * losses[0] < 0.7 * 1.2  # it begins at 1, where both are alike


def test_a_strategy_is_what_trains(added, digits_data):
    """Not a random label in its place, as any strategy without a name of its own once was."""
    spec = small_spec("added", negatives="next_label").replace(data=digits_data.spec)
    trainer = ForwardForwardTrainer(spec, digits_data.shape)
    trainer.attach(TrainingData(digits_data, 32, 1))
    x, y = trainer.training_data().batch(0, 0)
    first = trainer.objective.first_input(trainer.draw_batch(x, y, 0), 2)
    np.testing.assert_array_equal(np.argmax(first[3], axis=1), (np.array(y) + 1) % 10)
    wrong, who = draw_negatives(
        digits_data.train.y, digits_data.train.x, 10, spec, None, np.random.default_rng(0)
    )
    np.testing.assert_array_equal(wrong, (digits_data.train.y + 1) % 10)
    assert who == "Next label"


def test_an_unknown_strategy_is_an_error():
    with pytest.raises(ValueError, match=r"`negatives`.*'sly'"):
        _ = LearningRule(("symmetric",), negatives="sly").strategy
