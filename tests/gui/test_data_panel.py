"""The images shown, the classes counted, the pairs made, and what to do without data."""

from __future__ import annotations

import dataclasses
import hashlib
import http.server
import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QWidget,
)

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.folders import data_folder
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import DATASETS, PublishedFile, npz
from ffstudio.core.look.pairs import draw_negatives
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, NATURAL
from ffstudio.gui.figures.figure import render_image
from ffstudio.gui.panels.data.class_histogram import ClassHistogram
from ffstudio.gui.panels.data.gallery import make_gallery
from ffstudio.gui.panels.data.image_grid import ImageGrid
from ffstudio.gui.panels.data.panel import DataPanel
from ffstudio.jobs.shown import Shown
from tests.gui.spoken_texts import painted_texts
from tests.gui.test_draw_panel import random_model


def choose(panel, name, value):
    combo = panel.findChild(QComboBox, name)
    combo.setCurrentIndex(combo.findData(value))


def preview(panel) -> ImageGrid:
    return panel.findChild(ImageGrid, "data_preview")


def pairs(panel) -> ImageGrid:
    return panel.findChild(ImageGrid, "pair_preview")


def shown(panel, kind, name):
    """The one of that name that is in sight, or any of them."""
    every = panel.findChildren(kind, name)
    return next((widget for widget in every if widget.isVisible()), every[0])


def press(qtbot, panel, name):
    button = shown(panel, QPushButton, name)
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def settle(qtbot, panel):
    """Waits until everything that has come is shown."""
    qtbot.waitUntil(lambda: not panel.pace.is_waiting, timeout=10_000)
    panel.pace.complete()


def images_of(samples):
    return {
        picture.tobytes(): int(label) for picture, label in zip(samples.x, samples.y, strict=True)
    }


@pytest.fixture
def panel(qtbot, studio, themes):
    made = DataPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(480, 640)
    made.show()
    yield made
    made.shutdown()


# --- images -----------------------------------------------------------------------------


def test_the_title_tells_what_there_is(panel, studio):
    data = studio.data
    text = panel.findChild(QLabel, "data_title").text()
    assert "<b>Bundled digits</b> · 28×28 pixels · 10 classes" in text
    assert f"{len(data.train):,} training, {len(data.validation):,} validation" in text
    assert f"{len(data.test):,} test images" in text


@pytest.mark.parametrize("which", ["train", "validation", "test"])
def test_the_images_of_the_set_with_their_labels(panel, studio, which):
    choose(panel, "data_set_choice", which)
    known = images_of(studio.data.samples(which))
    pictures = preview(panel).pictures
    assert len(pictures) == min(200, len(studio.data.samples(which)))
    for picture, caption, _ in pictures:
        assert known[picture.astype(np.float32).tobytes()] == int(caption)
    assert len({p.tobytes() for p, _, _ in pictures}) == len(pictures)


def test_one_class_only_and_all_again(panel, studio):
    choose(panel, "data_class_choice", 7)
    captions = [caption for _, caption, _ in preview(panel).pictures]
    assert captions == ["7"] * int((studio.data.train.y == 7).sum())
    choose(panel, "data_class_choice", -1)
    assert {c for _, c, _ in preview(panel).pictures} == set("0123456789")


def test_shuffle_shows_others(qtbot, panel):
    before = [p.tobytes() for p, _, _ in preview(panel).pictures]
    press(qtbot, panel, "data_shuffle_button")
    after = [p.tobytes() for p, _, _ in preview(panel).pictures]
    assert before != after


@pytest.mark.parametrize("which", ["train", "validation", "test"])
def test_the_histogram_counts_every_image(panel, studio, which):
    choose(panel, "data_set_choice", which)
    choose(panel, "data_class_choice", 3)  # the filter is for the preview only
    histogram = panel.findChild(ClassHistogram, "class_histogram")
    header, rows = histogram.figure_table()
    y = studio.data.samples(which).y.tolist()
    assert header == ["class", "images"]
    assert rows == [[str(label), y.count(label)] for label in range(10)]
    assert f"3: {y.count(3)}" in histogram.accessibleDescription()


