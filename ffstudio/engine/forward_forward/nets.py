"""The nets as Keras models: four kinds of Forward-Forward net, and the backprop twin."""

from __future__ import annotations

import math
from typing import Any

import keras
import numpy as np
from keras import ops

from ffstudio.core.experiment.sizes import layer_shapes, threshold_of
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.mathematics import GOODNESS, NORMALISATIONS, normalise, normalise_layer
from ffstudio.engine.forward_forward.keras_fit import LocalLearning
from ffstudio.engine.forward_forward.layers import KINDS, FFConv2D, FFDense, FFLayer

# Each layer draws its initial weights from a stream of its own, so that the same layer
# of both nets starts with the same weights.
_SEEDS_PER_RUN = 1000

# Hinton 2022, section 4.4: new activity counts 0.7, old 0.3; goodness is that of the
# third to the fifth frame.
NEW_SHARE = 0.7
GOOD_FRAMES = (3, 5)


def _initializer(seed: int, layer: int) -> keras.initializers.Initializer:
    return keras.initializers.GlorotUniform(seed=(seed * _SEEDS_PER_RUN + layer) % (2**31))


class ForwardForwardBase(LocalLearning):
    """Images in, a score of every label out: (batch, pixels) → (batch, classes).

    The predicted label is the one with the largest output.

    Args:
        num_inputs: Pixels of an image.
        num_classes: Number of labels.
        layers: Arguments of each layer, first layer first, and its ``kind``: ``dense``
            (:class:`FFDense`, also when left out) or ``conv`` (:class:`FFConv2D`).
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

    # As ForwardForwardSpec.supervision.
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
        name: str = "forward_forward",
        **kwargs: Any,
    ) -> None:
        super().__init__(name=name, **kwargs)
        if label_embedding not in ("replace", "append"):
            raise ValueError(
                "Invalid value for argument `label_embedding`. Expected 'replace' or 'append'. "
                f"Received: {label_embedding!r}"
            )
        if not layers:
            raise ValueError("Argument `layers` must describe at least one layer.")
        self.num_inputs = num_inputs
        self.num_classes = num_classes
        self.layer_configs = layers
        size = image_shape or _square(num_inputs, layers)
        self.image_shape = (int(size[0]), int(size[1]))
        self.label_embedding = label_embedding
        self.label_amplitude = label_amplitude
        self.label_scale = float(label_scale)
        self.label_repeats = int(label_repeats)
        self.first_voting_layer = int(first_voting_layer)
        self.frames = int(frames)
        self.ff_layers = [self._layer(i, config) for i, config in enumerate(layers)]
        self._build_layers()
        self.read_out: Any = None
        if read_out:
            self.read_out = keras.layers.Dense(
                num_classes, kernel_initializer="zeros", name="read_out"
            )
            self.read_out.build((None, sum(x.output_size for x in self.read_layers)))
        self.build((None, num_inputs))

    def _layer(self, index: int, config: dict[str, Any]) -> FFLayer:
        config = dict(config)
        kind = config.pop("kind", "dense")
        if self.supervision == "classes":
            config["num_classes"] = self.num_classes
            config["classes_below"] = self.num_classes if index else 1
        layer: FFLayer = KINDS[kind](**{"name": f"ff_{kind}_{index + 1}", **config})
        return layer

    def _build_layers(self) -> None:
        shape = self.first_shape
        for layer in self.ff_layers:
            layer.build((None, *shape))
            shape = layer.shape_after(shape)

    @property
    def first_shape(self) -> tuple[int, ...]:
        """Shape of the first layer's input, label places included."""
        if isinstance(self.ff_layers[0], FFConv2D):
            return (*self.image_shape, 1 + self.num_label_units)
        return (self.num_inputs + self.num_label_units,)

    @property
    def num_label_units(self) -> int:
        """Label units or planes beside the image."""
        return 0

    def build(self, input_shape: Any) -> None:
        """Nothing is left to build: the layers are, from ``num_inputs``."""
        self.built = True

    def images(self, x: Any) -> Any:
        """Images (batch, pixels) as the first layer takes them, without label places."""
        if isinstance(self.ff_layers[0], FFConv2D):
            return ops.reshape(x, (-1, *self.image_shape, 1))
        return x

    # --- scores -----------------------------------------------------------------------

    def label_goodness(self, x: Any) -> Any:
        """The score of every label in every layer: (batch, layers, classes)."""
        raise NotImplementedError

    @property
    def first_voter(self) -> int:
        """The first layer whose goodness counts in a prediction (0-based)."""
        return min(self.first_voting_layer, len(self.ff_layers)) - 1

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        return ops.sum(self.label_goodness(inputs)[:, self.first_voter :], axis=1)

    def goodness(self, x: Any, batch_size: int = 1000) -> Any:
        """The score of every label in every layer, as NumPy: (n, layers, classes).

        Args:
            x: Images (n, pixels) or (n, height, width), floats in 0–1.
            batch_size: Images at a time.
        """
        x = np.asarray(x, np.float32).reshape(-1, self.num_inputs)
        pieces = [
            ops.convert_to_numpy(self.label_goodness(x[i : i + batch_size]))
            for i in range(0, len(x), batch_size)
        ]
        empty = np.zeros((0, len(self.ff_layers), self.num_classes), np.float32)
        return np.concatenate(pieces) if pieces else empty

    # --- the linear read-out -----------------------------------------------------------

    @property
    def read_layers(self) -> list[FFLayer]:
        """Those that the read-out sees: all but the first (Hinton 2022, 3.3)."""
        return self.ff_layers[1:] if len(self.ff_layers) > 1 else self.ff_layers

    def neutral_activities(self, x: Any) -> list[Any]:
        """Activities of every layer for images without a label."""
        return self.run(self.images(x))

    def run(self, inputs: Any) -> list[Any]:
        """Activities of every layer, from the first layer's input."""
        found = []
        for layer in self.ff_layers:
            inputs = layer(inputs)
            found.append(inputs)
        return found

    def features(self, x: Any) -> Any:
        """What the read-out sees: normalised activities, side by side (batch, units)."""
        return self.features_of(self.neutral_activities(x))

    def features_of(self, activities: list[Any]) -> Any:
        """As :meth:`features`, from the activities of all layers."""
        read = activities[-len(self.read_layers) :]
        return ops.concatenate(
            [
                ops.reshape(self._normalised(a, layer), (-1, layer.output_size))
                for a, layer in zip(read, self.read_layers, strict=True)
            ],
            axis=-1,
        )

    def _normalised(self, activities: Any, layer: FFLayer) -> Any:
        classes = self.num_classes if self.supervision == "classes" else 1
        return normalise_layer(activities, layer.normalisation, classes, ops)

    def read_out_logits(self, x: Any) -> Any:
        """The read-out's softmax input from one pass without a label: (batch, classes)."""
        return self.read_out(self.features(x))

    # --- saving -------------------------------------------------------------------------

    def compute_output_shape(self, input_shape: Any) -> tuple[Any, int]:
        return input_shape[0], self.num_classes

    def get_config(self) -> dict[str, Any]:
        return {
            "num_inputs": self.num_inputs,
            "num_classes": self.num_classes,
            "layers": [dict(config) for config in self.layer_configs],
            "image_shape": list(self.image_shape),
            "label_embedding": self.label_embedding,
            "label_amplitude": self.label_amplitude,
            "label_scale": self.label_scale,
            "label_repeats": self.label_repeats,
            "first_voting_layer": self.first_voting_layer,
            "read_out": self.read_out is not None,
            "frames": self.frames,
            "name": self.name,
        }

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
class ForwardForward(ForwardForwardBase):
    """The label is a part of the input; goodness tells how well it fits (Hinton 2022, 3.3)."""

    @property
    def num_label_units(self) -> int:
        return self.num_classes * self.label_repeats if self.label_embedding == "append" else 0

    # --- the first layer, whose product with the image is shared by all labels ---------
    #
    # With the label's pattern e scaled by an amplitude s, the first layer's input is
    # (blank + s·e) / d, and its divisor d is the same for all labels. So the image's part
    # blank·W / d is computed once, and each label adds (s / d) times its own e·W. A
    # convolution is linear too, so the same holds for label planes.

    def split_input(self, x: Any) -> tuple[Any, Any]:
        """Images (batch, inputs) → blank / d (batch, …) and s / d (batch, 1)."""
        if self.label_amplitude == "maximum":
            amplitude = self.label_scale * ops.max(x, axis=1, keepdims=True)
        else:
            amplitude = self.label_scale * ops.ones_like(x[:, :1])
        places = self.label_repeats  # how many inputs a label switches on
        if self.label_embedding == "replace":
            keep = ops.arange(self.num_inputs) >= self.num_classes * self.label_repeats
            x = x * ops.cast(keep, x.dtype)
        elif isinstance(self.ff_layers[0], FFConv2D):
            places *= self.num_inputs
        squares = ops.sum(ops.square(x), axis=1, keepdims=True) + places * ops.square(amplitude)
        divisor = NORMALISATIONS[self.ff_layers[0].normalisation].function(
            squares, math.prod(self.first_shape), ops
        )
        return self.images(x / divisor), amplitude / divisor

    def image_product(self, image: Any) -> Any:
        """What the first layer adds up for the image alone, bias included: (batch, units)."""
        first = self.ff_layers[0]
        if isinstance(first, FFConv2D):
            return ops.conv(image, first.kernel[:, :, :1], padding="same") + first.bias
        # With "replace" the kernel's label rows meet zeros.
        return ops.matmul(image, first.kernel[: self.num_inputs]) + first.bias

    def label_product(self) -> Any:
        """What the first layer adds up for each label of amplitude 1: (classes, units)."""
        first, classes, repeats = self.ff_layers[0], self.num_classes, self.label_repeats
        if not isinstance(first, FFConv2D):
            start = self.num_inputs if self.label_embedding == "append" else 0
            rows = first.kernel[start : start + classes * repeats]
            return ops.sum(ops.reshape(rows, (repeats, classes, -1)), axis=0)
        if self.label_embedding == "append":
            planes = np.tile(np.eye(classes, dtype=np.float32), repeats)
            pattern = np.broadcast_to(
                planes[:, None, None, :], (classes, *self.image_shape, classes * repeats)
            )
            kernel = first.kernel[:, :, 1:]
        else:
            pattern = np.zeros((classes, self.num_inputs), np.float32)
            pattern[:, : classes * repeats] = np.tile(np.eye(classes, dtype=np.float32), repeats)
            pattern = pattern.reshape(classes, *self.image_shape, 1)
            kernel = first.kernel
        return ops.conv(ops.convert_to_tensor(np.array(pattern)), kernel, padding="same")

    def first_before(self, product: Any, weight: Any, labels: Any, one_hot: Any) -> Any:
        """Summed inputs of the first layer for labels given as one-hot rows.

        Args:
            product: From :meth:`image_product` (batch, …).
            weight: s / d (batch, 1).
            labels: From :meth:`label_product` (classes, …).
            one_hot: (batch, classes).
        """
        shape = labels.shape[1:]
        if len(shape) == 1:
            return product + weight * ops.matmul(one_hot, labels)
        label = ops.matmul(weight * one_hot, ops.reshape(labels, (self.num_classes, -1)))
        return product + ops.reshape(label, (-1, *shape))

    # --- all labels -------------------------------------------------------------------

    def label_goodness(self, x: Any, num_layers: int | None = None) -> Any:
        """Goodness of every label in every layer: (batch, layers, classes)."""
        image, weight = self.split_input(x)
        return self.label_goodness_of(self.image_product(image), weight, num_layers)

    def label_goodness_of(self, product: Any, weight: Any, num_layers: int | None = None) -> Any:
        """As :meth:`label_goodness`, from :meth:`image_product` and the label's weight."""
        return self.label_activities_of(product, weight, num_layers)[1]

    def label_activities_of(
        self, product: Any, weight: Any, num_layers: int | None = None
    ) -> tuple[list[Any], Any]:
        """Activities of every layer for every label, and their goodness.

        Returns:
            Per layer (batch × classes, units), the labels of an image one after the other;
            and (batch, layers, classes).
        """
        layers = self.ff_layers[:num_layers]
        labels = self.label_product()
        ones = (1,) * (len(labels.shape) - 1)
        before = ops.expand_dims(product, 1) + ops.reshape(weight, (-1, 1, *ones)) * labels[None]
        h = layers[0].finish(ops.reshape(before, (-1, *labels.shape[1:])))
        activities, scores = [], []
        for i, layer in enumerate(layers):
            h = layer(h) if i else h
            activities.append(h)
            scores.append(ops.reshape(layer.goodness(h), (-1, self.num_classes)))
        return activities, ops.stack(scores, axis=1)

    def neutral_activities(self, x: Any) -> list[Any]:
        """Activities of every layer for a label that is a little of each (Hinton's code)."""
        image, weight = self.split_input(x)
        neutral = ops.ones_like(weight) / self.num_classes
        neutral = ops.tile(neutral, (1, self.num_classes))
        before = self.first_before(self.image_product(image), weight, self.label_product(), neutral)
        h = self.ff_layers[0].finish(before)
        found = [h]
        for layer in self.ff_layers[1:]:
            h = layer(h)
            found.append(h)
        return found


