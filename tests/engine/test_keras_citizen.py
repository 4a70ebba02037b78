"""What a Keras user expects of any model: works on Forward-Forward nets, or says why not."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from ffstudio import engine
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from tests.marks import choose_cases


@pytest.fixture(scope="module")
def digits():
    return prepare(datasets.load(DataSpec("digits")), DataSpec("digits"), 1)


def made(kind=engine.ForwardForward, layers=None, **more):
    keras.utils.set_random_seed(3)
    return kind(784, 10, layers or [{"units": 40}, {"units": 40}], **more)


def single():
    """A net of one layer: quicker, where no other one is looked at."""
    return made(layers=[{"units": 40}])


def fitted(digits, x=None, y=None, optimizer=None, net=None, compiled=None, **more):
    net = net or made()
    net.compile(optimizer or keras.optimizers.Adam(0.004), seed=1, **(compiled or {}))
    x = digits.train.x[:600] if x is None else x
    y = digits.train.y[:600] if y is None else y
    fit = {"batch_size": 100, "epochs": 2, "verbose": 0, "shuffle": False, **more}
    return net, net.fit(x, y, **fit)


@pytest.fixture(scope="module")
def plain(digits):
    """A net fitted without anything more, and what was told; to be looked at, never changed."""
    return fitted(digits)


def same_weights(one, other):
    pairs = zip(one.get_weights(), other.get_weights(), strict=True)
    return all(np.array_equal(a, b) for a, b in pairs)


def close_weights(one, other):
    """Equal but for the last bits, which the shapes of batches decide."""
    pairs = zip(one.get_weights(), other.get_weights(), strict=True)
    return all(np.allclose(a, b, rtol=1e-6, atol=1e-5) for a, b in pairs)


# --- weights of images and of layers ------------------------------------------------------


def test_sample_weights_count_as_in_keras(digits):
    """Weight w multiplies an image's loss; weight 0 is an image that is not there."""
    x, y = digits.train.x[:100], digits.train.y[:100]
    weights = np.repeat([0.0, 2.0], 50).astype("float32")
    step = {"epochs": 1, "batch_size": 100, "compiled": {"negatives": "random"}}
    sgd = keras.optimizers.SGD
    weighted, _ = fitted(digits, x, y, sgd(0.1), single(), sample_weight=weights, **step)
    other, labels = x.copy(), y.copy()
    other[:50], labels[:50] = x[50:], y[50:]
    changed, _ = fitted(digits, other, labels, sgd(0.1), single(), sample_weight=weights, **step)
    assert close_weights(weighted, changed)  # what weighs nothing may be anything
    unweighted, _ = fitted(digits, x, y, sgd(0.1), single(), **step)
    halved, _ = fitted(digits, x, y, sgd(0.2), single(), sample_weight=np.full(100, 0.5), **step)
    assert close_weights(unweighted, halved)  # half the weight, twice the rate
    assert not close_weights(weighted, unweighted)


@pytest.mark.parametrize(
    "kind",
    choose_cases(
        [engine.ClassForwardForward, engine.UnsupervisedForwardForward],
        engine.UnsupervisedForwardForward,
    ),
)
def test_weights_of_ones_change_nothing_and_zeros_stop_all_learning(kind, digits):
    # SGD: Adam's first steps would magnify the last bits of a gradient that is almost 0.
    plain, _ = fitted(digits, net=made(kind), optimizer=keras.optimizers.SGD(0.1))
    ones = np.ones(600, "float32")
    weighted, _ = fitted(
        digits, net=made(kind), optimizer=keras.optimizers.SGD(0.1), sample_weight=ones
    )
    assert close_weights(plain, weighted)
    assert not close_weights(plain, made(kind))
    before = made(kind)
    still, _ = fitted(digits, net=made(kind), sample_weight=np.zeros(600, "float32"))
    assert same_weights(before, still)


def test_class_weights_are_sample_weights_of_the_classes(plain, digits):
    classes = {label: 0.2 + 0.3 * label for label in range(10)}
    by_class, _ = fitted(digits, class_weight=classes)
    weights = np.array([classes[label] for label in digits.train.y[:600]], "float32")
    by_sample, _ = fitted(digits, sample_weight=weights)
    assert same_weights(by_class, by_sample)
    assert not same_weights(by_class, plain[0])


