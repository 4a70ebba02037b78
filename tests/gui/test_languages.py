"""The window in other languages: chosen by real clicks, at once, with nothing lost or cut."""

from __future__ import annotations

import logging
import re

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QSpinBox,
    QTabBar,
    QWidget,
)

from ffstudio.core.describe.cards import OPENS, WHOLE, Card
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import UNTITLED, ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.events import EpochDone, PhaseChanged
from ffstudio.core.run.history import History
from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.run.results import accuracy_words, result_words
from ffstudio.core.run.status import RunPhase, RunStatus
from ffstudio.core.words import speak, tr
from ffstudio.gui.dialogs.help_window import pages
from ffstudio.gui.dialogs.model_card import head_text
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.reports.page import write_page
from ffstudio.gui.system.languages import NAMES, Languages, system_language
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.cut_texts import cut_texts

OTHERS = [name for name in NAMES if name != "en"]
# Names, units and words that are the same everywhere, and what Qt says inside itself.
SAME = re.compile(
    r"ffstudio|Forward-Forward|FF|BP|MNIST|Fashion|ReLU|softmax|tanh|Adam\w*|SGD|RMSprop|Keras|NumPy"
    r"|Hinton|Markdown|PNG|Ctrl|Alt|Shift|Esc|Enter|Home|End|Del|Ins|Space|AUC|px|[kMG]B|DPI"
    r"|TensorFlow|[GS]?ELU|Leaky|SiLU|swish|Sigmoid|LSTM|GRU|Adagrad|English|Polski|Okabe|Ito|Paul|Tol|Viridis|Cividis|Magma|Inferno|Studio"
)
# Words of ours that another language writes the same; "all" is typed as the command line has it.
ALIKE = {"zh_CN": {"all"}, "pl": {"all", "Test", "Bias", "Start"}}
OURS = re.compile(r"[A-Za-z]{3}")


@pytest.fixture(autouse=True)
def _english_again():
    yield
    speak(None)


@pytest.fixture
def made(qtbot, themes, tmp_path):
    """Makes windows on a studio; they share their settings."""
    windows = []

    def make(studio):
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(studio, themes, Settings(store))
        window.resize(1280, 800)
        with qtbot.waitSignal(window.appeared):
            window.show()
        windows.append(window)
        return window

    font = QApplication.font()
    yield make
    for window in windows:
        window.close_without_asking()
        window.deleteLater()
        window.studio.deleteLater()
    QApplication.setFont(font)


def click(qtbot, menu, action):
    """Clicks an entry of a menu that is open."""
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def choose(qtbot, window, name):
    """View › Language › one of them, by the mouse."""
    bar, menu = window.menuBar(), window.findChild(QMenu, "view_menu")
    place = bar.actionGeometry(menu.menuAction()).center()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.waitUntil(menu.isVisible)
    languages = window.findChild(QMenu, "language_menu")
    click(qtbot, menu, languages.menuAction())
    qtbot.waitUntil(languages.isVisible)
    action = window.findChild(QAction, f"language_{name.lower()}_action")
    click(qtbot, languages, action)
    qtbot.waitUntil(lambda: not languages.isVisible())


def test_the_menu_changes_all_words_at_once_and_is_remembered(qtbot, studio, made):
    window = made(studio)
    draw = window.docks["draw"].panel
    pad = draw.findChild(QWidget, "draw_pad")
    middle = pad.rect().center()
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(pad, middle + QPoint(30, 20))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=middle + QPoint(30, 20))
    strokes = pad.strokes
    assert strokes
    choose(qtbot, window, "zh_CN")
    assert window.menuBar().actions()[0].text() == "文件(&F)"
    assert window.run_controls.findChild(QPushButton).text() == "训练"
    assert window.docks["builder"].windowTitle() == "构建器"
    assert window.findChild(QAction, "save_model_action").text() == "保存模型(&S)"
    assert window.docks["draw"].panel.findChild(QWidget, "draw_pad").strokes == strokes
    assert window.settings.language == "zh_CN"
    window.commands["help"].trigger()  # stays open, at its page
    assert window.help.window.windowTitle() == "ffstudio 帮助"
    topics = window.help.window.findChild(QListWidget, "help_topics")
    before = topics.currentRow()  # the page of the panel one is in
    qtbot.keyClick(topics, Qt.Key.Key_Down)
    assert topics.currentRow() == before + 1
    choose(qtbot, window, "pl")
    assert window.menuBar().actions()[0].text() == "&Plik"
    assert window.help.window.isVisible() and window.help.window.windowTitle() == "Pomoc ffstudio"
    assert window.help.window.title == [*pages()][before + 1]
    window.help.window.close()
    assert window.docks["builder"].windowTitle() == "Budowniczy"
    choose(qtbot, window, "en")
    assert window.menuBar().actions()[0].text() == "&File"
    assert [dock.windowTitle() for dock in window.docks] == [entry.title for entry in PANELS]
    assert window.docks["draw"].panel.findChild(QWidget, "draw_pad").strokes == strokes


