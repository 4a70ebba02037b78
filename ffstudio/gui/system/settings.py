"""What the program remembers, typed, over a QSettings that is handed in.

A value that cannot be read (an older version, a damaged file) counts as not there:
settings never keep the program from starting.
"""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.judging import Judging
from ffstudio.core.shipped_nets import FIRST, SHIPPED_NETS
from ffstudio.gui.style.colormaps import PICTURE_MAPS, WEIGHT_MAPS
from ffstudio.gui.style.palettes import PALETTES
from ffstudio.gui.style.theme import Colors
from ffstudio.gui.system.languages import NAMES, SYSTEM

log = logging.getLogger(__name__)

# Raise it when docks or toolbars change: an old layout is then left aside.
LAYOUT_VERSION = 1
MOST_RECENT = 10
THEMES = ("light", "dark", "system")
_COLORS = {"weights": WEIGHT_MAPS, "pictures": PICTURE_MAPS, "curves": PALETTES}
FONT_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6)


class Settings(QObject):
    """Typed access to the stored choices.

    Signals:
        recent_files_changed(): A file was added to the list or taken off it.
    """

    recent_files_changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    def sync(self) -> None:
        """Writes everything to disk now."""
        self._store.sync()

    # --- look -----------------------------------------------------------------------

    @property
    def theme(self) -> str:
        """``light``, ``dark`` or ``system``."""
        theme = str(self._store.value("look/theme", "system"))
        return theme if theme in THEMES else "system"

    @theme.setter
    def theme(self, choice: str) -> None:
        self._store.setValue("look/theme", choice)

    @property
    def language(self) -> str:
        """``system``, or the name of a language."""
        language = str(self._store.value("look/language", SYSTEM))
        return language if language in NAMES else SYSTEM

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("look/language", choice)

    @property
    def colors(self) -> Colors:
        """What data are shown in."""
        stored = {field: str(self._store.value(f"look/{field}_colors", "")) for field in _COLORS}
        return Colors(**{field: name for field, name in stored.items() if name in _COLORS[field]})

    @colors.setter
    def colors(self, colors: Colors) -> None:
        for field in _COLORS:
            self._store.setValue(f"look/{field}_colors", getattr(colors, field))

    @property
    def font_scale(self) -> float:
        """Size of the interface's text; 1.0 is the system's."""
        try:
            stored = float(str(self._store.value("look/font_scale", 1.0)))
        except ValueError:
            return 1.0
        return min(FONT_SCALES, key=lambda scale: abs(scale - stored))

    @font_scale.setter
    def font_scale(self, scale: float) -> None:
        self._store.setValue("look/font_scale", scale)

    # --- runs -----------------------------------------------------------------------

    @property
    def judging(self) -> Judging:
        """What the epochs of a run are judged on."""
        try:
            return Judging(str(self._store.value("run/judging", Judging.SAMPLE.value)))
        except ValueError:
            return Judging.SAMPLE

    @judging.setter
    def judging(self, choice: Judging) -> None:
        self._store.setValue("run/judging", choice.value)

    @property
    def are_runs_kept(self) -> bool:
        """Whether runs are kept in folders while they train."""
        return str(self._store.value("run/kept", "true")).lower() != "false"

    @are_runs_kept.setter
    def are_runs_kept(self, kept: bool) -> None:
        self._store.setValue("run/kept", "true" if kept else "false")

    @property
    def do_views_hold_back(self) -> bool:
        """Whether views take little while a run trains."""
        return str(self._store.value("run/views_hold_back", "true")).lower() != "false"

    @do_views_hold_back.setter
    def do_views_hold_back(self, sparing: bool) -> None:
        self._store.setValue("run/views_hold_back", "true" if sparing else "false")

    @property
    def last_sweep(self) -> str:
        """The folder of the sweep looked at last; empty for none."""
        return str(self._store.value("sweep/folder", ""))

    @last_sweep.setter
    def last_sweep(self, folder: str) -> None:
        self._store.setValue("sweep/folder", folder)

    @property
    def is_sweep_training(self) -> bool:
        """Whether the last sweep was trained when the program was there last."""
        return str(self._store.value("sweep/training", "false")).lower() == "true"

    @is_sweep_training.setter
    def is_sweep_training(self, trains: bool) -> None:
        self._store.setValue("sweep/training", "true" if trains else "false")

    # --- window ---------------------------------------------------------------------

    def save_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remembers size, place and docks of the window."""
        self._store.setValue("window/version", LAYOUT_VERSION)
        self._store.setValue("window/geometry", geometry)
        self._store.setValue("window/state", state)

    def layout(self) -> tuple[QByteArray, QByteArray] | None:
        """(geometry, state) of the last window, or None when there is none to use."""
        if str(self._store.value("window/version", "")) != str(LAYOUT_VERSION):
            return None
        geometry = self._store.value("window/geometry")
        state = self._store.value("window/state")
        if not isinstance(geometry, QByteArray) or not isinstance(state, QByteArray):
            return None
        return geometry, state

    def forget_layout(self) -> None:
        """The next window has the default layout."""
        self._store.remove("window")

    # --- files ----------------------------------------------------------------------

    @property
    def recent_files(self) -> list[Path]:
        """The last files that still exist, newest first."""
        stored = self._store.value("files/recent", [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [p for p in map(Path, filter(None, map(str, names))) if p.is_file()][:MOST_RECENT]

    def add_recent_file(self, path: str | Path) -> None:
        """Puts a file at the head of the list."""
        path = Path(path).resolve()
        kept = [path, *(p for p in self.recent_files if p != path)][:MOST_RECENT]
        self._store.setValue("files/recent", [str(p) for p in kept])
        self.recent_files_changed.emit()

    def clear_recent_files(self) -> None:
        """Empties the list."""
        self._store.remove("files/recent")
        self.recent_files_changed.emit()

    @property
    def first_net(self) -> str:
        """The shipped net that a start begins with: the one opened last."""
        stored = str(self._store.value("files/first_net", ""))
        return stored if stored in SHIPPED_NETS else FIRST

    @first_net.setter
    def first_net(self, name: str) -> None:
        self._store.setValue("files/first_net", name)

    def folder(self, purpose: str) -> Path:
        """Where the last file dialog for ``purpose`` ended; the home folder at first."""
        stored = str(self._store.value(f"folders/{purpose}", ""))
        path = Path(stored) if stored else Path.home()
        return path if path.is_dir() else Path.home()

    def set_folder(self, purpose: str, path: str | Path) -> None:
        """Remembers ``path``, or its folder when it is a file."""
        path = Path(path)
        self._store.setValue(f"folders/{purpose}", str(path if path.is_dir() else path.parent))

    # --- work -----------------------------------------------------------------------

    @property
    def last_experiment(self) -> ExperimentSpec | None:
        """The experiment edited last, or None."""
        text = str(self._store.value("work/experiment", ""))
        if not text:
            return None
        try:
            return reading.from_json(text, is_draft=True)
        except FfstudioError as error:
            log.info("The last experiment is not restored: %s", error)
            return None

    @last_experiment.setter
    def last_experiment(self, spec: ExperimentSpec) -> None:
        self._store.setValue("work/experiment", reading.to_json(spec))

    @property
    def open_lesson(self) -> Path | None:
        """The lesson that was open when the program was closed, or None."""
        stored = str(self._store.value("work/lesson", ""))
        return Path(stored) if stored else None

    @open_lesson.setter
    def open_lesson(self, path: Path | None) -> None:
        self._store.setValue("work/lesson", "" if path is None else str(path))

    def attempt(self, lesson: str) -> dict[str, object]:
        """How far one has got in a lesson, by its key; empty for not begun."""
        return self._read_object(f"lessons/{_short_key(lesson)}")

    def set_attempt(self, lesson: str, attempt: dict[str, object]) -> None:
        """Remembers how far one has got in a lesson."""
        self._store.setValue(f"lessons/{_short_key(lesson)}", json.dumps(attempt))

    def choices(self, panel: str) -> dict[str, object]:
        """How a panel was set up when the program was last closed."""
        return self._read_object(f"panels/{panel}")

    def _read_object(self, key: str) -> dict[str, object]:
        try:
            kept = json.loads(str(self._store.value(key, "{}")))
        except (ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def set_choices(self, panel: str, choices: dict[str, object]) -> None:
        """Remembers how a panel is set up: plain values by name."""
        self._store.setValue(f"panels/{panel}", json.dumps(choices))

    @property
    def tour_seen(self) -> bool:
        """True once the welcome card was dismissed."""
        return str(self._store.value("work/tour_seen", "false")).lower() == "true"

    @tour_seen.setter
    def tour_seen(self, seen: bool) -> None:
        self._store.setValue("work/tour_seen", seen)

    @property
    def guided_tour_done(self) -> bool:
        """True once somebody has been through the guided tour."""
        return str(self._store.value("work/guided_tour_done", "false")).lower() == "true"

    @guided_tour_done.setter
    def guided_tour_done(self, done: bool) -> None:
        self._store.setValue("work/guided_tour_done", done)


def _short_key(name: str) -> str:
    """A key for anything: paths hold what keys cannot."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
