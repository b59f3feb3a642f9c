"""The editor of forward rules. It reads and writes nothing itself: it shows rules, and says what shall be kept or removed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.text import visible
from webhook_inspector.ui.forward_form import ForwardForm
from webhook_inspector.ui.forward_list import NEW, ForwardSide
from webhook_inspector.ui.parts import Hint, StateLine
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_Button = QMessageBox.StandardButton


@dataclass(frozen=True, slots=True)
class ForwardChange:
    before: str
    """The name that the rule has had so far; empty for a new one."""
    rule: ForwardRule


class ForwardsDialog(QDialog):
    saved = Signal(object)
    """A `ForwardChange`. The answer is `show_rules` when it is done, `tell_problem` when it could not be."""
    removed = Signal(str)
    """A name. The answer is the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: tuple[ForwardRule, ...] = ()
        self._current: str | None = None
        """The name of the rule in the form as it was saved, NEW, or None where the form is empty."""
        self._begun: ForwardRule | None = None
        """What the form showed at first."""
        self._pending: ForwardChange | None = None
        self._removing: str | None = None
        self._then: Callable[[], None] | None = None
        """What follows when the pending change is saved."""
        self._side = ForwardSide()
        self.form = ForwardForm()
        self._hint = Hint()
        self._right = QStackedWidget()
        self._problem = StateLine("error")
        self._done = StateLine("ok")
        self._save = QPushButton(translate("Forwards", "&Save"))
        self._close = QPushButton(translate("Forwards", "&Close"))
        self._build()
        self._connect()
        self._show_form(None)

    def show_rules(self, rules: Sequence[ForwardRule]) -> None:
        """What is configured now. What the user is typing stays, unless it is what has just been saved."""
        known, self._rules = tuple(rules) == self._rules, tuple(rules)
        names = self._names()
        pending = self._pending
        if pending is not None and pending.rule in self._rules:
            self._has_saved(pending)
        elif self._removing is not None and self._removing not in names:
            self._show_form(next(iter(names), None))
        elif self._dirty() or self._current == NEW:
            self._current = self._current if self._current in names else NEW
            self._side.list.fill(self._rules, self._current)
            self.form.set_others(self._others())
            self._look()
        elif not known or self._current is None:
            self._show_form(self._current if self._current in names else next(iter(names), None))

    def tell_problem(self, text: str) -> None:
        """What could not be saved or removed, and why; the form stays as it is."""
        self._pending, self._then, self._removing = None, None, None
        self.form.setEnabled(True)
        self._done.say("")
        self._problem.say(text)
        self._look()

    def reject(self) -> None:
        """What is being saved goes on being saved."""
        if self._pending is not None:
            super().reject()
        else:
            self._leave(lambda: QDialog.reject(self))

    def done(self, result: int) -> None:
        self._show_form(None)
        super().done(result)

    def _build(self) -> None:
        self.setWindowTitle(translate("Forwards", "Forward rules"))
        self._hint.say(
            translate(
                "Forwards",
                "Add a rule to send captures on to your app as they come: to one address or to several, all of them or those "
                "that fit a filter. What cannot be delivered is tried again.",
            )
        )
        self._right.addWidget(self._hint)
        self._right.addWidget(self.form)
        self._close.setAutoDefault(False)
        self._save.setDefault(True)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._side)
        sides.addWidget(self._right)
        sides.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth()
        sides.setSizes([38 * width, 90 * width])
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self._save)
        end.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(sides, 1)
        column.addWidget(self._problem)
        column.addWidget(self._done)
        column.addLayout(end)
        self.resize(140 * width, 38 * self.fontMetrics().height())

    def _connect(self) -> None:
        self._side.list.picked.connect(lambda name: self._leave(lambda: self._show_form(name)))
        self._side.add.clicked.connect(lambda: self._leave(lambda: self._show_form(NEW)))
        self._side.remove.clicked.connect(self._ask_to_remove)
        self.form.changed.connect(self._changed)
        self._save.clicked.connect(self._begin_to_save)
        self._close.clicked.connect(self.reject)

    def _show_form(self, name: str | None) -> None:
        """The rule of a name, a new one, or none, as it is configured."""
        self._current = name
        self._pending, self._then, self._removing = None, None, None
        self._side.list.fill(self._rules, name)
        rule = next((one for one in self._rules if one.name == name), ForwardRule("", ()))
        self.form.show_rule(rule, self._others())
        self.form.setEnabled(True)
        self._right.setCurrentIndex(0 if name is None else 1)
        if name is None and not self._rules:
            self._side.add.setFocus()
        self._begun = self.form.rule()
        self._problem.say("")
        self._done.say("")
        self._look()
        if name == NEW:
            self.form.enter()

    def _names(self) -> list[str]:
        return [one.name for one in self._rules]

    def _others(self) -> tuple[str, ...]:
        return tuple(name for name in self._names() if name != self._current)

    def _dirty(self) -> bool:
        return self._current is not None and self.form.rule() != self._begun

    def _changed(self) -> None:
        self._problem.say("")
        self._done.say("")
        self._look()

    def _look(self) -> None:
        free = self._pending is None
        self._save.setEnabled(free and self._dirty() and self.form.complete())
        self._side.remove.setEnabled(free and self._current is not None)
        self._side.add.setEnabled(free and self._current != NEW)

    def _begin_to_save(self) -> None:
        self._pending = ForwardChange(self._current or "", self.form.rule())
        self.form.setEnabled(False)
        self._look()
        self.saved.emit(self._pending)

    def _has_saved(self, change: ForwardChange) -> None:
        then = self._then
        self._show_form(change.rule.name)
        self._done.say(translate("Forwards", "Saved: {name}").format(name=visible(cut(change.rule.name))))
        if then is not None:
            then()

    def _leave(self, go: Callable[[], None]) -> None:
        """Goes there, after it has asked what shall become of unsaved changes."""
        if self._pending is not None:
            return
        if not self._dirty():
            go()
            return
        words = translate("Forwards", "Save the changes to {name}?").format(name=self._words())
        box = self._question(words, _Button.Save | _Button.Discard | _Button.Cancel)
        box.button(_Button.Save).setEnabled(self.form.complete())
        box.finished.connect(lambda result: self._answer(result, go))
        box.open()

    def _answer(self, result: int, go: Callable[[], None]) -> None:
        if result == _Button.Discard.value:
            self._show_form(None)
            go()
        elif result == _Button.Save.value:
            self._then = go
            self._begin_to_save()

    def _ask_to_remove(self) -> None:
        if self._current == NEW:
            self._show_form(next(iter(self._names()), None))
        elif self._current is not None:
            words = translate("Forwards", "Remove the rule {name}? What it still had to deliver is not sent any more.")
            box = self._question(words.format(name=self._words()), _Button.Yes | _Button.Cancel)
            box.button(_Button.Yes).setText(translate("Forwards", "Remove"))
            box.finished.connect(lambda result, name=self._current: self._remove_now(result, name))
            box.open()

    def _remove_now(self, result: int, name: str) -> None:
        if result == _Button.Yes.value:
            self._removing = name
            self.removed.emit(name)

    def _words(self) -> str:
        return visible(cut(self._current or self.form.name.text() or translate("Forwards", "New rule"), 60))

    def _question(self, text: str, buttons: QMessageBox.StandardButton) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), "", buttons, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setDefaultButton(_Button.Cancel)
        box.finished.connect(box.deleteLater)
        return box
