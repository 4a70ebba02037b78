"""Configurations of every Keras become one architecture, settings read one by one."""

from __future__ import annotations

import json

import pytest

from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain, flow
from ffstudio.core.describe.kinds import KNOWN_LAYERS, check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.files.migration import Era, Notes, migrate, refusals
from tests.files.legacy import dense_1, layer_1


def entry(kind, name="layer", **settings):
    return {"class_name": kind, "config": {"name": name, **settings}}


def one(kind, version="2.2.4", backend="tensorflow", shape=(8, 8, 1), **settings):
    """Kind and settings of a single layer after the migration, and the notes."""
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "s",
            "layers": [entry(kind, batch_input_shape=[None, *shape], **settings)],
        },
    }
    notes = Notes()
    network = migrate(config, Era.of(version, backend, config), notes)
    return network.layers[-1], notes.lines, flow(network)


# --- eras -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "config", "major", "writer"),
    [
        ("1.2.2", None, 1, "Keras 1.2.2"),
        ("2.2.4-tf", None, 2, "tf.keras 2.2.4"),
        ("2.15.0", None, 2, "tf.keras 2.15.0"),
        ("2.3.1", None, 2, "Keras 2.3.1"),
        ("3.15.1", None, 3, "Keras 3.15.1"),
        ("", None, 1, "an early Keras"),
        ("", {"config": {"units": 3, "kernel_initializer": "zeros"}}, 2, "Keras"),
        ("", {"config": [{"config": {"output_dim": 3, "init": "uniform"}}]}, 1, "an early Keras"),
        ("", {"registered_name": None, "config": {"batch_shape": [None, 3]}}, 3, "Keras"),
    ],
)
def test_eras_by_version_or_by_spelling(version, config, major, writer):
    era = Era.of(version, "", config)
    assert (era.major, era.writer) == (major, writer)


# --- single layers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "given", "today", "expected"),
    [
        ("Convolution2D", {"nb_filter": 4, "nb_row": 3, "nb_col": 5, "border_mode": "same", "subsample": [2, 1], "dim_ordering": "tf"},
         "Conv2D", {"filters": 4, "kernel_size": [3, 5], "padding": "same", "strides": [2, 1]}),
        ("AtrousConvolution2D", {"nb_filter": 4, "nb_row": 3, "nb_col": 3, "atrous_rate": [2, 2], "bias": False},
         "Conv2D", {"dilation_rate": [2, 2], "use_bias": False}),
        ("Deconvolution2D", {"nb_filter": 2, "nb_row": 2, "nb_col": 2, "subsample": [2, 2], "output_shape": [None, 16, 16, 2]},
         "Conv2DTranspose", {"filters": 2, "kernel_size": [2, 2], "strides": [2, 2]}),
        ("SeparableConvolution2D", {"nb_filter": 4, "nb_row": 3, "nb_col": 3, "depth_multiplier": 2},
         "SeparableConv2D", {"filters": 4, "depth_multiplier": 2}),
        ("Dropout", {"p": 0.25}, "Dropout", {"rate": 0.25}),
        ("GaussianNoise", {"sigma": 0.5}, "GaussianNoise", {"stddev": 0.5}),
        ("ZeroPadding2D", {"padding": [1, 2, 3, 4]}, "ZeroPadding2D", {"padding": [[1, 2], [3, 4]]}),
        ("ZeroPadding2D", {"padding": [1, 2]}, "ZeroPadding2D", {"padding": [[1, 1], [2, 2]]}),
        ("MaxPool2D", {"pool_size": 3, "strides": None}, "MaxPooling2D", {"pool_size": [3, 3], "strides": None}),
        ("LeakyReLU", {"alpha": {"type": "ndarray", "value": 0.125}}, "LeakyReLU", {"negative_slope": 0.125}),
        ("ThresholdedReLU", {"theta": 0.5}, "ReLU", {"threshold": 0.5, "negative_slope": 0.0}),
        ("BatchNormalizationV1", {"axis": [3], "momentum": 0.9}, "BatchNormalization", {"axis": 3, "momentum": 0.9}),
        ("DepthwiseConv2D", {"kernel_size": [3, 3], "groups": 1, "filters": None}, "DepthwiseConv2D", {"kernel_size": [3, 3]}),
        ("Reshape", {"target_shape": {"class_name": "__tuple__", "items": [4, -1]}}, "Reshape", {"target_shape": [4, -1]}),
        ("Activation", {"activation": "swish"}, "Activation", {"activation": "silu"}),
        ("Activation", {"activation": "hard_sigmoid"}, "Activation", {"activation": "hard_sigmoid_2"}),
        ("Activation", {"activation": {"class_name": "LeakyReLU", "config": {"alpha": 0.1}}},
         "Activation", {"activation": {"kind": "LeakyReLU", "settings": {"negative_slope": 0.1}}}),
        ("Dense", {"units": 3, "kernel_regularizer": {"class_name": "L1L2", "config": {"l1": 0.0, "l2": {"type": "ndarray", "value": 0.5}}}},
         "Dense", {"kernel_regularizer": {"l1": 0.0, "l2": 0.5}}),
        ("RandomRotation", {"factor": 0.1}, "Identity", {}),
    ],
)  # fmt: skip
def test_old_words_become_todays(kind, given, today, expected):
    layer, _, _ = one(kind, **given)
    assert layer.kind == today
    assert {k: layer.settings[k] for k in expected} == expected
    assert set(layer.settings) == set(KNOWN_LAYERS[today].settings)


