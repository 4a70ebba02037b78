"""The look of all widgets, made from a theme, on top of Qt's Fusion style.

Only shape, spacing and colour: text sizes follow the application's font, so that the
interface can be zoomed.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from ffstudio.core.assets import resource
from ffstudio.gui.style.theme import Theme, mix

_SHEET = """
QMainWindow, QDialog, QStatusBar, QToolBar, QMenuBar { background: @surface; color: @text; }
QMainWindow::separator { background: @surface; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: @hover_line; }
QDockWidget { color: @text; }
QToolTip {
    background: @raised; color: @text; border: 1px solid @strong_line; padding: 5px 7px;
}

/* --- bars and menus --- */
QMenuBar { padding: 2px 6px; border-bottom: 1px solid @line; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; }
QMenu { background: @raised; color: @text; border: 1px solid @strong_line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 5px; }
QMenu::icon { padding-left: 7px; }
QMenu::item:selected { background: @accent; color: @accent_text; }
QMenu::item:disabled { color: @faint; background: transparent; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QToolBar { border: none; border-bottom: 1px solid @line; padding: 3px 6px; spacing: 4px; }
QToolBar::separator { background: @line; width: 1px; margin: 5px 6px; }
QStatusBar { border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 6px; }

/* --- buttons --- */
QPushButton {
    background: @raised; color: @text; border: 1px solid @strong_line; border-radius: 6px;
    padding: 4px 12px;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @pressed; border-color: @accent; }
QPushButton:default, QPushButton[primary="true"] {
    background: @accent; color: @accent_text; border-color: @accent;
}
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: @accent_hover; }
QPushButton:disabled, QPushButton[primary="true"]:disabled {
    background: @surface; color: @faint; border-color: @line;
}
QPushButton:focus { border: 2px solid @accent; padding: 3px 11px; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:focus { border: 2px solid @accent; }
QToolButton {
    background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px;
    padding: 4px;
}
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @pressed; border-color: @accent; }
QToolButton:focus { border: 2px solid @accent; padding: 3px; }
QToolButton:checked:focus { border: 2px solid @text; padding: 3px; }
QToolButton:disabled { color: @faint; }
QToolButton[popupMode="1"], QToolButton[popupMode="2"] { padding-right: 19px; }
QToolButton::menu-indicator {
    image: url("@down"); width: 10px; height: 10px; subcontrol-origin: padding;
    subcontrol-position: right center; right: 5px;
}
QToolButton::menu-button {
    border: none; border-radius: 5px; width: 17px; background: transparent;
}
QToolButton::menu-button:hover { background: @pressed; }
QToolButton::menu-arrow { image: url("@down"); width: 10px; height: 10px; }
QToolButton[heading="section"], QToolButton[heading="part"] {
    border: none; border-radius: 0; padding: 2px 0; background: transparent; font-weight: 600;
}
QToolButton[heading="part"] { color: @muted; }
QToolButton[heading="section"]:hover, QToolButton[heading="part"]:hover { color: @accent; }
QToolButton[heading="section"]:focus, QToolButton[heading="part"]:focus {
    color: @accent; border-bottom: 1px solid @accent;
}

