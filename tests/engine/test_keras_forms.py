"""Images and labels in the forms that a notebook has them in: taken alike, or refused."""

from __future__ import annotations

import warnings

import keras
import numpy as np
import pytest
import tensorflow as tf

from ffstudio import engine
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.engine.forward_forward.keras_data import Intake
from tests.marks import choose_cases


@pytest.fixture(scope="module")
def digits():
    return prepare(datasets.load(DataSpec("digits")), DataSpec("digits"), 1)


def made(kind=engine.ForwardForward, layers=None, how=None, **more):
    keras.utils.set_random_seed(3)
    net = kind(784, 10, layers or [{"units": 20}], **more)
    net.compile(keras.optimizers.Adam(0.004), seed=1, **(how or {}))
    return net


def one_hot(y):
    return np.eye(10, dtype="float32")[y]


def in_batches(x, y, size=50):
    return tf.data.Dataset.from_tensor_slices((x, y)).batch(size)


QUIET = {"verbose": 0, "shuffle": False}


# --- labels ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", choose_cases(["one-hot", "whole numbers"], "one-hot"))
def test_accuracy_is_the_same_in_whatever_form_labels_come(first, digits):
    """Fitted with the one form, judged with the other: both are right, in any order."""
    x, y = digits.train.x[:200], digits.train.y[:200]
    held, labels = digits.test.x[:100], digits.test.y[:100]
    net = made(how={"metrics": ["accuracy"]})
    given, other = (one_hot(y), labels) if first == "one-hot" else (y, one_hot(labels))
    told = net.fit(x, given, epochs=3, validation_data=(held, other), **QUIET).history
    right = np.mean(net.predict(held, verbose=0).argmax(1) == labels)
    assert right > 0.2
    assert told["val_accuracy"][-1] == pytest.approx(right)
    for form in (
        labels,
        labels[:, None],
        one_hot(labels),
        labels.astype("float64"),
        labels.tolist(),
        tf.constant(labels),
        one_hot(labels).astype(bool),
    ):
        assert net.evaluate(held, form, verbose=0)[1] == pytest.approx(right)
        assert net.test_on_batch(held, form)[1] == pytest.approx(right)
    for form in (labels, one_hot(labels)):
        judged = net.evaluate(in_batches(held, form), verbose=0)
        assert judged[1] == pytest.approx(right)


def test_metrics_go_on_getting_the_form_they_began_with(digits):
    """A metric of one-hot rows stays one when whole numbers follow."""
    held, labels = digits.test.x[:100], digits.test.y[:100]
    net = made(how={"metrics": [keras.metrics.TopKCategoricalAccuracy(3, name="top3")]})
    net.fit(digits.train.x[:100], one_hot(digits.train.y[:100]), **QUIET)
    scores = net.predict(held, verbose=0)
    right = np.mean([y in row.argsort()[-3:] for y, row in zip(labels, scores, strict=True)])
    for form in (labels, one_hot(labels)):
        told = net.evaluate(held, form, verbose=0, return_dict=True)
        assert told["top3"] == pytest.approx(right)


