"""The one style sheet. `$token` is replaced by a colour of the theme, `$pt_...` by a type size.

A widget says what it is by the properties `kind` (buttons), `role` (labels) and `surface` (areas).
The focus ring is a thicker border with as much less padding, so that nothing moves.
"""

from __future__ import annotations

from typing import Final

_AREAS: Final = """
QWidget { color: $ink; font-family: "$sans"; font-size: $pt_body; }
QWidget[surface="paper"], QMainWindow { background: $paper; }
QWidget[surface="nav"] { background: $nav; }
QWidget[surface="sheet"] { background: $sheet; }
QWidget[surface="sunk"] { background: $sunk; }
QWidget[surface="bar"] { background: $bar; }
QWidget[surface="bar"] QLabel { color: $on_bar; }
QFrame[surface="card"] { background: $sheet; border: 1px solid $line; border-radius: 8px; }
QFrame[surface="paper-card"] { background: $paper; border: none; border-right: 1px solid $line;
    border-top-left-radius: 8px; border-bottom-left-radius: 8px; }
QFrame[surface="sunk-card"] { background: $sunk; border: 1px solid $line; border-radius: 8px; }
QFrame[surface="soft-card"] { background: $teal_soft; border: none; border-radius: 8px; }
QFrame[surface="dispute"] { background: $ochre_soft; border: 2px solid $ochre; border-radius: 8px; }
QFrame[surface="version"] { background: $sheet; border: 1px solid $edge; border-radius: 8px; }
QFrame[surface="danger"] { background: $red_soft; border: 2px solid $red; border-radius: 8px; }
QFrame[surface="field"] { background: $sheet; border: 1px solid $edge; border-radius: 8px; margin: 2px; }
QFrame[surface="field"][focused="true"] { border: 3px solid $focus; margin: 0; }
QFrame[surface="notice"] { background: $ochre_soft; border: none; border-radius: 8px; }
QFrame[surface="walk"] { background: $ochre; border: none; }
QFrame[surface="bar-under"] { background: $paper; border: none; border-bottom: 1px solid $line; }
QFrame[surface="head"] { background: $sheet; border: none; border-bottom: 1px solid $line; }
QFrame[surface="toolbar"] { background: $sunk; border: none; border-bottom: 1px solid $line; }
QFrame[surface="part"] { background: $line; border: 4px solid $sunk; border-top-width: 10px;
    border-bottom-width: 10px; }
QFrame[surface="foot"] { background: $sheet; border: none; border-top: 1px solid $line; }
QFrame[surface="list-head"] { background: $paper; border: none; border-bottom: 1px solid $line; }
QFrame[surface="list"] { background: $paper; border: none; border-right: 1px solid $line; }
QFrame[surface="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[surface="none"] { background: transparent; border: none; }
QScrollArea { border: 2px solid transparent; }
QScrollArea[ring="true"]:focus { border: 2px solid $focus; border-radius: 8px; }
QListView, QTableView { background: transparent; border: none; outline: none; }
QListView[surface="popup"] { background: $sheet; border: 1px solid $edge; padding: 0; }
QListView[surface="popup"]::item { min-height: 36px; padding: 0 11px; color: $ink; }
QListView[surface="popup"]::item:selected { background: $teal_soft; color: $ink; }
QFrame[surface="popup"] { background: $sheet; border: 1px solid $edge; border-radius: 8px; }
QFrame[surface="soft-bar"] { background: $teal_soft; border: none; border-bottom: 1px solid $line; }
QListWidget { background: transparent; border: 2px solid transparent; outline: none; }
QListWidget:focus { border: 2px solid $focus; border-radius: 8px; }
QListWidget::item { padding: 8px; border: 2px solid transparent; border-radius: 8px; color: $ink; }
QListWidget::item:hover { background: $sunk; }
QListWidget::item:selected { background: $sheet; color: $teal; }
QToolTip { background: $sheet; color: $ink; border: 1px solid $edge; padding: 4px 8px; }
"""

