"""Reasons that lie in the time: too old, too early, of another time zone or unit, or another time than the one that was signed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from email.utils import parsedate_to_datetime

from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Step
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.trial import EXPIRED, Cause, Trial
from webhook_inspector.signatures.clock import tolerance

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_DAY, _HOUR, _MINUTE = 86_400, 3_600, 60
_NEAR = 90
"""Seconds within which an age counts as whole hours."""
_FARTHEST_ZONE = 14
_NUMBER = re.compile(rb"(?<![0-9A-Za-z])[0-9]{10}(?:[0-9]{3})?(?![0-9A-Za-z])")
_FIELDS, _AROUND = 6, 30
"""Header fields with a time that are looked at; seconds around a time that are tried."""


def ages(patient: Patient) -> Iterator[Trial]:
    """How far the signed time is from the clock, and what that looks like."""
    step = _failing(patient)
    if step is None or not _WHOLE.fullmatch(step.found):
        return
    age = int(step.found)
    if _WHOLE.fullmatch(step.expected):
        problem, remedy = _explained(patient, age)
        yield Trial(patient.with_setting("tolerance_seconds", abs(age) + 1), problem, remedy)
    elif not step.expected:  # no tolerance: what is signed has a beginning and an end of its own
        code = "doctor-time-early" if age < 0 else "doctor-time-over"
        inside = patient.case.now - age + (1 if age < 0 else -1)
        yield Trial(replace(patient.case, now=inside), Problem.of(code, age=span(abs(age))))


def _failing(patient: Patient) -> Step | None:
    """The first step about the time that does not hold; `clock.py` says what it expects and finds."""
    return next((one for one in patient.verdict.steps if one.name == "timestamp" and not one.holds), None)


def _explained(patient: Patient, age: int) -> tuple[Problem, Remedy | None]:
    now, limit = patient.case.now, tolerance(patient.case.settings) or 0
    when = now - age
    if abs(when / 1000 - now) <= _DAY:
        return Problem.of("doctor-time-in-milliseconds"), None
    if abs(when * 1000 - now) <= _DAY:
        return Problem.of("doctor-time-in-seconds"), None
    hours = round(abs(age) / _HOUR)
    if 1 <= hours <= _FARTHEST_ZONE and abs(abs(age) - hours * _HOUR) <= _NEAR:
        return Problem.of("doctor-time-zone", hours=hours, age=span(abs(age)), limit=limit), None
    code = "doctor-time-old" if age > 0 else "doctor-time-ahead"
    enough = -(-(abs(age) + 1) // _MINUTE) * _MINUTE
    remedy = Remedy(Action.SET, source=patient.case.endpoint, name="tolerance_seconds", value=str(enough))
    return Problem.of(code, age=span(abs(age)), limit=limit), remedy if enough <= _DAY else None


def span(seconds: int) -> str:
    """`2 d 3 h`, `3 h 2 min`, `45 s`: the two largest units, by their international signs."""
    parts: list[str] = []
    for unit, size in (("d", _DAY), ("h", _HOUR), ("min", _MINUTE), ("s", 1)):
        count, seconds = divmod(seconds, size)
        if count or (unit == "s" and not parts):
            parts.append(f"{count} {unit}")
    return " ".join(parts[:2])


def unreadable_times(patient: Patient) -> Iterator[Trial]:
    """The signature fits, but the time is not written as the scheme has it."""
    step = _failing(patient)
    if step is not None and step.expected and not _WHOLE.fullmatch(step.expected):
        problem = Problem.of("doctor-time-unreadable", found=step.found[:40])
        yield Trial(patient.without_setting("tolerance_seconds"), problem)


def other_units(patient: Patient) -> Iterator[Trial]:
    """The header has the time in milliseconds and the signature in seconds, or the other way round."""
    for place, (name, value), given in _times(patient):
        other = given[:-3] if len(given) == 13 else given + b"000"
        problem = Problem.of("doctor-time-unit-changed", header=show(name))
        yield Trial(patient.with_field_at(place, value.replace(given, other)), problem)


def other_times(patient: Patient) -> Iterator[Trial]:
    """The header has another time than the one that was signed: one of another header, or one shortly before or after."""
    found = list(_times(patient))
    for place, (name, value), given in found:
        seconds = [int(given[:10]), int(patient.case.now), *_times_elsewhere(patient, given)]
        near = (second + step for second in seconds for step in sorted(range(-_AROUND, _AROUND + 1), key=abs))
        for second in dict.fromkeys([*seconds, *near]):
            signed = str(second).encode() + given[10:]
            if signed != given and second > 0:
                problem = Problem.of(
                    "doctor-time-changed", header=show(name), given=given.decode(), signed=signed.decode()
                )
                yield Trial(patient.with_field_at(place, value.replace(given, signed)), problem)


def _times(patient: Patient) -> Iterator[tuple[int, tuple[bytes, bytes], bytes]]:
    """Header fields that hold a Unix time, with their place and that time as it stands there."""
    found = (
        (place, field, match[0])
        for place, field in enumerate(patient.request.fields)
        if (match := _NUMBER.search(field[1]))
    )
    yield from list(found)[:_FIELDS]


def _times_elsewhere(patient: Patient, given: bytes) -> list[int]:
    """The times that other headers of the request name, and those of other captures."""
    requests = (patient.request, *(neighbour.request for neighbour in patient.around.captures[:_FIELDS]))
    found = {int(text[:10]) for one in requests for _, value in one.fields for text in _NUMBER.findall(value)}
    dates = (_seconds_of(first(one.fields, b"date")) for one in requests)
    return sorted((found | {date for date in dates if date}) - {int(given[:10])})[: 4 * _FIELDS]


def _seconds_of(date: bytes | None) -> int:
    """Of a header `Date`; 0 where it is none."""
    try:
        moment = parsedate_to_datetime(show(date or b""))
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError, TypeError, IndexError):
        return 0


AGE_CAUSES = (Cause("doctor-tried-age", ages, EXPIRED, also=True),)
TIME_CAUSES = (
    Cause("doctor-tried-time-form", unreadable_times),
    Cause("doctor-tried-time-unit", other_units),
)
CHANGED_TIME_CAUSES = (Cause("doctor-tried-times", other_times),)
