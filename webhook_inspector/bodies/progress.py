"""How far a long piece of work is, and whether anybody still wants it: told on one thread, asked on another."""

import threading
from collections.abc import Callable


class StoppedError(Exception):
    """Nobody wants it any more."""


class Progress:
    """The one who works calls `tell` now and then; the one who waits looks at `share`, or calls `stop`.

    `breathe` is called by `tell`: where two threads work, a third may else wait long for the interpreter's lock.
    """

    def __init__(self, breathe: Callable[[], None] = lambda: None) -> None:
        self._breathe = breathe
        self._share = 0.0
        self._wanted = True
        self._going = threading.Event()
        self._going.set()

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self._share

    def tell(self, done: int, total: int) -> None:
        """So many of so many are done. Waits while it is held. Raises StoppedError after `stop`."""
        self._going.wait()
        if not self._wanted:
            raise StoppedError
        self._breathe()
        self._share = min(1.0, done / total) if total > 0 else 1.0

    def hold(self) -> None:
        """Lets the work rest from its next `tell` on."""
        self._going.clear()

    def go_on(self) -> None:
        self._going.set()

    def stop(self) -> None:
        self._wanted = False
        self._going.set()
