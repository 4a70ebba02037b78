"""Training by Forward-Forward: every layer has its own loss and its own optimizer.

Source: Hinton 2022, "The Forward-Forward Algorithm". Positive data are images with
their true label, negative data the same images with a wrong one. No gradient passes
from one layer to another: between layers stands ``stop_gradient``, so the backward
pass of a layer needs its own weights only.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops

from ffstudio.core.data import DataShape, Samples
from ffstudio.core.mathematics import (
    LOCAL_LOSSES,
    NEGATIVES,
    hard_wrong_labels,
    normalise,
    random_wrong_labels,
)
from ffstudio.core.spec import ExperimentSpec
from ffstudio.engine.models import FFDense, forward_forward_model, make_optimizer
from ffstudio.engine.trainer import Judgement, State, Trainer, chunks, dropout_masks, score

NAN = float("nan")


class ForwardForwardTrainer(Trainer):
    """Trains a :class:`ForwardForward` net by the schedule of its experiment."""

    name = "ff"

    def __init__(self, spec: ExperimentSpec, shape: DataShape) -> None:
        super().__init__(spec, len(spec.layers))
        self.model = forward_forward_model(spec, shape)
        self.optimizers = []
        for layer_spec, layer in zip(spec.layers, self.model.ff_layers, strict=True):
            optimizer = make_optimizer(layer_spec.optimizer, layer_spec.learning_rate)
            optimizer.build([layer.kernel, layer.bias])
            self.optimizers.append(optimizer)
        self._rates = [layer.learning_rate for layer in spec.layers]
        self._compiled: dict[Any, Callable[..., Any]] = {}
        # The Keras example's "FinalLoss" is a mean over all epochs so far.
        self._running_sum, self._running_count = 0.0, 0
        self._inner: tuple[int, int, Any] | None = None  # batch number, layer, its inputs

    @property
    def steps_per_epoch(self) -> int:
        batches = self.training_data().batches_per_epoch
        if self.spec.ff.schedule == "inner_loops":
            return batches * len(self.spec.layers) * self.spec.ff.inner_steps
        return batches

    def layer_variables(self) -> list[dict[str, keras.Variable]]:
        return [
            {"kernel": layer.kernel, "bias": layer.bias, "threshold": layer.threshold}
            for layer in self.model.ff_layers
        ]

    # --- one step ---------------------------------------------------------------------

    def train_step(self, gain: float, progress: float) -> tuple[tuple[float, ...], int | None, int]:
        if self.spec.ff.schedule == "inner_loops":
            losses, layer = self._inner_step(gain)
        else:
            layer = None
            if self.spec.ff.schedule == "greedy":
                layer = min(int(progress * len(self.spec.layers)), len(self.spec.layers) - 1)
            losses = self._batch_step(gain, layer)
        self.count(losses)
        return losses, layer, self.training_data().batch_size

    def _batch_step(self, gain: float, layer: int | None) -> tuple[float, ...]:
        data = self.training_data()
        epoch, index = divmod(self.step, self.steps_per_epoch)
        x, y = data.batch(epoch, index)
        step = self._compile(("batch", layer), lambda: self._batch_function(layer))
        masks, uniform = self._randomness(self.step)
        found = step(x, y, masks, uniform, self.scaled_rates(gain)).numpy()
        return tuple(found.tolist())

    def _randomness(self, number: int) -> tuple[dict[str, tf.Tensor], tf.Tensor]:
        """All that is random in one step; it depends on the run's seed and ``number`` alone.

        Returns:
            The dropout masks, and numbers in [0, 1) that choose the negatives (batch,
            classes). They come from NumPy, whose streams stay the same from release to
            release and inside and outside XLA.
        """
        rows = self.training_data().batch_size
        rng = np.random.Generator(np.random.Philox(key=[self.spec.seed, number]))
        uniform = rng.random((rows, self.model.num_classes), np.float32)
        return dropout_masks(self.spec, number, 2 * rows), tf.constant(uniform)

    def _compile(self, key: Any, make: Callable[[], Callable[..., Any]]) -> Callable[..., Any]:
        """The compiled function for ``key``; its first call is timed as compilation."""
        if key not in self._compiled:
            function = tf.function(make(), jit_compile=True, autograph=False)

            def first(*args: Any) -> Any:
                start = time.perf_counter()
                result = function(*args)
                self.compile_s += time.perf_counter() - start
                self._compiled[key] = function
                return result

            self._compiled[key] = first
        return self._compiled[key]

    def _batch_function(self, only: int | None) -> Callable[..., tf.Tensor]:
        """A training step of all layers, or of layer ``only``, on one mini-batch."""
        model, spec = self.model, self.spec
        layers = model.ff_layers if only is None else model.ff_layers[: only + 1]
        learns = [only is None or i == only for i in range(len(layers))]

        def step(
            x: tf.Tensor,
            y: tf.Tensor,
            masks: dict[str, tf.Tensor],
            uniform: tf.Tensor,
            rates: tf.Tensor,
        ) -> tf.Tensor:
            image, weight = model.split_input(x)
            with tf.GradientTape() as tape:
                product = model.image_product(image)
                positive = ops.one_hot(y, model.num_classes)
                negative = self._negatives(y, positive, product, weight, uniform, len(layers))
                a = ops.concatenate(
                    [
                        model.first_activities(product, weight, positive),
                        model.first_activities(product, weight, negative),
                    ]
                )
                losses = [self._loss(0, a)]
                for i, layer in enumerate(layers[1:], start=1):
                    h = self._dropped(tf.stop_gradient(a), i - 1, masks)
                    a = layer(h)
                    losses.append(self._loss(i, a))
                total = tf.add_n([v for v, learn in zip(losses, learns, strict=True) if learn])
            variables = [[layer.kernel.value, layer.bias.value] for layer in layers]
            wanted = [v for v, learn in zip(variables, learns, strict=True) if learn]
            gradients = iter(tape.gradient(total, wanted))
            for i, layer in enumerate(layers):
                if learns[i]:
                    self._apply(i, layer, next(gradients), rates)
            nan = tf.constant(NAN)
            found = [v if learn else nan for v, learn in zip(losses, learns, strict=True)]
            return tf.stack(found + [nan] * (len(spec.layers) - len(layers)))

        return step

    def _apply(self, index: int, layer: FFDense, gradients: Any, rates: tf.Tensor) -> None:
        optimizer = self.optimizers[index]
        optimizer.learning_rate.assign(rates[index])
        optimizer.apply(gradients, [layer.kernel, layer.bias])

    def _loss(self, index: int, activities: tf.Tensor) -> tf.Tensor:
        """Local loss of one layer for positive and negative activities, stacked: a scalar."""
        layer, spec = self.model.ff_layers[index], self.spec.layers[index]
        positive, negative = tf.split(layer.goodness(activities), 2)
        local = LOCAL_LOSSES[spec.loss].function
        loss = tf.reduce_mean(
            local(positive, negative, layer.threshold, self.spec.ff.sharpness, ops)
        )
        if spec.l1:
            loss += spec.l1 * tf.reduce_sum(tf.abs(layer.kernel))
        if spec.l2:
            loss += spec.l2 * tf.reduce_sum(tf.square(layer.kernel))
        return loss

    @staticmethod
    def _dropped(h: tf.Tensor, index: int, masks: dict[str, tf.Tensor]) -> tf.Tensor:
        mask = masks.get(str(index))
        return h if mask is None else h * mask

    def _negatives(
        self,
        y: tf.Tensor,
        positive: tf.Tensor,
        product: tf.Tensor,
        weight: tf.Tensor,
        uniform: tf.Tensor,
        num_layers: int,
    ) -> tf.Tensor:
        """One-hot wrong labels for one mini-batch: (batch, classes)."""
        spec, classes = self.spec.ff, self.model.num_classes
        if spec.negatives == "shuffled":
            return tf.gather(positive, tf.argsort(uniform[:, 0]))
        judges = NEGATIVES[spec.negatives].scores
        if judges != "none":
            count = 1 if judges == "first" else num_layers
            scores = self.model.label_goodness_of(
                tf.stop_gradient(product), tf.stop_gradient(weight), count
            )
            voters = scores[:, min(self.model.first_voter, count - 1) :]
            logits = tf.stop_gradient(spec.sharpness * tf.reduce_sum(voters, axis=1))
            labels = hard_wrong_labels(y, logits, uniform, positive, ops)
        else:
            labels = random_wrong_labels(y, classes, uniform, ops)
        return ops.one_hot(labels, classes)

    # --- the Keras example's inner loops ----------------------------------------------------

    def _inner_step(self, gain: float) -> tuple[tuple[float, ...], int]:
        """One of the many updates of one layer on the same batch."""
        num_layers, inner = len(self.spec.layers), self.spec.ff.inner_steps
        batch_number, rest = divmod(self.step, num_layers * inner)
        index = rest // inner
        if self._inner is None or self._inner[:2] != (batch_number, index):
            self._inner = (batch_number, index, self._inner_inputs(batch_number, index))
        step = self._compile(("inner", index), lambda: self._inner_function(index))
        loss = float(step(*self._inner[2], self.scaled_rates(gain)))
        losses = [NAN] * num_layers
        losses[index] = loss
        return tuple(losses), index

    def _inner_inputs(self, batch_number: int, index: int) -> tuple[tf.Tensor, ...]:
        """What layer ``index`` learns from on this batch: constant during its updates."""
        data = self.training_data()
        x, y = data.batch(*divmod(batch_number, data.batches_per_epoch))
        masks, uniform = self._randomness(batch_number)

        def prepare(
            x: tf.Tensor, y: tf.Tensor, masks: dict[str, tf.Tensor], uniform: tf.Tensor
        ) -> tuple[tf.Tensor, ...]:
            model = self.model
            image, weight = model.split_input(x)
            product = model.image_product(image)
            positive = ops.one_hot(y, model.num_classes)
            negative = self._negatives(y, positive, product, weight, uniform, index + 1)
            if index == 0:
                return image, weight, positive, negative
            h = ops.concatenate(
                [
                    model.first_activities(product, weight, positive),
                    model.first_activities(product, weight, negative),
                ]
            )
            for i in range(1, index):
                h = model.ff_layers[i](self._dropped(h, i - 1, masks))
            h = self._dropped(h, index - 1, masks)
            return (normalise(h, model.ff_layers[index].normalisation, ops),)

        result: tuple[tf.Tensor, ...] = self._compile(("prepare", index), lambda: prepare)(
            x, y, masks, uniform
        )
        return result

    def _inner_function(self, index: int) -> Callable[..., tf.Tensor]:
        model = self.model
        layer = model.ff_layers[index]

        def first(
            image: tf.Tensor,
            weight: tf.Tensor,
            positive: tf.Tensor,
            negative: tf.Tensor,
            rates: tf.Tensor,
        ) -> tf.Tensor:
            with tf.GradientTape() as tape:
                product = model.image_product(image)
                a = ops.concatenate(
                    [
                        model.first_activities(product, weight, positive),
                        model.first_activities(product, weight, negative),
                    ]
                )
                loss = self._loss(0, a)
            gradients = tape.gradient(loss, [layer.kernel.value, layer.bias.value])
            self._apply(0, layer, gradients, rates)
            return loss

        def later(direction: tf.Tensor, rates: tf.Tensor) -> tf.Tensor:
            with tf.GradientTape() as tape:
                loss = self._loss(index, layer.respond(direction))
            gradients = tape.gradient(loss, [layer.kernel.value, layer.bias.value])
            self._apply(index, layer, gradients, rates)
            return loss

        return first if index == 0 else later

    def epoch_loss(self, losses: tuple[float, ...]) -> float:
        """Mean over the layers; with inner loops the Keras example's running "FinalLoss".

        That figure adds every layer's mean loss of every epoch so far and divides by
        their number, so it falls behind the present loss.
        """
        if self.spec.ff.schedule != "inner_loops":
            return super().epoch_loss(losses)
        self._running_sum += float(np.nansum(losses))
        self._running_count += int(np.isfinite(losses).sum())
        return self._running_sum / max(self._running_count, 1)

    # --- judging ------------------------------------------------------------------------------

    def judge(self, samples: Samples) -> Judgement:
        function = self._compile("judge", lambda: self.model.label_goodness)
        pieces = [function(tf.constant(x)).numpy()[:n] for x, n in chunks(samples)]
        scores = np.concatenate(pieces)
        total = scores[:, self.model.first_voter :].sum(axis=1)
        predictions = total.argmax(axis=1).astype(np.int16)
        alone = tuple(score(samples, s.argmax(axis=1)) for s in scores.transpose(1, 0, 2))
        return Judgement(score(samples, predictions), predictions, NAN, alone)

    # --- state ----------------------------------------------------------------------------------

    def set_threshold(self, index: int, value: float) -> None:
        """θ of one layer, from the next step on."""
        self.model.ff_layers[index].threshold.assign(value)

    def state(self) -> State:
        found = super().state()
        found["running_loss"] = np.array([self._running_sum, self._running_count])
        return found

    def load_state(self, state: State) -> None:
        super().load_state(state)
        self._inner = None
        if "running_loss" in state:
            self._running_sum = float(state["running_loss"][0])
            self._running_count = int(state["running_loss"][1])


__all__ = ["ForwardForwardTrainer"]
