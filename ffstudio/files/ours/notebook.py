"""Forward-Forward nets that a notebook saved with Keras' ``net.save``, as an archive of ours.

Such a file has the net and its optimizer, but no experiment: that is put together from what the
net was built and compiled with, and what is missing is said in :attr:`Notebook.notes`. Nothing in
it is deserialised.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NoReturn

import h5py
import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError, SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.sizes import shortcuts_of
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import KINDS
from ffstudio.core.image_shape import (
    ImageShape,
    count_numbers,
    is_coloured,
    read_shape,
    shape_text,
)
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.mathematics import GOODNESS, NEGATIVES
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr
from ffstudio.files.container import open_hdf5, read_member
from ffstudio.files.hdf5 import (
    MOST_BYTES,
    Budget,
    as_weights,
    names,
    read_array,
    read_attribute,
    read_json,
)

State = dict[str, npt.NDArray[Any]]

CONFIG, WEIGHTS = "config.json", "model.weights.h5"
PACKAGE = "ffstudio>"
# Class → the kind of net it is, where its settings do not say so.
_CLASSES = {
    "ForwardForwardNet": "labels",
    "ForwardForward": "labels",
    "ClassForwardForward": "classes",
    "ProjectedForwardForward": "projections",
    "PrototypeForwardForward": "prototypes",
    "UnsupervisedForwardForward": "images",
    "SelfContrastiveForwardForward": "pairs",
    "RecurrentForwardForward": "frames",
}
# Kind of layer → under which name Keras' archive numbers its weights.
_MEMBERS = {"dense": "ff_dense", "conv": "ff_conv2d", "local": "ff_local2d"}
# What a convolution's settings are where a file does not say them.
_OF_CONVOLUTIONS = {
    "kernel_size": 3, "pooling": "none", "stride": 1, "padding": "same", "groups": 1,
}  # fmt: skip
# Kind of layer → which of them it has.
_OWN = {"conv": tuple(_OF_CONVOLUTIONS), "local": ("kernel_size", "stride")}
# Keras' class → name in experiments, and how many moments it keeps of a weight.
_OPTIMIZERS = {"Adam": ("adam", 2), "RMSprop": ("rmsprop", 1), "Adagrad": ("adagrad", 1)}


@dataclass(frozen=True, eq=False)
class Notebook:
    """What such a file holds.

    Attributes:
        state: Of the Forward-Forward net, by the names of a training state.
        notes: What the file does not say, and what of it has no place in an experiment.
    """

    spec: ExperimentSpec
    shape: DataShape
    state: State
    notes: tuple[str, ...]


def is_notebook_file(opened: h5py.File | zipfile.ZipFile) -> bool:
    """True for a Keras file whose model is one of ours."""
    try:
        config = _model_config(opened)
    except ModelFileError:
        return False
    return _class_of(config) in _CLASSES


def read_notebook(opened: h5py.File | zipfile.ZipFile, budget: Budget) -> Notebook:
    """The net in it.

    Raises:
        ModelFileError: Something is missing, damaged, or has no place in an experiment.
    """
    saved = _model_config(opened)
    config = saved.get("config")
    if not isinstance(config, dict):
        _refuse("model configuration")
    compiled = saved.get("compile_config")
    learnt = dict(config.get("learnt_by") or {})
    optimizer: Any = None
    if isinstance(compiled, dict):
        learnt |= compiled
        optimizer = compiled.get("optimizer")
    if isinstance(opened, h5py.File) and "training_config" in opened.attrs:
        training = read_json(read_attribute(opened, "training_config"), "training configuration")
        optimizer = training.get("optimizer_config") if isinstance(training, dict) else None
    kind = str(config.get("supervision") or _CLASSES[_class_of(saved)])
    config = {**config, "supervision": kind}
    notes: list[str] = []
    try:
        spec, shape = _experiment(kind, config, learnt, optimizer, notes)
        shortcuts = shortcuts_of(spec, shape.image_shape)
    except SpecError as error:
        raise ModelFileError(
            tr(
                "This Forward-Forward net of a notebook has what the studio's experiments have not: "
                "{what}",
                what=error.message,
            ),
            tr("Keras opens it after 'from ffstudio import engine'."),
        ) from error
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ModelFileError(
            tr("The file's model configuration is damaged."), tr("Save the net again.")
        ) from error
    config["shortcuts"] = [beside is not None and bool(beside.kernel) for beside in shortcuts]
    if isinstance(opened, h5py.File):
        state, moments = _weights_of_h5(opened, config, budget)
    else:
        member = read_member(opened, opened.getinfo(WEIGHTS), MOST_BYTES)
        with open_hdf5(member) as weights:
            state, moments = _weights_of_archive(weights, config, Budget(len(member)))
    whole = bool(config.get("trainable", True))
    learns = [whole and bool(layer.get("trainable", True)) for layer in config["layers"]]
    state |= _moments(spec, config, learns, optimizer, moments, notes)
    if not spec.ff.peer:
        state = {name: v for name, v in state.items() if not name.endswith("/mean_activity")}
    if not all(learns):
        notes.append(tr("Some layers were not trainable; in the studio all of them learn."))
    return Notebook(spec, shape, state, tuple(notes))


def _refuse(what: str) -> NoReturn:
    raise ModelFileError(tr("The file's {what} is damaged.", what=what), tr("Save the net again."))


def _model_config(opened: h5py.File | zipfile.ZipFile) -> dict[str, Any]:
    if isinstance(opened, h5py.File):
        if "model_config" not in opened.attrs:
            return {}
        saved = read_json(read_attribute(opened, "model_config"), "model configuration")
    else:
        listed = {info.filename: info for info in opened.infolist()}
        if CONFIG not in listed or WEIGHTS not in listed:
            return {}
        saved = read_json(read_member(opened, listed[CONFIG], 64 * 2**20), "model configuration")
    return saved if isinstance(saved, dict) else {}


def _class_of(config: Mapping[str, Any]) -> str:
    """The class's name; that of an ``.h5`` stands without its package."""
    name = str(config.get("registered_name") or config.get("class_name") or "")
    if name.startswith(PACKAGE):
        return name.removeprefix(PACKAGE)
    # A stranger's class may have the same name; ours alone is built from these two.
    inner = config.get("config")
    is_ours = isinstance(inner, dict) and {"num_inputs", "label_embedding"} <= inner.keys()
    return name if is_ours and "registered_name" not in config else ""


