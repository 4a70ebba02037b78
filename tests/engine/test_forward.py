"""The NumPy forward pass against Keras, layer by layer and on strangers' files."""

from __future__ import annotations

from functools import partial

import keras
import numpy as np
import pytest

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain, flow
from ffstudio.core.describe.kinds import ACTIVATION_NAMES, KNOWN_LAYERS, check_settings
from ffstudio.engine.strangers import build as foreign
from ffstudio.files.foreign.examine import examine_here
from tests.engine.test_foreign import CORPUS

pytestmark = pytest.mark.filterwarnings("ignore")


def layer(kind, name="layer", *, fed=(), inner=None, **settings):
    calls = (tuple(Port(n) for n in fed),) if fed else ()
    return Layer(name, kind, check_settings(kind, settings), calls, inner)


def wide(network, seed=0):
    """Random weights for a network, of either sign where that can be."""
    rng = np.random.default_rng(seed)
    by_path = {}
    for listed in flow(network).weights.values():
        for weight in listed:
            value = rng.normal(size=weight.shape) * 0.4
            if weight.role in ("variance", "moving_variance"):
                value = np.abs(value) + 0.3
            by_path.setdefault(weight.layer, []).append(np.asarray(value, "float32"))
    return by_path


def agree(network, weights, x):
    expected = foreign.build(network, weights)(x, training=False)
    expected = expected if isinstance(expected, (list, tuple)) else [expected]
    outputs = forward.run(network, weights, x, keep=())
    assert set(outputs) == set(network.outputs)
    for port, e in zip(network.outputs, expected, strict=True):
        assert outputs[port].dtype == np.float32
        np.testing.assert_allclose(outputs[port], np.asarray(e), rtol=1e-4, atol=2e-5)
    return outputs


def one(kind, shape, **settings):
    """A network of one layer."""
    return chain("n", [layer(kind, **settings)], shape)


def sized(rng, *low):
    """Random sizes, a few more than ``low`` each."""
    return tuple(int(n + rng.integers(0, 4)) for n in low)


