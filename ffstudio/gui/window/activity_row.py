"""What is under way while no run is: how far it is, how long it takes already, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.forms.elided_label import ElidedLabel
from ffstudio.jobs.activities import Activity
from ffstudio.jobs.studio import Studio

LOOK_MS = 100
# What takes no longer is not worth a flicker.
_SHORT_S = 0.25
# From here on somebody waits.
_LONG_S = 1.0


def wait_text(sentence: str, seconds: float) -> str:
    """What goes on and, once that is a wait, for how long: ``compiling… · 4 s``."""
    return sentence if seconds < _LONG_S else f"{sentence} · {seconds:.0f} s"


class ActivityRow(QWidget):
    """See the module docstring; it hides itself when nothing is under way."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activity_row")
        self._studio = studio
        self._is_wanted = True
        self._bar = QProgressBar(self)
        self._bar.setObjectName("activity_progress")
        self._bar.setAccessibleName(tr("Progress of what is under way"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(10)
        self._bar.setFixedWidth(130)
        self._text = ElidedLabel(self)
        self._text.setObjectName("activity_text")
        self._text.setAccessibleName(tr("What is under way"))
        self._text.setProperty("muted", True)
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("cancel_activity_button")
        self._cancel.setText(tr("Cancel"))
        self._cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._cancel.setIconSize(QSize(16, 16))
        self._cancel.clicked.connect(self._call_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        row.addWidget(self._text, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        studio.activities.changed.connect(self._look)
        self.hide()
        self._look()

    def allow(self, is_wanted: bool) -> None:
        """Whether there is room for it."""
        self._is_wanted = is_wanted
        self._look()

    @property
    def shown(self) -> Activity | None:
        """What is shown."""
        activity = self._studio.activities.foremost
        if activity is None or not self._is_wanted:
            return None
        return activity if activity.cancel is not None or activity.seconds > _SHORT_S else None

    @Slot()
    def _look(self) -> None:
        if self._studio.activities.foremost is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        activity = self.shown
        if activity is not None:
            stage = activity.stage
            fraction = stage.fraction if stage is not None else None
            self._bar.setRange(0, 0 if fraction is None else 1000)
            if fraction is not None:
                self._bar.setValue(round(1000 * fraction))
            self._text.say(wait_text(activity.sentence(), activity.seconds))
            can_cancel = activity.cancel is not None
            self._cancel.setVisible(can_cancel)
            self._cancel.setAccessibleName(
                tr("Cancel: {activity_title}", activity_title=activity.title)
            )
            self._cancel.setToolTip(
                tr(
                    "{activity_title}: no longer. Everything stays as it is.",
                    activity_title=activity.title,
                )
            )
        if self.isHidden() is (activity is not None):
            self.setVisible(activity is not None)

    @Slot()
    def _call_off(self) -> None:
        activity = self.shown
        if activity is not None and activity.cancel is not None:
            activity.cancel()
