"""What people write into a net's constructor and ``compile``: refused where it cannot be meant, warned
of where it has no effect.

Limits, conflicts and what has no effect are those of an experiment's settings, which are asked here.
"""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from ffstudio.core.experiment.idle import idle_settings
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.problems import find_unseen_labels, goes_on
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.fields import Field, fields_of
from ffstudio.core.forward_forward import LocalNet, kind_of
from ffstudio.core.image_shape import ImageShape, count_numbers
from ffstudio.core.mathematics import CLASS_LOSSES, GOODNESS, LOCAL_LOSSES, NEGATIVES
from ffstudio.core.numbers import number_text

_FF, _LAYER = fields_of(ForwardForwardSpec), fields_of(LayerSpec)
_COMPILED: dict[str, Field] = {
    **{
        name: _FF[name] for name in ("sharpness", "peer", "collaboration", "collaboration_strength")
    },
    "dropout": _LAYER["dropout"],
    "seed": fields_of(ExperimentSpec)["seed"],
}
# What of the constructor may have no effect.
_BUILT = (
    "label_embedding", "label_amplitude", "label_scale", "label_repeats", "votes", "frames",
    "read_layers",
)  # fmt: skip
_TEXTS = {"votes": "'all', '2-' or '0, 1'", "read_layers": "'all', '2-' or '0, 1'"}
# A net that a file or the studio builds is what it is: nobody is there to be told.
_IS_ASKED: ContextVar[bool] = ContextVar("is_asked", default=True)


@contextmanager
def as_it_is() -> Iterator[None]:
    """Nets that are built in it are neither refused nor warned of for what they were built with."""
    token = _IS_ASKED.set(False)
    try:
        yield
    finally:
        _IS_ASKED.reset(token)


def is_asked() -> bool:
    """True where a person builds the net."""
    return _IS_ASKED.get()


def _plain(value: Any) -> Any:
    """A number of NumPy as Python's own."""
    item = getattr(value, "item", None)
    return item() if callable(item) and getattr(value, "shape", None) == () else value


def _refuse_bad(argument: str, value: Any, declared: Field) -> None:
    problem = declared.problem(value)
    if problem is None:
        return
    if argument in _TEXTS:
        raise ValueError(
            f"Argument `{argument}` must be a text such as {_TEXTS[argument]}. Received: {value!r}"
        )
    raise ValueError(f"Argument `{argument}` {problem[0]}.")


# --- the constructor -----------------------------------------------------------------------


def check_sizes(num_inputs: Any, num_classes: Any) -> None:
    """Raises ValueError for numbers of inputs or classes that no net has."""
    for argument, value, least in (("num_inputs", num_inputs, 1), ("num_classes", num_classes, 2)):
        value = _plain(value)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value != int(value):
            raise ValueError(f"Argument `{argument}` must be a whole number. Received: {value!r}")
        if value < least:
            raise ValueError(f"Argument `{argument}` must be at least {least}. Received: {value!r}")


def check_layer_configs(layers: Any) -> None:
    """Raises ValueError where they do not describe layers.

    Args:
        layers: As the constructor takes them.
    """
    if not isinstance(layers, (list, tuple)) or not all(isinstance(x, Mapping) for x in layers):
        raise ValueError(
            "Argument `layers` must be a list with the arguments of each layer, such as "
            f"[{{'units': 500}}, {{'units': 500}}]. Received: {layers!r}"
        )
    for i, config in enumerate(layers, start=1):
        if "units" not in config:
            raise ValueError(f"Layer {i} needs `units`, its number of neurons or channels.")
        for name in ("units", "kernel_size"):
            # Of a layer that only a notebook trains, more than a form offers may be wanted.
            declared = dataclasses.replace(_LAYER[name], maximum=None)
            problem = declared.problem(_plain(config[name])) if name in config else None
            if problem:
                raise ValueError(f"`{name}` of layer {i} {problem[0]}.")
        threshold = _LAYER["threshold"].problem(_plain(config.get("threshold", 1.0)))
        if threshold:
            raise ValueError(f"`threshold` of layer {i} {threshold[0]}.")
        dtype = config.get("dtype")
        if dtype is not None and name_policy(dtype) != "float32":
            raise ValueError(
                "Forward-Forward layers compute in float32. Received: "
                f"dtype={name_policy(dtype)!r} of layer {i}"
            )
        if config.get("activity_regularizer") is not None:
            raise ValueError(
                f"`activity_regularizer` of layer {i} would have no effect: a Forward-Forward layer "
                "learns by its local loss alone."
            )


