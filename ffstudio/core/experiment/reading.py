"""Experiments as JSON, of this version and of those before it."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import textwrap
from pathlib import Path
from typing import Any

from ffstudio.core.describe.network import Network
from ffstudio.core.errors import ModelFileError, SpecError, explain_reading
from ffstudio.core.experiment.hand_weights import read_hand_weights
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.problems import Problem, spec_problems
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.folders import expand_home
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import data_set_of_file
from ffstudio.core.text_files import RepeatedKey, parse_json, read_text
from ffstudio.core.words import tr

EXPERIMENT_FORMAT = "ffstudio-experiment"
EXPERIMENT_VERSION = 4
# Two letters at least before the colon: one is a drive.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def to_dict(spec: ExperimentSpec) -> dict[str, Any]:
    """For JSON."""
    values = dataclasses.asdict(spec.replace(network=None))
    if spec.network is None:
        del values["network"]  # most experiments have none
    else:
        values["network"] = spec.network.to_dict()
    if spec.weights is None:
        del values["weights"]
    return {"format": EXPERIMENT_FORMAT, "version": EXPERIMENT_VERSION, **values}


def to_json(spec: ExperimentSpec) -> str:
    """The text of an experiment file."""
    return json.dumps(to_dict(spec), indent=2, ensure_ascii=False) + "\n"


def from_dict(config: Any, *, is_draft: bool = False, advice: str = "") -> ExperimentSpec:
    """Reads what :func:`to_dict` wrote.

    Args:
        is_draft: It may hold settings that are not legal, as the builder does while one types.
        advice: What to do about settings that are not legal, where they come from elsewhere than
            an experiment file.

    Raises:
        SpecError: It is not an experiment, comes from a newer ffstudio, or holds
            settings that do not exist or are not legal.
    """
    if not isinstance(config, dict) or config.get("format") != EXPERIMENT_FORMAT:
        raise SpecError(
            tr("This is not an ffstudio experiment."),
            tr(
                'An experiment file is JSON and holds "format": "{EXPERIMENT_FORMAT}".',
                EXPERIMENT_FORMAT=EXPERIMENT_FORMAT,
            ),
        )
    version = _read_version(config)
    if version > EXPERIMENT_VERSION:
        raise SpecError(
            tr(
                "This experiment was written by a newer ffstudio (format {version}).",
                version=version,
            ),
            tr("Update ffstudio to open it."),
        )
    body = {k: v for k, v in config.items() if k not in ("format", "version")}
    if version < 2:
        body = _from_version_1(body)
    if version < 4:
        body = _from_version_3(body)
    layers = body.pop("layers", None)
    if not isinstance(layers, (list, tuple)):
        raise SpecError(tr("The experiment has no list of layers."), tr('Add "layers": [ … ].'))
    parts = {
        "data": _build(DataSpec, _fill_in_name(body.pop("data", {})), "data"),
        "ff": _build(ForwardForwardSpec, body.pop("ff", {}), "ff"),
        "bp": _build(BackpropSpec, body.pop("bp", {}), "bp"),
        "layers": tuple(_build(LayerSpec, v, f"layers.{i}") for i, v in enumerate(layers)),
    }
    network = body.pop("network", None)
    if network is not None:
        try:
            parts["network"] = Network.from_dict(network)
        except ModelFileError as error:
            raise SpecError(error.message, error.advice) from error
    weights = body.pop("weights", None)
    if weights is not None:
        parts["weights"] = read_hand_weights(weights)
    spec: ExperimentSpec = _build(ExperimentSpec, body, "", **parts)
    problems = [] if is_draft else find_obstacles(spec)
    if problems:
        raise SpecError(
            " ".join(problem.spelled_out for problem in problems),
            advice or tr("Correct the experiment file."),
        )
    return spec


def find_obstacles(spec: ExperimentSpec) -> list[Problem]:
    """Why nobody could read this experiment's file.

    One on a file of images that names none is a recipe: whoever uses it gives the file.
    """
    is_unnamed = spec.data.path == ""
    return [
        problem
        for problem in spec_problems(spec)
        if not (is_unnamed and problem.path == ("data", "path"))
    ]


def _read_version(config: dict[str, Any]) -> int:
    version = config.get("version")
    if isinstance(version, float) and version.is_integer():  # as other programs write numbers
        version = int(version)
    if isinstance(version, int) and not isinstance(version, bool) and version >= 1:
        return version
    if "version" not in config:
        raise SpecError(
            tr("The experiment does not say which format it has."),
            tr('Add "version": {EXPERIMENT_VERSION}.', EXPERIMENT_VERSION=EXPERIMENT_VERSION),
        )
    raise SpecError(
        tr(
            "The experiment's version {version} is no whole number of 1 or more.",
            version=textwrap.shorten(json.dumps(version), 40, placeholder="…"),
        ),
        tr('Write "version": {EXPERIMENT_VERSION}.', EXPERIMENT_VERSION=EXPERIMENT_VERSION),
    )


def from_json(
    text: str, folder: str | Path | None = None, *, is_draft: bool = False
) -> ExperimentSpec:
    """Reads what :func:`to_json` wrote; errors and drafts as for :func:`from_dict`.

    Args:
        folder: What a relative path of data is relative to; None: it stays as it is.
    """
    if not text.strip():
        raise SpecError(
            tr("The experiment is empty."), tr("Choose an experiment saved by ffstudio.")
        )
    try:
        config = parse_json(text)
    except RepeatedKey as error:
        raise SpecError(
            tr('The experiment names "{key}" twice in one place.', key=error.key),
            tr("Remove one of the two."),
        ) from error
    except RecursionError as error:
        raise SpecError(
            tr("This is not valid JSON (nested too deep)."),
            tr("Choose an experiment saved by ffstudio."),
        ) from error
    except ValueError as error:
        raise SpecError(
            tr("This is not valid JSON ({error}).", error=error),
            tr("Choose an experiment saved by ffstudio."),
        ) from error
    if folder is not None:
        config = with_data_in(config, Path(folder))
    return from_dict(config, is_draft=is_draft)


def read_experiment(path: str | Path) -> ExperimentSpec:
    """Reads an experiment file; a relative path of data is relative to it.

    Raises:
        SpecError: The file cannot be read or is not an experiment.
    """
    path = expand_home(path)
    try:
        text = read_text(path)
    except OSError as error:
        raise SpecError(*explain_reading(path, error)) from error
    except UnicodeDecodeError as error:
        raise SpecError(
            tr("{path} is no experiment: it is not a text file.", path=path),
            tr("Choose an experiment (.json); 'ffstudio inspect' tells what is in a model file."),
        ) from error
    return from_json(text, path.absolute().parent)


def with_data_in(config: Any, folder: Path) -> Any:
    """An experiment's dictionary with the path of its data absolute."""
    data = config.get("data") if isinstance(config, dict) else None
    if not isinstance(data, dict) or not isinstance(data.get("path"), str) or not data["path"]:
        return config
    return {**config, "data": {**data, "path": _find_beside(data["path"], folder)}}


