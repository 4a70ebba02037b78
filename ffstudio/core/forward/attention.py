"""Forward rules of attention: what a step takes from all the others.

Sources: Keras 3's layers/attention; the scaled products of Vaswani et al. 2017
(arXiv:1706.03762, equation 1) and the additive scores of Bahdanau et al. 2015
(arXiv:1409.0473, section A.1.2).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ffstudio.core.errors import ModelFileError
from ffstudio.core.forward.activation_rules import softmax
from ffstudio.core.forward.rule import Array, Rule, Use
from ffstudio.core.words import tr


def _parts(use: Use) -> tuple[Array, Array, Array]:
    """Query, key and value, each (n, steps, values).

    Raises:
        ModelFileError: Steps are masked.
    """
    if any(mask is not None for mask in use.masks):
        raise ModelFileError(
            tr("The layer {layer} looks at masked steps.", layer=use.layer.name),
            tr("ffstudio computes it with Keras only."),
        )
    query, value = use.fed[0], use.fed[1]
    return query, use.fed[2] if len(use.fed) == 3 else value, value


def _attention(use: Use) -> Array:
    query, key, value = _parts(use)
    weights = use.weights
    scale = weights.pop(0) if use.settings["use_scale"] else 1.0
    if use.settings["score_mode"] == "concat":
        scores = weights[0] * np.tanh(scale * _sums(query, key)).sum(axis=-1)
    else:
        scores = query @ key.transpose(0, 2, 1) * scale
    return softmax(scores) @ value


def _additive(use: Use) -> Array:
    query, key, value = _parts(use)
    (scale,) = use.weights or (1.0,)
    return softmax((scale * np.tanh(_sums(query, key))).sum(axis=-1)) @ value


def _sums(query: Array, key: Array) -> Array:
    """Of every pair: (n, query steps, key steps, values)."""
    return query[:, :, None] + key[:, None]


def _project(x: Array, weights: Sequence[Array]) -> Array:
    """(n, heads, steps, size)."""
    kernel, *bias = weights
    projected = np.tensordot(x, kernel, axes=1)
    return (projected + bias[0] if bias else projected).transpose(0, 2, 1, 3)


def _many_heads(use: Use) -> Array:
    step = 2 if use.settings["use_bias"] else 1
    weights = use.weights
    query, key, value = (
        _project(x, weights[i * step : (i + 1) * step]) for i, x in enumerate(_parts(use))
    )
    scores = softmax(query @ key.transpose(0, 1, 3, 2) / math.sqrt(use.settings["key_dim"]))
    kernel, *bias = weights[3 * step :]
    heads = (scores @ value).transpose(0, 2, 1, 3)
    output = np.tensordot(heads, kernel, axes=2)
    return output + bias[0] if bias else output


RULES: dict[str, Rule] = {
    "Attention": _attention,
    "AdditiveAttention": _additive,
    "MultiHeadAttention": _many_heads,
}
