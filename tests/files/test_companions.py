"""Architectures beside bare weights, by whatever name; YAML without anything of Python's."""

from __future__ import annotations

import json

import h5py
import pytest

from ffstudio.files.foreign import sandbox
from ffstudio.files.foreign.examine import examine_here
from tests.files.legacy import write_weights
from tests.files.test_inspection import dense_layers

yaml = pytest.importorskip("yaml")


def config(width=8, activation="tanh"):
    def dense(name, units, act, **more):
        settings = {"name": name, "units": units, "activation": act, "use_bias": True, **more}
        return {"class_name": "Dense", "config": settings}

    return {
        "class_name": "Sequential",
        "keras_version": "2.2.4",
        "backend": "tensorflow",
        "config": [
            dense("dense_1", width, activation, batch_input_shape=[None, 784]),
            dense("dense_2", 10, "softmax"),
        ],
    }


@pytest.fixture
def weights(tmp_path):
    def write(name):
        path = tmp_path / name
        with h5py.File(path, "w") as file:
            write_weights(file, dense_layers(784, 8, 10), "2.2.4", "tensorflow")
        return path

    return write


def hidden(contents):
    return [x.settings.get("activation") for x in contents.candidates[0].network.layers][-2]


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("cnn_weights.h5", "cnn_arch.json"),
        ("digits_weights.h5", "digits_structure.json"),
        ("mnist.weights.h5", "mnist.arch.json"),
        ("mnist.h5", "mnist_config.json"),
        ("model.h5", "mnist_model.json"),
        ("model_weights_2.h5", "model_2.json"),
        ("model_weights.h5", "model_struct.json"),
        ("MnistWeights.hdf5", "MnistModelArchitecture.json"),
        ("weights-best.h5", "topology-best.json"),
        ("a.h5", "net.yaml"),
        ("mnist_weights.h5", "mnist.yml"),
    ],
)
def test_people_name_them_in_many_ways(weights, tmp_path, name, beside):
    path = weights(name)
    text = json.dumps(config())
    if not beside.endswith("json"):
        text = yaml.safe_dump(config())
    (tmp_path / beside).write_text(text)
    contents = examine_here(path)
    assert contents.card.companion == beside
    assert hidden(contents) == "tanh"


def test_the_one_that_bears_its_name_comes_before_others_that_fit(weights, tmp_path):
    path = weights("cnn_weights.h5")
    (tmp_path / "a.json").write_text(json.dumps(config(activation="sigmoid")))
    (tmp_path / "cnn_arch.json").write_text(json.dumps(config()))
    assert examine_here(path).card.companion == "cnn_arch.json"


def test_one_that_does_not_fit_is_passed_over(weights, tmp_path):
    path = weights("cnn_weights.h5")
    (tmp_path / "cnn.json").write_text(json.dumps(config(width=9)))
    (tmp_path / "other.json").write_text(json.dumps(config()))
    (tmp_path / "package.json").write_text('{"name": "no model"}')
    contents = examine_here(path)
    assert contents.card.companion == "other.json"
    assert hidden(contents) == "tanh"
    assert any("cnn.json does not fit" in line for line in contents.card.migrated)
    assert any("taken for its own" in line for line in contents.card.migrated)


def test_all_that_fit_are_to_choose_from_where_none_bears_its_name(weights, tmp_path):
    path = weights("best.weights.h5")
    named = config()
    named["config"][0]["config"]["name"] = "first"  # else as b_net.json
    (tmp_path / "a_net.json").write_text(json.dumps(config(activation="softsign")))
    (tmp_path / "b_net.json").write_text(json.dumps(config()))
    (tmp_path / "c_net.json").write_text(json.dumps(named))
    (tmp_path / "d_net.json").write_text(json.dumps(config(width=9)))
    for read in (examine_here, sandbox.examine):
        contents = read(path)
        assert [one.companion for one in contents.candidates] == ["a_net.json", "b_net.json"]
        assert [one.text for one in contents.candidates] == ["a_net.json", "b_net.json"]
        assert contents.card.status == "opens partly" and contents.card.answers == 2
        assert "2 architectures fit these weights" in contents.card.text()
        assert "taken for its own" not in contents.card.text()
    (tmp_path / "model.json").write_text(json.dumps(config(activation="elu")))  # anybody's
    assert examine_here(path).card.companion == "model.json"
    assert examine_here(path).card.answers == 3
    (tmp_path / "best.json").write_text(json.dumps(config(activation="selu")))
    contents = examine_here(path)
    assert contents.card.companion == "best.json" and len(contents.candidates) == 1
    assert hidden(contents) == "selu" and contents.card.status == "opens"


def test_tuples_and_anchors_of_keras_yaml_are_read(weights, tmp_path):
    path = weights("model_weights.h5")
    made = config()
    made["config"][0]["config"]["batch_input_shape"] = (None, 784)
    text = yaml.dump(made)
    assert "!!python/tuple" in text
    (tmp_path / "model.yaml").write_text(text)
    assert examine_here(path).card.companion == "model.yaml"


