"""Writes any view as a picture or table, or all curves of the run."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import FfstudioError
from ffstudio.gui.figure import (
    POINTS_PER_INCH,
    Figure,
    exported_size,
    figure_font,
    write_csv,
    write_file,
    write_pdf,
    write_png,
    write_svg,
)
from ffstudio.gui.settings import Settings
from ffstudio.gui.theme import PAPER
from ffstudio.jobs.studio import Studio

log = logging.getLogger(__name__)

PICTURE_FORMATS = (
    ("PNG", "png", "Pixels, for slides and the web."),
    ("SVG", "svg", "Vectors, for the web and for editing; text stays text."),
    ("PDF", "pdf", "Vectors, for papers."),
    ("CSV table", "csv", "The numbers behind the picture."),
)
CURVE_FORMATS = (
    ("CSV table", "csv", "One tidy table: one row per value, for pandas and spreadsheets."),
    ("JSON", "json", "All curves, marks and epochs, with the experiment's settings."),
)


class FigurePreview(QWidget):
    """What will be exported, on white paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_preview")
        self.setAccessibleName("Preview")
        self.setMinimumSize(340, 260)
        self._figure: Figure | None = None
        self._note = ""

    def show_figure(self, figure: Figure | None, note: str = "") -> None:
        """Shows a figure, or a sentence where there is none."""
        self._figure, self._note = figure, note
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(PAPER.line))
        painter.setBrush(QColor(PAPER.surface))
        painter.drawRoundedRect(page, 6, 6)
        size = self._figure.figure_size() if self._figure is not None else QSizeF()
        if self._figure is None or size.isEmpty():
            painter.setPen(QColor(PAPER.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(page.adjusted(24, 24, -24, -24), int(flags), self._note)
            return
        inside = page.adjusted(12, 12, -12, -12)
        scale = min(inside.width() / size.width(), inside.height() / size.height(), 1.5)
        painter.translate(
            inside.center().x() - size.width() * scale / 2,
            inside.center().y() - size.height() * scale / 2,
        )
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, size.width(), size.height()))
        painter.setFont(figure_font())
        painter.setPen(QColor(PAPER.text))
        self._figure.paint_figure(painter, QRectF(0, 0, size.width(), size.height()), PAPER)


