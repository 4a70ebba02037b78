"""Models from one format into another: rewritten, read back, compared, then put in place."""

from __future__ import annotations

import importlib.util
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import h5py
import keras
import numpy as np
import numpy.typing as npt

# keras.Model.save writes to a path only; these are what it calls.
from keras.src.legacy.saving.legacy_h5_format import save_model_to_hdf5
from keras.src.saving.saving_lib import save_model as save_model_to_zip

from ffstudio.core import forward
from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture, Layer, flow
from ffstudio.core.describe.preprocessing import Preprocessing, sizes_for
from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import FfstudioError, ModelFileError
from ffstudio.core.experiment.stack import initial_weights
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.engine.strangers.build import build, revived
from ffstudio.engine.strangers.opened import weights_of
from ffstudio.engine.strangers.trials import best_of, clothes, digits
from ffstudio.files.foreign import examine, sandbox
from ffstudio.files.foreign.examine import PREPROCESSING, PREPROCESSING_MEMBER
from ffstudio.files.foreign.optimizer_state import OptimizerState
from ffstudio.files.formats import npz_model, numpy_cnn
from ffstudio.files.ours.archive import read_archive

Weights = Mapping[str, Sequence[npt.NDArray[Any]]]

# Name of a format → endings that stand for it; the longest that fits counts.
FORMATS: dict[str, tuple[str, ...]] = {
    "keras": (".keras",),
    "h5": (".h5", ".hdf5"),
    "weights": (".weights.h5",),
    "numpy-cnn": (".numpy.h5",),
    "npz": (".npz",),
    "onnx": (".onnx",),
    "tflite": (".tflite",),
}

_CLOSE = 1e-4

# Activations and layers that are saved under a name of ours.
_OURS_ALONE = {
    "LocallyConnected1D": "LocallyConnected1D",
    "LocallyConnected2D": "LocallyConnected2D",
    "gelu_tanh": "GELU by its tanh formula",
    "hard_sigmoid_2": "hard sigmoid of slope 0.2",
}


@dataclass(frozen=True)
class Model:
    """What is written: a net and what is known of it.

    Attributes:
        weights: Per path of a layer its arrays in Keras 3's order.
        preprocessing: How it wants its images, or None.
        optimizer: Goes along into whole Keras files.
    """

    network: Architecture
    weights: Weights
    preprocessing: Preprocessing | None = None
    optimizer: OptimizerState | None = None
    learning_rate: float = 0.01


@dataclass(frozen=True)
class Converted:
    """A file that was written.

    Attributes:
        notes: What a user should know, a sentence each.
    """

    path: Path
    format: str
    size: int
    notes: tuple[str, ...] = ()


def format_of(path: str | Path, asked: str | None = None) -> str:
    """The format that a name, or ``asked``, stands for.

    Raises:
        ModelFileError: There is no such format.
    """
    if asked is not None:
        if asked not in FORMATS:
            raise ModelFileError(
                f"There is no format {asked!r}.", f"Known are {', '.join(FORMATS)}."
            )
        return asked
    name = Path(path).name.lower()
    fits = [(len(e), f) for f, endings in FORMATS.items() for e in endings if name.endswith(e)]
    if not fits:
        endings = ", ".join(e for found in FORMATS.values() for e in found)
        raise ModelFileError(
            f"{Path(path).name} ends in nothing that says which format it is.",
            f"Let the name end in one of {endings}.",
        )
    return max(fits)[1]


def convert(source: str | Path, target: str | Path, asked: str | None = None) -> Converted:
    """Reads any model and writes it in the format of ``target``.

    Args:
        asked: Name of a format, where the ending does not say it.

    Raises:
        ModelFileError: The source is refused, or the format cannot hold the net.
    """
    source, target = Path(source), Path(target)
    name = format_of(target, asked)
    if target.exists() and source.exists() and target.samefile(source):
        raise ModelFileError(f"{source.name} would be written over itself.", "Choose another name.")
    return write_model(_model(source), target, name)


