"""Forward-Forward nets as a Keras user meets them."""

from __future__ import annotations

import csv

import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from tests.marks import THOROUGH


@pytest.fixture(scope="module")
def digits():
    return prepare(datasets.load(DataSpec("digits")), DataSpec("digits"), 1)


def made(kind=engine.ForwardForward, layers=None, **more):
    keras.utils.set_random_seed(3)
    return kind(784, 10, layers or [{"units": 60}, {"units": 60}], **more)


def test_a_notebook_users_ten_lines(digits, tmp_path, capsys):
    keras.utils.set_random_seed(3)
    net = engine.ForwardForward(784, 10, [{"units": 60}, {"units": 60}], label_scale=3.0)
    net.compile(keras.optimizers.Adam(0.004), loss="symmetric", negatives="hard_first", seed=1)
    history = net.fit(digits.train.x, digits.train.y, batch_size=100, epochs=6, verbose=0)
    _, accuracy = net.evaluate(digits.test.x, digits.test.y, verbose=0)
    goodness = net.goodness(digits.test.x)
    predicted = net.predict(digits.test.x, verbose=0)
    net.save(tmp_path / "net.keras")
    net.summary()

    assert accuracy > 0.8
    assert goodness.shape == (len(digits.test), 2, 10)
    np.testing.assert_allclose(goodness.sum(axis=1), predicted, rtol=1e-4, atol=1e-5)
    assert np.mean(predicted.argmax(axis=1) == digits.test.y) == pytest.approx(accuracy)
    assert history.history["loss"][-1] < history.history["loss"][0]
    assert set(history.history) == {"loss", "ff_dense_1_loss", "ff_dense_2_loss"}
    text = capsys.readouterr().out
    assert "ff_dense_1" in text and "47,161" in text
    assert net.count_params() == 784 * 60 + 60 + 60 * 60 + 60 + 2 * (1 + 60)

    again = keras.models.load_model(tmp_path / "net.keras")
    np.testing.assert_array_equal(again.predict(digits.test.x, verbose=0), predicted)
    before = [w.copy() for w in again.get_weights()]
    again.fit(digits.train.x, digits.train.y, batch_size=100, epochs=1, verbose=0)
    assert any(not np.array_equal(a, b) for a, b in zip(before, again.get_weights(), strict=True))
    plain = keras.models.load_model(tmp_path / "net.keras", compile=False)
    assert not plain.compiled


@pytest.mark.parametrize(
    ("kind", "more", "least"),
    [
        # Like it, and like the images alone, learns in test_keras_citizen.py each time.
        pytest.param(
            engine.ClassForwardForward,
            {"layers": [{"units": 60, "goodness": "class_mean_square"}]},
            0.6,
            marks=THOROUGH,
        ),
        (
            engine.ClassForwardForward,
            {
                "layers": [
                    {"kind": "conv", "units": 20, "goodness": "class_mean", "pooling": "average", "stride": 2},
                    {"units": 50, "goodness": "class_mean"},
                ]
            },
            0.6,
        ),
        (engine.ProjectedForwardForward, {}, 0.8),
        (engine.PrototypeForwardForward, {}, 0.8),
        pytest.param(engine.UnsupervisedForwardForward, {}, 0.5, marks=THOROUGH),
        (engine.SelfContrastiveForwardForward, {"read_layers": "all"}, 0.5),
        (engine.RecurrentForwardForward, {"frames": 3}, 0.7),
    ],
)  # fmt: skip
def test_the_other_nets_learn_by_fit_too(kind, more, least, digits):
    net = made(kind, **more)
    how = {"dropout": 0.1, "dropout_mask": "shared"}
    if not net.kind.has_negatives:
        del how["dropout_mask"]
    if kind is engine.RecurrentForwardForward or len(net.ff_layers) == 1:
        how = {}  # no dropout there, nothing above to see fewer outputs
    net.compile(keras.optimizers.Adam(0.004), seed=2, **how)
    net.fit(digits.train.x, digits.train.y, batch_size=100, epochs=8, verbose=0)
    assert net.evaluate(digits.test.x, digits.test.y, verbose=0)[1] > least


