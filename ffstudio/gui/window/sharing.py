"""Handing an experiment on, and repeating a run: codes, Keras scripts, re-runs."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ffstudio import __version__
from ffstudio.core.errors import FfstudioError, SpecError
from ffstudio.core.experiment.codes import is_code, read_code, write_code
from ffstudio.core.experiment.keras_script import script_obstacles
from ffstudio.core.experiment.reading import flatten, to_dict
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.numbers import number_text
from ffstudio.core.run.agreement import compare_curves
from ffstudio.core.run.changes import apply_change, mark_of
from ffstudio.core.run.events import SettingChanged
from ffstudio.core.run.history import History
from ffstudio.core.run.reported import ReportedRun, caption_of
from ffstudio.core.run.status import RunEnd
from ffstudio.core.words import tr
from ffstudio.gui.commands.command import Command
from ffstudio.gui.dialogs import questions
from ffstudio.gui.figures.caption import caption_figure
from ffstudio.gui.figures.figure import Figure, is_blank
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.file_actions import file_stem
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.sharing import Beginning, ScriptWriter, read_beginning
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

SCRIPT_FILTER = "Python script (*.py)"
# So many changes are named one by one.
_TOLD_CHANGES = 5
REPORT_FILTER = "HTML (*.html);;PDF (*.pdf)"


class Sharing(QObject):
    """What the commands for handing on and repeating do.

    Args:
        window: Parent of the dialogs.
    """

    def __init__(
        self,
        studio: Studio,
        settings: Settings,
        messages: Messages,
        docks: Docks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._docks = docks
        self._studio, self._settings = studio, settings
        self._messages, self._window = messages, window
        self._before: History | None = None
        self._beginning = Beginning()
        self._again: ExperimentSpec | None = None
        self._scripts = ScriptWriter(self)
        self._scripts.written.connect(self._note_written)
        self._scripts.failed.connect(messages.fail)
        studio.run_finished.connect(self._compare)

    # --- codes ------------------------------------------------------------------------

    def copy_code(self) -> None:
        """Puts the code of the builder's experiment on the clipboard."""
        code = write_code(self._studio.spec)
        QGuiApplication.clipboard().setText(code)
        name = self._studio.spec.title
        self._messages.say(
            tr(
                "Copied the code of “{name}”: {code} characters to paste.",
                name=name,
                code=len(code),
            )
        )

    def paste_code(self) -> None:
        """Loads the experiment whose code is on the clipboard, undoably, after a question."""
        text = QGuiApplication.clipboard().text()
        if not is_code(text):
            self._messages.say(tr("There is no experiment code on the clipboard to paste."))
            return
        try:
            spec = read_code(text)
        except SpecError as error:
            self._messages.fail(UserError(tr("The code was not used"), str(error)))
            return
        if spec == self._studio.spec:
            self._messages.say(tr("The builder holds this experiment already."))
        elif questions.PasteExperimentDialog.ask(self._window, spec):
            self._studio.edits.edit(spec, tr("Paste Experiment"))
            self._messages.say(
                tr("Loaded “{spec_name}”. Undo brings back what was there.", spec_name=spec.title)
            )

    # --- scripts ----------------------------------------------------------------------

    def why_no_script(self) -> str:
        """Why the builder's experiment cannot be written as a script; empty when it can."""
        if why := self._studio.why_not_handed_on():
            return why
        obstacles = script_obstacles(self._studio.spec)
        return obstacles[0] if obstacles else ""

    def export_script(self) -> None:
        """Asks for a file and writes the builder's experiment as a Keras script."""
        suggested = self._settings.folder("export") / f"{file_stem(self._studio.spec.title)}.py"
        path = questions.SaveDialog.ask(
            self._window, tr("Export Keras Script"), suggested, tr(SCRIPT_FILTER)
        )
        if path is not None:
            self._settings.set_folder("export", path)
            self._scripts.write(self._studio.spec, path)

    @Slot(object)
    def _note_written(self, paths: Sequence[Path]) -> None:
        names = tr(" and ").join(path.name for path in paths)
        self._messages.say(tr("Wrote {names} to {parent}", names=names, parent=paths[0].parent))

    # --- reports ----------------------------------------------------------------------

    def why_no_report(self) -> str:
        """Why there is nothing to report; empty when there is."""
        if self._studio.trained_spec is None or not self._studio.history:
            return tr("There is no run yet to report on. Train one or open a model first.")
        return ""

    def export_report(self) -> None:
        """Asks for a file and writes a report of the run shown."""
        from ffstudio.gui.reports.report import choose_figures, write_pictures

        spec = self._studio.trained_spec
        if spec is None:
            return
        suggested = self._settings.folder("export") / f"{file_stem(spec.title)}-report.html"
        path = questions.SaveDialog.ask(
            self._window, tr("Export Report"), suggested, tr(REPORT_FILTER)
        )
        if path is None:
            return
        self._settings.set_folder("export", path)
        run, newest = self._describe_run(spec), self._studio.newest
        of_run = None
        if self._studio.past is not None and newest.snapshot is not None:
            of_run = caption_of(spec.title, newest.snapshot.epoch, spec.seed)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            pictures: list[tuple[str, Sequence[Figure]]] = []
            for entry, figures in self._docks.figures_by_panel():
                drawn = [figure for figure in figures if not is_blank(figure)]
                chosen = [
                    caption_figure(figure, run.caption, of_run)
                    for figure in choose_figures(entry.name, drawn)
                ]
                if chosen:
                    pictures.append((entry.title, chosen))
            write_pictures([run], pictures, path)
        except FfstudioError as error:
            self._messages.fail(UserError(tr("The report was not written"), str(error)))
        else:
            self._messages.say(tr("Wrote {path}", path=path))
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _describe_run(self, spec: ExperimentSpec) -> ReportedRun:
        studio = self._studio
        snapshot, finished, kept = studio.snapshot, studio.shown.finished, studio.shown.kept
        facts = {tr("Data"): DATASETS[spec.data.name].label, "ffstudio": __version__}
        if studio.net_name is not None:
            facts[tr("Nets")] = studio.net_name.spoken
        return ReportedRun(
            spec.title if kept is None else kept.name,
            spec.title,
            spec,
            flatten(to_dict(spec)),
            studio.history,
            facts,
            {} if finished is None else finished.test_accuracy,
            snapshot=snapshot,
            epoch=0.0 if snapshot is None else snapshot.epoch,
        )

    # --- again ------------------------------------------------------------------------

    def why_not_again(self) -> str:
        """Why the run shown cannot be trained again; empty when it can."""
        studio = self._studio
        if studio.trained_spec is None or not studio.history:
            return tr("There is no run yet whose curves could be repeated.")
        if studio.shown.stranger is not None or studio.trained_spec.network is not None:
            return tr("These nets come from elsewhere: how they began is not known.")
        return "" if studio.waits_for_images else studio.why_not_train()

    def train_again(self) -> None:
        """Trains the experiment of the nets shown once more, and compares the curves.

        What was changed while they trained is changed at the same steps, if their folder knows it.
        """
        studio = self._studio
        before, beginning = studio.history.copy(), read_beginning(studio.shown.kept)
        begun, made = beginning.spec, studio.trained_spec
        if beginning.changes and begun is not None and made and not beginning.has_gone_on:
            start = made.replace(ff=begun.ff, bp=begun.bp, layers=begun.layers)
            studio.edits.edit(start, tr("Take the Nets' Experiment"))
            self._messages.say(
                tr(
                    "What was changed while that run trained is changed again: {changes}",
                    changes=_list_changes(beginning.changes),
                )
            )
        else:
            studio.edits.take_shown()
            beginning = dataclasses.replace(beginning, changes=())
        studio.runs.train(repeats=beginning.changes)  # as soon as the images of this run are there
        if studio.status.is_active or studio.waits_for_images:
            self._before, self._beginning, self._again = before, beginning, studio.spec

    @Slot(object)
    def _compare(self, event: Any) -> None:
        before, self._before = self._before, None
        if before is None or event.end is RunEnd.CANCELLED:
            return
        again, now = self._again, self._studio.trained_spec
        if again is None or now is None or (again.data, again.seed) != (now.data, now.seed):
            return  # its images never came, and others were trained on
        spec = self._studio.spec
        if spec == again:
            # The builder holds what the nets were left with, as after changes by hand; a run that
            # was stopped may not have come to all of them.
            for mark in self._studio.history.marks if self._beginning.changes else ():
                if mark.value is not None:
                    spec = apply_change(
                        spec, mark.algorithm, mark.layer or 0, mark.name, mark.value
                    )
            self._studio.edits.edit(spec)
        agreement = compare_curves(before, self._studio.history)
        title = tr("The same again") if agreement.is_equal else tr("Not the same again")
        level = "info" if agreement.is_equal else "warning"
        text = agreement.text
        if not agreement.is_equal:
            text = f"{text} {self._say_why_not(before)}".rstrip()
        self._messages.notify(title, text, level=level, lasts_ms=0)

    def _say_why_not(self, before: History) -> str:
        """What is known of why a run does not come out the same; empty for nothing."""
        if self._beginning.has_gone_on:
            return tr(
                "That run went on from nets that had learnt before; here it began with new ones."
            )
        if before.marks and not self._beginning.changes:
            return tr(
                "Settings were changed while that run trained, and no folder is left that says at "
                "which step."
            )
        return ""


