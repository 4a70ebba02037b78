"""Saves and copies the drawing and the picture that the network sees of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.words import tr
from ffstudio.gui.panels.draw.tool_row import IconButton
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.state import UserError

LARGE_SIDE = 560


class PictureSaver(QObject):
    """The commands behind the save button.

    Args:
        net_picture: The picture the network sees, one pixel per pixel.
        drawing: The drawing, as large as it is asked for.

    Signals:
        told(text): What was done, for the status bar.
        failed(UserError): Why it could not be done.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        net_picture: Callable[[], QImage],
        drawing: Callable[[int], QImage],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._net_picture, self._drawing, self._window = net_picture, drawing, parent

    def make_button(self, themes: ThemeManager) -> QToolButton:
        """A button with all of them in its menu."""
        button = IconButton(
            "save", tr("Save Picture"), tr("Save or copy the picture as PNG."), themes, self._window
        )
        button.setObjectName("save_drawing_button")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setObjectName("save_drawing_menu")
        for text, act in (
            (tr("Save the Network's Picture…"), self._ask_net_picture),
            (tr("Save the Drawing…"), self._ask_drawing),
            (tr("Copy the Network's Picture"), self._copy_net_picture),
            (tr("Copy the Drawing"), self._copy_drawing),
        ):
            menu.addAction(text).triggered.connect(act)
        button.setMenu(menu)
        return button

    def save_net_picture(self, path: Path) -> None:
        """Writes the picture the network sees, one pixel per pixel."""
        self._save(self._net_picture(), path)

    def save_drawing(self, path: Path, side: int = LARGE_SIDE) -> None:
        """Writes the drawing as large as ``side`` pixels."""
        self._save(self._drawing(side), path)

    @Slot()
    def _ask_net_picture(self) -> None:
        path = self._ask(tr("Save the Network's Picture"), "digit.png")
        if path:
            self.save_net_picture(Path(path))

    @Slot()
    def _ask_drawing(self) -> None:
        path = self._ask(tr("Save the Drawing"), "drawing.png")
        if path:
            self.save_drawing(Path(path))

    def _ask(self, title: str, name: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self._window, title, name, tr("PNG (*.png)"))
        return path

    @Slot()
    def _copy_net_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self._net_picture())
        self.told.emit(tr("Copied the network's picture."))

    @Slot()
    def _copy_drawing(self) -> None:
        QGuiApplication.clipboard().setImage(self._drawing(LARGE_SIDE))
        self.told.emit(tr("Copied the drawing."))

    def _save(self, image: QImage, path: Path) -> None:
        if path.suffix.lower() != ".png":
            path = path.with_name(path.name + ".png")

        def write(temporary: Path) -> None:
            if not image.save(str(temporary), "PNG"):  # type: ignore[call-overload]
                raise OSError("the picture could not be written")

        try:
            write_atomically(path, write)
        except (OSError, FfstudioError) as error:
            text = tr(
                "{path} cannot be written ({error_words}). Choose another place.",
                path=path,
                error_words=error_words(error),
            )
            self.failed.emit(UserError(tr("The picture was not saved"), text))
            return
        self.told.emit(tr("Saved {path}", path=path))
