"""Puts the studio together and runs it: the one place that knows every room.

The order: fault handler, can Qt start at all, Qt, settings and theme, window, and only
once that is shown the engine. Nothing here imports Keras, TensorFlow or h5py.
"""

from __future__ import annotations

import ctypes
import faulthandler
import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ffstudio import __version__

if TYPE_CHECKING:
    from ffstudio import engine
    from ffstudio.core.experiment.spec import ExperimentSpec
    from ffstudio.gui.window.main_window import MainWindow
    from ffstudio.jobs.engine_protocol import Engine

    # mypy holds the engine to what the jobs ask of it.
    _ENGINE: Engine = engine

APP_ID = "io.github.ffstudio.ffstudio"
EXIT_NO_DISPLAY = 2
# From agreeing to close until the process ends, whatever still runs.
MOST_SECONDS_TO_END = 1.9
MOST_MS_TO_APPEAR = 1500
APT_LINE = (
    "sudo apt-get install -y libegl1 libgl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 "
    "libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 "
    "libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
)

log = logging.getLogger("ffstudio")


def run(argv: Sequence[str]) -> int:
    """Opens the window and returns the exit code when it has been closed.

    Args:
        argv: Arguments after the program's name: nothing, or files to open.
    """
    faults = _keep_faults()
    problem = display_problem()
    if not problem:
        try:
            import PySide6.QtWidgets
        except ImportError as error:
            problem = missing_library(str(error))
    if not problem:
        problem = plugin_problem(Path(PySide6.QtWidgets.__file__).parent)
    if problem:
        print(f"ffstudio: {problem}", file=sys.stderr)
        return EXIT_NO_DISPLAY
    return _run(argv, faults)


def _run(argv: Sequence[str], faults: str) -> int:
    from PySide6.QtCore import QSettings, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("ffstudio").setLevel(logging.INFO)
    for handler in logging.getLogger().handlers:
        handler.setLevel(logging.WARNING)

    QApplication.setApplicationName("ffstudio")
    QApplication.setApplicationDisplayName("ffstudio")
    QApplication.setApplicationVersion(__version__)
    QApplication.setOrganizationName("ffstudio")
    QApplication.setDesktopFileName(APP_ID)
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)  # type: ignore[attr-defined]
    application = QApplication(["ffstudio"])
    # A fast stroke must keep its corners even while the engine is being imported. Qt's X11
    # part switches this on when the application is made, so it is switched off after that.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    application.setStyle("Fusion")

    from ffstudio.gui.style.theme import ThemeManager
    from ffstudio.gui.system.crash import CrashHandler
    from ffstudio.gui.system.file_events import FileEvents
    from ffstudio.gui.system.interrupts import Interrupts
    from ffstudio.gui.system.settings import Settings
    from ffstudio.gui.system.tooltips import TooltipWrapper
    from ffstudio.gui.window.main_window import MainWindow
    from ffstudio.jobs.studio import Studio

    scope = QSettings.Scope.UserScope
    settings = Settings(QSettings(QSettings.Format.IniFormat, scope, "ffstudio", "ffstudio"))
    themes = ThemeManager(settings.theme, colors=settings.colors)
    studio = Studio(settings.last_experiment or first_experiment())
    if settings.last_experiment is None:
        studio.missing_data.let_digits_stand_in()
    window = MainWindow(studio, themes, settings)
    asked_for = FileEvents(window.open_path, window)
    crashes = CrashHandler()
    crashes.crashed.connect(window.show_error)
    crashes.install()
    interrupts = Interrupts(window.close_without_asking)
    interrupts.install()
    TooltipWrapper(application)
    window.closing.connect(lambda: _end_in_time(MOST_SECONDS_TO_END))
    window.closed.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    if faults:
        log.warning("ffstudio did not end properly last time:\n%s", faults)
    if os.environ.get("FFSTUDIO_PROBE"):
        from ffstudio.gui.system.probe import Probe

        Probe(os.environ["FFSTUDIO_PROBE"], window)

    def begin() -> None:
        # Whichever comes first: the window's first picture, or a window that is started
        # minimised and never painted.
        if not begun:
            begun.append(True)
            studio.start()
            open_first(window, argv)
            asked_for.begin()

    begun: list[bool] = []
    window.appeared.connect(begin)
    QTimer.singleShot(MOST_MS_TO_APPEAR, window, begin)
    window.show()
    code = application.exec()
    if not window.ended:  # left by an interrupt, not by its close button
        window.close_without_asking()
    interrupts.uninstall()
    crashes.uninstall()
    if not window.ended_cleanly:
        _leave(code)
    window.deleteLater()
    return code


