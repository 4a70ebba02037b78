"""Small screens, large text, both themes: nothing is cut, and text sizes come and go whole."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ffstudio.core.assets import resource
from ffstudio.core.experiment.presets import presets
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.panels.draw.pad import LEAST_SIDE
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.draw.scores import Scores
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.plots.plot import Plot
from ffstudio.gui.window.layout import fair_width, first_size
from tests.gui.cut_texts import cut_texts
from tests.gui.few_panels import few_panels
from tests.gui.resting import rest
from tests.gui.tips import tip_at
from tests.marks import THOROUGH, choose_cases

SIZES = [(1024, 700), (1280, 800), (1920, 1080)]


def draw_one(qtbot, window):
    """A stroke from top to bottom on the pad."""
    pad = window.docks["draw"].panel.findChild(QWidget, "draw_pad")
    middle = pad.rect().center()
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 40))
    qtbot.mouseMove(pad, middle + QPoint(0, 40))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 40))


@pytest.fixture
def window(qtbot, make_window, studio):
    """A window with the model that comes along, and a digit on the pad."""
    return begin(qtbot, make_window(), studio)


@pytest.fixture
def small_window(qtbot, make_window, studio):
    """The same with one panel in each column: other sizes of text cost it little."""
    return begin(qtbot, make_window(panels=few_panels("builder", "curves", "draw")), studio)


def begin(qtbot, window, studio):
    with qtbot.waitSignal(studio.model_changed, timeout=20_000):
        studio.files.open(resource("models", "mnist.h5"), quietly=True)
    draw_one(qtbot, window)
    bars = window.docks["draw"].panel.findChild(ScoreBars, "score_bars")
    qtbot.waitUntil(lambda: bars.scores is not None)
    return window


def resize(qtbot, window, size):
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)


def settle(qtbot):
    """Layouts take a turn or two of the event loop."""
    for _ in range(4):
        qtbot.wait(1)
        QApplication.sendPostedEvents()


# --- the helper finds what is cut -------------------------------------------------------------


@pytest.fixture
def page(qtbot):
    page = QWidget()
    page.resize(400, 300)
    qtbot.addWidget(page)
    page.show()
    return page


def planted(page, widget, rect):
    widget.setParent(page)
    widget.setObjectName("planted")
    widget.setGeometry(QRect(*rect))
    widget.show()
    return cut_texts(page)


def test_a_cut_label_is_found(page):
    assert "is" in planted(page, QLabel("Forward-Forward"), (0, 0, 30, 30))[0]
    assert len(cut_texts(page)) == 1
    page.findChild(QLabel, "planted").resize(200, 30)
    assert cut_texts(page) == []


def test_a_low_label_is_found(page):
    assert len(planted(page, QLabel("Goodness"), (0, 0, 200, 6))) == 1


def test_a_wrapped_label_without_room_is_found(page):
    label = QLabel("As many words as have no room at all in one line of this label.")
    label.setWordWrap(True)
    assert len(planted(page, label, (0, 0, 90, 20))) == 1


def test_a_narrow_button_is_found(page):
    assert len(planted(page, QPushButton("Choose a File…"), (0, 0, 40, 30))) == 1


def test_a_narrow_box_is_found_unless_its_tip_has_the_text(page):
    plain = QComboBox()
    plain.addItem("Forward-Forward and backprop")
    assert len(planted(page, plain, (0, 0, 80, 30))) == 1
    plain.hide()
    ours = Combo()
    ours.addItem("Forward-Forward and backprop")
    assert planted(page, ours, (0, 0, 80, 30)) == []
    assert tip_at(ours, ours.rect().center().toPointF()).startswith("Forward-Forward and backprop")


def test_what_stands_outside_is_found(page):
    assert planted(page, QWidget(), (350, 0, 100, 30))


def test_a_planted_label_in_the_window_is_found(qtbot, small_window):
    window = small_window
    label = QLabel("Nobody can read this to its end", window.docks["draw"].panel)
    label.setGeometry(0, 0, 40, 20)
    label.show()
    assert [text for text in cut_texts(window) if "Nobody can read" in text]


# --- nothing is cut -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size", choose_cases(SIZES, SIZES[0], SIZES[-1]), ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize("theme", choose_cases(["light", "dark"], "light"))
def test_nothing_is_cut(qtbot, window, size, theme):
    window.appearance.choose_theme(theme)
    window.layout_.reset()
    resize(qtbot, window, size)
    found = {}
    for scale in (1.0, 1.4):
        window.appearance.zoom_to(scale)
        for entry in PANELS:
            if entry.hidden:
                continue
            window.docks.bring_up(entry.name)
            settle(qtbot)
            if texts := cut_texts(window):
                found[entry.name, scale] = texts
    assert found == {}


def test_panels_that_are_asked_for_are_not_cut(qtbot, window):
    """A fourth column leaves small screens no room for all tabs at once: arrows lead to them."""
    resize(qtbot, window, (1024, 700))
    for scale in (1.0, 1.4):
        window.appearance.zoom_to(scale)
        for name in [entry.name for entry in PANELS if entry.hidden]:
            window.docks.bring_up(name)
            settle(qtbot)
            # What is still being computed may lay its panel out once more.
            qtbot.waitUntil(lambda name=name: cut_texts(window.docks[name]) == [])
            window.docks[name].hide()


def test_a_low_screen_leaves_the_builder_its_notice(qtbot, window):
    """1280×720 at scale 1.5 with the welcome card: the totals scroll with the settings."""
    window.setMinimumSize(0, 0)
    window.resize(853, 480)
    panel = window.docks["builder"].panel
    notice, totals = (panel.findChild(QLabel, n) for n in ("nets_notice_text", "builder_totals"))
    qtbot.waitUntil(lambda: notice.isVisible() and cut_texts(window.docks["builder"]) == [])
    assert panel.findChild(QScrollArea, "builder_scroll").isAncestorOf(totals)
    resize(qtbot, window, (1024, 900))
    assert not panel.findChild(QScrollArea, "builder_scroll").isAncestorOf(totals)
    assert totals.isVisible() and cut_texts(window.docks["builder"]) == []


@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_titles_of_axes_are_whole(qtbot, small_window, scale):
    window = small_window
    resize(qtbot, window, (1024, 700))
    window.appearance.zoom_to(scale)
    window.docks.bring_up("curves")
    settle(qtbot)
    plots = [p for p in window.docks["curves"].panel.findChildren(Plot) if p.isVisible()]
    assert plots

    def are_whole():
        for plot in plots:
            title = plot.getPlotItem().getAxis("left").label
            place = title.mapRectToScene(title.boundingRect())
            assert place.top() >= 0 and place.bottom() <= plot.height(), (plot.y_label, place)

    qtbot.waitUntil(are_whole)


@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_pad_and_scores_are_in_sight(qtbot, window, scale):
    window.settings.tour_seen = scale == 1.0  # the welcome card takes its room, too
    window.layout_.restore()
    window.appearance.zoom_to(scale)
    for size in SIZES:
        resize(qtbot, window, size)
        settle(qtbot)
        assert_pad_and_scores_are_in_sight(qtbot, window)


def assert_pad_and_scores_are_in_sight(qtbot, window):
    panel = window.docks["draw"].panel
    for name in ("draw_pad", "score_bars"):
        widget = panel.findChild(QWidget, name)

        def is_in_sight(widget=widget):
            seen = widget.visibleRegion().boundingRect()
            assert seen == widget.rect(), f"{widget.objectName()}: {seen} of {widget.rect()}"

        qtbot.waitUntil(is_in_sight)  # other text takes panels some turns, more on a busy machine
    dock = window.docks["draw"]
    assert window.rect().contains(dock.geometry())


def test_a_window_that_starts_with_large_letters_has_a_pad_to_draw_on(qtbot, make_window):
    window = make_window(shown=False)
    window.settings.tour_seen = True
    window.appearance.zoom_to(1.4)
    window.resize(1020, 645)
    with qtbot.waitSignal(window.appeared):
        window.show()
    pad = window.docks["draw"].panel.findChild(QWidget, "draw_pad")
    qtbot.waitUntil(lambda: min(pad.width(), pad.height()) >= LEAST_SIDE, timeout=20_000)


def test_drawing_beside_a_lesson_needs_no_scrolling(qtbot, window):
    window.settings.tour_seen = True
    window.layout_.restore()
    resize(qtbot, window, (1024, 700))
    window.docks.bring_up("lesson")
    settle(qtbot)
    scroll = window.docks["draw"].panel.findChild(QScrollArea, "draw_scroll")
    assert scroll.verticalScrollBar().maximum() == 0
    assert scroll.horizontalScrollBar().maximum() == 0
    pad = window.docks["draw"].panel.findChild(QWidget, "draw_pad")
    assert min(pad.width(), pad.height()) >= 150


def test_every_list_is_as_wide_as_its_longest_entry(qtbot, window):
    resize(qtbot, window, (1024, 700))
    window.appearance.zoom_to(1.4)
    for entry in PANELS:
        window.docks.bring_up(entry.name)
        settle(qtbot)
        for box in window.docks[entry.name].panel.findChildren(QComboBox):
            if not box.isVisible() or not box.isEnabled() or not box.count():
                continue
            box.showPopup()
            view = box.view()
            qtbot.waitUntil(view.isVisible)
            longest = max(
                view.fontMetrics().horizontalAdvance(box.itemText(i)) for i in range(box.count())
            )
            assert view.viewport().width() >= longest, box.objectName()
            box.hidePopup()
        if entry.hidden:
            window.docks[entry.name].hide()


def stand_over_each_other(window):
    """Pairs of panels in sight that share a part of the window, and what stands outside it."""
    docks = [dock for dock in window.docks if dock.is_seen and not dock.isFloating()]
    pairs = [
        (one.entry.name, other.entry.name)
        for i, one in enumerate(docks)
        for other in docks[i + 1 :]
        if one.geometry().intersects(other.geometry())
    ]
    return pairs + [d.entry.name for d in docks if not window.rect().contains(d.geometry())]


def test_panels_never_stand_over_each_other(qtbot, window):
    """Where all together want more than the window's width, as with Polish words, they scroll."""
    resize(qtbot, window, (1024, 700))
    window.speech.choose("pl")
    try:
        window.appearance.zoom_to(1.4)
        for name in ("compare", "lesson"):
            window.docks.bring_up(name)
            qtbot.waitUntil(lambda: not stand_over_each_other(window))
            panel, area = window.docks[name].panel, window.docks[name].widget()

            def is_reached(panel=panel, area=area):
                fits = panel.width() <= area.viewport().width()
                return fits or area.horizontalScrollBar().isVisible()

            qtbot.waitUntil(is_reached)
        # A fourth column takes from the widest; without it they have it again.
        squeezed = window.docks["draw"].width()
        window.docks["lesson"].hide()
        window.appearance.zoom_to(1.0)
        resize(qtbot, window, (1280, 800))
        qtbot.waitUntil(lambda: window.docks["draw"].width() > squeezed)
        needed = window.docks["draw"].needed_width
        qtbot.waitUntil(lambda: window.docks["draw"].widget().minimumSizeHint().width() == needed)
    finally:
        window.speech.choose("en")


