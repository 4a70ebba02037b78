"""What comes out of any described network, layer by layer, with NumPy alone.

Inference only: dropout and noise do nothing, batch normalisation uses its moving
statistics. Meanings are Keras 3's on TensorFlow (channels last); data types stay as given.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.architecture import MOST_DEPTH, Architecture, Layer, Port
from ffstudio.core.errors import ModelFileError
from ffstudio.core.layer_kinds import place

Array = npt.NDArray[Any]
Arrays = Mapping[str, Sequence[Array]]
Settings = Mapping[str, Any]

# Numbers held at once while images go through: 128 MiB as float32.
MOST_VALUES = 2**25


def run(
    network: Architecture,
    weights: Arrays,
    x: Array | Sequence[Array],
    *,
    keep: Collection[Port] | None = None,
) -> dict[Port, Array]:
    """Outputs of the layers for a batch.

    Args:
        weights: Per path of a layer (inner layers after a slash) its arrays in Keras 3's
            order.
        x: (batch, *input shape), or one for every input.
        keep: Which outputs are wanted beside the network's own; None for all.

    Raises:
        ModelFileError: A layer cannot be computed.
    """
    given = [x] if isinstance(x, np.ndarray) else list(x)
    return _Pass(weights).network(network, given, "", keep)


def predict(network: Architecture, weights: Arrays, x: Array, batch: int | None = None) -> Array:
    """The network's first output, image after image in batches.

    Args:
        batch: Images at once; by default as many as keep the memory moderate.

    Raises:
        ModelFileError: A layer cannot be computed.
    """
    if batch is None:
        one = run(network, weights, x[:1])
        widest = max((a.size for a in one.values()), default=1)
        batch = max(1, min(1000, MOST_VALUES // max(9 * widest, 1)))
    port = network.outputs[0]
    parts = [
        run(network, weights, x[i : i + batch], keep=())[port]
        for i in range(0, max(len(x), 1), batch)
    ]
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


class _Pass:
    def __init__(self, weights: Arrays) -> None:
        self._weights = weights

    def network(
        self,
        network: Architecture,
        given: Sequence[Array],
        path: str,
        keep: Collection[Port] | None,
        depth: int = 0,
    ) -> dict[Port, Array]:
        if depth > MOST_DEPTH:
            raise ModelFileError("The network has too many layers.", "The file is refused.")
        values: dict[Port, Array] = {}
        masks: dict[Port, Array | None] = {}
        for port, array in zip(network.inputs, given, strict=True):
            values[Port(port.layer)] = array
        uses: dict[Port, int] = {}
        waiting = []
        for layer in network.layers:
            if layer.kind == "InputLayer":
                continue
            for i, call in enumerate(layer.calls):
                waiting.append((layer, i))
                for port in call:
                    uses[port] = uses.get(port, 0) + 1
        wanted = set(network.outputs) | set(keep or ())
        while waiting:
            left = []
            for layer, i in waiting:
                call = layer.calls[i]
                if not all(port in values for port in call):
                    left.append((layer, i))
                    continue
                here = f"{path}/{layer.name}" if path else layer.name
                mask = next((masks[p] for p in call if masks.get(p) is not None), None)
                fed = [values[port] for port in call]
                made, passed = self.layer(layer, fed, mask, here, depth)
                for index, array in enumerate(made):
                    values[Port(layer.name, i, index)] = array
                    masks[Port(layer.name, i, index)] = passed
                for port in call:
                    uses[port] -= 1
                    if keep is not None and not uses[port] and port not in wanted:
                        values.pop(port, None)
            if len(left) == len(waiting):
                break  # fed by nothing, and nobody needs them
            waiting = left
        missing = [port for port in network.outputs if port not in values]
        if missing:
            raise ModelFileError("The network's output is missing.", "The file may be damaged.")
        if keep is None:
            return values
        return {port: values[port] for port in wanted if port in values}

    def layer(
        self, layer: Layer, fed: Sequence[Array], mask: Array | None, path: str, depth: int = 0
    ) -> tuple[list[Array], Array | None]:
        """Outputs of one layer and the mask that goes on with them."""
        if isinstance(layer.inner, Architecture):
            inner = self.network(layer.inner, fed, path, (), depth + 1)
            return [inner[port] for port in layer.inner.outputs], mask
        if layer.kind == "TimeDistributed":
            assert isinstance(layer.inner, Layer)  # noqa: S101 - it was built so
            (x,) = fed
            flat = x.reshape(-1, *x.shape[2:])
            inside, _ = self.layer(layer.inner, [flat], None, f"{path}/layer", depth + 1)
            return [inside[0].reshape(*x.shape[:2], *inside[0].shape[1:])], mask
        if layer.kind == "Bidirectional":
            return self._both_ways(layer, fed[0], mask, path)
        weights = [
            np.asarray(w).astype(fed[0].dtype, copy=False) for w in self._weights.get(path, ())
        ]
        if layer.kind in _RECURRENT:
            after = _recurrent(layer.kind, layer.settings, weights, fed[0], mask)
            return [after], mask if layer.settings["return_sequences"] else None
        if layer.kind not in RULES:
            raise ModelFileError(f"There is no layer {layer.kind}.", "The file is refused.")
        made = RULES[layer.kind](layer.settings, weights, fed)
        if layer.kind == "Masking":
            seen = np.any(fed[0] != layer.settings["mask_value"], axis=-1)
            return [made], seen
        if layer.kind == "Embedding" and layer.settings["mask_zero"]:
            return [made], fed[0] != 0
        return [made], mask if made.ndim > 2 else None

    def _both_ways(
        self, layer: Layer, x: Array, mask: Array | None, path: str
    ) -> tuple[list[Array], Array | None]:
        inner = layer.inner
        assert isinstance(inner, Layer)  # noqa: S101 - it was built so
        back = not inner.settings["go_backwards"]
        other = {**inner.settings, "go_backwards": back}
        dtype = x.dtype
        ways = []
        for settings, direction in ((inner.settings, "forward"), (other, "backward")):
            weights = [
                np.asarray(w).astype(dtype, copy=False)
                for w in self._weights.get(f"{path}/{direction}", ())
            ]
            ways.append(_recurrent(inner.kind, settings, weights, x, mask))
        sequences = inner.settings["return_sequences"]
        if sequences:
            ways[1] = ways[1][:, ::-1]
        mode = layer.settings["merge_mode"]
        if mode == "concat":
            out = [np.concatenate(ways, axis=-1)]
        elif mode == "sum":
            out = [ways[0] + ways[1]]
        elif mode == "mul":
            out = [ways[0] * ways[1]]
        elif mode == "ave":
            out = [(ways[0] + ways[1]) / 2]
        else:
            out = ways
        return out, mask if sequences else None


# --- activations --------------------------------------------------------------------------


def _sigmoid(x: Array) -> Array:
    return np.where(
        x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x)))
    )


def _softplus(x: Array) -> Array:
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def _softmax(x: Array, axis: int | tuple[int, ...] = -1) -> Array:
    shifted = np.exp(x - x.max(axis=axis, keepdims=True))
    found: Array = shifted / shifted.sum(axis=axis, keepdims=True)
    return found


def _log_softmax(x: Array) -> Array:
    shifted = x - x.max(axis=-1, keepdims=True)
    found: Array = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return found


def _sparsemax(x: Array) -> Array:
    """Martins and Astudillo 2016, algorithm 1."""
    ordered = -np.sort(-x, axis=-1)
    sums = np.cumsum(ordered, axis=-1)
    counts = np.arange(1, x.shape[-1] + 1, dtype=x.dtype)
    inside = 1 + counts * ordered > sums
    size = inside.sum(axis=-1, keepdims=True)
    tau = (np.take_along_axis(sums, size - 1, axis=-1) - 1) / size
    return np.maximum(x - tau, 0)


_ERF = np.vectorize(math.erf, otypes=[np.float64])


def _gelu(x: Array) -> Array:
    return (0.5 * x * (1 + _ERF(x / math.sqrt(2)))).astype(x.dtype)


def _gelu_tanh(x: Array) -> Array:
    inner = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
    return 0.5 * x * (1 + np.tanh(inner))


def _elu(x: Array, alpha: float = 1.0) -> Array:
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


_SELU_SCALE, _SELU_ALPHA = 1.0507009873554805, 1.6732632423543772

ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "linear": lambda x: x,
    "relu": lambda x: np.maximum(x, 0),
    "relu6": lambda x: np.clip(x, 0, 6),
    "leaky_relu": lambda x: np.where(x >= 0, x, 0.2 * x),
    "elu": _elu,
    "selu": lambda x: _SELU_SCALE * _elu(x, _SELU_ALPHA),
    "celu": _elu,
    "gelu": _gelu,
    "gelu_tanh": _gelu_tanh,
    "silu": lambda x: x * _sigmoid(x),
    "mish": lambda x: x * np.tanh(_softplus(x)),
    "sigmoid": _sigmoid,
    "hard_sigmoid": lambda x: np.clip(x / 6 + 0.5, 0, 1),
    "hard_sigmoid_2": lambda x: np.clip(0.2 * x + 0.5, 0, 1),
    "hard_silu": lambda x: x * np.clip(x / 6 + 0.5, 0, 1),
    "hard_tanh": lambda x: np.clip(x, -1, 1),
    "tanh": np.tanh,
    "tanh_shrink": lambda x: x - np.tanh(x),
    "soft_shrink": lambda x: np.sign(x) * np.maximum(np.abs(x) - 0.5, 0),
    "hard_shrink": lambda x: np.where(np.abs(x) > 0.5, x, 0),
    "softmax": _softmax,
    "log_softmax": _log_softmax,
    "log_sigmoid": lambda x: -_softplus(-x),
    "softplus": _softplus,
    "softsign": lambda x: x / (1 + np.abs(x)),
    "exponential": np.exp,
    "squareplus": lambda x: (x + np.sqrt(x**2 + 4)) / 2,
    "sparse_plus": lambda x: np.where(x <= -1, 0, np.where(x < 1, (x + 1) ** 2 / 4, x)),
    "sparsemax": _sparsemax,
    "threshold": lambda x: np.where(x > 0, x, 0),
}


def _activate(how: Any, x: Array) -> Array:
    if isinstance(how, Mapping):
        found = RULES[str(how["kind"])](how["settings"], [], [x])
    else:
        found = ACTIVATIONS[how](x)
    return np.asarray(found, x.dtype)


def _finish(s: Settings, weights: Sequence[Array], sums: Array) -> Array:
    """Adds the bias, which comes last, and activates."""
    if s["use_bias"]:
        sums = sums + weights[-1]
    return _activate(s["activation"], sums)


# --- windows --------------------------------------------------------------------------------


def _margins(n: int, size: int, step: int, padding: str, dilation: int = 1) -> tuple[int, int]:
    """What is put before and after an axis; "same" as TensorFlow does, the odd one after."""
    reach = (size - 1) * dilation + 1
    if padding == "causal":
        return reach - 1, 0
    if padding != "same":
        return 0, 0
    total = max((-(-n // step) - 1) * step + reach - n, 0)
    return total // 2, total - total // 2


def _windows(
    x: Array, sizes: Sequence[int], steps: Sequence[int], dilations: Sequence[int]
) -> Array:
    """Views (batch, *places, channels, *sizes) of padded images (batch, *axes, channels)."""
    axes = tuple(range(1, 1 + len(sizes)))
    reach = [(k - 1) * d + 1 for k, d in zip(sizes, dilations, strict=True)]
    found = np.lib.stride_tricks.sliding_window_view(x, reach, axes)
    cut = [slice(None), *(slice(None, None, t) for t in steps), slice(None)]
    cut += [slice(None, None, d) for d in dilations]
    view: Array = found[tuple(cut)]
    return view


def _padded(x: Array, margins: Sequence[tuple[int, int]], value: float = 0.0) -> Array:
    if not any(map(any, margins)):
        return x
    return np.pad(x, [(0, 0), *margins, (0, 0)], constant_values=value)


def _columns_sum(
    x: Array, kernel: Array, steps: Sequence[int], padding: str, dilations: Sequence[int]
) -> Array:
    """Cross-correlation (batch, *places, filters) with a kernel (*sizes, channels, filters)."""
    sizes = kernel.shape[:-2]
    shape = x.shape[1:-1]
    margins = [
        _margins(n, k, t, padding, d)
        for n, k, t, d in zip(shape, sizes, steps, dilations, strict=True)
    ]
    x = _padded(x, margins)
    channels, filters = kernel.shape[-2:]
    if all(k == 1 for k in sizes):
        cut = (slice(None), *(slice(None, None, t) for t in steps))
        return x[cut] @ kernel.reshape(channels, filters)
    axes = len(sizes)
    # Windows come as (…, channels, *sizes): the kernel is turned once instead of them.
    order = (axes, *range(axes), axes + 1)
    flat = np.ascontiguousarray(kernel.transpose(order)).reshape(-1, filters)
    parts = []
    places = math.prod((n + sum(m)) for n, m in zip(shape, margins, strict=True))
    rows = max(1, MOST_VALUES // max(places * len(flat), 1))
    for i in range(0, max(len(x), 1), rows):
        view = _windows(x[i : i + rows], sizes, steps, dilations)
        out = view.reshape(*view.shape[: axes + 1], -1) @ flat
        parts.append(out)
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _first_last(s: Settings, function: Callable[[Array], Array], x: Array) -> Array:
    """Has a function for channels last serve channels first."""
    if s.get("data_format") != "channels_first":
        return function(x)
    return np.moveaxis(function(np.moveaxis(x, 1, -1)), -1, 1)


def _convolve(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    kernel, groups = weights[0], s["groups"]

    def one(x: Array) -> Array:
        parts = []
        each = x.shape[-1] // groups
        filters = kernel.shape[-1] // groups
        for g in range(groups):
            part = x[..., g * each : (g + 1) * each]
            sub = kernel[..., g * filters : (g + 1) * filters]
            parts.append(_columns_sum(part, sub, s["strides"], s["padding"], s["dilation_rate"]))
        sums = parts[0] if groups == 1 else np.concatenate(parts, axis=-1)
        return _finish(s, weights, sums)

    return _first_last(s, one, fed[0])


def _each_channel(
    x: Array, kernel: Array, steps: Sequence[int], padding: str, dilations: Sequence[int]
) -> Array:
    """Depthwise: (batch, *places, channels·multiplier)."""
    sizes = kernel.shape[:-2]
    margins = [
        _margins(n, k, t, padding, d)
        for n, k, t, d in zip(x.shape[1:-1], sizes, steps, dilations, strict=True)
    ]
    view = _windows(_padded(x, margins), sizes, steps, dilations)
    letters = "xyz"[: len(sizes)]
    found = np.einsum(f"...c{letters},{letters}cm->...cm", view, kernel, optimize=True)
    return found.reshape(*found.shape[:-2], -1)


def _steps(s: Settings, count: int) -> Sequence[int]:
    steps: Sequence[int] = s["strides"]
    return [steps[0]] * count if len(steps) != count else steps


def _depthwise(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    def one(x: Array) -> Array:
        sums = _each_channel(x, weights[0], s["strides"], s["padding"], s["dilation_rate"])
        return _finish(s, weights, sums)

    return _first_last(s, one, fed[0])


def _separable(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    def one(x: Array) -> Array:
        mid = _each_channel(x, weights[0], s["strides"], s["padding"], s["dilation_rate"])
        point = weights[1].reshape(weights[1].shape[-2:])
        return _finish(s, weights, mid @ point)

    return _first_last(s, one, fed[0])


def _transpose(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    """The gradient of a convolution with respect to its input; kernel (*sizes, filters, below)."""
    kernel = weights[0]

    def one(x: Array) -> Array:
        sizes, steps, dilations = kernel.shape[:-2], s["strides"], s["dilation_rate"]
        extra = s["output_padding"]
        lengths, befores = [], []
        for i, n in enumerate(x.shape[1:-1]):
            reach = (sizes[i] - 1) * dilations[i] + 1
            if extra is None:
                grow = max(reach - steps[i], 0) if s["padding"] == "valid" else 0
                length = n * steps[i] + grow
            else:
                margin = reach // 2 if s["padding"] == "same" else 0
                length = (n - 1) * steps[i] + reach - 2 * margin + extra[i]
            lengths.append(length)
            full = (n - 1) * steps[i] + reach
            before = 0
            if s["padding"] == "same":
                before = max(full - length, 0) // 2
                if extra is None:
                    before = max((n - 1) * steps[i] + reach - length, 0) // 2
            befores.append(before)
        full_shape = [
            max((n - 1) * t + (k - 1) * d + 1, b + length)
            for n, t, k, d, b, length in zip(
                x.shape[1:-1], steps, sizes, dilations, befores, lengths, strict=True
            )
        ]
        out = np.zeros((len(x), *full_shape, kernel.shape[-2]), x.dtype)
        for at in itertools.product(*(range(k) for k in sizes)):
            cut = tuple(
                slice(a * d, a * d + (n - 1) * t + 1, t)
                for a, d, n, t in zip(at, dilations, x.shape[1:-1], steps, strict=True)
            )
            out[(slice(None), *cut)] += x @ kernel[at].T
        cut = tuple(slice(b, b + length) for b, length in zip(befores, lengths, strict=True))
        return _finish(s, weights, out[(slice(None), *cut)])

    return _first_last(s, one, fed[0])


def _slid(
    x: Array, sizes: Sequence[int], steps: Sequence[int], join: Callable[[Array, Array], Array]
) -> Array:
    """Joins what lies in each window, place by place: one pass per place of the window."""
    found: Array | None = None
    counts = [(n - k) // t + 1 for n, k, t in zip(x.shape[1:-1], sizes, steps, strict=True)]
    for at in itertools.product(*(range(k) for k in sizes)):
        cut = tuple(
            slice(a, a + (n - 1) * t + 1, t) for a, n, t in zip(at, counts, steps, strict=True)
        )
        part = x[(slice(None), *cut)]
        found = part if found is None else join(found, part)
    assert found is not None  # noqa: S101 - a window has one place at least
    return found


def _pool(function: str) -> Callable[[Settings, Sequence[Array], Sequence[Array]], Array]:
    def rule(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
        def one(x: Array) -> Array:
            sizes, steps = s["pool_size"], s["strides"] or s["pool_size"]
            margins = [
                _margins(n, k, t, s["padding"])
                for n, k, t in zip(x.shape[1:-1], sizes, steps, strict=True)
            ]
            if function == "max":
                return _slid(_padded(x, margins, -np.inf), sizes, steps, np.maximum)
            sums = _slid(_padded(x, margins), sizes, steps, np.add)
            if not any(map(any, margins)):
                return np.asarray(sums / math.prod(sizes), x.dtype)
            # What lies outside does not count.
            inside = _padded(np.ones((1, *x.shape[1:-1], 1), x.dtype), margins)
            return np.asarray(sums / _slid(inside, sizes, steps, np.add), x.dtype)

        return _first_last(s, one, fed[0])

    return rule


def _pool_all(function: str) -> Callable[[Settings, Sequence[Array], Sequence[Array]], Array]:
    def rule(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
        x = fed[0]
        first = s["data_format"] == "channels_first"
        axes = tuple(range(2, x.ndim)) if first else tuple(range(1, x.ndim - 1))
        found: Array = getattr(x, function)(axis=axes, keepdims=s["keepdims"])
        return found

    return rule


def _enlarge(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    def one(x: Array) -> Array:
        if s["interpolation"] == "nearest":
            for axis, times in enumerate(s["size"], start=1):
                x = np.repeat(x, times, axis=axis)
            return x
        sizes = [n * k for n, k in zip(x.shape[1:-1], s["size"], strict=True)]
        return _resample(x, sizes, s["interpolation"])

    return _first_last(s, one, fed[0])


def _resize(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    def one(x: Array) -> Array:
        return _resample(x, [s["height"], s["width"]], s["interpolation"])

    return _first_last(s, one, fed[0])


def _resample(x: Array, sizes: Sequence[int], how: str) -> Array:
    """As ``tf.image.resize`` without antialiasing: half-pixel centres."""
    for axis, after in enumerate(sizes, start=1):
        rows = _resampling(x.shape[axis], after, how).astype(x.dtype)
        x = np.moveaxis(np.tensordot(x, rows, axes=(axis, 1)), -1, axis)
    return x


def _resampling(before: int, after: int, how: str) -> Array:
    """(after, before): every new pixel as a sum of old ones."""
    rows = np.zeros((after, before))
    scale = before / after
    for i in range(after):
        at = (i + 0.5) * scale - 0.5
        if how == "nearest":
            rows[i, min(int((i + 0.5) * scale), before - 1)] = 1
        elif how == "area":
            start, end = i * scale, (i + 1) * scale
            for j in range(int(start), min(math.ceil(end), before)):
                rows[i, j] = (min(end, j + 1) - max(start, j)) / scale
        elif how == "bilinear":
            low = math.floor(at)
            share = at - low
            rows[i, min(max(low, 0), before - 1)] += 1 - share
            rows[i, min(max(low + 1, 0), before - 1)] += share
        else:
            rows[i] = _bicubic(at, before)
    return rows


def _bicubic(at: float, before: int) -> Array:
    """Keys' cubic with a = −0.5; what lies outside is left out and the rest weighs more."""
    row = np.zeros(before)
    low = math.floor(at)
    for j in range(low - 1, low + 3):
        far = abs(at - j)
        if not 0 <= j < before or far >= 2:
            continue
        if far <= 1:
            row[j] = 1.5 * far**3 - 2.5 * far**2 + 1
        else:
            row[j] = -0.5 * far**3 + 2.5 * far**2 - 4 * far + 2
    found: Array = row / row.sum()
    return found