@pytest.mark.parametrize("still", [0, 1])
def test_a_layer_that_is_not_trainable_does_not_learn(still, digits, tmp_path):
    net = made()
    net.ff_layers[still].trainable = False
    before = [[w.copy() for w in layer.get_weights()] for layer in net.ff_layers]
    fitted(digits, net=net, compiled={"peer": 0.1})
    for i, layer in enumerate(net.ff_layers):
        same = all(
            np.array_equal(a, b) for a, b in zip(before[i], layer.get_weights(), strict=True)
        )
        assert same == (i == still)
    net.save(tmp_path / "net.keras")
    again = keras.models.load_model(tmp_path / "net.keras")
    assert [layer.trainable for layer in again.ff_layers] == [i != still for i in range(2)]


def test_a_net_without_trainable_layers_says_so(digits):
    net = made()
    net.trainable = False
    with pytest.raises(ValueError, match="nothing to learn"):
        fitted(digits, net=net)


# --- labels and images ----------------------------------------------------------------------


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y):
        super().__init__()
        self.x, self.y = x, y

    def __len__(self):
        return len(self.x) // 100

    def __getitem__(self, index):
        rows = slice(100 * index, 100 * index + 100)
        return self.x[rows], self.y[rows]


def as_batches(x, y):
    return Batches(x, y)


def as_dataset(x, y):
    return tf.data.Dataset.from_tensor_slices((x, y)).batch(100)


def as_stream(x, y):
    return ((x[i : i + 100], y[i : i + 100]) for i in range(0, len(x), 100))


@pytest.mark.parametrize("label", choose_cases([10, -1], -1))
def test_a_label_that_is_no_class_is_refused(label, digits):
    y = digits.train.y[:600].copy()
    y[-1] = label
    net = made()
    net.compile("adam", seed=1)
    with pytest.raises(ValueError, match=f"from 0 to 9 for 10 classes. Received: {label}"):
        net.fit(digits.train.x[:600], y, verbose=0)
    with pytest.raises(ValueError, match=f"Received: {label}"):
        net.evaluate(digits.train.x[:600], y, verbose=0)
    with pytest.raises(ValueError, match=f"Received: {label}"):
        net.fit(digits.train.x[:9], y[:9], validation_data=(digits.train.x[:600], y), verbose=0)
    for method in (net.train_on_batch, net.test_on_batch):
        with pytest.raises(ValueError, match=f"Received: {label}"):
            method(digits.train.x[:600], y)
    held_out = as_dataset(digits.train.x[:600], y)
    with pytest.raises(Exception, match="whole numbers from 0 to 9"):
        net.fit(digits.train.x[:100], digits.train.y[:100], validation_data=held_out, verbose=0)
    for how in (as_batches, as_dataset, as_stream):
        with pytest.raises(Exception, match="whole numbers from 0 to 9"):
            net.fit(how(digits.train.x[:600], y), verbose=0, epochs=1, shuffle=False)


@pytest.mark.parametrize("how", [as_batches, as_dataset])
def test_batches_teach_what_arrays_teach(how, plain, digits):
    x, y = digits.train.x[:600], digits.train.y[:600]
    net = made()
    net.compile(keras.optimizers.Adam(0.004), seed=1)
    net.fit(how(x, y), epochs=2, verbose=0, shuffle=False)
    assert close_weights(plain[0], net)


def test_labels_that_are_names_or_smoothed_or_of_another_shape_are_refused(digits):
    net = made()
    net.compile("adam")
    x, y = digits.train.x[:100], digits.train.y[:100]
    with pytest.raises(ValueError, match=r"numpy\.unique"):
        net.fit(x, y.astype(str), verbose=0)
    with pytest.raises(ValueError, match="one-hot"):
        net.fit(x, np.eye(10)[y] * 0.9 + 0.01, verbose=0)
    with pytest.raises(ValueError, match="one-hot rows"):
        net.fit(x, np.eye(12)[y], verbose=0)
    with pytest.raises(ValueError, match="784 pixels"):
        net.fit(x[:, :700], y, verbose=0)


