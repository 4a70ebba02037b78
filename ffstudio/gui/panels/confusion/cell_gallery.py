"""The images behind a cell of a confusion matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.words import tr
from ffstudio.gui.plots.image_gallery import MOST_THUMBNAILS, ImageGallery
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask

_CHUNK = 500


@dataclass(frozen=True)
class CellImage:
    """One image of a cell with its scores."""

    index: int
    text: str
    margin: float


class CellGallery(ImageGallery):
    """Thumbnails with what the nets make of them, the least certain first.

    Signals:
        failed(message, details): The nets could not be asked.
    """

    failed = Signal(str, str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        hint = tr("Click a cell to see its images.")
        super().__init__("confusion_gallery", "gallery_caption", hint, themes, parent)
        self._asked: tuple[str, PreparedData, str] | None = None  # caption, data and set
        self._task = LatestTask(self, name="gallery")
        self._task.done.connect(self._fill)
        self._task.failed.connect(self.failed)

    def close_task(self) -> None:
        """Ends the background work."""
        self._task.close()

    def keep_only(self, samples: Samples | None) -> None:
        """Empties it unless it shows images of this set."""
        if self._samples is not samples:
            self.empty()

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
        self.empty()
        if len(rows) > MOST_THUMBNAILS:
            caption += tr("; the {MOST_THUMBNAILS} least certain", MOST_THUMBNAILS=MOST_THUMBNAILS)
        self._asked = caption, data, which
        self.show_images(caption, data.samples(which), data.image_shape, which, (), ())
        if len(rows):
            self._task.submit(_pictures, snapshot, data.samples(which), rows, *cell)

    def empty(self) -> None:
        """Shows no image, and none that is still on its way."""
        self._task.forget()
        self._asked = None
        super().empty()

    @Slot(object)
    def _fill(self, pictures: list[CellImage]) -> None:
        if self._asked is None:
            return
        caption, data, which = self._asked
        rows, texts = [p.index for p in pictures], [p.text for p in pictures]
        self.show_images(caption, data.samples(which), data.image_shape, which, rows, texts)


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
