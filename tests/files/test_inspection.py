"""Cards: what any file is said to be, hostile ones included, without running anything."""

from __future__ import annotations

import io
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import h5py
import numpy as np
import pytest

from ffstudio import cli
from ffstudio.core.describe.cards import Card
from ffstudio.core.errors import ModelFileError
from ffstudio.files.foreign import examine as foreign
from ffstudio.files.foreign import sandbox
from ffstudio.files.foreign.examine import examine_here, inspect
from tests.files.legacy import (
    dense_1,
    layer_1,
    write_keras_0,
    write_model,
    write_numpy_cnn,
    write_weights,
)
from tests.marks import choose_cases

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("FFSTUDIO_CORPUS") or ROOT.parent / "shared/h5-corpus")
RNG = np.random.default_rng(0)


def some(*shape):
    return RNG.normal(size=shape).astype("float32")


def dense_layers(*sizes):
    """(name, arrays) of a dense chain in Keras 2's names."""
    layers = []
    for i, (a, b) in enumerate(itertools.pairwise(sizes), 1):
        name = f"dense_{i}"
        layers.append((name, [(f"{name}/kernel:0", some(a, b)), (f"{name}/bias:0", some(b))]))
    return layers


def entry(kind, name, **settings):
    return {"class_name": kind, "config": {"name": name, "trainable": True, **settings}}


def sequential(*layers):
    return {"class_name": "Sequential", "config": {"name": "net", "layers": list(layers)}}


DENSE = sequential(
    entry("Dense", "dense_1", units=8, activation="relu", batch_input_shape=[None, 784]),
    entry("Dense", "dense_2", units=10, activation="softmax"),
)
TRAINING = {
    "loss": "categorical_crossentropy",
    "metrics": ["accuracy"],
    "optimizer_config": {"class_name": "Custom>Adam", "config": {"lr": 0.0010000000474974513}},
}


@pytest.fixture
def plain(tmp_path):
    """A healthy dense classifier of Keras 2.2.4."""
    layers = dense_layers(784, 8, 10)
    return write_model(tmp_path / "plain.h5", DENSE, layers, "2.2.4", "tensorflow", TRAINING)


def change(path, edit):
    with h5py.File(path, "a") as file:
        edit(file)
    return path


def with_config(path, config):
    def edit(file):
        file.attrs["model_config"] = json.dumps(config)

    return change(path, edit)


# --- healthy files ----------------------------------------------------------------------


def test_a_card_says_what_is_in_a_file(plain):
    card = inspect(plain)
    assert (card.status, card.kind, card.role) == ("opens", "whole model", "classifier")
    assert (card.writer, card.version, card.backend) == ("Keras 2.2.4", "2.2.4", "tensorflow")
    assert card.input_shapes == ((784,),)
    assert card.output_shapes == ((10,),)
    assert card.parameters == 784 * 8 + 8 + 8 * 10 + 10
    rows = {row.name: row for row in card.layers}
    assert rows["dense_1"].activation == "relu"
    assert rows["dense_1"].parameters == 784 * 8 + 8
    assert rows["dense_2"].output == (10,)
    assert card.training == {
        "optimizer": "Adam",
        "learning_rate": 0.001,
        "loss": "categorical_crossentropy",
        "metrics": ["accuracy"],
    }
    assert Card.from_dict(json.loads(json.dumps(card.to_dict()))) == card
    assert "dense_1" in card.text() and "6,370 parameters" in card.text()


@pytest.mark.parametrize(
    "name", ["MODEL.H5", "model.backup", "model.weights.h5", "model", "x.KERAS"]
)
def test_content_tells_and_the_name_does_not(tmp_path, plain, name):
    copy = shutil.copy(plain, tmp_path / name)
    assert inspect(copy).kind == "whole model"