def _model(source: Path) -> Model:
    """The net of any file: a stranger's, or the backprop net of ours."""
    found = sandbox.examine(source)
    card = found.card
    if card.kind == cards.OURS and card.status != cards.REFUSED:
        return _of_ours(source)
    if not found.candidates:
        reasons = " ".join(card.refused) or "No network can be made of it."
        raise ModelFileError(f"{card.file}: {reasons}", card.advice)
    loaded, _ = best_of(found, digits(), clothes())
    same = [i for i, c in enumerate(found.candidates) if c.network == loaded.network]
    weights = weights_of(loaded, found, same[0] if same else 0)
    rate = card.training.get("learning_rate")
    return Model(
        loaded.network,
        weights,
        loaded.trials[0].preprocessing if loaded.trials else None,
        loaded.optimizer,
        float(rate) if isinstance(rate, (int, float)) else 0.01,
    )


def _of_ours(source: Path) -> Model:
    archive = read_archive(source)
    if archive.snapshot.bp is None or archive.spec is None:
        raise ModelFileError(
            f"{source.name} holds a Forward-Forward net alone, which no other format has a place "
            "for.",
            "Train its backprop twin too; Keras opens the file as it is once ffstudio is imported.",
        )
    rate = archive.spec.bp.learning_rate
    return replace(of_snapshot(archive.snapshot.bp), learning_rate=rate)


def of_snapshot(net: NetworkSnapshot) -> Model:
    """A backprop net as the studio shows it."""
    architecture = net.network.architecture
    way = net.network.preprocessing or _plain_images(architecture, net.image_shape)
    return Model(architecture, net.weights, way)


def _plain_images(network: Architecture, size: tuple[int, int]) -> Preprocessing | None:
    """Grey values 0–1 in the shape of the net's input; None for images that are not grey."""
    shape = flow(network).shapes[network.inputs[0]]
    closed = tuple(n or 0 for n in shape)
    if (closed, size) not in sizes_for(shape):
        return None
    return Preprocessing("0–1", closed, size)


# --- writing ----------------------------------------------------------------------------


def write_model(model: Model, target: str | Path, name: str | None = None) -> Converted:
    """Writes a net, reads it back, compares, and only then puts it in its place.

    Args:
        name: A key of ``FORMATS``; by default what the ending says.

    Raises:
        ModelFileError: The format cannot hold the net, something that the format needs is not
            installed, or the file cannot be written.
    """
    target = Path(target)
    name = format_of(target, name)
    if not target.parent.is_dir():
        raise ModelFileError(f"There is no folder {target.parent}.", "Choose another place.")
    notes: list[str] = []
    content = _WRITERS[name](model, notes)

    def check(temporary: Path) -> None:
        if not _same(model, temporary, name, notes):
            raise ModelFileError("The file does not read back as it was written.", "Try again.")

    try:
        write_atomically(target, lambda path: path.write_bytes(content), check)
        if name in ("onnx", "tflite", "weights") and model.preprocessing is not None:
            beside = target.with_name(f"{target.name}.preprocessing.json")
            text = json.dumps(model.preprocessing.to_dict(), ensure_ascii=False, indent=2)
            write_atomically(beside, lambda path: path.write_bytes(text.encode()))
            notes.append(f"How it wants its images is in {beside.name}.")
    except OSError as error:
        raise ModelFileError(
            f"{target} cannot be written ({error.strerror or error}).",
            "Choose another place or make room.",
        ) from error
    if model.preprocessing is not None:
        notes.append(f"It wants its images as {model.preprocessing.text()}.")
    return Converted(target, name, target.stat().st_size, tuple(notes))


def _keras_model(model: Model, notes: list[str]) -> keras.Model:
    network, weights = plain(model.network, model.weights)
    left = [name for name in _OURS_ALONE if f'"{name}"' in json.dumps(network.to_dict())]
    if left:
        notes.append(
            f"Plain Keras has no {' and no '.join(map(_OURS_ALONE.__getitem__, left))}: import "
            "ffstudio.engine before you load the file."
        )
    made = build(network, weights)
    if model.optimizer is not None:
        try:
            made.compile(optimizer=revived(made, model.optimizer))
        except (FfstudioError, ValueError) as error:
            notes.append(f"Its optimizer was left out: {error}")
    return made


def _h5(model: Model, notes: list[str]) -> bytes:
    memory = io.BytesIO()
    made = _keras_model(model, notes)
    with h5py.File(memory, "w") as file:
        save_model_to_hdf5(
            made, file, include_optimizer=getattr(made, "optimizer", None) is not None
        )
        _keep(file, model.preprocessing)
    return memory.getvalue()


