"""The views of a run as figures, made by the panels themselves without a window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from ffstudio.core.errors import FfstudioError
from ffstudio.core.images.data import PreparedData
from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.words import end_sentence
from ffstudio.gui.figures.figure import Figure, is_blank
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio

# The panels whose figures are of a run, in the order of a report.
VIEWS = ("curves", "goodness", "confusion", "layers", "filters", "data")
# What else is of a run's nets, and is drawn when it is asked for.
OTHERS = tuple(entry.name for entry in PANELS if entry.shows_nets and entry.name not in VIEWS)


@contextmanager
def open_views(
    run: ReportedRun,
    data: PreparedData | None,
    choices: Mapping[str, Mapping[str, object]] = MappingProxyType({}),
    names: Sequence[str] = VIEWS,
    image: int = 0,
) -> Iterator[dict[str, list[Figure]]]:
    """What each panel would export of a run, by the panel's name; valid inside of the block.

    Args:
        data: The run's images; without them there are curves and filters alone.
        choices: How panels are set up, by their names.
        names: The panels that are made.
        image: Number of the test image that views of one image show.
    """
    with _make_panels(run, data, choices, names, image) as panels:
        yield {name: _list_figures(panel) for name, panel in panels.items()}


def _list_figures(panel: Panel) -> list[Figure]:
    return [figure for figure in panel.figures() if not is_blank(figure)]


@contextmanager
def _make_panels(
    run: ReportedRun,
    data: PreparedData | None,
    choices: Mapping[str, Mapping[str, object]],
    names: Sequence[str],
    image: int,
) -> Iterator[dict[str, Panel]]:
    studio = Studio(run.spec) if data is None else Studio.with_data(run.spec, data)
    themes = ThemeManager("light")
    judged = MappingProxyType(dict(run.last_epochs))
    studio.show(Shown(run.snapshot, run.spec, run.history, judged, kept=run.folder))
    entries = {entry.name: entry for entry in PANELS}
    panels = {name: entries[name].make(studio, themes) for name in names}
    for name in choices.keys() & panels.keys():
        panels[name].choose(dict(choices[name]))
    for panel in panels.values():
        panel.look_at(image)
    try:
        yield panels
    finally:
        for panel in panels.values():
            panel.shutdown()
            panel.deleteLater()
        studio.shutdown()
        studio.deleteLater()
        themes.deleteLater()


@contextmanager
def open_view(
    run: ReportedRun,
    data: PreparedData | None,
    name: str,
    choices: Mapping[str, Mapping[str, object]] = MappingProxyType({}),
    image: int = 0,
) -> Iterator[Figure]:
    """One figure: the first of the panel of that name, or the one of that name; valid inside.

    Args:
        data, choices, image: See :func:`open_views`.

    Raises:
        FfstudioError: The run has none of that name; says which there are.
    """
    # Only what may have it is made: some views take long.
    rounds = [(name,), VIEWS] if name in (*VIEWS, *OTHERS) else [VIEWS, OTHERS]
    known: list[str] = []
    why = ""
    for names in rounds:
        with _make_panels(run, data, choices, names, image) as panels:
            views = {panel: _list_figures(made) for panel, made in panels.items()}
            figure = _find(views, name)
            if figure is not None:
                yield figure
                return
            if name in panels:
                why = why or panels[name].why_empty()
            known += [panel for panel, figures in views.items() if figures]
            known += [f.figure_name for figures in views.values() for f in figures]
    listed = ", ".join(dict.fromkeys(known))
    reason = f" {end_sentence(why)}" if why else ""
    raise FfstudioError(f"This run has no view {name} to draw.{reason}", f"There are: {listed}.")


def _find(views: dict[str, list[Figure]], name: str) -> Figure | None:
    for figures in views.values():
        for figure in figures:
            if figure.figure_name == name:
                return figure
    return views[name][0] if views.get(name) else None
