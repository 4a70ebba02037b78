"""The layers of a Forward-Forward net: each judges its own output."""

from __future__ import annotations

import math
from typing import Any

import keras
from keras import ops

from ffstudio.core.forward_forward import (
    LocalConvolution,
    LocalDense,
    LocalFields,
    LocalLayer,
)
from ffstudio.core.mathematics import GOODNESS, NORMALISATIONS, num_features
from ffstudio.core.mathematics.convolution import conv_places
from ffstudio.core.mathematics.projection import unit_length
from ffstudio.core.mathematics.shortcuts import plan_shortcut


class FFLayer(LocalLayer, keras.layers.Layer):
    """A layer that looks at the direction of its input only and judges its own output.

    What it computes is in :class:`ffstudio.core.forward_forward.LocalLayer`. The threshold θ
    and the running mean activities are weights that no gradient reaches.

    Args:
        units: Number of neurons or channels.
        activation: Name of a Keras activation.
        normalisation: A name of :data:`ffstudio.core.mathematics.NORMALISATIONS`.
        goodness: A name of :data:`ffstudio.core.mathematics.GOODNESS`.
        threshold: Initial θ.
        num_classes: Where the goodness scores classes.
        classes_below: Number of classes that own the units of the layer below, 1 for none:
            they are then standardised class by class.
        batch_norm: True where summed inputs are brought to mean 0 and variance 1 over the batch
            (:mod:`ffstudio.core.mathematics.batch_norm`).
        comparison: ``linear`` where the layer also learns a map of its activities, which images
            are compared by (class losses ``similarity``, ``predsim``, ``contrastive``), or ``none``.
        skip: So many layers, this one the last, are a block past which a shortcut goes; 0 for none
            (:mod:`ffstudio.core.mathematics.shortcuts`).
        **kwargs: As for ``keras.layers.Layer``.

    Attributes:
        block: Shape of what the block's first layer sees, set before the layer is built.
    """

    xp = ops
    block: tuple[int, ...] | None = None

    def __init__(
        self,
        units: int,
        activation: str = "relu",
        normalisation: str = "rms",
        goodness: str = "mean_square",
        threshold: float = 1.0,
        num_classes: int = 1,
        classes_below: int = 1,
        comparison: str = "none",
        batch_norm: bool = False,
        skip: int = 0,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.batch_norm = bool(batch_norm)
        if comparison not in ("none", "linear"):
            raise ValueError(
                "Invalid value for argument `comparison`. Expected 'none' or 'linear'. Received: "
                f"{comparison!r}"
            )
        for argument, value, table in (
            ("normalisation", normalisation, NORMALISATIONS),
            ("goodness", goodness, GOODNESS),
        ):
            if value not in table:
                raise ValueError(
                    f"Invalid value for argument `{argument}`. Expected one of {list(table)}. "
                    f"Received: {value!r}"
                )
        if GOODNESS[goodness].by_class and (num_classes < 2 or units % num_classes):
            raise ValueError(
                "Goodness class by class needs `units` to be a multiple of `num_classes`. "
                f"Received: units={units}, num_classes={num_classes}"
            )
        if GOODNESS[goodness].projection and num_classes < 2:
            raise ValueError(
                "A projection to the classes needs `num_classes` of 2 or more. Received: "
                f"{num_classes}"
            )
        if skip < 0 or skip != int(skip):
            raise ValueError(
                "Invalid value for argument `skip`. Expected a whole number of 0 or more. "
                f"Received: {skip!r}"
            )
        self.units, self.skip = units, int(skip)
        self.activation = keras.activations.get(activation)
        self.normalisation = normalisation
        self.goodness_name = goodness
        self.initial_threshold = float(threshold)
        self.num_classes = num_classes
        self.classes_below = classes_below
        self.comparison_name = comparison

    def build(self, input_shape: Any) -> None:
        shape = self.kernel_shape(input_shape)
        self.kernel = self.add_weight(
            shape=shape, initializer=self.first_kernel(shape), name="kernel"
        )
        biases = self.bias_shape(input_shape)
        self.bias = self.add_weight(shape=biases, initializer="zeros", name="bias")
        self.threshold = self.add_weight(
            shape=(),
            initializer=keras.initializers.Constant(self.initial_threshold),
            trainable=False,
            name="threshold",
        )
        # Hinton's code starts it at ½ (peer normalisation).
        self.mean_activity = self.add_weight(
            shape=(math.prod(biases),),
            initializer=keras.initializers.Constant(0.5),
            trainable=False,
            name="mean_activity",
        )
        if self.batch_norm:
            for name, start, learnt in (
                ("gamma", "ones", True),
                ("beta", "zeros", True),
                ("moving_mean", "zeros", False),
                ("moving_variance", "ones", False),
            ):
                made = self.add_weight(
                    shape=(self.units,), initializer=start, trainable=learnt, name=name
                )
                setattr(self, name, made)
        if self.skip:
            self._build_shortcut(tuple(int(n) for n in input_shape[1:]))
        how = GOODNESS[self.goodness_name].projection
        if how:
            size = num_features(self.shape_after(tuple(int(n) for n in input_shape[1:])))
            drawn: Any = "glorot_uniform"
            if how != "learnt":
                drawn = keras.initializers.RandomNormal(stddev=size**-0.5)
            self.projection = self.add_weight(
                shape=(size, self.num_classes),
                initializer=drawn,
                trainable=how == "learnt",
                name="projection",
            )
            if how == "running":  # prototypes begin anywhere; each batch brings them nearer
                self.projection.assign(unit_length(self.projection.value, ops, 0))
        if self.comparison_name == "linear":
            places = len(self.shape_after(tuple(int(n) for n in input_shape[1:]))) - 1
            self.comparison = self.add_weight(
                shape=(*(3,) * places, self.units, self.units),
                initializer="glorot_uniform",
                name="comparison",
            )

    def _build_shortcut(self, below: tuple[int, ...]) -> None:
        block, sums = self.block or below, self.sums_shape(below)
        planned = plan_shortcut(block, sums)
        if planned is None:
            raise ValueError(
                f"What a block sees, of shape {block}, cannot be added to sums of shape {sums}: give "
                "its layers `padding='same'`, and leave out dense ones among convolutions. "
                f"Received: skip={self.skip}"
            )
        self.shortcut_stride = planned.stride
        if planned.kernel:
            self.shortcut = self.add_weight(
                shape=planned.kernel, initializer="glorot_uniform", name="shortcut"
            )

    @property
    def learnt(self) -> list[Any]:
        """The weights that training moves."""
        has_own = GOODNESS[self.goodness_name].projection == "learnt"
        beside = [self.gamma, self.beta] if self.batch_norm else []
        if self.shortcut is not None:
            beside.append(self.shortcut)
        beside += [self.projection] if has_own else []
        if self.comparison is not None:
            beside.append(self.comparison)
        return [self.kernel, self.bias, *beside]

    def shape_after(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape of one example's activities."""
        raise NotImplementedError

    def sums_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape of one example's summed inputs."""
        return self.shape_after(input_shape)

    def kernel_shape(self, input_shape: Any) -> tuple[int, ...]:
        """Shape of the kernel for inputs (batch, …)."""
        raise NotImplementedError

    def bias_shape(self, input_shape: Any) -> tuple[int, ...]:
        """Shape of the bias for inputs (batch, …)."""
        return (self.units,)

    def first_kernel(self, shape: tuple[int, ...]) -> Any:
        """What draws a kernel of that shape, of a net that no experiment describes."""
        return "glorot_uniform"

    @property
    def theta(self) -> Any:
        """The threshold θ of the step that is computed."""
        return self.threshold.value

    def activate(self, before: Any) -> Any:
        """The activation function."""
        return self.activation(before)

    def call(self, inputs: Any) -> Any:
        if self.skip > 1:
            raise ValueError("A layer at the end of a block cannot be called without its net.")
        return self.respond([self.normalise(inputs)])

    def get_config(self) -> dict[str, Any]:
        return {
            **super().get_config(),
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "normalisation": self.normalisation,
            "goodness": self.goodness_name,
            "threshold": self.initial_threshold,
            "num_classes": self.num_classes,
            "classes_below": self.classes_below,
            "comparison": self.comparison_name,
            "batch_norm": self.batch_norm,
            "skip": self.skip,
        }


@keras.saving.register_keras_serializable("ffstudio")
class FFDense(LocalDense, FFLayer):
    """A dense Forward-Forward layer: (..., inputs) → (..., units); images are flattened."""

    def kernel_shape(self, input_shape: Any) -> tuple[int, ...]:
        return math.prod(input_shape[1:]), self.units

    def compute_output_shape(self, input_shape: Any) -> tuple[Any, ...]:
        kept = input_shape[:1] if len(input_shape) == 4 else input_shape[:-1]
        return (*kept, self.units)

    def shape_after(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape of one example's activities."""
        return (self.units,)


@keras.saving.register_keras_serializable("ffstudio")
class FFConv2D(LocalConvolution, FFLayer):
    """A convolutional Forward-Forward layer: (batch, height, width, channels below) → channels.

    2×2 pooling follows if wanted. Goodness is that of the pooled activities, all places and
    channels together.

    Args:
        units: Channels.
        kernel_size: Width and height of the kernel.
        pooling: ``none``, ``average``, ``rms`` (root mean square) or ``max``.
        stride: Pixels from one place of the kernel to the next.
        padding: ``same`` (zeros around the image) or ``valid`` (the kernel stays inside).
        groups: So many groups of channels, each of which sees its own share of those below.
        **kwargs: As for :class:`FFLayer`.
    """

    def __init__(
        self,
        units: int,
        kernel_size: int = 3,
        pooling: str = "none",
        stride: int = 1,
        padding: str = "same",
        groups: int = 1,
        **kwargs: Any,
    ) -> None:
        super().__init__(units, **kwargs)
        if padding not in ("same", "valid"):
            raise ValueError(
                "Invalid value for argument `padding`. Expected 'same' or 'valid'. "
                f"Received: {padding!r}"
            )
        for argument, value in (("stride", stride), ("groups", groups)):
            if value < 1 or value != int(value):
                raise ValueError(
                    f"Invalid value for argument `{argument}`. Expected a whole number of 1 or "
                    f"more. Received: {value!r}"
                )
        if units % groups:
            raise ValueError(
                "`groups` must divide `units` without a rest. "
                f"Received: units={units}, groups={groups}"
            )
        if pooling not in ("none", "average", "rms", "max"):
            raise ValueError(
                "Invalid value for argument `pooling`. Expected 'none', 'average', 'rms' or 'max'. "
                f"Received: {pooling!r}"
            )
        self.kernel_size = kernel_size
        self.pooling = pooling
        self.stride, self.padding, self.groups = stride, padding, groups

    def build(self, input_shape: Any) -> None:
        super().build(input_shape)
        self._size = math.prod(self.shape_after(tuple(input_shape[1:])))

    def kernel_shape(self, input_shape: Any) -> tuple[int, ...]:
        channels = int(input_shape[-1])
        if channels % self.groups:
            raise ValueError(
                f"`groups` must divide the {channels} channels below without a rest. "
                f"Received: groups={self.groups}"
            )
        return self.kernel_size, self.kernel_size, channels // self.groups, self.units

    @property
    def output_size(self) -> int:
        return self._size

    def shape_after(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape of one example's activities."""
        places = conv_places(
            input_shape[:2], self.kernel_size, self.stride, self.padding, self.pooling
        )
        if min(places) < 1:
            raise ValueError(
                f"Nothing is left of an image of {input_shape[0]}×{input_shape[1]} by kernel_size="
                f"{self.kernel_size}, stride={self.stride}, padding={self.padding!r}, "
                f"pooling={self.pooling!r}."
            )
        return *places, self.units

    def sums_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        places = conv_places(input_shape[:2], self.kernel_size, self.stride, self.padding)
        return *places, self.units

    def compute_output_shape(self, input_shape: Any) -> tuple[Any, ...]:
        return (input_shape[0], *self.shape_after(tuple(input_shape[1:])))

    def get_config(self) -> dict[str, Any]:
        return {
            **super().get_config(),
            "kernel_size": self.kernel_size,
            "pooling": self.pooling,
            "stride": self.stride,
            "padding": self.padding,
            "groups": self.groups,
        }


@keras.saving.register_keras_serializable("ffstudio")
class FFLocal2D(LocalFields, FFConv2D):
    """Local fields: (batch, height, width, channels below) → (batch, rows, columns, units).

    As a convolution that stays inside the image, but every place has weights of its own
    (:class:`ffstudio.core.forward_forward.LocalFields`).

    Args:
        units: Units of a field.
        kernel_size: Width and height of a field.
        stride: From one field to the next.
        **kwargs: As for :class:`FFLayer`.
    """

    def __init__(self, units: int, kernel_size: int = 3, stride: int = 1, **kwargs: Any) -> None:
        super().__init__(units, kernel_size, stride=stride, padding="valid", **kwargs)
        if self.skip:
            raise ValueError("Local fields have no shortcut: leave out `skip`.")
        self.field_size = kernel_size

    def build(self, input_shape: Any) -> None:
        self.below = int(input_shape[1]), int(input_shape[2])
        super().build(input_shape)

    def kernel_shape(self, input_shape: Any) -> tuple[int, ...]:
        fields = math.prod(self.shape_after(tuple(input_shape[1:]))[:2])
        return fields, self.kernel_size**2, int(input_shape[-1]), self.units

    def bias_shape(self, input_shape: Any) -> tuple[int, ...]:
        return self.shape_after(tuple(input_shape[1:]))

    def first_kernel(self, shape: tuple[int, ...]) -> Any:
        # Glorot's bound for one field; fields do not feed each other.
        bound = math.sqrt(6.0 / (shape[1] * shape[2] + shape[3]))
        return keras.initializers.RandomUniform(-bound, bound)

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        return {
            k: v for k, v in config.items() if k not in ("pooling", "padding", "groups", "skip")
        }


LAYER_CLASSES: dict[str, type[FFLayer]] = {
    "dense": FFDense,
    "conv": FFConv2D,
    "local": FFLocal2D,
}
