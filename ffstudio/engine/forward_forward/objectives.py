"""What each layer learns from: one objective for each kind of positive and negative data.

No gradient passes from one layer to another: what goes up is a constant, so the backward
pass of a layer needs its own weights only, and no gradient with respect to inputs.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from keras import ops

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.mathematics import (
    LOCAL_LOSSES,
    NEGATIVES,
    class_loss,
    hard_wrong_labels,
    hybrid_images,
    peer_loss,
    random_wrong_labels,
)

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

    @classmethod
    def of(cls, spec: ExperimentSpec) -> LearningRule:
        ff = spec.ff
        return cls(
            tuple(layer.loss for layer in spec.layers),
            ff.sharpness,
            ff.negatives,
            ff.peer,
            ff.collaboration,
            ff.collaboration_strength,
            tuple(layer.l1 for layer in spec.layers),
            tuple(layer.l2 for layer in spec.layers),
        )


@dataclass(frozen=True)
class Batch:
    """One mini-batch and all that is random about it.

    Attributes:
        x: Images (batch, pixels).
        y: Labels (batch,) int32.
        uniform: Numbers in [0, 1) that choose wrong labels (batch, classes).
        hybrid_mask: For hybrid images (batch, pixels), else None.
        dropout: What to multiply each layer's activities with, by its number as text.
    """

    x: Any
    y: Any
    uniform: Any
    hybrid_mask: Any
    dropout: dict[str, Any]


class Objective(ABC):
    """The losses of all layers on one mini-batch.

    Args:
        model: A net of ``ffstudio.engine.forward_forward.nets``.
        rule: How its layers learn.
    """

    def __init__(self, model: Any, rule: LearningRule) -> None:
        self.model = model
        self.rule = rule

    # --- one layer after the other ------------------------------------------------------

    @abstractmethod
    def first_input(self, batch: Batch, num_layers: int) -> Any:
        """What the first layer sees; ``num_layers`` learn or lie below one that does."""

    def before(self, index: int, inputs: Any) -> Any:
        """Summed inputs of a layer's units, positive rows first."""
        return self.model.ff_layers[index].linear(inputs)

    def upward(self, index: int, activities: Any, batch: Batch) -> Any:
        """What layer ``index + 1`` sees: a constant."""
        h = ops.stop_gradient(activities)
        mask = batch.dropout.get(str(index))
        return self.model.ff_layers[index + 1].normalise(h if mask is None else h * mask)

    @abstractmethod
    def goodness(self, index: int, activities: Any, batch: Batch) -> Any:
        """What the loss compares."""

    @abstractmethod
    def loss(self, index: int, goodness: Any, batch: Batch) -> Any:
        """The layer's local loss of what :meth:`goodness` gave, a scalar."""

    def features(self, activities: list[Any], batch: Batch) -> Any:
        """What the read-out learns from, a constant."""
        return ops.stop_gradient(self.model.features(batch.x))

    # --- together -----------------------------------------------------------------------

    def run(self, batch: Batch, num_layers: int) -> tuple[list[Any], list[Any]]:
        """Losses and activities of the first ``num_layers`` layers."""
        inputs = self.first_input(batch, num_layers)
        found, activities, extra = [], [], []
        for i, layer in enumerate(self.model.ff_layers[:num_layers]):
            before = self.before(i, inputs)
            a = layer.finish(before)
            activities.append(a)
            found.append(self.goodness(i, a, batch))
            extra.append(self._peers(i, before, a))
            if i + 1 < num_layers:
                inputs = self.upward(i, a, batch)
        losses = [
            self.loss(i, self._joined(i, found), batch) + more + self.penalty(i)
            for i, more in enumerate(extra)
        ]
        return losses, activities

    def alone(self, index: int, inputs: Any, batch: Batch) -> Any:
        """Loss of one layer on an input that stays as it is."""
        before = self.before(index, inputs)
        a = self.model.ff_layers[index].finish(before)
        found = self.goodness(index, a, batch)
        return self.loss(index, found, batch) + self._peers(index, before, a) + self.penalty(index)

    def penalty(self, index: int) -> Any:
        """L1 and L2 of a layer's weights."""
        kernel, total = self.model.ff_layers[index].kernel, 0.0
        if self.rule.l1 and self.rule.l1[index]:
            total += self.rule.l1[index] * ops.sum(ops.abs(kernel))
        if self.rule.l2 and self.rule.l2[index]:
            total += self.rule.l2[index] * ops.sum(ops.square(kernel))
        return total

    def _joined(self, index: int, found: list[Any]) -> Any:
        """A layer's goodness, and that of the layers it collaborates with as a constant."""
        return found[index]

    def _peers(self, index: int, before: Any, activities: Any) -> Any:
        return 0.0


