"""How a model from outside wants its images: tried out on labelled digits.

Grey images come as (n, height, width) uint8, white ink on black, as MNIST has them. A
model may want other numbers (0–1, 0–255, black on white, standardised), another shape
(flat, with channels first or last), another size, or rows and columns exchanged.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.comparing import choose
from ffstudio.core.describe.resizing import fit_to
from ffstudio.core.describe.scales import (
    PIXEL_SCALES,
    RARE_SCALES,
    SCALE_LABELS,
    SCALES,
    divide_by,
    pixel_statistics,
)
from ffstudio.core.errand import Errand
from ffstudio.core.errors import ModelFileError
from ffstudio.core.image_shape import BRIGHTNESS
from ffstudio.core.numbers import write_percent
from ffstudio.core.words import say_all, tr

Images = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Shape = tuple[int | None, ...]

FITS = ("resize", "pad", "crop")
_TURNS = say_all(("", "turned left", "upside down", "turned right"))


@dataclass(frozen=True)
class Preprocessing:
    """One way to hand images to a model.

    Attributes:
        scale: A key of ``SCALE_LABELS``.
        shape: Of one image as the model gets it.
        size: Height and width the image is brought to.
        fit: ``resize`` scales the image, ``pad`` puts black around it or cuts it, ``crop``
            cuts MNIST's empty margin of a seventh before it scales.
        transposed: Rows and columns exchanged (EMNIST files are stored so).
        turned: Quarter turns to the left, before that.
    """

    scale: str
    shape: tuple[int, ...]
    size: tuple[int, int]
    fit: str = "resize"
    transposed: bool = False
    turned: int = 0

    def apply(self, images: Images | Floats) -> Floats:
        """Images (n, height, width), 0–255, as the model wants them: (n, \\*shape) float32.

        Those in colour, (n, height, width, 3), keep it where the model takes three channels, and
        are turned grey by their brightness else.
        """
        if images.ndim == 4:
            return self._apply_coloured(images.astype(np.float32))
        x = self._scale(self._place(images.astype(np.float32)))
        height, width = self.size
        if math.prod(self.shape) == height * width:
            return x.reshape(len(x), *self.shape)
        if len(self.shape) == 3 and self.shape[:2] == self.size:
            return np.repeat(x[..., None], self.shape[2], axis=-1)
        if len(self.shape) == 3 and self.shape[1:] == self.size:
            return np.repeat(x[:, None], self.shape[0], axis=1)
        return np.repeat(x[..., None], 3, axis=-1).reshape(len(x), *self.shape)

    def _place(self, x: Floats) -> Floats:
        """Images turned and brought to size."""
        if self.turned:
            x = np.rot90(x, self.turned, axes=(1, 2))
        if self.transposed:
            x = x.transpose(0, 2, 1)
        return x if x.shape[1:] == self.size else fit_to(x, self.size, self.fit)

    def _scale(self, x: Floats) -> Floats:
        if self.scale in SCALES:
            return SCALES[self.scale](x).astype(np.float32)
        # The mean image goes the way of the images.
        mean, deviation = (self._place(one) for one in pixel_statistics(self.size))
        scaled = PIXEL_SCALES[self.scale](x, mean, divide_by(deviation))
        return scaled.astype(np.float32)

    def _apply_coloured(self, images: Floats) -> Floats:
        size = math.prod(self.size)
        if math.prod(self.shape) != 3 * size:
            return self.apply((images @ BRIGHTNESS).astype(np.float32))
        planar = replace(self, shape=self.size)  # as of three grey pictures
        planes = [planar.apply(images[..., k]) for k in range(3)]
        is_first = len(self.shape) == 3 and self.shape[1:] == self.size
        made = np.stack(planes, axis=1 if is_first else -1)
        return made.reshape(len(images), *self.shape)

    def text(self) -> str:
        """For a reader."""
        words = [SCALE_LABELS[self.scale]]
        if len(self.shape) == 1:
            words.append(tr("flat"))
        if self.size != (28, 28):
            size = f"{self.size[0]}×{self.size[1]}"
            words.append(
                {
                    "resize": tr("scaled to {size}", size=size),
                    "pad": tr("framed to {size}", size=size),
                    "crop": tr("cut and scaled to {size}", size=size),
                }[self.fit]
            )
        if self.turned:
            words.append(_TURNS[self.turned])
        if self.transposed:
            words.append(tr("rows and columns exchanged"))
        return ", ".join(words)

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {**asdict(self), "shape": list(self.shape), "size": list(self.size)}

    @classmethod
    def from_dict(cls, saved: Any) -> Preprocessing:
        """The inverse of :meth:`to_dict`.

        Raises:
            ModelFileError: It describes no way to hand images over.
        """
        try:
            shape, size = tuple(saved["shape"]), tuple(saved["size"])
            turned = saved.get("turned", 0)  # it has not always been there
            way = cls(saved["scale"], shape, size, saved["fit"], saved["transposed"], turned)
        except (AttributeError, TypeError, KeyError) as error:
            raise ModelFileError(
                tr("The preprocessing is damaged."), tr("Get a fresh copy.")
            ) from error
        whole = all(type(n) is int and 1 <= n <= 4096 for n in (*shape, *size))
        legal = whole and (shape, size) in sizes_for(shape)
        legal = legal and way.scale in SCALE_LABELS and way.fit in FITS
        legal = legal and type(way.turned) is int and 0 <= way.turned <= 3
        if not legal or not isinstance(way.transposed, bool):
            raise ModelFileError(tr("The preprocessing is damaged."), tr("Get a fresh copy."))
        return way


@dataclass(frozen=True)
class Trial:
    """One way that was tried, and how well the model did.

    Attributes:
        score: 1 is best.
        in_order: Share recognised if each output might stand for any one class: far above
            ``score`` where the classes come in another order than here.
        count: Images it was judged on; 0 where none was.
    """

    preprocessing: Preprocessing
    score: float
    count: int = 0
    in_order: float = 0.0


def sizes_for(shape: Shape) -> list[tuple[tuple[int, ...], tuple[int, int]]]:
    """Shapes a model's input can take, each with the image's size; empty for no images.

    An open size is taken as 28.
    """
    closed = tuple(28 if n is None else n for n in shape)
    if len(shape) == 1:
        total = 784 if shape[0] is None else shape[0]
        sizes: list[tuple[tuple[int, ...], tuple[int, int]]] = []
        for channels in (1, 3):
            side = math.isqrt(total // channels)
            if side * side * channels == total and side >= 4:
                sizes.append(((total,), (side, side)))
        return sizes
    if len(closed) == 2:
        if 1 in closed:  # a column or row of pixels
            return [(closed, size) for (_, size) in sizes_for((max(closed),))]
        return [(closed, (closed[0], closed[1]))] if min(closed) >= 4 else []
    if len(closed) == 3:
        if closed[2] in (1, 3, 4):
            return [(closed, (closed[0], closed[1]))]
        if closed[0] in (1, 3, 4):
            return [(closed, (closed[1], closed[2]))]
        if closed[1] in (1, 3):
            return [(closed, (closed[0], closed[2]))] if closed[1] == 1 else []
    return []


def variants(shape: Shape, images: tuple[int, int]) -> Iterator[Preprocessing]:
    """Everything to try for a model's input shape, the commonest first."""
    for given, size in sizes_for(shape):
        ways: tuple[str, ...] = ("resize",)
        if size != images:
            ways = ("resize", "crop") if size < images else ("resize", "pad")
            if size[0] > 3 * images[0]:  # nobody frames a digit so widely
                ways = ("resize",)
        for transposed in (False, True):
            for scale in SCALES:
                if scale in RARE_SCALES or (scale == "0–16" and size != (8, 8)):
                    continue
                for way in ways:
                    yield Preprocessing(scale, given, size, way, transposed)


