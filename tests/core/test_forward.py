"""The NumPy forward pass: what can be checked without Keras."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain, flow
from ffstudio.core.describe.kinds import ACTIVATION_NAMES, KNOWN_LAYERS, check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.core.forward.activation_rules import FUNCTIONS, activate
from ffstudio.core.mathematics.convolution import correlate, margins


def layer(kind, name="layer", *, inner=None, **settings):
    return Layer(name, kind, check_settings(kind, settings), (), inner)


def one(kind, shape, **settings):
    return chain("n", [layer(kind, **settings)], shape)


def random_weights(network, seed=0):
    rng = np.random.default_rng(seed)
    return {
        name: [rng.normal(size=w.shape).astype("float32") for w in listed]
        for name, listed in flow(network).weights.items()
        if listed
    }


def test_there_is_a_rule_for_every_kind_and_every_activation():
    assert set(forward.RULES) == set(KNOWN_LAYERS)
    assert set(FUNCTIONS) == set(ACTIVATION_NAMES)


# --- convolution ------------------------------------------------------------------------


@pytest.mark.parametrize("padding", ["valid", "same", "causal"])
@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), (2, 1), (3, 1), (1, 2), (2, 3)])
def test_convolution_equals_the_sum_over_the_window(padding, stride, dilation):
    rng = np.random.default_rng(stride + 7 * dilation)
    x, kernel = rng.normal(size=(2, 11, 9, 2)), rng.normal(size=(3, 2, 2, 4))
    convolved = correlate(x, kernel, [stride, 1], padding, [dilation, 1])
    (top, bottom), (left, right) = (
        margins(n, k, s, padding, d) for n, k, s, d in ((11, 3, stride, dilation), (9, 2, 1, 1))
    )
    rows = (11 + top + bottom - 2 * dilation - 1) // stride + 1
    assert convolved.shape == (2, rows, 9 + left + right - 1, 4)
    if padding == "same":
        assert rows == -(-11 // stride)
        assert 0 <= bottom - top <= 1
    for n, i, j, f in np.ndindex(*convolved.shape):
        total = 0.0
        for a in range(3):
            for b in range(2):
                y, z = i * stride + a * dilation - top, j + b - left
                if 0 <= y < 11 and 0 <= z < 9:
                    total += x[n, y, z] @ kernel[a, b, :, f]
        assert convolved[n, i, j, f] == pytest.approx(total, abs=1e-12)


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param((1500, 9, 8, 2), id="many images at a time, the last few alone"),
        pytest.param((2, 300, 200, 2), id="many rows of one image, then its last"),
        pytest.param((2, 6, 1000, 60), id="one row at a time"),
    ],
)
def test_patches_are_made_of_a_part_of_the_images(shape):
    """Of at most half a million numbers at a time."""
    rng = np.random.default_rng(1)
    x, kernel = rng.normal(size=shape), rng.normal(size=(3, 3, shape[-1], 4))
    high, wide = shape[1] - 2, shape[2] - 2
    whole = sum(x[:, a : a + high, b : b + wide] @ kernel[a, b] for a, b in np.ndindex(3, 3))
    np.testing.assert_allclose(correlate(x, kernel), whole, rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize(
    ("kind", "shape", "settings"),
    [
        ("Conv2D", (6, 5, 4), {"filters": 2, "kernel_size": 3, "padding": "same", "strides": 2}),
        ("Conv1D", (6, 3), {"filters": 2, "kernel_size": 3}),
        ("Conv2DTranspose", (4, 5, 3), {"filters": 2, "kernel_size": 3, "strides": 2}),
        ("DepthwiseConv2D", (6, 5, 3), {"kernel_size": 2}),
        ("SeparableConv2D", (6, 5, 3), {"filters": 4, "kernel_size": 2}),
        ("MaxPooling2D", (6, 5, 3), {"padding": "same"}),
        ("AveragePooling3D", (4, 4, 4, 2), {}),
        ("GlobalAveragePooling2D", (4, 5, 3), {}),
        ("GlobalMaxPooling2D", (4, 5, 3), {"keepdims": True}),
        ("UpSampling2D", (4, 5, 3), {"interpolation": "bilinear"}),
        ("ZeroPadding2D", (4, 5, 3), {"padding": [[1, 2], [0, 1]]}),
        ("Cropping2D", (4, 5, 3), {"cropping": [[1, 2], [0, 1]]}),
        ("Resizing", (4, 5, 3), {"height": 3, "width": 7}),
        ("ConvLSTM2D", (2, 4, 5, 3), {"filters": 2, "kernel_size": 2, "return_sequences": True}),
    ],
)
def test_channels_first_is_channels_last_turned(kind, shape, settings):
    last = one(kind, shape, **settings)
    weights = random_weights(last)
    x = np.random.default_rng(2).normal(size=(2, *shape))
    at = 2 if kind == "ConvLSTM2D" else 1
    turned = np.moveaxis(x, -1, at)
    first = one(kind, turned.shape[1:], data_format="channels_first", **settings)
    outputs = forward.predict(first, weights, turned)
    assert outputs.shape[1:] == flow(first).shapes[first.outputs[0]]
    expected = forward.predict(last, weights, x)
    if outputs.ndim > 2:
        outputs = np.moveaxis(outputs, at, -1)
    np.testing.assert_allclose(outputs, expected, rtol=1e-12)


def test_the_transposed_convolution_is_the_adjoint_of_the_convolution():
    """⟨conv(x), y⟩ = ⟨x, conv_transposed(y)⟩ for every x and y, padding included."""
    rng = np.random.default_rng(3)
    for padding, size, stride, n in (("valid", 3, 2, 9), ("same", 4, 3, 12), ("same", 5, 2, 8)):
        settings = {"kernel_size": size, "strides": stride, "padding": padding, "use_bias": False}
        kernel = rng.normal(size=(size, size, 2, 3))
        down = one("Conv2D", (n, n, 2), filters=3, **settings)
        x = rng.normal(size=(1, n, n, 2))
        small = forward.predict(down, {"layer": [kernel]}, x)
        y = rng.normal(size=small.shape)
        up = one("Conv2DTranspose", y.shape[1:], filters=2, **settings)
        large = forward.predict(up, {"layer": [kernel]}, y)
        assert large.shape == x.shape
        assert (small * y).sum() == pytest.approx((x * large).sum(), rel=1e-12)


def test_the_mean_of_a_window_leaves_padding_out():
    ones = np.ones((1, 5, 5, 1), np.float32)
    pool = one("AveragePooling2D", (5, 5, 1), pool_size=3, strides=2, padding="same")
    np.testing.assert_array_equal(forward.predict(pool, {}, ones), np.ones((1, 3, 3, 1)))
    np.testing.assert_array_equal(forward.predict(
        one("MaxPooling2D", (5, 5, 1), pool_size=3, strides=2, padding="same"), {}, -ones
    ), -np.ones((1, 3, 3, 1)))  # fmt: skip


@pytest.mark.parametrize("way", ["bilinear", "nearest", "bicubic", "area"])
def test_resizing_keeps_a_flat_image_flat_and_the_same_size_the_same(way):
    flat = np.full((1, 6, 7, 2), 0.7)
    outputs = forward.predict(
        one("Resizing", (6, 7, 2), height=9, width=4, interpolation=way), {}, flat
    )
    np.testing.assert_allclose(outputs, 0.7, rtol=1e-12)
    x = np.random.default_rng(4).random((2, 6, 7, 2))
    same = one("Resizing", (6, 7, 2), height=6, width=7, interpolation=way)
    np.testing.assert_allclose(forward.predict(same, {}, x), x, rtol=1e-12)


# --- activations ------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [np.float32, np.float64])
@pytest.mark.parametrize("name", sorted({*ACTIVATION_NAMES} - {"threshold"}))
def test_activations_keep_type_and_argument_and_survive_large_values(name, kind):
    x = np.array([[-1e4, -200, -3, -0.5, 0, 0.5, 3, 80]], kind)
    before = x.copy()
    with np.errstate(all="ignore"):
        activities = activate(x, name)
    assert activities.dtype == kind
    assert np.isfinite(activities).all() or name == "exponential"
    np.testing.assert_array_equal(x, before)


def test_the_threshold_without_its_numbers_is_one_clear_error():
    with pytest.raises(ModelFileError, match="needs two numbers"):
        forward.predict(one("Activation", (3,), activation="threshold"), {}, np.zeros((1, 3)))


def test_gelu_in_single_precision_is_that_in_double():
    x = np.linspace(-8, 8, 4001)
    exact = activate(x, "gelu")
    np.testing.assert_allclose(activate(x.astype(np.float32), "gelu"), exact, rtol=2e-6, atol=1e-6)
    assert exact[2000] == 0
    # Φ(1) of the normal distribution.
    assert activate(np.array([1.0]), "gelu")[0] == pytest.approx(0.8413447460685429, abs=1e-15)


def test_sparsemax_is_the_nearest_point_of_the_simplex():
    rng = np.random.default_rng(5)
    z = rng.normal(size=(20, 6)) * 2
    nearest_point = activate(z, "sparsemax")
    np.testing.assert_allclose(nearest_point.sum(axis=1), 1)
    assert (nearest_point >= 0).all()
    others = rng.dirichlet(np.full(6, 0.3), 2000)
    nearest = ((z[:, None] - others) ** 2).sum(-1).min(axis=1)
    assert (((z - nearest_point) ** 2).sum(-1) <= nearest + 1e-12).all()


# --- running ----------------------------------------------------------------------------


def digits():
    return chain(
        "n",
        [
            layer("Conv2D", "conv", filters=3, kernel_size=3, activation="relu"),
            layer("MaxPooling2D", "pool"),
            layer("Flatten", "flat"),
            layer("Dense", "out", units=4, activation="softmax"),
        ],
        (8, 8, 1),
    )


def test_what_is_kept_is_what_was_asked_for_and_the_output():
    network = digits()
    weights = random_weights(network)
    x = np.random.default_rng(6).random((5, 8, 8, 1), np.float32)
    everything = forward.run(network, weights, x)
    assert {p: a.shape[1:] for p, a in everything.items()} == flow(network).shapes
    assert all(a.dtype == np.float32 and len(a) == 5 for a in everything.values())
    kept = forward.run(network, weights, x, keep=[Port("pool")])
    assert set(kept) == {Port("pool"), Port("out")}
    for port, array in kept.items():
        np.testing.assert_array_equal(array, everything[port])
    parts = forward.predict(network, weights, x, batch=2)
    np.testing.assert_allclose(parts, everything[Port("out")], rtol=1e-5)
    assert forward.predict(network, weights, x[:0]).shape == (0, 4)


def test_nothing_in_memory_is_changed():
    network = digits()
    weights = random_weights(network)
    x = np.random.default_rng(7).normal(size=(2, 8, 8, 1)).astype(np.float32)
    before = x.copy(), {k: [a.copy() for a in v] for k, v in weights.items()}
    first = forward.run(network, weights, x)
    again = forward.run(network, weights, x)
    np.testing.assert_array_equal(x, before[0])
    for path, arrays in weights.items():
        for a, b in zip(arrays, before[1][path], strict=True):
            np.testing.assert_array_equal(a, b)
    for port, array in first.items():
        np.testing.assert_array_equal(array, again[port])


def test_what_nothing_needs_is_not_computed():
    """A branch that leads nowhere has no weights here: it is only missed when all is kept."""
    network = digits()
    side = Layer("side", "Dense", check_settings("Dense", {"units": 2}), ((Port("flat"),),))
    network = Architecture("n", (*network.layers, side), network.inputs, network.outputs)
    weights = random_weights(network)
    del weights["side"]
    x = np.zeros((1, 8, 8, 1))
    assert forward.predict(network, weights, x).shape == (1, 4)
    with pytest.raises(ModelFileError, match="weights of side"):
        forward.run(network, weights, x)


def test_pixels_as_bytes_are_computed_in_single_precision():
    network = digits()
    weights = random_weights(network)
    x = np.random.default_rng(8).integers(0, 256, (2, 8, 8, 1), dtype=np.uint8)
    outputs = forward.predict(network, weights, x)
    assert outputs.dtype == np.float32
    np.testing.assert_array_equal(outputs, forward.predict(network, weights, x.astype(np.float32)))


def test_sizes_that_the_file_leaves_open_come_from_the_images():
    network = chain(
        "n",
        [layer("Conv2D", "c", filters=2, kernel_size=3), layer("GlobalMaxPooling2D", "g")],
        (None, None, 1),
    )
    weights = random_weights(network)
    assert forward.predict(network, weights, np.zeros((3, 7, 9, 1))).shape == (3, 2)
    assert forward.predict(network, weights, np.zeros((3, 4, 4, 1))).shape == (3, 2)


@pytest.mark.parametrize("shape", [(2, 28, 28, 1), (2, 8, 8), (2, 64)])
def test_images_of_another_shape_are_one_clear_error(shape):
    with pytest.raises(ModelFileError, match="input is 8×8×1, not"):
        forward.predict(digits(), random_weights(digits()), np.zeros(shape))


def test_bad_weights_and_inputs_are_one_clear_error():
    network = digits()
    weights = random_weights(network)
    x = np.zeros((1, 8, 8, 1))
    for bad in (
        {"conv": weights["conv"]},
        {**weights, "conv": weights["conv"][:1]},
        {**weights, "out": [weights["out"][0].T, weights["out"][1]]},
        {**weights, "out": [weights["out"][0], np.zeros(1)]},
    ):
        with pytest.raises(ModelFileError, match="do not fit it"):
            forward.predict(network, bad, x)
    words = one("Embedding", (3,), input_dim=4, output_dim=2)
    with pytest.raises(ModelFileError, match="cannot be computed"):
        forward.predict(words, random_weights(words), np.full((1, 3), 9.0))
    film = layer("LSTM", units=2)
    masked = chain(
        "n", [layer("Masking", "m"), layer("TimeDistributed", "t", inner=film)], (3, 4, 2)
    )
    lstm = {"t/layer": [np.zeros((2, 8)), np.zeros((2, 8)), np.zeros(8)]}
    with pytest.raises(ModelFileError, match="over masked steps"):
        forward.predict(masked, lstm, np.zeros((1, 3, 4, 2)))


def test_as_many_inputs_as_the_network_has():
    a, b = (Layer(n, "InputLayer", {"shape": [3]}, ((),)) for n in "ab")
    join = Layer("join", "Subtract", {}, ((Port("a"), Port("b")),))
    network = Architecture("n", (a, b, join), (Port("a"), Port("b")), (Port("join"),))
    x, y = np.ones((2, 3)), np.full((2, 3), 0.25)
    np.testing.assert_array_equal(forward.predict(network, {}, [x, y]), x - y)
    with pytest.raises(ModelFileError, match="has 2 inputs"):
        forward.predict(network, {}, x)
    with pytest.raises(ModelFileError, match="not equally many"):
        forward.predict(network, {}, [x, y[:1]])
