"""A view through the kept epochs as an animation: how it goes by, played at once, and written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import FfstudioError
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.dialogs import questions
from ffstudio.gui.figures.animation import (
    ANIMATION_FORMATS,
    LEAST_FPS,
    MOST_FPS,
    MOST_PAUSE_S,
    Timing,
    find_format,
)
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.first_size import open_at
from ffstudio.gui.forms.number_boxes import RealBox, WholeBox
from ffstudio.gui.forms.tab_order import order_tabs
from ffstudio.gui.forms.typed_edit import commit_open_texts
from ffstudio.gui.reports.animation_job import AnimationJob
from ffstudio.gui.reports.moving_view import MovingView, Series, choose_epochs, say_kept
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings

_NAME = "animation"
# A run of changes is looked through once it has ended.
_SETTLE_MS = 350


@dataclass(frozen=True)
class AnimatedView:
    """One that can be chosen.

    Attributes:
        panel, figure: Their names.
        title: For a reader.
        choices, held: How the panel is set up in the window, and what it holds.
    """

    panel: str
    figure: str
    title: str
    choices: Mapping[str, object]
    held: object = None


@dataclass(frozen=True)
class AnimatedRun:
    """The run whose epochs are gone through.

    Attributes:
        make_view: Is told whether the pictures are dark and have a caption.
        kept: Epochs whose weights are kept, ascending.
        last: The newest epoch.
    """

    name: str
    make_view: Callable[[bool, bool], MovingView]
    kept: tuple[int, ...]
    last: int
    views: Sequence[AnimatedView]


class Screen(QWidget):
    """Plays the pictures."""

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("animation_screen")
        self.setAccessibleName(tr("Preview"))
        self.setMinimumSize(420, 340)
        self._themes = themes
        self.pictures: list[QImage] = []
        self.at = 0
        self._note = ""
        self._timing = Timing()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)

    def play(self, pictures: list[QImage]) -> None:
        """Shows them from the first one on."""
        self.pictures, self.at, self._note = pictures, 0, ""
        self._wind()
        self.update()

    def say(self, note: str) -> None:
        """A sentence in the place of pictures."""
        self.pictures, self._note = [], note
        self._timer.stop()
        self.update()

    def set_timing(self, timing: Timing) -> None:
        """How they go by from now on."""
        self._timing = timing
        self._wind()

    def stop(self) -> None:
        """Nothing moves any more."""
        self._timer.stop()

    def _wind(self) -> None:
        if len(self.pictures) > 1:
            stays = self._timing.hundredths(len(self.pictures))
            self._timer.start(10 * stays[self.at])

    @Slot()
    def _turn(self) -> None:
        is_last = self.at == len(self.pictures) - 1
        if is_last and not self._timing.loops:
            return
        self.at = 0 if is_last else self.at + 1
        self._wind()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._themes.theme, QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(frame, 6, 6)
        if not self.pictures:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(frame.adjusted(24, 24, -24, -24), int(flags), self._note)
            return
        picture, room = self.pictures[self.at], frame.adjusted(10, 10, -10, -10)
        scale = min(room.width() / picture.width(), room.height() / picture.height())
        place = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
        place.moveCenter(room.center())
        painter.drawImage(place, picture)


class AnimationDialog(QDialog):
    """See the module docstring.

    Attributes:
        help_page: What F1 opens.
    """

    help_page = "60-files"

    def __init__(
        self, run: AnimatedRun, settings: Settings, themes: ThemeManager, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("animation_dialog")
        self.setWindowTitle(tr("Export Animation"))
        open_at(self, 940, 560)
        self._run, self._settings = run, settings
        self._job = AnimationJob(self)
        self._screen = Screen(themes, self)
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        order_tabs(self)
        self._bring_back()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self._look_through)
        for box in (self._view, self._theme):
            box.currentIndexChanged.connect(self._begin_anew)
        for spin in (self._first, self._last, self._every):
            spin.valueChanged.connect(self._begin_anew)
        self._caption.toggled.connect(self._begin_anew)
        self._format.currentIndexChanged.connect(self._show_size)
        for rate in (self._fps, self._pause):
            rate.valueChanged.connect(self._show_timing)
        self._loops.toggled.connect(self._show_timing)
        for spin in (self._width, self._height):
            spin.valueChanged.connect(self._show_size)
        self._job.progressed.connect(self._show_progress)
        self._job.previewed.connect(self._show_preview)
        self._job.written.connect(self._tell_written)
        self._job.failed.connect(self._tell_failure)
        self._job.called_off.connect(self._tell_called_off)
        self.finished.connect(self._end)
        self._show_timing()
        self._look_through()

    # --- construction ---------------------------------------------------------------------

    def _make_fields(self) -> None:
        self._view = Combo(self)
        for view in self._run.views:
            self._view.addItem(view.title, (view.panel, view.figure))
        _name(self._view, "view", tr("View"), tr("What is seen at every epoch."))
        kept = self._run.kept
        self._first = self._spin(kept[0], kept[-1], kept[0])
        _name(self._first, "first", tr("From epoch"), tr("The first epoch that is shown."))
        self._last = self._spin(kept[0], kept[-1], kept[-1])
        _name(self._last, "last", tr("To epoch"), tr("The last epoch that is shown."))
        self._every = self._spin(1, max(len(kept) - 1, 1), 1)
        _name(
            self._every, "every", tr("Every"),
            tr("1 shows every kept epoch, 2 every second one; the last one is always there."),
        )  # fmt: skip
        self._kept = QLabel(self)
        self._kept.setObjectName("animation_kept_label")
        self._kept.setProperty("muted", True)
        self._width = self._spin(64, 4096, 720)
        _name(self._width, "width", tr("Width"), tr("Of the pictures, in pixels."))
        self._height = self._spin(0, 4096, 0)
        self._height.setSpecialValueText(tr("as needed"))
        _name(
            self._height, "height", tr("Height"),
            tr("Of the pictures, in pixels; at its least, what the view needs at that width."),
        )  # fmt: skip
        self._fps = RealBox(self)
        self._fps.setRange(LEAST_FPS, MOST_FPS)
        self._fps.setDecimals(1)
        self._fps.setValue(4.0)
        _name(self._fps, "fps", tr("Epochs a second"), tr("How fast it goes by."))
        self._pause = RealBox(self)
        self._pause.setRange(0.0, MOST_PAUSE_S)
        self._pause.setDecimals(1)
        self._pause.setValue(2.0)
        self._pause.setSuffix(" s")
        _name(self._pause, "pause", tr("Pause at the end"), tr("So long the last epoch stays."))
        self._loops = self._check("loops", tr("Repeat"), tr("A GIF begins anew at its end."))
        self._loops.setChecked(True)
        self._theme = Combo(self)
        self._theme.addItem(tr("On white paper"), "light")
        self._theme.addItem(tr("Dark"), "dark")
        _name(self._theme, "theme", tr("Ground"), tr("What the pictures are painted on."))
        self._caption = self._check(
            "caption", tr("Caption"), tr("Experiment, epoch and seed in small letters below.")
        )
        self._caption.setChecked(True)
        self._format = Combo(self)
        for ending, known in ANIMATION_FORMATS.items():
            self._format.addItem(known.label, ending)
        _name(
            self._format, "format", tr("Format"),
            "\n".join(f"{known.label}: {known.help}" for known in ANIMATION_FORMATS.values()),
        )  # fmt: skip
        self._about = QLabel(self)
        self._about.setObjectName("animation_about_label")
        self._about.setProperty("muted", True)
        for label in (self._kept, self._about):
            label.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            label.setSizePolicy(policy)

    def _spin(self, least: int, most: int, value: int) -> QSpinBox:
        spin = WholeBox(self)
        spin.setRange(least, most)
        spin.setValue(value)
        return spin

    def _check(self, name: str, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        _name(box, name, text, tip)
        return box

    def _make_buttons(self) -> None:
        self._bar = QProgressBar(self)
        self._bar.setObjectName("animation_progress")
        self._bar.setAccessibleName(tr("Progress"))
        self._told = QLabel(self)
        self._told.setObjectName("animation_result_label")
        self._told.setWordWrap(True)
        self._cancel = self._button("cancel", tr("Cancel"), tr("Stop writing; no file is left."))
        self._cancel.clicked.connect(self._job.call_off)
        close = self._button("close", tr("Close"), tr("Close without writing anything more."))
        close.clicked.connect(self.reject)
        self._export = self._button("export", tr("Export…"), tr("Choose a file and write it."))
        self._export.clicked.connect(self._ask_and_write)
        self._export.setDefault(True)
        self._close = close

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        _name(button, f"{name}_button", text, tip)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("View"), self._view)
        form.addRow(
            tr("Epochs"),
            _row(self._first, tr("to"), self._last, tr("every"), self._every),
        )
        form.addRow("", self._kept)
        form.addRow(tr("Size"), _row(self._width, "×", self._height))
        form.addRow(tr("Epochs a second"), _row(self._fps, tr("pause"), self._pause))
        form.addRow("", _row(self._loops, "", self._caption))
        form.addRow(tr("Ground"), self._theme)
        form.addRow(tr("Format"), self._format)
        form.addRow("", self._about)
        self._about.setMinimumHeight(3 * self.fontMetrics().height())
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        side = QWidget(self)
        side.setFixedWidth(max(390, 52 * self.fontMetrics().averageCharWidth()))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addWidget(self._screen, 1)
        upper.addWidget(side)
        buttons = QHBoxLayout()
        buttons.addWidget(self._told, 1)
        buttons.addWidget(self._bar, 1)
        for button in (self._cancel, self._close, self._export):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 14, 14, 12)
        whole.setSpacing(12)
        whole.addLayout(upper, 1)
        whole.addLayout(buttons)

    # --- remembered -----------------------------------------------------------------------

    def _bring_back(self) -> None:
        kept = self._settings.choices(_NAME)
        for name, spin in self._numbers().items():
            value = kept.get(name)
            if isinstance(value, int | float) and not isinstance(value, bool):
                if isinstance(spin, QSpinBox):
                    spin.setValue(round(value))
                else:
                    spin.setValue(value)
        for name, box in (("loops", self._loops), ("caption", self._caption)):
            if isinstance(is_on := kept.get(name), bool):
                box.setChecked(is_on)
        for name, combo in (("theme", self._theme), ("format", self._format)):
            if (at := combo.findData(kept.get(name))) >= 0:
                combo.setCurrentIndex(at)
        wanted = (kept.get("panel", "goodness"), kept.get("figure"))
        views = self._run.views
        alike = [i for i, v in enumerate(views) if (v.panel, v.figure) == wanted]
        alike += [i for i, v in enumerate(views) if v.panel == wanted[0]]
        self._view.setCurrentIndex(alike[0] if alike else 0)

    def _numbers(self) -> dict[str, QSpinBox | RealBox]:
        return {
            "width": self._width, "height": self._height, "every": self._every,
            "fps": self._fps, "pause": self._pause,
        }  # fmt: skip

    def _remember(self) -> None:
        view = self._run.views[self._view.currentIndex()]
        kept: dict[str, object] = {name: spin.value() for name, spin in self._numbers().items()}
        kept |= {
            "loops": self._loops.isChecked(), "caption": self._caption.isChecked(),
            "theme": self._theme.currentData(), "format": self._format.currentData(),
            "panel": view.panel, "figure": view.figure,
        }  # fmt: skip
        self._settings.set_choices(_NAME, kept)

    @Slot()
    def _end(self, *_: object) -> None:
        """Ends what is under way, and remembers the choices."""
        self._later.stop()
        self._screen.stop()
        self._job.close()
        self._remember()

    # --- what is shown --------------------------------------------------------------------

    @property
    def timing(self) -> Timing:
        return Timing(self._fps.value(), self._pause.value(), self._loops.isChecked())

    @property
    def screen_shown(self) -> Screen:
        """Where the preview plays."""
        return self._screen

    def epochs(self) -> tuple[int, ...]:
        """Those chosen.

        Raises:
            FfstudioError: None is kept there.
        """
        first, last = self._first.value(), self._last.value()
        return choose_epochs(self._run.kept, first, last, self._every.value())

    @Slot()
    def _begin_anew(self, *_: object) -> None:
        if not self._job.is_writing:
            self._later.start()

    @Slot()
    def _look_through(self) -> None:
        self._job.close()
        self._told.clear()
        try:
            epochs = self.epochs()
        except FfstudioError as error:
            self._kept.setText(str(error))
            self._screen.say(str(error))
            self._show_state()
            return
        self._kept.setText(say_kept(self._run.kept, self._run.last, len(epochs)))
        view = self._run.views[self._view.currentIndex()]
        series = Series(view.panel, view.figure, epochs, view.choices, view.held)
        is_dark, has_caption = self._theme.currentData() == "dark", self._caption.isChecked()
        self._screen.say(tr("Looking at the epochs…"))
        self._job.look_through(lambda: self._run.make_view(is_dark, has_caption), series)
        self._show_state()

    @Slot(object)
    def _show_preview(self, pictures: list[QImage]) -> None:
        self._screen.play(pictures)
        self._show_state()

    @Slot()
    def _show_timing(self, *_: object) -> None:
        self._screen.set_timing(self.timing)
        self._show_size()

    def _size(self) -> QSize | None:
        view = self._job.view
        if view is None:
            return None
        needs_even = ANIMATION_FORMATS[self._format.currentData()].needs_even
        return view.size_for(self._width.value(), self._height.value(), even=needs_even)

    @Slot()
    def _show_size(self, *_: object) -> None:
        self._show_state()

    def _show_state(self) -> None:
        is_busy, is_writing = self._job.is_busy, self._job.is_writing
        self._bar.setVisible(is_busy)
        self._told.setVisible(not is_busy)
        self._cancel.setVisible(is_writing)
        known, view = ANIMATION_FORMATS[self._format.currentData()], self._job.view
        why = known.why_not()
        try:
            size = self._size()
        except FfstudioError as error:
            size, why = None, str(error)
        self._export.setEnabled(view is not None and size is not None and not is_busy and not why)
        if why:
            self._about.setText(why)
        elif view is not None and size is not None:
            count = len(self.epochs()) - len(view.blank)
            seconds = sum(self.timing.hundredths(count)) / 100
            about = tr(
                "{count} pictures of {width} × {height} pixels, {seconds} s",
                count=count,
                width=size.width(),
                height=size.height(),
                seconds=number_text(seconds, digits=3),
            )
            if view.blank:
                blank = ", ".join(map(str, view.blank))
                about = tr(
                    "{about}; nothing is to be seen at epochs {blank}", about=about, blank=blank
                )
            self._about.setText(about)
        for field in self.findChildren(QAbstractSpinBox):
            field.setEnabled(not is_writing)
        for box in (self._view, self._theme, self._format, self._loops, self._caption):
            box.setEnabled(not is_writing)

    @Slot(str, int, int)
    def _show_progress(self, text: str, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setFormat(text + "  %v / %m" if self._job.is_writing else text)

    # --- writing --------------------------------------------------------------------------

    @Slot()
    def _ask_and_write(self) -> None:
        commit_open_texts()
        view = self._run.views[self._view.currentIndex()]
        ending = str(self._format.currentData())
        folder = self._settings.folder("export")
        suggested = folder / f"{view.figure or view.panel}.{ending}"
        filters = f"{ANIMATION_FORMATS[ending].label} (*.{ending})"
        path = questions.SaveDialog.ask(self, tr("Export Animation"), suggested, filters)
        if path is not None:
            self._settings.set_folder("export", path)
            self.write(path)

    def write(self, path: Path) -> None:
        """Writes what is previewed."""
        try:
            find_format(path)
            size = self._size()
        except FfstudioError as error:
            self._tell_failure(str(error))
            return
        if size is not None:
            self._job.write(path, size, self.timing, self._run.name)
            self._show_state()

    @Slot(object)
    def _tell_written(self, path: Path) -> None:
        self._told.setText(tr("Wrote {path}", path=path))
        self._show_state()

    @Slot(str)
    def _tell_failure(self, text: str) -> None:
        if self._job.view is None:
            self._screen.say(text)
        self._told.setText(text)
        self._show_state()

    @Slot()
    def _tell_called_off(self) -> None:
        self._told.setText(tr("Cancelled: nothing was written."))
        self._show_state()


def _name(widget: QWidget, name: str, spoken: str, tip: str) -> None:
    widget.setObjectName(f"animation_{name}")
    widget.setAccessibleName(spoken)
    widget.setToolTip(tip)


def _row(*parts: QWidget | str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if isinstance(part, str):
            row.addWidget(QLabel(part))
        else:
            row.addWidget(part, 1 if isinstance(part, QAbstractSpinBox) else 0)
    row.addStretch(0)
    return row
