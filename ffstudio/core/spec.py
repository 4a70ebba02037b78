"""An experiment: data, layers, Forward-Forward and backprop settings; validated, saved as JSON."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ffstudio.core.errors import SpecError
from ffstudio.core.fields import Choice, field_problems, setting
from ffstudio.core.mathematics import (
    ACTIVATION_LABELS,
    GOODNESS,
    LOCAL_LOSSES,
    NEGATIVES,
    NORMALISATIONS,
)

FORMAT = "ffstudio-experiment"
VERSION = 1

OPTIMIZERS = (
    Choice("adam", "Adam", "Adaptive moments: a good default."),
    Choice("sgd", "SGD", "Plain stochastic gradient descent."),
    Choice("momentum", "SGD with momentum 0.9", "Averages the gradient over about ten steps."),
    Choice("rmsprop", "RMSprop", "Divides by a running mean of the gradient's size."),
)


def _table(table: Mapping[str, Any]) -> tuple[Choice, ...]:
    return tuple(Choice(name, entry.label, entry.help) for name, entry in table.items())


@dataclass(frozen=True)
class LayerSpec:
    """One hidden dense layer, with its own Forward-Forward objective and optimizer."""

    units: int = setting(
        500, "int", "Units", "Number of neurons in this layer.", minimum=1, maximum=20000
    )
    activation: str = setting(
        "relu",
        "choice",
        "Activation",
        "Function applied to each neuron's weighted sum.",
        choices=tuple(Choice(k, v) for k, v in ACTIVATION_LABELS.items()),
    )
    dropout: float = setting(
        0.0,
        "float",
        "Dropout",
        "Share of this layer's outputs set to zero at each training step.",
        minimum=0.0,
        maximum=0.95,
    )
    l1: float = setting(
        0.0, "float", "L1", "Penalty on the sum of absolute weights.", minimum=0.0, maximum=1.0
    )
    l2: float = setting(
        0.0, "float", "L2", "Penalty on the sum of squared weights.", minimum=0.0, maximum=1.0
    )
    threshold: float = setting(
        1.0,
        "float",
        "Threshold θ",
        "Goodness above it counts as positive. Near 1 for mean of squares, near the number of "
        "units for sum of squares. The pair losses do not use it.",
        minimum=0.0,
        maximum=1e6,
        live=True,
    )
    learning_rate: float = setting(
        0.002,
        "float",
        "Learning rate",
        "Step size of this layer's own optimizer in Forward-Forward.",
        minimum=0.0,
        maximum=100.0,
        above=True,
        live=True,
    )
    optimizer: str = setting(
        "adam", "choice", "Optimizer", "This layer's own optimizer.", choices=OPTIMIZERS
    )
    loss: str = setting(
        "symmetric",
        "choice",
        "Local loss",
        "What this layer alone tries to make small.",
        choices=_table(LOCAL_LOSSES),
    )


@dataclass(frozen=True)
class ForwardForwardSpec:
    """Settings that all Forward-Forward layers share."""

    goodness: str = setting(
        "mean_square",
        "choice",
        "Goodness",
        "How a layer's activities become one number.",
        choices=_table(GOODNESS),
    )
    normalisation: str = setting(
        "rms",
        "choice",
        "Normalisation",
        "Applied to each layer's input so that only its direction tells.",
        choices=_table(NORMALISATIONS),
    )
    sharpness: float = setting(
        10.0,
        "float",
        "Sharpness α",
        "Multiplies goodness inside the local loss: larger is steeper.",
        minimum=0.0,
        maximum=10000.0,
        above=True,
    )
    negatives: str = setting(
        "hard",
        "choice",
        "Negative data",
        "How the wrong label of a negative example is chosen.",
        choices=_table(NEGATIVES),
    )
    label_embedding: str = setting(
        "replace",
        "choice",
        "Label embedding",
        "How the label enters the input.",
        choices=(
            Choice(
                "replace",
                "First pixels",
                "The first pixels of the image become the one-hot label (Hinton 2022, 3.3). "
                "Needs images with a blank first row, such as MNIST.",
            ),
            Choice(
                "append",
                "Separate label units",
                "The one-hot label is added as extra inputs: no pixel is lost.",
            ),
        ),
    )
    label_amplitude: str = setting(
        "one",
        "choice",
        "Label amplitude",
        "Value of the label pixel that is on.",
        choices=(
            Choice("one", "1", "Always 1."),
            Choice("maximum", "Image maximum", "The image's brightest pixel (Keras example)."),
        ),
    )
    schedule: str = setting(
        "simultaneous",
        "choice",
        "Schedule",
        "Which layer learns when.",
        choices=(
            Choice("simultaneous", "All layers on each mini-batch", "All layers learn together."),
            Choice(
                "greedy",
                "Layer by layer",
                "The epochs are shared out: the first layer learns first, then is left as it is.",
            ),
            Choice(
                "inner_loops",
                "Inner loops (Keras example)",
                "In each epoch, each layer in turn makes many updates on the same batch.",
            ),
        ),
    )
    inner_steps: int = setting(
        50,
        "int",
        "Inner steps",
        "Updates of a layer per batch in the inner-loops schedule.",
        minimum=1,
        maximum=10000,
    )
    cooldown: bool = setting(
        True,
        "bool",
        "Cool-down",
        "Learning rates fall linearly to zero over the second half of the epochs "
        "(Hinton's published code).",
    )
    skip_first_layer: bool = setting(
        False,
        "bool",
        "Leave out first layer",
        "Sum goodness over all layers but the first when predicting (Hinton 2022, 3.3).",
    )


@dataclass(frozen=True)
class BackpropSpec:
    """Settings of the backprop twin: the same hidden layers plus a softmax output."""

    optimizer: str = setting(
        "adam", "choice", "Optimizer", "Optimizer of the whole net.", choices=OPTIMIZERS
    )
    learning_rate: float = setting(
        0.001,
        "float",
        "Learning rate",
        "Step size of the backprop twin's optimizer.",
        minimum=0.0,
        maximum=100.0,
        above=True,
        live=True,
    )
    label_smoothing: float = setting(
        0.0,
        "float",
        "Label smoothing",
        "Share of the target probability spread over all classes.",
        minimum=0.0,
        maximum=0.5,
    )
    patience: int = setting(
        0,
        "int",
        "Early stopping",
        "Stop after this many epochs without a lower validation loss and go back to the best "
        "weights; 0 never stops early.",
        minimum=0,
        maximum=1000,
        unit="epochs",
    )


@dataclass(frozen=True)
class DataSpec:
    """Which data, how much of it, and how it is split."""

    name: str = setting(
        "mnist",
        "choice",
        "Data set",
        "The images to learn from.",
        choices=(
            Choice("mnist", "MNIST", "70,000 handwritten digits, 28×28."),
            Choice("fashion_mnist", "Fashion-MNIST", "70,000 pictures of clothes, 28×28."),
            Choice("digits", "Bundled digits", "1,797 handwritten digits; always there."),
            Choice("camera", "4-pixel camera", "Solid, vertical, diagonal, horizontal; 2×2."),
            Choice("file", "NPZ file…", "Your own x_train, y_train, x_test, y_test."),
        ),
    )
    path: str = setting("", "text", "File", "The .npz file of your own data set.")
    subset: float = setting(
        1.0,
        "float",
        "Use",
        "Share of the training images that is used.",
        minimum=0.0,
        maximum=1.0,
        above=True,
        unit="share",
    )
    validation: float = setting(
        0.0,
        "float",
        "Validation",
        "Share of the training images held back to judge the net while it learns. "
        "With 0 the test set is used for that.",
        minimum=0.0,
        maximum=0.9,
        unit="share",
    )


ALGORITHMS = (
    Choice("both", "Forward-Forward and backprop"),
    Choice("ff", "Forward-Forward only"),
    Choice("bp", "Backprop only"),
)


@dataclass(frozen=True)
class ExperimentSpec:
    """Everything that decides the outcome of a run; frozen, compared by value."""

    name: str = setting("Untitled", "text", "Name", "Name of this experiment.")
    description: str = setting("", "text", "Description", "What this experiment shows.")
    algorithms: str = setting(
        "both", "choice", "Train", "Which nets are trained.", choices=ALGORITHMS
    )
    order: str = setting(
        "in_step",
        "choice",
        "Order",
        "How the two nets share the time.",
        choices=(
            Choice("in_step", "In step", "Both nets see each mini-batch in turn."),
            Choice("one_after_other", "One after the other", "Forward-Forward first."),
        ),
    )
    batch_size: int = setting(
        256,
        "int",
        "Batch size",
        "Images per step. More than there are means all of them at once.",
        minimum=1,
        maximum=1000000,
        unit="images",
    )
    epochs: int = setting(
        10, "int", "Epochs", "Passes over the training images.", minimum=1, maximum=100000
    )
    seed: int = setting(
        1,
        "int",
        "Seed",
        "Decides initial weights, data order and negatives: the same seed gives the same run.",
        minimum=0,
        maximum=2**31 - 1,
    )
    data: DataSpec = field(default_factory=DataSpec)
    layers: tuple[LayerSpec, ...] = (LayerSpec(), LayerSpec())
    ff: ForwardForwardSpec = field(default_factory=ForwardForwardSpec)
    bp: BackpropSpec = field(default_factory=BackpropSpec)

    @property
    def trains_ff(self) -> bool:
        return self.algorithms in ("both", "ff")

    @property
    def trains_bp(self) -> bool:
        return self.algorithms in ("both", "bp")

    def replace(self, **changes: Any) -> ExperimentSpec:
        return dataclasses.replace(self, **changes)

    def with_layer(self, index: int, **changes: Any) -> ExperimentSpec:
        """A copy in which one layer has other settings."""
        layers = list(self.layers)
        layers[index] = dataclasses.replace(layers[index], **changes)
        return self.replace(layers=tuple(layers))

    # --- JSON -----------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        return {"format": FORMAT, "version": VERSION, **dataclasses.asdict(self)}

    def to_json(self) -> str:
        return json.dumps(self.to_dict(), indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_dict(cls, config: Any) -> ExperimentSpec:
        """Reads what :meth:`to_dict` wrote.

        Raises:
            SpecError: It is not an experiment, comes from a newer ffstudio, or holds
                settings that do not exist or are not legal.
        """
        if not isinstance(config, dict) or config.get("format") != FORMAT:
            raise SpecError(
                "This is not an ffstudio experiment.",
                f'An experiment file is JSON and holds "format": "{FORMAT}".',
            )
        version = config.get("version")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise SpecError(
                "The experiment does not say which format it has.", f'Add "version": {VERSION}.'
            )
        if version > VERSION:
            raise SpecError(
                f"This experiment was written by a newer ffstudio (format {version}).",
                "Update ffstudio to open it.",
            )
        body = {k: v for k, v in config.items() if k not in ("format", "version")}
        layers = body.pop("layers", None)
        if not isinstance(layers, (list, tuple)):
            raise SpecError("The experiment has no list of layers.", 'Add "layers": [ … ].')
        parts = {
            "data": _build(DataSpec, body.pop("data", {}), "data"),
            "ff": _build(ForwardForwardSpec, body.pop("ff", {}), "ff"),
            "bp": _build(BackpropSpec, body.pop("bp", {}), "bp"),
            "layers": tuple(_build(LayerSpec, v, f"layers[{i}]") for i, v in enumerate(layers)),
        }
        spec: ExperimentSpec = _build(cls, body, "", **parts)
        problems = spec_problems(spec)
        if problems:
            raise SpecError(
                "; ".join(f"{p.path_text}: {p.reason}" for p in problems) + ".",
                "Correct the experiment file.",
            )
        return spec

    @classmethod
    def from_json(cls, text: str) -> ExperimentSpec:
        try:
            config = json.loads(text)
        except (ValueError, RecursionError) as error:  # the latter: brackets nested too deep
            raise SpecError(
                f"This is not valid JSON ({error}).", "Choose an experiment saved by ffstudio."
            ) from error
        return cls.from_dict(config)


def read_experiment(path: str | Path) -> ExperimentSpec:
    """Reads an experiment file.

    Raises:
        SpecError: The file cannot be read or is not an experiment.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SpecError(f"{path} cannot be read ({error}).", "Choose another file.") from error
    return ExperimentSpec.from_json(text)


