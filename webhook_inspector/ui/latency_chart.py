"""A small chart of latencies: a bar for each moment of a run, a mark for its median, a cross under what failed."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from webhook_inspector.drafts.latency import Latency
from webhook_inspector.ui.latency_columns import Picture
from webhook_inspector.ui.latency_words import counts, figures, milliseconds
from webhook_inspector.ui.theme import GRID, Theme, theme_of

translate = QCoreApplication.translate

LINES = 5
"""As high as so many lines of text."""
WIDEST = 3 * GRID
"""Pixels of a bar."""


class LatencyChart(QWidget):
    """Nothing to do with the keyboard: all that it shows is in its description, and in the figures below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(translate("Repeat", "Chart of latencies"))
        self.show_picture(None)

    def show_picture(self, picture: Picture | None) -> None:
        self._picture = picture
        told = (
            "" if picture is None else ". ".join(filter(None, (counts(picture.tally), figures(picture.tally.latency))))
        )
        self.setAccessibleDescription(told or translate("Repeat", "Nothing was sent yet"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, LINES * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, LINES * self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self.palette())
        painter.fillRect(self.rect(), QColor(theme.base))
        painter.setPen(QColor(theme.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        latency = None if self._picture is None else self._picture.tally.latency
        if self._picture is None or not self._picture.columns:
            painter.setPen(QColor(theme.muted))
            words = translate("Repeat", "How long each answer takes is drawn here.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        else:
            self._paint(painter, theme, self._picture, latency)
        painter.end()

    def _paint(self, painter: QPainter, theme: Theme, picture: Picture, latency: Latency | None) -> None:
        room, most = self._room(), latency.most if latency else 0.0
        width = min(WIDEST, max(room.width() // len(picture.columns), 1))
        pale = QColor(theme.ok)
        pale.setAlphaF(0.35)
        for place, column in enumerate(picture.columns):
            left = room.left() + min(place * width, place * room.width() // len(picture.columns))
            bar = max(width - (1 if width > 2 else 0), 1)
            if column.failed:
                _cross(painter, QColor(theme.fail), QPoint(left + bar // 2, room.bottom() + GRID))
            if not column.slowest:
                continue
            slowest, median = (self._height(room, value, most) for value in (column.slowest, column.median))
            painter.fillRect(left, room.bottom() - slowest, bar, slowest, pale)
            painter.fillRect(left, room.bottom() - median, bar, 2, QColor(theme.ok))
        painter.setPen(QColor(theme.muted))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if latency is not None:
            self._limits(painter, theme, room, latency)

    def _limits(self, painter: QPainter, theme: Theme, room: QRect, latency: Latency) -> None:
        """A line with its value where 95 % are below, and the value of the slowest at the top."""
        height = painter.fontMetrics().height()
        at = room.bottom() - self._height(room, latency.p95, latency.most)
        painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(room.left(), at, room.right(), at)
        painter.setPen(QColor(theme.text))
        beside = self.width() - room.right() - 2 * GRID
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        top = max(room.top() - height // 2, 1)
        painter.drawText(QRect(room.right() + GRID, top, beside, height), flags, milliseconds(latency.most))
        if at - height > top + height // 2:
            words = f"95 %: {milliseconds(latency.p95)}"
            painter.drawText(QRect(room.right() + GRID, at - height // 2, beside, height), flags, words)

    def _room(self) -> QRect:
        """Of the bars: beside them stand the values, below them the crosses."""
        beside = self.fontMetrics().horizontalAdvance("95 %: 0000.0 ms") + 2 * GRID
        top = GRID + self.fontMetrics().height() // 2
        return QRect(GRID, top, max(self.width() - beside - GRID, 1), max(self.height() - top - 2 * GRID, 1))

    def _height(self, room: QRect, seconds: float, most: float) -> int:
        return round(seconds / most * (room.height() - 1)) if most else 0


def _cross(painter: QPainter, colour: QColor, middle: QPoint) -> None:
    painter.setPen(QPen(colour, 2))
    for one in (1, -1):
        painter.drawLine(middle + QPoint(-3, -3 * one), middle + QPoint(3, 3 * one))
