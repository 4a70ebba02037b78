"""Every layer that a model from outside may have: settings, output shape, weights.

This one table is the allow-list. Names and meanings are Keras 3's
(https://keras.io/api/layers/); shapes leave out the batch. A size that the network leaves
open is None.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ffstudio.core.errors import ModelFileError

Shape = tuple[int | None, ...]
Settings = Mapping[str, Any]

MOST_UNITS = 2**22


@dataclass(frozen=True)
class Weight:
    """One array of weights.

    Attributes:
        role: As Keras 3 names it.
        trainable: False for what is counted along, like a moving mean.
        layer: Path of the layer, inner layers after a slash.
    """

    role: str
    shape: tuple[int, ...]
    trainable: bool = True
    layer: str = ""

    @property
    def size(self) -> int:
        return math.prod(self.shape)


# --- settings ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Setting:
    """One setting: ``read`` returns the value as it is kept, or raises ValueError."""

    read: Callable[[Any], Any]
    default: Any = ...  # none: it must be given, or be None where that is allowed


def _whole(value: Any, low: int = 1, high: int = MOST_UNITS) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"no whole number between {low} and {high:,}")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError("no number")
    return value


def _flag(value: Any) -> bool:
    if isinstance(value, bool) or value in (0, 1):
        return bool(value)
    raise ValueError("neither true nor false")


def _share(value: Any) -> float:
    found = _number(value)
    if not 0 <= found < 1:
        raise ValueError("no share between 0 and 1")
    return found


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _choice(*names: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in names:
            raise ValueError(f"none of {', '.join(names)}")
        return str(value)

    return read


def _sizes(count: int, low: int = 1) -> Callable[[Any], list[int]]:
    """A number per direction; one for all is repeated."""

    def read(value: Any) -> list[int]:
        listed = list(value) if isinstance(value, (list, tuple)) else [value] * count
        if len(listed) != count:
            raise ValueError(f"no {count} sizes")
        return [_whole(n, low, 100_000) for n in listed]

    return read


def _margins(count: int) -> Callable[[Any], list[list[int]]]:
    """(before, after) per direction, in any of Keras' short forms."""

    def read(value: Any) -> list[list[int]]:
        listed = list(value) if isinstance(value, (list, tuple)) else [value] * count
        if count == 1:
            # 1-D padding is one pair, whether it is wrapped or not.
            listed = [listed] if listed and not isinstance(listed[0], (list, tuple)) else listed
            if len(listed[0]) == 1:
                listed = [[listed[0][0]] * 2]
        elif len(listed) == 4 and count == 2:  # Keras 1: top, bottom, left, right
            listed = [listed[:2], listed[2:]]
        if len(listed) != count:
            raise ValueError(f"no {count} margins")
        pairs = [list(p) if isinstance(p, (list, tuple)) else [p, p] for p in listed]
        if any(len(p) != 2 for p in pairs):
            raise ValueError("no margins")
        return [[_whole(n, 0, 100_000) for n in p] for p in pairs]

    return read


def _lengths(low: int) -> Callable[[Any], list[int]]:
    def read(value: Any) -> list[int]:
        if not isinstance(value, (list, tuple)) or len(value) > 8:
            raise ValueError("no list of sizes")
        return [_whole(n, low) for n in value]

    return read


def _axis(value: Any) -> int:
    if isinstance(value, (list, tuple)) and len(value) == 1:
        value = value[0]
    return _whole(value, -8, 8)


def _axes(value: Any) -> int | list[int]:
    if isinstance(value, (list, tuple)) and len(value) != 1:
        return [_axis(n) for n in value]
    return _axis(value)


def _shape(value: Any) -> list[int | None]:
    if not isinstance(value, (list, tuple)) or len(value) > 8:
        raise ValueError("no shape")
    return [None if n is None else _whole(n) for n in value]


def _numbers(value: Any) -> Any:
    if isinstance(value, (list, tuple)) and len(value) <= 4096:
        return [_numbers(n) for n in value]
    return _number(value)


