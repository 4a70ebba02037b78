"""Keras models built anew from ffstudio's own description of a stranger's file.

Nothing of the file reaches Keras but checked numbers and arrays: every layer is made by
its constructor out of the table of :mod:`ffstudio.core.describe.kinds`; no configuration is
deserialised, nothing is compiled from it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, Layer, Port, flow
from ffstudio.core.describe.cards import WEIGHTS, Card
from ffstudio.core.describe.kinds import Shape
from ffstudio.core.describe.network import why_no_pictures
from ffstudio.core.describe.preprocessing import (
    CHANCE,
    LITTLE,
    Trial,
    part_of,
)
from ffstudio.core.describe.work import count_multiply_adds
from ffstudio.core.errand import Errand
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.engine.strangers.local_layers import LOCAL
from ffstudio.engine.strangers.predicting import predict
from ffstudio.engine.strangers.ways import SLOW, LabelledImages, try_reconstruction, try_ways
from ffstudio.files.foreign import sandbox
from ffstudio.files.foreign.bare_weights.mixed_formats import say_otherwise
from ffstudio.files.foreign.bare_weights.search import with_activation
from ffstudio.files.foreign.bare_weights.sides import ANY_SIDE
from ffstudio.files.foreign.contents import Candidate, Foreign
from ffstudio.files.migration.channels import channels_last
from ffstudio.files.optimizer_state import OptimizerState

Floats = npt.NDArray[np.float32]
Images = npt.NDArray[np.uint8] | None
Labels = npt.NDArray[np.integer] | None


@keras.saving.register_keras_serializable("ffstudio")
def hard_sigmoid_2(x: Any) -> Any:
    """Keras 1's and 2's hard sigmoid: clip(0.2·x + 0.5, 0, 1); Keras 3's slope is 1/6."""
    return keras.ops.clip(0.2 * x + 0.5, 0.0, 1.0)


@keras.saving.register_keras_serializable("ffstudio")
def gelu_tanh(x: Any) -> Any:
    """GELU by its approximation with tanh."""
    return keras.activations.gelu(x, approximate=True)


# From here on no other network is tried.
_SURELY = 0.97
# Networks that fit whose other activations are tried: those that did best.
_MOST_ACTIVATED = 3

# From here on nobody asks for another activation.
_GOOD = 0.9
# So much better an other activation must be: chance finds less among many trials.
_BY_CHANCE = 0.05

# Another order of channels is odd enough that it has to explain much.
_BELIEVED = 0.5

_FUNCTIONS = {"hard_sigmoid_2": hard_sigmoid_2, "gelu_tanh": gelu_tanh}


# --- building ---------------------------------------------------------------------------


def build(network: Architecture, weights: Mapping[str, Sequence[Floats]]) -> keras.Model:
    """A Keras model, not compiled, with its weights.

    Args:
        weights: Per path of a layer (inner layers after a slash) its arrays, in Keras 3's
            order and layout.

    Raises:
        ModelFileError: Keras cannot build it so.
    """
    try:
        return _model(network, weights, "", None)
    except ModelFileError:
        raise
    except Exception as error:  # Keras and TensorFlow raise all kinds
        words = " ".join(str(error).split())[:200]
        raise ModelFileError(
            tr("Keras cannot build the network: {words}", words=words),
            tr("The file may be damaged."),
        ) from error


def _model(
    network: Architecture,
    weights: Mapping[str, Sequence[Floats]],
    path: str,
    given: Sequence[Shape] | None,
) -> keras.Model:
    sizes = flow(network, given)
    by_name = {layer.name: layer for layer in network.layers}
    tensors: dict[Port, Any] = {}
    made: dict[str, Any] = {}
    for name, call in sizes.order:
        layer = by_name[name]
        here = f"{path}/{name}" if path else name
        if layer.kind == "InputLayer":
            port = Port(name)
            tensors[port] = keras.Input(sizes.shapes[port], name=_safe(name))
            continue
        fed = [tensors[p] for p in layer.calls[call]]
        if name not in made:
            shapes = [sizes.shapes[p] for p in layer.calls[call]]
            made[name] = _layer(layer, weights, here, shapes)
        if layer.kind == "MultiHeadAttention":
            out = made[name](*fed)
        else:
            out = made[name](fed[0] if len(fed) == 1 else fed)
        for index, tensor in enumerate(out if isinstance(out, (list, tuple)) else [out]):
            tensors[Port(name, call, index)] = tensor
        if call == 0:
            _fill(made[name], layer, weights, here)
    inputs = [tensors[p] for p in network.inputs]
    outputs = [tensors[p] for p in network.outputs]
    return keras.Model(
        inputs[0] if len(inputs) == 1 else inputs,
        outputs[0] if len(outputs) == 1 else outputs,
        name=_safe(network.name),
    )


