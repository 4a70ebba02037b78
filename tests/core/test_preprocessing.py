"""What a model wants its images to be is found by trying."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.describe.preprocessing import (
    CHANCE,
    Preprocessing,
    evidence,
    search,
    search_reconstruction,
    variants,
)
from ffstudio.core.describe.resizing import resize
from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.errors import ModelFileError
from ffstudio.core.images.datasets import digits


@pytest.fixture(scope="module")
def images():
    data = digits.load()
    return data.x_train[:300], data.y_train[:300]


@pytest.mark.parametrize(
    ("shape", "first"),
    [
        ((784,), (784,)), ((28, 28), (28, 28)), ((28, 28, 1), (28, 28, 1)), ((1, 28, 28), (1, 28, 28)),
        ((28, 28, 3), (28, 28, 3)), ((784, 1), (784, 1)), ((32, 32, 3), (32, 32, 3)), ((64,), (64,)),
        ((None, None, 1), (28, 28, 1)), ((3, 20, 20), (3, 20, 20)), ((None, 28), (28, 28)),
    ],
)  # fmt: skip
def test_images_take_every_shape(images, shape, first):
    ways = list(variants(shape, (28, 28)))
    assert ways[0].scale == "0–1"
    for way in ways:
        assert way.apply(images[0][:2]).shape == (2, *first)
        assert way.text()


@pytest.mark.parametrize("shape", [(9,), (2, 3, 4, 5), (32, 10, 10), ()])
def test_models_that_take_no_images_say_so(images, shape):
    with pytest.raises(ModelFileError, match="takes no grey images"):
        search(lambda x: x, shape, *images)


def test_channels_and_transposition_are_where_they_belong(images):
    x = images[0][:3]
    last = Preprocessing("0–255", (28, 28, 3), (28, 28)).apply(x)
    first = Preprocessing("0–255", (3, 28, 28), (28, 28)).apply(x)
    np.testing.assert_array_equal(last.transpose(0, 3, 1, 2), first)
    turned = Preprocessing("0–255", (28, 28), (28, 28), transposed=True).apply(x)
    np.testing.assert_array_equal(turned.transpose(0, 2, 1), x)


def test_sizes_keep_the_mean_and_the_place():
    x = np.zeros((1, 28, 28), np.float32)
    x[0, 8:20, 8:20] = 1
    for size in ((14, 14), (56, 56), (20, 32)):
        resized = resize(x, size)
        assert resized.shape == (1, *size)
        assert resized.mean() == pytest.approx(x.mean(), rel=0.02)
    padded = Preprocessing("0–255", (32, 32), (32, 32), "pad").apply(x.astype(np.uint8))
    np.testing.assert_array_equal(padded[0, 2:30, 2:30], x[0])
    assert padded.sum() == x.sum()
    cut = Preprocessing("0–255", (8, 8), (8, 8), "crop").apply(x.astype(np.uint8))
    assert cut[0, 3:5, 3:5].min() == pytest.approx(1)


def nearest_mean(images, labels, way):
    """A classifier that knows the digits only as one preprocessing shows them."""
    x = way.apply(images).reshape(len(images), -1)
    means = np.stack([x[labels == n].mean(axis=0) for n in range(10)])

    def predict(given):
        flat = given.reshape(len(given), -1)
        distance = ((flat[:, None] - means[None]) ** 2).mean(axis=2)
        return -distance / max(float(distance.min()), 1e-6)

    return predict


@pytest.mark.parametrize(
    "way",
    [
        Preprocessing("1–0", (784,), (28, 28)),
        Preprocessing("0–255", (28, 28, 1), (28, 28)),
        Preprocessing("−1…1", (1, 28, 28), (28, 28), transposed=True),
        Preprocessing("0–1", (32, 32), (32, 32), "pad"),
    ],
    ids=lambda way: way.text(),
)
def test_the_search_finds_what_a_model_was_made_for(images, way):
    trials = search(nearest_mean(*images, way), way.shape, *images)
    assert trials[0].preprocessing == way
    assert trials[0].score > 0.75
    assert trials[0].score > trials[-1].score
    lines = evidence(trials, 3)
    assert len(lines) == 3
    assert way.text() in lines[0]


def test_the_commonest_of_equal_ways_is_taken(images):
    """A model that sees only what is brighter than the middle does not mind the scale."""
    way = Preprocessing("0–1", (784,), (28, 28))
    inner = nearest_mean(*images, way)

    def predict(x):
        middle = (x.min(axis=1, keepdims=True) + x.max(axis=1, keepdims=True)) / 2
        return inner((x > middle).astype(np.float32))

    trials = search(predict, (784,), *images)
    equal = [trial for trial in trials if trial.score == trials[0].score]
    assert len(equal) > 3
    assert trials[0].preprocessing == way


def test_ever_fewer_ways_are_tried_on_ever_more_images():
    data = digits.load()
    images, labels = data.x_train[:1000], data.y_train[:1000]
    way = Preprocessing("−1…1", (784,), (28, 28))
    inner, seen = nearest_mean(images, labels, way), []

    def predict(x):
        seen.append(len(x))
        return inner(x)

    trials = search(predict, (784,), images, labels)
    assert trials[0].preprocessing == way
    assert trials[0].score == np.mean(inner(way.apply(images)).argmax(axis=1) == labels)
    glanced, looked, again, tried, judged = (seen.count(n) for n in (10, 63, 125, 250, 1000))
    assert len(seen) == glanced + looked + again + tried + judged
    assert glanced == len(trials), "every way is tried on one image of each class"
    assert 2 <= judged <= tried <= again <= looked < glanced
    # Each score says on how many images it was measured.
    assert trials[0].count == 1000
    assert {10, 1000} <= {trial.count for trial in trials} <= {10, 63, 125, 250, 1000}


def test_the_look_at_few_images_decides_nothing_that_more_would_decide_otherwise():
    """Whatever a way is left behind for, on many images it would not have been the best."""
    data = digits.load()
    images, labels = data.x_train[:1000], data.y_train[:1000]
    rng = np.random.default_rng(3)
    for scale in ("0–1", "1–0", "mean/std", "−1…1"):
        way = Preprocessing(scale, (784,), (28, 28))
        clear = nearest_mean(images, labels, way)

        def predict(x, clear=clear):
            out = clear(x)
            return out + rng.normal(0, 0.05 * np.abs(out).mean(), out.shape)

        scores = {
            one: np.mean(predict(one.apply(images)).argmax(axis=1) == labels)
            for one in variants((784,), (28, 28))
        }
        best = max(scores.values())
        spread = np.sqrt(best * (1 - best) / len(labels))
        found = search(predict, (784,), images, labels)[0]
        assert scores[found.preprocessing] >= best - 3 * spread - 0.03


def test_a_search_that_cannot_reach_what_is_asked_for_ends_after_a_look():
    data = digits.load()
    images, labels = data.x_train[:1000], data.y_train[:1000]
    inner, seen = nearest_mean(images, labels, Preprocessing("0–1", (784,), (28, 28))), []

    def predict(x):
        seen.append(len(x))
        out = inner(x)
        out[:, 3:] = out.min() - 1  # it knows three of ten labels
        return out

    trials = search(predict, (784,), images, labels, to_beat=0.8)
    assert max(seen) == 63
    assert trials[0].score < 0.4
    assert max(trial.count for trial in trials) == 63


def test_a_slow_net_is_tried_no_further_than_to_the_first_way_that_does():
    data = digits.load()
    images, labels = data.x_train[:1000], data.y_train[:1000]
    way, seen = Preprocessing("0–1", (784,), (28, 28)), []
    inner = nearest_mean(images, labels, way)

    def predict(x):
        seen.append(len(x))
        return inner(x)

    quick = search(predict, (784,), images, labels)
    spent, seen[:] = sum(seen), []
    slow = search(predict, (784,), images, labels, is_slow=True)
    assert slow[0].preprocessing == quick[0].preprocessing == way
    assert sum(seen) < spent / 2


def test_a_search_tells_what_it_tries_and_can_be_called_off(images):
    way = Preprocessing("1–0", (784,), (28, 28))
    told = []
    search(nearest_mean(*images, way), (784,), *images, Errand(told.append))
    assert told[0].sentence() == "trying preprocessing 1 of 8"
    assert all(0 < stage.fraction <= 1 for stage in told)
    errand = Errand(lambda stage: errand.call_off() if stage.done == 3 else None)
    seen = []
    with pytest.raises(CalledOff):
        search(lambda x: seen.append(1) or x[:, :10], (784,), *images, errand)
    assert len(seen) == 3


def test_an_autoencoder_is_judged_by_what_it_gives_back(images):
    way = Preprocessing("0–1", (28, 28, 1), (28, 28))
    trials = search_reconstruction(lambda x: np.clip(x, 0, 1), way.shape, images[0])
    assert trials[0].preprocessing == way
    assert trials[0].score == pytest.approx(1)
    none = search_reconstruction(lambda x: x[:, :5], way.shape, images[0])
    assert none[0].score == -1


def test_what_recognises_nothing_is_shown_upright_images(images):
    """The best of many ways is always a little better than the others, by chance."""
    for seed in range(4):
        rng = np.random.default_rng(seed)
        trials = search(lambda x, rng=rng: rng.random((len(x), 10)), (28, 28), *images)
        assert not trials[0].preprocessing.transposed
        assert any(trial.preprocessing.transposed for trial in trials)
        assert max(trial.score for trial in trials) < CHANCE


def test_of_what_has_learnt_nothing_the_commonest_way_is_taken(images):
    """However sure one scale makes it of the same wrong answer."""

    def predict(x):
        out = np.zeros((len(x), 10))
        out[:, 3] = 100 / max(float(np.abs(x).max()), 1e-6)
        return out

    trials = search(predict, (28, 28), *images)
    assert trials[0].score < CHANCE and trials[0].preprocessing.scale == "0–1"


def test_wild_outputs_lose_and_do_not_fail(images):
    trials = search(lambda x: np.full((len(x), 10), np.nan), (784,), *images)
    assert trials[0].score <= 0.2


def test_a_slow_net_that_knows_nothing_is_given_up_soon():
    """As seldom asked as can be: some images per way, none turned, none to the end."""
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (500, 28, 28)).astype(np.uint8)
    labels = np.sort(np.arange(500) % 10)
    asked = []

    def answer(x):
        asked.append(len(x))
        return np.eye(10)[np.zeros(len(x), int)]

    trials = search(answer, (28, 28, 1), images, labels, is_slow=True)
    assert trials[0].score == pytest.approx(0.1, abs=0.03) and sum(asked) < 300
    asked.clear()
    search(answer, (28, 28, 1), images, labels)
    assert sum(asked) > 1000


def test_a_slow_net_that_knows_digits_on_their_side_is_still_found():
    images = np.zeros((500, 28, 28), np.uint8)
    labels = np.arange(500) % 10
    for i, label in enumerate(labels):
        images[i, label, 20] = 255
        if label < 4:  # some are as good upright
            images[i, 20, label] = 255

    def answer(x):
        return x[:, 20, :10].reshape(len(x), 10)

    trials = search(answer, (28, 28, 1), images, labels, is_slow=True)
    assert trials[0].preprocessing.transposed and trials[0].score == 1.0


def test_what_no_work_is_left_for_is_left_out_and_named():
    data = digits.load()
    images, labels = data.x_train[:1000], data.y_train[:1000]
    seen, errand = [], Errand()

    def predict(x):
        seen.append(len(x))
        errand.spend(1.0)
        return np.zeros((len(x), 10), np.float32)

    errand.allow(5)
    trials = search(predict, (784,), images, labels, errand.inside("the net"))
    assert len(seen) == len(trials) == 5 and seen == [10] * 5
    assert [trial.count for trial in trials] == [10] * 5
    assert errand.left_out == (
        "the net: 3 ways to hand images over",
        "the net: rows and columns exchanged",
        "the net: images turned and mirrored",
    )
    errand.allow(1e9)
    assert not errand.left_out
    tried = search(predict, (784,), images, labels, errand)
    assert len(tried) > 20 and not errand.left_out


def test_a_part_of_an_errand_may_do_a_share_of_its_work():
    errand = Errand()
    errand.allow(10)
    part = errand.within(0.5).inside("here")
    part.spend(5)
    assert not part.has_work_left and errand.has_work_left
    errand.spend(5)
    assert not errand.has_work_left


def test_what_has_learnt_nothing_is_seen_on_half_of_the_images():
    data = digits.load()
    seen = []

    def predict(x):
        seen.append(len(x))
        return np.zeros((len(x), 10), np.float32)

    trials = search(predict, (784,), data.x_train[:1000], data.y_train[:1000])
    assert trials[0].score < CHANCE
    assert set(seen) == {10, 63, 125}


def test_what_knows_turned_images_is_found_though_some_are_known_otherwise(images):
    """Exchanged rows and columns let a net for turned images recognise a part."""
    way = Preprocessing("1–0", (784,), (28, 28), turned=3)
    trials = search(nearest_mean(*images, way), (784,), *images)
    assert trials[0].preprocessing == way
    others = [t for t in trials if not t.preprocessing.turned]
    assert CHANCE < max(t.score for t in others) < trials[0].score
