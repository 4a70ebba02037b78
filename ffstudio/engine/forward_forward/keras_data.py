"""What people hand to ``fit``: images and labels in the forms they come in, checked.

Whatever it was, what goes on to Keras is rows of pixels and labels as whole numbers: one graph then
serves all forms, and no metric takes one form for another.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops

from ffstudio.core.image_shape import ImageShape
from ffstudio.core.numbers import number_text

_SCALE = (
    "The images hold values up to {largest}; Forward-Forward nets expect 0–1. "
    "Divide them first (bytes are divided by 255 by themselves)."
)
_BITS = (
    "The images are bytes of 0 and 1 only, and bytes are divided by 255: hand them in as floats, "
    "images.astype('float32'), to keep the ones."
)
# No float between 0 and 1 is larger, whatever a resampling added to it.
_LARGEST = 2.0


def images_of(x: Any, num_inputs: int, image_shape: ImageShape | None = None) -> Any:
    """Images as rows of floats (batch, pixels).

    Args:
        x: (batch, pixels), (batch, height, width) or (batch, height, width, channels); bytes are
            divided by 255, all else stays as it is.
        image_shape: What images that are not flat must look like; None for any shape.

    Raises:
        ValueError: An image has another number of pixels, or another shape.
    """
    check_image_shape(_shape_of(x), num_inputs, image_shape)
    is_bytes = keras.backend.standardize_dtype(x.dtype) == "uint8"
    rows = ops.reshape(ops.cast(x, "float32"), (-1, num_inputs))
    return rows / 255.0 if is_bytes else rows


def _shape_of(x: Any) -> tuple[int | None, ...] | None:
    """A tensor's shape; None where not even the number of its axes is known."""
    shape = x.shape
    return None if getattr(shape, "rank", 0) is None else tuple(shape)


def check_image_shape(
    shape: Sequence[int | None] | None, num_inputs: int, image_shape: ImageShape | None
) -> None:
    """Raises ValueError for images that are not of the net's size and shape.

    Args:
        shape: (batch, …); None where it is not known.
        image_shape: None where any shape with so many pixels fits.
    """
    own = () if shape is None else tuple(n for n in shape[1:] if n is not None)
    if shape is None or len(own) < len(shape) - 1:
        raise ValueError(
            "The shape of the images must be known before they are drawn: map the data set by "
            f"`lambda x, y: (tf.ensure_shape(x, (None, {num_inputs})), tf.ensure_shape(y, (None,)))`."
        )
    if math.prod(own) != num_inputs or not own:
        raise ValueError(
            f"Each image must have {num_inputs} pixels: (n, {num_inputs}) or (n, height, width). "
            f"Received: shape {tuple(shape)}"
        )
    seen = [n for n in own if n != 1]
    if len(seen) < 2 or image_shape is None:
        return
    if seen != [n for n in image_shape if n != 1]:
        is_picture = len(own) == 2 or (len(own) == 3 and own[-1] in (1, 3))
        other = f", or build the net with image_shape={own}" if is_picture else ""
        raise ValueError(
            f"The net's images are of shape {image_shape}, flat or as they are: images of another "
            f"shape would be scrambled. Received: shape {tuple(shape)}; turn them{other}."
        )


def labels_of(y: Any, num_classes: int) -> Any:
    """Labels as whole numbers (batch,), from such or from one-hot rows (batch, classes).

    Raises:
        ValueError: They are neither.
    """
    shape = _shape_of(y)
    if shape is None or None in shape[1:]:
        raise ValueError(
            "The shape of the labels must be known before they are drawn: map the data set by "
            "`lambda x, y: (x, tf.ensure_shape(y, (None,)))`."
        )
    if is_one_hot(shape, num_classes):
        return ops.cast(ops.argmax(y, axis=-1), "int32")
    if len(shape) == 1 or (len(shape) == 2 and shape[1] == 1):
        return ops.cast(ops.reshape(y, (-1,)), "int32")
    raise ValueError(
        f"Labels must be whole numbers (n,) or one-hot rows (n, {num_classes}). "
        f"Received: shape {shape}"
    )