def name_policy(dtype: Any) -> str:
    """A dtype policy's name, whatever form it has."""
    if isinstance(dtype, dict):
        return str(dtype.get("config", {}).get("name"))
    return getattr(dtype, "name", None) or str(dtype)


def check_settings(settings: Mapping[str, Any]) -> None:
    """Raises ValueError for arguments of the constructor that are out of their setting's limits."""
    for name, value in settings.items():
        _refuse_bad(name, _plain(value), _FF[name])


def check_fit(
    kind: type[LocalNet],
    owner: str,
    sizes: tuple[ImageShape, int],
    layers: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any],
) -> None:
    """Holds the constructor's arguments against each other.

    Args:
        owner: The net's class, for a reader.
        sizes: (image shape, classes).
        layers: Arguments of each layer.
        settings: The constructor's others.

    Raises:
        ValueError: They do not go together.
    """
    spec, (image_shape, num_classes) = describe(kind, layers, settings), sizes
    inputs = count_numbers(image_shape)
    conflicts = list(kind.conflicts(spec, inputs, num_classes))
    if kind_of(spec.ff) is kind:
        conflicts += find_unseen_labels(spec, num_classes, image_shape)
    for path, reason, _, legal in conflicts:
        what = f"Argument `{path[-1]}`"
        if path[0] == "layers":
            what = f"`{path[-1]}` of layer {int(path[1]) + 1}"
        between = " " if goes_on(reason) else ": "
        raise ValueError(f"{what}{between}{reason}; set it to {legal!r}.")
    given = {name for name in _BUILT if settings.get(name, _FF[name].default) != _FF[name].default}
    given |= {"threshold"} if any("threshold" in layer for layer in layers) else set()
    _warn_of_idle(kind, owner, spec, given)


def describe(
    kind: type[LocalNet],
    layers: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any],
    compiled: Mapping[str, Any] | None = None,
) -> ExperimentSpec:
    """The experiment that a notebook's net comes closest to."""
    compiled = {name: value for name, value in (compiled or {}).items() if value is not None}
    known = {field.name for field in dataclasses.fields(LayerSpec)}
    first = layers[0].get("goodness", kind.usual_goodness)
    ff: dict[str, Any] = {
        "goodness": first,
        "negatives": kind.usual_negatives,
        "feedback": kind.name == "frames",
        **settings,
        **{name: value for name, value in compiled.items() if name in _FF},
    }
    listed = []
    for i, layer in enumerate(layers):
        own = {name: value for name, value in layer.items() if name in known}
        own["dropout"] = compiled.get("dropout", 0.0) if i + 1 < len(layers) else 0.0
        listed.append(LayerSpec(**own))
    return ExperimentSpec(algorithms="ff", layers=tuple(listed), ff=ForwardForwardSpec(**ff))


def _warn_of_idle(kind: type[LocalNet], owner: str, spec: ExperimentSpec, given: set[str]) -> None:
    if kind_of(spec.ff) is not kind:
        return
    idle = idle_settings(spec)
    reasons: dict[str, list[str]] = {}
    for name in sorted(given):
        reason = idle.get(("ff", name)) or idle.get(("layer", name))
        if reason:
            reasons.setdefault(reason, []).append(name)
    for reason, names in reasons.items():
        _warn_of(owner, names, reason)


def _warn_of(owner: str, names: Sequence[str], reason: str) -> None:
    *others, last = [f"`{name}`" for name in names]
    listed = f"{', '.join(others)} and {last}" if others else last
    has = "have" if len(names) > 1 else "has"
    warnings.warn(
        f"{listed} {has} no effect on this {owner}: {reason[:1].lower()}{reason[1:]}", stacklevel=5
    )