@pytest.mark.parametrize(
    "text",
    [
        "class_name: !!python/object/apply:os.system ['touch {ran}']",
        "class_name: !!python/name:os.system",
        "class_name: !!python/object/new:os.system ['touch {ran}']",
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + "class_name: *i\n",
        "class_name: &a [*a]",
    ],
)
def test_nothing_in_yaml_runs_or_grows(weights, tmp_path, text):
    path, ran = weights("model_weights.h5"), tmp_path / "ran"
    (tmp_path / "model.yaml").write_text(text.replace("{ran}", str(ran)))
    contents = examine_here(path)
    assert contents.card.status == "opens"
    assert contents.card.companion == ""
    assert not ran.exists()


# --- other forms and endings ----------------------------------------------------------------


def functional(activation="tanh"):
    """As model.get_config() of a functional model spells it."""
    listed = config(activation=activation)["config"]
    before, layers = "in", []
    for entry in listed:
        settings = {k: v for k, v in entry["config"].items() if k != "batch_input_shape"}
        nodes = [[[before, 0, 0, {}]]]
        layers.append(
            {**entry, "config": settings, "name": settings["name"], "inbound_nodes": nodes}
        )
        before = settings["name"]
    given = {
        "class_name": "InputLayer",
        "config": {"batch_input_shape": [None, 784], "name": "in"},
        "name": "in",
        "inbound_nodes": [],
    }
    ends = {"input_layers": [["in", 0, 0]], "output_layers": [[before, 0, 0]]}
    return {"name": "model_1", "layers": [given, *layers], **ends}


def as_keras_0():
    layers = [
        {"name": "Dense", "output_dim": 8, "input_dim": 784, "activation": "tanh"},
        {"name": "Dense", "output_dim": 10, "input_dim": 8, "activation": "softmax"},
    ]
    return {"name": "Sequential", "layers": layers, "class_mode": "categorical"}


def browser():
    topology = {"keras_version": "2.2.4", "backend": "tensorflow", "model_config": config()}
    return {"format": "layers-model", "modelTopology": topology, "weightsManifest": []}


@pytest.mark.parametrize(
    "made",
    [
        {"name": "sequential_1", "layers": config()["config"]},
        config()["config"],
        functional(),
        as_keras_0(),
        browser(),
        {"model_config": config()},
        json.dumps({"name": "sequential_1", "layers": config()["config"]}),
    ],
    ids=["get_config", "list", "functional", "keras_0", "browser", "wrapped", "twice"],
)
def test_a_configuration_without_its_class_is_read(weights, tmp_path, made):
    path = weights("net_weights.h5")
    (tmp_path / "net_config.json").write_text(json.dumps(made))
    contents = examine_here(path)
    assert contents.card.companion == "net_config.json"
    assert hidden(contents) == "tanh"
    assert not any("not fit" in line or "not read" in line for line in contents.card.migrated)


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("model_weights.h5", "model.txt"),
        ("model_weights.h5", "model_json"),
        ("cnn.weights.h5", "cnn"),
        ("cnn.h5", "cnn_architecture.TXT"),
    ],
)
def test_json_of_another_ending_is_read(weights, tmp_path, name, beside):
    path = weights(name)
    (tmp_path / beside).write_text("\ufeff " + json.dumps(config()), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("trained on Monday")
    (tmp_path / "LICENSE").write_text("{free}")
    contents = examine_here(path)
    assert contents.card.companion == beside
    assert hidden(contents) == "tanh"


@pytest.mark.parametrize(
    ("beside", "text", "why"),
    [
        ("cnn.json", str(config()), "what Python prints of a dictionary"),
        ("cnn.json", str(config()["config"]), "what Python prints of a dictionary"),
        ("cnn_arch.json", json.dumps(config())[:-9], "no JSON, or cut short"),
        ("cnn_arch.json", "", "it is empty"),
        ("cnn.json", "[" * 100_000, "nested too deeply"),
        ("cnn.yaml", "class_name: !!python/object/apply:os.system ['true']", "could run code"),
        ("cnn.yaml", "class_name: [", "no YAML, or cut short"),
        ("cnn.yml", "class_name: Sequential\nconfig: &a [*a]", "nested too deeply"),
    ],
)
def test_one_of_its_own_name_that_cannot_be_read_is_named_with_why(
    weights, tmp_path, beside, text, why
):
    path = weights("cnn_weights.h5")
    (tmp_path / beside).write_text(text)
    (tmp_path / "history.json").write_text("{")  # not of its name
    (said,) = [x for x in examine_here(path).card.migrated if "not read" in x]
    assert said.startswith(f"{beside} beside it is not read: ") and why in said
