"""What the file dialogs offer, from the tables of formats and data sets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ffstudio.core.disk import looks_like_model
from ffstudio.core.images.containers.picture_files import ENDINGS as PICTURE_ENDINGS
from ffstudio.core.images.datasets import DATASETS, data_set_of_file
from ffstudio.core.model_formats import MODEL_FORMATS, model_suffixes
from ffstudio.core.words import tr

EXPERIMENT_SUFFIX = ".json"
# One picture stands for its folder; HDF5 may be data too.
_IN_FOLDERS = (*PICTURE_ENDINGS, ".h5", ".hdf5")
# What is suggested: the desktop knows these files as ffstudio's.
EXPERIMENT_NAME = ".ffstudio.json"
EXPERIMENT_FILTER = f"Experiment (*{EXPERIMENT_SUFFIX})"


def _entry(label: str, endings: Iterable[str]) -> str:
    return f"{label} ({' '.join(f'*{ending}' for ending in endings)})"


def model_filter() -> str:
    """For both nets and all that training needs; the usual format first."""
    known = [f for f in MODEL_FORMATS.values() if f.session_label]
    known.sort(key=lambda f: f.session_label != "Model")
    return ";;".join(_entry(f.session_label, f.endings[:1]) for f in known)


def net_filter() -> str:
    """For a net alone, in any format."""
    return ";;".join(_entry(f.label, f.endings[:1]) for f in MODEL_FORMATS.values())


def scores_filter() -> str:
    """For a Forward-Forward net alone, in the formats that have a place for it."""
    known = [f for f in MODEL_FORMATS.values() if f.session_label or f.holds_scores]
    return ";;".join(_entry(f.label, f.endings[:1]) for f in known)


def data_filter() -> str:
    """For images of the user's own."""
    return tr(
        "{entry};;All files (*)",
        entry=_entry(tr("Images and labels"), (*_data_endings(), *_IN_FOLDERS)),
    )


def open_filter() -> str:
    """For all that can be opened."""
    models, data = model_suffixes(), _data_endings()
    return ";;".join(
        (
            _entry(tr("All that can be opened"), (*models, EXPERIMENT_SUFFIX, *data)),
            _entry(tr("Models"), models),
            _entry(tr("Experiments and lessons"), (EXPERIMENT_SUFFIX,)),
            _entry(tr("Data sets"), data),
            tr("All files (*)"),
        )
    )


def can_be_opened(path: Path) -> bool:
    """True for a file that may be dropped on the window, by its name or its first bytes."""
    suffixes = (*model_suffixes(), EXPERIMENT_SUFFIX, *_data_endings())
    if path.suffix.lower() in suffixes or looks_like_model(path):
        return True
    return path.suffix.lower() not in _IN_FOLDERS and data_set_of_file(path) is not None


def _data_endings() -> tuple[str, ...]:
    return tuple(sorted({ending for known in DATASETS.values() for ending in known.endings}))
