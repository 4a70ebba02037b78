"""Waits for what panels compute in threads, as long as it takes and no longer."""

from __future__ import annotations

from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from tests.patience import PATIENCE, PatientBot

# Looks, one every 10 ms, that find nothing under way: what one piece of work has brought sets the
# next one going in a turn of the event loop.
CALM_LOOKS = 3
# And so many at most while something only waits for its turn: a library looks again and again.
WAITING_LOOKS = 30


def rest(qtbot: PatientBot, window: MainWindow, timeout: int = PATIENCE) -> None:
    """Until nothing is computed for what is in sight, and nothing is about to be."""
    tasks = [*window.findChildren(LatestTask), *window.studio.findChildren(LatestTask)]
    paces = window.findChildren(Pace)
    calm = waiting = 0

    def is_calm() -> bool:
        nonlocal calm, waiting
        is_busy = (
            bool(window.studio.activities.all)
            or any(task.is_busy for task in tasks)
            or any(pace.is_shown and pace.is_opening for pace in paces)
        )
        if not is_busy and waiting < WAITING_LOOKS:
            is_busy = any(pace.is_shown and pace.is_waiting for pace in paces)
            waiting += is_busy
        calm = 0 if is_busy else calm + 1
        return calm >= CALM_LOOKS

    qtbot.waitUntil(is_calm, timeout=timeout)
