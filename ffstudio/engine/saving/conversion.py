"""Models from one format into another: rewritten, read back, compared, then put in place."""

from __future__ import annotations

import importlib
import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core import forward
from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.preprocessing import Preprocessing, sizes_for
from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import ModelFileError, error_words
from ffstudio.core.image_shape import ImageShape
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.model_formats import (
    ModelFormat,
    format_of,
    holds_session,
    session_suffixes,
)
from ffstudio.core.words import tr
from ffstudio.engine.saving.converted import Converted
from ffstudio.engine.saving.scores_files import write_scores
from ffstudio.engine.saving.session_files import save_session, session_of
from ffstudio.engine.strangers.build import choose_candidate
from ffstudio.engine.strangers.opened import weights_of
from ffstudio.engine.strangers.trials import best_of, clothes, digits
from ffstudio.files.foreign import examine, sandbox
from ffstudio.files.foreign.contents import Foreign
from ffstudio.files.foreign.image_sides import find_side
from ffstudio.files.formats.model import Model
from ffstudio.files.ours.archive import Archive, read_archive

_CLOSE = 1e-4


def convert(
    source: str | Path,
    target: str | Path,
    asked: str | None = None,
    net: str | None = None,
    side: int = 0,
) -> Converted:
    """Reads any model and writes it in the format of ``target``.

    Args:
        asked: Name of a format, where the ending does not say it.
        net: ``ff`` or ``bp`` alone, where ffstudio's own file holds both nets. Without it both
            are written where the format has room for both, and the one where for one.
        side: Of the images of bare weights in pixels, where somebody says it; else 0.

    Raises:
        ModelFileError: The source is refused or lacks the net asked for, the format cannot hold
            it, or could hold either and ``net`` does not say which.
    """
    source, target = Path(source), Path(target)
    known = format_of(target, asked)
    if target.exists() and source.exists() and target.samefile(source):
        raise ModelFileError(
            tr("{source_name} would be written over itself.", source_name=source.name),
            tr("Choose another name."),
        )
    contents = sandbox.examine(source)
    if contents.card.kind != cards.OURS or contents.card.status == cards.REFUSED:
        if net == "ff" and contents.card.kind != cards.OURS:
            raise ModelFileError(
                tr("{source_name} holds no Forward-Forward net.", source_name=source.name),
                tr("Leave out which net is meant."),
            )
        if side:
            sized, count = find_side(source, contents, side)
            contents = replace(sized, candidates=sized.candidates[:count])
        model, said = _model(contents)
        done = write_model(model, target, known.name)
        return replace(done, notes=(*said, *done.notes))
    if side:
        raise ModelFileError(
            tr("{source_name} says of what size its images are.", source_name=source.name),
            tr("Leave the size out."),
        )
    archive = read_archive(source, contents.digest)
    which, notes = _which_nets(archive, source.name, known, net)
    if which == "bp" and (net == "bp" or not known.session_label):
        done = write_model(_backprop_net(archive), target, known.name)
    elif known.session_label:
        if not holds_session(target):
            raise ModelFileError(
                tr(
                    "Forward-Forward nets are kept in files whose name ends in {endings}.",
                    endings=tr(" or ").join(session_suffixes()),
                ),
                tr("Choose another name."),
            )
        save_session(session_of(archive, source.name), target, which, archive.history)
        notes.append("Keras loads it after 'from ffstudio import engine'.")
        done = Converted(target, known.name, target.stat().st_size)
    else:
        assert archive.snapshot.ff is not None  # noqa: S101 - asked before
        done = write_scores(archive.snapshot.ff, target, known.name)
    return replace(done, notes=(*notes, *done.notes))


def _which_nets(
    archive: Archive, name: str, known: ModelFormat, asked: str | None
) -> tuple[str, list[str]]:
    """Which nets of ours are written: ``ff``, ``bp`` or ``both``; and what to say of it.

    Raises:
        ModelFileError: It is not there, or there are two and neither was asked for.
    """
    there = [n for n, kept in (("ff", archive.snapshot.ff), ("bp", archive.snapshot.bp)) if kept]
    names = {"ff": "Forward-Forward", "bp": "backprop"}
    if asked is not None:
        if asked not in there:
            raise ModelFileError(
                tr("{name} holds no {kind} net.", name=name, kind=names[asked]),
                tr("Convert the other net with --net {other}.", other=there[0]),
            )
        return asked, []
    if len(there) == 1:
        return there[0], []
    if known.session_label:
        return "both", [tr("Both nets are in it.")]
    if not known.holds_scores:
        return "bp", [
            tr(
                "The backprop net alone: {known_label} has no place for the other one.",
                known_label=known.label,
            )
        ]
    raise ModelFileError(
        tr("{name} holds a Forward-Forward net and its backprop twin.", name=name),
        tr("Say which one with --net ff or --net bp."),
    )


