"""The export seam: sizes, paper theme, vectors, tables, and errors that can be read."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage

from ffstudio.core.errors import FfstudioError
from ffstudio.gui.figures import figure as figures
from ffstudio.gui.figures.clipboard import copy_figure
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.plots.chart import Chart, Line, paint_chart
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.gui.style.theme import PAPER, line_pen

SVG = "{http://www.w3.org/2000/svg}"


class Sheet:
    """A frame by a cosmetic pen, a text of 9 pt, and a small table."""

    figure_name, figure_title = "sheet", "A sheet"

    def __init__(self, size=None):
        self._size = QSizeF(288, 144) if size is None else size
        self.themes = []

    def figure_size(self):
        return self._size

    def paint_figure(self, painter, rect, theme):
        self.themes.append(theme)
        painter.setPen(line_pen(theme.text))
        painter.drawLine(QPointF(rect.left(), 72), QPointF(rect.right(), 72))
        painter.drawText(QPointF(36, 36), "Some words")

    def figure_table(self):
        return ["name", "value"], [["a\tb", 0.1], ["gap", math.nan], ["n", np.float32(0.5)]]


class Plotted(Sheet):
    """A chart, laid out anew in narrower widths."""

    figure_min_width = 200.0

    def paint_figure(self, painter, rect, theme):
        self.laid_out = rect.width()
        x = np.linspace(0, 10, 50)
        chart = Chart(
            "Title here",
            "Training time (s)",
            "FF loss",
            (0, 10),
            (0, 100),
            [Line(x, x**2, QColor(theme.ff), "Layer 1")],
            marks=[PlotMark(5.0, "rate changed", QColor(theme.danger))],
        )
        paint_chart(painter, rect, theme, chart)


def write(figure, path, dpi=300, width_in=None):
    """In the format that the ending says."""
    FIGURE_FORMATS[path.suffix[1:]].write(figure, path, PictureSize(width_in, dpi))


@pytest.fixture(autouse=True)
def app(qapp):
    return qapp


def test_a_view_with_the_members_is_a_figure():
    assert isinstance(Sheet(), Figure)


@pytest.mark.parametrize(("dpi", "width"), [(72, None), (300, None), (150, 2.0), (96, 8.5)])
def test_png_has_the_size_and_resolution_asked_for(tmp_path, dpi, width):
    path = tmp_path / "a.png"
    write(Sheet(), path, dpi, width)
    image = QImage(str(path))
    inches = width or 4.0
    assert image.width() == round(inches * dpi)
    assert image.height() == round(inches * dpi / 2)
    assert image.dotsPerMeterX() == round(dpi / 0.0254)
    assert image.dotsPerMeterY() == round(dpi / 0.0254)


def test_export_is_light_paper_even_when_asked_from_a_dark_window(tmp_path):
    sheet = Sheet()
    write(sheet, tmp_path / "a.png", 72)
    assert sheet.themes and all(theme is PAPER for theme in sheet.themes)
    image = QImage(str(tmp_path / "a.png"))
    assert image.pixelColor(2, 2) == QColor("white")


@pytest.mark.parametrize("dpi", [72, 288, 576])
def test_one_pixel_pens_keep_their_width_on_paper(dpi):
    image = figures.render_image(Sheet(), dpi)
    column = [image.pixelColor(image.width() // 2, y).lightnessF() for y in range(image.height())]
    ink = sum(1 - v for v in column)
    assert ink * 72 / dpi == pytest.approx(0.75, rel=0.15)  # points


def ink_height(image, dpi):
    """Height of the inked rows in points, the line at 72 pt left out."""
    rows = [
        y
        for y in range(int(image.height() * 0.4))
        if any(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()))
    ]
    return (max(rows) - min(rows) + 1) * 72 / dpi


def test_fonts_are_equally_large_at_every_resolution():
    low = ink_height(figures.render_image(Sheet(), 144), 144)
    high = ink_height(figures.render_image(Sheet(), 600), 600)
    assert low == pytest.approx(high, abs=0.8)
    assert 5 < high < 10


def test_narrow_figures_keep_their_font_when_they_can_be_laid_out_anew():
    plotted = Plotted()
    image = figures.render_image(plotted, 144, width_in=3.0)
    assert plotted.laid_out == 216
    assert image.width() == 432
    figures.render_image(plotted, 144, width_in=1.0)
    assert plotted.laid_out == 200  # then it is scaled


def test_svg_is_xml_with_text_and_curves(tmp_path):
    write(Plotted(), tmp_path / "a.svg")
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    assert root.get("viewBox").split() == ["0", "0", "288", "144"]
    assert float(root.get("width").removesuffix("mm")) == pytest.approx(101.6, abs=0.01)
    texts = [t.text for t in root.iter(f"{SVG}text")]
    for expected in ("Title here", "Training time (s)", "FF loss", "Layer 1", "rate changed"):
        assert expected in texts
    colors = {g.get("stroke") for g in root.iter(f"{SVG}g")}
    assert PAPER.ff in colors
    points = max((p.get("points", "") for p in root.iter(f"{SVG}polyline")), key=len)
    assert len(points.split()) == 50
    assert root.find(f".//{SVG}image") is None


def test_pdf_is_one_page_of_the_figures_size(tmp_path):
    write(Plotted(), tmp_path / "a.pdf", width_in=6.0)
    content = (tmp_path / "a.pdf").read_bytes()
    assert content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert float(box[1]) == pytest.approx(432, abs=0.01)
    assert b"/Subtype /Image" not in content


def test_csv_and_tsv_have_exact_values(tmp_path):
    write(Sheet(), tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text() == "name,value\na\tb,0.1\ngap,\nn,0.5\n"
    assert figures.table_tsv(Sheet()) == "name\tvalue\na b\t0.1\ngap\t\nn\t0.5\n"


def test_copy_puts_picture_vectors_and_table_on_the_clipboard():
    copy_figure(Sheet())
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == figures.table_tsv(Sheet())
    assert mime.hasImage() and QImage(mime.imageData()).width() == 768
    assert b"<svg" in mime.data("image/svg+xml").data()
    QGuiApplication.clipboard().clear()


def test_errors_are_sentences(tmp_path):
    with pytest.raises(FfstudioError, match="cannot be written: there is no such"):
        write(Sheet(), tmp_path / "none" / "a.png")
    with pytest.raises(FfstudioError, match="Choose a smaller width"):
        write(Sheet(), tmp_path / "a.png", 1200, 60)
    with pytest.raises(FfstudioError, match="is empty"):
        write(Sheet(QSizeF()), tmp_path / "a.svg")
    with pytest.raises(FfstudioError, match="greater than 0"):
        write(Sheet(), tmp_path / "a.pdf", width_in=0)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path):
    path = tmp_path / "a.svg"
    path.write_text("old")

    class Broken(Sheet):
        def paint_figure(self, painter, rect, theme):
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        write(Broken(), path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.svg"]
