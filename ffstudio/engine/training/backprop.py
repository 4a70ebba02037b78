"""Training by backpropagation: the twin net on the same mini-batches."""

from __future__ import annotations

import time
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import Samples
from ffstudio.core.images.dataset import DataShape
from ffstudio.engine.forward_forward.nets import backprop_model, make_optimizer
from ffstudio.engine.training.trainer import Judgement, Trainer, chunks, dropout_masks, score


class BackpropTrainer(Trainer):
    """Trains the softmax twin on cross-entropy with one optimizer for the whole net."""

    name = "bp"

    def __init__(self, spec: ExperimentSpec, shape: DataShape) -> None:
        super().__init__(spec, 1)
        self.model = backprop_model(spec, shape)
        self._weighted = [x for x in self.model.layers if x.weights]
        # XLA fuses dense layers well; convolutions are faster outside it.
        self._jit = all(layer.kind == "dense" for layer in spec.layers)
        optimizer = make_optimizer(spec.bp.optimizer, spec.bp.learning_rate)
        optimizer.build(self._trainable())
        self.optimizers = [optimizer]
        self._rates = [spec.bp.learning_rate]
        self._train: Any = None
        self._judge: Any = None

    def _trainable(self) -> list[keras.Variable]:
        return [v for layer in self._weighted for v in (layer.kernel, layer.bias)]

    @property
    def steps_per_epoch(self) -> int:
        return self.training_data().batches_per_epoch

    def layer_variables(self) -> list[dict[str, keras.Variable]]:
        return [{"kernel": layer.kernel, "bias": layer.bias} for layer in self._weighted]

    # --- one step ---------------------------------------------------------------------

    def _logits(self, x: tf.Tensor, masks: dict[str, tf.Tensor] | None = None) -> tf.Tensor:
        """Output before the softmax; with ``masks`` dropout is on."""
        h = x
        for layer in self.model.layers[:-1]:
            if isinstance(layer, (keras.layers.Dropout, keras.layers.SpatialDropout2D)):
                # Named after the hidden layer it belongs to, which counts from 1.
                mask = (
                    masks.get(str(int(layer.name.removeprefix("dropout_")) - 1)) if masks else None
                )
                h = h if mask is None else h * mask
            else:
                h = layer(h)
        output = self.model.layers[-1]
        return tf.matmul(h, output.kernel) + output.bias

    def _step(
        self, x: tf.Tensor, y: tf.Tensor, masks: dict[str, tf.Tensor], rates: tf.Tensor
    ) -> tf.Tensor:
        smoothing = self.spec.bp.label_smoothing
        classes = self._weighted[-1].units
        target = tf.one_hot(y, classes) * (1.0 - smoothing) + smoothing / classes
        with tf.GradientTape() as tape:
            entropy = tf.nn.softmax_cross_entropy_with_logits(target, self._logits(x, masks))
            loss = tf.reduce_mean(entropy)
            for layer, spec in zip(self._weighted, self.spec.layers, strict=False):
                if spec.l1:
                    loss += spec.l1 * tf.reduce_sum(tf.abs(layer.kernel))
                if spec.l2:
                    loss += spec.l2 * tf.reduce_sum(tf.square(layer.kernel))
        variables = self._trainable()
        gradients = tape.gradient(loss, [v.value for v in variables])
        self.optimizers[0].learning_rate.assign(rates[0])
        self.optimizers[0].apply(gradients, variables)
        return loss

    def train_step(self, gain: float, progress: float) -> tuple[tuple[float, ...], int | None, int]:
        data = self.training_data()
        x, y = data.batch(*divmod(self.step, self.steps_per_epoch))
        masks = dropout_masks(self.spec, self.step, data.batch_size)
        start = time.perf_counter()
        first = self._train is None
        if first:
            self._train = tf.function(self._step, jit_compile=self._jit, autograph=False)
        losses = (float(self._train(x, y, masks, self.scaled_rates(gain))),)
        if first:
            self.compile_s += time.perf_counter() - start
        self.count(losses)
        return losses, None, data.batch_size

    # --- judging ------------------------------------------------------------------------

    def judge(self, samples: Samples) -> Judgement:
        start = time.perf_counter()
        first = self._judge is None
        if first:
            self._judge = tf.function(self._logits, jit_compile=self._jit, autograph=False)
        pieces = []
        for x, n in chunks(samples):
            pieces.append(self._judge(tf.constant(x)).numpy()[:n])
            if first:
                self.compile_s += time.perf_counter() - start
                first = False
        logits = np.concatenate(pieces).astype(np.float64)
        shifted = logits - logits.max(axis=1, keepdims=True)
        log_sum = np.log(np.exp(shifted).sum(axis=1))
        loss = float(np.mean(log_sum - shifted[np.arange(len(logits)), samples.y]))
        predictions = logits.argmax(axis=1).astype(np.int16)
        return Judgement(score(samples, predictions), predictions, loss)
