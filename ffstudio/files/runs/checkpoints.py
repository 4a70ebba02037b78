"""A run's checkpoints: all that it needs to go on, and its weights at many moments.

``latest.npz`` holds the newest training state; ``checkpoints/000012.npz`` the weights alone
after epoch 12. Both are NumPy archives: an array per variable, and ``about``, JSON.
"""

from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import (
    FfstudioError,
    RunFolderError,
    SpecError,
    explain_reading,
    is_of_the_system,
)
from ffstudio.core.experiment import reading
from ffstudio.core.image_shape import read_shape
from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.images.datasets import find_known_appearance
from ffstudio.core.run.checkpoint import BestSoFar, Checkpoint
from ffstudio.core.words import tr

LATEST = "latest.npz"
# The newest training state before a run went on, until it is clear that it is not taken back.
BEFORE = "before.npz"
KEPT = "checkpoints"
_FORMAT = "ffstudio-checkpoint"
_VERSION = 1
_BEST = "best"
_KEPT_NAME = re.compile(r"[0-9]{6}\.npz")

Arrays = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Stored:
    """What a file of a checkpoint holds.

    Attributes:
        record_size: Bytes of the record that had been written by then.
    """

    checkpoint: Checkpoint
    record_size: int


def write_checkpoint(
    path: Path, checkpoint: Checkpoint, record_size: int, *, weights_only: bool = False
) -> None:
    """Writes one, atomically.

    Args:
        weights_only: Leaves out optimizers: enough to look at, not to go on.

    Raises:
        OSError: It cannot be written; what was there before is as it was.
    """
    seen = checkpoint.shape.appearance
    about = {
        "format": _FORMAT,
        "version": _VERSION,
        "spec": reading.to_dict(checkpoint.spec),
        "image_shape": list(checkpoint.shape.image_shape),
        "class_names": list(checkpoint.shape.class_names),
        "title": checkpoint.shape.title,
        "appearance": None if seen is None else seen.to_dict(),
        "plan": list(checkpoint.plan),
        "seconds": checkpoint.seconds,
        "epochs": dict(checkpoint.epochs),
        "ended": sorted(checkpoint.ended),
        "record_size": record_size,
        "weights_only": weights_only,
    }
    arrays: Arrays = {}
    for algorithm, state in checkpoint.states.items():
        for name, value in state.items():
            if not weights_only or not name.startswith(("optimizer_", "before_")):
                arrays[f"{algorithm}/{name}"] = value
    best = checkpoint.best
    if best is not None and not weights_only:
        about[_BEST] = {"loss": best.loss, "epoch": best.epoch}
        arrays |= {f"{_BEST}/{name}": value for name, value in best.state.items()}
    arrays["about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)

    def write(temporary: Path) -> None:
        with temporary.open("wb") as stream:
            np.savez(stream, allow_pickle=False, **arrays)

    write_atomically(path, write)


def read_checkpoint(path: Path) -> Stored:
    """Reads one; runs nothing in it.

    Raises:
        RunFolderError: There is none, it is damaged, or a newer ffstudio has written it.
    """
    try:
        # A file of our own: NumPy leaves one open that it cannot read.
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        return _read(path, arrays)
    except RunFolderError:
        raise
    except FileNotFoundError as error:
        raise RunFolderError(
            tr("{path} does not exist.", path=path),
            tr("The run was ended before its first epoch; train it anew."),
        ) from error
    except OSError as error:
        if is_of_the_system(error):
            raise RunFolderError(*explain_reading(path, error)) from error
        raise RunFolderError(
            tr("{path} is damaged.", path=path), tr("Get a fresh copy of the run.")
        ) from error
    except SpecError as error:
        raise RunFolderError(
            tr(
                "{path} holds settings that this ffstudio does not read. {error}",
                path=path,
                error=str(error),
            ),
            tr("If a newer ffstudio has written it, update; else get a fresh copy of the run."),
        ) from error
    except (
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
        EOFError,
        MemoryError,
        RecursionError,
        NotImplementedError,
        zipfile.BadZipFile,
        FfstudioError,
    ) as error:
        raise RunFolderError(
            tr("{path} is damaged.", path=path), tr("Get a fresh copy of the run.")
        ) from error


def _read(path: Path, arrays: Arrays) -> Stored:
    about = json.loads(arrays.pop("about").tobytes())
    if about["format"] != _FORMAT:
        raise ValueError("no checkpoint")
    if about["version"] > _VERSION:
        raise RunFolderError(
            tr("{path} was written by a newer ffstudio.", path=path), tr("Update ffstudio.")
        )
    states: dict[str, Arrays] = {}
    for name, value in arrays.items():
        if value.dtype.kind not in "fiub":
            raise ValueError("no numbers")
        algorithm, _, variable = name.partition("/")
        states.setdefault(algorithm, {})[variable] = value
    best = _read_best(about.get(_BEST), states.pop(_BEST, None))
    if not states or not states.keys() <= {"ff", "bp"}:
        raise ValueError("no nets")
    first, last = about["plan"]
    shape = read_shape(about["image_shape"])
    seen = about.get("appearance")  # it has not always been there
    appearance = None if seen is None else Appearance.from_dict(seen)
    names = tuple(map(str, about["class_names"]))
    spec = reading.from_dict(about["spec"])
    data = DataShape(shape, names, str(about["title"]), appearance)
    if appearance is None:
        data = replace(data, appearance=find_known_appearance(spec.data.name, data))
    checkpoint = Checkpoint(
        spec,
        data,
        (int(first), int(last)),
        float(about["seconds"]),
        states,
        {net: int(about["epochs"][net]) for net in states},
        best,
        frozenset(map(str, about["ended"])),
    )
    return Stored(checkpoint, int(about["record_size"]))


def _read_best(about: Any, state: Mapping[str, npt.NDArray[Any]] | None) -> BestSoFar | None:
    if about is None or state is None:
        return None
    return BestSoFar(float(about["loss"]), int(about["epoch"]), state)


# --- through time -----------------------------------------------------------------------


def name_kept(folder: Path, epoch: int) -> Path:
    """Where the weights after an epoch are kept."""
    return folder / KEPT / f"{epoch:06d}.npz"


def list_kept(folder: Path) -> dict[int, Path]:
    """The moments whose weights are kept, by epoch, in order of time."""
    try:
        names = sorted(os.listdir(folder / KEPT))
    except OSError:  # none yet, or the run has just been deleted
        return {}
    return {int(n[:6]): folder / KEPT / n for n in names if _KEPT_NAME.fullmatch(n)}


def choose_to_thin(epochs: list[int]) -> int | None:
    """The moment to let go of first: the most crowded one, the oldest of equals.

    The first and the newest stay.

    Args:
        epochs: Ascending.
    """
    inner = range(1, len(epochs) - 1)
    if not inner:
        return None
    return epochs[min(inner, key=lambda i: (epochs[i + 1] - epochs[i - 1], i))]