def rare_variants(shape: Shape, images: tuple[int, int]) -> list[Preprocessing]:
    """What is tried besides where :func:`variants` leave something to explain, images upright."""
    plain = (way for way in variants(shape, images) if way.scale == "0–1" and not way.transposed)
    return [replace(way, scale=scale) for way in plain for scale in RARE_SCALES]


def search(
    predict: Callable[[Floats], Floats],
    shape: Shape,
    images: Images,
    labels: npt.NDArray[np.integer],
    errand: Errand | None = None,
    to_beat: float = -1.0,
    is_slow: bool = False,
) -> list[Trial]:
    """Tries all variants on labelled digits, the best first.

    All are tried on an image of each class, then on some dozens; what is clearly worse than the best there goes
    no further. The others are tried on a part of the images, those that exchange rows and
    columns only where no other does well; what is about as good as the best there is judged on
    all images.

    Args:
        predict: From a batch to scores (n, …, classes), or to images for an autoencoder.
        images: (n, height, width), some hundreds.
        errand: Told which variant is being tried.
        to_beat: Nobody asks for a score below this: when none can reach it, as far as some
            dozens of images tell, the search ends there.
        is_slow: A glance ends at the commonest variant that recognises nearly all, few go on
            from it, and images are not turned.

    Returns:
        Scores are shares of digits recognised. Of those that are as good as the best, as far
        as so few digits can tell, the commonest comes first.

    Raises:
        ModelFileError: The model takes no grey images.
        CalledOff: Somebody no longer wants the answer.
    """
    usual = list(variants(shape, (images.shape[1], images.shape[2])))
    race = _Race(predict, images, labels, errand or Errand(), to_beat, is_slow)
    trials = race.run([way for way in usual if not way.transposed])
    odd: list[Trial] = []
    rare = rare_variants(shape, (images.shape[1], images.shape[2]))
    leaves_much = CHANCE <= trials[0].score < _WELL_RECOGNISED and not is_slow
    if leaves_much and not race.errand.has_work_left:
        race.errand.leave_out(tr("every pixel or every image scaled by its own"))
    elif leaves_much:
        others = race.run(rare, trials[0].score)
        trials = sorted([*trials, *others], key=lambda trial: -trial.score)
    # Digits on their side are half recognised: a slow net that knows none upright is not asked.
    is_asked = trials[0].score < _RECOGNISED and not (is_slow and trials[0].score < _HALF_KNOWN)
    if is_asked and not race.errand.has_work_left:
        race.errand.leave_out(tr("rows and columns exchanged"))
    elif is_asked:
        exchanged = [way for way in usual if way.transposed]
        if is_slow:
            exchanged = [way for way in exchanged if way.scale in _PLAIN_SCALES]
        odd = race.run(exchanged, trials[0].score)
        if odd[0].score >= CHANCE:
            trials, odd = sorted([*trials, *odd], key=lambda trial: -trial.score), []
    if trials[0].score < LITTLE and max(to_beat, 0.0) < CHANCE and not is_slow:
        if race.errand.has_work_left:
            trials, odd = race.run_turned(trials, usual), odd
        else:
            race.errand.leave_out(tr("images turned and mirrored"))
    best = trials[0].score
    close = [trial for trial in trials if trial.score >= best - _CLOSE][:_MOST_CLOSE]
    is_hopeless = best < CHANCE and (is_slow or trials[0].count < len(race.part))
    may_go_on = race.errand.has_work_left and best >= to_beat and not is_hopeless
    if len(close) > 1 and len(race.part) < len(images) and may_go_on:
        others = [trial for trial in trials if trial not in close]
        again = race.judge([trial.preprocessing for trial in close], slice(None))
        trials = [*_keep_unjudged(again, close), *others]
    first = race.choose(trials[: len(close)], [*usual, *rare])
    return [first, *(trial for trial in trials if trial is not first), *odd]


