"""How a run can be paced, as the window offers it: a line of a list, some with a number, each a `Repetition`. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.drafts.repeating import Pace, Repetition
from webhook_inspector.repeat import MOST_AT_ONCE

_IN_TIME = 16
"""Most that are under way at once where the time of each is given."""


@dataclass(frozen=True, slots=True)
class PaceChoice:
    title: str
    apply: Callable[[Repetition, float], Repetition]
    """With the number."""
    number: str = ""
    """What the number is, as its field is named; empty where there is none."""
    usual: float = 1
    most: float = 1
    decimals: int = 0


PACES: Mapping[str, PaceChoice] = {
    "one": PaceChoice(
        QT_TRANSLATE_NOOP("Repeat", "one after the other"), lambda one, _: replace(one, pace=Pace.AT_ONCE, at_once=1)
    ),
    "several": PaceChoice(
        QT_TRANSLATE_NOOP("Repeat", "several at once"),
        lambda one, number: replace(one, pace=Pace.AT_ONCE, at_once=int(number)),
        QT_TRANSLATE_NOOP("Repeat", "so many at once"),
        4,
        MOST_AT_ONCE,
    ),
    "all": PaceChoice(
        QT_TRANSLATE_NOOP("Repeat", "all at once"), lambda one, _: replace(one, pace=Pace.AT_ONCE, at_once=MOST_AT_ONCE)
    ),
    "original": PaceChoice(
        QT_TRANSLATE_NOOP("Repeat", "with the original pauses"),
        lambda one, _: replace(one, pace=Pace.ORIGINAL, at_once=_IN_TIME, speed=1.0),
    ),
    "faster": PaceChoice(
        QT_TRANSLATE_NOOP("Repeat", "with shorter pauses"),
        lambda one, number: replace(one, pace=Pace.ORIGINAL, at_once=_IN_TIME, speed=number),
        QT_TRANSLATE_NOOP("Repeat", "times as fast"),
        10,
        10_000,
        1,
    ),
    "rate": PaceChoice(
        QT_TRANSLATE_NOOP("Repeat", "at a rate"),
        lambda one, number: replace(one, pace=Pace.RATE, at_once=_IN_TIME, per_second=number),
        QT_TRANSLATE_NOOP("Repeat", "requests a second"),
        5,
        10_000,
        1,
    ),
}
"""By key, in the order of the list."""


def choice_of(repetition: Repetition) -> tuple[str, float]:
    """The key of the line that a repetition stands in, and its number."""
    if repetition.pace is Pace.RATE:
        return "rate", repetition.per_second
    if repetition.pace is Pace.ORIGINAL:
        return ("original", 1) if repetition.speed == 1 else ("faster", repetition.speed)
    at_once = {1: "one", MOST_AT_ONCE: "all"}
    return at_once.get(repetition.at_once, "several"), repetition.at_once
