"""How a data set was read, and what is odd about it: on standard error and in JSON."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from ffstudio.core.errors import FfstudioError
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.understanding.colours import TURNED_GREY
from ffstudio.core.images.understanding.value_range import AUTOMATIC


def tell_of_data(data: PreparedData) -> None:
    """A line for each thing that was assumed or is odd; nothing where there was no question."""
    if data.values is not None and data.spec.name == "file":
        print(f"{data.title}: {data.values.text}.", file=sys.stderr)
    else:
        for name, is_set in (
            ("path", bool(data.spec.path)),
            ("range", data.spec.range != AUTOMATIC),
            ("colours", data.spec.colours != TURNED_GREY),
        ):
            if is_set and data.spec.name != "file":
                print(
                    f"data.{name} is not used: the images are {data.title} (data.name is "
                    f"{data.spec.name}, not file).",
                    file=sys.stderr,
                )
    for note in data.notes:
        print(f"{data.title}: {note}", file=sys.stderr)
    for warning in data.warnings:
        print(f"{data.title}: warning: {warning}", file=sys.stderr)


def data_facts(data: PreparedData) -> dict[str, Any]:
    """The same for JSON."""
    if data.values is None or data.spec.name != "file":
        return {}
    return {
        "values": {**data.values.to_dict(), "text": data.values.text},
        "assumed": list(data.notes),
        "warnings": list(data.warnings),
    }


def say_if_data(path: Path) -> str:
    """That a file which is no model is a data set, and how one is used; empty for other files."""
    try:
        dataset = datasets.load(DataSpec("file", path=str(path)))
    except FfstudioError:
        return ""
    count = len(dataset.x_train) + len(dataset.x_test)
    return (
        f"{path.name} is no model but a data set: {count:,} images of "
        f"{len(dataset.class_names)} classes. Give it to ffstudio train --data, or to "
        "ffstudio evaluate MODEL --dataset."
    )
