"""Tabs without boxes: words, and a line under the one that is shown."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from webhook_inspector.ui.theme import GRID, theme_of

LINE = 2
"""Height of the line, in pixels."""


class FlatTabs(QTabWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(FlatTabBar())
        self.setDocumentMode(True)  # no frame around the pages


class FlatTabBar(QTabBar):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._under_mouse = -1
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click need not be followed by a frame

    def tabSizeHint(self, index: int) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + 4 * GRID, metrics.height() + 2 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._draw(painter, index)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.tabAt(event.position().toPoint()))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._point_at(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, index: int) -> None:
        if index != self._under_mouse:
            self._under_mouse = index
            self.update()

    def _draw(self, painter: QPainter, index: int) -> None:
        theme = theme_of(self.palette())
        place = self.tabRect(index)
        current = index == self.currentIndex()
        painter.setPen(QColor(theme.text if current or index == self._under_mouse else theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
        if current:
            words = QRect(place.left() + GRID, place.bottom() - LINE + 1, place.width() - 2 * GRID, LINE)
            painter.fillRect(words, QColor(theme.accent))
            if self.hasFocus():
                painter.setPen(QColor(theme.accent))
                painter.drawRect(place.adjusted(GRID // 2, GRID // 2, -GRID // 2, -GRID))