def test_the_bars_are_as_high_as_the_counts(qtbot, themes):
    histogram = ClassHistogram(themes)
    qtbot.addWidget(histogram)
    histogram.resize(300, 92)
    histogram.show_counts([("a", 100), ("b", 50), ("c", 0)])
    picture, accent = histogram.grab().toImage(), QColor(themes.theme.accent).name()

    def height(x):
        return sum(picture.pixelColor(x, y).name() == accent for y in range(picture.height()))

    high, half, none = (height(x) for x in (20, 120, 220))  # beside the numbers' middle
    assert high > 20
    assert half == pytest.approx(high / 2, abs=1.5)
    assert none == 0


def test_new_data_replace_the_ones_before(qtbot, panel, studio):
    choose(panel, "data_class_choice", 9)
    x = np.zeros((30, 3, 5), np.uint8)
    made = npz.Dataset("file", "Own", x, np.arange(30) % 2, x, np.arange(30) % 2, ("cat", "dog"))
    studio.images.take(prepare(made, DataSpec("file", path="own.npz"), 1))
    settle(qtbot, panel)
    assert "3×5 pixels · 2 classes" in panel.findChild(QLabel, "data_title").text()
    choices = panel.findChild(QComboBox, "data_class_choice")
    assert [choices.itemText(i) for i in range(choices.count())] == ["All classes", "cat", "dog"]
    assert preview(panel).pictures[0][0].shape == (3, 5)
    choose(panel, "data_set_choice", "validation")
    assert preview(panel).pictures == []
    assert not panel.grab().isNull()


def test_how_values_are_read_is_shown_and_chosen_undoably(qtbot, panel, studio, tmp_path):
    path = tmp_path / "faint.npz"
    x = np.random.default_rng(0).integers(0, 17, (40, 6, 6)).astype(np.uint8)
    np.savez(path, x_train=x, y_train=np.arange(40) % 3, x_test=x[:9], y_test=np.arange(9) % 2)
    assert not panel.findChild(QWidget, "data_range_choice").isVisible()
    data = dataclasses.replace(studio.spec.data, name="file", path=str(path))
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        studio.edits.edit(studio.spec.replace(data=data))
    assert panel.findChild(QLabel, "data_values").text() == "Values 0…16, 0…16 read as 0…1."
    warnings = panel.findChild(QLabel, "data_warnings").text()
    assert "No test image of class 2" in warnings and "9 of 9 test images are among" in warnings
    assert studio.data.train.x.max() == 1.0
    box = panel.findChild(QComboBox, "data_range_choice")
    box.setFocus()
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        for _ in range(box.findData("0 to 255") - box.currentIndex()):
            qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: studio.data.spec.range == "0 to 255", timeout=10_000)
    assert studio.spec.data.range == "0 to 255"
    assert studio.data.train.x.max() == pytest.approx(16 / 255)
    while studio.spec.data.range != "automatic":
        studio.edits.undo_stack.undo()
    qtbot.waitUntil(lambda: studio.data.train.x.max() == 1.0, timeout=10_000)
    assert box.currentData() == "automatic"


def test_transposed_pictures_are_named_and_turned_undoably(qtbot, panel, studio, tmp_path):
    digits = DATASETS["digits"].load("")
    path = tmp_path / "letters.npz"
    x = digits.x_train[:400].swapaxes(1, 2)
    np.savez(
        path, x_train=x, y_train=digits.y_train[:400], x_test=x[:80], y_test=digits.y_train[:80]
    )
    box = panel.findChild(QCheckBox, "data_transposed")
    assert not box.isVisible()
    data = dataclasses.replace(studio.spec.data, name="file", path=str(path))
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        studio.edits.edit(studio.spec.replace(data=data))
    warnings = panel.findChild(QLabel, "data_warnings")
    assert "look transposed" in warnings.text() and not box.isChecked()
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    assert studio.spec.data.transposed and box.isChecked()
    assert "look transposed" not in warnings.text()
    assert "were exchanged" in panel.findChild(QLabel, "data_notes").text()
    sets = [studio.data.train.x, studio.data.validation.x]
    shown = {image.tobytes() for image in np.concatenate(sets).reshape(-1, 28, 28)}
    upright = (digits.x_train[:400].astype(np.float32) * np.float32(1 / 255)).astype(np.float32)
    assert shown and shown <= {image.tobytes() for image in upright}
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        studio.edits.undo_stack.undo()
    assert not box.isChecked() and "look transposed" in warnings.text()


