"""Every kind of Forward-Forward net: gradients, files, repeatability, continuation, learning."""

from __future__ import annotations

import dataclasses
import functools

import keras
import numpy as np
import pytest
import tensorflow as tf

from ffstudio import engine
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.local_gradients import why_no_local_gradients
from ffstudio.core.look.named_weights import ff_snapshot
from ffstudio.core.mathematics import CLASS_LOSSES, LOCAL_LOSSES, hybrid_images
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.core.run.history import History
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.training.trainer import TrainingData
from tests.marks import THOROUGH, choose_cases


def dense(units=40, **more):
    return LayerSpec(units=units, **more)


def conv(units=10, pooling="average", **more):
    return LayerSpec(kind="conv", units=units, pooling=pooling, **more)


# Name: Forward-Forward settings, layers, and what test accuracy on the bundled digits is the
# least that 6 epochs must bring (measured: 0.05 to 0.3 more).
KINDS = {
    "labels": ({}, (dense(), dense()), 0.8),
    "label units, hard": (
        {"label_embedding": "append", "label_scale": 3.0, "label_repeats": 2, "negatives": "hard"},
        (dense(), dense()),
        0.8,
    ),
    "all wrong labels": (
        {"negatives": "all_wrong", "label_scale": 3.0, "peer": 0.03, "dropout_mask": "shared"},
        (dense(loss="softmax", dropout=0.1), dense(loss="logistic")),
        0.8,
    ),
    "next layer": ({"negatives": "hard_next", "label_scale": 3.0}, (dense(), dense()), 0.8),
    "read-out, peers, dropout": (
        {"read_out": True, "peer": 0.03, "read_out_rate": 0.01},
        (dense(dropout=0.2), dense(weight_decay=0.1)),
        0.75,
    ),
    "minimised": (
        {
            "goodness": "minus_sum_square",
            "threshold_per_unit": True,
            "sharpness": 0.05,
            "negatives": "random",
        },
        (dense(loss="logistic", threshold=-1.0),) * 2,
        0.6,
    ),
    "classes": ({"goodness": "class_mean_square", "read_out": True}, (dense(), dense()), 0.65),
    "classes, convolutional": (
        {"goodness": "class_mean"},
        (conv(20), conv(20, "max"), dense(dropout=0.1)),
        0.7,
    ),
    "projections": (
        {"goodness": "projection", "sharpness": 1.0, "read_out": True},
        (dense(dropout=0.1), dense()),
        0.9,
    ),
    "projections, convolutional": (
        {"goodness": "projection", "sharpness": 1.0},
        (conv(20), conv(20, "max"), dense(weight_decay=0.1)),
        0.85,
    ),
    "prototypes": (
        {"goodness": "prototypes", "sharpness": 3.0},
        (dense(), dense(dropout=0.1)),
        0.8,
    ),
    "spatial": (
        {"goodness": "spatial", "normalisation": "channels"},
        (conv(20, "rms"), conv(20, "rms")),
        0.6,
    ),
    "strides, edges and groups": (
        {"goodness": "projection", "sharpness": 1.0},
        (
            conv(20, "none", kernel_size=5, stride=2, padding="valid"),
            conv(20, groups=4),
            dense(weight_decay=0.1),
        ),
        0.7,
    ),
    "batch normalisation": (
        {"read_out": True, "read_out_rate": 0.01},
        (dense(batch_norm=True, dropout=0.1), dense(batch_norm=True, weight_decay=0.1)),
        0.6,
    ),
    "batch normalisation, convolutional": (
        {"goodness": "projection", "sharpness": 1.0},
        (conv(12, "max", batch_norm=True, stride=2), dense(batch_norm=True)),
        0.6,
    ),
    "blocks with shortcuts": (
        {"label_scale": 3.0, "read_out": True, "read_out_rate": 0.01},
        (dense(), dense(skip=1, dropout=0.1), dense(30, skip=2)),
        0.8,
    ),
    "blocks with shortcuts, convolutional": (
        {"goodness": "class_mean_square"},
        (
            conv(10, "none", stride=2),
            conv(10, "none", dropout=0.1),
            conv(20, "max", skip=2, stride=2),
            conv(20, "none", skip=1),
        ),
        0.3,
    ),
    "label planes": (
        {"label_embedding": "append", "label_scale": 0.3, "negatives": "random", "peer": 0.03},
        (conv(dropout=0.1, padding="valid", kernel_size=4), dense()),
        0.3,
    ),
    "label pixels, convolutional": ({"label_scale": 3.0}, (conv(pooling="max"), dense()), 0.3),
    "images": ({"negatives": "hybrid", "read_out_rate": 0.01}, (dense(80), dense(80)), 0.6),
    "images, local fields": (
        {"negatives": "hybrid", "read_out_rate": 0.01, "peer": 0.03, "read_layers": "all"},
        (
            LayerSpec("local", 8, kernel_size=10, stride=6, dropout=0.1),
            LayerSpec("local", 12, kernel_size=2),
        ),
        0.6,
    ),
    "pairs": (
        {
            "negatives": "other_image",
            "normalisation": "standard",
            "sharpness": 1.0,
            "read_layers": "all",
            "read_out_rate": 0.03,
        },
        (dense(80, loss="overlap", threshold=2.0), dense(80, loss="logistic", threshold=0.5)),
        0.65,
    ),
    "pairs, convolutional": (
        {
            "negatives": "other_image",
            "second_view": True,  # where images are changed
            "read_layers": "1, 0, 1",
            "read_out_rate": 0.01,
            "dropout_mask": "shared",
        },
        (conv(8, dropout=0.1), dense(40), dense(40)),
        0.5,
    ),
    "similarity": (
        {"goodness": "projection", "class_loss": "similarity", "sharpness": 1.0},
        (dense(), dense(dropout=0.1)),
        0.8,
    ),
    "predsim by a map": (
        {
            "goodness": "projection",
            "class_loss": "predsim",
            "comparison": "linear",
            "sharpness": 1.0,
        },
        (dense(), dense(dropout=0.1)),
        0.8,
    ),
    "predsim, convolutional": (
        {"goodness": "projection", "class_loss": "predsim", "sharpness": 1.0},
        (conv(12), dense()),
        0.7,
    ),
    "predsim, classes": (
        {"goodness": "class_mean_square", "class_loss": "predsim"},
        (dense(), dense()),
        0.6,
    ),
    "contrastive": (
        {"goodness": "projection", "class_loss": "contrastive", "sharpness": 5.0},
        (dense(), dense()),
        0.7,
    ),
    "largest squares": ({"goodness": "top_k", "sharpness": 3.0}, (dense(), dense(100)), 0.6),
    "entmax": (
        {"goodness": "entmax", "sharpness": 1.0, "label_scale": 3.0},
        (dense(), dense()),
        0.4,
    ),
    "kurtosis": (
        {"goodness": "kurtosis", "sharpness": 2.0, "label_scale": 3.0},
        (dense(), dense()),
        0.4,
    ),
    "mean and spread": ({"normalisation": "standard", "label_scale": 3.0}, (dense(), dense()), 0.8),
    "mean and spread, label units": (
        {"normalisation": "standard", "label_embedding": "append", "label_scale": 3.0},
        (dense(), dense()),
        0.8,
    ),
    "mean and spread, label planes": (
        {
            "normalisation": "standard",
            "label_embedding": "append",
            "label_scale": 0.3,
            "negatives": "random",
        },
        (conv(), dense()),
        0.3,
    ),
    "frames": (
        {"feedback": True, "negatives": "random", "frames": 6, "read_out": True},
        (dense(), dense()),
        0.8,
    ),
}


