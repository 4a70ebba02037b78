"""Letters, signs and photographs in the window, and what is set by hand on the model card."""

from __future__ import annotations

import string

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.gui.dialogs.model_card import ModelCardDialog
from ffstudio.gui.panels.draw.drawing import Stroke, rasterise
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.marks import THOROUGH

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.tf]
LONG = 60_000
LEFT = Qt.MouseButton.LeftButton

# Letters that look different after rows and columns are exchanged, as strokes on the pad.
SHAPES = {
    "L": [[(0.3, 0.2), (0.3, 0.8), (0.7, 0.8)]],
    "T": [[(0.25, 0.2), (0.75, 0.2)], [(0.5, 0.2), (0.5, 0.8)]],
    "F": [[(0.7, 0.2), (0.3, 0.2), (0.3, 0.8)], [(0.3, 0.5), (0.6, 0.5)]],
    "V": [[(0.25, 0.2), (0.5, 0.8), (0.75, 0.2)]],
    "Z": [[(0.25, 0.2), (0.75, 0.2), (0.25, 0.8), (0.75, 0.8)]],
    "J": [[(0.6, 0.2), (0.6, 0.8), (0.3, 0.8), (0.3, 0.6)]],
}


def template(letter):
    strokes = [Stroke(tuple((28 * x, 28 * y) for x, y in line), 2.5) for line in SHAPES[letter]]
    return rasterise(strokes, (28, 28))


def save_letters(path, transposed):
    """26 outputs; those of a few letters answer to their pictures, the others to nothing."""
    import keras

    kernel = np.zeros((784, 26), np.float32)
    bias = np.full(26, -5, np.float32)
    for letter in SHAPES:
        picture = template(letter)
        picture = picture.T if transposed else picture
        at = string.ascii_uppercase.index(letter)
        kernel[:, at] = (picture / np.linalg.norm(picture)).reshape(-1)
        bias[at] = 0
    dense = keras.layers.Dense(26, "softmax")
    net = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten(), dense])
    dense.set_weights([kernel, bias])
    net.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    net.save(path)
    return path


def save_random(path, shape, classes):
    import keras

    keras.utils.set_random_seed(0)
    layers = keras.layers
    net = keras.Sequential(
        [
            keras.Input(shape),
            layers.Conv2D(4, 3, strides=2, activation="relu"),
            layers.Flatten(),
            layers.Dense(classes, "softmax"),
        ]
    )
    net.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    net.save(path)
    return path