def test_labels_and_images_in_other_forms_teach_the_same(digits):
    x, y = digits.train.x[:600], digits.train.y[:600]
    # Negatives that the net chooses could flip with the last bit of an image.
    how = {"metrics": ["accuracy"], "negatives": "random"}
    # SGD: Adam's first steps would magnify the last bits of a gradient that is almost 0.
    as_bytes = np.round(x * 255).astype("uint8")
    plain, history = fitted(
        digits,
        as_bytes.astype("float32") / 255.0,
        optimizer=keras.optimizers.SGD(0.1),
        net=single(),
        compiled=how,
    )
    scores = plain.predict(as_bytes[:9], verbose=0)
    expected = plain.evaluate(as_bytes, y, verbose=0)
    for images, labels in (
        (as_bytes, y),
        (as_bytes.reshape(-1, 28, 28), np.eye(10, dtype="float32")[y]),
        ((as_bytes / 255.0).astype("float32").reshape(-1, 28, 28, 1), y[:, None]),
    ):
        sgd = keras.optimizers.SGD(0.1)
        other, told = fitted(digits, images, labels, sgd, single(), compiled=how)
        assert close_weights(plain, other)
        for name, curve in history.history.items():
            np.testing.assert_allclose(told.history[name], curve, rtol=1e-4)
        np.testing.assert_allclose(other.predict(images[:9], verbose=0), scores, rtol=1e-3)
        goodness = other.goodness(images[:9]).sum(axis=1)
        np.testing.assert_allclose(goodness, scores, rtol=1e-3)
        judged = other.evaluate(images, labels, verbose=0)
        np.testing.assert_allclose(judged, expected, rtol=1e-3)


def test_images_that_were_not_scaled_are_warned_of(digits):
    net = made()
    net.compile("adam")
    with pytest.warns(UserWarning, match="up to 255"):
        net.fit(digits.train.x[:100] * 255, digits.train.y[:100], verbose=0)


# --- precision --------------------------------------------------------------------------------


@pytest.fixture
def policy():
    before, floats = keras.config.dtype_policy(), keras.config.floatx()
    yield keras.config.set_dtype_policy
    keras.config.set_floatx(floats)
    keras.config.set_dtype_policy(before)


@pytest.mark.parametrize(
    "name", choose_cases(["mixed_float16", "mixed_bfloat16", "float64"], "mixed_float16")
)
def test_under_other_policies_it_learns_as_in_float32_and_says_so(name, plain, policy, digits):
    expected, history = plain
    policy(name)
    with pytest.warns(UserWarning, match=f"float32, not by the policy '{name}'"):
        net = made()
    net, told = fitted(digits, net=net)
    assert same_weights(expected, net)
    assert told.history == history.history
    with pytest.raises(ValueError, match=f"dtype='{name}'"):
        made(dtype=name)
    assert made(dtype="float32").dtype_policy.name == "float32"


def test_where_all_floats_are_float64_it_says_what_to_do(policy):
    keras.config.set_floatx("float64")
    with pytest.raises(ValueError, match=r"set_floatx\('float32'\) first"):
        made()


# --- optimizers, metrics, callbacks -----------------------------------------------------------


def test_a_schedule_of_the_learning_rate_is_followed(digits):
    rates = [0.01, 0.001]
    # Up to and including step 5, the last one of the first epoch.
    schedule = keras.optimizers.schedules.PiecewiseConstantDecay([5], rates)
    scheduled, _ = fitted(digits, optimizer=keras.optimizers.SGD(schedule), net=single())
    by_hand = keras.callbacks.LearningRateScheduler(lambda epoch: rates[epoch])
    rate = keras.optimizers.SGD(1.0)
    epochs, _ = fitted(digits, optimizer=rate, net=single(), callbacks=[by_hand])
    assert same_weights(scheduled, epochs)
    assert int(scheduled.optimizer.iterations) == 12


