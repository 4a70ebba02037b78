"""Model and experiment files: opened, saved, and exported for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errand import Errand
from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.experiment import reading
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.run.history import History
from ffstudio.core.shipped_nets import SHIPPED_NETS, name_of_shipped_net
from ffstudio.core.words import tr
from ffstudio.jobs.activities import Activity
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.engine_protocol import Engine
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.opening import Opening
from ffstudio.jobs.post import Post
from ffstudio.jobs.runs import Runs
from ffstudio.jobs.shown import OpenedFile, Shown
from ffstudio.jobs.state import RUN_IS_ACTIVE, StudioState, UserError
from ffstudio.jobs.strangers import Strangers
from ffstudio.jobs.watching import Watching

if TYPE_CHECKING:
    from ffstudio.files.foreign.contents import Foreign

_NOT_SAVED = "The model was not saved"


class ModelFiles(QObject):
    """Opens files in a thread of its own and has the engine write them.

    Args:
        runs: Knows when the engine's thread may write.
        post: Has a function run in the GUI thread.
    """

    def __init__(
        self,
        state: StudioState,
        edits: Edits,
        runs: Runs,
        strangers: Strangers,
        opening: Opening,
        watching: Watching,
        post: Post,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state, self._edits, self._runs = state, edits, runs
        self._opening, self._watching = opening, watching
        self._strangers, self._post = strangers, post
        self._written: list[Activity] = []
        self._task = LatestTask(self, name="files")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)

    def close(self, timeout_s: float) -> bool:
        """Ends the thread and what it reads; True when it has ended in time."""
        self._opening.cancel()
        return self._task.close(timeout_s)

    @property
    def is_busy(self) -> bool:
        """True while a file is being opened."""
        return self._task.is_busy

    @property
    def being_written(self) -> str:
        """What is being saved, for a reader: ``Saving net.h5``; empty for nothing."""
        return self._written[-1].title if self._written else ""

    # --- opening --------------------------------------------------------------------

    def open(self, path: str | Path, *, quietly: bool = False) -> None:
        """Opens a model (``.h5``, ``.keras``), an experiment (``.json``) or the folder of a run.

        A run that somebody else is training is watched.

        Args:
            quietly: For the shipped model: the file does not become the current file.
        """
        path = Path(path)
        if self._state.status.is_active:
            self._state.error_raised.emit(UserError(tr("Not now"), tr(RUN_IS_ACTIVE)))
        elif path.is_dir():
            self._task.submit(_read_run, path, self._opening.begin(path))
        elif path.suffix.lower() == ".json":
            self._open_experiment(path)
        else:
            errand = None if quietly else self._opening.begin(path)
            self._task.submit(_read, path, errand)

    def _open_experiment(self, path: Path) -> None:
        errand = self._opening.begin(path)
        try:
            spec = reading.read_experiment(path)
        except FfstudioError as error:
            self._opening.end(errand)
            self._refuse(str(error))
            return
        self._opening.end(errand)
        self._edits.edit(spec, tr("Open {path_name}", path_name=path.name))
        self._state.model_opened.emit(str(path))

    @Slot(object)
    def _take(self, read: _Read) -> None:
        errand = read.errand
        if errand is not None and not self._opening.is_wanted(errand):
            return
        if errand is not None and not isinstance(
            read.answer, (OpenedFile, _WrittenByOthers, FfstudioError)
        ):
            self._strangers.open(read.path, read.answer, errand)
            return
        if errand is not None:
            self._opening.end(errand)
        if isinstance(read.answer, FfstudioError):
            if read.quietly:
                self._state.message.emit(str(read.answer))
            else:
                self._refuse(str(read.answer))
        elif isinstance(read.answer, OpenedFile):
            self._show(read.answer, read.quietly)
        elif isinstance(read.answer, _WrittenByOthers):
            self._watching.begin(read.path)

    def _show(self, file: OpenedFile, quietly: bool) -> None:
        if self._state.status.is_active:
            if not quietly:
                self._state.error_raised.emit(UserError(tr("Not now"), tr(RUN_IS_ACTIVE)))
            return
        archive, path = file.archive, file.path
        if path.is_dir():
            self._show_run(file)
            return
        shipped = name_of_shipped_net(path)
        self._strangers.close()
        if not quietly:
            name = SHIPPED_NETS[shipped].label if shipped else path.name
            self._edits.edit(archive.spec, tr("Open {name}", name=name))
        self._state.show(
            Shown(
                archive.snapshot,
                archive.spec,
                archive.history,
                file=file,
                # Saving never writes over a file that comes with the program.
                path=None if quietly or shipped else path,
                origin=path,
            )
        )
        if shipped and not quietly:
            title = SHIPPED_NETS[shipped].title
            self._state.message.emit(tr("Opened: {title}", title=title))
        elif not quietly:
            self._state.model_opened.emit(str(path))
            if archive.notes:
                self._state.message.emit(" ".join(archive.notes))

    def _show_run(self, file: OpenedFile) -> None:
        """Shows the nets of a run that is kept in a folder; going on extends it."""
        archive = file.archive
        self._strangers.close()
        self._edits.edit(archive.spec, tr("Open Run {spec_name}", spec_name=archive.spec.title))
        self._state.show(
            Shown(
                archive.snapshot,
                archive.spec,
                archive.history,
                archive.last_epochs,
                file=file,
                unsaved=True,
                kept=file.path,
                finished=archive.finished,
                judged=archive.judged,
            )
        )
        self._state.message.emit(tr("Opened the run {spec_name}", spec_name=archive.spec.title))

    @Slot(str, str)
    def _fail(self, message: str, details: str) -> None:
        self._opening.finish()
        self._refuse(message, details)

    def _refuse(self, message: str, details: str = "") -> None:
        self._state.error_raised.emit(UserError(tr("The file was not opened"), message, details))

    # --- saving ---------------------------------------------------------------------

    def save(self, path: str | Path, which: str = "both", shown: Shown | None = None) -> None:
        """Writes the nets, with settings, optimizer state, history and seed.

        Args:
            path: Ends in ``.h5`` or ``.keras``.
            which: ``both`` (Forward-Forward with its twin inside), ``ff`` or ``bp``.
            shown: Which nets; those that are shown by default.
        """
        self._runs.take_events()
        path, shown = Path(path), (shown or self._state.shown).standing()
        if not shown.has_model:
            text = tr("There is no model yet. Train one or open one first.")
            self._state.error_raised.emit(UserError(tr("Nothing to save"), text))
            return
        is_whole = which == "both" or (shown.spec is not None and shown.spec.algorithms == which)
        # The curves grow on in this thread while the engine's writes them.
        curves = shown.history.copy()

        def write(engine: Engine) -> None:
            engine.save_session(shown.take_session(engine), path, which, curves)

        self._write(
            path,
            write,
            tr(_NOT_SAVED),
            lambda: self._state.note_saved(path, shown if is_whole else None),
            lambda: self._save_again(path, which, shown),
            None if shown.is_past else curves,
        )

    def keep_copy(self, path: Path, then: Callable[[], None]) -> None:
        """Writes the nets that are shown, as they are now, for another process.

        They are in no file of the user's for that.

        Args:
            then: Follows once they are on the disk.
        """
        self._runs.take_events()
        shown = self._state.shown.standing()
        curves = shown.history.copy()
        self._write(
            path,
            lambda engine: engine.save_session(shown.take_session(engine), path, "both", curves),
            tr(_NOT_SAVED),
            then,
            lambda: None,
        )

    def _save_again(self, path: Path, which: str, shown: Shown) -> None:
        """Saves what a run did not come to, unless it has failed and its nets are gone."""
        if shown.is_past:
            self.save(path, which, shown)
        elif self._state.newest.number == shown.number:
            self.save(path, which, self._state.newest)
        else:
            text = tr(
                "{path_name} was to hold nets whose run has failed; nothing was written.",
                path_name=path.name,
            )
            self._state.error_raised.emit(UserError(tr(_NOT_SAVED), text))

    def export_net(self, path: str | Path) -> None:
        """Writes the backprop net that is shown in another program's format.

        Args:
            path: Its ending says which: see :mod:`ffstudio.core.model_formats`.
        """
        snapshot = self._state.snapshot
        if snapshot is None or snapshot.bp is None:
            text = tr("There is no backprop net yet. Train one or open one first.")
            self._state.error_raised.emit(UserError(tr("Nothing to save"), text))
        else:
            self._export(snapshot.bp, Path(path))

    def export_scores(self, path: str | Path) -> None:
        """Writes the Forward-Forward net that is shown in another program's format.

        Args:
            path: As for :meth:`export_net`.
        """
        snapshot = self._state.snapshot
        if snapshot is None or snapshot.ff is None:
            text = tr("There is no Forward-Forward net yet. Train one or open one first.")
            self._state.error_raised.emit(UserError(tr("Nothing to save"), text))
        else:
            self._export(snapshot.ff, Path(path))

    def _export(self, net: NetworkSnapshot | FFSnapshot, path: Path) -> None:
        notes = [tr("Saved {path}.", path=path)]

        def write(engine: Engine) -> None:
            if isinstance(net, FFSnapshot):
                done = engine.write_scores(net, path)
            else:
                done = engine.write_model(engine.of_snapshot(net), path)
            notes.extend(done.notes)

        self._write(
            path,
            write,
            tr("The net was not saved"),
            lambda: self._state.net_exported.emit(str(path), " ".join(notes)),
            lambda: self._export(net, path),
        )

    def _write(
        self,
        path: Path,
        write: Callable[[Engine], None],
        title: str,
        done: Callable[[], None],
        again: Callable[[], None],
        curves: History | None = None,
    ) -> None:
        """Writes a file in the engine's thread, and says here how it went.

        Args:
            title: Of the error when it goes wrong.
            again, curves: See :meth:`Runs.do`.
        """

        activity = self._state.activities.begin(tr("Saving {path_name}", path_name=path.name))
        self._written.append(activity)

        def end(then: Callable[[], None]) -> None:
            self._written.remove(activity)
            self._state.activities.end(activity)
            then()

        def fail(error: UserError) -> None:
            self._post(lambda: end(lambda: self._state.error_raised.emit(error)))

        def work(engine: Engine) -> None:
            try:
                write(engine)
            except FfstudioError as error:
                fail(UserError(title, str(error)))
            except Exception as error:
                import traceback

                text = tr(
                    "It did not work: {error_words}. Your model is still open; try another place.",
                    error_words=error_words(error),
                )
                fail(UserError(title, text, traceback.format_exc()))
            else:
                self._post(lambda: end(done))

        self._runs.do(work, lambda: end(again), curves)

    def save_experiment(self, path: str | Path) -> None:
        """Writes the experiment being edited as JSON."""
        try:
            write_text_atomically(Path(path), reading.to_json(self._state.spec))
        except OSError as error:
            text = tr(
                "{path} cannot be written ({error_words}). Choose another place.",
                path=path,
                error_words=error_words(error),
            )
            self._state.error_raised.emit(UserError(tr("The experiment was not saved"), text))
            return
        self._state.message.emit(tr("Saved {path}", path=path))


def find_run_folder(path: Path) -> Path | None:
    """The run's folder that a path means: itself, or the one that holds the file; None for none."""
    from ffstudio.files.runs.opening import holds_run

    if path.is_dir():
        return path if holds_run(path) else None
    is_of_run = path.name in ("run.json", "record.jsonl", "latest.npz")
    return path.parent if is_of_run and holds_run(path.parent) else None


