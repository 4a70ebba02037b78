"""The status bar's labels and the window's title, as the studio's state is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStatusBar, QWidget

from ffstudio.core.images.data import PreparedData
from ffstudio.core.numbers import write_number
from ffstudio.core.run.status import DataState, EngineState, RunStatus
from ffstudio.core.words import say_all, tr
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.shown import CHANGED
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

# Pixels beside the message, as Qt has them.
_EDGE = 6
_LABELS = say_all(
    (
        ("unsaved", "Unsaved model"),
        ("run", "Run status"),
        ("data", "Data set"),
        ("engine", "Engine"),
    )
)
_RUN_TEXTS = say_all(
    {
        RunStatus.STARTING: "Starting…",
        RunStatus.RUNNING: "▶ Training",
        RunStatus.PAUSED: "Paused",
        RunStatus.STOPPING: "Stopping…",
    }
)


class MessageBar(QStatusBar):
    """Ends a message that has no room with "…"; the tip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messageChanged.connect(self.setToolTip)

    def paintEvent(self, event: QPaintEvent) -> None:
        message, metrics = self.currentMessage(), self.fontMetrics()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        labels = [one.x() for one in self.findChildren(QLabel, options=direct) if one.isVisible()]
        room = QRect(_EDGE, 0, min(labels, default=self.width()) - 2 * _EDGE, self.height())
        if metrics.horizontalAdvance(message) <= room.width():
            super().paintEvent(event)
            return
        shown = metrics.elidedText(message, Qt.TextElideMode.ElideRight, room.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class Status(QObject):
    """Follows the studio."""

    def __init__(self, studio: Studio, messages: Messages, window: QMainWindow) -> None:
        super().__init__(window)
        self._studio, self._messages, self._window = studio, messages, window
        bar = MessageBar(window)
        window.setStatusBar(bar)
        bar.setObjectName("status_bar")
        bar.setSizeGripEnabled(False)
        self._labels: dict[str, QLabel] = {}
        for name, _ in _LABELS:
            label = QLabel(bar)
            label.setObjectName(f"{name}_status")
            bar.addPermanentWidget(label)
            self._labels[name] = label
        studio.engine_state_changed.connect(self._show_engine)
        studio.data_state_changed.connect(self._show_data_state)
        studio.data_changed.connect(self._show_data)
        studio.missing_data.changed.connect(lambda: self._show_data(studio.data))
        studio.status_changed.connect(self._show_run)
        studio.spec_changed.connect(self._show_title)
        studio.model_changed.connect(self._show_title)
        studio.snapshot_changed.connect(self._show_title)
        if studio.engine_state[0] is EngineState.FAILED:
            self._show_engine(*studio.engine_state)
        self.speak_anew()

    def speak_anew(self) -> None:
        """Writes all of it, in the language that is spoken."""
        studio = self._studio
        for name, accessible in _LABELS:
            self._labels[name].setAccessibleName(accessible)
        self._show_title()
        self._show_run(studio.status)
        if studio.engine_state[0] is not EngineState.FAILED:  # that is told of once
            self._show_engine(*studio.engine_state)
        self._show_data_state(*studio.data_state)
        self._show_data(studio.data)

    def _set(self, name: str, text: str, tone: str = "", tip: str = "") -> None:
        label = self._labels[name]
        label.setText(text)
        label.setToolTip(tip or text)
        label.setVisible(bool(text))
        if label.property("tone") != tone:
            label.setProperty("tone", tone)
            label.style().unpolish(label)
            label.style().polish(label)

    @Slot(object, str)
    def _show_engine(self, state: EngineState, message: str) -> None:
        if state is EngineState.READY:
            self._set(
                "engine", tr("● Ready · TensorFlow"), "good", tr("The engine is ready to train.")
            )
        elif state is EngineState.FAILED:
            self._set("engine", tr("▲ Engine failed"), "bad", message.split("\n", 1)[0])
            head, _, details = message.partition("\n\n")
            self._messages.fail(
                UserError(
                    tr("The engine could not be started"),
                    tr(
                        "{head}. Drawing and looking at models still work. Install ffstudio again with "
                        "its training libraries to train.",
                        head=head,
                    ),
                    details,
                )
            )
        else:
            tip = tr("TensorFlow is being loaded; everything but training works already.")
            self._set("engine", tr("○ Engine is warming up…"), "busy", tip)

    @Slot(object, str)
    def _show_data_state(self, state: DataState, message: str) -> None:
        if state is DataState.MISSING:
            self._set("data", tr("▲ No data set"), "bad", message)
        elif state is DataState.LOADING:
            self._set("data", tr("Loading data…"), "busy", message)

    @Slot(object)
    def _show_data(self, data: PreparedData | None) -> None:
        if data is not None and self._studio.data_state[0] is DataState.READY:
            text = tr(
                "{data_title} · {train} images",
                data_title=data.title,
                train=write_number(len(data.train), ","),
            )
            why = self._studio.missing_data.why() if self._studio.missing_data.is_stand_in else ""
            self._set("data", text, "busy" if why else "", why or data.source)

    @Slot(object)
    def _show_run(self, status: RunStatus) -> None:
        self._set("run", _RUN_TEXTS.get(status, ""))

    @Slot()
    def _show_title(self, *_: object) -> None:
        path, unsaved = self._studio.model_path, self._studio.has_unsaved_model
        name, edited = self._studio.net_name, self._studio.spec.title
        title = f"{path.stem if path is not None else edited}[*]"
        if name is not None:
            shown = path.stem if path is not None else name.title.removesuffix(CHANGED)
            others = (
                tr(" · builder: {edited}", edited=edited) if self._studio.other_settings else ""
            )
            title = f"{shown}[*]{others}"
        if self._studio.newest.is_watched:
            title = tr("watching {title} (read-only)", title=title)
        self._window.setWindowTitle(tr("{title} — ffstudio", title=title))
        self._window.setWindowModified(unsaved)
        self._set("unsaved", tr("● Unsaved model") if unsaved else "", "busy")
