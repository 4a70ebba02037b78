"""The trained nets that come with the program, and which of them a file is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.assets import AssetError, resource
from ffstudio.core.words import speaks

FIRST = "mnist"


@speaks("label", "title", "about")
@dataclass(frozen=True)
class ShippedNet:
    """Trained nets that can always be had again.

    Attributes:
        label: In the menu.
        title: What they are called where their name stands.
        about: What they are.
    """

    label: str
    title: str
    about: str


SHIPPED_NETS = {
    "mnist": ShippedNet(
        "Dense Net",
        "Shipped dense net",
        "784-500-500, trained on MNIST by the preset ff-500: Forward-Forward and its backprop "
        "twin.",
    ),
    "mnist-conv": ShippedNet(
        "Convolutional Net",
        "Shipped convolutional net",
        "Five convolutions, trained on MNIST by the preset predsim-conv: Forward-Forward alone.",
    ),
}


def find_shipped_net(name: str = FIRST) -> Path:
    """The file of trained nets that come with the program.

    Args:
        name: One of :data:`SHIPPED_NETS`.

    Raises:
        AssetError: It is missing.
    """
    return resource("models", f"{name}.h5")


def name_of_shipped_net(path: Path | None) -> str:
    """Which of :data:`SHIPPED_NETS` a file is; empty for any other file."""
    for name in SHIPPED_NETS if path is not None else ():
        try:
            if path == find_shipped_net(name):
                return name
        except AssetError:
            continue
    return ""
