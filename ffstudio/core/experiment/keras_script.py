"""A run as a plain Keras script: one file that repeats its numbers without ffstudio.

The script is ``resources/scripts/keras_script.py.txt`` with what an experiment's settings ask
for: lines between ``«if NAME»`` and ``«end»`` stay where they hold, ``«NAME»`` is filled in.
Its steps compute in the same order as the engine's do, so that losses are equal bit for bit.
"""

from __future__ import annotations

import dataclasses
import math
import pprint
import re
from collections.abc import Container, Iterable, Mapping
from typing import Any

from ffstudio.core.assets import resource
from ffstudio.core.errors import SpecError
from ffstudio.core.experiment.script_backprop import fill_backprop
from ffstudio.core.experiment.sizes import layer_shapes, net_settings, shortcuts_of, threshold_of
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import kind_of
from ffstudio.core.image_shape import with_channels
from ffstudio.core.images.augmentation import changes_images, warps_images
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.mathematics import CLASS_LOSSES, GOODNESS, NEGATIVES, NORMALISATIONS
from ffstudio.core.mathematics.layer_choice import layer_weights, pick_layers
from ffstudio.core.words import tr

# Data sets that Keras itself can fetch; others go into a file beside the script.
_KERAS_DATA = {"mnist": "mnist", "fashion_mnist": "fashion_mnist"}

_GOODNESS = {
    "mean_square": "ops.mean(ops.square(a), axis=-1)",
    "sum_square": "ops.sum(ops.square(a), axis=-1)",
    "minus_mean_square": "-ops.mean(ops.square(a), axis=-1)",
    "minus_sum_square": "-ops.sum(ops.square(a), axis=-1)",
    "mean_absolute": "ops.mean(ops.abs(a), axis=-1)",
    "top_k": """
    squares = ops.square(a)
    k = float(max(1, round(0.1 * a.shape[-1])))
    seen = ops.stop_gradient(squares)
    high = ops.max(seen, axis=-1, keepdims=True)
    low, ones = ops.zeros_like(high), ops.ones((a.shape[-1], 1))
    for _ in range(24):  # the k-th largest square, by halving
        middle = 0.5 * (low + high)
        many = ops.matmul(ops.where(seen > middle, 1.0, 0.0), ones) >= k
        low, high = ops.where(many, middle, low), ops.where(many, high, middle)
    above, tied = seen > high, (seen > low) & (seen <= high)  # those equal to it share the rest
    left = k - ops.matmul(ops.where(above, 1.0, 0.0), ones)
    left = left / ops.maximum(ops.matmul(ops.where(tied, 1.0, 0.0), ones), 1.0)
    weight = ops.where(above, 1.0, ops.where(tied, ops.minimum(left, 1.0), 0.0))
    return ops.sum(weight * squares, axis=-1) / k""",
    "entmax": """
    squares = ops.square(a)
    half = 0.5 * ops.abs(a)
    seen = ops.stop_gradient(half)
    high = ops.max(seen, axis=-1, keepdims=True)
    low, ones = high - 1.0, ops.ones((a.shape[-1], 1))
    for _ in range(24):  # the threshold above which squares have weight, by halving
        middle = 0.5 * (low + high)
        total = ops.matmul(ops.square(ops.maximum(seen - middle, 0.0)), ones)
        low, high = ops.where(total >= 1.0, middle, low), ops.where(total >= 1.0, high, middle)
    left = ops.maximum(half - low, 0.0)
    slope = 2.0 * ops.stop_gradient(ops.sum(left, axis=-1, keepdims=True))
    tau = low + (ops.sum(ops.square(left), axis=-1, keepdims=True) - 1.0) / slope
    return ops.sum(ops.square(ops.maximum(half - tau, 0.0)) * squares, axis=-1)""",
    "kurtosis": """
    squares = ops.square(a)
    below = ops.square(ops.mean(squares, axis=-1)) + 1e-8
    return ops.mean(ops.square(squares), axis=-1) / below""",
}
_DIVISORS = {
    "rms": "ops.sqrt(sum_of_squares / float(width) + 1e-8)",
    "standard": "ops.sqrt(sum_of_squares / float(width) + 1e-8)",
    "channels": "ops.sqrt(sum_of_squares / float(width) + 1e-8)",
    "l2": "ops.sqrt(sum_of_squares) + 1e-4",
    "none": "ops.ones_like(sum_of_squares)",
}
_LOSSES = {
    "logistic": """
    above = softplus(SHARPNESS * (threshold - positive))
    return 0.5 * (above + softplus(SHARPNESS * (negative - threshold)))""",
    "separate": """
    gap = 0.5 * ops.abs(threshold)
    above = softplus(SHARPNESS * (threshold + gap - positive))
    return 0.5 * (above + softplus(SHARPNESS * (negative - threshold + gap)))""",
    "overlap": """
    gap = 0.2 * ops.abs(threshold)
    above = softplus(SHARPNESS * (threshold - gap - positive))
    return 0.5 * (above + softplus(SHARPNESS * (negative - threshold - gap)))""",
    "symmetric": """
    return softplus(-SHARPNESS * (positive - negative))""",
    "swish": """
    u = -SHARPNESS * (positive - negative)
    return u / (1.0 + ops.exp(-ops.clip(u, -60.0, 60.0)))""",
    "margin": """
    return ops.maximum(1.0 - SHARPNESS * (positive - negative), 0.0)""",
    "softmax": """
    return softplus(-SHARPNESS * (positive - negative))  # of one wrong label""",
}
_HARD = """
        logits = ops.stop_gradient(SHARPNESS * scores)
        gumbel = -ops.log(-ops.log(ops.clip(uniform, 1e-7, 1.0 - 1e-7)))
        wrong = ops.cast(ops.argmax(logits + gumbel - 1e9 * positive, axis=-1), "int32")
        return ops.one_hot(wrong, NUM_CLASSES)"""