def is_one_hot(shape: Sequence[int | None], num_classes: int) -> bool:
    """True for the shape of one-hot rows."""
    return len(shape) == 2 and shape[1] == num_classes and num_classes > 1


_NOT_ONE_HOT = (
    "Rows of labels must be one-hot: a single 1 and zeros. Forward-Forward nets do not "
    "learn from smoothed or several labels."
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
    if is_one_hot(labels.shape, num_classes):
        exact = (labels == 0) | (labels == 1)
        if not (exact.all() and (labels.sum(axis=1) == 1).all()):
            raise ValueError(_NOT_ONE_HOT)
        return
    wrong = labels[(labels < 0) | (labels >= num_classes) | (labels != np.floor(labels))]
    if wrong.size:
        raise ValueError(
            f"Labels must be whole numbers from 0 to {num_classes - 1} for {num_classes} classes. "
            f"Received: {wrong.flat[0]}"
        )


def _check_labels_in_graph(y: Any, num_classes: int) -> Any:
    """The same labels, with what :func:`check_labels` refuses refused as they are drawn."""
    if not _is_number(y.dtype):
        raise ValueError(
            f"Labels must be numbers from 0 to {num_classes - 1}. Received: {y.dtype.name}s."
        )
    labels_of(y, num_classes)  # refuses shapes
    exact = tf.cast(y, tf.float64)
    if is_one_hot(tuple(y.shape), num_classes):
        fits = tf.reduce_all((exact == 0) | (exact == 1))
        fits &= tf.reduce_all(tf.reduce_sum(exact, axis=1) == 1)
        message = _NOT_ONE_HOT
    else:
        fits = tf.reduce_all((exact >= 0) & (exact < num_classes) & (exact == tf.floor(exact)))
        message = f"Labels must be whole numbers from 0 to {num_classes - 1}"
    with tf.control_dependencies([tf.debugging.Assert(fits, [message, y])]):
        return tf.identity(y)


def _is_number(dtype: Any) -> bool:
    try:
        name = keras.backend.standardize_dtype(dtype)
    except ValueError:
        return False
    return name.startswith(("float", "bfloat", "int", "uint", "bool"))


def _is_array(x: Any) -> bool:
    """True for what holds all images or labels at once; symbolic tensors too."""
    if isinstance(x, (tf.data.Dataset, keras.utils.PyDataset)):
        return False
    return isinstance(x, (list, tuple, dict, str, bytes)) or hasattr(x, "__array__")


def _is_symbolic(x: Any) -> bool:
    return isinstance(x, keras.KerasTensor) or (tf.is_tensor(x) and not hasattr(x, "numpy"))


@dataclass(eq=False)
class Intake:
    """Brings what is handed to one net to rows of pixels and whole numbers.

    Attributes:
        image_shape: What images that are not flat must look like; None for any shape.
        without_labels: True where layers learn without labels, though the read-out does not.
        said: What has been warned of: once is enough.
        is_hot: Whether labels came as one-hot rows at first; metrics go on getting them as such.
    """

    num_inputs: int
    num_classes: int
    image_shape: ImageShape | None
    without_labels: bool = False
    said: set[str] = field(default_factory=set)
    is_hot: bool | None = None

    # --- images -----------------------------------------------------------------------------

    def rows(self, x: Any) -> Any:
        """Images that are all there as (n, pixels), in their own dtype.

        Raises:
            ValueError: They are no images of this net.
        """
        if not _is_array(x):
            raise ValueError(
                "Images must be an array (n, pixels) or (n, height, width) here. Received: "
                f"{type(x).__name__}"
            )
        if not tf.is_tensor(x) and not isinstance(x, keras.KerasTensor):
            try:
                x = np.asarray(x)
            except ValueError:
                raise ValueError(
                    f"Each image must have {self.num_inputs} pixels: (n, {self.num_inputs}) or "
                    "(n, height, width). Received: a list of unlike things."
                ) from None
        if not _is_number(x.dtype):
            raise ValueError(
                "Images must be numbers: floats in 0–1 or bytes. Received: an array of dtype "
                f"{getattr(x.dtype, 'name', x.dtype)}"
            )
        check_image_shape(_shape_of(x), self.num_inputs, self.image_shape)
        if not _is_symbolic(x):
            self._look_at(x)
        if isinstance(x, np.ndarray):
            return x.reshape(len(x), self.num_inputs)
        return ops.reshape(x, (-1, self.num_inputs))

    def _look_at(self, x: Any) -> None:
        """Warns of images that were not scaled to 0–1: a label in them would drown."""
        if {"scale", "bits"} <= self.said or not math.prod(x.shape):
            return
        is_bytes = keras.backend.standardize_dtype(x.dtype) == "uint8"
        self._say_of(float(np.max(ops.convert_to_numpy(x))), is_bytes)

    def _say_of(self, largest: float, is_bytes: bool) -> None:
        if is_bytes and largest == 1:
            self.say("bits", _BITS)
        elif not is_bytes and largest > _LARGEST:
            self.say("scale", _SCALE.format(largest=number_text(largest)))

    def say(self, what: str, text: str) -> None:
        """Warns, once for each ``what``."""
        if what not in self.said:
            self.said.add(what)
            warnings.warn(text, stacklevel=6)

    def _say_of_batch(self, largest: Any, rows: Any, is_bytes: Any, alone: Any) -> Any:
        self._say_of(float(largest), bool(is_bytes))
        self.say_of_one(int(rows), alone.decode())
        return np.True_

    def say_of_one(self, rows: int, alone: str) -> None:
        """Warns of a batch of one image where nothing is learnt from one.

        Args:
            alone: Why; empty where one is enough.
        """
        if alone and rows == 1:
            self.say("one", f"A batch holds one image, too few to learn from: {alone}.")

    def _rows_in_graph(self, x: Any, alone: str) -> Any:
        if isinstance(x, (tuple, list, dict)):
            raise ValueError(
                f"The net takes one array of images. Received: a {type(x).__name__} of arrays."
            )
        if not _is_number(x.dtype):
            raise ValueError(
                "Images must be numbers: floats in 0–1 or bytes. Received: an array of dtype "
                f"{x.dtype.name}"
            )
        check_image_shape(_shape_of(x), self.num_inputs, self.image_shape)
        is_bytes = x.dtype == tf.uint8
        largest, rows = tf.reduce_max(tf.cast(x, tf.float32)), tf.shape(x)[0]
        odd = largest == 1.0 if is_bytes else largest > _LARGEST
        if alone:
            odd |= rows == 1
        said = tf.cond(
            odd,
            lambda: tf.numpy_function(
                self._say_of_batch, [largest, rows, is_bytes, alone], tf.bool
            ),
            lambda: True,
        )
        with tf.control_dependencies([said]):
            return tf.reshape(x, (-1, self.num_inputs))

    # --- labels -----------------------------------------------------------------------------

    def labels(self, y: Any) -> Any:
        """Labels that are all there as whole numbers (n,).

        Raises:
            ValueError: They are no labels of this net, or none at all.
        """
        if y is None:
            raise ValueError(self._why_labels())
        if not _is_array(y) or isinstance(y, (dict, str, bytes)):
            raise ValueError(
                f"Labels must be one array of whole numbers (n,) or one-hot rows "
                f"(n, {self.num_classes}). Received: {type(y).__name__}"
            )
        if _is_symbolic(y):
            self._note_form(y)
            return labels_of(y, self.num_classes)
        try:
            y = ops.convert_to_numpy(y) if tf.is_tensor(y) else np.asarray(y)
        except ValueError:
            raise ValueError(
                "Labels must be one array. Received: a list of unlike things."
            ) from None
        check_labels(y, self.num_classes)
        labels = ops.convert_to_numpy(labels_of(y, self.num_classes)) if len(y) else y
        self._note_form(y)
        return np.asarray(labels, np.int32)

    def _why_labels(self) -> str:
        why = ""
        if self.without_labels:
            why = ": the layers learn without them, the read-out does not"
        return (
            f"Labels are missing{why}. Hand them in as `y`, or as the second part of every batch."
        )

    def _note_form(self, y: Any) -> None:
        if self.is_hot is None:
            self.is_hot = is_one_hot(tuple(y.shape), self.num_classes)

    def form_for_metrics(self, y: Any) -> Any:
        """Labels (n,) in the form that the metrics began with: whole numbers or one-hot rows."""
        labels = labels_of(y, self.num_classes)
        return ops.one_hot(labels, self.num_classes) if self.is_hot else labels

    # --- both -------------------------------------------------------------------------------

    def bring(self, x: Any, y: Any, alone: str = "") -> tuple[Any, Any]:
        """``x`` and ``y`` of ``fit(x, y)``, all of them looked at before, or as, they are drawn.

        Args:
            x: Images, or batches of images and labels.
            alone: Why the net learns nothing from a single image; empty where it does, or where it
                is not to learn.

        Raises:
            ValueError: They are none of this net's; of batches, when they are drawn.
        """
        if isinstance(x, (tf.data.Dataset, keras.utils.PyDataset)):
            return self._bring_batches(x, alone, labelled=True), y
        if y is None and hasattr(x, "__next__"):
            return self._bring_stream(x, alone, labelled=True), y
        if not _is_array(x):
            return x, y  # another library's loader: the graph looks at its shapes
        x = self.rows(x)
        return x, self.labels(y)

    def bring_images(self, x: Any) -> Any:
        """``x`` of ``predict(x)``; labels beside images do not matter."""
        if isinstance(x, (tf.data.Dataset, keras.utils.PyDataset)):
            return self._bring_batches(x, "", labelled=False)
        if hasattr(x, "__next__"):
            return self._bring_stream(x, "", labelled=False)
        return self.rows(x) if _is_array(x) else x

    def _bring_batches(self, x: Any, alone: str, labelled: bool) -> Any:
        if isinstance(x, tf.data.Dataset):
            # Not converted by AutoGraph, which would wrap what is refused in a stack of files.
            @tf.autograph.experimental.do_not_convert
            def bring(*data: Any) -> Any:
                return self._bring_in_graph(data, alone, labelled)

            return x.map(bring)
        return _BroughtBatches(x, self, alone, labelled)

    def _bring_in_graph(self, data: tuple[Any, ...], alone: str, labelled: bool) -> Any:
        x = self._rows_in_graph(data[0], alone)
        if not labelled:
            return (x, *data[1:])
        y = data[1] if len(data) > 1 else None
        if y is None:
            raise ValueError(self._why_labels())
        y = _check_labels_in_graph(y, self.num_classes)
        self._note_form(y)
        return (x, labels_of(y, self.num_classes), *data[2:])

    def bring_batch(self, data: Any, alone: str, labelled: bool) -> Any:
        """One batch of a stream."""
        x, y, weights = keras.utils.unpack_x_y_sample_weight(data)
        x = self.rows(x)
        self.say_of_one(x.shape[0], alone)
        if labelled:
            y = self.labels(y)
        # A tuple even of images alone: Keras takes nothing else from a generator.
        return (x,) if y is None else (x, y) if weights is None else (x, y, weights)

    def _bring_stream(self, stream: Iterator[Any], alone: str, labelled: bool) -> Iterator[Any]:
        for data in stream:
            yield self.bring_batch(data, alone, labelled)


class _BroughtBatches(keras.utils.PyDataset):
    """Batches of another one, brought to the net's form."""

    def __init__(self, batches: Any, intake: Intake, alone: str, labelled: bool) -> None:
        super().__init__(batches.workers, batches.use_multiprocessing, batches.max_queue_size)
        self._batches = batches
        self._intake, self._how = intake, (alone, labelled)

    @property
    def num_batches(self) -> int | None:
        count: int | None = self._batches.num_batches
        return count

    def __getitem__(self, index: int) -> Any:
        return self._intake.bring_batch(self._batches[index], *self._how)

    def on_epoch_begin(self) -> None:
        self._batches.on_epoch_begin()

    def on_epoch_end(self) -> None:
        self._batches.on_epoch_end()
