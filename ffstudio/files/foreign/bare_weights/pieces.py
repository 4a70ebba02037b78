"""Layers out of the names and shapes of their weights, and their order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ffstudio.core.describe.kinds import KNOWN_LAYERS
from ffstudio.files.foreign.stored_weights import snake_case

CHANNELS_FIRST = "kernels as (filters, channels, rows, columns)"


@dataclass(frozen=True)
class Piece:
    """What is known of one layer.

    Attributes:
        kind: As in ``KNOWN_LAYERS``; ``?`` for a layer without weights and without a telling name.
        shapes: Of its arrays, as Keras 3 has them.
        turned: True when the file keeps the kernel as (filters, channels, rows, columns).
        known: Settings that are certain.
    """

    name: str
    kind: str
    shapes: tuple[tuple[int, ...], ...] = ()
    turned: bool = False
    known: dict[str, object] = field(default_factory=dict)


_WORDS = (
    ("global_max", "GlobalMaxPooling2D"),
    ("globalmax", "GlobalMaxPooling2D"),
    ("global", "GlobalAveragePooling2D"),
    ("gap", "GlobalAveragePooling2D"),
    ("average_pool", "AveragePooling2D"),
    ("avg_pool", "AveragePooling2D"),
    ("avgpool", "AveragePooling2D"),
    ("averagepool", "AveragePooling2D"),
    ("pool", "MaxPooling2D"),
    ("flat", "Flatten"),
    ("drop", "Dropout"),
    ("noise", "GaussianNoise"),
    ("pad", "ZeroPadding2D"),
    ("up_samp", "UpSampling2D"),
    ("upsamp", "UpSampling2D"),
    ("reshape", "Reshape"),
    ("softmax", "Softmax"),
    ("predict", "Activation"),
    ("prob", "Activation"),
    ("relu", "Activation"),
    ("activation", "Activation"),
    ("act", "Activation"),
    ("input", "InputLayer"),
)


RECURRENT_NAMES = ("SimpleRNN", "LSTM", "GRU", "Bidirectional")


BRANCHES = ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot")


_JOINTS = {
    "add": "Add",
    "multiply": "Multiply",
    "concat": "Concatenate",
    "concatenate": "Concatenate",
    "merge": "Concatenate",
    "mixed": "Concatenate",
}


def _kind_by_name(name: str) -> str:
    stem = re.sub(r"_\d+$", "", name.lower())
    for kind in KNOWN_LAYERS:
        if stem in (snake_case(kind), kind.lower()):
            return kind
    joint = _JOINTS.get(re.split(r"[_/]", stem)[-1].rstrip("0123456789"))
    if joint is not None:
        return joint
    for word, kind in _WORDS:
        if word in stem:
            return kind
    return "?"


def piece_of(name: str, shapes: Sequence[tuple[int, ...]], old: bool) -> Piece:
    """One layer from its name and the shapes of its arrays.

    Args:
        old: True for Keras 0 and 1, whose kernels may have their axes in another order.

    Returns:
        A piece_of of the kind ``?`` when no known layer has such weights.
    """
    if not shapes:
        return Piece(name, _kind_by_name(name))
    first, count = shapes[0], len(shapes)
    kept = tuple(shapes)
    lower = name.lower()
    flat = all(len(s) == 1 for s in shapes)
    if flat and len(set(shapes)) == 1:
        if count in (3, 4) or (count == 2 and "batch" in lower):
            more: dict[str, object] = {"scale": count == 4, "center": count >= 3}
            return Piece(name, "BatchNormalization", kept, known=more)
        if count == 2:
            return Piece(name, "LayerNormalization", kept)
    if count in (2, 3) and len(first) == 2 and len(shapes[1]) == 2:
        return _recurrent(name, kept)
    if old and count in (9, 12):
        return _gate_by_gate(name, kept)
    if count in (4, 6) and len(first) == 2 and kept[: count // 2] == kept[count // 2 :]:
        return _both_ways(name, kept)
    bias = count == 2 and len(shapes[1]) == 1
    if not bias and count != 1 and not (count in (2, 3) and len(first) in (3, 4)):
        return Piece(name, "?", kept)
    if len(first) == 2 and count == 1 and "embed" in lower:
        return Piece(name, "Embedding", kept, known={"input_dim": first[0], "output_dim": first[1]})
    if len(first) == 2:
        return Piece(name, "Dense", kept, known={"units": first[1], "use_bias": bias})
    if len(first) in (3, 4):
        return _convolution(name, kept, old)
    if count == 1 and ("prelu" in lower or "p_re_lu" in lower):
        return Piece(name, "PReLU", kept)
    return Piece(name, "?", kept)


def _recurrent(name: str, shapes: tuple[tuple[int, ...], ...]) -> Piece:
    units, wide = shapes[1]
    gates, rest = divmod(wide, units)
    kind = {1: "SimpleRNN", 3: "GRU", 4: "LSTM"}.get(gates)
    if kind is None or rest or shapes[0][1] != wide:
        return Piece(name, "?", shapes)
    known: dict[str, object] = {"units": units, "use_bias": len(shapes) == 3}
    if kind == "GRU":
        known["reset_after"] = len(shapes) == 3 and len(shapes[2]) == 2
    return Piece(name, kind, shapes, known=known)


def _gate_by_gate(name: str, shapes: tuple[tuple[int, ...], ...]) -> Piece:
    """An LSTM or a GRU of Keras 1, which kept W, U and b of each gate by themselves."""
    fed, units = shapes[0] if len(shapes[0]) == 2 else (0, 0)
    if set(zip(shapes[::3], shapes[1::3], shapes[2::3], strict=True)) != {
        ((fed, units), (units, units), (units,))
    }:
        return Piece(name, "?", shapes)
    kind = "LSTM" if len(shapes) == 12 else "GRU"
    gates = len(shapes) // 3
    known: dict[str, object] = {"units": units, "use_bias": True}
    if kind == "GRU":
        known["reset_after"] = False
    together = ((fed, gates * units), (units, gates * units), (gates * units,))
    return Piece(name, kind, together, known=known)


def _both_ways(name: str, shapes: tuple[tuple[int, ...], ...]) -> Piece:
    """A Bidirectional: the arrays of one direction after those of the other."""
    one = _recurrent(name, shapes[: len(shapes) // 2])
    if one.kind == "?":
        return Piece(name, "?", shapes)
    return Piece(name, "Bidirectional", shapes, known={**one.known, "inner": one.kind})


def _convolution(name: str, shapes: tuple[tuple[int, ...], ...], old: bool) -> Piece:
    first = shapes[0]
    axes = len(first) - 2
    known: dict[str, object] = {"use_bias": len(shapes[-1]) == 1}
    lower = name.lower()
    if len(shapes) > 1 and len(shapes[1]) == len(first):
        known |= {"kernel_size": first[:axes], "depth_multiplier": first[-1]}
        known |= {"filters": shapes[1][-1]}
        return Piece(name, f"SeparableConv{axes}D", shapes, known=known)
    if "depthwise" in lower:
        known |= {"kernel_size": first[:axes], "depth_multiplier": first[-1]}
        return Piece(name, f"DepthwiseConv{axes}D", shapes, known=known)
    units = shapes[1][0] if len(shapes) == 2 else None
    turned = False
    if old and axes == 2:
        ends = (first[0] == units, first[3] == units)
        turned = ends == (True, False) or (ends[0] == ends[1] and first[2] == first[3] != first[0])
        if turned:
            first = (first[2], first[3], first[1], first[0])
            shapes = (first, *shapes[1:])
    if "transpose" in lower or "deconv" in lower or (units == first[-2] != first[-1]):
        known |= {"kernel_size": first[:axes], "filters": first[-2]}
        return Piece(name, f"Conv{axes}DTranspose", shapes, turned, known)
    known |= {"kernel_size": first[:axes], "filters": first[-1]}
    return Piece(name, f"Conv{axes}D", shapes, turned, known)


def in_order(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Layers of Keras 3's layout, which forgets the order between classes.

    Convolutions come before dense layers; within a class the numbers tell. A batch
    normalisation follows the first layer without one that has as many channels. Where
    idle layers stood does not matter, where pools stood is searched. Activations of their
    own stand after the normalisations if there is one for each of them.
    """
    spatial = _chain([p for p in pieces if "Conv" in p.kind])
    recurrent = [p for p in pieces if p.kind in (*RECURRENT_NAMES, "Embedding")]
    dense = _chain([p for p in pieces if p.kind == "Dense"])
    norms = [p for p in pieces if p.kind in ("BatchNormalization", "LayerNormalization")]
    flat = [p for p in pieces if p.kind in ("Flatten",) or p.kind.startswith("Global")]
    line = [*spatial, *recurrent, *(flat[:1] if spatial else []), *dense]
    active = [p for p in pieces if p.kind in ("Activation", "ReLU", "LeakyReLU", "ELU")]
    after = iter(active if len(active) >= len(norms) else [])
    for norm in norms:
        size = norm.shapes[0][0]
        for i, one in enumerate(line):
            taken = i + 1 < len(line) and line[i + 1].kind.endswith("Normalization")
            units = one.known.get("filters", one.known.get("units"))
            if units == size and not taken:
                line[i + 1 : i + 1] = [norm, *itertools.islice(after, 1)]
                break
        else:
            return (*line, norm)
    return tuple(line)


def _chain(pieces: list[Piece]) -> list[Piece]:
    """In an order in which each takes what the one before it gives, the file's if it does."""

    def fits(order: Sequence[Piece]) -> bool:
        for before, after in itertools.pairwise(order):
            given = before.known.get("filters", before.known.get("units"))
            takes = after.shapes[0][-1 if "Transpose" in after.kind else -2]
            if given is not None and given != takes:
                return False
        return True

    if len(pieces) > 7 or fits(pieces):
        return pieces
    return next((list(o) for o in itertools.permutations(pieces) if fits(o)), pieces)
