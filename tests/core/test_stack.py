"""Layers that only backprop trains: shapes, sizes, conflicts, files, initial weights."""

from __future__ import annotations

import dataclasses
import json
import math

import numpy as np
import pytest

from ffstudio.core.describe.architecture import flow
from ffstudio.core.errors import SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.costs import layer_costs
from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layers import LayerSpec, layer_settings, layer_text, with_kind
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.sizes import layer_shapes
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.experiment.stack import (
    initial_weights,
    stack_architecture,
    stack_rows,
)
from ffstudio.core.experiment.summary import summary, summary_text, totals
from ffstudio.core.experiment.training_work import count_training_work
from ffstudio.core.fields import fields_of
from ffstudio.core.images.dataset import DataShape

MNIST = DataShape((28, 28), tuple("0123456789"))
KINDS = [c.value for c in fields_of(LayerSpec)["kind"].choices]


def stack(*layers, **changes):
    values = {"name": "net", "algorithms": "bp", "layers": layers, **changes}
    return ExperimentSpec(**values)


def conv(units=8, **settings):
    return LayerSpec("conv", units, **settings)


def pool(kind="max_pool", **settings):
    return LayerSpec(kind, **settings)


def recurrent(kind, units=8, **settings):
    return LayerSpec(kind, units, activation="tanh", **settings)


FLATTEN = LayerSpec("flatten")
NORM = LayerSpec("batch_norm")


# --- against Keras ----------------------------------------------------------------------
# Each net twice: as the builder has it, and written by hand in Keras' own words.


def _numpy_cnn(k):
    return presets()["numpy-cnn"], [
        k.Input((28, 28, 1)),
        k.layers.Conv2D(20, 9, use_bias=False),
        k.layers.AveragePooling2D(2),
        k.layers.Flatten(),
        k.layers.Dense(100, use_bias=False),
        k.layers.Dense(10, use_bias=False),
    ]


def _cnn_small(k):
    return presets()["cnn-small"], [
        k.Input((28, 28, 1)),
        k.layers.Conv2D(16, 3, padding="same"),
        k.layers.BatchNormalization(),
        k.layers.MaxPooling2D(2),
        k.layers.Conv2D(32, 3, padding="same"),
        k.layers.BatchNormalization(),
        k.layers.MaxPooling2D(2),
        k.layers.Dropout(0.25),
        k.layers.Flatten(),
        k.layers.Dense(100),
        k.layers.Dropout(0.4),
        k.layers.Dense(10),
    ]


def _strides(k):
    spec = stack(
        conv(6, kernel_size=5, stride=2, padding="same", dropout=0.1),
        conv(7, kernel_size=4, stride=3, padding="valid", use_bias=False),
        NORM,
        LayerSpec(units=20),
    )
    return spec, [
        k.Input((28, 28, 1)),
        k.layers.Conv2D(6, 5, strides=2, padding="same"),
        k.layers.SpatialDropout2D(0.1),
        k.layers.Conv2D(7, 4, strides=3, use_bias=False),
        k.layers.BatchNormalization(),
        k.layers.Flatten(),
        k.layers.Dense(20),
        k.layers.Dense(10),
    ]


def _pooled_conv(k):
    """An ordinary convolution with its own pooling beside a layer that makes it a stack."""
    spec = stack(conv(5, pooling="average"), pool(pool_size=3), FLATTEN)
    return spec, [
        k.Input((28, 28, 1)),
        k.layers.Conv2D(5, 3, padding="same"),
        k.layers.AveragePooling2D(2),
        k.layers.MaxPooling2D(3),
        k.layers.Flatten(),
        k.layers.Dense(10),
    ]


def _recurrent_tower(k):
    spec = stack(
        recurrent("lstm", 12),
        LayerSpec("dropout", dropout=0.2),
        recurrent("gru", 9),
        NORM,
        recurrent("simple_rnn", 7, use_bias=False),
        LayerSpec(units=11),
    )
    return spec, [
        k.Input((28, 28)),
        k.layers.LSTM(12, return_sequences=True),
        k.layers.Dropout(0.2),
        k.layers.GRU(9, return_sequences=True),
        k.layers.BatchNormalization(),
        k.layers.SimpleRNN(7, use_bias=False),
        k.layers.Dense(11),
        k.layers.Dense(10),
    ]


