"""What `prune` removes, or would remove, and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.cli.upkeep import captures
from webhook_inspector.core.text import visible
from webhook_inspector.store.retention import Limits


@dataclass(frozen=True, slots=True)
class Removal:
    """By one rule, as `Removals` of retention names it."""

    rule: str
    count: int
    first: int = 0
    last: int = 0
    """The lowest and the highest id, where they are known."""

    @classmethod
    def of(cls, rule: str, ids: Sequence[int]) -> "Removal":
        return cls(rule, len(ids), min(ids), max(ids))

    def line(self, verb: str, limits: Limits) -> str:
        """`would remove 3 captures (#1 to #4): /stripe: older than 7 days`."""
        return f"{verb} {captures(self.count)}{self._span()}: {visible(self._reason(limits))}"

    def _span(self) -> str:
        if not self.first:
            return ""
        return f" (#{self.first})" if self.first == self.last else f" (#{self.first} to #{self.last})"

    def _reason(self, limits: Limits) -> str:
        kind, _, path = self.rule.partition(":")
        own = next((one for one in limits.endpoints if path and one.path == path), limits)
        return {
            "deleted": "deleted before",
            "age": f"{path}{': ' * bool(path)}older than {own.age_days:,} {'day' if own.age_days == 1 else 'days'}",
            "count": f"{path}{': ' * bool(path)}more than the newest {own.count:,}",
            "size": f"the history is larger than {limits.size // 2**20:,} MiB",
        }[kind]
