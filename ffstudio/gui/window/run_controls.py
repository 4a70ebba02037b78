"""Train, pause, step, stop, cancel, continue; and how far the run is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ffstudio.core.run.results import time_words
from ffstudio.core.run.status import RunPhase, RunStatus
from ffstudio.core.words import tr
from ffstudio.gui.commands.actions import Actions
from ffstudio.gui.dialogs.missing_data import MissingDataRow
from ffstudio.gui.forms.elided_label import ElidedLabel
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.window.activity_row import LOOK_MS, ActivityRow, wait_text
from ffstudio.gui.window.run_texts import progress_text
from ffstudio.gui.window.watching import watch_text
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.studio import Studio

# Numbers that change more often cannot be read.
_LEAST_PAUSE_S = 0.1
# Behind what a run's time went to.
_NOT_ON_AXIS = ".\nSeconds in the curves are those of training and judging alone."
# Of the progress of a run that is watched.
_WATCHED_WIDTH = 110
# Qt's own for no limit.
_NO_LIMIT = 16777215
# A judgement that takes no longer is not worth a word.
_SHORT_S = 0.5


class ActionButton(QPushButton):
    """A button of the primary look that is an action, as a tool button can be."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setProperty("primary", True)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setText(self._action.iconText())
        self.setAccessibleName(self._action.iconText())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


