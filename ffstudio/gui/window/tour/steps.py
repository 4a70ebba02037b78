"""The steps of the guided tour: what each points at, what it says, and when it is done."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.numbers import write_percent
from ffstudio.core.words import speaks, tr

# What the tour trains: learns to read digits within seconds, from images that come along.
_PRESET = "digits-quick"
# Of a data set at hand that is larger, so much is as quick.
_MNIST, _SHARE, _EPOCHS = "mnist", 0.1, 12
# From this share of right answers on one can see that the net has learnt.
_GOOD_ACCURACY = 0.8


@dataclass(frozen=True)
class Progress:
    """What has been done so far on the tour.

    Attributes:
        has_begun: The tour's run has begun, and was not cancelled.
        epochs: How many of its epochs have been judged.
        accuracy: The Forward-Forward net's, 0–1; None before it was judged.
        twin_accuracy: That of the net that backprop trains.
        is_over: Its run has ended.
        answer: What the net reads in what was drawn on the tour; empty before.
    """

    has_begun: bool = False
    epochs: int = 0
    accuracy: float | None = None
    twin_accuracy: float | None = None
    is_over: bool = False
    answer: str = ""


def _say_run(progress: Progress) -> str:
    if not progress.has_begun:
        return tr("Nothing has been trained on this tour yet.")
    if progress.accuracy is None:
        return tr("The first epoch is under way.")
    if progress.twin_accuracy is None:
        return tr(
            "Epoch {epochs}: Forward-Forward names {accuracy} of held-out images rightly.",
            epochs=progress.epochs,
            accuracy=_percent(progress.accuracy),
        )
    return tr(
        "Epoch {epochs}: Forward-Forward names {accuracy} of held-out images rightly, backprop "
        "{twin}.",
        epochs=progress.epochs,
        accuracy=_percent(progress.accuracy),
        twin=_percent(progress.twin_accuracy),
    )


def _percent(share: float) -> str:
    return write_percent(share)


def _say_answer(progress: Progress) -> str:
    if not progress.answer:
        return tr("Waiting for a drawing…")
    return tr("The Forward-Forward net reads: {answer}.", answer=progress.answer)


def _say_nothing(progress: Progress) -> str:
    return ""


def _is_always_done(progress: Progress) -> bool:
    return True


@speaks("title", "text", "next_text")
@dataclass(frozen=True)
class TourStep:
    """One step.

    Attributes:
        panel: The panel that is brought up; empty for none.
        target: Object name of what it points at; empty for nothing.
        says: What there is to say of the moment, under the text.
        is_done: True when there is nothing more to do in it.
        next_text: What the button says that leads on, once it is done.
        presses: True where the button, before it is done, presses the target.
    """

    name: str
    title: str
    text: str
    panel: str = ""
    target: str = ""
    says: Callable[[Progress], str] = _say_nothing
    is_done: Callable[[Progress], bool] = _is_always_done
    next_text: str = "Next"
    presses: bool = False


STEPS = (
    TourStep(
        "net",
        "The net",
        "Two layers of 200 units, on images of digits. Each layer learns alone, from a loss of its "
        "own. The same net learns by backpropagation beside it. Everything here can be changed, "
        "and undone.",
        "builder",
        "builder_dock",
    ),
    TourStep(
        "train",
        "Press Train",
        "Training takes some seconds. Space trains as well, and pauses.",
        "",
        "train_button",
        is_done=lambda progress: progress.has_begun,
        presses=True,
    ),
    TourStep(
        "goodness",
        "Goodness parts",
        "Positive data are images with their true label, negative data carry a wrong one. Watch "
        "what each layer learns: more goodness for the true label than for a wrong one.",
        "goodness",
        "goodness_dock",
        _say_run,
        lambda progress: progress.epochs >= 2 or progress.is_over,
    ),
    TourStep(
        "accuracy",
        "Accuracy rises",
        "After every epoch both nets name labels of images that they do not learn from.",
        "curves",
        "curves_dock",
        _say_run,
        lambda progress: progress.is_over or (progress.accuracy or 0.0) >= _GOOD_ACCURACY,
    ),
    TourStep(
        "draw",
        "Draw a digit",
        "Draw one, large, with the mouse. The net that you have just trained answers with every "
        "stroke.",
        "draw",
        "draw_pad",
        _say_answer,
        lambda progress: bool(progress.answer),
    ),
    TourStep(
        "bars",
        "Ten goodness bars",
        "The net tries every label on your drawing: ten forward passes. The label with the most "
        "goodness, summed over the layers, is its answer.",
        "draw",
        "score_bars",
        _say_answer,
    ),
    TourStep(
        "next",
        "That was it",
        "You have trained a net without backpropagation, and it reads your drawing. Explain says on "
        "six pages why that works; lessons go on from here. Undo brings back the experiment that was "
        "here before.",
        next_text="Finish",
    ),
)


def choose_experiment(now: ExperimentSpec, has_images: bool) -> ExperimentSpec:
    """What the tour trains.

    Args:
        now: The builder's: if it learns MNIST, a tenth of that is taken instead of the digits.
        has_images: True when the images of that are there.
    """
    made = preset(_PRESET).replace(name=tr("Guided Tour"), description="")
    if now.data.name != _MNIST or not has_images:
        return made
    data = dataclasses.replace(
        made.data, name=_MNIST, path=now.data.path, subset=_SHARE, validation=0.1
    )
    return made.replace(data=data, epochs=_EPOCHS)
