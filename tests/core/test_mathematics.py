"""Goodness, losses, normalisation, masks and schedules against plain loops."""

from __future__ import annotations

import itertools
import math
import statistics

import numpy as np
import pytest

from ffstudio.core.mathematics import (
    CLASS_LOSSES,
    GOODNESS,
    LOCAL_LOSSES,
    NEGATIVES,
    RATE_SCHEDULES,
    by_class,
    class_loss,
    follow_classes,
    hard_wrong_labels,
    hybrid_images,
    hybrid_masks,
    loss_over_labels,
    near,
    normalise,
    normalise_layer,
    num_features,
    numpy_ops,
    other_images,
    peer_loss,
    random_wrong_labels,
)
from ffstudio.core.mathematics.projection import unit_length
from ffstudio.core.mathematics.slopes import GOODNESS_SLOPES, pull_through_scores

RNG = np.random.default_rng(20221213)


def entmax(scores):
    """1.5-entmax by trying how many of the largest have weight (Peters et al. 2019, algorithm 2)."""
    half = sorted((s / 2 for s in scores), reverse=True)
    for count in range(len(half), 0, -1):
        first = half[:count]
        mean = sum(first) / count
        rest = 1 - sum((h - mean) ** 2 for h in first)
        if rest >= 0 and (tau := mean - math.sqrt(rest / count)) <= first[-1]:
            return [max(s / 2 - tau, 0.0) ** 2 for s in scores]
    raise AssertionError


ONE = {
    "mean_square": lambda v: sum(a * a for a in v) / len(v),
    "sum_square": lambda v: sum(a * a for a in v),
    "minus_mean_square": lambda v: -sum(a * a for a in v) / len(v),
    "minus_sum_square": lambda v: -sum(a * a for a in v),
    "mean_absolute": lambda v: sum(abs(a) for a in v) / len(v),
    "top_k": lambda v: statistics.mean(
        sorted((a * a for a in v), reverse=True)[: max(1, round(len(v) / 10))]
    ),
    "entmax": lambda v: sum(p * a * a for p, a in zip(entmax([abs(a) for a in v]), v, strict=True)),
    "kurtosis": lambda v: (
        statistics.mean(a**4 for a in v) / (statistics.mean(a * a for a in v) ** 2 + 1e-8)
    ),
    "class_mean": lambda v: sum(v) / len(v),
    "class_mean_square": lambda v: sum(a * a for a in v) / len(v),
}


def softplus(u):
    return math.log1p(math.exp(-abs(u))) + max(u, 0.0)


PAIR = {
    "logistic": lambda p, n, t, s: (softplus(s * (t - p)) + softplus(s * (n - t))) / 2,
    "separate": lambda p, n, t, s: (
        (softplus(s * (t + abs(t) / 2 - p)) + softplus(s * (n - t + abs(t) / 2))) / 2
    ),
    "overlap": lambda p, n, t, s: (
        (softplus(s * (t - abs(t) / 5 - p)) + softplus(s * (n - t - abs(t) / 5))) / 2
    ),
    "symmetric": lambda p, n, t, s: softplus(-s * (p - n)),
    "swish": lambda p, n, t, s: -s * (p - n) / (1 + math.exp(s * (p - n))),
    "margin": lambda p, n, t, s: max(0.0, 1 - s * (p - n)),
    "softmax": lambda p, n, t, s: softplus(-s * (p - n)),
}


@pytest.mark.parametrize("name", [name for name, g in GOODNESS.items() if not g.projection])
def test_goodness_equals_its_formula_on_vectors_and_on_images_of_activities(name):
    kind = GOODNESS[name]
    dense, images = RNG.normal(size=(3, 12)), RNG.normal(size=(3, 2, 2, 6))
    if not kind.by_class:
        for i in range(3):
            assert kind.function(dense)[i] == pytest.approx(ONE[name](dense[i]))
            goodness = kind.function(images, np, (1, 2, 3))[i]
            assert goodness == pytest.approx(ONE[name](images[i].ravel()))
        return
    for a, units in ((dense, 4), (images, 2)):
        goodness = kind.function(by_class(a, 3), np, (1, 3))
        assert goodness.shape == (3, 3)
        for i in range(3):
            for k in range(3):
                own = a[i][..., k * units : (k + 1) * units]
                assert goodness[i, k] == pytest.approx(ONE[name](own.ravel()))


