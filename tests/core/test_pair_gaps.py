"""How hard negatives are: against the goodness of one image after the other."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.pairs import make_pairs, measure_gaps
from tests.core.test_layer_scores import CLASSES, goodness_by_hand, random_net, samples


def test_a_gap_is_the_true_labels_goodness_less_the_wrong_ones():
    net, data = random_net(votes="2-"), samples(5)
    wrong = (data.y + 1) % CLASSES
    gaps = measure_gaps(net, data.x, data.y, wrong)
    for image, true, other, gap in zip(data.x, data.y, wrong, gaps, strict=True):
        right = sum(goodness_by_hand(net, image, int(true))[1:])
        assert gap == pytest.approx(
            right - sum(goodness_by_hand(net, image, int(other))[1:]), abs=1e-4
        )


def test_each_image_stands_beside_all_its_wrong_labels_where_they_count_together():
    net, data = random_net(), samples(40)
    spec = ExperimentSpec(
        layers=(LayerSpec(units=9),), ff=ForwardForwardSpec(negatives="all_wrong")
    )
    shape = DataShape((5, 6), tuple("abcd"))
    pairs = make_pairs(data.x, data.y, shape, spec, net, np.random.default_rng(0))
    assert pairs.together == 4 and len(pairs.pictures) == 120
    assert "Negatives that carry their true label: 0 of 120" in pairs.text
    for at, (image, true) in enumerate(zip(data.x[:30], data.y, strict=False)):
        shown = pairs.pictures[4 * at : 4 * at + 4]
        assert [one.role for one in shown] == ["positive", *["negative"] * 3]
        assert shown[0].caption == f"+ {'abcd'[true]}"
        others = [one.caption.split()[1] for one in shown[1:]]
        assert sorted([*others, "abcd"[true]]) == list("abcd")
        right = sum(goodness_by_hand(net, image, int(true)))
        for one, other in zip(shown[1:], others, strict=True):
            gap = right - sum(goodness_by_hand(net, image, "abcd".index(other)))
            assert float(one.caption.split("Δ")[1].replace("−", "-")) == pytest.approx(
                gap, abs=0.06
            )


def test_a_gallery_says_how_hard_its_negatives_are_for_the_net_shown():
    net, data = random_net(), samples(40)
    spec = ExperimentSpec(layers=(LayerSpec(units=9),))
    shape = DataShape((5, 6), tuple("abcd"))
    rng = np.random.default_rng(0)
    pairs = make_pairs(data.x, data.y, shape, spec, net, rng)
    negatives = [one for one in pairs.pictures if one.role == "negative"]
    wrong = np.array(["abcd".index(one.caption.split()[1]) for one in negatives])
    assert not (wrong == data.y).any()
    gaps = measure_gaps(net, data.x, data.y, wrong)
    for picture, gap in zip(negatives, gaps, strict=True):
        assert picture.caption.endswith(f"Δ{'−' if gap < 0 else '+'}{abs(gap):.1f}")
    assert "Negatives that carry their true label: 0 of 40" in pairs.text
    assert "How hard they are for the net you see" in pairs.text
    without = make_pairs(data.x, data.y, shape, spec, None, np.random.default_rng(0))
    assert "How hard" not in without.text
    assert all("Δ" not in one.caption for one in without.pictures)
