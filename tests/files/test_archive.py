"""Reading what ffstudio wrote, and refusing what is broken or hostile in one sentence."""

from __future__ import annotations

import csv
import json
import os
import zipfile
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.errors import ModelFileError
from ffstudio.files.ours.archive import read_archive
from tests.engine.test_forward_forward import tiny_data
from tests.engine.test_session import both

CORPUS = Path(os.environ.get("FFSTUDIO_CORPUS") or Path(__file__).parents[3] / "shared/h5-corpus")


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    path = tmp_path_factory.mktemp("ours") / "net.h5"
    engine.save_session(engine.Session(both(), tiny_data()), path)
    return path


@pytest.mark.filterwarnings("ignore")
def test_the_name_does_not_matter(tmp_path, ours):
    odd = tmp_path / "MODEL.H5.backup"
    odd.write_bytes(ours.read_bytes())
    assert read_archive(odd).snapshot.ff is not None


@pytest.mark.filterwarnings("ignore")
def test_what_others_have_saved_is_left_to_their_reader(tmp_path):
    net = keras.Sequential([keras.Input((16,)), keras.layers.Dense(3, "softmax")])
    for name in ("net.h5", "net.keras"):
        net.save(tmp_path / name)
    net.save_weights(tmp_path / "net.weights.h5")
    with h5py.File(tmp_path / "table.h5", "w") as file:
        file["temperature"] = np.arange(9)
    with zipfile.ZipFile(tmp_path / "page.keras", "w") as archive:
        archive.writestr("page.html", "<html>")
    for path in tmp_path.iterdir():
        for read in (read_archive, engine.load_session):
            with pytest.raises(ModelFileError) as refused:
                read(path)
            assert refused.value.message == f"{path.name}: ffstudio has not saved this file."
            assert "Open it in the window" in refused.value.advice


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published models is not here")
def test_no_published_model_is_taken_for_one_of_ours():
    with (CORPUS / "table.csv").open(newline="", encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 33
    for row in rows:
        expected = "not a model file" if row["kind"] == "not HDF5" else "has not saved this file"
        with pytest.raises(ModelFileError, match=expected) as refused:
            read_archive(CORPUS / row["file"])
        assert str(refused.value).startswith(f"{row['file']}: ")


@pytest.mark.filterwarnings("ignore")
def test_a_damaged_heap_does_not_hang_the_library(tmp_path, ours):
    """One wrong length there has HDF5 1.14 run in circles, with the interpreter locked."""
    path = tmp_path / "net.h5"
    data = bytearray(ours.read_bytes())
    heap = data.find(b"GCOL\x01")
    data[heap + 24 : heap + 32] = (2**64 - 16).to_bytes(8, "little")
    path.write_bytes(data)
    with pytest.raises(ModelFileError, match="texts overlap"):
        read_archive(path)


def test_files_that_are_no_models(tmp_path):
    cases = {
        "empty.h5": (b"", "empty"),
        "text.h5": (b"hello there", "not a model file"),
        "png.h5": (b"\x89PNG\r\n\x1a\n" + bytes(50), "not a model file"),
        "half.h5": (b"\x89HDF\r\n\x1a\n" + bytes(60), "damaged"),
        "half.keras": (b"PK\x03\x04" + bytes(60), "damaged"),
    }
    for name, (content, expected) in cases.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(ModelFileError, match=expected):
            read_archive(path)
    with pytest.raises(ModelFileError, match="is not there"):
        read_archive(tmp_path / "absent.h5")
    with pytest.raises(ModelFileError, match="folder"):
        read_archive(tmp_path)


def test_a_file_that_was_cut_short_says_how_much_is_missing(tmp_path, ours):
    whole = ours.read_bytes()
    path = tmp_path / "cut.h5"
    path.write_bytes(whole[:20_000])
    with pytest.raises(ModelFileError) as refused:
        read_archive(path)
    assert refused.value.message == (
        f"cut.h5 is cut short: 20,000 of its {len(whole):,} bytes are there."
    )


def edit(source, target, change):
    target.write_bytes(source.read_bytes())
    with h5py.File(target, "a") as file:
        change(file)
    return target


def test_links_and_outside_data_are_refused(tmp_path, ours):
    secret = tmp_path / "secret.bin"
    secret.write_bytes(b"x" * 64)

    def external_link(file):
        file["ffstudio/more"] = h5py.ExternalLink("other.h5", "/")

    def soft_link(file):
        file["ffstudio/more"] = h5py.SoftLink("/model_weights")

    def external_data(file):
        file["ffstudio"].create_dataset("more", (16,), "f4", external=[(str(secret), 0, 64)])

    def virtual_data(file):
        layout = h5py.VirtualLayout((4,), "f4")
        layout[:] = h5py.VirtualSource(str(ours), "ffstudio/ff/layer_0/bias", (4,))
        file["ffstudio"].create_virtual_dataset("more", layout)

    for change, expected in (
        (external_link, "link to another file"),
        (soft_link, "link to another place"),
        (external_data, "another file"),
        (virtual_data, "another file"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", change))


def test_declared_giants_are_refused_before_they_are_read(tmp_path, ours):
    def giant(file):
        del file["ffstudio/ff/layer_0/kernel"]
        file["ffstudio/ff"].create_dataset("layer_0/kernel", (200_000, 200_000), "f4", chunks=True)

    with pytest.raises(ModelFileError, match="more data than the file can hold"):
        read_archive(edit(ours, tmp_path / "bad.h5", giant))
    bomb = tmp_path / "bomb.keras"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", b" " * 50_000_000)
        archive.writestr("model.weights.h5", b"")
    with pytest.raises(ModelFileError):
        read_archive(bomb)


def test_wrong_weights_are_refused(tmp_path, ours):
    def change(name, value):
        def apply(file):
            del file[f"ffstudio/{name}"]
            file[f"ffstudio/{name}"] = value

        return apply

    nan = np.full(4, np.nan, np.float32)
    for apply, expected in (
        (change("ff/layer_0/bias", nan), "not finite"),
        (change("ff/layer_0/bias", np.zeros(3, np.float32)), "shape"),
        (change("bp/layer_1/0", np.zeros((2, 2), np.float32)), "shape"),
        (change("about", np.frombuffer(b"{", np.uint8)), "damaged"),
        (lambda file: file.__delitem__("ffstudio/ff/layer_1/kernel"), "lacks"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", apply))


def describe(**changes):
    """An edit of what a file says about itself."""

    def apply(file):
        about = json.loads(file["ffstudio/about"][()].tobytes())
        about.update(changes)
        del file["ffstudio/about"]
        file["ffstudio/about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)

    return apply


def test_the_description_is_checked(tmp_path, ours):
    mark = {"algorithm": "ff", "text": "x", "step": 1, "epoch": None, "seconds": 0}
    row = {"epoch": 1, "seconds": 1.0, "evaluated_on": "test"}
    curve = {"algorithm": "ff", "metric": "accuracy", "layer": None, "dataset": "test"}
    curve |= {"step": [1], "epoch": [1], "seconds": [1], "value": [0.5]}
    for changes, expected in (
        ({"version": 99}, "newer ffstudio"),
        ({"format": "other"}, "ffstudio part"),
        ({"spec": None}, "settings cannot be used"),
        ({"image_shape": [-2, -5]}, "image size"),
        ({"class_names": "abc"}, "list of classes"),
        ({"class_names": ["a"] * 9}, "no room for 9 label pixels"),
        ({"plan": [4, 2]}, "training plan"),
        ({"history": {"epochs": ["x"]}}, "history"),
        ({"history": {"epochs": [{"epoch": 1, "seconds": {}, "evaluated_on": "test"}]}}, "history"),
        ({"history": {"marks": [mark]}}, "history"),
        ({"history": {"series": [{"algorithm": "zz"}]}}, "history"),
        ({"history": {"series": [{**curve, "samples": [0]}]}}, "history"),
        ({"history": {"series": [{**curve, "samples": [5, 5]}]}}, "history"),
        ({"history": {"series": [{**curve, "samples": 5}]}}, "history"),
        ({"history": {"epochs": [{**row, "samples": [5]}]}}, "history"),
        ({"history": {"epochs": [{**row, "samples": {"ff": "5"}}]}}, "history"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", describe(**changes)))


def test_damaged_training_states_are_refused(tmp_path, ours):
    def change(name, value):
        def apply(file):
            if f"ffstudio/{name}" in file:
                del file[f"ffstudio/{name}"]
            file[f"ffstudio/{name}"] = value

        return apply

    for name, value, expected in (
        ("ff/layer_0/threshold", np.float32(np.nan), "not finite"),
        ("ff/layer_0/threshold", np.zeros(2, np.float32), "shape"),
        ("ff/layer_0/kernel", np.ones((10, 4), bool), "not hold numbers"),
        ("ff/layer_0/kernel", np.full((10, 4), 1e300), "not finite"),
        ("ff/step", np.int64(-1), "step counter"),
        ("ff/step", np.arange(3), "step counter"),
        ("bp/rates", np.array([np.nan]), "learning rate"),
        ("ff/epochs", np.array([1, -1, 3]), "count of epochs"),
        ("ff/epochs", np.array([1, 10**9, 3]), "count of epochs"),
        ("ff/epochs", np.array([1.0, 0.0, 3.0]), "count of epochs"),
        ("bp/epochs", np.int64(1), "count of epochs"),
    ):
        with pytest.raises(ModelFileError, match=expected):
            read_archive(edit(ours, tmp_path / "bad.h5", change(name, value)))


def test_groups_that_contain_themselves_are_refused_at_once(tmp_path, ours):
    def circle(file):
        file["ffstudio/ff/loop"] = file["ffstudio"]

    def ladder(file):  # two names on every rung: 2**30 ways down
        group = file["ffstudio"]
        for _ in range(30):
            below = group.create_group("a")
            group["b"] = below
            group = below

    for change in (circle, ladder):
        with pytest.raises(ModelFileError, match="circle"):
            read_archive(edit(ours, tmp_path / "bad.h5", change))


def test_epochs_of_older_files_lack_what_came_later(tmp_path, ours):
    def read_row(entry):
        path = edit(ours, tmp_path / "old.h5", describe(history={"epochs": [entry]}))
        (row,) = read_archive(path).history.epochs
        return row

    old = {"epoch": 1, "seconds": 0.5, "ff_losses": [0.1], "evaluated_on": "test"}
    row = read_row(old)
    assert row["ff_read_out_accuracy"] is None and row["ff_cumulative_accuracy"] is None
    new = {**old, "ff_read_out_accuracy": 0.9, "ff_cumulative_accuracy": [0.5, 0.8]}
    assert read_row(new)["ff_cumulative_accuracy"] == [0.5, 0.8]
    for wrong in ({"ff_cumulative_accuracy": [None]}, {"ff_read_out_accuracy": "x"}):
        with pytest.raises(ModelFileError, match="history"):
            read_row({**old, **wrong})
