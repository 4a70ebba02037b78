"""Other programs' curves over those that are shown: asked for, dropped, and told of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ffstudio.core.run.others_history import OthersHistory
from ffstudio.core.words import tr
from ffstudio.gui.commands.command import Command
from ffstudio.gui.dialogs import questions
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.studio import Studio


class OthersCurvesActions(QObject):
    """Asks for files of curves, and says what came of them.

    Args:
        bring_up: Shows the panel of that name.
    """

    def __init__(
        self,
        studio: Studio,
        settings: Settings,
        messages: Messages,
        links: PanelLinks,
        bring_up: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio, self._settings, self._messages = studio, settings, messages
        self._links, self._bring_up, self._window = links, bring_up, window
        links.curves_wanted.connect(self.ask)
        links.curves_dropped.connect(studio.others.add)
        studio.others.added.connect(self._tell)

    @Slot()
    def ask(self) -> None:
        """Asks for files of curves and lays them over those that are shown."""
        paths = questions.CurvesDialog.ask(self._window, self._settings.folder("curves"))
        if paths:
            self._settings.set_folder("curves", paths[0])
            self._studio.others.add(paths)

    @Slot(object, object)
    def _tell(self, path: Path, read: OthersHistory) -> None:
        self._bring_up("curves")
        self._links.curves_need_axis.emit(read.axes)
        if read.left_out:
            names = ", ".join(read.left_out)
            text = tr(
                "{name} lies over the curves; not drawn: {names}", name=path.name, names=names
            )
        else:
            text = tr("{name} lies over the curves", name=path.name)
        self._messages.say(text)


def _no_files(parts: Any) -> str:
    if parts.studio.others.is_any_there:
        return ""
    return tr("No file's curves lie over those of the run.")


def others_commands() -> tuple[Command[Any], ...]:
    """For the File menu."""
    return (
        Command(
            "add_curves",
            "Add &Curves of a File…",
            "Lay another program's curves over those shown: a Keras CSVLogger table, a history's "
            "JSON, TensorBoard's event files.",
            lambda parts: parts.others.ask(),
        ),
        Command(
            "take_curves_away",
            "Take Files' Curves Away",
            "Show the curves of no file over those of the run any more.",
            lambda parts: parts.studio.others.take_all_away(),
            _no_files,
        ),
    )
