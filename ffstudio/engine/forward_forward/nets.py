"""The Forward-Forward nets as Keras models: one class, and a name for each kind that ships.

What they compute is in :mod:`ffstudio.core.forward_forward`, kind by kind.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import replace
from typing import Any

import keras
import numpy as np
from keras import ops

from ffstudio.core.experiment.sizes import layer_shapes, threshold_of
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import KINDS, LocalNet, NetSettings
from ffstudio.core.image_shape import ImageShape, count_numbers, read_shape, with_channels
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.mathematics import GOODNESS
from ffstudio.core.mathematics.layer_choice import check_layers
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.engine.forward_forward.ff_layers import LAYER_CLASSES, FFConv2D, FFLayer, FFLocal2D
from ffstudio.engine.forward_forward.keras_arguments import (
    as_it_is,
    check_fit,
    check_layer_configs,
    check_settings,
    check_sizes,
    is_asked,
    name_policy,
    usual_threshold,
)
from ffstudio.engine.forward_forward.keras_data import Intake, images_of
from ffstudio.engine.forward_forward.keras_fit import LocalLearning
from ffstudio.engine.training.starting import (
    initial_comparison,
    initial_fields,
    initial_kernel,
    initial_projection,
    initial_shortcut,
)


@keras.saving.register_keras_serializable("ffstudio")
class ForwardForwardNet(LocalLearning):
    """Images in, a score of every label out: (batch, pixels) → (batch, classes).

    The predicted label is the one with the largest output.

    Args:
        num_inputs: Pixels of an image.
        num_classes: Number of labels.
        layers: Arguments of each layer, first layer first (goodness is by default what suits the
            net), and its ``kind``: ``dense``
            (:class:`ffstudio.engine.forward_forward.ff_layers.FFDense`, also when left out) or
            ``conv`` (:class:`ffstudio.engine.forward_forward.ff_layers.FFConv2D`) or ``local``
            (:class:`ffstudio.engine.forward_forward.ff_layers.FFLocal2D`). A layer without a
            ``threshold`` has the one that suits its goodness, per activity where that is a sum.
        supervision: Its kind, a name of :data:`ffstudio.core.forward_forward.KINDS`; by
            default that of the class.
        image_shape: (height, width), of colour pictures (height, width, 3); a grey square by default.
        label_embedding: ``replace`` (first pixels become the label) or ``append`` (label
            units, or label planes before a convolution).
        label_amplitude: ``one`` or ``maximum`` (of the image).
        label_scale: Factor on the label amplitude.
        label_repeats: Copies of the one-hot label.
        votes: Which layers' goodness is summed: ``all``, ``last``, a layer (``3``), a range
            (``2-4``, ``2-``), or a weight for each layer (``0, 1, 0.5``).
        first_voting_layer: The same in older files: goodness is summed from this layer on.
        read_out: Also have a linear softmax on the normalised activities.
        read_layers: Which layers it sees: ``all``, ``last``, ``2-``, ``2-3``, or 0 and 1 for each
            layer with commas between them.
        read_out_trainable: False where the read-out is frozen from the beginning.
        frames: Updates per image (:class:`RecurrentForwardForward` only).
        learnt_by: What :meth:`compile` takes where it is not told otherwise; files know it.

    What has no effect on this kind of net is warned of.

    Raises:
        ValueError: An argument is none of those, or does not fit this kind of net.
    """

    supervision = "labels"

    def __init__(
        self,
        num_inputs: int,
        num_classes: int,
        layers: list[dict[str, Any]],
        image_shape: ImageShape | None = None,
        label_embedding: str = "replace",
        label_amplitude: str = "one",
        label_scale: float = 1.0,
        label_repeats: int = 1,
        votes: str = "all",
        read_out: bool = False,
        frames: int = 8,
        read_layers: str = "2-",
        read_out_trainable: bool = True,
        supervision: str | None = None,
        learnt_by: dict[str, Any] | None = None,
        first_voting_layer: int | None = None,
        name: str = "forward_forward",
        **kwargs: Any,
    ) -> None:
        super().__init__(name=name, dtype=_only_float32(kwargs.pop("dtype", None)), **kwargs)
        for argument, value, known in (
            ("label_embedding", label_embedding, ("replace", "append")),
            ("supervision", supervision or self.supervision, tuple(KINDS)),
        ):
            if value not in known:
                raise ValueError(
                    f"Invalid value for argument `{argument}`. Expected one of {list(known)}. "
                    f"Received: {value!r}"
                )
        if first_voting_layer is not None:
            votes = f"{first_voting_layer}-"
        if supervision is not None:
            self.supervision = supervision
        settings: dict[str, Any] = {
            "label_embedding": label_embedding,
            "label_amplitude": label_amplitude,
            "label_scale": label_scale,
            "label_repeats": label_repeats,
            "votes": votes,
            "frames": frames,
            "read_layers": read_layers,
        }
        if is_asked():
            check_sizes(num_inputs, num_classes)
            check_layer_configs(layers)
            check_settings(settings)
        if not layers:
            raise ValueError("Argument `layers` must describe at least one layer.")
        if is_asked():
            # They are filled in below, and stay as they were for whom they belong to.
            layers = [dict(config) for config in layers]
        self._learnt_by = dict(learnt_by or {})
        self.num_inputs = num_inputs
        self.num_classes = num_classes
        self.layer_configs = layers
        size = image_shape or _square(num_inputs, layers)
        try:
            self.image_shape = read_shape([int(n) for n in size])
        except TypeError:
            raise ValueError(
                "Argument `image_shape` must be (height, width), of colour pictures (height, width, "
                f"3). Received: {image_shape!r}"
            ) from None
        except ValueError as error:
            raise ValueError(f"Argument `image_shape`: {error}.") from None
        if count_numbers(self.image_shape) != num_inputs:
            raise ValueError(
                f"Images of shape {self.image_shape} are {count_numbers(self.image_shape)} numbers "
                f"each. Received: num_inputs={num_inputs}"
            )
        self.settings = NetSettings(
            num_inputs,
            num_classes,
            self.image_shape,
            label_embedding=label_embedding,
            label_amplitude=label_amplitude,
            label_scale=float(label_scale),
            label_repeats=int(label_repeats),
            votes=votes,
            frames=int(frames),
            read_layers=read_layers,
        )
        self.ff_layers = [self._layer(i, config) for i, config in enumerate(layers)]
        if is_asked():
            kept = {**settings, "read_out": bool(read_out)}
            sizes = self.image_shape, num_classes
            check_fit(self.kind, type(self).__name__, sizes, layers, kept)
        self._build_layers()
        self.read_out: Any = None
        if read_out or self.kind.needs_read_out:
            self.read_out = keras.layers.Dense(
                num_classes, kernel_initializer="zeros", name="read_out", dtype="float32"
            )
            try:
                if is_asked():
                    check_layers(read_layers, len(self.ff_layers), weighted=False)
                read = self.settings.layers_read(len(self.ff_layers))
            except ValueError as error:
                raise ValueError(f"Argument `read_layers` {error}.") from None
            self.read_out.build((None, sum(self.ff_layers[i].output_size for i in read)))
            self.read_out.trainable = read_out_trainable
        self.net: LocalNet = self.kind(self.settings, self.ff_layers, self.read_out, ops)
        self.set_votes(votes)
        # Numbers in a row have no shape to go by; dense layers do not look at one.
        sees_places = isinstance(self.ff_layers[0], FFConv2D)
        is_row = self.image_shape[0] == 1 and not sees_places
        self._intake = Intake(
            num_inputs,
            num_classes,
            None if is_row else self.image_shape,
            without_labels=self.kind.needs_read_out,
        )
        self.build((None, num_inputs))

    @property
    def kind(self) -> type[LocalNet]:
        """What tells positive from negative data in it."""
        return KINDS[self.supervision]

    def _layer(self, index: int, config: dict[str, Any]) -> FFLayer:
        usual = self.kind.usual_goodness
        config = {"goodness": usual, **config, "dtype": "float32"}
        kind, trainable = config.pop("kind", "dense"), config.pop("trainable", True)
        if kind not in LAYER_CLASSES:
            raise ValueError(
                f"Invalid value for `kind` of a layer. Expected one of {list(LAYER_CLASSES)}. "
                f"Received: {kind!r}"
            )
        goodness = GOODNESS.get(config["goodness"])
        if goodness is not None:  # the layer refuses unknown ones
            if not self.kind.takes_goodness(goodness):
                fitting = [name for name, g in GOODNESS.items() if self.kind.takes_goodness(g)]
                raise ValueError(
                    f"{type(self).__name__} cannot learn by goodness {config['goodness']!r}. "
                    f"Expected one of {fitting}."
                )
            if config.get("comparison") == "linear" and self.kind.has_negatives:
                raise ValueError(
                    f"Layers of {type(self).__name__} compare no images: `comparison` is for nets "
                    "whose layers score every class."
                )
            if goodness.scores_classes:
                config["num_classes"] = self.num_classes
            if goodness.by_class:
                config["classes_below"] = self.num_classes if index else 1
        layer: FFLayer = LAYER_CLASSES[kind](**{"name": f"ff_{kind}_{index + 1}", **config})
        layer.trainable = trainable
        layer.sees_image = index == 0
        return layer

    def _build_layers(self) -> None:
        widths = [layer.units for layer in self.ff_layers]
        shape: tuple[int, ...] = (self.num_inputs,)
        if isinstance(self.ff_layers[0], FFConv2D):
            shape = with_channels(self.image_shape)
        seen: list[tuple[int, ...]] = []
        for i, layer in enumerate(self.ff_layers):
            if self.kind.needs_dense and isinstance(layer, FFConv2D):
                raise ValueError("Top-down connections need dense layers.")
            if self.kind.no_batch_norm and layer.batch_norm:
                raise ValueError(
                    f"{type(self).__name__} has no batch normalisation: {self.kind.no_batch_norm}."
                )
            if layer.skip and self.kind.no_shortcuts:
                raise ValueError(
                    f"{type(self).__name__} has no shortcuts: {self.kind.no_shortcuts}."
                )
            if layer.skip > i:
                raise ValueError(
                    f"Layer {i + 1} has {i} layers below, so its `skip` is {i} at most. "
                    f"Received: {layer.skip}"
                )
            extra = self.kind.extra_inputs(i, widths, self.settings)
            seen.append(shape if isinstance(layer, FFConv2D) else (math.prod(shape),))
            if layer.skip:
                layer.block = seen[i + 1 - layer.skip]
            below = (*shape[:-1], shape[-1] + extra)
            if (
                is_asked()
                and "threshold" not in self.layer_configs[i]
                and not self.kind.no_threshold
            ):
                size = math.prod(layer.shape_after(below))
                layer.initial_threshold = usual_threshold(layer.goodness_name, size)
                self.layer_configs[i]["threshold"] = layer.initial_threshold
            layer.build((None, *below))
            shape = layer.shape_after(shape)

    def build(self, input_shape: Any) -> None:
        """Nothing is left to build: the layers are, from ``num_inputs``."""
        self.built = True

    # --- scores -----------------------------------------------------------------------

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        scores = self.net.label_goodness(self._images(inputs))
        return count_votes(scores, self.net.votes, ops)

    def _images(self, x: Any) -> Any:
        return images_of(x, self.num_inputs, self._intake.image_shape)

    def set_votes(self, votes: str) -> None:
        """Chooses which layers' goodness predictions sum, as ``votes`` at the beginning.

        Raises:
            ValueError: It is no choice of layers.
        """
        check_settings({"votes": votes})
        try:
            check_layers(votes, len(self.ff_layers))
        except ValueError as error:
            raise ValueError(f"Argument `votes` {error}.") from None
        self.settings = replace(self.settings, votes=votes)
        self.net.settings = self.settings
        # What Keras has compiled for predictions sums as before; a training step looks each time.
        self.predict_function = self.test_function = None

    def goodness(self, x: Any, batch_size: int = 1000) -> Any:
        """The score of every label in every layer, as NumPy: (n, layers, classes).

        Args:
            x: Images (n, pixels) or (n, height, width), floats in 0–1 or bytes.
            batch_size: Images at a time.

        Raises:
            ValueError: They are no array of this net's images.
        """
        x = np.asarray(self._intake.rows(x))
        pieces = [
            ops.convert_to_numpy(self.net.label_goodness(self._images(x[i : i + batch_size])))
            for i in range(0, len(x), batch_size)
        ]
        empty = np.zeros((0, len(self.ff_layers), self.num_classes), np.float32)
        return np.concatenate(pieces) if pieces else empty

    def read_out_logits(self, x: Any) -> Any:
        """The read-out's softmax input from one pass without a label: (batch, classes).

        Raises:
            ValueError: The net has no read-out, or the images are none of this net's.
        """
        if self.read_out is None:
            raise ValueError("This net has no read-out: build it with read_out=True.")
        return self.net.read_out_logits(self._images(self._intake.rows(x)))

    # --- saving -------------------------------------------------------------------------

    def export(self, *args: Any, **kwargs: Any) -> Any:
        """As ``keras.Model.export``."""
        # Keras exports what it has seen called, and neither fit nor loading calls the net.
        self(np.zeros((1, self.num_inputs), np.float32))
        return super().export(*args, **kwargs)

    def compute_output_shape(self, input_shape: Any) -> tuple[Any, int]:
        return input_shape[0], self.num_classes

    def describe_settings(self) -> dict[str, Any]:
        """Those arguments of the constructor that an experiment has too."""
        settings = self.settings
        names = ("label_embedding", "label_amplitude", "label_scale", "label_repeats", "votes")
        told = {name: getattr(settings, name) for name in (*names, "frames", "read_layers")}
        return {**told, "read_out": self.read_out is not None}

    def get_config(self) -> dict[str, Any]:
        config = {
            "num_inputs": self.num_inputs,
            "num_classes": self.num_classes,
            "layers": [
                dict(config) if layer.trainable else {**config, "trainable": False}
                for config, layer in zip(self.layer_configs, self.ff_layers, strict=True)
            ],
            "image_shape": list(self.image_shape),
            **self.describe_settings(),
            "name": self.name,
        }
        if not self.trainable:
            config["trainable"] = False
        if self.read_out is not None and not self.read_out.trainable:
            config["read_out_trainable"] = False
        if self._learnt_by:
            config["learnt_by"] = dict(self._learnt_by)
        if self.supervision != type(self).supervision:
            config["supervision"] = self.supervision
        return config

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> Any:
        with as_it_is():
            return cls(**config)


def _only_float32(dtype: Any) -> str:
    """The one dtype of these nets.

    Raises:
        ValueError: Another one was asked for.
    """
    if keras.config.floatx() != "float32":
        raise ValueError(
            "Forward-Forward nets compute in float32: call keras.config.set_floatx('float32') "
            f"first. It is {keras.config.floatx()!r} now."
        )
    asked = keras.config.dtype_policy() if dtype is None else dtype
    name = name_policy(asked)
    if name == "float32":
        return name
    if dtype is not None:
        raise ValueError(
            "Forward-Forward nets compute in float32: goodness is a difference of small sums of "
            f"squares, which float16 does not resolve. Received: dtype={name!r}"
        )
    warnings.warn(
        f"This Forward-Forward net computes in float32, not by the policy {name!r}: goodness is a "
        "difference of small sums of squares, which float16 does not resolve.",
        stacklevel=4,
    )
    return "float32"


def _square(num_inputs: int, layers: list[dict[str, Any]]) -> tuple[int, int]:
    side = math.isqrt(num_inputs)
    if side * side == num_inputs:
        return side, side
    if any(config.get("kind") in ("conv", "local") for config in layers):
        raise ValueError(
            f"Convolutions need `image_shape`: {num_inputs} numbers are not a square grey image. Of "
            "colour pictures it is (height, width, 3)."
        )
    return 1, num_inputs


@keras.saving.register_keras_serializable("ffstudio")
class ForwardForward(ForwardForwardNet):
    """The label is a part of the input: :class:`ffstudio.core.forward_forward.labels.LabelNet`."""


@keras.saving.register_keras_serializable("ffstudio")
class ClassForwardForward(ForwardForwardNet):
    """Classes own units: :class:`ffstudio.core.forward_forward.classes.ClassNet`."""

    supervision = "classes"


@keras.saving.register_keras_serializable("ffstudio")
class ProjectedForwardForward(ForwardForwardNet):
    """A matrix per layer: :class:`ffstudio.core.forward_forward.projections.ProjectedNet`."""

    supervision = "projections"


@keras.saving.register_keras_serializable("ffstudio")
class PrototypeForwardForward(ForwardForwardNet):
    """A prototype a class: :class:`ffstudio.core.forward_forward.prototypes.PrototypeNet`."""

    supervision = "prototypes"


@keras.saving.register_keras_serializable("ffstudio")
class UnsupervisedForwardForward(ForwardForwardNet):
    """Images against hybrids: :class:`ffstudio.core.forward_forward.hybrids.HybridNet`."""

    supervision = "images"


@keras.saving.register_keras_serializable("ffstudio")
class SelfContrastiveForwardForward(ForwardForwardNet):
    """Images beside themselves and others:
    :class:`ffstudio.core.forward_forward.self_contrast.SelfContrastNet`."""

    supervision = "pairs"


@keras.saving.register_keras_serializable("ffstudio")
class RecurrentForwardForward(ForwardForwardNet):
    """The label on top: :class:`ffstudio.core.forward_forward.frames.FrameNet`."""

    supervision = "frames"


# Names under which files know the kinds that ship; others are plain ForwardForwardNets.
_NAMED: dict[str, type[ForwardForwardNet]] = {
    net.supervision: net
    for net in (
        ForwardForward,
        ClassForwardForward,
        ProjectedForwardForward,
        PrototypeForwardForward,
        UnsupervisedForwardForward,
        SelfContrastiveForwardForward,
        RecurrentForwardForward,
    )
}


# Keras' older files (`.h5`) name a class without its package.
_KNOWN: list[type[ForwardForwardNet]] = [ForwardForwardNet, *_NAMED.values()]
for _net in _KNOWN:
    keras.saving.get_custom_objects().setdefault(_net.__name__, _net)


def layer_kernel(layer: FFLayer, seed: int, index: int) -> Any:
    """A layer's first kernel, of an experiment's seed; its twin begins with the same."""
    shape = tuple(int(n) for n in layer.kernel.shape)
    if isinstance(layer, FFLocal2D):
        return initial_fields(seed, index, (shape[0], shape[1] * shape[2], shape[3])).reshape(shape)
    return initial_kernel(seed, index, shape)


def forward_forward_model(spec: ExperimentSpec, shape: DataShape) -> ForwardForwardNet:
    """A new Forward-Forward net with the initial weights that ``spec.seed`` decides."""
    ff = spec.ff
    layers = []
    sizes = layer_shapes(spec, shape.image_shape)
    for i, (layer, size) in enumerate(zip(spec.layers, sizes, strict=True)):
        config = {
            "kind": layer.kind,
            "units": layer.units,
            "activation": layer.activation,
            "normalisation": ff.normalisation,
            "goodness": ff.goodness,
            "threshold": threshold_of(spec, i, math.prod(size)),
        }
        if ff.maps_to_compare:
            config["comparison"] = "linear"
        if layer.kind == "local":
            config |= {"kernel_size": layer.kernel_size, "stride": layer.stride}
        if layer.batch_norm:
            config["batch_norm"] = True
        if layer.block:
            config["skip"] = layer.block
        if layer.kind == "conv":
            config |= {"kernel_size": layer.kernel_size, "pooling": layer.pooling}
            config |= {"stride": layer.stride, "padding": layer.padding, "groups": layer.groups}
        layers.append(config)
    net = _NAMED.get(ff.supervision, ForwardForwardNet)
    with as_it_is():  # the experiment has been checked, and its window says what has no effect
        model = net(
            shape.num_inputs,
            shape.num_classes,
            layers,
            image_shape=shape.image_shape,
            label_embedding=ff.label_embedding,
            label_amplitude=ff.label_amplitude,
            label_scale=ff.label_scale,
            label_repeats=ff.label_repeats,
            votes=ff.votes,
            read_out=ff.has_read_out,
            frames=ff.frames,
            read_layers=ff.read_layers,
            supervision=ff.supervision,
        )
    for i, made in enumerate(model.ff_layers):
        made.kernel.assign(layer_kernel(made, spec.seed, i))
        if made.projection is not None:
            how = GOODNESS[ff.goodness].projection
            made.projection.assign(initial_projection(spec.seed, i, made.projection.shape, how))
        if made.shortcut is not None:
            made.shortcut.assign(initial_shortcut(spec.seed, i, made.shortcut.shape))
        if made.comparison is not None:
            made.comparison.assign(initial_comparison(spec.seed, i, made.comparison.shape))
    return model
