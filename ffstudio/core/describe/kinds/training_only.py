"""Layers that do nothing once training is over."""

from __future__ import annotations

from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
    same_shape,
)
from ffstudio.core.describe.kinds.setting_readers import (
    DATA_FORMAT,
    read_number,
    read_share,
)


def _idle(**settings: Setting) -> Kind:
    return Kind(settings, same_shape, pointwise=True, idle=True)


_RATE = Setting(read_share, 0.5)


IDLE: dict[str, Kind] = {
    "Identity": _idle(),
    "Dropout": _idle(rate=_RATE),
    "AlphaDropout": _idle(rate=_RATE),
    "GaussianDropout": _idle(rate=_RATE),
    "GaussianNoise": _idle(stddev=Setting(read_number, 0.1)),
    "ActivityRegularization": _idle(l1=Setting(read_number, 0.0), l2=Setting(read_number, 0.0)),
    "SpatialDropout1D": Kind({"rate": _RATE}, same_shape, idle=True),
    "SpatialDropout2D": Kind({"rate": _RATE, "data_format": DATA_FORMAT}, same_shape, idle=True),
    "SpatialDropout3D": Kind({"rate": _RATE, "data_format": DATA_FORMAT}, same_shape, idle=True),
}