# --- the experiment ------------------------------------------------------------------------


def _experiment(
    kind: str, config: dict[str, Any], learnt: dict[str, Any], optimizer: Any, notes: list[str]
) -> tuple[ExperimentSpec, DataShape]:
    if kind not in KINDS or kind not in _CLASSES.values():
        raise ModelFileError(
            tr("The net is of a kind {kind} that this ffstudio does not know.", kind=repr(kind)),
            tr("Update ffstudio."),
        )
    layers = config["layers"]
    usual = KINDS[kind].usual_goodness
    shared: dict[str, Any] = {}
    for name, default in (
        ("goodness", usual),
        ("normalisation", "rms"),
        ("comparison", "none"),
    ):
        values = {layer.get(name, default) for layer in layers}
        if len(values) > 1:
            raise ModelFileError(
                tr(
                    "The layers differ in {name}; an experiment has one for all layers.",
                    name=name,
                ),
                tr("Build the net with the same one in each layer."),
            )
        shared[name] = values.pop()
    step: dict[str, Any] = _optimizer(optimizer, notes)
    loss = learnt.get("loss") or "symmetric"
    dropout = float(learnt.get("dropout") or 0.0)
    listed = [
        {
            "kind": layer.get("kind", "dense"),
            "units": layer["units"],
            "activation": layer.get("activation", "relu"),
            "threshold": float(layer.get("threshold", 1.0)),
            "loss": loss,
            "batch_norm": bool(layer.get("batch_norm", False)),
            "skip": int(layer.get("skip", 0)),
            "dropout": dropout if i + 1 < len(layers) else 0.0,
            **step,
            **{
                name: layer.get(name, default)
                for name, default in _OF_CONVOLUTIONS.items()
                if name in _OWN.get(layer.get("kind", "dense"), ())
            },
        }
        for i, layer in enumerate(layers)
    ]
    ff: dict[str, Any] = {
        **shared,
        "sharpness": float(learnt.get("sharpness", 10.0)),
        "negatives": learnt.get("negatives") or KINDS[kind].usual_negatives,
        "peer": float(learnt.get("peer") or 0.0),
        "collaboration": learnt.get("collaboration") or "none",
        "collaboration_strength": float(learnt.get("collaboration_strength", 1.0)),
        "class_loss": learnt.get("class_loss") or "cross_entropy",
        "dropout_mask": learnt.get("dropout_mask") or "separate",
        "feedback": kind == "frames",
        "rate_schedule": "constant",
        "read_out": bool(config.get("read_out", False)),
    }
    usual_settings: dict[str, Any] = {
        "label_embedding": "replace",
        "label_amplitude": "one",
        "label_scale": 1.0,
        "label_repeats": 1,
        "votes": "all",
        "frames": 8,
        "read_layers": "2-",
    }
    if config.get("first_voting_layer", 1) != 1:  # of an older ffstudio
        usual_settings["votes"] = f"{int(config['first_voting_layer'])}-"
    ff |= {name: config.get(name, value) for name, value in usual_settings.items()}
    if NEGATIVES[KINDS[kind].usual_negatives].images:
        ff["negatives"] = KINDS[kind].usual_negatives
    body = {
        "format": reading.EXPERIMENT_FORMAT,
        "version": reading.EXPERIMENT_VERSION,
        "name": str(config.get("name") or "Notebook")[:80],
        "description": tr("Saved from a notebook."),
        "algorithms": "ff",
        "seed": int(learnt.get("seed") or 0) % 2**31,
        "layers": listed,
        "ff": ff,
    }
    spec = reading.from_dict(body)
    shape = read_shape([int(n) for n in config["image_shape"]])
    classes = int(config["num_classes"])
    if count_numbers(shape) != int(config["num_inputs"]) or not 0 < classes < 10**5:
        _refuse("image size")
    spec = _assume_images(spec, shape, classes, notes)
    return spec, DataShape(shape, tuple(str(i) for i in range(classes)), "")


