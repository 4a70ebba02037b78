"""The queue: experiments that are trained one after another, in a process of their own each."""

from __future__ import annotations

import dataclasses
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.experiment.differences import list_differences
from ffstudio.core.experiment.layers import short_text
from ffstudio.core.experiment.presets import find_preset
from ffstudio.core.experiment.spec import ExperimentSpec, say_title
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.run.queued import DONE, FAILED, INTERRUPTED, RUNNING, WAITING, Queued
from ffstudio.core.words import tr
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import StudioState, UserError

_EVERY_MS = 1000
# Another window writes the queue's small file no longer than that.
_LOCK_MS = 2000
_MOST_NAMED = 4
# Processes that have been asked to end and take longer than the window.
_ENDING: list[subprocess.Popen[bytes]] = []


class Queue(QObject):
    """Knows the queue on the disk, which all windows share, and trains it when asked to.

    Signals:
        changed(): It is another, or somebody is further.
        added(name): An experiment was put at its end.
    """

    changed = Signal()
    added = Signal(str)

    def __init__(self, state: StudioState, edits: Edits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._edits = state, edits
        self._entries: list[Queued] = []
        self._task: LatestTask | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._trained = ""
        # How often it was changed here, and how often when the reading under way began.
        self._num_changes = self._changes_read = 0
        self._is_on = False
        self._is_seen = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._follow)

    # --- to read --------------------------------------------------------------------

    @property
    def entries(self) -> Sequence[Queued]:
        """As they were when they were last read, in their order."""
        return self._entries

    @property
    def is_on(self) -> bool:
        """True while this window trains one after another."""
        return self._is_on

    @property
    def is_pausing(self) -> bool:
        """True while the process has been asked to end and has not done so yet."""
        return not self._is_on and self._child is not None

    def find(self, number: str) -> Queued | None:
        """One of them by its id."""
        return next((entry for entry in self._entries if entry.id == number), None)

    @property
    def trained(self) -> Queued | None:
        """What this window's process trains; None for nothing."""
        return None if self._child is None else self.find(self._trained)

    @property
    def is_trained_elsewhere(self) -> bool:
        """True while another window trains one of them, or a process that outlived its window."""
        running = [entry.id for entry in self._entries if entry.state == RUNNING]
        return any(self._child is None or number != self._trained for number in running)

    def why_not_start(self) -> str:
        """Why the queue cannot be trained now; empty when it can."""
        if self._is_on or self.is_pausing:
            return tr("The queue is being trained.")
        if not any(entry.state in (WAITING, INTERRUPTED, RUNNING) for entry in self._entries):
            return tr("No experiment waits.")
        return ""

    # --- looking --------------------------------------------------------------------

    def wake(self) -> None:
        """Somebody sees it: it is read again and again."""
        self._is_seen = True
        self.look()
        self._timer.start()

    def rest(self) -> None:
        """Nobody sees it any more."""
        self._is_seen = False
        if not self._is_on and self._child is None:
            self._timer.stop()

    def look(self) -> None:
        """Reads it anew; :attr:`changed` follows where something is new."""
        if self._task is None:
            self._task = LatestTask(self, name="queue")
            self._task.done.connect(self._take)
        if not self._task.is_busy:
            self._changes_read = self._num_changes
            self._task.submit(_read)

    @Slot(object)
    def _take(self, answer: list[Queued] | str) -> None:
        if isinstance(answer, str):
            self._timer.stop()
            self._fail(answer)
        elif self._changes_read == self._num_changes and answer != self._entries:
            self._entries = answer
            self.changed.emit()

    # --- verbs ----------------------------------------------------------------------

    def add(self, spec: ExperimentSpec, number: str = "") -> None:
        """Puts an experiment at the end.

        Args:
            number: Of nets that were written beside the queue, from which it goes on.
        """
        from ffstudio.files.runs.queue import keep_experiment

        def change(entries: list[Queued]) -> list[Queued]:
            return [*entries, keep_experiment(spec, _describe(spec, bool(number)), number=number)]

        if self._change(change):
            self.added.emit(spec.title)

    def place_nets(self) -> tuple[str, Path]:
        """An id for an entry that goes on from nets, and where these are to be written first.

        Raises:
            OSError: The folder of the queue cannot be made.
        """
        from ffstudio.files.runs.queue import place_nets

        return place_nets()

    def replace(self, number: str, spec: ExperimentSpec) -> None:
        """Gives an entry that waits another experiment.

        Nets that it is to go on from stay where the experiment would make the same; else it begins
        with new ones, which is said.
        """
        from ffstudio.files.runs.queue import keep_experiment

        lost: list[str] = []

        def renew(entry: Queued) -> Queued:
            others = self._list_others(entry, spec)
            lost[:] = others
            keeps = entry.goes_on and not others
            return keep_experiment(spec, _describe(spec, keeps), entry, keeps_nets=keeps)

        def change(entries: list[Queued]) -> list[Queued]:
            return [
                renew(entry) if entry.id == number and entry.state in (WAITING, FAILED) else entry
                for entry in entries
            ]

        if self._change(change) and lost:
            self._state.message.emit(
                tr(
                    "{name} begins with new weights now: the nets that it was to go on from were "
                    "made otherwise ({settings}).",
                    name=spec.title,
                    settings=", ".join(lost[:_MOST_NAMED]),
                )
            )

    def why_not_replace(self, number: str) -> str:
        """Why an entry cannot be given the builder's experiment; empty when it can."""
        entry, spec = self.find(number), self._state.spec
        if entry is None or entry.state not in (WAITING, FAILED):
            return tr("Choose one that waits or has failed.")
        if spec.network is None or not entry.goes_on or self._state.problems:
            return self._state.why_not_apart()
        others = self._list_others(entry, spec)
        return say_others(others) if others else ""

    def why_not_nets(self) -> str:
        """Why the nets shown cannot go on in the queue by the builder's experiment; empty when
        they can.
        """
        made = self._state.shown.spec
        others = [] if made is None else list_unlike(made, self._state.spec)
        return say_others(others) if others else ""

    @staticmethod
    def _list_others(entry: Queued, spec: ExperimentSpec) -> list[str]:
        """Where an experiment would make other nets than an entry is to go on from."""
        from ffstudio.files.runs.queue import read_experiment

        if not entry.goes_on:
            return []
        try:
            return list_unlike(read_experiment(entry), spec)
        except FfstudioError:  # it is gone, and nobody knows what its nets are
            return [tr("the net itself")]

    def try_again(self, number: str) -> None:
        """Has an entry that failed wait again, from the start."""
        self._set(number, FAILED, state=WAITING, run="", problem="", worker=None, done=0)

    def edit(self, number: str) -> bool:
        """Brings an entry's experiment into the builder, undoably; False when it cannot."""
        from ffstudio.files.runs.queue import read_experiment

        entry = self.find(number)
        if entry is None:
            return False
        try:
            spec = read_experiment(entry)
        except FfstudioError as error:
            self._fail(str(error))
            return False
        self._edits.edit(spec, tr("Edit {name} of the Queue", name=say_title(entry.name)))
        return True

    def remove(self, number: str) -> None:
        """Takes an entry out; a run that was begun stays in the library."""
        from ffstudio.files.runs.queue import forget_experiment

        gone: list[Queued] = []

        def change(entries: list[Queued]) -> list[Queued]:
            # As it is on the disk: another window may have begun it meanwhile.
            gone.extend(e for e in entries if e.id == number and e.state != RUNNING)
            return [entry for entry in entries if entry not in gone]

        if self._change(change):
            for entry in gone:
                forget_experiment(entry)
            if not gone and self.find(number) is not None:
                self._fail(tr("This experiment is being trained by now. Pause the queue first."))

    def clear_finished(self) -> None:
        """Takes out all that have been trained."""
        for entry in list(self._entries):
            if entry.state == DONE:
                self.remove(entry.id)

    def reorder(self, numbers: Sequence[str]) -> None:
        """Puts them into another order; those added meanwhile come last."""
        places = {number: i for i, number in enumerate(numbers)}

        def change(entries: list[Queued]) -> list[Queued]:
            return sorted(entries, key=lambda entry: places.get(entry.id, len(places)))

        self._change(change)

    def start(self) -> None:
        """Trains one after another until none waits."""
        if self._child is None:
            self._is_on = True
            self._timer.start()
            self._follow()
            self.changed.emit()

    def pause(self) -> None:
        """Ends the process that trains; what it trains goes on when the queue is started again."""
        from ffstudio.files.runs.queue import ask_to_end

        self._is_on = False
        if self._child is not None:
            ask_to_end(self._child)
        self.changed.emit()

    def close(self, timeout_s: float) -> bool:
        """Pauses, and ends the thread; True when that has ended in time."""
        self._timer.stop()
        deadline = time.monotonic() + timeout_s
        child = self._child
        self.pause()
        ended = self._task is None or self._task.close(timeout_s)
        if child is not None:
            try:
                child.wait(max(deadline - time.monotonic(), 0.05))
            except subprocess.TimeoutExpired:
                _ENDING.append(child)  # in the midst of writing what it has learnt
        return ended

    # --- training -------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        """Looks after the process that trains, and begins the next when it has ended."""
        if self._child is not None and self._child.poll() is not None:
            self._note_end(self._child.returncode)
        if self._is_on and self._child is None:
            self._begin_next()
        if self._is_seen or self._child is not None:
            self.look()
        elif not self._is_on:
            self._timer.stop()

    def _note_end(self, code: int) -> None:
        from ffstudio.files.runs.queue import say_why_failed

        entry, self._child = self.find(self._trained), None
        if entry is None:
            return
        if not self._is_on:  # it was paused
            self.changed.emit()
        elif code < 0 or code > 128:
            self._is_on = False
            self._fail(
                tr(
                    "The process that trained {name} was ended from outside. Nothing is lost: Start "
                    "goes on with it.",
                    name=say_title(entry.name),
                )
            )
            self.changed.emit()
        elif code:
            problem = say_why_failed(entry, code)
            self._set(entry.id, "", state=FAILED, problem=problem)
            self._fail(
                tr(
                    "{name} could not be trained: {problem}",
                    name=say_title(entry.name),
                    problem=problem,
                )
            )

    def _begin_next(self) -> None:
        """Takes the first that waits; one that was interrupted comes before."""
        from ffstudio.files.runs.queue import start_training

        begun: list[tuple[Queued, subprocess.Popen[bytes]]] = []

        def change(entries: list[Queued]) -> list[Queued]:
            if any(entry.state == RUNNING for entry in entries):
                return entries  # another window's, or one that has outlived its window
            waiting = [e for e in entries if e.state == INTERRUPTED]
            waiting += [e for e in entries if e.state == WAITING]
            if not waiting:
                self._is_on = False
                return entries
            begun.append(start_training(waiting[0]))
            return [begun[0][0] if entry.id == waiting[0].id else entry for entry in entries]

        if not self._change(change, patience_ms=0):
            self._is_on = False
        for entry, child in begun:
            self._trained, self._child = entry.id, child

    def _set(self, number: str, only: str, **changes: object) -> None:
        """Changes an entry, where it is in the state ``only`` by now; in any with none."""
        self._change(
            lambda entries: [
                dataclasses.replace(entry, **changes)  # type: ignore[arg-type]
                if entry.id == number and only in ("", entry.state)
                else entry
                for entry in entries
            ]
        )

    def _change(
        self, change: Callable[[list[Queued]], list[Queued]], patience_ms: int = _LOCK_MS
    ) -> bool:
        """Reads, changes and writes the queue while no other window does; False, and said,
        when that cannot be done.

        Args:
            patience_ms: How long to wait for another window; 0 does without, as it is tried again.
        """
        from ffstudio.files.runs.queue import queue_folder, read_queue, write_queue

        try:
            queue_folder().mkdir(parents=True, exist_ok=True)
            lock = QLockFile(str(queue_folder() / "queue.lock"))
            if not lock.tryLock(patience_ms):
                if not patience_ms:
                    return True
                self._fail(tr("Another window is changing the queue. Try again."))
                return False
            try:
                before = read_queue()
                entries = change(before)
                if entries != before:
                    write_queue(entries)
            finally:
                lock.unlock()
        except (FfstudioError, OSError) as error:
            self._fail(error_words(error))
            return False
        self._num_changes += 1
        if entries != self._entries:
            self._entries = list(entries)
            self.changed.emit()
        return True

    def _fail(self, text: str) -> None:
        self._state.error_raised.emit(UserError(tr("The queue"), text))