# --- pairs ------------------------------------------------------------------------------


@pytest.mark.parametrize("strategy", ["random", "hard", "hard_first"])
@pytest.mark.parametrize("with_net", [False, True])
def test_wrong_labels_are_wrong(digits_data, strategy, with_net):
    spec = ExperimentSpec()
    spec = spec.replace(ff=dataclasses.replace(spec.ff, negatives=strategy))
    x, y = digits_data.train.x, digits_data.train.y
    model = random_model() if with_net else None
    rng = np.random.default_rng(0)
    wrong, who = draw_negatives(y, x, 10, spec, model and model.ff, rng)
    assert (wrong != y).all()
    assert wrong.min() >= 0 and wrong.max() <= 9
    assert ("there is no fitting net yet" in who) == (strategy != "random" and not with_net)
    assert ("chosen by the net you see" in who) == (strategy != "random" and with_net)


def test_shuffled_labels_collide_as_often_as_chance_has_it(digits_data):
    spec = ExperimentSpec()
    spec = spec.replace(ff=dataclasses.replace(spec.ff, negatives="shuffled"))
    x, y = digits_data.train.x, digits_data.train.y
    wrong, _ = draw_negatives(y, x, 10, spec, None, np.random.default_rng(0))
    assert sorted(wrong.tolist()) == sorted(y.tolist())
    assert 0.03 < (wrong == y).mean() < 0.2


def test_a_net_of_another_size_chooses_nothing(digits_data):
    spec = ExperimentSpec()
    spec = spec.replace(ff=dataclasses.replace(spec.ff, negatives="hard"))
    x, y = digits_data.train.x, digits_data.train.y
    small = random_model(side=2, classes=4)
    wrong, who = draw_negatives(y, x, 10, spec, small.ff, np.random.default_rng(0))
    assert "there is no fitting net yet" in who and (wrong != y).all()


@pytest.fixture
def paired(panel):
    panel.findChild(QTabWidget, "data_tabs").setCurrentIndex(1)
    return panel


def with_ff(qtbot, panel, studio, **changes):
    spec = studio.spec
    studio.edits.edit(spec.replace(ff=dataclasses.replace(spec.ff, **changes)))
    settle(qtbot, panel)


@pytest.mark.parametrize("strategy", ["random", "hard", "hard_first", "shuffled"])
def test_collisions_are_counted(qtbot, paired, studio, strategy):
    studio.set_snapshot(random_model())
    with_ff(qtbot, paired, studio, negatives=strategy)
    said = paired.findChild(QLabel, "negative_collisions").text().split("true label: ")[1]
    said = said.splitlines()[0]
    collisions, tried = (int(n) for n in said.split(" of "))
    assert tried == min(512, len(studio.data.train))
    assert (collisions > 0) == (strategy == "shuffled")


def captions(panel):
    return [caption for _, caption, _ in pairs(panel).pictures]


def test_hard_negatives_follow_the_net_that_is_shown(qtbot, paired, studio):
    studio.show(Shown(random_model(seed=1), studio.spec.replace(name="Mine")))
    with_ff(qtbot, paired, studio, negatives="hard")
    by_first = captions(paired)
    said = paired.findChild(QLabel, "negative_collisions")
    assert "chosen by the net you see (Mine · Bundled digits · epoch 1)" in said.text()
    other = dataclasses.replace(random_model(seed=2, version=2), epoch=3.0)
    studio.set_snapshot(other)
    qtbot.waitUntil(lambda: captions(paired) != by_first)
    qtbot.waitUntil(lambda: "(Mine · Bundled digits · epoch 3)" in said.text())
    assert len(captions(paired)) == len(by_first)
    # What comes while a run goes on is paced; what is brought back by Cancel comes at once.
    studio.show(Shown(random_model(seed=1, version=3), studio.spec.replace(name="Mine")))
    qtbot.waitUntil(lambda: captions(paired) == by_first)


