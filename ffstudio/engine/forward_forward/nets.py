"""The Forward-Forward nets as Keras models: one class, and a name for each kind that ships.

What they compute is in :mod:`ffstudio.core.forward_forward`, kind by kind.
"""

from __future__ import annotations

import math
from typing import Any

import keras
import numpy as np
from keras import ops

from ffstudio.core.experiment.sizes import layer_shapes, threshold_of
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import KINDS, LocalNet, NetSettings
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.mathematics import GOODNESS
from ffstudio.engine.forward_forward.ff_layers import LAYER_CLASSES, FFConv2D, FFLayer
from ffstudio.engine.forward_forward.keras_fit import LocalLearning
from ffstudio.engine.training.starting import initial_kernel


@keras.saving.register_keras_serializable("ffstudio")
class ForwardForwardNet(LocalLearning):
    """Images in, a score of every label out: (batch, pixels) → (batch, classes).

    The predicted label is the one with the largest output.

    Args:
        num_inputs: Pixels of an image.
        num_classes: Number of labels.
        layers: Arguments of each layer, first layer first, and its ``kind``: ``dense``
            (:class:`ffstudio.engine.forward_forward.ff_layers.FFDense`, also when left out) or
            ``conv`` (:class:`ffstudio.engine.forward_forward.ff_layers.FFConv2D`).
        supervision: Its kind, a name of :data:`ffstudio.core.forward_forward.KINDS`; by
            default that of the class.
        image_shape: (height, width); a square by default.
        label_embedding: ``replace`` (first pixels become the label) or ``append`` (label
            units, or label planes before a convolution).
        label_amplitude: ``one`` or ``maximum`` (of the image).
        label_scale: Factor on the label amplitude.
        label_repeats: Copies of the one-hot label.
        first_voting_layer: Goodness is summed from this layer on (1 is the first; the last one
            always votes).
        read_out: Also have a linear softmax on the normalised activities.
        frames: Updates per image (:class:`RecurrentForwardForward` only).
    """

    supervision = "labels"

    def __init__(
        self,
        num_inputs: int,
        num_classes: int,
        layers: list[dict[str, Any]],
        image_shape: tuple[int, int] | None = None,
        label_embedding: str = "replace",
        label_amplitude: str = "one",
        label_scale: float = 1.0,
        label_repeats: int = 1,
        first_voting_layer: int = 1,
        read_out: bool = False,
        frames: int = 8,
        supervision: str | None = None,
        name: str = "forward_forward",
        **kwargs: Any,
    ) -> None:
        super().__init__(name=name, **kwargs)
        for argument, value, known in (
            ("label_embedding", label_embedding, ("replace", "append")),
            ("supervision", supervision or self.supervision, tuple(KINDS)),
        ):
            if value not in known:
                raise ValueError(
                    f"Invalid value for argument `{argument}`. Expected one of {list(known)}. "
                    f"Received: {value!r}"
                )
        if not layers:
            raise ValueError("Argument `layers` must describe at least one layer.")
        if supervision is not None:
            self.supervision = supervision
        self.num_inputs = num_inputs
        self.num_classes = num_classes
        self.layer_configs = layers
        size = image_shape or _square(num_inputs, layers)
        self.image_shape = (int(size[0]), int(size[1]))
        self.settings = NetSettings(
            num_inputs,
            num_classes,
            self.image_shape,
            label_embedding=label_embedding,
            label_amplitude=label_amplitude,
            label_scale=float(label_scale),
            label_repeats=int(label_repeats),
            first_voting_layer=int(first_voting_layer),
            frames=int(frames),
        )
        self.ff_layers = [self._layer(i, config) for i, config in enumerate(layers)]
        self._build_layers()
        self.read_out: Any = None
        if read_out or self.kind.needs_read_out:
            self.read_out = keras.layers.Dense(
                num_classes, kernel_initializer="zeros", name="read_out"
            )
            read = self.ff_layers[1:] if len(self.ff_layers) > 1 else self.ff_layers
            self.read_out.build((None, sum(x.output_size for x in read)))
        self.net: LocalNet = self.kind(self.settings, self.ff_layers, self.read_out, ops)
        self.build((None, num_inputs))

    @property
    def kind(self) -> type[LocalNet]:
        """What tells positive from negative data in it."""
        return KINDS[self.supervision]

    def _layer(self, index: int, config: dict[str, Any]) -> FFLayer:
        config = dict(config)
        kind = config.pop("kind", "dense")
        goodness = GOODNESS.get(config.get("goodness", "mean_square"))
        if goodness is not None and goodness.by_class:  # the layer refuses unknown ones
            config["num_classes"] = self.num_classes
            config["classes_below"] = self.num_classes if index else 1
        layer: FFLayer = LAYER_CLASSES[kind](**{"name": f"ff_{kind}_{index + 1}", **config})
        return layer

    def _build_layers(self) -> None:
        widths = [layer.units for layer in self.ff_layers]
        shape: tuple[int, ...] = (self.num_inputs,)
        if isinstance(self.ff_layers[0], FFConv2D):
            shape = (*self.image_shape, 1)
        for i, layer in enumerate(self.ff_layers):
            if self.kind.needs_dense and isinstance(layer, FFConv2D):
                raise ValueError("Top-down connections need dense layers.")
            extra = self.kind.extra_inputs(i, widths, self.settings)
            layer.build((None, *shape[:-1], shape[-1] + extra))
            shape = layer.shape_after(shape)

    def build(self, input_shape: Any) -> None:
        """Nothing is left to build: the layers are, from ``num_inputs``."""
        self.built = True

    # --- scores -----------------------------------------------------------------------

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        return ops.sum(self.net.label_goodness(inputs)[:, self.net.first_voter :], axis=1)

    def goodness(self, x: Any, batch_size: int = 1000) -> Any:
        """The score of every label in every layer, as NumPy: (n, layers, classes).

        Args:
            x: Images (n, pixels) or (n, height, width), floats in 0–1.
            batch_size: Images at a time.
        """
        x = np.asarray(x, np.float32).reshape(-1, self.num_inputs)
        pieces = [
            ops.convert_to_numpy(self.net.label_goodness(x[i : i + batch_size]))
            for i in range(0, len(x), batch_size)
        ]
        empty = np.zeros((0, len(self.ff_layers), self.num_classes), np.float32)
        return np.concatenate(pieces) if pieces else empty

    def read_out_logits(self, x: Any) -> Any:
        """The read-out's softmax input from one pass without a label: (batch, classes)."""
        return self.net.read_out_logits(x)

    # --- saving -------------------------------------------------------------------------

    def compute_output_shape(self, input_shape: Any) -> tuple[Any, int]:
        return input_shape[0], self.num_classes

    def get_config(self) -> dict[str, Any]:
        settings = self.settings
        config = {
            "num_inputs": self.num_inputs,
            "num_classes": self.num_classes,
            "layers": [dict(config) for config in self.layer_configs],
            "image_shape": list(self.image_shape),
            "label_embedding": settings.label_embedding,
            "label_amplitude": settings.label_amplitude,
            "label_scale": settings.label_scale,
            "label_repeats": settings.label_repeats,
            "first_voting_layer": settings.first_voting_layer,
            "read_out": self.read_out is not None,
            "frames": settings.frames,
            "name": self.name,
        }
        if self.supervision != type(self).supervision:
            config["supervision"] = self.supervision
        return config

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> Any:
        return cls(**config)


