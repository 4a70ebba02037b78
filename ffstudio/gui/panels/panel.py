"""What every panel is: a widget on the studio that the window can hold without knowing it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QDoubleSpinBox,
    QSpinBox,
    QTabBar,
    QWidget,
)

from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.fixed_sample import FixedSample, draw_sample
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.status import DataState
from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.sample_choice import SampleChoice
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

log = logging.getLogger(__name__)

RememberedWidget = (
    QAbstractButton | QAbstractSlider | QComboBox | QSpinBox | QDoubleSpinBox | QTabBar
)


class Panel(QWidget):
    """Shows one thing of the studio.

    A panel is made whenever it is first needed, which may be long after the studio has
    changed: it shows what the studio holds by then, and says in words what is missing when
    that is nothing. What it tells other panels goes through ``links``.

    Args:
        links: Shared by all panels of a window; a panel on its own has links that lead nowhere.

    Attributes:
        links: See above.
        paces: How often it brings up to date what it shows.
    """

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio, self._themes = studio, themes
        self.links = links if links is not None else PanelLinks(self)
        self.paces: list[Pace] = []
        self._drawn_sample: tuple[PreparedData, FixedSample] | None = None

    def make_pace(
        self, work: Callable[[], None], least_s: float, *tasks: LatestTask, **how: float
    ) -> Pace:
        """How often ``work`` is done; see :class:`~ffstudio.jobs.pace.Pace`.

        Args:
            how: ``share`` or ``hurry_s``, where they are not the usual ones.
        """
        allowance = self._studio.allowance
        made = Pace(work, self, least_s=least_s, tasks=tasks, allowance=allowance, **how)
        self.paces.append(made)
        return made

    def look_again(self, pace: Pace) -> None:
        """New weights or data have come: soon while a run goes on, at once when somebody opened
        a file, stopped, or chose other data.
        """
        if self._studio.is_learning and self._studio.past is None:
            pace.ask()
        else:
            pace.hurry()

    def complain(self, error: UserError, pace: Pace) -> None:
        """Something of the panel's went wrong: told where somebody sees the panel.

        Hidden, it says nothing and tries again when it is shown.
        """
        if pace.is_shown:
            self._studio.error_raised.emit(error)
        else:
            log.info("%s: %s", error.title, error.message)
            pace.ask()

    def why_no_goodness(self) -> str:
        """Why no goodness can be measured on the images at hand, sentences; empty when it can."""
        snapshot, data = self._studio.snapshot, self._studio.data
        if snapshot is None:
            return tr("No net yet. Press Train (Space) or open a run, and this view follows it.")
        if snapshot.ff is None:
            return tr(
                "This model has no Forward-Forward net, so there is no goodness to show.\n"
                "Train with Forward-Forward switched on."
            )
        return self.why_no_images(snapshot, data)

    def why_no_images(
        self, snapshot: ModelSnapshot, data: PreparedData | None, is_trying: bool = False
    ) -> str:
        """Why a net cannot be judged on images, sentences; empty when it can.

        Args:
            data: The images at hand, or as the net takes them.
            is_trying: True while it is tried how it takes them.
        """
        if data is None:
            state, message = self._studio.data_state
            if state is DataState.LOADING:
                return message or tr("Loading the data…")
            return tr("There are no images to measure. {message}", message=message).strip()
        if (data.num_inputs, data.num_classes) != (snapshot.num_inputs, snapshot.num_classes):
            if is_trying:
                return tr("Trying how these pictures are handed to the net…")
            return tr(
                "{data_title} does not fit this net: it takes {num_inputs} pixels and tells "
                "{num_classes} classes apart.\nChoose the data set it was trained on, or train again.",
                data_title=data.title,
                num_inputs=snapshot.num_inputs,
                num_classes=snapshot.num_classes,
            )
        which = self._studio.judged_on
        if not len(data.samples(which)):
            return tr(
                "{data_title} has no {which} images to measure.", data_title=data.title, which=which
            )
        return ""

    def choose_sample(self) -> FixedSample | None:
        """The images at hand that goodness is measured on, the very same object each time."""
        data, which = self._studio.data, self._studio.judged_on
        if data is None:
            return None
        if (
            self._drawn_sample is None
            or self._drawn_sample[0] is not data
            or self._drawn_sample[1].which != which
        ):
            self._drawn_sample = data, draw_sample(data.samples(which), which)
        return self._drawn_sample[1]

    def first_control(self) -> QWidget | None:
        """Where somebody who is led here begins; None where there is nothing to begin with."""
        return None

    def why_empty(self) -> str:
        """Why there is nothing to show, sentences; empty when there is, or where nobody knows."""
        return ""

    def why_blank(self, figure: Figure) -> str:
        """Why one of its :meth:`figures` has nothing to show; empty where nobody knows."""
        if self._studio.snapshot is None:
            return self.why_empty() or tr("No net yet. Press Train (Space) or open one.")
        return self.why_empty()

    def look_at(self, number: int) -> None:
        """Has a view of one image show that test image (counted from 0); others do not care."""
        for choice in self.findChildren(SampleChoice):
            choice.choose("test", number)

    def figures(self) -> list[Figure]:
        """What can be exported as it is shown now, or would be if the panel were in sight.

        What is missing because nobody has looked is computed before they are given.
        """
        return []

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        """The controls whose state is kept from one start to the next, by name.

        All of them but those that belong to the nets or the data that happen to be shown.
        """
        return {}

    def choices(self) -> dict[str, object]:
        """How it is set up, to be remembered: plain values by name."""
        return {name: _state(control) for name, control in self.controls_to_remember().items()}

    def choose(self, choices: dict[str, object]) -> None:
        """Goes back to remembered choices; anything unknown is passed over."""
        for name, control in self.controls_to_remember().items():
            if name in choices:
                _set_state(control, choices[name])

    def hand_over(self) -> object:
        """What it holds that would be lost with it, for the panel that takes its place."""
        return None

    def take_over(self, held: object) -> None:
        """Goes on with what the panel in its place before has handed over."""

    def shutdown(self) -> None:
        """Ends its timers and background work; the panel is not used after that."""


def _state(control: RememberedWidget) -> object:
    if isinstance(control, QComboBox):
        return control.currentData()
    if isinstance(control, QTabBar):
        return control.currentIndex()
    return control.isChecked() if isinstance(control, QAbstractButton) else control.value()


def _set_state(control: RememberedWidget, state: object) -> None:
    """Puts a control into a state; one that it does not know changes nothing."""
    if isinstance(control, QComboBox):
        if (at := control.findData(state)) >= 0:
            control.setCurrentIndex(at)
    elif isinstance(control, QAbstractButton):
        if isinstance(state, bool):
            control.setChecked(state)
    elif isinstance(control, QDoubleSpinBox):
        if isinstance(state, (int, float)) and not isinstance(state, bool):
            control.setValue(state)
    elif isinstance(state, int) and not isinstance(state, bool):
        if isinstance(control, QTabBar):
            control.setCurrentIndex(state)  # Qt passes over one that is not there
        else:
            control.setValue(state)
