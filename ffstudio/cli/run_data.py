"""The images of a run, wherever they lie by now."""

from __future__ import annotations

import sys
from pathlib import Path

from ffstudio.cli.subcommand import with_data
from ffstudio.core.errors import DatasetError, SpecError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.folders import expand_home
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData, prepare
from ffstudio.core.run.history import History

WHERE_IMAGES_LIE = (
    "where data sets are looked for first; or a run's own file or folder of images, if it was moved"
)


def tell_of_no_curves(name: str, history: History) -> None:
    """Says on standard error that a run has none, which tables and pictures do not show."""
    if not history:
        print(f"{name}: no curves: its record is empty or gone.", file=sys.stderr)


def with_found_data(spec: ExperimentSpec, path: Path | None) -> ExperimentSpec:
    """A run's experiment, whose file or folder of images may have been moved to ``--data`` since.

    Raises:
        SpecError: ``path`` is a data set itself, and the run has not learnt from a file.
    """
    moved = with_data(spec, path)
    if moved is not spec and spec.data.name != "file":
        raise SpecError(
            f"This run has learnt from {datasets.DATASETS[spec.data.name].label}, not from {path}.",
            "Give --data the folder in which its images lie, or leave it out.",
        )
    return moved


def _is_there(path: Path) -> bool:
    return path.exists() or datasets.lies_in_archive(path)


def load_found(spec: ExperimentSpec) -> PreparedData:
    """The images of a run's experiment.

    Raises:
        DatasetError: They cannot be read; where they are gone, says how to name their new place.
    """
    try:
        return prepare(datasets.load(spec.data), spec.data, spec.seed)
    except DatasetError as error:
        if spec.data.name != "file" or _is_there(expand_home(spec.data.path)):
            raise
        raise DatasetError(error.message, "Say by --data PATH where it lies now.") from error