def _find_beside(path: str, folder: Path) -> str:
    """The absolute path that an experiment's path means, as people write them: of Windows too,
    as addresses of files, and with what a copied name may have around it."""
    path = path.strip().strip("\"'")
    if path.lower().startswith("file://"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname  # costs a start 20 ms

        path = url2pathname(urlsplit(path).path)
    elif _ADDRESS.match(path):
        raise SpecError(
            tr("The experiment's data.path {data} is an address of the web.", data=f"{path!r}"),
            tr("Download the file, and give the path where it lies now."),
        )
    whole = os.path.normpath(folder / expand_home(path))
    if os.sep == "/" and "\\" in path and not os.path.exists(whole):
        turned = os.path.normpath(folder / expand_home(path.replace("\\", "/")))
        return turned if os.path.exists(turned) else whole
    return whole


def flatten(config: Any, path: str = "") -> dict[str, Any]:
    """Settings by their paths, as ``--set`` names them."""
    if isinstance(config, dict):
        items: Any = config.items()
    elif isinstance(config, (list, tuple)) and any(isinstance(x, dict) for x in config):
        items = enumerate(config)
    else:
        return {path: config}
    flat: dict[str, Any] = {}
    for name, value in items:
        flat |= flatten(value, f"{path}.{name}" if path else str(name))
    return flat


def _from_version_1(body: dict[str, Any]) -> dict[str, Any]:
    """Version 1 knew one schedule, on or off, and could leave out the first layer only."""
    ff = body.get("ff")
    if not isinstance(ff, dict):
        return body
    ff = dict(ff)
    if "cooldown" in ff:
        ff["rate_schedule"] = "half_linear" if ff.pop("cooldown") else "constant"
    if "skip_first_layer" in ff:
        ff["first_voting_layer"] = 2 if ff.pop("skip_first_layer") else 1
    return {**body, "ff": ff}


def _from_version_3(body: dict[str, Any]) -> dict[str, Any]:
    """Version 3 knew the first of the layers that vote; the last one always did."""
    ff = body.get("ff")
    if not isinstance(ff, dict) or "first_voting_layer" not in ff:
        return body
    ff = dict(ff)
    first = ff.pop("first_voting_layer")
    is_whole = isinstance(first, (int, float)) and not isinstance(first, bool)
    if not is_whole or first != int(first) or not 1 <= first <= 10000:
        raise SpecError(
            tr("ff.first_voting_layer must be a whole number of 1 or more."),
            tr("Correct the experiment file."),
        )
    return {**body, "ff": {**ff, "votes": "all" if first == 1 else f"{int(first)}-"}}


def _fill_in_name(data: Any) -> Any:
    """The settings of data that give a file and no name: the file's own data are meant."""
    if not isinstance(data, dict) or not data.get("path") or "name" in data:
        return data
    own = data_set_of_file(data["path"]) if isinstance(data["path"], str) else None
    if own is None and isinstance(data["path"], str) and not os.path.exists(data["path"]):
        raise SpecError(
            tr("There is no file {path}.", path=data["path"]),
            tr("Correct data.path in the experiment file."),
        )
    if own is None:
        raise SpecError(
            tr(
                "The experiment's data.path {data} is no file of images and labels.",
                data=f"{data['path']!r}",
            ),
            tr(
                "Name a data set in data.name, or give a file or folder of images and labels in data.path."
            ),
        )
    return {**data, "name": own.name}


def _build(cls: type, values: Any, where: str, **parts: Any) -> Any:
    if not isinstance(values, dict):
        raise SpecError(
            tr("{where} must be an object with named settings.", where=where),
            tr("Put its settings in braces: {example}.", example='{"name": value, …}'),
        )
    known = {f.name: f for f in dataclasses.fields(cls)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise SpecError(
            tr(
                "Unknown setting{s} {unknown} in {where}.",
                s="s" if len(unknown) > 1 else "",
                unknown=", ".join(unknown),
                where=where or tr("the experiment"),
            ),
            tr("Known are: {known}.", known=", ".join(known)),
        )
    cleaned = {}
    for name, value in values.items():
        declared = known[name].metadata.get("field")
        if declared is not None and isinstance(value, (int, float)) and not isinstance(value, bool):
            if declared.kind == "float":
                with contextlib.suppress(OverflowError):  # too large: the field says so
                    value = float(value)
            elif declared.kind == "int" and isinstance(value, float) and value.is_integer():
                value = int(value)
        cleaned[name] = value
    return cls(**cleaned, **parts)
