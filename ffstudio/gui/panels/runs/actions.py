"""What can be done with the runs that are chosen, and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QDesktopServices,
    QGuiApplication,
    QIcon,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.panels.runs.columns import COLOURS, say_colour
from ffstudio.gui.panels.runs.table_view import RunsTable
from ffstudio.jobs.library import DAMAGED, KeptRun
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

_NOTHING_CHOSEN = "Choose a run in the table first."
_ONE_AT_A_TIME = "Choose a single run."
WhyNot = Callable[[Sequence[KeptRun]], str]


class RunActions(QObject):
    """The actions, one declaration each; menu, keys and buttons are these.

    Signals:
        open_wanted(path): A run shall be opened.
        note_wanted(), tags_wanted(): The user wants to write about the run.
    """

    open_wanted = Signal(object)
    note_wanted = Signal()
    tags_wanted = Signal()

    def __init__(self, studio: Studio, table: RunsTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._studio, self._library, self._table = studio, studio.library, table
        self._all: list[tuple[QAction, str, WhyNot]] = []
        library = self._library
        self.open = self._add(
            "open",
            tr("Open"),
            tr("Show its nets and curves; Continue goes on from there."),
            lambda runs: self.open_wanted.emit(runs[0].path),
            self._one(library.why_not_open),
            ("Return", "Enter"),
        )
        self.use = self._add(
            "use",
            tr("Use These Settings"),
            tr("Bring the run's settings into the builder; undo takes them back."),
            lambda runs: library.use_settings(runs[0]),
            self._one(library.why_not_use),
        )
        self.compare = self._add(
            "compare",
            tr("Compare"),
            tr("Lay the runs' curves over each other, and show what differs; again: no more."),
            self._toggle_compared,
            _each(_why_not_describe),
            ("Ctrl+M",),
        )
        self.duplicate = self._add(
            "duplicate",
            tr("Duplicate Settings"),
            tr(
                "Bring the run's settings into the builder as an experiment with a name of its own."
            ),
            lambda runs: library.use_settings(runs[0], as_copy=True),
            self._one(library.why_not_use),
        )
        self.rename = self._add(
            "rename",
            tr("Rename"),
            tr("Give the run a name of its own."),
            lambda runs: table.rename(runs[0].path),
            self._one(_why_not_describe),
            ("F2",),
        )
        self.star = self._add(
            "star",
            tr("Star"),
            tr("Runs with a star are never thinned, and quickly found."),
            self._toggle_star,
            _each(_why_not_describe),
            ("Ctrl+D",),
        )
        self.tags = self._add(
            "tags",
            tr("Tags…"),
            tr("Write words for the run, to find it by."),
            lambda runs: self.tags_wanted.emit(),
            self._one(_why_not_describe),
        )
        self.note = self._add(
            "note",
            tr("Note…"),
            tr("Write a note about the run."),
            lambda runs: self.note_wanted.emit(),
            self._one(_why_not_describe),
        )
        self.reveal = self._add(
            "reveal",
            tr("Reveal in File Manager"),
            tr("Show the run's folder."),
            lambda runs: self._reveal(runs[0].path),
            self._one(lambda run: ""),
        )
        self.copy_path = self._add(
            "copy_path",
            tr("Copy Path"),
            tr("Put the folders' paths on the clipboard."),
            lambda runs: QGuiApplication.clipboard().setText("\n".join(str(r.path) for r in runs)),
            _each(lambda run: ""),
            ("Ctrl+C",),
        )
        self.delete = self._add(
            "delete",
            tr("Delete"),
            tr("Delete the runs; it can be undone until ffstudio is started again."),
            library.delete,
            _each(library.why_not_delete),
            ("Delete",),
        )
        self.colours = QMenu(tr("Colour"), parent)
        self.colours.setObjectName("runs_colour_menu")
        for name, colour in {"No Colour": "", **COLOURS}.items():
            action = self.colours.addAction(say_colour(colour))
            action.setObjectName(f"runs_colour_{name.lower().replace(' ', '_')}_action")
            action.setIcon(_swatch(colour))
            action.triggered.connect(lambda checked=False, colour=colour: self._colour(colour))
        self.refresh()

    def __iter__(self) -> Iterator[QAction]:
        return (action for action, _, _ in self._all)

    def fill(self, menu: QMenu) -> None:
        """Puts everything into a menu."""
        menu.setToolTipsVisible(True)
        menu.addActions([self.open, self.compare, self.use, self.duplicate])
        menu.addSeparator()
        menu.addActions([self.rename, self.star])
        menu.addMenu(self.colours)
        menu.addActions([self.tags, self.note])
        menu.addSeparator()
        menu.addActions([self.reveal, self.copy_path])
        menu.addSeparator()
        menu.addAction(self.delete)

    def refresh(self) -> None:
        """Greys what cannot be done now, with the reason as its tip."""
        runs = self._table.list_chosen()
        for action, tip, why_not in self._all:
            reason = why_not(runs)
            action.setEnabled(not reason)
            action.setToolTip(reason or tip)
        self.colours.setEnabled(bool(runs) and not any(map(_why_not_describe, runs)))
        has_star = bool(runs) and all(run.star for run in runs)
        is_compared = bool(runs) and all(
            self._studio.comparison.is_ticked(run.path) for run in runs
        )
        self.compare.setText(tr("Compare No More") if is_compared else tr("Compare"))
        self.star.setText(tr("Take the Star Away") if has_star else tr("Star"))

    def _add(
        self,
        name: str,
        text: str,
        tip: str,
        run: Callable[[list[KeptRun]], object],
        why_not: WhyNot,
        keys: Sequence[str] = (),
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"run_{name}_action")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

        def go() -> None:
            # What is chosen may have changed since it was greyed last.
            runs = self._table.list_chosen()
            if reason := why_not(runs):
                self._studio.message.emit(reason)
            else:
                run(runs)

        action.triggered.connect(go)
        self._table.addAction(action)
        self._all.append((action, tip, why_not))
        return action

    @staticmethod
    def _one(why_not: Callable[[KeptRun], str]) -> WhyNot:
        def reason(runs: Sequence[KeptRun]) -> str:
            if len(runs) != 1:
                return tr(_ONE_AT_A_TIME) if runs else tr(_NOTHING_CHOSEN)
            return why_not(runs[0])

        return reason

    # --- what is done -----------------------------------------------------------------

    def _toggle_compared(self, runs: Sequence[KeptRun]) -> None:
        compared = self._studio.comparison
        on = not all(compared.is_ticked(run.path) for run in runs)
        compared.tick([run.path for run in runs], on=on)

    def _toggle_star(self, runs: Sequence[KeptRun]) -> None:
        on = not all(run.star for run in runs)
        self._library.describe([run.path for run in runs], star=on)

    def _colour(self, colour: str) -> None:
        paths = [run.path for run in self._table.list_chosen() if run.state != DAMAGED]
        self._library.describe(paths, colour=colour)

    def _reveal(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = tr("No file manager answered. The run is in {path}.", path=path)
            self._studio.error_raised.emit(UserError(tr("The folder was not shown"), text))


def _each(why_not: Callable[[KeptRun], str]) -> WhyNot:
    """Of several runs, the first reason there is."""

    def reason(runs: Sequence[KeptRun]) -> str:
        if not runs:
            return tr(_NOTHING_CHOSEN)
        return next(filter(None, map(why_not, runs)), "")

    return reason


def _why_not_describe(run: KeptRun) -> str:
    return run.problem if run.state == DAMAGED else ""


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(14, 14)
    picture.fill(QColor(colour) if colour else Qt.GlobalColor.transparent)
    return QIcon(picture)
