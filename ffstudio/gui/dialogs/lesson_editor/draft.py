"""A lesson while it is being written: plain values that need not be a lesson yet."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.spec import UNTITLED, ExperimentSpec
from ffstudio.core.fields import Choice, Field
from ffstudio.core.lessons import reading
from ffstudio.core.lessons.checks import CHECKS, LIST_MARK
from ffstudio.core.lessons.lesson import Check, Lesson, Step
from ffstudio.core.lessons.settings import SETTINGS
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr

FIRST_STEP = "First step"


@dataclass
class DraftCheck:
    """A check as its form holds it: lists as one text, values as text."""

    kind: str
    arguments: dict[str, Any]

    @classmethod
    def new(cls, kind: str) -> DraftCheck:
        """One with the usual arguments."""
        return cls(kind, {name: f.default for name, f in CHECKS[kind].parameters.items()})

    @classmethod
    def of(cls, check: Check) -> DraftCheck:
        """One that is in a lesson."""
        lists = CHECKS[check.kind].lists
        arguments: dict[str, Any] = {}
        for name, value in check.arguments:
            if name in lists and isinstance(value, tuple):
                arguments[name] = f"{LIST_MARK} ".join(value)
            else:
                arguments[name] = _write(value) if name == "value" else value
        return cls(check.kind, arguments)

    def to_dict(self) -> dict[str, Any]:
        """As a lesson file has it."""
        made: dict[str, Any] = {"check": self.kind}
        for name, value in self.arguments.items():
            if name in CHECKS[self.kind].lists:
                texts = (text.strip() for text in str(value).split(LIST_MARK))
                made[name] = [text for text in texts if text]
            elif name == "value":
                made[name] = _read(str(self.arguments.get("setting")), str(value))
            else:
                made[name] = value
        return made

    def tell(self) -> str:
        """On one line, for the list of checks."""
        kind = CHECKS[self.kind]
        told = []
        for name, value in self.arguments.items():
            choices = {choice.value: choice.label for choice in kind.parameters[name].choices}
            word = choices.get(value, number_text(value))
            unit = kind.parameters[name].unit
            if word and name != "question":
                word = word.lower() if name in ("how", "of") else word
                told.append(f"{word} {unit}".strip())
        return f"{kind.label}: {', '.join(told)}" if told else kind.label


def parameters_of(kind: str, panels: dict[str, str]) -> dict[str, Field]:
    """The fields of a check's form; a panel is chosen from those there are."""
    fields = dict(CHECKS[kind].parameters)
    if "panel" in fields:
        choices = tuple(Choice(name, title) for name, title in panels.items())
        fields["panel"] = dataclasses.replace(fields["panel"], kind="choice", choices=choices)
    return fields


def _write(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value, grouped=False)


def _read(setting: str, text: str) -> Any:
    """A setting's value from its text; what cannot be read stays text, and is refused later."""
    named, text = SETTINGS.get(setting), text.strip()
    kind = named.field.kind if named is not None else "text"
    if kind == "bool":
        return {"true": True, "on": True, "false": False, "off": False}.get(text.lower(), text)
    if kind in ("int", "float"):
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            return text
        whole = kind == "int" and number.is_integer()
        return int(number) if whole else number
    return text


@dataclass
class DraftStep:
    """A step."""

    title: str = field(default_factory=lambda: tr(FIRST_STEP))
    text: str = ""
    panel: str = ""
    checks: list[DraftCheck] = field(default_factory=list)

    @classmethod
    def of(cls, step: Step) -> DraftStep:
        """One that is in a lesson."""
        checks = [DraftCheck.of(check) for check in step.checks]
        return cls(step.title, step.text, step.panel, checks)

    def copy(self) -> DraftStep:
        """The same once more."""
        return dataclasses.replace(
            self, checks=[DraftCheck(c.kind, dict(c.arguments)) for c in self.checks]
        )

    def to_dict(self) -> dict[str, Any]:
        """As a lesson file has it."""
        return {
            "title": self.title,
            "text": self.text,
            "panel": self.panel,
            "checks": [check.to_dict() for check in self.checks],
        }


@dataclass
class Draft:
    """See the module docstring.

    Attributes:
        spec: The experiment; written as a preset's name where it is one.
        hidden_settings: Full names.
    """

    spec: ExperimentSpec
    title: str = ""
    about: str = ""
    steps: list[DraftStep] = field(default_factory=lambda: [DraftStep()])
    hidden_panels: set[str] = field(default_factory=set)
    hidden_settings: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, lesson: Lesson) -> Draft:
        """Of a lesson there is."""
        return cls(
            lesson.experiment,
            lesson.title,
            lesson.about,
            [DraftStep.of(step) for step in lesson.steps],
            set(lesson.hidden_panels),
            set(lesson.hidden_settings),
        )

    @classmethod
    def of_present(
        cls, spec: ExperimentSpec, hidden_panels: Iterable[str], hidden_settings: Iterable[str]
    ) -> Draft:
        """What the window shows, with one step to begin with."""
        return cls(
            spec,
            spec.name if spec.name != UNTITLED else "",
            spec.description,
            [DraftStep(checks=[DraftCheck.new("epochs")])],
            set(hidden_panels),
            set(hidden_settings),
        )

    def copy(self) -> Draft:
        """The same once more, to be kept while this one is changed."""
        return dataclasses.replace(
            self,
            steps=[step.copy() for step in self.steps],
            hidden_panels=set(self.hidden_panels),
            hidden_settings=set(self.hidden_settings),
        )

    def become(self, other: Draft) -> None:
        """Becomes equal to another one; the list of steps stays the same list."""
        made = other.copy()
        self.spec, self.title, self.about = made.spec, made.title, made.about
        self.steps[:] = made.steps
        self.hidden_panels, self.hidden_settings = made.hidden_panels, made.hidden_settings

    def make_lesson(self, panels: Collection[str]) -> Lesson:
        """The lesson.

        Raises:
            LessonError: It is none yet; says what is missing.
        """
        preset = next((name for name, spec in presets().items() if spec == self.spec), "")
        # The reader judges it, so that what is written can be read.
        made = reading.to_dict(
            Lesson(
                self.title,
                (),
                self.about,
                preset,
                None if preset else self.spec,
                tuple(name for name in panels if name in self.hidden_panels),
                tuple(name for name in SETTINGS if name in self.hidden_settings),
            )
        )
        made["steps"] = [step.to_dict() for step in self.steps]
        return reading.from_dict(made, panels)