@keras.saving.register_keras_serializable("ffstudio")
class ClassForwardForward(ForwardForwardBase):
    """Each class owns a share of every layer's units and is scored by them.

    Source: channel-wise goodness (CwComp, AAAI 2024; DeeperForward, ICLR 2025).
    """

    supervision = "classes"

    def label_goodness(self, x: Any) -> Any:
        activities = self.run(self.images(x))
        found = [layer.goodness(a) for layer, a in zip(self.ff_layers, activities, strict=True)]
        return ops.stack(found, axis=1)


@keras.saving.register_keras_serializable("ffstudio")
class UnsupervisedForwardForward(ForwardForwardBase):
    """Learns images against hybrids; a linear read-out classifies (Hinton 2022, 3.2).

    A layer's score of a label is its share of the read-out's logit; the bias is the last
    layer's. They add up to the logits.
    """

    supervision = "images"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "read_out": True})

    @property
    def first_voter(self) -> int:
        """Every layer: the shares are parts of one logit."""
        return 0

    def label_goodness(self, x: Any) -> Any:
        features = self.features(x)
        shares, start = [], 0
        for layer in self.read_layers:
            end = start + layer.output_size
            shares.append(ops.matmul(features[:, start:end], self.read_out.kernel[start:end]))
            start = end
        shares[-1] = shares[-1] + self.read_out.bias
        silent = len(self.ff_layers) - len(shares)
        return ops.stack([ops.zeros_like(shares[0])] * silent + shares, axis=1)


