"""What each unit of each layer answers to images, and which images it likes best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errand import Errand
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.snapshot import Net

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer]

# Activities at a time.
_MOST_ACTIVITIES = 8_000_000
MOST_LIKED = 9


def unit_activities(net: Net, x: Floats, labels: Ints) -> list[Floats]:
    """Activity of every unit in every layer: list of (n, units).

    Of a convolution the mean over the places of each channel; of what answers step by step the
    mean over the steps. Layers inside others have no unit.

    Args:
        x: Images (n, pixels).
        labels: Embedded where labels enter the net (n,).
    """
    with np.errstate(all="ignore"):  # diverged weights are told by what is no number
        every = net.activities(x, labels) if isinstance(net, FFSnapshot) else net.activities(x)
    return unit_means(every)


def unit_means(every: Sequence[Floats]) -> list[Floats]:
    """Activities of layers (n, …, units) as one number per unit: list of (n, units)."""
    return [np.asarray(a.mean(axis=tuple(range(1, a.ndim - 1)))) for a in every]


@dataclass(frozen=True, eq=False)
class Liked:
    """The images of a sample that each unit of a layer answers to most, best first.

    Attributes:
        rows: Their numbers in the sample's set (units, k).
        activities: (units, k).
        silent: Units that answer to no image of the sample (units,).
        sample: Where they come from.
    """

    rows: npt.NDArray[np.int64]
    activities: Floats
    silent: npt.NDArray[np.bool_]
    sample: FixedSample


def like_best(
    net: Net, sample: FixedSample, most: int = MOST_LIKED, errand: Errand | None = None
) -> list[Liked]:
    """Per layer what its units like best; images carry their true labels.

    Raises:
        CalledOff: Nobody wants to know any more.
    """
    sizes = [a.shape[1] for a in unit_activities(net, sample.x[:1], sample.y[:1])]
    many = max(_MOST_ACTIVITIES // max(count_activities(net), 1), 10)
    parts: list[list[Floats]] = [[] for _ in sizes]
    for start in range(0, len(sample), many):
        if errand is not None:
            errand.check()
        some = slice(start, start + many)
        for kept, answers in zip(
            parts, unit_activities(net, sample.x[some], sample.y[some]), strict=True
        ):
            kept.append(answers)
    return [_choose(np.concatenate(kept), sample, most) for kept in parts]


def count_activities(net: Net) -> int:
    """How many activities one image has, about."""
    if isinstance(net, FFSnapshot):
        return sum(layer.output_size for layer in net.net.layers)
    shapes = net.network.flow.shapes.values()
    return sum(int(np.prod([n or 1 for n in shape])) for shape in shapes)


def _choose(answers: Floats, sample: FixedSample, most: int) -> Liked:
    safe = np.where(np.isfinite(answers), answers, -np.inf)
    order = np.argsort(-safe, axis=0, kind="stable")[: min(most, len(sample))]
    top = np.take_along_axis(answers, order, axis=0)
    silent = ~(np.nan_to_num(answers) != 0).any(axis=0)
    return Liked(sample.rows[order].T, np.asarray(top.T, np.float32), silent, sample)


def most_active(activity: Sequence[float] | Floats, count: int) -> list[int]:
    """The units that answer most to one image, the strongest first; none that are silent."""
    values = np.nan_to_num(np.asarray(activity, np.float64), nan=0.0)
    order = np.argsort(-np.abs(values), kind="stable")[:count]
    return [int(unit) for unit in order if values[unit] != 0]


@dataclass(frozen=True, eq=False)
class UnitAnswers:
    """What every unit answers to one image.

    Attributes:
        activities: Per layer (units,).
        label: The label that the image carries; None where the net takes none.
    """

    activities: tuple[Floats, ...]
    label: int | None


def answer_image(net: Net, x: Floats, label: int | None) -> UnitAnswers:
    """Shows one image (pixels,) to a net.

    Args:
        label: Embedded where labels enter the net; None for the one that the net answers.
    """
    images = np.asarray(x, np.float32)[None]
    carries = isinstance(net, FFSnapshot) and net.depends_on_label
    meant = label
    if meant is None:
        meant = int(net.predict(images)[0]) if carries else 0
    every = unit_activities(net, images, np.array([meant]))
    return UnitAnswers(tuple(a[0] for a in every), meant if carries else None)
