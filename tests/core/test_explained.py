"""One image seen from all sides: shares, pictures and pushes against computations of their own."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.look.explained import explain
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.mathematics import GOODNESS, LOCAL_LOSSES
from tests.gui.kinds import KINDS, digits, trained
from tests.marks import choose_cases


def look(kind, label=None, index=3):
    made = trained(kind)
    test = digits().test
    return made, explain(
        made.snapshot, made.spec, test.x[index], int(test.y[index]) if label is None else label
    )


@pytest.mark.parametrize(
    "kind", choose_cases(KINDS, "labels", "minimised", "classes", "pairs", "frames")
)
def test_every_kind_of_net_is_explained(kind):
    made, seen = look(kind)
    ff = made.snapshot.ff
    x = digits().test.x[3:4]
    np.testing.assert_allclose(seen.scores, ff.label_goodness(x)[0], rtol=1e-5)
    expected = ff.layer_goodness(x, np.array([seen.label]))[:, 0]
    np.testing.assert_allclose(seen.goodness, expected, rtol=1e-4)
    assert seen.answer == ff.predict(x)[0]
    assert len(seen.activities) == len(seen.shares) == seen.num_layers
    assert seen.wrong != seen.label and seen.epochs == made.snapshot.epoch > 0
    others = np.delete(seen.summed, seen.label)
    assert seen.summed[seen.wrong] == others.max()
    assert bool(seen.local) != bool(seen.why_no_local) and bool(seen.trace) != bool(
        seen.why_no_trace
    )


@pytest.mark.parametrize("kind", ["labels", "label units", "minimised"])
def test_shares_of_units_add_up_to_goodness(kind):
    made, seen = look(kind)
    for shares, activity, goodness in zip(seen.shares, seen.activities, seen.goodness, strict=True):
        sign = -1.0 if made.snapshot.ff.goodness.startswith("minus") else 1.0
        np.testing.assert_allclose(shares, sign * activity**2 / activity.size, rtol=1e-5)
        assert float(shares.sum()) == pytest.approx(float(goodness), rel=1e-4)


def test_goodness_that_is_no_sum_over_units_is_not_shared_out():
    for kind in ("label planes", "classes", "frames"):
        assert look(kind)[1].shares[0] is None


def test_pictures_carry_their_label():
    made, seen = look("labels")  # two pixels a label
    image, pixels = digits().test.x[3], 20
    for label in range(10):
        expected = np.zeros(20)
        expected[[label, 10 + label]] = 1.0
        np.testing.assert_array_equal(seen.pictures[label, :pixels], expected)
        np.testing.assert_array_equal(seen.pictures[label, pixels:], image[pixels:])
    assert seen.label_units.shape == (10, 0)
    _, beside = look("label units")
    np.testing.assert_array_equal(beside.pictures, np.repeat(image[None], 10, axis=0))
    np.testing.assert_array_equal(beside.label_units, np.tile(np.eye(10), 2))
    # The net answers to them as to the label itself.
    ff = made.snapshot.ff
    again = ff.layer_goodness(seen.pictures, np.arange(10))
    np.testing.assert_allclose(again, seen.looks.goodness, rtol=1e-5)
    assert look("classes")[1].pictures is None


@pytest.mark.parametrize("kind", ["labels", "minimised"])
def test_pushes_are_slopes_of_the_local_loss(kind):
    made, seen = look(kind)
    ff, alpha = made.snapshot.ff, made.spec.ff.sharpness
    x, step = digits().test.x[3:4], 1e-5
    positive = ff.layer_goodness(x, np.array([seen.label]))[:, 0].astype(float)
    negative = ff.layer_goodness(x, np.array([seen.wrong]))[:, 0].astype(float)
    for i, layer in enumerate(made.spec.layers):
        loss = LOCAL_LOSSES[layer.loss].function

        def at(p, n, loss=loss, theta=ff.layers[i].threshold):
            return float(loss(np.array(p), np.array(n), theta, alpha))

        p, n = positive[i], negative[i]
        up = -(at(p + step, n) - at(p - step, n)) / (2 * step)
        down = -(at(p, n + step) - at(p, n - step)) / (2 * step)
        assert seen.pushes[i].positive == pytest.approx(up, rel=2e-3, abs=1e-6)
        assert seen.pushes[i].negative == pytest.approx(down, rel=2e-3, abs=1e-6)
        assert seen.pushes[i].positive >= 0 >= seen.pushes[i].negative
        assert seen.local[i].loss == pytest.approx(at(p, n), rel=1e-3)


def test_a_drawing_is_compared_with_the_answer_and_a_file_alone_has_no_losses():
    made = trained("labels")
    x = digits().test.x[3]
    drawn = explain(made.snapshot, made.spec, x, None)
    assert not drawn.is_known and drawn.label == drawn.answer
    alone = explain(made.snapshot, None, x, 2)
    assert alone.local == () and "experiment" in alone.why_no_local and alone.label == 2
    assert isinstance(alone.net, FFSnapshot) and alone.net.goodness in GOODNESS