_LABELS: Final = """
QLabel { background: transparent; }
QLabel[role="start"] { font-family: "$serif"; font-size: $pt_start; font-weight: bold; }
QLabel[role="record"] { font-family: "$serif"; font-size: $pt_record; font-weight: bold; }
QLabel[role="door"] { font-family: "$serif"; font-size: $pt_result; font-weight: bold; }
QLabel[role="walk"] { color: $on_ochre; font-weight: bold; }
QLabel[role="soft"] { color: $ink2; }
QLabel[role="section"] { font-family: "$serif"; font-size: $pt_section; font-weight: bold; }
QLabel[role="result"] { font-size: $pt_result; font-weight: bold; }
QLabel[role="lead"] { font-size: $pt_lead; color: $ink2; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="point"] { font-size: $pt_second; color: $ink; }
QLabel[role="summary"] { font-size: $pt_lead; color: $ink; }
QLabel[role="second"] { font-size: $pt_second; color: $ink2; }
QLabel[role="label"] { font-size: $pt_label; color: $ink3; }
QLabel[role="value"] { font-size: $pt_lead; font-weight: bold; }
QLabel[role="danger"] { font-size: $pt_second; color: $red; font-weight: bold; }
QLabel[role="danger-head"] { font-size: $pt_lead; color: $red; font-weight: bold; }
QLabel[role="needs-you"] { color: $ochre_text; font-weight: bold; }
QLabel[role="editing"] { background: $teal_soft; color: $teal; font-size: $pt_second; font-weight: bold;
    border-radius: 4px; padding: 1px 8px; }
QLabel[role="chip"] { background: $teal_soft; font-size: $pt_second; border-radius: 16px; padding: 0 12px;
    min-height: 32px; max-height: 32px; }
QLabel[role="words"] { font-family: "$serif"; font-size: $pt_result; font-weight: bold; color: $teal; }
QLabel[role="key"] { color: $on_bar; border: 1px solid $on_bar; border-radius: 4px; padding: 0 5px;
    font-size: $pt_label; }
QLabel[role="code"] { font-size: $pt_lead; font-weight: bold; }
"""

