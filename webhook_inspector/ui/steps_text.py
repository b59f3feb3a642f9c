"""The steps of a verdict, a line each: whether it holds, the fact, and below it what was expected and what was found."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from webhook_inspector.core.text import visible
from webhook_inspector.core.verdict import Step
from webhook_inspector.ui.copy_key import copies_all
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import GRID, theme_of

translate = QCoreApplication.translate

GLYPHS = {True: ("✓", "ok"), False: ("✗", "fail")}
LIMIT = 600
"""Characters of one fact or value."""
INDENT = 3 * GRID


class StepsText(QTextEdit):
    """As high as its text; selected and copied over several steps at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[Step] = ()
        self._code = self.font()
        self.setAccessibleName(translate("Signature", "Steps"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)

    def show_steps(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._write()

    def set_code_font(self, font: QFont) -> None:
        self._code = font
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not copies_all(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for number, step in enumerate(self._steps):
            glyph, tone = GLYPHS[step.holds]
            self._line(cursor, INDENT, first=number == 0)
            cursor.insertText(glyph, self._look(tone))
            cursor.insertText("\t" + cut(visible(step.fact), LIMIT), self._look("text"))
            if step.compares and step.name != "digest":  # its values have a place of their own
                self._value(cursor, translate("Signature", "expected"), step.expected)
                self._value(cursor, translate("Signature", "found"), step.found)
        self._fit()

    def _value(self, cursor: QTextCursor, label: str, value: str) -> None:
        if value:
            width = self.fontMetrics().horizontalAdvance(translate("Signature", "expected")) + 2 * GRID
            self._line(cursor, INDENT + width, width)
            cursor.insertText(label, self._look("muted"))
            code = self._look("text")
            code.setFont(self._code)
            cursor.insertText("\t" + cut(visible(value), LIMIT), code)

    def _line(self, cursor: QTextCursor, indent: int, hanging: int = INDENT, *, first: bool = False) -> None:
        """Begins a paragraph whose further lines stand under the text that follows its tab."""
        shape = QTextBlockFormat()
        shape.setLeftMargin(indent)
        shape.setTextIndent(-hanging)
        shape.setTopMargin(0 if first else GRID / 2)
        shape.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
        if first:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)

    def _look(self, token: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(QColor(getattr(theme_of(self.palette()), token)))
        return look

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(ceil(self.document().size().height()) + 2)
