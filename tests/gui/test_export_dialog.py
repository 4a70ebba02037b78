"""Views and curves are written as chosen, many at once, and failures are told."""

from __future__ import annotations

import csv
import dataclasses
import json

import pytest
from PySide6.QtCore import QPoint, QRectF, QSettings, QSizeF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.events import StepDone
from ffstudio.core.run.history import History
from ffstudio.gui.figures import export_dialog
from ffstudio.gui.figures.export import ExportError, ExportOptions, export_all, plan_files
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.figures.export_preview import FigurePreview
from ffstudio.gui.system.settings import Settings
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio
from tests.gui.test_draw_panel import random_model

LEFT = Qt.MouseButton.LeftButton


class Square:
    """A figure: half of it red, 4 × 2 inches; or an empty one."""

    def __init__(self, name="red-square", empty=False):
        self.figure_name, self.figure_title = name, name.replace("-", " ").capitalize()
        self.empty = empty

    def figure_size(self):
        return QSizeF() if self.empty else QSizeF(288, 144)

    def paint_figure(self, painter, rect, theme):
        painter.fillRect(QRectF(rect.x(), rect.y(), rect.width() / 2, rect.height()), QColor("red"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight), "Square")

    def figure_table(self):
        return ["side", "length"], [["left", 1.5], ["right", float("nan")]]


def history():
    made = History()
    for step in (1, 2, 3):
        made.add(StepDone(1, "ff", step, step / 10, step * 0.5, (0.5, 0.25)))
    return made


# --- without a dialog -------------------------------------------------------------------


def test_everything_at_once(qapp, tmp_path):
    options = ExportOptions(("png", "svg", "pdf", "csv"), 3.0, 100, ("csv", "json"))
    squares = [Square(), Square("other")]
    written = export_all(squares, tmp_path / "new", options, history(), {"name": "Mine"})
    assert written == plan_files(squares, tmp_path / "new", options)
    assert [p.name for p in written] == [
        "red-square.png", "red-square.svg", "red-square.pdf", "red-square.csv",
        "other.png", "other.svg", "other.pdf", "other.csv",
        "run-curves.csv", "run-curves.json",
    ]  # fmt: skip
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == sorted(p.name for p in written)
    image = QImage(str(written[0]))
    assert (image.width(), image.height()) == (300, 150)
    assert image.pixelColor(75, 75) == QColor("red")
    assert image.pixelColor(290, 140) == QColor("white")
    assert written[1].read_bytes().startswith(b"<?xml")
    assert written[2].read_bytes().startswith(b"%PDF")
    rows = list(csv.reader(written[3].read_text().splitlines()))
    assert rows == [["side", "length"], ["left", "1.5"], ["right", ""]]
    curves = list(csv.DictReader(written[8].read_text().splitlines()))
    assert [float(r["value"]) for r in curves if r["layer"] == "2"] == [0.25] * 3
    saved = json.loads(written[9].read_text(encoding="utf-8"))
    assert saved["experiment"]["name"] == "Mine"
    assert len(saved["series"]) == 2


def test_figures_of_the_same_name_do_not_overwrite_each_other(qapp, tmp_path):
    written = export_all([Square(), Square(), Square("run-curves")], tmp_path, ExportOptions())
    assert [p.name for p in written] == ["red-square.png", "red-square-2.png", "run-curves-2.png"]


def test_a_failure_tells_what_was_written_before(qapp, tmp_path):
    (tmp_path / "other.png").mkdir()
    with pytest.raises(ExportError, match="cannot be written") as caught:
        export_all([Square(), Square("other"), Square("third")], tmp_path, ExportOptions())
    assert caught.value.written == [tmp_path / "red-square.png"]
    assert "1 file was written before" in str(caught.value)
    assert not (tmp_path / "third.png").exists()


def test_a_folder_that_cannot_be_made(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be made"):
        export_all([Square()], tmp_path / "file" / "x", ExportOptions())


# --- the dialog -------------------------------------------------------------------------


@pytest.fixture
def studio(qapp):
    made = Studio(ExperimentSpec(name="Exported"))
    made.show(Shown(history=history()))
    yield made
    made.shutdown()


@pytest.fixture
def settings(tmp_path):
    made = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    (tmp_path / "out").mkdir()
    made.set_folder("export", tmp_path / "out")
    return made


WHY = "Nobody has drawn this square."


@pytest.fixture
def dialog(qtbot, studio, settings):
    figures = [Square(), Square("blue-square"), Square("no-square", empty=True)]
    made = ExportDialog(figures, studio, settings, why_blank=lambda figure: WHY)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def tick(dialog, name, on=True):
    dialog.findChild(QCheckBox, f"export_{name}_check").setChecked(on)


def press(qtbot, dialog, name="export_button"):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), LEFT)


