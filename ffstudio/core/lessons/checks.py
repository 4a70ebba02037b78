"""The checks a step can have: a closed table, an entry and a function each.

A check looks at plain values (:class:`ffstudio.core.lessons.view.LessonView`) and says whether it
holds, and in a few words what is still missing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.fields import Choice, Field
from ffstudio.core.lessons.lesson import Check
from ffstudio.core.lessons.settings import SETTINGS, NamedSetting
from ffstudio.core.lessons.view import DREW, EXPORTED, OPENED, LessonView
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import say_all, speaks, tr

NO_NET = "not trained in this lesson yet"

# What texts between the items of a list are parted by where they stand in one line.
LIST_MARK = ";"


@dataclass(frozen=True)
class Standing:
    """How a check stands.

    Attributes:
        done: True when it holds.
        text: What is reached or still missing.
        share: How much of it is reached, 0–1, where that can be said.
    """

    done: bool
    text: str
    share: float | None = None


@speaks("label", "help")
@dataclass(frozen=True)
class CheckKind:
    """One kind of check.

    Attributes:
        label: In the editor's list.
        help: When it holds, one sentence.
        look: Says how it stands.
        parameters: Its arguments, by name.
        lists: Of those, the ones that are lists of texts.
        asks: True for a question, which the step shows and whose answer it looks at.
        needs_separation: True when it looks at how far the layers part the data.
    """

    label: str
    help: str
    look: Callable[[LessonView, Check], Standing]
    parameters: Mapping[str, Field] = field(default_factory=dict)
    lists: frozenset[str] = frozenset()
    asks: bool = False
    needs_separation: bool = False


# --- how far the nets have learnt ----------------------------------------------------------


def _look_at_epochs(view: LessonView, check: Check) -> Standing:
    wanted = int(check.number("at_least"))
    done = min(view.measured.epochs.values(), default=0)
    noun = "epoch" if wanted == 1 else "epochs"
    if view.trained_spec is None:
        return Standing(False, tr("0 of {wanted} {noun} trained", wanted=wanted, noun=noun), 0.0)
    trained = view.trained_spec.algorithms
    if trained == "both" and len(view.measured.epochs) < 2:
        done = 0
    if done >= wanted:
        return Standing(
            True,
            tr("{done} {either} trained", done=done, either="epoch" if done == 1 else "epochs"),
            1.0,
        )
    return Standing(
        False,
        tr("{done} of {wanted} {noun} trained", done=done, wanted=wanted, noun=noun),
        done / wanted,
    )


NET_WORDS = say_all({"ff": "Forward-Forward", "bp": "backprop"})


def _look_at_accuracy(view: LessonView, check: Check) -> Standing:
    of, wanted = check.text("of"), check.number("at_least")
    named: list[tuple[str, float]]
    if of == "layers":
        named = _by_layer(view.measured.layer_accuracy)
    else:
        nets = ("ff", "bp") if of == "both" else (of,)
        named = [(NET_WORDS[net], view.measured.accuracy.get(net, math.nan)) for net in nets]
    if view.trained_spec is None:
        return Standing(
            False,
            tr(
                "{NO_NET}: {wanted}% are wanted",
                NO_NET=tr(NO_NET),
                wanted=number_text(wanted),
            ),
            0.0,
        )
    where = f" ({view.measured.judged_on})" if view.measured.judged_on else ""
    return _compare_all(
        [(name, 100 * value) for name, value in named], wanted, _percent, suffix=where
    )


def _percent(value: float, *, at_most: bool = False) -> str:
    # Never rounded to what has not been reached.
    tenths = math.ceil(10 * value - 1e-9) if at_most else math.floor(10 * value + 1e-9)
    return f"{write_number(tenths / 10, '.1f')}%"


def _by_layer(values: Iterable[float]) -> list[tuple[str, float]]:
    return [(tr("layer {i}", i=i), value) for i, value in enumerate(values, start=1)]


def _compare_all(
    named: Sequence[tuple[str, float]],
    wanted: float,
    write: Callable[[float], str],
    *,
    at_most: bool = False,
    suffix: str = "",
) -> Standing:
    """Whether all values reach a limit; those that do not are named."""
    limit = f"{number_text(wanted)}%" if write is _percent else f"{number_text(wanted)}"
    if not named or any(math.isnan(value) for _, value in named):
        return Standing(False, tr("not judged yet: {limit} are wanted", limit=limit), 0.0)
    reached = {name: value <= wanted if at_most else value >= wanted for name, value in named}
    listed = [(name, value) for name, value in named if all(reached.values()) or not reached[name]]
    done = all(reached.values())
    of = (
        ""
        if done
        else tr(" instead of at most {limit}", limit=limit)
        if at_most
        else tr(" of {limit}", limit=limit)
    )
    if write is _percent:
        write = partial(_percent, at_most=at_most)
    text = ", ".join(f"{name}: {write(value)}{of}" for name, value in listed)
    if done:
        return Standing(True, text + suffix, 1.0)
    shares = [_share(value, wanted, at_most) for _, value in named]
    return Standing(False, text + suffix, min(shares))


def _share(value: float, wanted: float, at_most: bool) -> float:
    part, whole = (wanted, value) if at_most else (value, wanted)
    return min(max(part / whole, 0.0), 1.0) if whole > 0 else 1.0


# --- how far the layers part the data ------------------------------------------------------


def _look_at_auc(view: LessonView, check: Check) -> Standing:
    return _look_at_separation(view, check, "auc", 1.0)


def _look_at_wins(view: LessonView, check: Check) -> Standing:
    return _look_at_separation(view, check, "wins", 100.0)


def _look_at_overlap(view: LessonView, check: Check) -> Standing:
    return _look_at_separation(view, check, "overlap", 100.0, at_most=True)


def _look_at_separation(
    view: LessonView, check: Check, measure: str, scale: float, *, at_most: bool = False
) -> Standing:
    wanted = check.number("at_most" if at_most else "at_least")
    if view.trained_spec is None:
        return Standing(False, tr(NO_NET), 0.0)
    if view.separations is None:
        return Standing(False, tr("being measured…"), 0.0)
    named = _by_layer(scale * getattr(layer, measure) for layer in view.separations)
    write: Callable[[float], str] = _percent if scale == 100.0 else _plain
    return _compare_all(named, wanted, write, at_most=at_most)


def _plain(value: float) -> str:
    return write_number(math.floor(1000 * value + 1e-9) / 1000, ".3f")


# --- settings ------------------------------------------------------------------------------


def _look_at_setting(view: LessonView, check: Check) -> Standing:
    return _look_at_values(view.spec, check, tr("it is"))


def _look_at_trained_with(view: LessonView, check: Check) -> Standing:
    if view.trained_spec is None:
        standing = _look_at_values(view.spec, check, tr("the builder has"))
        return Standing(False, f"{standing.text}; {tr(NO_NET)}")
    return _look_at_values(view.trained_spec, check, tr("the net began with"))


def _look_at_values(spec: ExperimentSpec, check: Check, has: str) -> Standing:
    named = SETTINGS[check.text("setting")]
    wanted, how = check["value"], check.text("how")
    values = named.values_in(spec)
    where = tr(" in every layer") if named.part == "layers" and len(values) > 1 else ""
    words = f"{named.label}{where}: {HOW_WORDS[how]}{write_value(named, wanted)}"
    wrong = [value for value in values if not _agrees(value, how, wanted)]
    if not values:
        return Standing(False, tr("{words}; there is no layer", words=words))
    if not wrong:
        return Standing(True, words)
    return Standing(False, f"{words}; {has} {write_value(named, wrong[0])}")


HOW_WORDS = say_all({"is": "", "at_least": "at least ", "at_most": "at most "})


def _agrees(value: object, how: str, wanted: object) -> bool:
    if how == "is" or not isinstance(value, (int, float)) or not isinstance(wanted, (int, float)):
        return value == wanted
    return value >= wanted if how == "at_least" else value <= wanted


def write_value(named: NamedSetting, value: object) -> str:
    """A setting's value for a reader."""
    if isinstance(value, bool):
        return "on" if value else "off"
    labels = [choice.label for choice in named.field.choices if choice.value == value]
    if labels:
        return labels[0]
    return number_text(value)


