"""Strangers' models: what is told when one is opened, and its card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from ffstudio.core.describe.preprocessing import CHANCE
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.engine_protocol import OpenedModel
from ffstudio.jobs.studio import Studio

if TYPE_CHECKING:
    from ffstudio.core.describe.cards import Card
    from ffstudio.gui.dialogs.model_card import ModelCardDialog

# What takes no drawing but makes pictures: its panel comes up by itself.
_MAKES_PICTURES = ("generator", "decoder")


class Cards(QObject):
    """Follows what the studio opens.

    Args:
        bring_up: Shows the panel of that name.
        serve_help: Has F1 open a page of the help in a dialog.
    """

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        settings: Settings,
        messages: Messages,
        bring_up: Callable[[str], None],
        serve_help: Callable[[QDialog, str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio, self._themes, self._settings = studio, themes, settings
        self._messages, self._bring_up, self._window = messages, bring_up, window
        self._serve_help = serve_help
        self._dialog: ModelCardDialog | None = None
        self._refused: Card | None = None  # that it is of; else of what is shown
        studio.net_exported.connect(self._tell_exported)
        studio.card_refused.connect(self._show)
        studio.opening.replaced.connect(self._tell_replaced)
        studio.strangers.opened.connect(self._tell_opened)
        studio.strangers.incomplete_changed.connect(self._weights_wait)

    @Slot()
    def show_current(self) -> None:
        """Shows what is in the stranger's model that is open."""
        self._show(None)

    @Slot(object)
    def _show(self, refused: Card | None) -> ModelCardDialog:
        from ffstudio.gui.dialogs.model_card import ModelCardDialog

        self.close()
        self._refused = refused
        self._dialog = ModelCardDialog(self._studio, self._themes, refused, self._window)
        self._serve_help(self._dialog, self._dialog.help_page)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def close(self) -> None:
        """Takes the card away."""
        if self._dialog is not None:
            self._dialog.close()

    def speak_anew(self) -> None:
        """Another language is spoken: a card that is open is made anew at its place."""
        old = self._dialog
        if old is not None and old.isVisible():
            place = old.geometry()
            self._show(self._refused).setGeometry(place)

    # --- what is told ---------------------------------------------------------------

    @Slot(str, str)
    def _tell_exported(self, path: str, text: str) -> None:
        self._messages.say(tr("Saved {path}", path=path))
        self._messages.notify(
            tr("Saved {Path_name}", Path_name=Path(path).name), text.split(". ", 1)[-1]
        )

    @Slot(object, object)
    def _tell_replaced(self, before: Path, after: Path) -> None:
        """The opening of one file was called off by that of another."""
        self._messages.notify(
            tr("{before_name} was not opened", before_name=before.name),
            tr(
                "It was still being opened when {after_name} was asked for, which is opened "
                "instead.",
                after_name=after.name,
            ),
            action=(tr("Open It Again"), lambda: self._studio.files.open(before)),
            lasts_ms=12000,
        )

    @Slot(object)
    def _tell_opened(self, opened: OpenedModel) -> None:
        """Says in a few words what was opened and how it is used."""
        if opened.card.role in _MAKES_PICTURES:
            self._bring_up("generate")
        card, trials = opened.card, opened.trials
        role = tr(card.role)
        role = f"{role[:1].upper()}{role[1:]}"
        written = tr("{role}, written by {writer}", role=role, writer=card.writer)
        words = [written if card.writer else role]
        if trials and not trials[0].count and card.role == "classifier":
            words.append(tr("Images as {text}", text=trials[0].preprocessing.text()))
            words += [note.rstrip(".") for note in opened.notes[:1]]
        elif trials and card.role == "classifier":
            best = trials[0]
            words.append(
                tr(
                    "Images as {text}: {score} of {count} {tried_on} images recognised",
                    text=best.preprocessing.text(),
                    score=write_percent(best.score),
                    count=write_number(best.count, ","),
                    tried_on=opened.tried_on,
                )
            )
            if best.score < CHANCE:
                words.append(tr("It may have learnt something else, or nothing yet"))
        elif trials:
            words.append(tr("Images as {text}", text=trials[0].preprocessing.text()))
        if len(opened.answers) > 1:
            why = tr("is the one you chose") if opened.was_asked_for else tr("did best")
            words.append(
                tr(
                    "{answers} networks fit its weights; this one {why}",
                    answers=len(opened.answers),
                    why=why,
                )
            )
        if opened.left_out:
            words.append(tr("Not everything was tried; the model card says what is left"))
        self._messages.notify(
            tr("Opened {file}", file=card.file),
            " ".join(end_sentence(one) for one in words),
            action=(tr("Model Card…"), self.show_current),
            lasts_ms=12000,
        )

    @Slot()
    def _weights_wait(self) -> None:
        waiting = self._studio.strangers.incomplete
        if waiting is None:
            return
        path, contents = waiting
        self._bring_up("builder")
        self._settings.add_recent_file(path)
        why = " ".join(contents.card.refused)
        words = tr(
            "What is known of its layers is in the builder: change them, then use the weights."
        )
        self._messages.notify(
            tr("{path_name}: weights at hand", path_name=path.name),
            f"{why} {words}".strip(),
            lasts_ms=15000,
        )
