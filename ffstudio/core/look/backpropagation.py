"""One image through a backprop net and its error back, number by number.

The chain rule written out in NumPy (float64), so that every number can be shown and held against
TensorFlow's gradient and against differences of the loss; see Rumelhart, Hinton and Williams 1986.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Layer, Port, flow
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.stack import builder_title
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.way_back import DROPPED, WAYS, Way
from ffstudio.core.mathematics import softmax
from ffstudio.core.mathematics.slopes import ACTIVATION_SLOPES
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]

# What comes out of it is a softmax's input.
_LOGITS = ("softmax", "linear")
# Numbers that are followed at once, all tensors of the net counted: 64 MB.
_MOST_NUMBERS = 1 << 23


@dataclass(frozen=True, eq=False)
class TracedLayer:
    """A layer, what came in, what it made of it, and what came back. All float64.

    Images of activities are (height, width, channels), of many images with a row each.

    Attributes:
        path: Of its weights.
        title: For a reader.
        kind: As the architecture has it: ``Dense``, ``Conv2D``, ``MaxPooling2D``, …
        activation: Name of g; ``linear`` without one.
        sources: Numbers of the layers, of those that are followed, whose a comes in; −1 for what
            lies below them all.
        below: a of the layer below; of several the first.
        kernel: Θ: (inputs, units), or of a convolution (height, width, channels, filters); empty
            without weights.
        bias: β (units,); zeros where :attr:`has_bias` is False.
        before: z.
        after: a = g(z).
        slope: g′(z); None for a softmax, whose outputs depend on every z.
        pulled: ∂J/∂a.
        delta: δ = ∂J/∂z.
        kernel_gradient: ∂J/∂Θ, shaped as the kernel.
    """

    path: str
    title: str
    kind: str
    activation: str
    sources: tuple[int, ...]
    below: Values
    kernel: Values
    bias: Values
    has_bias: bool
    before: Values
    after: Values
    slope: Values | None
    pulled: Values
    delta: Values
    kernel_gradient: Values

    @property
    def is_dense(self) -> bool:
        """True where units have numbers of their own, and a weight from every input."""
        return self.kind == "Dense"

    @property
    def has_weights(self) -> bool:
        """True where it has a kernel."""
        return self.kernel.size > 0

    @property
    def is_map(self) -> bool:
        """True where z and a are images: (height, width, channels)."""
        return self.before.ndim == 3

    @property
    def units(self) -> int:
        """Units, or channels."""
        return int(self.before.shape[-1])

    @property
    def weights(self) -> Values:
        """Θ with a row for each weight of a unit (inputs, units); a kernel's places row by row."""
        return (
            self.kernel.reshape(-1, self.units) if self.has_weights else np.zeros((0, self.units))
        )

    @property
    def weight_gradients(self) -> Values:
        """∂J/∂Θ, laid out as :attr:`weights`."""
        return self.kernel_gradient.reshape(self.weights.shape)

    @property
    def bias_gradient(self) -> Values:
        """∂J/∂β (units,): δ, of a convolution added up over its places."""
        return self.delta.reshape(-1, self.delta.shape[-1]).sum(axis=0)


