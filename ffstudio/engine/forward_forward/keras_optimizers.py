"""A notebook's optimizer, which serves all layers of a Forward-Forward net at once.

It is built for all weights that can learn, whichever do: a layer that is frozen keeps its moments,
goes on with them when it is thawed, and files hold the same arrays before and after. Only moving
averages of weights (``use_ema``) are taken of those that learn and of no others: Keras puts averages
in the place of weights by their order in a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras


def list_inner(optimizer: Any) -> list[Any]:
    """The optimizer itself and all that it wraps, outermost first."""
    all_inner, left = [], [optimizer]
    while left:
        each = left.pop(0)
        all_inner.append(each)
        wrapped = getattr(each, "inner_optimizer", None)
        left += [] if wrapped is None else [wrapped]
        left += getattr(each, "optimizers", None) or []
    return all_inner


def refuse_coupling(optimizer: Any) -> None:
    """Raises ValueError for an optimizer by which a layer's step would depend on other layers."""
    if any(getattr(each, "global_clipnorm", None) for each in list_inner(optimizer)):
        raise ValueError(
            "`global_clipnorm` would let each layer's step depend on all others' gradients. "
            "Forward-Forward layers learn alone: use `clipnorm`."
        )


def count_batches(optimizer: Any) -> Any:
    """How many mini-batches it has had: ``iterations`` stands still while gradients accumulate."""
    return getattr(optimizer, "inner_optimizer", optimizer)._iterations


class Averages:
    """Of which weights an optimizer that is built keeps moving averages.

    Attributes:
        optimizer: Whose they are.
    """

    def __init__(self, optimizer: Any) -> None:
        self.optimizer = optimizer
        self._kept = [
            (each, list(each._trainable_variables), list(each._model_variables_moving_average))
            for each in list_inner(optimizer)
            if each.use_ema and hasattr(each, "_model_variables_moving_average")
        ]

    def follow(self, learning: Sequence[keras.Variable]) -> None:
        """From now on averages are taken of ``learning`` alone.

        A weight that stands still is its own average, and so begins one that learns again.
        """
        wanted = {id(v) for v in learning}
        for each, variables, averages in self._kept:
            followed = {id(v) for v in each._trainable_variables}
            for variable, average in zip(variables, averages, strict=True):
                if average is not None and (id(variable) in wanted) != (id(variable) in followed):
                    average.assign(variable.value)
            pairs = [
                pair for pair in zip(variables, averages, strict=True) if id(pair[0]) in wanted
            ]
            # Keras would take lists that are simply assigned for variables of the optimizer's own.
            object.__setattr__(each, "_trainable_variables", [v for v, _ in pairs])
            object.__setattr__(each, "_model_variables_moving_average", [a for _, a in pairs])
