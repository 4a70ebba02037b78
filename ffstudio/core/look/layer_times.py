"""How long each layer takes for its forward pass, and how much memory its answers take: measured."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import Net

_ROUNDS = 5


@dataclass(frozen=True)
class LayerTime:
    """One layer, for all images of a batch.

    Attributes:
        seconds: The shortest of five passes, in NumPy.
        num_bytes: Of its activities.
    """

    seconds: float
    num_bytes: int


def time_layers(
    net: Net, x: npt.NDArray[np.float32], labels: npt.NDArray[np.integer]
) -> tuple[LayerTime, ...]:
    """Measures every layer that can be looked at on the same images.

    Of a Forward-Forward net with the label in its input each layer by itself; of others the time
    up to a layer less that up to the one below.

    Args:
        x: Images (n, pixels).
        labels: Embedded where labels enter (n,).
    """
    if isinstance(net, FFSnapshot):
        return _time_local(net, x, labels)
    return _time_network(net, x)


def _time_local(net: FFSnapshot, x: Any, labels: Any) -> tuple[LayerTime, ...]:
    every = net.activities(x, labels)
    if net.supervision == "frames":
        whole = _measure(lambda: net.activities(x, labels))
        sizes = np.array([layer.kernel.size for layer in net.layers], np.float64)
        return tuple(
            LayerTime(whole * share, a.nbytes)
            for share, a in zip(sizes / sizes.sum(), every, strict=True)
        )
    layers = net.net.layers
    first = FFSnapshot(
        net.layers[:1], net.num_classes, net.goodness, net.normalisation, net.label_embedding,
        net.label_amplitude, "all", net.label_scale, net.label_repeats, net.supervision,
        net.image_shape, None, net.frames,
    )  # fmt: skip
    made = [LayerTime(_measure(lambda: first.activities(x, labels)), every[0].nbytes)]
    seen: list[Any] = []
    for below, answers, layer in zip(every[:-1], every[1:], layers[1:], strict=True):
        seen.append(layer.normalise(below))

        def respond(layer: Any = layer, below: Any = below, seen: Any = tuple(seen[:-1])) -> Any:
            return layer.respond([*seen, layer.normalise(below)])

        made.append(LayerTime(_measure(respond), answers.nbytes))
    return tuple(made)


def _time_network(net: NetworkSnapshot, x: Any) -> tuple[LayerTime, ...]:
    network, given = net.network.architecture, net.prepare(x)
    every = net.activities(x)
    before, made = 0.0, []
    for port, answers in zip(net.answer_ports, every, strict=True):
        if port is None:
            made.append(LayerTime(0.0, 0))
            continue
        until = replace(network, outputs=(port,))

        def pass_up(until: Architecture = until) -> Any:
            return forward.predict(until, net.weights, given)

        seconds = _measure(pass_up)
        made.append(LayerTime(max(seconds - before, 0.0), answers.nbytes))
        before = max(seconds, before)
    return tuple(made)


def _measure(work: Any) -> float:
    """Seconds of the shortest of a few rounds."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best
