"""A run at a glance: the accuracies of its nets after each epoch, as a small picture in its folder.

For lists of runs, and for whoever looks into the folder with a file manager.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import RunFolderError
from ffstudio.core.run.events import EpochDone, Event
from ffstudio.files.runs.folder import THUMBNAIL
from ffstudio.files.runs.record import CurvesBefore, RecordReader

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

# Dots; lists show it half as large, sharp on screens with twice the dots.
WIDTH, HEIGHT = 160, 44
# Forward-Forward and backprop, in colours that stand out on light and on dark ground.
COLOURS = {"ff": (48, 140, 205), "bp": (224, 112, 32)}
# Drawn so many times larger and made small: smooth lines.
_FINER = 4
_LINE, _DOT, _EDGE = 3, 3.5, 5


class Course:
    """The accuracies of a run's nets, epoch by epoch.

    Attributes:
        values: Per net, ``ff`` or ``bp``: accuracy (0–1) by epoch.
    """

    def __init__(self) -> None:
        self.values: dict[str, dict[int, float]] = {}

    @classmethod
    def of_record(cls, path: Path) -> Course:
        """As far as a record has come; empty where it cannot be read."""
        made = cls()
        try:
            for event in RecordReader(path, kinds=(EpochDone, CurvesBefore)).read_new():
                made.add(event)
        except RunFolderError:
            pass  # what stands before the damage counts
        return made

    def add(self, event: Event) -> None:
        """Takes up what an epoch has come to; other events change nothing."""
        for net, epoch, accuracy in _find_accuracies(event):
            if isinstance(accuracy, float) and math.isfinite(accuracy):
                self.values.setdefault(net, {})[epoch] = accuracy

    def to_png(self) -> bytes | None:
        """The picture: from the first to the last epoch, from the lowest to the highest of all.

        Returns:
            A PNG without ground, (HEIGHT, WIDTH) dots; None while there is nothing to show.
        """
        from PIL import Image

        if not self.values:
            return None
        picture = Image.new("RGBA", (WIDTH, HEIGHT))
        for net, points in self._places():
            # Each net's line as a stencil of its own: smooth edges keep its colour.
            line = Image.new("RGBA", picture.size, (*COLOURS[net], 0))
            line.putalpha(_draw_line(points))
            picture.alpha_composite(line)
        content = io.BytesIO()
        picture.save(content, "PNG")
        return content.getvalue()

    def _places(self) -> Iterator[tuple[str, list[tuple[float, float]]]]:
        """Per net where its points are, in dots from the upper left corner; backprop first."""
        epochs = [epoch for course in self.values.values() for epoch in course]
        shares = [share for course in self.values.values() for share in course.values()]
        first, last, low, high = min(epochs), max(epochs), min(shares), max(shares)
        wide, tall = WIDTH - 2 * _EDGE, HEIGHT - 2 * _EDGE
        for net in ("bp", "ff"):
            yield (
                net,
                [
                    (
                        _EDGE + wide * ((epoch - first) / (last - first) if last > first else 1.0),
                        _EDGE + tall * ((high - share) / (high - low) if high > low else 0.5),
                    )
                    for epoch, share in sorted(self.values.get(net, {}).items())
                ],
            )


def _find_accuracies(event: Event) -> Iterator[tuple[str, int, object]]:
    if isinstance(event, EpochDone):
        yield event.algorithm, event.epoch, event.values.get("accuracy")
    elif isinstance(event, CurvesBefore):
        for row in event.curves.epochs:
            for net in COLOURS:
                yield net, int(row["epoch"]), row.get(f"{net}_accuracy")


def _draw_line(points: Iterable[tuple[float, float]]) -> Picture:
    """How much of each dot the line covers, (HEIGHT, WIDTH) of 0–255, with a dot at its end."""
    from PIL import Image, ImageDraw

    covered = Image.new("L", (WIDTH * _FINER, HEIGHT * _FINER))
    draw = ImageDraw.Draw(covered)
    fine = [(x * _FINER, y * _FINER) for x, y in points]
    if len(fine) > 1:
        draw.line(fine, fill=255, width=_LINE * _FINER, joint="curve")
    if fine:
        (x, y), r = fine[-1], _DOT * _FINER
        draw.ellipse((x - r, y - r, x + r, y + r), fill=255)
    return covered.resize((WIDTH, HEIGHT), Image.Resampling.BOX)


def write_thumbnail(folder: Path, course: Course) -> None:
    """Puts the picture into a run's folder, in place of an earlier one.

    Raises:
        OSError: The folder cannot be written.
    """
    content = course.to_png()
    if content is not None:
        write_atomically(folder / THUMBNAIL, lambda path: path.write_bytes(content))
