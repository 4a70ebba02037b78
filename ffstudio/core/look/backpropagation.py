"""One image through a backprop net and its error back, number by number.

The chain rule written out in NumPy (float64), so that every number can be shown and held against
TensorFlow's gradient and against differences of the loss; see Rumelhart, Hinton and Williams 1986.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Layer, Port
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.stack import builder_title
from ffstudio.core.forward.activation_rules import activate
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.mathematics import softmax
from ffstudio.core.mathematics.slopes import ACTIVATION_SLOPES
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]

# What changes nothing once a net has learnt.
_THROUGH = ("Dropout", "GaussianDropout", "GaussianNoise", "AlphaDropout")
# What comes out of it is a softmax's input.
_LOGITS = ("softmax", "linear")


@dataclass(frozen=True)
class TracedLayer:
    """A dense layer, what came in, what it made of it, and what came back. All float64.

    Attributes:
        path: Of its weights.
        title: For a reader.
        activation: Name of g.
        below: a of the layer below (inputs,).
        kernel: Θ (inputs, units).
        bias: β (units,); zeros where :attr:`has_bias` is False.
        before: z = Θᵀ·below + β (units,).
        after: a = g(z) (units,).
        slope: g′(z) (units,); None for a softmax, whose outputs depend on every z.
        pulled: ∂J/∂a (units,).
        delta: δ = ∂J/∂z (units,).
    """

    path: str
    title: str
    activation: str
    below: Values
    kernel: Values
    bias: Values
    has_bias: bool
    before: Values
    after: Values
    slope: Values | None
    pulled: Values
    delta: Values

    @property
    def kernel_gradient(self) -> Values:
        """∂J/∂Θ = a_below δᵀ: (inputs, units)."""
        return np.outer(self.below, self.delta)

    @property
    def bias_gradient(self) -> Values:
        """∂J/∂β = δ: (units,)."""
        return self.delta


@dataclass(frozen=True)
class Trace:
    """One image's way through a net and back.

    Attributes:
        layers: Dense ones, first layer first, the output last.
        skipped: Layers below the first of these, which δ is not followed through.
        target: What the outputs should be (classes,), smoothed or not.
        loss: J: cross-entropy of the outputs.
    """

    layers: tuple[TracedLayer, ...]
    skipped: tuple[str, ...]
    target: Values
    loss: float

    @property
    def outputs(self) -> Values:
        """Of the last layer, as shares that sum to 1 (classes,)."""
        last = self.layers[-1]
        return last.after if last.activation == "softmax" else _shares(last)


def trace(net: NetworkSnapshot, x: npt.ArrayLike, label: int, smoothing: float = 0.0) -> Trace:
    """Follows one image (pixels,) with its true label through the net and back.

    Dense layers at the net's end are followed; what lies below them is only computed.

    Args:
        smoothing: Share of the target that is spread over all classes.

    Raises:
        ModelFileError: The net cannot be followed; says why.
    """
    network = net.network.architecture
    dense, skipped, start = _dense_tail(network)
    why = why_not_traced(net)
    if why:
        raise ModelFileError(why)
    image = np.asarray(x, np.float32).reshape(1, -1)
    given = np.asarray(net.prepare(image), np.float64)
    below = np.asarray(
        forward.run(network, net.weights, given, keep=[start])[start], np.float64
    ).reshape(-1)
    layers = []
    for layer, activation in dense:
        made = _pass_up(net, layer, activation, below)
        layers.append(made)
        below = made.after
    classes = layers[-1].after.size
    target = np.full(classes, smoothing / classes)
    target[label] += 1.0 - smoothing
    loss, pulled, delta = _lose(layers[-1], target)
    layers[-1] = replace(layers[-1], pulled=pulled, delta=delta)
    for i in reversed(range(len(layers) - 1)):
        above, layer_here = layers[i + 1], layers[i]
        pulled = above.kernel @ above.delta
        slope = layer_here.slope
        assert slope is not None  # noqa: S101 - why_not_traced lets no other in
        layers[i] = replace(layer_here, pulled=pulled, delta=pulled * slope)
    return Trace(tuple(layers), skipped, target, loss)


def mean_gradients(
    net: NetworkSnapshot, x: npt.ArrayLike, labels: npt.NDArray[np.integer], smoothing: float = 0.0
) -> dict[str, Values]:
    """∂J/∂Θ of the dense layers at a net's end, J the mean over many images.

    Args:
        x: Images (n, pixels).
        labels: (n,).

    Returns:
        Per path of a layer (inputs, units).

    Raises:
        ModelFileError: The net cannot be followed; says why.
    """
    network = net.network.architecture
    dense, _, start = _dense_tail(network)
    why = why_not_traced(net)
    if why:
        raise ModelFileError(why)
    given = np.asarray(net.prepare(np.asarray(x, np.float32)), np.float64)
    below = np.asarray(
        forward.run(network, net.weights, given, keep=[start])[start], np.float64
    ).reshape(len(given), -1)
    passed = []
    for layer, activation in dense:
        made = _pass_up(net, layer, activation, below)
        passed.append(made)
        below = made.after
    last = passed[-1]
    classes = last.after.shape[-1]
    targets = np.full((len(given), classes), smoothing / classes)
    targets[np.arange(len(given)), labels] += 1.0 - smoothing
    delta = _output_delta(last, targets) / len(given)
    gradients = {last.path: last.below.T @ delta}
    for layer_here, above in zip(reversed(passed[:-1]), reversed(passed[1:]), strict=True):
        assert layer_here.slope is not None  # noqa: S101 - why_not_traced lets no other in
        delta = (delta @ above.kernel.T) * layer_here.slope
        gradients[layer_here.path] = layer_here.below.T @ delta
    return gradients


def _output_delta(last: TracedLayer, targets: Values) -> Values:
    """δ of the output of many images (n, classes)."""
    if last.activation in _LOGITS:
        return np.asarray(softmax(last.before) * targets.sum(axis=1, keepdims=True) - targets)
    assert last.slope is not None  # noqa: S101 - why_not_traced lets no other in
    total = last.after.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        pulled = targets.sum(axis=1, keepdims=True) / total - np.where(
            targets == 0, 0.0, targets / last.after
        )
    return np.asarray(pulled * last.slope)


def why_not_traced(net: NetworkSnapshot) -> str:
    """Why an image cannot be followed through a net, one sentence; empty when it can."""
    if net.why_no_pictures:
        return net.why_no_pictures
    if net.role != "classifier":
        return tr(
            "This net is no classifier, so no label tells what its outputs should be: {role}.",
            role=net.role,
        )
    dense = _dense_tail(net.network.architecture)[0]
    if not dense:
        last = net.network.architecture.layer(net.network.architecture.outputs[0].layer)
        return tr(
            "The net ends in {name} ({kind}); only dense layers at its end are followed.",
            name=last.name,
            kind=last.kind,
        )
    for layer, activation in dense[:-1]:
        if activation not in ACTIVATION_SLOPES:
            return tr(
                "The derivative of {activation}, in {name}, is not among those that are known.",
                activation=activation,
                name=layer.name,
            )
    last_layer, activation = dense[-1]
    if activation not in ACTIVATION_SLOPES and activation != "softmax":
        return tr(
            "The derivative of {activation}, in {name}, is not among those that are known.",
            activation=activation,
            name=last_layer.name,
        )
    return ""


def losses_with(
    net: NetworkSnapshot, x: npt.ArrayLike, target: Values, path: str, arrays: Sequence[Values]
) -> float:
    """J of one image with other weights of one layer, by the net's own rules (float64)."""
    weights = {**net.weights, path: list(arrays)}
    given = np.asarray(net.prepare(np.asarray(x, np.float32).reshape(1, -1)), np.float64)
    dense = _dense_tail(net.network.architecture)[0]
    outputs = np.asarray(forward.predict(net.network.architecture, weights, given)).reshape(-1)
    if dense[-1][1] == "softmax":
        return float(-np.sum(target * np.log(np.maximum(outputs, 1e-300))))
    if dense[-1][1] == "linear":
        return _cross_entropy(outputs, target)
    return float(-np.sum(target * np.log(outputs / outputs.sum())))


