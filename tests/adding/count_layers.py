"""A subcommand that is not ffstudio's own."""

from __future__ import annotations

from ffstudio.cli.codes import OK
from ffstudio.cli.experiments import choose_experiment
from ffstudio.cli.subcommand import Subcommand, add_experiment


def run(options):
    print(len(choose_experiment(options, "count").layers) * options.times)
    return OK


def add_arguments(parser):
    add_experiment(parser)
    parser.add_argument("--times", type=int, default=1)


COMMAND = Subcommand("count an experiment's layers", add_arguments, run)
