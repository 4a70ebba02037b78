"""A drawing as vector strokes, and the picture a network sees of it.

MNIST's pictures were made by scaling the ink's box to 20 pixels and moving its centre of
mass to pixel index (14, 14). The same is done here, from the lines themselves: however
large the drawing was, its pen is as thick afterwards as MNIST's (about 2.5 pixels).

Coordinates are shares of the pad's side, 0–1, x to the right and y down.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from ffstudio.core.image_shape import COLOURS, ImageShape, size_of
from ffstudio.gui.plots.pictures import to_array

# MNIST's measures, in pixels of its 28×28 pictures; other sizes follow in proportion.
SIDE = 28
BOX = 20.0
PEN_PX = 2.5
SUPERSAMPLING = 8
# A tap is a dot of the pen's own size, not a digit to be blown up.
DOT_PX = 2.0
# A symmetric drawing lies exactly between two places; this keeps it from hopping.
_TIE = 0.02
# Erasing looks at points this close together.
_STEP = 0.004
_INK = QColor(Qt.GlobalColor.white)

Floats = npt.NDArray[np.float32]
Points = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Stroke:
    """One line drawn without lifting the pen.

    Attributes:
        points: (x, y) pairs; a single one is a dot.
        width: Thickness in pixels of a 28×28 picture.
        colour: Of its ink, as ``#rrggbb``, which only nets for pictures in colour see; empty for
            plain ink, the opposite of the paper.
    """

    points: tuple[tuple[float, float], ...]
    width: float = PEN_PX
    colour: str = ""

    def path(self) -> QPainterPath:
        """A smooth curve: parabolas from midpoint to midpoint, the points steering."""
        return curve(self.points)


def curve(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """The smooth curve of a polyline; a dot is a line too short to be seen as one."""
    path = QPainterPath(QPointF(*points[0]))
    if len(points) == 1:
        path.lineTo(points[0][0] + 1e-6, points[0][1])
        return path
    for (x0, y0), (x1, y1) in itertools.pairwise(points[1:]):
        path.quadTo(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2)
    path.lineTo(*points[-1])
    return path


# --- editing ----------------------------------------------------------------------------


class Drawing:
    """Strokes with undo and redo; a stroke, an erasing and a clearing are a step each.

    The eraser takes away the parts of the lines it touches, so what is left is lines
    again: erased ink counts neither for the box nor for the centre of mass.
    """

    def __init__(self) -> None:
        self._strokes: tuple[Stroke, ...] = ()
        self._undo: list[tuple[Stroke, ...]] = []
        self._redo: list[tuple[Stroke, ...]] = []
        self._before_erasing: tuple[Stroke, ...] | None = None

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn, oldest first."""
        return self._strokes

    @property
    def is_empty(self) -> bool:
        return not self._strokes

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def add(self, stroke: Stroke) -> None:
        """Adds a finished stroke."""
        self._change((*self._strokes, stroke))

    def clear(self) -> None:
        """Takes all strokes away, undoably."""
        self._change(())

    def begin_erasing(self) -> None:
        """All erasing from here to :meth:`end_erasing` is one step."""
        self._before_erasing = self._strokes

    def erase(self, start: tuple[float, float], end: tuple[float, float], radius: float) -> bool:
        """Erases along a line; True when it touched something."""
        left: list[Stroke] = []
        for stroke in self._strokes:
            left += _without(stroke, start, end, radius)
        touched = len(left) != len(self._strokes) or any(
            a is not b for a, b in zip(left, self._strokes, strict=False)
        )
        if touched:
            self._strokes = tuple(left)
        return touched

    def end_erasing(self) -> None:
        """Makes what was erased one step, if it was anything."""
        before, self._before_erasing = self._before_erasing, None
        if before is not None and before is not self._strokes:
            self._undo.append(before)
            self._redo.clear()

    def undo(self) -> None:
        """Takes the last step back."""
        self.end_erasing()
        if self._undo:
            self._redo.append(self._strokes)
            self._strokes = self._undo.pop()

    def redo(self) -> None:
        """Takes the last step that was undone again."""
        self.end_erasing()
        if self._redo:
            self._undo.append(self._strokes)
            self._strokes = self._redo.pop()

    def _change(self, strokes: tuple[Stroke, ...]) -> None:
        self.end_erasing()
        if strokes != self._strokes:
            self._undo.append(self._strokes)
            self._redo.clear()
            self._strokes = strokes


