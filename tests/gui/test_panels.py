"""What every panel of the table promises, and what panels tell each other."""

from __future__ import annotations

import logging

import numpy as np
import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.panels.links import LOOKS_CLOSELY, PanelLinks
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.panels.table import PANELS, PanelEntry, Place
from ffstudio.gui.style.theme import DARK
from ffstudio.gui.system.log_records import LogRecords
from ffstudio.jobs.studio import Studio

EACH = pytest.mark.parametrize("entry", PANELS, ids=lambda entry: entry.name)


@pytest.fixture
def empty_studio(qtbot):
    """A studio without data, net or engine."""
    made = Studio()
    yield made
    assert made.shutdown(10.0)


def texts(panel):
    """All words a user can read on a panel."""
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    fields = [field.placeholderText() for field in panel.findChildren(QPlainTextEdit)]
    return [text for text in labels + fields if text.strip()]


def test_names_are_told_apart():
    names = [entry.name for entry in PANELS]
    assert len(set(names)) == len(names)
    assert LOOKS_CLOSELY in names
    assert {entry.place for entry in PANELS} == set(Place)


@EACH
def test_says_what_it_shows(entry):
    assert entry.title
    assert entry.shows.endswith(".")
    assert len(entry.shows) > 20


@EACH
def test_stands_on_an_empty_studio(qtbot, empty_studio, themes, entry):
    panel = entry.make(empty_studio, themes)
    qtbot.addWidget(panel)
    panel.resize(480, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    assert isinstance(panel, Panel)
    assert texts(panel), "an empty panel says in words what is missing"
    for figure in panel.figures():
        assert isinstance(figure, Figure)
        assert figure.figure_title
    themes.choose("dark")
    assert themes.theme is DARK
    assert not panel.grab().isNull()
    panel.shutdown()
    panel.shutdown()  # as often as one likes; no thread or timer is left, see conftest


@EACH
def test_goes_back_to_its_choices(qtbot, empty_studio, themes, entry):
    panel = entry.make(empty_studio, themes)
    qtbot.addWidget(panel)
    kept = panel.choices()
    assert all(isinstance(v, bool | int | float | str) for v in kept.values())
    panel.choose({"an older version's": 1, **dict.fromkeys(kept)})
    panel.choose(kept)
    assert panel.choices() == kept
    # Another panel takes them over, whatever they are.
    for control in panel.controls_to_remember().values():
        if isinstance(control, QAbstractButton):
            control.toggle()
        elif isinstance(control, QComboBox | QTabBar):
            control.setCurrentIndex(control.count() - 1)
        else:
            control.setValue(control.maximum())
    other = entry.make(empty_studio, themes)
    qtbot.addWidget(other)
    other.choose(panel.choices())
    assert other.choices() == panel.choices()
    for one in (panel, other):
        one.shutdown()


def test_what_is_no_panel_is_told(qtbot, empty_studio, themes):
    entry = PanelEntry("x", "X", "Nothing.", Place.LEFT, "PySide6.QtWidgets:QLabel")
    with pytest.raises(TypeError):
        entry.make(empty_studio, themes)


# --- links ----------------------------------------------------------------------------------


def test_an_image_is_chosen_for_the_panel_that_looks_closely(qtbot):
    links, told = PanelLinks(), []
    links.panel_wanted.connect(told.append)
    links.image_chosen.connect(lambda index, which: told.append((index, which)))
    links.choose_image(3, "test")
    assert told == [LOOKS_CLOSELY, (3, "test")], "the panel is there before the image comes"


def test_the_pad_shows_the_image_chosen(qtbot, studio, themes):
    links = PanelLinks()
    entry = next(entry for entry in PANELS if entry.name == LOOKS_CLOSELY)
    panel = entry.make(studio, themes, links)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    with qtbot.waitSignal(links.picture_changed) as told:
        links.choose_image(2, "test")
    expected = studio.data.test.x[2].reshape(studio.data.image_shape)
    np.testing.assert_array_equal(told.args[0], expected)
    panel.shutdown()


def test_the_last_picture_is_kept_for_a_panel_made_later(qtbot):
    links = PanelLinks()
    assert links.picture is None
    picture = np.ones((28, 28), np.float32)
    links.show_picture(picture)
    assert links.picture is picture


def test_the_log_shows_what_came_before_it(qtbot, empty_studio, themes):
    records = LogRecords.install()
    logging.getLogger("ffstudio.test_panels").setLevel(logging.INFO)
    logging.getLogger("ffstudio.test_panels").info("an early line")
    entry = next(entry for entry in PANELS if entry.name == "log")
    panel = entry.make(empty_studio, themes)
    qtbot.addWidget(panel)
    assert "an early line" in panel.findChild(QWidget, "log_text").toPlainText()
    panel.shutdown()
    assert LogRecords.find_installed() is records, "it belongs to the window"
    records.uninstall()
    assert LogRecords.find_installed() is None
