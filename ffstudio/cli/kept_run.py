"""A run without a window that is kept in a folder while it trains."""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ffstudio.cli.run_data import load_found, with_found_data
from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errors import FfstudioError, ModelFileError, RunFolderError, error_words
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.presets import find_preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.matching import say_what_differs
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import CheckpointTaken, Event, RunFinished, SettingChanged
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.files.runs.folder import HISTORY_CSV, HISTORY_JSON, MODEL, RunFolder
from ffstudio.files.runs.library import find_run, runs_folder
from ffstudio.files.runs.recorder import Recorder
from ffstudio.files.runs.resume import read_resumable

if TYPE_CHECKING:
    from ffstudio.engine import Session


@dataclass
class KeptRun:
    """A session, its curves, and where both are kept.

    Attributes:
        recorder: None where nothing is to be kept.
        import_s: What importing the engine took.
        device: What trains, for a reader.
        changes: What is changed while it trains, at which step, as an earlier run told it.
    """

    session: Session
    data: PreparedData
    recorder: Recorder | None
    preset: str | None
    judging: Judging
    versions: dict[str, str]
    import_s: float
    device: str
    history: History = field(default_factory=History)
    changes: tuple[SettingChanged, ...] = ()

    @property
    def folder(self) -> Path | None:
        """Where it is kept now."""
        return None if self.recorder is None else self.recorder.folder.path

    def train(
        self,
        report: Callable[[Event], object],
        control: Control,
        tensorboard: Path | None = None,
    ) -> RunFinished:
        """Trains to the end, or until ``control`` ends it.

        Args:
            tensorboard: Where TensorBoard's event files are written too.

        Raises:
            TrainingError: Nothing can be written there.
        """
        recorder, events = self.recorder, None

        def follow(event: Event) -> None:
            if recorder is not None:
                recorder.take(event)
            if not isinstance(event, CheckpointTaken):
                self.history.add(event)
                report(event)
                if events is not None:
                    events.take(event)

        try:
            if tensorboard is not None:
                from ffstudio import engine

                events = engine.EventFiles(tensorboard, self.session.spec)
            return self.session.run(
                follow,
                control,
                run_id=1,
                judging=self.judging,
                checkpoints=recorder is not None,
                changes=self.changes,
            )
        except BaseException:
            if recorder is not None:
                recorder.close()
            raise
        finally:
            if events is not None:
                events.close()

    def finish(self) -> bool:
        """Writes the nets and the curves; False, and said, when that cannot be done."""
        if self.recorder is None:
            return True
        self.recorder.close()
        first = self.recorder.folder.path
        # Where the disk is full or gone, what was learnt is worth another place.
        for folder in (first, _find_free(runs_folder() / first.name)):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                self._write(folder)
            except (FfstudioError, OSError) as error:
                why = error_words(error)
                print(f"ffstudio: {folder} could not be written: {why}", file=sys.stderr)
            else:
                print(f"Wrote {folder}", file=sys.stderr)
                return folder == first and not self.recorder.problem
        return False

    def _write(self, folder: Path) -> None:
        from ffstudio import engine

        engine.save_session(self.session, folder / MODEL, history=self.history)
        run, preset, seed = folder.name, self.preset or "", self.session.spec.seed
        text = self.history.to_json(run=run, preset=preset, seed=seed)
        write_text_atomically(folder / HISTORY_CSV, self.history.to_csv(run, preset, seed))
        write_text_atomically(folder / HISTORY_JSON, text)
        write_text_atomically(folder / "experiment.json", reading.to_json(self.session.spec))


def _find_free(folder: Path) -> Path:
    """A folder of that name, or with a number behind it, that is not there yet."""
    names = (folder.with_name(f"{folder.name}-{n}") for n in itertools.count(2))
    return next(path for path in itertools.chain((folder,), names) if not path.exists())


def _import_engine() -> float:
    """Imports the engine; returns the seconds it took."""
    start = time.perf_counter()
    from ffstudio import engine

    del engine
    return time.perf_counter() - start


def _tell(text: str) -> None:
    print(f"ffstudio: {text}", file=sys.stderr, flush=True)


