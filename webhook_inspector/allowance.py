"""A share of the time for work that may not hold up other work."""

import time
from types import TracebackType


class Allowance:
    """Measures what is done inside `with allowance as has_time`, and says beforehand whether there is time left for it.

    `share` of the time may be used, from 0 to 1; after a calm time as much as `burst` seconds at once.
    """

    def __init__(self, share: float, burst: float) -> None:
        self._share = share
        self._burst = burst
        self._left = burst
        self._since = time.perf_counter()

    def __enter__(self) -> bool:
        now = time.perf_counter()
        self._left = min(self._left + (now - self._since) * self._share, self._burst)
        self._since = now
        return self._left > 0

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        now = time.perf_counter()
        self._left -= now - self._since
        self._since = now
