"""A network's architecture in ffstudio's own words: layers, their settings and their wiring.

Whatever wrote a model file, its configuration ends up here: layers out of one table
(:mod:`ffstudio.core.describe.kinds`), settings that have been checked one by one, and who
feeds whom. There is no code in it and no class name that is not in the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ffstudio.core.describe.kinds import KNOWN_LAYERS, Shape, Weight, check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

# Deeper or longer ones are made to keep a reader busy.
MOST_DEPTH = 12
MOST_LAYERS = 5_000
# Values per image that one layer may put out: 16 MiB as float32 is a picture of 2048×2048.
MOST_VALUES = 2**24


@dataclass(frozen=True)
class Port:
    """One tensor of a network: which use of which layer it comes out of.

    Attributes:
        call: Which use of the layer, for layers that are used several times.
        index: Which of the layer's outputs.
    """

    layer: str
    call: int = 0
    index: int = 0


@dataclass(frozen=True)
class Layer:
    """One layer.

    Attributes:
        kind: A key of ``KNOWN_LAYERS``, or ``Model`` for a network inside the network.
        settings: As Keras 3 names them; all that the kind's table knows are there.
        calls: Per use of the layer, what feeds it.
        inner: The wrapped layer of Bidirectional and TimeDistributed, or the network
            inside a ``Model``.
    """

    name: str
    kind: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    calls: tuple[tuple[Port, ...], ...] = ()
    inner: Layer | Architecture | None = None
    trainable: bool = True

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        saved: dict[str, Any] = {
            "name": self.name,
            "kind": self.kind,
            "settings": dict(self.settings),
            "calls": [[[p.layer, p.call, p.index] for p in call] for call in self.calls],
            "trainable": self.trainable,
        }
        if isinstance(self.inner, Architecture):
            saved["network"] = self.inner.to_dict()
        elif self.inner is not None:
            saved["layer"] = self.inner.to_dict()
        return saved

    @classmethod
    def from_dict(cls, saved: Any, depth: int = 0) -> Layer:
        """The inverse of :meth:`to_dict`; every setting is checked again.

        Raises:
            ModelFileError: It is no layer of ours.
        """
        if not isinstance(saved, dict) or depth > MOST_DEPTH:
            raise ModelFileError(tr("The architecture is damaged."), tr("Open the model again."))
        kind, name = str(saved.get("kind")), str(saved.get("name"))
        calls = tuple(_ports(call) for call in _list(saved.get("calls")))
        inner: Layer | Architecture | None = None
        if "network" in saved:
            inner = Architecture.from_dict(saved["network"], depth + 1)
        elif "layer" in saved:
            inner = Layer.from_dict(saved["layer"], depth + 1)
        given = saved.get("settings")
        settings = {} if kind == "Model" else check_settings(kind, given, name)
        return cls(name, kind, settings, calls, inner, saved.get("trainable") is not False)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ModelFileError(tr("The architecture is damaged."), tr("Open the model again."))
    return value


def _ports(value: Any) -> tuple[Port, ...]:
    ports = []
    for entry in _list(value):
        if not isinstance(entry, (list, tuple)) or len(entry) != 3:
            raise ModelFileError(tr("The architecture is damaged."), tr("Open the model again."))
        layer, call, index = entry
        if not isinstance(call, int) or not isinstance(index, int) or min(call, index) < 0:
            raise ModelFileError(tr("The architecture is damaged."), tr("Open the model again."))
        ports.append(Port(str(layer), call, index))
    return tuple(ports)


@dataclass(frozen=True)
class Architecture:
    """A network.

    Attributes:
        layers: In the order of the file, in which Keras also keeps the weights; inputs
            are layers of the kind ``InputLayer``.
        inputs: The tensors that enter.
        outputs: The tensors that come out.
    """

    name: str
    layers: tuple[Layer, ...]
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "name": self.name,
            "layers": [layer.to_dict() for layer in self.layers],
            "inputs": [[p.layer, p.call, p.index] for p in self.inputs],
            "outputs": [[p.layer, p.call, p.index] for p in self.outputs],
        }

    @classmethod
    def from_dict(cls, saved: Any, depth: int = 0) -> Architecture:
        """The inverse of :meth:`to_dict`.

        Raises:
            ModelFileError: It is no architecture of ours.
        """
        if not isinstance(saved, dict) or depth > MOST_DEPTH:
            raise ModelFileError(tr("The architecture is damaged."), tr("Open the model again."))
        return cls(
            str(saved.get("name")),
            tuple(Layer.from_dict(x, depth) for x in _list(saved.get("layers"))),
            _ports(saved.get("inputs")),
            _ports(saved.get("outputs")),
        )

    def layer(self, name: str) -> Layer:
        """The layer of that name.

        Raises:
            ModelFileError: There is none.
        """
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise ModelFileError(
            tr("The network has no layer {name}.", name=name), tr("The file may be damaged.")
        )

    def with_input_shapes(self, shapes: Sequence[Shape | None]) -> Architecture:
        """The same network with its inputs declared."""
        by_name = {port.layer: shape for port, shape in zip(self.inputs, shapes, strict=True)}
        layers = tuple(
            replace(x, settings={"shape": None if by_name[x.name] is None else [*by_name[x.name]]})  # type: ignore[misc]
            if x.kind == "InputLayer" and x.name in by_name
            else x
            for x in self.layers
        )
        return replace(self, layers=layers)


def chain(name: str, layers: Sequence[Layer], input_shape: Shape | None) -> Architecture:
    """A network whose layers feed one another in line; an input is put before them."""
    taken = {layer.name for layer in layers}
    entry = "input"
    while entry in taken:
        entry += "_"
    line = [
        Layer(
            entry,
            "InputLayer",
            {"shape": None if input_shape is None else list(input_shape)},
            ((),),
        )
    ]
    for layer in layers:
        line.append(replace(layer, calls=((Port(line[-1].name),),)))
    return Architecture(name, tuple(line), (Port(entry),), (Port(line[-1].name),))


# --- shapes and weights -----------------------------------------------------------------


@dataclass(frozen=True)
class Flow:
    """Sizes throughout a network, computed from its inputs.

    Attributes:
        shapes: Of every tensor, without the batch.
        order: (layer name, which call) in an order in which they can be computed.
        weights: Per layer name, in Keras 3's order.
    """

    shapes: dict[Port, Shape]
    order: tuple[tuple[str, int], ...]
    weights: dict[str, tuple[Weight, ...]]

    def parameters(self, layer: str) -> int:
        """How many numbers the layer has learnt or keeps."""
        return sum(w.size for w in self.weights.get(layer, ()))


def flow(
    network: Architecture, given: Sequence[Shape | None] | None = None, depth: int = 0
) -> Flow:
    """Follows the shapes from the inputs to the outputs.

    Args:
        given: Shapes of the inputs where the network itself does not declare them.

    Raises:
        ModelFileError: Layers do not fit each other, run in a circle, or would put out
            more than ``MOST_VALUES`` numbers per image.
    """
    if depth > MOST_DEPTH or len(network.layers) > MOST_LAYERS:
        raise ModelFileError(tr("The network has too many layers."), tr("The file is refused."))
    by_name = {layer.name: layer for layer in network.layers}
    if len(by_name) != len(network.layers):
        raise ModelFileError(
            tr("Two layers of the network have one name."), tr("It may be damaged.")
        )
    shapes: dict[Port, Shape] = {}
    weights: dict[str, tuple[Weight, ...]] = {}
    order: list[tuple[str, int]] = []
    for i, port in enumerate(network.inputs):
        entry = by_name.get(port.layer)
        if entry is None or entry.kind != "InputLayer":
            raise ModelFileError(
                tr("The network's input is missing."), tr("The file may be damaged.")
            )
        shape = given[i] if given is not None and i < len(given) else None
        declared = entry.settings.get("shape")
        if shape is None and declared is not None:
            shape = tuple(declared)
        if shape is None:
            raise ModelFileError(
                tr("The file does not say what the network's input looks like."),
                tr("Save the model again after it has seen an image."),
            )
        shapes[Port(port.layer)] = shape
        order.append((port.layer, 0))
    waiting = [
        (layer, i)
        for layer in network.layers
        if layer.kind != "InputLayer"
        for i in range(len(layer.calls))
    ]
    while waiting:
        left = []
        for layer, i in waiting:
            if not all(port in shapes for port in layer.calls[i]):
                left.append((layer, i))
                continue
            fed = [shapes[port] for port in layer.calls[i]]
            for index, shape in enumerate(layer_outputs(layer, fed, depth)):
                if _values(shape) > MOST_VALUES:
                    raise ModelFileError(
                        tr(
                            "The layer {layer_name} would put out {values} numbers per image.",
                            layer_name=layer.name,
                            values=write_number(_values(shape), ","),
                        ),
                        tr("The file is refused."),
                    )
                shapes[Port(layer.name, i, index)] = shape
            order.append((layer.name, i))
            if layer.name not in weights:
                weights[layer.name] = tuple(layer_weights(layer, fed, depth=depth))
        if len(left) == len(waiting):
            if _find_needed_layers(network, by_name) & {layer.name for layer, _ in left}:
                raise ModelFileError(
                    tr("The layer {left_name} is fed by nothing.", left_name=left[0][0].name),
                    tr("The file may be damaged."),
                )
            break
        waiting = left
    for port in network.outputs:
        if port not in shapes:
            raise ModelFileError(
                tr("The network's output is missing."), tr("The file may be damaged.")
            )
    return Flow(shapes, tuple(order), weights)


def _find_needed_layers(network: Architecture, by_name: Mapping[str, Layer]) -> set[str]:
    needed: set[str] = set()
    waiting = [port.layer for port in network.outputs]
    while waiting:
        name = waiting.pop()
        if name not in needed and name in by_name:
            needed.add(name)
            waiting.extend(p.layer for call in by_name[name].calls for p in call)
    return needed


def _values(shape: Shape) -> int:
    count = 1
    for n in shape:
        count *= 1 if n is None else n
    return count


def layer_outputs(layer: Layer, fed: Sequence[Shape], depth: int = 0) -> list[Shape]:
    """Shapes of what the layer puts out.

    Raises:
        ModelFileError: What feeds it does not fit it.
    """
    try:
        if layer.kind == "Model":
            network = _network(layer)
            inner = flow(network, fed, depth + 1)
            return [inner.shapes[port] for port in network.outputs]
        if layer.kind == "TimeDistributed":
            (shape,) = fed
            one = layer_outputs(_layer_inside(layer), [shape[1:]], depth + 1)[0]
            return [(shape[0], *one)]
        if layer.kind == "Bidirectional":
            one = layer_outputs(_layer_inside(layer), fed, depth + 1)[0]
            if layer.settings["merge_mode"] is None:
                return [one, one]
            twice = layer.settings["merge_mode"] == "concat" and one[-1] is not None
            return [(*one[:-1], 2 * one[-1])] if twice else [one]  # type: ignore[operator]
        if layer.kind not in KNOWN_LAYERS:
            raise ModelFileError(
                tr("There is no layer {kind}.", kind=layer.kind), tr("The file is refused.")
            )
        outputs = KNOWN_LAYERS[layer.kind].shape(layer.settings, fed)
        return outputs if isinstance(outputs, list) else [outputs]
    except (ValueError, TypeError, IndexError, ZeroDivisionError, OverflowError) as error:
        given = " and ".join("×".join("?" if n is None else str(n) for n in s) for s in fed)
        raise ModelFileError(
            tr(
                "The layer {layer_name} ({kind}) does not fit its input ({given}).",
                layer_name=layer.name,
                kind=layer.kind,
                given=given or tr("none"),
            ),
            tr("The file may be damaged."),
        ) from error


def layer_weights(
    layer: Layer, fed: Sequence[Shape], path: str = "", depth: int = 0
) -> Iterator[Weight]:
    """The weights of a layer and of all that is in it, in Keras 3's order.

    Raises:
        ModelFileError: What feeds the layer does not fit it.
    """
    here = f"{path}/{layer.name}" if path else layer.name
    if layer.kind == "Model":
        network = _network(layer)
        inner = flow(network, fed, depth + 1)
        for one in network.layers:
            if one.name not in inner.weights:
                continue
            for weight in inner.weights[one.name]:
                yield replace(weight, layer=f"{here}/{weight.layer}")
    elif layer.kind == "TimeDistributed":
        inner_layer = replace(_layer_inside(layer), name="layer")
        yield from layer_weights(inner_layer, [fed[0][1:]], here, depth + 1)
    elif layer.kind == "Bidirectional":
        for direction in ("forward", "backward"):
            inner_layer = replace(_layer_inside(layer), name=direction)
            yield from layer_weights(inner_layer, fed, here, depth + 1)
    else:
        try:
            weights = KNOWN_LAYERS[layer.kind].weights(layer.settings, fed)
        except (ValueError, TypeError, IndexError, ZeroDivisionError, KeyError) as error:
            raise ModelFileError(
                tr(
                    "The layer {layer_name} ({kind}) does not fit its input.",
                    layer_name=layer.name,
                    kind=layer.kind,
                ),
                tr("The file may be damaged."),
            ) from error
        for weight in weights:
            yield replace(weight, layer=here)


def _network(layer: Layer) -> Architecture:
    if not isinstance(layer.inner, Architecture):
        raise ModelFileError(
            tr("The network inside {layer_name} is missing.", layer_name=layer.name),
            tr("It may be damaged."),
        )
    return layer.inner


def _layer_inside(layer: Layer) -> Layer:
    if not isinstance(layer.inner, Layer):
        raise ModelFileError(
            tr("The layer inside {layer_name} is missing.", layer_name=layer.name),
            tr("It may be damaged."),
        )
    return layer.inner
