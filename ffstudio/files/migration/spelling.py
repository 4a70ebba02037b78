"""Names and values of single layers, from every Keras to Keras 3's.

Sources: the argument tables of Keras 1.2.2 and 2.0–2.15 (``legacy/interfaces.py`` and
``legacy/layers.py`` in Keras 2), and Keras 3's own documentation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ffstudio.core.describe.kinds import ACTIVATION_NAMES, KNOWN_LAYERS, check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.migration.eras import Era, Notes

NEVER = "ffstudio never runs code from a file."
UNKNOWN = "Only layers that ffstudio knows are built."

# Other names for the same layer.
TODAYS_CLASSES = {
    "Convolution1D": "Conv1D",
    "Convolution2D": "Conv2D",
    "Convolution3D": "Conv3D",
    "AtrousConvolution1D": "Conv1D",
    "AtrousConvolution2D": "Conv2D",
    "AtrousConv1D": "Conv1D",
    "AtrousConv2D": "Conv2D",
    "Deconvolution2D": "Conv2DTranspose",
    "Deconv2D": "Conv2DTranspose",
    "Convolution2DTranspose": "Conv2DTranspose",
    "SeparableConvolution1D": "SeparableConv1D",
    "SeparableConvolution2D": "SeparableConv2D",
    "DepthwiseConvolution2D": "DepthwiseConv2D",
    "CuDNNLSTM": "LSTM",
    "CuDNNGRU": "GRU",
    "BatchNormalizationV1": "BatchNormalization",
    "BatchNormalizationV2": "BatchNormalization",
    "SyncBatchNormalization": "BatchNormalization",
    "ThresholdedReLU": "ReLU",
    "Input": "InputLayer",
    "Addons>GroupNormalization": "GroupNormalization",
    # They hand on what they are given and add to the loss of training.
    "AddLoss": "Identity",
    "AddMetric": "Identity",
    # AutoKeras' own, which do no more than their names say.
    "Custom>CastToFloat32": "Identity",
    "Custom>ExpandLastDim": "ExpandLast",
}
for _n in (1, 2, 3):
    for _short, _long in (("Max", "Max"), ("Avg", "Average")):
        TODAYS_CLASSES[f"{_short}Pool{_n}D"] = f"{_long}Pooling{_n}D"
        TODAYS_CLASSES[f"Global{_short}Pool{_n}D"] = f"Global{_long}Pooling{_n}D"

# Pictures are changed at random while training only; this net looks at them as they are.
AUGMENTATION = {
    "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast",
    "RandomBrightness", "RandomHeight", "RandomWidth", "RandomShear",
    "RandomApply", "RandomColorDegeneration", "RandomColorJitter", "RandomElasticTransform",
    "RandomErasing", "RandomGaussianBlur", "RandomGrayscale", "RandomHue", "RandomInvert",
    "RandomPerspective", "RandomPosterization", "RandomSaturation", "RandomSharpness",
    "AugMix", "CutMix", "MixUp", "RandAugment", "Solarization",
}  # fmt: skip

# Keras 1's word → today's, whatever the layer.
_WORDS = {
    "nb_filter": "filters",
    "filter_length": "kernel_size",
    "border_mode": "padding",
    "subsample": "strides",
    "subsample_length": "strides",
    "bias": "use_bias",
    "dim_ordering": "data_format",
    "atrous_rate": "dilation_rate",
    "inner_activation": "recurrent_activation",
    "dropout_W": "dropout",
    "dropout_U": "recurrent_dropout",
    "pool_length": "pool_size",
    "stride": "strides",
    "W_regularizer": "kernel_regularizer",
    "b_regularizer": "bias_regularizer",
    "p": "rate",
    "sigma": "stddev",
}
_OWN_WORDS: dict[str, dict[str, str]] = {
    "Dense": {"output_dim": "units"},
    "SimpleRNN": {"output_dim": "units"},
    "LSTM": {"output_dim": "units"},
    "GRU": {"output_dim": "units"},
    "UpSampling1D": {"length": "size"},
    "LeakyReLU": {"alpha": "negative_slope"},
    "DepthwiseConv1D": {"depthwise_regularizer": "kernel_regularizer"},
    "DepthwiseConv2D": {"depthwise_regularizer": "kernel_regularizer"},
}

# What says nothing about a trained net, or is dealt with elsewhere.
_SILENT = {
    "name", "trainable", "dtype", "batch_input_shape", "batch_shape", "batch_size", "input_shape",
    "input_dtype", "input_dim", "input_length", "sparse", "ragged", "optional", "seed",
    "noise_shape", "implementation", "consume_less", "unroll", "stateful", "time_major",
    "zero_output_for_mask", "use_cudnn", "init", "inner_init", "forget_bias_init", "weights",
    "kernel_initializer", "bias_initializer", "recurrent_initializer", "depthwise_initializer",
    "pointwise_initializer", "beta_initializer", "gamma_initializer", "moving_mean_initializer",
    "moving_variance_initializer", "alpha_initializer", "embeddings_initializer", "beta_init",
    "gamma_init", "unit_forget_bias", "activity_regularizer", "fused", "renorm",
    "renorm_clipping", "renorm_momentum", "virtual_batch_size", "adjustment", "synchronized",
    "mode", "W_learning_rate_multiplier", "nb_row", "nb_col", "quantization_config", "quantize",
    "lora_rank", "lora_alpha", "autocast", "supports_masking", "dynamic", "ragged_input",
    "embeddings_regularizer", "embeddings_constraint", "mask_zero", "output_shape",
    "output_shape_type", "arguments", "mode_type", "concat_axis", "dot_axes", "node_indices",
    "tensor_indices", "layers", "input_spec", "reset_after", "return_state", "merge_mode",
    "layer", "backward_layer", "num_constants", "theta", "factor", "rms_scaling", "pad_to_aspect_ratio",
    "fill_mode", "fill_value", "antialias", "invert", "kernel_size_", "groups",
    "unconditional", "aggregation", "metric_name", "attention_axes", "query_shape", "key_shape",
    "value_shape", "softmax_robust_masking", "flash_attention", "fused_attention",
}  # fmt: skip

# What a layer computes otherwise with, so that it is not left out.
_OTHERWISE = {
    "Normalization": ("invert",),
    "LayerNormalization": ("rms_scaling",),
    "BatchNormalization": ("renorm",),
    "Resizing": ("pad_to_aspect_ratio", "antialias"),
}

_ACTIVATIONS = {
    "softmax_v2": "softmax",
    "log_softmax_v2": "log_softmax",
    "leaky_relu_v2": "leaky_relu",
    "swish": "silu",
    "hard_swish": "hard_silu",
    "relu_v2": "relu",
    "exp": "exponential",
    # As ffstudio itself saves Keras 1's and 2's, which Keras 3 no longer has.
    "ffstudio>hard_sigmoid_2": "hard_sigmoid_2",
}
_OURS = {f"ffstudio>LocallyConnected{n}D": f"LocallyConnected{n}D" for n in (1, 2)}
_MERGES = {
    "sum": "Add",
    "mul": "Multiply",
    "ave": "Average",
    "max": "Maximum",
    "concat": "Concatenate",
    "dot": "Dot",
}


def plain_json(value: Any, depth: int = 0) -> Any:
    """JSON's numbers and lists out of Keras' wrappers for arrays, tuples and shapes."""
    if depth > 6:
        return value
    if isinstance(value, dict):
        if value.get("type") == "ndarray":
            return plain_json(value.get("value"), depth + 1)
        name = value.get("class_name")
        if name in ("__tuple__", "TensorShape"):
            return plain_json(value.get("items"), depth + 1)
        inner = value.get("config")
        if name in ("__numpy__", "__tensor__") and isinstance(inner, dict):
            return plain_json(inner.get("value"), depth + 1)
    if isinstance(value, list) and len(value) < 5000:
        return [plain_json(v, depth + 1) for v in value]
    return value


def read_kind(entry: Mapping[str, Any]) -> str:
    """The kind of a layer's entry.

    Raises:
        ModelFileError: It carries code, or is not in the table.
    """
    given = entry.get("class_name")
    name = label(entry)
    if not isinstance(given, str):
        raise ModelFileError(
            tr("The file's model configuration is damaged."), tr("Get a fresh copy.")
        )
    if given == "Lambda" or given.endswith(">Lambda"):
        raise ModelFileError(
            tr("The layer {name} is a Lambda, which carries program code.", name=name), tr(NEVER)
        )
    if given.startswith(("Custom>", "Addons>")) and given in TODAYS_CLASSES:
        return TODAYS_CLASSES[given]
    module, registered = entry.get("module"), entry.get("registered_name")
    ours = _OURS.get(given) or _OURS.get(str(registered))
    if ours is not None:  # which Keras 3 no longer has, as ffstudio saves it
        return ours
    keras = ("keras", "tf_keras", "tensorflow")
    foreign = isinstance(module, str) and module.split(".")[0] not in keras
    if ">" in given or foreign or (isinstance(registered, str) and ">" in registered):
        raise ModelFileError(
            tr(
                "The layer {name} is of a class {given} that its author wrote.",
                name=name,
                given=given[:80],
            ),
            tr(NEVER),
        )
    if isinstance(module, str) and ".ops" in module:
        raise ModelFileError(
            tr("The layer {name} is the operation {given}.", name=name, given=given[:80]),
            tr(UNKNOWN),
        )
    kind = TODAYS_CLASSES.get(given, given)
    if (
        kind not in KNOWN_LAYERS
        and kind not in AUGMENTATION
        and kind not in ("Merge", "TimeDistributedDense", "RandomCrop")
    ):
        raise ModelFileError(
            tr(
                "The layer {name} is of the class {given}, which ffstudio does not know.",
                name=name,
                given=given[:80],
            ),
            tr(UNKNOWN),
        )
    return kind


def label(entry: Mapping[str, Any]) -> str:
    """The name of a layer's entry, for a reader."""
    config = entry.get("config")
    name = entry.get("name") or (config.get("name") if isinstance(config, dict) else None)
    return str(name or entry.get("class_name"))[:80]


