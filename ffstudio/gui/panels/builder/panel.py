"""The builder: data, layers and training settings of the experiment, all undoable."""

from __future__ import annotations

import contextlib
import dataclasses
from typing import Any

from PySide6.QtCore import Qt, Slot
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

from ffstudio.core.experiment.costs import layer_costs, read_out_parameters
from ffstudio.core.experiment.idle import idle_settings
from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layers import LayerSpec, layer_settings, with_kind
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.problems import Problem, spec_problems
from ffstudio.core.experiment.sizes import layer_shapes
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.experiment.stack import StackError
from ffstudio.core.experiment.summary import short_totals, summary
from ffstudio.core.fields import Field, fields_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.mathematics import USES_THRESHOLD
from ffstudio.core.run.status import DataState, RunStatus
from ffstudio.gui.dialogs.file_filters import data_filter
from ffstudio.gui.forms.grouped_form import GroupedForm
from ffstudio.gui.forms.layer_table import LayerTable
from ffstudio.gui.forms.section import Section
from ffstudio.gui.forms.setting_form import SettingForm
from ffstudio.gui.panels.builder.layer_list import LayerList, size_text
from ffstudio.gui.panels.builder.network_notice import NetworkNotice, WeightsNotice
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.studio import Studio

# The headings of the long forms: what a beginner needs is open at first.
_FF_GROUPS = (
    ("Goodness and Loss", ("goodness", "sharpness", "normalisation", "threshold_per_unit"), True),
    ("Negative Data", ("negatives",), True),
    (
        "Label",
        ("label_embedding", "label_amplitude", "label_scale", "label_repeats"),
        False,
    ),
    ("Schedule", ("schedule", "inner_steps", "rate_schedule"), False),
    ("Prediction", ("first_voting_layer", "read_out", "read_out_rate"), False),
    ("Peers and Collaboration", ("peer", "collaboration", "collaboration_strength"), False),
    ("Top-Down Connections", ("feedback", "frames"), False),
)
_DATA_GROUPS = (
    ("Images", ("name", "path", "subset", "validation"), True),
    ("Augmentation", ("shift", "rotation", "zoom", "dropped_pixels"), False),
)
_LAYER_GROUPS = (
    (
        "Shape",
        (
            "kind",
            "units",
            "kernel_size",
            "stride",
            "padding",
            "pooling",
            "pool_size",
            "activation",
            "use_bias",
        ),
        True,
    ),
    ("Learning", ("learning_rate", "threshold", "loss", "optimizer"), True),
    ("Regularisation", ("dropout", "l1", "l2", "weight_decay"), False),
)

