"""The button that puts the builder's experiment into the queue, or says why it cannot."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QToolButton, QWidget

from ffstudio.core.words import tr
from ffstudio.jobs.studio import Studio


class QueueButton(QToolButton):
    """See the module docstring."""

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self._studio = studio
        self.setObjectName("builder_queue_button")
        self.setText(tr("Queue"))
        self.setAccessibleName(tr("Add to Queue"))
        for changed in (studio.spec_changed, studio.problems_changed, studio.data_state_changed,
                        studio.model_changed, studio.status_changed,
                        studio.engine_state_changed):  # fmt: skip
            changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self, *_: object) -> None:
        problem = self._studio.why_not_queue()
        goes_on = self._studio.spec.network is not None
        says = problem or " ".join(
            filter(
                None,
                (
                    tr(
                        "Add the experiment to the queue: it is trained after those that wait, in "
                        "a process of its own."
                    ),
                    tr("It goes on from the net shown.")
                    if goes_on
                    else self._studio.say_begins_anew(),
                ),
            )
        )
        self.setEnabled(not problem)
        self.setToolTip(says)
        self.setAccessibleDescription(says)