_WRONG = {
    "random": """
        shift = 1 + ops.cast(ops.floor(uniform[:, 0] * (NUM_CLASSES - 1)), "int32")
        shift = ops.minimum(shift, NUM_CLASSES - 1)
        return ops.one_hot((y + shift) % NUM_CLASSES, NUM_CLASSES)""",
    "hard": _HARD,
    "hard_first": _HARD,
    "hard_next": _HARD,
    "shuffled": """
        return ops.take(positive, ops.argsort(uniform[:, 0]), axis=0)""",
}
_COLLABORATORS = {
    "earlier": "compared[:index]",
    "others": "compared[:index] + compared[index + 1 :]",
}
_LABELS = "labels"  # the kind of net whose label is in its input
_FRAMES = "frames"  # and the one whose label is on top
# Kinds of nets whose layers score every class in one pass.
_SCORING = ("classes", "projections", "prototypes")
_CLASS_GOODNESS = {
    "class_mean": "ops.mean(groups, axis=(1, 3))",
    "class_mean_square": "ops.mean(ops.square(groups), axis=(1, 3))",
}
_MATRICES = ("projection", "spatial", "prototypes")
_CLASS_LOSSES = ("cross_entropy", "similarity", "predsim", "contrastive")
# Kinds of nets whose layers learn without labels.
_LABELLESS = ("images", "pairs")
# Goodness of activities that have places, all of them together.
_PLACED = (
    "mean_square", "sum_square", "minus_mean_square", "minus_sum_square", "mean_absolute", "kurtosis",
)  # fmt: skip

_OPTIMIZERS = ("adam", "sgd", "momentum", "rmsprop", "adagrad")


def script_obstacles(spec: ExperimentSpec) -> list[str]:
    """Why a script cannot be made of an experiment, a whole sentence each; none when it can."""
    if spec.network is not None:
        return [tr("The net comes out of a model file: a script has nets of the builder alone.")]
    obstacles = _list_unknown(spec)
    if not spec.trains_ff:
        return obstacles
    if spec.weights is not None:
        return [tr("Weights given by hand are in scripts of backprop nets alone.")]
    return obstacles + _ff_obstacles(spec)