class _WrittenByOthers:
    """The run in a folder is under way in another process."""


@dataclass(frozen=True)
class _Read:
    """A file's contents, a stranger's as the sandbox has read them, or why there are none."""

    path: Path
    errand: Errand | None
    answer: OpenedFile | Foreign | _WrittenByOthers | FfstudioError

    @property
    def quietly(self) -> bool:
        """True for what nobody has asked for: the shipped model."""
        return self.errand is None


def _read(path: Path, errand: Errand | None) -> _Read:
    from ffstudio.core.describe.cards import OURS
    from ffstudio.files.foreign import sandbox
    from ffstudio.files.ours.archive import read_archive

    try:
        if errand is not None:
            # Whoever made the file, another process is the first to read it.
            contents = sandbox.examine(path, errand=errand)
            if contents.card.kind != OURS:
                return _Read(path, errand, contents)
            errand.tell(tr("reading nets and curves"))
        # That process has looked at it; it must be the same content still.
        digest = "" if errand is None else contents.digest
        return _Read(path, errand, OpenedFile(read_archive(path, digest), path))
    except FfstudioError as error:
        return _Read(path, errand, error)


def _read_run(path: Path, errand: Errand) -> _Read:
    from ffstudio.files.runs.opening import open_run
    from ffstudio.files.runs.watching import is_under_way_elsewhere

    try:
        if is_under_way_elsewhere(path):
            return _Read(path, errand, _WrittenByOthers())
        return _Read(path, errand, OpenedFile(open_run(path), path))
    except FfstudioError as error:
        return _Read(path, errand, error)
