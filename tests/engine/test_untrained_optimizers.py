"""What is said of the optimizer in a whole model's file."""

from __future__ import annotations

import json
import zipfile

import keras
import numpy as np
import pytest

from ffstudio.core.words import tr
from ffstudio.files.foreign import sandbox
from tests.marks import choose_cases

pytestmark = pytest.mark.filterwarnings("ignore")


def compiled(optimizer, pre=()):
    net = keras.Sequential(
        [keras.Input((6, 6)), *pre, keras.layers.Flatten(), keras.layers.Dense(10, "softmax")]
    )
    net.compile(optimizer, "sparse_categorical_crossentropy")
    return net


def train(net, steps=3):
    rng = np.random.default_rng(0)
    net.fit(rng.random((8 * steps, 6, 6)), np.arange(8 * steps) % 10, batch_size=8, verbose=0)


def said(path):
    contents = sandbox.examine(path)
    return contents.optimizer, [line for line in contents.card.migrated if "optimizer" in line]


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
@pytest.mark.parametrize(
    "optimizer", choose_cases(["adam", "rmsprop", "sgd", "adamax", "nadam"], "adam", "sgd")
)
def test_nothing_is_said_of_an_optimizer_that_has_not_trained(tmp_path, optimizer, suffix):
    compiled(optimizer).save(tmp_path / f"net{suffix}")
    assert said(tmp_path / f"net{suffix}") == (None, [])


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
def test_one_that_has_trained_goes_on_or_is_left_out_with_why(tmp_path, suffix):
    for optimizer in ("adam", "adamax"):
        net = compiled(optimizer)
        train(net)
        net.save(tmp_path / f"{optimizer}{suffix}")
    state, lines = said(tmp_path / f"adam{suffix}")
    assert (state.kind, state.steps, lines) == ("Adam", 3, [])
    assert said(tmp_path / f"adamax{suffix}") == (
        None,
        [
            "the optimizer's state is left out: Adamax is not among those that are carried over",
        ],
    )


@pytest.mark.parametrize("is_trained", [True, False])
def test_a_file_that_does_not_name_its_optimizer(tmp_path, is_trained):
    """As Keras writes nets that begin with layers such as Rescaling."""
    net, path = compiled("adam", [keras.layers.Rescaling(1 / 255)]), tmp_path / "net.keras"
    if is_trained:
        train(net)
    net.save(tmp_path / "named.keras")
    with zipfile.ZipFile(tmp_path / "named.keras") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "config.json":
                config = json.loads(content)
                config["compile_config"].pop("optimizer", None)
                content = json.dumps(config).encode()
            new.writestr(name, content)
    reason = tr("the file has its numbers, but does not say which optimizer they are of")
    left_out = tr("the optimizer's state is left out: {reason}", reason=reason)
    assert said(path) == (None, [left_out] if is_trained else [])
