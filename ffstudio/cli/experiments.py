"""Which experiment a command is about."""

from __future__ import annotations

import argparse

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.reading import read_experiment
from ffstudio.core.experiment.spec import ExperimentSpec


def choose_experiment(options: argparse.Namespace, to_do: str) -> ExperimentSpec:
    """The preset or the file that is asked for.

    Args:
        to_do: With it, for a reader: ``train``.

    Raises:
        SpecError: Neither or both are given, or there is no such experiment.
    """
    if bool(options.preset) == bool(options.experiment):
        raise SpecError(f"Say what to {to_do}.", "Give either --preset NAME or EXPERIMENT.json.")
    return preset(options.preset) if options.preset else read_experiment(options.experiment)
