"""Attempts that were made before their captures were stored, until the queue stores them beside their captures' mark.

They are lost with the process. The queue then finds the captures above its mark and delivers them: at least once, as always.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from webhook_inspector.core.delivery import Delivery
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.store.deliveries import Made


@dataclass(frozen=True, slots=True)
class Tried:
    """An attempt at the first target of a proxy rule."""

    rule: str
    """Its name."""
    made: Made
    """Its delivery has neither an id nor a capture yet."""


class Beforehand:
    """Lives on the engine's loop, which hears of stored captures in the order of their ids. `news`: one more is known."""

    def __init__(self, news: Callable[[], None]) -> None:
        self._news = news
        self._open: Counter[str] = Counter()
        self._known: dict[str, dict[int, Made]] = {}
        self._latest = 0
        self._none = asyncio.Event()
        self._none.set()

    def submitted(self, tried: Tried) -> None:
        """Its capture is on its way into the history."""
        self._open[tried.rule] += 1
        self._look()

    def settled(self, tried: Tried, capture: int) -> None:
        """Its capture is stored under that id; 0: it could not be stored, and the attempt is forgotten."""
        self._open[tried.rule] -= 1
        if capture:
            self._latest = max(self._latest, capture)
            self._known.setdefault(tried.rule, {})[capture] = tried.made
        self._look()
        self._news()

    def reach(self, rule: str, after: int, reached: int) -> int:
        """Up to which id, of those above `after`, it is known by now whether captures were tried beforehand."""
        return min(reached, max(after, self._latest)) if self._open[rule] > 0 else reached

    def known(self, rule: str, reached: int) -> dict[int, Made]:
        """The attempts by a rule at captures up to that id."""
        return {capture: made for capture, made in self._known.get(rule, {}).items() if capture <= reached}

    def stored(self, rule: str, captures: Collection[int]) -> None:
        """The attempts at these captures are in the history."""
        known = self._known.get(rule, {})  # the rule may have gone meanwhile
        for capture in captures:
            known.pop(capture, None)
        self._look()

    def keep_only(self, rules: Collection[str]) -> None:
        """Attempts of rules that are gone belong to nobody."""
        self._known = {rule: made for rule, made in self._known.items() if rule in rules}
        self._look()

    async def none_left(self, seconds: float) -> None:
        """Waits so long at most."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._none.wait(), seconds)

    def _look(self) -> None:
        if any(self._known.values()) or any(self._open.values()):
            self._none.clear()
        else:
            self._none.set()


def wanted_of(rule: ForwardRule, captures: Iterable[int], tried: Mapping[int, Made], now_ns: int) -> list[Delivery]:
    """The deliveries of captures by a rule: first those that were tried, in their order, then the others, due now."""
    done = {(capture, made.delivery.target) for capture, made in tried.items()}
    others = [(capture, target) for capture in captures for target in rule.targets if (capture, target) not in done]
    return [
        *(replace(made.delivery, capture=capture) for capture, made in tried.items()),
        *(Delivery(target, now_ns, capture, rule.name, next_ns=now_ns) for capture, target in others),
    ]


def made_of(stored: Sequence[Delivery], tried: Mapping[int, Made]) -> list[Made]:
    """The attempts at what `wanted_of` gave, once that is stored."""
    return [replace(made, delivery=one) for one, made in zip(stored, tried.values(), strict=False)]