@pytest.mark.parametrize(
    ("kind", "given", "version", "expected"),
    [
        ("LSTM", {"units": 4}, "2.1.0", {"recurrent_activation": "hard_sigmoid_2"}),
        ("LSTM", {"units": 4, "time_major": False, "recurrent_activation": "sigmoid"}, "2.9.0", {"recurrent_activation": "sigmoid"}),
        ("GRU", {"units": 4}, "2.1.0", {"reset_after": False}),
        ("GRU", {"units": 4, "reset_after": True}, "2.9.0", {"reset_after": True}),
        ("GRU", {"units": 4}, "3.0.0", {"reset_after": True}),
        ("CuDNNGRU", {"units": 4}, "2.2.4", {"reset_after": True, "recurrent_activation": "sigmoid"}),
        ("RNN", {"cell": entry("LSTMCell", units=4, recurrent_activation="sigmoid"), "return_sequences": True}, "2.9.0",
         {"units": 4, "return_sequences": True, "recurrent_activation": "sigmoid"}),
    ],
)  # fmt: skip
def test_gates_keep_what_they_meant_by_default(kind, given, version, expected):
    layer, _, _ = one(kind, version, shape=(5, 3), **given)
    assert {k: layer.settings[k] for k in expected} == expected


def test_notes_say_what_was_changed():
    _, lines, _ = one("Dense", units=3, dtype={"class_name": "Policy", "config": {"name": "float32"}},
                      kernel_constraint={"class_name": "MaxNorm", "config": {}}, shiny=7)  # fmt: skip
    assert lines == [
        "number formats given as policies → float32",
        "batch_input_shape → an input layer's shape",
        "limits on weights while training (constraints) are left out",
        "the unknown setting shiny of Dense is left out",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("float32", []), ("mixed_float16", ["numbers in mixed_float16 → float32"])],
)
def test_keras_3_writes_number_formats_as_policies(name, expected):
    policy = {"class_name": "DTypePolicy", "module": "keras", "config": {"name": name}}
    _, lines, _ = one("Dense", version="3.5.0", units=3, dtype=policy)
    assert [line for line in lines if "shape" not in line] == expected


# --- chains -----------------------------------------------------------------------------


def test_keras_0_lists_its_layers_bare():
    config = {
        "name": "Sequential",
        "layers": [
            {"name": "Dense", "output_dim": 8, "input_shape": [784], "activation": "linear", "cache_enabled": True},
            {"name": "Activation", "activation": "relu"},
            {"name": "Dropout", "p": 0.5},
            {"name": "Dense", "output_dim": 10, "activation": "softmax"},
        ],
        "loss": "categorical_crossentropy",
    }  # fmt: skip
    notes = Notes()
    network = migrate(config, Era.of("", "", config), notes)
    assert [x.kind for x in network.layers] == [
        "InputLayer",
        "Dense",
        "Activation",
        "Dropout",
        "Dense",
    ]
    assert flow(network).shapes[network.outputs[0]] == (10,)
    assert notes.lines[0].startswith("Keras 0")


