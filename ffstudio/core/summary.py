"""The layers of an experiment's nets as a table: output shapes and parameters."""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.cards import rows_of, shape_text
from ffstudio.core.costs import layer_costs
from ffstudio.core.data import DataShape
from ffstudio.core.fields import fields_of
from ffstudio.core.spec import ExperimentSpec, LayerSpec
from ffstudio.core.stack import POOLS, RECURRENT, stack_rows


@dataclass(frozen=True)
class SummaryRow:
    """One layer.

    Attributes:
        name: For a reader, for example ``1 conv 9×9``.
        output: Shape without the batch; None where it is open.
        ff, bp: Parameters in the Forward-Forward and the backprop net; None without one.
        not_trainable: How many of the latter only count along.
    """

    name: str
    output: tuple[int | None, ...]
    ff: int | None
    bp: int | None
    not_trainable: int = 0


def layer_text(layer: LayerSpec) -> str:
    """A layer in a few words: ``conv 9×9 · 20 · ReLU``."""
    if layer.kind in POOLS:
        name = "max pool" if layer.kind == "max_pool" else "average pool"
        return f"{name} {layer.pool_size}×{layer.pool_size}"
    if layer.kind == "dropout":
        return f"dropout {layer.dropout:.0%}"
    if layer.kind in ("flatten", "batch_norm"):
        return "flatten" if layer.kind == "flatten" else "batch normalisation"
    activations = fields_of(LayerSpec)["activation"].choices
    name = next((c.label for c in activations if c.value == layer.activation), layer.activation)
    what = str(layer.units)
    if layer.kind in RECURRENT:
        what = f"{RECURRENT[layer.kind]} {layer.units}"
    if layer.kind == "conv":
        side = layer.kernel_size
        what = f"conv {side}×{side} · {layer.units}"
        if layer.stride != 1:
            what += f" · stride {layer.stride}"
        if layer.pooling != "none":
            what += f" · {layer.pooling} pool"
    return f"{what} · {name}"


def summary(spec: ExperimentSpec, shape: DataShape) -> list[SummaryRow]:
    """A row per layer, the output last.

    The experiment must have no problems with data of that shape.
    """
    if spec.network is not None:
        return [
            SummaryRow(f"{row.name} ({row.kind})", row.output, None, row.parameters or 0)
            for row in rows_of(spec.network.architecture)
            if row.kind != "InputLayer"
        ]
    fixed = [0] * (len(spec.layers) + 1)
    if spec.is_stack:
        rows = stack_rows(spec, shape.image_shape, shape.num_classes)
        fixed = [row.not_trainable for row in rows]
    costs = layer_costs(spec, shape.num_inputs, shape.num_classes, None, shape.image_shape)
    names = [f"{i} {layer_text(layer)}" for i, layer in enumerate(spec.layers, start=1)]
    names.append(f"output {shape.num_classes} · softmax")
    found = []
    for i, (name, cost) in enumerate(zip(names, costs, strict=True)):
        ff = cost.ff_parameters if spec.trains_ff else None
        bp = cost.bp_parameters if spec.trains_bp else None
        is_output = i == len(costs) - 1
        if is_output and bp is None:
            continue  # Forward-Forward has no output layer
        found.append(SummaryRow(name, cost.output_shape, None if is_output else ff, bp, fixed[i]))
    return found


def totals(rows: list[SummaryRow]) -> list[str]:
    """Sums of the parameters, a line each."""
    lines = []
    for label, name in (("Forward-Forward", "ff"), ("backprop", "bp")):
        values = [getattr(row, name) for row in rows]
        if any(v is not None for v in values):
            lines.append(f"{label}: {sum(v or 0 for v in values):,} parameters")
    fixed = sum(row.not_trainable for row in rows)
    if fixed:
        lines[-1] += f", {fixed:,} of them not trainable"
    return lines


def summary_text(rows: list[SummaryRow]) -> str:
    """The table for a terminal or the clipboard."""
    has_ff = any(row.ff is not None for row in rows)
    has_bp = any(row.bp is not None for row in rows)
    heads = ["layer", "output", *["FF parameters"] * has_ff, *["BP parameters"] * has_bp]
    lines = [heads]
    for row in rows:
        cells = [row.name, shape_text(row.output)]
        for has, value in ((has_ff, row.ff), (has_bp, row.bp)):
            if has:
                cells.append("–" if value is None else f"{value:,}")
        lines.append(cells)
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    rendered = [
        "  ".join(
            cell.ljust(width) if i < 2 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([*rendered, *totals(rows)])
