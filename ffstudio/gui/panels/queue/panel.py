"""The queue: experiments that are trained one after another, in a process beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.experiment.spec import say_title
from ffstudio.core.numbers import write_percent
from ffstudio.core.run.queued import DONE, FAILED, INTERRUPTED, RUNNING, WAITING, Queued
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.flow import FlowBar
from ffstudio.gui.forms.typed_edit import commit_open_texts
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.panels.queue.queue_list import QueueList, QueueRow
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio

_STATES = say_all(
    {
        WAITING: "waiting",
        RUNNING: "running",
        INTERRUPTED: "interrupted",
        DONE: "done",
        FAILED: "failed",
    }
)
_EMPTY = (
    "The queue is empty.\n\nPress Queue in the builder, or Run › Add to Queue, to have its "
    "experiment trained after those that wait. They are trained one after another in a process "
    "beside the window, which stays free; each becomes a run in the library."
)


class QueuePanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("queue_panel")
        self.setAccessibleName(tr("Queue"))
        self.setMinimumWidth(300)
        self._queue = studio.queue
        self._build()
        self._queue.changed.connect(self._show)
        studio.spec_changed.connect(self._update_buttons)
        studio.status_changed.connect(self._update_buttons)
        self.installEventFilter(self)
        self._show()

    def _build(self) -> None:
        self._about = QLabel(self)
        self._about.setObjectName("queue_about_label")
        self._about.setProperty("muted", True)
        self._about.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("queue_progress")
        self._progress.setAccessibleName(tr("Progress of the queue"))
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(6)
        bar = FlowBar("queue_controls", self, margin=0)
        self._buttons: dict[str, QPushButton] = {}
        self._tips: dict[str, str] = {}
        entries: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("start", tr("Start"),
             tr("Trains one after another; what was interrupted goes on first."),
             self._queue.start),
            ("pause", tr("Pause"),
             tr("Ends the process that trains. What it has learnt is kept, and Start goes on."),
             self._queue.pause),
            ("open", tr("Open Run"), tr("Opens the nets and curves of the one chosen."),
             self._open_run),
            ("edit", tr("Edit in Builder"),
             tr("Brings its experiment into the builder, undoably."), self._edit),
            ("replace", tr("Take Over from Builder"),
             tr("Gives the one chosen the experiment that the builder holds now."),
             self._replace),
            ("again", tr("Try Again"), tr("Has the one chosen wait again, from the start."),
             self._try_again),
            ("up", tr("Up"), tr("Has the one chosen trained sooner (Alt+Up)."),
             lambda: self._move(-1)),
            ("down", tr("Down"), tr("Has the one chosen trained later (Alt+Down)."),
             lambda: self._move(1)),
            ("remove", tr("Remove"),
             tr("Takes the one chosen out of the queue; a run that was begun stays among the runs."),
             self._remove),
            ("clear", tr("Clear Finished"), tr("Takes out all that are done; their runs stay."),
             self._queue.clear_finished),
        )  # fmt: skip
        for name, text, tip, act in entries:
            button = QPushButton(text, self)
            button.setObjectName(f"queue_{name}_button")
            button.setAccessibleName(text)
            button.setToolTip(tip)
            button.clicked.connect(lambda checked=False, act=act: act())
            self._buttons[name], self._tips[name] = button, tip
            bar.add(button)
        self._list = QueueList(self)
        self._list.currentRowChanged.connect(self._update_buttons)
        self._list.reordered.connect(self._queue.reorder)
        self._list.remove_wanted.connect(self._remove)
        self._list.edit_wanted.connect(self._edit)
        self._list.move_wanted.connect(self._move)
        self._empty = QLabel(tr(_EMPTY), self)
        self._empty.setObjectName("queue_empty_label")
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        content = QWidget(self)
        self._stack = QStackedLayout(content)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(bar)
        column.addWidget(self._progress)
        column.addWidget(self._about)
        column.addWidget(content, 1)

    # --- what every panel has -------------------------------------------------------

    def first_control(self) -> QWidget | None:
        return self._list if self._queue.entries else self._buttons["start"]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._queue.wake()
        elif event.type() == QEvent.Type.Hide:
            self._queue.rest()
        return False

    # --- showing --------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        entries = self._queue.entries
        self._list.show_rows([_to_row(entry) for entry in entries])
        self._stack.setCurrentIndex(1 if entries else 0)
        left = [e for e in entries if e.state in (WAITING, RUNNING, INTERRUPTED)]
        done = sum(e.state == DONE for e in entries)
        total = sum(e.epochs for e in entries if e.state != FAILED)
        so_far = sum(e.epochs if e.state == DONE else e.done for e in entries if e.state != FAILED)
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(so_far)
        self._progress.setToolTip(tr("{done} of {total} epochs.", done=so_far, total=total))
        self._progress.setVisible(bool(left))
        words = ""
        if entries:
            words = tr("{done} of {count} experiments are done.", done=done, count=len(entries))
        if self._queue.is_pausing:
            words += " " + tr("It pauses after the mini-batch under way.")
        elif self._queue.is_trained_elsewhere:
            words += (
                " "
                + tr(
                    "Another window, or a process that outlived its window, trains one of them; here "
                    "the next one follows it."
                )
                if self._queue.is_on
                else " "
                + tr("Another window, or a process that outlived its window, trains one of them.")
            )
        self._about.setText(words)
        self._about.setVisible(bool(words))
        self._update_buttons()

    @Slot()
    def _update_buttons(self, *_: object) -> None:
        entries, entry = self._queue.entries, self._find_chosen()
        ids = [e.id for e in entries]
        at = ids.index(entry.id) if entry is not None else -1
        state = "" if entry is None else entry.state
        none = tr("Choose one that is in the queue.") if entry is None else ""
        running = tr("It is being trained. Pause the queue first.") if state == RUNNING else ""
        why_not = {
            "start": self._queue.why_not_start(),
            "pause": "" if self._queue.is_on else tr("The queue is not being trained."),
            "open": none
            or running
            or ("" if entry and entry.done else tr("It has not been trained for an epoch yet.")),
            "edit": none
            or (tr("A run is active. Stop or cancel it first.") if self._is_busy() else ""),
            "replace": none or (self._queue.why_not_replace(entry.id) if entry else ""),
            "again": "" if state == FAILED else tr("Choose one that has failed."),
            "up": none or ("" if at > 0 else tr("It is the first.")),
            "down": none or ("" if at < len(ids) - 1 else tr("It is the last.")),
            "remove": none or running,
            "clear": "" if any(e.state == DONE for e in entries) else tr("None is done yet."),
        }
        for name, why in why_not.items():
            self._buttons[name].setEnabled(not why)
            self._buttons[name].setToolTip(why or self._tips[name])

    def _is_busy(self) -> bool:
        return self._studio.status.is_active

    # --- verbs ----------------------------------------------------------------------

    def _find_chosen(self) -> Queued | None:
        return self._queue.find(self._list.find_chosen())

    @Slot()
    def _open_run(self) -> None:
        entry = self._find_chosen()
        if entry is not None and entry.run:
            self.links.run_wanted.emit(self._studio.library.root / entry.run)

    @Slot()
    def _edit(self) -> None:
        entry = self._find_chosen()
        if entry is not None and self._buttons["edit"].isEnabled():
            self._queue.edit(entry.id)
            self.links.panel_wanted.emit("builder")

    @Slot()
    def _replace(self) -> None:
        commit_open_texts()
        entry = self._find_chosen()
        if entry is not None and self._buttons["replace"].isEnabled():
            self._queue.replace(entry.id, self._studio.spec)

    @Slot()
    def _try_again(self) -> None:
        entry = self._find_chosen()
        if entry is not None:
            self._queue.try_again(entry.id)

    @Slot()
    def _remove(self) -> None:
        entry = self._find_chosen()
        if entry is not None and entry.state != RUNNING:
            self._queue.remove(entry.id)

    @Slot(int)
    def _move(self, step: int) -> None:
        chosen, ids = self._list.find_chosen(), [e.id for e in self._queue.entries]
        if chosen not in ids or not 0 <= ids.index(chosen) + step < len(ids):
            return
        at = ids.index(chosen)
        ids.insert(at + step, ids.pop(at))
        self._queue.reorder(ids)
        self._list.choose(chosen)


def _to_row(entry: Queued) -> QueueRow:
    """An experiment in two lines."""
    if entry.state in (RUNNING, INTERRUPTED):
        head = tr(
            "{name} · seed {seed} · {state}, epoch {done} of {epochs}",
            name=say_title(entry.name),
            seed=entry.seed,
            state=_STATES[entry.state],
            done=entry.done,
            epochs=entry.epochs,
        )
    else:
        head = tr(
            "{name} · seed {seed} · {state}",
            name=say_title(entry.name),
            seed=entry.seed,
            state=_STATES[entry.state],
        )
    below = entry.problem if entry.state == FAILED else entry.about
    if entry.state == DONE:
        nets = ((tr("FF"), entry.ff), (tr("BP"), entry.bp))
        shares = ", ".join(
            f"{net} {write_percent(value, 2)}" for net, value in nets if value is not None
        )
        below = tr("{shares} right of the test images · {about}", shares=shares, about=entry.about)
    return QueueRow(entry.id, head, below, f"{head}\n{below}")