ACTIVATION_NAMES = (
    "linear", "relu", "relu6", "leaky_relu", "elu", "selu", "celu", "gelu", "silu", "mish",
    "sigmoid", "hard_sigmoid", "hard_silu", "hard_tanh", "tanh", "tanh_shrink", "soft_shrink",
    "hard_shrink", "softmax", "log_softmax", "log_sigmoid", "softplus", "softsign", "exponential",
    "squareplus", "sparse_plus", "sparsemax", "threshold",
    # Keras 1 and 2: clip(0.2·x + 0.5); Keras 3's slope is 1/6. And GELU by tanh.
    "hard_sigmoid_2", "gelu_tanh",
)  # fmt: skip

# Layers that may stand where a function is expected.
_ACTIVATION_LAYERS = ("ReLU", "LeakyReLU", "ELU", "Softmax")


def _activation(value: Any) -> Any:
    if value is None:
        return "linear"
    if isinstance(value, str):
        if value not in ACTIVATION_NAMES:
            raise ValueError("no known activation")
        return value
    if isinstance(value, Mapping) and value.get("kind") in _ACTIVATION_LAYERS:
        kind = str(value["kind"])
        return {"kind": kind, "settings": checked(kind, value.get("settings"), "activation")}
    raise ValueError("no known activation")


def _penalty(value: Any) -> Any:
    """An L1 and L2 penalty on weights."""
    if not isinstance(value, Mapping):
        raise ValueError("no penalty")
    found = {k: max(0.0, _number(value.get(k) or 0.0)) for k in ("l1", "l2")}
    return found if any(found.values()) else None


_YES, _NO = Setting(_flag, True), Setting(_flag, False)
_FORMAT = Setting(_choice("channels_last", "channels_first"), "channels_last")
_PADDING = Setting(_choice("valid", "same"), "valid")
_CAUSAL = Setting(_choice("valid", "same", "causal"), "valid")
_ACTIVE = Setting(_activation, "linear")
_PENALTIES = {
    "kernel_regularizer": Setting(_optional(_penalty)),
    "bias_regularizer": Setting(_optional(_penalty)),
}


@dataclass(frozen=True)
class Kind:
    """What is known of a kind of layer.

    Attributes:
        settings: All it has.
        shape: (settings, input shapes) → output shape, or a list of several.
        weights: (settings, input shapes) → weights in Keras 3's order.
        pointwise: True when the order of axes does not matter to it.
        idle: True when it does nothing once training is over.
    """

    settings: Mapping[str, Setting] = field(default_factory=dict)
    shape: Callable[[Settings, Sequence[Shape]], Any] = lambda s, x: x[0]
    weights: Callable[[Settings, Sequence[Shape]], list[Weight]] = lambda s, x: []
    pointwise: bool = False
    idle: bool = False


def checked(kind: str, given: Any, name: str = "") -> dict[str, Any]:
    """The settings of a layer, each read by the table; what is not given has its default.

    Raises:
        ModelFileError: The kind is unknown or a value is impossible.
    """
    known = KINDS.get(kind)
    if known is None:
        raise ModelFileError(f"There is no layer {kind[:80]}.", "The file is refused.")
    if not isinstance(given, Mapping):
        raise ModelFileError(f"The settings of {name} are damaged.", "Get a fresh copy.")
    found = {}
    for key, setting in known.settings.items():
        if key not in given and setting.default is not ...:
            found[key] = setting.default
            continue
        try:
            found[key] = setting.read(given.get(key))
        except (ValueError, TypeError, OverflowError) as error:
            value = str(given.get(key))
            value = value if len(value) < 60 else value[:57] + "…"
            raise ModelFileError(
                f"The setting {key} of the layer {name[:80]} ({kind}) cannot be used: {value}.",
                "The file may be damaged.",
            ) from error
    return found


# --- shapes -----------------------------------------------------------------------------


def _known(n: int | None) -> int:
    if n is None:
        raise ValueError("an open size")
    return n


