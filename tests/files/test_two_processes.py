"""Two processes that change the same runs at the same time: neither undoes what the other does.

Each is slowed down between its look and its change, so that they meet there every time.
"""

from __future__ import annotations

import time

import pytest

from ffstudio.core.disk import hold_lock
from ffstudio.core.errors import RunFolderError
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs import library
from ffstudio.files.runs.checkpoints import list_kept
from ffstudio.files.runs.folder import RunFolder
from ffstudio.files.runs.library import keep_within, list_runs, settle_cut_off
from tests.files.test_run_folders import fill
from tests.other_process import OtherProcess

PAUSE_S = 0.1
_LOOK = RunFolder.find_writer
SLOW = f"""
def slow(function):
    def later(*args):
        found = function(*args)
        time.sleep({PAUSE_S})
        return found
    return later
RunFolder.find_writer = slow(RunFolder.find_writer)
RunFolder.read_about = slow(RunFolder.read_about)
library.choose_to_thin = slow(library.choose_to_thin)
"""


@pytest.fixture(scope="module")
def other():
    made = OtherProcess()
    assert made.do(SLOW) is None
    yield made
    made.close()


def slowed(function):
    def later(*args):
        found = function(*args)
        time.sleep(PAUSE_S)
        return found

    return later


@pytest.fixture
def runs(tmp_path, monkeypatch):
    """Three runs that nobody trains, each with six moments."""
    folders = fill(tmp_path, 3, epochs=6)
    monkeypatch.setattr(RunFolder, "find_writer", slowed(RunFolder.find_writer))
    monkeypatch.setattr(RunFolder, "read_about", slowed(RunFolder.read_about))
    monkeypatch.setattr(library, "choose_to_thin", slowed(library.choose_to_thin))
    return folders


def test_of_two_that_take_a_run_up_at_once_one_gets_it(other, runs):
    for folder in runs[:2]:
        other.begin(f"RunFolder({str(folder.path)!r}).take_over()")
        try:
            folder.take_over()
            got = 1
        except RunFolderError as error:
            assert "is training this run" in str(error)
            got = 0
        answer = other.end()
        assert (answer is None) + got == 1, answer
        folder.let_go()  # removes its own mark, never the other's
        assert folder.is_written_by_others() == (not got)
        other.do(f"RunFolder({str(folder.path)!r}).let_go()")
        assert folder.state() == "interrupted"


def test_what_two_say_of_a_run_is_kept_of_both(other, runs):
    folder = runs[0]
    for note in ("one", "two"):
        other.begin(f"RunFolder({str(folder.path)!r}).change_about(star=True, name={note!r})")
        folder.change_about(note=note, tags=(note,))
        assert other.end() is None
        about = folder.read_about()
        assert (about.note, about.tags, about.name, about.star) == (note, (note,), note, True)


def test_a_run_that_is_deleted_meanwhile_is_not_written_to(other, runs):
    folder = runs[0]
    aside = other.do(f"deleted.put_aside(RunFolder({str(folder.path)!r}))")
    with pytest.raises(RunFolderError, match="was deleted or moved meanwhile"):
        folder.change_about(star=True)
    assert not folder.path.exists() and sorted(p.name for p in aside.iterdir()) == sorted(
        p.name for p in runs[1].path.iterdir()
    )
    assert [run.folder.path.name for run in list_runs(folder.path.parent)] == ["run-2", "run-1"]
    settle_cut_off(folder.path)
    assert not folder.path.exists()


def test_a_run_is_either_deleted_or_taken_up(other, runs, monkeypatch):
    monkeypatch.setattr(RunFolder, "find_writer", _LOOK)  # quicker than the other, which has looked
    for folder in runs[:2]:
        other.begin(f"deleted.put_aside(RunFolder({str(folder.path)!r}))")
        time.sleep(PAUSE_S / 2)
        try:
            folder.take_over()
            is_taken = True
        except (RunFolderError, OSError):
            is_taken = False
        answer = other.end()
        assert folder.path.exists() == is_taken
        assert ("is being trained" in str(answer)) == is_taken, answer


def test_room_is_made_by_two_at_once_and_counted_once(other, runs):
    root = runs[0].path.parent
    other.begin(f"library.keep_within(Path({str(root)!r}), 0)")
    here = keep_within(root, 0)
    there = other.end()
    assert [sorted(list_kept(folder.path)) for folder in runs] == [[1, 6]] * 3
    assert here + there == 3 * 4 and [f.read_card().thinned for f in runs] == [4, 4, 4]


def test_a_declined_run_that_the_other_has_taken_up_stays_to_be_offered(other, runs):
    folder = runs[0]
    assert other.do(f"RunFolder({str(folder.path)!r}).take_over()") is None
    settle_cut_off(folder.path)
    assert folder.read_card().end is None
    other.do(f"RunFolder({str(folder.path)!r}).let_go()")
    settle_cut_off(folder.path)
    assert folder.read_card().end is RunEnd.STOPPED


def test_a_lock_whose_holder_was_killed_is_broken(tmp_path, monkeypatch):
    monkeypatch.setattr("ffstudio.core.disk.LOCK_IS_STALE_S", 0.1)
    (tmp_path / "lock").touch()
    with hold_lock(tmp_path / "lock"):
        assert (tmp_path / "lock").exists()
    assert not (tmp_path / "lock").exists()
    with pytest.raises(OSError), hold_lock(tmp_path / "nowhere" / "lock"):
        pass
