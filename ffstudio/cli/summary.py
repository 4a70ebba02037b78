"""``ffstudio summary``: an experiment's layers, without training it."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from ffstudio.cli.codes import OK
from ffstudio.cli.experiments import choose_experiment
from ffstudio.cli.settings import add_settings, with_settings
from ffstudio.cli.subcommand import Subcommand, add_data_folder, add_experiment, look_in, with_data
from ffstudio.cli.terminal import is_terminal, print_table
from ffstudio.core.errors import DatasetError, SpecError
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.summary import summary, summary_cells, summary_text, totals
from ffstudio.core.images import datasets
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.numbers import write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which experiment."""
    add_experiment(parser)
    add_data_folder(parser)
    add_settings(parser)
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Prints the table."""
    look_in(options.data)
    spec = with_settings(with_data(choose_experiment(options, "list"), options.data), options)
    shape = _shape(spec)
    problems = spec_problems(spec, shape.num_inputs, shape.num_classes, shape.image_shape)
    if problems:
        raise SpecError(problems[0].spelled_out, problems[0].fix)
    rows = summary(spec, shape)
    if options.json:
        print(write_json([asdict(row) for row in rows]))
    elif is_terminal():
        heads, *cells = summary_cells(rows)
        print_table(heads, cells, numbers=range(2, len(heads)), below=totals(rows))
    else:
        print(summary_text(rows))
    return OK


def _shape(spec: ExperimentSpec) -> DataShape:
    """Of the data, also where the images are not there."""
    try:
        images = datasets.load(spec.data)
    except DatasetError:
        known = datasets.DATASETS[spec.data.name].shape
        if known is None:
            raise
        return known
    return DataShape(images.image_shape, images.class_names, images.title)


COMMAND = Subcommand(
    "list an experiment's layers with output shapes and parameters", add_arguments, run
)
