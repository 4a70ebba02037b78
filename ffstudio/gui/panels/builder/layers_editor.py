"""The layers of one's own: their list, its buttons, and the settings of the one chosen."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ffstudio.core.experiment.costs import LayerCost
from ffstudio.core.experiment.idle import idle_settings
from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layers import LayerSpec, layer_settings, with_kind
from ffstudio.core.experiment.problems import setting_name
from ffstudio.core.experiment.sizes import layer_shapes
from ffstudio.core.experiment.stack import StackError
from ffstudio.core.fields import fields_of
from ffstudio.core.mathematics import LOCAL_LOSSES
from ffstudio.core.words import tr
from ffstudio.gui.forms.grouped_form import GroupedForm
from ffstudio.gui.forms.setting_form import counts_at_once
from ffstudio.gui.panels.builder.layer_list import LayerList
from ffstudio.gui.panels.builder.setting_groups import LAYER_GROUPS
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio

# Pixels: a smaller image is not halved once more without being asked to.
_LEAST_POOLED = 4


class LayersEditor(QWidget):
    """Edits the layers of ``studio.spec``, each change in one undoable step.

    Signals:
        fix_wanted(problem): The user wants a marked setting mended.
    """

    fix_wanted = Signal(object)

    def __init__(self, studio: Studio, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._themes = studio, themes
        self._costs: Sequence[LayerCost] | None = None
        self._num_classes: int | None = None
        # Number and kind of the layer whose settings are shown.
        self._shown_layer = (-1, "")
        self._list = LayerList(themes, self)
        self._list.currentRowChanged.connect(self._show_layer)
        self._list.reordered.connect(self._reorder)
        self._list.add_wanted.connect(self._add)
        self._list.remove_wanted.connect(self._remove)
        self._list.duplicate_wanted.connect(self._duplicate)
        self._list.move_wanted.connect(self._move)
        buttons = self._make_buttons()
        self._none = QLabel(tr("⚠ The net has no hidden layer. Add one."), self)
        self._none.setObjectName("no_layers_reason")
        self._title = QLabel(self)
        self._title.setObjectName("layer_form_title")
        self.form = GroupedForm("layer", fields_of(LayerSpec), LAYER_GROUPS, self)
        self.form.edited.connect(self._edit)
        self.form.fix_wanted.connect(self.fix_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self._list)
        column.addWidget(self._none)
        column.addWidget(self._title)
        column.addWidget(self.form)

    def _make_buttons(self) -> QHBoxLayout:
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout()
        row.setSpacing(2)
        for name, picture, tip, act in (
            ("add", "plus", tr("Add a layer below this one (Ins)"), self._add),
            ("remove", "minus", tr("Remove this layer (Del)"), self._remove),
            ("duplicate", "duplicate", tr("Duplicate this layer (Ctrl+D)"), self._duplicate),
            ("up", "up", tr("Move this layer up (Alt+Up)"), lambda: self._move(-1)),
            ("down", "down", tr("Move this layer down (Alt+Down)"), lambda: self._move(1)),
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
        return row

    # --- showing ----------------------------------------------------------------------

    def show_layers(self, costs: Sequence[LayerCost] | None, num_classes: int | None) -> None:
        """Shows the layers of the experiment; without costs their sizes stay open."""
        self._costs, self._num_classes = costs, num_classes
        self._list.show_layers(self._studio.spec, costs, num_classes)
        self._show_layer()

    def current_layer(self) -> int:
        """The layer whose settings are shown, counted from 0."""
        return self._list.current_layer()

    def show_problems(self) -> None:
        """Marks what is wrong with the chosen layer."""
        self._show_layer()

    def recolour(self) -> None:
        """Takes up the theme's colours."""
        for button in self._buttons.values():
            button.setIcon(icon(button.property("picture"), self._themes.theme))

    @Slot()
    @Slot(int)
    def _show_layer(self, row: int = -1) -> None:
        if self._list.is_filling:
            return
        index, layers = self._list.current_layer(), self._studio.spec.layers
        is_shown = 0 <= index < len(layers)
        self.form.setVisible(is_shown)
        self._title.setVisible(is_shown)
        self._none.setVisible(not layers)
        self._buttons["remove"].setEnabled(is_shown)
        self._buttons["duplicate"].setEnabled(is_shown)
        self._buttons["up"].setEnabled(is_shown and index > 0)
        self._buttons["down"].setEnabled(is_shown and index < len(layers) - 1)
        if is_shown:
            self._title.setText(tr("Settings of layer {index}", index=index + 1))
            self._show_settings(index, layers[index])

    def _show_settings(self, index: int, layer: LayerSpec) -> None:
        """The settings that the layer's kind has, under the names that it gives them."""
        form = self.form
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
        form.set_idle(self._idle_of(layer))
        problems = self._studio.problems
        form.set_problems(
            {str(p.path[-1]): p for p in problems if p.path[:-1] == ("layers", index)}
        )

    def _idle_of(self, layer: LayerSpec) -> dict[str, str]:
        """Settings of a layer that have no effect, with the reason."""
        spec = self._studio.spec
        idle = {n: why for (part, n), why in idle_settings(spec).items() if part == "layer"}
        if not LOCAL_LOSSES[layer.loss].uses_threshold:
            idle.setdefault(
                "threshold", tr("This layer's loss compares pairs and needs no threshold.")
            )
        return idle

    def withhold(self, names: set[str]) -> None:
        """Hides these settings; without the kind of layer nobody adds or removes any."""
        self.form.withhold(names)
        for button in self._buttons.values():
            button.setVisible("kind" not in names)

    # --- editing ----------------------------------------------------------------------

    @Slot(str, object)
    def _edit(self, setting: str, value: Any) -> None:
        spec, index = self._studio.spec, self._list.current_layer()
        changed = spec.with_layer(index, **{setting: value})
        if setting == "kind":
            layers = list(spec.layers)
            layers[index] = with_kind(layers[index], value)
            changed = spec.replace(layers=tuple(layers))
            if LAYER_KINDS[value].backprop_only and spec.trains_ff:
                changed = changed.replace(algorithms="bp")
                self._studio.message.emit(
                    tr("This layer learns by backprop only, so Forward-Forward is switched off.")
                )
        text = setting_name(spec, ("layers", index, setting))
        at_once = counts_at_once(fields_of(LayerSpec)[setting])
        self._studio.edits.edit(changed, text, f"layers/{index}/{setting}" if at_once else "")

    def _set_layers(self, layers: list[LayerSpec], text: str, select: int) -> None:
        self._studio.edits.edit(self._studio.spec.replace(layers=tuple(layers)), text)
        self._list.setCurrentRow(select)

    @Slot()
    def _add(self) -> None:
        layers = list(self._studio.spec.layers)
        index = self._list.current_layer()
        at = index + 1 if 0 <= index < len(layers) else len(layers)
        layers.insert(at, self._next_layer(at))
        self._set_layers(layers, tr("Add layer"), at)

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
            self._set_layers(
                layers, tr("Remove layer {index}", index=index + 1), min(index, len(layers) - 1)
            )

    @Slot()
    def _duplicate(self) -> None:
        layers = list(self._studio.spec.layers)
        index = self._list.current_layer()
        if 0 <= index < len(layers):
            layers.insert(index + 1, layers[index])
            self._set_layers(layers, tr("Duplicate layer {index}", index=index + 1), index + 1)

    @Slot(int)
    def _move(self, by: int) -> None:
        layers = list(self._studio.spec.layers)
        index = self._list.current_layer()
        to = index + by
        if 0 <= index < len(layers) and 0 <= to < len(layers):
            layers.insert(to, layers.pop(index))
            self._set_layers(layers, tr("Move layer {index}", index=index + 1), to)

    @Slot(object)
    def _reorder(self, order: list[int]) -> None:
        """A drag has ended: ``order`` holds the old numbers in their new order."""
        layers = self._studio.spec.layers
        self._set_layers([layers[i] for i in order], tr("Reorder layers"), self._list.currentRow())
        if self._studio.spec.layers == layers:  # the rows were moved all the same
            self.show_layers(self._costs, self._num_classes)
