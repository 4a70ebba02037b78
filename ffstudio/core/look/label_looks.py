"""One image under every label: how each layer answers, and how good each label looks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.unit_activity import unit_activities
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.core.words import tr

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class LabelLooks:
    """One image that carries each label in turn.

    Attributes:
        x: (pixels,).
        activities: Per layer (labels, units); of a convolution channels, the mean over places.
        goodness: (layers, labels).
        weights: How much each layer counts in the sum; 0 where it does not.
        thresholds: θ per layer.
    """

    x: Floats
    activities: tuple[Floats, ...]
    goodness: npt.NDArray[np.float64]
    weights: tuple[float, ...]
    thresholds: tuple[float, ...]

    @property
    def num_labels(self) -> int:
        return int(self.goodness.shape[1])

    @property
    def summed(self) -> npt.NDArray[np.float64]:
        """Goodness of every label summed over the layers that vote (labels,)."""
        return np.asarray(count_votes(self.goodness[None], self.weights)[0])

    @property
    def answer(self) -> int:
        """The label with the most of it."""
        return int(np.argmax(np.nan_to_num(self.summed, nan=-np.inf)))

    def differ(self, layer: int, label: int, true: int) -> Floats:
        """By how much a layer's activity under a label differs from that under the true one."""
        return np.asarray(self.activities[layer][label] - self.activities[layer][true])


def why_no_label_looks(net: FFSnapshot) -> str:
    """Why an image looks the same under every label, one sentence; empty where it does not."""
    if net.depends_on_label:
        return ""
    return tr(
        "No label enters this net together with the image, so its activity is the same whatever "
        "the label."
    )


def look_at_labels(net: FFSnapshot, x: Floats) -> LabelLooks:
    """Embeds every label in one image (pixels,).

    Raises:
        ModelFileError: Labels do not enter the net; says so.
    """
    why = why_no_label_looks(net)
    if why:
        raise ModelFileError(why)
    labels = np.arange(net.num_classes)
    images = np.repeat(np.asarray(x, np.float32)[None], net.num_classes, axis=0)
    with np.errstate(all="ignore"):
        goodness = np.asarray(net.layer_goodness(images, labels), np.float64)
    activities = tuple(unit_activities(net, images, labels))
    thresholds = tuple(layer.threshold for layer in net.layers)
    return LabelLooks(images[0], activities, goodness, net.vote_weights, thresholds)
