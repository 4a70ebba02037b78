"""Every view is written as picture and table, in the size that was chosen."""

import csv
import json

import pytest
from PySide6.QtCore import QRectF, QSettings, QSizeF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QSpinBox, QWidget

from ffstudio.core.events import StepDone
from ffstudio.core.spec import ExperimentSpec
from ffstudio.gui import export_dialog
from ffstudio.gui.export_dialog import ExportDialog
from ffstudio.gui.settings import Settings
from ffstudio.jobs.studio import Studio

LEFT = Qt.MouseButton.LeftButton


class Square:
    """A figure: a red square, 4 × 2 inches; or an empty one."""

    figure_name, figure_title = "red-square", "Red square"

    def __init__(self, empty=False):
        self.empty = empty

    def figure_size(self):
        return QSizeF() if self.empty else QSizeF(288, 144)

    def paint_figure(self, painter, rect, theme):
        painter.fillRect(QRectF(rect.x(), rect.y(), rect.width() / 2, rect.height()), QColor("red"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight), "Square")

    def figure_table(self):
        return ["side", "length"], [["left", 1.5], ["right", float("nan")]]


@pytest.fixture
def studio(qapp):
    made = Studio(ExperimentSpec(name="Exported"))
    for step in (1, 2, 3):
        made.history.add(StepDone(1, "ff", step, step / 10, step * 0.5, (0.5, 0.25)))
    yield made
    made.shutdown()


@pytest.fixture
def dialog(qtbot, studio, tmp_path):
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made = ExportDialog([Square(), Square(empty=True)], studio, settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def choose(dialog, row, suffix):
    dialog.findChild(QListWidget, "export_list").setCurrentRow(row)
    formats = dialog.findChild(QComboBox, "export_format_combo")
    formats.setCurrentIndex(formats.findData(suffix))


def test_png_in_the_size_shown(dialog, tmp_path):
    choose(dialog, 0, "png")
    dialog.findChild(QSpinBox, "export_dpi_spin").setValue(100)
    assert dialog.findChild(QLabel, "export_size_label").text() == "400 × 200 pixels"
    assert dialog.write(tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (400, 200)
    assert image.pixelColor(100, 100) == QColor("red")
    assert image.pixelColor(390, 190) == QColor("white")


@pytest.mark.parametrize(("suffix", "head"), [("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_vector_formats(dialog, tmp_path, suffix, head):
    choose(dialog, 0, suffix)
    assert dialog.findChild(QLabel, "export_size_label").text() == "4.0 × 2.0 in"
    assert not dialog.findChild(QSpinBox, "export_dpi_spin").isVisible()
    assert dialog.write(tmp_path / f"a.{suffix}")
    assert (tmp_path / f"a.{suffix}").read_bytes().startswith(head)


def test_table_of_a_figure(dialog, tmp_path):
    choose(dialog, 0, "csv")
    assert dialog.findChild(QLabel, "export_size_label").text() == "2 rows"
    assert dialog.write(tmp_path / "a.csv")
    rows = list(csv.reader((tmp_path / "a.csv").open(encoding="utf-8")))
    assert rows == [["side", "length"], ["left", "1.5"], ["right", ""]]


def test_all_curves(dialog, studio, tmp_path):
    choose(dialog, 2, "csv")
    assert dialog.findChild(QLabel, "export_size_label").text() == "6 values in 2 curves"
    assert dialog.write(tmp_path / "a.csv")
    rows = list(csv.DictReader((tmp_path / "a.csv").open(encoding="utf-8")))
    assert [float(r["value"]) for r in rows if r["layer"] == "2"] == [0.25] * 3
    choose(dialog, 2, "json")
    assert dialog.write(tmp_path / "a.json")
    saved = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert saved["experiment"]["name"] == "Exported"
    assert len(saved["series"]) == 2


def test_empty_view_cannot_be_exported_and_says_why(dialog):
    choose(dialog, 1, "png")
    button = dialog.findChild(QPushButton, "export_button")
    assert not button.isEnabled()
    assert "Train or open a model" in button.toolTip()


def test_failure_is_told_in_place(dialog, tmp_path):
    choose(dialog, 0, "png")
    assert not dialog.write(tmp_path / "no such folder" / "a.png")
    assert "cannot be written" in dialog.findChild(QLabel, "export_result_label").text()


def test_button_asks_where_and_remembers_the_folder(qtbot, dialog, tmp_path, monkeypatch):
    choose(dialog, 0, "svg")
    asked = []

    def ask(parent, title, suggested, filters):
        asked.append((suggested, filters))
        return str(tmp_path / "mine"), filters

    monkeypatch.setattr(export_dialog.QFileDialog, "getSaveFileName", staticmethod(ask))
    qtbot.mouseClick(dialog.findChild(QPushButton, "export_button"), LEFT)
    assert asked[0][0].endswith("red-square.svg")
    assert (tmp_path / "mine.svg").is_file()
    assert dialog.findChild(QLabel, "export_result_label").text() == "Wrote mine.svg"
    qtbot.mouseClick(dialog.findChild(QPushButton, "export_button"), LEFT)
    assert asked[1][0].startswith(str(tmp_path))


def test_preview_shows_the_paper(dialog):
    choose(dialog, 0, "png")
    image = dialog.findChild(QWidget, "export_preview").grab().toImage()
    reds = [
        1
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
        if image.pixelColor(x, y) == QColor("red")
    ]
    assert len(reds) > 100
    choose(dialog, 1, "png")
    image = dialog.findChild(QWidget, "export_preview").grab().toImage()
    assert image.pixelColor(30, 30) == QColor("white")
