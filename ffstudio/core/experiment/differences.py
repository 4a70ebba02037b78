"""Where two experiments would make other nets."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.fields import Field, fields_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.words import tr

# What an experiment is called says nothing of its nets; more epochs are the same nets later.
_ASIDE = ("name", "description", "epochs")


def list_differences(one: ExperimentSpec, other: ExperimentSpec) -> list[str]:
    """The settings in which two experiments differ, by their names in the builder.

    Those that may be changed while nets learn are left out, for changing them makes no others,
    and so are those of a net that neither of them trains.
    """
    named = [f.label for f in _RUN if getattr(one, f.name) != getattr(other, f.name)]
    named += _compare("", DataSpec, one.data, other.data)
    if one.network is not None or other.network is not None:
        same = one.network == other.network
        return named if same else [*named, tr("the net itself")]
    if one.weights != other.weights:
        named.append(tr("First weights"))
    if [layer.kind for layer in one.layers] != [layer.kind for layer in other.layers]:
        named.append(tr("Layers"))
    else:
        for i, (mine, theirs) in enumerate(zip(one.layers, other.layers, strict=True)):
            named += _compare(tr("Layer {i}: ", i=i + 1), LayerSpec, mine, theirs)
    if one.trains_ff or other.trains_ff:
        named += _compare("", ForwardForwardSpec, one.ff, other.ff)
    if one.trains_bp or other.trains_bp:
        named += _compare(tr("Backprop: "), BackpropSpec, one.bp, other.bp)
    return named


_RUN = [f for f in fields_of(ExperimentSpec).values() if f.name not in _ASIDE]


@cache
def _fields(kind: type) -> dict[str, Field]:
    return fields_of(kind)


def _compare(prefix: str, kind: type, one: Any, other: Any) -> list[str]:
    fields = _fields(kind)
    return [
        f"{prefix}{fields[f.name].label}"
        for f in dataclasses.fields(kind)
        if f.name in fields
        and not fields[f.name].live
        and getattr(one, f.name) != getattr(other, f.name)
    ]


_GROUPS: dict[str, type] = {"data": DataSpec, "ff": ForwardForwardSpec, "bp": BackpropSpec}


def say_setting(path: str) -> str:
    """A setting by its name in the builder: ``Layer 1: Threshold`` for ``layers.0.threshold``.

    Of what the builder does not name, the path itself.
    """
    group, _, name = path.partition(".")
    if not name:
        labels = _fields(ExperimentSpec)
        return labels[group].label if group in labels else path
    if group == "layers":
        number, _, name = name.partition(".")
        labels = _fields(LayerSpec)
        if number.isdigit() and name in labels:
            layer = int(number) + 1
            return tr("Layer {i}: {label}", i=layer, label=labels[name].label)
        return path
    labels = _fields(_GROUPS[group]) if group in _GROUPS else {}
    if name not in labels:
        return path
    label = labels[name].label
    return tr("Backprop: {label}", label=label) if group == "bp" else label
