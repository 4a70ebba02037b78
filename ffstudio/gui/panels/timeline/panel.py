"""Which layer learnt when, for how long, how far it moved and what it gained; and freezing,
thawing and beginning anew of layers while the run goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import StackError
from ffstudio.core.experiment.training_work import count_saved
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.numbers import write_percent
from ffstudio.core.run.events import LayerStepped
from ffstudio.core.run.lanes import lanes_of
from ffstudio.core.words import tr
from ffstudio.gui.dialogs.questions import BeginAnewDialog
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.panels.timeline.lanes_painter import Lanes, TimelineFigure
from ffstudio.gui.panels.timeline.lanes_view import LanesView
from ffstudio.gui.panels.timeline.layer_verbs import LayerVerbs, name_lane
from ffstudio.gui.panels.view_frame import ViewFrame, make_about_label
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.2


class TimelinePanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("timeline_panel")
        self.setMinimumWidth(360)
        self._shown = Lanes()
        self._verbs = LayerVerbs(studio)
        self._figure = TimelineFigure(self._shown)
        self.pace = self.make_pace(self._read, _LEAST_PAUSE_S)
        self._build()
        install_copy(self, lambda: self._figure if self._shown.lanes else None, studio.message.emit)
        for change in (studio.history_changed, studio.snapshot_changed):
            change.connect(self.pace.ask)
        for change in (
            studio.model_changed,
            studio.moment_changed,
            studio.spec_changed,
            studio.status_changed,
        ):
            change.connect(self._look)
        studio.runs.layer_stepped.connect(self._follow_step)
        self._show()
        self.pace.ask()

    def _build(self) -> None:
        self._view = LanesView(self._shown, self._themes, self)
        self._view.lane_chosen.connect(self._choose_lane)
        self._view.epoch_wanted.connect(self._go_to)
        self._view.epoch_stepped.connect(self._studio.moments.step)
        self._view.verb_wanted.connect(self._do)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("timeline_scroll")
        self._scroll.setAccessibleName(tr("Lanes of all layers"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._view)
        self._about = make_about_label(self, "timeline_about_label")
        row = QWidget(self)
        flow = FlowLayout(row)
        flow.setContentsMargins(8, 0, 8, 0)
        self._buttons: dict[str, QPushButton] = {}
        for name, text in (
            ("toggle", tr("Freeze")),
            ("only", tr("Train Only")),
            ("anew", tr("Begin Anew…")),
            ("all", tr("Let All Layers Learn")),
        ):
            button = QPushButton(text, row)
            button.setAccessibleName(text)
            button.setObjectName(f"timeline_{name}_button")
            button.clicked.connect(self._make_do(name))
            flow.addWidget(button)
            self._buttons[name] = button
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._scroll, 1)
        column.addWidget(row)
        column.addWidget(self._about)
        self._frame = ViewFrame(
            self,
            "timeline",
            tr(
                "Which layer learnt when, how far its weights moved and what that gained; layers can "
                "be frozen and begun anew while the run goes on."
            ),
            full,
        )

    def _make_do(self, name: str) -> Callable[[], None]:
        return lambda: self._do(name)

    # --- to read ------------------------------------------------------------------------

    @property
    def shown(self) -> Lanes:
        """What is shown."""
        return self._shown

    def first_control(self) -> QWidget | None:
        return self._view

    def figures(self) -> list[Figure]:
        self.pace.complete()
        return [self._figure]

    def shutdown(self) -> None:
        """Ends its timer."""
        self.pace.close()

    def why_empty(self) -> str:
        """Why there is nothing to show; empty when there is."""
        snapshot, spec = self._studio.snapshot, self._studio.trained_spec
        if snapshot is None or spec is None:
            return tr("No net yet. Press Train (Space) or open a run, and this view follows it.")
        if spec.network is not None:
            return tr(
                "The layers of a net out of another program's file learn all together: there is "
                "no timeline of each."
            )
        return ""

    # --- reading ----------------------------------------------------------------------------

    @Slot()
    def _look(self, *_: object) -> None:
        self.look_again(self.pace)

    def _read(self) -> None:
        # All of the run, also while an earlier moment is looked at: that is marked in it.
        spec = self._studio.newest.spec
        self._shown.lanes = []
        if not self.why_empty() and spec is not None:
            self._shown.lanes = lanes_of(self._studio.history, spec)
        self._shown.chosen = min(self._shown.chosen, max(len(self._shown.lanes) - 1, 0))
        self._shown.at = self._studio.moments.at
        self._shown.learns = [self._verbs.learns(lane) for lane in self._shown.lanes]
        self._show()

    def _show(self) -> None:
        why = self.why_empty()
        self._frame.show(why)
        lane = self._shown.chosen_lane
        if lane is None:  # nothing has been read yet: what can be done is not known
            for button in self._buttons.values():
                button.setEnabled(False)
            return
        name, why_not = name_lane(lane), self._verbs.why_not()
        learns = self._shown.learns[self._shown.chosen]
        only = all(
            learning is (other.layer == lane.layer)
            for other, learning in zip(self._shown.lanes, self._shown.learns, strict=True)
            if other.algorithm == lane.algorithm
        )
        self._face(
            "toggle",
            tr("Freeze {name}", name=name) if learns else tr("Let {name} Learn", name=name),
            tr(
                "Its weights and its optimizer's memory stay as they are from the next batch on. (F)"
            )
            if learns
            else tr("It goes on from where it was frozen. (F)"),
            why_not,
        )
        self._face(
            "only",
            tr("Train Only {name}", name=name),
            tr("Freezes all other layers of its net. (O)"),
            why_not or (tr("It is the only layer of its net that learns.") if only else ""),
        )
        self._face(
            "anew",
            tr("Begin {name} Anew…", name=name),
            tr("New weights from a seed that is noted, and an empty optimizer. (N)"),
            self._verbs.why_not_anew(),
        )
        self._face(
            "all",
            tr("Let All Layers Learn"),
            tr("Thaws every layer of both nets. (A)"),
            why_not or (tr("All layers learn.") if all(self._shown.learns) else ""),
        )
        self._about.setText(self._say_about(why_not))
        self._view.refresh()

    def _face(self, name: str, text: str, tip: str, why_not: str) -> None:
        button = self._buttons[name]
        button.setText(text)
        button.setAccessibleName(text)
        button.setEnabled(not why_not)
        button.setToolTip(f"{tip}\n{why_not}" if why_not else tip)

    def _say_about(self, why_not: str) -> str:
        said = [why_not] if why_not else []
        if not all(self._shown.learns):
            said += self._say_saved(self._studio.spec if not why_not else self._studio.trained_spec)
        if not any(self._shown.learns):
            said.append(tr("No layer learns: the nets stand still."))
        return " ".join(said)

    def _say_saved(self, spec: ExperimentSpec | None) -> list[str]:
        snapshot = self._studio.snapshot
        if spec is None or snapshot is None:
            return []
        shape = DataShape(snapshot.image_shape, snapshot.class_names)
        try:
            saved = count_saved(spec, shape)
        except StackError:
            return []
        names = {"ff": "Forward-Forward", "bp": "Backprop"}
        return [
            tr(
                "{net} saves {share} of its multiply-adds by what is frozen.",
                net=names[net],
                share=write_percent(share, 0),
            )
            for net, share in saved.items()
            if share > 0
        ]

    # --- what is asked for --------------------------------------------------------------------

    @Slot(int)
    def _choose_lane(self, number: int) -> None:
        self._shown.chosen = number
        self._show()

    @Slot(object)
    def _follow_step(self, event: LayerStepped) -> None:
        """While layers step one by one, the one that has learnt is chosen."""
        for number, lane in enumerate(self._shown.lanes):
            if lane.algorithm == event.algorithm and lane.layer == event.layer:
                self._choose_lane(number)

    @Slot(int)
    def _go_to(self, epoch: int) -> None:
        why = self._studio.moments.why_none()
        if why:
            self._studio.message.emit(why)
        else:
            self._studio.moments.go_to(epoch)

    @Slot(str)
    def _do(self, verb: str) -> None:
        self.pace.complete()
        lane = self._shown.chosen_lane
        why = self._verbs.why_not_anew() if verb == "anew" else self._verbs.why_not()
        if why or lane is None:
            self._studio.message.emit(why or self.why_empty())
            return
        if verb == "toggle":
            self._verbs.toggle(lane)
        elif verb == "only":
            self._verbs.train_only(lane, self._shown.lanes)
        elif verb == "all":
            self._verbs.let_all_learn(self._shown.lanes)
        elif BeginAnewDialog.ask(self, name_lane(lane)):
            if why := self._verbs.why_not_anew():  # it ended while that was asked
                self._studio.message.emit(why)
            else:
                self._verbs.begin_anew(lane)
        self.pace.hurry()
