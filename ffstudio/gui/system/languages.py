"""Which language the program speaks, and where its words come from.

Translations are Qt's: ``resources/languages/ffstudio_*.ts``, compiled to ``.qm``. What Qt says
itself, on the buttons of its own dialogs, comes from Qt's files.
"""

from __future__ import annotations

import logging
import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from ffstudio.core.assets import AssetError, resource
from ffstudio.core.words import speak

log = logging.getLogger(__name__)

ENGLISH = "en"
# Each in its own words, as somebody who speaks nothing else looks for it.
NAMES = {ENGLISH: "English", "zh_CN": "简体中文", "pl": "Polski"}
SYSTEM = "system"
CONTEXT = "ffstudio"
# Decides instead of the system, for tests and for somebody who cannot read the menus.
VARIABLE = "FFSTUDIO_LANGUAGE"


def system_language() -> str:
    """The first language of the system that the program speaks; English if there is none."""
    asked = os.environ.get(VARIABLE, "")
    for name in [asked] if asked else QLocale.system().uiLanguages():
        locale = QLocale(name)
        if locale.language() is QLocale.Language.Chinese:
            # Who reads traditional characters is better served in English than by a guess.
            if locale.script() is not QLocale.Script.TraditionalHanScript:
                return "zh_CN"
        elif locale.language() is QLocale.Language.Polish:
            return "pl"
        elif locale.language() is QLocale.Language.English:
            return ENGLISH
    return ENGLISH


class Languages(QObject):
    """Speaks the chosen language from the start on.

    Args:
        choice: :data:`SYSTEM`, or one of :data:`NAMES`.

    Signals:
        changed(): Another language is spoken; what is shown has to be said anew.
    """

    changed = Signal()

    def __init__(self, choice: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice, self._spoken = choice, ENGLISH
        self._translators: list[QTranslator] = []
        self._speak()

    @property
    def choice(self) -> str:
        """What was chosen: :data:`SYSTEM`, or a language."""
        return self._choice

    @property
    def spoken(self) -> str:
        """The language that is spoken: one of :data:`NAMES`."""
        return self._spoken

    def choose(self, choice: str) -> None:
        """Speaks another language at once."""
        before, self._choice = self._spoken, choice
        self._speak()
        if self._spoken != before:
            self.changed.emit()

    def _speak(self) -> None:
        name = system_language() if self._choice == SYSTEM else self._choice
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
        ours = self._load(name) if name != ENGLISH else None
        self._spoken = name if ours is not None else ENGLISH
        document_name = self._spoken.replace("_", "-")
        speak(
            None if ours is None else lambda text: ours.translate(CONTEXT, text) or "",
            document_name,
        )
        if ours is not None:
            of_qt = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if of_qt.load(f"qtbase_{name}", folder):
                QCoreApplication.installTranslator(of_qt)
                self._translators.append(of_qt)

    def _load(self, name: str) -> QTranslator | None:
        translator = QTranslator(self)
        try:
            path = resource("languages", f"ffstudio_{name}.qm")
        except AssetError as error:
            log.warning("%s", error)
            return None
        if not translator.load(str(path)):
            log.warning("%s cannot be read; the program speaks English.", path.name)
            return None
        return translator
