"""A run that is cancelled or fails leaves nothing behind. With the real engine on small digits."""

from __future__ import annotations

import dataclasses
import functools
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from ffstudio.core.assets import resource
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import Samples, prepare
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import RunStarted
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.run.status import EngineState, RunEnd, RunStatus
from ffstudio.files.ours.archive import Archive, read_archive, same_states
from ffstudio.jobs.state import RUN_IS_ACTIVE
from ffstudio.jobs.studio import Studio
from tests.jobs.test_studio import LONG, quick_spec
from tests.marks import choose_cases

ENDLESS = 5000


@pytest.fixture
def studio(qtbot):
    made = Studio(quick_spec())
    made.start()
    qtbot.waitUntil(lambda: made.why_not_train() == "", timeout=LONG)
    yield made
    assert made.shutdown(10.0)


@pytest.fixture
def algorithms():
    """Which nets are trained: one is quicker."""
    return "bp"


@pytest.fixture
def reference(algorithms):
    """Everything about the nets that the first run makes; the same seed gives the same nets."""
    return _first_run(algorithms)


@functools.cache
def _first_run(algorithms):
    from ffstudio import engine

    spec = quick_spec(algorithms=algorithms)
    session = engine.Session(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))
    session.run()
    return session.spec, session.plan, session.states()


def edit(qtbot, studio, **changes):
    """Changes settings and waits for the images that go with them."""
    studio.edits.edit(studio.spec.replace(**changes), "Edit")
    qtbot.waitUntil(
        lambda: studio.why_not_train() == "" and studio.data.spec == studio.spec.data, timeout=LONG
    )


def train(qtbot, studio, *, resume=False, **changes):
    """A whole run, after edits."""
    edit(qtbot, studio, **changes)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        studio.runs.train(resume=resume)
    assert finished.args[0].end is RunEnd.COMPLETED


def num_points(history: History) -> int:
    return sum(len(series) for series in history.series.values())


def begin(qtbot, studio, *, resume=False, **changes):
    """A run that does not end by itself, well on its way."""
    began = []
    studio.run_started.connect(began.append)
    edit(qtbot, studio, epochs=ENDLESS, **changes)
    studio.runs.train(resume=resume)
    qtbot.waitUntil(lambda: bool(began), timeout=LONG)
    count = num_points(studio.history)
    qtbot.waitUntil(lambda: num_points(studio.history) > count + 100, timeout=LONG)


def cancel(qtbot, studio):
    with qtbot.waitSignal(studio.run_finished, timeout=20_000) as finished:
        studio.runs.cancel()
    assert finished.args[0].end is RunEnd.CANCELLED
    assert studio.status is RunStatus.IDLE


def save(qtbot, studio, path) -> Archive:
    with qtbot.waitSignal(studio.model_saved, timeout=60_000):
        studio.files.save(path)
    return read_archive(path)


def shown(studio: Studio) -> dict[str, Any]:
    """All that a user sees of the nets, and all that saving them goes by."""
    return {
        "path": studio.model_path,
        "unsaved": studio.has_unsaved_model,
        "has a model": studio.has_model,
        "can continue": studio.can_continue,
        "trained": studio.trained_spec,
        "snapshot": id(studio.snapshot),
        "history": id(studio.history),
        "curves": studio.history.to_json(),
        "judged": {name: id(event) for name, event in studio.last_epochs.items()},
        "stranger": id(studio.strangers.current),
        "stranger's file": studio.strangers.path,
    }


def other_layers(units: int = 9) -> Any:
    return quick_spec().with_layer(0, units=units).layers


def ways(names: Sequence[str], *always: str) -> Any:
    """In which ways the net that is shown first has come about; some are tried each time."""
    return pytest.mark.parametrize("first", choose_cases(names, *always), indirect=True)


