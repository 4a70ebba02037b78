"""``ffstudio figure``: one view of a run as a picture, without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from ffstudio.cli.codes import OK
from ffstudio.cli.offscreen import begin_offscreen, find_images
from ffstudio.cli.run_data import WHERE_IMAGES_LIE
from ffstudio.cli.subcommand import Subcommand, add_data_folder, begin_writing, look_in
from ffstudio.core.errors import SpecError
from ffstudio.core.run.history import X_AXES
from ffstudio.core.run.pgfplots import write_tex
from ffstudio.files.runs.library import find_run
from ffstudio.files.runs.looking import look_at_run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which run, what of it, and where to."""
    parser.add_argument(
        "of_run",
        metavar="RUN",
        help="a folder, or a name in 'ffstudio runs'; of a sweep its folder",
    )
    parser.add_argument(
        "--view",
        metavar="NAME",
        required=True,
        help="a panel that shows nets or data, for example curves, goodness, confusion, filters or "
        "embedding, or a figure of theirs, for example separation; sweep draws a sweep's runs over "
        "their settings",
    )
    parser.add_argument(
        "--axis", choices=X_AXES, default="step", help="what curves are drawn along (step)"
    )
    parser.add_argument("--epoch", metavar="N", type=int, help="default: the newest weights")
    parser.add_argument(
        "--image",
        metavar="N",
        type=int,
        default=0,
        help="test image that views of one image show, counted from 0 (0)",
    )
    parser.add_argument(
        "--out", metavar="FILE", type=Path, required=True, help=".svg, .pdf, .png, .csv, or .tex"
    )
    parser.add_argument("--width", metavar="IN", type=float, help="in inches")
    parser.add_argument("--dpi", metavar="N", type=int, default=300, help="of a .png (300)")
    parser.add_argument(
        "--no-caption", action="store_true", help="without experiment, epoch and seed below"
    )
    add_data_folder(parser, help=WHERE_IMAGES_LIE)


def run(options: argparse.Namespace) -> int:
    """Draws it."""
    wrote = begin_writing(options.out)
    look_in(options.data)
    if options.view == "sweep":
        return _draw_sweep(options, wrote)
    shown = look_at_run(find_run(options.of_run), options.epoch)
    caption = None if options.no_caption else shown.caption
    ending = options.out.suffix.lower().lstrip(".")
    if ending == "tex":
        if options.view != "curves":
            raise SpecError("Only curves are written for LaTeX.", "Let --out end in .pdf.")
        from ffstudio.core.disk import write_text_atomically

        write_text_atomically(options.out, write_tex([shown], caption=bool(caption)))
        print(f"{wrote} {options.out}", file=sys.stderr)
        return OK
    begin_offscreen()
    from ffstudio.gui.figures.caption import caption_figure
    from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
    from ffstudio.gui.reports.run_views import open_view

    if ending not in FIGURE_FORMATS:
        _refuse_ending(options.out, (*FIGURE_FORMATS, "tex"))
    images, problem = find_images(shown, options.data)
    if problem:
        print(f"ffstudio: {problem}", file=sys.stderr)
    count = len(images.test) if images is not None else 0
    if not 0 <= options.image < max(count, 1):
        raise SpecError(
            f"There is no test image {options.image}.", f"Give --image 0 to {max(count - 1, 0)}."
        )
    choices = {"curves": {"axis": options.axis}}
    with open_view(shown, images, options.view, choices, options.image) as view:
        figure = caption_figure(view, caption)
        size = PictureSize(options.width, options.dpi, shown.caption)
        FIGURE_FORMATS[ending].write(figure, options.out, size)
    print(f"{wrote} {options.out}", file=sys.stderr)
    return OK


def _draw_sweep(options: argparse.Namespace, wrote: str) -> int:
    """The runs of a sweep over their settings."""
    from ffstudio.files.sweeps.study import open_sweep

    sweep = open_sweep(Path(options.of_run).absolute())
    begin_offscreen()
    from ffstudio.gui.figures.caption import caption_figure
    from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
    from ffstudio.gui.panels.sweep.sweep_figure import draw_sweep

    ending = options.out.suffix.lower().lstrip(".")
    if ending not in FIGURE_FORMATS:
        _refuse_ending(options.out, tuple(FIGURE_FORMATS))
    figure = draw_sweep(sweep.path.name, sweep.plan, tuple(sweep.rows()))
    size = PictureSize(options.width, options.dpi, figure.figure_source)
    captioned = caption_figure(figure, None if options.no_caption else figure.figure_source)
    FIGURE_FORMATS[ending].write(captioned, options.out, size)
    print(f"{wrote} {options.out}", file=sys.stderr)
    return OK


def _refuse_ending(path: Path, endings: Sequence[str]) -> NoReturn:
    known = ", ".join(f".{name}" for name in endings)
    raise SpecError(f"{path} has no ending of a picture.", f"Use one of {known}.")


COMMAND = Subcommand("draw one view of a run without a window", add_arguments, run)