def test_the_window_goes_on_while_a_large_net_chooses(qtbot, panel, studio):
    """512 images with ten labels each take such a net a while: meanwhile a timer must tick."""
    studio.set_snapshot(random_model(units=4000))
    with_ff(qtbot, panel, studio, negatives="hard")
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(captions(panel))))
    timer.start(1)
    tabs = panel.findChild(QTabWidget, "data_tabs").tabBar()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    qtbot.waitUntil(lambda: bool(captions(panel)), timeout=60_000)
    timer.stop()
    assert ticks.count(0) >= 5
    said = panel.findChild(QLabel, "negative_collisions").text()
    assert "chosen by the net you see" in said


def test_random_negatives_care_for_no_net_but_are_harder_for_one_than_another(qtbot, panel, studio):
    with_ff(qtbot, panel, studio, negatives="random")
    rounds = panel.pace.num_rounds
    studio.set_snapshot(random_model(seed=2))  # the pairs are out of sight
    assert panel.pace.num_rounds == rounds and not panel.pace.is_waiting
    tabs = panel.findChild(QTabWidget, "data_tabs").tabBar()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    qtbot.waitUntil(lambda: any("Δ" in caption for caption in captions(panel)))
    before = captions(panel)
    studio.set_snapshot(random_model(seed=4, version=2))
    qtbot.waitUntil(lambda: captions(panel) != before)
    assert [one.split(" Δ")[0] for one in captions(panel)] == [one.split(" Δ")[0] for one in before]
    said = panel.findChild(QLabel, "negative_collisions").text()
    assert "How hard they are for the net you see" in said


def test_pairs_are_one_image_with_two_labels(qtbot, paired, studio):
    random = {"negatives": "random", "label_embedding": "replace", "label_amplitude": "one"}
    with_ff(qtbot, paired, studio, **random)
    known = {
        p[10:].tobytes(): int(y)
        for p, y in zip(studio.data.train.x, studio.data.train.y, strict=True)
    }
    shown = pairs(paired).pictures
    assert len(shown) == 120
    for positive, negative in zip(shown[::2], shown[1::2], strict=True):
        assert (positive[2], negative[2]) == ("positive", "negative")
        flat, wrong = (p[0].ravel() for p in (positive, negative))
        np.testing.assert_array_equal(flat[10:], wrong[10:])
        true = known[flat[10:].astype(np.float32).tobytes()]
        assert positive[1] == f"+ {true}"
        assert flat[:10].tolist() == np.eye(10)[true].tolist()
        other = int(negative[1].removeprefix("− "))
        assert other != true
        assert wrong[:10].tolist() == np.eye(10)[other].tolist()


def test_all_wrong_labels_of_an_image_stand_in_whole_rows(qtbot, paired, studio):
    with_ff(qtbot, paired, studio, negatives="all_wrong", label_embedding="append")
    grid = pairs(paired)
    assert [role for _, _, role in grid.pictures[:11]] == [
        "positive", *["negative"] * 9, "positive",
    ]  # fmt: skip
    paired.resize(900, 640)
    qtbot.waitUntil(lambda: grid.columns == 10)
    paired.resize(480, 640)
    qtbot.waitUntil(lambda: grid.columns == 5)  # none is cut off: an image has two rows


def test_label_inputs_leave_the_image_as_it_is(qtbot, paired, studio):
    with_ff(qtbot, paired, studio, label_embedding="append", label_amplitude="one")
    known = images_of(studio.data.train)
    for picture, _, _ in pairs(paired).pictures:
        assert picture.astype(np.float32).tobytes() in known


def test_a_second_view_is_another_change_of_the_image(digits_data):
    spec = ExperimentSpec(data=dataclasses.replace(digits_data.spec, shift=2))
    spec = spec.replace(ff=dataclasses.replace(spec.ff, negatives="other_image", second_view=True))
    gallery = make_gallery(digits_data, spec, spec.data, None, "", 12, 0)
    assert gallery.pairs.together == 4 and "beside its second view" in gallery.text
    first, both, other, negative = (one.pixels for one in gallery.pairs.pictures[:4])
    second = 2 * both - first
    moves = [(down, right) for down in range(-4, 5) for right in range(-4, 5)]
    assert any(np.allclose(np.roll(first, move, (0, 1)), second, atol=1e-6) for move in moves)
    np.testing.assert_allclose(2 * negative - first, other, atol=1e-6)
    still = make_gallery(digits_data, spec, None, None, "", 12, 0)  # shown as they are
    assert still.pairs.together == 3