_BUTTONS: Final = """
QPushButton { background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 4px 12px;
    min-height: 30px; font-weight: bold; color: $teal; outline: none; }
QPushButton[kind="primary"] { background: $teal; border-color: $teal; color: $on_teal; padding: 4px 16px; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $teal_hover;
    border-color: $teal_hover; }
QPushButton[kind="outline"] { background: $sheet; border-color: $teal; padding: 4px 16px; }
QPushButton[kind="plain"] { background: transparent; border-color: $edge; color: $ink; font-weight: normal;
    padding: 4px 16px; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="outline"]:hover, QPushButton[kind="plain"]:hover {
    background: $teal_soft; }
QPushButton[kind="outline"]:pressed, QPushButton[kind="plain"]:pressed, QPushButton[kind="quiet"]:pressed {
    background: $sunk; }
QPushButton[kind="danger"] { border-color: $red; color: $red; background: $sheet; padding: 4px 16px; }
QPushButton[kind="danger"]:hover { background: $red_soft; }
QPushButton[tall="true"] { min-height: 38px; }
QPushButton[page="true"] { min-height: 62px; font-size: $pt_lead; font-weight: bold; text-align: left;
    padding-left: 20px; }
QPushButton[kind="plain"][page="true"] { background: $sheet; }
QPushButton[kind="plain"][page="true"]:hover { background: $teal_soft; }
QPushButton:focus { border: 3px solid $focus; padding: 2px 10px; }
QPushButton[kind="primary"]:focus, QPushButton[kind="outline"]:focus, QPushButton[kind="plain"]:focus,
QPushButton[kind="danger"]:focus { border: 3px solid $focus; padding: 2px 14px; }
QPushButton[kind="primary"][page="true"]:focus, QPushButton[kind="plain"][page="true"]:focus {
    padding-left: 18px; }
QPushButton:disabled { color: $ink3; background: $sunk; border: 1px dashed $edge; }
QPushButton[unable="true"], QToolButton[unable="true"] { color: $ink3; background: $sunk;
    border: 1px dashed $edge; }
QPushButton[unable="true"]:focus, QToolButton[unable="true"]:focus { border: 3px solid $focus; }
QPushButton[kind="quiet"]:disabled { background: transparent; border: 1px solid transparent; }
QPushButton[kind="bar"] { color: $on_bar; font-weight: normal; }
QPushButton[kind="bar"]:hover { background: $bar_hi; }
QPushButton[kind="bar"]:focus { border: 3px solid $ochre; }
QPushButton[kind="chip"] { background: $teal_soft; border: none; border-radius: 16px; font-weight: normal;
    color: $ink; font-size: $pt_second; padding: 0 12px; min-height: 32px; max-height: 32px; }
QPushButton[kind="chip"]:focus { border: 3px solid $focus; padding: 0 9px; min-height: 26px;
    max-height: 26px; }
QPushButton[kind="field"] { border: none; border-left: 1px solid $line; border-radius: 0; padding: 0 8px;
    min-height: 24px; font-size: $pt_second; }
QPushButton[kind="field"]:hover { background: $teal_soft; }
QPushButton[kind="field"]:focus { border: 3px solid $focus; border-radius: 6px; padding: 0 6px; }
QPushButton[kind="sort"] { border: 1px solid transparent; padding: 0 4px; min-height: 30px; color: $ink2;
    font-weight: normal; font-size: $pt_second; }
QPushButton[kind="sort"]:hover { background: $teal_soft; }
QPushButton[kind="sort"]:focus { border: 3px solid $focus; padding: 0 2px; }
QPushButton[kind="sort"]::menu-indicator { width: 0; image: none; }
QPushButton[kind="choice"] { background: transparent; border: 1px solid $edge; border-radius: 16px;
    color: $ink; font-weight: normal; font-size: $pt_second; padding: 0 12px; min-height: 30px;
    max-height: 30px; }
QPushButton[kind="choice"]:checked { background: $teal; border-color: $teal; color: $on_teal;
    font-weight: bold; }
QPushButton[kind="choice"]:focus { border: 3px solid $focus; padding: 0 10px; min-height: 26px;
    max-height: 26px; }
QPushButton[kind="switch"] { background: transparent; border: 1px solid $edge; border-radius: 16px;
    color: $ink; font-weight: normal; font-size: $pt_second; padding: 0 12px; min-height: 30px; }
QPushButton[kind="switch"]:checked { background: $teal; border-color: $teal; color: $on_teal; }
QPushButton[kind="switch"]:hover:!checked { background: $teal_soft; }
QPushButton[kind="switch"]:focus { border: 3px solid $focus; padding: 0 10px; min-height: 26px; }
QPushButton[kind="switch"]:disabled { color: $ink3; background: $sunk; border: 1px dashed $edge; }
QPushButton[kind="result"] { background: $sheet; border: 1px solid $edge; border-radius: 8px; color: $ink;
    font-weight: normal; padding: 6px 12px; }
QPushButton[kind="result"]:hover { background: $teal_soft; }
QPushButton[kind="result"]:checked { background: $teal_soft; border: 2px solid $teal;
    padding: 5px 11px; }
QPushButton[kind="result"]:focus { border: 3px solid $focus; padding: 4px 10px; }
QPushButton[on="ochre"] { color: $on_ochre; border-color: $on_ochre; font-weight: bold; }
QPushButton[on="ochre"]:hover { background: $ochre_soft; color: $ochre_text; }
QPushButton[pill="true"] { font-size: $pt_body; color: $ink2; }
QPushButton[pill="true"]:checked { color: $on_teal; background: $teal; }
QPushButton[inside="true"] { min-height: 24px; padding: 2px 8px; font-size: $pt_second; }
QPushButton[inside="true"]:focus { padding: 0 6px; }
QPushButton[kind="link"] { border: 1px solid transparent; padding: 0 4px; min-height: 24px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 8px; }
QToolButton:hover { background: $sunk; }
QToolButton:focus { border: 3px solid $focus; }
QToolButton[kind="tool"] { font-size: $pt_second; color: $ink; padding: 0 6px; }
QToolButton[kind="tool"]:hover, QToolButton[kind="tool"]:checked { background: $teal_soft; }
QToolButton[kind="tool"]:checked { border: 1px solid $teal; }
QToolButton[kind="tool"]:focus { border: 3px solid $focus; padding: 0 4px; }
QToolButton[kind="tool"]::menu-indicator { image: url("$icons/chev-d-mid.svg"); width: 16px; height: 16px;
    subcontrol-position: center right; subcontrol-origin: padding; right: 4px; }
QToolButton[kind="tool"][popupMode="2"] { padding-right: 26px; }
QToolButton[kind="on-dark"] { background: $bar_hi; }
QToolButton[kind="on-dark"]:hover { background: $bar; }
QPushButton[kind="link"]:focus { border: 3px solid $focus; padding: 0 2px; }
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit { background: $sheet; color: $ink; border: 1px solid $edge;
    border-radius: 8px; padding: 4px 11px; selection-background-color: $teal;
    selection-color: $on_teal; }
QLineEdit, QComboBox { min-height: 30px; }
QComboBox[tall="true"] { min-height: 38px; font-size: $pt_lead; }
QLineEdit[tall="true"] { min-height: 38px; font-size: $pt_lead; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 3px solid $focus; padding: 2px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $ink3; background: $sunk;
    border: 1px dashed $edge; }
QLineEdit[kind="bar"] { background: $bar_hi; color: $on_bar; border: 1px solid $bar_hi; }
QLineEdit[kind="bar"]:focus { border: 3px solid $ochre; }
QLineEdit[kind="title"] { min-height: 38px; font-family: "$serif"; font-size: $pt_record; font-weight: bold;
    background: transparent; border: none; border-bottom: 3px solid transparent; border-radius: 0;
    padding: 0; }
QLineEdit[kind="title"]:focus { border: none; border-bottom: 3px solid $focus; padding: 0; }
QCheckBox { spacing: 8px; min-height: 32px; border: 3px solid transparent; border-radius: 8px; }
QCheckBox:focus { border-color: $focus; }
QCheckBox::indicator { width: 18px; height: 18px; border: 2px solid $edge; border-radius: 4px;
    background: $sheet; }
QCheckBox::indicator:checked { border-color: $teal; background: $teal;
    image: url("$icons/check-$theme.svg"); }
QCheckBox::indicator:disabled { border-style: dashed; background: $sunk; }
QCheckBox::indicator:checked:disabled { border: 2px solid $ink3; background: $ink3; }
QListWidget { background: $sheet; border: none; outline: none; }
QListWidget::item { min-height: 36px; padding: 0 8px; border-radius: 6px; color: $ink; }
QListWidget::item:selected { background: $teal_soft; color: $ink; }
QListWidget:focus { border: 3px solid $focus; border-radius: 8px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0;
    background: transparent; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$icons/chev-d-mid.svg"); width: 16px; height: 16px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $sheet; border: 1px solid $edge; padding: 0; outline: none; }
QComboBox QAbstractItemView::item { min-height: 36px; padding: 0 11px; color: $ink; }
QComboBox QAbstractItemView::item:selected { background: $teal_soft; color: $ink; }
QTextEdit[kind="text"] { background: transparent; border: none; selection-background-color: $teal;
    selection-color: $on_teal; }
QTextBrowser { background: transparent; border: none; selection-background-color: $teal;
    selection-color: $on_teal; }
QTextBrowser { border: 2px solid transparent; }
QTextBrowser:focus { border: 2px solid $focus; border-radius: 4px; }
"""

_BARS: Final = """
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $edge; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $sheet; color: $ink; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 4px; }
QMenu::item:selected { background: $teal_soft; }
"""

SHEET: Final = _AREAS + _LABELS + _BUTTONS + _FIELDS + _BARS
