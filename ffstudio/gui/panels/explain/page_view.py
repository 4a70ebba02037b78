"""A page's figure on the screen; arrows turn pages, digits choose the label."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.panels.explain.page_figure import measure_height, page_of, paint_page
from ffstudio.gui.panels.explain.view_state import ViewState
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import ThemeManager

_MARGIN = 12


class PageView(QWidget):
    """See the module docstring.

    Signals:
        turned(by): 1 for the next page, −1 for the one before.
        label_wanted(label): Another label shall be embedded.
    """

    KEYS = say_all(
        (
            ("Left, Right", "In the figure of Explain: the page before or after."),
            ("0…9", "In the figure of Explain: embed this label."),
        )
    )

    turned = Signal(int)
    label_wanted = Signal(int)

    def __init__(
        self, state: ViewState, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("explain_view")
        self.setAccessibleName(tr("Figure of the page"))
        self.setToolTip(
            tr(
                "Drawn from the net that is shown, and drawn anew as it learns. Filled: what is "
                "chosen or wins. Framed: the true label. Dashed: the threshold."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        self._state, self._themes = state, themes
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """There is another page, image, net or label."""
        self._fit()
        self.setAccessibleDescription(page_of(self._state).title)
        self.update()

    def _fit(self) -> None:
        width = self.width() - 2 * _MARGIN
        height = measure_height(self._state, QFontMetricsF(self.font()), width)
        # (Hidden, it would not be given the width that its height follows.)
        self.setFixedHeight(round(height) + 2 * _MARGIN if height else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint_page(painter, place, theme, self._state)
        if self.hasFocus():
            paint_focus_ring(painter, self.visibleRegion().boundingRect(), theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit(1 if key == Qt.Key.Key_Right else -1)
        elif text.isdecimal() and len(text) == 1:
            self.label_wanted.emit(int(text))
        else:
            super().keyPressEvent(event)
