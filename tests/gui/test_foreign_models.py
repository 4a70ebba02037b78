"""Strangers' models in the window: opened, looked at, drawn for, trained on, refused."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)

from ffstudio.cli.kept_run import begin, open_nets
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.run.control import Control
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.status import RunStatus
from ffstudio.files.runs.queue import queue_folder, read_experiment, read_queue
from ffstudio.gui.dialogs.model_card import ModelCardDialog
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.draw.net_picture import NetPicture
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels
from tests.gui.test_draw_panel import SEVEN, draw_with_mouse

LONG = 120_000

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def digits():
    spec = DataSpec("digits")
    return prepare(datasets.load(spec), spec, 1)


@pytest.fixture(scope="module")
def models(tmp_path_factory, digits):
    """A CNN that wants black digits on white, an autoencoder, an encoder, a decoder, a thief."""
    import keras
    from keras import layers

    folder = tmp_path_factory.mktemp("strangers")
    keras.utils.set_random_seed(1)
    cnn = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(8, 5, strides=2, activation="relu", name="look"),
            layers.Conv2D(6, 3, activation="relu", name="look_again"),
            layers.Flatten(name="flatten"),
            layers.Dense(10, activation="softmax", name="say"),
        ]
    )
    x = digits.train.x.reshape(-1, 28, 28, 1)
    cnn.compile("adam", "sparse_categorical_crossentropy")
    cnn.fit(1 - x, digits.train.y, batch_size=32, epochs=8, verbose=0)
    cnn.save(folder / "cnn.h5")
    (folder / "CNN.Model").write_bytes((folder / "cnn.h5").read_bytes())

    _, _, axes = np.linalg.svd(digits.train.x, full_matrices=False)
    parts = axes[:40].T.astype(np.float32)
    for name, kernels in (
        ("autoencoder", (parts, parts.T)),
        ("encoder", (parts,)),
        ("decoder", (parts.T,)),
    ):
        stack = [layers.Dense(k.shape[1], use_bias=False) for k in kernels]
        model = keras.Sequential([keras.Input((kernels[0].shape[0],)), *stack])
        model.set_weights(kernels)
        model.save(folder / f"{name}.h5")

    # Weights that fit no square image: rows of 28 pixels after a convolution of one's own.
    odd = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(4, 5, strides=3, activation="relu", name="a"),
            layers.MaxPooling2D(3, strides=1, name="b"),
            layers.Flatten(name="c"),
            layers.Dense(10, activation="softmax", name="d"),
        ]
    )
    odd.save_weights(folder / "odd.weights.h5")

    config = {
        "class_name": "Sequential",
        "config": {
            "name": "thief",
            "layers": [
                {"class_name": "Dense", "config": {"name": "d", "units": 3, "batch_input_shape": [None, 4]}},
                {"class_name": "Lambda", "config": {"name": "boom", "function": ["4wEAAAA=", None, None]}},
            ],
        },
    }  # fmt: skip
    with h5py.File(folder / "thief.h5", "w") as file:
        file.attrs["model_config"] = json.dumps(config).encode()
        file.attrs["keras_version"] = b"2.4.0"
        file.create_group("model_weights").attrs["layer_names"] = []
    return folder


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    # The nets here learnt from the bundled digits; with MNIST at hand they are looked at on that.
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path / "no data"))
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    made = MainWindow(
        Studio(ExperimentSpec(data=DataSpec("digits"))),
        ThemeManager("light"),
        settings,
        panels=few_panels("builder", "confusion", "draw", "filters", "generate"),
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


def opened(qtbot, window, path):
    with qtbot.waitSignal(window.studio.strangers.opened, timeout=LONG):
        window.open_path(path)
    return window.studio.strangers.current


def bring_up(qtbot, window, name):
    window.docks[name].bring_up()
    qtbot.waitUntil(window.docks[name].panel.isVisible, timeout=5000)
    return window.docks[name].panel


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def seen_picture(window):
    """What the net sees of the drawing (height, width)."""
    return window.docks["draw"].panel.findChild(NetPicture).picture


def bars(window):
    return window.docks["draw"].panel.findChild(ScoreBars)


def test_a_cnn_comes_alive(qtbot, window, models, digits):
    model = opened(qtbot, window, models / "cnn.h5")
    studio = window.studio
    net = studio.snapshot.bp
    assert isinstance(net, NetworkSnapshot)
    # What it wants was found out: black on white.
    assert model.trials[0].preprocessing.scale in ("1–0", "255–0", "1…−1")
    assert net.network.preprocessing == model.trials[0].preprocessing
    # The builder tells what it is; nothing of Forward-Forward is offered.
    notice = window.docks["builder"].panel.findChild(QLabel, "network_notice_text")
    assert notice.isVisible()
    assert "cnn.h5" in notice.text()
    assert "28×28×1 → 10" in notice.text()
    assert model.trials[0].preprocessing.text() in notice.text()
    assert not window.docks["builder"].panel.findChild(QToolButton, "layer_add_button").isVisible()
    # The canvas: what is drawn gets the probabilities of the net.
    qtbot.waitUntil(lambda: studio.data is not None and studio.why_not_train() == "", timeout=LONG)
    with qtbot.waitSignal(window.docks.links.picture_changed, timeout=5000) as drawn:
        draw_with_mouse(window.docks["draw"].panel, SEVEN)
    qtbot.waitUntil(lambda: bars(window).scores is not None, timeout=5000)

    def agrees():
        picture = seen_picture(window)
        expected = net.probabilities(picture.reshape(1, -1))[0]
        scores = bars(window).scores
        return scores is not None and np.allclose(scores.probabilities, expected, atol=1e-6)

    qtbot.waitUntil(agrees, timeout=5000)
    assert drawn.args[0].shape == (28, 28)
    # The confusion matrix counts every test image.
    panel = bring_up(qtbot, window, "confusion")
    view = panel.findChild(ConfusionView, "bp_confusion")
    assert [v for v in panel.findChildren(ConfusionView) if v.isVisible()] == [view]
    qtbot.waitUntil(lambda: view.counts is not None, timeout=LONG)
    test = studio.data.test
    assert view.counts.sum() == len(test)
    right = (net.predict(test.x) == test.y).sum()
    assert np.trace(view.counts) == right
    assert right > 0.8 * len(test)


def test_kernels_are_tiles_and_the_drawn_digit_has_feature_maps(qtbot, window, models):
    opened(qtbot, window, models / "cnn.h5")
    draw_with_mouse(window.docks["draw"].panel, SEVEN)
    panel = bring_up(qtbot, window, "filters")
    layer = panel.findChild(QComboBox, "filter_layer")
    names = [layer.itemText(i) for i in range(layer.count())]
    assert names == ["look (Conv2D)", "look_again (Conv2D)", "say (Dense)"]
    sheet = panel.findChild(FilterSheet)
    net = window.studio.snapshot.bp
    qtbot.waitUntil(lambda: sheet.filters is not None, timeout=5000)
    assert sheet.filters.image_shape == (5, 5)
    np.testing.assert_array_equal(
        sheet.filters.kernel, net.weights["look"][0][:, :, 0].reshape(25, 8)
    )
    layer.setCurrentIndex(1)
    qtbot.waitUntil(lambda: sheet.filters.image_shape == (3, 3), timeout=5000)
    channel = panel.findChild(QComboBox, "filter_channel")
    assert channel.count() == 9, "eight channels below and their mean"
    view = panel.findChild(QComboBox, "filter_view")
    view.setCurrentIndex(view.findData("maps"))
    qtbot.waitUntil(lambda: sheet.filters.value == "activity", timeout=5000)

    def agrees():
        picture = seen_picture(window)
        expected = net.activities(picture.reshape(1, -1))[1][0]
        return sheet.filters.kernel.shape == (100, 6) and np.allclose(
            sheet.filters.kernel, expected.reshape(100, 6), atol=1e-6
        )

    qtbot.waitUntil(agrees, timeout=5000)


def assert_trained_alike(entries, after, data):
    """What the queue's process does with the nets that were put there, against the window's."""
    [entry] = entries
    assert entry.goes_on and "going on from what they have learnt" in entry.about
    nets = open_nets(queue_folder() / f"{entry.id}.h5")
    spec = read_experiment(entry)
    kept = begin(spec, data, None, preset=None, judging=Judging.SAMPLE, is_kept=False, nets=nets)
    kept.train(lambda event: None, Control())
    queued = kept.session.snapshot().bp
    np.testing.assert_array_equal(queued.weights["look"][0], after.weights["look"][0])


def test_training_goes_on_from_what_the_file_knows(qtbot, window, models, tmp_path):
    opened(qtbot, window, models / "cnn.h5")
    studio = window.studio
    qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
    before = studio.snapshot.bp
    accuracy = (before.predict(studio.data.test.x) == studio.data.test.y).mean()
    studio.edits.edit(studio.spec.replace(epochs=2))
    assert studio.model_path is None, "saving never writes over a stranger's file"
    queue = window.findChild(QToolButton, "builder_queue_button")
    assert queue.isEnabled() and "goes on from the net shown" in queue.toolTip()
    with qtbot.waitSignal(studio.queue.added, timeout=LONG):
        click(queue)
    # Keys lead to commands in the active window alone.
    qtbot.waitUntil(lambda: studio.why_not_train() == "")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        QTest.keyClick(window, Qt.Key.Key_Space)
    assert finished.args[0].test_accuracy["bp"] > accuracy - 0.05
    after = studio.snapshot.bp
    assert_trained_alike(read_queue(), after, studio.data)
    moved = np.abs(after.weights["look"][0] - before.weights["look"][0]).max()
    assert 0 < moved < 0.5
    assert len(studio.history.epochs) == 2
    path = tmp_path / "mine.h5"
    with qtbot.waitSignal(studio.model_saved, timeout=LONG):
        studio.files.save(path)
    with qtbot.waitSignal(studio.model_opened, timeout=LONG):
        window.open_path(path)
    again = studio.snapshot.bp
    assert studio.strangers.current is None, "it is ours now"
    assert again.network == after.network
    np.testing.assert_array_equal(again.weights["look"][0], after.weights["look"][0])


def test_the_card_shows_the_evidence_and_takes_another_choice(qtbot, window, models):
    model = opened(qtbot, window, models / "cnn.h5")
    click(window.docks["builder"].panel.findChild(QPushButton, "network_card_button"))
    card = window.findChild(ModelCardDialog)
    assert card.isVisible()
    layers = card.findChild(QTableWidget, "model_card_layers")
    names = [layers.item(i, 0).text() for i in range(layers.rowCount())]
    assert names[-4:] == ["look", "look_again", "flatten", "say"]
    assert layers.item(layers.rowCount() - 4, 3).text() == "208"
    ways = card.findChild(QTableWidget, "model_card_images")
    assert ways.rowCount() == len(model.trials)
    assert ways.item(0, 1).text() == model.trials[0].preprocessing.text()
    assert {i.row() for i in ways.selectedIndexes()} == {0}
    x = np.random.default_rng(0).random((2, 784), np.float32)
    before = window.studio.snapshot.bp.probabilities(x)
    QTest.mouseClick(
        ways.viewport(),
        Qt.MouseButton.LeftButton,
        pos=ways.visualItemRect(ways.item(2, 1)).center(),
    )
    chosen = model.trials[2].preprocessing
    assert window.studio.spec.network.preprocessing == chosen
    net = window.studio.snapshot.bp
    np.testing.assert_array_equal(net.prepare(x), chosen.apply(x.reshape(2, 28, 28) * 255))
    assert not np.allclose(net.probabilities(x), before)
    # It can be undone, and what is learnt from follows.
    window.studio.edits.undo_stack.undo()
    assert window.studio.spec.network.preprocessing == model.trials[0].preprocessing
    np.testing.assert_allclose(window.studio.snapshot.bp.probabilities(x), before, atol=1e-6)
    assert {i.row() for i in ways.selectedIndexes()} == {0}
    click(card.findChild(QPushButton, "model_card_copy"))
    from PySide6.QtGui import QGuiApplication

    assert "look_again" in QGuiApplication.clipboard().text()
    click(card.findChild(QPushButton, "model_card_close"))
    assert not card.isVisible()


def test_an_autoencoder_gives_back_the_drawn_digit(qtbot, window, models):
    model = opened(qtbot, window, models / "autoencoder.h5")
    assert model.card.role == "autoencoder"
    draw_with_mouse(window.docks["draw"].panel, SEVEN)
    qtbot.waitUntil(lambda: bars(window).scores is not None, timeout=5000)
    answer = bars(window).scores.other
    picture = seen_picture(window)
    kernels = [arrays[0] for arrays in window.studio.snapshot.bp.weights.values()]
    given = model.trials[0].preprocessing.apply(255 * picture[None])
    expected = given.reshape(1, -1) @ kernels[0] @ kernels[1]
    np.testing.assert_allclose(answer.made, expected.reshape(28, 28), atol=1e-4)
    assert "autoencoder" in window.studio.why_not_train()
    assert not window.docks["draw"].panel.findChild(QWidget, "misclassified_by").isVisible()
    panel = bring_up(qtbot, window, "confusion")
    qtbot.waitUntil(
        lambda: any("autoencoder" in v.accessibleDescription() for v in panel.findChildren(ConfusionView)), timeout=5000
    )  # fmt: skip
    header, rows = bars(window).figure_table()
    assert header == ["pixel", "input", "reconstruction"]
    assert len(rows) == 784


def test_only_nets_of_digits_ask_for_one(qtbot, window, models, tmp_path):
    import keras

    pad = window.docks["draw"].panel.findChild(DrawPad)
    opened(qtbot, window, models / "cnn.h5")
    assert pad.accessibleDescription() == "Draw a digit here"
    flat = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten()])
    flat.add(keras.layers.Dense(26, activation="softmax"))
    flat.save(tmp_path / "letters.keras")
    opened(qtbot, window, tmp_path / "letters.keras")
    assert window.studio.snapshot.class_names[:2] == ("A", "B")
    assert pad.accessibleDescription() == "Draw here"


def test_an_encoder_shows_its_code_and_a_decoder_says_what_it_takes(qtbot, window, models):
    opened(qtbot, window, models / "encoder.h5")
    draw_with_mouse(window.docks["draw"].panel, SEVEN)
    qtbot.waitUntil(lambda: bars(window).scores is not None, timeout=5000)
    answer = bars(window).scores.other
    kernel = next(iter(window.studio.snapshot.bp.weights.values()))[0]
    picture = seen_picture(window)
    np.testing.assert_allclose(answer.numbers, (picture.reshape(1, -1) @ kernel)[0][:30], atol=1e-4)
    assert answer.total == 40
    opened(qtbot, window, models / "decoder.h5")
    qtbot.waitUntil(lambda: "takes 40 numbers" in bars(window).scores.other.words, timeout=5000)


def test_a_file_with_code_is_refused_with_a_card(qtbot, window, models):
    before = window.studio.snapshot, window.studio.spec
    with qtbot.waitSignal(window.studio.card_refused, timeout=LONG):
        window.open_path(models / "thief.h5")
    card = window.findChild(ModelCardDialog)
    assert card.isVisible()
    assert "Lambda" in card.findChild(QLabel, "model_card_refused").text()
    assert (window.studio.snapshot, window.studio.spec) == before
    layers = card.findChild(QTableWidget, "model_card_layers")
    kinds = [layers.item(i, 1).text() for i in range(layers.rowCount())]
    assert any("refused" in kind for kind in kinds)
    card.close()


def test_weights_alone_are_completed_in_the_builder(qtbot, window, models):
    studio = window.studio
    opened(qtbot, window, models / "odd.weights.h5")
    click(window.docks["builder"].panel.findChild(QPushButton, "network_layers_button"))
    notice = window.docks["builder"].panel.findChild(QLabel, "weights_notice_text")
    qtbot.waitUntil(notice.isVisible, timeout=5000)
    assert "5×5×1×4" in notice.text()
    # What is certain is there; strides and pools are guesses.
    kinds = [layer.kind for layer in studio.spec.layers]
    assert kinds[0] == "conv"
    assert studio.spec.layers[0].kernel_size == 5
    use = window.docks["builder"].panel.findChild(QPushButton, "use_weights_button")
    qtbot.waitUntil(
        lambda: studio.data is not None and studio.data.image_shape == (28, 28), timeout=LONG
    )
    why = window.docks["builder"].panel.findChild(QLabel, "weights_notice_why")
    layers = [dataclasses.replace(studio.spec.layers[0], stride=3)]
    layers.append(LayerSpec(kind="conv", units=4, kernel_size=3, padding="valid"))
    studio.edits.edit(studio.spec.replace(layers=tuple(layers)))
    click(use)
    assert "file" in why.text(), "a second convolution has no weights"
    layers[1] = LayerSpec(kind="flatten")
    studio.edits.edit(studio.spec.replace(layers=tuple(layers)))
    click(use)
    assert "needs 256×10 and 10" in why.text()


def test_completed_weights_come_alive(qtbot, window, models, tmp_path):
    import keras
    from keras import layers

    net = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(4, 5, strides=3, activation="relu", name="a"),
            layers.Flatten(name="c"),
            layers.Dense(10, activation="softmax", name="d"),
        ]
    )
    with h5py.File(tmp_path / "loose.h5", "w") as file:
        names = []
        for layer in net.layers:
            group = file.create_group(layer.name)
            for w in layer.weights:
                group[f"{layer.name}/{w.name}:0"] = np.asarray(w)
            group.attrs["weight_names"] = [
                f"{layer.name}/{w.name}:0".encode() for w in layer.weights
            ]
            names.append(layer.name.encode())
        file.attrs["layer_names"] = names
    studio = window.studio
    opened(qtbot, window, tmp_path / "loose.h5")
    click(window.docks["builder"].panel.findChild(QPushButton, "network_layers_button"))
    first = dataclasses.replace(studio.spec.layers[0], stride=3, padding="valid")
    studio.edits.edit(studio.spec.replace(layers=(first,)))
    with qtbot.waitSignal(studio.strangers.opened, timeout=LONG):
        click(window.docks["builder"].panel.findChild(QPushButton, "use_weights_button"))
    assert not window.docks["builder"].panel.findChild(QWidget, "weights_notice").isVisible()
    shown = studio.snapshot.bp
    x = np.random.default_rng(0).random((3, 784), np.float32)
    given = shown.prepare(x)
    np.testing.assert_allclose(shown.probabilities(x), np.asarray(net(given)), atol=1e-5)


def test_a_net_that_has_learnt_nothing_is_said_to_be_one(qtbot, window, models):
    """Trained ones are not: the same words about them would be wrong."""
    import keras

    net = keras.Sequential(
        [keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10, "softmax")]
    )
    net.layers[-1].kernel.assign(np.zeros((784, 10)))
    net.save(models / "blank.h5")
    words = []
    for name in ("blank.h5", "cnn.h5"):
        opened(qtbot, window, models / name)
        title = f"Opened {name}"
        (text,) = (
            toast.findChild(QLabel, "toast_text").text()
            for toast in window.messages.toasts.shown
            if toast.findChild(QLabel, "toast_title").text() == title
        )
        words.append("or nothing yet" in text)
    assert words == [True, False]


def test_what_was_left_out_is_tried_from_the_card(qtbot, window, models, monkeypatch):
    from ffstudio.engine.strangers import opened as engine_opened

    monkeypatch.setattr(engine_opened, "SEARCH_WORK", 1.0)
    opened(qtbot, window, models / "cnn.h5")
    qtbot.waitUntil(lambda: window.studio.strangers.current is not None, timeout=LONG)
    assert window.studio.strangers.current.left_out
    click(window.docks["builder"].panel.findChild(QPushButton, "network_card_button"))
    card = window.findChild(ModelCardDialog)
    assert "trying ended early" in card.findChild(QLabel, "model_card_notes").text()
    button = card.findChild(QPushButton, "model_card_try_all")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.studio.strangers.current.left_out, timeout=LONG)
    assert not button.isVisible()
    assert window.studio.strangers.current.trials[0].preprocessing.scale == "1–0"


def test_the_name_of_a_file_does_not_matter(qtbot, window, models):
    assert opened(qtbot, window, models / "CNN.Model").card.role == "classifier"


def test_a_net_of_ones_own_takes_its_place(qtbot, window, models):
    opened(qtbot, window, models / "cnn.h5")
    click(window.docks["builder"].panel.findChild(QPushButton, "network_new_button"))
    assert window.studio.spec.network is None
    assert window.docks["builder"].panel.findChild(QToolButton, "layer_add_button").isVisible()
    window.studio.edits.undo_stack.undo()
    assert window.studio.spec.network is not None


def test_opening_while_a_run_is_active_is_refused(qtbot, window, models, caplog):
    caplog.expected = True
    studio = window.studio
    studio.edits.edit(studio.spec.replace(epochs=500))
    studio.runs.train()
    qtbot.waitUntil(lambda: studio.status is RunStatus.RUNNING, timeout=LONG)
    with qtbot.waitSignal(studio.error_raised) as raised:
        window.open_path(Path(models / "cnn.h5"))
    assert "Stop or cancel" in raised.args[0].message
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()
    window.messages.error_dialog.close()


def test_a_second_file_replaces_the_first_while_it_is_being_opened(qtbot, window, models):
    window.studio.files.open(models / "cnn.h5")
    with qtbot.waitSignal(window.studio.strangers.opened, timeout=LONG) as signal:
        window.studio.files.open(models / "autoencoder.h5")
    qtbot.wait(500)
    assert window.studio.strangers.current.card.role == "autoencoder"
    assert signal.args[0] is not None


def press_when_shown(window, dialog, button):
    """Clicks a button of a question as soon as it is asked; the list tells whether it was."""
    asked = []

    def look():
        box = window.findChild(QMessageBox, dialog)
        if box is not None and box.isVisible():
            asked.append(dialog)
            timer.stop()
            QTest.mouseClick(box.findChild(QPushButton, button), Qt.MouseButton.LeftButton)

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(20)
    return asked


@pytest.fixture
def chosen_path(monkeypatch):
    """What the system's file dialog would answer."""
    answer = {}
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *arguments: (str(answer["path"]), answer["filter"])
    )
    return answer


