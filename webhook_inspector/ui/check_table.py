"""The table of a handler check: few rows, whose sentences are read whole."""

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from webhook_inspector.handler_check import Tried
from webhook_inspector.ui.check_model import TOLD, CheckModel
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate


class CheckTable(QTableView):
    picked = Signal(object)
    """The `Tried` of the current row, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CheckModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(translate("Check", "Answers of the handler"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.rows.dataChanged.connect(lambda *_: self._answers_came())
        self.rows.modelReset.connect(self._begin)

    def current(self) -> Tried | None:
        return self.rows.tried_at(self.currentIndex().row())

    def text(self) -> str:
        """The current row."""
        row = self.currentIndex().row()
        cells = (str(self.rows.index(row, column).data() or "") for column in range(self.rows.columnCount()))
        return "\t".join(cells)

    def arrange(self) -> None:
        """Columns as wide as what is in them; the sentences take what is left, and rows are as high as they need."""
        header = self.horizontalHeader()
        for column in range(TOLD):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            wanted = max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            header.resizeSection(column, wanted + GRID)
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def event(self, event: QEvent) -> bool:
        """Takes the key for copying: the whole row, not one cell."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.KeyPress:
                QApplication.clipboard().setText(self.text())
            event.accept()
            return True
        return super().event(event)

    def _fit_rows(self) -> None:
        """As high as the sentence needs, with some air."""
        self.resizeRowsToContents()
        for row in range(self.rows.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + GRID)

    def _begin(self) -> None:
        self.arrange()
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(0, 0), flags.ClearAndSelect | flags.Rows)

    def _answers_came(self) -> None:
        self.arrange()
        self._tell()

    def _tell(self) -> None:
        self.picked.emit(self.current())
