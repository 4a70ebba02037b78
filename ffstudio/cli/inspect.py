"""``ffstudio inspect``: what is in a model file, or in all of a folder."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from ffstudio.cli.codes import FAILED, OK
from ffstudio.cli.data_report import say_if_data
from ffstudio.cli.subcommand import Subcommand, add_data_folder, look_in
from ffstudio.cli.terminal import is_terminal, print_table, tell_what_is_done
from ffstudio.core.describe import cards
from ffstudio.core.describe.kinds_of_nets import say_what_file_holds
from ffstudio.core.errors import SpecError
from ffstudio.core.numbers import write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, or a folder with ``--table``."""
    parser.add_argument("path", metavar="FILE", type=Path, help="a folder with --table")
    parser.add_argument(
        "--table",
        action="store_true",
        help="try every model in the folder FILE: opened or refused, and how many test digits "
        "it recognises when it gets its images as it wants them",
    )
    parser.add_argument(
        "--plain-keras",
        action="store_true",
        help="with --table: say beside it how many Keras recognises by itself, with the best "
        "preprocessing, in a process of its own; files that are refused are not handed to it",
    )
    add_data_folder(parser)
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Prints the card of the file; fails where it is refused."""
    if options.table:
        return _table_of_folder(options)
    if options.plain_keras:
        raise SpecError("--plain-keras belongs to --table.", "Give --table and a folder.")
    from ffstudio.files.foreign import sandbox

    contents = sandbox.examine(options.path)
    card = contents.card
    if contents.candidates:
        about = say_what_file_holds(contents.candidates[0].network, contents)
        card = replace(card, about=tuple(about))
    if card.kind == cards.OTHER and (said := say_if_data(options.path)):
        card = replace(card, refused=(said,), advice="")
    if options.json:
        print(write_json(card.to_dict()))
    elif is_terminal() and card.layers:
        heads, *cells = cards.layer_cells(card.layers)
        print_table(heads, cells, numbers=(3,), above=card.above(), below=card.below())
    else:
        print(card.text())
    return FAILED if card.status == cards.REFUSED else OK


def _table_of_folder(options: argparse.Namespace) -> int:
    look_in(options.data)
    if not options.path.is_dir():
        raise SpecError(f"There is no folder {options.path}.", "Give --table an existing folder.")
    from ffstudio.engine.strangers.trials import closing_lines, table_cells, table_of, text_of

    with tell_what_is_done(quiet=options.json) as tell:
        table = table_of(options.path, tell, options.plain_keras)
    if options.json:
        print(write_json(table))
    elif is_terminal():
        heads, *cells = table_cells(table)
        print_table(heads, cells, below=closing_lines(table))
    else:
        print(text_of(table))
    return OK


COMMAND = Subcommand(
    "say what is in a model file, without running anything in it", add_arguments, run
)
