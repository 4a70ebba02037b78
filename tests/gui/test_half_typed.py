"""What is typed by half: nothing in the window trips over it, and nothing is lost by it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from ffstudio.core.experiment.reading import from_json, to_json
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.fields import fields_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.jobs.state import DataState
from ffstudio.jobs.studio import Studio

HALF = "2-"


def type_by_half(spec: ExperimentSpec) -> Iterator[tuple[tuple[str | int, ...], ExperimentSpec]]:
    """Every number of an experiment, by its path, with the experiment while it is being typed."""

    def numbers(part):
        return [n for n, field in fields_of(type(part)).items() if field.kind in ("int", "float")]

    for name in numbers(spec):
        yield (name,), spec.replace(**{name: HALF})
    for part in ("data", "ff", "bp"):
        for name in numbers(getattr(spec, part)):
            half = dataclasses.replace(getattr(spec, part), **{name: HALF})
            yield (part, name), spec.replace(**{part: half})
    for at, layer in enumerate(spec.layers):
        for name in numbers(layer):
            yield ("layers", at, name), spec.with_layer(at, **{name: HALF})


def test_no_panel_trips_over_a_number_that_is_being_typed(qtbot, make_window, studio):
    window = make_window()
    for dock in ("builder", "data", "cost", "explain"):
        window.docks.bring_up(dock)
    legal, seen = studio.spec, 0
    for path, half in type_by_half(legal):
        studio.edits.edit(half, "Typing")
        QApplication.processEvents()
        assert path in [problem.path for problem in studio.problems], path
        seen += 1
    assert seen > 40
    studio.edits.edit(legal, "Typed")
    assert studio.problems == []


def test_images_stay_while_the_seed_is_being_typed(qtbot, make_window, studio):
    window = make_window()
    window.docks.bring_up("data")
    images = studio.data
    studio.edits.edit(studio.spec.replace(seed=HALF), "Typing")
    window.docks["data"].panel.findChild(object, "data_shuffle_button").click()
    qtbot.wait(400)  # longer than the images wait for what is typed
    assert studio.data is images
    studio.edits.edit(studio.spec.replace(seed=27), "Typed")
    qtbot.waitUntil(lambda: studio.data is not images and not studio.data_state[1].endswith("…"))


def test_an_experiment_with_half_a_number_comes_back_with_the_next_start(make_window, studio):
    window = make_window()
    half = studio.spec.with_layer(0, units=HALF).replace(name="Long work")
    studio.edits.edit(half, "Typing")
    window.close()
    assert window.settings.last_experiment == half
    assert from_json(to_json(half), is_draft=True) == half


def test_nothing_is_handed_on_that_nobody_could_read(make_window, studio):
    window = make_window()
    ids = ("copy_code", "save_experiment_as", "export_script")
    assert all(window.commands[name].isEnabled() for name in ids)
    studio.edits.edit(studio.spec.replace(seed=HALF), "Typing")
    window.commands.refresh()
    for name in ids:
        assert not window.commands[name].isEnabled()
        assert "Seed must be a number" in window.commands[name].toolTip()


def test_other_images_are_looked_at_while_numbers_are_being_typed(qtbot, studio, tmp_path):
    rng = np.random.default_rng(0)
    x, y = rng.integers(0, 256, (40, 8, 8), dtype=np.uint8), np.arange(40) % 4
    np.savez(tmp_path / "own.npz", x_train=x, y_train=y, x_test=x, y_test=y)
    half = DataSpec("file", str(tmp_path / "own.npz"), subset=HALF, validation="1e")
    with qtbot.waitSignal(studio.images.looked) as looked:
        studio.images.look_at(half, HALF)
    assert len(looked.args[0].train) == 40


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"data": DataSpec("digits", subset=0.5, rotation="1e")}, ("data", "rotation")),
        ({"data": DataSpec("digits", subset=0.5, elastic=99.0)}, ("data", "elastic")),
        ({"data": DataSpec("digits", subset=0.5), "seed": HALF}, ("seed",)),
    ],
)
def test_images_come_though_the_experiment_begins_with_half_a_number(qtbot, changes, path):
    studio = Studio(ExperimentSpec(**changes))
    studio.images.load()
    qtbot.waitUntil(lambda: studio.data_state[0] is DataState.READY)
    assert len(studio.data.train) == 751
    assert [problem.path for problem in studio.problems] == [path]
    legal = ExperimentSpec(data=DataSpec("digits", subset=0.5, rotation=15.0), seed=4)
    studio.edits.edit(legal, "Typed")
    qtbot.waitUntil(
        lambda: studio.data_state[0] is DataState.READY and studio.data.spec == legal.data
    )
    assert studio.problems == []
    assert studio.shutdown(20.0)
    studio.deleteLater()


def test_other_images_come_though_a_number_is_typed_while_they_are_on_their_way(qtbot, studio):
    qtbot.waitUntil(lambda: studio.data_state[0] is DataState.READY)
    other = dataclasses.replace(studio.spec.data, name="digits", subset=0.4)
    studio.edits.edit(studio.spec.replace(data=other), "Chosen")
    qtbot.waitUntil(lambda: bool(studio.activities.all))
    half = dataclasses.replace(other, rotation="1e")
    studio.edits.edit(studio.spec.replace(data=half), "Typing")
    qtbot.waitUntil(
        lambda: studio.data_state[0] is DataState.READY and studio.data.spec.subset == 0.4
    )
