"""What the nets think of a picture: scores of every label, verdicts, and words for them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.roles import maps_pictures
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.core.numbers import number_text, write_percent
from ffstudio.core.words import tr

# When a net counts as sure. Forward-Forward: its best label leads the second one by at
# least this many standard deviations of the other labels' goodness, and by at least this
# share of its own goodness. On MNIST, of a net that is 97.7% right 5% of the test images
# are "not sure" (two thirds of those are right, 99.2% of the others); of untrained nets
# and of nets after two epochs of the Keras recipe, about 85%.
SURE_LEAD = 1.0
SURE_SHARE = 0.01
# Backprop: the probability of its best label.
SURE_PROBABILITY = 0.6

Floats = npt.NDArray[np.floating]

# Of more labels than these only the best are shown.
MOST_LABELS = 30
_BEST_LABELS = 20


@dataclass(frozen=True, eq=False)
class Answer:
    """What a net that is no classifier makes of one picture.

    Attributes:
        role: See :data:`ffstudio.core.describe.network.ROLES`.
        given, made: The net's input and the picture it makes of it (height, width), or None: an
            autoencoder's is the same again, others are masks or larger.
        numbers: The first numbers that come out of any other net (n,).
        total: How many come out in all.
        classes: Of how many classes ``made`` has the likeliest of each place, counted from 0; 0
            where it has other numbers.
        words: What there is to say instead.
    """

    role: str
    given: Floats | None = None
    made: Floats | None = None
    numbers: Floats | None = None
    total: int = 0
    words: str = ""
    classes: int = 0


@dataclass(frozen=True, eq=False)
class Scores:
    """Scores of one picture.

    Attributes:
        goodness: (layers, classes), or None without a Forward-Forward net.
        weights: How much each layer's goodness counts, 0 where it does not; empty where all do.
        probabilities: (classes,), or None without a backprop net.
        read_out: Probabilities of the Forward-Forward net's linear read-out, or None.
        is_logits: True where ``goodness`` holds each layer's share of the read-out's logits:
            what an unsupervised net has instead of a goodness per label.
        other: What a net that is no classifier puts out.
    """

    class_names: tuple[str, ...]
    goodness: Floats | None = None
    weights: tuple[float, ...] = ()
    probabilities: Floats | None = None
    read_out: Floats | None = None
    is_logits: bool = False
    other: Answer | None = None

    @property
    def only_relative(self) -> bool:
        """True when bars cannot begin at 0: goodness may be negative, and is of some nets."""
        return self.goodness is not None and bool((self.goodness < 0).any())

    @property
    def totals(self) -> Floats | None:
        """Goodness summed over the voting layers: (classes,)."""
        return None if self.goodness is None else count_votes(self.goodness[None], self.votes)[0]

    @property
    def votes(self) -> tuple[float, ...]:
        """How much each layer counts: (layers,)."""
        layers = 0 if self.goodness is None else len(self.goodness)
        return self.weights or (1.0,) * layers

    @property
    def has_diverged(self) -> bool:
        """True when a score is not a number."""
        scores: tuple[Floats | None, ...] = (self.goodness, self.probabilities, self.read_out)
        if self.other is not None:
            scores = (self.other.made, self.other.numbers)
        return not all(np.isfinite(s).all() for s in scores if s is not None)


def score(snapshot: ModelSnapshot, picture: Floats) -> Scores:
    """Scores a picture (height, width) with NumPy alone."""
    x = np.asarray(picture, np.float32).reshape(1, -1)
    goodness, probabilities, read_out, is_logits = None, None, None, False
    weights: tuple[float, ...] = ()
    if snapshot.ff is not None:
        goodness = snapshot.ff.label_goodness(x)[0]
        weights = snapshot.ff.net.shown_votes
        is_logits = snapshot.ff.kind.scores_are_logits
        if snapshot.ff.read_out is not None:
            read_out = snapshot.ff.read_out_probabilities(x)[0]
    names, other = snapshot.class_names, None
    if snapshot.bp is not None:
        names, probabilities, other = _of_network(snapshot.bp, names, x)
    return Scores(names, goodness, weights, probabilities, read_out, is_logits, other)


def _of_network(
    net: NetworkSnapshot, names: tuple[str, ...], x: npt.NDArray[np.float32]
) -> tuple[tuple[str, ...], Floats | None, Answer | None]:
    """What a backprop net says: labels and their probabilities, a picture, or other numbers."""
    if net.why_no_pictures:
        words = tr(
            "{why_no_pictures} There is nothing to draw for it.",
            why_no_pictures=net.why_no_pictures,
        )
        return names, None, Answer(net.role, words=words)
    if net.role == "autoencoder":
        given, made = net.reconstructions(x)
        return names, None, Answer(net.role, given[0], made[0], total=made[0].size)
    if net.role == "network" and maps_pictures(net.network.architecture):
        given, made = net.maps(x)
        size, count = made[0].size, net.num_marked
        return names, None, Answer(net.role, given[0], made[0], total=size, classes=count)
    if net.role != "classifier":
        out = net.outputs(x).reshape(-1)
        return names, None, Answer(net.role, numbers=out[:MOST_LABELS], total=len(out))
    p = net.probabilities(x)[0]
    if len(p) <= MOST_LABELS:
        return names, p, None
    best = np.sort(np.argsort(-p, kind="stable")[:_BEST_LABELS])
    return tuple(names[i] for i in best), p[best], None


@dataclass(frozen=True)
class Verdict:
    """The best label of one net and how sure it is."""

    label: str
    text: str
    is_sure: bool


def ff_verdict(scores: Scores) -> Verdict | None:
    """Forward-Forward: the lead over the second label tells how sure it is.

    An unsupervised net answers with its read-out, whose probability tells it.
    """
    if scores.is_logits:
        return _by_probability(scores, scores.read_out)
    totals = scores.totals
    if totals is None or not np.isfinite(totals).all() or len(totals) < 2:
        return None
    order = np.argsort(totals, kind="stable")[::-1]
    best, second = int(order[0]), int(order[1])
    lead = float(totals[best] - totals[second])
    spread = float(np.std(totals[order[1:]]))
    sure = lead > 0 and lead >= SURE_LEAD * spread and lead >= SURE_SHARE * abs(totals[best])
    name, other = scores.class_names[best], scores.class_names[second]
    return Verdict(
        name,
        tr("ahead of {other} by {lead} goodness", other=other, lead=number_text(lead, digits=3)),
        bool(sure),
    )


def bp_verdict(scores: Scores) -> Verdict | None:
    """Backprop: the probability tells how sure it is."""
    return _by_probability(scores, scores.probabilities)


def read_out_verdict(scores: Scores) -> Verdict | None:
    """The linear read-out beside the goodness; None where it is Forward-Forward's only answer."""
    return None if scores.is_logits else _by_probability(scores, scores.read_out)


def _by_probability(scores: Scores, p: Floats | None) -> Verdict | None:
    if p is None or not np.isfinite(p).all():
        return None
    best = int(np.argmax(p))
    return Verdict(
        scores.class_names[best],
        tr("probability {p}", p=write_percent(p[best])),
        bool(p[best] >= SURE_PROBABILITY),
    )


def describe_scores(scores: Scores | None) -> str:
    """All verdicts in one line, for screen readers."""
    if scores is None:
        return tr("nothing to predict")
    if scores.has_diverged:
        return tr("no prediction: the weights are not numbers")
    if scores.other is not None:
        return scores.other.words or tr("what the {role} puts out", role=scores.other.role)
    words = []
    for name, verdict in (
        (tr("Forward-Forward"), ff_verdict(scores)),
        (tr("read-out"), read_out_verdict(scores)),
        (tr("backprop"), bp_verdict(scores)),
    ):
        if verdict is not None:
            doubt = "" if verdict.is_sure else tr(" (not sure)")
            words.append(f"{name}: {verdict.label}, {verdict.text}{doubt}")
    return "; ".join(words)
