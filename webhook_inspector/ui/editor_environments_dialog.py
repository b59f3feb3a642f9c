"""The environments as small tables of variables, edited and kept together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.environments import Environment, is_name
from webhook_inspector.ui.editor_pairs import Pair
from webhook_inspector.ui.editor_pairs_table import PairsTable
from webhook_inspector.ui.form_rows import FormRows, remark_label
from webhook_inspector.ui.parts import IconButton, StateLine
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate


@dataclass
class _Edited:
    name: str
    pairs: list[Pair] = field(default_factory=list)


class EnvironmentsDialog(QDialog):
    saved = Signal(object)
    """A tuple of `Environment`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[_Edited] = []
        self.choice = QComboBox()
        self.add = IconButton("plus", translate("Editor", "Add an environment"))
        self.remove = IconButton("minus", translate("Editor", "Remove the environment"))
        self.name = QLineEdit()
        self.table = PairsTable(translate("Editor", "Variables"))
        self.fault = StateLine("error")
        self.save = QPushButton(translate("Editor", "&Save"))
        self._cancel = QPushButton(translate("Editor", "&Cancel"))
        self._build()
        self._connect()

    def show_environments(self, known: Sequence[Environment], name: str) -> None:
        """And the one of that name first; with none there, two to begin with."""
        first = known or (Environment("local"), Environment("staging"))
        self._all = [_Edited(one.name, [Pair(key, value) for key, value in one.variables.items()]) for one in first]
        names = [one.name for one in self._all]
        self._fill(names.index(name) if name in names else 0)

    def _fill(self, place: int) -> None:
        before = self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([one.name for one in self._all])
        self.choice.setCurrentIndex(place if self._all else -1)
        self.choice.blockSignals(before)
        self._show()

    def _show(self) -> None:
        one = self._current()
        before = self.name.blockSignals(True)
        self.name.setText(one.name if one else "")
        self.name.blockSignals(before)
        self.table.show_pairs(one.pairs if one else ())
        for widget in (self.name, self.table, self.remove, self.choice):
            widget.setEnabled(one is not None)
        self._look()

    def _current(self) -> _Edited | None:
        place = self.choice.currentIndex()
        return self._all[place] if 0 <= place < len(self._all) else None

    def _rename(self, text: str) -> None:
        one = self._current()
        if one is not None:
            one.name = text.strip()
            self.choice.setItemText(self.choice.currentIndex(), one.name)
            self._look()

    def _take(self) -> None:
        one = self._current()
        if one is not None:
            one.pairs = list(self.table.pairs())
            self._look()

    def _add(self) -> None:
        self._all.append(_Edited(""))
        self._fill(len(self._all) - 1)
        self.name.setFocus()

    def _remove(self) -> None:
        place = self.choice.currentIndex()
        if 0 <= place < len(self._all):
            del self._all[place]
            self._fill(min(place, len(self._all) - 1))

    def _look(self) -> None:
        fault = _fault(self._all)
        self.fault.say(fault)
        self.save.setEnabled(not fault)

    def _save(self) -> None:
        found = (
            Environment(one.name, MappingProxyType({pair.name: pair.value for pair in one.pairs if pair.name}))
            for one in self._all
        )
        self.saved.emit(tuple(found))
        self.accept()

    def _build(self) -> None:
        self.setObjectName("environments")
        self.setWindowTitle(translate("Editor", "Variables"))
        self.choice.setAccessibleName(translate("Editor", "Environment"))
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.choice, 1)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        inside = QWidget()
        form = FormRows(inside)
        form.put(0, translate("Editor", "&Name"), self.name)
        words = translate(
            "Editor",
            "{{name}} in an address, a header or a body becomes the value. Kept readable in settings.toml, so no secrets here. {{$timestamp}}, {{$isoTimestamp}} and {{$uuid}} are always there.",
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save)
        self.save.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(inside)
        column.addWidget(self.table, 1)
        column.addWidget(remark_label(words))
        column.addWidget(self.fault)
        column.addLayout(buttons)
        width = self.fontMetrics().averageCharWidth()
        self.resize(70 * width, 24 * self.fontMetrics().height())

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(lambda _place: self._show())
        self.name.textChanged.connect(self._rename)
        self.table.edited.connect(self._take)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.save.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)


def _fault(environments: Sequence[_Edited]) -> str:
    names = [one.name for one in environments]
    if not all(names):
        return translate("Editor", "Give each environment a name.")
    if len(set(names)) < len(names):
        return translate("Editor", "Two environments have the same name.")
    wrong = next((pair.name for one in environments for pair in one.pairs if pair.name and not is_name(pair.name)), "")
    if wrong:
        words = translate("Editor", "“{name}” is no name for a variable: use letters, digits, . _ and -")
        return words.format(name=wrong)
    return ""