def _rows_of_features(k):
    spec = stack(conv(4), pool(), recurrent("gru", 6))
    return spec, [
        k.Input((28, 28, 1)),
        k.layers.Conv2D(4, 3, padding="same"),
        k.layers.MaxPooling2D(2),
        k.layers.Reshape((14, 14 * 4)),
        k.layers.GRU(6),
        k.layers.Dense(10),
    ]


def _dense_only(k):
    spec = stack(LayerSpec(units=30), NORM, LayerSpec("dropout", dropout=0.5))
    return spec, [
        k.Input((784,)),
        k.layers.Dense(30),
        k.layers.BatchNormalization(),
        k.layers.Dropout(0.5),
        k.layers.Dense(10),
    ]


NETS = (
    _numpy_cnn, _cnn_small, _strides, _pooled_conv, _recurrent_tower, _rows_of_features, _dense_only,
)  # fmt: skip


@pytest.mark.parametrize("net", NETS, ids=lambda net: net.__name__.strip("_"))
def test_shapes_and_parameters_are_those_of_keras(net):
    import keras

    from ffstudio.engine.strangers.build import build

    spec, layers = net(keras)
    assert spec.is_stack
    assert spec_problems(spec, 784, 10, (28, 28)) == []
    network = stack_architecture(spec, (28, 28), 10)
    ours = build(network, initial_weights(network, 1))
    theirs = keras.Sequential(layers)
    assert [type(x).__name__ for x in ours.layers[1:]] == [type(x).__name__ for x in theirs.layers]
    assert [x.output.shape for x in ours.layers[1:]] == [x.output.shape for x in theirs.layers]
    assert [x.count_params() for x in ours.layers[1:]] == [x.count_params() for x in theirs.layers]
    # The table of the builder adds them up layer by layer.
    rows = stack_rows(spec, (28, 28), 10)
    assert sum(row.parameters for row in rows) == theirs.count_params()
    fixed = sum(
        math.prod(w.shape) for w in theirs.non_trainable_weights if w.name != "seed_generator_state"
    )
    assert sum(row.not_trainable for row in rows) == fixed
    table = summary(spec, MNIST)
    assert sum(row.bp or 0 for row in table) == theirs.count_params()
    assert table[-1].output == theirs.output_shape[1:]
    # The weights are as large as Keras' own, layer by layer.
    sizes = flow(network).weights
    for mine, its in zip(ours.layers[1:], theirs.layers, strict=True):
        weights = [tuple(w.shape) for w in its.weights if "seed" not in w.path]
        assert [w.shape for w in sizes.get(mine.name, ())] == weights


def test_the_numpy_cnn_has_the_published_sizes():
    spec = presets()["numpy-cnn"]
    rows = summary(spec, MNIST)
    assert [row.bp for row in rows] == [1620, 0, 0, 200_000, 1000]
    assert [row.output for row in rows] == [(20, 20, 20), (10, 10, 20), (2000,), (100,), (10,)]
    assert totals(rows) == ["Backprop: 202,620 parameters"]
    assert (spec.bp.learning_rate, spec.batch_size, spec.epochs) == (0.01, 32, 3)
    assert not spec.bp.output_bias and not spec.layers[0].use_bias
    text = summary_text(rows)
    assert text.splitlines()[1].split() == ["1", "conv", "9×9", "·", "20", "·",
                                             "inside", "only", "·", "ReLU",
                                            "20×20×20", "1,620"]  # fmt: skip


