"""The tools above the pad: pen, eraser, undo, redo, clear, and how thick the pen is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.gui.panels.draw.drawing import PEN_PX
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager


class IconButton(QToolButton):
    """A button with a picture in the theme's colours.

    Args:
        name: Its object name, before ``_button``.
        spoken: Its name for screen readers.
        picture: The icon's name; empty for ``name``.
    """

    def __init__(
        self,
        name: str,
        spoken: str,
        tip: str,
        themes: ThemeManager,
        parent: QWidget | None = None,
        *,
        picture: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = picture or name
        self.setObjectName(f"{name}_button")
        self.setAccessibleName(spoken)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if act is not None:
            self.clicked.connect(lambda checked=False: act())
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        self.setIcon(icon(self._picture, theme))
        self.setIconSize(QSize(16, 16))


class ToolRow(QWidget):
    """See the module docstring.

    Attributes:
        pen_size: Tenths of a pixel of the network's picture.
    """

    def __init__(self, pad: DrawPad, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = pad
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._buttons: dict[str, IconButton] = {}
        for name, spoken, tip, act in (
            ("pen", tr("Pen"), tr("Draw with the left mouse button."), self._use_pen),
            ("eraser", tr("Eraser"), tr("Erase (E, or the right mouse button)."), self._use_eraser),
            ("undo", tr("Undo Stroke"), tr("Undo the last stroke (Ctrl+Z)."), pad.undo),
            ("redo", tr("Redo Stroke"), tr("Redo the stroke (Ctrl+Shift+Z)."), pad.redo),
            ("clear", tr("Clear"), tr("Clear the pad (C or Esc); undo brings it back."), pad.clear),
        ):
            self._buttons[name] = IconButton(name, spoken, tip, themes, self, act=act)
            self._row.addWidget(self._buttons[name])
        for name in ("pen", "eraser"):
            self._buttons[name].setCheckable(True)
        self.pen_size = QSlider(Qt.Orientation.Horizontal, self)
        self.pen_size.setObjectName("pen_size")
        self.pen_size.setAccessibleName(tr("Pen size"))
        self.pen_size.setRange(10, 60)
        self.pen_size.setValue(round(PEN_PX * 10))
        self.pen_size.setToolTip(
            tr(
                "Pen thickness in pixels of the network's picture, 1 to 6.\n"
                "MNIST's pens measure about 2.5; much thinner or thicker ones are misread."
            )
        )
        self.pen_size.setMinimumWidth(26)
        self.pen_size.valueChanged.connect(self._set_pen)
        self._size_text = QLabel(tr("{PEN_PX} px", PEN_PX=write_number(PEN_PX, ".1f")), self)
        self._size_text.setProperty("muted", True)
        self._row.addWidget(self.pen_size, 1)
        self._row.addSpacing(4)
        self._row.addWidget(self._size_text)
        pad.tool_changed.connect(self.show_tool)

    def add(self, widget: QWidget) -> None:
        """Adds something at the end of the row."""
        self._row.addWidget(widget)

    def _use_pen(self) -> None:
        self._pad.erasing = False
        self.show_tool()

    def _use_eraser(self) -> None:
        self._pad.erasing = True
        self.show_tool()

    @Slot()
    def show_tool(self) -> None:
        """Presses the button of the tool in use."""
        self._buttons["pen"].setChecked(not self._pad.erasing)
        self._buttons["eraser"].setChecked(self._pad.erasing)

    def show_steps(self, can_undo: bool, can_redo: bool) -> None:
        """Whether there is a step to take back, or to take again."""
        self._buttons["undo"].setEnabled(can_undo)
        self._buttons["redo"].setEnabled(can_redo)

    @Slot(int)
    def _set_pen(self, tenths: int) -> None:
        self._pad.pen_px = tenths / 10
        self._size_text.setText(tr("{tenths} px", tenths=write_number(tenths / 10, ".1f")))
