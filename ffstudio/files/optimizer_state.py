"""What an optimizer remembered when a model was saved, where today's Keras can go on with it.

Old Keras wrote all first moments and then all second ones, newer ones variable by variable;
the arrays' shapes tell which. Step counters and learning rates are single numbers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.kinds import Weight
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.hdf5 import Budget, as_weights, names, read_array
from ffstudio.files.migration.spelling import plain_json

Floats = npt.NDArray[np.float32]

# Kind → how many arrays per weight, and the settings Keras 3 still has.
_OPTIMIZERS: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "Adam": ((2,), ("beta_1", "beta_2", "epsilon")),
    "RMSprop": ((1,), ("rho", "epsilon")),
    "SGD": ((0, 1), ("momentum",)),
}


@dataclass(frozen=True, eq=False)
class OptimizerState:
    """An optimizer in the middle of its work.

    Attributes:
        kind: ``Adam``, ``RMSprop`` or ``SGD``.
        settings: learning_rate and others, as Keras 3 names them.
        slots: Per kind of memory (Adam: first and second moments) an array per trainable
            weight, in the order of the model's layers.
    """

    kind: str
    settings: Mapping[str, float]
    steps: int
    slots: tuple[tuple[Floats, ...], ...]


def optimizer_state(
    saved: Any, group: Any, weights: Sequence[Weight], budget: Budget
) -> OptimizerState | None:
    """The state in a file; None of an optimizer that has not trained yet, which has none.

    Args:
        saved: The training configuration.
        group: ``optimizer_weights`` of an ``.h5``, or ``optimizer`` of a ``.keras``.
        weights: The model's trainable weights in the order of its layers.

    Raises:
        ModelFileError: It does not fit, with the reason.
    """
    arrays = _arrays(group, budget)
    numbers = [a for a in arrays if a.ndim == 0]
    # Keras 2.3 wrote placeholders of one number for what plain Adam does not have.
    real = [a for a in arrays if a.ndim > 0]
    if not real and not any(_is_count(a) and a > 0 for a in numbers):
        return None
    given = None
    if isinstance(saved, dict):
        given = saved.get("optimizer_config", saved.get("optimizer"))
    if not isinstance(given, dict) or not isinstance(given.get("config"), dict):
        raise ModelFileError(
            tr("the file has its numbers, but does not say which optimizer they are of"), ""
        )
    kind = str(given.get("class_name")).removeprefix("Custom>")
    if kind not in _OPTIMIZERS:
        raise ModelFileError(
            tr("{kind} is not among those that are carried over", kind=kind[:40]), ""
        )
    config = given["config"]
    counts, keys = _OPTIMIZERS[kind]
    if config.get("amsgrad") or config.get("centered") or config.get("nesterov"):
        raise ModelFileError(tr("it is of an unusual kind"), "")
    settings = {k: v for k in keys if (v := _number(config.get(k))) is not None}
    rate = _number(config.get("learning_rate", config.get("lr")))
    if rate is not None:
        settings["learning_rate"] = rate
    need = [len(weights) * n for n in counts]
    if len(real) not in need:
        spare = max(need)
        if len(real) < spare or any(a.shape != (1,) for a in real[spare:]):
            raise ModelFileError(tr("it belongs to other weights"), "")
        real = real[:spare]
    slots = _slots([as_weights(a, "optimizer") for a in real], [w.shape for w in weights])
    # Keras 1 counted its steps in a float; a learning rate is no whole number.
    steps = next((int(n) for n in numbers if _is_count(n)), None)
    if steps is None and kind == "Adam" and slots:
        raise ModelFileError(tr("the file does not say how many steps it took"), "")
    return OptimizerState(kind, settings, steps or 0, slots)


def _is_count(number: npt.NDArray[Any]) -> bool:
    return bool(np.isfinite(number) and number >= 0 and float(number).is_integer())


def _number(value: Any) -> float | None:
    value = plain_json(value)
    real = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if real and math.isfinite(value) and value >= 0 else None


def _arrays(group: Any, budget: Budget) -> list[npt.NDArray[Any]]:
    if not isinstance(group, h5py.Group):
        raise ModelFileError(tr("the file does not hold it"), "")
    listed = [group.get(name) for name in names(group, "weight_names")]
    inner = group.get("vars")
    if not listed and isinstance(inner, h5py.Group):
        listed = [inner[n] for n in sorted(inner, key=lambda n: (len(n), n))]
    return [read_array(item, budget) for item in listed]


def _slots(
    arrays: Sequence[Floats], shapes: Sequence[tuple[int, ...]]
) -> tuple[tuple[Floats, ...], ...]:
    count = len(shapes)
    if not arrays or not count:
        return ()
    kinds = len(arrays) // count
    one_by_one = tuple(tuple(arrays[i * count : (i + 1) * count]) for i in range(kinds))
    together = tuple(tuple(arrays[i::kinds]) for i in range(kinds))
    for slots in (one_by_one, together):
        if all([a.shape for a in slot] == list(shapes) for slot in slots):
            return slots
    raise ModelFileError(tr("it belongs to other weights"), "")