def test_what_would_couple_the_layers_is_refused():
    with pytest.raises(ValueError, match="clipnorm"):
        made().compile(keras.optimizers.Adam(global_clipnorm=1.0))
    with pytest.raises(ValueError, match="loss_weights"):
        made().compile("adam", loss_weights=[1, 2])


def test_no_layer_learns_from_another_ones_gradient(digits):
    """The first layer's weights are the same whatever the second one is."""
    one, _ = fitted(digits, net=made(layers=[{"units": 40}]), compiled={"negatives": "random"})
    two, _ = fitted(digits, compiled={"negatives": "random"})
    np.testing.assert_array_equal(one.get_weights()[0], two.get_weights()[0])


def test_accuracy_in_training_where_it_was_asked_for(digits):
    net, history = fitted(digits, compiled={"metrics": ["accuracy"]}, epochs=4)
    assert set(history.history) == {"loss", "accuracy", "ff_dense_1_loss", "ff_dense_2_loss"}
    assert history.history["accuracy"][-1] > 0.5
    top = keras.metrics.SparseTopKCategoricalAccuracy(3, name="top3")
    net, history = fitted(digits, net=single(), compiled={"metrics": [top]}, epochs=2)
    assert history.history["top3"][-1] > 0.5
    told = net.evaluate(digits.test.x, digits.test.y, verbose=0, return_dict=True)
    predicted = net.predict(digits.test.x, verbose=0)
    right = np.mean(predicted.argmax(1) == digits.test.y)
    among = np.mean(
        [label in row.argsort()[-3:] for label, row in zip(digits.test.y, predicted, strict=True)]
    )
    assert told["accuracy"] == pytest.approx(right) and told["top3"] == pytest.approx(among)


def test_a_short_last_batch_counts_by_its_images(digits):
    net = made()
    net.compile("adam", seed=1, negatives="random")
    x, y = digits.test.x, digits.test.y
    whole = net.evaluate(x[:100], y[:100], batch_size=100, verbose=0)[0]
    rest = net.evaluate(x[100:110], y[100:110], batch_size=100, verbose=0)[0]
    both = net.evaluate(x[:110], y[:110], batch_size=100, verbose=0)[0]
    assert both == pytest.approx((100 * whole + 10 * rest) / 110, rel=1e-5)


def test_the_best_net_by_validation_accuracy_is_kept(digits, tmp_path):
    kept = keras.callbacks.ModelCheckpoint(
        tmp_path / "best.keras", monitor="val_accuracy", save_best_only=True
    )
    stop = keras.callbacks.EarlyStopping(monitor="val_accuracy", patience=1, min_delta=0.5)
    _, history = fitted(
        digits,
        net=single(),
        validation_data=(digits.test.x, digits.test.y),
        callbacks=[kept, stop],
        epochs=6,
    )
    best = max(history.history["val_accuracy"])
    again = keras.models.load_model(tmp_path / "best.keras")
    assert again.evaluate(digits.test.x, digits.test.y, verbose=0)[1] == pytest.approx(best)
    assert len(history.epoch) < 6  # a gain of one half is not to be had after the first epoch


