"""The command that takes a view through the kept epochs: which views there are, and the dialog."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import is_blank
from ffstudio.gui.reports.animation_dialog import AnimatedRun, AnimatedView, AnimationDialog
from ffstudio.gui.reports.moving_view import MovingView
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.help import Help
from ffstudio.jobs.studio import Studio


def ask_for_animation(
    studio: Studio,
    docks: Docks,
    settings: Settings,
    themes: ThemeManager,
    help_: Help,
    window: QWidget,
) -> None:
    """Shows the dialog until it is closed; a run goes on meanwhile."""
    newest, spec = studio.newest, studio.newest.spec
    if studio.moments.why_none() or newest.kept is None or spec is None:
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        views = list_views(docks)
    finally:
        QApplication.restoreOverrideCursor()
    if not views:
        return
    run = ReportedRun(
        newest.kept.name,
        spec.title,
        spec,
        {},
        newest.history,
        snapshot=newest.snapshot,
        last_epochs=newest.last_epochs,
        folder=newest.kept,
    )
    data, judged = studio.data, dict(newest.judged)

    def make_view(is_dark: bool, with_caption: bool) -> MovingView:
        return MovingView(run, data, judged, is_dark=is_dark, with_caption=with_caption)

    animated = AnimatedRun(spec.title, make_view, studio.moments.kept, studio.moments.last, views)
    dialog = AnimationDialog(animated, settings, themes, window)
    partial(help_.serve, page=AnimationDialog.help_page)(dialog)
    dialog.exec()
    dialog.deleteLater()


def list_views(docks: Docks) -> list[AnimatedView]:
    """The views of nets that show something now, set up as they are in the window."""
    views = []
    for entry, figures in docks.figures_by_panel():
        if not entry.shows_nets:
            continue
        panel = docks[entry.name].panel
        views += [
            AnimatedView(
                entry.name,
                figure.figure_name,
                tr("{panel}: {figure}", panel=entry.title, figure=figure.figure_title),
                panel.choices(),
                panel.hand_over(),
            )
            for figure in figures
            if not is_blank(figure)
        ]
    return views
