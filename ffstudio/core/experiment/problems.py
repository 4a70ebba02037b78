"""What keeps an experiment from being trained, and how to mend it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.hand_weights import hand_weights_misfit
from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layers import LayerSpec, ff_obstacle
from ffstudio.core.experiment.sizes import net_settings
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.experiment.stack import StackError, stack_parts
from ffstudio.core.fields import field_problems, fields_of
from ffstudio.core.forward_forward import Conflict, kind_of
from ffstudio.core.image_shape import ImageShape, count_channels, count_numbers, size_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.mathematics import GOODNESS, LOCAL_LOSSES, NEGATIVES
from ffstudio.core.mathematics.convolution import list_seen
from ffstudio.core.mathematics.layer_choice import check_layers
from ffstudio.core.numbers import number_text
from ffstudio.core.words import end_sentence, say_all, tr

# A reason that begins so goes on where the setting's name ends; others stand for themselves.
_GOES_ON = re.compile(r"(must|can|cannot|needs|leaves|has|takes)\b")
_PARTS = say_all(
    {
        "data": ("Data", DataSpec),
        "ff": ("Forward-Forward", ForwardForwardSpec),
        "bp": ("Backprop", BackpropSpec),
    }
)


def goes_on(reason: str) -> bool:
    """True for a reason that is a sentence only behind the setting's name."""
    return _GOES_ON.match(reason) is not None


@dataclass(frozen=True)
class Problem:
    """One thing that keeps an experiment from being trained.

    Attributes:
        path: Where: ``("layers", 1, "units")``, ``("ff", "negatives")``, ``("epochs",)``.
        reason: What is wrong, lower case, no full stop.
        fix: What to do, one sentence; shown on the fix button.
        fixed: The experiment with the fix applied, or None when only the user can tell.
        what: The setting as the window names it: ``Layer 1: Units``. Empty when the reason
            says it all.
    """

    path: tuple[str | int, ...]
    reason: str
    fix: str = ""
    fixed: ExperimentSpec | None = None
    what: str = ""

    @property
    def path_text(self) -> str:
        """The setting as files and ``--set`` name it: ``layers.0.units``."""
        return ".".join(str(part) for part in self.path)

    @property
    def sentence(self) -> str:
        """What is wrong, with the setting's name and a full stop."""
        return self.say_of(self.what)

    @property
    def spelled_out(self) -> str:
        """The sentence with the name that files and ``--set`` use."""
        return f"{self.sentence[:-1]} ({self.path_text})."

    def say_of(self, what: str) -> str:
        """The sentence, where the setting is called ``what``."""
        if not what:
            if "." in self.reason.partition(" ")[0]:  # a file keeps its name
                return end_sentence(self.reason)
            return end_sentence(f"{self.reason[:1].upper()}{self.reason[1:]}")
        between = " " if goes_on(self.reason) else ": "
        return end_sentence(f"{what}{between}{self.reason}")


def _replace_at(spec: ExperimentSpec, path: tuple[str | int, ...], value: Any) -> ExperimentSpec:
    if path[0] == "layers":
        return spec.with_layer(int(path[1]), **{str(path[2]): value})
    if len(path) == 2:
        part = dataclasses.replace(getattr(spec, str(path[0])), **{str(path[1]): value})
        return spec.replace(**{str(path[0]): part})
    return spec.replace(**{str(path[0]): value})


def setting_name(spec: ExperimentSpec, path: tuple[str | int, ...]) -> str:
    """A setting as the window names it: ``Layer 1: Units``; empty for a whole part."""
    head, name = path[0], str(path[-1])
    if head == "layers" and len(path) == 3:
        layer = int(path[1])
        # A kind that nobody checked yet may be anything that JSON holds.
        written = spec.layers[layer].kind if layer < len(spec.layers) else None
        kind = LAYER_KINDS.get(written) if isinstance(written, str) else None
        label = (kind.labels if kind is not None else {}).get(name)
        return tr(
            "Layer {layer}: {label}",
            layer=layer + 1,
            label=label or fields_of(LayerSpec)[name].label,
        )
    if head in _PARTS and len(path) == 2:
        title, part = _PARTS[str(head)]
        return f"{title}: {fields_of(part)[name].label}"
    fields = fields_of(ExperimentSpec)
    return fields[name].label if len(path) == 1 and name in fields else ""