def test_kinds_are_told_apart(tmp_path, plain):
    with h5py.File(tmp_path / "bare.h5", "w") as file:
        write_weights(file, dense_layers(784, 8, 10), "2.2.4", "tensorflow")
    write_keras_0(tmp_path / "old.h5", [[some(100, 20), some(20)], [], [some(20, 3), some(3)]])
    write_numpy_cnn(
        tmp_path / "numpy.h5",
        (1, 4, 4),
        [(["Flatten"], None, None), (["Output"], [3], some(3, 16))],
    )
    with h5py.File(tmp_path / "table.h5", "w") as file:
        file["temperature"] = np.arange(9)
    (tmp_path / "page.h5").write_text("<!DOCTYPE html><html>not found</html>")
    (tmp_path / "notebook.h5").write_text('{"nbformat": 4, "cells": []}')
    by_name = {p.name: inspect(p) for p in tmp_path.iterdir()}
    assert {name: (card.kind, card.status) for name, card in by_name.items()} == {
        "plain.h5": ("whole model", "opens"),
        "bare.h5": ("weights only", "opens"),
        "old.h5": ("weights only", "opens"),
        "numpy.h5": ("NumPy CNN model", "opens"),
        "table.h5": ("no model", "refused"),
        "page.h5": ("no model", "refused"),
        "notebook.h5": ("no model", "refused"),
    }
    assert "a web page" in by_name["page.h5"].refused[0]
    assert "a notebook" in by_name["notebook.h5"].refused[0]
    assert plain.name in by_name


def test_our_own_files_have_a_card():
    card = inspect(ROOT / "resources/models/mnist.h5")
    assert (card.kind, card.status) == ("ffstudio model", "opens")
    assert card.layers and card.parameters == sum(row.parameters for row in card.layers)


@pytest.mark.parametrize(
    ("sizes", "last", "role"),
    [
        ((784, 32, 784), "sigmoid", "autoencoder"),
        ((784, 32), "relu", "encoder"),
        ((32, 784), "sigmoid", "decoder"),
        ((9, 5, 1), "linear", "regression"),
        ((784, 8, 10), "linear", "classifier"),
    ],
)
def test_roles_are_seen_by_the_ends(tmp_path, sizes, last, role):
    layers = dense_layers(*sizes)
    entries = [entry("Dense", n, units=a[0][1].shape[1], activation="relu") for n, a in layers]
    entries[0]["config"]["batch_input_shape"] = [None, sizes[0]]
    entries[-1]["config"]["activation"] = last
    path = write_model(tmp_path / "net.h5", sequential(*entries), layers, "2.2.4", "tensorflow")
    assert inspect(path).role == role


def test_missing_files_and_folders_are_errors(tmp_path):
    for path, text in ((tmp_path / "no.h5", "is not there"), (tmp_path, "folder")):
        with pytest.raises(ModelFileError, match=text):
            inspect(path)
        with pytest.raises(ModelFileError, match=text):
            sandbox.examine(path)


def test_inspection_brings_along_no_keras():
    code = "import sys, ffstudio.files.foreign.examine, ffstudio.files.foreign.sandbox; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = {name.split(".")[0] for name in done.stdout.split()}
    assert "h5py" in modules
    assert not {"keras", "tensorflow", "PySide6"} & modules


# --- bare weights -----------------------------------------------------------------------


def test_an_architecture_beside_bare_weights_is_used(tmp_path):
    path = tmp_path / "net_weights.h5"
    with h5py.File(path, "w") as file:
        write_weights(file, dense_layers(784, 8, 10), "2.2.4", "tensorflow")
    (tmp_path / "net.json").write_text(json.dumps(json.dumps(DENSE)))  # as json.dump(to_json())
    contents = examine_here(path)
    assert contents.card.companion == "net.json"
    assert contents.card.answers == 0
    assert contents.card.layers[1].activation == "relu"
    other = sequential(entry("Dense", "dense_1", units=3, batch_input_shape=[None, 4]))
    (tmp_path / "net.json").write_text(json.dumps(other))
    contents = examine_here(path)
    assert contents.card.status == "opens"
    assert any("net.json does not fit" in line for line in contents.card.migrated)


def test_several_answers_are_all_given(tmp_path):
    """Global pooling takes images of any size: size and padding stay open."""
    layers = [
        ("conv2d_1", [("conv2d_1/kernel:0", some(3, 3, 1, 4)), ("conv2d_1/bias:0", some(4))]),
        ("global_average_pooling2d_1", []),
        ("dense_1", [("dense_1/kernel:0", some(4, 10)), ("dense_1/bias:0", some(10))]),
    ]
    path = tmp_path / "open.h5"
    with h5py.File(path, "w") as file:
        write_weights(file, layers, "2.2.4", "tensorflow")
    contents = examine_here(path)
    assert contents.card.status == "opens partly"
    assert contents.card.answers == len(contents.candidates) == 6
    texts = [c.text for c in contents.candidates]
    for text, side in zip(texts[:5], (28, 32, 64, 128, 224), strict=True):
        assert f"images of {side}×{side}, their size is a guess" in text
        assert "padding valid" in text
    assert "images of 28×28" in texts[5] and "padding same" in texts[5]