def _ff_obstacles(spec: ExperimentSpec) -> list[str]:
    ff = spec.ff
    name = kind_of(ff).name
    if name in _SCORING:
        return _scoring_obstacles(spec)
    if name in _LABELLESS:
        return _labelless_obstacles(spec)
    if name not in (_LABELS, _FRAMES):
        return ["This kind of Forward-Forward net is not in scripts."]
    if any(layer.kind != "dense" for layer in spec.layers):
        return [
            "Convolutions that see a label are not in scripts: choose a goodness that scores every "
            "class."
        ]
    obstacles = [
        f"Layer {i} has {what}: in scripts layers that see a label have none."
        for i, layer in enumerate(spec.layers, 1)
        for what, has in (("batch normalisation", layer.batch_norm), ("a shortcut", layer.block))
        if has
    ]
    named = [
        ("goodness", ff.goodness, _GOODNESS),
        ("normalisation", ff.normalisation, _DIVISORS),
        ("way of making negative data", ff.negatives, _WRONG),
        *(("local loss", layer.loss, _LOSSES) for layer in spec.layers),
    ]
    return obstacles + _say_unknown(named)


def _say_unknown(named: Iterable[tuple[str, str, Container[str]]]) -> list[str]:
    """A sentence for each name that is not among those known: what it is, the name, and these."""
    return [f"The {what} “{name}” is not in scripts." for what, name, known in named
            if name not in known]  # fmt: skip


def _labelless_obstacles(spec: ExperimentSpec) -> list[str]:
    """Of a net whose layers learn without labels."""
    ff = spec.ff
    obstacles = []
    if ff.schedule == "inner_loops":
        obstacles.append("Inner loops of layers that learn without labels are not in scripts.")
    if ff.compares_views and changes_images(spec.data):
        obstacles.append("Second views of images are not in scripts: turn them off.")
    has_places = any(layer.sees_places for layer in spec.layers)
    named = [
        ("goodness", ff.goodness, _PLACED if has_places else _GOODNESS),
        ("normalisation", ff.normalisation, _DIVISORS),
        *(("local loss", layer.loss, _LOSSES) for layer in spec.layers),
    ]
    return obstacles + _say_unknown(named)


def _scoring_obstacles(spec: ExperimentSpec) -> list[str]:
    """Of a net whose layers score every class in one pass."""
    ff, obstacles = spec.ff, []
    known = (("goodness", ff.goodness, (*_CLASS_GOODNESS, *_MATRICES)),
             ("normalisation", ff.normalisation, tuple(_DIVISORS)),
             ("class loss", ff.class_loss, _CLASS_LOSSES))  # fmt: skip
    obstacles += _say_unknown(known)
    if ff.schedule == "inner_loops":
        obstacles.append("Inner loops of layers that score every class are not in scripts.")
    return obstacles


# The settings that a script knows; others, of a later day, must be as they are by default.
_KNOWN = {
    "data": "name path range transposed colours subset validation flip shift rotation zoom elastic border "
    "cutout dropped_pixels",
    "ff": "goodness class_loss comparison threshold_per_unit normalisation sharpness negatives second_view label_embedding "
    "label_amplitude label_scale label_repeats peer collaboration collaboration_strength dropout_mask feedback "
    "frames schedule inner_steps rate_schedule votes read_out read_layers read_out_rate",
    "bp": "optimizer learning_rate rate_schedule label_smoothing output_bias patience",
    "experiment": "name description algorithms order batch_size epochs seed data layers ff bp network weights",
    "layers": "kind units kernel_size stride padding groups pool_size use_bias pooling activation dropout "
    "l1 l2 weight_decay threshold learning_rate optimizer loss batch_norm skip",
}