def _keep(file: h5py.File, way: Preprocessing | None) -> None:
    if way is not None:
        file.attrs[PREPROCESSING] = json.dumps(way.to_dict())


def _keras(model: Model, notes: list[str]) -> bytes:
    memory = io.BytesIO()
    save_model_to_zip(_keras_model(model, notes), memory)
    if model.preprocessing is not None:
        with zipfile.ZipFile(memory, "a") as archive:
            archive.writestr(PREPROCESSING_MEMBER, json.dumps(model.preprocessing.to_dict()))
    return memory.getvalue()


def _weights(model: Model, notes: list[str]) -> bytes:
    made = _keras_model(replace(model, optimizer=None), notes)
    return _through_file(lambda path: made.save_weights(path), "net.weights.h5")


def _through_file(write: Callable[[str], object], name: str) -> bytes:
    """The content of what can be written to a path only."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(str(path))
        return path.read_bytes()


def _numpy_cnn(model: Model, notes: list[str]) -> bytes:
    memory = io.BytesIO()
    with h5py.File(memory, "w") as file:
        numpy_cnn.write(file, model.network, model.weights, model.learning_rate)
        _keep(file, model.preprocessing)
    return memory.getvalue()


def _npz(model: Model, notes: list[str]) -> bytes:
    way = model.preprocessing
    about = {"preprocessing": None if way is None else way.to_dict()}
    return npz_model.written(model.network, model.weights, about)


def _onnx(model: Model, notes: list[str]) -> bytes:
    missing = [name for name in ("tf2onnx", "onnx") if importlib.util.find_spec(name) is None]
    if missing:
        raise ModelFileError(
            f"ONNX files need {' and '.join(missing)}, which "
            f"{'is' if len(missing) == 1 else 'are'} not installed.",
            'Install the extra: pip install "ffstudio[onnx]".',
        )
    return _exported(model, "onnx", "net.onnx")


def _tflite(model: Model, notes: list[str]) -> bytes:
    return _exported(model, "litert", "net.tflite")


def _exported(model: Model, name: str, file: str) -> bytes:
    made = _keras_model(replace(model, optimizer=None), [])  # no need of plain Keras later
    zeros = [np.zeros((1, *(n or 28 for n in x.shape[1:])), np.float32) for x in made.inputs]
    made(zeros[0] if len(zeros) == 1 else zeros)  # the exporter wants a model that was called
    try:
        return _through_file(lambda path: made.export(path, format=name, verbose=False), file)
    except Exception as error:  # the exporters raise all kinds
        words = " ".join(str(error).split())[:200]
        raise ModelFileError(
            f"Keras cannot export this net to {name}: {words}", "Save it as .keras."
        ) from error


_WRITERS: dict[str, Callable[[Model, list[str]], bytes]] = {
    "keras": _keras,
    "h5": _h5,
    "weights": _weights,
    "numpy-cnn": _numpy_cnn,
    "npz": _npz,
    "onnx": _onnx,
    "tflite": _tflite,
}


# --- reading back -----------------------------------------------------------------------


def _same(model: Model, path: Path, name: str, notes: list[str]) -> bool:
    """True when the file's net says the same of random images."""
    shapes = flow(model.network).shapes
    rng = np.random.default_rng(0)
    given = [
        rng.random((4, *(28 if n is None else n for n in shapes[port])), np.float32)
        for port in model.network.inputs
    ]
    x: Any = given[0] if len(given) == 1 else given
    expected = forward.predict(model.network, model.weights, x)
    if name in ("onnx", "tflite"):
        found = _run_exported(path, name, given, notes)
        return found is None or _close(found, expected)
    if name == "weights":
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "net.weights.h5"  # Keras insists on the ending
            copy.write_bytes(path.read_bytes())
            drawn = initial_weights(model.network, 0)
            made = build(*plain(model.network, {**model.weights, **drawn}))
            made.load_weights(copy)
        return _close(np.asarray(made(x, training=False)), expected)
    read = examine.examine(path)
    if not read.candidates or read.kept != model.preprocessing:
        return False
    one = read.candidates[0]
    return _close(forward.predict(one.network, one.weights, x), expected)


