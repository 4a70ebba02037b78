"""Says in the builder that the nets shown were made by another experiment."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ffstudio.core.words import end_sentence, tr
from ffstudio.jobs.studio import Studio

_MOST_NAMED = 4


class NetsNotice(QFrame):
    """Follows the studio; out of sight while the builder holds the nets' own experiment."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nets_notice")
        self._studio = studio
        self._text = QLabel(self)
        self._text.setObjectName("nets_notice_text")
        self._text.setAccessibleName(tr("Nets of another experiment"))
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        take = QPushButton(tr("Take Their Experiment"), self)
        take.setObjectName("take_experiment_button")
        take.setToolTip(
            tr(
                "Bring the settings that the nets shown were made with back into the builder; can be "
                "undone."
            )
        )
        take.clicked.connect(lambda checked=False: studio.edits.take_shown())
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 7, 9, 8)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        studio.spec_changed.connect(self._follow)
        studio.snapshot_changed.connect(self._follow)
        studio.model_changed.connect(self._follow)
        studio.status_changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self, *_: object) -> None:
        studio = self._studio
        name, settings = studio.net_name, studio.other_settings
        self.setVisible(name is not None and bool(settings))
        if name is None or not settings:
            return
        if studio.train_goes_on:
            train = tr("Train goes on with the nets shown all the same")
        elif studio.status.is_active:
            train = tr("the next run makes new nets")
        else:
            train = tr("Train makes new nets")
        some = ", ".join(settings[:_MOST_NAMED])
        more = len(settings) - _MOST_NAMED
        text = tr(
            "<b>The nets shown:</b> {escape}. The builder holds another experiment; {train}.",
            escape=html.escape(name.spoken),
            train=train,
        )
        tip = tr("It differs in: {some}", some=some)
        tip = tip + tr(" and {more} more.", more=more) if more > 0 else end_sentence(tip)
        if text != self._text.text():
            self._text.setText(text)
        self._text.setToolTip(tip)
        self._text.setAccessibleDescription(f"{end_sentence(name.spoken)} {tip}")
