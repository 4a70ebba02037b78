"""What the builder shows in place of layers while a net out of a file is open."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ffstudio.core.cards import shape_text
from ffstudio.core.network import Network


class NetworkNotice(QWidget):
    """Names the net and leads on from it.

    Signals:
        new_wanted(): Layers of one's own in its place.
        card_wanted(): All that is known of it.
    """

    new_wanted = Signal()
    card_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_notice")
        self._text = QLabel(self)
        self._text.setObjectName("network_notice_text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._card = QPushButton("Model Card…", self)
        self._card.setObjectName("network_card_button")
        self._card.setToolTip("Layers, what was migrated, and how the net wants its images.")
        self._card.clicked.connect(lambda checked=False: self.card_wanted.emit())
        new = QPushButton("Build a New Net", self)
        new.setObjectName("network_new_button")
        new.setToolTip("Take layers of your own in place of this net; can be undone.")
        new.clicked.connect(lambda checked=False: self.new_wanted.emit())
        row = QHBoxLayout()
        row.addWidget(self._card)
        row.addWidget(new)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(self._text)
        column.addLayout(row)

    def show_network(self, network: Network) -> None:
        """Says what the net is."""
        sizes, ends = network.flow, network.architecture
        given = " and ".join(shape_text(sizes.shapes[p]) for p in ends.inputs)
        made = " and ".join(shape_text(sizes.shapes[p]) for p in ends.outputs)
        count = sum(layer.kind != "InputLayer" for layer in ends.layers)
        lines = [
            f"<b>{html.escape(network.source or ends.name)}</b>, {network.role}",
            f"{given} → {made}, {count} layer{'s' * (count != 1)}, {network.parameters:,} parameters",
        ]
        if network.preprocessing is not None:
            lines.append(f"images as {html.escape(network.preprocessing.text())}")
        if network.role == "classifier":
            lines.append("Train goes on with it by backprop, with the settings below.")
        self._text.setText("<br>".join(lines))
