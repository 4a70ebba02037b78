"""The devices that TensorFlow finds: a GPU trains without a setting, and takes memory as it needs it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

import tensorflow as tf

from ffstudio.core.run.training_device import TrainingDevice

_found: list[TrainingDevice] = []


def take_devices(
    gpus: Sequence[Any],
    let_grow: Callable[[Any, bool], None] = tf.config.experimental.set_memory_growth,
    describe: Callable[[Any], dict[str, Any]] = tf.config.experimental.get_device_details,
) -> TrainingDevice:
    """Has GPUs take memory as they need it, and says which device trains.

    Without that TensorFlow takes all memory of a GPU at its first step, and no second run or other
    program finds any.

    Args:
        gpus: Physical devices as ``tf.config.list_physical_devices("GPU")`` lists them.
        let_grow: As ``tf.config.experimental.set_memory_growth``.
        describe: As ``tf.config.experimental.get_device_details``.
    """
    grows, names = True, []
    for gpu in gpus:
        try:
            let_grow(gpu, True)
        except (RuntimeError, ValueError):  # whoever imported TensorFlow before us has used it
            grows = False
        try:
            name = describe(gpu).get("device_name", "")
        except (RuntimeError, ValueError):
            name = ""
        names.append(str(name or gpu.name.removeprefix("/physical_device:")))
    return TrainingDevice(tuple(names), _count_cores(), grows)


def training_device() -> TrainingDevice:
    """Which device trains; found out once, when the engine is imported."""
    if not _found:
        _found.append(take_devices(tf.config.list_physical_devices("GPU")))
    return _found[0]


def _count_cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # elsewhere than on Linux
        return os.cpu_count() or 1
