"""Opening and saving: which file, what may be lost by it, and what comes after."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ffstudio.core.disk import identify_file
from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.spec import UNTITLED, ExperimentSpec
from ffstudio.core.images.containers.hdf5_file import is_hdf5
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import KnownDataset, data_set_of_file
from ffstudio.core.lessons.reading import is_lesson_file
from ffstudio.core.model_formats import holds_model, holds_session
from ffstudio.core.shipped_nets import (
    FIRST,
    SHIPPED_NETS,
    find_shipped_net,
    name_of_shipped_net,
)
from ffstudio.core.words import tr
from ffstudio.gui.commands.command import MenuChoice
from ffstudio.gui.dialogs import questions
from ffstudio.gui.dialogs.file_filters import (
    EXPERIMENT_FILTER,
    EXPERIMENT_NAME,
    EXPERIMENT_SUFFIX,
    model_filter,
    net_filter,
    scores_filter,
)
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.data_preview import DataPreview
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.model_files import find_run_folder
from ffstudio.jobs.others import holds_curves
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

# Bytes of an HDF5 file from which on its names are sought in a thread of its own.
_LONG_LOOKED_THROUGH = 2**23


class Files(QObject):
    """What the File menu does.

    Args:
        bring_up: Shows the panel of that name.
        window: Parent of the dialogs.

    Attributes:
        asks: False loses what is unsaved without a question.
    """

    def __init__(
        self,
        studio: Studio,
        settings: Settings,
        messages: Messages,
        bring_up: Callable[[str], None],
        themes: ThemeManager,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._themes = themes
        studio.missing_data.ask_first = self.preview
        self._studio, self._settings, self._messages = studio, settings, messages
        self._bring_up, self._window = bring_up, window
        self.asks = True
        self._open_lesson: Callable[[Path], object] | None = None
        # Tells of large files what they are.
        self._telling = LatestTask(self, name="kind")
        self._telling.done.connect(self._open_as)
        self._telling.failed.connect(self._tell_failure)
        # What the model's file was when it was last opened or written here.
        self._known: dict[Path, tuple[int, int] | None] = {}
        self._after_save: tuple[Path, Callable[[], object]] | None = None
        studio.model_opened.connect(self._note_opened)
        studio.model_saved.connect(self._note_saved)
        studio.model_changed.connect(self._note_shipped)
        studio.run_finished.connect(self._save_after_run)
        messages.failed.connect(self._call_off)

    def take_lessons(self, open_lesson: Callable[[Path], object]) -> None:
        """Says who opens lesson files."""
        self._open_lesson = open_lesson

    def close(self) -> None:
        """Ends the background work."""
        self._telling.close()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._messages.fail(UserError(tr("The file was not opened"), message, details))

    # --- new ------------------------------------------------------------------------

    def new_experiment(self) -> None:
        """Starts from the default settings, undoably."""
        self._studio.edits.edit(ExperimentSpec(), tr("New Experiment"))

    def presets(self) -> Sequence[MenuChoice]:
        """The experiments that come along."""
        try:
            specs = presets()
        except FfstudioError as error:
            self._messages.fail(UserError(tr("The presets cannot be read"), str(error)))
            return []
        return [
            MenuChoice(
                f"preset_{name}",
                spec.name if spec.name != UNTITLED else name,
                tr(spec.description),
                lambda spec=spec, name=name: self._studio.edits.edit(
                    spec, tr("Preset {name}", name=name)
                ),  # type: ignore[misc]
            )
            for name, spec in specs.items()
        ]

    # --- open -----------------------------------------------------------------------

    def recent(self) -> Sequence[MenuChoice]:
        """The files opened and saved last."""
        files = [
            MenuChoice(
                f"recent_{number}",
                path.name,
                str(path),
                lambda path=path: self.open_path(path),  # type: ignore[misc]
            )
            for number, path in enumerate(self._settings.recent_files, start=1)
        ]
        if not files:
            return []
        forget = self._settings.clear_recent_files
        return [
            *files,
            MenuChoice(
                "clear_recent", tr("Clear List"), tr("Forget these files."), forget, apart=True
            ),
        ]

    def ask_and_open(self) -> None:
        """Asks for a file and opens it."""
        path = questions.OpenDialog.ask(self._window, self._settings.folder("open"))
        if path is not None:
            self._settings.set_folder("open", path)
            self.open_path(path)

    def open_path(self, path: str | Path) -> None:
        """Opens a model, an experiment, a lesson, a data set, curves or the folder of a run."""
        path = Path(path)
        self._telling.forget()
        run = find_run_folder(path)
        if run is not None:
            self.open_run(run)
        elif holds_curves(path):
            self._studio.others.add([path])
        elif is_hdf5(path) and path.stat().st_size > _LONG_LOOKED_THROUGH:
            # Only the names in it tell data from models.
            self._studio.message.emit(tr("Looking into {path_name}…", path_name=path.name))
            self._telling.submit(_tell_kind, path)
        else:
            self._open_as(_tell_kind(path))

    @Slot(object)
    def _open_as(self, told: tuple[Path, KnownDataset | None]) -> None:
        (path, known), studio = told, self._studio
        if not path.is_file() and (known is None or not path.exists()):
            text = tr("{path} does not exist or is not a file.", path=path)
            self._messages.fail(UserError(tr("The file was not opened"), text))
        elif self._open_lesson is not None and is_lesson_file(path):
            self._open_lesson(path)
        elif known is not None and not holds_model(path):
            self._use_data(path, known)
        else:
            is_experiment = path.suffix.lower() == EXPERIMENT_SUFFIX
            replaces_model = not is_experiment and not studio.status.is_active
            if not replaces_model or self.may_lose_model(lambda: studio.files.open(path)):
                studio.files.open(path)

    @Slot(object)
    def open_run(self, folder: Path) -> None:
        """Opens a run that is kept; one that somebody else trains is watched."""
        self._take_folder(folder, self._studio.files.open)

    def watch_folder(self, folder: Path) -> None:
        """Watches the folder of a run that somebody else trains."""
        self._take_folder(folder, self._studio.watching.begin)

    def _take_folder(self, folder: Path, take: Callable[[Path], object]) -> None:
        """Asks first about nets that are neither kept nor saved."""
        studio = self._studio
        if studio.status.is_active:
            text = tr("A run is active. Stop or cancel it first, then open the run again.")
            self._messages.fail(UserError(tr("Not now"), text))
        elif self.may_lose_unkept(lambda: take(folder)):
            take(folder)

    def list_shipped(self) -> Sequence[MenuChoice]:
        """The trained nets that come with the program."""
        shown = self._studio.shown
        on = name_of_shipped_net(shown.origin) if shown.is_shipped else ""
        choices = []
        for name, net in SHIPPED_NETS.items():
            open_it: Callable[[], object] = lambda name=name: self.open_shipped(name)  # type: ignore[misc]  # noqa: E731
            choices.append(MenuChoice(f"shipped_{name}", net.label, net.about, open_it, name == on))
        return choices

    def open_shipped(self, name: str = FIRST) -> None:
        """Opens trained nets that come with the program; the next start begins with them.

        Args:
            name: One of :data:`~ffstudio.core.shipped_nets.SHIPPED_NETS`.
        """
        try:
            path = find_shipped_net(name)
        except FfstudioError as error:
            self._messages.fail(UserError(tr("The shipped net was not opened"), str(error)))
        else:
            self.open_path(path)

    @Slot()
    def _note_shipped(self) -> None:
        """Shown, not only asked for: who keeps other nets instead begins with those of before."""
        shown = self._studio.shown
        if shown.is_shipped:
            self._settings.first_net = name_of_shipped_net(shown.origin)

    def _use_data(self, path: Path, known: KnownDataset) -> None:
        if self._studio.status.is_active:
            text = tr("A run is active. Stop or cancel it first, then open the file again.")
            self._messages.fail(UserError(tr("Not now"), text))
            return
        spec = self._studio.spec
        data = DataSpec(
            known.name,
            str(path.resolve()),
            subset=spec.data.subset,
            validation=spec.data.validation,
            colours=spec.data.colours,
        )
        if (data.name, data.path) == (spec.data.name, spec.data.path) or not self.asks:
            kept = spec.data
            data = dataclasses.replace(
                data, range=kept.range, transposed=kept.transposed, colours=kept.colours
            )
            self._take_data(data)
        else:
            self.preview(data)

    def preview(self, data: DataSpec) -> None:
        """Shows images before they are used; the user takes them or not."""
        if not self.asks:
            self._take_data(data)
            return
        preview = DataPreview(
            data, self._studio.spec.seed, self._studio.images, self._themes, self._window
        )
        preview.used.connect(self._take_data)
        preview.open()

    @Slot(object)
    def _take_data(self, data: DataSpec) -> None:
        path = Path(data.path)
        if self._studio.status.is_active:
            text = tr("A run is active. Stop or cancel it first, then open the file again.")
            self._messages.fail(UserError(tr("Not now"), text))
            return
        self._studio.edits.edit(
            self._studio.spec.replace(data=data), tr("Use {path_name}", path_name=path.name)
        )
        self._settings.add_recent_file(path)
        self._bring_up("data")

    @Slot(str)
    def _note_opened(self, path: str) -> None:
        self._known[Path(path)] = identify_file(Path(path))
        self._settings.add_recent_file(path)
        self._messages.say(tr("Opened {Path_name}", Path_name=Path(path).name))

    # --- what may be lost -----------------------------------------------------------

    def may_lose_model(self, then: Callable[[], object], beside: Sequence[str] = ()) -> bool:
        """True when there is nothing to lose or the user lets it go.

        Args:
            then: What to do after saving, when the user wants to save first.
            beside: Sentences on what else comes to an end.
        """
        if not self.asks:
            return True
        if not self._studio.has_unsaved_model:
            return not beside or questions.CloseWhileBusyDialog.ask(self._window, beside)
        answer = questions.UnsavedModelDialog.ask(
            self._window, self._model_name(), self._is_kept(), beside
        )
        if answer is questions.Leave.SAVE:
            self._save_then(then)
        return answer is questions.Leave.DISCARD

    def may_lose_unkept(self, then: Callable[[], object]) -> bool:
        """As :meth:`may_lose_model`, but nets whose run is kept are not lost."""
        return self._is_kept() or self.may_lose_model(then)

    def _is_kept(self) -> bool:
        """True when the nets as they are now are in the folder of their run."""
        kept = self._studio.newest.kept
        return kept is not None and kept.is_dir()

    def may_lose_run(self, then: Callable[[], object], beside: Sequence[str] = ()) -> bool:
        """True when no run is active or the user lets it go; see :meth:`may_lose_model`."""
        if not self.asks:
            return True
        if not self._studio.status.is_active:
            return self.may_lose_model(then, beside)
        answer = questions.CloseWhileTrainingDialog.ask(
            self._window,
            self._studio.newest.kept is not None,
            beside,
            self._studio.status_changed,
        )
        if answer is questions.Leave.MOOT:  # the run has ended while it was asked about
            return self.may_lose_model(then, beside)
        if answer is questions.Leave.SAVE:
            self._save_then(then)
        return answer is questions.Leave.DISCARD

    def _save_then(self, then: Callable[[], object]) -> None:
        """Stops the run if there is one, saves the model, then goes on with ``then``."""
        self._studio.moments.leave()  # what would be lost are the nets as they are now
        path = self._choose_model_path()
        if path is None:
            return
        self._after_save = (path, then)
        if self._studio.status.is_active:
            self._studio.runs.stop()
        else:
            self._studio.files.save(path)

    @Slot(object)
    def _save_after_run(self, event: object) -> None:
        if self._after_save is not None:
            path, _ = self._after_save
            self._studio.files.save(path)

    @Slot(object)
    def _call_off(self, error: UserError) -> None:
        """Something went wrong: nothing shall be lost after it."""
        self._after_save = None

    def _model_name(self) -> str:
        """The experiment that made the nets, which need not be the one in the builder."""
        return (self._studio.trained_spec or self._studio.spec).name

    # --- save -----------------------------------------------------------------------

    def _choose_model_path(self) -> Path | None:
        """The model's file, unless somebody else has written to it meanwhile: that is asked about."""
        path = self._studio.model_path
        if path is None:
            return self._ask_model_path(tr("Save Model"))
        now = identify_file(path)
        if self.asks and now is not None and now != self._known.get(path, now):
            answer = questions.ChangedFileDialog.ask(self._window, path.name)
            if answer is questions.Leave.SAVE:
                return self._ask_model_path(tr("Save Model As"))
            if answer is questions.Leave.STAY:
                return None
        return path

    def _ask_model_path(self, title: str) -> Path | None:
        current = self._studio.model_path
        stem = current.stem if current else file_stem(self._model_name())
        at = self._studio.moments.at
        if at is not None and current is None:
            stem = f"{stem}-epoch-{at}"
        folder = current.parent if current else self._settings.folder("save")
        return self._ask_path(title, folder / f"{stem}.h5", model_filter(), "save")

    def _ask_path(self, title: str, suggested: Path, filters: str, purpose: str) -> Path | None:
        path = questions.SaveDialog.ask(self._window, title, suggested, filters)
        if path is not None:
            self._settings.set_folder(purpose, path)
        return path

    def save_model(self) -> None:
        """Writes the model to its file; asks for one if it has none."""
        path = self._choose_model_path()
        if path is not None:
            self._studio.files.save(path)

    def save_model_as(self) -> None:
        """Asks for a file and writes the model."""
        path = self._ask_model_path(tr("Save Model As"))
        if path is not None:
            self._studio.files.save(path)

    def save_twin_as(self) -> None:
        """Asks for a file and writes the backprop net alone."""
        stem = file_stem(self._model_name())
        suggested = self._settings.folder("save") / f"{stem}-backprop.keras"
        path = self._ask_path(tr("Save Backprop Net As"), suggested, net_filter(), "save")
        if path is None:
            return
        if holds_session(path) and self._studio.has_model:
            self._studio.files.save(path, which="bp")
        else:
            self._studio.files.export_net(path)

    def save_ff_net_as(self) -> None:
        """Asks for a file and writes the Forward-Forward net alone."""
        stem = file_stem(self._model_name())
        suggested = self._settings.folder("save") / f"{stem}-forward-forward.keras"
        title = tr("Save Forward-Forward Net As")
        path = self._ask_path(title, suggested, scores_filter(), "save")
        if path is None:
            return
        if holds_session(path):
            self._studio.files.save(path, which="ff")
        else:
            self._studio.files.export_scores(path)

    def save_experiment_as(self) -> None:
        """Asks for a file and writes the settings."""
        stem = file_stem(self._studio.spec.title)
        suggested = self._settings.folder("experiment") / f"{stem}{EXPERIMENT_NAME}"
        path = self._ask_path(tr("Save Experiment As"), suggested, EXPERIMENT_FILTER, "experiment")
        if path is not None:
            self._studio.files.save_experiment(path)
            if path.is_file():
                self._settings.add_recent_file(path)

    @Slot(str)
    def _note_saved(self, path: str) -> None:
        self._known[Path(path)] = identify_file(Path(path))
        self._settings.add_recent_file(path)
        self._messages.say(tr("Saved {path}", path=path))
        if self._after_save is None or self._studio.status.is_active:
            return  # a run that is to be saved when it has ended has not
        awaited, then = self._after_save
        if Path(path) == awaited:
            self._after_save = None
            QTimer.singleShot(0, then)


def _tell_kind(path: Path) -> tuple[Path, KnownDataset | None]:
    return path, data_set_of_file(path)


def file_stem(name: str) -> str:
    """A file name made of an experiment's name."""
    kept = "".join(c if c.isalnum() or c in " -_." else "-" for c in name).strip(" .")
    return kept or "model"
