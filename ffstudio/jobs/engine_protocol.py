"""What the jobs ask of the engine: they hold its objects and never import it.

mypy holds ``ffstudio.engine`` to :class:`Engine` where the program is put together,
in ``ffstudio.app``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.describe.cards import Card
from ffstudio.core.describe.network import Network
from ffstudio.core.describe.preprocessing import Trial
from ffstudio.core.errand import Errand
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.gradient_check import EngineGradients
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import Event, RunFinished, SettingChanged
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.training_device import TrainingDevice

if TYPE_CHECKING:
    from ffstudio.files.foreign.contents import Foreign
    from ffstudio.files.ours.archive import Archive


class TrainingSession(Protocol):
    """The nets of one experiment: ``ffstudio.engine.Session``. The engine's thread owns them."""

    @property
    def spec(self) -> ExperimentSpec:
        """The experiment, with live changes."""

    def look_at(self, network: Network) -> None:
        """Takes up another preprocessing of the same net."""

    def standing(self) -> Any:
        """Where it stands, for ``run`` to go back to."""

    def change(self, algorithm: str, layer: int | None, name: str, value: float | str) -> None:
        """Sets a learning rate, a threshold or which layers vote."""

    def run(
        self,
        emit: Callable[[Event], object],
        control: Control,
        run_id: int,
        before: Any,
        judging: Judging,
        *,
        checkpoints: bool,
        changes: Sequence[SettingChanged] = (),
    ) -> RunFinished:
        """Trains to the end of the plan, or until ``control`` ends it."""


class RunRecorder(Protocol):
    """Keeps a run in a folder: ``ffstudio.files.runs.recorder.Recorder``."""

    @property
    def path(self) -> Path | None: ...

    def take(self, event: Event) -> None: ...

    def abandon(self) -> None: ...

    def close(self, timeout_s: float | None = None) -> bool: ...


class OpenedModel(Protocol):
    """A stranger's model: ``ffstudio.engine.strangers.opened.Opened``, which says more."""

    @property
    def card(self) -> Card: ...

    @property
    def answers(self) -> tuple[str, ...]: ...

    @property
    def answer(self) -> int: ...

    @property
    def trials(self) -> tuple[Trial, ...]: ...

    @property
    def tried_on(self) -> str: ...

    @property
    def was_asked_for(self) -> bool: ...

    @property
    def side(self) -> int: ...

    @property
    def spec(self) -> ExperimentSpec: ...

    @property
    def snapshot(self) -> ModelSnapshot: ...

    @property
    def session(self) -> TrainingSession | None: ...

    @property
    def notes(self) -> tuple[str, ...]: ...

    @property
    def contents(self) -> Foreign: ...

    @property
    def left_out(self) -> tuple[str, ...]: ...


class Written(Protocol):
    """A net in another program's format: ``ffstudio.engine.saving.conversion.Converted``."""

    @property
    def notes(self) -> tuple[str, ...]: ...


class Engine(Protocol):
    """The package ``ffstudio.engine``, as far as the jobs use it.

    Sessions and models that it has made itself come back to it as ``Any``.
    """

    def make_way(self) -> None: ...

    def training_device(self) -> TrainingDevice: ...

    def Session(self, spec: ExperimentSpec, data: PreparedData) -> TrainingSession: ...

    def continue_session(
        self, session: Any, spec: ExperimentSpec, data: PreparedData
    ) -> TrainingSession: ...

    def begin_run(
        self,
        session: Any,
        folder: None = None,
        *,
        judging: Judging,
        tell: Callable[[str], None],
        curves: History | None,
        by: str,
    ) -> RunRecorder: ...

    def continue_run(
        self, session: Any, folder: Path, *, tell: Callable[[str], None]
    ) -> RunRecorder: ...

    def session_of(self, archive: Archive, name: str) -> TrainingSession: ...

    def save_session(self, session: Any, path: Path, which: str, history: History) -> None: ...

    def of_snapshot(self, net: NetworkSnapshot) -> Any: ...

    def read_event_files(self, path: Path) -> dict[str, list[tuple[int, float]]]: ...

    def gradients_of(self, net: NetworkSnapshot, x: Any, target: Any) -> EngineGradients: ...

    def write_model(self, model: Any, target: Path) -> Written: ...

    def write_scores(self, net: FFSnapshot, target: Path) -> Written: ...

    def take_up(
        self,
        contents: Foreign,
        answer: int | None = None,
        errand: Errand | None = None,
        class_names: tuple[str, ...] = (),
        tries_all: bool = False,
    ) -> OpenedModel: ...

    def take_up_side(
        self, path: Path, contents: Foreign, side: int, errand: Errand | None = None
    ) -> OpenedModel: ...

    def complete_weights(
        self,
        contents: Foreign,
        network: Architecture,
        weights: Mapping[str, Sequence[Any]],
        text: str,
        errand: Errand | None = None,
    ) -> OpenedModel: ...


Work = Callable[[Engine], None]
"""What runs in the engine's thread."""
