"""What a stranger's net takes and gives that cannot be tried here, in a sentence or two."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.cards import WEIGHTS, Card
from ffstudio.core.describe.network import why_no_pictures
from ffstudio.core.describe.places import count_places, labels_places
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
    if is_maybe_features(network):
        why = tr(
            "{why}, though so few numbers may as well be measurements, and then nothing that is "
            "drawn tells it anything",
            why=why,
        )
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
    if role == "network" and len(network.outputs) == 1 and len(network.inputs) == 1:
        said = _say_places(network, str(training.get("loss") or "").lower())
        if said:
            return [said]
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
    if len(given) > 1 and role == "network":
        return _say_several_inputs(network)
    usual, _ = find_usual(network, role)
    if role == "regression" and not is_one and usual is not None:
        return [
            tr(
                "It answers with {count} measured values; what they mean is not in the file. Its "
                "images are handed over as {way}.",
                count=math.prod(n or 0 for n in shape),
                way=usual.text(),
            )
        ]
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


def is_maybe_features(network: Architecture) -> bool:
    """Whether it takes so few numbers in a row that they need be no picture."""
    shape = flow(network).shapes[network.inputs[0]]
    return len(shape) <= 2 and math.prod(n or 0 for n in shape) < _SMALLEST_PICTURE


# Numbers of pixels below which hardly anybody calls something a picture.
_SMALLEST_PICTURE = 64


def _say_places(network: Architecture, loss: str) -> str:
    """That a net says something of each of many places, a sentence; empty for all others."""
    sizes = flow(network).shapes
    given, made = sizes[network.inputs[0]], sizes[network.outputs[0]]
    if count_places(made) < 2:
        return ""
    words = {
        "given": _say_shape(given),
        "made": _say_shape(made),
        "places": _say_shape(made[:-1]),
        "count": str(made[-1]),
    }
    if labels_places(given, made, find_last_activation(network), loss):
        if maps_pictures(network):
            return tr(
                "It marks what is where: each of {places} places of a picture gets one of {count} "
                "classes ({given} to {made}). The panel Draw shows which.",
                **words,
            )
        return tr(
            "It labels each place: each of {places} gets one of {count} classes ({given} to "
            "{made}), as nets do that read several characters, tag words or mark what is where.",
            **words,
        )
    if maps_pictures(network):
        return ""
    return tr(
        "It gives {count} numbers for each of {places} places ({given} to {made}), as nets do "
        "that find things and where they are.",
        **words,
    )


def _say_several_inputs(network: Architecture) -> list[str]:
    """What nets of GANs and autoencoders do that are told a label beside."""
    sizes = flow(network).shapes
    given = [sizes[port] for port in network.inputs]
    counts = [math.prod(n or 0 for n in shape) for shape in given]
    if len(given) != 2 or len(network.outputs) != 1 or 0 in counts:
        return []
    made = sizes[network.outputs[0]]
    is_one = math.prod(n or 0 for n in made) == 1
    larger = counts.index(max(counts))
    # A label is one number or a place for each class.
    if min(counts) > _MOST_CLASSES or min(counts) == max(counts):
        return []
    if is_fed_by_codes(network):
        return [
            tr(
                "It makes a picture of noise and a label and answers with one number: a conditional "
                "generator and what judges it in one, as GANs are trained. It takes no pictures."
            )
        ]
    if len(given[larger]) == 1 and counts[larger] not in _FLAT_PICTURES:
        return []
    if is_one:
        return [
            tr(
                "It takes a picture and a label and answers with one number, as what judges "
                "pictures in a conditional GAN does."
            )
        ]
    if math.prod(n or 0 for n in made) == counts[larger]:
        return [
            tr(
                "It takes a picture and a label and gives the picture back: a conditional "
                "autoencoder."
            )
        ]
    return []


_MOST_CLASSES = 200
_FLAT_PICTURES = (784, 1024, 2352, 3072, 4096, 12288)


def _say_shape(shape: Sequence[int | None]) -> str:
    return "×".join("?" if n is None else str(n) for n in shape)