def spec_problems(
    spec: ExperimentSpec,
    num_inputs: int | None = None,
    num_classes: int | None = None,
    image_shape: ImageShape | None = None,
) -> list[Problem]:
    """All reasons why ``spec`` cannot be trained, in the order of the form.

    Args:
        num_inputs: Pixels of an image, when the data set is known.
        num_classes: Number of classes, when the data set is known.
        image_shape: Height and width of an image, when known.
    """
    return [
        dataclasses.replace(problem, what=setting_name(spec, problem.path))
        for problem in _list_problems(spec, num_inputs, num_classes, image_shape)
    ]


def _list_problems(
    spec: ExperimentSpec,
    num_inputs: int | None,
    num_classes: int | None,
    image_shape: ImageShape | None,
) -> list[Problem]:
    problems: list[Problem] = []

    def check(part: Any, path: tuple[str | int, ...]) -> None:
        for name, reason, legal in field_problems(part):
            where = (*path, name)
            problems.append(
                Problem(
                    where,
                    reason,
                    tr("Set it to {legal}.", legal=number_text(legal)),
                    _replace_at(spec, where, legal),
                )
            )

    check(spec, ())
    check(spec.data, ("data",))
    if not spec.layers and spec.network is None:
        problems.append(
            Problem(
                ("layers",),
                tr("the net has no hidden layer"),
                tr("Add one layer."),
                spec.replace(layers=(LayerSpec(),)),
            )
        )
    for i, layer in enumerate(spec.layers):
        check(layer, ("layers", i))
    check(spec.ff, ("ff",))
    check(spec.bp, ("bp",))
    if problems:  # the checks across settings need settings that are legal by themselves
        return problems
    if DATASETS[spec.data.name].needs_file and not spec.data.path:
        problems.append(
            Problem(("data", "path"), tr("no file has been chosen"), tr("Choose a file."))
        )
    if spec.network is not None:
        problems += _network_problems(spec, spec.network, num_inputs, num_classes)
    else:
        for where, reason, fix, value in _conflicts(spec, num_inputs, num_classes, image_shape):
            problems.append(Problem(where, reason, fix, _replace_at(spec, where, value)))
    if spec.weights is not None and (why := _weights_misfit(spec, num_inputs, num_classes)):
        problems.append(
            Problem(("weights",), why, tr("Start from random weights."), spec.replace(weights=None))
        )
    if spec.trains_bp and spec.bp.patience > 0 and spec.data.validation <= 0:
        problems.append(
            Problem(
                ("bp", "patience"),
                tr("early stopping needs validation images"),
                tr("Hold back 10% for validation."),
                _replace_at(spec, ("data", "validation"), 0.1),
            )
        )
    return problems


def _weights_misfit(spec: ExperimentSpec, num_inputs: int | None, num_classes: int | None) -> str:
    """Why the net cannot start with the weights given by hand; empty when it can."""
    weights = spec.weights or ()
    if spec.network is not None or any(layer.kind != "dense" for layer in spec.layers):
        return tr("weights given by hand are for a net of dense layers")
    if any(layer.batch_norm for layer in spec.layers):
        return tr("weights given by hand are for layers without batch normalisation")
    if any(layer.block for layer in spec.layers):
        return tr("weights given by hand are for layers without shortcuts")
    misfit = hand_weights_misfit(weights, [layer.units for layer in spec.layers], num_inputs)
    if misfit:
        return tr("weights {misfit}", misfit=misfit)
    if num_classes is not None and weights[-1].num_units != num_classes:
        return tr(
            "weights given by hand tell {num_units} classes apart; the data set has {num_classes}",
            num_units=weights[-1].num_units,
            num_classes=num_classes,
        )
    return ""


