"""The headers of a draft: a table with tick boxes, or a text to be edited in bulk."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.core.draft import DraftField
from webhook_inspector.drafts.fates import Line
from webhook_inspector.ui.editor_bulk import bulk_fields, bulk_text
from webhook_inspector.ui.editor_headers_model import FATE, NAME, VALUE, HeadersModel
from webhook_inspector.ui.parts import ElidedLabel, IconButton, separator
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate


class HeadersPart(QWidget):
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HeadersModel(self)
        self.table = _Table(self.model)
        self.bulk = QPlainTextEdit()
        self.about = ElidedLabel()
        self.add = _button("plus", translate("Editor", "Add"))
        self.remove = _button("minus", translate("Editor", "Remove"))
        self.up = _button("up", translate("Editor", "Move up"), worded=False)
        self.down = _button("down", translate("Editor", "Move down"), worded=False)
        self.as_text = QPushButton(translate("Editor", "Edit as text"))
        self._place = QStackedWidget()
        self._build()
        self._connect()

    def fields(self) -> tuple[DraftField, ...]:
        return tuple(self.model.fields)

    def show_fields(self, fields: Sequence[DraftField]) -> None:
        self.model.show_fields(fields)
        self.table.size_columns()
        if self.as_text.isChecked():
            self._fill_bulk()

    def show_lines(self, lines: Sequence[Line], faults: Mapping[int, str]) -> None:
        self.model.show_lines(lines, faults)

    def go_to(self, row: int, column: int) -> None:
        """To the place of a fault."""
        self.as_text.setChecked(False)
        self.table.setCurrentIndex(self.model.index(row, column))
        self.table.setFocus()

    def set_code_font(self, font: QFont) -> None:
        self.bulk.setFont(font)

    def _tell(self) -> None:
        """Of the current row, what its cell may have no room for."""
        self.about.setText(self.model.about(self.table.currentIndex().row()))
        self.about.setVisible(bool(self.about.text()) and not self.as_text.isChecked())

    def _add(self) -> None:
        row = self.model.add(DraftField(b"", b""))
        index = self.model.index(row, NAME)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _remove(self) -> None:
        row = self.table.currentIndex().row()
        self.model.remove(row)
        self.table.setCurrentIndex(self.model.index(min(row, len(self.model.fields) - 1), VALUE))

    def _move(self, by: int) -> None:
        row = self.table.currentIndex().row()
        self.table.setCurrentIndex(self.model.index(self.model.move(row, by), VALUE))

    def _turn(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        if on:
            self._fill_bulk()
        for button in (self.add, self.remove, self.up, self.down):
            button.setEnabled(not on)
        self._place.setCurrentWidget(self.bulk if on else self.table)
        (self.bulk if on else self.table).setFocus()
        self._tell()

    def _fill_bulk(self) -> None:
        before = self.bulk.blockSignals(True)
        self.bulk.setPlainText(bulk_text(self.model.fields))
        self.bulk.blockSignals(before)

    def _take_bulk(self) -> None:
        self.model.show_fields(bulk_fields(self.bulk.toPlainText(), self.model.fields))
        self.edited.emit()

    def _build(self) -> None:
        self.about.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.about.setAccessibleName(translate("Editor", "What is sent of the header"))
        self.about.hide()
        self.bulk.setFrameShape(QFrame.Shape.NoFrame)
        self.bulk.setTabChangesFocus(True)
        self.bulk.setAccessibleName(translate("Editor", "Headers as text"))
        self.bulk.setPlaceholderText(translate("Editor", "Name: value, one a line; // before a line leaves it out"))
        self.as_text.setCheckable(True)
        self.as_text.setAutoDefault(False)
        self._place.addWidget(self.table)
        self._place.addWidget(self.bulk)
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        for button in (self.add, self.remove, self.up, self.down):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.as_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(separator())
        column.addWidget(self._place, 1)
        column.addWidget(self.about)

    def _connect(self) -> None:
        self.model.edited.connect(self.edited)
        self.model.dataChanged.connect(lambda *_: self._tell())
        self.model.modelReset.connect(self._tell)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.table.remove_wanted.connect(self._remove)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.as_text.toggled.connect(self._turn)
        self.bulk.textChanged.connect(self._take_bulk)


class _Table(QTableView):
    remove_wanted = Signal()

    def __init__(self, model: HeadersModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(translate("Editor", "Headers of the draft"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        self.horizontalHeader().setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(FATE, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def size_columns(self) -> None:
        self.setColumnWidth(NAME, 20 * self.fontMetrics().averageCharWidth())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
            self.size_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return edits, as F2 does; Del takes the row away."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _button(icon_name: str, text: str, *, worded: bool = True) -> IconButton:
    return IconButton(icon_name, text, worded=worded)
