"""Keras scripts on disk, with their images beside them where Keras cannot fetch those."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ffstudio.core.disk import write_atomically, write_text_atomically
from ffstudio.core.errors import DatasetError
from ffstudio.core.experiment.keras_script import needs_images_file, write_script
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.dataset import Dataset, DataShape


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
    images, shape = _look_at_data(spec)
    images_path = path.with_name(f"{path.stem}-images.npz")
    text = write_script(
        spec,
        shape,
        version=version,
        versions=versions,
        jit=os.environ.get("FFSTUDIO_XLA", "1") != "0",
        images_file=images_path.name if needs_images_file(spec) else "",
    )
    written = [path]
    if needs_images_file(spec) and images is not None:
        write_atomically(images_path, lambda temporary: _write_images(temporary, images))
        written.append(images_path)
    write_text_atomically(path, text)
    return written


def _look_at_data(spec: ExperimentSpec) -> tuple[Dataset | None, DataShape]:
    """The images, and their shape: that is enough where Keras fetches them itself."""
    try:
        images = datasets.load(spec.data)
    except DatasetError:
        known = datasets.DATASETS[spec.data.name].shape
        if known is None or needs_images_file(spec):
            raise
        return None, known
    return images, DataShape(images.image_shape, images.class_names, images.title)


def _write_images(temporary: Path, images: Dataset) -> None:
    with temporary.open("wb") as file:
        np.savez_compressed(
            file,
            x_train=images.x_train,
            y_train=images.y_train,
            x_test=images.x_test,
            y_test=images.y_test,
        )