@dataclass(frozen=True, eq=False)
class Trace:
    """One image's way through a net and back.

    Attributes:
        layers: Those that are followed, first layer first, the output last.
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

    @cached_property
    def dense_end(self) -> Trace:
        """The dense layers at the end alone; what is below them counts as only computed."""
        start = len(self.layers)
        while start and self.layers[start - 1].is_dense:
            start -= 1
        below = tuple(layer.path for layer in self.layers[:start])
        return replace(self, layers=self.layers[start:], skipped=(*self.skipped, *below))


def trace(net: NetworkSnapshot, x: npt.ArrayLike, label: int, smoothing: float = 0.0) -> Trace:
    """Follows one image (pixels,) with its true label through the net and back.

    What lies below layers whose derivatives are not known is only computed.

    Args:
        smoothing: Share of the target that is spread over all classes.

    Raises:
        ModelFileError: The net cannot be followed; says why.
    """
    why = why_not_traced(net)
    if why:
        raise ModelFileError(why)
    image = np.asarray(x, np.float32).reshape(1, -1)
    there_and_back = _Way(net, image)
    classes = there_and_back.num_classes
    target = np.full(classes, smoothing / classes)
    target[label] += 1.0 - smoothing
    loss = there_and_back.go_back(target[None])
    layers = there_and_back.list_layers()
    return Trace(layers, there_and_back.list_skipped(), target, loss)


def mean_gradients(
    net: NetworkSnapshot, x: npt.ArrayLike, labels: npt.NDArray[np.integer], smoothing: float = 0.0
) -> dict[str, Values]:
    """∂J/∂Θ of the layers that are followed, J the mean over many images.

    Args:
        x: Images (n, pixels).
        labels: (n,).

    Returns:
        Per path of a layer, shaped as its kernel.

    Raises:
        ModelFileError: The net cannot be followed; says why.
    """
    why = why_not_traced(net)
    if why:
        raise ModelFileError(why)
    images = np.asarray(x, np.float32)
    sizes = flow(net.network.architecture).shapes.values()
    numbers = sum(int(np.prod([n or 1 for n in shape])) for shape in sizes)
    at_once = max(_MOST_NUMBERS // max(numbers, 1), 1)
    total: dict[str, Values] = {}
    for start in range(0, len(images), at_once):
        some = images[start : start + at_once]
        there_and_back = _Way(net, some)
        classes = there_and_back.num_classes
        targets = np.full((len(some), classes), smoothing / classes)
        targets[np.arange(len(some)), labels[start : start + at_once]] += 1.0 - smoothing
        there_and_back.go_back(targets)
        for path, gradient in there_and_back.kernel_gradients().items():
            share = gradient * (len(some) / len(images))
            total[path] = total[path] + share if path in total else share
    return total


def why_not_traced(net: NetworkSnapshot) -> str:
    """Why an image cannot be followed through a net, one sentence; empty when it can."""
    if net.why_no_pictures:
        return net.why_no_pictures
    if net.role != "classifier":
        return tr(
            "This net is no classifier, so no label tells what its outputs should be: {role}.",
            role=net.role,
        )
    network = net.network.architecture
    end = _find_end(network)
    if end is None:
        last = network.layer(network.outputs[0].layer)
        return tr(
            "The net ends in {name} ({kind}), whose derivative is not among those that are known.",
            name=last.name,
            kind=last.kind,
        )
    if end.activation != "softmax" and end.activation not in ACTIVATION_SLOPES:
        return tr(
            "The derivative of {activation}, in {name}, is not among those that are known.",
            activation=end.activation,
            name=end.layer.name,
        )
    return ""


def losses_with(
    net: NetworkSnapshot, x: npt.ArrayLike, target: Values, path: str, arrays: Sequence[Values]
) -> float:
    """J of one image with other weights of one layer, by the net's own rules (float64)."""
    weights = {**net.weights, path: list(arrays)}
    given = np.asarray(net.prepare(np.asarray(x, np.float32).reshape(1, -1)), np.float64)
    outputs = np.asarray(forward.predict(net.network.architecture, weights, given)).reshape(-1)
    end = _find_end(net.network.architecture)
    activation = end.activation if end is not None else "linear"
    if activation == "softmax":
        return float(-np.sum(target * np.log(np.maximum(outputs, 1e-300))))
    if activation == "linear":
        return _cross_entropy(outputs, target)
    return float(-np.sum(target * np.log(outputs / outputs.sum())))


# --- the way up and back ------------------------------------------------------------------


@dataclass(frozen=True)
class _Step:
    """A layer with the activation function that stands behind it.

    Attributes:
        port: Where a comes out.
        sources: Where what comes in comes out.
    """

    layer: Layer
    way: Way
    activation: str
    port: Port
    sources: tuple[Port, ...]


def _find_end(network: Architecture) -> _Step | None:
    """The step that the outputs come out of, what only training needs left out."""
    steps = _list_steps(network)
    return steps[-1] if steps and steps[-1].way.is_shown else None


def _list_steps(network: Architecture) -> list[_Step]:
    """Layers that there is a rule for, in an order in which they can be computed.

    The last is that which the outputs come out of; nothing where that has no rule.
    """
    end = network.outputs[0]
    while network.layer(end.layer).kind in DROPPED:
        end = network.layer(end.layer).calls[0][0]
    fed_by = Counter(port for layer in network.layers for call in layer.calls for port in call)
    made: dict[Port, _Step] = {}
    for name, call in flow(network).order:
        layer = network.layer(name)
        way = WAYS.get(layer.kind)
        activation = layer.settings.get("activation") or "linear"
        if way is None or len(layer.calls) != 1 or not isinstance(activation, str):
            continue
        (sources,) = layer.calls
        step = _Step(layer, way, activation, Port(name, call), sources)
        if layer.kind == "Activation":
            below = made.get(sources[0])
            is_own = below is not None and below.way.is_shown and fed_by[sources[0]] == 1
            if below is not None and is_own and below.activation == "linear":
                # It belongs to the layer before, which nothing else sees.
                del made[sources[0]]
                step = replace(below, activation=activation, port=step.port)
        made[step.port] = step
        if step.port == end:
            return list(made.values())
    return []


