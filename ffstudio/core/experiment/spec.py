"""An experiment: data, layers, Forward-Forward and backprop settings, as frozen dataclasses."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.hand_weights import HandWeights
from ffstudio.core.experiment.layer_settings import OPTIMIZERS
from ffstudio.core.experiment.layers import LayerSpec, needs_backprop
from ffstudio.core.fields import Choice, TableChoices, setting
from ffstudio.core.forward_forward import kind_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.mathematics import (
    CLASS_LOSSES,
    GOODNESS,
    NEGATIVES,
    NORMALISATIONS,
    RATE_SCHEDULES,
)
from ffstudio.core.words import tr


@dataclass(frozen=True)
class ForwardForwardSpec:
    """Settings that all Forward-Forward layers share."""

    goodness: str = setting(
        "mean_square",
        "choice",
        "Goodness",
        "How a layer's activities become one number.",
        choices=TableChoices(GOODNESS),
    )
    threshold_per_unit: bool = setting(
        False,
        "bool",
        "Threshold per unit",
        "Thresholds are multiplied by the number of units: 1 then suits the sum of squares at any "
        "width (Hinton's code).",
    )
    normalisation: str = setting(
        "rms",
        "choice",
        "Normalisation",
        "Applied to each layer's input so that only its direction tells.",
        choices=TableChoices(NORMALISATIONS),
    )
    sharpness: float = setting(
        10.0,
        "float",
        "Sharpness α",
        "Multiplies goodness inside the local loss: larger is steeper.",
        minimum=0.0,
        maximum=10000.0,
        above=True,
    )
    class_loss: str = setting(
        "cross_entropy",
        "choice",
        "Class loss",
        "What layers that score every class in one pass learn by; they need no negative data.",
        choices=TableChoices(CLASS_LOSSES),
    )
    comparison: str = setting(
        "none",
        "choice",
        "Images compared by",
        "What class losses that compare the images of a batch look at.",
        choices=(
            Choice("none", "Activities", "Each layer's activities as they are."),
            Choice(
                "linear",
                "A linear map of them",
                "Each layer also learns a map of its activities, as many numbers out as in (of a "
                "convolution a 3×3 kernel), and compares what comes out of it (Nøkland & Eidnes "
                "2019). Only the loss sees it.",
            ),
        ),
    )
    negatives: str = setting(
        "hard",
        "choice",
        "Negative data",
        "How the wrong label of a negative example is chosen.",
        choices=TableChoices(NEGATIVES),
    )
    second_view: bool = setting(
        False,
        "bool",
        "Second view",
        "An image stands beside another changed copy of itself, and beside one of another image: "
        "both halves are changed by chance, each by itself, as the data settings say (SCFF's code, "
        "2025).",
    )
    label_embedding: str = setting(
        "replace",
        "choice",
        "Label embedding",
        "How the label enters the input.",
        choices=(
            Choice(
                "replace",
                "First pixels",
                "The first pixels of the image become the one-hot label (Hinton 2022, 3.3). "
                "Needs images with a blank first row, such as MNIST.",
            ),
            Choice(
                "append",
                "Separate label units",
                "The one-hot label is added as extra inputs: no pixel is lost.",
            ),
        ),
    )
    label_amplitude: str = setting(
        "one",
        "choice",
        "Label amplitude",
        "Value of the label pixel that is on.",
        choices=(
            Choice("one", "1", "Always 1."),
            Choice("maximum", "Image maximum", "The image's brightest pixel (Keras example)."),
        ),
    )
    label_scale: float = setting(
        1.0,
        "float",
        "Label scale",
        "Multiplies the label amplitude: above 1 the label weighs more beside the image.",
        minimum=0.0,
        maximum=1000.0,
        above=True,
    )
    label_repeats: int = setting(
        1,
        "int",
        "Label repeats",
        "Copies of the one-hot label, one after the other: more pixels or units that tell it.",
        minimum=1,
        maximum=100,
    )
    peer: float = setting(
        0.0,
        "float",
        "Peer normalisation λ",
        "Pulls each unit's mean activity toward that of its layer, which wakes up silent units; "
        "0.03 in Hinton's code.",
        minimum=0.0,
        maximum=100.0,
    )
    collaboration: str = setting(
        "none",
        "choice",
        "Collaboration",
        "Whether a layer's loss counts the goodness of other layers, as a constant "
        "(Layer Collaboration, AAAI 2024).",
        choices=(
            Choice("none", "None", "Each layer is on its own (Hinton 2022)."),
            Choice("earlier", "Earlier layers", "The goodness of the layers below is added."),
            Choice("others", "All other layers", "The goodness of all other layers is added."),
        ),
    )
    collaboration_strength: float = setting(
        1.0,
        "float",
        "Collaboration strength γ",
        "Factor on the other layers' goodness.",
        minimum=0.0,
        maximum=100.0,
    )
    dropout_mask: str = setting(
        "separate",
        "choice",
        "Dropout mask",
        "Whether positive and negative data of one mini-batch lose the same units.",
        choices=(
            Choice(
                "separate",
                "One for each",
                "Both have masks of their own, which adds noise to the difference that pair losses "
                "look at.",
            ),
            Choice(
                "shared",
                "The same for both",
                "An image's positive and negative version lose the same units.",
            ),
        ),
    )
    feedback: bool = setting(
        False,
        "bool",
        "Top-down connections",
        "The net runs for several frames on a still image: each layer also sees the layer above "
        "it, the top layer the label (Hinton 2022, 4.4). Dense layers only.",
    )
    frames: int = setting(
        8,
        "int",
        "Frames",
        "Synchronous updates of a net with top-down connections; goodness is that of frames 3–5, "
        "or the last three of fewer.",
        minimum=3,
        maximum=100,
    )
    schedule: str = setting(
        "simultaneous",
        "choice",
        "Schedule",
        "Which layer learns when.",
        choices=(
            Choice("simultaneous", "All layers on each mini-batch", "All layers learn together."),
            Choice(
                "greedy",
                "Layer by layer",
                "The epochs are shared out: the first layer learns first, then is left as it is.",
            ),
            Choice(
                "inner_loops",
                "Inner loops (Keras example)",
                "In each epoch, each layer in turn makes many updates on the same batch.",
            ),
        ),
    )
    inner_steps: int = setting(
        50,
        "int",
        "Inner steps",
        "Updates of a layer per batch in the inner-loops schedule.",
        minimum=1,
        maximum=10000,
    )
    rate_schedule: str = setting(
        "half_linear",
        "choice",
        "Learning-rate schedule",
        "How all Forward-Forward learning rates change over the epochs.",
        choices=TableChoices(RATE_SCHEDULES),
    )
    votes: str = setting(
        "all",
        "text",
        "Layers that vote",
        "Whose goodness predictions sum: all, last, one layer such as 3, a range such as 2-4, 2- (to "
        "the last; leaving out the first helps nets of three or more layers, Hinton 2022, 3.3), or a "
        "weight for each layer with commas between them.",
        live=True,
    )
    read_out: bool = setting(
        False,
        "bool",
        "Linear read-out",
        "Also trains a softmax on the normalised activities, with a neutral label: one pass "
        "classifies (Hinton 2022, 3.3). No gradient reaches the layers.",
    )
    read_layers: str = setting(
        "2-",
        "text",
        "Layers read",
        "Which layers the read-out sees: all, last, a range such as 2-3, 2- (to the last), or 0 and "
        "1 for each layer with commas between them. All but the first is Hinton's choice (2022, "
        "3.3); nets that compare pairs of images do better with all.",
    )
    read_out_rate: float = setting(
        0.001,
        "float",
        "Read-out learning rate",
        "Step size of the read-out's own Adam optimizer.",
        minimum=0.0,
        maximum=100.0,
        above=True,
    )

    @property
    def supervision(self) -> str:
        """What tells positive from negative data: see ``ffstudio.core.forward_forward.KINDS``."""
        return kind_of(self).name

    @property
    def maps_to_compare(self) -> bool:
        """True where layers compare images by a map of their activities that they learn."""
        compares = CLASS_LOSSES[self.class_loss].compares_images
        return self.comparison == "linear" and compares and not kind_of(self).has_negatives

    @property
    def compares_views(self) -> bool:
        """True where pairs are of two changed copies of images, if the data are changed."""
        return self.second_view and self.supervision == "pairs"

    @property
    def has_read_out(self) -> bool:
        """Unsupervised nets need one to classify."""
        return self.read_out or kind_of(self).needs_read_out


@dataclass(frozen=True)
class BackpropSpec:
    """Settings of the backprop twin: the same hidden layers plus a softmax output."""

    optimizer: str = setting(
        "adam", "choice", "Optimizer", "Optimizer of the whole net.", choices=OPTIMIZERS
    )
    learning_rate: float = setting(
        0.001,
        "float",
        "Learning rate",
        "Step size of the backprop twin's optimizer.",
        minimum=0.0,
        maximum=100.0,
        above=True,
        live=True,
    )
    rate_schedule: str = setting(
        "constant",
        "choice",
        "Learning-rate schedule",
        "How the twin's learning rate changes over the epochs.",
        choices=TableChoices(RATE_SCHEDULES),
    )
    label_smoothing: float = setting(
        0.0,
        "float",
        "Label smoothing",
        "Share of the target probability spread over all classes.",
        minimum=0.0,
        maximum=0.5,
    )
    output_bias: bool = setting(
        True, "bool", "Output bias", "One more weight per class; off for a net without any biases."
    )
    output_learns: bool = setting(
        True,
        "bool",
        "Output learns",
        "Off freezes the output layer: its weights and their moments stay as they are.",
        live=True,
    )
    patience: int = setting(
        0,
        "int",
        "Early stopping",
        "Stop after this many epochs without a lower validation loss and go back to the best "
        "weights; 0 never stops early.",
        minimum=0,
        maximum=1000,
        unit="epochs",
    )


ALGORITHM_CHOICES = (
    Choice("both", "Forward-Forward and backprop"),
    Choice("ff", "Forward-Forward only"),
    Choice("bp", "Backprop only"),
)


# What files call an experiment that has no name; the window says it in its language.
UNTITLED = "Untitled"


def say_title(name: str) -> str:
    """The name of an experiment or run for a reader."""
    return tr("Untitled") if name == UNTITLED else name


@dataclass(frozen=True)
class ExperimentSpec:
    """Everything that decides the outcome of a run; frozen, compared by value."""

    name: str = setting(UNTITLED, "text", "Name", "Name of this experiment.")
    description: str = setting("", "text", "Description", "What this experiment shows.")
    algorithms: str = setting(
        "both", "choice", "Train", "Which nets are trained.", choices=ALGORITHM_CHOICES
    )
    order: str = setting(
        "in_step",
        "choice",
        "Order",
        "How the two nets share the time.",
        choices=(
            Choice("in_step", "In step", "Both nets see each mini-batch in turn."),
            Choice("one_after_other", "One after the other", "Forward-Forward first."),
        ),
    )
    batch_size: int = setting(
        256,
        "int",
        "Batch size",
        "Images per step. More than there are means all of them at once.",
        minimum=1,
        maximum=1000000,
        unit="images",
    )
    epochs: int = setting(
        10,
        "int",
        "Epochs",
        "Passes over the training images; with 0 the nets are judged as they start.",
        minimum=0,
        maximum=100000,
    )
    seed: int = setting(
        1,
        "int",
        "Seed",
        "Decides initial weights, data order and negatives: the same seed gives the same run.",
        minimum=0,
        maximum=2**31 - 1,
    )
    data: DataSpec = field(default_factory=DataSpec)
    layers: tuple[LayerSpec, ...] = (LayerSpec(), LayerSpec())
    ff: ForwardForwardSpec = field(default_factory=ForwardForwardSpec)
    bp: BackpropSpec = field(default_factory=BackpropSpec)
    # A net as it is, out of a file, in place of the layers.
    network: Network | None = None
    # Where the backprop net starts, per dense layer and the output, in place of chance.
    weights: tuple[HandWeights, ...] | None = None

    @property
    def title(self) -> str:
        """Its name for a reader."""
        return say_title(self.name)

    @property
    def is_network(self) -> bool:
        """True for nets that only backprop can train: see
        :mod:`ffstudio.engine.training.backprop`."""
        return self.network is not None or self.is_stack

    @property
    def is_stack(self) -> bool:
        """True when a layer of the builder is of a kind that only backprop can train."""
        if self.network is not None:
            return False
        return not self.bp.output_bias or any(map(needs_backprop, self.layers))

    @property
    def trains_ff(self) -> bool:
        return self.algorithms in ("both", "ff")

    @property
    def trains_bp(self) -> bool:
        return self.algorithms in ("both", "bp")

    def replace(self, **changes: Any) -> ExperimentSpec:
        return dataclasses.replace(self, **changes)

    def with_layer(self, index: int, **changes: Any) -> ExperimentSpec:
        """A copy in which one layer has other settings."""
        layers = list(self.layers)
        layers[index] = dataclasses.replace(layers[index], **changes)
        return self.replace(layers=tuple(layers))
