"""The studio's verbs with the real engine on the bundled digits."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
from PySide6.QtCore import QObject

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import RunStarted, SettingChanged, StepDone
from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.status import RunEnd, RunStatus
from ffstudio.files.ours.archive import read_archive
from ffstudio.jobs.edits import Edit, UndoStack
from ffstudio.jobs.studio import Studio

LONG = 120_000


def quick_spec(**changes) -> ExperimentSpec:
    layer = LayerSpec(units=16)
    spec = ExperimentSpec(
        data=DataSpec("digits", subset=0.2),
        layers=(layer, layer),
        ff=ForwardForwardSpec(negatives="random"),
        bp=BackpropSpec(),
        batch_size=32,
        epochs=2,
    )
    return dataclasses.replace(spec, **changes)


@pytest.fixture
def studio(qtbot):
    made = Studio(quick_spec())
    made.start()
    qtbot.waitUntil(lambda: made.engine_state[0] == "ready" and made.data is not None, timeout=LONG)
    yield made
    assert made.shutdown(10.0)


@pytest.fixture
def one_net(studio):
    """Quicker than both, where it does not matter which one learns."""
    studio.edits.edit(studio.spec.replace(algorithms="bp"), "Backprop alone")


def test_why_not_train_says_what_is_missing(qtbot):
    studio = Studio(quick_spec())
    assert "warming up" in studio.why_not_train()
    studio.start()
    qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
    studio.edits.edit(studio.spec.with_layer(1, units=0), "Break")
    assert studio.why_not_train().startswith("Layer 2: Units must be at least 1")
    studio.edits.undo_stack.undo()
    assert studio.why_not_train() == ""
    assert studio.shutdown(10.0)


def test_a_whole_run_reaches_the_panels(qtbot, studio):
    statuses, snapshots, epochs = [], [], []
    studio.status_changed.connect(statuses.append)
    studio.snapshot_changed.connect(snapshots.append)
    studio.epoch_done.connect(epochs.append)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        studio.runs.train()
    assert statuses == [RunStatus.STARTING, RunStatus.RUNNING, RunStatus.IDLE]
    assert finished.args[0].end is RunEnd.COMPLETED
    assert [(e.algorithm, e.epoch) for e in epochs] == [("ff", 1), ("bp", 1), ("ff", 2), ("bp", 2)]
    assert len(studio.history.epochs) == 2
    assert studio.progress.fraction == 1.0
    newest = snapshots[-1]
    predicted = newest.ff.predict(studio.data.test.x)
    np.testing.assert_array_equal(predicted, epochs[-2].predictions)
    assert studio.has_model
    assert studio.has_unsaved_model


def test_other_augmentation_needs_no_other_images(qtbot, studio):
    images, states = studio.data.train, []
    studio.data_state_changed.connect(lambda state, text: states.append(state))
    studio.edits.edit(studio.spec.replace(data=dataclasses.replace(studio.spec.data, shift=2)))
    # At once: a run that begins now learns from shifted images.
    assert studio.data.spec.shift == 2 and studio.data.train is images
    assert studio.why_not_train() == "" and states == []
    wrong = dataclasses.replace(studio.spec.data, rotation=500.0)
    studio.edits.edit(studio.spec.replace(data=wrong))
    assert studio.data.spec.rotation == 0 and studio.problems
    studio.edits.undo_stack.undo()
    studio.edits.edit(studio.spec.replace(data=dataclasses.replace(studio.spec.data, subset=0.1)))
    qtbot.waitUntil(lambda: len(studio.data.train) < len(images), timeout=10_000)
    assert studio.data.spec.shift == 2 and states == ["loading", "ready"]


def count_loss_steps(studio) -> int:
    [count] = {len(s) for key, s in studio.history.series.items() if key.metric == "loss"}
    return count


@pytest.mark.usefixtures("one_net")
def test_a_run_asked_for_right_after_an_edit_learns_from_the_images_of_that_edit(qtbot, studio):
    told = []
    studio.message.connect(told.append)
    fewer = dataclasses.replace(studio.spec.data, subset=0.1)
    studio.edits.edit(studio.spec.replace(data=fewer, epochs=1))
    assert studio.why_not_train() == "The data set is being loaded."
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
        assert told == ["Training begins as soon as the images are there."]
    assert studio.data.spec.subset == 0.1
    assert count_loss_steps(studio) == -(-len(studio.data.train) // 32)
    # A step waits as well, and there it stands.
    studio.edits.edit(studio.spec.replace(data=dataclasses.replace(fewer, subset=0.15)))
    studio.runs.step_batch()
    qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED and count_loss_steps(studio) == 1)
    assert studio.newest.spec.data.subset == studio.data.spec.subset == 0.15
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()


def test_images_that_are_wanted_no_more_are_not_taken_for_those_that_are(qtbot, studio):
    told = []
    studio.data_state_changed.connect(
        lambda state, _: told.append((state, studio.data.spec.subset, studio.spec.data.subset))
    )
    for subset in (0.1, 0.15):
        changed = dataclasses.replace(studio.spec.data, subset=subset)
        studio.edits.edit(studio.spec.replace(data=changed))
        if subset == 0.1:
            studio.images.load()  # on its way when the next is asked for
    qtbot.waitUntil(lambda: studio.why_not_train() == "")
    assert [found for found in told if found[0] == "ready"] == [("ready", 0.15, 0.15)]


@pytest.mark.usefixtures("one_net")
def test_nets_that_go_on_with_images_of_another_look_say_so(qtbot, studio, tmp_path):
    told = []
    studio.runs.differs.connect(told.append)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train(resume=True)
    assert told == []
    x, y = studio.data.train.x, studio.data.train.y
    path = tmp_path / "inverted.npz"
    np.savez(path, x=np.uint8(255 - 255 * x.reshape(-1, 28, 28)), y=y)
    studio.edits.edit(studio.spec.replace(data=DataSpec("file", path=str(path))))
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train(resume=True)
    [text] = told
    assert "learnt from light ink on dark paper" in text
    assert "inverted.npz has dark ink on light paper" in text


def test_what_was_asked_for_other_images_is_not_begun_with_these(qtbot, studio):
    statuses, states = [], []
    studio.status_changed.connect(statuses.append)
    studio.data_state_changed.connect(lambda state, text: states.append(state))
    fewer = dataclasses.replace(studio.spec.data, subset=0.1)
    studio.edits.edit(studio.spec.replace(data=fewer))
    studio.runs.train()
    studio.edits.undo_stack.undo()
    # The images are still there: nothing is loaded, and nothing begins.
    assert states == ["loading", "ready"] and studio.why_not_train() == ""
    qtbot.wait(400)
    assert studio.data.spec.subset == 0.2 and statuses == [] and states == ["loading", "ready"]
    # A setting that cannot be is no reason to wait for images for ever.
    studio.edits.edit(studio.spec.replace(data=fewer))
    studio.edits.edit(studio.spec.replace(data=dataclasses.replace(fewer, subset=0.0)))
    qtbot.wait(400)
    studio.edits.undo_stack.undo()
    studio.edits.undo_stack.undo()
    assert studio.spec.data.subset == 0.2 and studio.why_not_train() == ""


@pytest.mark.usefixtures("one_net")
def test_space_bar_order_train_pause_resume_stop(qtbot, studio):
    studio.edits.edit(dataclasses.replace(studio.spec, epochs=5000))
    studio.runs.toggle()
    qtbot.waitUntil(lambda: len(studio.history.series) > 0, timeout=LONG)
    studio.runs.toggle()
    qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED, timeout=10_000)
    key = next(iter(studio.history.series))
    count = len(studio.history.series[key])
    studio.runs.step_batch()
    qtbot.waitUntil(lambda: len(studio.history.series[key]) == count + 1, timeout=10_000)
    qtbot.waitUntil(lambda: studio.status is RunStatus.PAUSED, timeout=10_000)
    studio.runs.toggle()
    qtbot.waitUntil(lambda: len(studio.history.series[key]) > count + 3, timeout=10_000)
    with qtbot.waitSignal(studio.run_finished, timeout=10_000) as finished:
        studio.runs.stop()
    assert finished.args[0].end is RunEnd.STOPPED
    assert studio.status is RunStatus.IDLE


@pytest.mark.usefixtures("one_net")
def test_cancel_brings_back_curves_and_nets(qtbot, studio):
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
    history, snapshot = studio.history, studio.snapshot
    studio.edits.edit(dataclasses.replace(studio.spec, epochs=5000))
    studio.runs.train()
    qtbot.waitUntil(lambda: studio.history is not history and bool(studio.history), timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=10_000) as finished:
        studio.runs.cancel()
    assert finished.args[0].end is RunEnd.CANCELLED
    assert studio.history is history
    assert studio.snapshot is snapshot
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.edits.edit(dataclasses.replace(studio.spec, epochs=1))
        studio.runs.train(resume=True)
    assert len(studio.history.epochs) == 3


def test_live_learning_rate_and_threshold_leave_marks(qtbot, studio):
    studio.edits.edit(dataclasses.replace(studio.spec, epochs=5000))
    studio.runs.train()
    qtbot.waitUntil(lambda: bool(studio.history.series), timeout=LONG)
    studio.edits.edit(studio.spec.with_layer(0, learning_rate=0.0005), key="rate")
    studio.edits.edit(studio.spec.with_layer(1, threshold=2.5), key="theta")
    qtbot.waitUntil(lambda: len(studio.history.marks) == 2, timeout=10_000)
    assert [m.text for m in studio.history.marks] == [
        "Layer 1 learning rate → 0.0005",
        "Layer 2 threshold → 2.5",
    ]
    qtbot.waitUntil(lambda: studio.snapshot.ff.layers[1].threshold == 2.5, timeout=10_000)
    with qtbot.waitSignal(studio.run_finished, timeout=10_000):
        studio.runs.cancel()


def test_a_failing_engine_gives_one_error_and_the_studio_lives_on(qtbot, studio):
    errors = []
    studio.error_raised.connect(errors.append)
    good = studio.data
    # Labels 2–9 do not fit.
    studio.images.take(dataclasses.replace(good, class_names=good.class_names[:2]))
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        studio.runs.train()
    studio.images.take(good)
    if finished.args[0].end is RunEnd.FAILED:
        assert len(errors) == 1
        assert errors[0].title == "Training stopped"
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        studio.runs.train()
    assert finished.args[0].end is RunEnd.COMPLETED


def test_shutdown_in_the_middle_of_training_ends_the_engine_thread(qtbot):
    studio = Studio(quick_spec(epochs=100_000))
    studio.start()
    qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
    studio.runs.train()
    qtbot.waitUntil(lambda: bool(studio.history.series), timeout=LONG)
    assert studio.shutdown(30.0)  # it would train for hours


def test_edits_of_one_setting_in_a_row_are_one_undo_step(qtbot):
    studio = Studio(quick_spec())
    before = studio.spec
    for units in (1, 12, 128):
        studio.edits.edit(studio.spec.with_layer(0, units=units), "Units", key="layers/0/units")
    studio.edits.edit(dataclasses.replace(studio.spec, seed=9), "Seed", key="seed")
    assert studio.edits.undo_stack.count() == 2
    studio.edits.undo_stack.undo()
    studio.edits.undo_stack.undo()
    assert studio.spec == before
    studio.edits.undo_stack.redo()
    assert studio.spec.layers[0].units == 128
    assert studio.shutdown()


def test_save_and_reopen(qtbot, studio, tmp_path):
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
    path = tmp_path / "net.h5"
    with qtbot.waitSignal(studio.model_saved, timeout=60_000):
        studio.files.save(path)
    assert studio.model_path == path
    assert not studio.has_unsaved_model
    snapshot, history = studio.snapshot, studio.history
    with qtbot.waitSignal(studio.model_opened, timeout=60_000):
        studio.files.open(path)
    assert studio.snapshot is not snapshot
    x = studio.data.test.x
    np.testing.assert_array_equal(
        studio.snapshot.ff.label_goodness(x), snapshot.ff.label_goodness(x)
    )
    np.testing.assert_array_equal(studio.snapshot.bp.probabilities(x), snapshot.bp.probabilities(x))
    assert studio.history.epochs == history.epochs
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train(resume=True)
    assert len(studio.history.epochs) == 4


def test_a_bad_file_leaves_the_session_as_it_was(qtbot, studio, tmp_path):
    snapshot = studio.snapshot
    bad = tmp_path / "bad.h5"
    bad.write_bytes(b"not a model")
    with qtbot.waitSignal(studio.error_raised, timeout=10_000) as raised:
        studio.files.open(bad)
    assert raised.args[0].title == "The file was not opened"
    assert studio.snapshot is snapshot
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    with qtbot.waitSignal(studio.error_raised, timeout=10_000) as raised:
        studio.files.open(bad)
    assert "not an ffstudio experiment" in raised.args[0].message


@pytest.mark.usefixtures("one_net")
def test_saving_where_it_is_impossible_gives_one_error(qtbot, studio, tmp_path):
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
    with qtbot.waitSignal(studio.error_raised, timeout=60_000) as raised:
        studio.files.save(tmp_path / "nowhere" / "net.h5")
    assert raised.args[0].title == "The model was not saved"
    assert studio.has_unsaved_model


@pytest.mark.usefixtures("one_net")
def test_a_saved_file_has_the_curves_of_the_moment_it_was_asked_for(qtbot, studio, tmp_path):
    """The engine's thread writes them while they may grow."""
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
    asked = studio.history.to_dict()
    with qtbot.waitSignal(studio.model_saved, timeout=60_000):
        studio.files.save(tmp_path / "net.h5")
        studio.history.add(SettingChanged(1, "ff", "learning_rate", 0.5, 9, 2.0, 1.0))
        studio.history.add(StepDone(1, "new", 9, 2.0, 1.0, (0.5,)))
    assert read_archive(tmp_path / "net.h5").history.to_dict() == asked


