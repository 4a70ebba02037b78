"""``ffstudio script``: a run as a plain Keras script that repeats its numbers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ffstudio import __version__
from ffstudio.cli.codes import OK
from ffstudio.cli.experiments import ANY_EXPERIMENT, find_experiment
from ffstudio.cli.run_data import WHERE_IMAGES_LIE, with_found_data
from ffstudio.cli.settings import add_settings, with_settings
from ffstudio.cli.subcommand import Subcommand, add_data_folder, begin_writing, look_in, with_data
from ffstudio.core.errors import RunFolderError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.files.runs.library import find_run
from ffstudio.files.runs.record import read_record
from ffstudio.files.scripts import save_script


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which experiment, and where to."""
    parser.add_argument("experiment", metavar="EXPERIMENT", help=ANY_EXPERIMENT)
    parser.add_argument("-o", "--out", metavar="FILE.py", type=Path, required=True)
    add_data_folder(parser, help=WHERE_IMAGES_LIE)
    add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the script, and its images beside it where Keras cannot fetch them."""
    look_in(options.data)
    begin_writing(options.out)
    there = {path for path in options.out.absolute().parent.glob("*") if path.is_file()}
    spec, versions = _find(options.experiment, options.data)
    if options.settings:
        if versions:
            print("With --set the script trains another experiment than the run.", file=sys.stderr)
        spec, versions = with_settings(spec, options), {}
    written = save_script(spec, options.out, version=__version__, versions=versions)
    for path in written:
        wrote = "Replaced" if Path(path).absolute() in there else "Wrote"
        print(f"{wrote} {path}", file=sys.stderr)
    return OK


def _find(name: str, data: Path | None) -> tuple[ExperimentSpec, dict[str, str]]:
    """The experiment, as a run began it where it is one, and what that was trained with."""
    try:
        folder = find_run(name)
    except RunFolderError:
        return with_data(find_experiment(name), data), {}
    record = read_record(folder.record_path)
    begun = record.begun
    if begun is not None and begun.resumed:
        print(
            "This run went on from nets that had learnt before: the script begins with new ones.",
            file=sys.stderr,
        )
    if record.history.marks:
        print(
            "Settings were changed while this run trained: the script repeats it as it was begun.",
            file=sys.stderr,
        )
    spec = folder.read_spec() if begun is None else begun.spec
    return with_found_data(spec, data), dict(folder.read_card().versions)


COMMAND = Subcommand("write a Keras script that repeats a run's numbers", add_arguments, run)
