"""``ffstudio convert``: a model in another format."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from ffstudio.cli.codes import OK
from ffstudio.cli.subcommand import (
    IMAGE_SIZE,
    Subcommand,
    add_data_folder,
    begin_writing,
    look_in,
    read_image_size,
)
from ffstudio.core.errors import ModelFileError
from ffstudio.core.model_formats import MODEL_FORMATS
from ffstudio.core.numbers import write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From, to, and the format where the ending does not say it."""
    *others, last = MODEL_FORMATS
    endings = ", ".join(known.endings[0] for known in MODEL_FORMATS.values())
    parser.add_argument("source", metavar="IN", type=Path)
    parser.add_argument("target", metavar="OUT", type=Path)
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        help=f"{', '.join(others)} or {last}; by default what OUT's ending says ({endings})",
    )
    parser.add_argument(
        "--net",
        choices=("ff", "bp"),
        help="the Forward-Forward net (a score of every label) or the backprop net, where IN has both",
    )
    parser.add_argument(
        "--image-size", type=read_image_size, default=0, metavar="PIXELS", help=IMAGE_SIZE
    )
    add_data_folder(parser)
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Writes the file and says what a user should know of it."""
    look_in(options.data)
    if not options.source.is_file():
        raise ModelFileError(f"There is no file {options.source}.", "Give the path of a model.")
    from ffstudio.engine.saving.conversion import convert

    wrote = begin_writing(options.target)
    done = convert(options.source, options.target, options.to, options.net, options.image_size)
    if options.json:
        print(write_json({**asdict(done), "path": str(done.path)}))
        return OK
    print(f"{wrote} {done.path} ({done.format}, {done.size:,} bytes)")
    for note in done.notes:
        print(f"    {note}")
    return OK


COMMAND = Subcommand(
    "write a model in another format: Keras, weights, NumPy, ONNX, TFLite", add_arguments, run
)
