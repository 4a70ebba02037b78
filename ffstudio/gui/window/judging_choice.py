"""What the epochs of a run are judged on, and how that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ffstudio.core.run.judging import Judging
from ffstudio.core.words import say_all, tr
from ffstudio.gui.commands.command import MenuChoice
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.runs import Runs

_TEXTS = say_all({Judging.SAMPLE: "A &Sample of the Images", Judging.WHOLE: "&All Images"})
_TIPS = say_all(
    {
        Judging.SAMPLE: "The same images after each epoch, so many that judging takes about one "
        "twentieth of the time; the last epoch on all.",
        Judging.WHOLE: "Exact after each epoch; with many images this can take a third of the time.",
    }
)


class JudgingChoice:
    """Tells the runs what was chosen, and remembers it."""

    def __init__(self, runs: Runs, settings: Settings, messages: Messages) -> None:
        self._runs, self._settings, self._messages = runs, settings, messages
        runs.judging = settings.judging

    def choices(self) -> Sequence[MenuChoice]:
        """What can be chosen."""
        return [
            MenuChoice(
                f"judge_{judging.value}",
                _TEXTS[judging],
                _TIPS[judging],
                partial(self._choose, judging),
                is_on=judging is self._runs.judging,
            )
            for judging in Judging
        ]

    def _choose(self, judging: Judging) -> None:
        self._runs.judging = self._settings.judging = judging
        words = tr("a sample of the images") if judging is Judging.SAMPLE else tr("all images")
        self._messages.say(tr("The next run judges its epochs on {words}", words=words))
