"""The dialog in which a lesson is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import LessonError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.fields import Field
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.lessons.lesson import Lesson
from ffstudio.core.words import tr
from ffstudio.gui.dialogs.lesson_editor.draft import Draft
from ffstudio.gui.dialogs.lesson_editor.hidden_page import HiddenPage
from ffstudio.gui.dialogs.lesson_editor.history import DraftHistory
from ffstudio.gui.dialogs.lesson_editor.steps_page import StepsPage
from ffstudio.gui.forms.first_size import open_at
from ffstudio.gui.forms.typed_edit import TextEdit, TypedArea

_ABOUT_HEIGHT = 110


class LessonEditor(QDialog):
    """Edits a draft; says all the time what keeps it from being a lesson.

    Args:
        panels: Name → title of those that lessons can hide.
        present: The experiment in the builder.
        save: Writes the lesson; True when it is written.
    """

    def __init__(
        self,
        draft: Draft,
        panels: dict[str, str],
        present: ExperimentSpec,
        save: Callable[[Lesson], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_editor")
        self.setWindowTitle(tr("Lesson"))
        open_at(self, 860, 620)
        self.draft, self._panels, self._present, self._save = draft, panels, present, save
        self._is_filling = False
        self._history = DraftHistory(draft)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("lesson_editor_tabs")
        self._tabs.addTab(self._make_head(), tr("Lesson"))
        self._steps = StepsPage(draft.steps, panels, self)
        self._hidden = HiddenPage(draft, panels, self)
        self._steps.changed.connect(self._note_change)
        self._soon = QTimer(self)  # a branch tells of each of its settings: they are one change
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(lambda: self._note_change())
        self._hidden.changed.connect(self._soon.start)
        self._tabs.addTab(self._steps, tr("Steps"))
        self._tabs.addTab(self._hidden, tr("What Is Shown"))
        self._problem = QLabel(self)
        self._problem.setObjectName("lesson_editor_problem")
        self._problem.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._write = QPushButton(tr("Save…"), self)
        self._write.setObjectName("lesson_editor_save")
        self._write.setAccessibleName(tr("Save the lesson"))
        self._write.setProperty("primary", True)
        self._write.clicked.connect(self._save_draft)
        buttons.addButton(self._write, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._undo = self._make_step_back(buttons, "undo", QKeySequence.StandardKey.Undo)
        self._redo = self._make_step_back(buttons, "redo", QKeySequence.StandardKey.Redo)
        column = QVBoxLayout(self)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field ends the field, not the dialog
        self._judge()

    def _make_step_back(
        self, buttons: QDialogButtonBox, name: str, keys: QKeySequence.StandardKey
    ) -> QPushButton:
        """A button, with its keys, that takes the last change back or does it again."""
        texts = {"undo": tr("Undo"), "redo": tr("Redo")}
        tips = {
            "undo": tr("Take the last change back."),
            "redo": tr("Do again what was taken back."),
        }
        button = QPushButton(texts[name], self)
        button.setObjectName(f"lesson_editor_{name}")
        button.setAccessibleName(texts[name])
        keys_text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{tips[name]} ({keys_text})")
        button.clicked.connect(lambda: self._step_back(name))
        buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self._step_back(name))
        return button

    def _make_head(self) -> QWidget:
        page = QWidget(self)
        self._title = TextEdit(Field("text", tr("Title of the lesson"), ""), page)
        self._title.setObjectName("lesson_editor_title")
        self._title.setAccessibleName(tr("Title of the lesson"))
        self._title.value_edited.connect(self._take_title)
        self._about = TypedArea(page)
        self._about.setObjectName("lesson_editor_about")
        self._about.setAccessibleName(tr("What one learns"))
        self._about.setTabChangesFocus(True)
        self._about.setMaximumHeight(_ABOUT_HEIGHT)
        self._about.textChanged.connect(self._take_about)
        self._experiment = QLabel(page)
        self._experiment.setObjectName("lesson_editor_experiment")
        self._experiment.setWordWrap(True)
        self._experiment.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._take = QPushButton(tr("Take the Builder's Experiment"), page)
        self._take.setObjectName("lesson_editor_take_experiment")
        self._take.setToolTip(
            tr("The lesson begins with the experiment that the builder holds now.")
        )
        self._take.clicked.connect(self._take_present)
        form = QFormLayout(page)
        form.addRow(tr("Title"), self._title)
        form.addRow(tr("What one learns"), self._about)
        form.addRow(tr("Experiment"), self._experiment)
        row = QHBoxLayout()
        row.addWidget(self._take)
        row.addStretch(1)
        form.addRow("", row)
        space = QSizePolicy.Policy
        form.addItem(QSpacerItem(0, 0, space.Minimum, space.MinimumExpanding))
        self._show_head()
        return page

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        draft: Draft,
        panels: dict[str, str],
        present: ExperimentSpec,
        save: Callable[[Lesson], bool],
    ) -> bool:
        """True when the lesson was written."""
        dialog = cls(draft, panels, present, save, parent)
        is_written = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return is_written

    def showEvent(self, event: QShowEvent) -> None:
        """Has the lists, filled before they had a style, measure their rows anew."""
        super().showEvent(event)
        for view in self.findChildren(QAbstractItemView):
            view.ensurePolished()
            view.scheduleDelayedItemsLayout()

    # --- what is written --------------------------------------------------------------

    def _show_head(self) -> None:
        self._is_filling = True
        self._title.set_value(self.draft.title)
        self._about.set_value(self.draft.about)
        self._is_filling = False
        self._show_experiment()

    @Slot()
    def _take_title(self, *_: object) -> None:
        self.draft.title = self._title.text()
        self._note_change()

    @Slot()
    def _take_about(self) -> None:
        if not self._is_filling:
            self.draft.about = self._about.toPlainText()
            self._note_change("about")

    @Slot()
    def _take_present(self) -> None:
        self.draft.spec = self._present
        self._show_experiment()
        self._note_change()

    def _show_experiment(self) -> None:
        spec = self.draft.spec
        is_present = spec == self._present
        text = tr(
            "“{spec_name}” on {data_name}, {epochs} epochs.",
            spec_name=spec.title,
            data_name=DATASETS[spec.data.name].label,
            epochs=spec.epochs,
        )
        if is_present:
            text += tr(" It is the one in the builder.")
        self._experiment.setText(text)
        self._take.setEnabled(not is_present)

    @Slot()
    @Slot(str)
    def _note_change(self, what: str = "") -> None:
        self._history.note(what)
        self._judge()

    def _step_back(self, name: str) -> None:
        """Takes the last change back, or does it again."""
        if self._soon.isActive():
            self._soon.stop()
            self._note_change()
        if name == "undo":
            self._history.undo()
        else:
            self._history.redo()
        self._show_head()
        self._steps.show_again()
        self._hidden.show_again()
        self._judge()

    def _find_nameless(self) -> str:
        """What has no title, in the words of the fields and not in those of files."""
        if not self.draft.title.strip():
            return tr("The lesson needs a title.")
        for number, step in enumerate(self.draft.steps, start=1):
            if not step.title.strip():
                return tr("Step {number} needs a title.", number=number)
        return ""

    def _judge(self) -> None:
        """Says what keeps the draft from being a lesson."""
        problem = self._find_nameless()
        try:
            self.draft.make_lesson(tuple(self._panels))
        except LessonError as error:
            problem = problem or str(error)
        self._problem.setText(f"⚠ {problem}" if problem else "")
        self._problem.setVisible(bool(problem))
        self._write.setEnabled(not problem)
        self._write.setToolTip(problem)
        self._undo.setEnabled(self._history.can_undo)
        self._redo.setEnabled(self._history.can_redo)

    @Slot()
    def _save_draft(self) -> None:
        try:
            lesson = self.draft.make_lesson(tuple(self._panels))
        except LessonError as error:
            self._problem.setText(f"⚠ {error}")
            return
        if self._save(lesson):
            self.accept()

    # --- the end ----------------------------------------------------------------------

    def _may_drop(self) -> bool:
        if not self._history.can_undo:
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            tr("Discard the Lesson"),
            tr("What you have written is in no file. Discard it?"),
            buttons.Discard | buttons.Cancel,
            buttons.Cancel,
        )
        return answer == buttons.Discard

    def reject(self) -> None:
        """Cancel and Escape: asks when something would be lost."""
        if self._may_drop():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The close button, too."""
        if self.isVisible():
            event.ignore()
            self.reject()