def _list_unknown(spec: ExperimentSpec) -> list[str]:
    parts: list[tuple[str, Any]] = [
        ("data", spec.data),
        ("bp", spec.bp),
        *(("layers", layer) for layer in spec.layers),
    ]
    if spec.trains_ff:
        parts.append(("ff", spec.ff))
    unknown = {
        f"{part}.{field.name}"
        for part, values in parts
        for field in dataclasses.fields(values)
        if field.name not in _KNOWN[part].split() and getattr(values, field.name) != field.default
    }
    used = {spec.bp.optimizer, *(layer.optimizer for layer in spec.layers)}
    unknown |= {f"optimizer {name}" for name in used if name not in _OPTIMIZERS}
    return [f"The setting {name} is not in scripts." for name in sorted(unknown)]


def needs_images_file(spec: ExperimentSpec) -> bool:
    """True when the script needs its images in a file: Keras cannot fetch them."""
    # Of so few held back, some classes might give none: that split stays with ffstudio.
    is_own = spec.data.name not in _KERAS_DATA or spec.data.transposed
    return is_own or 0 < spec.data.validation < 0.001


def write_script(
    spec: ExperimentSpec,
    shape: DataShape,
    *,
    version: str,
    versions: Mapping[str, str] | None = None,
    jit: bool = True,
    images_file: str = "",
    judged_on: str = "",
) -> str:
    """The text of the script.

    Args:
        shape: Of the experiment's images.
        version: Of ffstudio.
        versions: What the run was trained with, by name; for the reader.
        jit: Whether XLA compiles its steps.
        images_file: Name of the ``.npz`` beside it that holds the images as they were prepared;
            empty for those that Keras fetches.
        judged_on: ``validation`` or ``test``; by default as the experiment's settings say.

    Raises:
        SpecError: It cannot be made; says why.
    """
    obstacles = script_obstacles(spec)
    if obstacles:
        raise SpecError(
            tr(
                "No script can be made of this experiment. {obstacles}",
                obstacles=" ".join(obstacles),
            ),
            tr("Its experiment file repeats it in ffstudio."),
        )
    backprop = fill_backprop(spec, shape, jit)
    values = {
        **_common(spec, shape, images_file),
        **_forward_forward(spec, shape),
        **backprop,
        "layered": spec.trains_ff or backprop.get("has_masks", False),
        "draws_kernels": spec.trains_ff or bool(backprop.get("streams")),
        "version": version,
        "versions": ", ".join(f"{k} {v}" for k, v in (versions or {}).items()) or "any",
        # XLA compiles dense layers well; ffstudio leaves convolutions to TensorFlow.
        "jit": jit and all(layer.kind == "dense" for layer in spec.layers),
        "judged_on": judged_on or ("validation" if spec.data.validation else "test"),
    }
    text = resource("scripts", "keras_script.py.txt").read_text(encoding="utf-8")
    return _fill(text.splitlines(), values)