class RunControls(QWidget):
    """A bar of buttons, which are the window's own actions, and the run's progress."""

    def __init__(
        self,
        studio: Studio,
        actions: Actions[Any],
        themes: ThemeManager,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("run_controls")
        self._studio, self._actions, self._themes = studio, actions, themes
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)

        self.train_button = ActionButton(actions["train"], self)
        self.train_button.setObjectName("train_button")
        self.train_button.setMinimumWidth(104)
        row.addWidget(self.train_button)
        step = self._button("step_button", "step_batch")
        step.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(step)
        menu.addActions([actions[name] for name in ("step_layer", "step_batch", "step_epoch")])
        step.setMenu(menu)
        row.addWidget(step)
        self._stop = self._button("stop_button", "stop")
        self._cancel = self._button("cancel_button", "cancel")
        self._continue = self._button("continue_button", "continue")
        self._unwatch = self._button("stop_watching_button", "stop_watching")
        self._unwatch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for button in (self._stop, self._cancel, self._continue, self._unwatch):
            row.addWidget(button)

        self._bar = QProgressBar(self)
        self._bar.setObjectName("run_progress")
        self._bar.setAccessibleName(tr("Progress of the run"))
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(10)
        self._bar.setMinimumWidth(90)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self._bar, 1)
        self._text = ElidedLabel(self, Qt.TextElideMode.ElideRight)
        self._text.setObjectName("run_text")
        self._text.setProperty("muted", True)
        self._text.setMinimumWidth(120)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(self._text, 1)
        self._missing = MissingDataRow(studio, self, in_line=True, stands_in=False)
        row.addWidget(self._missing, 2)
        self._activity = ActivityRow(studio, self)
        row.addWidget(self._activity, 2)
        machine = self._button("time_machine_button", "time_machine")
        machine.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        row.addWidget(machine)

        # A wait gets longer without anything coming.
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._show_progress)
        self._pace = Pace(self._show_progress, self, least_s=_LEAST_PAUSE_S)
        studio.progress_changed.connect(self._pace.ask)
        studio.activities.changed.connect(self._refresh_text)
        studio.watching.changed.connect(self._refresh)
        studio.missing_data.changed.connect(self._refresh_text)
        actions.refreshed.connect(self._refresh)
        self._refresh()

    def _button(self, name: str, command: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions[command])
        button.setObjectName(name)
        button.setAccessibleName(self._actions[command].iconText())
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    @Slot()
    def focus_train(self) -> None:
        """Gives Train the keyboard, so that it can be seen."""
        self.train_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _refresh(self) -> None:
        """Shows the buttons that mean something now, and how far the run is."""
        status, theme = self._studio.status, self._themes.theme
        idle = status is RunStatus.IDLE
        train = self._actions.look_of("train")
        color = theme.muted if train.why_not else theme.accent_text
        self.train_button.setIcon(icon(train.icon, theme, color))
        self._continue.setVisible(idle)
        self._stop.setVisible(not idle)
        self._cancel.setVisible(not idle)
        self._unwatch.setVisible(idle and self._studio.watching.is_on)
        watched = idle and self._studio.watching.is_live
        self._bar.setVisible(not idle or watched)
        # Whose run it is, and that it is watched, needs the room.
        self._bar.setMaximumWidth(_WATCHED_WIDTH if watched else _NO_LIMIT)
        self._activity.allow(idle)
        if idle:
            self._watch.stop()
            self._bar.setRange(0, 1000)
            self._bar.setValue(0)
            self._refresh_text()
            self._show_progress()
        else:
            self._watch.start()
            self._show_progress()

    @Slot()
    def _refresh_text(self) -> None:
        """Why Train cannot be pressed; what is under way has the place while it is."""
        if self._studio.status is RunStatus.IDLE and self._studio.watching.is_on:
            self._show_watched()
        elif self._studio.status is RunStatus.IDLE:
            why_not = self._actions.look_of("train").why_not
            self._say(why_not or self._studio.result, "" if why_not else self._tell_times())
        idle = self._studio.status is RunStatus.IDLE
        is_free = self._activity.isHidden()
        missing = self._studio.missing_data
        offers = idle and is_free and missing.wanted is not None and not missing.is_stand_in
        self._missing.setVisible(offers)
        self._text.setVisible(is_free and not offers)

    @Slot()
    def _show_progress(self) -> None:
        status, progress = self._studio.status, self._studio.progress
        if status is RunStatus.IDLE:
            if self._studio.watching.is_on:
                self._show_watched()
            return
        self._missing.hide()
        self._text.show()
        wait = self._wait_text()
        is_unknown = bool(wait) and progress.fraction == 0
        self._bar.setRange(0, 0 if is_unknown or status is RunStatus.STARTING else 1000)
        self._bar.setValue(round(1000 * progress.fraction))
        text = wait or progress_text(progress)
        text = tr("paused · {text}", text=text) if status is RunStatus.PAUSED else text
        times = time_words({"elapsed": progress.elapsed_s, **progress.apart})
        self._say(text, tr("So far: ") + ", ".join(times) + tr(_NOT_ON_AXIS) if times else "")

    def _show_watched(self) -> None:
        """How far the run is that somebody else trains."""
        watching, progress = self._studio.watching, self._studio.progress
        self._bar.setValue(round(1000 * progress.fraction))
        result = self._studio.result
        self._say(
            watch_text(watching, progress),
            "\n".join(filter(None, (str(watching.folder), watching.problem, result))),
        )

    def _wait_text(self) -> str:
        """What the run is at instead of training, once that takes its time; else nothing."""
        studio = self._studio
        phase = studio.phase
        if phase is None:
            if studio.status is not RunStatus.STARTING:
                return ""
            return wait_text(tr("waiting for the engine"), studio.phase_seconds)
        if phase.phase is RunPhase.TRAINING or studio.status is RunStatus.PAUSED:
            return ""
        if phase.phase is RunPhase.JUDGING and studio.phase_seconds < _SHORT_S:
            return ""
        return wait_text(phase.text, studio.phase_seconds)

    def _tell_times(self) -> str:
        finished = self._studio.newest.finished
        times = time_words(finished.seconds) if finished is not None else []
        return tr("The last run: ") + ", ".join(times) + tr(_NOT_ON_AXIS) if times else ""

    def _say(self, text: str, more: str = "") -> None:
        """Shows a text; all that there is to say stands in its tip."""
        if text != self._text.text():
            self._text.setText(text)
        tip = f"{text}\n{more}" if text and more else text or more
        if tip != self._text.toolTip():
            self._text.setToolTip(tip)
