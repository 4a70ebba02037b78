"""The bar of the time machine: one slider that takes all views to any moment of the run kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolBar,
    QToolButton,
    QWidget,
)

from ffstudio.core.words import tr
from ffstudio.gui.commands.actions import Actions
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.moments import Moments
from ffstudio.jobs.studio import Studio

_BUTTONS = ("moment_earlier", "play_moments", "moment_later")
_PAGE = 10
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -_PAGE,
    Qt.Key.Key_PageUp: _PAGE,
}
_LONGEST = "Epoch 0000 of 0000"


class MomentSlider(QSlider):
    """Epochs from the first to now; a mark below those whose weights are kept.

    Signals:
        stepped(by): The next kept moment, or that many further, is wanted.
        chosen(epoch): This epoch is wanted.
    """

    stepped = Signal(int)
    chosen = Signal(int)

    def __init__(self, moments: Moments, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._moments, self._themes = moments, themes
        self._is_told = False
        self.valueChanged.connect(self._tell)

    def show_epoch(self, epoch: int, last: int) -> None:
        """Puts the handle where it belongs, unless a hand holds it."""
        self._is_told = True
        self.setRange(1, max(last, 1))
        if not self.isSliderDown():
            self.setValue(epoch)
        self._is_told = False
        self.update()

    @Slot(int)
    def _tell(self, epoch: int) -> None:
        if not self._is_told:
            self.chosen.emit(epoch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead from one kept moment to the next, Home to the first, End to now."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.chosen.emit(self.minimum())
        elif event.key() == Qt.Key.Key_End:
            self.chosen.emit(self.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click leads there at once, and holds the handle."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._epoch_at(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the handle."""
        if self.isSliderDown():
            self.setSliderPosition(self._epoch_at(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go of it: it goes to the moment that is shown."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def _epoch_at(self, event: QMouseEvent) -> int:
        groove, handle = self._groove()
        span = max(groove.width() - handle, 1)
        at = round(event.position().x()) - groove.x() - handle // 2
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, span)

    def _groove(self) -> tuple[QRect, int]:
        """Where the handle can be, and how wide it is."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider, style = QStyle.ComplexControl.CC_Slider, self.style()
        groove = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderGroove, self)
        handle = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderHandle, self)
        return groove, handle.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slider, and a mark for every kept moment: a gap is one that was let go of."""
        theme = self._themes.theme
        groove, handle = self._groove()
        span, half = max(groove.width() - handle, 1), handle // 2
        painter = QPainter(self)
        painter.setPen(QColor(theme.muted if self.isEnabled() else theme.line))
        low = self.height() - 1
        for epoch in self._moments.kept:
            if epoch <= self.maximum():
                x = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), epoch, span)
                at = groove.x() + half + x + 0.5
                painter.drawLine(QPointF(at, low - 4), QPointF(at, low))
        painter.end()
        super().paintEvent(event)

    def sizeHint(self) -> QSize:
        """With room for the marks."""
        return super().sizeHint() + QSize(0, 8)


def say_why_missing() -> str:
    """Why the weights of an epoch may not be on disk."""
    return tr(
        "Where epochs are over faster than the disk can write, only the newest of them are written;\n"
        "and a run that has reached the room it may take lets go of some in between.\n"
        "Curves have every epoch all the same."
    )


