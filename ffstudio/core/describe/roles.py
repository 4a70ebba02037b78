"""What a network is made for, and what its outputs and images are called where nothing says so."""

from __future__ import annotations

import math
import re
import string
from collections.abc import Mapping, Sequence
from typing import Any

from ffstudio.core.describe.architecture import Architecture, Layer, flow
from ffstudio.core.describe.kinds import Shape
from ffstudio.core.describe.places import count_places, has_skip, labels_places, says_mask
from ffstudio.core.words import tr

_PICTURES = {side * side * c for side in range(4, 257) for c in (1, 3)}
# Of pictures: grey, in colour, or in colour with how opaque it is.
_CHANNELS = (1, 3, 4)
# Losses that compare numbers, not labels.
_NUMBERS = re.compile(r"mean_?squared|mse|mean_?absolute|mae|huber|log_?cosh|kullback|kld")
_LABELS = re.compile(r"categorical|nll|sparse|hinge")
# Losses of measured values, and those that nobody takes for labels.
_VALUES = re.compile(r"mean_?squared|mse|mean_?absolute|mae|mape|huber|log_?cosh")
_VALUES_ALONE = re.compile(r"absolute|mae|mape|huber|log_?cosh")
# What is asked for of measured values, and what they are called.
_MEASURED = re.compile(r"mean_?squared|mse|absolute|mae|mape|rmse|root_?mean|r2|log_?cosh")
_MEASURES = re.compile(
    r"regress|b(?:ounding_?)?box|key_?points?|land_?marks?|coord|(?<![a-z])(?:ages?|angles?|pose|"
    r"steer(?:ing)?|dqn|forecast(?:er)?|q_?values?)(?![a-z])"
)
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
        return _find_roles_of_ends(network, training, given, made, said)
    few, last = _count(made[0]) or 0, find_last_activation(network)
    is_picture = few in _PICTURES and few >= 64
    if len(given) > 1:
        # Noise and a label: all that goes in is small, and a picture comes out.
        is_small = all((_count(shape) or few) < few for shape in given)
        is_laid_out = len(made[0]) > 1 or "generator" in said or last == "tanh"
        is_laid_out |= made[0] in _LAID_FLAT and last in ("sigmoid", "tanh")
        return ("generator",) if is_picture and is_small and is_laid_out else ("network",)
    many = _count(given[0]) or 0
    loss = str(training.get("loss") or "").lower()
    if labels_places(given[0], made[0], last, loss):
        return ("network",)
    if (given[0] == made[0] and len(given[0]) > 1 and few > 1) or (few == many and few >= 16):
        return _weigh_same_size(network, training, title)
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
    if count_places(made[0]) > 1:
        return _weigh_maps(few, many, last, loss, said)
    return _weigh_numbers(network, training, title, is_end_guessed)


def _find_roles_of_ends(
    network: Architecture,
    training: Mapping[str, Any],
    given: Sequence[Shape],
    made: Sequence[Shape],
    said: set[str],
) -> tuple[str, ...]:
    """Of a net with several outputs: they may be the mean and the spread of a code."""
    if len(given) != 1:
        return ("network",)
    ends = [port.layer.lower() for port in network.outputs]
    if any(map(_MEAN.search, ends)) and any(map(_SPREAD.search, ends)):
        return ("encoder",)
    are_alike = len(made) in (2, 3) and len(set(made)) == 1 and count_places(made[0]) == 1
    if are_alike and "encoder" in said:
        return ("encoder",)
    layers = [network.layer(port.layer) for port in network.outputs]
    are_twins = len({layer.calls for layer in layers}) == 1 and all(
        layer.kind == "Dense" and layer.settings.get("activation") == "linear" for layer in layers
    )
    if are_alike and are_twins and len(made) == 2 and not training.get("loss"):
        return ("encoder", "network")
    return ("network",)


def _weigh_same_size(
    network: Architecture, training: Mapping[str, Any], title: str
) -> tuple[str, ...]:
    """Of a net that gives as much as it takes: itself, or a mask of it."""
    names = _join_names(network, title)
    is_called_so = bool(re.search(r"auto_?-?encod|denois|(?<![a-z])ae(?![a-z])", names))
    shape = flow(network).shapes[network.outputs[0]]
    if len(shape) != 3 or not (says_mask(names, training) or has_skip(network)):
        return ("autoencoder",)
    if is_called_so:
        return ("autoencoder", "network")
    return ("network",) if says_mask(names, training) else ("network", "autoencoder")