# The longest step along which a loss is straight enough to be measured.
CURVED = {"predsim by a map, convolutional": 0.003, "prototypes, convolutional": 0.003}

# Kinds whose gradients go through functions that those of others go through, too.
SAID_BY_OTHERS = (
    "classes", "projections", "similarity", "predsim, classes", "images", "mean and spread",
    "mean and spread, label units", "label pixels, convolutional", "projections, convolutional",
)  # fmt: skip

# Of these the gradient alone is followed.
SLOPES_ONLY = {
    "label planes, local fields": (
        {"label_embedding": "append", "label_scale": 0.3, "negatives": "random"},
        (LayerSpec("local", 6, kernel_size=8, stride=5), dense(20)),
    ),
    "predsim by a map, convolutional": (
        {"goodness": "projection", "class_loss": "predsim", "comparison": "linear"},
        (conv(6), dense(20)),
    ),
    "prototypes, convolutional": (
        {"goodness": "prototypes"},
        (conv(12, "max"), dense(20)),
    ),
    "all wrong labels, convolutional": (
        {"negatives": "all_wrong", "label_embedding": "append", "label_scale": 0.3},
        (conv(), dense(loss="softmax")),
    ),
}


def spec_of(name, **changes):
    ff, layers, *_ = {**KINDS, **SLOPES_ONLY}[name]
    layers = tuple(dataclasses.replace(x, learning_rate=0.004) for x in layers)
    spec = ExperimentSpec(
        algorithms="ff",
        data=DataSpec("digits"),
        layers=layers,
        ff=ForwardForwardSpec(**{"negatives": "hard_first", **ff}),
        batch_size=100,
        epochs=6,
    )
    return spec.replace(**changes)


@functools.cache
def digits(data=DataSpec("digits")):  # noqa: B008 - frozen
    return prepare(datasets.load(data), data, 1)


def few(count=40):
    data = digits()
    return dataclasses.replace(
        data, train=dataclasses.replace(data.train, x=data.train.x[:count], y=data.train.y[:count])
    )


def trainer_for(spec, data):
    trainer = ForwardForwardTrainer(spec, data.shape)
    trainer.attach(TrainingData(data, spec.batch_size, spec.seed))
    return trainer


def same(one, two):
    return one.keys() == two.keys() and all(np.array_equal(one[k], two[k]) for k in one)


# --- local gradients --------------------------------------------------------------------


def pair_goodness(net, x, other=None):
    """Goodness of images beside others (by default themselves), written out: (layers, n)."""

    def spread(h):
        flat = h.reshape(len(h), -1).astype(np.float64)
        if net.normalisation == "standard":
            flat = flat - flat.mean(axis=1, keepdims=True)
        return (flat / np.sqrt(np.mean(flat**2, axis=1, keepdims=True) + 1e-8)).reshape(h.shape)

    def sum_up(seen, i):
        layer = net.net.layers[i]
        return layer.linear(seen.reshape(len(seen), -1) if layer.kernel.ndim == 2 else seen)

    images = [
        a.reshape(-1, *net.image_shape, 1) if net.is_convolutional else a
        for a in (x, x if other is None else other)
    ]
    h = net.net.layers[0].finish(sum(sum_up(spread(a), 0) for a in images))
    every = [h]
    for i in range(1, len(net.layers)):
        every.append(net.net.layers[i].finish(sum_up(spread(every[-1]), i)))
    return np.array([np.mean(a.reshape(len(a), -1).astype(np.float64) ** 2, 1) for a in every])


def mapped(h, matrix):
    """Activities by a layer's own map of them, place by place where they have places."""
    if matrix is None or h.ndim == 2:
        return h if matrix is None else h @ np.float64(matrix)
    rows, high, wide, _ = h.shape
    around = np.pad(h, ((0, 0), (1, 1), (1, 1), (0, 0)))
    made = np.zeros((rows, high, wide, matrix.shape[-1]))
    for down in range(3):
        for right in range(3):
            made += around[:, down : down + high, right : right + wide] @ np.float64(
                matrix[down, right]
            )
    return made