@pytest.mark.parametrize(
    ("layers", "why"),
    [
        ([("add_1", []), *dense_layers(8, 4)], "branches"),
        ([("conv2_block1_concat", []), *dense_layers(8, 4)], "branches"),
        ([("block_2_add", []), *dense_layers(8, 4)], "branches"),
        ([("odd", [("odd/a:0", some(2, 3, 4, 5, 6, 7))])], "No known layer"),
        (
            [("conv2d_1", [("k", some(3, 3, 1, 4)), ("b", some(4))]), *dense_layers(7, 4)],
            "No sizes",
        ),
        ([("dropout_1", [])], "holds no weights"),
        ([("permute_1", []), *dense_layers(8, 4)], "settings of permute_1"),
        ([("resizing", []), *dense_layers(8, 4)], "settings of resizing"),
    ],
)
def test_what_weights_do_not_tell_is_said(tmp_path, layers, why):
    with h5py.File(tmp_path / "w.h5", "w") as file:
        write_weights(file, layers, "2.2.4", "tensorflow")
    contents = examine_here(tmp_path / "w.h5")
    assert contents.card.status == "opens partly"
    assert contents.candidates == ()
    assert why in contents.card.refused[0]
    helps = "Complete the network in the builder" if contents.loose else "model.to_json()"
    assert helps in contents.card.advice
    assert [row.name for row in contents.card.layers] == [name for name, _ in layers]


def test_a_variational_code_goes_on_with_its_mean(tmp_path):
    """An encoder with two heads and a decoder, as one list of bare weights."""

    def dense(name, size, units):
        return [(f"{name}/kernel:0", some(size, units)), (f"{name}/bias:0", some(units))]

    encoder = [*dense("hidden", 784, 12), *dense("z_mean", 12, 2), *dense("z_log_var", 12, 2)]
    decoder = [*dense("back", 2, 12), *dense("picture", 12, 784)]
    with h5py.File(tmp_path / "vae.h5", "w") as file:
        write_weights(
            file, [("encoder", encoder), ("z", []), ("decoder", decoder)], "2.2.4", "tensorflow"
        )
    contents = examine_here(tmp_path / "vae.h5")
    (only,) = contents.candidates
    names = [x.name for x in only.network.layers if x.kind == "Dense"]
    assert names == ["hidden", "z_mean", "back", "picture"]
    assert contents.card.role == "autoencoder"
    assert any("z_log_var" in line for line in contents.card.assumed)
    # Two layers of one shape in line are no heads.
    line = [("d", [*dense("a", 784, 5), *dense("b", 5, 5), *dense("c", 5, 5), *dense("d", 5, 10)])]
    with h5py.File(tmp_path / "line.h5", "w") as file:
        write_weights(file, line, "2.2.4", "tensorflow")
    (only,) = examine_here(tmp_path / "line.h5").candidates
    assert sum(x.kind == "Dense" for x in only.network.layers) == 4


def test_layers_of_an_inner_model_are_listed(tmp_path):
    inner = [
        ("conv2d_1/kernel:0", some(5, 5, 1, 4)), ("conv2d_1/bias:0", some(4)),
        ("dense_1/kernel:0", some(4 * 24 * 24, 10)), ("dense_1/bias:0", some(10)),
    ]  # fmt: skip
    with h5py.File(tmp_path / "w.h5", "w") as file:
        write_weights(file, [("model_1", inner)], "2.2.4", "tensorflow")
    contents = examine_here(tmp_path / "w.h5")
    assert [row.kind for row in contents.card.layers] == [
        "InputLayer",
        "Conv2D",
        "Flatten",
        "Dense",
    ]
    assert contents.card.input_shapes == ((28, 28, 1),)


# --- hostile files ----------------------------------------------------------------------

