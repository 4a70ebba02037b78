"""Convolution, pooling and augmentation against loops over pixels."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from ffstudio.core.images.augmentation import augment, changes_images, without_changes
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.mathematics.convolution import correlate, pool

RNG = np.random.default_rng(7)


@pytest.mark.parametrize(("high", "wide"), [(3, 3), (1, 1), (5, 3), (2, 4)])
def test_convolution_equals_the_sum_over_the_window(high, wide):
    x = RNG.normal(size=(2, 6, 5, 3)).astype(np.float32)
    kernel = RNG.normal(size=(high, wide, 3, 4)).astype(np.float32)
    convolved = correlate(x, kernel, padding="same")
    assert convolved.shape == (2, 6, 5, 4)
    top, left = (high - 1) // 2, (wide - 1) // 2
    for b, r, c, f in np.ndindex(*convolved.shape):
        total = 0.0
        for i in range(high):
            for j in range(wide):
                y, z = r + i - top, c + j - left
                if 0 <= y < 6 and 0 <= z < 5:
                    total += float(x[b, y, z] @ kernel[i, j, :, f])
        assert convolved[b, r, c, f] == pytest.approx(total, abs=1e-4)


def test_pooling_leaves_out_an_odd_last_row_and_column():
    x = RNG.normal(size=(2, 5, 4, 3)).astype(np.float32)
    average, largest = pool(x, "average"), pool(x, "max")
    assert average.shape == largest.shape == (2, 2, 2, 3)
    for b, r, c, f in np.ndindex(*average.shape):
        block = x[b, 2 * r : 2 * r + 2, 2 * c : 2 * c + 2, f]
        assert average[b, r, c, f] == pytest.approx(block.mean(), abs=1e-6)
        assert largest[b, r, c, f] == block.max()
    assert pool(x, "none") is x


def test_shifts_move_pixels_exactly_and_fill_with_zero():
    x = RNG.random((400, 30), np.float32) + 1.0
    shifted = augment(x, (5, 6), DataSpec(shift=2), np.random.default_rng(3)).reshape(-1, 5, 6)
    seen = set()
    for before, after in zip(x.reshape(-1, 5, 6), shifted, strict=True):
        matches = []
        for dy in range(-2, 3):
            for dx in range(-2, 3):
                moved = np.zeros_like(before)
                for r in range(5):
                    for c in range(6):
                        if 0 <= r + dy < 5 and 0 <= c + dx < 6:
                            moved[r, c] = before[r + dy, c + dx]
                if np.array_equal(moved, after):
                    matches.append((dy, dx))
        assert len(matches) == 1
        seen.add(matches[0])
    assert len(seen) == 25


def test_an_unturned_unzoomed_image_is_itself_and_small_turns_are_bilinear():
    x = RNG.random((3, 64), np.float32)
    still = augment(x, (8, 8), DataSpec(rotation=1e-12), np.random.default_rng(0))
    np.testing.assert_allclose(still, x, atol=1e-6)
    # Against a loop that looks up every output pixel's origin.
    spec = DataSpec(rotation=25.0, zoom=0.2, shift=1)
    turned = augment(x, (8, 8), spec, np.random.default_rng(5)).reshape(-1, 8, 8)
    rng = np.random.default_rng(5)
    angles = np.deg2rad(rng.uniform(-25, 25, (3, 1)))[:, 0]
    zooms = (1 + rng.uniform(-0.2, 0.2, (3, 1)))[:, 0]
    shifts = rng.uniform(-1, 1, (2, 3, 1))[..., 0]
    padded = np.zeros((3, 30, 30))
    padded[:, 11:19, 11:19] = x.reshape(-1, 8, 8)
    for i in range(3):
        for r in range(8):
            for c in range(8):
                dy, dx = r - 3.5, c - 3.5
                y = (np.cos(angles[i]) * dy - np.sin(angles[i]) * dx) / zooms[i] + 3.5
                z = (np.sin(angles[i]) * dy + np.cos(angles[i]) * dx) / zooms[i] + 3.5
                y, z = y + shifts[0, i] + 11, z + shifts[1, i] + 11
                t, left = int(np.floor(y)), int(np.floor(z))
                a, b = y - t, z - left
                corners = padded[i, t : t + 2, left : left + 2]
                expected = (
                    corners[0, 0] * (1 - a) * (1 - b) + corners[0, 1] * (1 - a) * b
                    + corners[1, 0] * a * (1 - b) + corners[1, 1] * a * b
                )  # fmt: skip
                assert turned[i, r, c] == pytest.approx(expected, abs=1e-4)


def test_a_border_is_edges_or_the_image_mirrored_as_scipy_has_it():
    x = RNG.random((6, 5 * 8), np.float32)
    images = x.reshape(-1, 5, 8).astype(np.float64)
    for border, mode in (("edge", "nearest"), ("mirror", "mirror"), ("zero", "grid-constant")):
        spec = DataSpec(rotation=80.0, zoom=0.4, shift=4, border=border)
        warped = augment(x, (5, 8), spec, np.random.default_rng(5)).reshape(-1, 5, 8)
        rng = np.random.default_rng(5)
        angle = np.deg2rad(rng.uniform(-80, 80, 6))
        zoom = 1 + rng.uniform(-0.4, 0.4, 6)
        shift = rng.uniform(-4, 4, (2, 6))
        rows, columns = np.indices((5, 8)) - np.array([2.0, 3.5])[:, None, None]
        for i, image in enumerate(images):
            turned = np.exp(1j * angle[i]) * (rows + 1j * columns) / zoom[i]
            at = [turned.real + 2.0 + shift[0, i], turned.imag + 3.5 + shift[1, i]]
            expected = ndimage.map_coordinates(image, at, order=1, mode=mode, cval=0.0)
            np.testing.assert_allclose(warped[i], expected, atol=1e-4)
        moved = augment(x, (5, 8), DataSpec(shift=3, border=border), np.random.default_rng(6))
        by = np.random.default_rng(6).integers(0, 7, (2, 6)) - 3
        for i, image in enumerate(moved.reshape(-1, 5, 8)):
            # A crop of the image with a border around it.
            expected = ndimage.shift(images[i], -by[:, i], order=0, mode=mode, cval=0.0)
            np.testing.assert_array_equal(image, expected.astype(np.float32))


def test_bent_images_as_scipy_has_them():
    x = RNG.random((5, 7 * 14), np.float32)
    spec = DataSpec(elastic=1.5, border="edge")
    bent = augment(x, (7, 14), spec, np.random.default_rng(5)).reshape(-1, 7, 14)
    rng = np.random.default_rng(5)
    rng.uniform(size=20)  # an angle, a zoom and two shifts each, all 0
    noise = rng.standard_normal((2, 5, 7, 14), np.float32).astype(np.float64)
    for i, image in enumerate(x.reshape(-1, 7, 14).astype(np.float64)):
        moved = np.empty((2, 7, 14))
        for way in range(2):
            for row in range(7):
                for column in range(14):
                    # Gaussians of a seventh of each side: 1 and 2 pixels here.
                    weights = np.outer(
                        np.exp(-0.5 * (np.arange(7) - row) ** 2),
                        np.exp(-0.5 * ((np.arange(14) - column) / 2) ** 2),
                    )
                    weights *= 1.5 / np.sqrt((weights**2).sum())
                    moved[way, row, column] = (weights * noise[way, i]).sum()
        at = np.indices((7, 14)) + moved
        expected = ndimage.map_coordinates(image, at, order=1, mode="nearest")
        np.testing.assert_allclose(bent[i], expected, atol=1e-4)


def test_pixels_are_bent_by_the_given_distance_and_neighbours_together():
    """A ramp tells where each pixel came from."""
    ramp = np.tile(np.arange(28, dtype=np.float32), (28, 1)).reshape(1, -1).repeat(4000, 0)
    spec = DataSpec(elastic=0.8, border="edge")
    came_from = augment(ramp, (28, 28), spec, np.random.default_rng(2)).reshape(-1, 28, 28)
    moved = came_from - ramp.reshape(-1, 28, 28)
    inside = moved[:, :, 6:22]
    np.testing.assert_allclose(inside.std(axis=0), 0.8, rtol=0.06)
    np.testing.assert_allclose(inside.mean(axis=0), 0, atol=0.06)
    for apart in (1, 4, 8):
        together = np.corrcoef(moved[:, 14, 10], moved[:, 14, 10 + apart])[0, 1]
        assert together == pytest.approx(np.exp(-(apart**2) / (4 * 4.0**2)), abs=0.05)


def test_flips_mirror_about_half_of_the_images_each_way():
    x = RNG.random((600, 12), np.float32)
    images = x.reshape(-1, 3, 4)
    ways = {
        "none": images,
        "horizontal": images[:, :, ::-1],
        "vertical": images[:, ::-1],
        "both": images[:, ::-1, ::-1],
    }
    for flip, allowed in (
        ("horizontal", ("none", "horizontal")),
        ("vertical", ("none", "vertical")),
        ("both", tuple(ways)),
    ):
        changed = augment(x, (3, 4), DataSpec(flip=flip), np.random.default_rng(4))
        changed = changed.reshape(-1, 3, 4)
        shares = {name: (changed == way).all(axis=(1, 2)).mean() for name, way in ways.items()}
        assert sum(shares.values()) == pytest.approx(1.0)
        for name, share in shares.items():
            # Three standard errors of 600 throws.
            expected = 1 / len(allowed) if name in allowed else 0.0
            assert abs(share - expected) <= 3 * np.sqrt(expected * (1 - expected) / 600)


@pytest.mark.parametrize("side", [1, 4, 5, 30])
def test_cutout_covers_one_square_whose_centre_is_any_pixel(side):
    x = RNG.random((3000, 63), np.float32) + 1.0
    covered = augment(x, (7, 9), DataSpec(cutout=side), np.random.default_rng(3))
    holes = (covered == 0).reshape(-1, 7, 9)
    np.testing.assert_array_equal(covered[covered > 0], x[covered > 0])
    legal = {}
    for row in range(7):
        for column in range(9):
            hole = np.zeros((7, 9), bool)
            top, left = row - side // 2, column - side // 2
            hole[max(top, 0) : top + side, max(left, 0) : left + side] = True
            legal[hole.tobytes()] = legal.get(hole.tobytes(), 0) + 1
    seen = [hole.tobytes() for hole in holes]
    # Every place comes, as often as its centres allow, and no other hole.
    assert set(seen) == set(legal)
    for hole, centres in legal.items():
        share = centres / 63
        assert abs(seen.count(hole) / 3000 - share) <= 4.5 * np.sqrt(share * (1 - share) / 3000)


def test_all_changes_together_are_one_after_the_other():
    x = RNG.random((4, 63), np.float32)
    warp = {"shift": 1, "rotation": 20.0, "zoom": 0.1, "elastic": 1.0, "border": "mirror"}
    spec = DataSpec(flip="both", cutout=3, **warp)
    rng = np.random.default_rng(2)
    by_hand = augment(x, (7, 9), DataSpec(flip="both"), rng)
    by_hand = augment(by_hand, (7, 9), DataSpec(**warp), rng)
    by_hand = augment(by_hand, (7, 9), DataSpec(cutout=3), rng)
    at_once = augment(x, (7, 9), spec, np.random.default_rng(2))
    np.testing.assert_array_equal(at_once, by_hand)
    assert (at_once == 0).any()


def test_older_settings_draw_what_they_drew_before_there_were_others():
    """Runs of older experiments are repeated bit for bit: new changes draw nothing when off."""
    x = np.linspace(0, 1, 4 * 64, dtype=np.float32).reshape(4, 64)
    spec = DataSpec(shift=2, rotation=10.0, zoom=0.1, dropped_pixels=0.1)
    changed = augment(x, (8, 8), spec, np.random.default_rng(1))
    # The sum as version 0.4 had it; other draws are off by more than 1.
    assert float(changed.sum(dtype=np.float64)) == pytest.approx(99.67259707074845, abs=1e-3)


def test_dropped_pixels_are_zero_and_the_others_as_they_were():
    x = np.ones((50, 400), np.float32)
    changed = augment(x, (20, 20), DataSpec(dropped_pixels=0.3), np.random.default_rng(1))
    assert set(np.unique(changed)) == {0.0, 1.0}
    assert abs(changed.mean() - 0.7) < 0.01


def test_the_same_seed_changes_images_in_the_same_way():
    x = RNG.random((5, 64), np.float32)
    spec = DataSpec(shift=2, rotation=10, zoom=0.1, dropped_pixels=0.1)
    one, two, three = (augment(x, (8, 8), spec, np.random.default_rng(s)) for s in (1, 1, 2))
    np.testing.assert_array_equal(one, two)
    assert not np.array_equal(one, three)
    assert changes_images(spec)
    for name, value in (("flip", "both"), ("cutout", 3), ("elastic", 0.5)):
        assert changes_images(DataSpec(**{name: value}))
        assert without_changes(DataSpec(**{name: value}, border="edge")) == DataSpec()
    assert not changes_images(DataSpec())
