"""Where held-out loss or error turns: from there on a net learns its training images by heart.

Stopping at the turn is early stopping (L. Prechelt, *Early Stopping — but When?*, 1998). Values of
single epochs jump, so that the lowest one is no turn by itself; the rule here asks for a rise that
noise does not make.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.run.history import History, SeriesKey

Column = npt.NDArray[np.float64]

# A turn is believed in after so many epochs.
LEAST_AFTER = 3
# Of so many the last ones are averaged.
_MOST_AVERAGED = 5
# The rise in standard deviations of what noise does to it.
_SURE = 4.0
# And as a share of all that the curve went through.
_LEAST_SHARE = 0.02


@dataclass(frozen=True)
class Turn:
    """Where a curve is lowest before it rises for good.

    Attributes:
        key: The curve: a loss, or an accuracy of which 1 − accuracy, the error, is looked at.
        index: The point of the curve.
        epoch: Its epoch.
        lowest, last: Of the loss or error: the mean about the turn, and of the last epochs.
    """

    key: SeriesKey
    index: int
    epoch: float
    lowest: float
    last: float


def find_turn(values: Column, images: int | None = None) -> tuple[int, float, float] | None:
    """The point where a loss or an error, one value an epoch, is lowest before it rises.

    Three epochs are averaged at a time; the turn is where that mean is lowest. It counts when three
    epochs or more came after it and the mean of the last w of them (at most 5) lies above it
    by 4 s √(1/3 + 1/w) or more, where s is the noise of an epoch: the median of
    how far steps from epoch to epoch are from their median, times 1.4826, divided by √2; of an error
    among n images at least √(p(1 − p)/n). And the rise has to be 2% or more of what the curve went
    through.

    Args:
        values: (epochs,); those that are no numbers are left out.
        images: Of how many images an error is; None for a loss.

    Returns:
        The index, the mean there and the mean of the last ones; None where nothing has turned.
    """
    places = np.flatnonzero(np.isfinite(values))
    known = np.asarray(values, np.float64)[places]
    if len(known) < LEAST_AFTER + 2:
        return None
    # The ends have fewer neighbours.
    weights = np.convolve(np.ones(len(known)), np.ones(3), "same")
    smoothed = np.convolve(known, np.ones(3), "same") / weights
    at = int(smoothed[: len(known) - LEAST_AFTER].argmin())
    after = len(known) - 1 - at
    if at == 0 or after < LEAST_AFTER or smoothed[at] > smoothed[-LEAST_AFTER:].min():
        return None
    count = min(after, _MOST_AVERAGED)
    about = float(smoothed[at])
    last = float(known[-count:].mean())
    noise = _measure_noise(known)
    if images:
        share = min(max(about, 1.0 / images), 1.0 - 1.0 / images) if images > 1 else 0.5
        noise = max(noise, math.sqrt(share * (1.0 - share) / images))
    rise = last - about
    if rise < _SURE * noise * math.sqrt(1.0 / 3.0 + 1.0 / count):
        return None
    if rise < _LEAST_SHARE * float(known.max() - known.min()) or rise <= 0:
        return None
    return int(places[at]), about, last


def _measure_noise(known: Column) -> float:
    """Standard deviation of one epoch's value about the curve's course."""
    # Late epochs: early ones fall fast, which is no noise.
    steps = np.diff(known[len(known) // 4 :])
    return float(1.4826 * np.median(np.abs(steps - np.median(steps))) / math.sqrt(2.0))


def find_turns(history: History) -> list[Turn]:
    """The turns of a run: of each net its held-out loss, or its error where no loss is measured.

    Curves of training images are not looked at.
    """
    turns = []
    for algorithm in ("ff", "bp"):
        key = _choose_curve(history, algorithm)
        if key is None:
            continue
        series = history.series[key]
        is_error = key.quantity.in_percent
        values = 1.0 - series.values if is_error else series.values
        sizes = [*series.samples.values(), *([series.images] if series.images else [])]
        turn = find_turn(values, (min(sizes) if sizes else None) if is_error else None)
        if turn is not None:
            index, lowest, last = turn
            epoch = float(series.axis("epoch")[index])
            turns.append(Turn(key, index, epoch, lowest, last))
    return turns


def _choose_curve(history: History, algorithm: str) -> SeriesKey | None:
    for metric in ("evaluation_loss", "accuracy"):
        for dataset in ("validation", "test"):
            key = SeriesKey(algorithm, metric, None, dataset)
            if key in history.series and len(history.series[key]):
                return key
    return None


def loss_gap(history: History, algorithm: str) -> tuple[float, float, str] | None:
    """Training loss and held-out loss of the last epoch that has both, and of which set.

    The first is the mean over the epoch's batches, with dropout where a net has it.
    """
    for row in reversed(history.epochs):
        train, held = row.get(f"{algorithm}_loss"), row.get(f"{algorithm}_evaluation_loss")
        if train is None or held is None:
            continue
        if math.isfinite(float(train)) and math.isfinite(float(held)):
            return float(train), float(held), str(row.get("evaluated_on") or "test")
    return None
