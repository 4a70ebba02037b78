"""What every kind of Forward-Forward net has; the kinds themselves are a file each beside this.

A kind says what tells positive from negative data and computes everything from that: the
forward pass, the scores of labels, the losses of its layers, its words, and which settings
have no effect. It is written over an array namespace, so the compiled training step
(``keras.ops``) and the canvas (NumPy) run the same lines.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from ffstudio.core.forward_forward.layer import LocalLayer
from ffstudio.core.forward_forward.objective import LearningRule, Objective
from ffstudio.core.image_shape import ImageShape, with_channels
from ffstudio.core.mathematics import Goodness, normalise_layer
from ffstudio.core.mathematics.layer_choice import layer_weights, pick_layers
from ffstudio.core.words import speaks, tr

Array = Any
Namespace = Any
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer]

# Where in an experiment, why, what to do, and the value that mends it.
Conflict = tuple[tuple[str | int, ...], str, str, Any]

LABEL_SETTINGS = ("label_embedding", "label_amplitude", "label_scale", "label_repeats")


@dataclass(frozen=True)
class NetSettings:
    """What a net must know beside its weights.

    Attributes:
        num_inputs: Numbers of an image: its pixels, of a colour picture three times as many.
        image_shape: (height, width), of colour pictures (height, width, 3).
        label_embedding: ``replace`` (first pixels become the label) or ``append`` (label
            units, or label planes before a convolution).
        label_amplitude: ``one`` or ``maximum`` (of the image).
        label_scale: Factor on the label amplitude.
        label_repeats: Copies of the one-hot label.
        votes: Which layers' goodness is summed for a prediction, or a weight for each, as
            :func:`ffstudio.core.mathematics.layer_choice.layer_weights` reads it.
        frames: Updates per image of a net with top-down connections.
        read_layers: Which layers the read-out sees, as
            :func:`ffstudio.core.mathematics.layer_choice.layer_weights` reads it.
    """

    num_inputs: int
    num_classes: int
    image_shape: ImageShape
    goodness: str = "mean_square"
    normalisation: str = "rms"
    label_embedding: str = "replace"
    label_amplitude: str = "one"
    label_scale: float = 1.0
    label_repeats: int = 1
    votes: str = "all"
    frames: int = 8
    read_layers: str = "2-"

    def layers_read(self, num_layers: int) -> tuple[int, ...]:
        """Those of so many layers that the read-out sees (0-based)."""
        return pick_layers(layer_weights(self.read_layers, num_layers, weighted=False))


@speaks("positive", "negative", "about", "winner", "wins")
@dataclass(frozen=True)
class Words:
    """What positive and negative data are in one kind of net, for a reader.

    Attributes:
        about: How the two are compared, after "each image".
        winner: What has more goodness when an image is told apart rightly.
        wins: The whole sentence.
    """

    positive: str
    negative: str
    about: str
    winner: str
    wins: str


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture of a gallery of positive and negative data.

    Attributes:
        pixels: (height, width).
        role: ``positive``, ``negative`` or empty.
    """

    pixels: Floats
    caption: str
    role: str = ""


@dataclass(frozen=True)
class Pairs:
    """A gallery of positive and negative data.

    Attributes:
        text: What is shown and how the negatives came about.
        label_pixels: How many first pixels of each picture carry the label.
        together: How many pictures make one example.
    """

    text: str
    pictures: tuple[Picture, ...] = ()
    label_pixels: int = 0
    together: int = 2


@dataclass(frozen=True, eq=False)
class PairRequest:
    """What a gallery of positive and negative data is made of.

    Attributes:
        x: Images (n, pixels).
        y: Their labels (n,).
        class_names: One per label.
        is_convolutional: True when the first layer slides over the image.
        draw_negatives: () → (wrong labels (n,) or, of each image several, (n, labels); who chose
            them, for a reader).
        rng: For what else is drawn.
        most: No more examples than that are shown.
        measure_gaps: (wrong labels (n, labels)) → how much more goodness each image has with its
            true label than with a wrong one, in the net that is shown (n, labels); None without
            such a net.
        second: Other changed copies of the images (n, pixels), where each stands beside one.
    """

    x: Floats
    y: Ints
    settings: NetSettings
    class_names: Sequence[str]
    is_convolutional: bool
    draw_negatives: Callable[[], tuple[Ints, str]]
    rng: np.random.Generator
    most: int = 60
    measure_gaps: Callable[[Ints], Floats] | None = None
    second: Floats | None = None


