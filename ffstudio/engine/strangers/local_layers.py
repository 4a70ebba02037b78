"""Locally connected layers: convolutions with kernels of their own for every place.

Keras 1 and 2 had them, Keras 3 has not. Kernels are kept as Keras 2's first implementation
kept them (``keras/layers/local.py``, 2.2.4): (places, patch, filters), a patch's values by
rows, columns, channels.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any

import keras


class _LocallyConnected(keras.layers.Layer):
    """Valid padding, channels last: (n, *places, channels) → (n, *fewer places, filters)."""

    def __init__(
        self,
        filters: int,
        kernel_size: Sequence[int],
        strides: Sequence[int] = (1, 1),
        padding: str = "valid",
        activation: Any = None,
        use_bias: bool = True,
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if padding != "valid":
            raise ValueError("locally connected layers have no margins")
        self.filters = filters
        self.kernel_size = tuple(kernel_size)
        self.strides = tuple(strides)[: len(self.kernel_size)]
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.bias_regularizer = keras.regularizers.get(bias_regularizer)

    def _places(self, shape: Sequence[int]) -> tuple[int, ...]:
        pairs = zip(shape[1:-1], self.kernel_size, self.strides, strict=True)
        return tuple((n - k) // s + 1 for n, k, s in pairs)

    def build(self, input_shape: Sequence[int]) -> None:
        """Makes a kernel for every place."""
        places = self._places(input_shape)
        patch = math.prod(self.kernel_size) * input_shape[-1]
        # Glorot's bound for one patch; the places do not feed each other.
        bound = math.sqrt(6.0 / (patch + self.filters))
        self.kernel = self.add_weight(
            shape=(math.prod(places), patch, self.filters),
            initializer=keras.initializers.RandomUniform(-bound, bound),
            regularizer=self.kernel_regularizer,
            name="kernel",
        )
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(*places, self.filters),
                initializer="zeros",
                regularizer=self.bias_regularizer,
                name="bias",
            )
        self.built = True

    def call(self, inputs: Any) -> Any:
        """Every place's patch by its own kernel."""
        places = self._places(inputs.shape)
        parts = []
        for at in itertools.product(*map(range, self.kernel_size)):
            under = tuple(
                slice(i, i + (n - 1) * s + 1, s)
                for i, n, s in zip(at, places, self.strides, strict=True)
            )
            parts.append(inputs[(slice(None), *under)])
        patches = keras.ops.stack(parts, axis=-2)
        rows = keras.ops.reshape(patches, (-1, math.prod(places), self.kernel.shape[1]))
        z = keras.ops.einsum("npv,pvf->npf", rows, self.kernel)
        z = keras.ops.reshape(z, (-1, *places, self.filters))
        return self.activation(z + self.bias if self.use_bias else z)

    def compute_output_shape(self, input_shape: Sequence[int]) -> tuple[int, ...]:
        """(n, *places, filters)."""
        return (input_shape[0], *self._places(input_shape), self.filters)

    def get_config(self) -> dict[str, Any]:
        """All settings of the constructor."""
        return {
            **super().get_config(),
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "strides": self.strides,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "kernel_regularizer": keras.regularizers.serialize(self.kernel_regularizer),
            "bias_regularizer": keras.regularizers.serialize(self.bias_regularizer),
        }


@keras.saving.register_keras_serializable("ffstudio")
class LocallyConnected1D(_LocallyConnected):
    """Of Keras 1 and 2."""


@keras.saving.register_keras_serializable("ffstudio")
class LocallyConnected2D(_LocallyConnected):
    """Of Keras 1 and 2."""


LOCAL = {"LocallyConnected1D": LocallyConnected1D, "LocallyConnected2D": LocallyConnected2D}
