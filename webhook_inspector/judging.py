"""Judges captures that are stored already, on a thread of its own: those that nobody has judged yet, and all that changed rules concern."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Protocol

from webhook_inspector.core.capture import Record
from webhook_inspector.core.events import Event, Judged, Judging
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.store.reader import Reader

_log = logging.getLogger(__name__)

STEP = 20
"""Captures that are judged before others get the processor."""
GROUP = 200
"""Captures whose new judgements are written in one commit."""
SHORT, LONG = 0.001, 0.2
"""Seconds of rest after each step: while nothing is being captured, and while something is."""
CALM = 1.0
"""Seconds without a capture after which nothing is being captured."""
PATIENCE = 30.0
"""Seconds that a commit of judgements may take."""

Amend = Callable[[Sequence[tuple[int, Judgement]], Callable[[Problem | None], None], dict[str, str]], None]
"""`Writer.amend`."""


class Search(Protocol):
    """Ids of captures, newest first."""

    def __call__(self, *, below: int, limit: int) -> Sequence[int]: ...


class Rejudging:
    """`judge` gives the judgement of a record, by the rules as they are now; None leaves it as it is. `tell` is called from the thread."""

    def __init__(
        self, history: Path, judge: Callable[[Record], Judgement | None], amend: Amend, tell: Callable[[Event], None]
    ) -> None:
        self._history = history
        self._judge = judge
        self._amend = amend
        self._tell = tell
        self._changed = threading.Condition()
        self._paths: list[str] = []
        self._marks: dict[str, str] = {}
        self._unjudged = False
        self._working = False
        self._stopping = threading.Event()
        self._last_capture = 0.0
        self._thread = threading.Thread(target=self._run, name="judging")

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """Ends after the capture that is being judged. What is left is found at the next start."""
        self._stopping.set()
        with self._changed:
            self._changed.notify_all()

    def join(self) -> None:
        """Waits for the end."""
        if self._thread.ident is not None:
            self._thread.join()

    def look(self) -> None:
        """There are captures that nobody has judged."""
        with self._changed:
            self._unjudged = True
            self._changed.notify_all()

    def again(self, paths: Iterable[str], marks: dict[str, str]) -> None:
        """Everything that was sent to `paths` and under them; when it is done, `marks` are kept in the history."""
        with self._changed:
            self._paths += [path for path in paths if path not in self._paths]
            self._marks |= marks
            self._changed.notify_all()

    def captured(self) -> None:
        """Something is being captured: that goes first."""
        self._last_capture = time.monotonic()

    def idle(self) -> bool:
        """Whether there is nothing left to do."""
        with self._changed:
            return not (self._paths or self._unjudged or self._marks or self._working)

    def _run(self) -> None:
        while self._wait():
            try:
                with closing(Reader(self._history)) as reader:
                    self._work(reader)
            except KnownError as error:
                _log.info("stored captures cannot be judged now: %s", error.problem.code)
            except Exception:  # noqa: BLE001  the edge of the thread
                _log.exception("judging stored captures failed")
            finally:
                with self._changed:
                    self._working = False

    def _wait(self) -> bool:
        """For work; False where the end has come instead."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopping.is_set() or self._paths or self._unjudged or self._marks)
            self._working = not self._stopping.is_set()
            return self._working

    def _work(self, reader: Reader) -> None:
        with self._changed:
            paths, self._paths = self._paths, []
            marks, self._marks = self._marks, {}
            self._unjudged = False
        total = reader.unjudged_count() + sum(map(reader.count_under, paths))
        done = 0
        for ids in self._groups(reader, paths):
            self._rejudge(reader, ids)
            done += len(ids)
            self._tell(Judging(min(done, total), max(done, total)))
        if done != total and done:
            self._tell(Judging(done, done))
        if marks and not self._stopping.is_set():
            self._write([], marks)

    def _groups(self, reader: Reader, paths: Sequence[str]) -> Iterator[Sequence[int]]:
        """Ids in the order in which people want to see them judged: the newest first."""
        searches: list[Search] = [reader.unjudged, *(partial(reader.ids_under, path) for path in paths)]
        for find in searches:
            below = reader.last_id() + 1
            while not self._stopping.is_set() and (ids := find(below=below, limit=GROUP)):
                yield ids
                below = ids[-1]

    def _rejudge(self, reader: Reader, ids: Sequence[int]) -> None:
        judged: list[tuple[int, Judgement]] = []
        for place, record in enumerate(reader.records(ids)):
            if self._stopping.is_set():
                return
            judgement = self._judge(record)
            if judgement is not None and judgement != record.judgement:
                judged.append((record.id, judgement))
            if place % STEP == STEP - 1:
                self._stopping.wait(LONG if time.monotonic() - self._last_capture < CALM else SHORT)
        if judged:
            self._write(judged, {})
            self._tell(Judged(tuple(number for number, _ in judged)))

    def _write(self, judged: Sequence[tuple[int, Judgement]], marks: dict[str, str]) -> None:
        """Waits until it is written. Raises KnownError where that is impossible now."""
        written, problems = threading.Event(), list[Problem | None]()

        def done(problem: Problem | None) -> None:
            problems.append(problem)
            written.set()

        self._amend(judged, done, marks)
        if not written.wait(PATIENCE):
            raise KnownError(Problem.of("store-busy"))
        if problems[0] is not None:
            raise KnownError(problems[0])
