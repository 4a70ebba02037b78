"""What is remembered of the export dialog: formats, size and caption."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox

from ffstudio.gui.system.settings import Settings

_NAME = "export"


class ExportChoices:
    """The dialog's controls, as they were when it was last closed.

    Args:
        formats, curves: Boxes by the name of their format.
        width: In the unit that is chosen; its least value stands for the natural width.
    """

    def __init__(
        self,
        settings: Settings,
        formats: Mapping[str, QCheckBox],
        curves: Mapping[str, QCheckBox],
        width: QDoubleSpinBox,
        unit: QComboBox,
        dpi: QSpinBox,
        caption: QCheckBox,
    ) -> None:
        self._settings, self._dpi, self._caption = settings, dpi, caption
        self._width, self._unit = width, unit
        self._boxes = {
            **{f"format_{name}": box for name, box in formats.items()},
            **{f"curves_{name}": box for name, box in curves.items()},
            "caption": caption,
        }

    def bring_back(self) -> None:
        """Sets the controls; what is not known, or cannot be, stays as it is."""
        kept = self._settings.choices(_NAME)
        for name, box in self._boxes.items():
            if isinstance(is_on := kept.get(name), bool):
                box.setChecked(is_on)
        unit = self._unit.findText(str(kept.get("unit", "")))
        if unit >= 0:
            self._unit.setCurrentIndex(unit)
            factor = float(self._unit.currentData())
            self._width.setRange(self._width.minimum(), round(60.0 * factor, 1))
        if isinstance(width := kept.get("width"), int | float):
            self._width.setValue(float(width))
        if isinstance(dpi := kept.get("dpi"), int):
            self._dpi.setValue(dpi)

    def remember(self) -> None:
        """Keeps how they are set."""
        kept: dict[str, object] = {name: box.isChecked() for name, box in self._boxes.items()}
        kept |= {
            "unit": self._unit.currentText(),
            "width": self._width.value(),
            "dpi": self._dpi.value(),
        }
        self._settings.set_choices(_NAME, kept)