def test_keras_callbacks_do_what_they_do_elsewhere(digits, tmp_path):
    net = made()
    net.compile("adam", seed=1)
    rates = []

    def schedule(epoch, rate):
        return 0.01 / (epoch + 1)

    callbacks = [
        keras.callbacks.LearningRateScheduler(schedule),
        keras.callbacks.LambdaCallback(
            on_epoch_end=lambda e, logs: rates.append(float(net.optimizer.learning_rate))
        ),
        keras.callbacks.CSVLogger(tmp_path / "log.csv"),
        keras.callbacks.ModelCheckpoint(tmp_path / "best.keras", monitor="loss"),
        keras.callbacks.EarlyStopping(monitor="loss", patience=0, min_delta=1e9),
    ]
    history = net.fit(
        digits.train.x, digits.train.y, batch_size=100, epochs=5, verbose=0, callbacks=callbacks
    )
    assert len(history.epoch) == 2  # the second epoch was not better by a billion
    np.testing.assert_allclose(rates, [0.01, 0.005], rtol=1e-6)
    with open(tmp_path / "log.csv", encoding="utf-8") as stream:
        assert len(list(csv.DictReader(stream))) == 2
    assert type(keras.models.load_model(tmp_path / "best.keras")) is engine.ForwardForward


def test_wrong_arguments_are_named():
    with pytest.raises(ValueError, match=r"`label_embedding`.*'middle'"):
        made(label_embedding="middle")
    with pytest.raises(ValueError, match="`layers`"):
        engine.ForwardForward(784, 10, [])
    with pytest.raises(ValueError, match="`goodness`"):
        made(layers=[{"units": 10, "goodness": "best"}])
    with pytest.raises(ValueError, match="multiple of `num_classes`"):
        made(engine.ClassForwardForward, layers=[{"units": 33, "goodness": "class_mean"}])
    with pytest.raises(ValueError, match="image_shape"):
        engine.ForwardForward(10, 2, [{"kind": "conv", "units": 4}])
    with pytest.raises(ValueError, match="dense"):
        made(engine.RecurrentForwardForward, layers=[{"kind": "conv", "units": 4}])
    net = made()
    with pytest.raises(ValueError, match=r"`loss`.*'cross'"):
        net.compile(loss="cross")
    with pytest.raises(ValueError, match="`negatives`"):
        net.compile(negatives="easy")
    with pytest.raises(ValueError, match="UnsupervisedForwardForward"):
        net.compile(negatives="hybrid")
    with pytest.raises(ValueError, match=r"compares two labels.*'hard'"):
        made(engine.RecurrentForwardForward).compile(negatives="all_wrong")
    with pytest.raises(ValueError, match=r"`dropout_mask`.*'both'"):
        net.compile(dropout_mask="both")
    with pytest.raises(ValueError, match=r"`class_loss`.*'sim'"):
        net.compile(class_loss="sim")
    with pytest.warns(UserWarning, match="`class_loss` has no effect"):
        net.compile(class_loss="predsim")
    with pytest.raises(ValueError, match="ProjectedForwardForward"):
        made(engine.ClassForwardForward).compile(class_loss="similarity")
    with pytest.raises(ValueError, match="compare no images"):
        made(layers=[{"units": 10, "comparison": "linear"}])
    with pytest.raises(ValueError, match=r"`comparison`.*'square'"):
        made(engine.ProjectedForwardForward, layers=[{"units": 10, "comparison": "square"}])
    mapping = made(engine.ProjectedForwardForward, layers=[{"units": 10, "comparison": "linear"}])
    with pytest.raises(ValueError, match=r"`class_loss` must be one of .*'cross_entropy'"):
        mapping.compile()
    with pytest.raises(ValueError, match="SelfContrastiveForwardForward"):
        made(engine.UnsupervisedForwardForward).compile(negatives="other_image")
    with pytest.raises(ValueError, match="`read_layers` has 3 weights for 2 layers"):
        made(engine.UnsupervisedForwardForward, read_layers="0, 1, 1")
