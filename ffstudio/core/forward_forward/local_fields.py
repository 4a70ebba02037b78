"""A Forward-Forward layer of local receptive fields without shared weights."""

from __future__ import annotations

from typing import Any

from ffstudio.core.forward_forward.layer import LocalConvolution
from ffstudio.core.mathematics.local_fields import count_fields, list_field_places

Array = Any


class LocalFields(LocalConvolution):
    """Units that each see a square of what is below, with weights of their own.

    (batch, height, width, channels below) → (batch, rows of fields, columns, units of a field).
    It is a convolution, the kernel inside the image, but for the weights, of which every field
    has its own: z_pc = Σ_q W_pqc·x_q + b_pc over the places q of field p (Hinton 2022, 3.2).

    Attributes:
        kernel: (fields, side², channels below, units of a field).
        bias: (rows of fields, columns, units of a field).
        field_size: Width and height of a field.
        below: (height, width) of what it sees.
    """

    field_size: int
    below: tuple[int, int]
    pooling = "none"
    padding = "valid"

    @property
    def fields(self) -> tuple[int, int]:
        """(rows, columns) of fields."""
        return count_fields(self.below, self.field_size, self.stride)

    @property
    def output_size(self) -> int:
        return self.fields[0] * self.fields[1] * self.units

    def weigh(self, direction: Array) -> Array:
        return self.slide(direction, self.kernel)

    def slide(self, x: Array, kernel: Array) -> Array:
        """Sums of all fields over ``x``: some planes of the input with their part of the kernel."""
        xp, (high, wide) = self.xp, self.fields
        places = list_field_places(self.below, self.field_size, self.stride)
        channels = int(x.shape[-1])
        flat = xp.reshape(x, (-1, self.below[0] * self.below[1], channels))
        seen = xp.take(flat, xp.convert_to_tensor(places.reshape(-1)), axis=1)
        seen = xp.reshape(seen, (-1, high * wide, places.shape[1] * channels))
        # One product of matrices for each field.
        weights = xp.reshape(kernel, (high * wide, places.shape[1] * channels, self.units))
        sums = xp.matmul(xp.transpose(seen, (1, 0, 2)), weights)
        return xp.reshape(xp.transpose(sums, (1, 0, 2)), (-1, high, wide, self.units))

    def one_by_one(self, rows: Array) -> Array:
        return self.xp.reshape(rows, (-1, self.output_size))
