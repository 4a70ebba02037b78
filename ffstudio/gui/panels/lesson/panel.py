"""The steps of the lesson that is open: text, checks, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.lessons.lesson import Lesson
from ffstudio.core.lessons.shipped import SHIPPED
from ffstudio.core.words import tr
from ffstudio.gui.panels.lesson.check_rows import CheckRows
from ffstudio.gui.panels.lesson.marks import StepBar
from ffstudio.gui.panels.lesson.text_view import LessonText
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.style.headline import Headline
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio

LEAST_WIDTH = 260


class LessonPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("lesson_panel")
        self.setAccessibleName(tr("Lesson"))
        self._lessons = studio.lessons
        self._step_title = Headline(parent=self)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._make_empty())
        self._pages.addWidget(self._make_page())
        self._lessons.opened.connect(self._show_step)
        self._lessons.left.connect(self._show_step)
        self._lessons.step_changed.connect(self._show_step)
        self._lessons.looked.connect(self._show_standings)
        self._show_step()

    # --- building -------------------------------------------------------------------

    def _make_empty(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(8)
        text = QLabel(
            tr(
                "No lesson is open. A lesson is a few steps that you do yourself; each ticks itself "
                "off when it is done. These come along:"
            ),
            page,
        )
        text.setObjectName("lesson_empty_label")
        text.setWordWrap(True)
        column.addWidget(text)
        for name, title in SHIPPED.items():
            button = self._button(
                page, f"lesson_{name}_button", title, tr("Open Lesson: {title}", title=title)
            )
            button.clicked.connect(
                lambda checked=False, name=name: self.links.lesson_wanted.emit(name)
            )
            column.addWidget(button)
        column.addStretch(1)
        return page

    def first_control(self) -> QWidget | None:
        """What is to be answered, else the way on; without a lesson, Tab's first."""
        if not self._next.isVisibleTo(self):
            return None
        fields = [*self._checks.findChildren(QRadioButton), *self._checks.findChildren(QLineEdit)]
        return next((one for one in fields if one.isVisible() and one.isEnabled()), self._next)

    def _make_page(self) -> QWidget:
        page = QWidget(self)
        self._lesson_title = QLabel(page)
        self._lesson_title.setObjectName("lesson_title")
        self._lesson_title.setTextFormat(Qt.TextFormat.PlainText)
        self._lesson_title.setWordWrap(True)
        self._lesson_title.setProperty("muted", True)
        self._bar = StepBar(self._themes, page)
        self._where = QLabel(page)
        self._where.setObjectName("lesson_where")
        self._where.setProperty("muted", True)
        self._step_title.setObjectName("lesson_step_title")
        self._step_title.setTextFormat(Qt.TextFormat.PlainText)
        self._step_title.setWordWrap(True)
        content = QWidget(page)
        self._text = LessonText(content)
        self._checks = CheckRows(self._lessons.answer, self._themes, content)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 4, 0)
        inside.setSpacing(8)
        inside.addWidget(self._step_title)
        inside.addWidget(self._text)
        inside.addWidget(self._checks)
        inside.addStretch(1)
        self._scroll = QScrollArea(page)
        self._scroll.setObjectName("lesson_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(7)
        for widget in (self._lesson_title, self._bar, self._where):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._make_ways())
        return page

    def _make_ways(self) -> QVBoxLayout:
        """Back and on; below, anew and out."""
        self._back = self._button(self, "lesson_back_button", tr("Back"), tr("Previous step"))
        self._back.clicked.connect(lambda: self._lessons.go_to(self._lessons.index - 1))
        self._next = self._button(self, "lesson_next_button", tr("Next"), tr("Next step"))
        self._next.clicked.connect(self._go_on)
        restart = self._button(
            self, "lesson_restart_button", tr("Restart"), tr("Begin this lesson anew."), flat=True
        )
        restart.clicked.connect(self.links.lesson_restarted)
        leave = self._button(
            self,
            "lesson_leave_button",
            tr("Leave Lesson"),
            tr("Your own panels and experiment come back; the lesson is kept where it is."),
            flat=True,
        )
        leave.clicked.connect(self.links.lesson_left)
        on = QHBoxLayout()
        on.addWidget(self._back, 1)
        on.addWidget(self._next, 2)
        out = QHBoxLayout()
        out.addWidget(restart)
        out.addStretch(1)
        out.addWidget(leave)
        ways = QVBoxLayout()
        ways.setSpacing(4)
        ways.addLayout(on)
        ways.addLayout(out)
        return ways

    @staticmethod
    def _button(
        parent: QWidget, name: str, text: str, tip: str, *, flat: bool = False
    ) -> QPushButton:
        button = QPushButton(text, parent)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        button.setProperty("flat", flat)
        return button

    # --- showing --------------------------------------------------------------------

    @Slot()
    def _show_step(self) -> None:
        """The step one is at, the page after the last, or that no lesson is open."""
        lesson, step = self._lessons.lesson, self._lessons.step
        self._pages.setCurrentIndex(0 if lesson is None else 1)
        if lesson is None:
            return
        self._lesson_title.setText(lesson.title)
        if step is not None:
            self._step_title.setText(step.title)
            self._text.show_text(step.text)
        else:
            self._show_end(lesson)
        checks = step.checks if step is not None else ()
        self._checks.show_checks(checks)
        self._checks.setVisible(bool(checks))
        self._scroll.verticalScrollBar().setValue(0)
        self._back.setEnabled(self._lessons.index > 0)
        self._show_standings()

    def _show_end(self, lesson: Lesson) -> None:
        missing = [i for i in range(len(lesson.steps)) if i not in self._lessons.done]
        self._step_title.setText(tr("Not all done yet") if missing else tr("Lesson done"))
        if missing:
            listed = "\n".join(
                tr("- **Step {i}:** {plain}", i=i + 1, plain=_plain(lesson.steps[i].title))
                for i in missing
            )
            text = tr(
                "Still to do:\n\n{listed}\n\nGo *Back* to them, or leave the lesson.", listed=listed
            )
        else:
            text = tr(
                "Every step is done. *Leave Lesson* brings back your own panels and experiment; "
                "*Restart* begins anew."
            )
        self._text.show_text(text)

    @Slot()
    def _show_standings(self) -> None:
        lesson, step, done = self._lessons.lesson, self._lessons.step, self._lessons.done
        if lesson is None:
            return
        index, count = self._lessons.index, len(lesson.steps)
        self._checks.show_standings(self._lessons.standings)
        self._bar.show_steps(count, index, done)
        at = (
            tr("Step {index} of {count}", index=index + 1, count=count)
            if step is not None
            else tr("The end")
        )
        state = tr(" · done") if index in done else ""
        self._where.setText(
            f"{at}{state}"
            if step is not None
            else tr("{done} of {count} done", done=len(done), count=count)
        )
        is_done = step is None or index in done or not step.checks
        self._next.setText(
            tr("Leave Lesson") if step is None else tr("Next") if is_done else tr("Skip")
        )
        self._next.setAccessibleName(self._next.text())
        self._next.setToolTip(
            tr("The step is done: go on.")
            if is_done
            else tr("Goes on although the step is not done; it stays unticked.")
        )
        if bool(self._next.property("primary")) != is_done:
            self._next.setProperty("primary", is_done)
            self._next.style().unpolish(self._next)
            self._next.style().polish(self._next)

    @Slot()
    def _go_on(self) -> None:
        if self._lessons.step is None:
            self.links.lesson_left.emit()
        else:
            by_key = self._next.hasFocus()
            self._lessons.go_on()
            if by_key and self._lessons.step is not None and self._next.isVisible():
                # Space pressed on would skip what is to be done there; it trains.
                field = self.first_control()
                (self if field is self._next or field is None else field).setFocus(
                    Qt.FocusReason.OtherFocusReason
                )


def _plain(text: str) -> str:
    """Text as Markdown that shows it as it is."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~" else c for c in text)
