"""Every layer that a model from outside may have: settings, output shape, weights, by family.

A new one is an entry in the table of its family, and needs a rule in
:mod:`ffstudio.core.forward`.
"""

from ffstudio.core.describe.kinds.activation_layers import ACTIVATION_NAMES
from ffstudio.core.describe.kinds.kind import Kind, Shape, Weight, place
from ffstudio.core.describe.kinds.table import KNOWN_LAYERS, check_settings

__all__ = ["ACTIVATION_NAMES", "KNOWN_LAYERS", "Kind", "Shape", "Weight", "check_settings", "place"]
