"""TensorBoard's event files: a run's curves written as it goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tensorflow as tf
from tensorflow.core.framework import summary_pb2
from tensorflow.core.util import event_pb2

from ffstudio.core.errors import FfstudioError, TrainingError, error_words
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.codes import write_code
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.events import EpochDone, Event
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.words import tr


def tag_of(key: SeriesKey) -> str:
    """A curve's name in TensorBoard, which puts curves of one quantity side by side.

    ``loss/ff_layer_1``, ``accuracy/bp_test``.
    """
    layer = "" if key.layer is None else f"_layer_{key.layer + 1}"
    dataset = "" if key.dataset == "train" else f"_{key.dataset}"
    return f"{key.metric}/{key.algorithm}{layer}{dataset}"


def _metadata(plugin: str) -> Any:
    """Which of TensorBoard's pages shows a value.

    ``tf.summary.scalar`` and ``text`` write the same, but only where TensorBoard itself is
    installed.
    """
    proto = tf.compat.v1.SummaryMetadata
    kinds = {"scalars": "DATA_CLASS_SCALAR", "text": "DATA_CLASS_TENSOR"}
    return proto(
        plugin_data=proto.PluginData(plugin_name=plugin),
        data_class=summary_pb2.DataClass.Value(kinds[plugin]),
    )


class EventFiles:
    """Writes what a run tells into a folder that TensorBoard watches.

    Args:
        folder: Made if it does not exist.
        spec: Kept as text, with its code.

    Raises:
        TrainingError: The folder cannot be written.
    """

    def __init__(self, folder: Path, spec: ExperimentSpec) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._writer = tf.summary.create_file_writer(str(folder))
            with self._writer.as_default(step=0):
                text = reading.to_json(spec)
                tf.summary.write("experiment", f"```\n{text}\n```", metadata=_metadata("text"))
                tf.summary.write("code", f"`{write_code(spec)}`", metadata=_metadata("text"))
            self._writer.flush()
        except (OSError, tf.errors.OpError) as error:
            words = error_words(error) if isinstance(error, OSError) else tr("it cannot be opened")
            raise TrainingError(
                tr(
                    "{folder} cannot be written for TensorBoard ({words}).",
                    folder=folder,
                    words=words,
                ),
                tr("Name another --tensorboard."),
            ) from error
        self._scalars = _metadata("scalars")
        self._curves = History()
        self._written: dict[SeriesKey, int] = {}

    def take(self, event: Event) -> None:
        """Writes the points that an event brings; at an epoch's end they are on disk."""
        if not self._curves.add(event):
            return
        with self._writer.as_default():
            for key, series in self._curves.series.items():
                first = self._written.get(key, 0)
                steps = series.axis("step")
                for at in range(first, len(series)):
                    value = tf.constant(series.values[at], tf.float32)
                    tf.summary.write(tag_of(key), value, int(steps[at]), self._scalars)
                self._written[key] = len(series)
        if isinstance(event, EpochDone):
            self._writer.flush()

    def close(self) -> None:
        """Ends writing."""
        self._writer.close()


def read_event_files(path: Path) -> dict[str, list[tuple[int, float]]]:
    """Scalars by tag, (step, value) each, of an event file or of all in a folder.

    A torn last record, as of a run that is under way, is left out.

    Raises:
        FfstudioError: There are none, or one is damaged or no event file.
    """
    files = sorted(path.rglob("*.tfevents.*")) if path.is_dir() else [path]
    scalars: dict[str, list[tuple[int, float]]] = {}
    for file in files:
        damaged = FfstudioError(
            tr("{file} is no event file of TensorBoard, or damaged.", file=file),
            tr("Name another."),
        )
        try:
            for raw in tf.data.TFRecordDataset(str(file)).as_numpy_iterator():
                event = _decode(raw, damaged)
                for value in event.summary.value:
                    number = _scalar_of(value)
                    if number is not None:
                        tag = (
                            value.tag if file.parent == path else f"{file.parent.name}/{value.tag}"
                        )
                        scalars.setdefault(tag, []).append((event.step, number))
        except tf.errors.DataLossError as error:
            if not scalars:
                raise damaged from error
        except tf.errors.OpError as error:
            raise damaged from error
    if not scalars:
        raise FfstudioError(
            tr("{path} holds no curves of TensorBoard.", path=path), tr("Name another folder.")
        )
    return scalars


def _decode(raw: bytes, damaged: FfstudioError) -> Any:
    try:
        return event_pb2.Event.FromString(raw)
    except Exception as error:  # protobuf's own, which TensorFlow hands on under no name
        raise damaged from error


def _scalar_of(value: Any) -> float | None:
    """A summary's number, as TensorFlow 1 and 2 wrote it; None for what is none."""
    if value.HasField("simple_value"):
        return float(value.simple_value)
    if value.HasField("tensor") and not value.tensor.tensor_shape.dim:
        try:
            return float(tf.make_ndarray(value.tensor))
        except (TypeError, ValueError):
            return None
    return None
