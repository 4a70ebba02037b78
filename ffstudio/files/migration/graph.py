"""Sequential, functional and nested configurations, turned into an architecture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ffstudio.core.describe.architecture import MOST_DEPTH, MOST_LAYERS, Architecture, Layer, Port
from ffstudio.core.describe.kinds import checked
from ffstudio.core.errors import ModelFileError
from ffstudio.files.migration.eras import Era, Notes
from ffstudio.files.migration.spelling import (
    NEVER,
    UNKNOWN,
    activation,
    kind_of,
    label,
    plain,
    translate,
)

_CHAINS = ("Sequential",)
_GRAPHS = ("Functional", "Model", "Graph")
_WRAPPERS = ("Bidirectional", "TimeDistributed")

_DAMAGED = ("The file's model configuration is damaged.", "Get a fresh copy.")


def migrate(config: Any, era: Era, notes: Notes) -> Architecture:
    """The architecture that a model's configuration describes, as its own Keras meant it.

    Axes stay as they are: see :mod:`ffstudio.files.migration.channels`.

    Raises:
        ModelFileError: It cannot be built, with the reason.
    """
    if not isinstance(config, dict):
        raise ModelFileError("The file's model configuration cannot be read.", "It may be damaged.")
    return _model(_keras_0(config, notes), era, notes, 0)


def refusals(config: Any) -> list[str]:
    """Every reason why parts of a configuration cannot be built, by class alone."""
    found: list[str] = []
    for entry in entries(config):
        if is_model(entry) or _is_operation(entry) or entry.get("class_name") in ("RNN", *PRUNED):
            continue
        try:
            kind_of(entry)
        except ModelFileError as error:
            if error.message not in found:
                found.append(error.message)
    return found


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
    notes.add("Keras 0's list of layers → today's")
    listed = []
    for entry in config["layers"]:
        if not isinstance(entry, dict):
            raise ModelFileError(*_DAMAGED)
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
        raise ModelFileError("The network is nested too deeply.", "The file is refused.")
    kind = entry.get("class_name")
    registered = entry.get("registered_name")
    own = isinstance(registered, str) and ">" in registered
    if kind in ("ForwardForward", "ffstudio>ForwardForward"):
        raise ModelFileError("The file's ffstudio part is missing.", "Save the model again.")
    if own or kind not in (*_CHAINS, *_GRAPHS):
        raise ModelFileError(
            f"The model is of a class {str(kind)[:80]} that its author wrote.", NEVER
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
        raise ModelFileError(*_DAMAGED)
    if len(listed) > MOST_LAYERS:
        raise ModelFileError("The network has too many layers.", "The file is refused.")
    if isinstance(inner, list):
        notes.add("a list of layers (Keras before 2.2.3) → a model with a name")
    name = str((inner.get("name") if isinstance(inner, dict) else None) or kind)
    if kind in _CHAINS:
        return _sequential(name, listed, entry, era, notes, depth)
    return _functional(name, listed, inner, era, notes, depth)


def _unwrapped(entry: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """The layer inside the wrapper that prunes it while it is trained.

    The wrapper of TensorFlow's Model Optimization keeps kernels with their zeros in place.
    """
    config = entry.get("config")
    if entry.get("class_name") not in PRUNED or not isinstance(config, dict):
        return entry
    inner = config.get("layer")
    if not isinstance(inner, dict):
        raise ModelFileError(*_DAMAGED)
    notes.add("wrappers that prune while training are left out")
    if "batch_input_shape" in config and isinstance(inner.get("config"), dict):
        own = {"batch_input_shape": config["batch_input_shape"], **inner["config"]}
        return {**inner, "config": own}
    return inner


PRUNED = ("PruneLowMagnitude", "Custom>PruneLowMagnitude")


def _layer(entry: dict[str, Any], name: str, era: Era, notes: Notes, depth: int) -> Layer:
    """A layer without its wiring."""
    entry = _unwrapped(entry, notes)
    config = entry.get("config")
    trainable = not (isinstance(config, dict) and config.get("trainable") is False)
    if is_model(entry):
        inner = _model(entry, era, notes, depth + 1)
        return Layer(name, "Model", {}, (), inner, trainable)
    if entry.get("class_name") in _WRAPPERS:
        kind = kind_of(entry)
        assert isinstance(config, dict) or config is None  # noqa: S101 - JSON
        wrapped = (config or {}).get("layer")
        if not isinstance(wrapped, dict):
            raise ModelFileError(*_DAMAGED)
        if depth > MOST_DEPTH:
            raise ModelFileError("The network is nested too deeply.", "The file is refused.")
        if kind == "TimeDistributed" and is_model(wrapped):
            raise ModelFileError(f"The layer {label(entry)} repeats a whole model.", UNKNOWN)
        one = _layer(wrapped, "layer", era, notes, depth + 1)
        if kind == "Bidirectional":
            if one.kind not in ("SimpleRNN", "LSTM", "GRU"):
                raise ModelFileError(f"The layer {label(entry)} turns round a {one.kind}.", UNKNOWN)
            _check_backward(config or {}, one, era, label(entry))
        return Layer(name, kind, checked(kind, config or {}, name), (), one, trainable)
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
        raise ModelFileError(f"The two directions of the layer {name} differ.", UNKNOWN)


# --- chains -----------------------------------------------------------------------------


def _sequential(
    name: str,
    listed: list[dict[str, Any]],
    entry: dict[str, Any],
    era: Era,
    notes: Notes,
    depth: int,
) -> Architecture:
    names = _Names()
    shape = _declared(listed, entry)
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
            raise ModelFileError("The network begins with several branches in one Merge.", UNKNOWN)
        made = _layer(one, names.new(label(one)), era, notes, depth)
        layers.append(replace(made, calls=((Port(layers[-1].name),),)))
    return Architecture(name, tuple(layers), (Port(layers[0].name),), (Port(layers[-1].name),))


class _Names:
    """Layer names, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, wanted: str) -> str:
        found, n = wanted, 1
        while found in self._taken:
            n += 1
            found = f"{wanted}_{n}"
        self._taken.add(found)
        return found


