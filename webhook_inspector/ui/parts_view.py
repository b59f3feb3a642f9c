"""A multipart body: its parts in a table, and below it the one that is chosen, head and body."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from webhook_inspector.bodies.multipart import Part, safe_name
from webhook_inspector.bodies.pretty import render
from webhook_inspector.core.text import show
from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.parts import IconButton, separator
from webhook_inspector.ui.texts import cut, plain_tooltip, size
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

SHOWN = 64 * 2**10
"""Bytes of a part that are shown; all of it is saved."""


class PartsView(QSplitter):
    save_wanted = Signal()
    """The chosen part shall go into a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.text = BodyView()
        self._parts: Sequence[Part] = ()
        self._table = QTreeWidget()
        self._save = IconButton("save", translate("Body", "Save part…"), worded=True)
        self._build()

    @property
    def chosen(self) -> Part | None:
        row = self._row()
        return self._parts[row] if 0 <= row < len(self._parts) else None

    @property
    def suggested(self) -> str:
        """A safe name for the file of the chosen part."""
        part = self.chosen
        return safe_name(part.file_name if part else "", f"part-{self._row() + 1}.bin")

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._table.clear()
        height = self._table.fontMetrics().height() + GRID
        for number, part in enumerate(parts, 1):
            cells = [str(number), part.name, part.file_name, part.content_type, size(len(part.body))]
            item = QTreeWidgetItem(self._table, [cut(cell) for cell in cells])
            item.setSizeHint(0, QSize(0, height))
            for column, cell in enumerate(cells):
                item.setToolTip(column, plain_tooltip(cut(cell, 2000)))
        room = self.height()
        table = min(height * len(parts) + self._table.header().sizeHint().height() + GRID, room // 2)
        self.setSizes([table, room - table])  # no more for few parts than they need
        self._save.setEnabled(bool(parts))
        if top := self._table.topLevelItem(0):
            self._table.setCurrentItem(top)
        else:
            self.text.show_lines([])

    def set_code_font(self, font: QFont) -> None:
        self.text.set_code_font(font)

    def _build(self) -> None:
        self._table.setAccessibleName(translate("Body", "Parts"))
        self._table.setHeaderLabels(
            [
                translate("Body", "Part"),
                translate("Body", "Name"),
                translate("Body", "File"),
                translate("Body", "Type"),
                translate("Body", "Size"),
            ]
        )
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        self._table.setAllColumnsShowFocus(True)
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        for column, width in enumerate((7, 22, 24, 24)):
            self._table.header().resizeSection(column, width * GRID)
        self._table.currentItemChanged.connect(lambda _now, _before: self._show_chosen())
        self._save.clicked.connect(self.save_wanted)
        self.text.setAccessibleName(translate("Body", "Part of the body"))
        below = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.addWidget(self._save)
        row.addStretch(1)
        layout = QVBoxLayout(below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(separator())
        layout.addLayout(row)
        layout.addWidget(self.text, 1)
        self.addWidget(self._table)
        self.addWidget(below)
        self.setStretchFactor(1, 2)
        self.setChildrenCollapsible(False)

    def _row(self) -> int:
        return self._table.currentIndex().row()

    def _show_chosen(self) -> None:
        part = self.chosen
        if part is None:
            return
        head = [show(line) for line in part.head.splitlines()]
        body = render(part.body, part.content_type, "", pretty=True, limit=SHOWN).lines
        self.text.show_lines([*head, "", *body], numbered=False)
        self.text.draw_rules([len(head) + 1] if body else [])
