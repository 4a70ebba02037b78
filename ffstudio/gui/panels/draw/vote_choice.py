"""Which layers vote, beside the scores: a run of layers, or a choice made on images held back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ffstudio.core.mathematics.layer_choice import ALL, layer_weights, weights_text
from ffstudio.core.words import tr
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.studio import Studio

# Nets of more layers offer the ends alone: a menu of all runs would be endless.
_MOST_LAYERS = 7
_ICON_PX = 16
# What the picture is painted at, so that it is sharp on high-DPI screens too.
_RATIO = 4


class VoteChooser(QToolButton):
    """A menu of runs of layers; hidden where no layers vote or there is but one.

    It stands in a narrow row: its picture shows the layers one above the other, filled as far as
    they vote, and hollow where they have none, as in the bars. Its tip and its menu have the words.
    """

    def __init__(self, studio: Studio, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("votes_choice")
        self.setAccessibleName(tr("Layers that vote"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._studio = studio
        self._themes = themes
        self._count = 0
        self._menu = QMenu(self)
        self._menu.setObjectName("votes_menu")
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self._runs: dict[str, QAction] = {}
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._range = QAction(tr("Best Range on Validation Images"), self)
        self._range.setObjectName("votes_best_range")
        self._range.triggered.connect(lambda: studio.votes.choose_on_images(weighted=False))
        self._fit = QAction(tr("Weights Fitted to Validation Images"), self)
        self._fit.setObjectName("votes_fit_weights")
        self._fit.triggered.connect(lambda: studio.votes.choose_on_images(weighted=True))
        studio.snapshot_changed.connect(self.follow)
        studio.moment_changed.connect(self.follow)
        studio.data_changed.connect(self.follow)
        themes.changed.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self, *_: object) -> None:
        """Shows how the layers of the nets shown vote."""
        net = self._studio.votes.net
        count = 0 if net is None else len(net.layers)
        self.setVisible(count > 1)
        if net is None or count < 2:
            return
        if count != self._count:
            self._fill(count)
        now = weights_text(net.vote_weights)
        for text, action in self._runs.items():
            action.setChecked(text == now)
        self.setText(tr("Votes") if now == ALL else tr("Votes: {votes}", votes=_shorten(now)))
        self.setIcon(_paint_votes(net.vote_weights, self._themes.theme))
        why = self._studio.votes.why_not()
        for action in self._group.actions():
            action.setEnabled(not why)
        tip = tr(
            "Whose goodness the prediction sums, now: {votes}. A change counts at once, is kept with "
            "the experiment and the nets, and can be undone.",
            votes=now,
        )
        self.setToolTip(why or f"{self.text()}\n{tip}")
        no_images = self._studio.votes.why_no_images()
        for action, does in (
            (self._range, tr("The run of layers that names most of the images held back.")),
            (self._fit, tr("A weight of 0 or more for each layer, by the images held back.")),
        ):
            action.setEnabled(not no_images)
            action.setToolTip(no_images or does)

    def _fill(self, count: int) -> None:
        self._count = count
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        self._runs = {}
        for text in _list_runs(count):
            action = QAction(_say_run(text, count), self)
            action.setObjectName(f"votes_{text}")
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, votes=text: self._choose(votes))
            self._group.addAction(action)
            self._menu.addAction(action)
            self._runs[text] = action
        self._menu.addSeparator()
        self._menu.addAction(self._range)
        self._menu.addAction(self._fit)

    def _choose(self, votes: str) -> None:
        self._studio.votes.choose(votes)
        self.follow()


def _paint_votes(weights: tuple[float, ...], theme: Theme) -> QIcon:
    """One bar per layer, the first lowest, filled by its share of the largest weight."""
    picture = QPixmap(_ICON_PX * _RATIO, _ICON_PX * _RATIO)
    picture.setDevicePixelRatio(_RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pitch = min((_ICON_PX - 1) / len(weights), 5.0)
    high = max(0.7 * pitch, 1.0)
    bottom = (_ICON_PX + pitch * len(weights)) / 2
    most = max(weights) or 1.0
    for i, weight in enumerate(weights):
        bar = QRectF(1.5, bottom - (i + 1) * pitch + (pitch - high) / 2, _ICON_PX - 3, high)
        share = QRectF(bar)
        share.setWidth(bar.width() * weight / most)
        painter.fillRect(share, QColor(theme.text))
        painter.setPen(QPen(QColor(theme.text if weight else theme.muted), 0.8))
        painter.drawRect(bar)
    painter.end()
    return QIcon(picture)


def _list_runs(count: int) -> list[str]:
    """Runs of layers, all of them first, then the longer ones."""
    runs = [(first, last) for first in range(count) for last in range(first, count)]
    if count > _MOST_LAYERS:
        runs = [(a, b) for a, b in runs if a == b or b == count - 1 or a == 0]
    runs.sort(key=lambda run: (run[0] - run[1], -run[0]))
    return [
        weights_text(tuple(float(first <= i <= last) for i in range(count))) for first, last in runs
    ]


def _say_run(text: str, count: int) -> str:
    weights = layer_weights(text, count)
    first = weights.index(1.0) + 1
    last = first + int(sum(weights)) - 1
    if last - first + 1 == count:
        return tr("All layers")
    if first == last:
        return tr("Layer {layer} alone", layer=first)
    return tr("Layers {first}–{last}", first=first, last=last)


def _shorten(votes: str) -> str:
    return tr("weights") if "," in votes else votes
