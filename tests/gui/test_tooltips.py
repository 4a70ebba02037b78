"""Tooltips are as wide as a line one reads, wherever the mouse is; by the real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from ffstudio.gui.system.tooltips import LINE, TooltipWrapper

LONG = "Which images are judged, and which of them the nets that you see have learnt from. " * 4


@pytest.fixture
def wrapper(qapp):
    made = TooltipWrapper(qapp)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


@pytest.fixture
def label(qtbot, wrapper):
    made = QLabel("?")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    QToolTip.hideText()


def tip_of(qtbot, label: QWidget, text: str) -> QLabel:
    label.setToolTip(text)
    at = QPoint(3, 3)
    event = QHelpEvent(QEvent.Type.ToolTip, at, label.mapToGlobal(at))
    QGuiApplication.sendEvent(label, event)
    qtbot.waitUntil(lambda: QToolTip.isVisible() and QToolTip.text() == text)
    tips = [w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel")]
    return next(w for w in tips if isinstance(w, QLabel) and w.text() == text and w.isVisible())


def test_a_long_sentence_is_wrapped_and_whole(qtbot, label):
    tip = tip_of(qtbot, label, LONG)
    most = LINE * tip.fontMetrics().averageCharWidth()
    assert tip.wordWrap() and most // 2 < tip.width() <= most
    assert tip.height() == tip.heightForWidth(tip.width()) > 4 * tip.fontMetrics().height()
    same = tip_of(qtbot, label, LONG[:-9])  # the label that is there already takes another text
    assert same.wordWrap() and same.width() <= LINE * same.fontMetrics().averageCharWidth()


def test_a_short_one_stays_as_it_is(qtbot, label):
    tip = tip_of(qtbot, label, "Begins anew.")
    assert not tip.wordWrap() and tip.width() >= tip.sizeHint().width()


def test_in_a_corner_of_the_screen_it_stays_on_it_and_off_the_mouse(qtbot, label):
    room = label.screen().availableGeometry()
    label.move(room.right() - 30, room.bottom() - 30)
    qtbot.waitUntil(lambda: label.mapToGlobal(QPoint()).x() > room.right() - 60)
    tip = tip_of(qtbot, label, LONG)
    assert room.contains(tip.geometry())
    assert not tip.geometry().contains(label.mapToGlobal(QPoint(3, 3)))