class PairObjective(Objective):
    """Rows of positive data, then as many rows of negative data."""

    def goodness(self, index: int, activities: Any, batch: Batch) -> Any:
        return ops.split(self.model.ff_layers[index].goodness(activities), 2)

    def loss(self, index: int, goodness: Any, batch: Batch) -> Any:
        layer, name = self.model.ff_layers[index], self.rule.losses[index]
        local = LOCAL_LOSSES[name].function
        return ops.mean(local(*goodness, layer.threshold.value, self.rule.sharpness, ops))

    def _joined(self, index: int, found: list[Any]) -> Any:
        whose = {"none": [], "earlier": found[:index], "others": found[:index] + found[index + 1 :]}
        others = whose[self.rule.collaboration]
        if not others:
            return found[index]
        factor = self.rule.collaboration_strength
        return [
            own + factor * ops.stop_gradient(sum(o[side] for o in others))
            for side, own in enumerate(found[index])
        ]

    def _peers(self, index: int, before: Any, activities: Any) -> Any:
        if not self.rule.peer:
            return 0.0
        layer = self.model.ff_layers[index]
        places = tuple(range(len(activities.shape) - 1))
        mean = ops.stop_gradient(ops.mean(ops.split(activities, 2)[0], axis=places))
        layer.mean_activity.assign(
            (1.0 - PEER_SHARE) * layer.mean_activity.value + PEER_SHARE * mean
        )
        summed = ops.reshape(ops.split(before, 2)[0], (-1, layer.units))
        return peer_loss(summed, layer.mean_activity.value, self.rule.peer, ops)


class LabelObjective(PairObjective):
    """Images with their true label against the same images with a wrong one."""

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        model = self.model
        image, weight = model.split_input(batch.x)
        positive = ops.one_hot(batch.y, model.num_classes)
        negative = self._negatives(batch, image, weight, positive, num_layers)
        return image, weight, positive, negative

    def before(self, index: int, inputs: Any) -> Any:
        if index:
            return super().before(index, inputs)
        image, weight, positive, negative = inputs
        product, labels = self.model.image_product(image), self.model.label_product()
        return ops.concatenate(
            [
                self.model.first_before(product, weight, labels, one_hot)
                for one_hot in (positive, negative)
            ]
        )

    def _negatives(
        self, batch: Batch, image: Any, weight: Any, positive: Any, num_layers: int
    ) -> Any:
        """One-hot wrong labels: (batch, classes)."""
        strategy, classes = self.rule.negatives, self.model.num_classes
        if strategy == "shuffled":
            return ops.take(positive, ops.argsort(batch.uniform[:, 0]), axis=0)
        judges = NEGATIVES[strategy].scores
        if judges == "none":
            labels = random_wrong_labels(batch.y, classes, batch.uniform, ops)
            return ops.one_hot(labels, classes)
        count = 1 if judges == "first" else num_layers
        scores = self.model.label_goodness_of(self.model.image_product(image), weight, count)
        voters = scores[:, min(self.model.first_voter, count - 1) :]
        return self.harder(batch, positive, ops.sum(voters, axis=1))

    def harder(self, batch: Batch, positive: Any, scores: Any) -> Any:
        """One-hot wrong labels drawn by ``scores`` (batch, classes)."""
        logits = ops.stop_gradient(self.rule.sharpness * scores)
        labels = hard_wrong_labels(batch.y, logits, batch.uniform, positive, ops)
        return ops.one_hot(labels, self.model.num_classes)


class NextLayerObjective(LabelObjective):
    """Each layer's wrong labels are those that the layer above it finds good.

    All labels go up through all layers first; each layer then learns from the rows of the
    labels that are meant for it.
    """

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        model = self.model
        image, weight = model.split_input(batch.x)
        self._positive = ops.one_hot(batch.y, model.num_classes)
        activities, scores = model.label_activities_of(
            model.image_product(image), weight, num_layers
        )
        self._all = [ops.stop_gradient(a) for a in activities]
        self._wrong = [
            self.harder(batch, self._positive, scores[:, min(i + 1, num_layers - 1)])
            for i in range(num_layers)
        ]
        return image, weight, self._positive, self._wrong[0]

    def upward(self, index: int, activities: Any, batch: Batch) -> Any:
        every = self._all[index]
        chosen = []
        for one_hot in (self._positive, self._wrong[index + 1]):
            rows = ops.arange(ops.shape(one_hot)[0]) * self.model.num_classes
            chosen.append(ops.take(every, rows + ops.argmax(one_hot, axis=-1), axis=0))
        return super().upward(index, ops.concatenate(chosen), batch)


