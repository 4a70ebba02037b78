"""Convolution, pooling and augmentation against loops over pixels."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.images.augmentation import augment, changes_images
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.mathematics.convolution import convolve, pool

RNG = np.random.default_rng(7)


@pytest.mark.parametrize(("high", "wide"), [(3, 3), (1, 1), (5, 3), (2, 4)])
def test_convolution_equals_the_sum_over_the_window(high, wide):
    x = RNG.normal(size=(2, 6, 5, 3)).astype(np.float32)
    kernel = RNG.normal(size=(high, wide, 3, 4)).astype(np.float32)
    convolved = convolve(x, kernel)
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
    assert not changes_images(DataSpec())