MARKER = "open('/tmp/never','w')"
LAMBDAS = {
    "Keras 2": entry("Lambda", "evil", function=["4wEAAAAAAAA=", None, None], function_type="lambda"),
    "Keras 3": {
        "module": "keras.layers", "class_name": "Lambda", "registered_name": None,
        "config": {"name": "evil", "function": {"class_name": "__lambda__", "config": {"code": MARKER}}},
    },
    "custom package": {"class_name": "Custom>Lambda", "config": {"name": "evil"}},
    "activation": entry("Dense", "evil", units=8, activation={"class_name": "__lambda__", "config": {"code": MARKER}}),
    "activation by name": entry("Dense", "evil", units=8, activation="<lambda>"),
    "repeated": entry("TimeDistributed", "evil", layer=entry("Lambda", "inner", function=MARKER)),
    "nested": {"class_name": "Sequential", "config": {"name": "evil", "layers": [entry("Lambda", "inner", function=MARKER)]}},
    "merged": entry("Merge", "evil", mode="<lambda>", mode_type="lambda"),
}  # fmt: skip


@pytest.mark.parametrize("kind", LAMBDAS)
def test_code_in_layers_is_refused_by_name_and_never_run(plain, kind):
    first, last = DENSE["config"]["layers"]
    card = inspect(with_config(plain, sequential(first, LAMBDAS[kind], last)))
    assert card.status == "refused"
    assert "code" in " ".join(card.refused)
    assert card.advice == "ffstudio never runs code from a file."
    assert any(row.name == "evil" for row in card.layers)
    assert not Path("/tmp/never").exists()


@pytest.mark.parametrize(
    ("layer", "reason"),
    [
        ({"class_name": "TFSMLayer", "config": {"name": "a", "filepath": "/etc"}}, "class TFSMLayer"),
        ({"class_name": "TorchModuleWrapper", "config": {"name": "a"}}, "class TorchModuleWrapper"),
        ({"class_name": "Custom>Mine", "config": {"name": "a"}}, "Custom>Mine that its author wrote"),
        ({"class_name": "Dense", "module": "os", "config": {"name": "a", "units": 3}}, "its author wrote"),
        ({"class_name": "Dense", "registered_name": "pkg>Dense", "config": {"name": "a"}}, "its author wrote"),
        ({"class_name": "StringLookup", "config": {"name": "a", "vocabulary": "/etc/passwd"}}, "StringLookup"),
        ({"class_name": "__import__", "config": {"name": "a"}}, "__import__"),
        ({"class_name": ["Dense"], "config": {"name": "a"}}, "damaged"),
        ({"class_name": "Dense", "config": None}, "damaged"),
        (entry("Dense", "a", units=10**12), "units"),
        (entry("Dense", "a", units=-3), "units"),
        (entry("Dense", "a"), "units"),
        (entry("Dense", "a", units=8, activation="evil_fn"), "activation evil_fn"),
        (entry("RepeatVector", "a", n=4_000_000), "numbers per image"),
        (entry("Reshape", "a", target_shape=[3, 5]), "does not fit"),
        (entry("LSTM", "a", units=4, time_major=True, batch_input_shape=[None, 4, 4]), "time steps before"),
        (entry("BatchNormalization", "a", mode=1), "mode 1"),
        ({"class_name": "TFOpLambda", "config": {"name": "a", "function": "io.read_file"}}, "class TFOpLambda"),
    ],
)  # fmt: skip
def test_what_is_not_in_the_table_is_refused(plain, layer, reason):
    first, last = DENSE["config"]["layers"]
    card = inspect(with_config(plain, sequential(first, layer, last)))
    assert card.status == "refused"
    assert reason in " ".join(card.refused)


def test_a_model_class_of_its_author_is_refused(plain):
    card = inspect(with_config(plain, {**DENSE, "class_name": "MyModel"}))
    assert "class MyModel that its author wrote" in card.refused[0]


