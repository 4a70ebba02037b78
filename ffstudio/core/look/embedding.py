"""Where images lie by what a layer answers to them: principal components, turned to stay put.

A layer's units answer to every image of a fixed sample; the answers are centred and seen along
the two directions in which they vary most (K. Pearson 1901; H. Hotelling 1933). Such directions
have no sign, and two that vary alike can turn into each other, so that the same cloud would come
out mirrored or turned an epoch later. Each cloud is therefore turned or mirrored as a whole onto
one reference (orthogonal Procrustes, P. Schönemann 1966). That reference is made of the sample's
pictures alone, not of a net: a moment looks the same whenever and from wherever one comes to it,
and layers, nets and runs lie alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errand import Errand
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.snapshot import Net
from ffstudio.core.look.unit_activity import count_activities, unit_activities, unit_means
from ffstudio.core.mathematics import random_wrong_labels
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# Which data are embedded.
TRUE_LABEL, NEUTRAL, BOTH = "true", "neutral", "both"
# Images whose cloud is looked at: more dots would hide each other.
MOST_EMBEDDED = 500
# From so many components the steadiest plane is taken.
STEADY_COMPONENTS = 9
_SEED = 20221213
# Activities at a time.
_MOST_ACTIVITIES = 8_000_000
# What varies less than this share of all, varies by rounding alone.
_NOTHING = 1e-10


@dataclass(frozen=True, eq=False)
class Plane:
    """The cloud of one layer.

    Attributes:
        name: The layer's.
        places: Where each row of data lies (rows, 2), in units of activity, about 0.
        shares: Of all variance, what each of the two axes has (0–1).
        num_units: Units, or channels by their mean over all places.
        why_not: Why there is no cloud, one sentence; empty where there is one.
    """

    name: str
    places: Values
    shares: tuple[float, float]
    num_units: int
    why_not: str = ""

    @property
    def reach(self) -> float:
        """How far the outermost dot is from the middle: no turning changes it."""
        return float(np.sqrt((self.places**2).sum(axis=1)).max()) if len(self.places) else 0.0


@dataclass(frozen=True, eq=False)
class Embedding:
    """The clouds of all layers of a net at one moment.

    Attributes:
        planes: First layer first.
        sample: The images; rows of data are these, and after them, where negative data are
            embedded too, the same images as negative data.
        what: ``true``: images with their true label; ``neutral``: without a label, or with a
            little of each; ``both``: positive, then negative data.
        wrong: The wrong labels of the negative data (images,).
        predictions: The net's answers (images,); −1 of a net that tells no classes apart.
    """

    planes: tuple[Plane, ...]
    sample: FixedSample
    what: str
    wrong: Ints
    predictions: Ints

    @property
    def num_rows(self) -> int:
        return len(self.sample) * (2 if self.what == BOTH else 1)

    @property
    def is_negative(self) -> npt.NDArray[np.bool_]:
        """Which rows are negative data."""
        return np.arange(self.num_rows) >= len(self.sample)

    def image_of(self, row: int) -> int:
        """Which image of the sample a row of data is."""
        return row % max(len(self.sample), 1)


# --- principal components ---------------------------------------------------------------------


def find_components(answers: npt.ArrayLike, count: int = 2) -> tuple[Values, float]:
    """Scores of the first principal components.

    Args:
        answers: (rows, units).

    Returns:
        (rows, count), the first the one that varies most, zeros where there are fewer; and the sum
        of squares of all components.
    """
    wide = np.asarray(answers, np.float64)
    wide = wide - wide.mean(axis=0)
    total = float((wide**2).sum())
    rows, units = wide.shape
    scores = np.zeros((rows, count))
    if total == 0.0:
        return scores, 0.0
    # Of the two products of the matrix with itself the smaller one has all that is needed.
    if units <= rows:
        values, vectors = np.linalg.eigh(wide.T @ wide)
    else:
        values, vectors = np.linalg.eigh(wide @ wide.T)
    values, vectors = values[::-1][:count], vectors[:, ::-1][:, :count]
    kept = values > _NOTHING * total
    vectors = vectors[:, kept]
    projected = wide @ vectors if units <= rows else vectors * np.sqrt(values[kept])
    scores[:, : projected.shape[1]] = projected
    return scores, total


def turn_onto(places: Values, reference: Values) -> Values:
    """Turns or mirrors a cloud as a whole so that it lies as the reference does, as far as it can.

    The R with RᵀR = I for which the squared distances of ``places @ R`` to the reference are least:
    R = UVᵀ, where UΣVᵀ = placesᵀ reference (Schönemann 1966). With more columns than the reference
    has, the plane among them that lies most as it does.

    Args:
        places: (rows, k), k at least 2; ``reference``: (rows, 2).

    Returns:
        (rows, 2).
    """
    left, _, right = np.linalg.svd(places.T @ reference, full_matrices=False)
    return np.asarray(places @ (left @ right))


def lay_reference(x: npt.ArrayLike, labels: npt.ArrayLike) -> Values:
    """How clouds shall lie: principal components of the mean pictures of the classes.

    Every picture stands where the mean of its class does. Where these lie on a line (two classes),
    the first component of what pictures differ from their means by is the second axis.

    Args:
        x: Pictures (n, pixels); ``labels``: (n,).

    Returns:
        (n, 2), each axis of length 1 about 0.
    """
    pictures, classes = np.asarray(x, np.float64), np.asarray(labels)
    means = pictures.copy()
    for label in np.unique(classes):
        means[classes == label] = pictures[classes == label].mean(axis=0)
    columns = np.concatenate(
        [find_components(means)[0], find_components(pictures - means)[0]], axis=1
    )
    lengths = np.sqrt((columns**2).sum(axis=0))
    chosen = np.flatnonzero(lengths > 1e-6 * max(float(lengths.max(initial=0.0)), 1e-300))[:2]
    axes = np.zeros((len(pictures), 2))
    for axis, column in enumerate(chosen):
        line = columns[:, column] / lengths[column]
        # The same sign on every machine.
        axes[:, axis] = line * np.sign(line[np.abs(line).argmax()])
    return axes


# --- a net's clouds ---------------------------------------------------------------------------


def has_negative_data(net: Net) -> bool:
    """True where negative data have activities of their own."""
    return isinstance(net, FFSnapshot) and net.kind.has_negative_activities


def embed(
    net: Net,
    sample: FixedSample,
    what: str = TRUE_LABEL,
    *,
    is_steady: bool = False,
    errand: Errand | None = None,
) -> Embedding:
    """The clouds of every layer.

    Args:
        what: Which data; see :class:`Embedding`. Where a net has no such data, images as they are.
        is_steady: The plane among the first nine components that lies most as the reference does,
            not the plane of the first two: it turns less while a net learns.

    Raises:
        CalledOff: Nobody wants to know any more.
    """
    if (what == BOTH and not has_negative_data(net)) or (
        what == NEUTRAL and not (isinstance(net, FFSnapshot) and net.depends_on_label)
    ):
        what = TRUE_LABEL
    rng = np.random.default_rng(_SEED)
    wrong = _choose_wrong(net, sample, rng)
    answers = _answer(net, sample, what, wrong, rng, errand)
    reference = lay_reference(sample.x, sample.y)
    if what == BOTH:
        reference = np.concatenate([reference, reference])
    planes = tuple(
        _lay_plane(layer.name, answer, reference, is_steady)
        for layer, answer in zip(net.seen, answers, strict=True)
    )
    return Embedding(planes, sample, what, wrong, _predict(net, sample, errand))


def _choose_wrong(net: Net, sample: FixedSample, rng: np.random.Generator) -> Ints:
    classes = net.num_classes
    if not has_negative_data(net) or classes < 2:
        return np.full(len(sample), -1, np.int64)
    uniform = rng.random((len(sample), classes), np.float32)
    return np.asarray(random_wrong_labels(sample.y, classes, uniform), np.int64)


def _answer(
    net: Net,
    sample: FixedSample,
    what: str,
    wrong: Ints,
    rng: np.random.Generator,
    errand: Errand | None,
) -> list[Floats]:
    """What the units of every layer answer to the rows of data: list of (rows, units)."""
    if what == NEUTRAL and isinstance(net, FFSnapshot):
        neutral = net.net.neutral_activities
        return _by_parts(net, sample.x, sample.y, lambda x, _: unit_means(neutral(x)), errand)
    answers = _by_parts(net, sample.x, sample.y, lambda x, y: unit_activities(net, x, y), errand)
    if what == BOTH and isinstance(net, FFSnapshot):
        negative = net.net.negative_activities
        others = _by_parts(
            net, sample.x, wrong, lambda x, y: unit_means(negative(x, y, rng)), errand
        )
        return [np.concatenate(pair) for pair in zip(answers, others, strict=True)]
    return answers


def _by_parts(
    net: Net,
    x: Floats,
    labels: npt.NDArray[np.integer],
    ask: Callable[[Floats, npt.NDArray[np.integer]], list[Floats]],
    errand: Errand | None,
) -> list[Floats]:
    many = max(_MOST_ACTIVITIES // max(count_activities(net), 1), 10)
    parts = []
    for start in range(0, max(len(x), 1), many):
        if errand is not None:
            errand.check()
        with np.errstate(all="ignore"):  # diverged weights are told by what is no number
            parts.append(ask(x[start : start + many], labels[start : start + many]))
    return [np.concatenate(layer) for layer in zip(*parts, strict=True)]


def _lay_plane(name: str, answers: Floats, reference: Values, is_steady: bool) -> Plane:
    units, none = answers.shape[1], np.zeros((0, 2))
    if not units:
        why = tr("This layer lies inside another one, where it cannot be looked at.")
        return Plane(name, none, (np.nan, np.nan), 0, why)
    if not np.isfinite(answers).all():
        why = tr("This layer's activity is no number any more: the net has diverged.")
        return Plane(name, none, (np.nan, np.nan), units, why)
    scores, total = find_components(answers, STEADY_COMPONENTS if is_steady else 2)
    if total == 0.0:
        why = tr("This layer answers the same to every image.")
        return Plane(name, none, (np.nan, np.nan), units, why)
    places = turn_onto(scores, reference)
    shares = (places**2).sum(axis=0) / total
    return Plane(name, places, (float(shares[0]), float(shares[1])), units)


def _predict(net: Net, sample: FixedSample, errand: Errand | None) -> Ints:
    if not isinstance(net, FFSnapshot) and net.role != "classifier":
        return np.full(len(sample), -1, np.int64)
    parts = []
    for start in range(0, max(len(sample), 1), 250):
        if errand is not None:
            errand.check()
        with np.errstate(all="ignore"):
            parts.append(net.predict(sample.x[start : start + 250]))
    return np.concatenate(parts).astype(np.int64)
