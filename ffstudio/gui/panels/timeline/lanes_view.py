"""The lanes on screen: a click or the keys choose a layer, and lead to an epoch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.panels.timeline.lanes_painter import (
    LanePlaces,
    Lanes,
    lanes_height,
    paint_lanes,
    say_epoch,
    say_lane,
)
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import ThemeManager

_MARGIN = 8

_VERBS = {
    Qt.Key.Key_F: "toggle",
    Qt.Key.Key_O: "only",
    Qt.Key.Key_N: "anew",
    Qt.Key.Key_A: "all",
}


class LanesView(QWidget):
    """See the module docstring.

    Signals:
        lane_chosen(number): The buttons shall be for this lane.
        epoch_wanted(epoch): The time machine shall show this epoch, counted from 1.
        epoch_stepped(by): It shall show the kept epoch before or after.
        verb_wanted(name): ``toggle``, ``only``, ``anew`` or ``all``, for the lane that is chosen.
    """

    KEYS = say_all(
        (
            ("Up, Down", "In the timeline: the layer above or below."),
            ("Left, Right", "In the timeline: the kept epoch before or after."),
            ("F", "In the timeline: freeze the layer, or let it learn."),
            ("O", "In the timeline: train only this layer of its net."),
            ("N", "In the timeline: begin the layer anew."),
            ("A", "In the timeline: let all layers learn."),
        )
    )
    lane_chosen = Signal(int)
    epoch_wanted = Signal(int)
    epoch_stepped = Signal(int)
    verb_wanted = Signal(str)

    def __init__(self, shown: Lanes, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_view")
        self.setAccessibleName(tr("Timeline of layers"))
        self.setToolTip(
            tr(
                "Solid: the layer learnt. Hatched: it was frozen. A flag: it was begun anew.\n"
                "Bars: how far its weights moved in the epoch, as a share of their norm.\n"
                "Line: what it gained, above the dots where it became better.\n"
                "A click goes to the epoch."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        self._shown, self._themes = shown, themes
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """There is something else to show."""
        height = lanes_height(self._shown, QFontMetricsF(self.font()))
        self.setMinimumHeight(round(height) + 2 * _MARGIN)
        self.setAccessibleDescription(". ".join(say_lane(lane) for lane in self._shown.lanes))
        self.update()

    def _places(self) -> LanePlaces:
        rect = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        return LanePlaces(rect, self._shown, QFontMetricsF(self.font()))

    def find_place(self, lane: int, epoch: float) -> tuple[int, int]:
        """Where an epoch of a lane is, in pixels from the upper left corner."""
        places = self._places()
        return round(places.x(epoch)), round(places.lane(lane).center().y())

    # --- Qt's -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint_lanes(painter, rect, theme, self._shown)
        if self.hasFocus():
            paint_focus_ring(painter, self.visibleRegion().boundingRect(), theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        places, at = self._places(), event.position()
        lane = places.lane_at(at.y())
        if event.button() is not Qt.MouseButton.LeftButton or lane is None:
            super().mousePressEvent(event)
            return
        if lane != self._shown.chosen:
            self.lane_chosen.emit(lane)
        epoch = places.epoch_at(at.x())
        if epoch is not None:
            self.epoch_wanted.emit(epoch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, has_modifier = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if has_modifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            lane = self._shown.chosen + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= lane < len(self._shown.lanes):
                self.lane_chosen.emit(lane)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.epoch_stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in _VERBS:
            self.verb_wanted.emit(_VERBS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            places = self._places()
            lane = places.lane_at(event.pos().y())
            epoch = places.epoch_at(event.pos().x())
            if lane is not None and epoch is not None:
                QToolTip.showText(
                    event.globalPos(), say_epoch(self._shown.lanes[lane], epoch), self
                )
                return True
        return super().event(event)
