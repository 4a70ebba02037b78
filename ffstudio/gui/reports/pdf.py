"""A report as a PDF: the text flows over A4 pages, pictures stay vectors."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from ffstudio.core.errors import FfstudioError
from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import (
    POINTS_PER_INCH,
    Figure,
    FigurePainter,
    figure_font,
    lay_out,
)
from ffstudio.gui.reports.page import escape, text_sections, title_of
from ffstudio.gui.style.theme import paper

_PAGE = QSizeF(595.0, 842.0)  # A4 in points
_MARGIN = 48.0
_GAP = 14.0
_HEADING = 22.0


def write_pdf(
    runs: Sequence[ReportedRun], pictures: Sequence[tuple[str, Sequence[Figure]]]
) -> bytes:
    """The whole report.

    Args:
        pictures: As for :func:`ffstudio.gui.reports.page.write_page`.

    Raises:
        FfstudioError: It cannot be painted.
    """
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(int(POINTS_PER_INCH))
    writer.setPageSize(QPageSize(_PAGE, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title_of(runs))
    writer.setCreator("ffstudio")
    painter = FigurePainter()
    if not painter.begin(writer):
        raise FfstudioError(tr("The report could not be painted."))
    try:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.LosslessImageRendering
        )
        _Pages(writer, painter).paint(runs, pictures)
    finally:
        painter.end()
    del writer  # completes the file
    return bytes(buffer.data().data())


class _Pages:
    """Paints from top to bottom, on a new page where there is no room."""

    def __init__(self, writer: QPdfWriter, painter: FigurePainter) -> None:
        self._writer, self._painter = writer, painter
        self._top = _MARGIN

    def paint(
        self, runs: Sequence[ReportedRun], pictures: Sequence[tuple[str, Sequence[Figure]]]
    ) -> None:
        title = f"<h1>{escape(title_of(runs))}</h1>"
        sections = text_sections(runs)
        first = 2 if len(runs) > 1 else 1
        self._flow(title + _as_html(sections[:first]))
        for heading, figures in pictures:
            for number, figure in enumerate(figures):
                self._picture(heading if not number else "", figure)
        self._flow(_as_html(sections[first:]), on_new_page=True)

    def _turn(self) -> None:
        self._writer.newPage()
        self._top = _MARGIN

    def _flow(self, html: str, *, on_new_page: bool = False) -> None:
        """Text over as many pages as it needs."""
        if on_new_page and self._top > _MARGIN:
            self._turn()
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(figure_font(8.5))
        document.setDefaultStyleSheet("td, th { padding: 1px 10px 1px 0 } h1 { font-size: 18pt }")
        room = QSizeF(_PAGE.width() - 2 * _MARGIN, _PAGE.height() - 2 * _MARGIN)
        document.setHtml(html)
        document.setPageSize(room)
        pages = document.pageCount()
        for page in range(pages):
            if page:
                self._turn()
            self._painter.save()
            self._painter.translate(_MARGIN, _MARGIN - page * room.height())
            document.drawContents(
                self._painter, QRectF(0, page * room.height(), room.width(), room.height())
            )
            self._painter.restore()
        # What is left of the last page is for pictures.
        last = document.size().height() - (pages - 1) * room.height()
        if pages == 1:
            document.setPageSize(QSizeF(room.width(), -1))
            last = document.size().height()
        self._top = _MARGIN + last + _GAP

    def _picture(self, heading: str, figure: Figure) -> None:
        width = _PAGE.width() - 2 * _MARGIN
        size, _ = lay_out(figure, None)
        head = _HEADING if heading else 0.0
        most = _PAGE.height() - 2 * _MARGIN - head
        scale = min(1.0, width / size.width(), most / size.height())
        if self._top + head + size.height() * scale > _PAGE.height() - _MARGIN:
            self._turn()
        painter = self._painter
        if heading:
            painter.setFont(figure_font(12, bold=True))
            painter.setPen(QColor(paper().text))
            painter.drawText(QRectF(_MARGIN, self._top, width, head), heading)
            self._top += head
        painter.save()
        painter.translate(_MARGIN, self._top)
        painter.scale(scale, scale)
        painter.setFont(figure_font())
        painter.setPen(QColor(paper().text))
        rect = QRectF(0.0, 0.0, size.width(), size.height())
        painter.setClipRect(rect)
        figure.paint_figure(painter, rect, paper())
        painter.restore()
        self._top += size.height() * scale + _GAP


def _as_html(sections: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<h2>{escape(heading)}</h2>{content}" for heading, content in sections)