def test_endless_nesting_and_circles_are_refused(plain):
    deep = DENSE
    for i in range(60):
        deep = sequential({**deep, "config": {**deep["config"], "name": f"n{i}"}})
    assert "nested too deeply" in inspect(with_config(plain, deep)).refused[0]
    circle = {
        "class_name": "Model",
        "config": {
            "name": "m",
            "layers": [
                {**entry("InputLayer", "x", batch_input_shape=[None, 4]), "name": "x", "inbound_nodes": []},
                {**entry("Dense", "a", units=4), "name": "a", "inbound_nodes": [[["b", 0, 0, {}]]]},
                {**entry("Dense", "b", units=4), "name": "b", "inbound_nodes": [[["a", 0, 0, {}]]]},
            ],
            "input_layers": [["x", 0, 0]],
            "output_layers": [["b", 0, 0]],
        },
    }  # fmt: skip
    assert "fed by nothing" in inspect(with_config(plain, circle)).refused[0]


def test_links_and_outside_data_are_refused(tmp_path, plain):
    secret = tmp_path / "secret.bin"
    secret.write_bytes(b"x" * 64)

    def replaced(make):
        def edit(file):
            del file["model_weights/dense_2/dense_2/bias:0"]
            make(file["model_weights/dense_2/dense_2"])

        return edit

    def virtual(group):
        layout = h5py.VirtualLayout((10,), "f4")
        layout[:] = h5py.VirtualSource(str(plain), "x", (10,))
        group.create_virtual_dataset("bias:0", layout)

    cases = {
        "link to another file": lambda g: g.__setitem__("bias:0", h5py.ExternalLink("/etc/hostname", "/")),
        "link to another place": lambda g: g.__setitem__("bias:0", h5py.SoftLink("/model_weights")),
        "lie in another file": lambda g: g.create_dataset("bias:0", (10,), "f4", external=[(str(secret), 0, 40)]),
    }  # fmt: skip
    for i, (reason, make) in enumerate(cases.items()):
        copy = shutil.copy(plain, tmp_path / f"bad{i}.h5")
        card = inspect(change(copy, replaced(make)))
        assert card.status == "refused"
        assert reason in card.refused[0]
    copy = shutil.copy(plain, tmp_path / "virtual.h5")
    assert "lie in another file" in inspect(change(copy, replaced(virtual))).refused[0]
    assert secret.read_bytes() == b"x" * 64


def test_bombs_are_refused_before_they_are_read(tmp_path, plain):
    def giant(file):
        del file["model_weights/dense_1/dense_1/kernel:0"]
        file["model_weights/dense_1/dense_1"].create_dataset(
            "kernel:0", (200_000, 200_000), "f4", chunks=True
        )

    assert "more data than the file can hold" in inspect(change(plain, giant)).refused[0]
    bomb = tmp_path / "bomb.keras"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", b" " * 50_000_000)
        archive.writestr("model.weights.h5", b"")
    assert "unpacks to too much" in inspect(bomb).refused[0]


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "a\\..\\evil"])
def test_members_that_point_outside_are_refused(tmp_path, name):
    path = tmp_path / "net.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", json.dumps(DENSE))
        archive.writestr("model.weights.h5", b"")
        archive.writestr(name, b"x")
    assert "point outside" in inspect(path).refused[0]
    assert os.listdir(tmp_path) == ["net.keras"]


def test_weights_that_do_not_fit_are_named(plain):
    def edit(file):
        del file["model_weights/dense_1/dense_1/kernel:0"]
        file["model_weights/dense_1/dense_1/kernel:0"] = some(4, 8)

    card = inspect(change(plain, edit))
    assert card.refused == ("The kernel of dense_1 (Dense) should be 784×8, the file's is 4×8.",)

    def spoil(file):
        file["model_weights/dense_1/dense_1/bias:0"][...] = np.nan
        del file["model_weights/dense_1/dense_1/kernel:0"]
        file["model_weights/dense_1/dense_1/kernel:0"] = some(784, 8)

    assert "not finite" in inspect(change(plain, spoil)).refused[0]


# --- the reader's own process -----------------------------------------------------------


def test_the_child_returns_what_is_read_here(plain):
    here, there = examine_here(plain), sandbox.examine(plain)
    assert there.card == here.card
    (one,), (other,) = here.candidates, there.candidates
    assert other.network == one.network
    assert {k: [a.tobytes() for a in v] for k, v in other.weights.items()} == {
        k: [a.tobytes() for a in v] for k, v in one.weights.items()
    }


