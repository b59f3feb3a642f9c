"""The numbers beside the lines of a `BodyView`."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from webhook_inspector.ui.theme import GRID, theme_of


class LineNumbers(QWidget):
    """Lies over the left margin of `view`. Not for the keyboard, nor for a screen reader: decoration."""

    def __init__(self, view: QPlainTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._lines = 0
        view.updateRequest.connect(self._follow)

    def count(self, lines: int) -> None:
        """Makes room for so many lines; 0 shows no numbers."""
        self._lines = lines
        self.fit()

    def fit(self) -> None:
        width = self.sizeHint().width()
        self._view.setViewportMargins(width, 0, 0, 0)
        inside = self._view.contentsRect()
        self.setGeometry(QRect(inside.left(), inside.top(), width, self._view.viewport().height()))
        self.setVisible(width > 0)

    def sizeHint(self) -> QSize:
        if not self._lines:
            return QSize(0, 0)
        digits = max(2, len(str(self._lines)))
        return QSize(self._view.fontMetrics().horizontalAdvance("9") * digits + 2 * GRID, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.alternate))
        painter.setFont(self._view.font())
        painter.setPen(QColor(theme.muted))
        view = self._view
        block = view.firstVisibleBlock()
        top = view.blockBoundingGeometry(block).translated(view.contentOffset()).top()
        height = view.fontMetrics().height()
        while block.isValid() and top <= event.rect().bottom():
            place = QRect(0, round(top), self.width() - GRID, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            top += view.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _follow(self, _rect: QRect, _scrolled: int) -> None:
        self.update()