/* --- fields --- */
QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser, QAbstractSpinBox, QComboBox {
    background: @raised; color: @text; border: 1px solid @strong_line; border-radius: 6px;
    selection-background-color: @accent; selection-color: @accent_text;
}
QLineEdit { padding: 3px 6px; }
QAbstractSpinBox {
    padding: 2px 2px 2px 5px; qproperty-alignment: "AlignRight | AlignVCenter";
}
QComboBox { padding: 3px 4px 3px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus,
QComboBox:focus { border: 2px solid @accent; }
QLineEdit:focus { padding: 2px 5px; }
QAbstractSpinBox:focus { padding: 1px 1px 1px 4px; }
QComboBox:focus { padding: 2px 3px 2px 6px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    background: @surface; color: @faint; border-color: @line;
}
QLineEdit[problem="true"], QAbstractSpinBox[problem="true"], QComboBox[problem="true"] {
    border: 2px solid @danger;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: none; background: transparent;
}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url("@up"); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url("@down"); width: 9px; height: 9px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("@down"); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
    background: @raised; color: @text; border: 1px solid @strong_line; padding: 3px; outline: 0;
    selection-background-color: @accent; selection-color: @accent_text;
}
QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator, QMenu::indicator,
QTreeView::indicator, QTableView::indicator, QListView::indicator {
    width: 14px; height: 14px; background: @raised; border: 1px solid @outline;
}
QCheckBox::indicator, QGroupBox::indicator, QMenu::indicator, QTreeView::indicator,
QTableView::indicator, QListView::indicator {
    border-radius: 4px;
}
QMenu::indicator { margin-left: 6px; }
QRadioButton::indicator, QMenu::indicator:exclusive { border-radius: 8px; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QTreeView::indicator:checked,
QTableView::indicator:checked, QListView::indicator:checked, QMenu::indicator:non-exclusive:checked {
    background: @accent; border-color: @accent; image: url("@check");
}
QRadioButton::indicator:checked, QMenu::indicator:exclusive:checked {
    background: @raised; border: 5px solid @accent; width: 6px; height: 6px;
}
QTreeView::indicator:selected, QTableView::indicator:selected, QListView::indicator:selected {
    border-color: @accent_text;
}
QTreeView::indicator:indeterminate { background: @pressed; border: 4px solid @accent; width: 8px; height: 8px; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @accent; }
QRadioButton::indicator:checked:focus { border: 5px solid @text; }
QPushButton, QCheckBox, QRadioButton { outline: 0; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: @line; background: @surface;
}
QCheckBox:disabled, QRadioButton:disabled, QLabel:disabled { color: @faint; }
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @strong_line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; background: @raised;
    border: 2px solid @accent;
}
QSlider::handle:horizontal:focus { background: @accent; }
QSlider::sub-page:horizontal:disabled { background: @line; }
QSlider::handle:horizontal:disabled { border-color: @strong_line; }
QProgressBar {
    background: @pressed; border: none; border-radius: 5px; text-align: center; color: @text;
    min-height: 10px;
}
QProgressBar::chunk { background: @accent; border-radius: 5px; }

/* --- lists, tables, tabs --- */
QAbstractItemView {
    background: @raised; alternate-background-color: @surface; color: @text;
    border: 1px solid @line; border-radius: 6px; gridline-color: @line; outline: 0;
}
QAbstractItemView:focus { border-color: @accent; }
QAbstractItemView::item:selected { background: @accent; color: @accent_text; }
QHeaderView::section {
    background: @surface; color: @muted; border: none; border-bottom: 1px solid @line;
    border-right: 1px solid @line; padding: 4px 7px;
}
QTableCornerButton::section { background: @surface; border: none; }
QTabWidget::pane { border: 1px solid @line; border-radius: 6px; top: -1px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent;
    padding: 6px 8px; margin: 0;
}
QTabBar::tab:hover { color: @text; background: @hover; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:focus {
    border: 1px solid @accent; border-bottom: 2px solid @accent; padding: 5px 7px 6px 7px;
}
QTabBar::tab:disabled { color: @faint; }
QGroupBox {
    border: 1px solid @line; border-radius: 8px; margin-top: 9px; padding: 9px 8px 8px 8px;
}
QGroupBox::title { subcontrol-origin: margin; left: 9px; padding: 0 4px; color: @muted; }
QScrollArea { border: none; }
QScrollArea#layers_scroll, QScrollArea#alignment_scroll, QScrollArea#calibration_scroll {
    border: 1px solid transparent;
}
QScrollArea#layers_scroll:focus, QScrollArea#alignment_scroll:focus,
QScrollArea#calibration_scroll:focus { border: 1px solid @accent; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 1px; }
QScrollBar::handle { background: @strong_line; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 26px; }
QScrollBar::handle:horizontal { min-width: 26px; }
QScrollBar::handle:hover { background: @outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @surface; }
QSplitter::handle:hover { background: @hover_line; }

