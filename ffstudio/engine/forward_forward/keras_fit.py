"""Forward-Forward nets under Keras' own ``compile``, ``fit`` and ``evaluate``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops

from ffstudio.core.forward_forward import (
    Batch,
    LearningRule,
    LocalNet,
    Objective,
    read_out_loss,
)
from ffstudio.core.mathematics import LOCAL_LOSSES, NEGATIVES, hybrid_masks
from ffstudio.engine.training.compiler import may_use_xla

# Masks are drawn from a stock: making one takes longer than a training step of a small net.
MASK_STOCK = 2000


def learning_variables(net: LocalNet, learns: Sequence[bool]) -> list[list[Any]]:
    """Kernel and bias of the layers that learn."""
    return [
        [layer.kernel, layer.bias]
        for layer, learn in zip(net.layers, learns, strict=False)
        if learn
    ]


def gradients_of(
    objective: Objective, batch: Batch, learns: list[bool]
) -> tuple[list[Any], list[Any], Any, list[Any]]:
    """Losses of one mini-batch and their gradients.

    Args:
        learns: For the first layer up to the last one that is needed: whether it learns.

    Returns:
        Per layer its loss; per layer that learns its gradients, as :func:`learning_variables`
        lists them; the read-out's loss and gradients (0 and none without a read-out).
    """
    net = objective.net
    learned = learning_variables(net, learns)
    read_out = net.read_out if len(learns) == len(net.layers) else None
    head = [] if read_out is None else [read_out.kernel, read_out.bias]
    with tf.GradientTape() as tape:
        losses, activities = objective.run(batch, len(learns))
        total = sum(v for v, learn in zip(losses, learns, strict=True) if learn)
        head_loss: Any = 0.0
        if read_out is not None:
            head_loss = read_out_loss(net, objective.features(activities, batch), batch.y)
            total += head_loss
    sources = [[v.value for v in layer] for layer in learned], [v.value for v in head]
    gradients, head_gradients = tape.gradient(total, sources)
    return losses, gradients, head_loss, head_gradients


@dataclass
class _Local:
    """What ``compile`` has chosen."""

    objective: Objective
    noise: Any
    dropout: float
    masks: Any
    loss_means: list[Any]
    accuracy: Any


class LocalLearning(keras.Model):
    """What makes Forward-Forward nets trainable by ``fit``.

    Each layer has a copy of the optimizer for itself; ``model.optimizer.learning_rate``
    stays the rate of all, so Keras' callbacks work on it.
    """

    net: LocalNet
    num_classes: int
    image_shape: tuple[int, int]
    ff_layers: list[Any]
    read_out: Any

    def compile(
        self,
        optimizer: Any = "adam",
        loss: Any = "symmetric",
        negatives: str = "hard_first",
        sharpness: float = 10.0,
        peer: float = 0.0,
        collaboration: str = "none",
        collaboration_strength: float = 1.0,
        dropout: float = 0.0,
        seed: int | None = None,
        jit_compile: Any = "auto",
        run_eagerly: bool = False,
        **kwargs: Any,
    ) -> None:
        """Chooses how the layers learn.

        Args:
            optimizer: A Keras optimizer or its name; every layer gets a copy.
            loss: A name of :data:`ffstudio.core.mathematics.LOCAL_LOSSES`.
            negatives: A name of :data:`ffstudio.core.mathematics.NEGATIVES`.
            sharpness: α of the loss.
            peer: λ of peer normalisation.
            collaboration: ``none``, ``earlier`` or ``others``.
            collaboration_strength: γ.
            dropout: Share of each layer's outputs set to zero at each step.
            seed: Of the negatives and the dropout.
            **kwargs: As for ``keras.Model.compile``.

        Raises:
            ValueError: There is no such loss or way of making negatives, or it does not
                fit this kind of net.
        """
        for argument, value, table in (
            ("loss", loss, LOCAL_LOSSES),
            ("negatives", negatives, NEGATIVES),
        ):
            if value not in table:
                raise ValueError(
                    f"Invalid value for argument `{argument}`. Expected one of {list(table)}. "
                    f"Received: {value!r}"
                )
        if self.net.needs_masks:
            negatives = "hybrid"
        elif NEGATIVES[negatives].images:
            raise ValueError(
                "Hybrid images are for unsupervised nets: build an UnsupervisedForwardForward."
            )
        jit = may_use_xla() and not any(len(x.kernel.shape) == 4 for x in self.ff_layers)
        super().compile(
            optimizer=optimizer,
            jit_compile=jit if jit_compile == "auto" else jit_compile,
            run_eagerly=run_eagerly,
            **kwargs,
        )
        self._settings = {
            "loss": loss,
            "negatives": negatives,
            "sharpness": sharpness,
            "peer": peer,
            "collaboration": collaboration,
            "collaboration_strength": collaboration_strength,
            "dropout": dropout,
            "seed": seed,
        }
        rule = LearningRule(
            (loss,) * len(self.ff_layers),
            sharpness,
            negatives,
            peer,
            collaboration,
            collaboration_strength,
        )
        noise = keras.random.SeedGenerator(seed)
        masks = None
        if self.net.needs_masks:
            stock = hybrid_masks(MASK_STOCK, self.image_shape, np.random.default_rng(seed or 0))
            masks = stock.reshape(MASK_STOCK, -1)
        means = [keras.metrics.Mean(f"{x.name}_loss") for x in self.ff_layers]
        accuracy = keras.metrics.SparseCategoricalAccuracy("accuracy")
        # In an object of its own: Keras takes no new state into a model that is built.
        self._local = _Local(self.net.objective(rule), noise, dropout, masks, means, accuracy)
        self.layer_optimizers = []
        groups = learning_variables(self.net, [True] * len(self.ff_layers))
        if self.read_out is not None:
            groups.append([self.read_out.kernel, self.read_out.bias])
        for variables in groups:
            copy = keras.optimizers.deserialize(keras.optimizers.serialize(self.optimizer))
            copy.build(variables)
            self.layer_optimizers.append(copy)

    @property
    def metrics(self) -> list[Any]:
        """What Keras resets at the start of an epoch."""
        local = getattr(self, "_local", None)
        own = [] if local is None else [*local.loss_means, local.accuracy]
        return [*super().metrics, *own]

    def get_compile_config(self) -> dict[str, Any]:
        if not getattr(self, "compiled", False):
            return {}
        return {"optimizer": keras.optimizers.serialize(self.optimizer), **self._settings}

    def compile_from_config(self, config: dict[str, Any]) -> None:
        config = dict(config)
        optimizer = keras.optimizers.deserialize(config.pop("optimizer"))
        self.compile(optimizer, **config)

    def _batch(self, x: Any, y: Any, training: bool = True) -> Batch:
        rows = ops.shape(x)[0]
        local = self._local
        noise = local.noise
        uniform = keras.random.uniform((rows, self.num_classes), seed=noise)
        mask = None
        if local.masks is not None:
            chosen = keras.random.randint((rows,), 0, MASK_STOCK, seed=noise)
            mask = ops.take(ops.convert_to_tensor(local.masks), chosen, axis=0)
        dropout = {}
        if local.dropout and training:
            times = self.net.rows_per_image
            for i, layer in enumerate(self.ff_layers[:-1]):
                ones = (1, 1) if len(layer.kernel.shape) == 4 else ()
                drawn = keras.random.uniform((times * rows, *ones, layer.units), seed=noise)
                kept = ops.cast(drawn >= local.dropout, "float32")
                dropout[str(i)] = kept / (1.0 - local.dropout)
        return Batch(x, ops.cast(ops.reshape(y, (-1,)), "int32"), uniform, mask, dropout)

    def train_step(self, data: Any) -> dict[str, Any]:
        """One update of every layer from one mini-batch of images and labels."""
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        learns = [True] * len(self.ff_layers)
        losses, gradients, _, head = gradients_of(self._local.objective, self._batch(x, y), learns)
        groups = learning_variables(self.net, learns)
        if head:
            groups.append([self.read_out.kernel, self.read_out.bias])
            gradients = [*gradients, head]
        for optimizer, group, layer_gradients in zip(
            self.layer_optimizers, groups, gradients, strict=True
        ):
            optimizer.learning_rate.assign(self.optimizer.learning_rate)
            optimizer.apply(layer_gradients, group)
        for mean, loss in zip(self._local.loss_means, losses, strict=True):
            mean.update_state(loss)
        self._loss_tracker.update_state(sum(losses) / len(losses))
        shown = {m.name: m.result() for m in self._local.loss_means}
        return {"loss": self._loss_tracker.result(), **shown}

    def test_step(self, data: Any) -> dict[str, Any]:
        """Accuracy and mean local loss on one mini-batch."""
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        local = self._local
        losses, _ = local.objective.run(self._batch(x, y, training=False), len(self.ff_layers))
        self._loss_tracker.update_state(sum(losses) / len(losses))
        local.accuracy.update_state(y, self(x, training=False))
        return {"loss": self._loss_tracker.result(), "accuracy": local.accuracy.result()}
