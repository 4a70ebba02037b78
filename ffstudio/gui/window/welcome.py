"""The first steps, in a card that goes away for good when dismissed.

A step is ticked when it has been done, wherever that was; its button leads to where it is done.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.run.status import DataState
from ffstudio.core.words import say_all, tr
from ffstudio.gui.dialogs.missing_data import MissingDataRow
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.studio import Studio

STEPS = say_all(
    (
        ("data", "Have Images", "Shows the images that nets learn from, or how to get some."),
        ("draw", "Draw a Digit", "Shows the drawing pad: a trained model already answers."),
        ("train", "Press Train", "Shows the Train button: both nets learn side by side."),
        ("goodness", "Watch Goodness Part", "Shows what each layer's loss parts as it learns."),
    )
)


class WelcomeCard(QFrame):
    """The steps as buttons, ticked off one by one, and what to do where images are missing.

    Signals:
        step_chosen(id): ``data``, ``draw``, ``train`` or ``goodness`` was clicked.
        tour_wanted(): The guided tour.
        dismissed(): The user has seen enough.
    """

    step_chosen = Signal(str)
    tour_wanted = Signal()
    dismissed = Signal()

    def __init__(self, studio: Studio, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome_card")
        self.setAccessibleName(tr("Welcome: first steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._themes = themes
        title = QLabel(tr("Welcome!"), self)
        title.setObjectName("welcome_title")
        row = QHBoxLayout()
        row.setSpacing(13)
        steps = FlowLayout(spacing=9)
        self.missing = MissingDataRow(studio, self, in_line=True, wraps=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 8, 7)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.missing)
        row.addWidget(title)
        row.addLayout(steps, 1)
        self._steps: dict[str, QPushButton] = {}
        for number, (name, text, tip) in enumerate(STEPS, start=1):
            step = QWidget(self)
            pair = QHBoxLayout(step)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(9)
            if number > 1:
                arrow = QLabel("→", step)
                arrow.setObjectName("welcome_arrow")
                pair.addWidget(arrow)
            button = QPushButton(f"{number}  {text}", step)
            button.setObjectName(f"welcome_{name}_button")
            button.setAccessibleName(tr("Step {number}: {text}", number=number, text=text))
            button.setToolTip(tip)
            button.setProperty("step", True)
            button.setProperty("stepName", name)
            button.clicked.connect(self._choose)
            pair.addWidget(button)
            if name == "draw":
                self._nets = self._make_net_button(step)
                pair.addWidget(self._nets)
            steps.addWidget(step)
            self._steps[name] = button
        self._tour = QPushButton(tr("Guided Tour"), self)
        self._tour.setObjectName("welcome_tour_button")
        self._tour.setAccessibleName(tr("Guided Tour"))
        self._tour.setToolTip(
            tr("All of this in a minute: train a net, then draw a digit that it reads.")
        )
        self._tour.setProperty("step", True)
        self._tour.clicked.connect(self.tour_wanted)
        steps.addWidget(self._tour)
        self._is_tour_done = False
        self._close = QPushButton(tr("Got It"), self)
        self._close.setObjectName("welcome_close_button")
        self._close.setAccessibleName(tr("Dismiss the welcome card"))
        self._close.setToolTip(tr("Do not show this again; Help → Show Welcome brings it back."))
        self._close.setProperty("flat", True)
        self._close.clicked.connect(self.dismissed)
        row.addWidget(self._close)
        self._done: set[str] = set()
        themes.changed.connect(self._recolour)

    def _make_net_button(self, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName("welcome_net_button")
        button.setText(tr("Other Net"))
        button.setAccessibleName(tr("Other Net"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.hide()
        return button

    def offer_nets(self, menu: QMenu) -> None:
        """Gives the choice of trained nets a button beside the step that draws."""
        self._nets.setMenu(menu)
        menu.menuAction().changed.connect(self._follow_nets)
        self._follow_nets()
        self._nets.show()

    @Slot()
    def _follow_nets(self) -> None:
        """Not while a run is active; the menu says why."""
        self._nets.setEnabled(self._nets.menu().isEnabled())
        self._nets.setToolTip(
            self._nets.menu().menuAction().statusTip()
            or tr("Which of the trained nets that come along reads what you draw.")
        )

    def hasHeightForWidth(self) -> bool:
        """A bar's layout would take the height that it needs where it is narrowest."""
        return False

    def sizeHint(self) -> QSize:
        """As high as its steps need on as many rows as its width leaves them."""
        hint = super().sizeHint()
        width = max(self.width(), super().minimumSizeHint().width())
        return QSize(hint.width(), self._column.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """See :meth:`sizeHint`."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @property
    def done(self) -> set[str]:
        """The steps taken so far."""
        return set(self._done)

    def tick(self, name: str, *, done: bool = True) -> None:
        """Marks a step as taken, or as still to take: images may be missing again."""
        if done == (name in self._done):
            return
        number, text = next((i, row[1]) for i, row in enumerate(STEPS, 1) if row[0] == name)
        button, spoken = self._steps[name], tr("Step {number}: {text}", number=number, text=text)
        if done:
            self._done.add(name)
            button.setText(text)
            button.setAccessibleName(tr("{accessibleName}, done", accessibleName=spoken))
        else:
            self._done.remove(name)
            button.setText(f"{number}  {text}")
            button.setAccessibleName(spoken)
            button.setIcon(QIcon())
        button.setProperty("done", done)
        button.style().unpolish(button)
        button.style().polish(button)
        self._recolour(self._themes.theme)

    def tick_tour(self) -> None:
        """Marks the guided tour as done; it can be taken again."""
        if not self._is_tour_done:
            self._is_tour_done = True
            self._tour.setAccessibleName(tr("Guided Tour, done"))
            self._tour.setProperty("done", True)
            self._tour.style().unpolish(self._tour)
            self._tour.style().polish(self._tour)
            self._recolour(self._themes.theme)

    @Slot()
    def _choose(self) -> None:
        self.step_chosen.emit(self.sender().property("stepName"))

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        for name in self._done:
            self._steps[name].setIcon(icon("check", theme, theme.success))
        if self._is_tour_done:
            self._tour.setIcon(icon("check", theme, theme.success))


class WelcomeBar(QToolBar):
    """The bar that holds the card, until the user has seen enough of it.

    Args:
        docks: Most of the steps lead to panels.

    Signals:
        train_wanted(): One of the steps leads to the Train button.
        tour_wanted(): The guided tour.
    """

    train_wanted = Signal()
    tour_wanted = Signal()

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        settings: Settings,
        messages: Messages,
        docks: Docks,
        window: QMainWindow,
    ) -> None:
        super().__init__(tr("Welcome"), window)
        self.setObjectName("welcome_toolbar")
        self.setMovable(False)
        self._studio, self._settings, self._messages = studio, settings, messages
        self._docks = docks
        self._themes = themes
        self._nets: QMenu | None = None
        holder = QWidget(self)
        self._row = QHBoxLayout(holder)
        self._row.setContentsMargins(2, 3, 2, 3)
        self.addWidget(holder)
        self.card = self._make_card()
        studio.data_changed.connect(self._note_data)
        studio.data_state_changed.connect(self._note_data_state)
        studio.epoch_done.connect(self._note_epoch)
        docks.links.digit_drawn.connect(self._note_drawing)
        self._goodness = docks.by_name.get("goodness")
        if self._goodness is not None:
            self._goodness.visibilityChanged.connect(self._note_goodness)
        self._note_data(studio.data)

    def _make_card(self) -> WelcomeCard:
        card = WelcomeCard(self._studio, self._themes, self)
        self._row.addWidget(card)
        if self._nets is not None:
            card.offer_nets(self._nets)
        card.step_chosen.connect(self._lead)
        card.tour_wanted.connect(self.tour_wanted)
        if self._settings.guided_tour_done:
            card.tick_tour()
        card.dismissed.connect(self._dismiss)
        return card

    def offer_nets(self, menu: QMenu) -> None:
        """Has the card offer the trained nets that come along."""
        self._nets = menu
        self.card.offer_nets(menu)

    def speak_anew(self) -> None:
        """Another language is spoken: the card is made anew, its steps ticked as they were."""
        self.setWindowTitle(tr("Welcome"))
        old, self.card = self.card, self._make_card()
        for name in old.done:
            self.card.tick(name)
        self._row.removeWidget(old)
        old.hide()
        old.deleteLater()

    @Slot()
    def note_tour(self) -> None:
        """The tour has begun or ended."""
        if self._settings.guided_tour_done:
            self.card.tick_tour()

    def bring_back(self) -> None:
        """Shows the card again, also at the next start."""
        self._settings.tour_seen = False
        self.show()

    @Slot()
    def _dismiss(self) -> None:
        self._settings.tour_seen = True
        self.hide()

    @Slot(str)
    def _lead(self, name: str) -> None:
        """To where the step is done, with the keyboard on what it is done with."""
        if name == "train":
            why = self._studio.why_not_train()
            if self._studio.data_state[0] is DataState.MISSING:
                self._messages.say(tr("{why} See the Data panel.", why=why))
                self._lead("data")
                return
            self.train_wanted.emit()
            self._messages.say(
                why or tr("Press Space or click Train: both nets learn side by side.")
            )
            return
        self._docks.bring_up(name)
        control = self._docks[name].panel.first_control()
        if control is not None:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _note_data(self, data: object) -> None:
        if data is not None:
            self.card.tick("data")

    @Slot()
    def _note_data_state(self, *_: object) -> None:
        if self._studio.data_state[0] is DataState.MISSING:
            self.card.tick("data", done=False)

    @Slot()
    def _note_drawing(self) -> None:
        self.card.tick("draw")

    @Slot(object)
    def _note_epoch(self, event: object) -> None:
        if not self._studio.status.is_active:
            return  # of a run that is watched
        self.card.tick("train")
        self._note_goodness(self._goodness is not None and self._goodness.is_seen)

    @Slot(bool)
    def _note_goodness(self, visible: bool) -> None:
        """Seen once the nets that learn here have something to show."""
        if visible and "train" in self.card.done:
            self.card.tick("goodness")
