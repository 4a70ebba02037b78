"""What is said of strangers' nets that are no classifiers, and of rows of few numbers."""

from __future__ import annotations

import pytest

from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain
from ffstudio.core.describe.cards import OPENS, WHOLE, Card
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.kinds_of_nets import find_usual, say_what_it_is
from ffstudio.engine.strangers.build import Loaded


def layer(kind, name, *fed, **settings):
    calls = ((*(Port(one) for one in fed),),) if fed else ()
    return Layer(name, kind, check_settings(kind, settings), calls)


def say(network, role="network", **training):
    card = Card("x.h5", 1, WHOLE, OPENS, training=training)
    return " ".join(say_what_it_is(network, role, Loaded(card, network, None)))


def conv(filters, activation="softmax", **more):
    settings = {"filters": filters, "kernel_size": 1, "activation": activation, **more}
    return layer("Conv2D", "end", **settings)


def dense(units, activation="linear"):
    return layer("Dense", "end", units=units, activation=activation)


@pytest.mark.parametrize(
    ("shape", "last", "said"),
    [
        ((28, 28, 1), conv(10), "It marks what is where: each of 28×28 places of a picture gets "
         "one of 10 classes (28×28×1 to 28×28×10)."),
        ((None, None, 3), conv(3), "It marks what is where: each of ?×? places"),
        ((64, 64, 1), conv(1, "sigmoid"), "It makes a picture of a picture (64×64×1 to 64×64×1)"),
        ((28, 28), dense(10, "softmax"), "It labels each place: each of 28 gets one of 10 classes "
         "(28×28 to 28×10)"),
        ((64, 64, 3), conv(30, "linear", strides=9), "It gives 30 numbers for each of 8×8 places "
         "(64×64×3 to 8×8×30)"),
    ],
)  # fmt: skip
def test_what_says_something_of_each_place(shape, last, said):
    assert say(chain("net", [last], shape)).startswith(said)


def test_measured_values_are_called_so():
    flat = layer("Flatten", "flat")
    said = say(chain("net", [flat, dense(30)], (96, 96, 1)), "regression")
    assert "answers with 30 measured values" in said and "x/255, scaled to 96×96" in said


def joined(shapes, *after):
    """Inputs flattened side by side, and what follows in line."""
    inputs = [layer("InputLayer", f"in_{i}", shape=list(s)) for i, s in enumerate(shapes)]
    inputs = [Layer(one.name, one.kind, one.settings, ((),)) for one in inputs]
    flats = [layer("Flatten", f"flat_{i}", one.name) for i, one in enumerate(inputs)]
    line = [layer("Concatenate", "join", *(one.name for one in flats))]
    for one in after:
        line.append(Layer(one.name, one.kind, one.settings, ((Port(line[-1].name),),)))
    ports = tuple(Port(one.name) for one in inputs)
    return Architecture("net", (*inputs, *flats, *line), ports, (Port(line[-1].name),))


PAINT = [layer("Dense", "all", units=784), layer("Reshape", "lay", target_shape=[28, 28, 1])]


@pytest.mark.parametrize(
    ("network", "said"),
    [
        (joined([(28, 28, 1), (1,)], dense(1, "sigmoid")), "what judges pictures in a conditional"),
        (joined([(784,), (10,)], dense(1)), "what judges pictures in a conditional GAN"),
        (joined([(784,), (10,)], dense(784, "sigmoid")), "a conditional autoencoder"),
        (joined([(28, 28, 1), (1,)], *PAINT), "a conditional autoencoder"),
        (joined([(100,), (1,)], *PAINT, layer("Flatten", "flat"), dense(1, "sigmoid")),
         "a conditional generator and what judges it in one"),
        (joined([(13,), (4,)], dense(1)), ""),
        (joined([(28, 28, 1), (28, 28, 1)], dense(1)), "a siamese net"),
    ],
)  # fmt: skip
def test_what_takes_a_label_beside(network, said):
    words = say(network)
    assert said in words and bool(words) == bool(said)


@pytest.mark.parametrize(
    ("count", "is_doubted"), [(16, True), (49, True), (64, False), (784, False)]
)
def test_a_row_of_few_numbers_may_be_no_picture(count, is_doubted):
    way, why = find_usual(chain("net", [dense(26, "softmax")], (count,)), "classifier")
    assert way is not None
    assert ("may as well be measurements" in why) == is_doubted