# Pixels: a smaller image is not halved once more without being asked to.
_LEAST_POOLED = 4


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
        self.setMinimumWidth(320)
        self._forms: dict[str, SettingForm | GroupedForm] = {}
        self._shown_layer = (-1, "")
        self._build()
        studio.spec_changed.connect(self._show_spec)
        studio.problems_changed.connect(self._show_problems)
        studio.data_changed.connect(self._show_sizes)
        studio.status_changed.connect(self._show_status)
        studio.strangers.incomplete_changed.connect(self._show_weights)
        studio.strangers.changed.connect(self._show_again)
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)
        self._show_spec(studio.spec)
        self._show_problems(studio.problems)
        self._show_status(studio.status)

    # --- building the panel -------------------------------------------------------------

    def _build(self) -> None:
        self._presets = QToolButton(self)
        self._presets.setObjectName("presets_button")
        self._presets.setAccessibleName("Presets")
        self._presets.setText("Presets")
        self._presets.setToolTip("Experiments that come with ffstudio; applying one can be undone.")
        self._presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._presets)
        menu.setObjectName("presets_menu")
        menu.setToolTipsVisible(True)
        for name, spec in presets().items():
            action = menu.addAction(name)
            action.setToolTip(spec.description)
            action.triggered.connect(lambda checked=False, name=name: self.apply_preset(name))
        self._presets.setMenu(menu)
        self._title = QLabel(self)
        self._title.setObjectName("experiment_title")
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._presets)

        self._hint = QLabel(
            "Training: learning rates and thresholds take effect at once, all other changes in "
            "the next run.",
            self,
        )
        self._hint.setObjectName("builder_running_hint")
        self._hint.setWordWrap(True)
        self._hint.setProperty("muted", True)
        self._hint.hide()

        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._data_section())
        column.addWidget(self._layer_section())
        column.addWidget(self._table_section())
        section = self._ff_section = Section("ff", "Forward-Forward", self)
        section.column.addWidget(
            self._connected(
                "ff", GroupedForm("ff", fields_of(ForwardForwardSpec), _FF_GROUPS, self)
            )
        )
        column.addWidget(section)
        self._bp_section = self._form_section("bp", "Backprop Twin", BackpropSpec)
        column.addWidget(self._bp_section)
        column.addWidget(
            self._form_section(
                "run",
                "Training",
                ExperimentSpec,
                "algorithms",
                "order",
                "batch_size",
                "epochs",
                "seed",
            )
        )
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("builder_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)

        self._totals = QLabel(self)
        self._totals.setObjectName("builder_totals")
        self._totals.setAccessibleName("Totals")
        self._totals.setWordWrap(True)
        self._totals.setProperty("muted", True)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 4, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._hint)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._totals)

    def _form(self, name: str, fields: dict[str, Field]) -> QWidget:
        return self._connected(name, SettingForm(name, fields, self))

    def _connected(self, name: str, form: SettingForm | GroupedForm) -> QWidget:
        form.edited.connect(lambda setting, value: self._edit(name, setting, value))
        form.fix_wanted.connect(self._fix)
        self._forms[name] = form
        return form

    def _form_section(self, name: str, title: str, cls: type, *fields: str) -> Section:
        section = Section(name, title, self)
        section.column.addWidget(self._form(name, _some(cls, *fields)))
        return section

    def _data_section(self) -> Section:
        section = Section("data", "Data", self)
        section.column.addWidget(
            self._connected("data", GroupedForm("data", fields_of(DataSpec), _DATA_GROUPS, self))
        )
        self._choose = QPushButton("Choose a File…", self)
        self._choose.setObjectName("choose_data_file_button")
        self._choose.setAccessibleName("Choose a data file")
        self._choose.setToolTip("An .npz file with x_train, y_train, x_test and y_test.")
        self._choose.clicked.connect(self._choose_file)
        section.column.addWidget(self._choose)
        self._data_text = QLabel(self)
        self._data_text.setObjectName("builder_data_state")
        self._data_text.setProperty("muted", True)
        self._data_text.setWordWrap(True)
        section.column.addWidget(self._data_text)
        return section

    def _layer_section(self) -> Section:
        section = Section("layers", "Layers", self)
        self._list = LayerList(self._themes, self)
        self._list.currentRowChanged.connect(self._show_layer)
        self._list.reordered.connect(self._reorder)
        self._list.add_wanted.connect(self._add)
        self._list.remove_wanted.connect(self._remove)
        self._list.duplicate_wanted.connect(self._duplicate)
        self._list.move_wanted.connect(self._move)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout()
        row.setSpacing(2)
        for name, picture, tip, act in (
            ("add", "plus", "Add a layer below this one (Ins)", self._add),
            ("remove", "minus", "Remove this layer (Del)", self._remove),
            ("duplicate", "duplicate", "Duplicate this layer (Ctrl+D)", self._duplicate),
            ("up", "up", "Move this layer up (Alt+Up)", lambda: self._move(-1)),
            ("down", "down", "Move this layer down (Alt+Down)", lambda: self._move(1)),
        ):
            button = QToolButton(self)
            button.setObjectName(f"layer_{name}_button")
            button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
            button.setToolTip(tip)
            button.setProperty("picture", picture)
            button.clicked.connect(lambda checked=False, act=act: act())
            self._buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        self._none = QLabel("⚠ The net has no hidden layer. Add one.", self)
        self._none.setObjectName("no_layers_reason")
        self._layer_title = QLabel(self)
        self._layer_title.setObjectName("layer_form_title")
        self._own_layers = QWidget(self)
        column = QVBoxLayout(self._own_layers)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._list)
        column.addWidget(self._none)
        column.addWidget(self._layer_title)
        self._layer_form = GroupedForm("layer", fields_of(LayerSpec), _LAYER_GROUPS, self)
        column.addWidget(self._connected("layer", self._layer_form))
        self._network = NetworkNotice(self)
        self._network.new_wanted.connect(self._build_new)
        self._network.card_wanted.connect(self.links.card_wanted)
        self._network.layers_wanted.connect(self._studio.strangers.take_apart)
        self._weights = WeightsNotice(self)
        self._weights.use_wanted.connect(self._use_weights)
        self._weights.dropped.connect(self._studio.strangers.forget_incomplete)
        section.column.addWidget(self._weights)
        section.column.addWidget(self._own_layers)
        section.column.addWidget(self._network)
        self._show_weights()
        return section

    def _table_section(self) -> Section:
        section = self._table_box = Section("summary", "Summary", self)
        self._table = LayerTable(self)
        section.column.addWidget(self._table)
        section.set_open(False)
        return section

    def _show_table(self, can_be_built: bool) -> None:
        """Output shapes and parameters, as far as the experiment can be built."""
        spec, data, note = self._studio.spec, self._studio.data, ""
        if data is None:
            self._table.show_rows([], "There is no data set yet, so sizes are not known.")
        elif not can_be_built:
            self._table.show_rows([], "The layers do not fit yet; see the marked settings.")
        else:
            rows = summary(spec, data.shape)
            self._table.show_rows(rows)
            note = f"{short_totals(rows)} parameters"
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
    def _build_new(self) -> None:
        """Layers of one's own in place of the net out of a file."""
        spec = self._studio.spec
        layers = spec.layers or ExperimentSpec().layers
        self._studio.edits.edit(spec.replace(network=None, layers=layers), "Build a New Net")

    # --- showing ----------------------------------------------------------------------

    @Slot(object)
    def _show_spec(self, spec: ExperimentSpec) -> None:
        self._title.setText(spec.name)
        self._title.setToolTip(spec.description)
        self._own_layers.setVisible(spec.network is None)
        self._network.setVisible(spec.network is not None)
        self._ff_section.setVisible(spec.trains_ff)
        # Without the other net it is nobody's twin.
        self._bp_section.set_title("Backprop Twin" if spec.trains_ff else "Backprop")
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
        idle = idle_settings(spec)
        self._forms["ff"].set_idle({n: why for (part, n), why in idle.items() if part == "ff"})
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
        self._list.show_layers(spec, costs, data.num_classes if data is not None else None)
        self._show_layer()
        state, text = self._studio.data_state
        if data is not None and state is DataState.READY:
            text = (
                f"{data.title}: {len(data.train):,} to learn from, {len(data.validation):,} for "
                f"validation, {len(data.test):,} to test"
            )
        self._data_text.setText(text)
        if costs is None:
            self._totals.setText("")
            return
        parts = []
        if spec.trains_ff:
            memory = max((c.ff_memory for c in costs), default=0)
            total = sum(c.ff_parameters for c in costs)
            if spec.ff.has_read_out:
                total += read_out_parameters(costs)
            parts.append(f"FF {total:,} parameters, {size_text(memory)} at a time")
        if spec.trains_bp:
            memory = sum(c.bp_memory for c in costs)
            total = sum(c.bp_parameters for c in costs)
            parts.append(f"BP {total:,} parameters, {size_text(memory)}")
        adds = sum(c.multiply_adds for c in costs)
        self._totals.setText("\n".join([*parts, f"{adds:,} multiply-adds per image and pass"]))

    @Slot()
    @Slot(int)
    def _show_layer(self, row: int = -1) -> None:
        if self._list.is_filling:
            return
        index, layers = self._list.current_layer(), self._studio.spec.layers
        form = self._layer_form
        shown = 0 <= index < len(layers)
        form.setVisible(shown)
        self._layer_title.setVisible(shown)
        self._none.setVisible(not layers)
        self._buttons["remove"].setEnabled(shown)
        self._buttons["duplicate"].setEnabled(shown)
        self._buttons["up"].setEnabled(shown and index > 0)
        self._buttons["down"].setEnabled(shown and index < len(layers) - 1)
        if shown:
            self._layer_title.setText(f"Settings of layer {index + 1}")
            layer = layers[index]
            form.set_values(layer)
            labels = LAYER_KINDS[layer.kind].labels
            for name, field in fields_of(LayerSpec).items():
                form.set_label(name, labels.get(name, field.label))
            if layer.kind == "dropout" and self._shown_layer != (index, "dropout"):
                form.open_group_of("dropout")  # it has nothing else to set
            self._shown_layer = (index, layer.kind)
            known = layer_settings(layer.kind, self._studio.spec.trains_ff)
            for name in fields_of(LayerSpec):
                form.show_row(name, name in known)
            form.set_idle(self._idle_of(layers[index]))
            self._mark("layer", ("layers", index), self._studio.problems)

    def _idle_of(self, layer: LayerSpec) -> dict[str, str]:
        """Settings of a layer that have no effect, with the reason."""
        spec = self._studio.spec
        idle = {n: why for (part, n), why in idle_settings(spec).items() if part == "layer"}
        if layer.loss not in USES_THRESHOLD:
            idle.setdefault("threshold", "This layer's loss compares pairs and needs no threshold.")
        return idle

    @Slot(object)
    def _show_problems(self, problems: list[Problem]) -> None:
        for name, where in (("data", ("data",)), ("ff", ("ff",)), ("bp", ("bp",)), ("run", ())):
            self._mark(name, where, problems)
        self._show_layer()

    def _mark(self, form: str, where: tuple[Any, ...], problems: list[Problem]) -> None:
        mine = {str(p.path[-1]): p for p in problems if p.path[:-1] == where}
        self._forms[form].set_problems(mine)

    @Slot(RunStatus)
    def _show_status(self, status: RunStatus) -> None:
        self._hint.setVisible(status.is_active)
        for form in self._forms.values():
            form.show_live(status.is_active)

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        for button in self._buttons.values():
            button.setIcon(icon(button.property("picture"), theme))
        self._show_sizes()

    # --- editing ----------------------------------------------------------------------

    def apply_preset(self, name: str) -> None:
        """Replaces the experiment by a preset, in one undoable step."""
        self._studio.edits.edit(presets()[name], f"Apply preset {name}")

    def _edit(self, form: str, setting: str, value: Any) -> None:
        spec = self._studio.spec
        label = f"{setting.replace('_', ' ')}"
        if form == "layer":
            index = self._list.current_layer()
            changed = spec.with_layer(index, **{setting: value})
            if setting == "kind":
                layers = list(spec.layers)
                layers[index] = with_kind(layers[index], value)
                changed = spec.replace(layers=tuple(layers))
                if LAYER_KINDS[value].backprop_only and spec.trains_ff:
                    changed = changed.replace(algorithms="bp")
                    self._studio.message.emit(
                        "This layer learns by backprop only, so Forward-Forward is switched off."
                    )
            text, key = f"Layer {index + 1} {label}", f"layers/{index}/{setting}"
        elif form == "run":
            changed = spec.replace(**{setting: value})
            text, key = label.capitalize(), setting
        else:
            part = dataclasses.replace(getattr(spec, form), **{setting: value})
            changed = spec.replace(**{form: part})
            text, key = label.capitalize(), f"{form}/{setting}"
        self._studio.edits.edit(changed, text, key)

    @Slot(object)
    def _fix(self, problem: Problem) -> None:
        # The problem may be from before the last keystroke: its fix is asked for anew.
        for current in self._studio.problems:
            if current.path == problem.path and current.fixed is not None:
                self._studio.edits.edit(current.fixed, f"Fix {current.path_text}")
                return

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Choose a Data Set", "", data_filter())
        if path:
            data = dataclasses.replace(self._studio.spec.data, name="file", path=path)
            self._studio.edits.edit(self._studio.spec.replace(data=data), "Choose data file")

    def _set_layers(self, layers: list[LayerSpec], text: str, select: int) -> None:
        self._studio.edits.edit(self._studio.spec.replace(layers=tuple(layers)), text)
        self._list.setCurrentRow(select)

    @Slot()
    def _add(self) -> None:
        layers = list(self._studio.spec.layers)
        index = self._list.current_layer()
        at = index + 1 if 0 <= index < len(layers) else len(layers)
        layers.insert(at, self._next_layer(at))
        self._set_layers(layers, "Add layer", at)

    def _next_layer(self, at: int) -> LayerSpec:
        """A layer like the last one below that learns, with what still fits there."""
        spec, data = self._studio.spec, self._studio.data
        below = spec.layers[:at]
        learns = (i for i in reversed(range(at)) if not LAYER_KINDS[below[i].kind].is_helper)
        index = next(learns, -1)
        if any(layer.kind == "flatten" for layer in below[index + 1 :]):
            return LayerSpec(units=100)
        layer = below[index] if index >= 0 else LayerSpec()
        # It pools only while the image has room for it.
        if layer.kind == "conv" and layer.pooling != "none" and data is not None:
            with contextlib.suppress(StackError):  # layers that do not fit have no sizes
                side = min(layer_shapes(spec.replace(layers=below), data.image_shape)[-1][:2])
                if side < _LEAST_POOLED:
                    return dataclasses.replace(layer, pooling="none")
        return layer

    @Slot()
    def _remove(self) -> None:
        layers = list(self._studio.spec.layers)
        index = self._list.current_layer()
        if 0 <= index < len(layers):
            del layers[index]
            self._set_layers(layers, f"Remove layer {index + 1}", min(index, len(layers) - 1))

    @Slot()
    def _duplicate(self) -> None:
        layers = list(self._studio.spec.layers)
        index = self._list.current_layer()
        if 0 <= index < len(layers):
            layers.insert(index + 1, layers[index])
            self._set_layers(layers, f"Duplicate layer {index + 1}", index + 1)

    @Slot(int)
    def _move(self, by: int) -> None:
        layers = list(self._studio.spec.layers)
        index = self._list.current_layer()
        to = index + by
        if 0 <= index < len(layers) and 0 <= to < len(layers):
            layers.insert(to, layers.pop(index))
            self._set_layers(layers, f"Move layer {index + 1}", to)

    @Slot(object)
    def _reorder(self, order: list[int]) -> None:
        """A drag has ended: ``order`` holds the old numbers in their new order."""
        layers = self._studio.spec.layers
        moved = self._list.currentRow()
        if order != list(range(len(layers))):
            self._set_layers([layers[i] for i in order], "Reorder layers", moved)
        else:
            self._show_sizes()
