"""The table of panels. A new panel is a folder beside this file and a line in :data:`PANELS`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ffstudio.core.words import speaks
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio

if TYPE_CHECKING:
    from ffstudio.gui.panels.panel import Panel


# The panel that a lesson itself is in: no lesson hides it.
LESSON = "lesson"


class Place(Enum):
    """Where a panel stands before the user moves it."""

    EDGE = "edge"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTTOM = "bottom"


@speaks("title", "shows")
@dataclass(frozen=True)
class PanelEntry:
    """One panel.

    Attributes:
        name: Part of its dock's object name, which stored layouts refer to.
        title: On its tab and in the View menu.
        shows: What it shows, one sentence.
        place: Where it stands first; those at the same place are tabs, in the table's order.
        factory: ``module:class``, the module as it is imported from here; imported when the
            panel is made.
        scrolls_itself: False has the dock scroll it where a window is low.
        shows_nets: True has its head name the nets that are shown.
        draws_history: True for views of the run's own curves, which are as long as the run.
        hidden: True keeps it out of sight until it is asked for; only then it is made.
        listens: True has it made all the same: it gathers what nobody else keeps.
        help_page: The page of the help that F1 opens in it, at the heading of its title if there
            is one: a file's name without ``.md``.
    """

    name: str
    title: str
    shows: str
    place: Place
    factory: str
    scrolls_itself: bool = False
    shows_nets: bool = False
    draws_history: bool = False
    hidden: bool = False
    listens: bool = False
    help_page: str = "50-panels"

    def make(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> Panel:
        """The panel itself, on what the studio holds now.

        Raises:
            TypeError: ``factory`` names no panel.
        """
        from ffstudio.gui.panels.panel import Panel  # with all that panels are made of

        module, name = self.factory.split(":")
        made = getattr(import_module(module, __package__), name)(studio, themes, links, parent)
        if not isinstance(made, Panel):
            raise TypeError(f"{self.factory} is no panel")
        return made


PANELS: tuple[PanelEntry, ...] = (
    PanelEntry(
        LESSON,
        "Lesson",
        "The steps of the lesson that is open, and what is done.",
        Place.EDGE,
        ".lesson.panel:LessonPanel",
        help_page="80-lessons",
        scrolls_itself=True,
        hidden=True,
    ),
    PanelEntry(
        "builder",
        "Builder",
        "The experiment: data, layers and how each net learns.",
        Place.LEFT,
        ".builder.panel:BuilderPanel",
        scrolls_itself=True,
        help_page="30-builder",
    ),
    PanelEntry(
        "curves",
        "Curves",
        "Loss and accuracy of both nets while they learn.",
        Place.CENTRE,
        ".curves.panel:CurvesPanel",
        shows_nets=True,
        draws_history=True,
    ),
    PanelEntry(
        "goodness",
        "Goodness",
        "What each layer's goodness parts: images' labels, positive from negative data.",
        Place.CENTRE,
        ".goodness.panel:GoodnessPanel",
        shows_nets=True,
    ),
    PanelEntry(
        "confusion",
        "Confusion",
        "Which classes are taken for which, and the images behind every cell.",
        Place.CENTRE,
        ".confusion.panel:ConfusionPanel",
        shows_nets=True,
    ),
    PanelEntry(
        "filters",
        "Filters",
        "The weights of each unit as pictures, and what channels answer to a picture.",
        Place.CENTRE,
        ".filters.panel:FilterPanel",
        shows_nets=True,
    ),
    PanelEntry(
        "data",
        "Data",
        "The images to learn from, and the pairs of positive and negative data.",
        Place.CENTRE,
        ".data.panel:DataPanel",
    ),
    PanelEntry(
        "runs",
        "Runs",
        "The runs that are kept: listed, found again, opened, described and deleted.",
        Place.CENTRE,
        ".runs.panel:RunsPanel",
        scrolls_itself=True,
        hidden=True,
    ),
    PanelEntry(
        "compare",
        "Compare",
        "Runs with a tick side by side: results, the settings that differ, curves' last and best.",
        Place.CENTRE,
        ".compare.panel:ComparePanel",
        scrolls_itself=True,
        hidden=True,
    ),
    PanelEntry(
        "draw",
        "Draw",
        "A pad to draw on, and what both nets make of the drawing.",
        Place.RIGHT,
        ".draw.panel:DrawPanel",
        shows_nets=True,
    ),
    PanelEntry(
        "queue",
        "Queue",
        "Experiments that are trained one after another, in a process beside the window.",
        Place.CENTRE,
        ".queue.panel:QueuePanel",
        hidden=True,
    ),
    PanelEntry(
        "layers",
        "Layer Accuracy",
        "How well each layer names labels, alone and summed, and which one decides.",
        Place.CENTRE,
        ".layers.panel:LayersPanel",
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "candidates",
        "Goodness Confusion",
        "How much goodness each label has on the images of each class.",
        Place.CENTRE,
        ".candidates.panel:CandidatesPanel",
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "sweep",
        "Sweep",
        "The runs of a sweep over settings and seeds, and how well each does.",
        Place.CENTRE,
        ".sweep.panel:SweepPanel",
        hidden=True,
    ),
    PanelEntry(
        "backprop",
        "Backprop",
        "One image through the backprop net and its error back, number by number.",
        Place.CENTRE,
        ".backprop.panel:BackpropPanel",
        scrolls_itself=True,
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "activations",
        "Activations",
        "What each unit answers while one draws, and the images that it likes best.",
        Place.CENTRE,
        ".activations.panel:ActivationsPanel",
        scrolls_itself=True,
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "embedding",
        "Embedding",
        "Where images lie by what each layer answers to them, moving as the net learns.",
        Place.CENTRE,
        ".embedding.panel:EmbeddingPanel",
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "calibration",
        "Calibration",
        "Whether both nets are as sure as they are right, on held-out images.",
        Place.CENTRE,
        ".calibration.panel:CalibrationPanel",
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "alignment",
        "Alignment",
        "How far each layer's own gradient points where backprop's would, over training.",
        Place.CENTRE,
        ".alignment.panel:AlignmentPanel",
        scrolls_itself=True,
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "cost",
        "Cost",
        "Multiply-adds, memory and seconds of both nets, layer by layer.",
        Place.CENTRE,
        ".cost.panel:CostPanel",
        scrolls_itself=True,
        shows_nets=True,
        draws_history=True,
        hidden=True,
    ),
    PanelEntry(
        "labels",
        "Labels",
        "One image under every label: each layer's activity and goodness follow.",
        Place.CENTRE,
        ".labels.panel:LabelsPanel",
        scrolls_itself=True,
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "explain",
        "Explain",
        "Six short pages on Forward-Forward, with figures of the net that is shown.",
        Place.CENTRE,
        ".explain.panel:ExplainPanel",
        scrolls_itself=True,
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "wants",
        "Wants",
        "Images made to please one layer, and what each pixel adds to a layer's goodness.",
        Place.CENTRE,
        ".wants.panel:WantsPanel",
        scrolls_itself=True,
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "generate",
        "Generate",
        "What generators, decoders and autoencoders make, by noise, labels and codes set by hand.",
        Place.CENTRE,
        ".generate.panel:GeneratePanel",
        shows_nets=True,
        hidden=True,
    ),
    PanelEntry(
        "timeline",
        "Timeline",
        "Which layer learnt when, what it gained; freezes layers and begins them anew.",
        Place.CENTRE,
        ".timeline.panel:TimelinePanel",
        scrolls_itself=True,
        shows_nets=True,
        draws_history=True,
        hidden=True,
    ),
    PanelEntry(
        "log",
        "Log",
        "What the program has noted, for bug reports.",
        Place.BOTTOM,
        ".log.panel:LogPanel",
        scrolls_itself=True,
        hidden=True,
        listens=True,
    ),
)


def panel_keys(panels: Sequence[PanelEntry]) -> dict[str, str]:
    """Alt and a digit for the first nine panels, by name; those out of sight come last."""
    ordered = sorted(panels, key=lambda entry: entry.hidden)
    return {entry.name: f"Alt+{digit}" for digit, entry in enumerate(ordered[:9], start=1)}


def panel_names() -> tuple[str, ...]:
    """The panels that lessons can hide and bring up, by name."""
    return tuple(entry.name for entry in PANELS if entry.name != LESSON)
