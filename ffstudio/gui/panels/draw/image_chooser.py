"""Images of the data set to put on the pad: by number, at random, or the next mistake."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.image_shape import ImageShape
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import WholeBox
from ffstudio.gui.panels.draw.mistakes import MistakeSearch, MistakeSteps
from ffstudio.gui.panels.draw.tool_row import IconButton
from ffstudio.gui.panels.draw.verdict_labels import StillWidget
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio

_SETS = say_all((("Test", "test"), ("Validation", "validation"), ("Training", "train")))


class ImageChooser(QWidget):
    """Two rows below the pad.

    Args:
        shape: The size of picture (height, width) that the net takes.

    Attributes:
        is_shown: True while an image of the data set is on the pad: steps begin there.

    Signals:
        image_chosen(index, which): This image shall be shown.
        failed(message, details): The net could not be asked for its mistakes.
    """

    image_chosen = Signal(int, str)
    failed = Signal(str, str)

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        shape: Callable[[], ImageShape],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio, self._themes, self._shape = studio, themes, shape
        self.is_shown = False
        self._rng = np.random.default_rng()
        self._mistakes = MistakeSteps(self)
        self._mistakes.stepped.connect(self._take_mistake)
        self._mistakes.none_found.connect(self._tell_none)
        self._mistakes.failed.connect(self.failed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._build_images())
        column.addLayout(self._build_mistakes())

    def controls_to_remember(self) -> dict[str, QComboBox]:
        """What is kept from one start to the next; an image's number belongs to its data."""
        return {"images": self._which, "mistakes_of": self._net}

    def _build_images(self) -> QWidget:
        self._which = Combo(self)
        self._which.setObjectName("image_set")
        self._which.setAccessibleName(tr("Images to choose from"))
        self._which.setToolTip(tr("Which images of the data set to show."))
        _fit(self._which)
        for text, which in _SETS:
            self._which.addItem(text, which)
        self._which.currentIndexChanged.connect(self.take_data)
        self._number = WholeBox(self)
        self._number.setObjectName("image_number")
        self._number.setAccessibleName(tr("Number of the image"))
        self._number.setToolTip(tr("Show the image with this number, counted from 0."))
        self._number.valueChanged.connect(self._choose_number)
        self._random = IconButton(
            "random_image",
            tr("Load Test Image"),
            tr("Show an image of the chosen set, picked at random."),
            self._themes,
            self,
            picture="refresh",
            act=self._choose_random,
        )
        self._random.setText(tr("Random"))
        self._random.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        flow = FlowLayout(row)
        for widget in (self._which, self._number, self._random):
            flow.addWidget(widget)
        return row

    def _build_mistakes(self) -> QHBoxLayout:
        self._net = Combo(self)
        self._net.setObjectName("misclassified_by")
        self._net.setAccessibleName(tr("Misclassified by"))
        self._net.setToolTip(tr("Whose mistakes to step through."))
        _fit(self._net)
        self._net.addItem(tr("FF mistakes"), "ff")
        self._net.addItem(tr("BP mistakes"), "bp")
        self._net.currentIndexChanged.connect(self._forget_mistakes)
        steps = QHBoxLayout()
        steps.setSpacing(0)
        self._steps = []
        for name, spoken, by in (
            ("previous", tr("Previous Misclassified"), -1),
            ("next", tr("Next Misclassified"), 1),
        ):
            tip = tr("{spoken} image of the chosen set.", spoken=spoken)
            act = partial(self._step, by)
            button = IconButton(name, spoken, tip, self._themes, self, act=act)
            self._steps.append(button)
            steps.addWidget(button)
        steps.addStretch(1)
        self._told = QLabel(self)
        self._told.setObjectName("misclassified_count")
        self._told.setProperty("muted", True)
        self._told.setWordWrap(True)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        still = StillWidget(self, most_lines=2)
        still.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        holder = QVBoxLayout(still)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self._told)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._net)
        row.addLayout(steps)
        row.addWidget(still, 1)
        return row

    def hand_over(self) -> object:
        """What is known of the mistakes."""
        return self._mistakes.hand_over()

    def take_over(self, held: object) -> None:
        """Goes on with it."""
        search = held if isinstance(held, MistakeSearch) else None
        self._told.setText(self._mistakes.take_over(search))

    def close_search(self) -> None:
        """Ends the background work."""
        self._mistakes.close()

    # --- following the studio -----------------------------------------------------------

    @property
    def which(self) -> str:
        """The set that is chosen: ``train``, ``validation`` or ``test``."""
        return str(self._which.currentData())

    def name_image(self) -> str:
        """Which image is on the pad, in a few words; empty for none of the data set."""
        if not self.is_shown:
            return ""
        return tr("{which} image {number}", which=self.which, number=self.number)

    @property
    def number(self) -> int:
        """Of the image in its set, counted from 0."""
        return self._number.value()

    @Slot()
    def take_data(self) -> None:
        """Other images, or another set of them."""
        data = self._studio.judged_images.data
        count = len(data.samples(self.which)) if data is not None else 0
        self._number.blockSignals(True)
        self._number.setRange(0, max(count - 1, 0))
        self._number.blockSignals(False)
        self._forget_mistakes()
        self.refresh()

    def why_none(self) -> str:
        """Why no image of the data set can be shown, or an empty text."""
        data = self._studio.judged_images.data
        if data is None:
            return tr("There is no data set to choose images from.")
        if data.image_shape != self._shape():
            return tr(
                "{data_title} has images of another size than the network was trained on.",
                data_title=data.title,
            )
        if not len(data.samples(self.which)):
            return tr("There are no {which} images.", which=self.which)
        return ""

    def refresh(self) -> None:
        """Offers what there is for the nets and images of the studio."""
        why, snapshot = self.why_none(), self._studio.snapshot
        for widget in (self._number, self._random):
            widget.setEnabled(not why)
            widget.setStatusTip(why)
        for i, name in enumerate(("ff", "bp")):
            has = snapshot is not None and getattr(snapshot, name) is not None
            has = has and snapshot is not None and _names_pictures(snapshot)
            self._net.model().item(i).setEnabled(has)  # type: ignore[attr-defined]
            if not has and self._net.currentIndex() == i and snapshot is not None:
                self._net.setCurrentIndex(1 - i)
        # A net that names no labels of pictures makes no mistakes that could be counted.
        has_labels = snapshot is None or _names_pictures(snapshot)
        self._net.setVisible(has_labels)
        for button in self._steps:
            button.setVisible(has_labels)
            button.setEnabled(not why and snapshot is not None)
            button.setStatusTip(why)

    def show_chosen(self, index: int, which: str) -> None:
        """This image is on the pad now, whoever chose it."""
        if self.which != which:
            self._which.setCurrentIndex(self._which.findData(which))
        self._number.blockSignals(True)
        self._number.setValue(index)
        self._number.blockSignals(False)

    # --- choosing -----------------------------------------------------------------------

    @Slot(int)
    def _choose_number(self, index: int) -> None:
        self.image_chosen.emit(index, self.which)

    def _choose_random(self) -> None:
        if self._studio.judged_images.data is not None:
            count = len(self._studio.judged_images.data.samples(self.which))
            if count:
                self.image_chosen.emit(int(self._rng.integers(count)), self.which)

    # --- mistakes -----------------------------------------------------------------------

    @Slot()
    def _forget_mistakes(self) -> None:
        self._mistakes.stop()
        self._told.setText("")

    def _step(self, by: int) -> None:
        """Goes to the next misclassified image; looks no further than to that one."""
        snapshot, data = self._studio.snapshot, self._studio.judged_images.data
        net = getattr(snapshot, str(self._net.currentData()), None)
        no_labels = snapshot is None or not _names_pictures(snapshot)
        if net is None or data is None or no_labels or self.why_none():
            self._told.setText(tr("There is no such net."))
            return
        samples = data.samples(self.which)
        start = self._number.value() if self.is_shown else (-1 if by > 0 else len(samples))
        self._told.setText(tr("Looking for mistakes…"))
        self._mistakes.step(net, samples, start, by)

    @Slot(int, str)
    def _take_mistake(self, index: int, known: str) -> None:
        self.image_chosen.emit(index, self.which)
        self._told.setText(known)

    @Slot()
    def _tell_none(self) -> None:
        self._told.setText(tr("None of these images is misclassified."))


def _names_pictures(snapshot: ModelSnapshot) -> bool:
    """True for nets that tell what a picture shows."""
    return snapshot.role == "classifier" and not snapshot.why_no_pictures


def _fit(box: QComboBox) -> None:
    """Has a box be as wide as its longest choice."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
