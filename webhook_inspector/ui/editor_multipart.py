"""The parts of a multipart body: a table of them, and below it the current one, if it is text."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.bodies.sniff import signature
from webhook_inspector.drafts.multipart import FormPart, Multipart
from webhook_inspector.ui.editor_body_text import EditedText, editable
from webhook_inspector.ui.editor_code import CodeEdit
from webhook_inspector.ui.editor_grid import EditGrid
from webhook_inspector.ui.parts import Hint, IconButton, StateLine, separator
from webhook_inspector.ui.texts import size
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_NAME, _FILE_NAME, _TYPE, _SIZE = range(4)
_UNKNOWN_TYPE = "application/octet-stream"
NOTHING = Multipart("", b"", (), b"")


class MultipartTable(QWidget):
    edited = Signal()
    file_wanted = Signal()
    """The bytes of the current part shall be read from a file: `take_file` takes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = NOTHING
        self._ending = "\n"
        self.table = EditGrid(
            (
                translate("Editor", "Name"),
                translate("Editor", "File name"),
                translate("Editor", "Content type"),
                translate("Editor", "Size"),
            )
        )
        self.add = IconButton("plus", translate("Editor", "Add"), worded=True)
        self.remove = IconButton("minus", translate("Editor", "Remove"), worded=True)
        self.load = QPushButton(translate("Editor", "Part from a file…"))
        self.edit = CodeEdit()
        self.words = StateLine("warning")
        self._hint = Hint()
        self._place = QStackedWidget()
        self._build()
        self._connect()

    @property
    def body(self) -> bytes:
        """What nobody has touched stands in it byte for byte."""
        return self._whole.body

    @property
    def current(self) -> FormPart | None:
        row = self.table.currentRow()
        return self._whole.parts[row] if 0 <= row < len(self._whole.parts) else None

    def show_multipart(self, whole: Multipart) -> None:
        row = max(self.table.currentRow(), 0)
        self._show(whole, row)

    def take_file(self, path: Path, content: bytes) -> None:
        """The part becomes a file of that name; its type stays where it has one."""
        part = self.current
        if part is not None:
            kind = part.content_type or signature(content) or _UNKNOWN_TYPE
            self._change(part.with_body(content).with_names(part.name, path.name).with_type(kind))
            self._show_current()

    def enter(self) -> None:
        self.table.setFocus()

    def set_code_font(self, font: QFont) -> None:
        self.table.set_code_font(font)
        self.edit.set_code_font(font)

    def _show(self, whole: Multipart, row: int) -> None:
        self._whole = whole
        before = self.table.blockSignals(True)
        self.table.setRowCount(len(whole.parts))
        for place in range(len(whole.parts)):
            self._fill_row(place)
        self.table.setCurrentCell(min(row, len(whole.parts) - 1), _NAME)
        self.table.blockSignals(before)
        self._show_current()

    def _fill_row(self, row: int) -> None:
        part = self._whole.parts[row]
        for column, text in enumerate((part.name, part.file_name, part.content_type, size(len(part.body)))):
            item = self.table.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                if column == _SIZE:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(row, column, item)
            item.setText(text)

    def _show_current(self) -> None:
        part = self.current
        found = None if part is None else editable(part.body)
        for button in (self.remove, self.load):
            button.setEnabled(part is not None)
        if part is None:
            self._hint.say(translate("Editor", "There is no part. Add one."))
        elif found is None:
            words = translate("Editor", "This part is no text that can be edited: {size}. Replace it from a file.")
            self._hint.say(words.format(size=size(len(part.body))))
        else:
            self._ending = found.ending
            self.edit.show_text(found.text)
        self._place.setCurrentWidget(self._hint if found is None else self.edit)
        self._warn()

    def _change(self, part: FormPart) -> None:
        row = self.table.currentRow()
        if part == self._whole.parts[row]:
            return
        self._whole = self._whole.with_part(row, part)
        before = self.table.blockSignals(True)
        self._fill_row(row)
        self.table.blockSignals(before)
        self._warn()
        self.edited.emit()

    def _warn(self) -> None:
        part = self.current
        clash = part is not None and self._whole.clashes(part.body)
        words = translate("Editor", "This part holds the boundary of the body, which ends it there. Take that out.")
        self.words.say(words if clash else "")

    def _type(self) -> None:
        part = self.current
        if part is not None:
            self._change(part.with_body(EditedText(self.edit.text(), self._ending).to_bytes()))

    def _take(self, item: QTableWidgetItem) -> None:
        """A cell that was edited; typing in it makes it current."""
        part = self._whole.parts[item.row()]
        if item.column() == _TYPE:
            changed = part.with_type(item.text())
        elif item.column() == _NAME:
            changed = part.with_names(item.text(), part.file_name)
        else:
            changed = part.with_names(part.name, item.text())
        self.table.setCurrentCell(item.row(), item.column())
        self._change(changed)

    def _add(self) -> None:
        self._show(self._whole.with_field(""), len(self._whole.parts))
        self.table.setFocus()
        self.edited.emit()
        self.table.edit(self.table.currentIndex())

    def _remove(self) -> None:
        row = self.table.currentRow()
        if self.current is not None:
            self._show(self._whole.without(row), row)
            self.edited.emit()

    def _build(self) -> None:
        self.table.setAccessibleName(translate("Editor", "Parts of the body"))
        self.edit.setAccessibleName(translate("Editor", "Text of the part"))
        for column, signs in ((_FILE_NAME, 20), (_TYPE, 24)):
            self.table.setColumnWidth(column, signs * self.fontMetrics().averageCharWidth())
        self.load.setAutoDefault(False)
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        for button in (self.add, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.load)
        self.words.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._place.addWidget(self._hint)
        self._place.addWidget(self.edit)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        for widget in (separator(), self.words, self._place):
            under.addWidget(widget, 1 if widget is self._place else 0)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        splitter.setChildrenCollapsible(False)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(0)
        column_of_all.addLayout(row)
        column_of_all.addWidget(separator())
        column_of_all.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.table.itemChanged.connect(self._take)
        self.table.currentCellChanged.connect(lambda row, _column, before, _old: self._go(row, before))
        self.table.remove_wanted.connect(self._remove)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.load.clicked.connect(self.file_wanted)
        self.edit.textChanged.connect(self._type)

    def _go(self, row: int, before: int) -> None:
        if row != before:
            self._show_current()
