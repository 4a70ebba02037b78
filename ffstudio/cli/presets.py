"""``ffstudio presets``: the experiments that come with ffstudio."""

from __future__ import annotations

import argparse
import json
import textwrap

from ffstudio.cli.codes import OK
from ffstudio.cli.subcommand import Subcommand
from ffstudio.cli.terminal import is_terminal, print_table
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.presets import presets


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only whether it is to be JSON."""
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Prints them."""
    if options.json:
        print(json.dumps({name: reading.to_dict(spec) for name, spec in presets().items()}))
        return OK
    if is_terminal():
        rows = [(name, spec.description) for name, spec in presets().items()]
        print_table(("preset", "what it is"), rows)
        return OK
    for name, spec in presets().items():
        print(name)
        print(textwrap.fill(spec.description, 92, initial_indent="    ", subsequent_indent="    "))
    return OK


COMMAND = Subcommand("list the experiments that come with ffstudio", add_arguments, run)
