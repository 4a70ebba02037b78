"""Files that are replaced whole: links stay, leftovers go, nothing is half written."""

from __future__ import annotations

import os

import pytest

from ffstudio.core.disk import clear_leftovers, write_atomically, write_text_atomically
from ffstudio.core.errors import WriteProtectedError, error_words


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_fails_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "a.txt"
    write_text_atomically(path, "before")

    def fail(temporary):
        temporary.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_atomically(path, fail)
    assert path.read_text() == "before" and names(tmp_path) == ["a.txt"]


def test_a_protected_file_is_not_replaced(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("mine")
    path.chmod(0o444)
    with pytest.raises(WriteProtectedError) as refused:
        write_text_atomically(path, "other")
    assert error_words(refused.value) == "it is there already and write-protected"
    assert path.read_text() == "mine" and names(tmp_path) == ["a.txt"]


def test_what_does_not_read_back_is_not_put_in_place(tmp_path):
    path = tmp_path / "a.txt"
    with pytest.raises(ValueError, match="other"):
        write_atomically(path, lambda p: p.write_text("x"), check=_refuse)
    assert names(tmp_path) == []


def _refuse(path):
    raise ValueError("other than written")


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights")
def test_a_link_stays_one(tmp_path):
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "real.txt", tmp_path / "link.txt"
    target.write_text("before")
    link.symlink_to(target)
    write_text_atomically(link, "after")
    assert link.is_symlink() and target.read_text() == "after"
    assert names(tmp_path) == ["far", "link.txt"] and names(tmp_path / "far") == ["real.txt"]


def test_rights_stay(tmp_path):
    path = tmp_path / "a.txt"
    write_text_atomically(path, "before")
    path.chmod(0o640)
    write_text_atomically(path, "after")
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_killed_writer_left_goes_with_the_next_file(tmp_path):
    left, young, other = (
        tmp_path / name for name in (".ffstudio-a-x1.txt", ".ffstudio-b-x2.txt", ".other-x3.txt")
    )
    for path in (left, young, other):
        path.write_text("half")
    for path in (left, other):
        os.utime(path, (1, 1))
    write_text_atomically(tmp_path / "c.txt", "whole")
    assert names(tmp_path) == [".ffstudio-b-x2.txt", ".other-x3.txt", "c.txt"]
    clear_leftovers(tmp_path, older_than_s=-1.0)
    assert names(tmp_path) == [".other-x3.txt", "c.txt"]