CONVOLUTIONS = [
    ("Conv1D", (9, 2), {"filters": 4, "kernel_size": 3}),
    ("Conv1D", (9, 2), {"filters": 3, "kernel_size": 4, "padding": "same", "strides": 3}),
    ("Conv1D", (9, 2), {"filters": 3, "kernel_size": 2, "padding": "causal", "dilation_rate": 2}),
    ("Conv1D", (9, 2), {"filters": 3, "kernel_size": 3, "padding": "causal", "strides": 2}),
    ("Conv2D", (8, 7, 2), {"filters": 4, "kernel_size": [3, 2], "activation": "relu"}),
    ("Conv2D", (8, 7, 2), {"filters": 4, "kernel_size": 4, "padding": "same", "strides": [2, 3]}),
    ("Conv2D", (9, 9, 2), {"filters": 3, "kernel_size": 3, "dilation_rate": [2, 3]}),
    ("Conv2D", (9, 9, 2), {"filters": 3, "kernel_size": 2, "padding": "same", "dilation_rate": 3}),
    ("Conv2D", (6, 6, 4), {"filters": 6, "kernel_size": 3, "groups": 2, "use_bias": False}),
    ("Conv3D", (5, 6, 4, 2), {"filters": 3, "kernel_size": [2, 3, 1], "strides": [1, 2, 1]}),
    ("Conv3D", (5, 4, 4, 1), {"filters": 2, "kernel_size": 2, "padding": "same", "strides": 2}),
    ("Conv1DTranspose", (5, 2), {"filters": 3, "kernel_size": 4, "strides": 2}),
    ("Conv1DTranspose", (5, 2), {"filters": 3, "kernel_size": 3, "strides": 2, "padding": "same"}),
    ("Conv2DTranspose", (4, 5, 2), {"filters": 3, "kernel_size": 3}),
    ("Conv2DTranspose", (4, 5, 2), {"filters": 3, "kernel_size": [2, 5], "strides": 3}),
    ("Conv2DTranspose", (4, 5, 2), {"filters": 3, "kernel_size": 5, "strides": 2, "padding": "same"}),
    ("Conv2DTranspose", (4, 5, 2), {"filters": 3, "kernel_size": 2, "strides": 3, "padding": "same"}),
    ("Conv2DTranspose", (4, 5, 2), {"filters": 3, "kernel_size": 3, "strides": 2, "padding": "same",
                                    "output_padding": 1}),
    ("Conv2DTranspose", (4, 5, 2), {"filters": 3, "kernel_size": 3, "strides": 2, "output_padding": 1}),
    ("Conv2DTranspose", (4, 5, 2), {"filters": 3, "kernel_size": 3, "dilation_rate": 2}),
    ("Conv3DTranspose", (3, 2, 4, 2), {"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"}),
    ("Conv3DTranspose", (3, 2, 4, 2), {"filters": 2, "kernel_size": 2, "strides": [1, 2, 2]}),
    ("DepthwiseConv1D", (8, 3), {"kernel_size": 3, "depth_multiplier": 2}),
    ("DepthwiseConv1D", (8, 3), {"kernel_size": 4, "padding": "same", "strides": 2}),
    ("DepthwiseConv2D", (8, 7, 3), {"kernel_size": [3, 2], "depth_multiplier": 2, "activation": "relu"}),
    ("DepthwiseConv2D", (8, 7, 3), {"kernel_size": 3, "padding": "same", "strides": 2, "use_bias": False}),
    ("DepthwiseConv2D", (8, 8, 3), {"kernel_size": 3, "padding": "same", "dilation_rate": 2}),
    ("SeparableConv1D", (8, 3), {"filters": 4, "kernel_size": 3, "depth_multiplier": 2}),
    ("SeparableConv1D", (8, 3), {"filters": 4, "kernel_size": 3, "padding": "same", "strides": 2}),
    ("SeparableConv2D", (8, 7, 3), {"filters": 4, "kernel_size": 3, "activation": "tanh"}),
    ("SeparableConv2D", (8, 7, 3), {"filters": 4, "kernel_size": [2, 3], "padding": "same", "strides": 2}),
    ("SeparableConv2D", (9, 9, 3), {"filters": 4, "kernel_size": 3, "dilation_rate": 2, "use_bias": False}),
]  # fmt: skip

PLACES = [
    *(
        (f"{name}Pooling{n}D", (*(6, 7, 5)[:n], 2), settings)
        for name in ("Max", "Average")
        for n in (1, 2, 3)
        for settings in (
            {},
            {"pool_size": 3, "strides": 2, "padding": "same"},
            {"pool_size": 3, "strides": 1},
            {"pool_size": 2, "strides": 3, "padding": "same"},
        )
    ),
    *(
        (f"Global{name}Pooling{n}D", (*(5, 4, 3)[:n], 2), {"keepdims": keep})
        for name in ("Max", "Average")
        for n in (1, 2, 3)
        for keep in (False, True)
    ),
    ("UpSampling1D", (4, 2), {"size": 3}),
    ("UpSampling2D", (4, 3, 2), {"size": [2, 3]}),
    ("UpSampling2D", (4, 3, 2), {"size": [2, 3], "interpolation": "bilinear"}),
    ("UpSampling2D", (4, 5, 2), {"size": [3, 2], "interpolation": "bicubic"}),
    ("UpSampling3D", (2, 3, 2, 2), {"size": [1, 2, 3]}),
    ("ZeroPadding1D", (4, 2), {"padding": [1, 2]}),
    ("ZeroPadding2D", (4, 3, 2), {"padding": [[1, 2], [0, 3]]}),
    ("ZeroPadding3D", (4, 3, 2, 2), {"padding": [[1, 2], [0, 3], [1, 1]]}),
    ("Cropping1D", (6, 2), {"cropping": [1, 2]}),
    ("Cropping2D", (6, 5, 2), {"cropping": [[1, 2], [0, 3]]}),
    ("Cropping3D", (6, 5, 3, 2), {"cropping": [[1, 2], [0, 3], [1, 1]]}),
    *(
        ("Resizing", (7, 5, 2), {"height": high, "width": wide_, "interpolation": way})
        for way in ("bilinear", "nearest", "bicubic", "area")
        for high, wide_ in ((4, 8), (13, 3))
    ),
    ("Resizing", (7, 5, 2), {"height": 4, "width": 4, "crop_to_aspect_ratio": True}),
    ("CenterCrop", (8, 7, 2), {"height": 4, "width": 4}),
    ("CenterCrop", (5, 9, 2), {"height": 6, "width": 3}),
    ("AutoContrast", (5, 4, 2), {"value_range": [-2.0, 2.0]}),
]  # fmt: skip

