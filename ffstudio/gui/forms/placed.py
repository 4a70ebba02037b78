"""What a layout places, asked without its items.

A layout deletes its items as it likes. Python's wrappers of them (``itemAt``) stay behind, and
whatever comes to lie at the same address is then taken for them: a crash, much later.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets a layout places itself, in its order; those of a grid row by row."""
    return [child for child in _list_placed(layout) if isinstance(child, QWidget)]


def all_widgets_in(layout: QLayout) -> Iterator[QWidget]:
    """Those of the layouts within it too, in reading order."""
    for child in _list_placed(layout):
        if isinstance(child, QLayout):
            yield from all_widgets_in(child)
        else:
            yield child


def _list_placed(layout: QLayout) -> list[QWidget | QLayout]:
    parent = layout.parentWidget()
    places: list[tuple[tuple[int, ...], QWidget | QLayout]] = []
    for child in (*(parent.children() if parent is not None else ()), *layout.children()):
        if isinstance(child, QWidget | QLayout):
            index = layout.indexOf(child)
            if index >= 0:
                places.append((_place_of(layout, index), child))
    places.sort(key=lambda place: place[0])
    return [child for _, child in places]


def _place_of(layout: QLayout, index: int) -> tuple[int, ...]:
    """In a grid row by row: what was put there again, elsewhere or not, has a later index."""
    if isinstance(layout, QGridLayout):
        position = cast("tuple[int, ...]", layout.getItemPosition(index))
        return position[:2]
    return (index,)
