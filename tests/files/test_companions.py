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
