"""The course of one sending: which phase it is in, and how long each took. Written to by whoever carries out a phase."""

import time
from collections.abc import Callable
from contextvars import ContextVar
from enum import Enum

from webhook_inspector.core.delivery import Timings


class Phase(Enum):
    START = "start"
    NAME = "name"
    CONNECT = "connect"
    TLS = "tls"
    REQUEST = "request"
    """Until the last byte of it is handed over."""
    ANSWER = "answer"
    """Until the first byte of it comes."""
    BODY = "body"
    """Head and body of the response."""


class Course:
    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self.phase = Phase.START
        self._now = now
        self._started = self._since = now()
        self._seconds: dict[Phase, float] = {}

    def enter(self, phase: Phase) -> None:
        """Phases may come back, as when a second address of a name is tried: their times add up."""
        if phase is not self.phase:
            self._account()
            self.phase = phase
            self._seconds.setdefault(phase, 0.0)

    def timings(self) -> Timings:
        """Up to now. A phase in which it ended has the time until then; but an answer that did not come has none."""
        self._account()
        seconds = self._seconds
        return Timings(
            dns=seconds.get(Phase.NAME),
            connect=seconds.get(Phase.CONNECT),
            tls=seconds.get(Phase.TLS),
            first_byte=seconds.get(Phase.ANSWER, 0.0) if Phase.BODY in seconds else None,
            total=self._since - self._started,
        )

    def _account(self) -> None:
        now = self._now()
        if self.phase in self._seconds:
            self._seconds[self.phase] += now - self._since
        self._since = now


COURSE: ContextVar[Course] = ContextVar("COURSE")
"""Of the sending that this context belongs to: aiohttp's connections are made far below whoever asks for one."""
