"""One image through the backprop net, number by number, and its error back to every weight."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.fields import Field
from ffstudio.core.look.backpropagation import TracedLayer
from ffstudio.core.look.gradient_check import EngineGradients, GradientCheck
from ffstudio.core.look.inspection import Inspection, check_inspection, inspect_image
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import number_text, write_number, write_percent
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowBar
from ffstudio.gui.forms.sample_choice import SampleChoice
from ffstudio.gui.forms.typed_edit import NumberEdit
from ffstudio.gui.panels.backprop.formulas import formula, step_title, work_out
from ffstudio.gui.panels.backprop.maps import name_chosen
from ffstudio.gui.panels.backprop.net_view import NetView
from ffstudio.gui.panels.backprop.numbers import short
from ffstudio.gui.panels.backprop.page import Page
from ffstudio.gui.panels.backprop.steps_figure import StepsFigure
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.2
_OWN_LABEL = -1
_WEIGHT = Field("float", "Weight", "The weight that is chosen.", -1e6, 1e6)


class BackpropPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("backprop_panel")
        self.setAccessibleName(tr("Backprop"))
        self.setMinimumWidth(320)
        self.page = Page()
        self._figure = StepsFigure(self.page, lambda: self._sample.name_image())
        self._question = 0
        self._asked: Inspection | None = None
        self._task = LatestTask(self, name="backprop-steps", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self._check_task = LatestTask(self, name="gradient-check")
        self._check_task.done.connect(self._take_check)
        self._check_task.failed.connect(self._tell_no_check)
        self.pace = self.make_pace(self._inspect, _LEAST_PAUSE_S, self._task)
        self._build()
        install_copy(
            self, lambda: self._figure if self.page.inspection else None, studio.message.emit
        )
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        studio.spec_changed.connect(self._update_state)
        studio.status_changed.connect(self._update_state)
        studio.engine_state_changed.connect(self._update_state)
        studio.gradient_checks.answered.connect(self._take_answer)
        studio.gradient_checks.failed.connect(self._take_no_answer)
        self.links.picture_changed.connect(self._sample.set_picture)
        if self.links.picture is not None:
            self._sample.set_picture(self.links.picture)
        self._fill_labels()
        self._update_state()
        self.pace.ask()

    # --- building -------------------------------------------------------------------

    def _build(self) -> None:
        self._rule = self._label("backprop_formula_label")
        self._worked = self._label("backprop_worked_label")
        self._said = self._label("backprop_about_label", muted=True)
        self._checked = self._label("backprop_check_label", muted=True)
        self._view = NetView(self.page, self._themes, self)
        self._view.weight_chosen.connect(self._show_choice)
        self._view.step_wanted.connect(self._step_by)
        self._view.edit_wanted.connect(self._begin_typing)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("backprop_scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        # What is said of the numbers scrolls with them: in a low panel it would be cut.
        numbers = QWidget(self)
        under = QVBoxLayout(numbers)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self._view, 1)
        under.addWidget(self._said)
        self._scroll.setWidget(numbers)
        full = QWidget(self)
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._build_steps())
        inside.addWidget(self._rule)
        inside.addWidget(self._worked)
        inside.addWidget(self._scroll, 1)
        inside.addWidget(self._build_typing())
        inside.addWidget(self._checked)
        self._frame = ViewFrame(
            self,
            "backprop",
            tr(
                "One image goes up through the backprop net and its error comes back: every number "
                "of every layer, one step at a time."
            ),
            full,
            controls=[self._build_sample()],
        )

    def _label(self, name: str, muted: bool = False) -> QLabel:
        made = QLabel(self)
        made.setObjectName(name)
        made.setWordWrap(True)
        made.setContentsMargins(8, 0, 8, 0)
        made.setProperty("muted", muted)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(f"backprop_{name}_button")
        made.setAccessibleName(text)
        made.setToolTip(tip)
        return made

    def _build_sample(self) -> QWidget:
        bar = FlowBar("backprop_sample_row", self, spacing=6)
        self._sample = SampleChoice("backprop", self._studio, bar)
        self._sample.changed.connect(self._look_again)
        self._label_choice = Combo(bar)
        self._label_choice.setObjectName("backprop_label_choice")
        self._label_choice.setAccessibleName(tr("True label"))
        self._label_choice.setToolTip(
            tr(
                "What the output should be. The image's own label is the data set's; of a drawing, "
                "the net's answer."
            )
        )
        self._label_choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._label_choice.currentIndexChanged.connect(self._look_again)
        self._given = self._button(
            "given",
            tr("Show Net by Hand"),
            tr("Shows the net that the experiment's weights by hand make, before any training."),
        )
        self._given.clicked.connect(lambda checked=False: self._studio.hand_nets.show_given())
        bar.add(self._sample, self._label_choice, self._given)
        return bar

    def _build_steps(self) -> QWidget:
        bar = FlowBar("backprop_step_row", self, spacing=6)
        self._back = self._button("back", tr("Back"), tr("The step before (B in the numbers)."))
        self._back.clicked.connect(lambda checked=False: self._step_by(-1))
        self._back.setEnabled(False)  # the first step is shown first
        self._next = self._button("next", tr("Next"), tr("The next step (N in the numbers)."))
        self._next.clicked.connect(lambda checked=False: self._step_by(1))
        self._slider = QSlider(Qt.Orientation.Horizontal, bar)
        self._slider.setObjectName("backprop_step_slider")
        self._slider.setAccessibleName(tr("Step"))
        self._slider.setToolTip(tr("From the image up to the loss, and from the loss back."))
        self._slider.setFixedWidth(140)
        self._slider.valueChanged.connect(self._go_to)
        self._check = self._button(
            "check",
            tr("Check Gradients"),
            tr(
                "Holds every gradient against TensorFlow's and against differences of the loss, and "
                "shows how far they are apart."
            ),
        )
        self._check.clicked.connect(lambda checked=False: self._ask_check())
        self._beside = QCheckBox(tr("Forward-Forward Beside"), bar)
        self._beside.setObjectName("backprop_beside_check")
        self._beside.setAccessibleName(tr("Forward-Forward Beside"))
        self._beside.setToolTip(
            tr("Shows what each Forward-Forward layer learns from the same image, by itself.")
        )
        self._beside.setChecked(True)
        self._beside.toggled.connect(self._show_beside)
        bar.add(self._back, self._next, self._slider, self._check, self._beside)
        return bar

    def _build_typing(self) -> QWidget:
        bar = FlowBar("backprop_typing_row", self, spacing=6)
        self._weight_name = QLabel(bar)
        self._weight_name.setObjectName("backprop_weight_label")
        self._weight = NumberEdit(_WEIGHT, bar)
        self._weight.setObjectName("backprop_weight_edit")
        self._weight.setAccessibleName(tr("Chosen weight"))
        self._weight.setFixedWidth(110)
        self._weight.setEnabled(False)  # until an image has been followed
        self._weight.value_edited.connect(self._type_weight)
        self._doubt = QLabel(bar)
        self._doubt.setObjectName("backprop_weight_doubt_label")
        self._weight.doubted.connect(self._doubt.setText)
        bar.add(self._weight_name, self._weight, self._doubt)
        return bar

    # --- for others -------------------------------------------------------------------

    @property
    def inspection(self) -> Inspection | None:
        """What is shown."""
        return self.page.inspection

    @property
    def step(self) -> int:
        """Which of the inspection's steps is shown."""
        return self.page.step

    @property
    def check(self) -> GradientCheck | None:
        """How the gradients compare; None before they were checked."""
        return self.page.check

    def first_control(self) -> QWidget | None:
        return self._next

    def figures(self) -> list[Figure]:
        self.pace.complete()
        return [self._figure]

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"source": self._sample.source_choice, "beside": self._beside}

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._task.close(1.0)
        self._check_task.close(1.0)

    # --- following the studio -----------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._fill_labels()
        self._update_state()
        self.look_again(self.pace)

    @Slot(object)
    def _take_data(self, *_: object) -> None:
        self._sample.take_data()
        self._update_state()
        self.look_again(self.pace)

    @Slot()
    def _look_again(self, *_: object) -> None:
        self._update_state()
        self.pace.hurry()

    def _fill_labels(self) -> None:
        """The labels are the net's classes; what is chosen stays where it can."""
        snapshot = self._studio.snapshot
        names = snapshot.class_names if snapshot is not None else ()
        texts = [tr("Its Own Label"), *(tr("Label {name}", name=name) for name in names)]
        combo = self._label_choice
        if [combo.itemText(i) for i in range(combo.count())] == texts:
            return
        with QSignalBlocker(combo):
            combo.clear()
            for value, text in enumerate(texts, start=_OWN_LABEL):
                combo.addItem(text, value)

    def why_empty(self) -> str:
        """Why there is nothing to show; empty when there is."""
        snapshot = self._studio.snapshot
        if snapshot is None:
            why = tr("No net yet. Press Train (Space) or open one.")
            if not self._studio.hand_nets.why_not_given():
                why += "\n" + tr("The experiment gives weights by hand: Show Net by Hand.")
            return why
        if snapshot.bp is None:
            return tr("There is no backprop net: train with backprop switched on.")
        return self._sample.image()[1]

    @Slot()
    def _update_state(self, *_: object) -> None:
        why_not_given = self._studio.hand_nets.why_not_given()
        is_wanted = self._studio.spec.weights is not None and self._studio.shown.given is None
        self._given.setVisible(is_wanted)
        self._given.setEnabled(not why_not_given)
        why = self.why_empty()
        if why:
            self.page.inspection = None
            self._asked = None
            self._task.forget()
        elif self.page.inspection is None:
            why = tr("Looking…")
        self._frame.show(why)
        if not why:
            self._show_typing()
            self._check.setEnabled(self._question == 0)

    def _inspect(self) -> None:
        """Has the newest weights looked into, in the background."""
        snapshot, (image, _) = self._studio.snapshot, self._sample.image()
        if self.why_empty() or snapshot is None or image is None:
            self._update_state()
            return
        chosen = self._label_choice.currentData()
        label = image.label if chosen in (None, _OWN_LABEL) else int(chosen)
        self._task.submit(inspect_image, snapshot, image.x, label, self._studio.trained_spec)

    @Slot(object)
    def _take(self, inspection: Inspection) -> None:
        snapshot = self._studio.snapshot
        if self.why_empty() or snapshot is None or snapshot.bp is None:
            return
        self.page.take(inspection)
        self._question = 0
        with QSignalBlocker(self._slider):
            self._slider.setMaximum(len(inspection.steps) - 1)
            self._slider.setValue(self.page.step)
        self._update_state()
        self._show_step()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self.page.inspection = None
        self._frame.show(message)

    def look_at(self, number: int) -> None:
        super().look_at(number)
        self.page.step = sys.maxsize  # nobody steps through such a picture: it has all steps

    # --- steps --------------------------------------------------------------------------

    @Slot(int)
    def _step_by(self, by: int) -> None:
        self._slider.setValue(self.page.step + by)

    @Slot(int)
    def _go_to(self, step: int) -> None:
        if self.page.go_to(step):
            self._show_step()
            inspection = self.page.inspection
            if inspection is not None:
                place = self._view.place_of_layer(inspection.steps[step][1]).toRect()
                across, down = min(place.width() // 2, 100), place.height() // 2
                middle = place.center()
                self._scroll.ensureVisible(middle.x(), middle.y(), across, down)

    def _show_step(self) -> None:
        """Formula, numbers, and what is left out."""
        inspection = self.page.inspection
        if inspection is None:
            return
        step, last = self.page.step, len(inspection.steps) - 1
        self._back.setEnabled(step > 0)
        self._next.setEnabled(step < last)
        head = tr("Step {step} of {last}.", step=step + 1, last=last + 1)
        rule = formula(inspection, step)
        self._rule.setText(f"{head} {step_title(inspection, step)}  {rule}")
        self._said.setText(self._about(inspection))
        self._show_check()
        self._show_choice()
        self._view.refresh()

    def _about(self, inspection: Inspection) -> str:
        """The image, what the net makes of it, and what is not shown."""
        snapshot = self._studio.snapshot
        names = snapshot.class_names if snapshot is not None else ()
        image, _ = self._sample.image()
        outputs = inspection.traced.outputs
        answer = int(np.argmax(outputs))
        words = image.words if image is not None else ""
        said = [
            tr(
                "{image}: label {label}; the net answers {answer} ({share}). J = {loss}.",
                image=words[:1].upper() + words[1:],
                label=_name_label(names, inspection.label),
                answer=_name_label(names, answer),
                share=write_percent(float(outputs[answer])),
                loss=short(inspection.traced.loss),
            )
        ]
        hidden = [
            _say_hidden(layer, *self.page.list_shown(i))
            for i, layer in enumerate(inspection.traced.layers)
        ]
        said += [*hidden, inspection.left_out]
        if self.page.shows_local:
            said.append(inspection.why_no_local)
        return " ".join(part for part in said if part)

    @Slot()
    def _show_choice(self) -> None:
        """The chosen unit's numbers in the formula, and its weight to type."""
        page = self.page
        if page.inspection is None:
            return
        layer_of_step = page.inspection.steps[page.step][1]
        unit, source = page.unit, page.source
        if layer_of_step != page.layer:
            unit, columns = page.list_shown(layer_of_step)[0][0], page.list_columns(layer_of_step)
            source = columns[0] if columns else 0
        self._worked.setText(work_out(page.inspection, page.step, unit, source))
        self._show_typing()

    @Slot(bool)
    def _show_beside(self, shown: bool) -> None:
        self.page.shows_local = shown
        self._show_step()

    # --- weights by hand ------------------------------------------------------------------

    def _show_typing(self) -> None:
        page = self.page
        if page.inspection is None:
            return
        layer, source, unit = page.chosen_layer, page.source, page.unit
        if not layer.has_weights:
            self._weight_name.setText(tr("{title} has no weights.", title=layer.title))
            self._weight.setEnabled(False)
            self._weight.setText("")
            return
        is_bias = source >= len(layer.weights)
        value = layer.bias[unit] if is_bias else layer.weights[source, unit]
        self._weight_name.setText(f"{layer.title}: {name_chosen(page)}")
        why = self._studio.hand_nets.why_not()
        self._weight.setEnabled(not why)
        self._weight.setToolTip(why or tr("Type another weight: the net changes at once."))
        self._weight.set_value(float(number_text(value, grouped=False, local=False)))

    @Slot(str)
    def _begin_typing(self, text: str) -> None:
        if not self._weight.isEnabled():
            self._studio.message.emit(self._weight.toolTip())
            return
        self._weight.setFocus(Qt.FocusReason.OtherFocusReason)
        self._weight.selectAll()
        if text:
            self._weight.insert(text)
            self._weight.textEdited.emit(self._weight.text())

    @Slot(object)
    def _type_weight(self, value: object) -> None:
        page = self.page
        if page.inspection is None:
            return
        problem = _WEIGHT.problem(value)
        if problem is not None or not isinstance(value, (int, float)):
            self._doubt.setText(problem[0] if problem is not None else "")
            self._show_typing()
            return
        row = page.source
        self._studio.hand_nets.change(page.chosen_layer.path, row, page.unit, float(value))

    # --- checking -------------------------------------------------------------------------

    def _ask_check(self) -> None:
        """Asks the engine, then finds the differences of the loss in a thread of its own."""
        inspection = self.page.inspection
        if inspection is None:
            return
        self._asked = inspection
        why = self._studio.gradient_checks.why_not()
        if why:
            self._compare(None)
            return
        self._checked.setText(tr("Asking TensorFlow…"))
        self._check.setEnabled(False)
        self._question = self._studio.gradient_checks.ask(
            inspection.net, inspection.x, inspection.traced.target
        )

    @Slot(int, object)
    def _take_answer(self, number: int, engine: EngineGradients) -> None:
        if number == self._question:
            self._compare(engine)

    @Slot(int, str)
    def _take_no_answer(self, number: int, message: str) -> None:
        if number == self._question:
            self._tell_no_check(message, "")

    def _compare(self, engine: EngineGradients | None) -> None:
        self._question = 0
        self._check.setEnabled(True)
        asked = self._asked
        if asked is None or asked is not self.page.inspection:
            return
        self._check_task.submit(check_inspection, asked, engine)

    @Slot(object)
    def _take_check(self, made: tuple[Inspection, GradientCheck]) -> None:
        inspection, check = made
        if inspection is self.page.inspection:
            self.page.check = check
            self._show_check()
            self._view.refresh()

    @Slot(str, str)
    def _tell_no_check(self, message: str, details: str) -> None:
        self._question = 0
        self._check.setEnabled(True)
        self._checked.setText(tr("The gradients were not checked: {message}", message=message))

    def _show_check(self) -> None:
        """How far the gradients are from those of others, in a sentence."""
        check = self.page.check
        if check is None:
            if self._question == 0:
                self._checked.setText("")
            return
        numbers = sum(a.shown.size for a in check.arrays)
        looked = sum(a.places.size for a in check.arrays)
        numerical = max(a.numerical_difference for a in check.arrays)
        engine = [a.engine_difference for a in check.arrays if a.engine_difference is not None]
        said = tr(
            "{looked} of {numbers} gradients against differences of the loss: at most {apart} apart.",
            looked=write_number(looked, ","),
            numbers=write_number(numbers, ","),
            apart=short(numerical),
        )
        kinks = sum(a.num_kinks for a in check.arrays)
        if kinks:
            said += " " + tr(
                "{kinks} are left out: at a kink of the activation function there is no derivative, "
                "and 0 is taken.",
                kinks=write_number(kinks, ","),
            )
        theirs = (
            tr(
                "All {numbers} against TensorFlow's: at most {apart} apart.",
                numbers=write_number(numbers, ","),
                apart=short(max(engine)),
            )
            if engine
            else self._studio.gradient_checks.why_not()
        )
        self._checked.setText(f"{theirs} {said}")


def _say_hidden(layer: TracedLayer, units: list[int], sources: list[int]) -> str:
    """Which numbers of a large layer are shown; empty where all are."""
    if layer.is_map:
        if len(units) == layer.units:
            return ""
        return tr(
            "{title} shows {units} of {all_units} channels, those with the largest δ.",
            title=layer.title,
            units=len(units),
            all_units=layer.units,
        )
    if len(units) + len(sources) == layer.units + len(layer.weights):
        return ""
    return tr(
        "{title} shows {units} of {all_units} units and {sources} of {all_sources} inputs, "
        "those with the largest δ and a.",
        title=layer.title,
        units=len(units),
        all_units=layer.units,
        sources=len(sources),
        all_sources=len(layer.weights),
    )


def _name_label(names: tuple[str, ...], label: int) -> str:
    return names[label] if label < len(names) else str(label)
