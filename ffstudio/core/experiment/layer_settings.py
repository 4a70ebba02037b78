"""The settings of one hidden layer, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.fields import Choice, TableChoices, setting
from ffstudio.core.mathematics import ACTIVATION_LABELS, LOCAL_LOSSES

OPTIMIZERS = (
    Choice("adam", "Adam", "Adaptive moments: a good default."),
    Choice("sgd", "SGD", "Plain stochastic gradient descent."),
    Choice("momentum", "SGD with momentum 0.9", "Averages the gradient over about ten steps."),
    Choice("rmsprop", "RMSprop", "Divides by a running mean of the gradient's size."),
    Choice("adagrad", "Adagrad", "Divides by all gradients so far: steps only get smaller."),
)

# Those that only Forward-Forward uses.
FF_SETTINGS = ("learns", "learning_rate", "threshold", "loss", "optimizer", "weight_decay")


# Kinds of layers that a shortcut may end in.
SHORTCUT_KINDS = ("dense", "conv")


@dataclass(frozen=True)
class LayerSettings:
    """All that can be set of a layer; a kind of layer has some of it.

    Attributes:
        kind: One of the names in :data:`ffstudio.core.experiment.layer_kinds.LAYER_KINDS`.
    """

    kind: str = "dense"
    units: int = setting(
        500,
        "int",
        "Units",
        "Number of neurons in this layer; of channels in a convolution; of values that a "
        "recurrent layer remembers.",
        minimum=1,
        maximum=20000,
    )
    kernel_size: int = setting(
        3,
        "int",
        "Kernel size",
        "Width and height of a convolution's kernel.",
        minimum=1,
        maximum=31,
        unit="px",
    )
    stride: int = setting(
        1,
        "int",
        "Stride",
        "Pixels from one place of a convolution's kernel to the next: 2 makes its output half as "
        "wide and high.",
        minimum=1,
        maximum=16,
        unit="px",
    )
    padding: str = setting(
        "same",
        "choice",
        "Edges",
        "What a convolution does at the edges of the image.",
        choices=(
            Choice(
                "same",
                "Zeros around",
                "The output is as large as the input, or its share by the stride.",
            ),
            Choice("valid", "Inside only", "The kernel stays inside: the output is smaller."),
        ),
    )
    groups: int = setting(
        1,
        "int",
        "Groups",
        "A convolution's channels in so many groups, each of which sees its own share of the "
        "channels below: as many times fewer weights and multiply-adds (Krizhevsky et al. 2012; "
        "ResNeXt, arXiv 1611.05431).",
        minimum=1,
        maximum=1024,
    )
    pool_size: int = setting(
        2,
        "int",
        "Block",
        "Width and height of the blocks that a pooling layer makes one value of.",
        minimum=1,
        maximum=64,
        unit="px",
    )
    use_bias: bool = setting(
        True, "bool", "Bias", "One more weight per unit, added to the sum. Off for backprop only."
    )
    batch_norm: bool = setting(
        False,
        "bool",
        "Batch normalisation",
        "Each unit's summed input is brought to mean 0 and variance 1 over the mini-batch, positive "
        "and negative data together, then scaled and moved by numbers that are learnt, before the "
        "activation function (Ioffe and Szegedy 2015, arXiv 1502.03167). Answers to single images "
        "use running means.",
    )
    skip: int = setting(
        0,
        "int",
        "Shortcut over",
        "So many layers, this one the last, are a block: what its first layer sees is added to this "
        "layer's sums before the activation function, as it is, or through a learnt 1×1 convolution "
        "(of dense layers a matrix) where shapes differ (He et al. 2015, arXiv 1512.03385). 2 is "
        "usual, 0 adds nothing. In the Forward-Forward net no gradient goes back through it into the "
        "layers below; in the backprop net it does.",
        minimum=0,
        maximum=100,
        unit="layers",
    )
    pooling: str = setting(
        "none",
        "choice",
        "Pooling",
        "Makes a convolution's output half as wide and high.",
        choices=(
            Choice("none", "None", "The output is as large as the input."),
            Choice("average", "Average 2×2", "The mean of each 2×2 pixels."),
            Choice(
                "rms",
                "Root mean square 2×2",
                "The root of the mean of the squares of each 2×2 pixels, which keeps their energy "
                "(ASGE, arXiv 2509.12394); a backprop net takes their mean.",
            ),
            Choice("max", "Maximum 2×2", "The largest of each 2×2 pixels."),
        ),
    )
    activation: str = setting(
        "relu",
        "choice",
        "Activation",
        "Function applied to each neuron's weighted sum.",
        choices=tuple(Choice(k, v) for k, v in ACTIVATION_LABELS.items()),
    )
    dropout: float = setting(
        0.0,
        "float",
        "Dropout",
        "Share of this layer's outputs set to zero at each training step.",
        minimum=0.0,
        maximum=0.95,
    )
    l1: float = setting(
        0.0, "float", "L1", "Penalty on the sum of absolute weights.", minimum=0.0, maximum=1.0
    )
    l2: float = setting(
        0.0, "float", "L2", "Penalty on the sum of squared weights.", minimum=0.0, maximum=1.0
    )
    weight_decay: float = setting(
        0.0,
        "float",
        "Weight decay",
        "Each step takes this share of the learning rate off every weight (decoupled, AdamW).",
        minimum=0.0,
        maximum=100.0,
    )
    threshold: float = setting(
        1.0,
        "float",
        "Threshold θ",
        "Goodness above it counts as positive. Near 1 for mean of squares, near the number of "
        "units for sum of squares, below 0 where goodness is made small. The pair losses do not "
        "use it.",
        minimum=-1e6,
        maximum=1e6,
        live=True,
    )
    learning_rate: float = setting(
        0.002,
        "float",
        "Learning rate",
        "Step size of this layer's own optimizer in Forward-Forward.",
        minimum=0.0,
        maximum=100.0,
        above=True,
        live=True,
    )
    optimizer: str = setting(
        "adam", "choice", "Optimizer", "This layer's own optimizer.", choices=OPTIMIZERS
    )
    learns: bool = setting(
        True,
        "bool",
        "Learns",
        "Off freezes the layer in the Forward-Forward net: its weights and its optimizer's memory "
        "stay as they are, and its gradient is not computed.",
        live=True,
    )
    bp_learns: bool = setting(
        True,
        "bool",
        "Learns in backprop",
        "Off freezes the layer in the backprop net: its weights and their moments stay as they "
        "are; the error still goes through it to the layers below.",
        live=True,
    )
    loss: str = setting(
        "symmetric",
        "choice",
        "Local loss",
        "What this layer alone tries to make small.",
        choices=TableChoices(LOCAL_LOSSES),
    )

    @property
    def block(self) -> int:
        """How many layers a shortcut goes past, this one included; 0 without one."""
        return self.skip if self.kind in SHORTCUT_KINDS else 0
