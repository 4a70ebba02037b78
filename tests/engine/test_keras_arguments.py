"""What a notebook writes into constructors and ``compile``: refused or warned of in one sentence."""

from __future__ import annotations

import warnings

import keras
import numpy as np
import pytest

from ffstudio import engine

KINDS = [vars(engine)[name] for name in engine.__all__ if name.endswith("ForwardForward")]
SCORING = [
    engine.ClassForwardForward,
    engine.ProjectedForwardForward,
    engine.PrototypeForwardForward,
]
UNLABELLED = [engine.UnsupervisedForwardForward, engine.SelfContrastiveForwardForward]
LABELS = {
    "label_embedding": "append",
    "label_amplitude": "maximum",
    "label_scale": 3.0,
    "label_repeats": 2,
}


def made(kind=engine.ForwardForward, layers=None, **more):
    return kind(784, 10, layers or [{"units": 20}, {"units": 20}], **more)


def warned(act):
    """What was warned of, a sentence each."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        act()
    return [str(one.message) for one in heard]


# --- the constructor ------------------------------------------------------------------------------


@pytest.mark.parametrize(("inputs", "classes", "repeats"), [(4, 3, 1), (8, 10, 1), (784, 10, 100)])
def test_a_label_that_has_no_room_in_the_image_is_refused(inputs, classes, repeats):
    """Iris: label pixels would take three of its four features."""
    said = (
        f"an image of {inputs} numbers has no room for {classes * repeats:,} label pixels; set it to "
        "'append'"
    ).replace(",", "[,\u2009]?", 1)
    with pytest.raises(ValueError, match=rf"`label_embedding`: {said}"):
        engine.ForwardForward(inputs, classes, [{"units": 8}], label_repeats=repeats)
    fitting = engine.ForwardForward(inputs, classes, [{"units": 8}], label_embedding="append")
    assert fitting.ff_layers[0].kernel.shape == (inputs + classes, 8)


@pytest.mark.parametrize(
    ("layer", "more", "said"),
    [
        (
            {"kind": "conv", "units": 4, "groups": 2},
            {"label_embedding": "append"},
            "`groups` of layer 1 must be 1 where the label has planes of its own; set it to 1",
        ),
        (
            {"kind": "conv", "units": 4, "kernel_size": 1, "stride": 2},
            {},
            "`label_embedding` cannot be this one: the first layer's kernel steps over pixels of the "
            "label; set it to 'append'",
        ),
        ({"units": 0}, {}, "`units` of layer 1 must be at least 1; it is 0"),
        ({"units": 2.5}, {}, "`units` of layer 1 must be a whole number"),
        ({"units": "40"}, {}, "`units` of layer 1 must be a number"),
        ({}, {}, "Layer 1 needs `units`"),
        ({"units": 4, "dtype": "float16"}, {}, "dtype='float16' of layer 1"),
        ({"units": 4, "activity_regularizer": "l2"}, {}, "`activity_regularizer` of layer 1"),
        ({"units": 4, "threshold": float("nan")}, {}, "`threshold` of layer 1 must be a number"),
    ],
)
def test_a_layer_that_cannot_be_meant_is_refused(layer, more, said):
    with pytest.raises(ValueError, match=said):
        made(layers=[layer], **more)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"label_amplitude": "max"}, "`label_amplitude` must be one of one, maximum; it is 'max'"),
        ({"label_scale": float("nan")}, "`label_scale` must be a number"),
        ({"label_scale": 0}, "`label_scale` must be above 0"),
        ({"label_repeats": 0}, "`label_repeats` must be at least 1; it is 0"),
        ({"frames": 2}, "`frames` must be at least 3; it is 2"),
        ({"frames": 0}, "`frames` must be at least 3; it is 0"),
        ({"votes": 2}, "`votes` must be a text such as 'all'.*Received: 2"),
        ({"votes": [0, 1]}, r"`votes` must be a text such as 'all'.*Received: \[0, 1\]"),
        ({"read_layers": 1}, "`read_layers` must be a text"),
        ({"image_shape": 28}, r"`image_shape` must be \(height, width\).*Received: 28"),
        ({"layers": [40, 40]}, r"`layers` must be a list .*Received: \[40, 40\]"),
        ({"layers": {"units": 4}}, "`layers` must be a list"),
    ],
)
def test_an_argument_that_no_net_can_have_is_refused(more, said):
    with pytest.raises(ValueError, match=said):
        made(engine.RecurrentForwardForward, **more)


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ((784, 0), "`num_classes` must be at least 2. Received: 0"),
        ((784, 1), "`num_classes` must be at least 2. Received: 1"),
        ((784, 2.5), "`num_classes` must be a whole number. Received: 2.5"),
        ((0, 10), "`num_inputs` must be at least 1. Received: 0"),
        (("784", 10), "`num_inputs` must be a whole number"),
    ],
)
def test_sizes_that_no_net_has_are_refused(sizes, said):
    with pytest.raises(ValueError, match=said):
        engine.ClassForwardForward(*sizes, [{"units": 20}])


def test_a_read_out_of_a_layer_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="`read_layers` names layer 5 of 2"):
        made(engine.UnsupervisedForwardForward, read_layers="5")
    with pytest.raises(ValueError, match="no read-out: build it with read_out=True"):
        made().read_out_logits(np.zeros((2, 784), "float32"))


@pytest.mark.parametrize("kind", [*SCORING, *UNLABELLED])
@pytest.mark.parametrize(("name", "value"), LABELS.items())
def test_where_the_input_has_no_label_what_is_said_of_it_has_no_effect(kind, name, value):
    [said] = warned(lambda: made(kind, **{name: value}))
    assert said.startswith(f"`{name}` has no effect on this {kind.__name__}: ")


def test_several_arguments_without_effect_share_a_sentence():
    [said] = warned(lambda: made(engine.ClassForwardForward, **LABELS))
    assert said == (
        "`label_amplitude`, `label_embedding`, `label_repeats` and `label_scale` have no effect on this "
        "ClassForwardForward: goodness class by class has no negative data and no label in the input."
    )
    [said] = warned(lambda: made(engine.RecurrentForwardForward, **LABELS))
    assert "`label_scale`" not in said and "the label is on top of the net" in said
    assert not warned(lambda: made(**LABELS))


@pytest.mark.parametrize("kind", KINDS)
def test_frames_votes_and_layers_read_are_warned_of_where_nothing_asks_for_them(kind):
    owner = kind.__name__
    frames = warned(lambda: made(kind, frames=5))
    assert frames == (
        []
        if kind is engine.RecurrentForwardForward
        else [
            f"`frames` has no effect on this {owner}: only nets with top-down connections run in frames."
        ]
    )
    votes = [f"`votes` has no effect on this {owner}: without labels the read-out predicts."]
    assert warned(lambda: made(kind, votes="1")) == (votes if kind in UNLABELLED else [])
    read = [f"`read_layers` has no effect on this {owner}: there is no read-out."]
    assert warned(lambda: made(kind, read_layers="all")) == ([] if kind in UNLABELLED else read)
    assert not warned(lambda: made(kind, read_layers="all", read_out=True))


def test_a_saved_net_is_not_warned_of_or_refused_again(tmp_path):
    with pytest.warns(UserWarning, match="`label_scale`"):
        net = made(engine.ClassForwardForward, label_scale=3.0)
    with pytest.warns(UserWarning, match="`peer`"):
        net.compile("adam", peer=0.5)
    net.save(tmp_path / "net.keras")
    assert not warned(lambda: keras.models.load_model(tmp_path / "net.keras"))
    # Of an older ffstudio, which did not look.
    config = {**engine.ForwardForward(4, 2, [{"units": 6}]).get_config(), "num_classes": 3}
    assert engine.ForwardForward.from_config(config).num_classes == 3


# --- thresholds -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goodness", "thresholds"),
    [
        ("mean_square", [1.0, 1.0]),
        ("sum_square", [20.0, 30.0]),
        ("minus_mean_square", [-1.0, -1.0]),
        ("minus_sum_square", [-20.0, -30.0]),
        ("mean_absolute", [1.0, 1.0]),
        ("top_k", [4.0, 4.0]),
        ("entmax", [4.0, 4.0]),
        ("kurtosis", [6.0, 6.0]),
    ],
)
def test_a_layer_without_a_threshold_has_its_goodnesss_own(goodness, thresholds, tmp_path):
    layers = [{"units": 20, "goodness": goodness}, {"units": 30, "goodness": goodness}]
    net = made(layers=layers)
    assert [float(layer.theta) for layer in net.ff_layers] == thresholds
    assert "threshold" not in layers[0]  # whose dicts they are
    net.compile("adam", loss="logistic")
    net.save(tmp_path / "net.keras")
    again = keras.models.load_model(tmp_path / "net.keras")
    assert [layer.initial_threshold for layer in again.ff_layers] == thresholds
    own = made(layers=[{**layer, "threshold": 2.5} for layer in layers])
    assert [float(layer.theta) for layer in own.ff_layers] == [2.5, 2.5]


def test_sums_over_images_of_activities_count_all_of_them():
    layer = {"kind": "conv", "units": 3, "pooling": "max", "goodness": "sum_square"}
    assert float(made(layers=[layer]).ff_layers[0].theta) == 3 * 14 * 14


def test_a_net_of_an_older_file_keeps_its_threshold():
    """They did not say a threshold that was 1."""
    config = made(layers=[{"units": 20, "goodness": "sum_square"}]).get_config()
    del config["layers"][0]["threshold"]
    assert float(engine.ForwardForward.from_config(config).ff_layers[0].theta) == 1.0


def test_a_threshold_that_goodness_never_reaches_is_warned_of():
    net = made(layers=[{"units": 20, "goodness": "minus_mean_square", "threshold": 1.0}])
    [said] = warned(lambda: net.compile("adam", loss="logistic"))
    assert said.endswith("give it one below 0, such as -1.") or "below 0, such as −1." in said
    assert not warned(lambda: net.compile("adam", loss="symmetric"))


# --- compile --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"dropout": 1.0}, "`dropout` must be at most 0.95; it is 1"),
        ({"dropout": 1.5}, "`dropout` must be at most 0.95; it is 1.5"),
        ({"dropout": -0.3}, "`dropout` must be at least 0"),
        ({"sharpness": 0}, "`sharpness` must be above 0; it is 0"),
        ({"sharpness": -1.0}, "`sharpness` must be above 0"),
        ({"sharpness": "steep"}, "`sharpness` must be a number; it is 'steep'"),
        ({"peer": -0.1}, "`peer` must be at least 0"),
        ({"peer": np.float32("nan")}, "`peer` must be a number"),
        ({"collaboration_strength": float("nan")}, "`collaboration_strength` must be a number"),
        ({"collaboration": "foo"}, "`collaboration` must be one of none, earlier, others; it is 'foo'"),
        ({"seed": 1.5}, "`seed` must be a whole number; it is 1.5"),
        ({"seed": -1}, "`seed` must be at least 0"),
        ({"optimizer": None}, "`optimizer` must be a Keras optimizer or its name"),
        ({"metrics": "accuracy"}, "`metrics` must be a list.*Received: 'accuracy'"),
        ({"metrics": {"a": "accuracy"}}, "`metrics` must be a list"),
        ({"metrics": [["accuracy"]]}, "`metrics` must be a list"),
        ({"auto_scale_loss": True}, "`auto_scale_loss` has no meaning"),
        ({"loss": ["symmetric"]}, "`loss`. Expected one of"),
        ({"loss": keras.losses.MeanSquaredError()}, "`loss`. Expected one of"),
    ],
)  # fmt: skip
def test_what_compile_cannot_mean_is_refused(how, said):
    with pytest.raises(ValueError, match=said):
        made().compile(**how)


def test_numbers_of_numpy_are_numbers():
    net = made()
    net.compile("adam", peer=np.float32(0.5), dropout=np.float64(0.25), seed=np.int64(7))
    told = net.get_compile_config()
    assert (told["peer"], told["dropout"], told["seed"]) == (0.5, 0.25, 7)


SCORES = {"peer": 0.5, "collaboration": "others", "dropout_mask": "shared"}


@pytest.mark.parametrize(
    ("kind", "how", "idle"),
    [
        *((kind, {"dropout": 0.5, name: value}, {name}) for kind in SCORING for name, value in SCORES.items()),
        (engine.RecurrentForwardForward, {"peer": 0.5}, {"peer"}),
        (engine.RecurrentForwardForward, {"dropout": 0.5}, {"dropout"}),
        *((kind, {"collaboration_strength": 2.0}, {"collaboration_strength"}) for kind in KINDS),
        (engine.ForwardForward, {"dropout_mask": "shared"}, {"dropout_mask"}),
        (engine.ForwardForward, {"dropout": 0.5, "peer": 0.5, "collaboration": "earlier"}, set()),
        (engine.ClassForwardForward, {"dropout": 0.0, "peer": 0.0, "collaboration": "none"}, set()),
    ],
)  # fmt: skip
def test_what_of_compile_has_no_effect_is_warned_of(kind, how, idle):
    said = warned(lambda: made(kind).compile("adam", **how))
    assert [text.partition(" has no effect on this ")[0] for text in said] == [
        f"`{name}`" for name in idle
    ]


@pytest.mark.parametrize("kind", [engine.ForwardForward, engine.ClassForwardForward])
def test_of_a_single_layer_nothing_is_dropped_for_another(kind):
    net = made(kind, layers=[{"units": 20}])
    [said] = warned(lambda: net.compile("adam", dropout=0.5))
    assert said == (
        f"`dropout` has no effect on this {kind.__name__}: there is one layer, and nothing between layers."
    )


def test_peers_of_batch_normalised_layers_are_warned_of():
    net = made(layers=[{"units": 20, "batch_norm": True}])
    [said] = warned(lambda: net.compile("adam", peer=0.5))
    assert said.startswith("`peer` has no effect")
