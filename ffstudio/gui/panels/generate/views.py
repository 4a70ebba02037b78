"""The sheets of pictures that a net can be asked for, computed with NumPy alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.picture_makers import PictureComparer, PictureMaker, tell_spread, walk
from ffstudio.core.numbers import number_text
from ffstudio.core.words import say_all, tr

Floats = npt.NDArray[np.float32]

VIEWS = say_all(
    {
        "samples": "Samples",
        "labels": "Samples per Label",
        "plane": "Plane of Two Numbers",
        "walk": "Walk between Two",
        "reconstructions": "Reconstructions",
        "distances": "Distances",
    }
)
_COLUMNS = 8
_PLANE = 11
# Standard deviations of a code to either side that the plane spans.
_REACH = 2.0
_STEPS = 9
_SPREAD_OF = 200


@dataclass(frozen=True, eq=False)
class Tile:
    """One picture of a sheet.

    Attributes:
        picture: (height, width, channels), 0–1.
        caption: What it is, a few words.
        code: That made it; None where no code did.
        label: It was asked for; −1 for none.
        value: A number that goes with it; NaN for none.
    """

    picture: Floats
    caption: str
    code: Floats | None = None
    label: int = -1
    value: float = float("nan")


@dataclass(frozen=True)
class PictureSheet:
    """Pictures in rows.

    Attributes:
        words: What is seen, one sentence.
        heads: A word before each row; empty where rows mean nothing.
    """

    name: str
    title: str
    words: str
    columns: int
    tiles: tuple[Tile, ...]
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Wanted:
    """All that a sheet depends on.

    Attributes:
        net: As it is shown now.
        code: Of the picture that the sliders stand for.
        label: That is asked for; 0 where none is.
        seed: Of the noise of samples.
        drawing: On the pad (height, width), 0–1; None for an empty one.
        image: Number of the test image that a walk ends at.
    """

    view: str
    net: NetworkSnapshot
    maker: PictureMaker | None
    comparer: PictureComparer | None
    data: PreparedData | None
    mean: Floats
    spread: Floats
    code: Floats
    label: int
    seed: int
    drawing: Floats | None
    image: int
    class_names: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Made:
    """The picture the sliders stand for, and the sheet."""

    picture: PictureSheet | None
    sheet: PictureSheet | None
    number: int = 0
    code: Floats = field(default_factory=lambda: np.zeros(0, np.float32))


def views_of(maker: PictureMaker | None, comparer: PictureComparer | None) -> tuple[str, ...]:
    """The keys of :data:`VIEWS` that a net has, the most telling first."""
    if comparer is not None:
        return ("distances",)
    if maker is None:
        return ()
    if maker.encoder is not None:
        plane = ("plane",) if maker.code_size > 1 else ()
        return ("reconstructions", "walk", *plane, "samples")
    first = ("labels",) if maker.label is not None else ()
    plane = ("plane",) if maker.code_size > 1 else ()
    return (*first, "samples", *plane, "walk")


def code_statistics(
    maker: PictureMaker, net: NetworkSnapshot, data: PreparedData | None
) -> tuple[Floats, Floats]:
    """Mean and deviation of codes: of the test images' own, else those of normal noise."""
    if maker.encoder is not None and data is not None and _fits(net, data):
        return tell_spread(maker.encode(net.prepare(data.test.x[:_SPREAD_OF])))
    return np.zeros(maker.code_size, np.float32), np.ones(maker.code_size, np.float32)


def _fits(net: NetworkSnapshot, data: PreparedData | None) -> bool:
    return data is not None and data.image_shape == net.image_shape and len(data.test) > 0


def make(wanted: Wanted, number: int) -> Made:
    """The sheet that is wanted, and the one picture; for a thread of its own."""
    with np.errstate(all="ignore"):
        if wanted.comparer is not None:
            return Made(None, _compare(wanted, wanted.comparer), number)
        assert wanted.maker is not None  # noqa: S101 - asked with one or the other
        maker = wanted.maker
        shown = maker.pictures(wanted.code[None], [wanted.label])[0]
        caption = _caption(wanted, wanted.code, wanted.label)
        one = PictureSheet(
            "generated-picture",
            tr("The picture of these numbers"),
            caption,
            1,
            (Tile(shown, caption, wanted.code, wanted.label if maker.label else -1),),
        )
        return Made(one, _SHEETS[wanted.view](wanted, maker), number, wanted.code)