LOCAL = [
    ("LocallyConnected1D", (9, 2), {"filters": 4, "kernel_size": 3, "activation": "relu"}),
    ("LocallyConnected1D", (9, 2), {"filters": 2, "kernel_size": 2, "strides": 3, "use_bias": False}),
    ("LocallyConnected2D", (7, 6, 2), {"filters": 3, "kernel_size": [3, 2], "strides": [2, 1]}),
    ("LocallyConnected2D", (5, 5, 1), {"filters": 2, "kernel_size": 1, "activation": "softmax"}),
]  # fmt: skip

PLAIN = [
    ("Dense", (5,), {"units": 4, "activation": "softmax"}),
    ("Dense", (3, 2, 5), {"units": 4, "use_bias": False, "activation": "relu"}),
    ("Dense", (4, 5), {"units": 3, "activation": {"kind": "LeakyReLU", "settings": {"negative_slope": 0.1}}}),
    ("Dense", (5,), {"units": 3, "activation": {"kind": "ReLU", "settings": {"max_value": 0.5}}}),
    ("Dense", (5,), {"units": 3, "activation": {"kind": "ELU", "settings": {"alpha": 0.5}}}),
    ("Dense", (4, 5), {"units": 3, "activation": {"kind": "Softmax", "settings": {"axis": 1}}}),
    ("Flatten", (3, 4, 2), {}),
    ("Flatten", (3, 4, 2), {"data_format": "channels_first"}),
    ("Flatten", (5,), {"data_format": "channels_first"}),
    ("Reshape", (3, 4, 2), {"target_shape": [2, -1]}),
    ("Permute", (3, 4, 2), {"dims": [3, 1, 2]}),
    ("RepeatVector", (5,), {"n": 3}),
    ("ExpandLast", (3, 4), {}),
    *((kind, (4, 3), {}) for kind in ("Identity", "Dropout", "AlphaDropout", "GaussianDropout",
                                      "GaussianNoise", "ActivityRegularization", "SpatialDropout1D")),
    ("SpatialDropout2D", (4, 3, 2), {}),
    ("SpatialDropout3D", (4, 3, 2, 2), {}),
    ("BatchNormalization", (4, 3, 5), {"epsilon": 0.01}),
    ("BatchNormalization", (4, 3, 5), {"axis": 1, "scale": False}),
    ("BatchNormalization", (4, 3, 5), {"axis": 2, "center": False}),
    ("BatchNormalization", (5,), {"center": False, "scale": False}),
    ("LayerNormalization", (4, 3, 5), {}),
    ("LayerNormalization", (4, 3, 5), {"axis": [1, 3], "center": False}),
    ("LayerNormalization", (4, 3, 5), {"axis": 2, "scale": False}),
    ("GroupNormalization", (4, 3, 6), {"groups": 3}),
    ("GroupNormalization", (4, 3, 6), {"groups": -1, "center": False}),
    ("GroupNormalization", (4, 5), {"groups": 2, "axis": 1, "scale": False}),
    ("UnitNormalization", (4, 3), {"axis": [1, 2]}),
    ("UnitNormalization", (4, 3), {"axis": 1}),
    ("Activation", (4, 3), {"activation": {"kind": "ReLU", "settings": {"negative_slope": 0.2}}}),
    ("ReLU", (4, 3), {}),
    ("ReLU", (4, 3), {"max_value": 6.0}),
    ("ReLU", (4, 3), {"max_value": 0.8, "negative_slope": 0.3, "threshold": 0.2}),
    ("ReLU", (4, 3), {"negative_slope": 0.3}),
    ("ReLU", (4, 3), {"threshold": 0.4}),
    ("LeakyReLU", (4, 3), {"negative_slope": 0.17}),
    ("ELU", (4, 3), {"alpha": 0.7}),
    ("PReLU", (4, 3), {}),
    ("PReLU", (4, 3, 2), {"shared_axes": [1, 2]}),
    ("Softmax", (4, 3), {"axis": 1}),
    ("Softmax", (4, 3), {"axis": [1, 2]}),
    ("Rescaling", (4, 3), {"scale": 0.5, "offset": -0.2}),
    ("Normalization", (4, 3), {}),
    ("Normalization", (4, 3), {"axis": [1, 2]}),
    ("Normalization", (4, 3), {"axis": None}),
    ("Normalization", (4, 3), {"mean": [1.0, 2.0, 3.0], "variance": [1.0, 0.5, 2.0]}),
    ("Normalization", (4, 3), {"axis": None, "mean": 0.3, "variance": 0.5}),
    ("Masking", (4, 3), {}),
]  # fmt: skip

