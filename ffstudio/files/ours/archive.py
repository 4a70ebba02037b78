"""ffstudio's model files as NumPy arrays.

An ``.h5`` of ours is a Keras whole-model file (Forward-Forward net, else the backprop
net) with one more group, ``ffstudio``: the experiment, history and names as JSON, and
per net everything that decides how its training goes on. A ``.keras`` of ours holds
that same group as the extra member ``ffstudio.h5``. Keras opens both and ignores ours.
What others have saved is read by :mod:`ffstudio.files.foreign`.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn

import h5py
import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import FfstudioError, ModelFileError, explain_reading
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.image_shape import read_shape
from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.images.datasets import find_known_appearance
from ffstudio.core.look.named_weights import bp_snapshot, ff_snapshot, net_title, network_of
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.changes import Mark
from ffstudio.core.run.checkpoint import BestSoFar
from ffstudio.core.run.effort import EFFORTS, efforts_entry, read_efforts
from ffstudio.core.run.events import EpochDone, RunFinished
from ffstudio.core.run.history import (
    AXES,
    IMAGES,
    SAMPLES,
    History,
    Series,
    SeriesKey,
    epoch_row_keys,
    key_entry,
)
from ffstudio.core.run.quantities import QUANTITIES, row_quantities
from ffstudio.core.words import tr
from ffstudio.files.container import check_size, container, damage, open_hdf5, read_member
from ffstudio.files.hdf5 import (
    MOST_BYTES,
    Budget,
    as_weights,
    read_array,
    read_json,
)
from ffstudio.files.ours.notebook import Notebook, is_notebook_file, read_notebook

GROUP = "ffstudio"
MEMBER = "ffstudio.h5"
ARCHIVE_FORMAT = "ffstudio-model"
# 2: every backprop net is an architecture; until then the twin's layers had names of their own.
ARCHIVE_VERSION = 2

State = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True, eq=False)
class Archive:
    """What a model file holds.

    Attributes:
        states: Per algorithm, for going on with training.
        plan: First and last epoch of the plan that was under way.
        writer: Who wrote it, for a reader.
        best, ended: Where early stopping stands, in the folder of a run.
        last_epochs: The newest judgement per algorithm, in the folder of a run.
        finished: How it ended, in the folder of a run.
        judged: Every judgement by algorithm and epoch, in the folder of a run.
        notes: What the file does not say and was taken for granted.
        digest: SHA-256 of the file's content.
    """

    snapshot: ModelSnapshot
    spec: ExperimentSpec
    shape: DataShape
    history: History = field(default_factory=History)
    states: dict[str, dict[str, npt.NDArray[Any]]] = field(default_factory=dict)
    plan: tuple[int, int] | None = None
    writer: str = ""
    best: BestSoFar | None = None
    ended: frozenset[str] = frozenset()
    last_epochs: Mapping[str, EpochDone] = field(default_factory=dict)
    finished: RunFinished | None = None
    judged: dict[tuple[str, int], EpochDone] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    digest: str = field(default="", compare=False)


# --- writing ----------------------------------------------------------------------------


def write_group(
    file: h5py.File,
    spec: ExperimentSpec,
    shape: DataShape,
    states: Mapping[str, State],
    history: History,
    plan: tuple[int, int],
    versions: Mapping[str, str],
) -> None:
    """Adds ffstudio's group to an open HDF5 file.

    Weights that Keras has put into the same file are stored once, under both names.
    """
    group = file.create_group(GROUP)
    about = {
        "format": ARCHIVE_FORMAT,
        "version": ARCHIVE_VERSION,
        "spec": reading.to_dict(spec),
        "history": {
            "series": [key_entry(*item) for item in history.series.items()],
            "marks": [asdict(mark) for mark in history.marks],
            "epochs": history.epochs,
            EFFORTS: efforts_entry(history.efforts),
        },
        "image_shape": list(shape.image_shape),
        "class_names": list(shape.class_names),
        "title": shape.title,
        **({} if shape.appearance is None else {"appearance": shape.appearance.to_dict()}),
        "plan": list(plan),
        "versions": dict(versions),
    }
    group.create_dataset("about", data=np.frombuffer(json.dumps(about).encode(), np.uint8))
    # Curves as numbers: as JSON those of a night's training would outgrow any sane limit.
    curves = group.create_group("series")
    for i, series in enumerate(history.series.values()):
        columns = [*(series.axis(name) for name in AXES), series.values]
        curves.create_dataset(str(i), data=np.stack(columns, axis=1))
    there = _arrays(file.get("model_weights"))
    for algorithm, state in states.items():
        inner = group.create_group(algorithm)
        for name, value in state.items():
            same = there.get(_content(value)) if name.startswith("layer_") else None
            if same is not None:
                inner[name] = same
            else:
                inner.create_dataset(name, data=value)


def _arrays(group: Any) -> dict[tuple[Any, ...], h5py.Dataset]:
    """The data sets of a group of our own making, by content."""
    if group is None:
        return {}
    return {_content(item[()]): item for _, item in _walk_arrays(group)}


def _content(value: npt.NDArray[Any]) -> tuple[Any, ...]:
    return value.shape, value.dtype.str, value.tobytes()


def add_to_zip(archive_file: io.BytesIO, content: bytes) -> None:
    """Adds ffstudio's group, as a file of its own, to a ``.keras`` archive."""
    with zipfile.ZipFile(archive_file, "a") as archive:
        archive.writestr(MEMBER, content)