def _framed(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    margins = [tuple(m) for m in s["padding"]]
    return _first_last(s, lambda x: _padded(x, margins), fed[0])


def _cropped(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    def one(x: Array) -> Array:
        cut = (slice(a, n - b) for (a, b), n in zip(s["cropping"], x.shape[1:-1], strict=True))
        return x[(slice(None), *cut)]

    return _first_last(s, one, fed[0])


# --- shapes ---------------------------------------------------------------------------------


def _flatten(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    x = fed[0]
    if s["data_format"] == "channels_first" and x.ndim > 2:
        x = np.moveaxis(x, 1, -1)
    return x.reshape(len(x), -1)


def _embed(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    places = np.clip(fed[0].astype(np.int64), 0, s["input_dim"] - 1)
    return np.asarray(weights[0])[places]


def _dot(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    axes = s["axes"] if isinstance(s["axes"], list) else [s["axes"]] * 2
    one, two = (x for x in fed)
    at = [place(a, x.ndim - 1) + 1 for a, x in zip(axes, (one, two), strict=True)]
    if s["normalize"]:
        one, two = (_unit(x, (a,)) for x, a in zip((one, two), at, strict=True))
    one, two = np.moveaxis(one, at[0], -1), np.moveaxis(two, at[1], -1)
    left, right = one.reshape(len(one), -1, one.shape[-1]), two.reshape(len(two), -1, two.shape[-1])
    found = left @ right.transpose(0, 2, 1)
    shape = (*one.shape[1:-1], *two.shape[1:-1]) or (1,)
    return found.reshape(len(one), *shape)


def _unit(x: Array, axes: tuple[int, ...]) -> Array:
    squares = np.sum(np.square(x), axis=axes, keepdims=True)
    found: Array = x / np.sqrt(np.maximum(squares, 1e-12))
    return found


# --- normalisation ----------------------------------------------------------------------------


def _along(array: Array, axis: int, rank: int) -> Array:
    shape = [1] * rank
    shape[axis] = -1
    return array.reshape(shape)


def _batch_norm(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    x = fed[0]
    axis = place(s["axis"], x.ndim - 1) + 1
    left = list(weights)
    gamma = left.pop(0) if s["scale"] else None
    beta = left.pop(0) if s["center"] else None
    mean, variance = left[:2]
    factor = 1 / np.sqrt(variance + s["epsilon"])
    if gamma is not None:
        factor = factor * gamma
    shift = -mean * factor
    if beta is not None:
        shift = shift + beta
    found = x * _along(factor, axis, x.ndim) + _along(shift, axis, x.ndim)
    return np.asarray(found, x.dtype)


def _axes_of(s: Settings, x: Array) -> tuple[int, ...]:
    axes = s["axis"] if isinstance(s["axis"], list) else [s["axis"]]
    return tuple(place(a, x.ndim - 1) + 1 for a in axes)


def _layer_norm(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    x = fed[0]
    axes = _axes_of(s, x)
    mean, variance = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    found = (x - mean) / np.sqrt(variance + s["epsilon"])
    shape = [x.shape[i] if i in axes else 1 for i in range(x.ndim)]
    left = list(weights)
    if s["scale"]:
        found = found * left.pop(0).reshape(shape)
    if s["center"]:
        found = found + left.pop(0).reshape(shape)
    return np.asarray(found, x.dtype)


def _normalise(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    x = fed[0]
    if s["mean"] is not None:
        mean, variance = (np.asarray(s[key], x.dtype) for key in ("mean", "variance"))
    else:
        mean, variance = weights[:2]
    axes = () if s["axis"] is None else _axes_of(s, x)
    shape = [x.shape[i] if i in axes else 1 for i in range(x.ndim)]
    if mean.size == math.prod(shape):
        mean, variance = mean.reshape(shape), variance.reshape(shape)
    spread = np.maximum(np.sqrt(variance), 1e-7)
    return np.asarray((x - mean) / spread, x.dtype)


# --- recurrence ---------------------------------------------------------------------------------

_RECURRENT = ("SimpleRNN", "LSTM", "GRU", "ConvLSTM2D")

Step = Callable[[Array, list[Array]], list[Array]]


def _recurrent(
    kind: str, s: Settings, weights: Sequence[Array], x: Array, mask: Array | None
) -> Array:
    step, state = _CELLS[kind](s, weights, x)
    order = range(x.shape[1])
    outs = []
    last = state[0]
    for t in reversed(order) if s["go_backwards"] else order:
        new = step(x[:, t], state)
        if mask is not None:
            seen = mask[:, t].reshape(-1, *(1 for _ in new[0].shape[1:]))
            new = [np.where(seen, a, b) for a, b in zip(new, state, strict=True)]
        state = new
        last = state[0]
        outs.append(last)
    return np.stack(outs, axis=1) if s["return_sequences"] else last


def _simple(s: Settings, weights: Sequence[Array], x: Array) -> tuple[Step, list[Array]]:
    kernel, back = weights[:2]
    bias = weights[2] if s["use_bias"] else 0

    def step(now: Array, state: list[Array]) -> list[Array]:
        return [_activate(s["activation"], now @ kernel + state[0] @ back + bias)]

    return step, [np.zeros((len(x), s["units"]), x.dtype)]


def _lstm(s: Settings, weights: Sequence[Array], x: Array) -> tuple[Step, list[Array]]:
    kernel, back = weights[:2]
    bias = weights[2] if s["use_bias"] else 0

    def step(now: Array, state: list[Array]) -> list[Array]:
        h, c = state
        gates = np.split(now @ kernel + h @ back + bias, 4, axis=-1)
        enter, forget, leave = (_activate(s["recurrent_activation"], gates[i]) for i in (0, 1, 3))
        c = forget * c + enter * _activate(s["activation"], gates[2])
        return [leave * _activate(s["activation"], c), c]

    zeros = np.zeros((len(x), s["units"]), x.dtype)
    return step, [zeros, zeros]


def _gru(s: Settings, weights: Sequence[Array], x: Array) -> tuple[Step, list[Array]]:
    kernel, back = weights[:2]
    units = s["units"]
    outer: Any = 0
    inner: Any = np.zeros(3 * units, x.dtype)
    if s["use_bias"]:
        if s["reset_after"]:
            outer, inner = weights[2]
        else:
            outer = weights[2]

    def step(now: Array, state: list[Array]) -> list[Array]:
        (h,) = state
        given = np.split(now @ kernel + outer, 3, axis=-1)
        if s["reset_after"]:
            past = np.split(h @ back + inner, 3, axis=-1)
        else:
            past = [h @ back[:, :units], h @ back[:, units : 2 * units]]
        keep = _activate(s["recurrent_activation"], given[0] + past[0])
        reset = _activate(s["recurrent_activation"], given[1] + past[1])
        if s["reset_after"]:
            new = given[2] + reset * past[2]
        else:
            new = given[2] + (reset * h) @ back[:, 2 * units :]
        return [keep * h + (1 - keep) * _activate(s["activation"], new)]

    return step, [np.zeros((len(x), units), x.dtype)]


def _film(s: Settings, weights: Sequence[Array], x: Array) -> tuple[Step, list[Array]]:
    """ConvLSTM2D on frames (batch, height, width, channels)."""
    kernel, back = weights[:2]
    first = s["data_format"] == "channels_first"

    def given(now: Array) -> Array:
        now = np.moveaxis(now, 1, -1) if first else now
        sums = _columns_sum(now, kernel, s["strides"], s["padding"], s["dilation_rate"])
        return sums + weights[2] if s["use_bias"] else sums

    def step(now: Array, state: list[Array]) -> list[Array]:
        h, c = (np.moveaxis(a, 1, -1) for a in state) if first else state
        past = _columns_sum(h, back, [1, 1], "same", [1, 1])
        gates = np.split(given(now) + past, 4, axis=-1)
        enter, forget, leave = (_activate(s["recurrent_activation"], gates[i]) for i in (0, 1, 3))
        c = forget * c + enter * _activate(s["activation"], gates[2])
        new = [leave * _activate(s["activation"], c), c]
        return [np.moveaxis(a, -1, 1) for a in new] if first else new

    size = given(x[:, 0]).shape
    zeros = np.zeros((*size[:-1], s["filters"]), x.dtype)
    zeros = np.moveaxis(zeros, -1, 1) if first else zeros
    return step, [zeros, zeros]


_CELLS: dict[str, Callable[[Settings, Sequence[Array], Array], tuple[Step, list[Array]]]] = {
    "SimpleRNN": _simple,
    "LSTM": _lstm,
    "GRU": _gru,
    "ConvLSTM2D": _film,
}


# --- the table ----------------------------------------------------------------------------------

Rule = Callable[[Settings, Sequence[Array], Sequence[Array]], Array]


def _same(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    return fed[0]


def _pairwise(function: Callable[[Array, Array], Array]) -> Rule:
    def rule(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
        found = fed[0]
        for other in fed[1:]:
            found = function(*_level(found, other))
        return found

    return rule


def _level(a: Array, b: Array) -> tuple[Array, Array]:
    """Axes are put in after the batch where ranks differ, as Keras' merging layers do."""
    while a.ndim < b.ndim:
        a = a[:, None]
    while b.ndim < a.ndim:
        b = b[:, None]
    return a, b


def _relu(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    x, low = fed[0], s["threshold"]
    found = np.where(x >= low if low else x > low, x, s["negative_slope"] * (x - low))
    if s["max_value"] is not None:
        found = np.minimum(found, s["max_value"])
    return np.asarray(found, x.dtype)


def _mean(s: Settings, weights: Sequence[Array], fed: Sequence[Array]) -> Array:
    total: Array = _pairwise(np.add)(s, weights, fed)
    return total / len(fed)


RULES: dict[str, Rule] = {
    "Dense": lambda s, w, x: _finish(s, w, x[0] @ w[0]),
    "Embedding": _embed,
    "Flatten": _flatten,
    "Reshape": lambda s, w, x: x[0].reshape(len(x[0]), *s["target_shape"]),
    "Permute": lambda s, w, x: x[0].transpose(0, *s["dims"]),
    "RepeatVector": lambda s, w, x: np.repeat(x[0][:, None], s["n"], axis=1),
    "ExpandLast": lambda s, w, x: x[0][..., None],
    "BatchNormalization": _batch_norm,
    "LayerNormalization": _layer_norm,
    "UnitNormalization": lambda s, w, x: _unit(x[0], _axes_of(s, x[0])),
    "Activation": lambda s, w, x: _activate(s["activation"], x[0]),
    "ReLU": _relu,
    "LeakyReLU": lambda s, w, x: np.where(x[0] >= 0, x[0], s["negative_slope"] * x[0]),
    "ELU": lambda s, w, x: _elu(x[0], s["alpha"]),
    "PReLU": lambda s, w, x: np.maximum(x[0], 0) + w[0] * np.minimum(x[0], 0),
    "Softmax": lambda s, w, x: _softmax(x[0], _axes_of(s, x[0])),
    "Add": _pairwise(np.add),
    "Subtract": _pairwise(np.subtract),
    "Multiply": _pairwise(np.multiply),
    "Average": _mean,
    "Maximum": _pairwise(np.maximum),
    "Minimum": _pairwise(np.minimum),
    "Concatenate": lambda s, w, x: np.concatenate(x, axis=place(s["axis"], x[0].ndim - 1) + 1),
    "Dot": _dot,
    "Masking": lambda s, w, x: x[0] * np.any(x[0] != s["mask_value"], axis=-1, keepdims=True),
    "Rescaling": lambda s, w, x: np.asarray(x[0] * s["scale"] + s["offset"], x[0].dtype),
    "Normalization": _normalise,
    "Resizing": _resize,
}
for _name in (
    "Identity", "Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise",
    "ActivityRegularization", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D",
):  # fmt: skip
    RULES[_name] = _same
for _n in (1, 2, 3):
    RULES[f"Conv{_n}D"] = _convolve
    RULES[f"Conv{_n}DTranspose"] = _transpose
    RULES[f"MaxPooling{_n}D"] = _pool("max")
    RULES[f"AveragePooling{_n}D"] = _pool("mean")
    RULES[f"GlobalMaxPooling{_n}D"] = _pool_all("max")
    RULES[f"GlobalAveragePooling{_n}D"] = _pool_all("mean")
    RULES[f"UpSampling{_n}D"] = _enlarge
    RULES[f"ZeroPadding{_n}D"] = _framed
    RULES[f"Cropping{_n}D"] = _cropped
for _n in (1, 2):
    RULES[f"DepthwiseConv{_n}D"] = _depthwise
    RULES[f"SeparableConv{_n}D"] = _separable
