"""One layer's goodness and its gradient to the pixels: TensorFlow's, numerical ones, and sums."""

from __future__ import annotations

import functools

import keras
import numpy as np
import pytest
import tensorflow as tf

from ffstudio import engine
from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.look.ascent import (
    GREY,
    IMAGE,
    NOISE,
    AscentRule,
    ascend,
    measure_variation,
    start_images,
)
from ffstudio.core.look.attribution import (
    INPUT,
    INTEGRATED,
    OCCLUDED,
    AttributionRule,
    attribute,
)
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.image_gradients import (
    ALONE,
    BEST,
    LABEL,
    LAYER,
    MEAN,
    UNIT,
    ImageGradient,
    Wish,
    kinds_of_wishes,
    why_no_image_gradients,
)
from ffstudio.core.look.weights import ConvWeights, DenseWeights
from tests.marks import choose_cases

SHAPE, CLASSES = (7, 6), 3
PIXELS = SHAPE[0] * SHAPE[1]


def dense(units=12, **more):
    return {"units": units, **more}


def conv(units=6, **more):
    return {"kind": "conv", "units": units, **more}


# Class, layers, what the net is told beside them.
NETS = {
    "label pixels": (
        engine.ForwardForward,
        [dense(), dense(9, activation="tanh")],
        {"label_repeats": 2, "label_scale": 3.0},
    ),
    "label units": (
        engine.ForwardForward,
        [dense(normalisation="l2", goodness="sum_square"), dense(normalisation="l2", goodness="sum_square")],
        {"label_embedding": "append", "label_amplitude": "maximum", "label_scale": 2.0},
    ),
    "label planes": (
        engine.ForwardForward,
        [conv(pooling="average", kernel_size=4), dense(goodness="mean_square")],
        {"label_embedding": "append", "label_repeats": 2},
    ),
    "strides": (
        engine.ForwardForward,
        [
            conv(6, stride=2, kernel_size=3, activation="tanh"),
            conv(4, groups=2, kernel_size=2, pooling="average"),
        ],
        {"label_scale": 2.0},
    ),
    "edges": (
        engine.ForwardForward,
        [
            conv(6, padding="valid", kernel_size=4, stride=3, normalisation="standard"),
            dense(normalisation="standard"),
        ],
        {"label_embedding": "append"},
    ),
    "convolutions": (
        engine.ForwardForward,
        [conv(pooling="max"), conv(5, kernel_size=2, activation="silu")],
        {"label_scale": 2.0},
    ),
    "centred": (
        engine.ForwardForward,
        [dense(normalisation="standard"), dense(normalisation="standard")],
        {"label_amplitude": "maximum", "label_scale": 3.0},
    ),
    "centred units": (
        engine.ForwardForward,
        [dense(normalisation="standard"), dense(normalisation="standard")],
        {"label_embedding": "append", "label_repeats": 2},
    ),
    "centred planes": (
        engine.ForwardForward,
        [conv(normalisation="standard"), dense(normalisation="standard")],
        {"label_embedding": "append", "label_amplitude": "maximum"},
    ),
    "pairs": (
        engine.SelfContrastiveForwardForward,
        [dense(normalisation="standard"), dense(normalisation="standard")],
        {},
    ),
    "classes": (
        engine.ClassForwardForward,
        [conv(6, pooling="max", goodness="class_mean"), dense(9, goodness="class_mean"), dense(12, goodness="class_mean")],
        {},
    ),
    "projections": (
        engine.ProjectedForwardForward,
        [conv(40, goodness="projection"), dense(9, goodness="projection")],
        {},
    ),
    "prototypes": (
        engine.PrototypeForwardForward,
        [conv(6, goodness="prototypes"), dense(9, goodness="prototypes")],
        {},
    ),
    "energies": (
        engine.ProjectedForwardForward,
        [conv(6, pooling="max", goodness="spatial"), dense(9, goodness="spatial")],
        {},
    ),
    "energies by place": (
        engine.ProjectedForwardForward,
        [
            conv(6, pooling="rms", goodness="spatial", normalisation="channels"),
            conv(5, pooling="rms", goodness="spatial", normalisation="channels"),
            dense(9, goodness="spatial", normalisation="channels"),
        ],
        {},
    ),
    "shortcuts": (
        engine.ProjectedForwardForward,
        [
            conv(4, goodness="projection"), conv(4, goodness="projection", skip=1),
            conv(5, goodness="projection", stride=2, pooling="max", skip=2),
            dense(9, goodness="projection"), dense(12, goodness="projection", skip=1),
        ],
        {},
    ),
    "few units": (
        engine.ForwardForward,
        [dense(30, goodness="top_k"), dense(30, goodness="top_k")],
        {"label_scale": 2.0},
    ),
    "class squares": (engine.ClassForwardForward, [dense(), dense(9)], {}),
    "images": (
        engine.UnsupervisedForwardForward,
        [dense(goodness="mean_absolute"), dense(goodness="mean_absolute")],
        {},
    ),
}  # fmt: skip


