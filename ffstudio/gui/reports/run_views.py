"""The views of a run as figures, made by the panels themselves without a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from ffstudio.core.errors import FfstudioError
from ffstudio.core.images.data import PreparedData
from ffstudio.core.run.reported import ReportedRun
from ffstudio.gui.figures.figure import Figure, is_blank
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio

# The panels whose figures are of a run, in the order of a report.
VIEWS = ("curves", "goodness", "confusion", "layers", "filters", "data")
# Those that are made for one who asks for them alone, as they take their time, and their figures.
ON_DEMAND: dict[str, tuple[str, ...]] = {"wants": ("wanted-images", "attribution")}


def views_with(name: str) -> tuple[str, ...]:
    """The panels among whose figures one of that name is to be looked for."""
    asked = tuple(panel for panel, figures in ON_DEMAND.items() if name in (panel, *figures))
    return asked or VIEWS


@contextmanager
def open_views(
    run: ReportedRun, data: PreparedData | None, names: Sequence[str] = VIEWS
) -> Iterator[dict[str, list[Figure]]]:
    """What each panel would export of a run, by the panel's name; valid inside of the block.

    Args:
        data: The run's images; without them there are curves and filters alone.
        names: The panels.
    """
    studio = Studio(run.spec) if data is None else Studio.with_data(run.spec, data)
    themes = ThemeManager("light")
    judged = MappingProxyType(dict(run.last_epochs))
    studio.show(Shown(run.snapshot, run.spec, run.history, judged, kept=run.folder))
    entries = {entry.name: entry for entry in PANELS}
    panels = {name: entries[name].make(studio, themes) for name in names}
    try:
        yield {
            name: [figure for figure in panel.figures() if not is_blank(figure)]
            for name, panel in panels.items()
        }
    finally:
        for panel in panels.values():
            panel.shutdown()
            panel.deleteLater()
        studio.shutdown()
        studio.deleteLater()
        themes.deleteLater()


def find_view(views: dict[str, list[Figure]], name: str) -> Figure:
    """One figure: by its own name, or the first of a panel's.

    Raises:
        FfstudioError: The run has none of that name; says which there are.
    """
    for figures in views.values():
        for figure in figures:
            if figure.figure_name == name:
                return figure
    if views.get(name):
        return views[name][0]
    there = [f.figure_name for figures in views.values() for f in figures]
    listed = ", ".join(dict.fromkeys([n for n in views if views[n]] + there + [*ON_DEMAND]))
    raise FfstudioError(f"This run has no view {name} to draw.", f"There are: {listed}.")
