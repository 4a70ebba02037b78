"""Units that say nothing, because they are always silent or always at their bound."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.mathematics import random_wrong_labels

# Activations that end at a bound, by name: (lowest, highest).
_BOUNDS = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}
# A unit is saturated where it is this near to a bound, as a share of the range, …
_NEAR = 0.01
# … for this share of the data.
_OFTEN = 0.95
_SEED = 20221213


@dataclass(frozen=True)
class UnitHealth:
    """The units of a layer.

    Attributes:
        units: Units, or channels of a convolution.
        dead: Those whose activity is 0 for all data of the sample, positive and negative.
        saturated: Those within 1% of a bound of their activation for 95% of it; None where
            the activation has no bound on that side (ReLU and its kin).
    """

    units: int
    dead: int
    saturated: int | None


def count_idle_units(net: FFSnapshot, sample: FixedSample) -> list[UnitHealth]:
    """Counts dead and saturated units of every layer on positive and negative data."""
    rng = np.random.default_rng(_SEED)
    wrong = random_wrong_labels(sample.y, net.num_classes, rng.random((len(sample), 1)))
    with np.errstate(all="ignore"):  # diverged weights are told elsewhere
        kinds = [net.activities(sample.x, labels) for labels in (sample.y, wrong)]
    counted = []
    for layer, positive, negative in zip(net.layers, *kinds, strict=True):
        a = np.concatenate(
            [np.asarray(half).reshape(-1, layer.units) for half in (positive, negative)]
        )
        dead = int((a == 0).all(axis=0).sum()) if len(a) else 0
        saturated = None
        if layer.activation in _BOUNDS:
            low, high = _BOUNDS[layer.activation]
            near = _NEAR * (high - low)
            at_bound = (a <= low + near) | (a >= high - near)
            saturated = int((at_bound.mean(axis=0) >= _OFTEN).sum()) if len(a) else 0
        counted.append(UnitHealth(layer.units, dead, saturated))
    return counted