def test_sparse_goodness_has_the_gradient_that_is_written_out():
    """Through the search for a threshold among the units, of which TensorFlow sees nothing."""
    import keras
    import tensorflow as tf

    a = RNG.normal(size=(5, 40)).astype(np.float32)
    for name in ("top_k", "entmax", "kurtosis"):
        with tf.GradientTape() as tape:
            activities = tf.constant(a)
            tape.watch(activities)
            total = tf.reduce_sum(GOODNESS[name].function(activities, keras.ops))
        expected = GOODNESS_SLOPES[name](a.astype(float))
        np.testing.assert_allclose(tape.gradient(total, activities), expected, atol=2e-5)
    # The fourth and fifth of forty are equal: they share the fourth place.
    equal = np.array([[5.0, 4.0, 3.0, 2.0, 2.0, *[1.0] * 35]])
    assert GOODNESS["top_k"].function(equal) == (25 + 16 + 9 + 4) / 4
    np.testing.assert_array_equal(
        GOODNESS_SLOPES["top_k"](equal)[0, :6], [2.5, 2, 1.5, 0.5, 0.5, 0]
    )
    silent = np.zeros((2, 12), np.float32)
    for name in ("top_k", "kurtosis"):
        assert GOODNESS[name].function(silent).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(("name", "power"), [("projection", 1), ("spatial", 2)])
