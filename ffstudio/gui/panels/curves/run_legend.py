"""The legend of what lies over each other: an entry a run, in its colour, for all plots."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QMenu, QSizePolicy, QWidget

from ffstudio.core.run.overlays import NamedHistory
from ffstudio.core.words import tr
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.curves.shown_curves import OWN, ShownCurves
from ffstudio.gui.plots.legend import LegendChip
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.overlays import Overlays


class RunLegend(QWidget):
    """Seen while something lies over the run's own curves.

    Signals:
        runs_chosen(): Runs were switched on or off.
        bands_chosen(on): Seeds of one experiment shall be a band, or lines.
    """

    runs_chosen = Signal()
    bands_chosen = Signal(bool)

    def __init__(
        self, shown: ShownCurves, overlays: Overlays, themes: ThemeManager, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("curves_run_legend")
        self.setAccessibleName(tr("Runs whose curves lie over each other"))
        self._shown, self._overlays, self._themes = shown, overlays, themes
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, spacing=2)
        self._flow.setContentsMargins(4, 0, 4, 0)
        self.bands = QCheckBox(tr("Seeds as Band"), self)
        self.bands.setObjectName("curves_bands_check")
        self.bands.setAccessibleName(tr("Seeds as Band"))
        self.bands.setToolTip(
            tr(
                "Runs of one experiment that differ in nothing but the seed are one line, their "
                "mean, in a band of one standard deviation (n − 1) on either side."
            )
        )
        self.bands.setChecked(True)
        self.bands.toggled.connect(self.bands_chosen)
        self._chips: dict[str, LegendChip] = {}
        self._names: dict[str, str] = {}
        self._flow.addWidget(self.bands)
        self.hide()

    @property
    def chips(self) -> dict[str, LegendChip]:
        """The entries by source; :data:`OWN` is the run that is shown."""
        return self._chips

    def match(self, own_name: str) -> None:
        """Makes and removes entries.

        Args:
            own_name: Of the run that is shown; empty where it has no curves.
        """
        shown = self._shown
        self.setVisible(bool(shown.overlays))
        self.bands.setVisible(shown.has_seeds)
        wanted = {one.source: one.name for one in shown.overlays}
        if own_name and wanted:
            wanted = {OWN: own_name, **wanted}
        if wanted == self._names:
            return
        self._names = wanted
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.bands)
        self._chips = {source: self._make(source, name) for source, name in wanted.items()}
        for chip in self._chips.values():
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.bands)

    def show_values(self, plot: str | None = None, x: float | None = None) -> None:
        """Beside each name its accuracies so far, or what it is at the crosshair of a plot."""
        for source, chip in self._chips.items():
            history = self._shown.history_of(source)
            if history is None:
                continue
            if plot is None or x is None:
                chip.set_value(self._shown.accuracies(history))
            else:
                chip.set_value(self._shown.text_at(plot, x, history))

    def _one(self, source: str) -> NamedHistory | None:
        return next((o for o in self._shown.overlays if o.source == source), None)

    def _make(self, source: str, name: str) -> LegendChip:
        def color() -> QColor:
            one, theme = self._one(source), self._themes.theme
            return QColor(theme.text) if one is None else self._shown.run_color(one, theme)

        chip = LegendChip(
            self._themes,
            name,
            color,
            Qt.PenStyle.SolidLine,
            details=partial(self._shown.run_details, source),
            parent=self,
        )
        number = "own" if source == OWN else str(self._overlays.number(source) + 1)
        chip.setObjectName(f"curves_run_{number}")
        chip.setChecked(source not in self._shown.hidden_runs)
        chip.clicked.connect(self._take)
        chip.solo_asked.connect(partial(self._show_alone, source))
        if source != OWN:
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(partial(self._offer, source))
        return chip

    def _take(self) -> None:
        for source, chip in self._chips.items():
            hidden = self._shown.hidden_runs
            (hidden.discard if chip.isChecked() else hidden.add)(source)
        self.runs_chosen.emit()

    def _show_alone(self, source: str) -> None:
        alone = all(chip.isChecked() == (s == source) for s, chip in self._chips.items())
        for s, chip in self._chips.items():
            chip.setChecked(alone or s == source)
        self._take()

    def _offer(self, source: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("curves_run_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(tr("Take Its Curves Away"))
        action.setObjectName("curves_take_away_action")
        action.triggered.connect(lambda: self._take_away(source))
        menu.popup(self._chips[source].mapToGlobal(at))

    def _take_away(self, source: str) -> None:
        for member in self._shown.members.get(source, (source,)):
            self._overlays.take_away(member)
