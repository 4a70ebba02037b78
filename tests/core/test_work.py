"""How much a net computes for one image."""

from __future__ import annotations

from ffstudio.core.describe.architecture import Layer, chain
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.work import (
    CALL_WORK,
    LEAST_JUDGED,
    STEP_WORK,
    count_affordable,
    count_call_work,
    count_multiply_adds,
)


def made(kind, name, **settings):
    return Layer(name, kind, check_settings(kind, settings))


def test_kernels_count_once_at_every_place():
    conv = made("Conv2D", "conv", filters=4, kernel_size=[5, 5])
    flat, say = made("Flatten", "flat"), made("Dense", "say", units=10)
    network = chain("net", [conv, flat, say], (28, 28, 1))
    assert count_multiply_adds(network) == 24 * 24 * 25 * 4 + 24 * 24 * 4 * 10


def test_recurrent_kernels_count_at_every_step():
    network = chain("net", [made("SimpleRNN", "run", units=6)], (28, 28))
    assert count_multiply_adds(network) == 28 * (28 * 6 + 6 * 6)


def test_steps_that_follow_one_another_cost_by_themselves():
    """However small the layer: 28 steps of it in one call, none of a dense one."""
    rows = chain("net", [made("LSTM", "run", units=2)], (28, 28))
    flat = chain("net", [made("Dense", "say", units=2)], (784,))
    assert count_call_work(rows) == CALL_WORK + 28 * STEP_WORK
    assert count_call_work(flat) == CALL_WORK


def test_all_images_are_judged_where_that_costs_little_and_a_round_number_else():
    assert count_affordable(32e6, 10_000, 300e9) == 10_000, "hardly more than may be spent"
    assert count_affordable(364e6, 10_000, 300e9) == 820
    assert count_affordable(20e9, 10_000, 300e9) == LEAST_JUDGED
    assert count_affordable(20e9, 7, 300e9) == 7
