"""Saving, reopening, going on; in this process, a new one, and in plain Keras."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import zipfile

import h5py
import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.history import History
from ffstudio.engine.saving import session_files
from ffstudio.files.ours.archive import read_archive, same_nets, same_states
from tests.engine.test_forward_forward import tiny_data
from tests.engine.test_session import both, run
from tests.marks import choose_cases

SUFFIXES = [".h5", ".keras"]


def python(script):
    """Runs a script in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def curves():
    """Those of the trained session; filled by its run."""
    return History()


@pytest.fixture(scope="module")
def trained(curves):
    session = engine.Session(both(optimizer="adam", learning_rate=0.01, epochs=2), tiny_data(20))
    run(session, on=curves.add)
    return session


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nets_history_and_settings_come_back(trained, curves, tmp_path, suffix):
    path = tmp_path / f"net{suffix}"
    engine.save_session(trained, path, history=curves)
    archive = read_archive(path)
    assert same_nets(archive.snapshot, trained.snapshot())
    assert archive.spec == trained.spec
    assert archive.shape == trained.shape
    assert archive.history.epochs == curves.epochs
    assert archive.history.to_csv() == curves.to_csv()
    assert archive.plan == (0, 2)
    assert os.listdir(tmp_path) == [path.name]
    x = tiny_data().test.x
    np.testing.assert_array_equal(
        archive.snapshot.ff.label_goodness(x), trained.snapshot().ff.label_goodness(x)
    )


@pytest.mark.parametrize("suffix", choose_cases(SUFFIXES, ".keras"))
def test_training_goes_on_as_if_never_interrupted(tmp_path, suffix):
    spec, data = (
        both(optimizer="adam", learning_rate=0.01, epochs=4, negatives="hard"),
        tiny_data(20),
    )
    whole = engine.Session(spec, data)
    run(whole)
    part = engine.Session(spec, data)
    part.plan = (0, 2)
    part.spec = spec  # the plan is cut short, the cool-down is off: rates stay the same
    history = History()
    run(part, on=history.add)
    part.plan = (0, 4)
    path = tmp_path / f"net{suffix}"
    engine.save_session(part, path, history=history)
    again, history = engine.load_session(path), read_archive(path).history
    assert again.seconds == history.seconds == part.seconds
    run(engine.continue_session(again, spec, data), on=history.add)
    assert same_nets(whole.snapshot(), again.snapshot())
    assert len(history.epochs) == 4


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_keras_opens_it_as_a_model_of_its_own(trained, tmp_path, suffix):
    path = tmp_path / f"net{suffix}"
    engine.save_session(trained, path)
    model = keras.models.load_model(path, compile=False)
    x = tiny_data().test.x
    expected = trained.snapshot().ff.total_goodness(x)
    np.testing.assert_allclose(model.predict(x, verbose=0), expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("suffix", choose_cases(SUFFIXES, ".h5"))
def test_the_twin_alone_opens_in_plain_keras_without_ffstudio(trained, tmp_path, suffix):
    path, x_path = tmp_path / f"twin{suffix}", tmp_path / "x.npy"
    engine.save_session(trained, path, which="bp")
    np.save(x_path, tiny_data().test.x)
    script = f"""
        import sys, numpy, keras
        model = keras.models.load_model({str(path)!r}, compile=False)
        assert "ffstudio" not in sys.modules
        numpy.save({str(tmp_path / "p.npy")!r}, model.predict(numpy.load({str(x_path)!r}), verbose=0))
    """
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        check=True,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
    )
    expected = trained.snapshot().bp.probabilities(tiny_data().test.x)
    np.testing.assert_allclose(np.load(tmp_path / "p.npy"), expected, rtol=1e-5, atol=1e-6)


def test_a_new_process_predicts_the_same_bit_for_bit(trained, tmp_path):
    path = tmp_path / "net.h5"
    engine.save_session(trained, path)
    np.save(tmp_path / "x.npy", tiny_data().test.x)
    done = python(f"""
        import sys, numpy
        from ffstudio.files.ours.archive import read_archive
        net = read_archive({str(path)!r}).snapshot
        assert "tensorflow" not in sys.modules and "keras" not in sys.modules
        x = numpy.load({str(tmp_path / "x.npy")!r})
        numpy.savez({str(tmp_path / "p.npz")!r}, net.ff.label_goodness(x), net.bp.probabilities(x))
    """)
    assert done.returncode == 0, done.stderr[-2000:]
    with np.load(tmp_path / "p.npz") as predicted:
        x = tiny_data().test.x
        np.testing.assert_array_equal(predicted["arr_0"], trained.snapshot().ff.label_goodness(x))
        np.testing.assert_array_equal(predicted["arr_1"], trained.snapshot().bp.probabilities(x))


def test_a_file_with_one_net_asks_for_no_other(trained, tmp_path):
    path = tmp_path / "ff.h5"
    engine.save_session(trained, path, which="ff")
    archive = read_archive(path)
    assert archive.snapshot.bp is None
    assert archive.spec.algorithms == "ff"
    with pytest.raises(ModelFileError, match="no backprop net"):
        engine.save_session(engine.load_session(path), tmp_path / "bp.h5", which="bp")


