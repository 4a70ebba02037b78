"""Why a file of data cannot be read: a sentence for each cause, whatever kind of file it is."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PIL import Image

from ffstudio.core.errors import DatasetError
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec

NAMES = [
    "own.npz", "own.npy", "own.csv", "own.tsv", "own.mat", "own.zip", "own.png", "own.h5", "own.hdf5",
    "own-images-idx3-ubyte", "own-images-idx3-ubyte.gz", "own",
]  # fmt: skip


def refused(path):
    with pytest.raises(DatasetError) as caught:
        datasets.load(DataSpec("file", path=str(path)))
    said = caught.value
    assert path.name in said.message, said.message
    assert said.advice and said.message.endswith(".")
    return said


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_has_vanished(tmp_path, name):
    said = refused(tmp_path / name)
    assert "There is no file" in said.message and "Choose" in said.advice


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file(tmp_path, name):
    (tmp_path / name).touch()
    said = refused(tmp_path / name)
    assert "it is empty" in said.message and "fresh copy" not in said.advice


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EACCES, "lack the permission"),
        (errno.EBUSY, "in use by another program"),
        (errno.EAGAIN, "locked by another program"),
        (errno.EIO, "the disk reports a fault"),
        (errno.ETIMEDOUT, "does not answer"),
    ],
)
def test_a_file_that_the_system_does_not_give(tmp_path, monkeypatch, name, number, says):
    path = tmp_path / name
    path.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(2000))
    open_any = Path.open

    def open_but_this(self, *args, **kwargs):
        if self.name == name:
            raise OSError(number, os.strerror(number))
        return open_any(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", open_but_this)
    said = refused(path)
    assert says in said.message and "fresh copy" not in str(said)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "own"])
@pytest.mark.parametrize("content", [b"\0" * 300, b"\xff\xd8nothing" * 40, bytes(range(256)) * 3])
def test_damaged_bytes(tmp_path, name, content):
    # A picture belongs to the folders beside its own, which here are those of other tests.
    folder = tmp_path / "alone" / "here"
    folder.mkdir(parents=True)
    (tmp_path / "alone" / "other").mkdir()
    Image.new("L", (8, 8)).save(tmp_path / "alone" / "other" / "whole.png")
    (folder / name).write_bytes(content)
    refused(folder / name)
