"""The timeline above the table: bars of how many captures came when. A span of it can be chosen, by mouse or keyboard."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from webhook_inspector.core.arrivals import Arrivals
from webhook_inspector.ui.texts import plain_tooltip
from webhook_inspector.ui.theme import GRID, theme_of
from webhook_inspector.ui.timeline_picture import Plan, Scene, paint
from webhook_inspector.ui.timeline_words import counts_text, span_text

BARS = 28
"""Pixels: as high are the bars at most."""
CAPTION = 0.88
"""Of the usual size of text."""
DRAG = 4
"""Pixels that the mouse may move in a click."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Span:
    since_ns: int
    before_ns: int
    newest: bool
    """Whether it goes to the end of what is shown."""


class Timeline(QWidget):
    picked = Signal(object)
    """Only captures of this Span are to be shown."""
    cleared = Signal()
    """Captures of every time are to be shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrivals = Arrivals()
        self._narrowed = False
        self._anchor: int | None = None
        """The stretch at which the choice began."""
        self._cursor: int | None = None
        self._pressed: int | None = None
        """Where the mouse went down; None unless it may yet move."""
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline"))
        self._tell()

    @property
    def arrivals(self) -> Arrivals:
        return self._arrivals

    @property
    def chosen(self) -> range:
        """The stretches that are marked."""
        if self._anchor is None or self._cursor is None:
            return range(0)
        return range(min(self._anchor, self._cursor), max(self._anchor, self._cursor) + 1)

    def show_arrivals(self, arrivals: Arrivals) -> None:
        """What is marked stays so while it is in sight."""
        for name in ("_anchor", "_cursor"):
            number = getattr(self, name)
            number = None if number is None else number * self._arrivals.width // arrivals.width
            setattr(self, name, number if number in arrivals.stretches else None)
        self._arrivals = arrivals
        self._changed()

    def show_narrowed(self, on: bool) -> None:  # noqa: FBT001
        """Whether the filter asks for a time: then Esc takes that away."""
        self._narrowed = on

    def sizeHint(self) -> QSize:
        return QSize(0, BARS + self._caption_height() + GRID)

    # the keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._escapes(event):
            event.accept()  # else the window's Esc clears the whole filter
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -len(self._stretches())}
        steps[Qt.Key.Key_End] = len(self._stretches())
        key = Qt.Key(event.key())
        if key in steps and self._stretches():
            self._step(steps[key], extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ENTER and self.chosen:
            self._pick()
        elif self._escapes(event):
            self._escape()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int, *, extend: bool) -> None:
        shown = self._stretches()
        if self._cursor is None:
            self._cursor = shown[-1]
        else:
            self._cursor = max(shown.start, min(self._cursor + step, shown.stop - 1))
        if not extend or self._anchor is None:
            self._anchor = self._cursor
        self._changed()

    def _escapes(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and not event.modifiers() and (bool(self.chosen) or self._narrowed)

    def _escape(self) -> None:
        if self.chosen:
            self._forget()
        else:
            self.cleared.emit()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._stretches():
            self._pressed, self._dragged = event.position().toPoint().x(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        if self._pressed is not None and self._stretches() and (self._dragged or abs(x - self._pressed) > DRAG):
            if not self._dragged:
                self._anchor, self._dragged = self._plan().at(self._pressed), True
            self._cursor = self._plan().at(x)
            self._changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if self._dragged and self.chosen:
            self._pick()
        elif not self._dragged and self._stretches():
            self._anchor = self._cursor = self._plan().at(event.position().toPoint().x())
            self._changed()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._forget()
        if self._narrowed:
            self.cleared.emit()

    def _show_tooltip(self, event: QHelpEvent) -> None:
        if self._stretches():
            number = self._plan().at(event.pos().x())
            words = plain_tooltip(self._words(range(number, number + 1)))
            QToolTip.showText(event.globalPos(), f'<p style="white-space:pre">{words}</p>', self)

    # inside

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = theme_of(self.palette()), QPainter(self)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setFont(self._caption_font())
        if self._stretches():
            paint(painter, self._plan(), self._caption(), theme, Scene(self._arrivals, self.chosen))
        else:
            painter.setPen(QColor(theme.muted))
            painter.drawText(self._caption(), Qt.AlignmentFlag.AlignCenter, self.tr("No captures"))
        painter.end()

    def _pick(self) -> None:
        chosen, width = self.chosen, self._arrivals.width
        span = Span(chosen.start * width, chosen.stop * width, chosen.stop == self._stretches().stop)
        self._forget()
        self.picked.emit(span)

    def _forget(self) -> None:
        self._anchor = self._cursor = None
        self._changed()

    def _changed(self) -> None:
        self._tell()
        self.update()

    def _tell(self) -> None:
        """For those who do not see the picture."""
        shown = self.chosen or self._stretches()
        self.setAccessibleDescription(self._words(shown) if shown else self.tr("No captures"))

    def _words(self, numbers: range) -> str:
        width = self._arrivals.width
        when = span_text(numbers.start * width, numbers.stop * width, width)
        return f"{when}: {counts_text(self._arrivals.of(numbers))}"

    def _stretches(self) -> range:
        return self._arrivals.stretches

    def _plan(self) -> Plan:
        height = self.height() - self._caption_height() - GRID
        return Plan(QRect(GRID, GRID // 2, max(self.width() - 2 * GRID, 1), max(height, 1)), self._stretches())

    def _caption(self) -> QRect:
        height = self._caption_height()
        return QRect(GRID, self.height() - height - 1, self.width() - 2 * GRID, height)

    def _caption_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * CAPTION, 5.0))
        return font

    def _caption_height(self) -> int:
        return QFontMetrics(self._caption_font()).height()