class Interrupt(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 2:
            raise InterruptedError


def test_backup_and_restore_goes_on_as_straight_through(digits, tmp_path):
    compiled = {"dropout": 0.2, "negatives": "random"}
    _, straight = fitted(digits, epochs=4, compiled=compiled)
    backup = keras.callbacks.BackupAndRestore(tmp_path / "backup")
    with pytest.raises(InterruptedError):
        fitted(digits, epochs=4, callbacks=[backup, Interrupt()], compiled=compiled)
    backup = keras.callbacks.BackupAndRestore(tmp_path / "backup")
    _, resumed = fitted(digits, epochs=4, callbacks=[backup], compiled=compiled)
    assert resumed.epoch == [2, 3]
    assert resumed.history["loss"] == straight.history["loss"][2:]


@pytest.mark.parametrize("name", choose_cases(["net.keras", "net.h5"], "net.keras"))
def test_a_reloaded_net_goes_on_as_the_saved_one(name, digits, tmp_path):
    net, _ = fitted(digits, compiled={"dropout": 0.2, "negatives": "hard", "sharpness": 7.0})
    net.save(tmp_path / name)
    again = keras.models.load_model(tmp_path / name)
    assert again.compiled
    x, y = digits.train.x[:600], digits.train.y[:600]
    more = {"batch_size": 100, "epochs": 1, "verbose": 0, "shuffle": False}
    assert again.fit(x, y, **more).history == net.fit(x, y, **more).history
    assert same_weights(net, again)


def test_moving_averages_of_the_weights_are_swapped_in(digits):
    optimizer = keras.optimizers.Adam(0.004, use_ema=True, ema_momentum=0.9)
    seen = {}

    class Look(keras.callbacks.Callback):
        def on_test_begin(self, logs=None):
            seen["during"] = self.model.get_weights()[0].copy()

    net, _ = fitted(
        digits,
        optimizer=optimizer,
        net=single(),
        epochs=1,
        validation_data=(digits.test.x, digits.test.y),
        callbacks=[keras.callbacks.SwapEMAWeights(swap_on_epoch=True), Look()],
    )
    plain, _ = fitted(digits, net=single(), epochs=1)
    assert not np.array_equal(net.get_weights()[0], plain.get_weights()[0])


def test_in_scikit_learns_hands(digits):
    sklearn = pytest.importorskip("sklearn.model_selection")

    def build(X, y):
        net = single()
        net.compile(keras.optimizers.Adam(0.004), seed=1)
        return net

    fit = {"batch_size": 50, "epochs": 8, "verbose": 0}
    for model in (build, build(None, None)):
        classifier = keras.wrappers.SKLearnClassifier(model, fit_kwargs=fit)
        names = np.array([f"digit {label}" for label in digits.train.y[:600]])
        classifier.fit(digits.train.x[:600], names)
        found = classifier.predict(digits.test.x)
        assert np.mean(found == [f"digit {label}" for label in digits.test.y]) > 0.6
    # Its clones forget fit_kwargs (Keras' wrapper): they learn for one epoch.
    scores = sklearn.cross_val_score(
        keras.wrappers.SKLearnClassifier(build, fit_kwargs=fit),
        digits.train.x[:600],
        digits.train.y[:600],
        cv=2,
    )
    assert scores.mean() > 0.3


# --- the other kinds with README's lines -------------------------------------------------------


@pytest.mark.parametrize(
    "kind",
    choose_cases(
        [
            engine.ClassForwardForward,
            engine.UnsupervisedForwardForward,
            engine.SelfContrastiveForwardForward,
            engine.RecurrentForwardForward,
        ],
        engine.ClassForwardForward,
        engine.UnsupervisedForwardForward,
    ),
)
def test_the_first_lines_of_the_readme_fit_every_kind(kind, digits):
    net = made(kind)
    with pytest.warns(UserWarning, match=kind.__name__):
        net.compile(keras.optimizers.Adam(4e-3), loss="symmetric", negatives="hard_first")
    x, y = digits.train.x, digits.train.y
    net.fit(x, y, batch_size=100, epochs=8, verbose=0)
    assert net.evaluate(digits.test.x, digits.test.y, verbose=0)[1] > 0.5
    assert net.goodness(digits.test.x).shape == (len(digits.test), 2, 10)


@pytest.mark.filterwarnings("error")
@pytest.mark.xla
@pytest.mark.parametrize(
    "kind",
    choose_cases(
        [vars(engine)[n] for n in engine.__all__ if n.endswith("ForwardForward")],
        engine.PrototypeForwardForward,
    ),
)
def test_every_kind_compiles_with_its_own_defaults(kind, digits):
    net = made(kind)
    net.compile("adam")
    net.fit(digits.train.x[:100], digits.train.y[:100], verbose=0)


def test_goodness_that_does_not_fit_the_kind_is_refused():
    with pytest.raises(ValueError, match="ClassForwardForward cannot learn by goodness"):
        made(engine.ClassForwardForward, layers=[{"units": 40, "goodness": "mean_square"}])
    with pytest.raises(ValueError, match="ForwardForward cannot learn by goodness"):
        made(layers=[{"units": 40, "goodness": "class_mean"}])