def over_all_labels(name, scores, y, theta, alpha):
    """Mean over images of a loss of the true label and all wrong ones, one after the other."""
    told = []
    for g, label in zip(np.float64(scores), y, strict=True):
        wrong = np.delete(g, label)
        if name == "softmax":
            told.append(np.log1p(np.sum(np.exp(alpha * (wrong - g[label])))))
        else:
            pairs = [LOCAL_LOSSES[name].function(g[label], one, theta, alpha) for one in wrong]
            told.append(np.mean(pairs))
    return np.mean(told)


def reference_losses(state, spec, data, trainer, wrong):
    """Each layer's loss from the NumPy net and the formulas; ``wrong``: labels, where they count."""
    net = ff_snapshot(state, spec, data.shape)
    x, y = data.train.x, data.train.y
    batch = trainer.draw_batch(x, y, 0)
    if spec.ff.supervision in ("classes", "projections", "prototypes"):
        scores = net.label_goodness(x)
        one_hot = np.eye(10)[y]
        activities = net.activities(x, y)
        loss = CLASS_LOSSES[spec.ff.class_loss].function
        compared = [
            mapped(np.float64(a), state.get(f"layer_{i}/comparison"))
            for i, a in enumerate(activities)
        ]
        return [
            np.mean(loss(scores[:, i], h, one_hot, spec.ff.sharpness))
            for i, h in enumerate(compared)
        ]
    if spec.ff.negatives == "all_wrong":
        return [
            over_all_labels(layer.loss, scores, y, theta.threshold, spec.ff.sharpness)
            for layer, scores, theta in zip(
                spec.layers, net.label_goodness(x).transpose(1, 0, 2), net.layers, strict=True
            )
        ]
    if spec.ff.supervision == "pairs":
        positive, negative = pair_goodness(net, x), pair_goodness(net, x, np.roll(x, 1, axis=0))
    elif spec.ff.supervision == "images":
        hybrids = hybrid_images(x, np.roll(x, 1, axis=0), np.array(batch.hybrid_mask))
        positive, negative = net.layer_goodness(x, y), net.layer_goodness(hybrids, y)
    else:
        positive, negative = net.layer_goodness(x, y), net.layer_goodness(x, wrong)
    losses = []
    for i, layer in enumerate(spec.layers):
        loss = LOCAL_LOSSES[layer.loss].function
        args = positive[i].astype(np.float64), negative[i].astype(np.float64)
        losses.append(np.mean(loss(*args, net.layers[i].threshold, spec.ff.sharpness)))
    return losses


# That of the largest squares bends wherever another unit becomes one of them; its exact slope is
# held against tests/core/test_mathematics.py.
@pytest.mark.parametrize(
    "name",
    [
        # Others come by the same functions.
        pytest.param(k, marks=[THOROUGH] * (k in SAID_BY_OTHERS))
        for k in (*KINDS, *SLOPES_ONLY)
        if k not in ("next layer", "read-out, peers, dropout", "frames", "largest squares")
        and not k.startswith("batch normalisation")
    ],
)
def test_a_step_goes_down_the_numerical_gradient_of_each_layers_own_loss(name):
    spec = spec_of(name)
    layers = tuple(
        dataclasses.replace(x, optimizer="sgd", learning_rate=1.0, dropout=0.0) for x in spec.layers
    )
    ff = dataclasses.replace(spec.ff, peer=0.0, read_out=False, sharpness=2.0)
    spec = spec.replace(layers=layers, ff=ff, batch_size=40)
    data = few()
    trainer = trainer_for(spec, data)
    wrong = None
    if spec.ff.supervision == "labels" and spec.ff.negatives != "all_wrong":
        first = trainer.objective.first_input(
            trainer.draw_batch(data.train.x, data.train.y, 0), len(layers)
        )
        wrong = np.argmax(np.array(first[3]), axis=1)
    before = trainer.weights()
    losses, _, _ = trainer.train_step(1.0, 0.0)
    after = trainer.weights()
    np.testing.assert_allclose(
        losses, reference_losses(before, spec, data, trainer, wrong), rtol=1e-4
    )
    rng = np.random.default_rng(3)
    keys = [f"layer_{i}/kernel" for i in range(len(layers))]
    if spec.ff.goodness == "projection":
        keys += [f"layer_{i}/projection" for i in range(len(layers))]
    if spec.ff.maps_to_compare:
        keys += [f"layer_{i}/comparison" for i in range(len(layers))]
    keys += [key for key in before if key.endswith("/shortcut")]
    for key in keys:
        i = int(key.split("/")[0].removeprefix("layer_"))
        goal = spec
        if "projection" in key and CLASS_LOSSES[ff.class_loss].scores_follow:
            # It reads the layer by cross-entropy, whatever the layer itself learns by.
            goal = spec.replace(ff=dataclasses.replace(ff, class_loss="cross_entropy"))
        gradient = before[key] - after[key]
        # Along a direction of its own: the gradient itself with noise.
        direction = gradient / np.linalg.norm(gradient)
        noise = rng.normal(size=direction.shape)
        direction = direction + 0.5 * noise / np.linalg.norm(noise)
        # Far enough for float32, near enough for a straight line.
        most = CURVED.get(name, 0.05)
        step = min(0.005 * max(losses[i], 0.2) / np.linalg.norm(gradient), most)
        ends = []
        for sign in (1, -1):
            moved = dict(before)
            moved[key] = (before[key] + sign * step * direction).astype(np.float32)
            ends.append(reference_losses(moved, goal, data, trainer, wrong)[i])
        slope = (ends[0] - ends[1]) / (2 * step)
        assert float((gradient * direction).sum()) == pytest.approx(slope, rel=0.02), key


