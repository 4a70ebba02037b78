"""Takes pictures of the window with the net that comes along, light and dark.

    python packaging/take_screenshots.py --stranger CNN.h5      # all of the README's
    python packaging/take_screenshots.py --animation            # trains, and writes its animation
    python packaging/take_screenshots.py --out shots --size 1024x700 --text 1.4 --language pl

writes ``{studio,goodness,confusion,filters,data,start,lesson}-{light,dark}.png``; those of runs that it
trains on the bundled digits: ``{runs,compare,time,sweep}``; and those of a stranger's net, its feature
maps and its card, where a file of one is named. MNIST is looked for
where the program looks for it; without it the pictures show the bundled digits, which is said.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ffstudio.gui.window.main_window import MainWindow

FOLDER = Path(__file__).parents[1] / "resources" / "screenshots"
PANELS = {
    "studio": "curves",
    **{name: name for name in ("goodness", "confusion", "filters", "data")},
}
RUNS = ("time", "compare", "runs", "sweep")
KINDS = (*PANELS, "start", "lesson", *RUNS, "stranger", "card")
# An image of the test set that shows well what a net makes of it, and one for a stranger's.
IMAGE, STRANGERS_IMAGE = 61, 18
_MOST_S = 120.0
_SETTLED_S = 4.0


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder (default: the README's)")
    parser.add_argument("--size", default="1280x800", help="of the window (default: %(default)s)")
    parser.add_argument("--text", type=float, default=1.0, help="size of the text: 1.4 is 140%%")
    parser.add_argument("--scale", type=float, default=1.0, help="device pixels per pixel")
    parser.add_argument("--language", default="en", help="en, zh_CN or pl")
    parser.add_argument("--only", nargs="+", choices=KINDS, default=KINDS, metavar="PICTURE")
    parser.add_argument(
        "--animation", action="store_true", help="instead: train ff-threshold and animate goodness"
    )
    parser.add_argument("--stranger", type=Path, help="a model file for stranger and card")
    return parser.parse_args(arguments)


class Photographer:
    """Leads a window through what is shown and takes pictures of it.

    Args:
        asked: See :func:`read_arguments`.
    """

    def __init__(self, asked: argparse.Namespace) -> None:
        from PySide6.QtCore import QSettings

        from ffstudio.app import first_experiment
        from ffstudio.gui.style.theme import ThemeManager
        from ffstudio.gui.system.settings import Settings
        from ffstudio.gui.window.main_window import MainWindow
        from ffstudio.jobs.studio import Studio

        self._asked = asked
        store = QSettings(f"{os.environ['FFSTUDIO_RUNS']}/s.ini", QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.language, settings.font_scale = asked.language, asked.text
        self._themes, self.studio = ThemeManager("light"), Studio(first_experiment())
        self.studio.missing_data.let_digits_stand_in()
        self.window: MainWindow = MainWindow(self.studio, self._themes, settings)
        width, height = map(int, asked.size.split("x"))
        self.window.resize(width, height)

    def wait(self, until: Callable[[], object], what: str, least_s: float = 0.0) -> None:
        """Goes on with the window until something holds.

        Raises:
            SystemExit: It does not come to hold; ``what`` was waited for.
        """
        from PySide6.QtTest import QTest

        began = time.monotonic()
        while time.monotonic() - began < least_s or not until():
            if time.monotonic() - began > _MOST_S:
                raise SystemExit(f"The window does not get ready: {what} is waited for in vain.")
            QTest.qWait(10)  # what is to be deleted goes too

    def settle(self, seconds: float = _SETTLED_S) -> None:
        """Gives what is computed and laid out the time to come."""
        self.wait(lambda: True, "nothing", least_s=seconds)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """A picture in each theme."""
        if name in self._asked.only:
            for theme in ("light", "dark"):
                self._themes.choose(theme)
                self.settle(1.5)
                shown = self.window if widget is None else widget
                shown.grab().save(str(self._asked.out / f"{name}-{theme}.png"))
            self._themes.choose("light")

    def wants(self, *names: str) -> bool:
        """True when one of these pictures is asked for."""
        return any(name in self._asked.only for name in names)

    def begin(self) -> None:
        """Opens the window as at a first start, with the net that comes along."""
        from ffstudio.core.shipped_nets import find_shipped_net

        appeared: list[bool] = []
        self.window.appeared.connect(lambda: appeared.append(True))
        self.window.show()
        self.wait(lambda: appeared, "its first picture")
        self.studio.start()
        self.studio.files.open(find_shipped_net(), quietly=True)
        self.wait(lambda: self.studio.has_model, "the net that comes along")
        self.wait(lambda: not self.studio.why_not_train(), "images and engine")
        if self.studio.missing_data.is_stand_in:
            print("MNIST is not on this computer: the pictures show the bundled digits.")
        else:
            self.studio.edits.take_shown()
            # With the net's own images comes an empty pad.
            ready = lambda: not (self.studio.why_not_train() or self.studio.other_settings)  # noqa: E731
            self.wait(ready, "the net's own images", least_s=5.0)

    def show_image(self, number: int) -> None:
        """Puts an image of the test set on the pad."""
        from PySide6.QtWidgets import QWidget

        self.window.docks.links.choose_image(number, "test")
        bars = self.window.findChild(QWidget, "score_bars")
        self.wait(lambda: bars.scores is not None, "what the net says of an image")

    def take_panels(self) -> None:
        """The window with each of its panels in front."""
        from PySide6.QtWidgets import QWidget

        self.show_image(IMAGE)
        self.window.docks.bring_up("curves")
        self.settle()
        self.take("start")
        self.window.findChild(QWidget, "welcome_close_button").click()
        for name, panel in PANELS.items():
            if not self.wants(name):
                continue
            self.window.docks.bring_up(panel)
            if panel == "confusion":
                matrix = self.window.findChild(QWidget, "ff_confusion")
                self.wait(lambda m=matrix: m.counts is not None, "the confusion matrix")
                if not matrix.selected:
                    matrix.cell_chosen.emit(4, 9)
            self.settle()
            self.take(name)

    def take_lesson(self) -> None:
        """The lesson on goodness, its third step done."""
        self.window.lessons.open_shipped("goodness")
        lessons = self.studio.lessons
        self.wait(lambda: lessons.is_open and not self.studio.why_not_train(), "the lesson")
        while lessons.index < 2:
            if lessons.index == 1:
                self.studio.runs.train()
                self.wait(lambda: not self.studio.status.is_active, "the run", least_s=2.0)
            lessons.go_to(lessons.index + 1)
            self.settle()
        self.wait(lambda: lessons.index in lessons.done, "the lesson's third step")
        self.show_image(IMAGE)
        self.window.docks.bring_up("goodness")
        self.settle()
        self.take("lesson")
        self.window.lessons.leave()
        self.settle()

    def take_runs(self, folder: Path) -> None:
        """Three runs: one at an earlier moment, all beside each other, and a sweep."""
        from ffstudio.core.experiment.presets import preset

        studio = self.studio
        spec = preset("digits-quick").replace(epochs=12, name="digits")
        for seed, units in ((1, 200), (2, 200), (1, 40)):
            changed = spec.replace(seed=seed)
            for layer in range(len(spec.layers)):
                changed = changed.with_layer(layer, units=units)
            studio.edits.edit(changed)
            self.wait(lambda: not studio.why_not_train(), "images", least_s=0.5)
            studio.runs.train()
            self.wait(lambda: not studio.status.is_active, "a run", least_s=2.0)
        self.show_image(IMAGE)
        self.wait(lambda: studio.moments.last > 0, "the moments that are kept", least_s=1.0)
        self.window.docks.bring_up("goodness")
        self.window.time_bar.show()
        studio.moments.go_to(3)
        self.settle()
        self.take("time")
        studio.moments.leave()
        self.window.docks.bring_up("runs")
        self.wait(lambda: len(studio.library.runs) == 3, "the list of runs", least_s=1.0)
        studio.comparison.tick([run.path for run in studio.library.runs], on=True)
        for panel in ("runs", "compare"):
            self.window.docks.bring_up(panel)
            self.settle()
            self.take(panel)
        if self.wants("sweep"):
            command = [sys.executable, "-m", "ffstudio", "sweep", "--preset", "digits-quick"]
            grid = (
                "--set",
                "layers.0.units=20,50,200",
                "--set",
                "layers.0.learning_rate=0.003,0.03",
            )
            out = ("--seeds", "1,2", "--epochs", "8", "--out", str(folder / "sweep"))
            subprocess.run([*command, *grid, *out], check=True)
            studio.sweeps.open(folder / "sweep")
            self.window.docks.bring_up("sweep")
            self.settle()
            self.take("sweep")

    def take_stranger(self, path: Path) -> None:
        """Somebody's net: its feature maps, and its card."""
        from PySide6.QtWidgets import QComboBox, QDialog

        answers: list[object] = []
        self.studio.strangers.opened.connect(answers.append)
        self.studio.files.open(path)
        self.wait(lambda: answers, f"{path.name}", least_s=2.0)
        self.wait(lambda: not self.studio.why_not_train(), "its images", least_s=_SETTLED_S)
        self.show_image(STRANGERS_IMAGE)
        self.window.docks.bring_up("filters")
        self.settle()
        what = self.window.findChild(QComboBox, "filter_view")
        what.setCurrentIndex(max(what.findData("maps"), 0))
        self.settle(20.0)  # what is told of the opening goes away
        self.take("stranger")
        self.window.commands["model_card"].trigger()
        self.settle()
        self.take("card", next(d for d in self.window.findChildren(QDialog) if d.isVisible()))


