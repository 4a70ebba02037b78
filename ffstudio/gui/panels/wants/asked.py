"""What is asked of a layer, in words, and the work that answers it in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.look.ascent import Ascent, AscentRule, ascend, start_images
from ffstudio.core.look.attribution import Attribution, AttributionRule, attribute
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.image_gradients import BEST, LABEL, LAYER, MEAN, ImageGradient, Wish
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import ConvWeights
from ffstudio.core.words import tr
from ffstudio.gui.forms.sample_choice import ChosenImage


@dataclass(frozen=True)
class Asked:
    """What was asked for.

    Attributes:
        numbers: Labels or units (0-based), one per image.
    """

    snapshot: ModelSnapshot
    net: FFSnapshot
    wish: Wish
    numbers: tuple[int, ...]
    image: ChosenImage | None = None


def name_wanted(asked: Asked, number: int) -> str:
    """Of a label or a unit, for a reader."""
    if asked.wish.kind == LABEL:
        return tr("label {name}", name=asked.snapshot.class_names[number])
    return tr("whole layer") if asked.wish.kind == LAYER else tr("unit {number}", number=number + 1)


def title_wish(wish: Wish) -> str:
    """What is wished for, for a reader."""
    layer = wish.layer + 1
    if wish.kind == LAYER:
        return tr("Layer {layer}: its goodness", layer=layer)
    if wish.kind != LABEL:
        return tr("Layer {layer}: what a unit answers", layer=layer)
    if wish.against == BEST:
        return tr("Layer {layer}: goodness less that of the best other label", layer=layer)
    if wish.against == MEAN:
        return tr("Layer {layer}: goodness less the mean of the other labels'", layer=layer)
    return tr("Layer {layer}: goodness of a label", layer=layer)


def name_quantity(asked: Asked) -> str:
    """What is counted: on axes and scales."""
    wish = asked.wish
    if wish.kind == LABEL and wish.against in (BEST, MEAN):
        return tr("goodness gap")
    if wish.kind in (LABEL, LAYER):
        return tr("goodness")
    is_channel = isinstance(asked.net.layers[wish.layer], ConvWeights)
    return tr("mean activity") if is_channel else tr("summed input z")


def make_images(
    asked: Asked,
    rule: AscentRule,
    errand: Errand,
    tell: Callable[[Errand, Asked, Ascent], object],
) -> tuple[Asked, Ascent] | None:
    """Raises the images; None when nobody wants them any more.

    Args:
        tell: Told of what there is by then, from the thread of the work.
    """
    net = asked.net
    numbers = np.array(asked.numbers)
    image = None if asked.image is None else asked.image.x
    start = start_images(rule, len(numbers), net.num_inputs, net.label_pixels, image)
    try:
        gradient = ImageGradient(net, asked.wish)
        made = ascend(
            gradient, numbers, start, rule, errand, lambda part: tell(errand, asked, part)
        )
        return asked, made
    except CalledOff:
        return None


def share_out(asked: Asked, rule: AttributionRule) -> tuple[Asked, Attribution]:
    """Shares the number out among the pixels of the image."""
    assert asked.image is not None  # noqa: S101 - asked with an image only
    gradient = ImageGradient(asked.net, asked.wish)
    return asked, attribute(gradient, asked.image.x, asked.numbers[0], rule)
