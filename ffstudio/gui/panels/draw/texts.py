"""What the canvas says while it is empty, and its longer tips."""

from __future__ import annotations

from ffstudio.core.words import say_all

EMPTY = say_all(
    {
        "classifier": "Draw something: every label's scores appear here.",
        "autoencoder": "Draw something: what the autoencoder gives back appears here.",
        "network": "Draw something: what the net puts out appears here.",
    }
)
RELATIVE_TIP = (
    "Count each layer's goodness from its lowest label, so that differences show:\n"
    "all labels have much the same goodness. The order does not change."
)
ONLY_RELATIVE_TIP = (
    "Some of this net's scores are negative: bars begin at each layer's lowest label."
)
