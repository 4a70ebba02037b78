"""Figures on the clipboard: as pixels, as vectors, and as a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ffstudio.core.errors import FfstudioError
from ffstudio.core.words import tr
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, NATURAL
from ffstudio.gui.figures.figure import Figure, refuse_blank, render_image, table_tsv


def copy_figure(figure: Figure) -> None:
    """Puts the picture (pixels and vectors) and its data (TSV) on the clipboard.

    Raises:
        FfstudioError: It is blank, or cannot be painted; says why.
    """
    refuse_blank(figure)
    mime = QMimeData()
    mime.setImageData(render_image(figure, dpi=192))
    for known in FIGURE_FORMATS.values():
        if known.mime:
            mime.setData(known.mime, QByteArray(known.content(figure, NATURAL)))
    mime.setText(table_tsv(figure))
    QGuiApplication.clipboard().setMimeData(mime)


def install_copy(
    widget: QWidget, figure: Callable[[], Figure | None], tell: Callable[[str], Any]
) -> QShortcut:
    """Has Ctrl+C in ``widget`` and its children copy a figure.

    Args:
        figure: The figure to copy, or None for nothing.
        tell: Takes a sentence for the status bar.
    """
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def copy() -> None:
        shown = figure()
        if shown is None:
            return
        try:
            copy_figure(shown)
        except FfstudioError as error:
            tell(str(error))
        else:
            tell(
                tr(
                    "Copied “{figure_title}” as a picture and a table.",
                    figure_title=shown.figure_title,
                )
            )

    shortcut.activated.connect(copy)
    return shortcut
