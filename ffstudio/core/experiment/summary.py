"""The layers of an experiment's nets as a table: output shapes and parameters."""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.describe.cards import rows_of, shape_text
from ffstudio.core.experiment.costs import layer_costs, read_out_parameters
from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layer_kinds.kind import LIST, ROWS
from ffstudio.core.experiment.layers import layer_text
from ffstudio.core.experiment.spec import ALGORITHM_CHOICES, ExperimentSpec
from ffstudio.core.experiment.stack import stack_rows
from ffstudio.core.images import datasets
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr


@dataclass(frozen=True)
class SummaryRow:
    """One layer.

    Attributes:
        name: For a reader, for example ``1 conv 9×9 · 20 · ReLU``.
        output: Shape without the batch; None where it is open.
        ff, bp: Parameters in the Forward-Forward and the backprop net; None without one.
        ff_not_trainable, bp_not_trainable: How many of either only count along, or are drawn at
            random and stay.
    """

    name: str
    output: tuple[int | None, ...]
    ff: int | None
    bp: int | None
    ff_not_trainable: int = 0
    bp_not_trainable: int = 0


def summary(spec: ExperimentSpec, shape: DataShape) -> list[SummaryRow]:
    """A row per layer and one for each Flatten that is put in; output and read-out last.

    The experiment must have no problems with data of that shape.
    """
    if spec.network is not None:
        return [
            SummaryRow(f"{row.name} ({row.kind})", row.output, None, row.parameters or 0)
            for row in rows_of(spec.network.architecture)
            if row.kind != "InputLayer"
        ]
    fixed = [*(2 * layer.units * layer.batch_norm for layer in spec.layers), 0]
    if spec.is_stack:
        rows = stack_rows(spec, shape.image_shape, shape.num_classes)
        fixed = [row.not_trainable for row in rows]
    elif not spec.trains_bp:
        fixed = [0] * len(fixed)
    costs = layer_costs(spec, shape.num_inputs, shape.num_classes, None, shape.image_shape)
    listed: list[SummaryRow] = []
    for i, (layer, cost) in enumerate(zip([*spec.layers, None], costs, strict=True)):
        ff = cost.ff_parameters if spec.trains_ff else None
        bp = cost.bp_parameters if spec.trains_bp else None
        if layer is None:  # Forward-Forward has no output layer
            ff = None
            if bp is None:
                break
        no_ff, no_bp = (None if n is None else 0 for n in (ff, bp))
        kind = "dense" if layer is None else layer.kind
        needs = LAYER_KINDS[kind].needs
        below = listed[-1].output if listed else ()
        if needs == LIST and len(below) > 1:
            listed.append(SummaryRow(tr("flatten (put in)"), (cost.inputs,), no_ff, no_bp))
        elif needs == ROWS and len(below) == 3:
            size = (below[0], cost.inputs // (below[0] or 1))
            listed.append(SummaryRow(tr("rows (put in)"), size, no_ff, no_bp))
        name = tr("output {num_classes} · softmax", num_classes=shape.num_classes)
        if layer is not None:
            what = tr("dense ") if kind == "dense" else ""  # else "4 100" would read 4,100
            name = f"{i + 1} {what}{layer_text(layer)}"
        ff_fixed = 0 if ff is None else cost.unlearnt
        listed.append(SummaryRow(name, cost.output_shape, ff, bp, ff_fixed, fixed[i]))
    if spec.trains_ff and spec.ff.has_read_out:
        name = tr("FF read-out {num_classes} · softmax", num_classes=shape.num_classes)
        listed.append(
            SummaryRow(
                name, (shape.num_classes,), read_out_parameters(costs, spec.ff.read_layers), None
            )
        )
    return listed


def totals(rows: list[SummaryRow]) -> list[str]:
    """Sums of the parameters, a line each."""
    lines = []
    for label, name in (("Forward-Forward", "ff"), ("Backprop", "bp")):
        values = [getattr(row, name) for row in rows]
        if any(v is not None for v in values):
            line = tr(
                "{label}: {values} parameters",
                label=label,
                values=write_number(sum(v or 0 for v in values), ","),
            )
            fixed = sum(getattr(row, f"{name}_not_trainable") for row in rows)
            if fixed:
                line += tr(", {fixed} of them not trainable", fixed=write_number(fixed, ","))
            lines.append(line)
    return lines


def short_totals(rows: list[SummaryRow]) -> str:
    """The sums in a few words: ``FF 643,000 · BP 648,010``."""
    parts = []
    for label, name in (("FF", "ff"), ("BP", "bp")):
        values = [getattr(row, name) for row in rows]
        if any(v is not None for v in values):
            parts.append(f"{label} {write_number(sum(v or 0 for v in values), ',')}")
    return " · ".join(parts)


def summary_cells(rows: list[SummaryRow]) -> list[list[str]]:
    """The table as text: the heads, then a row each; numbers from the third column on."""
    columns = [
        (head, name)
        for head, name in ((tr("FF parameters"), "ff"), (tr("BP parameters"), "bp"))
        if any(getattr(row, name) is not None for row in rows)
    ]
    cells = [["layer", "output", *(head for head, _ in columns)]]
    for row in rows:
        counts = [getattr(row, name) for _, name in columns]
        numbers = ["–" if count is None else write_number(count, ",") for count in counts]
        cells.append([row.name, shape_text(row.output), *numbers])
    return cells


def summary_text(rows: list[SummaryRow]) -> str:
    """The table for a file or the clipboard."""
    cells = summary_cells(rows)
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if i < 2 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    ]
    return "\n".join([*lines, *totals(rows)])


def describe(spec: ExperimentSpec) -> list[str]:
    """An experiment in a few lines, for somebody who is to decide whether to take it."""
    trained = {c.value: c.label for c in ALGORITHM_CHOICES}[spec.algorithms]
    data = datasets.DATASETS[spec.data.name].label
    where = f" ({spec.data.path})" if spec.data.path else ""
    layers = " → ".join(layer_text(layer) for layer in spec.layers)
    if spec.network is not None:
        layers = tr("a network out of a model file")
    about = " ".join(spec.description.split())
    return [
        *([about] if about else []),
        tr(
            "Trains: {trained}, {epochs} epochs, seed {seed}",
            trained=trained,
            epochs=spec.epochs,
            seed=spec.seed,
        ),
        tr("Data: {data}{where}", data=data, where=where),
        tr("Layers: {layers}", layers=layers),
    ]
