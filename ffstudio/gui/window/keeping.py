"""What is kept without being asked for: runs in folders, and the experiment being edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from ffstudio.core.run.status import RunStatus
from ffstudio.core.words import tr
from ffstudio.gui.commands.command import MenuChoice
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.messages import Messages
from ffstudio.gui.window.net_line import list_some
from ffstudio.jobs.library import Deleted
from ffstudio.jobs.recovery import CutOff
from ffstudio.jobs.studio import Studio

# After the last change of the experiment.
REMEMBER_MS = 1000
# So long Undo is offered after runs were deleted.
UNDO_MS = 30_000


class Keeping(QObject):
    """Keeps runs and the experiment, and offers what was cut off.

    Args:
        may_lose_model: Asks before nets go that are in no file; see
            :meth:`~ffstudio.gui.window.file_actions.Files.may_lose_model`.
    """

    def __init__(
        self,
        studio: Studio,
        settings: Settings,
        messages: Messages,
        may_lose_model: Callable[[Callable[[], object]], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio, self._settings, self._messages = studio, settings, messages
        self._may_lose_model = may_lose_model
        studio.runs.are_kept = settings.are_runs_kept
        studio.runs.trouble.connect(self._tell_trouble)
        studio.runs.differs.connect(self._tell_other_images)
        studio.runs.unheard.connect(self._tell_unheard)
        studio.recovery.offered.connect(self._offer)
        studio.library.deleted.connect(self._tell_deleted)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REMEMBER_MS)
        self._timer.timeout.connect(self._remember)
        studio.spec_changed.connect(self._timer.start)

    def close(self) -> None:
        """Ends the waiting; what is closed in an orderly way is remembered elsewhere."""
        self._timer.stop()

    @Slot()
    def _remember(self) -> None:
        # For a process that is killed: the next one begins with it.
        self._settings.last_experiment = self._studio.lessons.own_spec
        self._settings.sync()

    # --- runs -----------------------------------------------------------------------

    def choices(self) -> Sequence[MenuChoice]:
        """Whether runs are kept."""
        texts = {
            True: (tr("&Yes"), tr("Each run is a folder, written while it trains: nothing is lost when "
                   "the program or the machine goes down. Up to 500 MB a run and 5 GB in all.")),
            False: (tr("&No"), tr("A run is lost unless its nets are saved.")),
        }  # fmt: skip
        return [
            MenuChoice(
                f"keep_runs_{'yes' if kept else 'no'}",
                text,
                tip,
                partial(self._choose, kept),
                is_on=kept is self._studio.runs.are_kept,
            )
            for kept, (text, tip) in texts.items()
        ]

    def _choose(self, kept: bool) -> None:
        self._studio.runs.are_kept = self._settings.are_runs_kept = kept
        self._messages.say(
            tr("The next run is {either}kept on disk", either="" if kept else tr("not "))
        )

    @Slot(str)
    def _tell_trouble(self, text: str) -> None:
        self._messages.notify(tr("The folder of the run"), text, level="warning", lasts_ms=0)

    @Slot(str)
    def _tell_other_images(self, text: str) -> None:
        self._messages.notify(tr("The nets go on with other images"), text, level="warning")

    @Slot(list)
    def _tell_unheard(self, settings: list[str]) -> None:
        self._messages.notify(
            tr("The nets go on as they were made"),
            tr(
                "What the builder holds otherwise does not apply to them: {settings}. Press Train "
                "for new nets by it.",
                settings=list_some(settings),
            ),
            level="warning",
        )

    @Slot(object)
    def _tell_deleted(self, runs: Deleted) -> None:
        count = len(runs.names)
        title = (
            tr("“{name}” was deleted", name=runs.names[0])
            if count == 1
            else tr("{count} runs were deleted", count=count)
        )
        self._messages.notify(
            title,
            tr("Undo brings them back until ffstudio is started again.")
            if count > 1
            else tr("Undo brings it back until ffstudio is started again."),
            action=(tr("Undo"), lambda: self._studio.library.undo_delete(runs)),
            lasts_ms=UNDO_MS,
        )

    # --- what was cut off -----------------------------------------------------------

    @Slot(object)
    def _offer(self, run: CutOff) -> None:
        self._messages.notify(
            tr("“{run_name}” was cut off", run_name=run.name),
            tr(
                "The run on {data} was under way when ffstudio ended. Epoch {epoch} of "
                "{epochs} is kept; Continue goes on from there.",
                data=run.data,
                epoch=run.epoch,
                epochs=run.epochs,
            ),
            action=(tr("Bring It Back"), lambda: self._bring_back(run)),
            lasts_ms=0,
            declined=lambda: self._studio.recovery.decline(run),
        )

    def _bring_back(self, run: CutOff) -> None:
        studio = self._studio
        if studio.status is not RunStatus.IDLE:
            # It stays cut off, and is offered when the program starts again.
            self._messages.say(
                tr("A run is active. The other one is offered again at the next start.")
            )
        elif self._may_lose_model(lambda: studio.recovery.bring_back(run)):
            studio.recovery.bring_back(run)