@dataclass(eq=False)
class _Race:
    """Variants that compete on labelled images, on more of them the fewer variants are left."""

    predict: Callable[[Floats], Floats]
    images: Images
    labels: npt.NDArray[np.integer]
    errand: Errand
    to_beat: float
    is_slow: bool = False
    # Per way what came out when it was judged last, and the labels of those images.
    answers: dict[Preprocessing, tuple[Floats, npt.NDArray[np.integer]]] = field(
        default_factory=dict
    )

    @property
    def part(self) -> Images:
        """The images of the round that decides who goes on."""
        return self.images[part_of(self.images)]

    def run(self, ways: Sequence[Preprocessing], other: float = -1.0) -> list[Trial]:
        """A look on some dozens of images, then a round on a part of them.

        Args:
            other: The best score of variants that are not among these.

        Returns:
            Best first; those that were left behind after the look come last.
        """
        part, left = part_of(self.images), list[Trial]()
        known: list[Trial] = []
        for count in (_GLANCE, _FIRST_LOOK, _SECOND_LOOK):
            step = len(self.part) // count
            if step <= 1 or (count == _GLANCE and len(ways) <= 2):
                continue
            if known and not self.errand.has_work_left:
                return [*known, *left]
            some = slice(None, None, part.step * step)
            looked = self.judge(ways, some, self.is_slow, is_first=not known)
            looked = _keep_unjudged(looked, known)
            bar = max(looked[0].score, other)
            kept = [one for one in looked if _may_reach(one, bar) and _may_reach(one, self.to_beat)]
            if not kept:
                return [*looked, *left]
            kept = kept[:_MOST_OF_SLOW] if self.is_slow else kept
            if count == _FIRST_LOOK and kept[0].score < CHANCE:
                kept = _keep_promising(kept)
            tells = _FIRST_LOOK if self.is_slow else _SECOND_LOOK
            if count >= tells and not _may_reach(kept[0], CHANCE, _LIKELY):
                return [*looked, *left]  # it has learnt nothing here
            left = [*(one for one in looked if one not in kept), *left]
            ways, known = [one.preprocessing for one in kept], kept
        if known and not self.errand.has_work_left:
            return [*known, *left]
        return [*_keep_unjudged(self.judge(ways, part, is_first=not known), known), *left]

    def run_turned(self, trials: Sequence[Trial], usual: Sequence[Preprocessing]) -> list[Trial]:
        """Where little is recognised: the images turned and mirrored, in the usual scales.

        Returns:
            All trials, the best first; those of turned images last where they recognise none.
        """
        plain = [w for w in usual if w.scale in _PLAIN_SCALES and w.fit == usual[0].fit]
        ways = [replace(way, turned=turned) for way in plain for turned in (1, 2, 3)]
        turned = self.run(ways, max(trials[0].score, CHANCE))
        better = [*trials, *(trial for trial in turned if trial.score >= CHANCE)]
        others = [trial for trial in turned if trial.score < CHANCE]
        return [*sorted(better, key=lambda trial: -trial.score), *others]

    def judge(
        self,
        ways: Sequence[Preprocessing],
        which: slice,
        may_stop: bool = False,
        is_first: bool = False,
    ) -> list[Trial]:
        """Each variant on the same images, the best first.

        Args:
            may_stop: Ends at the first, commonest, that recognises nearly all of them.
            is_first: They have not been tried before: those left out are named.
        """
        images, truth = self.images[which], self.labels[which]

        def judge_one(way: Preprocessing) -> Trial:
            out = np.asarray(self.predict(way.apply(images)))
            flat = out.reshape(len(out), -1)
            self.answers[way] = flat, truth
            chosen = flat.argmax(axis=1)
            in_order = assign_outputs(chosen, truth, flat.shape[1])[1]
            return Trial(way, float(np.mean(chosen == truth)), len(images), in_order)

        enough = _NEARLY_ALL if may_stop else math.inf
        return _rank(ways, judge_one, self.errand, enough, is_first)

    def choose(self, trials: Sequence[Trial], order: Sequence[Preprocessing]) -> Trial:
        """Of the best and those that are about as good on the same images the one to take: the
        commonest that no other clearly beats.

        Args:
            trials: The best first.
            order: All ways, the commonest first; those that are not among them come last.
        """
        near = [
            trial
            for trial in trials
            if trial.count == trials[0].count and trial.score >= trials[0].score - _CLOSE
        ]
        if len(near) == 1:
            return near[0]
        places = {way: place for place, way in enumerate(order)}
        near.sort(key=lambda trial: places.get(trial.preprocessing, len(places)))
        if near[0].score < CHANCE:  # what it has not learnt tells nothing
            return near[0]
        answers = [self.answers[trial.preprocessing][0] for trial in near]
        labels = self.answers[near[0].preprocessing][1]
        is_rare = [trial.preprocessing.scale in RARE_SCALES for trial in near]
        return near[choose(answers, labels, is_rare)]


