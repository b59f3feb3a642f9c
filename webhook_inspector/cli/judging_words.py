"""What `listen` says while stored captures are being verified again: nothing, unless it takes long."""

import time
from collections.abc import Callable

from webhook_inspector.core.events import Judging

LONG_SECONDS = 2.0


class JudgingWords:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: float | None = None
        self._told = False

    def words(self, event: Judging) -> str | None:
        """A line at the moment when it has taken long, and one at its end."""
        began = self._began = self._clock() if self._began is None else self._began
        if event.done == event.total:
            told, self._told, self._began = self._told, False, None
            return f"Verified {event.total:,} stored captures again." if told else None
        if self._told or self._clock() - began < LONG_SECONDS:
            return None
        self._told = True
        return f"Verifying stored captures again: {event.done:,} of {event.total:,} so far …"