def _common(spec: ExperimentSpec, shape: DataShape, images_file: str) -> dict[str, Any]:
    data, layers = spec.data, spec.layers
    return {
        "title": _in_docstring(spec.name),
        "description": _in_docstring(spec.description) or "Train it to see.",
        "data_title": _in_docstring(shape.title),
        "seed": spec.seed,
        "epochs": spec.epochs,
        "batch_size": spec.batch_size,
        "num_classes": shape.num_classes,
        "image_shape": with_channels(shape.image_shape),
        "num_inputs": shape.num_inputs,
        "units": [layer.units for layer in layers],
        "convolves": any(layer.sees_places for layer in layers),
        "kernel_sizes": [x.kernel_size if x.sees_places else 0 for x in layers],
        "strides": [layer.stride for layer in layers],
        "paddings": [layer.padding for layer in layers],
        "poolings": [x.pooling if x.kind == "conv" else "none" for x in layers],
        "shapes": layer_shapes(spec, shape.image_shape),
        "activations": [layer.activation for layer in layers],
        "dropout": [layer.dropout for layer in layers],
        "l1": [layer.l1 for layer in layers],
        "l2": [layer.l2 for layer in layers],
        "images_file": repr(images_file) if images_file else "",
        "keras_data": "" if images_file else _KERAS_DATA.get(data.name, ""),
        "subset": data.subset,
        "validation": data.validation,
        "augments": changes_images(data),
        "warps": warps_images(data),
        "shifts": bool(data.shift and not warps_images(data)),
        "elastic": data.elastic,
        "flips": data.flip != "none",
        "flip_axes": {"horizontal": "(2,)", "vertical": "(1,)"}.get(data.flip, "(2, 1)"),
        "shift": data.shift,
        "pad_mode": {"zero": "constant", "edge": "edge"}.get(data.border, "reflect"),
        "fills_zero": data.border == "zero",
        "fills_edge": data.border == "edge",
        "fills_mirror": data.border == "mirror",
        "cutout": data.cutout,
        "rotation": data.rotation,
        "zoom": data.zoom,
        "dropped_pixels": data.dropped_pixels,
        "ff": spec.trains_ff,
    }


def _forward_forward(spec: ExperimentSpec, shape: DataShape) -> dict[str, Any]:
    if not spec.trains_ff:
        return {}
    if kind_of(spec.ff).name in _SCORING:
        return _scoring(spec, shape)
    if kind_of(spec.ff).name in _LABELLESS:
        return _fill_labelless(spec, shape)
    if kind_of(spec.ff).name == _FRAMES:
        return _fill_frames(spec, shape)
    ff, layers = spec.ff, spec.layers
    strategy = NEGATIVES[ff.negatives]
    appends = ff.label_embedding == "append"
    label_units = shape.num_classes * ff.label_repeats if appends else 0
    read = _list_read(spec, shape)
    return {
        **_local_learning(spec),
        "pairs": True,
        **_fill_contrast(spec),
        **_fill_negatives(spec),
        "learnt": "[layer.kernel, layer.bias]",
        "num_read": f"sum(UNITS[i] for i in {read})",
        "thresholds": [threshold_of(spec, i, layer.units) for i, layer in enumerate(layers)],
        "label_scale": ff.label_scale,
        "label_repeats": ff.label_repeats,
        "first_size": shape.num_inputs + label_units,
        "label_start": "NUM_INPUTS" if appends else "0",
        "label_replaces": not appends,
        "amplitude_maximum": ff.label_amplitude == "maximum",
        "peer": ff.peer,
        "inner": ff.schedule == "inner_loops",
        "inner_steps": ff.inner_steps,
        "goodness_body": _write_goodness(ff.goodness),
        "scores_next": strategy.scores == "next",
        "scores_sum": strategy.scores in ("first", "all"),
        "scoring_layers": "1" if strategy.scores == "first" else "num_layers",
        "shares_masks": ff.dropout_mask == "shared",
        "layers_read": str(read),
    }


def _local_learning(spec: ExperimentSpec) -> dict[str, Any]:
    """What all kinds of Forward-Forward nets have."""
    ff, layers = spec.ff, spec.layers
    weights = layer_weights(ff.votes, len(layers))
    voters = pick_layers(weights)
    return {
        "sharpness": ff.sharpness,
        "learning_rates": [layer.learning_rate for layer in layers],
        "optimizers": [layer.optimizer for layer in layers],
        "weight_decays": [layer.weight_decay for layer in layers],
        "first_voter": voters[0],
        "past_voters": voters[-1] + 1,
        "votes": list(weights[voters[0] : voters[-1] + 1]),
        "weighted": any(weights[i] != 1.0 for i in range(voters[0], voters[-1] + 1)),
        "greedy_layer": "min(int(progress * len(UNITS)), len(UNITS) - 1)"
        if ff.schedule == "greedy"
        else "None",
        "ff_schedule": ff.rate_schedule,
        "centres": NORMALISATIONS[ff.normalisation].centred,
        "divisor": _DIVISORS[ff.normalisation],
        "read_out": ff.has_read_out,
        "read_out_rate": ff.read_out_rate,
    }


