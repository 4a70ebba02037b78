"""Pictures in colour: kept as red, green and blue from whatever they lay in, or turned grey."""

from __future__ import annotations

import dataclasses
import io
import tarfile
import zipfile

import numpy as np
import pytest
from PIL import Image
from scipy.io import savemat

from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errors import DatasetError
from ffstudio.core.image_shape import (
    count_marked,
    make_shape,
    read_shape,
    shape_text,
    spread_over_channels,
    with_channels,
)
from ffstudio.core.images import datasets
from ffstudio.core.images.augmentation import augment
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.other_images import Handing

SIDE = 8


def some(count, seed):
    """Smooth pictures (count, 8, 8, 3) of three classes, each of another colour."""
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % 3
    x = np.zeros((count, SIDE, SIDE, 3))
    x[:, 2:6, 1:7] = 60
    x[np.arange(count), 2:6, 1:7, labels] = 200  # (advanced indices)
    x += rng.integers(0, 40, (count, 1, 1, 3)) + np.arange(SIDE)[:, None, None]
    x[0, 0, 0], x[0, 0, 1] = 0, 255
    return x.astype(np.uint8), labels


X, Y = some(30, 0)
TX, TY = some(9, 1)


def load(path, **settings):
    return datasets.load(DataSpec("file", path=str(path), **settings))


def save_npz(folder, x=X, test=TX, **more):
    path = folder / "set.npz"
    np.savez(path, x_train=x, y_train=Y, x_test=test, y_test=TY, **more)
    return path


def save_pictures(folder):
    for which, x, y in (("train", X, Y), ("test", TX, TY)):
        for at, (picture, label) in enumerate(zip(x, y, strict=True)):
            place = folder / which / str(label)
            place.mkdir(parents=True, exist_ok=True)
            Image.fromarray(picture).save(place / f"{at:03}.png")
    return folder


def save_zip(folder):
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(save_pictures(folder).rglob("*.png")):
            archive.write(file, file.relative_to(folder))
    return path


def save_mat(folder):
    path = folder / "set.mat"  # as Street View House Numbers has them: counted last
    savemat(
        path,
        {
            "X_train": np.moveaxis(X, 0, -1),
            "y_train": Y,
            "X_test": np.moveaxis(TX, 0, -1),
            "y_test": TY,
        },
    )
    return path  # fmt: skip


CONTAINERS = {
    "npz": save_npz,
    "colours first": lambda folder: save_npz(folder, np.moveaxis(X, -1, 1), np.moveaxis(TX, -1, 1)),
    "rows": lambda folder: save_npz(folder, X.reshape(30, -1), TX.reshape(9, -1)),
    "planes in rows": lambda folder: save_npz(
        folder, np.moveaxis(X, -1, 1).reshape(30, -1), np.moveaxis(TX, -1, 1).reshape(9, -1)
    ),
    "transparency": lambda folder: save_npz(
        folder,
        *(np.concatenate([x, np.full((*x.shape[:3], 1), 255, np.uint8)], -1) for x in (X, TX)),
    ),
    "matlab": save_mat,
    "folders": save_pictures,
    "zip": save_zip,
}


@pytest.mark.parametrize("kind", CONTAINERS)
def test_colours_are_kept_or_turned_grey(kind, tmp_path):
    path = CONTAINERS[kind](tmp_path / "set" if kind == "zip" else tmp_path)
    kept = load(path, colours="kept")
    assert kept.image_shape == (SIDE, SIDE, 3) and kept.has_colours
    order = np.argsort(Y, kind="stable") if kind in ("folders", "zip") else np.arange(30)
    np.testing.assert_array_equal(kept.x_train, X[order])
    assert [kept.class_names[i] for i in kept.y_train] == [str(n) for n in Y[order]]
    assert not any("grey" in note for note in kept.notes)
    grey = load(path)
    assert grey.image_shape == (SIDE, SIDE) and grey.has_colours
    expected = X[order] @ np.array([0.299, 0.587, 0.114])
    assert np.abs(grey.x_train - expected).max() <= 0.51
    assert any("turned grey" in note for note in grey.notes)
    assert any("data.colours=kept" in note for note in grey.notes)
    data = prepare(kept, DataSpec("file", colours="kept", transposed=True), 1)
    assert data.train.x.shape == (30, 192) and data.shape.num_inputs == 192
    np.testing.assert_allclose(
        data.train.x[:4].reshape(4, SIDE, SIDE, 3),
        X[order][:4].transpose(0, 2, 1, 3) / 255,
        atol=1e-6,
    )


