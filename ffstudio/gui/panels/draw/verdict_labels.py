"""What each net says of the picture, in words, and the true label where it is known."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.panels.draw.net_picture import NET_SIDE
from ffstudio.gui.panels.draw.scores import (
    Scores,
    Verdict,
    bp_verdict,
    ff_verdict,
    read_out_verdict,
)
from ffstudio.gui.style.theme import Theme, ThemeManager

# Lines of text that all verdicts take beside the net's picture, and the read-out's more.
_LINES = 8.0
_MORE_LINES = 2.7
# The same without what a verdict rests on.
_BRIEF_LINES = 4.2
_BRIEF_MORE_LINES = 1.2
_TRUTH_LINES = 1.5
# Pixels between one and the next.
_SPACING = 6


class StillWidget(QWidget):
    """Holds texts that wrap, without asking for more room whenever they change.

    A scroll area would take the preferred height of such texts for the least one.

    Args:
        most_lines: It is never higher than so many lines of text; 0 sets no limit.
    """

    def __init__(self, parent: QWidget | None = None, *, most_lines: int = 0) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._fit_font()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text's size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        if self._most_lines:
            self.setMaximumHeight(self._most_lines * self.fontMetrics().height() + 4)

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 10)

    def sizeHint(self) -> QSize:
        return QSize(NET_SIDE + 2, 64)


class VerdictLabels(StillWidget):
    """A verdict of Forward-Forward, of its read-out and of backprop, and the truth."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._is_brief = False
        self._said: tuple[Scores | None, int | None] = (None, None)
        # What the words have taken at a width; kept, so that they do not move what is around.
        self._taken = (0, 0)
        self._verdicts = {
            "ff": self._label("ff_verdict", tr("Forward-Forward's label")),
            "read_out": self._label("read_out_verdict", tr("The linear read-out's label")),
            "bp": self._label("bp_verdict", tr("Backprop's label")),
        }
        self._truth = self._label("true_label", tr("True label"))
        self._truth.setProperty("muted", True)
        self._truth.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        for label in self._labels():
            column.addWidget(label)
        column.addStretch(1)

    def _label(self, name: str, accessible: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(accessible)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    def set_brief(self, is_brief: bool) -> None:
        """Whether verdicts do without what they rest on, which their tips say then."""
        if is_brief != self._is_brief:
            self._is_brief, self._taken = is_brief, (0, 0)
            self.show_scores(*self._said)

    def measure_least(self, is_brief: bool) -> int:
        """What the words take, or as few of them as that, in pixels."""
        three = not self._verdicts["read_out"].isHidden()
        lines = _BRIEF_LINES if is_brief else _LINES
        if three:
            lines += _BRIEF_MORE_LINES if is_brief else _MORE_LINES
        lines += 0.0 if self._truth.isHidden() else _TRUTH_LINES
        return round(lines * self.fontMetrics().height())

    def show_scores(self, scores: Scores | None, true_label: int | None) -> None:
        """Says what the nets think; a known true label is compared with it."""
        self._said = scores, true_label
        theme = self._themes.theme
        names = scores.class_names if scores is not None else ()
        true = names[true_label] if true_label is not None and true_label < len(names) else None
        for name, head, color, verdict_of in (
            ("ff", tr("FF"), theme.ff, ff_verdict),
            ("read_out", tr("Read-out"), theme.ff, read_out_verdict),
            ("bp", tr("BP"), theme.bp, bp_verdict),
        ):
            verdict = verdict_of(scores) if scores is not None else None
            label = self._verdicts[name]
            label.setText(_verdict_html(head, color, verdict, true, theme, self._is_brief))
            label.setToolTip(verdict.text if verdict is not None and self._is_brief else "")
            # An empty label would leave a gap between its neighbours.
            label.setVisible(verdict is not None or (scores is None and name != "read_out"))
        self._fit_height()

    def show_truth(self, name: str) -> None:
        """Names the true class; empty when it is not known."""
        self._truth.setText(tr("true label {escape}", escape=html.escape(name)) if name else "")
        # An empty line would take room from the verdicts.
        self._truth.setVisible(bool(name))
        self._fit_height()

    def _fit_height(self) -> None:
        self.setMinimumHeight(max(self.measure_least(self._is_brief), self._measure()))

    def _measure(self) -> int:
        """The most that what was said so far took at this width, in pixels."""
        shown = [label for label in self._labels() if not label.isHidden()]
        taken = sum(label.heightForWidth(self.width()) for label in shown)
        taken += max(len(shown) - 1, 0) * _SPACING
        width, most = self._taken
        self._taken = self.width(), max(taken, most) if width == self.width() else taken
        return self._taken[1]

    def _labels(self) -> tuple[QLabel, ...]:
        return (*self._verdicts.values(), self._truth)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_height()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word of whatever may be said, in the language spoken."""
        metrics = self.fontMetrics()
        texts = (
            tr("probability {p}", p="100.0%"),
            tr("ahead of {other} by {lead} goodness", other="0", lead="10.00"),
            tr("true label {escape}", escape="0"),
        )
        words = [word for text in texts for word in text.split()]
        word = max(map(metrics.horizontalAdvance, words)) + 4
        return QSize(max(word, NET_SIDE + 2), super().minimumSizeHint().height())

    def _fit_font(self) -> None:
        super()._fit_font()
        if hasattr(self, "_verdicts"):  # else it is just being made
            self._taken = (0, 0)
            self._fit_height()


def _verdict_html(
    name: str,
    color: str,
    verdict: Verdict | None,
    true: str | None,
    theme: Theme,
    is_brief: bool = False,
) -> str:
    if verdict is None:
        return ""
    label, text = html.escape(verdict.label), html.escape(verdict.text)
    mark = "" if true is None else "\N{NO-BREAK SPACE}" + ("✓" if true == verdict.label else "✗")
    head = f"<span style='color:{color}'><b>{name}</b></span>"
    more = "" if is_brief else f"<br><span style='color:{theme.muted}'>{text}</span>"
    if not verdict.is_sure:
        return tr(
            "{head} not sure, perhaps <b>{label}</b>{mark}{more}",
            head=head,
            label=label,
            mark=mark,
            more=more,
        )
    return f"{head} <span style='font-size:large'><b>{label}</b></span>{mark}{more}"