# --- missing data -----------------------------------------------------------------------


@pytest.fixture
def missing(qtbot, panel, studio, tmp_path, monkeypatch):
    """The panel when MNIST is asked for and nowhere to be found."""
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path / "nothing"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "no-keras"))
    spec = studio.spec
    studio.edits.edit(
        spec.replace(data=dataclasses.replace(spec.data, name="mnist", validation=0.0))
    )
    qtbot.waitUntil(lambda: shown(panel, QLabel, "data_missing_reason").isVisible(), timeout=5000)
    return panel


def reason_of(panel):
    return shown(panel, QLabel, "data_missing_reason").text()


def test_the_card_says_what_is_missing(missing):
    assert "MNIST is not on this computer" in reason_of(missing)
    assert missing.figures() == []
    names = ("download_button", "use_digits_button", "choose_file_button")
    assert all(shown(missing, QPushButton, n).isVisible() for n in names)
    assert not shown(missing, QProgressBar, "download_progress").isVisible()


def test_use_the_bundled_digits(qtbot, missing, studio):
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        press(qtbot, missing, "use_digits_button")
    assert studio.spec.data.name == "digits"
    assert studio.data.title == "Bundled digits"
    assert preview(missing).isVisible()
    studio.edits.undo_stack.undo()
    assert studio.spec.data.name == "mnist"


def test_choose_a_file(qtbot, missing, studio, tmp_path, monkeypatch):
    path = tmp_path / "own.npz"
    x = np.zeros((40, 6, 6), np.uint8)
    np.savez(path, x_train=x, y_train=np.arange(40) % 2)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    press(qtbot, missing, "choose_file_button")  # cancelled
    assert studio.spec.data.name == "mnist"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        press(qtbot, missing, "choose_file_button")
    assert studio.spec.data.path == str(path)
    assert studio.data.title == "own.npz"
    assert "6×6 pixels" in missing.findChild(QLabel, "data_title").text()


def test_a_bad_file_cannot_be_downloaded_but_says_why(qtbot, missing, studio, tmp_path):
    path = tmp_path / "bad.npz"
    path.write_bytes(b"nothing")
    data = dataclasses.replace(studio.spec.data, name="file", path=str(path))
    studio.edits.edit(studio.spec.replace(data=data))
    qtbot.waitUntil(lambda: "bad.npz cannot be read" in reason_of(missing), timeout=5000)
    assert not shown(missing, QPushButton, "download_button").isVisible()
    assert shown(missing, QPushButton, "use_digits_button").isVisible()


# --- download ---------------------------------------------------------------------------


class _Server(http.server.ThreadingHTTPServer):
    """Serves one file; its second half only when told."""

    content = b""
    go_on: threading.Event


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self):
        content = self.server.content
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        half = len(content) // 2
        self.wfile.write(content[:half])
        self.server.go_on.wait(20)
        self.wfile.write(content[half:])

    def handle(self):
        try:
            super().handle()
        except ConnectionError:  # a client that cancelled
            self.close_connection = True

    def log_message(self, *_):
        pass


def serve(monkeypatch, file):
    """Lets MNIST come from somewhere else."""
    here = dataclasses.replace(DATASETS["mnist"], downloads=(file,))
    monkeypatch.setitem(DATASETS, "mnist", here)


@pytest.fixture
def server(tmp_path, monkeypatch):
    path = tmp_path / "served.npz"
    rng = np.random.default_rng(0)
    x, y = rng.integers(0, 256, (600, 28, 28)).astype(np.uint8), np.arange(600) % 10
    np.savez(path, x_train=x, y_train=y, x_test=x[:50], y_test=y[:50])
    with _Server(("127.0.0.1", 0), _Handler) as made:
        made.content, made.go_on = path.read_bytes(), threading.Event()
        digest = hashlib.sha256(made.content).hexdigest()
        url = f"http://127.0.0.1:{made.server_port}/mnist.npz"
        source = PublishedFile(url, "mnist.npz", "sha256", digest)
        serve(monkeypatch, source)
        thread = threading.Thread(target=made.serve_forever, args=(0.02,))
        thread.start()
        yield made
        made.go_on.set()
        made.shutdown()
        thread.join(5)


