"""The first three steps, in a card that goes away for good when dismissed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QWidget,
)

from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.studio import Studio

STEPS = (
    ("draw", "Draw a Digit", "Opens the drawing pad: a trained model already answers."),
    ("train", "Press Train", "Shows the Train button: both nets learn side by side."),
    ("goodness", "Watch Goodness Part", "Shows what each layer's loss parts as it learns."),
)


class WelcomeCard(QFrame):
    """Three steps as buttons, ticked off one by one.

    Signals:
        step_chosen(id): ``draw``, ``train`` or ``goodness`` was clicked.
        dismissed(): The user has seen enough.
    """

    step_chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome_card")
        self.setAccessibleName("Welcome: three first steps")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._themes = themes
        title = QLabel("Welcome!", self)
        title.setObjectName("welcome_title")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(9)
        row.addWidget(title)
        row.addSpacing(4)
        self._steps: dict[str, QPushButton] = {}
        for number, (name, text, tip) in enumerate(STEPS, start=1):
            if number > 1:
                arrow = QLabel("→", self)
                arrow.setObjectName("welcome_arrow")
                row.addWidget(arrow)
            button = QPushButton(f"{number}  {text}", self)
            button.setObjectName(f"welcome_{name}_button")
            button.setAccessibleName(f"Step {number}: {text}")
            button.setToolTip(tip)
            button.setProperty("step", True)
            button.setProperty("stepName", name)
            button.clicked.connect(self._choose)
            row.addWidget(button)
            self._steps[name] = button
        row.addStretch(1)
        self._close = QPushButton("Got It", self)
        self._close.setObjectName("welcome_close_button")
        self._close.setAccessibleName("Dismiss the welcome card")
        self._close.setToolTip("Do not show this again; Help → Show Welcome brings it back.")
        self._close.setProperty("flat", True)
        self._close.clicked.connect(self.dismissed)
        row.addWidget(self._close)
        self._done: set[str] = set()
        themes.changed.connect(self._recolour)

    @property
    def done(self) -> set[str]:
        """The steps taken so far."""
        return set(self._done)

    def tick(self, name: str) -> None:
        """Marks a step as taken."""
        if name in self._done:
            return
        self._done.add(name)
        button = self._steps[name]
        button.setText(button.text().split("  ", 1)[1])
        button.setAccessibleName(f"{button.accessibleName()}, done")
        button.setProperty("done", True)
        button.style().unpolish(button)
        button.style().polish(button)
        self._recolour(self._themes.theme)

    @Slot()
    def _choose(self) -> None:
        self.step_chosen.emit(self.sender().property("stepName"))

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        for name in self._done:
            self._steps[name].setIcon(icon("check", theme, theme.success))


class WelcomeBar(QToolBar):
    """The bar that holds the card, until the user has seen enough of it.

    Args:
        docks: Two of the steps lead to panels.

    Signals:
        train_wanted(): The second step leads to the Train button.
    """

    train_wanted = Signal()

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        settings: Settings,
        messages: Messages,
        docks: Docks,
        window: QMainWindow,
    ) -> None:
        super().__init__("Welcome", window)
        self.setObjectName("welcome_toolbar")
        self.setMovable(False)
        self._studio, self._settings, self._messages = studio, settings, messages
        self._docks = docks
        self.card = WelcomeCard(themes, self)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(2, 3, 2, 3)
        row.addWidget(self.card)
        self.addWidget(holder)
        self.card.step_chosen.connect(self._take_step)
        self.card.dismissed.connect(self._dismiss)
        studio.run_started.connect(self._note_run)
        for dock in docks:
            if dock.entry.name == "goodness":
                dock.visibilityChanged.connect(self._note_goodness)

    def bring_back(self) -> None:
        """Shows the card again, also at the next start."""
        self._settings.tour_seen = False
        self.show()

    @Slot()
    def _dismiss(self) -> None:
        self._settings.tour_seen = True
        self.hide()

    @Slot(str)
    def _take_step(self, name: str) -> None:
        if name == "train":
            self.train_wanted.emit()
            self._messages.say("Press Space or click Train: both nets learn side by side.")
            return
        self._docks.bring_up(name)
        if name == "draw":
            self.card.tick("draw")

    @Slot(object)
    def _note_run(self, event: object) -> None:
        self.card.tick("train")

    @Slot(bool)
    def _note_goodness(self, visible: bool) -> None:
        if visible and self._studio.history:
            self.card.tick("goodness")
