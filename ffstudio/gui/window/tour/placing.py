"""Where a card stands that speaks of something without covering it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

_GAP, _EDGE = 14, 10


def place_beside(size: QSize, target: QRect | None, room: QRect) -> QPoint:
    """The upper left corner of a card of that size.

    Beside the target where that is possible; else where the least of it is covered.

    Args:
        target: What it speaks of; None has the card in the middle.
        room: Where the card may be.
    """
    if target is None or not target.isValid():
        return room.center() - QPoint(size.width() // 2, size.height() // 2)
    middle = target.center()
    left, top = middle.x() - size.width() // 2, middle.y() - size.height() // 2
    right_of, left_of = target.right() + _GAP, target.left() - _GAP - size.width()
    below, above = target.bottom() + _GAP, target.top() - _GAP - size.height()
    inner = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    corners = [
        QPoint(x, y)
        for y in (inner.bottom() - size.height(), inner.top())
        for x in (inner.right() - size.width(), inner.left())
    ]
    wanted = [
        QPoint(right_of, top),
        QPoint(left_of, top),
        QPoint(left, below),
        QPoint(left, above),
        *corners,
    ]
    places = [_keep_inside(point, size, inner) for point in wanted]
    return min(places, key=lambda point: _overlap(QRect(point, size), target))


def _keep_inside(point: QPoint, size: QSize, room: QRect) -> QPoint:
    x = max(min(point.x(), room.right() - size.width()), room.left())
    y = max(min(point.y(), room.bottom() - size.height()), room.top())
    return QPoint(x, y)


def _overlap(one: QRect, other: QRect) -> int:
    shared = one.intersected(other)
    return shared.width() * shared.height() if shared.isValid() else 0
