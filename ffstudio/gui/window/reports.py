"""What is told about a run: how it ended, and when a loss goes out of hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ffstudio.core.run.events import Diverged, RunFinished, RunStarted
from ffstudio.core.run.results import accuracy_words, say_tested_on
from ffstudio.core.run.status import RunEnd
from ffstudio.core.words import tr
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.studio import Studio

if TYPE_CHECKING:
    from ffstudio.gui.system.notifications import Toast


class Reports(QObject):
    """Follows the studio's runs.

    Args:
        bring_up: Shows the panel of that name.
    """

    def __init__(
        self, studio: Studio, messages: Messages, bring_up: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._messages, self._bring_up = messages, bring_up
        self._studio = studio
        self._stand_in: Toast | None = None
        studio.run_started.connect(self._tell_start)
        studio.run_finished.connect(self._tell_end)
        studio.diverged.connect(self._tell_divergence)
        studio.missing_data.stood_in.connect(self._tell_stand_in)
        studio.missing_data.changed.connect(self._follow_stand_in)

    @Slot()
    def _tell_stand_in(self) -> None:
        wanted = self._studio.missing_data.wanted
        if wanted is not None:
            self._stand_in = self._messages.notify(
                tr("Ready to train on the bundled digits"),
                tr(
                    "{why} Nothing is downloaded unless you ask for it.",
                    why=self._studio.missing_data.why(),
                ),
                action=(
                    tr("Download {wanted_label}", wanted_label=wanted.label),
                    self._studio.missing_data.start_download,
                ),
                lasts_ms=20000,
            )

    @Slot()
    def _follow_stand_in(self) -> None:
        """Other images are chosen or fetched: the card would contradict the window."""
        missing = self._studio.missing_data
        if self._stand_in is not None and (
            not missing.is_stand_in or missing.download_under_way is not None
        ):
            self._messages.withdraw(self._stand_in)
            self._stand_in = None

    @Slot(object)
    def _tell_start(self, event: RunStarted) -> None:
        if self._studio.shown.has_learnt_held_back:
            self._messages.notify(
                tr("Validation flatters these nets"),
                tr(
                    "Before they went on they had learnt from images that are now held back: the "
                    "validation accuracy is too good. The test images are new to them."
                ),
                level="warning",
                lasts_ms=0,
            )

    @Slot(object)
    def _tell_end(self, event: RunFinished) -> None:
        if event.end is RunEnd.FAILED:
            return
        right = accuracy_words(event.test_accuracy)
        result = (
            tr(
                " Right of {tested_on}: {right}.",
                tested_on=say_tested_on(event.tested_on),
                right=right,
            )
            if right
            else ""
        )
        self._messages.say(
            tr("Training {end_value}.{result}", end_value=event.end.value, result=result)
        )

    @Slot(object)
    def _tell_divergence(self, event: Diverged) -> None:
        who = (
            tr("The backprop net")
            if event.layer is None
            else tr("Layer {layer}", layer=event.layer + 1)
        )
        self._messages.notify(
            tr("{who} diverged", who=who),
            tr("{message} Training is paused with the last good weights.", message=event.message),
            level="warning",
            action=(tr("Show Curves"), lambda: self._bring_up("curves")),
            lasts_ms=0,
        )