def test_batch_normalisation_learns_by_the_batch_and_answers_by_running_means():
    """Losses, gradients and running means against the formulas in NumPy (float64)."""
    layers = tuple(
        LayerSpec(units=n, batch_norm=True, optimizer="sgd", learning_rate=1.0) for n in (12, 9)
    )
    spec = spec_of("labels", layers=layers, batch_size=40)
    spec = spec.replace(ff=ForwardForwardSpec(negatives="random", sharpness=2.0))
    data = few()
    trainer = trainer_for(spec, data)
    rng = np.random.default_rng(2)
    for layer in trainer.model.ff_layers:  # away from where they begin
        layer.bias.assign(rng.normal(0, 0.3, layer.units))
        layer.gamma.assign(rng.uniform(0.5, 1.5, layer.units))
        layer.beta.assign(rng.normal(0.2, 0.3, layer.units))
    x, y = data.train.x, data.train.y
    first = trainer.objective.first_input(trainer.draw_batch(x, y, 0), 2)
    wrong = np.argmax(np.array(first[3]), axis=1)
    assert (wrong != y).all()

    def reference(state):
        """Losses, and mean and variance of z in both layers."""
        rows = np.concatenate([x, x]).astype(np.float64)
        rows[:, :10] = np.eye(10)[np.concatenate([y, wrong])]
        losses, moments = [], []
        for i in range(2):
            part = {k.split("/")[1]: np.float64(v) for k, v in state.items() if f"layer_{i}/" in k}
            seen = rows / np.sqrt(np.mean(rows**2, axis=1, keepdims=True) + 1e-8)
            z = seen @ part["kernel"] + part["bias"]
            mean, variance = z.mean(axis=0), z.var(axis=0)
            moments.append((mean, variance))
            z = part["gamma"] * (z - mean) / np.sqrt(variance + 1e-3) + part["beta"]
            rows = np.maximum(z, 0.0)
            positive, negative = np.split(np.mean(rows**2, axis=1), 2)
            losses.append(np.mean(np.logaddexp(0.0, -2.0 * (positive - negative))))
        return losses, moments

    before = trainer.weights()
    told, _, _ = trainer.train_step(1.0, 0.0)
    after = trainer.weights()
    losses, moments = reference(before)
    np.testing.assert_allclose(told, losses, rtol=1e-5)
    for i in range(2):
        for name, start, new in zip(
            ("moving_mean", "moving_variance"), (0.0, 1.0), moments[i], strict=True
        ):
            kept = after[f"layer_{i}/{name}"]
            np.testing.assert_allclose(kept, 0.9 * start + 0.1 * new, rtol=1e-4, atol=1e-6)
        # The mean takes the bias away: it has no gradient.
        np.testing.assert_allclose(after[f"layer_{i}/bias"], before[f"layer_{i}/bias"], atol=1e-6)
        for part in ("kernel", "gamma", "beta"):
            key = f"layer_{i}/{part}"
            gradient = np.float64(before[key]) - after[key]
            direction = gradient / np.linalg.norm(gradient)
            ends = []
            for sign in (1, -1):
                moved = {k: np.float64(v) for k, v in before.items()}
                moved[key] = moved[key] + sign * 1e-5 * direction
                ends.append(reference(moved)[0][i])
            slope = (ends[0] - ends[1]) / 2e-5
            assert np.linalg.norm(gradient) == pytest.approx(slope, rel=2e-3), key
    # One image is seen by running means, on the canvas too; a frozen layer keeps them.
    net, state = trainer.snapshot(data.shape), trainer.weights()
    z = np.float64(net.net.layers[0].normalise(x)) @ state["layer_0/kernel"] + state["layer_0/bias"]
    spread = np.sqrt(state["layer_0/moving_variance"] + 1e-3)
    scaled = state["layer_0/gamma"] * (z - state["layer_0/moving_mean"]) / spread
    expected = np.maximum(scaled + state["layer_0/beta"], 0.0)
    seen = net.net.layers[0].respond([net.net.layers[0].normalise(x)])
    np.testing.assert_allclose(seen, expected, rtol=1e-3, atol=1e-4)
    trainer.spec = spec.with_layer(0, learns=False)
    trainer.train_step(1.0, 0.0)
    later = trainer.weights()
    for name in ("kernel", "gamma", "beta", "moving_mean", "moving_variance"):
        same_0 = np.array_equal(later[f"layer_0/{name}"], state[f"layer_0/{name}"])
        same_1 = np.array_equal(later[f"layer_1/{name}"], state[f"layer_1/{name}"])
        assert same_0 and not same_1, name
    why = why_no_local_gradients(net, ("symmetric", "symmetric"))
    assert "normalised over the mini-batch" in why
    trainer.begin_anew(1, 5)
    fresh = trainer.weights()
    assert (fresh["layer_1/moving_variance"] == 1).all() and (fresh["layer_1/gamma"] == 1).all()


def test_collaboration_adds_the_goodness_of_other_layers_to_a_layers_loss():
    losses = {}
    for how in ("none", "earlier", "others"):
        spec = spec_of("labels")
        layers = tuple(
            dataclasses.replace(x, loss="logistic", optimizer="sgd") for x in spec.layers
        )
        ff = dataclasses.replace(spec.ff, collaboration=how, negatives="random", sharpness=1.0)
        trainer = trainer_for(spec.replace(layers=layers, ff=ff, batch_size=40), few())
        losses[how] = trainer.train_step(1.0, 0.0)[0]
    # Layer 1 has no earlier layer, layer 2 no other than layer 1.
    assert losses["earlier"][0] == pytest.approx(losses["none"][0], rel=1e-5)
    assert losses["others"][1] == pytest.approx(losses["earlier"][1], rel=1e-5)
    assert abs(losses["others"][0] - losses["none"][0]) > 1e-3
    assert abs(losses["earlier"][1] - losses["none"][1]) > 1e-3


