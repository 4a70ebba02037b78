"""The Forward-Forward step against numerical gradients of an independent float64 net."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.training.trainer import TrainingData, to_numpy
from tests.marks import THOROUGH

CLASSES, HEIGHT, WIDTH = 3, 2, 5
PIXELS = HEIGHT * WIDTH


def tiny_data(num: int = 12, seed: int = 5) -> PreparedData:
    rng = np.random.default_rng(seed)
    x = rng.uniform(0.0, 1.0, (num, PIXELS)).astype(np.float32)
    y = (np.arange(num) % CLASSES).astype(np.int32)
    samples = Samples(x, y)
    empty = Samples(x[:0], y[:0])
    names = tuple("abc")
    return PreparedData(DataSpec("digits"), "tiny", samples, empty, samples, (HEIGHT, WIDTH), names)


def tiny_spec(**changes) -> ExperimentSpec:
    layer = LayerSpec(
        units=4,
        activation="tanh",
        optimizer="sgd",
        learning_rate=0.5,
        threshold=0.3,
        loss="logistic",
    )
    ff = ForwardForwardSpec(negatives="random", sharpness=2.0, rate_schedule="constant")
    spec = ExperimentSpec(
        algorithms="ff",
        data=DataSpec("digits"),
        layers=(layer, dataclasses.replace(layer, units=5)),
        ff=ff,
        batch_size=12,
        epochs=2,
        seed=3,
    )
    for name, value in changes.items():
        if hasattr(ff, name):
            spec = spec.replace(ff=dataclasses.replace(spec.ff, **{name: value}))
        elif hasattr(layer, name):
            layers = tuple(dataclasses.replace(x, **{name: value}) for x in spec.layers)
            spec = spec.replace(layers=layers)
        else:
            spec = spec.replace(**{name: value})
    return spec


# --- the reference: float64, one example at a time, written from the formulas ----------------


def embed(x, label, spec):
    amplitude = x.max() if spec.ff.label_amplitude == "maximum" else 1.0
    one_hot = np.zeros(CLASSES)
    one_hot[label] = amplitude
    if spec.ff.label_embedding == "append":
        return np.concatenate([x, one_hot])
    return np.concatenate([one_hot, x[CLASSES:]])


def direction(h, how):
    if how == "l2":
        return h / (np.linalg.norm(h) + 1e-4)
    if how == "rms":
        return h / np.sqrt(np.mean(h**2) + 1e-8)
    return h


def goodness_of(a, how):
    return np.sum(a**2) if how == "sum_square" else np.mean(a**2)


def local_loss(gp, gn, theta, alpha, how):
    if how == "logistic":
        return 0.5 * (
            np.log1p(np.exp(alpha * (theta - gp))) + np.log1p(np.exp(alpha * (gn - theta)))
        )
    u = -alpha * (gp - gn)
    return np.log1p(np.exp(u)) if how == "symmetric" else u / (1 + np.exp(-u))


def layer_losses(weights, data, negatives, spec):
    """Local loss of each layer, the mean over the batch."""
    totals = np.zeros(len(weights))
    for x, y, wrong in zip(data.train.x.astype(np.float64), data.train.y, negatives, strict=True):
        hp, hn = embed(x, y, spec), embed(x, wrong, spec)
        for i, (w, b) in enumerate(weights):
            hp = np.tanh(direction(hp, spec.ff.normalisation) @ w + b)
            hn = np.tanh(direction(hn, spec.ff.normalisation) @ w + b)
            gp, gn = goodness_of(hp, spec.ff.goodness), goodness_of(hn, spec.ff.goodness)
            layer = spec.layers[i]
            totals[i] += local_loss(gp, gn, layer.threshold, spec.ff.sharpness, layer.loss)
    totals /= len(data.train)
    for i, (w, _) in enumerate(weights):
        totals[i] += spec.layers[i].l1 * np.abs(w).sum() + spec.layers[i].l2 * (w**2).sum()
    return totals


def numerical_gradient(function, array, step=1e-5):
    gradient = np.zeros_like(array)
    for index in np.ndindex(array.shape):
        kept = array[index]
        array[index] = kept + step
        above = function()
        array[index] = kept - step
        below = function()
        array[index] = kept
        gradient[index] = (above - below) / (2 * step)
    return gradient


def trainer_for(spec, data):
    trainer = ForwardForwardTrainer(spec, data.shape)
    trainer.attach(TrainingData(data, spec.batch_size, spec.seed))
    return trainer


def weights_of(trainer):
    """Per layer its kernel and bias, as the trainer names them."""
    pairs: dict[str, list[np.ndarray]] = {}
    for name, variable in trainer.weight_variables().items():
        layer, part = name.split("/")
        if part in ("kernel", "bias", "0", "1"):
            pairs.setdefault(layer, []).append(to_numpy(variable).astype(np.float64))
    return [tuple(pair) for pair in pairs.values()]


def negatives_of(trainer, data, step=0):
    """The wrong labels the trainer draws in a step, asked from its own strategy."""
    batch = trainer.draw_batch(data.train.x, data.train.y, step)
    chosen = trainer.objective.first_input(batch, len(trainer.model.ff_layers))[3]
    return np.argmax(np.array(chosen), axis=1)


VARIANTS = [
    {"goodness": g, "normalisation": n, "loss": loss, "label_embedding": e}
    for g, n, loss, e in itertools.product(
        ["mean_square", "sum_square"],
        ["rms", "l2", "none"],
        ["logistic", "symmetric", "swish"],
        ["replace", "append"],
    )
]
# What they combine others have as well, two by two.
ONE_OF_TWO = (0, 1, 6)


@pytest.mark.parametrize(
    "variant",
    [
        *(
            pytest.param(v, marks=[THOROUGH] * (i in ONE_OF_TWO))
            for i, v in enumerate(VARIANTS[::5])
        ),
        pytest.param({"l1": 0.01, "l2": 0.02}, marks=pytest.mark.xla),
        pytest.param({"label_amplitude": "maximum"}, marks=pytest.mark.xla),
    ],
    ids=lambda v: "-".join(map(str, v.values())),
)
def test_one_sgd_step_follows_the_numerical_gradient_of_each_local_loss(variant):
    spec, data = tiny_spec(**variant), tiny_data()
    trainer = trainer_for(spec, data)
    for name, variable in trainer.weight_variables().items():  # away from zero, where biases start
        if name.endswith("/bias"):
            variable.assign(np.linspace(-0.2, 0.3, variable.shape[0]))
    before = weights_of(trainer)
    negatives = negatives_of(trainer, data)
    losses, layer, count = trainer.train_step(1.0, 0.0)
    after = weights_of(trainer)

    expected = layer_losses(before, data, negatives, spec)
    np.testing.assert_allclose(losses, expected, rtol=2e-5)
    assert layer is None
    assert count == 12
    rate = spec.layers[0].learning_rate
    for i, (w, b) in enumerate(before):
        # Local: only layer i's own loss moves layer i.
        def own_loss(i=i):
            return layer_losses(before, data, negatives, spec)[i]

        for part, array in enumerate((w, b)):
            moved = (array - after[i][part]) / rate
            gradient = numerical_gradient(own_loss, array)
            np.testing.assert_allclose(moved, gradient, rtol=2e-3, atol=3e-6)


def test_negative_strategies_never_meet_the_true_label_except_the_shuffled_one():
    data = tiny_data(300)
    for strategy in ("random", "hard", "hard_first"):
        trainer = trainer_for(tiny_spec(negatives=strategy, batch_size=300), data)
        drawn = np.concatenate([negatives_of(trainer, data, step) for step in range(20)])
        truth = np.tile(data.train.y, 20)
        assert not np.any(drawn == truth)
        assert set(drawn) == set(range(CLASSES))
    trainer = trainer_for(tiny_spec(negatives="shuffled", batch_size=300), data)
    shuffled = negatives_of(trainer, data)
    assert sorted(shuffled) == sorted(data.train.y)
    assert 0.2 < np.mean(shuffled == data.train.y) < 0.45  # 1 in 3 of three classes


def test_random_negatives_are_equally_likely():
    data = tiny_data(600)
    trainer = trainer_for(tiny_spec(negatives="random", batch_size=600), data)
    drawn = np.concatenate([negatives_of(trainer, data, step) for step in range(20)])
    shift = (drawn - np.tile(data.train.y, 20)) % CLASSES
    share = np.mean(shift == 1)
    assert abs(share - 0.5) < 4 * np.sqrt(0.25 / len(shift))


@pytest.mark.parametrize("strategy", ["hard", "hard_first"])
def test_hard_negatives_follow_the_softmax_of_the_goodness(strategy):
    data = tiny_data(3)
    spec = tiny_spec(negatives=strategy, sharpness=30.0, batch_size=300)
    many = Samples(np.tile(data.train.x, (100, 1)), np.tile(data.train.y, 100))
    often = dataclasses.replace(data, train=many)
    trainer = trainer_for(spec, often)
    drawn = np.concatenate(
        [negatives_of(trainer, often, step).reshape(100, 3) for step in range(15)]
    )
    scores = engine.Session(spec, data).snapshot().ff.label_goodness(data.train.x)
    total = scores.sum(axis=1) if strategy == "hard" else scores[:, 0]
    for i, truth in enumerate(data.train.y):
        p = np.exp(30.0 * (total[i] - total[i].max()))
        p[truth] = 0
        p /= p.sum()
        shares = np.bincount(drawn[:, i], minlength=CLASSES) / len(drawn)
        np.testing.assert_allclose(shares, p, atol=0.055)


@pytest.mark.xla
def test_greedy_schedule_moves_one_layer_at_a_time():
    data = tiny_data()
    trainer = trainer_for(tiny_spec(schedule="greedy"), data)
    before = weights_of(trainer)
    losses, layer, _ = trainer.train_step(1.0, 0.0)
    middle = weights_of(trainer)
    assert layer == 0
    assert np.isfinite(losses[0])
    assert np.isnan(losses[1])
    assert not np.array_equal(before[0][0], middle[0][0])
    np.testing.assert_array_equal(before[1][0], middle[1][0])
    losses, layer, _ = trainer.train_step(1.0, 0.6)
    after = weights_of(trainer)
    assert layer == 1
    np.testing.assert_array_equal(middle[0][0], after[0][0])
    assert not np.array_equal(middle[1][0], after[1][0])


def test_inner_loops_reproduce_the_keras_example_recipe():
    """Losses and FinalLoss of two epochs against a float64 rewrite with Adam by hand."""
    data = tiny_data(30)
    spec = tiny_spec(
        schedule="inner_loops",
        inner_steps=4,
        negatives="shuffled",
        normalisation="l2",
        label_amplitude="maximum",
        sharpness=1.0,
        optimizer="adam",
        learning_rate=0.03,
        threshold=1.5,
        batch_size=1000,
    )
    trainer = trainer_for(spec, data)
    assert trainer.steps_per_epoch == 8
    weights = weights_of(trainer)
    moments = [[[np.zeros_like(a), np.zeros_like(a)] for a in pair] for pair in weights]
    times = [0, 0]
    loss_var, loss_count = 0.0, 0
    for epoch in range(2):
        negatives = negatives_of(trainer, data, epoch)
        for i in range(2):
            values = []
            for _ in range(4):
                values.append(layer_losses(weights, data, negatives, spec)[i])
                times[i] += 1

                def own_loss(i=i, negatives=negatives):
                    return layer_losses(weights, data, negatives, spec)[i]

                gradients = [numerical_gradient(own_loss, a) for a in weights[i]]
                for a, g, (m, v) in zip(weights[i], gradients, moments[i], strict=True):
                    m += 0.1 * (g - m)
                    v += 0.001 * (g**2 - v)
                    rate = 0.03 * np.sqrt(1 - 0.999 ** times[i]) / (1 - 0.9 ** times[i])
                    a -= rate * m / (np.sqrt(v) + 1e-7)
            loss_var += np.mean(values)
            loss_count += 1
        layers = [trainer.train_step(1.0, 0.0)[1] for _ in range(8)]
        assert layers == [0] * 4 + [1] * 4
        final = trainer.epoch_loss(trainer.close_epoch())
        assert final == pytest.approx(loss_var / loss_count, rel=1e-4)


def test_model_equals_snapshot_equals_label_by_label_embedding():
    data = tiny_data(7)
    for embedding, normalisation in itertools.product(["replace", "append"], ["rms", "l2", "none"]):
        spec = tiny_spec(label_embedding=embedding, normalisation=normalisation, votes="2-")
        session = engine.Session(spec, data)
        snapshot = session.snapshot().ff
        weights = weights_of(session.ff)
        expected = np.zeros((7, 2, CLASSES))
        for n, x in enumerate(data.train.x.astype(np.float64)):
            for label in range(CLASSES):
                h = embed(x, label, spec)
                for i, (w, b) in enumerate(weights):
                    h = np.tanh(direction(h, normalisation) @ w + b)
                    expected[n, i, label] = np.mean(h**2)
        scores = session.ff.model.goodness(data.train.x)
        np.testing.assert_allclose(scores, expected, rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(
            snapshot.label_goodness(data.train.x), expected, rtol=1e-4, atol=1e-6
        )
        for i in range(2):
            alone = snapshot.layer_goodness(data.train.x, data.train.y)[i]
            np.testing.assert_allclose(
                alone, expected[np.arange(7), i, data.train.y], rtol=1e-4, atol=1e-6
            )
        total = session.ff.model.predict(data.train.x, verbose=0)
        np.testing.assert_allclose(total, expected[:, 1], rtol=1e-4, atol=1e-6)
        np.testing.assert_array_equal(session.ff.judge(data.test).predictions, total.argmax(1))


def test_dropout_zeroes_inputs_of_the_next_layer_only_while_training():
    data = tiny_data()
    spec = tiny_spec(dropout=0.5)
    plain, dropped = trainer_for(tiny_spec(), data), trainer_for(spec, data)
    without, _, _ = plain.train_step(1.0, 0.0)
    with_it, _, _ = dropped.train_step(1.0, 0.0)
    assert without[0] == pytest.approx(with_it[0], rel=1e-6)
    assert without[1] != pytest.approx(with_it[1], rel=1e-3)
    fresh = trainer_for(spec, data)
    np.testing.assert_array_equal(
        fresh.judge(data.test).predictions,
        trainer_for(tiny_spec(), data).judge(data.test).predictions,
    )


def test_shape_without_images_is_enough_to_look():
    session = engine.Session(tiny_spec(), None, DataShape((HEIGHT, WIDTH), tuple("abc"), "tiny"))
    assert session.snapshot().ff.label_goodness(tiny_data().train.x).shape == (12, 2, 3)
