"""Backprop on any net that is described as an architecture: the builder's or a stranger's."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import initial_weights
from ffstudio.core.images.data import Samples
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.nets import network_of, weight_slots
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.engine.forward_forward.nets import make_optimizer
from ffstudio.engine.strangers.build import build
from ffstudio.engine.training.trainer import Judgement, State, Trainer, chunks, score

Arrays = Mapping[str, Sequence[npt.NDArray[Any]]]

# Numbers a batch may hold while a net is judged: 256 MiB as float32.
_MOST_VALUES = 2**26


class NetworkTrainer(Trainer):
    """Trains a classifier of any architecture on cross-entropy.

    Args:
        weights: Where it starts, per path of a layer; drawn with the seed by default.

    Raises:
        ModelFileError: Keras cannot build the net.
    """

    name = "bp"

    def __init__(
        self, spec: ExperimentSpec, shape: DataShape, weights: Arrays | None = None
    ) -> None:
        super().__init__(spec, 1)
        self.network = network_of(spec, shape)
        if weights is None:
            weights = initial_weights(self.network.architecture, spec.seed)
        self._given = weights
        self.model = build(self.network.architecture, weights)
        self._slots = weight_slots(self.network)
        self._variables = variables_of(self.model, self.network.architecture)
        self._look = NetworkSnapshot(self.network, {}, shape.image_shape)
        self._generators = _seeded(self.model, spec.seed)
        optimizer = make_optimizer(spec.bp.optimizer, spec.bp.learning_rate)
        optimizer.build(self.model.trainable_variables)
        self.optimizers = [optimizer]
        self._rates = [spec.bp.learning_rate]
        self._logits = _logits_model(self.model)
        self._train: Any = None
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

    def layer_variables(self) -> list[dict[str, keras.Variable]]:
        return []  # see other_variables: its layers have more than a kernel and a bias

    def other_variables(self) -> dict[str, keras.Variable]:
        found = {}
        counts: dict[str, int] = {}
        for name, path, _ in self._slots:
            part = counts[path] = counts.get(path, -1) + 1
            if path in self._variables:
                found[name] = self._variables[path][part]
        for i, state in enumerate(self._generators):
            found[f"generator_{i}"] = state
        return found

    def weights(self) -> State:
        """All weights by name, as copies; with those that Keras keeps as constants."""
        found = super().weights()
        return {name: value for name, value in found.items() if name.startswith("layer_")} | {
            name: value for name, value in self._constants().items() if name not in found
        }

    def state(self) -> State:
        return {**self._constants(), **super().state()}

    def _constants(self) -> State:
        """Means and variances of Normalization layers."""
        found: State = {}
        counts: dict[str, int] = {}
        for name, path, _ in self._slots:
            part = counts[path] = counts.get(path, -1) + 1
            if path not in self._variables:
                found[name] = np.asarray(self._given[path][part], np.float32)
        return found

    # --- one step -----------------------------------------------------------------------

    def _step(self, x: tf.Tensor, y: tf.Tensor, rates: tf.Tensor) -> tf.Tensor:
        smoothing = self.spec.bp.label_smoothing
        variables = self.model.trainable_variables
        with tf.GradientTape() as tape:
            entropy = tf.reduce_mean(self._entropy(x, y, smoothing, training=True))
            penalties = self.model.losses
            loss = tf.add_n([entropy, *penalties]) if penalties else entropy
        gradients = tape.gradient(loss, [v.value for v in variables])
        self.optimizers[0].learning_rate.assign(rates[0])
        self.optimizers[0].apply(gradients, variables)
        return loss

    def _scores(self, x: tf.Tensor, training: bool) -> tuple[tf.Tensor, bool]:
        """Outputs (batch, classes) and whether they are logits."""
        if self._logits is not None:
            out, are_logits = self._logits(x, training), True
        else:
            out, are_logits = self.model(x, training=training), _ends_in_logits(self.model)
        return tf.reshape(out, (tf.shape(x)[0], -1)), are_logits

    def _entropy(self, x: tf.Tensor, y: tf.Tensor, smoothing: float, training: bool) -> tf.Tensor:
        out, are_logits = self._scores(x, training)
        classes = self.network.num_outputs or 1
        target = tf.one_hot(y, classes) * (1.0 - smoothing) + smoothing / classes
        if are_logits:
            return tf.nn.softmax_cross_entropy_with_logits(target, out)
        # Sigmoids and the like: their shares, as Keras' own cross-entropy takes them.
        return keras.losses.categorical_crossentropy(target, out)

    def train_step(self, gain: float, progress: float) -> tuple[tuple[float, ...], int | None, int]:
        data = self.training_data()
        x, y = data.batch(*divmod(self.step, self.steps_per_epoch))
        start = time.perf_counter()
        first = self._train is None
        if first:
            self._train = tf.function(self._step, autograph=False)
        given = tf.constant(self._look.prepare(x.numpy()))
        losses = (float(self._train(given, y, self.scaled_rates(gain))),)
        if first:
            self.compile_s += time.perf_counter() - start
        self.count(losses)
        return losses, None, data.batch_size

    # --- judging ------------------------------------------------------------------------

    def _evaluate(self, x: tf.Tensor, y: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        out, _ = self._scores(x, training=False)
        return tf.argmax(out, axis=1), self._entropy(x, y, 0.0, training=False)

    def judge(self, samples: Samples) -> Judgement:
        start = time.perf_counter()
        first = self._judge is None
        if first:
            self._judge = tf.function(self._evaluate, autograph=False)
        predicted, losses = [], []
        at = 0
        for x, n in chunks(samples, self._rows):
            labels = np.zeros(len(x), np.int32)
            labels[:n] = samples.y[at : at + n]
            found, entropy = self._judge(tf.constant(self._look.prepare(x)), tf.constant(labels))
            predicted.append(found.numpy()[:n])
            losses.append(entropy.numpy()[:n])
            at += n
            if first:
                self.compile_s += time.perf_counter() - start
                first = False
        predictions = np.concatenate(predicted).astype(np.int16)
        loss = float(np.mean(np.concatenate(losses).astype(np.float64)))
        return Judgement(score(samples, predictions), predictions, loss)


# --- Keras' side ------------------------------------------------------------------------


def variables_of(model: keras.Model, network: Architecture, path: str = "") -> dict[str, list[Any]]:
    """Variables of a model from :func:`ffstudio.engine.strangers.build.build`, per path of a layer."""
    found: dict[str, list[Any]] = {}
    made = {layer.name: layer for layer in model.layers}
    for layer in network.layers:
        here = f"{path}/{layer.name}" if path else layer.name
        target = made.get(layer.name.replace("/", "_") or "layer")
        if target is None or layer.kind in ("InputLayer", "Normalization"):
            continue
        if isinstance(layer.inner, Architecture):
            found |= variables_of(target, layer.inner, here)
        elif layer.kind == "Bidirectional":
            found[f"{here}/forward"] = list(target.forward_layer.weights)
            found[f"{here}/backward"] = list(target.backward_layer.weights)
        elif layer.kind == "TimeDistributed":
            found[f"{here}/layer"] = list(target.layer.weights)
        elif target.weights:
            found[here] = list(target.weights)
    return {where: kept for where, kept in found.items() if kept}


def _seeded(model: keras.Model, seed: int) -> list[Any]:
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


def _logits_model(model: keras.Model) -> Any:
    """(x, training) → logits, where the net's last step is a softmax; else None.

    Cross-entropy of a softmax loses all accuracy where it saturates.
    """
    last = model.layers[-1]
    if len(model.outputs) != 1 or last.output is not model.outputs[0]:
        return None
    activation = getattr(last, "activation", None)
    softmax = activation is keras.activations.softmax
    if isinstance(last, keras.layers.Dense) and softmax and model.outputs[0].ndim == 2:
        below = keras.Model(model.inputs, last.input)

        def dense(x: Any, training: bool) -> Any:
            sums = tf.matmul(below(x, training=training), last.kernel)
            return sums + last.bias if last.use_bias else sums

        return dense
    is_softmax = isinstance(last, keras.layers.Softmax) and last.axis in (-1, 1)
    if is_softmax or (isinstance(last, keras.layers.Activation) and softmax):
        below = keras.Model(model.inputs, last.input)
        return lambda x, training: below(x, training=training)
    return None


def _ends_in_logits(model: keras.Model) -> bool:
    """True when what comes out are sums or logarithms of probabilities."""
    activation = getattr(model.layers[-1], "activation", None)
    functions = (None, keras.activations.linear, keras.activations.log_softmax)
    return activation in functions and not isinstance(model.layers[-1], keras.layers.Softmax)
