"""The images behind a cell of a confusion matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ffstudio.core.image_shape import ImageShape
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.words import tr
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask

MOST_THUMBNAILS = 200
_CHUNK = 500
_SIDE = 56
_HINT = "Click a cell to see its images."


@dataclass(frozen=True)
class CellImage:
    """One image of a cell with its scores."""

    index: int
    text: str
    margin: float


class CellGallery(QWidget):
    """Thumbnails with what the nets make of them, the least certain first.

    Signals:
        image_chosen(index, which): One was clicked.
        failed(message, details): The nets could not be asked.
    """

    image_chosen = Signal(int, str)
    failed = Signal(str, str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        themes.changed.connect(self._recolour)
        self._task = LatestTask(self, name="gallery")
        self._task.done.connect(self._fill)
        self._task.failed.connect(self.failed)
        self._samples: Samples | None = None
        self._which = ""
        self._image_shape: ImageShape = (1, 1)
        self._caption = QLabel(tr(_HINT), self)
        self._caption.setObjectName("gallery_caption")
        self._caption.setProperty("muted", True)
        self._caption.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setObjectName("confusion_gallery")
        self._list.setAccessibleName(tr("Images of the chosen cell"))
        self._list.setViewMode(QListView.ViewMode.IconMode)
        self._list.setMovement(QListView.Movement.Static)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setUniformItemSizes(True)
        self._list.setIconSize(QSize(_SIDE, _SIDE))
        self._list.setSpacing(4)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self._caption)
        column.addWidget(self._list, 1)

    def close_task(self) -> None:
        """Ends the background work."""
        self._task.close()

    def keep_only(self, samples: Samples | None, which: str) -> None:
        """Empties it unless it shows images of this set."""
        if self._samples is not samples:
            self._empty()
            self._samples, self._which = samples, which

    def show_cell(
        self,
        caption: str,
        snapshot: ModelSnapshot,
        data: PreparedData,
        which: str,
        rows: npt.NDArray[np.int64],
        cell: tuple[int, int],
    ) -> None:
        """Shows the images of a cell.

        Args:
            caption: What the cell counts.
            which: Their set: ``train``, ``validation`` or ``test``.
            rows: The numbers of the images.
            cell: True and predicted class.
        """
        self._empty()
        samples = data.samples(which)
        self._samples, self._which, self._image_shape = samples, which, data.image_shape
        more = (
            tr("; the {MOST_THUMBNAILS} least certain", MOST_THUMBNAILS=MOST_THUMBNAILS)
            if len(rows) > MOST_THUMBNAILS
            else ""
        )
        self._caption.setText(caption + more)
        if len(rows):
            self._task.submit(_pictures, snapshot, samples, rows, *cell)

    def _empty(self) -> None:
        self._task.forget()
        self._list.clear()
        self._caption.setText(tr(_HINT))

    @Slot(object)
    def _fill(self, pictures: list[CellImage]) -> None:
        if self._samples is None:
            return
        self._list.clear()
        for picture in pictures:
            item = QListWidgetItem(
                self._thumbnail(picture.index), f"{picture.index}\n{picture.text}"
            )
            item.setData(Qt.ItemDataRole.UserRole, picture.index)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                tr(
                    "Image {index} of the {which} set, {picture_text}",
                    index=picture.index,
                    which=self._which,
                    picture_text=picture.text,
                ).replace("\n", ", "),
            )
            item.setToolTip(
                tr(
                    "Image {index} of the {which} set. {picture_text}\nClick to draw on with it.",
                    index=picture.index,
                    which=self._which,
                    picture_text=picture.text,
                )
            )
            self._list.addItem(item)

    def _thumbnail(self, index: int) -> QIcon:
        assert self._samples is not None  # noqa: S101 - the caller has checked
        picture = self._samples.x[index].reshape(self._image_shape)
        image = picture_image(picture, self._themes.theme)
        return QIcon(QPixmap.fromImage(image.scaled(_SIDE, _SIDE)))

    @Slot()
    def _recolour(self) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setIcon(self._thumbnail(int(item.data(Qt.ItemDataRole.UserRole))))

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.image_chosen.emit(int(item.data(Qt.ItemDataRole.UserRole)), self._which)


def _pictures(
    snapshot: ModelSnapshot,
    samples: Samples,
    rows: npt.NDArray[np.int64],
    true: int,
    predicted: int,
) -> list[CellImage]:
    """The images of a cell with their scores, least certain first."""
    rows = rows[: 10 * MOST_THUMBNAILS]
    x = samples.x[rows]
    margin = np.zeros(len(rows))
    texts = [""] * len(rows)
    if snapshot.ff is not None:
        starts = range(0, len(rows), _CHUNK)
        total = np.concatenate([snapshot.ff.total_goodness(x[i : i + _CHUNK]) for i in starts])
        others = total.copy()
        others[:, predicted] = -np.inf
        margin = total[:, predicted] - (total[:, true] if true != predicted else others.max(axis=1))
        texts = [
            tr("FF +{m}", m=write_number(m, ".2f"))
            if m >= 0
            else tr("FF −{m}", m=write_number(-m, ".2f"))
            for m in margin
        ]
    if snapshot.bp is not None:
        p = snapshot.bp.probabilities(x)[:, predicted]
        texts = [
            tr("{t}\nBP {v}", t=t, v=write_percent(v, 0)).strip()
            for t, v in zip(texts, p, strict=True)
        ]
        if snapshot.ff is None:
            margin = p.astype(np.float64)
    order = np.argsort(margin)[:MOST_THUMBNAILS]
    return [CellImage(int(rows[i]), texts[i], float(margin[i])) for i in order]