class ExportDialog(QDialog):
    """Choose a view, a format and a size; the last choices are kept while it is open."""

    def __init__(
        self,
        figures: list[Figure],
        studio: Studio,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle("Export")
        self.resize(780, 460)
        self._figures, self._studio, self._settings = figures, studio, settings
        self._written: Path | None = None

        self._list = QListWidget(self)
        self._list.setObjectName("export_list")
        self._list.setAccessibleName("What to export")
        self._list.setToolTip("The views that can be exported.")
        self._list.setFixedWidth(210)
        for figure in figures:
            self._list.addItem(QListWidgetItem(figure.figure_title))
        self._list.addItem(QListWidgetItem("All curves of the run"))

        self._preview = FigurePreview(self)
        self._format = QComboBox(self)
        self._format.setObjectName("export_format_combo")
        self._format.setAccessibleName("Format")
        self._width = QDoubleSpinBox(self)
        self._width.setObjectName("export_width_spin")
        self._width.setAccessibleName("Width in inches")
        self._width.setToolTip("Width of the picture. A column of a paper is about 3.3 in wide.")
        self._width.setRange(1.0, 60.0)
        self._width.setSingleStep(0.5)
        self._width.setDecimals(1)
        self._width.setSuffix(" in")
        self._dpi = QSpinBox(self)
        self._dpi.setObjectName("export_dpi_spin")
        self._dpi.setAccessibleName("Dots per inch")
        self._dpi.setToolTip("Resolution of a PNG: 96 for screens, 300 for print.")
        self._dpi.setRange(36, 1200)
        self._dpi.setSingleStep(50)
        self._dpi.setValue(300)
        self._dpi.setSuffix(" DPI")
        self._size = QLabel(self)
        self._size.setObjectName("export_size_label")
        self._size.setProperty("muted", True)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.addRow("Format", self._format)
        self._form.addRow("Width", self._width)
        self._form.addRow("Resolution", self._dpi)
        self._form.addRow("", self._size)

        self._result = QLabel(self)
        self._result.setObjectName("export_result_label")
        self._result.setWordWrap(True)
        self._show_folder = QPushButton("Show Folder", self)
        self._show_folder.setObjectName("export_folder_button")
        self._show_folder.setAccessibleName("Show Folder")
        self._show_folder.setToolTip("Open the folder with the file just written.")
        self._show_folder.hide()
        self._show_folder.clicked.connect(self._open_folder)
        self._export = QPushButton("Export…", self)
        self._export.setObjectName("export_button")
        self._export.setAccessibleName("Export…")
        self._export.setDefault(True)
        self._export.clicked.connect(self._ask_and_write)
        close = QPushButton("Close", self)
        close.setObjectName("export_close_button")
        close.setAccessibleName("Close")
        close.clicked.connect(self.reject)

        options = QHBoxLayout()
        options.addLayout(self._form)
        options.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._preview, 1)
        right.addLayout(options)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._list)
        upper.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._result, 1)
        buttons.addWidget(self._show_folder)
        buttons.addWidget(close)
        buttons.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(12)
        column.addLayout(upper, 1)
        column.addLayout(buttons)

        self._list.currentRowChanged.connect(self._choose)
        self._format.currentIndexChanged.connect(self._update)
        self._width.valueChanged.connect(self._update)
        self._dpi.valueChanged.connect(self._update)
        self._list.setCurrentRow(0)

    @classmethod
    def ask(
        cls, parent: QWidget, figures: list[Figure], studio: Studio, settings: Settings
    ) -> None:
        """Shows it until it is closed."""
        dialog = cls(figures, studio, settings, parent)
        dialog.exec()
        dialog.deleteLater()

    @property
    def figure(self) -> Figure | None:
        """The view chosen; None for the run's curves."""
        row = self._list.currentRow()
        return self._figures[row] if 0 <= row < len(self._figures) else None

    @property
    def suffix(self) -> str:
        return str(self._format.currentData())

    @Slot(int)
    def _choose(self, row: int) -> None:
        figure = self.figure
        kept = self.suffix
        self._format.blockSignals(True)
        self._format.clear()
        for i, (label, suffix, tip) in enumerate(PICTURE_FORMATS if figure else CURVE_FORMATS):
            self._format.addItem(label, suffix)
            self._format.setItemData(i, tip, Qt.ItemDataRole.ToolTipRole)
        self._format.setCurrentIndex(max(self._format.findData(kept), 0))
        self._format.blockSignals(False)
        if figure is not None and not figure.figure_size().isEmpty():
            self._width.blockSignals(True)
            self._width.setValue(figure.figure_size().width() / POINTS_PER_INCH)
            self._width.blockSignals(False)
        self._update()

    @Slot()
    def _update(self) -> None:
        figure, suffix = self.figure, self.suffix
        is_picture = suffix in ("png", "svg", "pdf")
        self._form.setRowVisible(self._width, is_picture)
        self._form.setRowVisible(self._dpi, suffix == "png")
        text, note = "", ""
        if figure is None:
            count = sum(len(s) for s in self._studio.history.series.values())
            text = f"{count:,} values in {len(self._studio.history.series)} curves"
            note = (
                "All curves of the run in one file."
                if count
                else "There are no curves yet. Press Train first."
            )
            ready = count > 0
        else:
            ready = not figure.figure_size().isEmpty()
            note = "There is nothing to show here yet. Train or open a model first."
            if ready and is_picture:
                size = exported_size(figure, self._width.value())
                if suffix == "png":
                    pixels = self._dpi.value() / POINTS_PER_INCH
                    text = f"{size.width() * pixels:.0f} × {size.height() * pixels:.0f} pixels"
                else:
                    inches = size / POINTS_PER_INCH
                    text = f"{inches.width():.1f} × {inches.height():.1f} in"
            elif ready:
                text = f"{len(figure.figure_table()[1]):,} rows"
        self._size.setText(text)
        self._export.setEnabled(ready)
        self._export.setToolTip("" if ready else note)
        self._preview.show_figure(figure, note)

    @Slot()
    def _ask_and_write(self) -> None:
        figure = self.figure
        stem = figure.figure_name if figure is not None else "curves"
        suggested = self._settings.folder("export") / f"{stem}.{self.suffix}"
        name, _ = QFileDialog.getSaveFileName(
            self, "Export", str(suggested), f"{self._format.currentText()} (*.{self.suffix})"
        )
        if name:
            path = Path(name)
            if not path.suffix:
                path = path.with_name(f"{path.name}.{self.suffix}")
            self._settings.set_folder("export", path)
            self.write(path)

    def write(self, path: Path) -> bool:
        """Writes what is chosen; says how it went in the dialog. True when it is written."""
        figure, suffix = self.figure, self.suffix
        try:
            if figure is None:
                history = self._studio.history
                if suffix == "csv":
                    text = history.to_csv()
                else:
                    spec = self._studio.trained_spec or self._studio.spec
                    text = history.to_json(experiment=spec.to_dict())
                write_file(path, text.encode("utf-8"))
            elif suffix == "png":
                write_png(figure, path, self._dpi.value(), self._width.value())
            elif suffix == "svg":
                write_svg(figure, path, self._width.value())
            elif suffix == "pdf":
                write_pdf(figure, path, self._width.value())
            else:
                write_csv(figure, path)
        except FfstudioError as error:
            log.warning("%s", error)
            self._result.setText(str(error))
            self._show_folder.hide()
            return False
        self._written = path
        self._result.setText(f"Wrote {path.name}")
        self._result.setToolTip(str(path))
        self._show_folder.show()
        return True

    @Slot()
    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
