"""A step's text: Markdown without HTML, pictures or anything that reaches outside."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from ffstudio.core.words import tr

_WEB = ("http", "https")


class LessonText(QTextBrowser):
    """Shows what a lesson says; links into the web open in the browser, others do nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_text")
        self.setAccessibleName(tr("Text of the step"))
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(18)
        # As high as its text: the panel scrolls text and checks together.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._follow)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing: a lesson that somebody sent shall not make the program read files."""
        return None

    def show_text(self, text: str) -> None:
        """Shows Markdown."""
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(text, features.MarkdownNoHTML | features.MarkdownDialectGitHub)
        self._loosen()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @Slot()
    def _fit(self, *_: object) -> None:
        self.setFixedHeight(math.ceil(self.document().size().height()) + 2)

    def _loosen(self) -> None:
        """Gives lines and paragraphs some air."""
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            form = block.blockFormat()
            form.setLineHeight(125.0, 1)  # per cent of the font's own
            form.setBottomMargin(7)
            cursor.setBlockFormat(form)
            block = block.next()

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        if link.scheme() in _WEB:
            QDesktopServices.openUrl(link)
