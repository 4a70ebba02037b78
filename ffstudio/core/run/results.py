"""What came out of a run, in words: how much was right, of which images, and where its time went."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.run.events import TIME_WORDS, RunFinished
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.words import say_all, tr

_NETS = say_all({"ff": "Forward-Forward", "bp": "backprop"})
_TRAINING = say_all({"elapsed": "training and judging", "train": "training", "evaluate": "judging"})

_TESTED_ON = re.compile(r"the ([\d,]+) test images of (.+)")
_STATES = say_all(
    {
        "running": "running",
        "interrupted": "interrupted",
        "stopped": "stopped",
        "stopped early": "stopped early",
        "completed": "completed",
        "cancelled": "cancelled",
        "failed": "failed",
        "damaged": "damaged",
    }
)


def say_state(state: str) -> str:
    """How a run stands, in the language that is spoken."""
    return str(_STATES.get(state, state))


def result_words(finished: RunFinished | None, history: History, data: str = "") -> str:
    """``Forward-Forward 97.31%, backprop 98.02% of the 10,000 test images of MNIST``.

    Args:
        finished: How the run ended; None where only its curves are known: then what each net
            was judged on last counts.
        data: What the images are of; empty where that is not known.

    Returns:
        Empty where nothing was judged.
    """
    if finished is not None and any(v is not None for v in finished.test_accuracy.values()):
        return tr(
            "{accuracy_words} of {tested_on}",
            accuracy_words=accuracy_words(finished.test_accuracy),
            tested_on=say_tested_on(finished.tested_on),
        )
    judged: dict[str, dict[str, float | None]] = {}
    for net in _NETS:
        last = _find_newest(history, net)
        if last is not None:
            accuracy, images = last
            if data:
                images = tr("{images} of {data}", images=images, data=data)
            judged.setdefault(images, {})[net] = accuracy
    return ", ".join(
        tr("{accuracy_words} of {images}", accuracy_words=accuracy_words(nets), images=images)
        for images, nets in judged.items()
    )


def say_tested_on(text: str) -> str:
    """Which images a run was judged on at its end, in the language that is spoken.

    Args:
        text: As events and files have it, in English: ``the 10,000 test images of MNIST``.
    """
    known = _TESTED_ON.fullmatch(text)
    if known is None:
        return tr("the test images") if text == "the test images" else text
    return tr(
        "the {count} test images of {data_title}",
        count=write_number(int(known[1].replace(",", "")), ","),
        data_title=tr(known[2]),
    )


def accuracy_words(accuracy: Mapping[str, float | None]) -> str:
    """``Forward-Forward 97.31%, backprop 98.02%``; nets that were not judged are left out."""
    return ", ".join(
        f"{name} {write_percent(value, 2)}"
        for net, name in _NETS.items()
        if (value := accuracy.get(net)) is not None
    )


def _find_newest(history: History, net: str) -> tuple[float, str] | None:
    """A net's newest accuracy and the images it is of."""
    newest: tuple[float, float, str] | None = None
    for which in ("validation", "test"):
        series = history.series.get(SeriesKey(net, "accuracy", None, which))
        if series is None or not len(series):
            continue
        at = len(series) - 1
        step = float(series.axis("step")[at])
        if newest is None or step >= newest[0]:
            images = say_images(which, series.samples.get(at), series.images)
            newest = step, float(series.values[at]), images
    return None if newest is None else newest[1:]


def say_images(which: str, sample: int | None, images: int | None) -> str:
    """Which images an accuracy is of: ``a sample of 1,000 test images``.

    Args:
        which: The set: ``train``, ``validation`` or ``test``.
        sample: Of how many of them, where it is not all.
        images: How many the set has; None where that is not known.
    """
    if sample is not None:
        return tr(
            "a sample of {sample} {which} images", sample=write_number(sample, ","), which=which
        )
    if images is not None:
        return tr("the {images} {which} images", images=write_number(images, ","), which=which)
    return tr("the {which} images", which=which)


def time_words(seconds: Mapping[str, float], *, least_s: float = 0.05) -> list[str]:
    """Where a run's time went, largest first: ``training 12.3 s``, ``compiling 4.0 s``.

    Args:
        seconds: By name, as :class:`~ffstudio.core.run.events.RunFinished` tells them;
            ``elapsed`` is training and judging in one.
        least_s: Less is not told.
    """
    words = {**_TRAINING, **TIME_WORDS}
    told = [(s, words[name]) for name, s in seconds.items() if name in words and s >= least_s]
    return [
        f"{word} {write_number(s, ',.1f')} s" for s, word in sorted(told, key=lambda item: -item[0])
    ]