ROWS = np.arange(20) % 10
REFUSED = {
    "smoothed": (one_hot(ROWS) * 0.9 + 0.01, "one-hot"),
    "several": (np.clip(one_hot(ROWS) + one_hot((ROWS + 1) % 10), 0, 1), "one-hot"),
    "zeros": (np.zeros((20, 10)), "one-hot"),
    "halves": (ROWS + 0.5, "whole numbers from 0 to 9"),
    "nothing": (np.where(ROWS == 3, np.nan, ROWS), "whole numbers from 0 to 9"),
    "wrapped": (ROWS.astype("int64") + 2**32, "whole numbers from 0 to 9"),
    "below": (ROWS - 1, "whole numbers from 0 to 9"),
    "names": (ROWS.astype(str), "numbers from 0 to 9"),
    "wide": (one_hot(ROWS)[:, None], "whole numbers"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_labels_are_looked_at_in_data_sets_as_in_arrays(name, digits):
    labels, said = REFUSED[name]
    x, net = digits.train.x[:20], made()
    with pytest.raises(ValueError, match=said):
        net.fit(x, labels, **QUIET)
    with pytest.raises((ValueError, tf.errors.InvalidArgumentError), match=said):
        list(Intake(784, 10, None).bring(in_batches(x, labels), None)[0])


@pytest.mark.parametrize("kind", [engine.ForwardForward, engine.UnsupervisedForwardForward])
def test_missing_labels_are_asked_for(kind, digits):
    x, net = digits.train.x[:20], made(kind, [{"units": 20}, {"units": 20}])
    said = "Labels are missing"
    if kind is engine.UnsupervisedForwardForward:
        said += ": the layers learn without them, the read-out does not"
    for act in (net.fit, net.evaluate, net.train_on_batch, net.test_on_batch):
        with pytest.raises(ValueError, match=rf"^{said}\. Hand them in as `y`"):
            act(x)
    for batches in (tf.data.Dataset.from_tensor_slices(x).batch(10), iter([x[:10]])):
        with pytest.raises(ValueError, match=said):
            net.fit(batches, **QUIET)
    with pytest.raises(ValueError, match=said):
        net.fit(x, digits.train.y[:20], validation_data=x, verbose=0)


def test_validation_data_are_looked_at_where_they_are_given_by_position(digits):
    x, y = digits.train.x[:20], digits.train.y[:20].copy()
    wrong = y.copy()
    wrong[-1] = 10
    with pytest.raises(ValueError, match="Received: 10"):
        made().fit(x, y, 50, 1, 0, None, 0.0, (x, wrong))


# --- images ---------------------------------------------------------------------------------------


class Frame:
    """Of another library, which hands out arrays."""

    def __init__(self, rows):
        self.rows, self.shape = rows, rows.shape

    def __array__(self, dtype=None, copy=None):
        return self.rows

    def __len__(self):
        return len(self.rows)


def test_one_net_takes_images_in_one_form_after_the_other(digits):
    x, y = digits.test.x[:20], digits.test.y[:20]
    as_bytes = np.round(x * 255).astype("uint8")
    x = (as_bytes / 255).astype("float32")
    net, square = made(), x.reshape(-1, 28, 28)
    scores = net.predict(x, verbose=0)
    for form in (square, square[..., None], as_bytes.reshape(-1, 28, 28), x.tolist(), Frame(x)):
        np.testing.assert_allclose(net.predict(form, verbose=0), scores, rtol=1e-5)
        np.testing.assert_allclose(net.predict_on_batch(form), scores, rtol=1e-5)
        np.testing.assert_allclose(net.goodness(form)[:, 0], scores, rtol=1e-5)
    unbatched = tf.data.Dataset.from_tensor_slices(square)
    np.testing.assert_allclose(net.predict(unbatched.batch(7), verbose=0), scores, rtol=1e-5)
    judged = [net.evaluate(form, y, verbose=0) for form in (x, square, as_bytes)]
    np.testing.assert_allclose(judged[1:], judged[:1] * 2, rtol=1e-5)
    for form in (x, square, as_bytes):
        net.fit(form, y, validation_data=(x, y), **QUIET)


@pytest.mark.parametrize(
    ("net", "shape"),
    [
        ((engine.ClassForwardForward, 192, {"image_shape": (8, 8, 3)}), (3, 8, 8)),
        ((engine.ClassForwardForward, 600, {"image_shape": (30, 20)}), (20, 30)),
        ((engine.ForwardForward, 784, {}), (14, 56)),
        ((engine.ForwardForward, 784, {"label_embedding": "append"}), (784, 1, 2)),
    ],
)
def test_images_of_another_shape_are_not_scrambled(net, shape):
    kind, inputs, more = net
    model = kind(inputs, 10, [{"kind": "conv", "units": 10}], **more)
    model.compile("adam")
    x, y = np.zeros((4, *shape), "float32"), np.arange(4)
    said = "would be scrambled" if np.prod(shape) == inputs else "must have 784 pixels"
    for act in (model.predict, model.goodness, model, lambda x: model.fit(x, y, verbose=0)):
        with pytest.raises(ValueError, match=said):
            act(x)
    with pytest.raises(ValueError, match=said):
        model.evaluate(in_batches(x, y, 2), verbose=0)


def test_numbers_in_a_row_have_no_shape_to_go_by():
    net = engine.ClassForwardForward(600, 10, [{"units": 10}])
    x = np.random.default_rng(1).random((3, 20, 30), "float32")
    np.testing.assert_array_equal(net.goodness(x), net.goodness(x.reshape(3, 600)))
    grey = made()
    planes = np.zeros((2, 1, 28, 28), "float32")  # one channel first is no other order
    assert grey.goodness(planes).shape == (2, 1, 10)


@pytest.mark.parametrize(
    ("x", "said"),
    [
        (np.zeros((4, 784)).astype(str), "Images must be numbers"),
        (np.zeros((4, 784), object), "Images must be numbers"),
        (np.zeros((4, 784), complex), "Images must be numbers"),
        ([np.zeros(784), np.zeros(9)], "a list of unlike things"),
        ([np.zeros((4, 784))], r"784 pixels.*Received: shape \(1, 4, 784\)"),
        ({"a": np.zeros((4, 784))}, "Images must be numbers"),
        (np.zeros(784), r"784 pixels.*Received: shape \(784,\)"),
    ],
)
def test_what_are_no_images_is_said(x, said):
    net = made()
    for act in (net.predict, net.goodness, lambda x: net.fit(x, np.arange(4), verbose=0)):
        with pytest.raises(ValueError, match=said):
            act(x)


def test_goodness_is_not_asked_of_a_data_set(digits):
    with pytest.raises(ValueError, match="must be an array"):
        made().goodness(in_batches(digits.test.x[:9], digits.test.y[:9]))


def test_shapes_that_a_data_set_does_not_tell_are_asked_for(digits):
    x, y = digits.test.x[:20], digits.test.y[:20].astype("int64")
    loose = tf.data.Dataset.from_generator(
        lambda: iter([(x, y)]), output_types=(tf.float32, tf.int64)
    )
    net = made()
    with pytest.raises(ValueError, match=r"tf.ensure_shape\(x, \(None, 784\)\)"):
        net.fit(loose, verbose=0)
    with pytest.raises(ValueError, match="shape of the labels must be known"):
        net.fit(loose.map(lambda x, y: (tf.ensure_shape(x, (None, 784)), y)), verbose=0)
    told = loose.map(lambda x, y: (tf.ensure_shape(x, (None, 784)), tf.ensure_shape(y, (None,))))
    net.fit(told.apply(tf.data.experimental.assert_cardinality(1)), **QUIET)


@pytest.mark.parametrize("how", choose_cases(["floats", "bytes"], "bytes"))
def test_images_of_another_scale_are_warned_of_once_in_every_form(how, digits):
    x, y = digits.test.x[:20], digits.test.y[:20]
    images = x * 255 if how == "floats" else (x > 0.5).astype("uint8")
    said = "up to 255" if how == "floats" else "bytes of 0 and 1 only"
    for act in (
        lambda net: net.predict(images, verbose=0),
        lambda net: net.goodness(images.reshape(-1, 28, 28)),
        lambda net: net.goodness(Frame(images)),
        lambda net: net.predict(tf.constant(images), verbose=0),
        lambda net: net.train_on_batch(images, y),
        lambda net: net.evaluate(in_batches(images, y, 10), verbose=0),
        lambda net: net.predict(iter([(images[:10],), (images[10:],)]), steps=2, verbose=0),
    ):
        net = made()
        with pytest.warns(UserWarning, match=said):
            act(net)
        act(net)  # a warning would be an error here
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made().goodness(np.round(x * 255).astype("uint8"))


# --- batches of one -------------------------------------------------------------------------------


ALONE = {
    "hybrids": (engine.UnsupervisedForwardForward, {}, {"read_layers": "all"}, {}),
    "pairs": (engine.SelfContrastiveForwardForward, {}, {"read_layers": "all"}, {}),
    "compared": (engine.ProjectedForwardForward, {}, {}, {"class_loss": "similarity"}),
    "contrasted": (engine.ProjectedForwardForward, {}, {}, {"class_loss": "contrastive"}),
    "normalised": (engine.ClassForwardForward, {"batch_norm": True}, {}, {}),
    "shuffled": (engine.ForwardForward, {}, {}, {"negatives": "shuffled"}),
}


@pytest.mark.parametrize("name", ALONE)
def test_batches_of_one_image_that_teach_nothing_are_refused(name, digits):
    kind, layer, more, how = ALONE[name]
    net = made(kind, [{"units": 20, **layer}], how, **more)
    x, y = digits.train.x[:4], digits.train.y[:4]
    before = net.get_weights()
    for act in (
        lambda: net.fit(x, y, batch_size=1, verbose=0),
        lambda: net.fit(x, y, 1, verbose=0),
        lambda: net.fit(x[:1], y[:1], verbose=0),
        lambda: net.fit(x, y, validation_split=0.75, verbose=0),
        lambda: net.train_on_batch(x[:1], y[:1]),
    ):
        with pytest.raises(ValueError, match="Batches must hold 2 images or more for this net: "):
            act()
    assert all(np.array_equal(a, b) for a, b in zip(before, net.get_weights(), strict=True))


def test_batches_of_one_image_are_warned_of_where_they_come_by_themselves(digits):
    x, y = digits.train.x[:5], digits.train.y[:5]
    for act in (
        lambda net: net.fit(x, y, batch_size=2, **QUIET),  # the last one
        lambda net: net.fit(in_batches(x[:2], y[:2], 1), **QUIET),
        lambda net: net.fit(iter([(x[:1], y[:1])]), steps_per_epoch=1, **QUIET),
    ):
        net = made(engine.UnsupervisedForwardForward, read_layers="all")
        with pytest.warns(UserWarning, match="A batch holds one image, too few to learn from"):
            act(net)
    net = made()  # which learns from one image
    net.fit(x, y, batch_size=1, **QUIET)
    net.evaluate(x[:1], y[:1], verbose=0)
