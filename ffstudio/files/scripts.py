"""Keras scripts on disk, with their images beside them where Keras cannot fetch those."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ffstudio.core.disk import write_atomically, write_text_atomically
from ffstudio.core.experiment.keras_script import needs_images_file, write_script
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData, prepare
from ffstudio.core.images.dataset import DataShape


def save_script(
    spec: ExperimentSpec,
    path: Path,
    *,
    version: str,
    versions: Mapping[str, str] | None = None,
) -> list[Path]:
    """Writes the script; returns the files that were written.

    Args:
        version: Of ffstudio.
        versions: What a run of it was trained with.

    Raises:
        FfstudioError: No script can be made of the experiment, or its images are missing.
        OSError: A file cannot be written.
    """
    images_path = path.with_name(f"{path.stem}-images.npz")
    images = _prepare(spec) if needs_images_file(spec) else None
    text = write_script(
        spec,
        _look_at_shape(spec) if images is None else images.shape,
        version=version,
        versions=versions,
        jit=os.environ.get("FFSTUDIO_XLA", "1") != "0",
        images_file="" if images is None else images_path.name,
        judged_on="" if images is None else images.evaluated_on,
    )
    written = [path]
    if images is not None:
        write_atomically(images_path, lambda temporary: _write_images(temporary, images))
        written.append(images_path)
    write_text_atomically(path, text)
    return written


def _prepare(spec: ExperimentSpec) -> PreparedData:
    return prepare(datasets.load(spec.data), spec.data, spec.seed)


def _look_at_shape(spec: ExperimentSpec) -> DataShape:
    """Of images that need not be there: Keras fetches them."""
    known = datasets.DATASETS[spec.data.name].shape
    return _prepare(spec).shape if known is None else known


def _write_images(temporary: Path, images: PreparedData) -> None:
    judged = images.samples(images.evaluated_on)
    parts = {"train": images.train, "judged": judged, "test": images.test}
    arrays = {
        f"{axis}_{name}": getattr(part, axis) for name, part in parts.items() for axis in "xy"
    }
    with temporary.open("wb") as file:
        np.savez_compressed(file, **arrays)