def _caption(wanted: Wanted, code: Floats, label: int) -> str:
    numbers = ", ".join(number_text(float(v), digits=3) for v in code[:4])
    more = "…" if len(code) > 4 else ""
    words = tr("code {numbers}", numbers=numbers + more)
    maker = wanted.maker
    if maker is not None and maker.label is not None:
        return tr(
            "label {label}, {words}", label=name_label(wanted.class_names, label), words=words
        )
    return words


def name_label(names: Sequence[str], label: int) -> str:
    """A label as the data set calls it, else its number."""
    return names[label] if 0 <= label < len(names) else str(label)


def _noise(wanted: Wanted, count: int) -> Floats:
    rng = np.random.default_rng(wanted.seed)
    drawn = rng.normal(size=(count, len(wanted.code))).astype(np.float32)
    return wanted.mean + wanted.spread * drawn


def _tiles(
    wanted: Wanted, maker: PictureMaker, codes: Floats, labels: Sequence[int]
) -> tuple[Tile, ...]:
    pictures = maker.pictures(codes, labels)
    return tuple(
        Tile(picture, _caption(wanted, code, label), code, label if maker.label else -1)
        for picture, code, label in zip(pictures, codes, labels, strict=True)
    )


def _samples(wanted: Wanted, maker: PictureMaker) -> PictureSheet:
    codes = _noise(wanted, _COLUMNS * _COLUMNS)
    tiles = _tiles(wanted, maker, codes, [wanted.label] * len(codes))
    words = tr("{count} codes drawn at random, and what the net makes of them.", count=len(codes))
    if maker.label is not None:
        words = tr(
            "{count} codes drawn at random, and what the net makes of them when asked for {label}.",
            count=len(codes),
            label=name_label(wanted.class_names, wanted.label),
        )
    return PictureSheet("samples", tr("Samples"), words, _COLUMNS, tiles)


def _per_label(wanted: Wanted, maker: PictureMaker) -> PictureSheet:
    assert maker.label is not None  # noqa: S101 - the view is offered with labels only
    count = min(maker.label.count, 26)
    codes = _noise(wanted, _COLUMNS)
    labels = [label for label in range(count) for _ in range(_COLUMNS)]
    tiles = _tiles(wanted, maker, np.tile(codes, (count, 1)), labels)
    return PictureSheet(
        "samples-per-label",
        tr("Samples per label"),
        tr("A row for each label; every column is made from the same noise."),
        _COLUMNS,
        tiles,
        tuple(name_label(wanted.class_names, label) for label in range(count)),
    )


def _plane(wanted: Wanted, maker: PictureMaker) -> PictureSheet:
    steps = np.linspace(-_REACH, _REACH, _PLANE, dtype=np.float32)
    codes = np.tile(wanted.code, (_PLANE * _PLANE, 1))
    codes[:, 0] = wanted.mean[0] + wanted.spread[0] * np.tile(steps, _PLANE)
    codes[:, 1] = wanted.mean[1] + wanted.spread[1] * np.repeat(-steps, _PLANE)
    tiles = _tiles(wanted, maker, codes, [wanted.label] * len(codes))
    words = tr(
        "The first number of the code grows to the right, the second upwards, each by two standard "
        "deviations about its mean; the others stand as the sliders do."
    )
    if len(wanted.code) == 2:
        words = tr(
            "The first number of the code grows to the right, the second upwards, each by two "
            "standard deviations about its mean."
        )
    return PictureSheet("code-plane", tr("Plane of two numbers"), words, _PLANE, tiles)


def _test_picture(wanted: Wanted, index: int) -> Floats | None:
    data = wanted.data
    if data is None or not _fits(wanted.net, data):
        return None
    return np.asarray(data.test.x[index % len(data.test)], np.float32)


def _start(wanted: Wanted) -> tuple[Floats | None, str]:
    """Where a walk of an autoencoder begins: the drawing, else another test image."""
    drawing = wanted.drawing
    if drawing is not None and drawing.shape == wanted.net.image_shape and drawing.any():
        return drawing.reshape(-1), tr("the drawing")
    return _test_picture(wanted, wanted.image + 1), tr("the test image after it")


