"""Cards of strangers' files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ffstudio.core.describe import cards
from ffstudio.core.describe.cards import Card, LayerRow
from ffstudio.core.errors import FfstudioError, ModelFileError
from ffstudio.core.images.appearance import Appearance
from ffstudio.core.words import tr
from ffstudio.files.foreign.bare_weights.pieces import Piece
from ffstudio.files.foreign.contents import Candidate, Facts, Foreign
from ffstudio.files.foreign.our_layers import count_our_parameters, list_our_layers
from ffstudio.files.migration import refusals
from ffstudio.files.migration.graph import entries
from ffstudio.files.migration.spelling import label, read_kind
from ffstudio.files.ours.archive import Archive, read_archive

_BESIDE = (
    "Put what model.to_json() gives beside it, in a .json file of the same name, or save the "
    "whole model."
)


GETS = "Choose a file that Keras or ffstudio has saved."


def describe_ours(path: Path, size: int) -> tuple[Card, str]:
    """The card of a model that ffstudio saved, and the digest of what its own reader has read."""
    archive = read_archive(path)
    rows = list_our_layers(archive)
    card = Card(
        path.name,
        size,
        cards.OURS,
        cards.OPENS,
        archive.writer or "ffstudio",
        role="classifier",
        input_shapes=(archive.shape.image_shape,),
        output_shapes=((archive.shape.num_classes,),),
        parameters=count_our_parameters(archive, rows),
        layers=rows,
        training={"experiment": archive.spec.name, **_say_epochs(archive)},
        **_say_pictures(archive.shape.appearance, archive.notes),
    )
    return card, archive.digest


def _say_epochs(archive: Archive) -> dict[str, int]:
    """How many whole epochs its nets have learnt, and how many they were to, if that is more."""
    planned = archive.spec.epochs
    steps = [int(state["step"]) for state in archive.states.values() if "step" in state]
    if steps and not any(steps):
        learnt = 0
    else:  # the file of a program that kept no curves does not tell
        learnt = len(archive.history.epochs) if archive.history else planned
    return {"epochs": learnt, **({"planned epochs": planned} if learnt < planned else {})}


def _say_pictures(seen: Appearance | None, notes: tuple[str, ...]) -> dict[str, Any]:
    """What nets of ours have learnt from, or what is assumed where their file does not say."""
    if seen is not None and seen.taken_from:
        learnt = tr(
            "pictures learnt from: {looks} (the file does not say; {data} looks so, which its "
            "experiment names)",
            looks=seen.text,
            data=seen.taken_from,
        )
        return {"images": seen.text, "assumed": (*notes, learnt)}
    if seen is not None:
        return {"images": seen.text, "assumed": notes}
    assumed = Appearance().text
    return {
        "assumed": (
            *notes,
            tr("pictures learnt from: {assumed} (the file does not say)", assumed=assumed),
        )
    }


def describe_foreign(
    path: Path, size: int, facts: Facts, candidates: tuple[Candidate, ...]
) -> Foreign:
    """The card of a file that could be read, with what can be built from it."""
    card = Card(
        path.name,
        size,
        facts.kind,
        cards.OPENS,
        facts.era.writer,
        facts.era.version,
        facts.era.backend,
        training=facts.training,
        migrated=tuple(facts.notes.lines),
        assumed=facts.assumed,
        answers=facts.answers,
        companion=facts.companion,
        images="" if facts.kept is None else facts.kept.text(),
    )
    if not candidates:
        why = (facts.why,) if facts.why else ()
        advice = tr(_BESIDE) if facts.pieces else tr(GETS)
        return Foreign(
            replace(
                card,
                status=cards.PARTLY if facts.pieces else cards.REFUSED,
                layers=_rows_of_pieces(facts.pieces),
                parameters=sum(_count(p) for p in facts.pieces),
                refused=why,
                advice=tr("Complete the network in the builder.") if facts.loose else advice,
            ),
            loose=facts.loose,
        )
    status = cards.PARTLY if facts.answers > 1 else cards.OPENS
    card = cards.describe_answer(replace(card, status=status), candidates[0].network)
    return Foreign(card, candidates, facts.optimizer, facts.kept)


def refuse(path: Path, size: int, facts: Facts, message: str, advice: str) -> Foreign:
    """The card of a file that is refused, with as much of it as is known."""
    reasons = [message]
    rows: tuple[LayerRow, ...] = ()
    try:
        more = refusals(facts.config)
        reasons += [line for line in more if line not in reasons]
        rows = _rows_of_config(facts.config)
    except (FfstudioError, TypeError, ValueError, AttributeError, RecursionError):
        rows = ()  # the configuration is what is damaged
    if not rows:
        rows = _rows_of_pieces(facts.pieces)
    return Foreign(
        Card(
            path.name,
            size,
            facts.kind,
            cards.REFUSED,
            facts.era.writer if facts.kind != cards.OTHER else "",
            facts.era.version,
            facts.era.backend,
            layers=rows,
            training=facts.training,
            migrated=tuple(facts.notes.lines),
            refused=tuple(reasons[:40]),
            advice=advice,
            companion=facts.companion,
        )
    )


def _rows_of_config(config: Any) -> tuple[LayerRow, ...]:
    """Names and classes as the file has them; shapes and parameters stay unknown."""
    rows = []
    for entry in entries(config):
        inner = entry.get("config")
        given = inner.get("activation") if isinstance(inner, dict) else None
        try:
            read_kind(entry)
            bad = False
        except ModelFileError:
            bad = not isinstance(inner, (dict, list)) or "layers" not in inner
        kind = str(entry.get("class_name"))[:60]
        rows.append(
            LayerRow(
                label(entry), kind, activation=given if isinstance(given, str) else "", refused=bad
            )
        )
    return tuple(rows[:2000])


def _rows_of_pieces(pieces: Sequence[Piece]) -> tuple[LayerRow, ...]:
    return tuple(
        LayerRow(
            p.name,
            "" if p.kind == "?" else p.kind,
            parameters=_count(p),
            settings=", ".join(cards.shape_text(s) for s in p.shapes),
        )
        for p in pieces
    )


def _count(one: Piece) -> int:
    total = 0
    for shape in one.shapes:
        size = 1
        for n in shape:
            size *= n
        total += size
    return total
