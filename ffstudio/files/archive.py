"""ffstudio's model files, and plain Keras dense classifiers, as NumPy arrays.

An ``.h5`` of ours is a Keras whole-model file (Forward-Forward net, else the backprop
net) with one more group, ``ffstudio``: the experiment, history and names as JSON, and
per net everything that decides how its training goes on. A ``.keras`` of ours holds
that same group as the extra member ``ffstudio.h5``. Keras opens both and ignores ours.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from ffstudio.core.data import DataShape
from ffstudio.core.errors import FfstudioError, ModelFileError
from ffstudio.core.history import History
from ffstudio.core.snapshot import BPSnapshot, DenseWeights, FFSnapshot, ModelSnapshot
from ffstudio.core.spec import DataSpec, ExperimentSpec, LayerSpec
from ffstudio.files import keras_dense
from ffstudio.files.hdf5 import MOST_BYTES, Budget, check_links, read_array, read_json

GROUP = "ffstudio"
MEMBER = "ffstudio.h5"
FORMAT = "ffstudio-model"
VERSION = 1

HDF5_MAGIC = b"\x89HDF\r\n\x1a\n"
ZIP_MAGIC = b"PK\x03\x04"

State = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Archive:
    """What a model file holds.

    Attributes:
        spec: The experiment, or None for a stranger's file that says too little.
        states: Per algorithm, for going on with training; empty for a stranger's file.
        plan: First and last epoch of the plan that was under way.
        writer: Who wrote it, for a reader.
    """

    snapshot: ModelSnapshot
    spec: ExperimentSpec | None
    shape: DataShape
    history: History = field(default_factory=History)
    states: dict[str, dict[str, npt.NDArray[Any]]] = field(default_factory=dict)
    plan: tuple[int, int] | None = None
    writer: str = ""


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
    """Adds ffstudio's group to an open HDF5 file."""
    group = file.create_group(GROUP)
    about = {
        "format": FORMAT,
        "version": VERSION,
        "spec": spec.to_dict(),
        "history": history.to_dict(),
        "image_shape": list(shape.image_shape),
        "class_names": list(shape.class_names),
        "title": shape.title,
        "plan": list(plan),
        "versions": dict(versions),
    }
    group.create_dataset("about", data=np.frombuffer(json.dumps(about).encode(), np.uint8))
    for algorithm, state in states.items():
        inner = group.create_group(algorithm)
        for name, value in state.items():
            inner.create_dataset(name, data=value)


def add_to_zip(path: Path, content: bytes) -> None:
    """Adds ffstudio's group, as a file of its own, to a ``.keras`` archive."""
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(MEMBER, content)


# --- reading ----------------------------------------------------------------------------


def read_archive(path: str | Path) -> Archive:
    """Reads a model file of ours, or a stranger's dense classifier; runs nothing in it.

    Raises:
        ModelFileError: What is wrong with the file and what to do, in one sentence each.
    """
    path = Path(path)
    try:
        return _read(path)
    except FfstudioError as error:
        if isinstance(error, ModelFileError):
            raise ModelFileError(f"{path.name}: {error.message}", error.advice) from None
        raise ModelFileError(f"{path.name}: {error.message}", error.advice) from error
    except (MemoryError, RecursionError) as error:
        raise ModelFileError(f"{path.name} asks for too much memory.", "It is refused.") from error
    except Exception as error:  # h5py and zipfile raise a dozen kinds on damaged files
        raise ModelFileError(
            f"{path.name} is damaged ({type(error).__name__}: {error}).", "Get a fresh copy."
        ) from error


def _read(path: Path) -> Archive:
    if path.is_dir():
        raise ModelFileError("This is a folder.", "Choose a file.")
    if not path.exists():
        raise ModelFileError("There is no such file.", "Choose another file.")
    size = path.stat().st_size
    if size == 0:
        raise ModelFileError("The file is empty.", "Get a fresh copy.")
    with path.open("rb") as stream:
        magic = stream.read(8)
    if magic == HDF5_MAGIC:
        with h5py.File(path, "r") as file:
            check_links(file)
            if GROUP in file:
                return _ours(file[GROUP], Budget(size))
            return _legacy(file, Budget(size), path.stem)
    if magic[:4] == ZIP_MAGIC:
        return _zipped(path, size)
    raise ModelFileError(
        "This is not a model file (neither HDF5 nor a .keras archive).",
        "Choose a file that ffstudio or Keras has saved.",
    )