TIME = [
    *(
        (kind, (6, 4), {"units": 3, **settings})
        for kind in ("SimpleRNN", "LSTM", "GRU")
        for settings in (
            {},
            {"return_sequences": True, "go_backwards": True, "use_bias": False},
            {"activation": "relu", "dropout": 0.3, "recurrent_dropout": 0.2},
        )
    ),
    ("LSTM", (6, 4), {"units": 3, "recurrent_activation": "hard_sigmoid_2"}),
    ("GRU", (6, 4), {"units": 3, "reset_after": False, "return_sequences": True}),
    ("GRU", (6, 4), {"units": 3, "reset_after": False, "use_bias": False, "go_backwards": True}),
    ("ConvLSTM2D", (4, 6, 5, 2), {"filters": 3, "kernel_size": [3, 2]}),
    ("ConvLSTM2D", (4, 6, 5, 2), {"filters": 2, "kernel_size": 2, "padding": "same", "strides": 2,
                                  "return_sequences": True, "go_backwards": True}),
    ("ConvLSTM2D", (3, 8, 8, 1), {"filters": 2, "kernel_size": 2, "dilation_rate": 2, "use_bias": False,
                                  "recurrent_activation": "hard_sigmoid", "activation": "relu"}),
]  # fmt: skip

SINGLE = [*CONVOLUTIONS, *LOCAL, *PLACES, *PLAIN, *TIME]


@pytest.mark.parametrize(("kind", "shape", "settings"), SINGLE)
def test_single_layers(kind, shape, settings):
    rng = np.random.default_rng(len(str(settings)))
    fixed = {
        "PReLU",
        "LayerNormalization",
        "GroupNormalization",
        "Reshape",
        "Normalization",
        "Cropping3D",
    }
    given = shape if kind in fixed else (*sized(rng, *shape[:-1]), shape[-1])
    network = one(kind, given, **settings)
    x = rng.normal(size=(3, *given)).astype("float32")
    agree(network, wide(network), x)


@pytest.mark.parametrize("name", sorted({*ACTIVATION_NAMES} - {"threshold"}))
def test_activations(name):
    x = np.concatenate([np.linspace(-12, 12, 101), [-100, -1e-3, 0, 1e-3, 80]], dtype="float32")
    x = np.stack([x, -x, x[::-1] * 0.1])
    agree(one("Activation", x.shape[1:], activation=name), {}, x)