def _list_changes(changes: Sequence[SettingChanged]) -> str:
    told = [
        tr("{change} in step {step}", change=mark_of(c).said, step=number_text(c.step))
        for c in changes[:_TOLD_CHANGES]
    ]
    more = len(changes) - _TOLD_CHANGES
    if more > 0:
        told.append(tr("{count} more", count=number_text(more)))
    return ", ".join(told)


def code_commands(why_not_load: Any) -> tuple[Command[Any], ...]:
    """For the Edit menu.

    Args:
        why_not_load: Why no other experiment can be loaded now.
    """
    return (
        Command(
            "copy_code",
            tr("&Copy Experiment Code"),
            tr("Put a short text on the clipboard that holds all settings of the experiment."),
            lambda parts: parts.sharing.copy_code(),
            lambda parts: parts.studio.why_not_handed_on(),
            ("Ctrl+Shift+C",),
        ),
        Command(
            "paste_code",
            tr("&Paste Experiment Code"),
            tr("Load the experiment whose code is on the clipboard."),
            lambda parts: parts.sharing.paste_code(),
            why_not_load,
            ("Ctrl+V",),
        ),
    )


def export_commands() -> tuple[Command[Any], ...]:
    """For the File menu."""
    return (
        Command(
            "export",
            "&Export…",
            tr("Write a plot or table as PNG, SVG, PDF or CSV, or all curves as CSV or JSON."),
            lambda parts: parts.export(),
            keys=("Ctrl+E",),
            icon="export",
        ),
        Command(
            "export_animation",
            tr("Export &Animation…"),
            tr(
                "Write a view through the run's kept epochs as GIF or MP4, on the same axes throughout."
            ),
            lambda parts: parts.animate(),
            lambda parts: parts.studio.moments.why_none(),
        ),
        Command(
            "export_report",
            tr("Export &Report…"),
            tr(
                "Write the run shown as one file, HTML or PDF: settings, curves, goodness, confusion."
            ),
            lambda parts: parts.sharing.export_report(),
            lambda parts: parts.sharing.why_no_report(),
        ),
        Command(
            "export_script",
            tr("Export &Keras Script…"),
            tr(
                "Write the experiment as a Python script that repeats its numbers without ffstudio."
            ),
            lambda parts: parts.sharing.export_script(),
            lambda parts: parts.sharing.why_no_script(),
        ),
    )


def rerun_command() -> Command[Any]:
    """For the Run menu."""
    return Command(
        "rerun",
        tr("Re-run with the Same Seed"),
        tr(
            "Train the experiment of the nets shown again, and say whether the curves agree bit for "
            "bit."
        ),
        lambda parts: parts.sharing.train_again(),
        lambda parts: parts.sharing.why_not_again(),
    )
