"""The layer table of a model that ffstudio saved: what its nets hold, all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ffstudio.core.describe.cards import LayerRow, rows_of
from ffstudio.core.experiment.costs import LayerCost, layer_costs, read_out_parameters
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.weights import ConvWeights, DenseWeights, FieldWeights
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.files.ours.archive import Archive


def list_our_layers(archive: Archive) -> tuple[LayerRow, ...]:
    """A row for each layer of the nets that the file holds, with as many parameters as
    :func:`ffstudio.core.experiment.summary.summary` counts for its experiment.
    """
    spec, shape, nets = archive.spec, archive.shape, archive.snapshot
    if spec.network is not None or spec.is_stack:
        # Nets of any layers, which backprop alone trains, are listed as strangers' are.
        rows_of_any = rows_of(nets.bp.network.architecture) if nets.bp is not None else ()
        return tuple(
            replace(row, name=f"backprop {row.name}")
            for row in rows_of_any
            if row.kind != "InputLayer"
        )
    costs = layer_costs(spec, shape.num_inputs, shape.num_classes, None, shape.image_shape)
    rows: list[LayerRow] = []
    if nets.ff is not None:
        for i, (weights, cost) in enumerate(zip(nets.ff.layers, costs, strict=False)):
            rows.append(
                LayerRow(
                    f"Forward-Forward {i + 1}",
                    _keras_kind(weights),
                    cost.output_shape,
                    cost.ff_parameters,
                    spec.layers[i].activation,
                    ", ".join([*_say_extras(cost), *_say_shortcut(archive, i)]),
                )
            )
        if spec.ff.has_read_out:
            count = read_out_parameters(costs, spec.ff.read_layers)
            rows.append(
                LayerRow(
                    "Forward-Forward read-out", "Dense", (shape.num_classes,), count, "softmax", ""
                )
            )
    if nets.bp is not None:
        rows += _list_twin(archive, nets.bp, costs)
    return tuple(rows)


def count_our_parameters(archive: Archive, rows: Sequence[LayerRow]) -> int:
    """Of all nets that the file holds; those of a net inside another are counted once.

    Args:
        rows: From :func:`list_our_layers`.
    """
    net = archive.snapshot.bp
    if net is not None and (archive.spec.network is not None or archive.spec.is_stack):
        return net.network.parameters
    return sum(row.parameters or 0 for row in rows)


def _list_twin(archive: Archive, net: NetworkSnapshot, costs: list[LayerCost]) -> list[LayerRow]:
    rows = []
    for i, (weights, cost) in enumerate(zip(net.layers, costs, strict=False)):
        is_output = i == len(archive.spec.layers)
        said = [*_say_norm(cost), *([] if is_output else _say_shortcut(archive, i))]
        rows.append(
            LayerRow(
                f"backprop {i + 1}",
                _keras_kind(weights),
                cost.output_shape,
                cost.bp_parameters,
                # The twin's own layer is linear where batch normalisation comes before it.
                "softmax" if is_output else archive.spec.layers[i].activation,
                ", ".join(said),
            )
        )
    return rows


def _keras_kind(layer: DenseWeights) -> str:
    if isinstance(layer, FieldWeights):
        return "LocallyConnected2D"
    return "Conv2D" if isinstance(layer, ConvWeights) else "Dense"


def _say_shortcut(archive: Archive, index: int) -> list[str]:
    return [tr("a shortcut ends here")] if archive.spec.layers[index].skip else []


def _say_norm(cost: LayerCost) -> list[str]:
    if not cost.batch_norm:
        return []
    return [tr("norm {count}", count=write_number(cost.batch_norm, ","))]


def _say_extras(cost: LayerCost) -> list[str]:
    """What a Forward-Forward layer holds beside its own weights, with how many numbers."""
    said = _say_norm(cost)
    if cost.projection:
        said.append(tr("class scores {count}", count=write_number(cost.projection, ",")))
    if cost.comparison:
        # Images are compared by it while the layer learns; nothing else looks at it.
        said.append(tr("map {count}", count=write_number(cost.comparison, ",")))
    return said