def test_multiply_adds_by_hand():
    spec = stack(
        conv(6, kernel_size=5, stride=2, padding="valid"),
        pool("average_pool"),
        recurrent("lstm", 8),
    )
    convolution, pooling, memory, output = layer_costs(spec, 784, 10, image_shape=(28, 28))
    assert convolution.output_shape == (12, 12, 6)
    assert convolution.multiply_adds == 12 * 12 * 5 * 5 * 6
    assert pooling.multiply_adds == 0
    assert memory.multiply_adds == 6 * (6 * 6 + 8) * 4 * 8  # 6 rows of 6 × 6 channels
    assert output.multiply_adds == 80
    assert (convolution.ff_parameters, convolution.ff_memory) == (0, 0)


def test_what_is_put_in_between_is_shown():
    names = [row.name for row in summary(stack(conv(), NORM, LayerSpec(units=5)), MNIST)]
    assert names == [
        "1 conv 3×3 · 8 · ReLU", "2 batch normalisation", "flatten (put in)",
        "3 dense 5 · ReLU", "output 10 · softmax",
    ]  # fmt: skip
    rows = summary(stack(conv(), recurrent("gru")), MNIST)
    assert (rows[1].name, rows[1].output, rows[1].bp) == ("rows (put in)", (28, 224), 0)
    # Of ordinary nets too.
    both = summary(ExperimentSpec(layers=(conv(pooling="max"),)), MNIST)
    assert [(row.name, row.output, row.ff, row.bp) for row in both] == [
        ("1 conv 3×3 · 8 · max pool · ReLU", (14, 14, 8), 80, 80),
        ("flatten (put in)", (1568,), None, 0),
        ("output 10 · softmax", (10,), None, 15_690),
    ]


def test_the_table_counts_the_read_out():
    rows = summary(presets()["ff-conv"], MNIST)
    assert rows[-1].name == "FF read-out 10 · softmax"
    # The activities of all layers but the first, and a bias for each class.
    assert rows[-1].ff == (14 * 14 * 40 + 7 * 7 * 80 + 7 * 7 * 160 + 1) * 10


# --- which nets are stacks --------------------------------------------------------------


@pytest.mark.parametrize("name", [n for n in presets() if n not in ("numpy-cnn", "cnn-small")])
def test_nets_of_before_are_no_stacks(name):
    assert not presets()[name].is_stack


@pytest.mark.parametrize(
    "layer",
    [
        *(LayerSpec(kind.name) for kind in LAYER_KINDS.values() if kind.backprop_only),
        conv(use_bias=False),
        LayerSpec(use_bias=False),
    ],
    ids=str,
)
def test_what_forward_forward_lacks_makes_a_stack(layer):
    assert stack(layer).is_stack
    assert stack(LayerSpec(), bp=BackpropSpec(output_bias=False)).is_stack
    # Settings of another kind that are left over do not.
    assert not stack(LayerSpec(stride=2, padding="valid", pool_size=5)).is_stack
    # Both nets have strides, edges and groups.
    assert not stack(conv(stride=2), conv(8, padding="valid", groups=4)).is_stack