@pytest.fixture
def first(request, qtbot, studio, algorithms, tmp_path):
    """A net that is shown before another run."""
    way = getattr(request, "param", "saved")
    train(qtbot, studio, algorithms=algorithms)
    if way != "unsaved":
        save(qtbot, studio, tmp_path / "first.h5")
    if way.startswith("opened"):
        snapshot = studio.snapshot
        studio.files.open(tmp_path / "first.h5", quietly=way.endswith("quietly"))
        qtbot.waitUntil(lambda: studio.snapshot is not snapshot, timeout=LONG)
    return shown(studio)


def is_first(archive: Archive, first, reference) -> bool:
    """True when a file holds the first run's nets and curves, ready to go on from there."""
    spec, plan, states = reference
    return (
        (archive.spec, archive.plan) == (spec, plan)
        and same_states(archive.states, states)
        and archive.history.to_json() == first["curves"]
    )


@ways(["unsaved", "saved", "opened", "opened quietly"], "unsaved", "saved", "opened")
def test_cancel_brings_back_the_net_before_and_its_file(qtbot, studio, first, reference, tmp_path):
    changes = []
    studio.model_changed.connect(lambda: changes.append(shown(studio)))
    begin(qtbot, studio, layers=other_layers())
    save(qtbot, studio, tmp_path / "second.h5")
    assert studio.model_path == tmp_path / "second.h5"
    cancel(qtbot, studio)
    assert shown(studio) == first
    assert changes[-1] == first, "whoever shows name and mark has been told"
    # What is saved now is the first net, and nothing of it goes into the second one's file.
    assert is_first(save(qtbot, studio, tmp_path / "third.h5"), first, reference)
    assert read_archive(tmp_path / "second.h5").spec.layers == other_layers()


@ways(["unsaved", "opened quietly"], "opened quietly")
@pytest.mark.parametrize("algorithms", ["both"])
def test_continue_and_cancel_brings_back_curves_and_nets(qtbot, studio, first, reference, tmp_path):
    begin(qtbot, studio, resume=True)
    studio.edits.edit(studio.spec.with_layer(0, learning_rate=0.0005, threshold=1.5), key="live")
    qtbot.waitUntil(lambda: len(studio.history.marks) == 2, timeout=LONG)
    save(qtbot, studio, tmp_path / "second.h5")
    cancel(qtbot, studio)
    assert shown(studio) == first
    assert is_first(save(qtbot, studio, tmp_path / "third.h5"), first, reference)
    # Going on now draws each step once.
    count = len(studio.history.epochs)
    train(qtbot, studio, resume=True, epochs=1)
    assert len(studio.history.epochs) == count + 1
    for key, series in studio.history.series.items():
        if key.metric == "loss":
            np.testing.assert_array_equal(series.axis("step"), np.arange(1, len(series) + 1))
        else:
            np.testing.assert_array_equal(series.axis("epoch"), np.arange(1, count + 2))


def test_continue_and_cancel_in_the_middle_of_an_epoch(qtbot, studio):
    """Forward-Forward has ended epochs that backprop has not: their rows are half filled in."""

    def steps(count, curve, total):
        for _ in range(count):
            studio.runs.step_batch()
        qtbot.waitUntil(
            lambda: (
                studio.status is RunStatus.PAUSED
                and len(studio.history.series.get(curve, ())) == total
            ),
            timeout=LONG,
        )

    backprop = SeriesKey("bp", "loss")
    studio.edits.edit(studio.spec.replace(order="one_after_other", epochs=2))
    steps(25, backprop, 5)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.stop()
    before = shown(studio)
    assert [row["bp_loss"] for row in studio.history.epochs] == [None, None]
    studio.runs.train(resume=True, paused=True)
    steps(8, backprop, 13)
    assert studio.history.epochs[0]["bp_loss"] is not None
    cancel(qtbot, studio)
    assert shown(studio) == before


def test_cancel_twice_and_stop(qtbot, studio, tmp_path):
    """What a stopped run has saved is its own; only cancelled runs lose their file."""
    train(qtbot, studio, algorithms="bp")
    first = shown(studio)
    for number in range(2):
        begin(qtbot, studio, layers=other_layers())
        save(qtbot, studio, tmp_path / f"{number}.h5")
        cancel(qtbot, studio)
        assert shown(studio) == first
    begin(qtbot, studio, layers=other_layers())
    save(qtbot, studio, tmp_path / "kept.h5")
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.stop()
    assert studio.model_path == tmp_path / "kept.h5"
    assert studio.has_unsaved_model, "it has learnt since"
    assert studio.trained_spec.layers == other_layers()


