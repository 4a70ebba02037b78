"""How often something is done when something new keeps coming."""

from __future__ import annotations

import itertools
import threading
import time

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace


class Rounds:
    """Notes when each round began; each takes ``seconds`` of a core, and may call ``then``.

    Times are those by which the pace itself goes: a clock read here, a moment later, could make
    a gap look too short.
    """

    def __init__(self, seconds=0.0, then=None):
        self.seconds, self.then = seconds, then
        self.begun = []
        self.pace = None

    def paced(self, parent, **settings):
        self.pace = Pace(self, parent, **settings)
        return self.pace

    def __call__(self):
        self.begun.append(self.pace.began)
        if self.then is not None:
            self.then()
        start = time.thread_time()
        while time.thread_time() < start + self.seconds:
            pass

    def gaps(self):
        return [b - a for a, b in itertools.pairwise(self.begun)]


@pytest.fixture
def owner(qapp):
    made = QObject()
    yield made
    for pace in made.findChildren(Pace):
        pace.close()


@pytest.fixture
def widget(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def ask_until(qtbot, pace, done):
    """Something new comes all the time, until ``done()``."""

    def come():
        pace.ask()
        return done()

    qtbot.waitUntil(come, timeout=10_000)


def test_nothing_is_done_unasked_and_the_first_round_comes_soon(qtbot, owner):
    rounds = Rounds()
    pace = rounds.paced(owner, least_s=60.0)
    assert not pace.is_waiting
    pace.ask()
    assert rounds.begun == [], "never inside of the one who asks"
    assert pace.is_waiting
    qtbot.waitUntil(lambda: len(rounds.begun) == 1)
    assert not pace.is_waiting and pace.num_rounds == 1


def test_however_much_comes_makes_one_round(qtbot, owner):
    rounds = Rounds()
    pace = rounds.paced(owner, least_s=0.01)
    for _ in range(100):
        pace.ask()
    qtbot.waitUntil(lambda: not pace.is_waiting)
    assert len(rounds.begun) == 1


def test_at_most_so_often(qtbot, owner):
    rounds = Rounds()
    pace = rounds.paced(owner, least_s=0.05)
    ask_until(qtbot, pace, lambda: len(rounds.begun) == 6)
    assert min(rounds.gaps()) >= 0.05


def test_at_most_its_share_of_one_core(qtbot, owner):
    rounds = Rounds(seconds=0.02)
    pace = rounds.paced(owner, least_s=0.0, share=0.2)
    ask_until(qtbot, pace, lambda: len(rounds.begun) == 4)
    assert min(rounds.gaps()) >= 0.02 / 0.2


def test_what_it_costs_elsewhere_counts(qtbot, owner):
    rounds = Rounds()
    pace = rounds.paced(owner, least_s=0.0, share=0.5)
    pace.ask()
    qtbot.waitUntil(lambda: len(rounds.begun) == 1)
    pace.ask()
    pace.add_cost(0.15)  # a repaint, after the round
    qtbot.waitUntil(lambda: len(rounds.begun) == 2)
    assert rounds.gaps()[0] >= 0.15 / 0.5


def test_a_hand_does_not_wait_for_the_share(qtbot, owner):
    rounds = Rounds(seconds=0.02)
    pace = rounds.paced(owner, least_s=60.0, hurry_s=0.03)
    pace.ask()
    qtbot.waitUntil(lambda: len(rounds.begun) == 1)
    pace.ask()
    for count in (2, 3):
        pace.hurry()
        qtbot.waitUntil(lambda count=count: len(rounds.begun) == count, timeout=10_000)
    assert min(rounds.gaps()) >= 0.03
    assert not pace.is_waiting, "the round a hand wanted was the one that was asked for"


def test_only_what_was_asked_for_is_hurried(qtbot, owner):
    rounds = Rounds()
    pace = rounds.paced(owner, least_s=60.0)
    pace.hurry_asked()
    assert not pace.is_waiting
    pace.ask()
    qtbot.waitUntil(lambda: len(rounds.begun) == 1)
    pace.ask()
    pace.hurry_asked()
    qtbot.waitUntil(lambda: len(rounds.begun) == 2)
    pace.hurry_asked()
    assert not pace.is_waiting and len(rounds.begun) == 2


def test_now_takes_the_place_of_the_round_on_its_way(qtbot, owner):
    rounds = Rounds()
    pace = rounds.paced(owner, least_s=0.02)
    pace.ask()
    pace.now()
    assert len(rounds.begun) == 1 and not pace.is_waiting
    pace.ask()
    assert pace.is_waiting
    pace.forget()
    assert not pace.is_waiting


def test_a_round_may_ask_for_the_next(qtbot, owner):
    rounds = Rounds()
    pace = rounds.paced(owner, least_s=0.02)
    rounds.then = lambda: pace.ask() if len(rounds.begun) < 3 else None
    pace.ask()
    qtbot.waitUntil(lambda: len(rounds.begun) == 3)
    assert not pace.is_waiting and min(rounds.gaps()) >= 0.02


def test_a_round_that_raises_is_over_and_the_next_one_comes(qtbot, owner):
    def fail():
        if len(rounds.begun) == 1:
            raise ValueError("no good")

    rounds = Rounds(then=fail)
    pace = rounds.paced(owner, least_s=0.01)
    with pytest.raises(ValueError, match="no good"):
        pace.now()
    pace.ask()
    qtbot.waitUntil(lambda: len(rounds.begun) == 2)


def test_nothing_while_hidden_and_once_when_shown_again(qtbot, widget):
    rounds = Rounds()
    pace = rounds.paced(widget, least_s=0.0)
    pace.ask()
    widget.hide()
    assert not pace.is_waiting, "what was on its way is put off"
    for _ in range(3):
        pace.ask()
        pace.hurry()
        pace.add_cost(0.0)
    assert not pace.is_waiting and rounds.begun == []
    widget.show()
    qtbot.waitUntil(lambda: len(rounds.begun) == 1)
    assert not pace.is_waiting
    widget.hide()
    widget.show()
    qtbot.waitUntil(lambda: len(rounds.begun) == 2)


def test_a_widget_made_hidden_waits_for_being_shown(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    rounds = Rounds()
    pace = rounds.paced(made, least_s=0.0)
    pace.ask()
    assert not pace.is_waiting
    made.show()
    qtbot.waitUntil(lambda: len(rounds.begun) == 1)


def test_nothing_after_it_was_closed(widget):
    rounds = Rounds()
    pace = rounds.paced(widget, least_s=0.0)
    pace.ask()
    pace.close()
    assert not pace.is_waiting
    pace.ask()
    pace.hurry()
    widget.hide()
    widget.show()
    assert not pace.is_waiting and rounds.begun == []


# --- with background work ---------------------------------------------------------------


@pytest.fixture
def task(qtbot):
    made = LatestTask(name="test", keep_stale=True)
    yield made
    assert made.close()


def test_the_next_round_waits_for_the_work_of_the_last(qtbot, owner, task):
    begun, release = threading.Semaphore(0), threading.Semaphore(0)

    def work():
        begun.release()
        assert release.acquire(timeout=10)

    rounds = Rounds(then=lambda: task.submit(work))
    pace = rounds.paced(owner, least_s=0.0, share=1.0, tasks=[task])
    pace.ask()
    qtbot.waitUntil(lambda: len(rounds.begun) == 1)
    assert begun.acquire(timeout=10)
    pace.ask()
    assert not pace.is_waiting and task.is_busy
    release.release()
    qtbot.waitUntil(lambda: len(rounds.begun) == 2)
    release.release()
    qtbot.waitUntil(lambda: not task.is_busy)


def test_its_seconds_count(qtbot, owner, task):
    def slow():
        end = time.perf_counter() + 0.1
        while time.perf_counter() < end:
            pass

    rounds = Rounds(then=lambda: task.submit(slow))
    pace = rounds.paced(owner, least_s=0.0, share=0.25, tasks=[task])
    ask_until(qtbot, pace, lambda: len(rounds.begun) == 2)
    # Qt's timers may be early by a twentieth.
    assert rounds.gaps()[0] >= 0.95 * 0.1 / 0.25
    qtbot.waitUntil(lambda: not task.is_busy)


def test_work_that_was_dropped_or_raised_keeps_nobody_waiting(qtbot, owner, task):
    rounds = Rounds()
    pace = rounds.paced(owner, least_s=0.0, share=1.0, tasks=[task])
    begun, release = threading.Event(), threading.Event()

    def block():
        begun.set()
        assert release.wait(10)
        raise ValueError("no good")

    task.submit(block)
    assert begun.wait(10)
    task.submit(lambda: None)  # waits behind it
    pace.ask()
    assert not pace.is_waiting
    task.forget()
    release.set()
    qtbot.waitUntil(lambda: len(rounds.begun) == 1)
