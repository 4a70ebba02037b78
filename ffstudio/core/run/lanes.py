"""Which layer learnt when, how far it moved and what it gained: the lanes of the timeline."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.changes import BEGUN_ANEW, BP_LEARNS, FREEZING, LEARNS, Mark
from ffstudio.core.run.history import Column, History, SeriesKey
from ffstudio.core.run.quantities import LEARNT, MOVED

Arrays = Sequence[npt.NDArray[Any]]


def move_of(before: Arrays, after: Arrays) -> float:
    """How far weights have moved: ‖after − before‖ / ‖before‖, Euclidean, over all arrays at once.

    Returns:
        0 where not one bit has changed; NaN without weights, infinity where they were all 0.
    """
    if not before:
        return math.nan
    moved = math.fsum(
        float(np.sum(np.square(np.subtract(a, b, dtype=np.float64))))
        for a, b in zip(after, before, strict=True)
    )
    if moved == 0.0:
        return 0.0
    was = math.fsum(float(np.sum(np.square(a, dtype=np.float64))) for a in before)
    return math.sqrt(moved / was) if was else math.inf


def does_learn(spec: ExperimentSpec, algorithm: str, layer: int) -> bool:
    """Whether an experiment has a layer (0-based) learn; the twin's output comes after the rest."""
    if algorithm == "ff":
        return spec.layers[layer].learns
    return spec.layers[layer].bp_learns if layer < len(spec.layers) else spec.bp.output_learns


@dataclass(frozen=True)
class Span:
    """A stretch of training of one layer.

    Attributes:
        first, last: Epochs, fractional.
        share: Of its steps, how many it learnt in: 1 all along, 0 frozen.
    """

    first: float
    last: float
    share: float


@dataclass(frozen=True, eq=False)
class Lane:
    """One layer's time.

    Attributes:
        algorithm: ``ff`` or ``bp``.
        layer: 0-based; the number of the builder's layers for the backprop net's output.
        is_output: It is the backprop net's output.
        spans: In order, without gaps.
        begun_anew: Epoch and seed of each new start.
        epochs: Whole epochs that were recorded, (n,); what follows is as long.
        moved: Of the weights in each epoch, as a share of their norm; NaN where not recorded.
        gained: In each epoch; NaN in the first and where not recorded.
        gained_in: ``layer_accuracy`` (the layer alone, as a share) or ``loss`` (how much
            smaller); empty where neither was recorded.
        learns: Whether it learns now.
    """

    algorithm: str
    layer: int
    is_output: bool
    spans: tuple[Span, ...]
    begun_anew: tuple[tuple[float, int], ...]
    epochs: npt.NDArray[np.float64]
    moved: npt.NDArray[np.float64]
    gained: npt.NDArray[np.float64]
    gained_in: str
    learns: bool

    @property
    def learnt_epochs(self) -> float:
        """For how long it learnt."""
        return math.fsum((span.last - span.first) * span.share for span in self.spans)

    @property
    def total_gain(self) -> float:
        """Over all epochs; NaN where nothing was recorded."""
        known = self.gained[np.isfinite(self.gained)]
        return float(known.sum()) if len(known) else math.nan


def lanes_of(history: History, spec: ExperimentSpec) -> list[Lane]:
    """The lanes of both nets, first layer first; the backprop net's after Forward-Forward's.

    Layers without weights have none, nor have nets out of files.

    Args:
        spec: As the run was begun, or gone on with, last: who learns where no change says.
    """
    if spec.network is not None:
        return []
    lanes = []
    if spec.trains_ff and not spec.is_stack:
        lanes += [_lane(history, spec, "ff", layer) for layer in range(len(spec.layers))]
    if spec.trains_bp:
        kinds = [LAYER_KINDS[layer.kind] for layer in spec.layers]
        learning = [i for i, kind in enumerate(kinds) if BP_LEARNS in kind.settings]
        lanes += [_lane(history, spec, "bp", layer) for layer in [*learning, len(kinds)]]
    return lanes


def _lane(history: History, spec: ExperimentSpec, algorithm: str, layer: int) -> Lane:
    marks = [m for m in history.marks if m.algorithm == algorithm and m.layer == layer]
    changes = [m for m in marks if m.name in FREEZING and m.value is not None]
    learns = bool(changes[-1].value) if changes else does_learn(spec, algorithm, layer)
    shares = _by_epoch(history, SeriesKey(algorithm, LEARNT, layer))
    moved = _by_epoch(history, SeriesKey(algorithm, MOVED, layer))
    gained_in, gained = _gains(history, algorithm, layer)
    epochs = sorted(shares.keys() | moved.keys() | gained.keys())
    return Lane(
        algorithm,
        layer,
        algorithm == "bp" and layer == len(spec.layers),
        tuple(_spans(history, algorithm, layer, shares, changes, learns)),
        tuple((m.epoch, round(float(m.value or 0))) for m in marks if m.name == BEGUN_ANEW),
        np.array(epochs, np.float64),
        np.array([moved.get(epoch, math.nan) for epoch in epochs]),
        np.array([gained.get(epoch, math.nan) for epoch in epochs]),
        gained_in,
        learns,
    )