@pytest.mark.parametrize(
    ("needed", "room", "most"),
    [((300, 300, 300), 1000, None), ((420, 375, 306), 1014, 354), ((400, 100, 500), 600, 250)],
)
def test_the_widest_columns_give_way_first(needed, room, most):
    assert fair_width(needed, room) == most
    if most is not None:
        assert sum(min(width, most) for width in needed) <= room


# --- the text's size ----------------------------------------------------------------------------


def places(window):
    """Where everything stands that is in sight."""
    return {
        (type(w).__name__, w.objectName(), number): (w.geometry().getRect(), w.font().pointSizeF())
        for number, w in enumerate(window.findChildren(QWidget))
        if w.isVisible() and not w.visibleRegion().isEmpty() and w.objectName()
    }


def difference(before, after):
    return {key: (before[key], after.get(key)) for key in before if after.get(key) != before[key]}


LIVE = [entry.name for entry in PANELS if not entry.hidden]


def prepare_to_compare(qtbot, window, names):
    for name in names:
        window.docks.bring_up(name)
        rest(qtbot, window)
    for scale in (1.4, 1.0):  # boxes of choices keep the width that Qt reckons at first
        window.appearance.zoom_to(scale)
        settle(qtbot)


def zoom_by_keys(qtbot, window):
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.settings.font_scale == 1.4
    settle(qtbot)


