"""One part of the filter: ticked while the search is made with it, struck through while it is made without."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from webhook_inspector.core.text import visible
from webhook_inspector.ui.texts import cut, plain_tooltip
from webhook_inspector.ui.theme import GRID, theme_of

LONGEST = 60
"""Characters that are shown."""
_KEYS = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter}
"""That it takes before the window's shortcuts do."""


class Chip(QAbstractButton):
    removed = Signal()

    def __init__(self, part: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = visible(part)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        words = self.tr("Space switches it off or on, Del takes it out")
        self.setAccessibleDescription(words)
        self.setToolTip(plain_tooltip(f"{self._part}: {words}"))
        self.toggled.connect(self._name)
        self._name()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        text = self.fontMetrics().horizontalAdvance(self._text()) + 2
        return QSize(text + side + 2 * GRID + GRID // 2, side + GRID // 2 + 2)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()  # else Del deletes captures
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            self.removed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = self._cross().contains(event.position().toPoint())
        if on_cross and self.isDown() and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = theme_of(self.palette()), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = QPen(QColor(theme.accent if on or self.hasFocus() else theme.edge), 2 if self.hasFocus() else 1)
        painter.setPen(edge if on or self.hasFocus() else QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.highlight if on else theme.window))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setPen(QColor(theme.text if on else theme.muted))
        self._draw_text(painter)
        self._draw_cross(painter)
        painter.end()

    def _draw_text(self, painter: QPainter) -> None:
        """The glyph, and behind it the part: only that is struck through."""
        inside = self.rect().adjusted(GRID, 0, 0, 0)
        inside.setRight(self._cross().left())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        glyph = "✓ " if self.isChecked() else "○ "
        painter.drawText(inside, align, glyph)
        inside.setLeft(inside.left() + self._glyph_width())
        font = QFont(self.font())
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        text = cut(self._part, LONGEST)
        painter.drawText(
            inside, align, self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        )

    def _draw_cross(self, painter: QPainter) -> None:
        theme, middle = theme_of(self.palette()), QRectF(self._cross()).center()
        painter.setPen(QPen(QColor(theme.text if self.underMouse() else theme.muted), 1.4))
        reach = self.fontMetrics().height() / 5
        for slope in (1, -1):
            step = QPointF(reach, slope * reach)
            painter.drawLine(middle - step, middle + step)

    def _cross(self) -> QRect:
        side = self.fontMetrics().height() + GRID // 2
        return QRect(self.width() - side - 2, 0, side, self.height())

    def _text(self) -> str:
        return "○ " + cut(self._part, LONGEST)

    def _glyph_width(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(glyph) for glyph in ("✓ ", "○ "))

    def _name(self) -> None:
        words = self.tr("Filter part {part}, on") if self.isChecked() else self.tr("Filter part {part}, off")
        self.setAccessibleName(words.format(part=self._part))


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