def _distances(points: Points, start: Points, end: Points) -> Points:
    """Distance of each point (n, 2) from the line between two points: (n,)."""
    along = end - start
    length = float(along @ along)
    if length == 0.0:
        shares = np.zeros(len(points))
    else:
        shares = np.clip((points - start) @ along / length, 0.0, 1.0)
    nearest = start + shares[:, None] * along
    distances: Points = np.hypot(*(points - nearest).T)
    return distances


def _densely(points: Points) -> Points:
    """The smooth curve of a polyline as points at most a small step apart."""
    if float(np.hypot(*np.diff(points, axis=0).T).max()) <= 1.5 * _STEP:
        return points
    middles = (points[:-1] + points[1:]) / 2
    pieces = [np.array([points[0]])]
    # From midpoint to midpoint, as in `curve`; the ends are straight.
    for i in range(1, len(points) - 1):
        a = points[0] if i == 1 else middles[i - 1]
        b, c = points[i], middles[i]
        count = max(math.ceil((np.hypot(*(b - a)) + np.hypot(*(c - b))) / _STEP), 1)
        t = np.arange(1, count + 1)[:, None] / count
        pieces.append((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c)
    last = pieces[-1][-1]
    count = max(math.ceil(float(np.hypot(*(points[-1] - last))) / _STEP), 1)
    t = np.arange(1, count + 1)[:, None] / count
    pieces.append(last + t * (points[-1] - last))
    return np.concatenate(pieces)


def _without(
    stroke: Stroke, start: tuple[float, float], end: tuple[float, float], radius: float
) -> list[Stroke]:
    """What an eraser leaves of a stroke; the very same stroke when it does not touch it."""
    # The ends that are left are round: they reach half a pen back into what was erased.
    reach = radius + stroke.width / SIDE / 4
    points = np.array(stroke.points)
    line = np.array([start, end])
    low, high = line.min(axis=0) - reach, line.max(axis=0) + reach
    if (points.max(axis=0) < low).any() or (points.min(axis=0) > high).any():
        return [stroke]
    if len(points) == 1:
        return [] if float(_distances(points, *line)[0]) < reach else [stroke]
    dense = _densely(points)
    keep = _distances(dense, *line) >= reach
    if keep.all():
        return [stroke]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], keep, [False]]).astype(np.int8)))
    return [
        replace(stroke, points=tuple(map(tuple, dense[a:b].tolist())))
        for a, b in zip(edges[::2], edges[1::2], strict=True)
        if b - a > 1
    ]


# --- painting ---------------------------------------------------------------------------


