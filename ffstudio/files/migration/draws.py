"""The layer of a variational autoencoder that draws a code at random (Kingma & Welling 2014).

People write it themselves, as a class such as Keras' examples' ``Sampling`` or as a Lambda; it
has no weights. Its code is not run: what it is fed with tells that it draws around a mean, and the
mean is what it gives where nothing is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ffstudio.core.describe.architecture import Layer, Port
from ffstudio.core.describe.kinds import KNOWN_LAYERS
from ffstudio.core.errors import ModelFileError
from ffstudio.files.migration.eras import Notes
from ffstudio.files.migration.ports import read_call

_DRAWS = re.compile(r"(?<!up)(?<!down)sampl|reparam", re.IGNORECASE)
# What people call the two layers before it.
_MEAN = re.compile(r"mean|(?<![a-z])(mu|avg|loc)(?![a-z])", re.IGNORECASE)
_SPREAD = re.compile(r"var|sigma|std|dev|scale|(?<![a-z])logv", re.IGNORECASE)


def find_mean(entry: Mapping[str, Any]) -> Port | None:
    """The mean around which a layer draws a code; None for any other layer."""
    given = str(entry.get("class_name"))
    kind = given.rpartition(">")[2]
    nodes = entry.get("inbound_nodes")
    if kind in KNOWN_LAYERS or not isinstance(nodes, list) or len(nodes) != 1:
        return None
    if kind != "Lambda" and not _DRAWS.search(kind):
        return None
    try:
        fed = read_call(nodes[0], Layer("z", kind, {}, ()), Notes())
    except ModelFileError:
        return None
    if len(fed) != 2:
        return None
    means = [port for port in fed if _MEAN.search(port.layer)]
    spreads = [port for port in fed if _SPREAD.search(port.layer)]
    if len(means) == 1 and len(spreads) == 1 and means != spreads:
        return means[0]
    # A class says by its name what it does; by habit the mean comes first. A Lambda says nothing.
    return fed[0] if kind != "Lambda" and not means and not spreads else None
