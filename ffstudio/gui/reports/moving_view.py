"""One view of a run at its kept epochs, painted in one size and on the same scales throughout."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from ffstudio.core.errors import FfstudioError
from ffstudio.core.images.data import PreparedData
from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.reported import ReportedRun, caption_of
from ffstudio.core.words import tr
from ffstudio.gui.figures.animation import Pixels, sample_colors
from ffstudio.gui.figures.caption import caption_figure
from ffstudio.gui.figures.figure import Figure, FigurePainter, figure_font, is_blank
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.panels.table import PANELS, PanelEntry
from ffstudio.gui.plots.same_scales import SameScales, use_scales
from ffstudio.gui.style.theme import Theme, ThemeManager, paper
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio

_T = TypeVar("_T")

# Colours are gathered from so many epochs at most.
_COLOR_SAMPLES = 12
_MOST_SIDE = 4096


@dataclass(frozen=True)
class Series:
    """Which epochs of which view.

    Attributes:
        panel: The panel's name; ``figure`` the figure's, or empty for the panel's first.
        choices: How the panel is set up.
        held: What its sibling in the window holds, a drawing for example; None for nothing.
        epochs: Ascending; their weights are kept.
    """

    panel: str
    figure: str
    epochs: tuple[int, ...]
    choices: Mapping[str, object] = field(default_factory=dict)
    held: object = None


class MovingView:
    """Goes through kept epochs of a run and paints one view of each.

    It works on a studio and a panel of its own, so that neither what is shown nor a run that is
    under way is disturbed.

    Args:
        data: The run's images; without them there are curves and filters alone.
        judged: Judgements by algorithm and epoch, as far as they are known.
    """

    def __init__(
        self,
        run: ReportedRun,
        data: PreparedData | None,
        judged: Mapping[tuple[str, int], EpochDone] = MappingProxyType({}),
        *,
        is_dark: bool = False,
        with_caption: bool = True,
    ) -> None:
        self._run = run
        self._studio = Studio(run.spec) if data is None else Studio.with_data(run.spec, data)
        last = MappingProxyType(dict(run.last_epochs))
        self._newest = Shown(
            run.snapshot, run.spec, run.history, last, kept=run.folder, judged=dict(judged)
        )
        self._studio.show(self._newest)
        # The manager decides in which colours data are exported: they stay as they are.
        self._themes = ThemeManager("dark" if is_dark else "light", colors=paper().colors)
        self._theme: Theme = self._themes.theme if is_dark else paper()
        self._with_caption = with_caption
        self._panel: Panel | None = None
        self.scales = SameScales()
        self._points = QSizeF()
        self._samples: list[Pixels] = []
        self.blank: list[int] = []
        self.title = ""

    def close(self) -> None:
        """Ends the panel's work and the studio's."""
        self._drop_panel()
        self._studio.shutdown()
        self._studio.deleteLater()
        self._themes.deleteLater()

    # --- what there is --------------------------------------------------------------------

    def find(
        self, name: str, epochs: Sequence[int], choices: Mapping[str, object] = MappingProxyType({})
    ) -> tuple[str, str]:
        """The panel that has a view, and the figure's name: by the panel's name or the figure's.

        Args:
            epochs: At the first and the last of them it is looked for.
            choices: How its panel is to be set up.

        Raises:
            FfstudioError: None has it; says which there are.
        """
        entries = {entry.name: entry for entry in panels_to_animate()}
        if name in entries:
            return name, ""
        known = list(entries)
        for entry in entries.values():
            self._drop_panel()
            names: list[str] = []
            # Some views are of a course, and there is none of a single epoch.
            for epoch in dict.fromkeys((epochs[0], epochs[-1])):
                for _ in go_through(self._go_to(Series(entry.name, "", (), choices), epoch)):
                    pass
                panel = self._panel
                names += [f.figure_name for f in panel.figures()] if panel is not None else []
            if name in names:
                return entry.name, name
            known += names
        raise FfstudioError(
            tr("There is no view {name} to animate.", name=name),
            tr("There are: {listed}.", listed=", ".join(dict.fromkeys(known))),
        )

    @property
    def colors(self) -> Pixels:
        """Samples of what the pictures have in them, once all was noted."""
        return sample_colors(self._samples)

    @property
    def aspect(self) -> float:
        """Height by width of what is painted, once all was noted."""
        return self._points.height() / self._points.width()

    # --- going through ------------------------------------------------------------------------

    def note_all(self, series: Series) -> Iterator[int | None]:
        """Notes size, scales and colours; to be exhausted before anything is painted.

        Yields:
            How many epochs were seen, or None while one is being measured and there is time for
            other things. Whoever does not wait then is made to.

        Raises:
            FfstudioError: There is nothing to see at any of the epochs, or one cannot be read.
        """
        self.scales, self._points, self._samples = SameScales(), QSizeF(), []
        self.blank = []
        every = max(len(series.epochs) // _COLOR_SAMPLES, 1)
        seen = 0
        while not self.scales.is_settled:
            self._drop_panel()
            for number, epoch in enumerate(series.epochs):
                yield from self._go_to(series, epoch)
                with use_scales(self.scales):
                    figure = self._figure(series, epoch)
                    if figure is None:
                        if epoch not in self.blank:
                            self.blank.append(epoch)
                    else:
                        self._points = self._points.expandedTo(figure.figure_size())
                        self.title = figure.figure_title
                        small = self._paint(figure, self._points, self._fitting(640))
                        if number % every == 0 or epoch == series.epochs[-1]:
                            self._samples = [*self._samples[-2 * _COLOR_SAMPLES :], small]
                seen += 1
                yield seen
            self.scales.end_round()
            if self._points.isEmpty():
                raise FfstudioError(
                    tr("This view has nothing to show at the chosen epochs."),
                    tr("Choose another view, or other epochs."),
                )

    def paint_all(self, series: Series, size: QSize) -> Iterator[Pixels | None]:
        """Every epoch's picture, (height, width, 3); None while one is being measured."""
        self._drop_panel()
        for epoch in series.epochs:
            yield from self._go_to(series, epoch)
            if epoch in self.blank:
                continue
            with use_scales(self.scales):
                figure = self._figure(series, epoch)
                if figure is not None:
                    yield self._paint(figure, self._points, size)

    def count(self, series: Series) -> int:
        """How many pictures there are of a series, once all was noted."""
        return sum(epoch not in self.blank for epoch in series.epochs)

    def size_for(self, width: int, height: int = 0, *, even: bool = False) -> QSize:
        """A picture's size in pixels.

        Args:
            height: 0 for what the view needs at that width.

        Raises:
            FfstudioError: A side is too long or too short.
        """
        height = height or round(width * self.aspect)
        if even:
            width, height = width + width % 2, height + height % 2
        if not (32 <= width <= _MOST_SIDE and 32 <= height <= _MOST_SIDE):
            raise FfstudioError(
                tr(
                    "A picture of {width} × {height} pixels cannot be made.",
                    width=width,
                    height=height,
                ),
                tr("Choose from 32 to {most} pixels a side.", most=_MOST_SIDE),
            )
        return QSize(width, height)

    # --- behind them --------------------------------------------------------------------------

    def _fitting(self, width: int) -> QSize:
        return QSize(width, max(math.ceil(width * self.aspect), 8))

    def _go_to(self, series: Series, epoch: int) -> Iterator[None]:
        entry = _entry(series.panel)
        if self._studio.newest is not self._newest:
            self._studio.show(self._newest)
        self._studio.moments.look_now(epoch)
        # Curves end where the nets were: those up to now would be the same in all pictures.
        if entry.draws_history and self._studio.past is not None:
            self._studio.show(self._studio.past)
        if self._panel is None:
            self._make_panel(series.panel, series.choices, series.held)
        assert self._panel is not None  # noqa: S101 - just made
        for pace in self._panel.findChildren(Pace):
            pace.catch_up()
        while any(task.is_busy for task in self._panel.findChildren(LatestTask)):
            yield None

    def _figure(self, series: Series, epoch: int) -> Figure | None:
        assert self._panel is not None  # noqa: S101 - gone to before
        figures = self._panel.figures()
        matching = [f for f in figures if series.figure in ("", f.figure_name)]
        if not matching or is_blank(matching[0]):
            return None
        run = self._run
        caption = caption_of(run.name, float(epoch), run.spec.seed) if self._with_caption else None
        return caption_figure(matching[0], caption)

    def _paint(self, figure: Figure, points: QSizeF, size: QSize) -> Pixels:
        """A figure as large as it fits, in the middle; ``points`` is what it is laid out in."""
        image = QImage(size, QImage.Format.Format_RGB888)
        image.fill(QColor(self._theme.surface))
        scale = min(size.width() / points.width(), size.height() / points.height())
        own = figure.figure_size()
        painter = FigurePainter()
        if not painter.begin(image):
            raise FfstudioError(
                tr("“{figure_title}” could not be painted.", figure_title=figure.figure_title)
            )
        try:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
            )
            painter.translate(
                QPointF(
                    (size.width() - points.width() * scale) / 2,
                    (size.height() - points.height() * scale) / 2,
                )
            )
            painter.scale(scale, scale)
            painter.setFont(figure_font())
            painter.setPen(QColor(self._theme.text))
            rect = QRectF(0.0, 0.0, points.width(), own.height())
            figure.paint_figure(painter, rect, self._theme)
        finally:
            painter.end()
        return _pixels_of(image)

    def _make_panel(self, name: str, choices: Mapping[str, object], held: object) -> None:
        self._drop_panel()
        self._panel = _entry(name).make(self._studio, self._themes)
        self._panel.choose(dict(choices))
        if held is not None:
            self._panel.take_over(held)

    def _drop_panel(self) -> None:
        if self._panel is not None:
            self._panel.shutdown()
            self._panel.deleteLater()
            self._panel = None