def _assume_images(
    spec: ExperimentSpec, shape: ImageShape, classes: int, notes: list[str]
) -> ExperimentSpec:
    """The experiment with the usual data set if its images suit the net, else with a file of the
    user's; either is said."""
    usual = DATASETS[spec.data.name]
    known = usual.shape
    if known is not None and (known.image_shape, known.num_classes) == (shape, classes):
        notes.append(
            tr(
                "The file does not say which images the net learnt from, nor in which batches: "
                "data set {data} and batches of {batch_size} are assumed, classes are named by "
                "number.",
                data=usual.label,
                batch_size=spec.batch_size,
            )
        )
        return spec
    notes.append(
        tr(
            "The file does not say which images the net learnt from, nor in which batches: choose "
            "your file of {size} pixels and {classes} classes; batches of {batch_size} are "
            "assumed, classes are named by number.",
            size=shape_text(shape),
            classes=write_number(classes, ","),
            batch_size=spec.batch_size,
        )
    )
    colours = "kept" if is_coloured(shape) else spec.data.colours
    return spec.replace(data=replace(spec.data, name="file", path="", colours=colours))


def _optimizer(saved: Any, notes: list[str]) -> dict[str, Any]:
    """Settings of a layer's optimizer."""
    if not isinstance(saved, dict) or not isinstance(saved.get("config"), dict):
        notes.append(tr("The net was not compiled: its layers would learn by Adam."))
        return {}
    kind, config = str(saved.get("class_name")), saved["config"]
    name, _ = _OPTIMIZERS.get(kind, ("", 0))
    if kind == "SGD":
        momentum = float(config.get("momentum") or 0.0)
        name = "momentum" if momentum else "sgd"
        if momentum not in (0.0, 0.9):
            notes.append(
                tr("Its momentum was {momentum}; here it is 0.9.", momentum=number_text(momentum))
            )
    if not name:
        name = "adam"
        notes.append(
            tr("Its optimizer was {kind}, which experiments do not have: Adam.", kind=kind[:60])
        )
    rate = config.get("learning_rate")
    if isinstance(rate, dict):
        inner = rate.get("config")
        first = inner.get("initial_learning_rate") if isinstance(inner, dict) else None
        rate = first if isinstance(first, (int, float)) else 0.001
        notes.append(
            tr(
                "Its learning rate followed a schedule; here it is {rate} throughout.",
                rate=number_text(rate),
            )
        )
    # Keras keeps it as a float32, which as a double reads 0.004000000189989805.
    short = float(str(np.float32(rate)))
    settings: dict[str, Any] = {"optimizer": name, "learning_rate": short}
    if config.get("weight_decay"):
        settings["weight_decay"] = float(config["weight_decay"])
    unlike = [
        f"{key} {config[key]}"
        for key, usual in (
            ("beta_1", 0.9),
            ("beta_2", 0.999),
            ("rho", 0.9),
            ("clipnorm", None),
            ("clipvalue", None),
            ("use_ema", False),
            ("amsgrad", False),
            ("nesterov", False),
        )
        if config.get(key, usual) != usual
    ]
    if unlike:
        notes.append(
            tr("Its optimizer had {settings}, which experiments lack.", settings=", ".join(unlike))
        )
    return settings


# --- weights ---------------------------------------------------------------------------------

Moments = Sequence[npt.NDArray[Any]]


def _weights_of_archive(
    file: h5py.File, config: Mapping[str, Any], budget: Budget
) -> tuple[State, Moments]:
    state: State = {}
    counts: dict[str, int] = {}
    for i, layer in enumerate(config["layers"]):
        base = _MEMBERS.get(layer.get("kind", "dense"), "")
        number = counts.get(base, 0)
        counts[base] = number + 1
        group = file.get(f"ff_layers/{base}{f'_{number}' if number else ''}/vars")
        items = {part: _item(group, str(j)) for j, part in enumerate(_parts(config, i))}
        state |= _layer(i, items, budget)
    if _has_read_out(config):
        group = file.get("layers/dense/vars") or file.get("read_out/vars")
        for j, part in enumerate(("kernel", "bias")):
            state[f"read_out/{part}"] = as_weights(read_array(_item(group, str(j)), budget), part)
    kept = file.get("optimizer/vars")
    moments: list[npt.NDArray[Any]] = []
    if isinstance(kept, h5py.Group):
        moments = [read_array(kept[str(j)], budget) for j in range(len(kept)) if str(j) in kept]
    return state, moments


