"""Architecture files that lie beside bare weights, under the names people give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ffstudio.core.text_files import parse_json, read_text
from ffstudio.files.hdf5 import MOST_JSON

SUFFIXES = (".json", ".yaml", ".yml")
# What a folder of downloads may hold, and how many of it are looked into.
_MOST_NAMES, _MOST_READ = 5_000, 12
# A configuration spelt out has fewer values; anchors in YAML can stand for any number.
_MOST_VALUES = 200_000

# What says of a file which half it is, not whose.
_HALVES = re.compile(
    r"weights?|wgts?|wts?|params?|parameters|arch|architecture|struct|structure|config|"
    r"configuration|cfg|conf|model|models|net|network|topology|design|json|yaml|yml|h5|hdf5|keras"
)


# What a name says of whose an architecture is: of others', of nobody's, of these weights'.
OTHERS, NOBODYS, ITS_OWN = 0, 1, 2


def find_companions(path: Path) -> Iterator[tuple[str, Any, int]]:
    """Architectures beside a file of weights, the likeliest first.

    Those whose names are equal but for what says "weights" and "architecture" come first, then
    all others that can be read: whoever gives them to somebody else keeps both in one folder.

    Yields:
        Name, configuration, and whose it is by its name: ``OTHERS``, ``NOBODYS`` (model.json), or
        ``ITS_OWN`` with the weights' own name.
    """
    own = _split_name(path.name)
    try:
        beside = [p for _, p in zip(range(_MOST_NAMES), path.parent.iterdir(), strict=False)]
        listed = sorted(p for p in beside if p.suffix.lower() in SUFFIXES and p.is_file())
    except OSError:
        return

    def measure_distance(other: Path) -> tuple[bool, int, str]:
        words = _split_name(other.name)
        return words != own, len(set(words) ^ set(own)), other.name

    for other in sorted(listed, key=measure_distance)[:_MOST_READ]:
        config = _read(other)
        if config is not None:
            words = _split_name(other.name)
            yield other.name, config, ITS_OWN if words == own else OTHERS if words else NOBODYS


def name_unread_yaml(path: Path) -> str:
    """The name of a YAML file beside the weights that nothing here can read; else nothing."""
    try:
        import yaml  # type: ignore[import-untyped] # noqa: F401
    except ImportError:
        own = _split_name(path.name)
        for suffix in SUFFIXES[1:]:
            for other in path.parent.glob(f"*{suffix}"):
                if _split_name(other.name) == own:
                    return other.name
    return ""


def _split_name(name: str) -> list[str]:
    """What a file's name says beside its half: ``mnist_cnn_weights.h5`` → mnist, cnn."""
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", name)
    parts = [part for part in re.split(r"[^a-z0-9]+", spaced.lower()) if part]
    return [part for part in parts if not _HALVES.fullmatch(part)]


def _read(path: Path) -> Any:
    """A configuration of Keras', or None for all else."""
    try:
        if not 2 < path.stat().st_size <= MOST_JSON:
            return None
        words = read_text(path, MOST_JSON)
        config = parse_json(words) if path.suffix.lower() == ".json" else _read_yaml(words)
        if isinstance(config, str):  # to_json() put through json.dump
            config = parse_json(config)
    except (ImportError, OSError, ValueError, RecursionError):
        return None
    if isinstance(config, dict) and ("class_name" in config or "layers" in config):
        return config
    return None


def _read_yaml(words: str) -> Any:
    """YAML as Keras 1 and 2 wrote it; of Python's tags it has tuples alone.

    Raises:
        ImportError: PyYAML is not installed.
        ValueError: It is no YAML, asks for anything of Python's, or spells out to too much.
    """
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    for tag in ("tuple", "unicode", "str"):
        read = _read_tuple if tag == "tuple" else _read_scalar
        Loader.add_constructor(f"tag:yaml.org,2002:python/{tag}", read)
    try:
        return _copy(yaml.load(words, Loader), iter(range(_MOST_VALUES)))  # noqa: S506 (a safe one)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _read_tuple(loader: Any, node: Any) -> Any:
    return loader.construct_sequence(node, deep=True)


def _read_scalar(loader: Any, node: Any) -> Any:
    return loader.construct_scalar(node)


def _copy(value: Any, left: Iterator[int]) -> Any:
    """The same as JSON has it: anchors spelt out, as far as that is few values."""
    if next(left, None) is None:
        raise ValueError("too many values")
    if isinstance(value, dict):
        return {str(k): _copy(v, left) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_copy(v, left) for v in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise ValueError("no value of JSON's")