def _network_problems(
    spec: ExperimentSpec, network: Network, num_inputs: int | None, num_classes: int | None
) -> Iterator[Problem]:
    """Why a net out of a file cannot be trained."""
    if spec.trains_ff:
        yield Problem(
            ("algorithms",),
            tr("a net out of a file can be trained by backprop only"),
            tr("Train backprop only."),
            spec.replace(algorithms="bp"),
        )
    if len(network.architecture.inputs) != 1:
        yield Problem(
            ("network",),
            tr(
                "{source} has {inputs} inputs; one image can be handed to it, no more",
                source=network.source or tr("the net"),
                inputs=len(network.architecture.inputs),
            ),
            tr("Choose a preset or build a net."),
        )
    elif network.role == "classifier" and (why := network.why_no_pictures(num_inputs)):
        yield Problem(
            ("network",),
            tr(
                "{source} cannot be trained on images: t{why}",
                source=network.source or tr("the net"),
                why=why[1:].removesuffix("."),
            ),
            tr("Choose a preset or build a net."),
        )
    elif network.role != "classifier":
        article = "an" if network.role[0] in "ae" else "a"
        yield Problem(
            ("network",),
            tr(
                "{source} is {article} {role}; only classifiers can be trained here",
                source=network.source or tr("the net"),
                article=article,
                role=network.role,
            ),
            tr("Choose a preset or build a net."),
        )
    elif num_classes is not None and network.num_outputs != num_classes:
        yield Problem(
            ("data", "name"),
            tr(
                "the net tells {num_outputs} classes apart, the data set has {num_classes}",
                num_outputs=network.num_outputs,
                num_classes=num_classes,
            ),
            tr("Choose the data set it was made for."),
        )


def _conflicts(
    spec: ExperimentSpec,
    num_inputs: int | None,
    num_classes: int | None,
    image_shape: ImageShape | None,
) -> Iterator[Conflict]:
    """Settings that are legal by themselves but not together."""
    if spec.is_stack:
        yield from _stack_conflicts(spec, num_classes, image_shape)
        return
    yield from _layer_conflicts(spec, num_classes, image_shape)
    if spec.trains_ff:
        kind = kind_of(spec.ff)
        if not kind.no_threshold:
            yield from _threshold_conflicts(spec)
        yield from kind.conflicts(spec, num_inputs, num_classes)
        yield from _norm_conflicts(spec)
        yield from _shortcut_conflicts(spec)
        yield from _read_out_conflicts(spec)
        yield from _vote_conflicts(spec)
        yield from _inner_loop_conflicts(spec.ff)


def _norm_conflicts(spec: ExperimentSpec) -> Iterator[Conflict]:
    """Of layers that are normalised over the mini-batch."""
    why = kind_of(spec.ff).no_batch_norm
    normed = [i for i, layer in enumerate(spec.layers) if layer.batch_norm]
    if why:
        for i in normed:
            reason = tr("cannot be on here: {why}", why=why)
            yield ("layers", i, "batch_norm"), reason, tr("Turn it off."), False
    elif normed and spec.ff.peer:
        yield (
            ("ff", "peer"),
            tr(
                "has no effect on layers with batch normalisation, which takes every unit's mean away"
            ),
            tr("Set it to {legal}.", legal=0),
            0.0,
        )


def _shortcut_conflicts(spec: ExperimentSpec) -> Iterator[Conflict]:
    """Of layers to whose sums is added what their block sees."""
    kind = kind_of(spec.ff)
    why = kind.no_shortcuts
    if kind.has_label_in_input and NEGATIVES[spec.ff.negatives].scores == "next":
        why = tr("each layer learns from wrong labels of its own")
    for i, layer in enumerate(spec.layers):
        if why and layer.block:
            reason = tr("cannot be on here: {why}", why=why)
            yield ("layers", i, "skip"), reason, tr("Set it to {legal}.", legal=0), 0


def _read_out_conflicts(spec: ExperimentSpec) -> Iterator[Conflict]:
    """Of the layers that the read-out sees."""
    if not spec.ff.has_read_out:
        return
    try:
        check_layers(spec.ff.read_layers, len(spec.layers), weighted=False)
    except ValueError as error:
        usual = ForwardForwardSpec.read_layers
        yield ("ff", "read_layers"), str(error), tr("Set it to {legal}.", legal=usual), usual


def _vote_conflicts(spec: ExperimentSpec) -> Iterator[Conflict]:
    """Of the layers whose goodness predictions sum."""
    try:
        check_layers(spec.ff.votes, len(spec.layers))
    except ValueError as error:
        usual = ForwardForwardSpec.votes
        yield ("ff", "votes"), str(error), tr("Set it to {legal}.", legal=usual), usual