def _positive(n: int) -> int:
    if n < 1:
        raise ValueError("nothing is left")
    return n


def _last(function: Callable[[Settings, Shape], Shape]) -> Callable[..., Shape]:
    """Lets a function for channels last serve channels first too."""

    def shape(settings: Settings, fed: Sequence[Shape]) -> Shape:
        (given,) = fed
        if settings["data_format"] == "channels_last":
            return function(settings, given)
        found = function(settings, (*given[1:], given[0]))
        return (found[-1], *found[:-1])

    return shape


def _channels(settings: Settings, fed: Sequence[Shape]) -> int:
    (given,) = fed
    return _known(given[0 if settings.get("data_format") == "channels_first" else -1])


def _rank(given: Shape, count: int) -> None:
    if len(given) != count:
        raise ValueError(f"not {count} axes")


def _slide(n: int | None, size: int, stride: int, padding: str, dilation: int = 1) -> int | None:
    if n is None:
        return None
    if padding != "valid":
        return -(-n // stride)
    return _positive((n - (size - 1) * dilation - 1) // stride + 1)


def _convolved(s: Settings, given: Shape, filters: int) -> Shape:
    sizes = s["kernel_size"]
    _rank(given, len(sizes) + 1)
    moved = (
        _slide(n, k, t, s["padding"], d)
        for n, k, t, d in zip(given[:-1], sizes, s["strides"], s["dilation_rate"], strict=True)
    )
    return (*moved, filters)


def _transposed(s: Settings, given: Shape) -> Shape:
    sizes, extra = s["kernel_size"], s["output_padding"]
    _rank(given, len(sizes) + 1)

    def grow(i: int, n: int | None) -> int | None:
        if n is None:
            return None
        stride = s["strides"][i]
        size = (sizes[i] - 1) * s["dilation_rate"][i] + 1
        if extra is None:
            return n * stride + (max(size - stride, 0) if s["padding"] == "valid" else 0)
        margin = size // 2 if s["padding"] == "same" else 0
        return _positive((n - 1) * stride + size - 2 * margin + extra[i])

    return (*(grow(i, n) for i, n in enumerate(given[:-1])), s["filters"])


def _pooled(s: Settings, given: Shape) -> Shape:
    sizes = s["pool_size"]
    _rank(given, len(sizes) + 1)
    steps = s["strides"] or sizes
    moved = (
        _slide(n, k, t, s["padding"]) for n, k, t in zip(given[:-1], sizes, steps, strict=True)
    )
    return (*moved, given[-1])


def _pooled_to_one(axes: int) -> Callable[[Settings, Shape], Shape]:
    def shape(s: Settings, given: Shape) -> Shape:
        _rank(given, axes + 1)
        return (*(1 for _ in range(axes)), given[-1]) if s["keepdims"] else given[-1:]

    return shape


def _global(axes: int) -> Callable[[Settings, Sequence[Shape]], Shape]:
    inner = _pooled_to_one(axes)

    def shape(s: Settings, fed: Sequence[Shape]) -> Shape:
        (given,) = fed
        if s["data_format"] == "channels_last":
            return inner(s, given)
        found = inner(s, (*given[1:], given[0]))
        return (found[-1], *found[:-1])

    return shape


def _grown(s: Settings, given: Shape) -> Shape:
    _rank(given, len(s["size"]) + 1)
    return (
        *(None if n is None else n * k for n, k in zip(given[:-1], s["size"], strict=True)),
        given[-1],
    )


def _margined(key: str, sign: int) -> Callable[[Settings, Shape], Shape]:
    def shape(s: Settings, given: Shape) -> Shape:
        _rank(given, len(s[key]) + 1)
        found = (
            None if n is None else _positive(n + sign * sum(m))
            for n, m in zip(given[:-1], s[key], strict=True)
        )
        return (*found, given[-1])

    return shape


def _flat(s: Settings, fed: Sequence[Shape]) -> Shape:
    (given,) = fed
    return (None,) if None in given else (math.prod(_known(n) for n in given),)


def _reshaped(s: Settings, fed: Sequence[Shape]) -> Shape:
    (given,), target = fed, s["target_shape"]
    if None in given:
        return tuple(None if n == -1 else n for n in target)
    total = math.prod(_known(n) for n in given)
    rest = math.prod(n for n in target if n != -1)
    if target.count(-1) > 1 or rest == 0 or total % rest or (-1 not in target and rest != total):
        raise ValueError("another number of values")
    return tuple(total // rest if n == -1 else n for n in target)


def _permuted(s: Settings, fed: Sequence[Shape]) -> Shape:
    (given,) = fed
    if sorted(s["dims"]) != list(range(1, len(given) + 1)):
        raise ValueError("no permutation")
    return tuple(given[i - 1] for i in s["dims"])


def place(axis: int, rank: int) -> int:
    """An axis of Keras, which counts the batch, as an index into a shape without it.

    Raises:
        ValueError: The shape has no such axis.
    """
    found = axis - 1 if axis > 0 else rank + axis
    if axis == 0 or not 0 <= found < rank:
        raise ValueError("no such axis")
    return found


def _same(s: Settings, fed: Sequence[Shape]) -> Shape:
    (given,) = fed
    return given


def _grouped(s: Settings, fed: Sequence[Shape]) -> Shape:
    (given,) = fed
    channels = _known(given[place(s["axis"], len(given))])
    if s["groups"] != -1 and channels % s["groups"]:
        raise ValueError("groups do not divide the channels")
    return given


def _merged(s: Settings, fed: Sequence[Shape]) -> Shape:
    rank = max(len(x) for x in fed)
    wide = [(1,) * (rank - len(x)) + x for x in fed]
    found: list[int | None] = []
    for sizes in zip(*wide, strict=True):
        real = {n for n in sizes if n not in (1, None)}
        if len(real) > 1:
            raise ValueError("different sizes")
        found.append(real.pop() if real else (None if None in sizes else 1))
    return tuple(found)


def _joined(s: Settings, fed: Sequence[Shape]) -> Shape:
    at = place(s["axis"], len(fed[0]))
    for other in fed[1:]:
        pairs = zip(fed[0], other, strict=True)
        if any(a != b and None not in (a, b) for i, (a, b) in enumerate(pairs) if i != at):
            raise ValueError("different sizes")
    total = [x[at] for x in fed]
    found = list(fed[0])
    found[at] = None if None in total else sum(_known(n) for n in total)
    return tuple(found)


def _dotted(s: Settings, fed: Sequence[Shape]) -> Shape:
    first, second = fed
    axes = s["axes"] if isinstance(s["axes"], list) else [s["axes"]] * 2
    one, two = place(axes[0], len(first)), place(axes[1], len(second))
    found = (*first[:one], *first[one + 1 :], *second[:two], *second[two + 1 :])
    return found or (1,)


def _recurred(s: Settings, fed: Sequence[Shape]) -> Any:
    if len(fed) != 1:
        raise ValueError("states given from outside")
    _rank(fed[0], 2)
    found: Shape = (fed[0][0], s["units"]) if s["return_sequences"] else (s["units"],)
    return found


def _local(s: Settings, given: Shape) -> Shape:
    return _convolved({**s, "dilation_rate": [1] * len(s["kernel_size"])}, given, s["filters"])


def _attended(s: Settings, fed: Sequence[Shape]) -> Shape:
    """Attention and AdditiveAttention: query, value and perhaps key."""
    query, value = fed[0], fed[1]
    key = fed[2] if len(fed) == 3 else value
    if len(fed) not in (2, 3) or any(len(x) != 2 for x in fed):
        raise ValueError("no query and value")
    if query[1] != key[1] or key[0] != value[0]:
        raise ValueError("query, key and value do not fit each other")
    return (query[0], value[1])


def _heads(s: Settings, fed: Sequence[Shape]) -> Shape:
    """MultiHeadAttention: query, value and perhaps key."""
    if len(fed) not in (2, 3) or any(len(x) != 2 for x in fed) or fed[-1][0] != fed[1][0]:
        raise ValueError("no query and value")
    return (fed[0][0], _head_output(s, fed))


def _head_output(s: Settings, fed: Sequence[Shape]) -> int:
    return _known(fed[0][1]) if s["output_shape"] is None else int(s["output_shape"][0])


def _film(s: Settings, fed: Sequence[Shape]) -> Shape:
    """ConvLSTM2D: (time, height, width, channels)."""
    (given,) = fed
    _rank(given, 4)
    one = _last(lambda t, x: _convolved(t, x, t["filters"]))(s, [given[1:]])
    return (given[0], *one) if s["return_sequences"] else one


# --- weights ----------------------------------------------------------------------------


def _biased(s: Settings, kernels: list[Weight], units: int) -> list[Weight]:
    return [*kernels, Weight("bias", (units,))] if s["use_bias"] else kernels


def _dense_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    return _biased(s, [Weight("kernel", (_known(given[-1]), s["units"]))], s["units"])


def _conv_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    channels = _channels(s, fed)
    if channels % s["groups"] or s["filters"] % s["groups"]:
        raise ValueError("groups do not divide the channels")
    kernel = Weight("kernel", (*s["kernel_size"], channels // s["groups"], s["filters"]))
    return _biased(s, [kernel], s["filters"])


def _transposed_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    kernel = Weight("kernel", (*s["kernel_size"], s["filters"], _channels(s, fed)))
    return _biased(s, [kernel], s["filters"])


def _depthwise_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    channels, times = _channels(s, fed), s["depth_multiplier"]
    kernel = Weight("kernel", (*s["kernel_size"], channels, times))
    return _biased(s, [kernel], channels * times)


def _separable_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    channels, times, filters = _channels(s, fed), s["depth_multiplier"], s["filters"]
    ones = [1] * len(s["kernel_size"])
    kernels = [
        Weight("depthwise_kernel", (*s["kernel_size"], channels, times)),
        Weight("pointwise_kernel", (*ones, channels * times, filters)),
    ]
    return _biased(s, kernels, filters)


def _batch_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    size = (_known(given[place(s["axis"], len(given))]),)
    found = [Weight("gamma", size)] if s["scale"] else []
    found += [Weight("beta", size)] if s["center"] else []
    return [*found, Weight("moving_mean", size, False), Weight("moving_variance", size, False)]


def _layer_norm_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    axes = s["axis"] if isinstance(s["axis"], list) else [s["axis"]]
    size = tuple(_known(given[place(n, len(given))]) for n in axes)
    found = [Weight("gamma", size)] if s["scale"] else []
    return [*found, Weight("beta", size)] if s["center"] else found


def _prelu_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    shared = [place(n, len(given)) for n in s["shared_axes"] or []]
    return [Weight("alpha", tuple(1 if i in shared else _known(n) for i, n in enumerate(given)))]


def _recurrent_weights(gates: int) -> Callable[[Settings, Sequence[Shape]], list[Weight]]:
    def weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
        units, given = s["units"], fed[0]
        kernels = [
            Weight("kernel", (_known(given[-1]), gates * units)),
            Weight("recurrent_kernel", (units, gates * units)),
        ]
        if s["use_bias"] and s.get("reset_after"):
            return [*kernels, Weight("bias", (2, gates * units))]
        return _biased(s, kernels, gates * units)

    return weights


def _film_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    channels, wide = _channels(s, [fed[0][1:]]), 4 * s["filters"]
    kernels = [
        Weight("kernel", (*s["kernel_size"], channels, wide)),
        Weight("recurrent_kernel", (*s["kernel_size"], s["filters"], wide)),
    ]
    return _biased(s, kernels, wide)


def _local_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    """A kernel of its own for every place, the places in one row."""
    (given,), channels = fed, _channels(s, fed)
    if s["data_format"] == "channels_first":
        given = (*given[1:], channels)
    places = tuple(map(_known, _local(s, given)[:-1]))
    size = (math.prod(places), math.prod(s["kernel_size"]) * channels, s["filters"])
    bias = [Weight("bias", (*places, s["filters"]))] if s["use_bias"] else []
    return [Weight("kernel", size), *bias]


def _attention_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    found = [Weight("scale", ())] if s["use_scale"] else []
    return [*found, Weight("concat_score_weight", ())] if s["score_mode"] == "concat" else found


def _head_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    heads, size = s["num_heads"], s["key_dim"]
    wide = s["value_dim"] or size
    key = fed[-1] if len(fed) == 3 else fed[1]
    found = []
    for role, given, n in (("query", fed[0], size), ("key", key, size), ("value", fed[1], wide)):
        found.append(Weight(f"{role}_kernel", (_known(given[-1]), heads, n)))
        found += [Weight(f"{role}_bias", (heads, n))] if s["use_bias"] else []
    made = _head_output(s, fed)
    found.append(Weight("output_kernel", (heads, wide, made)))
    return [*found, Weight("output_bias", (made,))] if s["use_bias"] else found


def _normal_weights(s: Settings, fed: Sequence[Shape]) -> list[Weight]:
    if s["mean"] is not None:
        return []
    (given,) = fed
    axes = s["axis"] if isinstance(s["axis"], list) else [s["axis"]]
    size = tuple(_known(given[place(n, len(given))]) for n in axes if n is not None)
    return [
        Weight("mean", size, False),
        Weight("variance", size, False),
        Weight("count", (), False),
    ]


# --- the table --------------------------------------------------------------------------

_REGULAR = {"activation": _ACTIVE, "use_bias": _YES, **_PENALTIES}


def _conv(n: int) -> dict[str, Setting]:
    return {
        "filters": Setting(_whole),
        "kernel_size": Setting(_sizes(n)),
        "strides": Setting(_sizes(n), [1] * n),
        "padding": _CAUSAL if n == 1 else _PADDING,
        "data_format": _FORMAT,
        "dilation_rate": Setting(_sizes(n), [1] * n),
        **_REGULAR,
    }


def _without(settings: dict[str, Setting], *names: str) -> dict[str, Setting]:
    return {k: v for k, v in settings.items() if k not in names}


def _pool(n: int) -> Kind:
    return Kind(
        {
            "pool_size": Setting(_sizes(n), [2] * n),
            "strides": Setting(_optional(_sizes(n))),
            "padding": _PADDING,
            "data_format": _FORMAT,
        },
        _last(_pooled),
    )


def _idle(**settings: Setting) -> Kind:
    return Kind(settings, _same, pointwise=True, idle=True)


def _pointwise(**settings: Setting) -> Kind:
    return Kind(settings, _same, pointwise=True)


def _recurrent(gates: int, **more: Setting) -> Kind:
    settings = {
        "units": Setting(_whole),
        "activation": Setting(_activation, "tanh"),
        "use_bias": _YES,
        "return_sequences": _NO,
        "go_backwards": _NO,
        "dropout": Setting(_share, 0.0),
        "recurrent_dropout": Setting(_share, 0.0),
        **more,
    }
    return Kind(settings, _recurred, _recurrent_weights(gates))


def _merge(**settings: Setting) -> Kind:
    return Kind(settings, _merged, pointwise=True)


_RATE = Setting(_share, 0.5)
_GATE = Setting(_activation, "sigmoid")
_MARGIN = Setting(_number, 1e-3)

KINDS: dict[str, Kind] = {
    "InputLayer": Kind({"shape": Setting(_optional(_shape))}),
    "Dense": Kind(
        {"units": Setting(_whole), **_REGULAR},
        lambda s, x: (*x[0][:-1], s["units"]),
        _dense_weights,
    ),
    "Embedding": Kind(
        {"input_dim": Setting(_whole), "output_dim": Setting(_whole), "mask_zero": _NO},
        lambda s, x: (*x[0], s["output_dim"]),
        lambda s, x: [Weight("embeddings", (s["input_dim"], s["output_dim"]))],
    ),
    "Flatten": Kind({"data_format": _FORMAT}, _flat),
    "Reshape": Kind({"target_shape": Setting(_lengths(-1))}, _reshaped),
    "Permute": Kind({"dims": Setting(_lengths(1))}, _permuted),
    "RepeatVector": Kind({"n": Setting(_whole)}, lambda s, x: (s["n"], *x[0])),
    "Identity": _idle(),
    "Dropout": _idle(rate=_RATE),
    "AlphaDropout": _idle(rate=_RATE),
    "GaussianDropout": _idle(rate=_RATE),
    "GaussianNoise": _idle(stddev=Setting(_number, 0.1)),
    "ActivityRegularization": _idle(l1=Setting(_number, 0.0), l2=Setting(_number, 0.0)),
    "SpatialDropout1D": Kind({"rate": _RATE}, _same, idle=True),
    "SpatialDropout2D": Kind({"rate": _RATE, "data_format": _FORMAT}, _same, idle=True),
    "SpatialDropout3D": Kind({"rate": _RATE, "data_format": _FORMAT}, _same, idle=True),
    "BatchNormalization": Kind(
        {
            "axis": Setting(_axis, -1),
            "momentum": Setting(_number, 0.99),
            "epsilon": _MARGIN,
            "center": _YES,
            "scale": _YES,
        },
        _same,
        _batch_weights,
    ),
    "LayerNormalization": Kind(
        {"axis": Setting(_axes, -1), "epsilon": _MARGIN, "center": _YES, "scale": _YES},
        _same,
        _layer_norm_weights,
    ),
    "GroupNormalization": Kind(
        {
            "groups": Setting(lambda n: n if n == -1 else _whole(n), 32),
            "axis": Setting(_axis, -1),
            "epsilon": _MARGIN,
            "center": _YES,
            "scale": _YES,
        },
        _grouped,
        _layer_norm_weights,
    ),
    "UnitNormalization": Kind({"axis": Setting(_axes, -1)}, _same),
    "Activation": _pointwise(activation=_ACTIVE),
    "ReLU": _pointwise(
        max_value=Setting(_optional(_number)),
        negative_slope=Setting(_number, 0.0),
        threshold=Setting(_number, 0.0),
    ),
    "LeakyReLU": _pointwise(negative_slope=Setting(_number, 0.3)),
    "ELU": _pointwise(alpha=Setting(_number, 1.0)),
    "PReLU": Kind(
        {"shared_axes": Setting(_optional(lambda v: [_axis(n) for n in v]))}, _same, _prelu_weights
    ),
    "Softmax": Kind({"axis": Setting(_axes, -1)}, _same),
    "Add": _merge(),
    "Subtract": _merge(),
    "Multiply": _merge(),
    "Average": _merge(),
    "Maximum": _merge(),
    "Minimum": _merge(),
    "Concatenate": Kind({"axis": Setting(_axis, -1)}, _joined),
    "Dot": Kind({"axes": Setting(_axes), "normalize": _NO}, _dotted),
    "Masking": Kind({"mask_value": Setting(_number, 0.0)}, _same),
    "SimpleRNN": _recurrent(1),
    "LSTM": _recurrent(4, recurrent_activation=_GATE),
    "GRU": _recurrent(3, recurrent_activation=_GATE, reset_after=_YES),
    "ConvLSTM2D": Kind(
        {
            **_conv(2),
            "activation": Setting(_activation, "tanh"),
            "recurrent_activation": _GATE,
            "return_sequences": _NO,
            "go_backwards": _NO,
        },
        _film,
        _film_weights,
    ),
    "Attention": Kind(
        {
            "use_scale": _NO,
            "score_mode": Setting(_choice("dot", "concat"), "dot"),
            "dropout": Setting(_share, 0.0),
        },
        _attended,
        _attention_weights,
    ),
    "AdditiveAttention": Kind(
        {"use_scale": _YES, "dropout": Setting(_share, 0.0)},
        _attended,
        lambda s, x: [Weight("scale", (_known(x[1][-1]),))] if s["use_scale"] else [],
    ),
    "MultiHeadAttention": Kind(
        {
            "num_heads": Setting(_whole),
            "key_dim": Setting(_whole),
            "value_dim": Setting(_optional(_whole)),
            "dropout": Setting(_share, 0.0),
            "use_bias": _YES,
            "output_shape": Setting(_optional(_sizes(1))),
        },
        _heads,
        _head_weights,
    ),
    # Of our own: a last axis of 1, as tf.expand_dims makes it.
    "ExpandLast": Kind({}, lambda s, x: (*x[0], 1)),
    "Bidirectional": Kind(
        {"merge_mode": Setting(_optional(_choice("concat", "sum", "mul", "ave")), "concat")}
    ),
    "TimeDistributed": Kind(),
    "Rescaling": _pointwise(scale=Setting(_number, 1.0), offset=Setting(_number, 0.0)),
    "Normalization": Kind(
        {
            "axis": Setting(_optional(_axes), -1),
            "mean": Setting(_optional(_numbers)),
            "variance": Setting(_optional(_numbers)),
        },
        _same,
        _normal_weights,
    ),
    "Resizing": Kind(
        {
            "height": Setting(_whole),
            "width": Setting(_whole),
            "interpolation": Setting(_choice("bilinear", "nearest", "bicubic", "area"), "bilinear"),
            "data_format": _FORMAT,
        },
        _last(lambda s, x: (s["height"], s["width"], x[-1])),
    ),
}

for _n in (1, 2, 3):
    _d = f"{_n}D"
    KINDS[f"Conv{_d}"] = Kind(
        {**_conv(_n), "groups": Setting(_whole, 1)},
        _last(lambda s, x: _convolved(s, x, s["filters"])),
        _conv_weights,
    )
    KINDS[f"Conv{_d}Transpose"] = Kind(
        {**_conv(_n), "padding": _PADDING, "output_padding": Setting(_optional(_sizes(_n, 0)))},
        _last(_transposed),
        _transposed_weights,
    )
    if _n < 3:
        KINDS[f"DepthwiseConv{_d}"] = Kind(
            {
                **_without(_conv(_n), "filters"),
                "padding": _PADDING,
                "depth_multiplier": Setting(_whole, 1),
            },
            _last(lambda s, x: _convolved(s, x, _known(x[-1]) * s["depth_multiplier"])),
            _depthwise_weights,
        )
        KINDS[f"SeparableConv{_d}"] = Kind(
            {**_conv(_n), "depth_multiplier": Setting(_whole, 1)},
            _last(lambda s, x: _convolved(s, x, s["filters"])),
            _separable_weights,
        )
    if _n < 3:
        # Keras 1's and 2's; no longer in Keras 3.
        KINDS[f"LocallyConnected{_d}"] = Kind(
            {**_without(_conv(_n), "dilation_rate"), "padding": Setting(_choice("valid"), "valid")},
            _last(_local),
            _local_weights,
        )
    for _name in ("Max", "Average"):
        KINDS[f"{_name}Pooling{_d}"] = _pool(_n)
        KINDS[f"Global{_name}Pooling{_d}"] = Kind(
            {"keepdims": _NO, "data_format": _FORMAT}, _global(_n)
        )
    KINDS[f"UpSampling{_d}"] = Kind(
        {
            "size": Setting(_sizes(_n), [2] * _n),
            "data_format": _FORMAT,
            "interpolation": Setting(_choice("nearest", "bilinear", "bicubic"), "nearest"),
        },
        _last(_grown),
    )
    KINDS[f"ZeroPadding{_d}"] = Kind(
        {"padding": Setting(_margins(_n), [[1, 1]] * _n), "data_format": _FORMAT},
        _last(_margined("padding", 1)),
    )
    KINDS[f"Cropping{_d}"] = Kind(
        {"cropping": Setting(_margins(_n), [[0, 0]] * _n), "data_format": _FORMAT},
        _last(_margined("cropping", -1)),
    )
