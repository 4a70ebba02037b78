"""Networks within a network of bare weights: opened by themselves where the whole is not told.

Of a siamese net, a net with several inputs or a GAN in one file, weights do not tell how the nets
within are wired; each of these may well be a plain line of layers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ffstudio.core.words import tr
from ffstudio.files.foreign.bare_weights.geometry import find_picture
from ffstudio.files.foreign.bare_weights.pieces import BRANCHES, Piece
from ffstudio.files.foreign.bare_weights.search import (
    FittingNetwork,
    SearchResult,
    find_networks,
    free_end,
)

_PAIR = ("generator", "discriminator")
# Answers of each of them.
_MOST_EACH = 8


@dataclass(frozen=True)
class InnerNet:
    """The layers of one network in another.

    Attributes:
        pools: How many pools are among them, where their places are unknown; None for not known.
    """

    name: str
    pieces: tuple[Piece, ...]
    pools: int | None = None


def count_pools(pieces: Sequence[Piece]) -> int:
    """How many layers pool, but for those that leave one place."""
    return sum(p.kind.startswith(("MaxPooling", "AveragePooling")) for p in pieces)


def why_not_whole(pieces: Sequence[Piece], parts: Sequence[InnerNet]) -> str:
    """Why weights do not tell the network that nets within make together, one sentence; empty where
    they may.

    Args:
        pieces: All layers.
        parts: The nets within.
    """
    branches = [p.name for p in pieces if p.kind in BRANCHES]
    if branches:
        return tr(
            "The network has branches ({branches}); weights do not tell how they run.",
            branches=branches[0],
        )
    within = {p.name for part in parts for p in part.pieces}
    inputs = sum(p.kind == "InputLayer" and p.name not in within for p in pieces)
    if parts and inputs > 1:
        return tr(
            "The network takes {count} inputs at once; weights do not tell where they meet.",
            count=inputs,
        )
    if _find_pair(parts):
        return tr(
            "The file holds two nets joined: a generator, and a discriminator that judges what it "
            "makes."
        )
    return ""


def find_inner(parts: Sequence[InnerNet], why: str, side: int = 0) -> Iterator[SearchResult]:
    """Networks for each net within that has at least two layers with weights; a generator comes
    before what judges it.

    Args:
        why: Why the whole is not told.
        side: Of the images in pixels, where somebody says it; else 0.
    """
    pair = _find_pair(parts)
    names = {one.name: name for one, name in zip(pair, _PAIR[: len(pair)], strict=True)}
    for part in (*pair, *(one for one in parts if one not in pair)):
        if sum(bool(p.shapes) for p in part.pieces) < 2:
            continue
        result = find_networks(part.pieces, False, part.pools, side=side)
        said = tr("{why} Opened is one of its nets alone, {name}", why=why, name=part.name[:80])
        if part.name in names:
            said += f" ({names[part.name]})"
        # What goes on into other layers gives a code; shares are for what comes last.
        fitting = list(result.answers[:_MOST_EACH])
        if part.name not in names:
            freed = list(map(free_end, fitting))
            known = [one.network for one in freed]
            fitting = [one for i, one in enumerate(freed) if one.network not in known[:i]]
        answers = tuple(
            FittingNetwork(
                replace(one.network, name=names.get(part.name, "encoder")), (said, *one.assumed)
            )
            for one in fitting
        )
        if answers:
            yield replace(result, answers=answers)


def _find_pair(parts: Sequence[InnerNet]) -> tuple[InnerNet, ...]:
    """A generator and the discriminator that judges what it makes; nothing where there is none."""
    if len(parts) != 2:
        return ()
    for maker, judge in (tuple(parts), tuple(reversed(parts))):
        made = [p for p in maker.pieces if p.shapes and "Norm" not in p.kind]
        judged = [p for p in judge.pieces if p.shapes and "Norm" not in p.kind]
        if not made or not judged or made[0].kind != "Dense" or judged[-1].kind != "Dense":
            continue
        if judged[-1].known.get("units") != 1:
            continue
        first, last = judged[0], made[-1]
        takes = first.shapes[0][-2] if first.kind == "Conv2D" else first.shapes[0][0]
        gives = last.known.get("filters", last.known.get("units"))
        is_flat = last.kind == first.kind == "Dense" and takes == gives
        is_mapped = first.kind == "Conv2D" and "Conv" in last.kind and takes == gives
        picture = find_picture(int(str(gives or 0))) if last.kind == "Dense" else None
        is_laid_out = first.kind == "Conv2D" and picture is not None and picture[-1] == takes
        if is_flat or is_mapped or is_laid_out:
            return maker, judge
    return ()
