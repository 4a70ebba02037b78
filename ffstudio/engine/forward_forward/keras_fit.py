"""Forward-Forward nets under Keras' own ``compile``, ``fit`` and ``evaluate``."""

from __future__ import annotations

import inspect
import random
import warnings
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
)
from ffstudio.core.image_shape import ImageShape, size_of, spread_over_channels
from ffstudio.core.mathematics import (
    CLASS_LOSSES,
    GOODNESS,
    LOCAL_LOSSES,
    NEGATIVES,
    hybrid_masks,
)
from ffstudio.engine.forward_forward.keras_arguments import (
    as_it_is,
    check_compiled,
    warn_of_compiled,
    why_not_alone,
)
from ffstudio.engine.forward_forward.keras_data import Intake, images_of, labels_of
from ffstudio.engine.forward_forward.keras_draws import draw_uniform, draw_whole
from ffstudio.engine.forward_forward.keras_optimizers import (
    Averages,
    count_batches,
    refuse_coupling,
)
from ffstudio.engine.forward_forward.local_gradients import gradients_of, learning_variables
from ffstudio.engine.forward_forward.replicas import (
    Part,
    part_of_batch,
    refuse_if_coupled,
    refuse_optimizer,
    refuse_other_scope,
)
from ffstudio.engine.training.compiler import may_use_xla

# Masks are drawn from a stock: making one takes longer than a training step of a small net.
MASK_STOCK = 2000

DEFAULTS: dict[str, Any] = {
    "sharpness": 10.0,
    "peer": 0.0,
    "collaboration": "none",
    "collaboration_strength": 1.0,
    "dropout": 0.0,
    "dropout_mask": "separate",
    "class_loss": "cross_entropy",
    "seed": None,
}


# What may be given by position, as validation data may.
_FIT = inspect.signature(keras.Model.fit)


@dataclass
class _Local:
    """What ``compile`` has chosen."""

    objective: Objective
    seed: int
    dropout: float
    masks: Any
    loss_means: list[Any]
    judges_training: bool
    averages: Averages


