"""Many lines of text for reading: filled in slices, coloured where they are looked at, so that no size stops the window.

A QSyntaxHighlighter would colour every line before the first is seen. Here the colours of all lines come ready from a worker,
and a line gets its own when it is painted for the first time.
"""

from collections.abc import Iterator, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from webhook_inspector.ui.line_numbers import LineNumbers
from webhook_inspector.ui.matches import Matches, Place, places
from webhook_inspector.ui.text_formats import Span, formats_of, place_spans, ranges, units
from webhook_inspector.ui.theme import GRID, theme_of

SLICE_LINES = 400
SLICE_CHARACTERS = 64 * 2**10
"""A slice ends at whichever comes first; each takes a millisecond or two."""

SLICES_SECONDS = 0.008
"""How long slices follow each other before the window has its turn."""

PAINT_RANGES = 4_000
"""Coloured ranges that one paint sets up; what is left follows in the next."""

WRAP_LIMIT = 100_000
"""Characters up to which lines may be wrapped: laying out more would stop the window."""


class BodyView(QPlainTextEdit):
    """Shows lines, read-only; the keyboard moves a cursor and selects."""

    replaced = Signal()
    """Another text has come."""
    filled = Signal()
    """All lines are in the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(GRID)
        self._lines: Sequence[str] = ()
        self._next = 0
        self._spans: Sequence[Sequence[Span]] = ()
        self._matches = Matches()
        self._current: Place | None = None
        self._rules: Sequence[int] = ()
        self._round = 0
        self._looks = formats_of(theme_of(self.palette()))
        self._wrap = False
        self._size = 0
        self._numbers = LineNumbers(self)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_slices)

    @property
    def lines(self) -> Sequence[str]:
        return self._lines

    @property
    def can_wrap(self) -> bool:
        return self._size <= WRAP_LIMIT

    def show_lines(self, lines: Sequence[str], spans: Sequence[Sequence[Span]] = (), *, numbered: bool = True) -> None:
        """Replaces the text. Its first slice is there at once, the rest follows; `filled` tells when."""
        self._timer.stop()
        self.clear()
        self._lines, self._spans, self._next = lines, spans, 0
        self._matches, self._current, self._rules = Matches(), None, ()
        self._size = sum(map(len, lines))
        self._round += 1
        self._numbers.count(len(lines) if numbered else 0)
        self._apply_wrap()
        self._add_slice()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if self._next < len(lines):
            self._timer.start()
        self.replaced.emit()

    def colour(self, spans: Sequence[Sequence[Span]]) -> None:
        """Gives the shown lines their colours, one list a line."""
        self._spans = spans
        self._paint_anew()

    def mark(self, matches: Matches, current: int) -> None:
        """Marks the places of a search; `current` is the index of the one to look at, -1 none."""
        self._matches = matches
        self._current = matches.places[current] if 0 <= current < len(matches) else None
        self._paint_anew()
        self._reveal_current()

    def select_current(self) -> None:
        """Turns the marked place into the selection."""
        if self._current is not None:
            line, start, end = self._current
            cursor = self._cursor_at(line, start)
            cursor.setPosition(self._cursor_at(line, end).position(), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def draw_rules(self, lines: Sequence[int]) -> None:
        """Draws a thin line through the line of text above each of these, which should be empty."""
        self._rules = lines
        self.viewport().update()

    def place(self) -> tuple[int, int]:
        """Line and character where a search goes on: the marked place, else the cursor."""
        if self._current is not None:
            return self._current[:2]
        cursor = self.textCursor()
        return cursor.blockNumber(), cursor.positionInBlock() - 1

    def places(self, wanted: str) -> Iterator[Place | None]:
        """Where a text occurs in the lines."""
        return places(self._lines, wanted)

    def selected_text(self) -> str:
        return self.textCursor().selectedText().replace("\u2029", "\n")

    def line_at(self, point: QPoint) -> int:
        """The line under a point of the viewport."""
        return self.cursorForPosition(point).blockNumber()

    def set_wrap(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        """Wraps long lines, unless the text is too long for that."""
        self._wrap = on
        self._apply_wrap()

    def set_code_font(self, font: QFont) -> None:
        self.setFont(font)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._colour_visible()
        super().paintEvent(event)
        for line in self._rules:
            self._draw_rule(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._numbers.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._looks = formats_of(theme_of(self.palette()))
            self._paint_anew()
        elif event.type() == QEvent.Type.FontChange:
            self._numbers.fit()

    def _add_slices(self) -> None:
        end = monotonic() + SLICES_SECONDS
        while self._timer.isActive() and monotonic() < end:
            self._add_slice()

    def _add_slice(self) -> None:
        end, size = self._next, 0
        while end < len(self._lines) and end - self._next < SLICE_LINES and size < SLICE_CHARACTERS:
            size += len(self._lines[end]) + 1
            end += 1
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        text = "\n".join(self._lines[self._next : end])
        cursor.insertText("\n" + text if self._next else text)
        self._next = end
        if end >= len(self._lines):
            self._timer.stop()
            self._reveal_current()
            self.filled.emit()

    def _apply_wrap(self) -> None:
        wrapped = self._wrap and self.can_wrap
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.WidgetWidth if wrapped else mode.NoWrap)

    def _paint_anew(self) -> None:
        self._round += 1
        self.viewport().update()

    def _reveal_current(self) -> None:
        if self._current is not None and self._current[0] < self.blockCount():
            self.setTextCursor(self._cursor_at(*self._current[:2]))
            self.ensureCursorVisible()

    def _cursor_at(self, line: int, column: int) -> QTextCursor:
        block = self.document().findBlockByNumber(line)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(self._lines[line][:column]))
        return cursor

    def _draw_rule(self, line: int) -> None:
        block = self.document().findBlockByNumber(line)
        if block.isValid():
            top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
            top -= self.fontMetrics().height() // 2  # in the middle of the empty line that parts them
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme_of(self.palette()).edge))
            painter.drawLine(0, top, self.viewport().width(), top)
            painter.end()

    def _colour_visible(self) -> None:
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        left = PAINT_RANGES
        while block.isValid() and top <= self.viewport().height():
            if block.userState() != self._round:
                if left <= 0:
                    QTimer.singleShot(0, self.viewport(), self.viewport().update)
                    return
                left -= self._colour_block(block)
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def _colour_block(self, block: QTextBlock) -> int:
        number = block.blockNumber()
        spans = list(self._spans[number]) if number < len(self._spans) else []
        spans += place_spans(self._matches.on_line(number), self._current)
        line = self._lines[number] if number < len(self._lines) else ""
        block.layout().setFormats(ranges(line, spans, self._looks))
        block.clearLayout()  # or Qt paints the runs of text that it has measured before
        block.setUserState(self._round)
        return len(spans)
