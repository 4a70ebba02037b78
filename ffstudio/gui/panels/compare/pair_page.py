"""Two of the compared runs put the same questions: test images, and what is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.matching import label_as_net
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.two_nets import count_confusions, has_net, score_labels
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.words import say_all, tr
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.compare.pair_views import DifferenceView, PairScores
from ffstudio.gui.panels.links import PadImage, PanelLinks
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.comparison import TickedRun, read_nets
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio

NETS = say_all({"ff": "Forward-Forward", "bp": "Backprop"})
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Judged:
    """Two runs' nets and what they make of the same images.

    Attributes:
        paths: The runs; ``nets``: theirs, None where there are none.
        counts: By algorithm, of either; missing where there is no such net in both.
        note: What the counts are of, or why there are none.
    """

    paths: tuple[Path, Path]
    nets: tuple[ModelSnapshot | None, ModelSnapshot | None]
    counts: dict[str, tuple[Counts, Counts]] = field(default_factory=dict)
    note: str = ""


def judge_pair(paths: tuple[Path, Path], data: PreparedData | None, errand: Errand) -> Judged:
    """Reads both nets and has them judge the test images at hand."""
    first, second = read_nets(paths[0]), read_nets(paths[1])
    nets = (first, second)
    if first is None or second is None:
        return Judged(paths, nets, note=tr("One of the runs has no weights on disk."))
    if first.class_names != second.class_names:
        return Judged(paths, nets, note=tr("The two nets tell other classes apart."))
    if data is None:
        return Judged(paths, nets, note=tr("There is no data set to judge the nets on."))
    same = data if data.class_names == first.class_names else label_as_net(data, first.class_names)
    if same.class_names != first.class_names or not len(same.test):
        note = tr("The images at hand ({data}) have other classes than the nets.", data=data.title)
        return Judged(paths, nets, note=note)
    counts: dict[str, tuple[Counts, Counts]] = {}
    try:
        for algorithm in NETS:
            if has_net(first, algorithm) and has_net(second, algorithm):
                counts[algorithm] = (
                    count_confusions(first, algorithm, same.test, errand),
                    count_confusions(second, algorithm, same.test, errand),
                )
    except CalledOff:
        return Judged(paths, nets)
    except ValueError:
        note = tr("The images at hand ({data}) do not fit the nets.", data=data.title)
        return Judged(paths, nets, note=note)
    note = tr(
        "{count} test images of {data}", count=write_number(len(same.test), ","), data=same.title
    )
    return Judged(paths, nets, counts, note)


class PairPage(QWidget):
    """Which two, and what they make of images and of the drawing."""

    def __init__(
        self, studio: Studio, themes: ThemeManager, links: PanelLinks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._studio, self._links = studio, links
        self._runs: dict[Path, tuple[TickedRun, QColor]] = {}
        self._judged: Judged | None = None
        self._asked: object = None
        self._errand = Errand()
        self.task = LatestTask(self, name="pair")
        self.task.done.connect(self._take)
        self.task.failed.connect(self._note_failure)
        self._first = self._make_combo("compare_first_combo", tr("First run"))
        self._second = self._make_combo("compare_second_combo", tr("Second run"))
        self.net = Combo(self)
        self.net.setObjectName("compare_net_combo")
        self.net.setAccessibleName(tr("Net"))
        self.net.setToolTip(tr("Which of the two nets of each run."))
        for name, text in NETS.items():
            self.net.addItem(text, name)
        self.net.currentIndexChanged.connect(self._show)
        minus = QLabel("−", self)
        bar = FlowLayout(spacing=6)
        for widget in (self._first, minus, self._second, self.net):
            bar.addWidget(widget)
        self.difference = DifferenceView(themes, self)
        self.scores = PairScores(themes, self)
        split = QSplitter(self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.difference)
        split.addWidget(self.scores)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(bar)
        column.addWidget(split, 1)
        links.picture_changed.connect(self._show_scores)

    def _make_combo(self, name: str, spoken: str) -> Combo:
        combo = Combo(self)
        combo.setObjectName(name)
        combo.setAccessibleName(spoken)
        combo.setToolTip(tr("One of the runs with a tick; the second's numbers are taken away."))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(14)
        combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(self.look)
        return combo

    def figures(self) -> list[Figure]:
        """What there is of the two."""
        views: list[Figure] = [self.difference, self.scores]
        return [view for view in views if not view.figure_size().isEmpty()]

    def close_task(self) -> None:
        """Ends the background work."""
        self._errand.call_off()
        self.task.close()

    def show_runs(self, runs: dict[Path, tuple[TickedRun, QColor]]) -> None:
        """The runs that can be chosen, with their colours."""
        self._runs = dict(runs)
        for place, combo in enumerate((self._first, self._second)):
            chosen = combo.currentData()
            names = [(run.name, path) for path, (run, _) in runs.items()]
            if [(combo.itemText(i), combo.itemData(i)) for i in range(combo.count())] != names:
                combo.blockSignals(True)
                combo.clear()
                for name, path in names:
                    combo.addItem(name, path)
                at = next((i for i, (_, path) in enumerate(names) if path == chosen), place)
                combo.setCurrentIndex(min(at, len(names) - 1))
                combo.blockSignals(False)
        if self.isVisible():
            self.look()

    @Slot()
    def look(self, *_: object) -> None:
        """Has what is missing computed; nothing while nobody looks."""
        paths = self._first.currentData(), self._second.currentData()
        if not all(isinstance(path, Path) for path in paths) or paths[0] == paths[1]:
            self._judged, self._asked = None, None
            self._say(tr("Set ticks on two runs, and choose them above."))
            return
        data = self._studio.data
        stamps = [self._runs[path][0].run for path in paths if path in self._runs]
        asked = (paths, stamps, data)
        if asked != self._asked:
            self._asked = asked
            self._errand.call_off()
            self._errand = Errand()
            self._judged = None
            self._say(tr("Both nets are judging the test images…"))
            self.task.submit(judge_pair, paths, data, self._errand)
        else:
            self._show()

    def _say(self, text: str) -> None:
        self.difference.show_parts(None, (), "", text)
        self._show_scores()

    @Slot(object)
    def _take(self, judged: Judged) -> None:
        self._judged = judged
        self._show()

    @Slot(str, str)
    def _note_failure(self, message: str, details: str) -> None:
        self._say(message)

    @Slot()
    def _show(self, *_: object) -> None:
        judged, algorithm = self._judged, str(self.net.currentData())
        if judged is None:
            return
        parts, first = judged.counts.get(algorithm), judged.nets[0]
        note = judged.note
        if parts is None and judged.counts:
            note = tr("One of the runs has no net of this kind.")
        title = ""
        if parts is not None:
            shares = [write_percent(np.trace(part) / max(part.sum(), 1), 2) for part in parts]
            title = tr("{first} − {second} right", first=shares[0], second=shares[1])
        self.difference.show_parts(parts, first.class_names if first else (), title, note)
        self._show_scores()

    @Slot()
    def _show_scores(self, *_: object) -> None:
        judged, picture = self._judged, self._links.picture
        algorithm = str(self.net.currentData())
        if not self.isVisible() or judged is None or picture is None:
            self.scores.show_scores(None, (), (QColor(), QColor()), self._say_empty(picture))
            return
        first, second = judged.nets
        fits = all(
            net is not None and has_net(net, algorithm) and net.image_shape == picture.shape
            for net in judged.nets
        )
        if first is None or second is None or not fits or first.class_names != second.class_names:
            text = tr("The drawing does not fit both nets.")
            self.scores.show_scores(None, (), (QColor(), QColor()), text)
            return
        colors = [self._runs[path][1] for path in judged.paths if path in self._runs]
        if len(colors) == len(judged.paths):
            pair = score_labels(first, algorithm, picture), score_labels(second, algorithm, picture)
            self.scores.show_scores(pair, first.class_names, (colors[0], colors[1]), "")

    @staticmethod
    def _say_empty(picture: PadImage | None) -> str:
        if picture is None:
            return tr("Draw something: what both nets make of it appears here.")
        return ""
