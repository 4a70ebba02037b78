"""Several replicas of one net under ``tf.distribute``: each learns from its part of every batch.

The numbers are those of one process with the same batches: what is drawn at random is drawn for
the whole batch, of which each replica takes its rows, and gradients are weighted by how many images
they come from. That holds where an image's loss does not depend on the others of its batch; where it
does, learning in parts would be another rule, and is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from ffstudio.core.forward_forward import LearningRule, LocalNet
from ffstudio.core.mathematics import CLASS_LOSSES, GOODNESS, NEGATIVES
from ffstudio.engine.forward_forward.keras_optimizers import list_inner

_PARTS = "each would clip the gradient of its own part of a batch"
_NO_BRANCH = "Keras cannot let replicas update weights in some steps and not in others"

# Settings of an optimizer → why replicas do not learn by them what one process learns.
_NOT_SHARED = {
    "clipnorm": _PARTS,
    "clipvalue": _PARTS,
    "gradient_accumulation_steps": _NO_BRANCH,
    "ema_overwrite_frequency": _NO_BRANCH,
}


@dataclass(frozen=True)
class Part:
    """Which rows of a whole batch a replica has.

    Attributes:
        start: The first one.
        rows: How many it has; none where the last batch of an epoch does not reach to it.
        total: How many all have.
        extra: Rows of zeros that are put in their place where it has none: 1 or 0.
    """

    start: Any
    rows: Any
    total: Any
    extra: Any = 0

    def pick(self, drawn: Any, copies: int = 1) -> Any:
        """Of something drawn for the whole batch, (copies · total, …), the rows of this replica."""
        if self.total is self.rows:
            return drawn
        shape = drawn.shape[1:]
        whole = tf.reshape(drawn, (copies, self.total, *shape))
        own = whole[:, self.start : self.start + self.rows]
        own = tf.pad(own, [[0, 0], [0, self.extra], *[[0, 0]] * len(shape)])
        return tf.reshape(own, (copies * (self.rows + self.extra), *shape))

    def fill(self, rows: Any) -> Any:
        """What was handed to this replica (rows, …), a row of zeros where that is nothing."""
        if self.total is self.rows or rows is None:
            return rows
        return tf.pad(rows, [[0, self.extra], *[[0, 0]] * (len(rows.shape) - 1)])

    def weigh(self, mean: Any) -> Any:
        """A mean over this replica's images as its part of the mean over all of them."""
        if self.total is self.rows or mean is None:
            return mean
        share = tf.cast(self.rows, tf.float32) / tf.cast(self.total, tf.float32)
        return tf.where(self.rows > 0, mean * share, tf.zeros_like(mean))


def part_of_batch(rows: Any) -> Part:
    """The part of a batch that this replica has; call it in every replica or in none.

    Args:
        rows: Images that were handed to this replica.
    """
    count = tf.distribute.get_strategy().num_replicas_in_sync
    if count == 1 or tf.distribute.in_cross_replica_context():
        return Part(0, rows, rows)
    replica: Any = tf.distribute.get_replica_context()
    number = tf.cast(replica.replica_id_in_sync_group, tf.int32)
    own = tf.one_hot(number, count, dtype=tf.int32) * rows
    every = replica.all_reduce(tf.distribute.ReduceOp.SUM, own)
    before = tf.range(count) < number
    start = tf.reduce_sum(tf.where(before, every, 0))
    return Part(start, rows, tf.reduce_sum(every), tf.cast(rows == 0, tf.int32))


def refuse_if_coupled(net: LocalNet, rule: LearningRule, strategy: tf.distribute.Strategy) -> None:
    """Raises ValueError where replicas would not learn what one process learns from whole batches."""
    if isinstance(strategy, tf.distribute.MultiWorkerMirroredStrategy):
        raise ValueError(
            "Forward-Forward nets do not learn under MultiWorkerMirroredStrategy: Keras' fit cannot "
            "hand batches to several workers. Use MirroredStrategy on one machine."
        )
    num_replicas = strategy.num_replicas_in_sync
    if num_replicas == 1:
        return
    why = ""
    if rule.peer:
        why = "peer normalisation needs the mean activity of the whole batch"
    elif any(layer.gamma is not None for layer in net.layers):
        why = "batch normalisation needs the mean and the variance of the whole batch"
    elif any(GOODNESS[layer.goodness_name].projection == "running" for layer in net.layers):
        why = "prototypes are means over the whole batch"
    elif NEGATIVES[net.usual_negatives].images:
        why = "nets without labels make negative data of two images of a batch"
    elif CLASS_LOSSES[rule.class_loss].compares_images:
        why = f"{CLASS_LOSSES[rule.class_loss].label.lower()} compares the images of a batch"
    elif rule.negatives == "shuffled":
        why = "shuffled labels are those of the whole batch"
    if why:
        raise ValueError(
            f"This net cannot learn under a strategy with {num_replicas} replicas: {why}, and each "
            "replica has a part of it. Train it in one process, or choose other settings."
        )


def refuse_optimizer(optimizer: Any, strategy: tf.distribute.Strategy) -> None:
    """Raises ValueError for settings of an optimizer that replicas cannot follow."""
    count = strategy.num_replicas_in_sync
    if count == 1:
        return
    for name, why in _NOT_SHARED.items():
        if any(getattr(each, name, None) for each in list_inner(optimizer)):
            raise ValueError(
                f"An optimizer with `{name}` cannot learn under a strategy with {count} replicas: "
                f"{why}. Train in one process, or leave out `{name}`."
            )


def refuse_other_scope(made_under: tf.distribute.Strategy | None) -> None:
    """Raises ValueError where a net is compiled under another strategy than it was made under.

    Args:
        made_under: Its strategy, or None where it was made outside all of them.
    """
    compiled_under = tf.distribute.get_strategy() if tf.distribute.has_strategy() else None
    if compiled_under is not made_under:
        raise ValueError(
            "The net and its optimizer must be made and compiled under one strategy: put all of it "
            "into the same `with strategy.scope():`."
        )
