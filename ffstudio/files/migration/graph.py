"""Sequential, functional and nested configurations, turned into an architecture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ffstudio.core.describe.architecture import MOST_DEPTH, MOST_LAYERS, Architecture, Layer, Port
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.migration.draws import find_mean
from ffstudio.files.migration.eras import Era, Notes
from ffstudio.files.migration.operations import is_operation, read_operation
from ffstudio.files.migration.ports import DAMAGED, read_call, read_ends
from ffstudio.files.migration.spelling import (
    NEVER,
    UNKNOWN,
    label,
    plain_json,
    read_kind,
    translate,
)

_CHAINS = ("Sequential",)


_GRAPHS = ("Functional", "Model", "Graph")


_WRAPPERS = ("Bidirectional", "TimeDistributed")


def migrate(config: Any, era: Era, notes: Notes) -> Architecture:
    """The architecture that a model's configuration describes, as its own Keras meant it.

    Axes stay as they are: see :mod:`ffstudio.files.migration.channels`.

    Raises:
        ModelFileError: It cannot be built, with the reason.
    """
    config = complete_config(config)
    if not isinstance(config, dict):
        raise ModelFileError(
            tr("The file's model configuration cannot be read."), tr("It may be damaged.")
        )
    return _model(_keras_0(config, notes), era, notes, 0)


def complete_config(config: Any) -> Any:
    """What ``model.get_config()`` gives, which leaves the model's class out, with it; all else as
    it is.

    Of a Sequential that is a list of layers (before Keras 2.2.3) or a name and such a list; a
    functional model names its inputs too. Keras 0's layers have no class of this kind.
    """
    if _is_list_of_layers(config):
        return {"class_name": "Sequential", "config": config}
    if (
        isinstance(config, dict)
        and "class_name" not in config
        and _is_list_of_layers(config.get("layers"))
    ):
        kind = "Functional" if "output_layers" in config else "Sequential"
        return {"class_name": kind, "config": config}
    return config


def _is_list_of_layers(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(entry, dict) and "class_name" in entry for entry in value[:MOST_LAYERS])
    )


def refusals(config: Any) -> list[str]:
    """Every reason why parts of a configuration cannot be built, by class alone."""
    reasons: list[str] = []
    for entry in entries(config):
        if is_model(entry) or is_operation(entry) or entry.get("class_name") in ("RNN", *PRUNED):
            continue
        if find_mean(entry) is not None:
            continue
        try:
            read_kind(entry)
        except ModelFileError as error:
            if error.message not in reasons:
                reasons.append(error.message)
    return reasons


def entries(config: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """All layers' entries of a configuration, those of inner models after the model's own."""
    if depth > MOST_DEPTH or not isinstance(config, dict):
        return
    inner = config.get("config")
    listed = (
        inner
        if isinstance(inner, list)
        else inner.get("layers")
        if isinstance(inner, dict)
        else None
    )
    for entry in (listed if isinstance(listed, list) else [])[:MOST_LAYERS]:
        if isinstance(entry, dict):
            yield entry
            if is_model(entry):
                yield from entries(entry, depth + 1)


def is_model(entry: Mapping[str, Any]) -> bool:
    """True for a model's entry, also one of a class of its own."""
    config = entry.get("config")
    listed = isinstance(config, list) or (
        isinstance(config, dict) and isinstance(config.get("layers"), list)
    )
    return listed and entry.get("class_name") != "Merge"


