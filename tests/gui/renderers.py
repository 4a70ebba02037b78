"""Pictures made by renderers that are not Qt's, and how far two pictures differ."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import pypdfium2
import resvg_py
from PySide6.QtGui import QImage

# Letters and lines of two renderers never meet to the pixel: what is compared is what remains
# after blurring over so many pixels, and how much ink there is in squares of so many, where it may
# lie so many pixels aside.
BLUR, SQUARE, ASIDE = 9, 24, 4


def pixels_of(image: QImage) -> np.ndarray:
    """(height, width, 3) bytes."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.width(), 4)[:, :, 2::-1].copy()


def render_svg(content: bytes, width: int) -> np.ndarray:
    """By resvg, in so many pixels."""
    png = resvg_py.svg_to_bytes(svg_string=content.decode("utf-8"), width=width, dpi=96)
    return pixels_of(QImage.fromData(png))


def render_pdf(content: bytes, width: int) -> np.ndarray:
    """By PDFium, in so many pixels; the one page."""
    document = pypdfium2.PdfDocument(content)
    (page,) = document
    shown = page.render(scale=width / page.get_width()).to_numpy()
    made = shown[:, :, 2::-1].copy()
    document.close()
    return made


@dataclass(frozen=True)
class Difference:
    """How far two pictures of a thing differ.

    Attributes:
        mean: Of the blurred pictures, absolute, of 255.
        largest: The same where they differ most.
        missing: Squares in which one has ink (at least a hundredth of it black) of which the
            other has not half as much there or just aside; (column, row), in squares.
    """

    mean: float
    largest: float
    missing: tuple[tuple[int, int], ...]


def compare(one: np.ndarray, other: np.ndarray) -> Difference:
    """Compares pictures, (height, width, 3) bytes; renderers may round their size up or down."""
    assert abs(one.shape[0] - other.shape[0]) <= 2 and abs(one.shape[1] - other.shape[1]) <= 2
    height, width = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    # Channel by channel: NumPy is slow along axes of three. Blurring is linear.
    one, other = (a[:height, :width].transpose(2, 0, 1) for a in (one, other))
    apart = functools.reduce(
        np.maximum, (np.abs(_blur(a.astype(np.int16) - b)) for a, b in zip(one, other, strict=True))
    )
    apart = apart / BLUR**2
    inks = _sum_ink(one), _sum_ink(other)
    missing = {*_missing(*inks), *_missing(*reversed(inks))}
    return Difference(float(apart.mean()), float(apart.max()), tuple(sorted(missing)))


def _blur(channel: np.ndarray) -> np.ndarray:
    """The sum over a square around each pixel, along one axis after the other.

    Sixteen bits hold it: 255 times 81.
    """
    side, (height, width) = BLUR // 2, channel.shape
    padded = np.pad(channel, side, "edge")
    rows = functools.reduce(np.add, (padded[i : i + height] for i in range(BLUR)))
    return functools.reduce(np.add, (rows[:, i : i + width] for i in range(BLUR)))


def _missing(one: np.ndarray, other: np.ndarray) -> list[tuple[int, int]]:
    """Squares whose ink the other picture does not have half of, there or just aside."""
    here, around = _ink(one, 0), _ink(other, ASIDE)
    rows, columns = np.nonzero((here > 0.01 * SQUARE**2) & (around < 0.5 * here))
    return list(zip(columns.tolist(), rows.tolist(), strict=True))


def _sum_ink(picture: np.ndarray) -> np.ndarray:
    """How much ink is above and to the left of each corner of a pixel, 255 for a black one."""
    sums = np.zeros((picture.shape[1] + 1, picture.shape[2] + 1), np.int32)
    ink = 255 - functools.reduce(np.minimum, picture)
    np.cumsum(ink, axis=0, out=sums[1:, 1:], dtype=np.int32)
    return np.cumsum(sums, axis=1, out=sums)


def _ink(sums: np.ndarray, aside: int) -> np.ndarray:
    """How many pixels' worth of ink each square and what lies so near to it have."""
    high, wide = sums.shape[0] - 1, sums.shape[1] - 1
    top, left = (np.arange(0, size - SQUARE + 1, SQUARE) for size in (high, wide))
    y0, y1 = np.maximum(top - aside, 0), np.minimum(top + SQUARE + aside, high)
    x0, x1 = np.maximum(left - aside, 0), np.minimum(left + SQUARE + aside, wide)
    ink = sums[np.ix_(y1, x1)] - sums[np.ix_(y0, x1)] - sums[np.ix_(y1, x0)] + sums[np.ix_(y0, x0)]
    return ink / 255.0
