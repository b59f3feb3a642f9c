"""Any number of lines for reading: only those in sight are laid out, so that size costs nothing.

It does less than `BodyView`, which stays the one for texts of usual size: lines are not wrapped, and screen readers get the lines
in sight as its description, and the one that the cursor has moved to as an announcement. Its lines may be made on demand, as those of a hex view are.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from webhook_inspector.bodies.hexdump import HexLines
from webhook_inspector.bodies.highlight import spans as spans_of
from webhook_inspector.bodies.lines import WIDTH
from webhook_inspector.bodies.packed import PackedLines
from webhook_inspector.ui.copy_key import takes_key
from webhook_inspector.ui.line_caret import MOVES, Caret
from webhook_inspector.ui.matches import Matches, Place, places
from webhook_inspector.ui.text_formats import SELECTED, Span, formats_of, place_spans, ranges, units
from webhook_inspector.ui.theme import GRID, theme_of

LAID_OUT = 16_000
"""Characters that one paint lays out; what is left in sight follows in the next: lines may be long."""
KEPT = 500
"""Lines that are kept laid out."""
SPOKEN = 500
"""Characters of a line that screen readers get."""
COPY_LIMIT = 16 * 2**20
"""Characters of a selection that are copied."""


class LineArea(QAbstractScrollArea):
    """The keyboard moves a cursor and selects, as in any text."""

    replaced = Signal()
    """Another text has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setBackgroundRole(self.palette().ColorRole.Base)
        self.verticalScrollBar().valueChanged.connect(self._describe)
        self._lines: Sequence[str] = ()
        self._spans: Sequence[Sequence[Span]] = ()
        self._language = ""
        self._numbered = True
        self._caret = Caret()
        self._matches = Matches()
        self._current: Place | None = None
        self._layouts: OrderedDict[int, QTextLayout] = OrderedDict()
        self._coloured: OrderedDict[int, Sequence[Span]] = OrderedDict()
        self._looks = formats_of(theme_of(self.palette()))
        self._widest = 0

    @property
    def lines(self) -> Sequence[str]:
        return self._lines

    def show_lines(
        self,
        lines: Sequence[str],
        spans: Sequence[Sequence[Span]] = (),
        *,
        numbered: bool = True,
        language: str = "",
    ) -> None:
        """Replaces the text. Lines beyond `spans` are coloured one by one as `language`, when they are painted."""
        self._lines, self._spans, self._language, self._numbered = lines, spans, language, numbered
        self._caret, self._matches, self._current, self._widest = Caret(), Matches(), None, 0
        self._coloured.clear()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self._fit()
        self._paint_anew()
        self._describe()
        self.replaced.emit()

    def colour(self, spans: Sequence[Sequence[Span]]) -> None:
        """Gives the shown lines their colours, one list a line."""
        self._spans = spans
        self._paint_anew()

    def places(self, wanted: str) -> Iterator[Place | None]:
        """Where a text occurs in the lines; of a hex view, in the bytes."""
        if isinstance(self._lines, HexLines) or (isinstance(self._lines, PackedLines) and wanted):
            return self._lines.places(wanted)
        return places(self._lines, wanted)

    def selected_text(self) -> str:
        return self._caret.text(self._lines, COPY_LIMIT)

    def mark(self, matches: Matches, current: int) -> None:
        """Marks the places of a search; `current` is the index of the one to look at, -1 none."""
        self._matches = matches
        self._current = matches.places[current] if 0 <= current < len(matches) else None
        if self._current is not None:
            self._reveal(*self._current[:2])
        self._paint_anew()

    def select_current(self) -> None:
        """Turns the marked place into the selection."""
        if self._current is not None:
            line, start, end = self._current
            self._caret = Caret((line, end), (line, start))
            self._paint_anew()

    def place(self) -> tuple[int, int]:
        """Line and character where a search goes on: the marked place, else the cursor."""
        return self._current[:2] if self._current is not None else (self._caret.at[0], self._caret.at[1] - 1)

    def line_at(self, point: QPoint) -> int:
        """The line under a point of the viewport."""
        line = self.verticalScrollBar().value() + (point.y() - GRID) // self.fontMetrics().height()
        return max(0, min(line, len(self._lines) - 1))

    def set_code_font(self, font: QFont) -> None:
        self.setFont(font)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        height, margin = self.fontMetrics().height(), self._margin()
        first = self.verticalScrollBar().value()
        left = margin + GRID - self.horizontalScrollBar().value()
        for line in range(first, self._ready(first, min(first + self._page() + 2, len(self._lines)))):
            top = GRID + (line - first) * height
            layout = self._layout_of(line)
            painter.setPen(QColor(theme.text))
            layout.draw(painter, QPointF(left, top))
            if line == self._caret.at[0] and self.hasFocus():
                layout.drawCursor(painter, QPointF(left, top), self._unit(self._caret.at))
        if margin:
            painter.fillRect(QRect(0, 0, margin, self.viewport().height()), QColor(theme.alternate))
            painter.setPen(QColor(theme.muted))
            for line in range(first, min(first + self._page() + 2, len(self._lines))):
                place = QRect(0, GRID + (line - first) * height, margin - GRID, height)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(line + 1))
        painter.end()

    def resizeEvent(self, _event: QEvent) -> None:
        self._fit()
        self._describe()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._looks = formats_of(theme_of(self.palette()))
            self._widest = 0
            self._fit()
            self._paint_anew()

    def focusInEvent(self, _event: QEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, _event: QEvent) -> None:
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        return takes_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            if chosen := self.selected_text():
                QApplication.clipboard().setText(chosen)
        elif event.matches(keys.SelectAll):
            self._caret = Caret().moved("MoveToEndOfDocument", self._lines, 0, select=True)
            self._paint_anew()
        elif step := next((step for step in MOVES if event.matches(getattr(keys, step))), ""):
            self._move(step, select=False)
        elif step := next((step for step in MOVES if event.matches(getattr(keys, _selecting(step)))), ""):
            self._move(step, select=True)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._lines:
            select = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caret = self._caret.to(self._spot(event.position()), select=select)
            self._current = None
            self._paint_anew()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._lines:
            self._caret = self._caret.to(self._spot(event.position()), select=True)
            self._reveal(*self._caret.at)
            self._paint_anew()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._lines:
            self._caret = self._caret.to(self._spot(event.position())).on_word(self._lines)
            self._paint_anew()

    def _move(self, step: str, *, select: bool) -> None:
        self._caret = self._caret.moved(step, self._lines, self._page(), select=select)
        self._current = None
        self._reveal(*self._caret.at)
        self._paint_anew()
        if self._lines and QAccessible.isActive():
            line = self._lines[self._caret.at[0]][:SPOKEN]
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, line))

    def _describe(self) -> None:
        """Tells screen readers what is in sight."""
        first = self.verticalScrollBar().value()
        seen = self._lines[first : first + self._page() + 1]
        self.setAccessibleDescription("\n".join(line[:SPOKEN] for line in seen))

    def _ready(self, first: int, end: int) -> int:
        """The line up to which this paint gets. Another one is asked for where that is not the end."""
        room = LAID_OUT
        for line in range(first, end):
            if room <= 0:
                QTimer.singleShot(0, self.viewport(), self.viewport().update)
                return line
            room -= 0 if line in self._layouts else len(self._lines[line])
        return end

    def _layout_of(self, line: int) -> QTextLayout:
        if line in self._layouts:
            return self._layouts[line]
        text = self._lines[line]
        first, end = self._caret.on_line(line, len(text))
        marks = [*self._colours_of(line, text), *place_spans(self._matches.on_line(line), self._current)]
        layout = QTextLayout(text, self.font())
        layout.setFormats(ranges(text, [*marks, (first, end - first, SELECTED)], self._looks))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        self._layouts[line] = layout
        if len(self._layouts) > KEPT:
            self._layouts.popitem(last=False)
        width = round(layout.lineAt(0).naturalTextWidth())
        if width > self._widest:
            self._widest = width
            self._fit()
        return layout

    def _colours_of(self, line: int, text: str) -> Sequence[Span]:
        if line < len(self._spans):
            return self._spans[line]
        if self._language and line not in self._coloured:
            above = self._lines[line - 1] if line else ""
            cut = max(len(text), len(above)) >= WIDTH - 1  # of a piece of a line nobody knows what it begins in
            self._coloured[line] = () if cut else next(iter(spans_of([text], self._language)), ())
            if len(self._coloured) > KEPT:
                self._coloured.popitem(last=False)
        return self._coloured.get(line, ())

    def _spot(self, point: QPointF) -> tuple[int, int]:
        line = self.line_at(point.toPoint())
        x = point.x() - self._margin() - GRID + self.horizontalScrollBar().value()
        unit = self._layout_of(line).lineAt(0).xToCursor(x)
        text = self._lines[line]
        before = text.encode("utf-16-le", "surrogatepass")[: 2 * unit]
        return line, len(before.decode("utf-16-le", "ignore")) if units(text) != len(text) else unit

    def _unit(self, spot: tuple[int, int]) -> int:
        return units(self._lines[spot[0]][: spot[1]])

    def _reveal(self, line: int, column: int) -> None:
        if line >= len(self._lines):
            return
        bar = self.verticalScrollBar()
        if not bar.value() <= line < bar.value() + self._page():
            bar.setValue(line - self._page() // 3)
        across = self.horizontalScrollBar()
        x, _after = cast("tuple[float, int]", self._layout_of(line).lineAt(0).cursorToX(self._unit((line, column))))
        room = self.viewport().width() - self._margin() - 2 * GRID
        if not across.value() <= x < across.value() + room:
            across.setValue(round(x - room / 3))

    def _page(self) -> int:
        return max(1, (self.viewport().height() - 2 * GRID) // self.fontMetrics().height())

    def _margin(self) -> int:
        if not self._numbered or not self._lines:
            return 0
        return self.fontMetrics().horizontalAdvance("9") * max(2, len(str(len(self._lines)))) + 2 * GRID

    def _fit(self) -> None:
        self.verticalScrollBar().setRange(0, max(0, len(self._lines) - self._page()))
        self.verticalScrollBar().setPageStep(self._page())
        room = self.viewport().width() - self._margin() - 2 * GRID
        self.horizontalScrollBar().setRange(0, max(0, self._widest - room))
        self.horizontalScrollBar().setPageStep(max(1, room))
        self.horizontalScrollBar().setSingleStep(self.fontMetrics().horizontalAdvance("9"))

    def _paint_anew(self) -> None:
        self._layouts.clear()
        self.viewport().update()


def _selecting(step: str) -> str:
    return step.replace("MoveTo", "Select")