# --- several inputs ---------------------------------------------------------------------


def merge(kind, shapes, **settings):
    names = [f"x{i}" for i in range(len(shapes))]
    entries = [
        Layer(n, "InputLayer", {"shape": list(s)}, ((),))
        for n, s in zip(names, shapes, strict=True)
    ]
    last = layer(kind, fed=names, **settings)
    ports = tuple(Port(n) for n in names)
    return Architecture("n", (*entries, last), ports, (Port("layer"),))


MERGES = [
    *((kind, [(4, 3)] * 3, {}) for kind in ("Add", "Multiply", "Average", "Maximum", "Minimum")),
    ("Add", [(4, 3), (3,)], {}),
    ("Subtract", [(4, 3), (4, 3)], {}),
    ("Multiply", [(4, 1), (1, 3)], {}),
    ("Concatenate", [(4, 3), (4, 2), (4, 1)], {}),
    ("Concatenate", [(4, 3), (2, 3)], {"axis": 1}),
    ("Dot", [(5,), (5,)], {"axes": 1}),
    ("Dot", [(4, 5), (5,)], {"axes": [2, 1]}),
    ("Dot", [(4, 5), (3, 5)], {"axes": -1, "normalize": True}),
    ("Dot", [(4, 5), (4, 2, 3)], {"axes": [1, 1]}),
    ("Attention", [(4, 5), (6, 5)], {}),
    ("Attention", [(4, 5), (6, 3), (6, 5)], {"use_scale": True, "dropout": 0.2}),
    ("Attention", [(4, 5), (6, 3), (6, 5)], {"score_mode": "concat", "use_scale": True}),
    ("AdditiveAttention", [(4, 5), (6, 5)], {}),
    ("AdditiveAttention", [(4, 5), (6, 5), (6, 5)], {"use_scale": False}),
    ("MultiHeadAttention", [(4, 5), (6, 3)], {"num_heads": 2, "key_dim": 4}),
    ("MultiHeadAttention", [(4, 5), (6, 3), (6, 7)], {"num_heads": 3, "key_dim": 2, "value_dim": 5,
                                                      "use_bias": False, "output_shape": 6}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "shapes", "settings"), MERGES)
def test_merges(kind, shapes, settings):
    rng = np.random.default_rng(3)
    x = [rng.normal(size=(3, *s)).astype("float32") for s in shapes]
    network = merge(kind, shapes, **settings)
    agree(network, wide(network), x)


# --- wrapped, nested, shared ------------------------------------------------------------


@pytest.mark.parametrize("mode", ["concat", "sum", "mul", "ave", None])
@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
def test_both_ways(kind, mode):
    rng = np.random.default_rng(4)
    for settings in ({}, {"return_sequences": True}):
        inner = layer(kind, units=3, **settings)
        network = chain("n", [layer("Bidirectional", "b", inner=inner, merge_mode=mode)], (6, 4))
        if mode is None:
            network = Architecture(
                "n", network.layers, network.inputs, (Port("b"), Port("b", 0, 1))
            )
        agree(network, wide(network), rng.normal(size=(3, 6, 4)).astype("float32"))


@pytest.mark.parametrize(
    ("shape", "inner"),
    [
        ((4, 5), partial(layer, "Dense", units=3, activation="relu")),
        ((3, 6, 6, 1), partial(layer, "Conv2D", filters=2, kernel_size=3)),
        ((3, 6, 4), partial(layer, "LSTM", units=3)),
        ((3, 6, 4), partial(layer, "Flatten")),
        ((3, 4), partial(layer, "BatchNormalization")),
    ],
)
def test_repeated_over_time(shape, inner):
    network = chain("n", [layer("TimeDistributed", "t", inner=inner())], shape)
    x = np.random.default_rng(5).normal(size=(3, *shape)).astype("float32")
    agree(network, wide(network), x)