def _square(num_inputs: int, layers: list[dict[str, Any]]) -> tuple[int, int]:
    side = math.isqrt(num_inputs)
    if side * side == num_inputs:
        return side, side
    if any(config.get("kind") == "conv" for config in layers):
        raise ValueError(
            f"Convolutions need `image_shape`: {num_inputs} pixels are not a square image."
        )
    return 1, num_inputs


@keras.saving.register_keras_serializable("ffstudio")
class ForwardForward(ForwardForwardNet):
    """The label is a part of the input: :class:`ffstudio.core.forward_forward.labels.LabelNet`."""


@keras.saving.register_keras_serializable("ffstudio")
class ClassForwardForward(ForwardForwardNet):
    """Classes own units: :class:`ffstudio.core.forward_forward.classes.ClassNet`."""

    supervision = "classes"


@keras.saving.register_keras_serializable("ffstudio")
class UnsupervisedForwardForward(ForwardForwardNet):
    """Images against hybrids: :class:`ffstudio.core.forward_forward.hybrids.HybridNet`."""

    supervision = "images"


@keras.saving.register_keras_serializable("ffstudio")
class RecurrentForwardForward(ForwardForwardNet):
    """The label on top: :class:`ffstudio.core.forward_forward.frames.FrameNet`."""

    supervision = "frames"


# Names under which files know the kinds that ship; others are plain ForwardForwardNets.
_NAMED: dict[str, type[ForwardForwardNet]] = {
    net.supervision: net
    for net in (
        ForwardForward,
        ClassForwardForward,
        UnsupervisedForwardForward,
        RecurrentForwardForward,
    )
}


def forward_forward_model(spec: ExperimentSpec, shape: DataShape) -> ForwardForwardNet:
    """A new Forward-Forward net with the initial weights that ``spec.seed`` decides."""
    ff = spec.ff
    layers = []
    sizes = layer_shapes(spec, shape.image_shape)
    for i, (layer, size) in enumerate(zip(spec.layers, sizes, strict=True)):
        config = {
            "kind": layer.kind,
            "units": layer.units,
            "activation": layer.activation,
            "normalisation": ff.normalisation,
            "goodness": ff.goodness,
            "threshold": threshold_of(spec, i, math.prod(size)),
        }
        if layer.kind == "conv":
            config |= {"kernel_size": layer.kernel_size, "pooling": layer.pooling}
        layers.append(config)
    net = _NAMED.get(ff.supervision, ForwardForwardNet)
    model = net(
        shape.num_inputs,
        shape.num_classes,
        layers,
        image_shape=shape.image_shape,
        label_embedding=ff.label_embedding,
        label_amplitude=ff.label_amplitude,
        label_scale=ff.label_scale,
        label_repeats=ff.label_repeats,
        first_voting_layer=ff.first_voting_layer,
        read_out=ff.has_read_out,
        frames=ff.frames,
        supervision=ff.supervision,
    )
    for i, made in enumerate(model.ff_layers):
        made.kernel.assign(initial_kernel(spec.seed, i, made.kernel.shape))
    return model
