"""How the table tells when a capture came: one row for each way."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui import texts
from webhook_inspector.ui.columns import clock_time

_SECOND = 10**9
_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


@dataclass(frozen=True, slots=True)
class Moment:
    """When a capture came, and what that is compared with; all in nanoseconds."""

    received_ns: int
    now_ns: int
    previous_ns: int | None
    """Of the capture in the row above; None where there is none, or it is not known yet."""


@dataclass(frozen=True, slots=True)
class TimeFormat:
    key: str
    title: str
    text: Callable[[Moment], str]
    ticks: bool = False
    """Whether the text is another one a second later."""
    compares: bool = False
    """Whether the row above is needed."""


def ago(elapsed_ns: int) -> str:
    """`12 s ago`. What lies in the future, by a clock that was put back, is `now`, too."""
    seconds = elapsed_ns // _SECOND
    found = next(((length, unit) for length, unit in _UNITS if seconds >= length), None)
    if found is None:
        return QCoreApplication.translate("Column", _NOW)
    length, unit = found
    return QCoreApplication.translate("Column", _AGO).format(time=f"{texts.number(seconds // length)} {unit}")


def since(difference_ns: int) -> str:
    """`+0.118 s`, `+3 min 20 s`; negative where rows are not in the order of arrival."""
    sign, size = "−" if difference_ns < 0 else "+", abs(difference_ns)
    seconds = size // _SECOND
    if seconds < 60:
        return f"{sign}{QLocale().toString(size / _SECOND, 'f', 3)} s"
    place = next(place for place, (length, _) in enumerate(_UNITS) if seconds >= length)
    (length, unit), (shorter, smaller) = _UNITS[place : place + 2]
    return f"{sign}{texts.number(seconds // length)} {unit} {seconds % length // shorter} {smaller}"


_NOW = QT_TRANSLATE_NOOP("Column", "now")
_AGO = QT_TRANSLATE_NOOP("Column", "{time} ago")

TIME_FORMATS: tuple[TimeFormat, ...] = (
    TimeFormat("local", QT_TRANSLATE_NOOP("Action", "&Local time"), lambda moment: clock_time(moment.received_ns)),
    TimeFormat(
        "utc", QT_TRANSLATE_NOOP("Action", "&UTC"), lambda moment: f"{clock_time(moment.received_ns, time.gmtime)}Z"
    ),
    TimeFormat(
        "ago",
        QT_TRANSLATE_NOOP("Action", "Time &ago"),
        lambda moment: ago(moment.now_ns - moment.received_ns),
        ticks=True,
    ),
    TimeFormat(
        "since",
        QT_TRANSLATE_NOOP("Action", "Since the &row above"),
        lambda moment: "–" if moment.previous_ns is None else since(moment.received_ns - moment.previous_ns),
        compares=True,
    ),
)
"""The first is the usual one. `window.ini` remembers the place: a new one comes at the end."""
