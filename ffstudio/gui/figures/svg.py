"""Figures as SVG that every reader shows alike: Qt's generator, without what others misread.

Qt's own reader forgives what browsers, Inkscape and papers do not. The generator writes a clip
within a clip in whole units, and forgets to end it; names fonts by Qt's aliases; writes lines of
one pixel that get thinner the more dots an inch has; and rounds the page. Here clips are put
together and ended, lines have a width of their own (:class:`FigurePainter`), and fonts and page
are written out.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from PySide6.QtCore import QBuffer, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtSvg import QSvgGenerator

from ffstudio.gui.figures.figure import POINTS_PER_INCH, Figure, FigurePainter, paint
from ffstudio.gui.style.theme import paper

_MM_PER_POINT = 25.4 / POINTS_PER_INCH
# What stands in for a font that a reader does not have.
_FALLBACK = "Helvetica, Arial, sans-serif"


class SvgPainter(FigurePainter):
    """A painter that gives the generator one whole clip at a time, and none when it ends."""

    def __init__(self) -> None:
        super().__init__()
        # In the device's units; None for none.
        self._clip: QPainterPath | None = None
        self._saved: list[QPainterPath | None] = []

    def save(self) -> None:
        self._saved.append(self._clip)
        super().save()

    def restore(self) -> None:
        super().restore()
        ended, self._clip = self._clip, self._saved.pop()
        if ended is not self._clip:
            self._apply()

    def setClipRect(  # type: ignore[override]
        self, rect: QRectF | QRect, operation: Qt.ClipOperation = Qt.ClipOperation.ReplaceClip
    ) -> None:
        path = QPainterPath()
        path.addRect(QRectF(rect))
        self.setClipPath(path, operation)

    def setClipPath(
        self, path: QPainterPath, operation: Qt.ClipOperation = Qt.ClipOperation.ReplaceClip
    ) -> None:
        """Clips to the path, and to what was clipped before when they are to intersect."""
        if operation is Qt.ClipOperation.NoClip:
            self._clip = None
        else:
            placed = self.combinedTransform().map(path)
            within = self._clip if operation is Qt.ClipOperation.IntersectClip else None
            self._clip = placed if within is None else _common(placed, within)
        self._apply()

    def _apply(self) -> None:
        if self._clip is None:
            super().setClipping(False)
            return
        back, _ = self.combinedTransform().inverted()
        super().setClipPath(back.map(self._clip), Qt.ClipOperation.ReplaceClip)


def _common(path: QPainterPath, other: QPainterPath) -> QPainterPath:
    """What lies in both; a path within the other stays as it is, to the last digit."""
    for inner, outer in ((path, other), (other, path)):
        if outer.contains(inner.boundingRect()):
            return inner
    return path.intersected(other)


def svg_of(figure: Figure, points: QSizeF, scale: float, about: str = "") -> bytes:
    """A figure as SVG: laid out in ``points``, then scaled; ``about`` becomes its description."""
    full = points * scale
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    # Version 1.1, because the default (1.2 Tiny) cannot clip curves to their plot.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(int(POINTS_PER_INCH))
    generator.setSize(QSize(round(full.width()), round(full.height())))
    generator.setViewBox(QRectF(0.0, 0.0, full.width(), full.height()))
    generator.setTitle(figure.figure_title)
    generator.setDescription(" ".join(part for part in (about, "Made with ffstudio") if part))
    paint(figure, generator, points, scale, paper(), painter=SvgPainter())
    return _write_out(bytes(buffer.data().data()).decode("utf-8"), full).encode("utf-8")


def _write_out(text: str, size: QSizeF) -> str:
    """Exact measures of the page, and fonts that are found elsewhere too."""
    for name, value in (("width", size.width()), ("height", size.height())):
        text = re.sub(
            rf'(<svg\b[^>]*?\b{name})="[^"]*"',
            rf'\1="{value * _MM_PER_POINT:.6g}mm"',
            text,
            count=1,
        )
    text = re.sub(r'image-rendering="optimizeSpeed"', 'style="image-rendering:pixelated"', text)
    return re.sub(r'font-family="([^"]*)"', _add_fallback, text)


def _add_fallback(match: re.Match[str]) -> str:
    family = match[1].replace("'", "")
    families = f"'{family}', {_FALLBACK}"
    return f"font-family={quoteattr(families)}"