@keras.saving.register_keras_serializable("ffstudio")
class RecurrentForwardForward(ForwardForwardBase):
    """Every layer also sees the layer above it, the top layer the label (Hinton 2022, 4.4).

    A still image is shown for several frames. In each, all layers are updated at once from
    the normalised activities of the frame before, below and above:
    h ← 0.3 h + 0.7 f(W·[below; above] + b), starting from silence.
    """

    supervision = "frames"

    def _build_layers(self) -> None:
        widths = [layer.units for layer in self.ff_layers]
        below = [self.num_inputs, *widths[:-1]]
        above = [*widths[1:], self.num_classes]
        for layer, b, a in zip(self.ff_layers, below, above, strict=True):
            if not isinstance(layer, FFDense):
                raise ValueError("Top-down connections need dense layers.")
            layer.build((None, b + a))

    def image_product(self, x: Any) -> Any:
        """The image's part of the first layer's input, the same in every frame."""
        first = self.ff_layers[0]
        direction = normalise(x, first.normalisation, ops)
        return ops.matmul(direction, first.kernel[: self.num_inputs]) + first.bias

    def label_direction(self, labels: Any) -> Any:
        """Labels as the top layer sees them: (batch, classes) one-hot or neutral."""
        return self.label_scale * normalise(labels, self.ff_layers[-1].normalisation, ops)

    def frame(self, product: Any, labels: Any, state: list[Any]) -> list[Any]:
        """New activity of every layer, before it is mixed with the old."""
        above = [normalise(h, self.ff_layers[0].normalisation, ops) for h in state]
        directions = [*above[1:], labels]
        first = self.ff_layers[0]
        new = [first.finish(product + ops.matmul(directions[0], first.kernel[self.num_inputs :]))]
        for i, layer in enumerate(self.ff_layers[1:], start=1):
            new.append(layer.respond(ops.concatenate([above[i - 1], directions[i]], axis=-1)))
        return new

    def silence(self, product: Any) -> list[Any]:
        """Activities before the first frame."""
        return [
            ops.zeros_like(ops.tile(product[:, :1], (1, layer.units))) for layer in self.ff_layers
        ]

    def frames_of(self, product: Any, labels: Any, frames: int) -> list[list[Any]]:
        """Activities of every frame and layer."""
        state, found = self.silence(product), []
        direction = self.label_direction(labels)
        for _ in range(frames):
            state = self.mixed(state, self.frame(product, direction, state))
            found.append(state)
        return found

    @staticmethod
    def mixed(old: list[Any], new: list[Any]) -> list[Any]:
        """Old activity ×0.3 plus new ×0.7, layer by layer."""
        return [(1.0 - NEW_SHARE) * h + NEW_SHARE * n for h, n in zip(old, new, strict=True)]

    @property
    def good_frames(self) -> slice:
        """The frames whose goodness counts."""
        last = min(GOOD_FRAMES[1], self.frames)
        return slice(last - (GOOD_FRAMES[1] - GOOD_FRAMES[0]) - 1, last)

    def label_goodness(self, x: Any) -> Any:
        product = ops.repeat(self.image_product(x), self.num_classes, axis=0)
        labels = ops.tile(ops.eye(self.num_classes), (ops.shape(x)[0], 1))
        frames = self.frames_of(product, labels, self.good_frames.stop)[self.good_frames]
        scores = []
        for i, layer in enumerate(self.ff_layers):
            mean = sum(layer.goodness(frame[i]) for frame in frames) / len(frames)
            scores.append(ops.reshape(mean, (-1, self.num_classes)))
        return ops.stack(scores, axis=1)

    def neutral_activities(self, x: Any) -> list[Any]:
        product = self.image_product(x)
        neutral = ops.ones_like(ops.tile(product[:, :1], (1, self.num_classes)))
        return self.frames_of(product, neutral / self.num_classes, self.good_frames.stop)[-1]


