"""Finds what is left in English where another language is spoken, and what is painted cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QModelIndex, QObject, QSize, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QListView,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from ffstudio.core.words import tr

# Names, units and words that are the same everywhere, and what Qt says inside itself.
SAME = re.compile(
    r"ffstudio|Forward-Forward|FF|BP|MNIST|Fashion|ReLU|softmax|tanh|Adam\w*|SGD|RMSprop|Keras|NumPy"
    r"|Hinton|Markdown|PNG|SVG|PDF|CSV|JSON|Ctrl|Alt|Shift|Esc|Enter|Home|End|Del|Ins|Space|Tab|PgUp|PgDn"
    r"|AUC|px|[kMG]B|DPI|dpi|TensorFlow|[GS]?ELU|Leaky|SiLU|swish|Sigmoid|LSTM|GRU|Adagrad|English|Polski"
    r"|Okabe|Ito|Paul|Tol|Viridis|Cividis|Magma|Inferno|Studio|EMNIST|LaTeX|HTML|TensorBoard|Python"
    r"|LGPL|MIT|BSD|Apache|Clause|Qt for Python|Qt|PySide6|pyqtgraph|numpy|keras|tensorflow|h5py|Essentials|ONNX|PSF"
)
# Words of ours that another language writes the same.
ALIKE = {"zh_CN": set(), "pl": {"Test", "Bias", "Start", "Panel", "Model", "Folder"}}
TAGS = re.compile(r"<[^>]*>")
OURS = re.compile(r"[A-Za-z]{3}")
_SAYS = (
    "toolTip",
    "statusTip",
    "accessibleName",
    "text",
    "title",
    "placeholderText",
    "windowTitle",
)
# Of views' cells that say more under the pointer than there is room for.
_TIP = Qt.ItemDataRole.ToolTipRole


def words_of(root: QObject) -> Iterator[tuple[str, str]]:
    """(object's name, text) of whatever ``root`` says anywhere, tips and names included."""
    for one in [root, *root.findChildren(QObject)]:
        if one.objectName().startswith(("qt_", "Scroll")) or type(one).__name__ == "QToolButton":
            continue
        texts = [str(getattr(one, name)()) for name in _SAYS if callable(getattr(one, name, None))]
        if isinstance(one, QComboBox):
            texts += [one.itemText(i) for i in range(one.count())]
        if isinstance(one, QTabBar):
            texts += [one.tabText(i) for i in range(one.count())]
        if isinstance(one, QAbstractItemView) and not isinstance(one, QHeaderView):
            texts += list(_cells(one))
        yield from ((one.objectName() or type(one).__name__, text) for text in texts if text)


def _cells(view: QAbstractItemView, *, with_tip: bool = False) -> Iterator[str]:
    model = view.model()
    if model is not None:
        top = QModelIndex()
        columns = 1 if isinstance(view, QListView) else model.columnCount(top)
        for row in range(model.rowCount(top)):
            for column in range(columns):
                cell = model.index(row, column)
                if not with_tip or cell.data(_TIP):
                    yield str(cell.data() or "")


def in_english(words: set[tuple[str, str]], english: set[str], language: str) -> set[str]:
    """Texts that were there in English too, are words of ours, and could be said otherwise."""
    return {
        f"{name}: {text}"
        for name, text in words
        if text in english
        and OURS.search(SAME.sub("", TAGS.sub("", text)))
        and tr(text) == text
        and text not in ALIKE[language]
    }


def pages_of(root: QWidget) -> Iterator[str]:
    """Brings up each page of the tabs there are, and names it."""
    tabs = root.findChildren(QTabWidget)
    if not tabs:
        yield ""
    for tab in tabs:
        for at in range(tab.count()):
            tab.setCurrentIndex(at)
            yield tab.tabText(at)


def painted_texts(widget: QWidget) -> set[str]:
    """All texts that it paints, as they are painted."""
    buffer = QBuffer()
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(QSize(widget.width(), widget.height()))
    svg.setViewBox(widget.rect())
    widget.render(svg)
    painted = ElementTree.fromstring(bytes(buffer.data().data()))
    return {"".join(node.itertext()) for node in painted.iter() if node.tag.endswith("text")}


def painted_cut(widget: QWidget) -> list[str]:
    """Texts that are painted with "…" at the end or in the middle, and are not said like that.

    A cell of a list or table may be cut where the pointer brings up its tip.
    """
    texts = painted_texts(widget)
    views = [one for one in (widget, *widget.findChildren(QAbstractItemView))
             if isinstance(one, QAbstractItemView)]  # fmt: skip
    told = " ".join(text for view in views for text in _cells(view, with_tip=True))
    read = " ".join(one.toPlainText() for one in widget.findChildren(QTextEdit))
    said = " ".join(("…", *(text for _, text in words_of(widget)), read)).replace("&", "")
    said = said.replace("\N{NO-BREAK SPACE}", " ")
    texts = {text.replace("\N{NO-BREAK SPACE}", " ").strip() for text in texts}
    return sorted(
        text
        for text in texts
        if "…" in text and text not in said and text.removesuffix("…").strip() not in told
    )