def test_the_suffix_is_checked(trained, tmp_path):
    with pytest.raises(ModelFileError, match=r"end in \.h5 or \.keras"):
        engine.save_session(trained, tmp_path / "net.txt")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(trained, tmp_path, monkeypatch):
    path = tmp_path / "net.h5"
    engine.save_session(trained, path)
    before = path.read_bytes()

    def break_off(file, *rest):
        file.create_group("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(session_files, "write_group", break_off)
    with pytest.raises(ModelFileError, match="the disk is full"):
        engine.save_session(trained, path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["net.h5"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are POSIX")
@pytest.mark.parametrize("suffix", choose_cases(SUFFIXES, ".h5"))
def test_a_disk_that_fills_up_gives_one_error(trained, tmp_path, suffix):
    """The operating system itself refuses to let the file grow."""
    path = tmp_path / f"net{suffix}"
    engine.save_session(trained, path)
    before = path.read_bytes()
    done = python(f"""
        import resource, signal, sys
        from ffstudio import engine
        from ffstudio.core.errors import ModelFileError
        session = engine.load_session({str(path)!r})
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        try:
            engine.save_session(session, {str(path)!r})
        except ModelFileError as error:
            sys.stderr.write("REFUSED " + str(error))
            sys.exit(7)
    """)
    assert done.returncode == 7, done.stderr[-2000:]
    assert "REFUSED" in done.stderr
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_process_killed_while_it_writes_leaves_the_old_file(trained, tmp_path):
    path = tmp_path / "net.h5"
    engine.save_session(trained, path)
    before = path.read_bytes()
    done = python(f"""
        import os, pathlib, signal
        from ffstudio import engine
        session = engine.load_session({str(path)!r})

        def write_half(self, data):
            with self.open("wb") as stream:
                stream.write(bytes(data)[: len(data) // 2])
                stream.flush()
                os.kill(os.getpid(), signal.SIGKILL)

        pathlib.Path.write_bytes = write_half
        engine.save_session(session, {str(path)!r})
    """)
    assert done.returncode == -signal.SIGKILL, done.stderr[-2000:]
    assert path.read_bytes() == before
    assert same_nets(read_archive(path).snapshot, trained.snapshot())
    (litter,) = set(os.listdir(tmp_path)) - {"net.h5"}
    with pytest.raises(ModelFileError, match="is cut short"):
        read_archive(tmp_path / litter)
    engine.save_session(trained, path)  # the litter is in nobody's way
    assert same_nets(read_archive(path).snapshot, trained.snapshot())


def test_a_new_process_goes_on_training_real_digits(digits_data, tmp_path):
    """Stopped after one epoch of two, saved, and finished elsewhere: the same bit for bit."""
    layers = (LayerSpec(units=24), LayerSpec(units=16, dropout=0.2))
    spec = ExperimentSpec(
        "Digits", data=digits_data.spec, layers=layers, epochs=2, batch_size=32, seed=3
    )
    whole, part = (engine.Session(spec, digits_data) for _ in range(2))
    run(whole)
    control = Control()

    history = History()

    def stop(event):
        history.add(event)
        if isinstance(event, EpochDone) and event.epoch == 1 and event.algorithm == "bp":
            control.stop()

    run(part, control, stop)
    assert not same_nets(whole.snapshot(), part.snapshot())
    path, final = tmp_path / "half.h5", tmp_path / "final.h5"
    engine.save_session(part, path, history=history)
    expected = part.ff.model.predict(digits_data.test.x, verbose=0)
    done = python(f"""
        import numpy
        from ffstudio import engine
        from ffstudio.core.images import datasets
        from ffstudio.core.images.data import prepare
        from ffstudio.files.ours.archive import read_archive
        import keras
        session = engine.load_session({str(path)!r})
        spec = session.spec
        data = prepare(datasets.load(spec.data), spec.data, 1)
        model = keras.models.load_model({str(path)!r}, compile=False)
        numpy.save({str(tmp_path / "p.npy")!r}, model.predict(data.test.x, verbose=0))
        session = engine.continue_session(session, spec, data)
        history = read_archive({str(path)!r}).history
        session.run(history.add)
        engine.save_session(session, {str(final)!r}, history=history)
    """)
    assert done.returncode == 0, done.stderr[-2000:]
    np.testing.assert_array_equal(np.load(tmp_path / "p.npy"), expected)
    archive = read_archive(final)
    assert same_nets(archive.snapshot, whole.snapshot())
    assert same_states(archive.states, whole.states())
    assert len(archive.history.epochs) == 2


def test_capital_suffixes_are_suffixes(trained, tmp_path):
    for name in ("NET.H5", "NET.KERAS"):
        engine.save_session(trained, tmp_path / name)
        assert same_nets(read_archive(tmp_path / name).snapshot, trained.snapshot())


def test_weights_of_the_keras_part_are_stored_once(trained, tmp_path):
    path = tmp_path / "net.h5"
    engine.save_session(trained, path)
    with h5py.File(path) as file:
        theirs = []
        file["model_weights"].visititems(lambda _, x: theirs.append(x))
        for name, array in trained.ff.state().items():
            if name.endswith("/kernel"):
                ours = file[f"ffstudio/ff/{name}"]
                assert ours in theirs  # h5py compares places in the file
                np.testing.assert_array_equal(ours[()], array)


def test_members_and_groups_are_where_the_description_says(trained, tmp_path):
    engine.save_session(trained, tmp_path / "net.h5")
    engine.save_session(trained, tmp_path / "net.keras")
    with h5py.File(tmp_path / "net.h5") as file:
        assert {"model_weights", "ffstudio"} <= set(file)
        assert set(file["ffstudio"]) == {"about", "series", "ff", "bp"}
    with zipfile.ZipFile(tmp_path / "net.keras") as archive:
        assert "ffstudio.h5" in archive.namelist()
