"""Ticks, ranges and labels of charts."""

from __future__ import annotations

import math
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from ffstudio.core.words import speak
from ffstudio.gui.plots.chart import Chart, Line, paint_chart
from ffstudio.gui.plots.marks import place_labels
from ffstudio.gui.plots.ticks import log_ticks, nice_ticks, pad_course, pad_range, tick_texts


@pytest.mark.parametrize(
    ("low", "high", "about", "expected"),
    [
        (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0, 100_000, 4, [0, 20_000, 40_000, 60_000, 80_000, 100_000]),
        (-3, 3, 3, [-2, 0, 2]),
        (1.0, 1.0, 4, []),
        (math.nan, 1.0, 4, []),
        (0, math.inf, 4, []),
    ],
)
def test_ticks_are_round(low, high, about, expected):
    assert nice_ticks(low, high, about) == pytest.approx(expected)


def test_log_ticks_are_powers_with_room_for_more():
    assert log_ticks(0.001, 10, 5) == pytest.approx([0.001, 0.01, 0.1, 1, 10])
    assert log_ticks(0.09, 1.1, 6) == pytest.approx([0.1, 0.2, 0.5, 1.0])
    assert log_ticks(1e-12, 1.0, 4) == pytest.approx([1e-12, 1e-8, 1e-4, 1])
    assert len(log_ticks(0.31, 0.36, 5)) >= 2  # within a decade: round numbers
    assert log_ticks(0, 1, 5) == []


@pytest.mark.parametrize(
    ("ticks", "texts"),
    [
        ([0, 0.1, 0.2, 0.1 + 0.2], ["0", "0.1", "0.2", "0.3"]),
        ([10_000, 20_000], ["10,000", "20,000"]),
        ([1.0, 1.5, 2.0], ["1.0", "1.5", "2.0"]),
        ([0, 5e-6, 1e-5], ["0", "5×10⁻⁶", "10⁻⁵"]),
        ([0, 5e5, 1e6, 1.5e6], ["0", "500,000", "1,000,000", "1,500,000"]),
        ([0, 5e7, 1e8], ["0", "5×10⁷", "10⁸"]),
        ([0.001, 0.01, 0.1, 1, 10], ["0.001", "0.01", "0.1", "1", "10"]),
        ([1_234_000, 1_234_500], ["1,234,000", "1,234,500"]),
        ([-0.05, 0.0, 0.05], ["−0.05", "0", "0.05"]),
        ([0.005], ["0.005"]),
        ([], []),
    ],
)
def test_tick_texts_are_short(ticks, texts):
    assert tick_texts(ticks) == texts


def read(text):
    """The number that a tick's text says."""
    mantissa, _, power = text.replace(",", "").replace("−", "-").partition("×")
    if mantissa.lstrip("-").startswith("10") and set(mantissa) & set(RAISED):
        mantissa, power = ("-1" if mantissa[0] == "-" else "1"), mantissa.lstrip("-")
    exponent = "".join(str(RAISED.index(c)) if c in RAISED else "-" for c in power[2:])
    return float(mantissa) * 10.0 ** int(exponent or 0)


RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SIZES = st.floats(-1e12, 1e12, allow_nan=False) | st.floats(-1e-3, 1e-3) | st.floats(-1.0, 1.0)


@settings(max_examples=600)
@given(SIZES, st.floats(1e-9, 1e9), st.integers(2, 14), st.integers(5, 12))
def test_the_numbers_of_an_axis_never_repeat_and_say_where_they_are(low, span, about, room):
    ticks = nice_ticks(low, low + span, about)
    texts = tick_texts(ticks, room)
    assert len(set(texts)) == len(ticks)
    for text, tick in zip(texts, ticks, strict=True):
        assert abs(read(text) - tick) <= 0.01 * (
            ticks[1] - ticks[0] if len(ticks) > 1 else abs(tick)
        )
        assert "e" not in text


@settings(max_examples=300)
@given(st.floats(-30, 20), st.floats(0.01, 30), st.integers(2, 12), st.integers(5, 12))
def test_the_numbers_of_a_logarithmic_axis_never_repeat(low, decades, about, room):
    ticks = log_ticks(10.0**low, 10.0 ** (low + decades), about)
    texts = tick_texts(ticks, room)
    assert len(set(texts)) == len(ticks)
    for text, tick in zip(texts, ticks, strict=True):
        assert read(text) == pytest.approx(tick, rel=0.01, abs=1e-300) or "e" not in text


