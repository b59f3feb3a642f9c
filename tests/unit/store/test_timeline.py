import sqlite3
import threading
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_record
from tests.unit.store import queries
from tests.unit.store.queries import empty_history, fill
from webhook_inspector.core.arrivals import Arrivals, Tally
from webhook_inspector.core.capture import Record
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import NO_MEANING
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Node, Query
from webhook_inspector.store import find, timeline
from webhook_inspector.store.reader import Interrupted, Reader
from webhook_inspector.store.timeline import NOTHING_KNOWN, Known, arrivals
from webhook_inspector.store.writer import Writer

SECOND = 10**9
AT = 1_795_528_800 * SECOND
NOW = AT + 100 * SECOND
FAILED = {Status.INVALID, Status.EXPIRED}


def one(seconds: float, status: Status | None = None, body: bytes = b"") -> Record:
    judgement = Judgement(NO_MEANING, status) if status else None
    return make_record(make_capture(body=body, received_ns=AT + int(seconds * SECOND)), judgement=judgement)


def asked(text: str) -> Query:
    query = parse(text).query
    assert query is not None
    return query


MIXED = [
    one(0, Status.VALID),
    one(0.2, Status.INVALID),
    one(3, Status.EXPIRED),
    one(3, Status.UNSIGNED, b"zebra"),
    one(3.9),
    one(100, Status.NO_SECRET),
]


def test_counts_by_time_and_verdict() -> None:
    with empty_history() as connection:
        fill(connection, MIXED)
        found = arrivals(connection, Query(), NOTHING_KNOWN, NOW)
        first = AT // SECOND
        assert (found.last, found.width) == (6, SECOND)
        assert found.tallies == {
            first: Tally(valid=1, failed=1),
            first + 3: Tally(failed=1, other=2),
            first + 100: Tally(other=1),
        }
        connection.execute("UPDATE captures SET deleted_ns = 1 WHERE id = 6")
        assert arrivals(connection, Query(), NOTHING_KNOWN, NOW).width < SECOND


def test_an_old_history_has_no_verdicts() -> None:
    with empty_history() as connection:
        fill(connection, MIXED)
        connection.execute("PRAGMA user_version = 1")
        found = arrivals(connection, Query(), NOTHING_KNOWN, NOW)
        assert found.of(found.stretches) == Tally(other=6)


@given(st.lists(queries.records(), max_size=6), queries.nodes, st.integers(0, 6), st.integers(0, 6))
def test_counts_what_the_query_finds(records: list[Record], node: Node, after: int, known: int) -> None:
    query = Query(node)
    with empty_history() as connection:
        rows = fill(connection, records)
        ids = find.ids(connection, query, find.Asked(), NOW)
        found = arrivals(connection, query, Known(array("q", (n for n in ids if n <= known)), known), NOW, after=after)
        chosen = [row for row in rows if row.id in ids and row.id > after]
        assert found.last == len(records)
        assert found.of(found.stretches) == Tally(
            sum(row.judgement.status is Status.VALID for row in chosen),
            sum(row.judgement.status in FAILED for row in chosen),
            sum(row.judgement.status is not Status.VALID and row.judgement.status not in FAILED for row in chosen),
        )
        assert {row.received_ns // found.width for row in chosen} == set(found.tallies)


def test_what_was_found_already_is_not_looked_through_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with empty_history() as connection:
        fill(connection, MIXED)
        looked: list[find.Asked] = []
        ids = find.ids

        def watched(connection: sqlite3.Connection, query: Query, asked: find.Asked, *more: object) -> "array[int]":
            looked.append(asked)
            return ids(connection, query, asked, *more)  # type: ignore[arg-type]

        monkeypatch.setattr(find, "ids", watched)
        found = arrivals(connection, asked("zebra"), Known(array("q", [4]), 5), NOW)
        assert found.of(found.stretches) == Tally(other=1)
        assert looked == [find.Asked(5)]
        assert arrivals(connection, asked("sig:valid"), NOTHING_KNOWN, NOW).of([AT // 10**7]) == Tally(valid=1)
        assert len(looked) == 1  # the columns tell


def test_very_many_that_were_found_are_counted_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "_STEP", 2)
    with empty_history() as connection:
        fill(connection, MIXED)
        found = arrivals(connection, asked("POST"), NOTHING_KNOWN, NOW)
        assert found == arrivals(connection, Query(), NOTHING_KNOWN, NOW)
        assert found.of(found.stretches) == Tally(1, 2, 3)


def test_a_reader_counts_and_can_be_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    refused: list[object] = []
    writer = Writer(path, on_done=lambda _: None, on_fault=refused.append, on_notice=refused.append)
    writer.open()
    writer.start()
    for record in MIXED:
        assert writer.submit(record, None)
    writer.stop()
    assert not refused
    reader = Reader(path)
    try:
        found = reader.arrivals(Query())
        assert found.of(found.stretches) == Tally(1, 2, 3)
        assert reader.arrivals(Query(), after=5).plus(Arrivals()).last == 6
        over = threading.Event()

        def nudge() -> None:
            while not over.wait(0.001):
                reader.interrupt()

        thread = threading.Thread(target=nudge)
        thread.start()
        try:
            with pytest.raises(Interrupted):
                _ask_for_ever(reader)
        finally:
            over.set()
            thread.join()
    finally:
        reader.close()


def _ask_for_ever(reader: Reader) -> None:
    while True:
        reader.arrivals(asked("-/(a|b)+c/"))