def panels_to_animate() -> list[PanelEntry]:
    """The panels whose views are of nets, and so change from epoch to epoch."""
    return [entry for entry in PANELS if entry.shows_nets]


def choose_epochs(
    kept: Sequence[int], first: int | None = None, last: int | None = None, every: int = 1
) -> tuple[int, ...]:
    """Every ``every``-th kept epoch from ``first`` to ``last``, and the last of them always.

    Raises:
        FfstudioError: None is kept there.
    """
    inside = [
        epoch
        for epoch in kept
        if (first is None or epoch >= first) and (last is None or epoch <= last)
    ]
    if not inside:
        listed = ", ".join(map(str, kept)) or tr("none")
        raise FfstudioError(
            tr("No weights of these epochs are kept."),
            tr("Those of these epochs are: {listed}.", listed=listed),
        )
    chosen = inside[::every]
    return tuple(chosen if chosen[-1] == inside[-1] else [*chosen, inside[-1]])


def say_kept(kept: Sequence[int], last: int, chosen: int) -> str:
    """How many epochs there are to see, and that none is made up."""
    return tr(
        "{kept} of {last} epochs are kept, {chosen} are shown; epochs in between are not made up.",
        kept=len(kept),
        last=last,
        chosen=chosen,
    )


def go_through(steps: Iterator[_T | None]) -> Iterator[_T]:
    """The steps without the waiting: where there is nothing else to do meanwhile."""
    for step in steps:
        if step is not None:
            yield step
            continue
        time.sleep(0.002)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)


def _entry(name: str) -> PanelEntry:
    return next(entry for entry in PANELS if entry.name == name)


def _pixels_of(image: QImage) -> Pixels:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()
