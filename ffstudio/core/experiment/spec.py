"""An experiment: data, layers, Forward-Forward and backprop settings; validated, saved as JSON."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ffstudio.core.describe.network import Network
from ffstudio.core.errors import ModelFileError, SpecError
from ffstudio.core.experiment.fields import Choice, field_problems, fields_of, setting
from ffstudio.core.experiment.stack import StackError, needs_backprop, stack_parts, stack_rows
from ffstudio.core.forward_forward import kind_of
from ffstudio.core.mathematics import (
    ACTIVATION_LABELS,
    GOODNESS,
    LOCAL_LOSSES,
    NEGATIVES,
    NORMALISATIONS,
    RATE_SCHEDULES,
    USES_THRESHOLD,
)

FORMAT = "ffstudio-experiment"
VERSION = 3

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
    """One hidden layer, with its own Forward-Forward objective and optimizer."""

    kind: str = setting(
        "dense",
        "choice",
        "Kind",
        "What the layer does. Dense layers and convolutions can learn by Forward-Forward; all "
        "others are for backprop alone.",
        choices=(
            Choice("dense", "Dense", "Every neuron sees all of the layer below."),
            Choice(
                "conv",
                "Convolution",
                "Every channel slides one small kernel over the image. Convolutions come before "
                "dense layers.",
            ),
            Choice(
                "max_pool",
                "Max pooling",
                "The largest value of each block. Backprop only.",
                "pooling",
            ),
            Choice(
                "average_pool",
                "Average pooling",
                "The mean of each block. Backprop only.",
                "pooling",
            ),
            Choice(
                "simple_rnn",
                "Simple RNN",
                "Reads the image row by row, from the top. Backprop only.",
                "recurrent",
            ),
            Choice(
                "lstm", "LSTM", "Long short-term memory, row by row. Backprop only.", "recurrent"
            ),
            Choice("gru", "GRU", "Gated recurrent unit, row by row. Backprop only.", "recurrent"),
            Choice("flatten", "Flatten", "Places and channels in one row. Backprop only.", "other"),
            Choice(
                "dropout",
                "Dropout",
                "Sets a share of the values to zero while training. Backprop only.",
                "other",
            ),
            Choice(
                "batch_norm",
                "Batch normalisation",
                "Mean 0 and deviation 1 over the mini-batch, then a scale and a shift that are "
                "learnt (Ioffe and Szegedy 2015). Backprop only.",
                "other",
            ),
        ),
    )
    units: int = setting(
        500,
        "int",
        "Units",
        "Number of neurons in this layer; of channels in a convolution; of values that a "
        "recurrent layer remembers.",
        minimum=1,
        maximum=20000,
    )
    kernel_size: int = setting(
        3,
        "int",
        "Kernel size",
        "Width and height of a convolution's kernel.",
        minimum=1,
        maximum=31,
        unit="px",
    )
    stride: int = setting(
        1,
        "int",
        "Stride",
        "Pixels from one place of a convolution's kernel to the next. Above 1 for backprop only.",
        minimum=1,
        maximum=16,
        unit="px",
    )
    padding: str = setting(
        "same",
        "choice",
        "Edges",
        "What a convolution does at the edges of the image.",
        choices=(
            Choice("same", "Zeros around", "The output is as large as the input."),
            Choice("valid", "Inside only", "The output is smaller. Backprop only."),
        ),
    )
    pool_size: int = setting(
        2,
        "int",
        "Block",
        "Width and height of the blocks that a pooling layer makes one value of.",
        minimum=1,
        maximum=64,
        unit="px",
    )
    use_bias: bool = setting(
        True, "bool", "Bias", "One more weight per unit, added to the sum. Off for backprop only."
    )
    pooling: str = setting(
        "none",
        "choice",
        "Pooling",
        "Makes a convolution's output half as wide and high.",
        choices=(
            Choice("none", "None", "The output is as large as the input."),
            Choice("average", "Average 2×2", "The mean of each 2×2 pixels."),
            Choice("max", "Maximum 2×2", "The largest of each 2×2 pixels."),
        ),
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
    weight_decay: float = setting(
        0.0,
        "float",
        "Weight decay",
        "Each step takes this share of the learning rate off every weight (decoupled, AdamW).",
        minimum=0.0,
        maximum=100.0,
    )
    threshold: float = setting(
        1.0,
        "float",
        "Threshold θ",
        "Goodness above it counts as positive. Near 1 for mean of squares, near the number of "
        "units for sum of squares, below 0 where goodness is made small. The pair losses do not "
        "use it.",
        minimum=-1e6,
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


_OF_FF = ("learning_rate", "threshold", "loss", "optimizer", "weight_decay")
_PENALTIES = ("dropout", "l1", "l2")
_OF_KIND: dict[str, tuple[str, ...]] = {
    "dense": ("units", "activation", "use_bias", *_PENALTIES, *_OF_FF),
    "conv": (
        "units", "kernel_size", "stride", "padding", "pooling", "activation", "use_bias",
        *_PENALTIES, *_OF_FF,
    ),
    "max_pool": ("pool_size",),
    "average_pool": ("pool_size",),
    "dropout": ("dropout",),
    **dict.fromkeys(("simple_rnn", "lstm", "gru"), ("units", "activation", "use_bias", "dropout")),
}  # fmt: skip


def layer_settings(kind: str, trains_ff: bool = True) -> tuple[str, ...]:
    """The settings that a layer of a kind has.

    Args:
        trains_ff: False leaves out those that only Forward-Forward uses.
    """
    names = ("kind", *_OF_KIND.get(kind, ()))
    return names if trains_ff else tuple(n for n in names if n not in _OF_FF)


def with_kind(layer: LayerSpec, kind: str) -> LayerSpec:
    """The layer as one of another kind, with what is usual there instead of what is not."""
    changed: dict[str, Any] = {"kind": kind}
    recurrent = ("simple_rnn", "lstm", "gru")
    if kind in recurrent and layer.kind not in recurrent:
        changed["activation"] = "tanh"
        changed["units"] = min(layer.units, 128)
    elif layer.kind in recurrent and kind in ("dense", "conv"):
        changed["activation"] = "relu"
    if kind == "conv" and layer.kind != "conv":
        changed["units"] = min(layer.units, 32)
    if kind == "dropout":
        changed["dropout"] = layer.dropout or 0.25
    elif layer.kind == "dropout":
        changed["dropout"] = 0.0
    return dataclasses.replace(layer, **changed)


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
    threshold_per_unit: bool = setting(
        False,
        "bool",
        "Threshold per unit",
        "Thresholds are multiplied by the number of units: 1 then suits the sum of squares at any "
        "width (Hinton's code).",
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
    label_scale: float = setting(
        1.0,
        "float",
        "Label scale",
        "Multiplies the label amplitude: above 1 the label weighs more beside the image.",
        minimum=0.0,
        maximum=1000.0,
        above=True,
    )
    label_repeats: int = setting(
        1,
        "int",
        "Label repeats",
        "Copies of the one-hot label, one after the other: more pixels or units that tell it.",
        minimum=1,
        maximum=100,
    )
    peer: float = setting(
        0.0,
        "float",
        "Peer normalisation λ",
        "Pulls each unit's mean activity toward that of its layer, which wakes up silent units; "
        "0.03 in Hinton's code.",
        minimum=0.0,
        maximum=100.0,
    )
    collaboration: str = setting(
        "none",
        "choice",
        "Collaboration",
        "Whether a layer's loss counts the goodness of other layers, as a constant "
        "(Layer Collaboration, AAAI 2024).",
        choices=(
            Choice("none", "None", "Each layer is on its own (Hinton 2022)."),
            Choice("earlier", "Earlier layers", "The goodness of the layers below is added."),
            Choice("others", "All other layers", "The goodness of all other layers is added."),
        ),
    )
    collaboration_strength: float = setting(
        1.0,
        "float",
        "Collaboration strength γ",
        "Factor on the other layers' goodness.",
        minimum=0.0,
        maximum=100.0,
    )
    feedback: bool = setting(
        False,
        "bool",
        "Top-down connections",
        "The net runs for several frames on a still image: each layer also sees the layer above "
        "it, the top layer the label (Hinton 2022, 4.4). Dense layers only.",
    )
    frames: int = setting(
        8,
        "int",
        "Frames",
        "Synchronous updates of a net with top-down connections; goodness is that of frames 3–5, "
        "or the last three of fewer.",
        minimum=3,
        maximum=100,
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
    rate_schedule: str = setting(
        "half_linear",
        "choice",
        "Learning-rate schedule",
        "How all Forward-Forward learning rates change over the epochs.",
        choices=_table(RATE_SCHEDULES),
    )
    first_voting_layer: int = setting(
        1,
        "int",
        "First voting layer",
        "Predictions sum goodness from this layer on: 2 leaves out the first (Hinton 2022, 3.3), "
        "which helps nets of three or more layers. The last layer always votes.",
        minimum=1,
        maximum=10000,
    )
    read_out: bool = setting(
        False,
        "bool",
        "Linear read-out",
        "Also trains a softmax on the normalised activities of all layers but the first, with a "
        "neutral label: one pass classifies (Hinton 2022, 3.3). No gradient reaches the layers.",
    )
    read_out_rate: float = setting(
        0.001,
        "float",
        "Read-out learning rate",
        "Step size of the read-out's own Adam optimizer.",
        minimum=0.0,
        maximum=100.0,
        above=True,
    )

    @property
    def supervision(self) -> str:
        """What tells positive from negative data: see ``ffstudio.core.forward_forward.KINDS``."""
        return kind_of(self).name

    @property
    def has_read_out(self) -> bool:
        """Unsupervised nets need one to classify."""
        return self.read_out or kind_of(self).needs_read_out


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
    rate_schedule: str = setting(
        "constant",
        "choice",
        "Learning-rate schedule",
        "How the twin's learning rate changes over the epochs.",
        choices=_table(RATE_SCHEDULES),
    )
    label_smoothing: float = setting(
        0.0,
        "float",
        "Label smoothing",
        "Share of the target probability spread over all classes.",
        minimum=0.0,
        maximum=0.5,
    )
    output_bias: bool = setting(
        True, "bool", "Output bias", "One more weight per class; off for a net without any biases."
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
    shift: int = setting(
        0,
        "int",
        "Shift",
        "Each training image is moved by up to this much, both ways, anew in every epoch "
        "(Hinton 2022, 3.3: 2 px).",
        minimum=0,
        maximum=14,
        unit="px",
    )
    rotation: float = setting(
        0.0,
        "float",
        "Rotation",
        "Each training image is turned by up to this much, anew in every epoch.",
        minimum=0.0,
        maximum=180.0,
        unit="°",
    )
    zoom: float = setting(
        0.0,
        "float",
        "Zoom",
        "Each training image is made up to this share larger or smaller, anew in every epoch.",
        minimum=0.0,
        maximum=0.5,
        unit="share",
    )
    dropped_pixels: float = setting(
        0.0,
        "float",
        "Dropped pixels",
        "Share of each training image's pixels set to zero, anew in every epoch (dropout of the "
        "input).",
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
    # A net as it is, out of a file, in place of the layers.
    network: Network | None = None

    @property
    def is_network(self) -> bool:
        """True for nets that only backprop can train: see :mod:`ffstudio.engine.training.network`."""
        return self.network is not None or self.is_stack

    @property
    def is_stack(self) -> bool:
        """True when a layer of the builder is of a kind that only backprop can train."""
        if self.network is not None:
            return False
        return not self.bp.output_bias or any(map(needs_backprop, self.layers))

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
        values = dataclasses.asdict(self.replace(network=None))
        if self.network is None:
            del values["network"]  # most experiments have none
        else:
            values["network"] = self.network.to_dict()
        return {"format": FORMAT, "version": VERSION, **values}

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
        if version < 2:
            body = _from_version_1(body)
        layers = body.pop("layers", None)
        if not isinstance(layers, (list, tuple)):
            raise SpecError("The experiment has no list of layers.", 'Add "layers": [ … ].')
        parts = {
            "data": _build(DataSpec, body.pop("data", {}), "data"),
            "ff": _build(ForwardForwardSpec, body.pop("ff", {}), "ff"),
            "bp": _build(BackpropSpec, body.pop("bp", {}), "bp"),
            "layers": tuple(_build(LayerSpec, v, f"layers[{i}]") for i, v in enumerate(layers)),
        }
        network = body.pop("network", None)
        if network is not None:
            try:
                parts["network"] = Network.from_dict(network)
            except ModelFileError as error:
                raise SpecError(error.message, error.advice) from error
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
    except OSError as error:
        raise SpecError(f"{path} cannot be read ({error}).", "Choose another file.") from error
    except UnicodeDecodeError as error:
        raise SpecError(
            f"{path} is no experiment: it is not a text file.",
            "Choose an experiment (.json); 'ffstudio inspect' tells what is in a model file.",
        ) from error
    return ExperimentSpec.from_json(text)


def _from_version_1(body: dict[str, Any]) -> dict[str, Any]:
    """Version 1 knew one schedule, on or off, and could leave out the first layer only."""
    ff = body.get("ff")
    if not isinstance(ff, dict):
        return body
    ff = dict(ff)
    if "cooldown" in ff:
        ff["rate_schedule"] = "half_linear" if ff.pop("cooldown") else "constant"
    if "skip_first_layer" in ff:
        ff["first_voting_layer"] = 2 if ff.pop("skip_first_layer") else 1
    return {**body, "ff": ff}


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
    spec: ExperimentSpec,
    num_inputs: int | None = None,
    num_classes: int | None = None,
    image_shape: tuple[int, int] | None = None,
) -> list[Problem]:
    """All reasons why ``spec`` cannot be trained, in the order of the form.

    Args:
        num_inputs: Pixels of an image, when the data set is known.
        num_classes: Number of classes, when the data set is known.
        image_shape: Height and width of an image, when known.
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
    if not spec.layers and spec.network is None:
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
    if spec.network is not None:
        problems += _network_problems(spec, spec.network, num_classes)
    else:
        for where, reason, fix, value in _conflicts(spec, num_inputs, num_classes, image_shape):
            problems.append(Problem(where, reason, fix, _replace_at(spec, where, value)))
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