@pytest.mark.parametrize(("low", "high"), [(99.0, 100.0), (0.0, 0.0), (100.0, 100.0), (97.5, 99.9)])
def test_a_range_with_limits_ends_there(low, high):
    bottom, top = pad_range(low, high, limits=(0.0, 100.0))
    assert 0.0 <= bottom < top <= 100.0 and bottom <= low and high <= top


@pytest.mark.parametrize("values", [(0.0, 0.0), (3.0, 3.0), (-2.0, -2.0), (0.0, 1e-300)])
def test_padded_ranges_are_never_empty(values):
    low, high = pad_range(*values)
    assert low < high and low <= values[0] and high >= values[1]
    assert pad_range(math.nan, 1.0) == (0.0, 1.0)


def test_log_ranges_stay_positive():
    low, high = pad_range(0.001, 1.0, log=True)
    assert 0 < low < 0.001 and high > 1
    assert pad_range(0.0, 1.0, log=True)[0] > 0


def test_labels_do_not_cover_each_other():
    wanted = [(50.0, 40.0), (55.0, 40.0), (60.0, 40.0), (190.0, 40.0)]
    placed = place_labels(wanted, 0.0, 200.0, 2)
    assert placed[0] == (53.0, 0)
    assert placed[3] == (147.0, 0)  # no room on the right
    boxes = [(p[0], p[0] + w, p[1]) for p, (_, w) in zip(placed, wanted, strict=True) if p]
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[2] != b[2] or a[1] < b[0] or b[1] < a[0]
    assert place_labels([(5.0, 500.0)], 0.0, 200.0, 2) == [None]


def test_the_numbers_of_an_axis_follow_the_language():
    speak(lambda text: "", "pl")
    try:
        assert tick_texts([0.5, 1.0]) == ["0,5", "1,0"]
        assert tick_texts([2.5e9, 5e9], room=5) == ["2,5×10⁹", "5×10⁹"]
    finally:
        speak(None)


def test_a_course_of_one_epoch_is_shown_from_its_start():
    assert pad_course((60.0,), 0.02) == (0.0, pytest.approx(62.4))
    assert pad_course((2.0, 4.0), 0.25) == (1.5, 4.5)
    assert pad_course((), 0.02) == (0.0, 1.0)
    low, high = pad_range(59.99, 60.0, limits=(0.0, 100.0))
    assert high - low >= 1.0, "no hundredths of a per cent"


@pytest.mark.parametrize("width", [150.0, 260.0, 400.0])
def test_numbers_along_an_axis_do_not_touch(themes, width):
    buffer, svg = QBuffer(), QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(QSize(500, 200))
    svg.setViewBox(QRectF(0, 0, 500, 200))
    painter = QPainter(svg)
    metrics = QFontMetricsF(painter.font(), svg)
    chart = Chart("", "", "", (0.0, 2.1e-4), (0.0, 1.0), y_ticks=False)
    paint_chart(painter, QRectF(0, 0, width, 180), themes.theme, chart)
    painter.end()
    nodes = [
        n
        for n in ElementTree.fromstring(bytes(buffer.data().data())).iter()
        if n.tag.endswith("text")
    ]
    placed = [(float(n.get("x")), "".join(n.itertext())) for n in nodes]
    assert len(placed) >= 2
    ends = [x + metrics.horizontalAdvance(text) for x, text in placed]
    assert all(x > end for (x, _), end in zip(placed[1:], ends, strict=False)), placed


@pytest.mark.parametrize("x", [0.0, 1.0])
@pytest.mark.parametrize("marker", ["circle", "square", "triangle", "diamond"])
def test_markers_at_the_ends_of_the_axis_are_whole(themes, marker, x):
    def ink(at):
        image = QImage(300, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        line = Line(np.array([at]), np.array([0.5]), QColor("#ff0000"), marker=marker)
        chart = Chart("", "", "", (0.0, 1.0), (0.0, 1.0), [line], y_ticks=False)
        inner = paint_chart(painter, QRectF(20, 0, 260, 200), themes.theme, chart)
        painter.end()
        seen = [
            column
            for column in range(300)
            for row in range(200)
            if (c := image.pixelColor(column, row)).red() > 200 and c.green() < 90
        ]
        return seen, inner

    seen, inner = ink(x)
    place = inner.left() if x == 0.0 else inner.right()
    assert min(seen) < place - 0.5 and max(seen) > place, "on both sides"
    assert abs(len(seen) - len(ink(0.5)[0])) <= 6, "as much of it as in the middle"
    assert ink(-0.05)[0] == ink(1.05)[0] == [], "nothing of what lies beyond"