def _weights_of_h5(
    file: h5py.File, config: Mapping[str, Any], budget: Budget
) -> tuple[State, Moments]:
    state: State = {}
    weights = file.get("model_weights")
    for i, layer in enumerate(config["layers"]):
        name = layer.get("name") or f"ff_{layer.get('kind', 'dense')}_{i + 1}"
        group = _item(_item(weights, str(name)), str(name))
        state |= _layer(i, {part: _item(group, part) for part in _parts(config, i)}, budget)
    if _has_read_out(config):
        group = _item(_item(weights, "read_out"), "read_out")
        for part in ("kernel", "bias"):
            state[f"read_out/{part}"] = as_weights(read_array(_item(group, part), budget), part)
    moments: list[npt.NDArray[Any]] = []
    kept = file.get("optimizer_weights")
    if isinstance(kept, h5py.Group) and "weight_names" in kept.attrs:
        moments = [read_array(_item(kept, name), budget) for name in names(kept, "weight_names")]
    return state, moments


def _item(group: Any, name: str) -> Any:
    """What lies under a name in a group, or None."""
    return group.get(name) if isinstance(group, h5py.Group) else None


def _layer(index: int, items: Mapping[str, Any], budget: Budget) -> State:
    return {
        f"layer_{index}/{part}": as_weights(read_array(item, budget), part)
        for part, item in items.items()
    }


def _parts(config: Mapping[str, Any], index: int) -> tuple[str, ...]:
    """The arrays of a layer, in the order in which Keras numbers them: learnt ones come first."""
    usual = KINDS[config["supervision"]].usual_goodness
    goodness = GOODNESS.get(str(config["layers"][0].get("goodness", usual)))
    how = "" if goodness is None else goodness.projection
    layer = config["layers"][index]
    norm = bool(layer.get("batch_norm"))
    learnt = ["kernel", "bias", *["gamma", "beta"] * norm]
    learnt += ["shortcut"] * config["shortcuts"][index] + ["projection"] * (how == "learnt")
    learnt += ["comparison"] * (config["layers"][0].get("comparison") == "linear")
    kept = ["threshold", "mean_activity", *["moving_mean", "moving_variance"] * norm]
    return (*learnt, *kept, *["projection"] * (how in ("fixed", "running")))


def _has_read_out(config: Mapping[str, Any]) -> bool:
    return bool(config.get("read_out"))


def _moments(
    spec: ExperimentSpec,
    config: Mapping[str, Any],
    learns: Sequence[bool],
    optimizer: Any,
    kept: Moments,
    notes: list[str],
) -> State:
    """The optimizer's memory, shared out to one optimizer a layer."""
    if not kept or not isinstance(optimizer, dict):
        return {}
    name = spec.layers[0].optimizer
    slots = {"adam": 2, "rmsprop": 1, "adagrad": 1, "momentum": 1, "sgd": 0}[name]
    # Each optimizer has its step counter and rate, then the moments of kernel and bias in turn.
    # The matrix of a shortcut comes after them, then a learnt projection, then a map that images are compared by.
    own = 2 + (GOODNESS[spec.ff.goodness].projection == "learnt") + spec.ff.maps_to_compare
    more = [
        2 * layer.batch_norm + beside
        for layer, beside in zip(spec.layers, config["shortcuts"], strict=True)
    ]
    groups = [(i, (own + more[i]) * slots) for i in range(len(learns))]
    if spec.ff.has_read_out:
        groups.append((len(learns), 2 * slots))
    if len(kept) < 2 + sum(count for _, count in groups):
        # An older ffstudio's optimizer knew of the layers alone that learnt.
        groups = [(i, count) for i, count in groups if i == len(learns) or learns[i]]
    is_known = str(optimizer.get("class_name")) in (*_OPTIMIZERS, "SGD")
    if not is_known or len(kept) != 2 + sum(count for _, count in groups):
        notes.append(tr("Its optimizer's memory does not fit an experiment's: it starts afresh."))
        return {}
    state: State = {}
    start = 2
    for group, count in groups:
        state[f"optimizer_{group}/0"], state[f"optimizer_{group}/1"] = kept[0], kept[1]
        for j in range(count):
            state[f"optimizer_{group}/{2 + j}"] = kept[start + j]
        start += count
    return state
