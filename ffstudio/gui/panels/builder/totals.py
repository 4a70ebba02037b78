"""What the nets of an experiment cost, all layers together."""

from __future__ import annotations

from collections.abc import Sequence

from ffstudio.core.experiment.costs import LayerCost, read_out_parameters
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.gui.panels.builder.layer_list import size_text


def totals_text(spec: ExperimentSpec, costs: Sequence[LayerCost]) -> str:
    """Parameters and memory of each net, a line each, and the work of one pass."""
    lines = []
    if spec.trains_ff:
        memory = max((c.ff_memory for c in costs), default=0)
        total = sum(c.ff_parameters for c in costs)
        if spec.ff.has_read_out:
            total += read_out_parameters(costs, spec.ff.read_layers)
        lines.append(
            tr(
                "FF {total} parameters, {size_text} at a time",
                total=write_number(total, ","),
                size_text=size_text(memory),
            )
        )
    if spec.trains_bp:
        memory = sum(c.bp_memory for c in costs)
        total = sum(c.bp_parameters for c in costs)
        lines.append(
            tr(
                "BP {total} parameters, {size_text}",
                total=write_number(total, ","),
                size_text=size_text(memory),
            )
        )
    adds = sum(c.multiply_adds for c in costs)
    return "\n".join(
        [*lines, tr("{adds} multiply-adds per image and pass", adds=write_number(adds, ","))]
    )
