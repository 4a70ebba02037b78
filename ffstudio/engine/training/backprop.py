"""Training by backpropagation: the twin, other nets of the builder, and strangers' nets alike.

Every backprop net is an architecture; the twin is the one whose layers Forward-Forward can
train too, and shares with it its initial weights, its mini-batches and its dropped units.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.describe.network import Network
from ffstudio.core.errors import TrainingError
from ffstudio.core.experiment.layer_kinds.kind import dropout_name
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import OUTPUT
from ffstudio.core.forward import Weights
from ffstudio.core.images.data import Samples
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.judge import Judgement, judge_logits, judge_shares
from ffstudio.core.look.named_weights import bp_snapshot, network_of, weight_slots
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.run.status import RunPhase
from ffstudio.core.words import tr
from ffstudio.engine.strangers.build import build
from ffstudio.engine.training.compiler import may_use_xla
from ffstudio.engine.training.optimizers import forget, make_optimizer
from ffstudio.engine.training.starting import starting_weights
from ffstudio.engine.training.trainer import State, Trainer, dropout_masks

# Numbers a batch may hold while a net is judged: 256 MiB as float32.
_MOST_VALUES = 2**26

# XLA fuses dense layers well; convolutions are faster outside it, and random numbers that
# Keras draws are others, and slow, inside.
_FUSED = {"InputLayer", "Dense", "Flatten", "Reshape", "Activation", "Add"}


class BackpropTrainer(Trainer):
    """Trains a classifier of any architecture on cross-entropy, one optimizer for all of it.

    Args:
        weights: Where it starts, per path of a layer; drawn with the seed by default.

    Raises:
        ModelFileError: Keras cannot build the net.
    """

    name = "bp"

    def __init__(
        self, spec: ExperimentSpec, shape: DataShape, weights: Weights | None = None
    ) -> None:
        super().__init__(spec, 1)
        self.network = network_of(spec, shape)
        self._given = starting_weights(spec, self.network) if weights is None else weights
        self.model = build(self.network.architecture, self._given)
        self._slots = weight_slots(self.network)
        self._variables = variables_of(self.model, self.network.architecture)
        self._look = NetworkSnapshot(self.network, {}, shape.image_shape)
        # A twin's units are dropped by the masks that the seed and the step decide, as those of
        # its Forward-Forward net; other nets' by Keras' own generators.
        self._dropped = {} if spec.is_network else _dropouts(spec)
        self._generators = [] if self._dropped else _seed_generators(self.model, spec.seed)
        kinds = {layer.kind for layer in self.network.architecture.layers}
        random_kinds = {"Dropout"} if self._dropped else set()
        self.uses_xla = may_use_xla() and kinds <= _FUSED | random_kinds
        optimizer = make_optimizer(spec.bp.optimizer, spec.bp.learning_rate)
        optimizer.build(self.model.trainable_variables)
        self._learnable = {v.path for v in self.model.trainable_variables}
        self.optimizers = [optimizer]
        self._rates = [spec.bp.learning_rate]
        self._part, self._finish, self._are_logits = logits_of(self.model)
        self._train: dict[tuple[int, ...], Any] = {}
        self._groups = [] if spec.network is not None else self._group_layers()
        self._learnt_steps = np.zeros(len(self._groups))
        self._judge: Any = None
        widest = max(
            (np.prod([n or 1 for n in size]) for size in self.network.flow.shapes.values()),
            default=1,
        )
        self._rows = max(1, min(1000, int(_MOST_VALUES // widest)))

    @property
    def steps_per_epoch(self) -> int:
        return self.training_data().batches_per_epoch

    def take_preprocessing(self, network: Network) -> None:
        """Hands the images over as ``network`` says from now on."""
        self.network = network
        self._look = NetworkSnapshot(network, {}, self._look.image_shape)

    # --- state --------------------------------------------------------------------------

    def snapshot(self, shape: DataShape) -> NetworkSnapshot:
        return bp_snapshot(self.weights(), self.network, shape)

    def weight_variables(self) -> dict[str, keras.Variable]:
        named = {
            name: self._variables[path][part]
            for name, path, part in self._parts()
            if path in self._variables
        }
        for i, state in enumerate(self._generators):
            named[f"generator_{i}"] = state
        return named

    def _parts(self) -> list[tuple[str, str, int]]:
        """(name in a training state, path of the layer, which of its arrays)."""
        counts: dict[str, int] = {}
        parts = []
        for name, path, _ in self._slots:
            counts[path] = part = counts.get(path, -1) + 1
            parts.append((name, path, part))
        return parts

    def weights(self) -> State:
        """All weights by name, as copies; with those that Keras keeps as constants."""
        learnt = super().weights()
        kept = {name: value for name, value in learnt.items() if name.startswith("layer_")}
        return {**self._constants(), **kept}

    def state(self) -> State:
        return {**self._constants(), **super().state()}

    def _constants(self) -> State:
        """Means and variances of Normalization layers."""
        return {
            name: np.asarray(self._given[path][part], np.float32)
            for name, path, part in self._parts()
            if path not in self._variables
        }

    # --- layers of the builder ------------------------------------------------------------

    def _group_layers(self) -> list[list[Any]]:
        """Per layer of the builder, the output last, the Keras layers it is made of."""
        names = [f"{layer.kind}_{i + 1}" for i, layer in enumerate(self.spec.layers)]
        return [
            [layer for layer in self.model.layers if re.fullmatch(rf"{name}(_.*)?", layer.name)]
            for name in [*names, OUTPUT]
        ]

    @property
    def frozen(self) -> tuple[int, ...]:
        if self.spec.network is not None:
            return ()
        learn = [layer.bp_learns for layer in self.spec.layers] + [self.spec.bp.output_learns]
        return tuple(i for i, learns in enumerate(learn) if not learns)

    def list_layers(self) -> list[list[keras.Variable]]:
        return [
            [v for layer in group for v in layer.weights if v.path in self._learnable]
            for group in self._groups
        ]

    def begin_anew(self, index: int, seed: int) -> None:
        spec = self.spec.replace(seed=seed, weights=None)
        drawn = starting_weights(spec, self.network)
        group = self._groups[index] if index < len(self._groups) else []
        names = {layer.name for layer in group}
        changed = []
        for path, variables in self._variables.items():
            if path.split("/")[0] in names:
                for variable, value in zip(variables, drawn[path], strict=True):
                    variable.assign(value)
                changed += [v for v in variables if v.path in self._learnable]
        if not changed:
            raise TrainingError(
                tr("Layer {index} has no weights.", index=index + 1), tr("Choose another layer.")
            )
        forget(self.optimizers[0], changed)
        self._note_new_start(index)

    # --- one step -----------------------------------------------------------------------

    def _prepare(self, x: Any) -> Any:
        """Images (batch, pixels) as the net wants them, as far as that is done outside of it."""
        if self.network.preprocessing is None:
            return x
        return tf.constant(self._look.prepare(np.asarray(x)))

    def _scores(self, x: tf.Tensor, training: bool, masks: dict[str, tf.Tensor]) -> tf.Tensor:
        """Outputs (batch, classes), before a last softmax."""
        shape = self._look.input_shape
        if self.network.preprocessing is None and len(shape) > 1:
            x = tf.reshape(x, (-1, *shape))
        if not masks:
            h = self._part(x, training=training)
        else:
            h = self._pass_masked(x, training, masks)
        return tf.reshape(self._finish(h), (tf.shape(x)[0], -1))

    def _pass_masked(self, x: tf.Tensor, training: bool, masks: dict[str, tf.Tensor]) -> tf.Tensor:
        """What the last of :attr:`_part` puts out, units dropped by masks."""
        made = {layer.name: layer for layer in self._part.layers}
        told = {self.network.architecture.inputs[0].layer: x}
        h = x
        for layer in self.network.architecture.layers:  # the builder's: each behind what feeds it
            if layer.kind == "InputLayer" or layer.name not in made:
                continue
            fed = [told[port.layer] for port in layer.calls[0]]
            mask = masks.get(layer.name)
            given = fed[0] if len(fed) == 1 else fed
            h = made[layer.name](given, training=training) if mask is None else given * mask
            told[layer.name] = h
        return h

    def _step(
        self, x: tf.Tensor, y: tf.Tensor, masks: dict[str, tf.Tensor], rates: tf.Tensor
    ) -> tf.Tensor:
        smoothing = self.spec.bp.label_smoothing
        classes = self.network.num_outputs or 1
        target = tf.one_hot(y, classes) * (1.0 - smoothing) + smoothing / classes
        variables = self.model.trainable_variables
        with tf.GradientTape() as tape:
            scores = self._scores(x, True, masks)
            loss = tf.reduce_mean(cross_entropy(target, scores, self._are_logits))
            for penalty in self.model.losses:
                loss += penalty
        gradients = tape.gradient(loss, [v.value for v in variables])
        self.optimizers[0].learning_rate.assign(rates[0])
        if variables:
            self.optimizers[0].apply(gradients, variables)
        return loss

    def _make_step(self, frozen: tuple[int, ...]) -> Any:
        """A training step in which some layers do not learn; traced when it is first called."""

        def step(x: Any, y: Any, masks: dict[str, Any], rates: Any) -> Any:
            # A layer that Keras knows as not trainable also keeps its running means.
            for i, group in enumerate(self._groups):
                for layer in group:
                    layer.trainable = i not in frozen
            return self._step(x, y, masks, rates)

        return tf.function(step, jit_compile=self.uses_xla, autograph=False)

    def train_step(self, gain: float, progress: float) -> tuple[tuple[float, ...], int | None, int]:
        data = self.training_data()
        x, y = data.batch(*self.place)
        masks = {}
        if self._dropped:
            drawn = dropout_masks(self.spec, self.step, data.batch_size)
            masks = {name: drawn[index] for name, index in self._dropped.items()}
        frozen = self.frozen
        first = frozen not in self._train
        if first:
            self._train[frozen] = self._make_step(frozen)
        step = self._train[frozen]
        with self._compiling() if first else contextlib.nullcontext():
            loss = float(step(self._prepare(x), y, masks, self.scale_rates(gain)))
        losses = (loss,)
        self.count_learnt(i for i in range(len(self._groups)) if i not in frozen)
        self.count(losses)
        return losses, None, data.batch_size

    @contextlib.contextmanager
    def _compiling(self) -> Iterator[None]:
        with self.clock.aside("compile"):
            self.tell_phase(RunPhase.COMPILING, 0, 0)
            yield

    # --- judging ------------------------------------------------------------------------

    def _answers(self, x: tf.Tensor) -> tf.Tensor:
        return self._scores(x, False, {})

    def judge(self, samples: Samples) -> Judgement:
        first = self._judge is None
        if first:
            self._judge = tf.function(self._answers, jit_compile=self.uses_xla, autograph=False)
        pieces = []
        for x, n in self.pieces(samples, self._rows):
            with self._compiling() if first else contextlib.nullcontext():
                pieces.append(self._judge(tf.constant(self._prepare(x))).numpy()[:n])
            first = False
        outputs = np.concatenate(pieces)
        judge = judge_logits if self._are_logits else judge_shares
        return judge(outputs, samples.y)


def _dropouts(spec: ExperimentSpec) -> dict[str, str]:
    """Names of a twin's dropout layers, and which layer's units each drops."""
    return {
        dropout_name(f"{layer.kind}_{i + 1}"): str(i)
        for i, layer in enumerate(spec.layers)
        if layer.dropout
    }


def cross_entropy(target: tf.Tensor, scores: tf.Tensor, are_logits: bool) -> tf.Tensor:
    """The loss of every row (batch,): of logits, or of sigmoids' and the like's shares, as Keras'
    own cross-entropy takes them.
    """
    if are_logits:
        return tf.nn.softmax_cross_entropy_with_logits(target, scores)
    return keras.losses.categorical_crossentropy(target, scores)


# --- Keras' side ------------------------------------------------------------------------


def variables_of(model: keras.Model, network: Architecture, path: str = "") -> dict[str, list[Any]]:
    """Variables per path of a layer.

    Args:
        model: From :func:`ffstudio.engine.strangers.build.build`.
    """
    variables: dict[str, list[Any]] = {}
    made = {layer.name: layer for layer in model.layers}
    for layer in network.layers:
        here = f"{path}/{layer.name}" if path else layer.name
        target = made.get(layer.name.replace("/", "_") or "layer")
        if target is None or layer.kind in ("InputLayer", "Normalization"):
            continue
        if isinstance(layer.inner, Architecture):
            variables |= variables_of(target, layer.inner, here)
        elif layer.kind == "Bidirectional":
            variables[f"{here}/forward"] = list(target.forward_layer.weights)
            variables[f"{here}/backward"] = list(target.backward_layer.weights)
        elif layer.kind == "TimeDistributed":
            variables[f"{here}/layer"] = list(target.layer.weights)
        elif target.weights:
            variables[here] = list(target.weights)
    return {where: kept for where, kept in variables.items() if kept}


def _seed_generators(model: keras.Model, seed: int) -> list[Any]:
    """Gives every source of random numbers in a model its place in the run's own stream."""
    states: list[Any] = []
    for layer in model._flatten_layers():
        for holder in (layer, getattr(layer, "cell", None)):
            generator = getattr(holder, "seed_generator", None)
            if generator is not None and not any(generator.state is s for s in states):
                number = len(states)
                words = np.random.default_rng([seed, 0xD20, number]).integers(0, 2**31, 2)
                generator.state.assign(words.astype(generator.state.dtype))
                states.append(generator.state)
    return states