def _keep_promising(trials: Sequence[Trial]) -> list[Trial]:
    """Of ways that recognise nothing so far, those that do best, in their order: as they are, or
    with outputs in another order."""
    by_score = sorted(trials, key=lambda trial: -trial.score)[:_MOST_PROMISING]
    by_order = sorted(trials, key=lambda trial: -trial.in_order)[:_MOST_PROMISING]
    return [trial for trial in trials if trial in by_score or trial in by_order]


def assign_outputs(
    answers: npt.NDArray[Any], truth: npt.NDArray[Any], count: int
) -> tuple[tuple[int, ...], float]:
    """Which class each output may stand for, one each, the clearest first.

    Args:
        answers: (n,) outputs; ``truth``: (n,) classes.
        count: Of outputs.

    Returns:
        Per output its class, and the share of answers that are then right.
    """
    size = max(count, int(truth.max(initial=0)) + 1)
    counts = np.zeros((size, size), np.int64)
    np.add.at(counts, (answers, truth), 1)
    left, order, right = counts.astype(np.float64), [0] * size, 0
    for _ in range(size):
        output, label = np.unravel_index(int(left.argmax()), left.shape)
        order[int(output)] = int(label)
        right += int(counts[output, label])
        left[output, :] = left[:, label] = -1
    return tuple(order[:count]), right / max(len(truth), 1)


