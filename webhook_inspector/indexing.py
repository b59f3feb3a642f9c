"""Feeds the search index with what was captured, on a thread of its own that gives way while something is being captured."""

import logging
import secrets
import threading
import time
from contextlib import closing
from pathlib import Path

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.judging import Amend
from webhook_inspector.store.index_feed import IndexFeed
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.texts import MARK

_log = logging.getLogger(__name__)

CALM = 1.0
"""Seconds without a capture after which nothing is being captured."""
SOON = 0.5
"""Seconds after a capture before it is indexed: others may come, and a search looks through what is not indexed yet."""
AGAIN = 30.0
"""Seconds after which it is tried again where the index or the history could not be used."""
PATIENCE = 30.0
"""Seconds that the history's mark may take to be written."""
STEPS = {True: (100, 2**18, 49.0), False: (1000, 2**22, 0.25)}
"""While something is being captured, and while not: captures and bytes of one commit, and the rest after it as a multiple of its time."""
HOUR = 3600.0
"""Seconds between two looks whether too much of what is indexed was deleted."""
MANY = 100_000
"""Deletions that are counted."""
SPARE = 50_000
"""Deleted captures, beside as many as there are captures, whose places in the index are not worth making it anew."""


class Indexing:
    """`amend` is the writer's. What is left at the end is found at the next start."""

    def __init__(self, history: Path, index: Path, amend: Amend) -> None:
        self._history = history
        self._index = index
        self._amend = amend
        self._awake = threading.Event()
        self._stopping = threading.Event()
        self._last_capture = 0.0
        self._look_again = 0.0
        self._indexed = -1
        self._thread = threading.Thread(target=self._run, name="indexing")

    def start(self) -> None:
        """Without effect where it has begun already, or is to end."""
        if self._thread.ident is None and not self._stopping.is_set():
            self._thread.start()

    def end(self) -> None:
        """Ends after the commit that is under way."""
        self._stopping.set()
        self._awake.set()

    def join(self) -> None:
        """Waits for the end."""
        if self._thread.ident is not None:
            self._thread.join()

    def stored(self) -> None:
        """Captures have been stored."""
        self._last_capture = time.monotonic()
        if not self._awake.is_set():
            self._awake.set()

    @property
    def indexed(self) -> int:
        """Up to which id the captures are in the index; -1 while that is not known yet."""
        return self._indexed

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with closing(Reader(self._history)) as reader, closing(IndexFeed(self._index)) as feed:
                    self._follow(reader, feed)
            except KnownError as error:
                _log.info("the search index cannot be written now: %s", error.problem.code)
            except Exception:  # noqa: BLE001  the edge of the thread
                _log.exception("the search index could not be written")
            self._stopping.wait(AGAIN)

    def _follow(self, reader: Reader, feed: IndexFeed) -> None:
        while not self._stopping.is_set():
            self._awake.clear()
            while not self._stopping.is_set() and self._step(reader, feed):
                pass
            if not self._stopping.is_set():
                self._awake.wait()
            self._stopping.wait(SOON)

    def _step(self, reader: Reader, feed: IndexFeed) -> bool:
        """Whether there may be more to do."""
        begun = time.monotonic()
        limit, size, rest = STEPS[begun - self._last_capture < CALM]
        if not feed.in_place or begun > self._look_again:
            self._begin(reader, feed)
        extent, texts = reader.texts(feed.watermark, limit, size)
        if extent.mark != feed.history or extent.last < feed.watermark:
            self._begin(reader, feed)
            self._stopping.wait(SOON)  # somebody exchanges the history, and may not be done
            return True
        if texts:
            feed.add(texts, _arrived_ns(reader, texts[-1].id))
            self._stopping.wait((time.monotonic() - begun) * rest)
        self._indexed = feed.watermark
        return bool(texts)

    def _begin(self, reader: Reader, feed: IndexFeed) -> None:
        """Opens the index, and empties one that is of another history, or mostly of captures that were deleted since."""
        mark = reader.mark(MARK) or self._write_mark()
        feed.open()
        same = feed.history == mark and feed.watermark <= reader.texts(feed.watermark, 0, 0)[0].last
        arrived = {_arrived_ns(reader, feed.watermark), feed.arrived_ns} - {0}
        there = reader.count() + sum(count for _, count in reader.deletions(MANY))  # what can be brought back is there
        if not same or len(arrived) == 2 or feed.fed > 2 * there + (SPARE if there else 0):
            feed.clear(mark)
        self._look_again = time.monotonic() + HOUR

    def _write_mark(self) -> str:
        """Raises KnownError where the history cannot be written now."""
        mark = secrets.token_hex(8)
        written, problems = threading.Event(), list[Problem | None]()

        def done(problem: Problem | None) -> None:
            problems.append(problem)
            written.set()

        self._amend([], done, {MARK: mark})
        until = time.monotonic() + PATIENCE
        while not written.wait(0.05):
            if self._stopping.is_set() or time.monotonic() > until:
                raise KnownError(Problem.of("store-busy"))
        if problems[0] is not None:
            raise KnownError(problems[0])
        return mark


def _arrived_ns(reader: Reader, number: int) -> int:
    """0 where the capture is gone."""
    return next((row.received_ns for row in reader.rows([number])), 0)
