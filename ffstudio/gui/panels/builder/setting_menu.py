"""The menu of a setting: what its field offers by itself, and a sweep over it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ffstudio.core.experiment.sweep_plan import SEED
from ffstudio.core.experiment.sweep_values import can_vary
from ffstudio.core.words import tr
from ffstudio.gui.forms.grouped_form import GroupedForm
from ffstudio.gui.forms.setting_form import SettingForm
from ffstudio.jobs.studio import Studio


class SettingMenu(QObject):
    """Offers what can be done with one setting of the builder.

    Signals:
        sweep_wanted(name): A sweep over that setting, named as in experiment files; over seeds
            alone where the name is empty.
    """

    sweep_wanted = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self._studio, self._window = studio, parent

    def offer(self, form: SettingForm | GroupedForm, name: str, full_name: str, at: QPoint) -> None:
        """Shows the menu of a setting at a point of the screen.

        Args:
            name: In the form.
            full_name: As in experiment files.
        """
        editor = form.editor(name)
        if isinstance(editor, QLineEdit):
            menu = editor.createStandardContextMenu()
            menu.addSeparator()
        else:
            menu = QMenu(self._window)
        menu.setObjectName("setting_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        sweep = menu.addAction(tr("Sweep…"))
        sweep.setObjectName("sweep_setting_action")
        why = self._studio.why_not_apart()
        if not why and full_name != SEED and not can_vary(self._studio.spec, full_name):
            why = tr("A sweep cannot vary this setting.")
        sweep.setEnabled(not why)
        sweep.setToolTip(
            why
            or tr(
                "Train with several values of this setting, each with several seeds, and compare."
            )
        )
        # Seeds are tried by every sweep.
        wanted = "" if full_name == SEED else full_name
        sweep.triggered.connect(lambda: self.sweep_wanted.emit(wanted))
        menu.popup(at)
