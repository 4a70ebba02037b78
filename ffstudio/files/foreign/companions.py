"""Architecture files that lie beside bare weights, under the names people give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ffstudio.core.text_files import parse_json, read_text
from ffstudio.core.words import tr
from ffstudio.files.hdf5 import MOST_JSON
from ffstudio.files.migration.graph import complete_config

SUFFIXES = (".json", ".yaml", ".yml")
# What people also give the text that model.to_json() makes.
_LOOSE_SUFFIXES = ("", ".txt")
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
    for other in _list_beside(path):
        try:
            config = _read(other)
        except (ImportError, OSError, ValueError, RecursionError):
            continue
        if config is not None:
            words = _split_name(other.name)
            yield other.name, config, ITS_OWN if words == own else OTHERS if words else NOBODYS


def explain_unread(path: Path) -> Iterator[tuple[str, str]]:
    """Files that by their name are the architecture of these weights but cannot be read.

    Yields:
        Name, and why.
    """
    own = _split_name(path.name)
    for other in _list_beside(path):
        if _split_name(other.name) != own or other.suffix.lower() not in SUFFIXES:
            continue
        try:
            _read(other)
        except ImportError:  # see name_unread_yaml
            continue
        except OSError as error:
            yield other.name, error.strerror or str(error)
        except RecursionError:
            yield other.name, tr("it is nested too deeply")
        except _Unread as error:
            yield other.name, str(error)
        except UnicodeDecodeError:
            yield other.name, tr("it is no text")
        except ValueError:
            yield other.name, tr("it is damaged, or no text of that kind")


def _list_beside(path: Path) -> list[Path]:
    """What may be an architecture in the folder of the weights, the likeliest first."""
    own, endings = _split_name(path.name), (*SUFFIXES, *_LOOSE_SUFFIXES)
    try:
        beside = [p for _, p in zip(range(_MOST_NAMES), path.parent.iterdir(), strict=False)]
        listed = [
            p for p in beside if p.suffix.lower() in endings and p.name != path.name and p.is_file()
        ]
    except OSError:
        return []

    def measure_distance(other: Path) -> tuple[bool, bool, int, str]:
        words, is_loose = _split_name(other.name), other.suffix.lower() in _LOOSE_SUFFIXES
        return words != own, is_loose, len(set(words) ^ set(own)), other.name

    return sorted(listed, key=measure_distance)[:_MOST_READ]


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


class _Unread(ValueError):  # noqa: N818 - says why
    """A text that cannot be read, with why in a reader's words."""


# What Python shows of a dictionary or a list of them.
_PYTHON = re.compile(r"\s*\[?\s*\{\s*'")


def _read(path: Path) -> Any:
    """A configuration of Keras', or None for all else.

    Raises:
        ImportError: It is YAML, which nothing here reads.
        OSError: It cannot be read.
        ValueError: It is not what its name says.
        RecursionError: It is nested too deeply.
    """
    is_loose = path.suffix.lower() in _LOOSE_SUFFIXES
    size = path.stat().st_size
    if size > MOST_JSON:
        raise _Unread(tr("it is too large"))
    if size == 0:
        raise _Unread(tr("it is empty"))
    if is_loose and not _starts_json(path):
        return None
    words = read_text(path, MOST_JSON)
    if path.suffix.lower() in (".json", *_LOOSE_SUFFIXES):
        try:
            config = parse_json(words)
        except ValueError as error:
            if _PYTHON.match(words):
                raise _Unread(
                    tr(
                        "it is what Python prints of a dictionary, no JSON; write what "
                        "model.to_json() gives"
                    )
                ) from error
            raise _Unread(
                tr("it is no JSON, or cut short; write what model.to_json() gives")
            ) from error
    else:
        config = _read_yaml(words)
    if isinstance(config, str):  # to_json() put through json.dump
        config = parse_json(config)
    config = complete_config(_unpack(config))
    if isinstance(config, dict) and ("class_name" in config or "layers" in config):
        return config
    return None


def _unpack(config: Any) -> Any:
    """The architecture in what TensorFlow.js and others write around it."""
    for key in ("modelTopology", "model_config"):
        if isinstance(config, dict) and "class_name" not in config and key in config:
            config = config[key]
    return config


def _starts_json(path: Path) -> bool:
    with path.open("rb") as stream:
        start = stream.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return start[:1] in (b"{", b"[", b'"')


def _read_yaml(words: str) -> Any:
    """YAML as Keras 1 and 2 wrote it; of Python's tags it has tuples alone.

    Raises:
        ImportError: PyYAML is not installed.
        _Unread: It is no YAML, asks for anything of Python's, or spells out to too much.
    """
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    for tag in ("tuple", "unicode", "str"):
        read = _read_tuple if tag == "tuple" else _read_scalar
        Loader.add_constructor(f"tag:yaml.org,2002:python/{tag}", read)
    try:
        return _copy(yaml.load(words, Loader), iter(range(_MOST_VALUES)))  # noqa: S506 (a safe one)
    except yaml.constructor.ConstructorError as error:
        raise _Unread(
            tr("it asks for an object of Python's, which could run code; model.to_json() does not")
        ) from error
    except yaml.YAMLError as error:
        raise _Unread(tr("it is no YAML, or cut short")) from error


def _read_tuple(loader: Any, node: Any) -> Any:
    return loader.construct_sequence(node, deep=True)


def _read_scalar(loader: Any, node: Any) -> Any:
    return loader.construct_scalar(node)


def _copy(value: Any, left: Iterator[int]) -> Any:
    """The same as JSON has it: anchors spelt out, as far as that is few values."""
    if next(left, None) is None:
        raise _Unread(tr("it spells out to too much"))
    if isinstance(value, dict):
        return {str(k): _copy(v, left) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_copy(v, left) for v in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise ValueError("no value of JSON's")