# --- the net's end ----------------------------------------------------------------------


def _dense_tail(
    network: Architecture,
) -> tuple[list[tuple[Layer, str]], tuple[str, ...], Port]:
    """Dense layers at the end with their activations; what lies below; where they begin."""
    dense: list[tuple[Layer, str]] = []
    port = network.outputs[0]
    later = ""  # an activation that stands as a layer of its own
    behind = port  # where what it makes comes out
    while True:
        layer = network.layer(port.layer)
        if layer.kind == "InputLayer" or len(layer.calls) != 1 or len(layer.calls[0]) != 1:
            break
        if layer.kind in _THROUGH:
            port = layer.calls[0][0]
            continue
        activation = layer.settings.get("activation", "linear")
        if layer.kind == "Activation" and not later and isinstance(activation, str):
            later, behind, port = activation, port, layer.calls[0][0]
            continue
        if layer.kind != "Dense" or not isinstance(activation, str):
            break
        if later and activation != "linear":
            break
        dense.insert(0, (layer, later or activation))
        later, port = "", layer.calls[0][0]
    if later:  # it belongs to no dense layer: it is computed with what lies below
        port = behind
    below = {layer.name for layer, _ in dense}
    skipped = tuple(
        layer.name
        for layer in network.layers
        if layer.name not in below
        and layer.kind not in ("InputLayer", "Flatten", "Reshape", "Activation", *_THROUGH)
    )
    return dense, skipped, port