def test_the_numpy_cnn_is_trained_saved_in_its_layout_and_opened_again(
    qtbot, window, tmp_path, chosen_path
):
    studio = window.studio
    spec = preset("numpy-cnn")
    data = dataclasses.replace(spec.data, name="digits")
    studio.edits.edit(spec.replace(data=data, epochs=1))
    qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        QTest.keyClick(window, Qt.Key.Key_Space)
    trained = studio.snapshot.bp
    assert trained.network.parameters == 202_620
    chosen_path.update(path=tmp_path / "net", filter="NumPy CNN framework (*.numpy.h5)")
    with qtbot.waitSignal(studio.net_exported, timeout=LONG):
        window.commands["save_twin_as"].trigger()
    path = tmp_path / "net.numpy.h5"
    with h5py.File(path) as file:
        assert list(file["input_shape"][()]) == [1, 28, 28]
        assert file["layer_0/params"].shape == (20, 1, 9, 9)
    x = studio.data.test.x[:50]
    # The run's curves are in no file yet: opening another net asks, and the answer is to discard.
    asked = press_when_shown(window, "unsaved_model_dialog", "discard_button")
    model = opened(qtbot, window, path)
    assert asked
    assert model.card.kind == "NumPy CNN model"
    np.testing.assert_allclose(
        studio.snapshot.bp.probabilities(x), trained.probabilities(x), atol=1e-5
    )


