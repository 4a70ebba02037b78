"""Training by Forward-Forward: every layer has its own loss and its own optimizer.

Source: Hinton 2022, "The Forward-Forward Algorithm". Positive data are images with
their true label, negative data the same images with a wrong one. No gradient passes
from one layer to another: between layers stands ``stop_gradient``, so the backward
pass of a layer needs its own weights only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from ffstudio.core.experiment.sizes import threshold_of
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import Batch, LearningRule
from ffstudio.core.image_shape import size_of, spread_over_channels
from ffstudio.core.images.data import Samples
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.judge import Ballot, Judgement, judge_ballot
from ffstudio.core.look.named_weights import ff_snapshot
from ffstudio.core.mathematics import GOODNESS, NEGATIVES, hybrid_masks
from ffstudio.core.run.status import RunPhase
from ffstudio.engine.forward_forward.keras_fit import MASK_STOCK
from ffstudio.engine.forward_forward.local_gradients import gradients_of, learning_variables
from ffstudio.engine.forward_forward.nets import forward_forward_model, layer_kernel
from ffstudio.engine.training.compiler import may_use_xla
from ffstudio.engine.training.optimizers import make_optimizer
from ffstudio.engine.training.starting import (
    initial_comparison,
    initial_projection,
    initial_shortcut,
)
from ffstudio.engine.training.trainer import State, Trainer, dropout_masks

NAN = float("nan")


def learning_rule(spec: ExperimentSpec) -> LearningRule:
    """How the layers of an experiment's net learn."""
    ff = spec.ff
    return LearningRule(
        tuple(layer.loss for layer in spec.layers),
        ff.sharpness,
        ff.negatives,
        ff.peer,
        ff.collaboration,
        ff.collaboration_strength,
        tuple(layer.l1 for layer in spec.layers),
        tuple(layer.l2 for layer in spec.layers),
        ff.dropout_mask,
        ff.class_loss,
    )


