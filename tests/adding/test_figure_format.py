"""A format of figures and one of curves that are not ffstudio's own: ticked and written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, QSizeF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from ffstudio.core.run.events import StepDone
from ffstudio.gui.figures.clipboard import copy_figure
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.figures.export_formats import (
    CURVE_FORMATS,
    FIGURE_FORMATS,
    CurveFormat,
    FigureFormat,
)
from ffstudio.gui.system.settings import Settings


class Page:
    """A figure without a picture."""

    figure_name, figure_title = "page", "A page"

    def figure_size(self):
        return QSizeF(144, 72)

    def paint_figure(self, painter, rect, theme):
        painter.drawText(rect.center(), "Page")

    def figure_table(self):
        return ["a", "b"], [[1, 2], [3, 4]]


def as_markdown(figure, size):
    header, rows = figure.figure_table()
    return "\n".join(" | ".join(map(str, row)) for row in [header, *rows]).encode()


@pytest.fixture
def more_formats(monkeypatch):
    markdown = FigureFormat("md", "Markdown", "A table for a wiki.", as_markdown, mime="text/md")
    count = CurveFormat("txt", "Count", "How many.", lambda h, _: str(len(h.series)))
    monkeypatch.setitem(FIGURE_FORMATS, "md", markdown)
    monkeypatch.setitem(CURVE_FORMATS, "txt", count)


def test_the_export_dialog_offers_and_writes_it(more_formats, qtbot, studio, tmp_path):
    studio.history.add(StepDone(1, "ff", 1, 0.1, 0.5, (0.5, 0.25)))
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    dialog = ExportDialog([Page()], studio, settings)
    qtbot.addWidget(dialog)
    dialog.choose_folder(tmp_path / "out")
    for name, label in (("export_md", "Markdown"), ("export_curves_txt", "Count")):
        box = dialog.findChild(QCheckBox, f"{name}_check")
        assert box.text() == label
        box.setChecked(True)
    dialog.findChild(QCheckBox, "export_png_check").setChecked(False)
    assert [p.name for p in dialog.planned] == ["page.md", "run-curves.txt"]
    assert dialog.write()
    assert (tmp_path / "out" / "page.md").read_text() == "a | b\n1 | 2\n3 | 4"
    assert (tmp_path / "out" / "run-curves.txt").read_text() == "2"


def test_it_goes_to_the_clipboard(more_formats, qapp):
    copy_figure(Page())
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.data("text/md").data() == b"a | b\n1 | 2\n3 | 4"
    assert mime.hasImage()
    QGuiApplication.clipboard().clear()
