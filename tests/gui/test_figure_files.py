"""Every figure of every panel, as SVG and PDF, looks as its PNG does: by renderers of others.

The figures are asked of the window, so that a new panel's are looked at too.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainterPath
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QTabWidget

from ffstudio.core.errors import FfstudioError
from ffstudio.gui.figures.clipboard import copy_figure
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
from ffstudio.gui.figures.figure import is_blank
from ffstudio.gui.panels.data.panel import DataPanel
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.draw.scores import Answer, Scores
from ffstudio.gui.style.theme import chart_pen, line_pen
from tests.gui.kinds import show, spec_of, trained
from tests.gui.renderers import compare, pixels_of, render_pdf, render_svg
from tests.marks import THOROUGH

DPI = 144
# What two good renderers of the same figure differ by, at most: pictures of weights, which are
# edges everywhere, differ most.
MOST_MEAN, MOST_ANYWHERE = 4.0, 70.0

FIGURES = {
    "learning-curves", "ff-loss", "bp-loss", "accuracy",
    "goodness", "goodness-gaps", "separation", "gaps-over-time",
    "confusion-ff", "confusion-bp", "confusion-difference",
    "filters", "data-preview", "images-per-class", "pair-preview", "label-scores",
}  # fmt: skip
OF_CLASSES = {
    "goodness",
    "goodness-gaps",
    "separation",
    "gaps-over-time",
    "filters",
    "label-scores",
}


def assert_files_agree(figure, width_in=None):
    """SVG and PDF against the PNG."""
    size = PictureSize(width_in, DPI)
    png = QImage.fromData(FIGURE_FORMATS["png"].content(figure, size))
    drawn = pixels_of(png)
    for ending, render in (("svg", render_svg), ("pdf", render_pdf)):
        made = render(FIGURE_FORMATS[ending].content(figure, size), png.width())
        apart = compare(drawn, made)
        where = f"{figure.figure_name}.{ending}: {apart}"
        assert apart.missing == (), where
        assert apart.mean <= MOST_MEAN, where
        assert apart.largest <= MOST_ANYWHERE, where


def fill(qtbot, window, studio, kind):
    """Has every panel show something of a trained net."""
    run = trained(kind)
    last = show(studio, kind)
    for event in run.events:
        studio.history.add(event)
    studio.history_changed.emit()
    goodness = window.docks["goodness"].panel
    window.docks["goodness"].bring_up()

    def measured(version):
        return goodness.probed is not None and goodness.probed.version == version

    for later in range(3):
        moment = dataclasses.replace(last, version=last.version + later, epoch=4.0 + later)
        studio.set_snapshot(moment)
        qtbot.waitUntil(lambda version=moment.version: measured(version))
    pad = window.docks["draw"].panel.findChild(DrawPad)
    paper = pad.paper()
    at = [
        QPoint(int(paper.left() + x * paper.width()), int(paper.top() + y * paper.height()))
        for x, y in ((0.3, 0.25), (0.5, 0.25), (0.7, 0.25), (0.6, 0.5), (0.5, 0.75))
    ]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at[0])
    for place in at[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at[-1])
    scores = window.docks["draw"].panel.figures()[0]
    qtbot.waitUntil(lambda: not scores.figure_size().isEmpty())
    # Images that a layer wants take a while: they are made where somebody looks.
    window.docks["wants"].bring_up()
    wanted = window.docks["wants"].panel.figures()[0]
    qtbot.waitUntil(lambda: not wanted.figure_size().isEmpty(), timeout=60_000)


@pytest.mark.parametrize("kind", ["labels", "classes"])
def test_every_figure_of_the_window_looks_alike_in_every_format(qtbot, make_window, studio, kind):
    window = make_window()
    window.resize(1280, 800)
    fill(qtbot, window, studio, kind)
    figures = {figure.figure_name: figure for figure in window.docks.figures()}
    assert set(figures) >= FIGURES
    # Goodness class by class has no pairs, and says so.
    blank = {name for name, figure in figures.items() if is_blank(figure)}
    # Nets without a label in their input: these views say so.
    unlabelled = {"pair-preview", "label-scrubber"}
    unlabelled |= {"explain-passes", "explain-labels"}
    assert blank == (unlabelled if kind == "classes" else set())
    # Of nets whose goodness is class by class, what that changes.
    names = figures.keys() - blank if kind == "labels" else OF_CLASSES
    for name in names:
        assert_files_agree(figures[name])
    if kind == "labels":
        # Laid out anew, and scaled.
        for name in ("goodness", "goodness-gaps", "learning-curves", "confusion-ff"):
            assert_files_agree(figures[name], width_in=3.3)
    else:
        assert_every_layer_agrees(window, kind)


@THOROUGH
def test_every_layer_looks_alike(qtbot, make_window, studio):
    """Of a net without feature maps; those with are looked at above."""
    window = make_window()
    window.resize(1280, 800)
    fill(qtbot, window, studio, "labels")
    assert_every_layer_agrees(window, "labels")


def assert_every_layer_agrees(window, kind):
    """Tiles, heat maps and what a convolution answers to the drawn digit."""
    panel = window.docks["filters"].panel
    layers, view = (panel.findChild(QComboBox, name) for name in ("filter_layer", "filter_view"))
    names = set()
    for layer in range(layers.count()):
        for what in ("weights", "maps"):
            layers.setCurrentIndex(layer)
            view.setCurrentIndex(view.findData(what))
            (figure,) = panel.figures()
            names.add((layer, figure.figure_name))
            assert_files_agree(figure)
    assert (1, "filters") in names
    assert ((0, "feature-maps") in names) == (kind == "classes")


def test_answers_of_nets_that_are_no_classifiers_look_alike(qtbot, themes):
    """A reconstruction beside what was drawn, and a code."""
    picture = np.random.default_rng(2).random((28, 28)).astype(np.float32)
    answers = (
        Answer("autoencoder", given=picture, made=1 - picture),
        Answer("encoder", numbers=np.linspace(-2, 2, 8, dtype=np.float32), total=32),
    )
    bars = ScoreBars(themes)
    qtbot.addWidget(bars)
    for answer in answers:
        bars.show_scores(Scores((), other=answer))
        assert not is_blank(bars)
        assert_files_agree(bars)


# --- what readers of SVG make of it -------------------------------------------------------------


class Clipped:
    """A clip within a clip, and what comes after each of them; thin lines, dashes, words."""

    figure_name, figure_title = "clipped", "Clipped"

    def figure_size(self):
        return QSizeF(200.4, 120.7)

    def paint_figure(self, painter, rect, theme):
        painter.save()
        painter.setClipRect(QRectF(20.3, 15.7, 120.2, 90.9), Qt.ClipOperation.IntersectClip)
        painter.save()
        steps = QPainterPath(QRectF(30.4, 60.2, 20.7, 60.0).bottomLeft())
        for x, y in ((30.4, 60.2), (51.1, 60.2), (51.1, 20.3), (71.8, 20.3), (71.8, 120.2)):
            steps.lineTo(x, y)
        steps.closeSubpath()
        painter.setClipPath(steps, Qt.ClipOperation.IntersectClip)
        painter.fillRect(rect, QColor("orange"))
        painter.restore()
        painter.setPen(chart_pen(QColor("blue"), 1.1))
        painter.drawPath(steps.translated(50, 0))  # outside the inner clip, inside the outer
        painter.restore()
        painter.setPen(line_pen("black", Qt.PenStyle.DashLine))
        painter.drawLine(5, 10, 195, 10)  # outside both
        painter.drawText(QRectF(140, 90, 58, 20), int(Qt.AlignmentFlag.AlignLeft), "after")
        painter.save()
        painter.translate(170, 60)
        painter.rotate(30)
        painter.setClipRect(QRectF(-15, -15, 30, 30))
        painter.fillRect(QRectF(-40, -40, 80, 80), QColor("green"))
        painter.restore()

    def figure_table(self):
        return ["a"], [[1]]


@pytest.mark.parametrize("width_in", [None, 1.5, 6.0])
def test_a_clip_ends_where_it_was_ended(qapp, width_in):
    assert_files_agree(Clipped(), width_in)


def test_thin_lines_keep_their_width_whatever_the_resolution(qapp):
    """A line of 0.75 points is as dark at 300 dots an inch as at 72."""
    content = FIGURE_FORMATS["svg"].content(Clipped(), PictureSize())
    for dpi in (72, 300):
        width = round(200.4 / 72 * dpi)
        drawn = render_svg(content, width)
        strip = drawn[: int(15 / 72 * dpi), int(2.5 / 72 * dpi) :]
        ink = ((255 - strip) / 255).mean(axis=2).sum() / dpi**2 * 72**2  # points²
        # 190 points, of which dashes cover two thirds or more.
        assert 0.6 * 190 * 0.75 < ink < 190 * 0.75


def test_svg_names_a_font_and_what_stands_in_for_it(qapp):
    text = FIGURE_FORMATS["svg"].content(Clipped(), PictureSize()).decode()
    assert "Sans Serif" not in text.split("<text", 1)[1]
    assert "sans-serif" in text.split("<text", 1)[1]
    assert f'width="{200.4 / 72 * 25.4:.6g}mm"' in text


def test_the_comparison_sees_what_is_missing():
    """Half a picture, a missing line and a picture moved aside are not alike."""
    white = np.full((96, 96, 3), 255, np.uint8)
    shown = white.copy()
    shown[40:44, 10:90] = 0
    assert compare(shown, shown).missing == ()
    assert compare(shown, white).missing != ()
    moved = np.roll(shown, 30, axis=0)
    assert compare(shown, moved).missing != ()
    assert compare(shown, moved).largest > MOST_ANYWHERE


# --- nothing blank ------------------------------------------------------------------------------


class Blank:
    figure_name, figure_title = "nothing", "Nothing at all"

    def figure_size(self):
        return QSizeF(100, 50)

    def paint_figure(self, painter, rect, theme):
        pass

    def figure_table(self):
        return ["a"], []


@pytest.mark.parametrize("ending", FIGURE_FORMATS)
def test_a_blank_figure_is_refused_in_one_sentence(qapp, tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    with pytest.raises(FfstudioError, match="“Nothing at all” is empty and cannot be exported"):
        FIGURE_FORMATS[ending].write(Blank(), path)
    assert not path.exists()


def test_a_blank_figure_is_not_copied_either(qapp):
    QGuiApplication.clipboard().setText("before")
    with pytest.raises(FfstudioError, match="is empty"):
        copy_figure(Blank())
    assert QGuiApplication.clipboard().text() == "before"


def test_the_export_dialog_does_not_offer_it(qtbot, studio, make_window):
    window = make_window()
    dialog = ExportDialog([Clipped(), Blank()], studio, window.settings)
    qtbot.addWidget(dialog)
    dialog.show()
    names = dialog.findChild(QListWidget, "export_list")
    assert not names.item(1).flags() & Qt.ItemFlag.ItemIsUserCheckable
    button = dialog.findChild(QPushButton, "export_all_button")
    for chosen in ([], ["clipped"]):  # the first click takes away what was ticked
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert [figure.figure_name for figure in dialog.chosen] == chosen


def test_what_nobody_has_looked_at_is_exported_too(qtbot, make_window, studio):
    """Only Curves and Draw were ever in front: the other panels compute what they owe."""
    window = make_window()
    show(studio, "labels")
    for event in trained("labels").events:
        studio.history.add(event)
    studio.history_changed.emit()
    window.docks["log"].bring_up()
    names = {f.figure_name for f in window.docks.figures() if not is_blank(f)}
    # Nothing was drawn, and one moment is no course of time.
    assert names >= FIGURES - {"label-scores", "separation", "gaps-over-time"}
    assert window.docks["goodness"].panel.probed.net is studio.snapshot.ff


def test_pairs_are_there_though_their_tab_was_never_opened(qtbot, studio, themes):
    show(studio, "labels")
    panel = DataPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.findChild(QTabWidget, "data_tabs").currentIndex() == 0
    pairs = next(f for f in panel.figures() if f.figure_name == "pair-preview")
    assert not is_blank(pairs) and len(pairs.figure_table()[1]) > 10
    # And none where there are none, which the panel says in words.
    studio.edits.edit(spec_of("labels", algorithms="bp"))
    pairs = next(f for f in panel.figures() if f.figure_name == "pair-preview")
    assert is_blank(pairs)
    assert "Only backprop" in panel.findChild(QLabel, "negative_collisions").text()
    panel.shutdown()
