"""The layer table of our own files says what its layers are and hold."""

from __future__ import annotations

import dataclasses

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.files.foreign.file_cards import describe_ours


def small(name, most=12, **settings):
    """A preset's net for the bundled digits with at the most so many units or channels a layer,
    both nets where they can be."""
    spec = preset(name)
    layers = tuple(dataclasses.replace(x, units=min(x.units, most)) for x in spec.layers)
    data = dataclasses.replace(preset("digits-quick").data, subset=0.1)
    return spec.replace(**{"layers": layers, "data": data, "algorithms": "both", **settings})


def save(spec, target):
    session = engine.Session(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))
    engine.save_session(session, target, with_optimizer=False)
    return target


def test_a_cards_rows_say_shapes_activations_and_what_is_beside_the_weights(tmp_path):
    card, _ = describe_ours(save(small("predsim-conv"), tmp_path / "net.h5"), 1)
    assert [(row.name, row.output, row.activation) for row in card.layers[3:7]] == [
        ("Forward-Forward 4", (3, 3, 12), "relu"),
        ("Forward-Forward 5", (3, 3, 12), "relu"),
        ("backprop 1", (14, 14, 12), "relu"),
        ("backprop 2", (14, 14, 12), "relu"),
    ]
    assert (card.layers[-1].output, card.layers[-1].activation) == ((10,), "softmax")
    # 9·12·12 + 12, 4·12, 3·3·12·10 and 9·12·12
    assert card.layers[4].parameters == 1308 + 48 + 1080 + 1296
    assert card.layers[4].settings == "norm 48, class scores 1,080, map 1,296"
    assert (card.layers[9].parameters, card.layers[9].settings) == (1356, "norm 48")