def _network_problems(
    spec: ExperimentSpec, network: Network, num_classes: int | None
) -> Iterator[Problem]:
    """Why a net out of a file cannot be trained."""
    if spec.trains_ff:
        yield Problem(
            ("algorithms",),
            "a net out of a file can be trained by backprop only",
            "Train backprop only.",
            spec.replace(algorithms="bp"),
        )
    if len(network.architecture.inputs) != 1:
        yield Problem(
            ("network",),
            f"{network.source or 'the net'} has {len(network.architecture.inputs)} inputs; one "
            "image can be handed to it, no more",
            "Choose a preset or build a net.",
        )
    elif network.role != "classifier":
        article = "an" if network.role[0] in "ae" else "a"
        yield Problem(
            ("network",),
            f"{network.source or 'the net'} is {article} {network.role}; only classifiers can be "
            "trained here",
            "Choose a preset or build a net.",
        )
    elif num_classes is not None and network.num_outputs != num_classes:
        yield Problem(
            ("data", "name"),
            f"the net tells {network.num_outputs} classes apart, the data set has {num_classes}",
            "Choose the data set it was made for.",
        )


# Where, why, what to do, and the value that mends it.
_Conflict = tuple[tuple[str | int, ...], str, str, Any]


def _conflicts(
    spec: ExperimentSpec,
    num_inputs: int | None,
    num_classes: int | None,
    image_shape: tuple[int, int] | None,
) -> Iterator[_Conflict]:
    """Settings that are legal by themselves but not together."""
    if spec.is_stack:
        yield from _stack_conflicts(spec, num_classes, image_shape)
        return
    yield from _layer_conflicts(spec, num_classes, image_shape)
    if not spec.trains_ff:
        return
    ff = spec.ff
    label_pixels = ff.label_repeats * (num_classes or 0)
    if (
        ff.supervision == "labels"
        and ff.label_embedding == "replace"
        and num_inputs is not None
        and num_inputs < 2 * label_pixels
    ):
        yield (
            ("ff", "label_embedding"),
            f"an image of {num_inputs} pixels has no room for {label_pixels} label pixels",
            "Use separate label units.",
            "append",
        )
    if ff.feedback:
        if ff.supervision != "frames":
            where = "goodness class by class" if ff.supervision == "classes" else "hybrid images"
            yield (("ff", "feedback"), f"cannot be used with {where}", "Turn it off.", False)
        elif any(layer.kind != "dense" for layer in spec.layers):
            yield (
                ("ff", "feedback"),
                "can only be used where all layers are dense",
                "Turn it off.",
                False,
            )
        elif ff.schedule != "simultaneous":
            yield (
                ("ff", "schedule"),
                "cannot be this one with top-down connections, which tie all layers together",
                "Let all layers learn on each mini-batch.",
                "simultaneous",
            )
        elif NEGATIVES[ff.negatives].scores in ("first", "next"):
            yield (
                ("ff", "negatives"),
                "cannot be this one with top-down connections: no layer scores labels alone",
                "Use hard wrong labels.",
                "hard",
            )
    if ff.schedule == "inner_loops":
        if ff.collaboration != "none":
            yield (
                ("ff", "collaboration"),
                "needs layers that learn together, not inner loops",
                "Let each layer be on its own.",
                "none",
            )
        if ff.supervision == "labels" and NEGATIVES[ff.negatives].scores == "next":
            yield (
                ("ff", "negatives"),
                "cannot look at the next layer in inner loops",
                "Use hard wrong labels.",
                "hard",
            )


