"""Holds the gradients that a view shows against a numerical one and against an engine's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.look.backpropagation import Trace, losses_with
from ffstudio.core.look.network_snapshot import NetworkSnapshot

Values = npt.NDArray[np.float64]

# Numbers of a kernel or bias that are found out numerically: each costs two forward passes.
MOST_NUMERICAL = 128
LEAST_NUMERICAL = 4
# Multiply-adds that all of them together may cost.
_MOST_WORK = 4e9
_STEP = 1e-6
# Activation functions with a kink, where the loss has two slopes and no derivative.
_KINKED = {"relu": (0.0,), "leaky_relu": (0.0,), "selu": (0.0,), "relu6": (0.0, 6.0)}
_NEAR = 1e-4
_APART = 1e-5


@dataclass(frozen=True, eq=False)
class CheckedArray:
    """One array of weights: its gradient as shown, and as others find it.

    Attributes:
        path: Of the layer.
        part: 0 for the kernel Θ, 1 for the bias β, whose gradient is δ.
        shown: ∂J/∂Θ or ∂J/∂β as the view has it.
        places: Flat indices of the numbers that were found out numerically (m,).
        numerical: [J(w+h) − J(w−h)] / 2h there (m,); not a number at a kink.
        engine: The engine's gradient, of the same shape; None where it was not asked.
    """

    path: str
    part: int
    shown: Values
    places: npt.NDArray[np.intp]
    numerical: Values
    engine: Values | None = None

    @property
    def numerical_difference(self) -> float:
        """The largest, absolute, kinks left out; 0 where nothing was looked at."""
        apart = self.shown.reshape(-1)[self.places] - self.numerical
        return _largest(apart[~np.isnan(self.numerical)])

    @property
    def num_kinks(self) -> int:
        """Weights at which the loss has another slope on either side."""
        return int(np.isnan(self.numerical).sum())

    @property
    def engine_difference(self) -> float | None:
        """The largest, absolute; None where the engine was not asked."""
        return None if self.engine is None else _largest(self.shown - self.engine)


@dataclass(frozen=True, eq=False)
class EngineGradients:
    """What an engine says of one image.

    Attributes:
        loss: J.
        arrays: Per path of a layer the gradients of its arrays.
    """

    loss: float
    arrays: Mapping[str, Sequence[npt.NDArray[np.float32]]]


@dataclass(frozen=True)
class GradientCheck:
    """All arrays of a trace.

    Attributes:
        engine_loss: J as the engine has it; None where it was not asked.
    """

    arrays: tuple[CheckedArray, ...]
    engine_loss: float | None = None

    def of(self, path: str, part: int) -> CheckedArray | None:
        """One of them."""
        return next((a for a in self.arrays if (a.path, a.part) == (path, part)), None)


def check_gradients(
    net: NetworkSnapshot,
    x: npt.ArrayLike,
    traced: Trace,
    engine: EngineGradients | None = None,
    most: int | None = None,
) -> GradientCheck:
    """Compares every gradient of a trace.

    Args:
        x: The image (pixels,).
        most: Numbers of an array that are found out numerically: all of a small one, else those
            with the largest gradients and some spread over the rest; by default so many as the
            net is small.
    """
    checked = []
    layers = [layer for layer in traced.layers if layer.has_weights]
    most = _count_affordable(net, len(layers)) if most is None else most
    may_kink = any(
        np.abs(layer.before - kink).min() < _NEAR
        for layer in traced.layers
        for kink in _KINKED.get(layer.activation, ())
    )
    for layer in layers:
        shown = [layer.kernel_gradient, layer.bias_gradient][: 1 + layer.has_bias]
        arrays = [layer.kernel, layer.bias][: 1 + layer.has_bias]
        for part, gradient in enumerate(shown):
            places = _choose(gradient.reshape(-1), most)
            slopes = np.array(
                [_differ(net, x, traced, layer.path, arrays, part, at, may_kink) for at in places]
            )
            theirs = None
            if engine is not None:
                theirs = np.asarray(engine.arrays[layer.path][part], np.float64)
            checked.append(CheckedArray(layer.path, part, gradient, places, slopes, theirs))
    return GradientCheck(tuple(checked), None if engine is None else engine.loss)


def _count_affordable(net: NetworkSnapshot, num_layers: int) -> int:
    """Numbers of an array that can be found out without a long wait."""
    each = 2.0 * max(net.work, 1)
    affordable = _MOST_WORK / (each * max(2 * num_layers, 1))
    return int(min(max(affordable, LEAST_NUMERICAL), MOST_NUMERICAL))


def _choose(gradient: Values, most: int) -> npt.NDArray[np.intp]:
    if gradient.size <= most:
        return np.arange(gradient.size)
    largest = np.argsort(-np.abs(gradient))[: most // 2]
    spread = np.linspace(0, gradient.size - 1, most - most // 2).astype(np.intp)
    return np.unique(np.concatenate([largest, spread]))


def _differ(
    net: NetworkSnapshot,
    x: npt.ArrayLike,
    traced: Trace,
    path: str,
    arrays: Sequence[Values],
    part: int,
    at: int,
    may_kink: bool,
) -> float:
    """The central difference of the loss for one weight; not a number at a kink."""
    value = arrays[part].reshape(-1)[at]
    step = _STEP * max(1.0, abs(value))
    losses = []
    for moved in (value + step, value - step):
        changed = [np.array(a) for a in arrays]
        changed[part].reshape(-1)[at] = moved
        losses.append(losses_with(net, x, traced.target, path, changed))
    if may_kink:
        slopes = (losses[0] - traced.loss) / step, (traced.loss - losses[1]) / step
        if abs(slopes[0] - slopes[1]) > _APART:
            return float("nan")
    return (losses[0] - losses[1]) / (2 * step)


def _largest(differences: Values) -> float:
    return float(np.abs(differences).max()) if differences.size else 0.0