@pytest.mark.parametrize(
    ("ending", "filters"),
    [(".npz", "NumPy arrays (*.npz)"), (".tflite", "TensorFlow Lite (*.tflite)")],
)
def test_an_autoencoder_is_saved_in_other_formats(
    qtbot, window, models, tmp_path, chosen_path, ending, filters
):
    opened(qtbot, window, models / "autoencoder.h5")
    chosen_path.update(path=tmp_path / "coder", filter=filters)
    with qtbot.waitSignal(window.studio.net_exported, timeout=LONG):
        window.commands["save_twin_as"].trigger()
    assert (tmp_path / f"coder{ending}").stat().st_size > 10_000
    if ending == ".npz":
        again = opened(qtbot, window, tmp_path / "coder.npz")
        assert again.card.role == "autoencoder"


def test_what_a_format_cannot_hold_is_said(qtbot, window, models, tmp_path, chosen_path, caplog):
    caplog.expected = True
    opened(qtbot, window, models / "cnn.h5")
    chosen_path.update(path=tmp_path / "net.numpy.h5", filter="")
    with qtbot.waitSignal(window.studio.error_raised, timeout=LONG) as raised:
        window.commands["save_twin_as"].trigger()
    assert "bias" in raised.args[0].message
    assert list(tmp_path.glob("net*")) == []
    window.messages.error_dialog.close()