def zoom_back(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    rest(qtbot, window)


def assert_all_is_larger(window, before, points):
    for label in window.findChildren(QLabel):
        if label.isVisible():
            assert label.font().pointSizeF() > points * 1.15, label.objectName()
    assert places(window) != before


def test_text_sizes_come_and_go(qtbot, window):
    """By the keys, as a user would; back at 100% everything stands where it stood."""
    prepare_to_compare(qtbot, window, LIVE)
    points = QApplication.font().pointSizeF()

    def look_at_all():
        for name in LIVE:
            window.docks.bring_up(name)
            settle(qtbot)
            yield name, places(window)

    before = dict(look_at_all())
    zoom_by_keys(qtbot, window)
    for name, _ in look_at_all():
        assert_all_is_larger(window, before[name], points)
    zoom_back(qtbot, window)
    for name, after in look_at_all():
        assert difference(before[name], after) == {}, name


@THOROUGH
@pytest.mark.parametrize("name", LIVE)
def test_text_sizes_come_and_go_in_front(qtbot, window, name):
    """Of the panel that somebody looks at meanwhile, be it any."""
    prepare_to_compare(qtbot, window, [name])
    before, points = places(window), QApplication.font().pointSizeF()
    zoom_by_keys(qtbot, window)
    assert_all_is_larger(window, before, points)
    zoom_back(qtbot, window)
    assert difference(before, places(window)) == {}


def test_panels_put_back_with_a_large_text_have_their_widths_at_any_other(qtbot, window):
    resize(qtbot, window, (1024, 700))
    window.layout_.reset()
    settle(qtbot)
    wanted = {dock.entry.name: dock.width() for dock in window.docks if dock.is_seen}
    # Somebody has made a column wider, which was so before the panels were put back.
    docks = [window.docks["curves"], window.docks["draw"]]
    window.resizeDocks(
        docks, [wanted["curves"] - 60, wanted["draw"] + 60], Qt.Orientation.Horizontal
    )
    settle(qtbot)
    window.appearance.zoom_to(1.4)
    settle(qtbot)
    window.layout_.reset()
    settle(qtbot)
    window.appearance.zoom_to(1.0)
    settle(qtbot)
    assert {dock.entry.name: dock.width() for dock in window.docks if dock.is_seen} == wanted


def test_a_larger_text_reaches_open_windows(qtbot, small_window):
    window = small_window
    window.help.show()
    dialog = window.help.window
    topics = dialog.findChild(QWidget, "help_topics")
    wide, points = topics.width(), topics.font().pointSizeF()
    window.appearance.zoom_to(1.6)
    settle(qtbot)
    assert topics.font().pointSizeF() == pytest.approx(points * 1.6)
    assert cut_texts(dialog) == []
    window.appearance.zoom_to(1.0)
    settle(qtbot)
    assert (topics.width(), topics.font().pointSizeF()) == (wide, points)


# --- the first window ---------------------------------------------------------------------------

_CHILD = """
import json, sys, time
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
app.setStyle("Fusion")
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
window = MainWindow(Studio(), ThemeManager("light"), settings)
def outside():
    # Panels that stand outside the window, or a window outside the screen.
    found = []
    for scale in (1.0, 1.4):
        window.appearance.zoom_to(scale)
        for dock in window.docks:
            if not dock.entry.hidden:
                window.docks.bring_up(dock.entry.name)
                for _ in range(300):  # layouts take some turns, more on a busy machine
                    app.processEvents()
                    if window.rect().contains(dock.geometry()):
                        break
                    time.sleep(0.01)
                if not window.rect().contains(dock.geometry()):
                    found.append([scale, dock.entry.name, dock.geometry().getRect()])
        if not window.screen().availableGeometry().contains(window.frameGeometry()):
            found.append([scale, "window", window.frameGeometry().getRect()])
    return found
def tell():
    pad = window.docks["draw"].panel.findChild(QWidget, "draw_pad")
    seen = pad.visibleRegion().boundingRect()
    screen = window.screen().availableGeometry()
    print(json.dumps({
        "inside": screen.contains(window.frameGeometry()),
        "window": [window.width(), window.height()],
        "screen": [screen.width(), screen.height()],
        "pad": seen == pad.rect() and not seen.isEmpty(),
        "outside": outside(),
    }))
    window.close_without_asking()
    app.quit()
window.appeared.connect(lambda: QTimer.singleShot(50, tell))
window.show()
app.exec()
"""


@pytest.mark.parametrize(
    "screen",
    choose_cases(
        [
            ((1366, 768), "1"),
            ((1366, 768), "1.5"),
            ((1366, 768), "2"),
            ((1920, 1080), "2"),
        ],
        ((1366, 768), "1"),
        ((1366, 768), "2"),
    ),
    ids=str,
)
def test_the_first_window_fits_the_screen(tmp_path, screen):
    pixels, factor = screen
    screen = tmp_path / "screen.json"
    one = {"name": "s", "x": 0, "y": 0, "width": pixels[0], "height": pixels[1], "dpr": 1}
    one |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    screen.write_text(json.dumps({"windowFrameMargins": True, "screens": [one]}))
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": factor,
    }
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path / "settings.ini")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["screen"] == pytest.approx([side / float(factor) for side in pixels], abs=1)
    assert told["inside"], told
    assert told["pad"], told
    assert told["outside"] == []