def test_grey_pictures_have_no_colours_to_keep(tmp_path):
    """Neither those of one channel nor those in three equal ones."""
    for x, test in ((X[..., 0], TX[..., 0]), (X[..., :1].repeat(3, -1), TX[..., :1].repeat(3, -1))):
        read = load(save_npz(tmp_path, x, test), colours="kept")
        assert read.image_shape == (SIDE, SIDE) and not read.has_colours
        assert any("no colours to keep" in note for note in read.notes)
    # A grey set beside one in colour is brought to three colours, and that is said.
    read = load(save_npz(tmp_path, X, TX[..., 1]), colours="kept")
    assert read.x_test.shape == (9, SIDE, SIDE, 3)
    np.testing.assert_array_equal(read.x_test, TX[..., 1:2].repeat(3, -1))
    assert any("test images are grey" in note for note in read.notes)
    folder = save_pictures(tmp_path / "mixed")
    Image.fromarray(X[0, ..., 1]).save(folder / "train" / "0" / "000.png")
    mixed = load(folder, colours="kept")
    np.testing.assert_array_equal(mixed.x_train[0], X[0, ..., 1:2].repeat(3, -1))
    np.testing.assert_array_equal(mixed.x_train[1], X[3])


def test_values_of_colours_are_read_in_one_range(tmp_path):
    read = load(save_npz(tmp_path, X / 255, TX / 255), colours="kept")
    np.testing.assert_allclose(read.x_train, X / 255, atol=1e-6)
    halves = load(save_npz(tmp_path, X / 127.5 - 1, TX / 127.5 - 1), colours="kept")
    np.testing.assert_allclose(halves.x_train, X / 255, atol=1e-6)
    assert halves.values.name == "-1 to 1"


def test_cifars_bytes_are_read_and_its_pickles_are_not(tmp_path):
    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (6, 3, 32, 32), np.uint8)
    labels = np.array([0, 1, 2, 0, 1, 2], np.uint8)

    def write(folder, rows, name, head):
        folder.mkdir(exist_ok=True)
        records = [bytes([*[7] * (head - 1), labels[i]]) + pictures[i].tobytes() for i in rows]
        (folder / name).write_bytes(b"".join(records))

    ten = tmp_path / "cifar-10-batches-bin"
    write(ten, (0, 1), "data_batch_1.bin", 1)
    write(ten, (2,), "data_batch_2.bin", 1)
    write(ten, (3, 4, 5), "test_batch.bin", 1)
    (ten / "batches.meta.txt").write_text("airplane\nautomobile\nbird\n\n")
    write(tmp_path / "hundred", (0, 1, 2), "train.bin", 2)
    write(tmp_path / "hundred", (3, 4, 5), "test.bin", 2)
    expected = np.moveaxis(pictures, 1, -1)
    packed = tmp_path / "cifar-10-binary.tar.gz"  # as it is downloaded
    with tarfile.open(packed, "w:gz") as archive:
        archive.add(ten, ten.name)
    for path, names in (
        (packed, ("airplane", "automobile", "bird")),
        (ten, ("airplane", "automobile", "bird")),
        (ten / "data_batch_1.bin", ("airplane", "automobile", "bird")),
        (tmp_path / "hundred", ("0", "1", "2")),
    ):
        read = load(path, colours="kept")
        np.testing.assert_array_equal(read.x_train, expected[:3])
        np.testing.assert_array_equal(read.x_test, expected[3:])
        assert read.class_names == names and read.y_train.tolist() == [0, 1, 2]
    (ten / "test_batch.bin").write_bytes(b"1" * 3074)
    with pytest.raises(DatasetError, match="cut short"):
        load(ten)
    pickled = tmp_path / "cifar-10-batches-py"
    pickled.mkdir()
    for name in ("data_batch_1", "test_batch", "batches.meta"):
        (pickled / name).write_bytes(b"\x80\x02}q\x01.")
    for path in (pickled, pickled / "data_batch_1"):
        with pytest.raises(DatasetError, match="pickle") as refused:
            load(path)
        assert "binary version" in str(refused.value)


CHANGES = {
    "flips and shifts": {"flip": "both", "shift": 2, "border": "edge"},
    "all at once": {"flip": "horizontal", "rotation": 20.0, "zoom": 0.2, "shift": 1, "cutout": 3},
    "bent": {"elastic": 1.0},
    "mirrored": {"rotation": 30.0, "border": "mirror"},
}


@pytest.mark.parametrize("name", CHANGES)
def test_all_colours_of_a_pixel_change_alike(name):
    """Each colour as the same draw changes it alone, as a grey picture."""
    spec = DataSpec(**CHANGES[name])
    x = X.astype(np.float32) / 255
    changed = augment(x.reshape(30, -1), (SIDE, SIDE, 3), spec, np.random.default_rng(3))
    changed = changed.reshape(x.shape)
    assert (changed != x).any()
    for colour in range(3):
        alone = augment(
            x[..., colour].reshape(30, -1), (SIDE, SIDE), spec, np.random.default_rng(3)
        )
        np.testing.assert_array_equal(changed[..., colour].reshape(30, -1), alone)