_CELLS = {"SimpleRNNCell": "SimpleRNN", "LSTMCell": "LSTM", "GRUCell": "GRU"}


def _with_cell(entry: Mapping[str, Any], notes: Notes) -> Mapping[str, Any]:
    """``RNN`` around one of Keras' own cells is the layer of that cell's name."""
    config = entry.get("config")
    cell = config.get("cell") if isinstance(config, dict) else None
    inner = cell.get("config") if isinstance(cell, dict) else None
    if not isinstance(config, dict) or not isinstance(cell, dict) or not isinstance(inner, dict):
        return entry
    kind = _CELLS.get(str(cell.get("class_name")))
    if kind is None or ">" in str(cell.get("registered_name")):
        return entry
    notes.add(tr("RNN around a cell → the layer of that name"))
    own = {k: v for k, v in config.items() if k != "cell"}
    return {**entry, "class_name": kind, "config": {**inner, **own}}


def translate(entry: Mapping[str, Any], era: Era, notes: Notes) -> tuple[str, dict[str, Any]]:
    """Kind and settings of a layer.

    Raises:
        ModelFileError: It cannot be built here, with the reason.
    """
    if entry.get("class_name") == "RNN":
        entry = _with_cell(entry, notes)
    kind, name = read_kind(entry), label(entry)
    given = entry.get("config")
    if not isinstance(given, dict):
        raise ModelFileError(
            tr("The file's model configuration is damaged."), tr("Get a fresh copy.")
        )
    given = {k: plain_json(v) for k, v in given.items()}
    if kind in AUGMENTATION:
        notes.add(tr("{kind} changes images while training only; it is left out", kind=kind))
        return "Identity", {}
    if kind == "RandomCrop":
        # Keras 3.15 hands images on whole after training, though its documentation and the layers
        # that follow have the size.
        notes.add(
            tr(
                "RandomCrop cuts at random while training only; after it the largest window in the "
                "middle is brought to its size, as in Keras 2 and as Keras 3 documents it (3.15 hands "
                "images on whole)"
            )
        )
        kind, given = "Resizing", {**given, "crop_to_aspect_ratio": True}
    if kind == "Merge":
        return _merge(given, name, notes)
    if kind == "TimeDistributedDense":  # Dense itself works along the last axis
        kind = "Dense"
    settings = _rename_settings(kind, given, era, notes)
    _refuse_unusual(kind, settings, name)
    _special(kind, str(entry.get("class_name")), settings, era, notes, name)
    for key in ("activation", "recurrent_activation"):
        if key in settings and key in KNOWN_LAYERS[kind].settings:
            settings[key] = read_activation(settings[key], era, notes, name)
    for key in ("kernel_regularizer", "bias_regularizer"):
        if settings.get(key) is not None:
            settings[key] = _penalty(settings[key], notes)
    if settings.get("data_format") is None:
        settings.pop("data_format", None)
    known = KNOWN_LAYERS[kind].settings
    for key, value in settings.items():
        if key in known or key in _SILENT or value in (None, False, [], {}):
            continue
        if key.endswith(("_constraint", "_regularizer")):
            notes.add(tr("limits on weights while training (constraints) are left out"))
        else:
            notes.add(
                tr("the unknown setting {key} of {kind} is left out", key=key[:40], kind=kind)
            )
    return kind, check_settings(kind, settings, name)


