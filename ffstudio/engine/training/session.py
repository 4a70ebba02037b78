"""Both nets of one experiment: trained side by side, looked at, restored."""

from __future__ import annotations

from collections.abc import Sequence

from ffstudio.core.run.control import Control
from ffstudio.core.run.events import RunFinished, SettingChanged
from ffstudio.core.run.judging import Judging
from ffstudio.engine.training.session_nets import Emit, SessionNets, Standing
from ffstudio.engine.training.session_run import SessionRun
from ffstudio.engine.training.trainer import tell_nobody


class Session(SessionNets):
    """The nets of one experiment, to be trained.

    It keeps no curves: whoever listens to a run does, for example with
    ``session.run(history.add)``. So there is one copy of them, in the listener's thread.
    """

    def run(
        self,
        emit: Emit | None = None,
        control: Control | None = None,
        run_id: int = 0,
        before: Standing | None = None,
        judging: Judging = Judging.WHOLE,
        *,
        checkpoints: bool = False,
        changes: Sequence[SettingChanged] = (),
    ) -> RunFinished:
        """Trains to the end of the plan, or until ``control`` ends it.

        Args:
            emit: Called with every :class:`~ffstudio.core.run.events.Event`; must not block.
            control: Pause, step, stop and live changes.
            before: Where a run that is cancelled or fails goes back to; by default to where
                the session stands now. ``continue_session`` has changed more than that.
            judging: What each epoch but the last is judged on.
            changes: What is changed at which step, as an earlier run told it, to repeat that.
            checkpoints: Whether a :class:`~ffstudio.core.run.events.CheckpointTaken` follows every epoch and the end.

        Returns:
            The last event: how the run ended, test accuracies and seconds.
        """
        self.training_data()
        before = before or self.standing()
        run = SessionRun(
            self,
            emit or (lambda event: None),
            control or Control(),
            run_id,
            before,
            judging,
            checkpoints,
            changes,
        )
        try:
            return run.go()
        except Exception:
            self.go_back(before)
            raise
        finally:
            self.tell_to(None)
            self.clock.take_apart()  # of a run that has failed
            for trainer in self.trainers:
                trainer.tell_phase = tell_nobody
