"""What training costs, layer by layer: multiply-adds of products with kernels, and activities held.

Counted per image of a mini-batch, as the engine computes it; additions, activation functions,
normalisation and the optimizer are left out, being small beside the products.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ffstudio.core.experiment.costs import LayerCost, count_comparison, layer_costs
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import kind_of
from ffstudio.core.images.augmentation import changes_images
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.mathematics import CLASS_LOSSES, GOODNESS, NEGATIVES

_BYTES = 4  # of a float32


@dataclass(frozen=True)
class LayerWork:
    """One layer of both nets; 0 where a net has no such layer.

    Attributes:
        ff_forward, ff_backward: Multiply-adds per image that is learnt from: both passes, wrong
            labels chosen, gradients of weights.
        bp_forward, bp_backward: The same of the twin; its backward pass also goes through the
            layer, the first one left out.
        ff_activities: Bytes held while the layer learns: what it sees and answers for one batch.
        bp_activities: Bytes that it holds until the backward pass, for one batch.
    """

    name: str
    ff_forward: int
    ff_backward: int
    bp_forward: int
    bp_backward: int
    ff_activities: int
    bp_activities: int

    @property
    def ff(self) -> int:
        return self.ff_forward + self.ff_backward

    @property
    def bp(self) -> int:
        return self.bp_forward + self.bp_backward


@dataclass(frozen=True)
class TrainingWork:
    """All layers.

    Attributes:
        batch: Images in a mini-batch.
    """

    layers: tuple[LayerWork, ...]
    batch: int

    def per_step(self, algorithm: str) -> int:
        """Multiply-adds of one training step, ``ff`` or ``bp``."""
        return self.batch * sum(getattr(layer, algorithm) for layer in self.layers)

    def per_step_of(self, learns: Sequence[bool], inner_steps: int = 1) -> float:
        """Multiply-adds of a Forward-Forward step in which some layers learn.

        What lies below the last of them is passed through, what lies above is not reached.

        Args:
            learns: Of each layer, the first one first.
            inner_steps: So many steps follow each other on what one pass below has given.
        """
        last = max((i for i, one in enumerate(learns) if one), default=-1)
        if last < 0:
            return 0.0
        below = sum(layer.ff_forward for layer in self.layers[:last]) / inner_steps
        own = self.layers[last].ff_forward
        pairs = zip(self.layers, learns, strict=False)
        back = sum(layer.ff_backward for layer, one in pairs if one)
        return self.batch * (below + own + back)

    def activities(self, algorithm: str) -> int:
        """Bytes of activities held at most: Forward-Forward holds one layer's at a time,
        backprop all of them until the error is back.
        """
        held = [getattr(layer, f"{algorithm}_activities") for layer in self.layers]
        return max(held, default=0) if algorithm == "ff" else sum(held)


def count_training_work(
    spec: ExperimentSpec, shape: DataShape, num_samples: int | None = None
) -> TrainingWork:
    """Counts an experiment of the builder's layers.

    Args:
        num_samples: Training images; a batch is never larger.

    Raises:
        StackError: A layer cannot stand where it is.
    """
    costs = layer_costs(spec, shape.num_inputs, shape.num_classes, num_samples, shape.image_shape)
    batch = min(spec.batch_size, num_samples) if num_samples else spec.batch_size
    layers = []
    for i, cost in enumerate(costs):
        is_output = i == len(costs) - 1
        forward, backward = (0, 0)
        if spec.trains_ff and not is_output and not spec.is_stack:
            forward, backward = _count_local(spec, costs, i, shape.num_classes, batch)
        bp = cost.multiply_adds if spec.trains_bp else 0
        if bp and not spec.is_stack:  # the twin sees no label
            bp = _twin_products(cost)
        rows = kind_of(spec.ff).rows_to_learn(spec.ff.negatives, shape.num_classes)
        # The gradient of its own weights, and what goes on to layers below that learn.
        backward_passes = _learns_in_twin(spec, i) + any(
            _learns_in_twin(spec, below) for below in range(i)
        )
        layers.append(
            LayerWork(
                cost.name,
                forward,
                backward,
                bp,
                bp * backward_passes,
                _BYTES * rows * batch * (cost.inputs + cost.units) if forward else 0,
                _BYTES * batch * (cost.units + (0 if i else cost.inputs))
                if bp and backward_passes
                else 0,
            )
        )
    return TrainingWork(tuple(layers), batch)


def _learns_in_twin(spec: ExperimentSpec, index: int) -> bool:
    if index == len(spec.layers):
        return spec.bp.output_learns
    return spec.layers[index].bp_learns


def thaw_all(spec: ExperimentSpec) -> ExperimentSpec:
    """The experiment with no layer frozen."""
    layers = tuple(replace(layer, learns=True, bp_learns=True) for layer in spec.layers)
    return spec.replace(layers=layers, bp=replace(spec.bp, output_learns=True))


def count_saved(spec: ExperimentSpec, shape: DataShape) -> dict[str, float]:
    """The share of a step's multiply-adds that frozen layers save, per net: 0–1.

    Raises:
        StackError: A layer cannot stand where it is.
    """
    now, full = count_training_work(spec, shape), count_training_work(thaw_all(spec), shape)
    return {
        net: 1.0 - now.per_step(net) / full.per_step(net)
        for net in ("ff", "bp")
        if full.per_step(net)
    }


def _twin_products(cost: LayerCost) -> int:
    """Multiply-adds of the twin's layer: its kernel's weights, used as often as its sibling's."""
    biases = cost.biases or cost.output_shape[-1]
    own = cost.bp_parameters - cost.batch_norm - biases
    sibling = own
    if cost.ff_parameters:
        beside = cost.projection + cost.comparison + cost.batch_norm
        sibling = cost.ff_parameters - beside - biases
    return cost.multiply_adds * own // max(sibling, 1)


