"""The same steps give the same weights, bit for bit, however threads are delayed."""

from __future__ import annotations

import numpy as np
import tensorflow as tf

from ffstudio import engine
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.control import Control
from tests.engine.test_variants import digits, spec_of

ROUNDS, STEPS = 3, 40


def begin(spec, data):
    """A session after its first step: its steps are traced."""
    session, control = engine.Session(spec, data), Control()

    def stop(event):
        if getattr(event, "step", 0) >= 1:
            control.stop()

    session.run(stop, control)
    return session


def test_the_same_steps_are_the_same_bit_for_bit():
    """Of a net that XLA does not compile, most of all: what is used often is added up often.

    Where sums began with whichever part was there first, four of four runs of this failed beside
    other work.
    """
    data_spec = DataSpec("digits", subset=0.3)
    spec = spec_of("frames")
    session = begin(spec.replace(data=data_spec), digits(data_spec))
    assert not any(trainer.uses_xla for trainer in session.trainers)
    starts = [
        {name: np.array(value) for name, value in trainer.state().items()}
        for trainer in session.trainers
    ]
    ends = []
    for _ in range(ROUNDS):
        for trainer, state in zip(session.trainers, starts, strict=True):
            trainer.load_state(state)
            for _ in range(STEPS):
                trainer.train_step(1.0, 0.1)
                trainer.state()  # as somebody who looks on: it shifts the threads
        ends.append([trainer.weights() for trainer in session.trainers])
    for end in ends[1:]:
        for weights, first in zip(end, ends[0], strict=True):
            for name, value in first.items():
                np.testing.assert_array_equal(weights[name], value, err_msg=name)


def test_gradients_are_added_up_two_by_two():
    """And the optimizer of graphs makes no sums of many out of them."""

    @tf.function(autograph=False)
    def gradient(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = tf.exp(x) + tf.sin(x) * x + tf.cos(x) * x * x + tf.sqrt(x)
        return tape.gradient(y, x)

    traced = gradient.get_concrete_function(tf.TensorSpec((3,), tf.float32))
    most = max(len(op.inputs) for op in traced.graph.get_operations() if "Add" in op.type)
    assert most == 2
    assert tf.config.optimizer.get_experimental_options()["arithmetic_optimization"] is False
    x = np.array([0.5, 1.0, 2.0])
    expected = (
        np.exp(x) + np.sin(x) + x * np.cos(x) + 2 * x * np.cos(x) - x * x * np.sin(x)
        + 0.5 / np.sqrt(x)
    )  # fmt: skip
    np.testing.assert_allclose(gradient(tf.constant(x, tf.float32)), expected, rtol=1e-5)
