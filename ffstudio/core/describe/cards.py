"""What is said of a model file before anything in it is built: the card."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from ffstudio.core.describe.architecture import Architecture, Layer, Port, flow
from ffstudio.core.describe.kinds import Shape
from ffstudio.core.describe.roles import find_roles, say_role
from ffstudio.core.errors import ModelFileError
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

WHOLE = "whole model"
WEIGHTS = "weights only"
OURS = "ffstudio model"
NUMPY_CNN = "NumPy CNN model"
OTHER = "no model"

OPENS = "opens"
PARTLY = "opens partly"
REFUSED = "refused"


@dataclass(frozen=True)
class LayerRow:
    """One line of the layer table.

    Attributes:
        name: Inner layers after a slash.
        kind: Class of the layer, as Keras 3 or, where it is refused, the file names it.
        output: Shape without the batch, None where it is open; empty when unknown.
        parameters: None when unknown.
        activation: Empty for layers that have none.
        settings: Those that say what the layer is, for a reader.
    """

    name: str
    kind: str
    output: Shape = ()
    parameters: int | None = None
    activation: str = ""
    settings: str = ""
    refused: bool = False


@dataclass(frozen=True)
class Card:
    """A model file at a glance; nothing in it has been run.

    Attributes:
        status: ``opens``, ``opens partly`` (weights that fit several networks or none) or
            ``refused``.
        role: One of :data:`ffstudio.core.describe.network.ROLES`.
        refused: Reasons, one sentence each.
        advice: What to do about a refusal.
        migrated: What was changed to read it.
        assumed: What the file does not say and was taken for granted.
        answers: How many architectures fit bare weights.
        training: optimizer, learning_rate, loss, metrics, as far as the file tells.
        companion: Name of the architecture file that lies beside bare weights.
        images: How it wants its images, where the file says so.
        other_roles: What it may as well be for, where the file does not say.
        unsaid_role: That its role was guessed, a sentence; empty where it is plain or was chosen.
        chosen_role: What somebody said it is for.
        about: What it takes and gives where nothing here can try it, a sentence each.
    """

    file: str
    size: int
    kind: str
    status: str
    writer: str = ""
    version: str = ""
    backend: str = ""
    role: str = ""
    input_shapes: tuple[Shape, ...] = ()
    output_shapes: tuple[Shape, ...] = ()
    parameters: int | None = None
    layers: tuple[LayerRow, ...] = ()
    training: Mapping[str, Any] = field(default_factory=dict)
    migrated: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    advice: str = ""
    assumed: tuple[str, ...] = ()
    answers: int = 0
    companion: str = ""
    images: str = ""
    other_roles: tuple[str, ...] = ()
    unsaid_role: str = ""
    chosen_role: str = ""
    about: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """What it may be for, in an order that stays whichever of them is chosen."""
        return tuple(sorted((self.role, *self.other_roles)))

    def to_dict(self) -> dict[str, Any]:
        """For JSON: shapes become lists."""
        saved: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return saved

    @classmethod
    def from_dict(cls, saved: Any) -> Card:
        """The inverse of :meth:`to_dict`.

        Raises:
            ModelFileError: It is no card.
        """
        try:
            values = dict(saved)
            rows = tuple(
                LayerRow(**{**row, "output": tuple(row["output"])}) for row in values.pop("layers")
            )
            for key in ("input_shapes", "output_shapes"):
                values[key] = tuple(tuple(shape) for shape in values[key])
            for key in ("migrated", "refused", "assumed", "other_roles", "about"):
                values[key] = tuple(str(line) for line in values[key])
            return cls(**values, layers=rows)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise ModelFileError(tr("The reader's answer is damaged."), tr("Try again.")) from error

    def text(self) -> str:
        """As plain lines."""
        table = _table(layer_cells(self.layers)) if self.layers else []
        return "\n".join([*self.above(), *table, *self.below()])

    def above(self) -> list[str]:
        """The lines above the table of layers."""
        lines = [f"{self.file}: {self.status}"]
        about = ", ".join(x for x in (self.role, self.kind, self.writer) if x)
        lines.append(f"  {about}, {self.size:,} bytes")
        if self.backend:
            lines.append(f"  backend: {self.backend}")
        if self.input_shapes:
            sizes = " and ".join(map(shape_text, self.input_shapes))
            ends = " and ".join(map(shape_text, self.output_shapes))
            lines.append(f"  input {sizes} → output {ends}")
        lines += [f"  refused: {line}" for line in self.refused]
        if self.refused and self.advice:
            lines.append(f"  {self.advice}")
        return lines

    def below(self) -> list[str]:
        """The lines below it."""
        lines = []
        if self.parameters is not None:
            lines.append(f"  {self.parameters:,} parameters")
        for key, value in self.training.items():
            lines.append(f"  {key.replace('_', ' ')}: {say_value(value)}")
        lines += [f"  migrated: {line}" for line in self.migrated]
        guessed = [self.unsaid_role] if self.unsaid_role else []
        lines += [f"  assumed: {line}" for line in (*self.assumed, *guessed)]
        if self.answers > 1:
            lines.append(f"  {self.answers} architectures fit these weights")
        if self.images:
            lines.append(f"  images as {self.images} (kept in the file)")
        if self.companion:
            lines.append(f"  architecture beside it: {self.companion}")
        lines += [f"  {line}" for line in self.about]
        return lines


def say_value(value: Any) -> str:
    """A training setting for a reader."""
    if isinstance(value, float):
        return write_number(value, "g")
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def shape_text(shape: Sequence[int | None]) -> str:
    """``28×28×1``; a question mark where the size is open."""
    return "×".join("?" if n is None else str(n) for n in shape) or "one number"


def layer_cells(rows: Sequence[LayerRow]) -> list[tuple[str, ...]]:
    """The table of layers as text: the heads, then a row each."""
    cells: list[tuple[str, ...]] = [
        ("layer", "class", "output", "parameters", "activation", "settings")
    ]
    return cells + [
        (
            row.name,
            row.kind + (" (refused)" if row.refused else ""),
            shape_text(row.output) if row.output else "",
            f"{row.parameters:,}" if row.parameters is not None else "",
            row.activation,
            row.settings,
        )
        for row in rows
    ]


def _table(cells: Sequence[Sequence[str]]) -> list[str]:
    short = [[c if len(c) <= 44 else c[:43] + "…" for c in line] for line in cells]
    wide = [max(len(line[i]) for line in short) for i in range(len(short[0]))]
    return [
        "  " + "  ".join(c.ljust(w) for c, w in zip(line, wide, strict=True)).rstrip()
        for line in short
    ]


# --- from an architecture ---------------------------------------------------------------


def rows_of(
    network: Architecture, given: Sequence[Shape] | None = None, path: str = ""
) -> tuple[LayerRow, ...]:
    """The layer table of an architecture, inner networks' layers after their own line.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    sizes = flow(network, given)
    rows: list[LayerRow] = []
    for layer in network.layers:
        output = sizes.shapes.get(Port(layer.name), ())
        rows.append(
            LayerRow(
                path + layer.name,
                _kind_text(layer),
                output,
                sizes.parameters(layer.name),
                _activation_text(layer),
                _settings_text(layer),
            )
        )
        if isinstance(layer.inner, Architecture) and layer.calls:
            fed = [sizes.shapes[p] for p in layer.calls[0] if p in sizes.shapes]
            if len(fed) == len(layer.calls[0]):
                rows += rows_of(layer.inner, fed, f"{path}{layer.name}/")
    return tuple(rows)


