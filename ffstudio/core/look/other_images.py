"""Images that a net has not learnt from, brought to what it has: its classes by name, its size,
its paper and its values.

What is right is tried out on labelled images, as for nets of other programs, and said.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errand import Errand
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.image_shape import (
    ImageShape,
    count_channels,
    count_numbers,
    pictures_of,
    shape_text,
    size_of,
)
from ffstudio.core.images.appearance import DARK, LIGHT, Appearance
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.matching import Matching, match_classes, relabel, take_known
from ffstudio.core.images.streaming import change_images
from ffstudio.core.images.understanding.colours import brightness_of
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import number_text, write_percent
from ffstudio.core.words import tr

Floats = npt.NDArray[np.float32]

# Images of the first look and of the second, and those of nets that take long.
_FIRST, _SECOND = 100, 500
_FIRST_OF_SLOW, _SECOND_OF_SLOW = 40, 120
# Multiply-adds per image from which on a net takes long; what all looks together may cost, how
# many ways there are about, and the fewest images that tell anything of one.
_MUCH_WORK, _MOST_WORK = 20_000_000, 100e9
_USUAL_WAYS, _LEAST_TRIED = 16, 10
# Ways that go on to the second look; how many standard deviations better than the images as
# they come another way has to be.
_MOST, _SURE = 6, 3.0
# So far above guessing the best of many ways may come without having learnt anything.
_BY_CHANCE = 0.15
# Of a side of MNIST's pictures one part in so many is empty at each end.
_MARGIN = 7
# Smaller pictures are not brought to another size.
_LEAST_SIDE = 7
# Images at a time that are brought to another size.
_PIECE = 2000
# Recognised so well, rows and columns are not exchanged.
_RECOGNISED = 0.9


@dataclass(frozen=True)
class Handing:
    """One way to hand pictures of a data set to a net.

    Attributes:
        before, after: What black and white are in the data and for the net.
        shape, size: Of the data's pictures and of those that the net takes: (height, width), or
            (height, width, 3). Grey ones are given all three colours alike, coloured ones turned
            grey by their brightness.
        is_light: True where the data's paper is light: what is put around them is.
        inverted: Black and white exchanged.
        fit: ``resize`` scales, ``pad`` puts paper around or cuts it off, ``crop`` cuts an empty
            margin as MNIST's before it scales, ``frame`` leaves one after it has scaled.
    """

    before: tuple[float, float]
    after: tuple[float, float]
    shape: ImageShape
    size: ImageShape
    is_light: bool = False
    inverted: bool = False
    transposed: bool = False
    fit: str = "resize"

    @property
    def changes(self) -> bool:
        """True where pictures do not go in as they come."""
        other = self.before != self.after or self.shape != self.size
        return other or self.inverted or self.transposed

    @property
    def text(self) -> str:
        """What is done, for a reader; empty where nothing is."""
        parts = []
        if self.inverted:
            parts.append(tr("black and white exchanged"))
        if self.before != self.after:
            ends = [
                f"{number_text(low, grouped=False)}…{number_text(high, grouped=False)}"
                for low, high in (self.before, self.after)
            ]
            parts.append(tr("values {before} taken to {after}", before=ends[0], after=ends[1]))
        if self.transposed:
            parts.append(tr("rows and columns exchanged"))
        channels = count_channels(self.shape), count_channels(self.size)
        if channels[0] > channels[1]:
            parts.append(tr("colours turned grey"))
        elif channels[0] < channels[1]:
            parts.append(tr("grey given to all colours alike"))
        if size_of(self.shape) != size_of(self.size):
            sizes = [shape_text(size_of(one)) for one in (self.shape, self.size)]
            ways = {
                "resize": tr("scaled from {before} to {after} pixels", before=sizes[0],
                             after=sizes[1]),
                "pad": tr("framed or cut from {before} to {after} pixels", before=sizes[0],
                          after=sizes[1]),
                "crop": tr("cut and scaled from {before} to {after} pixels", before=sizes[0],
                           after=sizes[1]),
                "frame": tr("scaled and framed from {before} to {after} pixels",
                            before=sizes[0], after=sizes[1]),
            }  # fmt: skip
            parts.append(ways[self.fit])
        return ", ".join(parts)

    def apply(self, x: Floats) -> Floats:
        """Flat pictures (n, pixels) of the data as (n, pixels) for the net."""
        if not self.changes:
            return x
        out = np.empty((len(x), count_numbers(self.size)), np.float32)
        low, high = self.before
        black, white = self.after
        for start in range(0, len(x), _PIECE):
            part = (x[start : start + _PIECE] - np.float32(low)) / np.float32(high - low)
            ink = pictures_of(1 - part if self.is_light else part, self.shape)
            fitted = self._fit_colours(ink)
            if self.is_light != self.inverted:
                fitted = 1 - fitted
            flat = fitted.reshape(len(part), -1)
            out[start : start + _PIECE] = flat * np.float32(white - black) + np.float32(black)
        return out

    def _fit_colours(self, ink: Floats) -> Floats:
        """Pictures (n, height, width, channels), paper 0, in the net's size and colours."""
        wanted = count_channels(self.size)
        if ink.shape[-1] > wanted:
            ink = brightness_of(ink, np.float32)[..., None]
        channels = ink.shape[-1]
        planes = np.moveaxis(ink, -1, 1).reshape(-1, *ink.shape[1:3])
        fitted = self._fit(planes).reshape(-1, channels, *size_of(self.size))
        return np.repeat(np.moveaxis(fitted, 1, -1), wanted // channels, axis=-1)

    def _fit(self, ink: Floats) -> Floats:
        """Pictures (n, height, width), paper 0, in the net's size."""
        net_size = size_of(self.size)
        steps = [(net_size, self.fit)]
        if self.fit == "frame":
            height, width = (side - 2 * (side // _MARGIN) for side in net_size)
            steps = [((height, width), "resize"), (net_size, "pad")]
        exchange = self.transposed
        for size, fit in steps:
            way = Preprocessing("0–255", (size[0] * size[1],), size, fit, exchange)
            ink, exchange = way.apply(ink).reshape(-1, *size), False
        return ink


@dataclass(frozen=True)
class Tried:
    """One way that was tried, and the share of images that the net then recognised."""

    matching: Matching
    handing: Handing
    share: float


@dataclass(frozen=True)
class Taken:
    """A data set as a net takes it.

    Attributes:
        data: With the net's classes and pictures of its size.
        plain: The data set handed over as it comes; None where its pictures do not fit so.
        tried: What was tried, the best first; empty where there was no question.
    """

    data: PreparedData
    matching: Matching
    handing: Handing
    plain: PreparedData | None
    tried: tuple[Tried, ...] = ()

    @property
    def text(self) -> str:
        """What was done to the pictures and what they would be as they come, in a sentence."""
        done = self.handing.text
        if not done:
            return ""
        shares = {one.handing: one.share for one in reversed(self.tried)}
        share = shares.get(self.handing, 0.0)
        plain = next((s for way, s in shares.items() if not way.changes), None)
        if plain is None:
            return tr(
                "Pictures are handed over otherwise than they come: {done}. Of a sample {share} "
                "are recognised so.",
                done=done,
                share=write_percent(share),
            )
        return tr(
            "Pictures are handed over otherwise than they come: {done}. Of a sample {share} are "
            "recognised so, as they come {plain}.",
            done=done,
            share=write_percent(share),
            plain=write_percent(plain),
        )


def take_as_net(
    data: PreparedData,
    nets: ModelSnapshot,
    made: ExperimentSpec | None,
    which: str = "test",
    errand: Errand | None = None,
) -> Taken | None:
    """A data set with a net's classes, handed over in the way in which it recognises most.

    Images that it learnt from, and others of their file, go in as they come. Of all others every
    way is tried on a sample; one that changes the pictures is taken where it is clearly better.

    Args:
        made: The experiment the net learnt by; None where that is not known.
        which: The set whose images are tried.

    Returns:
        None where no class has a name that the net knows, or it takes no pictures.

    Raises:
        CalledOff: Nobody wants to know any more.
    """
    matchings = match_classes(data.class_names, nets.class_names)
    net = nets.ff if nets.ff is not None else nets.bp
    if net is None or not may_be_taken(data, nets):
        return None
    seen = data.appearance
    before = (seen.low, seen.high)
    plain = Handing(before, before, data.image_shape, nets.image_shape, seen.paper == LIGHT)
    known = nets.appearance
    is_alike = known is None or known.paper == seen.paper  # its file may have been replaced
    is_own = is_alike and are_its_own(data, made)
    if data.num_inputs == nets.num_inputs and len(matchings) == 1 and is_own:
        return Taken(relabel(data, matchings[0], nets.class_names), matchings[0], plain, data)
    samples = data.samples(which)
    if not len(samples):
        samples = data.test
    tried = _try_all(net, samples, matchings, plain, nets, errand or Errand())
    best = tried[0]
    labelled = relabel(data, best.matching, nets.class_names)
    fits = data.image_shape == nets.image_shape
    return Taken(
        hand_over(labelled, best.handing), best.matching, best.handing,
        labelled if fits else None, tuple(tried),
    )  # fmt: skip


def may_be_taken(data: PreparedData, nets: ModelSnapshot) -> bool:
    """False where it is clear beforehand that images are none for a net."""
    if nets.role != "classifier" or nets.why_no_pictures:
        return False
    sizes = (data.image_shape, nets.image_shape)
    # Of pictures of a few pixels nothing is left in another size.
    first, second = (size_of(one) for one in sizes)
    if first != second and min(*first, *second) < _LEAST_SIDE:
        return False
    return bool(match_classes(data.class_names, nets.class_names))


def hand_over(data: PreparedData, way: Handing) -> PreparedData:
    """The same images as a net takes them."""
    if not way.changes:
        return data
    pixels = (count_numbers(way.size),)
    handed = data.change_each(
        lambda samples: Samples(change_images(samples.x, way.apply, pixels, np.float32), samples.y)
    )
    paper = data.appearance.paper
    if way.inverted:
        paper = {DARK: LIGHT, LIGHT: DARK}.get(paper, paper)
    appearance = Appearance(*way.after, paper, data.appearance.values)
    return dataclasses.replace(handed, image_shape=way.size, appearance=appearance)


def are_its_own(data: PreparedData, made: ExperimentSpec | None) -> bool:
    """True for data of the file that a net learnt from, read as then."""
    if made is None:
        return False
    there, then = data.spec, made.data
    return _read_as(there) == _read_as(then)


def _read_as(spec: DataSpec) -> tuple[object, ...]:
    """Which images, and how they are read."""
    return spec.name, spec.path, spec.range, spec.transposed, spec.colours


def _ways(plain: Handing, nets: ModelSnapshot) -> Iterator[Handing]:
    """All ways but exchanged rows and columns, the likeliest first."""
    known = nets.appearance
    ends = [plain.before]
    if known is not None and (known.low, known.high) not in ends:
        ends.append((known.low, known.high))
    elif known is None and (0.0, 1.0) not in ends:  # of unknown nets: what is usual
        ends.append((0.0, 1.0))
    fits: tuple[str, ...] = ("resize",)
    if size_of(plain.shape) != size_of(plain.size):
        smaller = size_of(plain.size) < size_of(plain.shape)
        fits = ("resize", "crop" if smaller else "frame", "pad")
    for after in ends:
        for inverted in (False, True):
            for fit in fits:
                yield dataclasses.replace(plain, after=after, inverted=inverted, fit=fit)


def _takes_long(net: FFSnapshot | NetworkSnapshot) -> bool:
    if isinstance(net, FFSnapshot):
        return net.is_convolutional
    return net.work > _MUCH_WORK


def _count_tried(net: FFSnapshot | NetworkSnapshot) -> tuple[int, int]:
    """Images of the first look and of the second: fewer of what costs more."""
    if not _takes_long(net):
        return _FIRST, _SECOND
    first, second = _FIRST_OF_SLOW, _SECOND_OF_SLOW
    if isinstance(net, FFSnapshot):
        return first, second
    fewer = min(_MOST_WORK / (net.work * (_USUAL_WAYS * first + _MOST * second)), 1.0)
    return max(int(first * fewer), _LEAST_TRIED), max(int(second * fewer), 3 * _LEAST_TRIED)


def _try_all(
    net: FFSnapshot | NetworkSnapshot,
    samples: Samples,
    matchings: Sequence[Matching],
    plain: Handing,
    nets: ModelSnapshot,
    errand: Errand,
) -> list[Tried]:
    first, second = _count_tried(net)

    def judge(ways: Sequence[tuple[Matching, Handing]], count: int) -> list[Tried]:
        tried = []
        for number, (matching, way) in enumerate(ways, start=1):
            errand.tell(tr("trying how images are handed over"), number, len(ways))
            known = take_known(samples, matching)
            rows = np.arange(0, len(known), max(1, len(known) // count))
            part = Samples(way.apply(known.x[rows]), known.y[rows])
            share = net.judge(part, errand).accuracy if len(part) else 0.0
            tried.append(Tried(matching, way, share))
        return sorted(tried, key=lambda one: -one.share)

    looked = judge([(matching, plain) for matching in matchings], first)
    if looked[0].share >= _RECOGNISED and len(looked) == 1 and not plain.changes:
        return looked
    others = [(m, way) for way in _ways(plain, nets) for m in matchings if way != plain]
    looked = sorted([*looked, *judge(others, first)], key=lambda one: -one.share)
    if looked[0].share < _RECOGNISED:
        ways = [(one.matching, one.handing) for one in looked]
        turned = [(m, dataclasses.replace(way, transposed=True)) for m, way in ways]
        looked = sorted([*looked, *judge(turned, first)], key=lambda one: -one.share)
    goes_on = [one for at, one in enumerate(looked) if at < _MOST or one.handing == plain]
    # Of ways that are as good the one that changes least comes first.
    goes_on.sort(key=lambda one: len(one.handing.text))
    tried = judge([(one.matching, one.handing) for one in goes_on], second)
    # As they come, unless another way is better by more than so few images can be off.
    as_they_come = next(one for one in tried if one.handing == plain)
    count = max(min(second, len(samples)), 1)
    best = tried[0]
    spread = math.sqrt(max(best.share * (1 - best.share), 1 / (count + 2)) / count)
    guessed = 1 / max(nets.num_classes, 1)
    by_chance = guessed + _BY_CHANCE * (1 - guessed)
    ahead = 0.0 if plain.changes else _SURE * spread  # of another size none is as it comes
    if best.share < by_chance or best.share - as_they_come.share <= ahead:
        best = as_they_come
    return [best, *(one for one in tried if one is not best)]
