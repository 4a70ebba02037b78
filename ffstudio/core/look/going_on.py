"""Whether nets can go on learning by an experiment: only where it would make nets like them."""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import Any

from ffstudio.core.experiment.differences import list_differences
from ffstudio.core.experiment.sizes import net_settings
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.named_weights import network_of
from ffstudio.core.words import tr

_PLACES = attrgetter("kernel_size", "pooling", "stride", "padding", "groups")


def makes_like_nets(spec: ExperimentSpec, made: ExperimentSpec, shape: DataShape) -> bool:
    """True when an experiment describes nets as another one has made.

    Args:
        made: What made the nets; rates, thresholds, images and the like may differ.
        shape: The images they were made for.

    Raises:
        ModelFileError: The layers of either do not fit each other.
    """
    return _essence(spec, shape) == _essence(made, shape)


def say_other_nets() -> tuple[str, str]:
    """Why they cannot, and what to do."""
    return (
        tr("The layers in the builder are not those of this net."),
        tr("Undo the changes to go on with it, or press Train to start a new net."),
    )


def list_unheard(spec: ExperimentSpec, made: ExperimentSpec) -> list[str]:
    """What an experiment asks for that nets which go on by it do not take over.

    Args:
        made: What made the nets, which are like those of ``spec``.

    Returns:
        The settings by their names in the builder; none of those that do apply: rates,
        thresholds, votes, epochs, the batch size and other images.
    """
    heard = spec.replace(data=made.data, batch_size=made.batch_size, network=made.network)
    return list_differences(made, heard)


def _essence(spec: ExperimentSpec, shape: DataShape) -> Any:
    if spec.is_network:
        return dataclasses.replace(network_of(spec, shape).architecture, name="net")
    layers = [
        (
            x.kind,
            x.units,
            x.activation,
            x.batch_norm,
            x.block,
            x.block,
            _PLACES(x) if x.sees_places else (),
        )
        for x in spec.layers
    ]
    ff = spec.ff
    label = ff.label_embedding, ff.label_repeats
    read_out = ff.has_read_out and net_settings(ff, 1, 1, (1, 1)).layers_read(len(spec.layers))
    return layers, ff.supervision, read_out, ff.goodness, label, ff.maps_to_compare
