"""Questions the window asks; each has an ``ask`` that returns the answer."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, SignalInstance, qVersion
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio import __version__
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.summary import describe
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.run.status import RunStatus
from ffstudio.core.run.training_device import TrainingDevice
from ffstudio.core.words import say_all, tr
from ffstudio.gui.dialogs.file_filters import open_filter
from ffstudio.gui.forms.first_size import room_for
from ffstudio.gui.style.icons import app_icon

# No button of a message box gives this.
_TAKEN_BACK = -1


class Leave(Enum):
    """What to do with a run or a model that would be lost."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"
    MOOT = "moot"  # nothing would be lost any more in the way that was asked about


def _question(
    parent: QWidget,
    name: str,
    text: str,
    more: str,
    choices: tuple[tuple[str, Leave], ...],
    default: Leave,
    status_changed: SignalInstance | None = None,
) -> Leave:
    """Asks; Esc stays, and Enter takes the default, which loses and stops nothing.

    Args:
        status_changed: A run's; once it is active no more, the answer is MOOT.
    """
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setWindowTitle("ffstudio")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(text)
    box.setInformativeText(more)
    roles = {
        Leave.SAVE: QMessageBox.ButtonRole.AcceptRole,
        Leave.DISCARD: QMessageBox.ButtonRole.DestructiveRole,
        Leave.STAY: QMessageBox.ButtonRole.RejectRole,
    }
    buttons: dict[Leave, QPushButton] = {}
    for label, answer in choices:
        button = box.addButton(label, roles[answer])
        button.setObjectName(f"{answer.value}_button")
        button.setAccessibleName(label)
        buttons[answer] = button
    box.setDefaultButton(buttons[default])
    box.setEscapeButton(buttons[Leave.STAY])
    words = box.findChild(QLabel, "qt_msgbox_informativelabel")
    if words is not None:  # lines one reads, below a short question, too
        words.setMinimumWidth(38 * box.fontMetrics().averageCharWidth())

    def follow(status: RunStatus) -> None:
        if not status.is_active:
            box.done(_TAKEN_BACK)

    if status_changed is not None:
        status_changed.connect(follow)
    result = box.exec()
    if status_changed is not None:
        status_changed.disconnect(follow)
    if result == _TAKEN_BACK:
        return Leave.MOOT
    clicked = box.clickedButton()
    return next((a for a, b in buttons.items() if b is clicked), Leave.STAY)


class CloseWhileTrainingDialog:
    """Asked when the window is closed while a run is active."""

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        is_kept: bool = False,
        beside: Sequence[str] = (),
        status_changed: SignalInstance | None = None,
    ) -> Leave:
        """The answer; closing the question means to stay.

        Args:
            is_kept: Whether the run is in a folder and comes back with the next start.
            beside: Sentences on what else comes to an end.
            status_changed: Of the run: when it ends, the question closes, MOOT.
        """
        question = tr("Stop and save it, discard what it learnt in this run, or keep training?")
        if is_kept:
            question = tr(
                "Stop and save it, close now, or keep training? What it has learnt up to its last "
                "whole epoch is kept and offered when ffstudio starts again."
            )
        return _question(
            parent,
            "close_while_training_dialog",
            tr("A network is being trained."),
            "\n\n".join((question, *beside)),
            (
                (tr("Stop and Save…"), Leave.SAVE),
                (tr("Close Now") if is_kept else tr("Discard and Close"), Leave.DISCARD),
                (tr("Keep Training"), Leave.STAY),
            ),
            Leave.STAY,
            status_changed,
        )


class UnsavedModelDialog:
    """Asked when a trained model that is in no file would give way to others."""

    @classmethod
    def ask(
        cls, parent: QWidget, name: str, is_kept: bool = False, beside: Sequence[str] = ()
    ) -> Leave:
        """The answer for the model ``name``; closing the question means to stay.

        Args:
            is_kept: Its run is kept on disk, so that nothing is lost.
            beside: Sentences on what else comes to an end.
        """
        question = (
            tr(
                "It is in no model file, but nothing is lost: its run is kept, and the panel Runs "
                "opens it again with its weights and curves."
            )
            if is_kept
            else tr("Its weights and curves are lost if you do not save it.")
        )
        return _question(
            parent,
            "unsaved_model_dialog",
            tr("The trained model “{name}” has not been saved.", name=name),
            "\n\n".join((question, *beside)),
            (
                (tr("Save…"), Leave.SAVE),
                (tr("Don't Save") if is_kept else tr("Discard"), Leave.DISCARD),
                (tr("Cancel"), Leave.STAY),
            ),
            Leave.SAVE,
        )