@pytest.mark.usefixtures("one_net")
def test_saving_while_training_happens_between_two_batches(qtbot, studio, tmp_path):
    studio.edits.edit(dataclasses.replace(studio.spec, epochs=5000))
    studio.runs.train()
    qtbot.waitUntil(lambda: bool(studio.history.series), timeout=LONG)
    said = []
    studio.error_raised.connect(said.append)
    studio.model_saved.connect(said.append)
    studio.files.save(tmp_path / "net.h5")
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)
    assert said == [str(tmp_path / "net.h5")]
    assert studio.status is RunStatus.RUNNING
    with qtbot.waitSignal(studio.run_finished, timeout=10_000):
        studio.runs.cancel()


def test_a_file_saved_in_the_middle_of_a_run_has_every_step_of_its_nets(qtbot, studio, tmp_path):
    """Also those that were trained between the asking and the writing."""
    studio.edits.edit(dataclasses.replace(studio.spec, epochs=5000))
    studio.runs.train()
    qtbot.waitUntil(lambda: bool(studio.history.series), timeout=LONG)
    for number in range(4):
        with qtbot.waitSignal(studio.model_saved, timeout=60_000):
            studio.files.save(tmp_path / f"{number}.h5")
        archive = read_archive(tmp_path / f"{number}.h5")
        for name in ("ff", "bp"):
            trained = int(archive.states[name]["step"])
            curves = [
                series.axis("step")
                for key, series in archive.history.series.items()
                if key.algorithm == name and key.metric == "loss"
            ]
            assert trained > 0 and curves
            for steps in curves:
                np.testing.assert_array_equal(steps, np.arange(1, trained + 1))
    with qtbot.waitSignal(studio.run_finished, timeout=10_000):
        studio.runs.cancel()
    for key, series in studio.history.series.items():
        assert len(series) == 0, key