def first_experiment() -> ExperimentSpec | None:
    """What the builder holds at the very first start."""
    from ffstudio.core.errors import FfstudioError
    from ffstudio.core.experiment.presets import DEFAULT, preset

    try:
        return preset(DEFAULT)
    except FfstudioError as error:
        log.warning("%s", error)
        return None


def open_first(window: MainWindow, argv: Sequence[str]) -> None:
    """Opens the files named on the command line, or the model that comes along."""
    from ffstudio.core.errors import FfstudioError
    from ffstudio.core.folders import expand_home
    from ffstudio.core.model_formats import is_model_name
    from ffstudio.core.shipped_nets import find_shipped_net

    files = [expand_home(name) for name in argv]
    if not any(map(is_model_name, files)):
        try:
            window.studio.files.open(find_shipped_net(window.settings.first_net), quietly=True)
        except FfstudioError as error:
            log.info("%s", error)
    for path in files:
        window.open_path(path)
    if not files:
        window.lessons.open_again()


# --- can Qt start? -------------------------------------------------------------------------


def display_problem() -> str:
    """Why no window can be shown here, or nothing; Qt itself would abort without a word."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return ""
    where = os.environ.get("DISPLAY", "")
    if os.environ.get("WAYLAND_DISPLAY") and not platform.startswith("xcb"):
        return ""
    if not where:
        return (
            "there is no display to open a window on. Run it in a desktop session, or train "
            "without a window: ffstudio train --preset ff-fast"
        )
    host, _, number = where.rpartition(":")
    number = number.split(".")[0]
    if host in ("", "unix") and number.isdigit() and not _x_server_answers(int(number)):
        return (
            f"the display DISPLAY={where} cannot be reached. Check that an X server runs "
            "there, or train without a window: ffstudio train --preset ff-fast"
        )
    return ""


def _x_server_answers(number: int) -> bool:
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 (where X servers listen)
    for address in ("\0" + path, path):
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
                client.settimeout(1.0)
                client.connect(address)
                return True
        except OSError:
            continue
    return False


def missing_library(error: str) -> str:
    """The sentence for a system library that Qt needs and that is not installed."""
    name = error.split(":", 1)[0].strip()
    if ".so" not in error:
        return f"Qt for Python cannot be imported ({error}). Install it: pip install ffstudio"
    return (
        f"the system library {name} that Qt needs is missing. On Debian or Ubuntu install it "
        f"with:\n  {APT_LINE}"
    )


def plugin_problem(pyside: Path) -> str:
    """Why Qt's X11 plugin cannot be loaded, or nothing; Qt would abort."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    wayland = os.environ.get("WAYLAND_DISPLAY") and not platform.startswith("xcb")
    if wayland or (platform and not platform.startswith("xcb")):
        return ""
    plugin = pyside / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if plugin.is_file():
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            return missing_library(str(error))
    return ""


# --- faults and the end ----------------------------------------------------------------------

_fault_file: IO[str] | None = None


def _keep_faults() -> str:
    """Has crashes of the interpreter written to a file; returns what the last run left."""
    from ffstudio.core.folders import state_folder

    global _fault_file
    path = state_folder() / "faults.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        left = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        _fault_file = path.open("w", encoding="utf-8")
        faulthandler.enable(_fault_file)
    except (OSError, RuntimeError):
        if sys.stderr is not None:
            faulthandler.enable()
        return ""
    return left.strip()


def _end_in_time(seconds: float) -> None:
    """Ends the process after that time, even if a thread does not listen."""

    def wait() -> None:
        time.sleep(seconds)
        _leave(0)

    threading.Thread(target=wait, name="ffstudio-last-resort", daemon=True).start()


def _leave(code: int) -> None:
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
