"""A run under way: what the GUI thread and the engine's thread hand each other."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import (
    CheckpointTaken,
    Event,
    PhaseChanged,
    RunFailed,
    SettingChanged,
    StepDone,
)
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.mailbox import Mailbox
from ffstudio.core.run.status import RunPhase
from ffstudio.core.words import tr
from ffstudio.jobs.engine_protocol import Engine, RunRecorder, TrainingSession, Work
from ffstudio.jobs.shown import Shown


@dataclass(frozen=True)
class Keeping:
    """How a run is kept in a folder.

    Attributes:
        tell: Called, in any thread, with a sentence when something is wrong.
        curves: Of nets that had learnt before.
    """

    tell: Callable[[str], None]
    curves: History | None = None


@dataclass(frozen=True)
class _Request:
    """Work to be done between two batches; see :meth:`ffstudio.jobs.runs.Runs.do`."""

    work: Work
    again: Callable[[], None]
    curves: History | None


class Run:
    """A run under way: what the GUI thread and the engine's thread hand each other.

    Attributes:
        number: The ``run_id`` of its events.
        spec: The experiment as it was when the run was asked for.
        control: Its reins.
        judging: What each epoch but the last is judged on.
        session: What it trains; there when its first event is.
        goes_on_from: The nets that it trains on; None for new ones.
        keeping: How it is kept in a folder; None for not at all.
        recorder: Keeps it, while it trains.
        data: What it learns from.
        repeats: What is changed at which step, as an earlier run told it.
    """

    def __init__(
        self,
        number: int,
        spec: ExperimentSpec,
        control: Control,
        mailbox: Mailbox,
        judging: Judging = Judging.WHOLE,
    ) -> None:
        self.number, self.spec, self.control, self.judging = number, spec, control, judging
        self.session: TrainingSession | None = None
        self.goes_on_from: Shown | None = None
        self.keeping: Keeping | None = None
        self.recorder: RunRecorder | None = None
        self.data: PreparedData | None = None
        self.repeats: Sequence[SettingChanged] = ()
        self._mailbox = mailbox
        self._engine: Engine | None = None
        self._has_made_way = False
        self._lock = threading.Lock()
        self._requests: deque[_Request] = deque()

    # --- in the GUI thread ------------------------------------------------------------

    def ask(self, work: Work, again: Callable[[], None], curves: History | None) -> None:
        """Has work done between two batches: see :meth:`ffstudio.jobs.runs.Runs.do`."""
        with self._lock:
            if curves is not None:
                for event in self._mailbox.waiting():
                    curves.add(event)
            self._requests.append(_Request(work, again, curves))
        self.control.post(self._do_next)

    def change(self, algorithm: str, layer: int | None, name: str, value: float | str) -> None:
        """Has a setting changed between two batches."""

        def change() -> None:
            if self.session is not None:
                self.session.change(algorithm, layer, name, value)

        self.control.post(change)

    def list_undone(self) -> list[Callable[[], None]]:
        """What it did not come to, to be asked anew; once its last event has come."""
        return [request.again for request in self._requests]

    # --- in the engine's thread -------------------------------------------------------

    def tell(self, event: Event) -> None:
        """Sends an event to the GUI thread, to the run's folder, and into the curves that wait to
        be written.
        """
        if self.recorder is not None:
            self.recorder.take(event)
        if isinstance(event, CheckpointTaken):
            return  # for the folder alone
        with self._lock:
            for request in self._requests:
                if request.curves is not None:
                    request.curves.add(event)
            self._mailbox.put(event)
        if isinstance(event, StepDone) and self._engine is not None and not self._has_made_way:
            self._has_made_way = True
            self._engine.make_way()

    def go(self, engine: Engine, session: TrainingSession, before: object) -> None:
        """Trains to the end."""
        self._engine, self.session = engine, session
        keeps = self.recorder is not None
        session.run(
            self.tell,
            self.control,
            self.number,
            before,
            self.judging,
            checkpoints=keeps,
            changes=self.repeats,
        )

    def go_on_in(self, engine: Engine, session: TrainingSession, folder: Path) -> None:
        """Has it kept in the folder of the nets that go on, as they stand there."""
        keeping = self.keeping
        if keeping is None:
            return
        try:
            self.recorder = engine.continue_run(session, folder, tell=keeping.tell)
        except FfstudioError as error:
            keeping.tell(tr("The run goes on in a folder of its own: {why}", why=error.message))

    def keep(self, engine: Engine, session: TrainingSession) -> None:
        """Has it kept in a folder of its own from now on, if it is not kept yet."""
        keeping = self.keeping
        if keeping is None or self.recorder is not None:
            return
        try:
            self.recorder = engine.begin_run(
                session,
                judging=self.judging,
                tell=keeping.tell,
                curves=keeping.curves,
                by="window",
            )
        except (FfstudioError, OSError) as error:
            keeping.tell(
                tr("The run is not kept on disk: {error_words}", error_words=error_words(error))
            )

    def abandon(self) -> None:
        """Its process is about to end: it is to be offered again when the next one starts."""
        if self.recorder is not None:
            self.recorder.abandon()

    def end_keeping(self) -> None:
        """Writes what is left of it."""
        if self.recorder is not None:
            self.recorder.close()

    def fail(self, message: str, details: str) -> None:
        """Says that it has ended badly."""
        self.tell(RunFailed(self.number, message, details))

    def _do_next(self) -> None:
        with self._lock:
            request = self._requests.popleft()
        if self._engine is not None:
            request.work(self._engine)


def train_to_the_end(
    engine: Engine, *, run: Run, shown: Shown, data: PreparedData, settled: Callable[[], object]
) -> None:
    """A whole run, in the engine's thread.

    Args:
        shown: The nets that go on; empty ones for a run that starts afresh.
        settled: Called when its folder is written.
    """
    try:
        run.tell(PhaseChanged(run.number, RunPhase.BUILDING))
        session = shown.take_session(engine)
        before = None
        if session is None:
            session = engine.Session(run.spec, data)
        else:
            # Going on may change more than a run does: see engine.continue_session.
            before = session.standing()
            if shown.kept is not None:
                run.go_on_in(engine, session, shown.kept)
            session = engine.continue_session(session, run.spec, data)
        run.keep(engine, session)
        run.go(engine, session, before)
    except FfstudioError as error:
        run.fail(str(error), "")
    except Exception as error:
        import traceback

        run.fail(error_words(error), traceback.format_exc())
    finally:
        run.end_keeping()
        settled()
