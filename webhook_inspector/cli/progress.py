"""How far a long work has come, on standard error, where that is a terminal."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

_SECONDS = 0.2
_T = TypeVar("_T")


class Line:
    """One line on standard error that is written over again and again; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._written = time.monotonic()
        self._shown = False

    def say(self, words: Callable[[], str]) -> None:
        """Not the first moments, and not more often than anybody can read."""
        if self._terminal and time.monotonic() - self._written > _SECONDS:
            self._written = time.monotonic()
            self._write(words())

    def wipe(self) -> None:
        if self._shown:
            self._write("")

    def _write(self, text: str) -> None:
        sys.stderr.write(f"\r{text}\x1b[K")
        sys.stderr.flush()
        self._shown = True


class Counted(Generic[_T]):
    """Gives things on and counts them; on a terminal a line tells the count while it goes."""

    def __init__(self, things: Iterable[_T], word: str, total: int | None = None) -> None:
        self._things = things
        self._word = word
        self._of = "" if total is None else f" of {total:,}"
        self.count = 0

    def __iter__(self) -> Iterator[_T]:
        line = Line()
        try:
            for thing in self._things:
                yield thing
                self.count += 1
                line.say(self._words)
        finally:
            line.wipe()

    def _words(self) -> str:
        return f"{self._word} {self.count:,}{self._of}"
