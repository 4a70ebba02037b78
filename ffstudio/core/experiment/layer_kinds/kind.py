"""What there is to say about a kind of layer of the builder."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.experiment.layer_settings import LayerSettings
from ffstudio.core.mathematics import ACTIVATION_LABELS
from ffstudio.core.mathematics.activations import say_activation
from ffstudio.core.mathematics.batch_norm import EPSILON, SHARE
from ffstudio.core.words import tr

LayerArrays = Sequence[npt.NDArray[np.float32]]

# What a layer sees: an image (height, width, channels), rows of numbers, or one row.
IMAGE, ROWS, LIST = 3, 2, 1


@dataclass(frozen=True)
class Misfit:
    """Why a layer finds no room in what is below it.

    Attributes:
        name: The setting to change.
        reason: What is wrong, lower case, no full stop.
        fix: One sentence.
        value: What to change the setting to.
    """

    name: str
    reason: str
    fix: str
    value: Any


class LayerKind:
    """A kind of layer: how it is named, set, made and counted.

    What every kind does alike is done here; this is a layer without weights that any input
    suits and only backprop can train.

    Attributes:
        name: In experiment files.
        label, help: For a reader.
        group: Kinds with the same one stand together in the builder.
        settings: Of :class:`LayerSettings`, without ``kind``.
        labels: Settings that have another name in this kind.
        keras: Keras' layers that it stands for, in the words of the table of architectures.
        family: Kinds with the same one can take each other's place as they are.
        backprop_only: Forward-Forward cannot train it, whatever its settings.
        is_helper: It stands beside layers that learn; seldom two in a row.
        needs: ``IMAGE`` or ``ROWS`` where it can see nothing else; ``LIST`` where all that
            is below is laid out in one row for it.
        enters: What it sees when it is the first layer; None leaves that to those above.
        keeps_rows: A row that goes in comes out as one.
        activation: Usual one, where the kind has any.
        most_units: As many units as are usual; None leaves them alone.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    help: ClassVar[str]
    group: ClassVar[str] = ""
    settings: ClassVar[tuple[str, ...]] = ()
    labels: ClassVar[Mapping[str, str]] = {}
    keras: ClassVar[tuple[str, ...]] = ()
    family: ClassVar[str] = ""
    backprop_only: ClassVar[bool] = True
    is_helper: ClassVar[bool] = True
    needs: ClassVar[int | None] = None
    enters: ClassVar[int | None] = None
    keeps_rows: ClassVar[bool] = False
    activation: ClassVar[str] = "relu"
    most_units: ClassVar[int | None] = None

    # --- choosing it ------------------------------------------------------------------

    def ff_obstacle(self, layer: LayerSettings) -> str | None:
        """None when Forward-Forward can train the layer, else words to put after its name."""
        return ""

    def leave(self, layer: LayerSettings) -> dict[str, Any]:
        """What to set when a layer of this kind becomes one of another."""
        return {}

    def enter(self, layer: LayerSettings, was: LayerKind) -> dict[str, Any]:
        """What is usual here and to be set when a layer of another kind becomes one of this."""
        changed: dict[str, Any] = {}
        if self.activation != was.activation:
            changed["activation"] = self.activation
        if self.most_units is not None and (self.family or self.name) != (was.family or was.name):
            changed["units"] = min(layer.units, self.most_units)
        return changed

    # --- making it --------------------------------------------------------------------

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        """The layers of an architecture that it stands for, in order.

        Args:
            name: Of the first.
            hands_on_rows: Another layer reads row by row what comes out of it.
        """
        raise NotImplementedError(f"{type(self).__name__} does not say what it is made of.")

    def misfit(self, layer: LayerSettings, part: Layer, below: tuple[int, ...]) -> Misfit | None:
        """Why a part that is made of the layer has no room, if it has none.

        Args:
            below: Shape of what it sees.
        """
        return None

    def kernel_uses(self, below: tuple[int, ...], output: tuple[int, ...]) -> int:
        """How often per image each weight of a kernel is used."""
        return 1

    # --- telling of it ----------------------------------------------------------------

    def short_text(self, layer: LayerSettings) -> str:
        """As short as can be, for the name of a net: ``conv20``."""
        return self.name

    def text(self, layer: LayerSettings) -> str:
        """In a few words: ``conv 9×9 · 20 · ReLU``."""
        return self.label.lower()

    # --- reading it from others' nets --------------------------------------------------

    def settings_of(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """Settings as near as the builder has them.

        Args:
            settings: Of a layer in an architecture, of a kind that is in ``keras``.
        """
        return {}

    def settings_of_weights(self, arrays: LayerArrays) -> dict[str, Any] | None:
        """What bare weights tell of the settings; None when they are not this kind's."""
        return None if arrays else {}


def make_layer(kind: str, name: str, **settings: Any) -> Layer:
    """A layer of an architecture, its settings checked."""
    return Layer(name, kind, check_settings(kind, settings, name))


def own_activation(layer: LayerSettings) -> str:
    """That of the layer of an architecture itself, where nothing is done to its sums before."""
    return "linear" if layer.batch_norm or layer.block else layer.activation


def make_norm_and_activation(layer: LayerSettings, name: str) -> Iterator[Layer]:
    """The batch normalisation of a layer of the builder, and the activation that comes after it.

    A shortcut comes in before the activation: where from is not for the layer to know.
    """
    if layer.batch_norm:
        yield make_layer(
            "BatchNormalization", f"{name}_norm", momentum=1.0 - SHARE, epsilon=EPSILON
        )
    if layer.batch_norm or layer.block:
        yield make_layer("Activation", activation_name(name), activation=layer.activation)


def activation_name(name: str) -> str:
    """The name of the activation that stands behind a layer of the builder by itself."""
    return f"{name}_activation"


def shortcut_name(name: str) -> str:
    """The name of the layer that brings a shortcut to the shape of a layer's sums."""
    return f"{name}_shortcut"


def shortcut_words(layer: LayerSettings) -> list[str]:
    """That a layer has a shortcut, for a reader; nothing where it has none."""
    return [tr("shortcut over {count}", count=layer.block)] if layer.block else []


def pool_name(name: str) -> str:
    """The name of the pooling that belongs to a convolution of the builder."""
    return f"{name}_pool"


def dropout_name(name: str) -> str:
    """The name of the dropout that belongs to a layer of the builder."""
    return f"{name}_dropout"


def make_dropout(layer: LayerSettings, name: str, kind: str = "Dropout") -> Iterator[Layer]:
    """The dropout behind a layer that has some."""
    if layer.dropout:
        yield make_layer(kind, dropout_name(name), rate=layer.dropout)


def penalty(layer: LayerSettings) -> dict[str, float] | None:
    """Of the weights, as architectures have it."""
    return {"l1": layer.l1, "l2": layer.l2} if layer.l1 or layer.l2 else None


def activation_text(layer: LayerSettings) -> str:
    """The activation's name for a reader."""
    return say_activation(layer.activation)


def activation_and_bias(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Activation and bias of a layer of an architecture."""
    activation = settings.get("activation")
    return {
        "activation": activation if activation in ACTIVATION_LABELS else "linear",
        "use_bias": bool(settings.get("use_bias", True)),
    }


def say_nothing_is_left(below: tuple[int, ...]) -> str:
    """What to say when a layer would leave no pixel."""
    return tr("leaves nothing of an image of {below}×{below_2}", below=below[0], below_2=below[1])


def kernel_misfit(below: tuple[int, ...]) -> Misfit:
    """Of a kernel that is wider than the image below it, which may not be left."""
    smallest = min(below[:2])
    reason = tr(
        "is larger than the image below, {below}×{below_2}", below=below[0], below_2=below[1]
    )
    fix = tr("Set it to {smallest}.", smallest=smallest)
    return Misfit("kernel_size", reason, fix, smallest)


def places(shape: tuple[int, ...]) -> int:
    """Of (height, width, channels)."""
    return math.prod(shape[:2])
