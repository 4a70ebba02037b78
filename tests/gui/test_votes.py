"""Which layers vote, chosen on the canvas: at once, undoably, in the run, and kept in files."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.gui.panels.draw.panel import DrawPanel
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.jobs.shown import Shown
from tests.gui.kinds import digits, show, spec_of


@pytest.fixture
def panel(qtbot, studio, themes):
    panel = DrawPanel(studio, themes)
    qtbot.addWidget(panel)
    panel.resize(760, 700)
    panel.show()
    yield panel
    panel.shutdown()


def button(panel):
    return panel.findChild(QToolButton, "votes_choice")


def entries(panel):
    return [a.text() for a in button(panel).menu().actions() if a.isCheckable()]


def checked(panel):
    return [a.text() for a in button(panel).menu().actions() if a.isChecked()]


def bars(panel):
    return panel.findChild(ScoreBars)


def totals(panel):
    return bars(panel).scores.totals


def choose(qtbot, panel, text):
    """Out of the menu, by keys."""
    menu = button(panel).menu()
    menu.popup(button(panel).mapToGlobal(button(panel).rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible, timeout=5000)
    for _ in menu.actions():
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction().text() == text:
            qtbot.keyClick(menu, Qt.Key.Key_Return)
            return
    raise AssertionError([action.text() for action in menu.actions()])


def put_image(qtbot, panel, studio):
    panel.show_image(3)
    panel.pace.complete()
    qtbot.waitUntil(lambda: bars(panel).scores is not None, timeout=10_000)


def wait_for_totals(qtbot, panel, expected):
    def agree():
        shown = totals(panel)
        return shown is not None and np.allclose(shown, expected, rtol=1e-4, atol=1e-5)

    qtbot.waitUntil(agree, timeout=10_000)


def test_the_layers_that_vote_are_chosen_on_the_canvas(qtbot, panel, studio):
    snapshot = show(studio, "classes")  # three layers
    put_image(qtbot, panel, studio)
    goodness = snapshot.ff.label_goodness(digits().test.x[3:4])[0]
    wait_for_totals(qtbot, panel, goodness.sum(axis=0))
    assert checked(panel) == ["All layers"] and button(panel).text() == "Votes"
    assert entries(panel) == [
        "All layers", "Layers 2–3", "Layers 1–2", "Layer 3 alone", "Layer 2 alone", "Layer 1 alone",
    ]  # fmt: skip
    choose(qtbot, panel, "Layers 1–2")
    wait_for_totals(qtbot, panel, goodness[:2].sum(axis=0))
    assert studio.spec.ff.votes == studio.shown.spec.ff.votes == "1-2"
    assert studio.snapshot.ff.votes == "1-2" and not studio.other_settings
    assert studio.snapshot.ff.layers is snapshot.ff.layers  # no weight was touched
    # Taken back, the net votes as before.
    studio.edits.undo_stack.undo()
    wait_for_totals(qtbot, panel, goodness.sum(axis=0))
    assert studio.spec.ff.votes == "all" and checked(panel) == ["All layers"]
    studio.edits.undo_stack.redo()
    wait_for_totals(qtbot, panel, goodness[:2].sum(axis=0))
    assert checked(panel) == ["Layers 1–2"] and button(panel).text() == "Votes: 1-2"


def test_weights_show_as_what_they_are(qtbot, panel, studio):
    snapshot = show(studio, "classes")
    put_image(qtbot, panel, studio)
    studio.votes.choose("0, 1, 0.25")
    goodness = snapshot.ff.label_goodness(digits().test.x[3:4])[0]
    wait_for_totals(qtbot, panel, goodness[1] + 0.25 * goodness[2])
    assert checked(panel) == [] and button(panel).text() == "Votes: weights"
    assert "now: 0, 1, 0.25." in button(panel).toolTip()
    choose(qtbot, panel, "Layers 2–3")
    assert studio.spec.ff.votes == "2-"
    studio.votes.choose("1, 1")  # of two layers: nothing of a net with three
    assert studio.spec.ff.votes == "2-"


@pytest.mark.parametrize("weighted", [False, True])
def test_votes_are_chosen_on_images_held_back(qtbot, panel, studio, weighted):
    show(studio, "classes")
    name = "Weights Fitted to" if weighted else "Best Range on"
    told = []
    studio.message.connect(told.append)
    with qtbot.waitSignal(studio.votes.chosen, timeout=20_000) as done:
        choose(qtbot, panel, f"{name} Validation Images")
    choice = done.args[0]
    net, held = studio.snapshot.ff, digits().validation
    assert studio.spec.ff.votes == net.votes == choice.votes
    assert choice.images == len(held)
    assert choice.accuracy == net.judge(held).accuracy
    whole = net.judge(held)
    best = max(
        dataclasses.replace(net, votes=votes).judge(held).accuracy
        for votes in ("all", "2-", "1-2", "1", "2", "3")
    )
    if not weighted:
        assert whole.accuracy == best
    assert told[-1].startswith(f"Layers that vote: {choice.votes}.")
    assert f"of {len(held):,} validation images" in told[-1]


def test_where_there_is_nothing_to_choose_the_panel_says_why(qtbot, panel, studio):
    votes = button(panel)
    show(studio, "images")  # the read-out predicts
    assert not votes.isVisible() and "no net whose layers vote" in studio.votes.why_not()
    snapshot = show(studio, "labels")
    assert votes.isVisible()
    data = digits()
    none = dataclasses.replace(data, validation=dataclasses.replace(
        data.validation, x=data.validation.x[:0], y=data.validation.y[:0]))  # fmt: skip
    studio.images.take(none)
    best = next(a for a in votes.menu().actions() if a.objectName() == "votes_best_range")
    assert not best.isEnabled() and "No images are held back" in best.toolTip()
    past = dataclasses.replace(studio.shown, is_past=True)
    studio.show(past)
    assert not any(a.isEnabled() for a in votes.menu().actions() if a.isCheckable())
    assert "go back to now" in votes.toolTip()
    studio.votes.choose("2")
    assert studio.snapshot.ff.votes == snapshot.ff.votes


def test_a_preset_does_not_change_how_the_nets_shown_vote(studio):
    show(studio, "classes")
    other = spec_of("classes", layers=(LayerSpec(units=10),))
    other = other.replace(ff=dataclasses.replace(other.ff, votes="last"))
    studio.edits.edit(other)
    assert studio.snapshot.ff.votes == "all"
    studio.edits.edit(other.replace(ff=dataclasses.replace(other.ff, votes="1")))
    assert studio.snapshot.ff.votes == "1"  # this alone was changed


def test_nets_take_their_votes_into_a_session_and_a_file(studio, tmp_path):
    from ffstudio import engine
    from ffstudio.files.ours.archive import read_archive

    spec = spec_of("labels", epochs=1)
    session = engine.Session(spec, digits())
    session.run()
    shown = Shown(session.snapshot(), session.spec, session=session, path=tmp_path / "net.keras")
    changed = shown.with_votes("2")
    assert changed.unsaved and not shown.unsaved
    taken = changed.take_session(engine)
    assert taken is session and session.spec.ff.votes == "2"
    engine.save_session(session, tmp_path / "net.keras")
    again = read_archive(tmp_path / "net.keras")
    assert again.spec.ff.votes == again.snapshot.ff.votes == "2"