# --- deeds ---------------------------------------------------------------------------------


def _look_at_drawing(view: LessonView, check: Check) -> Standing:
    wanted = check.text("read_as")
    read = [detail for kind, detail in view.deeds if kind == DREW]
    if not wanted:
        return Standing(bool(read), "drawn" if read else tr("nothing drawn yet"))
    if wanted in read:
        return Standing(True, tr("read as {wanted}", wanted=wanted))
    names = sorted(set(filter(None, read)))
    seen = tr("; so far read as {names}", names=", ".join(names)) if names else ""
    return Standing(False, tr("draw one that is read as {wanted}{seen}", wanted=wanted, seen=seen))


def _look_at_panel(view: LessonView, check: Check) -> Standing:
    seen = (OPENED, check.text("panel")) in view.deeds
    title = check.text("panel").capitalize()
    return Standing(
        seen,
        tr("{title} is open", title=title) if seen else tr("open the {title} panel", title=title),
    )


def _look_at_export(view: LessonView, check: Check) -> Standing:
    done = any(kind == EXPORTED for kind, _ in view.deeds)
    return Standing(done, "exported" if done else tr("nothing exported yet (Ctrl+E)"))


# --- questions -----------------------------------------------------------------------------


def _look_at_choice(view: LessonView, check: Check) -> Standing:
    answer, choices = view.answers.get(check, ""), check.texts("choices")
    right = choices[int(check.number("right")) - 1]
    if not answer:
        return Standing(False, tr("choose an answer"))
    if answer == right:
        return Standing(True, "right")
    return Standing(False, tr("not quite: look again and choose another"))


