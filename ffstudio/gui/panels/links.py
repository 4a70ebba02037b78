"""What panels tell each other without knowing each other."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

PadImage = npt.NDArray[np.float32]

# The panel that looks closely at one image; a name in the table of panels.
LOOKS_CLOSELY = "draw"
# The panel that shows the weights of units.
SHOWS_WEIGHTS = "filters"


class PanelLinks(QObject):
    """One for all panels of a window, handed to each when it is made.

    Signals:
        panel_wanted(name): The panel of that name shall come to the front.
        picture_changed(picture): What the net sees of the drawing (height, width).
        digit_drawn(): Something was drawn by hand.
        drawing_scored(label): What was drawn has been scored; the label that it is taken for.
        image_chosen(index, which): An image of ``train``, ``validation`` or ``test`` shall be
            looked at closely.
        picture_offered(picture): That picture (height, width) shall be on the drawing pad.
        unit_wanted(algorithm, layer, unit): The weights of a unit (0-based) shall be shown.
        card_wanted(): The card of the model that is open is asked for.
        run_wanted(path): The run in that folder shall be opened.
        curves_wanted(): Curves of another program's files shall be asked for.
        curves_dropped(paths): Those of these files shall lie over the run's own.
        curves_need_axis(axes): What was added has places along these axes alone.
        sweep_wanted(name): A sweep over the setting of that name shall be set up; empty for none.
        queue_wanted(): The builder's experiment shall be put into the queue.
        lesson_wanted(name): A lesson that comes along shall be opened.
        lesson_left(), lesson_restarted(): The lesson shall be left, or begun anew.
        help_wanted(name): What the help says of the panel of that name is asked for.
    """

    panel_wanted = Signal(str)
    picture_changed = Signal(object)
    digit_drawn = Signal()
    drawing_scored = Signal(str)
    image_chosen = Signal(int, str)
    picture_offered = Signal(object)
    unit_wanted = Signal(str, int, int)
    card_wanted = Signal()
    run_wanted = Signal(object)
    curves_wanted = Signal()
    curves_dropped = Signal(object)
    curves_need_axis = Signal(object)
    sweep_wanted = Signal(str)
    queue_wanted = Signal()
    lesson_wanted = Signal(str)
    lesson_left = Signal()
    lesson_restarted = Signal()
    help_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture: PadImage | None = None

    @property
    def picture(self) -> PadImage | None:
        """The picture told last, for a panel that is made later; None before the first."""
        return self._picture

    def show_picture(self, picture: PadImage) -> None:
        """Tells what the net sees of the drawing: (height, width), 0–1."""
        self._picture = picture
        self.picture_changed.emit(picture)

    def find_unit(self, algorithm: str, layer: int, unit: int) -> None:
        """Brings up the panel that shows weights, then asks it for those of a unit.

        Args:
            algorithm: ``ff`` or ``bp``.
            layer: 0-based, among those that can be looked at.
            unit: 0-based.
        """
        self.panel_wanted.emit(SHOWS_WEIGHTS)
        self.unit_wanted.emit(algorithm, layer, unit)

    def choose_image(self, index: int, which: str) -> None:
        """Brings up the panel that looks closely at images, then hands it this one."""
        self.panel_wanted.emit(LOOKS_CLOSELY)
        self.image_chosen.emit(index, which)

    def put_on_pad(self, picture: PadImage) -> None:
        """Brings up the panel that looks closely at images, with a picture that was made."""
        self.panel_wanted.emit(LOOKS_CLOSELY)
        self.picture_offered.emit(picture)
