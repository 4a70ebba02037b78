"""NumPy under the names of ``keras.ops``, for functions that are written once for both.

What both call alike comes from NumPy itself; here stands what NumPy lacks or calls otherwise.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ffstudio.core.mathematics.activations import ACTIVATIONS
from ffstudio.core.mathematics.convolution import correlate, margins, pad, pool


def __getattr__(name: str) -> Any:
    return getattr(np, name)


def cast(x: Any, dtype: str) -> Any:
    """``x`` as another type."""
    return np.asarray(x).astype(dtype, copy=False)


def convert_to_tensor(x: Any) -> Any:
    """``x`` as an array."""
    return np.asarray(x)


def stop_gradient(x: Any) -> Any:
    """``x``: NumPy knows no gradients."""
    return x


def one_hot(labels: Any, num_classes: int) -> Any:
    """Labels (batch,) → (batch, classes) float32."""
    return np.eye(num_classes, dtype=np.float32)[np.asarray(labels)]


def eye(size: int) -> Any:
    """The unit matrix, float32 as Keras has it."""
    return np.eye(size, dtype=np.float32)


def conv(x: Any, kernel: Any, strides: int = 1, padding: str = "valid") -> Any:
    """Convolution over places in two directions, channels last."""
    if padding not in ("same", "valid"):
        raise ValueError(f"Only padding 'same' or 'valid' is known here. Received: {padding!r}")
    return correlate(x, kernel, [strides, strides], padding)


def average_pool(x: Any, size: int, strides: int, padding: str = "valid") -> Any:
    """Means of blocks of ``size`` × ``size``: 2×2, or any with padding ``same``.

    With ``same`` the blocks at an edge are smaller where the image does not go up in them, as
    TensorFlow has it.
    """
    if padding == "valid":
        _check_pool(size, strides)
        return pool(x, "average")
    if padding != "same" or strides != size:
        raise ValueError(
            f"Only whole blocks are known here. Received: {size}, {strides}, {padding!r}"
        )
    height, width = x.shape[1:3]
    around = [margins(n, size, size, "same") for n in (height, width)]

    def add_up(values: Any) -> Any:
        padded = pad(values, around)
        high, wide = padded.shape[1] // size, padded.shape[2] // size
        blocks = padded.reshape(len(values), high, size, wide, size, values.shape[-1])
        return blocks.sum(axis=(2, 4))

    return add_up(x) / add_up(np.ones((1, height, width, 1), x.dtype))


def max_pool(x: Any, size: int, strides: int) -> Any:
    """2×2 pooling by the maximum."""
    _check_pool(size, strides)
    return pool(x, "max")


def _check_pool(size: int, strides: int) -> None:
    if (size, strides) != (2, 2):
        raise ValueError(f"Only 2×2 blocks are known here. Received: {size}, {strides}")


def activation(name: str) -> Any:
    """The activation function of that name."""
    return ACTIVATIONS[name]
