"""Images that the nets shown have not learnt from: taken as they need them, and it is said."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load as load_digits
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.look.separation import separation
from ffstudio.core.shipped_nets import find_shipped_net
from ffstudio.files.ours.archive import read_archive
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.confusion.panel import ConfusionPanel
from ffstudio.gui.panels.data.image_grid import ImageGrid
from ffstudio.gui.panels.data.panel import DataPanel
from ffstudio.gui.panels.draw.net_picture import NetPicture
from ffstudio.gui.panels.draw.panel import DrawPanel
from ffstudio.gui.panels.goodness.panel import GoodnessPanel
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.jobs.shown import Shown

DIGITS = load_digits()


@pytest.fixture(scope="module")
def archive():
    return read_archive(find_shipped_net())


@pytest.fixture
def shown_nets(studio, archive):
    """The shipped nets, which have learnt from MNIST."""
    studio.show(Shown(archive.snapshot, archive.spec))
    return studio


def own(change=lambda x: x, names=DIGITS.class_names, order=None, keep=None):
    """Images of the user's own in which the nets' classes have other places or looks."""
    order = np.arange(10) if order is None else order
    rows = slice(None) if keep is None else np.flatnonzero(np.isin(DIGITS.y_test, keep))
    x, y = change(DIGITS.x_test[rows]), order[DIGITS.y_test[rows]]
    made = dataclasses.replace(
        DIGITS, name="file", x_train=x, y_train=y, x_test=x, y_test=y, class_names=tuple(names)
    )
    return prepare(made, DataSpec("file", path="own.npz"), 1)


def open_panel(qtbot, studio, themes, kind, links=None):
    panel = kind(studio, themes, links)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    return panel


def matrix(panel, name="ff"):
    return panel.findChild(ConfusionView, f"{name}_confusion")


INVERTED_ORDER = np.random.default_rng(3).permutation(10)


def counted(archive, x, y):
    """The matrix of the shipped Forward-Forward net on upright white on black digits."""
    flat = x.reshape(len(x), -1).astype(np.float32) / 255
    return confusion_counts(y, archive.snapshot.ff.predict(flat), 10)


def test_the_matrix_goes_by_names_and_takes_pictures_as_the_nets_need_them(
    qtbot, shown_nets, themes, archive
):
    names = [str(k) for k in np.argsort(INVERTED_ORDER)]
    panel = open_panel(qtbot, shown_nets, themes, ConfusionPanel)
    shown_nets.images.take(own(lambda x: 255 - x, names, INVERTED_ORDER))
    handed = panel.findChild(QLabel, "confusion_handed")
    qtbot.waitUntil(handed.isVisible, timeout=20_000)
    assert "black and white exchanged" in handed.text() and "as they come" in handed.text()
    assert "they are in another order" in handed.text()
    wanted = counted(archive, DIGITS.x_test, DIGITS.y_test)
    qtbot.waitUntil(lambda: matrix(panel).counts is not None, timeout=20_000)
    qtbot.waitUntil(lambda: np.abs(matrix(panel).counts - wanted).sum() <= 2, timeout=20_000)
    # Of names of which none is the same, each is taken for the output in its place, and it is said.
    shown_nets.images.take(own(names=[f"sort {k}" for k in "abcdefghij"]))
    in_order = "its classes are taken place by place: sort a for 0, sort b for 1"
    qtbot.waitUntil(lambda: handed.isVisible() and in_order in handed.text(), timeout=20_000)
    # What the nets have learnt from is judged as it is.
    shown_nets.images.take(prepare(DIGITS, DataSpec("digits"), 1))
    qtbot.waitUntil(lambda: not handed.isVisible(), timeout=20_000)
    panel.shutdown()


def test_pictures_of_another_size_are_judged_after_they_are_brought_to_the_nets(
    qtbot, shown_nets, themes
):
    panel = open_panel(qtbot, shown_nets, themes, ConfusionPanel)
    shown_nets.images.take(own(lambda x: np.pad(x, ((0, 0), (2, 2), (2, 2)))))
    handed = panel.findChild(QLabel, "confusion_handed")
    qtbot.waitUntil(handed.isVisible, timeout=20_000)
    assert "from 32×32 to 28×28 pixels" in handed.text()
    qtbot.waitUntil(lambda: matrix(panel).counts is not None, timeout=20_000)
    counts = matrix(panel).counts
    assert counts.sum() == 300 and np.trace(counts) > 240
    panel.shutdown()


def test_goodness_is_measured_by_the_names_of_classes(qtbot, shown_nets, themes, archive):
    """A set without nines in another order: each true label is the net's own."""
    keep = [k for k in range(10) if k != 9]
    panel = open_panel(qtbot, shown_nets, themes, GoodnessPanel)
    names = [str(k) for k in np.argsort(INVERTED_ORDER)]
    data = own(names=names, order=INVERTED_ORDER, keep=keep)
    shown_nets.images.take(data)
    taken = own(keep=keep)
    expected = separation(archive.snapshot.ff, taken.test)
    about = panel.findChild(QLabel, "goodness_about_label")

    def is_right():
        measured = panel.probed.layers if panel.probed is not None else []
        return len(measured) == len(expected) and all(
            abs(a.own.above - b.own.above) < 1e-6 for a, b in zip(measured, expected, strict=True)
        )

    qtbot.waitUntil(is_right, timeout=20_000)
    assert "(classes by name)" in about.text()
    panel.shutdown()


def test_an_image_of_the_data_panel_comes_to_the_pad_as_the_net_takes_it(qtbot, shown_nets, themes):
    links = PanelLinks()
    names = [*"0123456", "seven", *"89"]  # one class that the nets do not know
    shown_nets.images.take(own(lambda x: 255 - x, names))
    draw = open_panel(qtbot, shown_nets, themes, DrawPanel, links)
    data = open_panel(qtbot, shown_nets, themes, DataPanel, links)
    qtbot.waitUntil(lambda: shown_nets.judged_images.text != "", timeout=20_000)
    assert "does not know seven" in shown_nets.judged_images.text
    grid = data.findChild(ImageGrid, "data_preview")
    qtbot.waitUntil(lambda: not data.pace.is_waiting)
    at = next(i for i, picture in enumerate(grid.pictures) if picture[1] == "8")
    net = draw.findChild(NetPicture)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    for _ in range(at):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    wanted = 1 - grid.pictures[at][0]
    qtbot.waitUntil(lambda: np.allclose(net.picture, wanted, atol=1e-5), timeout=10_000)
    said = []
    shown_nets.message.connect(said.append)
    unknown = next(i for i, picture in enumerate(grid.pictures) if picture[1] == "seven")
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    for _ in range(unknown):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert "The nets shown know no class of that name." in said
    draw.shutdown()
    data.shutdown()