def test_a_download_shows_its_progress_and_then_the_images(qtbot, missing, studio, server):
    press(qtbot, missing, "download_button")
    bar = shown(missing, QProgressBar, "download_progress")
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 300, timeout=10_000)
    assert bar.maximum() == 1000 and bar.value() <= 500
    total = len(server.content) / 1e6
    assert bar.text().endswith(f"of {total:.1f} MB")
    assert not shown(missing, QPushButton, "use_digits_button").isEnabled()
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        server.go_on.set()
    assert studio.data.title == "MNIST"
    assert len(studio.data.test) == 50
    assert (data_folder() / "mnist.npz").read_bytes() == server.content
    assert preview(missing).isVisible()


def test_a_cancelled_download_leaves_nothing(qtbot, missing, studio, server):
    press(qtbot, missing, "download_button")
    bar = shown(missing, QProgressBar, "download_progress")
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 300, timeout=10_000)
    press(qtbot, missing, "cancel_download_button")
    server.go_on.set()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=10_000)
    assert "The download was cancelled" in reason_of(missing)
    assert list(data_folder().iterdir()) == []
    assert shown(missing, QPushButton, "download_button").isEnabled()
    # And once more, to the end.
    with qtbot.waitSignal(studio.data_changed, timeout=10_000):
        press(qtbot, missing, "download_button")
    assert studio.data.title == "MNIST"


def test_a_wrong_file_is_refused(qtbot, missing, server, monkeypatch):
    server.go_on.set()
    serve(monkeypatch, dataclasses.replace(DATASETS["mnist"].downloads[0], digest="0" * 64))
    press(qtbot, missing, "download_button")
    qtbot.waitUntil(lambda: "not the published file" in reason_of(missing), timeout=10_000)
    assert list(data_folder().iterdir()) == []
    assert shown(missing, QPushButton, "download_button").isEnabled()


def test_closing_the_studio_ends_a_download(qtbot, missing, studio, server):
    press(qtbot, missing, "download_button")
    bar = shown(missing, QProgressBar, "download_progress")
    qtbot.waitUntil(lambda: bar.value() > 300, timeout=10_000)
    server.go_on.set()
    assert studio.shutdown(10.0)
    assert not any(t.name == "ffstudio-download" for t in threading.enumerate())


# --- export -----------------------------------------------------------------------------


def test_pictures_and_tables(paired):
    grid, histogram, pair = paired.figures()
    header, rows = grid.figure_table()
    assert header == ["caption", "kind"] and len(rows) == 200
    assert pair.figure_table()[1][1][1] == "negative"
    assert FIGURE_FORMATS["svg"].content(grid, NATURAL).count(b"<image") >= 20
    for caption in ("+ ", "− "):
        assert f">{caption}".encode() in FIGURE_FORMATS["svg"].content(pair, NATURAL)
    image = render_image(histogram, dpi=72)
    assert (image.width(), image.height()) == (420, 110)


def test_a_hidden_panel_draws_nothing_until_it_is_shown_or_exported(qtbot, studio, themes):
    panel = DataPanel(studio, themes)
    qtbot.addWidget(panel)
    assert preview(panel).pictures == []
    studio.edits.edit(studio.spec.replace(name="Other"))
    assert not panel.pace.is_waiting
    assert panel.figures()[0].figure_name == "data-preview"
    assert len(preview(panel).pictures) == 200
    panel.shutdown()


def test_counts_of_classes_never_lie_over_each_other(qtbot, themes):
    histogram = ClassHistogram(themes)
    qtbot.addWidget(histogram)
    histogram.show_counts([(str(i), 5923 + i) for i in range(10)])
    said = {}
    for width in (800, 340, 180):
        histogram.resize(width, 120)
        texts = painted_texts(histogram) - {str(i) for i in range(10)}
        metrics = QFontMetricsF(histogram.font())
        assert all(metrics.horizontalAdvance(text) <= width / 10 for text in texts)
        said[width] = texts
    assert "5,923" in said[800] and said[340] == {"5.9k"} and said[180] == set()
