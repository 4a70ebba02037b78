"""Images of the user's own."""

from __future__ import annotations

import dataclasses

from ffstudio.core.errors import DatasetError
from ffstudio.core.folders import expand_home
from ffstudio.core.images.containers import data_endings, open_any
from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.datasets.known import Chosen, KnownDataset
from ffstudio.core.images.understanding.colours import KEPT
from ffstudio.core.images.understanding.understand import understand
from ffstudio.core.words import tr


def _load(path: str) -> Dataset:
    return understand(open_any(expand_home(path)))


def _load_as(chosen: Chosen) -> Dataset:
    if not chosen.path:  # the folder one happens to be in is not meant
        raise DatasetError(
            tr("No file of images has been chosen."),
            tr("Choose one; on the command line --data PATH names it."),
        )
    content = open_any(expand_home(chosen.path), chosen.colours == KEPT)
    try:
        made = understand(content, values=chosen.range, colours=chosen.colours)
    except DatasetError as error:
        error.choices = content.choices  # another one may be as it should
        raise
    choices = content.choices if len(content.choices) > 1 else ()
    return dataclasses.replace(made, choices=choices)


OWN_FILE = KnownDataset(
    "file",
    "Your own file…",
    "Images and labels of your own: NumPy, IDX, CSV, MATLAB, HDF5, pictures, or a zip of such.",
    _load,
    endings=data_endings(),
    load_as=_load_as,
)
