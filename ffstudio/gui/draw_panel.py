"""Draw a digit and see, while you draw, what both nets think of every label."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.data import PreparedData, Samples
from ffstudio.core.errors import FfstudioError
from ffstudio.core.files import write_atomically
from ffstudio.core.snapshot import ModelSnapshot
from ffstudio.gui.draw_pad import DrawPad, grey_image
from ffstudio.gui.drawing import PEN_PX, SIDE, paint_strokes, rasterise
from ffstudio.gui.figure import Figure, install_copy
from ffstudio.gui.icons import icon
from ffstudio.gui.score_bars import ScoreBars, Scores, Verdict, bp_verdict, ff_verdict, score
from ffstudio.gui.theme import Theme, ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio, UserError

Floats = npt.NDArray[np.float32]

_CHUNK = 500


class NetPicture(QWidget):
    """The picture the network sees, pixel by pixel, its label pixels marked."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("net_picture")
        self.setAccessibleName("What the network sees")
        self.setToolTip(
            "What the network sees: scaled and centred as MNIST's pictures are.\n"
            "The marked pixels carry the label, so the picture leaves them free."
        )
        self.setFixedSize(QSize(84, 84))
        self._themes = themes
        self._picture: Floats = np.zeros((SIDE, SIDE), np.float32)
        self._label_pixels = 0
        themes.changed.connect(self.update)

    @property
    def picture(self) -> Floats:
        return self._picture

    def show_picture(self, picture: Floats, label_pixels: int) -> None:
        self._picture, self._label_pixels = picture, label_pixels
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rows, columns = self._picture.shape
        cell = min(self.width() / columns, self.height() / rows)
        area = QRectF(0, 0, cell * columns, cell * rows)
        painter.drawImage(area, grey_image(self._picture))
        if self._label_pixels:
            painter.setPen(QPen(QColor(self._themes.theme.warning), 1, Qt.PenStyle.DotLine))
            painter.drawRect(QRectF(0, 0, cell * min(self._label_pixels, columns), cell))
        painter.setPen(QColor(self._themes.theme.line))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