NETS: dict[str, type[ForwardForwardBase]] = {
    "labels": ForwardForward,
    "classes": ClassForwardForward,
    "images": UnsupervisedForwardForward,
    "frames": RecurrentForwardForward,
}


def forward_forward_model(spec: ExperimentSpec, shape: DataShape) -> ForwardForwardBase:
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
    model = NETS[ff.supervision](
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
    )
    for i, made in enumerate(model.ff_layers):
        made.kernel.assign(_initializer(spec.seed, i)(made.kernel.shape))
    return model


_POOLING = {"average": keras.layers.AveragePooling2D, "max": keras.layers.MaxPooling2D}


def backprop_model(spec: ExperimentSpec, shape: DataShape) -> keras.Sequential:
    """A new backprop twin: the same hidden layers, their dropout, and a softmax output."""
    model = keras.Sequential(name="backprop_twin")
    model.add(keras.Input((shape.num_inputs,)))
    is_image = False
    for i, layer in enumerate(spec.layers):
        initializer = _initializer(spec.seed, i)
        if layer.kind == "conv":
            if not is_image:
                model.add(keras.layers.Reshape((*shape.image_shape, 1), name="image"))
            is_image = True
            model.add(
                keras.layers.Conv2D(
                    layer.units,
                    layer.kernel_size,
                    padding="same",
                    activation=layer.activation,
                    kernel_initializer=initializer,
                    name=f"conv_{i + 1}",
                )
            )
            if layer.pooling != "none":
                model.add(_POOLING[layer.pooling](2, name=f"pooling_{i + 1}"))
        else:
            if is_image:
                model.add(keras.layers.Flatten(name="flatten"))
            is_image = False
            model.add(
                keras.layers.Dense(
                    layer.units,
                    activation=layer.activation,
                    kernel_initializer=initializer,
                    name=f"dense_{i + 1}",
                )
            )
        if layer.dropout:
            kind = keras.layers.SpatialDropout2D if is_image else keras.layers.Dropout
            model.add(kind(layer.dropout, name=f"dropout_{i + 1}"))
    if is_image:
        model.add(keras.layers.Flatten(name="flatten"))
    model.add(
        keras.layers.Dense(
            shape.num_classes,
            activation="softmax",
            kernel_initializer=_initializer(spec.seed, len(spec.layers)),
            name="output",
        )
    )
    return model


def make_optimizer(
    name: str, learning_rate: float, weight_decay: float = 0.0
) -> keras.optimizers.Optimizer:
    """An optimizer by its name in :data:`ffstudio.core.experiment.spec.OPTIMIZERS`."""
    decay = weight_decay or None
    made = {
        "adam": lambda: keras.optimizers.Adam(learning_rate, weight_decay=decay),
        "sgd": lambda: keras.optimizers.SGD(learning_rate, weight_decay=decay),
        "momentum": lambda: keras.optimizers.SGD(learning_rate, momentum=0.9, weight_decay=decay),
        "rmsprop": lambda: keras.optimizers.RMSprop(learning_rate, weight_decay=decay),
    }
    optimizer = made[name]()
    if decay:
        optimizer.exclude_from_weight_decay(var_names=["bias"])
    return optimizer


__all__ = [
    "GOODNESS",
    "NETS",
    "ClassForwardForward",
    "FFConv2D",
    "FFDense",
    "ForwardForward",
    "ForwardForwardBase",
    "RecurrentForwardForward",
    "UnsupervisedForwardForward",
    "backprop_model",
    "forward_forward_model",
    "make_optimizer",
]
