"""A drawing as vector strokes, and the picture a network sees of it.

MNIST's pictures were made by scaling the ink's box to 20 pixels and moving its centre
of mass to pixel index (14, 14); the same is done here. Because strokes are kept as
lines, the pen is as thick after scaling as MNIST's (about 2.5 pixels) however large the
drawing was.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

SIDE = 28
BOX = 20.0
PEN_PX = 2.5
SUPERSAMPLING = 8
# A smaller drawing than this share of the pad is a dot, not a digit to be blown up.
DOT_SHARE = 0.07
_ROUGH_SIDE = 160
_FAINT = 0.2
# A symmetric drawing lies exactly between two places; this keeps it from hopping.
_TIE = 0.1

Floats = npt.NDArray[np.float32]


@dataclass
class Stroke:
    """One line drawn without lifting the pen.

    Attributes:
        points: (x, y) as shares of the pad's side, 0–1.
        width: Thickness in pixels of a 28-pixel picture.
        erases: True for the eraser.
    """

    width: float = PEN_PX
    erases: bool = False
    points: list[tuple[float, float]] = field(default_factory=list)

    def path(self) -> QPainterPath:
        """A smooth curve through the points' midpoints."""
        path = QPainterPath(QPointF(*self.points[0]))
        if len(self.points) == 1:
            x, y = self.points[0]
            path.lineTo(x + 1e-4, y)
            return path
        for (x0, y0), (x1, y1) in zip(self.points, self.points[1:], strict=False):
            path.quadTo(QPointF(x0, y0), QPointF((x0 + x1) / 2, (y0 + y1) / 2))
        path.lineTo(QPointF(*self.points[-1]))
        return path


class Drawing:
    """Strokes with undo and redo, one step per stroke; clearing is a step too."""

    def __init__(self) -> None:
        self._strokes: list[Stroke] = []
        self._undo: list[list[Stroke]] = []
        self._redo: list[list[Stroke]] = []

    @property
    def strokes(self) -> Sequence[Stroke]:
        return self._strokes

    @property
    def is_empty(self) -> bool:
        return not any(not s.erases for s in self._strokes)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def begin(self, stroke: Stroke) -> None:
        """Starts a stroke; more points may be appended to it."""
        self._remember()
        self._strokes = [*self._strokes, stroke]

    def clear(self) -> None:
        if self._strokes:
            self._remember()
            self._strokes = []

    def undo(self) -> None:
        if self._undo:
            self._redo.append(self._strokes)
            self._strokes = self._undo.pop()

    def redo(self) -> None:
        if self._redo:
            self._undo.append(self._strokes)
            self._strokes = self._redo.pop()

    def _remember(self) -> None:
        self._undo.append(self._strokes)
        self._redo = []


def paint_strokes(
    painter: QPainter, strokes: Sequence[Stroke], scale: float, pen_scale: float
) -> None:
    """Paints white strokes, erasing ones in black, in pad coordinates.

    Args:
        scale: Painter units per pad side; the eraser's thickness follows it.
        pen_scale: Painter units per pixel of a 28-pixel picture, for the pen's thickness.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        if not stroke.points:
            continue
        width = stroke.width * (scale / SIDE if stroke.erases else pen_scale)
        pen = QPen(QColor("black" if stroke.erases else "white"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(QTransform.fromScale(scale, scale).map(stroke.path()))


def _to_array(image: QImage) -> npt.NDArray[np.uint8]:
    """The pixels of a grey image as a copy: a view would die with it."""
    rows, stride = image.height(), image.bytesPerLine()
    view = np.frombuffer(image.constBits(), np.uint8, rows * stride).reshape(rows, stride)
    return view[:, : image.width()].copy()


def _rough(strokes: Sequence[Stroke]) -> npt.NDArray[np.uint8]:
    image = QImage(_ROUGH_SIDE, _ROUGH_SIDE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    paint_strokes(painter, strokes, _ROUGH_SIDE, _ROUGH_SIDE / SIDE)
    painter.end()
    return _to_array(image)


def rasterise(drawing: Drawing, image_shape: tuple[int, int] = (SIDE, SIDE)) -> Floats:
    """The picture the network sees: (height, width) float32, 0 (paper) to 1 (ink).

    Source of the rule: Y. LeCun's description of MNIST; the offset ``floor(14 − c + 0.5)``
    for a centre of mass ``c`` reproduces the published pictures.
    """
    height, width = image_shape
    empty = np.zeros(image_shape, np.float32)
    if drawing.is_empty:
        return empty
    pen = max(s.width for s in drawing.strokes if not s.erases)
    box = _ink_box(drawing.strokes, pen)
    if box is None:
        return empty
    extent = max(box.width(), box.height())
    unit = min(height, width) / SIDE  # picture pixels per pixel of MNIST's
    scale = SIDE if extent < DOT_SHARE else (BOX - pen) / extent
    centre = (box.center().x(), box.center().y())
    large = _render(drawing.strokes, centre, scale * unit, unit, image_shape)
    total = large.sum()
    if total <= 0:
        return empty
    return _centred(large, total)


def _ink_box(strokes: Sequence[Stroke], pen: float) -> QRectF | None:
    """The box of the pen's path in pad coordinates, its thickness not counted; None for no ink."""
    if not any(s.erases for s in strokes):
        boxes = [s.path().boundingRect() for s in strokes if s.points]
        return functools.reduce(QRectF.united, boxes) if boxes else None
    # What the eraser has left can only be told from the picture.
    ink = _rough(strokes) > 60
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    half = pen / SIDE / 2
    return QRectF(
        QPointF(columns[0] / _ROUGH_SIDE + half, rows[0] / _ROUGH_SIDE + half),
        QPointF((columns[-1] + 1) / _ROUGH_SIDE - half, (rows[-1] + 1) / _ROUGH_SIDE - half),
    ).normalized()


def _render(
    strokes: Sequence[Stroke],
    centre: tuple[float, float],
    scale: float,
    unit: float,
    image_shape: tuple[int, int],
) -> Floats:
    """Draws with ``centre`` in the middle, supersampled and averaged down."""
    height, width = image_shape
    many = SUPERSAMPLING
    image = QImage(width * many, height * many, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(
        width * many / 2 - centre[0] * scale * many, height * many / 2 - centre[1] * scale * many
    )
    paint_strokes(painter, strokes, scale * many, unit * many)
    painter.end()
    fine = _to_array(image).astype(np.float32)
    return fine.reshape(height, many, width, many).mean(axis=(1, 3)) / np.float32(255.0)


def _centred(picture: Floats, total: float) -> Floats:
    """Moves the centre of mass to the middle index by whole pixels, ink never cut off."""
    moved = picture
    for axis in (0, 1):
        size = picture.shape[axis]
        profile = picture.sum(axis=1 - axis)
        centre = float((profile * np.arange(size)).sum() / total)
        shift = math.floor(size / 2 - centre + 0.5 - _TIE)
        # Ink must stay inside; the faint rim of a stroke may be cut.
        inked = np.flatnonzero(picture.max(axis=1 - axis) > _FAINT)
        if len(inked):
            shift = int(np.clip(shift, -inked[0], size - 1 - inked[-1]))
        moved = _shifted(moved, shift, axis)
    return np.ascontiguousarray(moved)


def _shifted(picture: Floats, by: int, axis: int) -> Floats:
    """Moves rows (axis 0) or columns (axis 1); what comes in is empty."""
    moved = np.roll(picture, by, axis=axis)
    edge = [slice(None), slice(None)]
    edge[axis] = slice(0, by) if by >= 0 else slice(by, None)
    moved[tuple(edge)] = 0.0
    return moved