def test_nested_networks_and_layers_used_twice():
    """An inner network used twice, one of its layers itself used twice; both outputs."""
    twice = Layer(
        "twice", "Dense", check_settings("Dense", {"units": 5, "activation": "tanh"}),
        ((Port("in"),), (Port("twice"),)),
    )  # fmt: skip
    inner = Architecture(
        "inner",
        (Layer("in", "InputLayer", {"shape": [5]}, ((),)), twice,
         layer("Dense", "side", fed=["in"], units=2)),
        (Port("in"),), (Port("twice", 1), Port("side")),
    )  # fmt: skip
    network = Architecture(
        "n",
        (
            Layer("a", "InputLayer", {"shape": [5]}, ((),)),
            Layer("b", "InputLayer", {"shape": [5]}, ((),)),
            Layer("m", "Model", {}, ((Port("a"),), (Port("b"),)), inner),
            Layer("sum", "Add", {}, ((Port("m", 0, 0), Port("m", 1, 0)),)),
            Layer("join", "Concatenate", {"axis": -1}, ((Port("sum"), Port("m", 1, 1)),)),
        ),
        (Port("a"), Port("b")), (Port("join"), Port("m", 0, 1)),
    )  # fmt: skip
    weights = wide(network)
    assert set(weights) == {"m/twice", "m/side"}
    x = [np.random.default_rng(i).normal(size=(3, 5)).astype("float32") for i in (0, 1)]
    agree(network, weights, x)
    np.testing.assert_allclose(
        forward.predict(network, weights, x, batch=2),
        forward.run(network, weights, x)[Port("join")],
        rtol=1e-5,
    )


# --- masks ------------------------------------------------------------------------------


def words(*after, mask=True):
    embedding = layer("Embedding", "e", input_dim=7, output_dim=4, mask_zero=mask)
    return chain("n", [embedding, *after], (6,))


SENTENCES = np.array(
    [[1, 2, 3, 0, 0, 0], [0, 5, 0, 6, 0, 1], [4, 4, 4, 4, 4, 4], [0, 2, 0, 0, 0, 0]], "float32"
)


@pytest.mark.parametrize("mode", ["one_hot", "multi_hot", "count"])
@pytest.mark.parametrize("count", [1, 6])
def test_categories_become_marks(mode, count):
    encoding = layer("CategoryEncoding", "marks", num_tokens=7, output_mode=mode)
    network = chain("n", [encoding, layer("Dense", "d", units=2)], (count,))
    agree(network, wide(network), SENTENCES[:, :count])


@pytest.mark.parametrize("mask", [True, False])
@pytest.mark.parametrize(
    "after",
    [
        [layer("LSTM", units=3)],
        [layer("GRU", units=3, go_backwards=True, return_sequences=True)],
        [layer("SimpleRNN", units=3, return_sequences=True), layer("GRU", "g", units=2)],
        [layer("Dropout"), layer("Dense", "d", units=3), layer("BatchNormalization", "n"), layer("LSTM", "l", units=2)],
        [layer("Flatten"), layer("Reshape", "r", target_shape=[6, 4]), layer("LSTM", "l", units=2)],
        [layer("TimeDistributed", inner=layer("Dense", units=3)), layer("LSTM", "l", units=2)],
        [layer("Bidirectional", inner=layer("LSTM", units=3, return_sequences=True)), layer("GRU", "l", units=2)],
        [layer("Bidirectional", inner=layer("GRU", units=3), merge_mode="sum")],
        [layer("GlobalAveragePooling1D")],
        [layer("Conv1D", filters=2, kernel_size=2), layer("LSTM", "l", units=2)],
    ],
)  # fmt: skip
def test_words_of_nothing_are_passed_over(after, mask):
    network = words(*after, mask=mask)
    outputs = agree(network, wide(network), SENTENCES)
    if not mask:
        masked = forward.run(words(*after), wide(network), SENTENCES, keep=())
        same = all(np.allclose(outputs[p], masked[p]) for p in outputs)
        assert same == (after[0].kind in {"Flatten", "Conv1D"})


