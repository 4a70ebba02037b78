"""Help: pages written in Markdown beside the program, and a sheet of all shortcuts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.assets import resource
from ffstudio.core.words import tr
from ffstudio.gui.style.theme import Theme, ThemeManager

SHORTCUTS = "Keyboard Shortcuts"
# Pixels above a heading that is scrolled to.
_ABOVE = 12

# (menu, keys, what it does) of each command that has a shortcut.
Shortcuts = Sequence[tuple[str, str, str]]


def path_of(name: str) -> Path:
    """The file of a page: in the language that is spoken if there is one, else in English."""
    folder = resource("help")
    translated = folder / tr("en") / f"{name}.md"
    return translated if translated.is_file() else folder / f"{name}.md"


def pages() -> dict[str, str]:
    """Title → Markdown, in reading order; the title is the page's first heading."""
    texts = {}
    for shipped in sorted(resource("help").glob("*.md")):
        text = path_of(shipped.stem).read_text(encoding="utf-8")
        texts[text.splitlines()[0].lstrip("# ").strip()] = text
    return texts


def title_of(name: str) -> str:
    """The title of a page by its file's name without ``.md``; empty when there is none."""
    path = path_of(name)
    if not path.is_file():
        return ""
    return path.read_text(encoding="utf-8").splitlines()[0].lstrip("# ").strip()


def shortcuts_html(theme: Theme, shortcuts: Shortcuts, wanted: str = "") -> str:
    """The shortcut sheet; only rows that hold ``wanted``."""
    rows, last = [], ""
    for menu, keys, tip in shortcuts:
        if wanted.lower() not in f"{menu} {keys} {tip}".lower():
            continue
        if menu != last:
            rows.append(f"<tr><td colspan='2'><br><b>{escape(menu)}</b></td></tr>")
            last = menu
        rows.append(
            f"<tr><td style='padding:3px 22px 3px 0; color:{theme.accent}; white-space:nowrap'>"
            f"<b>{escape(keys)}</b></td><td style='padding:3px 0'>{escape(tip)}</td></tr>"
        )
    note = tr(
        "<p>Space and the arrows are left to the control that has the focus while you type in "
        "a field or work with a list, slider or button.</p>"
    )
    return f"<h2>{tr(SHORTCUTS)}</h2>{note}<table>{''.join(rows)}</table>"


class HelpWindow(QDialog):
    """A list of pages and the page; stays open beside the studio."""

    def __init__(
        self, themes: ThemeManager, shortcuts: Shortcuts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self.setObjectName("help_window")
        self.setWindowTitle(tr("ffstudio Help"))
        self.setModal(False)
        self.resize(860, 620)
        self._themes = themes
        self._pages = pages()
        self._search = QLineEdit(self)
        self._search.setObjectName("help_search")
        self._search.setAccessibleName(tr("Search help"))
        self._search.setPlaceholderText(tr("Search help"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._find)
        self._list = QListWidget(self)
        self._list.setObjectName("help_topics")
        self._list.setAccessibleName(tr("Help topics"))
        for title in (*self._pages, tr(SHORTCUTS)):
            self._list.addItem(QListWidgetItem(title))
        self._list.currentRowChanged.connect(self._show_current)
        self._text = QTextBrowser(self)
        self._text.setObjectName("help_text")
        self._text.setAccessibleName(tr("Help page"))
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self._text.document().setDocumentMargin(18)
        side = QVBoxLayout()
        side.addWidget(self._search)
        side.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.addLayout(side)
        row.addWidget(self._text, 1)
        self._fit_font()
        themes.changed.connect(self._recolour)
        self._list.setCurrentRow(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text's size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_list"):
            self._fit_font()

    def _fit_font(self) -> None:
        """The list of topics is as wide as its longest title."""
        metrics = self.fontMetrics()
        titles = (self._list.item(row).text() for row in range(self._list.count()))
        wide = max(metrics.horizontalAdvance(title) for title in titles)
        wide += self._list.verticalScrollBar().sizeHint().width() + 24
        for widget in (self._search, self._list):
            widget.setFixedWidth(max(wide, 220))

    @property
    def title(self) -> str:
        """The page shown."""
        item = self._list.currentItem()
        return item.text() if item else ""

    def open_page(self, title: str = "") -> None:
        """Shows the window with that page, or with the one shown last."""
        for item in self._list.findItems(title, Qt.MatchFlag.MatchExactly) if title else []:
            self._search.clear()
            self._list.setCurrentItem(item)
        self.show()
        self.raise_()
        self.activateWindow()

    def take_place_of(self, other: HelpWindow) -> None:
        """Comes up where another one is, at the same page and place in it; pages of all languages
        have one order.
        """
        self._list.setCurrentRow(other._list.currentRow())
        self.setGeometry(other.geometry())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.show()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        bar, others = self._text.verticalScrollBar(), other._text.verticalScrollBar()
        bar.setValue(round(bar.maximum() * others.value() / max(others.maximum(), 1)))

    def open_page_of(self, name: str, heading: str = "") -> None:
        """Shows a page by its file's name without ``.md``, at a heading if there is such a one."""
        self.open_page(title_of(name))
        if heading:
            self._scroll_to(heading)

    def _scroll_to(self, heading: str) -> None:
        block = self._text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 1 and block.text().strip() == heading:
                place = self._text.document().documentLayout().blockBoundingRect(block)
                self._text.verticalScrollBar().setValue(int(place.top()) - _ABOVE)
                return
            block = block.next()

    @Slot(int)
    def _show_current(self, row: int) -> None:
        title = self.title
        if title == tr(SHORTCUTS):
            self._text.setHtml(
                shortcuts_html(self._themes.theme, self._shortcuts, self._search.text())
            )
        elif title in self._pages:
            self._text.setMarkdown(self._pages[title])
        else:
            self._text.setHtml(tr("<p>No page of the help holds these words.</p>"))
        if title != tr(SHORTCUTS):
            self._space_lines()

    def _space_lines(self) -> None:
        """Markdown comes as tight as it can be; a page is easier to read with some air."""
        cursor = QTextCursor(self._text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        air = QTextBlockFormat()
        air.setLineHeight(128.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(air)

    @Slot(str)
    def _find(self, wanted: str) -> None:
        wanted = wanted.strip().lower()
        first = -1
        for row in range(self._list.count()):
            item = self._list.item(row)
            title = item.text()
            if title == tr(SHORTCUTS):
                text = " ".join(" ".join(r) for r in self._shortcuts)
            else:
                text = self._pages[title]
            hit = wanted in f"{title} {text}".lower()
            item.setHidden(not hit)
            if hit and first < 0:
                first = row
        current = self._list.currentItem()
        if current is None or current.isHidden():
            self._list.setCurrentRow(first)
        else:
            self._show_current(self._list.currentRow())

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        QDesktopServices.openUrl(url)

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        place = self._text.verticalScrollBar().value()
        self._show_current(self._list.currentRow())
        self._text.verticalScrollBar().setValue(place)