def _weigh_maps(few: int, many: int, last: str, loss: str, said: set[str]) -> tuple[str, ...]:
    """Of a net that gives numbers for each of several places: a code that is laid out, or what is
    found there."""
    if many not in _PICTURES or few >= many or last == "softmax":
        return ("network",)
    if "encoder" in said:
        return ("encoder",)
    if loss:  # a code by itself has nothing to be trained towards
        return ("network", "encoder")
    return ("encoder",) if last in ("relu", "tanh", "elu", "linear") else ("network",)


def _weigh_numbers(
    network: Architecture, training: Mapping[str, Any], title: str, is_end_guessed: bool
) -> tuple[str, ...]:
    """Of a net that gives a row of numbers: scores of classes, a code or measured values."""
    sizes = flow(network).shapes
    given, made = sizes[network.inputs[0]], sizes[network.outputs[0]]
    few, many = _count(made) or 0, _count(given) or 0
    said, last = _read_names(network, title), find_last_activation(network)
    loss, metrics = str(training.get("loss") or "").lower(), str(training.get("metrics") or "")
    is_judged = "acc" in metrics
    compares = bool(_NUMBERS.search(loss))
    # Many ask for the accuracy of whatever they train; of plain numbers it means nothing.
    if _LABELS.search(loss) or (is_judged and not (compares and last not in _SHARES)):
        return ("classifier",)
    is_scores = 1 < few <= 1000
    measures = bool(_VALUES.search(loss)) and last != "softmax"
    names = _join_names(network, title)
    is_named = bool(_MEASURES.search(names)) and "encoder" not in said and "classif" not in names
    if is_named and last != "softmax" and (measures or not loss) and not is_end_guessed:
        return ("regression",)
    is_measured = bool(_VALUES_ALONE.search(loss) or _MEASURED.search(metrics))
    if not _is_like_picture(given) and is_scores and not is_end_guessed and "encoder" not in said:
        if measures and last != "sigmoid":
            return ("regression",) if is_measured else ("regression", "classifier")
        if measures:
            return ("regression", "classifier") if is_measured else ("classifier", "regression")
        if not loss and last in ("linear", "tanh") and not _SCORES.search(_name_end(network)):
            # (A tanh does not end scores; what is steered by it lies in −1…1.)
            doubt = ("classifier", "regression")
            return doubt if last == "linear" else doubt[::-1]
    both = ("encoder", "classifier") if is_scores else ("encoder",)
    if measures:
        if is_measured and few not in _COUNTED and "encoder" not in said:
            return ("regression", *both)
        both = (*both, "regression")
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
    if measures and last not in _SHARES:
        return ("regression", "classifier") if is_scores else ("regression",)
    return ("classifier",) if is_scores else ("network",)


def _is_like_picture(shape: Shape) -> bool:
    """Whether a picture may go in, rather than features or a series of values."""
    if len(shape) == 3:
        return True
    if len(shape) == 2 and shape[0] == shape[1]:
        return True
    count = _count(shape)
    return count is not None and count in _PICTURES and count >= 64


# Numbers of classes that people tell apart; a code has other sizes (2, 3, 16, 32, 64, 128).
_COUNTED = {10, 11, 24, 25, 26, 27, 36, 37, 43, 47, 52, 62, 100, 200, 1000}


def _ends_in_classes(network: Architecture, few: int) -> bool:
    """Whether numbers without an activation are scores of classes rather than a code: by the last
    layer's name, a Dropout before it, or how many there are."""
    last = network.layer(network.outputs[0].layer)
    before = [network.layer(port.layer).kind for fed in last.calls[:1] for port in fed]
    if _SCORES.search(_name_end(network)) or before == ["Dropout"] or few in _COUNTED:
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
    if roles == ("classifier", "encoder") and few in _COUNTED:
        return ""
    return _say_doubt(tuple(roles), few)


