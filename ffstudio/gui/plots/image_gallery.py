"""Thumbnails of images of a set, each with a word about it; one is taken by a click or Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ffstudio.core.image_shape import ImageShape
from ffstudio.core.images.data import Samples
from ffstudio.core.words import tr
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.style.wrapped_label import WrappedLabel

MOST_THUMBNAILS = 200
_SIDE = 56


class ImageGallery(QWidget):
    """A caption and the images below it.

    Args:
        name: The list's object name; ``caption_name``: that of the text above it.
        hint: What stands there while nothing is shown.

    Signals:
        image_chosen(index, which): One was clicked.
    """

    image_chosen = Signal(int, str)

    def __init__(
        self,
        name: str,
        caption_name: str,
        hint: str,
        themes: ThemeManager,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes, self._hint = themes, hint
        themes.changed.connect(self._recolour)
        self._samples: Samples | None = None
        self._which = ""
        self._image_shape: ImageShape = (1, 1)
        self._caption = WrappedLabel(hint, self)
        self._caption.setObjectName(caption_name)
        self._caption.setProperty("muted", True)
        self._list = QListWidget(self)
        self._list.setObjectName(name)
        self._list.setAccessibleName(tr("Images of what is chosen"))
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

    def empty(self) -> None:
        """Shows no image."""
        self._samples = None
        self._list.clear()
        self._caption.setText(self._hint)

    def show_images(
        self,
        caption: str,
        samples: Samples,
        image_shape: ImageShape,
        which: str,
        rows: Sequence[int],
        texts: Sequence[str],
    ) -> None:
        """Shows images.

        Args:
            samples: The set they are of; ``which``: its name.
            rows: Their numbers in it; the first 200 are shown.
            texts: What is said of each.
        """
        self._list.clear()
        self._samples, self._which, self._image_shape = samples, which, image_shape
        self._caption.setText(caption)
        for row, text in zip(rows[:MOST_THUMBNAILS], texts, strict=False):
            item = QListWidgetItem(self._thumbnail(int(row)), f"{row}\n{text}")
            item.setData(Qt.ItemDataRole.UserRole, int(row))
            about = tr(
                "Image {index} of the {which} set, {text}",
                index=int(row),
                which=which,
                text=text.replace("\n", ", "),
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, about)
            item.setToolTip(tr("{about}.\nClick to draw on with it.", about=about))
            self._list.addItem(item)

    @property
    def caption(self) -> str:
        """What is shown, in words."""
        return self._caption.text()

    @property
    def rows(self) -> list[int]:
        """The numbers of the images that are shown."""
        items = [self._list.item(at) for at in range(self._list.count())]
        return [int(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def _thumbnail(self, index: int) -> QIcon:
        assert self._samples is not None  # noqa: S101 - the caller has checked
        picture = self._samples.x[index].reshape(self._image_shape)
        image = picture_image(picture, self._themes.theme)
        return QIcon(QPixmap.fromImage(image.scaled(_SIDE, _SIDE)))

    @Slot()
    def _recolour(self) -> None:
        for at in range(self._list.count()):
            item = self._list.item(at)
            item.setIcon(self._thumbnail(int(item.data(Qt.ItemDataRole.UserRole))))

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.image_chosen.emit(int(item.data(Qt.ItemDataRole.UserRole)), self._which)
