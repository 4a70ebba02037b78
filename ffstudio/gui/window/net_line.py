"""One line that names the nets a panel shows, and says when the builder holds another experiment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.studio import Studio

NO_NETS = "no net yet"
OTHERS = "not the builder's"
_LEAST_WIDTH, _MARGIN = 60, 10
# How often a view follows is said in these seconds, and only from the first on.
_SAID_S = (1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 300, 600)


class NetLine(QWidget):
    """Follows the studio; what does not fit is left to the tooltip."""

    def __init__(self, studio: Studio, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("net_line")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._studio, self._themes = studio, themes
        self._text, self._warning, self._often = "", "", ""
        self._paces: Sequence[Pace] = ()
        studio.snapshot_changed.connect(self._follow)
        studio.model_changed.connect(self._follow)
        studio.spec_changed.connect(self._follow)
        studio.allowance.changed.connect(self._follow)
        themes.changed.connect(self.update)
        self._follow()

    @property
    def text(self) -> str:
        """All of it, whatever the room."""
        return " · ".join(part for part in (self._text, self._warning) if part)

    @property
    def often(self) -> str:
        """How often the view follows a run, while it holds back; else empty."""
        return self._often

    def follow_paces(self, paces: Sequence[Pace]) -> None:
        """Says how often these come while a run trains."""
        self._paces = paces
        self._follow()

    def look_again(self) -> None:
        """Another language is spoken."""
        self._follow()

    @Slot()
    def _follow(self, *_: object) -> None:
        name, others = self._studio.net_name, self._studio.other_settings
        text = name.text if name is not None else tr(NO_NETS)
        warning = tr(OTHERS) if others else ""
        tip = (
            name.more if name is not None else tr("Train a net or open one, and it is named here.")
        )
        if others:
            tip += tr(
                "\n\nThe builder holds another experiment, “{spec_name}”. It differs in: "
                "{list_some}.",
                spec_name=self._studio.spec.title,
                list_some=list_some(others),
            )
        often = self._say_how_often()
        if often:
            tip += "\n\n" + tr(
                "While a run trains, all views together take at most {share}% of one core. This "
                "one follows {often}, and sooner under the mouse. Run › Views While Training "
                "changes that.",
                share=number_text(100 * self._studio.allowance.share, digits=2),
                often=often,
            )
        if (text, warning, often, tip) != (
            self._text,
            self._warning,
            self._often,
            self.toolTip(),
        ):
            self._text, self._warning, self._often = text, warning, often
            self.setToolTip(tip)
            self.setAccessibleName(tr("Nets shown: {self_text}", self_text=self.text))
            self.setAccessibleDescription(tip)
            self.update()

    def _say_how_often(self) -> str:
        if not self._studio.allowance.binds:
            return ""
        gap = max((pace.gap_s for pace in self._paces if pace.takes_part), default=0.0)
        said = next((seconds for seconds in _SAID_S if seconds >= gap), _SAID_S[-1])
        return tr("every {seconds} s", seconds=said) if gap >= _SAID_S[0] else ""

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text) + 2, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Of little width: it elides."""
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name, and in another colour that the builder holds another experiment."""
        painter, theme, metrics = QPainter(self), self._themes.theme, self.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        elide = Qt.TextElideMode.ElideRight
        warning = f" · {self._warning}" if self._warning else ""
        # The warning is what must not be lost: the name gives way first.
        room = max(self.width() - metrics.horizontalAdvance(warning), 2 * _LEAST_WIDTH // 3)
        name = metrics.elidedText(self._text, elide, room)
        painter.setPen(QColor(theme.muted))
        painter.drawText(self.rect(), middle, name)
        if warning:
            painter.setPen(QColor(theme.warning))
            beside = self.rect().adjusted(metrics.horizontalAdvance(name), 0, 0, 0)
            short = metrics.elidedText(warning, Qt.TextElideMode.ElideRight, beside.width())
            painter.drawText(beside, middle, short)
        used = metrics.horizontalAdvance(name + warning)
        inside = self.rect().adjusted(0, 0, -_MARGIN, 0)
        if self._often and used + metrics.horizontalAdvance(f"   {self._often}") <= inside.width():
            painter.setPen(QColor(theme.muted))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(inside, right, self._often)


def list_some(settings: list[str], most: int = 6) -> str:
    """The first few, and how many there are besides."""
    more = len(settings) - most
    return ", ".join(settings[:most]) + (tr(" and {more} more", more=more) if more > 0 else "")
