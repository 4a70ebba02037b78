"""Every command of the window declared once: menus and the shortcut sheet are made from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ffstudio.gui.look.icons import icon
from ffstudio.gui.look.theme import Theme


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes:
        id: The action's object name.
        text: For menus, ``&`` before the mnemonic.
        tip: What it does, one sentence, for the status bar and the shortcut sheet.
        keys: Shortcuts, the first one is shown.
        icon: Name of the icon.
        checkable: True for an on/off command.
    """

    id: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


COMMANDS: dict[str, tuple[Command, ...]] = {
    "File": (
        Command(
            "new_experiment", "&New Experiment", "Start from the default settings.", ("Ctrl+N",)
        ),
        Command(
            "open_file",
            "&Open…",
            "Open a model (.h5, .keras), an experiment (.json) or a data set (.npz).",
            ("Ctrl+O",),
            "open",
        ),
        Command(
            "save_model",
            "&Save Model",
            "Write both nets with settings, optimizer state and curves.",
            ("Ctrl+S",),
            "save",
        ),
        Command(
            "save_model_as",
            "Save Model &As…",
            "Write the model to another file.",
            ("Ctrl+Shift+S",),
        ),
        Command(
            "save_twin_as",
            "Save &Backprop Net As…",
            "Write the backprop net alone: Keras, weights, NumPy CNN, NPZ, ONNX or TFLite.",
        ),
        Command(
            "save_experiment_as",
            "Save E&xperiment As…",
            "Write the settings as a JSON file that the command line reads too.",
        ),
        Command(
            "export",
            "&Export…",
            "Write a plot or table as PNG, SVG, PDF or CSV, or all curves as CSV or JSON.",
            ("Ctrl+E",),
            "export",
        ),
        Command("quit", "&Quit", "Close ffstudio.", ("Ctrl+Q",)),
    ),
    "Edit": (
        Command("undo", "&Undo", "Take back the last edit of the experiment.", ("Ctrl+Z",), "undo"),
        Command(
            "redo", "&Redo", "Do again what was taken back.", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"
        ),
    ),
    "Run": (
        Command(
            "train", "&Train", "Train, pause or resume, whichever is next.", ("Space",), "play"
        ),
        Command(
            "step_batch", "Step &Batch", "Train one mini-batch, then pause.", ("Right",), "step"
        ),
        Command(
            "step_epoch",
            "Step &Epoch",
            "Train to the end of the epoch, then pause.",
            ("Shift+Right",),
            "step-epoch",
        ),
        Command("stop", "&Stop", "End the run and keep what was learnt.", (), "stop"),
        Command(
            "cancel", "Ca&ncel", "End the run and go back to the nets before it.", (), "cancel"
        ),
        Command(
            "continue",
            "&Continue Training",
            "Train the nets shown for some more epochs.",
            (),
            "continue",
        ),
    ),
    "View": (
        Command(
            "model_card",
            "&Model Card…",
            "What is in the opened file: layers, what was migrated, how it wants its images.",
            ("Ctrl+I",),
        ),
        Command("reset_layout", "&Reset Layout", "Put every panel back in its place."),
        Command(
            "zoom_in", "Zoom &In", "Make the interface larger.", ("Ctrl++", "Ctrl+="), "zoom-in"
        ),
        Command("zoom_out", "Zoom &Out", "Make the interface smaller.", ("Ctrl+-",), "zoom-out"),
        Command("zoom_reset", "&Actual Size", "The system's text size again.", ("Ctrl+0",)),
    ),
    "Help": (
        Command(
            "help",
            "ffstudio &Help",
            "What Forward-Forward is, and what each panel shows.",
            ("F1",),
            "help",
        ),
        Command("shortcuts", "&Keyboard Shortcuts", "All shortcuts on one page.", ("Ctrl+/",)),
        Command("welcome", "Show &Welcome", "The three first steps again."),
        Command("about", "&About ffstudio", "Versions, licences, and what happens to your data."),
    ),
}

# Handled by the panels themselves, but looked up on the same sheet.
PANEL_KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+C", "In a plot or table: copy it as a picture and as a table."),
    ("Ctrl+Z", "In the drawing pad or a field: take back the last stroke or typing."),
    ("Tab, Shift+Tab", "Go to the next or previous control."),
)


class Actions:
    """The window's actions by id."""

    def __init__(self, parent: QWidget) -> None:
        self._made: dict[str, QAction] = {}
        self._commands = {c.id: c for group in COMMANDS.values() for c in group}
        for command in self._commands.values():
            action = QAction(command.text, parent)
            action.setObjectName(f"{command.id}_action")
            action.setStatusTip(command.tip)
            action.setToolTip(command.tip)
            action.setCheckable(command.checkable)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            parent.addAction(action)
            self._made[command.id] = action

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def group(self, menu: str) -> list[QAction]:
        """The actions of one menu, in order."""
        return [self._made[c.id] for c in COMMANDS[menu]]

    def recolour(self, theme: Theme) -> None:
        """Gives every action its icon in the colours of ``theme``."""
        for name, command in self._commands.items():
            if command.icon:
                self._made[name].setIcon(icon(command.icon, theme))


def shortcut_rows() -> list[tuple[str, str, str]]:
    """(menu, keys, what it does) of all commands that have a shortcut."""
    rows = []
    for menu, group in COMMANDS.items():
        for command in group:
            if command.keys:
                native = QKeySequence.SequenceFormat.NativeText
                keys = ", ".join(QKeySequence(k).toString(native) for k in command.keys)
                rows.append((menu, keys.replace("Right", "→"), command.tip))
    rows += [("Panels", keys, tip) for keys, tip in PANEL_KEYS]
    return rows