class HybridObjective(PairObjective):
    """Images against hybrids of two images; no labels."""

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        # The order of a batch is random: any other row will do.
        hybrids = hybrid_images(batch.x, ops.roll(batch.x, 1, axis=0), batch.hybrid_mask)
        rows = self.model.images(ops.concatenate([batch.x, hybrids]))
        return self.model.ff_layers[0].normalise(rows)

    def features(self, activities: list[Any], batch: Batch) -> Any:
        # Positive data carry no label: their activities are what the read-out will see.
        return ops.stop_gradient(self.model.features_of([ops.split(a, 2)[0] for a in activities]))


class ClassObjective(Objective):
    """Goodness class by class: cross-entropy over the classes, no negative data."""

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        return self.model.ff_layers[0].normalise(self.model.images(batch.x))

    def goodness(self, index: int, activities: Any, batch: Batch) -> Any:
        return self.model.ff_layers[index].goodness(activities)

    def loss(self, index: int, goodness: Any, batch: Batch) -> Any:
        one_hot = ops.one_hot(batch.y, self.model.num_classes)
        return ops.mean(class_loss(goodness, one_hot, self.rule.sharpness, ops))

    def features(self, activities: list[Any], batch: Batch) -> Any:
        return ops.stop_gradient(self.model.features_of(activities))


class FrameObjective(PairObjective):
    """A net with top-down connections: the right label on top against a wrong one.

    Every frame from the third on counts alike.
    """

    FIRST_FRAME = 2

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        raise NotImplementedError("All layers of a recurrent net learn together.")

    def run(self, batch: Batch, num_layers: int) -> tuple[list[Any], list[Any]]:
        model = self.model
        positive = ops.one_hot(batch.y, model.num_classes)
        labels = ops.concatenate([positive, self._negatives(batch, positive)])
        direction = model.label_direction(labels)
        product = model.image_product(batch.x)
        product = ops.concatenate([product, product])
        state = [ops.stop_gradient(h) for h in model.silence(product)]
        layers = range(len(model.ff_layers))
        totals: list[Any] = [0.0 for _ in layers]
        peers: list[Any] = [0.0 for _ in layers]
        for number in range(model.frames):
            new = model.frame(product, direction, state)
            mixed = model.mixed(state, new)
            if number >= self.FIRST_FRAME:
                found = [self.goodness(i, mixed[i], batch) for i in layers]
                for i in layers:
                    totals[i] += self.loss(i, self._joined(i, found), batch)
            state = [ops.stop_gradient(h) for h in mixed]
        counted = max(model.frames - self.FIRST_FRAME, 1)
        losses = [totals[i] / counted + peers[i] + self.penalty(i) for i in layers]
        return losses, state

    def _negatives(self, batch: Batch, positive: Any) -> Any:
        classes, strategy = self.model.num_classes, self.rule.negatives
        if strategy == "shuffled":
            return ops.take(positive, ops.argsort(batch.uniform[:, 0]), axis=0)
        if NEGATIVES[strategy].scores == "none":
            labels = random_wrong_labels(batch.y, classes, batch.uniform, ops)
        else:
            scores = ops.sum(self.model.label_goodness(batch.x), axis=1)
            logits = ops.stop_gradient(self.rule.sharpness * scores)
            labels = hard_wrong_labels(batch.y, logits, batch.uniform, positive, ops)
        return ops.one_hot(labels, classes)


def objective_for(model: Any, rule: LearningRule) -> Objective:
    """The objective that fits a net and its rule."""
    kinds: dict[str, type[Objective]] = {
        "labels": LabelObjective,
        "classes": ClassObjective,
        "images": HybridObjective,
        "frames": FrameObjective,
    }
    kind = kinds[model.supervision]
    if kind is LabelObjective and NEGATIVES[rule.negatives].scores == "next":
        kind = NextLayerObjective
    return kind(model, rule)


def read_out_loss(model: Any, features: Any, y: Any) -> Any:
    """Cross-entropy of the linear read-out, a scalar; no gradient reaches the layers."""
    one_hot = ops.one_hot(y, model.num_classes)
    return ops.mean(class_loss(model.read_out(ops.stop_gradient(features)), one_hot, 1.0, ops))


def variables_of(model: Any, learns: Sequence[bool]) -> list[list[Any]]:
    """Kernel and bias of the layers that learn."""
    return [
        [layer.kernel, layer.bias]
        for layer, learn in zip(model.ff_layers, learns, strict=False)
        if learn
    ]