@functools.cache
def made(name):
    """A net with weights by chance, and the same as arrays."""
    kind, layers, more = NETS[name]
    keras.utils.set_random_seed(3)
    net = kind(PIXELS, CLASSES, layers, image_shape=SHAPE, **more)
    rng = np.random.default_rng(5)
    weights = []
    for layer, config in zip(net.ff_layers, layers, strict=True):
        layer.bias.assign(rng.normal(0.1, 0.2, layer.units))
        arrays = np.asarray(layer.kernel), np.asarray(layer.bias)
        activation = config.get("activation", "relu")
        matrix = None if layer.projection is None else np.array(layer.projection)
        beside = {"skip": layer.skip, "shortcut_stride": layer.shortcut_stride}
        beside["shortcut"] = None if layer.shortcut is None else np.array(layer.shortcut)
        if config.get("kind") == "conv":
            names = ("pooling", "stride", "padding", "groups")
            places = {name: config[name] for name in names if name in config}
            weights.append(ConvWeights(*arrays, activation, projection=matrix, **beside, **places))
        else:
            weights.append(DenseWeights(*arrays, activation, projection=matrix, **beside))
    first = net.ff_layers[0]
    settings = net.settings
    snapshot = FFSnapshot(
        tuple(weights), CLASSES, first.goodness_name, first.normalisation,
        settings.label_embedding, settings.label_amplitude, 1, settings.label_scale,
        settings.label_repeats, net.supervision, SHAPE,
    )  # fmt: skip
    return net, snapshot


def images(count=4, seed=1):
    x = np.random.default_rng(seed).random((count, PIXELS)).astype(np.float32)
    x[:, 20:23] = 1.0  # several brightest ones
    return x


def wishes(net):
    for kind in kinds_of_wishes(net):
        for layer in range(len(net.layers)):
            for against in (ALONE, BEST, MEAN) if kind == LABEL else (ALONE,):
                yield Wish(kind, layer, against)


def tensorflow_value(net, wish, x, numbers):
    """What is wished for, by the Keras net itself: (n,)."""
    rows = tf.range(len(numbers))
    at = tf.stack([rows, tf.constant(numbers, tf.int32)], axis=1)
    if wish.kind == LABEL:
        scores = net.net.label_goodness(x)[:, wish.layer]
        own, others = tf.gather_nd(scores, at), tf.one_hot(numbers, CLASSES) > 0
        if wish.against == BEST:
            return own - tf.reduce_max(tf.where(others, -1e30, scores), axis=1)
        if wish.against == MEAN:
            return own - (tf.reduce_sum(scores, axis=1) - own) / (CLASSES - 1)
        return own
    if wish.embedded is None:
        every = net.net.neutral_activities(x)
    else:
        every = net.net.activities(x, tf.fill([len(numbers)], wish.embedded))
    layer, activity = net.ff_layers[wish.layer], every[wish.layer]
    if wish.kind == LAYER:
        return layer.goodness(activity)
    if len(activity.shape) == 4:
        return tf.gather_nd(tf.reduce_mean(activity, axis=(1, 2)), at)
    if wish.layer == 0:
        return None  # z of a first layer: seen through the second wish below
    seen = layer.normalise(every[wish.layer - 1])
    beside = layer.pass_by([seen])
    return tf.gather_nd(layer.linear(seen) + (0.0 if beside is None else beside), at)


