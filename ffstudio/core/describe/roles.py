"""What a network is made for, and what its outputs and images are called where nothing says so."""

from __future__ import annotations

import math
import re
import string
from collections.abc import Mapping, Sequence
from typing import Any

from ffstudio.core.describe.architecture import Architecture, Layer, flow
from ffstudio.core.describe.kinds import Shape
from ffstudio.core.words import tr

_PICTURES = {side * side * c for side in range(4, 257) for c in (1, 3)}
# Of pictures: grey, in colour, or in colour with how opaque it is.
_CHANNELS = (1, 3, 4)
# Losses that compare numbers, not labels.
_NUMBERS = re.compile(r"mean_?squared|mse|mean_?absolute|mae|huber|log_?cosh|kullback|kld")
_LABELS = re.compile(r"categorical|nll|sparse|hinge")
# What people call nets, their layers and their files. (No "code": it is in too many names.)
_SAYS = {
    "generator": re.compile(r"generator|(?<![a-z])d?c?gan(?![a-z])|(?<![a-z])g_model"),
    "discriminator": re.compile(r"discriminator|(?<![a-z])critic(?![a-z])|(?<![a-z])d_model"),
    "decoder": re.compile(r"decoder|(?<![a-z])dec(?![a-z])"),
    "encoder": re.compile(r"(?<!auto)(?<!auto_)(?<!auto-)encoder|(?<![a-z])enc(?![a-z])"),
}
# Pictures of usual sizes laid out flat, whose number of pixels nobody gives a hidden layer.
_LAID_FLAT = ((784,), (2352,), (3072,), (12288,))
_CODES = re.compile(r"z_mean|latent|bottleneck|embedding|encod|(?<![a-z])codes?(?![a-z])")
# The two ends of a variational encoder.
_MEAN, _SPREAD = re.compile(r"mean|(?<![a-z])mu(?![a-z])"), re.compile(r"var|sigma|std|dev")
# What people call a layer that scores classes.
_SCORES = re.compile(r"logit|predict|class|label|probab|^(fc\d*|outputs?|head)$")
# What ends in one of these gives a share for each class.
_SHARES = ("softmax", "sigmoid")


def tell_role(network: Architecture, training: Mapping[str, Any], title: str = "") -> str:
    """One of :data:`ffstudio.core.describe.network.ROLES`: the first of :func:`find_roles`."""
    return find_roles(network, training, title)[0]


