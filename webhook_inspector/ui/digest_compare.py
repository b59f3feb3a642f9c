"""The signature that was expected beside the one that came, and where they begin to differ."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.verdict import Step
from webhook_inspector.ui.texts import cut, number

translate = QCoreApplication.translate

GROUP = 4
"""Hexadecimal digits that stand together."""
LIMIT = 4_000
"""Characters of a value that are shown."""

_HEX = re.compile(r"[0-9A-Fa-f]{8,}")
_BETWEEN = ", "
"""Parts the signatures of one step."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the two sides."""

    value: str
    """As it is, for copying: one signature a line."""
    text: str
    """For reading: hexadecimal digits in groups."""
    mark: int = -1
    """The character of `text` at which it differs from the other side; -1: none."""


@dataclass(frozen=True, slots=True)
class Comparison:
    expected: Shown
    found: Shown
    words: str


def compare(step: Step) -> Comparison:
    """Of the step `digest`. Several signatures on one side are only listed: each fits none of the other side."""
    expected, found = (cut(side, LIMIT).split(_BETWEEN) for side in (step.expected, step.found))
    single = len(expected) == len(found) == 1 and bool(step.expected and step.found)
    at = -1 if step.holds or not single else difference(expected[0], found[0])
    sides = [Shown("\n".join(side), "\n".join(map(grouped, side)), place(side[0], at)) for side in (expected, found)]
    return Comparison(sides[0], sides[1], _words(expected[0], found[0], at))


def difference(one: str, other: str) -> int:
    """The first place, from 0, at which they differ; -1 where they are the same."""
    shorter = min(len(one), len(other))
    at = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    return -1 if at == len(one) == len(other) else at


def grouped(value: str) -> str:
    """`9f2c 1b04 …` of hexadecimal digits; anything else as it is."""
    if not _HEX.fullmatch(value):
        return value
    return " ".join(value[start : start + GROUP] for start in range(0, len(value), GROUP))


def place(value: str, at: int) -> int:
    """Where the character `at` of `value` stands in `grouped(value)`; -1 where it has none."""
    if not 0 <= at < len(value):
        return -1
    return at + at // GROUP if _HEX.fullmatch(value) else at


def _words(expected: str, found: str, at: int) -> str:
    if at < 0:
        return ""
    if expected.lower() == found.lower():
        sentence = translate("Signature", "Only upper and lower case differ, from character {place}.")
    else:
        sentence = translate("Signature", "Difference from character {place}.")
    words = sentence.format(place=number(at + 1))
    if len(expected) == len(found):
        return words
    sizes = translate("Signature", "{expected} characters are expected, {found} came.")
    return f"{words} " + sizes.format(expected=number(len(expected)), found=number(len(found)))