def _zipped(path: Path, size: int) -> Archive:
    with zipfile.ZipFile(path) as archive:
        members = {info.filename: info for info in archive.infolist()}
        if MEMBER in members:
            with h5py.File(io.BytesIO(_member(archive, members[MEMBER], size)), "r") as file:
                check_links(file)
                return _ours(file[GROUP], Budget(size))
        for needed in ("config.json", "model.weights.h5"):
            if needed not in members:
                raise ModelFileError(
                    f"This archive holds no {needed}.", "Choose a file that Keras has saved."
                )
        config = read_json(_member(archive, members["config.json"], size), "configuration")
        layers, declared = keras_dense.dense_layers(config)
        weights = io.BytesIO(_member(archive, members["model.weights.h5"], size))
        with h5py.File(weights, "r") as file:
            check_links(file)
            net = keras_dense.native_weights(file, layers, Budget(size))
    return _strangers(net, declared, path.stem, "Keras 3")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, size: int) -> bytes:
    if info.file_size > min(MOST_BYTES, 1000 * size):
        raise ModelFileError(f"{info.filename} unpacks to too much.", "The archive is refused.")
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise ModelFileError(f"{info.filename} is not as large as it says.", "Get a fresh copy.")
    return data


def _legacy(file: h5py.File, budget: Budget, title: str) -> Archive:
    if "model_config" not in file.attrs:
        if "layer_names" in file.attrs or "layers" in file or "model_weights" in file:
            raise ModelFileError(
                "The file holds weights only, no network.",
                "Save the whole model with model.save(…).",
            )
        raise ModelFileError("This HDF5 file holds no Keras model.", "Choose another file.")
    layers, declared = keras_dense.dense_layers(
        read_json(file.attrs["model_config"], "configuration")
    )
    weights = file.get("model_weights")
    if not isinstance(weights, h5py.Group):
        raise ModelFileError("The file holds no weights.", "Save the whole model again.")
    net = keras_dense.legacy_weights(weights, layers, budget)
    version = file.attrs.get("keras_version", b"")
    text = version.decode() if isinstance(version, bytes) else str(version)
    return _strangers(net, declared, title, f"Keras {text}".strip())


def _strangers(net: BPSnapshot, declared: tuple[int, ...], title: str, writer: str) -> Archive:
    if not all(np.isfinite(layer.kernel).all() for layer in net.layers):
        raise ModelFileError("The network's weights are not finite.", "Get another copy.")
    shape = keras_dense.guess_shape(net, declared, title)
    snapshot = ModelSnapshot(None, net, shape.image_shape, shape.class_names, 1, 0.0, title)
    hidden = net.layers[:-1]
    spec = None
    if hidden:
        layers = tuple(LayerSpec(units=x.units, activation=x.activation) for x in hidden)
        spec = ExperimentSpec(title, algorithms="bp", layers=layers, data=DataSpec("mnist"))
    states = {
        "bp": {
            f"layer_{i}/{part}": getattr(layer, part)
            for i, layer in enumerate(net.layers)
            for part in ("kernel", "bias")
        }
    }
    return Archive(snapshot, spec, shape, states=states if spec else {}, writer=writer)


