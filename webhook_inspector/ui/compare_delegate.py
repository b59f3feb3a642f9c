"""Paints the cells of a comparison: a wash behind what differs, a stronger one and a line under the very characters."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from webhook_inspector.compare.change import Kind, Row
from webhook_inspector.compare.marks import Mark, marks
from webhook_inspector.ui.compare_model import GLYPH, LEFT, CompareModel
from webhook_inspector.ui.text_formats import ranges
from webhook_inspector.ui.theme import GRID, Theme, theme_of

GONE, NEW = "gone", "new"
"""Looks of a side that differs: its wash, and the tone of its marks."""
_TONES = {GONE: ("fail_wash", "fail"), NEW: ("note_wash", "ok")}
_MARKED = 0.28
"""How much of the tone is in the ground of a mark."""


class CompareDelegate(QStyledItemDelegate):
    def __init__(self, model: CompareModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.offset = 0
        """Pixels that all texts are moved to the left."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = theme_of(self._view.palette())
        shown = self._model.shown_at(index.row())
        text = self._model.text_at(index.row(), index.column())
        side = None if shown.row is None else self.side_of(shown.row, index.column())
        rect = option.rect
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(
            rect, QColor(self._ground(theme, side, missing=text is None, heading=shown.heading is not None))
        )
        if text and index.column() == GLYPH:
            painter.setPen(QColor(theme.muted if side is None else getattr(theme, _TONES[side][1])))
            painter.setFont(self._view.font())
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        elif text:
            self._draw(painter, rect, text, self._looks(theme, shown.row, side))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(theme.accent))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def side_of(self, row: Row, column: int) -> str | None:
        """GONE or NEW; None where nothing is to be marked."""
        if row.kind in (Kind.SAME, Kind.IGNORED):
            return None
        if row.kind is not Kind.CHANGED:
            lacks = self._model.side_by_side and self._model_lacks(row, column)
            return None if lacks else (NEW if row.kind is Kind.ADDED else GONE)
        if column == GLYPH:
            return NEW
        if self._model_lacks(row, column):
            return None
        return GONE if column == LEFT else NEW

    def _model_lacks(self, row: Row, column: int) -> bool:
        return column != GLYPH and (row.left if column == LEFT else row.right) is None

    def _ground(self, theme: Theme, side: str | None, *, missing: bool, heading: bool) -> str:
        if heading:
            return theme.window
        if missing:
            return theme.alternate
        return theme.base if side is None else str(getattr(theme, _TONES[side][0]))

    def _looks(self, theme: Theme, row: Row | None, side: str | None) -> "_Looks":
        if row is None:
            return _Looks(theme.muted)
        left = row.partner if row.left is None else row.left
        right = row.partner if row.right is None else row.right
        if side is None or left is None or right is None:
            return _Looks(theme.muted if row.kind is Kind.IGNORED else theme.text)
        tone = QColor(getattr(theme, _TONES[side][1]))
        wash = QColor(getattr(theme, _TONES[side][0]))
        return _Looks(theme.text, marks(left, right)[0 if side == GONE else 1], _mixed(wash, tone), tone)

    def _draw(self, painter: QPainter, rect: QRect, text: str, looks: "_Looks") -> None:
        layout = QTextLayout(text, self._view.font())
        layout.setFormats(ranges(text, [(start, length, "mark") for start, length in looks.places], looks.formats()))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        top = rect.top() + (rect.height() - layout.boundingRect().height()) / 2
        painter.setPen(QColor(looks.ink))
        layout.draw(painter, QPointF(rect.left() + GRID - self.offset, top))


class _Looks:
    """Ink of a line, and the places of it that are marked."""

    def __init__(
        self, ink: str, places: tuple[Mark, ...] = (), ground: QColor | None = None, line: QColor | None = None
    ) -> None:
        self.ink = ink
        self.places = places
        self._ground = ground
        self._line = line

    def formats(self) -> dict[str, QTextCharFormat]:
        if self._ground is None or self._line is None:
            return {}
        found = QTextCharFormat()
        found.setBackground(self._ground)
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        found.setUnderlineColor(self._line)
        return {"mark": found}


def _mixed(ground: QColor, tone: QColor) -> QColor:
    """`ground` with some of `tone` in it."""
    parts = zip(ground.getRgb()[:3], tone.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(one + (other - one) * _MARKED) for one, other in parts))
