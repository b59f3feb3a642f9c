"""Paints the cells of the table of captures, with as few questions to the model as can be."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.columns import COLUMNS
from webhook_inspector.ui.theme import theme_of


class CellDelegate(QStyledItemDelegate):
    """Sets what a cell needs by itself: Qt's own would ask the model seven questions a cell."""

    def __init__(self, model: CapturesModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._colours = _tones(view)
        self._palette_key = view.palette().cacheKey()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        cells = self._model.cells_at(index.row())
        column = COLUMNS[index.column()]
        option.displayAlignment = column.alignment
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the row is what is current, not one of its cells
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text = cells.texts[index.column()] if cells else ""
        if cells is not None and cells.tones[index.column()] != "text":
            self._tint(option, cells.tones[index.column()])

    def _tint(self, option: QStyleOptionViewItem, tone: str) -> None:
        if self._palette_key != self._view.palette().cacheKey():
            self._palette_key = self._view.palette().cacheKey()
            self._colours = _tones(self._view)
        palette = option.palette
        palette.setColor(palette.ColorRole.Text, self._colours[tone])
        palette.setColor(palette.ColorRole.HighlightedText, self._colours[tone])


def _tones(view: QTableView) -> dict[str, QColor]:
    theme = theme_of(view.palette())
    tones = {tone: QColor(getattr(theme, tone)) for tone in ("ok", "fail", "warn", "none")}
    return tones | {name: QColor(colour) for name, colour in theme.marks.items()}
