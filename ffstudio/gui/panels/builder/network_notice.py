"""What the builder shows in place of layers while a net out of a file is open."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ffstudio.core.describe.cards import shape_text
from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.hand_weights import HandWeights
from ffstudio.core.experiment.loose_weights import LooseWeights
from ffstudio.core.numbers import write_number
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.forms.flow import FlowLayout


class NetworkNotice(QWidget):
    """Names the net and leads on from it.

    Signals:
        new_wanted(): Layers of one's own in its place.
        layers_wanted(): Its layers in the builder, to be changed.
        card_wanted(): All that is known of it.
    """

    new_wanted = Signal()
    layers_wanted = Signal()
    card_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_notice")
        self._text = QLabel(self)
        self._text.setObjectName("network_notice_text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._card = QPushButton(tr("Model Card…"), self)
        self._card.setObjectName("network_card_button")
        self._card.setToolTip(tr("Layers, what was migrated, and how the net wants its images."))
        self._card.clicked.connect(lambda checked=False: self.card_wanted.emit())
        new = QPushButton(tr("Build a New Net"), self)
        new.setObjectName("network_new_button")
        new.setToolTip(tr("Take layers of your own in place of this net; can be undone."))
        new.clicked.connect(lambda checked=False: self.new_wanted.emit())
        self._layers = QPushButton(tr("Edit Layers"), self)
        self._layers.setObjectName("network_layers_button")
        self._layers.setToolTip(
            tr(
                "Bring its layers into the builder, where they can be changed, and keep its weights "
                "at hand for them."
            )
        )
        self._layers.clicked.connect(lambda checked=False: self.layers_wanted.emit())
        row = FlowLayout(spacing=6)
        row.addWidget(self._card)
        row.addWidget(self._layers)
        row.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(self._text)
        column.addLayout(row)

    def show_network(self, network: Network, can_be_edited: bool) -> None:
        """Says what the net is, and offers its layers where they are at hand."""
        self._layers.setVisible(can_be_edited)
        sizes, ends = network.flow, network.architecture
        given = tr(" and ").join(shape_text(sizes.shapes[p]) for p in ends.inputs)
        made = tr(" and ").join(shape_text(sizes.shapes[p]) for p in ends.outputs)
        count = sum(layer.kind != "InputLayer" for layer in ends.layers)
        lines = [
            f"<b>{html.escape(network.source or ends.name)}</b>, {network.role}",
            tr(
                "{given} → {made}, {count} layer{value}, {parameters} parameters",
                given=given,
                made=made,
                count=count,
                value="s" * (count != 1),
                parameters=write_number(network.parameters, ","),
            ),
        ]
        if network.preprocessing is not None:
            lines.append(tr("images as {escape}", escape=html.escape(network.preprocessing.text())))
        if network.role == "classifier":
            lines.append(tr("Train goes on with it by backprop, with the settings below."))
        self._text.setText("<br>".join(lines))


class WeightsNotice(QWidget):
    """Tells that weights wait for the network in the builder, and whether they fit it.

    Signals:
        use_wanted(): The user wants them in the layers that are there.
        dropped(): They are no longer wanted.
    """

    use_wanted = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weights_notice")
        self._text = QLabel(self)
        self._text.setObjectName("weights_notice_text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._why = QLabel(self)
        self._why.setObjectName("weights_notice_why")
        self._why.setWordWrap(True)
        use = QPushButton(tr("Use the Weights"), self)
        use.setObjectName("use_weights_button")
        use.setToolTip(tr("Put the file's weights into the layers below, in their order."))
        use.clicked.connect(lambda checked=False: self.use_wanted.emit())
        drop = QPushButton(tr("Forget Them"), self)
        drop.setObjectName("forget_weights_button")
        drop.clicked.connect(lambda checked=False: self.dropped.emit())
        row = QHBoxLayout()
        row.addWidget(use)
        row.addWidget(drop)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 6)
        column.addWidget(self._text)
        column.addWidget(self._why)
        column.addLayout(row)

    def show_weights(self, name: str, layers: Sequence[LooseWeights]) -> None:
        """Names the arrays that wait."""
        lines = [
            tr(
                "<b>{escape}</b> holds weights alone. Complete the layers for:",
                escape=html.escape(name),
            )
        ]
        for layer in layers:
            shapes = ", ".join("×".join(map(str, a.shape)) for a in layer.arrays)
            if shapes:
                lines.append(f"{html.escape(layer.name)}: {shapes}")
        self._text.setText("<br>".join(lines[:14]))
        self.show_why("")

    def show_why(self, why: str) -> None:
        """Why they do not fit, or nothing."""
        self._why.setText(end_sentence(f"⚠ {why}") if why else "")
        self._why.setVisible(bool(why))


class HandWeightsNotice(QWidget):
    """Says that backprop starts from weights given by hand, and lets it start from chance.

    Signals:
        dropped(): Random ones are wanted.
    """

    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hand_weights_notice")
        self._text = QLabel(self)
        self._text.setObjectName("hand_weights_text")
        self._text.setWordWrap(True)
        drop = QPushButton(tr("Start from Random Weights"), self)
        drop.setObjectName("drop_hand_weights_button")
        drop.setToolTip(
            tr("Forget the weights given by hand; the seed decides, as in any other net.")
        )
        drop.clicked.connect(self.dropped)
        row = QHBoxLayout()
        row.addWidget(drop)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 6)
        column.addWidget(self._text)
        column.addLayout(row)

    def show_weights(self, weights: Sequence[HandWeights]) -> None:
        """Names them by their sizes."""
        sizes = ", ".join(f"{layer.num_inputs} × {layer.num_units}" for layer in weights)
        self._text.setText(
            tr(
                "The backprop net starts from weights given by hand ({sizes}), not from random "
                "ones.",
                sizes=sizes,
            )
        )