def _build(cls: type, values: Any, where: str, **parts: Any) -> Any:
    if not isinstance(values, dict):
        raise SpecError(f"{where} must be an object with named settings.")
    known = {f.name: f for f in dataclasses.fields(cls)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise SpecError(
            f"Unknown setting{'s' if len(unknown) > 1 else ''} {', '.join(unknown)} "
            f"in {where or 'the experiment'}.",
            f"Known are: {', '.join(known)}.",
        )
    cleaned = {}
    for name, value in values.items():
        declared = known[name].metadata.get("field")
        if declared is not None and isinstance(value, (int, float)) and not isinstance(value, bool):
            if declared.kind == "float":
                with contextlib.suppress(OverflowError):  # too large: the field says so
                    value = float(value)
            elif declared.kind == "int" and isinstance(value, float) and value.is_integer():
                value = int(value)
        cleaned[name] = value
    return cls(**cleaned, **parts)


# --- validation -------------------------------------------------------------------------


@dataclass(frozen=True)
class Problem:
    """One thing that keeps an experiment from being trained.

    Attributes:
        path: Where: ``("layers", 1, "units")``, ``("ff", "negatives")``, ``("epochs",)``.
        reason: What is wrong, lower case, no full stop.
        fix: What to do, one sentence; shown on the fix button.
        fixed: The experiment with the fix applied, or None when only the user can tell.
    """

    path: tuple[str | int, ...]
    reason: str
    fix: str = ""
    fixed: ExperimentSpec | None = None

    @property
    def path_text(self) -> str:
        text = ""
        for part in self.path:
            text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
        return text


def _replace_at(spec: ExperimentSpec, path: tuple[str | int, ...], value: Any) -> ExperimentSpec:
    if path[0] == "layers":
        return spec.with_layer(int(path[1]), **{str(path[2]): value})
    if len(path) == 2:
        part = dataclasses.replace(getattr(spec, str(path[0])), **{str(path[1]): value})
        return spec.replace(**{str(path[0]): part})
    return spec.replace(**{str(path[0]): value})


def spec_problems(
    spec: ExperimentSpec, num_inputs: int | None = None, num_classes: int | None = None
) -> list[Problem]:
    """All reasons why ``spec`` cannot be trained, in the order of the form.

    Args:
        num_inputs: Pixels of an image, when the data set is known.
        num_classes: Number of classes, when the data set is known.
    """
    problems: list[Problem] = []

    def check(part: Any, path: tuple[str | int, ...]) -> None:
        for name, reason, legal in field_problems(part):
            where = (*path, name)
            problems.append(
                Problem(where, reason, f"Set it to {legal}.", _replace_at(spec, where, legal))
            )

    check(spec, ())
    check(spec.data, ("data",))
    if not spec.layers:
        problems.append(
            Problem(
                ("layers",),
                "the net has no hidden layer",
                "Add one layer.",
                spec.replace(layers=(LayerSpec(),)),
            )
        )
    for i, layer in enumerate(spec.layers):
        check(layer, ("layers", i))
    check(spec.ff, ("ff",))
    check(spec.bp, ("bp",))
    if problems:  # the checks across settings need settings that are legal by themselves
        return problems
    if spec.data.name == "file" and not spec.data.path:
        problems.append(Problem(("data", "path"), "no file has been chosen", "Choose a file."))
    if (
        spec.trains_ff
        and spec.ff.label_embedding == "replace"
        and num_inputs is not None
        and num_classes is not None
        and num_inputs < 2 * num_classes
    ):
        problems.append(
            Problem(
                ("ff", "label_embedding"),
                f"an image of {num_inputs} pixels has no room for {num_classes} label pixels",
                "Use separate label units.",
                _replace_at(spec, ("ff", "label_embedding"), "append"),
            )
        )
    if spec.trains_bp and spec.bp.patience > 0 and spec.data.validation <= 0:
        problems.append(
            Problem(
                ("bp", "patience"),
                "early stopping needs validation images",
                "Hold back 10 % for validation.",
                _replace_at(spec, ("data", "validation"), 0.1),
            )
        )
    return problems


# --- cost -------------------------------------------------------------------------------


@dataclass(frozen=True)
class LayerCost:
    """Size of one layer in both nets.

    Attributes:
        inputs: Inputs of the layer (label units included for the first FF layer).
        parameters: Weights and biases.
        ff_memory: Bytes while Forward-Forward trains this layer: weights, gradients,
            optimizer moments, and the input and output activities of one batch of
            positive and negative examples. Only one layer's activities are held.
        bp_memory: Bytes this layer adds in the backprop twin; activities of all
            layers are held until the backward pass.
        multiply_adds: Per image and forward pass.
    """

    name: str
    inputs: int
    units: int
    ff_parameters: int
    bp_parameters: int
    ff_memory: int
    bp_memory: int
    multiply_adds: int


_MOMENTS = {"adam": 2, "rmsprop": 1, "momentum": 1, "sgd": 0}


def layer_costs(
    spec: ExperimentSpec, num_inputs: int, num_classes: int, num_samples: int | None = None
) -> list[LayerCost]:
    """Costs of each hidden layer and of the twin's softmax output, in order."""
    batch = min(spec.batch_size, num_samples) if num_samples else spec.batch_size
    extra = num_classes if spec.ff.label_embedding == "append" else 0
    rows: list[LayerCost] = []
    inputs = num_inputs
    for i, layer in enumerate(spec.layers):
        ff_inputs = inputs + (extra if i == 0 else 0)
        ff_parameters = (ff_inputs + 1) * layer.units
        bp_parameters = (inputs + 1) * layer.units
        ff_copies = 2 + _MOMENTS.get(layer.optimizer, 2)
        bp_copies = 2 + _MOMENTS.get(spec.bp.optimizer, 2)
        rows.append(
            LayerCost(
                f"Layer {i + 1}",
                inputs,
                layer.units,
                ff_parameters,
                bp_parameters,
                4 * (ff_copies * ff_parameters + 2 * batch * (ff_inputs + layer.units)),
                4 * (bp_copies * bp_parameters + batch * layer.units),
                ff_inputs * layer.units,
            )
        )
        inputs = layer.units
    parameters = (inputs + 1) * num_classes
    bp_copies = 2 + _MOMENTS.get(spec.bp.optimizer, 2)
    rows.append(
        LayerCost(
            "Output",
            inputs,
            num_classes,
            0,
            parameters,
            0,
            4 * (bp_copies * parameters + batch * num_classes),
            inputs * num_classes,
        )
    )
    return rows
