"""What the tour is seen by: a card with a step's words, and a ring around what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.style.headline import Headline
from ffstudio.gui.style.theme import Theme, ThemeManager

_RING, _AWAY, _ROUND = 3, 3, 7.0
# Characters on a line of the card.
_CHARACTERS = 46


class Ring(QWidget):
    """A frame around something, which takes no mouse: what is in it works as ever."""

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._themes = themes
        themes.changed.connect(self.update)

    def surround(self, place: QRect) -> None:
        """Goes around a place of its parent."""
        around = place.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
        parent = self.parentWidget()
        if parent is not None:  # at a window's edge the frame is inside
            around = around.intersected(parent.rect())
        self.setGeometry(around)
        inner = self.rect().adjusted(_RING + 2, _RING + 2, -_RING - 2, -_RING - 2)
        # Only the frame is there: what is inside is painted as often as it wants, without this.
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._themes.theme.accent), _RING))
        half = _RING / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), _ROUND, _ROUND
        )


class TourCard(QFrame):
    """The words of a step, and the buttons that lead on, back and out of the tour.

    Args:
        more: What there is to look at next, at the end: of ``explain`` and ``lesson``.

    Signals:
        next_wanted(), back_wanted(), leave_wanted(): A button or a key.
        more_wanted(name): ``explain`` or ``lesson``: at the end, what to look at next.
    """

    KEYS = say_all(
        (
            ("Ctrl+Right, Ctrl+Left", "On the guided tour: the step after or before."),
            ("Esc", "On the guided tour: leave it."),
        )
    )

    next_wanted = Signal()
    back_wanted = Signal()
    leave_wanted = Signal()
    more_wanted = Signal(str)

    def __init__(self, themes: ThemeManager, more: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour_card")
        self.setProperty("usesKeys", True)  # arrows and Space do not train behind it
        self._title = Headline("", self, factor=1.15)
        self._title.setObjectName("tour_title")
        self._where = QLabel(self)
        self._where.setObjectName("tour_where")
        self._where.setProperty("muted", True)
        self._text = QLabel(self)
        self._text.setObjectName("tour_text")
        self._text.setWordWrap(True)
        self._said = QLabel(self)
        self._said.setObjectName("tour_said")
        self._said.setProperty("strong", True)
        self._said.setWordWrap(True)
        self._back = self._button("tour_back_button", self.back_wanted)
        self._next = self._button("tour_next_button", self.next_wanted)
        self._next.setProperty("primary", True)
        self._leave = self._button("tour_leave_button", self.leave_wanted)
        self._leave.setProperty("flat", True)
        self._more: list[QPushButton] = []
        row = QHBoxLayout()
        for name in more:
            button = QPushButton(self)
            button.setObjectName(f"tour_{name}_button")
            button.setProperty("more", name)
            button.clicked.connect(self._want_more)
            row.addWidget(button)
            self._more.append(button)
        row.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._where, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._leave)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 14, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._said)
        column.addLayout(row)
        column.addSpacing(2)
        column.addLayout(foot)
        for button in (self._leave, self._back, self._next, *self._more):
            button.installEventFilter(self)
        themes.changed.connect(self._restyle)

    def _button(self, name: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(wanted)
        return button

    def tell(
        self, title: str, text: str, said: str, number: int, count: int, next_text: str
    ) -> None:
        """Shows a step: its number is counted from 1."""
        self._title.setText(title)
        self._where.setText(tr("{number} of {count}", number=number, count=count))
        self._text.setText(text)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        is_last = number == count
        texts = _more_texts()
        for button in self._more:
            self._write(button, *texts[button.property("more")])
            button.setVisible(is_last)
        self._write(self._back, tr("Back"), tr("The step before (Ctrl+Left)."))
        self._write(self._next, next_text, tr("On with the tour (Ctrl+Right)."))
        self._write(self._leave, tr("Leave Tour"), tr("End the tour here (Esc)."))
        self._back.setEnabled(number > 1)
        self._leave.setVisible(not is_last)
        self.setAccessibleName(tr("Guided tour: {title}", title=title))
        self.setAccessibleDescription(f"{text} {said}".strip())
        self._fit()

    @staticmethod
    def _write(button: QPushButton, text: str, tip: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tip)

    def _fit(self) -> None:
        """As wide as a line of text, and as high as its words need."""
        wide = QFontMetrics(self._text.font()).averageCharWidth() * _CHARACTERS
        window = self.parentWidget()
        if window is not None:
            wide = min(wide, window.width() // 2)
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        self.ensurePolished()
        frame = self.contentsMargins()  # its border, of which the layout knows nothing
        beside, above = frame.left() + frame.right(), frame.top() + frame.bottom()
        wide = max(wide, layout.minimumSize().width() + beside)
        self.resize(wide, layout.totalHeightForWidth(wide - beside) + above)

    def take_keyboard(self) -> None:
        """Puts the keyboard on the button that leads on."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def holds_keyboard(self) -> bool:
        """True when one of its buttons has the keyboard."""
        return any(b.hasFocus() for b in (self._leave, self._back, self._next, *self._more))

    @Slot()
    def _want_more(self) -> None:
        self.more_wanted.emit(self.sender().property("more"))

    @Slot(object)
    def _restyle(self, theme: Theme) -> None:
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows on its buttons lead on and back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Right:
                self.next_wanted.emit()
                return True
            if event.key() == Qt.Key.Key_Left:
                self.back_wanted.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if isinstance(watched, QPushButton):
                    watched.click()
                return True
        return super().eventFilter(watched, event)


def _more_texts() -> dict[str, tuple[str, str]]:
    return {
        "explain": (tr("Explain"), tr("Six short pages that explain the net you have trained.")),
        "lesson": (tr("Lessons"), tr("Lessons of a few minutes each.")),
    }
