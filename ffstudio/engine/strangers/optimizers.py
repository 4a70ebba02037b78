"""What an optimizer of a stranger's file remembered, as a Keras optimizer."""

from __future__ import annotations

import keras

from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.optimizer_state import OptimizerState


def revive_optimizer(model: keras.Model, state: OptimizerState) -> keras.optimizers.Optimizer:
    """A Keras optimizer that goes on where the file's stood, for the model built from it.

    Raises:
        ModelFileError: The state belongs to another model.
    """
    kinds = {
        "Adam": keras.optimizers.Adam,
        "RMSprop": keras.optimizers.RMSprop,
        "SGD": keras.optimizers.SGD,
    }
    if state.kind not in kinds:
        raise ModelFileError(
            tr("There is no optimizer {kind}.", kind=state.kind), tr("Train with a fresh one.")
        )
    made = kinds[state.kind](**dict(state.settings))
    made.build(model.trainable_variables)
    slots = {
        "Adam": lambda: (made._momentums, made._velocities),
        "RMSprop": lambda: (made._velocities,),
        "SGD": lambda: (made.momentums,) if made.momentum else (),
    }[state.kind]()
    for targets, arrays in zip(slots, state.slots, strict=False):
        if [tuple(t.shape) for t in targets] != [a.shape for a in arrays]:
            raise ModelFileError(
                tr("The optimizer's state belongs to other weights."), tr("Train with a fresh one.")
            )
        for target, array in zip(targets, arrays, strict=True):
            target.assign(array)
    made.iterations.assign(state.steps)
    return made