@dataclass(eq=False)
class _Passed:
    """What a step computed; pulled and delta are there once the error has come back."""

    step: _Step
    arrays: list[Values]
    fed: list[Values]
    before: Values
    after: Values
    pulled: Values | None = None
    delta: Values | None = None


class _Way:
    """Many images up through a net, and their mean loss back."""

    def __init__(self, net: NetworkSnapshot, images: npt.NDArray[np.float32]) -> None:
        self._net = net
        self._network = net.network.architecture
        given = np.asarray(net.prepare(images), np.float64)
        tensors = forward.run(self._network, net.weights, given)
        self._passed: list[_Passed] = []
        self._given = {port: np.asarray(array) for port, array in tensors.items()}
        for step in _list_steps(self._network):
            fed = [self._given[port] for port in step.sources]
            if not step.way.fits(step.layer, fed):
                continue
            arrays = [np.asarray(a, np.float64) for a in net.weights.get(step.layer.name, ())]
            before = step.way.sum_up(step.layer, arrays, fed)
            after = self._given[step.port]
            self._passed.append(_Passed(step, arrays, fed, before, after))
        self._followed: list[_Passed] = []
        end = _find_end(self._network)
        if end is None or not self._passed or self._passed[-1].step.port != end.port:
            raise ModelFileError(tr("The net's last layer gets more than one list of numbers."))

    @property
    def num_classes(self) -> int:
        """Outputs of the net."""
        return int(self._passed[-1].after.reshape(len(self._passed[-1].after), -1).shape[1])

    def go_back(self, targets: Values) -> float:
        """Follows the error; the loss is the mean over the images.

        Args:
            targets: What the outputs should be (n, classes).
        """
        last = self._passed[-1]
        loss, pulled, delta = _lose(last, targets)
        count = len(targets)
        last.pulled, last.delta = pulled / count, delta / count
        coming: dict[Port, Values] = {}
        blocked = self._block()
        for here in reversed(self._passed):
            step = here.step
            if here is not last:
                if step.port not in coming or step.port in blocked:
                    continue
                here.pulled = coming.pop(step.port)
                here.delta = here.pulled * ACTIVATION_SLOPES[step.activation](here.before)
            assert here.delta is not None  # noqa: S101 - just set
            self._followed.insert(0, here)
            if all(port in blocked or self._is_input(port) for port in step.sources):
                continue  # nothing below is followed
            backs = step.way.pull(step.layer, here.arrays, here.fed, here.delta)
            for port, back in zip(step.sources, backs, strict=True):
                coming[port] = coming[port] + back if port in coming else back
        return loss / count

    def _is_input(self, port: Port) -> bool:
        return self._network.layer(port.layer).kind == "InputLayer"

    def _block(self) -> set[Port]:
        """What feeds a layer that has no rule: part of its ∂J/∂a is not known."""
        known = {here.step.port: here for here in self._passed}
        within = {here.step.layer.name: here for here in self._passed}
        blocked: set[Port] = set()
        order = [name for name, _ in flow(self._network).order]
        for name in reversed(order):
            layer, here = self._network.layer(name), within.get(name)
            if layer.kind == "InputLayer":
                continue
            if here is None and layer.kind == "Activation":
                folded = known.get(Port(name))
                if folded is not None:
                    continue  # it stands behind another layer
            has_slope = here is not None and (
                here is self._passed[-1] or here.step.activation in ACTIVATION_SLOPES
            )
            if here is None or not has_slope or here.step.port in blocked:
                if here is not None:
                    blocked.add(here.step.port)
                blocked.update(port for call in layer.calls for port in call)
        return blocked

    def kernel_gradients(self) -> dict[str, Values]:
        """∂J/∂Θ of what is followed, by the path of the layer."""
        made = {}
        for here in self._followed:
            step = here.step
            if step.way.has_kernel:
                assert here.delta is not None  # noqa: S101 - it is followed
                gradient = step.way.pull_kernel(step.layer, here.arrays, here.fed[0], here.delta)
                made[step.layer.name] = gradient
        return made

    def list_layers(self) -> tuple[TracedLayer, ...]:
        """What is followed of the one image, without what only reorders numbers."""
        gradients = self.kernel_gradients()
        shown = [here for here in self._followed if here.step.way.is_shown]
        numbers = {here.step.port: i for i, here in enumerate(shown)}
        for here in self._followed:  # what only passes on has the number of what it passes on
            if not here.step.way.is_shown:
                numbers[here.step.port] = numbers.get(here.step.sources[0], -1)
        made = []
        for here in shown:
            step = here.step
            title = _entitle(step.layer, not self._net.network.source)
            kernel, bias, has_bias = np.zeros(0), np.zeros(here.before.shape[-1]), False
            if step.way.has_kernel:
                kernel, has_bias = here.arrays[0], len(here.arrays) > 1
                bias = here.arrays[1] if has_bias else bias
            slopes = ACTIVATION_SLOPES.get(step.activation)
            assert here.pulled is not None  # noqa: S101 - it is followed
            assert here.delta is not None  # noqa: S101 - it is followed
            made.append(
                TracedLayer(
                    step.layer.name, title, step.layer.kind, step.activation,
                    tuple(numbers.get(port, -1) for port in step.sources),
                    here.fed[0][0], kernel, bias, has_bias, here.before[0], here.after[0],
                    None if slopes is None else slopes(here.before[0]),
                    here.pulled[0], here.delta[0],
                    gradients.get(step.layer.name, np.zeros(0)),
                )
            )  # fmt: skip
        return tuple(made)

    def list_skipped(self) -> tuple[str, ...]:
        """Layers that are only computed, as far as they change numbers."""
        followed = {here.step.layer.name for here in self._followed}
        folded = {here.step.port.layer for here in self._followed}
        return tuple(
            layer.name
            for layer in self._network.layers
            if layer.name not in followed | folded
            and layer.kind not in ("InputLayer", "Flatten", "Reshape", *DROPPED)
        )