def test_what_is_asked_for_while_a_run_ends_is_done_after_it(qtbot, studio, tmp_path):
    """The engine's thread no longer looks for work between two batches then."""
    saved = []
    studio.model_saved.connect(saved.append)
    paths = [tmp_path / "at the end.h5", tmp_path / "while it stops.h5"]
    studio.epoch_done.connect(
        lambda event: studio.files.save(paths[0]) if event.epoch == 2 else None
    )
    studio.status_changed.connect(
        lambda status: studio.files.save(paths[1]) if status is RunStatus.STOPPING else None
    )
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train()
    qtbot.waitUntil(lambda: str(paths[0]) in saved, timeout=LONG)
    assert not studio.has_unsaved_model
    studio.edits.edit(dataclasses.replace(studio.spec, epochs=5000))
    studio.runs.train(resume=True)
    qtbot.waitUntil(lambda: len(studio.history.epochs) > 4, timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.stop()
    qtbot.waitUntil(lambda: str(paths[1]) in saved, timeout=LONG)
    for path in paths:
        archive = read_archive(path)
        (key, *_) = archive.history.series
        assert len(archive.history.series[key]) == int(archive.states["ff"]["step"])


def test_layers_that_the_builder_has_more_than_the_nets_do_not_end_the_run(qtbot, studio):
    studio.edits.edit(dataclasses.replace(studio.spec, epochs=5000))
    studio.runs.train()
    qtbot.waitUntil(lambda: bool(studio.history.series), timeout=LONG)
    studio.edits.edit(studio.spec.replace(layers=(*studio.spec.layers, LayerSpec(units=8))))
    studio.edits.edit(studio.spec.with_layer(2, learning_rate=0.0005), key="third")
    studio.edits.edit(studio.spec.with_layer(1, learning_rate=0.0005), key="second")
    qtbot.waitUntil(lambda: bool(studio.history.marks), timeout=LONG)
    assert [m.text for m in studio.history.marks] == ["Layer 2 learning rate → 0.0005"]
    assert studio.status is RunStatus.RUNNING
    with qtbot.waitSignal(studio.run_finished, timeout=10_000):
        studio.runs.cancel()


def test_events_stay_in_order_when_a_slot_asks_for_more_of_them(qtbot):
    studio = Studio(quick_spec())
    run = studio.runs.begin(Control())

    def step(number: int) -> StepDone:
        return StepDone(run.number, "bp", number, number / 5, float(number), (0.5,))

    def look(event: object) -> None:
        run.tell(step(3))
        studio.runs.take_events()
        series = studio.history.series[SeriesKey("bp", "loss")]
        assert series.axis("step").tolist() == [1, 2, 3]

    studio.run_started.connect(look)
    run.tell(RunStarted(run.number, studio.spec, 0, 5))
    run.tell(step(1))
    run.tell(step(2))
    studio.runs.take_events()
    assert len(studio.history.series[SeriesKey("bp", "loss")]) == 3
    assert studio.shutdown()


@pytest.mark.usefixtures("qapp")
def test_undo_as_one_knows_it():
    seen = []
    parent = QObject()
    stack = UndoStack(seen.append, parent)
    assert not stack.canUndo() and not stack.canRedo() and stack.undoText() == ""
    specs = [quick_spec(), *(quick_spec().with_layer(0, units=n) for n in (2, 3, 4))]
    for before, after in itertools.pairwise(specs):
        stack.push(Edit(before, after, f"Units {after.layers[0].units}"))
    assert (stack.index(), stack.count(), stack.undoText()) == (3, 3, "Units 4")
    stack.undo()
    stack.undo()
    assert seen[-2:] == [specs[2], specs[1]] and stack.redoText() == "Units 3"
    stack.push(Edit(specs[1], specs[3], "Another"))
    assert not stack.canRedo() and stack.count() == 2, "what was undone is gone"
    stack.setIndex(0)
    assert seen[-1] == specs[0] and stack.redoText() == "Units 2"
    stack.setIndex(2)
    assert seen[-1] == specs[3] and not stack.canRedo()


@pytest.mark.usefixtures("qapp")
def test_edits_that_come_to_nothing_are_gone():
    seen = []
    parent = QObject()
    stack = UndoStack(seen.append, parent)
    first, second = quick_spec(), quick_spec().with_layer(0, units=2)
    stack.push(Edit(first, second, "Units", key="units"))
    stack.push(Edit(second, first, "Units", key="units"))
    assert seen == [second, first] and not stack.canUndo()


def test_no_epochs_judge_the_nets_as_they_start(qtbot):
    spec = preset("camera-by-hand").replace(epochs=0)
    studio = Studio(spec)
    studio.start()
    qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        studio.runs.train()
    assert finished.args[0].end is RunEnd.COMPLETED
    assert finished.args[0].test_accuracy["bp"] == 1.0
    assert studio.status is RunStatus.IDLE and studio.has_model
    predicted = studio.snapshot.bp.predict(studio.data.test.x)
    np.testing.assert_array_equal(predicted, studio.data.test.y)
    assert studio.shutdown(30.0)
