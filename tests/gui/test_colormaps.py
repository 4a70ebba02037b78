"""Colours: neutral at zero, told apart by every eye, and text that can be read on them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from ffstudio.gui.panels.confusion.cell_colors import cell_ground, sequential_to
from ffstudio.gui.panels.filters.layer_filters import color_limit
from ffstudio.gui.style.colormaps import (
    PICTURE_MAPS,
    WEIGHT_MAPS,
    diverge,
    diverge_pixels,
    diverging,
    pack,
    readable_on,
    sequential,
)
from ffstudio.gui.style.palettes import PALETTES
from ffstudio.gui.style.theme import DARK, LIGHT, PAPER, Colors, recolor

# Linear RGB as seen without red, green or blue cones (Machado, Oliveira & Fernandes 2009).
BLINDNESS = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
               [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
               [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
THEMES = {"light": LIGHT, "dark": DARK, "paper": PAPER}


def linear(color):
    c = np.asarray(color, np.float64) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def luminance(color):
    return float(linear(color) @ [0.2126, 0.7152, 0.0722])


def contrast(first, second):
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb):
    """CIE L*a*b* of linear RGB."""
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = to_xyz @ np.clip(rgb, 0, 1) / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def rgb(color):
    return [color.red(), color.green(), color.blue()]


@pytest.mark.parametrize("name", WEIGHT_MAPS)
@pytest.mark.parametrize("is_dark", [False, True])
def test_zero_is_neutral_and_the_ends_are_the_ends(is_dark, name):
    table = diverging(is_dark, name)
    assert table.shape == (511, 3)
    values = np.array([-2.0, -1.0, 0.0, 1.0, 5.0, np.nan])
    colors = diverge(values, 1.0, is_dark, name)
    for at, index in enumerate((0, 0, 255, 510, 510, 255)):
        assert colors[at].tolist() == table[index].tolist()
    assert np.ptp(table[255].astype(int)) <= 6  # grey
    # Both ends are far from the middle and from each other.
    for a, b in ((0, 255), (255, 510), (0, 510)):
        assert np.abs(table[a].astype(int) - table[b].astype(int)).sum() > 100


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_colours_grow_with_the_weight(is_dark):
    table = diverging(is_dark).astype(int)
    far = np.abs(table - table[255]).sum(axis=1)
    assert (np.diff(far[255:]) >= 0).all() and (np.diff(far[:256]) <= 0).all()


def test_a_layer_of_zeros_is_neutral_and_divides_by_nothing():
    zeros = np.zeros((3, 3), np.float32)
    assert color_limit(zeros) == 1.0
    assert (diverge(zeros, 0.0, False) == diverging(False)[255]).all()


@pytest.mark.parametrize("name", WEIGHT_MAPS)
@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("kind", BLINDNESS)
def test_colour_blind_eyes_tell_minus_zero_and_plus_apart(kind, is_dark, name):
    seen = [lab(BLINDNESS[kind] @ linear(diverging(is_dark, name)[i])) for i in (0, 255, 510)]
    for a, b in ((0, 1), (1, 2), (0, 2)):
        assert np.linalg.norm(seen[a] - seen[b]) > 25


@pytest.mark.parametrize("is_dark", [False, True])
def test_packed_colours_are_the_same(is_dark):
    values = np.random.default_rng(0).normal(0, 1, (40, 30)).astype(np.float32)
    values[3, 4], values[5, 6], values[7, 8] = np.nan, np.inf, -np.inf
    values[:, 9] = 0.0
    colors = diverge(values, 1.3, is_dark).astype(np.uint32)
    want = 0xFF000000 | colors[..., 0] << 16 | colors[..., 1] << 8 | colors[..., 2]
    np.testing.assert_array_equal(diverge_pixels(values, 1.3, is_dark), want)
    assert pack(QColor("#123456")) == 0xFF123456


def test_every_value_gets_the_nearest_of_511_colours():
    values = np.linspace(-1.2, 1.2, 4001).astype(np.float32)
    table = diverging(False).astype(int)
    for value, color in zip(values.tolist(), diverge(values, 0.8, False), strict=True):
        place = min(max(255 * value / 0.8, -255), 255) + 255
        near = {int(np.floor(place + 0.499)), int(np.floor(place + 0.501))}
        assert color.tolist() in [table[i].tolist() for i in near]


def test_columns_may_have_limits_of_their_own():
    values = np.array([[1.0, 10.0, 0.0], [-0.5, 5.0, 0.0]], np.float32)
    colors = diverge_pixels(values, np.abs(values).max(axis=0), False)
    assert colors[0, 0] == colors[0, 1] == diverge_pixels(np.float32([1]), 1.0, False)[0]
    assert (colors[:, 2] == diverge_pixels(np.float32([0]), 1.0, False)[0]).all()


@pytest.mark.parametrize("name", PICTURE_MAPS)
def test_maps_of_pictures_grow_in_even_steps(name):
    """Lighter all the way, and none of ten steps is much larger than another."""
    colors = [lab(linear(color)) for color in sequential(name)]
    lightness = np.array([color[0] for color in colors])
    assert lightness[0] < 20 and lightness[-1] > 75
    assert (np.diff(lightness) > -0.3).all()
    steps = np.diff(lightness[np.linspace(0, 255, 11).round().astype(int)])
    assert steps.min() > 0.4 * steps.max()


@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize("name", PICTURE_MAPS)
def test_maps_of_pictures_grow_for_colour_blind_eyes(name, kind):
    seen = [lab(BLINDNESS[kind] @ linear(color))[0] for color in sequential(name)[::15]]
    assert (np.diff(seen) > 0).all()


def themes_of(palette):
    return [recolor(theme, Colors(curves=palette)) for theme in THEMES.values()]


@pytest.mark.parametrize("palette", PALETTES)
def test_curves_are_seen_on_every_ground(palette):
    for theme in themes_of(palette):
        ground = rgb(QColor(theme.raised))
        for color in theme.layers:
            assert contrast(rgb(QColor(color)), ground) >= 3.0, (theme.name, color)
        for color in (theme.ff, theme.bp):  # names are written in them
            assert contrast(rgb(QColor(color)), ground) >= 4.5, (theme.name, color)


@pytest.mark.parametrize("palette", PALETTES)
def test_nets_and_the_two_kinds_of_data_are_told_apart_by_every_eye(palette):
    for theme in themes_of(palette):
        for kind in BLINDNESS.values():
            for pair in ((theme.ff, theme.bp), (theme.positive, theme.negative)):
                one, other = (lab(kind @ linear(rgb(QColor(color)))) for color in pair)
                assert np.linalg.norm(one - other) > 20, (theme.name, pair)
        assert len(set(theme.layers)) == len(theme.layers)


def test_the_colours_chosen_are_kept_when_the_theme_changes():
    colors = Colors("blue-red", "cividis", "bright")
    for theme in THEMES.values():
        chosen = recolor(theme, colors)
        assert (chosen.colors, chosen.name) == (colors, theme.name)
        assert chosen.ff != theme.ff and chosen.surface == theme.surface
        assert recolor(chosen, Colors()) is theme


@pytest.mark.parametrize("map_name", PICTURE_MAPS)
@pytest.mark.parametrize("name", THEMES)
def test_numbers_can_be_read_on_cells_of_every_map(name, map_name):
    theme = recolor(THEMES[name], Colors(pictures=map_name))
    for is_wrong in (False, True):
        grounds = [cell_ground(float(share), is_wrong, theme) for share in np.linspace(0, 1, 60)]
        assert rgb(grounds[0]) == rgb(QColor(theme.raised))
        for ground in grounds:
            assert contrast(rgb(ground), rgb(readable_on(ground))) >= 4.5
        lightness = [lab(linear(rgb(ground)))[0] for ground in grounds[1:]]
        steps = np.diff(lightness) * (1 if theme.is_dark else -1)
        if map_name != "grey":  # more is further from the paper
            assert (steps > -0.3).all()


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_every_cell(name):
    theme = THEMES[name]
    for color in (theme.accent, theme.ff, theme.bp):
        for share in np.linspace(0, 0.85, 40):
            ground = sequential_to(QColor(color), float(share), theme)
            assert contrast(rgb(ground), rgb(readable_on(ground))) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_more_is_further_from_the_paper(name):
    theme = THEMES[name]
    for color in (theme.accent, theme.bp):
        grounds = [rgb(sequential_to(QColor(color), s, theme)) for s in np.linspace(0, 1, 12)]
        assert grounds[0] == rgb(QColor(theme.raised))
        assert grounds[-1] == rgb(QColor(color))
        far = [np.abs(np.subtract(g, grounds[0])).sum() for g in grounds]
        assert (np.diff(far) > 0).all()
