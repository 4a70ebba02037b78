"""The one table of layers that a model from outside may have: the allow-list.

Names and meanings are Keras 3's (https://keras.io/api/layers/).
"""

from __future__ import annotations

from typing import Any

from ffstudio.core.describe.kinds.activation_layers import ACTIVATION_LAYERS
from ffstudio.core.describe.kinds.attention import ATTENTION
from ffstudio.core.describe.kinds.convolutions import CONVOLUTIONS
from ffstudio.core.describe.kinds.dense import DENSE
from ffstudio.core.describe.kinds.kind import Kind
from ffstudio.core.describe.kinds.merging import MERGING
from ffstudio.core.describe.kinds.norms import NORMALISATION
from ffstudio.core.describe.kinds.pooling import IMAGES
from ffstudio.core.describe.kinds.recurrent import RECURRENT
from ffstudio.core.describe.kinds.reshaping import RESHAPING
from ffstudio.core.describe.kinds.setting_readers import read_settings
from ffstudio.core.describe.kinds.training_only import IDLE
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr

KNOWN_LAYERS: dict[str, Kind] = {
    **RESHAPING,
    **DENSE,
    **IDLE,
    **NORMALISATION,
    **ACTIVATION_LAYERS,
    **MERGING,
    **RECURRENT,
    **ATTENTION,
    **CONVOLUTIONS,
    **IMAGES,
}


def check_settings(kind: str, given: Any, name: str = "") -> dict[str, Any]:
    """The settings of a layer, each read by the table; what is not given has its default.

    Raises:
        ModelFileError: The kind is unknown or a value is impossible.
    """
    known = KNOWN_LAYERS.get(kind)
    if known is None:
        raise ModelFileError(
            tr("There is no layer {kind}.", kind=kind[:80]), tr("The file is refused.")
        )
    return read_settings(known, kind, given, name)
