"""The two nets as Keras models: Forward-Forward and its backprop twin."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from ffstudio.core.data import DataShape
from ffstudio.core.mathematics import GOODNESS, NORMALISATIONS, normalise
from ffstudio.core.spec import ExperimentSpec

# Each layer draws its initial weights from a stream of its own, so that the same layer
# of both nets starts with the same weights.
_SEEDS_PER_RUN = 1000


def _initializer(seed: int, layer: int) -> keras.initializers.Initializer:
    return keras.initializers.GlorotUniform(seed=(seed * _SEEDS_PER_RUN + layer) % (2**31))


@keras.saving.register_keras_serializable("ffstudio")
class FFDense(keras.layers.Layer):
    """A dense layer that looks at the direction of its input only and judges its own output.

    Computes ``activation(normalise(x) @ kernel + bias)``; :meth:`goodness` makes one
    number of the result. The threshold θ is a weight that no gradient reaches.

    Args:
        units: Number of neurons.
        activation: Name of a Keras activation.
        normalisation: A name of :data:`ffstudio.core.mathematics.NORMALISATIONS`.
        goodness: A name of :data:`ffstudio.core.mathematics.GOODNESS`.
        threshold: Initial θ.
        **kwargs: As for ``keras.layers.Layer``.
    """

    def __init__(
        self,
        units: int,
        activation: str = "relu",
        normalisation: str = "rms",
        goodness: str = "mean_square",
        threshold: float = 1.0,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if normalisation not in NORMALISATIONS:
            raise ValueError(
                f"Invalid value for argument `normalisation`. Expected one of "
                f"{list(NORMALISATIONS)}. Received: {normalisation!r}"
            )
        if goodness not in GOODNESS:
            raise ValueError(
                f"Invalid value for argument `goodness`. Expected one of {list(GOODNESS)}. "
                f"Received: {goodness!r}"
            )
        self.units = units
        self.activation = keras.activations.get(activation)
        self.normalisation = normalisation
        self.goodness_name = goodness
        self.initial_threshold = float(threshold)

    def build(self, input_shape: Any) -> None:
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="kernel"
        )
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")
        self.threshold = self.add_weight(
            shape=(),
            initializer=keras.initializers.Constant(self.initial_threshold),
            trainable=False,
            name="threshold",
        )

    def call(self, inputs: Any) -> Any:
        return self.respond(normalise(inputs, self.normalisation, ops))

    def respond(self, direction: Any) -> Any:
        """Activities for an input that is normalised already: (..., inputs) → (..., units)."""
        return self.activation(ops.matmul(direction, self.kernel) + self.bias)

    def goodness(self, activities: Any) -> Any:
        """Goodness of activities: (..., units) → (...,)."""
        return GOODNESS[self.goodness_name].function(activities, ops)

    def compute_output_shape(self, input_shape: Any) -> tuple[Any, ...]:
        return (*input_shape[:-1], self.units)

    def get_config(self) -> dict[str, Any]:
        return {
            **super().get_config(),
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "normalisation": self.normalisation,
            "goodness": self.goodness_name,
            "threshold": self.initial_threshold,
        }


@keras.saving.register_keras_serializable("ffstudio")
class ForwardForward(keras.Model):
    """Images in, goodness of every label out: (batch, inputs) → (batch, classes).

    The predicted label is the one with the largest output (Hinton 2022, section 3.3).

    Args:
        num_inputs: Pixels of an image.
        num_classes: Number of labels.
        layers: Arguments of each :class:`FFDense`, first layer first.
        label_embedding: ``replace`` (first pixels become the label) or ``append``.
        label_amplitude: ``one`` or ``maximum`` (of the image).
        skip_first_layer: Leave the first layer out of the sum.
    """

    def __init__(
        self,
        num_inputs: int,
        num_classes: int,
        layers: list[dict[str, Any]],
        label_embedding: str = "replace",
        label_amplitude: str = "one",
        skip_first_layer: bool = False,
        name: str = "forward_forward",
        **kwargs: Any,
    ) -> None:
        super().__init__(name=name, **kwargs)
        if label_embedding not in ("replace", "append"):
            raise ValueError(
                "Invalid value for argument `label_embedding`. Expected 'replace' or 'append'. "
                f"Received: {label_embedding!r}"
            )
        self.num_inputs = num_inputs
        self.num_classes = num_classes
        self.layer_configs = layers
        self.label_embedding = label_embedding
        self.label_amplitude = label_amplitude
        self.skip_first_layer = skip_first_layer
        self.ff_layers = [
            FFDense(**{"name": f"ff_dense_{i + 1}", **config}) for i, config in enumerate(layers)
        ]
        width = num_inputs + (num_classes if label_embedding == "append" else 0)
        for layer in self.ff_layers:
            layer.build((None, width))
            width = layer.units
        self.build((None, num_inputs))

    def build(self, input_shape: Any) -> None:
        """Nothing is left to build: the layers are, from ``num_inputs``."""
        self.built = True

    # --- the first layer, whose product with the image is shared by all labels ---------
    #
    # With the label's one-hot vector e scaled by an amplitude s, the first layer's input is
    # (blank + s·e) / d, and its divisor d is the same for all labels. So the image's part
    # blank·W / d is computed once, and each label adds (s / d) times its row of W.

    def split_input(self, x: Any) -> tuple[Any, Any]:
        """Images (batch, inputs) → blank / d (batch, inputs) and s / d (batch, 1)."""
        if self.label_amplitude == "maximum":
            amplitude = ops.max(x, axis=1, keepdims=True)
        else:
            amplitude = ops.ones_like(x[:, :1])
        if self.label_embedding == "replace":
            keep = ops.cast(ops.arange(self.num_inputs) >= self.num_classes, x.dtype)
            x = x * keep
        first = self.ff_layers[0]
        squares = ops.sum(ops.square(x), axis=1, keepdims=True) + ops.square(amplitude)
        divisor = NORMALISATIONS[first.normalisation].function(squares, first.kernel.shape[0], ops)
        return x / divisor, amplitude / divisor

    def image_product(self, image: Any) -> Any:
        """What the first layer adds up for the image alone: (batch, units)."""
        first = self.ff_layers[0]
        # With "replace" the kernel's label rows meet zeros.
        return ops.matmul(image, first.kernel[: self.num_inputs]) + first.bias

    @property
    def label_kernel(self) -> Any:
        """The first kernel's rows that belong to the label: (classes, units)."""
        kernel = self.ff_layers[0].kernel
        if self.label_embedding == "append":
            return kernel[self.num_inputs :]
        return kernel[: self.num_classes]

    def first_activities(self, product: Any, weight: Any, one_hot: Any) -> Any:
        """First layer for labels given as one-hot rows (batch, classes): (batch, units)."""
        label = ops.matmul(one_hot, self.label_kernel)
        return self.ff_layers[0].activation(product + weight * label)

    # --- all labels -------------------------------------------------------------------

    def label_goodness(self, x: Any, num_layers: int | None = None) -> Any:
        """Goodness of every label in every layer: (batch, layers, classes)."""
        image, weight = self.split_input(x)
        return self.label_goodness_of(self.image_product(image), weight, num_layers)

    def label_goodness_of(self, product: Any, weight: Any, num_layers: int | None = None) -> Any:
        """As :meth:`label_goodness`, from :meth:`image_product` and the label's weight."""
        layers = self.ff_layers[:num_layers]
        h = layers[0].activation(
            product[:, None, :] + weight[:, None, :] * self.label_kernel[None, :, :]
        )
        scores = [layers[0].goodness(h)]
        h = ops.reshape(h, (-1, layers[0].units))
        for layer in layers[1:]:
            h = layer(h)
            scores.append(ops.reshape(layer.goodness(h), (-1, self.num_classes)))
        return ops.stack(scores, axis=1)

    @property
    def first_voter(self) -> int:
        """The first layer whose goodness counts in a prediction (0-based)."""
        return 1 if self.skip_first_layer and len(self.ff_layers) > 1 else 0

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        return ops.sum(self.label_goodness(inputs)[:, self.first_voter :], axis=1)

    def compute_output_shape(self, input_shape: Any) -> tuple[Any, int]:
        return input_shape[0], self.num_classes

    def get_config(self) -> dict[str, Any]:
        return {
            "num_inputs": self.num_inputs,
            "num_classes": self.num_classes,
            "layers": [dict(config) for config in self.layer_configs],
            "label_embedding": self.label_embedding,
            "label_amplitude": self.label_amplitude,
            "skip_first_layer": self.skip_first_layer,
            "name": self.name,
        }

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> ForwardForward:
        return cls(**config)


