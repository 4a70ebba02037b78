"""A look at images before they are used: what they are, how they were read, and Use or Cancel."""

from __future__ import annotations

import dataclasses
import html
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import DatasetError
from ffstudio.core.image_shape import shape_text
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.understanding.colours import KEPT
from ffstudio.core.images.understanding.value_range import CHOICES
from ffstudio.core.numbers import write_number
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.panels.data.class_histogram import ClassHistogram
from ffstudio.gui.panels.data.colours_choice import ColoursChoice
from ffstudio.gui.panels.data.image_grid import ImageGrid
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.image_source import ImageSource

_SHOWN = 120


class DataPreview(QDialog):
    """Shows a data set that is not the experiment's yet.

    Args:
        spec: Which data, as they would be put into the experiment.
        seed: Of the experiment: it draws the images held back.
        images: Reads them.

    Signals:
        used(spec): The user takes them, with what was chosen here.
    """

    used = Signal(object)

    def __init__(
        self,
        spec: DataSpec,
        seed: int,
        images: ImageSource,
        themes: ThemeManager,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("data_preview_dialog")
        self.setWindowTitle(tr("Use These Images?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._spec, self._seed, self._images = spec, seed, images
        self._was_shown = False
        self._title = _label("data_preview_title", tr("What the file holds"), self)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._values = _label("data_preview_values", tr("How values are read"), self)
        self._choice = Combo(self)
        self._choice.setObjectName("data_preview_range")
        self._choice.setAccessibleName(tr("Values read as"))
        self._choice.setToolTip(tr("Which values are black and white; kept in the experiment."))
        for choice in CHOICES:
            self._choice.addItem(choice.label, choice.value)
        self._choice.currentIndexChanged.connect(self._read)
        self._transposed = QCheckBox(tr("Transposed"), self)
        self._transposed.setObjectName("data_preview_transposed")
        self._transposed.setAccessibleName(tr("Rows and columns exchanged"))
        self._transposed.setToolTip(
            tr("Exchange rows and columns, as EMNIST's files need; kept in the experiment.")
        )
        self._transposed.setChecked(spec.transposed)
        self._transposed.toggled.connect(self._read)
        self._colours = ColoursChoice("data_preview_colours", self)
        self._colours.show_choice(spec.colours)
        self._colours.currentIndexChanged.connect(self._read)
        self._sets = Combo(self)
        self._sets.setObjectName("data_preview_sets")
        self._sets.setAccessibleName(tr("Which of the data sets"))
        self._sets.setToolTip(
            tr("Several data sets lie there; the one chosen is kept in the experiment.")
        )
        self._sets.setPlaceholderText(tr("Choose a data set…"))
        self._sets.hide()
        self._sets.activated.connect(self._read)
        self._notes = _label("data_preview_notes", tr("What was assumed"), self)
        self._notes.setProperty("muted", True)
        self._warnings = _label("data_preview_warnings", tr("What is odd about these images"), self)
        self._grid = ImageGrid("data_preview_grid", tr("Images"), themes, self)
        self._grid.setMinimumHeight(200)
        self._histogram = ClassHistogram(themes, self)
        self._histogram.setObjectName("data_preview_histogram")
        buttons = QDialogButtonBox(self)
        self._use = buttons.addButton(tr("Use"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._use.setObjectName("data_preview_use")
        self._use.setAccessibleName(tr("Use these images"))
        self._use.setProperty("primary", True)
        self._use.setDefault(True)
        cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("data_preview_cancel")
        cancel.setAccessibleName(tr("Cancel"))
        buttons.accepted.connect(self._accept_images)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self._values, 1)
        line.addWidget(self._choice)
        line.addWidget(self._colours)
        line.addWidget(self._transposed)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self._sets)
        column.addLayout(line)
        column.addWidget(self._notes)
        column.addWidget(self._warnings)
        column.addWidget(self._grid, 1)
        column.addWidget(self._histogram)
        column.addWidget(buttons)
        self.resize(620, 620)
        self._images.looked.connect(self._show_answer)
        self._read()

    @Slot()
    def _read(self) -> None:
        self._spec = dataclasses.replace(
            self._spec,
            range=str(self._choice.currentData()),
            transposed=self._transposed.isChecked(),
            colours=self._colours.value,
            path=str(self._sets.currentData() or self._spec.path),
        )
        self._title.setText(tr("Reading the images…"))
        self._use.setEnabled(False)
        self._images.look_at(self._spec, self._seed)

    @Slot(object)
    def _show_answer(self, answer: PreparedData | DatasetError) -> None:
        if isinstance(answer, DatasetError):
            self._offer_sets(answer.choices, is_read=False)
            self._show_failure(str(answer))
            return
        self._offer_sets(answer.choices, is_read=True)
        self._title.setText(
            tr(
                "<b>{escape}</b> · {size} pixels · {num_classes} classes<br>{train} "
                "training, {validation} validation, {test} test images",
                escape=html.escape(answer.title),
                size=shape_text(answer.image_shape),
                num_classes=answer.num_classes,
                train=write_number(len(answer.train), ","),
                validation=write_number(len(answer.validation), ","),
                test=write_number(len(answer.test), ","),
            )
        )
        text = answer.values.text if answer.values is not None else ""
        self._values.setText(end_sentence(f"{text[:1].upper()}{text[1:]}"))
        self._colours.setVisible(answer.has_colours or answer.spec.colours == KEPT)
        self._notes.setText(" ".join(answer.notes))
        self._notes.setVisible(bool(answer.notes))
        self._warnings.setText("\n".join(f"⚠ {warning}" for warning in answer.warnings))
        self._warnings.setVisible(bool(answer.warnings))
        rows = np.random.default_rng(0).permutation(len(answer.train))[:_SHOWN]
        self._grid.show_pictures(
            [
                (answer.train.x[i].reshape(answer.image_shape), answer.class_names[label], "")
                for i, label in zip(rows.tolist(), answer.train.y[rows].tolist(), strict=True)
            ]
        )
        counts = np.bincount(answer.train.y, minlength=answer.num_classes).tolist()
        self._histogram.show_counts(list(zip(answer.class_names, counts, strict=True)))
        self._use.setEnabled(True)
        if not self._was_shown:
            self._was_shown = True
            self._use.setFocus()

    def _offer_sets(self, paths: Sequence[str], is_read: bool) -> None:
        """Several data sets to choose from, of which the first or none was read."""
        if self._sets.count() or len(paths) < 2:
            return
        base = self._spec.path.rstrip("/\\")
        for path in paths:
            text = path.removeprefix(base).lstrip("/\\")
            self._sets.addItem(text, path)
        self._sets.setCurrentIndex(0 if is_read else -1)
        self._sets.show()
        if not is_read:
            self._sets.setFocus()

    def _show_failure(self, message: str) -> None:
        self._title.setText(html.escape(message))
        for label in (self._values, self._notes, self._warnings):
            label.setText("")
        self._grid.show_pictures([])
        self._histogram.show_counts([])

    @Slot()
    def _accept_images(self) -> None:
        self.used.emit(self._spec)
        self.accept()


def _label(name: str, spoken: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setAccessibleName(spoken)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
