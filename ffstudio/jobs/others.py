"""Curves that other programs have written, read and laid over those of the run that is shown."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.run.others_history import (
    OthersHistory,
    history_of_tags,
    looks_like_curves,
    read_history,
)
from ffstudio.core.run.overlays import NamedHistory
from ffstudio.core.words import tr
from ffstudio.jobs.engine_protocol import Engine
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.overlays import Overlays
from ffstudio.jobs.post import Post
from ffstudio.jobs.runs import Runs
from ffstudio.jobs.state import StudioState, UserError

ORIGIN = "files"
# Of a folder, so many names are looked at to tell what it holds.
_MOST_NAMES = 5000


@dataclass(frozen=True)
class _Read:
    """A file's curves, or why there are none."""

    path: Path
    answer: OthersHistory | str
    details: str = ""


def holds_curves(path: Path) -> bool:
    """True for a file of another program's curves, or a folder of TensorBoard's event files."""
    if not path.is_dir():
        return looks_like_curves(path)
    try:
        # Keras puts them into train/ and validation/; a whole disk is not searched.
        names = (place.name for depth in ("*", "*/*") for place in path.glob(depth))
        return any(".tfevents." in name for name in itertools.islice(names, _MOST_NAMES))
    except OSError:
        return False


class Others(QObject):
    """Reads files one after the other, in threads that are not the window's.

    Signals:
        added(path, OthersHistory): Its curves lie over the others now.
    """

    added = Signal(object, object)

    def __init__(
        self, state: StudioState, runs: Runs, overlays: Overlays, post: Post, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._state, self._runs, self._overlays, self._post = state, runs, overlays, post
        self._there: dict[str, NamedHistory] = {}
        self._waiting: deque[Path] = deque()
        self._is_reading = False
        self._task = LatestTask(self, name="others")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)
        overlays.taken_away.connect(self._forget)

    def close(self, timeout_s: float) -> bool:
        """Ends its thread; True when it has ended in time."""
        self._waiting.clear()
        return self._task.close(timeout_s)

    @property
    def is_any_there(self) -> bool:
        """True while curves of a file lie over the others."""
        return bool(self._there)

    def add(self, paths: Iterable[Path]) -> None:
        """Lays the curves of files over those that are shown; a file that is there is read anew."""
        self._waiting.extend(paths)
        self._read_next()

    @Slot()
    def take_all_away(self) -> None:
        """Takes the curves of all files away."""
        self._there.clear()
        self._put()

    # --- behind it ------------------------------------------------------------------

    def _read_next(self) -> None:
        if self._is_reading or not self._waiting:
            return
        path = self._waiting.popleft()
        self._is_reading = True
        if path.is_dir() or ".tfevents." in path.name:
            self._read_events(path)
        else:
            self._task.submit(_read, path)

    def _read_events(self, path: Path) -> None:
        """Event files are TensorFlow's: the engine's thread reads them, between two batches."""

        def work(engine: Engine) -> None:
            read = _read_event_files(engine, path)
            self._post(lambda: self._take(read))

        self._runs.do(work, lambda: self._read_events(path))

    @Slot(object)
    def _take(self, read: _Read) -> None:
        self._is_reading = False
        path, answer = read.path, read.answer
        if isinstance(answer, str):
            title = tr("The curves were not read")
            self._state.error_raised.emit(UserError(title, answer, read.details))
        elif not answer.history.series:
            title = tr("The curves were not read")
            text = tr(
                "{path} holds no loss and no accuracy, which are what is drawn; it has: {names}.",
                path=path,
                names=", ".join(answer.left_out),
            )
            self._state.error_raised.emit(UserError(title, text))
        else:
            source = str(path)
            self._there[source] = NamedHistory(
                source, self._name(path), answer.history, _tell_meaning(path, answer)
            )
            self._put()
            self.added.emit(path, answer)
        self._read_next()

    def _name(self, path: Path) -> str:
        """The file's name, with its folder's where another one is called so."""
        others = [Path(source) for source in self._there if source != str(path)]
        if any(other.name == path.name for other in others):
            return f"{path.parent.name}/{path.name}"
        return path.name

    def _put(self) -> None:
        self._overlays.put(ORIGIN, tuple(self._there.values()))

    @Slot(str)
    def _forget(self, source: str) -> None:
        self._there.pop(source, None)

    @Slot(str, str)
    def _fail(self, message: str, details: str) -> None:
        self._is_reading = False
        title = tr("The curves were not read")
        self._state.error_raised.emit(UserError(title, message, details))
        self._read_next()


def _tell_meaning(path: Path, answer: OthersHistory) -> str:
    """What each curve was read as, and what was left out, for a tooltip."""
    lines = [str(path)]
    lines += [f"{name}: {key.label}" for name, key in answer.taken.items() if name != key.label]
    if answer.left_out:
        names = ", ".join(answer.left_out)
        lines.append(tr("Not drawn, for no plot shows them: {names}", names=names))
    return "\n".join(lines)


def _read(path: Path) -> _Read:
    try:
        return _Read(path, read_history(path))
    except FfstudioError as error:
        return _Read(path, str(error))


def _read_event_files(engine: Engine, path: Path) -> _Read:
    try:
        return _Read(path, history_of_tags(path.name, engine.read_event_files(path)))
    except FfstudioError as error:
        return _Read(path, str(error))
    except Exception as error:
        import traceback

        return _Read(path, error_words(error), traceback.format_exc())