def _stack_conflicts(
    spec: ExperimentSpec, num_classes: int | None, image_shape: tuple[int, int] | None
) -> Iterator[_Conflict]:
    """Of nets that only backprop can train."""
    if spec.trains_ff:
        at = next((i for i, layer in enumerate(spec.layers) if needs_backprop(layer)), None)
        what = "a net whose output has no bias"
        if at is not None:
            layer = spec.layers[at]
            what = f"layer {at + 1} ({_kind_label(layer.kind).lower()})"
            if layer.kind in ("dense", "conv"):
                what += " without bias" if not layer.use_bias else " with these strides and edges"
        yield (
            ("algorithms",),
            f"cannot be this one: Forward-Forward cannot train {what}",
            "Train backprop only.",
            "bp",
        )
    # What comes after a conflict is looked at as if that one had been mended.
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


def _kind_label(kind: str) -> str:
    choices = fields_of(LayerSpec)["kind"].choices
    return next((c.label for c in choices if c.value == kind), kind)


def _layer_conflicts(
    spec: ExperimentSpec, num_classes: int | None, image_shape: tuple[int, int] | None
) -> Iterator[_Conflict]:
    goodness = GOODNESS[spec.ff.goodness]
    side = min(image_shape) if image_shape is not None else None
    for i, layer in enumerate(spec.layers):
        if layer.kind == "conv":
            if i > 0 and spec.layers[i - 1].kind == "dense":
                yield (
                    ("layers", i, "kind"),
                    "cannot be a convolution above a dense layer, whose units have no place",
                    "Make it dense.",
                    "dense",
                )
            if side is not None and layer.pooling != "none":
                if side < 2:
                    yield (
                        ("layers", i, "pooling"),
                        "leaves nothing of the image",
                        "Turn it off.",
                        "none",
                    )
                side = max(side // 2, 1)
        if not spec.trains_ff:
            continue
        if goodness.by_class and num_classes is not None and layer.units % num_classes:
            yield (
                ("layers", i, "units"),
                f"must be a multiple of {num_classes} for goodness class by class",
                "Round it up.",
                -(-layer.units // num_classes) * num_classes,
            )
        if goodness.by_class or spec.ff.supervision == "classes":
            continue
        if layer.loss in USES_THRESHOLD and (layer.threshold < 0) != (goodness.threshold < 0):
            yield (
                ("layers", i, "threshold"),
                f"must be {'below' if goodness.threshold < 0 else 'above'} 0 for this goodness",
                f"Set it to {goodness.threshold:g}.",
                goodness.threshold,
            )


def idle_settings(spec: ExperimentSpec) -> dict[tuple[str, str], str]:
    """Forward-Forward settings that have no effect beside the others, with the reason.

    Returns:
        Keyed by ``("ff", name)``, or ``("layer", name)`` for all layers.
    """
    ff = spec.ff
    labels = ("label_embedding", "label_amplitude", "label_scale", "label_repeats")
    idle: dict[tuple[str, str], str] = {}

    def rest(reason: str, *names: str, part: str = "ff") -> None:
        for name in names:
            idle.setdefault((part, name), reason)

    if ff.supervision == "classes":
        reason = "Goodness class by class has no negative data and no label in the input."
        rest(reason, "negatives", *labels, "collaboration", "threshold_per_unit", "peer")
        rest("Goodness class by class has cross-entropy as its loss.", "loss", part="layer")
        rest("Goodness class by class has no threshold.", "threshold", part="layer")
    elif ff.supervision == "images":
        rest("Hybrid images carry no label.", *labels)
        rest("Hybrid images need the read-out.", "read_out")
        rest("Without labels the read-out predicts.", "first_voting_layer")
    elif ff.supervision == "frames":
        where = "The label is on top of the net."
        rest(where, "label_embedding", "label_amplitude", "label_repeats")
        rest("Nets with top-down connections have no peer normalisation.", "peer")
        rest("Nets with top-down connections have no dropout.", "dropout", part="layer")
    if ff.schedule != "inner_loops":
        rest("Only inner loops have inner steps.", "inner_steps")
    if ff.collaboration == "none":
        rest("There is no collaboration.", "collaboration_strength")
    if not ff.feedback:
        rest("Only nets with top-down connections run in frames.", "frames")
    if not ff.has_read_out:
        rest("There is no read-out.", "read_out_rate")
    return idle


# --- sizes ------------------------------------------------------------------------------


def layer_shapes(spec: ExperimentSpec, image_shape: tuple[int, int]) -> list[tuple[int, ...]]:
    """Output of each hidden layer: (units,), or (height, width, channels)."""
    if spec.is_stack:
        return [row.output for row in stack_rows(spec, image_shape, 10)[:-1]]
    height, width = image_shape
    shapes: list[tuple[int, ...]] = []
    for layer in spec.layers:
        if layer.kind == "dense":
            shapes.append((layer.units,))
            continue
        if layer.pooling != "none":
            height, width = height // 2, width // 2
        shapes.append((height, width, layer.units))
    return shapes


def threshold_of(spec: ExperimentSpec, index: int, units: int) -> float:
    """θ of one layer with ``units`` activities in all."""
    return spec.layers[index].threshold * (units if spec.ff.threshold_per_unit else 1)
