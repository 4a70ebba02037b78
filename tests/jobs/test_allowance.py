"""What views take together while a run trains."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ffstudio.core.run.status import RunStatus
from ffstudio.jobs.allowance import Allowance, Used
from ffstudio.jobs.pace import Pace


@pytest.fixture
def owner(qapp):
    made = QObject()
    yield made
    for pace in made.findChildren(Pace):
        pace.close()


def make_pace(allowance, owner, worked, least_s=0.1, share=0.1):
    """One that has done a round which kept a core at work for so many seconds, and is asked again."""
    pace = Pace(lambda: None, owner, least_s=least_s, share=share, allowance=allowance)
    pace.now()
    pace.add_cost(worked)
    pace.ask()
    return pace


def test_nothing_is_held_back_while_nothing_trains(owner):
    allowance = Allowance(owner, share=0.01)
    pace = make_pace(allowance, owner, 0.05)
    assert pace.gap_s == pytest.approx(0.5, rel=0.05)
    for status in (RunStatus.IDLE, RunStatus.PAUSED):
        allowance.follow(status)
        assert not allowance.binds
        assert pace.gap_s == pytest.approx(0.5, rel=0.05)


def test_all_together_take_no_more_than_their_share(owner):
    allowance = Allowance(owner, share=0.1)
    allowance.follow(RunStatus.RUNNING)
    costs = (0.05, 0.2, 1.0)
    paces = [make_pace(allowance, owner, worked) for worked in costs]
    taken = [worked / pace.gap_s for pace, worked in zip(paces, costs, strict=True)]
    assert sum(taken) == pytest.approx(0.1, rel=0.02)
    assert taken == pytest.approx([0.1 / 3] * 3, rel=0.02), "none at the cost of the others"


def test_who_needs_little_leaves_the_rest_to_the_others(owner):
    allowance = Allowance(owner, share=0.06)
    allowance.follow(RunStatus.RUNNING)
    little = make_pace(allowance, owner, 0.001)
    much = [make_pace(allowance, owner, 0.5) for _ in range(2)]
    assert little.gap_s == pytest.approx(0.1, rel=0.05)
    for pace in much:  # (0.06 - 0.001 / 0.1) / 2
        assert pace.gap_s == pytest.approx(0.5 / 0.025, rel=0.05)


def test_whoever_cannot_be_seen_or_waits_for_nothing_leaves_all_to_the_others(owner, qtbot):
    allowance = Allowance(owner, share=0.01)
    allowance.follow(RunStatus.RUNNING)
    hidden = QWidget()
    qtbot.addWidget(hidden)
    make_pace(allowance, hidden, 1.0)
    closed = make_pace(allowance, owner, 1.0)
    pace = make_pace(allowance, owner, 0.02)
    assert pace.gap_s == pytest.approx(4.0, rel=0.05)
    closed.close()
    assert pace.gap_s == pytest.approx(2.0, rel=0.05)


def test_the_view_under_the_mouse_comes_first(owner, qtbot):
    allowance = Allowance(owner, share=0.03)
    allowance.follow(RunStatus.RUNNING)
    looked_at = QWidget()
    qtbot.addWidget(looked_at)
    looked_at.show()
    first = make_pace(allowance, looked_at, 0.1)
    others = [make_pace(allowance, owner, 0.1) for _ in range(2)]
    assert first.gap_s == pytest.approx(10.0, rel=0.05)
    QApplication.sendEvent(looked_at, QEvent(QEvent.Type.Enter))
    assert first.gap_s == pytest.approx(0.1 / 0.015, rel=0.05)
    for pace in others:
        assert pace.gap_s == pytest.approx(0.1 / 0.0075, rel=0.05)
    QApplication.sendEvent(looked_at, QEvent(QEvent.Type.Leave))
    assert first.gap_s == pytest.approx(10.0, rel=0.05)


@pytest.mark.parametrize("how", ["paused", "ended", "allowed"])
def test_what_waits_is_done_at_once_when_nothing_holds_it_back_any_more(owner, qtbot, how):
    allowance = Allowance(owner, share=0.01)
    allowance.follow(RunStatus.RUNNING)
    told = []
    allowance.changed.connect(lambda: told.append(allowance.binds))
    pace = make_pace(allowance, owner, 60.0)
    assert pace.gap_s > 1000 and pace.num_rounds == 1
    if how == "allowed":
        allowance.is_sparing = False
    else:
        allowance.follow(RunStatus.PAUSED if how == "paused" else RunStatus.IDLE)
    qtbot.waitUntil(lambda: pace.num_rounds == 2)
    assert told[-1] is False


def test_a_hand_waits_for_nobody(owner, qtbot):
    allowance = Allowance(owner, share=0.01)
    allowance.follow(RunStatus.RUNNING)
    pace = make_pace(allowance, owner, 60.0)
    pace.hurry()
    qtbot.waitUntil(lambda: pace.num_rounds == 2)


def test_painting_belongs_to_the_rounds_that_it_shows(owner, qtbot):
    allowance = Allowance(owner, share=0.01)
    allowance.follow(RunStatus.RUNNING)
    window, elsewhere = QWidget(), QWidget()
    views = [QWidget(window), QWidget(window), QWidget(elsewhere)]
    for shown in (window, elsewhere):
        qtbot.addWidget(shown)
        shown.show()
    first, second, other = (Pace(lambda: None, v, least_s=0.0, allowance=allowance) for v in views)
    for pace in (first, second, other):
        pace.now()
    allowance.note_painting(window, 9.0)
    assert first.gap_s < 1, "the first picture of a view is not one of many"
    for pace in (first, second, other):
        pace.now()
        pace.ask()
    allowance.note_painting(window, 0.2)
    allowance.note_painting(window, 9.0)  # shows nothing new: a tip, a mark under the mouse
    assert [p.gap_s >= 0.1 / 0.01 for p in (first, second, other)] == [True, True, False]
    assert first.gap_s == pytest.approx(second.gap_s, rel=0.1)
    assert first.gap_s < 100


def test_the_share_is_of_what_the_process_gets(monkeypatch):
    """Others take most of both cores: what views take is a small part of what training has left."""
    monkeypatch.setattr("ffstudio.jobs.allowance.count_cores", lambda: 2)
    clock, worked = [0.0], [0.0]
    used = Used(lambda: clock[0], lambda: worked[0])
    assert used.measure() == 2.0
    for _ in range(20):
        clock[0] += 3.0
        worked[0] += 1.5
        used.measure()
    assert used.measure() == pytest.approx(0.5, rel=1e-3)
    for _ in range(20):  # hardly anything: views still come to their turn
        clock[0] += 3.0
        worked[0] += 0.03
        used.measure()
    assert used.measure() == 0.25
    used.begin()
    assert used.measure() == 2.0
