"""Training and test images of one file are read in one way, and what differs is named."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load as load_digits

DIGITS = load_digits()
X, Y, T, U = DIGITS.x_train[:300], DIGITS.y_train[:300], DIGITS.x_test[:90], DIGITS.y_test[:90]


def read(path):
    spec = DataSpec("file", path=str(path))
    dataset = datasets.load(spec)
    return dataset, (*dataset.notes, *prepare(dataset, spec, 1).warnings)


def read_arrays(folder, x, y, t, u):
    np.savez(folder / "own.npz", x_train=x, y_train=y, x_test=t, y_test=u)
    return read(folder / "own.npz")


def last(x):
    return np.moveaxis(x, 0, -1)


@pytest.mark.parametrize(("train", "test"), [(300, 28), (28, 90), (28, 28)])
def test_as_many_images_as_pixels_a_side_are_turned_round_as_the_other_set(tmp_path, train, test):
    one, _ = read_arrays(tmp_path, last(X[:train]), Y[:train], last(T[:test]), U[:test])
    np.testing.assert_array_equal(one.x_train, X[:train])
    np.testing.assert_array_equal(one.x_test, T[:test])
    other, said = read_arrays(tmp_path, X[:train], Y[:train], T[:test], U[:test])
    np.testing.assert_array_equal(other.x_train, X[:train])
    np.testing.assert_array_equal(other.x_test, T[:test])
    assert not any("last axis" in text for text in said)


def test_rows_of_colours_are_in_one_order_in_both_sets(tmp_path):
    # The few test images alone, of noise, would be taken for pixels of three colours.
    noise = np.random.default_rng(1).integers(0, 256, (20, 12, 12, 3)).astype(np.uint8)
    planes = np.stack([X[:, 8:20, 8:20]] * 3, axis=1)
    planes[:, 1] //= 2
    _, said = read_arrays(tmp_path, planes.reshape(300, -1), Y, noise.reshape(20, -1), U[:20])
    assert sum("three planes of colour" in text for text in said) == 2, said


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("dtype", [np.int8, np.int32])
def test_bytes_read_as_signed_are_set_right(tmp_path, inverted, dtype):
    x, t = (255 - X, 255 - T) if inverted else (X, T)
    wrapped = [a.view(np.int8).astype(dtype) for a in (x, t)]
    one, said = read_arrays(tmp_path, wrapped[0], Y, wrapped[1], U)
    np.testing.assert_array_equal(one.x_train, x)
    np.testing.assert_array_equal(one.x_test, t)
    assert any("read as signed" in text for text in said)
    signed = [(a.astype(int) - 128).astype(dtype) for a in (x, t)]
    one, said = read_arrays(tmp_path, signed[0], Y, signed[1], U)
    np.testing.assert_allclose(one.x_train, x / 255, atol=1e-6)
    assert not any("read as signed" in text for text in said)


def test_pictures_in_the_transparency_alone_are_found(tmp_path):
    ink = [np.concatenate([np.zeros((*a.shape, 3), np.uint8), a[..., None]], -1) for a in (X, T)]
    one, said = read_arrays(tmp_path, ink[0], Y, ink[1], U)
    np.testing.assert_array_equal(one.x_train, X)
    assert any("(transparency) alone" in text for text in said)


@pytest.mark.parametrize("ink", [0, 255])
def test_see_through_pictures_lie_on_the_paper_on_which_they_are_seen(tmp_path, ink):
    image = pytest.importorskip("PIL.Image")
    for number, (picture, label) in enumerate(zip(X[:20], Y[:20], strict=True)):
        (tmp_path / f"class {label % 2}").mkdir(exist_ok=True)
        pixels = np.full((28, 28, 4), ink, np.uint8)
        pixels[..., 3] = picture
        image.fromarray(pixels).save(tmp_path / f"class {label % 2}" / f"{number}.png")
    one, said = read(tmp_path)
    paper = one.x_train[:, 0, 0]
    assert set(paper.tolist()) == {255 - ink}
    assert one.x_train.min() == 0 and one.x_train.max() == 255
    word = "black" if ink else "white"
    assert any(f"transparent in the pictures was taken for {word}" in text for text in said)


def test_pictures_of_16_bits_have_one_scale_in_both_sets(tmp_path):
    image = pytest.importorskip("PIL.Image")
    for which, pictures, labels, unit in (("train", X, Y, 257), ("test", T, U, 150)):
        for number, picture in enumerate(pictures[:20]):
            folder = tmp_path / which / f"class {labels[number] % 2}"
            folder.mkdir(parents=True, exist_ok=True)
            image.fromarray(picture.astype(np.uint16) * unit).save(folder / f"{number}.png")
    one, said = read(tmp_path)
    assert one.x_train.max() == 255 and one.x_test.max() == round(255 * 150 / 257)
    assert any("read by one scale" in text for text in said)


def test_columns_are_put_in_the_order_of_the_numbers_in_their_heads(tmp_path):
    names = sorted(range(784), key=str)  # as text: pixel1, pixel10, pixel100, …
    lines = [",".join(["label", *(f"pixel{n}" for n in names)])]
    for picture, label in zip(X[:40], Y[:40], strict=True):
        lines.append(",".join(map(str, [label, *picture.reshape(-1)[names]])))
    (tmp_path / "own.csv").write_text("\n".join(lines))
    one, said = read(tmp_path / "own.csv")
    known = {picture.tobytes() for picture in X[:40]}
    assert all(np.asarray(picture).tobytes() in known for picture in one.x_train)
    assert any("order of the numbers in their heads" in text for text in said)


@pytest.mark.parametrize("which", ["train", "test"])
def test_labels_counted_from_1_in_one_set_are_named(tmp_path, which):
    _, said = read_arrays(tmp_path, X, Y + (which == "train"), T, U + (which == "test"))
    assert sum("one set seems to be counted from 1" in text for text in said) == 1
    assert not any(text.startswith("No ") for text in said)


def test_test_images_on_their_side_beside_upright_ones_are_named(tmp_path):
    x, t = DIGITS.x_train[:400], DIGITS.x_test[:400].transpose(0, 2, 1)
    _, said = read_arrays(tmp_path, x, DIGITS.y_train[:400], t, DIGITS.y_test[:400])
    assert any("The test images look as if rows and columns were exchanged" in s for s in said)


def test_digits_counted_from_1_on_their_side_are_told(tmp_path):
    y = np.where(Y == 0, 10, Y)
    _, said = read_arrays(
        tmp_path, X.transpose(0, 2, 1), y, T.transpose(0, 2, 1), U + 10 * (U == 0)
    )
    assert any("look transposed" in text for text in said)
