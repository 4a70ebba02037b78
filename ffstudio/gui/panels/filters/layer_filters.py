"""The weights of one layer as they are shown: as tiles of images, or as a heat map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ffstudio.core.image_shape import (
    COLOURS,
    ImageShape,
    count_channels,
    count_marked,
    is_coloured,
    name_colour,
    size_of,
)
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import say_all, tr

Floats = npt.NDArray[np.float32]

SORTS = say_all(
    {
        "index": "Number",
        "norm": "Norm, largest first",
        "label": "Label selectivity",
    }
)


@dataclass(frozen=True, eq=False)
class Filters:
    """The weights of one layer as they shall be shown.

    Attributes:
        kernel: (inputs, units), image rows only for a first layer.
        label_kernel: Weights of the label (classes, units), or None.
        image_shape: (height, width) for tiles, (height, width, 3) for tiles in colour, or None for a
            heat map.
        label_pixels: Pixels of the first row that carry the label. Where it has inputs of
            its own (none of the pixels), they stand as a strip below the tile.
        dead: Units that never answer (units,), or None while unknown.
        unit: What a column of the kernel is: ``unit`` or ``channel``.
        value: What is shown: ``weight``, or ``activity`` of feature maps.
        places: (height, width, channels) where the inputs of a heat map are an image.
        rows_above: Last rows of a heat map, which see the layer above instead; of a layer
            shown as tiles they are left out.
        scores_classes: True where ``label_kernel`` is what units count for in the classes' scores,
            not what they see of a label.
        field_side: Width of each field where a tile shows many, a line between them; else 0.
        colour: Which colour of the image alone the weights shown see (0 red, 1 green, 2 blue).
    """

    kernel: Floats
    bias: Floats
    image_shape: ImageShape | None
    label_kernel: Floats | None = None
    label_pixels: int = 0
    dead: npt.NDArray[np.bool_] | None = None
    class_names: tuple[str, ...] = ()
    title: str = ""
    unit: str = "unit"
    value: str = "weight"
    places: tuple[int, int, int] | None = None
    rows_above: int = 0
    scores_classes: bool = False
    field_side: int = 0
    colour: int | None = None

    @property
    def counted(self) -> str:
        """For example ``20 channels``."""
        units = self.kernel.shape[1]
        if self.unit == "channel":
            return (
                tr("1 channel")
                if units == 1
                else tr("{units} channels", units=write_number(units, ","))
            )
        return tr("1 unit") if units == 1 else tr("{units} units", units=write_number(units, ","))

    def input_name(self, row: int) -> str:
        """What a row of a heat map sees."""
        inputs = self.kernel.shape[0] - self.rows_above
        if row >= inputs:
            return tr("unit {row} above", row=row - inputs + 1)
        if self.places is None:
            return tr("unit {row} below", row=row + 1)
        _, width, channels = self.places
        place, channel = divmod(row, channels)
        return tr(
            "channel {channel} below at ({place}, {place_2})",
            channel=channel + 1,
            place=place // width,
            place_2=place % width,
        )

    @property
    def rows_text(self) -> str:
        """What the rows of a heat map are, for a reader."""
        below = tr("one row per unit below")
        if self.places is not None:
            below = tr("one row per place and channel below")
        return tr("{below}, then per unit above", below=below) if self.rows_above else below

    @cached_property
    def norms(self) -> Floats:
        """Length of each unit's weight vector (units,)."""
        return np.sqrt(np.square(self.kernel).sum(axis=0))

    @cached_property
    def limit(self) -> float:
        """The weight that gets the full colour."""
        return color_limit(self.kernel)

    @cached_property
    def own_limits(self) -> Floats:
        """The largest weight of each unit (units,)."""
        return np.abs(self.kernel).max(axis=0)

    def _in_field(self, row: int, column: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """The place inside its field of a weight of a tile, and which field it is."""
        (down, top), (right, left) = (divmod(at, self.field_side + 1) for at in (row, column))
        return (top, left), (down, right)

    @property
    def is_coloured(self) -> bool:
        """True where each tile shows weights of red, green and blue in these colours."""
        return self.image_shape is not None and is_coloured(self.image_shape)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of a tile without its strip, in places."""
        assert self.image_shape is not None  # noqa: S101 - a heat map has no tiles
        return size_of(self.image_shape)

    @property
    def marked_pixels(self) -> int:
        """How many of the first pixels carry the label."""
        return count_marked(self.label_pixels, self.image_shape or (1, 1))

    @property
    def strip(self) -> Strip | None:
        """Where label inputs of their own are drawn."""
        if self.image_shape is None or self.label_kernel is None or self.label_pixels:
            return None
        height, width = self.size
        cell = max(1, width // len(self.label_kernel))
        return Strip(height + 1, cell, width // cell, len(self.label_kernel))

    @property
    def tile_shape(self) -> tuple[int, int]:
        """(height, width) of a tile with its strip, in weights."""
        height, width = self.size
        return height if self.strip is None else self.strip.bottom, width

    def _weight_text(self, index: int, unit: int) -> str:
        """The weight that begins at a row of the kernel; of a place in colour all three."""
        if not self.is_coloured:
            return write_number(self.kernel[index, unit], "+.4f")
        each = self.kernel[index : index + COLOURS, unit]
        return ", ".join(f"{name_colour(k)} {write_number(w, '+.4f')}" for k, w in enumerate(each))

    def describe(self, unit: int, row: int = 0, column: int = 0) -> str:
        """A unit, and the weight at a place of its tile or column, in words."""
        lines = [f"{self.unit} {unit + 1}: "]
        if self.value == "weight":
            lines[0] += tr(
                "norm {norms}, bias {bias}",
                norms=number_text(self.norms[unit], digits=3),
                bias=number_text(self.bias[unit], digits=3),
            )
        else:
            lines[0] += tr(
                "largest {self_value} {max}",
                self_value=self.value,
                max=number_text(self.kernel[:, unit].max(), digits=3),
            )
        if self.dead is not None and self.dead[unit]:
            lines.append(tr("dead: it answers to none of the images tried"))
        if self.scores_classes and self.label_kernel is not None and self.class_names:
            own = self.label_kernel[:, unit]
            most, least = int(own.argmax()), int(own.argmin())
            lines.append(
                tr(
                    "counts most for class {most} ({weight}), least for {least} ({weight_2})",
                    most=self.class_names[most],
                    weight=write_number(own[most], "+.3f"),
                    least=self.class_names[least],
                    weight_2=write_number(own[least], "+.3f"),
                )
            )
        if self.image_shape is None:
            lines.append(
                tr(
                    "weight from {input_name}: {kernel}",
                    input_name=self.input_name(row),
                    kernel=write_number(self.kernel[row, unit], "+.4f"),
                )
            )
            return "\n".join(lines)
        if row >= self.image_shape[0]:
            label = self.strip.class_at(row, column) if self.strip is not None else None
            if label is not None and self.label_kernel is not None and self.scores_classes:
                lines.append(
                    tr(
                        "it counts {weight} in the score of class {name}",
                        weight=write_number(self.label_kernel[label, unit], "+.4f"),
                        name=self.class_names[label],
                    )
                )
            elif label is not None and self.label_kernel is not None:
                weight = self.label_kernel[label, unit]
                of = tr("mean weight") if self.unit == "channel" else "weight"
                lines.append(
                    tr(
                        "{of} of the label {class_names}: {weight}",
                        of=of,
                        class_names=self.class_names[label],
                        weight=write_number(weight, "+.4f"),
                    )
                )
            return "\n".join(lines)
        index = (row * self.image_shape[1] + column) * count_channels(self.image_shape)
        if self.field_side:
            place, field = self._in_field(row, column)
            fields = [(size - 1) // (self.field_side + 1) for size in self.size]
            is_one = all(at < count for at, count in zip(field, fields, strict=True))
            if is_one and max(place) < self.field_side:
                lines.append(
                    tr(
                        "weight at ({row}, {column}) of field ({down}, {right}): {weight}",
                        row=place[0],
                        column=place[1],
                        down=field[0] + 1,
                        right=field[1] + 1,
                        weight=self._weight_text(index, unit),
                    )
                )
            return "\n".join(lines)
        where = tr("of pixel") if self.unit == "unit" or self.value != "weight" else "at"
        lines.append(f"{self.value} {where} ({row}, {column}): {self._weight_text(index, unit)}")
        if index < self.label_pixels:
            numbers = range(index, min(index + count_channels(self.image_shape), self.label_pixels))
            if self.colour is not None:
                numbers = range(index * COLOURS + self.colour, index * COLOURS + self.colour + 1)
            names = [self.class_names[number % len(self.class_names)] for number in numbers]
            label_name = ", ".join(dict.fromkeys(names))
            lines.append(tr("this pixel carries the label {label_name}", label_name=label_name))
        return "\n".join(lines)


@dataclass(frozen=True)
class Strip:
    """Squares below a tile, one per class, on as many rows as the tile's width asks for.

    Attributes:
        top: First row inside the tile; ``cell``: side of a square, both in weights.
        per_row: Squares in a row; ``classes``: how many there are.
    """

    top: int
    cell: int
    per_row: int
    classes: int

    @property
    def bottom(self) -> int:
        return self.top + self.cell * -(-self.classes // self.per_row)

    def class_at(self, row: int, column: int) -> int | None:
        """The class whose square is at a place inside the tile."""
        down, right = (row - self.top) // self.cell, column // self.cell
        label = down * self.per_row + right
        inside = row >= self.top and right < self.per_row and label < self.classes
        return label if inside else None


def sort_order(filters: Filters, how: str) -> npt.NDArray[np.int64]:
    """Unit numbers in the order asked for."""
    units = filters.kernel.shape[1]
    if how == "norm":
        return np.argsort(-filters.norms, kind="stable")
    if how == "label" and filters.label_kernel is not None:
        spread = filters.label_kernel.max(axis=0) - filters.label_kernel.min(axis=0)
        return np.argsort(-spread, kind="stable")
    return np.arange(units)


def color_limit(kernel: Floats) -> float:
    """The weight with the full colour: nearly the largest, so that one giant spoils nothing."""
    flat = kernel.ravel()
    if flat.size > 200_000:
        flat = flat[:: flat.size // 200_000]
    finite = np.abs(flat[np.isfinite(flat)])
    if not finite.size:
        return 1.0
    return float(np.quantile(finite, 0.998)) or 1.0