def test_the_log_keeps_what_was_said_in_another_language(qtbot, studio, made, caplog):
    caplog.set_level(logging.INFO, logger="ffstudio")
    window = made(studio)
    window.commands["show_log"].trigger()
    for language, words in (("pl", "before"), ("en", "between")):
        logging.getLogger("ffstudio.test").info(words)
        qtbot.waitUntil(lambda words=words: words in window.docks["log"].panel.visible_text())
        choose(qtbot, window, language)
    logging.getLogger("ffstudio.test").info("after")
    panel = window.docks["log"].panel
    qtbot.waitUntil(lambda: "after" in panel.visible_text())
    said = [line.split()[-1] for line in panel.visible_text().splitlines() if ".test" in line]
    assert said == ["before", "between", "after"]


def test_what_has_no_name_is_called_so_in_the_language(qtbot, studio, made):
    studio.edits.edit(studio.spec.replace(name=UNTITLED), "No name")
    window = made(studio)
    title = window.docks["builder"].panel.findChild(QWidget, "experiment_title")
    assert (window.windowTitle(), title.text()) == ("Untitled[*] — ffstudio", "Untitled")
    choose(qtbot, window, "pl")
    title = window.docks["builder"].panel.findChild(QWidget, "experiment_title")
    assert (window.windowTitle(), title.text()) == ("Bez nazwy[*] — ffstudio", "Bez nazwy")
    assert studio.spec.name == UNTITLED  # as files have it, in every language
    # Images that were read before the language was chosen are called so too.
    said = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert studio.data.title == "Dołączone cyfry"
    assert "Dołączone cyfry" in said
    assert "Bundled digits" not in said


def test_a_run_goes_on_while_the_language_changes(qtbot, made):
    spec = ExperimentSpec(
        epochs=400,
        batch_size=16,
        layers=(LayerSpec(units=12),),
        data=DataSpec(name="digits", subset=0.2, validation=0.1),
    )
    studio = Studio(spec)
    window = made(studio)
    studio.start()
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=60_000)
    studio.runs.train()
    qtbot.waitUntil(lambda: studio.progress.epoch >= 2, timeout=60_000)
    curves, epoch = studio.history, studio.progress.epoch
    choose(qtbot, window, "pl")
    assert studio.status is RunStatus.RUNNING
    assert studio.history is curves
    qtbot.waitUntil(lambda: studio.progress.epoch > epoch + 1, timeout=60_000)
    with qtbot.waitSignal(studio.run_finished, timeout=60_000):
        studio.runs.stop()


