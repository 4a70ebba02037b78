"""What a page's figure is painted from."""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.look.explained import Explained
from ffstudio.core.words import tr
from ffstudio.gui.panels.explain.pages import NAMES


@dataclass
class ViewState:
    """The page, the image, and the label that is moved by hand.

    Attributes:
        page: A name of :data:`~ffstudio.gui.panels.explain.pages.NAMES`.
        label: The label that is embedded on the page about labels.
    """

    explained: Explained | None = None
    page: str = NAMES[0]
    label: int = 0

    def name(self, label: int) -> str:
        """Of a label, for a reader."""
        names = self.names
        return names[label] if label < len(names) else str(label)

    @property
    def names(self) -> tuple[str, ...]:
        """Of the labels."""
        return self.explained.snapshot.class_names if self.explained is not None else ()


def layer_name(index: int) -> str:
    """Of a layer (0-based), for a reader."""
    return tr("Layer {number}", number=index + 1)
