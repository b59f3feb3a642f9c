"""Paints a line of the sidebar: glyph, text and, at the right, the count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from webhook_inspector.ui.sidebar_line import Kind, Line
from webhook_inspector.ui.texts import number
from webhook_inspector.ui.theme import GRID, Theme, theme_of

LINE = Qt.ItemDataRole.UserRole
"""The role under which a row has its Line."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


class SidebarDelegate(QStyledItemDelegate):
    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Line = index.data(LINE)
        above = GRID if line.kind is Kind.TITLE and index.row() else 0
        return QSize(0, option.fontMetrics.height() + GRID + above)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE)
        theme = theme_of(self._view.palette())
        painter.save()
        if line.can_be_picked:
            self._paint_line(painter, option, line, theme)
        else:
            self._paint_words(painter, option, line, theme)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, theme: Theme) -> None:
        inside, metrics = option.rect.adjusted(GRID, 0, -GRID, 0), option.fontMetrics
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(
                option.rect, option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.highlight_inactive))
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        room = metrics.horizontalAdvance("★")
        painter.setPen(QColor(tone_of(theme, line.tone)))
        painter.drawText(inside, _LEFT, line.glyph)
        count = "" if line.count is None else number(line.count)
        painter.setPen(QColor(theme.muted))
        painter.drawText(inside, _RIGHT, count)
        inside.adjust(room + GRID // 2, 0, -(metrics.horizontalAdvance(count) + GRID if count else 0), 0)
        painter.setPen(QColor(theme.text))
        painter.drawText(inside, _LEFT, metrics.elidedText(line.text, Qt.TextElideMode.ElideMiddle, inside.width()))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, theme: Theme) -> None:
        font = QFont(option.font)
        font.setBold(line.kind is Kind.TITLE)
        metrics = QFontMetrics(font)
        inside = option.rect.adjusted(GRID, 0, -GRID, 0)
        inside.setTop(inside.bottom() - option.fontMetrics.height() - GRID)
        if line.kind is Kind.REMARK:
            inside.setLeft(inside.left() + metrics.horizontalAdvance("★") + GRID // 2)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(inside, _LEFT, metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, inside.width()))


def tone_of(theme: Theme, name: str) -> str:
    return theme.marks[name] if name in theme.marks else str(getattr(theme, name))
