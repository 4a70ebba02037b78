"""Runs kept in folders while they train, and taken up again."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from ffstudio.core.errors import RunFolderError, error_words
from ffstudio.core.experiment.presets import find_preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.streaming import pieces_of
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.core.words import tr
from ffstudio.engine.saving.session_files import versions
from ffstudio.engine.training.session import Session
from ffstudio.files.ours.archive import same_states
from ffstudio.files.runs.checkpoints import read_checkpoint
from ffstudio.files.runs.folder import RunFolder, folder_name, new_card
from ffstudio.files.runs.library import keep_within, runs_folder
from ffstudio.files.runs.recorder import Recorder
from ffstudio.files.runs.resume import Resumable, take_up

Tell = Callable[[str], None]


def _say_nothing(text: str) -> None:
    """For whoever does not want to be told."""


def checksum(data: PreparedData) -> int:
    """Of the images to learn from and their labels: CRC-32."""
    total = 0
    for part in pieces_of(data.train.x):
        total = zlib.crc32(np.ascontiguousarray(part).data, total)
    return zlib.crc32(data.train.y.tobytes(), total)


def begin_run(
    session: Session,
    folder: str | Path | None = None,
    *,
    preset: str | None = None,
    judging: Judging = Judging.WHOLE,
    tell: Tell = _say_nothing,
    curves: History | None = None,
    by: str = "",
) -> Recorder:
    """Has a session's next run kept: pass the recorder's ``take`` what the run tells.

    ::

        recorder = begin_run(session, "my-run")
        session.run(recorder.take, checkpoints=True)
        recorder.close()

    Args:
        folder: Where; None for one among the user's runs.
        preset: What the experiment was made from; None to find out by the experiment itself.
        tell: Called, in another thread, with a sentence when something is wrong.
        curves: Of nets that have learnt before, out of a file.
        by: What trains it: see :class:`~ffstudio.files.runs.folder.RunCard`.

    Raises:
        RunFolderError: It cannot be written, or holds a run already.
        TrainingError: The session has no images.
    """
    data = session.training_data()
    card = new_card(
        session.spec,
        data.title,
        versions(),
        preset=find_preset(session.spec) if preset is None else preset,
        judging=judging,
        images=checksum(data),
        by=by,
        pictures=data.appearance.text,
    )
    if folder is None:
        dropped = keep_within(runs_folder())
        if dropped:
            tell(
                tr(
                    "All runs together had reached their budget: weights of {dropped} epochs of "
                    "old runs were let go of. Runs with a star are left alone.",
                    dropped=dropped,
                )
            )
        folder = runs_folder() / folder_name(card)
    made = RunFolder.create(Path(folder), card, session.spec)
    return Recorder(made, session.spec, elsewhere=runs_folder(), tell=tell, curves=curves)


def continue_run(session: Session, folder: str | Path, *, tell: Tell = _say_nothing) -> Recorder:
    """Has the next run of a session whose last one was kept extend that.

    Raises:
        RunFolderError: The folder does not hold the session as it stands, another process
            writes it, or it cannot be written.
    """
    kept = RunFolder(Path(folder))
    kept.refuse_if_gone()
    try:
        kept.take_over()  # before it is looked at: another window may train it on
        try:
            stored = read_checkpoint(kept.latest_path).checkpoint
            if not same_states(stored.states, session.states()):
                raise RunFolderError(
                    tr("{folder} holds other nets by now.", folder=folder),
                    tr("Keep the run elsewhere."),
                )
        except RunFolderError:
            kept.let_go()
            raise
        return Recorder(kept, session.spec, elsewhere=runs_folder(), tell=tell, goes_on=True)
    except OSError as error:
        raise RunFolderError(
            tr(
                "{folder} cannot be written ({error_words}).",
                folder=folder,
                error_words=error_words(error),
            ),
            tr("Keep the run elsewhere."),
        ) from error


def resume_run(
    run: Resumable, data: PreparedData, *, tell: Tell = _say_nothing
) -> tuple[Session, Recorder]:
    """A session that goes on where a run was ended, and the recorder of the rest.

    Its curves continue bit for bit as those of a run that nobody interrupted, on the same
    machine and versions.

    Args:
        run: From :func:`ffstudio.files.runs.resume.read_resumable`.

    Raises:
        RunFolderError: The images are others, another process trains it, or its folder cannot
            be written.
        TrainingError: The checkpoint does not fit.
    """
    if run.card.images and run.card.images != checksum(data):
        raise RunFolderError(
            tr(
                "The images of {data_title} are not those that the run has learnt from.",
                data_title=data.title,
            ),
            tr("Bring back the files it was begun with, or train anew."),
        )
    if run.checkpoint is None:
        session = Session(_where_found(run.folder.read_spec(), data), data)
    else:
        spec = _where_found(run.checkpoint.spec, data)
        session = Session.from_checkpoint(dataclasses.replace(run.checkpoint, spec=spec), data)
    take_up(run)
    recorder = Recorder(run.folder, session.spec, elsewhere=runs_folder(), tell=tell)
    return session, recorder


def _where_found(spec: ExperimentSpec, data: PreparedData) -> ExperimentSpec:
    """The experiment with the place where its file of images lies by now: the same images."""
    return spec.replace(data=dataclasses.replace(spec.data, path=data.spec.path))
