"""The pages that explain Forward-Forward: turned, drawn from the net shown, and exported."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QTextBrowser,
    QToolButton,
)

from ffstudio.gui.figures.export import ExportOptions, export_all
from ffstudio.gui.panels.explain.page_view import PageView
from ffstudio.gui.panels.explain.pages import NAMES, PAGES
from ffstudio.gui.panels.explain.panel import ExplainPanel
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.gui.kinds import KINDS, digits, trained
from tests.marks import choose_cases


@pytest.fixture
def studio(qapp):
    made = Studio()
    made.images.take(digits())
    yield made
    assert made.shutdown(10.0)


@pytest.fixture
def panel(qtbot, studio):
    made = ExplainPanel(studio, ThemeManager("light"))
    qtbot.addWidget(made)
    made.resize(640, 760)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def explain(qtbot, panel, studio, kind, **changes):
    """Shows a net of that kind; ``changes`` are those of its snapshot."""
    before, made = panel.explained, trained(kind)
    snapshot = dataclasses.replace(made.snapshot, **changes)
    studio.show(Shown(snapshot, made.spec))
    qtbot.waitUntil(lambda: panel.explained is not None and panel.explained is not before)


def text(panel, name):
    return panel.findChild(QLabel, name).text()


def click(qtbot, panel, name):
    qtbot.mouseClick(panel.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def painted_colors(view):
    """How many colours its picture has: few where nothing is drawn."""
    image = view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return len(np.unique(pixels))


def test_without_a_net_it_has_words_but_no_figure(qtbot, panel):
    assert "Press Train" in text(panel, "explain_about_label")
    assert text(panel, "explain_title") == "What goodness is" and text(panel, "explain_text")
    assert panel.findChild(PageView).height() == 0
    click(qtbot, panel, "explain_next_button")
    assert panel.page == "passes" and text(panel, "explain_title") == "Why two forward passes"


def test_pages_are_turned_by_buttons_keys_and_contents(qtbot, panel, studio):
    explain(qtbot, panel, studio, "labels")
    back = panel.findChild(QPushButton, "explain_back_button")
    assert not back.isEnabled()
    view = panel.findChild(PageView)
    for name in NAMES[1:]:
        click(qtbot, panel, "explain_next_button")
        assert panel.page == name and view.height() > 100
        assert painted_colors(view) > 8
    assert not panel.findChild(QPushButton, "explain_next_button").isEnabled()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert panel.page == NAMES[-2]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)  # there is no further one
    assert panel.page == NAMES[-1]
    contents = panel.findChild(QComboBox, "explain_page_choice")
    contents.setFocus()
    qtbot.keyClick(contents, Qt.Key.Key_Home)
    assert panel.page == NAMES[0]


def test_equations_are_those_of_the_net(qtbot, panel, studio):
    explain(qtbot, panel, studio, "labels")
    assert text(panel, "explain_equation") == "g = 1/n · Σⱼ aⱼ²"
    explain(qtbot, panel, studio, "minimised")
    assert text(panel, "explain_equation") == "g = −1/n · Σⱼ aⱼ²"
    panel.turn(1)  # its layers learn by two losses
    assert text(panel, "explain_equation").count("ℓ =") == 2


def test_the_label_is_moved_by_slider_and_keys(qtbot, panel, studio):
    explain(qtbot, panel, studio, "labels")
    slider, view = panel.findChild(QSlider, "explain_label_slider"), panel.findChild(PageView)
    assert not slider.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_3)  # not on this page
    assert panel.label == panel.explained.label == int(studio.data.test.y[0])
    while panel.page != "labels":
        panel.turn(1)
    assert slider.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert panel.label == slider.value() == 3
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert panel.label == 9
    before = panel.findChild(PageView).grab().toImage()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert panel.findChild(PageView).grab().toImage() != before


def test_it_follows_the_net_and_says_when_nothing_is_learnt(qtbot, panel, studio):
    explain(qtbot, panel, studio, "labels", epoch=0.0)
    assert "learnt nothing yet" in text(panel, "explain_about_label")
    panel.turn(3)
    before = panel.explained
    explain(qtbot, panel, studio, "labels", epoch=2.5, version=9)
    assert "after 2.5 epochs" in text(panel, "explain_about_label")
    assert panel.page == "labels" and panel.explained.snapshot.version == 9
    np.testing.assert_array_equal(panel.explained.scores, before.scores)
    number = panel.findChild(QSpinBox, "explain_image_number")
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: np.array_equal(panel.explained.x, studio.data.test.x[1]))


@pytest.mark.parametrize(
    "kind", choose_cases(KINDS, "labels", "minimised", "classes", "local fields", "pairs", "frames")
)
def test_every_kind_of_net_has_its_pages(qtbot, panel, studio, kind, tmp_path):
    explain(qtbot, panel, studio, kind)
    has_labels = trained(kind).snapshot.ff.has_label_in_input
    figures = panel.figures()
    drawn = [figure for figure in figures if not figure.figure_size().isEmpty()]
    names = {figure.figure_name.removeprefix("explain-") for figure in drawn}
    assert {"goodness", "prediction"} <= names
    assert ("labels" in names) == has_labels
    for page in PAGES:
        panel.turn(1 if page.name != NAMES[0] else -6)
        assert panel.page == page.name
        assert text(panel, "explain_text") == (page.text if has_labels else page.other)
        shown = panel.findChild(PageView).height() > 0
        assert shown == (page.name in names)
        assert text(panel, "explain_about_label")
    export_all(drawn, tmp_path, ExportOptions(("svg",)), studio.history)
    assert len(list(tmp_path.glob("explain-*.svg"))) == len(drawn)


def test_tables_hold_the_numbers(qtbot, panel, studio):
    explain(qtbot, panel, studio, "labels")
    tables = {figure.figure_name: figure.figure_table() for figure in panel.figures()}
    made = panel.explained
    for name, (header, rows) in tables.items():
        assert rows and all(len(row) == len(header) for row in rows), name
    assert [row[2] for row in tables["explain-labels"][1]] == pytest.approx(
        made.looks.goodness.reshape(-1).tolist()
    )
    norms = [row[3] for row in tables["explain-backprop"][1] if row[0] == "bp"]
    assert norms == pytest.approx([np.linalg.norm(t.kernel_gradient) for t in made.trace.layers])
    ff = [row for row in tables["explain-local"][1] if row[0] == "ff"]
    assert [row[2] for row in ff] == pytest.approx(
        [np.linalg.norm(layer.kernel_gradient) for layer in made.local]
    )
    # Nothing comes back into the last layer, so both of its norms are one.
    assert ff[-1][2] == ff[-1][3] and ff[0][2] != ff[0][3]


def test_hidden_it_does_nothing(qtbot, panel, studio):
    explain(qtbot, panel, studio, "labels")
    panel.hide()
    rounds, before = panel.pace.num_rounds, panel.explained
    made = trained("labels")
    studio.show(Shown(dataclasses.replace(made.snapshot, version=7), made.spec))
    qtbot.wait(300)
    assert panel.pace.num_rounds == rounds and panel.explained is before
    panel.show()
    qtbot.waitUntil(lambda: panel.explained is not before)


def test_a_model_without_forward_forward_says_so(qtbot, panel, studio):
    made = trained("labels")
    studio.show(Shown(dataclasses.replace(made.snapshot, ff=None), made.spec))
    assert "no Forward-Forward net" in text(panel, "explain_about_label")
    assert panel.explained is None


def test_why_opens_its_help(qtbot, make_window, studio):
    window = make_window(panels=few_panels("explain", "draw"))
    window.docks.bring_up("explain")
    why = window.docks["explain"].panel.findChild(QToolButton, "explain_why_button")
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert window.help.window.isVisible()
    assert "six short pages" in window.help.window.findChild(QTextBrowser).toPlainText()
