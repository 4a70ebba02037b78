"""Every dialog in the other languages: nothing is left in English, nothing is cut."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ffstudio.core.describe.cards import REFUSED, Card
from ffstudio.core.experiment.differences import list_differences
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.training_device import TrainingDevice
from ffstudio.core.words import speak
from ffstudio.gui.dialogs import questions
from ffstudio.gui.dialogs.lesson_editor.dialog import LessonEditor
from ffstudio.gui.dialogs.lesson_editor.draft import Draft
from ffstudio.gui.dialogs.model_card import ModelCardDialog
from ffstudio.gui.dialogs.sweep_dialog import SweepDialog
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.panels.table import PANELS, panel_names
from ffstudio.gui.system.languages import NAMES
from ffstudio.gui.system.notifications import ErrorDialog
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.data_preview import DataPreview
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.state import UserError
from tests.gui.cut_texts import cut_texts
from tests.gui.resting import rest
from tests.gui.spoken_texts import (
    OURS,
    SAME,
    in_english,
    pages_of,
    painted_cut,
    painted_texts,
    words_of,
)
from tests.gui.test_draw_panel import random_model
from tests.marks import choose_cases

OTHERS = [name for name in NAMES if name != "en"]
SCALES = (1.0, 1.4)


@pytest.fixture(autouse=True)
def _english_again(caplog):
    caplog.expected = True  # what the error says is logged as well
    yield
    speak(None)


@pytest.fixture
def window(qtbot, studio, themes, tmp_path):
    """One at 1280×800 with nets and images, which speaks what the settings say."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    font = QApplication.font()
    made = MainWindow(studio, themes, Settings(store))
    made.resize(1280, 800)
    with qtbot.waitSignal(made.appeared):
        made.show()
    studio.set_snapshot(random_model())
    yield made
    made.close_without_asking()
    made.deleteLater()
    QApplication.setFont(font)


def _card(window, studio, themes):
    refused = Card("x.h5", 9, "a.b", REFUSED, refused=("…",))
    return ModelCardDialog(studio, themes, refused, window)


def _error(window, studio, themes):
    dialog = ErrorDialog(themes, window)
    for _ in range(2):
        dialog.add(UserError("…", "…", "…"))
    return dialog


def _editor(window, studio, themes):
    titles = {entry.name: entry.title for entry in PANELS if entry.name in panel_names()}
    draft = Draft.of_present(studio.spec, ("log",), ())
    return LessonEditor(draft, titles, studio.spec, lambda lesson: True, window)


def _preview(window, studio, themes):
    path = studio.spec.data.path or ""
    return DataPreview(DataSpec(path=path, name="digits"), 1, studio.images, themes, window)


def _help(window, studio, themes):
    window.help.show()
    return window.help.window


def _shortcuts(window, studio, themes):
    window.help.show_shortcuts()
    return window.help.window


DIALOGS = {
    "error": _error,
    "export": lambda window, studio, themes: ExportDialog(
        window.docks.figures(), studio, window.settings, window
    ),
    "refused card": _card,
    "lesson editor": _editor,
    "data preview": _preview,
    "help": _help,
    "shortcuts": _shortcuts,
    "sweep": lambda window, studio, themes: SweepDialog(
        studio.spec, ["epochs", "layers.0.units"], Path("sweeps"), 1, lambda *a: None, window
    ),
    "about": lambda window, studio, themes: questions.AboutDialog(window, TrainingDevice()),
}
# What is copied for whoever mends a fault, and paths: English, or nobody's language.
MACHINE = {"sweep_folder", "details_text", "export_folder_edit", "error_dialog"}
QUESTIONS = {
    "close": lambda window: questions.CloseWhileTrainingDialog.ask(window, False),
    "close a kept run": lambda window: questions.CloseWhileTrainingDialog.ask(window, True),
    "unsaved": lambda window: questions.UnsavedModelDialog.ask(window, "…"),
    "paste": lambda window: questions.PasteExperimentDialog.ask(window, window.studio.spec),
}


