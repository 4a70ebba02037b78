"""TensorFlow's gradient of one image's loss, to hold a view's numbers against."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import tensorflow as tf

from ffstudio.core.look.gradient_check import EngineGradients
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.engine.strangers.build import build
from ffstudio.engine.training.backprop import cross_entropy, logits_of, variables_of


def gradients_of(net: NetworkSnapshot, x: npt.ArrayLike, target: npt.ArrayLike) -> EngineGradients:
    """What ``tf.GradientTape`` finds for the cross-entropy of one image.

    Args:
        net: Its weights as they are shown; no trainer is touched.
        x: The image (pixels,).
        target: What the outputs should be (classes,).

    Raises:
        ModelFileError: Keras cannot build the net.
    """
    network = net.network.architecture
    model = build(network, net.weights)
    part, finish, are_logits = logits_of(model)
    given = tf.constant(net.prepare(np.asarray(x, np.float32).reshape(1, -1)))
    wanted = tf.constant(np.asarray(target, np.float32).reshape(1, -1))
    variables: dict[str, list[Any]] = variables_of(model, network)
    flat = [v.value for values in variables.values() for v in values]
    with tf.GradientTape() as tape:
        tape.watch(flat)
        scores = tf.reshape(finish(part(given, training=False)), (1, -1))
        loss = tf.reduce_mean(cross_entropy(wanted, scores, are_logits))
    gradients = iter(tape.gradient(loss, flat, unconnected_gradients=tf.UnconnectedGradients.ZERO))
    arrays = {
        path: tuple(np.array(next(gradients)) for _ in values) for path, values in variables.items()
    }
    return EngineGradients(float(loss), arrays)
