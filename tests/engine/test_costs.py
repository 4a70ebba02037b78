"""What a net costs is measured where its multiply-adds say too little."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from ffstudio.core.describe.work import SEARCH_WORK, count_call_work, count_multiply_adds
from ffstudio.core.errand import Errand
from ffstudio.engine.strangers.build import choose_candidate
from ffstudio.engine.strangers.costs import Costs, find_costs
from ffstudio.files.foreign import sandbox

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def depthwise(tmp_path_factory):
    """Some hundred small layers and depthwise convolutions, whose multiply-adds are few."""
    layers = [keras.Input((40, 40, 1)), keras.layers.Conv2D(32, 1)]
    for _ in range(20):
        layers += [keras.layers.DepthwiseConv2D(3, padding="same"), keras.layers.ReLU(6.0)]
        layers += [keras.layers.BatchNormalization(), keras.layers.ReLU()]
    layers += [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(10, "softmax")]
    path = tmp_path_factory.mktemp("nets") / "depthwise.keras"
    net = keras.Sequential(layers)
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    net.save(path)
    return sandbox.examine(path)


def test_ordinary_nets_cost_what_is_counted(tmp_path):
    net = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)])
    net.save(tmp_path / "net.keras")
    loaded = choose_candidate(sandbox.examine(tmp_path / "net.keras"))
    expected = Costs(count_multiply_adds(loaded.network), count_call_work(loaded.network))
    assert find_costs(loaded.network, loaded.model) == expected == Costs(7840, 200e6)


def test_nets_that_take_longer_cost_more_and_are_tried_as_slow_ones_are(depthwise):
    loaded = choose_candidate(depthwise)
    counted = count_multiply_adds(loaded.network)
    costs = find_costs(loaded.network, loaded.model)
    assert costs.per_image > 3 * counted and costs.per_call > 3 * 200e6
    assert counted < 20e6 < costs.per_image, "by its multiply-adds it were no slow one"
    told = []
    errand = Errand(told.append)
    errand.allow(SEARCH_WORK)
    images = np.random.default_rng(0).integers(0, 256, (200, 28, 28)).astype(np.uint8)
    choose_candidate(depthwise, images, np.arange(200) % 10, errand)
    tried = [stage for stage in told if "trying preprocessing" in stage.text]
    assert 2 <= len(tried) <= 20, "sixteen at a glance and two that go on"