class ForwardForwardTrainer(Trainer):
    """Trains a Forward-Forward net by the schedule of its experiment."""

    name = "ff"

    def __init__(self, spec: ExperimentSpec, shape: DataShape) -> None:
        super().__init__(spec, len(spec.layers))
        self.model = forward_forward_model(spec, shape)
        self.net = self.model.net
        self.objective = self.net.objective(learning_rule(spec))
        self.optimizers = []
        for layer_spec, layer in zip(spec.layers, self.model.ff_layers, strict=True):
            optimizer = make_optimizer(
                layer_spec.optimizer, layer_spec.learning_rate, layer_spec.weight_decay
            )
            optimizer.build(layer.learnt)
            self.optimizers.append(optimizer)
        self._rates = [layer.learning_rate for layer in spec.layers]
        if self.model.read_out is not None:
            optimizer = make_optimizer("adam", spec.ff.read_out_rate)
            optimizer.build([self.model.read_out.kernel, self.model.read_out.bias])
            self.optimizers.append(optimizer)
            self._rates.append(spec.ff.read_out_rate)
        # XLA fuses dense layers well; convolutions are faster outside it.
        self.uses_xla = may_use_xla() and all(layer.kind == "dense" for layer in spec.layers)
        self._compiled: dict[Any, Callable[..., Any]] = {}
        self._masks: Any = None
        # The Keras example's "FinalLoss" is a mean over all epochs so far.
        self._running_sum, self._running_count = 0.0, 0
        self._inner: tuple[int, int, Any, Batch] | None = None  # batch number, layer, its input
        self._learnt_steps = np.zeros(len(spec.layers))

    @property
    def steps_per_epoch(self) -> int:
        batches = self.training_data().batches_per_epoch
        if self.spec.ff.schedule == "inner_loops":
            return batches * len(self.spec.layers) * self.spec.ff.inner_steps
        return batches

    @property
    def own_steps(self) -> int:
        steps = self.steps_per_epoch
        return steps // len(self.spec.layers) if self.spec.ff.schedule == "inner_loops" else steps

    @property
    def frozen(self) -> tuple[int, ...]:
        return tuple(i for i, layer in enumerate(self.spec.layers) if not layer.learns)

    def list_layers(self) -> list[list[keras.Variable]]:
        return [layer.learnt for layer in self.model.ff_layers]

    def weight_variables(self) -> dict[str, keras.Variable]:
        named: dict[str, keras.Variable] = {}
        for i, layer in enumerate(self.model.ff_layers):
            parts = ["kernel", "bias", "threshold", *["mean_activity"] * bool(self.spec.ff.peer)]
            if layer.projection is not None:
                parts.append("projection")
            if layer.comparison is not None:
                parts.append("comparison")
            if layer.shortcut is not None:
                parts.append("shortcut")
            if layer.batch_norm:
                parts += ["gamma", "beta", "moving_mean", "moving_variance"]
            named |= {f"layer_{i}/{part}": getattr(layer, part) for part in parts}
        if self.net.read_out is not None:
            named["read_out/kernel"] = self.net.read_out.kernel
            named["read_out/bias"] = self.net.read_out.bias
        return named

    def snapshot(self, shape: DataShape) -> FFSnapshot:
        return ff_snapshot(self.weights(), self.spec, shape)

    # --- one step ---------------------------------------------------------------------

    def train_step(self, gain: float, progress: float) -> tuple[tuple[float, ...], int | None, int]:
        if self.spec.ff.schedule == "inner_loops":
            losses, layer = self._inner_step(gain)
        else:
            layer = None
            if self.spec.ff.schedule == "greedy":
                layer = min(int(progress * len(self.spec.layers)), len(self.spec.layers) - 1)
            losses = self._batch_step(gain, layer)
        self.count_learnt(self._list_learning(layer))
        self.count(losses)
        return losses, layer, self.training_data().batch_size

    def _list_learning(self, only: int | None) -> tuple[int, ...]:
        """The layers that learn in a step: all, or ``only`` one, without those that are frozen."""
        asked = range(len(self.spec.layers)) if only is None else [only]
        return tuple(i for i in asked if i not in self.frozen)

    def _batch_step(self, gain: float, layer: int | None) -> tuple[float, ...]:
        learning = self._list_learning(layer)
        if not learning and (layer is not None or self.model.read_out is None):
            return (NAN,) * len(self.spec.layers)
        data = self.training_data()
        epoch, index = self.place
        x, y = data.batch(epoch, index)
        # A function for each set of layers that learn: what is frozen costs no gradient.
        step = self._compile(
            ("batch", layer, learning), lambda: self._batch_function(layer, learning)
        )
        batch = self.draw_batch(x, y, self.step, self._second_view(epoch, index))
        losses = step(batch, self.scale_rates(gain)).numpy()
        return tuple(losses.tolist())

    def _second_view(self, epoch: int, index: int) -> tf.Tensor | None:
        if not self.spec.ff.compares_views:
            return None
        return self.training_data().make_second_view(epoch, index)

    def draw_batch(
        self, x: tf.Tensor, y: tf.Tensor, number: int, second: tf.Tensor | None = None
    ) -> Batch:
        """A mini-batch with all that is random in one step.

        What is drawn depends on the run's seed and ``number`` alone. It comes from NumPy,
        whose streams stay the same from release to release and inside and outside XLA.
        """
        rows = self.training_data().batch_size
        rng = np.random.Generator(np.random.Philox(key=[self.spec.seed, number]))
        uniform = rng.random((rows, self.model.num_classes), np.float32)
        mask = None
        if self.net.needs_masks:
            if self._masks is None:
                seeded = np.random.Generator(np.random.Philox(key=[self.spec.seed, 2**63]))
                shape = self.model.image_shape
                stock = hybrid_masks(MASK_STOCK, size_of(shape), seeded)
                self._masks = spread_over_channels(stock, shape)
            mask = tf.constant(self._masks[rng.integers(0, MASK_STOCK, rows)])
        masks = dropout_masks(self.spec, number, self.objective.rule.mask_rows(self.net) * rows)
        return Batch(x, y, tf.constant(uniform), mask, masks, second=second)

    def _compile(self, key: Any, make: Callable[[], Callable[..., Any]]) -> Callable[..., Any]:
        """The compiled function for ``key``; its first call counts as compilation.

        Functions take and give tensors, or a :class:`Batch` as first argument.
        """
        if key not in self._compiled:
            inner = make()

            def flat(parts: dict[str, Any], *args: Any) -> Any:
                return inner(Batch(**parts), *args)

            function = tf.function(flat, jit_compile=self.uses_xla, autograph=False)

            def call(batch: Batch, *args: Any) -> Any:
                return function(vars(batch), *args)

            def first(batch: Batch, *args: Any) -> Any:
                with self.clock.aside("compile"):
                    self.tell_phase(RunPhase.COMPILING, 0, 0)
                    result = call(batch, *args)
                self._compiled[key] = call
                return result

            self._compiled[key] = first
        return self._compiled[key]

    def _batch_function(
        self, only: int | None, learning: tuple[int, ...]
    ) -> Callable[..., tf.Tensor]:
        """A training step on one mini-batch.

        Args:
            only: The one layer whose turn it is, by its schedule; those above are left out.
            learning: The layers that learn. Others still choose negative data, collaborate and
                vote.
        """
        model = self.model
        count = len(model.ff_layers) if only is None else only + 1
        learns = [i in learning for i in range(count)]

        def step(batch: Batch, rates: tf.Tensor) -> tf.Tensor:
            losses, gradients, _, head = gradients_of(self.objective, batch, learns)
            layer_gradients = iter(gradients)
            groups = iter(learning_variables(self.net, learns))
            for i, learn in enumerate(learns):
                if learn:
                    self._apply(i, next(groups), next(layer_gradients), rates)
            if head:
                read_out = [model.read_out.kernel, model.read_out.bias]
                self._apply(len(self.optimizers) - 1, read_out, head, rates)
            nan = tf.constant(NAN)
            told = [v if learn else nan for v, learn in zip(losses, learns, strict=True)]
            return tf.stack(told + [nan] * (len(model.ff_layers) - count))

        return step

    def _apply(self, index: int, variables: list[Any], gradients: Any, rates: tf.Tensor) -> None:
        optimizer = self.optimizers[index]
        optimizer.learning_rate.assign(rates[index])
        optimizer.apply(gradients, variables)

    # --- the Keras example's inner loops ----------------------------------------------------

    def _inner_step(self, gain: float) -> tuple[tuple[float, ...], int]:
        """One of the many updates of one layer on the same batch."""
        num_layers, inner = len(self.spec.layers), self.spec.ff.inner_steps
        epoch, done = self.place
        batch, rest = divmod(done, num_layers * inner)
        batch_number = epoch * self.training_data().batches_per_epoch + batch
        index = rest // inner
        losses = [NAN] * num_layers
        if index in self.frozen:
            return tuple(losses), index
        if self._inner is None or self._inner[:2] != (batch_number, index):
            self._inner = (batch_number, index, *self._inner_input(batch_number, index))
        step = self._compile(("inner", index), lambda: self._inner_function(index))
        losses[index] = float(step(self._inner[3], self._inner[2], self.scale_rates(gain)))
        return tuple(losses), index

    def _inner_input(self, batch_number: int, index: int) -> tuple[Any, Batch]:
        """What layer ``index`` learns from on this batch: constant during its updates."""
        data = self.training_data()
        at = divmod(batch_number, data.batches_per_epoch)
        x, y = data.batch(*at)
        batch = self.draw_batch(x, y, batch_number, self._second_view(*at))

        # Its own input, and of a layer with a shortcut that of its whole block.
        kept = max(self.model.ff_layers[index].skip, 1)

        def prepare(batch: Batch) -> Any:
            return self.objective.climb(index, batch)[-kept:]

        return self._compile(("prepare", index), lambda: prepare)(batch), batch

    def _inner_function(self, index: int) -> Callable[..., tf.Tensor]:
        def step(batch: Batch, seen: Any, rates: tf.Tensor) -> tf.Tensor:
            variables = learning_variables(self.net, [i == index for i in range(index + 1)])[0]
            with tf.GradientTape() as tape:
                loss = self.objective.alone(index, seen, batch)
            gradients = tape.gradient(loss, [v.value for v in variables])
            self._apply(index, variables, gradients, rates)
            return loss

        return step

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
        net = self.net

        def scores(batch: Batch) -> tuple[tf.Tensor, ...]:
            every = (net.label_goodness(batch.x),)
            return every if net.read_out is None else (*every, net.read_out_logits(batch.x))

        function = self._compile("judge", lambda: scores)
        nothing = tf.zeros((0,))
        pieces = [
            [
                part.numpy()[:n]
                for part in function(Batch(tf.constant(x), nothing, nothing, None, {}))
            ]
            for x, n in self.pieces(samples)
        ]
        goodness, *logits = (np.concatenate(part) for part in zip(*pieces, strict=True))
        ballot = Ballot(goodness, net.votes)
        return judge_ballot(ballot, samples.y, logits[0] if logits else None)

    # --- state ----------------------------------------------------------------------------------

    def set_threshold(self, index: int, value: float) -> None:
        """θ of one layer, from the next step on, in the unit of the experiment's settings."""
        layer = self.model.ff_layers[index]
        spec = self.spec.with_layer(index, threshold=value)
        layer.threshold.assign(threshold_of(spec, index, layer.output_size))

    def set_votes(self, votes: str) -> None:
        """Which layers vote, from the next step and judgement on."""
        if votes == self.net.settings.votes:
            return
        self.model.set_votes(votes)
        if self.net.has_label_in_input and NEGATIVES[self.spec.ff.negatives].scores == "all":
            # Those that vote choose the wrong labels too.
            self._compiled = {key: f for key, f in self._compiled.items() if key == "judge"}

    def begin_anew(self, index: int, seed: int) -> None:
        layer = self.model.ff_layers[index]
        layer.kernel.assign(layer_kernel(layer, seed, index))
        layer.bias.assign(np.zeros(layer.bias.shape, np.float32))
        layer.mean_activity.assign(np.full(layer.mean_activity.shape, 0.5, np.float32))
        if layer.projection is not None:
            how = GOODNESS[self.spec.ff.goodness].projection
            drawn = initial_projection(seed, index, layer.projection.shape, how)
            layer.projection.assign(drawn)
        if layer.comparison is not None:
            drawn = initial_comparison(seed, index, layer.comparison.shape)
            layer.comparison.assign(drawn)
        if layer.shortcut is not None:
            layer.shortcut.assign(initial_shortcut(seed, index, layer.shortcut.shape))
        if layer.batch_norm:
            ones, zeros = np.ones(layer.units, np.float32), np.zeros(layer.units, np.float32)
            layer.gamma.assign(ones)
            layer.beta.assign(zeros)
            layer.moving_mean.assign(zeros)
            layer.moving_variance.assign(ones)
        settings = self.spec.layers[index]
        fresh = make_optimizer(settings.optimizer, settings.learning_rate, settings.weight_decay)
        fresh.build(layer.learnt)
        for variable, new in zip(self.optimizers[index].variables, fresh.variables, strict=True):
            variable.assign(new)
        self._inner = None
        self._note_new_start(index)

    def state(self) -> State:
        state = super().state()
        state["running_loss"] = np.array([self._running_sum, self._running_count])
        return state

    def load_state(self, state: State) -> None:
        super().load_state(state)
        self._inner = None
        if "running_loss" in state:
            self._running_sum = float(state["running_loss"][0])
            self._running_count = int(state["running_loss"][1])


__all__ = ["ForwardForwardTrainer"]
