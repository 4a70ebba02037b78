"""A closer look at one unit, and what is to be said of the whole layer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.panels.filters.color_bar import ColorBar
from ffstudio.gui.panels.filters.layer_filters import Filters
from ffstudio.gui.panels.filters.tiles import color_pixels, to_image
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.colormaps import diverge_pixels
from ffstudio.gui.style.theme import ThemeManager

_SIDE = 132


class UnitDetail(QWidget):
    """Below the tiles: a picture, words, and the scale of colours.

    Attributes:
        bar: The scale of colours of the tiles.
    """

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._picture = QLabel(self)
        self._picture.setObjectName("filter_detail_picture")
        self._picture.setFixedSize(_SIDE, _SIDE)
        self._text = QLabel(self)
        self._text.setObjectName("filter_detail_text")
        self._text.setWordWrap(True)
        self.bar = ColorBar(themes, self)
        self._summary = QLabel(self)
        self._summary.setObjectName("filter_summary")
        self._summary.setWordWrap(True)
        self._summary.setProperty("muted", True)
        words = QVBoxLayout()
        words.addWidget(self._summary)
        words.addWidget(self._text)
        words.addStretch(1)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture)
        row.addLayout(words, 1)

    def show_summary(self, text: str) -> None:
        """What there is to say of the layer."""
        self._summary.setText(text)

    def show_unit(
        self, filters: Filters | None, unit: int, map_input: npt.NDArray[np.float32] | None
    ) -> None:
        """Shows one unit, or says how to choose one.

        Args:
            unit: 0-based, or −1 for none.
            map_input: The picture that feature maps answer to.
        """
        if filters is None or unit < 0:
            self._show_none(filters, map_input)
            return
        words = filters.describe(unit).split(f"\n{filters.value}")[0]
        if filters.value == "weight":
            largest = float(np.abs(filters.kernel[:, unit]).max())
            words += tr("\nlargest weight ±{largest}", largest=number_text(largest, digits=3))
        self._text.setText(words)
        self._picture.setVisible(filters.image_shape is not None)
        if filters.image_shape is not None:
            tile = filters.kernel[:, unit].reshape(filters.image_shape)
            limit = float(np.abs(tile).max()) or 1.0
            # Its own limit, so that a faint unit can be read here; the text says which.
            theme = self._themes.theme
            if filters.is_coloured:
                colors = color_pixels(filters.kernel[:, [unit]], limit).reshape(filters.size)
            else:
                colors = diverge_pixels(tile, limit, theme.is_dark, theme.colors.weights)
            image = to_image(colors)
            self._picture.setPixmap(QPixmap.fromImage(image.scaled(_SIDE, _SIDE)))

    def _show_none(
        self, filters: Filters | None, map_input: npt.NDArray[np.float32] | None
    ) -> None:
        self._picture.setVisible(filters is not None and filters.value != "weight")
        if map_input is not None:
            image = picture_image(map_input, self._themes.theme).scaled(_SIDE, _SIDE)
            self._picture.setPixmap(QPixmap.fromImage(image))
        text = tr("Click a unit for a closer look.")
        if filters is not None and filters.image_shape is None:
            text = tr(
                "One column per unit, {rows_text}. Click a column to name it.",
                rows_text=filters.rows_text,
            )
        elif filters is not None:
            text = tr("Click a {unit} for a closer look.", unit=filters.unit)
        self._text.setText("" if filters is None else text)
