"""What a subcommand is, and what several of them share."""

from __future__ import annotations

import argparse
import dataclasses
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ffstudio.core.experiment.spec import ExperimentSpec


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
    """``--data PATH``: see :func:`look_in` and :func:`with_data`."""
    parser.add_argument("--data", metavar="PATH", type=Path, **more)


IMAGE_SIZE = (
    "side of the images that bare weights are for, where they do not tell it; where no network that "
    "fits them is for such images, one is searched"
)
_SIDES = (4, 1024)


def read_image_size(text: str) -> int:
    """What ``--image-size`` says.

    Raises:
        argparse.ArgumentTypeError: It is no side of images.
    """
    least, most = _SIDES
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no side of images: give a whole number of pixels, {least} to {most}"
        )
    return int(text)


def add_experiment(parser: argparse.ArgumentParser) -> None:
    """An experiment's file or code, or ``--preset NAME``.

    See :func:`ffstudio.cli.experiments.choose_experiment`.
    """
    parser.add_argument(
        "experiment", nargs="?", metavar="EXPERIMENT.json", help="a file, or a code (ffs1:…)"
    )
    parser.add_argument("--preset", metavar="NAME", help="one of 'ffstudio presets'")


def begin_writing(path: Path) -> str:
    """What is said of a file once it is written: that it was, or that another was replaced.

    Raises:
        SpecError: It is a part of a run.
    """
    from ffstudio.core.errors import SpecError
    from ffstudio.files.runs.folder import belongs_to_run

    if belongs_to_run(path):
        raise SpecError(
            f"{path} is a part of the run in {path.absolute().parent}, which would be lost.",
            "Name another file.",
        )
    return "Replaced" if path.exists() else "Wrote"


def look_in(folder: Path | None) -> None:
    """Has data sets looked for in a folder first; a file is a data set itself.

    Raises:
        SpecError: There is no such folder or file.
    """
    if folder is None:
        return
    from ffstudio.core.errors import SpecError
    from ffstudio.core.images.datasets import lies_in_archive

    try:
        is_file, is_folder = folder.is_file(), folder.is_dir()
    except (OSError, ValueError):  # a name too long
        is_file = is_folder = False
    if is_file or lies_in_archive(folder):
        return
    if not is_folder:
        raise SpecError(
            f"There is no folder {folder}.", "Give --data an existing folder, or a file of data."
        )
    os.environ["FFSTUDIO_DATA"] = str(folder)


def with_data(spec: ExperimentSpec, path: Path | None) -> ExperimentSpec:
    """An experiment with the images of ``--data`` where that is a data set itself.

    A file is one, and so is a folder of pictures, arrays or IDX files; a folder in which the
    experiment's own data set lies is a place to look in.
    """
    from ffstudio.core.images.datasets import own_path

    own = own_path(path) if path is not None else None
    if path is None or own is None:
        return spec
    if path.is_dir() and spec.data.name in _FOUND_IN_FOLDERS and own == "idx":
        return spec  # read as the data set that was asked for
    data = dataclasses.replace(spec.data, name="file", path=str(path.absolute()))
    return spec.replace(data=data)


# What is published as IDX files, which do not say of what they are.
_FOUND_IN_FOLDERS = ("mnist", "fashion_mnist")