# --- compile -------------------------------------------------------------------------------


def check_compiled(given: Mapping[str, Any], optimizer: Any, metrics: Any) -> dict[str, Any]:
    """What was given to ``compile``, as plain numbers and texts.

    Raises:
        ValueError: Something is out of its setting's limits, or is not of its kind.
    """
    plain = {name: _plain(value) for name, value in given.items()}
    if not is_asked():
        return plain
    for name, declared in _COMPILED.items():
        if plain.get(name) is not None:
            _refuse_bad(name, plain[name], declared)
    if optimizer is None:
        raise ValueError(
            "Argument `optimizer` must be a Keras optimizer or its name, such as 'adam'. "
            "Received: None"
        )
    is_list = metrics is None or isinstance(metrics, (list, tuple))
    if not is_list or not all(
        isinstance(metric, str) or callable(metric) for metric in metrics or ()
    ):
        raise ValueError(
            "Argument `metrics` must be a list of Keras metrics or their names, such as "
            f"['accuracy']. Received: {metrics!r}"
        )
    return plain


def warn_of_compiled(net: Any, given: Mapping[str, Any], chosen: Mapping[str, Any]) -> None:
    """Warns of what of ``compile`` has no effect on a net, or can only fail.

    Args:
        net: The Keras model.
        given: What was said, and is not what changes nothing anyway.
        chosen: All that counts, what was not said included.
    """
    if not is_asked():
        return
    kind, owner = net.kind, type(net).__name__
    none = {"peer": 0, "dropout": 0, "collaboration": "none"}
    names = {
        name
        for name in ("peer", "collaboration", "collaboration_strength", "dropout", "dropout_mask")
        if given.get(name) is not None and given[name] != none.get(name)
    }
    if len(net.layer_configs) == 1:
        alone = sorted(names & {"dropout", "dropout_mask", "collaboration"})
        if alone:
            _warn_of(owner, alone, "There is one layer, and nothing between layers.")
        names -= {*alone, "collaboration_strength"}
    negatives = chosen["negatives"] if not NEGATIVES[kind.usual_negatives].images else None
    told = {**chosen, "negatives": negatives}
    spec = describe(kind, net.layer_configs, net.describe_settings(), told)
    if "peer" in names and all(layer.batch_norm for layer in spec.layers):
        _warn_of(owner, ["peer"], "Batch normalisation takes every unit's mean away.")
        names -= {"peer"}
    _warn_of_idle(kind, owner, spec, names)
    if kind.no_threshold or not LOCAL_LOSSES[chosen["loss"]].uses_threshold:
        return
    for i, layer in enumerate(net.ff_layers, start=1):
        usual, theta = GOODNESS[layer.goodness_name].threshold, layer.initial_threshold
        if (theta < 0) != (usual < 0):
            warnings.warn(
                f"The threshold of layer {i} is {number_text(theta)}, which no {layer.goodness_name!r} "
                f"comes {'below' if usual > 0 else 'above'}: give it one "
                f"{'above' if usual > 0 else 'below'} 0, such as {number_text(usual)}.",
                stacklevel=4,
            )


def why_not_alone(net: Any) -> str:
    """Why a net learns nothing from batches of one image; empty where it does."""
    kind, rule = net.kind, net.learning_rule
    if NEGATIVES[kind.usual_negatives].images:
        return "its negative data are made of two images of a batch"
    if not kind.has_negatives and CLASS_LOSSES[rule.class_loss].compares_images:
        return "its class loss compares the images of a batch"
    if any(layer.batch_norm for layer in net.ff_layers):
        return "batch normalisation needs the mean and the variance of a batch"
    if kind.has_negatives and rule.negatives == "shuffled":
        return "its negative data have the labels of other images of the batch"
    return ""


def usual_threshold(goodness_name: str, size: int) -> float:
    """θ of a layer that was given none.

    Args:
        size: Its number of activities.
    """
    goodness = GOODNESS[goodness_name]
    return goodness.threshold * (size if goodness.per_unit else 1)
