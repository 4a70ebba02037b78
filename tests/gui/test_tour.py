"""The guided tour: from its first card to a trained net and a drawn digit, and interrupted."""

from __future__ import annotations

import dataclasses
import math

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.status import RunStatus
from ffstudio.core.words import speak
from ffstudio.gui.dialogs import questions
from ffstudio.gui.window.tour.placing import place_beside
from ffstudio.gui.window.tour.steps import STEPS, choose_experiment
from tests.gui.cut_texts import cut_texts
from tests.marks import THOROUGH


@pytest.fixture(autouse=True)
def _english_again():
    yield
    speak(None)


@pytest.fixture
def window(qtbot, make_window, studio, digits_spec):
    """A window with the digits at hand."""
    studio.edits.edit(digits_spec)
    made = make_window()
    made.resize(1280, 800)
    return made


@pytest.fixture
def digits_spec():
    return ExperimentSpec(name="Before", data=DataSpec("digits"))


def click(qtbot, window, name):
    """Clicks a button by its name, with the mouse."""
    button = window.findChild(QPushButton, name)
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def begin(qtbot, window):
    click(qtbot, window, "welcome_tour_button")
    qtbot.waitUntil(lambda: window.tour.is_on)


def card(window):
    return window.findChild(QWidget, "tour_card")


def said(window):
    return window.findChild(QLabel, "tour_said").text()


def next_text(window):
    return window.findChild(QPushButton, "tour_next_button").text()


def place_of(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def draw_zero(qtbot, pad):
    """A large round stroke, by the mouse."""
    points = [
        QPoint(
            round(pad.width() * (0.5 + 0.2 * math.sin(turn / 12 * math.pi))),
            round(pad.height() * (0.5 - 0.3 * math.cos(turn / 12 * math.pi))),
        )
        for turn in range(25)
    ]
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(pad, point)
        qtbot.wait(2)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def points_at(window, name):
    """True when the ring is around that widget and the card is not on it."""
    ring, target = window.findChild(QWidget, "tour_ring"), window.findChild(QWidget, name)
    return (
        ring.isVisible()
        and ring.geometry().adjusted(-1, -1, 1, 1).contains(place_of(target, window).center())
        and not card(window).geometry().contains(place_of(target, window).center())
    )


@pytest.mark.tf
def test_its_keys_are_nobody_elses(qtbot, window):
    begin(qtbot, window)
    own = {
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut)
        if shortcut.isEnabled() and not shortcut.key().isEmpty()
    }
    taken = {
        keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()
    }
    keys = {"Ctrl+Right", "Ctrl+Left", "Esc"}
    assert keys <= own and "Ctrl+Shift+Right" in taken
    assert not keys & taken


def test_it_ends_in_a_trained_net_and_a_drawn_digit(qtbot, window, studio):
    studio.start()
    begin(qtbot, window)
    assert window.tour.step.name == "net" and points_at(window, "builder_dock")
    assert studio.spec.data.name == "digits" and studio.spec.name == "Guided Tour"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.tour.step.name == "train" and points_at(window, "train_button")
    assert next_text(window) == "Train"
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=120_000)
    # By the real button: the ring takes no mouse.
    train = window.findChild(QPushButton, "train_button")
    ring = window.findChild(QWidget, "tour_ring")
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert window.childAt(place_of(train, window).center()) is train
    qtbot.mouseClick(train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.tour.step.name == "goodness", timeout=120_000)
    assert window.docks["goodness"].is_seen
    qtbot.waitUntil(lambda: next_text(window) == "Next", timeout=120_000)
    assert "Forward-Forward names" in said(window)
    click(qtbot, window, "tour_next_button")
    assert window.tour.step.name == "accuracy" and window.docks["curves"].is_seen
    qtbot.waitUntil(lambda: window.tour.progress.is_over, timeout=180_000)
    assert window.tour.progress.accuracy > 0.9 and window.tour.progress.epochs == 20
    click(qtbot, window, "tour_next_button")
    assert window.tour.step.name == "draw" and next_text(window) == "Skip"
    pad = window.findChild(QWidget, "draw_pad")
    assert points_at(window, "draw_pad")
    assert window.childAt(place_of(pad, window).center()) is pad
    draw_zero(qtbot, pad)
    qtbot.waitUntil(lambda: window.tour.progress.answer == "0")
    assert said(window) == "The Forward-Forward net reads: 0." and next_text(window) == "Next"
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.tour.step.name == "bars" and points_at(window, "score_bars")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert window.tour.step.name == "draw"
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    click(qtbot, window, "tour_next_button")
    assert window.tour.step.name == "next" and not window.settings.guided_tour_done
    assert not window.findChild(QWidget, "tour_ring").isVisible()
    click(qtbot, window, "tour_explain_button")
    assert not window.tour.is_on and window.settings.guided_tour_done
    taken = window.findChild(QPushButton, "welcome_tour_button")
    assert taken.accessibleName() == "Guided Tour, done" and not taken.icon().isNull()
    explain = window.docks["explain"]
    assert explain.is_seen
    qtbot.waitUntil(lambda: explain.panel.explained is not None)
    assert explain.panel.explained.snapshot.epoch == 20
    assert studio.snapshot.epoch == 20 and studio.status is RunStatus.IDLE
    studio.edits.undo_stack.undo()
    assert studio.spec.name == "Before"


