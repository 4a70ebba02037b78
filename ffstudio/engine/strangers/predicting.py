"""What comes out of a Keras model for a batch of images."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any
from weakref import WeakKeyDictionary, ref

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

Floats = npt.NDArray[np.float32]

# Values of the largest layer that are computed at once: a quarter of a gigabyte.
_MOST_VALUES = 1 << 26
# Models whose layers go step by step as graphs: layer by layer each step costs as much as a call.
_graphs: WeakKeyDictionary[keras.Model, Callable[[Any], Any]] = WeakKeyDictionary()


def predict(
    model: keras.Model,
    x: Floats,
    batch: int | None = None,
    check: Callable[[], object] = lambda: None,
) -> Floats:
    """The model's (first) output as NumPy, without progress or training behaviour.

    Args:
        batch: Images at once; None for as many as moderate memory holds, 256 at most.
        check: Called before every batch; raises when nobody wants the answer any more.
    """
    parts = []
    if batch is None:
        batch = max(min(_MOST_VALUES // _largest(model), 256), 1)
    answer = _graph_of(model) if _goes_by_steps(model) else _answer_at_once(model)
    for i in range(0, len(x), batch):
        check()
        out = answer(x[i : i + batch])
        out = out[0] if isinstance(out, (list, tuple)) else out
        parts.append(np.asarray(keras.ops.convert_to_numpy(out), np.float32))
    return np.concatenate(parts)


def _answer_at_once(model: keras.Model) -> Callable[[Any], Any]:
    return lambda x: model(x, training=False)


def _graph_of(model: keras.Model) -> Callable[[Any], Any]:
    """The model as one graph for batches of any size, made once."""
    if model not in _graphs:
        shape = model.inputs[0].shape
        one = tf.TensorSpec((None, *shape[1:]), model.inputs[0].dtype)

        held = ref(model)  # a graph that holds its model would keep it for ever

        def answer(x: Any) -> Any:
            its = held()
            assert its is not None  # noqa: S101 - it is asked by whoever has it
            return its(x, training=False)

        _graphs[model] = tf.function(answer, input_signature=[one])
    graph = _graphs[model]
    return lambda x: graph(tf.convert_to_tensor(x, model.inputs[0].dtype))


def _goes_by_steps(model: keras.Model) -> bool:
    """True with a recurrent layer in it, and one input."""
    if len(model.inputs) != 1:
        return False
    steps = (keras.layers.RNN, keras.layers.Bidirectional, keras.layers.TimeDistributed)
    return any(isinstance(layer, steps) for layer in _list_layers(model))


def _list_layers(model: keras.Model) -> Iterator[Any]:
    for layer in model.layers:
        yield layer
        if isinstance(layer, keras.Model):
            yield from _list_layers(layer)


def _largest(model: keras.Model) -> int:
    """Values for one image in its largest layer."""
    sizes = [1]
    for layer in model.layers:
        shape = getattr(getattr(layer, "output", None), "shape", ())
        sizes.append(math.prod(n or 1 for n in shape[1:]))
    return max(sizes)
