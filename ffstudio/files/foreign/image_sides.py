"""Networks for images of another side than was taken for granted."""

from __future__ import annotations

from dataclasses import replace

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
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
        text = ", ".join((said, *rest))
        same = [one for one in made if one.network == network]
        if not same:
            made.append(Candidate(network, candidate.weights, text, (said, *rest)))
    if not made:
        raise ModelFileError(
            tr(
                "{file} takes no images of {side}×{side} pixels.",
                file=contents.card.file,
                side=side,
            ),
            tr("Leave the size out, or try another one."),
        )
    return replace(contents, candidates=tuple(made))


def find_free_side(network: Architecture) -> int:
    """The side in pixels of the images that it takes, where its weights fit images of another one
    too (half as large again is tried); else 0."""
    shape = flow(network).shapes[network.inputs[0]]
    side = shape[0] or 0
    is_free = len(shape) == 3 and side > 0 and _resize(network, side + side // 2) is not None
    return side if is_free else 0


def put_side_first(contents: Foreign, side: int) -> Foreign:
    """The networks for images of another side, and after them those that there were.

    Raises:
        ModelFileError: None of them takes such images.
    """
    sized = with_side(contents, side)
    known = [one.network for one in sized.candidates]
    rest = tuple(one for one in contents.candidates if one.network not in known)
    return replace(sized, candidates=(*sized.candidates, *rest))


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