def animate_goodness(out: Path) -> None:
    """Trains the run of the README's animation on MNIST, and writes how its goodness parts."""
    ffstudio = [sys.executable, "-m", "ffstudio"]
    with tempfile.TemporaryDirectory() as folder:
        run = f"{folder}/run"
        train = ("train", "--preset", "ff-threshold", "--epochs", "20", "--judge", "sample")
        subprocess.run([*ffstudio, *train, "--out", run], check=True)
        look = ("--view", "goodness", "--set-view", "view=populations")
        goes = ("--size", "640", "--fps", "5", "--pause", "3")
        target = str(out / "goodness-parting.gif")
        subprocess.run([*ffstudio, "animate", run, *look, *goes, "--out", target], check=True)


def main() -> None:
    """Takes the pictures that are asked for."""
    asked = read_arguments()
    if asked.animation:
        asked.out.mkdir(parents=True, exist_ok=True)
        animate_goodness(asked.out)
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FFSTUDIO_RUNS"] = folder
        leader = Photographer(asked)
        leader.begin()
        leader.take_panels()
        if leader.wants("lesson"):
            leader.take_lesson()
        if leader.wants(*RUNS):
            leader.take_runs(Path(folder))
        if asked.stranger is not None and leader.wants("stranger", "card"):
            leader.take_stranger(asked.stranger)
        leader.window.close_without_asking()
        leader.wait(lambda: leader.window.ended, "its end")


if __name__ == "__main__":
    main()
