"""How keys lead through things that stand in rows."""

from __future__ import annotations

from PySide6.QtCore import Qt

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
ARROWS = tuple(_STEPS)
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
# Keys that take what has been gone to.
CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def move_in_rows(key: int, at: int, count: int, columns: int, page: int) -> int | None:
    """Where a key leads in ``count`` things that fill rows of ``columns``.

    Left and right go on from row to row; up and down stay in their column, and where there is
    no row they stay. Home and End are the first and the last of all.

    Args:
        key: A ``Qt.Key``.
        at: The present one, or −1 for none: arrows then choose the first.
        page: Rows that Page Up and Page Down go.

    Returns:
        The new one, or None when the key leads nowhere here.
    """
    pressed = Qt.Key(key)
    if count < 1 or not (pressed in _STEPS or pressed in _PAGES or pressed in _ENDS):
        return None
    if pressed in _ENDS:
        return 0 if pressed is Qt.Key.Key_Home else count - 1
    if at < 0:
        return 0
    if pressed in _STEPS:
        down, right = _STEPS[pressed]
        new = at + down * columns + right
        return new if 0 <= new < count else at
    # As far as there are rows in this column.
    rows = _PAGES[pressed] * max(page, 1)
    column = at % columns
    last = (count - 1 - column) // columns
    return min(max(at // columns + rows, 0), last) * columns + column


def move_in_table(
    key: int, at: tuple[int, int], size: tuple[int, int], *, far: bool
) -> tuple[int, int] | None:
    """Where a key leads in a table, as in a spreadsheet.

    Home and End are the ends of the row, Page Up and Page Down those of the column; ``far``
    (Ctrl) leads to the corners.

    Args:
        at: Row and column; ``size``: how many there are of each.

    Returns:
        The new row and column, or None when the key leads nowhere here.
    """
    pressed, (row, column) = Qt.Key(key), at
    last_row, last_column = size[0] - 1, size[1] - 1
    if pressed in _STEPS:
        down, right = _STEPS[pressed]
        return min(max(row + down, 0), last_row), min(max(column + right, 0), last_column)
    if pressed is Qt.Key.Key_Home:
        return (0 if far else row), 0
    if pressed is Qt.Key.Key_End:
        return (last_row if far else row), last_column
    if pressed in _PAGES:
        return (0 if pressed is Qt.Key.Key_PageUp else last_row), column
    return None
