"""Experiments: files, validation, costs, presets."""

from __future__ import annotations

import dataclasses
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffstudio.core.errors import DatasetError, SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.costs import layer_costs
from ffstudio.core.experiment.idle import idle_settings
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import ORDER, preset, presets
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.fields import fields_of
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec


def legal(field):
    """A strategy of legal values for a declared setting."""
    if field.kind == "choice":
        return st.sampled_from([c.value for c in field.choices])
    if field.kind == "bool":
        return st.booleans()
    if field.kind == "text":
        return st.text(max_size=20)
    if field.kind == "int":
        return st.integers(int(field.minimum), int(field.maximum))
    return st.floats(field.minimum, field.maximum, exclude_min=field.above)


def specs_of(cls):
    return st.builds(cls, **{name: legal(field) for name, field in fields_of(cls).items()})


@given(
    specs_of(ExperimentSpec),
    specs_of(DataSpec).filter(lambda d: d.name != "file"),
    st.lists(specs_of(LayerSpec), min_size=1, max_size=4),
    specs_of(ForwardForwardSpec),
    specs_of(BackpropSpec).map(lambda b: dataclasses.replace(b, patience=0)),
)
def test_every_experiment_of_legal_settings_can_be_mended_and_survives_json(
    spec, data, layers, ff, bp
):
    spec = dataclasses.replace(spec, data=data, layers=tuple(layers), ff=ff, bp=bp)
    # Settings may contradict each other; pressing Fix again and again ends that.
    for _ in range(4 * len(layers) + 6):
        problems = spec_problems(spec, 784, 10, (28, 28))
        if not problems:
            break
        assert problems[0].fixed is not None
        spec = problems[0].fixed
    assert spec_problems(spec, 784, 10, (28, 28)) == []
    assert reading.from_json(reading.to_json(spec)) == spec


@pytest.mark.parametrize("name", ORDER)
def test_presets_are_legal_described_and_survive_json(name):
    spec = presets()[name]
    assert spec.name == name
    assert len(spec.description) > 40
    for_a_file = name in ("letters-spatial", "colours-spatial")  # whichever one has
    assert [x.path for x in spec_problems(spec)] == [("data", "path")] * for_a_file
    assert reading.from_json(reading.to_json(spec)) == spec


def test_the_preset_of_the_keras_example_is_exactly_its_recipe():
    spec = preset("keras-ff")
    assert [layer.units for layer in spec.layers] == [500, 500]
    for layer in spec.layers:
        assert (layer.threshold, layer.learning_rate) == (1.5, 0.03)
        assert (layer.optimizer, layer.loss, layer.activation) == ("adam", "logistic", "relu")
    ff = spec.ff
    assert (ff.goodness, ff.normalisation, ff.sharpness) == ("mean_square", "l2", 1.0)
    assert (ff.negatives, ff.label_amplitude) == ("shuffled", "maximum")
    assert (ff.schedule, ff.inner_steps, ff.rate_schedule) == ("inner_loops", 50, "constant")
    assert (spec.batch_size, spec.epochs, spec.data.validation) == (60000, 250, 0.0)
    others = [s for n, s in presets().items() if n != "keras-ff"]
    assert all(s.ff.negatives != "shuffled" for s in others)


def test_an_unknown_preset_names_the_known_ones():
    with pytest.raises(SpecError, match="side-by-side"):
        preset("nope")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"format": "other"}, "not an ffstudio experiment"),
        ({"version": 99}, "newer ffstudio"),
        ({"layers": "many"}, "no list of layers"),
        ({"colour": "red"}, "Unknown setting colour"),
        ({"epochs": -1}, r"Epochs must be at least 0; it is −1 \(epochs\)\."),
        ({"epochs": "ten"}, "Epochs must be a number"),
        (
            {"layers": [{"units": -3}]},
            r"Layer 1: Units must be at least 1; it is −3 \(layers\.0\.units",
        ),
        (
            {"ff": {"goodness": "best"}},
            r"Forward-Forward: Goodness must be one of .*\(ff.goodness\)",
        ),
    ],
)
def test_bad_experiments_say_what_is_wrong(change, says):
    config = {**reading.to_dict(preset("digits-quick")), **change}
    with pytest.raises(SpecError, match=says):
        reading.from_dict(json.loads(json.dumps(config)))