def _declared(listed: list[dict[str, Any]], entry: Mapping[str, Any]) -> list[int | None] | None:
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
        places.append(_batched(_declared(settings["layers"], first)))
    elif isinstance(settings, list):
        places.append(_batched(_declared(settings, first)))
    if isinstance(settings, dict) and isinstance(settings.get("layer"), dict):
        inside = settings["layer"].get("config")
        if isinstance(inside, dict):
            places.append(inside.get("batch_input_shape"))
    for given in places:
        shape = plain(given)
        if (
            isinstance(shape, list)
            and len(shape) >= 1
            and not isinstance(shape[0], (list, dict, str))
        ):
            found: list[int | None] = checked("InputLayer", {"shape": shape[1:]}, "input")["shape"]
            return found
    # Keras 1 gave the first layer's number of inputs; later layers had it too, of no use.
    if isinstance(settings, dict) and first.get("class_name") == "Dense":
        size = settings.get("input_dim")
        if isinstance(size, int) and not isinstance(size, bool) and size > 0:
            return [size]
    return None


def _batched(shape: list[int | None] | None) -> list[int | None] | None:
    return None if shape is None else [None, *shape]


# --- graphs -----------------------------------------------------------------------------


def _functional(
    name: str, listed: list[dict[str, Any]], config: Any, era: Era, notes: Notes, depth: int
) -> Architecture:
    if not isinstance(config, dict):
        raise ModelFileError(*_DAMAGED)
    layers: list[Layer] = []
    for entry in _without_losses(listed, config, notes):
        title = label(entry)
        nodes = entry.get("inbound_nodes") or []
        if not isinstance(nodes, list) or len(nodes) > MOST_LAYERS:
            raise ModelFileError(*_DAMAGED)
        if entry.get("class_name") == "InputLayer":
            shape = _declared([entry], {})
            layers.append(Layer(title, "InputLayer", {"shape": shape}, ((),)))
            continue
        operation = _operation(entry, title, nodes, era, notes)
        if operation is not None:
            layers.append(operation)
            continue
        made = _layer(entry, title, era, notes, depth)
        layers.append(replace(made, calls=tuple(_call(node, made, notes) for node in nodes)))
    ends = [tuple(_ends(config.get(k))) for k in ("input_layers", "output_layers")]
    if not ends[0] or not ends[1]:
        raise ModelFileError(*_DAMAGED)
    calls = {layer.name: len(layer.calls) for layer in layers}
    if len(calls) != len(layers):
        raise ModelFileError("Two layers of the network have one name.", "It may be damaged.")

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


