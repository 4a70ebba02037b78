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
    read_whole,
)
from ffstudio.core.describe.kinds.weighted import REGULAR


def _dense_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    return with_bias(s, [Weight("kernel", (require_known(given[-1]), s["units"]))], s["units"])


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
}