def _inner_loop_conflicts(ff: ForwardForwardSpec) -> Iterator[Conflict]:
    """Of layers that learn in turn on the same batch."""
    if ff.schedule == "inner_loops" and ff.collaboration != "none":
        yield (
            ("ff", "collaboration"),
            tr("needs layers that learn together, not inner loops"),
            tr("Let each layer be on its own."),
            "none",
        )


def _stack_conflicts(
    spec: ExperimentSpec, num_classes: int | None, image_shape: ImageShape | None
) -> Iterator[Conflict]:
    """Of nets that only backprop can train."""
    if spec.trains_ff:
        obstacles = [ff_obstacle(layer) for layer in spec.layers]
        at = next((i for i, why in enumerate(obstacles) if why is not None), None)
        what = tr("a net whose output has no bias")
        if at is not None:
            kind = LAYER_KINDS[spec.layers[at].kind]
            what = tr(
                "layer {at} ({kind_label}){obstacles}",
                at=at + 1,
                kind_label=kind.label.lower(),
                obstacles=obstacles[at],
            )
        yield (
            ("algorithms",),
            tr("cannot be this one: Forward-Forward cannot train {what}", what=what),
            tr("Train backprop only."),
            "bp",
        )
    yield from _misfits(spec, num_classes, image_shape)


def _misfits(
    spec: ExperimentSpec, num_classes: int | None, image_shape: ImageShape | None
) -> Iterator[Conflict]:
    """Layers that find no room in what is below them.

    What comes after a conflict is looked at as if that one had been mended.
    """
    mended = spec
    for _ in range(2 * len(spec.layers)):
        try:
            for _ in stack_parts(mended, image_shape or (28, 28), num_classes or 10):
                pass
            break
        except StackError as error:
            # Without the data set sizes are not known, but kinds that do not fit are.
            if image_shape is not None or error.name == "kind":
                yield ("layers", error.index, error.name), error.reason, error.fix, error.value
            mended = mended.with_layer(error.index, **{error.name: error.value})


def _layer_conflicts(
    spec: ExperimentSpec, num_classes: int | None, image_shape: ImageShape | None
) -> Iterator[Conflict]:
    """Of the order and the sizes of layers that both nets can have."""
    above_dense = False
    for i, layer in enumerate(spec.layers):
        if layer.sees_places and i > 0 and spec.layers[i - 1].kind == "dense":
            above_dense = True
            yield (
                ("layers", i, "kind"),
                tr("cannot be a convolution above a dense layer, whose units have no place")
                if layer.kind == "conv"
                else tr("cannot see fields of a dense layer, whose units have no place"),
                tr("Make it dense."),
                "dense",
            )
    if not above_dense:
        yield from _misfits(spec, num_classes, image_shape)
    if spec.trains_ff and num_classes is not None and image_shape is not None:
        yield from find_unseen_labels(spec, num_classes, image_shape)


def find_unseen_labels(
    spec: ExperimentSpec, num_classes: int, image_shape: ImageShape
) -> Iterator[Conflict]:
    """Of label pixels that the first layer's kernel steps over."""
    first, kind = spec.layers[0], kind_of(spec.ff)
    settings = net_settings(spec.ff, count_numbers(image_shape), num_classes, image_shape)
    count = min(kind.label_pixels(settings), count_numbers(image_shape))
    if not first.sees_places or not count:
        return
    padding = first.padding if first.kind == "conv" else "valid"
    rows, columns = (
        list_seen(n, first.kernel_size, first.stride, padding) for n in size_of(image_shape)
    )
    seen = np.repeat(np.outer(rows, columns).reshape(-1), count_channels(image_shape))
    if not seen[:count].all():
        yield (
            ("ff", "label_embedding"),
            tr("cannot be this one: the first layer's kernel steps over pixels of the label"),
            tr("Give the label planes of its own."),
            "append",
        )


def _threshold_conflicts(spec: ExperimentSpec) -> Iterator[Conflict]:
    """Of thresholds and the goodness they cut."""
    usual = GOODNESS[spec.ff.goodness].threshold
    for i, layer in enumerate(spec.layers):
        if LOCAL_LOSSES[layer.loss].uses_threshold and (layer.threshold < 0) != (usual < 0):
            yield (
                ("layers", i, "threshold"),
                tr(
                    "must be {either} 0 for this goodness",
                    either=tr("below") if usual < 0 else tr("above"),
                ),
                tr("Set it to {usual}.", usual=number_text(usual)),
                usual,
            )
