"""``ffstudio train --from MODEL``: nets out of a file go on, and after a kill from there."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.cli import kept_run
from ffstudio.core.errors import FfstudioError
from ffstudio.core.run.control import Control
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.files.ours.archive import same_states
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.record import read_record
from tests.engine.test_forward_forward import tiny_data, tiny_spec


@pytest.fixture
def begin(tmp_path):
    """Two epochs of a tiny net in a file, and what begins a run that goes on from it."""
    spec = tiny_spec(algorithms="ff", batch_size=4, epochs=2)
    session, curves = engine.Session(spec, tiny_data(20)), History()
    session.run(curves.add)
    engine.save_session(session, tmp_path / "model.h5", history=curves)

    def begin(name, **changes):
        return kept_run.begin(
            spec.replace(**changes),
            tiny_data(20),
            tmp_path / name,
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
    # Killed before anything was learnt: what is there by then is its nets and their curves.
    killed = begin("killed", epochs=3)
    killed.recorder.abandon()
    killed.recorder.close()
    monkeypatch.setattr(kept_run.datasets, "load", lambda spec: None)
    monkeypatch.setattr(kept_run, "prepare", lambda *_: tiny_data(20))
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
