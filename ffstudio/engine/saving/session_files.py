"""Saving a session as a Keras model file with everything needed to go on training."""

from __future__ import annotations

import io
import json
import platform
from dataclasses import replace
from pathlib import Path

import h5py
import keras
import numpy as np
import tensorflow as tf

# keras.Model.save writes to a path only; these are what it calls.
from keras.src.legacy.saving.legacy_h5_format import save_model_to_hdf5
from keras.src.saving.saving_lib import save_model as save_model_to_zip

import ffstudio
from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import FfstudioError, ModelFileError, error_words
from ffstudio.core.model_formats import session_suffixes
from ffstudio.core.run.history import History
from ffstudio.core.words import tr
from ffstudio.engine.training.session import Session
from ffstudio.files.ours.archive import (
    Archive,
    add_to_zip,
    read_archive,
    same_nets,
    same_states,
    write_group,
)


def versions() -> dict[str, str]:
    """What the engine runs on."""
    return {
        "ffstudio": ffstudio.__version__,
        "python": platform.python_version(),
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "numpy": np.__version__,
    }


def save_session(
    session: Session,
    path: str | Path,
    which: str = "both",
    history: History | None = None,
    with_optimizer: bool = True,
) -> None:
    """Writes a model file, reads it back, and only then puts it in its place.

    Args:
        path: Ends in ``.h5`` or ``.keras``.
        which: ``both``, ``ff`` or ``bp``. Keras sees the Forward-Forward net when it is
            inside, else the backprop net.
        history: Curves to keep with it; none by default.
        with_optimizer: False leaves out the optimizer's moments (two thirds of the file);
            training then goes on with fresh ones.

    Raises:
        ModelFileError: The net asked for was not trained, or the file cannot be written.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in session_suffixes():
        raise ModelFileError(
            tr(
                "{path_name} ends in {suffix}.", path_name=path.name, suffix=suffix or tr("nothing")
            ),
            tr(
                "Let the name end in {session_suffixes}.",
                session_suffixes=tr(" or ").join(session_suffixes()),
            ),
        )
    states = session.states()
    if which != "both":
        if which not in states:
            name = "Forward-Forward" if which == "ff" else "backprop"
            raise ModelFileError(tr("There is no {name} net.", name=name), tr("Train one first."))
        states = {which: states[which]}
    if not with_optimizer:
        states = {
            name: {k: v for k, v in state.items() if not k.startswith("optimizer_")}
            for name, state in states.items()
        }
    spec = session.spec.replace(algorithms="both" if len(states) == 2 else next(iter(states)))
    trainer = session.ff if "ff" in states else session.bp
    assert trainer is not None  # noqa: S101 - states names the trainers there are
    snapshot = session.snapshot()
    expected = replace(
        snapshot,
        ff=snapshot.ff if "ff" in states else None,
        bp=snapshot.bp if "bp" in states else None,
    )
    curves = history if history is not None else History()
    ours = (spec, session.shape, states, curves, session.plan, versions())

    def write(temporary: Path) -> None:
        # Both formats are put together in memory: where HDF5 runs out of disk it crashes
        # the process, and plain bytes do not.
        memory = io.BytesIO()
        with h5py.File(memory, "w") as file:
            if suffix == ".h5":
                save_model_to_hdf5(trainer.model, file, include_optimizer=False)
                _register_name(trainer.model, file)
            write_group(file, *ours)
        if suffix == ".keras":
            archive = io.BytesIO()
            save_model_to_zip(trainer.model, archive)
            add_to_zip(archive, memory.getvalue())
            memory = archive
        temporary.write_bytes(memory.getbuffer())

    def check(temporary: Path) -> None:
        archive = read_archive(temporary)
        same = same_nets(archive.snapshot, expected) and same_states(archive.states, states)
        if not same or (archive.spec, archive.shape, archive.plan) != (
            spec,
            session.shape,
            session.plan,
        ):
            raise ModelFileError(
                tr("The file does not read back as it was written."), tr("Try again.")
            )

    try:
        write_atomically(path, write, check)
    except OSError as error:
        raise ModelFileError(
            tr(
                "{path} cannot be written ({error_words}).",
                path=path,
                error_words=error_words(error),
            ),
            tr("Choose another place or make room."),
        ) from error


def _register_name(model: keras.Model, file: h5py.File) -> None:
    """The .h5 layout names the bare class; Keras finds ours by its registered name only."""
    config = json.loads(file.attrs["model_config"])
    config["class_name"] = keras.saving.get_registered_name(type(model))
    file.attrs["model_config"] = json.dumps(config).encode()


def load_session(path: str | Path) -> Session:
    """A session as it was saved; attach data (or use ``continue_session``) to go on training.

    Raises:
        ModelFileError: ffstudio has not saved it, or it is damaged.
    """
    return session_of(read_archive(path), Path(path).name)


def session_of(archive: Archive, name: str) -> Session:
    """A session out of what a file holds.

    Args:
        name: The file's name, for messages.

    Raises:
        ModelFileError: It is damaged.
    """
    try:
        session = Session.restore(
            archive.spec, archive.shape, archive.states, archive.plan, archive.history.seconds
        )
        session.best, session.ended = archive.best, archive.ended
        return session
    except FfstudioError as error:
        raise ModelFileError(f"{name}: {error.message}", error.advice) from error
    except (TypeError, ValueError) as error:  # optimizer states of kinds no optimizer has
        raise ModelFileError(
            tr("{name}: its training state is damaged.", name=name), tr("Train anew.")
        ) from error