@pytest.mark.parametrize("side", [(640, 360), (960, 540), (1280, 720), (1920, 1080), (3840, 2160)])
def test_the_first_size_leaves_room_for_the_frame(side):
    size = first_size(QSize(*side))
    assert size.width() < side[0] and size.height() < side[1]


# --- legends ------------------------------------------------------------------------------------


@pytest.mark.parametrize("layers", [2, 7, 12])
def test_legends_are_never_cut_short(qtbot, themes, layers):
    rng = np.random.default_rng(1)
    bars = ScoreBars(themes)
    qtbot.addWidget(bars)
    names = tuple("0123456789")
    bars.show_scores(
        Scores(
            names, rng.random((layers, 10)).astype(np.float32), weights=(0, *(1,) * (layers - 1))
        )
    )
    svg = FIGURE_FORMATS["svg"].content(bars, PictureSize()).decode()
    texts = ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter() if node.text]
    joined = " ".join(texts)
    assert "…" not in joined
    for layer in range(1, layers + 1):
        assert re.search(rf"Layer {layer}\b", joined), layer
    bars.resize(QSize(260, bars.minimumSizeHint().height()))
    shown = QPixmap(bars.size())
    bars.render(shown)
    bars.resize(QSize(260, bars.minimumSizeHint().height()))
    assert bars.minimumSizeHint().height() >= 10 * 12 + 2 * bars.fontMetrics().height()


def test_the_builder_of_every_preset_is_whole(qtbot, small_window):
    window = small_window
    resize(qtbot, window, (1024, 700))
    panel = window.docks["builder"].panel
    cut = {}
    for name in sorted(presets()):
        panel.apply_preset(name)
        settle(qtbot)
        if texts := cut_texts(panel):
            cut[name] = texts
    assert cut == {}