class TimeBar(QToolBar):
    """See the module docstring; hidden until somebody wants it or goes back in time.

    The commands it has buttons for are the window's own.
    """

    def __init__(self, studio: Studio, themes: ThemeManager, window: QMainWindow) -> None:
        super().__init__(tr("Time Machine"), window)
        self.setObjectName("time_toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._studio, self._moments = studio, studio.moments
        self._asked: int | None = None
        holder = QWidget(self)
        self._row = QHBoxLayout(holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.slider = MomentSlider(studio.moments, themes, holder)
        self.slider.setObjectName("moment_slider")
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.chosen.connect(self._choose)
        self.slider.stepped.connect(self._step)
        self.slider.sliderReleased.connect(self._follow)
        self._row.addWidget(self.slider, 1)
        self._text = QLabel(holder)
        self._text.setObjectName("moment_text")
        self._row.addWidget(self._text)
        self._badge = QLabel(holder)
        self._badge.setObjectName("live_badge")
        self._badge.setProperty("tone", "good")
        self._row.addWidget(self._badge)
        self.addWidget(holder)
        self._write_texts()
        self.hide()
        self.visibilityChanged.connect(self._follow)
        self._moments.changed.connect(self._follow)
        studio.moment_changed.connect(self._appear)
        studio.status_changed.connect(self._follow)
        studio.model_changed.connect(self._follow)
        studio.watching.changed.connect(self._follow)

    @Slot()
    def _appear(self) -> None:
        """Whoever goes back from within a view sees the way to now."""
        if self._studio.past is not None and self.isHidden():
            self.show()

    def _write_texts(self) -> None:
        self.setWindowTitle(tr("Time Machine"))
        self.setAccessibleName(tr("Time machine"))
        self.slider.setAccessibleName(tr("Moment of the run"))
        self._text.setAccessibleName(tr("Moment that is shown"))
        self._badge.setAccessibleName(tr("How far the run is"))
        # The slider does not move under the hand that drags it.
        self._text.setMinimumWidth(self.fontMetrics().horizontalAdvance(tr(_LONGEST)))

    def speak_anew(self) -> None:
        """Another language is spoken; the commands have taken it up already."""
        self._write_texts()
        for button in self.findChildren(QToolButton):
            if (action := button.defaultAction()) is not None:
                button.setAccessibleName(action.iconText())
        self._follow()

    def add_buttons(self, actions: Actions[Any]) -> None:
        """Takes the commands' buttons in, once there are commands."""
        names = (*_BUTTONS, "leave_moment")
        for place, name in enumerate(names):
            button = QToolButton(self)
            button.setDefaultAction(actions[name])
            button.setObjectName(f"{name}_button")
            button.setAccessibleName(actions[name].iconText())
            button.setIconSize(QSize(16, 16))
            if name in _BUTTONS:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
                self._row.insertWidget(place, button)
            else:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
                self._row.addWidget(button)
        self._follow()

    @property
    def text(self) -> str:
        """Which moment is shown, in words."""
        moments = self._moments
        if why := moments.why_none():
            return why
        if moments.wanted is None:
            return tr("Now: epoch {last} of the run", last=moments.last)
        shown = tr("Epoch {wanted} of {last}", wanted=moments.wanted, last=moments.last)
        if self._asked is not None and not moments.is_kept(self._asked):
            return tr(
                "{shown}: epoch {asked} has no weights on disk", shown=shown, asked=self._asked
            )
        return shown

    @Slot(int)
    def _choose(self, epoch: int) -> None:
        self._asked = epoch if epoch < self._moments.last else None
        self._moments.go_to(epoch)
        self._follow()

    @Slot(int)
    def _step(self, by: int) -> None:
        self._asked = None
        self._moments.step(by)

    @Slot()
    def _follow(self, *_: object) -> None:
        if not self.isVisible():
            return
        moments = self._moments
        if self._asked is not None and moments.nearest(self._asked) != moments.wanted:
            self._asked = None
        self.slider.setEnabled(not moments.why_none())
        here = moments.wanted
        self.slider.show_epoch(moments.last if here is None else here, moments.last)
        self._text.setText(self.text)
        asked = self._asked
        missing = asked is not None and here is not None and not moments.is_kept(asked)
        self._text.setToolTip(f"{self.text}\n{say_why_missing()}" if missing else self.text)
        self.slider.setToolTip(
            tr(
                "Takes curves, goodness, matrices, filters, gallery and canvas to any epoch whose "
                "weights are kept (marks below).\nArrows lead from one to the next, End to now."
            )
        )
        active = self._studio.status.is_active or self._studio.watching.is_live
        self._badge.setText(tr("● Live at epoch {last}", last=moments.last) if active else "")
        self._badge.setVisible(active)
