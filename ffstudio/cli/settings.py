"""``--set``: settings of an experiment, changed on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.by_name import change_setting, plain_name, read_value
from ffstudio.core.experiment.spec import ExperimentSpec


def add_settings(parser: argparse.ArgumentParser) -> None:
    """``--set NAME=VALUE``, as often as wanted: see :func:`with_settings`."""
    parser.add_argument(
        "--set",
        dest="settings",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="change a setting of the experiment, for example ff.negatives=random or "
        "layers.0.units=300; may be given several times",
    )


def with_settings(spec: ExperimentSpec, options: argparse.Namespace) -> ExperimentSpec:
    """The experiment with what is asked for on the command line.

    Raises:
        SpecError: A setting is unknown, or its value is none.
    """
    config = json.loads(reading.to_json(spec))
    for setting in options.settings:
        _set(config, setting)
    _name_file(config, options.settings)
    for key in ("epochs", "seed"):
        if getattr(options, key, None) is not None:
            config[key] = getattr(options, key)
    return reading.from_dict(config, advice="Give another value.")


def _set(config: dict[str, Any], setting: str) -> None:
    """Changes one setting in an experiment's dictionary; ``from_dict`` judges the value."""
    name, equals, text = setting.partition("=")
    if not equals or not name.strip().rpartition(".")[2]:
        raise SpecError(f"--set {setting!r} is no setting.", "Write NAME=VALUE, like ff.loss=…")
    value, note = read_value(config, name, text.strip())
    if note:
        print(note, file=sys.stderr)
    change_setting(config, name, value)


def _name_file(config: dict[str, Any], settings: list[str]) -> None:
    """``data.path`` alone means that file, as in an experiment."""
    names = [plain_name(setting.partition("=")[0]) for setting in settings]
    data = config["data"]
    is_meant = "data.path" in names and "data.name" not in names and data["path"]
    if is_meant and data["name"] != "file":
        note = f"data.path: the images of {data['path']} are used (data.name is file)."
        print(note, file=sys.stderr)
        data["name"] = "file"