def test_cancel_of_the_first_run_leaves_an_empty_studio(qtbot, studio, tmp_path):
    empty = shown(studio)
    begin(qtbot, studio, algorithms="bp")
    save(qtbot, studio, tmp_path / "net.h5")
    cancel(qtbot, studio)
    assert shown(studio) == empty
    assert not studio.has_model and not studio.has_unsaved_model


@pytest.mark.parametrize("resume", [False, True])
def test_a_file_that_the_cancelled_run_has_overwritten_is_no_longer_the_first_nets(
    qtbot, studio, tmp_path, resume
):
    train(qtbot, studio, algorithms="bp")
    save(qtbot, studio, tmp_path / "net.h5")
    assert not studio.has_unsaved_model
    begin(qtbot, studio, resume=resume)
    save(qtbot, studio, tmp_path / "net.h5")
    cancel(qtbot, studio)
    assert studio.has_unsaved_model, "no file holds it any longer"
    assert studio.model_path is None, "and saving asks before it writes over the other"


def test_an_opened_file_may_be_overwritten_by_the_run_that_is_cancelled(
    qtbot, studio, algorithms, reference, tmp_path
):
    train(qtbot, studio, algorithms=algorithms)
    save(qtbot, studio, tmp_path / "net.h5")
    with qtbot.waitSignal(studio.model_opened, timeout=LONG):
        studio.files.open(tmp_path / "net.h5")
    first = shown(studio)
    begin(qtbot, studio, layers=other_layers())
    save(qtbot, studio, tmp_path / "net.h5")
    cancel(qtbot, studio)
    assert is_first(save(qtbot, studio, tmp_path / "again.h5"), first, reference)


def test_a_file_that_was_asked_for_before_the_run_stays_the_first_nets(qtbot, studio, tmp_path):
    """The engine's thread writes it while Train has been pressed already."""
    train(qtbot, studio, algorithms="bp")
    saved = []
    studio.model_saved.connect(saved.append)
    studio.files.save(tmp_path / "first.h5")
    begin(qtbot, studio, layers=other_layers())
    assert saved == [str(tmp_path / "first.h5")]
    assert studio.model_path is None and studio.has_unsaved_model
    cancel(qtbot, studio)
    assert studio.model_path == tmp_path / "first.h5"
    assert not studio.has_unsaved_model


def test_new_presets_and_undo_after_cancel_touch_no_net(qtbot, studio, first, tmp_path):
    begin(qtbot, studio, layers=other_layers())
    save(qtbot, studio, tmp_path / "second.h5")
    cancel(qtbot, studio)
    edited = studio.spec
    for spec in (ExperimentSpec(), preset("ff-fast"), edited):
        studio.edits.edit(spec, "Replace")
        assert shown(studio) == first
    while studio.edits.undo_stack.canUndo():
        studio.edits.undo_stack.undo()
        assert shown(studio) == first
    while studio.edits.undo_stack.canRedo():
        studio.edits.undo_stack.redo()
    assert studio.spec == edited
    assert shown(studio) == first


def images_that_cannot_be_judged(studio: Studio) -> Any:
    """Training goes well with them; judging after the first epoch does not."""
    data = studio.data
    return dataclasses.replace(data, test=Samples(data.test.x[:, :5], data.test.y))


@pytest.mark.parametrize("resume", [False, True])
def test_a_run_that_fails_brings_back_what_was_before(
    qtbot, studio, first, reference, tmp_path, resume
):
    errors = []
    studio.error_raised.connect(errors.append)
    good = studio.data
    studio.images.take(images_that_cannot_be_judged(studio))
    if not resume:
        studio.edits.edit(studio.spec.replace(layers=other_layers()))
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        studio.runs.train(resume=resume)
    assert finished.args[0].end is RunEnd.FAILED
    assert [error.title for error in errors] == ["Training stopped"]
    assert shown(studio) == first
    assert is_first(save(qtbot, studio, tmp_path / "third.h5"), first, reference)
    studio.images.take(good)
    train(qtbot, studio, layers=quick_spec().layers, epochs=1)
    assert len(studio.history.epochs) == 1