def forward_forward_model(spec: ExperimentSpec, shape: DataShape) -> ForwardForward:
    """A new Forward-Forward net with the initial weights that ``spec.seed`` decides."""
    model = ForwardForward(
        shape.num_inputs,
        shape.num_classes,
        [
            {
                "units": layer.units,
                "activation": layer.activation,
                "normalisation": spec.ff.normalisation,
                "goodness": spec.ff.goodness,
                "threshold": layer.threshold,
            }
            for layer in spec.layers
        ],
        label_embedding=spec.ff.label_embedding,
        label_amplitude=spec.ff.label_amplitude,
        skip_first_layer=spec.ff.skip_first_layer,
    )
    for i, layer in enumerate(model.ff_layers):
        layer.kernel.assign(_initializer(spec.seed, i)(layer.kernel.shape))
    return model


def backprop_model(spec: ExperimentSpec, shape: DataShape) -> keras.Sequential:
    """A new backprop twin: the same hidden layers, their dropout, and a softmax output."""
    model = keras.Sequential(name="backprop_twin")
    model.add(keras.Input((shape.num_inputs,)))
    for i, layer in enumerate(spec.layers):
        model.add(
            keras.layers.Dense(
                layer.units,
                activation=layer.activation,
                kernel_initializer=_initializer(spec.seed, i),
                name=f"dense_{i + 1}",
            )
        )
        if layer.dropout:
            model.add(keras.layers.Dropout(layer.dropout, name=f"dropout_{i + 1}"))
    model.add(
        keras.layers.Dense(
            shape.num_classes,
            activation="softmax",
            kernel_initializer=_initializer(spec.seed, len(spec.layers)),
            name="output",
        )
    )
    return model


def make_optimizer(name: str, learning_rate: float) -> keras.optimizers.Optimizer:
    """An optimizer by its name in :data:`ffstudio.core.spec.OPTIMIZERS`."""
    made = {
        "adam": lambda: keras.optimizers.Adam(learning_rate),
        "sgd": lambda: keras.optimizers.SGD(learning_rate),
        "momentum": lambda: keras.optimizers.SGD(learning_rate, momentum=0.9),
        "rmsprop": lambda: keras.optimizers.RMSprop(learning_rate),
    }
    return made[name]()
