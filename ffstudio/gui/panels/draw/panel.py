"""Draw a digit and see, while you draw, what both nets think of every label."""

from __future__ import annotations

import html
import itertools
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import FfstudioError
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.look.snapshot import ModelSnapshot, Net
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.look.icons import icon
from ffstudio.gui.look.theme import DARK, Theme, ThemeManager
from ffstudio.gui.panels.draw.drawing import PEN_PX, SIDE, paint_strokes, rasterise
from ffstudio.gui.panels.draw.pad import LEAST_SIDE, DrawPad
from ffstudio.gui.panels.draw.score_bars import (
    ScoreBars,
    Scores,
    Verdict,
    bp_verdict,
    ff_verdict,
    read_out_verdict,
    score,
)
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Control, Panel
from ffstudio.gui.plots.pictures import grey_image
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.studio import Studio, UserError

Floats = npt.NDArray[np.float32]

# A search answers to a newer one after so many images.
_CHUNK = 64
# New weights score the drawing anew at most so often, a hand that draws one frame after the
# other: a whole burst of mouse points makes one picture.
_LEAST_PAUSE_S = 0.1
_FRAME_S = 0.012
_NET_SIDE = 76
_TWO_COLUMNS = 700
_WORDS_HEIGHT = 112
_MORE_WORDS = 38
_LARGE_PNG = 560
_TINY = 4
_SETS = (("Test", "test"), ("Validation", "validation"), ("Training", "train"))


_EMPTY = {
    "classifier": "Draw something: every label's scores appear here.",
    "autoencoder": "Draw something: what the autoencoder gives back appears here.",
    "network": "Draw something: what the net puts out appears here.",
}
_RELATIVE_TIP = (
    "Count each layer's goodness from its lowest label, so that differences show:\n"
    "all labels have much the same goodness. The order does not change."
)
_NET_TIP = "What the network sees: scaled and centred as MNIST's pictures are."


class _Still(QWidget):
    """Holds texts that wrap, without asking for more room whenever they change.

    A scroll area would take the preferred height of such texts for the least one.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 10)

    def sizeHint(self) -> QSize:
        return QSize(_NET_SIDE + 2, 64)


class NetPicture(QWidget):
    """The picture the network sees, pixel by pixel, its label pixels marked."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("net_picture")
        self.setAccessibleName("What the network sees")
        self.setToolTip(_NET_TIP)
        self.setFixedSize(QSize(_NET_SIDE + 2, _NET_SIDE + 2))
        self._themes = themes
        self._picture: Floats = np.zeros((SIDE, SIDE), np.float32)
        self._label_pixels = 0
        themes.changed.connect(self.update)

    @property
    def picture(self) -> Floats:
        """(height, width), as it goes into the net."""
        return self._picture

    def show_picture(self, picture: Floats, label_pixels: int) -> None:
        """Shows a picture whose first pixels carry the label (0 for none)."""
        if bool(label_pixels) != bool(self._label_pixels):
            more = "\nForward-Forward writes the label it tries into the framed pixels."
            self.setToolTip(_NET_TIP + more if label_pixels else _NET_TIP)
        self._picture, self._label_pixels = picture, label_pixels
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rows, columns = self._picture.shape
        cell = min((self.width() - 2) / columns, (self.height() - 2) / rows)
        area = QRectF(1, 1, cell * columns, cell * rows)
        painter.drawImage(area, grey_image(self._picture))
        painter.setPen(QColor(self._themes.theme.line))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))
        if self._label_pixels:
            full, rest = divmod(self._label_pixels, columns)
            wide = columns if full else rest
            # Red on black is seen in both themes, and the frame is dashed.
            painter.setPen(QPen(QColor(DARK.warning), 1, Qt.PenStyle.DotLine))
            tall = cell * (full + bool(rest))
            painter.drawRect(QRectF(area.left(), area.top(), cell * wide, tall))


@dataclass(frozen=True)
class _Answer:
    """A request's number and its scores."""

    number: int
    scores: Scores


