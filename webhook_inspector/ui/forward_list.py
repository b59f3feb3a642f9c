"""The list of forward rules: name, targets, mode and whether each is paused."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.text import visible
from webhook_inspector.ui.forward_words import rule_line
from webhook_inspector.ui.named_list import Entry, ListSide, NamedList
from webhook_inspector.ui.texts import cut

translate = QCoreApplication.translate


def forward_entries(rules: Iterable[ForwardRule]) -> list[Entry]:
    return [Entry(rule.name, f"{visible(cut(rule.name))}\n{rule_line(rule)}") for rule in rules]


def forward_side() -> ListSide:
    name = translate("Forwards", "Forward rules")
    new = translate("Forwards", "New rule") + "\n" + translate("Forwards", "not saved yet")
    return ListSide(
        NamedList(name, new),
        add=translate("Forwards", "&Add"),
        remove=translate("Forwards", "&Remove…"),
        title=translate("Forwards", "Ru&les"),
    )