def test_the_first_layers_number_of_inputs_is_enough():
    config = {
        "class_name": "Sequential",
        "config": [dense_1("a", 8, "relu", input_dim=9), layer_1("Dropout", "b", p=0.1)],
    }
    network = migrate(config, Era.of("1.0.0", "", config), Notes())
    assert flow(network).weights["a"][0].shape == (9, 8)


def test_a_chain_without_an_input_shape_says_so():
    config = {
        "class_name": "Sequential",
        "config": {"name": "s", "layers": [entry("Dense", units=3)]},
    }
    network = migrate(config, Era.of("2.3.0-tf", "", config), Notes())
    with pytest.raises(ModelFileError, match="does not say what the network's input"):
        flow(network)
    again = network.with_input_shapes([(7,)])
    assert flow(again).parameters("layer") == 7 * 3 + 3


def test_layers_of_one_name_are_told_apart():
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "s",
            "layers": [
                entry("Dense", units=3, batch_input_shape=[None, 2]),
                entry("Dense", units=4),
            ],
        },
    }
    network = migrate(config, Era.of("2.3.1", "", config), Notes())
    assert [x.name for x in network.layers] == ["input", "layer", "layer_2"]


# --- graphs -----------------------------------------------------------------------------


def graph(*layers, ends=("x", "z")):
    return {
        "class_name": "Functional",
        "config": {
            "name": "g",
            "layers": list(layers),
            "input_layers": [[ends[0], 0, 0]],
            "output_layers": [[ends[1], 0, 0]],
        },
    }


def node(kind, name, inbound, **settings):
    return {
        "class_name": kind,
        "name": name,
        "config": {"name": name, **settings},
        "inbound_nodes": inbound,
    }


X = node("InputLayer", "x", [], batch_input_shape=[None, 4])


def tensor(name, call=0):
    return {
        "class_name": "__keras_tensor__",
        "config": {"shape": [None, 4], "keras_history": [name, call, 0]},
    }


@pytest.mark.parametrize(
    "inbound",
    [
        [[["x", 0, 0, {}], ["y", 0, 0, {}]]],
        [[["x", 0, 0], ["y", 0, 0]]],
        [{"args": [[tensor("x"), tensor("y")]], "kwargs": {}}],
    ],
    ids=["tf.keras", "Keras 1", "Keras 3"],
)
def test_wires_in_every_spelling(inbound):
    config = graph(X, node("Dense", "y", [[["x", 0, 0, {}]]], units=4), node("Add", "z", inbound))
    network = migrate(config, Era.of("2.9.0", "", config), Notes())
    assert network.layer("z").calls == ((Port("x"), Port("y")),)
    assert Architecture.from_dict(json.loads(json.dumps(network.to_dict()))) == network


@pytest.mark.parametrize("kind", ["Sampling", "mine>ReparameterizationLayer", "Lambda"])
@pytest.mark.parametrize("order", [("z_mean", "z_log_var"), ("log_sigma", "mu")])
def test_a_code_that_is_drawn_at_random_is_its_mean(kind, order):
    inbound = [{"args": [[tensor(order[0]), tensor(order[1])]], "kwargs": {}}]
    heads = [node("Dense", name, [[["x", 0, 0, {}]]], units=4) for name in order]
    config = graph(X, *heads, node(kind, "z", inbound))
    notes = Notes()
    network = migrate(config, Era.of("3.5.0", "", config), notes)
    mean = "z_mean" if "z_mean" in order else "mu"
    assert network.layer("z").kind == "Identity"
    assert network.layer("z").calls == ((Port(mean),),)
    assert f"the mean {mean}" in " ".join(notes.lines)
    assert not refusals(config)
    # Whatever else somebody has written is not run.
    other = graph(X, node("Dense", "y", [[["x", 0, 0, {}]]], units=4), node("Lambda", "z", inbound))
    other["config"]["layers"][2]["inbound_nodes"] = [[["x", 0, 0, {}], ["y", 0, 0, {}]]]
    with pytest.raises(ModelFileError, match="program code"):
        migrate(other, Era.of("2.9.0", "", other), Notes())


ROWS = node("InputLayer", "x", [], batch_input_shape=[None, 6, 4])
HEADS = {
    "trainable": True,
    "num_heads": 2,
    "key_dim": 3,
    "attention_axes": [1],
    "query_shape": [None, 6, 4],
}


