"""Lists of choices where there is little room for the one that is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from ffstudio.gui.forms.combo import Combo

LONG = "Forward-Forward and backprop"


@pytest.fixture
def make(qtbot):
    def combo(text, width):
        made = Combo()
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.addItem(text)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # whose frame would tell the two apart
        qtbot.addWidget(made)
        made.resize(width, 30)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return combo


def test_what_has_no_room_ends_in_an_ellipsis(make):
    combo = make(LONG, 140)
    assert combo.is_cut and combo.shown_text.endswith("…")
    assert LONG.startswith(combo.shown_text[:-1].rstrip()) and len(combo.shown_text) > 5
    assert combo.grab().toImage() == make(combo.shown_text, 140).grab().toImage()


def test_what_has_room_is_painted_as_ever(make):
    combo = make(LONG, 400)
    assert not combo.is_cut and combo.shown_text == LONG
