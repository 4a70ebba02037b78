"""Optimizers by the names that experiments use."""

from __future__ import annotations

import keras


def make_optimizer(
    name: str, learning_rate: float, weight_decay: float = 0.0
) -> keras.optimizers.Optimizer:
    """An optimizer by its name in :data:`ffstudio.core.experiment.spec.OPTIMIZERS`."""
    decay = weight_decay or None
    made = {
        "adam": lambda: keras.optimizers.Adam(learning_rate, weight_decay=decay),
        "sgd": lambda: keras.optimizers.SGD(learning_rate, weight_decay=decay),
        "momentum": lambda: keras.optimizers.SGD(learning_rate, momentum=0.9, weight_decay=decay),
        "rmsprop": lambda: keras.optimizers.RMSprop(learning_rate, weight_decay=decay),
        "adagrad": lambda: keras.optimizers.Adagrad(learning_rate, weight_decay=decay),
    }
    optimizer = made[name]()
    if decay:
        optimizer.exclude_from_weight_decay(var_names=["bias"])
    return optimizer
