"""Of ways that do about as well the right one is taken."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.describe.comparing import choose, measure_losses

LABELS = np.arange(1000) % 10
ONE_HOT = np.eye(10)[LABELS]


def softmax(scores):
    made = np.exp(scores - scores.max(axis=1, keepdims=True))
    return made / made.sum(axis=1, keepdims=True)


def answer(rights, sure=3.0, seed=0):
    """Logits that are right for so many of 1000 images, with a little noise."""
    rng = np.random.default_rng(seed)
    said = np.where(rng.permutation(1000) < rights, LABELS, (LABELS + 1) % 10)
    return sure * np.eye(10)[said] + rng.normal(0, 0.1, (1000, 10))


@pytest.mark.parametrize(
    ("ways", "taken"),
    [
        ([answer(950), answer(950)], 0),
        ([answer(950, 4), answer(958, 12)], 0),  # wrong answers, all too sure
        ([answer(950, 12), answer(958, 4)], 1),
        ([answer(900), answer(960, seed=1)], 1),
        ([answer(940, 2), answer(940, 6)], 1),
        ([answer(1000, 9), answer(1000, 90)], 0),
        ([answer(300), answer(900), answer(905, seed=1)], 1),
    ],
    ids=[
        "equal",
        "too sure",
        "less sure",
        "knows more",
        "too faint",
        "by heart",
        "commonest of the good",
    ],
)
@pytest.mark.parametrize("form", [lambda a: a, softmax], ids=["logits", "probabilities"])
def test_score_and_loss_tell_together(ways, taken, form):
    assert choose([form(way) for way in ways], LABELS) == taken


@pytest.mark.parametrize("low", [0, -1])
@pytest.mark.parametrize("bigger", [2.0, 100.0])
def test_numbers_near_their_targets_beat_larger_ones(low, bigger):
    """Of nets that learnt 0 and 1, or −1 and 1, larger numbers are no surer answers."""
    rng = np.random.default_rng(2)
    targets = ONE_HOT if low == 0 else 2 * ONE_HOT - 1
    right = targets + rng.normal(0, 0.15, targets.shape)
    large = bigger * right
    assert choose([large, right], LABELS) == 1
    assert choose([right, large], LABELS) == 0
    mean = float(measure_losses([large, right], LABELS)[1].mean())
    assert mean == pytest.approx(float(((right - targets) ** 2).sum(axis=1).mean()))


def test_logits_are_judged_as_such():
    logits = answer(950, 6)
    (loss,) = measure_losses([logits], LABELS)
    np.testing.assert_allclose(loss, -np.log(softmax(logits)[np.arange(1000), LABELS]), atol=1e-9)


@pytest.mark.parametrize(
    ("rare", "taken"),
    [(answer(941, 3.2), 0), (answer(985, 6, seed=1), 1), (answer(930, 6), 0)],
    ids=["hardly better", "much better", "surer but knows less"],
)
def test_a_rare_way_must_be_much_better(rare, taken):
    assert choose([answer(940), rare], LABELS, [False, True]) == taken


def test_what_is_no_number_is_the_worst():
    wild = np.full((1000, 10), np.nan)
    assert choose([wild, answer(500)], LABELS) == 1
    assert choose([np.full((1000, 10), np.inf), answer(500)], LABELS) == 1