def _keep_unjudged(again: Sequence[Trial], before: Sequence[Trial]) -> list[Trial]:
    """Trials on more images, then those of before of ways that are not among them."""
    judged = {trial.preprocessing for trial in again}
    return [*again, *(trial for trial in before if trial.preprocessing not in judged)]


def _may_reach(trial: Trial, score: float, sure: float = 3.0) -> bool:
    """False when so few images already tell that it stays below ``score``.

    Args:
        sure: Standard deviations behind it that tell.
    """
    spread = trial.score * (1 - trial.score) + max(score * (1 - score), 0.0)
    # Of all images wrong or right nothing follows for certain: one more of either counts.
    spread = max(spread, 1 / (trial.count + 2))
    return trial.score + sure * math.sqrt(spread / trial.count) >= score


# Ways of a slow net that go beyond a glance.
_MOST_OF_SLOW = 2
# Of what an autoencoder is tried on, every so many images tell which ways are far behind.
_GLANCED, _FAR_BEHIND = 5, 0.1
# What is tried on turned images.
_PLAIN_SCALES = ("0–1", "0–255", "1–0", "−1…1", "mean/std")
# Of ten classes; the best of so many ways may reach this without having learnt any of them.
CHANCE = 0.25
# Images of a glance, of ten classes one each; what share of them is nearly all.
_GLANCE, _NEARLY_ALL = 10, 0.9
# Images of the first look and of the second, about.
_FIRST_LOOK, _SECOND_LOOK = 60, 125
# Of ways that recognise nothing at the first look, how many go on, by either measure.
_MOST_PROMISING = 5
# Standard deviations below chance that end a net that has learnt nothing here; what share of
# digits a slow one must know upright before they are tried on their side.
_LIKELY, _HALF_KNOWN = 1.5, 0.2
# Images of the first round, about; how far behind its best a way may be to go on, and how many.
_FIRST_ROUND = 250
_CLOSE = 0.03
_MOST_CLOSE = 10
# Of upright digits; whoever reads them so well needs no rows and columns exchanged.
_RECOGNISED = 0.9
# Whoever reads so many needs no scale that is seldom.
_WELL_RECOGNISED = 0.97
# Of images however handed over; whoever reads fewer may want them turned.
LITTLE = 0.7