@pytest.mark.parametrize(
    "inbound",
    [
        [[["x", 0, 0, {"value": ["y", 0, 0], "key": ["x", 0, 0]}]]],
        [{"args": [tensor("x"), tensor("y"), tensor("x")], "kwargs": {"training": None}}],
        [{"args": [], "kwargs": {"query": tensor("x"), "value": tensor("y"), "key": tensor("x")}}],
    ],
    ids=["tf.keras", "Keras 3", "Keras 3 by name"],
)
def test_attention_is_fed_in_every_spelling(inbound):
    y = node("Dense", "y", [[["x", 0, 0, {}]]], units=4)
    config = graph(ROWS, y, node("MultiHeadAttention", "z", inbound, **HEADS))
    network = migrate(config, Era.of("2.9.0", "", config), Notes())
    assert network.layer("z").calls == ((Port("x"), Port("y"), Port("x")),)
    sizes = flow(network)
    assert sizes.shapes[Port("z")] == (6, 4)
    assert sizes.parameters("z") == 4 * (4 * 6) + 3 * 6 + 4


@pytest.mark.parametrize(
    ("kind", "settings", "more", "reason"),
    [
        ("MultiHeadAttention", HEADS, {"attention_mask": ["y", 0, 0]}, "fed by name"),
        ("MultiHeadAttention", HEADS, {"use_causal_mask": True}, "use_causal_mask"),
        ("MultiHeadAttention", HEADS, {"return_attention_scores": True}, "return_attention"),
        ("MultiHeadAttention", {**HEADS, "attention_axes": [2]}, {}, "unusual axes"),
        ("Attention", {"causal": True}, {}, "some steps only"),
        (
            "LocallyConnected1D",
            {"filters": 2, "kernel_size": 2, "implementation": 2},
            {},
            "unusual",
        ),
        ("LocallyConnected1D", {"filters": 2, "kernel_size": 2, "padding": "same"}, {}, "padding"),
    ],
)
def test_attention_and_local_layers_in_unusual_ways_are_refused(kind, settings, more, reason):
    y = node("Dense", "y", [[["x", 0, 0, {}]]], units=4)
    inbound = [[["x", 0, 0, {"value": ["y", 0, 0], **more}]]]
    if kind != "MultiHeadAttention":
        inbound = [[["x", 0, 0, {}], ["y", 0, 0, {}]]]
    config = graph(ROWS, y, node(kind, "z", inbound, **settings))
    with pytest.raises(ModelFileError, match=reason):
        migrate(config, Era.of("2.9.0", "", config), Notes())


def test_shared_layers_have_several_uses():
    config = graph(
        X,
        node("Dense", "y", [[["x", 0, 0, {}]], [["y", 0, 0, {}]]], units=4),
        node("Concatenate", "z", [[["y", 0, 0, {}], ["y", 1, 0, {}]]], axis=-1),
    )
    network = migrate(config, Era.of("2.9.0", "", config), Notes())
    sizes = flow(network)
    assert sizes.shapes[Port("z")] == (8,)
    assert sizes.order == (("x", 0), ("y", 0), ("y", 1), ("z", 0))
    assert sizes.parameters("y") == 20


def test_uses_that_were_counted_outside_the_model_are_settled():
    config = graph(X, node("Dense", "z", [[["x", 3, 0, {}]]], units=4))
    network = migrate(config, Era.of("2.1.0", "", config), Notes())
    assert network.layer("z").calls == ((Port("x"),),)


@pytest.mark.parametrize(
    ("function", "number", "settings"),
    [
        ("math.truediv", 255.0, {"scale": 1 / 255, "offset": 0.0}),
        ("math.multiply", 2, {"scale": 2.0, "offset": 0.0}),
        ("math.subtract", 0.5, {"scale": 1.0, "offset": -0.5}),
        ("__operators__.add", 1, {"scale": 1.0, "offset": 1.0}),
    ],
)
def test_arithmetic_between_layers(function, number, settings):
    function = function.replace("__operators__.", "math.")
    config = graph(
        X, node("TFOpLambda", "z", [["x", 0, 0, {"y": number, "name": None}]], function=function)
    )
    layer = migrate(config, Era.of("2.9.0", "", config), Notes()).layer("z")
    assert layer.kind == "Rescaling"
    assert layer.settings == pytest.approx(settings)


