"""One line that names the nets a panel shows, and says when the builder holds another experiment."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio

NO_NETS = "no net yet"
OTHERS = "not the builder's"
_LEAST_WIDTH = 60


class NetLine(QWidget):
    """Follows the studio; what does not fit is left to the tooltip."""

    def __init__(self, studio: Studio, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("net_line")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._studio, self._themes = studio, themes
        self._text, self._warning = "", ""
        studio.snapshot_changed.connect(self._follow)
        studio.model_changed.connect(self._follow)
        studio.spec_changed.connect(self._follow)
        themes.changed.connect(self.update)
        self._follow()

    @property
    def text(self) -> str:
        """All of it, whatever the room."""
        return " · ".join(part for part in (self._text, self._warning) if part)

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
        if (text, warning, tip) != (self._text, self._warning, self.toolTip()):
            self._text, self._warning = text, warning
            self.setToolTip(tip)
            self.setAccessibleName(tr("Nets shown: {self_text}", self_text=self.text))
            self.setAccessibleDescription(tip)
            self.update()

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


def list_some(settings: list[str], most: int = 6) -> str:
    """The first few, and how many there are besides."""
    more = len(settings) - most
    return ", ".join(settings[:most]) + (tr(" and {more} more", more=more) if more > 0 else "")
