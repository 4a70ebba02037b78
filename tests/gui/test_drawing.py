"""Editing strokes: erasing by splitting lines, undo, and exact places in the picture."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ffstudio.gui.panels.draw.drawing import Drawing, Stroke, rasterise
from ffstudio.gui.plots.pictures import plain_image, to_array

LINE = Stroke(((0.1, 0.5), (0.5, 0.5), (0.9, 0.5)))


def erase(drawing, *points, radius=0.05):
    drawing.begin_erasing()
    for a, b in zip(points, points[1:] or points, strict=False):
        drawing.erase(a, b, radius)
    drawing.end_erasing()


def test_erasing_across_a_line_leaves_two():
    drawing = Drawing()
    drawing.add(LINE)
    erase(drawing, (0.5, 0.0), (0.5, 1.0))
    left, right = drawing.strokes
    assert max(x for x, _ in left.points) == pytest.approx(0.5 - 0.05 - 2.5 / 28 / 4, abs=0.01)
    assert min(x for x, _ in right.points) == pytest.approx(0.5 + 0.05 + 2.5 / 28 / 4, abs=0.01)
    assert left.width == LINE.width
    drawing.undo()
    assert drawing.strokes == (LINE,)
    drawing.redo()
    assert len(drawing.strokes) == 2


def test_one_erasing_is_one_step_however_many_moves_it_took():
    drawing = Drawing()
    drawing.add(LINE)
    erase(drawing, (0.3, 0.4), (0.3, 0.6), (0.6, 0.6), (0.6, 0.4), (0.6, 0.5))
    assert len(drawing.strokes) >= 2
    drawing.undo()
    assert drawing.strokes == (LINE,)
    drawing.undo()
    assert drawing.is_empty


def test_erasing_nothing_is_no_step():
    drawing = Drawing()
    drawing.add(LINE)
    erase(drawing, (0.1, 0.1), (0.9, 0.1))
    assert drawing.strokes[0] is LINE
    drawing.undo()
    assert drawing.is_empty
    assert drawing.can_redo


def test_erased_ink_counts_for_nothing():
    """The rest is placed as if the erased part had never been drawn."""
    drawing = Drawing()
    drawing.add(Stroke(((0.2, 0.2), (0.2, 0.8))))
    drawing.add(Stroke(((0.9, 0.9),)))
    erase(drawing, (0.9, 0.9))
    np.testing.assert_array_equal(rasterise(drawing), rasterise([Stroke(((0.2, 0.2), (0.2, 0.8)))]))


def test_rubbing_back_and_forth_does_not_grow_the_lines():
    drawing = Drawing()
    drawing.add(Stroke(tuple((0.5 + 0.4 * math.cos(t), 0.5 + 0.4 * math.sin(t))
                             for t in np.linspace(0, 6, 60))))  # fmt: skip
    for i in range(50):
        erase(drawing, (0.9, 0.3 + 0.01 * (i % 2)), radius=0.03)
    assert sum(len(s.points) for s in drawing.strokes) < 900


def test_a_new_stroke_forgets_what_was_undone():
    drawing = Drawing()
    drawing.add(LINE)
    drawing.undo()
    drawing.add(Stroke(((0.1, 0.1),)))
    assert not drawing.can_redo
    assert len(drawing.strokes) == 1


def test_clearing_nothing_is_no_step():
    drawing = Drawing()
    drawing.clear()
    assert not drawing.can_undo


def test_a_shifted_drawing_gives_the_same_picture():
    points = [(0.1, 0.1), (0.3, 0.15), (0.25, 0.5), (0.4, 0.55)]
    a = rasterise([Stroke(tuple(points))])
    b = rasterise([Stroke(tuple((x + 0.31, y + 0.27) for x, y in points))])
    np.testing.assert_allclose(a, b, atol=0.02)


@pytest.mark.parametrize("factor", [0.4, 1.7])
def test_a_scaled_drawing_gives_the_same_picture(factor):
    points = [(0.1, 0.1), (0.3, 0.15), (0.25, 0.5), (0.4, 0.55)]
    a = rasterise([Stroke(tuple(points))])
    b = rasterise([Stroke(tuple((x * factor, y * factor) for x, y in points))])
    np.testing.assert_allclose(a, b, atol=0.02)


@pytest.mark.parametrize("pens", [(2.5, 2.5), (1.0, 6.0), (6.0, 1.0)])
def test_the_box_is_20_pixels_pens_included(pens):
    strokes = [Stroke(((0.2, 0.3), (0.8, 0.3)), pens[0]), Stroke(((0.3, 0.3), (0.4, 0.7)), pens[1])]
    ink = rasterise(strokes) > 0.02
    columns = np.flatnonzero(ink.any(axis=0))
    rows = np.flatnonzero(ink.any(axis=1))
    assert abs(max(np.ptp(columns), np.ptp(rows)) + 1 - 20) <= 1


def test_lopsided_ink_is_never_cut_off():
    """A heavy end pulls the centre of mass; the light end still stays inside."""
    strokes = [Stroke(((0.1, 0.5), (0.9, 0.5)), 1.0)]
    strokes += [Stroke(((0.12, 0.3 + 0.02 * i), (0.14, 0.3 + 0.02 * i)), 6.0) for i in range(20)]
    picture = rasterise(strokes)
    assert 19 <= np.ptp(np.flatnonzero(picture.any(axis=0))) + 1 <= 21


def test_a_grey_picture_and_back():
    picture = np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4)
    np.testing.assert_array_equal(to_array(plain_image(picture)), np.round(picture * 255))
    camera = np.array([[1, -1], [-1, 1]], np.float32)
    np.testing.assert_array_equal(to_array(plain_image(camera)), [[255, 0], [0, 255]])
