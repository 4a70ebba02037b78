"""Making an animation a step at a time, beside a window that goes on: preview and file."""

from __future__ import annotations

import queue
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from ffstudio.core.errand import CalledOff
from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.words import tr
from ffstudio.gui.figures.animation import Pixels, Reel, Timing, write_animation
from ffstudio.gui.reports.moving_view import MovingView, Series

_PAUSE_MS = 4
PREVIEW_WIDTH = 520
# More are not held: of long series every second picture, or every third, is previewed.
MOST_PREVIEWED = 120


class AnimationJob(QObject):
    """Looks through a series, gives its preview, and writes it.

    Panels paint in the window's thread, a little at a time; files are encoded in one of their
    own, which is handed a picture as soon as it has taken the one before.

    Signals:
        progressed(text, done, total): What is going on.
        previewed(pictures): Every picture of the series, small: QImages.
        written(path): The file is there.
        failed(text): Nothing more comes; says why.
        called_off(): Writing was cancelled and nothing is left of it.
    """

    progressed = Signal(str, int, int)
    previewed = Signal(object)
    written = Signal(object)
    failed = Signal(str)
    called_off = Signal()
    _ended = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._view: MovingView | None = None
        self._series: Series | None = None
        self._steps: Iterator[None] | None = None
        self._is_noted = False
        self._number = 0
        self._writer: threading.Thread | None = None
        self._pictures: queue.Queue[Pixels | CalledOff | None] = queue.Queue(2)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._go_on)
        self._ended.connect(self._take_end, Qt.ConnectionType.QueuedConnection)

    # --- to read --------------------------------------------------------------------------

    @property
    def view(self) -> MovingView | None:
        """What is looked at; its size and colours are known once a preview was given."""
        return self._view if self._is_noted else None

    @property
    def is_writing(self) -> bool:
        """True until a file is there, or given up."""
        return self._writer is not None

    @property
    def is_busy(self) -> bool:
        """True while pictures are made."""
        return self._steps is not None or self.is_writing

    # --- verbs ----------------------------------------------------------------------------

    def look_through(self, make_view: Callable[[], MovingView], series: Series) -> None:
        """Begins with another series; what was under way is dropped."""
        self.close()
        try:
            self._view = make_view()
        except FfstudioError as error:
            self.failed.emit(str(error))
            return
        self._series = series
        self._begin(self._note(self._view, series))

    def write(self, path: Path, size: QSize, timing: Timing, about: str) -> None:
        """Writes what was previewed."""
        view, series = self.view, self._series
        if view is None or series is None or self.is_writing:
            return
        self._number += 1
        self._pictures = queue.Queue(2)
        count = view.count(series)
        reel = Reel(self._hand_over(self._pictures), count, view.colors, about)
        self._writer = threading.Thread(
            target=self._write,
            args=(self._number, path, reel, timing),
            name="ffstudio-animation",
            daemon=True,
        )
        self._writer.start()
        self._begin(self._paint(view, series, size, count))

    def call_off(self) -> None:
        """Ends the writing; the file is as it was before."""
        if self._writer is None:
            return
        self._timer.stop()
        self._steps = None
        while not self._pictures.empty():
            self._pictures.get_nowait()
        self._pictures.put(CalledOff(tr("It was cancelled.")))

    def close(self) -> None:
        """Ends everything, a file that is being written too."""
        self._timer.stop()
        self._steps = None
        self._is_noted = False
        writer = self._writer
        if writer is not None:
            self.call_off()
            writer.join(10.0)
            self._writer, self._number = None, self._number + 1
        if self._view is not None:
            self._view.close()
            self._view = None

    # --- behind them ----------------------------------------------------------------------

    def _begin(self, steps: Iterator[None]) -> None:
        self._steps = steps
        self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        """One step: others have their turn before the next."""
        steps = self._steps
        if steps is None:
            return
        try:
            next(steps)
        except StopIteration:
            if self._steps is steps:
                self._end_steps()
        except FfstudioError as error:
            self._end_steps()
            if self.is_writing:
                self.call_off()
            self.failed.emit(str(error))

    def _end_steps(self) -> None:
        self._timer.stop()
        self._steps = None

    def _note(self, view: MovingView, series: Series) -> Iterator[None]:
        """Ranges first, then small pictures."""
        count = len(series.epochs)
        text = tr("Looking at the epochs")
        for seen in view.note_all(series):
            if seen is not None:
                self.progressed.emit(text, min(seen, 2 * count), 3 * count)
            yield
        shown: list[QImage] = []
        every = -(-view.count(series) // MOST_PREVIEWED)
        size = view.size_for(PREVIEW_WIDTH)
        number = 0
        for picture in view.paint_all(series, size):
            if picture is not None:
                if number % every == 0:
                    shown.append(_image_of(picture))
                number += 1
                self.progressed.emit(text, 2 * count + number, 3 * count)
            yield
        self._is_noted = True
        self._end_steps()  # whoever is told may write it at once
        self.previewed.emit(shown)

    def _paint(self, view: MovingView, series: Series, size: QSize, count: int) -> Iterator[None]:
        number = 0
        for picture in view.paint_all(series, size):
            if picture is None:
                yield
                continue
            number += 1
            self.progressed.emit(tr("Writing pictures"), number, count)
            while self._pictures.full():
                yield
            self._pictures.put(picture)
            yield
        while self._pictures.full():
            yield
        self._pictures.put(None)

    @staticmethod
    def _hand_over(pictures: queue.Queue[Pixels | CalledOff | None]) -> Iterator[Pixels]:
        """For the encoder's thread."""
        while (picture := pictures.get()) is not None:
            if isinstance(picture, CalledOff):
                raise picture
            yield picture

    def _write(self, number: int, path: Path, reel: Reel, timing: Timing) -> None:
        try:
            write_animation(path, reel, timing)
        except FfstudioError as error:
            self._ended.emit(number, error)
        except Exception as error:  # whatever an encoder raises
            text = tr("{path} was not written: {why}.", path=path, why=error_words(error))
            self._ended.emit(number, FfstudioError(text, traceback.format_exc()))
        else:
            self._ended.emit(number, path)

    @Slot(int, object)
    def _take_end(self, number: int, end: object) -> None:
        if number != self._number or self._writer is None:
            return  # of one that was closed
        self._writer.join()
        self._writer = None
        self._timer.stop()
        self._steps = None
        if isinstance(end, CalledOff):
            self.called_off.emit()
        elif isinstance(end, FfstudioError):
            self.failed.emit(str(end))
        else:
            self.written.emit(end)


def _image_of(pixels: Pixels) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
