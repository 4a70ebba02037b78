"""A net that an experiment takes as it is, for example out of a stranger's file.

Unlike the layers of the builder it may have any wiring; only backprop trains it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ffstudio.core.describe.architecture import Architecture, Flow, flow
from ffstudio.core.describe.preprocessing import Preprocessing, Shape, sizes_for
from ffstudio.core.describe.roles import is_fed_by_codes
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr

_READ_WHOLE_NUMBERS = {"Embedding", "CategoryEncoding"}
# What reads its input step by step.
_STEPWISE = {"SimpleRNN", "LSTM", "GRU", "Bidirectional", "Conv1D", "TimeDistributed"}

ROLES = (
    "classifier",
    "autoencoder",
    "encoder",
    "decoder",
    "generator",
    "discriminator",
    "regression",
    "network",
)
# What they are given is a code or noise, also where there are as many numbers as in a picture.
_FED_BY_CODES = ("decoder", "generator")


@dataclass(frozen=True)
class Network:
    """An architecture and what its inputs and outputs mean.

    Attributes:
        preprocessing: How it wants its images; None for images as the data set has them.
        role: One of ``ROLES``.
        source: Name of the file it came from.
    """

    architecture: Architecture
    preprocessing: Preprocessing | None = None
    role: str = "classifier"
    source: str = ""

    @cached_property
    def flow(self) -> Flow:
        """Sizes throughout the net.

        Raises:
            ModelFileError: The layers do not fit each other.
        """
        return flow(self.architecture)

    @property
    def num_outputs(self) -> int | None:
        """Numbers that come out of it per image; None where that is open."""
        total = 1
        for n in self.flow.shapes[self.architecture.outputs[0]]:
            if n is None:
                return None
            total *= n
        return total

    def why_no_pictures(self, pixels: int | None = None) -> str:
        """Why no picture can be handed to it, one sentence; empty for a net that takes pictures.

        Args:
            pixels: Of the pictures there are; a net for so many numbers takes them, however few.
        """
        return why_no_pictures(self.architecture, self.role, pixels)

    @property
    def parameters(self) -> int:
        """Numbers it has learnt or keeps."""
        return sum(self.flow.parameters(layer.name) for layer in self.architecture.layers)

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        way = self.preprocessing
        return {
            "architecture": self.architecture.to_dict(),
            "preprocessing": None if way is None else way.to_dict(),
            "role": self.role,
            "source": self.source,
        }

    @classmethod
    def from_dict(cls, saved: Any) -> Network:
        """The inverse of :meth:`to_dict`; everything is checked again.

        Raises:
            ModelFileError: It is no net of ours, or its layers do not fit each other.
        """
        if not isinstance(saved, dict) or saved.get("role") not in ROLES:
            raise ModelFileError(
                tr("The description of the net is damaged."), tr("Get a fresh copy.")
            )
        way = saved.get("preprocessing")
        network = cls(
            Architecture.from_dict(saved.get("architecture")),
            None if way is None else Preprocessing.from_dict(way),
            str(saved["role"]),
            str(saved.get("source") or ""),
        )
        _ = network.flow
        return network


def why_no_pictures(
    architecture: Architecture, role: str = "network", pixels: int | None = None
) -> str:
    """Why nobody can hand one picture to a net, a sentence that says what it takes; else empty.

    Args:
        pixels: Of the pictures there are; a net for so many numbers takes them, however few.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    if len(architecture.inputs) != 1:
        return tr(
            "This {role} takes {count} inputs at once, not one picture.",
            role=role,
            count=len(architecture.inputs),
        )
    (given,) = architecture.inputs
    shape = flow(architecture).shapes[given]
    size = "×".join("?" if n is None else str(n) for n in shape)
    readers = {
        layer.kind for layer in architecture.layers if any(given in fed for fed in layer.calls)
    }
    if readers & _READ_WHOLE_NUMBERS:
        return tr(
            "This {role} takes {size} whole numbers, such as words of a text, not a picture.",
            role=role,
            size=size,
        )
    if len(shape) == 2 and readers & _STEPWISE and not _is_square(shape):
        return tr(
            "This {role} takes sequences of {size} numbers, not a picture.", role=role, size=size
        )
    if is_fed_by_codes(architecture):
        return tr("This {role} takes {size} numbers, not a picture.", role=role, size=size)
    if None not in shape and math.prod(n or 0 for n in shape) == pixels:
        return ""
    if not sizes_for(shape) or (role in _FED_BY_CODES and len(shape) == 1):
        return tr("This {role} takes {size} numbers, not a picture.", role=role, size=size)
    return ""


def _is_square(shape: Shape) -> bool:
    """True for rows of a picture, also where their number is open, and for a column of pixels."""
    closed = [28 if n is None else n for n in shape]
    return closed[0] == closed[1] or 1 in closed