def test_a_second_view_is_another_change_of_the_same_images():
    """Pairs of two changed copies, their losses written out, and the same for the same seed."""
    spec = spec_of("pairs", batch_size=40, data=DataSpec("digits", shift=2))
    spec = spec.replace(ff=dataclasses.replace(spec.ff, second_view=True))
    data = dataclasses.replace(few(), spec=spec.data)
    trainer = trainer_for(spec, data)
    first, y = trainer.training_data().batch(0, 0)
    first, second = np.array(first), np.array(trainer.training_data().make_second_view(0, 0))
    again = np.array(trainer_for(spec, data).training_data().make_second_view(0, 0))
    np.testing.assert_array_equal(second, again)
    for one, other in zip(first.reshape(-1, 28, 28), second.reshape(-1, 28, 28), strict=True):
        moves = [(down, right) for down in range(-4, 5) for right in range(-4, 5)]
        assert any(np.array_equal(np.roll(one, move, (0, 1)), other) for move in moves)
    assert np.mean(np.any(first != second, axis=1)) > 0.8
    net = ff_snapshot(trainer.weights(), spec, data.shape)
    positive = pair_goodness(net, first, second)
    negative = pair_goodness(net, first, np.roll(second, 1, axis=0))
    expected = [
        np.mean(LOCAL_LOSSES[layer.loss].function(p, n, theta.threshold, spec.ff.sharpness))
        for layer, theta, p, n in zip(spec.layers, net.layers, positive, negative, strict=True)
    ]
    losses, _, _ = trainer.train_step(1.0, 0.0)
    np.testing.assert_allclose(losses, expected, rtol=1e-4)
    # The read-out learnt from images beside themselves.
    batch = trainer.draw_batch(tf.constant(first), y, 0, tf.constant(second))
    objective = trainer_for(spec, data).objective
    features = objective.features(objective.run(batch, 2)[1], batch)
    np.testing.assert_allclose(features, net.net.features(first), rtol=1e-4, atol=1e-5)


def test_a_layer_does_not_move_for_the_layers_above_it():
    moves = []
    for factor in (1.0, 3.0):
        trainer = trainer_for(spec_of("labels", batch_size=40), few())
        upper = trainer.model.ff_layers[1].kernel
        upper.assign(factor * upper.value)
        before = trainer.weights()
        trainer.train_step(1.0, 0.0)
        moves.append(trainer.weights()["layer_0/kernel"] - before["layer_0/kernel"])
    np.testing.assert_array_equal(*moves)


def test_positive_and_negative_data_lose_the_same_units_where_a_mask_is_shared():
    data, seen = few(), {}
    for how in ("separate", "shared"):
        spec = spec_of("labels", batch_size=40).with_layer(0, dropout=0.5)
        trainer = trainer_for(
            spec.replace(ff=dataclasses.replace(spec.ff, dropout_mask=how, negatives="random")),
            data,
        )
        batch = trainer.draw_batch(data.train.x, data.train.y, 0)
        inputs = trainer.objective.first_input(batch, 2)
        a = trainer.model.ff_layers[0].finish(trainer.objective.before(0, inputs))
        # Where both versions answer, what goes up is 0 only where the unit was dropped.
        both = np.all(np.split(np.array(a), 2), axis=0)
        up = [h == 0 for h in np.split(np.array(trainer.objective.upward(0, a, batch)), 2)]
        seen[how] = np.mean((up[0] == up[1])[both])
        assert 0.4 < np.mean(up[0][both]) < 0.6
        assert len(batch.dropout["0"]) == {"separate": 80, "shared": 40}[how]
    assert seen["shared"] == 1.0
    assert 0.4 < seen["separate"] < 0.6


@pytest.mark.parametrize("name", choose_cases(["labels", "all wrong labels"], "all wrong labels"))
def test_peer_normalisation_wakes_silent_units_and_the_read_out_moves_no_layer(name):
    data = few()
    base = spec_of(name, batch_size=40)
    spec = base.replace(ff=dataclasses.replace(base.ff, peer=1.0))
    trainer = trainer_for(spec, data)
    first = trainer.model.ff_layers[0]
    bias = np.zeros(40, np.float32)
    bias[7] = -100.0  # never answers
    first.bias.assign(bias)
    before = trainer.weights()
    trainer.train_step(1.0, 0.0)
    after = trainer.weights()
    assert after["layer_0/bias"][7] > -100.0
    net = ff_snapshot(before, spec, data.shape)
    mean = net.activities(data.train.x, data.train.y)[0].mean(axis=0)
    np.testing.assert_allclose(after["layer_0/mean_activity"], 0.45 + 0.1 * mean, rtol=1e-4)

    moved = []
    for read_out in (False, True):
        trainer = trainer_for(
            base.replace(ff=dataclasses.replace(base.ff, read_out=read_out)), data
        )
        trainer.train_step(1.0, 0.0)
        moved.append(trainer.weights())
    # A read-out's gradient would move weights by about the learning rate of 0.004. Not bit for bit:
    # with other readers of a layer TensorFlow fuses other operations.
    for key, value in moved[0].items():
        np.testing.assert_allclose(moved[1][key], value, rtol=0, atol=1e-5, err_msg=key)
    assert np.any(moved[1]["read_out/kernel"])


def test_negatives_of_the_next_layer_are_that_layers_own_confusions():
    spec = spec_of("next layer", batch_size=40)
    spec = spec.replace(ff=dataclasses.replace(spec.ff, sharpness=1e4))
    data = few()
    trainer = trainer_for(spec, data)
    net = ff_snapshot(trainer.weights(), spec, data.shape)
    scores = net.label_goodness(data.train.x)
    scores[np.arange(40), :, data.train.y] = -np.inf
    worst = scores.argmax(axis=2)  # with so sharp a softmax the best wrong label is certain
    trainer.objective.first_input(trainer.draw_batch(data.train.x, data.train.y, 0), 2)
    drawn = [np.argmax(np.array(w), axis=1) for w in trainer.objective.wrong]
    assert np.mean(drawn[0] == worst[:, 1]) > 0.9
    assert np.mean(drawn[1] == worst[:, 1]) > 0.9
    for labels in drawn:
        assert not np.any(labels == data.train.y)