def describe_answer(
    card: Card, network: Architecture, assumed: Sequence[str] | None = None
) -> Card:
    """The card with one network for its subject, which need not be the only one that fits.

    Args:
        assumed: What was taken for granted to get it; None for what the card says.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    sizes = flow(network)
    is_guess = card.kind == WEIGHTS and bool(card.assumed if assumed is None else assumed)
    roles = find_roles(network, card.training, card.file, is_guess)
    is_chosen = card.chosen_role in roles
    role = card.chosen_role if is_chosen else roles[0]
    few = math.prod(n or 0 for n in sizes.shapes[network.outputs[0]])
    return replace(
        card,
        role=role,
        other_roles=tuple(one for one in roles if one != role),
        unsaid_role="" if is_chosen else say_role(roles, few, is_guess),
        input_shapes=tuple(sizes.shapes[p] for p in network.inputs),
        output_shapes=tuple(sizes.shapes[p] for p in network.outputs),
        parameters=sum(map(sizes.parameters, sizes.weights)),
        layers=rows_of(network),
        assumed=card.assumed if assumed is None else tuple(assumed),
    )


def _kind_text(layer: Layer) -> str:
    if isinstance(layer.inner, Layer):
        return f"{layer.kind}({layer.inner.kind})"
    return layer.kind


def _activation_text(layer: Layer) -> str:
    inside = layer.inner.settings if isinstance(layer.inner, Layer) else layer.settings
    activation = inside.get("activation", "")
    if isinstance(activation, Mapping):
        return str(activation.get("kind"))
    return str(activation or "")


_SHOWN = (
    "units", "filters", "kernel_size", "pool_size", "strides", "padding", "size", "rate",
    "dilation_rate", "groups", "target_shape", "axis", "return_sequences", "merge_mode", "dims",
    "scale", "offset", "negative_slope", "num_heads", "key_dim", "value_dim", "score_mode",
)  # fmt: skip


def _settings_text(layer: Layer) -> str:
    inside = layer.inner.settings if isinstance(layer.inner, Layer) else layer.settings
    words = []
    for key in _SHOWN:
        value = inside.get(key)
        if value in (None, False, [1], [1, 1], [1, 1, 1], 1) or isinstance(value, bool):
            continue
        if isinstance(value, list):
            value = "×".join(map(_pair_text, value))
        words.append(f"{key} {value}")
    return ", ".join(words)


def _pair_text(value: Any) -> str:
    """A number, or margins before and after as one where they are equal."""
    if isinstance(value, list):
        return str(value[0]) if len(set(value)) == 1 else "+".join(map(str, value))
    return str(value)


# --- training settings ------------------------------------------------------------------


def training_of(saved: Any) -> dict[str, Any]:
    """Optimizer, rate, loss and metrics out of any Keras' training configuration."""
    if not isinstance(saved, dict):
        return {}
    training: dict[str, Any] = {}
    optimizer = saved.get("optimizer_config", saved.get("optimizer"))
    if isinstance(optimizer, str):
        training["optimizer"] = optimizer[:60]
    elif isinstance(optimizer, dict):
        training["optimizer"] = str(optimizer.get("class_name")).removeprefix("Custom>")[:60]
        config = optimizer.get("config")
        if isinstance(config, dict):
            rate = config.get("learning_rate", config.get("lr"))
            if isinstance(rate, (int, float)) and not isinstance(rate, bool):
                # What was 0.001 comes back from float32 as 0.0010000000474974513.
                training["learning_rate"] = float(f"{rate:.7g}")
    loss = _name(saved.get("loss"))
    if loss:
        training["loss"] = loss
    if _on_logits(saved.get("loss")):
        training["from_logits"] = True
    metrics = [m for m in map(_name, _flat(saved.get("metrics"))) if m]
    if metrics:
        training["metrics"] = metrics[:8]
    return training


def _flat(value: Any, depth: int = 0) -> list[Any]:
    if isinstance(value, list) and depth < 4:
        return [one for inner in value[:50] for one in _flat(inner, depth + 1)]
    return [value]


def _name(value: Any) -> str:
    if isinstance(value, str):
        return value[:60]
    if isinstance(value, dict):
        config = value.get("config")
        inside = (config.get("fn") or config.get("name")) if isinstance(config, dict) else config
        return _name(inside) or _name(value.get("class_name"))
    if isinstance(value, list):
        return ", ".join(_name(v) for v in value[:8])
    return ""


def _on_logits(value: Any, depth: int = 0) -> bool:
    if isinstance(value, dict) and depth < 6:
        return value.get("from_logits") is True or any(
            _on_logits(v, depth + 1) for v in value.values()
        )
    return (
        isinstance(value, list) and depth < 6 and any(_on_logits(v, depth + 1) for v in value[:50])
    )
