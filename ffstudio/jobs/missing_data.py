"""What can be done when a data set is not on this computer: one job, wherever it is offered."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import DATASETS, KnownDataset
from ffstudio.core.images.datasets.download import download
from ffstudio.core.images.understanding.value_range import AUTOMATIC
from ffstudio.core.run.status import DataState
from ffstudio.core.words import tr
from ffstudio.jobs.activities import Activity
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.image_source import ImageSource
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import StudioState

# The preset that is ready where nothing has been downloaded.
STAND_IN = "digits-quick"
_DIGITS = "digits"


class MissingData(QObject):
    """Downloads what is missing, or has other images take its place.

    Args:
        use: Has the studio use an experiment from now on.

    Signals:
        changed(): A download began or ended, or the digits stand in for something, or no more.
        stood_in(): At a first start the bundled digits have taken the place of a missing set.
    """

    changed = Signal()
    stood_in = Signal()

    def __init__(
        self,
        state: StudioState,
        edits: Edits,
        images: ImageSource,
        use: Callable[[ExperimentSpec], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state, self._edits, self._images, self._use = state, edits, images, use
        self._activity: Activity | None = None
        self._known: KnownDataset | None = None
        self._failure = ""
        self._first: ExperimentSpec | None = None
        self._instead_of: ExperimentSpec | None = None
        # Shows images before they are used; None: they are used at once.
        self.ask_first: Callable[[DataSpec], None] | None = None
        self._task = LatestTask(self, name="download")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)
        state.spec_changed.connect(self._follow)
        state.data_state_changed.connect(self._follow_data)

    def close(self, timeout_s: float) -> bool:
        """Cancels a download and ends the thread; True when it has ended in time."""
        self.cancel()
        return self._task.close(timeout_s)

    # --- to read --------------------------------------------------------------------

    @property
    def download_under_way(self) -> Activity | None:
        """The download, or None."""
        return self._activity

    @property
    def wanted(self) -> KnownDataset | None:
        """The data set that is missing, or that the digits stand in for."""
        if self._instead_of is not None:
            return DATASETS[self._instead_of.data.name]
        if self._state.data_state[0] is DataState.MISSING:
            return DATASETS[self._state.spec.data.name]
        return None

    @property
    def is_stand_in(self) -> bool:
        """True while the bundled digits stand in for a data set that is not here."""
        return self._instead_of is not None

    def why(self) -> str:
        """Why there are no images, or others than one might expect; else empty."""
        wanted = self.wanted
        if self._failure:
            return self._failure
        if wanted is not None and self.is_stand_in:
            return tr(
                "Bundled digits, because {wanted_label} is not on this computer.",
                wanted_label=wanted.label,
            )
        return self._state.data_state[1] if wanted is not None else ""

    # --- what can be done -----------------------------------------------------------

    @Slot()
    def start_download(self) -> None:
        """Fetches the data set that is missing, unless it is on its way."""
        known = self.wanted
        if known is None or not known.downloads or self._activity is not None:
            return
        self._failure, self._known = "", known
        self._activity = self._state.activities.begin(
            tr("Downloading {known_label}", known_label=known.label), self.cancel
        )
        self._task.submit(_download, known, self._activity.errand)
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Ends the download; nothing of it is kept."""
        if self._activity is not None:
            self._activity.errand.call_off()

    @Slot()
    def use_digits(self) -> None:
        """Takes the bundled digits, undoably."""
        data = dataclasses.replace(self._state.spec.data, name=_DIGITS, path="")
        self._edit_data(data, tr("Use Bundled Digits"))

    def use_file(self, path: Path) -> None:
        """Takes a file or folder of the user's, undoably; asks first where somebody does."""
        spec = self._state.spec.data
        data = dataclasses.replace(spec, name="file", path=str(path), range=AUTOMATIC)
        if (data.name, data.path) == (spec.name, spec.path):
            data = spec  # they were looked at when they were chosen first
        if self.ask_first is None or data == spec:
            self.take_data(data)
        else:
            self.ask_first(data)

    def take_data(self, data: DataSpec) -> None:
        """Puts a file that was chosen into the experiment, undoably."""
        self._edit_data(data, tr("Choose Data File"))

    @Slot()
    def keep_digits(self) -> None:
        """The digits no longer stand in for anything: they are what is wanted."""
        self._instead_of, self._failure = None, ""
        self.changed.emit()

    def _edit_data(self, data: DataSpec, text: str) -> None:
        self._edits.edit(self._state.spec.replace(data=data), text)

    # --- the first start --------------------------------------------------------------

    def let_digits_stand_in(self) -> None:
        """For the experiment of a first start, which nobody has chosen yet.

        If its data set is not on this computer, the digits take its place and it is said.
        """
        self._first = self._state.spec
        self._images.stand_in = self._stand_in

    def _stand_in(self) -> bool:
        """True when the digits have taken the place of what is missing."""
        first, self._first, self._images.stand_in = self._first, None, None
        if first is None or self._state.spec != first:
            return False  # somebody has chosen it, or another
        self._use(preset(STAND_IN))
        self._instead_of = first
        self._images.load()
        self.changed.emit()
        self.stood_in.emit()
        return True

    # --- what comes of it -------------------------------------------------------------

    @Slot(object)
    def _follow(self, spec: ExperimentSpec) -> None:
        if self._instead_of is not None and spec.data.name != _DIGITS:
            self.keep_digits()

    @Slot(object, str)
    def _follow_data(self, state: DataState, message: str) -> None:
        if state is not DataState.MISSING and not self.is_stand_in:
            self._failure = ""
        self.changed.emit()

    @Slot(object)
    def _take(self, error: FfstudioError | None) -> None:
        known = self._end()
        if error is not None or known is None:
            self._failure = str(error or "")
            self.changed.emit()
        elif self._instead_of is not None and self._instead_of.data.name == known.name:
            spec, first = self._state.spec, self._instead_of
            data = dataclasses.replace(spec.data, name=known.name, path="")
            asked = first if spec == preset(STAND_IN) else spec.replace(data=data)
            self._edits.edit(asked, tr("Use {known_label}", known_label=known.label))
        elif self._state.spec.data.name == known.name:
            self._images.reload()
            self.changed.emit()
        else:
            self._state.message.emit(
                tr("{known_label} is on this computer now.", known_label=known.label)
            )
            self.changed.emit()

    @Slot(str, str)
    def _fail(self, message: str, details: str) -> None:
        self._end()
        self._failure = tr(
            "The download failed ({message}). Try again or choose a file.", message=message
        )
        self.changed.emit()

    def _end(self) -> KnownDataset | None:
        known, self._known = self._known, None
        self._state.activities.end(self._activity)
        self._activity = None
        return known


def _download(known: KnownDataset, errand: Errand) -> FfstudioError | None:
    try:
        errand.tell(tr("asking the server"))
        download(
            known,
            lambda done, total: errand.tell("", done, total or 0, is_size=True),
            lambda: errand.is_called_off,
        )
    except CalledOff:
        return FfstudioError(tr("The download was cancelled."))
    except FfstudioError as error:
        return error
    return None
