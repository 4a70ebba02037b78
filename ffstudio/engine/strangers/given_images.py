"""A stranger's net on images of its own classes that somebody gives: how it wants them is tried out
on them, as on the digits that are here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import flow
from ffstudio.core.describe.kinds_of_nets import find_usual
from ffstudio.core.describe.preprocessing import Preprocessing, assign_outputs
from ffstudio.core.errand import Errand
from ffstudio.core.images.appearance import LIGHT
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.matching import Matching, match_classes, relabel
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.other_images import Handing, Taken, Tried, hand_over
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.words import tr
from ffstudio.engine.strangers.build import build
from ffstudio.engine.strangers.predicting import predict
from ffstudio.engine.strangers.ways import LabelledImages, try_ways
from ffstudio.files.foreign.contents import Candidate

# Images that are tried, and numbers of all of them: less than a quarter of a gigabyte.
_MOST_TRIED, _LEAST_TRIED, _MOST_NUMBERS = 1000, 50, 50_000_000
# How many standard deviations better than the usual way another has to be.
_SURE = 3.0
# So far above guessing the best of many ways may come without having learnt anything.
_BY_CHANCE = 0.15
# What another order of the outputs has to explain, and how much more than the order as it is: of
# two classes half is explained by chance.
_ORDERED, _ORDERED_BETTER = 0.7, 0.3


@dataclass(frozen=True)
class Given:
    """Images as a stranger's net takes them.

    Attributes:
        nets: The net with the way that does best on them.
        notes: How that way was found, a sentence each.
    """

    nets: ModelSnapshot
    taken: Taken
    notes: tuple[str, ...]

    @property
    def share(self) -> float:
        """Of the images that were tried those that it recognises."""
        return self.taken.tried[0].share


def try_given(
    nets: ModelSnapshot, data: PreparedData, errand: Errand, is_way_known: bool = False
) -> Given | None:
    """Finds the way in which a net recognises most of the images that somebody gives it.

    What is tried on is the training images where there are some, so that the others judge it. The
    usual way stays unless another is clearly better on the same images. The pictures go in with the
    size and the colours that they have.

    Args:
        is_way_known: The file itself says how it wants its images.

    Returns:
        None where no class has a name that the net knows, or it takes no pictures.

    Raises:
        ModelFileError: Keras cannot build the net.
        CalledOff: Nobody wants to know any more.
    """
    net = nets.bp
    matchings = match_classes(data.class_names, nets.class_names)
    usual = net.network.preprocessing if net is not None else None
    if net is None or usual is None or not matchings:
        return None
    seen, shape = data.appearance, data.image_shape
    plain = Handing((seen.low, seen.high), (0.0, 1.0), shape, shape, seen.paper == LIGHT)
    samples = data.train if len(data.train) else data.test
    model = build(net.network.architecture, net.weights)
    tried_ways: list[tuple[Tried, Preprocessing, tuple[str, ...]]] = []
    for matching in matchings:
        some = _choose_some(samples, matching, plain)
        if not len(some.labels):
            continue
        ways = [usual]
        if not is_way_known:
            trials = try_ways(net.network.architecture, model, some, errand)
            ways += [one.preprocessing for one in trials if one.count]
        answers = {way: _answer(model, way, some.images, errand) for way in ways[:2]}
        right = {way: given == some.labels for way, given in answers.items()}
        way = _choose_way(ways[: len(right)], right, 1 / max(len(data.class_names), 1))
        tried = Tried(matching, plain, float(right[way].mean()))
        said = _say_order(nets.class_names, usual, answers[usual], some.labels)
        tried_ways.append((tried, way, (*_say_way(ways, way, right), *said)))
    if not tried_ways:
        return None
    tried_ways.sort(key=lambda one: -one[0].share)
    best, way, notes = tried_ways[0]
    network = replace(net.network, preprocessing=way)
    handed = NetworkSnapshot(network, net.weights, shape)
    labelled = relabel(data, best.matching, nets.class_names)
    return Given(
        replace(nets, bp=handed, image_shape=shape),
        Taken(
            hand_over(labelled, plain), best.matching, plain,
            labelled if not plain.changes else None, tuple(one[0] for one in tried_ways),
        ),
        notes,
    )  # fmt: skip


def try_companions(
    nets: ModelSnapshot,
    candidates: Sequence[Candidate],
    answer: int,
    data: PreparedData,
    errand: Errand,
    is_way_known: bool = False,
) -> Given | None:
    """The same where several architecture files fit bare weights: that which does best is taken.

    Args:
        nets: Made of the candidate ``answer``.
        candidates: The networks of the file.

    Raises:
        ModelFileError: Keras cannot build a net.
        CalledOff: Nobody wants to know any more.
    """
    own = try_given(nets, data, errand, is_way_known)
    if own is None or nets.bp is None:
        return None
    judged = [(own, candidates[answer].companion)]
    for number, one in enumerate(candidates):
        count = math.prod(n or 0 for n in flow(one.network).shapes[one.network.outputs[0]])
        if number == answer or not one.companion or count != nets.num_classes:
            continue
        usual, _ = find_usual(one.network, nets.role)
        network = replace(nets.bp.network, architecture=one.network, preprocessing=usual)
        net = NetworkSnapshot(network, one.weights, nets.bp.image_shape)
        given = try_given(replace(nets, bp=net), data, errand, is_way_known)
        if given is not None:
            judged.append((given, one.companion))
    if len(judged) == 1:
        return own
    judged.sort(key=lambda one: -one[0].share)
    (best, name), others = judged[0], judged[1:]
    said = tr(
        "Of the architectures beside the weights that fit them {name} does best on these images "
        "({best}; {others}) and is taken.",
        name=name,
        best=write_percent(best.share),
        others=", ".join(f"{name} {write_percent(one.share)}" for one, name in others),
    )
    return replace(best, notes=(*best.notes, said))


def _answer(
    model: keras.Model, way: Preprocessing, images: npt.NDArray[Any], errand: Errand
) -> npt.NDArray[np.int64]:
    """The output that is largest for each image."""
    made = predict(model, way.apply(images), check=errand.check)
    return made.reshape(len(images), -1).argmax(axis=1)


def _say_order(
    names: Sequence[str],
    usual: Preprocessing,
    answers: npt.NDArray[np.int64],
    labels: npt.NDArray[Any],
) -> list[str]:
    """That the outputs in another order explain much more of what a net answers to images as they
    usually are, and which order that is, a sentence; mostly none.
    """
    order, share = assign_outputs(answers, labels, len(names))
    if share < _ORDERED or share < float((answers == labels).mean()) + _ORDERED_BETTER:
        return []
    return [
        tr(
            "As {usual} it would recognise {share} with its outputs in another order: --classes "
            "{names}.",
            usual=usual.text(),
            share=write_percent(share),
            names=",".join(names[label] for label in order),
        )
    ]


def _choose_some(samples: Samples, matching: Matching, plain: Handing) -> LabelledImages:
    """As many images of each class that the net knows, 0–255, with the net's labels."""
    labels = matching.to_net[samples.y]
    pixels = math.prod(plain.shape)
    count = max(min(_MOST_TRIED, _MOST_NUMBERS // pixels), _LEAST_TRIED)
    known = np.unique(labels[labels >= 0])
    each = -(-count // max(len(known), 1))
    spread = [_spread(np.flatnonzero(labels == label), each) for label in known]
    rows = np.concatenate(spread) if spread else np.zeros(0, np.int64)
    pictures = 255 * plain.apply(np.asarray(samples.x[rows], np.float32))
    return LabelledImages(pictures.reshape(len(rows), *plain.shape), labels[rows])


def _spread(rows: npt.NDArray[np.int64], most: int) -> npt.NDArray[np.int64]:
    return rows[:: max(1, -(-len(rows) // most))]


def _choose_way(
    ways: Sequence[Preprocessing],
    right: dict[Preprocessing, npt.NDArray[np.bool_]],
    guessed: float,
) -> Preprocessing:
    """The usual way, which comes first, unless the best is better by more than chance explains."""
    usual, best = ways[0], ways[-1]
    gained = int((right[best] & ~right[usual]).sum())
    lost = int((right[usual] & ~right[best]).sum())
    is_better = gained - lost > _SURE * math.sqrt(gained + lost)
    is_learnt = float(right[best].mean()) >= guessed + _BY_CHANCE * (1 - guessed)
    return best if is_better and is_learnt else usual


def _say_way(
    ways: Sequence[Preprocessing],
    way: Preprocessing,
    right: dict[Preprocessing, npt.NDArray[np.bool_]],
) -> tuple[str, ...]:
    if len(ways) == 1:
        return ()
    usual, count = ways[0], len(right[way])
    tried = {"tried": len(set(ways)), "count": write_number(count, ",")}
    share = write_percent(float(right[way].mean()))
    if way != usual:
        return (
            tr(
                "{tried} ways to hand images over were tried on {count} of them: as {way} it "
                "recognises {share}, as {usual} {plain}.",
                way=way.text(),
                share=share,
                usual=usual.text(),
                plain=write_percent(float(right[usual].mean())),
                **tried,
            ),
        )
    return (
        tr(
            "{tried} ways to hand images over were tried on {count} of them: none is clearly better "
            "than {way}, by which it recognises {share}.",
            way=way.text(),
            share=share,
            **tried,
        ),
    )
