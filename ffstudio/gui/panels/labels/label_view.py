"""The layers under one label; digits and arrows choose another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.panels.labels.looks_painter import Scrub, paint_scrub, scrub_height
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import ThemeManager


class LabelView(QWidget):
    """See the module docstring.

    Signals:
        label_wanted(label): Another label shall be embedded.
    """

    KEYS = say_all(
        (
            ("0…9", "In the label view: embed this label."),
            ("Left, Right", "In the label view: the label before or after."),
        )
    )

    label_wanted = Signal(int)

    def __init__(self, scrub: Scrub, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label_view")
        self.setAccessibleName(tr("Layers under the label"))
        self.setToolTip(
            tr(
                "Per layer the activity of every unit under the label, its difference, and the "
                "goodness of every label.\nFilled: the label that is embedded. Framed: the true one. "
                "Dashed: the threshold."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scrub, self._themes = scrub, themes
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """Another image, other weights, or another label."""
        looks = self._scrub.looks
        layers = len(looks.activities) if looks is not None else 0
        self.setMinimumHeight(round(scrub_height(QFontMetricsF(self.font()), layers)) + 16)
        words = [self._scrub.goodness_words(i) for i in range(layers)]
        self.setAccessibleDescription(". ".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_scrub(painter, QRectF(self.rect()).adjusted(8, 8, -8, -8), theme, self._scrub)
        if self.hasFocus():
            paint_focus_ring(painter, self.visibleRegion().boundingRect(), theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if text.isdecimal() and len(text) == 1:
            self.label_wanted.emit(int(text))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            self.label_wanted.emit(self._scrub.label + by)
        else:
            super().keyPressEvent(event)