@contextlib.contextmanager
def opened(qtbot, make, *args):
    dialog = make(*args)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    qtbot.wait(100)  # what it shows may be read in a thread
    yield dialog
    if isinstance(dialog, QDialog):
        dialog.done(0)
    if dialog is not args[0].help.window:
        dialog.deleteLater()


def said_in(qtbot, dialog):
    """All pages' words; and a sentence for what is cut on each."""
    words, faults = set(), []
    for page in pages_of(dialog):
        qtbot.wait(30)
        words |= {word for word in words_of(dialog) if word[0] not in MACHINE}
        for _ in range(20):  # what is read in a thread comes, and is laid out, a little later
            cut = [*cut_texts(dialog), *painted_cut(dialog)]
            if not cut:
                break
            qtbot.wait(50)
        faults += [f"{page}: {text}" for text in cut]
    return words, faults


@pytest.mark.parametrize("language", choose_cases(OTHERS, "pl"))
def test_dialogs_speak_the_language_and_cut_nothing(qtbot, window, studio, themes, language):
    english, faults = {}, {}
    for name, make in DIALOGS.items():
        with opened(qtbot, make, window, studio, themes) as dialog:
            english[name] = {text for _, text in said_in(qtbot, dialog)[0]}
        assert len(english[name]) > 3
    window.speech.choose(language)
    for scale in SCALES:
        window.appearance.zoom_to(scale)
        for name, make in DIALOGS.items():
            with opened(qtbot, make, window, studio, themes) as dialog:
                words, cut = said_in(qtbot, dialog)
                left = in_english(words, english[name], language)
                least = dialog.minimumSizeHint()
                is_large = dialog.height() > 660 or max(dialog.width(), least.width()) > 1008
                size = [f"{dialog.size()}"] if is_large else []
                if left or cut or size:
                    faults[name, scale] = [*sorted(left), *cut, *size]
    assert faults == {}


@pytest.mark.parametrize("language", choose_cases(OTHERS, "pl"))
def test_questions_speak_the_language_and_cut_nothing(qtbot, window, language):
    seen = {}

    def ask(name, key):
        def look():
            dialog = QApplication.activeModalWidget()
            if dialog is None or not dialog.isVisible():
                QTimer.singleShot(20, look)
                return
            seen[name, key] = set(words_of(dialog)), cut_texts(dialog) + painted_cut(dialog)
            dialog.reject()

        QTimer.singleShot(20, look)
        QUESTIONS[name](window)

    for name in QUESTIONS:
        ask(name, "english")
    window.speech.choose(language)
    for scale in SCALES:
        window.appearance.zoom_to(scale)
        for name in QUESTIONS:
            ask(name, scale)
            english = {text for _, text in seen[name, "english"][0]}
            assert in_english(seen[name, scale][0], english, language) == set()
            assert seen[name, scale][1] == []


@pytest.mark.parametrize("language", choose_cases(OTHERS, "pl"))
def test_the_palette_speaks_the_language(qtbot, window, language):
    def words():
        window.commands["palette"].trigger()
        palette = next(one for one in window.findChildren(QWidget, "command_palette")
                       if one.isVisible())  # fmt: skip
        found, cut = set(words_of(palette)), painted_cut(palette)
        palette.close()
        return found, cut

    english = {text for _, text in words()[0]}
    window.speech.choose(language)
    found, cut = words()
    assert in_english(found, english, language) == set()
    assert cut == []


# What keeps its point: links, versions, codes of the command line, sections of papers.
POINTED = re.compile(
    r"arXiv \d+[.]\d+|\d+[.]\d+[.]\d+|--set \S+|\S+[.]{2}\S+|20\d\d, \d[.]\d|\d[.]\dB|<[^>]*>"
)