def result(dialog):
    return dialog.findChild(QLabel, "export_result_label").text()


def test_writes_what_is_ticked_where_it_says(qtbot, dialog, tmp_path):
    tick(dialog, "svg")
    tick(dialog, "curves_json")
    shown = dialog.findChild(QPlainTextEdit, "export_files_text").toPlainText().splitlines()
    assert shown == ["red-square.png", "red-square.svg", "run-curves.json"]
    assert dialog.findChild(QPushButton, "export_button").text() == "Export 3 Files"
    press(qtbot, dialog)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(shown)
    assert result(dialog) == f"Wrote 3 files to {tmp_path / 'out'}"
    assert dialog.findChild(QPushButton, "export_folder_button").isVisible()
    saved = json.loads((tmp_path / "out" / "run-curves.json").read_text(encoding="utf-8"))
    assert saved["experiment"]["name"] == "Exported"


def test_files_say_whose_nets_they_show(qtbot, dialog, studio, tmp_path):
    spec = ExperimentSpec(name="Mine", data=DataSpec("digits"))
    studio.show(Shown(random_model(), spec, history=history()))
    for name in ("svg", "pdf"):
        tick(dialog, name)
    press(qtbot, dialog)
    nets = "Nets: Mine — Bundled digits, epoch 1."
    made = tmp_path / "out" / "red-square.png"
    assert QImage(str(made)).text("Description") == nets
    assert nets in made.with_suffix(".svg").read_text(encoding="utf-8")
    # A PDF keeps its title in two bytes a letter.
    assert "Nets: Mine".encode("utf-16-be") in made.with_suffix(".pdf").read_bytes()


def test_the_preview_says_of_which_epoch_it_is_while_a_run_goes_on(qtbot, dialog, studio):
    preview = dialog.findChild(FigurePreview)
    for epoch in (1.0, 2.0):
        shown = dataclasses.replace(random_model(), epoch=epoch)
        studio.show(Shown(shown, ExperimentSpec(name="Mine", data=DataSpec("digits"))))
        qtbot.waitUntil(lambda: getattr(preview.figure, "caption", "").startswith("Mine"))
        caption = f"Mine · epoch {epoch:.0f} · seed 1"
        qtbot.waitUntil(lambda caption=caption: preview.figure.caption == caption)


def test_tick_all_leaves_out_empty_views(qtbot, dialog):
    press(qtbot, dialog, "export_all_button")
    assert [f.figure_name for f in dialog.chosen] == ["red-square", "blue-square"]
    press(qtbot, dialog, "export_all_button")
    assert dialog.chosen == []
    assert not dialog.findChild(QPushButton, "export_button").isEnabled()


def test_size_in_inches_and_centimetres(qtbot, dialog, tmp_path):
    size = dialog.findChild(QLabel, "export_size_label")
    width = dialog.findChild(QDoubleSpinBox, "export_width_spin")
    assert width.text() == "Natural"
    assert size.text() == "4.0 × 2.0 in, 1200 × 600 pixels"
    dialog.findChild(QSpinBox, "export_dpi_spin").setValue(100)
    width.setValue(5.0)
    assert size.text() == "5.0 × 2.5 in, 500 × 250 pixels"
    dialog.findChild(QComboBox, "export_unit_combo").setCurrentIndex(1)
    assert width.value() == pytest.approx(12.7)
    assert dialog.options.width_in == pytest.approx(5.0)
    width.setValue(25.4)
    assert dialog.options.width_in == pytest.approx(10.0)
    assert dialog.write()
    image = QImage(str(tmp_path / "out" / "red-square.png"))
    assert (image.width(), image.dotsPerMeterX()) == (1000, 3937)
    width.setValue(0)
    assert dialog.options.width_in is None


def test_resolution_matters_only_to_png(dialog):
    spin = dialog.findChild(QSpinBox, "export_dpi_spin")
    assert spin.isEnabled()
    tick(dialog, "png", False)
    tick(dialog, "pdf")
    assert not spin.isEnabled()


@pytest.mark.parametrize("replace", [False, True])
def test_asks_before_it_replaces(qtbot, dialog, tmp_path, monkeypatch, replace):
    old = tmp_path / "out" / "red-square.png"
    old.write_bytes(b"old")
    asked = []

    def question(parent, title, text, buttons, default):
        asked.append(text)
        assert default == QMessageBox.StandardButton.No
        return QMessageBox.StandardButton.Yes if replace else QMessageBox.StandardButton.No

    monkeypatch.setattr(export_dialog.QMessageBox, "question", staticmethod(question))
    press(qtbot, dialog)
    assert "1 file already exists" in asked[0]
    assert "red-square.png" in asked[0]
    assert (old.read_bytes() == b"old") is not replace


