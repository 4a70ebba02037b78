"""Pictures in colour: turned grey by their brightness, or kept as red, green and blue."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.image_shape import BRIGHTNESS, COLOURS
from ffstudio.core.images.streaming import Images, change_images
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

# Values of the setting ``data.colours``.
TURNED_GREY, KEPT = "grey", "kept"


def brightness_of(part: Array, dtype: npt.DTypeLike) -> Array:
    """Pictures (…, 3) as (…): how bright each pixel looks; rounded where ``dtype`` is whole."""
    grey = part.astype(np.float64) @ BRIGHTNESS
    made: Array = (np.round(grey) if np.dtype(dtype).kind in "ui" else grey).astype(dtype)
    return made


def turn_grey(x: Images) -> Images:
    """Pictures (n, height, width, 3) by their brightness: (n, height, width)."""
    dtype = x.dtype if x.dtype.kind in "ui" else np.dtype(np.float32)
    return change_images(x, lambda part: brightness_of(part, dtype), tuple(x.shape[1:-1]), dtype)


def give_colours(x: Images) -> Images:
    """Grey pictures (n, height, width) as (n, height, width, 3): all three colours alike."""
    shape = (*x.shape[1:], COLOURS)
    return change_images(
        x, lambda part: np.repeat(part[..., None], COLOURS, axis=-1), shape, x.dtype
    )


def say_turned_grey(what: str) -> str:
    """That the colours of some pictures are not seen by the net.

    Args:
        what: Whose; for a reader.
    """
    return tr("The colours of {key} were turned grey by their brightness.", key=what)


def say_how_to_keep() -> str:
    """How it is changed."""
    return tr("Data: Colours (--set data.colours=kept) hands them to the net as they are.")