def _model(contents: Foreign) -> tuple[Model, list[str]]:
    """The net of a stranger's file, and what was assumed to get it, a sentence each."""
    card = contents.card
    if not contents.candidates:
        reasons = " ".join(card.refused) or tr("No network can be made of it.")
        raise ModelFileError(f"{card.file}: {reasons}", card.advice)
    if contents.kept is not None and len(contents.candidates) == 1:
        loaded = choose_candidate(contents)  # the file says how it wants its images
    else:
        loaded, _ = best_of(contents, digits(), clothes())
    same = [i for i, c in enumerate(contents.candidates) if c.network == loaded.network]
    weights = weights_of(loaded, contents, same[0] if same else 0)
    rate = card.training.get("learning_rate")
    model = Model(
        loaded.network,
        weights,
        loaded.trials[0].preprocessing if loaded.trials else None,
        loaded.optimizer,
        float(rate) if isinstance(rate, (int, float)) else 0.01,
    )
    return model, _say_assumed(contents, loaded.text)


def _say_assumed(contents: Foreign, text: str) -> list[str]:
    """What bare weights do not tell and was taken for granted."""
    if contents.card.kind != cards.WEIGHTS or not text:
        return []
    count = len(contents.candidates)
    if count == 1:
        return [tr("Its weights do not tell their network; assumed: {text}.", text=text)]
    return [
        tr(
            "{count} networks fit its weights; taken was the one that does best here: {text}.",
            count=count,
            text=text,
        )
    ]


def _backprop_net(archive: Archive) -> Model:
    assert archive.snapshot.bp is not None  # noqa: S101 - asked before
    return replace(of_snapshot(archive.snapshot.bp), learning_rate=archive.spec.bp.learning_rate)


def of_snapshot(net: NetworkSnapshot) -> Model:
    """A backprop net as the studio shows it."""
    architecture = net.network.architecture
    way = net.network.preprocessing or _plain_images(architecture, net.image_shape)
    return Model(architecture, net.weights, way)


def _plain_images(network: Architecture, size: ImageShape) -> Preprocessing | None:
    """Grey values 0–1 in the shape of the net's input; None for images that are not grey."""
    shape = flow(network).shapes[network.inputs[0]]
    closed = tuple(n or 0 for n in shape)
    if len(size) != 2 or (closed, size) not in sizes_for(shape):
        return None
    return Preprocessing("0–1", closed, size)


# --- writing ----------------------------------------------------------------------------


def write_model(model: Model, target: str | Path, name: str | None = None) -> Converted:
    """Writes a net, reads it back, compares, and only then puts it in its place.

    Args:
        name: A key of :data:`ffstudio.core.model_formats.MODEL_FORMATS`; by default what the
            ending says.

    Raises:
        ModelFileError: The format cannot hold the net, something that the format needs is not
            installed, or the file cannot be written.
    """
    target = Path(target)
    known = format_of(target, name)
    if not target.parent.is_dir():
        raise ModelFileError(
            tr("There is no folder {parent}.", parent=target.parent), tr("Choose another place.")
        )
    notes: list[str] = []
    writer = importlib.import_module(known.writer)
    content: bytes = writer.write(model, notes)

    def check(temporary: Path) -> None:
        if not _says_the_same(temporary, model, writer, notes):
            raise ModelFileError(
                tr("The file does not read back as it was written."), tr("Try again.")
            )

    try:
        write_atomically(target, lambda path: path.write_bytes(content), check)
        if not known.keeps_preprocessing and model.preprocessing is not None:
            beside = target.with_name(f"{target.name}.preprocessing.json")
            text = json.dumps(model.preprocessing.to_dict(), ensure_ascii=False, indent=2)
            write_atomically(beside, lambda path: path.write_bytes(text.encode()))
            notes.append(
                tr("How it wants its images is in {beside_name}.", beside_name=beside.name)
            )
    except OSError as error:
        raise ModelFileError(
            tr(
                "{target} cannot be written ({error_words}).",
                target=target,
                error_words=error_words(error),
            ),
            tr("Choose another place or make room."),
        ) from error
    if model.preprocessing is not None:
        notes.append(
            tr(
                "It wants its images as {way}.",
                way=model.preprocessing.text(),
            )
        )
    return Converted(target, known.name, target.stat().st_size, tuple(notes))


# --- reading back -----------------------------------------------------------------------


def _says_the_same(path: Path, model: Model, writer: ModuleType, notes: list[str]) -> bool:
    """True when the file's net makes the same of random images."""
    shapes = flow(model.network).shapes
    rng = np.random.default_rng(0)
    given = [
        rng.random((4, *(28 if n is None else n for n in shapes[port])), np.float32)
        for port in model.network.inputs
    ]
    x: Any = given[0] if len(given) == 1 else given
    expected = forward.predict(model.network, model.weights, x)
    if hasattr(writer, "output_of"):
        output = writer.output_of(path, model, given, notes)
        return output is None or _close(output, expected)
    read = examine.examine_here(path)
    if not read.candidates or read.kept != model.preprocessing:
        return False
    one = read.candidates[0]
    return _close(forward.predict(one.network, one.weights, x), expected)


def _close(output: npt.NDArray[Any], expected: npt.NDArray[Any]) -> bool:
    scale = max(float(np.abs(expected).max()), 1.0)
    return output.shape == expected.shape and bool(
        np.allclose(output, expected, rtol=0, atol=_CLOSE * scale)
    )
