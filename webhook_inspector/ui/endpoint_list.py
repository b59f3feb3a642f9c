"""The list of endpoints: path, scheme and how many secrets each has."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.core.rules import Rules
from webhook_inspector.core.text import visible
from webhook_inspector.ui.endpoint_form import scheme_title
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.texts import cut, number
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

NEW = ""
"""In place of a path: the endpoint that is just being made."""

_PATH = Qt.ItemDataRole.UserRole


class EndpointList(QListWidget):
    picked = Signal(str)
    """Another one than `current` was chosen. The list shows it when `select` says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: str | None = None
        self.setAccessibleName(translate("Endpoints", "Endpoints"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(GRID // 4)
        self.itemSelectionChanged.connect(self._chosen)

    def fill(self, rules: Rules, current: str | None) -> None:
        """All endpoints, and a line for the new one if that is `current`; None: none is selected."""
        before = self.blockSignals(True)
        self.clear()
        for path in sorted(rules.paths()):
            endpoint, count = rules.endpoint_of(path), len(rules.secrets_of(path))
            words = translate("Endpoints", "secrets: {count}") if count else translate("Endpoints", "no secret")
            self._add(
                endpoint.path,
                f"{cut(visible(endpoint.path))}\n{scheme_title(endpoint.scheme)} · {words.format(count=number(count))}",
            )
        if current == NEW:
            self._add(NEW, translate("Endpoints", "New endpoint") + "\n" + translate("Endpoints", "not saved yet"))
        self.blockSignals(before)
        self.select(current)

    def select(self, path: str | None) -> None:
        self._current = path
        before = self.blockSignals(True)
        paths = [self.item(row).data(_PATH) for row in range(self.count())]
        self.setCurrentRow(paths.index(path) if path in paths else -1)
        self.blockSignals(before)

    def _add(self, path: str, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_PATH, path)
        self.addItem(item)

    def _chosen(self) -> None:
        item = self.currentItem()
        path = str(item.data(_PATH)) if item else None
        if path is not None and path != self._current:
            self.select(self._current)
            self.picked.emit(path)


class EndpointSide(QWidget):
    """The list under its title, with the buttons that make and remove endpoints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = EndpointList()
        self.add = QPushButton(translate("Endpoints", "&Add"))
        self.remove = QPushButton(translate("Endpoints", "&Remove…"))
        title = PlainLabel(translate("Endpoints", "E&ndpoints"))
        title.setBuddy(self.list)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