def ink_pen(width: float, ink: QColor = _INK) -> QPen:
    """A round pen, white as a rule."""
    return QPen(
        ink,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def paint_strokes(
    painter: QPainter,
    strokes: Iterable[Stroke],
    scale: float,
    pen_scale: float,
    ink: QColor = _INK,
    in_colour: bool = False,
) -> None:
    """Paints strokes, white as a rule.

    Args:
        scale: Painter units per pad side.
        pen_scale: Painter units per pixel of a 28×28 picture, for the pen's thickness.
        in_colour: Each stroke in the colour it was drawn in, where it has one.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    larger = QTransform.fromScale(scale, scale)
    for stroke in strokes:
        own = QColor(stroke.colour) if in_colour and stroke.colour else ink
        painter.setPen(ink_pen(stroke.width * pen_scale, own))
        painter.drawPath(larger.map(stroke.path()))


# --- the network's picture --------------------------------------------------------------


@dataclass(frozen=True)
class _Fit:
    """Where the strokes go in the picture: pixels = (pad coordinates − corner)·scale + pen."""

    scale: float
    left: float
    top: float


def _fit(strokes: Sequence[Stroke], size: tuple[int, int], unit: float) -> _Fit:
    """Scales the ink, pens included, to the box; a tap keeps the pad's scale."""
    height, width = size
    boxes = [stroke.path().boundingRect() for stroke in strokes]
    low = np.array([[b.left(), b.top()] for b in boxes])
    high = np.array([[b.right(), b.bottom()] for b in boxes])
    half = np.array([[s.width * unit / 2] for s in strokes])
    room = np.array([width, height]) * (BOX / SIDE)

    def extent(scale: float) -> Points:
        size: Points = (high * scale + half).max(axis=0) - (low * scale - half).min(axis=0)
        return size

    spread = high.max(axis=0) - low.min(axis=0)
    scale = SIDE * unit
    if float(spread.max()) * SIDE > DOT_PX:
        # Pens differ in width, so that the extent is no mere multiple of the scale.
        least, most = 0.0, float(room.max() / spread.max()) + 1.0
        for _ in range(40):
            scale = (least + most) / 2
            if (extent(scale) > room).any():
                most = scale
            else:
                least = scale
        scale = max(least, 1e-6)
    corner = (low * scale - half).min(axis=0)
    return _Fit(scale, float(corner[0]), float(corner[1]))


def rasterise(
    drawing: Drawing | Sequence[Stroke], image_shape: ImageShape = (SIDE, SIDE)
) -> Floats:
    """The ink of the picture the network sees: (height, width) float32, 0 (paper) to 1 (ink).

    The offset ``floor(14 − c + 0.5)`` for a centre of mass ``c`` (pixel indices)
    reproduces MNIST's own pictures; for other sizes the middle takes the place of 14.
    """
    placed = np.zeros(size_of(image_shape), np.float32)
    whole = _paint_fitted(drawing, image_shape)
    if whole is not None:
        ink, (top, left) = _cut_ink(whole)
        placed[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return placed


def rasterise_in_colour(
    drawing: Drawing | Sequence[Stroke],
    image_shape: ImageShape = (SIDE, SIDE, COLOURS),
    is_light: bool = False,
) -> Floats:
    """The picture that a network for pictures in colour sees: (height, width, 3), 0 to 1.

    Every stroke has its own colour, plain ink is the opposite of the paper. It lies where
    :func:`rasterise` has it.

    Args:
        is_light: The paper is white, else black.
    """
    paper = 1.0 if is_light else 0.0
    placed = np.full((*size_of(image_shape), COLOURS), paper, np.float32)
    whole = _paint_fitted(drawing, image_shape)
    if whole is not None:
        ink, (top, left) = _cut_ink(whole)
        colours = _paint_fitted(drawing, image_shape, is_light, in_colour=True)
        assert colours is not None  # noqa: S101 - there is ink
        cut = colours[: ink.shape[0], : ink.shape[1]]
        placed[top : top + ink.shape[0], left : left + ink.shape[1]] = cut
    return placed


def _paint_fitted(
    drawing: Drawing | Sequence[Stroke],
    image_shape: ImageShape,
    is_light: bool = False,
    *,
    in_colour: bool = False,
) -> Floats | None:
    """The strokes at the top left in their size, 0–1: ink (height, width), or in colour; None of none."""
    strokes = drawing.strokes if isinstance(drawing, Drawing) else tuple(drawing)
    if not strokes:
        return None
    height, width = size_of(image_shape)
    unit = min(height, width) / SIDE
    fit = _fit(strokes, (height, width), unit)
    many = SUPERSAMPLING
    kinds = QImage.Format
    kind = kinds.Format_RGB888 if in_colour else kinds.Format_Grayscale8
    image = QImage(width * many, height * many, kind)
    image.fill(QColor(Qt.GlobalColor.white if is_light else Qt.GlobalColor.black))
    painter = QPainter(image)
    painter.translate(-fit.left * many, -fit.top * many)
    plain = QColor(Qt.GlobalColor.black if is_light else Qt.GlobalColor.white)
    paint_strokes(painter, strokes, fit.scale * many, unit * many, plain, in_colour)
    painter.end()
    fine = to_array(image).reshape(height, many, width, many, -1)
    coarse = fine.mean(axis=(1, 3), dtype=np.float32) / np.float32(255.0)
    painted: Floats = coarse if in_colour else coarse[..., 0]
    return painted if in_colour or painted.any() else None


def _cut_ink(coarse: Floats) -> tuple[Floats, tuple[int, int]]:
    """The ink without the empty rest, and where its corner comes to lie."""
    rows, columns = (np.flatnonzero(coarse.any(axis=axis)) for axis in (1, 0))
    ink = coarse[: rows[-1] + 1, : columns[-1] + 1]
    height, width = coarse.shape
    return ink, (_offset(ink.sum(axis=1), height), _offset(ink.sum(axis=0), width))


def _offset(profile: Floats, size: int) -> int:
    """Where the ink starts so that its centre of mass is in the middle, nothing cut off."""
    centre = float(profile @ np.arange(len(profile))) / float(profile.sum())
    return min(max(math.floor(size / 2 - centre + 0.5 - _TIE), 0), size - len(profile))
