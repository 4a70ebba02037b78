"""Layers that weigh what they look at."""

from __future__ import annotations

from collections.abc import Sequence

from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
    SettingValues,
    Shape,
    Weight,
    require_known,
)
from ffstudio.core.describe.kinds.setting_readers import (
    NO,
    YES,
    one_of,
    optional,
    read_share,
    read_whole,
    sizes,
)


def _attention_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    """Attention and AdditiveAttention: query, value and perhaps key."""
    query, value = fed[0], fed[1]
    key = fed[2] if len(fed) == 3 else value
    if len(fed) not in (2, 3) or any(len(x) != 2 for x in fed):
        raise ValueError("no query and value")
    if query[1] != key[1] or key[0] != value[0]:
        raise ValueError("query, key and value do not fit each other")
    return (query[0], value[1])


def _heads_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    """MultiHeadAttention: query, value and perhaps key."""
    if len(fed) not in (2, 3) or any(len(x) != 2 for x in fed) or fed[-1][0] != fed[1][0]:
        raise ValueError("no query and value")
    return (fed[0][0], _head_output(s, fed))


def _head_output(s: SettingValues, fed: Sequence[Shape]) -> int:
    return require_known(fed[0][1]) if s["output_shape"] is None else int(s["output_shape"][0])


def _attention_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    weights = [Weight("scale", ())] if s["use_scale"] else []
    return [*weights, Weight("concat_score_weight", ())] if s["score_mode"] == "concat" else weights


def _head_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    heads, size = s["num_heads"], s["key_dim"]
    wide = s["value_dim"] or size
    key = fed[-1] if len(fed) == 3 else fed[1]
    weights = []
    for role, given, n in (("query", fed[0], size), ("key", key, size), ("value", fed[1], wide)):
        weights.append(Weight(f"{role}_kernel", (require_known(given[-1]), heads, n)))
        weights += [Weight(f"{role}_bias", (heads, n))] if s["use_bias"] else []
    made = _head_output(s, fed)
    weights.append(Weight("output_kernel", (heads, wide, made)))
    return [*weights, Weight("output_bias", (made,))] if s["use_bias"] else weights


ATTENTION: dict[str, Kind] = {
    "Attention": Kind(
        {
            "use_scale": NO,
            "score_mode": Setting(one_of("dot", "concat"), "dot"),
            "dropout": Setting(read_share, 0.0),
        },
        _attention_shape,
        _attention_weights,
    ),
    "AdditiveAttention": Kind(
        {"use_scale": YES, "dropout": Setting(read_share, 0.0)},
        _attention_shape,
        lambda s, x: [Weight("scale", (require_known(x[1][-1]),))] if s["use_scale"] else [],
    ),
    "MultiHeadAttention": Kind(
        {
            "num_heads": Setting(read_whole),
            "key_dim": Setting(read_whole),
            "value_dim": Setting(optional(read_whole)),
            "dropout": Setting(read_share, 0.0),
            "use_bias": YES,
            "output_shape": Setting(optional(sizes(1))),
        },
        _heads_shape,
        _head_weights,
    ),
}
