"""``ffstudio animate``: one view of a run through its kept epochs, without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ffstudio.cli.codes import OK
from ffstudio.cli.offscreen import begin_offscreen, find_images
from ffstudio.cli.run_data import WHERE_IMAGES_LIE
from ffstudio.cli.subcommand import Subcommand, add_data_folder, begin_writing, look_in
from ffstudio.core.errors import FfstudioError, RunFolderError
from ffstudio.files.runs.checkpoints import list_kept
from ffstudio.files.runs.library import find_run
from ffstudio.files.runs.looking import look_at_run

if TYPE_CHECKING:
    from ffstudio.gui.figures.animation import Pixels


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which run, what of it, how it goes by, and where to."""
    parser.add_argument("of_run", metavar="RUN", help="a folder, or a name in 'ffstudio runs'")
    parser.add_argument(
        "--view",
        metavar="NAME",
        required=True,
        help="a panel that shows nets, for example goodness, curves, confusion or filters, or a "
        "figure of theirs",
    )
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=".gif or .mp4")
    parser.add_argument("--from", dest="first", metavar="N", type=int, help="first epoch")
    parser.add_argument("--to", dest="last", metavar="N", type=int, help="last epoch")
    parser.add_argument(
        "--every", metavar="N", type=int, default=1, help="every N-th kept epoch (1)"
    )
    parser.add_argument(
        "--size",
        metavar="WxH",
        default="720",
        help="in pixels; a width alone, as 720, gives the height that the view needs (720)",
    )
    parser.add_argument("--fps", metavar="N", type=float, default=4.0, help="epochs a second (4)")
    parser.add_argument(
        "--pause", metavar="S", type=float, default=2.0, help="seconds at the end (2)"
    )
    parser.add_argument("--once", action="store_true", help="a GIF does not begin anew")
    parser.add_argument("--dark", action="store_true", help="in the dark theme")
    parser.add_argument(
        "--set-view",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="a control of the panel, for example view=populations; may be given several times",
    )
    parser.add_argument(
        "--no-caption", action="store_true", help="without experiment, epoch and seed below"
    )
    add_data_folder(parser, help=WHERE_IMAGES_LIE)


def run(options: argparse.Namespace) -> int:
    """Writes it."""
    wrote = begin_writing(options.out)
    look_in(options.data)
    folder = find_run(options.of_run)
    shown = look_at_run(folder)
    if shown.snapshot is None or shown.folder is None:
        raise RunFolderError(
            f"{folder.path.name} keeps no nets to look at.", "Train it on, or choose another run."
        )
    begin_offscreen()
    from ffstudio.gui.figures.animation import Reel, Timing, find_format, write_animation
    from ffstudio.gui.reports.moving_view import (
        MovingView,
        Series,
        choose_epochs,
        go_through,
        say_kept,
    )

    if options.every < 1:
        raise FfstudioError("Every how many epochs? --every must be at least 1.")
    kind = find_format(options.out)
    timing = Timing(options.fps, options.pause, not options.once)
    width, height = _read_size(options.size)
    choices = _read_choices(options.set_view)
    kept = tuple(list_kept(shown.folder))
    epochs = choose_epochs(kept, options.first, options.last, options.every)
    images, problem = find_images(shown, options.data)
    if problem:
        print(f"ffstudio: {problem}", file=sys.stderr)
    print(say_kept(kept, len(shown.history.epochs), len(epochs)), file=sys.stderr)
    view = MovingView(shown, images, is_dark=options.dark, with_caption=not options.no_caption)
    with closing(view):
        panel, figure = view.find(options.view, epochs, choices)
        series = Series(panel, figure, epochs, choices)
        for seen in go_through(view.note_all(series)):
            _tell(f"Looking at epochs: {seen}")
        size = view.size_for(width, height, even=kind.needs_even)
        count = view.count(series)
        pictures = _tell_each(go_through(view.paint_all(series, size)), count)
        write_animation(options.out, Reel(pictures, count, view.colors, shown.caption), timing)
    if view.blank:
        listed = ", ".join(map(str, view.blank))
        print(f"\nNothing was to be seen at these epochs: {listed}.", file=sys.stderr)
    about = f"{count} picture{'s' * (count != 1)} of {size.width()} × {size.height()}"
    print(f"\n{wrote} {options.out}: {about}", file=sys.stderr)
    return OK


def _tell_each(pictures: Iterator[Pixels], count: int) -> Iterator[Pixels]:
    for number, picture in enumerate(pictures, 1):
        _tell(f"Writing picture {number} of {count}")
        yield picture


def _tell(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{text}   ", end="", file=sys.stderr, flush=True)


def _read_size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().replace("×", "x").partition("x")
    try:
        return int(width), int(height or 0)
    except ValueError as error:
        raise FfstudioError(
            f"{text} is no size.", "Give pixels, for example 720 or 800x450."
        ) from error


def _read_choices(texts: list[str]) -> dict[str, object]:
    """What controls are set to: numbers and yes or no as such, all else as text."""
    choices: dict[str, object] = {}
    for text in texts:
        name, is_there, value = text.partition("=")
        if not is_there:
            raise FfstudioError(f"{text} sets nothing.", "Write NAME=VALUE, for example view=gaps.")
        known: dict[str, object] = {"true": True, "false": False}
        choices[name] = known.get(value, int(value) if value.lstrip("-").isdigit() else value)
    return choices


COMMAND = Subcommand("write a view of a run through its epochs as GIF or MP4", add_arguments, run)
