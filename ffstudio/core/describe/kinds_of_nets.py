"""What a stranger's net takes and gives that cannot be tried here, in a sentence or two."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.cards import WEIGHTS, Card
from ffstudio.core.describe.network import why_no_pictures
from ffstudio.core.describe.preprocessing import (
    Preprocessing,
    variants,
)
from ffstudio.core.describe.roles import (
    find_last_activation,
    is_fed_by_codes,
    maps_pictures,
    suggest_scale,
)
from ffstudio.core.words import tr

# Images as the window draws them, whatever size a model wants them in.
CANVAS = (28, 28)


# Classes that may be the ten digits and one more.
_ELEVEN = 11


class Described(Protocol):
    """What has a card."""

    @property
    def card(self) -> Card: ...


def find_usual(network: Architecture, role: str) -> tuple[Preprocessing | None, str]:
    """The preprocessing of a net on which none can be tried, and why; None for no images."""
    if why_no_pictures(network, role):
        return None, ""
    scale, why = suggest_scale(network)
    ways = variants(flow(network).shapes[network.inputs[0]], CANVAS)
    return next((way for way in ways if way.scale == scale), None), why


def say_what_file_holds(network: Architecture, described: Described) -> list[str]:
    """What the card of a file leaves open of its net, a sentence each; mostly none."""
    role = described.card.role
    if role != "classifier":
        return say_what_it_is(network, role, described)
    why = why_no_pictures(network, role)
    if why:
        return [why]
    return [said] if (said := say_digits_and_more(network)) else []


def say_digits_and_more(network: Architecture) -> str:
    """How a net of eleven classes is tried on digits, a sentence; empty for all others."""
    shape = flow(network).shapes[network.outputs[0]]
    if math.prod(n or 0 for n in shape) != _ELEVEN:
        return ""
    return tr(
        "Eleven classes may be the ten digits and one more: on the command line --dataset mnist tries "
        "it on them with --classes x,0,1,2,3,4,5,6,7,8,9 where labels count from 1, with "
        "--classes x,1,2,3,4,5,6,7,8,9,0 where zero is 10, or with "
        "--classes 0,1,2,3,4,5,6,7,8,9,x where the last is none of them."
    )


def say_what_it_is(network: Architecture, role: str, loaded: Described) -> list[str]:
    """What a net that is no classifier takes and gives, as far as it is plain: one number mostly
    parts two classes, of which nothing here is."""
    training = loaded.card.training
    sizes = flow(network).shapes
    if len(network.outputs) > 1 and role == "network":
        ends = [f"{port.layer} ({_say_shape(sizes[port])})" for port in network.outputs]
        return [
            tr(
                "It has {count} outputs, {ends}; what is shown is the first of them. A classifier "
                "here has one.",
                count=len(ends),
                ends=", ".join(ends),
            )
        ]
    if maps_pictures(network) and role == "network":
        return [
            tr(
                "It makes a picture of a picture ({given} to {made}), as nets do that mark what is "
                "where, colour or enlarge. The panel Draw shows what it makes.",
                given=_say_shape(sizes[network.inputs[0]]),
                made=_say_shape(sizes[network.outputs[0]]),
            )
        ]
    shape = sizes[network.outputs[0]]
    is_one = len(network.outputs) == 1 and math.prod(n or 0 for n in shape) == 1
    given = [sizes[port] for port in network.inputs]
    if is_one and len(given) == 2 and given[0] == given[1] and len(given[0]) > 1:
        return [
            tr(
                "It takes two pictures and says in one number how alike or how far apart they are: a "
                "siamese net. The panel Generate compares pictures by it."
            )
        ]
    usual, _ = find_usual(network, role)
    is_share = find_last_activation(network) == "sigmoid"
    is_logit = "binary_crossentropy" in str(training.get("loss") or "").lower()
    if role == "network" and is_one and is_fed_by_codes(network):
        return [
            tr(
                "It makes a picture of what it is given and answers with one number: a generator and "
                "what judges it in one, as GANs are trained. It takes no pictures."
            )
        ]
    is_open = loaded.card.kind == WEIGHTS and bool(loaded.card.unsaid_role)
    if is_open and is_one and usual is not None and role in ("network", "regression"):
        return [tr("Its images are handed over as {way}.", way=usual.text())]
    if role != "network" or not is_one or not (is_share or is_logit):
        return []
    if usual is None:
        return []
    what = (
        tr("It answers with one number between 0 and 1, as nets do that tell two classes apart.")
        if is_share
        else tr(
            "It answers with one number, above 0 for one of two classes and below for the other."
        )
    )
    untried = tr(
        "No data set here has its classes, so what it recognises cannot be tried. Its images are "
        "handed over as {way}.",
        way=usual.text(),
    )
    judged = tr(
        "On the command line --dataset, with a folder that has a folder of pictures for each of the "
        "two, judges it."
    )
    return [f"{what} {untried} {judged}"]


def _say_shape(shape: Sequence[int | None]) -> str:
    return "×".join("?" if n is None else str(n) for n in shape)