def _fill_layers(spec: ExperimentSpec, shape: DataShape) -> dict[str, Any]:
    """Of nets of layers of any kind that Forward-Forward can train."""
    layers = spec.layers
    convolves = any(layer.sees_places for layer in layers)
    read, shapes = _list_read(spec, shape), layer_shapes(spec, shape.image_shape)
    shortcuts = shortcuts_of(spec, shape.image_shape)
    return {
        **_local_learning(spec),
        "learnt": "layer.learnt",
        "by_place": NORMALISATIONS[spec.ff.normalisation].by_place,
        "first_shape": "IMAGE_SHAPE" if convolves else "(NUM_INPUTS,)",
        "shape_after": "SHAPES[self.index]" if convolves else "(self.units,)",
        "layers_read": str(read),
        "sizes_read": str([math.prod(shapes[i]) for i in read]),
        "num_read": sum(math.prod(shapes[i]) for i in read),
        "has_groups": any(layer.kind == "conv" and layer.groups != 1 for layer in layers),
        "groups": [layer.groups if layer.kind == "conv" else 1 for layer in layers],
        "has_fields": any(layer.kind == "local" for layer in layers),
        "fields": [layer.kind == "local" for layer in layers],
        "has_norms": any(layer.batch_norm for layer in layers),
        "norms": [layer.batch_norm for layer in layers],
        "has_skips": any(layer.block for layer in layers),
        "skips": [layer.block for layer in layers],
        "shortcuts": [
            (one.kernel, one.stride) if one is not None and one.kernel else None
            for one in shortcuts
        ],
    }


def _fill_labelless(spec: ExperimentSpec, shape: DataShape) -> dict[str, Any]:
    """Of a net whose layers learn images against what is made of two of them."""
    ff, layers = spec.ff, spec.layers
    shapes = layer_shapes(spec, shape.image_shape)
    has_places = any(layer.sees_places for layer in layers)
    body = _write_goodness(ff.goodness)
    if has_places:
        body = body.replace("axis=-1", "axis=tuple(range(1, len(a.shape)))")
    mixes = kind_of(ff).name == "images"
    return {
        **_fill_layers(spec, shape),
        "labelless": True,
        "paired": True,
        **_fill_contrast(spec),
        "mixes": mixes,
        "beside_others": not mixes,
        "thresholds": [threshold_of(spec, i, math.prod(shapes[i])) for i in range(len(layers))],
        "peer": ff.peer,
        "goodness_body": body,
        "shares_masks": ff.dropout_mask == "shared",
        # Every layer's share of the read-out's scores counts.
        "first_voter": 0,
        "past_voters": len(layers),
        "weighted": False,
    }


def _fill_frames(spec: ExperimentSpec, shape: DataShape) -> dict[str, Any]:
    """Of a net with top-down connections."""
    ff, layers = spec.ff, spec.layers
    below = [shape.num_inputs, *(layer.units for layer in layers)]
    above = [*(layer.units for layer in layers[1:]), shape.num_classes]
    return {
        **_fill_layers(spec, shape),
        "frames": True,
        "paired": True,
        **_fill_contrast(spec),
        **_fill_negatives(spec),
        "num_frames": ff.frames,
        "label_scale": ff.label_scale,
        "sizes_seen": str([a + b for a, b in zip(below, above, strict=False)]),
        "thresholds": [threshold_of(spec, i, layer.units) for i, layer in enumerate(layers)],
        "goodness_body": _write_goodness(ff.goodness),
        "shares_masks": True,  # no units are dropped in frames
    }