def list_unlike(made: ExperimentSpec, spec: ExperimentSpec) -> list[str]:
    """The settings in which nets that go on do not follow an experiment; images, and how they are
    handed to a net out of a file, they do.
    """
    net, wanted = made.network, spec.network
    if net is not None and wanted is not None and net.architecture == wanted.architecture:
        spec = spec.replace(network=net)
    return list_differences(made, spec.replace(data=made.data))


def say_others(settings: Sequence[str]) -> str:
    """Why nets cannot go on by an experiment, for a reader."""
    return tr(
        "Nets that go on stay as they were made, and the builder's experiment would make others "
        "({settings}). Take Their Experiment, in the builder, brings theirs back.",
        settings=", ".join(settings[:_MOST_NAMED]),
    )


def _read() -> list[Queued] | str:
    """In the thread."""
    from ffstudio.files.runs.queue import read_queue

    try:
        return read_queue()
    except FfstudioError as error:
        return str(error)


def _describe(spec: ExperimentSpec, goes_on: bool = False) -> str:
    """What an experiment is, in a line."""
    layers = ", ".join(short_text(layer) for layer in spec.layers)
    if spec.network is not None:
        layers = spec.network.source or spec.network.architecture.name
    if goes_on:
        layers = tr("{nets}, going on from what they have learnt", nets=layers)
    text = tr("{data}: {layers}", data=DATASETS[spec.data.name].label, layers=layers)
    made_from = find_preset(spec)
    if not made_from or made_from == spec.name:
        return text
    return tr("made from {preset} · {text}", preset=made_from, text=text)
