"""A square of cells, one for each pair of classes, chosen by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.core.words import say_all
from ffstudio.gui.forms.grid_keys import ARROWS, CHOOSE, move_in_table
from ffstudio.gui.style.theme import ThemeManager


class CellMatrix(QWidget):
    """What every matrix of classes does with mouse and keys; each paints its own cells.

    Args:
        name: Its object name; ``spoken_name``: what screen readers call it.

    Signals:
        cell_chosen(row, column): A cell was clicked, or Enter pressed on it.
    """

    KEYS = say_all(
        (
            ("Arrows", "In a matrix: go to another cell."),
            ("Home, End, PgUp, PgDn", "In a matrix: the ends of the row, and of the column."),
            ("Ctrl+Home, Ctrl+End", "In a matrix: the first and the last cell."),
            ("Enter, Space", "In a matrix: show the images behind the cell."),
        )
    )

    cell_chosen = Signal(int, int)

    def __init__(
        self, name: str, spoken_name: str, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        self._classes: tuple[str, ...] = ()
        self._selected: tuple[int, int] | None = None
        themes.changed.connect(self.update)

    # --- what each has of its own ---------------------------------------------------------

    @property
    def has_cells(self) -> bool:
        """Whether anything is shown: a cell for each pair of classes."""
        raise NotImplementedError

    def cells_place(self) -> QRectF:
        """The square of all cells, in widget coordinates."""
        raise NotImplementedError

    def tell_cell(self, row: int, column: int) -> str:
        """The tip of a cell."""
        raise NotImplementedError

    def describe(self) -> None:
        """Tells screen readers what is shown, and which cell is selected."""
        raise NotImplementedError

    # --- cells ------------------------------------------------------------------------------

    @property
    def selected(self) -> tuple[int, int] | None:
        return self._selected

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """A cell in widget coordinates."""
        place = self.cells_place()
        size = place.width() / max(len(self._classes), 1)
        return QRectF(place.left() + column * size, place.top() + row * size, size, size)

    def _cell_at(self, position: QPointF) -> tuple[int, int] | None:
        if not self.has_cells:
            return None
        place, last = self.cells_place(), len(self._classes) - 1
        if not place.contains(position):
            return None
        size = place.width() / len(self._classes)
        row = int((position.y() - place.top()) / size)
        column = int((position.x() - place.left()) / size)
        return min(row, last), min(column, last)

    def take_classes(self, classes: tuple[str, ...]) -> None:
        """Other cells: what is selected stays where it can."""
        self._classes = classes
        if self.has_cells and self._selected and max(self._selected) >= len(classes):
            self._selected = None
        self.describe()
        self.update()

    def _select(self, cell: tuple[int, int]) -> None:
        self._selected = cell
        self.describe()
        self.update()

    # --- mouse and keys -----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        self.setFocus()
        if cell is not None:
            self._select(cell)
            self.cell_chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.has_cells:
            super().keyPressEvent(event)
            return
        size = (len(self._classes),) * 2
        far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        cell = move_in_table(event.key(), self._selected or (0, 0), size, far=far)
        if cell is not None:
            # The first arrow only shows where one is.
            is_first = event.key() in ARROWS and self._selected is None
            self._select((0, 0) if is_first else cell)
        elif self._selected and event.key() in CHOOSE:
            self.cell_chosen.emit(*self._selected)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            if cell is not None:
                QToolTip.showText(event.globalPos(), self.tell_cell(*cell), self)
            return True
        return super().event(event)
