"""The builder with every kind of layer, and its table, driven by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)

from ffstudio.core.experiment.layers import LayerSpec, layer_settings
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.fields import fields_of
from ffstudio.gui.panels.builder.panel import BuilderPanel
from ffstudio.gui.panels.builder.shortcut_strip import place_side_by_side

LEFT = Qt.MouseButton.LeftButton
KINDS = {c.value: c.label for c in fields_of(LayerSpec)["kind"].choices}


@pytest.fixture
def panel(qtbot, studio, themes):
    made = BuilderPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(380, 1600)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture(autouse=True)
def _input_interval(qapp):
    """:func:`type_kind` changes how long a pause ends what is typed."""
    was = QGuiApplication.styleHints().keyboardInputInterval()
    yield
    QApplication.setKeyboardInputInterval(was)


def press(qtbot, panel, name):
    button = panel.findChild(QToolButton, name) or panel.findChild(QPushButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def choose_layer(qtbot, panel, row):
    """Clicks a row of the list of layers."""
    rows = panel.findChild(QListWidget, "layer_list")
    rows.scrollToItem(rows.item(row))
    place = rows.visualItemRect(rows.item(row)).center()
    qtbot.mouseClick(rows.viewport(), LEFT, pos=place)
    assert rows.currentRow() == row


def type_kind(qtbot, panel, kind):
    """Chooses a kind by typing its name."""
    box = panel.findChild(QComboBox, "layer_kind")
    box.setFocus()
    # The first letter begins a word, the others go on with it, however busy the machine is.
    QApplication.setKeyboardInputInterval(0)
    QTest.qWait(10)
    qtbot.keyClicks(box, KINDS[kind][:1])
    QApplication.setKeyboardInputInterval(60_000)
    qtbot.keyClicks(box, KINDS[kind][1:])
    assert box.currentData() == kind


def tick(qtbot, panel, name):
    box = panel.findChild(QCheckBox, name)
    was = box.isChecked()
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert box.isChecked() is not was


def open_summary(qtbot, panel) -> QTableWidget:
    head = panel.findChild(QToolButton, "summary_section")
    if not head.isChecked():
        qtbot.mouseClick(head, LEFT)
    return panel.findChild(QTableWidget, "layer_table")


def cells(table):
    shown = [c for c in range(table.columnCount()) if not table.isColumnHidden(c)]
    return [[table.item(r, c).text() for c in shown] for r in range(table.rowCount())]


def kinds(studio):
    return [layer.kind for layer in studio.spec.layers]


# --- kinds --------------------------------------------------------------------------------


def test_the_list_of_kinds_is_in_groups(qtbot, panel, studio):
    box = panel.findChild(QComboBox, "layer_kind")
    groups = [[]]
    for i in range(box.count()):
        if box.itemData(i) is None:
            groups.append([])
        else:
            groups[-1].append(box.itemData(i))
    assert groups == [
        ["dense", "conv", "local"],
        ["max_pool", "average_pool"],
        ["simple_rnn", "lstm", "gru"],
        ["flatten", "dropout", "batch_norm"],
    ]
    assert [kind for group in groups for kind in group] == [*KINDS]
    # The arrow keys step over the lines between them.
    box.setFocus()
    listed = []
    for _ in range(len(KINDS) - 1):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        listed.append(studio.spec.layers[0].kind)
    assert listed == [*KINDS][1:]


def test_a_kind_is_chosen_by_mouse(qtbot, panel, studio):
    box = panel.findChild(QComboBox, "layer_kind")
    qtbot.mouseClick(box, LEFT)
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    place = view.visualRect(view.model().index(box.findData("gru"), 0)).center()
    # A click at once after the popup has opened counts as its opening click.
    QTest.qWait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 50)
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    qtbot.waitUntil(lambda: kinds(studio)[0] == "gru")


@pytest.mark.parametrize("kind", KINDS)
def test_only_settings_of_the_kind_are_shown(qtbot, panel, studio, kind):
    if kind != "dense":
        type_kind(qtbot, panel, kind)
    for name in ("shape", "regularisation", "learning"):
        head = panel.findChild(QToolButton, f"layer_{name}_section")
        if head.isVisible() and not head.isChecked():
            qtbot.mouseClick(head, LEFT)
    wanted = set(layer_settings(kind, studio.spec.trains_ff))
    shown = {n for n in fields_of(LayerSpec) if panel.findChild(QWidget, f"layer_{n}").isVisible()}
    assert shown == wanted
    # A heading with nothing below it is not shown.
    has_penalties = bool(wanted & {"dropout", "l1", "l2"})
    assert panel.findChild(QToolButton, "layer_regularisation_section").isVisible() == has_penalties
    # What has weights can be frozen for backprop; only Forward-Forward has the other settings.
    has_learning = panel.findChild(QToolButton, "layer_learning_section").isVisible()
    both = ("dense", "conv", "local")
    assert has_learning == (kind in (*both, "simple_rnn", "lstm", "gru", "batch_norm"))
    assert ("learns" in shown) == (kind in both) == studio.spec.trains_ff
    assert ("bp_learns" in shown) == has_learning


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in ("dense", "conv", "local")])
def test_a_layer_for_backprop_alone_switches_forward_forward_off(qtbot, panel, studio, kind):
    was = studio.spec
    assert was.trains_ff
    said = []
    studio.message.connect(said.append)
    type_kind(qtbot, panel, kind)
    assert studio.spec.algorithms == "bp"
    assert studio.spec.layers[0].kind == kind
    assert any("backprop only" in text for text in said)
    assert not panel.findChild(QToolButton, "ff_section").isVisible()
    assert studio.problems == []
    studio.edits.undo_stack.undo()
    assert studio.spec == was
    assert panel.findChild(QComboBox, "layer_kind").currentData() == "dense"
    studio.edits.undo_stack.redo()
    assert studio.spec.layers[0].kind == kind


def test_the_rate_of_a_dropout_layer_is_in_plain_sight(qtbot, panel, studio):
    type_kind(qtbot, panel, "dropout")
    edit = panel.findChild(QLineEdit, "layer_dropout")
    assert edit.isVisible()
    assert panel.findChild(QLabel, "layer_dropout_label").text() == "Share"
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "0.4")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert studio.spec.layers[0].dropout == 0.4
    assert "dropout 40%" in panel.findChild(QListWidget, "layer_list").item(0).text()
    # Folded by the user it stays so while the layer is edited.
    qtbot.mouseClick(panel.findChild(QToolButton, "layer_regularisation_section"), LEFT)
    studio.edits.undo_stack.undo()
    assert not edit.isVisible()
    choose_layer(qtbot, panel, 1)
    assert panel.findChild(QLabel, "layer_dropout_label").text() == "Dropout"


def test_strides_edges_groups_and_bias_of_a_convolution(qtbot, panel, studio):
    type_kind(qtbot, panel, "conv")
    assert studio.spec.trains_ff

    def type_in(name, text):
        edit = panel.findChild(QLineEdit, f"layer_{name}")
        edit.setFocus()
        edit.selectAll()
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, Qt.Key.Key_Tab)

    type_in("stride", "2")
    side = studio.data.image_shape[0]
    table = open_summary(qtbot, panel)
    assert studio.problems == [] and studio.spec.trains_ff
    assert cells(table)[0][1] == f"{side // 2}×{side // 2}×16"
    # The first layer sees one channel: it says so where groups are typed, and Fix mends it.
    type_in("groups", "4")
    (problem,) = studio.problems
    assert problem.path == ("layers", 0, "groups")
    reason = panel.findChild(QLabel, "layer_groups_reason")
    assert reason.isVisible() and "the channels below (1)" in reason.text()
    fix = panel.findChild(QPushButton, "layer_groups_fix")
    qtbot.waitUntil(lambda: fix.height() > 0, timeout=10_000)
    press(qtbot, panel, "layer_groups_fix")
    assert studio.problems == [] and studio.spec.layers[0].groups == 1
    tick(qtbot, panel, "layer_batch_norm")
    assert studio.problems == [] and studio.spec.layers[0].batch_norm
    assert cells(table)[0][2:] == [f"{(9 + 1 + 4) * 16}"] * 2
    tick(qtbot, panel, "layer_batch_norm")
    # Forward-Forward layers have a bias: it says so where nets are chosen.
    tick(qtbot, panel, "layer_use_bias")
    (problem,) = studio.problems
    assert problem.path == ("algorithms",)
    reason = panel.findChild(QLabel, "run_algorithms_reason")
    assert reason.isVisible()
    assert "Forward-Forward cannot train layer 1 (convolution)" in reason.text()
    press(qtbot, panel, "run_algorithms_fix")
    assert studio.problems == []
    assert studio.spec.algorithms == "bp"
    assert not studio.spec.layers[0].use_bias
    assert cells(table)[0][2] == f"{9 * 16}"
    box = panel.findChild(QComboBox, "layer_padding")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert studio.spec.layers[0].padding == "valid"
    assert cells(table)[0][1] == f"{(side - 3) // 2 + 1}×{(side - 3) // 2 + 1}×16"


# --- order --------------------------------------------------------------------------------


def test_a_net_built_by_hand_is_the_preset(qtbot, panel, studio):
    """The small CNN, layer by layer, with keys and clicks alone."""
    rows = panel.findChild(QListWidget, "layer_list")
    wanted = presets()["numpy-cnn"]
    type_kind(qtbot, panel, "conv")
    for name, text in (("units", "20"), ("kernel_size", "9")):
        edit = panel.findChild(QLineEdit, f"layer_{name}")
        edit.setFocus()
        edit.selectAll()
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, Qt.Key.Key_Tab)
    box = panel.findChild(QComboBox, "layer_padding")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    tick(qtbot, panel, "layer_use_bias")
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Insert)
    type_kind(qtbot, panel, "average_pool")
    press(qtbot, panel, "layer_add_button")
    type_kind(qtbot, panel, "flatten")
    choose_layer(qtbot, panel, 3)
    edit = panel.findChild(QLineEdit, "layer_units")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "100")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    tick(qtbot, panel, "layer_use_bias")
    tick(qtbot, panel, "bp_output_bias")
    assert kinds(studio) == [layer.kind for layer in wanted.layers]
    assert studio.problems == []
    table = open_summary(qtbot, panel)
    assert [row[2] for row in cells(table)] == ["1,620", "0", "0", "200,000", "1,000"]
    assert "202,620 parameters" in panel.findChild(QLabel, "layer_table_sums").text()


def test_a_layer_that_cannot_stand_there_is_marked_and_moved(qtbot, panel, studio):
    choose_layer(qtbot, panel, 1)
    type_kind(qtbot, panel, "max_pool")
    label = panel.findChild(QLabel, "layer_kind_reason")
    assert label.isVisible()
    assert "layer 1 hands on a plain list of numbers, not an image" in label.text()
    table = open_summary(qtbot, panel)
    assert not table.isVisible()
    assert "do not fit" in panel.findChild(QLabel, "layer_table_sums").text()
    press(qtbot, panel, "layer_up_button")
    assert kinds(studio) == ["max_pool", "dense"]
    assert studio.problems == []
    assert not label.isVisible()
    assert table.isVisible()
    studio.edits.undo_stack.undo()
    assert [p.path for p in studio.problems] == [("layers", 1, "kind")]
    choose_layer(qtbot, panel, 1)
    press(qtbot, panel, "layer_kind_fix")
    assert kinds(studio) == ["dense", "dense"]
    assert studio.problems == []


def test_every_misplaced_layer_is_marked(qtbot, panel, studio):
    layers = (LayerSpec("flatten"), LayerSpec("max_pool"), LayerSpec("lstm", 8))
    studio.edits.edit(studio.spec.replace(algorithms="bp", layers=layers), "Test")
    for row, is_marked in enumerate((False, True, True)):
        choose_layer(qtbot, panel, row)
        label = panel.findChild(QLabel, "layer_kind_reason")
        assert (label is not None and label.isVisible()) == is_marked
    press(qtbot, panel, "layer_kind_fix")
    assert kinds(studio) == ["flatten", "max_pool", "dense"]


@pytest.mark.parametrize(
    ("layers", "row", "added"),
    [
        # Nobody wants two of them one after another.
        ((LayerSpec("conv", 12), LayerSpec("max_pool")), 1, LayerSpec("conv", 12)),
        ((LayerSpec("conv", 12), LayerSpec("batch_norm")), 1, LayerSpec("conv", 12)),
        ((LayerSpec("conv", 12), LayerSpec("flatten")), 1, LayerSpec(units=100)),
        ((LayerSpec(units=30), LayerSpec("dropout", dropout=0.2)), 1, LayerSpec(units=30)),
        ((LayerSpec("average_pool"),), 0, LayerSpec()),
        ((LayerSpec("gru", 9),), 0, LayerSpec("gru", 9)),
    ],
)
def test_an_added_layer_goes_on_with_what_learns(qtbot, panel, studio, layers, row, added):
    studio.edits.edit(studio.spec.replace(algorithms="bp", layers=layers), "Test")
    choose_layer(qtbot, panel, row)
    press(qtbot, panel, "layer_add_button")
    assert studio.spec.layers == (*layers, added)
    assert studio.problems == []


def test_a_layer_can_be_added_where_others_do_not_fit(qtbot, panel, studio):
    pooled = LayerSpec("conv", 8, pooling="max")
    layers = (LayerSpec("flatten"), pooled, LayerSpec("max_pool"))
    studio.edits.edit(studio.spec.replace(algorithms="bp", layers=layers), "Test")
    assert studio.problems
    choose_layer(qtbot, panel, 1)
    press(qtbot, panel, "layer_add_button")
    assert studio.spec.layers == (layers[0], pooled, pooled, layers[2])


def test_layers_of_all_kinds_are_duplicated_moved_and_removed(qtbot, panel, studio):
    press_preset(panel, "cnn-small")
    was = kinds(studio)
    choose_layer(qtbot, panel, 2)
    rows = panel.findChild(QListWidget, "layer_list")
    qtbot.keyClick(rows, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert kinds(studio) == [*was[:3], "max_pool", *was[3:]]
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert kinds(studio)[3:5] == ["conv", "max_pool"]
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert kinds(studio) == was
    for _ in range(3):
        studio.edits.undo_stack.undo()
    assert studio.spec == presets()["cnn-small"]


def press_preset(panel, name):
    menu = panel.findChild(QToolButton, "presets_button").menu()
    next(action for action in menu.actions() if action.text() == name).trigger()


# --- the table ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("numpy-cnn", ["1,620", "0", "0", "200,000", "1,000"]),
        (
            "cnn-small",
            ["160", "64", "0", "4,640", "128", "0", "0", "0", "156,900", "0", "1,010"],
        ),
    ],
)
def test_the_table_of_a_preset(qtbot, panel, studio, name, parameters):
    press_preset(panel, name)
    table = open_summary(qtbot, panel)
    assert [row[2] for row in cells(table)] == parameters
    assert [table.horizontalHeaderItem(i).text() for i in range(4)] == [
        "Layer", "Output", "FF", "BP",
    ]  # fmt: skip
    assert table.isColumnHidden(2)
    sums = panel.findChild(QLabel, "layer_table_sums").text()
    whole = sum(int(n.replace(",", "")) for n in parameters)
    assert f"Backprop: {whole:,} parameters" in sums
    # Of batch normalisation, means and variances only count along.
    assert ("96 of them not trainable" in sums) == (name == "cnn-small")


def test_the_table_of_both_nets_and_of_one(qtbot, panel, studio):
    table = open_summary(qtbot, panel)
    pixels = studio.data.num_inputs
    first = f"{(pixels + 1) * 16:,}"
    assert cells(table) == [
        ["1 dense 16 · ReLU", "16", first, first],
        ["2 dense 16 · ReLU", "16", "272", "272"],
        ["output 10 · softmax", "10", "–", "170"],
    ]
    box = panel.findChild(QComboBox, "run_algorithms")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert studio.spec.algorithms == "ff"
    assert cells(table) == [
        ["1 dense 16 · ReLU", "16", first],
        ["2 dense 16 · ReLU", "16", "272"],
    ]


def test_a_folded_table_still_tells_the_sum(qtbot, panel, studio):
    press_preset(panel, "numpy-cnn")
    note = panel.findChild(QLabel, "summary_section_note")
    assert note.isVisible()
    assert note.text() == "BP 202,620 parameters"
    table = open_summary(qtbot, panel)
    assert table.isVisible()
    assert not note.isVisible()


def test_the_table_is_copied_by_key_and_menu(qtbot, panel, studio):
    press_preset(panel, "numpy-cnn")
    table = open_summary(qtbot, panel)
    clipboard = QGuiApplication.clipboard()
    for copy in ("key", "menu"):
        clipboard.setText("something else")
        if copy == "key":
            panel.activateWindow()
            qtbot.mouseClick(table.viewport(), LEFT)
            qtbot.waitUntil(table.hasFocus)
            qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        else:
            (action,) = table.actions()
            assert table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
            action.trigger()
        lines = clipboard.text().splitlines()
        assert lines[0].split() == ["layer", "output", "BP", "parameters"]
        assert lines[4].split() == ["4", "dense", "100", "·", "ReLU", "100", "200,000"]
        assert lines[-1] == "Backprop: 202,620 parameters"


def test_the_tab_key_leaves_the_table(qtbot, panel, studio):
    table = open_summary(qtbot, panel)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_every_preset_has_a_table(qtbot, panel, studio):
    table = None
    for name, made in presets().items():
        spec = made.replace(data=studio.spec.data)
        studio.edits.edit(spec, "Test")
        assert spec_problems(spec, image_shape=studio.data.image_shape) == []
        table = table or open_summary(qtbot, panel)
        rows = cells(table)
        # Both say how large the nets are.
        totals = panel.findChild(QLabel, "builder_totals").text()
        for line in panel.findChild(QLabel, "layer_table_sums").text().splitlines():
            assert line.split(": ")[1].split(" parameters")[0] in totals, name
        assert len(rows) >= len(spec.layers), name


def test_a_shortcut_is_typed_and_drawn_beside_the_layers(qtbot, panel, studio):
    strip = panel.findChild(QWidget, "shortcut_strip")
    rows = panel.findChild(QListWidget, "layer_list")
    wide = rows.viewport().width()
    assert not strip.isVisible()
    choose_layer(qtbot, panel, 1)
    edit = panel.findChild(QLineEdit, "layer_skip")

    def type_in(text):
        edit.setFocus()
        edit.selectAll()
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, Qt.Key.Key_Tab)

    type_in("1")
    assert studio.problems == [] and studio.spec.layers[1].skip == 1
    assert strip.isVisible() and strip.blocks == [(1, 1)]
    assert "shortcut over 1" in rows.item(1).text()
    assert "What layer 2 sees is added" in rows.item(1).toolTip()
    # The line has room of its own, from the row's upper to its lower edge.
    row = rows.visualItemRect(rows.item(1)).translated(rows.viewport().pos())
    assert rows.viewport().width() < wide and strip.x() >= rows.viewport().geometry().right()
    picture = strip.grab().toImage()
    ratio = picture.devicePixelRatio()
    end, ground = row.bottom() - strip.y() - 6, picture.pixelColor(0, picture.height() - 1)
    assert picture.pixelColor(int(2 * ratio), int(end * ratio)) != ground
    type_in("2")
    (problem,) = studio.problems
    assert problem.path == ("layers", 1, "skip")
    assert (
        "reaches below layer 1 (layers below this one: 1)"
        in panel.findChild(QLabel, "layer_skip_reason").text()
    )
    assert strip.blocks == []
    press(qtbot, panel, "layer_skip_fix")
    assert studio.problems == [] and strip.blocks == [(1, 1)]
    type_in("0")
    assert not strip.isVisible() and rows.viewport().width() == wide


def test_lines_of_shortcuts_that_have_a_layer_in_common_do_not_meet():
    assert place_side_by_side([(1, 2), (3, 4), (2, 3), (1, 5)]) == [0, 0, 1, 2]