def _count_local(
    spec: ExperimentSpec, costs: Sequence[LayerCost], index: int, num_classes: int, batch: int
) -> tuple[int, int]:
    """Multiply-adds of a Forward-Forward layer per image: forwards, and for its gradient.

    Where the label is in the input, the product with the image is shared by all labels of the
    first layer: one pass and one gradient serve both versions. Above it positive and negative
    data are a row each, and choosing hard wrong labels takes a pass for every label.

    A frozen layer has no gradient; what lies above all layers that learn is passed by a
    read-out alone.
    """
    learns = spec.layers[index].learns
    is_passed = spec.ff.has_read_out or any(layer.learns for layer in spec.layers[index:])
    kind, products = kind_of(spec.ff), costs[index].multiply_adds
    if kind.name == "frames":
        rows = kind.rows_per_image * spec.ff.frames
        return rows * products * is_passed, rows * products * learns
    if not kind.has_negatives:
        # Its own gradient, unless it is fixed, and the error's way back through it.
        loss = CLASS_LOSSES[spec.ff.class_loss]
        is_learnt = GOODNESS[spec.ff.goodness].projection == "learnt"
        back = 2 if is_learnt and not loss.scores_follow else 1
        scoring = costs[index].projection
        compared = 0  # each image with every other one of the batch, there and back
        if loss.compares_images:
            compared = batch * costs[index].output_shape[-1]
        # By a map of its own there is one more product, its gradient and the way back through it.
        mapped = count_comparison(spec, costs[index].output_shape)[1]
        forward = products + scoring + compared + mapped
        backward = products + back * scoring + compared + 2 * mapped
        return forward * is_passed, backward * learns
    if kind.name != "labels":
        # Pairs of images are sums: each image's product with the first layer serves both.
        rows = 1 if kind.name == "pairs" and not index else kind.rows_per_image
        views = spec.ff.compares_views and changes_images(spec.data)
        if views:  # two products in the first layer; the read-out sees images beside themselves
            rows += 0 if index else 1
        return (rows + views) * products * is_passed, rows * products * learns
    judges = NEGATIVES[spec.ff.negatives].scores
    scored = 0
    if judges != "none" and index:
        scored = 0 if judges == "first" else num_classes
    passes = 1 if index == 0 else kind.rows_to_learn(spec.ff.negatives, num_classes)
    scored *= any(layer.learns for layer in spec.layers)
    return (passes * is_passed + scored) * products, passes * products * learns
