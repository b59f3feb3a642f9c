"""The editor of forward rules. It reads and writes nothing itself: it shows rules, and says what shall be kept or removed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.ui.forward_form import ForwardForm
from webhook_inspector.ui.forward_list import forward_entries, forward_side
from webhook_inspector.ui.list_dialog import ListDialog, ListWords
from webhook_inspector.ui.named_list import NEW, Entry

translate = QCoreApplication.translate

_ROWS = 38


@dataclass(frozen=True, slots=True)
class ForwardChange:
    before: str
    """The name that the rule has had so far; empty for a new one."""
    rule: ForwardRule


class ForwardsDialog(ListDialog[ForwardForm, ForwardChange]):
    """Its change is a `ForwardChange`, its keys are names; the answer to a change is `show_rules`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(forward_side(), ForwardForm(), _words(), _ROWS, parent)
        self._rules: tuple[ForwardRule, ...] = ()
        self._show_form(None)

    def show_rules(self, rules: Sequence[ForwardRule]) -> None:
        """What is configured now. What the user is typing stays, unless it is what has just been saved."""
        known, self._rules = tuple(rules) == self._rules, tuple(rules)
        self._follow(known=known)

    def _entries(self) -> list[Entry]:
        return forward_entries(self._rules)

    def _fill_form(self, key: str | None, proposed: str) -> None:
        rule = next((one for one in self._rules if one.name == key), ForwardRule(proposed, ()))
        self.form.show_rule(rule, self._others())

    def _change(self) -> ForwardChange:
        return ForwardChange(self._current or "", self.form.rule())

    def _held(self) -> ForwardRule:
        return self.form.rule()

    def _kept_as(self, change: ForwardChange) -> str | None:
        return change.rule.name if change.rule in self._rules else None

    def _typed_name(self) -> str:
        return self.form.name.text() or translate("Forwards", "New rule")

    def _look(self) -> None:
        free = self._pending is None
        self._save.setEnabled(free and self._dirty() and self.form.complete())
        self._side.remove.setEnabled(free and self._current is not None)
        self._side.add.setEnabled(free and self._current != NEW)


def _words() -> ListWords:
    return ListWords(
        save=translate("Forwards", "&Save"),
        close=translate("Forwards", "&Close"),
        title=translate("Forwards", "Forward rules"),
        hint=translate(
            "Forwards",
            "Add a rule to send captures on to your app as they come: to one address or to several, all of them or those "
            "that fit a filter. What cannot be delivered is tried again.",
        ),
        saved=lambda name: translate("Forwards", "Saved: {name}").format(name=name),
        unsaved=lambda name: translate("Forwards", "Save the changes to {name}?").format(name=name),
        removing=lambda name: translate(
            "Forwards", "Remove the rule {name}? What it still had to deliver is not sent any more."
        ).format(name=name),
        remove=translate("Forwards", "Remove"),
    )
