"""Train, pause, step, stop, cancel, continue; and how far the run is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ffstudio.core.run.progress import Progress
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.look.icons import icon
from ffstudio.gui.look.theme import ThemeManager
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.studio import Studio

# Numbers that change more often cannot be read.
_LEAST_PAUSE_S = 0.1


def duration_text(seconds: float) -> str:
    """1:05 or 2:03:04."""
    whole = int(round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def progress_text(progress: Progress) -> str:
    """Epoch, layer, speed and time left, as far as they are known."""
    parts = [f"epoch {progress.epoch} of {progress.epochs}"]
    if progress.layer is not None:
        parts.append(f"layer {progress.layer + 1}")
    if progress.samples_per_second:
        parts.append(f"{progress.samples_per_second:,.0f} images/s")
    if progress.eta_s is not None:
        parts.append(f"{duration_text(progress.eta_s)} left")
    return " · ".join(parts)


class RunControls(QWidget):
    """A bar of buttons whose state follows from the studio's alone."""

    def __init__(self, studio: Studio, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_controls")
        self._studio = studio
        self._themes = themes
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)

        self._train = QPushButton(self)
        self._train.setObjectName("train_button")
        self._train.setProperty("primary", True)
        self._train.setMinimumWidth(104)
        self._train.clicked.connect(studio.toggle)
        row.addWidget(self._train)

        self._step = QToolButton(self)
        self._step.setObjectName("step_button")
        self._step.setAccessibleName("Step")
        self._step.setText("Step")
        self._step.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._step.setToolTip("Train one mini-batch, then pause (→).")
        self._step.clicked.connect(studio.step_batch)
        menu = QMenu(self._step)
        batch = menu.addAction("One Batch")
        batch.triggered.connect(studio.step_batch)
        epoch = menu.addAction("One Epoch")
        epoch.setObjectName("step_epoch_choice")
        epoch.triggered.connect(studio.step_epoch)
        self._step.setMenu(menu)
        row.addWidget(self._step)

        self._stop = self._button("stop_button", "Stop", "End the run and keep what was learnt.")
        self._stop.clicked.connect(studio.stop)
        row.addWidget(self._stop)
        self._cancel = self._button(
            "cancel_button", "Cancel", "End the run and go back to the nets and curves before it."
        )
        self._cancel.clicked.connect(studio.cancel)
        row.addWidget(self._cancel)
        self._continue = self._button(
            "continue_button", "Continue", "Train the nets you see for more epochs."
        )
        self._continue.clicked.connect(self.continue_training)
        row.addWidget(self._continue)

        self._bar = QProgressBar(self)
        self._bar.setObjectName("run_progress")
        self._bar.setAccessibleName("Progress of the run")
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(10)
        self._bar.setMinimumWidth(90)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self._bar, 1)
        self._text = QLabel(self)
        self._text.setObjectName("run_text")
        self._text.setProperty("muted", True)
        self._text.setMinimumWidth(120)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(self._text, 1)

        studio.status_changed.connect(self._refresh)
        studio.engine_state_changed.connect(self._refresh)
        studio.problems_changed.connect(self._refresh)
        studio.data_state_changed.connect(self._refresh)
        studio.model_changed.connect(self._refresh)
        self._pace = Pace(self._show_progress, self, least_s=_LEAST_PAUSE_S)
        studio.progress_changed.connect(self._pace.ask)
        themes.changed.connect(self._recolour)
        self._recolour()

    def _button(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setText(text)
        button.setToolTip(tip)
        return button

    @Slot()
    def continue_training(self) -> None:
        """Trains the nets shown for more epochs."""
        self._studio.train(resume=True)

    @Slot()
    @Slot(object)
    def _recolour(self, theme: object = None) -> None:
        shown = self._themes.theme
        for button, name in (
            (self._step, "step"),
            (self._stop, "stop"),
            (self._cancel, "cancel"),
            (self._continue, "continue"),
        ):
            button.setIcon(icon(name, shown))
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._refresh()

    @Slot()
    @Slot(object)
    @Slot(str, str)
    def _refresh(self, *_: object) -> None:
        """Sets every button from the studio's state."""
        status, theme = self._studio.status, self._themes.theme
        why = self._studio.why_not_train()
        text, picture, tip = {
            RunStatus.IDLE: ("Train", "play", "Train the experiment from the start (Space)."),
            RunStatus.STARTING: ("Pause", "pause", "The engine compiles the training step."),
            RunStatus.RUNNING: ("Pause", "pause", "Pause after this mini-batch (Space)."),
            RunStatus.PAUSED: ("Resume", "play", "Go on training (Space)."),
            RunStatus.STOPPING: ("Stopping…", "pause", "The run ends after this mini-batch."),
        }[status]
        idle = status is RunStatus.IDLE
        self._train.setText(text)
        self._train.setAccessibleName(text)
        enabled = not why if idle else status is not RunStatus.STOPPING
        self._train.setEnabled(enabled)
        self._train.setIcon(icon(picture, theme, theme.accent_text if enabled else theme.muted))
        self._train.setToolTip(why if idle and why else tip)
        self._step.setEnabled(enabled)
        running = status in (RunStatus.STARTING, RunStatus.RUNNING, RunStatus.PAUSED)
        self._stop.setEnabled(running)
        self._cancel.setEnabled(running)
        self._continue.setEnabled(self._studio.can_continue and not why)
        self._continue.setVisible(idle)
        self._stop.setVisible(not idle)
        self._cancel.setVisible(not idle)
        if idle:
            self._bar.setValue(0)
            self._bar.setVisible(False)
            self._say(why)
        elif status is RunStatus.STARTING:
            self._bar.setVisible(True)
            self._bar.setRange(0, 0)
            self._say("compiling the training step…")
        else:
            self._bar.setVisible(True)
            self._bar.setRange(0, 1000)
            self._show_progress()

    def _show_progress(self) -> None:
        progress = self._studio.progress
        if self._studio.status in (RunStatus.IDLE, RunStatus.STARTING):
            return
        self._bar.setValue(round(1000 * progress.fraction))
        text = progress_text(progress)
        self._say(f"paused · {text}" if self._studio.status is RunStatus.PAUSED else text)

    def _say(self, text: str) -> None:
        if text != self._text.text():
            self._text.setText(text)
            self._text.setToolTip(text)