class LocalNet(ABC):
    """A Forward-Forward net of one kind.

    Args:
        settings: See :class:`NetSettings`.
        layers: First layer first.
        read_out: The linear softmax on the normalised activities (``kernel``, ``bias``), or
            None.
        xp: The array namespace.
    """

    name: ClassVar[str]
    words: ClassVar[Words]
    # True where a label enters the net together with the image.
    has_label_in_input: ClassVar[bool] = False
    # True where activities depend on a label, wherever that enters the net.
    depends_on_label: ClassVar[bool] = False
    # Rows of a training batch per image: positive and negative data, or one pass for both.
    rows_per_image: ClassVar[int] = 2
    # False where layers learn by cross-entropy over the classes, from images as they are.
    has_negatives: ClassVar[bool] = True
    # True where only the read-out can classify.
    needs_read_out: ClassVar[bool] = False
    # False where negative data differ from positive data in the units that are read alone.
    has_negative_activities: ClassVar[bool] = True
    # True where convolutions have no place.
    needs_dense: ClassVar[bool] = False
    # Why its layers have no batch normalisation; empty where they may.
    no_batch_norm: ClassVar[str] = ""
    # Why nothing goes past its layers; empty where it may.
    no_shortcuts: ClassVar[str] = ""
    # True where masks for hybrid images are drawn with every batch.
    needs_masks: ClassVar[bool] = False
    # What a notebook's net of this kind has where nothing was chosen; names of GOODNESS, NEGATIVES.
    usual_goodness: ClassVar[str] = "mean_square"
    usual_negatives: ClassVar[str] = "hard_first"
    # What the score of a label in a layer is: its goodness, or its share of a logit.
    scores_are_logits: ClassVar[bool] = False
    # Why θ does not matter to a layer; empty where it does.
    no_threshold: ClassVar[str] = ""
    # What parts as a layer learns, where that is not for its local loss to say.
    aim: ClassVar[str] = ""
    # Why an image has no gap between labels in a layer; empty where each label has a goodness.
    no_gaps: ClassVar[str] = ""

    def __init__(
        self,
        settings: NetSettings,
        layers: Sequence[LocalLayer],
        read_out: Any,
        xp: Namespace,
    ) -> None:
        self.settings = settings
        self.layers = layers
        self.read_out = read_out
        self.xp = xp

    # --- before there is a net --------------------------------------------------------------

    @classmethod
    def takes_goodness(cls, goodness: Goodness) -> bool:
        """True for those that its layers can learn by."""
        return not goodness.scores_classes

    @classmethod
    @abstractmethod
    def is_chosen(cls, ff: Any) -> bool:
        """True when these ``ForwardForwardSpec`` settings ask for this kind.

        Where no kind says so, the label is in the input.
        """

    @classmethod
    def extra_inputs(cls, index: int, widths: Sequence[int], settings: NetSettings) -> int:
        """Inputs (or planes, of a convolution) of a layer beside what lies below it.

        Args:
            widths: Units or channels of every layer.
        """
        return 0

    @classmethod
    def passes_to_score(cls, index: int, num_classes: int) -> int:
        """How often a layer (0-based) is computed to score all labels of an image."""
        return 1

    @classmethod
    def rows_to_learn(cls, negatives: str, num_classes: int) -> int:
        """Rows of a training batch per image, by how negative data are made."""
        return cls.rows_per_image

    @classmethod
    def label_pixels(cls, settings: NetSettings) -> int:
        """How many of an image's first pixels carry the label."""
        return 0

    @classmethod
    def conflicts(
        cls, spec: Any, num_inputs: int | None, num_classes: int | None
    ) -> Iterator[Conflict]:
        """Settings of an experiment that are legal by themselves but not in this kind."""
        return iter(())

    @classmethod
    def idle(cls) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """(part, reason, settings) of what has no effect; part is ``ff`` or ``layer``."""
        return iter(())

    @classmethod
    @abstractmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        """Positive and negative data made of some images, for a gallery."""

    # --- the input --------------------------------------------------------------------------

    @property
    def num_classes(self) -> int:
        return self.settings.num_classes

    @property
    def is_convolutional(self) -> bool:
        """True when the first layer slides over the image."""
        return self.layers[0].is_convolution

    def images(self, x: Array) -> Array:
        """Images (batch, pixels) as the first layer takes them, without label places."""
        if self.is_convolutional:
            return self.xp.reshape(x, (-1, *with_channels(self.settings.image_shape)))
        return x

    # --- activities -------------------------------------------------------------------------

    def run(self, inputs: Array) -> list[Array]:
        """Activities of every layer, from the first layer's input."""
        first = self.layers[0]
        return self.run_on(first.respond([first.normalise(inputs)]))

    def run_on(self, activities: Array, num_layers: int | None = None) -> list[Array]:
        """Activities of the first ``num_layers`` layers, from those of the first."""
        every, seen = [activities], []
        for layer in list(self.layers)[1:num_layers]:
            seen.append(layer.normalise(every[-1]))
            every.append(layer.respond(seen))
        return every

    @abstractmethod
    def activities(self, x: Array, labels: Array) -> list[Array]:
        """Activities of every layer for labelled images: list of (batch, units).

        Labels count only where they enter the net. Of a net with top-down connections,
        the activities of the last frame whose goodness counts.
        """

    def neutral_activities(self, x: Array) -> list[Array]:
        """Activities of every layer for images without a label, or with a little of each."""
        return self.run(self.images(x))

    # --- goodness ---------------------------------------------------------------------------

    @abstractmethod
    def label_goodness(self, x: Array) -> Array:
        """The score of every label in every layer: (batch, layers, classes)."""

    def layer_goodness(self, x: Array, labels: Array) -> Array:
        """Goodness of labelled images: (layers, batch)."""
        every = self.activities(x, labels)
        return self.xp.stack(
            [layer.goodness(a) for layer, a in zip(self.layers, every, strict=True)]
        )

    def contrast(
        self, x: Floats, labels: Ints, wrong: Ints, rng: np.random.Generator
    ) -> tuple[Array, Array]:
        """Goodness of positive and of negative data, as the net knows them: (layers, batch)."""
        return self.layer_goodness(x, labels), self.layer_goodness(x, wrong)

    def negative_activities(self, x: Floats, wrong: Ints, rng: np.random.Generator) -> list[Array]:
        """Activities of every layer for images made into negative data: list of (batch, units).

        They are those of positive data where :attr:`has_negative_activities` is False.
        """
        return self.activities(x, wrong)

    @property
    def votes(self) -> tuple[float, ...]:
        """How much each layer's score counts in a prediction; 0 where it does not."""
        return layer_weights(self.settings.votes, len(self.layers))

    @property
    def shown_votes(self) -> tuple[float, ...]:
        """The same, where scores are shown; 0 too for a layer that has no score of its own."""
        return self.votes

    # --- the linear read-out ----------------------------------------------------------------

    @property
    def layers_read(self) -> tuple[int, ...]:
        """Those that the read-out sees (0-based): usually all but the first (Hinton 2022, 3.3)."""
        return self.settings.layers_read(len(self.layers))

    @property
    def classes_that_own_units(self) -> int:
        """For the normalisation of what the read-out sees; 1 where no class owns any."""
        return 1

    def features(self, x: Array) -> Array:
        """What the read-out sees: normalised activities, side by side (batch, units)."""
        return self.features_of(self.neutral_activities(x))

    def features_of(self, activities: list[Array]) -> Array:
        """As :meth:`features`, from the activities of all layers."""
        xp, classes = self.xp, self.classes_that_own_units
        read = []
        for i in self.layers_read:
            layer = self.layers[i]
            seen = normalise_layer(activities[i], layer.normalisation, classes, xp)
            read.append(xp.reshape(seen, (-1, layer.output_size)))
        return xp.concatenate(read, axis=-1)

    def read_out_of(self, features: Array) -> Array:
        """The read-out's softmax input: (batch, classes)."""
        return self.xp.matmul(features, self.read_out.kernel) + self.read_out.bias

    def read_out_logits(self, x: Array) -> Array:
        """The read-out's softmax input from one pass without a label: (batch, classes)."""
        return self.read_out_of(self.features(x))

    # --- learning ---------------------------------------------------------------------------

    @abstractmethod
    def objective(self, rule: LearningRule) -> Objective:
        """What the layers learn from."""

    # --- looking at weights -----------------------------------------------------------------

    def label_kernel(self) -> Floats | None:
        """Weights that see the label, its copies added up: (classes, units); None without."""
        return None

    def rows_above(self, index: int) -> int:
        """The last rows of a dense kernel that see the layer above, or the label on top."""
        return 0


def no_top_down(spec: Any, what: str) -> Iterator[Conflict]:
    """The conflict of a kind that cannot have top-down connections."""
    if spec.ff.feedback:
        yield (
            ("ff", "feedback"),
            tr("cannot be used with {what}", what=what),
            tr("Turn it off."),
            False,
        )
