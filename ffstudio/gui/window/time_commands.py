"""The commands of the time machine, and how other commands look at an earlier moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ffstudio.core.words import tr
from ffstudio.gui.commands.command import Command, Face


def continue_face(parts: Any) -> Face:
    """Of Continue: at an earlier moment, from there."""
    at = parts.studio.moments.at
    if at is None and parts.studio.newest.is_watched:
        return Face(
            tr("&Continue as a Run of One's Own"),
            tr(
                "Go on from the newest weights that have come, in a run of its own; the one that "
                "is watched is not touched."
            ),
        )
    if at is None:
        return Face()
    return Face(
        tr("&Continue from Epoch {at}", at=at),
        tr(
            "Go on from epoch {at} in a run of its own; the one that is looked at stays as "
            "it is. Of earlier epochs the weights are kept, so optimizers start afresh.",
            at=at,
        ),
    )


def save_as_face(parts: Any) -> Face:
    """Of Save As: at an earlier moment, what it writes."""
    at = parts.studio.moments.at
    if at is None and parts.studio.newest.is_watched:
        return Face(
            tr("Save a Copy of the Model &As…"),
            tr("Write the newest nets that have come to a file; the run goes on untouched."),
        )
    if at is None:
        return Face()
    return Face(
        tr("Save Model of Epoch {at} &As…", at=at),
        tr("Write the nets as they were after epoch {at} to a file.", at=at),
    )


def time_commands() -> tuple[Command[Any], ...]:
    """For the Run menu."""
    return (
        Command(
            "time_machine",
            tr("Show &Time Machine"),
            tr("The bar that takes all views to any epoch of the run whose weights are kept."),
            lambda parts: parts.time_bar.setVisible(not parts.time_bar.isVisible()),
            keys=("Ctrl+T",),
            icon="history",
            face=_bar_face,
        ),
        Command(
            "moment_earlier",
            tr("&Earlier Moment"),
            tr("Look at the nets as they were one kept epoch before."),
            lambda parts: _move(parts, lambda: parts.studio.moments.step(-1)),
            _no_moments,
            ("Alt+Left",),
            "step-back",
        ),
        Command(
            "moment_later",
            tr("&Later Moment"),
            tr("Look at the nets as they were one kept epoch after."),
            lambda parts: _move(parts, lambda: parts.studio.moments.step(1)),
            _is_now,
            ("Alt+Right",),
            "step",
        ),
        Command(
            "play_moments",
            tr("&Play Moments"),
            tr("Show the kept epochs one after the other, up to now."),
            lambda parts: _move(parts, parts.studio.moments.toggle_play),
            _no_moments,
            ("Ctrl+Space",),
            "play",
            _play_face,
        ),
        Command(
            "leave_moment",
            tr("&Back to Now"),
            tr("Show the nets as they are now."),
            lambda parts: parts.studio.moments.leave(),
            _is_now,
            ("Alt+End",),
            button=tr("Back to Now"),
        ),
    )


def _no_moments(parts: Any) -> str:
    return str(parts.studio.moments.why_none())


def _is_now(parts: Any) -> str:
    return (
        "" if parts.studio.moments.wanted is not None else tr("The nets are shown as they are now.")
    )


def _move(parts: Any, move: Callable[[], object]) -> None:
    """Goes to another moment; the bar says which."""
    parts.time_bar.show()
    move()


def _bar_face(parts: Any) -> Face:
    return Face(
        tr("Hide &Time Machine") if parts.time_bar.isVisible() else tr("Show &Time Machine")
    )


def _play_face(parts: Any) -> Face:
    if parts.studio.moments.plays:
        return Face(tr("&Pause Moments"), tr("Stay at the moment that is shown."), "pause")
    return Face()
