"""Every command of the window, declared once.

Menus, the buttons of the run bar, the sheet of shortcuts and the palette are made from
:data:`MENUS`: a new command is one entry there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction

from ffstudio.core.run.status import RunStatus
from ffstudio.gui.commands.command import Choices, Command, Face, Kept, Menu, keys_text
from ffstudio.gui.panels.table import PANELS, PanelEntry
from ffstudio.gui.window.appearance import Appearance
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.file_actions import Files
from ffstudio.gui.window.help import Help
from ffstudio.gui.window.judging_choice import JudgingChoice
from ffstudio.gui.window.keeping import Keeping
from ffstudio.gui.window.layout import Layout
from ffstudio.gui.window.lesson_mode import LessonMode
from ffstudio.gui.window.panel_commands import go_commands
from ffstudio.gui.window.sharing import (
    Sharing,
    code_commands,
    export_commands,
    rerun_command,
)
from ffstudio.gui.window.stranger_cards import Cards
from ffstudio.gui.window.time_bar import TimeBar
from ffstudio.gui.window.time_commands import continue_face, save_as_face, time_commands
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
    cards: Cards
    help: Help
    welcome: WelcomeBar
    lessons: LessonMode
    time_bar: TimeBar
    sharing: Sharing
    export: Callable[[], object]
    show_palette: Callable[[], object]
    close: Callable[[], object]


# --- why not -------------------------------------------------------------------------------


def _not_while_active(parts: Parts) -> str:
    if parts.studio.status.is_active:
        return "A run is active. Stop or cancel it first."
    return ""


def _no_model(parts: Parts) -> str:
    if parts.studio.has_model:
        return ""
    return "There is no model yet. Train one or open one first."


def _no_backprop_net(parts: Parts) -> str:
    snapshot = parts.studio.snapshot
    if snapshot is not None and snapshot.bp is not None:
        return ""
    return "There is no backprop net yet. Train one or open one first."


def _in_lesson(parts: Parts) -> str:
    return "A lesson is open. Leave it first." if parts.studio.lessons.is_open else ""


def _not_in_lesson(parts: Parts) -> str:
    return "" if parts.studio.lessons.is_open else "No lesson is open."


def _no_new_experiment(parts: Parts) -> str:
    return _not_while_active(parts) or _in_lesson(parts)


def _cannot_leave(parts: Parts) -> str:
    return _not_in_lesson(parts) or _not_while_active(parts)


def _shows_shipped(parts: Parts) -> str:
    if parts.studio.shown.is_shipped:
        return "The shipped net is the one shown."
    return _not_while_active(parts)


def _holds_their_experiment(parts: Parts) -> str:
    if parts.studio.net_name is None:
        return "There are no nets yet. Train some or open a model first."
    if not parts.studio.other_settings:
        return "The builder holds the experiment of the nets shown already."
    return ""


def _nothing_to_undo(parts: Parts) -> str:
    if not parts.studio.lessons.can_undo:
        return "There is nothing to undo in this lesson."
    return "" if parts.studio.edits.undo_stack.canUndo() else "There is nothing to undo."


def _nothing_to_redo(parts: Parts) -> str:
    return "" if parts.studio.edits.undo_stack.canRedo() else "There is nothing to redo."


def _cannot_train(parts: Parts) -> str:
    status = parts.studio.status
    if status is RunStatus.STOPPING:
        return "The run is ending."
    return parts.studio.why_not_train() if status is RunStatus.IDLE else ""


def _no_run(parts: Parts) -> str:
    status = parts.studio.status
    if status is RunStatus.STOPPING:
        return "The run is ending already."
    return "" if status.is_active else "No run is active."


def _cannot_continue(parts: Parts) -> str:
    return _not_while_active(parts) or _no_model(parts) or parts.studio.why_not_train()


def _no_card(parts: Parts) -> str:
    if parts.studio.strangers.current is not None:
        return ""
    return "The card belongs to models that other programs have written."


def _is_withheld(parts: Parts, panel: str) -> str:
    return "The lesson that is open hides this panel." if panel in parts.docks.withheld else ""


def _is_largest(parts: Parts) -> str:
    return "The text is as large as it gets." if parts.appearance.is_largest else ""


def _is_smallest(parts: Parts) -> str:
    return "The text is as small as it gets." if parts.appearance.is_smallest else ""


# --- what is done --------------------------------------------------------------------------


def _step(parts: Parts, step: Callable[[], object]) -> None:
    """Undoes or redoes; says so when that leaves nets and builder with different experiments."""
    studio = parts.studio
    agreed = not studio.other_settings
    step()
    name = studio.net_name
    if agreed and name is not None and studio.other_settings:
        studio.message.emit(
            f"The builder holds another experiment now; the nets shown are still {name.spoken}."
        )


# --- how it looks now ----------------------------------------------------------------------


def _train_face(parts: Parts) -> Face:
    return {
        RunStatus.IDLE: Face("&Train", "Train the experiment from the start.", "play"),
        RunStatus.STARTING: Face("&Pause", "The engine compiles the training step.", "pause"),
        RunStatus.RUNNING: Face("&Pause", "Pause after this mini-batch.", "pause"),
        RunStatus.PAUSED: Face("Resu&me", "Go on training.", "play"),
        RunStatus.STOPPING: Face("Stopping…", "The run ends after this mini-batch.", "pause"),
    }[parts.studio.status]


def _undo_face(parts: Parts) -> Face:
    return Face(f"&Undo {parts.studio.edits.undo_stack.undoText()}".rstrip())


def _redo_face(parts: Parts) -> Face:
    return Face(f"&Redo {parts.studio.edits.undo_stack.redoText()}".rstrip())


# --- the table -----------------------------------------------------------------------------

_FILE = Menu[Parts](
    "File",
    "&File",
    (
        (
            Command(
                "new_experiment",
                "&New Experiment",
                "Start from the default settings.",
                lambda parts: parts.files.new_experiment(),
                _no_new_experiment,
                ("Ctrl+N",),
            ),
            Choices(
                "preset",
                "New from &Preset",
                lambda parts: parts.files.presets(),
                "New from Preset: {}",
                _no_new_experiment,
            ),
            Command(
                "open_file",
                "&Open…",
                "Open a model (.h5, .keras), an experiment or a lesson (.json), or a data set.",
                lambda parts: parts.files.ask_and_open(),
                _not_while_active,
                ("Ctrl+O",),
                "open",
            ),
            Choices(
                "recent",
                "Open &Recent",
                lambda parts: parts.files.recent(),
                "Open Recent: {}",
                _not_while_active,
                nothing="No Recent Files",
                numbered=True,
            ),
            Command(
                "open_shipped",
                "Open S&hipped Net",
                "The trained Forward-Forward net and its backprop twin that come along.",
                lambda parts: parts.files.open_shipped(),
                _shows_shipped,
            ),
        ),
        (
            Choices(
                "lessons",
                "&Lessons",
                lambda parts: parts.lessons.list_shipped(),
                "Lesson: {}",
                _not_while_active,
            ),
            Command(
                "leave_lesson",
                "Lea&ve Lesson",
                "Bring back your own panels, experiment and nets; the lesson is kept where it is.",
                lambda parts: parts.lessons.leave(),
                _cannot_leave,
            ),
            Command(
                "restart_lesson",
                "Restart Lesson",
                "Begin the lesson that is open anew.",
                lambda parts: parts.lessons.restart(),
                _cannot_leave,
            ),
            Command(
                "save_lesson_as",
                "Save as Lesson…",
                "Write steps and checks around the experiment and the panels that you see.",
                lambda parts: parts.lessons.write_new(),
            ),
            Command(
                "edit_lesson",
                "Edit Lesson…",
                "Change the steps of the lesson that is open, or of one in a file.",
                lambda parts: parts.lessons.edit(),
            ),
        ),
        (
            Command(
                "save_model",
                "&Save Model",
                "Write both nets with settings, optimizer state and curves.",
                lambda parts: parts.files.save_model(),
                _no_model,
                ("Ctrl+S",),
                "save",
            ),
            Command(
                "save_model_as",
                "Save Model &As…",
                "Write the model to another file.",
                lambda parts: parts.files.save_model_as(),
                _no_model,
                ("Ctrl+Shift+S",),
                face=save_as_face,
            ),
            Command(
                "save_twin_as",
                "Save &Backprop Net As…",
                "Write the backprop net alone: Keras, weights, NumPy CNN, NPZ, ONNX or TFLite.",
                lambda parts: parts.files.save_twin_as(),
                _no_backprop_net,
            ),
            Command(
                "save_experiment_as",
                "Save E&xperiment As…",
                "Write the settings as a JSON file that the command line reads too.",
                lambda parts: parts.files.save_experiment_as(),
            ),
        ),
        export_commands(),
        (
            Command(
                "quit",
                "&Quit",
                "Close ffstudio.",
                lambda parts: parts.close(),
                keys=("Ctrl+Q",),
                role=QAction.MenuRole.QuitRole,
            ),
        ),
    ),
)

_EDIT = Menu[Parts](
    "Edit",
    "&Edit",
    (
        (
            Command(
                "undo",
                "&Undo",
                "Take back the last edit of the experiment.",
                lambda parts: _step(parts, parts.studio.edits.undo_stack.undo),
                _nothing_to_undo,
                ("Ctrl+Z",),
                "undo",
                _undo_face,
            ),
            Command(
                "redo",
                "&Redo",
                "Do again what was taken back.",
                lambda parts: _step(parts, parts.studio.edits.undo_stack.redo),
                _nothing_to_redo,
                ("Ctrl+Shift+Z", "Ctrl+Y"),
                "redo",
                _redo_face,
            ),
        ),
        (
            Command(
                "take_experiment",
                "&Take the Nets' Experiment",
                "Bring the settings that the nets shown were made with back into the builder.",
                lambda parts: parts.studio.edits.take_shown(),
                _holds_their_experiment,
            ),
            *code_commands(_no_new_experiment),
        ),
    ),
)

_RUN = Menu[Parts](
    "Run",
    "&Run",
    (
        (
            Command(
                "train",
                "&Train",
                "Train, pause or resume, whichever is next.",
                lambda parts: parts.studio.runs.toggle(),
                _cannot_train,
                ("Space",),
                "play",
                _train_face,
                repeats=False,
            ),
            Command(
                "step_batch",
                "Step &Batch",
                "Train one mini-batch, then pause.",
                lambda parts: parts.studio.runs.step_batch(),
                _cannot_train,
                ("Right",),
                "step",
                button="Step",
            ),
            Command(
                "step_epoch",
                "Step &Epoch",
                "Train to the end of the epoch, then pause.",
                lambda parts: parts.studio.runs.step_epoch(),
                _cannot_train,
                ("Shift+Right",),
                "step-epoch",
            ),
        ),
        (
            Command(
                "stop",
                "&Stop",
                "End the run and keep what was learnt.",
                lambda parts: parts.studio.runs.stop(),
                _no_run,
                icon="stop",
            ),
            Command(
                "cancel",
                "Ca&ncel",
                "End the run and go back to the nets and curves before it.",
                lambda parts: parts.studio.runs.cancel(),
                _no_run,
                icon="cancel",
            ),
        ),
        (
            Command(
                "continue",
                "&Continue Training",
                "Train the nets shown for some more epochs.",
                lambda parts: parts.studio.runs.train(resume=True),
                _cannot_continue,
                icon="continue",
                face=continue_face,
                button="Continue",
            ),
            rerun_command(),
        ),
        time_commands(),
        (
            Choices(
                "judging",
                "&Judge Epochs On",
                lambda parts: parts.judging.choices(),
                "Judge Epochs On: {}",
                _not_while_active,
            ),
            Choices(
                "keep_runs",
                "&Keep Runs on Disk",
                lambda parts: parts.keeping.choices(),
                "Keep Runs on Disk: {}",
                _not_while_active,
            ),
        ),
    ),
)


def _view(panels: Sequence[PanelEntry]) -> Menu[Parts]:
    return Menu(
        "View",
        "&View",
        (
            (
                Command(
                    "palette",
                    "Command &Palette…",
                    "Find any command by a few letters of its name.",
                    lambda parts: parts.show_palette(),
                    keys=("Ctrl+Shift+P",),
                    icon="search",
                ),
            ),
            (Kept(lambda parts: parts.docks.toggles()),),
            (
                Command(
                    "model_card",
                    "&Model Card…",
                    "What is in the opened file: layers, what was migrated, how it wants its "
                    "images.",
                    lambda parts: parts.cards.show_current(),
                    _no_card,
                    ("Ctrl+I",),
                ),
            ),
            (
                Command(
                    "reset_layout",
                    "&Reset Layout",
                    "Put every panel back in its place.",
                    lambda parts: parts.layout.reset(),
                    _in_lesson,
                ),
                Choices(
                    "theme",
                    "&Theme",
                    lambda parts: parts.appearance.themes(),
                    "Theme: {}",
                    icon="theme",
                ),
                Choices(
                    "weight_colors",
                    "Colours of &Weights",
                    lambda parts: parts.appearance.weight_colors(),
                    "Colours of Weights: {}",
                ),
                Choices(
                    "picture_colors",
                    "Colours of Ima&ges",
                    lambda parts: parts.appearance.picture_colors(),
                    "Colours of Images: {}",
                ),
                Choices(
                    "curve_colors",
                    "Colours of &Curves",
                    lambda parts: parts.appearance.curve_colors(),
                    "Colours of Curves: {}",
                ),
            ),
            (
                Command(
                    "zoom_in",
                    "Zoom &In",
                    "Make the interface larger.",
                    lambda parts: parts.appearance.zoom_by(1),
                    _is_largest,
                    ("Ctrl++", "Ctrl+="),
                    "zoom-in",
                ),
                Command(
                    "zoom_out",
                    "Zoom &Out",
                    "Make the interface smaller.",
                    lambda parts: parts.appearance.zoom_by(-1),
                    _is_smallest,
                    ("Ctrl+-",),
                    "zoom-out",
                ),
                Command(
                    "zoom_reset",
                    "&Actual Size",
                    "The system's text size again.",
                    lambda parts: parts.appearance.zoom_to(1.0),
                    keys=("Ctrl+0",),
                ),
            ),
        ),
        unlisted=go_commands(panels, _is_withheld),
    )


_HELP = Menu[Parts](
    "Help",
    "&Help",
    (
        (
            Command(
                "help",
                "ffstudio &Help",
                "The page of the panel one is in, and what Forward-Forward is.",
                lambda parts: parts.help.show_for(parts.docks.at_hand()),
                keys=("F1",),
                icon="help",
            ),
            Command(
                "shortcuts",
                "&Keyboard Shortcuts",
                "All shortcuts on one page.",
                lambda parts: parts.help.show_shortcuts(),
                keys=("Ctrl+/",),
            ),
            Command(
                "welcome",
                "Show &Welcome",
                "The three first steps again.",
                lambda parts: parts.welcome.bring_back(),
            ),
        ),
        (
            Command(
                "about",
                "&About ffstudio",
                "Versions, licences, and what happens to your data.",
                lambda parts: parts.help.show_about(),
                role=QAction.MenuRole.AboutRole,
            ),
        ),
    ),
)


def menus(panels: Sequence[PanelEntry] = PANELS) -> tuple[Menu[Parts], ...]:
    """All menus, for a window with these panels."""
    return (_FILE, _EDIT, _RUN, _view(panels), _HELP)


MENUS = menus()


def shortcut_rows(shown: Sequence[Menu[Parts]] = MENUS) -> list[tuple[str, str, str]]:
    """(menu, keys, what it does) of all commands that have a shortcut."""
    return [
        (menu.name, keys_text(command.keys), command.tip)
        for menu in shown
        for command in menu.commands()
        if command.keys
    ]