def test_failure_is_told_in_place(qtbot, dialog, tmp_path):
    (tmp_path / "blocked").write_text("")
    dialog.choose_folder(tmp_path / "blocked")
    press(qtbot, dialog)
    assert "cannot be made" in result(dialog)
    assert "Choose another folder" in result(dialog)
    assert not dialog.findChild(QPushButton, "export_folder_button").isVisible()


def test_folder_is_chosen_and_remembered(qtbot, dialog, settings, tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    chosen = staticmethod(lambda *a: str(tmp_path / "mine"))
    monkeypatch.setattr(export_dialog.QFileDialog, "getExistingDirectory", chosen)
    press(qtbot, dialog, "export_browse_button")
    press(qtbot, dialog)
    assert (tmp_path / "mine" / "red-square.png").is_file()
    assert settings.folder("export") == tmp_path / "mine"


def test_without_curves_there_are_none_to_tick(qtbot, studio, settings):
    studio.show(Shown())
    made = ExportDialog([Square()], studio, settings)
    qtbot.addWidget(made)
    assert not made.findChild(QCheckBox, "export_curves_csv_check").isEnabled()
    assert made.findChild(QLabel, "export_curves_label").text() == "There are no curves yet."


def test_preview_and_thumbnails_show_the_paper(dialog):
    views = dialog.findChild(QListWidget, "export_list")

    def reds(image):
        return sum(
            image.pixelColor(x, y) == QColor("red")
            for x in range(0, image.width(), 4)
            for y in range(0, image.height(), 4)
        )

    preview = dialog.findChild(QWidget, "export_preview")
    assert reds(preview.grab().toImage()) > 100
    assert reds(views.item(0).icon().pixmap(88, 62).toImage()) > 20
    views.setCurrentRow(2)
    assert reds(preview.grab().toImage()) == 0
    assert not views.item(2).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert views.item(2).text().endswith("– empty") and views.item(2).toolTip() == WHY
    assert preview.said == WHY


# --- the caption, and what is remembered --------------------------------------------------


def draws_below(image):
    """Whether anything is drawn in the strip below the square."""
    width, height = image.width(), image.height()
    return any(
        image.pixelColor(x, y) != QColor("white")
        for x in range(width // 2, width)
        for y in range(height * 13 // 14, height)
    )


def test_the_caption_is_seen_measured_and_written_or_not(qtbot, studio, settings, tmp_path):
    spec = ExperimentSpec(name="Exported", seed=3)
    studio.show(Shown(random_model(), spec, history()))
    made = ExportDialog([Square()], studio, settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    box = made.findChild(QCheckBox, "export_caption_check")
    size = made.findChild(QLabel, "export_size_label")
    preview = made.findChild(QWidget, "export_preview")
    assert box.isChecked() and "seed 3" in made.options.caption
    with_caption, seen = size.text(), preview.grab().toImage()
    press(qtbot, made)
    path = tmp_path / "out" / "red-square.png"
    picture = QImage(str(path))
    assert f"{picture.width()} × {picture.height()} pixels" in with_caption
    assert draws_below(picture)
    path.unlink()

    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert made.options.caption is None and size.text() != with_caption
    assert preview.grab().toImage() != seen
    press(qtbot, made)
    plain = QImage(str(path))
    assert plain.height() < picture.height() and plain.width() == picture.width()
    assert f"{plain.width()} × {plain.height()} pixels" in size.text()


def test_what_was_chosen_is_there_again(qtbot, studio, settings):
    def open_one():
        made = ExportDialog([Square()], studio, settings)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        return made

    first = open_one()
    for name, on in (("png", False), ("svg", True), ("caption", False), ("curves_json", True)):
        tick(first, name, on)
    first.findChild(QComboBox, "export_unit_combo").setCurrentText("cm")
    first.findChild(QDoubleSpinBox, "export_width_spin").setValue(84.0)
    first.findChild(QSpinBox, "export_dpi_spin").setValue(150)
    options = first.options
    press(qtbot, first, "export_close_button")
    assert open_one().options == options
    assert (options.formats, options.curves, options.dpi) == (("svg",), ("json",), 150)
    assert options.width_in == pytest.approx(84 / 2.54, abs=0.01)

    settings.set_choices("export", {"caption": "perhaps", "dpi": None, "unit": 3, "width": []})
    assert open_one().options.formats == ("png",), "nonsense counts for nothing"