# --- reading ----------------------------------------------------------------------------


def read_archive(path: str | Path, digest: str = "") -> Archive:
    """Reads a model file of ours; runs nothing in it.

    The file is read once, and what was read is what is checked: it may be exchanged meanwhile.

    Args:
        digest: That of the content which another process has looked at; other content is refused.

    Raises:
        ModelFileError: ffstudio has not saved it, or it is damaged; says what to do.
    """
    path = Path(path)
    check_size(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelFileError(*explain_reading(path.name, error)) from error
    whole_digest = hashlib.sha256(content).hexdigest()
    if digest not in ("", whole_digest):
        raise ModelFileError(
            tr("{path_name} changed while it was being opened.", path_name=path.name),
            tr("Open it again."),
        )
    try:
        return replace(_read(content), digest=whole_digest)
    except FfstudioError as error:
        raise ModelFileError(f"{path.name}: {error.message}", error.advice) from error
    except (MemoryError, RecursionError) as error:
        raise ModelFileError(
            tr("{path_name} asks for too much memory.", path_name=path.name), tr("It is refused.")
        ) from error
    except Exception as error:  # h5py and zipfile raise a dozen kinds on damaged files
        what, advice = damage(error)
        raise ModelFileError(f"{path.name} {what}", advice) from error


def _read(content: bytes) -> Archive:
    kind = container(content)
    if kind == "hdf5":
        with open_hdf5(content) as file:
            if GROUP in file:
                return _ours(file[GROUP], Budget(len(content)))
            if is_notebook_file(file):
                return _of_notebook(read_notebook(file, Budget(len(content))))
    elif kind == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {info.filename: info for info in archive.infolist()}
            if MEMBER in members:
                member = read_member(archive, members[MEMBER], MOST_BYTES)
                with open_hdf5(member) as file:
                    return _ours(file.get(GROUP), Budget(len(member)))
            if is_notebook_file(archive):
                return _of_notebook(read_notebook(archive, Budget(len(content))))
    else:
        raise ModelFileError(
            tr("This is not a model file (neither HDF5 nor a .keras archive)."),
            tr("Choose a file that ffstudio or Keras has saved."),
        )
    raise ModelFileError(
        tr("ffstudio has not saved this file."),
        tr(
            "Open it in the window, or judge it with 'ffstudio evaluate': what others have saved is "
            "read there, in a process of its own."
        ),
    )


def _of_notebook(saved: Notebook) -> Archive:
    spec, shape = saved.spec, saved.shape
    # Which images it goes on with is chosen later, where no known ones suit it.
    built = replace(spec, data=DataSpec())
    for problem in spec_problems(built, shape.num_inputs, shape.num_classes, shape.image_shape):
        raise ModelFileError(problem.spelled_out, tr("Build the net in another way."))
    snapshot = ModelSnapshot(
        ff_snapshot(saved.state, spec, shape),
        None,
        shape.image_shape,
        shape.class_names,
        1,
        0,
        net_title(spec, shape),
    )
    return Archive(
        snapshot,
        spec,
        shape,
        states={"ff": saved.state},
        plan=(0, spec.epochs),
        writer=tr("ffstudio, in a notebook"),
        notes=saved.notes,
    )


def _refuse_damaged(what: str) -> NoReturn:
    raise ModelFileError(tr("The file's {what} is damaged.", what=what), tr("Get a fresh copy."))


def _ours(group: Any, budget: Budget) -> Archive:
    if not isinstance(group, h5py.Group):
        _refuse_damaged("ffstudio part")
    about = read_json(read_array(group.get("about"), budget), "description")
    if not isinstance(about, dict) or about.get("format") != ARCHIVE_FORMAT:
        _refuse_damaged("ffstudio part")
    if not _is_whole(about.get("version")) or about["version"] > ARCHIVE_VERSION:
        raise ModelFileError(
            tr("The file was written by a newer ffstudio."), tr("Update ffstudio.")
        )
    try:
        spec = reading.from_dict(about.get("spec"))
    except FfstudioError as error:
        raise ModelFileError(
            tr("The file's settings cannot be used: {message}", message=error.message),
            tr("Update ffstudio or get a fresh copy."),
        ) from error
    shape = _shape(about)
    if shape.appearance is None:
        shape = replace(shape, appearance=find_known_appearance(spec.data.name, shape))
    for problem in spec_problems(spec, shape.num_inputs, shape.num_classes, shape.image_shape):
        raise ModelFileError(problem.spelled_out, tr("Get a fresh copy."))
    states: dict[str, dict[str, npt.NDArray[Any]]] = {}
    for algorithm in ("ff", "bp"):
        inner = group.get(algorithm)
        if isinstance(inner, h5py.Group):
            states[algorithm] = _state(inner, budget)
    if not states:
        raise ModelFileError(tr("The file holds no network."), tr("Get a fresh copy."))
    ff = ff_snapshot(states["ff"], spec, shape) if "ff" in states else None
    bp = None
    if "bp" in states:
        states["bp"] = backprop_state(states["bp"])
        bp = bp_snapshot(states["bp"], network_of(spec, shape), shape)
    history = _history(about.get("history", {}), group, budget)
    plan = about.get("plan", [0, spec.epochs])
    if not _are_whole(plan, 2) or not 0 <= plan[0] <= plan[1]:
        _refuse_damaged("training plan")
    snapshot = ModelSnapshot(
        ff,
        bp,
        shape.image_shape,
        shape.class_names,
        1,
        history.reached,
        net_title(spec, shape),
        shape.appearance,
    )
    versions = about.get("versions")
    version = versions.get("ffstudio", "") if isinstance(versions, dict) else ""
    writer = f"ffstudio {version}".strip()
    return Archive(snapshot, spec, shape, history, states, (plan[0], plan[1]), writer)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _are_whole(values: Any, count: int) -> bool:
    return isinstance(values, list) and len(values) == count and all(map(_is_whole, values))


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _shape(about: dict[str, Any]) -> DataShape:
    size: Any = about.get("image_shape")
    labels: Any = about.get("class_names")
    try:
        image_shape = read_shape(size)
    except ValueError:
        _refuse_damaged("image size")
    if not isinstance(labels, list) or not all(isinstance(x, str) for x in labels) or not labels:
        _refuse_damaged("list of classes")
    seen = about.get("appearance")  # it has not always been there
    try:
        appearance = None if seen is None else Appearance.from_dict(seen)
    except ValueError:
        _refuse_damaged(tr("description of its pictures"))
    title = str(about.get("title") or "")
    return DataShape(image_shape, tuple(labels), title, appearance)


# --- curves -----------------------------------------------------------------------------


def _history(saved: Any, group: h5py.Group, budget: Budget) -> History:
    if not isinstance(saved, dict):
        _refuse_damaged("history")
    series, marks, epochs = (saved.get(x, []) for x in ("series", "marks", "epochs"))
    if not all(isinstance(x, list) for x in (series, marks, epochs)):
        _refuse_damaged("history")
    history = History()
    for i, entry in enumerate(series):
        if not isinstance(entry, dict):
            _refuse_damaged("history")
        key = _series_key(entry)
        if key.metric not in QUANTITIES:
            continue  # declared in the ffstudio that wrote it: its curve is left out
        if "value" in entry:  # as the first ffstudio wrote them
            columns = [_column(entry.get(x)) for x in (*AXES, "value")]
            if len({len(x) for x in columns}) != 1:
                _refuse_damaged("history")
            rows = np.stack(columns, axis=1)
        else:
            rows = read_array(group.get(f"series/{i}"), budget)
            if rows.ndim != 2 or rows.shape[1] != 4 or rows.dtype.kind != "f":
                _refuse_damaged("history")
        if not np.isfinite(rows[:, :3]).all():
            _refuse_damaged("history")
        curve = history.series.setdefault(key, Series())
        images = entry.get(IMAGES)
        if images is not None and not _is_count(images):
            _refuse_damaged("history")
        curve.images = images
        for row, sample in zip(rows.tolist(), _samples(entry, len(rows)), strict=True):
            step, epoch, seconds, value = row
            curve.append(step, epoch, seconds, value, sample)
    history.marks = [_mark(entry) for entry in marks]
    history.epochs = [_epoch_row(entry, i + 1) for i, entry in enumerate(epochs)]
    try:
        history.set_efforts(read_efforts(saved.get(EFFORTS, {})))
    except ValueError:
        _refuse_damaged("history")
    return history


def _series_key(entry: dict[str, Any]) -> SeriesKey:
    algorithm, metric, layer, dataset = (
        entry.get(x) for x in ("algorithm", "metric", "layer", "dataset")
    )
    if (
        algorithm not in ("ff", "bp")
        or not isinstance(metric, str)
        or dataset not in ("train", "validation", "test")
        or not (layer is None or (_is_whole(layer) and 0 <= layer < 10_000))
    ):
        _refuse_damaged("history")
    return SeriesKey(algorithm, metric, layer, dataset)


def _samples(entry: dict[str, Any], count: int) -> list[int | None]:
    """Of how many images each point of a curve is."""
    samples = entry.get(SAMPLES, [None] * count)
    if not isinstance(samples, list) or len(samples) != count:
        _refuse_damaged("history")
    if not all(x is None or _is_count(x) for x in samples):
        _refuse_damaged("history")
    return samples


def _is_count(value: Any) -> bool:
    return _is_whole(value) and bool(value > 0)


def _column(values: Any) -> npt.NDArray[np.float64]:
    if not isinstance(values, list) or not all(v is None or _is_number(v) for v in values):
        _refuse_damaged("history")
    return np.array([math.nan if v is None else v for v in values], np.float64)


def _mark(entry: Any) -> Mark:
    if not isinstance(entry, dict):
        _refuse_damaged("history")
    at: list[Any] = [entry.get(x) for x in AXES]
    algorithm, label = entry.get("algorithm"), entry.get("text")
    if algorithm not in ("ff", "bp") or not isinstance(label, str):
        _refuse_damaged("history")
    if not all(_is_number(x) and math.isfinite(x) for x in at):
        _refuse_damaged("history")
    layer, name, value = entry.get("layer"), entry.get("name", ""), entry.get("value")
    if not (layer is None or (_is_whole(layer) and 0 <= layer < 10_000)):
        _refuse_damaged("history")
    if not isinstance(name, str) or not (value is None or _is_number(value)):
        _refuse_damaged("history")
    step, epoch, seconds = at
    return Mark(algorithm, label, step, epoch, seconds, layer, name, value)


def _epoch_row(entry: Any, number: int) -> dict[str, Any]:
    if not isinstance(entry, dict) or entry.get("epoch") != number:
        _refuse_damaged("history")
    row, quantities = {name: entry.get(name) for name in epoch_row_keys()}, row_quantities()
    for name, value in row.items():
        algorithm, quantity = quantities.get(name, ("", None))
        if quantity is not None and algorithm in quantity.per_layer:
            legal = value is None or (isinstance(value, list) and all(map(_is_number, value)))
        elif name == "evaluated_on":
            legal = value in ("validation", "test")
        else:
            legal = value is None or _is_number(value)
        if not legal:
            _refuse_damaged("history")
    if SAMPLES in entry:
        samples = entry[SAMPLES]
        if not isinstance(samples, dict) or not samples.keys() <= {"ff", "bp"}:
            _refuse_damaged("history")
        if not all(map(_is_count, samples.values())):
            _refuse_damaged("history")
        row[SAMPLES] = samples
    return row


# --- nets -------------------------------------------------------------------------------


def _walk_arrays(group: h5py.Group) -> Iterator[tuple[str, h5py.Dataset]]:
    """Data sets of a group and its groups; visititems shows one with two names only once."""
    for name in group:
        item = group[name]
        if isinstance(item, h5py.Group):
            for inner, array in _walk_arrays(item):
                yield f"{name}/{inner}", array
        elif isinstance(item, h5py.Dataset):
            yield name, item


def _state(group: h5py.Group, budget: Budget) -> dict[str, npt.NDArray[Any]]:
    state: dict[str, npt.NDArray[Any]] = {}
    for name, item in _walk_arrays(group):
        value = read_array(item, budget)
        state[name] = as_weights(value, name) if name.startswith(("layer_", "read_out/")) else value
    step, rates = state.get("step", np.array(0)), state.get("rates", np.zeros(0))
    if step.shape != () or step.dtype.kind not in "iu" or step < 0:
        _refuse_damaged("step counter")
    if rates.ndim != 1 or rates.dtype.kind != "f" or not (np.isfinite(rates) & (rates >= 0)).all():
        _refuse_damaged("learning rate")
    epochs = state.get("epochs", np.zeros(3, np.int64))
    if epochs.shape != (3,) or epochs.dtype.kind not in "iu" or (epochs < 0).any():
        _refuse_damaged("count of epochs")
    if epochs[1] > step:
        _refuse_damaged("count of epochs")
    return state


def backprop_state(state: Mapping[str, npt.NDArray[Any]]) -> dict[str, npt.NDArray[Any]]:
    """A backprop net's training state under today's names.

    Until version 2 the twin's were ``layer_0/kernel`` and ``layer_0/bias``; a layer's arrays
    are numbered now.
    """
    numbers = {"kernel": "0", "bias": "1"}
    renamed = {}
    for name, value in state.items():
        layer, _, part = name.rpartition("/")
        known = layer.startswith("layer_") and part in numbers
        renamed[f"{layer}/{numbers[part]}" if known else name] = value
    return renamed


def same_states(first: Mapping[str, State], second: Mapping[str, State]) -> bool:
    """True when both hold the same arrays under the same names, bit for bit."""

    def contents(states: Mapping[str, State]) -> dict[str, dict[str, tuple[Any, ...]]]:
        return {a: {n: _content(v) for n, v in state.items()} for a, state in states.items()}

    return contents(first) == contents(second)


def same_nets(first: ModelSnapshot, second: ModelSnapshot) -> bool:
    """True when both hold the same weights, bit for bit."""

    def weights(snapshot: ModelSnapshot) -> list[bytes]:
        arrays: list[npt.NDArray[Any]] = []
        if snapshot.ff is not None:
            layers = [*snapshot.ff.layers, *filter(None, [snapshot.ff.read_out])]
            arrays += [part for layer in layers for part in (layer.kernel, layer.bias)]
            arrays.append(np.array([layer.threshold for layer in layers]))
        if snapshot.bp is not None:
            kept = snapshot.bp.weights
            arrays += [np.asarray(part) for path in sorted(kept) for part in kept[path]]
        return [part.tobytes() for part in arrays]

    return weights(first) == weights(second)