def test_a_run_that_cannot_go_on_brings_back_what_was_before(qtbot, studio, first):
    studio.edits.edit(studio.spec.replace(layers=other_layers()))
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        studio.runs.train(resume=True)
    assert finished.args[0].end is RunEnd.FAILED
    assert shown(studio) == first


# --- strangers --------------------------------------------------------------------------------


@pytest.fixture
def stranger(tmp_path):
    """The file of a small classifier that knows nothing yet."""
    import keras

    keras.utils.set_random_seed(3)
    net = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.save(tmp_path / "stranger.keras")
    return tmp_path / "stranger.keras"


@pytest.mark.parametrize("resume", choose_cases([False, True], True))
def test_a_strangers_model_that_was_open_is_open_again(qtbot, studio, stranger, tmp_path, resume):
    with qtbot.waitSignal(studio.strangers.opened, timeout=LONG):
        studio.files.open(stranger)
    first = shown(studio)
    assert first["path"] is None and studio.strangers.path == stranger
    data = quick_spec().data
    made = save(qtbot, studio, tmp_path / "made.h5")
    studio.show(dataclasses.replace(studio.shown, path=None))
    changes = {} if resume else {"network": None, "layers": other_layers(), "algorithms": "bp"}
    begin(qtbot, studio, data=data, **changes)
    assert (studio.trained_spec.network is not None) is resume
    save(qtbot, studio, tmp_path / "second.h5")
    cancel(qtbot, studio)
    assert shown(studio) == first
    again = save(qtbot, studio, tmp_path / "third.h5")
    assert (again.spec, again.plan) == (made.spec, made.plan)
    assert same_states(again.states, made.states)


def test_a_strangers_model_that_comes_while_a_run_has_begun_is_not_half_opened(
    qtbot, studio, stranger
):
    errors = []
    studio.error_raised.connect(errors.append)
    with qtbot.waitSignal(studio.strangers.opening, timeout=LONG):
        studio.files.open(stranger)
    begin(qtbot, studio, algorithms="bp")
    assert [error.message for error in errors] == [RUN_IS_ACTIVE]
    assert studio.strangers.current is None and not studio.strangers.is_busy
    cancel(qtbot, studio)
    assert studio.strangers.current is None
    assert studio.spec.network is None


# --- a part of the nets -----------------------------------------------------------------------


def test_half_of_the_nets_in_a_file_leaves_the_other_half_unsaved(qtbot, studio, tmp_path):
    train(qtbot, studio)
    with qtbot.waitSignal(studio.model_saved, timeout=60_000):
        studio.files.save(tmp_path / "backprop.keras", which="bp")
    assert studio.has_unsaved_model
    assert studio.model_path is None, "Save would write both nets over it"
    save(qtbot, studio, tmp_path / "both.h5")
    assert not studio.has_unsaved_model
    with qtbot.waitSignal(studio.model_saved, timeout=60_000):
        studio.files.save(tmp_path / "another.h5", which="ff")
    assert studio.model_path == tmp_path / "both.h5" and not studio.has_unsaved_model
    with qtbot.waitSignal(studio.model_saved, timeout=60_000):
        studio.files.save(tmp_path / "both.h5", which="ff")
    assert studio.model_path is None and studio.has_unsaved_model


def test_the_only_net_there_is_is_the_whole(qtbot, studio, tmp_path):
    train(qtbot, studio, algorithms="bp")
    with qtbot.waitSignal(studio.model_saved, timeout=60_000):
        studio.files.save(tmp_path / "backprop.keras", which="bp")
    assert studio.model_path == tmp_path / "backprop.keras"
    assert not studio.has_unsaved_model


