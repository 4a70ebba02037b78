"""``ffstudio runs``: the runs that are kept, newest first."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from ffstudio.cli.codes import OK
from ffstudio.cli.subcommand import Subcommand
from ffstudio.cli.terminal import is_terminal, print_cells, print_table
from ffstudio.core.errors import RunFolderError
from ffstudio.core.numbers import write_json, write_percent
from ffstudio.files.runs.library import ListedRun, list_runs, runs_folder

_HEADS = ("run", "name", "preset", "data", "seed", "state", "epochs", "FF", "BP", "begun", "MB")
_STATES = ("running", "interrupted", "stopped", "completed", "failed", "damaged")
_WORDS = f"{', '.join(_STATES[:-1])} or {_STATES[-1]}"
_NUMBERS = (4, 6, 7, 8, 10)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to look."""
    parser.add_argument(
        "folder", nargs="?", metavar="DIR", type=Path, help="of runs, or a run (default: yours)"
    )
    parser.add_argument("--star", action="store_true", help="only runs with a star")
    parser.add_argument("--state", metavar="STATE", help=f"only runs that are {_WORDS}")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Lists them; damaged ones are named with the reason."""
    root = runs_folder() if options.folder is None else options.folder
    if options.folder is not None and not root.is_dir():
        raise RunFolderError(f"There is no folder {root}.", "Name one that holds runs.")
    if options.state is not None and options.state not in _STATES:
        raise RunFolderError(f"There is no state {options.state}.", f"Name one of {_WORDS}.")
    listed = [one for one in list_runs(root) if _is_asked_for(one, options)]
    if options.json:
        print(write_json([_entry(one) for one in listed]))
        return OK
    whole = [one for one in listed if one.card is not None]
    if not whole:
        which = " of that kind" if options.star or options.state else ""
        print(f"There are no runs{which} in {root}.", file=sys.stderr)
    elif is_terminal():
        print_table(_HEADS, [_row(one) for one in whole], _NUMBERS)
    else:
        print_cells(_HEADS)
        for one in whole:
            print_cells(_row(one))
    for one in listed:
        if one.problem:
            print(f"ffstudio: {one.problem}", file=sys.stderr)
    return OK


def _is_asked_for(one: ListedRun, options: argparse.Namespace) -> bool:
    # One that stopped early has stopped.
    in_state = not options.state or one.state.removesuffix(" early") == options.state
    return in_state and (one.about.star or not options.star)


def _entry(one: ListedRun) -> dict[str, Any]:
    entry: dict[str, Any] = {"run": str(one.folder.path), "state": one.state}
    if one.card is None:
        return {**entry, "problem": one.problem}
    card = one.card
    return {
        **entry,
        "id": card.id,
        "name": one.name,
        "preset": card.preset or None,
        "data": card.data,
        "seed": card.seed,
        "created": card.created,
        "epochs": one.epochs,
        "accuracy": {net: card.test_accuracy.get(net) for net in ("ff", "bp")},
        "tested_on": card.tested_on,
        "bytes": one.folder.size(),
        "note": one.about.note,
        "tags": list(one.about.tags),
        "star": one.about.star,
        "colour": one.about.colour,
    }


def _row(one: ListedRun) -> list[str]:
    card = one.card
    assert card is not None  # noqa: S101 - damaged ones are told of elsewhere
    shares = [card.test_accuracy.get(net) for net in ("ff", "bp")]
    return [
        ("★ " if one.about.star else "") + one.folder.path.name,
        one.name,
        card.preset,
        card.data,
        str(card.seed),
        one.state,
        str(one.epochs),
        *("" if share is None else write_percent(share, 2) for share in shares),
        _say_begun(card.created),
        f"{one.folder.size() / 1e6:.1f}",
    ]


def _say_begun(created: str) -> str:
    """When, by the clock on the wall; files keep UTC."""
    try:
        return datetime.fromisoformat(created).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return created


COMMAND = Subcommand("list the runs that are kept", add_arguments, run)
