"""A lesson on the command line, on a real (virtual) screen, over two starts of the program."""

from __future__ import annotations

import pytest

from ffstudio.core.lessons.shipped import find_shipped
from tests.e2e.conftest import wait_until
from tests.marks import THOROUGH

pytestmark = pytest.mark.e2e


@THOROUGH
def test_a_lesson_goes_on_after_the_program_was_killed(start):
    app = start(str(find_shipped("threshold")))
    app.wait_for("lesson_title", text="What a Threshold Does")
    app.wait_for("lesson_where", text="Step 1 of 6")
    app.wait_for("train_button", enabled=True)
    app.focus()
    app.click("train_button")
    wait_until(lambda: app.text("lesson_where") == "Step 1 of 6 · done", "the first step", 90)
    app.wait_for("lesson_next_button", text="Next")
    app.click("lesson_next_button")
    app.wait_for("lesson_where", text="Step 2 of 6")
    app.end()  # killed

    again = start()
    again.wait_for("lesson_where", text="Step 2 of 6")
    again.wait_for("lesson_next_button", text="Skip")
    again.focus()
    again.click("lesson_leave_button")
    again.wait_for("experiment_title")
    # What comes along answers on the canvas, as it does without a lesson.
    wait_until(lambda: again.look("draw_pad").get("visible"), "the pad")
    again.quit()
