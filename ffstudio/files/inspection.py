"""Looking at model files without running them: a card for every file.

The card's class is in :mod:`ffstudio.files.cards`, the reading in
:mod:`ffstudio.files.foreign`.
"""

from ffstudio.core.cards import Card, LayerRow
from ffstudio.files.foreign import Candidate, Foreign, examine, inspect

__all__ = ["Candidate", "Card", "Foreign", "LayerRow", "examine", "inspect"]