def test_an_experiment_for_a_file_yet_to_come_opens_and_says_what_it_needs():
    config = {**reading.to_dict(preset("digits-quick")), "data": {"name": "file"}}
    recipe = reading.from_dict(config)
    (problem,) = spec_problems(recipe)
    assert problem.spelled_out == "Data: File: no file has been chosen (data.path)."
    with pytest.raises(DatasetError, match="--data PATH names it"):
        datasets.load(recipe.data)


def test_files_that_are_no_experiments(tmp_path):
    path = tmp_path / "x.json"
    for content in (b"", b"[]", b"{", b"\xff\xfe", b"null"):
        path.write_bytes(content)
        with pytest.raises(SpecError):
            reading.read_experiment(path)
    with pytest.raises(SpecError, match="is not there"):
        reading.read_experiment(tmp_path / "absent.json")


def test_mutated_experiments_open_or_say_why():
    rng = random.Random(3)
    text = reading.to_json(preset("side-by-side"))
    for _ in range(300):
        at = rng.randrange(len(text))
        mutant = text[:at] + rng.choice('{}[]",:0x-') + text[at + rng.choice([0, 1, 3]) :]
        try:
            assert isinstance(reading.from_json(mutant), ExperimentSpec)
        except SpecError as error:
            assert str(error)


def test_fixes_make_the_experiment_legal():
    spec = preset("digits-quick")
    broken = [
        spec.replace(layers=()),
        spec.with_layer(0, units=0, dropout=2.0),
        spec.with_layer(1, learning_rate=float("nan"), loss="other"),
        spec.replace(bp=dataclasses.replace(spec.bp, patience=3), data=DataSpec("digits")),
    ]
    for case in broken:
        for _ in range(6):
            problems = spec_problems(case, 784, 10)
            if not problems:
                break
            case = problems[0].fixed
        assert spec_problems(case, 784, 10) == []


def test_label_pixels_need_room_and_the_fix_gives_it():
    spec = preset("digits-quick")
    problems = spec_problems(spec, 4, 4)
    assert [p.path for p in problems] == [("ff", "label_embedding")]
    assert problems[0].fixed.ff.label_embedding == "append"
    assert spec_problems(problems[0].fixed, 4, 4) == []


def test_costs_by_hand():
    layers = (LayerSpec(units=500), LayerSpec(units=300, optimizer="sgd"))
    spec = ExperimentSpec(layers=layers, batch_size=100)
    first, second, output = layer_costs(spec, 784, 10)
    assert first.ff_parameters == first.bp_parameters == 784 * 500 + 500
    assert second.ff_parameters == 500 * 300 + 300
    assert output.bp_parameters == 300 * 10 + 10
    assert (first.inputs, first.units, first.multiply_adds) == (784, 500, 392_000)
    # Weights, gradients and two moments; positive and negative inputs and outputs.
    assert first.ff_memory == 4 * (4 * 392_500 + 200 * (784 + 500))
    assert second.ff_memory == 4 * (2 * 150_300 + 200 * (500 + 300))
    assert first.bp_memory == 4 * (4 * 392_500 + 100 * 500)
    appended = spec.replace(ff=ForwardForwardSpec(label_embedding="append"))
    assert layer_costs(appended, 784, 10)[0].ff_parameters == 794 * 500 + 500
    assert layer_costs(spec, 784, 10, num_samples=40)[0].bp_memory < first.bp_memory


def test_every_choice_in_a_spec_has_an_implementation():
    from ffstudio.core import mathematics as m

    fields = fields_of(ForwardForwardSpec) | fields_of(LayerSpec)
    for name, table in (
        ("goodness", m.GOODNESS),
        ("normalisation", m.NORMALISATIONS),
        ("negatives", m.NEGATIVES),
        ("loss", m.LOCAL_LOSSES),
        ("activation", m.ACTIVATIONS),
    ):
        assert [c.value for c in fields[name].choices] == list(table)


# --- settings that belong together ------------------------------------------------------


def fixed(spec, *sizes):
    """Presses Fix until nothing is wrong."""
    for _ in range(10):
        problems = spec_problems(spec, *sizes)
        if not problems:
            return spec
        spec = problems[0].fixed
    raise AssertionError(spec_problems(spec, *sizes))


