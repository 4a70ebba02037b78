"""Takes the README's pictures of the window with the net that comes along, light and dark.

``python packaging/take_screenshots.py`` writes ``resources/screenshots/{studio,goodness,confusion,
filters,data}-{light,dark}.png``; the pictures of a stranger's net and of lessons are taken by hand.
MNIST is looked for where the program looks for it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication, QWidget

from ffstudio.app import first_experiment
from ffstudio.core.assets import find_shipped_net
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio

FOLDER = Path(__file__).parents[1] / "resources" / "screenshots"
SIZE = QSize(1280, 800)
PANELS = {
    "studio": "curves",
    **{name: name for name in ("goodness", "confusion", "filters", "data")},
}
# An image of the test set that shows well what a net makes of it.
IMAGE = 61
_MOST_S = 60.0


def _wait(app: QApplication, until: Callable[[], object], least_s: float = 0.0) -> None:
    began = time.monotonic()
    while time.monotonic() - began < least_s or not until():
        if time.monotonic() - began > _MOST_S:
            raise SystemExit("The window does not get ready.")
        app.processEvents()
        time.sleep(0.01)


def main() -> None:
    """Takes all pictures."""
    app = QApplication(sys.argv)
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FFSTUDIO_RUNS"] = folder
        settings = Settings(QSettings(f"{folder}/s.ini", QSettings.Format.IniFormat))
        settings.tour_seen = True
        themes, studio = ThemeManager("light"), Studio(first_experiment())
        window = MainWindow(studio, themes, settings)
        window.resize(SIZE)
        appeared: list[bool] = []
        window.appeared.connect(lambda: appeared.append(True))
        window.show()
        _wait(app, lambda: appeared)
        studio.start()
        studio.files.open(find_shipped_net(), quietly=True)
        _wait(app, lambda: studio.has_model and not studio.why_not_train())
        studio.edits.take_shown()
        # With the net's own images comes an empty pad.
        _wait(app, lambda: not studio.why_not_train() and not studio.other_settings, least_s=5.0)
        window.docks.links.choose_image(IMAGE, "test")
        bars = window.findChild(QWidget, "score_bars")
        _wait(app, lambda: bars.scores is not None)
        for theme in ("light", "dark"):
            themes.choose(theme)
            for name, panel in PANELS.items():
                window.docks.bring_up(panel)
                if panel == "confusion":
                    matrix = window.findChild(QWidget, "ff_confusion")
                    _wait(app, lambda matrix=matrix: matrix.counts is not None)
                    if not matrix.selected:
                        matrix.cell_chosen.emit(4, 9)
                _wait(app, lambda: True, least_s=4.0)
                window.grab().save(str(FOLDER / f"{name}-{theme}.png"))
        window.close_without_asking()
        _wait(app, lambda: window.ended)


if __name__ == "__main__":
    main()
