"""``ffstudio code``: an experiment as a line of text that can be sent and pasted."""

from __future__ import annotations

import argparse
import json

from ffstudio.cli.codes import OK
from ffstudio.cli.experiments import ANY_EXPERIMENT, find_experiment
from ffstudio.cli.settings import add_settings, with_settings
from ffstudio.cli.subcommand import Subcommand
from ffstudio.core.experiment.codes import is_code, write_code
from ffstudio.core.experiment.reading import to_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which experiment."""
    parser.add_argument("experiment", metavar="EXPERIMENT", help=ANY_EXPERIMENT)
    add_settings(parser)
    parser.add_argument("--json", action="store_true", help="print code and settings")


def run(options: argparse.Namespace) -> int:
    """Prints the code; of a code, the experiment file that it stands for, or with ``--set`` another."""
    spec = with_settings(find_experiment(options.experiment), options)
    if options.json:
        print(json.dumps({"code": write_code(spec), "experiment": json.loads(to_json(spec))}))
    elif is_code(options.experiment) and not options.settings:
        print(to_json(spec), end="")
    else:
        print(write_code(spec))
    return OK


COMMAND = Subcommand("print an experiment's code, or the experiment of a code", add_arguments, run)
