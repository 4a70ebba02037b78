"""The reins of a run: what the user asks, taken up by the engine between two batches."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum


class RunCommand(Enum):
    """What the engine shall do next."""

    GO = "go"
    STOP = "stop"
    CANCEL = "cancel"


class Control:
    """Pause, step, stop and live changes; every method may be called from any thread.

    The engine calls :meth:`wait` before each batch, which blocks while paused and
    runs the changes asked for meanwhile in the engine's own thread.
    """

    def __init__(self, paused: bool = False) -> None:
        self._condition = threading.Condition()
        self._paused = paused
        self._budget = 0
        self._until_epoch = False
        self._layers = 0
        self._by_layer = False
        self._command = RunCommand.GO
        self._tasks: list[Callable[[], None]] = []

    # --- asked by the user ----------------------------------------------------------

    def pause(self) -> None:
        with self._condition:
            self._paused = True
            self._budget, self._layers, self._until_epoch = 0, 0, False
            self._condition.notify_all()

    def resume(self) -> None:
        with self._condition:
            self._paused = False
            self._budget, self._layers, self._until_epoch = 0, 0, False
            self._condition.notify_all()

    def step_batch(self) -> None:
        """Trains one more batch (of each algorithm when in step), then pauses."""
        with self._condition:
            self._paused, self._until_epoch = True, False
            self._budget += 1
            self._condition.notify_all()

    def step_layer(self) -> None:
        """Lets one more layer learn its step of a batch, then pauses."""
        with self._condition:
            self._paused, self._until_epoch = True, False
            self._layers += 1
            self._condition.notify_all()

    def step_epoch(self) -> None:
        """Trains to the end of the epoch, then pauses."""
        with self._condition:
            self._paused, self._until_epoch = True, True
            self._condition.notify_all()

    def stop(self) -> None:
        """Ends the run and keeps what was learnt."""
        self._order(RunCommand.STOP)

    def cancel(self) -> None:
        """Ends the run and goes back to the weights before it."""
        self._order(RunCommand.CANCEL)

    def post(self, task: Callable[[], None]) -> None:
        """Has ``task`` run by the engine's thread between two batches."""
        with self._condition:
            self._tasks.append(task)
            self._condition.notify_all()

    def _order(self, command: RunCommand) -> None:
        with self._condition:
            if self._command is not RunCommand.CANCEL:
                self._command = command
            self._condition.notify_all()

    # --- asked by the engine --------------------------------------------------------

    @property
    def is_paused(self) -> bool:
        with self._condition:
            return self._paused and not self._is_granted

    @property
    def _is_granted(self) -> bool:
        return bool(self._budget or self._layers or self._until_epoch)

    @property
    def by_layer(self) -> bool:
        """True when what :meth:`wait` has granted is the step of one layer alone."""
        with self._condition:
            return self._by_layer

    @property
    def ends(self) -> bool:
        """True once stop or cancel was asked; long evaluations look at it."""
        with self._condition:
            return self._command is not RunCommand.GO

    def note_epoch_end(self) -> None:
        """Told by the engine at the end of an epoch."""
        with self._condition:
            self._until_epoch = False

    def wait(
        self,
        on_pause: Callable[[], None],
        on_resume: Callable[[], None],
        before_tasks: Callable[[], object] = lambda: None,
    ) -> RunCommand:
        """Returns when the next batch may be trained or the run shall end.

        Args:
            on_pause: Called once when this call starts to block.
            on_resume: Called once when training goes on after that.
            before_tasks: Called before what was posted is run.
        """
        announced = False
        while True:
            with self._condition:
                tasks, self._tasks = self._tasks, []
                if not tasks:
                    if self._command is not RunCommand.GO:
                        return self._command
                    if not self._paused or self._is_granted:
                        self._by_layer = bool(self._layers) and not self._budget
                        if self._budget:
                            self._budget -= 1
                        elif self._layers:
                            self._layers -= 1
                        break
                    if announced:
                        self._condition.wait()
                        continue
            if tasks:
                before_tasks()
            for task in tasks:
                task()
            if not tasks and not announced:
                announced = True
                on_pause()
        if announced:
            on_resume()
        return RunCommand.GO
