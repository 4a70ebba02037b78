"""Both nets at one moment: everything a panel needs to look inside them.

The training thread hands out snapshots; canvas, histograms, matrices and filter sheets
compute from them with NumPy alone, so looking never touches the trainer and a shipped model
answers before TensorFlow is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.image_shape import ImageShape, count_numbers
from ffstudio.core.images.appearance import Appearance
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.network_snapshot import NetworkSnapshot

# Any net that can be looked at.
Net = FFSnapshot | NetworkSnapshot


@dataclass(frozen=True)
class ModelSnapshot:
    """Both nets at one moment, and what their inputs and outputs mean.

    Attributes:
        ff: The Forward-Forward net, or None.
        bp: The backprop twin, or another net that backprop trains, or None.
        image_shape: (height, width) of an input image, in colour (height, width, 3).
        class_names: One per label.
        version: Grows with every snapshot of a run; equal versions are equal weights.
        epoch: Epochs finished, fractional inside an epoch.
        title: For a reader, for example ``MNIST 784-500-500``.
        appearance: What the pictures looked like that they have learnt from; None where that is
            not known.
    """

    ff: FFSnapshot | None
    bp: NetworkSnapshot | None
    image_shape: ImageShape
    class_names: tuple[str, ...]
    version: int = 0
    epoch: float = 0.0
    title: str = ""
    appearance: Appearance | None = None

    @property
    def num_classes(self) -> int:
        return len(self.class_names)

    @property
    def num_inputs(self) -> int:
        return count_numbers(self.image_shape)

    @property
    def why_no_pictures(self) -> str:
        """Why no picture can be handed to the nets, one sentence; empty as a rule."""
        return "" if self.bp is None else self.bp.why_no_pictures

    @property
    def role(self) -> str:
        """What the nets are for: ``classifier``, or what a stranger's net is instead."""
        return "classifier" if self.bp is None else self.bp.role
