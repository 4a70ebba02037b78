"""Layers that see all of what is below them, and embeddings."""

from __future__ import annotations

from collections.abc import Sequence

from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
    SettingValues,
    Shape,
    Weight,
    require_known,
    with_bias,
)
from ffstudio.core.describe.kinds.setting_readers import (
    NO,
    one_of,
    read_whole,
)
from ffstudio.core.describe.kinds.weighted import REGULAR


def _dense_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    return with_bias(s, [Weight("kernel", (require_known(given[-1]), s["units"]))], s["units"])


def _encoding_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    """Whole numbers become as many places as there are of them; one by itself has no axis left."""
    (given,) = fed
    if s["output_mode"] == "one_hot" and given and given[-1] != 1:
        return (*given, s["num_tokens"])
    return (*given[:-1], s["num_tokens"])


DENSE: dict[str, Kind] = {
    "Dense": Kind(
        {"units": Setting(read_whole), **REGULAR},
        lambda s, x: (*x[0][:-1], s["units"]),
        _dense_weights,
    ),
    "Embedding": Kind(
        {"input_dim": Setting(read_whole), "output_dim": Setting(read_whole), "mask_zero": NO},
        lambda s, x: (*x[0], s["output_dim"]),
        lambda s, x: [Weight("embeddings", (s["input_dim"], s["output_dim"]))],
    ),
    "CategoryEncoding": Kind(
        {
            "num_tokens": Setting(read_whole),
            "output_mode": Setting(one_of("multi_hot", "one_hot", "count"), "multi_hot"),
        },
        _encoding_shape,
    ),
}
