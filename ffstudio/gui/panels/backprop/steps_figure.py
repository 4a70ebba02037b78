"""All numbers of the inspector, for export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ffstudio.core.look.gradient_check import CheckedArray
from ffstudio.core.words import spoken
from ffstudio.gui.figures.figure import Table, figure_font
from ffstudio.gui.panels.backprop.cards import Card, Sizes, lay_out, paint_cards
from ffstudio.gui.panels.backprop.formulas import formula, step_title
from ffstudio.gui.panels.backprop.page import Page
from ffstudio.gui.style.theme import Theme

# A deep net's cards stand side by side rather than in a figure many times as high as it is wide.
_WIDTHS = (720.0, 1080.0, 1440.0, 1800.0)
MOST_TIMES_AS_HIGH = 2.0
# A table is made for people and spreadsheets.
_MOST_ROWS = 20_000


class StepsFigure:
    """The cards at the present step, under its formula."""

    figure_name = "backprop-steps"
    figure_title = spoken("Backprop step by step")

    def __init__(self, page: Page, name_image: Callable[[], str]) -> None:
        self._page, self._name_image = page, name_image

    @property
    def figure_image(self) -> str:
        return self._name_image()

    def figure_size(self) -> QSizeF:
        if self._page.inspection is None:
            return QSizeF()
        metrics = QFontMetricsF(figure_font())
        cards, height = _lay_out(self._page, Sizes.of(metrics))
        wide = max(card.rect.right() for card in cards) + 10
        return QSizeF(max(wide, 300.0), height + 3.4 * metrics.height())

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        inspection = self._page.inspection
        if inspection is None:
            return
        metrics = QFontMetricsF(figure_font())  # as in figure_size: cards stand where they fit
        line = metrics.height()
        painter.setPen(QColor(theme.text))
        step = self._page.step
        texts = (step_title(inspection, step), formula(inspection, step))
        for k, text in enumerate(texts):
            place = QRectF(
                rect.left() + 10, rect.top() + 6 + k * line * 1.3, rect.width(), line * 1.2
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, text)
        sizes = Sizes.of(metrics)
        cards, _ = _lay_out(self._page, sizes)
        painter.save()
        painter.translate(rect.left(), rect.top() + 3.2 * line)
        paint_cards(painter, cards, self._page, sizes, theme, QRectF(0, 0, 1e5, 1e5))
        painter.restore()

    def figure_table(self) -> Table:
        """Every number of every layer, but of large layers' weights those that are shown."""
        header = ["layer", "unit", "input", "quantity", "value", "tensorflow", "numerical"]
        rows: list[list[object]] = []
        inspection = self._page.inspection
        if inspection is None:
            return header, rows
        for i, layer in enumerate(inspection.traced.layers):
            for name, values in (
                ("z", layer.before), ("a", layer.after), ("delta", layer.delta)
            ):  # fmt: skip
                rows += [
                    [i + 1, unit + 1, place, name, value, "", ""]
                    for unit, place, value in _list_numbers(values, self._page.list_shown(i)[0])
                ]
            pairs = [("weight", "weight_gradient", layer.weights, layer.weight_gradients, 0)]
            if layer.has_bias:
                bias, gradient = layer.bias[None], layer.bias_gradient[None]
                pairs.append(("bias", "bias_gradient", bias, gradient, 1))
            for name, of_it, values, gradients, part in pairs:
                checked = self._page.check.of(layer.path, part) if self._page.check else None
                for at in self._places(i, values):
                    source: object = at[0] + 1 if part == 0 else ""
                    rows.append([i + 1, at[1] + 1, source, name, float(values[at]), "", ""])
                    others = _others(checked, int(np.ravel_multi_index(at, values.shape)))
                    rows.append([i + 1, at[1] + 1, source, of_it, float(gradients[at]), *others])
        rows.append(["", "", "", "loss", inspection.traced.loss, "", ""])
        return header, rows

    def _places(self, layer: int, values: np.ndarray) -> Iterable[tuple[int, ...]]:
        """Which numbers of a layer's weights are written: all, or of a large one those shown."""
        if values.size <= _MOST_ROWS:
            return np.ndindex(values.shape)
        units, sources = self._page.list_shown(layer)
        return [(source, unit) for source in sources for unit in units]


def _lay_out(page: Page, sizes: Sizes) -> tuple[list[Card], float]:
    """Places of all cards in the narrowest figure that is not too high."""
    made = lay_out(page, _WIDTHS[0], sizes)
    for width in _WIDTHS[1:]:
        if made[1] <= MOST_TIMES_AS_HIGH * width:
            break
        made = lay_out(page, width, sizes)
    return made


def _list_numbers(values: np.ndarray, shown: list[int]) -> Iterator[tuple[int, object, float]]:
    """Unit, place (row, column) and number; of images those of the channels that are shown."""
    if values.ndim == 1:
        yield from ((unit, "", value) for unit, value in enumerate(values.tolist()))
        return
    for unit in shown:
        for place in np.ndindex(values.shape[:2]):
            yield unit, f"{place[0] + 1}, {place[1] + 1}", float(values[(*place, unit)])


def _others(checked: CheckedArray | None, at: int) -> list[object]:
    """TensorFlow's and the numerical gradient of a number, as far as they are known."""
    if checked is None:
        return ["", ""]
    engine: object = "" if checked.engine is None else float(checked.engine.reshape(-1)[at])
    where = np.flatnonzero(checked.places == at)
    numerical: object = float(checked.numerical[where[0]]) if where.size else ""
    return [engine, numerical]
