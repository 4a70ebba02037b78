"""Writes the views that are ticked as pictures and tables, and all curves of the run."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QSizeF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment import reading
from ffstudio.core.folders import expand_home
from ffstudio.core.lessons.view import EXPORTED
from ffstudio.core.numbers import write_number
from ffstudio.core.run.reported import caption_of
from ffstudio.core.words import language_spoken, tr
from ffstudio.gui.figures.caption import caption_figure
from ffstudio.gui.figures.export import ExportError, ExportOptions, export_all, plan_files
from ffstudio.gui.figures.export_choices import ExportChoices
from ffstudio.gui.figures.export_formats import (
    CURVE_FORMATS,
    FIGURE_FORMATS,
    CurveFormat,
    FigureFormat,
)
from ffstudio.gui.figures.export_preview import FigurePreview, paint_page
from ffstudio.gui.figures.figure import POINTS_PER_INCH, Figure, is_blank, measure_export
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.first_size import open_at
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import RealBox, WholeBox
from ffstudio.gui.forms.typed_edit import commit_open_texts
from ffstudio.gui.style.theme import paper
from ffstudio.gui.system.settings import Settings
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio

log = logging.getLogger(__name__)

_CM_PER_INCH = 2.54
_THUMBNAIL = QSize(80, 58)
_FOLLOWS_MS = 300


class ExportDialog(QDialog):
    """Tick views and formats, choose a size and a folder, and write everything at once.

    Args:
        why_blank: Why a figure has nothing to show, for a reader.

    Attributes:
        help_page: What F1 opens.
    """

    help_page = "60-files"

    def __init__(
        self,
        figures: list[Figure],
        studio: Studio,
        settings: Settings,
        parent: QWidget | None = None,
        why_blank: Callable[[Figure], str] = lambda figure: "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(tr("Export"))
        open_at(self, 920, 640)
        self._figures, self._studio, self._settings = figures, studio, settings
        # Why each has nothing to show; None where it has.
        self._blank = [
            (why_blank(figure) or tr("There is nothing to show here yet."))
            if is_blank(figure)
            else None
            for figure in figures
        ]
        self.written: list[Path] = []

        # Made in the order in which Tab goes through them.
        left = self._make_list()
        self._preview = FigurePreview(self)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._preview, 1)
        right.addLayout(self._make_form())

        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addLayout(left)
        upper.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(12)
        column.addLayout(upper, 1)
        column.addLayout(self._make_buttons())

        self._choices = ExportChoices(
            settings, self._formats, self._curves, self._width, self._unit, self._dpi, self._caption
        )
        self._choices.bring_back()
        self.finished.connect(lambda _: self._choices.remember())
        self._list.currentRowChanged.connect(self._update)
        self._list.itemChanged.connect(self._update)
        for box in (*self._formats.values(), *self._curves.values()):
            box.toggled.connect(self._update)
        self._caption.toggled.connect(self._update)
        self._width.valueChanged.connect(self._update)
        self._dpi.valueChanged.connect(self._update)
        self._unit.currentIndexChanged.connect(self._change_unit)
        self._folder.textChanged.connect(self._update)
        # A run goes on meanwhile: the caption shall say of which epoch its figure is.
        self._follows = QTimer(self)
        self._follows.setSingleShot(True)
        self._follows.setInterval(_FOLLOWS_MS)
        self._follows.timeout.connect(self._show_preview)
        studio.snapshot_changed.connect(self._follow)
        # Enter ends what is typed there; it shall not write half a path full of files.
        for field in (self._folder, self._width, self._dpi):
            field.installEventFilter(self)
        if figures:
            self._list.setCurrentRow(0)
        self._update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Has Enter in a field lead to the Export button instead of pressing it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._export.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    # --- construction ---------------------------------------------------------------

    def _make_list(self) -> QVBoxLayout:
        """The views to tick."""
        self._list = QListWidget(self)
        self._list.setObjectName("export_list")
        self._list.setAccessibleName(tr("Views to export"))
        self._list.setToolTip(
            tr("Ticked views are written. A view without content cannot be ticked.")
        )
        self._list.setFixedWidth(max(280, 38 * self.fontMetrics().averageCharWidth()))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._list.setIconSize(_THUMBNAIL)
        for i, figure in enumerate(self._figures):
            self._list.addItem(self._item(figure, self._blank[i], ticked=i == 0))
        self._all = QPushButton(tr("Tick All"), self)
        self._all.setObjectName("export_all_button")
        self._all.setAccessibleName(tr("Tick All"))
        self._all.setToolTip(tr("Ticks every view that has content, or none."))
        self._all.clicked.connect(self._tick_all)
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addWidget(self._all)
        return left

    def _make_buttons(self) -> QHBoxLayout:
        """What was written, and the buttons below everything."""
        self._result = QLabel(self)
        self._result.setObjectName("export_result_label")
        self._result.setWordWrap(True)
        self._open = self._button(tr("Open Folder"), "export_folder_button", self._open_folder)
        self._open.setToolTip(tr("Opens the folder with the files just written."))
        self._open.hide()
        close = self._button(tr("Close"), "export_close_button", self.reject)
        self._export = self._button(tr("Export"), "export_button", self._ask_and_write)
        self._export.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._result, 1)
        for button in (self._open, close, self._export):
            buttons.addWidget(button)
        return buttons

    def _item(self, figure: Figure, why_blank: str | None, *, ticked: bool) -> QListWidgetItem:
        item = QListWidgetItem(figure.figure_title)
        item.setToolTip(figure.figure_title)  # a narrow list may cut it
        ratio = self.devicePixelRatioF()
        thumbnail = QPixmap(_THUMBNAIL * ratio)
        thumbnail.setDevicePixelRatio(ratio)
        thumbnail.fill(QColor(paper().surface))
        if why_blank is not None:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setText(tr("{title} – empty", title=figure.figure_title))
            item.setForeground(self.palette().placeholderText())
            item.setToolTip(why_blank)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, why_blank)
            thumbnail.fill(Qt.GlobalColor.transparent)
        else:
            painter = QPainter(thumbnail)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_page(
                painter, QRectF(2, 2, _THUMBNAIL.width() - 4, _THUMBNAIL.height() - 4), figure
            )
            painter.end()
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setToolTip(f"{figure.figure_name}: {figure.figure_title}")
        icon = QIcon(thumbnail)
        icon.addPixmap(thumbnail, QIcon.Mode.Selected)  # not tinted: it shows paper
        item.setIcon(icon)
        return item

    def _button(self, text: str, name: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.clicked.connect(slot)
        return button

    def _boxes(
        self, formats: Mapping[str, FigureFormat | CurveFormat], name: str
    ) -> dict[str, QCheckBox]:
        boxes = {}
        for suffix, known in formats.items():
            box = QCheckBox(known.label, self)
            box.setObjectName(f"{name}_{suffix}_check")
            box.setAccessibleName(known.label)
            box.setToolTip(known.help)
            boxes[suffix] = box
        return boxes

    def _make_form(self) -> QGridLayout:
        self._formats = self._boxes(FIGURE_FORMATS, "export")
        self._formats["png"].setChecked(True)
        self._make_curves()
        self._make_size()
        self._folder = QLineEdit(str(self._settings.folder("export")), self)
        self._folder.setObjectName("export_folder_edit")
        self._folder.setAccessibleName(tr("Folder"))
        self._folder.setToolTip(tr("Where the files go; it is made if it does not exist."))
        browse = self._button(tr("Browse…"), "export_browse_button", self._browse)
        browse.setToolTip(tr("Choose the folder."))
        self._files = QPlainTextEdit(self)
        self._files.setObjectName("export_files_text")
        self._files.setAccessibleName(tr("Files that will be written"))
        self._files.setReadOnly(True)
        self._files.setTabChangesFocus(True)
        self._files.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._files.setFixedHeight(3 * self._files.fontMetrics().height() + 14)

        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (text, widgets) in enumerate(
            (
                (tr("Pictures as"), (*self._formats.values(),)),
                (tr("Width"), (self._width, self._unit, self._dpi, self._caption, self._size)),
                (tr("All curves as"), (*self._curves.values(), self._curves_note)),
                (tr("Folder"), (self._folder, browse)),
                (tr("Files"), (self._files,)),
            )
        ):
            line: QLayout = FlowLayout(spacing=10)  # large letters go on in the next line
            if self._folder in widgets:
                line = QHBoxLayout()
                line.setSpacing(10)
            for widget in widgets:
                line.addWidget(widget)
            is_high = self._files in widgets
            top = Qt.AlignmentFlag.AlignTop if is_high else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(QLabel(text, self), row, 0, top)
            if is_high:
                grid.addWidget(self._files, row, 1)
                continue
            grid.addLayout(line, row, 1)
        return grid

    def _make_curves(self) -> None:
        """The formats of all curves, and how many values there are to write."""
        self._curves = self._boxes(CURVE_FORMATS, "export_curves")
        self._curves_note = QLabel(self)
        self._curves_note.setObjectName("export_curves_label")
        self._curves_note.setProperty("muted", True)
        count = sum(len(s) for s in self._studio.history.series.values())
        curves = len(self._studio.history.series)
        self._curves_note.setText(
            tr("{count} values in {curves} curves", count=write_number(count, ","), curves=curves)
            if count
            else tr("There are no curves yet.")
        )
        for box in self._curves.values():
            box.setEnabled(count > 0)

    def _make_size(self) -> None:
        """Width, its unit and the resolution of pictures."""
        self._width = RealBox(self)
        self._width.setObjectName("export_width_spin")
        self._width.setAccessibleName(tr("Width"))
        self._width.setToolTip(
            tr(
                "Width of every picture; a column of a paper is about 3.3 in (8.4 cm) wide.\n"
                "At the lowest value each picture has its natural width."
            )
        )
        self._width.setSpecialValueText(tr("Natural"))
        self._width.setDecimals(1)
        self._unit = Combo(self)
        self._unit.setObjectName("export_unit_combo")
        self._unit.setAccessibleName(tr("Unit of the width"))
        self._unit.setToolTip(tr("Inches or centimetres."))
        self._unit.addItem("in", 1.0)
        self._unit.addItem("cm", _CM_PER_INCH)
        self._inches = 0.0
        self._change_unit(0)
        self._dpi = WholeBox(self)
        self._dpi.setObjectName("export_dpi_spin")
        self._dpi.setAccessibleName(tr("Resolution of PNG"))
        self._dpi.setToolTip(tr("Dots per inch of a PNG: 96 for screens, 300 for print."))
        self._dpi.setRange(36, 1200)
        self._dpi.setSingleStep(50)
        self._dpi.setValue(300)
        self._dpi.setSuffix(tr(" DPI"))
        self._caption = QCheckBox(tr("Caption"), self)
        self._caption.setObjectName("export_caption_check")
        self._caption.setAccessibleName(tr("Caption"))
        self._caption.setToolTip(
            tr("Small letters below each picture: experiment, epoch and seed.")
        )
        self._caption.setChecked(True)
        self._size = QLabel(self)
        self._size.setObjectName("export_size_label")
        self._size.setProperty("muted", True)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        figures: list[Figure],
        studio: Studio,
        settings: Settings,
        prepare: Callable[[QDialog], None] | None = None,
        why_blank: Callable[[Figure], str] = lambda figure: "",
    ) -> None:
        """Shows it until it is closed.

        Args:
            prepare: Called with it before.
            why_blank: Why a figure has nothing to show.
        """
        dialog = cls(figures, studio, settings, parent, why_blank)
        if prepare is not None:
            prepare(dialog)
        dialog.exec()
        dialog.deleteLater()

    # --- state ----------------------------------------------------------------------

    @property
    def chosen(self) -> list[Figure]:
        """The views that are ticked."""
        return [
            figure
            for i, figure in enumerate(self._figures)
            if self._list.item(i).flags() & Qt.ItemFlag.ItemIsUserCheckable
            and self._list.item(i).checkState() == Qt.CheckState.Checked
        ]

    @property
    def options(self) -> ExportOptions:
        """Formats and sizes as they are set, and the nets that are shown."""
        nets, newest = self._studio.shown, self._studio.newest
        captioned, earlier = self._caption.isChecked(), self._studio.past is not None
        return ExportOptions(
            tuple(s for s, box in self._formats.items() if box.isChecked()),
            self._inches or None,
            self._dpi.value(),
            tuple(s for s, box in self._curves.items() if box.isChecked() and box.isEnabled()),
            _name_nets(nets),
            _caption_of(nets) if captioned else None,
            _name_nets(newest) if earlier else None,
            _caption_of(newest) if captioned and earlier else None,
        )

    @property
    def folder(self) -> Path:
        return expand_home(self._folder.text().strip() or ".")

    @property
    def planned(self) -> list[Path]:
        """The files that Export will write."""
        return plan_files(self.chosen, self.folder, self.options)

    def choose_folder(self, folder: str | Path) -> None:
        self._folder.setText(str(folder))

    @Slot(int)
    def _change_unit(self, index: int) -> None:
        factor = float(self._unit.currentData())
        inches = self._inches
        self._width.blockSignals(True)
        # One step below the least width stands for the natural one.
        self._width.setRange(0.9, round(60.0 * factor, 1))
        self._width.setSingleStep(0.5)
        self._width.setValue(inches * factor if inches else self._width.minimum())
        self._width.blockSignals(False)

    @Slot()
    def _follow(self, *_: object) -> None:
        if not self._follows.isActive():
            self._follows.start()

    @Slot()
    def _show_preview(self) -> Figure | None:
        row, options = self._list.currentRow(), self.options
        why = self._blank[row] if 0 <= row < len(self._figures) else ""
        captions = options.caption, options.caption_of_run
        current = caption_figure(self._figures[row], *captions) if why is None else None
        self._preview.show_figure(current, why or tr("Train or open a model first, then export."))
        return current

    @Slot()
    def _update(self, *_: object) -> None:
        natural = self._width.value() <= self._width.minimum()
        shown_in = self._width.value() / float(self._unit.currentData())
        if natural:
            self._inches = 0.0
        elif abs(shown_in - self._inches) > 0.06:  # more than the rounding of a unit's change
            self._inches = shown_in
        options, planned = self.options, self.planned
        self._dpi.setEnabled(_have_pixels(options))
        current = self._show_preview()
        self._size.setText(self._size_text(current, options))
        self._files.setPlainText(
            "\n".join(p.name for p in planned) or tr("No file: tick something.")
        )
        self._export.setEnabled(bool(planned))
        count = len(planned)
        self._export.setText(
            tr("Export")
            if not count
            else tr("Export {title}", title=_capitalise(_files_text(count)))
        )
        self._export.setToolTip("" if planned else tr("Tick at least one view and one format."))

    @staticmethod
    def _size_text(figure: Figure | None, options: ExportOptions) -> str:
        if figure is None or figure.figure_size().isEmpty():
            return ""
        size: QSizeF = measure_export(figure, options.width_in)
        inches = size / POINTS_PER_INCH
        text = tr(
            "{width} × {height} in",
            width=write_number(inches.width(), ".1f"),
            height=write_number(inches.height(), ".1f"),
        )
        if _have_pixels(options):
            pixels = inches * options.dpi
            text += tr(
                ", {width} × {height} pixels",
                width=f"{pixels.width():.0f}",
                height=f"{pixels.height():.0f}",
            )
        return text

    # --- what the user does ---------------------------------------------------------

    @Slot()
    def _tick_all(self) -> None:
        ticked = len(self.chosen) < self._blank.count(None)
        for i in range(len(self._figures)):
            if self._blank[i] is None:
                state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
                self._list.item(i).setCheckState(state)

    @Slot()
    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Export to Folder"), str(self.folder))
        if name:
            self.choose_folder(name)

    @Slot()
    def _ask_and_write(self) -> None:
        commit_open_texts()
        there = [p for p in self.planned if p.exists()]
        if there:
            names = ", ".join(p.name for p in there[:4]) + ("…" if len(there) > 4 else "")
            exist = "exists" if len(there) == 1 else "exist"
            answer = QMessageBox.question(
                self,
                tr("Replace Files"),
                tr(
                    "{files_text} already {exist} in {folder}: {names}.\nReplace with the new ones?",
                    files_text=_files_text(len(there)),
                    exist=exist,
                    folder=self.folder,
                    names=names,
                ),
                QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
                QMessageBox.StandardButton.No,
            )
            if answer != QMessageBox.StandardButton.Yes:
                return
        self.write()

    def write(self) -> bool:
        """Writes what is ticked; says in the dialog how it went. True when all is written."""
        spec = self._studio.trained_spec or self._studio.spec
        try:
            self.written = export_all(
                self.chosen, self.folder, self.options, self._studio.history, reading.to_dict(spec)
            )
        except FfstudioError as error:
            self.written = error.written if isinstance(error, ExportError) else []
            log.info("%s", error)
            self._result.setText(str(error))
            self._open.setVisible(bool(self.written))
            return False
        self._settings.set_folder("export", self.written[0])
        self._studio.lessons.note(EXPORTED)
        self._result.setText(
            tr(
                "Wrote {files_text} to {folder}",
                files_text=_files_text(len(self.written)),
                folder=self.folder,
            )
        )
        self._result.setToolTip("\n".join(str(p) for p in self.written))
        self._open.show()
        return True

    @Slot()
    def _open_folder(self) -> None:
        if self.written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0].parent)))


def _name_nets(nets: Shown) -> str:
    name = nets.net_name
    return tr("Nets: {spoken}.", spoken=name.spoken) if name is not None else ""


def _caption_of(nets: Shown) -> str:
    if nets.snapshot is None or nets.spec is None:
        return ""
    return caption_of(nets.spec.title, nets.snapshot.epoch, nets.spec.seed)


def _capitalise(text: str) -> str:
    """As buttons are written in English; elsewhere as it is."""
    return text.title() if language_spoken() == "en" else text


def _files_text(count: int) -> str:
    return tr("1 file") if count == 1 else tr("{count} files", count=count)


def _have_pixels(options: ExportOptions) -> bool:
    """True when the resolution matters to a format that is ticked."""
    return any(FIGURE_FORMATS[suffix].has_pixels for suffix in options.formats)
