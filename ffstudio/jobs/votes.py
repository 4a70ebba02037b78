"""Which layers of the nets that are shown vote: chosen by hand, or on images held back."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.vote_choice import VoteChoice, choose_votes, say_choice
from ffstudio.core.mathematics.layer_choice import why_no_weights
from ffstudio.core.words import tr
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import StudioState, UserError

# Images that a choice is made on, where more are held back.
MOST_IMAGES = 5000


class Votes(QObject):
    """Changes who votes, in the experiment (undoably), in the nets shown and in the run.

    Signals:
        chosen(VoteChoice): Votes were chosen on images held back, and are in force.
    """

    chosen = Signal(object)

    def __init__(self, state: StudioState, edits: Edits, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._edits = state, edits
        self._asked: FFSnapshot | None = None
        self._task: LatestTask | None = None

    @property
    def net(self) -> FFSnapshot | None:
        """The net whose layers vote, where one can choose which; None elsewhere."""
        snapshot = self._state.snapshot
        ff = None if snapshot is None else snapshot.ff
        return None if ff is None or ff.kind.scores_are_logits else ff

    def why_not(self) -> str:
        """Why one cannot choose now, one sentence; empty when one can."""
        shown = self._state.shown
        if self.net is None:
            return tr("There is no net whose layers vote.")
        if shown.is_past:
            return tr("At an earlier moment votes stay as they were: go back to now.")
        if shown.is_watched:
            return tr("Somebody else trains these nets: they are watched, and cannot be changed.")
        return ""

    def why_no_images(self) -> str:
        """Why one cannot choose on images, one sentence; empty when one can."""
        why = self.why_not()
        data = self._state.data
        if why:
            return why
        if data is None or not len(data.validation):
            return tr(
                "No images are held back: set Validation in the experiment's data, and train."
            )
        snapshot = self._state.snapshot
        assert snapshot is not None  # noqa: S101 - why_not has looked
        if snapshot.image_shape != data.image_shape or snapshot.num_classes != data.num_classes:
            return tr("The images held back are not those of the nets shown.")
        return ""

    def choose(self, votes: str) -> None:
        """Has these layers vote, undoably; what is no choice of the net's layers changes nothing."""
        net = self.net
        if net is None or self.why_not() or why_no_weights(votes, len(net.layers)):
            return
        spec = self._state.spec
        ff = dataclasses.replace(spec.ff, votes=votes)
        self._edits.edit(spec.replace(ff=ff), tr("Choose the Layers That Vote"))
        self._apply(votes)  # where the experiment said so already

    def follow(self, before: ExperimentSpec, after: ExperimentSpec) -> None:
        """Has the nets that are shown vote as the experiment says, where nothing else changed."""
        votes = after.ff.votes
        same = before.replace(ff=dataclasses.replace(before.ff, votes=votes)) == after
        if same and before.ff.votes != votes:
            self._apply(votes)

    def _apply(self, votes: str) -> None:
        net = self.net
        if net is None or net.votes == votes or self.why_not():
            return
        if not why_no_weights(votes, len(net.layers)):
            self._state.show(self._state.shown.with_votes(votes))

    # --- on images held back ------------------------------------------------------------

    def choose_on_images(self, *, weighted: bool) -> None:
        """Has the votes chosen that do best on images held back; :attr:`chosen` tells of it.

        Args:
            weighted: Weights for all layers, fitted; otherwise the best run of layers.
        """
        net, data = self.net, self._state.data
        if self.why_no_images() or net is None or data is None:
            return
        if self._task is None:
            self._task = LatestTask(self, name="votes")
            self._task.done.connect(self._take)
            self._task.failed.connect(self._tell_failure)
        self._asked = net
        sample = draw_sample(data.validation, "validation", MOST_IMAGES)
        self._task.submit(choose_votes, net, sample, weighted)

    def close(self) -> None:
        """Ends the background work."""
        if self._task is not None:
            self._task.close(1.0)

    @Slot(object)
    def _take(self, choice: VoteChoice) -> None:
        asked, net = self._asked, self.net
        self._asked = None
        # Not of other nets; of the same ones that have learnt on meanwhile the choice stands.
        if asked is None or net is None or len(net.layers) != len(asked.layers):
            return
        self.choose(choice.votes)
        self.chosen.emit(choice)
        self._state.message.emit(say_choice(choice))

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        title = tr("The layers that vote could not be chosen")
        self._state.error_raised.emit(UserError(title, message, details))