def _entitle(layer: Layer, is_ours: bool) -> str:
    """For a reader: the builder's name of a layer, or the net's own."""
    if not is_ours:
        return layer.name
    title = builder_title(layer.name)
    if title is not None:
        return title
    start, _, end = layer.name.rpartition("_")
    of = builder_title(start)
    if of is None:
        return layer.name
    words = {
        "pool": tr("{title}, pooling", title=of),
        "add": tr("{title}, sum with the shortcut", title=of),
        "shortcut": tr("{title}, shortcut", title=of),
        "activation": of,
    }
    return words.get(end, layer.name)


def _shares(last: TracedLayer) -> Values:
    if last.activation == "linear":
        return np.asarray(softmax(last.before), np.float64)
    return np.asarray(last.after / last.after.sum())


def _cross_entropy(logits: Values, target: Values) -> float:
    shifted = logits - logits.max()
    return float(np.sum(target * (np.log(np.exp(shifted).sum()) - shifted)))


def _lose(last: _Passed, targets: Values) -> tuple[float, Values, Values]:
    """ΣJ over the images, ∂J/∂a and δ of the output (n, classes).

    With a softmax, or with sums that are taken for a softmax's, δ = a − t: its derivative and
    that of the logarithm cancel. Others are divided by their sum first, as Keras does.
    """
    before, after = last.before, last.after
    if last.step.activation in _LOGITS:
        shares = np.asarray(softmax(before))
        loss = sum(_cross_entropy(z, t) for z, t in zip(before, targets, strict=True))
        delta = np.asarray(shares * targets.sum(axis=1, keepdims=True) - targets, np.float64)
        if last.step.activation == "linear":
            return loss, delta, delta
        with np.errstate(divide="ignore", invalid="ignore"):
            pulled = np.where(targets == 0, 0.0, -targets / after)
        return loss, pulled, delta
    total = after.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        loss = float(-np.sum(targets * np.log(after / total)))
        pulled = targets.sum(axis=1, keepdims=True) / total - np.where(
            targets == 0, 0.0, targets / after
        )
    return loss, pulled, pulled * ACTIVATION_SLOPES[last.step.activation](before)
