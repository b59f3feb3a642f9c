"""The pane Headers: names and values in the order, the case and the number in which they came."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QFont, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from webhook_inspector.core.text import show
from webhook_inspector.ui.header_groups import Group, groups, line
from webhook_inspector.ui.headers_tree import HeadersTree
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.parts import IconButton, separator
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.value_text import ValueText
from webhook_inspector.ui.workshop import Tools

translate = QCoreApplication.translate


class HeadersPane(QWidget):
    def __init__(self, _tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[Group] = ()
        self._copy_value = QAction(translate("Headers", "Copy value"), self)
        self._copy_fields = QAction(translate("Headers", "Copy"), self)
        self._copy_all = QAction(translate("Headers", "Copy all"), self)
        self._buttons = (self._button(self._copy_value), self._button(self._copy_all))
        self.tree = HeadersTree()
        self.value = ValueText(translate("Headers", "Whole value"))
        self._below = self._value_area()
        self._connect()
        self._arrange()

    async def fill(self, loaded: Loaded) -> None:
        self._groups = groups(loaded.record)
        self.tree.show_groups(self._groups)
        self._show_current()

    def set_code_font(self, font: QFont) -> None:
        self.tree.set_code_font(font)
        self.value.setFont(font)

    def copy_all(self) -> None:
        """The headers of the request, a line each; not the trailers, not ours."""
        _copy(map(line, self._groups[0].fields if self._groups else ()))

    def _connect(self) -> None:
        tree = self.tree
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._open_menu)
        tree.itemSelectionChanged.connect(self._show_current)
        tree.copy_wanted.connect(self._copy_fields.trigger)
        self._copy_fields.triggered.connect(lambda: _copy(map(line, tree.fields())))
        self._copy_value.triggered.connect(lambda: _copy(show(field[1]) for field in tree.fields()))
        self._copy_all.triggered.connect(self.copy_all)

    def _show_current(self) -> None:
        """A value that its cell cannot show whole is shown below, where it can be read and selected."""
        chosen = self.tree.fields()
        text = show(chosen[0][1]) if len(chosen) == 1 else ""
        whole = self.tree.shows_whole(text)
        self.value.show_value("" if whole else text)
        self._below.setVisible(not whole)
        self._copy_value.setEnabled(bool(chosen))
        self._buttons[0].setEnabled(bool(chosen))

    def _open_menu(self, place: QPoint) -> None:
        item = self.tree.itemAt(place)
        if item is not None and not item.isSelected():
            self.tree.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._copy_value, self._copy_fields, self._copy_all])
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _button(self, action: QAction) -> IconButton:
        button = IconButton("copy", action.text(), worded=True)
        button.clicked.connect(action.trigger)
        return button

    def _value_area(self) -> QWidget:
        area = QWidget()
        area.setBackgroundRole(QPalette.ColorRole.Base)
        area.setAutoFillBackground(True)
        framed = QHBoxLayout()
        framed.setContentsMargins(2 * GRID, 0, GRID, 0)
        framed.addWidget(self.value)
        layout = QVBoxLayout(area)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(separator())
        layout.addLayout(framed)
        return area

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        buttons.setSpacing(GRID // 2)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(buttons)
        layout.addWidget(separator())
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._below)


def _copy(lines: Iterable[str]) -> None:
    QApplication.clipboard().setText("\n".join(lines))
