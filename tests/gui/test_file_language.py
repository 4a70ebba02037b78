"""Files that other programs read speak English, whatever the window does."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from PySide6.QtGui import QImage

from ffstudio.core.words import speak
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
from ffstudio.gui.figures.figure import table_csv
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.draw.scores import Scores
from ffstudio.gui.style.theme import ThemeManager

CLASSES = ("zero", 'ein"s', "zwei, drei")


@pytest.fixture
def polish(qapp):
    """A window whose every text is another one, and whose decimals have a comma."""
    speak(lambda text: f"ż{text}", "pl")
    yield ThemeManager(qapp)
    speak(None)


def bars(themes):
    shown = ScoreBars(themes)
    values = np.array([[0.5, 1.25, 0.0], [1.0, 2.0, 3.0]], np.float32)
    shown.show_scores(Scores(CLASSES, goodness=values, read_out=np.array([0.25, 0.5, 0.25])))
    return shown


def matrix(themes):
    shown = ConfusionView("confusion-ff", "FF", themes)
    shown.show_counts(np.array([[3, 0, 1], [0, 2, 0], [0, 0, 4]]), CLASSES)
    return shown


HEADS = {
    bars: ["label", "goodness layer 1", "goodness layer 2", "goodness", "read-out probability"],
    matrix: ["true \\ predicted", *CLASSES],
}


@pytest.mark.parametrize("make", HEADS)
def test_tables_have_the_same_heads_and_points_in_every_language(qtbot, polish, make):
    figure = make(polish)
    qtbot.addWidget(figure)
    head, first, *_ = csv.reader(io.StringIO(table_csv(figure)))
    assert head == HEADS[make]
    numbers = [0.5, 1.0, 1.5, 0.25] if make is bars else [3, 0, 1]
    assert first[0] == "zero" and list(map(float, first[1:])) == numbers


def test_a_picture_is_labelled_with_the_keywords_of_its_format(qtbot, polish):
    figure = bars(polish)
    qtbot.addWidget(figure)
    figure.resize(400, 300)
    image = QImage.fromData(FIGURE_FORMATS["png"].content(figure, PictureSize(4.0, 72)))
    assert {"Title", "Software"} <= set(image.textKeys())
    assert image.text("Software") == "ffstudio"
