"""The backprop step against numerical gradients of an independent float64 net."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ffstudio.core.experiment.spec import BackpropSpec
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.training.backprop import BackpropTrainer
from ffstudio.engine.training.trainer import TrainingData
from tests.engine.test_forward_forward import (
    CLASSES,
    numerical_gradient,
    tiny_data,
    tiny_spec,
    weights_of,
)


def twin(spec, data):
    trainer = BackpropTrainer(spec, data.shape)
    trainer.attach(TrainingData(data, spec.batch_size, spec.seed))
    return trainer


def cross_entropy(weights, data, spec):
    h = data.train.x.astype(np.float64)
    for w, b in weights[:-1]:
        h = np.tanh(h @ w + b)
    z = h @ weights[-1][0] + weights[-1][1]
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    smooth = spec.bp.label_smoothing
    target = np.eye(CLASSES)[data.train.y] * (1 - smooth) + smooth / CLASSES
    loss = -(target * log_p).sum(axis=1).mean()
    for (w, _), layer in zip(weights, spec.layers, strict=False):
        loss += layer.l1 * np.abs(w).sum() + layer.l2 * (w**2).sum()
    return loss


@pytest.mark.parametrize("variant", [{}, {"l1": 0.01, "l2": 0.02}])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_one_sgd_step_follows_the_numerical_gradient(variant, smoothing):
    data = tiny_data()
    spec = tiny_spec(**variant, algorithms="bp")
    bp = BackpropSpec(optimizer="sgd", learning_rate=0.5, label_smoothing=smoothing)
    spec = spec.replace(bp=bp)
    trainer = twin(spec, data)
    before = weights_of(trainer)
    (loss,), _, _ = trainer.train_step(1.0, 0.0)
    assert loss == pytest.approx(cross_entropy(before, data, spec), rel=1e-5)
    after = weights_of(trainer)
    for i, pair in enumerate(before):
        for part, array in enumerate(pair):
            gradient = numerical_gradient(lambda: cross_entropy(before, data, spec), array)
            moved = (array - after[i][part]) / 0.5
            np.testing.assert_allclose(moved, gradient, rtol=2e-3, atol=3e-6)


def test_twin_starts_with_the_same_hidden_weights_and_sees_the_same_batches():
    data = tiny_data(40)
    spec = tiny_spec(algorithms="both", batch_size=16)
    ff, bp = ForwardForwardTrainer(spec, data.shape), twin(spec, data)
    for i in range(2):
        np.testing.assert_array_equal(weights_of(ff)[i][0], weights_of(bp)[i][0])
    shared = TrainingData(data, 16, spec.seed)
    seen = np.concatenate([shared.batch(0, i)[1].numpy() for i in range(3)])
    assert shared.batches_per_epoch == 3
    assert len(seen) == 48  # 40 images, and the last batch topped up with 8 of them
    again = TrainingData(data, 16, spec.seed)
    np.testing.assert_array_equal(again.batch(0, 1)[0], shared.batch(0, 1)[0])
    assert not np.array_equal(shared.batch(0, 1)[0], shared.batch(1, 1)[0])


def test_every_image_is_seen_once_before_the_topping_up():
    data = tiny_data(40)
    marked = dataclasses.replace(
        data, train=dataclasses.replace(data.train, y=np.arange(40, dtype=np.int32))
    )
    shared = TrainingData(marked, 16, 7)
    seen = np.concatenate([shared.batch(2, i)[1].numpy() for i in range(3)])
    assert sorted(seen[:40]) == list(range(40))
    np.testing.assert_array_equal(seen[40:], seen[:8])


def test_judge_reports_the_cross_entropy_of_the_set():
    data = tiny_data(30)
    spec = tiny_spec(algorithms="bp")
    trainer = twin(spec, data)
    judged = trainer.judge(data.test)
    assert judged.loss == pytest.approx(cross_entropy(weights_of(trainer), data, spec), rel=1e-5)
    np.testing.assert_array_equal(
        judged.predictions, trainer.model.predict(data.test.x, verbose=0).argmax(axis=1)
    )