def _rename_settings(kind: str, given: Mapping[str, Any], era: Era, notes: Notes) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    words = _OWN_WORDS.get(kind, {})
    old = False
    for key, value in given.items():
        word = words.get(key) or _WORDS.get(key, key)
        if key == "p" and "rate" in given:
            continue
        old |= key in _WORDS or (key == "output_dim" and word == "units")
        settings[word] = value
    if "nb_row" in given and "nb_col" in given:
        settings["kernel_size"] = [given["nb_row"], given["nb_col"]]
        old = True
    if "kernel_dim1" in given:
        settings["kernel_size"] = [given.get(f"kernel_dim{i}") for i in (1, 2, 3)]
        old = True
    if settings.get("data_format") in ("th", "tf", "default"):
        old = True
        name = {"th": "channels_first", "tf": "channels_last"}.get(settings["data_format"])
        settings["data_format"] = name
    if old:
        notes.add(
            tr("Keras 1's names of settings (nb_filter, border_mode, output_dim, …) → today's")
        )
    numbers = given.get("dtype")
    if isinstance(numbers, dict):
        if era.major < 3:  # in Keras 3 they are how formats are written
            notes.add(tr("number formats given as policies → float32"))
        config = numbers.get("config")
        numbers = config.get("name") if isinstance(config, dict) else None
    if numbers in ("float16", "mixed_float16", "bfloat16", "mixed_bfloat16"):
        notes.add(tr("numbers in {numbers} → float32", numbers=numbers))
    if "batch_input_shape" in given:
        notes.add(tr("batch_input_shape → an input layer's shape"))
    return settings


