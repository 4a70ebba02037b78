"""Figures with a small line below that says whose they are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ffstudio.gui.figures.figure import (
    Figure,
    ImageFigure,
    RunFigure,
    SourcedFigure,
    Table,
    WidthFollowingFigure,
    figure_font,
)
from ffstudio.gui.style.theme import Theme

# Whole points: Qt rounds letters on pixels and in PDF, and not in SVG.
_FONT_PT = 7.0
_HEIGHT_PT = 12.0
_MARGIN_PT = 4.0


class CaptionedFigure:
    """A figure as it is, and a caption in a strip of its own below.

    Args:
        caption: One line; what does not fit is cut off with an ellipsis.
    """

    def __init__(self, figure: Figure, caption: str) -> None:
        self.figure, self.caption = figure, caption

    @property
    def figure_name(self) -> str:
        return self.figure.figure_name

    @property
    def figure_title(self) -> str:
        return self.figure.figure_title

    def figure_size(self) -> QSizeF:
        """That of the figure, with the strip; empty where the figure is."""
        size = self.figure.figure_size()
        return QSizeF() if size.isEmpty() else QSizeF(size.width(), size.height() + _HEIGHT_PT)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the figure above its caption."""
        painter.save()
        self.figure.paint_figure(painter, rect.adjusted(0, 0, 0, -_HEIGHT_PT), theme)
        painter.restore()
        strip = QRectF(rect.left(), rect.bottom() - _HEIGHT_PT, rect.width(), _HEIGHT_PT)
        strip.adjust(_MARGIN_PT, 0, -_MARGIN_PT, 0)
        font = figure_font(_FONT_PT)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        elide = Qt.TextElideMode.ElideRight
        words = QFontMetricsF(font).elidedText(self.caption, elide, strip.width())
        painter.drawText(strip, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def figure_table(self) -> Table:
        """That of the figure."""
        return self.figure.figure_table()


class CaptionedWideFigure(CaptionedFigure):
    """The same of a figure whose layout follows its width."""

    figure: WidthFollowingFigure

    @property
    def figure_min_width(self) -> float:
        return self.figure.figure_min_width


def caption_figure(figure: Figure, caption: str | None, of_run: str | None = None) -> Figure:
    """The figure with a caption; the figure itself without one.

    Args:
        caption: Whose nets are shown; a figure of something else says itself what it is of. None
            for no caption at all.
        of_run: The same below a figure of the whole run, where the nets are those of an earlier
            moment.
    """
    if caption is None:
        return figure
    if isinstance(figure, SourcedFigure):
        caption = figure.figure_source
    elif isinstance(figure, RunFigure) and of_run is not None:
        caption = of_run
    if not caption:
        return figure
    if isinstance(figure, ImageFigure) and figure.figure_image:
        caption = f"{caption} · {figure.figure_image}"
    if isinstance(figure, WidthFollowingFigure):
        return CaptionedWideFigure(figure, caption)
    return CaptionedFigure(figure, caption)
