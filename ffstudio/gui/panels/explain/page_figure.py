"""The figures of the pages, one a page: painted on the screen and in files alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ffstudio.core.look.explained import Explained
from ffstudio.gui.figures.figure import Table, figure_font
from ffstudio.gui.panels.explain import backward_figures as back
from ffstudio.gui.panels.explain import forward_figures as forward
from ffstudio.gui.panels.explain.brush import Brush, line_height
from ffstudio.gui.panels.explain.pages import PAGES, ExplainPage, state_words, why_no_figure
from ffstudio.gui.panels.explain.view_state import ViewState
from ffstudio.gui.style.theme import Theme

_WIDTH, _MARGIN = 468.0, 10.0


@dataclass(frozen=True)
class _Painting:
    """How a page's figure is made.

    Attributes:
        height: From what is explained, a line's height and the width.
        table: The numbers behind it.
    """

    height: Callable[[Explained, float, float], float]
    paint: Callable[[Brush, QRectF, ViewState], None]
    table: Callable[[ViewState], Table]


_PAINTINGS = {
    "goodness": _Painting(forward.goodness_height, forward.paint_goodness, forward.goodness_table),
    "passes": _Painting(forward.passes_height, forward.paint_passes, forward.passes_table),
    "local": _Painting(back.local_height, back.paint_local, back.local_table),
    "labels": _Painting(forward.labels_height, forward.paint_labels, forward.labels_table),
    "prediction": _Painting(
        forward.prediction_height, forward.paint_prediction, forward.prediction_table
    ),
    "backprop": _Painting(back.backprop_height, back.paint_backprop, back.backprop_table),
}


def page_of(state: ViewState) -> ExplainPage:
    """The page that is shown."""
    return next(page for page in PAGES if page.name == state.page)


def measure_height(state: ViewState, metrics: QFontMetricsF, width: float) -> float:
    """How high a page's figure is; 0 where it has none."""
    made = state.explained
    if made is None or why_no_figure(page_of(state), made):
        return 0.0
    return _PAINTINGS[state.page].height(made, line_height(metrics), width)


def paint_page(painter: QPainter, rect: QRectF, theme: Theme, state: ViewState) -> None:
    """Paints a page's figure."""
    if state.explained is not None and not why_no_figure(page_of(state), state.explained):
        _PAINTINGS[state.page].paint(Brush(painter, theme), rect, state)


class PageFigure:
    """A page's figure, for export; it shows what the panel shows, whichever page is open.

    Args:
        state: The panel's; image and label come from it.
    """

    figure_min_width = 300.0

    def __init__(self, page: ExplainPage, state: ViewState) -> None:
        self._page, self._panel = page, state

    @property
    def _state(self) -> ViewState:
        return replace(self._panel, page=self._page.name)

    @property
    def figure_name(self) -> str:
        return f"explain-{self._page.name}"

    @property
    def figure_title(self) -> str:
        return self._page.title

    def figure_size(self) -> QSizeF:
        metrics = QFontMetricsF(figure_font())
        inner = measure_height(self._state, metrics, _WIDTH - 2 * _MARGIN)
        if not inner:
            return QSizeF()
        return QSizeF(_WIDTH, inner + 2 * _MARGIN + 1.4 * line_height(metrics))

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        state = self._state
        if state.explained is None:
            return
        brush = Brush(painter, theme)
        inner = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        head = QRectF(inner.left(), inner.top(), inner.width(), brush.line)
        wide = brush.write(head, self._page.title, is_bold=True)
        said = state_words(self._page, state.explained)
        brush.write(head.adjusted(wide + 8, 0, 0, 0), said, color=QColor(theme.muted))
        paint_page(painter, inner.adjusted(0, 1.4 * brush.line, 0, 0), theme, state)

    def figure_table(self) -> Table:
        """The numbers behind the picture."""
        return _PAINTINGS[self._page.name].table(self._state)
