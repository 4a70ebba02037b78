"""What each net says of the picture, in words, and the true label where it is known."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ffstudio.gui.panels.draw.net_picture import NET_SIDE
from ffstudio.gui.panels.draw.scores import (
    Scores,
    Verdict,
    bp_verdict,
    ff_verdict,
    read_out_verdict,
)
from ffstudio.gui.style.theme import Theme, ThemeManager

_HEIGHT = 112
_MORE_HEIGHT = 38


class StillWidget(QWidget):
    """Holds texts that wrap, without asking for more room whenever they change.

    A scroll area would take the preferred height of such texts for the least one.
    """

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
        self._stands_below = False
        self._verdicts = {
            "ff": self._label("ff_verdict", "Forward-Forward's label"),
            "read_out": self._label("read_out_verdict", "The linear read-out's label"),
            "bp": self._label("bp_verdict", "Backprop's label"),
        }
        self._truth = self._label("true_label", "True label")
        self._truth.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (*self._verdicts.values(), self._truth):
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

    def show_scores(self, scores: Scores | None, true_label: int | None) -> None:
        """Says what the nets think; a known true label is compared with it."""
        theme = self._themes.theme
        names = scores.class_names if scores is not None else ()
        true = names[true_label] if true_label is not None and true_label < len(names) else None
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
        self._fit_height()

    def show_truth(self, name: str) -> None:
        """Names the true class; empty when it is not known."""
        self._truth.setText(f"true label {html.escape(name)}" if name else "")

    def stand_below(self, below: bool) -> None:
        """Whether they stand below the net's picture; beside it they need room of their own."""
        self._stands_below = below
        self._fit_height()

    def _fit_height(self) -> None:
        three = not self._verdicts["read_out"].isHidden()
        height = _HEIGHT + (_MORE_HEIGHT if three else 0)
        self.setMinimumHeight(0 if self._stands_below else height)


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
