"""Reads the history off the GUI thread: one thread that answers at once, and one for searches, which may take long.

Every answer comes back to the window's loop. A newer search ends an older one: SQLite is interrupted, and whoever awaited the
older one gets `Superseded`.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any, Generic, TypeVar

from webhook_inspector.store.reader import Interrupted, Reader

T = TypeVar("T")

NUDGE_SECONDS = 0.02
"""Between two interruptions: one that falls between two statements has no effect."""


class Superseded(Exception):  # noqa: N818 (not an error: somebody asked for something newer)
    """Another search was begun, or the history is being opened anew or closed."""


class Library:
    """`open_reader` is called on the threads, at the first question and after `reopen`."""

    def __init__(self, open_reader: Callable[[], Reader]) -> None:
        self._desk = _Desk(open_reader, "history-reader")
        self._search_desk = _Desk(open_reader, "history-search")
        self._search: _Question[Any] | None = None

    async def read(self, question: Callable[[Reader], T]) -> T:
        """The answer to something quick. Raises KnownError where the history cannot be opened."""
        return await asyncio.wrap_future(self._desk.ask(_Question(question)))

    async def search(self, question: Callable[[Reader], T]) -> T:
        """The answer to something that may take long. Raises Superseded as soon as another search is asked for."""
        before, mine = self._search, _Question(question)
        self._search = mine
        future = self._search_desk.ask(mine)
        try:
            await _end(before)
            found = await asyncio.wrap_future(future)
        finally:
            if not future.done():
                mine.supersede()  # nobody waits for it any more; the next search makes sure that it ends
        if self._search is not mine:  # it was answered, and a newer one, too, while this still waited for one before
            raise Superseded
        return found

    async def reopen(self) -> None:
        """After the file was exchanged for another: the next question opens it anew."""
        before, self._search = self._search, None
        await _end(before)
        await asyncio.gather(*(asyncio.wrap_future(desk.close()) for desk in (self._desk, self._search_desk)))

    async def close(self) -> None:
        """Ends both threads. Questions that still wait are answered first, a search is interrupted."""
        await self.reopen()
        for desk in (self._desk, self._search_desk):
            desk.end()


class _Question(Generic[T]):
    def __init__(self, question: Callable[[Reader], T]) -> None:
        self._question = question
        self._lock = Lock()
        self._reader: Reader | None = None
        self._superseded = False
        self.future: Future[T] | None = None

    def answer(self, reader: Reader) -> T:
        """On the reading thread."""
        with self._lock:
            if self._superseded:
                raise Superseded
            self._reader = reader
        try:
            return self._question(reader)
        except Interrupted:
            raise Superseded from None
        finally:
            with self._lock:
                self._reader = None

    def supersede(self) -> None:
        """From the window's thread. The lock keeps the interruption from hitting the question after this one."""
        with self._lock:
            self._superseded = True
            if self._reader is not None:
                self._reader.interrupt()


class _Desk:
    """One thread with one connection."""

    def __init__(self, open_reader: Callable[[], Reader], name: str) -> None:
        self._open = open_reader
        self._reader: Reader | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)

    def ask(self, question: _Question[T]) -> Future[T]:
        question.future = self._pool.submit(lambda: question.answer(self._opened()))
        return question.future

    def close(self) -> Future[None]:
        return self._pool.submit(self._close)

    def end(self) -> None:
        self._pool.shutdown(wait=True)

    def _opened(self) -> Reader:
        if self._reader is None:
            self._reader = self._open()
        return self._reader

    def _close(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()


async def _end(question: _Question[Any] | None) -> None:
    """Interrupts until it has ended."""
    while question is not None and question.future is not None and not question.future.done():
        question.supersede()
        await asyncio.sleep(NUDGE_SECONDS)
