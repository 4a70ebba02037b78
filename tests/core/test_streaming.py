"""Sets that stay on disk: the same numbers as in memory, made when they are wanted."""

from __future__ import annotations

import dataclasses
import struct

import numpy as np
import pytest

from ffstudio.core.errors import DatasetError
from ffstudio.core.images import streaming
from ffstudio.core.images.containers import open_any
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.streaming import StreamedImages, join_images, take_images
from ffstudio.core.images.understanding import stored
from ffstudio.core.images.understanding.understand import understand
from ffstudio.core.look.other_images import Handing, hand_over

RNG = np.random.default_rng(3)
Y = np.arange(240) % 4
GREY = RNG.integers(0, 256, (240, 6, 6), np.uint8)
KINDS = {
    "bytes": GREY,
    "16 bit": GREY.astype(np.uint16) * 257,
    "floats": (GREY / 255).astype(np.float64),
    "signed": (GREY / 127.5 - 1).astype(np.float32),
    "colours": RNG.integers(0, 256, (240, 6, 6, 3), np.uint8),
    "colours first": RNG.random((240, 3, 6, 6)),
    "rows": GREY.reshape(240, 36),
}


@pytest.fixture
def map_all(monkeypatch):
    """Has every array that can stay on disk stay there."""

    def choose(is_on):
        for module in (stored, *_containers()):
            monkeypatch.setattr(module, "MAPPED_FROM", 1 if is_on else 2**60)

    return choose


def _containers():
    from ffstudio.core.images.containers import hdf5_file, idx_format, npy_files, npz_file

    return npz_file, npy_files, idx_format, hdf5_file


def read(path, spec):
    return prepare(understand(open_any(path), values=spec.range), spec, 7)


@pytest.mark.parametrize("held_out", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_what_stays_on_disk_gives_the_very_numbers_that_memory_gives(
    tmp_path, map_all, kind, held_out
):
    x, path = KINDS[kind], tmp_path / "own.npz"
    test = {} if held_out else {"x_test": x[::3], "y_test": Y[::3]}
    np.savez(path, x_train=x, y_train=Y, **test)
    spec = DataSpec("file", path=str(path), subset=0.8, validation=0.2, transposed=kind == "bytes")
    map_all(False)
    here = read(path, spec)
    map_all(True)
    there = read(path, spec)
    assert isinstance(there.train.x, StreamedImages) and isinstance(there.test.x, StreamedImages)
    assert isinstance(here.train.x, np.ndarray)
    for which in ("train", "validation", "test"):
        one, other = here.samples(which), there.samples(which)
        np.testing.assert_array_equal(one.y, other.y)
        assert other.x.shape == one.x.shape and other.x.dtype == one.x.dtype == np.float32
        np.testing.assert_array_equal(np.asarray(other.x), one.x)
        rows = RNG.permutation(len(one))[:20]
        np.testing.assert_array_equal(other.x[rows], one.x[rows])
        np.testing.assert_array_equal(other.x[5], one.x[5])
        np.testing.assert_array_equal(other.x[-3:], one.x[-3:])
        np.testing.assert_array_equal(other.x[one.y == 1], one.x[one.y == 1])
    assert dataclasses.replace(
        here, train=there.train, validation=there.validation, test=there.test
    ) == dataclasses.replace(there)


@pytest.mark.parametrize("way", ["npy", "idx", "h5"])
def test_all_files_that_are_not_compressed_stay_on_disk(tmp_path, map_all, way):
    map_all(True)
    if way == "npy":
        for name, array in (("x_train", GREY), ("y_train", Y)):
            np.save(tmp_path / f"{name}.npy", array)
        path = tmp_path / "x_train.npy"
    elif way == "idx":
        for name, array in (("images-idx3", GREY), ("labels-idx1", Y.astype(np.uint8))):
            head = b"\0\0\x08" + bytes([array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape)
            (tmp_path / f"train-{name}-ubyte").write_bytes(head + array.tobytes())
        path = tmp_path / "train-images-idx3-ubyte"
    else:
        h5py = pytest.importorskip("h5py")
        path = tmp_path / "own.h5"
        with h5py.File(path, "w") as file:
            file["x_train"], file["y_train"] = GREY, Y
    data = read(path, DataSpec("file", path=str(path)))
    assert isinstance(data.train.x, StreamedImages)
    assert len(data.train) + len(data.test) == len(GREY)


def test_a_compressed_file_is_unpacked_and_that_is_said(tmp_path, map_all):
    path = tmp_path / "own.npz"
    np.savez_compressed(path, x_train=GREY, y_train=Y)
    map_all(True)
    data = read(path, DataSpec("file", path=str(path)))
    assert isinstance(data.train.x, np.ndarray)
    assert any("x_train is compressed" in note for note in data.notes)


def test_only_what_goes_into_memory_has_a_limit(tmp_path, map_all, monkeypatch):
    monkeypatch.setattr(stored, "MOST_BYTES", 1000)
    map_all(True)
    np.savez(tmp_path / "plain.npz", x_train=GREY, y_train=Y)
    np.savez_compressed(tmp_path / "packed.npz", x_train=GREY, y_train=Y)
    understand(open_any(tmp_path / "plain.npz"))
    with pytest.raises(DatasetError, match=r"of memory.*Uncompressed"):
        understand(open_any(tmp_path / "packed.npz"))


def test_large_sets_in_memory_are_not_made_floats_as_a_whole(monkeypatch):
    monkeypatch.setattr(streaming, "STREAMED_FROM", 1)
    content = stored.Found(
        "own", "", {"x_train": stored.hold_array(GREY), "y_train": stored.hold_array(Y)}
    )
    data = prepare(understand(content), DataSpec("file"), 1)
    assert isinstance(data.train.x, StreamedImages)
    assert data.train.x.nbytes == 4 * 36 * len(data.train)


def test_streamed_images_are_handed_over_picked_and_joined_as_arrays_are():
    x = RNG.random((50, 36), np.float32)
    streamed = StreamedImages(x)
    rows = np.flatnonzero(RNG.random(50) < 0.5)
    np.testing.assert_array_equal(np.asarray(take_images(streamed, rows)), x[rows])
    both = join_images(take_images(streamed, rows), streamed)
    np.testing.assert_array_equal(np.asarray(both), np.concatenate([x[rows], x]))
    np.testing.assert_array_equal(both[[3, -1, 0]], np.concatenate([x[rows], x])[[3, -1, 0]])
    assert (streamed.min(), streamed.max()) == (x.min(), x.max())
    np.testing.assert_array_equal(list(streamed), x)
    with pytest.raises(IndexError, match="image 50 of 50"):
        streamed[50]


def test_other_nets_get_streamed_images_in_their_size(tmp_path, map_all):
    path = tmp_path / "own.npz"
    np.savez(path, x_train=GREY, y_train=Y)
    way = Handing((0.0, 1.0), (-1.0, 1.0), (6, 6), (8, 8), inverted=True)
    map_all(False)
    here = hand_over(read(path, DataSpec("file", path=str(path))), way)
    map_all(True)
    there = hand_over(read(path, DataSpec("file", path=str(path))), way)
    assert isinstance(there.test.x, StreamedImages)
    np.testing.assert_array_equal(there.test.x[3:9], here.test.x[3:9])
