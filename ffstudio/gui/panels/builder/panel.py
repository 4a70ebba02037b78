"""The builder: data, layers and training settings of the experiment, all undoable."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.experiment.costs import layer_costs
from ffstudio.core.experiment.idle import idle_settings
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.problems import Problem, spec_problems
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.experiment.summary import short_totals, summary
from ffstudio.core.fields import Field, fields_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.lessons.settings import list_hidden_in
from ffstudio.core.numbers import write_number
from ffstudio.core.run.status import DataState, RunStatus
from ffstudio.core.words import tr
from ffstudio.gui.dialogs.file_filters import data_filter
from ffstudio.gui.dialogs.missing_data import MissingDataRow
from ffstudio.gui.forms.grouped_form import GroupedForm
from ffstudio.gui.forms.layer_table import LayerTable
from ffstudio.gui.forms.section import Section
from ffstudio.gui.forms.setting_form import SettingForm, counts_at_once
from ffstudio.gui.panels.builder.layers_editor import LayersEditor
from ffstudio.gui.panels.builder.nets_notice import NetsNotice
from ffstudio.gui.panels.builder.network_notice import (
    HandWeightsNotice,
    NetworkNotice,
    WeightsNotice,
)
from ffstudio.gui.panels.builder.queue_button import QueueButton
from ffstudio.gui.panels.builder.setting_groups import DATA_GROUPS, FF_GROUPS
from ffstudio.gui.panels.builder.setting_menu import SettingMenu
from ffstudio.gui.panels.builder.totals import totals_text
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.studio import Studio

_MARGINS = (10, 8, 4, 8)
# A panel of fewer lines of text scrolls its totals with its settings.
_LOW_LINES = 28


def _some(cls: type, *names: str) -> dict[str, Field]:
    fields = fields_of(cls)
    return {name: fields[name] for name in names} if names else fields


class BuilderPanel(Panel):
    """Edits ``studio.spec``."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("builder_panel")
        self._forms: dict[str, SettingForm | GroupedForm] = {}
        self._menu = SettingMenu(studio, self)
        self._menu.sweep_wanted.connect(self.links.sweep_wanted)
        self._build()
        studio.spec_changed.connect(self._show_spec)
        studio.problems_changed.connect(self._show_problems)
        studio.data_changed.connect(self._show_sizes)
        studio.data_state_changed.connect(self._say_data)
        studio.status_changed.connect(self._show_status)
        studio.strangers.incomplete_changed.connect(self._show_weights)
        studio.strangers.changed.connect(self._show_again)
        studio.lessons.opened.connect(self._withhold)
        studio.lessons.left.connect(self._withhold)
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)
        self._show_spec(studio.spec)
        self._show_problems(studio.problems)
        self._show_status(studio.status)
        if studio.lessons.is_open:
            self._withhold()

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        """Which groups are folded; the experiment itself is kept by the window."""
        return {part.head.objectName(): part.head for part in self.findChildren(Section)}

    def minimumSizeHint(self) -> QSize:
        """As wide as its settings, so that nothing has to be scrolled to sideways."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wide = self._inside.minimumSizeHint().width() + bar + _MARGINS[0] + _MARGINS[2]
        return super().minimumSizeHint().expandedTo(QSize(wide, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the totals give the settings their place below them."""
        super().resizeEvent(event)
        is_low = self.height() < _LOW_LINES * self.fontMetrics().lineSpacing()
        place = self._inside if is_low else self
        column = place.layout()
        if column is not None and self._totals.parentWidget() is not place:
            column.addWidget(self._totals)
            self._totals.show()

    # --- building the panel -------------------------------------------------------------

    def _build(self) -> None:
        head = self._head()  # made first, as Tab goes through widgets as they were made
        self._hint = QLabel(
            tr(
                "Training: a learning rate or threshold takes effect at Enter, or when you leave its "
                "field, whether a layer learns at once; all other changes in the next run."
            ),
            self,
        )
        self._hint.setObjectName("builder_running_hint")
        self._hint.setWordWrap(True)
        self._hint.setProperty("muted", True)
        self._hint.hide()
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 12, 0)  # as the settings below
        beside.addWidget(NetsNotice(self._studio, self))
        scroll = self._scroll = QScrollArea(self)
        scroll.setObjectName("builder_scroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        # All is made where it stays: who changes its parent is dressed anew, with all inside.
        self._inside = QWidget(scroll.viewport())
        self._fill(self._inside)
        scroll.setWidget(self._inside)
        self._totals = QLabel(self)
        self._totals.setObjectName("builder_totals")
        self._totals.setAccessibleName(tr("Totals"))
        self._totals.setWordWrap(True)
        self._totals.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(beside)
        layout.addWidget(self._hint)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._totals)

    def _head(self) -> QHBoxLayout:
        """The experiment's name, and the presets that can take its place."""
        self._title = QLabel(self)
        self._title.setObjectName("experiment_title")
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._presets = QToolButton(self)
        self._presets.setObjectName("presets_button")
        self._presets.setAccessibleName(tr("Presets"))
        self._presets.setText(tr("Presets"))
        self._presets.setToolTip(
            tr("Experiments that come with ffstudio; applying one can be undone.")
        )
        self._presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._presets)
        menu.setObjectName("presets_menu")
        menu.setToolTipsVisible(True)
        for name, spec in presets().items():
            action = menu.addAction(name)
            action.setToolTip(tr(spec.description))
            action.triggered.connect(lambda checked=False, name=name: self.apply_preset(name))
        self._presets.setMenu(menu)
        self._queue = QueueButton(self._studio, self)
        self._queue.clicked.connect(lambda checked=False: self.links.queue_wanted.emit())
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._queue)
        row.addWidget(self._presets)
        return row

    def _fill(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 8)
        column.setSpacing(6)
        self._data_box, self._layers_box = self._data_section(), self._layer_section()
        column.addWidget(self._data_box)
        column.addWidget(self._layers_box)
        column.addWidget(self._table_section())
        self._ff_section = Section("ff", tr("Forward-Forward"), self._inside)
        ff_form = GroupedForm("ff", fields_of(ForwardForwardSpec), FF_GROUPS, self._ff_section.body)
        self._ff_section.column.addWidget(self._connect_form("ff", ff_form))
        column.addWidget(self._ff_section)
        self._bp_section = self._form_section("bp", tr("Backprop Twin"), BackpropSpec)
        column.addWidget(self._bp_section)
        run_fields = ("algorithms", "order", "batch_size", "epochs", "seed")
        self._run_box = self._form_section("run", tr("Training"), ExperimentSpec, *run_fields)
        column.addWidget(self._run_box)
        # Whatever height is left over, and the totals below it where there is little.
        column.addStretch(1)

    def _connect_form(self, name: str, form: SettingForm | GroupedForm) -> QWidget:
        form.edited.connect(lambda setting, value: self._edit(name, setting, value))
        form.fix_wanted.connect(self._fix)
        self._offer_menus(name, form)
        self._forms[name] = form
        return form

    def _offer_menus(self, part: str, form: SettingForm | GroupedForm) -> None:
        form.offer_menus()
        form.menu_wanted.connect(
            lambda name, at: self._menu.offer(form, name, self._name_fully(part, name), at)
        )

    def _name_fully(self, part: str, name: str) -> str:
        """A setting's name as experiment files have it."""
        if part == "layers":
            return f"layers.{self._layers.current_layer()}.{name}"
        return name if part == "run" else f"{part}.{name}"

    def _form_section(self, name: str, title: str, cls: type, *fields: str) -> Section:
        section = Section(name, title, self._inside)
        form = SettingForm(name, _some(cls, *fields), section.body)
        section.column.addWidget(self._connect_form(name, form))
        return section

    def _data_section(self) -> Section:
        section = Section("data", tr("Data"), self._inside)
        section.column.addWidget(
            self._connect_form(
                "data", GroupedForm("data", fields_of(DataSpec), DATA_GROUPS, section.body)
            )
        )
        self._choose = QPushButton(tr("Choose a File…"), section.body)
        self._choose.setObjectName("choose_data_file_button")
        self._choose.setAccessibleName(tr("Choose a data file"))
        self._choose.setToolTip(
            tr("A file with images and labels: NumPy, IDX, CSV, MATLAB, HDF5 or zipped pictures.")
        )
        self._choose.clicked.connect(self._choose_file)
        section.column.addWidget(self._choose)
        self._data_text = QLabel(section.body)
        self._data_text.setObjectName("builder_data_state")
        self._data_text.setProperty("muted", True)
        self._data_text.setWordWrap(True)
        section.column.addWidget(self._data_text)
        section.column.addWidget(MissingDataRow(self._studio, section.body))
        return section

    def _layer_section(self) -> Section:
        section = Section("layers", tr("Layers"), self._inside)
        self._layers = LayersEditor(self._studio, self._themes, section.body)
        self._layers.fix_wanted.connect(self._fix)
        self._offer_menus("layers", self._layers.form)
        self._network = NetworkNotice(section.body)
        self._network.new_wanted.connect(self._build_new)
        self._network.card_wanted.connect(self.links.card_wanted)
        self._network.layers_wanted.connect(self._studio.strangers.take_apart)
        self._weights = WeightsNotice(section.body)
        self._weights.use_wanted.connect(self._use_weights)
        self._weights.dropped.connect(self._studio.strangers.forget_incomplete)
        section.column.addWidget(self._weights)
        self._by_hand = HandWeightsNotice(section.body)
        self._by_hand.dropped.connect(self._drop_hand_weights)
        section.column.addWidget(self._by_hand)
        section.column.addWidget(self._layers)
        section.column.addWidget(self._network)
        self._show_weights()
        return section

    def _table_section(self) -> Section:
        section = self._table_box = Section("summary", tr("Summary"), self._inside)
        self._table = LayerTable(section.body)
        section.column.addWidget(self._table)
        section.set_open(False)
        return section

    def _show_table(self, can_be_built: bool) -> None:
        """Output shapes and parameters, as far as the experiment can be built."""
        spec, data, note = self._studio.spec, self._studio.data, ""
        if data is None:
            self._table.show_rows([], tr("There is no data set yet, so sizes are not known."))
        elif not can_be_built:
            self._table.show_rows([], tr("The layers do not fit yet; see the marked settings."))
        else:
            rows = summary(spec, data.shape)
            self._table.show_rows(rows)
            note = tr("{short_totals} parameters", short_totals=short_totals(rows))
        self._table_box.set_note(note)

    @Slot()
    def _show_again(self) -> None:
        self._show_spec(self._studio.spec)

    @Slot()
    def _show_weights(self) -> None:
        """Weights of a file that wait for the layers here."""
        waiting = self._studio.strangers.incomplete
        self._weights.setVisible(waiting is not None)
        if waiting is not None:
            path, contents = waiting
            self._weights.show_weights(path.name, contents.loose)

    @Slot()
    def _use_weights(self) -> None:
        self._weights.show_why(self._studio.strangers.complete_weights())

    @Slot()
    def _drop_hand_weights(self) -> None:
        spec = self._studio.spec.replace(weights=None)
        self._studio.edits.edit(spec, tr("Start from Random Weights"))

    @Slot()
    def _build_new(self) -> None:
        """Layers of one's own in place of the net out of a file."""
        spec = self._studio.spec
        layers = spec.layers or ExperimentSpec().layers
        self._studio.edits.edit(spec.replace(network=None, layers=layers), tr("Build a New Net"))

    # --- showing ----------------------------------------------------------------------

    @Slot(object)
    def _show_spec(self, spec: ExperimentSpec) -> None:
        self._title.setText(spec.title)
        self._title.setToolTip(tr(spec.description))
        self._layers.setVisible(spec.network is None)
        self._network.setVisible(spec.network is not None)
        self._by_hand.setVisible(spec.weights is not None and spec.trains_bp)
        if spec.weights is not None:
            self._by_hand.show_weights(spec.weights)
        # Without the other net it is nobody's twin.
        self._bp_section.set_title(tr("Backprop Twin") if spec.trains_ff else tr("Backprop"))
        self._forms["bp"].show_row("output_bias", spec.network is None)
        if spec.network is not None:
            self._network.show_network(spec.network, self._studio.strangers.current is not None)
        self._forms["data"].set_values(spec.data)
        self._forms["ff"].set_values(spec.ff)
        self._forms["bp"].set_values(spec.bp)
        self._forms["run"].set_values(spec)
        needs_file = DATASETS[spec.data.name].needs_file
        self._choose.setVisible(needs_file)
        self._forms["data"].show_row("path", needs_file)
        self._forms["data"].show_row("range", needs_file)
        self._forms["data"].show_row("colours", needs_file)
        idle = idle_settings(spec)
        self._fit_sections()
        for form in ("data", "ff"):
            self._forms[form].set_idle({n: why for (part, n), why in idle.items() if part == form})
        self._show_sizes()

    @Slot()
    @Slot(object)
    def _show_sizes(self, data: object = None) -> None:
        """Layer list, sizes and totals."""
        spec, data = self._studio.spec, self._studio.data
        costs = None
        can_be_built = spec.network is not None or (
            data is not None and not spec_problems(spec, image_shape=data.image_shape)
        )
        self._show_table(can_be_built)
        if spec.network is None and can_be_built and data is not None:
            costs = layer_costs(
                spec, data.num_inputs, data.num_classes, len(data.train), data.image_shape
            )
        self._layers.show_layers(costs, data.num_classes if data is not None else None)
        self._say_data()
        self._totals.setText(totals_text(spec, costs) if costs is not None else "")

    @Slot(object, str)
    def _say_data(self, *_: object) -> None:
        """Which images are at hand, or on their way."""
        data, (state, text) = self._studio.data, self._studio.data_state
        if data is not None and state is DataState.READY:
            text = tr(
                "{data_title}: {train} images to learn from, {validation} for validation, "
                "{test} to test",
                data_title=data.title,
                train=write_number(len(data.train), ","),
                validation=write_number(len(data.validation), ","),
                test=write_number(len(data.test), ","),
            )
        self._data_text.setText(text)
        # The row below says why there are none.
        self._data_text.setVisible(state is not DataState.MISSING)

    @Slot(object)
    def _show_problems(self, problems: list[Problem]) -> None:
        for name, where in (("data", ("data",)), ("ff", ("ff",)), ("bp", ("bp",)), ("run", ())):
            self._forms[name].set_problems(
                {str(p.path[-1]): p for p in problems if p.path[:-1] == where}
            )
        self._layers.show_problems()
        self._fit_sections()

    @Slot()
    def _withhold(self) -> None:
        """Hides what the lesson hides; outside of one, nothing."""
        lessons = self._studio.lessons
        for part, form in self._forms.items():
            form.withhold(list_hidden_in(part, lessons.hidden_settings))
        self._layers.withhold(list_hidden_in("layers", lessons.hidden_settings))
        self._presets.setHidden(lessons.is_open)  # a preset would end the lesson's experiment
        self._fit_sections()

    def _fit_sections(self) -> None:
        """A section whose settings are all hidden is not shown either."""
        spec = self._studio.spec
        for part, section in (("data", self._data_box), ("run", self._run_box)):
            section.setVisible(bool(self._forms[part].visible_names()))
        self._ff_section.setVisible(spec.trains_ff and bool(self._forms["ff"].visible_names()))
        self._bp_section.setVisible(bool(self._forms["bp"].visible_names()))
        hidden = list_hidden_in("layers", self._studio.lessons.hidden_settings)
        shows_layers = bool(self._layers.form.visible_names()) or not hidden
        self._layers_box.setVisible(shows_layers)
        self._table_box.setVisible(shows_layers)

    @Slot(RunStatus)
    def _show_status(self, status: RunStatus) -> None:
        self._hint.setVisible(status.is_active)
        for form in (*self._forms.values(), self._layers.form):
            form.show_live(status.is_active)

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        self._layers.recolour()
        self._show_sizes()

    # --- editing ----------------------------------------------------------------------

    def apply_preset(self, name: str) -> None:
        """Replaces the experiment by a preset, in one undoable step."""
        self._studio.edits.edit(presets()[name], tr("Apply preset {name}", name=name))

    def _edit(self, form: str, setting: str, value: Any) -> None:
        spec = self._studio.spec
        part = spec if form == "run" else getattr(spec, form)
        changed = dataclasses.replace(part, **{setting: value})
        if form != "run":
            changed = spec.replace(**{form: changed})
        field = fields_of(type(part))[setting]
        key = f"{form}/{setting}" if counts_at_once(field) else ""
        self._studio.edits.edit(changed, field.label, key)

    @Slot(object)
    def _fix(self, problem: Problem) -> None:
        # The problem may be from before the last keystroke: its fix is asked for anew.
        for current in self._studio.problems:
            if current.path == problem.path and current.fixed is not None:
                self._studio.edits.edit(current.fixed, tr("Fix {what}", what=current.what).rstrip())
                return

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a Data Set"), "", data_filter())
        if path:
            self._studio.missing_data.use_file(Path(path))
