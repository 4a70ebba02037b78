"""What a sweep can vary: the settings by name, what they are called, and values worth trying."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.by_name import change_setting, setting_of
from ffstudio.core.experiment.layers import LayerSpec, layer_settings
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.fields import Field, fields_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr

_HOLDERS: dict[str, type] = {"data": DataSpec, "ff": ForwardForwardSpec, "bp": BackpropSpec}
# Of no use to a search, or searched in another way.
_NOT_VARIED = (
    "name",
    "description",
    "seed",
    "data.name",
    "data.path",
    "data.range",
    "data.colours",
    "algorithms",
)
# More choices than these are rather picked by hand.
_MOST_CHOICES = 6
# Weights of penalties, of which little does much.
_PENALTIES = ("l1", "l2", "weight_decay")
# A setting that counts in small whole numbers is tried one by one.
_SMALL = 4


def field_named(name: str) -> Field:
    """The declaration of a setting, by its name in experiment files: ``layers.0.threshold``.

    Raises:
        KeyError: There is none.
    """
    part, _, last = name.partition(".")
    if part == "layers":
        return fields_of(LayerSpec)[last.partition(".")[2]]
    if last:
        return fields_of(_HOLDERS[part])[last]
    return fields_of(ExperimentSpec)[part]


def label_named(name: str) -> str:
    """What a setting is called by itself, in words."""
    part, _, last = name.partition(".")
    label = field_named(name).label
    if part == "layers":
        number = int(last.partition(".")[0]) + 1
        return tr("Layer {number}: {label}", number=number, label=label)
    if part == "data":
        return tr("Data: {label}", label=label)
    if part == "bp":
        return tr("Backprop: {label}", label=label)
    return label


def list_varied(spec: ExperimentSpec) -> list[str]:
    """The settings that can be varied, by name, in the order of the builder."""
    names = [f"data.{key}" for key in fields_of(DataSpec)]
    for i, layer in enumerate(spec.layers if spec.network is None else ()):
        known = layer_settings(layer.kind, spec.trains_ff)
        names += [f"layers.{i}.{key}" for key in fields_of(LayerSpec) if key in known]
    if spec.trains_ff:
        names += [f"ff.{key}" for key in fields_of(ForwardForwardSpec)]
    if spec.trains_bp:
        names += [f"bp.{key}" for key in fields_of(BackpropSpec)]
    names += list(fields_of(ExperimentSpec))
    return [name for name in names if can_vary(spec, name)]


def can_vary(spec: ExperimentSpec, name: str) -> bool:
    """Whether a sweep can try several values of a setting."""
    if name in _NOT_VARIED:
        return False
    try:
        setting_of(_to_config(spec), name)
        return field_named(name).kind != "text"
    except (KeyError, SpecError):
        return False


def suggest_values(spec: ExperimentSpec, name: str) -> str:
    """Values worth trying around the one there is, as they are typed: ``1,2,4``.

    Only such are suggested as the rest of the experiment can be trained with.
    """
    field, config = field_named(name), _to_config(spec)
    value = setting_of(config, name)
    tried: Iterable[Any]
    if field.kind == "bool":
        tried = (value, not value)
    elif field.kind == "choice":
        tried = (value, *(c.value for c in field.choices if c.value != value))
    else:
        tried = _list_around(field, value)
    usable = [v for v in tried if _is_usable(config, name, v)][:_MOST_CHOICES]
    texts = [_to_text(v) for v in usable or [value]]
    return ",".join(dict.fromkeys(texts))


def _to_config(spec: ExperimentSpec) -> dict[str, Any]:
    """Its dictionary, in which layers can be counted."""
    config = reading.to_dict(spec)
    return {**config, "layers": [dict(layer) for layer in config["layers"]]}


def _is_usable(config: dict[str, Any], name: str, value: Any) -> bool:
    changed = {**config, "layers": [dict(layer) for layer in config["layers"]]}
    part = name.partition(".")[0]
    if isinstance(changed.get(part), dict):
        changed[part] = dict(changed[part])
    try:
        change_setting(changed, name, value)
        reading.from_dict(changed)
    except SpecError:
        return False
    return True


def _to_text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return number_text(value, digits=3, grouped=False, local=False)


def _list_around(field: Field, value: Any) -> Iterable[Any]:
    if field.kind == "int":
        near = range(value, value + 3) if value < _SMALL else (value // 2, value, 2 * value)
        return list(near)
    if not value and field.name in _PENALTIES:
        return (0.0, 1e-4, 1e-3)
    if not value:
        return (0.0, 0.1, 0.2) if field.maximum is not None and field.maximum <= 1 else (0, 1, 2)
    # A learning rate's order of magnitude is what is looked for.
    if "rate" in field.name:
        return (0.3 * value, value, 3 * value)
    return (value / 2, value, 2 * value)
