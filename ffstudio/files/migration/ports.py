"""What feeds a layer, in the words of Keras 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ffstudio.core.describe.architecture import MOST_LAYERS, Layer, Port
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import say_all, tr
from ffstudio.files.migration.eras import Notes
from ffstudio.files.migration.spelling import (
    UNKNOWN,
)

DAMAGED = say_all(("The file's model configuration is damaged.", "Get a fresh copy."))


def read_ends(value: Any) -> Iterator[Port]:
    """Ports in ``input_layers`` or ``output_layers``: one, a list, or a dictionary of them."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from read_ends(inner)
    elif isinstance(value, list) and value:
        if isinstance(value[0], str):
            yield read_port(value)
        else:
            for inner in value[:MOST_LAYERS]:
                yield from read_ends(inner)


def read_port(value: Any) -> Port:
    """One tensor: a layer's name, which use of it, which of its outputs."""
    if isinstance(value, list) and value and isinstance(value[0], str):
        numbers = [
            n for n in value[1:3] if isinstance(n, int) and not isinstance(n, bool) and n >= 0
        ]
        if len(numbers) == 2:
            return Port(value[0][:80], numbers[0], numbers[1])
    raise ModelFileError(*DAMAGED)


def read_call(node: Any, layer: Layer, notes: Notes) -> tuple[Port, ...]:
    """What one use of a layer is fed with, in Keras 2's and Keras 3's form."""
    name, named = layer.name, {}
    if isinstance(node, dict):
        ports = list(read_tensors(node.get("args")))
        more = node.get("kwargs")
        if isinstance(more, dict):
            named = more
    elif isinstance(node, list):
        ports = []
        for entry in [node] if node and isinstance(node[0], str) else node:
            ports.append(read_port(entry))
            if len(entry) > 3 and isinstance(entry[3], dict):
                named = {**named, **entry[3]}
    else:
        raise ModelFileError(*DAMAGED)
    for key, value in named.items():
        feeding = [read_port(value)] if refers(value) else list(read_tensors(value))
        wanted = len(feeding) == 1 and layer.kind == "MultiHeadAttention"
        if wanted and _FED_BY_NAME[len(ports) : len(ports) + 1] == (key,):
            ports += feeding
        elif feeding:
            raise ModelFileError(tr("The layer {name} is fed by name.", name=name), tr(UNKNOWN))
        elif value and key in ("return_attention_scores", "use_causal_mask"):
            raise ModelFileError(
                tr(
                    "The layer {name} ({kind}) is used with {key}.",
                    name=name,
                    kind=layer.kind,
                    key=key,
                ),
                tr(UNKNOWN),
            )
    if named.get("training"):
        notes.add(
            tr("{name} was always used as in training; it is used as when predicting", name=name)
        )
    return tuple(ports)


# In the order of its inputs.
_FED_BY_NAME = ("query", "value", "key")


def refers(value: Any) -> bool:
    """True for a list that names a tensor."""
    return isinstance(value, list) and len(value) >= 3 and isinstance(value[0], str)


def read_tensors(value: Any, depth: int = 0) -> Iterator[Port]:
    """All tensors in the arguments of a call, in their order."""
    if depth > 8:
        return
    if isinstance(value, dict):
        inner = value.get("config")
        if value.get("class_name") == "__keras_tensor__" and isinstance(inner, dict):
            yield read_port(inner.get("keras_history"))
        else:
            for one in value.values():
                yield from read_tensors(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from read_tensors(one, depth + 1)
