"""Forward-Forward nets in other formats: images in, a score of every label out."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import numpy as np

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import ModelFileError, error_words
from ffstudio.core.model_formats import MODEL_FORMATS, ModelFormat, format_of, holds_session
from ffstudio.core.words import tr
from ffstudio.engine.forward_forward.nets import ForwardForwardNet
from ffstudio.engine.saving.session_files import save_session, session_of
from ffstudio.files.ours.archive import Archive

# By how much another program's scores may differ from ours, as a share of the largest.
_CLOSE = 1e-4


def scores_formats() -> tuple[ModelFormat, ...]:
    """Those that can hold a Forward-Forward net."""
    return tuple(f for f in MODEL_FORMATS.values() if f.session_label or f.holds_scores)


def write_scores(
    archive: Archive, name: str, target: str | Path, asked: str | None = None
) -> tuple[Path, str, list[str]]:
    """Writes the Forward-Forward net of a file, reads it back, compares its scores.

    Args:
        name: Of the file that it is from, for messages.
        asked: Name of a format, where the ending does not say it.

    Returns:
        The path, the format's name, and what a user should know.

    Raises:
        ModelFileError: The format cannot hold the net, something that the format needs is not
            installed, or the file cannot be written.
    """
    target = Path(target)
    known = format_of(target, asked)
    if known not in scores_formats():
        endings = ", ".join(f.endings[0] for f in scores_formats())
        raise ModelFileError(
            tr(
                "{label} has no place for a Forward-Forward net, which scores each label by itself.",
                label=known.label,
            ),
            tr("Let the name end in one of {endings}.", endings=endings),
        )
    if not target.parent.is_dir():
        raise ModelFileError(
            tr("There is no folder {parent}.", parent=target.parent), tr("Choose another place.")
        )
    session = session_of(archive, name)
    notes = ["Its output is a score of every label: the largest is the net's answer."]
    if known.session_label:
        # A name of another ending was asked for by the format's.
        if not holds_session(target):
            raise ModelFileError(
                tr(
                    "{target_name} does not end in {ending}.",
                    target_name=target.name,
                    ending=known.endings[0],
                ),
                tr("Let it."),
            )
        save_session(session, target, "ff", archive.history)
        notes.append("Keras loads it after 'from ffstudio import engine'.")
        return target, known.name, notes
    assert session.ff is not None  # noqa: S101 - the file has such a net
    net = session.ff.model
    rng = np.random.default_rng(0)
    images = rng.random((4, archive.shape.num_inputs), np.float32)
    expected = np.asarray(net(images))
    writer = importlib.import_module(known.writer)
    content: bytes = writer.write_scores(net, notes)

    def check(temporary: Path) -> None:
        if not _scores_alike(temporary, net, writer, images, expected, notes):
            raise ModelFileError(
                tr("The file does not read back as it was written."), tr("Try again.")
            )

    try:
        write_atomically(target, lambda path: path.write_bytes(content), check)
    except OSError as error:
        raise ModelFileError(
            tr(
                "{target} cannot be written ({error_words}).",
                target=target,
                error_words=error_words(error),
            ),
            tr("Choose another place or make room."),
        ) from error
    height, width = archive.shape.image_shape
    notes.append(f"It wants rows of {height}×{width} pixels as 0–1.")
    return target, known.name, notes


def _scores_alike(
    path: Path,
    net: ForwardForwardNet,
    writer: ModuleType,
    images: np.ndarray,
    expected: np.ndarray,
    notes: list[str],
) -> bool:
    output = writer.output_of(path, net, [images], notes)
    if output is None:
        return True
    scale = max(float(np.abs(expected).max()), 1e-6)
    return output.shape == expected.shape and bool(
        np.allclose(output, expected, rtol=0, atol=_CLOSE * scale)
    )