def _refuse_unusual(kind: str, settings: dict[str, Any], name: str) -> None:
    if settings.get("time_major"):
        raise ModelFileError(
            tr("The layer {name} takes time steps before images.", name=name), tr(UNKNOWN)
        )
    for key in _OTHERWISE.get(kind, ()):
        if settings.get(key):
            raise ModelFileError(
                tr(
                    "The layer {name} ({kind}) is set to {key}, which ffstudio does not know.",
                    name=name,
                    kind=kind,
                    key=key,
                ),
                tr(UNKNOWN),
            )
    if settings.get("return_state"):
        raise ModelFileError(
            tr("The layer {name} ({kind}) hands on its inner state.", name=name, kind=kind),
            tr(UNKNOWN),
        )
    if kind == "BatchNormalization" and settings.get("mode") not in (None, 0):
        raise ModelFileError(
            tr(
                "The layer {name} normalises in Keras 1's mode {settings}.",
                name=name,
                settings=settings["mode"],
            ),
            tr(UNKNOWN),
        )
    if kind == "MultiHeadAttention" and settings.get("attention_axes") not in (None, 1, [1]):
        raise ModelFileError(
            tr("The layer {name} looks along unusual axes.", name=name), tr(UNKNOWN)
        )
    if "Attention" in kind and any(
        settings.get(k) for k in ("causal", "use_gate", "sliding_window")
    ):
        raise ModelFileError(
            tr("The layer {name} ({kind}) looks at some steps only.", name=name, kind=kind),
            tr(UNKNOWN),
        )
    if kind.startswith("LocallyConnected") and settings.get("implementation") not in (None, 1):
        raise ModelFileError(
            tr(
                "The layer {name} ({kind}) keeps its kernels in an unusual way.",
                name=name,
                kind=kind,
            ),
            tr(UNKNOWN),
        )
    if kind.endswith("Conv2DTranspose") and settings.get("groups") not in (None, 1):
        raise ModelFileError(
            tr("The layer {name} ({kind}) works in groups.", name=name, kind=kind), tr(UNKNOWN)
        )