def test_dropped_pixels_are_numbers_of_a_colour():
    x = np.ones((4, 192), np.float32)
    rng = np.random.default_rng(0)
    left = augment(x, (SIDE, SIDE, 3), DataSpec(dropped_pixels=0.5), rng)
    assert 0.35 < left.mean() < 0.65 and set(np.unique(left)) == {0.0, 1.0}


def test_pictures_are_handed_to_nets_of_other_colours():
    x = (X / 255).astype(np.float32).reshape(30, -1)
    ends = (0.0, 1.0)
    grey = Handing(ends, ends, (SIDE, SIDE, 3), (SIDE, SIDE))
    assert grey.changes and grey.text == "colours turned grey"
    expected = x.reshape(30, 64, 3) @ np.array([0.299, 0.587, 0.114])
    np.testing.assert_allclose(grey.apply(x), expected, atol=1e-6)
    back = Handing(ends, ends, (SIDE, SIDE), (SIDE, SIDE, 3))
    assert back.text == "grey given to all colours alike"
    np.testing.assert_array_equal(
        back.apply(x[:, ::3]).reshape(30, 64, 3), x[:, ::3, None].repeat(3, axis=-1)
    )
    # In another size each colour is scaled as a grey picture is.
    smaller = Handing(ends, ends, (SIDE, SIDE, 3), (4, 4, 3), is_light=True)
    for colour in range(3):
        alone = Handing(ends, ends, (SIDE, SIDE), (4, 4), is_light=True)
        np.testing.assert_allclose(
            smaller.apply(x)[:, colour::3], alone.apply(x[:, colour::3]), atol=1e-6
        )


def test_strangers_nets_of_three_channels_see_the_colours():
    images = X.astype(np.float32)
    for shape in ((SIDE, SIDE, 3), (3, SIDE, SIDE), (192,)):
        way = Preprocessing("0–1", shape, (SIDE, SIDE))
        expected = np.moveaxis(images, -1, 1) if shape[0] == 3 else images
        np.testing.assert_allclose(way.apply(images), expected.reshape(30, *shape) / 255, atol=1e-6)
    way = Preprocessing("0–1", (SIDE, SIDE, 1), (SIDE, SIDE))
    np.testing.assert_allclose(
        way.apply(images)[..., 0], images @ np.array([0.299, 0.587, 0.114]) / 255, atol=1e-5
    )


def test_one_place_knows_the_shape_of_a_picture():
    assert shape_text((28, 28)) == "28×28" and shape_text((32, 30, 3)) == "32×30×3"
    assert make_shape((5, 4)) == (5, 4) == read_shape([5, 4, 1]) and with_channels((5, 4)) == (
        5,
        4,
        1,
    )
    assert read_shape((5, 4, 3)) == (5, 4, 3) == make_shape((5, 4), 3)
    assert [count_marked(n, (5, 4, 3)) for n in (0, 3, 10)] == [0, 1, 4]
    masks = np.arange(8).reshape(2, 2, 2)
    np.testing.assert_array_equal(spread_over_channels(masks, (2, 2)), masks.reshape(2, 4))
    np.testing.assert_array_equal(
        spread_over_channels(masks, (2, 2, 3)), masks.reshape(2, 4).repeat(3, axis=1)
    )
    for wrong in ([5], [5, 0], [5, 4, 3, 2], [5, True], "54", [5.0, 4.0], None):
        with pytest.raises(ValueError, match="height, width"):
            read_shape(wrong)


def test_the_choice_is_kept_in_the_experiment():
    assert DataSpec().colours == "grey"
    changed = dataclasses.replace(DataSpec(), colours="kept")
    assert changed != DataSpec()


def test_pictures_seen_through_keep_their_colour(tmp_path):
    """Half a picture is see-through: white there, its own colour elsewhere."""
    folder = tmp_path / "seen"
    for label in ("a", "b"):
        (folder / label).mkdir(parents=True)
        for at in range(6):
            picture = np.zeros((SIDE, SIDE, 4), np.uint8)
            picture[:, :4] = (200, 30, 90, 255)
            file = io.BytesIO()
            Image.fromarray(picture).save(file, "PNG")
            (folder / label / f"{at}.png").write_bytes(file.getvalue())
    read = load(folder, colours="kept")
    np.testing.assert_array_equal(read.x_train[0, :, :4], np.full((SIDE, 4, 3), (200, 30, 90)))
    assert (read.x_train[0, :, 4:] == 255).all()
