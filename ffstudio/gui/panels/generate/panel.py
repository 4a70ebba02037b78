"""Pictures out of a net: noise and labels by hand, reconstructions, walks and planes of codes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import ModelFileError
from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.picture_makers import (
    PictureComparer,
    PictureMaker,
    find_comparer,
    find_picture_maker,
)
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import WholeBox
from ffstudio.gui.panels.generate.code_sliders import MOST_SLIDERS, CodeSliders, LabelButtons
from ffstudio.gui.panels.generate.sheet_view import PictureSheetView
from ffstudio.gui.panels.generate.views import (
    VIEWS,
    Made,
    Wanted,
    code_statistics,
    make,
    name_label,
    views_of,
)
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

Floats = npt.NDArray[np.float32]

_LEAST_PAUSE_S = 0.1
_ONE_COLUMN = 460
_PICTURE_SIDE = 160


class GeneratePanel(Panel):
    """See the module docstring; NumPy computes all of it, in a thread of its own."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("generate_panel")
        self.setAccessibleName(tr("Generate"))
        self.setMinimumWidth(300)
        self._net: NetworkSnapshot | None = None
        self._maker: PictureMaker | None = None
        self._comparer: PictureComparer | None = None
        self._mean = self._spread = np.zeros(0, np.float32)
        self._statistics_of: tuple[object, ...] = ()
        self._seed, self._number = 0, 0
        self._chosen_view = ""
        self._drawing = self.links.picture
        self._task = LatestTask(self, name="generate", keep_stale=True)
        self._task.done.connect(self._take_made)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._ask, _LEAST_PAUSE_S, self._task)
        self._build()
        install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        self.links.picture_changed.connect(self._take_drawing)
        self._take_snapshot(studio.snapshot)

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"view": self._view}

    def first_control(self) -> QWidget | None:
        return self._view if self._view.isVisibleTo(self) else None

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._task.close()

    def figures(self) -> list[Figure]:
        if self._net is None:
            return []
        self.pace.complete()
        views = [self._picture, self._sheet]
        return [view for view in views if view.sheet is not None and view.sheet.tiles]

    def _figure_to_copy(self) -> Figure | None:
        figures = self.figures()
        return figures[-1] if figures else None

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self._head = QLabel(self)
        self._head.setObjectName("generate_words")
        self._head.setWordWrap(True)
        self._head.setProperty("muted", True)
        self._view = Combo(self)
        self._view.setObjectName("generate_view")
        self._view.setAccessibleName(tr("What is made"))
        self._view.setToolTip(tr("Which sheet of pictures the net makes."))
        for key, text in VIEWS.items():
            self._view.addItem(tr(text), key)
        self._view.currentIndexChanged.connect(self._choose_view)
        self._anew = QPushButton(tr("Draw Anew"), self)
        self._anew.setObjectName("generate_anew")
        self._anew.setAccessibleName(tr("Draw anew"))
        self._anew.setToolTip(tr("Other noise, or other test images."))
        self._anew.clicked.connect(self._draw_anew)
        self._image = WholeBox(self)
        self._image.setObjectName("generate_image")
        self._image.setAccessibleName(tr("Test image"))
        self._image.setToolTip(tr("The test image that a walk ends at."))
        self._image.setPrefix(tr("test image "))
        self._image.valueChanged.connect(self._hurry)
        controls = QWidget(self)
        row = FlowLayout(controls, spacing=8)
        for widget in (self._view, self._image, self._anew):
            row.addWidget(widget)
        self._picture = PictureSheetView(
            self._themes, "generate_picture", tr("The picture of these numbers"), self
        )
        self._picture.setFixedSize(QSize(_PICTURE_SIDE, _PICTURE_SIDE))
        self._sheet = PictureSheetView(self._themes, "generate_sheet", tr("Made pictures"), self)
        self._sheet.tile_chosen.connect(self._take_tile)
        self._sliders = CodeSliders(self)
        self._sliders.changed.connect(self._hurry)
        self._labels = LabelButtons(self)
        self._labels.changed.connect(self._hurry)
        self._rest = QLabel(self)
        self._rest.setObjectName("generate_rest")
        self._rest.setWordWrap(True)
        self._rest.setProperty("muted", True)
        by_hand = self._by_hand = QWidget(self)
        beside = QVBoxLayout()
        beside.addWidget(self._labels)
        beside.addWidget(self._sliders)
        beside.addWidget(self._rest)
        beside.addStretch(1)
        self._easel = QHBoxLayout(by_hand)
        self._easel.setContentsMargins(0, 0, 0, 0)
        self._easel.setSpacing(10)
        self._easel.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._easel.addLayout(beside, 1)
        self._sheet_words = QLabel(self)
        self._sheet_words.setObjectName("generate_sheet_words")
        self._sheet_words.setWordWrap(True)
        self._controls = controls
        around = QVBoxLayout(self)
        around.setContentsMargins(8, 6, 8, 6)
        around.addWidget(self._head)
        around.addWidget(controls)
        around.addWidget(by_hand)
        around.addWidget(self._sheet_words)
        around.addWidget(self._sheet, 1)
        self._nothing = QWidget(self)  # holds the words of an empty panel at its top
        around.addWidget(self._nothing, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < _ONE_COLUMN
        self._easel.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    # --- the studio -----------------------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        net = snapshot.bp if snapshot is not None else None
        self._maker = self._comparer = None
        if net is not None:
            try:
                self._maker = find_picture_maker(net)
                self._comparer = None if self._maker is not None else find_comparer(net)
            except ModelFileError:
                net = None
        is_other = net is None or self._net is None or net.network != self._net.network
        has_any = self._maker is not None or self._comparer is not None
        self._net = net if has_any else None
        self._offer(is_other)
        self.look_again(self.pace)

    def _offer(self, is_other: bool) -> None:
        """Shows the controls that the net has, and says what it is."""
        maker, has_any = self._maker, self._net is not None
        for widget in (self._controls, self._sheet, self._sheet_words):
            widget.setVisible(has_any)
        self._by_hand.setVisible(maker is not None)
        self._nothing.setVisible(not has_any)
        self._head.setText(self._say_what())
        if not has_any:
            self._picture.show_sheet(None)
            self._sheet.show_sheet(None)
            return
        keys = views_of(maker, self._comparer)
        with QSignalBlocker(self._view):
            self._view.clear()
            for key in keys:
                self._view.addItem(tr(VIEWS[key]), key)
            # What somebody chose, where this net has it; else the most telling.
            self._view.setCurrentIndex(max(self._view.findData(self._chosen_view), 0))
        if maker is not None:
            names: tuple[str, ...] = ()
            if maker.label is not None:
                names = tuple(self._name(label) for label in range(maker.label.count))
            self._labels.offer(names)
            self._labels.setVisible(bool(names))
            self._measure_codes(is_other)
        self._show_image_choice()

    def _say_what(self) -> str:
        maker = self._maker
        if self._comparer is not None:
            return tr("This net compares two pictures: the drawing with each of the test images.")
        if maker is None:
            return tr(
                "Open a generator, a decoder, an autoencoder or a net that compares two pictures: "
                "what it makes appears here."
            )
        if maker.encoder is not None:
            return tr(
                "This autoencoder makes a picture from a code of {count} numbers.",
                count=maker.code_size,
            )
        if maker.label is not None:
            return tr(
                "This net makes a picture from {count} numbers and one of {labels} labels.",
                count=maker.code_size,
                labels=maker.label.count,
            )
        return tr("This net makes a picture from {count} numbers.", count=maker.code_size)

    def _name(self, label: int) -> str:
        maker, data = self._maker, self._studio.data
        count = maker.label.count if maker is not None and maker.label is not None else 0
        names = data.class_names if data is not None and len(data.class_names) == count else ()
        return name_label(names, label)

    def _measure_codes(self, is_other: bool) -> None:
        """How far codes spread, and where the sliders begin."""
        maker, net = self._maker, self._net
        assert maker is not None  # noqa: S101 - the caller has looked
        assert net is not None  # noqa: S101 - the caller has looked
        depends_on = (net.network, self._studio.data if maker.encoder is not None else None)
        if is_other or self._statistics_of != depends_on:
            self._mean, self._spread = code_statistics(maker, net, self._studio.data)
            self._statistics_of = depends_on
            self._sliders.show_code(self._draw_code(), self._mean, self._spread)
        over = maker.code_size - MOST_SLIDERS
        self._rest.setVisible(over > 0)
        if over > 0:
            words = tr(
                "The first {shown} of {count} numbers; the others come with “Draw Anew” or from a "
                "picture that is clicked.",
                shown=MOST_SLIDERS,
                count=maker.code_size,
            )
            self._rest.setText(words)

    def _draw_code(self) -> Floats:
        rng = np.random.default_rng(self._seed)
        noise = rng.normal(size=len(self._mean)).astype(np.float32)
        # The code of an autoencoder begins at what is usual.
        is_free = self._maker is not None and self._maker.encoder is None
        code: Floats = self._mean + self._spread * noise * np.float32(is_free)
        return code

    @Slot(object)
    def _take_data(self, data: PreparedData | None) -> None:
        self._take_snapshot(self._studio.snapshot)

    @Slot(object)
    def _take_drawing(self, picture: Floats) -> None:
        self._drawing = picture
        asks = (self._maker is not None and self._maker.encoder is not None) or self._comparer
        if asks:
            self.pace.ask()

    def _show_image_choice(self) -> None:
        data, maker = self._studio.data, self._maker
        is_walk = self._view.currentData() == "walk"
        self._image.setVisible(is_walk and maker is not None and maker.encoder is not None)
        if data is not None:
            with QSignalBlocker(self._image):
                self._image.setMaximum(max(len(data.test) - 1, 0))

    # --- by hand ----------------------------------------------------------------------------

    @Slot()
    def _choose_view(self, *_: object) -> None:
        self._chosen_view = str(self._view.currentData())
        self._hurry()

    @Slot()
    def _hurry(self, *_: object) -> None:
        self._show_image_choice()
        self.pace.hurry()

    @Slot()
    def _draw_anew(self) -> None:
        self._seed += 1
        if self._maker is not None:
            self._sliders.show_code(self._draw_code(), self._mean, self._spread)
        self.pace.hurry()

    @Slot(int)
    def _take_tile(self, number: int) -> None:
        """The sliders stand for the picture that was chosen."""
        sheet = self._sheet.sheet
        tile = sheet.tiles[number] if sheet is not None and number < len(sheet.tiles) else None
        if tile is not None and tile.code is not None:
            self._sliders.show_code(tile.code, self._mean, self._spread)
            if tile.label >= 0:
                self._labels.choose(tile.label)
            self.pace.hurry()

    # --- computing --------------------------------------------------------------------------

    def _ask(self) -> None:
        net, data = self._net, self._studio.data
        if net is None or self._view.currentData() is None:
            return
        self._number += 1
        maker = self._maker
        count = maker.label.count if maker is not None and maker.label is not None else 0
        wanted = Wanted(
            str(self._view.currentData()),
            net,
            maker,
            self._comparer,
            data,
            self._mean,
            self._spread,
            self._sliders.code,
            self._labels.label if count else 0,
            self._seed,
            None if self._drawing is None else self._drawing.copy(),
            self._image.value(),
            tuple(self._name(label) for label in range(count)),
        )
        self._task.submit(make, wanted, self._number)

    @Slot(object)
    def _take_made(self, made: Made) -> None:
        if self._net is None:
            return
        self._picture.show_sheet(made.picture)
        self._sheet.show_sheet(made.sheet)
        self._sheet_words.setText("" if made.sheet is None else made.sheet.words)

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self.complain(UserError(tr("No picture could be made"), message, details), self.pace)
