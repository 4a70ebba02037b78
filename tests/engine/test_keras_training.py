"""Optimizers, frozen layers, what is drawn at random and what files keep, under Keras' ``fit``."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from ffstudio import engine
from ffstudio.engine.forward_forward import keras_fit
from ffstudio.engine.forward_forward.keras_draws import draw_uniform, draw_whole
from tests.marks import choose_cases

_RNG = np.random.default_rng(0)
X = _RNG.random((64, 36), np.float32)
Y = _RNG.integers(0, 4, 64)
SGD = keras.optimizers.SGD


def made(kind=engine.ClassForwardForward, count=2, units=36, **more):
    """Layers of one shape: weights that end up in another layer would fit."""
    keras.utils.set_random_seed(3)
    return kind(36, 4, [{"units": units} for _ in range(count)], **more)


def compiled(optimizer=None, net=None, **how):
    net = net or made()
    net.compile(optimizer or SGD(0.05), seed=1, **how)
    return net


def fit(net, epochs=1, batch_size=16, **more):
    return net.fit(
        X, Y, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0, **more
    ).history


def same(one, other):
    return all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def copies(layer):
    return [w.copy() for w in layer.get_weights()]


def farthest(one, other):
    return max(
        float(np.abs(a - b).max())
        for a, b in zip(one.get_weights(), other.get_weights(), strict=True)
    )


# --- layers that are frozen after compile() ------------------------------------------------


def averaging(rate=0.05, **more):
    return SGD(rate, use_ema=True, ema_momentum=0.5, **more)


def swapping():
    return [keras.callbacks.SwapEMAWeights(swap_on_epoch=True)]


WAYS = {
    "plain": (lambda: SGD(1e-6), None),
    "overwrites": (lambda: averaging(1e-6, ema_overwrite_frequency=1), None),
    "final": (lambda: averaging(1e-6), None),
    "swaps": (lambda: averaging(1e-6), swapping),
    "scaled": (lambda: keras.optimizers.LossScaleOptimizer(averaging(1e-6)), swapping),
}


@pytest.mark.parametrize(
    "case",
    choose_cases(
        [f"{layer}-{way}" for layer in (0, 1) for way in WAYS],
        *("0-plain", "0-overwrites", "1-final", "0-swaps", "1-scaled"),
    ),
)
def test_a_layer_frozen_after_compile_stays_and_the_others_keep_their_own_weights(case):
    layer, way = int(case[0]), case[2:]
    optimizer, callbacks = WAYS[way]
    net = compiled(optimizer(), made(count=3))
    before = [copies(each) for each in net.ff_layers]
    net.ff_layers[layer].trainable = False
    more = {"callbacks": callbacks(), "validation_data": (X, Y)} if callbacks else {}
    fit(net, epochs=2, **more)
    assert same(copies(net.ff_layers[layer]), before[layer])
    for was, each in zip(before, net.ff_layers, strict=True):
        np.testing.assert_allclose(each.get_weights()[0], was[0], atol=1e-4)


def test_layers_of_unlike_shapes_are_frozen_under_moving_averages():
    keras.utils.set_random_seed(3)
    net = engine.ClassForwardForward(36, 4, [{"units": 40}, {"units": 20}, {"units": 8}])
    compiled(averaging(ema_overwrite_frequency=2), net)
    net.ff_layers[0].trainable = False
    before = copies(net.ff_layers[0])
    fit(net)
    assert same(copies(net.ff_layers[0]), before)


THAWED = {
    "moments": lambda: keras.optimizers.Adam(0.01),
    "averages": averaging,
    "both": lambda: keras.optimizers.Adam(0.01, use_ema=True, ema_momentum=0.5),
}


@pytest.mark.parametrize("kept", choose_cases(THAWED, "both"))
def test_a_layer_thawed_after_compile_learns_as_if_it_had_been_thawed_before(kept):
    optimizer = THAWED[kept]
    net = made()
    net.ff_layers[0].trainable = False
    compiled(optimizer(), net)
    net.ff_layers[0].trainable = True
    fit(net)
    plain = compiled(optimizer())
    fit(plain)
    assert same(net.get_weights(), plain.get_weights())


def test_freezing_and_thawing_between_fits_and_within_one_takes_effect():
    net = compiled(averaging())
    fit(net)
    moved = []

    class Freeze(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            self.model.ff_layers[1].trainable = epoch != 1
            self.before = copies(self.model.ff_layers[1])

        def on_epoch_end(self, epoch, logs=None):
            moved.append(not same(self.before, copies(self.model.ff_layers[1])))

    fit(net, epochs=3, callbacks=[Freeze()])
    assert moved == [True, False, True]
    net.ff_layers[1].trainable = False
    before = copies(net.ff_layers[1])
    fit(net)
    net.train_on_batch(X, Y)
    assert same(before, copies(net.ff_layers[1]))


def test_an_average_of_a_layer_that_is_thawed_begins_with_its_weights():
    net = made()
    net.ff_layers[0].trainable = False
    compiled(averaging(1e-6), net)
    fit(net, epochs=2)
    before = copies(net.ff_layers[0])
    net.ff_layers[0].trainable = True
    fit(net)
    np.testing.assert_allclose(net.ff_layers[0].get_weights()[0], before[0], atol=1e-4)


@pytest.mark.parametrize(
    ("frozen", "optimizer"), [("before", lambda: keras.optimizers.Adam(0.01)), ("after", averaging)]
)
def test_a_net_with_a_frozen_layer_goes_on_from_its_file(frozen, optimizer, tmp_path):
    net = made(engine.ForwardForward)
    for moment in ("before", "after"):
        if moment == "after":
            compiled(optimizer(), net, negatives="random", dropout=0.2)
        if moment == frozen:
            net.ff_layers[0].trainable = False
    fit(net)
    net.save(tmp_path / "net.keras")
    again = keras.models.load_model(tmp_path / "net.keras")
    assert int(again.optimizer.iterations) == 4
    assert fit(again) == fit(net)
    assert same(again.get_weights(), net.get_weights())


def test_a_net_made_not_trainable_says_that_nothing_learns(tmp_path):
    net = compiled(net=made(trainable=False))
    for each in (net, type(net).from_config(net.get_config())):
        compiled(net=each)
        with pytest.raises(ValueError, match="nothing to learn"):
            fit(each)


@pytest.mark.parametrize("way", ["file", "config"])
def test_a_frozen_read_out_stays_frozen(way, tmp_path):
    net = made(engine.UnsupervisedForwardForward)
    net.read_out.trainable = False
    compiled(net=net)
    if way == "file":
        net.save(tmp_path / "net.keras")
        again = keras.models.load_model(tmp_path / "net.keras")
    else:
        again = compiled(net=type(net).from_config(net.get_config()))
    assert not again.read_out.trainable
    before = copies(again.read_out)
    fit(again)
    assert same(before, copies(again.read_out))


# --- optimizers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "optimizer",
    [
        lambda: SGD(0.05, loss_scale_factor=1024.0),
        lambda: keras.optimizers.LossScaleOptimizer(SGD(0.05)),
    ],
    ids=["factor", "dynamic"],
)
def test_an_optimizer_that_scales_the_loss_learns_what_it_learns_unscaled(optimizer):
    plain, scaled = compiled(), compiled(optimizer())
    told = fit(plain, epochs=2), fit(scaled, epochs=2)
    assert farthest(plain, made()) > 1e-3
    assert farthest(plain, scaled) < 1e-6
    np.testing.assert_allclose(told[1]["loss"], told[0]["loss"], rtol=1e-5)


def test_what_couples_layers_is_refused_inside_another_optimizer_too():
    inner = SGD(0.05, global_clipnorm=1.0)
    with pytest.raises(ValueError, match="`global_clipnorm` would let"):
        made().compile(keras.optimizers.LossScaleOptimizer(inner))


def test_mini_batches_whose_gradients_are_summed_draw_random_numbers_of_their_own(monkeypatch):
    drawn = []

    def look(optimizer):
        seen = []

        def draw(shape, seed):
            seen.append(draw_uniform(shape, seed))
            return seen[-1]

        monkeypatch.setattr(keras_fit, "draw_uniform", draw)
        net = compiled(optimizer, made(engine.ForwardForward), negatives="random", run_eagerly=True)
        fit(net)
        drawn.append([np.asarray(numbers) for numbers in seen])

    look(SGD(0.05))
    look(SGD(0.05, gradient_accumulation_steps=4))
    plain, summed = drawn
    assert len({each.tobytes() for each in summed}) == 4
    assert all(np.array_equal(a, b) for a, b in zip(plain, summed, strict=True))


# --- what is drawn at random -----------------------------------------------------------------


@pytest.mark.xla
@pytest.mark.parametrize(
    "shape", choose_cases([(16, 4), (33, 7), (1, 3), (8, 1, 1, 5)], (33, 7), (8, 1, 1, 5))
)
def test_random_numbers_are_the_same_inside_xla(shape):
    seed = tf.constant([5, 7])
    for draw in (lambda: draw_uniform(shape, seed), lambda: draw_whole(shape[:1], seed, 2000)):
        plain = draw().numpy()
        for jit in (False, True):
            np.testing.assert_array_equal(tf.function(draw, jit_compile=jit)().numpy(), plain)
    many = draw_uniform((200, 200), seed).numpy()
    assert many.min() >= 0 and many.max() < 1
    assert many.mean() == pytest.approx(0.5, abs=0.01)
    assert many.var() == pytest.approx(1 / 12, abs=0.003)


@pytest.mark.xla
def test_a_net_learns_the_same_with_xla_without_it_and_eagerly():
    how = {"negatives": "random", "dropout": 0.3}
    nets = []
    for more in ({"jit_compile": True}, {"jit_compile": False}, {"run_eagerly": True}):
        nets.append(compiled(net=made(engine.ForwardForward), **how, **more))
        fit(nets[-1])
    assert farthest(nets[0], nets[1]) < 1e-6 and farthest(nets[1], nets[2]) < 1e-6


# --- votes, metrics, files ---------------------------------------------------------------------


@pytest.mark.parametrize("within", [False, True])
def test_votes_chosen_after_a_first_fit_count_in_the_next(within):
    """Of a net that stands still, accuracy while training is that of evaluate."""
    net = compiled(SGD(0.0), metrics=["accuracy"])
    fit(net)
    if within:
        call = keras.callbacks.LambdaCallback(
            on_epoch_begin=lambda epoch, logs: net.set_votes("1") if epoch else None
        )
        told = fit(net, epochs=2, callbacks=[call])
    else:
        net.set_votes("1")
        told = fit(net)
    right = np.mean(net.goodness(X)[:, 0].argmax(1) == Y)
    assert told["accuracy"][-1] == pytest.approx(right)
    assert right != pytest.approx(np.mean(net.goodness(X).sum(1).argmax(1) == Y))


def test_weighted_metrics_are_computed_in_training_and_kept_in_files(tmp_path):
    weights = np.where(Y < 2, 1.0, 0.0).astype("float32")
    net = compiled(SGD(0.0), weighted_metrics=["accuracy"])
    told = fit(net, sample_weight=weights)
    right = np.mean((net.predict(X, verbose=0).argmax(1) == Y)[Y < 2])
    assert told["weighted_accuracy"][-1] == pytest.approx(right)
    net.save(tmp_path / "net.keras")
    again = keras.models.load_model(tmp_path / "net.keras")
    judged = [
        each.evaluate(X, Y, sample_weight=weights, verbose=0, return_dict=True)
        for each in (net, again)
    ]
    assert judged[0] == judged[1] and judged[1]["weighted_accuracy"] == pytest.approx(right)


@pytest.mark.xla
def test_how_steps_are_run_is_kept_in_files(tmp_path):
    net = compiled(jit_compile=True, steps_per_execution=2)
    net.save(tmp_path / "net.keras")
    again = keras.models.load_model(tmp_path / "net.keras")
    assert again.jit_compile is True and again.steps_per_execution == 2
    compiled(net=net, run_eagerly=True).save(tmp_path / "net.keras")
    again = keras.models.load_model(tmp_path / "net.keras")
    assert again.run_eagerly and again.steps_per_execution == 1


@pytest.mark.parametrize("way", choose_cases(["made", "fitted", "loaded"], "made", "loaded"))
def test_a_net_that_keras_has_not_called_is_exported(way, tmp_path):
    net = made() if way == "made" else compiled()
    if way != "made":
        fit(net)
    if way == "loaded":
        net.save(tmp_path / "net.keras")
        net = keras.models.load_model(tmp_path / "net.keras")
    net.export(tmp_path / "served", verbose=False)
    served = tf.saved_model.load(tmp_path / "served")
    scores = served.serve(tf.constant(X)).numpy()
    np.testing.assert_allclose(scores, net.predict(X, verbose=0), rtol=1e-5, atol=1e-6)
