"""Which experiment a command is about."""

from __future__ import annotations

import argparse
from pathlib import Path

from ffstudio.core.errors import FfstudioError, RunFolderError, SpecError
from ffstudio.core.experiment.codes import is_code, read_code
from ffstudio.core.experiment.presets import preset, presets
from ffstudio.core.experiment.reading import read_experiment
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.files.runs.library import find_run

ANY_EXPERIMENT = "an experiment's file or code, a run's folder or name, or a preset"


def choose_experiment(options: argparse.Namespace, to_do: str) -> ExperimentSpec:
    """The preset, the file or the code that is asked for.

    Args:
        to_do: With it, for a reader: ``train``.

    Raises:
        SpecError: Neither or both are given, or there is no such experiment.
    """
    if bool(options.preset) == bool(options.experiment):
        raise SpecError(
            f"Say what to {to_do}.", "Give either --preset NAME, or EXPERIMENT.json or its code."
        )
    if options.preset:
        return preset(options.preset)
    return read_file_or_code(options.experiment)


def read_file_or_code(text: str) -> ExperimentSpec:
    """An experiment out of a file, or out of its code.

    Raises:
        SpecError: It cannot be read.
    """
    if is_code(text) and not _is_file(text):
        return read_code(text)
    return read_experiment(text)


def find_experiment(name: str) -> ExperimentSpec:
    """An experiment by its file, its code, a run of it, or the preset's name.

    Raises:
        FfstudioError: There is none; says what was looked for.
    """
    path = Path(name)
    if _is_file(name) or is_code(name):
        return read_file_or_code(name)
    if name in presets():
        return preset(name)
    try:
        return find_run(name).read_spec()
    except RunFolderError as error:
        if path.is_dir() or "several" in error.message:
            raise
        raise FfstudioError(f"There is no experiment {name}.", f"Name {ANY_EXPERIMENT}.") from error


def _is_file(name: str) -> bool:
    """False for what is too long to be the name of one, as codes are."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False
