"""The columns of the library: a line each."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.run.results import say_state
from ffstudio.core.words import speaks, tr
from ffstudio.jobs.library import KeptRun

TICK, STAR, COLOUR, NAME, COURSE = "tick", "star", "colour", "name", "course"
# What the user can mark runs with, told apart by colour-blind readers too.
COLOURS = {
    "Blue": "#0072b2",
    "Sky": "#56b4e9",
    "Green": "#009e73",
    "Yellow": "#e0c800",
    "Orange": "#e69f00",
    "Red": "#d55e00",
    "Pink": "#cc79a7",
}
SortKey = str | float | None


@speaks("title", "head", "tip")
@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        head: Over it; empty for one of pictures.
        tip: What is in it.
        text: Of a run.
        key: What it is sorted by; None comes last either way.
        is_number: True for what stands at the right.
        hidden: True for one that is shown only when it is chosen.
        width: Of its longest usual text, in characters.
    """

    name: str
    title: str
    head: str
    tip: str
    text: Callable[[KeptRun], str]
    key: Callable[[KeptRun], SortKey]
    width: int
    is_number: bool = False
    hidden: bool = False


def say_share(share: float | None) -> str:
    """An accuracy, or nothing."""
    return "" if share is None else write_percent(share, 2)


def say_size(size: int | None) -> str:
    """Bytes on disk; an ellipsis while they are counted."""
    if size is None:
        return "…"
    return (
        tr("{size} MB", size=write_number(size / 1000000.0, ".1f"))
        if size < 1e9
        else tr("{size} GB", size=write_number(size / 1000000000.0, ".2f"))
    )


def say_duration(seconds: float | None) -> str:
    """How long a run took."""
    if seconds is None:
        return ""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return (
        tr("{minutes} min", minutes=minutes)
        if minutes < 60
        else tr(
            "{minutes} h {minutes_2} min", minutes=minutes // 60, minutes_2=f"{minutes % 60:02}"
        )
    )


def say_begun(begun: str) -> str:
    """When, by the clock on the wall."""
    try:
        return datetime.datetime.fromisoformat(begun).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return begun


def say_colour(colour: str) -> str:
    """Its name, if it is one of ours."""
    names = {
        "": tr("No Colour"),
        "#0072b2": tr("Blue"),
        "#56b4e9": tr("Sky"),
        "#009e73": tr("Green"),
        "#e0c800": tr("Yellow"),
        "#e69f00": tr("Orange"),
        "#d55e00": tr("Red"),
        "#cc79a7": tr("Pink"),
    }
    return names.get(colour, colour)


COLUMNS: tuple[Column, ...] = (
    Column(
        TICK,
        "Compare",
        "✓",
        "Runs with a tick are compared: their curves lie over each other in the panel Curves, in "
        "the colour that is shown here, and the panel Compare says what differs.",
        lambda run: "",
        lambda run: None,
        5,
    ),
    Column(
        STAR,
        "Star",
        "★",
        "Runs with a star are never thinned. A click sets it or takes it away.",
        lambda run: "★" if run.star else "☆",
        lambda run: float(not run.star),
        3,
    ),
    Column(
        COLOUR,
        "Colour",
        "",
        "The colour you gave it.",
        lambda run: "",
        lambda run: say_colour(run.colour) if run.colour else None,
        3,
    ),
    Column(
        NAME,
        "Name",
        "Name",
        "The experiment's name, or the one you gave it (F2).",
        lambda run: run.title,
        lambda run: run.title.lower(),
        22,
    ),
    Column(
        "state",
        "State",
        "State",
        "Whether it runs, was cut off, or how it ended.",
        lambda run: say_state(run.state),
        lambda run: run.state,
        14,
    ),
    Column(
        "ff",
        "FF Accuracy",
        "FF, test",
        "Accuracy of the Forward-Forward net on the test images, at the end.",
        lambda run: say_share(run.ff),
        lambda run: run.ff,
        9,
        True,
    ),
    Column(
        "bp",
        "BP Accuracy",
        "BP, test",
        "Accuracy of the backprop net on the test images, at the end.",
        lambda run: say_share(run.bp),
        lambda run: run.bp,
        9,
        True,
    ),
    Column(
        COURSE,
        "Course",
        "Course",
        "Accuracy after each epoch, Forward-Forward blue and backprop orange, from the lowest to "
        "the highest of both.",
        lambda run: "",
        lambda run: None,
        13,
    ),
    Column(
        "epochs",
        "Epochs",
        "Epochs",
        "Whole epochs that are kept.",
        lambda run: "" if run.problem else str(run.epochs),
        lambda run: run.epochs,
        7,
        True,
    ),
    Column(
        "data",
        "Data",
        "Data",
        "What it learns from.",
        lambda run: run.data,
        lambda run: run.data.lower() or None,
        16,
    ),
    Column(
        "preset",
        "Preset",
        "Preset",
        "The preset it was made from, if that is known.",
        lambda run: run.preset,
        lambda run: run.preset or None,
        12,
    ),
    Column(
        "seed",
        "Seed",
        "Seed",
        "All that is random depends on it.",
        lambda run: "" if run.seed is None else str(run.seed),
        lambda run: run.seed,
        6,
        True,
    ),
    Column(
        "begun",
        "Begun",
        "Begun",
        "When training began.",
        lambda run: say_begun(run.begun),
        lambda run: run.begun or None,
        18,
    ),
    Column(
        "took",
        "How Long",
        "How long",
        "Compiling, training and judging, as far as the run has told.",
        lambda run: say_duration(run.took_s),
        lambda run: run.took_s,
        10,
        True,
    ),
    Column(
        "size",
        "Size",
        "Size",
        "What its folder takes on the disk.",
        lambda run: say_size(run.size),
        lambda run: run.size,
        9,
        True,
    ),
    Column(
        "tags",
        "Tags",
        "Tags",
        "Your words for it.",
        lambda run: ", ".join(run.tags),
        lambda run: ", ".join(run.tags).lower() or None,
        14,
        hidden=True,
    ),
)
BY_NAME = {column.name: i for i, column in enumerate(COLUMNS)}
