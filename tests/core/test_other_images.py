"""A net judges images that it has not learnt from in the way in which it recognises them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ffstudio.core.images.appearance import DARK, LIGHT, Appearance, look_at_pictures
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.datasets.camera import CAMERA
from ffstudio.core.images.datasets.digits import load as load_digits
from ffstudio.core.images.datasets.digits import load_small
from ffstudio.core.images.understanding.value_range import ValueRange
from ffstudio.core.look.other_images import take_as_net
from ffstudio.core.shipped_nets import find_shipped_net
from ffstudio.files.ours.archive import read_archive
from tests.marks import THOROUGH

DIGITS = load_digits()
NETS = read_archive(find_shipped_net())


def prepared(dataset, path="own.npz"):
    return prepare(dataset, DataSpec("file", path=path), 0, to_train=False)


def changed(change, dataset=DIGITS, **others):
    x = {name: change(getattr(dataset, name)) for name in ("x_train", "x_test")}
    return prepared(dataclasses.replace(dataset, **x, **others))


def accuracy(data):
    return NETS.snapshot.ff.judge(data.test).accuracy


PLAIN = accuracy(prepared(DIGITS))


@pytest.mark.parametrize(
    ("change", "done"),
    [
        (lambda x: 255 - x, "black and white exchanged"),
        (lambda x: (x / 127.5 - 1).astype(np.float32), "values −1…1 taken to 0…1"),
        pytest.param(
            lambda x: x.swapaxes(1, 2), "rows and columns exchanged", marks=THOROUGH
        ),  # with another change below
        (
            lambda x: (255 - x).swapaxes(1, 2),
            "black and white exchanged, rows and columns exchanged",
        ),
    ],
)
def test_other_images_are_taken_in_the_way_that_fits_and_it_is_said(change, done):
    data = changed(change)
    taken = take_as_net(data, NETS.snapshot, NETS.spec)
    assert taken.handing.text == done and done in taken.text
    assert np.allclose(taken.data.test.x, prepared(DIGITS).test.x, atol=2e-6)
    assert accuracy(taken.data) == pytest.approx(PLAIN, abs=0.005)
    # The plain figure stands beside it.
    assert taken.plain is data and accuracy(taken.plain) < PLAIN - 0.2
    assert "as they come" in taken.text
    assert any(not one.handing.changes for one in taken.tried)


@pytest.mark.parametrize(
    ("change", "least", "done"),
    [
        (lambda x: np.pad(x, ((0, 0), (2, 2), (2, 2))), PLAIN - 0.03, "from 32×32 to 28×28"),
        pytest.param(
            lambda x: x[:, 2:26, 2:26], PLAIN - 0.03, "from 24×24 to 28×28", marks=THOROUGH
        ),
        (lambda x: np.repeat(np.repeat(x, 2, 1), 2, 2), PLAIN - 0.05, "from 56×56 to 28×28"),
        (lambda x: np.pad(255 - x, ((0, 0), (2, 2), (2, 2)), constant_values=255),
         PLAIN - 0.03, "black and white exchanged, "),
    ],
)  # fmt: skip
def test_images_of_another_size(change, least, done):
    taken = take_as_net(changed(change), NETS.snapshot, NETS.spec)
    assert done in taken.text and taken.plain is None
    assert taken.data.image_shape == (28, 28)
    assert accuracy(taken.data) >= least


def test_digits_that_fill_their_frame_are_framed():
    taken = take_as_net(prepared(load_small()), NETS.snapshot, NETS.spec)
    assert taken.handing.fit == "frame" and accuracy(taken.data) > 0.6


def test_its_own_images_are_taken_as_they_are_without_trying():
    own = dataclasses.replace(NETS.spec, data=DataSpec("file", path="own.npz"))
    # Of such a file nobody knows what its images looked like.
    snapshot = dataclasses.replace(NETS.snapshot, appearance=None)
    data = changed(lambda x: 255 - x)
    taken = take_as_net(data, snapshot, own)
    assert taken.data is data and not taken.tried and taken.text == ""
    # Read otherwise they are others.
    read = dataclasses.replace(NETS.spec, data=DataSpec("file", path="own.npz", range="0 to 1"))
    assert take_as_net(data, snapshot, read).handing.inverted


def test_a_file_of_its_own_that_looks_otherwise_by_now_is_tried():
    own = dataclasses.replace(NETS.spec, data=DataSpec("file", path="own.npz"))
    learnt_from = prepared(DIGITS)
    nets = dataclasses.replace(NETS.snapshot, appearance=learnt_from.appearance)
    assert take_as_net(learnt_from, nets, own).data is learnt_from
    assert take_as_net(changed(lambda x: 255 - x), nets, own).handing.inverted


def test_images_as_usual_stay_as_they_come():
    data = prepared(DIGITS)
    taken = take_as_net(data, NETS.snapshot, NETS.spec)
    assert taken.data is data and taken.text == ""


@pytest.mark.parametrize("seed", range(3))
def test_what_is_not_recognised_in_any_way_stays_as_it_comes(seed):
    rng = np.random.default_rng(seed)
    data = changed(lambda x: rng.integers(0, 256, x.shape).astype(np.uint8))
    taken = take_as_net(data, NETS.snapshot, NETS.spec)
    assert taken.data is data and taken.text == "" and len(taken.tried) > 1


def test_inverted_images_in_another_order_of_classes():
    order = np.random.default_rng(1).permutation(10)
    names = tuple(str(k) for k in np.argsort(order))
    x = 255 - DIGITS.x_test
    made = Dataset("file", "Own", x, order[DIGITS.y_test], x, order[DIGITS.y_test], names)
    taken = take_as_net(prepared(made), NETS.snapshot, NETS.spec)
    assert taken.handing.inverted and taken.data.class_names == NETS.snapshot.class_names
    assert (taken.data.test.y == DIGITS.y_test).all()
    assert accuracy(taken.data) == pytest.approx(PLAIN, abs=0.005)


def test_classes_that_the_net_does_not_know():
    data = changed(lambda x: x, class_names=tuple("abcdefghij"))
    assert take_as_net(data, NETS.snapshot, NETS.spec) is None


def test_a_net_that_has_learnt_ink_on_paper_is_handed_ink_on_paper():
    """Its first layer's weights turned round: it recognises dark ink on light paper alone."""
    bp = NETS.snapshot.bp
    layer = next(name for name, arrays in bp.weights.items() if len(arrays[0]) == 784)
    kernel, bias = bp.weights[layer]
    weights = {**bp.weights, layer: (-kernel, bias + kernel.sum(axis=0))}
    nets = dataclasses.replace(
        NETS.snapshot,
        ff=None,
        bp=dataclasses.replace(bp, weights=weights),
        appearance=Appearance(paper=LIGHT),
    )
    taken = take_as_net(prepared(DIGITS), nets, NETS.spec)
    assert taken.handing.inverted
    assert nets.bp.judge(taken.data.test).accuracy == bp.judge(prepared(DIGITS).test).accuracy


