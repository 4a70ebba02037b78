"""How much a network computes for one image: what tells how many images it can be tried on."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.kinds import Shape

# What a search for the way a net wants its images may cost, in multiply-adds, before it is asked
# whether it shall go on: some seven seconds of two cores.
SEARCH_WORK = 300e9
# What calling a net costs besides, whatever its size, and each step of a recurrent layer.
CALL_WORK, STEP_WORK = 200e6, 4e6
# What judging a net on a set may cost before a sample has to do, and the fewest images of one.
JUDGE_WORK, LEAST_JUDGED = 300e9, 20

_STEPPING = ("SimpleRNN", "LSTM", "GRU", "Bidirectional")
_RECURRENT = ("SimpleRNN", "LSTM", "GRU", "Bidirectional", "TimeDistributed")


def count_affordable(work: float, total: int, most: float = JUDGE_WORK) -> int:
    """On how many of ``total`` images a net is judged.

    All of them where that costs little more than ``most``; else a round number, so that the
    same net is judged on as many images on any machine.

    Args:
        work: Multiply-adds for one image.
        most: Multiply-adds for all.
    """
    may = most / max(work, 1.0)
    if total <= 1.5 * may:
        return total
    digits = 10 ** max(math.floor(math.log10(max(may, 1.0))) - 1, 0)
    return min(max(math.floor(may / digits) * digits, LEAST_JUDGED), total)


def count_call_work(network: Architecture) -> float:
    """What one call costs besides the images, in multiply-adds: steps follow one another.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    sizes = flow(network)
    work = CALL_WORK
    for layer in network.layers:
        if isinstance(layer.inner, Architecture):
            work += count_call_work(layer.inner) - CALL_WORK
        elif layer.kind in _STEPPING and layer.calls:
            steps = sizes.shapes[layer.calls[0][0]][0]
            work += STEP_WORK * (28 if steps is None else steps)
    return work


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
