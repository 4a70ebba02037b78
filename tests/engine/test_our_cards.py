"""The layer table of our own files counts all that nets hold, as their arrays do."""

from __future__ import annotations

import dataclasses

import h5py
import pytest

from ffstudio import engine
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.summary import summary
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.files.foreign.file_cards import describe_ours
from ffstudio.files.ours.archive import read_archive

# Kept beside the weights: settings, and what peer normalisation has seen.
NOT_COUNTED = ("threshold", "mean_activity")


def small(name, most=12, **settings):
    """A preset's net for the bundled digits with at the most so many units or channels a layer,
    both nets where they can be."""
    spec = preset(name)
    layers = tuple(dataclasses.replace(x, units=min(x.units, most)) for x in spec.layers)
    data = dataclasses.replace(preset("digits-quick").data, subset=0.1)
    return spec.replace(**{"layers": layers, "data": data, "algorithms": "both", **settings})


def stack():
    layers = (
        LayerSpec("conv", units=4, batch_norm=True, pooling="max"),
        LayerSpec("lstm", units=5),
    )
    return small("digits-quick", layers=layers, algorithms="bp")


EXPERIMENTS = {
    "pairs": lambda: small("digits-quick"),
    "predsim": lambda: small("predsim-shifts"),
    "predsim in convolutions": lambda: small("predsim-conv"),
    "shortcuts": lambda: small("ff-residual", 80),
    "fields with a read-out": lambda: small("hinton-local"),
    "top-down": lambda: small("ff-recurrent", algorithms="ff"),
    "backprop's layers": stack,
}


def save(spec, target):
    session = engine.Session(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))
    engine.save_session(session, target, with_optimizer=False)
    return target


def count_stored(path, net):
    """Numbers of a net's layers and read-out in the file."""
    count = 0
    with h5py.File(path) as file:
        for name, group in file[f"ffstudio/{net}"].items() if f"ffstudio/{net}" in file else ():
            if name.startswith(("layer_", "read_out")):
                count += sum(a.size for key, a in group.items() if key not in NOT_COUNTED)
    return count


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_card_counts_what_the_file_holds(name, tmp_path):
    target = save(EXPERIMENTS[name](), tmp_path / "net.h5")
    card, _ = describe_ours(target, 1)
    archive = read_archive(target)
    table = summary(archive.spec, archive.shape)
    forward = [row for row in card.layers if row.name.startswith("Forward-Forward")]
    backward = [row for row in card.layers if row not in forward]
    for rows, net in ((forward, "ff"), (backward, "bp")):
        stored = count_stored(target, net)
        assert sum(row.parameters for row in rows) == stored
        assert sum(getattr(row, net) or 0 for row in table) == stored
    assert card.parameters == count_stored(target, "ff") + count_stored(target, "bp") > 0


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