def test_forward_forward_sizes_of_strides_edges_and_groups_are_those_of_its_net():
    from ffstudio.engine.forward_forward.nets import forward_forward_model

    spec = stack(
        conv(12, kernel_size=5, stride=2, padding="valid"),
        conv(8, kernel_size=4, stride=3, groups=4, pooling="max", batch_norm=True),
        conv(6, kernel_size=2, padding="valid", groups=2),
        LayerSpec(units=7, batch_norm=True),
        algorithms="both",
        ff=ForwardForwardSpec(label_embedding="append"),
    )
    assert problems_of(spec) == []
    assert layer_shapes(spec, (28, 28)) == [(12, 12, 12), (2, 2, 8), (1, 1, 6), (7,)]
    costs = layer_costs(spec, 784, 10, None, (28, 28))
    layers = forward_forward_model(spec, MNIST).ff_layers
    kernels = [math.prod(layer.kernel.shape) for layer in layers]
    assert [c.ff_parameters for c in costs[:4]] == [
        size + layer.units * (5 if layer.batch_norm else 1)
        for size, layer in zip(kernels, layers, strict=True)
    ]
    # Places of the kernel: before pooling, without those outside the image.
    places = [12 * 12, 4 * 4, 1, 1]
    assert [c.multiply_adds for c in costs[:4]] == [
        a * b for a, b in zip(places, kernels, strict=True)
    ]
    rows = stack_rows(spec, (28, 28), 10)
    assert [row.parameters for row in rows] == [c.bp_parameters for c in costs]
    assert [row.not_trainable for row in rows] == [0, 16, 0, 14, 0]
    work = count_training_work(spec, MNIST)
    # Both nets' passes through the hidden layers, where no label is scored: the kernels alone.
    assert [one.bp_forward for one in work.layers[:4]] == [row.multiply_adds for row in rows[:4]]
    twin = [5 * 5 * 12, 4 * 4 * 3 * 8, 2 * 2 * 4 * 6, 6 * 7]
    assert [row.multiply_adds for row in rows[:4]] == [
        a * b for a, b in zip(places, twin, strict=True)
    ]
    assert "stride 2 · inside only" in layer_text(spec.layers[0])
    assert "stride 3 · 4 groups · norm · max pool" in layer_text(spec.layers[1])
    listed = summary(spec, MNIST)
    assert totals(listed)[-1].endswith("30 of them not trainable")


def test_shortcuts_are_counted_as_both_nets_have_them():
    from ffstudio.engine.forward_forward.nets import forward_forward_model

    spec = stack(
        conv(6, stride=2), conv(6, skip=1), conv(8, stride=2, pooling="max", skip=2),
        LayerSpec(units=9), LayerSpec(units=7, skip=1),
        algorithms="both", ff=ForwardForwardSpec(goodness="projection"),
    )  # fmt: skip
    assert problems_of(spec) == []
    beside = [0, 0, 6 * 8, 0, 9 * 7]  # the second adds what it sees as it is
    plain = spec.replace(layers=tuple(dataclasses.replace(x, skip=0) for x in spec.layers))
    costs, bare = (layer_costs(s, 784, 10, None, (28, 28)) for s in (spec, plain))
    assert [c.bp_parameters - b.bp_parameters for c, b in zip(costs, bare, strict=True)] == [
        *beside,
        0,
    ]
    assert [row.parameters for row in stack_rows(spec, (28, 28), 10)] == [
        c.bp_parameters for c in costs
    ]
    net = forward_forward_model(spec, MNIST)
    assert [c.ff_parameters for c in costs[:5]] == [
        sum(math.prod(v.shape) for v in layer.learnt) for layer in net.ff_layers
    ]
    # The matrix is used at each of the 7×7 places of the sums; and so it is in training.
    adds = [0, 0, 49 * 6 * 8, 0, 9 * 7]
    assert [
        c.multiply_adds - b.multiply_adds for c, b in zip(costs[:5], bare[:5], strict=True)
    ] == adds
    work, less = (count_training_work(s, MNIST) for s in (spec, plain))
    assert [
        a.ff_backward - b.ff_backward for a, b in zip(work.layers[:5], less.layers[:5], strict=True)
    ] == adds
    assert [
        a.bp_forward - b.bp_forward for a, b in zip(work.layers[:5], less.layers[:5], strict=True)
    ] == adds
    assert "shortcut over 2" in layer_text(spec.layers[2])


# --- conflicts --------------------------------------------------------------------------


def problems_of(spec, image_shape=(28, 28)):
    size = None if image_shape is None else math.prod(image_shape)
    return spec_problems(spec, size, 10, image_shape)