def logits_of(model: keras.Model) -> tuple[keras.Model, Any, bool]:
    """A part of the net, what makes its logits of that part's output, and whether they are.

    Where the net's last step is a softmax it is left out: cross-entropy of a softmax loses
    all accuracy where that saturates. False where what comes out are no logits.
    """
    last = model.layers[-1]
    activation = getattr(last, "activation", None)
    softmax = activation is keras.activations.softmax
    if len(model.outputs) == 1 and last.output is model.outputs[0]:
        if isinstance(last, keras.layers.Dense) and softmax and model.outputs[0].ndim == 2:

            def dense(h: Any) -> Any:
                sums = tf.matmul(h, last.kernel)
                return sums + last.bias if last.use_bias else sums

            return keras.Model(model.inputs, last.input), dense, True
        is_softmax = isinstance(last, keras.layers.Softmax) and last.axis in (-1, 1)
        if is_softmax or (isinstance(last, keras.layers.Activation) and softmax):
            return keras.Model(model.inputs, last.input), _as_it_is, True
    # Sums, or logarithms of probabilities.
    functions = (None, keras.activations.linear, keras.activations.log_softmax)
    are_logits = activation in functions and not isinstance(last, keras.layers.Softmax)
    return model, _as_it_is, are_logits


def _as_it_is(h: Any) -> Any:
    return h
