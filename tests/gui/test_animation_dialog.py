"""The animation dialog by mouse and keys, on a real run that is kept: preview, file, cancel."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
)

from ffstudio.files.runs.checkpoints import list_kept
from ffstudio.files.runs.folder import RunFolder
from ffstudio.files.runs.looking import look_at_run
from ffstudio.gui.dialogs import questions
from ffstudio.gui.reports.animation_dialog import AnimatedRun, AnimatedView, AnimationDialog
from ffstudio.gui.reports.moving_view import MovingView
from ffstudio.gui.system.settings import Settings
from ffstudio.jobs.shown import Shown
from tests.gui.few_panels import few_panels

LEFT = Qt.MouseButton.LeftButton
LONG = 60_000
VIEWS = (
    AnimatedView("goodness", "goodness", "Goodness: goodness per layer", {"view": "populations"}),
    AnimatedView("filters", "filters", "Filters: weights", {}),
    AnimatedView("goodness", "separation", "Goodness: separation", {}),
)


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def begin(qtbot, digits_data, kept_run, themes, settings):
    run, kept = look_at_run(RunFolder(kept_run)), tuple(list_kept(kept_run))

    def make_view(is_dark, with_caption):
        return MovingView(run, digits_data, is_dark=is_dark, with_caption=with_caption)

    made = []

    def make():
        animated = AnimatedRun(run.name, make_view, kept, kept[-1], VIEWS)
        dialog = AnimationDialog(animated, settings, themes, None)
        made.append(dialog)
        dialog.show()
        wait_for_preview(qtbot, dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.reject()
        dialog.deleteLater()


def wait_for_preview(qtbot, dialog, count=None):
    def is_there():
        pictures = dialog.screen_shown.pictures
        return len(pictures) == count if count is not None else bool(pictures)

    qtbot.waitUntil(is_there, timeout=LONG)


def find(dialog, kind, name):
    return dialog.findChild(kind, f"animation_{name}")


def text(dialog, name):
    return find(dialog, QLabel, f"{name}_label").text()


def click(qtbot, dialog, name):
    qtbot.mouseClick(find(dialog, QPushButton, f"{name}_button"), LEFT)


def type_number(qtbot, field, number):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, str(number))
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def answer(monkeypatch, path):
    monkeypatch.setattr(questions.SaveDialog, "ask", classmethod(lambda cls, *args: path))


def export(qtbot, monkeypatch, dialog, path):
    answer(monkeypatch, path)
    click(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: "Wrote" in text(dialog, "result"), timeout=LONG)


def test_what_is_previewed_is_written(qtbot, begin, monkeypatch, tmp_path, kept_run):
    dialog = begin()
    epochs = len(list_kept(kept_run))
    assert f"{epochs} of {epochs} epochs are kept" in text(dialog, "kept")
    assert len(dialog.screen_shown.pictures) == epochs
    type_number(qtbot, find(dialog, QSpinBox, "width"), 320)
    type_number(qtbot, find(dialog, QSpinBox, "height"), 240)
    type_number(qtbot, find(dialog, QDoubleSpinBox, "fps"), 10)
    type_number(qtbot, find(dialog, QDoubleSpinBox, "pause"), 1.5)
    assert "320 × 240" in text(dialog, "about")
    export(qtbot, monkeypatch, dialog, tmp_path / "out" / ".." / "a.gif")
    with Image.open(tmp_path / "a.gif") as file:
        assert file.n_frames == epochs and file.size == (320, 240)
        file.seek(epochs - 1)
        assert file.info["duration"] == 100 + 1500
        last = np.asarray(file.convert("RGB"))
        file.seek(0)
        assert (np.asarray(file.convert("RGB")) != last).any()
    assert not find(dialog, QProgressBar, "progress").isVisible()


def test_tab_goes_through_it_as_one_reads(qtbot, begin):
    dialog = begin()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    find(dialog, QComboBox, "view").setFocus()
    walked = []
    while len(walked) < 13:
        walked.append(dialog.focusWidget().objectName().removeprefix("animation_"))
        qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_Tab)
    assert walked == [
        *("view", "first", "last", "every", "width", "height", "fps", "pause", "loops", "caption"),
        *("theme", "format", "close_button"),
    ]


def test_the_preview_plays(qtbot, begin):
    dialog = begin()
    type_number(qtbot, find(dialog, QDoubleSpinBox, "fps"), 20)
    type_number(qtbot, find(dialog, QDoubleSpinBox, "pause"), 0)
    seen = set()

    def has_played():
        seen.add(dialog.screen_shown.at)
        return len(seen) == len(dialog.screen_shown.pictures)

    qtbot.waitUntil(has_played, timeout=LONG)


def test_epochs_and_view_are_chosen(qtbot, begin):
    dialog = begin()
    type_number(qtbot, find(dialog, QSpinBox, "first"), 2)
    wait_for_preview(qtbot, dialog, 3)
    combo = find(dialog, QComboBox, "view")
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_End)
    # Of the first epoch alone there is no course over time.
    wait_for_preview(qtbot, dialog, 2)
    assert "nothing is to be seen at epochs 2" in text(dialog, "about")
    type_number(qtbot, find(dialog, QSpinBox, "last"), 2)
    qtbot.waitUntil(lambda: "nothing to show" in text(dialog, "result"), timeout=LONG)
    assert not find(dialog, QPushButton, "export_button").isEnabled()


def test_cancel_leaves_nothing_and_one_can_go_on(qtbot, begin, monkeypatch, tmp_path):
    dialog = begin()
    type_number(qtbot, find(dialog, QSpinBox, "width"), 3000)
    answer(monkeypatch, tmp_path / "a.gif")
    click(qtbot, dialog, "export")
    qtbot.waitUntil(find(dialog, QPushButton, "cancel_button").isVisible, timeout=LONG)
    assert not find(dialog, QSpinBox, "width").isEnabled()
    click(qtbot, dialog, "cancel")
    qtbot.waitUntil(lambda: "Cancelled" in text(dialog, "result"), timeout=LONG)
    assert [p.name for p in tmp_path.iterdir() if p.name != "settings.ini"] == []
    type_number(qtbot, find(dialog, QSpinBox, "width"), 200)
    export(qtbot, monkeypatch, dialog, tmp_path / "a.gif")
    assert (tmp_path / "a.gif").exists()


def test_closing_while_it_writes_leaves_nothing(qtbot, begin, monkeypatch, tmp_path):
    dialog = begin()
    type_number(qtbot, find(dialog, QSpinBox, "width"), 3000)
    answer(monkeypatch, tmp_path / "a.gif")
    click(qtbot, dialog, "export")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert [p.name for p in tmp_path.iterdir() if p.name != "settings.ini"] == []
    assert not [t for t in threading.enumerate() if t.name == "ffstudio-animation"]


def test_a_folder_that_cannot_be_written_is_said(qtbot, begin, monkeypatch, tmp_path):
    dialog = begin()
    qtbot.waitUntil(find(dialog, QPushButton, "export_button").isEnabled, timeout=LONG)
    answer(monkeypatch, tmp_path / "none" / "a.gif")
    click(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: "cannot be written" in text(dialog, "result"), timeout=LONG)
    assert find(dialog, QPushButton, "export_button").isEnabled()


def test_choices_come_back(qtbot, begin):
    dialog = begin()
    find(dialog, QComboBox, "view").setCurrentIndex(1)
    type_number(qtbot, find(dialog, QDoubleSpinBox, "fps"), 7)
    qtbot.mouseClick(find(dialog, QCheckBox, "loops"), LEFT)
    theme = find(dialog, QComboBox, "theme")
    theme.setCurrentIndex(theme.findData("dark"))
    dialog.reject()
    again = begin()
    assert find(again, QComboBox, "view").currentData() == ("filters", "filters")
    assert find(again, QDoubleSpinBox, "fps").value() == 7
    assert not find(again, QCheckBox, "loops").isChecked()
    # Dark pictures are dark.
    assert again.screen_shown.pictures[0].pixelColor(2, 2).lightness() < 80


def test_without_the_encoder_mp4_says_what_to_install(qtbot, begin):
    from ffstudio.gui.figures.animation import ANIMATION_FORMATS

    if not ANIMATION_FORMATS["mp4"].why_not():
        pytest.skip("FFmpeg is installed")
    dialog = begin()
    combo = find(dialog, QComboBox, "format")
    combo.setCurrentIndex(combo.findData("mp4"))
    assert 'pip install "ffstudio[video]"' in text(dialog, "about")
    assert not find(dialog, QPushButton, "export_button").isEnabled()


def test_the_command_offers_what_the_window_shows(qtbot, make_window, studio, kept_run):
    window = make_window(panels=few_panels("curves", "goodness", "draw"))
    run = look_at_run(RunFolder(kept_run))
    window.docks.bring_up("goodness")
    studio.show(Shown(run.snapshot, run.spec, run.history, run.last_epochs, kept=run.folder))
    qtbot.waitUntil(window.commands["export_animation"].isEnabled, timeout=LONG)
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.screen_shown.pictures:
            QTimer.singleShot(50, look)
            return
        combo = find(dialog, QComboBox, "view")
        seen.extend(combo.itemText(i) for i in range(combo.count()))
        dialog.reject()

    before = studio.snapshot
    QTimer.singleShot(0, look)
    window.commands["export_animation"].trigger()
    assert {"Goodness: Goodness per layer", "Curves: FF loss per layer"} <= set(seen)
    assert not [title for title in seen if title.startswith(("Runs", "Data"))]
    # What the window shows is as it was.
    assert studio.snapshot is before and studio.past is None


def test_the_command_needs_earlier_moments(make_window):
    window = make_window(panels=few_panels("curves", "goodness", "draw"))
    assert not window.commands["export_animation"].isEnabled()
    assert "no nets yet" in window.commands["export_animation"].toolTip()
