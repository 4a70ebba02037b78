"""How much a network computes for one image: what tells how many images it can be tried on."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.kinds import Shape

_RECURRENT = ("SimpleRNN", "LSTM", "GRU", "Bidirectional", "TimeDistributed")


def count_multiply_adds(network: Architecture, given: Sequence[Shape] | None = None) -> int:
    """Multiply-adds of kernels for one image; open sizes count as 28.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    sizes = flow(network, given)
    total = 0
    by_name = {layer.name: layer for layer in network.layers}
    for name, call in sizes.order:
        layer = by_name[name]
        if layer.kind == "InputLayer":
            continue
        fed = [sizes.shapes[port] for port in layer.calls[call]]
        if isinstance(layer.inner, Architecture):
            total += count_multiply_adds(layer.inner, fed)
            continue
        kernels = sum(w.size for w in sizes.weights.get(name, ()) if len(w.shape) > 1)
        made = next((s for port, s in sizes.shapes.items() if port.layer == name), ())
        # A kernel is used once at every place of what comes out, or at every step that goes in.
        places = fed[0][:1] if layer.kind in _RECURRENT and fed else made[:-1]
        total += kernels * math.prod(28 if n is None else n for n in places)
    return total