def _close(found: npt.NDArray[Any], expected: npt.NDArray[Any]) -> bool:
    scale = max(float(np.abs(expected).max()), 1.0)
    return found.shape == expected.shape and bool(
        np.allclose(found, expected, rtol=0, atol=_CLOSE * scale)
    )


def _run_exported(
    path: Path, name: str, given: Sequence[npt.NDArray[Any]], notes: list[str]
) -> npt.NDArray[Any] | None:
    """What a runtime of that format says; None where none can run it, with a note."""
    if name == "onnx":
        if importlib.util.find_spec("onnxruntime") is None:
            notes.append("It was not run to compare: onnxruntime is not installed.")
            return None
        import onnxruntime

        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        feeds = {i.name: x for i, x in zip(session.get_inputs(), given, strict=True)}
        return np.asarray(session.run(None, feeds)[0])
    import warnings

    import tensorflow as tf

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        runtime = tf.lite.Interpreter(str(path))
        entries = runtime.get_input_details()
        try:
            for entry, x in zip(entries, given, strict=True):
                runtime.resize_tensor_input(entry["index"], x.shape)
            runtime.allocate_tensors()
        except (RuntimeError, ValueError):
            notes.append(
                "Some of its layers need TensorFlow's own operations (the Flex delegate), so it "
                "was not run to compare."
            )
            return None
        for entry, x in zip(entries, given, strict=True):
            runtime.set_tensor(entry["index"], x)
        runtime.invoke()
        return np.asarray(runtime.get_tensor(runtime.get_output_details()[0]["index"]))


# --- in plain Keras' words ----------------------------------------------------------------

# Keras 1's and 2's hard sigmoid is Keras 3's of 1.2 times the sum: 0.2·x = 1.2·x / 6.
_STEEPER = np.float32(1.2)
_GATES = {"LSTM": (0, 1, 3), "GRU": (0, 1)}


def plain(
    network: Architecture, weights: Weights, path: str = ""
) -> tuple[Architecture, dict[str, Sequence[npt.NDArray[Any]]]]:
    """The same net without activations that only ffstudio knows, as far as that is possible.

    Weights in front of an old hard sigmoid are scaled, so that today's gives the same.
    """
    found = dict(weights)
    layers = []
    for layer in network.layers:
        here = f"{path}/{layer.name}" if path else layer.name
        if isinstance(layer.inner, Architecture):
            inner, found = plain(layer.inner, found, here)
            layers.append(replace(layer, inner=inner))
            continue
        if isinstance(layer.inner, Layer):
            ends = ("forward", "backward") if layer.kind == "Bidirectional" else ("layer",)
            inside = layer.inner
            for end in ends:
                inside, arrays = _plain_layer(layer.inner, found.get(f"{here}/{end}", ()))
                if arrays:
                    found[f"{here}/{end}"] = arrays
            layers.append(replace(layer, inner=inside))
            continue
        made, arrays = _plain_layer(layer, found.get(here, ()))
        if arrays:
            found[here] = arrays
        layers.append(made)
    return replace(network, layers=tuple(layers)), found


def _plain_layer(
    layer: Layer, arrays: Sequence[npt.NDArray[Any]]
) -> tuple[Layer, Sequence[npt.NDArray[Any]]]:
    settings = dict(layer.settings)
    gates = _GATES.get(layer.kind)
    if gates is not None and settings.get("recurrent_activation") == "hard_sigmoid_2":
        settings["recurrent_activation"] = "hard_sigmoid"
        arrays = [_scaled_gates(a, settings["units"], gates) for a in arrays]
    linear = layer.kind == "Dense" or (layer.kind.startswith("Conv") and layer.kind[-1] == "D")
    if linear and settings.get("activation") == "hard_sigmoid_2":
        settings["activation"] = "hard_sigmoid"
        arrays = [np.asarray(a) * _STEEPER for a in arrays]
    return replace(layer, settings=settings), arrays


def _scaled_gates(array: npt.NDArray[Any], units: int, gates: Sequence[int]) -> npt.NDArray[Any]:
    made = np.array(array, copy=True)
    for gate in gates:
        made[..., gate * units : (gate + 1) * units] *= _STEEPER
    return made