@pytest.mark.parametrize(
    ("function", "inbound", "kind", "settings", "shape"),
    [
        ("math.subtract", [["_CONSTANT_VALUE", -1, 1.0, {"y": ["x", 0, 0], "name": None}]],
         "Rescaling", {"scale": -1.0, "offset": 1.0}, (6, 6, 4)),
        ("cast", [["x", 0, 0, {"dtype": "float32"}]], "Identity", {}, (6, 6, 4)),
        ("math.square", [["x", 0, 0, {"name": None}]], "Multiply", {}, (6, 6, 4)),
        ("math.exp", [["x", 0, 0, {}]], "Activation", {"activation": "exponential"}, (6, 6, 4)),
        ("nn.leaky_relu", [["x", 0, 0, {"alpha": 0.1}]], "LeakyReLU", {"negative_slope": 0.1}, (6, 6, 4)),
        ("reshape", [["x", 0, 0, {"shape": [-1, 144]}]], "Reshape", {"target_shape": [144]}, (144,)),
        ("concat", [[["x", 0, 0, {"axis": -1}], ["x", 0, 0, {"axis": -1}]]],
         "Concatenate", {"axis": -1}, (6, 6, 8)),
        ("math.reduce_mean", [["x", 0, 0, {"axis": [2, 1]}]],
         "GlobalAveragePooling2D", {"keepdims": False, "data_format": "channels_last"}, (4,)),
        ("math.reduce_max", [["x", 0, 0, {"axis": [1, 2], "keepdims": True}]],
         "GlobalMaxPooling2D", {"keepdims": True, "data_format": "channels_last"}, (1, 1, 4)),
        ("transpose", [["x", 0, 0, {"perm": [0, 3, 1, 2]}]], "Permute", {"dims": [3, 1, 2]}, (4, 6, 6)),
    ],
)  # fmt: skip
def test_more_operations_between_layers(function, inbound, kind, settings, shape):
    x = node("InputLayer", "x", [], batch_input_shape=[None, 6, 6, 4])
    config = graph(x, node("TFOpLambda", "z", inbound, function=function))
    network = migrate(config, Era.of("2.9.0", "", config), Notes())
    assert network.layer("z").kind == kind
    assert network.layer("z").settings == settings
    assert flow(network).shapes[Port("z")] == shape


@pytest.mark.parametrize(
    ("function", "inbound"),
    [
        ("math.truediv", [["_CONSTANT_VALUE", -1, 1.0, {"y": ["x", 0, 0]}]]),
        ("math.reduce_mean", [["x", 0, 0, {"axis": 0}]]),
        ("math.reduce_mean", [["x", 0, 0, {}]]),
        ("reshape", [["x", 0, 0, {"shape": [3, -1]}]]),
        ("nn.softmax", [["x", 0, 0, {"axis": 1}]]),
        ("concat", [[["x", 0, 0, {"axis": 0}], ["x", 0, 0, {"axis": 0}]]]),
        ("io.read_file", [["x", 0, 0, {}]]),
        ("math.add", [["x", 0, 0, {"y": 1.0}], ["x", 0, 0, {"y": 1.0}]]),
    ],
)
def test_operations_that_are_not_known_are_refused(function, inbound):
    config = graph(X, node("TFOpLambda", "z", inbound, function=function))
    with pytest.raises(ModelFileError, match="is the operation"):
        migrate(config, Era.of("2.9.0", "", config), Notes())


def test_a_loss_written_by_hand_leads_nowhere():
    """tf.keras keeps add_loss' arithmetic among the layers."""
    notes = Notes()
    config = graph(
        X,
        node("Dense", "z", [[["x", 0, 0, {}]]], units=4),
        node(
            "TFOpLambda", "s", [["z", 0, 0, {"y": ["x", 0, 0]}]], function="math.squared_difference"
        ),
        node("TFOpLambda", "m", [["s", 0, 0, {}]], function="math.reduce_sum"),
        node("AddLoss", "l", [[["m", 0, 0, {}]]], unconditional=True),
    )
    assert refusals(config) == []
    network = migrate(config, Era.of("2.9.0", "", config), notes)
    assert [layer.name for layer in network.layers] == ["x", "z"]
    assert any("leads to no output" in note for note in notes.lines)
    # Nothing with weights and no unknown class is left out in that way.
    config = graph(
        X, node("Mystery", "m", [[["x", 0, 0, {}]]]), node("ReLU", "z", [[["x", 0, 0, {}]]])
    )
    with pytest.raises(ModelFileError, match="does not know"):
        migrate(config, Era.of("2.9.0", "", config), Notes())


