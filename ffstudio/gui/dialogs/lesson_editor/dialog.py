"""The dialog in which a lesson is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import LessonError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.lessons.lesson import Lesson
from ffstudio.core.words import tr
from ffstudio.gui.dialogs.lesson_editor.draft import Draft
from ffstudio.gui.dialogs.lesson_editor.hidden_page import HiddenPage
from ffstudio.gui.dialogs.lesson_editor.steps_page import StepsPage

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
        self.resize(860, 620)
        self.draft, self._panels, self._present, self._save = draft, panels, present, save
        self._has_changed = False
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("lesson_editor_tabs")
        self._tabs.addTab(self._make_head(), tr("Lesson"))
        steps = StepsPage(draft.steps, panels, self)
        hidden = HiddenPage(draft, panels, self)
        steps.changed.connect(self._note_change)
        hidden.changed.connect(self._note_change)
        self._tabs.addTab(steps, tr("Steps"))
        self._tabs.addTab(hidden, tr("What Is Shown"))
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
        column = QVBoxLayout(self)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field ends the field, not the dialog
        self._judge()

    def _make_head(self) -> QWidget:
        page = QWidget(self)
        self._title = QLineEdit(self.draft.title, page)
        self._title.setObjectName("lesson_editor_title")
        self._title.setAccessibleName(tr("Title of the lesson"))
        self._title.textEdited.connect(self._take_head)
        self._about = QPlainTextEdit(self.draft.about, page)
        self._about.setObjectName("lesson_editor_about")
        self._about.setAccessibleName(tr("What one learns"))
        self._about.setTabChangesFocus(True)
        self._about.setMaximumHeight(_ABOUT_HEIGHT)
        self._about.textChanged.connect(self._take_head)
        self._experiment = QLabel(page)
        self._experiment.setObjectName("lesson_editor_experiment")
        self._experiment.setWordWrap(True)
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
        self._show_experiment()
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

    @Slot()
    def _take_head(self) -> None:
        self.draft.title = self._title.text()
        self.draft.about = self._about.toPlainText()
        self._note_change()

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
            spec_name=spec.name,
            data_name=spec.data.name,
            epochs=spec.epochs,
        )
        if is_present:
            text += tr(" It is the one in the builder.")
        self._experiment.setText(text)
        self._take.setEnabled(not is_present)

    @Slot()
    def _note_change(self) -> None:
        self._has_changed = True
        self._judge()

    def _judge(self) -> None:
        """Says what keeps the draft from being a lesson."""
        problem = ""
        try:
            self.draft.make_lesson(tuple(self._panels))
        except LessonError as error:
            problem = str(error)
        self._problem.setText(f"⚠ {problem}" if problem else "")
        self._problem.setVisible(bool(problem))
        self._write.setEnabled(not problem)
        self._write.setToolTip(problem)

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
        if not self._has_changed:
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
