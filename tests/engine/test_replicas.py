"""Nets under ``tf.distribute``: two replicas learn what one process learns, or say that they cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys

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
    net.compile(keras.optimizers.Adam(1e-3), seed=3, **how)
    # Of the last batch of an epoch, one image, the second replica has nothing.
    told = net.fit(
        x, y, batch_size=16, epochs=2, shuffle=False, verbose=0,
        sample_weight=weights if is_weighed else None,
    ).history
    told["judged"] = net.evaluate(x, y, verbose=0)
    arrays = [v.numpy() for v in net.trainable_variables]
    return told, arrays

CASES = {
    "hard, dropout, read-out": (
        engine.ForwardForward, dense, {"negatives": "hard", "dropout": 0.3}, True,
        {"read_out": True},
    ),
    "classes": (engine.ClassForwardForward, dense, {}),
}
worst = {}
for name, (kind, layers, how, *rest) in CASES.items():
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


def run(code):
    done = subprocess.run(
        [sys.executable, "-P", "-c", _START + code],
        capture_output=True, text=True, check=False, env={**os.environ, "FFSTUDIO_XLA": "0"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_two_replicas_learn_what_one_process_learns_from_the_same_batches():
    worst = run(_ALIKE)
    assert len(worst) == 2
    # Sums of two halves round otherwise than sums of all; nothing else differs.
    assert {name: far for name, (far, _) in worst.items() if far > 2e-5} == {}
    assert {name: off for name, (_, off) in worst.items() if off > 2e-5} == {}


def test_what_needs_whole_batches_is_refused_in_one_sentence():
    said = run(_REFUSED)
    assert set(said) == {"peer", "hybrids", "pairs", "shuffled", "similarity", "prototypes", "norm"}
    for text in said.values():
        assert text.startswith("This net cannot learn under a strategy with 2 replicas: ")
        assert text.endswith("Train it in one process, or choose other settings.")


def test_several_workers_are_refused_in_one_sentence():
    code = """
several = tf.distribute.MultiWorkerMirroredStrategy()
with several.scope():
    net = engine.ForwardForward(36, 4, dense)
    try:
        net.compile("adam")
    except ValueError as error:
        print(json.dumps(str(error)))
"""
    assert "Use MirroredStrategy on one machine." in run(code)