def _safe(name: str) -> str:
    """Keras takes no slashes in names."""
    return name.replace("/", "_") or "layer"


def _layer(
    layer: Layer, weights: Mapping[str, Sequence[Floats]], path: str, fed: Sequence[Shape]
) -> Any:
    if isinstance(layer.inner, Architecture):
        # Named as the layer: two uses of one description are two layers.
        model = _model(replace(layer.inner, name=layer.name), weights, path, fed)
        model.trainable = layer.trainable
        return model
    name = _safe(layer.name)
    if isinstance(layer.inner, Layer):
        inner = _layer(layer.inner, weights, path, fed)
        if layer.kind == "Bidirectional":
            mode = layer.settings["merge_mode"]
            return keras.layers.Bidirectional(inner, merge_mode=mode, name=name)
        return keras.layers.TimeDistributed(inner, name=name)
    if layer.kind == "ExpandLast":
        (shape,) = fed
        return keras.layers.Reshape((*(-1 if n is None else n for n in shape), 1), name=name)
    settings = _settings(layer)
    if layer.kind == "Normalization" and path in weights:
        # As constants: Keras makes what it computes with out of them only when it is built.
        settings["mean"], settings["variance"] = (np.array(a) for a in weights[path][:2])
    constructor: Callable[..., Any] = LOCAL.get(layer.kind) or getattr(keras.layers, layer.kind)
    made = constructor(**settings, name=name)
    made.trainable = layer.trainable  # not all constructors take it
    if settings.get("groups", 1) > 1 and layer.kind in ("Conv1D", "Conv2D", "Conv3D"):
        made.convolution_op = _group_by_group(made)
    return made


def _group_by_group(layer: Any) -> Callable[[Any, Any], Any]:
    """A convolution's sums with one convolution for each of its groups.

    TensorFlow has grouped convolutions on a CPU by XLA alone, which is 30 times as slow. What the
    layer is in files stays as it is.
    """

    def convolve(inputs: Any, kernel: Any) -> Any:
        split, groups = keras.ops.split, layer.groups
        parts = zip(split(inputs, groups, axis=-1), split(kernel, groups, axis=-1), strict=True)
        each = [type(layer).convolution_op(layer, a, k) for a, k in parts]
        return keras.ops.concatenate(each, axis=-1)

    return convolve


# Settings that a kind of layer has in our table but not, or by another name, in Keras.
_WITHOUT = {
    "UpSampling1D": ("interpolation",),
    "UpSampling3D": ("interpolation",),
    "SeparableConv1D": ("kernel_regularizer",),
    "SeparableConv2D": ("kernel_regularizer",),
}


def _settings(layer: Layer) -> dict[str, Any]:
    arguments: dict[str, Any] = {}
    for key, value in layer.settings.items():
        # The migration puts channels last everywhere but before a Flatten alone, whose
        # data_format only says in which order it lays out what it is given.
        first = key == "data_format" and layer.kind != "Flatten"
        if first or key in _WITHOUT.get(layer.kind, ()):
            continue
        if key in ("activation", "recurrent_activation"):
            arguments[key] = _activation(value)
        elif key in ("kernel_regularizer", "bias_regularizer"):
            if layer.kind.startswith("Depthwise") and key == "kernel_regularizer":
                key = "depthwise_regularizer"
            arguments[key] = None if value is None else keras.regularizers.L1L2(**value)
        else:
            arguments[key] = _tuples(value)
    if layer.kind in ("ZeroPadding1D", "Cropping1D", "UpSampling1D"):
        for key in ("padding", "cropping", "size"):
            if key in arguments:
                (arguments[key],) = arguments[key]
    return arguments