def find_roles(
    network: Architecture,
    training: Mapping[str, Any],
    title: str = "",
    is_end_guessed: bool = False,
) -> tuple[str, ...]:
    """What a net is for, of :data:`ffstudio.core.describe.network.ROLES`, by what it takes and
    gives, its loss, its last activation and the names of file, net and last layer, in this order
    of worth; after it what it may as well be for, where its file does not say.

    Args:
        title: The file's name.
        is_end_guessed: Bare weights do not tell its last activation.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    sizes = flow(network)
    given = [sizes.shapes[port] for port in network.inputs]
    made = [sizes.shapes[port] for port in network.outputs]
    said = _read_names(network, title)
    if len(made) != 1:
        ends = [port.layer.lower() for port in network.outputs]
        is_variational = any(map(_MEAN.search, ends)) and any(map(_SPREAD.search, ends))
        return ("encoder",) if is_variational and len(given) == 1 else ("network",)
    few, last = _count(made[0]) or 0, find_last_activation(network)
    is_picture = few in _PICTURES and few >= 64
    if len(given) > 1:
        # Noise and a label: all that goes in is small, and a picture comes out.
        is_small = all((_count(shape) or few) < few for shape in given)
        is_laid_out = len(made[0]) > 1 or "generator" in said
        return ("generator",) if is_picture and is_small and is_laid_out else ("network",)
    many = _count(given[0]) or 0
    if (given[0] == made[0] and len(given[0]) > 1 and few > 1) or (few == many and few >= 16):
        return ("autoencoder",)
    loss, metrics = str(training.get("loss") or "").lower(), str(training.get("metrics") or "")
    is_judged = "acc" in metrics
    if maps_pictures(network) and not said & {"decoder", "generator"}:
        return ("network",)
    if few >= 16 and few > many and few in _PICTURES:
        is_generator = "generator" in said or (last == "tanh" and "decoder" not in said)
        return ("generator",) if is_generator else ("decoder",)
    if few == 1:
        if "discriminator" in said:
            return ("discriminator",)
        if is_fed_by_codes(network):
            return ("network",)
        is_number = last in ("linear", "relu") and "binary_crossentropy" not in loss
        return ("regression",) if is_number else ("network",)
    compares = bool(_NUMBERS.search(loss))
    # Many ask for the accuracy of whatever they train; of plain numbers it means nothing.
    if _LABELS.search(loss) or (is_judged and not (compares and last not in _SHARES)):
        return ("classifier",)
    is_scores = len(made[0]) == 1 and 1 < few <= 1000
    both = ("encoder", "classifier") if is_scores else ("encoder",)
    if many in _PICTURES and 1 < few < many:
        if "encoder" in said and (last != "softmax" or not loss):
            return both
        if compares and (last not in _SHARES or (last == "sigmoid" and few not in _COUNTED)):
            return both
        if last in ("relu", "tanh", "elu"):
            return both
        if is_end_guessed and last == "softmax" and is_scores and few not in _COUNTED:
            # Codes have 16, 32, 48 … numbers; of so few as two there are more nets of classes.
            return both if few % 16 == 0 else both[::-1]
        if last == "linear":
            return both[::-1] if is_scores and _ends_in_classes(network, few) else both
    return ("classifier",) if is_scores else ("network",)


# Numbers of classes that people tell apart; a code has other sizes (2, 3, 16, 32, 64, 128).
_COUNTED = {10, 11, 24, 25, 26, 27, 36, 37, 43, 47, 52, 62, 100, 200, 1000}


def _ends_in_classes(network: Architecture, few: int) -> bool:
    """Whether numbers without an activation are scores of classes rather than a code: by the last
    layer's name, a Dropout before it, or how many there are."""
    last = network.layer(network.outputs[0].layer)
    before = [network.layer(port.layer).kind for fed in last.calls[:1] for port in fed]
    if _SCORES.search(last.name.lower()) or before == ["Dropout"] or few in _COUNTED:
        return True
    return few not in (2, 3, 8) and (few < 16 or (few % 10 != 0 and few % 16 != 0))


def say_role(roles: Sequence[str], few: int, is_end_guessed: bool = False) -> str:
    """That a net was taken for one thing of two it may be for; empty where it is plain.

    Args:
        roles: What :func:`find_roles` found.
        few: How many numbers come out of it.
        is_end_guessed: Bare weights do not tell its last activation.
    """
    if few == 1 and is_end_guessed and roles[0] in ("network", "regression"):
        return tr(
            "what its one number means is not in the file: it may be a share of two classes, a value "
            "(regression), or how alike two pictures are where this is one branch of a net. Among "
            "its networks are one that ends in a sigmoid and one that ends in nothing"
        )
    if roles == ("encoder", "classifier"):
        return tr(
            "what its {few} numbers are is not in the file: they are taken for a code. If they are "
            "scores of classes, choose classifier in the model card",
            few=few,
        )
    if roles == ("classifier", "encoder") and few not in _COUNTED:
        return tr(
            "what its {few} numbers are is not in the file: they are taken for scores of {few} "
            "classes. If they are a code, choose encoder in the model card",
            few=few,
        )
    return ""


def maps_pictures(network: Architecture) -> bool:
    """Whether a picture goes in and a picture about as large or larger comes out, such as a mask of
    it, or itself enlarged: no code is between that one would set by hand."""
    if len(network.inputs) != 1 or len(network.outputs) != 1:
        return False
    sizes = flow(network).shapes
    given, made = sizes[network.inputs[0]], sizes[network.outputs[0]]
    if len(given) != 3 or len(made) != 3 or given == made:
        return False
    if given[-1] not in _CHANNELS[:2] or made[-1] not in _CHANNELS:
        return False
    side = given[0] or 28
    return side >= 8 and 4 * (made[0] or side) >= 3 * side


