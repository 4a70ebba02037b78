"""A studio while another process works on the same runs: real windows, real folders."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton

from ffstudio.files.ours.archive import read_archive, same_nets
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.folder import RunFolder
from ffstudio.files.runs.queue import read_queue
from tests.gui.few_panels import few_panels
from tests.gui.test_kept_runs import LONG, begin, train
from tests.gui.test_runs_panel import (
    about,
    action,
    click,
    column,
    impatient,
    library,
    names,
    root,
    write_run,
)
from tests.other_process import OtherProcess

assert begin and impatient and library  # fixtures

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def process():
    made = OtherProcess()
    yield made
    made.close()


@pytest.fixture
def other(process):
    """Has the other process do something with the runs of this test."""
    process.do(f"os.environ.update(FFSTUDIO_RUNS={os.environ['FFSTUDIO_RUNS']!r})")
    return process.do


def run(name):
    """A run, in the words of the other process."""
    return f"RunFolder({str(root() / name)!r})"


def test_what_another_window_says_of_runs_arrives_and_what_is_typed_here_stays(
    qtbot, library, other
):
    _, panel = library
    other(f"{run('beta')}.change_about(star=True, name='theirs')")
    qtbot.waitUntil(lambda: "theirs" in names(panel), timeout=LONG)
    assert column(panel, "Star", Qt.ItemDataRole.AccessibleTextRole)[1] == "With a star"
    click(qtbot, panel, "theirs")
    action(panel, "note").trigger()
    note, tags = panel.findChild(QPlainTextEdit, "run_note"), panel.findChild(QLineEdit, "run_tags")
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "mine")
    other(f"{run('beta')}.change_about(tags=('x', 'y'))")
    qtbot.waitUntil(lambda: tags.text() == "x, y", timeout=LONG)
    qtbot.keyClicks(note, "!")
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: about("beta").note == "mine!", timeout=LONG)
    assert (
        about("beta").tags == ("x", "y") and about("beta").star and about("beta").name == "theirs"
    )


def test_what_is_typed_about_a_run_that_another_window_deletes_is_not_lost_silently(
    qtbot, library, other, studio, caplog
):
    caplog.expected = True
    _, panel = library
    click(qtbot, panel, "alpha")
    action(panel, "note").trigger()
    note = panel.findChild(QPlainTextEdit, "run_note")
    qtbot.waitUntil(note.hasFocus)
    with qtbot.waitSignal(studio.error_raised, timeout=LONG) as raised:
        qtbot.keyClicks(note, "mine")
        aside = other(f"deleted.put_aside({run('alpha')})")
    assert "alpha was deleted or moved meanwhile" in raised.args[0].message
    qtbot.waitUntil(lambda: sorted(names(panel)) == ["beta", "gamma"], timeout=LONG)
    assert not (root() / "alpha").exists() and note.toPlainText() == ""
    other(f"deleted.bring_back(Path({str(aside)!r}), Path({str(root() / 'alpha')!r}))")
    qtbot.waitUntil(lambda: "alpha" in names(panel), timeout=LONG)


def test_nets_go_on_in_a_folder_of_their_own_when_another_window_has_theirs(
    qtbot, begin, other, caplog
):
    caplog.expected = True
    studio, window = begin()
    train(qtbot, studio)
    first = studio.shown.kept
    with qtbot.waitSignal(studio.queue.added, timeout=LONG):  # beside the other window too
        window.commands["queue_nets"].trigger()
    [entry] = read_queue()
    archive = read_archive(root() / "queue" / f"{entry.id}.h5")
    assert entry.goes_on and same_nets(archive.snapshot, studio.snapshot)
    assert have_equal_curves(archive.history, studio.history)
    # Another experiment for it: its nets stay where that would make the same, else it is said.
    studio.queue.replace(entry.id, studio.spec.replace(epochs=9))
    [entry] = read_queue()
    assert entry.goes_on and entry.epochs == 9 and "going on" in entry.about
    assert list((root() / "queue").glob("*.h5"))
    studio.edits.edit(studio.spec.replace(batch_size=8), "Batch size")
    assert "Batch size" in studio.queue.why_not_nets()
    with qtbot.waitSignal(studio.message) as said:
        studio.queue.replace(entry.id, studio.spec)
    assert "begins with new weights now" in said.args[0] and "Batch size" in said.args[0]
    studio.edits.undo_stack.undo()
    assert not read_queue()[0].goes_on and not studio.queue.why_not_nets()
    assert not list((root() / "queue").glob("*.h5"))
    studio.queue.remove(entry.id)
    told = []
    studio.runs.trouble.connect(told.append)
    assert other(f"{run(first.name)}.take_over()") is None
    train(qtbot, studio, resume=True)
    second = studio.shown.kept
    assert second != first and len(told) == 1
    assert "in a folder of its own: Another process" in told[0] and "is training" in told[0]
    other(f"{run(first.name)}.let_go()")
    assert RunFolder(first).read_card().epochs == 3
    # Deleted by the other, while its nets are shown here.
    other(f"deleted.put_aside({run(second.name)})")
    train(qtbot, studio, resume=True)
    assert studio.shown.kept not in (first, second) and len(told) == 2
    assert f"{second.name} was deleted or moved meanwhile" in told[1]
    assert not second.exists()


def test_a_run_that_another_window_trains_is_not_offered_and_declining_leaves_it_alone(
    qtbot, studio, other
):
    folder = write_run(studio, "cut", end=None)
    folder.change_card(by="window")
    offers = []
    studio.recovery.offered.connect(offers.append)
    assert other(f"{run('cut')}.take_over()") is None
    studio.recovery.look()
    qtbot.waitUntil(lambda: not studio.recovery.is_busy, timeout=LONG)
    assert offers == []
    other(f"{run('cut')}.let_go()")
    with qtbot.waitSignal(studio.recovery.offered, timeout=LONG):
        studio.recovery.look()
    # Both windows have the offer; the other takes it, and trains.
    other(f"{run('cut')}.take_over()")
    studio.recovery.decline(offers[0])
    qtbot.waitUntil(lambda: not studio.recovery.is_busy, timeout=LONG)
    assert folder.read_card().end is None and folder.state() == "running"
    with qtbot.waitSignal(studio.watching.changed, timeout=LONG):
        studio.recovery.bring_back(offers[0])
    assert studio.watching.folder == folder.path
    studio.watching.stop()
    other(f"{run('cut')}.let_go()")


def test_the_queue_is_as_another_window_has_left_it_not_as_it_looked(
    qtbot, make_window, studio, other, caplog
):
    caplog.expected = True
    window = make_window(panels=few_panels("queue"))
    window.docks.bring_up("queue")
    panel = window.docks["queue"].panel
    studio.queue.add(studio.spec.replace(name="one"))
    entry = read_queue()[0]
    studio.queue.rest()  # what follows is not seen before the button is pressed
    other(
        "import dataclasses\n"
        "from ffstudio.files.runs.writer import this_process\n"
        "queue.runs_folder().joinpath('one').mkdir()\n"
        "queue.write_queue([dataclasses.replace(e, state='running', run='one', "
        "worker=this_process()) for e in queue.read_queue()])"
    )
    queue_list = panel.findChild(QListWidget, "queue_list")
    at = queue_list.visualItemRect(queue_list.item(0)).center()
    qtbot.mouseClick(queue_list.viewport(), LEFT, pos=at)
    with qtbot.waitSignal(studio.error_raised, timeout=LONG) as raised:
        qtbot.mouseClick(panel.findChild(QPushButton, "queue_remove_button"), LEFT)
    assert "being trained by now" in raised.args[0].message
    assert [e.state for e in read_queue()] == ["running"]
    assert (root() / "queue" / f"{entry.id}.json").is_file()
    studio.queue.try_again(entry.id)
    assert [e.state for e in read_queue()] == ["running"]
    words = panel.findChild(QLabel, "queue_about_label")
    qtbot.waitUntil(lambda: "Another window, or a process" in words.text(), timeout=LONG)
    studio.queue.start()
    assert studio.queue.is_on and "here the next one follows it" in words.text()
    assert read_queue()[0].worker["pid"] == other("os.getpid()")
    studio.queue.pause()