def _tuples(value: Any) -> Any:
    return tuple(_tuples(v) for v in value) if isinstance(value, (list, tuple)) else value


def _activation(value: Any) -> Any:
    if isinstance(value, Mapping):
        constructor = getattr(keras.layers, str(value["kind"]))
        return constructor(**{k: _tuples(v) for k, v in value["settings"].items()})
    return _FUNCTIONS.get(value, value)


def _fill(made: Any, layer: Layer, weights: Mapping[str, Sequence[Floats]], path: str) -> None:
    if isinstance(layer.inner, Architecture) or layer.kind == "Normalization":
        return
    if layer.kind == "Bidirectional":
        parts = [(made.forward_layer, f"{path}/forward"), (made.backward_layer, f"{path}/backward")]
    elif layer.kind == "TimeDistributed":
        parts = [(made.layer, f"{path}/layer")]
    else:
        parts = [(made, path)]
    for target, where in parts:
        arrays = weights.get(where, ())
        if arrays or target.weights:
            target.set_weights([np.asarray(a) for a in arrays])


# --- from a file to predictions ---------------------------------------------------------


@dataclass(frozen=True)
class Loaded:
    """A stranger's model, ready to be used.

    Attributes:
        trials: Ways to hand images over that were tried on digits, the best first; empty
            when the model takes no images or says nothing about them.
        text: What sets this network apart where the file fits several.
        optimizer: What the optimizer remembered: see
            :func:`ffstudio.engine.strangers.optimizers.revive_optimizer`.
        assumed: What was taken for granted to get this network; None for what the card says.
        companion: Name of the architecture file beside bare weights that it is made of, where
            others fit as well; else empty.
        by_companion: How well the best network of each such file did, by its name; none where
            nothing could be tried.
    """

    card: Card
    network: Architecture
    model: keras.Model
    trials: tuple[Trial, ...] = ()
    text: str = ""
    optimizer: OptimizerState | None = None
    assumed: tuple[str, ...] | None = None
    companion: str = ""
    by_companion: Mapping[str, float] = field(default_factory=dict)

    def predict(self, x: Floats) -> Floats:
        """What comes out for a batch of prepared images."""
        return predict(self.model, x)


def load_foreign(
    path: str | Path,
    images: Images = None,
    labels: Labels = None,
) -> Loaded:
    """Opens a stranger's model; with labelled digits it also finds out what it wants.

    Where the file fits several networks, the one that recognises most digits is taken.

    Args:
        images: (n, height, width), some hundreds.
        labels: (n,).

    Raises:
        ModelFileError: The file is refused; the message has the reason.
    """
    contents = sandbox.examine(path)
    if not contents.candidates:
        reasons = " ".join(contents.card.refused) or tr("No network can be made of it.")
        raise ModelFileError(f"{contents.card.file}: {reasons}", contents.card.advice)
    return choose_candidate(contents, images, labels)


