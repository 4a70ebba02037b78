"""Random sequences of what users do with nets: each acts on the nets and the file it names.

After every verb weights, curves, file, unsaved mark and the run's folder are compared with what
they must be; whatever was saved before is still on disk, byte for byte.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import load
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.files.ours.archive import read_archive
from ffstudio.files.runs.record import read_record
from ffstudio.jobs.studio import Studio
from tests.marks import choose_cases

LONG = 120_000
NAMES = st.sampled_from(["a", "b"])
UNITS = st.sampled_from([3, 4])


def digest_weights(snapshot):
    """Of both nets; equal for equal weights."""
    total = hashlib.sha256()
    if snapshot is not None:
        for layer in snapshot.ff.layers:
            total.update(layer.kernel.tobytes() + layer.bias.tobytes())
        for path in sorted(snapshot.bp.weights):
            for part in snapshot.bp.weights[path]:
                total.update(np.asarray(part).tobytes())
    return total.hexdigest()


def values_of(history):
    """Curves without their seconds."""
    return {
        key: (series.axis("step").tolist(), series.values.tolist())
        for key, series in history.series.items()
    }


def digest_file(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digest_folder(folder):
    if folder is None:
        return None
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "writer.json")
    return [(str(path.relative_to(folder)), digest_file(path)) for path in files]


@dataclass(frozen=True)
class Look:
    """All that belongs to the nets shown, as a user can see and use it."""

    weights: str
    curves: object
    rows: object
    judged: object
    path: Path | None
    unsaved: bool
    kept: Path | None
    folder: object
    made_by: ExperimentSpec | None
    can_continue: bool


@dataclass(frozen=True)
class Saved:
    """What a file was given."""

    content: str
    weights: str
    curves: object


class Verbs(RuleBasedStateMachine):
    def __init__(self, qtbot, data, place):
        super().__init__()
        self.qtbot, self.place = qtbot, place
        layer = LayerSpec(units=3)
        spec = ExperimentSpec(
            name="verbs", data=data.spec, layers=(layer, layer), batch_size=32, epochs=2
        )
        self.errors = []
        self.studio = Studio.with_data(spec, data)
        self.studio.error_raised.connect(self.errors.append)
        self.studio.runs.are_kept = True
        self.studio.start()
        self.wait(lambda: self.studio.engine_state[0] is EngineState.READY)
        self.saved: dict[Path, Saved] = {}

    def teardown(self):
        assert self.studio.shutdown(20.0)

    # --- what it looks like ---------------------------------------------------------

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=LONG)

    def settle(self):
        """Until the engine's thread has nothing left to do."""
        done = []
        self.studio.runs.do(lambda engine: done.append(True), lambda: None)
        self.wait(lambda: bool(done))
        self.studio.runs.take_events()

    def look(self):
        studio, shown = self.studio, self.studio.shown
        judged = {name: event.predictions.tolist() for name, event in shown.last_epochs.items()}
        return Look(
            digest_weights(studio.snapshot),
            values_of(studio.history),
            [dict(row) for row in studio.history.epochs],
            judged,
            studio.model_path,
            studio.has_unsaved_model,
            shown.kept,
            digest_folder(shown.kept),
            studio.trained_spec,
            studio.can_continue,
        )

    def ended(self, act):
        """Does something that starts a run, and waits for its end."""
        with self.qtbot.waitSignal(self.studio.run_finished, timeout=LONG) as signal:
            act()
        self.settle()
        assert self.studio.status is RunStatus.IDLE
        return signal.args[0].end.value

    def fits(self):
        """Whether the builder describes the nets shown."""
        made = self.studio.trained_spec
        units = [layer.units for layer in self.studio.spec.layers]
        return made is not None and [layer.units for layer in made.layers] == units

    def cancel_in_the_midst(self, **how):
        self.studio.runs.train(paused=True, **how)
        self.wait(lambda: self.studio.status is RunStatus.PAUSED)
        epochs = len(self.studio.history.epochs)
        self.studio.runs.step_epoch()
        self.wait(lambda: len(self.studio.history.epochs) > epochs)
        self.studio.runs.cancel()

    # --- verbs ----------------------------------------------------------------------

    @rule()
    def train(self):
        before, epochs = self.look(), self.studio.spec.epochs
        assert self.ended(self.studio.runs.train) == "completed"
        after = self.look()
        assert len(after.rows) == epochs and after.path is None and after.unsaved
        assert after.kept is not None and after.kept != before.kept
        assert digest_folder(before.kept) == before.folder, "the run before has its folder still"
        assert values_of(read_record(after.kept / "record.jsonl").history) == after.curves

    @rule()
    def train_and_cancel(self):
        before = self.look()
        assert self.ended(self.cancel_in_the_midst) == "cancelled"
        assert self.look() == before

    @rule()
    def train_and_stop(self):
        def stop_after_a_step():
            self.studio.runs.train(paused=True)
            self.wait(lambda: self.studio.status is RunStatus.PAUSED)
            self.studio.runs.step_batch()
            self.wait(lambda: bool(self.studio.history.series))
            self.studio.runs.stop()

        assert self.ended(stop_after_a_step) == "stopped"
        after = self.look()
        assert after.path is None and after.unsaved and after.curves

    @precondition(lambda self: self.studio.has_model and self.fits())
    @rule()
    def go_on(self):
        before = self.look()
        assert self.ended(lambda: self.studio.runs.train(resume=True)) == "completed"
        after = self.look()
        assert after.path == before.path and after.unsaved
        assert len(after.rows) > len(before.rows) or before.rows[-1] != after.rows[-1]
        for key, (steps, values) in before.curves.items():
            assert after.curves[key][0][: len(steps)] == steps
            assert after.curves[key][1][: len(values)] == values
        if before.kept is not None:
            assert after.kept == before.kept, "going on extends the run"
        assert values_of(read_record(after.kept / "record.jsonl").history) == after.curves

    @precondition(lambda self: self.studio.has_model and self.fits())
    @rule()
    def go_on_and_cancel(self):
        before = self.look()
        assert self.ended(lambda: self.cancel_in_the_midst(resume=True)) == "cancelled"
        assert self.look() == before

    @precondition(lambda self: self.studio.has_model and not self.fits())
    @rule()
    def go_on_with_other_layers_in_the_builder(self):
        before = self.look()
        assert self.ended(lambda: self.studio.runs.train(resume=True)) == "failed"
        assert self.look() == before
        error = self.errors.pop()
        assert error.title == "Training did not begin"
        assert "not those of this net" in error.message

    @rule(units=UNITS)
    def edit(self, units):
        before = self.look()
        self.studio.edits.edit(self.studio.spec.with_layer(0, units=units))
        assert self.look() == before

    @rule()
    def undo(self):
        before = self.look()
        self.studio.edits.undo_stack.undo()
        assert self.look() == before

    @precondition(lambda self: self.studio.has_model)
    @rule(name=NAMES)
    def save(self, name):
        path, before = self.place / f"{name}.h5", self.look()
        with self.qtbot.waitSignal(self.studio.model_saved, timeout=LONG):
            self.studio.files.save(path)
        after = self.look()
        assert after.path == path and not after.unsaved
        assert (after.weights, after.curves, after.kept, after.folder) == (
            before.weights, before.curves, before.kept, before.folder
        )  # fmt: skip
        archive = read_archive(path)
        assert digest_weights(archive.snapshot) == before.weights
        assert values_of(archive.history) == before.curves
        self.saved[path] = Saved(digest_file(path), before.weights, before.curves)

    @precondition(lambda self: self.studio.model_path is not None)
    @rule()
    def save_again(self):
        path = self.studio.model_path
        assert path in self.saved
        self.save(path.stem)

    @precondition(lambda self: bool(self.saved))
    @rule(name=NAMES)
    def open(self, name):
        path = self.place / f"{name}.h5"
        if path not in self.saved:
            return
        with self.qtbot.waitSignal(self.studio.model_opened, timeout=LONG):
            self.studio.files.open(path)
        after, saved = self.look(), self.saved[path]
        assert (after.weights, after.curves) == (saved.weights, saved.curves)
        assert after.path == path and not after.unsaved and after.kept is None
        assert self.fits()

    @invariant()
    def nothing_saved_is_lost(self):
        for path, saved in self.saved.items():
            assert digest_file(path) == saved.content
        assert not self.errors


@pytest.mark.timeout(900)
@pytest.mark.parametrize("sequences", choose_cases([2, 12], 2))
def test_verbs_act_on_the_nets_and_files_they_name(qtbot, tmp_path_factory, monkeypatch, sequences):
    spec = DataSpec("digits", subset=0.1, validation=0.2)
    data = prepare(load(spec), spec, 1)

    def machine():
        place = tmp_path_factory.mktemp("verbs")
        monkeypatch.setenv("FFSTUDIO_RUNS", str(place / "runs"))
        assert not (place / "runs").exists() and os.environ["FFSTUDIO_RUNS"]
        return Verbs(qtbot, data, place)

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=14,
            deadline=None,
            # Each step trains: shrinking a failure would take an hour.
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )
