"""Six pages, each a few sentences and a figure of the net that is shown, live."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.explained import Explained, explain
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowBar
from ffstudio.gui.forms.sample_choice import ChosenImage, SampleChoice
from ffstudio.gui.forms.view_head import ViewHead
from ffstudio.gui.panels.explain.page_figure import PageFigure, page_of
from ffstudio.gui.panels.explain.page_view import PageView
from ffstudio.gui.panels.explain.pages import (
    NAMES,
    PAGES,
    equation_of,
    state_words,
    text_of,
    why_no_figure,
)
from ffstudio.gui.panels.explain.view_state import ViewState
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.style.headline import Headline
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.2


class ExplainPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("explain_panel")
        self.setAccessibleName(tr("Explain"))
        self.setMinimumWidth(320)
        self._state = ViewState()
        self._figures = [PageFigure(page, self._state) for page in PAGES]
        self._task = LatestTask(self, name="explain", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._look, _LEAST_PAUSE_S, self._task)
        self._build()
        install_copy(
            self,
            lambda: self._figures[self._pages.currentIndex()] if self.explained else None,
            studio.message.emit,
        )
        studio.snapshot_changed.connect(self._take_nets)
        studio.data_changed.connect(self._take_data)
        self.links.picture_changed.connect(self._sample.set_picture)
        if self.links.picture is not None:
            self._sample.set_picture(self.links.picture)
        self._show_page()
        self.pace.ask()

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        head = ViewHead(
            "explain",
            tr("Six short pages, with figures of the net that is shown."),
            self,
        )
        head.why_wanted.connect(lambda: self.links.help_wanted.emit("explain"))
        self._title = Headline("", self, factor=1.25)
        self._title.setObjectName("explain_title")
        self._title.setWordWrap(True)
        self._text = self._label("explain_text")
        self._equation = self._label("explain_equation")
        self._equation.setProperty("strong", True)
        self._equation.setContentsMargins(14, 2, 0, 2)
        self._about = self._label("explain_about_label")
        self._about.setProperty("muted", True)
        self._view = PageView(self._state, self._themes, self)
        self._view.turned.connect(self.turn)
        self._view.label_wanted.connect(self.embed)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(7)
        for widget in (self._title, self._text, self._equation, self._about):
            column.addWidget(widget)
        column.addWidget(self._view)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("explain_scroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        self._scroll = scroll
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 6, 0, 4)
        around.setSpacing(4)
        around.addWidget(head)
        around.addLayout(self._page_row())
        around.addWidget(self._image_row())
        around.addWidget(scroll, 1)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _page_row(self) -> QHBoxLayout:
        """Back, the contents, and next."""
        self._pages = Combo(self)
        self._pages.setObjectName("explain_page_choice")
        self._pages.setAccessibleName(tr("Page"))
        self._pages.setToolTip(tr("The contents: choose a page."))
        for number, page in enumerate(PAGES, start=1):
            self._pages.addItem(f"{number}  {page.title}", page.name)
        self._pages.currentIndexChanged.connect(self._choose_page)
        self._back = self._turn_button("explain_back_button", tr("Back"), -1)
        self._next = self._turn_button("explain_next_button", tr("Next"), 1)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._back)
        row.addWidget(self._pages, 1)
        row.addWidget(self._next)
        return row

    def _turn_button(self, name: str, text: str, by: int) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(tr("Next page") if by > 0 else tr("Page before"))
        button.setToolTip(
            tr("The page after (Right in the figure).")
            if by > 0
            else tr("The page before (Left in the figure).")
        )
        button.clicked.connect(lambda: self.turn(by))
        return button

    def _image_row(self) -> QWidget:
        """Which image, and which label."""
        bar = FlowBar("explain_controls", self)
        self._sample = SampleChoice("explain", self._studio, bar)
        self._sample.changed.connect(self._look_at_other)
        self._slider = QSlider(Qt.Orientation.Horizontal, bar)
        self._slider.setObjectName("explain_label_slider")
        self._slider.setAccessibleName(tr("Embedded label"))
        self._slider.setToolTip(tr("The label that the image carries; digits choose it too."))
        self._slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self._slider.setFixedWidth(180)
        self._slider.setPageStep(1)
        self._slider.valueChanged.connect(self._embed)
        bar.add(self._sample, self._slider)
        return bar

    # --- for others -----------------------------------------------------------------------

    @property
    def explained(self) -> Explained | None:
        """What the figures are drawn from."""
        return self._state.explained

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        return self._state.page

    @property
    def label(self) -> int:
        """The label that is embedded on the page about labels."""
        return self._state.label

    @Slot(int)
    def turn(self, by: int) -> None:
        """Turns pages; beyond the first or last one nothing happens."""
        at = self._pages.currentIndex() + by
        if 0 <= at < len(PAGES):
            self._pages.setCurrentIndex(at)

    @Slot(int)
    def embed(self, label: int) -> None:
        """Embeds another label, on the page about labels; one that is not there changes nothing."""
        if self._slider.isVisibleTo(self) and 0 <= label <= self._slider.maximum():
            self._slider.setValue(label)

    def first_control(self) -> QWidget | None:
        return self._next if self._next.isEnabled() else self._back

    def figures(self) -> list[Figure]:
        self.pace.complete()
        return list(self._figures)

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"page": self._pages, "source": self._sample.source_choice}

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._task.close(1.0)

    # --- following the studio -------------------------------------------------------------

    @Slot(object)
    def _take_nets(self, snapshot: ModelSnapshot | None) -> None:
        self._show_page()
        self.look_again(self.pace)

    @Slot(object)
    def _take_data(self, *_: object) -> None:
        self._sample.take_data()
        self._show_page()
        self.look_again(self.pace)

    @Slot()
    def _look_at_other(self) -> None:
        self._show_page()
        self.pace.hurry()

    def why_empty(self) -> str:
        """Why there are no figures, a sentence; empty when there are."""
        snapshot = self._studio.snapshot
        if snapshot is None:
            return tr("No net yet. Press Train (Space) or open one, and its figure appears here.")
        if snapshot.ff is None:
            return tr(
                "This model has no Forward-Forward net to draw from. Train with Forward-Forward "
                "switched on."
            )
        return self._sample.image()[1]

    def _look(self) -> None:
        """Has the image looked at, in the background."""
        snapshot, (image, _) = self._studio.snapshot, self._sample.image()
        if self.why_empty() or snapshot is None or image is None:
            self._show_page()
            return
        knows = self._studio.shown.knows_epochs
        self._task.submit(_explain, snapshot, self._studio.trained_spec, image, knows)

    @Slot(object)
    def _take(self, made: Explained) -> None:
        if self.why_empty():
            return
        is_first = self._state.explained is None
        self._state.explained = made
        with QSignalBlocker(self._slider):
            self._slider.setMaximum(made.net.num_classes - 1)
            if is_first:
                self._slider.setValue(made.label)
        self._state.label = self._slider.value()
        self._show_page()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._state.explained = None
        self.complain(UserError(tr("The figure could not be drawn"), message, details), self.pace)

    @Slot(int)
    def _choose_page(self, at: int) -> None:
        self._state.page = NAMES[at]
        self._scroll.verticalScrollBar().setValue(0)
        self._show_page()

    @Slot(int)
    def _embed(self, label: int) -> None:
        self._state.label = label
        self._view.refresh()

    def _show_page(self) -> None:
        """Writes the page, and draws its figure or says why there is none."""
        why = self.why_empty()
        if why:
            self._state.explained = None
            self._task.forget()
        state, page, made = self._state, page_of(self._state), self._state.explained
        at = NAMES.index(state.page)
        self._back.setEnabled(at > 0)
        self._next.setEnabled(at + 1 < len(PAGES))
        self._title.setText(page.title)
        self._text.setText(text_of(page, made))
        equation = equation_of(page, made)
        self._equation.setText(equation)
        self._equation.setVisible(bool(equation))
        if made is not None:
            why = why_no_figure(page, made) or state_words(page, made)
        elif not why:
            why = tr("Looking…")
        self._about.setText(why)
        self._about.setVisible(bool(why))
        has_labels = made is not None and not why_no_figure(page, made)
        self._slider.setVisible(state.page == "labels" and has_labels)
        self._view.refresh()


def _explain(
    snapshot: ModelSnapshot, spec: ExperimentSpec | None, image: ChosenImage, knows_epochs: bool
) -> Explained:
    return explain(snapshot, spec, image.x, image.label, knows_epochs=knows_epochs)
