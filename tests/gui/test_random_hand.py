"""Whatever a hand does, in whatever order: no fault, nothing that hangs, and the window closes."""

from __future__ import annotations

import json
import shutil
from logging import WARNING
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QSettings, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.random_hand import RandomHand
from tests.marks import THOROUGH

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.tf, THOROUGH]
LONG = 600_000
NUM_STEPS = 300
# What people are told is logged, too.
MESSAGES = "ffstudio.messages"
RESOURCES = Path(__file__).parents[2] / "resources"


class Browser(QObject):
    """Takes the links that would leave the window."""

    def __init__(self):
        super().__init__()
        self.taken = []

    @Slot(QUrl)
    def take(self, url):
        self.taken.append(url.toString())


@pytest.fixture
def browser(qapp):
    made = Browser()
    for scheme in ("file", "http", "https"):
        QDesktopServices.setUrlHandler(scheme, made, "take")
    yield made
    for scheme in ("file", "http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def folder(tmp_path, monkeypatch, kept_run):
    """Files of all kinds, the only ones the hand opens and writes over."""
    made = tmp_path / "files"
    made.mkdir()
    monkeypatch.chdir(made)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path / "data"))
    shutil.copytree(kept_run, made / "run")
    shutil.copy(RESOURCES / "models" / "mnist-conv.h5", made / "conv.h5")
    shutil.copy(RESOURCES / "presets" / "digits-quick.json", made)
    lesson = RESOURCES / "lessons" / "threshold.ffstudio-lesson.json"
    shutil.copy(lesson, made)
    rng = np.random.default_rng(0)
    x = rng.integers(0, 256, (120, 8, 8), np.uint8)
    np.savez(made / "small.npz", x_train=x, y_train=np.arange(120) % 3)
    rows = [",".join(map(str, [i % 4, *row])) for i, row in enumerate(x.reshape(120, -1))]
    (made / "table.csv").write_text("\n".join(rows), encoding="utf-8")
    (made / "empty.h5").write_bytes(b"")
    (made / "other.json").write_text(json.dumps({"a": [1, 2]}), encoding="utf-8")
    image = QImage(28, 28, QImage.Format.Format_Grayscale8)
    image.fill(90)
    image.save(str(made / "grey.png"))
    return made


@pytest.fixture
def window(qtbot, themes, tmp_path, folder, browser):
    spec = ExperimentSpec(
        data=DataSpec("digits"), layers=(LayerSpec(units=20), LayerSpec(units=20)), epochs=20
    )
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made = MainWindow(Studio(spec), themes, settings)
    made.resize(1280, 800)
    with qtbot.waitSignal(made.appeared):
        made.show()
    made.activateWindow()
    made.studio.start()
    qtbot.waitUntil(lambda: made.studio.why_not_train() == "", timeout=LONG)
    yield made
    made.close_without_asking()
    assert made.ended
    made.deleteLater()
    made.studio.deleteLater()


@pytest.mark.parametrize("seed", range(1, 5))
def test_whatever_a_hand_does_nothing_breaks(qtbot, window, folder, caplog, seed):
    caplog.expected = True  # it is told of many a mistake
    hand = RandomHand(window, folder, seed)
    hand.begin()
    try:
        qtbot.waitUntil(lambda: hand.num_steps >= NUM_STEPS, timeout=LONG)
    finally:
        hand.end()
        print(*hand.steps, sep="\n")
    untold = [
        record.getMessage()
        for record in caplog.records
        if record.name.startswith("ffstudio")
        and (record.exc_info or (record.levelno >= WARNING and record.name != MESSAGES))
    ]
    assert untold == []
    assert window.isVisible(), "no step but Quit closes the window"