def with_ff(**changes):
    spec = ExperimentSpec()
    return spec.replace(ff=dataclasses.replace(spec.ff, **changes))


CONV = LayerSpec(kind="conv", units=20)


@pytest.mark.parametrize(
    ("spec", "path", "mended"),
    [
        (with_ff(feedback=True, goodness="class_mean"), "ff.feedback", False),
        (with_ff(feedback=True, negatives="hybrid"), "ff.feedback", False),
        (with_ff(feedback=True).replace(layers=(CONV,)), "ff.feedback", False),
        (with_ff(feedback=True, schedule="greedy"), "ff.schedule", "simultaneous"),
        (with_ff(feedback=True, negatives="hard_first"), "ff.negatives", "hard"),
        (with_ff(feedback=True, negatives="all_wrong"), "ff.negatives", "hard"),
        (
            with_ff(schedule="inner_loops", collaboration="others"),
            "ff.collaboration",
            "none",
        ),
        (with_ff(schedule="inner_loops", negatives="hard_next"), "ff.negatives", "hard"),
        (with_ff(negatives="other_image").replace(batch_size=1), "batch_size", 256),
        (with_ff(negatives="hybrid").replace(batch_size=1), "batch_size", 256),
        (
            with_ff(goodness="projection", class_loss="predsim").replace(batch_size=1),
            "batch_size",
            256,
        ),
        (with_ff(goodness="class_mean", class_loss="similarity"), "ff.goodness", "projection"),
        (with_ff(goodness="spatial", class_loss="contrastive"), "ff.goodness", "projection"),
        (with_ff(goodness="prototypes", class_loss="similarity"), "ff.goodness", "projection"),
        (with_ff(goodness="prototypes", feedback=True), "ff.feedback", False),
        (with_ff(read_out=True, read_layers="1, 1, 0"), "ff.read_layers", "2-"),
        (with_ff(read_out=True, read_layers="0, 0.5"), "ff.read_layers", "2-"),
        (with_ff(negatives="hybrid", read_layers="upper"), "ff.read_layers", "2-"),
        (with_ff(label_repeats=50), "ff.label_embedding", "append"),
        (ExperimentSpec(layers=(LayerSpec(), CONV)), "layers.1.kind", "dense"),
        (
            with_ff(goodness="class_mean").replace(layers=(LayerSpec(units=33),)),
            "layers.0.units",
            40,
        ),
        (
            ExperimentSpec(
                layers=(dataclasses.replace(CONV, pooling="max"),) * 6,
                ff=with_ff(goodness="class_mean").ff,
            ),
            "layers.4.pooling",
            "none",
        ),
        (
            with_ff(goodness="minus_mean_square").replace(layers=(LayerSpec(loss="logistic"),)),
            "layers.0.threshold",
            -1.0,
        ),
        (
            ExperimentSpec(layers=(LayerSpec(loss="separate", threshold=-2.0),)),
            "layers.0.threshold",
            1.0,
        ),
    ],
)
def test_settings_that_contradict_each_other_are_named_and_mended(spec, path, mended):
    sizes = (784, 10, (28, 28))
    problems = spec_problems(spec, *sizes)
    assert problems[0].path_text == path
    value = problems[0].fixed
    for part in problems[0].path:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    assert value == mended
    assert spec_problems(fixed(spec, *sizes), *sizes) == []


def test_backprop_alone_is_not_bothered_by_forward_forward_settings():
    spec = with_ff(feedback=True, goodness="class_mean").replace(
        algorithms="bp", layers=(LayerSpec(units=33),)
    )
    assert spec_problems(spec, 784, 10, (28, 28)) == []