def test_a_net_with_top_down_connections_follows_hintons_frames():
    spec = spec_of("frames")
    data = few()
    trainer = trainer_for(spec, data)
    w = {k: v.astype(np.float64) for k, v in trainer.weights().items()}

    def rms(h):
        return h / np.sqrt(np.mean(h**2, axis=-1, keepdims=True) + 1e-8)

    x, label = data.train.x[:5].astype(np.float64), 3
    top = np.zeros((5, 10))
    top[:, label] = 1.0
    h1, h2, goodness = np.zeros((5, 40)), np.zeros((5, 40)), []
    for _ in range(5):
        new1 = np.concatenate([rms(x), rms(h2)], 1) @ w["layer_0/kernel"] + w["layer_0/bias"]
        new2 = np.concatenate([rms(h1), rms(top)], 1) @ w["layer_1/kernel"] + w["layer_1/bias"]
        h1, h2 = 0.3 * h1 + 0.7 * np.maximum(new1, 0), 0.3 * h2 + 0.7 * np.maximum(new2, 0)
        goodness.append([np.mean(h1**2, 1), np.mean(h2**2, 1)])
    expected = np.mean(goodness[2:5], axis=0)
    from_net = trainer.model.goodness(data.train.x[:5])[:, :, label].T
    np.testing.assert_allclose(from_net, expected, rtol=1e-4)


# --- whole runs -------------------------------------------------------------------------


# Those that XLA compiles, each a way of its own through the steps, and others.
COMPILED = ("labels", "spatial", "batch normalisation", "pairs")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xla) if name in COMPILED else name
        for name in choose_cases(
            KINDS, "batch normalisation", "pairs", "frames", "classes, convolutional",
        )
    ],
)  # fmt: skip
def test_every_kind_learns_agrees_with_its_snapshot_and_reads_back(name, tmp_path):
    spec = spec_of(name)
    session, history = engine.Session(spec, digits()), History()
    finished = session.run(history.add)
    assert finished.test_accuracy["ff"] > KINDS[name][2]

    x = digits().test.x[:60]
    model, net = session.ff.model, session.snapshot().ff
    goodness = model.goodness(x)
    np.testing.assert_allclose(net.label_goodness(x), goodness, rtol=2e-4, atol=1e-5)
    for label in (0, 7):  # label by label, the long way round
        labels = np.full(len(x), label)
        if spec.ff.supervision not in ("images", "pairs"):
            one = net.layer_goodness(x, labels)
            np.testing.assert_allclose(one, goodness[:, :, label].T, rtol=2e-4, atol=1e-5)
    if net.read_out is not None:
        p = keras.ops.softmax(model.read_out_logits(x))
        np.testing.assert_allclose(net.read_out_probabilities(x), np.array(p), atol=1e-5)
        row = history.epochs[-1]
        assert row["ff_read_out_accuracy"] is not None

    for suffix in (".h5", ".keras"):
        path = tmp_path / f"net{suffix}"
        engine.save_session(session, path)
        again = engine.load_session(path)
        assert again.spec == session.spec
        assert same(again.states()["ff"], session.states()["ff"])
        loaded = keras.models.load_model(path, compile=False)
        assert type(loaded) is type(model)
        # The second way compiles the net for every model.
        said = loaded(x) if suffix == ".h5" else loaded.predict(x, verbose=0)
        np.testing.assert_allclose(
            said,
            count_votes(goodness, model.net.votes),
            atol=1e-4,
        )


@pytest.mark.parametrize(
    "name",
    choose_cases(
        [
            "read-out, peers, dropout",
            "all wrong labels",
            "classes, convolutional",
            "strides, edges and groups",
            "batch normalisation",
            "similarity",
            "predsim by a map",
            "prototypes",
            "spatial",
            "images",
            "images, local fields",
            "pairs, convolutional",
            "frames",
        ],
        "read-out, peers, dropout",
        "prototypes",
        "pairs, convolutional",
    ),
)
def test_the_same_seed_is_the_same_run_and_an_interrupted_one_goes_on_exactly(name, tmp_path):
    augmented = DataSpec(
        "digits", subset=0.3, flip="both", shift=1, rotation=5.0, border="mirror", cutout=6,
        dropped_pixels=0.1,
    )  # fmt: skip
    base = spec_of(name)
    ff = dataclasses.replace(base.ff, rate_schedule="cosine")
    spec = base.replace(data=augmented, ff=ff, epochs=4)
    data = digits(augmented)
    whole = engine.Session(spec, data)
    whole.run()

    from ffstudio.core.run.control import Control

    control = Control()
    first = engine.Session(spec, data)
    steps = first.trainers[0].steps_per_epoch

    def stop_in_the_middle(event):
        if getattr(event, "step", 0) == 2 * steps + 1:
            control.stop()

    first.run(stop_in_the_middle, control)
    assert first.trainers[0].step < 4 * steps
    engine.save_session(first, tmp_path / "half.keras")
    second = engine.continue_session(engine.load_session(tmp_path / "half.keras"), spec, data)
    second.run()
    for key, value in whole.ff.state().items():
        np.testing.assert_array_equal(second.ff.state()[key], value, err_msg=key)
    if name == "read-out, peers, dropout":  # seeds are the same way into every kind
        other = engine.Session(spec.replace(seed=2), data)
        other.run()
        assert not same(other.ff.weights(), whole.ff.weights())


