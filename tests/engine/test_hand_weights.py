"""Backprop nets that start from weights given by hand."""

from __future__ import annotations

import dataclasses
import itertools
import json

import numpy as np
import pytest

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment.hand_weights import HandWeights
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.reading import from_json, to_dict, to_json
from ffstudio.core.images.data import prepare
from ffstudio.core.images.datasets import load
from ffstudio.core.images.datasets.camera import CLASSES, PATTERNS
from ffstudio.core.run.control import Control
from ffstudio.core.run.status import RunEnd
from ffstudio.engine.training.optimizers import make_optimizer
from ffstudio.engine.training.session import Session

SPEC = preset("camera-by-hand")
FUNCTIONS = (np.tanh, np.tanh, lambda z: np.maximum(z, 0), np.array)


@pytest.fixture(scope="module")
def data():
    return prepare(load(SPEC.data), SPEC.data, SPEC.seed)


def run(session):
    return session.run(lambda event: None, Control())


def weights_of(session):
    return next(t for t in session.trainers if t.name == "bp").weights()


def class_of(pixels, weights):
    """The class by its name, the net computed with NumPy."""
    h = np.asarray(pixels, float).ravel()
    for layer, function in zip(weights, FUNCTIONS, strict=True):
        h = function(h @ np.array(layer.kernel) + np.array(layer.bias))
    return CLASSES[int(h.argmax())]


def test_every_picture_is_told_without_training():
    for pixels in itertools.product((-1, 1), repeat=4):
        same = [
            n for n, p in zip(CLASSES, PATTERNS, strict=True) if abs(np.dot(p.ravel(), pixels)) == 4
        ]
        if same:
            assert class_of(pixels, SPEC.weights) == same[0], pixels


def test_no_epochs_judge_the_nets_as_they_start(data):
    session = Session(SPEC.replace(epochs=0), data)
    finished = run(session)
    assert finished.end is RunEnd.COMPLETED and finished.test_accuracy["bp"] == 1.0
    arrays = list(weights_of(session).values())
    given = [a for layer in SPEC.weights for a in (layer.kernel, layer.bias)]
    for array, wanted in zip(arrays, given, strict=True):
        np.testing.assert_array_equal(array, np.float32(wanted))


def test_no_epochs_of_random_nets_judge_both(data):
    spec = SPEC.replace(epochs=0, weights=None, algorithms="both")
    finished = run(Session(spec, data))
    assert finished.end is RunEnd.COMPLETED
    assert all(0.0 <= finished.test_accuracy[name] < 1.0 for name in ("ff", "bp"))


def test_training_goes_on_from_there(data):
    session = Session(SPEC.replace(epochs=2), data)
    first = weights_of(session)
    finished = run(session)
    assert finished.test_accuracy["bp"] == 1.0
    assert any(np.any(first[n] != v) for n, v in weights_of(session).items())


# --- files ------------------------------------------------------------------------------------


def test_they_come_back_from_a_file():
    assert from_json(to_json(SPEC)) == SPEC
    assert "weights" not in to_dict(preset("camera-4px")), "other experiments stay as they were"


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({}, "not a list of layers"),
        ([], "not a list of layers"),
        ([[1, 2]], "weights.0 needs a kernel"),
        ([{"kernel": [[1]], "gamma": 1}], "weights.0 needs a kernel"),
        ([{"kernel": 3}], "weights.0.kernel is not a list of rows"),
        ([{"kernel": [[1, 2], [3]]}], "not of one length"),
        ([{"kernel": [[]]}], "not of one length"),
        ([{"kernel": [["1"]]}], "no number"),
        ([{"kernel": [[True]]}], "no number"),
        ([{"kernel": [[float("inf")]]}], "not finite"),
        ([{"kernel": [[10**400]]}], "not finite"),
        ([{"kernel": [[1, 2]], "bias": [1]}], "needs 2 numbers"),
        ([{"kernel": [[1] * 400] * 400}], "more than 100,000 numbers"),
        ([{"kernel": [[1]]}], "for 1 layers; the net has 4"),
    ],
)
def test_what_is_no_net_is_refused(weights, words):
    with pytest.raises(SpecError) as refused:
        from_json(json.dumps({**to_dict(SPEC), "weights": weights}))
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (SPEC.with_layer(1, units=5), "for layer 2 are 4 × 4; it needs 4 × 5"),
        (SPEC.with_layer(0, kind="conv"), "for a net of dense layers"),
        (SPEC.replace(layers=(*SPEC.layers, LayerSpec())), "for 4 layers; the net has 5"),
    ],
)
def test_another_net_offers_random_ones(changed, words):
    problem = next(p for p in spec_problems(changed, 4, 4, (2, 2)) if p.path == ("weights",))
    assert words in problem.sentence
    assert not [p for p in spec_problems(problem.fixed, 4, 4) if p.path == ("weights",)]


def test_other_data_need_other_weights():
    reasons = [p.reason for p in spec_problems(SPEC, 784, 4) if p.path == ("weights",)]
    assert reasons == ["weights given by hand for layer 1 are 4 × 4; it needs 784 × 4"]
    reasons = [p.reason for p in spec_problems(SPEC, 4, 10) if p.path == ("weights",)]
    assert reasons == ["weights given by hand tell 4 classes apart; the data set has 10"]


def test_one_number_is_another():
    layer = HandWeights(((1.0, 2.0), (3.0, 4.0)), (5.0, 6.0))
    assert layer.with_number(1, 0, 9.0).kernel == ((1.0, 2.0), (9.0, 4.0))
    assert layer.with_number(2, 1, 9.0) == dataclasses.replace(layer, bias=(5.0, 9.0))


# --- Adagrad ----------------------------------------------------------------------------------


def test_adagrad_divides_by_all_gradients_so_far():
    """Duchi, Hazan and Singer 2011: w − η g / (√Σg² + ε); Keras starts the sum at 0.1."""
    import keras

    variable = keras.Variable(np.float32([1.0, -2.0]))
    optimizer = make_optimizer("adagrad", 0.5)
    optimizer.build([variable])
    w, total = np.float64([1.0, -2.0]), np.full(2, 0.1)
    for gradient in (np.float32([0.3, -1.0]), np.float32([0.1, 4.0]), np.float32([-2.0, 0.5])):
        optimizer.apply([keras.ops.convert_to_tensor(gradient)], [variable])
        total += np.float64(gradient) ** 2
        w -= 0.5 * gradient / (np.sqrt(total) + 1e-7)
        np.testing.assert_allclose(keras.ops.convert_to_numpy(variable), w, rtol=1e-5)