class DrawPanel(QWidget):
    """Pad, the net's picture, and the bars."""

    picture_changed = Signal()

    def __init__(self, studio: Studio, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draw_panel")
        self.setMinimumWidth(290)
        self._studio = studio
        self._themes = themes
        self._task = LatestTask(self, name="scores", keep_stale=True)
        self._task.done.connect(self._show_scores)
        self._task.failed.connect(self._failed)
        self._search = LatestTask(self, name="misclassified")
        self._search.done.connect(self._take_wrong)
        self._search.failed.connect(self._failed)
        self._image: Floats | None = None
        self._true: int | None = None
        self._wrong: list[int] = []
        self._wrong_at: tuple[object, ...] = ()
        self._wanted_step = 0
        self._rng = np.random.default_rng()
        # A whole burst of mouse points makes one picture.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._score_now)
        self._build()
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)
        self._take_data(studio.data)
        self._drawn()

    def shutdown(self) -> None:
        """Ends the background work."""
        self._soon.stop()
        self._task.close()
        self._search.close()

    def figures(self) -> list[Figure]:
        return [self._bars]

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._pad = DrawPad(self._themes, self)
        self._pad.drawing_changed.connect(self._drawn)
        self._pad.pixel_clicked.connect(self._flip_pixel)
        self._buttons: dict[str, QToolButton] = {}
        tools = QHBoxLayout()
        tools.setSpacing(1)
        for name, tip, act in (
            ("pen", "Draw", self._use_pen),
            ("eraser", "Erase (E, or the right mouse button)", self._use_eraser),
            ("undo", "Undo the last stroke (Ctrl+Z)", self._pad.undo),
            ("redo", "Redo (Ctrl+Shift+Z)", self._pad.redo),
            ("clear", "Clear the pad (C)", self._pad.clear),
        ):
            tools.addWidget(self._tool(name, tip, act))
        self._buttons["pen"].setCheckable(True)
        self._buttons["eraser"].setCheckable(True)
        self._buttons["pen"].setChecked(True)
        self._size = QSlider(Qt.Orientation.Horizontal, self)
        self._size.setObjectName("pen_size")
        self._size.setAccessibleName("Pen size")
        self._size.setRange(10, 60)
        self._size.setValue(round(PEN_PX * 10))
        self._size.setToolTip(
            "Pen thickness in pixels of the net's picture; MNIST's pens measure about 2.5."
        )
        self._size.setMinimumWidth(50)
        self._size.valueChanged.connect(self._set_pen)
        self._size_text = QLabel(f"{PEN_PX:.1f} px", self)
        self._size_text.setProperty("muted", True)
        tools.addWidget(self._size, 1)
        tools.addWidget(self._size_text)
        tools.addWidget(self._save_button())

        self._net = NetPicture(self._themes, self)
        self._verdicts = {
            "ff": self._label("ff_verdict", "Forward-Forward's label"),
            "bp": self._label("bp_verdict", "Backprop's label"),
        }
        self._truth = self._label("true_label", "True label")
        self._truth.setProperty("muted", True)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addStretch(1)
        for label in (*self._verdicts.values(), self._truth):
            words.addWidget(label)
        words.addStretch(1)
        seen = QHBoxLayout()
        seen.setSpacing(10)
        seen.addWidget(self._net)
        seen.addLayout(words, 1)

        self._bars = ScoreBars(self._themes, self)
        install_copy(self, lambda: self._bars, self._studio.message.emit)
        self._relative = QCheckBox("Relative", self)
        self._relative.setObjectName("relative_goodness")
        self._relative.setAccessibleName("Relative goodness")
        self._relative.setToolTip(
            "Show goodness above that of the lowest label, so differences show."
        )
        self._relative.setChecked(True)
        self._relative.toggled.connect(self._bars.set_relative)
        self._guides = QCheckBox("Guides", self)
        self._guides.setObjectName("pad_guides")
        self._guides.setAccessibleName("Guides")
        self._guides.setToolTip("Show the 28×28 grid and the 20-pixel box on the pad.")
        self._guides.toggled.connect(self._set_guides)
        options = QHBoxLayout()
        options.addWidget(self._relative)
        options.addWidget(self._guides)
        options.addStretch(1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._pad, 5)
        layout.addLayout(tools)
        layout.addLayout(seen)
        layout.addWidget(self._bars, 4)
        layout.addLayout(options)
        layout.addLayout(self._image_row())

    def _label(self, name: str, accessible: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(accessible)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        return label

    def _tool(self, name: str, tip: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{name}_button")
        button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda checked=False: act())  # type: ignore[operator]
        self._buttons[name] = button
        return button

    def _save_button(self) -> QToolButton:
        button = self._tool("save", "Save a picture", lambda: None)
        button.setObjectName("save_drawing_button")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction("Save the Network's Picture…").triggered.connect(self._ask_net_picture)
        menu.addAction("Save the Drawing…").triggered.connect(self._ask_drawing)
        button.setMenu(menu)
        return button

    def _image_row(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        self._which = QLabel("Test image", self)
        self._number = QSpinBox(self)
        self._number.setObjectName("image_number")
        self._number.setAccessibleName("Number of the test image")
        self._number.setToolTip("Show the test image with this number.")
        self._number.setKeyboardTracking(False)
        self._number.valueChanged.connect(self._load_number)
        random = self._tool("random_image", "Show a random test image", self._load_random)
        random.setText("Random")
        grid.addWidget(self._which, 0, 0)
        grid.addWidget(self._number, 0, 1)
        grid.addWidget(random, 0, 2, 1, 2)
        self._net_choice = QComboBox(self)
        self._net_choice.setObjectName("misclassified_by")
        self._net_choice.setAccessibleName("Misclassified by")
        self._net_choice.setToolTip("Whose mistakes to step through.")
        self._net_choice.addItem("FF net", "ff")
        self._net_choice.addItem("BP net", "bp")
        grid.addWidget(QLabel("Mistakes of", self), 1, 0)
        grid.addWidget(self._net_choice, 1, 1)
        grid.addWidget(
            self._tool("previous", "Previous misclassified image", lambda: self._step_wrong(-1)),
            1,
            2,
        )
        grid.addWidget(
            self._tool("next", "Next misclassified image", lambda: self._step_wrong(1)), 1, 3
        )
        grid.setColumnStretch(1, 1)
        self._mistakes = QLabel(self)
        self._mistakes.setObjectName("misclassified_count")
        self._mistakes.setProperty("muted", True)
        self._mistakes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid.addWidget(self._mistakes, 2, 0, 1, 4)
        return grid

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        pictures = {"random_image": "refresh"}
        for name, button in self._buttons.items():
            button.setIcon(icon(pictures.get(name, name), theme))
            button.setIconSize(QSize(16, 16))
        self._buttons["random_image"].setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        self._show_verdicts(self._bars.scores)

    # --- studio -------------------------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        tiny = self._is_tiny()
        self._pad.set_pixel_mode(self._shape() if tiny else None)
        if tiny and self._image is None:
            self._image = -np.ones(self._shape(), np.float32)
            self._pad.show_picture(self._image)
        elif not tiny and self._image is not None and self._image.shape != self._shape():
            self.clear()
        self._pad.set_hint(
            "Draw a digit here"
            if snapshot is not None
            else "Draw here; train or open a net to score it"
        )
        self._score_soon()

    @Slot(object)
    def _take_data(self, data: PreparedData | None) -> None:
        count = len(data.test) if data is not None else 0
        for widget in (self._number, self._buttons["random_image"]):
            widget.setEnabled(count > 0)
        self._number.blockSignals(True)
        self._number.setRange(0, max(count - 1, 0))
        self._number.blockSignals(False)
        self._mistakes.setText("")
        self._take_snapshot(self._studio.snapshot)

    def _shape(self) -> tuple[int, int]:
        snapshot, data = self._studio.snapshot, self._studio.data
        if snapshot is not None:
            return snapshot.image_shape
        return data.image_shape if data is not None else (SIDE, SIDE)

    def _is_tiny(self) -> bool:
        return max(self._shape()) <= 4

    # --- tools --------------------------------------------------------------------------

    def _use_pen(self) -> None:
        self._pad.erasing = False
        self._drawn()

    def _use_eraser(self) -> None:
        self._pad.erasing = True
        self._drawn()

    @Slot(int)
    def _set_pen(self, tenths: int) -> None:
        self._pad.pen_px = tenths / 10
        self._size_text.setText(f"{tenths / 10:.1f} px")

    @Slot(bool)
    def _set_guides(self, shown: bool) -> None:
        self._pad.show_guides = shown
        self._pad.update()

    def clear(self) -> None:
        """Empties the pad."""
        self._image, self._true = None, None
        self._pad.clear()

    @Slot()
    def _drawn(self) -> None:
        self._buttons["pen"].setChecked(not self._pad.erasing)
        self._buttons["eraser"].setChecked(self._pad.erasing)
        if not self._pad.shows_picture and self._image is not None:
            self._image, self._true = None, None
            if self._is_tiny():
                self._image = -np.ones(self._shape(), np.float32)
                self._pad.show_picture(self._image)
        self._buttons["undo"].setEnabled(self._pad.drawing.can_undo)
        self._buttons["redo"].setEnabled(self._pad.drawing.can_redo)
        self._score_soon()

    @Slot(int, int)
    def _flip_pixel(self, row: int, column: int) -> None:
        if self._image is None or self._image.shape != self._shape():
            self._image = -np.ones(self._shape(), np.float32)
        self._image = self._image.copy()
        self._image[row, column] *= -1
        self._true = None
        self._pad.show_picture(self._image)
        self._score_soon()

    # --- scoring ------------------------------------------------------------------------

    def _score_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _score_now(self) -> None:
        snapshot = self._studio.snapshot
        if self._image is not None and self._image.shape == self._shape():
            picture, empty = self._image, False
        else:
            picture = rasterise(self._pad.drawing, self._shape())
            empty = not picture.any()
        uses_pixels = snapshot is not None and snapshot.ff is not None
        uses_pixels = uses_pixels and snapshot.ff.label_embedding == "replace"  # type: ignore[union-attr]
        self._net.show_picture(picture, snapshot.num_classes if uses_pixels and snapshot else 0)
        self.picture_changed.emit()
        if empty or snapshot is None:
            self._task.forget()
            self._bars.show_scores(None)
            self._show_verdicts(None)
        else:
            self._task.submit(score, snapshot, picture)

    @Slot(object)
    def _show_scores(self, scores: Scores) -> None:
        if self._pad.drawing.is_empty and self._image is None:
            return  # cleared while the scores were on their way
        self._bars.show_scores(scores)
        self._show_verdicts(scores)

    def _show_verdicts(self, scores: Scores | None) -> None:
        theme = self._themes.theme
        for name, label, verdict in (
            ("FF", self._verdicts["ff"], ff_verdict(scores) if scores is not None else None),
            ("BP", self._verdicts["bp"], bp_verdict(scores) if scores is not None else None),
        ):
            label.setText(_verdict_html(name, verdict, theme))
        if self._true is not None:
            names = self._studio.data.class_names if self._studio.data is not None else ()
            true = names[self._true] if self._true < len(names) else str(self._true)
            self._truth.setText(f"true label {true}")
        else:
            self._truth.setText("")

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
        if data is None or index >= len(data.samples(which)):
            return
        samples = data.samples(which)
        self._image = samples.x[index].reshape(data.image_shape)
        self._true = int(samples.y[index])
        self._pad.show_picture(self._image)
        self._which.setText(f"{which.capitalize()} image")
        if which == "test" and self._number.value() != index:
            self._number.blockSignals(True)
            self._number.setValue(index)
            self._number.blockSignals(False)
        self._score_soon()

    @Slot(int)
    def _load_number(self, index: int) -> None:
        self.show_image(index, "test")

    def _load_random(self) -> None:
        if self._studio.data is not None:
            self.show_image(int(self._rng.integers(len(self._studio.data.test))), "test")

    def _step_wrong(self, by: int) -> None:
        """Goes to the next misclassified test image, finding them first when needed."""
        snapshot, data = self._studio.snapshot, self._studio.data
        algorithm = self._net_choice.currentData()
        net = getattr(snapshot, algorithm, None) if snapshot is not None else None
        if net is None or data is None or net.num_inputs != data.num_inputs:
            self._mistakes.setText("There is no such net for these images.")
            return
        key = (algorithm, snapshot, data)
        self._wanted_step = by
        known = self._wrong_at
        if known and known[0] == algorithm and known[1] is snapshot and known[2] is data:
            self._go_to_wrong()
            return
        self._mistakes.setText("Looking for mistakes…")
        self._search.submit(_find_wrong, key, net, data.test)

    @Slot(object)
    def _take_wrong(self, found: tuple[tuple[object, ...], list[int]]) -> None:
        self._wrong_at, self._wrong = found
        self._go_to_wrong()

    def _go_to_wrong(self) -> None:
        if not self._wrong:
            self._mistakes.setText("No test image is misclassified.")
            return
        here = self._number.value() if self._image is not None else -1
        if self._wanted_step > 0:
            after = [i for i in self._wrong if i > here]
            index = after[0] if after else self._wrong[0]
        else:
            before = [i for i in self._wrong if i < here]
            index = before[-1] if before else self._wrong[-1]
        place = self._wrong.index(index) + 1
        self._mistakes.setText(f"mistake {place:,} of {len(self._wrong):,}")
        self.show_image(index, "test")

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

    def save_net_picture(self, path: Path) -> None:
        """Writes the picture the network sees, one pixel per pixel."""
        self._save(grey_image(self._net.picture), path)

    def save_drawing(self, path: Path, side: int = 560) -> None:
        """Writes the drawing as large as ``side`` pixels."""
        image = QImage(side, side, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        if self._image is not None:
            painter.drawImage(QRectF(0, 0, side, side), grey_image(self._image))
        else:
            paint_strokes(painter, self._pad.drawing.strokes, side, side / SIDE)
        painter.end()
        self._save(image, path)

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


def _find_wrong(
    key: tuple[object, ...], net: object, samples: Samples
) -> tuple[tuple[object, ...], list[int]]:
    wrong: list[int] = []
    for start in range(0, len(samples), _CHUNK):
        predicted = net.predict(samples.x[start : start + _CHUNK])  # type: ignore[attr-defined]
        missed = np.flatnonzero(predicted != samples.y[start : start + _CHUNK])
        wrong.extend((missed + start).tolist())
    return key, wrong


def _verdict_html(name: str, verdict: Verdict | None, theme: Theme) -> str:
    if verdict is None:
        return ""
    color = theme.ff if name == "FF" else theme.bp
    if not verdict.is_sure:
        return (
            f"<span style='color:{color}'><b>{name}</b></span> not sure"
            f"<br><span style='color:{theme.muted}'>perhaps {verdict.label}, {verdict.text}</span>"
        )
    return (
        f"<span style='color:{color}'><b>{name}</b></span> "
        f"<span style='font-size:large'><b>{verdict.label}</b></span>"
        f"<br><span style='color:{theme.muted}'>{verdict.text}</span>"
    )