def _say_doubt(roles: tuple[str, ...], few: int) -> str:
    """What is not in the file, what it was taken for, and how to say otherwise."""
    if roles == ("network", "autoencoder"):
        return tr(
            "whether it marks what is where or gives its picture back is not in the file: a "
            "connection leads past all that makes the picture smaller, so it is taken for a net "
            "that marks. If it gives its picture back, choose autoencoder in the model card"
        )
    if roles == ("autoencoder", "network"):
        return tr(
            "whether it gives its picture back or marks what is where is not in the file: it is "
            "taken for an autoencoder. If it marks, choose network in the model card"
        )
    if roles == ("network", "encoder"):
        return tr(
            "what its {few} numbers are is not in the file: they are taken for what it finds at "
            "each place. If they are a code, choose encoder in the model card",
            few=few,
        )
    if roles == ("encoder", "network"):
        return tr(
            "what its two outputs of {few} numbers are is not in the file: they are taken for the "
            "mean and the spread of a code. If they are something else, choose network in the "
            "model card",
            few=few,
        )
    taken = {
        "encoder": tr(
            "what its {few} numbers are is not in the file: they are taken for a code.", few=few
        ),
        "classifier": tr(
            "what its {few} numbers are is not in the file: they are taken for scores of {few} "
            "classes.",
            few=few,
        ),
        "regression": tr(
            "what its {few} numbers are is not in the file: they are taken for measured values.",
            few=few,
        ),
    }
    otherwise = {
        "encoder": tr("If they are a code, choose encoder in the model card"),
        "classifier": tr("If they are scores of classes, choose classifier in the model card"),
        "regression": tr("If they are measured values, choose regression in the model card"),
    }
    if len(roles) < 2 or not set(roles) <= set(taken):
        return ""
    return " ".join((taken[roles[0]], ". ".join(otherwise[role] for role in roles[1:])))


def maps_pictures(network: Architecture) -> bool:
    """Whether a picture goes in and a picture about as large or larger comes out, such as a mask of
    it, or itself enlarged: no code is between that one would set by hand. A mask has as many
    channels as there are classes."""
    if len(network.inputs) != 1 or len(network.outputs) != 1:
        return False
    sizes = flow(network).shapes
    given, made = sizes[network.inputs[0]], sizes[network.outputs[0]]
    if len(given) != 3 or len(made) != 3 or given[-1] not in _CHANNELS[:2]:
        return False
    if made[-1] not in _CHANNELS and find_last_activation(network) != "softmax":
        return False
    side = given[0] or 28
    return side >= 8 and 4 * (made[0] or side) >= 3 * side


def is_fed_by_codes(network: Architecture) -> bool:
    """Whether numbers, perhaps with a label, are made into a picture larger than themselves and
    judged by one number: a generator and a discriminator in one."""
    sizes = flow(network).shapes
    given = [sizes[port] for port in network.inputs]
    if len(network.outputs) != 1 or _count(sizes[network.outputs[0]]) != 1:
        return False
    if any(len(shape) != 1 or None in shape for shape in given):
        return False
    count = sum(shape[0] or 0 for shape in given)
    inside = [shape for shape in sizes.values() if len(shape) == 3 and shape[0] == shape[1]]
    laid_flat = [shape for shape in sizes.values() if shape in _LAID_FLAT]
    is_smaller = 2 * count < min((shape[0] for shape in laid_flat), default=0)
    return is_smaller or any((shape[0] or 0) ** 2 > 2 * count for shape in inside)


def _read_names(network: Architecture, title: str) -> set[str]:
    names = _join_names(network, title)
    said = {role for role, words in _SAYS.items() if words.search(names)}
    # A file may hold a classifier on top of an embedding; what ends in one is an encoder.
    return said | {"encoder"} if _CODES.search(_name_end(network)) else said


def _join_names(network: Architecture, title: str) -> str:
    """The names of file, net and last layer, in small letters."""
    stem = title.rsplit("/", 1)[-1].split(".")[0]
    return " ".join((stem, network.name, network.outputs[0].layer)).lower()


def _name_end(network: Architecture) -> str:
    return network.outputs[0].layer.lower()


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