def choose_candidate(
    contents: Foreign,
    images: Images = None,
    labels: Labels = None,
    errand: Errand | None = None,
    to_beat: float = -1.0,
) -> Loaded:
    """The candidate that does best on digits, else the first that Keras can build.

    Args:
        errand: Told what is being tried.
        to_beat: Nobody asks for a network that does worse; none that can tell it will is
            tried to the end.

    Raises:
        ModelFileError: None can be built.
        CalledOff: Somebody no longer wants it.
    """
    errand = errand or Errand()
    best: Loaded | None = None
    scored: list[tuple[float, Candidate]] = []
    wrong: ModelFileError | None = None
    count = len(contents.candidates)
    several = count > 1
    # Bare weights may be other networks too: none is tried to the end before all were looked at.
    is_open = several or contents.card.kind == WEIGHTS
    # Which network it is, a part of the images tells; how it wants them, all.
    some = Samples(images, labels)
    part = some.part() if several else some
    for number, candidate in enumerate(contents.candidates, start=1):
        if best is not None and not errand.has_work_left:
            errand.leave_out(
                tr("networks {first} to {count}", first=number, count=count)
                if number < count
                else tr("network {count}", count=count)
            )
            break
        here = errand.inside(f"network {number} of {count}") if several else errand
        # What recognises nothing is no better than another that recognises nothing.
        least = CHANCE if contents.card.role == "classifier" else -1.0
        so_far = to_beat if best is None else _score(best)
        needed = max(to_beat, so_far, least) if is_open else to_beat
        try:
            loaded = _try_candidate(contents.card, candidate, part, here, needed)
        except ModelFileError as error:
            wrong = wrong or error
            continue
        scored.append((_score(loaded), candidate))
        if best is None or _score(loaded) > _score(best):
            best = loaded
        # What lies beside the weights says what is inside: each is asked, to be fair to all.
        if _score(best) >= _SURELY and not candidate.companion:
            break
    if best is None:
        raise wrong or ModelFileError(tr("{file} holds no network.", file=contents.card.file), "")
    first = best
    # An architecture file says what bare weights do not tell.
    if contents.card.kind == WEIGHTS and best.trials and not contents.card.companion:
        scored.sort(key=lambda pair: -pair[0])
        is_slow = count_multiply_adds(best.network) > SLOW
        # Of one network in several sizes what is inside is tried in the best of them alone.
        most = 1 if is_slow or ANY_SIDE in (best.assumed or ()) else _MOST_ACTIVATED
        promising = [candidate for _, candidate in scored[:most]]
        best = _other_activations(contents, promising, best, some.part(), errand, to_beat)
        best = _other_orders(contents, promising, best, some.part(), errand, to_beat)
    is_unknown = contents.card.role == "classifier" and bool(best.trials) and _score(best) < CHANCE
    # Turned images are half recognised; what was tried with a score to beat was not turned.
    is_vague = contents.card.role == "classifier" and bool(best.trials) and _score(best) < LITTLE
    if is_unknown and is_open and to_beat < CHANCE and not errand.has_work_left:
        errand.leave_out(tr("images turned and mirrored"))
    elif (is_open if is_vague else several or best is not first) and _score(best) >= to_beat:
        here = errand.inside(tr("the network found")) if several else errand
        best = replace(best, trials=_trials(contents.card, best.network, best.model, some, here))
    trials = _put_kept_first(contents, best, some)
    by_companion: dict[str, float] = {}
    for score, candidate in scored if best.trials else []:
        if candidate.companion:
            known = by_companion.get(candidate.companion, score)
            by_companion[candidate.companion] = max(known, score)
    return replace(best, optimizer=contents.optimizer, trials=trials, by_companion=by_companion)


@dataclass(frozen=True, eq=False)
class Samples:
    """What networks are tried on; none where there are no images."""

    images: Images = None
    labels: Labels = None

    def part(self) -> Samples:
        """As many of them as tell one network from another."""
        if self.images is None:
            return self
        part = part_of(self.images)
        return Samples(self.images[part], None if self.labels is None else self.labels[part])


def _put_kept_first(contents: Foreign, loaded: Loaded, some: Samples) -> tuple[Trial, ...]:
    """The trials, before them what the file itself says of its images."""
    kept, images, labels = contents.kept, some.images, some.labels
    if kept is None:
        return loaded.trials
    known = [trial for trial in loaded.trials if trial.preprocessing == kept]
    if not known:
        score, count = -1.0, 0
        is_judged = contents.card.role == "classifier" and tells_classes(loaded.network, labels)
        if images is not None and labels is not None and is_judged:
            out = loaded.predict(kept.apply(images)).reshape(len(images), -1)
            score, count = float(np.mean(out.argmax(axis=1) == labels)), len(images)
        known = [Trial(kept, score, count=count)]
    return (known[0], *(t for t in loaded.trials if t.preprocessing != kept))


