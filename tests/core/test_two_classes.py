"""One number for two classes, and the same net with an output for each."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Layer, chain, flow
from ffstudio.core.describe.comparing import to_shares
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.two_classes import SCORE, SHARE, find_two_classes, give_two_outputs

BINARY = {"loss": "binary_crossentropy"}


def net(activation, units=1):
    settings = check_settings("Dense", {"units": units, "activation": activation})
    return chain("net", [Layer("two_classes", "Dense", settings)], (4,))


@pytest.mark.parametrize(
    ("activation", "units", "training", "role", "what"),
    [
        ("sigmoid", 1, {}, "network", SHARE),
        ("sigmoid", 1, BINARY, "network", SHARE),
        ("linear", 1, BINARY, "network", SCORE),
        ("linear", 1, {}, "regression", ""),
        ("linear", 1, {"loss": "mean_squared_error"}, "network", ""),
        ("tanh", 1, {}, "network", ""),
        ("sigmoid", 2, {}, "network", ""),
        ("sigmoid", 1, {}, "discriminator", ""),
    ],
)
def test_what_one_number_is(activation, units, training, role, what):
    assert find_two_classes(net(activation, units), role, training) == what


@pytest.mark.parametrize(("activation", "what"), [("sigmoid", SHARE), ("linear", SCORE)])
def test_two_outputs_say_the_same(activation, what):
    rng = np.random.default_rng(0)
    weights = {"two_classes": (rng.normal(size=(4, 1)).astype(np.float32), np.ones(1, np.float32))}
    x = rng.normal(size=(50, 4)).astype(np.float32)
    one = forward.predict(net(activation), weights, x)[:, 0]
    widened, known = give_two_outputs(net(activation), weights, what)
    assert flow(widened).shapes[widened.outputs[0]] == (2,)
    two = np.asarray(forward.predict(widened, known, x), np.float32)
    share = one if what == SHARE else 1 / (1 + np.exp(-one))
    np.testing.assert_allclose(to_shares(two), np.stack([1 - share, share], axis=1), atol=1e-6)
    assert (two.argmax(axis=1) == (share > 0.5)).all()
