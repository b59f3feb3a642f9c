"""How far a long work has come, on standard error, where that is a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

_SECONDS = 0.2
_T = TypeVar("_T")


class Counted(Generic[_T]):
    """Gives things on and counts them; on a terminal a line tells the count while it goes."""

    def __init__(self, things: Iterable[_T], word: str, total: int | None = None) -> None:
        self._things = things
        self._word = word
        self._of = "" if total is None else f" of {total:,}"
        self._shown = False
        self.count = 0

    def __iter__(self) -> Iterator[_T]:
        told = time.monotonic()
        terminal = sys.stderr.isatty()
        try:
            for thing in self._things:
                yield thing
                self.count += 1
                if terminal and time.monotonic() - told > _SECONDS:
                    told = time.monotonic()
                    self._tell(f"{self._word} {self.count:,}{self._of}")
        finally:
            if self._shown:
                self._tell("")

    def _tell(self, text: str) -> None:
        """Over the line that stands there; an empty text wipes it."""
        sys.stderr.write(f"\r{text}\x1b[K")
        sys.stderr.flush()
        self._shown = True