def part_of(images: Images) -> slice:
    """Every so many of the images, which may be ordered by class: a first round's worth."""
    return slice(None, None, max(len(images) // _FIRST_ROUND, 1))


def search_reconstruction(
    predict: Callable[[Floats], Floats],
    shape: Shape,
    images: Images,
    errand: Errand | None = None,
) -> list[Trial]:
    """The same for an autoencoder: scores are the share of variance it gives back.

    A part of the images is enough to tell.

    Raises:
        ModelFileError: The model takes no grey images.
        CalledOff: Somebody no longer wants the answer.
    """

    def score(x: Floats, out: Floats) -> float:
        if out.size != x.size:
            return -math.inf
        spread = float(np.var(x, axis=0).mean())
        wrong = float(np.mean((out.reshape(x.shape) - x) ** 2))
        return 1 - wrong / max(spread, 1e-9)

    part, errand = images[part_of(images)], errand or Errand()
    ways = list(variants(shape, (images.shape[1], images.shape[2])))
    some = part[::_GLANCED]
    looked = _rank(ways, lambda way: _trial(predict, way, some, score), errand)
    near = [one.preprocessing for one in looked if one.score >= looked[0].score - _FAR_BEHIND]
    if len(some) == len(part) or looked[0].score <= 0 or not errand.has_work_left:
        return looked
    near = near[:_MOST_CLOSE]
    again = _rank(near, lambda way: _trial(predict, way, part, score), errand, is_first=False)
    return _keep_unjudged(again, looked)


Judge = Callable[[Preprocessing], Trial]


def _trial(
    predict: Callable[[Floats], Floats],
    way: Preprocessing,
    images: Images,
    score: Callable[[Floats, Floats], float],
) -> Trial:
    x = way.apply(images)
    with np.errstate(all="ignore"):
        value = score(x, np.asarray(predict(x)))
    return Trial(way, max(value, -1.0) if math.isfinite(value) else -1.0, len(images))


def _rank(
    ways: Sequence[Preprocessing],
    judge: Judge,
    errand: Errand,
    enough: float = math.inf,
    is_first: bool = True,
) -> list[Trial]:
    if not ways:
        raise ModelFileError(
            tr("The model takes no grey images."),
            tr("Look at its layers; digits cannot be tried on it."),
        )
    trials: list[Trial] = []
    for number, way in enumerate(ways, start=1):
        if trials and not errand.has_work_left:
            if is_first:
                left = len(ways) - number + 1
                errand.leave_out(tr("{count} ways to hand images over", count=left))
            break
        errand.tell("trying preprocessing", number, len(ways))
        trials.append(judge(way))
        if trials[-1].score >= enough:
            break
    return sorted(trials, key=lambda trial: -trial.score)


def evidence(trials: Sequence[Trial], count: int = 5) -> list[str]:
    """The best trials, a line each, for a reader."""
    return [
        f"{write_percent(trial.score)}  {trial.preprocessing.text()}" for trial in trials[:count]
    ]
