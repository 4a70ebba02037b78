"""The mathematics of Forward-Forward, written once for NumPy and for Keras.

Every function takes the array namespace ``xp`` last: ``numpy`` on the drawing
canvas and in inspection, ``keras.ops`` inside the compiled training step. A new
goodness, local loss, normalisation, negative strategy or schedule is one function
plus one entry in the table below it; builder, experiment files and command line
pick it up from the table.

Notation: ``a`` activities (..., units) after the activation function; ``g``
goodness (...,); θ threshold; α sharpness.
"""

from ffstudio.core.mathematics._variant import Variant
from ffstudio.core.mathematics.activations import ACTIVATION_LABELS, ACTIVATIONS, softmax
from ffstudio.core.mathematics.class_losses import CLASS_LOSSES, ClassLoss
from ffstudio.core.mathematics.goodness import (
    GOODNESS,
    Goodness,
    by_class,
    mean_absolute,
    mean_activity,
    mean_square,
    minus_mean_square,
    minus_sum_square,
    sum_square,
)
from ffstudio.core.mathematics.losses import (
    LOCAL_LOSSES,
    LocalLoss,
    class_loss,
    logistic_loss,
    loss_over_labels,
    margin_loss,
    overlap_loss,
    peer_loss,
    separate_loss,
    softmax_loss,
    swish_loss,
    symmetric_loss,
)
from ffstudio.core.mathematics.negatives import (
    NEGATIVES,
    NegativeStrategy,
    hard_wrong_labels,
    hybrid_images,
    hybrid_masks,
    other_images,
    random_wrong_labels,
)
from ffstudio.core.mathematics.normalisation import (
    NORMALISATIONS,
    Normalisation,
    centre,
    l2_divisor,
    no_divisor,
    normalise,
    normalise_layer,
    rms_divisor,
)
from ffstudio.core.mathematics.projection import (
    follow_classes,
    near,
    num_features,
    patch_energies,
    patch_means,
    project,
)
from ffstudio.core.mathematics.schedules import RATE_SCHEDULES

__all__ = [
    "ACTIVATIONS",
    "ACTIVATION_LABELS",
    "CLASS_LOSSES",
    "GOODNESS",
    "LOCAL_LOSSES",
    "NEGATIVES",
    "NORMALISATIONS",
    "RATE_SCHEDULES",
    "ClassLoss",
    "Goodness",
    "LocalLoss",
    "NegativeStrategy",
    "Normalisation",
    "Variant",
    "by_class",
    "centre",
    "class_loss",
    "follow_classes",
    "hard_wrong_labels",
    "hybrid_images",
    "hybrid_masks",
    "l2_divisor",
    "logistic_loss",
    "loss_over_labels",
    "margin_loss",
    "mean_absolute",
    "mean_activity",
    "mean_square",
    "minus_mean_square",
    "minus_sum_square",
    "near",
    "no_divisor",
    "normalise",
    "normalise_layer",
    "num_features",
    "other_images",
    "overlap_loss",
    "patch_energies",
    "patch_means",
    "peer_loss",
    "project",
    "random_wrong_labels",
    "rms_divisor",
    "separate_loss",
    "softmax",
    "softmax_loss",
    "sum_square",
    "swish_loss",
    "symmetric_loss",
]
