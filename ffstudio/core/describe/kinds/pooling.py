"""Pooling and other layers that change the size of an image."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ffstudio.core.describe.kinds.convolutions import slide
from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
    SettingValues,
    Shape,
    check_rank,
    either_order,
    require_positive,
)
from ffstudio.core.describe.kinds.setting_readers import (
    DATA_FORMAT,
    NO,
    PADDING,
    margin_pairs,
    one_of,
    optional,
    read_whole,
    sizes,
)


def _pool_shape(s: SettingValues, given: Shape) -> Shape:
    sizes = s["pool_size"]
    check_rank(given, len(sizes) + 1)
    steps = s["strides"] or sizes
    moved = (slide(n, k, t, s["padding"]) for n, k, t in zip(given[:-1], sizes, steps, strict=True))
    return (*moved, given[-1])


def _pool_to_one(axes: int) -> Callable[[SettingValues, Shape], Shape]:
    def shape(s: SettingValues, given: Shape) -> Shape:
        check_rank(given, axes + 1)
        return (*(1 for _ in range(axes)), given[-1]) if s["keepdims"] else given[-1:]

    return shape


def _global_shape(axes: int) -> Callable[[SettingValues, Sequence[Shape]], Shape]:
    inner = _pool_to_one(axes)

    def shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
        (given,) = fed
        if s["data_format"] == "channels_last":
            return inner(s, given)
        pooled = inner(s, (*given[1:], given[0]))
        return (pooled[-1], *pooled[:-1])

    return shape


def _up_sampling_shape(s: SettingValues, given: Shape) -> Shape:
    check_rank(given, len(s["size"]) + 1)
    return (
        *(None if n is None else n * k for n, k in zip(given[:-1], s["size"], strict=True)),
        given[-1],
    )


def _margin_shape(key: str, sign: int) -> Callable[[SettingValues, Shape], Shape]:
    def shape(s: SettingValues, given: Shape) -> Shape:
        check_rank(given, len(s[key]) + 1)
        changed = (
            None if n is None else require_positive(n + sign * sum(m))
            for n, m in zip(given[:-1], s[key], strict=True)
        )
        return (*changed, given[-1])

    return shape


def _resize_shape(s: SettingValues, given: Shape) -> Shape:
    check_rank(given, 3)
    return (s["height"], s["width"], given[-1])


def _pool(n: int) -> Kind:
    return Kind(
        {
            "pool_size": Setting(sizes(n), [2] * n),
            "strides": Setting(optional(sizes(n))),
            "padding": PADDING,
            "data_format": DATA_FORMAT,
        },
        either_order(_pool_shape),
    )


def _of_directions(n: int) -> dict[str, Kind]:
    """Those for lines, images or volumes: ``n`` directions."""
    kinds = {}
    for name in ("Max", "Average"):
        kinds[f"{name}Pooling{n}D"] = _pool(n)
        kinds[f"Global{name}Pooling{n}D"] = Kind(
            {"keepdims": NO, "data_format": DATA_FORMAT}, _global_shape(n)
        )
    kinds[f"UpSampling{n}D"] = Kind(
        {
            "size": Setting(sizes(n), [2] * n),
            "data_format": DATA_FORMAT,
            "interpolation": Setting(one_of("nearest", "bilinear", "bicubic"), "nearest"),
        },
        either_order(_up_sampling_shape),
    )
    kinds[f"ZeroPadding{n}D"] = Kind(
        {"padding": Setting(margin_pairs(n), [[1, 1]] * n), "data_format": DATA_FORMAT},
        either_order(_margin_shape("padding", 1)),
    )
    kinds[f"Cropping{n}D"] = Kind(
        {"cropping": Setting(margin_pairs(n), [[0, 0]] * n), "data_format": DATA_FORMAT},
        either_order(_margin_shape("cropping", -1)),
    )
    return kinds


IMAGES: dict[str, Kind] = {
    "Resizing": Kind(
        {
            "height": Setting(read_whole),
            "width": Setting(read_whole),
            "interpolation": Setting(one_of("bilinear", "nearest", "bicubic", "area"), "bilinear"),
            "crop_to_aspect_ratio": NO,
            "data_format": DATA_FORMAT,
        },
        either_order(_resize_shape),
    ),
    "CenterCrop": Kind(
        {
            "height": Setting(read_whole),
            "width": Setting(read_whole),
            "data_format": DATA_FORMAT,
        },
        either_order(_resize_shape),
    ),
    **_of_directions(1),
    **_of_directions(2),
    **_of_directions(3),
}