def _keras_0(config: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """Keras 0's JSON: the layers with their class as ``name`` and their settings beside it."""
    if "class_name" in config or not isinstance(config.get("layers"), list):
        return config
    notes.add(tr("Keras 0's list of layers → today's"))
    listed = []
    for entry in config["layers"]:
        if not isinstance(entry, dict):
            raise ModelFileError(*DAMAGED)
        settings = {
            k: v for k, v in entry.items() if k not in ("name", "custom_name", "cache_enabled")
        }
        if entry.get("custom_name"):
            settings["name"] = entry["custom_name"]
        if isinstance(settings.get("input_shape"), list):
            settings["batch_input_shape"] = [None, *settings["input_shape"]]
        listed.append({"class_name": entry.get("name"), "config": settings})
    return {"class_name": config.get("name", "Sequential"), "config": listed}


def _model(entry: dict[str, Any], era: Era, notes: Notes, depth: int) -> Architecture:
    if depth > MOST_DEPTH:
        raise ModelFileError(tr("The network is nested too deeply."), tr("The file is refused."))
    kind = entry.get("class_name")
    registered = entry.get("registered_name")
    own = isinstance(registered, str) and ">" in registered
    if kind in ("ForwardForward", "ffstudio>ForwardForward"):
        raise ModelFileError(
            tr("The file's ffstudio part is missing."), tr("Save the model again.")
        )
    if own or kind not in (*_CHAINS, *_GRAPHS):
        raise ModelFileError(
            tr("The model is of a class {kind} that its author wrote.", kind=str(kind)[:80]),
            tr(NEVER),
        )
    inner: Any = entry.get("config")
    listed = (
        inner
        if isinstance(inner, list)
        else inner.get("layers")
        if isinstance(inner, dict)
        else None
    )
    if not isinstance(listed, list) or not all(isinstance(x, dict) for x in listed):
        raise ModelFileError(*DAMAGED)
    if len(listed) > MOST_LAYERS:
        raise ModelFileError(tr("The network has too many layers."), tr("The file is refused."))
    if isinstance(inner, list):
        notes.add(tr("a list of layers (Keras before 2.2.3) → a model with a name"))
    name = str((inner.get("name") if isinstance(inner, dict) else None) or kind)
    if kind in _CHAINS:
        return _sequential(name, listed, entry, era, notes, depth)
    return _functional(name, listed, inner, era, notes, depth)


def _unwrap(entry: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """The layer inside the wrapper that prunes it while it is trained.

    The wrapper of TensorFlow's Model Optimization keeps kernels with their zeros in place.
    """
    config = entry.get("config")
    if entry.get("class_name") not in PRUNED or not isinstance(config, dict):
        return entry
    inner = config.get("layer")
    if not isinstance(inner, dict):
        raise ModelFileError(*DAMAGED)
    notes.add(tr("wrappers that prune while training are left out"))
    if "batch_input_shape" in config and isinstance(inner.get("config"), dict):
        own = {"batch_input_shape": config["batch_input_shape"], **inner["config"]}
        return {**inner, "config": own}
    return inner


PRUNED = ("PruneLowMagnitude", "Custom>PruneLowMagnitude")


def _layer(entry: dict[str, Any], name: str, era: Era, notes: Notes, depth: int) -> Layer:
    """A layer without its wiring."""
    entry = _unwrap(entry, notes)
    config = entry.get("config")
    trainable = not (isinstance(config, dict) and config.get("trainable") is False)
    if is_model(entry):
        inner = _model(entry, era, notes, depth + 1)
        return Layer(name, "Model", {}, (), inner, trainable)
    if entry.get("class_name") in _WRAPPERS:
        kind = read_kind(entry)
        assert isinstance(config, dict) or config is None  # noqa: S101 - JSON
        wrapped = (config or {}).get("layer")
        if not isinstance(wrapped, dict):
            raise ModelFileError(*DAMAGED)
        if depth > MOST_DEPTH:
            raise ModelFileError(
                tr("The network is nested too deeply."), tr("The file is refused.")
            )
        if kind == "TimeDistributed" and is_model(wrapped):
            raise ModelFileError(
                tr("The layer {label} repeats a whole model.", label=label(entry)), tr(UNKNOWN)
            )
        one = _layer(wrapped, "layer", era, notes, depth + 1)
        if kind == "Bidirectional":
            if one.kind not in ("SimpleRNN", "LSTM", "GRU"):
                raise ModelFileError(
                    tr(
                        "The layer {label} turns round a {kind}.", label=label(entry), kind=one.kind
                    ),
                    tr(UNKNOWN),
                )
            _check_backward(config or {}, one, era, label(entry))
        return Layer(name, kind, check_settings(kind, config or {}, name), (), one, trainable)
    kind, settings = translate(entry, era, notes)
    return Layer(name, kind, settings, (), None, trainable)


def _check_backward(config: dict[str, Any], forward: Layer, era: Era, name: str) -> None:
    """The backward layer may be spelt out, but must be the forward one turned round."""
    given = config.get("backward_layer")
    if not isinstance(given, dict):
        return
    kind, settings = translate(given, era, Notes())
    turned = {**settings, "go_backwards": not settings.get("go_backwards")}
    if kind != forward.kind or turned != dict(forward.settings):
        raise ModelFileError(
            tr("The two directions of the layer {name} differ.", name=name), tr(UNKNOWN)
        )


def _sequential(
    name: str,
    listed: list[dict[str, Any]],
    entry: dict[str, Any],
    era: Era,
    notes: Notes,
    depth: int,
) -> Architecture:
    names = _Names()
    shape = _find_input_shape(listed, entry)
    entry_name, rest = "", listed
    if listed and listed[0].get("class_name") == "InputLayer":
        entry_name, rest = label(listed[0]), listed[1:]
    layers = [Layer(names.new(entry_name or "input"), "InputLayer", {"shape": shape}, ((),))]
    for one in rest:
        if one.get("class_name") == "InputLayer":
            continue
        if one.get("class_name") == "Merge" and isinstance(
            (one.get("config") or {}).get("layers"), list
        ):
            raise ModelFileError(
                tr("The network begins with several branches in one Merge."), tr(UNKNOWN)
            )
        made = _layer(one, names.new(label(one)), era, notes, depth)
        layers.append(replace(made, calls=((Port(layers[-1].name),),)))
    return Architecture(name, tuple(layers), (Port(layers[0].name),), (Port(layers[-1].name),))


class _Names:
    """Layer names, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, wanted: str) -> str:
        name, n = wanted, 1
        while name in self._taken:
            n += 1
            name = f"{wanted}_{n}"
        self._taken.add(name)
        return name


def _find_input_shape(
    listed: list[dict[str, Any]], entry: Mapping[str, Any]
) -> list[int | None] | None:
    """Shape of one input without the batch: wherever this Keras has put it, or None."""
    first = listed[0] if listed else {}
    settings = first.get("config")
    inner = entry.get("config")
    built, whole = first.get("build_config"), entry.get("build_config")
    places: list[Any] = []
    if isinstance(settings, dict):
        places += [settings.get("batch_input_shape"), settings.get("batch_shape")]
        if isinstance(settings.get("input_shape"), list):
            places.append([None, *settings["input_shape"]])
    for place in (inner, built, whole):
        if isinstance(place, dict):
            places += [place.get("build_input_shape"), place.get("input_shape")]
    if isinstance(settings, dict) and isinstance(settings.get("layers"), list):
        places.append(_add_batch(_find_input_shape(settings["layers"], first)))
    elif isinstance(settings, list):
        places.append(_add_batch(_find_input_shape(settings, first)))
    if isinstance(settings, dict) and isinstance(settings.get("layer"), dict):
        inside = settings["layer"].get("config")
        if isinstance(inside, dict):
            places.append(inside.get("batch_input_shape"))
    for given in places:
        shape = plain_json(given)
        if (
            isinstance(shape, list)
            and len(shape) >= 1
            and not isinstance(shape[0], (list, dict, str))
        ):
            declared = check_settings("InputLayer", {"shape": shape[1:]}, "input")
            return list(declared["shape"])
    # Keras 1 gave the first layer's number of inputs; later layers had it too, of no use.
    if isinstance(settings, dict) and first.get("class_name") == "Dense":
        size = settings.get("input_dim")
        if isinstance(size, int) and not isinstance(size, bool) and size > 0:
            return [size]
    return None


def _add_batch(shape: list[int | None] | None) -> list[int | None] | None:
    return None if shape is None else [None, *shape]


def _functional(
    name: str, listed: list[dict[str, Any]], config: Any, era: Era, notes: Notes, depth: int
) -> Architecture:
    if not isinstance(config, dict):
        raise ModelFileError(*DAMAGED)
    layers: list[Layer] = []
    for entry in _without_losses(listed, config, notes):
        title = label(entry)
        nodes = entry.get("inbound_nodes") or []
        if not isinstance(nodes, list) or len(nodes) > MOST_LAYERS:
            raise ModelFileError(*DAMAGED)
        if entry.get("class_name") == "InputLayer":
            shape = _find_input_shape([entry], {})
            layers.append(Layer(title, "InputLayer", {"shape": shape}, ((),)))
            continue
        if (mean := find_mean(entry)) is not None:
            notes.add(
                tr(
                    "{name} draws a code at random and is program code, which is not run → the "
                    "mean {mean}, without chance",
                    name=title,
                    mean=mean.layer,
                )
            )
            layers.append(Layer(title, "Identity", {}, ((mean,),)))
            continue
        operation = read_operation(entry, title, nodes, era, notes)
        if operation is not None:
            layers.append(operation)
            continue
        made = _layer(entry, title, era, notes, depth)
        layers.append(replace(made, calls=tuple(read_call(node, made, notes) for node in nodes)))
    ends = [tuple(read_ends(config.get(k))) for k in ("input_layers", "output_layers")]
    if not ends[0] or not ends[1]:
        raise ModelFileError(*DAMAGED)
    calls = {layer.name: len(layer.calls) for layer in layers}
    if len(calls) != len(layers):
        raise ModelFileError(
            tr("Two layers of the network have one name."), tr("It may be damaged.")
        )

    # Keras 2 counted uses outside this network too, such as a model's own making: the uses
    # that are referred to are the last ones.
    last: dict[str, int] = {}
    for port in (p for group in (*ends, *(c for x in layers for c in x.calls)) for p in group):
        last[port.layer] = max(last.get(port.layer, 0), port.call)
    before = {name: max(last.get(name, 0) + 1 - n, 0) for name, n in calls.items()}

    def settle(port: Port) -> Port:
        return replace(port, call=max(port.call - before.get(port.layer, 0), 0))

    layers = [
        replace(x, calls=tuple(tuple(settle(p) for p in call) for call in x.calls)) for x in layers
    ]
    return Architecture(
        name, tuple(layers), tuple(map(settle, ends[0])), tuple(map(settle, ends[1]))
    )


def _without_losses(
    listed: list[dict[str, Any]], config: Any, notes: Notes
) -> list[dict[str, Any]]:
    """The layers without the arithmetic that leads to no output: a loss written by hand."""
    fed = {label(entry): set(_names_in(entry.get("inbound_nodes"))) for entry in listed}
    used: set[str] = set()
    waiting = [port.layer for port in read_ends(config.get("output_layers"))]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting.extend(fed.get(name, ()))
    kept = [x for x in listed if label(x) in used or not _adds_to_loss(x)]
    if len(kept) < len(listed):
        notes.add(tr("arithmetic for a loss, which leads to no output, is left out"))
    return kept


def _adds_to_loss(entry: Mapping[str, Any]) -> bool:
    return entry.get("class_name") in ("AddLoss", "AddMetric") or is_operation(entry)


def _names_in(value: Any, depth: int = 0) -> Iterator[str]:
    """Every text in a layer's wiring: among them are the names of what feeds it."""
    if depth > MOST_DEPTH:
        return
    if isinstance(value, str):
        yield value[:80]
    for inner in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _names_in(inner, depth + 1)