@pytest.mark.parametrize("name", NETS)
def test_tensorflow_finds_the_same_values_and_gradients(name):
    net, snapshot = made(name)
    x, numbers = images(), np.array([0, 1, 2, 1])
    compared = 0
    for wish in (*wishes(snapshot), Wish(UNIT, len(snapshot.layers) - 1, embedded=1)):
        given = tf.constant(x)
        with tf.GradientTape() as tape:
            tape.watch(given)
            theirs = tensorflow_value(net, wish, given, numbers)
            if theirs is None:
                continue
            total = tf.reduce_sum(theirs)
        slope = tape.gradient(total, given).numpy()
        values, ours = ImageGradient(snapshot, wish).follow(x, numbers)
        np.testing.assert_allclose(values, theirs.numpy(), rtol=2e-5, atol=2e-5)
        np.testing.assert_allclose(ours, slope, rtol=1e-3, atol=2e-5 * np.abs(slope).max() + 1e-7)
        compared += 1
    assert compared >= 4


@pytest.mark.parametrize("name", NETS)
def test_small_changes_of_the_pixels_say_the_same(name):
    _, snapshot = made(name)
    # No two are the brightest: there the maximum has a corner.
    x = np.random.default_rng(2).random((3, PIXELS))
    numbers, rng = np.array([2, 0, 1]), np.random.default_rng(4)
    for wish in wishes(snapshot):
        gradient = ImageGradient(snapshot, wish)
        way, h = rng.standard_normal(x.shape), 1e-6
        measured = gradient.measure(x + h * way, numbers) - gradient.measure(x - h * way, numbers)
        _, slope = gradient.follow(x, numbers)
        expected = np.sum(slope * way, axis=1)
        np.testing.assert_allclose(measured / (2 * h), expected, rtol=1e-4, atol=1e-6)


def test_the_pixels_under_the_label_have_no_gradient():
    _, snapshot = made("label pixels")
    _, slope = ImageGradient(snapshot, Wish(LABEL, 1)).follow(images(1), np.array([0]))
    assert snapshot.label_pixels == 2 * CLASSES
    assert not slope[:, : 2 * CLASSES].any() and slope[:, 2 * CLASSES :].any()


def test_no_layer_above_takes_part():
    """Other weights above change nothing: the wish is that layer's alone."""
    _, snapshot = made("label pixels")
    above = DenseWeights(-snapshot.layers[1].kernel, snapshot.layers[1].bias, "relu")
    other = FFSnapshot(
        (snapshot.layers[0], above), CLASSES, snapshot.goodness, snapshot.normalisation,
        label_scale=3.0, label_repeats=2, image_shape=SHAPE,
    )  # fmt: skip
    one, two = (
        ImageGradient(net, Wish(LABEL, 0, BEST)).follow(images(), np.array([0, 1, 2, 0]))
        for net in (snapshot, other)
    )
    np.testing.assert_array_equal(one[1], two[1])


def test_many_rows_are_followed_as_few_are():
    _, snapshot = made("convolutions")
    gradient = ImageGradient(snapshot, Wish(LABEL, 1, BEST))
    x = images(2500)  # more than are followed at once
    numbers = np.arange(2500) % CLASSES
    values, slopes = gradient.follow(x, numbers)
    alone, slope = gradient.follow(x[2400:2401], numbers[2400:2401])
    np.testing.assert_allclose(values[2400], alone[0])
    np.testing.assert_allclose(slopes[2400], slope[0], atol=1e-12)


def test_top_down_nets_say_why_not():
    _, snapshot = made("class squares")
    frames = FFSnapshot(snapshot.layers, CLASSES, supervision="frames", image_shape=SHAPE)
    assert "several frames" in why_no_image_gradients(frames)
    assert not any(why_no_image_gradients(made(name)[1]) for name in NETS)


# --- ascent -------------------------------------------------------------------------------