def run_first_in_children(tmp_path, monkeypatch, code):
    """Has every Python process that is started from here run ``code`` before all else."""
    folder = tmp_path / "first"
    folder.mkdir()
    # Python itself would tell an error there and pass over it.
    lines = ["try:", f"    {code}", "except BaseException:", "    import os", "    os._exit(1)"]
    (folder / "sitecustomize.py").write_text("\n".join(lines))
    monkeypatch.setenv("PYTHONPATH", str(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX")
@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "crashed"),
        ("import time; time.sleep(60)", "took longer than 1 seconds"),
        ("import sys; sys.exit(3)", "within the memory"),
        ("print('hello', flush=True); import os; os._exit(0)", "within the memory"),
        (
            "from ffstudio.files.foreign.sandbox import give_up_rights; give_up_rights(0); x = bytearray(3 * 2**30)",
            "memory",
        ),
        (
            "from ffstudio.files.foreign.sandbox import give_up_rights; import pathlib; give_up_rights(0); pathlib.Path({made!r}).write_text('x')",
            "memory",
        ),
    ],
)
def test_a_child_that_dies_is_one_clear_refusal(tmp_path, plain, monkeypatch, code, reason):
    made = tmp_path / "made"
    code = code.replace("{made!r}", repr(str(made)))
    run_first_in_children(tmp_path, monkeypatch, code)
    card = sandbox.examine(plain, seconds=1 if "sleep" in code else 30).card
    assert card.status == "refused"
    assert reason in card.refused[0]
    assert not made.exists() or made.stat().st_size == 0


def test_a_child_is_watched_too_where_it_cannot_limit_itself(tmp_path, plain, monkeypatch):
    """Windows and macOS: the memory it holds is looked at from outside."""
    greedy = "import time; x = bytearray(300 * 2**20); time.sleep(60)"
    run_first_in_children(tmp_path, monkeypatch, greedy)
    before = time.monotonic()
    card = sandbox.examine(plain, seconds=30, memory=200 * 2**20).card
    assert card.refused == ("Reading the file took more than 200 MiB of memory.",)
    assert time.monotonic() - before < 30


@pytest.mark.parametrize(
    "answer", [b"", b"\x05\0\0\0\0\0\0\0{}", b"\xff" * 40, (2).to_bytes(8, "little") + b"{}PK"]
)
def test_a_child_that_lies_is_an_error(answer):
    with pytest.raises(ModelFileError, match="answer is damaged"):
        sandbox.unpack_contents(answer)


def test_a_lying_answer_names_no_unknown_layer(plain):
    answer = sandbox.pack_contents(examine_here(plain))
    end = 8 + int.from_bytes(answer[:8], "little")
    about = json.loads(answer[8:end])
    about["candidates"][0]["network"]["layers"][1]["kind"] = "Lambda"
    words = json.dumps(about).encode()
    with pytest.raises(ModelFileError, match="no layer Lambda"):
        sandbox.unpack_contents(len(words).to_bytes(8, "little") + words + answer[end:])


def test_reading_touches_no_file(tmp_path, plain):
    before = {p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in tmp_path.iterdir()}
    sandbox.examine(plain)
    assert {p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in tmp_path.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="memory limits are POSIX")
@pytest.mark.parametrize("name", choose_cases(["plain.h5", "old.h5", "plain.keras"], "plain.h5"))
def test_damaged_files_give_a_card_each(tmp_path, plain, name):
    count = int(os.environ.get("FFSTUDIO_MUTATIONS", "250"))
    source = plain
    if name == "old.h5":
        config = {
            "class_name": "Sequential",
            "config": [
                dense_1("a", 6, "relu", input_dim=9),
                layer_1("Dropout", "b", p=0.5),
                dense_1("c", 3, "softmax"),
            ],
        }
        named = [
            ("a", [("a_W", some(9, 6)), ("a_b", some(6))]),
            ("b", []),
            ("c", [("c_W", some(6, 3)), ("c_b", some(3))]),
        ]
        source = write_model(tmp_path / name, config, named)
    elif name == "plain.keras":
        source = tmp_path / name
        memory = io.BytesIO()
        with h5py.File(memory, "w") as file:
            for n, (_, items) in enumerate(dense_layers(784, 8, 10)):
                group = file.create_group(f"layers/dense{f'_{n}' if n else ''}/vars")
                for i, (_, array) in enumerate(items):
                    group[str(i)] = array
        with zipfile.ZipFile(source, "w") as archive:
            archive.writestr("config.json", json.dumps(DENSE))
            archive.writestr("model.weights.h5", memory.getvalue())
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.files.mutations", source, "0", str(count), "inspection"],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=280,
    )  # fmt: skip
    assert done.returncode == 0, f"the reader died: {done.stderr[-3000:]}"
    outcome = json.loads(done.stdout.splitlines()[-1])
    assert outcome["never"] == []
    assert sum(outcome["found"].values()) == count
    assert outcome["found"]["refused"] > count // 4