def _other_activations(
    contents: Foreign,
    candidates: Sequence[Candidate],
    best: Loaded,
    some: Samples,
    errand: Errand,
    to_beat: float,
) -> Loaded:
    """Bare weights do not tell activations: when ReLU does badly, others are tried."""
    for activation in ("tanh", "sigmoid"):
        if _score(best) >= _GOOD:
            break
        for candidate in candidates:
            network = with_activation(candidate.network, activation)
            if network == candidate.network:
                continue
            better = tr("{activation} inside does better than ReLU", activation=activation)
            text = f"{candidate.text}; {better}" if candidate.text else better
            said = (*(candidate.assumed or ()), better)
            other = replace(candidate, network=network, text=text, assumed=said)
            # Chance finds small differences among many trials, and less than nothing given back
            # tells nothing of what is inside.
            needed = max(_score(best), 0.0) + _BY_CHANCE
            if contents.card.role == "classifier":
                needed = max(needed, CHANCE)
            if not errand.has_work_left:
                errand.leave_out(tr("{activation} inside", activation=activation))
                break
            here = errand.inside(f"{activation} inside")
            loaded = _try_candidate(contents.card, other, some, here, max(needed, to_beat), True)
            if _score(loaded) > needed:
                best = loaded
    return best


def _other_orders(
    contents: Foreign,
    candidates: Sequence[Candidate],
    best: Loaded,
    some: Samples,
    errand: Errand,
    to_beat: float,
) -> Loaded:
    """Bare weights do not tell where channels were: when last does badly, first is tried."""
    for candidate in candidates:
        for other, text in say_otherwise(candidate.network):
            if _score(best) >= _GOOD:
                return best
            if not errand.has_work_left:
                errand.leave_out(text)
                continue
            network, weights = channels_last(other, candidate.weights)
            said = (*(candidate.assumed or ()), text)
            turned = Candidate(network, weights, f"{candidate.text}, {text}", said)
            needed = max(_score(best) + _BY_CHANCE, _BELIEVED)
            here = errand.inside(text)
            loaded = _try_candidate(contents.card, turned, some, here, max(needed, to_beat))
            if _score(loaded) > needed:
                best = loaded
    return best


def _score(loaded: Loaded) -> float:
    return loaded.trials[0].score if loaded.trials else -2.0


def _try_candidate(
    card: Card,
    candidate: Candidate,
    some: Samples,
    errand: Errand,
    to_beat: float,
    at_a_glance: bool = False,
) -> Loaded:
    """A candidate as Keras computes it, with how it may want its images.

    Args:
        at_a_glance: What it recognises is asked first; how it wants its images, later.
    """
    errand.tell("building the network")
    model = build(candidate.network, candidate.weights)
    trials = _trials(card, candidate.network, model, some, errand, to_beat, at_a_glance)
    return Loaded(
        card,
        candidate.network,
        model,
        trials,
        candidate.text,
        assumed=candidate.assumed,
        companion=candidate.companion,
    )


def tells_classes(network: Architecture, labels: Labels) -> bool:
    """True for as many outputs as there are classes: only then a share recognised means much.

    Args:
        labels: Of a data set with something of every class; none: no.
    """
    if labels is None or len(labels) == 0:
        return False
    shape = flow(network).shapes[network.outputs[0]]
    return None not in shape and math.prod(n or 0 for n in shape) == int(labels.max()) + 1


def _trials(
    card: Card,
    network: Architecture,
    model: keras.Model,
    some: Samples,
    errand: Errand,
    to_beat: float = -1.0,
    at_a_glance: bool = False,
) -> tuple[Trial, ...]:
    """How it may want its images, the best first; empty where it takes none."""
    images, labels = some.images, some.labels
    if images is None or why_no_pictures(network):
        return ()
    try:
        if card.role == "autoencoder":
            return try_reconstruction(network, model, images, errand)
        if card.role == "classifier" and tells_classes(network, labels):
            assert labels is not None  # noqa: S101 - they have classes
            known = LabelledImages(images, labels)
            return try_ways(network, model, known, errand, to_beat, at_a_glance)
    except ModelFileError:
        return ()
    return ()