def test_no_number_has_a_point_in_polish(qtbot, window, studio):
    window.speech.choose("pl")
    window.docks.links.choose_image(3, "test")
    faults = {}
    for entry in PANELS:
        window.docks.bring_up(entry.name)
        dock = window.docks[entry.name]
        rest(qtbot, window)
        texts = painted_texts(dock) | {text for _, text in words_of(dock)}
        texts |= {view.toPlainText() for view in dock.findChildren(QTextEdit)}
        pointed = {text for text in texts if re.search(r"\d[.]\d", POINTED.sub("", text))}
        if pointed and entry.name != "log":  # its lines are for reports of faults
            faults[entry.name] = sorted(pointed)
        if entry.hidden:
            dock.hide()
    bars = window.docks["draw"].panel.findChild(QWidget, "score_bars")
    assert any(re.search(r"\d,\d", text) for text in painted_texts(bars))
    assert faults == {}


@pytest.mark.parametrize("language", choose_cases(OTHERS, "pl"))
def test_no_panel_paints_a_text_cut(qtbot, window, studio, language):
    window.speech.choose(language)
    faults = {}
    for scale in SCALES:
        window.appearance.zoom_to(scale)
        for entry in PANELS:
            if not entry.hidden:
                window.docks.bring_up(entry.name)
                rest(qtbot, window)
                if cut := painted_cut(window.docks[entry.name]):
                    faults[entry.name, scale] = cut
    assert faults == {}


# What stays Latin in Chinese: names and formulas beside those of SAME, and paths.
LATIN = re.compile(r"sweep|relu|argmax|softplus|logits?|ECE|[KMG]iB|/\S+|Bundled digits|random")


def test_nothing_is_said_half_in_english(qtbot, window, studio):
    """Also where it is only a part of a text that is translated; and stops are the language's."""
    window.speech.choose("zh_CN")
    faults = {}
    for entry in PANELS:
        window.docks.bring_up(entry.name)
        rest(qtbot, window)
        dock = window.docks[entry.name]
        left = {text for text in painted_texts(dock)
                if OURS.search(LATIN.sub("", SAME.sub("", text))) and text != studio.spec.name}  # fmt: skip
        if left:
            faults[entry.name] = sorted(left)
        if entry.hidden:
            dock.hide()
    assert faults == {}
    assert {text for _, text in words_of(window) if "。." in text or "。。" in text} == set()
    assert any(text.endswith("(Ctrl+O)。") for _, text in words_of(window))
    changed = studio.spec.replace(order="layerwise")
    assert list_differences(studio.spec, changed) == ["次序"]


def test_what_nets_say_and_layers_cost_is_read_whole_in_polish(qtbot, window, studio):
    builder = window.docks["builder"].panel
    noise = builder.findChild(QToolButton, "data_label_noise_section")
    was = noise.isChecked()
    qtbot.mouseClick(noise, Qt.MouseButton.LeftButton)
    before = builder.choices()
    step = window.docks["draw"].panel.findChild(QToolButton, "next_button")
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    told = window.docks["draw"].panel.findChild(QLabel, "misclassified_count")
    qtbot.waitUntil(lambda: "wrong among" in told.text())
    window.speech.choose("pl")
    # What is folded stays so, and what is known of mistakes.
    builder, draw = window.docks["builder"].panel, window.docks["draw"].panel
    assert draw.findChild(QLabel, "misclassified_count").text().startswith("błędnych")
    assert builder.choices() == before
    noise = builder.findChild(QToolButton, "data_label_noise_section")
    assert noise.isChecked() is not was and noise.text() == "Szum etykiet"
    layers = builder.findChild(QListWidget, "layer_list")
    bars, label = draw.findChild(QWidget, "score_bars"), draw.findChild(QLabel, "bp_verdict")
    one_line = layers.item(0).sizeHint().height()
    window.resize(1024, 700)
    window.docks.links.choose_image(3, "test")
    for scale in (1.0, 1.6):
        window.appearance.zoom_to(scale)
        qtbot.waitUntil(lambda: bars.scores is not None and bool(label.text()))
        words = QTextDocumentFragment.fromHtml(label.text()).toPlainText().split()
        longest = max(map(label.fontMetrics().horizontalAdvance, words))
        qtbot.waitUntil(lambda wide=longest: label.width() >= wide)
        qtbot.waitUntil(lambda: painted_cut(bars) == [])
        qtbot.waitUntil(lambda: painted_cut(layers) == [])
    assert layers.item(0).sizeHint().height() > one_line * 1.8  # in three lines
