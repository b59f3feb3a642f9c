"""The list of forward rules: name, targets, mode and whether each is paused."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.text import visible
from webhook_inspector.ui.forward_words import rule_line
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

NEW = ""
"""In place of a name: the rule that is just being made."""

_NAME = Qt.ItemDataRole.UserRole


class ForwardList(QListWidget):
    picked = Signal(str)
    """Another one than the current was chosen. The list shows it when `select` says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: str | None = None
        self.setAccessibleName(translate("Forwards", "Forward rules"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(GRID // 4)
        self.itemSelectionChanged.connect(self._chosen)

    def fill(self, rules: Sequence[ForwardRule], current: str | None) -> None:
        """All rules, and a line for the new one if that is `current`; None: none is selected."""
        before = self.blockSignals(True)
        self.clear()
        for rule in rules:
            self._add(rule.name, f"{visible(cut(rule.name))}\n{rule_line(rule)}")
        if current == NEW:
            self._add(NEW, translate("Forwards", "New rule") + "\n" + translate("Forwards", "not saved yet"))
        self.blockSignals(before)
        self.select(current)

    def select(self, name: str | None) -> None:
        self._current = name
        before = self.blockSignals(True)
        names = [self.item(row).data(_NAME) for row in range(self.count())]
        self.setCurrentRow(names.index(name) if name in names else -1)
        self.blockSignals(before)

    def _add(self, name: str, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_NAME, name)
        self.addItem(item)

    def _chosen(self) -> None:
        item = self.currentItem()
        name = str(item.data(_NAME)) if item else None
        if name is not None and name != self._current:
            self.select(self._current)
            self.picked.emit(name)


class ForwardSide(QWidget):
    """The list under its title, with the buttons that make and remove rules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ForwardList()
        self.add = QPushButton(translate("Forwards", "&Add"))
        self.remove = QPushButton(translate("Forwards", "&Remove…"))
        title = PlainLabel(translate("Forwards", "Ru&les"))
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