def words_of(root):
    """(object's name, text) of whatever ``root`` says anywhere, tips and names included."""
    for one in [root, *root.findChildren(QObject)]:
        if one.objectName().startswith(("qt_", "Scroll")) or type(one).__name__ == "QToolButton":
            continue
        says = ["toolTip", "statusTip", "accessibleName", "text", "title", "placeholderText"]
        texts = [str(getattr(one, name)()) for name in says if callable(getattr(one, name, None))]
        if isinstance(one, QComboBox):
            texts += [one.itemText(i) for i in range(one.count())]
        if isinstance(one, QTabBar):
            texts += [one.tabText(i) for i in range(one.count())]
        yield from ((one.objectName() or type(one).__name__, text) for text in texts if text)


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_left_in_english(qtbot, studio, made, language):
    window = made(studio)
    before = {text for _, text in words_of(window)}
    window.speech.choose(language)
    qtbot.wait(200)  # what was there before is deleted in the loop's next turns
    left = {
        f"{name}: {text}"
        for name, text in words_of(window)
        if text in before and OURS.search(SAME.sub("", text)) and tr(text) == text
        and name not in ("preset_action", "QAction", "builder_title")
        and text not in ALIKE[language]
        and text not in (studio.spec.name, studio.data.title, studio.data.source)
    }  # fmt: skip
    assert not left, "\n".join(sorted(left)[:40])


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_cut_at_1280_by_800(qtbot, studio, made, language):
    window = made(studio)
    window.speech.choose(language)
    for name in ("curves", "goodness", "confusion", "filters", "data"):
        window.docks.bring_up(name)
        qtbot.wait(50)
        assert cut_texts(window) == [], name


def test_the_system_decides_at_first(monkeypatch, qapp):
    for asked, spoken in (("pl_PL", "pl"), ("zh_Hans_CN", "zh_CN"), ("zh_TW", "en"), ("sv", "en")):
        monkeypatch.setenv("FFSTUDIO_LANGUAGE", asked)
        assert system_language() == spoken


def test_values_and_tables_are_said_in_the_language(qapp):
    languages = Languages("pl")
    assert tr("{path_name} is empty.", path_name="{a}.h5") == "{a}.h5 jest pusty."
    assert [entry.title for entry in PANELS][:2] == ["Lekcja", "Budowniczy"]
    card = Card("a.h5", 452_000, WHOLE, OPENS, training={"learning_rate": 0.001, "loss": "mse"})
    head = head_text(card, "gray")
    assert "cały model · 452 kB" in head
    assert "współczynnik uczenia 0,001, strata mse" in head
    languages.choose("en")
    assert tr("{path_name} is empty.", path_name="a.h5") == "a.h5 is empty."
    assert PANELS[1].title == "Builder"


def test_the_number_of_the_image_stays(qtbot, studio, made):
    window = made(studio)
    qtbot.waitUntil(lambda: studio.data is not None)
    window.docks.bring_up("draw")
    number = window.findChild(QSpinBox, "image_number")
    qtbot.waitUntil(number.isEnabled)
    number.selectAll()
    qtbot.keyClicks(number, "7")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert number.value() == 7
    choose(qtbot, window, "pl")
    assert window.docks["draw"].panel.findChild(QSpinBox, "image_number").value() == 7


def test_the_run_bar_names_nets_and_phases_in_the_language(qapp):
    english = PhaseChanged(1, RunPhase.JUDGING, "bp", 0, 100).text
    assert english == "judging backprop on 100 images"
    assert PhaseChanged(1, RunPhase.COMPILING).text == "compiling"
    languages = Languages("pl")
    assert languages.spoken == "pl"
    assert PhaseChanged(1, RunPhase.JUDGING, "bp", 0, 100).text == (
        "ocena: propagacja wsteczna, obrazy: 100"
    )
    assert accuracy_words({"bp": 0.5}) == "propagacja wsteczna 50,00%"
    curves = History()
    curves.add(EpochDone(1, "ff", 1, 1, 1.0, "validation", np.zeros(149, int), {"accuracy": 0.97}))
    assert result_words(None, curves, "MNIST") == (
        "Forward-Forward 97,00% (obrazy (walidacja): 149, MNIST)"
    )
    languages.choose("en")
    assert result_words(None, curves, "MNIST") == (
        "Forward-Forward 97.00% of the 149 validation images of MNIST"
    )


def test_a_report_is_in_the_language_throughout(qapp):
    run = ReportedRun("first", "first", ExperimentSpec(), {"seed": 1}, History())
    assert '<html lang="en">' in write_page([run], [])
    languages = Languages("zh_CN")
    assert languages.spoken == "zh_CN"
    chinese = write_page([run, run], [])
    assert '<html lang="zh-CN">' in chinese
    said = re.sub(r"<style>.*?</style>|<[^>]*>|<code>.*?</code>", " ", chinese)
    for english in ("Results", "Settings", "Experiment", "Epochs", "Report of", "Code:", "Value"):
        assert english not in said
