"""The command palette: type a few letters, choose with the arrows, press Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.words import tr
from ffstudio.gui.commands.actions import Offer
from ffstudio.gui.commands.matching import fit
from ffstudio.gui.style.theme import ThemeManager

_WIDTH = 680
_MOST_ROWS = 11
# At least so many characters wide where the window is; names take this share at most.
_CHARACTERS = 92
_MOST_OF_NAMES = 0.5
# Of what is said about a command.
_LINES = 2
_TEXT, _WHERE, _KEYS = range(3)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


def best_first(query: str, offers: Sequence[Offer]) -> list[Offer]:
    """The offers that fit what was typed; of those that fit as well, what can be done first."""
    fits = [(fit(query, offer.text, (offer.path, offer.tip)), offer) for offer in offers]
    fitting = [(value, offer) for value, offer in fits if value is not None]
    if query.strip():
        fitting.sort(key=lambda pair: (-round(pair[0]), bool(pair[1].why_not), -pair[0]))
    return [offer for _, offer in fitting]


class OfferModel(QAbstractTableModel):
    """Name; menu, or why it cannot be done now; keys."""

    def __init__(self, themes: ThemeManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._offers: list[Offer] = []

    def show_offers(self, offers: list[Offer]) -> None:
        """Shows these in place of those before."""
        self.beginResetModel()
        self._offers = offers
        self.endResetModel()

    def offer(self, row: int) -> Offer | None:
        """The offer in a row; None where there is none."""
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._offers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks of a cell."""
        offer, column = self.offer(index.row()), index.column()
        if offer is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            first_key = offer.keys.split(", ")[0]  # all are in the tip; reasons need the room
            return (offer.text, offer.why_not or offer.path, first_key)[column]
        if role == Qt.ItemDataRole.ForegroundRole and (column != _TEXT or offer.why_not):
            return QColor(self._themes.theme.muted)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _KEYS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (offer.why_not or offer.tip, offer.keys)))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == _TEXT:
            why = tr("not now: {why_not}", why_not=offer.why_not) if offer.why_not else ""
            return ", ".join(filter(None, (offer.text, why, offer.path, offer.keys)))
        return None


class _RunOn(QStyledItemDelegate):
    """Where there are no keys, what stands before them has their room too."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        view, where = option.widget, index.sibling(index.row(), _WHERE)
        keys = index.sibling(index.row(), _KEYS)
        if keys.data() or not isinstance(view, QTreeView):
            super().paint(painter, option, index)
            return
        # Both cells paint the same text over both, each its own part of it.
        whole = QStyleOptionViewItem(option)
        whole.rect = view.visualRect(where).united(view.visualRect(keys))
        painter.save()
        painter.setClipRect(option.rect)
        super().paint(painter, whole, where)
        painter.restore()


class CommandPalette(QFrame):
    """Comes up at the top of its window and goes when something else is clicked."""

    def __init__(self, themes: ThemeManager, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("command_palette")
        self.setAccessibleName(tr("Command palette"))
        self._over = window
        self._offers: Sequence[Offer] = ()
        self._width = _WIDTH
        self._field = QLineEdit(self)
        self._field.setObjectName("palette_search")
        self._field.setAccessibleName(tr("Search commands"))
        self._field.setPlaceholderText(tr("Type a command, a panel, a preset or a file"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._model = OfferModel(themes, self)
        self._list = QTreeView(self)
        self._list.setObjectName("palette_list")
        self._list.setAccessibleName(tr("Commands"))
        self._list.setModel(self._model)
        self._list.setHeaderHidden(True)
        for spanned in (_WHERE, _KEYS):
            self._list.setItemDelegateForColumn(spanned, _RunOn(self._list))
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAllColumnsShowFocus(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self._list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(_WHERE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self._list.clicked.connect(self._take)
        self._list.selectionModel().currentRowChanged.connect(self._explain)
        self._about = QLabel(self)
        self._about.setObjectName("palette_about")
        self._about.setAccessibleName(tr("About this command"))
        self._about.setProperty("muted", True)
        self._about.setWordWrap(True)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(9, 9, 9, 7)
        column.setSpacing(7)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._about)

    def open(self, offers: Sequence[Offer]) -> None:
        """Comes up with these, ready to be typed into."""
        self._offers = offers
        self._list.ensurePolished()  # rows are measured once, and have to be dressed by then
        self._field.clear()
        self._search("")
        self._place()
        self._explain(self._list.currentIndex(), QModelIndex())
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        """In the middle of the window's top, below its bars of buttons."""
        window = self._over
        letters = self.fontMetrics().averageCharWidth() * _CHARACTERS
        width = min(max(_WIDTH, letters), window.width() - 40)
        self._width = width
        self._share_columns()
        row = max(self._list.sizeHintForRow(0), self.fontMetrics().height() + 6)
        self._list.setFixedHeight(row * _MOST_ROWS + 2 * self._list.frameWidth())
        # Two lines, so that nothing moves from one command to the next.
        self._about.setFixedHeight(_LINES * self._about.fontMetrics().lineSpacing())
        height = self._column.totalMinimumSize().height()
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, 64))
        self.setGeometry(QRect(corner.x(), corner.y(), width, height))

    @Slot(str)
    def _search(self, query: str) -> None:
        self._model.show_offers(best_first(query, self._offers))
        self._share_columns()
        first = self._model.index(0, 0)
        self._list.setCurrentIndex(first)
        if not first.isValid():
            self._about.setText(tr("No command has these letters."))
        self._list.scrollToTop()

    @Slot(QModelIndex, QModelIndex)
    def _explain(self, current: QModelIndex, before: QModelIndex) -> None:
        offer = self._model.offer(current.row())
        if offer is not None:
            # The keyboard stays in the field: a screen reader is told there what is chosen.
            name = current.siblingAtColumn(_TEXT)
            self._field.setAccessibleDescription(name.data(Qt.ItemDataRole.AccessibleTextRole))
            self._about.setText(self._shorten(offer.why_not or offer.tip))

    def _shorten(self, text: str) -> str:
        """As many of its words as there is room for."""
        width = self._width - self._column.contentsMargins().left() * 2
        height = _LINES * self._about.fontMetrics().lineSpacing()
        wrap, all_words = Qt.TextFlag.TextWordWrap, text.split()
        for count in range(len(all_words), 0, -1):
            shown = " ".join(all_words[:count]) + ("" if count == len(all_words) else "…")
            room = QRect(0, 0, width, 10 * height)
            if self._about.fontMetrics().boundingRect(room, wrap, shown).height() <= height:
                return shown
        return self._about.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, 2 * width - 40
        )

    def _share_columns(self) -> None:
        """Names are whole, and what is left is for menus and reasons."""
        names = self._list.sizeHintForColumn(_TEXT)
        self._list.header().resizeSection(_TEXT, min(names, round(self._width * _MOST_OF_NAMES)))

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        offer = self._model.offer(index.row())
        if offer is None:
            return
        self.close()
        # A command may open a dialog: only once the palette has let the keyboard go.
        QTimer.singleShot(0, self, offer.run)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hands keys that are typed into the field but meant for the list on to it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._list.keyPressEvent(event)
                return True
            if event.key() in _ENTERS:
                self._take(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)