def _look_at_answer(view: LessonView, check: Check) -> Standing:
    answer = _fold(view.answers.get(check, ""))
    if not answer:
        return Standing(False, tr("type an answer"))
    if answer in map(_fold, check.texts("accepts")):
        return Standing(True, "right")
    return Standing(False, tr("not quite: try another word"))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,!")


# --- the table -----------------------------------------------------------------------------


def _of_percent(default: float, help: str, label: str = "At least") -> Field:
    return Field("float", label, help, minimum=0.0, maximum=100.0, unit="%", default=default)


_SETTING = Field(
    "choice",
    "Setting",
    "A setting of the experiment.",
    choices=tuple(Choice(name, f"{one.label} ({name})") for name, one in SETTINGS.items()),
    default="layers.threshold",
)
_HOW = Field(
    "choice",
    "How",
    "Whether the value must be just this, or may be beyond it.",
    choices=(
        Choice("is", "Is"),
        Choice("at_least", "Is at least"),
        Choice("at_most", "Is at most"),
    ),
    default="is",
)
_VALUE = Field("text", "Value", "The value, as the experiment's file writes it.", default="1.0")
_QUESTION = Field("text", "Question", "What is asked.", default="")

CHECKS: dict[str, CheckKind] = {
    "epochs": CheckKind(
        "Trained for some epochs",
        "Nets have been trained in this lesson for so many epochs.",
        _look_at_epochs,
        {
            "at_least": Field(
                "int", "At least", "Epochs.", minimum=1, maximum=100000, unit="epochs", default=5
            )
        },
    ),
    "accuracy": CheckKind(
        "Accuracy",
        "What was trained in this lesson names so many images rightly.",
        _look_at_accuracy,
        {
            "of": Field(
                "choice",
                "Of",
                "Whose accuracy.",
                choices=(
                    Choice("ff", "Forward-Forward"),
                    Choice("bp", "Backprop"),
                    Choice("both", "Both nets"),
                    Choice("layers", "Each Forward-Forward layer alone"),
                ),
                default="ff",
            ),
            "at_least": _of_percent(90.0, "The least accuracy."),
        },
    ),
    "auc": CheckKind(
        "AUC of each layer",
        "In each layer a positive exceeds a negative with at least this probability.",
        _look_at_auc,
        {
            "at_least": Field(
                "float", "At least", "The least AUC.", minimum=0.0, maximum=1.0, default=0.9
            )
        },
        needs_separation=True,
    ),
    "wins": CheckKind(
        "True label wins in each layer",
        "Image by image, the true label has more goodness than a wrong one so often.",
        _look_at_wins,
        {"at_least": _of_percent(95.0, "The least share of the images.")},
        needs_separation=True,
    ),
    "overlap": CheckKind(
        "Overlap of each layer's histograms",
        "The histograms of positive and negative data share at most so much.",
        _look_at_overlap,
        {"at_most": _of_percent(20.0, "The most they may share.", "At most")},
        needs_separation=True,
    ),
    "setting": CheckKind(
        "A setting has a value",
        "The experiment in the builder has this value.",
        _look_at_setting,
        {"setting": _SETTING, "how": _HOW, "value": _VALUE},
    ),
    "trained_with": CheckKind(
        "Trained with a setting",
        "The nets that are shown began to learn with this value.",
        _look_at_trained_with,
        {"setting": _SETTING, "how": _HOW, "value": _VALUE},
    ),
    "drawing": CheckKind(
        "Something was drawn",
        "Something was drawn on the pad, and read as this label where one is named.",
        _look_at_drawing,
        {
            "read_as": Field(
                "text",
                "Read as",
                "The label that the Forward-Forward net (or else backprop) must read; empty for "
                "any drawing.",
                default="",
            )
        },
    ),
    "panel": CheckKind(
        "A panel is open",
        "The panel has been in sight in this step.",
        _look_at_panel,
        {"panel": Field("text", "Panel", "Its name in the table of panels.", default="goodness")},
    ),
    "export": CheckKind(
        "Something was exported",
        "A figure or the curves have been exported in this step.",
        _look_at_export,
    ),
    "choice": CheckKind(
        "Multiple choice",
        "The right one of several answers has been chosen.",
        _look_at_choice,
        {
            "question": _QUESTION,
            "choices": Field("text", "Choices", f"Parted by “{LIST_MARK}”.", default=""),
            "right": Field(
                "int",
                "Right one",
                "Its number, counted from 1.",
                minimum=1,
                maximum=20,
                default=1,
            ),
        },
        frozenset({"choices"}),
        asks=True,
    ),
    "answer": CheckKind(
        "Answer in words",
        "One of these answers has been typed; capitals and spaces do not count.",
        _look_at_answer,
        {
            "question": _QUESTION,
            "accepts": Field("text", "Accepts", f"Parted by “{LIST_MARK}”.", default=""),
        },
        frozenset({"accepts"}),
        asks=True,
    ),
}


def look(view: LessonView, check: Check) -> Standing:
    """How a check stands now."""
    return CHECKS[check.kind].look(view, check)
