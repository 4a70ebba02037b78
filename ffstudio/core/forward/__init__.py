"""The forward pass of every network that :mod:`ffstudio.core.describe.architecture` can describe.

In NumPy, so that the window can look into a model without TensorFlow: what Keras computes
once training is over (dropout does nothing, batch normalisation uses its moving
statistics), in float32, or in float64 for float64 inputs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, Flow, Layer, Port, flow
from ffstudio.core.errors import ModelFileError
from ffstudio.core.forward import attention, convolutions, masks, plain, recurrent
from ffstudio.core.forward.rule import Array, Rule, Use, Weights
from ffstudio.core.words import tr

__all__ = ["RULES", "Weights", "predict", "run"]

# Values of a batch's largest tensor: 16 MB as float32.
_MOST_VALUES = 1 << 22


def _both_ways(use: Use) -> Array | tuple[Array, ...]:
    inner = use.layer.inner
    if not isinstance(inner, Layer) or inner.kind not in ("SimpleRNN", "LSTM", "GRU"):
        raise ValueError("nothing to turn round")
    forward, backward = (
        replace(use, layer=inner, path=f"{use.path}/{way}") for way in ("forward", "backward")
    )
    return recurrent.both_ways(forward, backward, use.settings["merge_mode"])


def _over_time(use: Use) -> Array:
    inner, x = use.layer.inner, use.x
    if not isinstance(inner, Layer):
        raise ValueError("nothing to repeat")
    masks.not_inside(use)
    # Every step of every sequence is an input of its own.
    steps = x.reshape(-1, *x.shape[2:])
    one = Use(inner, f"{use.path}/{inner.name}", use.arrays, (steps,), (None,))
    output = RULES[inner.kind](one)
    if isinstance(output, tuple):
        raise ValueError("several outputs")
    return output.reshape(*x.shape[:2], *output.shape[1:])


# One for every kind of layer in KNOWN_LAYERS.
RULES: dict[str, Rule] = {
    **plain.RULES,
    **convolutions.RULES,
    **recurrent.RULES,
    **attention.RULES,
    "Bidirectional": _both_ways,
    "TimeDistributed": _over_time,
}


def run(
    network: Architecture,
    weights: Weights,
    x: npt.ArrayLike | Sequence[npt.ArrayLike],
    *,
    keep: Collection[Port] | None = None,
) -> dict[Port, Array]:
    """What every use of every layer puts out.

    Args:
        weights: Per path of a layer (inner layers after a slash) its arrays, in Keras 3's
            order: what :func:`ffstudio.engine.strangers.build.build` takes.
        x: (n, *input shape); a list of such arrays for a network with several inputs.
        keep: Only these and the network's outputs, a part of the images at a time; others
            are dropped as soon as nothing needs them, and not computed where nothing does.

    Returns:
        Per output of a layer's use (n, *shape). Some may share memory with one another
        and with ``x``.

    Raises:
        ModelFileError: Inputs or weights do not fit the network.
    """
    entering = _inputs(network, x)
    sizes = flow(network, [a.shape[1:] for a in entering])
    if keep is None:
        nothing = [None] * len(entering)
        return _run(network, sizes, weights, "", entering, nothing, None)[0]
    return _in_parts(network, sizes, weights, entering, {*keep, *network.outputs})


def predict(
    network: Architecture,
    weights: Weights,
    x: npt.ArrayLike | Sequence[npt.ArrayLike],
    batch: int | None = None,
) -> Array:
    """The network's (first) output: (n, *shape).

    Args:
        weights: As for :func:`run`.
        x: As for :func:`run`.
        batch: How many at once; by default so many that memory stays moderate.

    Raises:
        ModelFileError: Inputs or weights do not fit the network.
    """
    entering = _inputs(network, x)
    sizes = flow(network, [a.shape[1:] for a in entering])
    output = network.outputs[0]
    return _in_parts(network, sizes, weights, entering, {output}, batch)[output]


def _in_parts(
    network: Architecture,
    sizes: Flow,
    weights: Weights,
    entering: Sequence[Array],
    kept: Collection[Port],
    batch: int | None = None,
) -> dict[Port, Array]:
    """What is kept, for a part of the images after the other."""
    if batch is None:
        largest = max(_size(shape) for shape in sizes.shapes.values())
        batch = max(_MOST_VALUES // max(largest, 1), 1)
    if not len(entering[0]):
        shapes = {port: [n or 0 for n in sizes.shapes[port]] for port in kept}
        return {port: np.zeros((0, *shapes[port]), entering[0].dtype) for port in kept}
    nothing = [None] * len(entering)
    parts = []
    for start in range(0, len(entering[0]), batch):
        some = [a[start : start + batch] for a in entering]
        parts.append(_run(network, sizes, weights, "", some, nothing, kept)[0])
    if len(parts) == 1:
        return parts[0]
    return {port: np.concatenate([part[port] for part in parts]) for port in parts[0]}


def _size(shape: Sequence[int | None]) -> int:
    count = 1
    for n in shape:
        count *= n or 1
    return count


def _inputs(network: Architecture, x: Any) -> list[Array]:
    """Weights of one type that fit the network's inputs."""
    several = isinstance(x, (list, tuple)) and len(network.inputs) > 1
    given = [np.asarray(a) for a in (x if several else [x])]
    if len(given) != len(network.inputs):
        raise ModelFileError(
            tr("The network has {count} inputs.", count=len(network.inputs)),
            tr("This view hands over one only."),
        )
    kind = np.float64 if any(a.dtype == np.float64 for a in given) else np.float32
    for array, port in zip(given, network.inputs, strict=True):
        declared = network.layer(port.layer).settings.get("shape")
        shape = array.shape[1:]
        if declared is not None and (
            len(declared) != len(shape)
            or any(n not in (None, m) for n, m in zip(declared, shape, strict=True))
        ):
            wanted, got = (
                "×".join("?" if n is None else str(n) for n in s) for s in (declared, shape)
            )
            raise ModelFileError(
                tr("The network's input is {wanted}, not {got}.", wanted=wanted, got=got),
                tr("Prepare the images for it."),
            )
    if len({len(a) for a in given}) > 1:
        raise ModelFileError(tr("The network's inputs are not equally many."), "")
    return [np.asarray(a, kind) for a in given]


