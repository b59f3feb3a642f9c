"""A text that is edited and coloured: the colours come from a worker, and a line gets its own when it is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QFont, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from webhook_inspector.ui.text_formats import Span, formats_of, ranges
from webhook_inspector.ui.theme import GRID, theme_of

translate = QCoreApplication.translate

SLICE = 32 * 2**10
"""Characters that are put in at once: a few milliseconds."""
_PARAGRAPH = "\u2029"


class CodeEdit(QPlainTextEdit):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: Sequence[Sequence[Span]] = ()
        self._round = 0
        self._filling, self._filled = "", 0
        """What is being filled in, and how many characters of it are there."""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_slice)
        self._looks = formats_of(theme_of(self.palette()))
        self.setAccessibleName(translate("Editor", "Body of the draft"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.document().setDocumentMargin(GRID)

    def text(self) -> str:
        """Exactly: `toPlainText` would turn no-break spaces into spaces."""
        return self._filling or self.document().toRawText().replace(_PARAGRAPH, "\n")

    def show_text(self, text: str) -> None:
        """Tells nobody. A long text comes in slices and can be edited when it is all there: at once it would stop the window."""
        before = self.blockSignals(True)
        self._spans = ()
        self.clear()
        self.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        self.blockSignals(before)
        self._filling, self._filled = text, 0
        self._add_slice()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def colour(self, spans: Sequence[Sequence[Span]]) -> None:
        """One list a line, of the text as it is now."""
        self._spans = spans
        self._round += 1
        self.viewport().update()

    def go_to(self, line: int, column: int) -> None:
        """Both from 1."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(max(column - 1, 0), max(block.length() - 1, 0)))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.setFocus()

    def set_code_font(self, font: QFont) -> None:
        self.setFont(font)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))

    def _add_slice(self) -> None:
        end = self._filled + SLICE
        before = self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(self._filling[self._filled : end])
        self._filled = end
        if end < len(self._filling):
            self._timer.start()
        else:
            self._timer.stop()
            self._filling = ""
            self.setReadOnly(False)
            self.setUndoRedoEnabled(True)
        self.blockSignals(before)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._colour_visible()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._looks = formats_of(theme_of(self.palette()))
            self._round += 1
            self.viewport().update()

    def _colour_visible(self) -> None:
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            if block.userState() != self._round:
                self._colour_block(block)
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def _colour_block(self, block: QTextBlock) -> None:
        number = block.blockNumber()
        spans = self._spans[number] if number < len(self._spans) else ()
        block.layout().setFormats(ranges(block.text(), spans, self._looks))
        block.clearLayout()  # or Qt paints the runs of text that it has measured before
        block.setUserState(self._round)