def begin(
    spec: ExperimentSpec,
    data: PreparedData,
    out: Path | None,
    *,
    preset: str | None,
    judging: Judging,
    is_kept: bool,
    changes: tuple[SettingChanged, ...] = (),
    nets: OpenedNets | None = None,
) -> KeptRun:
    """A run from the start, or one that goes on from nets out of a file.

    Args:
        preset: What the experiment was made from; None to find out by the experiment itself.
        changes: As :attr:`KeptRun.changes`.

    Raises:
        RunFolderError: ``out`` cannot be written, or holds a run already: found out before
            anything is trained.
    """
    if out is not None:
        _try(out)
    preset = find_preset(spec) if preset is None else preset
    import_s = _import_engine() if nets is None else nets.import_s
    from ffstudio import engine

    if nets is None:
        session, curves = engine.Session(spec, data), History()
    else:
        learnt_from = nets.session.shape
        session, curves = engine.continue_session(nets.session, spec, data), nets.curves
        for text in say_what_differs(data, learnt_from.class_names, learnt_from.appearance):
            _tell(text)
        data = session.training_data()
        # What it is called is said of the run, not of the nets.
        session.spec = session.spec.replace(name=spec.name, description=spec.description)
        _tell_of_settings(spec, session.spec)
    recorder = None
    if is_kept:
        recorder = engine.begin_run(
            session, out, preset=preset, judging=judging, tell=_tell, curves=curves or None
        )
        if nets is not None:
            # Killed within its first epoch, it goes on from these nets, not from new ones.
            recorder.take(CheckpointTaken(0, session.checkpoint()))
    return KeptRun(
        session,
        data,
        recorder,
        preset or None,
        judging,
        engine.versions(),
        import_s,
        engine.training_device().text,
        curves.copy(),
        changes,
    )


def _tell_of_settings(asked: ExperimentSpec, taken: ExperimentSpec) -> None:
    """Names what an experiment asks for that nets which go on do not take over."""
    wanted, there = (reading.flatten(reading.to_dict(spec)) for spec in (asked, taken))
    said = [
        f"{name} stays {json.dumps(there.get(name))} (asked for: {json.dumps(wanted.get(name))})"
        for name in {**there, **wanted}
        if there.get(name) != wanted.get(name)
    ]
    if said:
        more = f" and {len(said) - _TOLD} more" if len(said) > _TOLD else ""
        print(
            f"The nets go on as they were made: {'; '.join(said[:_TOLD])}{more}.", file=sys.stderr
        )


# So many settings are named one by one.
_TOLD = 5


@dataclass(frozen=True)
class OpenedNets:
    """Nets out of a file that go on learning.

    Attributes:
        curves: What they had learnt; empty where the file does not tell.
        import_s: What importing the engine took.
    """

    session: Session
    curves: History
    import_s: float = 0.0


def open_nets(path: Path) -> OpenedNets:
    """The nets in anybody's model file, as they are to go on.

    Raises:
        FfstudioError: It cannot be read, or holds nets that cannot be trained; says why.
    """
    from ffstudio.core.describe.cards import OURS
    from ffstudio.files.foreign import sandbox
    from ffstudio.files.ours.archive import read_archive

    contents = sandbox.examine(path)
    if contents.card.kind == OURS:
        archive = read_archive(path, contents.digest)
        import_s = _import_engine()
        from ffstudio import engine

        return OpenedNets(engine.session_of(archive, path.name), archive.history, import_s)
    import_s = _import_engine()
    from ffstudio import engine

    opened = engine.take_up(contents)
    if opened.session is None:
        raise ModelFileError(
            f"{path.name}: its net cannot be trained.", "Only classifiers go on learning."
        )
    return OpenedNets(opened.session, History(), import_s)


def _try(out: Path) -> None:
    """Finds out whether a run can be kept in a folder, before TensorFlow is imported."""
    RunFolder(out).refuse_if_taken()
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_text_atomically(out / ".ffstudio-try", "")
        (out / ".ffstudio-try").unlink()
    except OSError as error:
        raise RunFolderError(
            f"{out} cannot be written ({error_words(error)}).", "Name another --out."
        ) from error


def resume(name: str, path: Path | None = None) -> KeptRun:
    """A run that goes on where it was ended.

    Args:
        path: ``--data``: where its file of images lies by now.

    Raises:
        FfstudioError: There is none, it has ended already, or it cannot go on; says why.
    """
    run = read_resumable(find_run(name))
    checkpoint, finished = run.checkpoint, run.record.finished
    is_whole = (run.folder.path / MODEL).exists()
    if checkpoint is not None and checkpoint.is_done and finished is not None and is_whole:
        raise RunFolderError(
            f"{run.folder.path} has been trained to the end of its experiment.",
            "Open its model.h5 in the window to go on beyond that.",
        )
    spec = run.folder.read_spec() if checkpoint is None else checkpoint.spec
    spec = with_found_data(spec, path)
    data = load_found(spec)
    import_s = _import_engine()
    from ffstudio import engine

    session, recorder = engine.resume_run(run, data, tell=_tell)
    _tell_where(run.folder, session.epoch, run.card.versions, engine.versions())
    return KeptRun(
        session,
        data,
        recorder,
        run.card.preset or None,
        run.card.judging,
        engine.versions(),
        import_s,
        engine.training_device().text,
        run.record.history,
    )


def _tell_where(folder: RunFolder, epoch: int, before: object, now: dict[str, str]) -> None:
    print(f"Going on with {folder.path.name} after epoch {epoch}.", file=sys.stderr)
    if before != now:
        print(
            "It was begun with other versions: numbers may differ in their last digits.",
            file=sys.stderr,
        )
