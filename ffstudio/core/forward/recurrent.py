"""Forward rules of layers that go through time: (batch, time, …)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.forward.activation_rules import activate
from ffstudio.core.forward.rule import Rule, Use
from ffstudio.core.mathematics.convolution import correlate

Array = npt.NDArray[Any]
# (what comes from the input at this time, states) → new states, the output first.
Step = Callable[[Array, tuple[Array, ...]], tuple[Array, ...]]


def _through_time(
    use: Use, entering: Array, states: tuple[Array, ...], step: Step, backwards: bool
) -> Array:
    """Steps along axis 1; where the mask says no, output and states stay as they were.

    Returns:
        The last output, or all of them in the order of the steps.
    """
    steps: Iterable[int] = range(entering.shape[1])
    outputs = []
    for t in reversed(steps) if backwards else steps:  # type: ignore[call-overload]
        new = step(entering[:, t], states)
        if use.mask is not None:
            counts = use.mask[:, t]
            counts = counts.reshape(counts.shape + (1,) * (new[0].ndim - counts.ndim))
            new = tuple(np.where(counts, a, b) for a, b in zip(new, states, strict=True))
        states = new
        if use.settings["return_sequences"]:
            outputs.append(states[0])
    return np.stack(outputs, axis=1) if use.settings["return_sequences"] else states[0]


def _recurrent(use: Use, backwards: bool) -> Array:
    s, x = use.settings, use.x
    kernel, recurrent, *bias = use.weights
    batch, time, features = x.shape
    units = s["units"]
    after = bool(s.get("reset_after"))
    # All steps' share of the input at once.
    entering = x.reshape(-1, features) @ kernel
    if bias:
        entering += bias[0][0] if after else bias[0]
    entering = entering.reshape(batch, time, -1)
    inner = bias[0][1] if bias and after else None

    def act(z: Array) -> Array:
        return activate(z, s["activation"])

    def gate(z: Array) -> Array:
        return activate(z, s["recurrent_activation"])

    def simple(z: Array, states: tuple[Array, ...]) -> tuple[Array, ...]:
        return (act(z + states[0] @ recurrent),)

    def lstm(z: Array, states: tuple[Array, ...]) -> tuple[Array, ...]:
        h, c = states
        i, f, candidate, o = np.split(z + h @ recurrent, 4, axis=-1)
        c = gate(f) * c + gate(i) * act(candidate)
        return gate(o) * act(c), c

    def gru(z: Array, states: tuple[Array, ...]) -> tuple[Array, ...]:
        (h,) = states
        if after:
            own = h @ recurrent if inner is None else h @ recurrent + inner
        else:
            own = h @ recurrent[:, : 2 * units]
        update, reset = np.split(gate(z[:, : 2 * units] + own[:, : 2 * units]), 2, axis=-1)
        if after:
            candidate = reset * own[:, 2 * units :]
        else:
            candidate = (reset * h) @ recurrent[:, 2 * units :]
        candidate = act(z[:, 2 * units :] + candidate)
        return (update * h + (1 - update) * candidate,)

    step: Step = {"SimpleRNN": simple, "LSTM": lstm, "GRU": gru}[use.layer.kind]
    nothing = np.zeros((batch, units), x.dtype)
    states = (nothing,) * (2 if use.layer.kind == "LSTM" else 1)
    return _through_time(use, entering, states, step, backwards)


def _film(use: Use) -> Array:
    """ConvLSTM2D: (batch, time, height, width, channels)."""
    s, x = use.settings, use.x
    first = s["data_format"] == "channels_first"
    x = np.moveaxis(x, 2, -1) if first else x
    kernel, recurrent, *bias = use.weights
    frames = x.reshape(-1, *x.shape[2:])
    entering = correlate(frames, kernel, s["strides"], s["padding"], s["dilation_rate"])
    if bias:
        entering += bias[0]
    entering = entering.reshape(*x.shape[:2], *entering.shape[1:])

    def step(z: Array, states: tuple[Array, ...]) -> tuple[Array, ...]:
        h, c = states
        parts = np.split(z + correlate(h, recurrent, padding="same"), 4, axis=-1)
        i, f, o = (activate(parts[n], s["recurrent_activation"]) for n in (0, 1, 3))
        c = f * c + i * activate(parts[2], s["activation"])
        return o * activate(c, s["activation"]), c

    nothing = np.zeros((len(x), *entering.shape[2:4], s["filters"]), x.dtype)
    output = _through_time(use, entering, (nothing, nothing), step, s["go_backwards"])
    return np.moveaxis(output, -1, -3) if first else output


def both_ways(forward: Use, backward: Use, merge_mode: str | None) -> Array | tuple[Array, ...]:
    """Bidirectional: one layer each way; the second's steps are put in time's order."""
    ahead = forward.settings["go_backwards"]
    one, two = _recurrent(forward, ahead), _recurrent(backward, not ahead)
    if forward.settings["return_sequences"]:
        two = two[:, ::-1]
    if merge_mode == "concat":
        return np.concatenate([one, two], axis=-1)
    if merge_mode == "sum":
        return one + two
    if merge_mode == "ave":
        return (one + two) / 2
    return one * two if merge_mode == "mul" else (one, two)


def _alone(use: Use) -> Array:
    return _recurrent(use, use.settings["go_backwards"])


RULES: dict[str, Rule] = {
    "SimpleRNN": _alone,
    "LSTM": _alone,
    "GRU": _alone,
    "ConvLSTM2D": _film,
}
