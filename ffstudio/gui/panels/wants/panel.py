"""What a unit or a label wants to see, and which pixels a layer's goodness comes from."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errand import Errand
from ffstudio.core.look.ascent import Ascent
from ffstudio.core.look.attribution import Attribution
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.image_gradients import (
    count_wishes,
    why_no_image_gradients,
)
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.sample_choice import ChosenImage, SampleChoice
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame
from ffstudio.gui.panels.wants.ascent_controls import AscentControls
from ffstudio.gui.panels.wants.asked import (
    Asked,
    make_images,
    name_quantity,
    name_wanted,
    share_out,
    title_wish,
)
from ffstudio.gui.panels.wants.attribution_controls import AttributionControls
from ffstudio.gui.panels.wants.attribution_view import AttributionView, Shared
from ffstudio.gui.panels.wants.figures import AttributionFigure, WantedFigure
from ffstudio.gui.panels.wants.wanted_painter import Wanted
from ffstudio.gui.panels.wants.wanted_view import WantedView
from ffstudio.gui.panels.wants.wish_choice import WishChoice
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.1
# An ascent is long: it takes less of a core than other views do while nets learn.
_ASCENT_PAUSE_S, _ASCENT_SHARE = 1.0, 0.05
_IMAGES, _PIXELS = 0, 1


class WantsPanel(Panel):
    """See the module docstring.

    Signals:
        told(errand, asked, ascent): How far the images are, from the thread that makes them.
    """

    told = Signal(object, object, object)

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("wants_panel")
        self.setAccessibleName(tr("Wants"))
        self.setMinimumWidth(320)
        self._wanted, self._shared = Wanted(), Shared()
        self._errand = Errand()
        self._is_exported = False
        self._sheet_of: Asked | None = None  # what the images that are shown were made for
        self._range_of: tuple[float, float] | None = None
        self.told.connect(self._take_part, Qt.ConnectionType.QueuedConnection)
        self._task = LatestTask(self, name="wanted-images")
        self._task.done.connect(self._take_ascent)
        self._task.failed.connect(self._tell_failure)
        self._pixel_task = LatestTask(self, name="attribution", keep_stale=True)
        self._pixel_task.done.connect(self._take_attribution)
        self._pixel_task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._raise, _ASCENT_PAUSE_S, self._task, share=_ASCENT_SHARE)
        self._pixel_pace = self.make_pace(self._share_out, _LEAST_PAUSE_S, self._pixel_task)
        self._figures = (
            WantedFigure(self._wanted),
            AttributionFigure(self._shared, lambda: self._sample.name_image()),
        )
        self._build()
        install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        self.links.picture_changed.connect(self._sample.set_picture)
        if self.links.picture is not None:
            self._sample.set_picture(self.links.picture)
        self._take_snapshot(studio.snapshot)

    # --- building -------------------------------------------------------------------

    def _build(self) -> None:
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("wants_tabs")
        self._tabs.setAccessibleName(tr("What is shown"))
        self._tabs.setToolTip(
            tr("Images that please the layer, or where its goodness of an image comes from.")
        )
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.addTab(tr("Wanted Images"))
        self._tabs.addTab(tr("Attribution"))
        self._tabs.currentChanged.connect(self._turn_page)
        self._choice = WishChoice(self)
        self._choice.changed.connect(self._change_wish)
        self._sample = SampleChoice("wants", self._studio, self)
        self._sample.changed.connect(self._change_image)
        self._ascent = AscentControls(self)
        self._ascent.changed.connect(self._change_rule)
        self._ascent.follow_changed.connect(self._follow_or_not)
        self._ascent.stretch_changed.connect(self._stretch_or_not)
        self._ascent.run_wanted.connect(self.make_anew)
        self._ascent.cancel_wanted.connect(self.cancel)
        self._ascent.pad_wanted.connect(lambda: self._put_on_pad(self._wanted.chosen))
        self._attribution = AttributionControls(self)
        self._attribution.changed.connect(self._change_attribution)
        controls = QWidget(self)
        controls.setObjectName("wants_controls")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        controls.setSizePolicy(policy)
        inside = QVBoxLayout(controls)
        inside.setContentsMargins(8, 0, 8, 0)
        inside.setSpacing(4)
        inside.addWidget(self._choice)
        inside.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._ascent)
        inside.addWidget(self._attribution)
        self._view = WantedView(self._wanted, self._themes, self)
        self._view.image_chosen.connect(self._choose)
        self._view.pad_wanted.connect(self._put_on_pad)
        self._pixel_view = AttributionView(self._shared, self._themes, self)
        scrolls = tuple(
            self._scroll(name, view)
            for name, view in (("wanted", self._view), ("attribution", self._pixel_view))
        )
        self._frame = ViewFrame(
            self,
            "wants",
            tr(
                "Images that one layer likes ever better, by that layer's own gradient, and what "
                "each pixel of an image adds to its goodness."
            ),
            *scrolls,
            controls=[self._tabs, controls],
        )
        self._show_parts()

    def _scroll(self, name: str, view: QWidget) -> QScrollArea:
        made = QScrollArea(self)
        made.setObjectName(f"wants_{name}_scroll")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setWidgetResizable(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setWidget(view)
        return made

    # --- for others -------------------------------------------------------------------

    @property
    def ascent(self) -> Ascent | None:
        """The images that are shown."""
        return self._wanted.ascent

    @property
    def chosen(self) -> int:
        """The one that is large."""
        return self._wanted.chosen

    @property
    def attribution(self) -> Attribution | None:
        """What each pixel adds, as it is shown."""
        return self._shared.attribution

    @property
    def is_busy(self) -> bool:
        """True while images are being made."""
        return self._task.is_busy

    def first_control(self) -> QWidget | None:
        return self._choice.layer_choice

    def figures(self) -> list[Figure]:
        """As they are shown. Making images takes long, and no window shall stand still for them:
        only a panel without a window makes those that nobody has looked at.
        """
        self._is_exported = True
        try:
            if self._shared.attribution is None:
                self._pixel_pace.ask()
            self._pixel_pace.complete()
            if self.window() is self:
                if self._wanted.ascent is None:
                    self.pace.ask()
                self.pace.complete()
        finally:
            self._is_exported = False
        return [*self._figures]

    def _figure_to_copy(self) -> Figure | None:
        page = self._tabs.currentIndex()
        has_one = self._wanted.count if page == _IMAGES else self._shared.attribution
        return self._figures[page] if has_one else None

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        ascent, attribution = self._ascent, self._attribution
        return {
            "page": self._tabs,
            "source": self._sample.source_choice,
            "kind": self._choice.kind,
            "against": self._choice.against,
            "start": ascent.start,
            "seed": ascent.seed,
            "sheet": ascent.sheet,
            "count": ascent.count,
            "follow": ascent.follow,
            "stretch": ascent.stretch,
            "rule": ascent.section.head,
            "steps": ascent.steps,
            "step": ascent.step,
            "smoothness": ascent.smoothness,
            "shrinking": ascent.shrinking,
            "method": attribution.method,
            "baseline": attribution.baseline,
            "most": attribution.most,
            "patch": attribution.patch,
        }

    def shutdown(self) -> None:
        """Ends the background work."""
        self._errand.call_off()
        self.pace.close()
        self._pixel_pace.close()
        self._task.close(1.0)
        self._pixel_task.close(1.0)

    # --- following the studio and the controls ------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._choice.offer(snapshot)
        if snapshot is not None:
            look = snapshot.appearance
            pixels = (0.0, 1.0) if look is None else (look.low, look.high)
            if pixels != self._range_of:
                self._range_of = pixels
                self._ascent.set_range(*pixels)
        self._update_state()
        self.look_again(self._pixel_pace)
        if self._studio.is_learning and self._studio.past is None:
            if self._ascent.follow.isChecked() or self._wanted.ascent is None:
                self.pace.ask()
        else:
            self._begin_anew()

    @Slot(object)
    def _take_data(self, *_: object) -> None:
        self._sample.take_data()
        self._update_state()
        self.look_again(self._pixel_pace)
        if self._ascent.begins_with_image:
            self.look_again(self.pace)

    @Slot()
    def _change_wish(self) -> None:
        self._choice.offer(self._studio.snapshot)
        self._show_parts()
        self._update_state()
        number = self._choice.number
        same = self._wanted.ascent is not None and self._is_same_sheet(number)
        if same and number is not None and self._wanted.ascent is not None:
            self._choose(int(np.flatnonzero(self._wanted.ascent.numbers == number)[0]))
        elif not same:
            self._begin_anew()
        self._pixel_pace.hurry()

    def _is_same_sheet(self, number: int | None) -> bool:
        """True when the sheet that is shown has that label or unit, and nothing else changed."""
        asked, ascent = self._sheet_of, self._wanted.ascent
        return (
            asked is not None
            and ascent is not None
            and asked.wish == self._choice.wish
            and len(asked.numbers) > 1
            and (number is None or number in asked.numbers)
        )

    @Slot()
    def _change_image(self) -> None:
        self._update_state()
        self._pixel_pace.hurry()
        if self._ascent.begins_with_image:
            self._begin_anew()

    @Slot()
    def _change_rule(self) -> None:
        self._show_parts()
        self._update_state()
        self._begin_anew()

    @Slot(bool)
    def _follow_or_not(self, follows: bool) -> None:
        is_old = self._sheet_of is None or self._sheet_of.snapshot is not self._studio.snapshot
        if follows and is_old:
            self.pace.ask()
        elif not follows:
            self.pace.forget()

    @Slot(bool)
    def _stretch_or_not(self, stretches: bool) -> None:
        self._wanted.is_stretched = stretches
        self._view.refresh()

    @Slot()
    def _change_attribution(self) -> None:
        self._pixel_pace.hurry()

    @Slot(int)
    def _turn_page(self, _page: int) -> None:
        self._show_parts()
        self._update_state()
        if self._tabs.currentIndex() == _PIXELS:
            self._pixel_pace.hurry()
        elif self._wanted.ascent is None:
            self.pace.hurry()

    def _show_parts(self) -> None:
        """The controls of the page in front."""
        is_pixels = self._tabs.currentIndex() == _PIXELS
        self._ascent.set_kind(self._choice.wish.kind)
        self._ascent.setVisible(not is_pixels)
        self._attribution.setVisible(is_pixels)
        self._sample.setVisible(is_pixels or self._ascent.begins_with_image)

    # --- what can be shown ------------------------------------------------------------------

    def why_empty(self, page: int | None = None) -> str:
        """Why a page, the one in front as a rule, has nothing to show; empty when it has."""
        snapshot = self._studio.snapshot
        if snapshot is None:
            return tr("No net yet. Press Train (Space) or open one.")
        if snapshot.ff is None:
            return tr(
                "This model has no Forward-Forward net, and only its layers have a goodness of "
                "their own.\nTrain with Forward-Forward switched on."
            )
        why = why_no_image_gradients(snapshot.ff)
        page = self._tabs.currentIndex() if page is None else page
        if not why and (page == _PIXELS or self._ascent.begins_with_image):
            why = self._sample.image()[1]
        return why

    def why_blank(self, figure: Figure) -> str:
        page = _PIXELS if figure is self._figures[_PIXELS] else _IMAGES
        return self.why_empty(page) or tr(
            "No images have been made yet: they are as soon as the panel Wants is looked at."
        )

    def _update_state(self) -> None:
        page = self._tabs.currentIndex()
        why = self.why_empty()
        if self.why_empty(_IMAGES):
            self._errand.call_off()
            self._task.forget()
            self._wanted.ascent, self._sheet_of = None, None
            self._ascent.show_progress(0, 0)
        if self.why_empty(_PIXELS):
            self._pixel_task.forget()
            self._shared.attribution = None
        if not why:
            shown = self._wanted.ascent if page == _IMAGES else self._shared.attribution
            why = "" if shown is not None else tr("Looking…")
            if page == _IMAGES and self._errand.is_called_off and shown is None:
                why = tr("Cancelled. Press Make Anew to begin again.")
        self._frame.show(why, page)
        self._ascent.set_possible(not self.why_empty(_IMAGES), self._wanted.ascent is not None)

    # --- images -----------------------------------------------------------------------------

    @Slot()
    def make_anew(self) -> None:
        """Makes the images anew."""
        self._begin_anew()

    def _begin_anew(self) -> None:
        """What is under way no longer counts."""
        self._errand.call_off()
        self.pace.hurry()

    @Slot()
    def cancel(self) -> None:
        """Ends the making of images; what has been made stays."""
        self._errand.call_off()
        self.pace.forget()
        self._task.forget()
        self._ascent.show_progress(0, 0)
        self._update_state()

    def _raise(self) -> None:
        """Has images made, in the background."""
        snapshot, (image, _) = self._studio.snapshot, self._sample.image()
        is_front = self._tabs.currentIndex() == _IMAGES or self._is_exported
        if self.why_empty(_IMAGES) or snapshot is None or snapshot.ff is None or not is_front:
            self._update_state()
            if not is_front:
                self._wanted.ascent, self._sheet_of = None, None  # made when somebody looks
            return
        net, wish = snapshot.ff, self._choice.wish
        count = self._ascent.num_wanted
        numbers: tuple[int, ...]
        if count == 1:
            numbers = (self._number_of(net, image),)
        else:
            most = count_wishes(net, wish)
            numbers = tuple(range(min(count or most, most)))
        rule = self._ascent.rule
        asked = Asked(snapshot, net, wish, numbers, image)
        self._errand.call_off()
        errand = self._errand = Errand()
        self._ascent.show_progress(0, rule.steps)
        self._task.submit(make_images, asked, rule, errand, self.told.emit)

    def _number_of(self, net: FFSnapshot, image: ChosenImage | None) -> int:
        """The label or unit that is chosen; the image's label or the net's answer where that is."""
        number = self._choice.number
        if number is None:
            if image is None:
                return 0
            known = image.label is not None and image.label < net.num_classes
            number = (
                int(image.label)
                if known and image.label is not None
                else int(net.predict(image.x[None])[0])
            )
        return min(number, count_wishes(net, self._choice.wish) - 1)

    @Slot(object, object, object)
    def _take_part(self, errand: Errand, asked: Asked, ascent: Ascent) -> None:
        """Images that are still being made."""
        if errand is self._errand and not errand.is_called_off:
            self._ascent.show_progress(ascent.steps, self._ascent.rule.steps)
            self._show_ascent(asked, ascent)

    @Slot(object)
    def _take_ascent(self, made: tuple[Asked, Ascent] | None) -> None:
        if made is None or self.why_empty(_IMAGES):
            return
        self._ascent.show_progress(0, 0)
        self._show_ascent(*made)

    def _show_ascent(self, asked: Asked, ascent: Ascent) -> None:
        wanted, number = self._wanted, self._choice.number
        former = self._sheet_of
        wanted.ascent, self._sheet_of = ascent, asked
        wanted.shape = asked.snapshot.image_shape
        wanted.names = tuple(name_wanted(asked, n) for n in asked.numbers)
        wanted.title, wanted.quantity = title_wish(asked.wish), name_quantity(asked)
        if number is not None and number in asked.numbers:
            wanted.chosen = asked.numbers.index(number)
        elif former is None or len(former.numbers) != len(asked.numbers):
            wanted.chosen = 0
        self._update_state()
        self._view.refresh()

    @Slot(int)
    def _choose(self, row: int) -> None:
        """Another image of the sheet is large, and chosen above."""
        ascent = self._wanted.ascent
        if ascent is None or not 0 <= row < self._wanted.count:
            return
        self._wanted.chosen = row
        number = int(ascent.numbers[row])
        if self._choice.number != number:
            with QSignalBlocker(self._choice):
                self._choice.choose_number(number)
            self._pixel_pace.ask()
        self._view.refresh()

    @Slot(int)
    def _put_on_pad(self, row: int) -> None:
        if self._wanted.ascent is not None and row < self._wanted.count:
            self.links.put_on_pad(self._wanted.picture(row).copy())

    # --- pixels -----------------------------------------------------------------------------

    def _share_out(self) -> None:
        """Has the goodness of the image shared out among its pixels, in the background."""
        snapshot, (image, _) = self._studio.snapshot, self._sample.image()
        is_front = self._tabs.currentIndex() == _PIXELS or self._is_exported
        if self.why_empty(_PIXELS) or snapshot is None or snapshot.ff is None or not is_front:
            self._update_state()
            return
        assert image is not None  # noqa: S101 - why_empty would say so
        low, high = self._range_of or (0.0, 1.0)
        number = self._number_of(snapshot.ff, image)
        asked = Asked(snapshot, snapshot.ff, self._choice.wish, (number,), image)
        self._pixel_task.submit(share_out, asked, self._attribution.rule(low, high))

    @Slot(object)
    def _take_attribution(self, made: tuple[Asked, Attribution]) -> None:
        asked, attribution = made
        if self.why_empty(_PIXELS) or asked.image is None:
            return
        shared = self._shared
        shared.attribution, shared.image = attribution, asked.image.x
        shared.shape, shared.quantity = asked.snapshot.image_shape, name_quantity(asked)
        shared.title = tr(
            "{image}, {name}. {wish}",
            image=asked.image.words[:1].upper() + asked.image.words[1:],
            name=name_wanted(asked, asked.numbers[0]),
            wish=title_wish(asked.wish),
        )
        self._update_state()
        self._pixel_view.refresh()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._wanted.ascent, self._shared.attribution = None, None
        self._ascent.show_progress(0, 0)
        self._frame.show(message)
