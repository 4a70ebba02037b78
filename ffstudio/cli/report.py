"""``ffstudio report``: a run, or a comparison of several, in one file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ffstudio.cli.codes import OK
from ffstudio.cli.offscreen import begin_offscreen, find_images
from ffstudio.cli.run_data import WHERE_IMAGES_LIE, tell_of_no_curves
from ffstudio.cli.subcommand import Subcommand, add_data_folder, begin_writing, look_in
from ffstudio.core.errors import SpecError
from ffstudio.core.run.others import OthersCurves, curves_of_tags, read_others
from ffstudio.core.run.others_history import (
    are_own_tags,
    history_of_tags,
    over_epochs,
    read_own,
)
from ffstudio.core.run.pgfplots import write_tex
from ffstudio.files.runs.library import find_run
from ffstudio.files.runs.looking import look_at_run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which runs, and where to."""
    parser.add_argument(
        "runs", nargs="+", metavar="RUN", help="folders, or names in 'ffstudio runs'"
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=Path,
        required=True,
        help=".html or .pdf, or .tex for the curves alone (LaTeX, pgfplots)",
    )
    parser.add_argument(
        "--with",
        dest="others",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="lay others' curves over: a CSVLogger's .csv, a history's .json, TensorBoard's event "
        "files or their folder; may be given several times",
    )
    parser.add_argument("--epoch", metavar="N", type=int, help="default: the newest weights")
    parser.add_argument(
        "--no-caption", action="store_true", help="no experiment, epoch and seed below pictures"
    )
    add_data_folder(parser, help=WHERE_IMAGES_LIE)


def run(options: argparse.Namespace) -> int:
    """Writes it."""
    wrote = begin_writing(options.out)
    look_in(options.data)
    runs = [look_at_run(find_run(name), options.epoch) for name in options.runs]
    for one in runs:
        tell_of_no_curves(one.name, one.history)
    others = [_read_others(path) for path in options.others]
    ending = options.out.suffix.lower()
    if ending not in (".html", ".htm", ".pdf", ".tex"):
        raise SpecError(f"{options.out} is no report.", "Let --out end in .html, .pdf or .tex.")
    if ending == ".tex":
        from ffstudio.core.disk import write_text_atomically

        write_text_atomically(options.out, write_tex(runs, caption=not options.no_caption))
    else:
        begin_offscreen()
        from ffstudio.gui.reports.report import write_report

        images = []
        for one in runs:
            # Of several runs those have moved that learnt from a file.
            is_meant = one.spec.data.name == "file" or len(runs) == 1
            data, problem = find_images(one, options.data if is_meant else None)
            images.append(data)
            if problem:
                print(f"ffstudio: {problem}", file=sys.stderr)
        write_report(runs, images, options.out, with_captions=not options.no_caption, others=others)
    print(f"{wrote} {options.out}", file=sys.stderr)
    return OK


def _read_others(path: Path) -> OthersCurves:
    if not path.is_dir() and ".tfevents." not in path.name:
        own = read_own(path)
        return read_others(path) if own is None else over_epochs(own)
    from ffstudio import engine

    scalars = engine.read_event_files(path)
    if are_own_tags(scalars):
        return over_epochs(history_of_tags(path.name, scalars))
    return curves_of_tags(path.name, scalars)


COMMAND = Subcommand("put a run, or a comparison of several, into one file", add_arguments, run)
