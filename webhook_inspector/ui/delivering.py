"""What the pane Deliveries and the window's forwarding tell each other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from webhook_inspector.core.forward import ForwardRule


class Delivering(QObject):
    changed = Signal(object)
    """A tuple of captures: what has become of their deliveries is otherwise now. It is empty where only rules have changed."""
    retry_wanted = Signal(object)
    """Ids of deliveries that shall be attempted now."""
    stop_wanted = Signal(object)
    """Ids of deliveries that shall not be attempted any more."""
    rules_wanted = Signal()
    """The editor of forward rules."""

    def __init__(self) -> None:
        super().__init__()
        self.rules: tuple[ForwardRule, ...] = ()
        self.paused = False
        """Whether forwarding as a whole pauses."""

    def set_rules(self, rules: Sequence[ForwardRule], *, paused: bool) -> None:
        self.rules, self.paused = tuple(rules), paused
        self.changed.emit(())

    def rule_of(self, name: str) -> ForwardRule | None:
        return next((rule for rule in self.rules if rule.name == name), None)
