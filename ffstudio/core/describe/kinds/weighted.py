"""What layers with a kernel have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ffstudio.core.describe.kinds.activation_layers import ACTIVE
from ffstudio.core.describe.kinds.kind import (
    Setting,
)
from ffstudio.core.describe.kinds.setting_readers import (
    YES,
    optional,
    read_number,
)


def read_penalty(value: Any) -> Any:
    """An L1 and L2 penalty on weights."""
    if not isinstance(value, Mapping):
        raise ValueError("no penalty")
    penalty = {k: max(0.0, read_number(value.get(k) or 0.0)) for k in ("l1", "l2")}
    return penalty if any(penalty.values()) else None


_PENALTIES = {
    "kernel_regularizer": Setting(optional(read_penalty)),
    "bias_regularizer": Setting(optional(read_penalty)),
}
REGULAR = {"activation": ACTIVE, "use_bias": YES, **_PENALTIES}