def _special(
    kind: str, given_class: str, settings: dict[str, Any], era: Era, notes: Notes, name: str
) -> None:
    """What a layer meant by default, or said in other words."""
    if kind in ("DepthwiseConv2D", "Conv2DTranspose") and "groups" in settings:
        notes.add(tr("the setting groups of {kind} is left out (it is 1)", kind=kind))
    if "time_major" in settings:
        notes.add(tr("the setting time_major is left out (it is false)"))
    if settings.get("stateful"):
        notes.add(tr("states are not kept from one image to the next (stateful)"))
    if kind == "GRU":
        # Keras 3's default came with tf.keras 2; Keras 2 without the setting had no such thing.
        settings.setdefault("reset_after", given_class == "CuDNNGRU" or era.major == 3)
        if given_class == "CuDNNGRU":
            settings["reset_after"] = True
    if given_class in ("CuDNNLSTM", "CuDNNGRU"):
        settings["activation"], settings["recurrent_activation"] = "tanh", "sigmoid"
        notes.add(
            tr("{given_class} (for graphics cards) → {kind}", given_class=given_class, kind=kind)
        )
    elif kind in ("LSTM", "GRU") and era.major < 3:
        settings.setdefault("recurrent_activation", "hard_sigmoid")
    if given_class == "ThresholdedReLU":
        settings["threshold"] = settings.get("theta", 1.0)
        notes.add(tr("ThresholdedReLU → ReLU with a threshold"))
    if kind == "LeakyReLU" and settings.get("negative_slope") is None:
        settings.pop("negative_slope", None)
    if given_class.startswith("Custom>"):
        notes.add(tr("{given_class} is taken for the layer of AutoKeras", given_class=given_class))
    if kind == "AutoContrast":  # it always works along the first two axes
        settings.pop("data_format", None)
    if kind == "ReLU":
        for key in ("negative_slope", "threshold"):
            if settings.get(key) is None:
                settings.pop(key, None)
    if kind == "Conv2DTranspose" and "output_shape" in settings:  # Keras 1 spelt it out
        settings.pop("output_shape")
    if kind.startswith(("Max", "Average")) and "Pooling" in kind and settings.get("ignore_border"):
        settings.pop("ignore_border")
    if kind == "Softmax" and isinstance(settings.get("axis"), list) and len(settings["axis"]) == 1:
        settings["axis"] = settings["axis"][0]
    if kind == "BatchNormalization" and isinstance(settings.get("axis"), list):
        notes.add(tr("the axis of batch normalisation as a list → a number"))