def _answer(number: int, snapshot: ModelSnapshot, picture: Floats) -> _Answer:
    with np.errstate(all="ignore"):  # a diverged net is told as such
        return _Answer(number, score(snapshot, picture))


class _Search:
    """Looks for misclassified images from one image on, and remembers what it has seen."""

    def __init__(self, net: Net, samples: Samples) -> None:
        self.net, self.samples = net, samples
        self._predicted = np.full(len(samples), -1, np.int64)
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Has :meth:`next` give up at once."""
        self._stopped.set()

    def next(self, start: int, by: int) -> int | None:
        """The next misclassified image after ``start``, all around; None when there is none."""
        count = len(self.samples)
        order = (start + by * np.arange(1, count + 1)) % count
        for at in range(0, count, _CHUNK):
            if self._stopped.is_set():
                return None
            chunk = order[at : at + _CHUNK]
            new = chunk[self._predicted[chunk] < 0]
            if len(new):
                with np.errstate(all="ignore"):
                    self._predicted[new] = self.net.predict(self.samples.x[new])
            wrong = chunk[self._predicted[chunk] != self.samples.y[chunk]]
            if len(wrong):
                return int(wrong[0])
        return None

    @property
    def known(self) -> str:
        """How many are wrong among those looked at so far."""
        seen = self._predicted >= 0
        wrong = int((self._predicted[seen] != self.samples.y[seen]).sum())
        total = int(seen.sum())
        all_of = "all " if total == len(seen) else ""
        return f"{wrong:,} wrong among {all_of}{total:,} looked at"


def _narrow(box: QComboBox) -> None:
    """Has a box give way where the panel is narrow."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(7)