def test_masks_through_merges_and_masking():
    rng = np.random.default_rng(6)
    x = rng.normal(size=(4, 5, 3)).astype("float32")
    x[0, 2:] = x[1, 0] = x[3] = 0
    x[1, 2:4] = x[2, 1] = 0.5
    for merging in ("Add", "Multiply", "Maximum", "Minimum", "Concatenate"):
        for axis in (-1, 1):
            settings = {"axis": axis} if merging == "Concatenate" else {}
            network = Architecture(
                "n",
                (
                    Layer("x", "InputLayer", {"shape": [5, 3]}, ((),)),
                    layer("Masking", "a", fed=["x"]),
                    layer("Masking", "b", fed=["x"], mask_value=0.5),
                    layer("Dense", "c", fed=["x"], units=3),
                    layer(merging, "m", fed=["a", "b"], **settings),
                    layer(merging, "k", fed=["a", "c"], **settings),
                    layer("LSTM", "one", fed=["m"], units=2),
                    layer("LSTM", "two", fed=["k"], units=2),
                ),
                (Port("x"),),
                (Port("one"), Port("two")),
            )
            agree(network, wide(network), x)


def test_a_mask_passes_through_an_inner_network():
    inner = chain("inner", [layer("Masking", "k"), layer("Dense", "d", units=3)], (5, 3))
    network = chain("n", [Layer("m", "Model", {}, (), inner), layer("LSTM", units=2)], (5, 3))
    x = np.random.default_rng(7).normal(size=(3, 5, 3)).astype("float32")
    x[0, 2:] = x[1, 1] = 0
    agree(network, wide(network), x)


def test_masked_films():
    network = chain(
        "n", [layer("Masking", "k"), layer("ConvLSTM2D", filters=2, kernel_size=3, padding="same")],
        (4, 5, 5, 1),
    )  # fmt: skip
    x = np.random.default_rng(8).normal(size=(2, 4, 5, 5, 1)).astype("float32")
    x[0, 2, :3] = x[1, 3] = 0
    agree(network, wide(network), x)


def test_every_kind_is_compared():
    here = {kind for kind, *_ in [*SINGLE, *MERGES]}
    elsewhere = {"InputLayer", "Embedding", "CategoryEncoding", "Bidirectional", "TimeDistributed"}
    assert here | elsewhere == set(KNOWN_LAYERS)


# --- strangers' files -------------------------------------------------------------------


def corpus_names():
    if not CORPUS.is_dir():
        return []
    return sorted(p.name for p in CORPUS.iterdir() if p.suffix not in (".csv", ".md", ".json"))


@pytest.mark.parametrize("name", corpus_names() or ["none"])
def test_strangers_models(name):
    if not corpus_names():
        pytest.skip("the corpus is not here (set FFSTUDIO_CORPUS)")
    contents = examine_here(CORPUS / name)
    if not contents.candidates:
        pytest.skip(f"refused: {contents.card.refused}")
    rng = np.random.default_rng(9)
    for candidate in contents.candidates:
        network, weights = candidate.network, candidate.weights
        shapes = [
            [n or 28 for n in network.layer(p.layer).settings["shape"]] for p in network.inputs
        ]
        x = [rng.uniform(0, 1, size=(5, *s)).astype("float32") for s in shapes]
        x = x if len(x) > 1 else x[0]
        model = foreign.build(network, weights)
        expected = foreign.predict(model, x) if not isinstance(x, list) else None
        if expected is None:
            out = model(x, training=False)
            expected = keras.ops.convert_to_numpy(out[0] if isinstance(out, list) else out)
        found_here = forward.predict(network, weights, x)
        np.testing.assert_allclose(
            found_here, expected, rtol=1e-4, atol=1e-5 * np.abs(expected).max()
        )
