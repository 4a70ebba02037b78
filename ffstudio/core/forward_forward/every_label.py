"""What layers learn from where each image is compared with all its wrong labels at once."""

from __future__ import annotations

from typing import Any

from ffstudio.core.forward_forward.objective import Batch, PairObjective
from ffstudio.core.mathematics import LOCAL_LOSSES, loss_over_labels

Array = Any


class EveryLabelObjective(PairObjective):
    """Every label of each image goes up through all layers: a row a label, label by label.

    The first rows are all images with label 0, then those with label 1 (classes · batch, …). As
    in :class:`ffstudio.core.forward_forward.labels.LabelObjective` the labels share the first
    layer's product with the image; the net is a ``LabelNet``.
    """

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        return self.net.split_input(batch.x)

    def before(self, index: int, inputs: Any) -> Array:
        if index:
            return super().before(index, inputs)
        xp, (image, weight) = self.xp, inputs
        product, labels = self.net.image_product(image), self.net.label_product()
        ones = (1,) * (len(labels.shape) - 1)
        weight = xp.reshape(weight, (1, -1, *ones))
        before = xp.expand_dims(product, 0) + weight * xp.expand_dims(labels, 1)
        return xp.reshape(before, (-1, *labels.shape[1:]))

    def goodness(self, index: int, activities: Array, batch: Batch) -> Any:
        scores = self.net.layers[index].goodness(activities)
        # In a list of one: other layers' goodness is added to it as to both halves of a pair.
        return [self.xp.transpose(self.xp.reshape(scores, (self.net.num_classes, -1)))]

    def loss(self, index: int, goodness: Any, batch: Batch) -> Array:
        layer, loss = self.net.layers[index], LOCAL_LOSSES[self.rule.losses[index]]
        one_hot = self.xp.one_hot(batch.y, self.net.num_classes)
        losses = loss_over_labels(
            loss, goodness[0], one_hot, layer.theta, self.rule.sharpness, self.xp
        )
        return batch.average(losses, self.xp)

    def positive_rows(self, rows: Array, batch: Batch) -> Array:
        xp = self.xp
        count = xp.shape(batch.x)[0]
        return xp.take(rows, xp.cast(batch.y, "int32") * count + xp.arange(count), axis=0)