@pytest.mark.parametrize(
    ("spec", "path", "says"),
    [
        (
            stack(LayerSpec(units=9), conv(use_bias=False)),
            ("layers", 1, "kind"),
            "plain list",
        ),
        (
            stack(conv(8), conv(12, groups=6)),
            ("layers", 1, "groups"),
            "must divide the channels below (8) and its own (12) without a rest",
        ),
        (
            stack(conv(8, groups=2), algorithms="both"),
            ("layers", 0, "groups"),
            "the channels below (1) and its own (8)",
        ),
        (
            stack(
                LayerSpec(batch_norm=True), algorithms="ff", ff=ForwardForwardSpec(feedback=True)
            ),
            ("layers", 0, "batch_norm"),
            "top-down connections answer in several frames",
        ),
        (
            stack(LayerSpec(batch_norm=True), algorithms="ff", ff=ForwardForwardSpec(peer=0.03)),
            ("ff", "peer"),
            "takes every unit's mean away",
        ),
        (stack(conv(), conv(skip=2), algorithms="both"), ("layers", 1, "skip"), "reaches below layer 1"),
        (
            stack(conv(), conv(), conv(9, kernel_size=4, padding="valid", skip=2)),
            ("layers", 2, "skip"),
            "layer 2 sees 28×28×8, which no stride brings to the 25×25×9 that are summed here",
        ),
        (
            stack(conv(), LayerSpec(units=9, skip=1), LayerSpec(units=9, skip=3), algorithms="both"),
            ("layers", 2, "skip"),
            "reaches below layer 1",
        ),
        (
            stack(conv(), conv(), LayerSpec(units=9, skip=2), algorithms="both"),
            ("layers", 2, "skip"),
            "layer 2 sees 28×28×8",
        ),
        (
            stack(LayerSpec(), LayerSpec(skip=1), algorithms="ff", ff=ForwardForwardSpec(feedback=True)),
            ("layers", 1, "skip"),
            "top-down connections answer in several frames",
        ),
        (
            stack(LayerSpec(), LayerSpec(skip=1), algorithms="ff", ff=ForwardForwardSpec(negatives="hard_next")),
            ("layers", 1, "skip"),
            "each layer learns from wrong labels of its own",
        ),
        (
            stack(conv(kernel_size=1, stride=2), algorithms="both"),
            ("ff", "label_embedding"),
            "steps over pixels of the label",
        ),
        (stack(NORM, LayerSpec(units=9), conv()), ("layers", 2, "kind"), "layer 2"),
        (stack(FLATTEN, conv()), ("layers", 1, "kind"), "layer 1"),
        (stack(recurrent("lstm"), conv()), ("layers", 1, "kind"), "not an image"),
        (stack(LayerSpec(units=9), pool()), ("layers", 1, "kind"), "not an image"),
        (stack(FLATTEN, pool("average_pool")), ("layers", 1, "kind"), "not an image"),
        (stack(recurrent("gru"), pool()), ("layers", 1, "kind"), "not an image"),
        (stack(LayerSpec(units=9), recurrent("gru")), ("layers", 1, "kind"), "not rows"),
        (stack(FLATTEN, recurrent("lstm")), ("layers", 1, "kind"), "not rows"),
        (stack(recurrent("gru"), FLATTEN, recurrent("lstm")), ("layers", 2, "kind"), "not rows"),
        (
            stack(conv(kernel_size=29, padding="valid")),
            ("layers", 0, "kernel_size"),
            "larger than the image below, 28×28",
        ),
        (
            stack(conv(stride=16), conv(kernel_size=3, padding="valid")),
            ("layers", 1, "kernel_size"),
            "larger than the image below, 2×2",
        ),
        (
            stack(pool(pool_size=20), pool()),
            ("layers", 1, "pool_size"),
            "leaves nothing of an image of 1×1",
        ),
        (
            stack(pool(pool_size=20), conv(pooling="max")),
            ("layers", 1, "pooling"),
            "leaves nothing of an image of 1×1",
        ),
    ],
)  # fmt: skip
def test_conflicts_are_named_and_mended(spec, path, says):
    conflicts = problems_of(spec)
    assert [p.path for p in conflicts] == [path]
    assert says in conflicts[0].reason
    assert conflicts[0].fix.endswith(".")
    assert problems_of(conflicts[0].fixed) == []