def _by_epoch(history: History, key: SeriesKey) -> dict[int, float]:
    series = history.series.get(key)
    if series is None:
        return {}
    at = np.rint(series.axis("epoch")).astype(int).tolist()
    return dict(zip(at, series.values.tolist(), strict=True))


def _gains(history: History, algorithm: str, layer: int) -> tuple[str, dict[int, float]]:
    """What was measured, and how much better it was than an epoch before."""
    if algorithm != "ff":
        return "", {}  # the loss is that of the whole net
    accuracy: dict[int, float] = {}
    for dataset in ("validation", "test"):
        accuracy |= _by_epoch(history, SeriesKey(algorithm, "layer_accuracy", layer, dataset))
    losses: dict[int, float] = {}
    for row in history.epochs:
        told = row.get("ff_losses")
        if told and layer < len(told) and told[layer] is not None:
            losses[row["epoch"]] = -told[layer]
    for name, values in (("layer_accuracy", accuracy), ("loss", losses)):
        known = {epoch: value for epoch, value in values.items() if math.isfinite(value)}
        if known:
            return name, {e: v - known[e - 1] for e, v in known.items() if e - 1 in known}
    return "", {}


def _spans(
    history: History,
    algorithm: str,
    layer: int,
    shares: dict[int, float],
    changes: list[Mark],
    learns: bool,
) -> Iterator[Span]:
    """Stretches of an equal share, in order."""
    spans: list[Span] = []
    for epoch in range(1, max(shares, default=0) + 1):
        share = shares.get(epoch, 1.0 if _learns_at(changes, epoch, learns) else 0.0)
        inside = [m for m in changes if epoch - 1 < m.epoch < epoch]
        if inside and 0.0 < share < 1.0:
            spans += _split(epoch - 1, epoch, changes, learns)
        else:
            spans.append(Span(epoch - 1, epoch, share))
    done, reached = float(max(shares, default=0)), _find_end(history, algorithm)
    if reached > done and any(m.epoch > done for m in changes):
        spans += _split(done, reached, changes, learns)
    elif reached > done:
        loss = history.series.get(SeriesKey(algorithm, "loss", layer))
        if loss is not None:  # schedules let layers learn in turn
            learnt = bool(np.any(loss.axis("epoch") > done))
        else:
            learnt = _learns_at(changes, reached, learns)
        spans.append(Span(done, reached, float(learnt)))
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1].share == span.share:
            span = Span(merged.pop().first, span.last, span.share)
        merged.append(span)
    yield from merged


def _split(first: float, last: float, changes: list[Mark], learns: bool) -> Iterator[Span]:
    at = first
    for change in changes:
        if at < change.epoch < last:
            yield Span(at, change.epoch, float(_learns_at(changes, change.epoch, learns)))
            at = change.epoch
    yield Span(at, last, float(_learns_at(changes, last, learns)))


def _learns_at(changes: list[Mark], epoch: float, learns: bool) -> bool:
    """Whether it learnt right before an epoch."""
    before = [m for m in changes if m.epoch < epoch]
    if before:
        return bool(before[-1].value)
    return not changes[0].value if changes else learns


def _find_end(history: History, algorithm: str) -> float:
    """Epochs of this net up to its last point."""
    lasts = [
        float(series.axis("epoch")[-1])
        for key, series in history.series.items()
        if key.algorithm == algorithm and len(series)
    ]
    return max(lasts, default=0.0)


def leave_gaps(
    x: Column, y: Column, history: History, key: SeriesKey, axis: str
) -> tuple[Column, Column]:
    """A curve (points,) with NaN put in where its layer was frozen, so that no line goes across.

    Args:
        x: In rising order, along ``axis``.
    """
    if key.algorithm != "ff" or key.layer is None or key.quantity.is_judged:
        return x, y
    places = [
        history.place(m, axis)
        for m in history.marks
        if (m.algorithm, m.layer, m.name, m.value) == (key.algorithm, key.layer, LEARNS, 0.0)
    ]
    known = sorted(place for place in places if place is not None and math.isfinite(place))
    at = np.searchsorted(x, known, "right")
    inside = (at > 0) & (at < len(x))
    if not inside.any():
        return x, y
    where, starts = at[inside], np.asarray(known)[inside]
    return np.insert(x, where, starts), np.insert(y, where, math.nan)
