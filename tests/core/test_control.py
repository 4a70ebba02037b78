"""The reins of a run, pulled from another thread."""

from __future__ import annotations

import threading

import pytest

from ffstudio.core.run.control import Control, RunCommand


def nothing():
    pass


class Worker:
    """Takes steps as an engine would, and reports when it pauses."""

    def __init__(self, control):
        self.control = control
        self.steps = 0
        self.paused = threading.Semaphore(0)
        self.resumed = 0
        self.running = threading.Event()
        self.end = None
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def work(self):
        while True:
            command = self.control.wait(self.paused.release, self.count_resume)
            if command is not RunCommand.GO:
                self.end = command
                return
            self.steps += 1
            if self.steps % 5 == 0:
                self.control.note_epoch_end()
            if self.steps > 10_000_000:
                raise AssertionError("never paused")

    def count_resume(self):
        self.resumed += 1
        self.running.set()

    def await_pause(self):
        assert self.paused.acquire(timeout=10)


@pytest.fixture
def worker():
    made = Worker(Control(paused=True))
    yield made
    made.control.cancel()
    made.thread.join(10)
    assert not made.thread.is_alive()


def test_a_paused_run_takes_single_steps(worker):
    worker.await_pause()
    assert worker.steps == 0
    assert worker.control.is_paused
    for expected in (1, 2):
        worker.control.step_batch()
        worker.await_pause()
        assert worker.steps == expected


def test_two_steps_asked_at_once_are_both_taken(worker):
    worker.await_pause()

    def ask_for_two():
        worker.control.step_batch()
        worker.control.step_batch()

    worker.control.post(ask_for_two)  # both wishes stand before the worker looks
    worker.await_pause()
    while worker.steps < 2:
        worker.await_pause()
    assert worker.steps == 2


def test_step_epoch_stops_at_its_end(worker):
    worker.await_pause()
    worker.control.step_epoch()
    worker.await_pause()
    assert worker.steps == 5


def test_resume_and_pause(worker):
    worker.await_pause()
    worker.control.resume()
    assert worker.running.wait(10)
    worker.control.pause()
    worker.await_pause()
    assert worker.resumed == 1
    at = worker.steps
    worker.control.step_batch()
    worker.await_pause()
    assert worker.steps == at + 1


def test_posted_tasks_run_in_the_workers_thread_even_while_paused(worker):
    worker.await_pause()
    ran = []
    done = threading.Event()

    def task():
        ran.append(threading.current_thread())
        done.set()

    worker.control.post(task)
    assert done.wait(10)
    assert ran == [worker.thread]
    assert worker.steps == 0


def test_cancel_beats_stop():
    control = Control()
    control.cancel()
    control.stop()
    assert control.ends
    assert control.wait(nothing, nothing) is RunCommand.CANCEL


def test_stop_wakes_a_paused_worker(worker):
    worker.await_pause()
    worker.control.stop()
    worker.thread.join(10)
    assert worker.end is RunCommand.STOP