# --- the command ------------------------------------------------------------------------


def test_the_command_prints_a_card(plain, capsys):
    assert cli.main(["inspect", str(plain)]) == cli.OK
    assert "plain.h5: opens" in capsys.readouterr().out
    assert cli.main(["inspect", str(plain), "--json"]) == cli.OK
    assert Card.from_dict(json.loads(capsys.readouterr().out)) == inspect(plain)


def test_the_command_names_a_refusal(tmp_path, capsys):
    (tmp_path / "page.h5").write_text("<html></html>")
    assert cli.main(["inspect", str(tmp_path / "page.h5")]) == cli.FAILED
    assert "refused: This is not a model file" in capsys.readouterr().out
    assert cli.main(["inspect", str(tmp_path / "none.h5")]) == cli.BAD_INPUT
    assert "is not there" in capsys.readouterr().err
    assert cli.main(["inspect", "--table", str(tmp_path / "none")]) == cli.BAD_INPUT
    assert "no folder" in capsys.readouterr().err


def test_the_packaged_program_reads_by_its_own_argument(plain):
    command = [sys.executable, "-m", "ffstudio", sandbox.ARGUMENT, str(plain)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    assert answer.startswith(sandbox.MARK)
    assert sandbox.unpack_contents(answer.removeprefix(sandbox.MARK)).card == inspect(plain)


# --- the corpus -------------------------------------------------------------------------


def test_the_corpus_opens_as_far_as_it_can():
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not here (set FFSTUDIO_CORPUS)")
    by_name = {p.name: foreign.examine_here(p) for p in CORPUS.iterdir() if p.suffix != ".csv"}
    refused = {name for name, one in by_name.items() if not one.candidates}
    # One carries code, one is a notebook that was given the wrong name.
    assert refused == {"01_my_new_model.h5", "22_emnist.h5"}
    partly = {name for name, one in by_name.items() if one.card.status == "opens partly"}
    assert partly == {
        "13_digit_recognizer_weights.h5",
        "25_autoEncoderFull.h5",
        "27_lenet_weights.hdf5",
    }


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("m.pkl", b"\x80\x04none", "a Python pickle, which could run code"),
        ("m.tflite", b"\x1c\0\0\0TFL3none", "TensorFlow Lite"),
        ("m.safetensors", b"\x10\0\0\0\0\0\0\0" + b'{"a":{}}', "a safetensors file"),
        ("m.onnx", b"\x08\x07none", "an ONNX model"),
        ("saved_model.pb", b"\x08\x01none", "a part of a SavedModel"),
        ("m.h5.gz", b"\x1f\x8bnone", "unpack it first"),
        ("m.h5", b"none", "neither HDF5 nor a .keras archive)."),
    ],
)
def test_models_of_other_programs_are_named(tmp_path, name, content, what):
    (tmp_path / name).write_bytes(content)
    assert what in sandbox.examine(tmp_path / name).card.refused[0]


def test_a_file_of_data_is_called_one(tmp_path, capsys):
    from ffstudio.cli.program import main

    path = tmp_path / "mine.npz"
    x = np.random.default_rng(1).integers(0, 256, (40, 6, 6)).astype(np.uint8)
    np.savez(path, x_train=x, y_train=np.arange(40) % 4, x_test=x[:8], y_test=np.arange(8) % 4)
    assert main(["inspect", str(path)]) == 1
    said = "mine.npz is no model but a data set: 48 images of 4 classes"
    assert said in capsys.readouterr().out
    assert main(["evaluate", str(path)]) == 2
    assert said in capsys.readouterr().err