@pytest.mark.tf
def test_a_cancelled_run_is_trained_again(qtbot, window, studio):
    studio.start()
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=120_000)
    begin(qtbot, window)
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=60_000)
    click(qtbot, window, "tour_next_button")
    click(qtbot, window, "tour_next_button")  # presses Train
    qtbot.waitUntil(lambda: window.tour.progress.has_begun, timeout=120_000)
    studio.runs.cancel()
    qtbot.waitUntil(lambda: studio.status is RunStatus.IDLE, timeout=60_000)
    assert not window.tour.progress.has_begun
    assert "Nothing has been trained" in said(window)
    click(qtbot, window, "tour_back_button")
    assert window.tour.step.name == "train" and next_text(window) == "Train"


def test_escape_leaves_from_anywhere(qtbot, window, studio):
    begin(qtbot, window)
    window.docks.bring_up("draw")
    pad = window.findChild(QWidget, "draw_pad")
    draw_zero(qtbot, pad)
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Escape)  # clears the pad
    assert window.tour.is_on
    qtbot.keyClick(pad, Qt.Key.Key_Escape)
    assert not window.tour.is_on and not window.settings.guided_tour_done
    assert studio.spec.name == "Guided Tour"  # until that is undone
    window.commands.run("tour")
    assert window.tour.is_on and window.tour.step is STEPS[0]
    window.close()
    assert not window.tour.is_on


def test_it_follows_panels_and_sizes(qtbot, window):
    begin(qtbot, window)
    window.docks["goodness"].hide()
    for _ in range(2):  # nobody trains here
        window.tour.go_on()
    assert window.tour.step.name == "train"
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: points_at(window, "train_button"))
    window.tour.go_back()
    for scale, theme in ((1.4, "dark"), (1.0, "light")):
        window.appearance.zoom_to(scale)
        window.appearance.choose_theme(theme)
        qtbot.waitUntil(lambda: window.rect().contains(card(window).geometry()))
        qtbot.waitUntil(lambda: cut_texts(card(window)) == [])
        qtbot.waitUntil(lambda: points_at(window, "builder_dock"))
    builder = window.docks["builder"]
    builder.setFloating(True)
    ring = window.findChild(QWidget, "tour_ring")
    qtbot.waitUntil(
        lambda: [r for r in builder.findChildren(QWidget, "tour_ring") if r.isVisible()] == [ring]
    )
    builder.setFloating(False)
    qtbot.waitUntil(lambda: ring.window() is window and points_at(window, "builder_dock"))
    builder.hide()
    qtbot.waitUntil(lambda: not ring.isVisible())
    assert card(window).isVisible()
    window.tour.go_on()
    window.tour.go_back()  # brings it up again
    qtbot.waitUntil(lambda: points_at(window, "builder_dock"))


@THOROUGH
def test_another_language_and_another_file(qtbot, window, studio, tmp_path):
    begin(qtbot, window)
    window.tour.go_on()
    window.speech.choose("pl")
    assert window.tour.step.name == "train"
    qtbot.waitUntil(lambda: points_at(window, "train_button"))
    qtbot.waitUntil(lambda: cut_texts(card(window)) == [])
    window.speech.choose("en")
    window.lessons.open_shipped("goodness")
    qtbot.waitUntil(lambda: studio.lessons.is_open)
    assert not window.tour.is_on
    window.commands.run("tour")  # the lesson has the builder
    assert not window.tour.is_on and "lesson" in window.statusBar().currentMessage()
    window.lessons.leave()
    window.commands.run("tour")
    assert window.tour.is_on
    window.files.open_shipped()
    qtbot.waitUntil(lambda: not window.tour.is_on)


def test_nets_that_nobody_kept_are_asked_for(qtbot, window, studio, monkeypatch):
    window.files.open_shipped()
    qtbot.waitUntil(lambda: studio.snapshot is not None and not studio.files.is_busy)
    studio.show(dataclasses.replace(studio.shown, unsaved=True))
    assert studio.has_unsaved_model
    answers = [questions.Leave.STAY, questions.Leave.DISCARD]
    monkeypatch.setattr(questions.UnsavedModelDialog, "ask", lambda *_: answers.pop(0))
    before = studio.spec
    window.commands.run("tour")
    assert not window.tour.is_on and studio.spec == before
    window.commands.run("tour")
    assert window.tour.is_on and answers == []


def test_mnist_is_learnt_from_where_it_is():
    mnist = ExperimentSpec(data=DataSpec("mnist", "/somewhere"))
    chosen = choose_experiment(mnist, has_images=True)
    assert (chosen.data.name, chosen.data.path, chosen.data.subset) == ("mnist", "/somewhere", 0.1)
    assert choose_experiment(mnist, has_images=False).data.name == "digits"


@pytest.mark.parametrize("target", [QRect(10, 10, 300, 700), QRect(900, 40, 90, 30),
                                    QRect(400, 600, 200, 90), QRect(200, 200, 500, 300)])  # fmt: skip
def test_the_card_covers_nothing_that_it_can_help(target):
    room, size = QRect(0, 0, 1024, 700), QSize(280, 180)
    placed = QRect(place_beside(size, target, room), size)
    assert room.contains(placed) and not placed.intersects(target)
    assert room.contains(QRect(place_beside(size, room, room), size))
    assert place_beside(size, None, room) == room.center() - QPoint(140, 90)