@pytest.mark.parametrize("shape", [(12,), (6, 6, 10), (28, 28, 20), (5, 28, 30), (7, 7, 160)])
def test_what_a_projection_sees_are_means_of_patches(name, power, shape):
    a = RNG.normal(size=(2, *shape))
    seen = GOODNESS[name].function(a, numpy_ops)
    if len(shape) == 1:
        np.testing.assert_allclose(seen, a**power)
        return
    height, width, channels = shape
    side = 1  # the smallest patch of which there are few enough
    while -(-height // side) * -(-width // side) * channels > 1500:
        side += 1
    # What is missing in the patches at the edges is shared out, as TensorFlow pads.
    bands = []
    for n in (height, width):
        before = (-n % side) // 2
        bands.append([slice(max(i, 0), i + side) for i in range(-before, n, side)])
    means = [(a[:, y, x] ** power).mean(axis=(1, 2)) for y in bands[0] for x in bands[1]]
    assert seen.shape == (2, num_features(shape)) and num_features(shape) <= 1500
    np.testing.assert_allclose(seen, np.stack(means, axis=1).reshape(2, -1))


def test_prototypes_keep_the_direction_of_classes_that_are_not_there():
    h, members = RNG.normal(size=(4, 6)), np.eye(3)[[0, 0, 2, 2]] * [[1.0], [0.0], [2.0], [1.0]]
    prototypes = unit_length(RNG.normal(size=(6, 3)), np, 0)
    moved = follow_classes(h, members, prototypes)
    z = h / np.linalg.norm(h, axis=1, keepdims=True)
    np.testing.assert_array_equal(moved[:, 1], prototypes[:, 1])
    for k, mean in ((0, z[0]), (2, 2 * z[2] + z[3])):
        expected = 0.9 * prototypes[:, k] + 0.1 * mean / np.linalg.norm(mean)
        np.testing.assert_allclose(moved[:, k], expected / np.linalg.norm(expected), rtol=1e-7)
    distances = np.sum((z[:, :, None] - moved) ** 2, axis=1)
    np.testing.assert_allclose(near(h, moved), -distances, rtol=1e-6)
    assert np.isfinite(near(np.zeros((2, 6)), moved)).all()  # a silent layer is equally near to all
    pulled = RNG.normal(size=(4, 3))
    slope = pull_through_scores(h, prototypes, pulled, "running")
    for i in range(6):
        step = 1e-6 * np.eye(6)[i]
        rise = np.sum(pulled * (near(h + step, prototypes) - near(h - step, prototypes)), axis=1)
        np.testing.assert_allclose(slope[:, i], rise / 2e-6, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("name", LOCAL_LOSSES)
def test_local_losses_equal_their_formulas_and_fall_as_the_pair_parts(name):
    loss = LOCAL_LOSSES[name].function
    for p, n in RNG.normal(1.0, 0.6, (40, 2)):
        for t, s in ((1.0, 1.0), (0.4, 7.0)):
            value = float(loss(np.array([p]), np.array([n]), t, s)[0])
            assert value == pytest.approx(PAIR[name](p, n, t, s), rel=1e-9, abs=1e-12)
    gaps = np.linspace(-0.1, 3, 50)
    values = loss(1 + gaps, 1 - gaps, 1.0, 5.0)
    assert values[0] > values[-1]
    if name != "swish":  # which rises again, a little, where a pair is far apart
        assert (np.diff(values) <= 1e-12).all()
    moved = loss(np.array([0.9]), np.array([0.5]), 3.0, 2.0)
    moved_threshold = loss(np.array([0.9]), np.array([0.5]), 0.5, 2.0)
    assert (moved != moved_threshold) == LOCAL_LOSSES[name].uses_threshold


@pytest.mark.parametrize("name", LOCAL_LOSSES)
def test_losses_over_all_wrong_labels_equal_their_formulas(name):
    scores, y = RNG.normal(1.0, 0.6, (9, 4)), RNG.integers(0, 4, 9)
    losses = loss_over_labels(LOCAL_LOSSES[name], scores, np.eye(4)[y], 0.7, 3.0)
    for g, label, loss in zip(scores, y, losses, strict=True):
        wrong = [g[k] for k in range(4) if k != label]
        expected = sum(PAIR[name](g[label], n, 0.7, 3.0) for n in wrong) / 3
        if name == "softmax":
            expected = math.log(1 + sum(math.exp(-3 * (g[label] - n)) for n in wrong))
        assert loss == pytest.approx(expected, rel=1e-9)


def test_no_loss_overflows():
    far = np.array([1e4, -1e4])
    for name, kind in LOCAL_LOSSES.items():
        assert np.isfinite(kind.function(far, -far, 1.0, 10.0)).all(), name


def similarities(rows):
    """Cosines between rows, each less its mean, one pair after the other."""
    centred = [[v - sum(row) / len(row) for v in row] for row in rows]
    return [
        [sum(a * b for a, b in zip(one, other, strict=True)) / math.sqrt(
            (sum(a * a for a in one) + 1e-8) * (sum(b * b for b in other) + 1e-8))
         for other in centred]
        for one in centred
    ]  # fmt: skip


def written_class_loss(name, scores, h, y, alpha):
    """The class losses image by image, of dense activities."""
    if name == "predsim":
        told, alike = (
            written_class_loss(n, scores, h, y, alpha) for n in ("cross_entropy", "similarity")
        )
        return [0.01 * a + 0.99 * b for a, b in zip(told, alike, strict=True)]
    count = len(h)
    if name == "cross_entropy":
        return [
            math.log(sum(math.exp(alpha * s) for s in scores[i])) - alpha * scores[i][y[i]]
            for i in range(count)
        ]
    if name == "similarity":
        found, wanted = similarities(h), similarities(np.eye(len(scores[0]))[y])
        return [
            sum((found[i][j] - wanted[i][j]) ** 2 for j in range(count)) / count
            for i in range(count)
        ]
    z = [[v / math.sqrt(sum(w * w for w in row) + 1e-8) for v in row] for row in h]
    dots = [[alpha * sum(a * b for a, b in zip(p, q, strict=True)) for q in z] for p in z]
    losses = []
    for i in range(count):
        others = [j for j in range(count) if j != i]
        friends = [j for j in others if y[j] == y[i]]
        total = math.log(sum(math.exp(dots[i][j]) for j in others))
        losses.append(sum(total - dots[i][j] for j in friends) / max(len(friends), 1))
    return losses


@pytest.mark.parametrize("name", CLASS_LOSSES)
def test_class_losses_equal_their_formulas(name):
    rng = np.random.default_rng(17)
    scores, h = rng.normal(size=(7, 3)), np.maximum(rng.normal(size=(7, 5)), 0.0)
    y = np.array([0, 1, 1, 0, 2, 0, 1])  # one class has one image only
    function = CLASS_LOSSES[name].function
    losses = function(scores, h, np.eye(3)[y], 2.5)
    np.testing.assert_allclose(losses, written_class_loss(name, scores, h, y, 2.5), rtol=1e-6)
    # Of images of activities the spread over places of each channel counts.
    places = rng.normal(size=(7, 4, 3, 5))
    spread = np.sqrt(places.var(axis=(1, 2)) + 1e-8)
    np.testing.assert_allclose(
        function(scores, places, np.eye(3)[y], 2.5), function(scores, spread, np.eye(3)[y], 2.5)
    )
    silent = function(scores, np.zeros((7, 5)), np.eye(3)[y], 2.5)
    assert np.isfinite(silent).all()


def test_class_loss_is_the_cross_entropy_of_scaled_goodness():
    goodness, y = RNG.normal(size=(5, 4)), np.array([0, 3, 2, 1, 1])
    losses = class_loss(goodness, np.eye(4)[y], 3.0)
    for i in range(5):
        p = np.exp(3.0 * goodness[i]) / np.exp(3.0 * goodness[i]).sum()
        assert losses[i] == pytest.approx(-math.log(p[y[i]]))
    assert class_loss(np.array([[1e4, 0.0]]), np.eye(2)[[0]], 1.0)[0] == pytest.approx(0.0)


def test_the_peer_loss_pulls_by_the_rule_of_hintons_code():
    """dL/dz_bj = λ(m_j − mean(m)) / batch, whether or not the unit is silent."""
    before, mean = RNG.normal(size=(6, 4)), np.array([0.1, 0.5, 0.9, 0.0])
    for b, j in ((0, 0), (3, 2), (5, 3)):
        moved = before.copy()
        moved[b, j] += 1e-6
        slope = (peer_loss(moved, mean, 0.03) - peer_loss(before, mean, 0.03)) / 1e-6
        assert slope == pytest.approx(0.03 * (mean[j] - mean.mean()) / 6, rel=1e-4)


@pytest.mark.parametrize("width", [2, 9])
def test_mean_and_spread_leave_mean_0_and_variance_1(width):
    x = RNG.normal(3.0, 2.0, (5, width))
    expected = [
        [(v - sum(row) / width) / math.sqrt(sum((w - sum(row) / width) ** 2 for w in row) / width)
         for v in row]
        for row in x
    ]  # fmt: skip
    np.testing.assert_allclose(normalise(x, "standard"), expected, rtol=1e-6)
    blank = normalise(np.full((2, width), 7.0), "standard")
    np.testing.assert_array_equal(blank, np.zeros((2, width)))


def test_other_images_are_never_the_same_one():
    x = np.arange(12.0).reshape(4, 3)
    others = other_images(x)
    assert not np.any(np.all(others == x, axis=1))
    np.testing.assert_array_equal(np.sort(others, axis=0), x)


def test_normalising_a_layer_of_images_takes_all_of_an_image_as_one_vector():
    x = RNG.normal(size=(4, 3, 5, 6))
    normalised = normalise_layer(x, "rms")
    assert normalised.shape == x.shape
    np.testing.assert_allclose(np.mean(normalised**2, axis=(1, 2, 3)), 1.0, rtol=1e-6)
    ratio = normalised / x
    np.testing.assert_allclose(ratio, ratio[:, :1, :1, :1] * np.ones_like(x))


def test_channels_are_standardised_place_by_place():
    x = RNG.normal(2, 3, (4, 3, 5, 6))
    seen = normalise_layer(x, "channels")
    for b, row, column in itertools.product(range(4), range(3), range(5)):
        own = x[b, row, column]
        expected = (own - own.mean()) / math.sqrt(own.var() + 1e-5)
        np.testing.assert_allclose(seen[b, row, column], expected)
    # One channel says something by its size alone; so do units without a place.
    np.testing.assert_allclose(
        normalise_layer(x[..., :1], "channels"), normalise_layer(x[..., :1], "rms")
    )
    np.testing.assert_allclose(
        normalise_layer(x[:, 0, 0], "channels"), normalise_layer(x[:, 0, 0], "rms")
    )


def test_above_classes_neither_their_means_nor_their_mean_squares_tell_anything():
    for x in (RNG.normal(1, 2, (4, 12)), RNG.normal(1, 2, (4, 3, 5, 6))):
        groups = by_class(normalise_layer(x, "rms", 3), 3)
        np.testing.assert_allclose(groups.mean(axis=(1, 3)), 0.0, atol=1e-9)
        variance = by_class(x, 3).var(axis=(1, 3))
        expected = variance / (variance + 1e-5)  # what stands under the root beside it
        np.testing.assert_allclose((groups**2).mean(axis=(1, 3)), expected, rtol=1e-9)


def test_hybrid_masks_follow_the_recipe_step_by_step():
    masks = hybrid_masks(3, (9, 7), np.random.default_rng(4), blurs=2)
    bits = np.random.default_rng(4).integers(0, 2, (3, 9, 7)).astype(np.float32)
    for image, mask in zip(bits, masks, strict=True):
        for axis in (0, 1):
            for _ in range(2):
                blurred = np.zeros_like(image)
                for r in range(9):
                    for c in range(7):
                        near = []
                        for step in (-1, 0, 1):
                            y, x = (r + step, c) if axis == 0 else (r, c + step)
                            near.append(image[min(max(y, 0), 8), min(max(x, 0), 6)])
                        blurred[r, c] = 0.25 * near[0] + 0.5 * near[1] + 0.25 * near[2]
                image = blurred
        np.testing.assert_array_equal(mask, image > 0.5)


def test_hybrid_masks_are_half_ones_in_large_regions():
    masks = hybrid_masks(300, (28, 28), np.random.default_rng(1))
    assert set(np.unique(masks)) == {0.0, 1.0}
    assert abs(masks.mean() - 0.5) < 0.03
    same = (masks[:, :, 1:] == masks[:, :, :-1]).mean()
    far = (masks[:, :, 14:] == masks[:, :, :14]).mean()
    assert same > 0.85
    assert abs(far - 0.5) < 0.03


def test_a_hybrid_is_one_image_inside_the_mask_and_the_other_outside():
    a, b = np.ones((1, 4)), np.full((1, 4), 5.0)
    mask = np.array([[1.0, 0.0, 0.0, 1.0]])
    np.testing.assert_array_equal(hybrid_images(a, b, mask), [[1, 5, 5, 1]])


@pytest.mark.parametrize("name", RATE_SCHEDULES)
def test_schedules_start_at_one_and_all_but_the_constant_end_at_zero(name):
    gain = RATE_SCHEDULES[name].function
    values = [gain(p) for p in np.linspace(0, 1, 101)]
    assert values[0] == pytest.approx(1.0)
    assert values[-1] == pytest.approx(1.0 if name == "constant" else 0.0)
    assert all(a >= b - 1e-12 for a, b in itertools.pairwise(values))
    middle = {"constant": 1.0, "half_linear": 1.0, "linear": 0.5, "cosine": 0.5}
    assert gain(0.5) == pytest.approx(middle[name])


def test_wrong_labels_are_never_the_true_one_and_follow_their_logits():
    y = np.repeat(np.arange(4), 5000)
    uniform = RNG.random((len(y), 4))
    drawn = random_wrong_labels(y, 4, uniform)
    assert not np.any(drawn == y)
    logits = np.tile([0.0, math.log(2), math.log(3), math.log(4)], (len(y), 1))
    hard = hard_wrong_labels(y, logits, uniform, np.eye(4)[y])
    assert not np.any(hard == y)
    share = np.bincount(hard[y == 0], minlength=4) / 5000
    np.testing.assert_allclose(share, [0, 2 / 9, 3 / 9, 4 / 9], atol=0.03)


def test_every_entry_of_every_table_explains_itself():
    for table in (GOODNESS, LOCAL_LOSSES, NEGATIVES, RATE_SCHEDULES):
        for name, entry in table.items():
            assert entry.label, name
            assert entry.help.endswith(".") and len(entry.help) > 30, name