def _run(
    network: Architecture,
    sizes: Flow,
    weights: Weights,
    path: str,
    entering: Sequence[Array],
    entering_masks: Sequence[Array | None],
    kept: Collection[Port] | None,
) -> tuple[dict[Port, Array], dict[Port, Array | None]]:
    by_name = {layer.name: layer for layer in network.layers}
    tensors: dict[Port, Array] = {}
    known: dict[Port, Array | None] = {}
    order = sizes.order
    waiting: Counter[Port] = Counter()
    if kept is not None:
        order = _select_needed(by_name, order, kept)
        waiting.update(p for name, call in order for p in by_name[name].calls[call])
    inputs = {p.layer: i for i, p in enumerate(network.inputs)}
    for name, call in order:
        layer = by_name[name]
        here = f"{path}/{name}" if path else name
        if layer.kind == "InputLayer":
            port = Port(name)
            tensors[port], known[port] = entering[inputs[name]], entering_masks[inputs[name]]
            continue
        fed = layer.calls[call]
        use = Use(
            layer, here, weights, tuple(tensors[p] for p in fed), tuple(known[p] for p in fed)
        )
        outputs, marks = _compute(use, sizes)
        for index, (output, mark) in enumerate(zip(outputs, marks, strict=True)):
            port = Port(name, call, index)
            tensors[port], known[port] = output, mark
        if kept is not None:
            for port in fed:
                waiting[port] -= 1
                if not waiting[port] and port not in kept:
                    del tensors[port], known[port]
    if kept is not None:
        tensors = {port: array for port, array in tensors.items() if port in kept}
    return tensors, known


def _select_needed(
    by_name: Mapping[str, Layer], order: Sequence[tuple[str, int]], kept: Collection[Port]
) -> tuple[tuple[str, int], ...]:
    """The uses of layers that something kept depends on, in order."""
    wanted = {(port.layer, port.call) for port in kept}
    chosen = []
    for name, call in reversed(order):
        if (name, call) in wanted:
            chosen.append((name, call))
            wanted |= {(p.layer, p.call) for p in by_name[name].calls[call]}
    return tuple(reversed(chosen))


def _compute(use: Use, sizes: Flow) -> tuple[Sequence[Array], Sequence[Array | None]]:
    """A layer's outputs and their masks."""
    layer = use.layer
    if isinstance(layer.inner, Architecture):
        network = layer.inner
        inner = flow(network, [a.shape[1:] for a in use.fed])
        tensors, known = _run(
            network, inner, use.arrays, use.path, use.fed, use.masks, network.outputs
        )
        return [tensors[p] for p in network.outputs], [known[p] for p in network.outputs]
    _check_weights(use, sizes)
    try:
        with np.errstate(all="ignore"):
            one = RULES[layer.kind](use)
            mask = masks.pass_on(use)
    except (ValueError, TypeError, IndexError, KeyError, ZeroDivisionError) as error:
        raise ModelFileError(
            tr(
                "The layer {layer_name} ({layer_kind}) cannot be computed from what feeds it.",
                layer_name=layer.name,
                layer_kind=layer.kind,
            ),
            tr("The file may be damaged."),
        ) from error
    outputs = one if isinstance(one, tuple) else (one,)
    return outputs, [mask] * len(outputs)


def _check_weights(use: Use, sizes: Flow) -> None:
    """Raises ModelFileError when a layer's weights are missing or of other shapes."""
    if use.layer.kind == "Normalization":
        return  # its weights may also be settings, or be those it starts with
    wanted: dict[str, list[tuple[int, ...]]] = {}
    prefix = use.path[: len(use.path) - len(use.layer.name)]
    for weight in sizes.weights.get(use.layer.name, ()):
        wanted.setdefault(prefix + weight.layer, []).append(weight.shape)
    for path, shapes in wanted.items():
        if [np.shape(a) for a in use.arrays.get(path, ())] != shapes:
            raise ModelFileError(
                tr("The weights of {path} are missing or do not fit it.", path=path),
                tr("The file may be damaged."),
            )