def test_uses_counted_from_the_making_of_an_inner_model_are_settled():
    inner = {
        "class_name": "Sequential",
        "name": "s",
        "config": {"name": "s", "layers": [entry("Dense", units=3, batch_input_shape=[None, 4])]},
        "inbound_nodes": [[["x", 0, 0, {}]], [["x", 0, 0, {}]]],
    }
    config = graph(X, inner, node("Add", "z", [[["s", 1, 0, {}], ["s", 2, 0, {}]]]))
    network = migrate(config, Era.of("2.13.0", "", config), Notes())
    assert network.layer("z").calls == ((Port("s", 0), Port("s", 1)),)
    assert flow(network).shapes[Port("z")] == (3,)


def test_refusals_are_all_listed():
    config = graph(X, node("Lambda", "a", []), node("Mystery", "b", []), node("Custom>C", "z", []))
    assert [line.split(" is ")[0] for line in refusals(config)] == [
        "The layer a",
        "The layer b",
        "The layer z",
    ]


@pytest.mark.parametrize(
    "config",
    [
        None, [], {}, {"class_name": "Sequential"}, {"class_name": "Sequential", "config": {"layers": 3}},
        {"class_name": "Functional", "config": {"layers": []}},
        {"class_name": "Sequential", "config": [{"class_name": 3, "config": {}}]},
        graph(X, node("Dense", "z", 7, units=3)), graph(X, node("Dense", "z", [3], units=3)),
        graph(X, node("Dense", "z", [[["x", "a", 0]]], units=3)), graph(X, X),
        graph(X, node("Bidirectional", "z", [[["x", 0, 0, {}]]], layer=entry("Dense", units=3))),
    ],
)  # fmt: skip
def test_damaged_configurations_are_one_clear_error(config):
    with pytest.raises(ModelFileError):
        flow(migrate(config, Era.of("2.9.0", "", config), Notes()))


# --- sizes ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "settings", "given", "output", "parameters"),
    [
        ("Conv2D", {"filters": 4, "kernel_size": 3}, (8, 8, 2), (6, 6, 4), 76),
        ("Conv2D", {"filters": 4, "kernel_size": 3, "padding": "same", "strides": 2}, (9, 8, 2), (5, 4, 4), 76),
        ("Conv2D", {"filters": 4, "kernel_size": 3, "dilation_rate": 2}, (None, 8, 2), (None, 4, 4), 76),
        ("Conv2D", {"filters": 4, "kernel_size": 3, "data_format": "channels_first"}, (2, 8, 9), (4, 6, 7), 76),
        ("MaxPooling2D", {"pool_size": 3, "strides": 2, "padding": "same"}, (9, 9, 2), (5, 5, 2), 0),
        ("GlobalAveragePooling2D", {"keepdims": True}, (9, 9, 2), (1, 1, 2), 0),
        ("UpSampling2D", {"size": [2, 3]}, (3, 3, 2), (6, 9, 2), 0),
        ("Flatten", {}, (3, 4, 5), (60,), 0),
        ("Reshape", {"target_shape": [-1, 5]}, (3, 4, 5), (12, 5), 0),
        ("BatchNormalization", {"scale": False}, (3, 4, 5), (3, 4, 5), 15),
        ("PReLU", {"shared_axes": [1, 2]}, (3, 4, 5), (3, 4, 5), 5),
        ("LSTM", {"units": 4}, (7, 5), (4,), 160),
        ("GRU", {"units": 4, "return_sequences": True}, (7, 5), (7, 4), 132),
    ],
)  # fmt: skip
def test_shapes_and_parameters(kind, settings, given, output, parameters):
    network = chain("n", [Layer("a", kind, check_settings(kind, settings, "a"))], given)
    sizes = flow(network)
    assert sizes.shapes[Port("a")] == output
    assert sizes.parameters("a") == parameters


def test_the_numpy_cnn_preset_has_its_known_number_of_parameters():
    layers = [
        ("Conv2D", {"filters": 20, "kernel_size": 9, "activation": "relu", "use_bias": False}),
        ("AveragePooling2D", {}),
        ("Flatten", {}),
        ("Dense", {"units": 100, "activation": "relu", "use_bias": False}),
        ("Dense", {"units": 10, "activation": "softmax", "use_bias": False}),
    ]
    network = chain(
        "n",
        [Layer(f"l{i}", k, check_settings(k, s)) for i, (k, s) in enumerate(layers)],
        (28, 28, 1),
    )
    sizes = flow(network)
    assert [sizes.parameters(f"l{i}") for i in range(5)] == [1620, 0, 0, 200_000, 1000]


