"""Channels-first networks turned into channels-last ones that compute the same, exactly.

TensorFlow convolves channels-first images on graphics cards only. Tensors are followed
through the network with a mark that says whether their channels have been moved to the
end: layers with channels want them moved, layers that do not care pass the mark on, axes
are renumbered, and where a layer needs the old order a Permute restores it. After a
Flatten the rows of the next dense kernel are put in the new order instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, Flow, Layer, Port, flow
from ffstudio.core.describe.kinds import KNOWN_LAYERS, Shape, place
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr

LayerArrays = tuple[npt.NDArray[np.float32], ...]
Weights = dict[str, LayerArrays]

_AXES = {
    "BatchNormalization", "Concatenate", "Softmax", "LayerNormalization", "GroupNormalization", "PReLU",
    "UnitNormalization", "Normalization",
}  # fmt: skip


def is_channels_first(network: Architecture) -> bool:
    """True when any layer, inner ones included, takes channels first."""
    return any(map(_wants_moved, network.layers)) or any(
        is_channels_first(x.inner) for x in network.layers if isinstance(x.inner, Architecture)
    )


def channels_last(
    network: Architecture, weights: Mapping[str, LayerArrays]
) -> tuple[Architecture, Weights]:
    """The same network with channels last, and its weights.

    Images enter and leave it with their channels last where layers with channels take
    and give them.

    Raises:
        ModelFileError: A layer with channels is repeated over time.
    """
    if not is_channels_first(network):
        return network, dict(weights)
    job = _Job(network, flow(network), weights, "")
    made = job.run()
    return made, {**weights, **job.weights}


def _wants_moved(layer: Layer) -> bool:
    if layer.kind == "Flatten":
        return False
    if layer.kind in ("TimeDistributed", "Bidirectional") and isinstance(layer.inner, Layer):
        if _wants_moved(layer.inner):
            raise ModelFileError(
                tr(
                    "The layer {layer_name} repeats a layer with channels first.",
                    layer_name=layer.name,
                ),
                tr("Only layers that ffstudio knows are built."),
            )
        return False
    return layer.settings.get("data_format") == "channels_first"


@dataclass(eq=False)
class _Job:
    """One network's conversion."""

    network: Architecture
    flow: Flow
    given: Mapping[str, LayerArrays]
    prefix: str
    weights: Weights = field(default_factory=dict)
    leaving: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._moved: dict[Port, bool] = {}
        # Flattened in the new order: the old shape, channels first.
        self._shuffled: dict[Port, Shape] = {}
        self._made: dict[str, Layer] = {}
        self._order: list[str] = []
        self._permuted: dict[tuple[Port, bool], Port] = {}
        # Of inner networks: which inputs they want moved, which outputs they give moved.
        self._known: dict[str, tuple[list[bool], list[bool]]] = {}
        self._consumers: dict[Port, list[Layer]] = {}
        for layer in self.network.layers:
            for call in layer.calls:
                for port in call:
                    self._consumers.setdefault(port, []).append(layer)

    def run(self) -> Architecture:
        by_name = {layer.name: layer for layer in self.network.layers}
        for name, call in self.flow.order:
            layer = by_name[name]
            if layer.kind == "InputLayer":
                self._input(layer)
            else:
                self._use(layer, call)
        self.leaving = [self._moved[p] for p in self.network.outputs]
        # Layers keep the order of the file; inserted ones come where they are first needed.
        return Architecture(
            self.network.name,
            tuple(self._made[n] for n in self._order),
            self.network.inputs,
            self.network.outputs,
        )

    def _path(self, layer: Layer) -> str:
        return f"{self.prefix}/{layer.name}" if self.prefix else layer.name

    def _keep(self, layer: Layer) -> None:
        if layer.name not in self._made:
            self._order.append(layer.name)
        self._made[layer.name] = layer

    def _input(self, layer: Layer) -> None:
        port = Port(layer.name)
        shape = self.flow.shapes[port]
        moved = len(shape) > 1 and self._feeds_moved(port)
        if moved:
            layer = replace(layer, settings={"shape": [*shape[1:], shape[0]]})
        self._moved[port] = moved
        self._keep(layer)

    def _feeds_moved(self, port: Port, depth: int = 0) -> bool:
        """True when a tensor goes to layers with channels first, perhaps by way of others."""
        for layer in self._consumers.get(port, ()):
            if _wants_moved(layer):
                return True
            if isinstance(layer.inner, Architecture) and is_channels_first(layer.inner):
                return True
            passes = layer.kind in _AXES or (
                layer.kind in KNOWN_LAYERS and KNOWN_LAYERS[layer.kind].pointwise
            )
            if passes and depth < 200 and self._feeds_moved(Port(layer.name), depth + 1):
                return True
        return False

    def _only_dense(self, port: Port, depth: int = 0) -> bool:
        """True when all that a flat tensor feeds, by way of idle layers, is dense layers."""
        if port in self.network.outputs or depth > 200:
            return False
        for layer in self._consumers.get(port, ()):
            if len(layer.calls) != 1 or len(layer.calls[0]) != 1:
                return False
            if layer.kind == "Dense":
                continue
            known = layer.kind in KNOWN_LAYERS and KNOWN_LAYERS[layer.kind].pointwise
            if not known or not self._only_dense(Port(layer.name), depth + 1):
                return False
        return True

    def _use(self, layer: Layer, call: int) -> None:
        fed = layer.calls[call]
        shapes = [self.flow.shapes[p] for p in fed]
        ranks = {len(s) for s in shapes}
        now = [self._moved[p] for p in fed]
        port = Port(layer.name, call)
        settings = dict(layer.settings)
        inner = layer.inner
        first = call == 0 or layer.name not in self._made
        moved = False
        kind = KNOWN_LAYERS.get(layer.kind)
        if isinstance(layer.inner, Architecture):
            wanted, moved_out, inner = self._convert_inner(layer, shapes, first)
            for index, state in enumerate(moved_out):
                self._moved[Port(layer.name, call, index)] = state
            self._place(layer, call, fed, wanted, settings, inner)
            return
        if layer.kind == "Flatten":
            flat, settings = self._flatten(layer, port, fed[0], shapes[0])
            self._place(layer, call, fed, [flat], settings, inner)
            self._moved[port] = False
            return
        if _wants_moved(layer):
            wanted = [True] * len(fed)
            settings["data_format"] = "channels_last"
            moved = len(self.flow.shapes[port]) > 1
        elif layer.kind in _AXES or (kind is not None and kind.pointwise):
            moved = all(now) and len(ranks) == 1 and (first or self._was_moved(layer))
            wanted = [moved] * len(fed)
            if moved and layer.kind in _AXES:
                settings = self._renumber_axes(layer, shapes[0], first)
            if kind is not None and kind.pointwise and len(fed) == 1 and fed[0] in self._shuffled:
                self._shuffled[port] = self._shuffled[fed[0]]
        else:
            wanted = [False] * len(fed)
            if layer.kind == "Dense" and fed[0] in self._shuffled:
                self._reorder(layer, self._shuffled[fed[0]])
        self._moved[port] = moved
        self._place(layer, call, fed, wanted, settings, inner)

    def _was_moved(self, layer: Layer) -> bool:
        return self._moved.get(Port(layer.name), False)

    def _place(
        self,
        layer: Layer,
        call: int,
        fed: Sequence[Port],
        wanted: Sequence[bool],
        settings: dict[str, Any],
        inner: Layer | Architecture | None,
    ) -> None:
        ports = tuple(self._in_order(p, w) for p, w in zip(fed, wanted, strict=True))
        known = self._made.get(layer.name)
        calls: list[tuple[Port, ...]] = [() for _ in layer.calls]
        if known is not None:
            calls = list(known.calls)
        calls[call] = ports
        if known is not None:
            settings, inner = dict(known.settings), known.inner
        self._keep(replace(layer, settings=settings, calls=tuple(calls), inner=inner))

    def _in_order(self, port: Port, moved: bool) -> Port:
        """The tensor with its channels where they are wanted; a Permute puts them there."""
        if self._moved[port] == moved:
            return port
        key = (port, moved)
        if key not in self._permuted:
            rank = len(self.flow.shapes[port])
            axes = list(range(1, rank + 1))
            dims = [*axes[1:], 1] if moved else [rank, *axes[:-1]]
            name = f"{port.layer}_channels_{'last' if moved else 'first'}"
            while name in self._made or any(x.name == name for x in self.network.layers):
                name += "_"
            self._keep(Layer(name, "Permute", {"dims": dims}, ((port,),)))
            self._permuted[key] = Port(name)
            self._moved[Port(name)] = moved
        return self._permuted[key]

    def _flatten(
        self, layer: Layer, port: Port, fed: Port, shape: Shape
    ) -> tuple[bool, dict[str, Any]]:
        settings = {"data_format": "channels_last"}
        if len(shape) < 2:
            return False, settings
        if layer.settings.get("data_format") == "channels_first":
            # This Flatten always puts channels last, so that weights fit either order.
            return True, settings
        if self._moved[fed] and None not in shape and self._only_dense(port):
            self._shuffled[port] = shape
            return True, settings
        return False, settings

    def _reorder(self, layer: Layer, shape: Shape) -> None:
        path = self._path(layer)
        if path not in self.given:
            return
        kernel, *rest = self.given[path]
        sizes = [int(n or 0) for n in shape]
        rows = kernel.reshape(*sizes, kernel.shape[-1])
        moved = np.moveaxis(rows, 0, len(sizes) - 1).reshape(kernel.shape)
        self.weights[path] = (np.ascontiguousarray(moved), *rest)

    def _renumber_axes(self, layer: Layer, shape: Shape, first: bool) -> dict[str, Any]:
        settings, rank = dict(layer.settings), len(shape)

        def renumber(axis: int) -> int:
            at = place(axis, rank)
            return -1 if at == 0 else at

        key = "shared_axes" if layer.kind == "PReLU" else "axis"
        value = settings.get(key)
        if isinstance(value, list):
            settings[key] = sorted(rank if n == -1 else n for n in map(renumber, value))
        elif value is not None:
            settings[key] = renumber(value)
        path = self._path(layer)
        many = layer.kind == "PReLU" or (
            isinstance(value, list) and 0 in [place(n, rank) for n in value]
        )
        if many and first and path in self.given:
            self.weights[path] = tuple(
                np.ascontiguousarray(np.moveaxis(a, 0, -1)) if a.ndim > 1 else a
                for a in self.given[path]
            )
        return settings

    def _convert_inner(
        self, layer: Layer, shapes: Sequence[Shape], first: bool
    ) -> tuple[list[bool], list[bool], Architecture]:
        """A network inside: its inputs are moved where it itself would have them so."""
        network = layer.inner
        assert isinstance(network, Architecture)  # noqa: S101 - the caller has looked
        if not first:
            entering, leaving = self._known[layer.name]
            return entering, leaving, network
        inner_flow = flow(network, shapes)
        if not is_channels_first(network):
            entering, leaving = [False] * len(shapes), [False] * len(network.outputs)
            self._known[layer.name] = entering, leaving
            return entering, leaving, network
        job = _Job(network, inner_flow, self.given, self._path(layer))
        made = job.run()
        self.weights.update(job.weights)
        entering = [job._moved[p] for p in network.inputs]
        self._known[layer.name] = (entering, job.leaving)
        return entering, job.leaving, made