def _pass_up(net: NetworkSnapshot, layer: Layer, activation: str, below: Values) -> TracedLayer:
    arrays = [np.asarray(a, np.float64) for a in net.weights[layer.name]]
    kernel = arrays[0]
    bias = arrays[1] if len(arrays) > 1 else np.zeros(kernel.shape[1])
    before = below @ kernel + bias
    rows = before if before.ndim > 1 else before[None]
    after = np.asarray(activate(rows, activation), np.float64).reshape(before.shape)
    slopes = ACTIVATION_SLOPES.get(activation)
    nothing = np.zeros_like(before)
    title = builder_title(layer.name) if not net.network.source else None
    return TracedLayer(
        layer.name, title or layer.name, activation, below, kernel, bias, len(arrays) > 1,
        before, after, None if slopes is None else slopes(before), nothing, nothing,
    )  # fmt: skip


def _shares(last: TracedLayer) -> Values:
    if last.activation == "linear":
        return np.asarray(softmax(last.before), np.float64)
    return np.asarray(last.after / last.after.sum())


def _cross_entropy(logits: Values, target: Values) -> float:
    shifted = logits - logits.max()
    return float(np.sum(target * (np.log(np.exp(shifted).sum()) - shifted)))


def _lose(last: TracedLayer, target: Values) -> tuple[float, Values, Values]:
    """J, ∂J/∂a and δ of the output.

    With a softmax, or with sums that are taken for a softmax's, δ = a − t: its derivative and
    that of the logarithm cancel. Others are divided by their sum first, as Keras does.
    """
    if last.activation in _LOGITS:
        loss, shares = _cross_entropy(last.before, target), np.asarray(softmax(last.before))
        delta = np.asarray(shares * target.sum() - target, np.float64)
        if last.activation == "linear":
            return loss, delta, delta
        with np.errstate(divide="ignore", invalid="ignore"):
            pulled = np.where(target == 0, 0.0, -target / last.after)
        return loss, pulled, delta
    total = last.after.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        loss = float(-np.sum(target * np.log(last.after / total)))
        pulled = target.sum() / total - np.where(target == 0, 0.0, target / last.after)
    assert last.slope is not None  # noqa: S101 - why_not_traced lets no other in
    return loss, pulled, pulled * last.slope