def test_all_conflicts_are_found_at_once():
    spec = stack(FLATTEN, conv(), LayerSpec(units=4), pool(), recurrent("gru"), algorithms="both")
    assert [p.path for p in problems_of(spec)] == [
        ("algorithms",), ("layers", 1, "kind"), ("layers", 3, "kind"), ("layers", 4, "kind"),
    ]  # fmt: skip
    small = stack(conv(stride=16), pool(pool_size=9), conv(kernel_size=3, padding="valid"))
    assert [p.path[1:] for p in problems_of(small)] == [(1, "pool_size"), (2, "kernel_size")]


def test_sizes_are_judged_once_the_data_are_known():
    spec = stack(conv(kernel_size=9, padding="valid"))
    assert problems_of(spec, None) == []
    assert problems_of(spec, (28, 28)) == []
    assert [p.path for p in problems_of(spec, (8, 30))] == [("layers", 0, "kernel_size")]
    # What cannot be at any size is said at once, whatever sizes come before it.
    impossible = stack(pool(pool_size=64), FLATTEN, conv())
    assert [p.path for p in problems_of(impossible, None)] == [("layers", 2, "kind")]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"layers": (LayerSpec(), NORM)}, "layer 2 (batch normalisation)"),
        ({"layers": (recurrent("lstm"),)}, "layer 1 (lstm)"),
        ({"layers": (conv(use_bias=False),)}, "layer 1 (convolution) without bias"),
        ({"layers": (LayerSpec(use_bias=False),)}, "layer 1 (dense) without bias"),
        ({"layers": (LayerSpec(),), "bp": BackpropSpec(output_bias=False)}, "whose output has no"),
    ],
)
@pytest.mark.parametrize("algorithms", ["both", "ff"])
def test_forward_forward_cannot_train_them(change, says, algorithms):
    spec = stack(algorithms=algorithms, **change)
    (problem,) = problems_of(spec)
    assert problem.path == ("algorithms",)
    assert says in problem.reason
    assert problem.fixed == spec.replace(algorithms="bp")
    assert problems_of(problem.fixed) == []


def test_settings_of_forward_forward_do_not_bother_a_stack():
    spec = stack(conv(units=7), pool(), ff=presets()["ff-conv"].ff)
    assert problems_of(spec) == []


# --- what a kind has ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_settings_that_exist(kind):
    names = layer_settings(kind)
    assert names[0] == "kind"
    assert set(names) <= set(fields_of(LayerSpec))
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("was", KINDS)
def test_a_layer_of_any_kind_can_become_any_other(was, kind):
    layer = with_kind(with_kind(LayerSpec(), was), kind)
    assert layer.kind == kind
    assert (layer.dropout > 0) == (kind == "dropout")
    if kind in ("simple_rnn", "lstm", "gru"):
        assert layer.activation == "tanh"
    spec = stack(layer)
    assert problems_of(spec) == []
    assert layer_shapes(spec, (28, 28))


# --- files --------------------------------------------------------------------------------


def test_every_setting_survives_a_file(tmp_path):
    layers = (
        conv(9, kernel_size=5, stride=2, padding="valid", use_bias=False, dropout=0.1, l2=1e-4),
        pool("average_pool", pool_size=3),
        NORM,
        LayerSpec("dropout", dropout=0.35),
        recurrent("lstm"),
        LayerSpec(units=5, use_bias=False),
    )
    spec = stack(*layers, bp=BackpropSpec(output_bias=False))
    again = reading.from_json(reading.to_json(spec))
    assert again == spec
    assert [layer.kind for layer in again.layers][:2] == ["conv", "average_pool"]
    assert json.loads(reading.to_json(spec))["layers"][0]["stride"] == 2


NEW_IN_3 = ("stride", "padding", "pool_size", "use_bias")


@pytest.mark.parametrize("name", ["side-by-side", "ff-conv", "ff-recurrent"])
def test_files_of_version_2_mean_what_they_meant(name):
    was = presets()[name]
    body = reading.to_dict(was)
    body["version"] = 2
    del body["bp"]["output_bias"]
    for layer in body["layers"]:
        for setting in NEW_IN_3:
            del layer[setting]
    spec = reading.from_dict(json.loads(json.dumps(body)))
    assert spec == was
    assert not spec.is_stack


