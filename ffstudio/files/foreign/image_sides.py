"""Networks for images of another side than was taken for granted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.cards import REFUSED, WEIGHTS
from ffstudio.core.errand import Errand
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.foreign import sandbox
from ffstudio.files.foreign.bare_weights.sides import ANY_SIDE
from ffstudio.files.foreign.contents import Candidate, Foreign


def with_side(contents: Foreign, side: int) -> Foreign:
    """The networks of a file for images of another side.

    Raises:
        ModelFileError: None of them takes such images.
    """
    made: list[Candidate] = []
    for candidate in contents.candidates:
        network = _resize(candidate.network, side)
        if network is None:
            continue
        said = tr("images of {side}×{side}, as was asked for", side=side)
        guessed = ("images of ", ANY_SIDE)
        rest = [words for words in candidate.assumed or () if not words.startswith(guessed)]
        text = ", ".join(filter(None, (candidate.companion, said, *rest)))
        same = [one for one in made if one.network == network]
        if not same:
            known = (said, *rest)
            made.append(Candidate(network, candidate.weights, text, known, candidate.companion))
    if not made:
        raise ModelFileError(
            tr(
                "{file} takes no images of {side}×{side} pixels.",
                file=contents.card.file,
                side=side,
            ),
            _say_fitting(contents.candidates),
        )
    return replace(contents, candidates=tuple(made))


def find_free_side(network: Architecture) -> int:
    """The side in pixels of the images that it takes, where its weights fit images of another one
    too (half as large again is tried); else 0."""
    shape = flow(network).shapes[network.inputs[0]]
    side = shape[0] or 0
    is_free = len(shape) == 3 and side > 0 and _resize(network, side + side // 2) is not None
    return side if is_free else 0


def find_guessed_side(contents: Foreign, network: Architecture) -> int:
    """The side in pixels of the images of a network that was found for bare weights, where they
    may be of another one; else 0."""
    card = contents.card
    if card.kind != WEIGHTS:
        return 0
    if card.companion:
        return find_free_side(network)
    shape = flow(network).shapes[network.inputs[0]]
    return (shape[0] or 0) if len(shape) == 3 and shape[0] == shape[1] else 0


def find_side(
    path: Path, contents: Foreign, side: int, errand: Errand | None = None
) -> tuple[Foreign, int]:
    """The networks of a file for images of a side that somebody says: those that are known are
    resized; where none can be, bare weights are searched anew for this one side.

    Args:
        path: Where the file lies.
        contents: What was found in it.

    Returns:
        The networks for that side, after them those that were known, and how many are for it.

    Raises:
        ModelFileError: The file fits no such images, or can no longer be read.
        CalledOff: Somebody no longer wants to know.
    """
    if not contents.candidates and contents.card.kind != WEIGHTS:
        return contents, 0  # which is refused, and says why
    try:
        sized = with_side(contents, side)
    except ModelFileError:
        card = contents.card
        if card.kind != WEIGHTS or card.companion:
            raise
        errand = errand or Errand()
        errand.tell(tr("searching networks for images of {side}×{side}", side=side))
        sized = sandbox.examine(path, errand=errand, side=side)
        if not sized.candidates:
            raise ModelFileError(
                _say_misfit(sized, side),
                _say_fitting(contents.candidates),
            ) from None
        said = tr("images of {side}×{side}, as was asked for", side=side)
        sized = replace(sized, candidates=tuple(_say(one, said) for one in sized.candidates))
        if not _has_weights_of(sized, contents):  # the file has been replaced meanwhile
            return sized, len(sized.candidates)
    known = [one.network for one in sized.candidates]
    rest = tuple(one for one in contents.candidates if one.network not in known)
    return replace(sized, candidates=(*sized.candidates, *rest)), len(known)


def _say(candidate: Candidate, said: str) -> Candidate:
    """A candidate whose size nobody guessed any longer."""
    rest = [
        words for words in candidate.assumed or () if not words.startswith(("images of ", ANY_SIDE))
    ]
    _, _, more = candidate.text.partition(", ".join(candidate.assumed or ()))
    return replace(candidate, text=", ".join((said, *rest)) + more, assumed=(said, *rest))


def _has_weights_of(one: Foreign, other: Foreign) -> bool:
    """Whether two readings are of the same weights: biases are kept as they are by all networks."""

    def list_biases(contents: Foreign) -> dict[str, bytes]:
        if not contents.candidates:
            return {}
        weights = contents.candidates[0].weights
        return {k: b"".join(a.tobytes() for a in v if a.ndim == 1) for k, v in weights.items()}

    return list_biases(one) == list_biases(other)


def _say_misfit(contents: Foreign, side: int) -> str:
    """Why bare weights fit no images of a side, one sentence."""
    card = contents.card
    if contents.card.status == REFUSED or not card.layers:
        return f"{card.file}: {' '.join(card.refused)}"
    given = [row for row in card.layers if row.kind == "Dense"]
    first = next((row for row in card.layers if row.parameters), None)
    if first is not None and first in given:
        return tr(
            "{file} takes no images of {side}×{side} pixels: its first layer takes {count} numbers.",
            file=card.file,
            side=side,
            count=first.settings.partition("×")[0],
        )
    if given:
        return tr(
            "{file} takes no images of {side}×{side} pixels: {layer} takes {count} numbers, and no "
            "paddings, strides and pools that ffstudio tries make so many of them.",
            file=card.file,
            side=side,
            layer=given[0].name,
            count=given[0].settings.partition("×")[0],
        )
    return tr("{file} takes no images of {side}×{side} pixels.", file=card.file, side=side)


def _say_fitting(candidates: Sequence[Candidate]) -> str:
    """Sides that do fit, one sentence."""
    sides = []
    for one in candidates:
        shape = flow(one.network).shapes[one.network.inputs[0]]
        if len(shape) == 3:
            sides.append(f"{shape[0]}×{shape[1]}")
    if not sides:
        return tr("Leave the size out, or try another one.")
    return tr("Sizes that fit: {sizes}.", sizes=", ".join(dict.fromkeys(sides)))


def _resize(network: Architecture, side: int) -> Architecture | None:
    """The same layers for images of another side; None where weights do not fit them then."""
    layers = []
    for layer in network.layers:
        shape = layer.settings.get("shape") if layer.kind == "InputLayer" else None
        if shape is not None and len(shape) == 3:
            settings = {**layer.settings, "shape": [side, side, shape[-1]]}
            layer = replace(layer, settings=settings)
        layers.append(layer)
    resized = replace(network, layers=tuple(layers))
    try:
        before, after = flow(network), flow(resized)
    except ModelFileError:
        return None
    is_same = all(
        [w.shape for w in before.weights[name]] == [w.shape for w in after.weights.get(name, ())]
        for name in before.weights
    )
    takes = after.shapes[resized.inputs[0]]
    return resized if is_same and takes[:2] == (side, side) else None
