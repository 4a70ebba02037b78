"""The images that were made: one is chosen by mouse or keys, and goes to the pad."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.grid_keys import CHOOSE, move_in_rows
from ffstudio.gui.panels.wants.wanted_painter import (
    Wanted,
    WantedPlaces,
    lay_out_wanted,
    paint_wanted,
)
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import ThemeManager

_AROUND = 8


class WantedView(QWidget):
    """See the module docstring.

    Signals:
        image_chosen(row): Another one shall be large.
        pad_wanted(row): One shall be put on the drawing pad.
    """

    KEYS = say_all(
        (
            ("Arrows, Home, End", "On the sheet of wanted images: choose another image."),
            ("Enter", "On the sheet of wanted images: put the image on the drawing pad."),
        )
    )

    image_chosen = Signal(int)
    pad_wanted = Signal(int)

    def __init__(self, wanted: Wanted, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted, self._themes = wanted, themes
        self.setObjectName("wanted_view")
        self.setAccessibleName(tr("Images that the layer wants"))
        self.setToolTip(
            tr("Click an image to see it large; double-click it to put it on the drawing pad.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        themes.changed.connect(self.update)

    @property
    def wanted(self) -> Wanted:
        """What is painted."""
        return self._wanted

    @property
    def places(self) -> WantedPlaces:
        """Where everything is, in widget coordinates."""
        inner = QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        return lay_out_wanted(inner, QFontMetricsF(self.font()), self._wanted)

    def refresh(self) -> None:
        """There are other images, or another one is large."""
        self._fit()
        self.setAccessibleDescription(self._wanted.words(self._wanted.chosen))
        self.update()

    def _fit(self) -> None:
        self.setMinimumHeight(round(self.places.height) + 2 * _AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_wanted(painter, self.places, theme, self._wanted)
        if self.hasFocus():
            paint_focus_ring(painter, self.visibleRegion().boundingRect(), theme)

    def _under(self, at: QPointF) -> int:
        places = self.places
        return self._wanted.chosen if places.large.contains(at) else places.tile_at(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and under >= 0:
            self.image_chosen.emit(under)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and under >= 0 and self._wanted.count:
            self.pad_wanted.emit(under)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted, key = self._wanted, event.key()
        new = move_in_rows(key, wanted.chosen, wanted.count, self.places.columns, 1)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in CHOOSE and key != Qt.Key.Key_Space and wanted.count:
            self.pad_wanted.emit(wanted.chosen)
        elif new is not None:
            self.image_chosen.emit(new)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Says of an image how far it was raised."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self._under(QPointF(event.pos()))
            if under >= 0 and under < self._wanted.count:
                text = f"{self._wanted.words(under)}\n{self.toolTip()}"
                QToolTip.showText(event.globalPos(), text, self)
                return True
        return bool(super().event(event))
