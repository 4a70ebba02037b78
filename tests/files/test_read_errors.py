"""Why a file cannot be read: a sentence for each cause, and fresh copies only for bad bytes."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import zipfile

import h5py
import pytest

from ffstudio.core.assets import resource
from ffstudio.core.errors import FfstudioError, ModelFileError, explain_reading, is_of_the_system
from ffstudio.core.experiment.reading import read_experiment
from ffstudio.core.images.datasets import idx
from ffstudio.core.lessons.reading import read_lesson
from ffstudio.core.shipped_nets import find_shipped_net
from ffstudio.files.foreign import sandbox
from ffstudio.files.foreign.examine import examine_here
from ffstudio.files.ours.archive import read_archive
from ffstudio.files.runs.checkpoints import read_checkpoint
from ffstudio.files.runs.folder import RunFolder

READERS = {
    "model": read_archive,
    "stranger": lambda path: sandbox.examine(path).card,
    "experiment": read_experiment,
    "lesson": lambda path: read_lesson(path, ()),
    "IDX": idx.read,
    "run": read_checkpoint,
}


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOENT, "is not there"),
        (errno.EACCES, "lack the permission"),
        (errno.EPERM, "lack the permission"),
        (errno.EBUSY, "in use by another program"),
        (errno.EAGAIN, "locked by another program"),
        (errno.EISDIR, "is a folder"),
        (errno.EIO, "the disk reports a fault"),
        (errno.EMFILE, "too many files"),
        (errno.ETIMEDOUT, "does not answer"),
        (errno.EHOSTUNREACH, "does not answer"),
        (errno.EXDEV, "move to another disk"),
    ],
)
def test_each_cause_has_its_own_sentence(number, says):
    message, advice = explain_reading("a.h5", OSError(number, os.strerror(number)))
    assert message.startswith("a.h5 ") and says in message
    assert advice
    assert "fresh copy" not in message + advice


def test_a_file_that_windows_lends_to_another_program():
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = 32
    assert "locked by another program" in explain_reading("a.h5", error)[0]
    assert is_of_the_system(error)
    assert not is_of_the_system(OSError("truncated file"))


@pytest.mark.parametrize("kind", READERS)
def test_what_is_not_there_or_a_folder_is_said_so(kind, tmp_path):
    for path, says in (
        (tmp_path / "gone.json", ("is not there", "does not exist")),
        (tmp_path, ("is a folder",)),
    ):
        with pytest.raises(FfstudioError) as caught:
            READERS[kind](path)
        assert any(one in str(caught.value) for one in says), str(caught.value)
        assert "fresh copy" not in str(caught.value)


@pytest.mark.parametrize("kind", ["model", "stranger", "experiment", "lesson"])
def test_an_empty_file_is_called_empty(kind, tmp_path):
    path = tmp_path / "empty.json"
    path.touch()
    with pytest.raises(FfstudioError, match="is empty"):
        READERS[kind](path)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX users")
@pytest.mark.parametrize("kind", READERS)
def test_a_file_without_permission_is_not_called_damaged(kind, tmp_path):
    path = tmp_path / "closed.json"
    path.write_bytes(b"\x89HDF\r\n\x1a\n" * 100)
    path.chmod(0)
    was = os.geteuid()
    tmp_path.chmod(0o755)
    for parent in list(tmp_path.parents)[:3]:
        os.chmod(parent, parent.stat().st_mode | 0o111)
    try:
        if was == 0:  # nothing is closed to root
            os.seteuid(65534)
        with pytest.raises(FfstudioError) as caught:
            READERS[kind](path)
    finally:
        if was == 0:
            os.seteuid(was)
    assert "lack the permission" in str(caught.value)
    assert "fresh copy" not in str(caught.value)


def test_a_model_that_another_program_writes_is_called_locked(tmp_path):
    path = tmp_path / "model.h5"
    with h5py.File(path, "w") as file:
        file.attrs["keras_version"] = "2.4.0"
        file["x"] = [1.0]
    with path.open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        card = sandbox.examine(path).card
    assert "locked by another program" in card.refused[0]
    assert "fresh copy" not in card.advice


def test_a_file_that_vanishes_before_the_child_reads_it_is_not_called_damaged(tmp_path):
    assert sandbox.child([str(tmp_path / "gone.h5")]) == 0  # an answer, not a crash


def test_bad_bytes_do_get_the_advice(tmp_path):
    path = tmp_path / "cut.h5"
    path.write_bytes(find_shipped_net().read_bytes()[:20_000])
    for reader in (read_archive, lambda p: sandbox.examine(p).card):
        try:
            said = "\n".join(reader(path).above())
        except FfstudioError as error:
            said = str(error)
        assert "cut short" in said and "fresh copy" in said


def test_an_archive_packed_in_a_way_unknown_here_is_not_called_damaged(tmp_path):
    path = tmp_path / "newer.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", "{}" * 40)
        archive.writestr("metadata.json", "{}")
        archive.writestr("model.weights.h5", "x" * 100)
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] = 99
            place = content.find(mark, place + 4)
    path.write_bytes(content)
    said = "\n".join(examine_here(path).card.above())
    assert "newer program" in said
    assert "damaged" not in said


def test_a_run_without_permission_says_so(tmp_path):
    (tmp_path / "run.json").mkdir()
    with pytest.raises(FfstudioError, match="is a folder"):
        RunFolder(tmp_path).read_card()


def test_ours_is_read_once_and_refused_when_it_is_exchanged_meanwhile(tmp_path):
    path = tmp_path / "mine.h5"
    shutil.copy(resource("models", "mnist.h5"), path)
    contents = sandbox.examine(path)
    assert read_archive(path, contents.digest).snapshot.bp is not None
    with h5py.File(path, "r+") as file:
        file.attrs["other"] = 1
    with pytest.raises(FfstudioError, match="changed while it was being opened"):
        read_archive(path, contents.digest)


def test_newer_files_are_called_newer(tmp_path):
    path = tmp_path / "new.json"
    path.write_text(json.dumps({"format": "ffstudio-experiment", "version": 99}))
    with pytest.raises(FfstudioError, match=r"newer ffstudio.*Update"):
        read_experiment(path)


def test_models_of_other_programs_are_named(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "saved_model.pb").write_bytes(b"\x08\x01")
    with pytest.raises(ModelFileError, match="is a TensorFlow SavedModel"):
        examine_here(folder)
    with zipfile.ZipFile(tmp_path / "net.pt", "w") as archive:
        archive.writestr("archive/data.pkl", b"\x80\x02}.")
    card = examine_here(tmp_path / "net.pt").card
    assert "file of PyTorch" in " ".join(card.refused)
