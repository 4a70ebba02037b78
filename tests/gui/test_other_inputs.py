"""Networks that take no pictures: every panel shows what fits or says a sentence, none complains."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QComboBox, QLabel

from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio
from tests.gui.resting import rest
from tests.gui.test_draw_panel import SEVEN, draw_with_mouse
from tests.marks import choose_cases

LONG = 120_000

pytestmark = pytest.mark.filterwarnings("ignore")


def _dense(layers, units=(12,), out=3, activation="softmax"):
    stack = [layers.Dense(n, activation="relu") for n in units]
    return [*stack, layers.Dense(out, activation=activation)]


def build_nets(folder):
    """A small net of every kind of input, as files; their names."""
    import keras
    from keras import layers

    keras.utils.set_random_seed(1)
    nets = {
        "vector": keras.Sequential([keras.Input((7,)), *_dense(layers)]),
        "regression": keras.Sequential([keras.Input((9,)), *_dense(layers, (50, 10), 1, "linear")]),
        "one_label": keras.Sequential([keras.Input((5,)), *_dense(layers, (8,), 1, "sigmoid")]),
        "sequence": keras.Sequential(
            [keras.Input((12, 5)), layers.LSTM(8), layers.Dense(4, activation="softmax")]
        ),
        "open_sequence": keras.Sequential(
            [keras.Input((None, 5)), layers.GRU(6), layers.Dense(2, activation="softmax")]
        ),
        "text": keras.Sequential(
            [
                keras.Input((20,)),
                layers.Embedding(50, 6),
                layers.GlobalAveragePooling1D(),
                *_dense(layers, (), 2),
            ]
        ),
        "square_text": keras.Sequential(
            [
                keras.Input((25,)),
                layers.Embedding(50, 6),
                layers.GlobalAveragePooling1D(),
                *_dense(layers, (6,), 10),
            ]
        ),
        "volume": keras.Sequential(
            [keras.Input((6, 6, 6, 1)), layers.Conv3D(3, 3, activation="relu"), layers.Flatten(),
             *_dense(layers)]
        ),
        "series": keras.Sequential(
            [keras.Input((40, 2)), layers.Conv1D(4, 3, activation="relu"), layers.Flatten(),
             *_dense(layers)]
        ),
    }  # fmt: skip
    one, other = keras.Input((784,), name="one"), keras.Input((3,), name="other")
    joined = layers.Concatenate()([layers.Dense(6, activation="relu")(one), other])
    nets["two_inputs"] = keras.Model([one, other], layers.Dense(10, activation="softmax")(joined))
    picture = keras.Input((28, 28, 1))
    flat = layers.Flatten()(picture)
    nets["two_outputs"] = keras.Model(
        picture, [layers.Dense(10, activation="softmax")(flat), layers.Dense(2)(flat)]
    )
    nets["mask"] = keras.Sequential(
        [keras.Input((28, 28, 3)), layers.Conv2DTranspose(1, 2, strides=2, activation="sigmoid")]
    )
    for name, net in nets.items():
        net.compile("adam", "mse" if name == "regression" else "categorical_crossentropy")
        net.save(folder / f"{name}.h5")
    return sorted(nets)


NETS = [
    "mask", "one_label", "open_sequence", "regression", "sequence", "series", "square_text", "text",
    "two_inputs", "two_outputs", "vector", "volume",
]  # fmt: skip
NO_PICTURES = [
    "one_label", "open_sequence", "regression", "series", "square_text", "text", "two_inputs",
    "vector", "volume",
]  # fmt: skip


@pytest.fixture(scope="module")
def nets(tmp_path_factory):
    folder = tmp_path_factory.mktemp("others")
    assert build_nets(folder) == NETS
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("store") / "settings.ini"


@pytest.fixture
def window(qtbot, store):
    settings = Settings(QSettings(str(store), QSettings.Format.IniFormat))
    studio = Studio(ExperimentSpec(data=DataSpec("digits")))
    made = MainWindow(studio, ThemeManager("light"), settings)
    made.resize(1280, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.studio.start()
    qtbot.waitUntil(lambda: made.studio.why_not_train() == "", timeout=LONG)
    made.complaints = []
    studio.error_raised.connect(made.complaints.append)
    yield made
    made.close_without_asking()
    made.deleteLater()
    made.studio.deleteLater()


def open_file(qtbot, window, path):
    """Opens a file and waits for it; True when it was opened."""
    opened, refused = [], []
    window.studio.strangers.opened.connect(opened.append)
    window.studio.card_refused.connect(refused.append)
    window.open_path(path)
    qtbot.waitUntil(
        lambda: window.studio.opening.path is None and bool(opened or refused or window.complaints),
        timeout=LONG,
    )
    window.studio.strangers.opened.disconnect(opened.append)
    window.studio.card_refused.disconnect(refused.append)
    return bool(opened)


def look_at_every_panel(qtbot, window):
    """Brings up every panel, draws a digit, and goes through the layers and views of filters."""
    for entry in PANELS:
        window.docks.bring_up(entry.name)
        panel = window.docks[entry.name].panel
        qtbot.waitUntil(panel.isVisible, timeout=5000)
        rest(qtbot, window)
        if entry.name == "draw":
            draw_with_mouse(panel, SEVEN)
            rest(qtbot, window)
        if entry.name == "filters":
            layer = panel.findChild(QComboBox, "filter_layer")
            view = panel.findChild(QComboBox, "filter_view")
            for number in range(layer.count()):
                layer.setCurrentIndex(number)
                rest(qtbot, window)
                if view.isEnabled() and view.isVisible():
                    for choice in range(view.count()):
                        view.setCurrentIndex(choice)
                        rest(qtbot, window)
        panel.figures()


def errors_of(caplog):
    return [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]


@pytest.mark.parametrize(
    "name",
    choose_cases(NETS, "one_label", "text", "vector"),
)
def test_no_panel_complains_or_is_silent_about_what_it_cannot_show(
    qtbot, window, nets, name, caplog
):
    assert open_file(qtbot, window, nets / f"{name}.h5"), window.complaints
    assert window.messages.toasts.shown  # told that it was opened, and what it is
    rest(qtbot, window)
    assert window.complaints == [], "a hidden panel complained"
    if name in NO_PICTURES:
        assert_every_panel_says_what_it_cannot_show(qtbot, window)
    look_at_every_panel(qtbot, window)
    assert window.complaints == []
    assert errors_of(caplog) == []


def assert_every_panel_says_what_it_cannot_show(qtbot, window):
    net = window.studio.snapshot.bp
    assert not net.takes_images
    why = net.why_no_pictures
    assert why.endswith(".")
    draw = window.docks["draw"].panel
    draw_with_mouse(draw, SEVEN)
    bars = draw.findChild(ScoreBars)
    qtbot.waitUntil(lambda: bars.scores is not None, timeout=5000)
    assert why in bars.scores.other.words
    window.docks.bring_up("confusion")
    views = window.docks["confusion"].panel.findChildren(ConfusionView)

    def words():
        return " ".join(view.accessibleDescription() for view in views if view.isVisible())

    qtbot.waitUntil(lambda: why in words() or "tells no classes apart" in words(), timeout=5000)
    window.docks.bring_up("data")
    note = window.docks["data"].panel.findChild(QLabel, "data_other_input")
    qtbot.waitUntil(note.isVisible, timeout=5000)
    assert why in note.text()
    window.docks.bring_up("goodness")
    empty = window.docks["goodness"].panel.findChild(QLabel, "goodness_empty_label")
    qtbot.waitUntil(empty.isVisible, timeout=5000)
    assert "no Forward-Forward net" in empty.text()
    window.docks.bring_up("curves")
    empty = window.docks["curves"].panel.findChild(QLabel, "curves_empty_label")
    qtbot.waitUntil(
        lambda: empty.isVisible() and "cannot be trained here" in empty.text(), timeout=5000
    )
    assert window.studio.why_not_train() != ""
    # Weights can be looked at all the same.
    window.docks.bring_up("filters")
    panel = window.docks["filters"].panel
    layer = panel.findChild(QComboBox, "filter_layer")
    if layer.count():
        sheet = panel.findChild(FilterSheet)
        qtbot.waitUntil(lambda: sheet.filters is not None, timeout=5000)


def test_panels_that_are_covered_compute_nothing(qtbot, window, nets):
    """Each has been looked at and lies behind another tab while other nets and images come."""
    names = ("goodness", "confusion", "filters", "data")
    for name in (*names, "curves"):
        window.docks.bring_up(name)
        rest(qtbot, window)
    panels = [window.docks[name].panel for name in names]
    qtbot.waitUntil(lambda: not any(panel.pace.is_shown for panel in panels), timeout=5000)
    before = [panel.pace.num_rounds for panel in panels]
    for name in ("vector", "two_outputs"):
        assert open_file(qtbot, window, nets / f"{name}.h5")
        rest(qtbot, window)
    window.studio.edits.edit(window.studio.spec.replace(seed=7))  # other images, too
    rest(qtbot, window)
    assert [panel.pace.num_rounds for panel in panels] == before
    assert window.complaints == []


def test_a_covered_panel_keeps_its_complaints_until_it_is_seen(qtbot, window, caplog):
    caplog.expected = True
    panel = window.docks["filters"].panel
    window.docks.bring_up("curves")
    rest(qtbot, window)
    panel.complain(UserError("The weights could not be shown", "a reason"), panel.pace)
    assert window.complaints == []
    rounds = panel.pace.num_rounds
    window.docks.bring_up("filters")  # it tries again
    qtbot.waitUntil(lambda: panel.pace.num_rounds > rounds, timeout=5000)
    assert window.complaints == []
    panel.complain(UserError("The weights could not be shown", "a reason"), panel.pace)
    assert [error.message for error in window.complaints] == ["a reason"]
    window.messages.error_dialog.close()


def test_a_net_that_takes_no_pictures_says_so_instead_of_reshaping(qtbot, window, nets):
    open_file(qtbot, window, nets / "regression.h5")
    net = window.studio.snapshot.bp
    with pytest.raises(ModelFileError, match="9 numbers"):
        net.activities(np.zeros((2, 784), np.float32))


def corpus_files():
    folder = os.environ.get("FFSTUDIO_CORPUS", "")
    files = sorted(Path(folder).iterdir()) if folder and Path(folder).is_dir() else []
    return [path for path in files if path.suffix != ".csv"]


@pytest.mark.skipif(not corpus_files(), reason="FFSTUDIO_CORPUS names no folder of models")
@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.name)
def test_every_file_of_a_corpus_in_every_panel(qtbot, window, caplog, path):
    caplog.expected = True
    if open_file(qtbot, window, path):
        rest(qtbot, window)
        look_at_every_panel(qtbot, window)
        assert window.complaints == []
        assert errors_of(caplog) == []
    else:  # refused, with a card or with one sentence
        assert len(window.complaints) <= 1
        window.messages.error_dialog.close()
        window.cards.close()
