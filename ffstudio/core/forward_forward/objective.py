"""What each layer learns from: its local loss on one mini-batch, over any array namespace.

No gradient passes from one layer to another: what goes up is a constant, so the backward
pass of a layer needs its own weights only, and no gradient with respect to inputs.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ffstudio.core.mathematics import (
    LOCAL_LOSSES,
    NEGATIVES,
    NegativeStrategy,
    class_loss,
    peer_loss,
)

Array = Any

# Share of the newest batch in a unit's running mean activity (Hinton's published code).
PEER_SHARE = 0.1


@dataclass(frozen=True)
class LearningRule:
    """All that decides the layers' losses, beside the net itself.

    Attributes:
        losses: A name of ``LOCAL_LOSSES`` per layer.
        negatives: A name of ``NEGATIVES``.
        peer: Strength λ of peer normalisation.
        collaboration: ``none``, ``earlier`` or ``others``: whose goodness a layer's loss adds
            to its own, times ``collaboration_strength``.
        dropout_mask: ``separate`` or ``shared``: whether positive and negative data lose the same
            units; with ``shared`` a batch's masks have a row an image.
        class_loss: A name of ``CLASS_LOSSES``, for layers that score every class.
        l1: Per layer, factor on the sum of absolute weights; ``l2`` on that of squares.
    """

    losses: tuple[str, ...]
    sharpness: float = 10.0
    negatives: str = "hard_first"
    peer: float = 0.0
    collaboration: str = "none"
    collaboration_strength: float = 1.0
    l1: tuple[float, ...] = ()
    l2: tuple[float, ...] = ()
    dropout_mask: str = "separate"
    class_loss: str = "cross_entropy"

    def rows(self, net: Any) -> int:
        """Rows of a training batch per image."""
        return int(net.rows_to_learn(self.negatives, net.num_classes))

    def mask_rows(self, net: Any) -> int:
        """Rows of dropout masks per image."""
        return 1 if self.dropout_mask == "shared" else self.rows(net)

    @property
    def strategy(self) -> NegativeStrategy:
        """How negative data are made.

        Raises:
            ValueError: There is no strategy of that name.
        """
        if self.negatives not in NEGATIVES:
            raise ValueError(
                f"Invalid value for `negatives`. Expected one of {list(NEGATIVES)}. "
                f"Received: {self.negatives!r}"
            )
        return NEGATIVES[self.negatives]


@dataclass(frozen=True)
class Batch:
    """One mini-batch and all that is random about it.

    Attributes:
        x: Images (batch, pixels).
        y: Labels (batch,) int32.
        uniform: Numbers in [0, 1) that choose wrong labels (batch, classes).
        hybrid_mask: For hybrid images (batch, pixels), else None.
        dropout: What to multiply each layer's activities with, by its number as text.
        weights: How much each image counts (batch,), or None where all count alike.
        second: Other changed copies of the images (batch, pixels), or None where there is one view.
    """

    x: Any
    y: Any
    uniform: Any
    hybrid_mask: Any
    dropout: dict[str, Any]
    weights: Any = None
    second: Any = None

    def average(self, losses: Any, xp: Any) -> Any:
        """Mean of the images' losses (batch,); weighted ones are divided by their number.

        That is how Keras averages losses under ``sample_weight``.
        """
        return xp.mean(losses if self.weights is None else losses * self.weights)


class Objective(ABC):
    """The losses of all layers on one mini-batch.

    Args:
        net: A :class:`ffstudio.core.forward_forward.kind.LocalNet`.
        rule: How its layers learn.
    """

    def __init__(self, net: Any, rule: LearningRule) -> None:
        self.net = net
        self.rule = rule
        self.xp = net.xp

    # --- one layer after the other ------------------------------------------------------

    @abstractmethod
    def first_input(self, batch: Batch, num_layers: int) -> Any:
        """What the first layer sees; ``num_layers`` learn or lie below one that does."""

    def before(self, index: int, inputs: Any) -> Array:
        """Summed inputs of a layer's units, positive rows first."""
        return self.net.layers[index].linear(inputs)

    def upward(self, index: int, activities: Array, batch: Batch) -> Array:
        """What layer ``index + 1`` sees: a constant."""
        h = self.xp.stop_gradient(activities)
        mask = batch.dropout.get(str(index))
        if mask is not None:
            copies = self.rule.rows(self.net) // self.rule.mask_rows(self.net)
            mask = self.xp.concatenate([mask] * copies) if copies > 1 else mask
        return self.net.layers[index + 1].normalise(h if mask is None else h * mask)

    @abstractmethod
    def goodness(self, index: int, activities: Array, batch: Batch) -> Any:
        """What the loss compares."""

    @abstractmethod
    def loss(self, index: int, goodness: Any, batch: Batch) -> Array:
        """The layer's local loss of what :meth:`goodness` gave, a scalar."""

    def note(self, index: int, activities: Array, batch: Batch) -> None:
        """What a layer that learns keeps of the batch beside its gradient; nothing by itself.

        It is taken up after :meth:`goodness`: the batch's own loss does not see it.
        """
        return

    def features(self, activities: list[Array], batch: Batch) -> Array:
        """What the read-out learns from, a constant."""
        return self.xp.stop_gradient(self.net.features(batch.x))

    # --- together -----------------------------------------------------------------------

    def run(
        self, batch: Batch, num_layers: int, learns: Sequence[bool] = ()
    ) -> tuple[list[Array], list[Array]]:
        """Losses and activities of the first ``num_layers`` layers.

        Args:
            learns: Which of them learn from the batch; none by default.
        """
        inputs = self.first_input(batch, num_layers)
        compared, activities, extra, seen = [], [], [], []
        for i, layer in enumerate(self.net.layers[:num_layers]):
            before = self.before(i, inputs)
            seen.append(inputs)
            beside = layer.pass_by(seen)
            is_learning = i < len(learns) and learns[i]
            finish = layer.finish_batch if is_learning else layer.finish
            a = finish(before, beside)
            activities.append(a)
            compared.append(self.goodness(i, a, batch))
            if is_learning:
                self.note(i, a, batch)
            extra.append(self._peers(i, before, a, batch))
            if i + 1 < num_layers:
                inputs = self.upward(i, a, batch)
        losses = [
            self.loss(i, self._collaborate(i, compared), batch) + more + self.penalty(i)
            for i, more in enumerate(extra)
        ]
        return losses, activities

    def climb(self, index: int, batch: Batch) -> list[Any]:
        """What each layer up to one sees of a batch that none of them learns from."""
        seen = [self.first_input(batch, index + 1)]
        for i in range(index):
            layer = self.net.layers[i]
            a = layer.finish(self.before(i, seen[-1]), layer.pass_by(seen))
            seen.append(self.upward(i, a, batch))
        return seen

    def alone(self, index: int, seen: Sequence[Any], batch: Batch) -> Array:
        """Loss of one layer on inputs that stay as they are.

        Args:
            seen: From :meth:`climb`.
        """
        before, layer = self.before(index, seen[-1]), self.net.layers[index]
        a = layer.finish_batch(before, layer.pass_by(seen))
        goodness = self.goodness(index, a, batch)
        self.note(index, a, batch)
        peers = self._peers(index, before, a, batch)
        return self.loss(index, goodness, batch) + peers + self.penalty(index)

    def penalty(self, index: int) -> Array:
        """L1 and L2 of a layer's weights."""
        kernel, total = self.net.layers[index].kernel, 0.0
        if self.rule.l1 and self.rule.l1[index]:
            total += self.rule.l1[index] * self.xp.sum(self.xp.abs(kernel))
        if self.rule.l2 and self.rule.l2[index]:
            total += self.rule.l2[index] * self.xp.sum(self.xp.square(kernel))
        return total

    def _collaborate(self, index: int, compared: list[Any]) -> Any:
        """A layer's goodness, and that of the layers it collaborates with as a constant."""
        return compared[index]

    def _peers(self, index: int, before: Array, activities: Array, batch: Batch) -> Array:
        return 0.0


