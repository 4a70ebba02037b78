"""Draw a digit and see, while you draw, what both nets think of every label."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QCheckBox,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.image_shape import ImageShape, is_coloured, size_of
from ffstudio.core.images.data import PreparedData
from ffstudio.core.lessons.view import DREW
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.draw.drawing import (
    SIDE,
    paint_strokes,
    rasterise,
    rasterise_in_colour,
)
from ffstudio.gui.panels.draw.image_chooser import ImageChooser
from ffstudio.gui.panels.draw.ink_choice import InkChoice
from ffstudio.gui.panels.draw.net_picture import NetPicture
from ffstudio.gui.panels.draw.pad import LEAST_SIDE, DrawPad
from ffstudio.gui.panels.draw.paper_choice import PaperChoice
from ffstudio.gui.panels.draw.picture_saver import LARGE_SIDE, PictureSaver
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.draw.scores import Scores, bp_verdict, ff_verdict
from ffstudio.gui.panels.draw.scoring import PictureScorer
from ffstudio.gui.panels.draw.texts import EMPTY, ONLY_RELATIVE_TIP, RELATIVE_TIP
from ffstudio.gui.panels.draw.tool_row import ToolRow
from ffstudio.gui.panels.draw.verdict_labels import VerdictLabels
from ffstudio.gui.panels.draw.vote_choice import VoteChooser
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.plots.pictures import plain_image
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

Floats = npt.NDArray[np.float32]

# New weights score the drawing anew at most so often, a hand that draws one frame after the
# other: a whole burst of mouse points makes one picture.
_LEAST_PAUSE_S = 0.1
_FRAME_S = 0.012
_TWO_COLUMNS = 700
_TINY = 4
# A smaller pad is hard to draw on: rather than that, a low panel scrolls.
_EASY_SIDE = 200
# Between the tools, the pad and the edge of the panel.
_AROUND_PAD = 12
# Controls with an undo of their own.
_TYPING = (QLineEdit, QAbstractSpinBox)


class DrawPanel(Panel):
    """Pad, the net's picture, and the bars."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("draw_panel")
        self.setAccessibleName(tr("Draw"))
        # A picture shown in place of the drawing, and its class where that is known.
        self._image: Floats | None = None
        self._true: int | None = None
        # The images that such a picture is one of.
        self._images: PreparedData | None = None
        self._scorer = PictureScorer(self)
        self._scorer.scored.connect(self._show_scores)
        self._scorer.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._score, _LEAST_PAUSE_S, self._scorer.task, hurry_s=_FRAME_S)
        self._build()
        self._lend_keys()
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        studio.judged_images.changed.connect(self._take_handing)
        themes.changed.connect(self._recolour)
        self.links.image_chosen.connect(self.show_image)
        self.links.picture_offered.connect(self.show_picture)
        self._show_scores(None)
        self._take_data(studio.data)
        self._take_drawing()

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {
            "pen": self._tools.pen_size,
            "relative": self._relative,
            "guides": self._guides,
            "paper": self._paper,
            "ink": self._ink,
            **self._chooser.controls_to_remember(),
        }

    def hand_over(self) -> object:
        """The drawing with its steps, or the image shown in its place, its number, and what is
        known of the mistakes.
        """
        number, mistakes = self._chooser.number, self._chooser.hand_over()
        return self._pad.drawing, self._image, self._true, number, mistakes

    def take_over(self, held: object) -> None:
        """Goes on with the drawing, or the image."""
        number: int
        mistakes: object
        self._pad.drawing, self._image, self._true, number, mistakes = held  # type: ignore[misc]
        self._chooser.show_chosen(number, self._chooser.which)
        self._chooser.take_over(mistakes)
        if self._image is not None:
            self._pad.show_picture(self._image)
            self._name_class(self._true)
        self._pad.update()
        self._take_drawing() if self._image is None else self.pace.hurry()

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._chooser.close_search()
        self._scorer.close()

    def first_control(self) -> QWidget | None:
        """The pad."""
        return self._pad

    def look_at(self, number: int) -> None:
        """Shows a test image in place of the drawing."""
        self.show_image(number)

    def figures(self) -> list[Figure]:
        """For export."""
        self.pace.complete()
        return [self._bars]

    def why_blank(self, figure: Figure) -> str:
        return self._bars.empty_text

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._pad = DrawPad(self._themes, self)
        self._pad.drawing_changed.connect(self._take_drawing)
        self._pad.pixel_clicked.connect(self._flip_pixel)
        self._tools = ToolRow(self._pad, self._themes, self)
        self._saver = PictureSaver(self._net_image, self._large_image, self)
        self._saver.told.connect(self._studio.message)
        self._saver.failed.connect(self._studio.error_raised)
        self._tools.add(self._saver.make_button(self._themes))
        self._net = NetPicture(self._themes, self)
        self._words = VerdictLabels(self._themes, self)
        self._chooser = ImageChooser(self._studio, self._themes, self._shape, self)
        self._chooser.image_chosen.connect(self.show_image)
        self._chooser.failed.connect(self._tell_failure)
        self._bars = ScoreBars(self._themes, self)
        install_copy(
            self,
            lambda: self._bars if self._bars.scores is not None else None,
            self._studio.message.emit,
        )
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(6)
        self._beside.addWidget(self._net, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self._words, 1)
        # Pad and the net's picture side by side, or one above the other where it is narrow.
        self._easel = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._easel.setSpacing(5)
        pad = QVBoxLayout()
        pad.addWidget(self._pad, 1)
        pad.addStretch(0)  # at the top, however high the words beside it are
        self._easel.addLayout(pad, 1)
        self._easel.addLayout(self._beside)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._tools)
        left.addLayout(self._easel, 1)
        self._left = left
        right = QVBoxLayout()
        right.setSpacing(4)
        self._options = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._options.setSizePolicy(policy)
        self._fill_options()
        right.addWidget(self._options)
        right.addWidget(self._bars, 1)
        self._right = right
        body = self._body = QWidget(self)
        body.setObjectName("draw_body")
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._columns.setContentsMargins(4, 4, 4, 6)
        self._columns.setSpacing(4)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        self._place_chooser(two_columns=False)
        scroll = self._scroll = QScrollArea(self)
        scroll.setObjectName("draw_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def _lend_keys(self) -> None:
        """Has undo and redo mean strokes in every control of the panel; fields keep their own.

        Buttons and labels take no keyboard when they are clicked: the pad does in their place.
        """
        self.installEventFilter(self)
        for control in self.findChildren(QWidget):
            inside = control.parentWidget()
            if not isinstance(control, _TYPING) and not isinstance(inside, _TYPING):
                control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Gives the pad its keys from wherever in the panel they are pressed."""
        if event.type() == QEvent.Type.LayoutRequest:
            # Words beside the pad have another height than before; no stroke is disturbed by that.
            if watched is self._body and not self._pad.is_drawn_on:
                self._arrange()
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if not watched.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                self._pad.setFocus(Qt.FocusReason.MouseFocusReason)
        elif isinstance(event, QKeyEvent) and watched is not self._pad:
            kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            if event.type() in kinds and self._pad.step_back_or_forth(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _fill_options(self) -> None:
        self._relative = QCheckBox(tr("Relative"), self)
        self._relative.setObjectName("relative_goodness")
        self._relative.setAccessibleName(tr("Relative goodness"))
        self._relative.setToolTip(tr(RELATIVE_TIP))
        self._relative.setChecked(True)
        self._relative.toggled.connect(self._bars.set_relative)
        # A picture in place of its word: beside three others in a narrow row.
        self._guides = QCheckBox(self)
        self._guides.setObjectName("pad_guides")
        self._guides.setAccessibleName(tr("Guides"))
        tip = tr("Show a 28×28 grid and MNIST's 20-pixel box on the pad.")
        self._guides.setToolTip(f"{tr('Guides')}\n{tip}")
        self._guides.setIcon(icon("guides", self._themes.theme))
        self._guides.toggled.connect(self._show_guides)
        self._paper = PaperChoice(self)
        self._paper.changed.connect(self._turn_paper)
        options = FlowLayout(self._options, spacing=8)
        options.setContentsMargins(0, 0, 0, 0)
        options.addWidget(self._relative)
        options.addWidget(self._guides)
        options.addWidget(self._paper)
        self._ink = InkChoice(self)
        self._ink.chosen.connect(self._take_ink)
        options.addWidget(self._ink)
        self._votes = VoteChooser(self._studio, self._themes, self)
        options.addWidget(self._votes)

    @Slot(str)
    def _take_ink(self, colour: str) -> None:
        self._pad.ink = colour

    @Slot()
    def _turn_paper(self) -> None:
        self._pad.is_light = self._paper.is_light
        self.pace.hurry()

    @Slot(bool)
    def _show_guides(self, shown: bool) -> None:
        self._pad.show_guides = shown

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        self._guides.setIcon(icon("guides", theme))
        self._show_scores(self._bars.scores)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text's size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_body"):
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As wide as its contents, so that nothing has to be scrolled to sideways."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wide = self._body.minimumSizeHint().width() + bar
        return QSize(wide, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Fits pad, the net's picture, scores and chooser to the width."""
        directions = QBoxLayout.Direction
        two = self.width() >= _TWO_COLUMNS
        spacing = 14 if two else 4
        if self._columns.spacing() != spacing:  # Qt lays out anew whatever it was before
            self._columns.setSpacing(spacing)
        self._columns.setDirection(directions.LeftToRight if two else directions.TopToBottom)
        self._place_chooser(two)
        words = self._words.minimumSizeHint().width()
        beside = self.width() >= LEAST_SIDE + words + 24
        cramped = not two and beside and self._is_cramped()
        self._words.set_brief(cramped)
        # Pad and scores shall be in sight together; what is set once can be scrolled to.
        if cramped is not (self._right.indexOf(self._options) == 1):
            self._right.removeWidget(self._options)
            self._right.insertWidget(1 if cramped else 0, self._options)
        # A square: what is higher than it is wide the scores below need more.
        side = max(self.width() - (words + 5 if beside else 0) - 20, LEAST_SIDE)
        self._easel.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._beside.setDirection(directions.TopToBottom if beside else directions.LeftToRight)
        if not two:
            # Nor higher than leaves room for all else, if that is enough to draw on: where one
            # has to scroll anyway, the pad may as well be of a size that is easy to draw on, and
            # what stands beside it takes its height in any case.
            easel = self._easel.minimumSize().height()
            rest = self._body.minimumSizeHint().height() - easel
            # (The viewport has its former height until the layout has been.)
            most = self.height() - 2 * self._scroll.frameWidth() - rest
            # (Words that wrap are higher than their least size says.)
            low = self._beside.minimumSize().height()
            taken = max(low, self._beside.minimumHeightForWidth(words)) if beside else 0
            if cramped:
                most = max(self._room_for_pad(), LEAST_SIDE)
            side = min(side, max(most if most >= LEAST_SIDE or beside else _EASY_SIDE, taken))
        # Where little is seen at once, that is the whole pad below its tools.
        in_sight = self.height() - self._tools.sizeHint().height() - 2 * _AROUND_PAD
        side = min(side, max(in_sight, LEAST_SIDE))
        self._pad.setMaximumHeight(max(in_sight, LEAST_SIDE) if two else side)

    def _room_for_pad(self) -> int:
        """The height that tools and scores leave, in pixels."""
        scores = self._bars.minimumSizeHint().height()
        return self.height() - self._tools.sizeHint().height() - scores - 2 * _AROUND_PAD

    def _is_cramped(self) -> bool:
        """True where a pad, all words beside it, and all scores are higher than the panel."""
        words = self._net.sizeHint().height() + 6 + self._words.measure_least(False)
        options = self._options.sizeHint().height() + 4
        return self._room_for_pad() - options < max(words, _EASY_SIDE)

    def _place_chooser(self, two_columns: bool) -> None:
        """Below the pad, or in one column below the scores, which shall be in sight first."""
        column = self._left if two_columns else self._columns
        if column.indexOf(self._chooser) < 0:
            column.addWidget(self._chooser)

    # --- studio -------------------------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._fit_shape()
        data = self._studio.data
        if snapshot is None:
            learnt = None if data is None else data.appearance
            self._paper.take(learnt, is_known=learnt is not None)
            self._pad.set_hint(tr("Draw here; train or open a net to score it"))
            self._bars.set_empty_text(
                tr(
                    "No net yet. Press Train (Space) or open a model: every label's scores appear here."
                )
            )
        else:
            # Strangers' nets are handed light ink on dark paper; they have it turned round.
            is_known = snapshot.appearance is not None or self._studio.shown.is_stranger
            self._paper.take(snapshot.appearance, is_known=is_known)
            are_digits = all(name.isdigit() for name in snapshot.class_names)
            self._pad.set_hint(tr("Draw a digit here") if are_digits else tr("Draw here"))
            self._bars.set_empty_text(EMPTY.get(snapshot.role, EMPTY["network"]))
        self._chooser.refresh()
        self.look_again(self.pace)

    @Slot(object)
    def _take_data(self, data: PreparedData | None) -> None:
        self._images = self._studio.judged_images.data
        if self._true is not None:
            self._forget_image()  # it was of the data set before
            self._pad.show_picture(None)
        self._chooser.take_data()
        self._take_snapshot(self._studio.snapshot)

    @Slot()
    def _take_handing(self) -> None:
        """The images at hand are handed over otherwise."""
        data = self._studio.judged_images.data
        if data is not self._images:
            self._take_data(data)

    # --- the size of picture ------------------------------------------------------------

    def _shape(self) -> ImageShape:
        snapshot, data = self._studio.snapshot, self._studio.data
        if snapshot is not None:
            return snapshot.image_shape
        return data.image_shape if data is not None else (SIDE, SIDE)

    def _is_tiny(self) -> bool:
        return max(size_of(self._shape())) <= _TINY

    def _fit_shape(self) -> None:
        """Makes pad and image fit the net's picture size."""
        shape, tiny = self._shape(), self._is_tiny()
        if self._image is not None and self._image.shape != shape:
            self._forget_image()
            self._pad.show_picture(None)
        self._pad.set_pixel_mode(size_of(shape) if tiny else None)
        self._pad.in_colour = is_coloured(shape)
        self._ink.setVisible(is_coloured(shape))
        if tiny and self._image is None:
            self._image = self._blank()
            self._pad.show_picture(self._image)

    def _blank(self) -> Floats:
        """A tiny picture with all pixels off: −1 as the camera's, or 0 where data are."""
        data = self._studio.data
        fits = data is not None and data.image_shape == self._shape() and len(data.train)
        low = min(data.appearance.low, 0.0) if fits and data is not None else -1.0
        return np.full(self._shape(), low, np.float32)

    # --- what is on the pad -------------------------------------------------------------

    def clear(self) -> None:
        """Empties the pad."""
        self._pad.clear()

    @Slot()
    def _take_drawing(self) -> None:
        self._tools.show_tool()
        if not self._pad.shows_picture and self._image is not None:
            self._forget_image()
            if self._is_tiny():
                self._image = self._blank()
                self._pad.show_picture(self._image)
        drawing = self._pad.drawing
        self._tools.show_steps(drawing.can_undo or self._true is not None, drawing.can_redo)
        self.pace.hurry()

    def _forget_image(self) -> None:
        self._image = None
        self._name_class(None)

    def _name_class(self, true: int | None) -> None:
        """Remembers and says what class the image on the pad is of, where that is known."""
        data = self._studio.judged_images.data
        self._true = true
        self._chooser.is_shown = true is not None
        self._bars.set_image(self._chooser.name_image())
        self._words.show_truth(data.class_names[true] if true is not None and data else "")

    @Slot(int, int)
    def _flip_pixel(self, row: int, column: int) -> None:
        blank = self._blank()
        image = (self._image if self._image is not None else blank).copy()
        if is_coloured(self._shape()):
            image[row, column] = self._next_colour(image[row, column], blank[0, 0])
        else:
            image[row, column] = float(blank[0, 0]) if image[row, column] > 0.5 else 1.0
        self._image = image
        self._name_class(None)
        self._pad.show_picture(image)
        self.pace.hurry()

    def _next_colour(self, there: Floats, paper: Floats) -> Floats:
        """What a click makes of a pixel: ink of the colour chosen, or paper where that is."""
        color = QColor(self._ink.colour or "white")
        ink = np.array([color.redF(), color.greenF(), color.blueF()], np.float32)
        return paper if np.allclose(there, ink, atol=1e-3) else ink

    @Slot(int, str)
    def show_image(self, index: int, which: str = "test") -> None:
        """Shows an image of the data set in place of the drawing."""
        data = self._studio.judged_images.data
        if data is None or data.image_shape != self._shape():
            self._studio.message.emit(self._chooser.why_none())
            return
        samples = data.samples(which)
        if not 0 <= index < len(samples):
            return
        self._chooser.show_chosen(index, which)
        self._image = samples.x[index].reshape(data.image_shape)
        self._scorer.pass_over()
        self._pad.show_picture(self._image)
        self._name_class(int(samples.y[index]))
        self._tools.show_steps(True, self._pad.drawing.can_redo)
        self.pace.hurry()

    @Slot(object)
    def show_picture(self, picture: Floats) -> None:
        """Shows a picture that was made elsewhere in place of the drawing; undo takes it away.

        Args:
            picture: As the net sees it, (height, width) or (height, width, 3); of another shape
                nothing changes.
        """
        if picture.shape != self._shape():
            return
        self._image = np.array(picture, np.float32)
        self._pad.show_picture(self._image)
        self._name_class(None)
        self._tools.show_steps(True, self._pad.drawing.can_redo)
        self.pace.hurry()

    # --- scoring ------------------------------------------------------------------------

    def _score(self) -> None:
        """Has the picture scored by the newest weights."""
        snapshot, picture = self._studio.snapshot, self._image
        empty = False
        if picture is None:
            picture, empty = self._picture_of_drawing()
        ff = snapshot.ff if snapshot is not None else None
        self._net.show_picture(picture, ff.label_pixels if ff is not None else 0)
        self.links.show_picture(picture)
        if self._image is None and not empty:
            self.links.digit_drawn.emit()
            self._studio.lessons.note(DREW)
        if empty or snapshot is None:
            self._scorer.forget()
            self._show_scores(None)
        else:
            self._scorer.score(snapshot, picture)

    def _picture_of_drawing(self) -> tuple[Floats, bool]:
        """What is drawn as the net is handed it, and whether that is nothing."""
        shape, seen, is_light = self._shape(), self._paper.appearance, self._paper.is_light
        strokes = self._pad.strokes
        if is_coloured(shape):
            return seen.draw(rasterise_in_colour(strokes, shape, is_light), False), not strokes
        ink = rasterise(strokes, shape)
        return seen.draw(ink, is_light), not ink.any()

    @Slot(object)
    def _show_scores(self, scores: Scores | None) -> None:
        self._bars.show_scores(scores, self._true if scores is not None else None)
        if scores is not None and self._image is None:
            verdict = ff_verdict(scores) or bp_verdict(scores)
            label = verdict.label if verdict is not None else ""
            self._studio.lessons.note(DREW, label)
            self.links.drawing_scored.emit(label)
        self._words.show_scores(scores, self._true)
        self._relative.setVisible(scores is None or scores.goodness is not None)
        forced = scores is not None and scores.only_relative
        self._relative.setEnabled(not forced)
        self._relative.setToolTip(tr(ONLY_RELATIVE_TIP) if forced else tr(RELATIVE_TIP))

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self.complain(UserError(tr("The picture could not be scored"), message, details), self.pace)

    # --- saving ---------------------------------------------------------------------------

    def save_net_picture(self, path: Path) -> None:
        """Writes the picture the network sees, one pixel per pixel."""
        self._saver.save_net_picture(path)

    def save_drawing(self, path: Path, side: int = LARGE_SIDE) -> None:
        """Writes the drawing as large as ``side`` pixels."""
        self._saver.save_drawing(path, side)

    def _net_image(self) -> QImage:
        return plain_image(self._net.picture)

    def _large_image(self, side: int) -> QImage:
        coloured = is_coloured(self._shape())
        kinds = QImage.Format
        image = QImage(side, side, kinds.Format_RGB888 if coloured else kinds.Format_Grayscale8)
        light = self._paper.is_light and self._image is None
        image.fill(QColor(Qt.GlobalColor.white if light else Qt.GlobalColor.black))
        painter = QPainter(image)
        if self._image is not None:
            painter.drawImage(QRectF(0, 0, side, side), plain_image(self._image))
        else:
            ink = QColor(Qt.GlobalColor.black if light else Qt.GlobalColor.white)
            paint_strokes(painter, self._pad.strokes, side, side / SIDE, ink, coloured)
        painter.end()
        return image