# --- what pictures look like ---------------------------------------------------------------


@pytest.mark.parametrize("floats", [False, True])
def test_ink_and_paper_are_told(floats):
    x = DIGITS.x_train / np.float32(255) if floats else DIGITS.x_train
    top = 1 if floats else 255
    assert look_at_pictures(x, None) == Appearance(0, 1, DARK)
    assert look_at_pictures(top - x, None) == Appearance(0, 1, LIGHT)
    noise = np.random.default_rng(0).integers(0, 256, (50, 9, 9)).astype(np.uint8)
    assert look_at_pictures(noise, None).paper == ""
    camera = CAMERA.load("").x_train
    assert (look_at_pictures(camera, None).low, look_at_pictures(camera, None).high) == (-1, 1)
    assert look_at_pictures(x[:0], None) == Appearance()


def test_data_say_what_they_look_like(tmp_path):
    data = changed(lambda x: 255 - x, values=ValueRange(0, 255, "0 to 255", 0, 255))
    assert data.shape.appearance == data.appearance
    assert data.appearance.text == (
        "dark ink on light paper, values 0…255, 0…255 read as 0…1"
    )  # fmt: skip


@pytest.mark.parametrize(
    "seen",
    [
        Appearance(),
        Appearance(-1, 1, ""),
        Appearance(0, 1, LIGHT, ValueRange(0, 16, "0 to 16", 0, 16)),
    ],
)
def test_an_appearance_comes_back(seen):
    assert Appearance.from_dict(seen.to_dict()) == seen


@pytest.mark.parametrize(
    "spoilt",
    [
        [], "dark", {}, {"paper": "green", "low": 0, "high": 1}, {"paper": "dark", "low": 0},
        {"paper": "dark", "low": 1, "high": 0}, {"paper": "dark", "low": True, "high": 2},
        {"paper": "dark", "low": 0, "high": float("nan")},
        {"paper": "dark", "low": 0, "high": 1, "values": 3},
        {"paper": "dark", "low": 0, "high": 1, "values": {"range": "0 to 1", "low": "x"}},
    ],
)  # fmt: skip
def test_a_damaged_appearance_is_refused(spoilt):
    with pytest.raises(ValueError, match="no "):
        Appearance.from_dict(spoilt)
