"""Pictures made by renderers that are not Qt's, and how far two pictures differ."""

from __future__ import annotations

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
    """(height, width, 3) from 0 to 255."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.width(), 4)[:, :, 2::-1].astype(float)


def render_svg(content: bytes, width: int) -> np.ndarray:
    """By resvg, in so many pixels."""
    png = resvg_py.svg_to_bytes(svg_string=content.decode("utf-8"), width=width, dpi=96)
    return pixels_of(QImage.fromData(png))


def render_pdf(content: bytes, width: int) -> np.ndarray:
    """By PDFium, in so many pixels; the one page."""
    document = pypdfium2.PdfDocument(content)
    (page,) = document
    shown = page.render(scale=width / page.get_width()).to_numpy()
    made = shown[:, :, 2::-1].astype(float)
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
    """Compares pictures; renderers may round their size up or down."""
    assert abs(one.shape[0] - other.shape[0]) <= 2 and abs(one.shape[1] - other.shape[1]) <= 2
    height, width = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    one, other = one[:height, :width], other[:height, :width]
    apart = np.abs(_blur(one) - _blur(other)).max(axis=2)
    missing = {*_missing(one, other), *_missing(other, one)}
    return Difference(float(apart.mean()), float(apart.max()), tuple(sorted(missing)))


def _blur(picture: np.ndarray) -> np.ndarray:
    """The mean over a square around each pixel, along one axis after the other."""
    for axis in (0, 1):
        edge = [(0, 0)] * 3
        edge[axis] = (BLUR // 2 + 1, BLUR // 2)
        sums = np.cumsum(np.pad(picture, edge, "edge"), axis=axis)
        ends = np.take(sums, range(BLUR, sums.shape[axis]), axis=axis)
        starts = np.take(sums, range(sums.shape[axis] - BLUR), axis=axis)
        picture = (ends - starts) / BLUR
    return picture


def _missing(one: np.ndarray, other: np.ndarray) -> list[tuple[int, int]]:
    """Squares whose ink the other picture does not have half of, there or just aside."""
    here, around = _ink(one, 0), _ink(other, ASIDE)
    rows, columns = np.nonzero((here > 0.01 * SQUARE**2) & (around < 0.5 * here))
    return list(zip(columns.tolist(), rows.tolist(), strict=True))


def _ink(picture: np.ndarray, aside: int) -> np.ndarray:
    """How many pixels' worth of ink each square and what lies so near to it have."""
    dark = (255.0 - picture).max(axis=2) / 255.0
    sums = np.zeros((dark.shape[0] + 1, dark.shape[1] + 1))
    sums[1:, 1:] = dark.cumsum(axis=0).cumsum(axis=1)
    top, left = (np.arange(0, size - SQUARE + 1, SQUARE) for size in dark.shape)
    y0, y1 = np.maximum(top - aside, 0), np.minimum(top + SQUARE + aside, dark.shape[0])
    x0, x1 = np.maximum(left - aside, 0), np.minimum(left + SQUARE + aside, dark.shape[1])
    return sums[np.ix_(y1, x1)] - sums[np.ix_(y0, x1)] - sums[np.ix_(y1, x0)] + sums[np.ix_(y0, x0)]