@pytest.mark.parametrize("start", [GREY, NOISE, IMAGE])
@pytest.mark.parametrize("name", NETS)
def test_without_penalties_every_step_raises_it(name, start):
    _, snapshot = made(name)
    rule = AscentRule(steps=25, smoothness=0.0, shrinking=0.0, start=start)
    kind = kinds_of_wishes(snapshot)[0]
    numbers = np.arange(1 if kind == LAYER else CLASSES)
    begin = start_images(rule, len(numbers), PIXELS, snapshot.label_pixels, images(1)[0])
    gradient = ImageGradient(snapshot, Wish(kind, len(snapshot.layers) - 1))
    raised = ascend(gradient, numbers, begin, rule)
    assert raised.steps == 25 and raised.is_done
    assert (np.diff(raised.values, axis=0) >= 0).all()
    lively = ~raised.is_silent
    assert lively.any() and (raised.values[-1] > raised.values[0])[lively].all()
    assert raised.images.min() >= 0 and raised.images.max() <= 1
    # What is reported is what the net itself says of the image.
    again = gradient.measure(raised.images, numbers)
    np.testing.assert_allclose(again, raised.values[-1], rtol=1e-4, atol=1e-5)


def test_a_unit_that_is_silent_is_raised_until_it_answers():
    weights = DenseWeights(
        np.random.default_rng(0).normal(size=(PIXELS, CLASSES)).astype(np.float32),
        np.full(CLASSES, -2.0, np.float32),
        "relu",
    )
    snapshot = FFSnapshot((weights,), CLASSES, supervision="images", image_shape=SHAPE)
    gradient = ImageGradient(snapshot, Wish(UNIT, 0))
    rule, numbers = AscentRule(steps=40), np.arange(CLASSES)
    raised = ascend(gradient, numbers, start_images(rule, CLASSES, PIXELS, 0, None), rule)
    assert raised.values[0].min() < 0 < raised.values[-1].min()


def test_penalties_make_images_smoother_and_darker():
    _, snapshot = made("images")
    gradient, numbers = ImageGradient(snapshot, Wish(UNIT, 0)), np.arange(4)

    def run(**more):
        rule = AscentRule(**{"steps": 60, "smoothness": 0.0, "shrinking": 0.0, **more})
        return ascend(gradient, numbers, start_images(rule, 4, PIXELS, 0, None), rule).images

    plain, smooth, dark = run(), run(smoothness=1.0), run(shrinking=2.0)
    variation = [measure_variation(x.astype(float), SHAPE)[0].mean() for x in (plain, smooth)]
    assert variation[1] < 0.8 * variation[0]
    assert np.square(dark).mean() < 0.8 * np.square(plain).mean()


def test_the_slope_of_the_total_variation():
    x = np.random.default_rng(0).random((2, PIXELS))
    way, h = np.random.default_rng(1).standard_normal(x.shape), 1e-6
    above, below = (measure_variation(x + sign * h * way, SHAPE)[0] for sign in (1, -1))
    expected = np.sum(measure_variation(x, SHAPE)[1] * way, axis=1)
    np.testing.assert_allclose((above - below) / (2 * h), expected, rtol=1e-6)


def test_what_answers_to_nothing_is_said_to_be_silent():
    dead = DenseWeights(np.zeros((PIXELS, 6), np.float32), np.full(6, -1.0, np.float32), "relu")
    snapshot = FFSnapshot((dead,), CLASSES, label_repeats=1, image_shape=SHAPE)
    rule = AscentRule(steps=3)
    begin = start_images(rule, CLASSES, PIXELS, CLASSES, None)
    raised = ascend(ImageGradient(snapshot, Wish()), np.arange(CLASSES), begin, rule)
    assert raised.is_silent.all()
    np.testing.assert_allclose(raised.images, begin, atol=1e-7)


def test_the_same_seed_makes_the_same_noise():
    one, two, other = (
        start_images(AscentRule(start=NOISE, seed=seed), 2, PIXELS, 3, None) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one, two)
    np.testing.assert_array_equal(one[0], one[1])
    assert np.abs(one - other).max() > 0.1 and not one[:, :3].any()


def test_it_tells_how_far_it_is_and_ends_when_called_off():
    _, snapshot = made("label pixels")
    gradient, rule = ImageGradient(snapshot, Wish()), AscentRule(steps=40)
    begin, told = start_images(rule, 1, PIXELS, snapshot.label_pixels, None), []

    def listen(stage):
        told.append((stage.done, stage.total))
        if len(told) == 3:
            errand.call_off()

    errand, parts = Errand(listen), []
    with pytest.raises(CalledOff):
        ascend(gradient, np.array([1]), begin, rule, errand, parts.append)
    assert told == [(2, 40), (4, 40), (6, 40)]
    assert [part.steps for part in parts] == [2, 4, 6] and not parts[0].is_done