def test_idle_settings_have_no_effect_and_say_why():
    idle = idle_settings(with_ff(goodness="class_mean_square"))
    assert {("ff", "negatives"), ("ff", "label_scale"), ("layer", "loss")} <= set(idle)
    assert idle[("ff", "negatives")].endswith(".")
    assert ("ff", "frames") in idle
    assert idle["ff", "comparison"] == "The class loss compares no images."
    compares = idle_settings(with_ff(goodness="class_mean_square", class_loss="predsim"))
    assert ("ff", "comparison") not in compares
    labelled = idle_settings(with_ff(read_out=True, collaboration="others"))
    assert labelled["ff", "comparison"] == labelled["ff", "class_loss"]
    assert ("ff", "negatives") not in labelled
    assert ("ff", "read_out_rate") not in labelled
    assert ("ff", "collaboration_strength") not in labelled
    assert ("data", "border") in labelled
    assert labelled["ff", "second_view"] == "Only pairs of images have a second view."
    paired = with_ff(negatives="other_image")
    assert "both views are the same" in idle_settings(paired)["ff", "second_view"]
    shifted = paired.replace(data=DataSpec(shift=1))
    assert ("ff", "second_view") not in idle_settings(shifted)
    moved = ExperimentSpec(data=DataSpec(zoom=0.1))
    assert ("data", "border") not in idle_settings(moved)
    for (part, name), reason in {**idle, **labelled}.items():
        cls = {"data": DataSpec, "ff": ForwardForwardSpec, "layer": LayerSpec}[part]
        assert name in fields_of(cls), name
        assert len(reason) > 10


@pytest.mark.parametrize(("was", "now"), [(True, "half_linear"), (False, "constant")])
def test_experiments_of_version_1_open(was, now):
    body = reading.to_dict(ExperimentSpec())
    body["version"] = 1
    del body["ff"]["rate_schedule"]
    body["ff"]["cooldown"] = body["ff"]["skip_first_layer"] = was
    del body["ff"]["votes"]
    for name in ("kind", "kernel_size", "pooling", "weight_decay"):
        for layer in body["layers"]:
            del layer[name]
    spec = reading.from_dict(body)
    assert spec.ff.rate_schedule == now
    assert spec.ff.votes == ("2-" if was else "all")
    assert spec.layers == ExperimentSpec().layers


@pytest.mark.parametrize(("was", "now"), [(1, "all"), (2, "2-"), (4, "4-")])
def test_experiments_of_version_3_keep_who_votes(was, now):
    body = reading.to_dict(ExperimentSpec())
    body["version"] = 3
    del body["ff"]["votes"]
    body["ff"]["first_voting_layer"] = was
    assert reading.from_dict(body).ff.votes == now
    body["ff"]["first_voting_layer"] = 0
    with pytest.raises(SpecError, match=r"ff\.first_voting_layer must be a whole number"):
        reading.from_dict(body)
    body["version"] = reading.EXPERIMENT_VERSION
    with pytest.raises(SpecError, match="Unknown setting"):
        reading.from_dict(body)


def test_votes_that_are_no_choice_are_refused_with_a_sentence():
    problem = spec_problems(with_ff(votes="0, 1, 1"))[0]  # of two layers
    assert problem.path == ("ff", "votes") and "3 weights for 2 layers" in problem.sentence
    assert problem.fixed.ff.votes == "all"
    assert not spec_problems(with_ff(votes="0, 0.5"))


def test_costs_of_a_convolutional_net_by_hand():
    layers = (
        dataclasses.replace(CONV, pooling="average", kernel_size=5),
        dataclasses.replace(CONV, units=40),
        LayerSpec(units=50),
    )
    spec = ExperimentSpec(layers=layers)
    one, two, three, output = layer_costs(spec, 784, 10, image_shape=(28, 28))
    assert [c.output_shape for c in (one, two, three, output)] == [
        (14, 14, 20), (14, 14, 40), (50,), (10,),
    ]  # fmt: skip
    assert one.ff_parameters == one.bp_parameters == 25 * 20 + 20
    assert two.ff_parameters == 9 * 20 * 40 + 40
    assert three.ff_parameters == 14 * 14 * 40 * 50 + 50
    assert output.bp_parameters == 50 * 10 + 10
    assert one.multiply_adds == 28 * 28 * 25 * 20
    assert two.multiply_adds == 14 * 14 * 9 * 20 * 40
    planes = spec.replace(ff=dataclasses.replace(spec.ff, label_embedding="append"))
    first = layer_costs(planes, 784, 10, image_shape=(28, 28))[0]
    assert (first.ff_parameters, first.bp_parameters) == (25 * 11 * 20 + 20, 520)
    frames = spec.replace(layers=(LayerSpec(), LayerSpec(units=300)), ff=with_ff(feedback=True).ff)
    lower, upper, _ = layer_costs(frames, 784, 10)
    assert lower.ff_parameters == (784 + 300) * 500 + 500
    assert upper.ff_parameters == (500 + 10) * 300 + 300
