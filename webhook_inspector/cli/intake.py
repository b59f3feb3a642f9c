"""Hands records to the history's writer, never more at once than memory bears."""

import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Self

from webhook_inspector.cli.progress import Counted
from webhook_inspector.cli.sources import Source
from webhook_inspector.cli.streams import complain
from webhook_inspector.core.capture import Record, Row, State
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible
from webhook_inspector.judge import case_of, judgement_of, keys_to_fetch
from webhook_inspector.store.deliveries import begin_import, end_import
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.steps import Step
from webhook_inspector.store.writer import Writer

_MOST_RECORDS = 1_000
_MOST_BYTES = 64 * 2**20

Tell = Callable[[Path, int, int], None]
"""Which file, how many of its records are safely in the history now, and how many could not be read."""
Judge = Callable[[Record], Judgement | None]
"""None: it is to be judged when the history is next opened to be written."""


def judging(rules: Rules, *, fetches: bool) -> Judge:
    """Judges by these rules. What needs a key that a provider publishes waits for it, where keys may be fetched."""

    def judge(record: Record) -> Judgement | None:
        if record.capture.state is State.REFUSED:
            return NOT_JUDGED
        case = case_of(record.capture, rules)
        return None if fetches and keys_to_fetch(case) is not None else judgement_of(case, rules)

    return judge


class Intake:
    """A writer for somebody who has many records at once. Used as a context manager: leaving it commits what was taken.

    `marks` tell by which rules `judge` judges; a history that has marks already keeps its own: its captures were judged by those.
    """

    def __init__(self, path: Path, synchronous: str, *, judge: Judge, marks: Mapping[str, str]) -> None:
        self._path = path
        self._judge = judge
        self._marks = marks
        self._writer = Writer(
            path,
            synchronous=synchronous,
            on_done=self._done,
            on_fault=lambda _problem: None,  # each record that is not stored tells its own
            on_notice=lambda problem: complain(visible(sentence(problem))),
        )
        self._changed = threading.Condition()
        self._records = 0
        self._bytes = 0
        self._failure: Problem | None = None
        self._stored = 0

    def __enter__(self) -> Self:
        self._writer.open()
        self._writer.start()
        with closing(Reader(self._path)) as reader:
            new = {name: value for name, value in self._marks.items() if not reader.mark(name)}
            self._change(partial(begin_import, last=reader.last_id()))
        if new:
            self._writer.amend([], lambda _problem: None, new)
        return self

    def __exit__(self, *_: object) -> None:
        self._change(end_import)
        self._writer.stop()

    def _change(self, step: Step[None]) -> None:
        """Waits for it. A history that cannot be written now says so for each record."""
        changed = threading.Event()

        def work(connection: Any) -> int:
            step(connection)
            return 1

        self._writer.change(work, lambda _problem: changed.set())
        changed.wait()

    def take_all(self, source: Source, tell: Tell) -> None:
        """Hands over each record of the source; tells what became of them, also where a fault came in between.

        Raises KnownError where one could not be stored, and what the source raises.
        """
        before = self._stored
        try:
            for record in Counted(source, "read"):
                self._take(replace(record, judgement=self._judge(record)))
        finally:
            self._settle()
            tell(source.path, self._stored - before, source.unreadable)
        self._raise_failure()

    def _settle(self) -> None:
        """Waits until there is an answer for everything that was handed over."""
        with self._changed:
            self._changed.wait_for(lambda: not self._records)

    def _take(self, record: Record) -> None:
        size = len(record.capture.body)
        with self._changed:
            self._changed.wait_for(lambda: self._failure or self._has_room())
            self._raise_failure()
            if not self._writer.submit(record, size):
                raise KnownError(Problem.of("store-busy"))
            self._records += 1
            self._bytes += size

    def _has_room(self) -> bool:
        return self._records < _MOST_RECORDS and self._bytes < _MOST_BYTES

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise KnownError(self._failure)

    def _done(self, group: list[tuple[object, Row | Problem]]) -> None:
        """On the writer's thread."""
        with self._changed:
            for size, outcome in group:
                self._records -= 1
                self._bytes -= size if isinstance(size, int) else 0
                if isinstance(outcome, Row):
                    self._stored += 1
                else:
                    self._failure = self._failure or outcome
            self._changed.notify_all()