# --- attribution --------------------------------------------------------------------------


# Through forty channels thousands of steps take long; that gradient is held above.
@pytest.mark.parametrize(
    "name", [name for name in NETS if name not in ("projections", "shortcuts")]
)
@pytest.mark.parametrize("baseline", choose_cases([0.0, 0.5], 0.5))
def test_integrated_gradients_add_up_to_the_difference(name, baseline):
    _, snapshot = made(name)
    x = images(1)[0]
    for wish in wishes(snapshot):
        gradient = ImageGradient(snapshot, wish)
        rule = AttributionRule(INTEGRATED, baseline, most=4000, tolerance=0.002)
        number = 0 if wish.kind == LAYER else 1
        made_up = attribute(gradient, x, number, rule)
        both = np.stack([np.full(PIXELS, baseline), x])
        ends = gradient.measure(both, np.array([number, number]))
        np.testing.assert_allclose([made_up.base, made_up.value], ends)
        assert abs(made_up.total - made_up.difference) <= 0.02 * np.abs(ends).max(), (wish, made_up)


def test_integrated_gradients_are_those_of_many_even_steps():
    """Against the sum over 20,000 midpoints that the paper's formula (3) says."""
    _, snapshot = made("label pixels")
    gradient, x = ImageGradient(snapshot, Wish(LABEL, 1, BEST)), images(1)[0].astype(float)
    ours = attribute(gradient, x, 2, AttributionRule(INTEGRATED, 0.2, 6000, 0.0002)).pixels
    steps = (np.arange(20_000) + 0.5)[:, None] / 20_000
    _, slopes = gradient.follow(0.2 + steps * (x - 0.2), np.full(20_000, 2))
    expected = (x - 0.2) * slopes.mean(axis=0)
    np.testing.assert_allclose(ours, expected, atol=0.01 * np.abs(expected).max())


def test_gradient_times_input_and_occlusion_of_a_layer_that_is_linear():
    """Summed inputs without normalisation are linear: all three ways agree."""
    kernel = np.random.default_rng(0).normal(size=(PIXELS, CLASSES)).astype(np.float32)
    layer = DenseWeights(kernel, np.ones(CLASSES, np.float32), "relu")
    snapshot = FFSnapshot(
        (layer,), CLASSES, normalisation="none", supervision="images", image_shape=SHAPE
    )
    gradient, x = ImageGradient(snapshot, Wish(UNIT, 0)), images(1)[0].astype(float)
    expected = x * kernel[:, 1]
    for rule in (
        AttributionRule(INPUT),
        AttributionRule(INTEGRATED),
        AttributionRule(OCCLUDED, patch=1),
    ):
        got = attribute(gradient, x, 1, rule)
        np.testing.assert_allclose(got.pixels, expected, rtol=1e-5, atol=1e-7)
        assert got.missing < 1e-5
        np.testing.assert_allclose(got.value, x @ kernel[:, 1] + 1.0)


def test_occlusion_covers_squares_and_says_what_is_lost():
    _, snapshot = made("class squares")
    gradient, x = ImageGradient(snapshot, Wish(LABEL, 0)), images(1)[0].astype(float)
    got = attribute(gradient, x, 0, AttributionRule(OCCLUDED, 0.3, patch=3)).pixels
    # The corner pixel is covered by the first square alone.
    covered = x.reshape(SHAPE).copy()
    covered[:3, :3] = 0.3
    whole, less = gradient.measure(np.stack([x, covered.reshape(-1)]), np.array([0, 0]))
    np.testing.assert_allclose(got[0], whole - less)
    # A pixel in the middle: the mean over the squares that begin at 1, 2, 3 (rows), 1, 2, 3.
    lost = []
    for top in (1, 2, 3):
        for left in (1, 2, 3):
            covered = x.reshape(SHAPE).copy()
            covered[top : top + 3, left : left + 3] = 0.3
            lost.append(whole - gradient.measure(covered.reshape(1, -1), np.array([0]))[0])
    np.testing.assert_allclose(got.reshape(SHAPE)[3, 3], np.mean(lost))
