"""What a lesson is: an experiment, what is hidden, and steps with checks."""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.words import speaks

# What an argument of a check may be.
Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """One thing that must hold before a step is done.

    Attributes:
        kind: A name in :data:`ffstudio.core.lessons.checks.CHECKS`.
        arguments: By name, all that the kind declares, in its order.
    """

    kind: str
    arguments: tuple[tuple[str, Value], ...] = ()

    def __getitem__(self, name: str) -> Value:
        return dict(self.arguments)[name]

    def number(self, name: str) -> float:
        """An argument that is a number."""
        value = self[name]
        return float(value) if isinstance(value, (int, float)) else float("nan")

    def text(self, name: str) -> str:
        """An argument that is one text."""
        return str(self[name])

    def texts(self, name: str) -> tuple[str, ...]:
        """An argument that is a list of texts."""
        value = self[name]
        return value if isinstance(value, tuple) else (str(value),)


@speaks("title", "text")
@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        text: Markdown.
        panel: The panel that comes to the front when the step begins; empty for none.
        checks: All must hold at once; without any, *Next* is all it takes.
    """

    title: str
    text: str = ""
    panel: str = ""
    checks: tuple[Check, ...] = ()


@speaks("title", "about")
@dataclass(frozen=True)
class Lesson:
    """See the module docstring.

    Attributes:
        about: What one learns, a sentence or two.
        preset: The preset's name, where the experiment is one.
        written: The experiment written out, where it is none.
        hidden_panels: Names in the table of panels.
        hidden_settings: Names in :data:`ffstudio.core.lessons.settings.SETTINGS`.
    """

    title: str
    steps: tuple[Step, ...]
    about: str = ""
    preset: str = ""
    written: ExperimentSpec | None = None
    hidden_panels: tuple[str, ...] = ()
    hidden_settings: tuple[str, ...] = ()

    @property
    def experiment(self) -> ExperimentSpec:
        """What the builder holds when the lesson begins."""
        return self.written if self.written is not None else preset(self.preset)
