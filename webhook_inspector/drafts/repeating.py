"""When to send what: one request many times, or a selection of captures as they came, faster, at once, shuffled, doubled."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from random import Random

from webhook_inspector.core.problem import KnownError, Problem

MOST = 100_000
"""Requests of one run."""

_SECOND = 10**9


class Pace(StrEnum):
    AT_ONCE = "at once"
    """As fast as `Repetition.at_once` lets them."""
    RATE = "rate"
    ORIGINAL = "original"
    """With the gaps in which they were captured."""


@dataclass(frozen=True, slots=True)
class Repetition:
    times: int = 1
    """How often all of it is sent, one round after the other."""
    at_once: int = 1
    """Most requests under way at the same time."""
    pace: Pace = Pace.AT_ONCE
    per_second: float = 1.0
    """Of the pace RATE."""
    speed: float = 1.0
    """Of the pace ORIGINAL: 10 is ten times as fast."""
    doubled: bool = False
    """Whether each is sent twice in a row, as by a provider whose first answer was lost."""
    shuffled: bool = False
    seed: int = 0
    """The same seed gives the same order again."""


ONCE = Repetition()


@dataclass(frozen=True, slots=True)
class Start:
    seconds: float
    """After the beginning of the run, not before which it is sent."""
    index: int
    """Which of the requests, from 0."""


def schedule(captured_ns: Sequence[int], repetition: Repetition = ONCE) -> tuple[Start, ...]:
    """The starts in their order. `captured_ns`: when each request was captured, in the order in which they are to be sent.

    For one draft sent N times: any one number, and `times`. Raises KnownError where the repetition makes no sense.
    """
    fault = problem_of(repetition, len(captured_ns))
    if fault is not None:
        raise KnownError(fault)
    copies = 2 if repetition.doubled else 1
    offsets, length = _round(captured_ns, repetition)
    starts: list[Start] = []
    for number in range(repetition.times):
        order = list(range(len(captured_ns)))
        if repetition.shuffled:
            Random(f"{repetition.seed}/{number}").shuffle(order)  # noqa: S311  (an order that can be had again)
        for offset, index in zip(offsets, order, strict=True):
            starts += [Start(number * length + offset, index)] * copies
    if repetition.pace is Pace.RATE:
        return tuple(Start(place / repetition.per_second, one.index) for place, one in enumerate(starts))
    return tuple(starts)


def problem_of(repetition: Repetition, count: int) -> Problem | None:
    """What is wrong with a repetition of so many requests."""
    total = count * repetition.times * (2 if repetition.doubled else 1)
    if repetition.times < 1 or repetition.at_once < 1:
        return Problem.of("repeat-number")
    if not (0 < repetition.per_second <= MOST and 0 < repetition.speed <= MOST):
        return Problem.of("repeat-speed", limit=MOST)
    return Problem.of("repeat-many", total=total, limit=MOST) if total > MOST else None


def _round(captured_ns: Sequence[int], repetition: Repetition) -> tuple[list[float], float]:
    """When each starts within one round, and how long a round is: to its last start, and the usual gap after it.

    Captures that do not stand in the order of time have no gap between them.
    """
    if repetition.pace is not Pace.ORIGINAL or not captured_ns:
        return [0.0] * len(captured_ns), 0.0
    gaps = [max(later - earlier, 0) / _SECOND / repetition.speed for earlier, later in pairwise(captured_ns)]
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    return offsets, offsets[-1] + (offsets[-1] / len(gaps) if gaps else 0.0)