def is_fed_by_codes(network: Architecture) -> bool:
    """Whether numbers are made into a picture larger than themselves and judged by one number: a
    generator and a discriminator in one."""
    sizes = flow(network).shapes
    if len(network.inputs) != 1 or len(network.outputs) != 1:
        return False
    given, made = sizes[network.inputs[0]], sizes[network.outputs[0]]
    if len(given) != 1 or None in given or _count(made) != 1:
        return False
    inside = [shape for shape in sizes.values() if len(shape) == 3 and shape[0] == shape[1]]
    laid_flat = [shape for shape in sizes.values() if shape in _LAID_FLAT]
    is_smaller = 2 * (given[0] or 0) < min((shape[0] for shape in laid_flat), default=0)
    return is_smaller or any((shape[0] or 0) ** 2 > 2 * (given[0] or 0) for shape in inside)


def _read_names(network: Architecture, title: str) -> set[str]:
    stem = title.rsplit("/", 1)[-1].split(".")[0]
    names = " ".join((stem, network.name, network.outputs[0].layer)).lower()
    said = {role for role, words in _SAYS.items() if words.search(names)}
    # A file may hold a classifier on top of an embedding; what ends in one is an encoder.
    return said | {"encoder"} if _CODES.search(network.outputs[0].layer.lower()) else said


def _count(shape: Shape) -> int | None:
    return None if None in shape else math.prod(n or 0 for n in shape)


def find_last_activation(network: Architecture) -> str:
    """The activation at the network's (first) end, in small letters; empty where there is none."""
    name = network.outputs[0].layer
    for _ in range(200):
        layer = network.layer(name)
        if isinstance(layer.inner, Architecture):
            return find_last_activation(layer.inner)
        if layer.kind in ("Activation", "Dense") or "Conv" in layer.kind:
            activation = layer.settings.get("activation")
            kind = activation.get("kind") if isinstance(activation, Mapping) else activation
            return str(kind).lower()
        if layer.kind == "Softmax":
            return "softmax"
        if not layer.calls or not layer.calls[0]:
            return ""
        name = layer.calls[0][0].layer
    return ""


# --- outputs without names --------------------------------------------------------------

_UPPER, _LOWER, _DIGITS = string.ascii_uppercase, string.ascii_lowercase, string.digits
# By how many outputs there are: their names, and what it is that has so many.
_ALPHABETS: dict[int, tuple[str, str]] = {
    24: ("ABCDEFGHIKLMNOPQRSTUVWXY", "signs for letters, without J and Z"),
    25: (_UPPER[:25], "signs for letters"),
    26: (_UPPER, "letters"),
    27: (f"–{_UPPER}", "EMNIST's letters, which are counted from 1"),
    36: (_DIGITS + _UPPER, "digits and letters"),
    47: (f"{_DIGITS}{_UPPER}abdefghnqrt", "EMNIST's 47 characters"),
    52: (_UPPER + _LOWER, "letters of both cases"),
    62: (_DIGITS + _UPPER + _LOWER, "EMNIST's 62 characters"),
}


def name_outputs(count: int) -> tuple[tuple[str, ...], str]:
    """Names for so many classes in order, and what they are taken for; else names that are no
    class's, so that no images are taken for theirs, and nothing."""
    if count in _ALPHABETS:
        characters, what = _ALPHABETS[count]
        return tuple(characters), what
    return tuple(f"output {i}" for i in range(count)), ""


# --- images that nothing here can try ---------------------------------------------------


def suggest_scale(network: Architecture) -> tuple[str, str]:
    """A key of :data:`ffstudio.core.describe.preprocessing.SCALES`, and why that one."""
    for layer in _first_layers(network):
        if layer.kind == "Rescaling":
            scale = layer.settings.get("scale")
            if isinstance(scale, (int, float)) and abs(scale) < 0.1:
                return "0–255", tr(
                    "its own layer {layer_name} brings them to fractions", layer_name=layer.name
                )
        if layer.kind == "Normalization":
            return "0–255", tr(
                "its own layer {layer_name} standardises them", layer_name=layer.name
            )
    if find_last_activation(network) == "tanh" and len(network.outputs) == 1:
        sizes = flow(network).shapes
        if sizes[network.inputs[0]] == sizes[network.outputs[0]]:
            return "−1…1", tr("its output lies in −1…1")
    return "0–1", tr("most are")


def _first_layers(network: Architecture) -> list[Layer]:
    """What an image meets first, inner networks' layers too."""
    layers = []
    for layer in network.layers[:6]:
        inner = layer.inner
        layers += _first_layers(inner) if isinstance(inner, Architecture) else [layer]
    return layers
