"""The card of first steps has the room it needs, on every width and in every language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.words import speak
from ffstudio.gui.panels.lesson.panel import LessonPanel
from ffstudio.gui.system.languages import NAMES
from tests.gui.cut_texts import cut_texts
from tests.gui.few_panels import few_panels
from tests.marks import choose_cases


@pytest.fixture(autouse=True)
def _english_again():
    yield
    speak(None)


@pytest.fixture
def bar(qtbot, make_window, studio, tmp_path, monkeypatch):
    """The bar of a first start without MNIST: its card has the most to say."""
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path / "nothing"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "no-keras"))
    window = make_window(panels=few_panels("builder", "draw", "curves"))
    spec = studio.spec
    studio.edits.edit(spec.replace(data=DataSpec("mnist")))
    bar = window.findChild(QWidget, "welcome_toolbar")
    qtbot.waitUntil(lambda: bar.card.missing.isVisible())
    return bar


@pytest.mark.parametrize("language", choose_cases(NAMES, "pl"))
def test_no_width_cuts_the_card(qtbot, bar, language):
    window = bar.window()
    window.speech.choose(language)
    for scale in (1.4, 1.0):
        window.appearance.zoom_to(scale)
        for width in (1280, 1024, 900, 820):
            window.resize(width, 700)
            qtbot.waitUntil(lambda: cut_texts(bar) == [])
            assert bar.minimumSizeHint().width() < 683
            # Nor does it take room that it does not need, beside the bar's own margins.
            qtbot.waitUntil(lambda: bar.height() - bar.card.height() < 24)
            assert bar.card.height() <= bar.card.layout().totalHeightForWidth(bar.card.width())
    rows = {button.mapTo(bar, QPoint(0, 0)).y() for button in bar.card.findChildren(QWidget)
            if button.property("step")}  # fmt: skip
    assert len(rows) > 1 or language != "en"


def test_the_headline_of_a_step_stays_large_when_the_theme_changes(qtbot, make_window):
    window = make_window()
    window.lessons.open_shipped("goodness")
    title = window.findChild(LessonPanel, "lesson_panel").findChild(QLabel, "lesson_step_title")
    qtbot.waitUntil(lambda: bool(title.text()))
    for theme in ("dark", "light"):
        window.appearance.choose_theme(theme)
        qtbot.wait(1)
        assert title.font().pointSizeF() == pytest.approx(1.3 * QApplication.font().pointSizeF())
        assert title.font().weight() > QApplication.font().weight()
    window.lessons.leave()


def test_messages_stay_above_panels_that_come_up(qtbot, make_window):
    window = make_window(panels=few_panels("builder", "draw", "curves"))
    window.messages.notify("Note", "Something long enough to have two lines or three.", lasts_ms=0)
    toast = window.findChild(QWidget, "toast")
    for name in ("draw", "curves", "draw"):
        window.docks.bring_up(name)
        qtbot.wait(1)
        assert window.childAt(toast.geometry().center()).window() is window
        seen = window.childAt(toast.geometry().topLeft() + QPoint(5, 5))
        assert seen is toast or toast.isAncestorOf(seen)
    toast.dismiss()
