"""Layers vote: sums and weights against plain loops; choices made on images held back."""

import itertools

import numpy as np
import pytest

from ffstudio.core.look.judge import Ballot, judge_ballot
from ffstudio.core.look.vote_choice import fit_weights, judge_ranges, say_choice
from ffstudio.core.mathematics import numpy_ops
from ffstudio.core.mathematics.votes import count_votes

RNG = np.random.default_rng(14)


def made_up(images=400, layers=4, classes=5, noise=(3.0, 1.0, 0.6, 50.0)):
    """Scores whose layers know the label more or less well, each in units of its own."""
    y = RNG.integers(0, classes, images)
    right = np.eye(classes)[y][:, None]
    units = np.array([1.0, 20.0, 0.1, 1.0])[:layers, None]
    errors = np.array(noise[:layers])[:, None] * RNG.normal(size=(images, layers, classes))
    return ((right + errors) * units).astype(np.float32), y


@pytest.mark.parametrize("weights", [(1, 1, 1, 1), (0, 1, 1, 0), (0, 0, 0, 1), (0.5, 0, 2, 0)])
def test_votes_are_scores_times_weights_added_up(weights):
    scores, y = made_up(30)
    expected = sum(w * scores[:, i].astype(float) for i, w in enumerate(weights))
    np.testing.assert_allclose(count_votes(scores, weights), expected, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(
        count_votes(scores, weights, numpy_ops), expected, rtol=1e-5, atol=1e-5
    )
    ballot = Ballot(scores, weights)
    np.testing.assert_allclose(ballot.totals, expected, rtol=1e-5, atol=1e-5)
    judged = judge_ballot(ballot, y)
    assert judged.accuracy == np.mean(expected.argmax(axis=1) == y)
    # From the first voter up to the last layer of the net, whether or not that one votes.
    first = next(i for i, w in enumerate(weights) if w)
    assert len(judged.cumulative_accuracy) == 4 - first
    assert judged.cumulative_accuracy[-1] == judged.accuracy
    alone = scores[:, first].argmax(axis=1)
    assert judged.cumulative_accuracy[0] == np.mean(alone == y)


def test_a_layer_that_does_not_vote_may_be_no_number():
    scores, _ = made_up(10)
    scores[:, 0], scores[:, 3] = np.nan, np.inf
    assert np.isfinite(Ballot(scores, (0, 1, 1, 0)).so_far).all()


def test_of_fewer_layers_the_last_votes_where_no_voter_is_among_them():
    scores, _ = made_up(10)
    np.testing.assert_array_equal(count_votes(scores[:, :2], (0, 0, 1, 1)), scores[:, 1])
    np.testing.assert_array_equal(count_votes(scores[:, :2], (0, 1, 1, 1)), scores[:, 1])
    np.testing.assert_allclose(count_votes(scores[:, :1], (0.5, 1, 1, 1)), scores[:, 0] / 2)


def test_the_best_range_is_the_best_of_all():
    scores, y = made_up()
    tried = judge_ranges(scores, y)
    assert len(tried) == 10 and {choice.images for choice in tried} == {400}
    by_hand = {
        (first, last): np.mean(scores[:, first : last + 1].sum(axis=1).argmax(axis=1) == y)
        for first, last in itertools.combinations_with_replacement(range(4), 2)
    }
    assert tried[0].accuracy == max(by_hand.values())
    assert [c.accuracy for c in tried] == sorted(by_hand.values(), reverse=True)
    assert f"{tried[0].accuracy:.2%} right of 400 validation images" in say_choice(tried[0])


def test_of_equal_ranges_the_longer_and_then_the_upper_one_is_taken():
    y = np.arange(20) % 5
    scores = np.repeat(np.eye(5, dtype=np.float32)[y][:, None], 3, axis=1)
    assert [c.votes for c in judge_ranges(scores, y)[:4]] == ["all", "2-", "1-2", "3"]


def test_fitted_weights_make_the_cross_entropy_least():
    scores, y = made_up(2000)
    choice = fit_weights(scores, y)
    assert max(choice.weights) == 1.0 and min(choice.weights) >= 0.0
    # What knows nothing says next to nothing, and the others count in their own units: more
    # than as they come.
    spread = scores.std(axis=(0, 2))
    voice = np.array(choice.weights) * spread
    assert voice[3] < 0.1 * voice[1] and voice[0] < voice[1] < voice[2]
    assert choice.accuracy >= max(c.accuracy for c in judge_ranges(scores, y))

    def loss(weights, scale):
        logits = scale * count_votes(scores.astype(float), weights)
        logits -= logits.max(axis=1, keepdims=True)
        return -np.mean(
            (logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)))[np.arange(2000), y]
        )

    scales = np.geomspace(0.05, 50, 60)
    least = min(loss(choice.weights, s) for s in scales)
    for i in range(3):  # no other weight of a layer does better, at any scale
        for factor in (0.6, 1.6):
            moved = np.array(choice.weights)
            moved[i] *= factor
            assert min(loss(tuple(moved), s) for s in scales) > least - 1e-4


def test_weights_of_what_says_nothing_are_0():
    scores, y = made_up(200, layers=3)
    scores[:, 0] = 7.0
    assert fit_weights(scores, y).weights[0] == 0.0
    scores[:, 1] = np.nan
    weights = fit_weights(scores, y).weights
    assert weights[:2] == (0.0, 0.0) and weights[2] == 1.0
