"""Every command of the window, declared once.

Menus, the buttons of the run bar, the sheet of shortcuts and the palette are made from
:data:`MENUS`: a new command is one entry there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction

from ffstudio.core.run.status import RunStatus
from ffstudio.core.words import tr
from ffstudio.gui.commands.command import Choices, Command, Face, Kept, Menu, keys_text
from ffstudio.gui.panels.table import PANELS, PanelEntry
from ffstudio.gui.window import obstacles
from ffstudio.gui.window.obstacles import Parts
from ffstudio.gui.window.others import others_commands
from ffstudio.gui.window.panel_commands import go_commands
from ffstudio.gui.window.sharing import (
    code_commands,
    export_commands,
    rerun_command,
)
from ffstudio.gui.window.time_commands import continue_face, save_as_face, time_commands
from ffstudio.gui.window.watching import watch_commands

# --- what is done --------------------------------------------------------------------------


def _step(parts: Parts, step: Callable[[], object]) -> None:
    """Undoes or redoes; says so when that leaves nets and builder with different experiments."""
    studio = parts.studio
    agreed = not studio.other_settings
    step()
    name = studio.net_name
    if agreed and name is not None and studio.other_settings:
        studio.message.emit(
            tr(
                "The builder holds another experiment now; the nets shown are still {spoken}.",
                spoken=name.spoken,
            )
        )


# --- how it looks now ----------------------------------------------------------------------


def _train_face(parts: Parts) -> Face:
    return {
        RunStatus.IDLE: Face(tr("&Train"), tr("Train the experiment from the start."), "play"),
        RunStatus.STARTING: Face(
            tr("&Pause"), tr("The engine compiles the training step."), "pause"
        ),
        RunStatus.RUNNING: Face(tr("&Pause"), tr("Pause after this mini-batch."), "pause"),
        RunStatus.PAUSED: Face(tr("Resu&me"), tr("Go on training."), "play"),
        RunStatus.STOPPING: Face(
            tr("Stopping…"), tr("The run ends after this mini-batch."), "pause"
        ),
    }[parts.studio.status]


def _undo_face(parts: Parts) -> Face:
    return Face(tr("&Undo {undoText}", undoText=parts.studio.edits.undo_stack.undoText()).rstrip())


def _redo_face(parts: Parts) -> Face:
    return Face(tr("&Redo {redoText}", redoText=parts.studio.edits.undo_stack.redoText()).rstrip())


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
                obstacles.no_new_experiment,
                ("Ctrl+N",),
            ),
            Choices(
                "preset",
                "New from &Preset",
                lambda parts: parts.files.presets(),
                "New from Preset: {}",
                obstacles.no_new_experiment,
            ),
            Command(
                "open_file",
                "&Open…",
                "Open a model (.h5, .keras), an experiment or a lesson (.json), or a data set.",
                lambda parts: parts.files.ask_and_open(),
                obstacles.not_while_active,
                ("Ctrl+O",),
                "open",
            ),
            Choices(
                "recent",
                "Open &Recent",
                lambda parts: parts.files.recent(),
                "Open Recent: {}",
                obstacles.not_while_active,
                nothing="No Recent Files",
                numbered=True,
            ),
            Choices(
                "shipped",
                "S&hipped Nets",
                lambda parts: parts.files.list_shipped(),
                "Shipped Net: {}",
                obstacles.not_while_active,
            ),
        ),
        watch_commands(),
        others_commands(),
        (
            Choices(
                "lessons",
                "&Lessons",
                lambda parts: parts.lessons.list_shipped(),
                "Lesson: {}",
                obstacles.not_while_active,
            ),
            Command(
                "leave_lesson",
                "Lea&ve Lesson",
                "Bring back your own panels, experiment and nets; the lesson is kept where it is.",
                lambda parts: parts.lessons.leave(),
                obstacles.cannot_leave,
            ),
            Command(
                "restart_lesson",
                "Restart Lesson",
                "Begin the lesson that is open anew.",
                lambda parts: parts.lessons.restart(),
                obstacles.cannot_leave,
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
                obstacles.no_model,
                ("Ctrl+S",),
                "save",
            ),
            Command(
                "save_model_as",
                "Save Model &As…",
                "Write the model to another file.",
                lambda parts: parts.files.save_model_as(),
                obstacles.no_model,
                ("Ctrl+Shift+S",),
                face=save_as_face,
            ),
            Command(
                "save_twin_as",
                "Save &Backprop Net As…",
                "Write the backprop net alone: Keras, weights, NumPy CNN, NPZ, ONNX or TFLite.",
                lambda parts: parts.files.save_twin_as(),
                obstacles.no_backprop_net,
            ),
            Command(
                "save_ff_net_as",
                "Save &Forward-Forward Net As…",
                "Write the Forward-Forward net alone, a score of every label: Keras, ONNX or TFLite.",
                lambda parts: parts.files.save_ff_net_as(),
                obstacles.no_ff_net,
            ),
            Command(
                "save_experiment_as",
                "Save E&xperiment As…",
                "Write the settings as a JSON file that the command line reads too.",
                lambda parts: parts.files.save_experiment_as(),
                lambda parts: parts.studio.why_not_handed_on(),
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
                obstacles.nothing_to_undo,
                ("Ctrl+Z",),
                "undo",
                _undo_face,
            ),
            Command(
                "redo",
                "&Redo",
                "Do again what was taken back.",
                lambda parts: _step(parts, parts.studio.edits.undo_stack.redo),
                obstacles.nothing_to_redo,
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
                obstacles.holds_their_experiment,
            ),
            *code_commands(obstacles.no_new_experiment),
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
                obstacles.cannot_train,
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
                obstacles.cannot_train,
                ("Right",),
                "step",
                button="Step",
            ),
            Command(
                "step_layer",
                "Step by &Layer",
                "Let one Forward-Forward layer learn its part of a mini-batch, then pause; the next "
                "layer follows, and backprop last.",
                lambda parts: parts.studio.runs.step_layer(),
                obstacles.cannot_step_by_layer,
                ("Ctrl+Shift+Right",),
                "step-layer",
            ),
            Command(
                "step_epoch",
                "Step &Epoch",
                "Train to the end of the epoch, then pause.",
                lambda parts: parts.studio.runs.step_epoch(),
                obstacles.cannot_train,
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
                obstacles.no_run,
                icon="stop",
            ),
            Command(
                "cancel",
                "Ca&ncel",
                "End the run and go back to the nets and curves before it.",
                lambda parts: parts.studio.runs.cancel(),
                obstacles.no_run,
                icon="cancel",
            ),
        ),
        (
            Command(
                "continue",
                "&Continue Training",
                "Train the nets shown for some more epochs.",
                lambda parts: parts.studio.runs.train(resume=True),
                obstacles.cannot_continue,
                icon="continue",
                face=continue_face,
                button="Continue",
            ),
            rerun_command(),
        ),
        (
            Command(
                "add_to_queue",
                "Add to &Queue",
                "Have the experiment trained after those that wait, in a process of its own.",
                lambda parts: parts.sweeping.add_to_queue(),
                obstacles.cannot_queue,
            ),
            Command(
                "queue_nets",
                "Continue in Q&ueue",
                "Have the nets shown learn for some more epochs after those that wait, from a copy "
                "of them, in a process of its own.",
                lambda parts: parts.sweeping.queue_nets(),
                obstacles.cannot_queue_nets,
            ),
            Command(
                "sweep",
                "S&weep…",
                "Train the experiment with many settings and seeds, in processes of their own.",
                lambda parts: parts.sweeping.ask(),
                obstacles.cannot_train_apart,
            ),
        ),
        time_commands(),
        (
            Choices(
                "judging",
                "&Judge Epochs On",
                lambda parts: parts.judging.choices(),
                "Judge Epochs On: {}",
                obstacles.not_while_active,
            ),
            Choices(
                "keep_runs",
                "&Keep Runs on Disk",
                lambda parts: parts.keeping.choices(),
                "Keep Runs on Disk: {}",
                obstacles.not_while_active,
            ),
            Choices(
                "views_while_training",
                "&Views While Training",
                lambda parts: parts.holding_back.choices(),
                "Views While Training: {}",
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
                    tr("Command &Palette…"),
                    tr("Find any command by a few letters of its name."),
                    lambda parts: parts.show_palette(),
                    keys=("Ctrl+Shift+P",),
                    icon="search",
                ),
            ),
            (
                Kept(lambda parts: parts.docks.toggles()),
                Kept(
                    lambda parts: parts.docks.toggles(more=True), "more_panels", tr("Mor&e Panels")
                ),
            ),
            (
                Command(
                    "model_card",
                    tr("&Model Card…"),
                    tr(
                        "What is in the opened file: layers, what was migrated, how it wants its "
                        "images."
                    ),
                    lambda parts: parts.cards.show_current(),
                    obstacles.no_card,
                    ("Ctrl+I",),
                ),
            ),
            (
                Command(
                    "reset_layout",
                    tr("&Reset Layout"),
                    tr("Put every panel back in its place."),
                    lambda parts: parts.layout.reset(),
                    obstacles.in_lesson,
                ),
                Choices(
                    "theme",
                    "&Theme",
                    lambda parts: parts.appearance.themes(),
                    tr("Theme: {}"),
                    icon="theme",
                ),
                Choices(
                    "language",
                    "&Language",
                    lambda parts: parts.speech.choices(),
                    tr("Language: {}"),
                ),
                Choices(
                    "weight_colors",
                    tr("Colours of &Weights"),
                    lambda parts: parts.appearance.weight_colors(),
                    tr("Colours of Weights: {}"),
                ),
                Choices(
                    "picture_colors",
                    tr("Colours of Ima&ges"),
                    lambda parts: parts.appearance.picture_colors(),
                    tr("Colours of Images: {}"),
                ),
                Choices(
                    "curve_colors",
                    tr("Colours of &Curves"),
                    lambda parts: parts.appearance.curve_colors(),
                    tr("Colours of Curves: {}"),
                ),
            ),
            (
                Command(
                    "zoom_in",
                    tr("Zoom &In"),
                    tr("Make the interface larger."),
                    lambda parts: parts.appearance.zoom_by(1),
                    obstacles.is_largest,
                    ("Ctrl++", "Ctrl+="),
                    "zoom-in",
                ),
                Command(
                    "zoom_out",
                    tr("Zoom &Out"),
                    tr("Make the interface smaller."),
                    lambda parts: parts.appearance.zoom_by(-1),
                    obstacles.is_smallest,
                    ("Ctrl+-",),
                    "zoom-out",
                ),
                Command(
                    "zoom_reset",
                    tr("&Actual Size"),
                    tr("The system's text size again."),
                    lambda parts: parts.appearance.zoom_to(1.0),
                    keys=("Ctrl+0",),
                ),
            ),
        ),
        unlisted=go_commands(panels, obstacles.is_withheld),
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
                "tour",
                "Guided &Tour",
                "A minute in which you train a net and draw a digit that it reads.",
                lambda parts: parts.tour.begin(),
                obstacles.cannot_tour,
            ),
            Command(
                "welcome",
                "Show &Welcome",
                "The first steps again.",
                lambda parts: parts.welcome.bring_back(),
            ),
        ),
        (
            Command(
                "about",
                "&About ffstudio",
                "Versions, licences, which device trains, and what happens to your data.",
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
        (menu.title, keys_text(command.keys), command.tip)
        for menu in shown
        for command in menu.commands()
        if command.keys
    ]
