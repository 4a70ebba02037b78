"""What training costs, counted beside the products that the net's own lines make."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.experiment.training_work import count_training_work
from ffstudio.core.forward_forward import Batch, LearningRule
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.layer_times import time_layers
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.mathematics import numpy_ops
from tests.nets import backprop_net

SHAPE = DataShape((4, 4), tuple("abc"))


class Counting:
    """NumPy that counts the multiply-adds of its matrix products."""

    def __init__(self):
        self.count = 0

    def __getattr__(self, name):
        return getattr(numpy_ops, name)

    def matmul(self, a, b):
        self.count += a.size * b.shape[-1]
        return np.matmul(a, b)


def experiment(**ff):
    layers = (LayerSpec(units=6), LayerSpec(units=5))
    return ExperimentSpec(layers=layers, batch_size=8, ff=ForwardForwardSpec(**ff))


def counted_products(negatives):
    """Of one step's forward pass, the labels' own small products left out."""
    rng = np.random.default_rng(1)
    weights = tuple(
        DenseWeights(rng.normal(size=size).astype(np.float32), np.zeros(size[1]), "relu", 1.0)
        for size in ((16, 6), (6, 5))
    )
    net = FFSnapshot(weights, 3, image_shape=(4, 4)).net
    xp = Counting()
    net.xp = xp
    for layer in net.layers:
        layer.xp = xp
    rule = LearningRule(("symmetric", "symmetric"), negatives=negatives)
    x, y = rng.random((8, 16)).astype(np.float32), np.arange(8) % 3
    uniform = rng.random((8, 3)).astype(np.float32)
    net.objective(rule).run(Batch(x, y, uniform, None, {}), 2)
    # Two one-hot labels times the first layer's label weights; all labels need no product.
    return xp.count - (0 if negatives == "all_wrong" else 2 * 8 * 3 * 6)


@pytest.mark.parametrize("negatives", ["random", "hard", "all_wrong"])
def test_forward_products_are_those_that_the_net_makes(negatives):
    work = count_training_work(experiment(negatives=negatives), SHAPE)
    counted = counted_products(negatives)
    if negatives == "hard":  # the product with the image stands twice in the lines, once compiled
        counted -= 8 * 16 * 6
    assert 8 * sum(layer.ff_forward for layer in work.layers) == counted


def test_written_out_for_a_small_net():
    first, second, output = count_training_work(experiment(negatives="random"), SHAPE).layers
    assert (first.ff_forward, first.ff_backward) == (16 * 6, 16 * 6)
    assert (second.ff_forward, second.ff_backward) == (2 * 6 * 5, 2 * 6 * 5)
    assert (output.ff, output.bp_forward) == (0, 5 * 3)
    # Backprop: forwards, for the weights, and (but for the first layer) for what lies below.
    assert (first.bp_forward, first.bp_backward) == (96, 96)
    assert (second.bp_forward, second.bp_backward) == (30, 60)
    assert first.ff_activities == 4 * 2 * 8 * (16 + 6)
    assert second.bp_activities == 4 * 8 * 5


def test_label_units_cost_forward_forward_alone():
    first = count_training_work(
        experiment(negatives="random", label_embedding="append"), SHAPE
    ).layers[0]
    assert first.ff_forward == (16 + 3) * 6 and first.bp_forward == 16 * 6


def test_one_layer_is_held_at_a_time_or_all_of_them():
    work = count_training_work(experiment(negatives="random"), SHAPE)
    assert work.activities("ff") == max(layer.ff_activities for layer in work.layers)
    assert work.activities("bp") == sum(layer.bp_activities for layer in work.layers)
    assert work.per_step("bp") == 8 * (192 + 90 + 45)


def test_nets_that_do_not_learn_cost_nothing():
    spec = experiment().replace(algorithms="ff", bp=BackpropSpec())
    assert count_training_work(spec, SHAPE).per_step("bp") == 0


def test_layers_are_timed_and_their_activities_weighed():
    rng = np.random.default_rng(2)
    sizes = ((16 + 3, 60), (60, 50))
    weights = tuple(
        DenseWeights(rng.normal(size=s).astype(np.float32), np.zeros(s[1], np.float32), "relu", 1.0)
        for s in sizes
    )
    net = FFSnapshot(weights, 3, label_embedding="append", image_shape=(4, 4))
    x = rng.random((32, 16)).astype(np.float32)
    made = time_layers(net, x, np.zeros(32, np.int32))
    assert [layer.num_bytes for layer in made] == [4 * 32 * 60, 4 * 32 * 50]
    assert all(layer.seconds > 0 for layer in made)
    twin = backprop_net([DenseWeights(weights[0].kernel[:16], np.zeros(60), "relu"), weights[1]])
    timed = time_layers(twin, x, np.zeros(32, np.int32))
    assert [layer.num_bytes for layer in timed] == [4 * 32 * 60, 4 * 32 * 50]


def test_comparing_the_images_of_a_batch_costs_a_product_there_and_one_back():
    work = {}
    for name in ("cross_entropy", "predsim", "similarity"):
        spec = experiment(goodness="projection", class_loss=name)
        work[name] = count_training_work(spec, SHAPE).layers[0]
    plain, both, alike = (work[name] for name in ("cross_entropy", "predsim", "similarity"))
    assert both.ff_forward - plain.ff_forward == both.ff_backward - plain.ff_backward == 8 * 6
    # A map to compare by: a product, its gradient and the way back.
    spec = experiment(goodness="projection", class_loss="predsim", comparison="linear")
    mapped = count_training_work(spec, SHAPE).layers[0]
    assert mapped.ff_forward - both.ff_forward == 6 * 6
    assert mapped.ff_backward - both.ff_backward == 2 * 6 * 6
    spec = experiment(goodness="projection", comparison="linear")  # nothing is compared
    assert count_training_work(spec, SHAPE).layers[0] == plain
    # What reads the layer sends no error back into it.
    assert alike.ff_backward == both.ff_backward - 6 * 3


def test_pairs_of_images_share_the_first_layers_product():
    first, second, _ = count_training_work(experiment(negatives="other_image"), SHAPE).layers
    assert (first.ff_forward, first.ff_backward) == (16 * 6, 16 * 6)
    assert (second.ff_forward, second.ff_backward) == (2 * 6 * 5, 2 * 6 * 5)
    spec = experiment(negatives="other_image", second_view=True)
    assert count_training_work(spec, SHAPE).layers[0] == first  # both views are the same
    spec = spec.replace(data=DataSpec(shift=1))
    first, second, _ = count_training_work(spec, SHAPE).layers
    # Two views, and the image beside itself for the read-out.
    assert (first.ff_forward, first.ff_backward) == (3 * 16 * 6, 2 * 16 * 6)
    assert (second.ff_forward, second.ff_backward) == (3 * 6 * 5, 2 * 6 * 5)
