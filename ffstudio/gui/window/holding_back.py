"""Whether views hold back while a run trains, and how that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.commands.command import MenuChoice
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.allowance import Allowance
from ffstudio.jobs.pace import LOOKING_SHARE


class HoldingBack:
    """Tells the allowance what was chosen, and remembers it."""

    def __init__(self, allowance: Allowance, settings: Settings, messages: Messages) -> None:
        self._allowance, self._settings, self._messages = allowance, settings, messages
        allowance.is_sparing = settings.do_views_hold_back

    def choices(self) -> Sequence[MenuChoice]:
        """What can be chosen."""
        texts = {
            True: (
                tr("&Hold Back"),
                tr(
                    "All views together take at most {share}% of one core: training hardly "
                    "notices that somebody looks.",
                    share=number_text(100 * self._allowance.share, digits=2),
                ),
            ),
            False: (
                tr("Follow &Often"),
                tr(
                    "Each view takes up to {share}% of one core: with many in sight a run takes "
                    "half as long again.",
                    share=number_text(100 * LOOKING_SHARE, digits=2),
                ),
            ),
        }
        return [
            MenuChoice(
                f"views_{'hold_back' if sparing else 'follow_often'}",
                text,
                tip,
                partial(self._choose, sparing),
                is_on=sparing is self._allowance.is_sparing,
            )
            for sparing, (text, tip) in texts.items()
        ]

    def _choose(self, sparing: bool) -> None:
        self._allowance.is_sparing = self._settings.do_views_hold_back = sparing
        self._messages.say(
            tr("Views hold back while a run trains")
            if sparing
            else tr("Views follow often while a run trains")
        )