def _step(search: _Search, start: int, by: int) -> tuple[_Search, int | None]:
    return search, search.next(start, by)


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
        self.setAccessibleName("Draw")
        self.setMinimumWidth(300)
        self._task = LatestTask(self, name="scores", keep_stale=True)
        self._task.done.connect(self._take_answer)
        self._task.failed.connect(self._failed)
        self._search_task = LatestTask(self, name="misclassified")
        self._search_task.done.connect(self._take_step)
        self._search_task.failed.connect(self._failed)
        self._search: _Search | None = None
        self._requests = itertools.count(1)
        self._oldest_valid = 0
        self._image: Floats | None = None
        self._true: int | None = None
        self._rng = np.random.default_rng()
        self.pace = Pace(
            self._score, self, least_s=_LEAST_PAUSE_S, hurry_s=_FRAME_S, tasks=[self._task]
        )
        self._build()
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        themes.changed.connect(self._recolour)
        self.links.image_chosen.connect(self.show_image)
        self._recolour(themes.theme)
        self._take_data(studio.data)
        self._drawn()

    def remembered(self) -> Mapping[str, Control]:
        return {"pen": self._size, "relative": self._relative, "guides": self._guides}

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._stop_search()
        self._task.close(1.0)
        self._search_task.close(1.0)

    def figures(self) -> list[Figure]:
        """For export."""
        return [self._bars]

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._buttons: dict[str, QToolButton] = {}
        self._pad = DrawPad(self._themes, self)
        self._pad.drawing_changed.connect(self._drawn)
        self._pad.tool_changed.connect(self._show_tool)
        self._pad.pixel_clicked.connect(self._flip_pixel)
        self._bars = ScoreBars(self._themes, self)
        install_copy(
            self,
            lambda: self._bars if self._bars.scores is not None else None,
            self._studio.message.emit,
        )
        # Pad and the net's picture side by side, or one above the other where it is narrow.
        self._easel = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._easel.setSpacing(5)
        self._easel.addWidget(self._pad, 1)
        self._easel.addLayout(self._side())

        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(self._tool_row())
        left.addLayout(self._easel, 1)
        left.addLayout(self._image_rows())
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(self._options_row())
        right.addWidget(self._bars, 1)
        body = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._columns.setContentsMargins(4, 4, 4, 6)
        self._columns.setSpacing(4)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        scroll = QScrollArea(self)
        scroll.setObjectName("draw_scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self._scroll = scroll
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def _tool_row(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(1)
        for name, spoken, tip, act in (
            ("pen", "Pen", "Draw with the left mouse button.", self._use_pen),
            ("eraser", "Eraser", "Erase (E, or the right mouse button).", self._use_eraser),
            ("undo", "Undo Stroke", "Undo the last stroke (Ctrl+Z).", self._pad.undo),
            ("redo", "Redo Stroke", "Redo the stroke (Ctrl+Shift+Z).", self._pad.redo),
            ("clear", "Clear", "Clear the pad (C or Esc); undo brings it back.", self._pad.clear),
        ):
            tools.addWidget(self._tool(name, spoken, tip, act))
        for name in ("pen", "eraser"):
            self._buttons[name].setCheckable(True)
        self._size = QSlider(Qt.Orientation.Horizontal, self)
        self._size.setObjectName("pen_size")
        self._size.setAccessibleName("Pen size")
        self._size.setRange(10, 60)
        self._size.setValue(round(PEN_PX * 10))
        self._size.setToolTip(
            "Pen thickness in pixels of the network's picture, 1 to 6.\n"
            "MNIST's pens measure about 2.5; much thinner or thicker ones are misread."
        )
        self._size.setMinimumWidth(44)
        self._size.valueChanged.connect(self._set_pen)
        self._size_text = QLabel(f"{PEN_PX:.1f} px", self)
        self._size_text.setProperty("muted", True)
        tools.addWidget(self._size, 1)
        tools.addWidget(self._size_text)
        tools.addWidget(self._save_button())
        return tools

    def _side(self) -> QBoxLayout:
        self._net = NetPicture(self._themes, self)
        self._verdicts = {
            "ff": self._label("ff_verdict", "Forward-Forward's label"),
            "read_out": self._label("read_out_verdict", "The linear read-out's label"),
            "bp": self._label("bp_verdict", "Backprop's label"),
        }
        self._truth = self._label("true_label", "True label")
        self._truth.setProperty("muted", True)
        words = self._words = _Still(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (*self._verdicts.values(), self._truth):
            column.addWidget(label)
        column.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(6)
        self._beside.addWidget(self._net, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(words, 1)
        return self._beside

    def _label(self, name: str, accessible: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(accessible)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    def _options_row(self) -> QHBoxLayout:
        self._relative = QCheckBox("Relative", self)
        self._relative.setObjectName("relative_goodness")
        self._relative.setAccessibleName("Relative goodness")
        self._relative.setToolTip(_RELATIVE_TIP)
        self._relative.setChecked(True)
        self._relative.toggled.connect(self._bars.set_relative)
        self._guides = QCheckBox("Guides", self)
        self._guides.setObjectName("pad_guides")
        self._guides.setAccessibleName("Guides")
        self._guides.setToolTip("Show a 28×28 grid and MNIST's 20-pixel box on the pad.")
        self._guides.toggled.connect(self._set_guides)
        options = QHBoxLayout()
        options.setSpacing(12)
        options.addWidget(self._relative)
        options.addWidget(self._guides)
        options.addStretch(1)
        return options

    def _tool(
        self, name: str, spoken: str, tip: str, act: Callable[[], None] | None
    ) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{name}_button")
        button.setAccessibleName(spoken)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if act is not None:
            button.clicked.connect(lambda checked=False: act())
        self._buttons[name] = button
        return button

    def _save_button(self) -> QToolButton:
        button = self._tool("save", "Save Picture", "Save or copy the picture as PNG.", None)
        button.setObjectName("save_drawing_button")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setObjectName("save_drawing_menu")
        for text, act in (
            ("Save the Network's Picture…", self._ask_net_picture),
            ("Save the Drawing…", self._ask_drawing),
            ("Copy the Network's Picture", self._copy_net_picture),
            ("Copy the Drawing", self._copy_drawing),
        ):
            menu.addAction(text).triggered.connect(act)
        button.setMenu(menu)
        return button

    def _image_rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        self._which = QComboBox(self)
        self._which.setObjectName("image_set")
        self._which.setAccessibleName("Images to choose from")
        self._which.setToolTip("Which images of the data set to show.")
        _narrow(self._which)
        for text, which in _SETS:
            self._which.addItem(text, which)
        self._which.currentIndexChanged.connect(self._choose_set)
        self._number = QSpinBox(self)
        self._number.setObjectName("image_number")
        self._number.setAccessibleName("Number of the image")
        self._number.setToolTip("Show the image with this number, counted from 0.")
        self._number.setKeyboardTracking(False)
        self._number.valueChanged.connect(self._load_number)
        random = self._tool(
            "random_image",
            "Load Test Image",
            "Show an image of the chosen set, picked at random.",
            self._load_random,
        )
        random.setText("Random")
        random.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        grid.addWidget(self._which, 0, 0)
        grid.addWidget(self._number, 0, 1)
        grid.addWidget(random, 0, 2)
        self._net_choice = QComboBox(self)
        self._net_choice.setObjectName("misclassified_by")
        self._net_choice.setAccessibleName("Misclassified by")
        self._net_choice.setToolTip("Whose mistakes to step through.")
        _narrow(self._net_choice)
        self._net_choice.addItem("FF mistakes", "ff")
        self._net_choice.addItem("BP mistakes", "bp")
        self._net_choice.currentIndexChanged.connect(self._forget_mistakes)
        steps = QHBoxLayout()
        steps.setSpacing(0)
        for name, spoken, by in (
            ("previous", "Previous Misclassified", -1),
            ("next", "Next Misclassified", 1),
        ):
            steps.addWidget(
                self._tool(
                    name, spoken, f"{spoken} image of the chosen set.", partial(self._step, by)
                )
            )
        steps.addStretch(1)
        self._mistakes = QLabel(self)
        self._mistakes.setObjectName("misclassified_count")
        self._mistakes.setProperty("muted", True)
        self._mistakes.setWordWrap(True)
        self._mistakes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        grid.addWidget(self._net_choice, 1, 0)
        grid.addLayout(steps, 1, 1)
        told = _Still(self)
        told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        holder = QVBoxLayout(told)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self._mistakes)
        told.setMaximumHeight(32)
        grid.addWidget(told, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 2)
        return grid

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        pictures = {"random_image": "refresh"}
        for name, button in self._buttons.items():
            button.setIcon(icon(pictures.get(name, name), theme))
            button.setIconSize(QSize(16, 16))
        self._show_verdicts(self._bars.scores)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        two = self.width() >= _TWO_COLUMNS
        self._columns.setSpacing(14 if two else 4)
        self._columns.setDirection(directions.LeftToRight if two else directions.TopToBottom)
        beside = self.width() >= LEAST_SIDE + _NET_SIDE + 24
        self._easel.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._fit_words()
        self._beside.setDirection(directions.TopToBottom if beside else directions.LeftToRight)

    def _fit_words(self) -> None:
        """Room for the verdicts beside the net's picture, where they do not stand below it."""
        below = self._easel.direction() == QBoxLayout.Direction.LeftToRight
        three = not self._verdicts["read_out"].isHidden()
        self._words.setMinimumHeight(0 if below else _WORDS_HEIGHT + (_MORE_WORDS if three else 0))

    # --- studio -------------------------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._fit_shape()
        if snapshot is None:
            self._pad.set_hint("Draw here; train or open a net to score it")
            self._bars.set_empty_text(
                "No net yet. Press Train (Space) or open a model: every label's scores appear here."
            )
        else:
            self._pad.set_hint("Draw a digit here")
            self._bars.set_empty_text(_EMPTY.get(snapshot.role, _EMPTY["network"]))
        self._show_image_tools()
        self.look_again(self.pace)

    def _fit_shape(self) -> None:
        """Makes pad and image fit the net's picture size."""
        shape, tiny = self._shape(), self._is_tiny()
        if self._image is not None and self._image.shape != shape:
            self._forget_image()
            self._pad.show_picture(None)
        self._pad.set_pixel_mode(shape if tiny else None)
        if tiny and self._image is None:
            self._image = self._blank()
            self._pad.show_picture(self._image)

    @Slot(object)
    def _take_data(self, data: PreparedData | None) -> None:
        if self._true is not None:
            self._forget_image()  # it was of the data set before
            self._pad.show_picture(None)
        self._forget_mistakes()
        self._choose_set()
        self._take_snapshot(self._studio.snapshot)

    def _shape(self) -> tuple[int, int]:
        snapshot, data = self._studio.snapshot, self._studio.data
        if snapshot is not None:
            return snapshot.image_shape
        return data.image_shape if data is not None else (SIDE, SIDE)

    def _is_tiny(self) -> bool:
        return max(self._shape()) <= _TINY

    def _blank(self) -> Floats:
        """A tiny picture with all pixels off: −1 as the camera's, or 0 where data are."""
        data = self._studio.data
        fits = data is not None and data.image_shape == self._shape() and len(data.train)
        low = min(float(data.train.x.min()), 0.0) if fits and data is not None else -1.0
        return np.full(self._shape(), low, np.float32)

    def _why_no_images(self) -> str:
        """Why no image of the data set can be shown, or an empty text."""
        data = self._studio.data
        if data is None:
            return "There is no data set to choose images from."
        if data.image_shape != self._shape():
            return f"{data.title} has images of another size than the network was trained on."
        if not len(data.samples(self._which.currentData())):
            return f"There are no {self._which.currentData()} images."
        return ""

    def _show_image_tools(self) -> None:
        why = self._why_no_images()
        for widget in (self._number, self._buttons["random_image"]):
            widget.setEnabled(not why)
            widget.setStatusTip(why)
        snapshot = self._studio.snapshot
        for i, name in enumerate(("ff", "bp")):
            has = snapshot is not None and getattr(snapshot, name) is not None
            has = has and snapshot is not None and snapshot.role == "classifier"
            model = self._net_choice.model()
            model.item(i).setEnabled(has)  # type: ignore[attr-defined]
            if not has and self._net_choice.currentIndex() == i and snapshot is not None:
                self._net_choice.setCurrentIndex(1 - i)
        # A net that names no labels makes no mistakes that could be counted.
        has_labels = snapshot is None or snapshot.role == "classifier"
        self._net_choice.setVisible(has_labels)
        for name in ("previous", "next"):
            self._buttons[name].setVisible(has_labels)
            self._buttons[name].setEnabled(not why and snapshot is not None)
            self._buttons[name].setStatusTip(why)

    # --- tools --------------------------------------------------------------------------

    def _use_pen(self) -> None:
        self._pad.erasing = False
        self._show_tool()

    def _use_eraser(self) -> None:
        self._pad.erasing = True
        self._show_tool()

    @Slot()
    def _show_tool(self) -> None:
        self._buttons["pen"].setChecked(not self._pad.erasing)
        self._buttons["eraser"].setChecked(self._pad.erasing)

    @Slot(int)
    def _set_pen(self, tenths: int) -> None:
        self._pad.pen_px = tenths / 10
        self._size_text.setText(f"{tenths / 10:.1f} px")

    @Slot(bool)
    def _set_guides(self, shown: bool) -> None:
        self._pad.show_guides = shown

    def clear(self) -> None:
        """Empties the pad."""
        self._pad.clear()

    @Slot()
    def _drawn(self) -> None:
        self._show_tool()
        if not self._pad.shows_picture and self._image is not None:
            self._forget_image()
            if self._is_tiny():
                self._image = self._blank()
                self._pad.show_picture(self._image)
        drawing = self._pad.drawing
        self._buttons["undo"].setEnabled(drawing.can_undo or self._true is not None)
        self._buttons["redo"].setEnabled(drawing.can_redo)
        self.pace.hurry()

    def _forget_image(self) -> None:
        self._image, self._true = None, None
        self._truth.setText("")

    @Slot(int, int)
    def _flip_pixel(self, row: int, column: int) -> None:
        blank = self._blank()
        image = self._image if self._image is not None else blank
        low = float(blank[0, 0])
        image = image.copy()
        image[row, column] = low if image[row, column] > 0.5 else 1.0
        self._image, self._true = image, None
        self._truth.setText("")
        self._pad.show_picture(image)
        self.pace.hurry()

    # --- scoring ------------------------------------------------------------------------

    def _score(self) -> None:
        """Has the picture scored by the newest weights."""
        snapshot, image = self._studio.snapshot, self._image
        if image is not None:
            picture, empty = image, False
        else:
            picture = rasterise(self._pad.strokes, self._shape())
            empty = not picture.any()
        ff = snapshot.ff if snapshot is not None else None
        self._net.show_picture(picture, ff.label_pixels if ff is not None else 0)
        self.links.show_picture(picture)
        number = next(self._requests)
        if empty or snapshot is None:
            self._oldest_valid = number
            self._task.forget()
            self._bars.show_scores(None)
            self._show_verdicts(None)
        else:
            self._task.submit(_answer, number, snapshot, picture)

    @Slot(object)
    def _take_answer(self, answer: _Answer) -> None:
        if answer.number < self._oldest_valid:
            return  # cleared while the scores were on their way
        self._bars.show_scores(answer.scores, self._true)
        self._show_verdicts(answer.scores)

    def _show_verdicts(self, scores: Scores | None) -> None:
        theme = self._themes.theme
        names = scores.class_names if scores is not None else ()
        true = names[self._true] if self._true is not None and self._true < len(names) else None
        self._relative.setVisible(scores is None or scores.goodness is not None)
        for name, head, color, verdict_of in (
            ("ff", "FF", theme.ff, ff_verdict),
            ("read_out", "Read-out", theme.ff, read_out_verdict),
            ("bp", "BP", theme.bp, bp_verdict),
        ):
            verdict = verdict_of(scores) if scores is not None else None
            label = self._verdicts[name]
            label.setText(_verdict_html(head, color, verdict, true, theme))
            # An empty label would leave a gap between its neighbours.
            label.setVisible(verdict is not None or (scores is None and name != "read_out"))
        self._fit_words()
        forced = scores is not None and scores.only_relative
        self._relative.setEnabled(not forced)
        self._relative.setToolTip(
            "Some of this net's scores are negative: bars begin at each layer's lowest label."
            if forced
            else _RELATIVE_TIP
        )

    @Slot(str, str)
    def _failed(self, message: str, details: str) -> None:
        self._studio.error_raised.emit(
            UserError("The picture could not be scored", message, details)
        )

    # --- images of the data set -----------------------------------------------------------

    @Slot(int, str)
    def show_image(self, index: int, which: str = "test") -> None:
        """Shows an image of the data set in place of the drawing."""
        data = self._studio.data
        if data is None or data.image_shape != self._shape():
            self._studio.message.emit(self._why_no_images())
            return
        samples = data.samples(which)
        if not 0 <= index < len(samples):
            return
        if self._which.currentData() != which:
            self._which.setCurrentIndex(self._which.findData(which))
        self._image = samples.x[index].reshape(data.image_shape)
        self._true = int(samples.y[index])
        self._oldest_valid = next(self._requests)
        self._pad.show_picture(self._image)
        name = data.class_names[self._true]
        self._truth.setText(f"true label {html.escape(name)}")
        self._number.blockSignals(True)
        self._number.setValue(index)
        self._number.blockSignals(False)
        self._buttons["undo"].setEnabled(True)
        self.pace.hurry()

    @Slot()
    def _choose_set(self) -> None:
        data = self._studio.data
        count = len(data.samples(self._which.currentData())) if data is not None else 0
        self._number.blockSignals(True)
        self._number.setRange(0, max(count - 1, 0))
        self._number.blockSignals(False)
        self._forget_mistakes()
        self._show_image_tools()

    @Slot(int)
    def _load_number(self, index: int) -> None:
        self.show_image(index, self._which.currentData())

    def _load_random(self) -> None:
        if self._studio.data is not None:
            which = self._which.currentData()
            count = len(self._studio.data.samples(which))
            if count:
                self.show_image(int(self._rng.integers(count)), which)

    @Slot()
    def _forget_mistakes(self) -> None:
        self._stop_search()
        self._mistakes.setText("")

    def _stop_search(self) -> None:
        if self._search is not None:
            self._search.stop()
        self._search = None
        self._search_task.forget()

    def _step(self, by: int) -> None:
        """Goes to the next misclassified image; looks no further than to that one."""
        snapshot, data = self._studio.snapshot, self._studio.data
        net = getattr(snapshot, self._net_choice.currentData(), None)
        no_labels = snapshot is None or snapshot.role != "classifier"
        if net is None or data is None or no_labels or self._why_no_images():
            self._mistakes.setText("There is no such net.")
            return
        samples = data.samples(self._which.currentData())
        search = self._search
        if search is None or search.net is not net or search.samples is not samples:
            self._stop_search()
            search = self._search = _Search(net, samples)
        shown = self._true is not None
        start = self._number.value() if shown else (-1 if by > 0 else len(samples))
        self._mistakes.setText("Looking for mistakes…")
        self._search_task.submit(_step, search, start, by)

    @Slot(object)
    def _take_step(self, found: tuple[_Search, int | None]) -> None:
        search, index = found
        if search is not self._search:
            return
        if index is None:
            self._mistakes.setText("None of these images is misclassified.")
            return
        self.show_image(index, self._which.currentData())
        self._mistakes.setText(search.known)

    # --- saving ---------------------------------------------------------------------------

    @Slot()
    def _ask_net_picture(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, "Save the Network's Picture", "digit.png", "PNG (*.png)"
        )
        if path:
            self.save_net_picture(Path(path))

    @Slot()
    def _ask_drawing(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, "Save the Drawing", "drawing.png", "PNG (*.png)"
        )
        if path:
            self.save_drawing(Path(path))

    @Slot()
    def _copy_net_picture(self) -> None:
        QGuiApplication.clipboard().setImage(grey_image(self._net.picture))
        self._studio.message.emit("Copied the network's picture.")

    @Slot()
    def _copy_drawing(self) -> None:
        QGuiApplication.clipboard().setImage(self._large(_LARGE_PNG))
        self._studio.message.emit("Copied the drawing.")

    def save_net_picture(self, path: Path) -> None:
        """Writes the picture the network sees, one pixel per pixel."""
        self._save(grey_image(self._net.picture), path)

    def save_drawing(self, path: Path, side: int = _LARGE_PNG) -> None:
        """Writes the drawing as large as ``side`` pixels."""
        self._save(self._large(side), path)

    def _large(self, side: int) -> QImage:
        image = QImage(side, side, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        if self._image is not None:
            painter.drawImage(QRectF(0, 0, side, side), grey_image(self._image))
        else:
            paint_strokes(painter, self._pad.strokes, side, side / SIDE)
        painter.end()
        return image

    def _save(self, image: QImage, path: Path) -> None:
        if path.suffix.lower() != ".png":
            path = path.with_name(path.name + ".png")

        def write(temporary: Path) -> None:
            if not image.save(str(temporary), "PNG"):  # type: ignore[call-overload]
                raise OSError("the picture could not be written")

        try:
            write_atomically(path, write)
        except (OSError, FfstudioError) as error:
            text = f"{path} cannot be written ({error}). Choose another place."
            self._studio.error_raised.emit(UserError("The picture was not saved", text))
            return
        self._studio.message.emit(f"Saved {path}")


def _verdict_html(
    name: str, color: str, verdict: Verdict | None, true: str | None, theme: Theme
) -> str:
    if verdict is None:
        return ""
    label, text = html.escape(verdict.label), html.escape(verdict.text)
    mark = "" if true is None else " ✓" if true == verdict.label else " ✗"
    head = f"<span style='color:{color}'><b>{name}</b></span>"
    more = f"<br><span style='color:{theme.muted}'>{text}</span>"
    if not verdict.is_sure:
        return f"{head} not sure, perhaps <b>{label}</b>{mark}{more}"
    return f"{head} <span style='font-size:large'><b>{label}</b></span>{mark}{more}"