def _ours(group: Any, budget: Budget) -> Archive:
    about = read_json(read_array(group.get("about"), budget), "description")
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise ModelFileError("The file's ffstudio part is damaged.", "Get a fresh copy.")
    if not isinstance(about.get("version"), int) or about["version"] > VERSION:
        raise ModelFileError("The file was written by a newer ffstudio.", "Update ffstudio.")
    spec = ExperimentSpec.from_dict(about["spec"])
    height, width = (int(n) for n in about["image_shape"])
    shape = DataShape((height, width), tuple(map(str, about["class_names"])), str(about["title"]))
    states: dict[str, dict[str, npt.NDArray[Any]]] = {}
    for algorithm in ("ff", "bp"):
        inner = group.get(algorithm)
        if isinstance(inner, h5py.Group):
            states[algorithm] = _state(inner, budget)
    ff = _ff_snapshot(states["ff"], spec, shape) if "ff" in states else None
    bp = _bp_snapshot(states["bp"], spec, shape) if "bp" in states else None
    if ff is None and bp is None:
        raise ModelFileError("The file holds no network.", "Get a fresh copy.")
    history = History.from_dict(about.get("history", {}))
    plan = tuple(int(n) for n in about.get("plan", (0, spec.epochs)))
    widths = "-".join(str(n) for n in (height * width, *(x.units for x in spec.layers)))
    snapshot = ModelSnapshot(
        ff,
        bp,
        shape.image_shape,
        shape.class_names,
        1,
        float(len(history.epochs)),
        f"{shape.title} {widths}".strip(),
    )
    writer = f"ffstudio {about.get('versions', {}).get('ffstudio', '')}".strip()
    return Archive(snapshot, spec, shape, history, states, (plan[0], plan[1]), writer)


def _state(group: h5py.Group, budget: Budget) -> dict[str, npt.NDArray[Any]]:
    found: dict[str, npt.NDArray[Any]] = {}

    def take(name: str, item: Any) -> None:
        if isinstance(item, h5py.Dataset):
            found[name] = read_array(item, budget)

    group.visititems(take)
    return found


def _dense(state: State, index: int, inputs: int, units: int, activation: str) -> DenseWeights:
    try:
        kernel, bias = state[f"layer_{index}/kernel"], state[f"layer_{index}/bias"]
    except KeyError as error:
        raise ModelFileError(f"The file lacks {error}.", "It may be damaged.") from None
    if kernel.shape != (inputs, units) or bias.shape != (units,):
        raise ModelFileError(
            f"Layer {index + 1} has weights of shape {kernel.shape}, expected {(inputs, units)}.",
            "The file may be damaged.",
        )
    if not (np.isfinite(kernel).all() and np.isfinite(bias).all()):
        raise ModelFileError(f"The weights of layer {index + 1} are not finite.", "Train it anew.")
    threshold = float(state.get(f"layer_{index}/threshold", np.array(0.0)))
    return DenseWeights(kernel.astype(np.float32), bias.astype(np.float32), activation, threshold)


def _ff_snapshot(state: State, spec: ExperimentSpec, shape: DataShape) -> FFSnapshot:
    inputs = shape.num_inputs
    if spec.ff.label_embedding == "append":
        inputs += shape.num_classes
    layers = []
    for i, layer in enumerate(spec.layers):
        layers.append(_dense(state, i, inputs, layer.units, layer.activation))
        inputs = layer.units
    ff = spec.ff
    return FFSnapshot(
        tuple(layers),
        shape.num_classes,
        ff.goodness,
        ff.normalisation,
        ff.label_embedding,
        ff.label_amplitude,
        ff.skip_first_layer,
    )


def _bp_snapshot(state: State, spec: ExperimentSpec, shape: DataShape) -> BPSnapshot:
    inputs = shape.num_inputs
    layers = []
    for i, layer in enumerate(spec.layers):
        layers.append(_dense(state, i, inputs, layer.units, layer.activation))
        inputs = layer.units
    layers.append(_dense(state, len(spec.layers), inputs, shape.num_classes, "softmax"))
    return BPSnapshot(tuple(layers))


def same_nets(first: ModelSnapshot, second: ModelSnapshot) -> bool:
    """True when both hold the same weights, bit for bit."""

    def weights(snapshot: ModelSnapshot) -> list[bytes]:
        nets = [n for n in (snapshot.ff, snapshot.bp) if n is not None]
        return [part.tobytes() for net in nets for x in net.layers for part in (x.kernel, x.bias)]

    return weights(first) == weights(second)