def test_the_chosen_preprocessing_is_saved_and_comes_back(qtbot, studio, stranger, tmp_path):
    with qtbot.waitSignal(studio.strangers.opened, timeout=LONG):
        studio.files.open(stranger)
    found_out = studio.spec.network.preprocessing
    trials = studio.strangers.current.trials
    chosen = next(t.preprocessing for t in trials if t.preprocessing != found_out)
    studio.strangers.choose_preprocessing(chosen)
    assert studio.trained_spec.network.preprocessing == chosen
    archive = save(qtbot, studio, tmp_path / "mine.h5")
    assert archive.spec.network.preprocessing == chosen
    assert archive.snapshot.bp.network.preprocessing == chosen
    assert not studio.has_unsaved_model
    first = shown(studio)
    begin(qtbot, studio, data=quick_spec().data)
    cancel(qtbot, studio)
    assert shown(studio) == first
    archive = save(qtbot, studio, tmp_path / "again.h5")
    assert archive.spec.network.preprocessing == chosen
    # Of an opened file of ours as well, whose nets nobody has built yet.
    with qtbot.waitSignal(studio.model_opened, timeout=LONG):
        studio.files.open(tmp_path / "mine.h5")
    studio.strangers.choose_preprocessing(found_out)
    assert studio.has_unsaved_model, "the file has the other one"
    archive = save(qtbot, studio, tmp_path / "mine.h5")
    assert archive.spec.network.preprocessing == found_out


def test_another_preprocessing_while_a_file_is_written_is_in_no_file(
    qtbot, studio, stranger, tmp_path
):
    with qtbot.waitSignal(studio.strangers.opened, timeout=LONG):
        studio.files.open(stranger)
    found_out = studio.spec.network.preprocessing
    trials = studio.strangers.current.trials
    with qtbot.waitSignal(studio.model_saved, timeout=LONG):
        studio.files.save(tmp_path / "mine.h5")
        studio.strangers.choose_preprocessing(trials[-1].preprocessing)
    assert read_archive(tmp_path / "mine.h5").spec.network.preprocessing == found_out
    assert studio.model_path == tmp_path / "mine.h5"
    assert studio.has_unsaved_model


def test_layers_in_the_builder_do_not_keep_a_strangers_net_from_going_on(qtbot, studio, stranger):
    """As after reading an experiment that holds both."""
    with qtbot.waitSignal(studio.strangers.opened, timeout=LONG):
        studio.files.open(stranger)
    train(qtbot, studio, resume=True, data=quick_spec().data, layers=other_layers(), epochs=1)
    assert len(studio.history.epochs) == 1


# --- what was asked for and can no longer be done ----------------------------------------------


def test_a_run_that_fails_before_it_is_saved_writes_nothing(qtbot, studio, tmp_path):
    """Not even the nets from before it, which are shown again."""
    train(qtbot, studio, algorithms="bp")
    errors, saved = [], []
    studio.error_raised.connect(errors.append)
    studio.model_saved.connect(saved.append)
    run = studio.runs.begin(Control())
    run.session = studio.shown.session
    run.tell(RunStarted(run.number, studio.spec, 0, 5, resumed=True))
    studio.runs.take_events()
    studio.files.save(tmp_path / "second.h5")
    run.fail("It broke.", "")
    studio.runs.take_events()
    save(qtbot, studio, tmp_path / "first.h5")
    assert saved == [str(tmp_path / "first.h5")]
    assert not (tmp_path / "second.h5").exists()
    assert [error.title for error in errors] == ["Training stopped", "The model was not saved"]


def test_an_engine_that_cannot_be_started_says_so_to_all_who_ask(qtbot, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "ffstudio.engine", None)
    studio = Studio(quick_spec())
    studio.start()
    qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.FAILED, timeout=LONG)
    with qtbot.waitSignal(studio.snapshot_changed, timeout=LONG):
        studio.files.open(resource("models", "mnist.h5"), quietly=True)
    with qtbot.waitSignal(studio.error_raised, timeout=LONG) as raised:
        studio.files.save(tmp_path / "net.h5")
    assert "could not be started" in raised.args[0].message
    assert studio.shutdown()