def test_a_projection_scores_classes_by_its_formula_and_learns_where_it_is_to():
    """g = h·Mᵀ of activities, or of patches' mean squares, written out (NumPy, float64)."""
    for name, learns in (("projections", True), ("spatial", False)):
        spec = spec_of(name, batch_size=40)
        data = few()
        trainer = trainer_for(spec, data)
        before = trainer.weights()
        net = ff_snapshot(before, spec, data.shape)
        activities = net.activities(data.train.x, data.train.y)
        scores = net.label_goodness(data.train.x)
        for i, a in enumerate(activities):
            matrix = before[f"layer_{i}/projection"].astype(np.float64)
            seen = a.astype(np.float64)
            if a.ndim == 4:  # 14×14 and 7×7 with 20 channels: patches of 2 and 1 places
                side = 2 if a.shape[1] == 14 else 1
                rows = range(0, a.shape[1], side)
                seen = np.stack(
                    [
                        np.square(seen[:, y : y + side, x : x + side]).mean(axis=(1, 2))
                        for y in rows
                        for x in rows
                    ],
                    axis=1,
                ).reshape(len(a), -1)
            np.testing.assert_allclose(scores[:, i], seen @ matrix, rtol=1e-4, atol=1e-5)
        trainer.train_step(1.0, 0.0)
        for key, value in trainer.weights().items():
            if key.endswith("/projection"):
                assert np.array_equal(value, before[key]) != learns


def test_prototypes_are_running_means_of_the_directions_of_each_class():
    """Scores and prototypes after a step of a dense net, image by image (NumPy, float64)."""
    spec = spec_of("prototypes", batch_size=40).with_layer(1, learns=False)
    data = few()
    x, y = data.train.x, data.train.y
    trainer = trainer_for(spec, data)
    before = trainer.weights()
    net = ff_snapshot(before, spec, data.shape)
    scores, every = net.label_goodness(x), net.activities(x, y)
    for i, activities in enumerate(every):
        prototypes = np.float64(before[f"layer_{i}/projection"]).T
        np.testing.assert_allclose(np.linalg.norm(prototypes, axis=1), 1.0, rtol=1e-6)
        z = [a / np.linalg.norm(a) for a in np.float64(activities)]
        near = [[-np.sum((one - c) ** 2) for c in prototypes] for one in z]
        np.testing.assert_allclose(scores[:, i], near, rtol=1e-4, atol=1e-5)
        if i:
            continue
        for k in range(10):
            own = [one for one, label in zip(z, y, strict=True) if label == k]
            if own:
                mean = np.mean(own, axis=0)
                moved = 0.9 * prototypes[k] + 0.1 * mean / np.linalg.norm(mean)
                prototypes[k] = moved / np.linalg.norm(moved)
        expected = prototypes.T
    trainer.train_step(1.0, 0.0)
    after = trainer.weights()
    np.testing.assert_allclose(after["layer_0/projection"], expected, rtol=1e-4, atol=1e-6)
    # A layer that is frozen keeps its own; so does a judgement.
    np.testing.assert_array_equal(after["layer_1/projection"], before["layer_1/projection"])
    trainer.judge(data.train)
    np.testing.assert_array_equal(
        trainer.weights()["layer_0/projection"], after["layer_0/projection"]
    )
    trainer.begin_anew(0, 7)
    fresh = trainer.weights()["layer_0/projection"]
    np.testing.assert_allclose(np.linalg.norm(fresh, axis=0), 1.0, rtol=1e-6)
    assert np.abs(fresh - before["layer_0/projection"]).max() > 0.1