class LocalLearning(keras.Model):
    """What makes Forward-Forward nets trainable by ``fit``.

    A layer's weights have moments of their own in the optimizer, and no step of one depends on
    another layer's: what couples them (``global_clipnorm``) is refused. Callbacks and schedules
    work on ``model.optimizer`` as on any model.
    """

    net: LocalNet
    num_classes: int
    num_inputs: int
    image_shape: ImageShape
    ff_layers: list[Any]
    read_out: Any
    train_function: Any
    _intake: Intake
    # How it has learnt until now, as compile() was told; empty before.
    _learnt_by: dict[str, Any]

    def compile(
        self,
        optimizer: Any = "adam",
        loss: str | None = None,
        negatives: str | None = None,
        sharpness: float | None = None,
        peer: float | None = None,
        collaboration: str | None = None,
        collaboration_strength: float | None = None,
        dropout: float | None = None,
        dropout_mask: str | None = None,
        class_loss: str | None = None,
        seed: int | None = None,
        metrics: Any = None,
        jit_compile: Any = "auto",
        run_eagerly: bool = False,
        **kwargs: Any,
    ) -> None:
        """Chooses how the layers learn.

        What is not given stays as a reloaded net has learnt until now, else is as stated.

        Args:
            optimizer: A Keras optimizer or its name.
            loss: A name of :data:`ffstudio.core.mathematics.LOCAL_LOSSES`; by default the
                symmetric pair loss. Nets whose classes own units learn by cross-entropy.
            negatives: A name of :data:`ffstudio.core.mathematics.NEGATIVES`; by default what
                suits the kind of net.
            sharpness: α of the loss, by default 10.
            peer: λ of peer normalisation, by default 0.
            collaboration: ``none`` (by default), ``earlier`` or ``others``.
            collaboration_strength: γ, by default 1.
            dropout: Share of each layer's outputs set to zero at each step, by default 0.
            dropout_mask: ``separate`` (by default) or ``shared``: whether positive and negative
                data lose the same units.
            class_loss: A name of :data:`ffstudio.core.mathematics.CLASS_LOSSES`, for nets whose
                layers score every class; by default cross-entropy.
            seed: Of the negatives and the dropout, which depend on it and the step alone.
            metrics: Keras metrics of labels and their scores. Where some are given, here or as
                ``weighted_metrics``, they are computed in training as well, which scores every
                label of every image.
            **kwargs: As for ``keras.Model.compile``.

        Raises:
            ValueError: There is no such loss or way of making negatives, it does not fit this
                kind of net, the optimizer would couple the layers, or the net was made under
                another ``tf.distribute`` strategy.
        """
        given = {
            "sharpness": sharpness,
            "peer": peer,
            "collaboration": collaboration,
            "collaboration_strength": collaboration_strength,
            "dropout": dropout,
            "dropout_mask": dropout_mask,
            "class_loss": class_loss,
            "seed": seed,
        }
        given = check_compiled(given, optimizer, metrics)
        if kwargs.pop("auto_scale_loss", None):
            raise ValueError(
                "Forward-Forward layers learn alone, in float32: `auto_scale_loss` has no meaning."
            )
        chosen = {**DEFAULTS, **self._learnt_by}
        chosen |= {name: value for name, value in given.items() if value is not None}
        if chosen["dropout_mask"] not in ("separate", "shared"):
            raise ValueError(
                "Invalid value for argument `dropout_mask`. Expected one of ['separate', 'shared']. "
                f"Received: {chosen['dropout_mask']!r}"
            )
        self._check_class_loss(chosen["class_loss"])
        if class_loss is not None and self.net.has_negatives:
            warnings.warn(
                f"{type(self).__name__} learns from positive and negative data: `class_loss` has no "
                "effect.",
                stacklevel=2,
            )
        chosen["loss"], chosen["negatives"] = self._choose(loss, negatives)
        if chosen["seed"] is None:
            # Python's generator is what keras.utils.set_random_seed makes repeatable.
            chosen["seed"] = random.randrange(2**31)  # noqa: S311
        refuse_other_scope(self._distribute_strategy)
        optimizer = keras.optimizers.get(optimizer)
        refuse_coupling(optimizer)
        if kwargs.pop("loss_weights", None) is not None:
            raise ValueError("Forward-Forward layers learn alone: `loss_weights` has no meaning.")
        replicas = self.distribute_strategy.num_replicas_in_sync
        # What replicas tell each other is not for XLA.
        jit: Any = (
            may_use_xla()
            and replicas == 1
            and not run_eagerly
            and not any(len(x.kernel.shape) == 4 for x in self.ff_layers)
        )
        if jit_compile != "auto":
            jit = bool(jit_compile) and replicas == 1
            if jit_compile and not jit:
                warnings.warn(
                    f"XLA cannot compile a step of {replicas} replicas: `jit_compile=True` has no "
                    "effect.",
                    stacklevel=2,
                )
        asked, weighted = list(metrics or []), list(kwargs.get("weighted_metrics") or [])
        names = [getattr(m, "name", m) for m in asked]
        own = [] if {"accuracy", "acc"} & set(names) else ["accuracy"]
        super().compile(
            optimizer=optimizer,
            metrics=[*own, *asked],
            jit_compile=jit,
            run_eagerly=run_eagerly,
            auto_scale_loss=False,
            **kwargs,
        )
        # What Keras writes into files is what was asked for.
        self._compile_config.config["metrics"] = asked or None
        serialize = keras.saving.serialize_keras_object
        self._compiled_with = {
            "metrics": [serialize(m) for m in asked],
            "weighted_metrics": [serialize(m) for m in weighted],
            "jit_compile": jit_compile,
            "run_eagerly": run_eagerly,
            "steps_per_execution": self.steps_per_execution,
        }
        self._learnt_by = chosen
        self.loss = chosen["loss"]
        rule = LearningRule(
            (chosen["loss"],) * len(self.ff_layers),
            chosen["sharpness"],
            chosen["negatives"],
            chosen["peer"],
            chosen["collaboration"],
            chosen["collaboration_strength"],
            dropout_mask=chosen["dropout_mask"],
            class_loss=chosen["class_loss"],
        )
        masks = None
        if self.net.needs_masks:
            rng = np.random.default_rng(chosen["seed"])
            masks = spread_over_channels(
                hybrid_masks(MASK_STOCK, size_of(self.image_shape), rng), self.image_shape
            )
        means = [keras.metrics.Mean(f"{x.name}_loss") for x in self.ff_layers]
        refuse_if_coupled(self.net, rule, self.distribute_strategy)
        refuse_optimizer(self.optimizer, self.distribute_strategy)
        self.optimizer.build(self._learnable_variables())
        earlier = getattr(self, "_local", None)
        averages = Averages(self.optimizer)
        if earlier is not None and earlier.averages.optimizer is self.optimizer:
            averages = earlier.averages
        # In an object of its own: Keras takes no new state into a model that is built.
        self._local = _Local(
            self.net.objective(rule),
            chosen["seed"],
            chosen["dropout"],
            masks,
            means,
            bool(asked or weighted),
            averages,
        )
        self._intake.is_hot = None
        warn_of_compiled(self, given, chosen)

    def _check_class_loss(self, name: str) -> None:
        if name not in CLASS_LOSSES:
            raise ValueError(
                "Invalid value for argument `class_loss`. Expected one of "
                f"{list(CLASS_LOSSES)}. Received: {name!r}"
            )
        if self.net.has_negatives:
            return
        maps = any(layer.comparison is not None for layer in self.ff_layers)
        if maps and not CLASS_LOSSES[name].compares_images:
            fitting = [each for each, loss in CLASS_LOSSES.items() if loss.compares_images]
            raise ValueError(
                "The layers have a map that images are compared by: `class_loss` must be one of "
                f"{fitting}. Received: {name!r}"
            )
        goodness = {layer.goodness_name for layer in self.ff_layers}
        learnt = all(GOODNESS[each].projection == "learnt" for each in goodness)
        if CLASS_LOSSES[name].scores_follow and not learnt:
            raise ValueError(
                f"`class_loss={name!r}` needs a projection that learns to read the layers: build a "
                "ProjectedForwardForward with goodness 'projection'."
            )

    def _choose(self, loss: Any, negatives: Any) -> tuple[str, str]:
        """The names of the local loss and of the strategy, or ValueError."""
        for argument, value, table in (
            ("loss", loss, LOCAL_LOSSES),
            ("negatives", negatives, NEGATIVES),
        ):
            if value is not None and not (isinstance(value, str) and value in table):
                raise ValueError(
                    f"Invalid value for argument `{argument}`. Expected one of {list(table)}. "
                    f"Received: {value!r}"
                )
        usual, kind, named = self.net.usual_negatives, type(self).__name__, loss
        loss = loss or self._learnt_by.get("loss")
        chosen = negatives or self._learnt_by.get("negatives") or usual
        if NEGATIVES[chosen].images and chosen != usual:
            fitting = {
                "hybrid": "UnsupervisedForwardForward",
                "other_image": "SelfContrastiveForwardForward",
            }
            build = fitting.get(chosen, "net of that kind")
            raise ValueError(
                f"Negatives {chosen!r} are images, for nets that learn without labels: build a "
                f"{build}."
            )
        if NEGATIVES[usual].images and not NEGATIVES[chosen].images:
            warnings.warn(
                f"{kind} learns without labels: its negatives are {usual!r} images, not "
                f"{chosen!r} labels.",
                stacklevel=3,
            )
            chosen = usual
        if self.net.needs_dense and NEGATIVES[chosen].every:
            raise ValueError(
                f"{kind} compares two labels: it cannot learn from all wrong ones at once. Expected "
                f"negatives={usual!r} or 'random'."
            )
        if self.net.needs_dense and NEGATIVES[chosen].scores in ("first", "next"):
            warnings.warn(
                f"No layer of {kind} scores labels alone: all layers choose its wrong labels, "
                f"as with negatives={usual!r}, not {chosen!r}.",
                stacklevel=3,
            )
            chosen = usual
        if not self.net.has_negatives and (named or negatives):
            owned = self.net.classes_that_own_units > 1
            why = "Classes own the units" if owned else "Layers score the classes"
            warnings.warn(
                f"{why} of {kind}: it learns by cross-entropy over them and has "
                "no negative data; `loss` and `negatives` have no effect.",
                stacklevel=3,
            )
        return loss or "symmetric", chosen

    @property
    def learning_rule(self) -> LearningRule:
        """How the layers learn, as :meth:`compile` has chosen."""
        return self._local.objective.rule

    @property
    def metrics(self) -> list[Any]:
        """What Keras resets at the start of an epoch."""
        local = getattr(self, "_local", None)
        return [*super().metrics, *([] if local is None else local.loss_means)]

    def get_compile_config(self) -> dict[str, Any]:
        if not getattr(self, "compiled", False):
            return {}
        return {
            "optimizer": keras.optimizers.serialize(self.optimizer),
            **self._compiled_with,
            **self._learnt_by,
        }

    def compile_from_config(self, config: dict[str, Any]) -> None:
        config = dict(config)
        optimizer = keras.optimizers.deserialize(config.pop("optimizer"))
        for kind in ("metrics", "weighted_metrics"):
            saved = config.get(kind) or []
            config[kind] = [keras.saving.deserialize_keras_object(m) for m in saved]
        # What was chosen fits the net: it is not to be warned of again.
        with warnings.catch_warnings(), as_it_is():
            warnings.simplefilter("ignore")
            self.compile(optimizer, **config)

    # --- what is handed in --------------------------------------------------------------

    def fit(self, x: Any = None, y: Any = None, *args: Any, **kwargs: Any) -> Any:
        """As ``keras.Model.fit``.

        Args:
            x: Images: (n, pixels) or (n, height, width), floats in 0–1 or bytes; or a
                ``tf.data.Dataset``, ``keras.utils.PyDataset`` or generator of batches.
            y: Labels: whole numbers (n,), or one-hot rows (n, classes). Metrics get all labels in
                the form that the first ones after :meth:`compile` had.
            *args: As for ``keras.Model.fit``.
            **kwargs: As for ``keras.Model.fit``, ``sample_weight`` and ``class_weight`` too: they
                weigh an image's losses. Where images of a batch meet (peer and batch
                normalisation, losses that compare images, prototypes, shuffled labels, hybrid
                images, pairs), one of weight 0 still meets the others.

        Raises:
            ValueError: A label is no class of the net, an image is not of its shape, or batches of
                one image would teach it nothing.
        """
        given = _FIT.bind_partial(self, x, y, *args, **kwargs).arguments
        del given["self"]
        self._assert_compile_called("fit")
        alone = why_not_alone(self)
        brought = self._intake.bring(x, y, alone)
        if hasattr(brought[0], "shape") and alone:
            share = 1.0 - (given.get("validation_split") or 0.0)
            rows, size = int(len(brought[0]) * share), given.get("batch_size") or 32
            self._refuse_one(min(rows, size), alone)
            self._intake.say_of_one(rows % size, alone)
        held_out = given.get("validation_data")
        if isinstance(held_out, (tuple, list)):
            parts = keras.utils.unpack_x_y_sample_weight(tuple(held_out))
            given["validation_data"] = (*self._intake.bring(*parts[:2]), *held_out[2:])
        elif held_out is not None:
            given["validation_data"] = self._intake.bring(held_out, None)[0]
        return super().fit(**{**given, "x": brought[0], "y": brought[1]})

    @staticmethod
    def _refuse_one(rows: int, alone: str) -> None:
        if alone and rows == 1:
            raise ValueError(f"Batches must hold 2 images or more for this net: {alone}.")

    def evaluate(self, x: Any = None, y: Any = None, *args: Any, **kwargs: Any) -> Any:
        """As ``keras.Model.evaluate``; images and labels as for :meth:`fit`."""
        if not kwargs.get("_use_cached_eval_dataset"):
            x, y = self._intake.bring(x, y)
        return super().evaluate(x, y, *args, **kwargs)

    def predict(self, x: Any, *args: Any, **kwargs: Any) -> Any:
        """As ``keras.Model.predict``; images as for :meth:`fit`."""
        return super().predict(self._intake.bring_images(x), *args, **kwargs)

    def train_on_batch(self, x: Any, y: Any = None, *args: Any, **kwargs: Any) -> Any:
        """As ``keras.Model.train_on_batch``; images and labels as for :meth:`fit`."""
        self._assert_compile_called("train_on_batch")
        x, y = self._intake.bring(x, y)
        self._refuse_one(len(x), why_not_alone(self))
        return super().train_on_batch(x, y, *args, **kwargs)

    def test_on_batch(self, x: Any, y: Any = None, *args: Any, **kwargs: Any) -> Any:
        """As ``keras.Model.test_on_batch``; images and labels as for :meth:`fit`."""
        x, y = self._intake.bring(x, y)
        return super().test_on_batch(x, y, *args, **kwargs)

    def predict_on_batch(self, x: Any) -> Any:
        """As ``keras.Model.predict_on_batch``; images as for :meth:`fit`."""
        return super().predict_on_batch(self._intake.rows(x))

    def _batch(
        self, x: Any, y: Any, weights: Any = None, training: bool = True
    ) -> tuple[Batch, Part]:
        x = images_of(x, self.num_inputs, self._intake.image_shape)
        part = part_of_batch(ops.shape(x)[0])
        x, y, weights = part.fill(x), part.fill(y), part.fill(weights)
        rows = part.total
        local = self._local
        step = ops.cast(count_batches(self.optimizer), "int32")

        def seed(number: int) -> Any:
            # Of the seed and the step alone: a restored run draws what it would have drawn.
            return ops.stack([ops.add(ops.cast(local.seed % 2**30, "int32"), number), step])

        uniform = part.pick(draw_uniform((rows, self.num_classes), seed(0)))
        mask = None
        if local.masks is not None:
            chosen = draw_whole((rows,), seed(1), MASK_STOCK)
            mask = ops.take(ops.convert_to_tensor(local.masks), chosen, axis=0)
        dropout = {}
        if local.dropout and training:
            times = local.objective.rule.mask_rows(self.net)
            for i, layer in enumerate(self.ff_layers[:-1]):
                ones = (1, 1) if len(layer.kernel.shape) == 4 else ()
                shape = (times * rows, *ones, layer.units)
                drawn = part.pick(draw_uniform(shape, seed(2 + i)), times)
                kept = ops.cast(drawn >= local.dropout, "float32")
                dropout[str(i)] = kept / (1.0 - local.dropout)
        if weights is not None:
            weights = ops.reshape(ops.cast(weights, "float32"), (-1,))
        labels = labels_of(y, self.num_classes)
        return Batch(x, labels, uniform, mask, dropout, weights), part

    # --- what learns ----------------------------------------------------------------------

    def _learnable_variables(self) -> list[Any]:
        """All that training moves where no layer is frozen, in Keras' order."""
        read = [] if self.read_out is None else [self.read_out.kernel, self.read_out.bias]
        known = {id(v) for layer in self.ff_layers for v in layer.learnt} | {id(v) for v in read}
        return [v for v in self.variables if id(v) in known]

    def _which_learn(self) -> tuple[list[bool], bool]:
        """Of each layer, and of the read-out, whether it learns."""
        layers = [bool(self.trainable and layer.trainable) for layer in self.ff_layers]
        return layers, bool(
            self.trainable and self.read_out is not None and self.read_out.trainable
        )

    def make_train_function(self, force: bool = False) -> Any:
        """Keras' training step; which layers are trainable, and vote, is looked at in each call."""
        if self.train_function is not None and not force:
            return self.train_function
        made: dict[Any, Any] = {}
        make, follows = super().make_train_function, None

        def train(iterator: Any) -> Any:
            nonlocal follows
            layers, reads = self._which_learn()
            now = (*layers, reads)
            if now != follows:
                self._local.averages.follow(self.trainable_variables)
                follows = now
            key = now, self.net.settings.votes
            if key not in made:
                make(force=True)
                made[key], self.train_function = self.train_function, train
            return made[key](iterator)

        self.train_function = train
        return train

    # --- steps --------------------------------------------------------------------------

    def train_step(self, data: Any) -> dict[str, Any]:
        """One update of every layer that is trainable, from one mini-batch."""
        x, y, weights = keras.utils.unpack_x_y_sample_weight(data)
        learns, reads = self._which_learn()
        if not any(learns) and not reads:
            raise ValueError("No layer of this net is trainable: there is nothing to learn.")
        batch, part = self._batch(x, y, weights)
        losses, gradients, _, head = gradients_of(
            self._local.objective, batch, learns, self.optimizer.scale_loss
        )
        pairs: list[Any] = []
        for group, group_gradients in zip(
            learning_variables(self.net, learns), gradients, strict=True
        ):
            pairs += zip(map(part.weigh, group_gradients), group, strict=True)
        if reads:
            pairs += zip(
                map(part.weigh, head), [self.read_out.kernel, self.read_out.bias], strict=True
            )
        self.optimizer.apply_gradients(pairs)
        self._count(losses, part)
        self._build_metrics(y)
        layers = {m.name: m.result() for m in self._local.loss_means}
        if self._local.judges_training:
            return {**self._judge_batch(x, y, weights, part), **layers}
        return {"loss": self._loss_tracker.result(), **layers}

    def test_step(self, data: Any) -> dict[str, Any]:
        """Accuracy and mean local loss on one mini-batch."""
        x, y, weights = keras.utils.unpack_x_y_sample_weight(data)
        batch, part = self._batch(x, y, weights, training=False)
        losses, _ = self._local.objective.run(batch, len(self.ff_layers))
        self._count(losses, part)
        return self._judge_batch(x, y, weights, part)

    def _count(self, losses: list[Any], part: Part) -> None:
        rows = part.rows
        if rows is not part.total:  # a replica may have none of a last batch
            losses = [tf.where(rows > 0, loss, tf.zeros_like(loss)) for loss in losses]
        for mean, loss in zip(self._local.loss_means, losses, strict=True):
            mean.update_state(loss, sample_weight=rows)
        self._loss_tracker.update_state(sum(losses) / len(losses), sample_weight=rows)

    def _get_metrics_result_or_logs(self, logs: dict[str, Any]) -> dict[str, Any]:
        # Keras would average what replicas say of their own images, of which some have more.
        results = self.get_metrics_result()
        return {name: results.get(name, value) for name, value in logs.items()}

    def compute_metrics(self, x: Any, y: Any, y_pred: Any, sample_weight: Any = None) -> Any:
        """As ``keras.Model.compute_metrics``, with labels in the form that metrics began with."""
        y = self._intake.form_for_metrics(y)
        return super().compute_metrics(x, y, y_pred, sample_weight=sample_weight)

    def _build_metrics(self, y: Any) -> None:
        # Keras builds them with a net that is not built yet; this one always is.
        metrics = self._compile_metrics
        if metrics is not None and not metrics.built:
            with tf.init_scope():
                own = (self.num_classes,) if self._intake.is_hot else ()
                true = keras.KerasTensor((None, *own), "float32" if own else y.dtype)
                metrics.build(true, keras.KerasTensor((None, self.num_classes)))

    def _judge_batch(self, x: Any, y: Any, weights: Any, part: Part) -> dict[str, Any]:
        """Loss and metrics, with this mini-batch's scores counted."""

        def count() -> Any:
            self.compute_metrics(x, y, self(x, training=False), sample_weight=weights)
            return tf.constant(True)

        if part.rows is part.total:
            count()
        else:  # a replica may have none of a last batch
            tf.cond(part.rows > 0, count, lambda: tf.constant(False))
        layers = {m.name for m in self._local.loss_means}
        results = self.get_metrics_result()
        return {name: value for name, value in results.items() if name not in layers}
