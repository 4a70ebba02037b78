"""What people hand to ``fit``: images and labels in the forms they come in, checked."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops

from ffstudio.core.numbers import number_text


def images_of(x: Any, num_inputs: int) -> Any:
    """Images as rows of floats (batch, pixels).

    Args:
        x: (batch, pixels), (batch, height, width) or (batch, height, width, channels); bytes are
            divided by 255, all else stays as it is.

    Raises:
        ValueError: An image has another number of pixels.
    """
    is_bytes = keras.backend.standardize_dtype(x.dtype) == "uint8"
    size = int(np.prod([n or 1 for n in x.shape[1:]]))
    if size != num_inputs or len(x.shape) < 2:
        raise ValueError(
            f"Each image must have {num_inputs} pixels: (n, {num_inputs}) or (n, height, width). "
            f"Received: shape {tuple(x.shape)}"
        )
    rows = ops.reshape(ops.cast(x, "float32"), (-1, num_inputs))
    return rows / 255.0 if is_bytes else rows


def labels_of(y: Any, num_classes: int) -> Any:
    """Labels as whole numbers (batch,), from such or from one-hot rows (batch, classes).

    Raises:
        ValueError: They are neither.
    """
    if len(y.shape) == 2 and y.shape[1] == num_classes and num_classes > 1:
        return ops.cast(ops.argmax(y, axis=-1), "int32")
    if len(y.shape) == 1 or (len(y.shape) == 2 and y.shape[1] == 1):
        return ops.cast(ops.reshape(y, (-1,)), "int32")
    raise ValueError(
        f"Labels must be whole numbers (n,) or one-hot rows (n, {num_classes}). "
        f"Received: shape {tuple(y.shape)}"
    )


def check_labels(y: Any, num_classes: int) -> None:
    """Raises ValueError for labels that are no classes of the net.

    Args:
        y: Array-like (n,), (n, 1) or one-hot (n, classes).
    """
    labels = np.asarray(y)
    if not labels.size:
        return
    if labels.dtype.kind not in "biuf":
        raise ValueError(
            f"Labels must be numbers from 0 to {num_classes - 1}. Received: {labels.flat[0]!r}; "
            "numpy.unique(labels, return_inverse=True) turns names into numbers."
        )
    if labels.ndim == 2 and labels.shape[1] == num_classes and num_classes > 1:
        exact = (labels == 0) | (labels == 1)
        if not (exact.all() and (labels.sum(axis=1) == 1).all()):
            raise ValueError(
                "Rows of labels must be one-hot: a single 1 and zeros. Forward-Forward nets do not "
                "learn from smoothed or several labels."
            )
        return
    wrong = labels[(labels < 0) | (labels >= num_classes) | (labels != np.floor(labels))]
    if wrong.size:
        raise ValueError(
            f"Labels must be whole numbers from 0 to {num_classes - 1} for {num_classes} classes. "
            f"Received: {wrong.flat[0]}"
        )


def check_images(x: Any) -> None:
    """Warns of images that were not scaled to 0–1: a label in them would drown."""
    if isinstance(x, np.ndarray) and x.size and x.dtype != np.uint8:
        largest = float(np.max(x))
        if largest > 2:
            warnings.warn(
                f"The images hold values up to {number_text(largest)}; Forward-Forward nets expect 0–1. "
                "Divide them first (bytes are divided by 255 by themselves).",
                stacklevel=4,
            )


class _CheckedBatches(keras.utils.PyDataset):
    """Batches of another one, with their labels checked."""

    def __init__(self, batches: Any, num_classes: int) -> None:
        super().__init__(batches.workers, batches.use_multiprocessing, batches.max_queue_size)
        self._batches = batches
        self._num_classes = num_classes

    @property
    def num_batches(self) -> int | None:
        count: int | None = self._batches.num_batches
        return count

    def __getitem__(self, index: int) -> Any:
        data = self._batches[index]
        check_labels(keras.utils.unpack_x_y_sample_weight(data)[1], self._num_classes)
        return data

    def on_epoch_begin(self) -> None:
        self._batches.on_epoch_begin()

    def on_epoch_end(self) -> None:
        self._batches.on_epoch_end()


def _check_in_graph(*data: Any, num_classes: int) -> Any:
    y = keras.utils.unpack_x_y_sample_weight(data)[1]
    if len(y.shape) < 2 or y.shape[1] != num_classes:
        labels = tf.cast(y, tf.int32)
        message = f"Labels must be whole numbers from 0 to {num_classes - 1}"
        fits = tf.reduce_all((labels >= 0) & (labels < num_classes))
        with tf.control_dependencies([tf.debugging.Assert(fits, [message, labels])]):
            y = tf.identity(y)
    return (data[0], y, *data[2:])


def check_data(x: Any, y: Any, num_classes: int) -> Any:
    """``x`` of ``fit(x, y)`` with all labels looked at before, or as, the net learns from them.

    Raises:
        ValueError: A label is no class of the net; of batches, when they are drawn.
    """
    if isinstance(x, tf.data.Dataset):
        return x.map(lambda *data: _check_in_graph(*data, num_classes=num_classes))
    if isinstance(x, keras.utils.PyDataset):
        return _CheckedBatches(x, num_classes)
    if y is None and hasattr(x, "__next__"):
        return _check_stream(x, num_classes)
    check_images(x)
    if y is not None and not isinstance(y, tf.Tensor):
        check_labels(y, num_classes)
    elif y is not None:
        check_labels(ops.convert_to_numpy(y), num_classes)
    return x


def _check_stream(stream: Iterator[Any], num_classes: int) -> Iterator[Any]:
    for data in stream:
        check_labels(keras.utils.unpack_x_y_sample_weight(data)[1], num_classes)
        yield data
