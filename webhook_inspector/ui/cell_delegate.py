"""Paints the cells of the table of captures, with as few questions to the model as can be, and each text laid out once."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QStaticText, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.columns import COLUMNS
from webhook_inspector.ui.theme import theme_of

MARGIN = 3
"""Left and right of a text, as Fusion has it."""
MOST_TEXTS = 4_000
"""Texts that are kept laid out; many are the same in very many rows."""
_SELECTED = QStyle.StateFlag.State_Selected.value
_ACTIVE = QStyle.StateFlag.State_Active.value
_RIGHT = [bool(column.alignment & Qt.AlignmentFlag.AlignRight) for column in COLUMNS]


@dataclass(frozen=True, slots=True)
class _Text:
    laid_out: QStaticText
    width: float
    height: float


class CellDelegate(QStyledItemDelegate):
    """Qt's own would ask the model seven questions a cell, and lay out its text three times on every paint."""

    def __init__(self, model: CapturesModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._palette_key = 0
        self._colours: dict[tuple[str, int], QColor] = {}
        """By tone and state."""
        self._texts: dict[tuple[str, int], _Text] = {}
        """By text and the room for it."""

    def forget(self) -> None:
        """The font is another one: every text is to be laid out anew."""
        self._texts.clear()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """For the width that a text wants."""
        option.displayAlignment = COLUMNS[index.column()].alignment
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text = self._model.text_at(index.row(), index.column())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row is what is current, not one of its cells: no frame is drawn around one."""
        state, row, column = option.state.value & (_SELECTED | _ACTIVE), index.row(), index.column()
        if state & _SELECTED:
            self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        cells = self._model.cells_at(row)
        text = "" if cells is None else self._model.text_of(cells, row, column)
        if cells is None or not text:
            return
        painter.setPen(self._colour(cells.tones[column], state))
        rect = option.rect
        shown = self._laid_out(text, rect.width() - 2 * MARGIN, option)
        left = rect.right() + 1 - MARGIN - shown.width if _RIGHT[column] else rect.x() + MARGIN
        painter.drawStaticText(int(left), rect.y() + int((rect.height() - shown.height) / 2), shown.laid_out)

    def _laid_out(self, text: str, room: int, option: QStyleOptionViewItem) -> _Text:
        found = self._texts.get((text, room))
        if found is None:
            if len(self._texts) >= MOST_TEXTS:
                self._texts.clear()
            found = self._texts[text, room] = _lay_out(text, room, option)
        return found

    def _colour(self, tone: str, state: int) -> QColor:
        palette = self._view.palette()
        if self._palette_key != palette.cacheKey():
            self._palette_key = palette.cacheKey()
            self._colours.clear()
        colour = self._colours.get((tone, state))
        if colour is None:
            colour = self._colours[tone, state] = _plain(palette, state) if tone == "text" else _tone(palette, tone)
        return colour


def _plain(palette: QPalette, state: int) -> QColor:
    """The colour of a text without a tone."""
    role = QPalette.ColorRole.HighlightedText if state & _SELECTED else QPalette.ColorRole.Text
    return palette.color(QPalette.ColorGroup.Active if state & _ACTIVE else QPalette.ColorGroup.Inactive, role)


def _tone(palette: QPalette, tone: str) -> QColor:
    theme = theme_of(palette)
    return QColor(theme.marks[tone] if tone in theme.marks else getattr(theme, tone))


def _lay_out(text: str, room: int, option: QStyleOptionViewItem) -> _Text:
    metrics = option.fontMetrics
    if metrics.horizontalAdvance(text) > room:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    one_line = QTextOption()
    one_line.setWrapMode(QTextOption.WrapMode.NoWrap)
    laid_out.setTextOption(one_line)
    laid_out.prepare(font=option.font)
    size = laid_out.size()
    return _Text(laid_out, size.width(), size.height())
