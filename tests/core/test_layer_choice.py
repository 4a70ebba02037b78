"""Which layers count, as a text."""

import itertools

import pytest

from ffstudio.core.mathematics.layer_choice import (
    check_layers,
    layer_weights,
    pick_layers,
    weights_text,
    why_no_weights,
)


@pytest.mark.parametrize(
    ("text", "num_layers", "weights"),
    [
        ("all", 3, (1, 1, 1)),
        ("last", 3, (0, 0, 1)),
        ("2-", 3, (0, 1, 1)),
        (" 2-last ", 3, (0, 1, 1)),
        ("2-3", 4, (0, 1, 1, 0)),
        ("1–2", 3, (1, 1, 0)),
        ("2", 3, (0, 1, 0)),
        ("2-9", 3, (0, 1, 1)),
        ("4-", 2, (0, 1)),
        ("3", 1, (1,)),
        ("0, 1, 0.5", 3, (0, 1, 0.5)),
        ("ALL", 1, (1,)),
    ],
)
def test_what_each_notation_means(text, num_layers, weights):
    assert layer_weights(text, num_layers) == weights


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "must be all, last"),
        ("0", "must be all, last"),
        ("3-2", "must be all, last"),
        ("some", "it is 'some'"),
        ("1,x,2", "must be all, last"),
        ("1, 1", "2 weights for 3 layers"),
        ("0, 0, 0", "one of them above 0"),
        ("1, -1, 0", "0 or more"),
        ("1, nan, 0", "0 or more"),
    ],
)
def test_what_is_no_choice_is_refused_with_a_sentence(text, says):
    with pytest.raises(ValueError, match=says):
        layer_weights(text, 3)


@pytest.mark.parametrize(("text", "named"), [("4", 4), ("2-5", 5), ("9–12", 12)])
def test_a_layer_that_is_named_must_be_there(text, named):
    with pytest.raises(ValueError, match=f"names layer {named} of 3"):
        check_layers(text, 3)
    assert why_no_weights(text, 3) == f"names layer {named} of 3"
    assert sum(layer_weights(text, 3)) > 0  # a saved net is read all the same


@pytest.mark.parametrize("text", ["all", "last", "3", "2-", "4-", "2-last", "1-3", "1, 0, 2"])
def test_what_names_no_layer_beyond_the_last_is_taken(text):
    check_layers(text, 3)
    assert why_no_weights(text, 3) == ""


def test_where_layers_count_or_do_not_only_0_and_1_are_taken():
    assert layer_weights("1,0,1", 3, weighted=False) == (1, 0, 1)
    with pytest.raises(ValueError, match="only 0 and 1"):
        layer_weights("1, 0, 0.5", 3, weighted=False)


def test_every_choice_has_a_text_that_reads_as_itself():
    for weights in itertools.product((0.0, 1.0, 0.25), repeat=4):
        if any(weights):
            assert layer_weights(weights_text(weights), 4) == weights
    assert weights_text((0.0, 1.0, 1.0)) == "2-" and weights_text((0.0, 0.0, 1.0)) == "3"
    assert weights_text((0.0, 1.0, 0.5)) == "0, 1, 0.5"
    assert pick_layers((0.0, 1.0, 0.5)) == (1, 2)
