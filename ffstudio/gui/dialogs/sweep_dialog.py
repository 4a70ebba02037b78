"""Asks what a sweep shall try: values of settings, seeds, how many runs, and by how many processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import SpecError, SweepError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.sweep_plan import (
    MOST_TRIALS,
    Sampler,
    SweepPlan,
    read_seeds,
    read_settings,
)
from ffstudio.core.experiment.sweep_values import (
    field_named,
    label_named,
    list_varied,
    suggest_values,
)
from ffstudio.core.numbers import number_text
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.first_size import open_at
from ffstudio.gui.forms.number_boxes import WholeBox
from ffstudio.gui.forms.setting_form import field_tip
from ffstudio.gui.forms.typed_edit import commit_open_texts

MOST_PROCESSES = 64
# Seeds that a sweep begins with.
_NUM_SEEDS = 3
# Runs that a search begins with.
_NUM_TRIALS = 20
_SAMPLERS = say_all(
    {
        Sampler.GRID: "All combinations",
        Sampler.RANDOM: "At random",
        Sampler.TPE: "Where it looks best (TPE)",
    }
)
# Pixels: between fields, and the small buttons beside them.
_GAP, _BUTTON = 10, 30
_NETS = say_all({"ff": "Forward-Forward", "bp": "Backprop"})


class SettingRow(QWidget):
    """One setting and the values that are tried.

    Signals:
        changed(): Other values were typed.
        dropped(): The setting shall not be varied.
    """

    changed = Signal()
    dropped = Signal()

    def __init__(self, spec: ExperimentSpec, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        what = label_named(name)
        slug = name.replace(".", "_")
        tip = "\n".join(
            (
                field_tip(field_named(name)),
                tr("Values with commas between, or a range: 0.1..2, 0.1..2:5 or 1e-4..1e-1:4:log."),
            )
        )
        label = QLabel(what, self)
        label.setToolTip(f"{name}\n{tip}")
        label.setMinimumWidth(170)
        self.values = QLineEdit(suggest_values(spec, name), self)
        self.values.setObjectName(f"sweep_values_{slug}")
        self.values.setAccessibleName(tr("Values of {what}", what=what))
        self.values.setToolTip(tip)
        self.values.textChanged.connect(self.changed)
        label.setBuddy(self.values)
        drop = QToolButton(self)
        drop.setObjectName(f"sweep_drop_{slug}")
        drop.setText("×")
        drop.setAccessibleName(tr("Leave {what} as it is", what=what))
        drop.setToolTip(tr("Leave {what} as it is", what=what))
        drop.clicked.connect(lambda checked=False: self.dropped.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        drop.setFixedWidth(max(_BUTTON, drop.sizeHint().width()))
        line.addWidget(label)
        line.addWidget(self.values, 1)
        line.addWidget(drop)


class SweepDialog(QDialog):
    """See the module docstring.

    Args:
        names: The settings that are varied at first, by name.
        folder: Where the sweep is kept, if no other place is named.
        jobs: How many processes at first.
        begin: Called with folder, plan and number of processes.
        note: What else is to be known, in a sentence.
    """

    def __init__(
        self,
        spec: ExperimentSpec,
        names: list[str],
        folder: Path,
        jobs: int,
        begin: Callable[[Path, SweepPlan, int], object],
        parent: QWidget | None = None,
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_dialog")
        self.setWindowTitle(tr("New Sweep"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._spec, self._begin, self._note = spec, begin, note
        self._rows: list[SettingRow] = []
        self._plan: SweepPlan | None = None
        self._build(folder, jobs)
        for name in names:
            self._add(name)
        self._offer_settings()
        self._look()
        open_at(self, 620, self.sizeHint().height())
        if self._rows:
            self._rows[0].values.setFocus()
            self._rows[0].values.selectAll()

    # --- building -------------------------------------------------------------------

    def _build(self, folder: Path, jobs: int) -> None:
        about = QLabel(
            tr(
                "Trains {name} again and again with other settings and seeds, in processes of "
                "their own: the window stays free. Each run is kept.",
                name=self._spec.title,
            ),
            self,
        )
        about.setObjectName("sweep_dialog_about")
        about.setWordWrap(True)
        self._settings = QVBoxLayout()
        self._settings.setSpacing(4)
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self._settings)
        how = QLabel(
            tr(
                "List values with commas between. Ranges: 0.5..4 (at random, TPE), 0.5..4:5 (five "
                "values), 1e-4..1e-1:4:log (four in equal ratios)."
            ),
            self,
        )
        how.setObjectName("sweep_how_label")
        how.setProperty("muted", True)
        how.setWordWrap(True)
        self._more = Combo(self)
        self._more.setObjectName("sweep_add_setting")
        self._more.setAccessibleName(tr("Vary another setting"))
        self._more.setToolTip(tr("Choose a setting of the experiment to vary it too."))
        self._more.activated.connect(self._add_chosen)
        lines.addWidget(self._more)
        lines.addWidget(how)
        lines.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("sweep_settings_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        scroll.setMinimumHeight(130)

        form = QGridLayout()
        form.setHorizontalSpacing(_GAP)
        form.setColumnStretch(1, 1)
        seed = self._spec.seed
        self._seeds = QLineEdit(f"{seed}-{seed + _NUM_SEEDS - 1}", self)
        self._seeds.setToolTip(tr("Each combination is trained with each of these: 1-5 or 1,2,7."))
        self._add_field(form, self._seeds, "sweep_seeds", tr("Seeds"))
        self._sampler = Combo(self)
        for sampler, text in _SAMPLERS.items():
            self._sampler.addItem(text, sampler)
        self._sampler.setToolTip(
            tr(
                "All combinations: a grid over the values listed. At random: values out of lists "
                "and ranges. TPE: values near those that did best so far."
            )
        )
        self._sampler.currentIndexChanged.connect(self._look)
        self._add_field(form, self._sampler, "sweep_sampler", tr("Values are chosen"))
        self._trials = WholeBox(self)
        self._trials.setRange(1, MOST_TRIALS)
        self._trials.setValue(_NUM_TRIALS)
        self._trials.setToolTip(tr("How many runs a search makes; a grid makes all there are."))
        self._trials.valueChanged.connect(self._look)
        self._add_field(form, self._trials, "sweep_trials", tr("Runs"))
        self._net = Combo(self)
        trained = (("ff", self._spec.trains_ff), ("bp", self._spec.trains_bp))
        for net, is_trained in trained:
            if is_trained:
                self._net.addItem(_NETS[net], net)
        self._net.setToolTip(tr("The net whose accuracy tells which run is best."))
        self._net.currentIndexChanged.connect(self._look)
        self._add_field(form, self._net, "sweep_net", tr("Accuracy of"))
        self._jobs = WholeBox(self)
        self._jobs.setRange(1, MOST_PROCESSES)
        self._jobs.setValue(jobs)
        cores = os.cpu_count() or 1
        self._jobs.setToolTip(
            tr("How many runs train at once; they share the {cores} cores.", cores=cores)
        )
        self._jobs.valueChanged.connect(self._look)
        self._add_field(form, self._jobs, "sweep_jobs", tr("Processes"))
        self._folder = QLineEdit(str(folder), self)
        self._folder.setToolTip(
            tr(
                "Where its runs are kept. Those among your runs count in the 5 GB that all runs "
                "may take; elsewhere nothing is ever let go of."
            )
        )
        choose = QToolButton(self)
        choose.setObjectName("sweep_choose_folder")
        choose.setText("…")
        choose.setMinimumWidth(_BUTTON)
        choose.setAccessibleName(tr("Choose the sweep's folder"))
        choose.setToolTip(tr("Choose the sweep's folder"))
        choose.clicked.connect(self._choose_folder)
        self._add_field(form, self._folder, "sweep_folder", tr("Folder"))
        form.addWidget(choose, form.rowCount() - 1, 2)
        self._prunes = QCheckBox(tr("End runs early that fall behind the others"), self)
        self._prunes.setObjectName("sweep_prunes")
        self._prunes.setToolTip(
            tr("A run whose accuracy is below the median of the others after as many epochs ends.")
        )
        self._prunes.toggled.connect(self._look)
        self._count = QLabel(self)
        self._count.setObjectName("sweep_count")
        self._count.setWordWrap(True)
        self._problem = QLabel(self)
        self._problem.setObjectName("sweep_problem")
        self._problem.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self._start = buttons.addButton(tr("Begin Sweep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._start.setObjectName("begin_sweep_button")
        self._start.setAccessibleName(tr("Begin Sweep"))
        cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("cancel_sweep_button")
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(scroll, 1)
        column.addLayout(form)
        column.addWidget(self._prunes)
        column.addWidget(self._count)
        column.addWidget(self._problem)
        column.addWidget(buttons)

    def _add_field(self, form: QGridLayout, widget: QWidget, name: str, text: str) -> None:
        widget.setObjectName(name)
        widget.setAccessibleName(text)
        label = QLabel(text, self)
        label.setObjectName(f"{name}_label")
        label.setBuddy(widget)
        label.setToolTip(widget.toolTip())
        label.setMinimumWidth(170)
        row = form.rowCount()
        form.addWidget(label, row, 0)
        form.addWidget(widget, row, 1)
        if isinstance(widget, QLineEdit):
            widget.textChanged.connect(self._look)

    # --- settings -------------------------------------------------------------------

    def _add(self, name: str) -> None:
        row = SettingRow(self._spec, name, self)
        row.changed.connect(self._look)
        row.dropped.connect(lambda: self._drop(row))
        self._rows.append(row)
        self._settings.addWidget(row)

    def _drop(self, row: SettingRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._offer_settings()
        self._look()
        self._more.setFocus()

    @Slot(int)
    def _add_chosen(self, index: int) -> None:
        name = self._more.itemData(index)
        if name:
            self._add(name)
            self._offer_settings()
            self._look()
            self._rows[-1].values.setFocus()

    def _offer_settings(self) -> None:
        """The list of those that are not varied yet."""
        varied = {row.name for row in self._rows}
        self._more.clear()
        self._more.addItem(tr("Vary another setting…"), "")
        for name in list_varied(self._spec):
            if name not in varied:
                self._more.addItem(label_named(name), name)

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder of the Sweep"))
        if name:
            self._folder.setText(name)

    # --- what comes of it -----------------------------------------------------------

    @Slot()
    def _look(self, *_: object) -> None:
        """Says what will be done, or why it cannot."""
        is_grid = self._sampler.currentData() is Sampler.GRID
        self._trials.setEnabled(not is_grid)
        problem = ""
        try:
            self._plan = self._read_plan()
        except (SpecError, SweepError) as error:
            self._plan, problem = None, error.message
        if not problem and not self._folder.text().strip():
            problem = tr("A sweep needs a folder.")
        self._count.setText("" if self._plan is None else self._say_what_comes(self._plan))
        self._problem.setText(f"⚠ {problem}" if problem else "")
        self._problem.setVisible(bool(problem))
        self._start.setEnabled(not problem)
        self._start.setToolTip(problem)

    def _read_plan(self) -> SweepPlan:
        texts = [f"{row.name}={row.values.text()}" for row in self._rows]
        sampler = self._sampler.currentData()
        plan = SweepPlan(
            self._spec,
            read_settings(self._spec, texts),
            read_seeds(self._seeds.text()),
            sampler,
            0 if sampler is Sampler.GRID else self._trials.value(),
            self._prunes.isChecked(),
            self._net.currentData(),
        )
        plan.check()
        return plan

    def _say_what_comes(self, plan: SweepPlan) -> str:
        lines = [
            tr(
                "{count} runs of {epochs} epochs each, {jobs} at a time.",
                count=number_text(plan.count),
                epochs=self._spec.epochs,
                jobs=self._jobs.value(),
            ),
            *filter(None, [self._note]),
        ]
        for name, why in plan.list_idle().items():
            lines.append(tr("{what} changes nothing here: {why}", what=label_named(name), why=why))
        if (plan.prunes or plan.sampler is Sampler.TPE) and not self._spec.data.validation:
            lines.append(
                tr(
                    "The search looks at test images: the best accuracies will be too good by a "
                    "little. Hold images back for validation to search on those."
                )
            )
        return "\n".join(lines)

    @Slot()
    def _accept(self) -> None:
        commit_open_texts()
        if self._plan is not None:
            folder = Path(os.path.abspath(os.path.expanduser(self._folder.text().strip())))
            self._begin(folder, self._plan, self._jobs.value())
            self.accept()