def test_pooling_by_the_root_mean_square_keeps_energy_and_has_a_slope_where_all_is_silent():
    layer = engine.FFConv2D(3, pooling="rms")
    layer.build((None, 5, 4, 1))
    before = np.random.default_rng(0).normal(size=(2, 5, 4, 3)).astype(np.float32)
    before[0, :2, :2] = -1.0  # a block that ReLU silences
    given = tf.Variable(before)
    with tf.GradientTape() as tape:
        pooled = layer.finish(given)
    active = np.maximum(before, 0)
    for row in range(2):  # the fifth row is left out, as with other poolings
        for column in range(2):
            block = active[:, 2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
            expected = np.sqrt(np.square(block).mean(axis=(1, 2)))
            np.testing.assert_allclose(pooled[:, row, column], expected, atol=1.1e-4)
    assert pooled.shape == (2, 2, 2, 3) and np.isfinite(tape.gradient(pooled, given)).all()


def test_a_fixed_projection_is_the_seeds_and_as_large_as_what_it_sees():
    matrices = []
    for seed in (1, 1, 2):
        state = trainer_for(spec_of("spatial", seed=seed), few()).weights()
        matrices.append(state["layer_0/projection"])
    np.testing.assert_array_equal(matrices[0], matrices[1])
    assert not np.array_equal(matrices[0], matrices[2])
    assert np.sum(matrices[0] ** 2, axis=0).mean() == pytest.approx(1.0, abs=0.1)


def test_a_threshold_per_unit_grows_with_the_layer_also_while_training():
    spec = spec_of("minimised")
    session = engine.Session(spec, digits())
    assert session.snapshot().ff.layers[0].threshold == -40.0
    session.change("ff", 0, "threshold", -2.0)
    assert session.snapshot().ff.layers[0].threshold == -80.0


def test_the_twin_of_strides_edges_and_groups_starts_with_the_same_kernels():
    spec = spec_of("strides, edges and groups", algorithms="both", epochs=2)
    session = engine.Session(spec, digits())
    start = session.ff.weights(), session.bp.weights()
    for i in range(3):
        np.testing.assert_array_equal(start[0][f"layer_{i}/kernel"], start[1][f"layer_{i}/0"])
    finished = session.run()
    assert finished.test_accuracy["bp"] > 0.5
    x = digits().test.x[:50]
    p = np.array(session.bp.model(x.reshape(-1, 28, 28, 1)))
    np.testing.assert_allclose(session.snapshot().bp.probabilities(x), p, atol=1e-5)
    # Group by group is what Keras' own grouped convolution computes.
    made, a = (
        session.bp.model.layers[2],
        np.random.default_rng(1).random((3, 12, 12, 20), np.float32),
    )
    plain = keras.layers.Conv2D.from_config(made.get_config())
    plain.build(a.shape)
    plain.set_weights(made.get_weights())
    assert made.groups == 4 and type(made) is keras.layers.Conv2D
    np.testing.assert_allclose(np.array(made(a)), np.array(plain(a)), rtol=1e-4, atol=1e-5)


def test_the_twin_of_normalised_layers_learns_by_batches_too():
    spec = spec_of("batch normalisation", algorithms="both", epochs=3)
    session = engine.Session(spec, digits())
    kinds = [type(layer).__name__ for layer in session.bp.model.layers]
    assert kinds == [
        "InputLayer", "Dense", "BatchNormalization", "Activation", "Dropout",
        "Dense", "BatchNormalization", "Activation", "Dense",
    ]  # fmt: skip
    start = session.ff.weights(), session.bp.weights()
    np.testing.assert_array_equal(start[0]["layer_1/kernel"], start[1]["layer_2/0"])
    finished = session.run()
    assert finished.test_accuracy["bp"] > 0.8
    # With dropout the masks are the seed's; batches count all the same: variances have moved.
    norm = session.bp.model.layers[2]
    assert norm.momentum == pytest.approx(0.9)
    assert np.abs(norm.moving_variance.numpy() - 1.0).min() > 1e-3
    x = digits().test.x[:50]
    p = np.array(session.bp.model(x))
    np.testing.assert_allclose(session.snapshot().bp.probabilities(x), p, atol=1e-5)


def test_the_twin_of_a_convolutional_net_has_its_layers_and_its_schedule():
    spec = spec_of("classes, convolutional", algorithms="both", epochs=4)
    session = engine.Session(spec, digits())
    finished = session.run()
    assert finished.test_accuracy["bp"] > 0.7
    kinds = [type(layer).__name__ for layer in session.bp.model.layers]
    assert kinds == [
        "InputLayer", "Conv2D", "AveragePooling2D", "Conv2D", "MaxPooling2D", "Flatten", "Dense",
        "Dropout", "Dense",
    ]  # fmt: skip
    x = digits().test.x[:50]
    p = np.array(session.bp.model(x.reshape(-1, 28, 28, 1)))
    np.testing.assert_allclose(session.snapshot().bp.probabilities(x), p, atol=1e-5)


def test_blocks_add_what_they_see_locally_in_one_net_and_with_their_error_in_the_other(tmp_path):
    """Where shortcuts lead, what goes back through them, exact continuation, and saved files."""
    base = spec_of("blocks with shortcuts, convolutional", algorithms="both", epochs=2)
    spec = base.replace(data=DataSpec("digits", subset=0.1)).with_layer(2, batch_norm=True)
    data = digits(spec.data)
    session = engine.Session(spec, data)
    start = session.ff.weights()
    network = session.bp.network.architecture
    wiring = {layer.name: [port.layer for port in layer.calls[0]] for layer in network.layers}
    assert wiring["conv_3_shortcut"] == ["conv_1"]
    assert wiring["conv_3_add"] == ["conv_3_norm", "conv_3_shortcut"]
    assert wiring["conv_4_add"] == ["conv_4", "conv_3_pool"]
    theirs = session.bp.model.get_layer("conv_3_shortcut").kernel.numpy()
    np.testing.assert_array_equal(start["layer_2/shortcut"], theirs)
    assert theirs.shape == (1, 1, 10, 20)

    from ffstudio.core.run.control import Control

    control = Control()

    def stop_after_a_step(event):
        if getattr(event, "step", 0) == 1:
            control.stop()

    session.run(stop_after_a_step, control)
    engine.save_session(session, tmp_path / "half.keras")
    second = engine.continue_session(engine.load_session(tmp_path / "half.keras"), spec, data)
    second.run()
    whole = engine.Session(spec, data)
    whole.run()
    for mine, theirs in zip(whole.trainers, second.trainers, strict=True):
        assert same(mine.state(), theirs.state())
    x, shot = data.test.x[:20], whole.snapshot()
    goodness = whole.ff.model.goodness(x)
    np.testing.assert_allclose(shot.ff.label_goodness(x), goodness, rtol=2e-4, atol=1e-5)
    p = np.array(whole.bp.model(x.reshape(-1, 28, 28, 1)))
    np.testing.assert_allclose(shot.bp.probabilities(x), p, atol=1e-5)
    engine.save_session(whole, tmp_path / "whole.h5")
    loaded = keras.models.load_model(tmp_path / "whole.h5", compile=False)
    np.testing.assert_allclose(loaded(x), goodness.sum(axis=1), atol=1e-4)

    # With a block that sums nothing up, backprop's error comes back through the shortcut alone;
    # a Forward-Forward layer's does not, whatever the shortcut above it is.
    moves = {"ff": [], "bp": []}
    session = engine.Session(base, data)
    states = session.states()
    for factor in (1.0, 3.0):
        for trainer in session.trainers:
            trainer.load_state(states[trainer.name])
        matrix = factor * start["layer_2/shortcut"]
        session.ff.model.ff_layers[2].shortcut.assign(matrix)
        inner = session.bp.model.get_layer("conv_2").kernel
        inner.assign(np.zeros(inner.shape))
        session.bp.model.get_layer("conv_3_shortcut").kernel.assign(matrix)
        for trainer in session.trainers:
            before = trainer.weights()
            trainer.train_step(1.0, 0.0)
            name = "layer_0/kernel" if trainer.name == "ff" else "layer_0/0"
            moves[trainer.name].append(trainer.weights()[name] - before[name])
    np.testing.assert_array_equal(*moves["ff"])
    assert np.abs(moves["bp"][0]).max() > 0 and not np.array_equal(*moves["bp"])
