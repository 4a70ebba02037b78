"""What commands of the window act on, and what stands in their way: a sentence, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ffstudio.core.run.status import RunStatus
from ffstudio.core.words import tr
from ffstudio.gui.window.appearance import Appearance
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.file_actions import Files
from ffstudio.gui.window.help import Help
from ffstudio.gui.window.holding_back import HoldingBack
from ffstudio.gui.window.judging_choice import JudgingChoice
from ffstudio.gui.window.keeping import Keeping
from ffstudio.gui.window.layout import Layout
from ffstudio.gui.window.lesson_mode import LessonMode
from ffstudio.gui.window.others import OthersCurvesActions
from ffstudio.gui.window.sharing import (
    Sharing,
)
from ffstudio.gui.window.speech import Speech
from ffstudio.gui.window.stranger_cards import Cards
from ffstudio.gui.window.sweeping import Sweeping
from ffstudio.gui.window.time_bar import TimeBar
from ffstudio.gui.window.tour.guide import Tour
from ffstudio.gui.window.watching import Watcher
from ffstudio.gui.window.welcome import WelcomeBar
from ffstudio.jobs.studio import Studio


@dataclass(frozen=True)
class Parts:
    """What commands act on: the studio and the parts of the window."""

    studio: Studio
    files: Files
    docks: Docks
    layout: Layout
    appearance: Appearance
    judging: JudgingChoice
    keeping: Keeping
    holding_back: HoldingBack
    cards: Cards
    help: Help
    welcome: WelcomeBar
    tour: Tour
    lessons: LessonMode
    speech: Speech
    time_bar: TimeBar
    sharing: Sharing
    sweeping: Sweeping
    watcher: Watcher
    others: OthersCurvesActions
    export: Callable[[], object]
    animate: Callable[[], object]
    show_palette: Callable[[], object]
    close: Callable[[], object]


def not_while_active(parts: Parts) -> str:
    """Why not: not while active."""
    if parts.studio.status.is_active:
        return tr("A run is active. Stop or cancel it first.")
    return ""


def no_model(parts: Parts) -> str:
    """Why not: no model."""
    if parts.studio.has_model:
        return ""
    return tr("There is no model yet. Train one or open one first.")


def no_backprop_net(parts: Parts) -> str:
    """Why not: no backprop net."""
    snapshot = parts.studio.snapshot
    if snapshot is not None and snapshot.bp is not None:
        return ""
    return tr("There is no backprop net yet. Train one or open one first.")


def no_ff_net(parts: Parts) -> str:
    """Why not: no Forward-Forward net."""
    snapshot = parts.studio.snapshot
    if snapshot is not None and snapshot.ff is not None:
        return ""
    return tr("There is no Forward-Forward net yet. Train one or open one first.")


def in_lesson(parts: Parts) -> str:
    """Why not: in lesson."""
    return tr("A lesson is open. Leave it first.") if parts.studio.lessons.is_open else ""


def not_in_lesson(parts: Parts) -> str:
    """Why not: not in lesson."""
    return "" if parts.studio.lessons.is_open else tr("No lesson is open.")


def no_new_experiment(parts: Parts) -> str:
    """Why not: no new experiment."""
    return not_while_active(parts) or in_lesson(parts)


def cannot_tour(parts: Parts) -> str:
    """Why not: cannot tour."""
    if parts.tour.is_on:
        return tr("The tour is on already.")
    return no_new_experiment(parts)


def cannot_leave(parts: Parts) -> str:
    """Why not: cannot leave."""
    return not_in_lesson(parts) or not_while_active(parts)


def holds_their_experiment(parts: Parts) -> str:
    """Why not: holds their experiment."""
    if parts.studio.net_name is None:
        return tr("There are no nets yet. Train some or open a model first.")
    if not parts.studio.other_settings:
        return tr("The builder holds the experiment of the nets shown already.")
    return ""


def nothing_to_undo(parts: Parts) -> str:
    """Why not: nothing to undo."""
    if not parts.studio.lessons.can_undo:
        return tr("There is nothing to undo in this lesson.")
    return "" if parts.studio.edits.undo_stack.canUndo() else tr("There is nothing to undo.")


def nothing_to_redo(parts: Parts) -> str:
    """Why not: nothing to redo."""
    return "" if parts.studio.edits.undo_stack.canRedo() else tr("There is nothing to redo.")


def cannot_train(parts: Parts) -> str:
    """Why not: cannot train."""
    status = parts.studio.status
    if status is RunStatus.STOPPING:
        return tr("The run is ending.")
    return _why_not_begin(parts) if status is RunStatus.IDLE else ""


def _why_not_begin(parts: Parts) -> str:
    """As ``why_not_train`` of the studio has it; for images that are on their way the run waits."""
    studio = parts.studio
    return "" if studio.waits_for_images else studio.why_not_train()


def cannot_step_by_layer(parts: Parts) -> str:
    """Why not: cannot step by layer."""
    if why := cannot_train(parts):
        return why
    studio = parts.studio
    active = studio.newest.spec if studio.status.is_active else None
    spec = active or studio.spec
    if not spec.trains_ff or spec.is_network:
        return tr("Backprop's layers learn together, from one error: step by batch.")
    return ""


def cannot_train_apart(parts: Parts) -> str:
    """Why not: cannot train apart."""
    return in_lesson(parts) or parts.studio.why_not_apart()


def cannot_queue(parts: Parts) -> str:
    """Why not: cannot queue."""
    return in_lesson(parts) or parts.studio.why_not_queue()


def cannot_queue_nets(parts: Parts) -> str:
    """Why not: cannot queue nets."""
    return in_lesson(parts) or cannot_continue(parts) or parts.studio.queue.why_not_nets()


def no_run(parts: Parts) -> str:
    """Why not: no run."""
    status = parts.studio.status
    if status is RunStatus.STOPPING:
        return tr("The run is ending already.")
    return "" if status.is_active else tr("No run is active.")


def cannot_continue(parts: Parts) -> str:
    """Why not: cannot continue."""
    why = not_while_active(parts) or no_model(parts) or _why_not_begin(parts)
    return why or parts.studio.why_not_continue()


def no_card(parts: Parts) -> str:
    """Why not: no card."""
    if parts.studio.strangers.current is not None:
        return ""
    return tr("The card belongs to models that other programs have written.")


def is_withheld(parts: Parts, panel: str) -> str:
    """Why not: is withheld."""
    return tr("The lesson that is open hides this panel.") if panel in parts.docks.withheld else ""


def is_largest(parts: Parts) -> str:
    """Why not: is largest."""
    return tr("The text is as large as it gets.") if parts.appearance.is_largest else ""


def is_smallest(parts: Parts) -> str:
    """Why not: is smallest."""
    return tr("The text is as small as it gets.") if parts.appearance.is_smallest else ""
