"""``ffstudio train --from MODEL``: nets out of a file go on, and after a kill from there."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.cli import kept_run, run_data
from ffstudio.core.errors import FfstudioError
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.queued import RUNNING, Queued
from ffstudio.files.ours.archive import same_states
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.queue import read_queue, write_queue
from ffstudio.files.runs.record import read_record
from ffstudio.jobs.sharing import read_beginning
from tests.engine.test_forward_forward import tiny_data, tiny_spec


@pytest.fixture
def begin(tmp_path):
    """Two epochs of a tiny net in a file, and what begins a run that goes on from it."""
    spec = tiny_spec(algorithms="ff", batch_size=4, epochs=2)
    session, curves = engine.Session(spec, tiny_data(20)), History()
    session.run(curves.add)
    engine.save_session(session, tmp_path / "model.h5", history=curves)

    def begin(folder, **changes):
        return kept_run.begin(
            spec.replace(**changes),
            tiny_data(20),
            tmp_path / folder,
            preset=None,
            judging=Judging.WHOLE,
            is_kept=True,
            nets=kept_run.open_nets(tmp_path / "model.h5"),
        )

    begin.session, begin.curves = session, curves
    return begin


def test_a_run_out_of_a_file_goes_on_and_after_a_kill_from_the_same_nets(begin, monkeypatch):
    whole = begin("whole", epochs=3)
    assert same_states(whole.session.states(), begin.session.states())
    whole.train(lambda event: None, Control())
    assert whole.session.epoch == 5 and len(whole.history.epochs) == 5
    assert whole.history.epochs[:2] == begin.curves.epochs
    assert whole.finish()
    entry = Queued("one", "whole", "", 1, 3, run="whole", state=RUNNING)
    monkeypatch.setenv("FFSTUDIO_RUNS", str(whole.folder.parent))
    write_queue([entry])
    [entry] = read_queue()
    assert (entry.done, entry.epochs) == (5, 5)  # counted on from those that the file's nets had
    assert read_beginning(whole.folder).has_gone_on
    assert not read_beginning(whole.folder.parent).has_gone_on
    # Killed before anything was learnt: what is there by then is its nets and their curves.
    killed = begin("killed", epochs=3)
    killed.recorder.abandon()
    killed.recorder.close()
    monkeypatch.setattr(kept_run, "load_found", lambda spec: tiny_data(20))
    again = kept_run.resume(str(killed.folder))
    assert again.session.epoch == 2 and same_states(again.session.states(), begin.session.states())
    again.train(lambda event: None, Control())
    assert again.finish()
    curves = [read_record(kept.folder / "record.jsonl").history for kept in (whole, again)]
    assert have_equal_curves(*curves) and len(curves[0].epochs) == 5
    for state, other in zip(
        whole.session.states().values(), again.session.states().values(), strict=True
    ):
        for name in state:
            np.testing.assert_array_equal(state[name], other[name])


def test_other_layers_than_the_files_are_refused_in_a_sentence(begin):
    with pytest.raises(FfstudioError, match="not those of this net"):
        begin("other", layers=tiny_spec().layers * 2)


def test_what_nets_that_go_on_do_not_take_over_is_said(begin, capsys):
    kept = begin("named", epochs=1, name="other", batch_size=8, seed=7)
    kept.recorder.close()
    assert kept.session.spec.batch_size == 8 and "other" in (kept.folder / "run.json").read_text()
    told = capsys.readouterr().err
    assert "batch_size" not in told and "seed stays 3 (asked for: 7)" in told


@pytest.mark.parametrize("epochs", [0, 1])
def test_a_run_goes_on_with_images_that_were_moved(tmp_path, epochs):
    x = np.random.default_rng(1).integers(0, 255, (24, 4, 4)).astype(np.uint8)
    for name in ("images.npz", "others.npz"):
        np.savez(tmp_path / name, x=x, y=np.arange(24) % 3)
        x = x[::-1]
    data = DataSpec("file", path=str(tmp_path / "images.npz"))
    spec = tiny_spec(algorithms="ff", batch_size=4, epochs=2, data=data)
    images = run_data.load_found(spec)
    kept = kept_run.begin(
        spec, images, tmp_path / "run", preset=None, judging=Judging.WHOLE, is_kept=True
    )
    if epochs:
        control = Control()
        kept.train(lambda event: isinstance(event, EpochDone) and control.stop(), control)
    kept.recorder.close()
    moved = (tmp_path / "images.npz").rename(tmp_path / "moved.npz")
    with pytest.raises(FfstudioError, match="Say by --data"):
        kept_run.resume(str(tmp_path / "run"))
    with pytest.raises(FfstudioError, match="not those that the run has learnt from"):
        kept_run.resume(str(tmp_path / "run"), tmp_path / "others.npz")
    again = kept_run.resume(str(tmp_path / "run"), moved)
    again.recorder.close()
    assert again.session.spec.data.path == str(moved) and again.session.epoch == epochs
    with pytest.raises(FfstudioError, match="not from"):
        run_data.with_found_data(tiny_spec(), moved)