class PairObjective(Objective):
    """Rows of positive data, then as many rows of negative data."""

    def goodness(self, index: int, activities: Array, batch: Batch) -> Any:
        return self.xp.split(self.net.layers[index].goodness(activities), 2)

    def loss(self, index: int, goodness: Any, batch: Batch) -> Array:
        layer, name = self.net.layers[index], self.rule.losses[index]
        local = LOCAL_LOSSES[name].function
        losses = local(*goodness, layer.theta, self.rule.sharpness, self.xp)
        return batch.average(losses, self.xp)

    def _collaborate(self, index: int, compared: list[Any]) -> Any:
        whose = {
            "none": [],
            "earlier": compared[:index],
            "others": compared[:index] + compared[index + 1 :],
        }
        others = whose[self.rule.collaboration]
        if not others:
            return compared[index]
        factor = self.rule.collaboration_strength
        return [
            own + factor * self.xp.stop_gradient(sum(o[side] for o in others))
            for side, own in enumerate(compared[index])
        ]

    def positive_rows(self, rows: Array, batch: Batch) -> Array:
        """Of rows of positive and negative data the positive ones."""
        return self.xp.split(rows, 2)[0]

    def _peers(self, index: int, before: Array, activities: Array, batch: Batch) -> Array:
        if not self.rule.peer:
            return 0.0
        xp, layer = self.xp, self.net.layers[index]
        active = layer.one_by_one(self.positive_rows(activities, batch))
        mean = xp.stop_gradient(xp.mean(active, axis=0))
        layer.mean_activity.assign(
            (1.0 - PEER_SHARE) * layer.mean_activity.value + PEER_SHARE * mean
        )
        summed = layer.one_by_one(self.positive_rows(before, batch))
        return peer_loss(summed, layer.mean_activity.value, self.rule.peer, xp)


def wrong_labels(objective: Objective, batch: Batch, positive: Array, scores: Array) -> Array:
    """One-hot wrong labels (batch, classes), chosen by the rule's strategy.

    Args:
        positive: One-hot of the true labels.
        scores: Summed goodness of every label (batch, classes), or None where the strategy
            asks for none.
    """
    logits = None
    if scores is not None:
        logits = objective.xp.stop_gradient(objective.rule.sharpness * scores)
    strategy = objective.rule.strategy
    return strategy.function(batch.y, positive, logits, batch.uniform, objective.xp)


def read_out_loss(net: Any, features: Array, batch: Batch) -> Array:
    """Cross-entropy of the linear read-out, a scalar; no gradient reaches the layers."""
    xp = net.xp
    one_hot = xp.one_hot(batch.y, net.num_classes)
    logits = net.read_out_of(xp.stop_gradient(features))
    return batch.average(class_loss(logits, one_hot, 1.0, xp), xp)