@pytest.mark.parametrize(
    ("kind", "settings", "given"),
    [
        ("Conv2D", {"filters": 4, "kernel_size": 9}, (8, 8, 2)),
        ("Conv2D", {"filters": 4, "kernel_size": 3}, (8, 8)),
        ("Conv2D", {"filters": 4, "kernel_size": 3, "groups": 3}, (8, 8, 2)),
        ("Reshape", {"target_shape": [5, 5]}, (3, 4)),
        ("Permute", {"dims": [1, 1]}, (3, 4)),
        ("Dense", {"units": 3}, (None,)),
        ("BatchNormalization", {"axis": 5}, (3, 4)),
        ("Cropping2D", {"cropping": 4}, (8, 8, 1)),
        ("UpSampling2D", {"size": 100_000}, (8, 8, 1)),
    ],
)
def test_impossible_sizes_are_refused(kind, settings, given):
    network = chain("n", [Layer("a", kind, check_settings(kind, settings, "a"))], given)
    with pytest.raises(ModelFileError):
        flow(network)


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("Dense", {"units": True}), ("Dense", {"units": "3"}), ("Dense", {"units": 0}), ("Dense", {}),
        ("Dense", {"units": 3, "use_bias": "no"}), ("Conv2D", {"filters": 3, "kernel_size": [3, 3, 3]}),
        ("Conv2D", {"filters": 3, "kernel_size": 3, "padding": "full"}), ("Dropout", {"rate": 1.5}),
        ("Dropout", {"rate": float("nan")}), ("Dense", {"units": 3, "activation": {"kind": "Lambda"}}),
        ("Bidirectional", {"merge_mode": "evil"}), ("Mystery", {}), ("Dense", None),
    ],
)  # fmt: skip
def test_impossible_settings_are_refused(kind, settings):
    with pytest.raises(ModelFileError):
        check_settings(kind, settings, "a")


@pytest.mark.parametrize(
    "kind",
    [
        "RandomHeight",
        "RandomWidth",
        "RandomZoom",
        "RandomFlip",
        "RandomColorJitter",
        "Solarization",
    ],
)
def test_what_changes_images_while_training_only_is_the_identity(kind):
    network, notes = with_a_layer(kind, factor=0.2)
    assert [layer.kind for layer in network.layers] == ["InputLayer", "Identity", "Flatten"]
    assert f"{kind} changes images while training only; it is left out" in notes.lines


def test_a_random_crop_is_the_largest_window_in_the_middle():
    network, notes = with_a_layer("RandomCrop", height=4, width=6, seed=1)
    layer = network.layer("changes")
    assert layer.kind == "Resizing" and layer.settings["crop_to_aspect_ratio"]
    assert flow(network).shapes[network.outputs[0]] == (24,)
    assert any("RandomCrop cuts at random" in line for line in notes.lines)


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("Normalization", {"invert": True, "mean": 1.0, "variance": 2.0}),
        ("LayerNormalization", {"rms_scaling": True}),
        ("BatchNormalization", {"renorm": True}),
        ("Resizing", {"height": 4, "width": 4, "pad_to_aspect_ratio": True}),
        ("Resizing", {"height": 4, "width": 4, "antialias": True}),
    ],
)
def test_what_a_layer_would_compute_otherwise_with_is_not_left_out(kind, settings):
    with pytest.raises(
        ModelFileError, match=f"is set to {next(k for k in settings if settings[k] is True)}"
    ):
        with_a_layer(kind, **settings)


def with_a_layer(kind, **settings):
    """A net of that layer and a Flatten as a file has it, migrated, and the notes on it."""
    from ffstudio.files.migration import Era, Notes, migrate

    config = {
        "class_name": "Sequential",
        "config": {
            "name": "m",
            "layers": [
                {
                    "class_name": "InputLayer",
                    "config": {"name": "i", "batch_shape": [None, 8, 8, 1]},
                },
                {"class_name": kind, "config": {"name": "changes", **settings}},
                {"class_name": "Flatten", "config": {"name": "flat"}},
            ],
        },
    }
    notes = Notes()
    return migrate(config, Era(major=3), notes), notes