def test_unknown_settings_and_kinds_are_still_refused():
    body = reading.to_dict(stack(conv()))
    body["layers"][0]["strides"] = [2, 2]
    with pytest.raises(SpecError, match=r"Unknown setting strides in layers\.0"):
        reading.from_dict(body)
    body = reading.to_dict(stack(conv()))
    body["layers"][0]["kind"] = "lambda"
    with pytest.raises(
        SpecError, match=r"Layer 1: Kind must be one of dense, conv, local, max_pool"
    ):
        reading.from_dict(body)
    body = reading.to_dict(stack(FLATTEN, conv()))
    with pytest.raises(SpecError, match="plain list of numbers"):
        reading.from_dict(body)


# --- initial weights ----------------------------------------------------------------------


def test_kernels_are_glorot_uniform():
    network = stack_architecture(
        stack(conv(40, kernel_size=5, padding="valid"), LayerSpec(units=60)), (28, 28), 10
    )
    weights = initial_weights(network, 3)
    fans = {  # inputs + outputs of a unit; of a convolution, times the field
        "conv_1": 25 * 1 + 25 * 40,
        "dense_2": 24 * 24 * 40 + 60,
        "output": 60 + 10,
    }
    for name, fan in fans.items():
        kernel, bias = weights[name]
        limit = math.sqrt(6 / fan)
        assert kernel.dtype == np.float32
        assert np.abs(kernel).max() <= limit * (1 + 1e-6)
        # Mean 0 and deviation limit/√3, as exactly as so many draws allow.
        share = 5 / math.sqrt(kernel.size)
        assert abs(kernel.mean()) < share * limit
        assert kernel.std() == pytest.approx(limit / math.sqrt(3), rel=share)
        assert not bias.any()


@pytest.mark.parametrize("kind", ["simple_rnn", "lstm", "gru"])
def test_recurrent_kernels_are_orthogonal_and_all_else_as_keras_has_it(kind):
    import keras

    network = stack_architecture(stack(recurrent(kind, 16), NORM), (28, 28), 10)
    weights = initial_weights(network, 3)
    kernel, repeating, bias = weights[f"{kind}_1"]
    np.testing.assert_allclose(repeating @ repeating.T, np.eye(16), atol=1e-5)
    name = {"simple_rnn": "SimpleRNN", "lstm": "LSTM", "gru": "GRU"}[kind]
    theirs = getattr(keras.layers, name)(16)
    theirs.build((None, 28, 28))
    assert kernel.shape == tuple(theirs.cell.kernel.shape)
    assert repeating.shape == tuple(theirs.cell.recurrent_kernel.shape)
    np.testing.assert_array_equal(bias, np.asarray(theirs.cell.bias))
    norm = keras.layers.BatchNormalization()
    norm.build((None, 16))
    for mine, its in zip(weights["batch_norm_2"], norm.weights, strict=True):
        np.testing.assert_array_equal(mine, np.asarray(its))


def test_no_direction_is_preferred_among_orthogonal_kernels():
    network = stack_architecture(stack(recurrent("simple_rnn", 3)), (28, 28), 10)
    drawn = [initial_weights(network, seed)["simple_rnn_1"][1] for seed in range(400)]
    # Entries of an orthogonal 3×3 matrix have mean 0 and deviation 1/√3.
    assert np.abs(np.mean(drawn, axis=0)).max() < 4 / math.sqrt(3 * 400)


def test_the_seed_decides_the_weights():
    network = stack_architecture(presets()["cnn-small"], (28, 28), 10)
    one, again, other = (initial_weights(network, seed) for seed in (1, 1, 2))
    assert list(one) == list(again)
    for name in one:
        for a, b in zip(one[name], again[name], strict=True):
            np.testing.assert_array_equal(a, b)
    assert not np.array_equal(one["conv_1"][0], other["conv_1"][0])
