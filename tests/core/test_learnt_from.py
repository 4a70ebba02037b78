"""Which images nets may have learnt from, against the images themselves."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.learnt_from import choose_set, may_have_learnt_from
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import stack_architecture
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset


def numbered(count):
    """Images that are all different: their pixels are their numbers."""
    x = np.zeros((count, 2, 2), np.float32)
    x[:, 0, 0] = np.arange(count)
    return Dataset(
        "digits", "Numbered", x, np.arange(count) % 2, x[:4] - 10.0, np.arange(4) % 2, ("a", "b")
    )


IMAGES = numbered(200)


def learnt(spec):
    return set(prepare(IMAGES, spec.data, spec.seed).train.x[:, 0].tolist())


SPECS = [
    ExperimentSpec(data=DataSpec("digits", subset=subset, validation=validation), seed=seed)
    for subset, validation, seed in itertools.product((0.5, 1.0), (0.0, 0.1, 0.2), (1, 2))
]


@pytest.mark.parametrize("made", SPECS)
def test_no_image_is_judged_that_was_learnt_from(made):
    for spec in SPECS:
        data = prepare(IMAGES, spec.data, spec.seed)
        judged = set(data.samples(choose_set(data, made)).x[:, 0].tolist())
        assert judged and not judged & learnt(made)


def test_nets_with_the_same_split_are_judged_as_in_their_run():
    for spec in SPECS:
        data = prepare(IMAGES, spec.data, spec.seed)
        assert choose_set(data, spec) == data.evaluated_on


def test_held_back_images_of_another_split_were_learnt_from():
    made, other = SPECS[2], SPECS[3]
    data = prepare(IMAGES, other.data, other.seed)
    assert set(data.validation.x[:, 0].tolist()) & learnt(made)
    assert may_have_learnt_from("validation", data, made)
    assert may_have_learnt_from("train", data, made)
    assert not may_have_learnt_from("test", data, made)


def test_strangers_nets_may_know_every_training_image_and_other_images_are_new():
    data = prepare(IMAGES, SPECS[2].data, SPECS[2].seed)
    assert choose_set(data, None) == "validation"
    elsewhere = SPECS[3].replace(data=DataSpec("mnist", validation=0.1))
    assert choose_set(data, elsewhere) == "validation"
    network = Network(stack_architecture(SPECS[2], (2, 2), 2))
    assert choose_set(data, SPECS[2].replace(network=network, algorithms="bp")) == "test"
