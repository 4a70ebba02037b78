"""Nets under ``tf.distribute``: two replicas learn what one process learns, or say that they cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.marks import THOROUGH

# Two virtual processors have to be asked for before TensorFlow is used.
_START = """
import json, sys
import numpy as np
from ffstudio import engine
import keras
import tensorflow as tf

cpus = tf.config.list_physical_devices("CPU")
tf.config.set_logical_device_configuration(cpus[0], [tf.config.LogicalDeviceConfiguration()] * 2)
two = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
rng = np.random.default_rng(0)
x, y = rng.random((65, 36), np.float32), rng.integers(0, 4, 65)
weights = rng.random(65).astype(np.float32)
dense = [{"units": 16}, {"units": 16}]
"""

_ALIKE = """
def train(kind, layers, how, is_weighed=False, **settings):
    keras.utils.set_random_seed(1)
    net = kind(36, 4, [dict(layer) for layer in layers], **settings)
    how = dict(how)
    optimizer = keras.optimizers.Adam(1e-3)
    if how.pop("scaled", False):
        optimizer = keras.optimizers.LossScaleOptimizer(optimizer)
    labels = one_hot if "metrics" in how else y
    net.compile(optimizer, seed=3, **how)
    # Of the last batch of an epoch, one image, the second replica has nothing.
    told = net.fit(
        x, labels, batch_size=16, epochs=2, shuffle=False, verbose=0,
        sample_weight=weights if is_weighed else None,
    ).history
    told["judged"] = net.evaluate(x, labels, verbose=0)
    arrays = [v.numpy() for v in net.trainable_variables]
    return told, arrays

CASES = {
    "hard, dropout, read-out": (
        engine.ForwardForward, dense, {"negatives": "hard", "dropout": 0.3}, True,
        {"read_out": True},
    ),
    "classes": (engine.ClassForwardForward, dense, {}),
    "one-hot labels": (
        engine.ClassForwardForward, dense[:1],
        {"metrics": ["accuracy"], "scaled": True, "jit_compile": False},
    ),
}
one_hot = np.eye(4, dtype=np.float32)[y]
worst = {}
for name in sys.argv[1:]:
    kind, layers, how, *rest = CASES[name]
    is_weighed, settings = (*rest, False, {})[:2] if len(rest) == 2 else (False, {})
    alone, its = train(kind, layers, how, is_weighed, **settings)
    with two.scope():
        both, theirs = train(kind, layers, how, is_weighed, **settings)
    assert set(alone) == set(both)
    far = max(float(np.abs(a - b).max()) for a, b in zip(its, theirs, strict=True))
    off = max(float(np.max(np.abs(np.subtract(alone[key], both[key])))) for key in alone)
    worst[name] = [far, off]
print(json.dumps(worst))
"""

_SEVERAL = """
several = tf.distribute.MultiWorkerMirroredStrategy()
with several.scope():
    net = engine.ForwardForward(36, 4, dense)
    try:
        net.compile("adam")
    except ValueError as error:
        print(json.dumps(str(error)))
"""

_REFUSED = """
said = {}
for name, kind, how in (
    ("peer", engine.ForwardForward, {"peer": 0.1}),
    ("hybrids", engine.UnsupervisedForwardForward, {}),
    ("pairs", engine.SelfContrastiveForwardForward, {}),
    ("shuffled", engine.ForwardForward, {"negatives": "shuffled"}),
    ("similarity", engine.ProjectedForwardForward, {"class_loss": "similarity"}),
    ("prototypes", engine.PrototypeForwardForward, {}),
    ("norm", engine.ForwardForward, {}),
):
    with two.scope():
        net = kind(36, 4, [{**layer, "batch_norm": name == "norm"} for layer in dense])
        try:
            net.compile("adam", **how)
        except ValueError as error:
            said[name] = str(error)
print(json.dumps(said))
"""

_OPTIMIZERS = """
said = {}
for setting, value in (
    ("clipnorm", 1.0), ("clipvalue", 1.0), ("gradient_accumulation_steps", 2),
    ("ema_overwrite_frequency", 2),
):
    more = {"use_ema": True} if setting.startswith("ema") else {}
    with two.scope():
        optimizer = keras.optimizers.SGD(0.05, **{setting: value}, **more)
        if setting == "clipvalue":
            optimizer = keras.optimizers.LossScaleOptimizer(optimizer)
        try:
            engine.ClassForwardForward(36, 4, dense).compile(optimizer)
        except ValueError as error:
            said[setting] = str(error)
outside = engine.ClassForwardForward(36, 4, dense)
with two.scope():
    inside = engine.ClassForwardForward(36, 4, dense)
    try:
        outside.compile("sgd")
    except ValueError as error:
        said["made outside"] = str(error)
try:
    inside.compile("sgd")
except ValueError as error:
    said["compiled outside"] = str(error)
print(json.dumps(said))
"""


def run(code, *arguments, xla="0"):
    done = subprocess.run(
        [sys.executable, "-P", "-c", _START + code, *arguments],
        capture_output=True, text=True, check=False, env={**os.environ, "FFSTUDIO_XLA": xla},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    "names",
    [
        # Weights, integers and draws in the one, one-hot rows, metrics and a scaled loss in the other.
        ("hard, dropout, read-out", "one-hot labels"),
        pytest.param(("classes",), marks=THOROUGH),
    ],
    ids=lambda names: " and ".join(names),
)
def test_two_replicas_learn_what_one_process_learns_from_the_same_batches(names):
    """XLA compiles the steps of the one process, as it does by itself, and not the replicas'."""
    [worst] = run(_ALIKE, *names, xla="1")
    assert set(worst) == set(names)
    # Sums of two halves round otherwise than sums of all; nothing else differs.
    assert {name: far for name, (far, _) in worst.items() if far > 2e-5} == {}
    assert {name: off for name, (_, off) in worst.items() if off > 2e-5} == {}


@pytest.fixture(scope="module")
def refusals():
    """What one process is told of several workers, of kinds of nets, and of optimizers."""
    return run(_SEVERAL + _REFUSED + _OPTIMIZERS)


def test_what_needs_whole_batches_is_refused_in_one_sentence(refusals):
    said = refusals[1]
    assert set(said) == {"peer", "hybrids", "pairs", "shuffled", "similarity", "prototypes", "norm"}
    for text in said.values():
        assert text.startswith("This net cannot learn under a strategy with 2 replicas: ")
        assert text.endswith("Train it in one process, or choose other settings.")


def test_optimizers_that_replicas_cannot_follow_are_refused_in_one_sentence(refusals):
    said = dict(refusals[2])
    for setting in (
        "clipnorm",
        "clipvalue",
        "gradient_accumulation_steps",
        "ema_overwrite_frequency",
    ):
        text = said.pop(setting)
        assert text.startswith(
            f"An optimizer with `{setting}` cannot learn under a strategy with 2"
        )
        assert text.endswith(f"Train in one process, or leave out `{setting}`.")
    for where in ("made outside", "compiled outside"):
        assert "must be made and compiled under one strategy" in said.pop(where)
    assert not said


def test_several_workers_are_refused_in_one_sentence(refusals):
    assert "Use MirroredStrategy on one machine." in refusals[0]