def _walk(wanted: Wanted, maker: PictureMaker) -> PictureSheet:
    rows, words = [wanted.code], ""
    if maker.encoder is not None:
        (start, called), end = _start(wanted), _test_picture(wanted, wanted.image)
        if start is not None and end is not None:
            first, last = maker.encode(wanted.net.prepare(np.stack([start, end])))
            rows = [walk(first, last, _STEPS)]
            words = tr(
                "From the code of {called} on a straight line to that of test image {number}.",
                called=called,
                number=wanted.image,
            )
    if not words:
        ends = _noise(wanted, _COLUMNS)
        starts = [wanted.code, *ends[:-1]]
        rows = [walk(one, other, _STEPS) for one, other in zip(starts, ends, strict=True)]
        words = tr(
            "Each row goes from one code on a straight line to the next; the first begins where the "
            "sliders stand."
        )
    codes = np.concatenate(rows)
    tiles = _tiles(wanted, maker, codes, [wanted.label] * len(codes))
    return PictureSheet("code-walk", tr("Walk between two codes"), words, _STEPS, tiles)


def _reconstructions(wanted: Wanted, maker: PictureMaker) -> PictureSheet:
    images, captions = [], []
    start, _ = _start(wanted)
    drawing = wanted.drawing
    if drawing is not None and start is not None and drawing.any():
        images.append(start)
        captions.append(tr("the drawing"))
    data = wanted.data
    if data is not None and _fits(wanted.net, data):
        labels = data.test.y
        for label in range(min(len(data.class_names), 10)):
            rows = np.flatnonzero(labels == label)
            if len(rows):
                at = int(rows[wanted.seed % len(rows)])
                images.append(data.test.x[at])
                captions.append(tr("test image {number}", number=at))
    title = tr("Reconstructions")
    if not images:
        words = tr("Draw something on the pad, or load a data set of this size of picture.")
        return PictureSheet("reconstructions", title, words, 1, ())
    given = wanted.net.prepare(np.stack(images))
    codes = maker.encode(given)
    shown = maker.to_shown(given.reshape(len(given), *maker.picture_shape))
    made = maker.pictures(codes)
    wrong = np.mean((made - shown) ** 2, axis=(1, 2, 3))
    above = [Tile(p, c) for p, c in zip(shown, captions, strict=True)]
    below = [
        Tile(
            picture,
            tr(
                "{caption}: squared error {wrong}", caption=c, wrong=number_text(float(w), digits=2)
            ),
            code,
            -1,
            float(w),
        )
        for picture, c, code, w in zip(made, captions, codes, wrong, strict=True)
    ]
    words = tr(
        "Above what goes in, below what the net gives back through a code of {count} numbers; mean "
        "squared error {wrong} of a range of 1.",
        count=maker.code_size,
        wrong=number_text(float(wrong.mean()), digits=2),
    )
    heads = (tr("in"), tr("out"))
    return PictureSheet("reconstructions", title, words, len(images), (*above, *below), heads)


def _compare(wanted: Wanted, comparer: PictureComparer) -> PictureSheet:
    title = tr("Distances")
    start, called = _start(wanted)
    data = wanted.data
    if start is None or data is None or not _fits(wanted.net, data):
        words = tr("Draw something on the pad, or load a data set of this size of picture.")
        return PictureSheet("distances", title, words, 1, ())
    tiles, heads = [], []
    shape = wanted.net.image_shape
    for label in range(min(len(data.class_names), 26)):
        rows = np.flatnonzero(data.test.y == label)
        if not len(rows):
            continue
        chosen = np.roll(rows, -wanted.seed)[:_COLUMNS]
        pictures = data.test.x[np.resize(chosen, _COLUMNS)].reshape(-1, *shape)
        values = comparer.compare(start.reshape(shape), pictures)
        heads.append(name_label(data.class_names, label))
        for picture, value in zip(pictures, values, strict=True):
            text = number_text(float(value), digits=3)
            tiles.append(Tile(np.atleast_3d(picture), text, None, label, float(value)))
    words = tr(
        "What the net says of {called} and each of these test images. Whether a small number means "
        "alike or unlike depends on how it was trained.",
        called=called,
    )
    return PictureSheet("distances", title, words, _COLUMNS, tuple(tiles), tuple(heads))


_SHEETS: dict[str, Callable[[Wanted, PictureMaker], PictureSheet]] = {
    "samples": _samples,
    "labels": _per_label,
    "plane": _plane,
    "walk": _walk,
    "reconstructions": _reconstructions,
}
