"""Embedding: clouds of real nets, by mouse, lasso and keys, live and at every moment of a run."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPolygonF
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QPushButton, QToolButton

from ffstudio.core.look.embedding import BOTH, MOST_EMBEDDED, NEUTRAL, TRUE_LABEL, embed
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.files.runs.opening import open_moment
from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.figures.figure import is_blank
from ffstudio.gui.panels.embedding.clouds_view import CloudsView
from ffstudio.gui.panels.embedding.panel import EmbeddingPanel
from ffstudio.gui.plots.image_gallery import ImageGallery
from tests.gui.few_panels import few_panels
from tests.gui.test_draw_panel import random_model

LONG = 20_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, studio, themes):
    made = EmbeddingPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(620, 820)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def sample_of(studio):
    which = studio.judged_on
    return draw_sample(studio.data.samples(which), which, MOST_EMBEDDED)


def shows(panel, expected):
    """Whether the clouds are those that were computed apart."""
    shown = panel.embedding
    return (
        shown is not None
        and shown.what == expected.what
        and len(shown.planes) == len(expected.planes)
        and all(
            one.places.shape == two.places.shape and np.allclose(one.places, two.places)
            for one, two in zip(shown.planes, expected.planes, strict=True)
        )
    )


def wait_for(qtbot, panel, net, what=TRUE_LABEL, **more):
    expected = embed(net, panel.embedding.sample, what, **more)
    qtbot.waitUntil(lambda: shows(panel, expected), timeout=LONG)
    return expected


def show(qtbot, panel, studio, model):
    studio.set_snapshot(model)
    qtbot.waitUntil(lambda: panel.embedding is not None, timeout=LONG)
    return embed(model.ff, sample_of(studio))


def choose(qtbot, panel, name, key=Qt.Key.Key_Down):
    box = panel.findChild(QComboBox, f"embedding_{name}")
    box.setFocus()
    qtbot.keyClick(box, key)


def test_clouds_are_those_of_the_net_and_the_data_that_are_chosen(qtbot, panel, studio):
    assert "Press Train (Space)" in panel.findChild(QLabel, "embedding_empty_label").text()
    model = random_model()
    expected = show(qtbot, panel, studio, model)
    assert shows(panel, expected)
    about = panel.findChild(QLabel, "embedding_about")
    assert "Each image carries its true label." in about.text()
    count = len(expected.sample)
    assert f"{count:,}" in about.text() and "validation" in about.text()
    choose(qtbot, panel, "label")
    wait_for(qtbot, panel, model.ff, NEUTRAL)
    assert "No image carries a label." in about.text()
    choose(qtbot, panel, "colors")
    wait_for(qtbot, panel, model.ff, BOTH)
    assert "Each image comes twice" in about.text()
    assert not panel.findChild(QComboBox, "embedding_label").isEnabled()
    choose(qtbot, panel, "net")
    wait_for(qtbot, panel, model.bp, BOTH)
    assert "Backprop knows no negative data" in about.text()
    steady = panel.findChild(QCheckBox, "embedding_steady")
    steady.setFocus()
    qtbot.keyClick(steady, Qt.Key.Key_Space)
    wait_for(qtbot, panel, model.bp, is_steady=True)


def test_a_lasso_gives_the_images_inside_of_it(qtbot, panel, studio, tmp_path):
    expected = show(qtbot, panel, studio, random_model())
    view, gallery = panel.findChild(CloudsView), panel.findChild(ImageGallery)
    cell = view.cell_rect(1)
    corners = [
        cell.center(),
        QPointF(cell.right() - 3, cell.top() + 8),
        QPointF(cell.left() + 9, cell.top() + 3),
    ]
    qtbot.mousePress(view, LEFT, pos=corners[0].toPoint())
    for corner in corners[1:]:
        qtbot.mouseMove(view, corner.toPoint())
    qtbot.mouseRelease(view, LEFT, pos=corners[-1].toPoint())
    outline = QPolygonF([QPointF(corner.toPoint()) for corner in corners])
    inside = {
        row
        for row in range(len(expected.sample))
        if outline.containsPoint(view.dot(1, row), Qt.FillRule.OddEvenFill)
    }
    assert 3 < len(inside) < len(expected.sample) and panel.chosen == inside
    labels = expected.sample.y
    order = sorted(inside, key=lambda at: (labels[at], at))
    assert gallery.rows == expected.sample.rows[order][:200].tolist()
    assert f"{len(inside)} images inside of the line in Layer 2" in gallery.caption
    images = panel.findChild(QListWidget, "embedding_gallery")
    first = order[0]
    assert f"{labels[first]} → {expected.predictions[first]}" in images.item(0).text()
    # What is chosen is exported and copied with the clouds.
    clouds, chosen = panel.figures()
    header, rows = chosen.figure_table()
    assert header == ["image", "set", "label", "answer"] and len(rows) == len(inside)
    qtbot.mouseClick(panel.findChild(QPushButton, "embedding_copy_button"), LEFT)
    assert QGuiApplication.clipboard().text().startswith("image\tset\tlabel\tanswer\n")
    QGuiApplication.clipboard().clear()
    export_all([clouds, chosen], tmp_path, ExportOptions(("svg", "csv")), studio.history)
    table = (tmp_path / "embedding.csv").read_text(encoding="utf-8").splitlines()
    assert len(table) == 1 + 2 * len(expected.sample)
    assert sum(line.endswith(",1") for line in table) == 2 * len(inside)
    svg = (tmp_path / "embedding.svg").read_text(encoding="utf-8")
    for plane in expected.planes:
        for number, share in enumerate(plane.shares, start=1):
            assert f"axis {number}: {100 * share:.1f}% of variance" in svg
    # A click beside all dots lets go.
    far = max(
        (QPointF(x, y) for x in (cell.left() + 2, cell.right() - 2)
         for y in (cell.top() + 2, cell.bottom() - 2)),
        key=lambda corner: min(
            (view.dot(1, row) - corner).manhattanLength() for row in range(len(labels))
        ),
    )  # fmt: skip
    qtbot.mouseClick(view, LEFT, pos=far.toPoint())
    assert not panel.chosen and not gallery.rows and panel.figures() == [clouds]


def test_the_pointer_names_an_image_and_a_click_shows_its_neighbours(qtbot, panel, studio):
    expected = show(qtbot, panel, studio, random_model())
    view, gallery = panel.findChild(CloudsView), panel.findChild(ImageGallery)
    plane = expected.planes[0]
    row = int(np.abs(plane.places).sum(axis=1).argmax())  # nobody else is there
    before = view.grab().toImage()
    qtbot.mouseMove(view, view.dot(0, row).toPoint())
    assert panel.pointed == (row, 0)
    said = view.accessibleDescription()
    assert f"Image {expected.sample.rows[row]:,} of the validation set" in said
    assert f"label {expected.sample.y[row]}" in said
    assert f"the net says {expected.predictions[row]}" in said and "in Layer 1" in said
    assert view.grab().toImage() != before
    qtbot.mouseClick(view, LEFT, pos=view.dot(0, row).toPoint())
    far = np.hypot(*(plane.places - plane.places[row]).T)
    nearest = expected.sample.rows[np.argsort(far, kind="stable")[:25]]
    assert gallery.rows == nearest.tolist() and gallery.rows[0] == expected.sample.rows[row]
    chosen = []
    panel.links.image_chosen.connect(lambda index, which: chosen.append((index, which)))
    images = panel.findChild(QListWidget, "embedding_gallery")
    qtbot.mouseClick(images.viewport(), LEFT, pos=images.visualItemRect(images.item(0)).center())
    assert chosen == [(gallery.rows[0], "validation")]


def test_keys_walk_from_dot_to_dot_and_layer_to_layer(qtbot, panel, studio):
    expected = show(qtbot, panel, studio, random_model())
    view, gallery = panel.findChild(CloudsView), panel.findChild(ImageGallery)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel.pointed == (0, 0)
    ways = {Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Up: (1, 1),
            Qt.Key.Key_Down: (1, -1)}  # fmt: skip
    places = expected.planes[0].places
    for key, (axis, sign) in ways.items():
        at = panel.pointed[0]
        qtbot.keyClick(view, key)
        step = places[panel.pointed[0]] - places[at]
        if panel.pointed[0] == at:  # nobody there
            others = sign * (places[:, axis] - places[at, axis])
            assert not (others > np.abs(places - places[at])[:, 1 - axis]).any()
        else:
            assert sign * step[axis] >= abs(step[1 - axis])
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert panel.pointed == (len(expected.sample) - 1, 0)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert panel.pointed == (len(expected.sample) - 1, 1)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert gallery.rows[0] == expected.sample.rows[-1] and len(panel.chosen) == 25
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not panel.chosen and panel.pointed is None and not gallery.rows


def test_a_reopened_run_looks_the_same_at_a_moment_from_either_side(qtbot, panel, studio, kept_run):
    studio.files.open(kept_run, quietly=True)
    qtbot.waitUntil(lambda: panel.embedding is not None and bool(studio.moments.kept), timeout=LONG)
    sample, last = sample_of(studio), max(studio.moments.kept)
    then = embed(open_moment(kept_run, 1).snapshot.ff, sample)
    now = embed(open_moment(kept_run, last).snapshot.ff, sample)
    assert not np.allclose(then.planes[0].places, now.planes[0].places)
    for epoch, expected in ((1, then), (last, now), (1, then)):
        studio.moments.go_to(epoch)
        qtbot.waitUntil(lambda e=expected: shows(panel, e), timeout=LONG)
        assert f"epoch\u00a0{epoch}:" in panel.findChild(QLabel, "embedding_about").text()


def test_hidden_it_measures_nothing_and_is_whole_for_export(qtbot, panel, studio, themes):
    hidden = EmbeddingPanel(studio, themes)
    qtbot.addWidget(hidden)
    studio.set_snapshot(random_model())
    qtbot.wait(200)
    assert hidden.embedding is None and hidden.pace.num_rounds == 0
    (figure,) = hidden.figures()
    assert not is_blank(figure)
    hidden.shutdown()


def test_images_are_brought_to_what_the_net_takes(qtbot, panel, studio):
    studio.set_snapshot(random_model(side=9))
    qtbot.waitUntil(lambda: panel.embedding is not None, timeout=LONG)
    assert panel.embedding.sample.x.shape[1] == 81
    about = panel.findChild(QLabel, "embedding_about").text()
    assert studio.judged_images.text and studio.judged_images.text in about
    studio.set_snapshot(random_model(classes=4))  # knows none of the other names
    qtbot.waitUntil(
        lambda: panel.embedding is not None and panel.embedding.sample.y.max() == 3, timeout=LONG
    )


def test_why_opens_its_help(qtbot, make_window):
    window = make_window(panels=few_panels("embedding", "draw"))
    window.docks.bring_up("embedding")
    why = window.docks["embedding"].panel.findChild(QToolButton, "embedding_why_button")
    qtbot.mouseClick(why, LEFT)
    assert window.help.window.isVisible()