/* --- the window's own parts --- */
#dock_header { background: @surface; border-bottom: 1px solid @line; }
#dock_header_title { color: @muted; font-weight: 600; }
#toast { background: @raised; border: 1px solid @strong_line; border-radius: 9px; }
#toast[level="warning"] { border-color: @warning; }
#toast[level="error"] { border-color: @danger; }
#toast[level="info"] { border-color: @accent; }
#tour_card { background: @raised; border: 2px solid @accent; border-radius: 10px; }
#toast_title { font-weight: 600; }
#welcome_card, #missing_data_card { background: @raised; border: 1px solid @line; border-radius: 9px; }
#welcome_title { font-weight: 600; }
#nets_notice { background: @raised; border: 1px solid @line; border-left: 3px solid @warning; }
#welcome_arrow { color: @muted; }
QPushButton[step="true"] {
    background: @surface; border: 1px solid @line; border-radius: 11px; padding: 4px 13px;
}
QPushButton[step="true"]:hover { border-color: @accent; background: @hover; }
QPushButton[step="true"]:focus { border: 2px solid @accent; padding: 3px 12px; }
QPushButton[step="true"][done="true"] { color: @success; }
#command_palette { background: @surface; border: 1px solid @strong_line; }
#palette_search { padding: 5px 8px; }
#palette_search:focus { padding: 4px 7px; }
#palette_list { border: none; background: transparent; }
#palette_list::item { padding: 4px 6px; border: none; }
#palette_list::item:hover:!selected { background: @hover; }
#help_topics::item, #export_list::item { padding: 5px 8px; }
#lesson_editor_steps::item, #lesson_editor_checks::item { padding: 4px 7px; }
#lesson_editor_panels::item, #lesson_editor_settings::item { padding: 3px 2px; }
#details_text, #log_text { font-family: monospace; }
QLabel[muted="true"] { color: @muted; }
QLabel[strong="true"] { font-weight: 600; }
#lesson_text { background: transparent; border: none; }
QStatusBar QLabel[tone="good"] { color: @success; }
QStatusBar QLabel[tone="busy"] { color: @muted; }
QStatusBar QLabel[tone="bad"] { color: @danger; }
"""


def _mix(over: str, ground: str, share: float) -> str:
    return mix(QColor(over), QColor(ground), share).name()


def stylesheet(theme: Theme) -> str:
    """The application's style sheet in the colours of ``theme``."""
    kind = "dark" if theme.is_dark else "light"
    colours = {
        "accent_hover": _mix(theme.accent, theme.text, 0.86),
        "accent_text": theme.accent_text,
        "accent": theme.accent,
        "strong_line": _mix(theme.text, theme.line, 0.16),
        "hover_line": _mix(theme.accent, theme.surface, 0.45),
        "outline": _mix(theme.text, theme.surface, 0.45),
        "hover": _mix(theme.accent, theme.raised, 0.12),
        "pressed": _mix(theme.accent, theme.raised, 0.22),
        "faint": _mix(theme.text, theme.surface, 0.42),
        "surface": theme.surface,
        "raised": theme.raised,
        "success": theme.success,
        "warning": theme.warning,
        "danger": theme.danger,
        "muted": theme.muted,
        "text": theme.text,
        "line": theme.line,
        "down": resource("icons", "indicator-down.svg").as_posix(),
        "up": resource("icons", "indicator-up.svg").as_posix(),
        "check": resource("icons", f"indicator-check-{kind}.svg").as_posix(),
    }
    made = _SHEET
    # Longest names first: "accent" must not eat the head of "accent_text".
    for name in sorted(colours, key=len, reverse=True):
        made = made.replace(f"@{name}", colours[name])
    return made
