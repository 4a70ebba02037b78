"""Nets whose weights are typed in by hand: shown at once, undoable, and trained from on request."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Slot

from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.hand_weights import MOST_NUMBERS, HandWeights
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import OUTPUT
from ffstudio.core.forward import Weights
from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.named_weights import net_title, network_of
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.state import StudioState


@dataclass
class _Typed:
    """What was shown before the first weight was typed, and what has been typed since.

    Attributes:
        spec, shown: Before.
        specs: With typed weights.
        numbers: Of the nets made of those.
    """

    spec: ExperimentSpec
    shown: Shown
    specs: list[ExperimentSpec] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)


class HandNets(QObject):
    """Changes weights of the net that is shown; what is typed goes into the experiment.

    Undone, the net from before is shown again, with its curves.
    """

    def __init__(self, state: StudioState, edits: Edits, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._edits = state, edits
        self._typed: _Typed | None = None
        state.spec_changed.connect(self._follow)

    # --- whether it can be done ---------------------------------------------------------

    def why_not(self) -> str:
        """Why no weight can be typed now, one sentence; empty when one can."""
        state, shown = self._state, self._state.shown
        if state.status.is_active:
            return tr("Weights change while a run goes on. Stop it to type some in.")
        if shown.snapshot is None or shown.snapshot.bp is None or shown.spec is None:
            return tr("There is no backprop net whose weights could be typed in.")
        spec = shown.spec
        if spec.network is not None or any(layer.kind != "dense" for layer in spec.layers):
            return tr("Weights can be typed into nets of the builder's dense layers.")
        if spec.trains_ff:
            return tr(
                "Weights can be typed where backprop learns alone: choose it in the builder, and "
                "train."
            )
        if sum(layer.kernel.size for layer in shown.snapshot.bp.layers) > MOST_NUMBERS:
            return tr(
                "The net has more than {MOST_NUMBERS} weights, too many to be kept in an experiment.",
                MOST_NUMBERS=write_number(MOST_NUMBERS, ","),
            )
        return self._why_no_data(spec, shown.snapshot)

    def _why_no_data(self, spec: ExperimentSpec, snapshot: ModelSnapshot) -> str:
        data = self._state.data
        if data is None or (data.image_shape, data.num_classes) != (
            snapshot.image_shape,
            snapshot.num_classes,
        ):
            return tr("The images that this net is for are not at hand.")
        return ""

    def why_not_given(self) -> str:
        """Why the net of the experiment's own weights cannot be shown, one sentence, or empty."""
        state = self._state
        if state.spec.weights is None:
            return tr("The experiment gives no weights by hand.")
        if state.status.is_active:
            return tr("A run goes on. Stop it first.")
        if state.problems:
            return f"{state.problems[0].sentence} {state.problems[0].fix}".strip()
        if state.data is None:
            return tr("There are no images yet.")
        if state.spec.trains_ff:
            return tr("The experiment trains a Forward-Forward net too: press Train.")
        if state.has_unsaved_model:
            return tr("The net that is shown is not saved. Save it first, or press Train.")
        return ""

    # --- verbs ----------------------------------------------------------------------------

    def show_given(self) -> None:
        """Shows the net as the experiment's weights by hand make it, before any training."""
        if not self.why_not_given():
            made = self._make(self._state.spec, self._state.data)
            if made is not None:
                self._state.show(made)

    def change(self, path: str, row: int, unit: int, value: float) -> None:
        """Types one weight of the net that is shown.

        Args:
            path: Of its layer.
            row: The input; the one after the last is the bias.
        """
        shown, state = self._state.shown, self._state
        if self.why_not() or shown.spec is None or shown.snapshot is None:
            return
        net = shown.snapshot.bp
        if net is None:
            return
        names = _names(shown.spec)
        given = shown.spec.weights
        weights = list(_read(net.weights, names))
        if given is not None:  # as they were typed, not as float32 has them
            weights = [_keep(old, new) for old, new in zip(given, weights, strict=True)]
        index = names.index(path)
        weights[index] = weights[index].with_number(row, unit, value)
        base = state.spec if _is_same_net(state.spec, shown.spec) else shown.spec
        after = base.replace(weights=tuple(weights))
        typed = self._typed
        if typed is None or state.newest.number not in typed.numbers:
            typed = self._typed = _Typed(state.spec, state.newest)
        typed.specs.append(after)
        typed.numbers.add(state.newest.number)
        self._edits.edit(after, tr("Type a Weight"), key=f"weight {path} {row} {unit}")

    @Slot(object)
    def _follow(self, spec: ExperimentSpec) -> None:
        """Typed, undone or done again: the net of these weights is shown."""
        typed, state = self._typed, self._state
        if typed is None or state.status.is_active:
            return
        if state.newest.number not in {typed.shown.number, *typed.numbers}:
            self._typed = None  # another net has come since
            return
        if spec == typed.spec:
            if state.newest is not typed.shown:
                state.show(typed.shown)
        elif spec in typed.specs:
            made = self._make(spec, state.data)
            if made is not None:
                typed.numbers.add(made.number)
                state.show(made)

    def _make(self, spec: ExperimentSpec, data: PreparedData | None) -> Shown | None:
        if data is None or spec.weights is None:
            return None
        try:
            network = network_of(spec, data.shape)
        except ModelFileError:  # the builder says what is wrong
            return None
        weights = {
            name: _arrays(layer, spec.bp.output_bias if name == OUTPUT else True)
            for name, layer in zip(_names(spec), spec.weights, strict=True)
        }
        net = NetworkSnapshot(network, weights, data.image_shape)
        title = net_title(spec, data.shape)
        snapshot = ModelSnapshot(None, net, data.image_shape, data.class_names, title=title)
        return Shown(snapshot, spec, given=data, unsaved=True)


def _names(spec: ExperimentSpec) -> list[str]:
    return [*(f"{layer.kind}_{i + 1}" for i, layer in enumerate(spec.layers)), OUTPUT]


def _is_same_net(one: ExperimentSpec, other: ExperimentSpec) -> bool:
    """True when the two make nets that take the same weights."""

    def what(spec: ExperimentSpec) -> tuple[object, ...]:
        layers = tuple((x.kind, x.units, x.activation) for x in spec.layers)
        return layers, spec.network, spec.algorithms, spec.bp.output_bias, spec.data.name

    return what(one) == what(other)


def _read(weights: Weights, names: list[str]) -> list[HandWeights]:
    made = []
    for name in names:
        kernel, *bias = weights[name]
        rows = tuple(tuple(map(_short, row)) for row in kernel)
        made.append(HandWeights(rows, tuple(map(_short, bias[0])) if bias else ()))
    return made


def _short(value: np.floating) -> float:
    """The shortest number that is this float32."""
    return float(np.format_float_positional(np.float32(value), unique=True))


def _keep(old: HandWeights, new: HandWeights) -> HandWeights:
    """The numbers as they were given, where the net still has them."""
    same = np.array_equal(np.array(old.kernel, np.float32), np.array(new.kernel, np.float32))
    if not same or (old.bias and old.bias != new.bias):
        return new
    return dataclasses.replace(new, kernel=old.kernel)


def _arrays(layer: HandWeights, has_bias: bool) -> tuple[npt.NDArray[np.float32], ...]:
    kernel = np.array(layer.kernel, np.float32)
    if not has_bias:
        return (kernel,)
    bias = layer.bias or (0.0,) * layer.num_units
    return kernel, np.array(bias, np.float32)
