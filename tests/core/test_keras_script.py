"""Keras scripts before they run: what they hold, and what cannot be one."""

from __future__ import annotations

import ast
import dataclasses

import pytest

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment.keras_script import script_obstacles, write_script
from ffstudio.core.experiment.layer_settings import OPTIMIZERS
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset, presets
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.mathematics import GOODNESS, LOCAL_LOSSES, NEGATIVES, NORMALISATIONS

SHAPE = DataShape((28, 28), tuple("0123456789"), "MNIST")


def write(spec, **more):
    return write_script(spec, SHAPE, version="1", **more)


def with_ff(**changes):
    spec = ExperimentSpec()
    return spec.replace(ff=dataclasses.replace(spec.ff, **changes))


@pytest.mark.parametrize("name", presets())
def test_a_preset_is_a_script_or_says_why_not(name):
    spec = preset(name)
    obstacles = script_obstacles(spec)
    if obstacles:
        assert all(text.endswith(".") and len(text.split()) > 4 for text in obstacles)
        with pytest.raises(SpecError, match="No script can be made"):
            write(spec)
        return
    tree = ast.parse(write(spec))
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else alias.name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    standard = {"argparse", "csv", "functools", "math", "os", "pathlib"}
    assert imported <= {*standard, "keras", "numpy", "tensorflow"}


def test_every_preset_is_a_script():
    assert not [name for name, spec in presets().items() if script_obstacles(spec)]


def test_every_variant_of_dense_nets_is_covered():
    for name in LOCAL_LOSSES:
        spec = ExperimentSpec(layers=(LayerSpec(loss=name),))
        assert f"def {name}_loss" in write(spec)
    for name, strategy in NEGATIVES.items():
        left_out = strategy.every
        assert bool(script_obstacles(with_ff(negatives=name))) is left_out
    for name in GOODNESS:
        assert not script_obstacles(with_ff(goodness=name))
        ast.parse(write(with_ff(goodness=name, read_out=True)))
    for choice in OPTIMIZERS:
        assert not script_obstacles(ExperimentSpec(layers=(LayerSpec(optimizer=choice.value),)))
    for name in NORMALISATIONS:
        ast.parse(write(with_ff(normalisation=name)))


def test_what_scripts_leave_out_is_said():
    conv, scores = LayerSpec("conv", 10), {"goodness": "class_mean"}
    changed = ExperimentSpec().data
    changed = dataclasses.replace(changed, shift=1)
    for spec, what in (
        (with_ff().replace(layers=(conv, LayerSpec())), "see a label"),
        (with_ff().replace(layers=(LayerSpec(), LayerSpec(skip=1))), "Layer 2 has a shortcut"),
        (with_ff().replace(layers=(LayerSpec(batch_norm=True),)), "Layer 1 has batch norm"),
        (with_ff(schedule="inner_loops", **scores), "Inner loops"),
        (with_ff(schedule="inner_loops", negatives="hybrid"), "Inner loops"),
        (with_ff(negatives="other_image", second_view=True).replace(data=changed), "Second views"),
        (with_ff(negatives="hybrid", goodness="top_k").replace(layers=(conv,)), "“top_k”"),
    ):
        assert what in " ".join(script_obstacles(spec))


def test_words_of_the_user_end_nothing():
    spec = ExperimentSpec(
        name='a"""\nimport os  # \\',
        description='é\0\x1b[31m «if ff» «seed» \\N{x} """quoted',
        layers=(LayerSpec(units=3),),
    )
    module = ast.parse(write(spec, images_file="it's-images.npz"))
    assert "import os" in ast.get_docstring(module)
    assert not any(isinstance(node, ast.Expr) for node in module.body[1:] if node.lineno < 10)


def test_a_net_of_backprop_alone_has_no_forward_forward():
    text = write(ExperimentSpec(algorithms="bp"))
    assert "goodness" not in text and "def train_backprop" in text
    text = write(ExperimentSpec(algorithms="ff"))
    assert "cross_entropy" not in text and "def train_forward_forward" in text
