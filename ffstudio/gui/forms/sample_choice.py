"""One image to look at closely: the one on the drawing pad, or one of the data set."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.number_boxes import WholeBox
from ffstudio.jobs.studio import Studio

Picture = npt.NDArray[np.float32]

_DRAWN = "drawn"
_SOURCES = say_all(
    (
        ("Drawing", _DRAWN),
        ("Test Image", "test"),
        ("Validation Image", "validation"),
        ("Training Image", "train"),
    )
)


@dataclass(frozen=True, eq=False)
class ChosenImage:
    """One image.

    Attributes:
        x: (pixels,) 0–1 (±1 for the camera).
        label: As the data set has it; None of a drawing.
        words: What it is, for a reader.
    """

    x: npt.NDArray[np.float32]
    label: int | None
    words: str


class SampleChoice(QWidget):
    """Where the image comes from, and its number.

    Args:
        name: Its controls' object names begin with it.

    Signals:
        changed(): Another image is meant.
    """

    changed = Signal()

    def __init__(self, name: str, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_sample")
        self._studio = studio
        self._picture: Picture | None = None
        self._source = Combo(self)
        self._source.setObjectName(f"{name}_source_choice")
        self._source.setAccessibleName(tr("Which image"))
        self._source.setToolTip(
            tr("The image that is looked at: what is drawn on the pad, or one of the data set.")
        )
        for text, source in _SOURCES:
            self._source.addItem(text, source)
        self._source.setCurrentIndex(1)
        self._source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._source.currentIndexChanged.connect(self._change_source)
        self._number = WholeBox(self)
        self._number.setObjectName(f"{name}_image_number")
        self._number.setAccessibleName(tr("Number of the image"))
        self._number.setToolTip(tr("The number of the image, counted from 0."))
        self._number.valueChanged.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._source)
        row.addWidget(self._number)
        self.take_data()

    @property
    def source_choice(self) -> QComboBox:
        """What is kept from one start to the next; an image's number belongs to its data."""
        return self._source

    @property
    def is_drawn(self) -> bool:
        """True when the picture on the pad is meant."""
        return bool(self._source.currentData() == _DRAWN)

    def image(self) -> tuple[ChosenImage | None, str]:
        """The image, or None and why there is none, a sentence."""
        snapshot, data = self._studio.snapshot, self._studio.data
        if snapshot is None:
            return None, tr("No net yet. Press Train (Space) or open one.")
        if self.is_drawn:
            picture = self._picture
            if picture is None or picture.shape != snapshot.image_shape or not picture.any():
                return None, tr("The drawing pad is empty: draw something, or choose an image.")
            words = tr("the drawing")
            return ChosenImage(picture.reshape(-1).astype(np.float32), None, words), ""
        which = str(self._source.currentData())
        if data is None:
            return None, tr("There are no images at hand; draw one.")
        samples, number = data.samples(which), self._number.value()
        if data.image_shape != snapshot.image_shape:
            return None, tr(
                "{data_title} has images of another size than the net takes.", data_title=data.title
            )
        if number >= len(samples):
            return None, tr(
                "{data_title} has no {which} images.", data_title=data.title, which=which
            )
        label = int(samples.y[number])
        words = tr("{which} image {number}", which=which, number=number)
        return ChosenImage(samples.x[number], label, words), ""

    def choose(self, which: str, number: int) -> None:
        """Takes an image of the data set: ``test``, ``validation`` or ``train``, from 0."""
        self._source.setCurrentIndex(self._source.findData(which))
        self._number.setValue(number)

    def name_image(self) -> str:
        """Which image is meant, in a few words; empty where there is none."""
        image, _ = self.image()
        return "" if image is None else image.words

    @Slot(object)
    def set_picture(self, picture: Picture) -> None:
        """The picture on the pad (height, width)."""
        before = self._picture
        if before is not None and np.array_equal(before, picture):
            return
        self._picture = picture.copy()
        if self.is_drawn:
            self.changed.emit()

    @Slot()
    def take_data(self, *_: object) -> None:
        """There are other images."""
        self._number.setVisible(not self.is_drawn)
        data = self._studio.data
        if data is None or self.is_drawn:
            return
        count = len(data.samples(str(self._source.currentData())))
        with QSignalBlocker(self._number):
            self._number.setMaximum(max(count - 1, 0))

    @Slot()
    def _change_source(self) -> None:
        self.take_data()
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
