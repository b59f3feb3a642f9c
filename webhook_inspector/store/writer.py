"""The store thread: takes what waits, commits it as one group, and says so; refuses it with a reason where it cannot."""

import logging
import shutil
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from webhook_inspector.core.capture import Record, Row
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.store.check import QuickCheck
from webhook_inspector.store.faults import Fault, fault_of, problem_of
from webhook_inspector.store.files import Identity
from webhook_inspector.store.history import History, Work, size_of

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

Token = object
Answer = tuple[Token, Row | Problem]
Entry = tuple[Record, Token, float]
"""A record, whose it is, and when it was submitted (monotonic seconds)."""
Judged = Sequence[tuple[int, Judgement]]
Done = Callable[[Problem | None], None]
Amendment = tuple[Callable[[History], None], Done]

_NO_MARKS: Mapping[str, str] = MappingProxyType({})
GROUP_COUNT = 1_000
GROUP_BYTES = 64 * 2**20
STEP_PAGES = 250
"""How far the log grows before a checkpoint. Four times as many save nothing, and make every checkpoint four times as long."""
QUIET = 0.1
"""Seconds without work after which the log is moved into the database."""
BEAT = 1.0
"""Seconds between looks at the files, and between attempts to get out of a fault."""
AMEND_SECONDS = 0.25
"""Judgements and other changes wait for captures, but not longer than this while captures come without a pause."""
GRACE = 2.0
"""Seconds that a locked history may hold up the end of the program."""
CHECK_GIVES_WAY = 64 * 2**20
"""Bytes of the log at which the check of the file, which is a reader, is called off."""