def _fill_contrast(spec: ExperimentSpec) -> dict[str, Any]:
    """How layers learn to tell positive from negative data."""
    ff, layers = spec.ff, spec.layers
    return {
        "contrasts": True,
        "collaborates": ff.collaboration in _COLLABORATORS,
        "collaborators": _COLLABORATORS.get(ff.collaboration, ""),
        "collaboration_strength": ff.collaboration_strength,
        "loss": [
            {"loss_name": name, "loss_body": _LOSSES[name].strip("\n")}
            for name in dict.fromkeys(layer.loss for layer in layers)
        ],
        "losses": ", ".join(f"{layer.loss}_loss" for layer in layers),
    }


def _fill_negatives(spec: ExperimentSpec) -> dict[str, Any]:
    """Which wrong labels negative data carries."""
    strategy = NEGATIVES[spec.ff.negatives]
    return {
        "negatives_help": _in_docstring(strategy.label[0].lower() + strategy.label[1:]) + ".",
        "wrong_body": _WRONG[spec.ff.negatives].strip("\n"),
        "scores_none": strategy.scores == "none",
    }


def _list_read(spec: ExperimentSpec, shape: DataShape) -> list[int]:
    settings = net_settings(spec.ff, shape.num_inputs, shape.num_classes, shape.image_shape)
    return list(settings.layers_read(len(spec.layers)))


def _scoring(spec: ExperimentSpec, shape: DataShape) -> dict[str, Any]:
    """Of a net whose layers score every class in one pass."""
    ff, how = spec.ff, GOODNESS[spec.ff.goodness].projection
    kind = CLASS_LOSSES[ff.class_loss]
    return {
        **_fill_layers(spec, shape),
        "scoring": True,
        "loss": [],
        "by_class": ff.goodness in _CLASS_GOODNESS,
        "class_body": _CLASS_GOODNESS.get(ff.goodness, ""),
        "projects": bool(how),
        "learns_matrix": how == "learnt",
        "energies": ff.goodness == "spatial",
        "prototypes": ff.goodness == "prototypes",
        "maps": ff.maps_to_compare,
        "compares_images": kind.compares_images,
        "scores_follow": kind.scores_follow,
        "by_similarity": ff.class_loss == "similarity",
        "by_both": ff.class_loss == "predsim",
        "by_contrast": ff.class_loss == "contrastive",
        # One pass an image, so one mask.
        "shares_masks": True,
    }


def _write_goodness(name: str) -> str:
    body = _GOODNESS[name]
    return body.strip("\n") if "\n" in body else f"    return {body}"


def _in_docstring(text: str) -> str:
    """A user's words inside a docstring, where they end nothing."""
    plain = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return plain.replace("\\", "\\\\").replace('"', "'")


_PLACE = re.compile(r"«(\w+)»")
_IF = re.compile(r"«if (not )?(\w+)»")
_FOR = re.compile(r"«for (\w+)»")


def _fill(lines: list[str], values: Mapping[str, Any]) -> str:
    made: list[str] = []
    at = 0
    while at < len(lines):
        asked, each = _IF.fullmatch(lines[at]), _FOR.fullmatch(lines[at])
        if asked is None and each is None:
            made.append(_PLACE.sub(lambda place: _text(values[place[1]]), lines[at]))
            at += 1
            continue
        end = _end_of(lines, at)
        inner = lines[at + 1 : end]
        if each is not None:
            made += [_fill(inner, {**values, **one}).rstrip("\n") for one in values[each[1]]]
        elif asked is not None and bool(values.get(asked[2])) is not bool(asked[1]):
            made.append(_fill(inner, values).rstrip("\n"))
        at = end + 1
    return "\n".join(made) + "\n"


def _end_of(lines: list[str], start: int) -> int:
    depth = 0
    for at in range(start, len(lines)):
        if _IF.fullmatch(lines[at]) or _FOR.fullmatch(lines[at]):
            depth += 1
        elif lines[at] == "«end»":
            depth -= 1
            if depth == 0:
                return at
    raise ValueError(f"line {start + 1} of the script has no end")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else pprint.pformat(value, width=88)
