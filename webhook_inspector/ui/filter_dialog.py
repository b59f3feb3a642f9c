"""Asks how a saved filter is called, what it searches for, its colour and its key."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QWidget

from webhook_inspector.core.marks import COLOURS
from webhook_inspector.saved_filters import KEYS, SavedFilter
from webhook_inspector.search.parse import parse
from webhook_inspector.ui.columns import colour_word
from webhook_inspector.ui.form_dialog import FormDialog
from webhook_inspector.ui.form_rows import FormRows
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.texts import cut, problem_text

translate = QCoreApplication.translate

NAME_LIMIT = 60


class FilterDialog(FormDialog):
    """What is given is a `SavedFilter`."""

    def __init__(self, parent: QWidget, before: SavedFilter, others: Sequence[SavedFilter]) -> None:
        """`others` are all that there are beside this one."""
        super().__init__(parent, QDialogButtonBox.StandardButton.Save)
        self._others = tuple(others)
        self.name = QLineEdit(before.name)
        self.text = QLineEdit(before.text)
        self.colour = QComboBox()
        self.key = QComboBox()
        self._name_problem, self._text_problem = StateLine("error"), StateLine("error")
        self._fill(before)
        self._build()
        self.name.setFocus()
        self._look()

    def saved(self) -> SavedFilter:
        return SavedFilter(
            self.name.text().strip(), self.text.text().strip(), self.colour.currentData(), self.key.currentData()
        )

    def _filled_in(self) -> SavedFilter:
        return self.saved()

    def _fill(self, before: SavedFilter) -> None:
        self.name.setMaxLength(NAME_LIMIT)
        self.colour.addItem(translate("Sidebar", "none"), "")
        for name in COLOURS:
            self.colour.addItem(f"● {colour_word(name)}", name)
        self.key.addItem(translate("Sidebar", "none"), 0)
        taken = {one.key: one.name for one in self._others if one.key}
        for key in KEYS:
            words = translate("Sidebar", "Alt+{key} (now of {name})") if key in taken else "Alt+{key}"
            self.key.addItem(words.format(key=key, name=cut(taken.get(key, ""), 20)), key)
        self.colour.setCurrentIndex(self.colour.findData(before.colour))
        self.key.setCurrentIndex(self.key.findData(before.key))

    def _build(self) -> None:
        self.setWindowTitle(translate("Sidebar", "Saved filter"))
        fields = QWidget()
        form = FormRows(fields)
        form.put(0, translate("Sidebar", "&Name"), self.name, self._name_problem)
        form.put(1, translate("Sidebar", "&Filter"), self.text, self._text_problem)
        form.put(2, translate("Sidebar", "&Colour"), self.colour)
        form.put(3, translate("Sidebar", "&Key"), self.key)
        self._hold(fields)
        self.name.textChanged.connect(self._look)
        self.text.textChanged.connect(self._look)

    def _look(self) -> None:
        """What cannot be kept is said while it is typed."""
        saved = self.saved()
        parsed = parse(saved.text)
        taken = any(one.name == saved.name for one in self._others)
        self._name_problem.say(translate("Sidebar", "There is a filter of this name already.") if taken else "")
        self._text_problem.say("" if parsed.fault is None else problem_text(parsed.fault.problem))
        good = parsed.query is not None and not parsed.query.is_empty and bool(saved.name) and not taken
        self._allow(good)
