"""The gradients of all layers' local losses on one mini-batch, for every way of training them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import tensorflow as tf

from ffstudio.core.forward_forward import Batch, LocalNet, Objective, read_out_loss


def learning_variables(net: LocalNet, learns: Sequence[bool]) -> list[list[Any]]:
    """Kernel, bias, learnt projection and map to compare by, of the layers that learn."""
    layers: Sequence[Any] = net.layers
    return [layer.learnt for layer, learn in zip(layers, learns, strict=False) if learn]


def gradients_of(
    objective: Objective,
    batch: Batch,
    learns: list[bool],
    scale: Callable[[Any], Any] = lambda loss: loss,
) -> tuple[list[Any], list[Any], Any, list[Any]]:
    """Losses of one mini-batch and their gradients.

    Args:
        learns: For the first layer up to the last one that is needed: whether it learns.
        scale: What an optimizer that divides gradients by a factor multiplies the loss by.

    Returns:
        Per layer its loss; per layer that learns its gradients, as :func:`learning_variables`
        lists them; the read-out's loss and gradients (0 and none without a read-out).
    """
    net = objective.net
    learned = learning_variables(net, learns)
    read_out = net.read_out if len(learns) == len(net.layers) else None
    head = [] if read_out is None else [read_out.kernel, read_out.bias]
    # A layer that does not learn keeps its running means too; only peers change them.
    still = [
        (layer.mean_activity, tf.identity(layer.mean_activity.value))
        for layer, learn in zip(net.layers, learns, strict=False)
        if not learn and objective.rule.peer
    ]
    with tf.GradientTape() as tape:
        losses, activities = objective.run(batch, len(learns), learns)
        total = sum(v for v, learn in zip(losses, learns, strict=True) if learn)
        head_loss: Any = 0.0
        if read_out is not None:
            head_loss = read_out_loss(net, objective.features(activities, batch), batch)
            total += head_loss
        total = scale(total)
    sources = [[v.value for v in layer] for layer in learned], [v.value for v in head]
    gradients, head_gradients = tape.gradient(total, sources)
    for variable, value in still:
        variable.assign(value)
    return losses, gradients, head_loss, head_gradients
