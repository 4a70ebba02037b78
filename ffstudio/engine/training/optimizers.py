"""Optimizers by the names that experiments use."""

from __future__ import annotations

from collections.abc import Sequence

import keras
import numpy as np


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
        optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    return optimizer


def forget(optimizer: keras.optimizers.Optimizer, variables: Sequence[keras.Variable]) -> None:
    """Empties an optimizer's memory of some variables; its step counter goes on.

    What it begins with is 0, but Adagrad's sums of squares begin with a number of its own.
    """
    begins_with = getattr(optimizer, "initial_accumulator_value", 0.0)
    known = optimizer._trainable_variables
    places = [i for i, v in enumerate(known) if any(v is each for each in variables)]
    for name, slots in vars(optimizer).items():
        if name in ("_variables", "_trainable_variables") or not isinstance(slots, list):
            continue
        if len(slots) == len(known) and all(isinstance(slot, keras.Variable) for slot in slots):
            for place in places:
                slots[place].assign(np.full(slots[place].shape, begins_with, np.float32))