@pytest.fixture
def window(qtbot, tmp_path):
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = MainWindow(
        Studio(ExperimentSpec(data=DataSpec("digits"))),
        ThemeManager("light"),
        Settings(store),
        panels=few_panels("builder", "draw"),
    )
    made.resize(1280, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.studio.start()
    qtbot.waitUntil(lambda: made.studio.why_not_train() == "", timeout=LONG)
    yield made
    made.close_without_asking()
    assert made.ended
    made.deleteLater()
    made.studio.deleteLater()


def open_file(qtbot, window, path):
    with qtbot.waitSignal(window.studio.strangers.opened, timeout=LONG):
        window.open_path(path)
    return window.studio.strangers.current


def open_card(window):
    QTest.mouseClick(
        window.docks["builder"].panel.findChild(QPushButton, "network_card_button"), LEFT
    )
    card = window.findChild(ModelCardDialog)
    assert card.isVisible()
    return card


def draw(window, letter):
    pad = window.docks["draw"].panel.findChild(DrawPad)
    paper = pad.paper()
    for line in SHAPES[letter]:
        at = [
            QPoint(round(paper.left() + x * paper.width()), round(paper.top() + y * paper.height()))
            for x, y in line
        ]
        QTest.mousePress(pad, LEFT, pos=at[0])
        for position in at[1:]:
            QTest.mouseMove(pad, position)
        QTest.mouseRelease(pad, LEFT, pos=at[-1])


def answer(window):
    """The name of the output that is largest for the drawing; empty before there are scores."""
    scores = window.docks["draw"].panel.findChild(ScoreBars).scores
    if scores is None or scores.probabilities is None:
        return ""
    return scores.class_names[int(np.argmax(scores.probabilities))]


def all_words(*widgets):
    return " ".join(label.text() for one in widgets for label in one.findChildren(QLabel))


def test_letters_are_drawn_and_named(qtbot, window, tmp_path):
    opened = open_file(qtbot, window, save_letters(tmp_path / "letters.h5", transposed=False))
    assert opened.snapshot.class_names == tuple(string.ascii_uppercase)
    card = open_card(window)
    # Nothing here has letters: no share of other classes is told anywhere.
    assert "%" not in all_words(card)
    assert not any(trial.count for trial in opened.trials)
    assert "26 classes" in all_words(card)
    for letter in ("L", "T", "Z"):
        window.docks["draw"].panel.clear()
        draw(window, letter)
        qtbot.waitUntil(lambda letter=letter: answer(window) == letter)


def test_transposed_letters_are_put_right_on_the_card(qtbot, window, tmp_path):
    open_file(qtbot, window, save_letters(tmp_path / "emnist.h5", transposed=True))
    card = open_card(window)
    draw(window, "L")
    qtbot.waitUntil(lambda: answer(window) != "")
    assert answer(window) != "L"
    box = card.findChild(QCheckBox, "by_hand_transposed")
    assert not box.isChecked()
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert window.studio.spec.network.preprocessing.transposed
    qtbot.waitUntil(lambda: answer(window) == "L")
    # It can be undone, and the form follows.
    window.studio.edits.undo_stack.undo()
    assert not box.isChecked()


def test_scale_and_turn_are_set_by_keys(qtbot, window, tmp_path):
    open_file(qtbot, window, save_letters(tmp_path / "letters.h5", transposed=False))
    card = open_card(window)
    scale = card.findChild(QComboBox, "by_hand_scale")
    before = scale.currentData()
    scale.setFocus()
    QTest.keyClick(scale, Qt.Key.Key_Down)
    assert window.studio.spec.network.preprocessing.scale == scale.currentData() != before
    turn = card.findChild(QComboBox, "by_hand_turn")
    turn.setFocus()
    QTest.keyClick(turn, Qt.Key.Key_Down)
    way = window.studio.spec.network.preprocessing
    assert way.turned == 1
    x = np.random.default_rng(0).random((2, 784), np.float32)
    net = window.studio.snapshot.bp
    np.testing.assert_array_equal(net.prepare(x), way.apply(x.reshape(2, 28, 28) * 255))


def test_outputs_are_named_by_hand(qtbot, window, tmp_path):
    open_file(qtbot, window, save_letters(tmp_path / "letters.h5", transposed=False))
    card = open_card(window)
    names = card.findChild(QLineEdit, "by_hand_classes")
    wrong = card.findChild(QLabel, "by_hand_wrong")
    names.setFocus()
    names.selectAll()
    QTest.keyClicks(names, "A B C")
    QTest.keyClick(names, Qt.Key.Key_Return)
    assert "26 outputs, these are 3 names" in wrong.text()
    assert wrong.isVisible()
    names.selectAll()
    QTest.keyClicks(names, string.ascii_uppercase[::-1])
    with qtbot.waitSignal(window.studio.strangers.opened, timeout=LONG):
        QTest.mouseClick(card.findChild(QPushButton, "by_hand_use_classes"), LEFT)
    assert window.studio.snapshot.class_names == tuple(string.ascii_uppercase[::-1])
    draw(window, "L")
    qtbot.waitUntil(lambda: answer(window) == "O")
    assert "as was set by hand" in all_words(card)


def test_what_a_file_does_not_say_a_net_is_for_is_chosen_by_keys(qtbot, window, tmp_path):
    import keras

    net = keras.Sequential([keras.Input((784,)), keras.layers.Dense(8)])
    net.save(tmp_path / "net.h5")
    opened = open_file(qtbot, window, tmp_path / "net.h5")
    assert (opened.card.role, opened.session) == ("encoder", None)
    card = open_card(window)
    assert "they are taken for a code" in all_words(card)
    roles = card.findChild(QComboBox, "model_card_roles")
    assert roles.isVisible() and roles.currentData() == "encoder"
    roles.setFocus()
    with qtbot.waitSignal(window.studio.strangers.opened, timeout=LONG):
        QTest.keyClick(roles, Qt.Key.Key_Up)
    assert window.studio.strangers.current.session is not None
    assert window.studio.spec.network.role == roles.currentData() == "classifier"
    assert "they are taken for a code" not in all_words(card)
    draw(window, "L")
    qtbot.waitUntil(lambda: answer(window) in {f"output {k}" for k in range(8)})


def test_a_size_of_images_that_weights_do_not_tell_is_typed(qtbot, window, tmp_path, caplog):
    import keras

    caplog.expected = True

    layers = keras.layers
    net = keras.Sequential(
        [
            keras.Input((36, 36, 3)),
            layers.Conv2D(2, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(3, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(26, "softmax"),
        ]
    )
    net.save_weights(tmp_path / "bare.weights.h5")
    opened = open_file(qtbot, window, tmp_path / "bare.weights.h5")
    # From the rows of its dense layer another size is deduced; what is typed is searched.
    assert opened.card.input_shapes == ((32, 32, 3),)
    card = open_card(window)
    side, count = card.findChild(QSpinBox, "by_hand_side"), len(opened.answers)
    assert side.isVisible() and side.value() == 32
    ways, by_hand = (
        card.findChild(QWidget, f"model_card_{name}") for name in ("images", "by_hand")
    )
    assert ways.geometry().bottom() < by_hand.geometry().top()
    side.setFocus()
    side.selectAll()
    QTest.keyClicks(side, "36")
    with qtbot.waitSignal(window.studio.strangers.opened, timeout=LONG):
        QTest.keyClick(side, Qt.Key.Key_Return)
    opened = window.studio.strangers.current
    assert opened.card.input_shapes == ((36, 36, 3),) and side.value() == 36
    assert "as was asked for" in all_words(card) and len(opened.answers) > count
    draw(window, "L")
    qtbot.waitUntil(lambda: answer(window) in opened.snapshot.class_names)
    side.selectAll()
    QTest.keyClicks(side, "200")
    with qtbot.waitSignal(window.studio.error_raised, timeout=LONG) as refused:
        QTest.keyClick(side, Qt.Key.Key_Return)
    assert "takes no images of 200×200" in refused.args[0].message
    assert "Sizes that fit: 36×36, 32×32" in refused.args[0].message
    assert window.studio.strangers.current.side == 36
    window.messages.error_dialog.close()
    open_file(qtbot, window, save_random(tmp_path / "whole.h5", (28, 28, 1), 26))
    assert not side.isVisible()


@pytest.mark.parametrize(
    ("shape", "classes", "first"),
    [
        ((64, 64, 3), 2, "output 0"),
        pytest.param((28, 28, 1), 24, "A", marks=THOROUGH),
        pytest.param((28, 28, 1), 62, "0", marks=THOROUGH),
    ],
)
def test_other_classes_are_never_given_a_share_of_digits(
    qtbot, window, tmp_path, shape, classes, first
):
    opened = open_file(qtbot, window, save_random(tmp_path / "net.h5", shape, classes))
    assert len(opened.snapshot.class_names) == classes
    assert opened.snapshot.class_names[0] == first
    card = open_card(window)
    assert "%" not in all_words(card)
    assert f"{classes} classes" in all_words(card)
    draw(window, "T")
    qtbot.waitUntil(lambda: answer(window) in opened.snapshot.class_names)