def _ends(value: Any) -> Iterator[Port]:
    """Ports in ``input_layers`` or ``output_layers``: one, a list, or a dictionary of them."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _ends(inner)
    elif isinstance(value, list) and value:
        if isinstance(value[0], str):
            yield _port(value)
        else:
            for inner in value[:MOST_LAYERS]:
                yield from _ends(inner)


def _port(value: Any) -> Port:
    if isinstance(value, list) and value and isinstance(value[0], str):
        numbers = [
            n for n in value[1:3] if isinstance(n, int) and not isinstance(n, bool) and n >= 0
        ]
        if len(numbers) == 2:
            return Port(value[0][:80], numbers[0], numbers[1])
    raise ModelFileError(*_DAMAGED)


def _call(node: Any, layer: Layer, notes: Notes) -> tuple[Port, ...]:
    """What one use of a layer is fed with, in Keras 2's and Keras 3's form."""
    name, named = layer.name, {}
    if isinstance(node, dict):
        ports = list(_tensors(node.get("args")))
        more = node.get("kwargs")
        if isinstance(more, dict):
            named = more
    elif isinstance(node, list):
        ports = []
        for entry in [node] if node and isinstance(node[0], str) else node:
            ports.append(_port(entry))
            if len(entry) > 3 and isinstance(entry[3], dict):
                named = {**named, **entry[3]}
    else:
        raise ModelFileError(*_DAMAGED)
    for key, value in named.items():
        found = [_port(value)] if _refers(value) else list(_tensors(value))
        wanted = len(found) == 1 and layer.kind == "MultiHeadAttention"
        if wanted and _FED_BY_NAME[len(ports) : len(ports) + 1] == (key,):
            ports += found
        elif found:
            raise ModelFileError(f"The layer {name} is fed by name.", UNKNOWN)
        elif value and key in ("return_attention_scores", "use_causal_mask"):
            raise ModelFileError(f"The layer {name} ({layer.kind}) is used with {key}.", UNKNOWN)
    if named.get("training"):
        notes.add(f"{name} was always used as in training; it is used as when predicting")
    return tuple(ports)


# In the order of its inputs.
_FED_BY_NAME = ("query", "value", "key")


def _refers(value: Any) -> bool:
    return isinstance(value, list) and len(value) >= 3 and isinstance(value[0], str)


def _tensors(value: Any, depth: int = 0) -> Iterator[Port]:
    if depth > 8:
        return
    if isinstance(value, dict):
        inner = value.get("config")
        if value.get("class_name") == "__keras_tensor__" and isinstance(inner, dict):
            yield _port(inner.get("keras_history"))
        else:
            for one in value.values():
                yield from _tensors(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _tensors(one, depth + 1)


# --- single operations ------------------------------------------------------------------

_MERGING = {
    "add": "Add",
    "multiply": "Multiply",
    "subtract": "Subtract",
    "maximum": "Maximum",
    "minimum": "Minimum",
}
_FUNCTIONS = {
    name: name
    for name in (
        "relu", "sigmoid", "tanh", "softmax", "log_softmax", "elu", "selu", "gelu", "softplus",
        "softsign", "relu6", "silu",
    )
} | {"exp": "exponential", "logsoftmax": "log_softmax", "swish": "silu"}  # fmt: skip
_MEANS = {"mean": "Average", "max": "Max"}
# Functions' other names.
_SYNONYMS = {
    "truediv": "divide",
    "truedivide": "divide",
    "div": "divide",
    "mul": "multiply",
    "sub": "subtract",
    "neg": "negative",
    "expanddims": "expand_dims",
    "concat": "concatenate",
    "reduce_mean": "mean",
    "reduce_max": "max",
    "amax": "max",
    "leakyrelu": "leaky_relu",
    "identity_n": "identity",
    "cast": "identity",
    "stop_gradient": "identity",
    "stopgradient": "identity",
    "convert_to_tensor": "identity",
}
# Arguments that are settings, not what is computed with.
_OPTIONS = {
    "axis", "shape", "newshape", "keepdims", "keep_dims", "dtype", "dtype_hint", "name", "perm",
    "axes", "alpha", "negative_slope", "approximate", "trainable",
}  # fmt: skip


def _is_operation(entry: Mapping[str, Any]) -> bool:
    """True for arithmetic between layers, which tf.keras and Keras 3 list like a layer.

    Keras 3's ``.h5`` does not say so: operations have a name there and nothing else.
    """
    kind, module, config = (entry.get(k) for k in ("class_name", "module", "config"))
    if kind == "TFOpLambda" or (isinstance(module, str) and ".ops." in module):
        return isinstance(config, dict)
    nodes = entry.get("inbound_nodes")
    new = isinstance(nodes, list) and bool(nodes) and isinstance(nodes[0], dict)
    return new and isinstance(config, dict) and "trainable" not in config and kind != "InputLayer"


def _operation(
    entry: dict[str, Any], name: str, nodes: list[Any], era: Era, notes: Notes
) -> Layer | None:
    """Arithmetic that was written between layers; None for everything else.

    It is a function's name and numbers, not code. Known are those that scale images, merge
    tensors, turn or reshape them, average over the picture, and activations.
    """
    if not _is_operation(entry):
        return None
    config = entry.get("config") or {}
    word = str(entry.get("class_name"))
    if word == "TFOpLambda":
        word = str(config.get("function"))
    word = word.rsplit(".", 1)[-1].lower()
    word = _SYNONYMS.get(word, word)
    unknown = ModelFileError(f"The layer {name} is the operation {word[:60]}.", UNKNOWN)
    if len(nodes) != 1:
        raise unknown
    operands, options = _operands(nodes[0])
    options = {k: plain(v) for k, v in {**config, **options}.items()}
    made = _as_layer(word, operands, options, era, name)
    if made is None:
        raise unknown
    kind, given, ports = made
    notes.add("arithmetic between layers → layers")
    return Layer(name, kind, checked(kind, given, name), (ports,))


Made = tuple[str, dict[str, Any], tuple[Port, ...]]


def _as_layer(
    word: str, operands: list[Port | float], options: dict[str, Any], era: Era, name: str
) -> Made | None:
    """Kind, settings and tensors of the layer that does what a function does, if there is one."""
    ports = tuple(x for x in operands if isinstance(x, Port))
    numbers = [x for x in operands if not isinstance(x, Port)]
    if len(ports) == 2 and not numbers and word in _MERGING:
        return _MERGING[word], {}, ports
    if len(ports) >= 2 and not numbers and word == "concatenate" and options.get("axis"):
        return "Concatenate", {"axis": options["axis"]}, ports
    if len(ports) != 1:
        return None
    if len(numbers) == 1:
        # expand_dims takes its axis like a number to compute with.
        if word == "expand_dims":
            return ("ExpandLast", {}, ports) if numbers[0] == -1 else None
        return _rescaled(word, numbers[0], isinstance(operands[0], Port), ports)
    if numbers:
        return None
    if word == "negative":
        return "Rescaling", {"scale": -1.0, "offset": 0.0}, ports
    if word == "square":
        return "Multiply", {}, ports * 2
    if word == "identity":
        return "Identity", {}, ports
    if word == "leaky_relu":
        slope = options.get("alpha", options.get("negative_slope", 0.2))
        return "LeakyReLU", {"negative_slope": slope}, ports
    if word in _FUNCTIONS and options.get("axis") in (None, -1):
        return "Activation", {"activation": activation(_FUNCTIONS[word], era, Notes(), name)}, ports
    if word == "expand_dims" and options.get("axis") == -1:
        return "ExpandLast", {}, ports
    if word in _MEANS:
        return _averaged(_MEANS[word], options, ports)
    if word == "reshape":
        shape = options.get("shape", options.get("newshape"))
        if isinstance(shape, list) and shape and shape[0] in (-1, None):
            return "Reshape", {"target_shape": shape[1:]}, ports
    if word == "transpose":
        order = options.get("perm", options.get("axes"))
        if isinstance(order, list) and order and order[0] == 0:
            return "Permute", {"dims": order[1:]}, ports
    return None


def _rescaled(word: str, number: float, tensor_first: bool, ports: tuple[Port, ...]) -> Made | None:
    if word == "subtract" and not tensor_first:  # 1 − x
        return "Rescaling", {"scale": -1.0, "offset": number}, ports
    if word == "divide" and not tensor_first:
        return None
    scale = {"divide": 1 / number if number else None, "multiply": number}.get(word)
    offset = {"add": number, "subtract": -number}.get(word)
    if scale is None and offset is None:
        return None
    scale, offset = (1.0 if scale is None else scale), (0.0 if offset is None else offset)
    return "Rescaling", {"scale": scale, "offset": offset}, ports


def _averaged(word: str, options: dict[str, Any], ports: tuple[Port, ...]) -> Made | None:
    """Means and maxima over the whole picture, or over all time steps."""
    axes = options.get("axis")
    axes = (
        sorted(axes) if isinstance(axes, list) and all(isinstance(n, int) for n in axes) else axes
    )
    found = {
        "[1, 2]": (2, "channels_last"),
        "[2, 3]": (2, "channels_first"),
        "[1]": (1, "channels_last"),
        "1": (1, "channels_last"),
    }.get(str(axes))
    if found is None:
        return None
    keep = bool(options.get("keepdims") or options.get("keep_dims"))
    kind = f"Global{word}Pooling{found[0]}D"
    return kind, {"keepdims": keep, "data_format": found[1]}, ports


def _operands(node: Any) -> tuple[list[Port | float], dict[str, Any]]:
    """Tensors and numbers an operation computes with, in order, and its settings."""
    found: list[Port | float] = []
    options: dict[str, Any] = {}

    def named(values: Any) -> None:
        for key, value in values.items() if isinstance(values, dict) else ():
            if key in _OPTIONS:
                options[key] = value
            else:
                look(value)

    def look(value: Any) -> None:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            found.append(float(value))
        elif _refers(value):
            if value[0] == "_CONSTANT_VALUE":
                look(value[2])
            else:
                found.append(_port(value))
            named(value[3] if len(value) > 3 else None)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    if isinstance(node, dict):
        args = node.get("args")
        for value in args if isinstance(args, list) else []:
            ports = list(_tensors(value))
            if ports:
                found.extend(ports)
            elif isinstance(given := plain(value), list):
                options.update(shape=given, axes=given)
            else:
                look(given)
        named(node.get("kwargs"))
    else:
        look(node)
    return found, options


def _without_losses(
    listed: list[dict[str, Any]], config: Any, notes: Notes
) -> list[dict[str, Any]]:
    """The layers without the arithmetic that leads to no output: a loss written by hand."""
    fed = {label(entry): set(_named(entry.get("inbound_nodes"))) for entry in listed}
    used: set[str] = set()
    waiting = [port.layer for port in _ends(config.get("output_layers"))]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting.extend(fed.get(name, ()))
    kept = [x for x in listed if label(x) in used or not _adds_to_loss(x)]
    if len(kept) < len(listed):
        notes.add("arithmetic for a loss, which leads to no output, is left out")
    return kept


def _adds_to_loss(entry: Mapping[str, Any]) -> bool:
    return entry.get("class_name") in ("AddLoss", "AddMetric") or _is_operation(entry)


def _named(value: Any, depth: int = 0) -> Iterator[str]:
    """Every text in a layer's wiring: among them are the names of what feeds it."""
    if depth > MOST_DEPTH:
        return
    if isinstance(value, str):
        yield value[:80]
    for inner in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _named(inner, depth + 1)