class Writer:
    """Keeps records, in groups, from its own thread.

    A group is answered by one `on_done`, in the order of submission, each record with its Row once it is committed and
    on the disk, or with the Problem that kept it from there. `on_fault` tells when the history stops being writable and,
    with None, when it is again; `on_notice` tells single events. All three are called from the thread of the writer.
    """

    def __init__(
        self,
        path: Path,
        *,
        synchronous: str = "FULL",
        deadline: float = 5.0,
        queue_limit: int = 10_000,
        on_done: Callable[[list[Answer]], None],
        on_fault: Callable[[Problem | None], None],
        on_notice: Callable[[Problem], None],
    ) -> None:
        self._history = History(path, synchronous=synchronous, on_notice=partial(_call, on_notice))
        self._deadline = deadline
        """Seconds that a record waits for a locked history before it is refused."""
        self._queue_limit = queue_limit
        self._on_done = on_done
        self._on_fault = on_fault
        self._queue: deque[Entry] = deque()
        self._amendments: deque[Amendment] = deque()
        self._amended = 0.0
        self._awake = threading.Event()
        self._stopping: float | None = None
        """When `stop` was called, monotonic seconds."""
        self._fault: Problem | None = None
        self._needed = 0
        """Bytes of the group that a full disk had no room for."""
        self._most = GROUP_COUNT
        self._pause = QUIET
        self._damaged: Identity | None = None
        """A file that the check has found damaged."""
        self._check = QuickCheck(path, self._found_damage)
        self._thread = threading.Thread(target=self._run, name="store")

    def open(self) -> None:
        """Opens the history, or begins one; waits for a lock up to the deadline. Raises KnownError."""
        until = time.monotonic() + self._deadline
        while True:  # each round takes as long as SQLite waits for the lock
            try:
                return self._history.open()
            except Exception as error:
                fault = fault_of(error)
                if fault is Fault.UNEXPECTED:
                    raise
                if fault is not Fault.LOCKED or time.monotonic() > until:
                    raise KnownError(problem_of(error, self._history.path)) from error

    def start(self) -> None:
        """Begins to write. Without an `open` that succeeded, goes on trying to open the history."""
        self._thread.start()
        self._check.start()

    def submit(self, record: Record, token: Token) -> bool:
        """Queues a record. False where the queue is full, or the writer stopping: nothing will be answered then."""
        if len(self._queue) >= self._queue_limit or self._stopping is not None:
            return False
        self._queue.append((record, token, time.monotonic()))
        if not self._awake.is_set():
            self._awake.set()
        return True

    def amend(self, judged: Judged, done: Done, marks: Mapping[str, str] = _NO_MARKS) -> None:
        """Queues what captures were judged to be, for when there are no new ones to write.

        `done` is called from the writer's thread: with None once it is written, with the problem where it could not be.
        """
        self._put(lambda history: history.amend(judged, marks), done)

    def change(self, work: Work, done: Done) -> None:
        """Queues some work on what is stored, like `amend`. It runs on the writer's thread, and captures wait for its end.

        While that thread does not run, another process may have the history.
        """
        if self._thread.is_alive():
            self._put(lambda history: history.change(work), done)
        else:
            done(Problem.of("store-not-ours"))

    def _put(self, act: Callable[[History], None], done: Done) -> None:
        self._amendments.append((act, done))
        self._awake.set()

    def stop(self) -> None:
        """Answers everything that was submitted, moves the log into the database, closes it and ends the thread."""
        self._check.stop()
        self._stopping = time.monotonic()
        self._awake.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._history.close()

    def _run(self) -> None:
        self._commit([])  # a fault is told at once, not with the first record
        while self._queue or self._stopping is None:
            self._awake.clear()
            if self._damaged is not None:
                self._put_aside()
            elif self._amendments and (not self._queue or time.monotonic() > self._amended + AMEND_SECONDS):
                self._amend(*self._amendments.popleft())
            elif self._queue:
                self._commit(self._take())
            elif self._stopping is None and not self._awake.wait(self._pause):
                self._tidy()
        while self._amendments:
            self._amend(*self._amendments.popleft())

    def _amend(self, act: Callable[[History], None], done: Done) -> None:
        problem = None
        try:
            act(self._history)
        except Exception as error:  # noqa: BLE001  the edge of the thread
            problem = problem_of(error, self._history.path)
            _log.info("a change of what is stored could not be written: %s", problem.code)
        self._amended = time.monotonic()
        _call(done, problem)
        if self._history.grown >= STEP_PAGES:
            self._checkpoint()

    def _take(self) -> list[Entry]:
        """What waits, as far as one group may be large."""
        group: list[Entry] = []
        size = 0
        while self._queue and len(group) < self._most and size < GROUP_BYTES:
            group.append(self._queue.popleft())
            size += size_of(group[-1][0])
        return group

    def _commit(self, group: Sequence[Entry]) -> None:
        """Writes and answers a group; an empty one finds out whether the history can be written."""
        try:
            rows = self._history.write([record for record, _, _ in group])
        except Exception as error:  # noqa: BLE001  the edge of the thread: whatever it is, the senders get an answer
            self._failed(group, error)
            return
        self._most = GROUP_COUNT
        self._pause = QUIET
        self._needed = 0
        self._answer(group, rows)
        self._tell(None)
        if self._history.grown >= STEP_PAGES:
            self._checkpoint()

    def _failed(self, group: Sequence[Entry], error: Exception) -> None:
        fault = fault_of(error)
        if fault is Fault.LOCKED:
            self._queue.extendleft(reversed(group))
            self._refuse_expired(error)
        elif fault is Fault.UNEXPECTED and len(group) > 1:  # one of them is bad: the halves tell which
            self._queue.extendleft(reversed(group))
            self._most = len(group) // 2
        else:
            problem = problem_of(error, self._history.path)
            if fault is Fault.UNEXPECTED:
                _log.error("a record cannot be stored", exc_info=error)
            else:
                self._tell(problem)
            if problem.code == "store-full":
                self._needed = sum(size_of(record) for record, _, _ in group)
            self._most = GROUP_COUNT
            self._answer(group, [problem] * len(group))

    def _refuse_expired(self, error: Exception) -> None:
        """Answers those who have waited for a locked history to their deadline."""
        last = time.monotonic() - self._deadline
        if self._stopping is not None and time.monotonic() > self._stopping + GRACE:
            last = self._stopping
        expired = []
        while self._queue and self._queue[0][2] <= last:
            expired.append(self._queue.popleft())
        if expired:
            problem = problem_of(error, self._history.path)
            self._tell(problem)
            self._answer(expired, [problem] * len(expired))

    def _tidy(self) -> None:
        """What is done when nothing waits."""
        self._pause = BEAT
        if self._fault is not None:
            if self._has_room():
                self._commit([])
            return
        try:
            self._history.settle()
        except Exception as error:  # noqa: BLE001  the edge of the thread
            self._failed([], error)
        if self._history.grown or self._history.log_size:
            self._checkpoint()

    def _has_room(self) -> bool:
        """Whether the disk has room for the group that it had none for. A probe would find room for itself, and promise too much."""
        try:
            return self._needed == 0 or shutil.disk_usage(self._history.path.parent).free >= self._needed
        except OSError:
            return True

    def _checkpoint(self) -> None:
        try:
            self._history.checkpoint()
        except (sqlite3.Error, OSError) as error:
            _log.info("checkpoint failed: %s", error)
            if fault_of(error) not in {Fault.LOCKED, Fault.FULL}:
                self._commit([])  # opens the history again, or tells why it cannot be written
        if self._history.log_size > CHECK_GIVES_WAY:
            self._check.give_way()

    def _found_damage(self, file: Identity) -> None:
        """Called by the check, from its thread."""
        self._damaged = file
        self._awake.set()

    def _put_aside(self) -> None:
        damaged, self._damaged = self._damaged, None
        if damaged == self._history.place.database:
            try:
                self._history.set_aside()
            except OSError as error:
                _log.warning("the damaged history cannot be set aside: %s", error)
            self._commit([])

    def _tell(self, problem: Problem | None) -> None:
        if problem != self._fault:
            self._fault = problem
            _call(self._on_fault, problem)

    def _answer(self, group: Sequence[Entry], outcomes: Sequence[Row | Problem]) -> None:
        if group:
            answers: list[Answer] = [(token, outcome) for (_, token, _), outcome in zip(group, outcomes, strict=True)]
            _call(self._on_done, answers)


def _call(callback: Callable[[_T], None], value: _T) -> None:
    """A callback that fails must not end the thread: others wait for their answers."""
    try:
        callback(value)
    except Exception:  # noqa: BLE001  the edge of the thread
        _log.exception("a listener of the store failed")
