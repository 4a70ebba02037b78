"""Background work of which only the newest request counts."""

from __future__ import annotations

import threading

import pytest

from ffstudio.jobs.latest import LatestTask


@pytest.fixture
def task(qtbot):
    made = LatestTask(name="test")
    yield made
    assert made.close()


def test_the_result_arrives_in_the_gui_thread(qtbot, task):
    threads = []
    task.done.connect(lambda result: threads.append((result, threading.current_thread())))
    with qtbot.waitSignal(task.done):
        task.submit(lambda a, b: (a + b, threading.current_thread()), 2, 3)
    (value, worker), receiver = threads[0]
    assert value == 5
    assert worker is not receiver
    assert receiver is threading.main_thread()


def test_waiting_requests_give_way_to_the_newest(qtbot, task):
    started, release = threading.Event(), threading.Event()
    ran, results = [], []
    task.done.connect(results.append)

    def slow():
        started.set()
        release.wait(10)
        ran.append("slow")
        return "slow"

    def quick(name):
        ran.append(name)
        return name

    task.submit(slow)
    assert started.wait(10)
    task.submit(quick, "skipped")
    task.submit(quick, "newest")
    release.set()
    qtbot.waitUntil(lambda: results == ["newest"])
    assert ran == ["slow", "newest"]


def test_stale_results_can_be_kept(qtbot):
    task = LatestTask(name="test", keep_stale=True)
    started, release, results = threading.Event(), threading.Event(), []
    task.done.connect(results.append)

    def slow():
        started.set()
        release.wait(10)
        return "slow"

    task.submit(slow)
    assert started.wait(10)
    task.submit(lambda: "newest")
    release.set()
    qtbot.waitUntil(lambda: len(results) == 2)
    assert results == ["slow", "newest"]
    assert task.close()


def test_an_exception_is_reported_with_its_traceback_and_the_thread_lives_on(qtbot, task):
    def fail():
        raise ValueError("no good")

    with qtbot.waitSignal(task.failed) as failed:
        task.submit(fail)
    assert failed.args[0] == "no good"
    assert "in fail" in failed.args[1]
    with qtbot.waitSignal(task.done) as done:
        task.submit(lambda: 7)
    assert done.args == [7]


def test_forget_drops_a_running_result(qtbot, task):
    started, release, results = threading.Event(), threading.Event(), []
    task.done.connect(results.append)

    def slow():
        started.set()
        release.wait(10)
        return "stale"

    task.submit(slow)
    assert started.wait(10)
    task.forget()
    release.set()
    with qtbot.waitSignal(task.done):
        task.submit(lambda: "fresh")
    assert results == ["fresh"]
