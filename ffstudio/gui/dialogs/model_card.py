"""The card of a stranger's model: what is in the file, and how it wants its images."""

from __future__ import annotations

import html

from PySide6.QtCore import QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.describe.cards import (
    NUMPY_CNN,
    OPENS,
    OTHER,
    OURS,
    PARTLY,
    REFUSED,
    WEIGHTS,
    WHOLE,
    Card,
    LayerRow,
    say_value,
    shape_text,
)
from ffstudio.core.describe.preprocessing import Trial
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.run.status import RunStatus
from ffstudio.core.words import say_all, tr
from ffstudio.gui.dialogs.by_hand_form import ByHandForm
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.first_size import open_at
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.engine_protocol import OpenedModel
from ffstudio.jobs.studio import Studio

_LAYER_HEADS = say_all(("Layer", "Kind", "Output", "Parameters", "Activation", "Settings"))
_NUMBERS = say_all(("Parameters", "Score"))
_STATUSES = say_all({OPENS: "Opens.", PARTLY: "Opens partly.", REFUSED: "Refused."})
_KINDS = say_all(
    {
        WHOLE: "whole model",
        WEIGHTS: "weights only",
        OURS: "ffstudio model",
        NUMPY_CNN: "NumPy CNN model",
        OTHER: "no model",
    }
)
_TRAINED_WITH = say_all(
    {
        "optimizer": "optimizer",
        "learning_rate": "learning rate",
        "loss": "loss",
        "from_logits": "from logits",
        "metrics": "metrics",
        "experiment": "experiment",
        "epochs": "epochs",
    }
)
_SHOWN_TRIALS, _SHOWN_WITH_SIDE = 5, 3
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ModelCardDialog(QDialog):
    """Stays beside the window; follows the model that is open.

    Args:
        refused: The card of a file that was refused, to be shown instead.

    Attributes:
        help_page: What F1 opens.
    """

    help_page = "65-other-models"

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        refused: Card | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("model_card_dialog")
        self.setWindowTitle(tr("Model Card"))
        self._studio, self._themes, self._refused = studio, themes, refused
        self._trials: tuple[Trial, ...] = ()
        self._filling = False
        self._build()
        if refused is None:
            studio.strangers.changed.connect(self._show)
            studio.spec_changed.connect(self._show_chosen)
            studio.status_changed.connect(self._show_status)
        themes.changed.connect(self._show)
        self._show()
        open_at(self, 760, 640 if refused is None else 420)

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._head = self._words("model_card_head")
        self._why = self._words("model_card_refused")
        self._answers_label = QLabel(tr("Several networks fit these weights. Shown is"), self)
        self._answers = Combo(self)
        self._answers.setObjectName("model_card_answers")
        self._answers.setAccessibleName(tr("Network"))
        self._answers.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._answers.setMinimumContentsLength(30)
        self._answers.activated.connect(self._choose_answer)
        self._answers_label.setBuddy(self._answers)
        self._roles_label = QLabel(tr("What it is for"), self)
        self._roles = Combo(self)
        self._roles.setObjectName("model_card_roles")
        self._roles.setAccessibleName(tr("What it is for"))
        self._roles.activated.connect(self._choose_role)
        self._roles_label.setBuddy(self._roles)
        self._layers = self._table("model_card_layers", tr("Layers"), _LAYER_HEADS)
        self._ways_title = self._words("model_card_images_title")
        self._ways = self._table(
            "model_card_images", tr("Preprocessing"), (tr("Score"), tr("Images as"))
        )
        self._ways.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._ways.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._ways.setToolTip(
            tr(
                "Every way that was tried, the best first. Choose another one to hand images over so."
            )
        )
        self._ways.itemSelectionChanged.connect(self._choose_way)
        self._ways.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._by_hand = ByHandForm(self)
        self._by_hand.way_chosen.connect(self._studio.strangers.choose_preprocessing)
        self._by_hand.classes_named.connect(self._studio.strangers.name_classes)
        self._by_hand.side_typed.connect(self._choose_side)
        self._notes = self._words("model_card_notes")
        self._try_all = QPushButton(tr("Try Everything"), self)
        self._try_all.setObjectName("model_card_try_all")
        self._try_all.setToolTip(
            tr(
                "Tries what was left out, however long that takes. It shows how far it is and can be "
                "cancelled."
            )
        )
        self._try_all.setAutoDefault(False)
        self._try_all.clicked.connect(self._studio.strangers.try_all)
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(tr("Copy as Text"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("model_card_copy")
        copy.clicked.connect(self._copy)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("model_card_close")
        close.setDefault(True)
        close.setFocus()
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        above: tuple[QWidget, ...] = (
            self._head,
            self._why,
            self._answers_label,
            self._answers,
            self._roles_label,
            self._roles,
        )
        below: tuple[QWidget, ...] = (
            self._ways_title,
            self._ways,
            self._by_hand,
            self._notes,
            self._try_all,
            buttons,
        )
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self._layers, 1)
        for widget in below:
            column.addWidget(widget)
        column.setAlignment(self._try_all, Qt.AlignmentFlag.AlignLeft)

    def _words(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _table(self, name: str, spoken: str, heads: tuple[str, ...]) -> QTableWidget:
        table = QTableWidget(0, len(heads), self)
        table.setObjectName(name)
        table.setAccessibleName(spoken)
        table.setHorizontalHeaderLabels(list(heads))
        table.verticalHeader().setVisible(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setAlternatingRowColors(False)
        table.setWordWrap(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for i, text in enumerate(heads):
            item = table.horizontalHeaderItem(i)
            if text in _NUMBERS and item is not None:
                item.setTextAlignment(_RIGHT)
        return table

    # --- showing ------------------------------------------------------------------------

    @property
    def card(self) -> Card | None:
        """What is shown."""
        if self._refused is not None:
            return self._refused
        current = self._studio.strangers.current
        return None if current is None else current.card

    @Slot()
    @Slot(object)
    def _show(self, *_: object) -> None:
        card = self.card
        if card is None:
            self.close()
            return
        self._filling = True
        theme = self._themes.theme
        self._head.setText(head_text(card, theme.muted))
        refused = card.status == REFUSED
        self._why.setVisible(bool(card.refused))
        lines = "<br>".join(html.escape(x) for x in (*card.refused, card.advice) if x)
        color = theme.danger if refused else theme.warning
        self._why.setText(
            f"<span style='color:{color}'><b>{_STATUSES.get(card.status, card.status)}</b></span> {lines}"
        )
        self._fill_layers(card.layers)
        self._layers.setVisible(bool(card.layers))
        current = self._studio.strangers.current if self._refused is None else None
        self._fill_answers(current)
        self._fill_roles(current)
        self._fill_ways(current)
        self._notes.setText(_notes(card, current, theme.muted))
        self._notes.setVisible(bool(self._notes.text()))
        self._try_all.setVisible(current is not None and bool(current.left_out))
        self._filling = False
        self._show_chosen(self._studio.spec)

    def _fill_layers(self, rows: tuple[LayerRow, ...]) -> None:
        table = self._layers
        table.setRowCount(len(rows))
        for i, row in enumerate(rows):
            count = "" if row.parameters is None else write_number(row.parameters, ",")
            output = shape_text(row.output) if row.output else ""
            kind = tr("{kind} — refused", kind=row.kind) if row.refused else row.kind
            cells = (row.name, kind, output, count, row.activation, row.settings)
            for j, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if j == 3:
                    item.setTextAlignment(_RIGHT)
                table.setItem(i, j, item)
        table.resizeRowsToContents()

    def _fill_answers(self, current: OpenedModel | None) -> None:
        answers = current.answers if current is not None else ()
        self._answers_label.setVisible(len(answers) > 1)
        self._answers.setVisible(len(answers) > 1)
        self._answers.clear()
        if current is not None and len(answers) > 1:
            for text in answers:
                self._answers.addItem(text)
                self._answers.setItemData(
                    self._answers.count() - 1, text, Qt.ItemDataRole.ToolTipRole
                )
            self._answers.setCurrentIndex(current.answer)

    def _fill_roles(self, current: OpenedModel | None) -> None:
        """Where the file does not say what the net is for, both are there to choose from."""
        roles = current.card.roles if current is not None else ()
        self._roles_label.setVisible(len(roles) > 1)
        self._roles.setVisible(len(roles) > 1)
        self._roles.clear()
        for role in roles:
            self._roles.addItem(tr(role), role)
        if current is not None and len(roles) > 1:
            self._roles.setCurrentIndex(roles.index(current.card.role))

    def _fill_ways(self, current: OpenedModel | None) -> None:
        self._trials = current.trials if current is not None else ()
        table = self._ways
        self._ways_title.setVisible(bool(self._trials))
        table.setVisible(bool(self._trials))
        if current is None or not self._trials:
            table.setRowCount(0)
            return
        what = (
            tr("variance given back")
            if current.card.role == "autoencoder"
            else tr("images recognised")
        )
        self._ways_title.setText(
            tr(
                "<b>How it wants its images</b>: tried on {escape}; the score is the share of "
                "{what}. What is clearly worse than others was tried on few images.",
                escape=html.escape(current.tried_on),
                what=what,
            )
        )
        if not any(trial.count for trial in self._trials):
            self._ways_title.setText(
                tr("<b>How it wants its images</b>: nothing here can tell; choose what fits.")
            )
        table.setRowCount(len(self._trials))
        for i, trial in enumerate(self._trials):
            score = QTableWidgetItem(_score_text(trial))
            score.setTextAlignment(_RIGHT)
            table.setItem(i, 0, score)
            table.setItem(i, 1, QTableWidgetItem(trial.preprocessing.text()))
        table.resizeRowsToContents()
        # The side of the images has a line of its own, for which there is room then.
        most = _SHOWN_WITH_SIDE if current.side else _SHOWN_TRIALS
        shown = min(most, len(self._trials))
        rows = sum(table.rowHeight(i) for i in range(shown))
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows + 4)

    @Slot(object)
    def _show_chosen(self, spec: ExperimentSpec) -> None:
        """Marks the preprocessing in use."""
        if self._filling:
            return
        self._show_by_hand(spec)
        if not self._trials or spec.network is None:
            return
        ways = [trial.preprocessing for trial in self._trials]
        if spec.network.preprocessing not in ways:  # it was set by hand
            self._filling = True
            self._ways.clearSelection()
            self._filling = False
            return
        row = ways.index(spec.network.preprocessing)
        self._filling = True
        index = self._ways.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self._ways.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._filling = False

    def _show_by_hand(self, spec: ExperimentSpec) -> None:
        current = self._studio.strangers.current if self._refused is None else None
        network = spec.network
        is_current = current is not None and network is not None
        self._by_hand.show_way(network.preprocessing if is_current and network else None)
        self._by_hand.show_side(current.side if is_current and current else 0)
        is_told = is_current and current is not None and current.card.role == "classifier"
        self._by_hand.show_classes(current.snapshot.class_names if is_told and current else ())

    @Slot(RunStatus)
    def _show_status(self, status: RunStatus) -> None:
        self._by_hand.setEnabled(not status.is_active)
        self._answers.setEnabled(not status.is_active)
        self._roles.setEnabled(not status.is_active)
        self._ways.setEnabled(not status.is_active)
        self._try_all.setEnabled(not status.is_active)

    # --- choosing -----------------------------------------------------------------------

    @Slot()
    def _choose_way(self) -> None:
        if self._filling:
            return
        rows = {index.row() for index in self._ways.selectedIndexes()}
        if len(rows) == 1:
            self._studio.strangers.choose_preprocessing(self._trials[rows.pop()].preprocessing)

    @Slot(int)
    def _choose_answer(self, index: int) -> None:
        current = self._studio.strangers.current
        if current is not None and index != current.answer:
            self._studio.strangers.choose_answer(index)

    @Slot(int)
    def _choose_side(self, side: int) -> None:
        current = self._studio.strangers.current
        if current is not None and side != current.side:
            self._studio.strangers.choose_side(side)

    @Slot(int)
    def _choose_role(self, index: int) -> None:
        current, role = self._studio.strangers.current, str(self._roles.itemData(index))
        if current is not None and role != current.card.role:
            self._studio.strangers.choose_role(role)

    @Slot()
    def _copy(self) -> None:
        card = self.card
        if card is None:
            return
        lines = [card.text()]
        if self._trials:
            lines.append(tr("  images tried:"))
            network = self._studio.spec.network
            used = network.preprocessing if network is not None else None
            lines += [
                f"    {_score_text(t)}  {t.preprocessing.text()}"
                + (tr(" (in use)") if t.preprocessing == used else "")
                for t in self._trials
            ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._studio.message.emit(tr("Copied the model card."))


def _score_text(trial: Trial) -> str:
    """A score and how many images it is of."""
    if trial.score <= -1:
        return "–"
    return (
        tr(
            "{score} of {count}",
            score=write_percent(trial.score),
            count=write_number(trial.count, ","),
        )
        if trial.count
        else write_percent(trial.score)
    )


def head_text(card: Card, muted: str) -> str:
    """What the card says above its tables, as HTML; ``muted`` is a colour."""
    facts = [
        tr(card.role),
        _KINDS.get(card.kind, card.kind),
        f"{card.writer}{(tr(' on {backend}', backend=card.backend) if card.backend else '')}",
    ]
    size = (
        tr("{size} MB", size=write_number(card.size / 1e6, ".1f"))
        if card.size >= 1e6
        else tr("{size} kB", size=f"{card.size / 1e3:.0f}")
    )
    about = " · ".join(html.escape(x) for x in (*facts, size) if x)
    lines = [f"<span style='font-size:large'><b>{html.escape(card.file)}</b></span>"]
    lines.append(f"<span style='color:{muted}'>{about}</span>")
    if card.input_shapes and card.output_shapes:
        ends = (
            tr(" and ").join(map(shape_text, shapes))
            for shapes in (card.input_shapes, card.output_shapes)
        )
        count = (
            ""
            if card.parameters is None
            else tr(", {parameters} parameters", parameters=write_number(card.parameters, ","))
        )
        lines.append(" → ".join(ends) + count)
    training = [
        f"{_TRAINED_WITH.get(name, name.replace('_', ' '))} {say_value(value)}"
        for name, value in card.training.items()
    ]
    if training:
        lines.append(tr("Trained with ") + html.escape(", ".join(training)))
    return "<br>".join(lines)


def _notes(card: Card, current: OpenedModel | None, muted: str) -> str:
    guessed = (card.unsaid_role,) if card.unsaid_role else ()
    groups = [(tr("Migrated"), card.migrated), (tr("Assumed"), (*card.assumed, *guessed))]
    if current is not None:
        groups.append((tr("Note"), current.notes))
    lines = []
    for name, sentences in groups:
        for sentence in sentences:
            head = f"<span style='color:{muted}'>{name}:</span>"
            lines.append(f"{head} {html.escape(sentence)}")
    return "<br>".join(lines)
