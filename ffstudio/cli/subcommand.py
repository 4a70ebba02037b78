"""What a subcommand is, and what several of them share."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Subcommand:
    """One subcommand.

    Attributes:
        help: One line in the list of commands.
        add_arguments: Declares its arguments on a parser of its own.
        run: Does it; returns an exit code, or raises
            :class:`ffstudio.core.errors.FfstudioError` for bad input.
    """

    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def add_data_folder(parser: argparse.ArgumentParser, **more: Any) -> None:
    """``--data DIR``: see :func:`look_in`."""
    parser.add_argument("--data", metavar="DIR", type=Path, **more)


def add_experiment(parser: argparse.ArgumentParser) -> None:
    """An experiment's file or code, or ``--preset NAME``.

    See :func:`ffstudio.cli.experiments.choose_experiment`.
    """
    parser.add_argument(
        "experiment", nargs="?", metavar="EXPERIMENT.json", help="a file, or a code (ffs1:…)"
    )
    parser.add_argument("--preset", metavar="NAME", help="one of 'ffstudio presets'")


def look_in(folder: Path | None) -> None:
    """Has data sets looked for in a folder first.

    Raises:
        SpecError: There is no such folder.
    """
    from ffstudio.core.errors import SpecError

    if folder is None:
        return
    if not folder.is_dir():
        raise SpecError(f"There is no folder {folder}.", "Give --data an existing folder.")
    os.environ["FFSTUDIO_DATA"] = str(folder)
