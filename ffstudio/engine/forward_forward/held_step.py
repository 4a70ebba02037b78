"""A step of all layers that is given to the net layer by layer.

A layer's update depends on the weights as they were before the step and on its own loss alone. So
the step is computed once, and handed out one layer after the other: when the last one has its share,
the net is what the step makes of it at once, bit for bit.
"""

from __future__ import annotations

import math

import keras

from ffstudio.core.run.lanes import move_of
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.training.trainer import Arrays, to_numpy


class HeldStep:
    """See the module docstring; the step is done, and counted, when it is made.

    Args:
        gain: As for ``train_step``, and so is ``progress``.

    Attributes:
        trainer: Whose step it is.
        before: Steps done before it.
        frozen: The layers that do not learn in it.
        result: What ``train_step`` has returned.
        left: The layers (0-based) that still have to get their share, the next one first.
    """

    def __init__(self, trainer: ForwardForwardTrainer, gain: float, progress: float) -> None:
        self.trainer, self.before, self.frozen = trainer, trainer.step, trainer.frozen
        self._groups = [
            [*layer.weights, *optimizer.variables]
            for layer, optimizer in zip(trainer.model.ff_layers, trainer.optimizers, strict=False)
        ]
        if trainer.model.read_out is not None:  # it comes with the last layer
            optimizer = trainer.optimizers[-1]
            self._groups.append([*trainer.model.read_out.weights, *optimizer.variables])
        was = [_copy(group) for group in self._groups]
        self.result = trainer.train_step(gain, progress)
        self._after = [_copy(group) for group in self._groups]
        self.left = [i for i, loss in enumerate(self.result[0]) if not math.isnan(loss)]
        for group, arrays in zip(self._groups, was, strict=True):
            _assign(group, arrays)

    def give_next(self) -> tuple[int, float]:
        """The next layer gets its share; returns the layer, and how far it has moved."""
        layer = self.left.pop(0)
        learnt = self.trainer.list_layers()[layer]
        was = _copy(learnt)
        _assign(self._groups[layer], self._after[layer])
        if not self.left:
            self.give_rest()
        return layer, move_of(was, _copy(learnt))

    def give_rest(self) -> None:
        """All that is left gets its share at once."""
        self.left = []
        for group, arrays in zip(self._groups, self._after, strict=True):
            _assign(group, arrays)


def _copy(variables: list[keras.Variable]) -> Arrays:
    return tuple(to_numpy(v) for v in variables)


def _assign(variables: list[keras.Variable], arrays: Arrays) -> None:
    for variable, array in zip(variables, arrays, strict=True):
        variable.assign(array)
