"""Small nets put together by hand, for tests and benchmarks."""

from __future__ import annotations

from collections.abc import Sequence

from ffstudio.core.describe.architecture import Layer, chain
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.network import Network
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.weights import DenseWeights


def backprop_net(
    layers: Sequence[DenseWeights], image_shape: tuple[int, int] | None = None
) -> NetworkSnapshot:
    """A chain of dense layers as the builder would name it, the output last."""
    names = [*(f"dense_{i}" for i in range(1, len(layers))), "output"]
    parts = []
    for name, layer in zip(names, layers, strict=True):
        settings = {"units": layer.units, "activation": layer.activation}
        parts.append(Layer(name, "Dense", check_settings("Dense", settings, name)))
    inputs = int(layers[0].kernel.shape[0])
    weights = {n: (layer.kernel, layer.bias) for n, layer in zip(names, layers, strict=True)}
    return NetworkSnapshot(
        Network(chain("net", parts, (inputs,))), weights, image_shape or (1, inputs)
    )
