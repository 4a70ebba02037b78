"""The images at hand as the nets that are shown take them: tried out where they are others' ones."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.matching import label_as_net, match_classes, say_place_by_place
from ffstudio.core.look.other_images import Taken, are_its_own, may_be_taken, take_as_net
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import StudioState


class JudgedImages(QObject):
    """Classes by name, and pictures in the size, values and paper that a net has learnt from.

    Images that nets learn from or have learnt from are handed over as they are. Others are tried
    out in the background when somebody asks for them; until that is done, and where no way is
    better, they are as they come.

    Signals:
        changed(): They are handed over otherwise now.
    """

    changed = Signal()

    def __init__(self, state: StudioState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        # What was asked last, what is being tried, and the answer.
        self._asked: tuple[object, ...] = ()
        self._taken: Taken | None = None
        self._is_trying = False
        self._plain: tuple[PreparedData | None, tuple[str, ...], PreparedData | None]
        self._plain = None, (), None
        self._errand = Errand()
        self._task = LatestTask(self, name="handing")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)

    def close(self, timeout_s: float) -> bool:
        """Ends the thread; True when it has ended in time."""
        self._errand.call_off()
        return self._task.close(timeout_s)

    @property
    def data(self) -> PreparedData | None:
        """The images as the nets take them, as far as that is known by now."""
        data, snapshot = self._state.data, self._state.snapshot
        if data is None or snapshot is None or self._are_own(data, snapshot):
            return data
        if not self._state.status.is_active:
            self._look(data, snapshot)
            if self._taken is not None:
                return self._taken.data
        names = snapshot.class_names
        if self._plain[0] is not data or self._plain[1] != names:
            self._plain = data, names, label_as_net(data, names)
        return self._plain[2]

    @property
    def text(self) -> str:
        """What was done to labels and pictures, in sentences; empty where nothing was."""
        data, snapshot = self._state.data, self._state.snapshot
        if data is None or snapshot is None or self._are_own(data, snapshot):
            return ""
        taken = self._taken
        if snapshot.role == "classifier" and taken is None and not self._is_trying:
            return say_place_by_place(data, snapshot.class_names)
        return "" if taken is None else " ".join(filter(None, [taken.matching.text, taken.text]))

    @property
    def is_trying(self) -> bool:
        """True until it is known how the images at hand are taken."""
        return self._is_trying and self._state.data is not None

    def place_of(self, index: int, which: str) -> int | None:
        """Where an image of the data set is among those that the nets take; None for nowhere.

        Args:
            which: ``train``, ``validation`` or ``test``.
        """
        data, taken = self._state.data, self.data
        if data is None or taken is None or taken is data:
            return index
        matchings = match_classes(data.class_names, taken.class_names)
        matching = self._taken.matching if self._taken is not None else matchings[0]
        known = matching.to_net[data.samples(which).y] >= 0
        return int(known[:index].sum()) if known[index] else None

    def _are_own(self, data: PreparedData, snapshot: ModelSnapshot) -> bool:
        if self._state.status.is_active and data.class_names == snapshot.class_names:
            return True  # the run has looked
        fits = data.class_names == snapshot.class_names
        fits = fits and data.image_shape == snapshot.image_shape
        return fits and are_its_own(data, self._state.trained_spec)

    def _look(self, data: PreparedData, snapshot: ModelSnapshot) -> None:
        which = self._state.judged_on
        asked = (data, snapshot.class_names, snapshot.image_shape, self._state.shown.number, which)
        if len(asked) == len(self._asked) and all(
            a is b or (not isinstance(a, PreparedData) and a == b)
            for a, b in zip(asked, self._asked, strict=True)
        ):
            return
        self._asked, self._taken = asked, None
        self._errand.call_off()
        self._errand = Errand()
        self._is_trying = may_be_taken(data, snapshot)
        if not self._is_trying:
            return
        self._task.submit(
            _try_out, asked, data, snapshot, self._state.trained_spec, which, self._errand
        )

    @Slot(object)
    def _take(self, answer: tuple[tuple[object, ...], Taken | None] | None) -> None:
        if answer is None or answer[0] is not self._asked:
            return
        self._taken, self._is_trying = answer[1], False
        self.changed.emit()

    @Slot(str, str)
    def _fail(self, message: str, details: str) -> None:
        self._is_trying = False
        self._state.message.emit(message)
        self.changed.emit()


def _try_out(
    asked: tuple[object, ...],
    data: PreparedData,
    snapshot: ModelSnapshot,
    made: ExperimentSpec | None,
    which: str,
    errand: Errand,
) -> tuple[tuple[object, ...], Taken | None] | None:
    try:
        return asked, take_as_net(data, snapshot, made, which, errand)
    except CalledOff:
        return None
