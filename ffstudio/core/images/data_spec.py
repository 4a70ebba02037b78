"""The settings of an experiment's data."""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.fields import Choice, TableChoices, setting
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.images.understanding.colours import KEPT, TURNED_GREY
from ffstudio.core.images.understanding.value_range import AUTOMATIC, CHOICES

FLIPS = (
    Choice("none", "None", "Images stay as they are."),
    Choice("horizontal", "Left and right", "Every second image, by chance, has its sides swapped."),
    Choice("vertical", "Top and bottom", "Every second image, by chance, stands on its head."),
    Choice("both", "Both ways", "Either, each by a chance of its own."),
)
BORDERS = (
    Choice("zero", "Zeros", "Nothing comes in: the pixels are 0."),
    Choice("edge", "Edge", "The outermost pixels are repeated."),
    Choice("mirror", "Mirrored", "The image goes on mirrored at its outermost pixels."),
)


COLOURS = (
    Choice(TURNED_GREY, "Turned grey", "Each pixel is as bright as its colour looks."),
    Choice(KEPT, "Kept", "Red, green and blue of each pixel are handed to the net."),
)


@dataclass(frozen=True)
class DataSpec:
    """Which data, how much of it, and how it is split."""

    name: str = setting(
        "mnist",
        "choice",
        "Data set",
        "The images to learn from.",
        choices=TableChoices(DATASETS),
    )
    path: str = setting("", "text", "File", "The file or folder of your own data set.")
    subset: float = setting(
        1.0,
        "float",
        "Use",
        "Share of the training images that is used.",
        minimum=0.0,
        maximum=1.0,
        above=True,
        unit="share",
    )
    validation: float = setting(
        0.0,
        "float",
        "Validation",
        "Share of the training images held back to judge the net while it learns. "
        "With 0 the test set is used for that.",
        minimum=0.0,
        maximum=0.9,
        unit="share",
    )
    flip: str = setting(
        "none",
        "choice",
        "Flip",
        "Training images are mirrored by chance, anew in every epoch. For things that look the same "
        "from either side: a mirrored digit or letter is another one, or none.",
        choices=FLIPS,
    )
    shift: int = setting(
        0,
        "int",
        "Shift",
        "Each training image is moved by up to this much, both ways, anew in every epoch "
        "(Hinton 2022, 3.3: 2 px): a random crop of the image with a border of this width.",
        minimum=0,
        maximum=14,
        unit="px",
    )
    rotation: float = setting(
        0.0,
        "float",
        "Rotation",
        "Each training image is turned by up to this much, anew in every epoch.",
        minimum=0.0,
        maximum=180.0,
        unit="°",
    )
    zoom: float = setting(
        0.0,
        "float",
        "Zoom",
        "Each training image is made up to this share larger or smaller, anew in every epoch.",
        minimum=0.0,
        maximum=0.5,
        unit="share",
    )
    elastic: float = setting(
        0.0,
        "float",
        "Elastic",
        "Each training image is bent anew in every epoch, as handwriting differs: every pixel is moved "
        "both ways by this much (standard deviation), and its neighbours with it (Simard, Steinkraus "
        "and Platt 2003: 1.4 px).",
        minimum=0.0,
        maximum=8.0,
        unit="px",
    )
    border: str = setting(
        "zero",
        "choice",
        "Border",
        "What comes in from outside where an image was moved, turned, bent or made smaller.",
        choices=BORDERS,
    )
    cutout: int = setting(
        0,
        "int",
        "Cutout",
        "A square of this width in each training image is set to zero, anew in every epoch; its "
        "centre is any pixel, so part of it may lie outside (DeVries and Taylor 2017, arXiv "
        "1708.04552).",
        minimum=0,
        maximum=64,
        unit="px",
    )
    dropped_pixels: float = setting(
        0.0,
        "float",
        "Dropped pixels",
        "Share of each training image's pixels set to zero, anew in every epoch (dropout of the "
        "input).",
        minimum=0.0,
        maximum=0.9,
        unit="share",
    )
    range: str = setting(
        AUTOMATIC,
        "choice",
        "Values",
        "Which values of your own images are black and white. Automatic tells it by where nearly "
        "all pixels lie; the Data panel shows how they were read.",
        choices=CHOICES,
    )
    transposed: bool = setting(
        False,
        "bool",
        "Transposed",
        "Rows and columns of the pictures are exchanged, as EMNIST's files have them: on brings "
        "them upright.",
    )
    colours: str = setting(
        TURNED_GREY,
        "choice",
        "Colours",
        "Whether pictures in colour are turned grey (28×28, say) or keep red, green and blue "
        "(28×28×3): three numbers a pixel. Grey pictures stay grey.",
        choices=COLOURS,
    )
    label_noise: float = setting(
        0.0,
        "float",
        "Label noise",
        "Share of the training images that are given a wrong label, any of the others. Validation "
        "and test images keep theirs.",
        minimum=0.0,
        maximum=1.0,
        unit="share",
    )
    noise_seed: int = setting(
        0,
        "int",
        "Noise seed",
        "Which images are given a wrong label, and which: the same seed, the same ones.",
        minimum=0,
        maximum=2**31 - 1,
    )