class ChangedFileDialog:
    """Asked before a file is replaced that another program has written to meanwhile."""

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> Leave:
        """SAVE for another file, DISCARD for replacing what is in ``name`` now; else neither."""
        return _question(
            parent,
            "changed_file_dialog",
            tr("“{name}” has changed since it was opened or saved here.", name=name),
            tr(
                "Another window or program has written to it. Save these nets to another file, or "
                "replace what it holds now?"
            ),
            (
                (tr("Save As…"), Leave.SAVE),
                (tr("Replace"), Leave.DISCARD),
                (tr("Cancel"), Leave.STAY),
            ),
            Leave.SAVE,
        )


class CloseWhileBusyDialog:
    """Asked when the window is closed while something beside runs is under way."""

    @classmethod
    def ask(cls, parent: QWidget, beside: Sequence[str]) -> bool:
        """True when the window may close; closing the question means to stay.

        Args:
            beside: Sentences on what comes to an end.
        """
        answer = _question(
            parent,
            "close_while_busy_dialog",
            tr("Close ffstudio now?"),
            "\n\n".join(beside),
            ((tr("Close Now"), Leave.DISCARD), (tr("Stay"), Leave.STAY)),
            Leave.STAY,
        )
        return answer is Leave.DISCARD


class PasteExperimentDialog:
    """Asked before an experiment out of a code takes the place of the builder's."""

    @classmethod
    def ask(cls, parent: QWidget, spec: ExperimentSpec) -> bool:
        """True when it shall be loaded; closing the question means not to."""
        box = QMessageBox(parent)
        box.setObjectName("paste_experiment_dialog")
        box.setWindowTitle("ffstudio")
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Load the experiment “{spec_name}”?", spec_name=spec.title))
        lines = describe(spec)
        lines.append(
            tr("It takes the place of the experiment in the builder; undo brings that back.")
        )
        box.setInformativeText("\n".join(lines))
        load = box.addButton(tr("Load"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        for button in (load, cancel):
            button.setObjectName(f"{button.text().lower()}_button")
            button.setAccessibleName(button.text())
        box.setDefaultButton(load)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is load


class BeginAnewDialog:
    """Asked before a layer forgets what it has learnt."""

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> bool:
        """True when the layer ``name`` shall begin anew; closing the question means not to."""
        return (
            _question(
                parent,
                "begin_anew_dialog",
                tr("Begin {name} anew?", name=name),
                tr(
                    "It gets new weights and forgets what it has learnt; all other layers stay as "
                    "they are. This cannot be undone, but kept epochs stay in the time machine."
                ),
                (
                    (tr("Begin Anew"), Leave.DISCARD),
                    (tr("Cancel"), Leave.STAY),
                ),
                Leave.STAY,
            )
            is Leave.DISCARD
        )


class OpenDialog:
    """Which file to open."""

    @classmethod
    def ask(cls, parent: QWidget, folder: Path) -> Path | None:
        """The file chosen, starting in ``folder``; None when cancelled."""
        name, _ = QFileDialog.getOpenFileName(parent, tr("Open"), str(folder), open_filter())
        return Path(name) if name else None


class CurvesDialog:
    """Which files of curves."""

    @classmethod
    def ask(cls, parent: QWidget, folder: Path) -> list[Path]:
        """The files chosen, starting in ``folder``; none when cancelled."""
        filters = tr("Curves (*.csv *.json *.tfevents.*);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(parent, tr("Add Curves"), str(folder), filters)
        return [Path(name) for name in names]


class FolderDialog:
    """Which folder."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, folder: Path) -> Path | None:
        """The folder chosen, starting in ``folder``; None when cancelled."""
        name = QFileDialog.getExistingDirectory(parent, title, str(folder))
        return Path(name) if name else None


class SaveDialog:
    """Where to save; adds the suffix that was chosen when none was typed."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, suggested: Path, filters: str) -> Path | None:
        """The path chosen, starting with the one suggested; None when cancelled."""
        name, chosen = QFileDialog.getSaveFileName(parent, title, str(suggested), filters)
        if not name:
            return None
        path = Path(name)
        if not path.suffix:
            suffix = chosen[chosen.rfind("*.") + 1 :].rstrip(")") if "*." in chosen else ""
            path = path.with_name(path.name + suffix)
        return path


ATTRIBUTIONS = say_all(
    (
        ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
        ("pyqtgraph", "live plots", "MIT"),
        ("numpy", "arrays of numbers", "BSD-3-Clause"),
        ("keras", "neural networks", "Apache-2.0"),
        ("tensorflow", "training nets", "Apache-2.0"),
        ("h5py", "model files", "BSD-3-Clause"),
    )
)


def package_versions() -> list[tuple[str, str, str, str]]:
    """(package, version, what for, licence) of what ffstudio stands on; imports none."""
    from importlib import metadata  # slow, and wanted for this alone

    rows = []
    for package, purpose, licence in ATTRIBUTIONS:
        version = tr("not installed")
        for name in (package, f"{package}-cpu"):
            try:
                version = metadata.version(name)
                break
            except metadata.PackageNotFoundError:
                continue
        rows.append((package, version, purpose, licence))
    return rows


def data_credits() -> str:
    """Who made the data sets, and their licences."""
    return " ".join(f"{known.label}: {known.credit}" for known in DATASETS.values() if known.credit)


class AboutDialog(QDialog):
    """Versions, which device trains, thanks, and what happens to your data (nothing).

    Args:
        device: What the engine trains on; None while it is not loaded.
    """

    def __init__(self, parent: QWidget | None = None, device: TrainingDevice | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(tr("About ffstudio"))
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(72, 72))
        name = QLabel(tr("<h2 style='margin:0'>ffstudio {version}</h2>", version=__version__), self)
        name.setObjectName("about_version")
        text = QLabel(
            tr(
                "Watch a neural network learn without backpropagation: Geoffrey Hinton's "
                "Forward-Forward algorithm beside its backprop twin.<br><br>"
                "<b>Nothing leaves this machine.</b> ffstudio sends no data and no statistics; it "
                "goes online only when you ask it to download a data set."
            ),
            self,
        )
        text.setWordWrap(True)
        text.setMinimumWidth(420)
        table = QGridLayout()
        table.setHorizontalSpacing(18)
        table.setVerticalSpacing(3)
        rows = [*package_versions(), (tr("Python"), platform.python_version(), "", "PSF-2.0")]
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                label = QLabel(cell, self)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                if column > 0:
                    label.setProperty("muted", True)
                table.addWidget(label, row, column)
        trains_on = QLabel(
            tr("The engine is not loaded yet: which device trains is known then.")
            if device is None
            else device.text,
            self,
        )
        trains_on.setObjectName("about_device")
        trains_on.setWordWrap(True)
        thanks = QLabel(
            tr(
                "Running on Qt {qVersion}, {system} {machine}. Forward-Forward: G. Hinton, "
                "“The Forward-Forward Algorithm: Some Preliminary Investigations”, 2022. "
                "Colours: M. Okabe, K. Ito. {data_credits}",
                qVersion=qVersion(),
                system=platform.system(),
                machine=platform.machine(),
                data_credits=data_credits(),
            ),
            self,
        )
        thanks.setWordWrap(True)
        thanks.setProperty("muted", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column_layout = QVBoxLayout()
        column_layout.setSpacing(12)
        column_layout.addWidget(name)
        column_layout.addWidget(text)
        column_layout.addLayout(table)
        column_layout.addWidget(trains_on)
        column_layout.addWidget(thanks)
        column_layout.addWidget(buttons)
        grid = QGridLayout(self)
        grid.setContentsMargins(22, 20, 22, 16)
        grid.setHorizontalSpacing(20)
        grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(column_layout, 0, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Is as high as its words need in its width: to Qt they are lines of any length."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            wide = max(self.width(), layout.minimumSize().width())
            high, room = layout.totalHeightForWidth(wide), room_for(self)
            while high > room.height() and wide < room.width():
                wide = min(wide + 40, room.width())
                high = layout.totalHeightForWidth(wide)
            if self.height() < high or self.height() > room.height():
                self.resize(wide, min(high, room.height()))

    @classmethod
    def ask(cls, parent: QWidget, device: TrainingDevice | None = None) -> None:
        """Shows it until it is closed."""
        dialog = cls(parent, device)
        dialog.exec()
        dialog.deleteLater()
