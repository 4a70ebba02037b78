"""What each unit answers to one image, live while one draws, and the images that it likes best."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.fixed_sample import FixedSample, draw_sample
from ffstudio.core.look.snapshot import ModelSnapshot, Net
from ffstudio.core.look.unit_activity import Liked, UnitAnswers, answer_image, like_best
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.flow import FlowBar
from ffstudio.gui.forms.net_choice import NetChoice
from ffstudio.gui.forms.sample_choice import ChosenImage, SampleChoice
from ffstudio.gui.panels.activations.activations_figure import ActivationsFigure
from ffstudio.gui.panels.activations.answers import ShownAnswers
from ffstudio.gui.panels.activations.answers_view import AnswersView
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame, make_about_label
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.05
_LIKED_PAUSE_S = 1.0


class ActivationsPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("activations_panel")
        self.setAccessibleName(tr("Activations"))
        self.setMinimumWidth(320)
        self._shown = ShownAnswers()
        self._images: dict[tuple[int, str, str], QImage] = {}
        self._drawn_from: tuple[PreparedData, FixedSample] | None = None
        self._liked_of: tuple[Net, FixedSample] | None = None
        self._figure = ActivationsFigure(
            self._shown, self._image_of, lambda: self._sample.name_image()
        )
        self._task = LatestTask(self, name="activations", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self._liked_task = LatestTask(self, name="liked-images", keep_stale=True)
        self._liked_task.done.connect(self._take_liked)
        self._liked_task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._answer, _LEAST_PAUSE_S, self._task)
        self._liked_pace = self.make_pace(self._look_for_liked, _LIKED_PAUSE_S, self._liked_task)
        self._build()
        install_copy(
            self, lambda: self._figure if self._shown.answers else None, studio.message.emit
        )
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        self.links.picture_changed.connect(self._sample.set_picture)
        if self.links.picture is not None:
            self._sample.set_picture(self.links.picture)
        self._net.offer(self._studio.snapshot)
        self._update_state()
        self.pace.ask()
        self._liked_pace.ask()

    # --- building -------------------------------------------------------------------

    def _build(self) -> None:
        self._view = AnswersView(self._shown, self._themes, self._image_of, self)
        self._view.unit_pinned.connect(self._pin)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("activations_scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._view)
        self._about = make_about_label(self, "activations_about_label")
        full = QWidget(self)
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._scroll, 1)
        inside.addWidget(self._about)
        self._frame = ViewFrame(
            self,
            "activations",
            tr(
                "What every unit answers to one image, while one draws it too, and the training "
                "images that the most active units like best."
            ),
            full,
            controls=[self._controls()],
        )

    def _controls(self) -> QWidget:
        bar = FlowBar("activations_controls", self)
        self._sample = SampleChoice("activations", self._studio, bar)
        self._sample.source_choice.setCurrentIndex(0)
        self._sample.changed.connect(self._look_again)
        self._net = NetChoice("activations_net", tr("Whose units are shown."), bar)
        self._net.currentIndexChanged.connect(self._change_net)
        self._find = self._button(
            "find",
            tr("Find in Filters"),
            tr("Shows the weights of the unit that was pinned last, in Filters."),
        )
        self._find.clicked.connect(lambda checked=False: self._find_unit())
        self._unpin = self._button("unpin", tr("Unpin All"), tr("Lets go of all pinned units."))
        self._unpin.clicked.connect(lambda checked=False: self._let_go())
        bar.add(self._sample, self._net, self._find, self._unpin)
        return bar

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(f"activations_{name}_button")
        made.setAccessibleName(text)
        made.setToolTip(tip)
        return made

    # --- for others -------------------------------------------------------------------

    @property
    def answers(self) -> UnitAnswers | None:
        """What is shown."""
        return self._shown.answers

    @property
    def liked(self) -> tuple[Liked, ...]:
        """Per layer the images that its units like best, as far as they are known."""
        return self._shown.liked

    @property
    def pinned(self) -> list[tuple[int, int]]:
        """Layer and unit (0-based) of what is pinned."""
        return list(self._shown.pinned)

    def first_control(self) -> QWidget | None:
        return self._view

    def figures(self) -> list[Figure]:
        self.pace.complete()
        self._liked_pace.complete()
        return [self._figure]

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"source": self._sample.source_choice}

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._liked_pace.close()
        self._task.close(1.0)
        self._liked_task.close(1.0)

    # --- following the studio -----------------------------------------------------------

    @property
    def _chosen_net(self) -> Net | None:
        return self._net.net_of(self._studio.snapshot)

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._net.offer(self._studio.snapshot)
        self._update_state()
        self.look_again(self.pace)
        self.look_again(self._liked_pace)

    @Slot(object)
    def _take_data(self, *_: object) -> None:
        self._sample.take_data()
        self._images.clear()
        self._shown.liked, self._liked_of = (), None
        self._update_state()
        self.look_again(self.pace)
        self.look_again(self._liked_pace)

    @Slot()
    def _look_again(self) -> None:
        self._update_state()
        self.pace.hurry()
        if not self._shown.liked:
            self._liked_pace.ask()

    @Slot(int)
    def _change_net(self, _index: int) -> None:
        self._shown.pinned, self._shown.liked = [], ()
        self._shown.answers = None
        self._look_again()
        self._liked_pace.hurry()

    def why_empty(self) -> str:
        """Why there is nothing to show; empty when there is."""
        net = self._chosen_net
        if net is None:
            return tr("No net yet. Press Train (Space) or open one.")
        snapshot = self._studio.snapshot
        if self._net.currentData() == "bp" and snapshot is not None and snapshot.why_no_pictures:
            return snapshot.why_no_pictures
        return self._sample.image()[1]

    def _update_state(self) -> None:
        why = self.why_empty()
        if why:
            self._shown.answers = None
            self._task.forget()
        elif self._shown.answers is None:
            why = tr("Looking…")
        self._frame.show(why)
        self._find.setEnabled(bool(self._shown.pinned) and not why)
        self._unpin.setEnabled(bool(self._shown.pinned))

    # --- what units answer ------------------------------------------------------------------

    def _answer(self) -> None:
        net, (image, _) = self._chosen_net, self._sample.image()
        if self.why_empty() or net is None or image is None:
            self._update_state()
            return
        self._task.submit(_ask_units, net, image)

    @Slot(object)
    def _take(self, made: tuple[Net, ChosenImage, UnitAnswers]) -> None:
        net, image, answers = made
        chosen = self._chosen_net
        if self.why_empty() or chosen is None or type(net) is not type(chosen):
            return
        self._shown.answers = answers
        self._shown.names = tuple(layer.name for layer in net.seen)
        self._shown.forget_absent()
        self._say_what_is_shown(image)
        self._update_state()
        self._view.refresh()

    def _say_what_is_shown(self, image: ChosenImage) -> None:
        answers, snapshot, data = self._shown.answers, self._studio.snapshot, self._studio.data
        if answers is None or snapshot is None:
            return
        words = image.words[:1].upper() + image.words[1:]
        if answers.label is not None:
            name = snapshot.class_names[answers.label]
            words += (
                tr(", with the net's answer {name} embedded", name=name)
                if image.label is None
                else tr(", with its label {name} embedded", name=name)
            )
        said = [end_sentence(words)]
        sample = self._train_sample()
        if sample is not None and data is not None:
            said.append(tr("Liked best of {sample}.", sample=sample.describe(data.title)))
        self._about.setText(" ".join(said))

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._shown.answers = None
        self._frame.show(message)

    # --- what units like ----------------------------------------------------------------------

    def _train_sample(self) -> FixedSample | None:
        """The training images that are looked at, the very same each time; None of other data."""
        data, snapshot = self._studio.data, self._studio.snapshot
        if data is None or snapshot is None or not len(data.train):
            return None
        fits = data.image_shape == snapshot.image_shape
        if not fits or data.num_classes > max(snapshot.num_classes, 1):
            return None
        if self._drawn_from is None or self._drawn_from[0] is not data:
            self._drawn_from = data, draw_sample(data.train, "train")
        return self._drawn_from[1]

    def _look_for_liked(self) -> None:
        net, sample = self._chosen_net, self._train_sample()
        if net is None or sample is None or self.why_empty():
            self._liked_of = None
            self._shown.liked = ()
            return
        if (
            self._liked_of is None
            or self._liked_of[0] is not net
            or self._liked_of[1] is not sample
        ):
            self._liked_of = net, sample
            self._liked_task.submit(_find_liked, net, sample)

    @Slot(object)
    def _take_liked(self, made: tuple[Net, FixedSample, tuple[Liked, ...]]) -> None:
        net, sample, liked = made
        if type(net) is not type(self._chosen_net) or sample is not self._train_sample():
            return
        self._shown.liked = liked
        self._view.refresh()

    def _image_of(self, row: int, theme: Theme) -> QImage:
        """A training image as it is painted."""
        key = row, theme.name, theme.colors.pictures
        if key not in self._images:
            data = self._studio.data
            pixels = np.zeros((1, 1), np.float32)
            if data is not None and row < len(data.train):
                pixels = data.train.x[row].reshape(data.image_shape)
            if len(self._images) > 4000:
                self._images.clear()
            self._images[key] = picture_image(pixels, theme)
        return self._images[key]

    # --- pins -----------------------------------------------------------------------------------

    @Slot(int, int)
    def _pin(self, layer: int, unit: int) -> None:
        self._shown.toggle(layer, unit)
        self._update_state()
        self._view.refresh()

    def _let_go(self) -> None:
        self._shown.pinned.clear()
        self._update_state()
        self._view.refresh()

    def _find_unit(self) -> None:
        if self._shown.pinned:
            layer, unit = self._shown.pinned[-1]
            self.links.find_unit(str(self._net.currentData()), layer, unit)


def _ask_units(net: Net, image: ChosenImage) -> tuple[Net, ChosenImage, UnitAnswers]:
    return net, image, answer_image(net, image.x, image.label)


def _find_liked(net: Net, sample: FixedSample) -> tuple[Net, FixedSample, tuple[Liked, ...]]:
    return net, sample, tuple(like_best(net, sample))