def read_activation(given: Any, era: Era, notes: Notes, name: str) -> Any:
    """An activation: text, a serialised function, or a serialised layer.

    Raises:
        ModelFileError: It is code, or unknown.
    """
    if isinstance(given, dict):
        kind, config = given.get("class_name"), given.get("config")
        registered = given.get("registered_name")
        if kind in ("__lambda__", "Lambda"):
            raise ModelFileError(
                tr("The activation of {name} is program code.", name=name), tr(NEVER)
            )
        if kind == "function" and registered in (None, "function", config):
            given = config
        elif kind == "Activation" and isinstance(config, dict):
            return read_activation(config.get("activation"), era, notes, name)
        elif isinstance(kind, str) and TODAYS_CLASSES.get(kind, kind) in (
            "ReLU",
            "LeakyReLU",
            "ELU",
            "Softmax",
        ):
            function, settings = translate(given, era, notes)
            return {"kind": function, "settings": settings}
        else:
            given = registered or kind
    # Our own engine registers two functions under our name.
    function = "linear" if given is None else str(given).removeprefix("ffstudio>")
    function = _ACTIVATIONS.get(function, function)
    if function == "<lambda>":
        raise ModelFileError(tr("The activation of {name} is program code.", name=name), tr(NEVER))
    if function == "hard_sigmoid" and era.major < 3:
        notes.add(tr("hard_sigmoid as Keras 1 and 2 computed it is kept"))
        return "hard_sigmoid_2"
    if function not in ACTIVATION_NAMES:
        raise ModelFileError(
            tr(
                "The layer {name} uses the activation {function}, which ffstudio does not know.",
                name=name,
                function=function[:60],
            ),
            tr(UNKNOWN),
        )
    return function


def _penalty(given: Any, notes: Notes) -> dict[str, float] | None:
    """L1 and L2 out of Keras 1's, 2's and 3's spellings; others are left out."""
    if isinstance(given, str):
        given = {"class_name": given.upper(), "config": {given.lower(): 0.01}}
    if isinstance(given, dict):
        config = given.get("config", given)
        name = str(given.get("class_name") or given.get("name"))
        if isinstance(config, dict) and name.split(">")[-1] in (
            "L1", "L2", "L1L2", "WeightRegularizer", "L1L2Regularizer",
        ):  # fmt: skip
            penalty = {}
            for key in ("l1", "l2"):
                value = plain_json(config.get(key))
                real = isinstance(value, (int, float)) and not isinstance(value, bool)
                penalty[key] = float(value) if real else 0.0
            return penalty
    notes.add(tr("a penalty on weights that ffstudio does not know is left out"))
    return None


def _merge(given: dict[str, Any], name: str, notes: Notes) -> tuple[str, dict[str, Any]]:
    """Keras 1's Merge layer."""
    mode = given.get("mode")
    if given.get("mode_type") in ("lambda", "function") or not isinstance(mode, str):
        raise ModelFileError(tr("The layer {name} merges by program code.", name=name), tr(NEVER))
    if mode not in _MERGES:
        raise ModelFileError(
            tr("The layer {name} merges by {mode}.", name=name, mode=mode[:40]), tr(UNKNOWN)
        )
    notes.add(tr("Keras 1's Merge → Add, Concatenate, …"))
    kind = _MERGES[mode]
    if kind == "Concatenate":
        return kind, check_settings(kind, {"axis": given.get("concat_axis", -1)}, name)
    if kind == "Dot":
        return kind, check_settings(kind, {"axes": given.get("dot_axes", -1)}, name)
    return kind, {}
