"""Strides, edges and groups of convolutions against sums written out place by place."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from ffstudio.core.mathematics import numpy_ops
from ffstudio.core.mathematics.convolution import (
    conv_places,
    correlate,
    count_windows,
    list_seen,
)
from ffstudio.core.mathematics.slopes import pull_through_convolution

# (height, width), kernel, stride, padding, groups.
CASES = [
    (places, kernel, stride, padding, groups)
    for places, kernel, stride in (
        ((7, 6), (3, 3), 2),
        ((8, 5), (2, 4), 3),
        ((6, 6), (1, 1), 2),
        ((5, 9), (4, 4), 1),
        ((9, 9), (5, 5), 4),
    )
    for padding, groups in itertools.product(("same", "valid"), (1, 2))
]


def by_hand(x, kernel, stride, padding, groups):
    """Every sum by itself (float64): the padding is TensorFlow's, ⌈n / stride⌉ windows."""
    rows, height, width, _ = x.shape
    high, wide, below, filters = kernel.shape
    ends = []
    for n, size in ((height, high), (width, wide)):
        if padding == "valid":
            ends.append(((n - size) // stride + 1, 0))
        else:
            count = -(-n // stride)
            ends.append((count, max((count - 1) * stride + size - n, 0) // 2))
    (tall, top), (broad, left) = ends
    out = np.zeros((rows, tall, broad, filters))
    for b, r, c, f in np.ndindex(out.shape):
        group = f // (filters // groups)
        for i, j, d in np.ndindex(high, wide, below):
            y, z = r * stride + i - top, c * stride + j - left
            if 0 <= y < height and 0 <= z < width:
                out[b, r, c, f] += x[b, y, z, group * below + d] * kernel[i, j, d, f]
    return out


@pytest.mark.parametrize("case", CASES, ids=str)
def test_sums_and_their_way_back_are_those_written_out(case):
    places, size, stride, padding, groups = case
    rng = np.random.default_rng(4)
    x = rng.normal(size=(2, *places, 4))
    kernel = rng.normal(size=(*size, 4 // groups, 6))
    expected = by_hand(x, kernel, stride, padding, groups)
    sums = correlate(x, kernel, [stride, stride], padding)
    np.testing.assert_allclose(sums, expected, atol=1e-12)
    np.testing.assert_allclose(numpy_ops.conv(x, kernel, stride, padding), expected, atol=1e-12)
    windows = tuple(count_windows(n, k, stride, padding) for n, k in zip(places, size, strict=True))
    assert expected.shape == (2, *windows, 6)
    # The sums are linear: Σ p·y(x) = Σ x·(what comes back of p), for any p and x.
    pulled = rng.normal(size=expected.shape)
    back = pull_through_convolution(pulled, kernel, places, stride, padding, groups)
    assert back.shape == x.shape
    for _ in range(3):
        other = rng.normal(size=x.shape)
        there = by_hand(other, kernel, stride, padding, groups)
        assert np.sum(back * other) == pytest.approx(np.sum(pulled * there), rel=1e-9)


@pytest.mark.parametrize("padding", ["same", "valid"])
def test_which_places_a_kernel_steps_over(padding):
    for n, size, stride in itertools.product(range(1, 12), range(1, 5), range(1, 6)):
        if padding == "valid" and size > n:
            assert count_windows(n, size, stride, padding) == 0
            assert not list_seen(n, size, stride, padding).any()
            continue
        x = np.eye(n)[:, :, None, None]
        answers = by_hand(x, np.ones((size, 1, 1, 1)), stride, padding, 1)
        seen = answers.reshape(n, -1).any(axis=1)
        np.testing.assert_array_equal(list_seen(n, size, stride, padding), seen)


def test_places_after_a_convolution_and_its_pooling():
    assert conv_places((28, 28), 5, 2, "valid") == (12, 12)
    assert conv_places((28, 21), 3, 2, "same", "max") == (7, 5)
    assert conv_places((3, 3), 4, 1, "valid") == (0, 0)
